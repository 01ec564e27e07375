"""Which channels are on, given what is filled in."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa.core.run import create_http_input_channels

from channels.kanalen import kies_kanalen
from channels.kanalen import schrijf_kanalen
from channels.pagina import Pagina
from channels.rest import VeiligeRest
from channels.widget import WidgetKanaal


WORTEL = Path(__file__).resolve().parents[2]
INSTELLINGEN: dict[str, Any] = yaml.safe_load((WORTEL / "credentials.yml").read_text("utf-8"))
ALTIJD = {"channels.widget.WidgetKanaal", "channels.pagina.Pagina"}
EIGEN = {"channels.rest.VeiligeRest", *ALTIJD}
VAN_ANDEREN = sorted(set(INSTELLINGEN) - EIGEN)


def variabelen(naam: str) -> dict[str, str]:
    """Every variable that a channel names, filled in."""
    namen = re.findall(r"\$\{(\w+)\}", str(INSTELLINGEN[naam]))
    assert namen
    return {variabele: f"waarde van {variabele}" for variabele in namen}


def test_without_anything_filled_in_only_the_widget_and_its_pages_are_on() -> None:
    """Nothing that talks to another company, and no REST unless it is asked for."""
    assert {naam: {} for naam in ALTIJD} == kies_kanalen(INSTELLINGEN, {})


@pytest.mark.parametrize(("rest", "aan"), [("ja", True), ("nee", False), ("", False), ("Ja", False), ("true", False)])
def test_rest_is_on_only_when_that_is_said(rest: str, aan: bool) -> None:
    """Any other word leaves it off: the safe side."""
    gekozen = kies_kanalen(INSTELLINGEN, {"REST": rest})
    assert aan == ("channels.rest.VeiligeRest" in gekozen)
    assert not aan or gekozen["channels.rest.VeiligeRest"] == {}


@pytest.mark.parametrize("naam", VAN_ANDEREN)
def test_a_channel_is_on_when_all_its_variables_have_a_value(naam: str) -> None:
    """And gets exactly those values."""
    omgeving = variabelen(naam)
    gekozen = kies_kanalen(INSTELLINGEN, omgeving)
    assert {*ALTIJD, naam} == set(gekozen)
    assert sorted(omgeving.values()) == sorted(gekozen[naam].values())
    assert set(INSTELLINGEN[naam]) == set(gekozen[naam])


@pytest.mark.parametrize("naam", VAN_ANDEREN)
def test_a_channel_with_one_variable_missing_or_empty_is_off(naam: str) -> None:
    """Half a configuration would fail at the first message, or leave a door open."""
    omgeving = variabelen(naam)
    for weg in omgeving:
        assert naam not in kies_kanalen(INSTELLINGEN, {n: w for n, w in omgeving.items() if n != weg})
        assert naam not in kies_kanalen(INSTELLINGEN, {**omgeving, weg: ""})


def test_values_that_are_no_text_are_kept_and_texts_are_filled_in() -> None:
    """A number or a switch stays what it is; more than one variable may stand in a text."""
    instellingen = {"kanaal": {"aantal": 3, "open": False, "adres": "https://${NAAM}:${POORT}/x"}}
    verwacht = {"kanaal": {"aantal": 3, "open": False, "adres": "https://a:1/x"}}
    assert verwacht == kies_kanalen(instellingen, {"NAAM": "a", "POORT": "1"})


def test_a_channel_without_settings_is_on() -> None:
    """Nothing is missing then."""
    assert {"kanaal": {}} == kies_kanalen({"kanaal": None}, {})


def test_choosing_leaves_the_settings_as_they_were() -> None:
    """They may be asked twice."""
    instellingen = {"kanaal": {"aan": "${AAN}", "x": "${X}"}}
    kies_kanalen(instellingen, {"AAN": "ja", "X": "1"})
    assert {"kanaal": {"aan": "${AAN}", "x": "${X}"}} == instellingen


def test_the_file_for_rasa_holds_the_chosen_channels_and_is_gone_afterwards() -> None:
    """It may hold tokens, so only its owner can read it, and it does not stay."""
    with schrijf_kanalen(WORTEL / "credentials.yml", {"REST": "ja"}) as bestand:
        gelezen = yaml.safe_load(bestand.read_text("utf-8"))
        assert 0o600 == bestand.stat().st_mode & 0o777
    assert {naam: {} for naam in EIGEN} == gelezen
    assert not bestand.exists()


def test_the_file_is_gone_after_a_failure_too() -> None:
    """Also when the server cannot start."""
    with pytest.raises(RuntimeError), schrijf_kanalen(WORTEL / "credentials.yml", {}) as bestand:
        raise RuntimeError
    assert not bestand.exists()


def test_rasa_makes_our_own_channels_of_it(omgeving: Any) -> None:
    """Under the names that stand in the file."""
    with schrijf_kanalen("credentials.yml", {"REST": "ja"}) as bestand:
        kanalen = create_http_input_channels(None, str(bestand))
    assert {VeiligeRest, WidgetKanaal, Pagina} == {type(kanaal) for kanaal in kanalen}
