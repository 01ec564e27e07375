"""The least to pass for a goal: what it is, that it is the least, and when it is out of reach."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerkrediet_core import Academiejaar
from leerkrediet_core import InvoerFout
from leerkrediet_core import bereken
from leerkrediet_core import lees_loopbaan
from leerkrediet_core import minst_te_slagen
from leerkrediet_core.invoer import Inschrijving
from leerkrediet_core.invoer import Loopbaan
from tests.core.strategies import loopbanen
from tests.core.test_eigenschappen import instellingen_van_test


INSCHRIJVING = {"soort": "inschrijving", "studiepunten": 60}


def loopbaan(*gebeurtenissen: dict[str, Any], **velden: Any) -> Loopbaan:
    """A career as JSON gives it."""
    return lees_loopbaan({**velden, "gebeurtenissen": list(gebeurtenissen)})


@pytest.mark.parametrize(
    ("saldo", "minst", "eind"),
    [(200, 60, 200), (199, 60, 200), (198, 59, 198), (140, 30, 140), (141, 31, 142), (81, 1, 82), (80, 0, 80)],
)
def test_a_starter_passes_half_of_what_is_doubled(saldo: int, minst: int, eind: int) -> None:
    """With an odd difference one point more, which ends one above the goal."""
    doel = minst_te_slagen(loopbaan(INSCHRIJVING), saldo)
    assert (minst, eind) == (doel.zeker.minst, doel.zeker.grootboek.saldo)
    assert doel.zeker == doel.gunstig
    assert 60 == doel.openstaand


def test_without_doubling_each_point_counts_once() -> None:
    """From 100 down to 40 and back."""
    jaar = loopbaan(INSCHRIJVING, startsaldo=100, bonus_over=0)
    assert 60 == minst_te_slagen(jaar, 100).zeker.minst
    assert 20 == minst_te_slagen(jaar, 60).zeker.minst


def test_where_the_doubling_ends_halfway_it_is_counted_as_far_as_it_goes() -> None:
    """From 110: fifteen doubled are 30, and the rest once."""
    jaar = loopbaan(INSCHRIJVING, startsaldo=170, bonus_over=15)
    assert 35 == minst_te_slagen(jaar, 160).zeker.minst


def test_a_goal_out_of_reach_names_the_highest_that_is_not() -> None:
    """And what that takes."""
    te_slagen = minst_te_slagen(loopbaan(INSCHRIJVING, startsaldo=100, bonus_over=0), 101).zeker
    assert te_slagen.minst is None
    assert (40, 100) == (te_slagen.saldo_met_niets, te_slagen.saldo_met_alles)
    assert 100 == te_slagen.grootboek.saldo


def test_with_everything_known_nothing_is_left_to_pass() -> None:
    """The goal is reached or it is not."""
    af = loopbaan(INSCHRIJVING, {"soort": "resultaat", "verworven": 60})
    assert (0, None) == (minst_te_slagen(af, 200).zeker.minst, minst_te_slagen(loopbaan(), 141).zeker.minst)


def test_a_year_to_come_can_be_supposed() -> None:
    """After 45 of 60 the balance is 170, and 15 may still be doubled."""
    af = loopbaan(
        {**INSCHRIJVING, "academiejaar": "2025-2026"},
        {"soort": "resultaat", "verworven": 45, "academiejaar": "2025-2026"},
    )
    komend = Inschrijving(studiepunten=60, academiejaar=Academiejaar(2026))
    doel = minst_te_slagen(af, 160, komend=komend)
    assert (35, 60) == (doel.zeker.minst, doel.openstaand)


def test_what_is_doubled_is_passed_before_what_is_not() -> None:
    """Ten points above the 74 that passing nothing leaves take five of the diplomacontract."""
    credit = {"soort": "inschrijving", "studiepunten": 6, "contract": "creditcontract"}
    for jaar in (loopbaan(INSCHRIJVING, credit), loopbaan(credit, INSCHRIJVING)):
        assert 5 == minst_te_slagen(jaar, 84).zeker.minst
        assert 66 == minst_te_slagen(jaar, 200).zeker.minst


def test_with_the_doubling_unknown_there_is_a_sure_number_and_a_lucky_one() -> None:
    """Thirty above what passing nothing leaves."""
    doel = minst_te_slagen(loopbaan(INSCHRIJVING, startsaldo=130), 100, bonus_over=(0, 60))
    assert (30, 15) == (doel.zeker.minst, doel.gunstig.minst)


@pytest.mark.parametrize("saldo", [-501, 201])
def test_a_goal_that_no_balance_can_be_is_refused(saldo: int) -> None:
    """Just inside the limits it is not."""
    with pytest.raises(InvoerFout, match="-500 tot 200") as gevangen:
        minst_te_slagen(loopbaan(INSCHRIJVING), saldo)
    assert "doel" == gevangen.value.veld
    assert 0 == minst_te_slagen(loopbaan(INSCHRIJVING), -500).zeker.minst


@given(loopbanen(met_stand=False), st.integers(0, 75), st.integers(0, 20), st.integers(-500, 200))
@instellingen_van_test
def test_it_is_the_least_that_is_enough(invoer: dict[str, Any], opgenomen: int, credit: int, saldo: int) -> None:
    """One point less does not reach the goal, however it is dealt out over the contracts."""
    jaar = {"academiejaar": "2060-2061"}
    lopend = [
        *invoer["gebeurtenissen"],
        {"soort": "inschrijving", "studiepunten": opgenomen, **jaar},
        {"soort": "inschrijving", "studiepunten": credit, "contract": "creditcontract", **jaar},
    ]

    def einde(diploma: int, los: int) -> int:
        resultaten = [
            {"soort": "resultaat", "verworven": diploma, "contract": "diplomacontract", **jaar},
            {"soort": "resultaat", "verworven": los, "contract": "creditcontract", **jaar},
        ]
        volledig = [{**r, "opleiding": "bachelor"} for r in resultaten]
        return bereken(lees_loopbaan({**invoer, "gebeurtenissen": [*lopend, *volledig]})).saldo

    def hoogste(verworven: int) -> int:
        kansen = range(max(0, verworven - credit), min(opgenomen, verworven) + 1)
        return max(einde(diploma, verworven - diploma) for diploma in {kansen[0], kansen[-1]})

    te_slagen = minst_te_slagen(lees_loopbaan({**invoer, "gebeurtenissen": lopend}), saldo).zeker
    assert (einde(0, 0), einde(opgenomen, credit)) == (te_slagen.saldo_met_niets, te_slagen.saldo_met_alles)
    if te_slagen.minst is None:
        assert hoogste(opgenomen + credit) == te_slagen.grootboek.saldo < saldo
        return
    assert hoogste(te_slagen.minst) == te_slagen.grootboek.saldo >= saldo
    if te_slagen.minst:
        assert hoogste(te_slagen.minst - 1) < saldo


@given(loopbanen(met_stand=False), st.integers(0, 75), st.integers(-500, 199))
@instellingen_van_test
def test_a_higher_goal_never_takes_less(invoer: dict[str, Any], opgenomen: int, saldo: int) -> None:
    """What is out of reach stays so for all that is higher."""
    jaar = {"soort": "inschrijving", "studiepunten": opgenomen, "academiejaar": "2060-2061"}
    gelezen = lees_loopbaan({**invoer, "gebeurtenissen": [*invoer["gebeurtenissen"], jaar]})
    een, hoger = (minst_te_slagen(gelezen, doel).zeker.minst for doel in (saldo, saldo + 1))
    assert hoger is None or (een is not None and een <= hoger)
