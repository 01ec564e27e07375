"""The guard around every action: whatever goes wrong, the student hears something."""

from __future__ import annotations

import asyncio
import logging
from inspect import isabstract
from typing import Any

import pytest
from hypothesis import HealthCheck
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.basis import Events
from actions.basis import Zet
from actions.bonus_stand import BonusStand
from actions.gesprek import VoerGesprek
from actions.hervatten import Hervatten
from actions.hoeveel_opnemen import HoeveelOpnemen
from actions.opnieuw import Opnieuw
from actions.overmacht import OvermachtNagaan
from actions.saldo_berekenen import SaldoBerekenen
from actions.stoppen import StoppenNagaan
from actions.terugval import Terugval


ALLE: tuple[type[Zet], ...] = (
    BonusStand, Hervatten, HoeveelOpnemen, Opnieuw, OvermachtNagaan, SaldoBerekenen, StoppenNagaan, Terugval, VoerGesprek,
)  # fmt: skip


class Proefzet(Zet):
    """Says something, and then does what the test wants."""

    naam = "action_proef"

    def __init__(self, fout: Exception | None = None) -> None:
        self.fout = fout

    def zet(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        dispatcher.utter_message(text="Je saldo wordt", buttons=[{"title": "Hulp", "payload": "/hulp"}])
        if self.fout is not None:
            raise self.fout
        return [SlotSet("fase", "resultaat")]


def voer_uit(actie: Zet, tracker: object) -> tuple[list[dict[str, Any]], Events]:
    """Run an action on anything; gives what it said and its events."""
    dispatcher = CollectingDispatcher()
    dispatcher.utter_message(text="eerder")
    events = asyncio.run(actie.run(dispatcher, tracker, {}))  # type: ignore[arg-type]
    assert "eerder" == dispatcher.messages[0]["text"]
    return dispatcher.messages[1:], events


def test_what_an_action_says_and_changes_goes_out() -> None:
    """When nothing is wrong the guard is not noticed."""
    gezegd, events = voer_uit(Proefzet(), None)
    assert ["Je saldo wordt"] == [bericht["text"] for bericht in gezegd]
    assert [{"title": "Hulp", "payload": "/hulp"}] == gezegd[0]["buttons"]
    assert [SlotSet("fase", "resultaat")] == events


@pytest.mark.parametrize(
    "fout", [RuntimeError("x"), KeyError("x"), ValueError("x"), RecursionError(), ZeroDivisionError()]
)
def test_an_action_that_fails_apologises_and_leaves_the_conversation_as_it_was(
    fout: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    """Nothing of the half answer goes out; what broke is for the log, with the name of the action."""
    gezegd, events = voer_uit(Proefzet(fout), None)
    assert ["utter_fout"] == [bericht["response"] for bericht in gezegd]
    assert [None] == [bericht["text"] for bericht in gezegd]
    assert [] == events
    assert [("De actie 'action_proef' is mislukt.", logging.ERROR)] == [(r.message, r.levelno) for r in caplog.records]


@pytest.mark.parametrize("soort", ALLE)
def test_every_action_is_guarded(soort: type[Zet]) -> None:
    """Also against a tracker that is none: only the guard keeps each of them from raising."""
    assert soort.run is Zet.run
    if soort is not Opnieuw:
        assert ["utter_fout"] == [bericht["response"] for bericht in voer_uit(soort(), None)[0]]


def test_every_action_has_a_name_of_its_own() -> None:
    """And no subclass is left out of this test."""
    soorten = [Zet]
    for soort in soorten:
        soorten += soort.__subclasses__()
    assert set(ALLE) == {s for s in soorten if s.__module__.startswith("actions.") and not isabstract(s)}
    assert len(ALLE) == len({soort().name() for soort in ALLE})
    assert all(soort().name() == soort.naam for soort in ALLE)


def test_a_move_without_its_own_part_cannot_be_made() -> None:
    """The base itself is no action, so the action server does not offer it."""
    with pytest.raises(TypeError, match="abstract"):
        Zet()  # type: ignore[abstract]


RAAR = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda kind: st.lists(kind, max_size=4) | st.dictionaries(st.text(max_size=8), kind, max_size=4),
    max_leaves=8,
)
JAAR = st.fixed_dictionaries(
    {}, optional={"stukken": RAAR, "deel": RAAR, "academiejaar": RAAR, "nummer": RAAR, "totaal": RAAR}
)
LOOPBAAN = RAAR | st.fixed_dictionaries(
    {"jaren": st.lists(RAAR | JAAR, max_size=3)}, optional={"startsaldo": RAAR, "bonus_over": RAAR, "laatst": RAAR}
)
FEIT = st.fixed_dictionaries(
    {"entity": st.just("feit"), "role": st.sampled_from(["opgenomen", "verworven", "saldo", "los", "x"])},
    optional={
        "value": RAAR | st.fixed_dictionaries({"waarde": RAAR}, optional={"deel": RAAR, "tot": RAAR}),
        "group": RAAR,
    },
)
ENTITEIT = (
    RAAR
    | FEIT
    | st.fixed_dictionaries(
        {"entity": st.sampled_from(["signaal", "contract", "opleiding", "instelling", "keuze"]), "value": RAAR}
    )
)


@pytest.mark.parametrize("soort", ALLE)
@given(
    loopbaan=LOOPBAAN,
    vraag=RAAR | st.tuples(st.sampled_from(["opgenomen", "verworven", "jaren"]), st.integers(-2, 120)).map(list),
    fase=st.sampled_from([None, "berekening", "resultaat", "x"]) | RAAR,
    entiteiten=st.lists(ENTITEIT, max_size=4),
    rangorde=st.none() | st.lists(RAAR, max_size=3),
)
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_slots_and_entities_that_a_student_typed_never_break_an_action(
    soort: type[Zet], loopbaan: object, vraag: object, fase: object, entiteiten: list[Any], rangorde: object
) -> None:
    """Payloads can be typed by hand. Not even the apology is needed: the odd value is left aside."""
    bericht = {"intent": {"name": "saldo_berekenen"}, "entities": entiteiten, "intent_ranking": rangorde}
    slots = {"loopbaan": loopbaan, "vraag": vraag, "fase": fase}
    tracker = Tracker("student", slots, bericht, [], False, None, {}, None)
    gezegd, _ = voer_uit(soort(), tracker)
    assert gezegd
    assert [] == [bericht for bericht in gezegd if bericht["response"] == "utter_fout"]
    assert all(bericht["response"] or bericht["text"] for bericht in gezegd)
