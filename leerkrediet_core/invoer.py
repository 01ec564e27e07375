"""A study career as input: the events that may move a balance, each checked on its own.

What cannot be is refused with the name of the field and what would be right; what cannot be *together* (more acquired
than taken up) is refused by the calculation.
"""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING
from typing import Annotated
from typing import Any
from typing import Final
from typing import Literal
from typing import Union
from typing import get_args

from pydantic import BaseModel
from pydantic import Extra
from pydantic import Field
from pydantic import StrictBool
from pydantic import ValidationError
from pydantic import conint
from pydantic import validator

from leerkrediet_core.academiejaar import Academiejaar
from leerkrediet_core.errors import InvoerFout
from leerkrediet_core.gebruik import Contract
from leerkrediet_core.gebruik import Diploma
from leerkrediet_core.gebruik import Opleiding
from leerkrediet_core.instellingen import instellingen
from leerkrediet_core.parameters import getal
from leerkrediet_core.parameters import parameter


#: No enrolment is larger, not even a whole career told as one: four full years. Catches slips of the keyboard.
MEESTE_STUDIEPUNTEN: Final = 240
#: A balance may be negative; lower than this is a slip of the keyboard.
LAAGSTE_SALDO: Final = -500
#: What is given at the start and by doubling: no career gets higher.
HOOGSTE_SALDO: Final = getal("startkrediet") + getal("verdubbeling_eerste")
MEESTE_GEBEURTENISSEN: Final = 10_000
#: Leerkrediet exists since then; what happened in an earlier year moves nothing.
EERSTE_JAAR: Final = parameter("startkrediet").waarden[0].vanaf
#: Nobody who asks studied before this year; what lies before it is a slip of the keyboard.
VROEGSTE_JAAR: Final = Academiejaar(1950)

if TYPE_CHECKING:
    Studiepunten = int
    Saldo = int
    BonusOver = int
else:
    Studiepunten = conint(strict=True, ge=0, le=MEESTE_STUDIEPUNTEN)
    Saldo = conint(strict=True, ge=LAAGSTE_SALDO, le=HOOGSTE_SALDO)
    BonusOver = conint(strict=True, ge=0, le=getal("verdubbeling_eerste"))


class _Model(BaseModel):
    class Config:
        extra = Extra.forbid
        frozen = True
        arbitrary_types_allowed = True


def _lees_academiejaar(waarde: object) -> Academiejaar | None:
    if waarde is None or isinstance(waarde, Academiejaar):
        return waarde
    if not isinstance(waarde, str):
        raise ValueError('schrijf een academiejaar als "2026-2027"')
    jaar = Academiejaar.lees(waarde)
    if jaar < VROEGSTE_JAAR:
        raise ValueError(f"{jaar} ligt te ver terug; ten vroegste {VROEGSTE_JAAR}")
    return jaar


def _lees_stand(waarde: object) -> Academiejaar | None:
    jaar = _lees_academiejaar(waarde)
    if jaar is not None and jaar < EERSTE_JAAR:
        raise ValueError(f"leerkrediet bestaat sinds {EERSTE_JAAR}; een vroeger academiejaar heeft geen saldo")
    return jaar


def _lees_datum(waarde: object, values: dict[str, Any]) -> date | None:
    if waarde is None or isinstance(waarde, date):
        return waarde
    try:
        dag = date.fromisoformat(waarde)  # type: ignore[arg-type]  # anything but a string is a TypeError, caught here
    except (TypeError, ValueError):
        raise ValueError('schrijf een datum als "2026-11-30": jaar-maand-dag') from None
    # With a year from before leerkrediet the event moves nothing, and its date may be as old.
    eerste = min(values.get("academiejaar") or EERSTE_JAAR, EERSTE_JAAR)
    # The last year that Python can write has no day after it to compare with.
    if not eerste <= Academiejaar.van_datum(dag) < Academiejaar(date.max.year):
        raise ValueError(f"{dag} kan niet; leerkrediet bestaat sinds het academiejaar {EERSTE_JAAR}")
    return dag


