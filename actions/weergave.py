"""How an outcome is shown: as text everywhere, with a table and a picture on the channels that can show them."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence
from typing import Any
from typing import Final

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.adres import adres
from actions.uitkomst import Uitkomst
from leerkrediet_core import Grootboek
from leerkrediet_core import bereken
from leerkrediet_core import lees_loopbaan
from leerkrediet_core.deelcode import codeer
from leerkrediet_core.taal import met_teken
from leerkrediet_core.weergave.grafiek import alt_tekst


#: The channel of our own that shows tables, pictures, documents and cards within a message.
WIDGET: Final = "widget"
#: Channels that show a picture by its address.
_BEELDKANALEN: Final = frozenset(("rest", "telegram", "facebook", "twilio"))


def toon_uitkomst(
    dispatcher: CollectingDispatcher, tracker: Tracker, uitkomst: Uitkomst, knoppen: Sequence[Mapping[str, str]]
) -> None:
    """Say the balance, then how it came about, with ``knoppen`` under it."""
    dispatcher.utter_message(text=uitkomst.zin)
    kanaal = tracker.get_latest_input_channel()
    rij = [dict(knop) for knop in knoppen]
    if kanaal == WIDGET:
        rijk = {
            "tabel": tabel_van(uitkomst.grootboek, uitkomst.koppen, uitkomst.begin),
            "beeld": beeld_van(uitkomst.invoer),
        }
        # The figures first: on a phone what was assumed would push them out of sight.
        dispatcher.utter_message(text=uitkomst.vooraf or None, json_message=rijk)
        dispatcher.utter_message(text=uitkomst.slot.strip(), buttons=rij)
        return
    beeld = adres(tracker, f"/grafiek/{codeer(uitkomst.invoer)}.png") if kanaal in _BEELDKANALEN else None
    dispatcher.utter_message(text=uitkomst.uitleg, buttons=rij, **({"image": beeld} if beeld else {}))


def beeld_van(invoer: Mapping[str, Any]) -> dict[str, str]:
    """The chart of a career for the widget: of all of it, also where the table goes on from an earlier one.

    Raises:
        InvoerFout: the career is too long for an address.
    """
    return {"adres": f"/grafiek/{codeer(invoer)}.svg", "tekst": alt_tekst(bereken(lees_loopbaan(invoer)))}


def tabel_van(grootboek: Grootboek, koppen: Mapping[int, str], begin: str = "Start") -> dict[str, Any]:
    """The ledger as the widget's table: a row per step, with the headings of the years as rows of their own."""
    wachtend = dict(koppen)
    rijen = [[begin, "", str(grootboek.startsaldo)]]
    for stap in grootboek.stappen:
        if stap.gebeurtenis in wachtend:
            rijen.append([wachtend.pop(stap.gebeurtenis), "", ""])
        rijen.append([stap.omschrijving, met_teken(stap.mutatie), str(stap.saldo)])
    return {
        "titel": "Zo kom ik daaraan",
        "kolommen": ["Wat er gebeurt", "Punten", "Saldo"],
        "rijen": rijen,
        "getallen": [1, 2],
    }
