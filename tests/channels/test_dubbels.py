"""How long and how many answers are kept for a message that comes again."""

from __future__ import annotations

import asyncio
from typing import Any

from channels.dubbels import Dubbels


async def antwoord(tekst: str) -> str:
    """Work that is done at once."""
    return tekst


def test_an_answer_is_kept_for_its_time(klok: Any) -> None:
    """Just before the end, and at it."""

    async def doe() -> None:
        dubbels: Dubbels[str] = Dubbels(bewaartijd=600, klok=klok)
        taak = dubbels.begin("s", "a", antwoord("x"))
        klok.nu += 600
        assert taak is dubbels.zoek("s", "a")
        klok.nu += 1
        assert dubbels.zoek("s", "a") is None

    asyncio.run(doe())


def test_of_too_many_answers_the_oldest_is_dropped(klok: Any) -> None:
    """Also when it is not done yet: the work goes on all the same."""

    async def doe() -> None:
        dubbels: Dubbels[str] = Dubbels(meeste=2, klok=klok)
        taken = [dubbels.begin("s", nummer, antwoord(str(nummer))) for nummer in range(3)]
        assert [None, taken[1], taken[2]] == [dubbels.zoek("s", nummer) for nummer in range(3)]
        assert ["0", "1", "2"] == [await taak for taak in taken]
        await asyncio.sleep(0)
        assert set() == dubbels._lopend

    asyncio.run(doe())


def test_a_session_that_is_forgotten_takes_its_answers_along(klok: Any) -> None:
    """Those of another one stay."""

    async def doe() -> None:
        dubbels: Dubbels[str] = Dubbels(klok=klok)
        dubbels.begin("weg", "a", antwoord("x"))
        blijft = dubbels.begin("blijft", "a", antwoord("y"))
        dubbels.vergeet("weg")
        assert dubbels.zoek("weg", "a") is None
        assert blijft is dubbels.zoek("blijft", "a")
        assert "y" == await blijft

    asyncio.run(doe())
