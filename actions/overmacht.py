"""Goes through the conditions of a teruggave wegens overmacht with the student, and gives a draft of the verzoekschrift.

Asks and keeps no reason: that is health data. The dossier holds yes, no or "I don't know", years, points, a number of
courses and the key of a school, and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from typing import Final

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.adres import TITEL_ONTWERP
from actions.adres import adres_van_ontwerp
from actions.basis import Events
from actions.gids import Dossier
from actions.gids import Gids
from actions.gids import Gidsvraag
from actions.gids import gids_van
from actions.gids import waarden
from gesprek.beurt import IN_OVERMACHT
from gesprek.beurt import IN_STOPPEN
from gesprek.beurt import OVERMACHT_NAGAAN
from gesprek.dag import vandaag
from leerkrediet_core import Academiejaar
from leerkrediet_core import InvoerFout
from leerkrediet_core import instellingen
from leerkrediet_core.overmacht import VRAGEN
from leerkrediet_core.overmacht import Antwoorden
from leerkrediet_core.overmacht import Beoordeling
from leerkrediet_core.overmacht import Oordeel
from leerkrediet_core.overmacht import SchoolAntwoord
from leerkrediet_core.overmacht import beoordeel
from leerkrediet_core.overmacht import is_tweede_zit_voorbij
from leerkrediet_core.overmacht import verzoekschrift_delen
from leerkrediet_core.overmacht import volgende_vraag
from leerkrediet_core.taal import de_punten
from leerkrediet_core.verzoekschrift import MEESTE_JAREN
from leerkrediet_core.verzoekschrift import MEESTE_VAKKEN
from leerkrediet_core.verzoekschrift import Verzoek
from leerkrediet_core.verzoekschrift import als_velden
from leerkrediet_core.verzoekschrift import lees_verzoek


_JA_NEE: Final = (*(vraag.sleutel for vraag in VRAGEN), "heeft_bewijs")
_SCHOOL: Final = frozenset(antwoord.value for antwoord in SchoolAntwoord)
_MEESTE_PUNTEN: Final = 60
#: The two that can end it at once come before the year.
_EERST: Final = frozenset(("kans_gemist", "alle_kansen_afgelegd"))
_WAAROM_JAAR: Final = "Voor het lopende jaar moet je meestal nog wachten. Het jaar staat ook in je verzoekschrift."
_BEWIJS_ER_IS: Final = "Valt de dag van je examen binnen de periode op je bewijs?"

_ONTWERP: Final = {"title": "Maak een ontwerp", "payload": '/gids_overmacht{"keuze":"ontwerp"}'}
_NAGAAN: Final = {"title": "Geldt dit voor mij?", "payload": "/gids_overmacht"}
_BEWIJS: Final = {"title": "Welk bewijs?", "payload": "/overmacht_bewijs"}
_HOE: Final = {"title": "Hoe vraag ik het?", "payload": "/overmacht_procedure"}
_TRAJECTBEGELEIDER: Final = {"title": "Trajectbegeleider", "payload": "/trajectbegeleider_contact"}
_BEROEP: Final = {"title": "Beroep indienen", "payload": "/buiten_bereik_beroep"}
_HEROPBOUW: Final = {"title": "Groeit het terug?", "payload": "/heropbouw"}


class OvermachtNagaan(Gids):
    """Asks what decides, ends in what applies and what to gather, and gives a draft of the letter on request."""

    naam = OVERMACHT_NAGAAN
    fase = IN_OVERMACHT

    def __init__(self, vandaag: Callable[[], date] = vandaag) -> None:
        self._vandaag = vandaag

    def zet(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        if "ontwerp" in waarden(tracker, "keuze") or _gelezen(tracker).get("ontwerp"):
            return self._ontwerp(dispatcher, tracker)
        if (antwoord := _over_de_raad(tracker)) is not None:
            dispatcher.utter_message(text=antwoord)
            if tracker.get_slot("fase") == self.fase:
                self.herhaal(dispatcher, tracker)
            return []
        if tracker.get_slot("fase") == self.fase and (vraagt := self._jaar_dat_niet_kan(tracker)) is not None:
            dispatcher.utter_message(**vraagt)
            return []
        if tracker.get_slot("fase") == self.fase and _gelezen(tracker).get("vraagt_punten"):
            gevraagd = self.vertelt(tracker, {}, None).get("studiepunten")
            if gevraagd:
                dispatcher.utter_message(
                    text=f"Kent de Raad het toe, dan gaat het om precies {de_punten(gevraagd)} van dat vak. "
                    "Waarschijnlijk tellen ze niet dubbel. Dat staat nergens letterlijk."
                )
        if tracker.get_slot("fase") == self.fase and (tracker.latest_message or {}).get("text") == _NAGAAN["payload"]:
            # The button that starts it, pressed once more in the middle.
            dispatcher.utter_message(text="Daar zijn we al mee bezig.")
            self.herhaal(dispatcher, tracker)
            return []
        return super().zet(dispatcher, tracker)

    def begin(self, tracker: Tracker) -> Dossier:
        # "Nee wacht, de tweede zit heb ik gemist" after the outcome goes on from what was told; the button starts anew.
        return self.lees_dossier(tracker) if gids_van(tracker.get_slot("fase")) is None and _gelezen(tracker) else {}

    def inleiding(self, dossier: Dossier) -> str:
        return (
            "Wie door overmacht een examenkans miste, kan soms leerkrediet terugvragen bij de Raad. "
            "Ik ga het met je na in een paar korte vragen. Vertel niet wat er gebeurde: dat heb ik niet nodig.\n"
            "Gaat het om meer vakken? Doorloop dit dan per vak."
        )

    def keur(self, waarde: Dossier) -> Dossier:
        return {sleutel: w for sleutel, w in waarde.items() if self._kan(sleutel, w)}

    def vertelt(self, tracker: Tracker, dossier: Dossier, vraag: Gidsvraag | None) -> Dossier:
        gelezen = _gelezen(tracker)
        verteld = self.keur({naam: w for naam, w in gelezen.items() if w is not None})
        for keuze in waarden(tracker, "keuze"):
            verteld |= self.keur({"academiejaren": [keuze]})
        for school in waarden(tracker, "instelling"):
            verteld |= self.keur({"instelling": school})
        if verteld.get("aangepast_examen_gevraagd") is False:
            verteld["antwoord_school"] = None
        if verteld and vraag is not None and vraag.ja_nee and vraag.sleutel not in verteld:
            # "Ja, en de school zei nee" answers and tells; "nee wacht, ik vroeg het wel" takes something back.
            verbetert = gelezen.get("verbetert") or any(dossier.get(naam, w) != w for naam, w in verteld.items())
            zegt = waarden(tracker, "antwoord")
            if not verbetert and zegt:
                verteld[vraag.sleutel] = "ja" in zegt
        return verteld

    def volgende(self, dossier: Dossier, tracker: Tracker) -> Gidsvraag | None:
        gegeven = self._met_jaar(dossier)
        vraag = volgende_vraag(gegeven)
        if vraag is not None and vraag.sleutel in _EERST:
            return Gidsvraag(vraag.sleutel, vraag.tekst, vraag.waarom)
        if self._oordeel(dossier).oordeel is Oordeel.KAN_NIET:
            return None
        if "academiejaren" not in dossier and gegeven.get("tweede_zit_voorbij") is not False:
            return self._jaarvraag(dossier.get("kalenderjaar"))
        if vraag is None:
            return None
        tekst = _BEWIJS_ER_IS if vraag.sleutel == "bewijs_dekt_datum" and dossier.get("heeft_bewijs") else vraag.tekst
        return Gidsvraag(vraag.sleutel, tekst, vraag.waarom)

    def niet_gelezen(self, vraag: Gidsvraag) -> str:
        if vraag.sleutel == "academiejaren":
            return f'Dat kan ik niet als academiejaar lezen. Typ het zoals "{self._lopend()}", of kies een knop.'
        return super().niet_gelezen(vraag)

    def besluit(self, dispatcher: CollectingDispatcher, tracker: Tracker, dossier: Dossier) -> None:
        beoordeling = self._oordeel(dossier)
        dispatcher.utter_message(text="\n".join(beoordeling.uitleg))
        dispatcher.utter_message(text="\n".join([beoordeling.kop, *(f"- {zin}" for zin in beoordeling.checklist)]))
        knoppen = [_ONTWERP, _BEWIJS, _TRAJECTBEGELEIDER]
        if beoordeling.oordeel is Oordeel.KAN_NIET:
            knoppen = [_TRAJECTBEGELEIDER, _BEROEP, _HEROPBOUW]
        dispatcher.utter_message(text="\n".join([*beoordeling.daarna, _bron(beoordeling)]), buttons=knoppen)

    def bewaart(self, dossier: Dossier) -> Dossier | None:
        # The draft can still be asked for; the memory drops this as soon as the conversation turns to something else.
        return dossier

    # -- the years

    def _jaarvraag(self, kalenderjaar: int | None = None) -> Gidsvraag:
        jaren = (Academiejaar(self._lopend().start - 1), self._lopend())
        if kalenderjaar is not None:
            # "In 2021" was said before: only the two academic years that it lies in are left.
            jaren = (Academiejaar(kalenderjaar - 1), Academiejaar(kalenderjaar))
        return Gidsvraag(
            "academiejaren",
            "Over welk academiejaar gaat het? Een ander jaar mag je typen.",
            _WAAROM_JAAR,
            ja_nee=False,
            knoppen=tuple((str(jaar), _jaarkeuze(jaar)) for jaar in jaren),
        )

    def _jaar_dat_niet_kan(self, tracker: Tracker) -> dict[str, Any] | None:
        """What is said when a message names a year that leaves two open, or that cannot be."""
        gelezen = _gelezen(tracker)
        vraag = self.volgende(self.lees_dossier(tracker), tracker)
        jaar = gelezen.get("kalenderjaar")
        if vraag is not None and vraag.sleutel == "academiejaren" and isinstance(jaar, int):
            mogelijk = [
                kandidaat for kandidaat in (Academiejaar(jaar - 1), Academiejaar(jaar)) if self._is_jaar(kandidaat)
            ]
            if mogelijk:
                return {
                    "text": f"{jaar} ligt in twee academiejaren. Welk bedoel je?",
                    "buttons": [{"title": str(kandidaat), "payload": _jaarkeuze(kandidaat)} for kandidaat in mogelijk],
                }
            gelezen = {"academiejaren": [str(Academiejaar(jaar))]}
        jaren = gelezen.get("academiejaren")
        if not isinstance(jaren, list) or not jaren or self._kan("academiejaren", jaren):
            return None
        return {
            "text": f"{jaren[0]} kan niet. Leerkrediet bestaat sinds 2008-2009, en nu loopt {self._lopend()}. "
            "Over welk academiejaar gaat het?"
        }

    def _lopend(self) -> Academiejaar:
        return Academiejaar.van_datum(self._vandaag())

    def _is_jaar(self, jaar: Academiejaar) -> bool:
        try:
            return jaar <= self._lopend() and bool(lees_verzoek({"jaar": str(jaar)}).academiejaren)
        except InvoerFout:
            return False

    def _met_jaar(self, dossier: Dossier) -> Dossier:
        """The dossier with what follows from the year: whether its second session is over."""
        jaren = dossier.get("academiejaren")
        if not jaren or "tweede_zit_voorbij" in dossier:
            return dossier
        voorbij = {is_tweede_zit_voorbij(Academiejaar.lees(jaar), self._vandaag()) for jaar in jaren}
        return dossier if None in voorbij else {**dossier, "tweede_zit_voorbij": all(voorbij)}

    # -- the outcome and the draft

    def _kan(self, sleutel: str, waarde: Any) -> bool:
        """Whether a value can stand in the dossier: it may have been typed by anyone."""
        if sleutel in _JA_NEE:
            return waarde is None or isinstance(waarde, bool)
        if sleutel == "antwoord_school":
            return waarde is None or (isinstance(waarde, str) and waarde in _SCHOOL)
        if sleutel == "kalenderjaar":
            geheel = isinstance(waarde, int) and not isinstance(waarde, bool)
            return geheel and self._lopend().start >= waarde and self._is_jaar(Academiejaar(waarde - 1))
        if sleutel == "instelling":
            return isinstance(waarde, str) and waarde in instellingen()
        if sleutel in ("studiepunten", "vakken"):
            meeste = _MEESTE_PUNTEN if sleutel == "studiepunten" else MEESTE_VAKKEN
            return isinstance(waarde, int) and not isinstance(waarde, bool) and 1 <= waarde <= meeste
        if sleutel != "academiejaren" or waarde is None:
            return sleutel == "academiejaren"
        if not isinstance(waarde, list) or not 1 <= len(waarde) <= MEESTE_JAREN:
            return False
        try:
            return all(self._is_jaar(Academiejaar.lees(jaar)) for jaar in waarde)
        except (ValueError, TypeError):
            return False

    def _oordeel(self, dossier: Dossier) -> Beoordeling:
        return beoordeel(self._antwoorden(dossier))

    def _antwoorden(self, dossier: Dossier) -> Antwoorden:
        gegeven = self._met_jaar(dossier)
        school = gegeven.get("antwoord_school")
        antwoorden = Antwoorden(
            antwoord_school=None if school is None else SchoolAntwoord(school),
            studiepunten=gegeven.get("studiepunten"),
            instelling=gegeven.get("instelling"),
        )
        return replace(antwoorden, **{vraag.sleutel: gegeven.get(vraag.sleutel) for vraag in VRAGEN})

    def _ontwerp(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        fase = tracker.get_slot("fase")
        # In the other guided conversation the slot holds its dossier, which is to stay as it is.
        ander = fase == IN_STOPPEN
        bekend = {} if ander else self.lees_dossier(tracker)
        dossier = {**bekend, **self.vertelt(tracker, bekend, None)}
        beoordeling = self._oordeel(dossier)
        if beoordeling.oordeel is Oordeel.KAN_NIET:
            dispatcher.utter_message(
                text=f"{beoordeling.uitleg[0]} Een verzoekschrift heeft dan geen zin. Klopt dat niet? Doorloop de vragen opnieuw.",
                buttons=[_NAGAAN, _TRAJECTBEGELEIDER],
            )
            return []
        self._geef(dispatcher, tracker, dossier, beoordeling)
        vraag = self.volgende(dossier, tracker) if fase == self.fase else None
        if vraag is not None:
            self.stel(dispatcher, vraag)
        return [] if ander else [SlotSet("dossier", dossier or None)]

    def _geef(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, dossier: Dossier, beoordeling: Beoordeling
    ) -> None:
        knoppen = [_BEWIJS, _HOE, _TRAJECTBEGELEIDER] if "kans_gemist" in dossier else [_NAGAAN, _BEWIJS, _HOE]
        wacht = (
            ["Stuur het nog niet op: wacht tot na de tweede zittijd."] if beoordeling.oordeel is not Oordeel.KAN else []
        )
        waar = adres_van_ontwerp(tracker, als_velden(_verzoek(dossier)))
        if waar is None:
            delen = verzoekschrift_delen(self._antwoorden(dossier))
            regels = [
                "Hier kan ik geen document geven. Dit zet je in je verzoekschrift:",
                *(f"- {deel}" for deel in delen),
                *(wacht or beoordeling.daarna[:1]),
            ]
            dispatcher.utter_message(text="\n".join([*regels, _bron(beoordeling)]), buttons=knoppen)
            return
        op_pagina = waar.startswith("/")
        regels = [
            "Je ontwerp van een verzoekschrift staat klaar, als Word-document." + ("" if op_pagina else f"\n{waar}"),
            "Er staat niets persoonlijks in. Vul het aan op je eigen computer.",
            "Het is een hulp, geen juridisch advies. Een model van de Raad zelf vind je op https://dbrc.be.",
            *wacht,
            _bron(beoordeling),
        ]
        extra = {"json_message": {"document": {"adres": waar, "titel": TITEL_ONTWERP}}} if op_pagina else {}
        dispatcher.utter_message(text="\n".join(regels), buttons=knoppen, **extra)


def _over_de_raad(tracker: Tracker) -> str | None:
    """The answer to a question about the Raad itself; None where there is none, or where the message tells the case."""
    houding = waarden(tracker, "houding")
    if "als_geweigerd" in houding:
        return (
            "Weigert je school een ander examenmoment? Bewaar dat antwoord.\n"
            "Dan kan je naar de Raad, per vak, na de tweede zittijd. Stuur een kopie van de weigering mee.\n"
            "Weigert de Raad zelf? Vraag raad aan je trajectbegeleider."
        )
    if "raad_zeker" in houding and not _gelezen(tracker):
        return "De Raad beslist. Niemand kan je de uitkomst beloven."
    return None


def _verzoek(dossier: Dossier) -> Verzoek:
    return Verzoek(
        academiejaren=tuple(sorted(dossier.get("academiejaren") or ())),
        instelling=dossier.get("instelling"),
        aangepast_examen_gevraagd=dossier.get("aangepast_examen_gevraagd"),
        bewijs_dekt_datum=dossier.get("bewijs_dekt_datum"),
        aantal_vakken=dossier.get("vakken"),
    )


def _gelezen(tracker: Tracker) -> dict[str, Any]:
    """What the grammar read of the student's case in this message."""
    gelezen: dict[str, Any] = {}
    for entiteit in (tracker.latest_message or {}).get("entities") or ():
        if (
            isinstance(entiteit, dict)
            and entiteit.get("entity") == IN_OVERMACHT
            and isinstance(entiteit.get("value"), dict)
        ):
            gelezen |= entiteit["value"]
    return gelezen


def _jaarkeuze(jaar: Academiejaar) -> str:
    return f'/gids_overmacht{{"keuze":"{jaar}"}}'


def _bron(beoordeling: Beoordeling) -> str:
    return f"Bron: {'; '.join(bron.naam for bron in beoordeling.bronnen)}"
