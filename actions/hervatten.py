"""Back to the calculation, or the guided conversation, after a question in between."""

from __future__ import annotations

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.basis import Events
from actions.basis import Zet
from actions.gids import gids_van
from actions.loopbaan import Vraag
from actions.slots import lees_loopbaan_slot
from actions.slots import lees_vraag
from actions.vragen import stel_vraag


class Hervatten(Zet):
    """Asks the open question again."""

    naam = "action_hervatten"

    def zet(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        gids = gids_van(tracker.get_slot("fase"))
        if gids is not None:
            dispatcher.utter_message(text="Terug naar waar we waren.")
            gids.herhaal(dispatcher, tracker)
            return []
        vraag = lees_vraag(tracker) or Vraag("opgenomen", 0)
        dispatcher.utter_message(
            text=f"Terug naar je berekening. {stel_vraag(vraag, lees_loopbaan_slot(tracker))}",
            buttons=[{"title": "Stop met rekenen", "payload": "/opnieuw"}],
        )
        return []
