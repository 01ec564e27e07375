"""What the wording leaves open is handed out as readings with a label; what is plain is not asked."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from nlu.grammatica import lees
from nlu.grammatica.dubbelzinnig import LANGSTE_LABEL
from nlu.grammatica.dubbelzinnig import MEESTE_LEZINGEN


VANDAAG = date(2026, 11, 23)


def labels(tekst: str) -> list[str]:
    """The labels of the readings of a message."""
    return [lezing.label for lezing in lees(tekst, vandaag=VANDAAG).dubbelzinnig]


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("ik heb 60 punten", ["saldo is 60", "60 opgenomen", "60 geslaagd"]),
        ("ik heb 95 punten", ["saldo is 95", "95 geslaagd"]),
        ("60 en 12", ["12 niet geslaagd", "12 geslaagd"]),
        ("ik heb 2 vakken van 6 en 60 opgenomen", ["12 niet geslaagd", "12 geslaagd"]),
        ("3/12", ["3 december", "3 op 12 gehaald"]),
        ("10/12", ["10 december", "10 op 12 gehaald"]),
        ("5/6", ["5 juni", "5 op 6 gehaald"]),
        ("3 gebuisd", ["3 studiepunten", "3 vakken"]),
        ("60 op en 4 niet gehaald", ["4 studiepunten", "4 vakken"]),
        ("5 van de 10 gehaald", ["5 van 10 punten", "5 van 10 vakken"]),
        ("2 vakken (8 sp) gebuisd", ["2 x 8 sp", "8 sp samen"]),
    ],
)
def test_what_a_person_would_ask_has_readings(tekst: str, verwacht: list[str]) -> None:
    """Each with a label that fits on a button, best first."""
    assert verwacht == labels(tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        "60",
        "45 sp",
        "60 op, 45 gehaald",
        "60 en 45",
        "60/48",
        "54 van de 60",
        "op 3/12 gestopt",
        "15/20",
        "ik heb nog 60 punten",
        "ik heb 60 punten opgenomen",
        "nee ik had 60",
        "het waren er 48",
        "volgend jaar heb ik 54",
        "als ik 60 heb",
        "12 gebuisd",
        "4 sp gebuisd",
        "3 vakken van 4 gebuisd",
        "3 vakken (14 sp) gebuisd",
        "creditcontract van 12, 6 gehaald",
        "1e jaar 60/33, 2e jaar 54/42",
    ],
)
def test_what_is_plain_is_not_asked(tekst: str) -> None:
    """One reading is no choice."""
    assert [] == labels(tekst)


def test_the_readings_of_a_date_that_may_be_points_differ_in_their_facts() -> None:
    """The date has no facts; the points have no date."""
    als_datum, als_punten = lees("3/12", vandaag=VANDAAG).dubbelzinnig
    assert ((), "2026-12-03") == (als_datum.feiten, als_datum.datum)
    assert [("verworven", 3), ("opgenomen", 12)] == [(f.rol, f.waarde) for f in als_punten.feiten]
    assert als_punten.datum is None


def test_a_number_of_courses_is_a_reading_whose_points_are_still_to_be_asked() -> None:
    """Points that are not told are never guessed."""
    punten, vakken = lees("3 gebuisd").dubbelzinnig
    assert [("niet_geslaagd", 3, None)] == [(f.rol, f.waarde, f.ongeldig) for f in punten.feiten]
    assert [("niet_geslaagd", None, "vakken")] == [(f.rol, f.waarde, f.ongeldig) for f in vakken.feiten]


def test_so_few_points_as_no_course_has_are_courses() -> None:
    """ "voor 2 gebuisd" counts courses; the points must still be asked."""
    assert [("niet_geslaagd", "vakken", "2")] == [(f.rol, f.ongeldig, f.ruw) for f in lees("voor 2 gebuisd").feiten]


@pytest.mark.parametrize(
    ("tekst", "reden", "ruw"),
    [
        ("15/20", "cijfer", "15/20"),
        ("een 8", "cijfer", "8"),
        ("12 op 20 voor statistiek", "cijfer", "12 op 20"),
        ("3 vakken", "vakken", "3 vakken"),
        ("ik heb 3 vakken", "vakken", "3 vakken"),
        ("veel", "geen_getal", "veel"),
    ],
)
def test_an_answer_without_points_says_why(tekst: str, reden: str, ruw: str) -> None:
    """The dialogue can quote the student and ask for the points."""
    (feit,) = lees(tekst).feiten
    assert ("los", None, reden, ruw) == (feit.rol, feit.waarde, feit.ongeldig, feit.ruw)


def test_a_mark_in_a_longer_message_is_left_alone() -> None:
    """Only an answer that is nothing but a mark is worth a remark."""
    assert () == lees("ik had een 8/20 op wiskunde in januari, kan ik nog slagen").feiten


@given(
    tekst=st.lists(
        st.sampled_from("60 45 12 3 5 10 / en , ( ) vakken sp gebuisd gehaald van de ik heb punten op niet".split()),
        max_size=12,
    ).map(" ".join)
)
@settings(max_examples=300, deadline=None)
def test_readings_are_few_short_and_different(tekst: str) -> None:
    """At least two and at most three, each with its own label and facts; none has readings of its own."""
    lezing = lees(tekst, vandaag=VANDAAG)
    andere = lezing.dubbelzinnig
    assert len(andere) == 0 or 2 <= len(andere) <= MEESTE_LEZINGEN
    assert len(andere) == len({reading.label for reading in andere})
    assert all(0 < len(reading.label) <= LANGSTE_LABEL and reading.dubbelzinnig == () for reading in andere)
    assert len(andere) == len({(reading.feiten, reading.datum) for reading in andere})
