"""The same outcome on each channel: text everywhere, a table and a picture where they can be shown."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from rasa_sdk.executor import CollectingDispatcher

from actions.loopbaan import Loopbaan
from actions.loopbaan import voeg_samen
from actions.saldo_berekenen import SaldoBerekenen
from actions.uitkomst import maak_uitkomst
from actions.weergave import tabel_van
from leerkrediet_core import bereken
from leerkrediet_core import lees_loopbaan
from leerkrediet_core.deelcode import ontcijfer
from nlu.grammatica import lees


TWEE_JAREN = "1e jaar 60 opgenomen 33 gehaald, 2e jaar 54 opgenomen 42 gehaald"


def zeg(gesprek: Any, kanaal: str | None) -> list[dict[str, Any]]:
    """What the calculation says on a channel."""
    tracker = gesprek.tracker(TWEE_JAREN)
    tracker.latest_message["input_channel"] = kanaal
    tracker.events.append({"event": "user", "input_channel": kanaal})
    dispatcher = CollectingDispatcher()
    asyncio.run(SaldoBerekenen().run(dispatcher, tracker, {}))
    return dispatcher.messages


def test_every_channel_reads_the_balance_first(gesprek: Any) -> None:
    """On a phone the first message is what counts."""
    for kanaal in (None, "rest", "widget", "telegram", "cmdline"):
        assert "Je saldo wordt 161 studiepunten." == zeg(gesprek, kanaal)[0]["text"]


def test_a_channel_of_text_gets_the_ledger_as_text_and_nothing_else(gesprek: Any) -> None:
    """No table, no address that nobody can open."""
    _, uitleg = zeg(gesprek, "botframework")
    assert "+27 → 161" in uitleg["text"]
    assert not uitleg["custom"]
    assert uitleg["image"] is None


def test_a_channel_with_pictures_gets_the_ledger_as_text_and_as_a_picture(
    gesprek: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The picture's address holds the numbers, so that nothing has to be kept."""
    monkeypatch.setenv("PUBLIEK_ADRES", "https://bot.example")
    _, uitleg = zeg(gesprek, "telegram")
    assert "+27 → 161" in uitleg["text"]
    begin, _, bestand = uitleg["image"].rpartition("/")
    assert "https://bot.example/grafiek" == begin
    assert 161 == bereken(lees_loopbaan(ontcijfer(bestand.removesuffix(".png")))).saldo


def test_a_channel_that_cannot_reach_the_picture_gets_none(gesprek: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Telegram fetches pictures from outside."""
    monkeypatch.delenv("PUBLIEK_ADRES", raising=False)
    assert zeg(gesprek, "telegram")[1]["image"] is None


def test_the_widget_gets_a_table_in_place_of_the_lines(gesprek: Any) -> None:
    """And a picture with words for who does not see it."""
    _, uitleg, slot = zeg(gesprek, "widget")
    assert "→" not in slot["text"]
    assert "Bron:" in slot["text"]
    assert slot["buttons"]
    assert ["Wat er gebeurt", "Punten", "Saldo"] == uitleg["custom"]["tabel"]["kolommen"]
    assert "161" in uitleg["custom"]["beeld"]["tekst"]
    assert uitleg["custom"]["beeld"]["adres"].startswith("/grafiek/")


def test_the_table_has_a_row_for_each_step_and_each_year() -> None:
    """The start first; every row as wide as its heading."""
    uitkomst = maak_uitkomst(voeg_samen(Loopbaan(), lees(TWEE_JAREN).feiten).loopbaan)
    tabel = tabel_van(uitkomst.grootboek, uitkomst.koppen)
    assert ["Start", "", "140"] == tabel["rijen"][0]
    assert ["Tweede jaar", "", ""] in tabel["rijen"]
    assert len(uitkomst.grootboek.stappen) + 3 == len(tabel["rijen"])
    assert {len(tabel["kolommen"])} == {len(rij) for rij in tabel["rijen"]}
    assert str(uitkomst.grootboek.saldo) == tabel["rijen"][-1][2]
