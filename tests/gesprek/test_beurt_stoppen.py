"""Which turns go to the guide on stopping, and how long its case is kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted
from rasa.shared.core.events import BotUttered
from rasa.shared.core.events import SlotSet
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from gesprek.beurt import BEREKEN
from gesprek.beurt import HERVAT
from gesprek.beurt import IN_BEREKENING
from gesprek.beurt import IN_STOPPEN
from gesprek.beurt import NA_RESULTAAT
from gesprek.beurt import STOPPEN_NAGAAN
from gesprek.beurt import Stand
from gesprek.beurt import volgende_zet
from gesprek.geheugen import verkort
from gesprek.policy import lees_stand


WORTEL = Path(__file__).resolve().parents[2]
REGELS = {
    regel["steps"][0]["intent"]: tuple(stap["action"] for stap in regel["steps"] if "action" in stap)
    for regel in yaml.safe_load((WORTEL / "data" / "regels.yml").read_text("utf-8"))["rules"]
}
STOPPEN = frozenset({IN_STOPPEN})


def zet(**velden: Any) -> str:
    """The first move of a turn."""
    return volgende_zet(Stand(**velden), REGELS)


@pytest.mark.parametrize("fase", [None, NA_RESULTAAT])
@pytest.mark.parametrize(
    "intent", ["stoppen_uitschrijven", "saldo_berekenen", "heropbouw", "buiten_bereik_programma", "nlu_fallback"]
)
def test_who_tells_of_stopping_gets_it_computed(intent: str, fase: str | None) -> None:
    """Also where the words were taken for a topic close by."""
    assert STOPPEN_NAGAAN == zet(intent=intent, vertelt=STOPPEN, fase=fase, woorden=9)


def test_another_topic_that_is_sure_keeps_its_answer() -> None:
    """The study fee on stopping is not leerkrediet."""
    assert STOPPEN_NAGAAN != zet(intent="buiten_bereik_studiegeld", vertelt=STOPPEN, woorden=9, zekerheid=0.9)
    assert STOPPEN_NAGAAN == zet(intent="buiten_bereik_studiegeld", vertelt=STOPPEN, woorden=9, zekerheid=0.3)


def test_what_is_only_an_answer_does_not_start_it() -> None:
    """A bare date outside the guide is about the topic that the message is taken for."""
    assert "utter_stoppen_uitschrijven" == zet(intent="stoppen_uitschrijven", vermeldt=STOPPEN, woorden=3)


def test_within_a_calculation_stopping_ends_the_year() -> None:
    """But stopping the calculation does not."""
    assert STOPPEN_NAGAAN == zet(intent="stoppen_uitschrijven", vertelt=STOPPEN, fase=IN_BEREKENING)
    annulering = frozenset({"annulering"})
    assert BEREKEN == zet(intent="stoppen_uitschrijven", vertelt=STOPPEN, fase=IN_BEREKENING, signalen=annulering)


@pytest.mark.parametrize("velden", [{"vermeldt": STOPPEN}, {"vertelt": STOPPEN}, {"heeft_feiten": True}])
def test_a_remark_on_the_outcome_is_computed_anew(velden: dict[str, Any]) -> None:
    """ "En op 1 december?", "en als ik er 54 opneem?"."""
    assert STOPPEN_NAGAAN == zet(intent="veranderen_richting", na_stoppen=True, woorden=5, **velden)


@pytest.mark.parametrize(
    "velden",
    [
        {"intent": "tolerantie"},
        {"intent": "tolerantie", "vermeldt": STOPPEN, "woorden": 20},
        {"intent": "saldo_berekenen", "heeft_feiten": True, "heeft_paar": True},
        {"intent": "veranderen_richting", "vermeldt": STOPPEN, "is_knop": True},
    ],
)
def test_what_asks_something_else_after_the_outcome_is_answered(velden: dict[str, Any]) -> None:
    """A whole year to compute goes to the calculation, a button to what it says."""
    assert STOPPEN_NAGAAN != zet(na_stoppen=True, zekerheid=0.9, **{"woorden": 4, **velden})


def test_in_the_guide_a_question_in_between_is_answered_and_then_it_goes_on() -> None:
    """As in a calculation."""
    stand = {"intent": "tolerantie", "fase": IN_STOPPEN, "woorden": 6, "zekerheid": 0.9}
    eerste = zet(**stand)
    assert "utter_tolerantie" == eerste
    assert HERVAT == zet(**stand, gedaan=(eerste,))


def test_in_the_guide_how_many_can_be_taken_up_is_a_question_in_between() -> None:
    """Its number is no answer; a bare number is."""
    stand = {
        "intent": "hoeveel_opnemen",
        "fase": IN_STOPPEN,
        "woorden": 6,
        "zekerheid": 0.9,
        "heeft_feiten": True,
        "houding": frozenset({"vraag"}),
    }
    eerste = zet(**stand)
    assert "action_hoeveel_opnemen" == eerste
    assert HERVAT == zet(**stand, gedaan=(eerste,))
    assert STOPPEN_NAGAAN == zet(**{**stand, "woorden": 1})


@pytest.mark.parametrize(
    ("verteld", "start", "antwoordt"),
    [
        ({"wil": "stoppen"}, False, True),
        ({"wil": "vakken"}, True, False),
        ({"wil": "stoppen", "datum": "2027-02"}, True, False),
        ({"delen": {"semester1": 30, "semester2": 30}, "los": True}, False, False),
    ],
)
def test_a_bare_wish_to_stop_does_not_start_the_guide_outside_a_conversation(
    verteld: dict[str, Any], start: bool, antwoordt: bool
) -> None:
    """Dropping courses does: it has its own answer; two bare numbers tell nothing of stopping."""
    domein = Domain.load(WORTEL / "domain.yml")
    gelezen = [{"entity": IN_STOPPEN, "value": verteld}]
    bericht = UserUttered("iets", intent={"name": "stoppen_uitschrijven", "confidence": 1.0}, entities=gelezen)
    stand = lees_stand(DialogueStateTracker.from_events("student", [bericht], domein.slots))
    assert (start, antwoordt) == (IN_STOPPEN in stand.vertelt, IN_STOPPEN in stand.vermeldt)


def _tracker(*zetten: str) -> DialogueStateTracker:
    """A turn with these moves after an outcome of stopping, and the message that follows."""
    domein = Domain.load(WORTEL / "domain.yml")
    bericht = UserUttered("ik stop", intent={"name": "stoppen_uitschrijven", "confidence": 1.0})
    gedaan = [event for zet_ in zetten for event in (ActionExecuted(zet_), BotUttered("iets"))]
    events = [
        bericht,
        *gedaan,
        SlotSet("dossier", {"datum": "2026-11-29", "af": True}),
        ActionExecuted("action_listen"),
    ]
    return DialogueStateTracker.from_events("student", events, domein.slots)


def test_the_case_is_kept_as_long_as_the_conversation_is_about_stopping() -> None:
    """And forgotten with another topic."""
    for zetten, blijft in (
        ((STOPPEN_NAGAAN,), True),
        (("utter_stoppen_uitschrijven",), True),
        (("action_hoeveel_opnemen",), True),
        (("utter_tolerantie",), False),
        (("action_saldo_berekenen",), False),
    ):
        bewaard = [event["name"] for event in verkort(_tracker(*zetten)) if event["event"] == "slot"]
        assert blijft is ("dossier" in bewaard)


def test_the_policy_sees_that_an_outcome_was_just_said() -> None:
    """From the slot as it was when the message came."""
    tracker = _tracker(STOPPEN_NAGAAN)
    tracker.update(UserUttered("en op 1 december?", intent={"name": "nlu_fallback", "confidence": 1.0}))
    assert lees_stand(tracker).na_stoppen
    tracker.update(SlotSet("dossier", None))
    assert lees_stand(tracker).na_stoppen
