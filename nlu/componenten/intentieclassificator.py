"""The intent model as a component of Rasa's pipeline."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any
from typing import Final

import joblib
from rasa.engine.graph import ExecutionContext
from rasa.engine.graph import GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import ENTITIES
from rasa.shared.nlu.constants import INTENT
from rasa.shared.nlu.constants import INTENT_NAME_KEY
from rasa.shared.nlu.constants import INTENT_RANKING_KEY
from rasa.shared.nlu.constants import PREDICTED_CONFIDENCE_KEY
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.intentie import Instellingen
from nlu.intentie import Intentiemodel
from nlu.onderwerpen import twee_onderwerpen


_BESTAND: Final = "intentiemodel.joblib"
#: The entity that names the topics of a message that asks two things.
ONDERWERPEN: Final = "onderwerpen"
#: So many intents are handed on; more is never offered as a suggestion.
_LENGTE: Final = 6


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class IntentieClassificator(IntentClassifier, GraphComponent):
    """Trains and asks ``nlu.intentie.Intentiemodel``. Config keys: those of its ``Instellingen``."""

    def __init__(self, model: Intentiemodel, model_storage: ModelStorage, resource: Resource) -> None:
        self._model = model
        self._model_storage = model_storage
        self._resource = resource

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return asdict(Instellingen())

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> IntentieClassificator:
        gekozen = {sleutel: config[sleutel] for sleutel in cls.get_default_config()}
        return cls(Intentiemodel(Instellingen(**gekozen)), model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        voorbeelden = [v for v in training_data.intent_examples if v.get(TEXT) and v.get(INTENT)]
        self._model.fit([v.get(TEXT) for v in voorbeelden], [v.get(INTENT) for v in voorbeelden])
        with self._model_storage.write_to(self._resource) as map_:
            joblib.dump(self._model, Path(map_) / _BESTAND, compress=1)
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> IntentieClassificator:
        with model_storage.read_from(resource) as map_:
            return cls(joblib.load(Path(map_) / _BESTAND), model_storage, resource)

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            tekst = message.get(TEXT) or ""
            rangorde = [
                {INTENT_NAME_KEY: naam, PREDICTED_CONFIDENCE_KEY: kans}
                for naam, kans in self._model.rangschik(tekst)[:_LENGTE]
            ]
            onderwerpen = twee_onderwerpen(tekst, self._model.rangschik)
            if onderwerpen is not None:
                entiteit = {"entity": ONDERWERPEN, "value": list(onderwerpen), "start": 0, "end": len(tekst)}
                message.set(ENTITIES, [*message.get(ENTITIES, []), entiteit], add_to_output=True)
            message.set(INTENT, rangorde[0], add_to_output=True)
            message.set(INTENT_RANKING_KEY, rangorde, add_to_output=True)
        return messages
