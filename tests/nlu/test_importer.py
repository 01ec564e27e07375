"""What Rasa reads of the project: the answers beside the domain, and the messages once."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from rasa.shared.importers.importer import TrainingDataImporter

from nlu.importer import AssistentImporter


WORTEL = Path(__file__).resolve().parents[2]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project with the layout of this one."""
    (tmp_path / "data" / "nlu").mkdir(parents=True)
    (tmp_path / "data" / "antwoorden").mkdir()
    (tmp_path / "domain.yml").write_text('version: "3.1"\nintents: [hulp]\nactions: [action_opnieuw]\n', "utf-8")
    (tmp_path / "config.yml").write_text("recipe: default.v1\nlanguage: nl\npipeline: []\npolicies: []\n", "utf-8")
    (tmp_path / "data" / "nlu" / "hulp.yml").write_text(
        'version: "3.1"\nnlu:\n- intent: hulp\n  examples: |\n    - help\n    - wat kan je\n', "utf-8"
    )
    for naam in ("hulp", "fout"):
        (tmp_path / "data" / "antwoorden" / f"{naam}.yml").write_text(
            f'version: "3.1"\nresponses:\n  utter_{naam}:\n  - text: tekst van {naam}\n', "utf-8"
        )
    return tmp_path


def lees(project: Path) -> AssistentImporter:
    """An importer for a project, with the arguments that Rasa gives."""
    return AssistentImporter(str(project / "config.yml"), str(project / "domain.yml"), [str(project / "data")])


def test_messages_are_read_once(project: Path) -> None:
    """Rasa asks for them several times in one training."""
    importer = lees(project)
    assert importer.get_nlu_data() is importer.get_nlu_data()
    assert ["help", "wat kan je"] == [bericht.get("text") for bericht in importer.get_nlu_data().intent_examples]


def test_rasa_takes_this_importer_for_the_project() -> None:
    """Named in ``config.yml``; every answer of every file arrives in the domain that is trained."""
    importer = TrainingDataImporter.load_from_config(
        str(WORTEL / "config.yml"), str(WORTEL / "domain.yml"), [str(WORTEL / "data")]
    )
    verwacht = {
        naam: len(varianten)
        for bestand in (WORTEL / "data" / "antwoorden").glob("*.yml")
        for naam, varianten in yaml.safe_load(bestand.read_text("utf-8"))["responses"].items()
    }
    assert verwacht == {naam: len(varianten) for naam, varianten in importer.get_domain().responses.items()}
