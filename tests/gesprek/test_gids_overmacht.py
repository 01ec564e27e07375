"""When the guided conversation on overmacht starts, what it takes for itself, and how long what it was told is kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted
from rasa.shared.core.events import BotUttered
from rasa.shared.core.events import Event
from rasa.shared.core.events import SessionStarted
from rasa.shared.core.events import SlotSet
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from gesprek.beurt import BEREKEN
from gesprek.beurt import BIJ_OVERMACHT
from gesprek.beurt import GIDS_ONDERWERPEN
from gesprek.beurt import HERVAT
from gesprek.beurt import IN_BEREKENING
from gesprek.beurt import IN_OVERMACHT
from gesprek.beurt import IN_STOPPEN
from gesprek.beurt import LUISTER
from gesprek.beurt import NA_RESULTAAT
from gesprek.beurt import NOOD
from gesprek.beurt import NOODSIGNAAL
from gesprek.beurt import OVERMACHT_NAGAAN
from gesprek.beurt import Stand
from gesprek.beurt import volgende_zet
from gesprek.geheugen import verkort
from gesprek.policy import lees_stand


WORTEL = Path(__file__).resolve().parents[2]
REGELS = {
    regel["steps"][0]["intent"]: tuple(stap["action"] for stap in regel["steps"] if "action" in stap)
    for regel in yaml.safe_load((WORTEL / "data" / "regels.yml").read_text("utf-8"))["rules"]
}
EIGEN = frozenset((IN_OVERMACHT,))
DOSSIER = {"kans_gemist": True, "academiejaren": ["2023-2024"]}


def plan(stand: Stand) -> tuple[str, ...]:
    """All the moves of a turn."""
    zetten: list[str] = []
    while (zet := volgende_zet(Stand(**{**vars(stand), "gedaan": tuple(zetten)}), REGELS)) != LUISTER:
        zetten.append(zet)
    return tuple(zetten)


@pytest.mark.parametrize("intent", sorted(GIDS_ONDERWERPEN[IN_OVERMACHT]))
@pytest.mark.parametrize("fase", [None, NA_RESULTAAT])
def test_who_tells_of_an_exam_that_was_missed_is_taken_through_the_conditions(intent: str, fase: str | None) -> None:
    """Who only mentions proof or a year gets the answer to the question."""
    assert (OVERMACHT_NAGAAN,) == plan(Stand(intent, vertelt=EIGEN, fase=fase, woorden=12))
    assert OVERMACHT_NAGAAN not in plan(Stand(intent, vermeldt=EIGEN, fase=fase, woorden=12))


@pytest.mark.parametrize("intent", ["overmacht_procedure", "overmacht_bewijs", "overmacht_termijn"])
def test_who_also_asks_how_or_until_when_hears_that_first(intent: str) -> None:
    """And is then taken through the conditions with what was told."""
    vraagt = Stand(intent, vertelt=EIGEN, houding=frozenset(("vraag",)), woorden=9)
    assert (*REGELS[intent], OVERMACHT_NAGAAN) == plan(vraagt)
    anders = Stand("overmacht_voorwaarden", vertelt=EIGEN, houding=frozenset(("vraag",)), woorden=9)
    assert (OVERMACHT_NAGAAN,) == plan(anders)


def test_another_topic_is_never_taken_over() -> None:
    """However much of an exam it tells."""
    assert REGELS["startkrediet"] == plan(Stand("startkrediet", vertelt=EIGEN, woorden=12))


@pytest.mark.parametrize("hoe", ["vertelt", "vermeldt"])
@pytest.mark.parametrize("intent", ["overmacht_bewijs", "geslaagd_of_niet", "werking", "nlu_fallback"])
def test_in_the_guide_everything_that_is_told_is_an_answer(hoe: str, intent: str) -> None:
    """Also what would be too little to start it."""
    assert (OVERMACHT_NAGAAN,) == plan(Stand(intent, fase=IN_OVERMACHT, woorden=9, **{hoe: EIGEN}))


@pytest.mark.parametrize(
    ("fase", "zetten"),
    [
        (None, (OVERMACHT_NAGAAN,)),
        (NA_RESULTAAT, (OVERMACHT_NAGAAN,)),
        (IN_OVERMACHT, (OVERMACHT_NAGAAN,)),
        (IN_BEREKENING, (OVERMACHT_NAGAAN, HERVAT)),
        (IN_STOPPEN, (OVERMACHT_NAGAAN, HERVAT)),
    ],
)
@pytest.mark.parametrize("intent", ["overmacht_procedure", "nlu_fallback", "mens_spreken", "buiten_bereik"])
def test_a_draft_is_given_whatever_the_topic_is_taken_for(
    intent: str, fase: str | None, zetten: tuple[str, ...]
) -> None:
    """And what was going on goes on."""
    assert zetten == plan(Stand(intent, fase=fase, vraagt_ontwerp=True, woorden=5))


def test_a_sign_of_crisis_wins_from_everything() -> None:
    """In the guide and from a letter."""
    for stand in (
        Stand("overmacht_voorwaarden", vertelt=EIGEN, signalen=frozenset((NOODSIGNAAL,))),
        Stand("nlu_fallback", fase=IN_OVERMACHT, signalen=frozenset((NOODSIGNAAL,)), zegt_ja_of_nee=True),
        Stand("overmacht_procedure", vraagt_ontwerp=True, signalen=frozenset((NOODSIGNAAL,))),
    ):
        assert REGELS[NOOD] == plan(stand)


@pytest.mark.parametrize("hoe", ["vertelt", "vermeldt"])
def test_a_correction_after_the_outcome_goes_to_the_guide(hoe: str) -> None:
    """As long as what was told is there, and when it corrects."""
    basis: dict[str, Any] = {"intent": "nlu_fallback", hoe: EIGEN, "woorden": 8}
    assert (OVERMACHT_NAGAAN,) == plan(Stand(**basis, na_overmacht=True, signalen=frozenset(("correctie",))))
    paar = Stand(**basis, na_overmacht=True, signalen=frozenset(("correctie",)), heeft_feiten=True, heeft_paar=True)
    if hoe == "vermeldt":
        assert (OVERMACHT_NAGAAN,) != plan(Stand(**basis, signalen=frozenset(("correctie",))))
        assert (OVERMACHT_NAGAAN,) != plan(Stand(**basis, na_overmacht=True))
        assert (BEREKEN,) == plan(paar)


# -- what the policy sees


def gelezen(**feiten: Any) -> list[dict[str, Any]]:
    """The entity of the guide."""
    return [{"entity": IN_OVERMACHT, "value": feiten}]


@pytest.mark.parametrize(
    ("entiteiten", "vertelt", "vermeldt", "ontwerp"),
    [
        (gelezen(kans_gemist=True, eigen_geval=True), EIGEN, frozenset(), False),
        (gelezen(heeft_bewijs=True, eigen_geval=False), frozenset(), EIGEN, False),
        (gelezen(ontwerp=True), EIGEN, frozenset(), True),
        ([{"entity": "stoppen", "value": {"datum": "2026-12-01"}}], frozenset(("stoppen",)), frozenset(), False),
        ([{"entity": IN_OVERMACHT, "value": "kans_gemist"}], frozenset(), frozenset(), False),
        ([{"entity": IN_OVERMACHT}], frozenset(), frozenset(), False),
    ],
)
def test_what_the_message_tells_decides_what_can_start(
    maak_tracker: Callable[..., DialogueStateTracker],
    bericht: Callable[..., list[Event]],
    entiteiten: list[dict[str, Any]],
    vertelt: frozenset[str],
    vermeldt: frozenset[str],
    ontwerp: bool,
) -> None:
    """The grammar says whether it is enough; another guide has no such word, and always starts."""
    stand = lees_stand(maak_tracker(*bericht("werking", "tekst", entiteiten)))
    assert (vertelt, vermeldt, ontwerp) == (stand.vertelt, stand.vermeldt, stand.vraagt_ontwerp)


@pytest.mark.parametrize(
    ("fase", "na"), [(None, True), (NA_RESULTAAT, True), (IN_OVERMACHT, False), (IN_STOPPEN, False)]
)
def test_the_guide_has_ended_when_its_dossier_is_there_without_its_phase(
    maak_tracker: Callable[..., DialogueStateTracker], bericht: Callable[..., list[Event]], fase: str | None, na: bool
) -> None:
    """The slots of the turn before decide."""
    tracker = maak_tracker(SlotSet("dossier", DOSSIER), SlotSet("fase", fase), *bericht("werking", "tekst"))
    assert na == lees_stand(tracker).na_overmacht


# -- what is kept


def bewaard(domain: Domain, *turn: Event, fase: str | None = None) -> dict[str, Any]:
    """The slots that are still there after a turn was saved."""
    events: list[Event] = [
        SessionStarted(),
        UserUttered("hallo", {"name": "begroeting", "confidence": 1.0}),
        ActionExecuted(OVERMACHT_NAGAAN),
        SlotSet("dossier", DOSSIER),
        SlotSet("fase", fase),
        *turn,
    ]
    tracker = DialogueStateTracker.from_events("student", events, slots=domain.slots)
    return {event["name"]: event["value"] for event in verkort(tracker) if event["event"] == "slot"}


@pytest.mark.parametrize("zet", sorted(BIJ_OVERMACHT))
def test_what_was_told_is_kept_while_the_topic_lasts(domain: Domain, zet: str) -> None:
    """So that a letter asked for after one more question is still filled in."""
    vraag = UserUttered("welk bewijs", {"name": "overmacht_bewijs", "confidence": 1.0})
    assert DOSSIER == bewaard(domain, vraag, ActionExecuted(zet), BotUttered("zo"))["dossier"]


@pytest.mark.parametrize("zet", ["utter_startkrediet", "action_terugval", "action_saldo_berekenen"])
@pytest.mark.parametrize("fase", [None, NA_RESULTAAT])
def test_what_was_told_is_forgotten_with_the_next_topic(domain: Domain, zet: str, fase: str | None) -> None:
    """That somebody asked about overmacht is nobody's business afterwards."""
    vraag = UserUttered("iets anders", {"name": "startkrediet", "confidence": 1.0})
    assert "dossier" not in bewaard(domain, vraag, ActionExecuted(zet), BotUttered("zo"), fase=fase)


