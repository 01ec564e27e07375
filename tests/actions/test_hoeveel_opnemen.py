"""How far a balance reaches: computed where the numbers are there, explained where they are not."""

from __future__ import annotations

from typing import Any

import pytest

from actions.hoeveel_opnemen import HoeveelOpnemen
from actions.saldo_berekenen import SaldoBerekenen
from leerkrediet_core import opneembaar
from leerkrediet_core.invoer import HOOGSTE_SALDO
from leerkrediet_core.invoer import LAAGSTE_SALDO
from leerkrediet_core.invoer import MEESTE_STUDIEPUNTEN


ACTIE = HoeveelOpnemen()
UITLEG = "utter_hoeveel_opnemen"


def feit(rol: str, waarde: int, **extra: Any) -> dict[str, Any]:
    """A fact as the grammar hands it on."""
    return {"entity": "feit", "role": rol, "value": {"waarde": waarde, **extra}}


def test_without_a_balance_the_rule_is_explained(gesprek: Any) -> None:
    """Nothing can be computed."""
    assert [UITLEG] == gesprek.doe(ACTIE, "hoeveel mag ik opnemen?", "hoeveel_opnemen")


def test_a_balance_alone_is_answered_with_its_reach_and_the_rule(gesprek: Any) -> None:
    """What it means for this student first."""
    gezegd = gesprek.doe(ACTIE, "ik heb nog 45 leerkrediet, hoeveel mag ik opnemen?", "hoeveel_opnemen")
    assert ["Met een saldo van 45 heb je leerkrediet voor 45 studiepunten.", UITLEG] == gezegd


@pytest.mark.parametrize(
    ("saldo", "begin"),
    [
        (1, "Met een saldo van 1 heb je leerkrediet voor 1 studiepunt."),
        (0, "Met een saldo van 0 heb je geen leerkrediet om op te nemen."),
        (-3, "Met een saldo van -3 heb je geen leerkrediet om op te nemen."),
        (LAAGSTE_SALDO, f"Met een saldo van {LAAGSTE_SALDO} heb je geen leerkrediet om op te nemen."),
        (HOOGSTE_SALDO, f"Met een saldo van {HOOGSTE_SALDO} heb je leerkrediet voor {HOOGSTE_SALDO} studiepunten."),
    ],
)
def test_around_zero_the_reach_is_said_rightly(saldo: int, begin: str, gesprek: Any) -> None:
    """One point is singular, and nothing is nothing."""
    assert begin == gesprek.doe(ACTIE, entiteiten=[feit("saldo", saldo)])[0]


@pytest.mark.parametrize("saldo", [LAAGSTE_SALDO - 1, HOOGSTE_SALDO + 1])
def test_a_balance_that_nobody_can_have_is_not_computed(saldo: int, gesprek: Any) -> None:
    """The rule is explained instead."""
    assert [UITLEG] == gesprek.doe(ACTIE, entiteiten=[feit("saldo", saldo), feit("opgenomen", 60)])


@pytest.mark.parametrize(("saldo", "rest"), [(60, 0), (61, 1), (140, 80)])
def test_a_balance_that_is_enough_is_said_with_what_is_left(saldo: int, rest: int, gesprek: Any) -> None:
    """At the limit it is still enough."""
    (tekst,) = gesprek.doe(ACTIE, entiteiten=[feit("saldo", saldo), feit("opgenomen", 60)])
    assert tekst.startswith(
        f"Ja, je saldo van {saldo} volstaat voor 60 studiepunten. Na je inschrijving rest er {rest}."
    )
    assert ["/saldo_berekenen", "/trajectbegeleider_contact"] == gesprek.ladingen


@pytest.mark.parametrize("saldo", [59, 1, 0, -5])
def test_a_balance_that_is_short_is_said_with_what_is_possible(saldo: int, gesprek: Any) -> None:
    """By how much, what can be done, who helps, and where it is laid down."""
    (tekst,) = gesprek.doe(ACTIE, entiteiten=[feit("saldo", saldo), feit("opgenomen", 60)])
    uitkomst = opneembaar(saldo, 60, instelling=None)
    eerste, *rest = tekst.split("\n")
    assert (
        f"Voor 60 studiepunten kom je {uitkomst.tekort} te kort: je saldo van {saldo} dekt er {uitkomst.gedekt}."
        == eerste
    )
    assert [*uitkomst.mogelijkheden, "Bespreek het met je trajectbegeleider."] == rest[:-1]
    assert rest[-1].startswith("Bron: ")
    assert ["/onvoldoende_leerkrediet", "/trajectbegeleider_contact"] == gesprek.ladingen


