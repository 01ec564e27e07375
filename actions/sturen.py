"""Words that steer the calculation without answering its question: wait, why, again, I don't know, stop."""

from __future__ import annotations

from typing import Final

from rasa_sdk.executor import CollectingDispatcher

from actions.basis import Events
from actions.berichten import Bericht
from actions.loopbaan import Loopbaan
from actions.loopbaan import Vraag
from actions.slots import LEEG
from actions.uitkomst import maak_uitkomst
from actions.vragen import stel_vraag


#: Ways out for who is stuck.
UITWEG: Final = (
    {"title": "Stop met rekenen", "payload": "/opnieuw"}, {"title": "Ik wil een mens", "payload": "/mens_spreken"},
)  # fmt: skip
#: What is said before the open question is asked again; the order is that of what counts first.
_VOORAF: Final = {
    "waarom": "Ik vraag dat omdat wat je opneemt van je leerkrediet afgaat, en terugkomt als je slaagt. "
    "Ik bewaar alleen de getallen, zolang we praten.",
    "weet_niet": "Geen probleem. Het aantal studiepunten staat op je puntenbriefje en bij je inschrijving. "
    'Een schatting mag ook, zoals "tussen 40 en 45". Of typ "stop".',
    "uitleg": "Wat je opneemt, is waarvoor je inschrijft. Verworven is waarvoor je slaagt: minstens 10 op 20. "
    "Een studiepunt is de maat daarvoor: een voltijds jaar telt er 60.",
    "uitstel": "Neem gerust je tijd.",
    "herhaling": "",
}


def stuur(dispatcher: CollectingDispatcher, bericht: Bericht, loopbaan: Loopbaan, vraag: Vraag) -> Events | None:
    """Do what the message asks about the open question; None when it steers nothing."""
    if "annulering" in bericht.signalen:
        dispatcher.utter_message(response="utter_berekening_gestopt")
        return LEEG
    if "terug" in bericht.houding and loopbaan.jaren and loopbaan.jaren[-1].opgenomen is not None:
        # "Hoeveel heb ik nu dan?" in a running year.
        dispatcher.utter_message(text=maak_uitkomst(loopbaan).zin)
        dispatcher.utter_message(text=stel_vraag(vraag, loopbaan))
        return []
    signaal = next((naam for naam in _VOORAF if naam in bericht.signalen | bericht.houding), None)
    if signaal is None:
        return None
    if signaal == "weet_niet" and vraag.veld == "verworven" and vraag.jaar == len(loopbaan.jaren) - 1:
        # Who is still waiting for results can be told already where the year can end.
        dispatcher.utter_message(text=maak_uitkomst(loopbaan).zin)
    if _VOORAF[signaal]:
        dispatcher.utter_message(text=_VOORAF[signaal])
    # Who does not know is never left without a way out.
    knoppen = [dict(knop) for knop in UITWEG] if signaal == "weet_niet" else []
    dispatcher.utter_message(text=stel_vraag(vraag, loopbaan), buttons=knoppen)
    return []
