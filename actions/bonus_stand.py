"""How much of the doubling the career that was just computed has used, and what is left of it."""

from __future__ import annotations

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.basis import Events
from actions.basis import Zet
from actions.berichten import bouwt_voort
from actions.berichten import lees_bericht
from actions.loopbaan import bonus_onbekend
from actions.slots import lees_loopbaan_slot
from actions.slots import lees_variant
from actions.uitkomst import bereken_loopbaan
from gesprek.beurt import BONUS_STAND
from leerkrediet_core import getal
from leerkrediet_core.regels import regels


class BonusStand(Zet):
    """Says what was doubled; where that cannot be known, the general answer."""

    naam = BONUS_STAND

    def zet(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        variant = lees_variant(tracker) if bouwt_voort(lees_bericht(tracker)) else None
        loopbaan = variant or lees_loopbaan_slot(tracker)
        if not loopbaan.jaren or bonus_onbekend(loopbaan):
            dispatcher.utter_message(response="utter_bonus_60_dubbel")
            return []
        over = bereken_loopbaan(loopbaan).bonus_over
        heel = getal("verdubbeling_eerste")
        if over:
            zin = f"Van de {heel} die dubbel tellen, heb je er al {heel - over} gebruikt. Je hebt er nog {over}."
        else:
            zin = f"Je hebt ze alle {heel} al gehad. Wat je nog haalt, komt één keer terug."
        bron = regels()["verdubbeling"].bron.naam
        dispatcher.utter_message(
            text=f"{zin}\nDat volgt uit de getallen die je me gaf.\nBron: {bron}",
            buttons=[
                {"title": "Hoe werkt dat?", "payload": "/bonus_60_dubbel"},
                {"title": "Trajectbegeleider", "payload": "/trajectbegeleider_contact"},
            ],
        )
        return []
