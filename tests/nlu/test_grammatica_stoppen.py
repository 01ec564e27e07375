"""What the grammar reads in messages about stopping and changing, in the words that students use."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.grammatica.stoppen import lees_stoppen


VANDAAG = date(2026, 11, 25)


def lees(tekst: str, vandaag: date = VANDAAG) -> dict[str, Any]:
    """Read a message on 25 November 2026."""
    return lees_stoppen(tekst, vandaag=vandaag)


@pytest.mark.parametrize(
    ("tekst", "wil"),
    [
        ("ik nam 60 op en stop op 15 november", "stoppen"),
        ("kzou stoppe in maart", "stoppen"),
        ("ik kap ermee", "stoppen"),
        ("ik stop", "stoppen"),
        ("ik ga me uitschrijven in februari", "stoppen"),
        ("ik schrijf me uit op 3 maart", "stoppen"),
        ("'k haak af in februari", "stoppen"),
        ("stel da k in maart stop", "stoppen"),
        ("ik switch in januari", "veranderen"),
        ("ik stap in januari over naar een andere richting", "veranderen"),
        ("ik wil van richting veranderen in februari", "veranderen"),
        ("ik ga mij heroriënteren op 1 februari", "veranderen"),
        ("ik laat 2 vakken vallen", "vakken"),
        ("ik wil een vak schrappen", "vakken"),
        ("kan ik enkele vakken laten vallen", "vakken"),
    ],
)
def test_what_the_student_wants_is_told_apart(tekst: str, wil: str) -> None:
    """Each of these starts the guide of itself."""
    gelezen = lees(tekst)
    assert wil == gelezen["wil"]
    assert "los" not in gelezen


@pytest.mark.parametrize(
    "tekst",
    [
        "wat gebeurt er met mijn leerkrediet als ik stop?",
        "krijg ik leerkrediet terug als ik stop met studeren?",
        "ik wil stoppen aan de UGent, krijg ik leerkrediet terug?",
        "tot wanneer kan ik stoppen zonder leerkrediet te verliezen?",
        "wat is de regel van 1 december?",
        "ik wil niet stoppen, maar van richting veranderen",
        "k wil stoppen met me studies, krijg k iets trug",
        "stop",
        "stop maar",
        "ik wil stoppen met rekenen",
        "stop met vragen",
        "weet ik niet",
        "60",
        "hallo",
        "",
    ],
)
def test_a_general_question_tells_nothing_of_an_own_case(tekst: str) -> None:
    """It keeps the general answer; and who wants to stop this conversation does not stop studying."""
    assert {} == lees(tekst)


@pytest.mark.parametrize(
    ("tekst", "datum"),
    [
        ("ik stop op 1 februari", "2027-02-01"),
        ("ik stop op 15/11", "2026-11-15"),
        ("ik stop op 15 maart 2027", "2027-03-15"),
        ("ik stop vandaag", "2026-11-25"),
        ("wat als ik nu stop", "2026-11-25"),
        ("ik stop voor 1 december", "2026-11-30"),
        ("ik stop na 15 maart", "2027-03-16"),
        ("als ik vanaf 1 december stop", "2026-12-01"),
        ("ik stop voor december", "2026-11-30"),
        ("ik stop in februari", "2027-02"),
        ("ik stop na maart", "2027-04"),
        ("ik stop na december", "2027-01"),
        ("maart", "2027-03"),
        ("en op 1 december?", "2026-12-01"),
        ("en als ik wacht tot februari?", "2027-02"),
        ("nee wacht, 2 december", "2026-12-02"),
    ],
)
def test_the_day_or_month_is_read(tekst: str, datum: str) -> None:
    """ "Voor" is the day before, "na" the day after."""
    assert datum == lees(tekst)["datum"]


@pytest.mark.parametrize(
    ("vandaag", "datum"),
    [(date(2026, 8, 20), "2026-11-15"), (date(2026, 10, 1), "2026-11-15"), (date(2027, 6, 1), "2026-11-15")],
)
def test_a_day_without_a_year_lies_in_the_year_that_runs_or_in_summer_in_the_one_that_comes(
    vandaag: date, datum: str
) -> None:
    """In August nobody plans to have stopped last November."""
    assert datum == lees("ik stop op 15 november", vandaag)["datum"]


@pytest.mark.parametrize(
    ("vandaag", "tekst", "datum"),
    [
        (date(2026, 11, 25), "wat als ik volgend jaar op 1 november stop", "2027-11-01"),
        (date(2026, 11, 25), "wat als ik volgend jaar in maart stop", "2027-03"),
        (date(2026, 11, 25), "wat als ik volgend academiejaar in maart stop", "2028-03"),
        (date(2027, 3, 1), "wat als ik volgend jaar op 1 november stop", "2027-11-01"),
        (date(2027, 7, 15), "wat als ik volgend jaar op 1 november stop", "2027-11-01"),
    ],
)
def test_a_day_next_year_lies_in_that_year(vandaag: date, tekst: str, datum: str) -> None:
    """In autumn that of the calendar, later that of the school; an academic year is named as one."""
    assert datum == lees(tekst, vandaag)["datum"]


def test_regrowth_after_stopping_is_another_question() -> None:
    """It does not start the guide."""
    assert "los" in lees("ik ben in juni gestopt, groeit mijn leerkrediet terug?")


@pytest.mark.parametrize("dag", ["31 november", "30 februari", "32 december", "31/11"])
def test_a_day_that_does_not_exist_is_reported_as_typed(dag: str) -> None:
    """So that it can be said, and no other day is read."""
    gelezen = lees(f"ik stop op {dag}")
    assert dag == gelezen["datum_fout"]
    assert "datum" not in gelezen


def test_the_day_of_stopping_and_the_day_of_the_new_enrolment_are_two() -> None:
    """Whichever comes first in the message."""
    gelezen = lees("ik schrijf me uit op 20 november en schrijf me in voor een andere opleiding op 5 december")
    assert ("2026-11-20", "2026-12-05", True) == (gelezen["datum"], gelezen["nieuw_datum"], gelezen["nieuw"])
    gelezen = lees("ik begin op 5 december aan iets anders en stop op 20 november")
    assert ("2026-11-20", "2026-12-05", True) == (gelezen["datum"], gelezen["nieuw_datum"], gelezen["nieuw"])


def test_changing_on_a_day_is_out_and_in_at_once() -> None:
    """One day counts for both."""
    gelezen = lees("ik switch op 10 december naar een andere richting")
    assert ("2026-12-10", "zelfde", True) == (gelezen["datum"], gelezen["nieuw_datum"], gelezen["nieuw"])


@pytest.mark.parametrize(
    ("tekst", "nieuw"),
    [
        ("ik stop volledig", False),
        ("ik stop op 1 maart en ga werken", False),
        ("nee, geen nieuwe opleiding", False),
        ("ik stop op 1 maart en begin aan iets anders", True),
        ("ik begin op 10 december aan een graduaat", True),
    ],
)
def test_whether_something_new_follows(tekst: str, nieuw: bool) -> None:
    """As far as the message says so."""
    assert nieuw is lees(tekst)["nieuw"]


@pytest.mark.parametrize(
    ("tekst", "semesters"),
    [
        ("30 in semester 1 en 30 in semester 2", {"semester1": 30, "semester2": 30}),
        ("semester 1: 24, semester 2: 30, jaarvakken 6", {"semester1": 24, "semester2": 30, "jaarvak": 6}),
        ("24 in het eerste semester en de rest in het tweede semester", {"semester1": 24, "semester2": "rest"}),
        ("dertig in sem 2 en 6 jaarvakken", {"semester2": 30, "jaarvak": 6}),
        ("alles in semester 2", {"semester2": "alles"}),
        ("allemaal jaarvakken", {"jaarvak": "alles"}),
        ("de helft in elk semester", {"semester1": "helft", "semester2": "helft"}),
        ("geen jaarvakken", {"jaarvak": 0}),
        ("30 per semester", {"semester1": 30, "semester2": 30}),
    ],
)
def test_how_the_points_lie_over_the_year(tekst: str, semesters: dict[str, Any]) -> None:
    """Per kind of course."""
    assert semesters == lees(tekst)["semesters"]


@pytest.mark.parametrize(
    ("tekst", "examens"),
    [
        ("nog geen examens", False),
        ("nog geen enkel examen", False),
        ("heb al examens gedaan in januari", True),
        ("ja ik deed al examens", True),
    ],
)
def test_whether_exams_were_sat(tekst: str, examens: bool) -> None:
    """And the month of the exams is no day of stopping."""
    gelezen = lees(tekst)
    assert examens is gelezen["examens"]
    assert "datum" not in gelezen


@pytest.mark.parametrize(
    ("tekst", "instelling"),
    [
        ("ik stop op 1 maart aan de UGent", "UGent"),
        ("ik stap in januari over van de VUB naar de UGent", "VUB"),
        ("ik stap in januari over naar de UGent", None),
        ("ik verander in februari van de UGent naar KU Leuven", "UGent"),
    ],
)
def test_the_school_that_counts_is_the_one_that_is_left(tekst: str, instelling: str | None) -> None:
    """Not the one that somebody goes to."""
    assert instelling == lees(tekst).get("instelling")


@pytest.mark.parametrize(
    ("tekst", "veld", "waarde"),
    [
        ("en als ik generatiestudent ben?", "generatiestudent", True),
        ("ik ben geen generatiestudent", "generatiestudent", False),
        ("en met een creditcontract?", "contract", "creditcontract"),
        ("en aan de UGent?", "instelling", "UGent"),
        ("dezelfde dag", "nieuw_datum", "zelfde"),
        ("en daarna?", "daarna", True),
        ("gewoon diploma", "contract", "diplomacontract"),
    ],
)
def test_a_short_remark_is_an_answer_and_does_not_start_the_guide(tekst: str, veld: str, waarde: object) -> None:
    """It goes on from what was said before."""
    gelezen = lees(tekst)
    assert waarde == gelezen[veld]
    assert gelezen["los"] is True


@pytest.mark.parametrize(
    ("tekst", "semesters"),
    [
        (
            "28 stp in sem 1, 26 in sem 2 en een jaarvak van 6",
            {"semester1": 28, "semester2": 26, "jaarvak": 6},
        ),
        ("24 in sem 1 en 2 jaarvakken van 6", {"semester1": 24, "jaarvak": 12}),
        ("semester 1: 24 en 2 jaarvakken van samen 6", {"semester1": 24, "jaarvak": 6}),
        ("hij had 60 punten, eerste semester 30 punten waarvan 12 gehaald", {"semester1": 30}),
    ],
)
def test_year_courses_and_results_stand_beside_the_semesters(tekst: str, semesters: dict[str, Any]) -> None:
    """A year course with its own points counts those; what was passed is no part of the programme."""
    assert semesters == lees(tekst)["semesters"]


@pytest.mark.parametrize(
    "tekst", ["van het eerste semester heb ik 12 geslaagd", "de examens van sem 1 allemaal gedaan"]
)
def test_what_was_passed_or_sat_is_no_division(tekst: str) -> None:
    """It says nothing of what was taken up."""
    assert "semesters" not in lees(tekst)


@pytest.mark.parametrize(
    ("tekst", "delen"),
    [
        ("30 en 30", (30, 30)),
        ("27+33", (27, 33)),
        ("kheb 54 studiepunten, 27 en 27", (27, 27)),
        ("27 in het eerste en 33 in het tweede", (27, 33)),
        ("kheb 54 studiepunten, 27 en 30", None),
        ("60", None),
        ("ik nam 60 op", None),
    ],
)
def test_two_bare_numbers_can_be_the_semesters(tekst: str, delen: tuple[int, int] | None) -> None:
    """With a total before them only when they make it."""
    gelezen = lees(tekst).get("delen")
    assert (None if delen is None else {"semester1": delen[0], "semester2": delen[1]}) == gelezen


@pytest.mark.parametrize(
    ("vandaag", "tekst", "datum"),
    [
        (VANDAAG, "en als ik wacht tot na de examens in januari?", "2027-02"),
        (VANDAAG, "ik wil na de examens stoppen", "2027-02"),
        (VANDAAG, "ik stop na de examens van juni", "2027-07"),
        (date(2027, 3, 1), "ik wil na de examens stoppen", "2027-07"),
    ],
)
def test_after_the_exams_is_the_month_that_follows_them(vandaag: date, tekst: str, datum: str) -> None:
    """The exams of January end before February; those of June before July."""
    gelezen = lees(tekst, vandaag)
    assert (datum, True) == (gelezen["datum"], gelezen["examens"])


def test_what_is_done_lies_in_the_past() -> None:
    """ "Is gestopt in februari", said in November, was last February; a year that is named holds."""
    assert "2026-02" == lees("onze zoon is gestopt in februari")["datum"]
    assert "2026-10-10" == lees("ik ben gestopt op 10 oktober")["datum"]
    assert "2027-02" == lees("onze zoon is gestopt in februari 2027")["datum"]


def test_a_parent_tells_an_own_case() -> None:
    """As the child would."""
    assert "los" not in lees("onze dochter stopt in februari")


@pytest.mark.parametrize(
    "tekst", ["en als ik direct naar een andere opleiding ga", "kzal mij daar direct inschrijven", "ik ga meteen over"]
)
def test_at_once_is_the_same_day(tekst: str) -> None:
    """Out and in on one day."""
    assert "zelfde" == lees(tekst)["nieuw_datum"]


def test_a_very_first_year_is_that_of_a_generatiestudent() -> None:
    """A very first year; a second one is not."""
    assert lees("ik stop in februari, het is mijn allereerste jaar")["generatiestudent"] is True
    assert lees("ik stop in februari, ik zit in mijn tweede jaar").get("generatiestudent") is not True


def test_what_else_a_message_tells() -> None:
    """That it is done, which programme stops, and that the new one is a graduaat."""
    assert lees("ik heb me al uitgeschreven op 3 oktober")["uitgeschreven"] is True
    assert "graduaat" == lees("ik stop met mijn graduaat in februari")["opleiding"]
    assert lees("ik stap op 10 december over naar een graduaat")["graduaat"] is True
    assert lees("ik stop volgend academiejaar op 1 maart")["volgend_jaar"] is True


@given(st.text(max_size=200))
def test_any_text_can_be_read(tekst: str) -> None:
    """And what comes out is plain data."""
    gelezen = lees(tekst)
    assert all(isinstance(waarde, (str, bool, dict)) for waarde in gelezen.values())
