"""Back to the calculation after a question in between."""

from __future__ import annotations

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.basis import Events
from actions.basis import Zet
from actions.loopbaan import Vraag
from actions.slots import lees_loopbaan_slot
from actions.slots import lees_vraag
from actions.vragen import stel_vraag


class Hervatten(Zet):
    """Asks the open question again."""

    naam = "action_hervatten"

    def zet(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        vraag = lees_vraag(tracker) or Vraag("opgenomen", 0)
        dispatcher.utter_message(
            text=f"Terug naar je berekening. {stel_vraag(vraag, lees_loopbaan_slot(tracker))}",
            buttons=[{"title": "Stop met rekenen", "payload": "/opnieuw"}],
        )
        return []
