"""Which variant of an answer is chosen, and what is filled in."""

from __future__ import annotations

import asyncio
import copy
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rasa.core.nlg.generator import NaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import Event
from rasa.shared.core.events import SlotSet
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from gesprek.antwoordgever import ENTITEITEN
from gesprek.antwoordgever import MET_CONTACT
from gesprek.antwoordgever import Antwoordgever
from gesprek.antwoordgever import kies_variant
from gesprek.antwoordgever import vul_in
from gesprek.grens import MEESTE_TEKENS
from gesprek.instelling import contactkaart
from gesprek.instelling import lees_instelling


WORTEL = Path(__file__).resolve().parents[2]

MaakTracker = Callable[..., DialogueStateTracker]
Bericht = Callable[..., list[Event]]


def eis(naam: str, waarde: str) -> dict[str, str]:
    """A condition as it stands in an answer file."""
    return {"type": "slot", "name": naam, "value": waarde}


MASTER = {"text": "over de master", "condition": [eis("opleiding", "master")]}
MASTER_CREDIT = {"text": "beide", "condition": [eis("opleiding", "master"), eis("contract", "creditcontract")]}
GEWOON = {"text": "voor iedereen"}
KORT = {"text": "kort", "channel": "telegram"}
KORT_MASTER = {"text": "kort, master", "channel": "telegram", "condition": [eis("opleiding", "master")]}


@pytest.mark.parametrize(
    ("varianten", "gegevens", "kanaal", "verwacht"),
    [
        ([MASTER, GEWOON], {"opleiding": "master"}, None, MASTER),
        ([MASTER, GEWOON], {"opleiding": "bachelor"}, None, GEWOON),
        ([MASTER, GEWOON], {}, None, GEWOON),
        ([GEWOON, MASTER], {"opleiding": "master"}, None, GEWOON),
        ([MASTER_CREDIT, MASTER, GEWOON], {"opleiding": "master", "contract": "creditcontract"}, None, MASTER_CREDIT),
        ([MASTER_CREDIT, MASTER, GEWOON], {"opleiding": "master"}, None, MASTER),
        ([MASTER], {}, None, None),
        ([], {"opleiding": "master"}, None, None),
        ([GEWOON, KORT], {}, "telegram", KORT),
        ([GEWOON, KORT], {}, "rest", GEWOON),
        ([GEWOON, KORT], {}, None, GEWOON),
        ([MASTER, KORT_MASTER, GEWOON], {"opleiding": "master"}, "telegram", KORT_MASTER),
        ([KORT_MASTER, GEWOON], {}, "telegram", GEWOON),
        ([KORT], {}, "rest", None),
        ([KORT], {}, None, None),
    ],
)
def test_the_first_variant_that_fits_is_chosen(
    varianten: list[dict[str, Any]], gegevens: dict[str, Any], kanaal: str | None, verwacht: dict[str, Any] | None
) -> None:
    """In the order of the file; one of the channel itself goes first."""
    assert verwacht == kies_variant(varianten, gegevens, kanaal)


def test_a_value_is_put_in_its_place_each_time_it_is_named() -> None:
    """Numbers too."""
    assert "EhB en nog eens EhB, 3 keer" == vul_in("{school} en nog eens {school}, {n} keer", {"school": "EhB", "n": 3})


@pytest.mark.parametrize("tekst", ["{onbekend}", "{}", "{{school}", '{"a": 1}', "een { los", "een } los", "{school"])
def test_braces_without_a_value_stay_as_they_stand(tekst: str) -> None:
    """A slip in a text is visible and breaks nothing; Rasa's own way would lose the whole answer."""
    assert tekst.replace("{school}", "EhB") == vul_in(tekst, {"school": "EhB"})


def test_braces_within_a_value_are_no_placeholder() -> None:
    """Whatever order the values are in."""
    assert "{b} en 1" == vul_in("{a} en {b}", {"a": "{b}", "b": 1})
    assert "{b} en 1" == vul_in("{a} en {b}", {"b": 1, "a": "{b}"})


NAMEN = st.text("abc_", min_size=1, max_size=3)


@given(tekst=st.text("abc_{} ", max_size=40), waarden=st.dictionaries(NAMEN, st.integers(0, 9), max_size=4))
def test_only_placeholders_that_have_a_value_change(tekst: str, waarden: dict[str, int]) -> None:
    """All of them are gone, and what was between other braces is all still there."""
    gevuld = vul_in(tekst, waarden)
    assert [] == [naam for naam in waarden if f"{{{naam}}}" in gevuld]
    onbekend = [deel for deel in re.findall(r"\{[^{}]*\}", tekst) if deel[1:-1] not in waarden]
    # The values are digits and the names are not, so what has a digit was made by filling in.
    assert onbekend == re.findall(r"\{[^{}0-9]*\}", gevuld)


