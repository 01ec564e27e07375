"""The slots of the calculation, read with care: their values may have been typed by anyone."""

from __future__ import annotations

from typing import Any
from typing import Final
from typing import cast

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet

from actions.loopbaan import VELDEN
from actions.loopbaan import Loopbaan
from actions.loopbaan import Veld
from actions.loopbaan import Vraag


#: The events that forget a calculation.
LEEG: Final[list[dict[str, Any]]] = [
    SlotSet("loopbaan", None),
    SlotSet("vraag", None),
    SlotSet("fase", None),
    SlotSet("dossier", None),
]


def lees_loopbaan_slot(tracker: Tracker) -> Loopbaan:
    """The career under construction; an empty one when the slot holds none."""
    return Loopbaan.uit_dict(tracker.get_slot("loopbaan"))


def lees_vraag(tracker: Tracker) -> Vraag | None:
    """The question asked last, or None."""
    waarde = tracker.get_slot("vraag")
    if not isinstance(waarde, list) or len(waarde) != 2:
        return None
    veld, jaar = waarde
    if veld not in VELDEN or not (jaar is None or (isinstance(jaar, int) and 0 <= jaar < 100)):
        return None
    return Vraag(cast(Veld, veld), jaar)


def schrijf_vraag(vraag: Vraag | None) -> list[object] | None:
    """The question as a slot value."""
    return None if vraag is None else [vraag.veld, vraag.jaar]
