"""Which moves follow in a turn: the answer, the introduction, the calculation and its interruptions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from gesprek import beurt
from gesprek.beurt import ANTWOORD_INTENTS
from gesprek.beurt import BEREKEN
from gesprek.beurt import BONUS_STAND
from gesprek.beurt import FOUT
from gesprek.beurt import GEVAL_WOORDEN
from gesprek.beurt import GIDS_INTENT
from gesprek.beurt import GIDS_ONDERWERPEN
from gesprek.beurt import GIDSEN
from gesprek.beurt import HERVAT
from gesprek.beurt import IN_BEREKENING
from gesprek.beurt import KENNISMAKING
from gesprek.beurt import LUISTER
from gesprek.beurt import NA_RESULTAAT
from gesprek.beurt import NOOD
from gesprek.beurt import NOODSIGNAAL
from gesprek.beurt import ONDERWERPEN_MET_GEVALLEN
from gesprek.beurt import STUURSIGNALEN
from gesprek.beurt import TERUGVAL
from gesprek.beurt import UITGANGEN
from gesprek.beurt import VRAAG_WOORDEN
from gesprek.beurt import ZEKER
from gesprek.beurt import Stand
from gesprek.beurt import volgende_zet
from nlu.grammatica.modellen import Signaal


WORTEL = Path(__file__).resolve().parents[2]
MEESTE_ZETTEN = 6


def _lees_regels() -> dict[str, tuple[str, ...]]:
    gelezen = yaml.safe_load((WORTEL / "data" / "regels.yml").read_text("utf-8"))["rules"]
    return {
        regel["steps"][0]["intent"]: tuple(stap["action"] for stap in regel["steps"] if "action" in stap)
        for regel in gelezen
    }


REGELS = _lees_regels()
ANTWOORD = REGELS["tolerantie"]
VRAAG = frozenset({"vraag"})


def speel(stand: Stand, regels: Mapping[str, tuple[str, ...]] = REGELS) -> list[str]:
    """Make the moves of one turn until the bot listens; no action stays silent."""
    for _ in range(MEESTE_ZETTEN):
        zet = volgende_zet(stand, regels)
        if zet == LUISTER:
            return list(stand.gedaan)
        stand = replace(stand, gedaan=(*stand.gedaan, zet))
    raise AssertionError(f"na {MEESTE_ZETTEN} zetten luistert de bot nog niet: {stand}")


@pytest.mark.parametrize("intent", sorted(REGELS))
def test_each_intent_gets_the_moves_of_its_rule(intent: str) -> None:
    """Outside a calculation the rules decide, and nothing else."""
    assert list(REGELS[intent]) == speel(Stand(intent))


@pytest.mark.parametrize("intent", sorted(set(REGELS) - {NOOD}))
def test_the_first_turn_opens_with_the_introduction(intent: str) -> None:
    """The law asks that a machine says so at first contact, whatever the message is."""
    assert [KENNISMAKING, *REGELS[intent]] == speel(Stand(intent, eerste_beurt=True))


def test_who_is_in_danger_hears_first_where_help_is() -> None:
    """Only for an emergency the introduction comes second."""
    assert [*REGELS[NOOD], KENNISMAKING] == speel(Stand(NOOD, eerste_beurt=True))


@pytest.mark.parametrize("fase", [None, IN_BEREKENING, NA_RESULTAAT])
def test_an_emergency_is_answered_and_nothing_is_calculated_after_it(fase: str | None) -> None:
    """Not even when a calculation is under way."""
    assert list(REGELS[NOOD]) == speel(Stand(NOOD, 0.3, fase=fase))


@pytest.mark.parametrize("fase", [None, IN_BEREKENING, NA_RESULTAAT])
@pytest.mark.parametrize("intent", ["saldo_berekenen", "werking", "buiten_bereik", NOOD, "nog_zonder_regel"])
@pytest.mark.parametrize("vorig", [None, *sorted(ONDERWERPEN_MET_GEVALLEN)[:1]])
def test_a_sign_of_crisis_wins_from_everything(fase: str | None, intent: str, vorig: str | None) -> None:
    """Whatever the message is taken for, and whatever numbers stand in it."""
    stand = Stand(
        intent, woorden=3, heeft_feiten=True, heeft_paar=True, begint_met_feit=True, noemt_geval=True,
        signalen=frozenset({NOODSIGNAAL, "annulering"}), vorig_onderwerp=vorig, fase=fase,
    )  # fmt: skip
    assert list(REGELS[NOOD]) == speel(stand)
    assert [*REGELS[NOOD], KENNISMAKING] == speel(replace(stand, eerste_beurt=True))


def test_numbers_without_a_sign_of_crisis_are_an_answer() -> None:
    """In a calculation "45" is no cry for help, whatever the classifier makes of it."""
    assert [BEREKEN] == speel(Stand(NOOD, 0.9, woorden=5, heeft_feiten=True, fase=IN_BEREKENING))


def test_an_intent_without_a_rule_falls_back() -> None:
    """An intent that somebody adds without a rule leads to suggestions, not to silence."""
    assert [TERUGVAL] == speel(Stand("nog_zonder_regel"))
    assert [KENNISMAKING, TERUGVAL] == speel(Stand("nog_zonder_regel", eerste_beurt=True))


def test_a_rule_with_two_moves_makes_both_in_order() -> None:
    """The plan is followed move by move."""
    regels = {"werking": ("utter_werking", "utter_startkrediet")}
    assert ["utter_werking", "utter_startkrediet"] == speel(Stand("werking"), regels)


@pytest.mark.parametrize("woorden", [0, VRAAG_WOORDEN - 1])
def test_few_words_with_a_number_answer_the_question_of_the_calculation(woorden: int) -> None:
    """ "45 sp denk ik" may look like another topic: it is still the answer."""
    stand = Stand("tolerantie", woorden=woorden, heeft_feiten=True, begint_met_feit=True, fase=IN_BEREKENING)
    assert [BEREKEN] == speel(stand)


def test_a_question_with_a_number_in_it_is_answered_and_the_calculation_resumed() -> None:
    """ "Tellen de eerste 60 punten dubbel?" is no answer to "how many did you take up"."""
    stand = Stand("bonus_60_dubbel", woorden=VRAAG_WOORDEN, heeft_feiten=True, houding=VRAAG, fase=IN_BEREKENING)
    assert [*REGELS["bonus_60_dubbel"], HERVAT] == speel(stand)


@pytest.mark.parametrize(("begint", "paar"), [(True, False), (False, True), (True, True)])
def test_an_answer_that_also_asks_gets_both(begint: bool, paar: bool) -> None:
    """ "45, maar telt een tolerantie mee?" is answered and taken into the calculation."""
    stand = Stand(
        "tolerantie", woorden=9, heeft_feiten=True, heeft_paar=paar, begint_met_feit=begint, houding=VRAAG,
        fase=IN_BEREKENING,
    )  # fmt: skip
    assert [*ANTWOORD, BEREKEN] == speel(stand)


@pytest.mark.parametrize(("zekerheid", "verwacht"), [(ZEKER - 0.01, [BEREKEN]), (ZEKER, [*ANTWOORD, HERVAT])])
def test_a_question_is_only_taken_for_one_when_its_topic_is_likely(zekerheid: float, verwacht: list[str]) -> None:
    """Below the limit a message with numbers is an answer; at the limit it is a question."""
    stand = Stand("tolerantie", zekerheid, woorden=6, heeft_feiten=True, houding=VRAAG, fase=IN_BEREKENING)
    assert verwacht == speel(stand)


@pytest.mark.parametrize("intent", sorted(ANTWOORD_INTENTS))
@pytest.mark.parametrize("met_feiten", [True, False])
def test_a_message_without_a_topic_of_its_own_goes_to_the_calculation(intent: str, met_feiten: bool) -> None:
    """Also when it cannot be read: the calculation then says what it needs."""
    assert [BEREKEN] == speel(Stand(intent, woorden=12, heeft_feiten=met_feiten, fase=IN_BEREKENING))


@pytest.mark.parametrize("signaal", sorted(STUURSIGNALEN))
def test_words_that_steer_the_calculation_go_to_it_whatever_the_topic(signaal: str) -> None:
    """ "Waarom moet je dat weten?" looks like a complaint, but is about the question."""
    stand = Stand("klacht_frustratie", signalen=frozenset({signaal}), fase=IN_BEREKENING)
    assert [BEREKEN] == speel(stand)


@pytest.mark.parametrize("signaal", sorted(STUURSIGNALEN))
def test_words_that_steer_mean_nothing_outside_a_calculation(signaal: str) -> None:
    """Then the topic counts."""
    assert list(ANTWOORD) == speel(Stand("tolerantie", signalen=frozenset({signaal})))


@pytest.mark.parametrize("intent", sorted(UITGANGEN))
def test_after_a_way_out_the_question_is_not_asked_again(intent: str) -> None:
    """Who says goodbye or asks for a person is not held back."""
    assert list(REGELS[intent]) == speel(Stand(intent, fase=IN_BEREKENING))


@pytest.mark.parametrize(
    "intent", sorted(naam for naam in set(REGELS) - ANTWOORD_INTENTS - UITGANGEN if not naam.startswith(GIDS_INTENT))
)
def test_any_other_topic_interrupts_and_then_resumes(intent: str) -> None:
    """Every topic is answered during a calculation, and none of them loses it."""
    assert [*REGELS[intent], HERVAT] == speel(Stand(intent, fase=IN_BEREKENING))


def test_numbers_after_a_result_change_it() -> None:
    """ "Nee, ik nam er 54 op" after an outcome."""
    assert [BEREKEN] == speel(Stand("ontkennen", woorden=6, heeft_feiten=True, fase=NA_RESULTAAT))


def test_a_question_with_a_number_after_a_result_is_a_question() -> None:
    """ "Kan ik volgend jaar 60 opnemen?" must not change the outcome."""
    stand = Stand("hoeveel_opnemen", woorden=6, heeft_feiten=True, houding=VRAAG, fase=NA_RESULTAAT)
    assert list(REGELS["hoeveel_opnemen"]) == speel(stand)


def test_a_complete_story_starts_a_calculation_by_itself() -> None:
    """Both what was taken up and what came of it: it can be computed, whatever the classifier made of it."""
    for intent in ("buiten_bereik", "buiten_bereik_examen", beurt.TERUGVAL_INTENT, "saldo_opvragen"):
        volledig = Stand(intent, ZEKER - 0.1, woorden=8, heeft_feiten=True, heeft_paar=True)
        assert [BEREKEN] == speel(volledig)
        assert list(REGELS[intent]) == speel(replace(volledig, heeft_paar=False, houding=VRAAG))


@pytest.mark.parametrize("intent", sorted(naam for naam in REGELS if naam.startswith("buiten_bereik")))
@pytest.mark.parametrize("fase", [IN_BEREKENING, NA_RESULTAAT])
def test_in_a_calculation_a_message_with_numbers_is_never_out_of_scope(intent: str, fase: str) -> None:
    """However sure the classifier is: it is an answer, or a correction."""
    assert [BEREKEN] == speel(Stand(intent, 0.99, woorden=12, heeft_feiten=True, fase=fase))


@pytest.mark.parametrize("fase", [None, IN_BEREKENING, NA_RESULTAAT])
def test_a_message_that_tells_numbers_and_asks_nothing_is_for_the_calculation(fase: str | None) -> None:
    """ "En getolereerd was er nog 6" sounds like a topic, and is a fact."""
    stand = Stand("tolerantie", 0.9, woorden=6, heeft_feiten=True, heeft_paar=True, fase=fase)
    assert [BEREKEN] == speel(stand)


def test_two_questions_in_one_message_get_two_answers() -> None:
    """In their order; in a calculation they are followed by its question."""
    stand = Stand("tolerantie", 0.6, woorden=12, houding=VRAAG, onderwerpen=("tolerantie", "saldo_opvragen"))
    assert ["utter_tolerantie", "utter_saldo_opvragen"] == speel(stand)
    assert ["utter_tolerantie", "utter_saldo_opvragen", HERVAT] == speel(replace(stand, fase=IN_BEREKENING))
    assert [BEREKEN] == speel(replace(stand, heeft_feiten=True, heeft_paar=True, houding=frozenset()))


def test_numbers_to_compute_beside_a_question_get_the_outcome_and_the_answer() -> None:
    """ "60 op, 45 gehaald, telt een tolerantie dan mee?"; what the outcome says already is not said again."""
    stand = Stand(
        "tolerantie", 0.6, woorden=9, heeft_feiten=True, heeft_paar=True, houding=VRAAG,
        onderwerpen=("saldo_berekenen", "tolerantie"),
    )  # fmt: skip
    assert [BEREKEN, *ANTWOORD] == speel(stand)
    assert [BEREKEN] == speel(
        replace(stand, intent="saldo_berekenen", onderwerpen=("saldo_berekenen", "saldo_opvragen"))
    )


def test_a_short_remark_with_numbers_is_the_beginning_of_a_calculation() -> None:
    """ "Creditcontract van 12 sp" asks nothing, so that the topic's answer would miss it."""
    stand = Stand("creditcontract", 0.9, woorden=4, heeft_feiten=True)
    assert [BEREKEN] == speel(stand)
    assert list(REGELS["creditcontract"]) == speel(replace(stand, houding=VRAAG))
    assert list(REGELS["overmacht_bewijs"]) == speel(replace(stand, intent="overmacht_bewijs"))


