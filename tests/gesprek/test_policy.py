"""What the policy learns from the rules, and what it sees of a conversation."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rasa.engine.graph import ExecutionContext
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted
from rasa.shared.core.events import BotUttered
from rasa.shared.core.events import Event
from rasa.shared.core.events import SessionStarted
from rasa.shared.core.events import SlotSet
from rasa.shared.core.events import UserUttered
from rasa.shared.core.generator import TrainingDataGenerator
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.core.training_data.loading import load_data_from_resource
from rasa.shared.core.training_data.structures import StoryGraph
from rasa.shared.exceptions import RasaException

from gesprek.beurt import BEREKEN
from gesprek.beurt import FOUT
from gesprek.beurt import IN_BEREKENING
from gesprek.beurt import KENNISMAKING
from gesprek.beurt import LUISTER
from gesprek.beurt import NA_RESULTAAT
from gesprek.beurt import VOER_GESPREK
from gesprek.beurt import Stand
from gesprek.beurt import volgende_zet
from gesprek.policy import GesprekPolicy
from gesprek.policy import lees_stand
from nlu.grammatica import lees
from nlu.grammatica import naar_entiteit


WORTEL = Path(__file__).resolve().parents[2]
BRON = Resource("regels")

MaakTracker = Callable[..., DialogueStateTracker]
Bericht = Callable[..., list[Event]]


@pytest.fixture
def policy(opslag: ModelStorage, context: ExecutionContext) -> GesprekPolicy:
    """An untrained policy."""
    return GesprekPolicy(GesprekPolicy.get_default_config(), opslag, BRON, context)


def regel(domain: Domain, intent: str | None, *zetten: str, is_regel: bool = True) -> DialogueStateTracker:
    """A training tracker as Rasa makes it of a rule: with its own start and its end in listening."""
    events: list[Event] = [ActionExecuted("...")]
    if intent is not None:
        events += [ActionExecuted(LUISTER), UserUttered(intent={"name": intent})]
    events += [ActionExecuted(zet) for zet in (*zetten, LUISTER)]
    tracker = DialogueStateTracker.from_events(f"regel {intent}", events, domain.slots)
    tracker.is_rule_tracker = is_regel
    return tracker


def zetten_na(policy: GesprekPolicy, tracker: DialogueStateTracker, domain: Domain) -> list[str]:
    """Let the policy play the turn; what is called ``utter_`` says something, as do the actions."""
    zetten: list[str] = []
    while len(zetten) < 10:
        kansen = policy.predict_action_probabilities(tracker, domain).probabilities
        assert [1.0] == [kans for kans in kansen if kans]
        zet = domain.action_names_or_texts[kansen.index(1.0)]
        if zet == LUISTER:
            return zetten
        zetten.append(zet)
        tracker.update(ActionExecuted(zet))
        tracker.update(BotUttered("iets"))
    raise AssertionError(f"de beurt eindigt niet: {zetten}")


@pytest.fixture(autouse=True)
def regels_leiden(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless a test says otherwise."""
    monkeypatch.setenv("GESPREK", "regels")


@pytest.fixture(scope="module")
def volledig_domain() -> Domain:
    """The domain with the answers, as the model has it."""
    return Domain.load([str(WORTEL / "domain.yml"), str(WORTEL / "data" / "antwoorden")])


def test_the_rules_of_the_assistant_are_learned_and_followed(
    policy: GesprekPolicy, volledig_domain: Domain, bericht: Bericht, maak_tracker: MaakTracker
) -> None:
    """Each rule of ``data/regels.yml``, read by Rasa itself, gives the moves that stand in it."""
    stappen = load_data_from_resource(str(WORTEL / "data" / "regels.yml"), volledig_domain)
    trackers = TrainingDataGenerator(StoryGraph(stappen), volledig_domain, augmentation_factor=0).generate()
    policy.train(trackers, volledig_domain)
    assert len(stappen) == len(policy._regels)
    for intent, zetten in policy._regels.items():
        assert list(zetten) == zetten_na(policy, maak_tracker(*bericht(intent)), volledig_domain)


def test_every_intent_of_the_domain_has_a_rule(volledig_domain: Domain) -> None:
    """No topic ends in the suggestions because its rule was forgotten; no rule has an intent that does not exist."""
    stappen = load_data_from_resource(str(WORTEL / "data" / "regels.yml"), volledig_domain)
    met_regel = [event.intent_name for stap in stappen for event in stap.events if isinstance(event, UserUttered)]
    # Rasa adds intents of its own, which no student can have.
    eigen = {"back", "out_of_scope", "restart", "session_start"}
    assert sorted(set(volledig_domain.intents) - eigen) == sorted(met_regel)


