"""The small moves: going on after a question in between, starting over, and the slots that they read."""

from __future__ import annotations

from typing import Any

import pytest
from rasa_sdk import Tracker

from actions.berichten import Bericht
from actions.berichten import lees_bericht
from actions.hervatten import Hervatten
from actions.loopbaan import VELDEN
from actions.loopbaan import Loopbaan
from actions.loopbaan import Vraag
from actions.opnieuw import Opnieuw
from actions.saldo_berekenen import SaldoBerekenen
from actions.slots import LEEG
from actions.slots import SLOTS
from actions.slots import lees_loopbaan_slot
from actions.slots import lees_vraag
from actions.slots import schrijf_vraag


def met_slots(**slots: Any) -> Tracker:
    """A tracker of which only the slots matter."""
    return Tracker("student", slots, {}, [], False, None, {}, None)


def test_going_on_repeats_the_open_question_and_changes_nothing(gesprek: Any) -> None:
    """With what was told filled in, and a way out."""
    gesprek.doe(SaldoBerekenen(), "ik nam 54 studiepunten op")
    voor = dict(gesprek.slots)
    (tekst,) = gesprek.doe(Hervatten(), intent="tolerantie")
    assert tekst.startswith("Terug naar je berekening. Voor hoeveel van die 54 studiepunten ben je geslaagd")
    assert ["/opnieuw"] == gesprek.ladingen
    assert (voor, []) == (gesprek.slots, gesprek.events)


def test_going_on_without_an_open_question_asks_the_first(gesprek: Any) -> None:
    """Better than nothing."""
    (tekst,) = gesprek.doe(Hervatten())
    assert "Hoeveel studiepunten nam je op in je eerste jaar?" in tekst


def test_starting_over_forgets_the_calculation(gesprek: Any) -> None:
    """All of it, and it says so."""
    gesprek.doe(SaldoBerekenen(), "60 opgenomen, 45 gehaald")
    assert None not in (gesprek.slots["loopbaan"], gesprek.slots["fase"])
    assert ["utter_opnieuw"] == gesprek.doe(Opnieuw(), intent="opnieuw")
    assert dict.fromkeys(SLOTS) == gesprek.slots


def test_forgetting_empties_every_slot_that_a_calculation_fills(gesprek: Any) -> None:
    """A slot that is added to the one is added to the other."""
    gesprek.doe(SaldoBerekenen(), "bereken")
    assert {event["name"] for event in gesprek.events} <= {event["name"] for event in LEEG}
    assert set(SLOTS) == {event["name"] for event in LEEG}
    assert {None} == {event["value"] for event in LEEG}


@pytest.mark.parametrize("veld", VELDEN)
@pytest.mark.parametrize("jaar", [None, 0, 7, 99])
def test_a_question_is_read_back_as_it_was_written(veld: Any, jaar: int | None) -> None:
    """Every field that can be asked for."""
    vraag = Vraag(veld, jaar)
    assert vraag == lees_vraag(met_slots(vraag=schrijf_vraag(vraag)))


def test_no_question_is_written_as_nothing() -> None:
    """And read back as none."""
    assert schrijf_vraag(None) is None
    assert lees_vraag(met_slots(vraag=None)) is None
    assert lees_vraag(met_slots()) is None


@pytest.mark.parametrize(
    "waarde",
    [
        "opgenomen", 3, {}, [], ["opgenomen"], ["opgenomen", 0, 0], ["geheim", 0], [None, 0], [["opgenomen"], 0],
        [{"veld": "opgenomen"}, 0], ["opgenomen", -1], ["opgenomen", 100], ["opgenomen", "0"], ["opgenomen", 1.5],
    ],
    ids=repr,
)  # fmt: skip
def test_a_question_that_cannot_be_is_none(waarde: object) -> None:
    """The slot may have been typed by anyone."""
    assert lees_vraag(met_slots(vraag=waarde)) is None


@pytest.mark.parametrize(
    "waarde", [None, "", 3, [], {"jaren": 3}, {"jaren": [{"stukken": "x"}]}, {"startsaldo": "140"}], ids=repr
)
def test_a_career_that_cannot_be_is_an_empty_one(waarde: object) -> None:
    """Likewise."""
    assert Loopbaan() == lees_loopbaan_slot(met_slots(loopbaan=waarde))


def test_a_message_is_read_from_its_entities(gesprek: Any) -> None:
    """Facts, cues, and the first of each thing that is named."""
    bericht = lees_bericht(
        gesprek.tracker("nee, 45 gehaald met een creditcontract aan de UGent voor mijn bachelor", "ontkennen")
    )
    assert "ontkennen" == bericht.intent
    assert [("verworven", 45)] == [(feit.rol, feit.waarde) for feit in bericht.feiten]
    assert ("creditcontract", "bachelor", "UGent") == (bericht.contract, bericht.opleiding, bericht.instelling)
    assert bericht.signalen
    assert bericht.keuze is None


def test_of_two_values_the_first_counts(gesprek: Any) -> None:
    """In the order of the text."""
    entiteiten = [{"entity": "contract", "value": "creditcontract"}, {"entity": "contract", "value": "diplomacontract"}]
    assert "creditcontract" == lees_bericht(gesprek.tracker(entiteiten=entiteiten)).contract


@pytest.mark.parametrize(
    "bericht", [None, {}, {"intent": None}, {"intent": {}, "entities": None}, {"intent": {"name": None}}]
)
def test_a_tracker_without_a_message_gives_an_empty_one(bericht: Any) -> None:
    """At a session start there is none."""
    assert Bericht("") == lees_bericht(Tracker("student", {}, bericht, [], False, None, {}, None))


@pytest.mark.parametrize(
    "entiteit",
    [None, "feit", 3, [], {}, {"entity": "contract"}, {"entity": "contract", "value": 3}, {"entity": "signaal", "value": []},
     {"entity": "feit", "role": "saldo", "value": 60}, {"entity": "onbekend", "value": "x"}],
    ids=repr,
)  # fmt: skip
def test_an_entity_that_cannot_be_is_left_aside(entiteit: Any, gesprek: Any) -> None:
    """It may have been typed by anyone."""
    assert Bericht("werking") == lees_bericht(gesprek.tracker("", "werking", [entiteit]))
