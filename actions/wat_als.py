"""What-if: the outcome of a supposed career beside the real one, which stays as it is."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.loopbaan import Jaar
from actions.loopbaan import Loopbaan
from actions.loopbaan import Stuk
from actions.loopbaan import bonus_onbekend
from actions.loopbaan import volgende_vraag
from actions.uitkomst import bereken_loopbaan
from actions.uitkomst import maak_uitkomst
from actions.uitkomst import saldo_van
from actions.uitkomst import vanaf_jaar
from actions.vragen import jaarnaam
from actions.weergave import toon_uitkomst
from leerkrediet_core.taal import punten


_TERUG: Final = {"title": "Terug naar nu", "payload": '/saldo_berekenen{"keuze":"terug"}'}
_VERDER: Final = {"title": "Reken hiermee verder", "payload": '/saldo_berekenen{"keuze":"verder"}'}
_TRAJECTBEGELEIDER: Final = {"title": "Trajectbegeleider", "payload": "/trajectbegeleider_contact"}
#: Studiepunten of a full-time year, supposed where a goal is named without a programme.
VOLTIJDS: Final = 60
#: How well a year without a result may go, as buttons.
DELEN: Final = {"alles": "Slaag voor alles", "helft": "Slaag voor de helft", "niets": "Slaag voor niets"}


def toon_wat_als(dispatcher: CollectingDispatcher, tracker: Tracker, echt: Loopbaan, variant: Loopbaan) -> None:
    """Say what the supposed career comes to, what it differs from now, and what was supposed."""
    dispatcher.utter_message(text="\n".join(["Ik reken dan met:", *(f"- {regel}" for regel in beschrijf(variant))]))
    uitkomst = maak_uitkomst(variant)
    if volgende_vraag(variant) is not None:
        knoppen = [
            {"title": titel, "payload": f'/saldo_berekenen{{"keuze":"{deel}"}}'} for deel, titel in DELEN.items()
        ]
    else:
        knoppen = [_VERDER, _TERUG, _TRAJECTBEGELEIDER]
    # What was assumed was said with the real outcome.
    uitkomst = replace(uitkomst, zin=_zin(echt, variant, uitkomst.zin), aannames=())
    toon_uitkomst(dispatcher, tracker, vanaf_jaar(uitkomst, variant, _eerste_verschil(echt, variant)), knoppen)


def toon_doel(dispatcher: CollectingDispatcher, loopbaan: Loopbaan, doel: int) -> None:
    """Say for how many points of the last year one must pass to end on a balance of ``doel`` studiepunten.

    When every year has its result, a full-time year to come is supposed, and said.
    """
    vooraf = ""
    if volgende_vraag(loopbaan) is None and loopbaan.jaren[-1].verworven_tot is None and not _is_gepland(loopbaan):
        komend = Jaar((Stuk("opgenomen", "", VOLTIJDS),), relatief=1)
        loopbaan = replace(loopbaan, jaren=(*loopbaan.jaren, komend))
        vooraf = f"Ik ga ervan uit dat je volgend jaar {VOLTIJDS} studiepunten opneemt. "
    index = len(loopbaan.jaren) - 1
    laatste = loopbaan.jaren[index]
    opgenomen = laatste.opgenomen or 0
    bonus = 0 if bonus_onbekend(loopbaan) else None
    saldo, verworven = 0, 0
    for verworven in range(opgenomen + 1):
        jaren = (*loopbaan.jaren[:index], laatste.met_uitkomst(verworven))
        saldo = bereken_loopbaan(replace(loopbaan, jaren=jaren), bonus_over=bonus).saldo
        if saldo >= doel:
            break
    naam = "volgend jaar" if laatste.relatief == 1 else f"in {jaarnaam(loopbaan, index)}"
    if saldo < doel:
        zin = f"Op {doel} kom je dan niet: ook als je {naam} voor alle {opgenomen} slaagt, wordt je saldo {saldo}."
    elif verworven == 0:
        zin = f"Daar kom je zeker: ook als je {naam} voor niets slaagt, wordt je saldo {saldo}."
    else:
        zin = (
            f"Om op {doel} te staan, moet je {naam} voor {punten(verworven)} van de {opgenomen} slagen. "
            f"Je saldo wordt dan {saldo}."
        )
    if bonus is not None:
        zin += " Daarbij reken ik zonder dubbele punten: ik weet niet hoeveel je er nog hebt."
    dispatcher.utter_message(text=vooraf + zin, buttons=[_TRAJECTBEGELEIDER])


def _eerste_verschil(echt: Loopbaan, variant: Loopbaan) -> int:
    """The first year in which a supposed career differs from the real one; 0 where they begin differently."""
    if (echt.startsaldo, echt.bonus_over, echt.eerder_verworven) != (
        variant.startsaldo, variant.bonus_over, variant.eerder_verworven,
    ):  # fmt: skip
        return 0
    gelijk = [eigen == ander for eigen, ander in zip(echt.jaren, variant.jaren)]
    return gelijk.index(False) if False in gelijk else len(gelijk)


def _is_gepland(loopbaan: Loopbaan) -> bool:
    return (loopbaan.jaren[-1].relatief or 0) > 0


def beschrijf(loopbaan: Loopbaan) -> list[str]:
    """A career in a line per year, as it was understood."""
    regels = []
    if loopbaan.startsaldo is not None:
        regels.append(f"een saldo van {loopbaan.startsaldo} bij het begin")
    for index, jaar in enumerate(loopbaan.jaren):
        delen = [f"{jaar.opgenomen} opgenomen"]
        if jaar.verworven is not None:
            tot = f" tot {jaar.verworven_tot}" if jaar.verworven_tot is not None else ""
            delen.append(f"{jaar.verworven}{tot} geslaagd")
        if jaar.getolereerd:
            delen.append(f"{jaar.getolereerd} getolereerd")
        if jaar.contract not in (None, "diplomacontract"):
            delen.append(f"met een {jaar.contract}")
        if jaar.teruggave:
            delen.append(f"{jaar.teruggave} terug van de Raad")
        regels.append(f"{jaarnaam(loopbaan, index).removeprefix('je ')}: {', '.join(delen)}")
    if loopbaan.masterdiploma:
        regels.append("daarna je masterdiploma")
    return regels


def _zin(echt: Loopbaan, variant: Loopbaan, zin: str) -> str:
    nu, dan = saldo_van(echt), saldo_van(variant)
    if dan is None or nu is None or volgende_vraag(variant) is not None:
        return zin
    if nu == dan:
        return f"Je saldo wordt dan ook {punten(dan)}. Er verandert dus niets."
    verschil = f"{dan - nu} meer" if dan > nu else f"{nu - dan} minder"
    onder_nul = " Dat is onder nul: bespreek met je trajectbegeleider wat nog kan." if dan < 0 else ""
    return f"Je saldo wordt dan {punten(dan)}. Dat is {verschil} dan nu ({nu}).{onder_nul}"