@pytest.mark.parametrize("fase", [IN_OVERMACHT, IN_STOPPEN])
def test_a_question_in_between_does_not_empty_an_open_guide(domain: Domain, fase: str) -> None:
    """It goes on with what it was told."""
    vraag = UserUttered("iets anders", {"name": "startkrediet", "confidence": 1.0})
    assert (
        DOSSIER
        == bewaard(domain, vraag, ActionExecuted("utter_startkrediet"), ActionExecuted(HERVAT), fase=fase)["dossier"]
    )


def test_an_answer_in_the_guide_comes_before_a_doubtful_starting_over() -> None:
    """A button and sure words of starting over still lead out."""
    twijfel = Stand("opnieuw", 0.4, fase=IN_OVERMACHT, vermeldt=EIGEN, woorden=6)
    assert (OVERMACHT_NAGAAN,) == plan(twijfel)
    assert REGELS["opnieuw"] == plan(Stand("opnieuw", 0.95, fase=IN_OVERMACHT, vermeldt=EIGEN, woorden=6))


def test_a_question_about_the_raad_is_answered_by_the_guide() -> None:
    """During it and just after it; elsewhere the words may be about anything."""
    zeker = frozenset(("raad_zeker", "vraag"))
    assert (OVERMACHT_NAGAAN,) == plan(Stand("heropbouw", fase=IN_OVERMACHT, houding=zeker))
    assert (OVERMACHT_NAGAAN,) == plan(Stand("heropbouw", na_overmacht=True, houding=zeker))
    assert REGELS["heropbouw"] == plan(Stand("heropbouw", houding=zeker))


def test_who_asks_points_back_is_not_computed() -> None:
    """With a case the guide starts; without one the conditions are told."""
    vraagt = frozenset(("raad_terug",))
    stand = Stand("saldo_berekenen", houding=vraagt, heeft_feiten=True, fase=NA_RESULTAAT, vertelt=EIGEN)
    assert (OVERMACHT_NAGAAN,) == plan(stand)
    assert REGELS["overmacht_voorwaarden"] == plan(Stand("saldo_berekenen", houding=vraagt, heeft_feiten=True))


def test_too_late_is_answered_before_the_case() -> None:
    """There is no last day."""
    laat = Stand("overmacht_voorwaarden", vertelt=EIGEN, houding=frozenset(("raad_te_laat",)))
    assert (*REGELS["overmacht_termijn"], OVERMACHT_NAGAAN) == plan(laat)


def test_a_case_taken_for_a_yes_when_nothing_was_asked_starts_the_guide() -> None:
    """The last of a case that is told in pieces."""
    assert (OVERMACHT_NAGAAN,) == plan(Stand("bevestigen", vertelt=EIGEN, woorden=12))
