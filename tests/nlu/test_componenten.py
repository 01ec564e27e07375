"""The two graph components: what they add to a message, and what they keep in the model."""

from __future__ import annotations

import json
from dataclasses import asdict
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa.engine.graph import ExecutionContext
from rasa.engine.graph import GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.componenten.feitenlezer import VELDEN
from nlu.componenten.feitenlezer import FeitenLezer
from nlu.componenten.feitenlezer import als_entiteiten
from nlu.componenten.intentieclassificator import IntentieClassificator
from nlu.grammatica import Lezing
from nlu.grammatica import lees
from nlu.grammatica import uit_entiteit
from nlu.intentie import Instellingen


WORTEL = Path(__file__).resolve().parents[2]
BRON = Resource("intent")
CONTEXT = ExecutionContext(GraphSchema({}))
VANDAAG = date(2026, 11, 23)
BERICHTEN = {
    "begroeting": ["hallo", "hey", "hallo daar", "hey daar"],
    "bedanken": ["dank je", "merci", "dank je wel", "merci hoor"],
    "afscheid": ["tot ziens", "daag", "tot later", "tot de volgende"],
    "hulp": ["help", "wat kan je", "help mij", "wat kan jij"],
    "werking": ["hoe werkt het", "leg het uit", "hoe werkt dat", "leg dat uit"],
    "graduaat": ["ik doe een graduaat", "graduaat", "telt een graduaat", "mijn graduaat"],
    "heropbouw": ["groeit het terug", "komt het terug", "groeit het aan", "komt er elk jaar bij"],
    "buiten_bereik": ["regent het", "wat eten we", "vertel een mop", "regent het morgen"],
}


@pytest.fixture
def opslag(tmp_path: Path) -> ModelStorage:
    """Rasa's own storage of trained parts, in an empty folder."""
    (tmp_path / "opslag").mkdir()
    return LocalModelStorage.create(tmp_path / "opslag")


def training() -> TrainingData:
    """The messages above, with two that cannot be learned from."""
    berichten = [Message({"text": tekst, "intent": intent}) for intent, alle in BERICHTEN.items() for tekst in alle]
    return TrainingData([*berichten, Message({"text": "zonder intent"}), Message({"intent": "zonder_tekst"})])


def maak(opslag: ModelStorage, **config: Any) -> IntentieClassificator:
    """A component as Rasa makes it: the defaults, with what the configuration says over them."""
    volledig = {**IntentieClassificator.get_default_config(), "name": "x", **config}
    return IntentieClassificator.create(volledig, opslag, BRON, CONTEXT)


def gelezen(tekst: object, *al_gelezen: dict[str, Any]) -> Message:
    """A message after the reader of facts."""
    data: dict[str, Any] = {"text": tekst} if tekst is not None else {}
    if al_gelezen:
        data["entities"] = list(al_gelezen)
    return FeitenLezer(lambda: VANDAAG).process([Message(data)])[0]


def test_facts_are_handed_on_as_entities_that_read_back() -> None:
    """With role, group and place, and the name of who read them."""
    entiteiten = gelezen("1e jaar 60 opgenomen, 45 geslaagd").get("entities")
    assert list(lees("1e jaar 60 opgenomen, 45 geslaagd", vandaag=VANDAAG).feiten) == [
        uit_entiteit(e) for e in entiteiten
    ]
    assert [("opgenomen", "1"), ("verworven", "1")] == [(e["role"], e["group"]) for e in entiteiten]
    assert {"FeitenLezer"} == {e["extractor"] for e in entiteiten}


def test_what_holds_for_the_whole_message_is_an_entity_of_its_own() -> None:
    """Each in its own name."""
    entiteiten = gelezen("nee wacht, ik doe een master aan de UGent met een creditcontract").get("entities")
    waarden = {e["entity"]: e["value"] for e in entiteiten if e["entity"] != "signaal"}
    assert {"contract": "creditcontract", "opleiding": "master", "instelling": "UGent"}.items() <= waarden.items()
    assert "correctie" in [e["value"] for e in entiteiten if e["entity"] == "signaal"]


def test_every_field_of_a_reading_is_handed_on() -> None:
    """And every entity that is written is one that the domain knows."""
    assert {*VELDEN, "feiten", "signalen", "dubbelzinnig", "label"} == set(Lezing.__dataclass_fields__)
    domain = yaml.safe_load((WORTEL / "domain.yml").read_text("utf-8"))["entities"]
    bekend = {naam if isinstance(naam, str) else next(iter(naam)) for naam in domain}
    assert set() == {*VELDEN, "feit", "signaal", "andere_lezing"} - bekend


def test_another_reading_is_handed_on_with_its_facts() -> None:
    """Where the wording does not decide, both stay known."""
    andere = replace(lees("60 opgenomen"), label="60 opgenomen")
    (entiteit,) = als_entiteiten(Lezing(dubbelzinnig=(andere,)))
    assert "andere_lezing" == entiteit["entity"]
    assert "60 opgenomen" == entiteit["value"]["label"]
    assert list(andere.feiten) == [uit_entiteit(feit) for feit in entiteit["value"]["feiten"]]


