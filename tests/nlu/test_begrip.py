"""The gate of what the assistant understands: trained on the project's messages, asked what no training has seen."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from benchmarks.berichten import lees_apart
from benchmarks.maten import Oordeel
from benchmarks.maten import aandeel_goed
from benchmarks.maten import effen
from benchmarks.maten import per_intent
from nlu.intentie import BUITEN
from nlu.intentie import Intentiemodel
from nlu.trainingsberichten import lees_training


WORTEL = Path(__file__).resolve().parents[2]
APART = WORTEL / "tests" / "nlu" / "berichten_apart.yml"

BINNEN_MINSTENS = 0.92
BUITEN_MINSTENS = 0.90
INTENT_MINSTENS = 0.60
KORT = 3


@pytest.fixture(scope="session")
def model() -> Intentiemodel:
    """Trained as ``make train`` does, in some 15 seconds: only the classifier, without Rasa around it."""
    berichten = [
        (tekst, intent) for intent, teksten in lees_training(WORTEL / "data" / "nlu").items() for tekst in teksten
    ]
    return Intentiemodel().fit([tekst for tekst, _ in berichten], [intent for _, intent in berichten])


def staat_in_training(tekst: str, geleerd: set[str]) -> bool:
    """Whether a message was written twice by chance. Short ones ("dank je wel") are the same with everyone, and count."""
    return len(tekst.split()) > KORT and effen(tekst) in geleerd


@pytest.fixture(scope="session")
def geleerd() -> set[str]:
    """Every message of the training, without capitals."""
    return {effen(tekst) for teksten in lees_training(WORTEL / "data" / "nlu").values() for tekst in teksten}


@pytest.fixture(scope="session")
def oordelen(model: Intentiemodel, geleerd: set[str]) -> list[Oordeel]:
    """What the model, with the threshold of ``config.yml``, makes of each message that was kept apart."""
    pipeline = yaml.safe_load((WORTEL / "config.yml").read_text("utf-8"))["pipeline"]
    terugval = next(deel for deel in pipeline if deel["name"] == "FallbackClassifier")
    uit = []
    for tekst, intent in lees_apart(APART):
        if staat_in_training(tekst, geleerd):
            continue
        rangorde = tuple(model.rangschik(tekst))
        oordeel = Oordeel(intent, rangorde, rangorde[0][0], tekst)
        uit.append(oordeel.met_drempel(terugval["threshold"], terugval["ambiguity_threshold"]))
    return uit


def missers(oordelen: list[Oordeel]) -> str:
    """What went wrong, a line a message."""
    regels = [f"  {o.juist} -> {o.antwoord} ({o.rangorde[0][1]:.2f}): {o.tekst}" for o in oordelen if not o.goed]
    return "\n".join([f"{len(regels)} van {len(oordelen)} berichten mis:", *sorted(regels)])


def test_what_is_in_scope_is_understood(oordelen: list[Oordeel]) -> None:
    """The very intent, on at least 92 % of the messages."""
    binnen = [oordeel for oordeel in oordelen if oordeel.binnen]
    assert len(binnen) > 300
    assert BINNEN_MINSTENS <= aandeel_goed(binnen), missers(binnen)


def test_what_is_out_of_scope_is_not_answered(oordelen: list[Oordeel]) -> None:
    """A wrong answer is worse than none: at least 90 % is turned down, by whichever address."""
    buiten = [oordeel for oordeel in oordelen if not oordeel.binnen]
    assert len(buiten) > 100
    assert BUITEN_MINSTENS <= aandeel_goed(buiten), missers(buiten)


def test_no_intent_is_left_behind(oordelen: list[Oordeel]) -> None:
    """A good average may not hide a topic that is hardly ever understood."""
    te_laag = {
        intent: aantal for intent, aantal in per_intent(oordelen).items() if aantal[0] / aantal[1] < INTENT_MINSTENS
    }
    assert {} == te_laag, missers([oordeel for oordeel in oordelen if oordeel.juist in te_laag])


def test_every_intent_is_measured() -> None:
    """Each intent of the training has messages that were kept apart; what is out of scope counts as one."""
    geleerd = {BUITEN if intent.startswith(BUITEN) else intent for intent in lees_training(WORTEL / "data" / "nlu")}
    assert sorted(geleerd) == sorted({intent for _, intent in lees_apart(APART)})


def test_hardly_anything_of_what_was_kept_apart_stands_in_the_training_too(geleerd: set[str]) -> None:
    """Two hands now and then write the same line; the gate leaves those out. More than 1 % was copied."""
    apart = [tekst for tekst, _ in lees_apart(APART)]
    dubbel = [tekst for tekst in apart if staat_in_training(tekst, geleerd)]
    assert len(dubbel) <= len(apart) / 100, dubbel


@pytest.mark.parametrize("tekst", ["stop", "Stop!", "STOP", "opnieuw"])
def test_the_word_that_the_calculation_offers_leads_out_of_it(model: Intentiemodel, tekst: str) -> None:
    """The bot says: type "stop"."""
    assert "opnieuw" == model.rangschik(tekst)[0][0]