def test_the_same_rule_twice_is_one_rule(policy: GesprekPolicy, domain: Domain) -> None:
    """Rasa may hand on a rule more than once."""
    policy.train([regel(domain, "werking", "utter_werking")] * 2, domain)
    assert {"werking": ("utter_werking",)} == policy._regels


def test_two_rules_for_one_intent_are_refused(policy: GesprekPolicy, domain: Domain) -> None:
    """Which of them counts may not depend on the order of the files."""
    with pytest.raises(RasaException, match="'werking' staan er twee verschillende regels"):
        policy.train([regel(domain, "werking", "utter_werking"), regel(domain, "werking", "utter_hulp")], domain)


@pytest.mark.parametrize(("intent", "zetten"), [(None, ["utter_werking"]), ("werking", [])])
def test_a_rule_without_message_or_without_answer_is_refused(
    policy: GesprekPolicy, domain: Domain, intent: str | None, zetten: list[str]
) -> None:
    """It would leave a student without an answer."""
    with pytest.raises(RasaException, match="geen bericht van de student, of geen antwoord"):
        policy.train([regel(domain, intent, *zetten)], domain)


def test_stories_teach_the_policy_nothing(policy: GesprekPolicy, domain: Domain) -> None:
    """Only rules decide; a story that says something else changes nothing."""
    verhaal = regel(domain, "werking", "utter_hulp", is_regel=False)
    policy.train([regel(domain, "werking", "utter_werking"), verhaal], domain)
    assert {"werking": ("utter_werking",)} == policy._regels


def test_a_trained_policy_is_loaded_as_it_was_saved(
    policy: GesprekPolicy, domain: Domain, opslag: ModelStorage, context: ExecutionContext
) -> None:
    """Order of the moves included."""
    bron = policy.train([regel(domain, "werking", "utter_werking", "utter_hulp")], domain)
    geladen = GesprekPolicy.load(GesprekPolicy.get_default_config(), opslag, bron, context)
    assert {"werking": ("utter_werking", "utter_hulp")} == geladen._regels


def test_a_new_conversation_starts_with_the_introduction(
    policy: GesprekPolicy, volledig_domain: Domain, bericht: Bericht, maak_tracker: MaakTracker
) -> None:
    """Rasa's session start, as it comes before the first message, is what tells."""
    policy.train([regel(volledig_domain, "werking", "utter_werking")], volledig_domain)
    tracker = maak_tracker(
        ActionExecuted("action_session_start"), SessionStarted(), *bericht("werking", "hoe werkt het")
    )
    assert [KENNISMAKING, "utter_werking"] == zetten_na(policy, tracker, volledig_domain)


def test_a_tracker_without_a_message_is_listened_to(
    policy: GesprekPolicy, domain: Domain, maak_tracker: MaakTracker
) -> None:
    """Rasa also asks for a move when only the session was started."""
    assert [] == zetten_na(policy, maak_tracker(ActionExecuted("action_session_start"), SessionStarted()), domain)


def feiten(tekst: str) -> list[dict[str, Any]]:
    """The entities that the grammar makes of a message."""
    lezing = lees(tekst)
    return [
        *(naar_entiteit(feit) for feit in lezing.feiten),
        *({"entity": "signaal", "value": signaal} for signaal in lezing.signalen),
    ]


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("hoe werkt het", {"woorden": 3}),
        ("45", {"woorden": 1, "heeft_feiten": True, "begint_met_feit": True}),
        ("ja 45", {"woorden": 2, "heeft_feiten": True, "begint_met_feit": True}),
        ("dat waren er 45", {"woorden": 4, "heeft_feiten": True, "signalen": frozenset({"waren_er"})}),
        ("ik nam er 60 op", {"woorden": 5, "heeft_feiten": True}),
        (
            "60 opgenomen, 45 gehaald",
            {"woorden": 4, "heeft_feiten": True, "heeft_uitkomst": True, "heeft_paar": True, "begint_met_feit": True},
        ),
        (
            "60 opgenomen, 9 gebuisd",
            {"woorden": 4, "heeft_feiten": True, "heeft_uitkomst": True, "heeft_paar": True, "begint_met_feit": True},
        ),
    ],
)
def test_what_the_message_tells_is_seen(
    tekst: str, verwacht: dict[str, Any], bericht: Bericht, maak_tracker: MaakTracker
) -> None:
    """Facts, whether they make a pair, and whether the message opens with them."""
    stand = lees_stand(maak_tracker(*bericht("werking", tekst, feiten(tekst))))
    assert Stand("werking", zekerheid=0.9, **verwacht) == stand


