"""Chooses and fills an answer: the first variant whose conditions hold, with the institution's own texts in it."""

from __future__ import annotations

import copy
import os
from typing import Any
from typing import Final
from typing import Mapping
from typing import Sequence

from rasa.core.nlg.response import TemplatedNaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from gesprek.grens import MEESTE_TEKENS
from gesprek.instelling import Instellingsteksten
from gesprek.instelling import contactkaart
from gesprek.instelling import lees_instelling
from nlu.patroon import maak_patroon


#: Entities of the current message that a condition may name beside the slots.
ENTITEITEN: Final = ("situatie", "opleiding", "contract", "instelling")
#: Answers that name whom to turn to. The chat on a website shows that as a card with the school's pages.
MET_CONTACT: Final = frozenset(("utter_trajectbegeleider_contact", "utter_mens_spreken"))
_WIDGET: Final = "widget"
_PLAATSHOUDER: Final = maak_patroon(r"\{([^{}]*)\}")


def kies_variant(
    varianten: Sequence[Mapping[str, Any]], gegevens: Mapping[str, Any], kanaal: str | None = None
) -> Mapping[str, Any] | None:
    """The first variant that is meant for ``kanaal`` (or for any) and whose conditions all hold in ``gegevens``.

    Deterministic, unlike Rasa's own choice: the order in the file decides, so staff can put the special case first.
    """
    voor_kanaal = [v for v in varianten if v.get("channel") == kanaal and kanaal is not None]
    voor_iedereen = [v for v in varianten if not v.get("channel")]
    for variant in (*voor_kanaal, *voor_iedereen):
        if all(gegevens.get(eis["name"]) == eis["value"] for eis in variant.get("condition") or ()):
            return variant
    return None


def vul_in(tekst: str, waarden: Mapping[str, Any]) -> str:
    """``tekst`` with each ``{naam}`` that has a value replaced; anything else between braces stays as it stands."""
    # In one pass: braces within a value are no placeholders.
    return _PLAATSHOUDER.sub(lambda treffer: str(waarden.get(treffer[1], treffer[0])), tekst)


class Antwoordgever(TemplatedNaturalLanguageGenerator):
    """Rasa's response generator for this assistant. Buttons are never filled in: a payload has braces of its own."""

    def __init__(self, domain: Domain, endpoint_config: EndpointConfig | None = None) -> None:
        # Rasa gives the answers of the model that it loads to what descends from its own generator, and nothing else.
        super().__init__(domain.responses)
        self._instelling: Instellingsteksten = lees_instelling(os.environ.get("INSTELLING", "instelling.yml"))

    async def generate(
        self, utter_action: str, tracker: DialogueStateTracker, output_channel: str, **kwargs: Any
    ) -> dict[str, Any] | None:
        """The answer called ``utter_action``; None when there is none of that name."""
        gegevens = dict(tracker.current_slot_values())
        bericht = tracker.latest_message
        for entiteit in bericht.entities if bericht else ():
            if entiteit.get("entity") in ENTITEITEN and isinstance(entiteit.get("value"), str):
                gegevens[entiteit["entity"]] = entiteit["value"]
        variant = kies_variant(self.responses.get(utter_action, ()), gegevens, output_channel)
        if variant is None:
            return None
        antwoord = copy.deepcopy(dict(variant))
        if isinstance(antwoord.get("text"), str):
            waarden = {**self._instelling.teksten, "max_tekens": MEESTE_TEKENS, **kwargs}
            antwoord["text"] = vul_in(antwoord["text"], waarden)
        if output_channel == _WIDGET and utter_action in MET_CONTACT:
            antwoord["custom"] = {"contact": contactkaart(self._instelling)}
        return antwoord
