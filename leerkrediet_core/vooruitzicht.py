"""Looking ahead: the best and worst case of a running year, and how many points can still be taken up."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from leerkrediet_core.academiejaar import Academiejaar
from leerkrediet_core.bronnen import Bron
from leerkrediet_core.bronnen import bronnen
from leerkrediet_core.errors import InvoerFout
from leerkrediet_core.errors import ParameterNietVanKracht
from leerkrediet_core.gebruik import BACHELORS
from leerkrediet_core.gebruik import MASTERS
from leerkrediet_core.gebruik import Contract
from leerkrediet_core.gebruik import Diploma
from leerkrediet_core.gebruik import Opleiding
from leerkrediet_core.gebruik import gebruikt_leerkrediet
from leerkrediet_core.grootboek import Grootboek
from leerkrediet_core.instellingen import instellingen
from leerkrediet_core.invoer import MEESTE_STUDIEPUNTEN
from leerkrediet_core.parameters import getal
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


#: What an enrolment beyond the balance comes to: leerkrediet plays no part; it may not be refused; the school enrols up to
#: the balance, refuses, asks more for the rest, or decides by itself; or what it does was not found.
Toelating = Literal[
    "niet_nodig", "beschermd", "tot_saldo", "geweigerd", "toeslag", "weigering_of_toeslag", "vrij", "onbekend"
]


@dataclass(frozen=True)
class Ruimte:
    """How much can be taken up with a balance, in studiepunten.

    Attributes:
        saldo: balance at the enrolment, after what a graduaat diploma tops up.
        gedekt: points that have leerkrediet, 0 or more; None: this enrolment needs none.
        hoogstens: the most that the school enrols by its own rule; None: it sets no fixed limit, or none is known.
        toelating: what happens to points beyond ``gedekt``.
    """

    saldo: int
    gedekt: int | None
    hoogstens: int | None
    toelating: Toelating


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
        ruimte: the same balance without a wish.
        toegelaten: points of the wish that the school enrols by its own rule; None where that is not known.
    """

    gedekt: int
    tekort: int
    saldo_na: int
    mogelijkheden: tuple[str, ...]
    toeslag_per_punt: int | None
    bronnen: tuple[Bron, ...]
    ruimte: Ruimte
    toegelaten: int | None


def ruimte(
    saldo: int,
    *,
    contract: Contract = "diplomacontract",
    opleiding: Opleiding = "bachelor",
    instelling: str | None = None,
    aansluitende_master: bool = False,
    diplomas: Collection[Diploma] = (),
) -> Ruimte:
    """How much can be taken up with ``saldo``: by law, and by the rule of the school where one is known.

    A maximum of studiepunten per year that a school sets for other reasons is not in it.

    >>> ruimte(40, instelling="EhB").hoogstens, ruimte(40, opleiding="graduaat").toelating
    (40, 'niet_nodig')

    Args:
        saldo: balance before the enrolment, in studiepunten; may be negative.
        contract: of the enrolment.
        opleiding: of the enrolment.
        instelling: key of the institution.
        aansluitende_master: a master that connects to the previous programme: not refused to who has no master's diploma.
        diplomas: diplomas held; a graduaat diploma tops up to 60 if that did not happen before.

    Raises:
        InvoerFout: the institution is not known.
    """
    if instelling is not None and instelling not in instellingen():
        raise InvoerFout("instelling", f"'{instelling}' is geen bekende instelling")
    heeft_master = "master" in diplomas
    if not gebruikt_leerkrediet(contract, opleiding, heeft_bachelor="bachelor" in diplomas, heeft_master=heeft_master):
        return Ruimte(saldo, None, None, "niet_nodig")
    if "graduaat" in diplomas:
        saldo = max(saldo, getal("graduaat_aanvulling_tot"))
    gedekt = max(0, saldo)
    if aansluitende_master and not heeft_master and contract == "diplomacontract" and opleiding in MASTERS:
        return Ruimte(saldo, gedekt, None, "beschermd")
    regel = instellingen()[instelling].tekort if instelling else None
    if regel is None:
        return Ruimte(saldo, gedekt, None, "onbekend")
    if heeft_master and regel.na_master_vrij:
        return Ruimte(saldo, gedekt, None, "vrij")
    voor_deze = regel.nul == "iedereen" or (opleiding in BACHELORS or contract == "creditcontract") and regel.nul
    if saldo <= 0 and (voor_deze or regel.boven_nul == "tot_saldo"):
        return Ruimte(saldo, gedekt, 0, "geweigerd")
    return Ruimte(saldo, gedekt, gedekt if regel.boven_nul == "tot_saldo" else None, regel.boven_nul or "onbekend")


def opneembaar(
    saldo: int,
    gewenst: int,
    *,
    contract: Contract = "diplomacontract",
    opleiding: Opleiding = "bachelor",
    instelling: str | None = None,
    academiejaar: Academiejaar | None = None,
    aansluitende_master: bool = False,
    diplomas: Collection[Diploma] = (),
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
        diplomas: diplomas held, see ``ruimte``.

    Raises:
        InvoerFout: ``gewenst`` lies outside its range, or the institution is not known.
    """
    if not 0 <= gewenst <= MEESTE_STUDIEPUNTEN:
        raise InvoerFout("gewenst", f"{gewenst} kan niet; geef 0 tot {MEESTE_STUDIEPUNTEN} studiepunten")
    plaats = ruimte(
        saldo,
        contract=contract,
        opleiding=opleiding,
        instelling=instelling,
        aansluitende_master=aansluitende_master,
        diplomas=diplomas,
    )
    if plaats.gedekt is None:
        return Opneembaar(gewenst, 0, saldo, (), None, (), plaats, gewenst)
    gedekt = min(plaats.gedekt, gewenst)
    tekort = gewenst - gedekt
    saldo_na = plaats.saldo - gewenst
    if not tekort:
        return Opneembaar(gedekt, 0, saldo_na, (), None, (), plaats, gewenst)
    mag = plaats.toelating in ("beschermd", "toeslag", "vrij")
    return Opneembaar(
        gedekt=gedekt,
        tekort=tekort,
        saldo_na=saldo_na,
        mogelijkheden=tuple(_mogelijkheden(tekort, instelling, plaats.toelating == "beschermd")),
        toeslag_per_punt=_toeslag(academiejaar),
        bronnen=(bronnen()["overheid_onvoldoende"], bronnen()["overheid_studiegelden"]),
        ruimte=plaats,
        toegelaten=gewenst if mag else plaats.hoogstens,
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
