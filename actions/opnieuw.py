"""Starting over: what was told for the calculation is forgotten."""

from __future__ import annotations

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.basis import Events
from actions.basis import Zet
from actions.slots import LEEG


class Opnieuw(Zet):
    """Empties the slots of the calculation."""

    naam = "action_opnieuw"

    def zet(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        dispatcher.utter_message(response="utter_opnieuw")
        return LEEG
