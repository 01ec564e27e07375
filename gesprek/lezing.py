"""What one turn of a student says: typed acts with their facts. How it was read does not matter here."""

from __future__ import annotations

from datetime import date
from typing import Any
from typing import Final
from typing import Literal
from typing import Union

from pydantic import BaseModel
from pydantic import Extra
from pydantic import StrictBool
from pydantic import StrictInt
from pydantic import validator


#: What a fact is about. Those of ``PUNTEN`` count studiepunten.
Wat = Literal[
    "opgenomen",
    "verworven",
    "niet_geslaagd",
    "getolereerd",
    "vrijgesteld",
    "saldo",
    "verdubbeling_over",
    "eerder_verworven",
    "raad",
    "gemist",
    "geschrapt",
    "stop",
    "overstap",
    "niet_ingeschreven",
    "diploma",
    "eerste_jaar",
    "generatiestudent",
    "school",
    "contract",
    "opleiding",
    "beurs",
]
PUNTEN: Final = frozenset(
    """opgenomen verworven niet_geslaagd getolereerd vrijgesteld saldo verdubbeling_over eerder_verworven raad gemist
    geschrapt""".split()
)
#: Words that stand for a number of studiepunten; what they come to follows from the year that they are about.
HOEVEELHEDEN: Final = frozenset(("alles", "niets", "helft", "rest"))
#: Nobody counts further back.
MEESTE_JAREN: Final = 20
_EEUW: Final = range(2000, 2100)
_IN_EEN_SLEUTEL: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_")
_BENOEMD: Final = frozenset(("nu", "vorig", "volgend", "daarna", "daarvoor"))
#: Who a sheet can be of.
PERSONEN: Final = frozenset(
    """ik zoon dochter zus broer stiefzoon stiefdochter kleinzoon kleindochter petekind neef nicht nichtje neefje vriend vriendin lief man
    vrouw moeder vader mama papa kameraad maat kotgenoot klasgenoot collega student studente leerling schoonbroer schoonzus
    partner kind iemand hij zij""".split()
)
#: When a balance held: before the enrolment of its year, after it, after the results.
Moment = Literal["voor_inschrijving", "na_inschrijving", "na_resultaten"]
#: A part of a year: its semesters and year courses, or the exam period in which something was acquired.
Deel = Literal["semester1", "semester2", "jaarvak", "januari", "juni", "augustus", "rest"]
#: What the student wants to have computed.
Doelnaam = Literal[
    "saldo",
    "bereik",
    "genoeg",
    "hoeveel_opnemen",
    "nodig",
    "verdubbeling",
    "tekort",
    "klopt",
    "verschil",
    "waarom",
    "heropbouw",
    "terugkrijgen",
    "vergelijk",
    "volhouden",
]
Sturing = Literal[
    "stop",
    "opnieuw",
    "terug_naar_nu",
    "herhaal",
    "anders_gezegd",
    "mens",
    "verder",
    "klaar",
    "niet_dat",
    "wat_weet_je",
    "wis",
    "even_wachten",
    "aankondiging",
    # These two only buttons say: go through the conditions of asking back from the Raad, and make the draft of the letter.
    "nagaan",
    "ontwerp",
]
Sociaal = Literal[
    "groet",
    "dank",
    "afscheid",
    "instemming",
    "opluchting",
    "goed_nieuws",
    "excuus",
    "klacht",
    "frustratie",
    "spanning",
    "twijfel",
    "verdriet",
    "ziekte",
    "ongeval",
    "geboorte",
    "nood",
    "nood_voorbij",
    "geweld",
    "belediging",
    "grap",
    "manipulatie",
    "saldo_wijzigen",
    "gegevens_van_ander",
    "persoonsgegevens",
    "fraude",
    "belofte_gevraagd",
]


class Vast(BaseModel):
    """Takes no other fields and does not change."""

    class Config:
        extra = Extra.forbid
        frozen = True
        smart_union = True


def _is_jaar(jaar: str | None) -> str | None:
    """Refuses what names no academic year: years without a number of 1 to 20, or between 2000 and 2099."""
    if jaar is None or jaar in _BENOEMD:
        return jaar
    begin, streep, eind = jaar.partition("-")
    if begin.isdecimal() and (not streep or eind.isdecimal()):
        if not streep and 1 <= int(begin) <= MEESTE_JAREN and begin == str(int(begin)):
            return jaar
        if streep and int(begin) in _EEUW and int(eind) == int(begin) + 1:
            return jaar
    raise ValueError("een jaar is 2026-2027, een rangnummer, nu, vorig, volgend, daarna of daarvoor")


