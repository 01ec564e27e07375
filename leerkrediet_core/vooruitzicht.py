"""Looking ahead: the best and worst case of a running year, and how many points can still be taken up."""

from __future__ import annotations

from dataclasses import dataclass

from leerkrediet_core.academiejaar import Academiejaar
from leerkrediet_core.bronnen import Bron
from leerkrediet_core.bronnen import bronnen
from leerkrediet_core.errors import InvoerFout
from leerkrediet_core.errors import ParameterNietVanKracht
from leerkrediet_core.gebruik import Contract
from leerkrediet_core.gebruik import Opleiding
from leerkrediet_core.gebruik import gebruikt_leerkrediet
from leerkrediet_core.grootboek import Grootboek
from leerkrediet_core.instellingen import instellingen
from leerkrediet_core.invoer import MEESTE_STUDIEPUNTEN
from leerkrediet_core.parameters import parameter


@dataclass(frozen=True)
class Bereik:
    """Where a running year can end, in studiepunten.

    Attributes:
        slechtst: balance when none of the open points is acquired.
        best: balance when all of them are.
        openstaand: points taken up that have no result yet.
        bonus_over_na_best: what may still be doubled after the best case.
    """

    slechtst: int
    best: int
    openstaand: int
    bonus_over_na_best: int


def best_en_slechtst(grootboek: Grootboek) -> Bereik:
    """The balance at the end of the running year if nothing, and if everything still open is acquired."""
    dubbel = min(grootboek.openstaand_dubbel, grootboek.bonus_over)
    return Bereik(
        slechtst=grootboek.saldo,
        best=grootboek.saldo + grootboek.openstaand + dubbel,
        openstaand=grootboek.openstaand,
        bonus_over_na_best=grootboek.bonus_over - dubbel,
    )


@dataclass(frozen=True)
class Opneembaar:
    """How far a balance reaches for a wished programme, in studiepunten.

    Attributes:
        gedekt: points of the wish that the balance covers.
        tekort: points of the wish without leerkrediet.
        saldo_na: balance after enrolling for the whole wish; may be negative.
        mogelijkheden: Dutch sentences: what the institution may do about the shortage; empty when there is none.
        toeslag_per_punt: surcharge per point in eurocent in that academic year, or None where it is not known.
        bronnen: where those possibilities are laid down.
    """

    gedekt: int
    tekort: int
    saldo_na: int
    mogelijkheden: tuple[str, ...]
    toeslag_per_punt: int | None
    bronnen: tuple[Bron, ...]


def opneembaar(
    saldo: int,
    gewenst: int,
    *,
    contract: Contract = "diplomacontract",
    opleiding: Opleiding = "bachelor",
    instelling: str | None = None,
    academiejaar: Academiejaar | None = None,
    aansluitende_master: bool = False,
    heeft_master: bool = False,
) -> Opneembaar:
    """How much of ``gewenst`` studiepunten the balance ``saldo`` covers, and what may happen to the rest.

    Args:
        saldo: balance before the enrolment, in studiepunten; may be negative.
        gewenst: studiepunten wished, 0 to 240.
        contract: of the enrolment.
        opleiding: of the enrolment.
        instelling: key of the institution, for its own policy.
        academiejaar: for the amount of the surcharge.
        aansluitende_master: a master that connects to the previous programme.
        heeft_master: the student already holds a master's diploma.

    Raises:
        InvoerFout: ``gewenst`` lies outside its range, or the institution is not known.
    """
    if not 0 <= gewenst <= MEESTE_STUDIEPUNTEN:
        raise InvoerFout("gewenst", f"{gewenst} kan niet; geef 0 tot {MEESTE_STUDIEPUNTEN} studiepunten")
    if instelling is not None and instelling not in instellingen():
        raise InvoerFout("instelling", f"'{instelling}' is geen bekende instelling")
    if not gebruikt_leerkrediet(contract, opleiding, heeft_master=heeft_master):
        return Opneembaar(gewenst, 0, saldo, (), None, ())
    gedekt = max(0, min(saldo, gewenst))
    tekort = gewenst - gedekt
    if not tekort:
        return Opneembaar(gedekt, 0, saldo - gewenst, (), None, ())
    return Opneembaar(
        gedekt=gedekt,
        tekort=tekort,
        saldo_na=saldo - gewenst,
        mogelijkheden=tuple(_mogelijkheden(tekort, instelling, aansluitende_master and not heeft_master)),
        toeslag_per_punt=_toeslag(academiejaar),
        bronnen=(bronnen()["overheid_onvoldoende"], bronnen()["overheid_studiegelden"]),
    )


def _mogelijkheden(tekort: int, instelling: str | None, beschermd: bool) -> list[str]:
    zinnen = []
    if beschermd:
        zinnen.append(
            "Voor een master die op je vorige opleiding aansluit, mag je instelling je niet weigeren zolang je geen masterdiploma hebt."
        )
    zinnen.append(f"Je instelling mag je gewoon inschrijven, ook voor de {tekort} zonder leerkrediet.")
    zinnen.append(
        f"Ze mag voor die {tekort} meer studiegeld vragen. Dat mag niet als je een beurs of bijna een beurs krijgt."
    )
    if not beschermd:
        zinnen.append(f"Ze mag je inschrijving voor die {tekort} weigeren.")
    beleid = instellingen()[instelling].onvoldoende if instelling else None
    if beleid and instelling:
        zinnen.append(f"{instellingen()[instelling].naam} zegt zelf: {beleid}")
    return zinnen


def _toeslag(academiejaar: Academiejaar | None) -> int | None:
    if academiejaar is None:
        return None
    try:
        waarde = parameter("toeslag_geindexeerd").in_jaar(academiejaar).waarde
    except ParameterNietVanKracht:
        return None
    return waarde if isinstance(waarde, int) else None
