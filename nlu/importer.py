"""Reads the assistant's files for Rasa: the answers stand beside the other data, one file a topic."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rasa.shared.core.domain import Domain
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.common import cached_method


class AssistentImporter(RasaFileImporter):
    """Rasa's own importer, with the answers of ``antwoorden/`` added to the domain.

    Rasa wants answers in the domain file; 150 variants in one file is more than staff can find their way in.
    """

    def __init__(
        self,
        config_file: str | None = None,
        domain_path: str | None = None,
        training_data_paths: str | list[str] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(config_file, domain_path, training_data_paths)
        paden = [training_data_paths] if isinstance(training_data_paths, str) else training_data_paths or []
        self._antwoorden = sorted(b for pad in paden for b in Path(pad).glob("antwoorden/*.yml"))

    @cached_method
    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        # Rasa asks for the messages three times in one training, and reading them takes seconds.
        return super().get_nlu_data(language)

    @cached_method
    def get_domain(self) -> Domain:
        domain = super().get_domain()
        for bestand in self._antwoorden:
            domain = domain.merge(Domain.from_file(str(bestand)))
        return domain