def test_a_topic_without_a_rule_does_not_count_as_a_second_question() -> None:
    """Then the message is about what it was taken for."""
    assert list(ANTWOORD) == speel(Stand("tolerantie", onderwerpen=("tolerantie", "bestaat_niet")))


NA = Stand("saldo_berekenen", 0.9, woorden=5, fase=NA_RESULTAAT)


@pytest.mark.parametrize(
    "anders",
    [
        {"signalen": frozenset({"hypothese"}), "heeft_feiten": True, "intent": "creditcontract", "houding": VRAAG},
        {"signalen": frozenset({"hypothese"}), "noemt_contract": True, "intent": "creditcontract"},
        {"signalen": frozenset({"hypothese", "masterdiploma"}), "intent": "na_master"},
        {"intent": "na_master"},
        {"intent": "na_master", "woorden": 20, "houding": frozenset({"eigen"})},
        {"signalen": frozenset({"waren_er"}), "noemt_contract": True, "intent": "creditcontract"},
        {"signalen": frozenset({"waarom"}), "intent": "nlu_fallback"},
        {"houding": frozenset({"terug", "vraag"}), "intent": "hulp"},
        {"houding": frozenset({"betwisting"}), "intent": "klacht_frustratie"},
    ],
    ids=str,
)
def test_what_builds_on_an_outcome_goes_to_the_calculation(anders: dict[str, object]) -> None:
    """Each of these means something else, or nothing, when there is no outcome."""
    stand = replace(NA, **anders)  # type: ignore[arg-type]
    assert [BEREKEN] == speel(stand)
    if not stand.heeft_feiten:
        assert list(REGELS[stand.intent]) == speel(replace(stand, fase=None))


