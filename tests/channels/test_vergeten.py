"""Deleting past the wrapper that Rasa puts around the memory: it has no way to delete of its own."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest
from rasa.core.agent import Agent
from rasa.core.tracker_store import FailSafeTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered

from channels.vergeten import laatste_bericht
from channels.vergeten import vergeet_gesprek
from gesprek.geheugen import Geheugen


async def _bewaar(winkel: Any, sessie: str, *tijden: float) -> None:
    tracker = await winkel.get_or_create_tracker(sessie)
    for tijd in tijden:
        tracker.update(UserUttered("hallo", timestamp=tijd))
    await winkel.save(tracker)


def test_rasa_wraps_the_memory_as_it_is_expected_here(domain: Domain, geheugen: Geheugen) -> None:
    """With another wrapper nothing would be deleted any more."""
    winkel = Agent(domain=domain, tracker_store=geheugen).tracker_store
    assert isinstance(winkel, FailSafeTrackerStore)
    assert winkel._tracker_store is geheugen
    assert hasattr(winkel, "_fallback_tracker_store")
    assert not hasattr(winkel, "delete")


def test_a_conversation_is_deleted_from_the_memory_and_from_its_reserve(
    domain: Domain, geheugen: Geheugen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the database fails for a while, Rasa goes on in memory, and would keep it there for ever."""

    async def doe() -> None:
        agent = SimpleNamespace(tracker_store=FailSafeTrackerStore(geheugen, on_tracker_store_error=lambda fout: None))
        await _bewaar(agent.tracker_store, "weg", 1.0)
        await _bewaar(agent.tracker_store, "blijft", 1.0)

        async def stuk(_: Any) -> None:
            raise OSError

        with monkeypatch.context() as even:
            even.setattr(geheugen, "save", stuk)
            await _bewaar(agent.tracker_store, "weg", 2.0)
        assert ["weg"] == list(await agent.tracker_store.fallback_tracker_store.keys())
        await vergeet_gesprek(agent, "weg")
        assert [] == list(await agent.tracker_store.fallback_tracker_store.keys())
        assert await agent.tracker_store.retrieve("weg") is None
        assert await agent.tracker_store.retrieve("blijft") is not None

    asyncio.run(doe())


def test_a_memory_without_a_wrapper_is_deleted_from_too(geheugen: Geheugen) -> None:
    """Whatever a later Rasa does."""

    async def doe() -> None:
        await _bewaar(geheugen, "weg", 1.0)
        await vergeet_gesprek(SimpleNamespace(tracker_store=geheugen), "weg")
        assert [] == list(await geheugen.keys())

    asyncio.run(doe())


def test_the_last_message_is_the_latest_that_the_student_sent(geheugen: Geheugen) -> None:
    """None where there is no conversation, or none with a message."""

    async def doe() -> None:
        agent = SimpleNamespace(tracker_store=geheugen)
        await _bewaar(geheugen, "an", 10.0, 30.0)
        await _bewaar(geheugen, "leeg")
        assert [30.0, None, None] == [await laatste_bericht(agent, naam) for naam in ("an", "leeg", "niemand")]

    asyncio.run(doe())
