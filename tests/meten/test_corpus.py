"""What a reader may learn from: every line says what it means, and none of it measures."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from meet import GESPREKKEN
from meten.laden import lees

from benchmarks.maten import effen
from gesprek.lezing import Lezing
from gesprek.lezing import Vertel


WORTEL = Path(__file__).parents[2]
CORPUS = WORTEL / "corpus"
MERK = re.compile(r"\{(\d+)\|([^{}]+)\}")
#: A message of so few words is said by everybody.
ALLEDAAGS = 3
#: Conversations with one message of four to seven words that somebody who never saw it wrote too.
TOEVAL = {"W12-32", "W1-11", "W1-25", "W1-29", "W10-09", "W10-15", "W10-25", "W4-13", "W5-24", "W9-43"}


def _regels(pad: Path) -> list[dict[str, Any]]:
    return [json.loads(regel) for regel in pad.read_text("utf-8").splitlines()]


def _vlak(tekst: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", effen(MERK.sub(r"\2", tekst))).split())


@pytest.fixture(scope="module")
def handen() -> dict[str, list[dict[str, Any]]]:
    return {pad.stem: _regels(pad) for pad in sorted((CORPUS / "handen").glob("*.jsonl"))}


def test_elke_hand_is_beschreven(handen: dict[str, list[dict[str, Any]]]) -> None:
    assert [rij["hand"] for rij in _regels(CORPUS / "handen.jsonl")] == sorted(handen)
    assert sum(hand.startswith("H") for hand in handen) == 60


def test_elke_beurt_zegt_wat_ze_betekent_en_merkt_haar_getallen(handen: dict[str, list[dict[str, Any]]]) -> None:
    for hand, rijen in handen.items():
        plaatsen = [(rij["id"], rij["nummer"]) for rij in rijen]
        assert len(set(plaatsen)) == len(plaatsen) > (300 if hand.startswith("H") else 60), hand
        for rij in rijen:
            lezing = Lezing.parse_obj(rij["lezing"])
            feiten = [feit for daad in lezing.daden if isinstance(daad, Vertel) for feit in daad.feiten]
            merken = [(int(nummer), woorden) for nummer, woorden in MERK.findall(rij["tekst"])]
            assert "{" not in MERK.sub("", rij["tekst"]), rij["id"]
            assert all(1 <= nummer <= len(feiten) for nummer, _ in merken), rij["id"]
            getallen = {n for n, feit in enumerate(feiten, 1) if type(feit.waarde) is int}
            # Of P the marks were found back by a program; in A a number that stands for two facts is marked once.
            assert hand.startswith(("A", "P", "S")) or getallen <= {nummer for nummer, _ in merken}, rij["id"]
            for nummer, woorden in merken:
                if re.fullmatch(r"\d+", woorden.strip()) and type(feiten[nummer - 1].waarde) is int:
                    assert abs(feiten[nummer - 1].waarde) == int(woorden), rij["id"]


def test_elke_losse_vraag_staat_in_de_vragenlijst() -> None:
    rijen = [rij for pad in (CORPUS / "vragen").glob("*.jsonl") for rij in _regels(pad)]
    assert len(rijen) == 6_960
    bekend: dict[str, str] = {}
    for rij in rijen:
        onderwerp, _, naam = rij["vraag"].partition("/")
        tekst = bekend.setdefault(onderwerp, (WORTEL / "data" / "vragen" / f"{onderwerp}.yml").read_text("utf-8"))
        assert f"\n{naam}:" in f"\n{tekst}", rij["vraag"]
        assert rij["tekst"].strip()


def test_geen_bericht_ervan_staat_in_een_gesprek_dat_meet(handen: dict[str, list[dict[str, Any]]]) -> None:
    berichten = {_vlak(rij["tekst"]) for rijen in handen.values() for rij in rijen}
    berichten |= {_vlak(rij["tekst"]) for pad in (CORPUS / "vragen").glob("*.jsonl") for rij in _regels(pad)}
    dubbel = {
        gesprek.id
        for gesprek in lees(GESPREKKEN)
        for beurt in gesprek.beurten
        if len(_vlak(beurt.student).split()) > ALLEDAAGS and _vlak(beurt.student) in berichten
    }
    assert dubbel == TOEVAL
