"""The same conversations with the whole bot: the policy, the channel and the memory of the assistant, and a reader of the test's own."""

from __future__ import annotations

import json
import pickle
import sys
from collections.abc import Callable
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from verhaal.bot import Bot
from verhaal.bot import eigen_bot
from verhaal.bot import model_ontbreekt


_LEZER = '''
import json
from pathlib import Path


class Lezer:
    """Knows by heart what is in the file beside it."""

    def lees(self, tekst, staat, vandaag):
        return {"daden": json.loads(Path(__file__).with_name("daden.json").read_text("utf-8"))[tekst]}
'''


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory, daden: dict[str, Any]) -> Iterator[Bot]:
    """An assistant in which the machine leads."""
    if model_ontbreekt():
        pytest.skip("de machine door het kanaal: er is nog geen model in models/, maak het met 'make train'")
    map_ = tmp_path_factory.mktemp("lezer")
    (map_ / "neplezer.py").write_text(_LEZER, "utf-8")
    (map_ / "daden.json").write_text(json.dumps(daden), "utf-8")
    sys.path.insert(0, str(map_))
    try:
        import neplezer

        (map_ / "lezer.pkl").write_bytes(pickle.dumps(neplezer.Lezer()))
    finally:
        sys.path.remove(str(map_))
    instellingen = {"GESPREK": "machine", "VANDAAG": "2026-11-30", "LEZER": str(map_ / "lezer.pkl")}
    with eigen_bot(None, {**instellingen, "PYTHONPATH": str(map_)}) as lopend:
        yield lopend


def test_a_conversation_goes_the_same_way_through_the_channel(
    gesprek: dict[str, Any], bot: Bot, speel_gesprek: Callable[..., None]
) -> None:
    """Buttons too: what the channel lets through of a payload is what was offered."""
    afzender = uuid4().hex
    speel_gesprek(gesprek, lambda tekst: bot.zeg(afzender, tekst))


def test_the_assistant_introduces_itself_once_and_a_failing_reader_is_said(bot: Bot) -> None:
    """No message of this student is known to the reader."""
    afzender = uuid4().hex
    eerste, tweede = bot.zeg(afzender, "hallo daar"), bot.zeg(afzender, "en nu?")
    assert "digitale assistent" in eerste[0]["text"]
    assert ["kan je bericht nu niet lezen" in deel["text"] for deel in (eerste[-1], *tweede)] == [True, True]


def test_what_the_channel_cannot_read_has_its_own_answer(bot: Bot) -> None:
    """As with the rules."""
    afzender = uuid4().hex
    bot.zeg(afzender, "/hulp")
    assert "te lang" in bot.zeg(afzender, "a" * 3000)[0]["text"]
