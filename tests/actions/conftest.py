"""A student who talks to one action at a time, without Rasa: the tracker as the action server gets it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from dataclasses import field
from typing import Any

import pytest
from rasa_sdk import Action
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.slots import SLOTS
from nlu.grammatica import lees
from nlu.grammatica import naar_entiteit
from nlu.grammatica.houding import lees_houding


def entiteiten_van(tekst: str) -> list[dict[str, Any]]:
    """What the grammar hands to the conversation for a text."""
    lezing = lees(tekst)
    uit = [naar_entiteit(feit) for feit in lezing.feiten]
    for naam in ("contract", "opleiding", "instelling"):
        if getattr(lezing, naam) is not None:
            uit.append({"entity": naam, "value": getattr(lezing, naam)})
    uit += [{"entity": "houding", "value": houding} for houding in lees_houding(tekst)]
    return uit + [{"entity": "signaal", "value": signaal} for signaal in sorted(lezing.signalen)]


@dataclass
class Gesprek:
    """A conversation: its slots, and the messages of the last action.

    Attributes:
        slots: as the domain has them; an event of an action sets them.
        gezegd: the messages of the action that ran last, as the action server sends them.
        events: the events of that action.
    """

    slots: dict[str, Any] = field(default_factory=lambda: dict.fromkeys(SLOTS))
    gezegd: list[dict[str, Any]] = field(default_factory=list)
    events: list[dict[str, Any]] = field(default_factory=list)

    def tracker(
        self,
        tekst: str = "",
        intent: str = "saldo_berekenen",
        entiteiten: list[dict[str, Any]] | None = None,
        verloop: list[dict[str, Any]] | None = None,
        **extra: Any,
    ) -> Tracker:
        """The tracker of this turn; without ``entiteiten`` the grammar reads them in the text."""
        gelezen = entiteiten_van(tekst) if entiteiten is None else entiteiten
        bericht = {"text": tekst, "intent": {"name": intent}, "entities": gelezen, **extra}
        return Tracker("student", dict(self.slots), bericht, verloop or [], False, None, {}, None)

    def doe(self, actie: Action, *args: Any, **kwargs: Any) -> list[str]:
        """Run an action on a message and apply its events; gives the texts and names of answers in order."""
        dispatcher = CollectingDispatcher()
        # The action may get nothing but its own copy: what it says has to come back as events.
        self.events = asyncio.run(actie.run(dispatcher, self.tracker(*args, **kwargs), {})) or []
        self.gezegd = dispatcher.messages
        for event in self.events:
            assert "slot" == event["event"]
            assert event["name"] in self.slots
            self.slots[event["name"]] = event["value"]
        return [bericht.get("response") or bericht["text"] for bericht in self.gezegd]

    @property
    def ladingen(self) -> list[str]:
        """The payloads of the buttons that were shown last."""
        return [knop["payload"] for bericht in self.gezegd for knop in bericht.get("buttons") or ()]


@pytest.fixture
def gesprek() -> Gesprek:
    """A conversation in which nothing was said yet."""
    return Gesprek()
