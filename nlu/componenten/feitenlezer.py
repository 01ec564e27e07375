"""Hands what the grammar reads in a message to the conversation, as entities."""

from __future__ import annotations

from datetime import date
from typing import Any
from typing import Callable
from typing import Final

from rasa.engine.graph import ExecutionContext
from rasa.engine.graph import GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from gesprek.dag import vandaag
from gesprek.leiding import lees_leiding
from nlu.grammatica import Lezing
from nlu.grammatica import lees
from nlu.grammatica import naar_entiteit
from nlu.grammatica.antwoord import lees_antwoord
from nlu.grammatica.houding import lees_houding
from nlu.grammatica.overmacht import lees_overmacht
from nlu.grammatica.overmacht import lees_vragen
from nlu.grammatica.stoppen import lees_stoppen


#: What is said of the message as a whole, each an entity of the same name.
VELDEN: Final = ("contract", "opleiding", "instelling", "situatie", "datum", "datum_relatie", "aantal_jaren")


def als_entiteiten(lezing: Lezing) -> list[dict[str, Any]]:
    """The facts and the message-level readings of ``lezing`` as Rasa entities."""
    entiteiten = [naar_entiteit(feit) for feit in lezing.feiten]
    for veld in VELDEN:
        waarde = getattr(lezing, veld)
        if waarde is not None:
            entiteiten.append({"entity": veld, "value": waarde, "start": 0, "end": 0})
    entiteiten.extend({"entity": "signaal", "value": s, "start": 0, "end": 0} for s in sorted(lezing.signalen))
    for andere in lezing.dubbelzinnig:
        feiten = [naar_entiteit(feit) for feit in andere.feiten]
        waarde = {"label": andere.label, "feiten": feiten}
        entiteiten.append({"entity": "andere_lezing", "value": waarde, "start": 0, "end": 0})
    return entiteiten


def eigen_geval(tekst: str, vandaag: date, lezing: Lezing | None = None) -> list[dict[str, Any]]:
    """What ``tekst`` tells of the student's own case, per guided conversation, and whether it opens with yes or no.

    ``lezing`` is the reading of the same text, when it was made already.
    """
    gelezen: dict[str, Any] = {
        "overmacht": lees_overmacht(tekst, vandaag=vandaag),
        "stoppen": lees_stoppen(tekst, vandaag=vandaag, lezing=lezing),
        "antwoord": lees_antwoord(tekst),
    }
    entiteiten: list[tuple[str, Any]] = [(naam, waarde) for naam, waarde in gelezen.items() if waarde]
    entiteiten += [("houding", houding) for houding in (*lees_houding(tekst), *lees_vragen(tekst))]
    return [{"entity": naam, "value": waarde, "start": 0, "end": 0} for naam, waarde in entiteiten]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class FeitenLezer(GraphComponent, EntityExtractorMixin):
    """Adds the entities that the grammar reads; the reference date is that of today."""

    def __init__(self, vandaag: Callable[[], date] = vandaag, *, leest: bool = True) -> None:
        self._vandaag = vandaag
        self._leest = leest

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> FeitenLezer:
        # Where the machine leads nobody looks at what it reads.
        return cls(leest=lees_leiding() == "regels")

    def process(self, messages: list[Message]) -> list[Message]:
        if not self._leest:
            return messages
        vandaag = self._vandaag()
        for message in messages:
            tekst = message.get(TEXT) or ""
            lezing = lees(tekst, vandaag=vandaag)
            entiteiten = [*als_entiteiten(lezing), *eigen_geval(tekst, vandaag, lezing)]
            if entiteiten:
                extracted = self.add_extractor_name(entiteiten)
                message.set(ENTITIES, message.get(ENTITIES, []) + extracted, add_to_output=True)
        return messages