def test_a_date_is_read_from_the_day_that_it_is() -> None:
    """The reference day comes from outside, so that a test can hold it still."""
    (entiteit,) = [e for e in gelezen("ik stop op 1 december").get("entities") if e["entity"] == "datum"]
    assert "2026-12-01" == entiteit["value"]


@pytest.mark.parametrize("tekst", ["hallo", "", None])
def test_a_message_without_facts_is_left_as_it_is(tekst: str | None) -> None:
    """No empty list is added."""
    assert gelezen(tekst).get("entities") is None


def test_entities_of_others_are_kept() -> None:
    """Those of a button come before it."""
    van_knop = {"entity": "keuze", "value": "nog_een_jaar"}
    entiteiten = gelezen("60 opgenomen", van_knop).get("entities")
    assert van_knop == entiteiten[0]
    assert "feit" == entiteiten[1]["entity"]


def test_what_is_read_survives_the_way_through_json() -> None:
    """It goes to the action server and into the tracker."""
    bericht = gelezen(
        "nee wacht, 1e jaar de helft van 60 gehaald en 9 getolereerd met een creditcontract op 1 december"
    )
    entiteiten = bericht.get("entities")
    assert entiteiten == json.loads(json.dumps(entiteiten))


def test_the_reader_asks_at_each_message_which_day_it_is(opslag: ModelStorage, monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that was started yesterday knows what "morgen" is today."""
    monkeypatch.setenv("GESPREK", "regels")
    lezer = FeitenLezer.create({}, opslag, BRON, CONTEXT)
    gelezen = []
    for dag in ("2026-11-29", "2026-11-30"):
        monkeypatch.setenv("VANDAAG", dag)
        bericht = lezer.process([Message({"text": "ik stop morgen"})])[0]
        gelezen += [e["value"] for e in bericht.get("entities") if e["entity"] == "datum"]
    assert ["2026-11-30", "2026-12-01"] == gelezen


def test_the_classifier_learns_and_ranks(opslag: ModelStorage) -> None:
    """The best intent, and the six best to suggest from, in Rasa's form."""
    component = maak(opslag)
    assert BRON == component.train(training())
    bericht = component.process([Message({"text": "dank je wel"})])[0]
    rangorde = bericht.get("intent_ranking")
    assert "bedanken" == bericht.get("intent")["name"]
    assert rangorde[0] == bericht.get("intent")
    assert 6 == len(rangorde)
    assert sorted((rij["confidence"] for rij in rangorde), reverse=True) == [rij["confidence"] for rij in rangorde]
    assert {"text", "intent", "intent_ranking"} <= set(bericht.as_dict(only_output_properties=True))


def test_what_was_trained_is_loaded_and_says_the_same(opslag: ModelStorage) -> None:
    """From the storage, by another process."""
    component = maak(opslag)
    bron = component.train(training())
    geladen = IntentieClassificator.load({}, opslag, bron, CONTEXT)
    for tekst in ("dank je wel", "hoe werkt dat nu", "qwzx", ""):
        een, twee = (c.process([Message({"text": tekst})])[0].get("intent_ranking") for c in (component, geladen))
        assert een == twee


def test_training_twice_gives_the_same_answers(opslag: ModelStorage) -> None:
    """In Rasa as well as outside it."""
    rangordes = []
    for _ in range(2):
        component = maak(opslag)
        component.train(training())
        rangordes.append(component.process([Message({"text": "kom ik later terug"})])[0].get("intent_ranking"))
    assert rangordes[0] == rangordes[1]


@pytest.mark.parametrize("data", [{}, {"text": None}, {"text": ""}])
def test_a_message_without_text_gets_an_intent_too(opslag: ModelStorage, data: dict[str, Any]) -> None:
    """With a probability so low that the threshold turns it down."""
    component = maak(opslag)
    component.train(training())
    assert 1 / len(BERICHTEN) == pytest.approx(component.process([Message(data)])[0].get("intent")["confidence"])


def test_the_settings_of_the_configuration_reach_the_model(opslag: ModelStorage) -> None:
    """All of them, under the same names; what Rasa adds is left aside."""
    assert asdict(Instellingen()) == IntentieClassificator.get_default_config()
    assert Instellingen() == maak(opslag)._model.instellingen
    assert (
        Instellingen(3.0, 2.0, 1, 5)
        == maak(opslag, c=3.0, gewicht_buiten=2.0, typfout_kopieen=1, zaad=5)._model.instellingen
    )


def test_the_pipeline_of_the_project_has_both_in_order() -> None:
    """Facts and intent, then the threshold; the classes are found under the names that stand there."""
    namen = [deel["name"] for deel in yaml.safe_load((WORTEL / "config.yml").read_text("utf-8"))["pipeline"]]
    eigen = [f"{soort.__module__}.{soort.__name__}" for soort in (FeitenLezer, IntentieClassificator)]
    assert eigen == [naam for naam in namen if naam.startswith("nlu.")]
    assert "FallbackClassifier" == namen[-1]
