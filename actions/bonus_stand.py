"""How much of the doubling the career that was just computed has used, and what is left of it."""

from __future__ import annotations

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.basis import Events
from actions.basis import Zet
from actions.loopbaan import bonus_onbekend
from actions.slots import lees_loopbaan_slot
from actions.slots import lees_variant
from actions.uitkomst import bereken_loopbaan
from gesprek.beurt import BONUS_STAND
from leerkrediet_core import getal
from leerkrediet_core.regels import regels
from leerkrediet_core.taal import punten


class BonusStand(Zet):
    """Says what was doubled; where that cannot be known, the general answer."""

    naam = BONUS_STAND

    def zet(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        loopbaan = lees_variant(tracker) or lees_loopbaan_slot(tracker)
        if not loopbaan.jaren or bonus_onbekend(loopbaan):
            dispatcher.utter_message(response="utter_bonus_60_dubbel")
            return []
        over = bereken_loopbaan(loopbaan).bonus_over
        heel = getal("verdubbeling_eerste")
        if over:
            zin = f"Van je {heel} dubbele punten kreeg je er al {heel - over}. Je kan er nog {over} dubbel terugkrijgen."
        else:
            zin = f"Je {heel} dubbele punten zijn op. Wat je nog haalt, telt één keer mee."
        bron = regels()["verdubbeling"].bron.naam
        dispatcher.utter_message(
            text=f"{zin}\nDat volgt uit je berekening: je had er {punten(heel - over)} van verdiend.\nBron: {bron}",
            buttons=[
                {"title": "Hoe werkt dat?", "payload": "/bonus_60_dubbel"},
                {"title": "Trajectbegeleider", "payload": "/trajectbegeleider_contact"},
            ],
        )
        return []
