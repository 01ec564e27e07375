"""Each form that a message of the bot can have, and what the widget gets of it."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from channels.uitvoer import RIJKE_DELEN
from channels.uitvoer import WidgetUitvoer
from channels.uitvoer import naar_widget


@pytest.mark.parametrize(
    ("antwoord", "verwacht"),
    [
        ({"text": " hallo \n"}, {"tekst": "hallo"}),
        ({"text": "a\n\n- b"}, {"tekst": "a\n\n- b"}),
        ({"text": "", "buttons": [{"title": "A", "payload": "/a"}]}, {"knoppen": [{"titel": "A", "lading": "<</a>>"}]}),
        ({"text": "x", "buttons": [{"title": "A", "payload": "/a", "type": "postback"}, {"title": "B"}, {"payload": "/c"}]},
         {"tekst": "x", "knoppen": [{"titel": "A", "lading": "<</a>>"}]}),
        ({"text": "x", "custom": {"beeld": {"adres": "/a"}, "utter_action": "y", "tabel": "geen tabel"}},
         {"tekst": "x", "beeld": {"adres": "/a"}}),
        ({"text": "x", "custom": [1]}, {"tekst": "x"}),
        ({"text": "x", "image": "https://elders.be/x.png", "attachment": "y", "elements": [{}], "metadata": {"z": 1}}, {"tekst": "x"}),
        ({"text": None, "buttons": None, "custom": None}, {}),
        ({"text": 3}, {}),
        ({}, {}),
    ],
)  # fmt: skip
def test_of_a_message_only_what_can_be_shown_goes_out(antwoord: dict[str, Any], verwacht: dict[str, Any]) -> None:
    """In one piece, with each payload sealed, and nothing that is internal."""
    assert verwacht == naar_widget(antwoord, lambda lading: f"<<{lading}>>")


def test_all_rich_parts_pass() -> None:
    """The four that the widget knows."""
    rijk = {deel: {"titel": deel} for deel in RIJKE_DELEN}
    assert rijk == naar_widget({"custom": rijk}, str)


def test_text_that_does_not_come_as_a_whole_message_is_collected_too() -> None:
    """Rasa sends some by another way."""
    uitvoer = WidgetUitvoer(str)
    asyncio.run(uitvoer.send_text_message("s", "hallo"))
    asyncio.run(uitvoer.send_response("s", {"text": " "}))
    assert [{"tekst": "hallo"}] == uitvoer.berichten
