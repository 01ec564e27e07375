"""A message that is sent twice is handled once: the second gets the answer of the first, also when that is still coming."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from typing import Callable
from typing import Coroutine
from typing import Final
from typing import Generic
from typing import Hashable
from typing import TypeVar


#: Answers kept at once, some kilobytes each.
MEESTE_ANTWOORDEN: Final = 2000
#: Seconds that an answer is kept: who has no connection for longer starts over anyway.
BEWAARTIJD: Final = 600.0

T = TypeVar("T")


class Dubbels(Generic[T]):
    """Remembers what was answered to which message.

    Args:
        bewaartijd: seconds that an answer is kept.
        meeste: how many are kept; the oldest goes first.
        klok: seconds of any clock that only goes forward.
    """

    def __init__(
        self,
        bewaartijd: float = BEWAARTIJD,
        meeste: int = MEESTE_ANTWOORDEN,
        klok: Callable[[], float] = time.monotonic,
    ) -> None:
        self._bewaartijd = bewaartijd
        self._meeste = meeste
        self._klok = klok
        self._antwoorden: OrderedDict[tuple[str, Hashable], tuple[float, asyncio.Task[T]]] = OrderedDict()
        # The loop itself keeps no hold of a task.
        self._lopend: set[asyncio.Task[T]] = set()

    def zoek(self, sessie: str, bericht: Hashable) -> asyncio.Task[T] | None:
        """The answer that was or is being given to ``bericht`` of ``sessie``; None when it is new."""
        self._ruim_op()
        gevonden = self._antwoorden.get((sessie, bericht))
        return gevonden[1] if gevonden else None

    def begin(self, sessie: str, bericht: Hashable, werk: Coroutine[None, None, T]) -> asyncio.Task[T]:
        """Start ``werk`` as the answer; it goes on when the one who asked has gone."""
        taak = asyncio.ensure_future(werk)
        self._lopend.add(taak)
        taak.add_done_callback(self._lopend.discard)
        self._antwoorden[sessie, bericht] = (self._klok(), taak)
        self._ruim_op()
        return taak

    def vergeet(self, sessie: str) -> None:
        """Drop every answer that was given in ``sessie``."""
        for sleutel in [sleutel for sleutel in self._antwoorden if sleutel[0] == sessie]:
            del self._antwoorden[sleutel]

    def _ruim_op(self) -> None:
        grens = self._klok() - self._bewaartijd
        while self._antwoorden:
            oudste = next(iter(self._antwoorden))
            if len(self._antwoorden) <= self._meeste and self._antwoorden[oudste][0] >= grens:
                break
            del self._antwoorden[oudste]
