"""Where the machine leads: reads the message, lets ``gesprek.machine`` answer it, and says that in words and buttons."""

from __future__ import annotations

import hmac
import json
import logging
import os
from functools import lru_cache
from pathlib import Path
from typing import Any
from typing import Final

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.adres import TITEL_ONTWERP
from actions.adres import adres_van_ontwerp
from actions.basis import Events
from actions.basis import Zet
from actions.daden import met_daden
from actions.formulier import lees_formulier
from actions.gespreksknoppen import entiteiten_van
from actions.gespreksknoppen import gedrukt
from actions.gespreksknoppen import getypt
from actions.gespreksknoppen import knoppen
from actions.lezer import GEDULD
from actions.lezer import Leesbeurt
from actions.lezer import LeesFout
from actions.lezer import Lezer
from actions.lezer import laad_lezer
from actions.overdracht import draag_over
from actions.overdracht import liep_met_regels
from actions.slots import LEEG
from actions.verwoording import Verwoorder
from actions.vragenboek import Vragenboek
from actions.weergave import WIDGET
from actions.weergave import beeld_van
from actions.weergave import tabel_van
from gesprek.beurt import KENNISMAKING
from gesprek.beurt import NOOD as INTENT_NOOD
from gesprek.beurt import STELT_ZELF_VOOR
from gesprek.beurt import VOER_GESPREK
from gesprek.dag import vandaag
from gesprek.doelen import Wereld
from gesprek.geheim import lees_geheim
from gesprek.instelling import contactkaart
from gesprek.instelling import lees_instelling
from gesprek.leiding import lees_leiding
from gesprek.lezing import Lezing
from gesprek.lezing import Omgang
from gesprek.machine import NOOD
from gesprek.machine import ONTWERP
from gesprek.machine import Sleutel
from gesprek.machine import beurt
from gesprek.machine import los_sleutel
from gesprek.staat import Staat
from gesprek.staat import lees as lees_staat
from gesprek.uiting import Uiting
from leerkrediet_core import Grootboek
from leerkrediet_core import InvoerFout
from nlu.grammatica.manipulatie import is_manipulatie
from nlu.grammatica.nood import heeft_nood
from nlu.persoonsgegevens import zonder_persoonsgegevens


logger = logging.getLogger(__name__)

#: The slot that holds the state.
SLOT: Final = "gesprek"
VRAGEN: Final = Path(__file__).resolve().parent.parent / "data" / "vragen"
#: Sentences that are remembered, so that a long conversation takes no more room; older ones may be said again.
MEESTE_ZINNEN: Final = 400
NIET_GELEZEN: Final = (
    "Sorry, ik kan je bericht nu niet lezen. Dat ligt niet aan jou. Probeer het zo meteen nog eens. "
    "Lukt het dan nog niet? Vraag het aan je trajectbegeleider."
)
BEGINT_OPNIEUW: Final = "Wat je hiervoor vertelde, kan ik niet meer gebruiken. We beginnen opnieuw."
#: What a channel says of a message that cannot be read, and the answer to it.
_ONLEESBAAR: Final = {
    "bericht_te_lang": "utter_te_lang",
    "bericht_leeg": "utter_leeg",
    "bericht_zonder_tekst": "utter_geen_tekst",
}
_IN_NOOD: Final = Lezing(daden=(Omgang(soort="sociaal", wat=NOOD),))
_PERSOONSGEGEVENS: Final = Omgang(soort="sociaal", wat="persoonsgegevens")
_MANIPULATIE: Final = Lezing(daden=(Omgang(soort="sociaal", wat="manipulatie"),))


