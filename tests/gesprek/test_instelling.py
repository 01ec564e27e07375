"""The file in which a school names itself: what is read, and which slips are refused at start."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from gesprek.instelling import Instellingsteksten
from gesprek.instelling import lees_instelling
from leerkrediet_core import instellingen


WORTEL = Path(__file__).resolve().parents[2]


@pytest.fixture
def gegevens() -> dict[str, Any]:
    """The settings as they are delivered."""
    gelezen: dict[str, Any] = yaml.safe_load((WORTEL / "instelling.yml").read_text("utf-8"))
    return gelezen


def lees(gegevens: object, map_: Path) -> Instellingsteksten:
    """Write and read settings."""
    (map_ / "instelling.yml").write_text(yaml.safe_dump(gegevens), "utf-8")
    return lees_instelling(map_ / "instelling.yml")


def test_the_file_of_the_project_is_in_order(gegevens: dict[str, Any]) -> None:
    """All its texts arrive, under their own names."""
    instelling = lees_instelling(WORTEL / "instelling.yml")
    assert gegevens["sleutel"] == instelling.sleutel
    assert gegevens["gecontroleerd_op"] == instelling.gecontroleerd_op
    assert set(gegevens["teksten"]) == set(instelling.teksten)
    assert gegevens["links"] == instelling.links


@pytest.mark.parametrize("sleutel", sorted(instellingen()))
def test_every_institution_that_can_be_computed_can_be_named(
    sleutel: str, gegevens: dict[str, Any], tmp_path: Path
) -> None:
    """The keys are those of the calculation."""
    assert sleutel == lees({**gegevens, "sleutel": sleutel}, tmp_path).sleutel


def test_an_unknown_institution_is_refused_with_the_ones_that_exist(gegevens: dict[str, Any], tmp_path: Path) -> None:
    """Whoever mistypes it reads what to type."""
    with pytest.raises(ValueError, match="'Hogwarts' is geen bekende instelling") as fout:
        lees({**gegevens, "sleutel": "Hogwarts"}, tmp_path)
    assert [] == [sleutel for sleutel in instellingen() if sleutel not in str(fout.value)]


@pytest.mark.parametrize("veld", ["sleutel", "gecontroleerd_op", "teksten"])
def test_a_field_that_is_missing_is_named(veld: str, gegevens: dict[str, Any], tmp_path: Path) -> None:
    """All but the addresses must be there."""
    del gegevens[veld]
    with pytest.raises(ValueError, match=veld):
        lees(gegevens, tmp_path)


def test_a_school_without_addresses_is_allowed(gegevens: dict[str, Any], tmp_path: Path) -> None:
    """Better none than an invented one."""
    del gegevens["links"]
    assert {} == lees(gegevens, tmp_path).links


def test_a_field_that_does_not_exist_is_refused(gegevens: dict[str, Any], tmp_path: Path) -> None:
    """A typing error in a key would otherwise be a text that nobody sees."""
    with pytest.raises(ValueError, match="tekst_en"):
        lees({**gegevens, "tekst_en": {}}, tmp_path)


@pytest.mark.parametrize("leeg", ["", "   ", "\n"])
def test_an_empty_text_is_refused(leeg: str, gegevens: dict[str, Any], tmp_path: Path) -> None:
    """It would leave a hole in an answer."""
    gegevens["teksten"]["secretariaat"] = leeg
    with pytest.raises(ValueError, match="mag niet leeg zijn"):
        lees(gegevens, tmp_path)


def test_a_text_over_several_lines_becomes_one(gegevens: dict[str, Any], tmp_path: Path) -> None:
    """How staff break their lines is not how the student reads them."""
    gegevens["teksten"]["secretariaat"] = "  het\n   secretariaat \n"
    assert "het secretariaat" == lees(gegevens, tmp_path).teksten["secretariaat"]


@pytest.mark.parametrize("adres", ["https://school.example/x", "mailto:a@school.example", "tel:+3200000000", ""])
def test_a_safe_address_or_none_is_accepted(adres: str, gegevens: dict[str, Any], tmp_path: Path) -> None:
    """Empty means: not known."""
    gegevens["links"] = {"oer_pagina": adres}
    assert {"oer_pagina": adres} == lees(gegevens, tmp_path).links


@pytest.mark.parametrize("adres", ["http://school.example", "javascript:alert(1)", "school.example", " https://a.be"])
def test_any_other_address_is_refused(adres: str, gegevens: dict[str, Any], tmp_path: Path) -> None:
    """It ends up in a page that students open."""
    gegevens["links"] = {"oer_pagina": adres}
    with pytest.raises(ValueError, match="een adres begint met https://"):
        lees(gegevens, tmp_path)


@pytest.mark.parametrize("inhoud", ["", "een zin", "- lijst", "sleutel: [half", "a: b: c", "\t- x"])
def test_a_file_that_is_something_else_is_a_value_error(inhoud: str, tmp_path: Path) -> None:
    """One kind of error, also for broken YAML, so that the start can say it in one sentence."""
    (tmp_path / "instelling.yml").write_text(inhoud, "utf-8")
    with pytest.raises(ValueError, match=r"\w"):
        lees_instelling(tmp_path / "instelling.yml")


def test_bytes_that_are_no_text_are_a_value_error(tmp_path: Path) -> None:
    """Saved in an old encoding."""
    (tmp_path / "instelling.yml").write_bytes(b"sleutel: \xe9\xe8")
    with pytest.raises(ValueError, match="utf-8"):
        lees_instelling(tmp_path / "instelling.yml")


def test_a_file_that_is_not_there_is_an_os_error(tmp_path: Path) -> None:
    """Named, so that the path can be mended."""
    with pytest.raises(OSError, match=r"weg\.yml"):
        lees_instelling(tmp_path / "weg.yml")


def test_settings_cannot_be_changed_afterwards() -> None:
    """All conversations share them."""
    instelling = lees_instelling(WORTEL / "instelling.yml")
    with pytest.raises(TypeError, match="immutable"):
        instelling.sleutel = "KUL"


@pytest.mark.parametrize(
    ("suggesties", "zegt"),
    [
        ([], "2 tot 6 suggesties"),
        ([{"titel": "Hallo", "onderwerp": "werking"}] * 7, "2 tot 6 suggesties"),
        ([{"titel": "x" * 31, "onderwerp": "werking"}] * 2, "1 tot 30 tekens"),
        ([{"titel": " ", "onderwerp": "werking"}] * 2, "1 tot 30 tekens"),
        ([{"titel": "Hallo"}] * 2, "onderwerp"),
        ([{"titel": "Hallo", "onderwerp": "werking", "kleur": "rood"}] * 2, "kleur"),
    ],
)
def test_buttons_to_begin_with_must_be_few_and_short(
    suggesties: list[Any], zegt: str, gegevens: dict[str, Any], tmp_path: Path
) -> None:
    """Whoever changes them reads what is wrong."""
    with pytest.raises(ValueError, match=zegt):
        lees({**gegevens, "suggesties": suggesties}, tmp_path)
