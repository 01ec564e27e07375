"""Conversations of which is certain what each message says, and a student who has them with the action or with the whole bot."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.gesprek import VoerGesprek
from actions.slots import SLOTS


GESPREKKEN = yaml.safe_load((Path(__file__).parent / "gesprekken.yml").read_text("utf-8"))
DAG = "2026-11-30"
GEHEIM = "een geheim dat alleen deze tests kennen, en verder niemand"

Zeg = Callable[[str], Sequence[dict[str, Any]]]


def betekenissen() -> dict[str, list[dict[str, Any]]]:
    """What each message of the conversations says."""
    beurten = [beurt for gesprek in GESPREKKEN for beurt in gesprek["beurten"]]
    return {beurt["zegt"].strip(): beurt.get("daden", []) for beurt in beurten if "zegt" in beurt}


class Voorlezer:
    """A reader that knows the messages by heart."""

    def __init__(self, daden: dict[str, list[dict[str, Any]]] | None = None) -> None:
        self.daden = betekenissen() if daden is None else daden
        self.gelezen: list[str] = []

    def lees(self, tekst: str, staat: Any, vandaag: date) -> dict[str, Any]:
        """Raises ``KeyError`` on any other message."""
        self.gelezen.append(tekst)
        return {"daden": self.daden[tekst]}


@dataclass
class Student:
    """Talks to the action alone, which gets the conversation as the bot would hand it over.

    Attributes:
        slots: as the domain has them.
        events: of the last turn.
    """

    actie: VoerGesprek
    kanaal: str = "widget"
    slots: dict[str, Any] = field(default_factory=lambda: {**dict.fromkeys(SLOTS), "gesprek": None})
    events: list[dict[str, Any]] = field(default_factory=list)
    verloop: list[dict[str, Any]] = field(default_factory=lambda: [{"event": "session_started"}])

    def zeg(self, tekst: str, intent: str = "nlu_fallback") -> list[dict[str, Any]]:
        """Send a message, or a payload; the messages that come back. The bot took it for ``intent``."""
        naam, accolade, rest = tekst[1:].partition("{") if tekst.startswith("/") else (intent, "", "")
        entiteiten = [{"entity": k, "value": w} for k, w in json.loads(accolade + rest or "{}").items()]
        bericht = {"text": tekst, "intent": {"name": naam}, "entities": entiteiten}
        self.verloop.append({"event": "user", "input_channel": self.kanaal})
        # As stored: what the action gave goes through JSON, and comes back of it.
        slots = json.loads(json.dumps(self.slots))
        tracker = Tracker("student", slots, bericht, list(self.verloop), False, None, {}, None)
        dispatcher = CollectingDispatcher()
        self.events = asyncio.run(self.actie.run(dispatcher, tracker, {}))
        self.slots |= {event["name"]: event["value"] for event in self.events}
        return list(dispatcher.messages)


def speel(gesprek: dict[str, Any], zeg: Zeg) -> None:
    """Have one conversation, and check each answer."""
    gezien: dict[str, str] = {}
    for nummer, beurt in enumerate(gesprek["beurten"], 1):
        wat = beurt.get("zegt") or beurt.get("stuurt") or gezien[beurt["drukt"]]
        berichten = zeg(wat)
        waar = f"{gesprek['naam']}, beurt {nummer}: {berichten}"
        tekst = "\n".join(bericht.get("text") or "" for bericht in berichten)
        assert [deel for deel in beurt.get("antwoord", []) if deel not in tekst] == [], waar
        assert [deel for deel in beurt.get("niet", []) if deel in tekst] == [], waar
        knoppen = [knop for bericht in berichten for knop in bericht.get("buttons") or ()]
        if "knoppen" in beurt:
            assert beurt["knoppen"] == [knop["title"] for knop in knoppen], waar
        gezien |= {knop["title"]: knop["payload"] for knop in knoppen}


@pytest.fixture
def omgeving(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """The machine leads, on a fixed day."""
    monkeypatch.chdir(Path(__file__).resolve().parents[2])
    for naam, waarde in (("GESPREK", "machine"), ("VANDAAG", DAG), ("GEHEIM", GEHEIM), ("LEZER", "/is/er/niet.pkl")):
        monkeypatch.setenv(naam, waarde)
    monkeypatch.delenv("INSTELLING", raising=False)
    return monkeypatch


@pytest.fixture
def maak_student(omgeving: pytest.MonkeyPatch) -> Callable[..., Student]:
    """A student who talks to the action with a reader of the test's own."""

    def maak(lezer: Any = None, kanaal: str = "widget", geduld: float = 1.0) -> Student:
        return Student(VoerGesprek(lezer or Voorlezer(), geduld), kanaal)

    return maak


@pytest.fixture
def speel_gesprek() -> Callable[[dict[str, Any], Zeg], None]:
    """Has a conversation with whoever answers."""
    return speel


@pytest.fixture(scope="session")
def daden() -> dict[str, list[dict[str, Any]]]:
    """What each message of the conversations says."""
    return betekenissen()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Each conversation is a test of its own."""
    if "gesprek" in metafunc.fixturenames:
        metafunc.parametrize("gesprek", GESPREKKEN, ids=lambda gesprek: gesprek["naam"])