class VoerGesprek(Zet):
    """One turn with the machine. Where a message cannot be read, the student hears so and the conversation stays as it was.

    Args:
        lezer: reads messages; None: the one that was trained, where the machine leads.
        geduld: seconds that it gets for a message.
    """

    naam = VOER_GESPREK

    def __init__(self, lezer: Lezer | None = None, geduld: float = GEDULD) -> None:
        self._leidt = lees_leiding() == "machine"
        if lezer is None and self._leidt:
            # Now, so that no student waits for it.
            lezer = laad_lezer()
            _vragenboek()
        self._lezer = Leesbeurt(lezer, geduld)

    async def zet(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        """Answer the message of this turn."""
        bericht = tracker.latest_message or {}
        intent = str((bericht.get("intent") or {}).get("name") or "")
        tekst = str(bericht.get("text") or "")
        is_knop = tekst.startswith("/")
        wereld, sleutel = _wereld(), _sleutel(tracker.sender_id)
        staat, vooraf = self._staat(tracker, wereld, sleutel)
        if _moet_zich_voorstellen(tracker):
            vooraf.insert(0, {"response": KENNISMAKING})
        if is_knop and intent in _ONLEESBAAR:
            _zeg(dispatcher, [*vooraf, {"response": _ONLEESBAAR[intent]}])
            return []
        vragen = _vragenboek()
        if is_knop:
            eerder, lezing = gedrukt(intent, entiteiten_van(bericht), staat, vragen)
        elif heeft_nood(tekst) or _vermoedt_nood(bericht, staat):
            # Nothing wins from a sign of crisis: nobody else reads this message.
            eerder, lezing = staat, _IN_NOOD
        elif is_manipulatie(tekst):
            # Nor does anybody read this one: nothing in it may be confirmed, and no number in it told.
            eerder, lezing = staat, _MANIPULATIE
        elif (daad := getypt(tekst, staat, vragen, sleutel)) is not None:
            eerder, lezing = staat, Lezing(daden=(daad,))
        elif (ingevuld := lees_formulier(tekst)) is not None:
            eerder, lezing = staat, ingevuld
        else:
            try:
                schoon, gegevens = zonder_persoonsgegevens(tekst)
                eerder, lezing = staat, await self._lezer.lees(schoon, staat, wereld.vandaag, vragen)
                if gegevens:
                    lezing = lezing.copy(update={"daden": (*lezing.daden, _PERSOONSGEGEVENS)})
            except LeesFout as fout:
                logger.error("Een bericht kon niet gelezen worden: %s.", fout)
                # That the conversation begins anew is said once it does.
                vooraf = [deel for deel in vooraf if "response" in deel]
                _zeg(dispatcher, [*vooraf, {"text": NIET_GELEZEN}])
                return []
        nieuw, uitingen = beurt(eerder, met_daden(lezing), wereld, sleutel)
        woorden = Verwoorder(vragen, wereld, _teksten())
        gezegd = woorden.zeg(uitingen, nieuw.werkblad, nieuw.open, eerder.werkblad, nieuw.zinnen)
        nieuw = nieuw.met(zinnen=(*nieuw.zinnen, *gezegd.zinnen)[-MEESTE_ZINNEN:])
        waar = _ontwerp(uitingen, tracker)
        regels = [gezegd.tekst, *([f"{TITEL_ONTWERP}: {waar}"] if waar and not waar.startswith("/") else [])]
        # Today's answers have no marks for bold either: no channel shows them.
        antwoord: dict[str, Any] = {"text": "\n".join(regels).replace("**", "")}
        rijk = _rijk(uitingen, waar) if tracker.get_latest_input_channel() == WIDGET else {}
        delen = [antwoord, {"text": None, "json_message": rijk}] if rijk else [antwoord]
        delen[-1]["buttons"] = [knop.als_dict() for knop in knoppen(nieuw, vragen, sleutel)]
        in_nood = any(uiting.naam == NOOD for uiting in uitingen)
        # Who is in danger hears first where help is.
        _zeg(dispatcher, [*delen, *vooraf] if in_nood else [*vooraf, *delen])
        return [
            SlotSet(SLOT, als_json(_bewaarbaar(nieuw, sleutel))),
            *(LEEG if self._leidt and liep_met_regels(tracker.slots) else []),
        ]

    def _staat(self, tracker: Tracker, wereld: Wereld, sleutel: Sleutel) -> tuple[Staat, list[dict[str, Any]]]:
        """The state before this turn, and what has to be said of it."""
        bewaard = tracker.get_slot(SLOT)
        if bewaard is not None:
            staat = lees_staat(bewaard)
            if staat is None:
                return Staat(), [{"text": BEGINT_OPNIEUW}]
            return _herkend(staat, sleutel, _vragenboek()), []
        if not (self._leidt and liep_met_regels(tracker.slots)):
            return Staat(), []
        staat = draag_over(tracker.slots, wereld, sleutel)
        return (staat, []) if staat is not None else (Staat(), [{"text": BEGINT_OPNIEUW}])


def _bewaarbaar(staat: Staat, sleutel: Sleutel) -> Staat:
    """The state with only a key of the last question, as of a course: it may tell why somebody missed an exam, or how they are."""
    onderwerp = staat.laatste.onderwerp
    return _met_onderwerp(staat, sleutel(onderwerp)) if onderwerp else staat


def _herkend(staat: Staat, sleutel: Sleutel, vragen: Vragenboek) -> Staat:
    """The state as it was before ``_bewaarbaar``; without the last question where the catalogue has it no more."""
    bewaard = staat.laatste.onderwerp
    if not bewaard:
        return staat
    return _met_onderwerp(staat, next((vraag for vraag in vragen.sleutels() if sleutel(vraag) == bewaard), ""))


def _met_onderwerp(staat: Staat, onderwerp: str) -> Staat:
    return staat.met(laatste=staat.laatste.copy(update={"onderwerp": onderwerp}))


def als_json(staat: Staat) -> dict[str, Any]:
    """The state as it is stored; ``gesprek.staat.lees`` reads it back."""
    gelezen: dict[str, Any] = json.loads(staat.json(exclude_defaults=True))
    return {"versie": staat.versie, **gelezen}


def _zeg(dispatcher: CollectingDispatcher, delen: list[dict[str, Any]]) -> None:
    for deel in delen:
        dispatcher.utter_message(**deel)


def _vermoedt_nood(bericht: dict[str, Any], staat: Staat) -> bool:
    """Whether the topic of a message is crisis, as where the rules lead: without one outright, numbers are no cry for help.

    Right after a helpline the reader decides: "het gaat weer" sounds like crisis too.
    """
    intent = (bericht.get("intent") or {}).get("name")
    heeft_getal = any(teken.isdecimal() for teken in str(bericht.get("text") or ""))
    return intent == INTENT_NOOD and not heeft_getal and staat.laatste.soort != "hulplijn"


def _moet_zich_voorstellen(tracker: Tracker) -> bool:
    """Whether this is the first message, on a channel that does not show all the time that no human is speaking."""
    if tracker.get_latest_input_channel() in STELT_ZELF_VOOR:
        return False
    berichten = 0
    for event in reversed(tracker.events):
        # The memory keeps no session start beyond its own turn.
        if event.get("event") == "session_started":
            return berichten == 1
        berichten += event.get("event") == "user"
    return False


def _ontwerp(uitingen: list[Uiting], tracker: Tracker) -> str | None:
    """The address of the draft of the verzoekschrift, where one is given and the student can open it."""
    velden = next((uiting.gegevens["velden"] for uiting in uitingen if uiting.naam == ONTWERP), None)
    return None if velden is None else adres_van_ontwerp(tracker, velden)


def _rijk(uitingen: list[Uiting], ontwerp: str | None) -> dict[str, Any]:
    """What the widget shows beside the text: the draft, the card with whom to turn to, or the table and chart of the last balance."""
    if ontwerp:
        return {"document": {"adres": ontwerp, "titel": TITEL_ONTWERP}}
    if any(uiting.naam == "stuur_mens" or _vraagt_wie(uiting) for uiting in uitingen):
        return {"contact": contactkaart(_instelling())}
    for uiting in reversed(uitingen):
        boek, invoer = uiting.gegevens.get("grootboek"), uiting.gegevens.get("invoer")
        if not isinstance(boek, Grootboek) or not any(stap.mutatie for stap in boek.stappen):
            continue
        rijk: dict[str, Any] = {"tabel": tabel_van(boek, _koppen(invoer or {}))}
        if invoer:
            try:
                rijk["beeld"] = beeld_van(invoer)
            except InvoerFout:
                logger.info("Een loopbaan was te lang voor een grafiek.")
        return rijk
    return {}


def _vraagt_wie(uiting: Uiting) -> bool:
    return str(uiting.gegevens.get("onderwerp", "")).startswith("trajectbegeleider_contact/")


def _koppen(invoer: dict[str, Any]) -> dict[int, str]:
    """A heading above the first step of each academic year, when there is more than one."""
    koppen: dict[int, str] = {}
    for nummer, gebeurtenis in enumerate(invoer.get("gebeurtenissen", ())):
        jaar = str(gebeurtenis.get("academiejaar", ""))
        if jaar and jaar not in koppen.values():
            koppen[nummer] = jaar
    return koppen if len(koppen) > 1 else {}


def _wereld() -> Wereld:
    return Wereld(vandaag(), _instelling().sleutel)


def _teksten() -> dict[str, str]:
    return _instelling().teksten


def _sleutel(afzender: str) -> Sleutel:
    """Makes the key of a course. Another one for each conversation: that two students have the same course shows nowhere."""
    doel = b"vak:" + afzender.encode("utf-8", "surrogatepass")
    return los_sleutel(hmac.digest(lees_geheim(), doel, "sha256"))


@lru_cache(maxsize=1)
def _vragenboek() -> Vragenboek:
    return Vragenboek.lees(VRAGEN)


@lru_cache(maxsize=1)
def _instelling() -> Any:
    return lees_instelling(os.environ.get("INSTELLING") or "instelling.yml")