def test_signals_and_phase_are_seen(bericht: Bericht, maak_tracker: MaakTracker) -> None:
    """The cues of the grammar, and the slot that tells where the calculation is."""
    stand = lees_stand(
        maak_tracker(SlotSet("fase", IN_BEREKENING), *bericht("opnieuw", "laat maar", feiten("laat maar")))
    )
    assert frozenset({"annulering"}) == stand.signalen
    assert IN_BEREKENING == stand.fase


@pytest.mark.parametrize(
    "entiteit",
    [
        {"entity": "signaal", "value": ["annulering"]},
        {"entity": "signaal"},
        {"entity": "feit", "value": "60"},
        {"entity": "feit", "role": "opgenomen", "value": {"waarde": "60"}},
        {"value": 3},
    ],
)
def test_entities_that_a_student_typed_as_a_payload_are_not_trusted(
    entiteit: dict[str, Any], bericht: Bericht, maak_tracker: MaakTracker
) -> None:
    """A payload may carry any entity; one that the grammar cannot have written does nothing."""
    assert Stand("werking", zekerheid=0.9) == lees_stand(maak_tracker(*bericht("werking", "", [entiteit])))


@pytest.mark.parametrize("naam", ["situatie", "contract", "opleiding", "instelling"])
def test_a_case_that_the_message_names_is_seen(naam: str, bericht: Bericht, maak_tracker: MaakTracker) -> None:
    """What chooses between the variants of an answer."""
    stand = lees_stand(maak_tracker(*bericht("werking", "x", [{"entity": naam, "value": "x"}])))
    assert Stand("werking", zekerheid=0.9, woorden=1, noemt_geval=True, noemt_contract=naam == "contract") == stand


def test_a_button_is_seen_as_one(bericht: Bericht, maak_tracker: MaakTracker) -> None:
    """Its text is its payload."""
    assert lees_stand(maak_tracker(*bericht("werking", "/werking"))).is_knop
    assert not lees_stand(maak_tracker(*bericht("werking", "hoe werkt het"))).is_knop


@pytest.mark.parametrize(
    ("zetten", "onderwerp"),
    [
        (["utter_voor_wie"], "utter_voor_wie"),
        ([KENNISMAKING, "utter_voor_wie"], "utter_voor_wie"),
        (["utter_voor_wie", "action_hervatten"], "utter_voor_wie"),
        (["utter_voor_wie", "utter_hulp"], "utter_voor_wie"),
        (["action_terugval"], None),
        ([KENNISMAKING], None),
        ([], None),
    ],
)
def test_the_topic_of_the_turn_before_is_its_first_answer(
    zetten: list[str], onderwerp: str | None, bericht: Bericht, maak_tracker: MaakTracker
) -> None:
    """The introduction is none; of two turns ago nothing counts."""
    ouder = [*bericht("graduaat"), ActionExecuted("utter_graduaat"), BotUttered("zo")]
    vorige = [*bericht("hulp"), *(ActionExecuted(zet) for zet in zetten), BotUttered("iets")]
    assert onderwerp == lees_stand(maak_tracker(*ouder, *vorige, *bericht("werking"))).vorig_onderwerp


def test_only_the_moves_of_this_turn_count(bericht: Bericht, maak_tracker: MaakTracker) -> None:
    """What was done in the turn before is over; listening is no move."""
    tracker = maak_tracker(
        *bericht("werking"),
        ActionExecuted("utter_werking"),
        BotUttered("zo"),
        *bericht("hulp"),
        ActionExecuted(KENNISMAKING),
        BotUttered("hallo"),
        ActionExecuted("utter_hulp"),
        BotUttered("dit kan ik"),
    )
    stand = lees_stand(tracker)
    assert (KENNISMAKING, "utter_hulp") == stand.gedaan
    assert "hulp" == stand.intent
    assert not stand.eerste_beurt
    assert not stand.bleef_stil


def test_the_first_turn_stays_the_first_while_it_lasts(bericht: Bericht, maak_tracker: MaakTracker) -> None:
    """Also after its first moves; the next message ends it."""
    begin = [ActionExecuted("action_session_start"), SessionStarted(), *bericht("hulp"), ActionExecuted(KENNISMAKING)]
    assert lees_stand(maak_tracker(*begin)).eerste_beurt
    assert not lees_stand(maak_tracker(*begin, *bericht("werking"))).eerste_beurt


