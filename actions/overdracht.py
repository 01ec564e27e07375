"""A conversation that began with the rules and goes on with the machine: its years and its balance come along."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from typing import Final

from actions.loopbaan import STARTKREDIET
from actions.loopbaan import Jaar
from actions.loopbaan import Loopbaan
from actions.slots import SLOTS
from actions.uitkomst import saldo_van
from gesprek.beurt import GIDSEN
from gesprek.doelen import Wereld
from gesprek.lezing import Feit
from gesprek.lezing import Lezing
from gesprek.lezing import Vertel
from gesprek.machine import Sleutel
from gesprek.machine import beurt
from gesprek.rekening import Onrekenbaar
from gesprek.rekening import reken
from gesprek.staat import Staat
from leerkrediet_core import LeerkredietFout


_JAREN: Final = {-1: "vorig", 0: "nu", 1: "volgend"}


def liep_met_regels(slots: Mapping[str, Any]) -> bool:
    """Whether the rules remember anything of this conversation."""
    return any(slots.get(naam) for naam in SLOTS)


def draag_over(slots: Mapping[str, Any], wereld: Wereld, sleutel: Sleutel) -> Staat | None:
    """The state that goes on from what the rules remember; None where that is not simple, or would come out otherwise."""
    fase = slots.get("fase")
    if isinstance(fase, str) and fase in GIDSEN:
        return None
    loopbaan = Loopbaan.uit_dict(slots.get("loopbaan"))
    feiten = _feiten(loopbaan)
    if not feiten:
        return None
    try:
        kaarten = beurt(Staat(), Lezing(daden=(Vertel(soort="vertel", feiten=feiten),)), wereld, sleutel)[0].kaarten
        staat = Staat(kaarten=kaarten)
        eerder = saldo_van(loopbaan)
        nu = reken(staat.kaart, wereld.vandaag, wereld.school)
    except (LeerkredietFout, Onrekenbaar, ValueError):
        return None
    # A balance that suddenly is another one would be worse than beginning anew.
    return staat if eerder is None or not loopbaan.jaren or eerder == nu.saldo else None


def _feiten(loopbaan: Loopbaan) -> tuple[Feit, ...]:
    """The career as facts; none where it holds more than years and a balance."""
    if loopbaan.masterdiploma or not all(_is_eenvoudig(jaar) for jaar in loopbaan.jaren):
        return ()
    feiten = []
    if loopbaan.startsaldo is not None and (loopbaan.startsaldo != STARTKREDIET or not loopbaan.jaren):
        eerste = _naam(loopbaan, 0) if loopbaan.jaren else None
        if loopbaan.jaren and (eerste is None or eerste.isdecimal()):
            # A balance holds on a day, and that of this one is not known.
            return ()
        moment = "voor_inschrijving" if loopbaan.jaren else None
        feiten.append(Feit(wat="saldo", waarde=loopbaan.startsaldo, moment=moment, jaar=eerste))
    for nummer, jaar in enumerate(loopbaan.jaren):
        naam = _naam(loopbaan, nummer)
        for wat in ("opgenomen", "verworven", "getolereerd"):
            waarde = getattr(jaar, wat)
            if waarde is not None:
                feiten.append(
                    Feit(wat=wat, waarde=waarde, jaar=naam, contract=jaar.contract, opleiding=jaar.opleiding)
                )  # fmt: skip
    for veld, wat in (("bonus_over", "verdubbeling_over"), ("eerder_verworven", "eerder_verworven")):
        if getattr(loopbaan, veld) is not None:
            feiten.append(Feit(wat=wat, waarde=getattr(loopbaan, veld)))
    return tuple(feiten)


def _is_eenvoudig(jaar: Jaar) -> bool:
    return not jaar.totaal and jaar.teruggave is None and jaar.opgenomen is not None and jaar.verworven_tot is None


def _naam(loopbaan: Loopbaan, nummer: int) -> str:
    """The year as a fact names it: as it was told, else by its place; a last year without results is the running one."""
    jaar = loopbaan.jaren[nummer]
    if jaar.academiejaar is not None:
        start = int(jaar.academiejaar[:4])
        return f"{start}-{start + 1}"
    if jaar.relatief in _JAREN:
        return _JAREN[jaar.relatief]
    if jaar.verworven is None and nummer == len(loopbaan.jaren) - 1:
        return "nu"
    return str(jaar.nummer or nummer + 1)
