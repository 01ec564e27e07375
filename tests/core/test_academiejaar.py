"""Academic years: which one a date lies in, and how they are written."""

from __future__ import annotations

from datetime import date

import pytest

from leerkrediet_core import Academiejaar


@pytest.mark.parametrize(
    ("dag", "jaar"),
    [
        (date(2026, 8, 31), "2025-2026"),
        (date(2026, 9, 1), "2026-2027"),
        (date(2026, 12, 31), "2026-2027"),
        (date(2027, 1, 1), "2026-2027"),
        (date(2027, 8, 31), "2026-2027"),
        (date(2028, 2, 29), "2027-2028"),
    ],
)
def test_a_date_from_september_on_lies_in_the_new_academic_year(dag: date, jaar: str) -> None:
    """The last of August still belongs to the old one."""
    assert jaar == str(Academiejaar.van_datum(dag))


@pytest.mark.parametrize(
    ("maand_dag", "dag"),
    [
        ("09-01", date(2026, 9, 1)),
        ("12-01", date(2026, 12, 1)),
        ("01-01", date(2027, 1, 1)),
        ("03-15", date(2027, 3, 15)),
    ],
)
def test_a_day_of_the_year_lies_in_its_first_or_second_calendar_year(maand_dag: str, dag: date) -> None:
    """And going back from the date gives the same year."""
    assert dag == Academiejaar(2026).dag(maand_dag)
    assert Academiejaar(2026) == Academiejaar.van_datum(dag)


def test_an_academic_year_reads_back_as_it_is_written() -> None:
    """Both ways."""
    assert "2026-2027" == str(Academiejaar.lees("2026-2027"))
    assert Academiejaar(2026) == Academiejaar.lees(str(Academiejaar(2026)))


@pytest.mark.parametrize(
    "tekst", ["", "2026", "2026-2026", "2026-2028", "2027-2026", "2026/2027", "26-27", "2026-2027 "]
)
def test_what_is_no_academic_year_is_refused(tekst: str) -> None:
    """With the form that would be right."""
    with pytest.raises(ValueError, match='"2026-2027"'):
        Academiejaar.lees(tekst)


def test_academic_years_follow_each_other_in_order() -> None:
    """The next one is later than this one."""
    assert Academiejaar(2027) == Academiejaar(2026).volgend
    assert Academiejaar(2026) < Academiejaar(2026).volgend
    assert [Academiejaar(2024), Academiejaar(2025)] == sorted([Academiejaar(2025), Academiejaar(2024)])
