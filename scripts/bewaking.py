"""Keeps a started assistant running: one that dies or hangs is started again, ever later when that does not help."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import Final

from gemeen import Gestopt
from instantie import Instantie
from instantie import lees_starttijd
from instantie import reden
from instantie import te_traag


#: Seconds before the second attempt of a row; each next one waits twice as long, and never longer than the second.
EERSTE_WACHT: Final = 1.0
LANGSTE_WACHT: Final = 60.0
#: Attempts in a row that end before the assistant answered once, after which a person must look.
MEESTE_POGINGEN: Final = 5
#: Seconds of good health after which what went wrong before is forgotten.
GENEZEN: Final = 60.0


class Bewaking:
    """Call ``kijk`` a few times a second, once the assistant has started.

    Args:
        instantie: the started assistant.
        zeg: tells the person at the terminal.
        klok: seconds that only go forward.
    """

    def __init__(
        self, instantie: Instantie, zeg: Callable[[str], None], klok: Callable[[], float] = time.monotonic
    ) -> None:
        self._instantie = instantie
        self._zeg = zeg
        self._klok = klok
        self._starttijd = lees_starttijd()
        self._begonnen = klok()
        self._gezond_sinds: float | None = self._begonnen
        self._herstart_om: float | None = None
        self._storingen = 0
        self._zonder_antwoord = 0

    def kijk(self) -> None:
        """See how it goes, and do what is needed. Raises ``Gestopt`` when starting again makes no sense."""
        dienst = self._instantie.dienst
        if self._herstart_om is not None:
            if self._klok() >= self._herstart_om:
                self._herstart_om = None
                self._begonnen = self._klok()
                self._instantie.begin()
        elif not dienst.leeft:
            if dienst.proces is not None and dienst.proces.returncode == os.EX_CONFIG:
                raise Gestopt(reden(dienst))
            self._mislukt(reden(dienst))
        elif dienst.hangt:
            self._mislukt("De bot antwoordt niet meer en wordt afgebroken.")
        elif not dienst.gezond:
            if self._klok() - self._begonnen >= self._starttijd:
                self._mislukt(te_traag(dienst, self._starttijd))
        elif self._gezond_sinds is None:
            self._gezond_sinds = self._klok()
            self._zonder_antwoord = 0
            self._zeg("De assistent antwoordt weer.")
        elif self._storingen and self._klok() - self._gezond_sinds >= GENEZEN:
            self._storingen = 0

    def _mislukt(self, zin: str) -> None:
        self._instantie.dienst.ruim_op()
        if self._gezond_sinds is None:
            self._zonder_antwoord += 1
        self._gezond_sinds = None
        if self._zonder_antwoord >= MEESTE_POGINGEN:
            raise Gestopt(
                f"{zin}\nDe assistent is {MEESTE_POGINGEN} keer na elkaar niet gestart. Ik probeer het niet meer."
            )
        wacht = min(LANGSTE_WACHT, EERSTE_WACHT * 2**self._storingen)
        self._storingen += 1
        self._herstart_om = self._klok() + wacht
        self._zeg(f"{zin}\nDe assistent start opnieuw over {wacht:.0f} s.")
