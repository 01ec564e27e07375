"""What comes back on stopping or changing, computed from what the student tells."""

from __future__ import annotations

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.gids import Dossier
from actions.gids import Gids
from actions.gids import Gidsvraag
from gesprek.beurt import IN_STOPPEN
from gesprek.beurt import STOPPEN_NAGAAN


class StoppenNagaan(Gids):
    """Gathers what decides the return, then says it."""

    naam = STOPPEN_NAGAAN
    fase = IN_STOPPEN

    def inleiding(self, dossier: Dossier) -> str:
        """What is said before the first question."""
        return ""

    def keur(self, waarde: Dossier) -> Dossier:
        """Nothing is asked yet."""
        return {}

    def vertelt(self, tracker: Tracker, dossier: Dossier, vraag: Gidsvraag | None) -> Dossier:
        """Nothing is asked yet."""
        return {}

    def volgende(self, dossier: Dossier, tracker: Tracker) -> Gidsvraag | None:
        """Nothing is asked yet."""
        return None

    def besluit(self, dispatcher: CollectingDispatcher, tracker: Tracker, dossier: Dossier) -> None:
        """The rules as they hold for everyone."""
        dispatcher.utter_message(response="utter_stoppen_uitschrijven")
