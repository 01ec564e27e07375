"""What the requests of one student do not show of sessions: their number, and two that come at once."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from channels.sessies import Sessies
from channels.sessies import SessieVoorbij
from channels.zegel import Zegel


@pytest.fixture
def sessies(klok: Any) -> Sessies:
    """At most three at once."""
    return Sessies(Zegel(b"x" * 32), inactief=1800, langst=3600, klok=klok, meeste=3)


async def niets(_: str) -> float | None:
    """A bot that remembers nothing."""
    return None


def test_of_too_many_sessions_the_most_silent_one_is_dropped(sessies: Sessies) -> None:
    """Memory has an end; who was heard of last stays."""
    alle = [sessies.begin() for _ in range(3)]
    sessies.raak(alle[0])
    alle.append(sessies.begin())
    over = {sessie.id for sessie in sessies._levend.values()}
    assert {alle[0].id, alle[2].id, alle[3].id} == over
    with pytest.raises(SessieVoorbij):
        asyncio.run(sessies.zoek(sessies.token(alle[1]), niets))


def test_a_dropped_session_with_messages_is_found_again(sessies: Sessies, klok: Any) -> None:
    """The bot's own memory has it."""

    async def net(_: str) -> float:
        return klok.nu - 10

    eerste = sessies.begin()
    for _ in range(3):
        sessies.begin()
    assert eerste.id == asyncio.run(sessies.zoek(sessies.token(eerste), net)).id


def test_two_requests_that_look_at_once_find_the_same_session(sessies: Sessies, klok: Any) -> None:
    """Two locks for one conversation would let its messages run through each other."""
    wacht = asyncio.Event()

    async def traag(_: str) -> float:
        await wacht.wait()
        return float(klok.nu)

    async def samen() -> list[Any]:
        token = sessies.token(sessies.begin())
        sessies._levend.clear()
        taken = [asyncio.create_task(sessies.zoek(token, traag)) for _ in range(2)]
        await asyncio.sleep(0)
        wacht.set()
        return [await taak for taak in taken]

    een, twee = asyncio.run(samen())
    assert een is twee


def test_a_session_that_is_deleted_while_somebody_looks_for_it_stays_deleted(sessies: Sessies, klok: Any) -> None:
    """What the bot remembered a moment ago does not bring it back."""
    sessie = sessies.begin()

    async def net_nog(_: str) -> float:
        sessies.vergeet(sessie)
        return float(klok.nu)

    sessies._levend.clear()
    with pytest.raises(SessieVoorbij):
        asyncio.run(sessies.zoek(sessies.token(sessie), net_nog))
    assert [] == list(sessies._levend)


def test_what_is_over_is_given_once_and_never_while_a_message_is_handled(sessies: Sessies, klok: Any) -> None:
    """So that nothing is deleted under the hands of the bot."""

    async def doe() -> list[int]:
        bezig, oud = sessies.begin(), sessies.begin()
        klok.nu += 1800
        jong = sessies.begin()
        async with bezig.slot:
            eerste = sessies.verlopen()
        assert [oud] == eerste
        tweede = sessies.verlopen()
        assert [bezig] == tweede
        assert [jong.id] == list(sessies._levend)
        return [len(sessies.verlopen())]

    assert [0] == asyncio.run(doe())


def test_what_is_remembered_of_deleted_sessions_has_an_end(sessies: Sessies) -> None:
    """Only ids, and only so many."""
    for _ in range(10):
        sessies.vergeet(sessies.begin())
    assert 3 == len(sessies._vergeten)


def test_ids_cannot_be_guessed(sessies: Sessies) -> None:
    """At least 128 bits, and no two alike."""
    ids = {sessies.begin().id for _ in range(1000)}
    assert 1000 == len(ids)
    assert all(len(id_) * 6 >= 128 for id_ in ids)
