"""Goes through the conditions of a teruggave wegens overmacht with the student. Asks and keeps no reason: that is health data."""

from __future__ import annotations

from typing import Any
from typing import Final

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.gids import Dossier
from actions.gids import Gids
from actions.gids import Gidsvraag
from gesprek.beurt import IN_OVERMACHT
from gesprek.beurt import OVERMACHT_NAGAAN
from leerkrediet_core.overmacht import VRAGEN
from leerkrediet_core.overmacht import Antwoorden
from leerkrediet_core.overmacht import Oordeel
from leerkrediet_core.overmacht import beoordeel


_SLEUTELS: Final = tuple(vraag.sleutel for vraag in VRAGEN)


class OvermachtNagaan(Gids):
    """Asks what decides, and ends in what applies and what to gather."""

    naam = OVERMACHT_NAGAAN
    fase = IN_OVERMACHT

    def inleiding(self, dossier: Dossier) -> str:
        return "Ik ga met je na of je leerkrediet kan terugvragen. Vertel niet wat er gebeurde: dat heb ik niet nodig."

    def keur(self, waarde: Dossier) -> Dossier:
        return {s: waarde[s] for s in _SLEUTELS if s in waarde and (waarde[s] is None or isinstance(waarde[s], bool))}

    def vertelt(self, tracker: Tracker, dossier: Dossier, vraag: Gidsvraag | None) -> Dossier:
        gelezen: dict[str, Any] = {}
        for entiteit in (tracker.latest_message or {}).get("entities") or ():
            if (
                isinstance(entiteit, dict)
                and entiteit.get("entity") == self.fase
                and isinstance(entiteit.get("value"), dict)
            ):
                gelezen.update(entiteit["value"])
        return self.keur(gelezen)

    def volgende(self, dossier: Dossier, tracker: Tracker) -> Gidsvraag | None:
        if beoordeel(Antwoorden(**dossier)).oordeel is Oordeel.KAN_NIET:
            return None
        return next((Gidsvraag(v.sleutel, v.tekst, v.waarom) for v in VRAGEN if v.sleutel not in dossier), None)

    def besluit(self, dispatcher: CollectingDispatcher, tracker: Tracker, dossier: Dossier) -> None:
        beoordeling = beoordeel(Antwoorden(**dossier))
        dispatcher.utter_message(text="\n".join(beoordeling.uitleg))
        dispatcher.utter_message(text="\n".join(["Wat je doet:", *(f"- {zin}" for zin in beoordeling.checklist)]))
        dispatcher.utter_message(
            text=f"Bron: {'; '.join(bron.naam for bron in beoordeling.bronnen)}",
            buttons=[{"title": "Trajectbegeleider", "payload": "/trajectbegeleider_contact"}],
        )
