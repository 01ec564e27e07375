"""How a balance grows back over the years, and when it is full."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerkrediet_core import Academiejaar
from leerkrediet_core import InvoerFout
from leerkrediet_core import bereken
from leerkrediet_core import lees_loopbaan
from leerkrediet_core import opbouw
from leerkrediet_core import opbouw_van
from leerkrediet_core.opbouw import Opbouw
from tests.core.strategies import loopbanen
from tests.core.test_eigenschappen import instellingen_van_test


def jaren(uitkomst: Opbouw) -> dict[int, int]:
    """Balance by the calendar year in which the academic year starts."""
    return {jaar.start: saldo for jaar, saldo in uitkomst.saldi.items()}


def test_who_stopped_after_2022_2023_with_18_has_28_in_2024_2025_and_60_in_2028_2029() -> None:
    """One year without enrolment first, then ten a year, and the last step as far as it goes."""
    uitkomst = opbouw_van(18, Academiejaar(2022))
    assert {2022: 18, 2023: 18, 2024: 28, 2025: 38, 2026: 48, 2027: 58, 2028: 60} == jaren(uitkomst)
    assert (Academiejaar(2024), Academiejaar(2028)) == (uitkomst.begint_in, uitkomst.vol_in)
    assert 48 == uitkomst.in_jaar(Academiejaar(2026))
    assert 60 == uitkomst.in_jaar(Academiejaar(2040))
    with pytest.raises(InvoerFout, match="2021-2022 ligt voor 2022-2023"):
        uitkomst.in_jaar(Academiejaar(2021))


def test_after_a_masters_diploma_it_starts_a_year_earlier() -> None:
    """194 less 140 is 54, and the year after it is 60."""
    uitkomst = opbouw_van(54, Academiejaar(2025), masterdiploma=True)
    assert {2025: 54, 2026: 60} == jaren(uitkomst)
    loopbaan = lees_loopbaan(
        {"startsaldo": 194, "gebeurtenissen": [{"soort": "masterdiploma", "academiejaar": "2025-2026"}]}
    )
    assert jaren(uitkomst) == jaren(opbouw(loopbaan))


@pytest.mark.parametrize("saldo", [60, 61, 140, 200])
@pytest.mark.parametrize("masterdiploma", [False, True])
def test_from_sixty_on_nothing_grows(saldo: int, masterdiploma: bool) -> None:
    """With and without a diploma."""
    uitkomst = opbouw_van(saldo, Academiejaar(2020), masterdiploma=masterdiploma)
    assert {saldo} == set(uitkomst.saldi.values())
    assert (None, None) == (uitkomst.begint_in, uitkomst.vol_in)


def test_it_happens_once() -> None:
    """Who rebuilt before keeps what is left."""
    uitkomst = opbouw_van(18, Academiejaar(2022), al_opgebouwd=True)
    assert ({2022: 18}, None) == (jaren(uitkomst), uitkomst.begint_in)


def test_a_year_in_a_schakelprogramma_counts_as_a_year_away() -> None:
    """It uses no leerkrediet, so it is no enrolment that holds rebuilding back."""
    gebeurtenissen = [
        {"soort": "inschrijving", "studiepunten": 60, "academiejaar": "2022-2023"},
        {"soort": "resultaat", "verworven": 0, "academiejaar": "2022-2023"},
        {
            "soort": "inschrijving",
            "studiepunten": 60,
            "opleiding": "schakelprogramma",
            "academiejaar": "2023-2024",
        },
    ]
    uitkomst = opbouw(lees_loopbaan({"startsaldo": 78, "gebeurtenissen": gebeurtenissen}))
    assert {2023: 18, 2024: 28} == {jaar: saldo for jaar, saldo in jaren(uitkomst).items() if jaar < 2025}


@pytest.mark.parametrize(
    ("gebeurtenissen", "veld"),
    [
        ([], "gebeurtenissen[0].academiejaar"),
        ([{"soort": "inschrijving", "studiepunten": 60}], "gebeurtenissen[0].academiejaar"),
        (
            [{"soort": "inschrijving", "studiepunten": 60, "academiejaar": "2022-2023"}, {"soort": "masterdiploma"}],
            "gebeurtenissen[1].academiejaar",
        ),
    ],
)
def test_without_academic_years_it_cannot_be_said(gebeurtenissen: list[dict[str, Any]], veld: str) -> None:
    """The event that lacks one is named."""
    with pytest.raises(InvoerFout) as gevangen:
        opbouw(lees_loopbaan({"gebeurtenissen": gebeurtenissen}))
    assert veld == gevangen.value.veld


@pytest.mark.parametrize(
    ("saldo", "jaar", "veld"), [(-501, 2020, "saldo"), (201, 2020, "saldo"), (18, 2007, "laatst_ingeschreven")]
)
def test_a_balance_or_year_that_cannot_be_is_refused(saldo: int, jaar: int, veld: str) -> None:
    """By the name of the argument."""
    with pytest.raises(InvoerFout) as gevangen:
        opbouw_van(saldo, Academiejaar(jaar))
    assert veld == gevangen.value.veld


@given(st.integers(-500, 200), st.integers(2008, 2050), st.booleans())
@instellingen_van_test
def test_a_balance_grows_by_at_most_ten_a_year_and_never_beyond_sixty(
    saldo: int, jaar: int, masterdiploma: bool
) -> None:
    """Each year's balance is that of the year before or more, and a full one ends it."""
    uitkomst = opbouw_van(saldo, Academiejaar(jaar), masterdiploma=masterdiploma)
    saldi = [uitkomst.saldi[j] for j in sorted(uitkomst.saldi)]
    assert saldo == saldi[0]
    assert all(0 <= later - eerder <= 10 for eerder, later in pairwise(saldi))
    assert max(saldo, 60) == saldi[-1]
    assert (saldo < 60) == (uitkomst.vol_in is not None)
    if uitkomst.vol_in is not None:
        wacht = 1 if masterdiploma else 2
        assert jaar + wacht == uitkomst.begint_in.start
        assert jaar + wacht + (60 - saldo - 1) // 10 == uitkomst.vol_in.start


@given(loopbanen(met_stand=False).filter(lambda invoer: invoer["gebeurtenissen"]), st.integers(0, 8))
@instellingen_van_test
def test_each_year_is_what_the_ledger_says_for_that_year(invoer: dict[str, Any], later: int) -> None:
    """Also beyond the last year that is listed."""
    uitkomst = opbouw(lees_loopbaan(invoer))
    jaar = Academiejaar(min(uitkomst.saldi).start + later)
    assert bereken(lees_loopbaan({**invoer, "stand_in": str(jaar)})).saldo == uitkomst.in_jaar(jaar)
