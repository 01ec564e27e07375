"""When a message is not understood: suggestions first, a person the second time in a row."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from actions.terugval import SUGGESTIES
from actions.terugval import Terugval
from actions.terugval import onderwerpen


WORTEL = Path(__file__).resolve().parents[2]
ACTIE = Terugval()
MENS = "/mens_spreken"


def rangorde(*namen: str) -> dict[str, Any]:
    """What the classifier thought likely, best first."""
    return {"intent_ranking": [{"name": naam, "confidence": 0.1} for naam in namen]}


def beurt(*zetten: str) -> list[dict[str, Any]]:
    """The events of a turn, as the action server gets them."""
    return [{"event": "user", "text": "x"}, *({"event": "action", "name": zet} for zet in zetten)]


def test_the_likeliest_topics_are_offered_and_a_person(gesprek: Any) -> None:
    """In their order, in words that students know, and never more than fit."""
    (tekst,) = gesprek.doe(ACTIE, "hmpf", **rangorde("nlu_fallback", "werking", "tolerantie", "graduaat"))
    assert "Gaat het over een van deze onderwerpen?" in tekst
    assert ["/werking", "/tolerantie", MENS] == gesprek.ladingen
    titels = [knop["title"] for knop in gesprek.gezegd[0]["buttons"]]
    assert [onderwerpen()["werking"], onderwerpen()["tolerantie"]] == titels[:SUGGESTIES]


def test_what_is_no_topic_is_not_offered(gesprek: Any) -> None:
    """ "Did you mean: an insult?" helps nobody."""
    gesprek.doe(ACTIE, "hmpf", **rangorde("buiten_bereik_belediging", "afscheid", "werking", "bevestigen"))
    assert ["/werking", MENS] == gesprek.ladingen


@pytest.mark.parametrize(
    "extra",
    [{}, {"intent_ranking": []}, {"intent_ranking": None}, rangorde("buiten_bereik", "afscheid"),
     {"intent_ranking": [None, "werking", {}, {"name": None}]}],
    ids=repr,
)  # fmt: skip
def test_without_a_likely_topic_the_general_answer_is_given(extra: dict[str, Any], gesprek: Any) -> None:
    """It has buttons of its own."""
    assert ["utter_terugval"] == gesprek.doe(ACTIE, "hmpf", **extra)


def test_the_second_time_in_a_row_a_person_is_offered(gesprek: Any) -> None:
    """No third question."""
    verloop = [*beurt("action_terugval", "action_listen"), *beurt()]
    assert ["utter_terugval_mens"] == gesprek.doe(ACTIE, "hmpf", verloop=verloop, **rangorde("werking"))


@pytest.mark.parametrize(
    "verloop",
    [
        [],
        beurt(),
        beurt("utter_kennismaking"),
        [*beurt("utter_werking", "action_listen"), *beurt()],
        [*beurt("action_terugval", "action_listen"), *beurt("utter_werking", "action_listen"), *beurt()],
        [*beurt("utter_werking", "action_listen"), *beurt("action_terugval")],
    ],
)
def test_a_turn_that_was_understood_in_between_starts_the_count_anew(
    verloop: list[dict[str, Any]], gesprek: Any
) -> None:
    """Only the turn right before this one counts."""
    (tekst,) = gesprek.doe(ACTIE, "hmpf", verloop=verloop, **rangorde("werking"))
    assert "Gaat het over een van deze onderwerpen?" in tekst


def test_it_changes_nothing_in_the_conversation(gesprek: Any) -> None:
    """A calculation that is under way goes on."""
    gesprek.doe(ACTIE, "hmpf", **rangorde("werking"))
    assert [] == gesprek.events


def test_every_topic_can_be_offered_and_nothing_else_can() -> None:
    """The intents of the domain up to those of the conversation itself, in words that fit on a button."""
    tekst = (WORTEL / "domain.yml").read_text("utf-8")
    over_leerkrediet = yaml.safe_load(tekst.split("# The conversation itself.")[0])["intents"]
    assert sorted(over_leerkrediet) == sorted(onderwerpen())
    assert [] == [titel for titel in onderwerpen().values() if not 0 < len(titel) <= 20]
    assert len(onderwerpen()) == len(set(onderwerpen().values()))
