"""The calculation in the conversation, message by message."""

from __future__ import annotations

from typing import Any

import pytest

from actions.loopbaan import Vraag
from actions.saldo_berekenen import SaldoBerekenen
from actions.slots import SLOTS
from actions.uitkomst import KNOPPEN
from leerkrediet_core import bereken
from leerkrediet_core import lees_loopbaan


ACTIE = SaldoBerekenen()
EERSTE_VRAAG = "Hoeveel studiepunten nam je op in je eerste jaar? Een voltijds jaar is meestal 60."


def saldo(opgenomen: int, verworven: int) -> int:
    """What the calculation itself makes of one year of a starter."""
    jaar = [{"soort": "inschrijving", "studiepunten": opgenomen}, {"soort": "resultaat", "verworven": verworven}]
    return bereken(lees_loopbaan({"gebeurtenissen": jaar})).saldo


def test_it_begins_with_an_example_and_the_first_question(gesprek: Any) -> None:
    """Both ways are offered: all at once, or step by step."""
    uitleg, vraag = gesprek.doe(ACTIE, "bereken mijn saldo")
    assert '"1e jaar 60 opgenomen, 45 geslaagd"' in uitleg
    assert EERSTE_VRAAG == vraag
    assert ("berekening", ["opgenomen", 0], {}) == (
        gesprek.slots["fase"], gesprek.slots["vraag"], gesprek.slots["loopbaan"],
    )  # fmt: skip


def test_the_example_that_it_gives_can_be_computed(gesprek: Any) -> None:
    """A student who copies it gets an outcome."""
    gesprek.doe(ACTIE, "bereken mijn saldo")
    zin, _ = gesprek.doe(ACTIE, "1e jaar 60 opgenomen, 45 geslaagd")
    assert f"Je saldo wordt {saldo(60, 45)} studiepunten." == zin


def test_step_by_step_leads_to_the_outcome(gesprek: Any) -> None:
    """Each number is taken up, and what follows is asked with it."""
    gesprek.doe(ACTIE, "bereken")
    (vraag,) = gesprek.doe(ACTIE, "60")
    assert vraag.startswith("Voor hoeveel van die 60 studiepunten ben je geslaagd in je eerste jaar?")
    assert ["verworven", 0] == gesprek.slots["vraag"]
    zin, uitleg = gesprek.doe(ACTIE, "45")
    assert f"Je saldo wordt {saldo(60, 45)} studiepunten." == zin
    assert "Zo kom ik daaraan:" in uitleg
    assert ("resultaat", None) == (gesprek.slots["fase"], gesprek.slots["vraag"])
    assert [knop["payload"] for knop in KNOPPEN] == gesprek.ladingen


def test_everything_in_the_first_message_gives_the_outcome_at_once(gesprek: Any) -> None:
    """Nothing is asked that was told."""
    zin, _ = gesprek.doe(ACTIE, "60 opgenomen en 33 gehaald")
    assert f"Je saldo wordt {saldo(60, 33)} studiepunten." == zin


def test_a_correction_after_the_outcome_changes_it(gesprek: Any) -> None:
    """The career is still there."""
    gesprek.doe(ACTIE, "60 opgenomen, 45 gehaald")
    zin, _ = gesprek.doe(ACTIE, "nee wacht, 54 opgenomen", intent="ontkennen")
    assert f"Je saldo wordt {saldo(54, 45)} studiepunten." == zin


def test_a_story_in_a_new_calculation_starts_from_nothing(gesprek: Any) -> None:
    """What an older calculation left in the slots does not count once it is over."""
    gesprek.doe(ACTIE, "60 opgenomen, 45 gehaald")
    gesprek.slots["fase"] = None
    zin, _ = gesprek.doe(ACTIE, "30 opgenomen, 30 gehaald")
    assert f"Je saldo wordt {saldo(30, 30)} studiepunten." == zin


def test_another_year_is_asked_for_and_added(gesprek: Any) -> None:
    """The button under the outcome; nothing of the first year is asked again."""
    gesprek.doe(ACTIE, "60 opgenomen, 45 gehaald")
    (vraag,) = gesprek.doe(ACTIE, entiteiten=[{"entity": "keuze", "value": "nog_een_jaar"}])
    assert "je tweede jaar" in vraag
    assert ("berekening", ["opgenomen", 1]) == (gesprek.slots["fase"], gesprek.slots["vraag"])
    (vraag,) = gesprek.doe(ACTIE, "57")
    assert "Voor hoeveel van die 57 studiepunten ben je geslaagd in je tweede jaar?" in vraag
    zin, uitleg = gesprek.doe(ACTIE, "50")
    assert zin.startswith("Je saldo wordt ")
    assert "Eerste jaar" in uitleg
    assert "Tweede jaar" in uitleg


def test_another_year_that_is_not_a_number_is_asked_again(gesprek: Any) -> None:
    """The outcome of the first year is not repeated as if nothing had been asked."""
    gesprek.doe(ACTIE, "60 opgenomen, 45 gehaald")
    gesprek.doe(ACTIE, entiteiten=[{"entity": "keuze", "value": "nog_een_jaar"}])
    melding, vraag = gesprek.doe(ACTIE, "zucht", intent="nlu_fallback")
    assert "Dat kan ik niet als antwoord lezen." in melding
    assert "je tweede jaar" in vraag


def test_an_unknown_choice_is_no_choice(gesprek: Any) -> None:
    """Payloads can be typed by hand."""
    assert EERSTE_VRAAG == gesprek.doe(ACTIE, entiteiten=[{"entity": "keuze", "value": "alles_wissen"}])[-1]