class _Gebeurtenis(_Model):
    academiejaar: Academiejaar | None = None

    _academiejaar = validator("academiejaar", pre=True, allow_reuse=True)(_lees_academiejaar)


class Inschrijving(_Gebeurtenis):
    """An enrolment, or courses added later in the year: ``studiepunten`` are taken up."""

    soort: Literal["inschrijving"] = "inschrijving"
    studiepunten: Studiepunten
    contract: Contract = "diplomacontract"
    opleiding: Opleiding = "bachelor"


class Resultaat(_Gebeurtenis):
    """Results, whole or in part: ``verworven`` with a creditbewijs, ``getolereerd`` without one.

    ``contract`` and ``opleiding`` default to those of the latest enrolment.
    """

    soort: Literal["resultaat"] = "resultaat"
    verworven: Studiepunten
    getolereerd: Studiepunten = 0
    contract: Contract | None = None
    opleiding: Opleiding | None = None


class ZonderExamen(_Model):
    """Study points of courses of which no exam was sat, by the semester they lie in."""

    semester1: Studiepunten = 0
    semester2: Studiepunten = 0
    jaarvak: Studiepunten = 0


class Uitschrijving(_Gebeurtenis):
    """Stopping, or changing of programme. ``nieuwe_inschrijving_datum`` is None where no new programme follows.

    Without ``contract`` and ``opleiding`` it is about the latest enrolment, and about the others of that year as far as it
    names more points than that one has open. Naming either keeps it to what was taken up under it.
    """

    soort: Literal["uitschrijving"] = "uitschrijving"
    datum: date
    zonder_examen: ZonderExamen
    generatiestudent: StrictBool = False
    nieuwe_inschrijving_datum: date | None = None
    contract: Contract | None = None
    opleiding: Opleiding | None = None

    _datums = validator("datum", "nieuwe_inschrijving_datum", pre=True, allow_reuse=True)(_lees_datum)

    @validator("zonder_examen", pre=True)
    def _is_object(cls, waarde: object) -> object:
        # pydantic would also read a list of pairs.
        if not isinstance(waarde, (dict, ZonderExamen)):
            raise TypeError
        return waarde


class TeruggaveOvermacht(_Gebeurtenis):
    """``studiepunten`` that the Raad returned on grounds of overmacht."""

    soort: Literal["teruggave_overmacht"] = "teruggave_overmacht"
    studiepunten: Studiepunten


class Masterdiploma(_Gebeurtenis):
    """A master's diploma; whether it is the first follows from the career."""

    soort: Literal["masterdiploma"] = "masterdiploma"


class Graduaatsdiploma(_Gebeurtenis):
    """A graduaat diploma; it acts at the next enrolment."""

    soort: Literal["graduaatsdiploma"] = "graduaatsdiploma"


Gebeurtenis = Union[Inschrijving, Resultaat, Uitschrijving, TeruggaveOvermacht, Masterdiploma, Graduaatsdiploma]


class Loopbaan(_Model):
    """A study career: where it starts, and what happened, in order.

    Attributes:
        startsaldo: balance before the first event, in studiepunten.
        bonus_over: studiepunten that may still be doubled before the first event.
        instelling: key of the institution whose dates count on stopping; None means the legal floor alone.
        gebeurtenissen: the events in order.
        stand_in: the academic year for which the balance is asked; None means right after the last event.
        diplomas: diplomas held before the first event.
    """

    startsaldo: Saldo = getal("startkrediet")
    bonus_over: BonusOver = getal("verdubbeling_eerste")
    instelling: str | None = None
    gebeurtenissen: tuple[Annotated[Gebeurtenis, Field(discriminator="soort")], ...]
    stand_in: Academiejaar | None = None
    diplomas: tuple[Diploma, ...] = ()

    _stand_in = validator("stand_in", pre=True, allow_reuse=True)(_lees_stand)

    @validator("diplomas", pre=True)
    def _diplomas_bestaan(cls, waarde: object) -> object:
        soorten = get_args(Diploma)
        if not isinstance(waarde, (list, tuple)):
            raise ValueError(f"geef een lijst, met wat je hebt van {', '.join(soorten)}")
        for diploma in waarde:
            if diploma not in soorten:
                raise ValueError(f"{_kort(diploma)} kan hier niet; kies uit {', '.join(soorten)}")
        return waarde

    @validator("instelling")
    def _instelling_bestaat(cls, waarde: str | None) -> str | None:
        if waarde is not None and waarde not in instellingen():
            raise ValueError("is geen bekende instelling")
        return waarde

    @validator("gebeurtenissen", pre=True)
    def _niet_te_veel(cls, waarde: object) -> object:
        if not isinstance(waarde, (list, tuple)):
            raise ValueError("moet een lijst van gebeurtenissen zijn")
        if len(waarde) > MEESTE_GEBEURTENISSEN:
            raise ValueError(f"hoogstens {MEESTE_GEBEURTENISSEN} gebeurtenissen")
        return waarde


