"""Counting, and whose address it is."""

from __future__ import annotations

import types
from typing import Any

import limits.storage.memory
import pytest

from channels import grenzen
from channels.grenzen import Grenswacht
from channels.grenzen import adres
from channels.instellingen import lees_instellingen
from channels.weigering import Weigering


@pytest.fixture
def tijd(monkeypatch: pytest.MonkeyPatch, klok: Any) -> Any:
    """The clock of the counting."""
    nep = types.SimpleNamespace(time=klok)
    monkeypatch.setattr(limits.storage.memory, "time", nep)
    monkeypatch.setattr(grenzen, "time", nep)
    return klok


def test_after_the_time_that_is_told_there_is_room_again(tijd: Any) -> None:
    """Not before it."""
    grens = lees_instellingen({"GRENS_GESPREK": "2/minute"}).grens_gesprek
    wacht = Grenswacht()
    wacht.tel(grens, "gesprek", "an")
    tijd.nu += 40
    wacht.tel(grens, "gesprek", "an")
    with pytest.raises(Weigering) as geweigerd:
        wacht.tel(grens, "gesprek", "an")
    assert 429 == geweigerd.value.status
    assert geweigerd.value.wacht is not None
    assert 20 <= geweigerd.value.wacht <= 21
    tijd.nu += 19
    with pytest.raises(Weigering):
        wacht.tel(grens, "gesprek", "an")
    tijd.nu += 2
    wacht.tel(grens, "gesprek", "an")


def test_each_part_of_a_limit_counts(tijd: Any) -> None:
    """The one that lasts longest is told."""
    grens = lees_instellingen({"GRENS_GESPREK": "2/minute; 3/hour"}).grens_gesprek
    wacht = Grenswacht()
    for _ in range(3):
        wacht.tel(grens, "gesprek", "an")
        tijd.nu += 61
    with pytest.raises(Weigering) as geweigerd:
        wacht.tel(grens, "gesprek", "an")
    assert geweigerd.value.wacht is not None
    assert geweigerd.value.wacht > 3000


def test_one_does_not_count_for_another(tijd: Any) -> None:
    """Neither another person nor another thing to ask."""
    grens = lees_instellingen({"GRENS_GESPREK": "1/hour"}).grens_gesprek
    wacht = Grenswacht()
    for soort, wie in (("gesprek", "an"), ("gesprek", "bo"), ("nieuw", "an")):
        wacht.tel(grens, soort, wie)
    with pytest.raises(Weigering):
        wacht.tel(grens, "gesprek", "an")


def test_nothing_is_kept_of_who_was_here_long_ago(tijd: Any) -> None:
    """Addresses are forgotten with the window that they were counted in."""
    grens = lees_instellingen({"GRENS_GESPREK": "5/minute"}).grens_gesprek
    wacht = Grenswacht()
    for nummer in range(50):
        wacht.tel(grens, "gesprek", f"10.0.0.{nummer}")
    tijd.nu += 61
    wacht.tel(grens, "gesprek", "10.0.1.1")
    wacht._opslag.timer.join()
    assert ["10.0.1.1"] == [sleutel.split("/")[2] for sleutel in wacht._opslag.storage]


def vraag_van(ip: str, via: str = "") -> Any:
    """A request as Sanic gives it."""
    return types.SimpleNamespace(ip=ip, remote_addr=via)


@pytest.mark.parametrize(
    ("ip", "via", "proxies", "verwacht"),
    [
        ("10.0.0.1", "", 0, "10.0.0.1"),
        ("10.0.0.1", "9.9.9.9", 0, "10.0.0.1"),
        ("10.0.0.1", "9.9.9.9", 1, "9.9.9.9"),
        ("10.0.0.1", "", 1, "10.0.0.1"),
        ("10.0.0.1", "[2001:db8::1]", 1, "2001:db8::/64"),
        ("2001:db8:0:1:2:3:4:5", "", 0, "2001:db8:0:1::/64"),
        ("::ffff:10.0.0.1", "", 0, "10.0.0.1"),
        ("::1", "", 0, "::/64"),
        ("10.0.0.1", "_verborgen", 1, "onbekend"),
        ("", "", 0, "onbekend"),
    ],
)
def test_an_address_is_what_can_be_trusted_of_it(ip: str, via: str, proxies: int, verwacht: str) -> None:
    """As few as one home has of it."""
    assert verwacht == adres(vraag_van(ip, via), proxies)
