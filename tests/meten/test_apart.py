"""What measures is not learned from."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from meet import GESPREKKEN
from meten.laden import lees

from benchmarks.maten import effen
from nlu.trainingsberichten import lees_training


WORTEL = Path(__file__).parents[2]
#: A message of so few words is said by everybody.
ALLEDAAGS = 3
#: Conversations with one short message each that stood in the training data before they were written.
TOEVAL = {"W5-34", "W12-35"}


def _vlak(tekst: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", effen(tekst)).split())


@pytest.fixture(scope="module")
def geleerd() -> set[str]:
    """Every message of the training data, apart from capitals and marks."""
    berichten = {_vlak(tekst) for teksten in lees_training(WORTEL / "data" / "nlu").values() for tekst in teksten}
    assert len(berichten) > 10_000
    return berichten


def test_geen_bericht_van_een_gesprek_dat_meet_staat_in_de_trainingsdata(geleerd: set[str]) -> None:
    """Shown by the conversation's name, since its words may be not for who mends the assistant."""
    dubbel = {
        gesprek.id
        for gesprek in lees(GESPREKKEN)
        for beurt in gesprek.beurten
        if len(_vlak(beurt.student).split()) > ALLEDAAGS and _vlak(beurt.student) in geleerd
    }
    assert dubbel == TOEVAL


def test_geen_bericht_van_de_jury_staat_in_de_trainingsdata(geleerd: set[str]) -> None:
    """Nor of the conversations that people held."""
    regels = (GESPREKKEN.parent / "jury.jsonl").read_text("utf-8").splitlines()
    berichten = [beurt["student"] for regel in regels for beurt in json.loads(regel)["beurten"]]
    assert len(berichten) == 168
    assert [b for b in berichten if len(_vlak(b).split()) > ALLEDAAGS and _vlak(b) in geleerd] == []


def test_het_oordeel_is_geen_deel_van_de_assistent() -> None:
    """So that nothing of what a turn expects can be looked up by what is measured."""
    for pakket in ("leerkrediet_core", "nlu", "gesprek", "actions", "channels"):
        for bestand in (WORTEL / pakket).rglob("*.py"):
            tekst = bestand.read_text("utf-8")
            assert not re.search(r"^\s*(?:from|import) (?:meten|meet)\b|gesprekken/script", tekst, re.M), bestand
