"""Which day the assistant takes for today: an hour after midnight decides over a whole year of studiepunten."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import timezone
from pathlib import Path

import pytest

from gesprek.dag import controleer_dag
from gesprek.dag import vandaag
from gesprek.dag import vaste_dag


WORTEL = Path(__file__).resolve().parents[2]
VAST = {"VANDAAG": "2026-11-30"}


@pytest.mark.parametrize(
    ("moment", "dag"),
    [
        # In winter Brussels is an hour ahead of Greenwich.
        ("2026-11-30T22:59:59+00:00", date(2026, 11, 30)),
        ("2026-11-30T23:00:00+00:00", date(2026, 12, 1)),
        ("2026-11-30T23:30:00+00:00", date(2026, 12, 1)),
        ("2027-03-15T22:59:59+00:00", date(2027, 3, 15)),
        ("2027-03-15T23:00:00+00:00", date(2027, 3, 16)),
        # In summer two.
        ("2027-07-31T21:59:59+00:00", date(2027, 7, 31)),
        ("2027-07-31T22:00:00+00:00", date(2027, 8, 1)),
        # The nights around the change of the clock.
        ("2027-03-27T23:00:00+00:00", date(2027, 3, 28)),
        ("2027-03-28T21:59:59+00:00", date(2027, 3, 28)),
        ("2027-03-28T22:00:00+00:00", date(2027, 3, 29)),
        ("2026-10-24T22:00:00+00:00", date(2026, 10, 25)),
        ("2026-10-25T22:59:59+00:00", date(2026, 10, 25)),
        ("2026-10-25T23:00:00+00:00", date(2026, 10, 26)),
        # The same moments as machines elsewhere tell them.
        ("2026-11-30T15:30:00-08:00", date(2026, 12, 1)),
        ("2026-12-01T08:30:00+10:00", date(2026, 11, 30)),
    ],
)
def test_today_is_the_day_in_brussels(moment: str, dag: date) -> None:
    """In winter and in summer, wherever the machine stands."""
    assert dag == vandaag(datetime.fromisoformat(moment), {})


def test_the_day_changes_365_times_a_year_and_always_at_midnight_in_brussels() -> None:
    """Each quarter of an hour of a year has the day of the one before or the next one."""
    begin = datetime(2026, 12, 31, 23, tzinfo=timezone.utc)
    dagen = [vandaag(begin + i * timedelta(minutes=15), {}) for i in range(365 * 96)]
    assert (date(2027, 1, 1), date(2027, 12, 31)) == (dagen[0], dagen[-1])
    lengtes = [dagen.count(date(2027, 1, 1) + timedelta(days=i)) for i in range(365)]
    # One day of 23 hours, one of 25.
    assert {96: 363, 92: 1, 100: 1} == {lengte: lengtes.count(lengte) for lengte in lengtes}


def test_the_zone_of_the_machine_does_not_count() -> None:
    """A day on either side of the date line, asked at the same moment."""
    gezegd = {
        _in_eigen_proces("from gesprek.dag import vandaag, datetime as d; print(vandaag(d.fromtimestamp(1796081400).astimezone()))", TZ=zone)
        for zone in ("UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago")
    }  # fmt: skip
    assert {"2026-12-01"} == gezegd


def test_a_machine_without_a_database_of_zones_knows_brussels_too() -> None:
    """Small containers have none; a package brings it."""
    vraag = "import zoneinfo; print(zoneinfo.TZPATH); import gesprek.dag as g; print(g.vandaag(g.datetime(2026, 11, 30, 23, 30, tzinfo=g.timezone.utc)))"
    assert "()\n2026-12-01" == _in_eigen_proces(vraag, PYTHONTZPATH="")


def _in_eigen_proces(opdracht: str, **extra: str) -> str:
    omgeving = {naam: waarde for naam, waarde in os.environ.items() if naam != "VANDAAG"}
    uit = subprocess.run(
        [sys.executable, "-c", opdracht], env={**omgeving, **extra}, cwd=WORTEL, capture_output=True, text=True, check=True
    )  # fmt: skip
    return uit.stdout.strip()


def test_without_a_moment_it_is_now(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day before or after it when midnight falls in between."""
    monkeypatch.delenv("VANDAAG", raising=False)
    ervoor = vandaag(datetime.now(timezone.utc))
    assert ervoor <= vandaag() <= vandaag(datetime.now(timezone.utc))


def test_a_fixed_day_goes_before_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """And is asked anew each time, as the clock is."""
    zomer = datetime(2027, 7, 1, tzinfo=timezone.utc)
    assert date(2026, 11, 30) == vandaag(zomer, VAST)
    assert date(2027, 7, 1) == vandaag(zomer, {"VANDAAG": ""})
    for dag in ("2026-11-30", "2026-12-01"):
        monkeypatch.setenv("VANDAAG", dag)
        assert date.fromisoformat(dag) == vandaag()


@pytest.mark.parametrize(
    "fout",
    ["vandaag", "30/11/2026", "30-11-2026", "2026-02-30", "2026-11-3", "20261130", "2026-11-30T10:00", " ", "nee"],
)
def test_a_day_that_cannot_be_is_refused(fout: str) -> None:
    """With the form that would be right."""
    with pytest.raises(ValueError, match=r"^VANDAAG moet een datum zijn zoals 2026-11-30") as geweigerd:
        controleer_dag({"VANDAAG": fout}, "127.0.0.1")
    assert repr(fout) in str(geweigerd.value)
    assert "\n" not in str(geweigerd.value)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2", "::1", "localhost"])
def test_the_day_may_be_fixed_for_the_own_machine(host: str) -> None:
    """Nobody else can ask there."""
    controleer_dag(VAST, host)
    assert date(2026, 11, 30) == vaste_dag(VAST)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "", "192.0.2.1", "2001:db8::1", "school.be", "localhost.school.be"])
def test_the_day_may_not_be_fixed_for_others(host: str) -> None:
    """A student would get deadlines of a day that is long gone; an empty address is every address."""
    with pytest.raises(ValueError, match=r"^VANDAAG .* HOST"):
        controleer_dag(VAST, host)
    for niets in ({}, {"VANDAAG": ""}):
        controleer_dag(niets, host)
