"""The time of the year: which results can be there, and which days still matter."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from leerkrediet_core import Academiejaar
from leerkrediet_core import InvoerFout
from leerkrediet_core import ParameterNietVanKracht
from leerkrediet_core import Resultaten
from leerkrediet_core import instellingen
from leerkrediet_core import jaartijd
from leerkrediet_core import resultaten_op
from leerkrediet_core import termijnen
from leerkrediet_core.overmacht import is_tweede_zit_voorbij


JAAR = Academiejaar(2026)


@pytest.mark.parametrize(
    ("dag", "verwacht"),
    [
        (date(2026, 8, 31), Resultaten.NOG_NIET_BEGONNEN),
        (date(2026, 9, 1), Resultaten.GEEN),
        (date(2027, 1, 31), Resultaten.GEEN),
        (date(2027, 2, 1), Resultaten.EERSTE_SEMESTER),
        (date(2027, 6, 30), Resultaten.EERSTE_SEMESTER),
        (date(2027, 7, 1), Resultaten.EERSTE_ZITTIJD),
        (date(2027, 9, 30), Resultaten.EERSTE_ZITTIJD),
        (date(2027, 10, 1), Resultaten.TWEEDE_ZITTIJD),
        (date(2030, 1, 1), Resultaten.TWEEDE_ZITTIJD),
    ],
)
def test_results_come_in_the_order_of_the_sessions(dag: date, verwacht: Resultaten) -> None:
    """Of 2026-2027; in the months of the second session only those of the first are sure."""
    assert verwacht is resultaten_op(JAAR, dag)


def test_over_the_days_of_a_year_they_only_go_forward() -> None:
    """And they agree with what overmacht takes for the end of the second session."""
    volgorde = list(Resultaten)
    dagen = [date.fromordinal(n) for n in range(date(2026, 8, 1).toordinal(), date(2027, 11, 1).toordinal())]
    plaatsen = [volgorde.index(resultaten_op(JAAR, dag)) for dag in dagen]
    assert all(eerder <= later for eerder, later in pairwise(plaatsen))
    assert all(
        (resultaten_op(JAAR, dag) is Resultaten.TWEEDE_ZITTIJD) == (is_tweede_zit_voorbij(JAAR, dag) is True)
        for dag in dagen
    )


def test_on_30_november_the_running_year_has_none_and_the_one_before_has_all() -> None:
    """And that day is the last one on which everything comes back."""
    nu = jaartijd(date(2026, 11, 30), instelling="EhB")
    assert (JAAR, Resultaten.GEEN, Resultaten.TWEEDE_ZITTIJD) == (nu.lopend, nu.resultaten, nu.resultaten_vorig)
    assert [
        (date(2026, 11, 30), "herorientering_volledig"),
        (date(2026, 11, 30), "stoppen_instelling"),
        (date(2026, 11, 30), "commissie"),
        (date(2027, 3, 14), "herorientering_half"),
        (date(2027, 3, 15), "stoppen_instelling"),
        (date(2027, 3, 15), "commissie"),
    ] == [(termijn.laatste, termijn.waarvoor) for termijn in nu.termijnen]


@pytest.mark.parametrize(
    ("dag", "over"),
    [
        (date(2026, 9, 1), 2),
        (date(2026, 11, 30), 2),
        (date(2026, 12, 1), 1),
        (date(2027, 3, 14), 1),
        (date(2027, 3, 15), 0),
        (date(2027, 8, 31), 0),
        (date(2027, 9, 1), 2),
    ],
)
def test_a_day_of_the_law_counts_up_to_and_including_itself(dag: date, over: int) -> None:
    """The next academic year has its own."""
    assert over == len(termijnen(dag))


def test_the_commission_of_ehb_can_be_asked_in_two_stretches() -> None:
    """From the first day to the last, and in between the second stretch is not open yet."""
    eerste, tweede = (t for t in termijnen(date(2026, 9, 20), instelling="EhB") if t.waarvoor == "commissie")
    assert not eerste.is_open(date(2026, 9, 19))
    assert eerste.is_open(date(2026, 9, 20)) and eerste.is_open(date(2026, 11, 30))
    assert not eerste.is_open(date(2026, 12, 1))
    assert not tweede.is_open(date(2027, 2, 3))
    assert tweede.is_open(date(2027, 2, 4)) and tweede.is_open(date(2027, 3, 15))
    assert "van 4 februari 2027 tot 15 maart 2027" in tweede.zin


@pytest.mark.parametrize("sleutel", sorted(instellingen()))
def test_after_the_day_of_an_institution_it_gives_back_less(sleutel: str) -> None:
    """Or nothing that is known; and every such day is listed."""
    gegevens = instellingen()[sleutel]
    laatste = {t.laatste for t in termijnen(date(2026, 9, 1), instelling=sleutel) if t.waarvoor == "stoppen_instelling"}
    dagen = [date.fromordinal(n) for n in range(date(2026, 9, 1).toordinal(), date(2027, 9, 1).toordinal())]
    for een, ander in pairwise(dagen):
        ervoor, erna = gegevens.terug_op(een, JAAR), gegevens.terug_op(ander, JAAR)
        assert (ervoor != erna) == (een in laatste)


def test_the_windows_of_a_commission_are_those_of_its_sentence() -> None:
    """Data and text of an institution do not run apart."""
    for gegevens in instellingen().values():
        for termijn in termijnen(date(2026, 9, 1), instelling=gegevens.sleutel):
            if termijn.vanaf is not None:
                assert f"{termijn.vanaf.day} " in (gegevens.onvoldoende or "")
                assert f"{termijn.laatste.day} " in (gegevens.onvoldoende or "")


def test_what_cannot_be_is_refused() -> None:
    """An institution that is not there, and a day from before leerkrediet."""
    with pytest.raises(InvoerFout, match="geen bekende instelling"):
        termijnen(date(2026, 11, 30), instelling="ehb")
    with pytest.raises(ParameterNietVanKracht):
        jaartijd(date(2008, 8, 31))
    assert Academiejaar(2008) == jaartijd(date(2008, 9, 1)).lopend
