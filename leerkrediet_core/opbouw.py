"""How a balance grows back: the balance per academic year, and the year in which it is full again."""

from __future__ import annotations

from dataclasses import dataclass

from leerkrediet_core.academiejaar import Academiejaar
from leerkrediet_core.berekening import bereken
from leerkrediet_core.errors import InvoerFout
from leerkrediet_core.grootboek import Grootboek
from leerkrediet_core.invoer import EERSTE_JAAR
from leerkrediet_core.invoer import HOOGSTE_SALDO
from leerkrediet_core.invoer import LAAGSTE_SALDO
from leerkrediet_core.invoer import Inschrijving
from leerkrediet_core.invoer import Loopbaan
from leerkrediet_core.invoer import Masterdiploma
from leerkrediet_core.parameters import getal


@dataclass(frozen=True)
class Opbouw:
    """The years after the last event, for who does not enrol again in a programme that uses leerkrediet.

    Attributes:
        saldi: balance in each academic year, in order, from the one of the last event on.
        begint_in: the first year at whose start points come back, or None: none ever do.
        vol_in: the year in which the balance reaches the limit (60) by that, or None: it never does, or it was there.
        grootboek: the ledger up to the last of those years.
    """

    saldi: dict[Academiejaar, int]
    begint_in: Academiejaar | None
    vol_in: Academiejaar | None
    grootboek: Grootboek

    def in_jaar(self, jaar: Academiejaar) -> int:
        """The balance in ``jaar``; in a later year than the last it is that of the last.

        Raises:
            InvoerFout: the year lies before the last event.
        """
        eerste, laatste = min(self.saldi), max(self.saldi)
        if jaar < eerste:
            raise InvoerFout("academiejaar", f"{jaar} ligt voor {eerste}, het jaar van de laatste gebeurtenis")
        return self.saldi[min(jaar, laatste)]


def opbouw(loopbaan: Loopbaan) -> Opbouw:
    """How the balance of a career grows back in the years after its last event.

    Args:
        loopbaan: the career, each event with its academic year; ``stand_in`` plays no part.

    Raises:
        InvoerFout: there are no events, an academic year is missing, or see ``bereken``.
    """
    jaren = [gebeurtenis.academiejaar for gebeurtenis in loopbaan.gebeurtenissen]
    gekend = [jaar for jaar in jaren if jaar is not None]
    if not gekend or None in jaren:
        plaats = jaren.index(None) if jaren else 0
        raise InvoerFout(
            f"gebeurtenissen[{plaats}].academiejaar", "ontbreekt; nodig om te weten wanneer er punten bijkomen"
        )
    jaar = max(*gekend, EERSTE_JAAR)
    saldi: dict[Academiejaar, int] = {}
    begint_in = vol_in = None
    while True:
        grootboek = bereken(loopbaan.copy(update={"stand_in": jaar}))
        groeit = bool(saldi) and grootboek.saldo > saldi[max(saldi)]
        saldi[jaar] = grootboek.saldo
        if groeit:
            begint_in = begint_in or jaar
            vol_in = jaar if grootboek.saldo >= getal("heropbouw_tot", jaar) else None
        # A year away and the year after it: where nothing came by then, nothing will.
        wacht = len(saldi) <= getal("heropbouw_jaren_weg", jaar) + 1
        if vol_in or not (groeit or wacht):
            return Opbouw(saldi, begint_in, vol_in, grootboek)
        jaar = jaar.volgend


def opbouw_van(
    saldo: int, laatst_ingeschreven: Academiejaar, *, masterdiploma: bool = False, al_opgebouwd: bool = False
) -> Opbouw:
    """How a balance grows back for who was last enrolled in an academic year.

    >>> jaren = opbouw_van(18, Academiejaar(2022))
    >>> jaren.in_jaar(Academiejaar(2026)), str(jaren.begint_in), str(jaren.vol_in)
    (48, '2024-2025', '2028-2029')

    Args:
        saldo: balance after that year, -500 to 200; after a master's diploma, what is left after its deduction.
        laatst_ingeschreven: the last academic year with an enrolment that uses leerkrediet.
        masterdiploma: whether that year ended with the first master's diploma.
        al_opgebouwd: whether points grew back before; that happens once.

    Raises:
        InvoerFout: the balance cannot be, or the year lies before leerkrediet existed.
    """
    if not LAAGSTE_SALDO <= saldo <= HOOGSTE_SALDO:
        raise InvoerFout("saldo", f"{saldo} kan niet; geef {LAAGSTE_SALDO} tot {HOOGSTE_SALDO} studiepunten")
    if laatst_ingeschreven < EERSTE_JAAR:
        raise InvoerFout("laatst_ingeschreven", f"leerkrediet bestaat sinds {EERSTE_JAAR}; geef een later academiejaar")
    inschrijving = Inschrijving(studiepunten=0, academiejaar=laatst_ingeschreven)
    loopbaan = Loopbaan(startsaldo=saldo, gebeurtenissen=(inschrijving,))
    if al_opgebouwd:
        return Opbouw({laatst_ingeschreven: saldo}, None, None, bereken(loopbaan))
    aftrek = getal("masterdiploma_aftrek", laatst_ingeschreven)
    if masterdiploma and saldo + aftrek <= HOOGSTE_SALDO:
        # From a higher balance nothing grows back, with or without a diploma.
        diploma = Masterdiploma(academiejaar=laatst_ingeschreven)
        loopbaan = Loopbaan(startsaldo=saldo + aftrek, gebeurtenissen=(inschrijving, diploma))
    return opbouw(loopbaan)
