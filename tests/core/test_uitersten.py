"""The lowest and highest outcome of a running year, with the doubling known and unknown."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from leerkrediet_core import InvoerFout
from leerkrediet_core import bereken
from leerkrediet_core import best_en_slechtst
from leerkrediet_core import lees_loopbaan
from leerkrediet_core import mogelijke_verdubbeling
from leerkrediet_core import uitersten
from leerkrediet_core.invoer import Loopbaan
from tests.core.strategies import loopbanen
from tests.core.test_eigenschappen import instellingen_van_test


INSCHRIJVING = {"soort": "inschrijving", "studiepunten": 60}


def loopbaan(*gebeurtenissen: dict[str, Any], **velden: Any) -> Loopbaan:
    """A career as JSON gives it."""
    return lees_loopbaan({**velden, "gebeurtenissen": list(gebeurtenissen)})


def test_a_starter_with_sixty_ends_between_80_and_200() -> None:
    """And each end has its ledger."""
    einde = uitersten(loopbaan(INSCHRIJVING))
    assert (80, 200, 60) == (einde.slechtst.saldo, einde.best.saldo, einde.openstaand)
    assert ["inschrijving", "verworven", "verdubbeling"] == [stap.regel.id for stap in einde.best.stappen]
    assert not einde.staat_vast


def test_with_a_balance_told_and_nothing_of_doubling_the_outcome_is_wider() -> None:
    """From 170 at most 30 can still be doubled."""
    jaar = loopbaan(INSCHRIJVING, startsaldo=170)
    einde = uitersten(jaar, bonus_over=mogelijke_verdubbeling(170))
    assert (110, 200) == (einde.slechtst.saldo, einde.best.saldo)


def test_results_in_part_may_have_been_doubled_or_not() -> None:
    """Forty of sixty are in: between nothing more and nothing doubled, and all of it doubled."""
    jaar = loopbaan(INSCHRIJVING, {"soort": "resultaat", "verworven": 40}, startsaldo=100, bonus_over=0)
    einde = uitersten(jaar, bonus_over=(0, 60))
    assert (80, 160, 20) == (einde.slechtst.saldo, einde.best.saldo, einde.openstaand)


def test_a_year_with_two_contracts_opens_both() -> None:
    """Sixty doubled and six that are not."""
    credit = {"soort": "inschrijving", "studiepunten": 6, "contract": "creditcontract"}
    einde = uitersten(loopbaan(INSCHRIJVING, credit))
    assert (74, 200) == (einde.slechtst.saldo, einde.best.saldo)


def test_a_later_year_that_is_asked_for_counts_what_grows_back() -> None:
    """Nothing acquired leaves 20 and then 30; all acquired leaves more than 60, which does not grow."""
    einde = uitersten(
        loopbaan({**INSCHRIJVING, "academiejaar": "2024-2025"}, startsaldo=80, stand_in="2026-2027"),
    )
    assert (30, 140) == (einde.slechtst.saldo, einde.best.saldo)


def test_where_nothing_is_open_and_the_doubling_known_the_outcome_is_one() -> None:
    """The career itself, twice."""
    einde = uitersten(loopbaan(INSCHRIJVING, {"soort": "resultaat", "verworven": 60}))
    assert einde.staat_vast
    assert (200, 0) == (einde.best.saldo, einde.openstaand)


@pytest.mark.parametrize(("saldo", "hoogstens"), [(-500, 60), (140, 60), (141, 59), (170, 30), (199, 1), (200, 0)])
def test_a_balance_above_the_start_leaves_less_to_double(saldo: int, hoogstens: int) -> None:
    """Each point above 140 was doubled."""
    assert (0, hoogstens) == mogelijke_verdubbeling(saldo)


@pytest.mark.parametrize("saldo", [-501, 201])
def test_a_balance_that_cannot_be_is_refused(saldo: int) -> None:
    """Just outside the limits."""
    with pytest.raises(InvoerFout, match="-500 tot 200") as gevangen:
        mogelijke_verdubbeling(saldo)
    assert "startsaldo" == gevangen.value.veld


@pytest.mark.parametrize("reeks", [(-1, 60), (0, 61), (31, 30)])
def test_a_range_of_doubling_that_cannot_be_is_refused(reeks: tuple[int, int]) -> None:
    """The field and the limits are named."""
    with pytest.raises(InvoerFout, match="van 0 tot 60") as gevangen:
        uitersten(loopbaan(INSCHRIJVING), bonus_over=reeks)
    assert "bonus_over" == gevangen.value.veld


def _met_open_jaar(invoer: dict[str, Any], opgenomen: int) -> dict[str, Any]:
    """The career with a year after it that has no result yet."""
    jaar = {"soort": "inschrijving", "studiepunten": opgenomen, "academiejaar": "2060-2061"}
    return {**invoer, "gebeurtenissen": [*invoer["gebeurtenissen"], jaar]}


@given(loopbanen(met_stand=False), st.integers(0, 75), st.integers(0, 75), st.integers(0, 60), st.integers(0, 60))
@instellingen_van_test
def test_every_outcome_lies_between_the_two_whatever_the_doubling_was(
    invoer: dict[str, Any], opgenomen: int, verworven: int, laag: int, hoog: int
) -> None:
    """Also through rebuilding, top-ups and diplomas of the years before."""
    laag, hoog = sorted((laag, hoog))
    lopend = _met_open_jaar(invoer, opgenomen)
    einde = uitersten(lees_loopbaan(lopend), bonus_over=(laag, hoog))
    resultaat = {"soort": "resultaat", "verworven": min(verworven, opgenomen), "academiejaar": "2060-2061"}
    for bonus in {laag, (laag + hoog) // 2, hoog}:
        afloop = {**lopend, "bonus_over": bonus, "gebeurtenissen": [*lopend["gebeurtenissen"], resultaat]}
        assert einde.slechtst.saldo <= bereken(lees_loopbaan(afloop)).saldo <= einde.best.saldo


@given(loopbanen(met_stand=False), st.integers(0, 75))
@settings(parent=instellingen_van_test, max_examples=50)
def test_with_the_doubling_known_it_says_the_same_as_the_sum(invoer: dict[str, Any], opgenomen: int) -> None:
    """Adding up what is open and playing the year out give one answer."""
    gelezen = lees_loopbaan(_met_open_jaar(invoer, opgenomen))
    einde, bereik = uitersten(gelezen), best_en_slechtst(bereken(gelezen))
    assert (bereik.slechtst, bereik.best) == (einde.slechtst.saldo, einde.best.saldo)
    assert bereik.bonus_over_na_best == einde.best.bonus_over
