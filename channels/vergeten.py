"""Reading from and deleting in the bot's memory, past the wrapper that Rasa puts around it."""

from __future__ import annotations

from typing import Any

from rasa.shared.core.events import UserUttered


async def laatste_bericht(agent: Any, sessie: str) -> float | None:
    """When the bot last read a message in this conversation; None where it remembers none."""
    tracker = await agent.tracker_store.retrieve(sessie)
    if tracker is None:
        return None
    return max((event.timestamp for event in tracker.events if isinstance(event, UserUttered)), default=None)


async def vergeet_gesprek(agent: Any, sessie: str) -> bool:
    """Delete the conversation, wherever it is kept; False where the database does that later, because it is locked now."""
    winkel = agent.tracker_store
    # Rasa's wrapper goes on in memory when the database fails, and has no way to delete in either.
    reserve = getattr(winkel, "_fallback_tracker_store", None)
    if reserve is not None:
        reserve.store.pop(sessie, None)
    return bool(await getattr(winkel, "_tracker_store", winkel).delete(sessie))