_SOORTEN: Final[dict[str, type[BaseModel]]] = {
    "inschrijving": Inschrijving,
    "resultaat": Resultaat,
    "uitschrijving": Uitschrijving,
    "teruggave_overmacht": TeruggaveOvermacht,
    "masterdiploma": Masterdiploma,
    "graduaatsdiploma": Graduaatsdiploma,
}
_KLASSEN: Final = frozenset(klasse.__name__ for klasse in _SOORTEN.values())
#: In pydantic's location of a field the class stands after ``gebeurtenissen`` and the index.
PLAATS_KLASSE: Final = 2


def lees_loopbaan(gegevens: object) -> Loopbaan:
    """The career in ``gegevens``, an object as JSON gives it.

    Raises:
        InvoerFout: a key is unknown, a field is missing or its value cannot be.
    """
    if not isinstance(gegevens, dict):
        raise InvoerFout("invoer", "moet een JSON-object zijn met minstens 'gebeurtenissen'")
    vreemd = [sleutel for sleutel in gegevens if sleutel not in Loopbaan.__fields__]
    if vreemd:
        # Before pydantic sees it: one key would clash with a name of its own.
        raise InvoerFout(_toon(vreemd[0]), f"is hier geen bekend veld; wel mogelijk: {', '.join(Loopbaan.__fields__)}")
    try:
        return Loopbaan.parse_obj(gegevens)
    except ValidationError as fout:
        eerste = fout.errors()[0]
        veld = _veld(eerste["loc"]) + (".soort" if eerste["type"].endswith("invalid_discriminator") else "")
        raise InvoerFout(veld, _uitleg(dict(eerste), gegevens)) from None


def lees_json(tekst: str) -> Loopbaan:
    """The career in a JSON text.

    Raises:
        InvoerFout: not JSON, a key stands in it twice, or see ``lees_loopbaan``.
    """
    try:
        gegevens = json.loads(tekst, object_pairs_hook=_zonder_dubbels)
    except (ValueError, RecursionError) as fout:  # a number of thousands of digits is a bare ValueError
        plaats = f" (regel {fout.lineno}, teken {fout.colno})" if isinstance(fout, json.JSONDecodeError) else ""
        raise InvoerFout("invoer", f"is geen geldige JSON{plaats}") from None
    return lees_loopbaan(gegevens)


def _zonder_dubbels(paren: list[tuple[str, Any]]) -> dict[str, Any]:
    gegevens: dict[str, Any] = {}
    for sleutel, waarde in paren:
        if sleutel in gegevens:
            raise InvoerFout(_toon(sleutel), "staat er twee keer; één keer is genoeg")
        gegevens[sleutel] = waarde
    return gegevens


def _veld(plaats: tuple[int | str, ...]) -> str:
    """``gebeurtenissen[1].verworven`` from pydantic's location, which also names the class that it chose."""
    veld = ""
    for deel in _zonder_klasse(plaats):
        if isinstance(deel, int):
            veld += f"[{deel}]"
        else:
            veld += f".{_toon(deel)}" if veld else _toon(deel)
    return veld


def _zonder_klasse(plaats: tuple[int | str, ...]) -> list[int | str]:
    return [deel for nummer, deel in enumerate(plaats) if nummer != PLAATS_KLASSE or deel not in _KLASSEN]


