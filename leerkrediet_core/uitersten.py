"""The lowest and highest outcome of a running year, also where it is not known how much may still be doubled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from leerkrediet_core.berekening import bereken
from leerkrediet_core.errors import InvoerFout
from leerkrediet_core.grootboek import Grootboek
from leerkrediet_core.grootboek import OpenPakket
from leerkrediet_core.invoer import HOOGSTE_SALDO
from leerkrediet_core.invoer import LAAGSTE_SALDO
from leerkrediet_core.invoer import Loopbaan
from leerkrediet_core.invoer import Resultaat
from leerkrediet_core.parameters import getal


@dataclass(frozen=True)
class Uitersten:
    """Where a career can end once the running year has its results.

    Attributes:
        slechtst: the ledger when none of the open points is acquired, and as little as possible may still be doubled.
        best: the ledger when all of them are, and as much as possible may still be doubled.
        openstaand: studiepunten of the last year, with leerkrediet, that have no result yet.
    """

    slechtst: Grootboek
    best: Grootboek
    openstaand: int

    @property
    def staat_vast(self) -> bool:
        """Whether both ends are the same balance."""
        return self.slechtst.saldo == self.best.saldo


def mogelijke_verdubbeling(saldo: int) -> tuple[int, int]:
    """Lowest and highest number of studiepunten that may still be doubled for who only told a balance.

    What lies above the start must have come from doubling, so that much is gone already.

    >>> mogelijke_verdubbeling(170), mogelijke_verdubbeling(116)
    ((0, 30), (0, 60))

    Raises:
        InvoerFout: no balance can be this low or high.
    """
    if not LAAGSTE_SALDO <= saldo <= HOOGSTE_SALDO:
        raise InvoerFout("startsaldo", f"{saldo} kan niet; geef {LAAGSTE_SALDO} tot {HOOGSTE_SALDO} studiepunten")
    return 0, min(getal("verdubbeling_eerste"), HOOGSTE_SALDO - saldo)


def uitersten(loopbaan: Loopbaan, *, bonus_over: tuple[int, int] | None = None) -> Uitersten:
    """The lowest and highest balance to which a career can come.

    Points of the last year without a result count as open, in whatever part of that year they were taken up; what stayed
    open in an earlier year is lost. Two times the same career when nothing is open and the doubling is known.

    Args:
        loopbaan: the career; results of the last year may be missing, or told in part.
        bonus_over: lowest and highest number of studiepunten that could be doubled before the first event, each 0 to 60,
            where that is not known (see ``mogelijke_verdubbeling``); None: what the career says.

    Raises:
        InvoerFout: the range of the doubling cannot be, or see ``bereken``.
    """
    weinig, veel = met_verdubbeling(loopbaan, bonus_over)
    openstaand = bereken(loopbaan).open_pakketten
    return Uitersten(
        slechtst=bereken(met_resultaten(weinig, [(pakket, 0) for pakket in openstaand])),
        best=bereken(met_resultaten(veel, [(pakket, pakket.openstaand) for pakket in openstaand])),
        openstaand=sum(pakket.openstaand for pakket in openstaand),
    )


def met_verdubbeling(loopbaan: Loopbaan, bonus_over: tuple[int, int] | None) -> tuple[Loopbaan, Loopbaan]:
    """The career with the lowest and with the highest doubling of a range; twice as it is without one.

    Raises:
        InvoerFout: the range does not run from a number to one as large or larger, both 0 to 60.
    """
    if bonus_over is None:
        return loopbaan, loopbaan
    laag, hoog = bonus_over
    heel = getal("verdubbeling_eerste")
    if not 0 <= laag <= hoog <= heel:
        raise InvoerFout("bonus_over", f"{laag} tot {hoog} kan niet; geef het laagste en het hoogste, van 0 tot {heel}")
    return loopbaan.copy(update={"bonus_over": laag}), loopbaan.copy(update={"bonus_over": hoog})


def met_resultaten(loopbaan: Loopbaan, verworven: Iterable[tuple[OpenPakket, int]]) -> Loopbaan:
    """The career in which so many studiepunten of each open part of the last year were acquired, and the rest was not."""
    resultaten = [
        Resultaat(
            verworven=aantal,
            contract=pakket.contract,
            opleiding=pakket.opleiding,
            academiejaar=pakket.academiejaar,
        )
        for pakket, aantal in verworven
    ]
    return loopbaan.copy(update={"gebeurtenissen": (*loopbaan.gebeurtenissen, *resultaten)})
