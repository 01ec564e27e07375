"""What a figure of an answer must be, worked out by the core."""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Mapping
from fractions import Fraction
from typing import Any
from typing import Final

from leerkrediet_core import LeerkredietFout
from leerkrediet_core import bereken
from leerkrediet_core import instellingen
from leerkrediet_core import lees_loopbaan
from leerkrediet_core.parameters import parameter


MAANDEN: Final = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)  # fmt: skip
_MAAND_DAG: Final = re.compile(r"(\d\d)-(\d\d)")
_MINSTE_TEKENS_REDEN: Final = 5


class DuidingFout(ValueError):
    """An entry of ``cijfers.yml`` is not of a known form, or names what the core does not have."""


def klopt(getal: str, duiding: Mapping[str, Any]) -> str | None:
    """None when ``getal`` (as the text writes it) is what ``duiding`` gives; else what is wrong, in Dutch.

    Raises:
        DuidingFout: the entry itself cannot be.
    """
    for sleutel, (mag, bepaal) in _SOORTEN.items():
        if sleutel in duiding:
            te_veel = set(duiding) - {sleutel, *mag}
            if te_veel:
                raise DuidingFout(f"'{', '.join(sorted(te_veel))}' hoort niet bij '{sleutel}'")
            try:
                return bepaal(getal, duiding)
            except (LeerkredietFout, KeyError, TypeError, ValueError) as fout:
                raise fout if isinstance(fout, DuidingFout) else DuidingFout(str(fout)) from fout
    raise DuidingFout(f"geen bekende soort; kies uit {', '.join(_SOORTEN)}")


def als_tekst(waarde: int | str) -> str:
    """A value of the core as an answer writes it: ``12-01`` is "1 december", ``1/2`` is "helft".

    Raises:
        DuidingFout: there is no way to write it.
    """
    if isinstance(waarde, int):
        return str(waarde)
    if dag := _MAAND_DAG.fullmatch(waarde):
        return f"{int(dag[2])} {MAANDEN[int(dag[1]) - 1]}"
    if Fraction(waarde) == Fraction(1, 2):
        return "helft"
    raise DuidingFout(f"voor '{waarde}' is er geen schrijfwijze in een antwoord")


def _gelijk(getal: str, moet: str, herkomst: str) -> str | None:
    return None if getal == moet else f"{getal} moet {moet} zijn ({herkomst})"


def _parameter(getal: str, duiding: Mapping[str, Any]) -> str | None:
    gevonden = parameter(duiding["parameter"])
    if duiding.get("veld") == "vanaf":
        return _gelijk(getal, str(gevonden.waarden[0].vanaf), f"eerste jaar van: {gevonden.omschrijving}")
    if "veld" in duiding:
        raise DuidingFout(f"'{duiding['veld']}' is geen veld van een parameter; wel: vanaf")
    waarde = gevonden.in_jaar(None).waarde
    if waarde is None:
        raise DuidingFout(f"'{gevonden.naam}' is afgeschaft")
    return _gelijk(getal, als_tekst(waarde), gevonden.omschrijving)


def _loopbaan(getal: str, duiding: Mapping[str, Any]) -> str | None:
    gebeurtenissen: list[dict[str, Any]] = []
    for opgenomen, verworven in duiding["loopbaan"]:
        gebeurtenissen.append({"soort": "inschrijving", "studiepunten": opgenomen, "contract": "diplomacontract"})
        gebeurtenissen.append({"soort": "resultaat", "verworven": verworven})
    if duiding.get("masterdiploma"):
        gebeurtenissen.append({"soort": "masterdiploma"})
    uitkomst = bereken(lees_loopbaan({"gebeurtenissen": gebeurtenissen}))
    vragen = {"saldo": uitkomst.saldo, "bonus_over": uitkomst.bonus_over}
    if duiding.get("vraag") not in vragen:
        raise DuidingFout(f"vraag is 'saldo' of 'bonus_over', niet '{duiding.get('vraag')}'")
    return _gelijk(getal, str(vragen[duiding["vraag"]]), f"{duiding['vraag']} na {duiding['loopbaan']}")


def _teruggave(getal: str, duiding: Mapping[str, Any]) -> str | None:
    verworven, over = duiding["teruggave"]["verworven"], duiding["teruggave"]["bonus_over"]
    gebeurtenissen = [
        {"soort": "inschrijving", "studiepunten": verworven},
        {"soort": "resultaat", "verworven": verworven},
    ]
    # From a balance that leaves no doubt about what was doubled before.
    uitkomst = bereken(lees_loopbaan({"startsaldo": 100, "bonus_over": over, "gebeurtenissen": gebeurtenissen}))
    terug = sum(stap.mutatie for stap in uitkomst.stappen if stap.gebeurtenis == 1)
    return _gelijk(getal, str(terug), f"terug voor {verworven} met nog {over} te verdubbelen")


def _heropbouw(getal: str, duiding: Mapping[str, Any]) -> str | None:
    gegeven = duiding["heropbouw"]
    # An enrolment of no points tells in which year the student was last there.
    laatste = {"soort": "inschrijving", "studiepunten": 0, "academiejaar": gegeven["laatste_jaar"]}
    invoer = {"startsaldo": gegeven["saldo"], "gebeurtenissen": [laatste], "stand_in": gegeven["stand_in"]}
    saldo = bereken(lees_loopbaan(invoer)).saldo
    return _gelijk(getal, str(saldo), f"saldo in {gegeven['stand_in']}")


def _instelling(getal: str, duiding: Mapping[str, Any]) -> str | None:
    sleutel = duiding["instelling"]
    if sleutel not in instellingen():
        raise DuidingFout(f"'{sleutel}' is geen bekende instelling")
    gegevens = instellingen()[sleutel]
    if "datum" in duiding:
        dagen = {dag for periode in gegevens.stoppen or () for dag in (periode.voor, periode.tot) if dag}
        if duiding["datum"] not in dagen:
            bekend = ", ".join(als_tekst(dag) for dag in sorted(dagen)) or "geen enkele"
            return f"{getal} is geen stopdag van {gegevens.naam}; wel: {bekend}"
        return _gelijk(getal, als_tekst(duiding["datum"]), f"stopdag van {gegevens.naam}")
    if duiding.get("tekst") not in ("onvoldoende", "opgelet"):
        raise DuidingFout("geef 'datum: MM-DD', of 'tekst: onvoldoende' of 'tekst: opgelet'")
    tekst = getattr(gegevens, duiding["tekst"]) or ""
    if re.search(rf"(?<!\d){re.escape(getal)}(?!\w)", tekst):
        return None
    return f"{getal} staat niet in wat de gegevens van {gegevens.naam} onder '{duiding['tekst']}' zeggen"


def _vast(getal: str, duiding: Mapping[str, Any]) -> str | None:
    reden = duiding["vast"]
    if not isinstance(reden, str) or len(reden) < _MINSTE_TEKENS_REDEN:
        raise DuidingFout("'vast' heeft een reden nodig")
    return None


_SOORTEN: Final[Mapping[str, tuple[tuple[str, ...], Callable[[str, Mapping[str, Any]], str | None]]]] = {
    "parameter": (("veld",), _parameter),
    "loopbaan": (("vraag", "masterdiploma"), _loopbaan),
    "teruggave": ((), _teruggave),
    "heropbouw": ((), _heropbouw),
    "instelling": (("datum", "tekst"), _instelling),
    "vast": ((), _vast),
}
