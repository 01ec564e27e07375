"""The least that has to be passed in a year to end on a wished balance."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from leerkrediet_core.berekening import bereken
from leerkrediet_core.errors import InvoerFout
from leerkrediet_core.grootboek import Grootboek
from leerkrediet_core.grootboek import OpenPakket
from leerkrediet_core.invoer import HOOGSTE_SALDO
from leerkrediet_core.invoer import LAAGSTE_SALDO
from leerkrediet_core.invoer import Inschrijving
from leerkrediet_core.invoer import Loopbaan
from leerkrediet_core.uitersten import met_resultaten
from leerkrediet_core.uitersten import met_verdubbeling


@dataclass(frozen=True)
class TeSlagen:
    """How much has to be passed, with one number of points that may still be doubled.

    Attributes:
        minst: the least number of studiepunten to pass; 0: the balance is reached whatever happens; None: it is out of
            reach.
        grootboek: the ledger when exactly ``minst`` is passed; when out of reach, the ledger when everything is.
        saldo_met_niets: balance when nothing open is passed.
        saldo_met_alles: balance when everything open is.
    """

    minst: int | None
    grootboek: Grootboek
    saldo_met_niets: int
    saldo_met_alles: int


@dataclass(frozen=True)
class Doel:
    """What it takes to reach ``saldo``, all in studiepunten.

    Attributes:
        saldo: the wished balance.
        openstaand: points of the last year without a result, of which to pass.
        zeker: what is enough however much may still be doubled.
        gunstig: what is enough when as much as possible may; the same as ``zeker`` where the doubling is known.
    """

    saldo: int
    openstaand: int
    zeker: TeSlagen
    gunstig: TeSlagen


def minst_te_slagen(
    loopbaan: Loopbaan,
    saldo: int,
    *,
    komend: Inschrijving | None = None,
    bonus_over: tuple[int, int] | None = None,
) -> Doel:
    """The least number of studiepunten to pass in the last year to end on ``saldo`` or more.

    Doubling is counted. Where a year has more than one contract, what is doubled is passed first: that takes the least.

    >>> from leerkrediet_core.invoer import lees_loopbaan
    >>> jaar = lees_loopbaan({"gebeurtenissen": [{"soort": "inschrijving", "studiepunten": 60}]})
    >>> minst_te_slagen(jaar, 140).zeker.minst
    30

    Args:
        loopbaan: the career; what has no result in its last year is what can be passed.
        saldo: the wished balance, -500 to 200.
        komend: an enrolment that is still to come, for a goal at the end of that year.
        bonus_over: see ``uitersten``.

    Raises:
        InvoerFout: ``saldo`` or the range of the doubling cannot be, or see ``bereken``.
    """
    if not LAAGSTE_SALDO <= saldo <= HOOGSTE_SALDO:
        raise InvoerFout("doel", f"{saldo} kan niet; geef {LAAGSTE_SALDO} tot {HOOGSTE_SALDO} studiepunten")
    if komend is not None:
        loopbaan = loopbaan.copy(update={"gebeurtenissen": (*loopbaan.gebeurtenissen, komend)})
    weinig, veel = met_verdubbeling(loopbaan, bonus_over)
    pakketten = sorted(bereken(loopbaan).open_pakketten, key=lambda pakket: pakket.contract != "diplomacontract")
    return Doel(
        saldo=saldo,
        openstaand=sum(pakket.openstaand for pakket in pakketten),
        zeker=_te_slagen(weinig, pakketten, saldo),
        gunstig=_te_slagen(veel, pakketten, saldo),
    )


def _te_slagen(loopbaan: Loopbaan, pakketten: Sequence[OpenPakket], saldo: int) -> TeSlagen:
    openstaand = sum(pakket.openstaand for pakket in pakketten)

    def met(verworven: int) -> Grootboek:
        resultaten = []
        for pakket in pakketten:
            deel = min(verworven, pakket.openstaand)
            verworven -= deel
            resultaten.append((pakket, deel))
        return bereken(met_resultaten(loopbaan, resultaten))

    # More passed never gives less, so the first that is enough can be searched for by halving.
    minst = bisect_left(range(openstaand + 1), saldo, key=lambda verworven: met(verworven).saldo)
    return TeSlagen(
        minst=minst if minst <= openstaand else None,
        grootboek=met(min(minst, openstaand)),
        saldo_met_niets=met(0).saldo,
        saldo_met_alles=met(openstaand).saldo,
    )
