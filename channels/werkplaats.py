"""Where pictures and documents are made: one at a time in a thread of its own, so that a message never waits for them."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Callable
from typing import Final
from typing import TypeVar

from channels.weigering import TE_DRUK
from channels.weigering import Weigering


#: More than this in the queue would take longer than anybody waits.
MEESTE_WACHTENDEN: Final = 20
#: Seconds after which trying again makes sense.
_WACHT: Final = 5

T = TypeVar("T")


class Werkplaats:
    """One worker with a short queue."""

    def __init__(self, meeste: int = MEESTE_WACHTENDEN) -> None:
        self._arbeider = ThreadPoolExecutor(max_workers=1, thread_name_prefix="werkplaats")
        self._meeste = meeste
        self._wachtend = 0

    async def maak(self, werk: Callable[[], T]) -> T:
        """The result of ``werk``. Raises ``Weigering`` (503) when the queue is full."""
        if self._wachtend >= self._meeste:
            raise Weigering(503, TE_DRUK, _WACHT)
        self._wachtend += 1
        taak = asyncio.get_running_loop().run_in_executor(self._arbeider, werk)
        # Counted off when it is done, not when the one who asked has gone: until then it is still in the queue.
        taak.add_done_callback(self._af)
        return await asyncio.shield(taak)

    def _af(self, taak: asyncio.Future[T]) -> None:
        self._wachtend -= 1
        if not taak.cancelled():
            # When the one who asked has gone, nobody else looks at it.
            taak.exception()