@pytest.mark.parametrize("tekst", ["een boel", "ja", "hmm", ""])
def test_an_answer_that_cannot_be_read_is_explained_and_asked_again(tekst: str, gesprek: Any) -> None:
    """With an example and the way out."""
    gesprek.doe(ACTIE, "bereken")
    melding, vraag = gesprek.doe(ACTIE, tekst, intent="nlu_fallback")
    assert 'Typ een getal, zoals 45. Wil je stoppen met rekenen? Typ "stop".' in melding
    assert EERSTE_VRAAG == vraag
    assert "berekening" == gesprek.slots["fase"]


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("-5", "is nul of meer"),
        ("12,5", "geen geheel getal"),
        ("400", "Hier kan hoogstens 120"),
        ("9 vakken gehaald", "hoeveel vakken"),
    ],
)
def test_a_number_that_cannot_be_is_refused_with_what_would_be_right(tekst: str, melding: str, gesprek: Any) -> None:
    """And asked again; it is not taken up."""
    gesprek.doe(ACTIE, "bereken")
    uitleg, vraag = gesprek.doe(ACTIE, tekst)
    assert melding in uitleg
    assert EERSTE_VRAAG == vraag
    assert ["opgenomen", 0] == gesprek.slots["vraag"]


def test_more_acquired_than_taken_up_is_refused(gesprek: Any) -> None:
    """With the limit of this year; what was taken up stays known."""
    gesprek.doe(ACTIE, "bereken")
    gesprek.doe(ACTIE, "60")
    uitleg, vraag = gesprek.doe(ACTIE, "61")
    assert "61 geslaagd kan niet: je nam er 60 op." in uitleg
    assert "Voor hoeveel van die 60 studiepunten" in vraag
    assert f"Je saldo wordt {saldo(60, 60)} studiepunten." == gesprek.doe(ACTIE, "60")[0]


def test_a_correction_that_is_refused_leaves_the_outcome(gesprek: Any) -> None:
    """Nothing is asked: what stood keeps standing."""
    gesprek.doe(ACTIE, "60 opgenomen, 45 gehaald")
    (uitleg,) = gesprek.doe(ACTIE, "nee, 70 gehaald", intent="ontkennen")
    assert "70 geslaagd kan niet" in uitleg
    assert ("resultaat", None) == (gesprek.slots["fase"], gesprek.slots["vraag"])
    assert (
        f"Je saldo wordt {saldo(60, 48)} studiepunten." == gesprek.doe(ACTIE, "nee, 48 gehaald", intent="ontkennen")[0]
    )


@pytest.mark.parametrize("tekst", ["laat maar", "stop met rekenen"])
def test_who_stops_is_let_go_and_forgotten(tekst: str, gesprek: Any) -> None:
    """All slots are emptied."""
    gesprek.doe(ACTIE, "bereken")
    gesprek.doe(ACTIE, "60")
    assert ["utter_berekening_gestopt"] == gesprek.doe(ACTIE, tekst, intent="opnieuw")
    assert dict.fromkeys(SLOTS) == gesprek.slots


@pytest.mark.parametrize(
    ("tekst", "begin"),
    [
        ("waarom moet je dat weten?", "Ik vraag dat omdat"),
        ("weet ik niet", "Geen probleem."),
        ("geen idee", "Geen probleem."),
        ("wacht even", "Neem gerust je tijd."),
        ("wat was de vraag?", EERSTE_VRAAG),
    ],
)
def test_words_that_steer_are_answered_and_the_question_stays(tekst: str, begin: str, gesprek: Any) -> None:
    """Nothing is lost, and nobody is told that this was no number."""
    gesprek.doe(ACTIE, "bereken")
    voor = dict(gesprek.slots)
    gezegd = gesprek.doe(ACTIE, tekst, intent="nlu_fallback")
    assert gezegd[0].startswith(begin)
    assert EERSTE_VRAAG in gezegd[-1]
    assert voor == gesprek.slots
    assert [] == gesprek.events


def test_words_that_steer_start_a_calculation_where_there_is_none(gesprek: Any) -> None:
    """ "Waarom" outside a calculation steers nothing."""
    assert EERSTE_VRAAG == gesprek.doe(ACTIE, "waarom moet je dat weten?")[-1]


def test_a_steering_word_without_an_open_question_asks_the_first_one(gesprek: Any) -> None:
    """The slot may have been lost."""
    gesprek.slots["fase"] = "berekening"
    assert EERSTE_VRAAG == gesprek.doe(ACTIE, "wat was de vraag?")[-1]


def test_contract_and_programme_of_the_message_count(gesprek: Any) -> None:
    """A year under another contract is computed under it."""
    gesprek.doe(ACTIE, "30 opgenomen, 20 gehaald met een creditcontract")
    assert "creditcontract" == gesprek.slots["loopbaan"]["jaren"][0]["contract"]
    assert not any("diplomacontract" in bericht["text"] for bericht in gesprek.gezegd)


def test_slots_that_hold_nonsense_begin_an_empty_career(gesprek: Any) -> None:
    """They may have been typed by anyone."""
    gesprek.slots.update(loopbaan={"jaren": "veel"}, vraag=["geheim", -1], fase="berekening")
    zin, _ = gesprek.doe(ACTIE, "60 opgenomen, 45 gehaald")
    assert f"Je saldo wordt {saldo(60, 45)} studiepunten." == zin


def test_the_question_in_the_slot_is_what_the_number_answers(gesprek: Any) -> None:
    """The same "45" is another number for another question."""
    gesprek.doe(ACTIE, "bereken")
    gesprek.doe(ACTIE, "45")
    assert Vraag("verworven", 0) == Vraag(*gesprek.slots["vraag"])
    assert f"Je saldo wordt {saldo(45, 45)} studiepunten." == gesprek.doe(ACTIE, "45")[0]
