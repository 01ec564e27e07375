"""What every action of the assistant has in common: whatever goes wrong, the student hears something."""

from __future__ import annotations

import logging
from abc import ABC
from abc import abstractmethod
from inspect import isawaitable
from typing import Any
from typing import Awaitable
from typing import Union

from rasa_sdk import Action
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher


logger = logging.getLogger(__name__)

Events = list[dict[str, Any]]


class Zet(Action, ABC):
    """A move of the conversation. Subclasses give ``naam`` and ``zet``; ``run`` guards them."""

    naam: str

    def name(self) -> str:
        return self.naam

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """Make the move; on any error apologise and leave the conversation as it was."""
        antwoord = CollectingDispatcher()
        try:
            gedaan = self.zet(antwoord, tracker)
            events = await gedaan if isawaitable(gedaan) else gedaan
        except Exception:  # Rasa would log it and stay silent
            logger.exception("De actie '%s' is mislukt.", self.naam)
            dispatcher.utter_message(response="utter_fout")
            return []
        dispatcher.messages.extend(antwoord.messages)
        return events

    @abstractmethod
    def zet(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Union[Events, Awaitable[Events]]:
        """Read the tracker, say something by ``dispatcher``, and return the events that follow."""
