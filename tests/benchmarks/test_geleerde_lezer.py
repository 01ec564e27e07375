"""Whatever is typed, a learned reader says something that the machine accepts, and the same each time."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from benchmarks.geleerde_lezer import Lezer
from benchmarks.gemerkt import lees_beurten
from benchmarks.gemerkt import lees_hand
from gesprek.doelen import Wereld
from gesprek.lezing import Lezing
from gesprek.staat import Staat


WORTEL = Path(__file__).parents[2]
VANDAAG = date(2026, 11, 30)


@pytest.fixture(scope="module")
def lezer() -> Lezer:
    rijen = [rij for hand in ("H03", "H09") for rij in lees_hand(WORTEL / "corpus" / "handen" / f"{hand}.jsonl")]
    vragen = (WORTEL / "corpus" / "vragen" / "deel1-a.jsonl").read_text("utf-8").splitlines()
    return Lezer(lees_beurten(rijen, Wereld(VANDAAG, "EhB")), [json.loads(regel) for regel in vragen[:200]])


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "?",
        "👋",
        "ok",
        "60",
        "60 op 45 gehaald",
        "en als k alles haal",
        "ik stop in januari",
        "999999999",
        "a" * 2_000,
        "1 2 3 4 5 6 7 8 9",
        "\n",
    ],
)
def test_leest_altijd_iets_wat_mag(lezer: Lezer, tekst: str) -> None:
    gelezen = lezer.lees(tekst, Staat(), VANDAAG)
    Lezing.parse_obj(gelezen)
    assert lezer.lees(tekst, Staat(), VANDAAG) == gelezen


def test_wat_geleerd_is_wordt_herkend(lezer: Lezer) -> None:
    """Of what it learned from, so of nobody new: only that what was marked comes back."""
    daden = lezer.lees("nu 60 opgenomen", Staat(), VANDAAG)["daden"]
    assert (60, "opgenomen") in [(feit["waarde"], feit["wat"]) for daad in daden for feit in daad.get("feiten", ())]
