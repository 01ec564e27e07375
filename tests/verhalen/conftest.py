"""One assistant for all stories of a run."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from verhaal.bot import Bot
from verhaal.bot import eigen_bot
from verhaal.bot import model_ontbreekt
from verhaal.bot import storingszin


@pytest.fixture(scope="session")
def bot() -> Iterator[Bot]:
    """A running assistant with the real action server: ``bot.zeg(sender, text)`` gives the messages that come back."""
    if model_ontbreekt():
        pytest.skip("de gesprekken: er is nog geen model in models/, maak het met 'make train'")
    with eigen_bot() as lopend:
        yield lopend


@pytest.fixture(scope="session")
def storing() -> str:
    """How the answer begins that no story may hear unless it says so."""
    return storingszin()
