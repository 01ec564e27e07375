"""Where two ledgers part."""

from __future__ import annotations

from typing import Any

from hypothesis import given

from leerkrediet_core import Grootboek
from leerkrediet_core import bereken
from leerkrediet_core import lees_loopbaan
from leerkrediet_core import scheiding
from tests.core.strategies import loopbanen
from tests.core.test_eigenschappen import instellingen_van_test


INSCHRIJVING = {"soort": "inschrijving", "studiepunten": 60}
RESULTAAT = {"soort": "resultaat", "verworven": 45}


def grootboek(*gebeurtenissen: dict[str, Any], **velden: Any) -> Grootboek:
    """The ledger of a career."""
    return bereken(lees_loopbaan({**velden, "gebeurtenissen": list(gebeurtenissen)}))


def test_a_further_event_is_where_they_part() -> None:
    """Up to there they are the same; the one has no step more."""
    gevonden = scheiding(grootboek(INSCHRIJVING, RESULTAAT), grootboek(INSCHRIJVING, RESULTAAT, INSCHRIJVING))
    assert gevonden is not None
    assert (3, None, -60) == (gevonden.stap, gevonden.een, gevonden.verschil)
    assert gevonden.ander is not None
    assert "inschrijving" == gevonden.ander.regel.id


def test_a_year_that_only_one_of_them_has_does_not_shift_the_rest() -> None:
    """An event that moves nothing parts them, and both steps are given."""
    gevonden = scheiding(
        grootboek(INSCHRIJVING, RESULTAAT), grootboek(INSCHRIJVING, {**RESULTAAT, "verworven": 42, "getolereerd": 3})
    )
    assert gevonden is not None
    assert gevonden.een is not None and gevonden.ander is not None
    assert (1, 45, 42, -6) == (gevonden.stap, gevonden.een.mutatie, gevonden.ander.mutatie, gevonden.verschil)


def test_another_contract_parts_them_where_nothing_is_doubled() -> None:
    """The enrolment moves the same; the doubling is missing."""
    credit = {**INSCHRIJVING, "contract": "creditcontract"}
    gevonden = scheiding(grootboek(INSCHRIJVING, RESULTAAT), grootboek(credit, RESULTAAT))
    assert gevonden is not None
    assert gevonden.een is not None
    assert (2, "verdubbeling", None) == (gevonden.stap, gevonden.een.regel.id, gevonden.ander)


def test_another_start_is_a_difference_before_the_first_step() -> None:
    """Even when nothing follows."""
    gevonden = scheiding(grootboek(), grootboek(startsaldo=100))
    assert gevonden is not None
    assert (None, None, None, -40) == (gevonden.stap, gevonden.een, gevonden.ander, gevonden.verschil)


@given(loopbanen())
@instellingen_van_test
def test_a_ledger_does_not_part_from_itself(invoer: dict[str, Any]) -> None:
    """And with one event less it parts only where that one was, and both ways by the same."""
    heel = bereken(lees_loopbaan(invoer))
    assert scheiding(heel, heel) is None
    if not invoer["gebeurtenissen"]:
        return
    korter = bereken(lees_loopbaan({**invoer, "stand_in": None, "gebeurtenissen": invoer["gebeurtenissen"][:-1]}))
    heen, terug = scheiding(korter, heel), scheiding(heel, korter)
    assert heen is not None and terug is not None
    assert heel.saldo - korter.saldo == heen.verschil == -terug.verschil
    assert len(korter.stappen) == heen.stap
