"""The calculation in the conversation: takes what the message tells, asks what is missing, gives the outcome."""

from __future__ import annotations

from typing import Callable
from typing import Final

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.basis import Events
from actions.basis import Zet
from actions.berichten import Bericht
from actions.berichten import lees_bericht
from actions.loopbaan import Loopbaan
from actions.loopbaan import Samenvoeging
from actions.loopbaan import Vraag
from actions.loopbaan import voeg_samen
from actions.loopbaan import volgende_vraag
from actions.slots import LEEG
from actions.slots import lees_loopbaan_slot
from actions.slots import lees_vraag
from actions.slots import schrijf_vraag
from actions.uitkomst import KNOPPEN
from actions.uitkomst import maak_uitkomst
from actions.vragen import leg_uit
from actions.vragen import stel_vraag
from gesprek.beurt import IN_BEREKENING
from gesprek.beurt import NA_RESULTAAT


class SaldoBerekenen(Zet):
    """Merges the message into the career, then asks on or computes."""

    naam = "action_saldo_berekenen"

    def zet(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        bericht = lees_bericht(tracker)
        fase = tracker.get_slot("fase")
        loopbaan = lees_loopbaan_slot(tracker)
        vraag = lees_vraag(tracker)
        if bericht.keuze == "nog_een_jaar":
            volgende = Vraag("opgenomen", len(loopbaan.jaren))
            dispatcher.utter_message(text=stel_vraag(volgende, loopbaan))
            return _stand(loopbaan, volgende, IN_BEREKENING)
        if not bericht.feiten:
            if fase != IN_BEREKENING:
                return _begin(dispatcher)
            for signaal, stuur in _STUREN.items():
                if signaal in bericht.signalen:
                    return stuur(dispatcher, loopbaan, vraag or Vraag("opgenomen", 0))
        if fase is None:
            loopbaan, vraag = Loopbaan(), None
        samen = voeg_samen(
            loopbaan,
            bericht.feiten,
            vraag,
            signalen=bericht.signalen,  # type: ignore[arg-type]  # unknown cues are ignored by the merge
            contract=bericht.contract,
            opleiding=bericht.opleiding,
        )
        return _verder(dispatcher, bericht, samen, vraag)


def _annuleer(dispatcher: CollectingDispatcher, loopbaan: Loopbaan, vraag: Vraag) -> Events:
    dispatcher.utter_message(response="utter_berekening_gestopt")
    return LEEG


def _wacht(dispatcher: CollectingDispatcher, loopbaan: Loopbaan, vraag: Vraag) -> Events:
    dispatcher.utter_message(text=f"Neem gerust je tijd. Als je het weet: {stel_vraag(vraag, loopbaan)}")
    return []


def _weet_niet(dispatcher: CollectingDispatcher, loopbaan: Loopbaan, vraag: Vraag) -> Events:
    dispatcher.utter_message(
        text="Geen probleem. Het aantal studiepunten staat op je puntenbriefje en bij je inschrijving. "
        'Een schatting mag ook, zoals "tussen 40 en 45". Of typ "stop".'
    )
    dispatcher.utter_message(text=stel_vraag(vraag, loopbaan))
    return []


def _waarom(dispatcher: CollectingDispatcher, loopbaan: Loopbaan, vraag: Vraag) -> Events:
    dispatcher.utter_message(
        text="Ik vraag dat omdat wat je opneemt van je leerkrediet afgaat, en terugkomt als je slaagt. "
        "Ik bewaar alleen de getallen, zolang we praten."
    )
    dispatcher.utter_message(text=stel_vraag(vraag, loopbaan))
    return []


def _herhaal(dispatcher: CollectingDispatcher, loopbaan: Loopbaan, vraag: Vraag) -> Events:
    dispatcher.utter_message(text=stel_vraag(vraag, loopbaan))
    return []


_STUREN: Final[dict[str, Callable[[CollectingDispatcher, Loopbaan, Vraag], Events]]] = {
    "annulering": _annuleer,
    "waarom": _waarom,
    "weet_niet": _weet_niet,
    "uitstel": _wacht,
    "herhaling": _herhaal,
}


def _begin(dispatcher: CollectingDispatcher) -> Events:
    leeg = Loopbaan()
    eerste = Vraag("opgenomen", 0)
    dispatcher.utter_message(
        text="Ik reken het voor je uit. Je mag alles in één keer typen, bijvoorbeeld: "
        '"1e jaar 60 opgenomen, 45 geslaagd". Of we doen het stap voor stap.'
    )
    dispatcher.utter_message(text=stel_vraag(eerste, leeg))
    return _stand(leeg, eerste, IN_BEREKENING)


def _verder(
    dispatcher: CollectingDispatcher, bericht: Bericht, samen: Samenvoeging, gevraagd: Vraag | None
) -> Events:
    loopbaan = samen.loopbaan
    for probleem in samen.problemen:
        dispatcher.utter_message(text=leg_uit(probleem, loopbaan))
    openstaand = volgende_vraag(loopbaan)
    if openstaand is None and gevraagd is not None and gevraagd.veld == "opgenomen" and not samen.gewijzigd:
        # "Another year" was asked for, and its first number has still to come.
        openstaand = gevraagd
    if openstaand is None and samen.problemen and not samen.gewijzigd:
        # A correction that was refused: what stood keeps standing, and a new attempt is welcome.
        return _stand(loopbaan, None, NA_RESULTAAT)
    if openstaand is not None:
        if not samen.problemen and not samen.gewijzigd and openstaand == gevraagd:
            dispatcher.utter_message(
                text='Dat kan ik niet als antwoord lezen. Typ een getal, zoals 45. Wil je stoppen met rekenen? Typ "stop".'
            )
        dispatcher.utter_message(text=stel_vraag(openstaand, loopbaan))
        return _stand(loopbaan, openstaand, IN_BEREKENING)
    uitkomst = maak_uitkomst(loopbaan)
    dispatcher.utter_message(text=uitkomst.zin)
    dispatcher.utter_message(text=uitkomst.uitleg, buttons=[dict(knop) for knop in KNOPPEN])
    return _stand(loopbaan, None, NA_RESULTAAT)


def _stand(loopbaan: Loopbaan, vraag: Vraag | None, fase: str) -> Events:
    return [
        SlotSet("loopbaan", loopbaan.als_dict()),
        SlotSet("vraag", schrijf_vraag(vraag)),
        SlotSet("fase", fase),
    ]
