"""Whatever is typed, a learned reader says something that the machine accepts, and the same each time."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from gesprek.doelen import Wereld
from gesprek.lezing import Lezing
from gesprek.machine import beurt
from gesprek.machine import los_sleutel
from gesprek.staat import Staat
from nlu.lezer import Lezer
from nlu.lezer import jaren
from nlu.lezer.corpus import lees_beurten
from nlu.lezer.corpus import lees_hand


WORTEL = Path(__file__).parents[3]
VANDAAG = date(2026, 11, 30)
LOPEND = 2026
WERELD = Wereld(VANDAAG, "EhB")
SLEUTEL = los_sleutel(b"voor de test")


@pytest.fixture(scope="module")
def lezer() -> Lezer:
    rijen = [rij for hand in ("H03", "N01", "N61") for rij in lees_hand(WORTEL / "corpus" / "handen" / f"{hand}.jsonl")]
    vragen = (WORTEL / "corpus" / "vragen" / "deel1-a.jsonl").read_text("utf-8").splitlines()
    beurten = lees_beurten(rijen, WERELD)
    berichten = [("mag ik stoppen", "stoppen_uitschrijven"), ("hoeveel krijg ik bij de start", "startkrediet")]
    losse = [json.loads(regel) for regel in vragen[:200]]
    bekend = {vraag["vraag"].partition("/")[0] for vraag in losse} | {"stoppen_uitschrijven", "startkrediet"}
    return Lezer(beurten, [1] * len(beurten), losse, [b for b in berichten if b[1] in bekend], VANDAAG)


def na(*gezegd: dict[str, object]) -> Staat:
    """The state after these turns."""
    staat = Staat()
    for daden in gezegd:
        staat, _ = beurt(staat, Lezing.parse_obj({"daden": [daden]}), WERELD, SLEUTEL)
    return staat


@pytest.mark.parametrize(
    "tekst",
    [
        "", "?", "👋", "ok", "60", "60 op 45 gehaald", "en als k alles haal", "ik stop in januari", "999999999", "a" * 2_000,
        "1 2 3 4 5 6 7 8 9", "\n", "24-25 60/45, '25-'26 54", "\u0000{1|60}",
    ],
)  # fmt: skip
def test_leest_altijd_iets_wat_mag(lezer: Lezer, tekst: str) -> None:
    vol = na({"soort": "vertel", "feiten": [{"wat": "opgenomen", "waarde": 60, "jaar": "vorig"}]})
    for staat in (Staat(), vol):
        gelezen = lezer.lees(tekst, staat, VANDAAG)
        beurt(staat, Lezing.parse_obj(gelezen), WERELD, SLEUTEL)
        assert lezer.lees(tekst, staat, VANDAAG) == gelezen


def test_wat_geleerd_is_wordt_herkend(lezer: Lezer) -> None:
    """Of what it learned from, so of nobody new: only that what was marked comes back."""
    daden = lezer.lees("nu 60 opgenomen", Staat(), VANDAAG)["daden"]
    assert (60, "opgenomen") in [(feit["waarde"], feit["wat"]) for daad in daden for feit in daad.get("feiten", ())]


@pytest.mark.parametrize(
    ("jaar", "naam"),
    [("nu", "o0"), ("vorig", "o-1"), ("2023-2024", "o-3"), ("2", "r2"), (None, "o-1"), ("daarna", "o0")],
)
def test_een_jaar_heeft_een_naam_die_niet_van_de_woorden_afhangt(jaar: str | None, naam: str) -> None:
    staat = na({"soort": "vertel", "feiten": [{"wat": "opgenomen", "waarde": 60, "jaar": "vorig"}]})
    feit = {"wat": "verworven", "waarde": 30} | ({"jaar": jaar} if jaar else {})
    assert jaren.labels(staat, [{"soort": "vertel", "feiten": [feit]}], LOPEND) == [naam]


@pytest.mark.parametrize("naam", ["o0", "o-1", "o1", "o-4", "r1", "r3", jaren.GEEN])
def test_een_naam_van_een_jaar_wordt_weer_dat_jaar(naam: str) -> None:
    feit = {"wat": "opgenomen", "waarde": 60, "jaar": jaren.als_verwijzing(naam, LOPEND)}
    if naam != jaren.GEEN:
        assert jaren.labels(Staat(), [{"soort": "vertel", "feiten": [feit]}], LOPEND) == [naam]
    else:
        assert feit["jaar"] is None


def test_wat_net_verteld_werd_staat_in_de_stand_zonder_namen() -> None:
    staat = na(
        {
            "soort": "vertel",
            "feiten": [{"wat": "opgenomen", "waarde": 48, "jaar": "nu"}, {"wat": "school", "waarde": "VUB"}],
        }
    )
    assert staat.laatste.verteld == (("vertel", "opgenomen", 48), ("vertel", "school", None))
    assert staat.laatste.net