def test_ones_own_doubling_is_told_from_the_outcome_and_the_rule_otherwise() -> None:
    """ "Hoeveel van die bonus heb ik al gehad?" against "tellen de eerste 60 dubbel?"."""
    eigen = replace(NA, intent="bonus_60_dubbel", houding=frozenset({"eigen", "vraag"}))
    assert [BONUS_STAND] == speel(eigen)
    assert list(REGELS["bonus_60_dubbel"]) == speel(replace(eigen, houding=VRAAG))
    assert list(REGELS["bonus_60_dubbel"]) == speel(replace(eigen, fase=None))


def test_whether_points_can_be_taken_up_is_no_supposition() -> None:
    """ "En als ik volgend jaar 60 wil opnemen, kan dat?" has an action of its own."""
    stand = replace(
        NA, intent="hoeveel_opnemen", woorden=9, heeft_feiten=True, houding=VRAAG, signalen=frozenset({"hypothese"})
    )
    assert list(REGELS["hoeveel_opnemen"]) == speel(stand)


@pytest.mark.parametrize(("woorden", "kiest"), [(GEVAL_WOORDEN, True), (GEVAL_WOORDEN + 1, False)])
def test_a_few_words_choose_between_readings(woorden: int, kiest: bool) -> None:
    """ "Geslaagd" after "wat bedoel je" is no question about passing."""
    stand = Stand("geslaagd_of_niet", 0.9, woorden=woorden, wacht_op_keuze=True)
    assert ([BEREKEN] if kiest else list(REGELS["geslaagd_of_niet"])) == speel(stand)


