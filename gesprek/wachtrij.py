"""The queue of messages within one conversation."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import Any
from typing import AsyncGenerator
from typing import Final

from rasa.core.constants import DEFAULT_LOCK_LIFETIME
from rasa.core.lock import TicketLock
from rasa.core.lock_store import InMemoryLockStore


#: Seconds between two looks whether it is one's turn. Rasa's own second is long for who sends two short messages.
KIJK_OM_DE: Final = 0.02


class Wachtrij(InMemoryLockStore):
    """Rasa's queue in memory, that looks more often. For one process; more than one needs Redis."""

    def __init__(self, endpoint_config: Any = None) -> None:
        super().__init__()

    @asynccontextmanager
    async def lock(
        self,
        conversation_id: str,
        lock_lifetime: float = DEFAULT_LOCK_LIFETIME,
        wait_time_in_seconds: float = KIJK_OM_DE,
    ) -> AsyncGenerator[TicketLock, None]:
        async with super().lock(conversation_id, lock_lifetime, KIJK_OM_DE) as slot:
            yield slot