@given(tekst=st.text("abc_{} ", max_size=40))
def test_without_values_a_text_stays_what_it_is(tekst: str) -> None:
    """To the letter."""
    assert tekst == vul_in(tekst, {})


@pytest.fixture(scope="module")
def volledig_domain() -> Domain:
    """The domain with the answers, as the model has it."""
    return Domain.load([str(WORTEL / "domain.yml"), str(WORTEL / "data" / "antwoorden")])


@pytest.fixture
def antwoordgever(volledig_domain: Domain, monkeypatch: pytest.MonkeyPatch) -> NaturalLanguageGenerator:
    """The generator that ``endpoints.yml`` names, made by Rasa."""
    monkeypatch.setenv("INSTELLING", str(WORTEL / "instelling.yml"))
    opgave = EndpointConfig.from_dict({"type": "gesprek.antwoordgever.Antwoordgever"})
    return NaturalLanguageGenerator.create(opgave, volledig_domain)


def geef(gever: NaturalLanguageGenerator, naam: str, tracker: DialogueStateTracker, **extra: Any) -> dict[str, Any]:
    """One answer, that has to be there."""
    antwoord = asyncio.run(gever.generate(naam, tracker, "rest", **extra))
    assert antwoord is not None
    return antwoord


def test_rasa_makes_this_generator_and_gives_it_the_answers_of_the_model(
    antwoordgever: NaturalLanguageGenerator, volledig_domain: Domain
) -> None:
    """A generator that does not descend from Rasa's own keeps the empty answers of the start."""
    assert isinstance(antwoordgever, Antwoordgever)
    assert volledig_domain.responses == antwoordgever.responses


def test_no_answer_reaches_the_student_with_a_placeholder_in_it(
    antwoordgever: Antwoordgever, maak_tracker: MaakTracker, bericht: Bericht
) -> None:
    """Every variant of every answer, filled in as it is when it is sent."""
    tracker = maak_tracker(*bericht("hulp"))
    alle = antwoordgever.responses
    aantal = 0
    for naam, varianten in alle.items():
        for variant in varianten:
            antwoordgever.responses = {naam: [{k: v for k, v in variant.items() if k not in ("condition", "channel")}]}
            aantal += 1
            assert [] == re.findall(r"\{\w*\}", geef(antwoordgever, naam, tracker)["text"]), naam
    assert aantal > len(alle) > 50


def test_the_limit_of_the_channel_is_what_the_answer_names(
    antwoordgever: Antwoordgever, maak_tracker: MaakTracker, bericht: Bericht
) -> None:
    """A student who typed too much reads how much is read."""
    assert (
        f"hoogstens {MEESTE_TEKENS} tekens" in geef(antwoordgever, "utter_te_lang", maak_tracker(*bericht("x")))["text"]
    )


def test_the_texts_of_the_school_are_filled_in(
    antwoordgever: Antwoordgever, maak_tracker: MaakTracker, bericht: Bericht
) -> None:
    """Those of ``instelling.yml``; a value of the action itself goes first."""
    teksten = lees_instelling(WORTEL / "instelling.yml").teksten
    antwoordgever.responses = {"utter_proef": [{"text": "{secretariaat} en {ombuds_uitleg}"}]}
    tracker = maak_tracker(*bericht("hulp"))
    assert (
        f"{teksten['secretariaat']} en hier"
        == geef(antwoordgever, "utter_proef", tracker, ombuds_uitleg="hier")["text"]
    )


@pytest.mark.parametrize("naam", ENTITEITEN)
def test_what_the_message_names_chooses_the_variant(
    naam: str, antwoordgever: Antwoordgever, maak_tracker: MaakTracker, bericht: Bericht
) -> None:
    """An entity of this message counts as a slot would, and only in this turn."""
    antwoordgever.responses = {
        "utter_proef": [{"text": "bijzonder", "condition": [eis(naam, "x")]}, {"text": "gewoon"}]
    }
    met = bericht("werking", "x", [{"entity": naam, "value": "x"}])
    assert "bijzonder" == geef(antwoordgever, "utter_proef", maak_tracker(*met))["text"]
    assert "gewoon" == geef(antwoordgever, "utter_proef", maak_tracker(*met, *bericht("werking")))["text"]