@pytest.mark.parametrize("fase", sorted(GIDSEN))
def test_in_a_guided_conversation_what_can_be_an_answer_is_one(fase: str) -> None:
    """Yes, no, what the guide asks for, and what cannot be read at all."""
    for stand in (
        Stand("bevestigen", fase=fase),
        Stand("tolerantie", zegt_ja_of_nee=True, fase=fase),
        Stand("tolerantie", vertelt=frozenset({fase}), fase=fase),
        Stand("buiten_bereik_examen", fase=fase),
        Stand("tolerantie", noemt_geval=True, woorden=2, fase=fase),
        Stand("klacht_frustratie", signalen=frozenset({"waarom"}), fase=fase),
    ):
        assert [GIDSEN[fase]] == speel(stand)
    assert [*ANTWOORD, HERVAT] == speel(Stand("tolerantie", fase=fase))
    assert list(REGELS["opnieuw"]) == speel(Stand("opnieuw", fase=fase))


@pytest.mark.parametrize(("fase", "onderwerpen"), sorted(GIDS_ONDERWERPEN.items()))
def test_a_guided_conversation_starts_by_itself_when_the_own_case_is_told(
    fase: str, onderwerpen: frozenset[str]
) -> None:
    """On its topics only; a general question there keeps its general answer."""
    for intent in sorted(onderwerpen):
        assert [GIDSEN[fase]] == speel(Stand(intent, vertelt=frozenset({fase})))
        assert list(REGELS[intent]) == speel(Stand(intent))
    assert list(ANTWOORD) == speel(Stand("tolerantie", vertelt=frozenset({fase})))


