"""What can explain that a real balance differs from the computed one."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from leerkrediet_core import bereken
from leerkrediet_core import lees_loopbaan
from leerkrediet_core import verklaringen
from leerkrediet_core.watals import als_gegevens
from tests.core.strategies import loopbanen
from tests.core.test_eigenschappen import instellingen_van_test


INSCHRIJVING = {"soort": "inschrijving", "studiepunten": 60}
RESULTAAT = {"soort": "resultaat", "verworven": 45}
IN_2024 = {"academiejaar": "2024-2025"}


def gevonden(saldo: int, *gebeurtenissen: dict[str, Any], **velden: Any) -> list[tuple[str, int | None]]:
    """Kind and number of each explanation."""
    loopbaan = lees_loopbaan({**velden, "gebeurtenissen": list(gebeurtenissen)})
    return [(verklaring.soort, verklaring.aantal) for verklaring in verklaringen(loopbaan, saldo)]


def test_burgerprofiel_says_116_and_the_computation_170() -> None:
    """An enrolment of 54 that was not told is one; 27 points that do not count is the other."""
    assert [("minder_geslaagd", 27), ("extra_inschrijving", 54)] == gevonden(116, INSCHRIJVING, RESULTAAT)


# Per kind a career that computes to one balance, and the real one that it explains.
@pytest.mark.parametrize(
    ("soort", "aantal", "saldo", "gebeurtenissen", "velden"),
    [
        ("resultaat_wacht", None, 80, [INSCHRIJVING, RESULTAAT], {}),
        (
            "resultaat_wacht",
            None,
            80,
            [
                {**INSCHRIJVING, **IN_2024},
                {**RESULTAAT, "verworven": 30, **IN_2024},
                {**RESULTAAT, "verworven": 12, **IN_2024},
            ],
            {},
        ),
        ("inschrijving_wacht", None, 170, [INSCHRIJVING, RESULTAAT, INSCHRIJVING], {}),
        (
            "uitschrijving_wacht",
            None,
            80,
            [INSCHRIJVING, {"soort": "uitschrijving", "datum": "2026-11-20", "zonder_examen": {"semester1": 60}}],
            {"instelling": "EhB"},
        ),
        (
            "teruggave_wacht",
            None,
            170,
            [INSCHRIJVING, RESULTAAT, {"soort": "teruggave_overmacht", "studiepunten": 6}],
            {},
        ),
        (
            "heropbouw_wacht",
            None,
            20,
            [{**INSCHRIJVING, **IN_2024}, {**RESULTAAT, "verworven": 0, **IN_2024}],
            {"startsaldo": 80, "stand_in": "2027-2028"},
        ),
        ("masterdiploma_wacht", None, 170, [INSCHRIJVING, RESULTAAT, {"soort": "masterdiploma"}], {}),
        ("masterdiploma", None, 30, [INSCHRIJVING, RESULTAAT], {}),
        ("geen_verdubbeling", None, 125, [INSCHRIJVING, RESULTAAT], {}),
        ("creditcontract", None, 125, [INSCHRIJVING, RESULTAAT], {}),
        ("geen_leerkrediet", None, 140, [INSCHRIJVING, RESULTAAT], {}),
        ("wel_leerkrediet", None, 170, [{**INSCHRIJVING, "opleiding": "graduaat"}, RESULTAAT], {}),
        ("wel_leerkrediet", None, 170, [{**INSCHRIJVING, "contract": "examencontract"}, RESULTAAT], {}),
        ("minder_verdubbeling", 39, 164, [INSCHRIJVING, RESULTAAT], {}),
        ("minder_geslaagd", 3, 164, [INSCHRIJVING, RESULTAAT], {}),
        ("meer_geslaagd", 6, 182, [INSCHRIJVING, RESULTAAT], {}),
        ("extra_inschrijving", 6, 164, [INSCHRIJVING, RESULTAAT], {}),
    ],
)
def test_each_kind_explains_a_difference(
    soort: str, aantal: int | None, saldo: int, gebeurtenissen: list[dict[str, Any]], velden: dict[str, Any]
) -> None:
    """With the number that was solved for, where it has one."""
    assert (soort, aantal) in gevonden(saldo, *gebeurtenissen, **velden)


def test_an_earlier_year_under_a_creditcontract_leaves_the_results_of_a_later_one_where_they_are() -> None:
    """Neither result names its contract; the year is named in the sentence."""
    loopbaan = lees_loopbaan(
        {
            "gebeurtenissen": [
                {**INSCHRIJVING, **IN_2024},
                {**RESULTAAT, "verworven": 50, **IN_2024},
                {**INSCHRIJVING, "academiejaar": "2025-2026"},
                {**RESULTAAT, "verworven": 20, "academiejaar": "2025-2026"},
            ]
        }
    )
    # 140 - 60 + 50 - 60 + 20 + 20, where the first year doubles nothing.
    zinnen = [v.zin for v in verklaringen(loopbaan, 110) if v.soort == "creditcontract"]
    assert ["Je nam in 2024-2025 60 studiepunten op onder een creditcontract."] == zinnen


def test_what_had_no_number_to_choose_comes_before_what_was_fitted() -> None:
    """And of the fitted the smallest change first."""
    aantallen = [aantal or 0 for _, aantal in gevonden(140, INSCHRIJVING, RESULTAAT)]
    assert 4 == len(aantallen)
    assert sorted(aantallen) == aantallen


def test_nothing_needs_explaining_when_the_two_agree_nor_is_nonsense_explained() -> None:
    """No difference, and one that no single change makes."""
    assert [] == gevonden(170, INSCHRIJVING, RESULTAAT)
    assert [] == gevonden(-499, INSCHRIJVING, RESULTAAT)
    assert [] == gevonden(200, INSCHRIJVING, {**RESULTAAT, "verworven": 60})


def test_a_career_of_hundreds_of_years_is_explained_in_time() -> None:
    """Only its latest years are looked at."""
    jaar = [{**INSCHRIJVING, "studiepunten": 1}, {**RESULTAAT, "verworven": 1}]
    begin = time.perf_counter()
    assert ("extra_inschrijving", 7) in gevonden(193, *jaar * 400)
    assert 60 > time.perf_counter() - begin


@given(loopbanen(), st.integers(-90, 90))
@settings(parent=instellingen_van_test, max_examples=60)
def test_every_explanation_really_gives_the_balance(invoer: dict[str, Any], verschil: int) -> None:
    """Its career can be written down and read again, and its sentence is one."""
    loopbaan = lees_loopbaan(invoer)
    saldo = bereken(loopbaan).saldo + verschil
    for verklaring in verklaringen(loopbaan, saldo):
        assert saldo == verklaring.grootboek.saldo == bereken(lees_loopbaan(als_gegevens(verklaring.loopbaan))).saldo
        assert verklaring.zin.endswith(".")
        assert verklaring.aantal is None or str(verklaring.aantal) in verklaring.zin


@given(loopbanen(met_stand=False), st.integers(1, 75))
@settings(parent=instellingen_van_test, max_examples=60)
def test_points_that_went_off_and_were_not_told_are_always_found(invoer: dict[str, Any], aantal: int) -> None:
    """Of every career that says in which year it is."""
    extra = {"soort": "inschrijving", "studiepunten": aantal}
    if invoer["gebeurtenissen"]:
        extra["academiejaar"] = invoer["gebeurtenissen"][-1]["academiejaar"]
    echt = bereken(lees_loopbaan({**invoer, "gebeurtenissen": [*invoer["gebeurtenissen"], extra]})).saldo
    berekend = bereken(lees_loopbaan(invoer)).saldo
    soorten = {v.soort for v in verklaringen(lees_loopbaan(invoer), echt)}
    assert "extra_inschrijving" in soorten or echt == berekend
