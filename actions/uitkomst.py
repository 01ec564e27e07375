"""The outcome of a calculation as chat messages: the balance in one sentence, then how it came about."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace
from typing import Final

from actions.loopbaan import Loopbaan
from actions.loopbaan import bonus_onbekend
from actions.loopbaan import naar_invoer
from actions.vragen import jaarnaam
from leerkrediet_core import Grootboek
from leerkrediet_core import bereken
from leerkrediet_core import getal
from leerkrediet_core import lees_loopbaan
from leerkrediet_core.taal import punten
from leerkrediet_core.weergave.tekst import als_regels


KNOPPEN: Final = (
    {"title": "Nog een jaar erbij", "payload": '/saldo_berekenen{"keuze":"nog_een_jaar"}'},
    {"title": "Opnieuw beginnen", "payload": "/opnieuw"},
    {"title": "Trajectbegeleider", "payload": "/trajectbegeleider_contact"},
)
_NAKIJKEN: Final = "Dit is een berekening. Je echte saldo staat in je Burgerprofiel: https://burgerprofiel.be"


@dataclass(frozen=True)
class Uitkomst:
    """``zin`` says the balance; ``uitleg`` holds the ledger, what was assumed and where to check."""

    zin: str
    uitleg: str


def maak_uitkomst(loopbaan: Loopbaan) -> Uitkomst:
    """The outcome of a complete career.

    Raises:
        InvoerFout: the career cannot be; the merge should have seen that.
    """
    laagste = _bereken(loopbaan)
    if any(jaar.verworven_tot is not None for jaar in loopbaan.jaren):
        return _bereik(loopbaan, laagste, _bereken(loopbaan, hoogste=True))
    if bonus_onbekend(loopbaan):
        return _twee_gevallen(loopbaan)
    return Uitkomst(_saldozin(laagste), _uitleg(loopbaan, laagste))


def saldo_van(loopbaan: Loopbaan) -> int | None:
    """The balance of a complete career, in studiepunten; None when it is not one outcome."""
    if not loopbaan.jaren or bonus_onbekend(loopbaan) or any(j.verworven_tot is not None for j in loopbaan.jaren):
        return None
    return _bereken(loopbaan).saldo


def _bereken(loopbaan: Loopbaan, *, hoogste: bool = False, bonus_over: int | None = None) -> Grootboek:
    invoer = naar_invoer(loopbaan, hoogste=hoogste)
    if bonus_over is not None:
        invoer["bonus_over"] = bonus_over
    return bereken(lees_loopbaan(invoer))


def _saldozin(grootboek: Grootboek) -> str:
    zin = f"Je saldo wordt {punten(grootboek.saldo)}."
    if grootboek.saldo < 0:
        zin += " Dat is onder nul: bespreek met je trajectbegeleider wat nog kan."
    return zin


def _uitleg(loopbaan: Loopbaan, grootboek: Grootboek) -> str:
    delen = ["Zo kom ik daaraan:", *als_regels(grootboek, _koppen(loopbaan))]
    if grootboek.bonus_over:
        delen.append(f"Je kan later nog {punten(grootboek.bonus_over)} dubbel terugkrijgen.")
    aannames = _aannames(loopbaan, grootboek)
    if aannames:
        delen += ["", "Ik nam aan:", *(f"- {zin}" for zin in aannames)]
    if grootboek.waarschuwingen:
        delen += ["", "Let op:", *(f"- {zin}" for zin in grootboek.waarschuwingen)]
    return "\n".join([*delen, "", _NAKIJKEN, _bronnen(grootboek)])


def _bereik(loopbaan: Loopbaan, laagste: Grootboek, hoogste: Grootboek) -> Uitkomst:
    zin = f"Je saldo wordt {laagste.saldo} tot {hoogste.saldo} studiepunten."
    return Uitkomst(zin, "Met het laagste aantal.\n" + _uitleg(loopbaan, laagste))


def _twee_gevallen(loopbaan: Loopbaan) -> Uitkomst:
    """A balance in mid-career does not tell how much doubling is left: both ends, each labelled."""
    op = _bereken(loopbaan, bonus_over=0)
    hoogste = getal("startkrediet") + getal("verdubbeling_eerste")
    meeste = min(getal("verdubbeling_eerste"), hoogste - (loopbaan.startsaldo or 0))
    over = _bereken(loopbaan, bonus_over=max(0, meeste))
    if op.saldo == over.saldo:
        return Uitkomst(_saldozin(op), _uitleg(loopbaan, op))
    zin = (
        f"Je saldo wordt {op.saldo} als je dubbele punten al op zijn, en {over.saldo} als je er nog {meeste} "
        "kan verdubbelen."
    )
    vraag = 'Weet je voor hoeveel studiepunten je vroeger al slaagde? Typ dan bijvoorbeeld "ik had er al 18 gehaald".'
    return Uitkomst(zin, f"{vraag}\n\nAls je dubbele punten op zijn:\n" + _uitleg(loopbaan, op))


def _koppen(loopbaan: Loopbaan) -> dict[int, str]:
    """A heading above the first step of each year, when there is more than one."""
    if len(loopbaan.jaren) < 2:
        return {}
    koppen: dict[int, str] = {}
    vanaf = 0
    for nummer in range(len(loopbaan.jaren)):
        koppen[vanaf] = jaarnaam(loopbaan, nummer).removeprefix("je ").capitalize()
        # A year may take several events, so its length is that of a career that ends with it.
        vanaf = len(naar_invoer(replace(loopbaan, jaren=loopbaan.jaren[: nummer + 1], masterdiploma=False))["gebeurtenissen"])
    return koppen


def _aannames(loopbaan: Loopbaan, grootboek: Grootboek) -> list[str]:
    aannames = []
    if loopbaan.startsaldo is None:
        aannames.append(f"Je begon met {grootboek.startsaldo} studiepunten.")
    if any(jaar.contract is None for jaar in loopbaan.jaren):
        aannames.append("Je hebt een diplomacontract voor een bachelor of master.")
    if any(jaar.totaal for jaar in loopbaan.jaren):
        aannames.append("De getallen zijn die van alle jaren samen.")
    return aannames + [zin for zin in grootboek.aannames if "masterdiploma" in zin]


def _bronnen(grootboek: Grootboek) -> str:
    namen = dict.fromkeys(
        stap.regel.bron.naam + (f', deel "{stap.regel.deel}"' if stap.regel.deel else "") for stap in grootboek.stappen
    )
    return f"Bron: {'; '.join(namen)}"
