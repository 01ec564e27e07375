"""How many points can be taken up: with a balance in the message it is computed, without one explained."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.basis import Events
from actions.basis import Zet
from actions.berichten import Bericht
from actions.berichten import bouwt_voort
from actions.berichten import lees_bericht
from actions.loopbaan import Loopbaan
from actions.slots import lees_loopbaan_slot
from actions.slots import lees_variant
from actions.stoppen import stopsaldo
from actions.uitkomst import saldo_van
from gesprek.beurt import NA_RESULTAAT
from gesprek.dag import vandaag
from leerkrediet_core import instellingen
from leerkrediet_core import opneembaar
from leerkrediet_core.invoer import HOOGSTE_SALDO
from leerkrediet_core.invoer import LAAGSTE_SALDO
from leerkrediet_core.invoer import MEESTE_STUDIEPUNTEN
from leerkrediet_core.taal import punten


_TRAJECTBEGELEIDER: Final = {"title": "Trajectbegeleider", "payload": "/trajectbegeleider_contact"}


class HoeveelOpnemen(Zet):
    """Computes how far a balance reaches, or gives the general answer."""

    naam = "action_hoeveel_opnemen"

    def __init__(self, vandaag: Callable[[], date] = vandaag) -> None:
        self._vandaag = vandaag

    def zet(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        bericht = lees_bericht(tracker)
        saldo = _getal(bericht, "saldo")
        if saldo is None:
            # "Kan ik volgend jaar 60 opnemen?" after stopping was computed starts from what stopping leaves.
            saldo = stopsaldo(tracker, self._vandaag())
        if saldo is None and tracker.get_slot("fase") == NA_RESULTAAT:
            # "Kan ik volgend jaar 60 opnemen?" after a result is about that result.
            variant = lees_variant(tracker) if bouwt_voort(bericht) else None
            saldo = saldo_van(variant or lees_loopbaan_slot(tracker))
        onthoud: Events = []
        if _getal(bericht, "saldo") is not None and tracker.get_slot("fase") is None:
            # "En als ik die allemaal haal?" builds on the balance that was told.
            onthoud = [SlotSet("loopbaan", Loopbaan(startsaldo=saldo).als_dict()), SlotSet("fase", NA_RESULTAAT)]
        gewenst = _getal(bericht, "opgenomen")
        if saldo is None or not LAAGSTE_SALDO <= saldo <= HOOGSTE_SALDO:
            dispatcher.utter_message(response="utter_hoeveel_opnemen")
            return []
        if gewenst is None or not 0 < gewenst <= MEESTE_STUDIEPUNTEN:
            dispatcher.utter_message(text=_ruimte(saldo))
            dispatcher.utter_message(response="utter_hoeveel_opnemen")
            return onthoud
        antwoord_opneembaar(dispatcher, saldo, gewenst, bericht)
        return onthoud


def _ruimte(saldo: int) -> str:
    if saldo <= 0:
        return f"Met een saldo van {saldo} heb je geen leerkrediet om op te nemen."
    return f"Met een saldo van {saldo} heb je leerkrediet voor {punten(saldo)}."


def antwoord_opneembaar(dispatcher: CollectingDispatcher, saldo: int, gewenst: int, bericht: Bericht) -> None:
    """Say whether a balance reaches for a programme, both in studiepunten, and what may happen when it does not."""
    instelling = bericht.instelling if bericht.instelling in instellingen() else None
    uitkomst = opneembaar(saldo, gewenst, instelling=instelling)
    if not uitkomst.tekort:
        dispatcher.utter_message(
            text=f"Ja, je saldo van {saldo} volstaat voor {punten(gewenst)}. Na je inschrijving rest er "
            f"{uitkomst.saldo_na}. Je school kan een eigen maximum per jaar hebben.",
            buttons=[{"title": "Bereken mijn saldo", "payload": "/saldo_berekenen"}, _TRAJECTBEGELEIDER],
        )
        return
    zinnen = [
        f"Voor {punten(gewenst)} kom je {uitkomst.tekort} te kort: je saldo van {saldo} dekt er {uitkomst.gedekt}.",
        *uitkomst.mogelijkheden,
        "Bespreek het met je trajectbegeleider.",
        f"Bron: {'; '.join(bron.naam for bron in uitkomst.bronnen)}",
    ]
    dispatcher.utter_message(
        text="\n".join(zinnen),
        buttons=[{"title": "Te weinig, wat nu?", "payload": "/onvoldoende_leerkrediet"}, _TRAJECTBEGELEIDER],
    )


def _getal(bericht: Bericht, rol: str) -> int | None:
    return next((f.waarde for f in bericht.feiten if f.rol == rol and f.waarde is not None and f.tot is None), None)
