"""Messages of one conversation are handled one after the other, in the order in which they came."""

from __future__ import annotations

import asyncio

import pytest
from rasa.core.lock_store import LockStore
from rasa.utils.endpoints import EndpointConfig

from gesprek.wachtrij import KIJK_OM_DE
from gesprek.wachtrij import Wachtrij


class Balie:
    """Handles messages, and writes down what happens in which order."""

    def __init__(self, wachtrij: LockStore) -> None:
        self.wachtrij = wachtrij
        self.verloop: list[str] = []
        self.binnen = asyncio.Event()
        self.verder = asyncio.Event()

    async def handel_af(self, gesprek: str, naam: str, *, blijf: bool = False, mislukt: bool = False) -> None:
        """One message; ``blijf`` holds it until the test goes on."""
        async with self.wachtrij.lock(gesprek):
            self.verloop.append(f"{naam} begint")
            self.binnen.set()
            if blijf:
                await self.verder.wait()
            if mislukt:
                raise RuntimeError(naam)
            self.verloop.append(f"{naam} klaar")


def test_two_quick_messages_in_one_conversation_are_handled_in_order() -> None:
    """The second one waits for the first, however long that takes."""

    async def gesprek() -> list[str]:
        balie = Balie(Wachtrij())
        eerste = asyncio.create_task(balie.handel_af("a", "1", blijf=True))
        await balie.binnen.wait()
        volgende = [asyncio.create_task(balie.handel_af("a", naam)) for naam in "23"]
        await balie.handel_af("b", "ander gesprek")
        balie.verder.set()
        await asyncio.gather(eerste, *volgende)
        return balie.verloop

    assert [
        "1 begint",
        "ander gesprek begint",
        "ander gesprek klaar",
        "1 klaar",
        "2 begint",
        "2 klaar",
        "3 begint",
        "3 klaar",
    ] == asyncio.run(gesprek())


def test_a_message_that_fails_does_not_hold_up_the_next() -> None:
    """Its place in the queue is given back."""

    async def gesprek() -> list[str]:
        balie = Balie(Wachtrij())
        eerste = asyncio.create_task(balie.handel_af("a", "1", blijf=True, mislukt=True))
        await balie.binnen.wait()
        tweede = asyncio.create_task(balie.handel_af("a", "2"))
        balie.verder.set()
        with pytest.raises(RuntimeError, match="1"):
            await eerste
        await tweede
        return balie.verloop

    assert ["1 begint", "2 begint", "2 klaar"] == asyncio.run(gesprek())


def test_a_student_who_leaves_gives_up_the_place_in_the_queue() -> None:
    """A connection that breaks cancels the message that waits."""

    async def gesprek() -> list[str]:
        balie = Balie(Wachtrij())
        eerste = asyncio.create_task(balie.handel_af("a", "1", blijf=True))
        await balie.binnen.wait()
        tweede = asyncio.create_task(balie.handel_af("a", "2"))
        await asyncio.sleep(0)
        tweede.cancel()
        with pytest.raises(asyncio.CancelledError):
            await tweede
        balie.verder.set()
        await eerste
        await balie.handel_af("a", "3")
        return balie.verloop

    assert ["1 begint", "1 klaar", "3 begint", "3 klaar"] == asyncio.run(gesprek())


@pytest.mark.parametrize("gevraagd", [None, 1.0])
def test_the_wait_is_short_whatever_rasa_asks(gevraagd: float | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rasa's own second is what a student with two short messages would feel."""
    echt = asyncio.sleep
    gewacht: list[float] = []

    async def slaap(seconden: float) -> None:
        gewacht.append(seconden)
        await echt(0)

    async def gesprek() -> None:
        wachtrij = Wachtrij()
        extra = {} if gevraagd is None else {"wait_time_in_seconds": gevraagd}
        balie = Balie(wachtrij)
        eerste = asyncio.create_task(balie.handel_af("a", "1", blijf=True))
        await balie.binnen.wait()

        async def tweede() -> None:
            async with wachtrij.lock("a", **extra):
                pass

        wachtend = asyncio.create_task(tweede())
        await echt(0)
        balie.verder.set()
        await asyncio.gather(eerste, wachtend)

    monkeypatch.setattr("rasa.core.lock_store.asyncio.sleep", slaap)
    asyncio.run(gesprek())
    assert gewacht
    assert {KIJK_OM_DE} == set(gewacht)


def test_the_queue_of_endpoints_yml_is_this_one() -> None:
    """Rasa finds it by its name; where it does not, it takes its own and only warns."""
    assert isinstance(LockStore.create(EndpointConfig(type="gesprek.wachtrij.Wachtrij")), Wachtrij)
