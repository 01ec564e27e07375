"""Reads the assistant's files for Rasa, once per training."""

from __future__ import annotations

from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.common import cached_method


class AssistentImporter(RasaFileImporter):
    """Rasa's own importer, that remembers the messages: Rasa asks for them three times and reading them takes seconds."""

    @cached_method
    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        """All training messages."""
        return super().get_nlu_data(language)