@pytest.mark.parametrize("waarde", [{"x": 1}, ["master"], 3, None])
def test_an_entity_that_is_no_text_chooses_nothing(
    waarde: object, antwoordgever: Antwoordgever, maak_tracker: MaakTracker, bericht: Bericht
) -> None:
    """Payloads can be typed; an odd value may not break the answer."""
    antwoordgever.responses = {"utter_proef": [MASTER, GEWOON]}
    events = bericht("werking", "x", [{"entity": "opleiding", "value": waarde}, {"value": "master"}])
    assert "voor iedereen" == geef(antwoordgever, "utter_proef", maak_tracker(*events))["text"]


def test_an_entity_that_is_not_meant_for_it_does_not_stand_in_for_a_slot(
    antwoordgever: Antwoordgever, maak_tracker: MaakTracker, bericht: Bericht
) -> None:
    """The state of the calculation comes from its slot alone."""
    antwoordgever.responses = {"utter_proef": [{"text": "rekent", "condition": [eis("fase", "berekening")]}, GEWOON]}
    getypt = bericht("werking", "x", [{"entity": "fase", "value": "berekening"}])
    assert "voor iedereen" == geef(antwoordgever, "utter_proef", maak_tracker(*getypt))["text"]
    assert "rekent" == geef(antwoordgever, "utter_proef", maak_tracker(SlotSet("fase", "berekening"), *getypt))["text"]


def test_payloads_of_buttons_are_left_alone_and_the_answer_is_a_copy(
    antwoordgever: Antwoordgever, maak_tracker: MaakTracker, bericht: Bericht
) -> None:
    """Rasa adds to what it gets; the next student must not find that."""
    antwoordgever.responses = {
        "utter_proef": [
            {"text": "{secretariaat}", "buttons": [{"title": "T", "payload": '/werking{"secretariaat":"x"}'}]}
        ]
    }
    voor = copy.deepcopy(antwoordgever.responses)
    antwoord = geef(antwoordgever, "utter_proef", maak_tracker(*bericht("hulp")))
    assert voor["utter_proef"][0]["buttons"] == antwoord["buttons"]
    antwoord["buttons"].append({"title": "erbij"})
    assert voor == antwoordgever.responses


def test_an_answer_that_does_not_exist_is_none(
    antwoordgever: Antwoordgever, maak_tracker: MaakTracker, bericht: Bericht
) -> None:
    """Rasa then logs it, and the policy notices the silence."""
    assert asyncio.run(antwoordgever.generate("utter_bestaat_niet", maak_tracker(*bericht("hulp")), "rest")) is None


def test_a_tracker_without_any_message_gets_an_answer_too(
    antwoordgever: Antwoordgever, maak_tracker: MaakTracker
) -> None:
    """At the session start there is none yet."""
    assert geef(antwoordgever, "utter_kennismaking", maak_tracker())["text"]


@pytest.mark.parametrize("naam", sorted(MET_CONTACT))
def test_who_asks_for_a_person_gets_a_card_in_the_chat_of_a_website(
    naam: str, antwoordgever: Antwoordgever, maak_tracker: MaakTracker, bericht: Bericht
) -> None:
    """Beside the text, which stays what it is on every other channel."""
    tracker = maak_tracker(*bericht("mens_spreken"))
    widget = asyncio.run(antwoordgever.generate(naam, tracker, "widget"))
    assert widget is not None
    kaart = widget.pop("custom")["contact"]
    assert geef(antwoordgever, naam, tracker) == widget
    assert contactkaart(lees_instelling(WORTEL / "instelling.yml")) == kaart
    assert "Erasmushogeschool Brussel" in kaart["titel"]
    assert "trajectbegeleider" in kaart["tekst"]


def test_no_other_answer_has_a_card(antwoordgever: Antwoordgever, maak_tracker: MaakTracker, bericht: Bericht) -> None:
    """Of all there are."""
    tracker = maak_tracker(*bericht("hulp"))
    met = {
        naam
        for naam in antwoordgever.responses
        if "custom" in (asyncio.run(antwoordgever.generate(naam, tracker, "widget")) or {})
    }
    assert MET_CONTACT == met


def test_a_card_names_only_the_pages_that_are_known() -> None:
    """An address that is empty is no link."""
    school = lees_instelling(WORTEL / "instelling.yml")
    links = dict.fromkeys(school.links, "") | {"ombuds_pagina": "https://www.school.be/ombuds"}
    assert [{"titel": "Ombuds", "adres": "https://www.school.be/ombuds"}] == contactkaart(
        school.copy(update={"links": links})
    )["links"]
    assert [] == contactkaart(school.copy(update={"links": {}}))["links"]
    assert all(link["adres"].startswith("https://") for link in contactkaart(school)["links"])