def test_the_institution_that_is_named_decides_what_is_possible(gesprek: Any) -> None:
    """Schools differ in what they do with a balance that is too small."""
    feiten = [feit("saldo", 30), feit("opgenomen", 60)]
    (gewoon,) = gesprek.doe(ACTIE, entiteiten=feiten)
    (ehb,) = gesprek.doe(ACTIE, entiteiten=[*feiten, {"entity": "instelling", "value": "EhB"}])
    for zin in opneembaar(30, 60, instelling="EhB").mogelijkheden:
        assert zin in ehb
    assert gewoon != ehb


def test_an_institution_that_does_not_exist_is_left_aside(gesprek: Any) -> None:
    """It may have been typed by hand."""
    feiten = [feit("saldo", 30), feit("opgenomen", 60)]
    (gewoon,) = gesprek.doe(ACTIE, entiteiten=feiten)
    assert [gewoon] == gesprek.doe(ACTIE, entiteiten=[*feiten, {"entity": "instelling", "value": "Hogwarts"}])


@pytest.mark.parametrize("gewenst", [0, -1, MEESTE_STUDIEPUNTEN + 1])
def test_a_number_to_take_up_that_cannot_be_is_left_aside(gewenst: int, gesprek: Any) -> None:
    """The balance is then answered alone."""
    gezegd = gesprek.doe(ACTIE, entiteiten=[feit("saldo", 45), feit("opgenomen", gewenst)])
    assert ["Met een saldo van 45 heb je leerkrediet voor 45 studiepunten.", UITLEG] == gezegd


def test_a_range_is_no_number(gesprek: Any) -> None:
    """ "Tussen 40 en 45" is not 40."""
    assert [UITLEG] == gesprek.doe(ACTIE, entiteiten=[feit("saldo", 40, tot=45)])


def test_after_an_outcome_the_question_is_about_that_outcome(gesprek: Any) -> None:
    """ "Kan ik volgend jaar 60 opnemen?" needs no balance any more."""
    gesprek.doe(SaldoBerekenen(), "60 opgenomen, 10 gehaald")
    (tekst,) = gesprek.doe(ACTIE, "kan ik volgend jaar 60 opnemen?", "hoeveel_opnemen")
    assert tekst.startswith("Ja, je saldo van 100 volstaat voor 60 studiepunten.")


def test_a_balance_in_the_message_goes_before_the_outcome(gesprek: Any) -> None:
    """It is newer."""
    gesprek.doe(SaldoBerekenen(), "60 opgenomen, 10 gehaald")
    assert "Met een saldo van 20 " in gesprek.doe(ACTIE, entiteiten=[feit("saldo", 20)])[0]


def test_during_a_calculation_there_is_no_outcome_to_go_by(gesprek: Any) -> None:
    """Half a career has no balance."""
    gesprek.doe(SaldoBerekenen(), "ik nam 60 studiepunten op")
    assert [UITLEG] == gesprek.doe(ACTIE, "hoeveel mag ik opnemen?", "hoeveel_opnemen")


def test_an_outcome_with_two_ends_is_no_balance(gesprek: Any) -> None:
    """Which of the two it is, is not known."""
    gesprek.doe(SaldoBerekenen(), "60 opgenomen, tussen 40 en 45 gehaald")
    assert "resultaat" == gesprek.slots["fase"]
    assert [UITLEG] == gesprek.doe(ACTIE, "hoeveel mag ik opnemen?", "hoeveel_opnemen")


def test_it_leaves_the_calculation_as_it_is(gesprek: Any) -> None:
    """A question changes no slot."""
    gesprek.doe(SaldoBerekenen(), "60 opgenomen, 10 gehaald")
    gesprek.doe(ACTIE, "kan ik 60 opnemen?", "hoeveel_opnemen")
    assert [] == gesprek.events