GEVAL = Stand("begroeting", 0.9, woorden=GEVAL_WOORDEN, noemt_geval=True, vorig_onderwerp="utter_voor_wie")


@pytest.mark.parametrize("vorig", sorted(ONDERWERPEN_MET_GEVALLEN))
def test_a_message_that_only_names_a_case_is_about_the_topic_before_it(vorig: str) -> None:
    """ "KU Leuven" after a question about changing programme."""
    assert [vorig] == speel(replace(GEVAL, vorig_onderwerp=vorig))


@pytest.mark.parametrize(
    "anders",
    [
        {"noemt_geval": False},
        {"heeft_feiten": True},
        {"is_knop": True},
        {"vorig_onderwerp": None},
        {"vorig_onderwerp": "utter_bedanken"},
        {"woorden": GEVAL_WOORDEN + 1},
    ],
    ids=str,
)
def test_a_message_that_says_more_is_about_its_own_topic(anders: dict[str, object]) -> None:
    """Each of what makes it a case alone is needed."""
    assert list(REGELS["begroeting"]) == speel(replace(GEVAL, **anders))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("intent", "zekerheid"),
    [("werking", ZEKER - 0.01), ("bevestigen", 0.9), (beurt.TERUGVAL_INTENT, 0.9), ("buiten_bereik_inschrijving", 0.9)],
)
def test_a_longer_message_that_names_a_case_goes_on_when_it_has_no_likely_topic(intent: str, zekerheid: float) -> None:
    """ "Ja ik zit dus in een schakelprogramma" confirms, and tells which case."""
    assert ["utter_voor_wie"] == speel(replace(GEVAL, intent=intent, zekerheid=zekerheid, woorden=9))


def test_a_case_named_during_a_calculation_belongs_to_the_calculation() -> None:
    """ "Creditcontract" answers there too."""
    assert [BEREKEN] == speel(replace(GEVAL, intent="saldo_berekenen", fase=IN_BEREKENING))


def test_a_likely_question_that_tells_a_pair_stays_a_question() -> None:
    """ "60 opgenomen en 9 getolereerd, telt dat mee?" asks about tolerance."""
    assert list(ANTWOORD) == speel(
        Stand("tolerantie", 0.9, woorden=9, heeft_feiten=True, heeft_paar=True, houding=VRAAG)
    )


def test_an_action_that_says_nothing_is_followed_by_an_apology_and_then_by_listening() -> None:
    """The student never meets silence, and the apology is given once."""
    stil = Stand("tolerantie", gedaan=("action_hoeveel_opnemen",), bleef_stil=True)
    assert FOUT == volgende_zet(stil, REGELS)
    assert LUISTER == volgende_zet(replace(stil, gedaan=(*stil.gedaan, FOUT)), REGELS)
    assert LUISTER == volgende_zet(replace(stil, gedaan=(*stil.gedaan, FOUT), bleef_stil=False), REGELS)


