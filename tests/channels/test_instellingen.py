"""Which settings can be, and what is said of those that cannot."""

from __future__ import annotations

import pytest

from channels.instellingen import STANDAARD
from channels.instellingen import lees_instellingen


def test_without_anything_set_the_defaults_hold() -> None:
    """No other site, half an hour, twelve hours, no proxy."""
    gelezen = lees_instellingen({})
    assert (frozenset(), 1800, 43_200, 0) == (gelezen.oorsprongen, gelezen.inactief, gelezen.langst, gelezen.proxies)
    assert [(20, 60), (300, 3600)] == [(deel.amount, deel.get_expiry()) for deel in gelezen.grens_gesprek]


def test_a_variable_that_is_empty_counts_as_not_set() -> None:
    """As a compose file passes it on."""
    assert lees_instellingen({}) == lees_instellingen(dict.fromkeys(STANDAARD, " "))


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("https://www.school.be", {"https://www.school.be"}),
        (" https://a.be , https://b.be,", {"https://a.be", "https://b.be"}),
        ("https://A.be/", {"https://a.be"}),
        ("https://a.be:443", {"https://a.be"}),
        ("https://a.be:8443", {"https://a.be:8443"}),
        (
            "http://localhost:8000,http://127.0.0.1:8000,http://[::1]:80",
            {"http://localhost:8000", "http://127.0.0.1:8000", "http://[::1]"},
        ),
    ],
)
def test_an_origin_is_read_as_a_browser_sends_it(tekst: str, verwacht: set[str]) -> None:
    """In lower case, without the usual port."""
    assert verwacht == lees_instellingen({"WIDGET_OORSPRONGEN": tekst}).oorsprongen


@pytest.mark.parametrize(
    "tekst",
    [
        "*",
        "https://*.school.be",
        "null",
        "www.school.be",
        "http://www.school.be",
        "ftp://a.be",
        "https://",
        "https://a.be/pad",
        "https://a.be?x",
        "https://a.be#x",
        "https://u:p@a.be",
        "https://a.be:poort",
        "https://a.be:99999",
        "https://a b.be",
        "https://[kapot",
        "https://a.be;https://b.be",
    ],
)
def test_an_origin_that_cannot_be_is_refused(tekst: str) -> None:
    """By name, with an example of what can."""
    with pytest.raises(ValueError, match=r"WIDGET_OORSPRONGEN.*https://www\.school\.be"):
        lees_instellingen({"WIDGET_OORSPRONGEN": tekst})


@pytest.mark.parametrize("naam", ["WIDGET_INACTIEF_MINUTEN", "WIDGET_MEESTE_UREN", "PROXIES"])
@pytest.mark.parametrize("waarde", ["-1", "1.5", "veel", "99999", "1" * 5000, "²"])
def test_a_number_that_cannot_be_is_refused(naam: str, waarde: str) -> None:
    """By name, with what can be."""
    with pytest.raises(ValueError, match=f"^{naam} moet een getal van"):
        lees_instellingen({naam: waarde})


@pytest.mark.parametrize("naam", [naam for naam in STANDAARD if naam.startswith("GRENS_")])
@pytest.mark.parametrize("waarde", ["veel", "20", "20/eeuwig", "0/minute", ";"])
def test_a_limit_that_cannot_be_is_refused(naam: str, waarde: str) -> None:
    """By name, with an example."""
    with pytest.raises(ValueError, match=f"^{naam} moet eruitzien als"):
        lees_instellingen({naam: waarde})
