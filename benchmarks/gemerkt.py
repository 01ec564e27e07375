"""Messages of the corpus: the words that carry each fact, and what they count to. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path
from typing import Any
from typing import Final

from gesprek.doelen import VOLTIJDS
from gesprek.doelen import Wereld
from gesprek.lezing import Lezing
from gesprek.machine import beurt
from gesprek.machine import los_sleutel
from gesprek.staat import Staat
from nlu.grammatica.getallen import getal_in_woord


MERK: Final = re.compile(r"\{(\d+)\|([^{}]*)\}")
_STUK: Final = re.compile(r"\d+|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]|_")
#: Numbers that the grammar leaves alone, since out of their place they are other words.
_OOK_GETAL: Final = {
    "een": 1,
    "één": 1,
    "ene": 1,
    "nen": 1,
    "twie": 2,
    "drij": 3,
    "viere": 4,
    "vuf": 5,
    "zis": 6,
    "zeuven": 7,
    "tiene": 10,
}
_ALS_LIDWOORD: Final = frozenset(("een", "ene", "nen"))
#: More courses, or points of one course, than this are multiplied by nobody.
_MEESTE_KEER: Final = 24
_AF: Final = re.compile(r"\b(?:min|minus|zonder|behalve|weg|af|moins)\b|^-$|[−–]")
_BIJ: Final = re.compile(r"\+|\b(?:en|plus|erbij|et)\b")
_MAAL: Final = re.compile(r"\b(?:van|x|keer|maal|à|vak\w*|stuk\w*)\b|[*×@]")
_VOLTIJDS: Final = re.compile(r"volt|volledig|heel jaar")
_TIENTALLEN: Final = frozenset(range(20, 121, 10))
#: Sealed: nothing is learned from these hands.
VERZEGELD: Final = tuple(f"H{n}" for n in range(51, 61))
_SLEUTEL: Final = los_sleutel(b"alleen voor metingen, niets geheims")


@dataclass(frozen=True)
class Stuk:
    """A word, number or mark, and where it stands."""

    tekst: str
    begin: int
    eind: int

    @property
    def klein(self) -> str:
        """Without capitals."""
        return self.tekst.lower()


@dataclass(frozen=True)
class Drager:
    """The words ``begin`` up to ``eind`` that carry a fact, and how that fact was said."""

    begin: int
    eind: int
    feit: dict[str, Any]
    soort: str


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


def stukken(tekst: str) -> list[Stuk]:
    """The words, numbers and marks of a message."""
    return [Stuk(m[0], m.start(), m.end()) for m in _STUK.finditer(tekst)]


def getal(woord: str) -> int | None:
    """The number that one word or row of digits is; None when it is none."""
    if woord.isdecimal():
        return int(woord) if len(woord) <= len("2026") else None
    klein = woord.lower()
    return _OOK_GETAL[klein] if klein in _OOK_GETAL else getal_in_woord(klein)


def tel(tekst: str) -> int | None:
    """What the words of a fact count to: "48", "4 vakken van 6", "60 min 12"; None when there is no number in them."""
    woorden = [s.klein for s in stukken(tekst)]
    getallen = [(i, g) for i, g in enumerate(map(getal, woorden)) if g is not None]
    getallen = [(i, g) for i, g in getallen if woorden[i] not in _ALS_LIDWOORD] or getallen
    if not getallen:
        return VOLTIJDS if _VOLTIJDS.search(tekst.lower()) else None
    # Products first: "2 vakken van 6 en 1 van 3" is 15.
    plaats, term = getallen[0]
    som, teken = 0, 1
    for i, g in getallen[1:]:
        tussen = " ".join(woorden[plaats + 1 : i])
        if _AF.search(tussen) or _BIJ.search(tussen) or (not tussen and g in _TIENTALLEN):
            som += teken * term
            teken, term = (-1 if _AF.search(tussen) else 1), g
        elif _MAAL.search(tussen) and term <= _MEESTE_KEER:
            term *= g
        plaats = i
    return som + teken * term


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
            uit.append(Drager(erin[0], erin[-1] + 1, *feiten[nummer - 1]))
    return sorted(uit, key=lambda drager: drager.begin)