def _toon(sleutel: str) -> str:
    """A key as it can stand in a message of one line, whatever was typed."""
    tekst = sleutel if sleutel.isprintable() and sleutel else json.dumps(sleutel)
    return tekst if len(tekst) <= 40 else tekst[:37] + "..."


def _uitleg(fout: dict[str, Any], gegevens: dict[str, Any]) -> str:
    """What is wrong and what would be right, in Dutch."""
    soort, grenzen = str(fout["type"]), fout.get("ctx") or {}
    gegeven = _waarde_op(fout["loc"], gegevens)
    if soort == "value_error.missing":
        return "ontbreekt; dit veld is nodig"
    if soort == "value_error.extra":
        return f"is hier geen bekend veld; wel mogelijk: {', '.join(_mogelijke_velden(fout['loc'], gegevens))}"
    if fout["loc"][-1] == "instelling":
        return f"{gegeven} is geen bekende instelling; {_wat_wel('instelling')}"
    if soort.startswith("type_error.integer"):
        return f"{gegeven} is geen geheel getal; geef een geheel aantal studiepunten, zonder komma of aanhalingstekens"
    if soort == "value_error.number.not_ge":
        return f"{gegeven} is te klein; minstens {grenzen['limit_value']}"
    if soort == "value_error.number.not_le":
        return f"{gegeven} is te groot; hoogstens {grenzen['limit_value']}"
    if soort == "value_error.const":
        return f"{gegeven} kan hier niet; kies uit {', '.join(map(str, grenzen['permitted']))}"
    if "discriminator" in soort:
        return f"elke gebeurtenis heeft een 'soort': {', '.join(_SOORTEN)}"
    if soort == "value_error.strictbool" or soort.startswith("type_error"):
        return f"{gegeven} kan hier niet; {_wat_wel(_zonder_klasse(fout['loc'])[-1])}"
    return str(fout["msg"])


def _wat_wel(veld: int | str) -> str:
    """What would be right in ``veld``; an index means a whole event."""
    if isinstance(veld, int):
        return f"elke gebeurtenis is een object met een 'soort': {', '.join(_SOORTEN)}"
    if veld == "contract":
        return f"kies uit {', '.join(get_args(Contract))}"
    if veld == "opleiding":
        return f"kies uit {', '.join(get_args(Opleiding))}"
    if veld == "instelling":
        return f"kies uit {', '.join(instellingen())}"
    if veld == "zonder_examen":
        return f"geef een object met {', '.join(ZonderExamen.__fields__)}"
    if veld == "generatiestudent":
        return "kies true of false"
    if veld in ("datum", "nieuwe_inschrijving_datum"):
        return 'schrijf een datum als "2026-11-30": jaar-maand-dag'
    return "geef een geheel aantal studiepunten"


def _waarde_op(plaats: tuple[int | str, ...], gegevens: object) -> str:
    """The value at ``plaats`` as the giver wrote it, shortened."""
    for deel in _zonder_klasse(plaats):
        try:
            gegevens = gegevens[deel]  # type: ignore[index]  # a place that is not there ends the walk
        except (KeyError, IndexError, TypeError):
            return "deze waarde"
    return _kort(gegevens)


def _kort(waarde: object) -> str:
    """A value as it can stand in a message of one line, whatever was given."""
    try:
        tekst = json.dumps(waarde, ensure_ascii=False, default=str)
    except (RecursionError, ValueError):  # nested too deeply, or a number of thousands of digits
        return "deze waarde"
    if not tekst.isprintable():
        tekst = json.dumps(waarde, default=str)
    return tekst if len(tekst) <= 40 else tekst[:37] + "..."


def _mogelijke_velden(plaats: tuple[int | str, ...], gegevens: dict[str, Any]) -> list[str]:
    if "zonder_examen" in plaats[:-1]:
        return list(ZonderExamen.__fields__)
    soort = gegevens["gebeurtenissen"][plaats[1]].get("soort")
    return list(_SOORTEN[soort].__fields__)
