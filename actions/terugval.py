"""When a message is not understood: first suggestions, the second time in a row a person."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any
from typing import Final

import yaml
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.basis import Events
from actions.basis import Zet


#: So many topics are suggested; the third button leads to a person.
SUGGESTIES: Final = 2
_MENS: Final = {"title": "Ik wil een mens", "payload": "/mens_spreken"}


class Terugval(Zet):
    """Offers the likeliest topics as buttons; when that happened in the last turn too, the trajectbegeleider."""

    naam = "action_terugval"

    def zet(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        if _vorige_beurt_ook(tracker.events):
            dispatcher.utter_message(response="utter_terugval_mens")
            return []
        knoppen = [
            {"title": titel, "payload": f"/{intent}"}
            for intent in _waarschijnlijkste(tracker)
            if (titel := onderwerpen().get(intent))
        ][:SUGGESTIES]
        if knoppen:
            dispatcher.utter_message(
                text="Sorry, dat begrijp ik nog niet. Gaat het over een van deze onderwerpen? "
                "Of zeg het anders, in één korte zin.",
                buttons=[*knoppen, dict(_MENS)],
            )
        else:
            dispatcher.utter_message(response="utter_terugval")
        return []


@lru_cache(maxsize=1)
def onderwerpen() -> dict[str, str]:
    """The title of the button of each topic, by intent."""
    gelezen: dict[str, str] = yaml.safe_load((Path(__file__).parent / "onderwerpen.yml").read_text(encoding="utf-8"))
    return gelezen


def _waarschijnlijkste(tracker: Tracker) -> list[str]:
    rangorde = (tracker.latest_message or {}).get("intent_ranking") or []
    return [str(rij.get("name")) for rij in rangorde if isinstance(rij, dict)]


def _vorige_beurt_ook(events: list[dict[str, Any]]) -> bool:
    """Whether the turn before this one ended in this action too."""
    berichten = 0
    for event in reversed(events):
        if event.get("event") == "user":
            berichten += 1
            if berichten == 2:
                return False
        elif berichten == 1 and event.get("event") == "action" and event.get("name") == Terugval.naam:
            return True
    return False
