"""The figures of the measurements: what is counted, and how."""

from __future__ import annotations

import pytest

from benchmarks.maten import Oordeel
from benchmarks.maten import aandeel_goed
from benchmarks.maten import gaat_over_studeren
from benchmarks.maten import mediaan
from benchmarks.maten import per_intent
from benchmarks.maten import percentiel
from benchmarks.maten import steekproef
from benchmarks.maten import verwarringen
from benchmarks.maten import zonder_letterlijke


def oordeel(juist: str, antwoord: str, tekst: str = "") -> Oordeel:
    return Oordeel(juist, ((antwoord, 0.6), ("hulp", 0.3)), antwoord, tekst)


@pytest.mark.parametrize(
    ("waarden", "deel", "verwacht"),
    [
        ([7.0], 0.95, 7.0),
        ([3.0, 1.0, 2.0], 0.5, 2.0),
        ([1.0, 2.0, 3.0, 4.0], 0.5, 2.5),
        ([float(n) for n in range(101)], 0.95, 95.0),
        ([4.0, 1.0], 0.0, 1.0),
        ([4.0, 1.0], 1.0, 4.0),
    ],
)
def test_percentiel_interpolates_between_sorted_values(waarden: list[float], deel: float, verwacht: float) -> None:
    assert verwacht == pytest.approx(percentiel(waarden, deel))


@pytest.mark.parametrize(("waarden", "deel"), [([], 0.5), ([1.0], 1.01), ([1.0], -0.01)])
def test_percentiel_refuses_what_has_no_answer(waarden: list[float], deel: float) -> None:
    with pytest.raises(ValueError, match="percentiel"):
        percentiel(waarden, deel)


def test_mediaan_is_not_moved_by_one_slow_message() -> None:
    assert 10.0 == mediaan([9.0, 10.0, 11.0, 10.0, 5000.0])


@pytest.mark.parametrize(
    ("juist", "antwoord", "goed"),
    [
        ("werking", "werking", True),
        ("werking", "tolerantie", False),
        ("werking", "nlu_fallback", False),
        ("werking", "buiten_bereik_examen", False),
        ("buiten_bereik", "buiten_bereik", True),
        ("buiten_bereik", "buiten_bereik_examen", True),
        ("buiten_bereik", "nlu_fallback", True),
        ("buiten_bereik", "werking", False),
    ],
)
def test_out_of_scope_any_rejection_is_right_and_in_scope_only_the_intent_itself(
    juist: str, antwoord: str, goed: bool
) -> None:
    assert goed is oordeel(juist, antwoord).goed


@pytest.mark.parametrize(
    ("drempel", "verschil", "antwoord"),
    [(0.6, 0.0, "werking"), (0.61, 0.0, "nlu_fallback"), (0.0, 0.29, "werking"), (0.0, 0.31, "nlu_fallback")],
)
def test_threshold_rejects_below_and_not_at(drempel: float, verschil: float, antwoord: str) -> None:
    assert antwoord == oordeel("werking", "werking").met_drempel(drempel, verschil).antwoord


def test_threshold_can_also_take_a_rejection_back() -> None:
    """The curve starts from the ranking, not from what the model as configured made of it."""
    geweigerd = Oordeel("werking", (("werking", 0.15), ("hulp", 0.1)), "nlu_fallback")
    assert not geweigerd.goed
    assert geweigerd.met_drempel(0.1).goed


def test_aandeel_goed_counts_messages() -> None:
    oordelen = [oordeel("werking", "werking"), oordeel("werking", "hulp"), oordeel("buiten_bereik", "nlu_fallback")]
    assert 2 / 3 == pytest.approx(aandeel_goed(oordelen))
    assert aandeel_goed([]) == 0.0


def test_per_intent_puts_the_worst_share_first_and_leaves_out_what_is_out_of_scope() -> None:
    oordelen = [
        oordeel("hulp", "hulp"),
        oordeel("werking", "werking"),
        oordeel("werking", "nlu_fallback"),
        oordeel("buiten_bereik", "werking"),
    ]
    assert [("werking", (1, 2)), ("hulp", (1, 1))] == list(per_intent(oordelen).items())


def test_verwarringen_takes_all_rejections_together() -> None:
    oordelen = [
        oordeel("werking", "nlu_fallback"),
        oordeel("werking", "buiten_bereik_examen"),
        oordeel("buiten_bereik", "hulp"),
        oordeel("hulp", "hulp"),
    ]
    assert [("werking", "(geweigerd)", 2), ("(buiten)", "hulp", 1)] == verwarringen(oordelen, 5)
    assert 1 == len(verwarringen(oordelen, 1))


BERICHTEN = {"a": [f"a{n}" for n in range(40)], "b": [f"b{n}" for n in range(3)]}


def test_steekproef_takes_so_many_or_such_a_share_of_each_intent() -> None:
    assert {"a": 10, "b": 3} == {intent: len(t) for intent, t in steekproef(BERICHTEN, 10, 7).items()}
    assert {"a": 10, "b": 1} == {intent: len(t) for intent, t in steekproef(BERICHTEN, 0.25, 7).items()}


def test_a_larger_steekproef_holds_the_smaller_and_another_seed_gives_another_one() -> None:
    klein, groot = steekproef(BERICHTEN, 10, 7)["a"], steekproef(BERICHTEN, 20, 7)["a"]
    assert klein == groot[:10]
    assert klein != steekproef(BERICHTEN, 10, 8)["a"]


def test_steekproef_of_an_intent_does_not_depend_on_the_others() -> None:
    assert steekproef(BERICHTEN, 10, 7)["a"] == steekproef({"a": BERICHTEN["a"]}, 10, 7)["a"]


def test_zonder_letterlijke_ignores_capitals_and_spaces() -> None:
    oordelen = [oordeel("hulp", "hulp", "HELP  mij"), oordeel("hulp", "hulp", "help mij eens")]
    assert ["help mij eens"] == [o.tekst for o in zonder_letterlijke(oordelen, {"help mij "})]


@pytest.mark.parametrize(
    ("tekst", "dichtbij"),
    [
        ("Wanneer komt het EXAMENROOSTER online?", True),
        ("krijg ik meer tijt op mijn exaamen", True),
        ("tot wanneer kan ik een studiebeurs aanvragen", True),
        ("hoe bakt ge brownies", False),
        ("waarom is de lucht blauw", False),
    ],
)
def test_near_is_what_speaks_of_studying(tekst: str, dichtbij: bool) -> None:
    assert dichtbij is gaat_over_studeren(tekst)
