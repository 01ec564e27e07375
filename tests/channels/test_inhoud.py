"""What a channel reads of the content by itself."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from channels.inhoud import lees_intents
from channels.inhoud import noodantwoord


WORTEL = Path(__file__).resolve().parents[2]


def test_intents_are_read_with_and_without_settings(tmp_path: Path) -> None:
    """Rasa allows both forms in one list."""
    (tmp_path / "domain.yml").write_text("intents:\n- werking\n- hulp:\n    use_entities: []\n", "utf-8")
    assert frozenset({"werking", "hulp"}) == lees_intents(tmp_path / "domain.yml")


def test_the_apology_is_the_answer_that_is_given_when_an_action_fails() -> None:
    """One text in one place, with everything of it that can be sent."""
    uit_bestand = yaml.safe_load((WORTEL / "data" / "antwoorden" / "fout.yml").read_text("utf-8"))
    assert uit_bestand["responses"]["utter_fout"][0] == noodantwoord(WORTEL / "data" / "antwoorden")


def test_the_apology_names_a_person_and_has_no_hole() -> None:
    """It is sent without anything being filled in, so it may have no placeholder."""
    tekst = noodantwoord(WORTEL / "data" / "antwoorden")["text"]
    assert "trajectbegeleider" in tekst
    assert not set("{}") & set(tekst)


def test_the_buttons_of_the_apology_lead_somewhere() -> None:
    """Their payloads are let through by the channel."""
    ladingen = {knop["payload"][1:] for knop in noodantwoord(WORTEL / "data" / "antwoorden")["buttons"]}
    assert ladingen
    assert set() == ladingen - lees_intents(WORTEL / "domain.yml")


def test_only_what_can_be_sent_is_taken(tmp_path: Path) -> None:
    """Conditions and the like are for Rasa."""
    (tmp_path / "fout.yml").write_text("responses: {utter_fout: [{text: Sorry, channel: x, condition: []}]}", "utf-8")
    assert {"text": "Sorry"} == noodantwoord(tmp_path)


def test_an_apology_that_is_not_there_is_noticed(tmp_path: Path) -> None:
    """At the start."""
    (tmp_path / "fout.yml").write_text("responses: {utter_anders: [{text: Sorry}]}", "utf-8")
    with pytest.raises(KeyError, match="utter_fout"):
        noodantwoord(tmp_path)
