"""Careers as data: what the calculation makes of them, which rules it names and in which order."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from leerkrediet_core import bereken
from leerkrediet_core import instellingen
from leerkrediet_core import lees_loopbaan
from leerkrediet_core import regels


MAP = Path(__file__).parent / "gevallen"
VERPLICHT = {"naam", "invoer", "saldo", "bonus_over", "regels"}
MOGELIJK = VERPLICHT | {"bron", "saldo_per_gebeurtenis", "waarschuwing"}
GEVALLEN = [geval for bestand in sorted(MAP.glob("*.yml")) for geval in yaml.safe_load(bestand.read_text("utf-8"))]


@pytest.mark.parametrize("geval", GEVALLEN, ids=[geval["naam"] for geval in GEVALLEN])
def test_the_career_ends_as_the_case_says(geval: dict[str, Any]) -> None:
    """Balance, what may still be doubled, the rules in order, and the balance after each event where it is given."""
    grootboek = bereken(lees_loopbaan(geval["invoer"]))
    assert geval["saldo"] == grootboek.saldo
    assert geval["bonus_over"] == grootboek.bonus_over
    assert geval["regels"] == [stap.regel.id for stap in grootboek.stappen]
    if "saldo_per_gebeurtenis" in geval:
        na = {stap.gebeurtenis: stap.saldo for stap in grootboek.stappen}
        assert geval["saldo_per_gebeurtenis"] == [na[index] for index in sorted(na)]
    if "waarschuwing" in geval:
        assert any(geval["waarschuwing"] in zin for zin in grootboek.waarschuwingen), grootboek.waarschuwingen


def test_every_case_has_a_name_of_its_own_and_only_known_fields() -> None:
    """A field that nobody reads would be a check that never runs."""
    namen = [geval["naam"] for geval in GEVALLEN]
    assert sorted(set(namen)) == sorted(namen)
    for geval in GEVALLEN:
        assert VERPLICHT <= geval.keys() <= MOGELIJK, geval["naam"]
        assert geval.get("bron", "https://").startswith(("https://", "http://")), geval["naam"]


def test_every_rule_is_named_by_some_case() -> None:
    """No rule without a case that shows it."""
    assert set(regels()) == {regel for geval in GEVALLEN for regel in geval["regels"]}


def test_every_institution_has_a_case() -> None:
    """Each institution's dates are tried."""
    assert set(instellingen()) == {geval["invoer"].get("instelling") for geval in GEVALLEN} - {None}


def test_a_step_tells_what_the_step_before_left() -> None:
    """Balances follow from the movements, in every case."""
    for geval in GEVALLEN:
        grootboek = bereken(lees_loopbaan(geval["invoer"]))
        saldo = grootboek.startsaldo
        for stap in grootboek.stappen:
            saldo += stap.mutatie
            assert saldo == stap.saldo, geval["naam"]
        assert saldo == grootboek.saldo, geval["naam"]
