"""What-if: the same calculation on a changed career."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings

from leerkrediet_core import InvoerFout
from leerkrediet_core import LoopbaanFout
from leerkrediet_core import bereken
from leerkrediet_core import lees_loopbaan
from leerkrediet_core import wat_als
from leerkrediet_core.invoer import Inschrijving
from leerkrediet_core.invoer import Loopbaan
from leerkrediet_core.invoer import Resultaat
from leerkrediet_core.watals import Schrap
from leerkrediet_core.watals import VoegToe
from leerkrediet_core.watals import Zet
from leerkrediet_core.watals import als_gegevens
from tests.core.strategies import loopbanen


JAAR = [{"soort": "inschrijving", "studiepunten": 60}, {"soort": "resultaat", "verworven": 45}]


def loopbaan(**velden: Any) -> Loopbaan:
    """One year of sixty with forty-five acquired."""
    return lees_loopbaan({"gebeurtenissen": JAAR, **velden})


def test_another_result_shows_what_it_is_worth() -> None:
    """Three more acquired, and doubled."""
    vergelijking = wat_als(loopbaan(), Zet(1, "verworven", 48))
    assert (170, 176, 6) == (vergelijking.nu.saldo, vergelijking.dan.saldo, vergelijking.verschil)


def test_a_field_of_the_career_can_be_changed() -> None:
    """Another start."""
    assert -40 == wat_als(loopbaan(), Zet(None, "startsaldo", 100)).verschil


def test_an_event_can_be_added_at_the_end_or_in_between() -> None:
    """A tolerated course changes nothing, a second year does."""
    assert -60 == wat_als(loopbaan(), VoegToe({"soort": "inschrijving", "studiepunten": 60})).verschil
    assert -6 == wat_als(loopbaan(), VoegToe({"soort": "inschrijving", "studiepunten": 6}, voor=1)).verschil
    assert -6 == wat_als(loopbaan(), VoegToe({"soort": "inschrijving", "studiepunten": 6}, voor=0)).verschil


def test_an_event_can_be_left_out() -> None:
    """Without the result the year is open."""
    assert -90 == wat_als(loopbaan(), Schrap(1)).verschil


def test_changes_are_applied_in_order() -> None:
    """A later one sees the numbering that an earlier one left."""
    vergelijking = wat_als(
        loopbaan(), Schrap(1), VoegToe({"soort": "resultaat", "verworven": 0}), Zet(1, "verworven", 60)
    )
    assert 200 == vergelijking.dan.saldo


def test_without_changes_nothing_differs() -> None:
    """Side by side the same ledger."""
    vergelijking = wat_als(loopbaan())
    assert 0 == vergelijking.verschil
    assert vergelijking.nu == vergelijking.dan


@pytest.mark.parametrize("wijziging", [Zet(2, "verworven", 1), Zet(-1, "verworven", 1), Schrap(2), Schrap(-1)])
def test_an_event_that_is_not_there_is_refused(wijziging: Zet | Schrap) -> None:
    """The message says which ones there are."""
    with pytest.raises(InvoerFout, match="kies 0 tot 1"):
        wat_als(loopbaan(), wijziging)


def test_in_an_empty_career_there_is_no_event_to_change() -> None:
    """The message says so."""
    with pytest.raises(InvoerFout, match="er zijn er geen"):
        wat_als(lees_loopbaan({"gebeurtenissen": []}), Schrap(0))


@pytest.mark.parametrize("voor", [-1, 3])
def test_an_event_is_not_added_outside_the_list(voor: int) -> None:
    """Right at the end still goes."""
    with pytest.raises(InvoerFout, match="kies 0 tot 2"):
        wat_als(loopbaan(), VoegToe({"soort": "masterdiploma"}, voor=voor))
    assert -140 == wat_als(loopbaan(), VoegToe({"soort": "masterdiploma"}, voor=2)).verschil


@pytest.mark.parametrize(
    ("wijziging", "veld"),
    [
        (Zet(1, "verworven", "veel"), "gebeurtenissen[1].verworven"),
        (Zet(1, "punten", 5), "gebeurtenissen[1].punten"),
        (Zet(None, "saldo", 5), "saldo"),
        (VoegToe({"soort": "examen"}), "gebeurtenissen[2].soort"),
    ],
)
def test_a_change_that_cannot_be_is_refused_like_any_input(wijziging: Zet | VoegToe, veld: str) -> None:
    """By the name of the field in the changed career."""
    with pytest.raises(InvoerFout) as gevangen:
        wat_als(loopbaan(), wijziging)
    assert veld == gevangen.value.veld


def test_a_changed_career_that_contradicts_itself_is_refused() -> None:
    """More acquired than taken up."""
    with pytest.raises(LoopbaanFout):
        wat_als(loopbaan(), Zet(1, "verworven", 61))


def test_what_was_given_stays_as_it_was() -> None:
    """Neither the career nor an added event is touched."""
    gegeven = loopbaan()
    erbij = {"soort": "inschrijving", "studiepunten": 6}
    voor = (gegeven.json(), copy.deepcopy(erbij))
    wat_als(gegeven, VoegToe(erbij), Zet(2, "studiepunten", 12))
    assert voor == (gegeven.json(), erbij)


def test_the_assumptions_of_the_career_hold_for_the_changed_one_too() -> None:
    """What was not said stays unsaid: defaults do not turn into facts."""
    vergelijking = wat_als(loopbaan(), Zet(1, "verworven", 48))
    assert vergelijking.nu.aannames == vergelijking.dan.aannames
    assert any("diplomacontract" in zin for zin in vergelijking.dan.aannames)


def test_a_career_built_in_python_can_be_changed_too() -> None:
    """Its kinds of events were never written down."""
    gebouwd = Loopbaan(gebeurtenissen=(Inschrijving(studiepunten=60), Resultaat(verworven=45)))
    assert 6 == wat_als(gebouwd, Zet(1, "verworven", 48)).verschil


@given(loopbanen())
@settings(derandomize=True, deadline=None, max_examples=100)
def test_a_career_reads_back_from_its_own_data(invoer: dict[str, Any]) -> None:
    """The detour that a change takes changes nothing by itself."""
    gelezen = lees_loopbaan(invoer)
    assert gelezen == lees_loopbaan(als_gegevens(gelezen))
    assert bereken(gelezen) == wat_als(gelezen).dan