def test_a_channel_that_introduces_the_assistant_itself_needs_no_introduction(
    bericht: Bericht, maak_tracker: MaakTracker
) -> None:
    """The page of the chat says all the time that no human is speaking."""
    luister, uiting = bericht("werking")
    uiting.input_channel = "widget"
    assert not lees_stand(maak_tracker(SessionStarted(), luister, uiting)).eerste_beurt
    uiting.input_channel = "rest"
    assert lees_stand(maak_tracker(SessionStarted(), luister, uiting)).eerste_beurt


def test_a_session_that_starts_anew_is_a_first_turn_again(bericht: Bericht, maak_tracker: MaakTracker) -> None:
    """Who comes back tomorrow hears again that this is no person."""
    tracker = maak_tracker(
        *bericht("hulp"), ActionExecuted("utter_hulp"), SessionStarted(), *bericht("werking"),
    )  # fmt: skip
    assert lees_stand(tracker).eerste_beurt


@pytest.mark.parametrize(
    ("events", "stil"),
    [
        ([ActionExecuted("action_terugval")], True),
        ([ActionExecuted("action_terugval"), BotUttered("sorry")], False),
        ([ActionExecuted("action_opnieuw"), SlotSet("fase", None)], True),
        ([ActionExecuted(KENNISMAKING), BotUttered("hallo"), ActionExecuted("action_terugval")], True),
        ([ActionExecuted("action_terugval"), ActionExecuted(FOUT), BotUttered("sorry")], False),
        ([], False),
    ],
)
def test_silence_after_the_last_move_is_noticed(
    events: list[Event], stil: bool, bericht: Bericht, maak_tracker: MaakTracker
) -> None:
    """Only what follows the last move counts: words before it do not fill its silence."""
    assert stil == lees_stand(maak_tracker(*bericht("hulp"), *events)).bleef_stil


def test_a_move_that_changes_the_phase_does_not_change_the_plan_of_its_turn(
    bericht: Bericht, maak_tracker: MaakTracker
) -> None:
    """Else a question that the calculation just asked would be asked again."""
    tracker = maak_tracker(
        SlotSet("fase", NA_RESULTAAT),
        *bericht("geslaagd_of_niet", "en als ik volgend jaar 30 haal", feiten("en als ik volgend jaar 30 haal")),
        ActionExecuted(BEREKEN),
        SlotSet("fase", IN_BEREKENING),
        BotUttered("Hoeveel studiepunten nam je op?"),
    )
    assert NA_RESULTAAT == lees_stand(tracker).fase
    assert "action_listen" == volgende_zet(lees_stand(tracker), {"geslaagd_of_niet": ("utter_geslaagd_of_niet",)})


@pytest.mark.parametrize("intent", ["werking", "saldo_berekenen", "buiten_bereik_nood", "bericht_te_lang", "vraag"])
def test_where_the_machine_leads_one_move_answers_each_message(
    intent: str,
    volledig_domain: Domain,
    bericht: Bericht,
    maak_tracker: MaakTracker,
    opslag: ModelStorage,
    context: ExecutionContext,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Whatever it is about, and whatever the rules say; then it listens."""
    monkeypatch.setenv("GESPREK", "machine")
    regels = {intent: ("utter_werking", "utter_hulp")}
    leidt = GesprekPolicy(GesprekPolicy.get_default_config(), opslag, BRON, context, regels)
    begin = [SessionStarted(), *bericht("werking"), ActionExecuted(VOER_GESPREK), BotUttered("ja"), *bericht(intent)]
    assert VOER_GESPREK == zet(leidt, maak_tracker(*begin), volledig_domain)
    gezegd = [*begin, ActionExecuted(VOER_GESPREK), BotUttered("ja"), SlotSet("gesprek", {})]
    assert LUISTER == zet(leidt, maak_tracker(*gezegd), volledig_domain)
    stil = [*begin, ActionExecuted(VOER_GESPREK)]
    assert FOUT == zet(leidt, maak_tracker(*stil), volledig_domain)
    assert LUISTER == zet(leidt, maak_tracker(*stil, ActionExecuted(FOUT), BotUttered("sorry")), volledig_domain)
    assert LUISTER == zet(leidt, maak_tracker(), volledig_domain)


def zet(policy: GesprekPolicy, tracker: DialogueStateTracker, domain: Domain) -> str:
    """The move that is made next."""
    kansen = policy.predict_action_probabilities(tracker, domain).probabilities
    return str(domain.action_names_or_texts[kansen.index(max(kansen))])
