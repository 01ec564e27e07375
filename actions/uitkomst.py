"""The outcome of a calculation: the balance in one sentence, then how it came about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from typing import Any
from typing import Final

from actions.loopbaan import Loopbaan
from actions.loopbaan import bonus_onbekend
from actions.loopbaan import naar_invoer
from actions.vragen import jaarnaam
from leerkrediet_core import Grootboek
from leerkrediet_core import bereken
from leerkrediet_core import best_en_slechtst
from leerkrediet_core import getal
from leerkrediet_core import lees_loopbaan
from leerkrediet_core.taal import punten
from leerkrediet_core.weergave.tekst import als_regels


KNOPPEN: Final = (
    {"title": "Nog een jaar erbij", "payload": '/saldo_berekenen{"keuze":"nog_een_jaar"}'},
    {"title": "Opnieuw beginnen", "payload": "/opnieuw"},
    {"title": "Trajectbegeleider", "payload": "/trajectbegeleider_contact"},
)
_VROEGER: Final = (
    'Weet je voor hoeveel studiepunten je vroeger al slaagde? Typ dan bijvoorbeeld "ik had er al 18 gehaald".'
)
_NAKIJKEN: Final = "Dit is een berekening. Je echte saldo staat in je Burgerprofiel: https://burgerprofiel.be"


@dataclass(frozen=True)
class Uitkomst:
    """What came out of a calculation.

    Attributes:
        zin: says the balance.
        vooraf: what must be read before the ledger: which of two cases it shows, or what would make it sure.
        grootboek: the ledger.
        invoer: the input that the ledger was computed from.
        koppen: headings of the years, by the event that they stand above.
        aannames: what was assumed because nothing was said of it.
        achteraf: what is contested, where to check, the sources.
        begin: what the balance before the first step of the ledger is called.
    """

    zin: str
    vooraf: str
    grootboek: Grootboek
    invoer: Mapping[str, Any]
    koppen: Mapping[int, str]
    aannames: tuple[str, ...]
    achteraf: str
    begin: str = "Start"

    @property
    def vooruit(self) -> str:
        """The balance with what would make it sure, for who will be asked on."""
        return "\n".join(filter(None, [self.zin, self.vooraf]))

    @property
    def slot(self) -> str:
        """What follows the ledger."""
        aannames = ["Ik nam aan:", *(f"- {zin}" for zin in self.aannames), ""] if self.aannames else []
        nog = f"Je kan later nog {punten(self.grootboek.bonus_over)} dubbel terugkrijgen."
        return "\n".join([*([nog] if self.grootboek.bonus_over else []), "", *aannames, self.achteraf])

    @property
    def stappen(self) -> str:
        """The ledger as text."""
        return "\n".join(["Zo kom ik daaraan:", *als_regels(self.grootboek, self.koppen, begin=self.begin)])

    @property
    def uitleg(self) -> str:
        """Everything but the balance, as text."""
        return "\n".join(filter(None, [self.vooraf, self.stappen, self.slot]))


def maak_uitkomst(loopbaan: Loopbaan) -> Uitkomst:
    """The outcome of a career of which every year is complete, or all but the last.

    Raises:
        InvoerFout: the career cannot be; the merge should have seen that.
    """
    laagste = bereken_loopbaan(loopbaan)
    if loopbaan.jaren and loopbaan.jaren[-1].verworven is None:
        return _vooruitblik(loopbaan)
    if any(jaar.verworven_tot is not None for jaar in loopbaan.jaren):
        hoogste = bereken_loopbaan(loopbaan, hoogste=True)
        zin = f"Je saldo wordt {laagste.saldo} tot {hoogste.saldo} studiepunten."
        return _uitkomst(loopbaan, laagste, zin, "Met het laagste aantal.")
    if bonus_onbekend(loopbaan):
        return _twee_gevallen(loopbaan)
    return _uitkomst(loopbaan, laagste, _saldozin(laagste))


def saldo_van(loopbaan: Loopbaan) -> int | None:
    """The balance of a career as it is now, in studiepunten; None when it is not one outcome.

    Of a running year it is the balance after enrolling; of a career of which only the balance was told, that balance.
    """
    if not loopbaan.jaren:
        return loopbaan.startsaldo
    if any(jaar.opgenomen is None or jaar.verworven_tot is not None for jaar in loopbaan.jaren):
        return None
    if any(jaar.verworven is None for jaar in loopbaan.jaren[:-1]):
        return None
    afgerond = [jaar for jaar in loopbaan.jaren if jaar.verworven]
    return None if afgerond and bonus_onbekend(loopbaan) else bereken_loopbaan(loopbaan).saldo


def bereken_loopbaan(loopbaan: Loopbaan, *, hoogste: bool = False, bonus_over: int | None = None) -> Grootboek:
    """The ledger of a career.

    Args:
        loopbaan: the career; years of which nothing was taken up are left out.
        hoogste: take the upper end of ranges.
        bonus_over: studiepunten that may still be doubled at its start, 0 to 60, in place of what is known of that.

    Raises:
        InvoerFout: the career cannot be.
    """
    return bereken(lees_loopbaan(_invoer(loopbaan, hoogste=hoogste, bonus_over=bonus_over)))


def hoogste_bonus(loopbaan: Loopbaan) -> int:
    """The most that may still be doubled at the start of a career of which that is not known, in studiepunten."""
    hoogste = getal("startkrediet") + getal("verdubbeling_eerste")
    return max(0, min(getal("verdubbeling_eerste"), hoogste - (loopbaan.startsaldo or 0)))


def _invoer(loopbaan: Loopbaan, *, hoogste: bool = False, bonus_over: int | None = None) -> dict[str, Any]:
    invoer = naar_invoer(loopbaan, hoogste=hoogste)
    if bonus_over is not None:
        invoer["bonus_over"] = bonus_over
    return invoer


def _uitkomst(
    loopbaan: Loopbaan, grootboek: Grootboek, zin: str, vooraf: str = "", bonus_over: int | None = None
) -> Uitkomst:
    letop = ["Let op:", *(f"- {regel}" for regel in grootboek.waarschuwingen), ""] if grootboek.waarschuwingen else []
    return Uitkomst(
        zin=zin,
        vooraf=vooraf,
        grootboek=grootboek,
        invoer=_invoer(loopbaan, bonus_over=bonus_over),
        koppen=_koppen(loopbaan),
        aannames=tuple(_aannames(loopbaan, grootboek)),
        achteraf="\n".join([*letop, _NAKIJKEN, _bronnen(grootboek)]),
    )


def _saldozin(grootboek: Grootboek) -> str:
    zin = f"Je saldo wordt {punten(grootboek.saldo)}."
    if grootboek.saldo < 0:
        zin += " Dat is onder nul: bespreek met je trajectbegeleider wat nog kan."
    return zin


def _vooruitblik(loopbaan: Loopbaan) -> Uitkomst:
    """The last year has no result yet: the balance now, and where it can end."""
    bonus = 0 if bonus_onbekend(loopbaan) else None
    grootboek = bereken_loopbaan(loopbaan, bonus_over=bonus)
    bereik = best_en_slechtst(grootboek)
    zin = (
        f"Na je inschrijving staat je saldo op {grootboek.saldo}. Slaag je voor niets, dan blijft het {bereik.slechtst}. "
        f"Slaag je voor alles, dan wordt het {bereik.best}"
    )
    if bonus_onbekend(loopbaan):
        over = best_en_slechtst(bereken_loopbaan(loopbaan, bonus_over=hoogste_bonus(loopbaan)))
        if over.best != bereik.best:
            return _uitkomst(
                loopbaan,
                grootboek,
                f"{zin} als je dubbele punten al op zijn. Zijn ze nog niet op, dan hoogstens {over.best}.",
                _VROEGER,
                bonus,
            )
    return _uitkomst(loopbaan, grootboek, f"{zin}.", bonus_over=bonus)


def _twee_gevallen(loopbaan: Loopbaan) -> Uitkomst:
    """A balance in mid-career does not tell how much doubling is left: both ends, each labelled."""
    meeste = hoogste_bonus(loopbaan)
    op = bereken_loopbaan(loopbaan, bonus_over=0)
    over = bereken_loopbaan(loopbaan, bonus_over=meeste)
    if op.saldo == over.saldo:
        return _uitkomst(loopbaan, op, _saldozin(op), bonus_over=0)
    zin = (
        f"Je saldo wordt {op.saldo} als je dubbele punten al op zijn, en {over.saldo} als je er nog {meeste} "
        "kan verdubbelen."
    )
    return _uitkomst(loopbaan, op, zin, f"{_VROEGER}\n\nAls je dubbele punten op zijn:", 0)


def vanaf_jaar(uitkomst: Uitkomst, loopbaan: Loopbaan, index: int) -> Uitkomst:
    """The same outcome with the ledger from the year at ``index`` on; what lies before it was shown already."""
    if not 0 < index < len(loopbaan.jaren):
        return uitkomst
    eerder = replace(loopbaan, jaren=loopbaan.jaren[:index], masterdiploma=False)
    gebeurtenis = len(naar_invoer(eerder)["gebeurtenissen"])
    boek = uitkomst.grootboek
    stappen = tuple(stap for stap in boek.stappen if stap.gebeurtenis >= gebeurtenis)
    voor = [stap for stap in boek.stappen if stap.gebeurtenis < gebeurtenis]
    if not voor or not stappen:
        return uitkomst
    return replace(
        uitkomst,
        grootboek=replace(boek, startsaldo=voor[-1].saldo, stappen=stappen),
        begin=f"Na {jaarnaam(loopbaan, index - 1)}",
    )


def _koppen(loopbaan: Loopbaan) -> dict[int, str]:
    """A heading above the first step of each year, when there is more than one."""
    if len(loopbaan.jaren) < 2:
        return {}
    koppen: dict[int, str] = {}
    vanaf = 0
    for nummer in range(len(loopbaan.jaren)):
        koppen[vanaf] = jaarnaam(loopbaan, nummer).removeprefix("je ").capitalize()
        # A year may take several events, so its length is that of a career that ends with it.
        vanaf = len(
            naar_invoer(replace(loopbaan, jaren=loopbaan.jaren[: nummer + 1], masterdiploma=False))["gebeurtenissen"]
        )
    return koppen


def _aannames(loopbaan: Loopbaan, grootboek: Grootboek) -> list[str]:
    aannames = []
    if loopbaan.startsaldo is None:
        aannames.append(f"Je begon met {grootboek.startsaldo} studiepunten.")
    if any(jaar.contract is None and jaar.opleiding is None for jaar in loopbaan.jaren):
        aannames.append("Je hebt een diplomacontract voor een bachelor of master.")
    elif any(jaar.contract is None for jaar in loopbaan.jaren):
        aannames.append("Je hebt een diplomacontract.")
    if any(jaar.totaal for jaar in loopbaan.jaren):
        aannames.append("De getallen zijn die van alle jaren samen.")
    return aannames + [zin for zin in grootboek.aannames if "masterdiploma" in zin]


def _bronnen(grootboek: Grootboek) -> str:
    namen = dict.fromkeys(
        stap.regel.bron.naam + (f', deel "{stap.regel.deel}"' if stap.regel.deel else "") for stap in grootboek.stappen
    )
    return f"Bron: {'; '.join(namen)}"
