"""The slots of the calculation, read with care: their values may have been typed by anyone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from typing import Final
from typing import Sequence
from typing import cast

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet

from actions.loopbaan import VELDEN
from actions.loopbaan import Loopbaan
from actions.loopbaan import Veld
from actions.loopbaan import Vraag


@dataclass(frozen=True)
class Keuze:
    """A reading of a message as the career that it leads to; ``wat_als`` when that is a what-if."""

    label: str
    loopbaan: Loopbaan
    wat_als: bool = False


#: The slots of the conversation; ``fase`` says what is going on.
SLOTS: Final = ("loopbaan", "variant", "lezingen", "vraag", "fase", "dossier")
#: The events that forget a calculation.
LEEG: Final[list[dict[str, Any]]] = [SlotSet(naam, None) for naam in SLOTS]


def lees_loopbaan_slot(tracker: Tracker) -> Loopbaan:
    """The career under construction; an empty one when the slot holds none."""
    return Loopbaan.uit_dict(tracker.get_slot("loopbaan"))


def lees_variant(tracker: Tracker) -> Loopbaan | None:
    """The career of the last what-if; None when there is none."""
    waarde = tracker.get_slot("variant")
    return Loopbaan.uit_dict(waarde) if isinstance(waarde, dict) and waarde else None


def lees_lezingen(tracker: Tracker) -> tuple[Keuze, ...]:
    """The readings that the student was asked to choose from."""
    waarde = tracker.get_slot("lezingen")
    rijen = waarde if isinstance(waarde, list) else []
    return tuple(
        Keuze(rij["label"], Loopbaan.uit_dict(rij.get("loopbaan")), rij.get("wat_als") is True)
        for rij in rijen
        if isinstance(rij, dict) and isinstance(rij.get("label"), str)
    )


def schrijf_lezingen(keuzes: Sequence[Keuze]) -> list[dict[str, Any]] | None:
    """The readings as a slot value."""
    return [{"label": k.label, "loopbaan": k.loopbaan.als_dict(), "wat_als": k.wat_als} for k in keuzes] or None


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