STANDEN = st.builds(
    Stand,
    intent=st.one_of(st.sampled_from(sorted(REGELS)), st.text(max_size=8)),
    zekerheid=st.floats(0, 1),
    woorden=st.integers(0, 400),
    heeft_feiten=st.booleans(),
    heeft_paar=st.booleans(),
    begint_met_feit=st.booleans(),
    is_knop=st.booleans(),
    noemt_geval=st.booleans(),
    vorig_onderwerp=st.none() | st.sampled_from([*sorted(ONDERWERPEN_MET_GEVALLEN), "utter_hulp", "action_terugval"]),
    signalen=st.frozensets(st.sampled_from([*sorted(STUURSIGNALEN), NOODSIGNAAL, "toevoeging", "iets_nieuws"])),
    houding=st.frozensets(st.sampled_from(["vraag", "eigen", "betwisting", "terug"])),
    onderwerpen=st.just(()) | st.tuples(st.sampled_from(sorted(REGELS)), st.sampled_from(sorted(REGELS))),
    vertelt=st.frozensets(st.sampled_from(sorted(GIDSEN))),
    zegt_ja_of_nee=st.booleans(),
    wacht_op_keuze=st.booleans(),
    noemt_contract=st.booleans(),
    fase=st.one_of(st.none(), st.sampled_from([IN_BEREKENING, NA_RESULTAAT, *GIDSEN]), st.text(max_size=8)),
    eerste_beurt=st.booleans(),
)


@given(stand=STANDEN, stil=st.lists(st.booleans(), min_size=MEESTE_ZETTEN, max_size=MEESTE_ZETTEN))
def test_every_turn_says_something_and_ends_in_listening(stand: Stand, stil: list[bool]) -> None:
    """Rasa stops a turn after ten actions without a word; here no turn comes near that, also when actions stay silent."""
    for bleef_stil in stil:
        zet = volgende_zet(stand, REGELS)
        if zet == LUISTER:
            break
        stand = replace(stand, gedaan=(*stand.gedaan, zet), bleef_stil=bleef_stil)
    assert LUISTER == volgende_zet(stand, REGELS)
    assert stand.gedaan
    assert not stand.bleef_stil or stand.gedaan[-1] == FOUT


@given(stand=STANDEN)
def test_the_introduction_is_given_in_the_first_turn_only(stand: Stand) -> None:
    """Once, whatever else happens in that turn."""
    assert stand.eerste_beurt == (speel(stand).count(KENNISMAKING) == 1)


def test_every_name_that_the_turn_knows_exists() -> None:
    """Intents stand in the domain, answers and actions can be given, signals are those of the grammar."""
    domain = yaml.safe_load((WORTEL / "domain.yml").read_text("utf-8"))
    antwoorden = {
        naam
        for bestand in (WORTEL / "data" / "antwoorden").glob("*.yml")
        for naam in yaml.safe_load(bestand.read_text("utf-8"))["responses"]
    }
    assert set() == {beurt.TERUGVAL_INTENT, NOOD, *ANTWOORD_INTENTS, *UITGANGEN} - set(domain["intents"])
    assert set() == {KENNISMAKING, FOUT, *ONDERWERPEN_MET_GEVALLEN} - antwoorden
    assert set() == {*STUURSIGNALEN, NOODSIGNAAL} - set(get_args(Signaal))
    assert set() == {BEREKEN, HERVAT, TERUGVAL} - set(domain["actions"])
    assert set() == {zet for zetten in REGELS.values() for zet in zetten} - antwoorden - set(domain["actions"])


@pytest.mark.parametrize(("fase", "zet"), [(NA_RESULTAAT, BEREKEN), (None, "utter_geslaagd_of_niet")])
def test_what_if_i_pass_half_after_a_result_changes_that_result(fase: str | None, zet: str) -> None:
    """Without a result it is a question about the rule."""
    stand = Stand("geslaagd_of_niet", 0.9, woorden=7, heeft_feiten=True, heeft_uitkomst=True, houding=VRAAG, fase=fase)
    assert zet == volgende_zet(stand, {"geslaagd_of_niet": ("utter_geslaagd_of_niet",)})
