"""Stopping on a date: which day matters next, what comes back up to it and after it, and how it is said."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from leerkrediet_core import Academiejaar
from leerkrediet_core import bereken
from leerkrediet_core import instellingen
from leerkrediet_core import lees_loopbaan
from leerkrediet_core.invoer import Uitschrijving
from leerkrediet_core.invoer import ZonderExamen
from leerkrediet_core.uitschrijving import Grens
from leerkrediet_core.uitschrijving import dag_in_woorden
from leerkrediet_core.uitschrijving import gangbare_instelling
from leerkrediet_core.uitschrijving import grenzen
from leerkrediet_core.uitschrijving import volgende_grens


JAAR = Academiejaar(2026)
KEREN = {"semester1": 20, "semester2": 30, "jaarvak": 10}


def grens(datum: date, instelling: str | None, *, contract: str = "diplomacontract", **velden: Any) -> Grens | None:
    """The next day that matters for 20 points in semester 1, 30 in semester 2 and 10 in year courses."""
    stop = Uitschrijving(datum=datum, zonder_examen=ZonderExamen(**KEREN), **velden)
    return volgende_grens(
        stop,
        contract=contract,  # type: ignore[arg-type]
        opleiding="bachelor",
        gebruikt=True,
        instelling=instelling,
        jaar=JAAR,
    )


@pytest.mark.parametrize(
    ("datum", "instelling", "verwacht"),
    [
        (date(2026, 11, 15), "EhB", Grens(date(2026, 11, 30), 60, 30)),
        (date(2026, 11, 30), "EhB", Grens(date(2026, 11, 30), 60, 30)),
        (date(2026, 12, 1), "EhB", Grens(date(2027, 3, 15), 30, 0)),
        (date(2027, 3, 15), "EhB", Grens(date(2027, 3, 15), 30, 0)),
        (date(2027, 3, 16), "EhB", None),
        (date(2026, 11, 15), "UGent", Grens(date(2026, 11, 30), 60, 40)),
        (date(2026, 12, 1), "UGent", Grens(date(2027, 3, 14), 40, 0)),
        (date(2027, 3, 15), "UGent", None),
        (date(2026, 11, 15), "UAntwerpen", Grens(date(2026, 11, 30), 60, 0, erna_bekend=False)),
        (date(2027, 2, 1), "ThomasMore", Grens(date(2027, 3, 15), 30, 0, erna_bekend=False)),
        (date(2026, 11, 15), "KULeuven", None),
        (date(2026, 11, 15), None, None),
    ],
)
def test_the_next_day_that_matters_is_that_of_the_institution(
    datum: date, instelling: str | None, verwacht: Grens | None
) -> None:
    """Where nothing changes any more, or nothing is known, there is none."""
    assert verwacht == grens(datum, instelling)


@pytest.mark.parametrize(
    ("datum", "verwacht"),
    [
        (date(2026, 11, 15), Grens(date(2026, 11, 30), 60, 30)),
        (date(2026, 12, 1), Grens(date(2027, 3, 14), 30, 0)),
        (date(2027, 3, 15), None),
    ],
)
def test_without_dates_of_the_institution_those_of_the_law_matter(datum: date, verwacht: Grens | None) -> None:
    """For a generatiestudent who starts something else."""
    gelezen = grens(datum, "KULeuven", generatiestudent=True, nieuwe_inschrijving_datum=datum)
    assert verwacht == gelezen


def test_the_better_of_law_and_institution_counts_on_both_sides_of_the_day() -> None:
    """From 1 December 30 of semester 2 by the school, and half of the 30 others by law."""
    gelezen = grens(date(2026, 11, 20), "EhB", generatiestudent=True, nieuwe_inschrijving_datum=date(2026, 11, 20))
    assert Grens(date(2026, 11, 30), 60, 45) == gelezen


def test_with_a_creditcontract_no_day_matters() -> None:
    """Nothing comes back on any day."""
    assert grens(date(2026, 11, 15), "EhB", contract="creditcontract") is None


@pytest.mark.parametrize("sleutel", sorted(instellingen()))
def test_what_comes_back_only_changes_on_the_day_after_a_limit(sleutel: str) -> None:
    """Every day of the year, at every institution."""
    dagen = [date.fromordinal(n) for n in range(date(2026, 9, 1).toordinal(), date(2027, 9, 1).toordinal())]
    gegevens = instellingen()[sleutel]
    anders = {a for a, b in pairwise(dagen) if gegevens.terug_op(a, JAAR) != gegevens.terug_op(b, JAAR)}
    assert anders <= set(grenzen(sleutel, JAAR))


def test_the_common_dates_are_those_of_at_least_three_institutions() -> None:
    """1 December and 15 March, and then only semester 2."""
    gangbaar = instellingen()[gangbare_instelling()]
    assert 3 <= sum(i.stoppen == gangbaar.stoppen for i in instellingen().values())
    assert frozenset({"semester2"}) == gangbaar.terug_op(date(2026, 12, 1), JAAR)


def zin(datum: str, instelling: str | None = None, zonder: dict[str, int] | None = None, **velden: Any) -> str:
    """What the ledger says of stopping after taking up 60."""
    stop = {"soort": "uitschrijving", "datum": datum, "zonder_examen": zonder or KEREN, **velden}
    invoer = {"instelling": instelling, "gebeurtenissen": [{"soort": "inschrijving", "studiepunten": 60}, stop]}
    stappen = bereken(lees_loopbaan(invoer)).stappen
    return " ".join(stap.omschrijving for stap in stappen[1:])


def test_how_the_points_lie_over_the_year_is_said_only_where_it_matters() -> None:
    """Before 1 December it does not; after it what does not come back is said too."""
    assert (
        "Je stopt op 15 november 2026. Erasmushogeschool Brussel geeft 60 studiepunten terug: alles zonder examen."
        == zin("2026-11-15", "EhB")
    )
    assert (
        "Je stopt op 1 februari 2027. Erasmushogeschool Brussel geeft 30 studiepunten terug: van semester 2. "
        "Van de 30 andere studiepunten zonder examen komt niets terug." == zin("2027-02-01", "EhB")
    )


def test_law_and_institution_together_are_two_sentences() -> None:
    """Each says what it gives."""
    gezegd = zin("2027-02-01", "EhB", generatiestudent=True, nieuwe_inschrijving_datum="2027-02-08")
    assert "geeft 30 studiepunten terug: van semester 2. Je verandert als generatiestudent" in gezegd
    assert "De helft komt terug van de 30 andere studiepunten zonder examen: 15." in gezegd


@pytest.mark.parametrize(
    ("dag", "woorden"), [(date(2027, 3, 1), "1 maart 2027"), (date(2026, 12, 31), "31 december 2026")]
)
def test_a_day_is_written_in_words(dag: date, woorden: str) -> None:
    """With the year, or without it."""
    assert woorden == dag_in_woorden(dag)
    assert woorden[:-5] == dag_in_woorden(dag, jaar=False)
