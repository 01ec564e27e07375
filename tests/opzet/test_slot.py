"""The locks: complete, with hashes, and nothing of one machine in them."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version


WORTEL = Path(__file__).resolve().parents[2]


def _regels(naam: str) -> list[str]:
    return (WORTEL / naam).read_text(encoding="utf-8").splitlines()


def _rechtstreeks() -> list[Requirement]:
    return [Requirement(regel) for regel in _regels("requirements.in") if regel and not regel.startswith("#")]


def _vast(naam: str) -> dict[str, Version]:
    gevonden = (re.match(r"([A-Za-z0-9._-]+)==([^ ;\\]+)", regel) for regel in _regels(naam))
    return {canonicalize_name(hit[1]): Version(hit[2]) for hit in gevonden if hit}


def test_elk_rechtstreeks_pakket_staat_in_het_slot() -> None:
    vast = _vast("requirements.lock")
    eisen = _rechtstreeks()
    assert len(eisen) > 20
    for eis in eisen:
        assert vast[canonicalize_name(eis.name)] in eis.specifier, eis


@pytest.mark.parametrize("naam", ["requirements.lock", "scripts/uv.lock"])
def test_elke_versie_heeft_een_hash(naam: str) -> None:
    tekst = "\n".join(regel for regel in _regels(naam) if not regel.startswith("#"))
    blokken = re.split(r"\n(?=[A-Za-z0-9])", tekst.strip())
    assert len(blokken) == len(_vast(naam)) > 0
    for blok in blokken:
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", blok), blok.splitlines()[0]


@pytest.mark.parametrize(
    "naam",
    [
        "requirements.in",
        "requirements.lock",
        "scripts/uv.lock",
        "scripts/setup",
        "scripts/slot",
        ".ci/run",
        "Makefile",
        "pyproject.toml",
    ],
)
def test_geen_adres_van_een_pakketbron_of_plaats_op_een_machine(naam: str) -> None:
    tekst = "\n".join(_regels(naam))
    assert not re.search(r"(https?|file)://|--(extra-)?index-url|--find-links|/root/|/home/", tekst)


def test_afhankelijkheden_worden_uitgelegd() -> None:
    tekst = (WORTEL / "docs" / "afhankelijkheden.md").read_text(encoding="utf-8").lower()
    for eis in _rechtstreeks():
        assert f"`{eis.name.lower()}`" in tekst, eis.name


def test_de_uitleg_noemt_de_versies_van_het_slot() -> None:
    """A version that the explanation gives for a package is the one of the lock."""
    vast = _vast("requirements.lock")
    tekst = (WORTEL / "docs" / "afhankelijkheden.md").read_text(encoding="utf-8")
    genoemd = re.findall(r"^\| `([^`]+)` \| ([0-9][^ |]*) \|", tekst, re.MULTILINE)
    assert len(genoemd) == len(_rechtstreeks())
    assert {naam: vast[canonicalize_name(naam)] for naam, _ in genoemd} == {naam: Version(v) for naam, v in genoemd}


def test_make_toont_elke_opdracht() -> None:
    namen = {hit[1] for hit in (re.match(r"([a-z]+):.*## ", regel) for regel in _regels("Makefile")) if hit}
    assert {"start", "test", "train", "chat", "help", "lint"} <= namen
    getoond = subprocess.run(
        ["make", "--no-print-directory"], cwd=WORTEL, capture_output=True, text=True, check=True
    ).stdout
    assert {regel.split()[1] for regel in getoond.splitlines()} == namen
