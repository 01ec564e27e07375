"""Turns to learn from: what hands typed, with the words that carry each fact marked inline (``corpus/README.md``)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path
from typing import Any
from typing import Final

from gesprek.doelen import Wereld
from gesprek.lezing import PUNTEN
from gesprek.lezing import Lezing
from gesprek.machine import beurt
from gesprek.machine import los_sleutel
from gesprek.staat import Staat
from nlu.lezer.stukken import Stuk
from nlu.lezer.stukken import is_hoeveelheid
from nlu.lezer.stukken import stukken
from nlu.patroon import maak_patroon


MERK: Final = maak_patroon(r"\{(\d+)\|([^{}]*)\}")
#: Sealed: nothing is learned from these hands.
VERZEGELD: Final = (*(f"H{n}" for n in range(51, 61)), *(f"N{n}" for n in range(90, 100)))
_SLEUTEL: Final = los_sleutel(b"alleen om van te leren, niets geheims")


@dataclass(frozen=True)
class Drager:
    """The words ``begin`` up to ``eind`` that carry a fact, and how that fact was said.

    Attributes:
        stil: it counts studiepunten, but no amount stands there: "als dat lukt", "die haal ik".
    """

    begin: int
    eind: int
    feit: dict[str, Any]
    soort: str
    stil: bool = False


@dataclass
class Beurt:
    """A turn with what it says and the state that it was said in."""

    id: str
    nummer: int
    tekst: str
    daden: list[dict[str, Any]]
    staat: Staat
    stukken: list[Stuk] = field(default_factory=list)
    dragers: list[Drager] = field(default_factory=list)


def zonder_merken(tekst: str) -> tuple[str, list[tuple[int, int, int]]]:
    """The message as it was typed, and of each mark its begin, end and fact."""
    kaal, plaatsen, tot = "", [], 0
    for merk in MERK.finditer(tekst):
        kaal += tekst[tot : merk.start()]
        plaatsen.append((len(kaal), len(kaal) + len(merk[2]), int(merk[1])))
        kaal += merk[2]
        tot = merk.end()
    return kaal + tekst[tot:], plaatsen


def lees_hand(pad: Path) -> list[dict[str, Any]]:
    """The lines of one hand."""
    return [json.loads(regel) for regel in pad.read_text("utf-8").splitlines()]


def lees_beurten(rijen: Iterable[dict[str, Any]], wereld: Wereld) -> list[Beurt]:
    """The turns of ``rijen``, which stand in the order of their conversations, each with the state before it."""
    uit: list[Beurt] = []
    staat = Staat()
    for rij in rijen:
        if not uit or uit[-1].id != rij["id"]:
            staat = Staat()
        tekst, plaatsen = zonder_merken(rij["tekst"])
        een = Beurt(rij["id"], rij["nummer"], tekst, rij["lezing"]["daden"], staat, stukken(tekst))
        een.dragers = _dragers(een, plaatsen)
        uit.append(een)
        staat, _ = beurt(staat, Lezing.parse_obj(rij["lezing"]), wereld, _SLEUTEL)
    return uit


def _dragers(een: Beurt, plaatsen: Sequence[tuple[int, int, int]]) -> list[Drager]:
    feiten = [(feit, daad["soort"]) for daad in een.daden for feit in daad.get("feiten", ())]
    uit = []
    for begin, eind, nummer in plaatsen:
        erin = [i for i, stuk in enumerate(een.stukken) if begin <= stuk.begin and stuk.eind <= eind]
        if erin and 1 <= nummer <= len(feiten):
            feit, soort = feiten[nummer - 1]
            stil = feit["wat"] in PUNTEN and not any(is_hoeveelheid(een.stukken[i].klein) for i in erin)
            uit.append(Drager(erin[0], erin[-1] + 1, feit, soort, stil))
    return sorted(uit, key=lambda drager: drager.begin)
