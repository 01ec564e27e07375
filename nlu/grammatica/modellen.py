"""What a message says, as facts: the value objects that the grammar hands out."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal
from typing import get_args


Rol = Literal[
    "opgenomen",
    "verworven",
    "getolereerd",
    "niet_geslaagd",
    "saldo",
    "bonus_over",
    "eerder_verworven",
    "vrijgesteld",
    "doel",
    "teruggave",
    "los",
]
ROLLEN: frozenset[str] = frozenset(get_args(Rol))

Ongeldig = Literal["decimaal", "negatief", "geen_getal", "vakken", "cijfer"]
REDENEN: frozenset[str] = frozenset(get_args(Ongeldig))

Signaal = Literal[
    "correctie",
    "toevoeging",
    "nieuw_jaar",
    "waren_er",
    "telkens",
    "masterdiploma",
    "annulering",
    "uitstel",
    "weet_niet",
    "waarom",
    "herhaling",
    "hypothese",
    "zelfde",
    "nood",
]
DatumRelatie = Literal["voor", "na"]


@dataclass(frozen=True, slots=True)
class Feit:
    """One statement about a number of study points, with the place in the text where it stands.

    Attributes:
        rol: what the number is a number of; `doel` is a balance that the student wants to reach, `teruggave` what the Raad returned, `los` when the
            message does not say.
        waarde: study points, as written; None when only a part is given or when the fact is invalid.
        tot: upper end of a range of study points ("40 à 45"); `waarde` is then the lower end.
        deel: part of what was taken up: alles = 1, niets = 0, de helft = 1/2, 75 % = 3/4.
        jaar: which year of the message, starting at 1; None when the message speaks of one year only without naming it.
        academiejaar: "2023-2024", or "2022" when only a calendar year is given.
        deelperiode: "semester 1", "semester 2", "januari", "juni" or "tweede zit" when results come in parts.
        contract: contract that the message ties to this number.
        opleiding: programme that the message ties to this number.
        begin: first character of the fact in the original text.
        eind: one past its last character.
        ongeldig: why the value cannot be used: `decimaal`, `negatief`, `geen_getal` (a quantity without a number,
            such as "veel"), `vakken` (a number of courses without their points), `cijfer` (a mark, where
            nothing else is told).
        ruw: the text of an invalid or assumed fact, as the student wrote it.
        rest: the fact is about what remained ("de rest gehaald").
        totaal: the number covers several years together.
        telkens: the number holds for each year, of which the message does not give the count.
        vermoed: the role is not said but assumed: of two bare numbers the larger was taken up, a bare "alles" was
            acquired.
        vervangt: the value that this one comes in the place of ("48 in plaats van 45"), in study points.
        relatief: the year as seen from today: -1 = vorig jaar, 0 = dit jaar, 1 = volgend jaar; None when the message
            does not say it so.
    """

    rol: Rol
    waarde: int | None = None
    tot: int | None = None
    deel: Fraction | None = None
    jaar: int | None = None
    academiejaar: str | None = None
    deelperiode: str | None = None
    contract: str | None = None
    opleiding: str | None = None
    begin: int = 0
    eind: int = 0
    ongeldig: Ongeldig | None = None
    ruw: str | None = None
    rest: bool = False
    totaal: bool = False
    telkens: bool = False
    vermoed: bool = False
    vervangt: int | None = None
    relatief: int | None = None


@dataclass(frozen=True, slots=True)
class Lezing:
    """All that one message says.

    Attributes:
        feiten: the facts, in the order of the text.
        contract: `diplomacontract`, `creditcontract` or `examencontract`.
        opleiding: programme that is named.
        instelling: key of the institution that is named.
        situatie: `generatiestudent`, `verder_student` or `creditcontract`.
        datum: first date, as ISO 8601: "2026-12-01", or "2027-02" for a month; without a reference date the year is
            left open: "--12-01", "--02".
        datum_relatie: `voor` when the message speaks of the time up to the date ("voor 1 december", "tegen", "ten
            laatste"), `na` of the time from it on ("na 15 maart", "vanaf", "sinds"); None for the day itself.
        signalen: cues about how the facts relate to what was said before, `hypothese` for a what-if, `zelfde` for a year like the
            one before, and `nood` for a sign of crisis.
        aantal_jaren: number of years of study that is named ("drie jaar lang").
        dubbelzinnig: readings that each give another result, when the wording does not decide; best first.
        label: what this reading comes down to, for on a button; empty unless the reading is one of several.
    """

    feiten: tuple[Feit, ...] = ()
    contract: str | None = None
    opleiding: str | None = None
    instelling: str | None = None
    situatie: str | None = None
    datum: str | None = None
    signalen: frozenset[Signaal] = frozenset()
    aantal_jaren: int | None = None
    dubbelzinnig: tuple[Lezing, ...] = ()
    datum_relatie: DatumRelatie | None = None
    label: str = ""
