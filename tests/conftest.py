"""For all tests: in CI a test that is skipped makes the run fail, because there every test can run."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest


_overgeslagen: list[str] = []


def pytest_configure(config: pytest.Config) -> None:
    """Start each run with nothing skipped."""
    _overgeslagen.clear()


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Remember what was skipped; an expected failure is reported as skipped too, but is none."""
    if report.skipped and not hasattr(report, "wasxfail"):
        _overgeslagen.append(report.nodeid)


def pytest_collectreport(report: pytest.CollectReport) -> None:
    """Remember the files that were skipped whole."""
    if report.skipped:
        _overgeslagen.append(report.nodeid)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> Iterator[None]:
    """Turn a green run with skipped tests into a failed one when CI is set."""
    if _in_ci() and _overgeslagen and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
    yield


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say why the run failed."""
    if _in_ci() and _overgeslagen:
        terminalreporter.section("in CI mag geen test overgeslagen worden", red=True)
        for naam in _overgeslagen:
            terminalreporter.line(naam, red=True)


def _in_ci() -> bool:
    return os.environ.get("CI", "").lower() in {"1", "true", "yes"}
