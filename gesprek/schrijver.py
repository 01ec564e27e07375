"""Keeps the database out of the way of the conversations: one thread reads and writes, and tries again what failed."""

from __future__ import annotations

import atexit
import logging
import threading
import time
from concurrent.futures import Future
from contextlib import contextmanager
from contextlib import suppress
from queue import Empty
from queue import SimpleQueue
from typing import Any
from typing import Callable
from typing import Final
from typing import Iterator
from typing import TypeVar

from gesprek.databank import Databank
from gesprek.databank import DatabankFout
from gesprek.databank import Rij


logger = logging.getLogger(__name__)

#: Seconds between two tries after a failure: the first one, and the longest.
EERSTE_PAUZE: Final = 0.1
LANGSTE_PAUZE: Final = 1.0
#: Conversations that wait for a database that does not answer, some thousand bytes each; then the oldest is given up.
MEESTE_ONGESCHREVEN: Final = 10_000
#: Seconds after which older forms of a conversation are gone from the write-ahead log too.
LOGBOEK_LEEG_NA: Final = 60.0
#: Seconds between two times that the same thing is said in the log.
ZWIJGTIJD: Final = 600.0
#: After wiping the files, so many times as long is not wiped again: messages go on, however many conversations are deleted.
_RUST_NA_VEGEN: Final = 5.0
#: More conversations than this are not written while the one who speaks waits.
_WEINIG: Final = 20
_NOOIT: Final = float("inf")
_NIETS: Final = object()

T = TypeVar("T")