class Feit(Vast):
    """One fact.

    Attributes:
        wat: what it is about.
        waarde: studiepunten, a word of ``HOEVEELHEDEN``, a name (school, contract, programme, diploma) or yes/no; None
            where only the course is named ("recht toch gehaald").
        jaar: ``2025-2026``, an ordinal from ``1`` (the student's first year), ``nu``, ``vorig``, ``volgend``, ``daarna``
            (the year after the one last spoken of) or ``daarvoor``; None means the year last spoken of.
        moment: when a balance held.
        deel: the part of the year.
        vak: the course, in the words of this message.
        erbij: it comes on top of what was told; negative numbers take away.
        datum: of stopping, dropping or a new enrolment.
        contract, opleiding, school: of what is taken up, where this fact says so.
        nieuw: it is about the programme that is changed to.
    """

    wat: Wat
    waarde: Union[StrictBool, StrictInt, str] | None = None
    jaar: str | None = None
    moment: Moment | None = None
    deel: Deel | None = None
    vak: str | None = None
    erbij: StrictBool = False
    datum: date | None = None
    contract: str | None = None
    opleiding: str | None = None
    school: str | None = None
    nieuw: StrictBool = False

    _jaar = validator("jaar", allow_reuse=True)(_is_jaar)

    @validator("waarde")
    def _past_bij_wat(cls, waarde: Any, values: dict[str, Any]) -> Any:
        wat = values.get("wat")
        if wat in PUNTEN and isinstance(waarde, str) and waarde not in HOEVEELHEDEN:
            raise ValueError(f"{wat} is een aantal of een van {', '.join(sorted(HOEVEELHEDEN))}, niet {waarde!r}")
        if wat in PUNTEN and isinstance(waarde, bool):
            raise ValueError(f"{wat} is een aantal, niet ja of nee")
        return waarde


class _Daad(Vast):
    #: Who it is about where that is somebody else than in the turn before: ``ik``, ``zoon``, ``zus`` ...
    persoon: str | None = None

    @validator("persoon")
    def _verwant(cls, persoon: str | None) -> str | None:
        # A name is nobody's business: who is no known relation is somebody else.
        return persoon if persoon is None or persoon in PERSONEN else "iemand"


class Vertel(_Daad):
    """Tells facts: real ones (``vertel``, ``antwoord``), better ones (``verbeter``) or supposed ones (``veronderstel``)."""

    soort: Literal["vertel", "antwoord", "verbeter", "veronderstel"]
    feiten: tuple[Feit, ...] = ()
    ja: StrictBool | None = None
    weet_niet: StrictBool = False
    keuze: str | None = None


class Vraag(_Daad):
    """Asks: for something computed (``doel``) or for knowledge (``onderwerp``, as ``topic/question``).

    Attributes:
        opnemen: studiepunten that are to be taken up.
        saldo: balance to reach, or claimed.
        boven: more than that balance, not just that much.
        jaar: academic year that it is about, as in ``Feit``.
        moment: of the balance that is asked for.
        over: the figure, or the word, that is asked about.
        plannen: the facts of each plan that is compared.
        dus: the student draws a conclusion and wants it confirmed.
        omgekeerd: asked the other way round than the canonical question.
    """

    soort: Literal["vraag"]
    doel: Doelnaam | None = None
    onderwerp: str | None = None
    opnemen: StrictInt | None = None
    saldo: StrictInt | None = None
    boven: StrictBool = False
    jaar: str | None = None
    moment: Literal["voor_inschrijving", "nu", "einde"] | None = None
    over: Union[StrictInt, str] | None = None
    plannen: tuple[tuple[Feit, ...], ...] = ()
    dus: StrictBool = False
    omgekeerd: StrictBool = False

    _jaar = validator("jaar", allow_reuse=True)(_is_jaar)

    @validator("onderwerp", always=True)
    def _een_van_beide(cls, waarde: Any, values: dict[str, Any]) -> Any:
        if (waarde is None) == (values.get("doel") is None):
            raise ValueError("een vraag heeft een doel of een onderwerp")
        if waarde is not None and not (
            waarde.count("/") == 1 and all(deel and set(deel) <= _IN_EEN_SLEUTEL for deel in waarde.split("/"))
        ):
            raise ValueError("een onderwerp is een sleutel van data/vragen")
        return waarde


class Stuur(_Daad):
    """Steers the conversation."""

    soort: Literal["stuur"]
    wat: Sturing


class Omgang(_Daad):
    """Says something to the other side of the table: thanks, grief, anger; what it is about is not kept."""

    soort: Literal["sociaal"]
    wat: Sociaal


Daad = Union[Vertel, Vraag, Stuur, Omgang]


class Lezing(Vast):
    """A turn: its acts, in the order in which they were said.

    Attributes:
        daden: what was said; empty when nothing could be read.
        taal: the language it was written in.
        twijfel: its facts could well be read otherwise; they are said back before a figure follows from them.
    """

    daden: tuple[Daad, ...] = ()
    twijfel: StrictBool = False
    taal: Literal["nl", "en", "fr"] = "nl"
