"""A guided conversation: asks one thing at a time, only what it was not told, and ends in what applies."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import Any
from typing import ClassVar

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.basis import Events
from actions.basis import Zet
from actions.slots import lees_loopbaan_slot
from actions.slots import lees_vraag
from gesprek.beurt import GIDS_INTENT
from gesprek.beurt import GIDSEN
from gesprek.beurt import IN_BEREKENING
from gesprek.beurt import NA_RESULTAAT


#: What the student told, by question: a value, or None for "I don't know". A question that is not in it is open.
Dossier = dict[str, Any]


@dataclass(frozen=True)
class Gidsvraag:
    """One question of a guided conversation.

    Attributes:
        sleutel: under which the answer stands in the dossier.
        tekst: the question as the student reads it.
        waarom: why it is asked.
        ja_nee: it is answered with yes, no or "I don't know".
        knoppen: answers to choose from, at most two where ``ja_nee`` is not set.
        uitweg: ways out, at most two, in place of the answers: for who cannot answer it.
    """

    sleutel: str
    tekst: str
    waarom: str
    ja_nee: bool = True
    knoppen: tuple[tuple[str, str], ...] = ()
    uitweg: tuple[tuple[str, str], ...] = ()


class Gids(Zet):
    """Leads one guided conversation. Subclasses say what is asked, what a message tells, and how it ends."""

    fase: ClassVar[str]

    def zet(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        bezig = tracker.get_slot("fase") == self.fase
        dossier = self.lees_dossier(tracker) if bezig else self.begin(tracker)
        verder = bezig or bool(dossier)
        vraag = self.volgende(dossier, tracker) if bezig else None
        signalen = waarden(tracker, "signaal")
        if bezig and vraag is not None and "annulering" in signalen:
            return self.stop(dispatcher, tracker)
        nieuw = self.vertelt(tracker, dossier, vraag)
        if bezig and vraag is not None and not nieuw:
            if "waarom" in signalen:
                dispatcher.utter_message(text=vraag.waarom)
            elif "uitstel" in signalen:
                dispatcher.utter_message(text="Neem gerust je tijd. Ik wacht op je antwoord.")
            elif "weet_niet" in signalen or "weet_niet" in waarden(tracker, "keuze"):
                nieuw = {vraag.sleutel: None}
            elif vraag.ja_nee and (ja := _ja_of_nee(tracker)) is not None:
                nieuw = {vraag.sleutel: ja}
            elif "herhaling" not in signalen:
                nieuw = self.mist(dispatcher, dossier, vraag)
        dossier = {**dossier, **nieuw}
        volgende = self.volgende(dossier, tracker)
        if volgende is None:
            self.besluit(dispatcher, tracker, dossier)
            return einde(tracker, self.bewaart(dossier))
        if not verder:
            dispatcher.utter_message(text=self.inleiding(dossier))
        self.stel(dispatcher, volgende)
        return [SlotSet("dossier", dossier), SlotSet("fase", self.fase)]

    def herhaal(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> bool:
        """Ask the open question again; false when none is open."""
        vraag = self.volgende(self.lees_dossier(tracker), tracker)
        if vraag is not None:
            self.stel(dispatcher, vraag)
        return vraag is not None

    def stel(self, dispatcher: CollectingDispatcher, vraag: Gidsvraag) -> None:
        """Ask, with the answers as buttons."""
        weet_niet = f'/{GIDS_INTENT}{self.fase}{{"keuze":"weet_niet"}}'
        knoppen = [{"title": titel, "payload": lading} for titel, lading in vraag.knoppen]
        if vraag.ja_nee:
            knoppen = [{"title": "Ja", "payload": "/bevestigen"}, {"title": "Nee", "payload": "/ontkennen"}]
        if vraag.uitweg:
            uitweg = [{"title": titel, "payload": lading} for titel, lading in vraag.uitweg]
            dispatcher.utter_message(
                text=vraag.tekst, buttons=[{"title": "Weet ik niet", "payload": weet_niet}, *uitweg]
            )
            return
        dispatcher.utter_message(text=vraag.tekst, buttons=[*knoppen, {"title": "Weet ik niet", "payload": weet_niet}])

    def stop(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        """The student wants no more of it."""
        dispatcher.utter_message(text="Oké, we stoppen hiermee. Vraag gerust iets anders over leerkrediet.")
        return einde(tracker)

    def mist(self, dispatcher: CollectingDispatcher, dossier: Dossier, vraag: Gidsvraag) -> Dossier:
        """Say that the message answers nothing; what is returned is kept with the dossier."""
        dispatcher.utter_message(text=self.niet_gelezen(vraag))
        return {}

    def niet_gelezen(self, vraag: Gidsvraag) -> str:
        """What is said when a message answers nothing."""
        if vraag.ja_nee:
            return 'Dat kan ik niet als antwoord lezen. Typ "ja", "nee" of "weet ik niet". Stoppen? Typ "stop".'
        return 'Dat kan ik niet als antwoord lezen. Weet je het niet? Typ "weet ik niet". Stoppen? Typ "stop".'

    def lees_dossier(self, tracker: Tracker) -> Dossier:
        """What was told so far; only what can be: the slot may have been typed by anyone."""
        waarde = tracker.get_slot("dossier")
        return self.keur(waarde) if isinstance(waarde, dict) else {}

    def begin(self, tracker: Tracker) -> Dossier:
        """What is known when the guide starts; by default nothing."""
        return {}

    def bewaart(self, dossier: Dossier) -> Dossier | None:
        """What is kept when the guide has ended; by default nothing."""
        return None

    @abstractmethod
    def inleiding(self, dossier: Dossier) -> str:
        """What is said before the first question."""

    @abstractmethod
    def keur(self, waarde: Dossier) -> Dossier:
        """Keep of a dossier what it can hold."""

    @abstractmethod
    def vertelt(self, tracker: Tracker, dossier: Dossier, vraag: Gidsvraag | None) -> Dossier:
        """What the message tells, beyond a bare yes or no."""

    @abstractmethod
    def volgende(self, dossier: Dossier, tracker: Tracker) -> Gidsvraag | None:
        """The first question that is still open and whose answer makes a difference; None when all is known."""

    @abstractmethod
    def besluit(self, dispatcher: CollectingDispatcher, tracker: Tracker, dossier: Dossier) -> None:
        """Say what applies."""


def einde(tracker: Tracker, dossier: Dossier | None = None) -> Events:
    """Forget the dossier, or keep ``dossier``, and go back to the calculation, where there was one."""
    fase = None
    if lees_vraag(tracker) is not None:
        fase = IN_BEREKENING
    elif lees_loopbaan_slot(tracker).jaren:
        fase = NA_RESULTAAT
    return [SlotSet("dossier", dossier), SlotSet("fase", fase)]


def gids_van(fase: object) -> Gids | None:
    """The guided conversation of a phase; None where there is none."""
    if not isinstance(fase, str) or fase not in GIDSEN:
        return None
    return next((klasse() for klasse in Gids.__subclasses__() if klasse.fase == fase), None)


def _ja_of_nee(tracker: Tracker) -> bool | None:
    for gezegd, waarde in (("ja", True), ("nee", False)):
        if gezegd in waarden(tracker, "antwoord"):
            return waarde
    bericht = tracker.latest_message or {}
    tekst = str(bericht.get("text") or "")
    if not tekst.startswith("/") and len(tekst.split()) > 1:
        # The grammar read no yes or no in it: "ja en nee", "ja, maar wat is dat?".
        return None
    intent = (bericht.get("intent") or {}).get("name")
    return {"bevestigen": True, "ontkennen": False}.get(str(intent))


def waarden(tracker: Tracker, naam: str) -> set[str]:
    """The values of the entities of that name in this message."""
    entiteiten = (tracker.latest_message or {}).get("entities") or ()
    return {
        e["value"]
        for e in entiteiten
        if isinstance(e, dict) and e.get("entity") == naam and isinstance(e.get("value"), str)
    }