class Schrijver:
    """Writes what is given to it as soon as the database takes it; until then it stands here, and the last word counts.

    Nothing here waits, and nothing raises: each answer is a ``Future``. That of something to be kept is True once it is in
    the database, that of something to be deleted once no file holds it; False as soon as that has to wait for better times.
    """

    def __init__(self, databank: Databank) -> None:
        self._databank = databank
        self._taken: SimpleQueue[Callable[[], Any]] = SimpleQueue()
        self._draad: threading.Thread | None = None
        # Held while the database is used, and while what is written here changes.
        self._beurt = threading.RLock()
        self._slot = threading.Lock()
        # None is a conversation to be deleted.
        self._ongeschreven: dict[str, Rij | None] = {}
        self._grens: float | None = None
        self._bewaarders: list[Future[bool]] = []
        self._wissers: list[Future[bool]] = []
        # Those of which the row is gone, but not yet what may be left of it in the files.
        self._vegers: list[Future[bool]] = []
        self._opruimers: list[Future[int]] = []
        # What a process that was killed did not come to is done at the first occasion.
        self._te_pakken = True
        self._te_legen = True
        self._veeg_na = 0.0
        # When older forms of rows must be gone, and when there is something to do again.
        self._legen_om = _NOOIT
        self._volgende = 0.0
        # Seconds; more than 0 while the database does not do what is asked.
        self._pauze = 0.0
        self._gemeld: dict[str, float] = {}
        self._dicht = False

    def ongeschreven(self, sleutel: str, anders: T) -> Rij | T | None:
        """What still has to be done for ``sleutel``: a row, None where it is to be deleted, ``anders`` where nothing is."""
        return self._ongeschreven.get(sleutel, anders)

    def lees(self, sleutel: str) -> Future[Rij | None]:
        """The row of ``sleutel`` in the database; or ``DatabankFout``."""
        with self._meteen() as kan, suppress(DatabankFout):
            if kan:
                return _klaar(self._databank.lees(sleutel))
        return self._vraag(lambda: self._databank.lees(sleutel))

    def sleutels(self) -> Future[list[str]]:
        """The keys of all conversations; or ``DatabankFout``."""

        def vraag() -> list[str]:
            if not self._pauze:
                self._werk_bij()
            gevonden = dict.fromkeys(self._databank.sleutels())
            with self._slot:
                for sleutel, rij in self._ongeschreven.items():
                    gevonden.pop(sleutel, None) if rij is None else gevonden.setdefault(sleutel)
            return list(gevonden)

        return self._vraag(vraag)

    def bewaar(self, sleutel: str, rij: Rij, *, meteen: bool = True) -> Future[bool]:
        """Keep ``rij``; where it need not be done at once, together with what comes next."""
        with self._slot:
            self._zet(sleutel, rij)
            if len(self._ongeschreven) > MEESTE_ONGESCHREVEN:
                self._geef_oudste_op()
        if not meteen:
            return _klaar(False)
        with self._meteen() as kan, suppress(DatabankFout):
            if kan:
                self._schrijf()
                return _klaar(True)
        return self._wacht_mee(self._bewaarders)

    def wis(self, sleutel: str) -> Future[bool]:
        """Delete the row of ``sleutel``, and every trace of it in the files."""
        with self._slot:
            self._zet(sleutel, None)
        return self._wacht_mee(self._wissers)

    def ruim_op(self, grens: float) -> Future[int]:
        """Delete what is older than ``grens``; how many that were, or 0 where it has to wait."""
        klaar: Future[int] = Future()
        with self._slot:
            self._grens = grens
            if self._pauze:
                klaar.set_result(0)
            else:
                self._opruimers.append(klaar)
            for sleutel, rij in self._ongeschreven.items():
                if rij is not None and rij.bijgewerkt < grens:
                    self._ongeschreven[sleutel] = None
        self._wek()
        return klaar

    def sluit(self) -> None:
        """Write for the last time, and close the database."""
        atexit.unregister(self.sluit)
        if self._draad is not None and self._draad.is_alive():
            self._taken.put(self._stop)
            self._draad.join(5.0)
        else:
            self._stop()
        if aantal := len(self._ongeschreven):
            logger.error("%d gesprekken konden niet meer bewaard of gewist worden.", aantal)

    def _zet(self, sleutel: str, rij: Rij | None) -> None:
        # At the end, so that the first one is always the oldest.
        self._ongeschreven.pop(sleutel, None)
        self._ongeschreven[sleutel] = rij

    def _wacht_mee(self, wachters: list[Future[bool]]) -> Future[bool]:
        with self._slot:
            if self._pauze:
                klaar = _klaar(False)
            else:
                klaar = Future()
                wachters.append(klaar)
        self._wek()
        return klaar

    @contextmanager
    def _meteen(self) -> Iterator[bool]:
        """Whether the one who asks can use the database itself, without waiting for anything.

        That is the rule: one step of SQLite takes less time than two threads take to hand it to each other.
        """
        self._start()
        if self._pauze or len(self._ongeschreven) > _WEINIG or not self._beurt.acquire(blocking=False):
            yield False
            return
        try:
            yield self._databank.gereed()
        finally:
            self._beurt.release()

    def _geef_oudste_op(self) -> None:
        """Only rows: what has to be deleted is small, and was promised."""
        oudste = next((sleutel for sleutel, rij in self._ongeschreven.items() if rij is not None), None)
        if oudste is not None:
            del self._ongeschreven[oudste]
            self.meld("Er wachten te veel gesprekken op de databank; de oudste worden niet meer bewaard.")

    def _vraag(self, vraag: Callable[[], T]) -> Future[T]:
        antwoord: Future[T] = Future()

        def doe() -> None:
            if not antwoord.set_running_or_notify_cancel():
                return
            try:
                with self._beurt:
                    antwoord.set_result(vraag())
            except Exception as fout:  # it is for who asked
                antwoord.set_exception(fout)

        self._taken.put(doe)
        self._start()
        return antwoord

    def _wek(self) -> None:
        with self._slot:
            # After a failure the pause goes on: one more message does not make the database answer any sooner.
            if not self._pauze:
                self._volgende = 0.0
        self._taken.put(lambda: None)
        self._start()

    def _start(self) -> None:
        # Made at the first use, so that it lives in the process that serves; a fork does not take threads along.
        if self._draad is not None and self._draad.is_alive():
            return
        with self._slot:
            if self._draad is None or not self._draad.is_alive():
                self._dicht = False
                self._draad = threading.Thread(target=self._draai, name="schrijver", daemon=True)
                self._draad.start()
                atexit.register(self.sluit)

    def _draai(self) -> None:
        while not self._dicht:
            # Nobody wakes it for the log.
            rust = min(max(self._volgende - time.monotonic(), 0.0), LOGBOEK_LEEG_NA)
            with suppress(Empty):
                self._taken.get(timeout=rust)()
            if (
                time.monotonic() >= min(self._volgende, self._legen_om if not self._pauze else _NOOIT)
                and not self._dicht
            ):
                with self._beurt:
                    self._werk_bij()

    def _stop(self) -> None:
        with self._beurt:
            self._werk_bij()
            self._databank.sluit()
            self._dicht = True

    def _werk_bij(self) -> None:
        """Write, delete and clean up what is waiting. What fails is tried again after a pause that grows."""
        with self._slot:
            self._volgende = _NOOIT
        try:
            self._schrijf()
            self._veeg()
        except DatabankFout as fout:
            # That somebody else writes for a moment is nothing special.
            if not fout.bezig or self._pauze > 2 * EERSTE_PAUZE:
                self.meld(fout)
            self._pauzeer()
            return
        vuil = self._te_pakken or self._te_legen
        with self._slot:
            self._volgende = min(self._volgende, self._veeg_na if vuil else self._legen_om)
        if not vuil:
            _antwoord(self._vegers, True)
            self._vegers.clear()

    def _schrijf(self) -> None:
        with self._slot:
            werk, grens = dict(self._ongeschreven), self._grens
            bewaarders, self._bewaarders = self._bewaarders, []
            opruimers, self._opruimers = self._opruimers, []
            self._vegers += self._wissers
            self._wissers.clear()
        aantal = 0
        try:
            if werk or grens is not None:
                aantal = self._databank.verwerk(werk, grens)
        except DatabankFout:
            _antwoord(bewaarders, False)
            _antwoord(opruimers, 0)
            raise
        if werk:
            self._legen_om = min(self._legen_om, time.monotonic() + LOGBOEK_LEEG_NA)
        with self._slot:
            if self._pauze:
                logger.info("De databank antwoordt weer.")
                # What came in meanwhile did not wake anybody.
                self._pauze = self._volgende = 0.0
            if aantal or None in werk.values():
                self._te_pakken = self._te_legen = True
            for sleutel, rij in werk.items():
                if self._ongeschreven.get(sleutel, _NIETS) is rij:
                    del self._ongeschreven[sleutel]
            if self._grens == grens:
                self._grens = None
        if aantal:
            logger.info("%d gesprekken voorbij de bewaartermijn verwijderd", aantal)
        _antwoord(bewaarders, True)
        _antwoord(opruimers, aantal)

    def _veeg(self) -> None:
        """See to it that what was deleted is in no file any more."""
        begin = time.monotonic()
        self._te_legen = self._te_legen or begin >= self._legen_om
        if begin < self._veeg_na or not (self._te_pakken or self._te_legen):
            return
        if self._te_pakken:
            self._databank.pak()
            self._te_pakken, self._te_legen = False, True
        self._te_legen = not self._databank.leeg_logboek()
        if self._te_legen:
            self.meld(
                "Een ander programma leest de databank. Wat gewist is, verdwijnt uit het bestand zodra het klaar is."
            )
        else:
            self._legen_om = _NOOIT
        einde = time.monotonic()
        self._veeg_na = einde + max(EERSTE_PAUZE, _RUST_NA_VEGEN * (einde - begin))

    def _pauzeer(self) -> None:
        with self._slot:
            self._pauze = min(2 * self._pauze or EERSTE_PAUZE, LANGSTE_PAUZE)
            self._volgende = time.monotonic() + self._pauze
            wachters = [*self._bewaarders, *self._wissers, *self._vegers]
            for lijst in (self._bewaarders, self._wissers, self._vegers):
                lijst.clear()
        _antwoord(wachters, False)

    def meld(self, zin: object) -> None:
        """Say in the log what is wrong, and the same thing not again for a while."""
        zin = str(zin)
        nu = time.monotonic()
        if nu - self._gemeld.get(zin, -_NOOIT) >= ZWIJGTIJD:
            self._gemeld[zin] = nu
            logger.warning("%s Gesprekken gaan verder in het geheugen.", zin)


def _klaar(waarde: T) -> Future[T]:
    klaar: Future[T] = Future()
    klaar.set_result(waarde)
    return klaar


def _antwoord(wachters: list[Future[T]], waarde: T) -> None:
    for wachter in wachters:
        # Who asked may have stopped waiting.
        if wachter.set_running_or_notify_cancel():
            wachter.set_result(waarde)
