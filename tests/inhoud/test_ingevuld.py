"""What leaves the assistant's own response generator, for every variant of every answer."""

from __future__ import annotations

import asyncio
import re
from dataclasses import replace
from pathlib import Path

import pytest
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from controle.inhoud import Inhoud
from controle.inhoud import Variant
from gesprek.antwoordgever import Antwoordgever


WORTEL = Path(__file__).resolve().parents[2]


@pytest.fixture
def antwoordgever(inhoud: Inhoud, monkeypatch: pytest.MonkeyPatch) -> Antwoordgever:
    """The generator with all answers, for the school of the project."""
    monkeypatch.setenv("INSTELLING", str(WORTEL / "instelling.yml"))
    antwoorden = {
        naam: [
            {
                "text": v.tekst,
                "buttons": [{"title": k.titel, "payload": k.lading} for k in v.knoppen],
                "condition": [{"type": "slot", "name": n, "value": w} for n, w in v.als.items()],
            }
            for v in varianten
        ]
        for naam, varianten in inhoud.antwoorden.items()
    }
    return Antwoordgever(Domain.from_dict({"responses": antwoorden}))


def _zeg(antwoordgever: Antwoordgever, variant: Variant) -> str:
    tracker = DialogueStateTracker.from_events(
        "proef",
        [UserUttered("proef", entities=[{"entity": naam, "value": waarde} for naam, waarde in variant.als.items()])],
    )
    antwoord = asyncio.run(antwoordgever.generate(variant.antwoord, tracker, "rest"))
    assert antwoord is not None
    return str(antwoord["text"])


def test_no_student_reads_a_placeholder(inhoud: Inhoud, antwoordgever: Antwoordgever) -> None:
    met_gat = {v.plaats: _zeg(antwoordgever, v) for v in inhoud.varianten if re.search(r"[{}]", _zeg(antwoordgever, v))}
    assert met_gat == {}


def test_the_check_reads_what_the_student_reads(inhoud: Inhoud, antwoordgever: Antwoordgever) -> None:
    anders = [v.plaats for v in inhoud.varianten if _zeg(antwoordgever, v) != inhoud.gevuld(v)]
    assert anders == []


def test_another_school_leaves_no_placeholder_open_either(inhoud: Inhoud) -> None:
    andere = {naam: f"tekst van {naam}" for naam in inhoud.instelling.teksten}
    school = inhoud.instelling.copy(update={"sleutel": "UGent", "teksten": andere})
    elders = replace(inhoud, instelling=school)
    assert [v.plaats for v in inhoud.varianten if re.search(r"[{}]", elders.gevuld(v))] == []
