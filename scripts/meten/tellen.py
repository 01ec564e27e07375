"""Counts what was judged: per writer, per kind of turn, and in all."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import asdict
from dataclasses import dataclass
from typing import Final

from meten.laden import SOORTEN
from meten.vorm import Gespeeld


#: The groups of writers that are counted apart, and the one of all.
LEESBAAR: Final = "mag gelezen worden"
METEND: Final = "meet alleen"
ALLE: Final = "alle"
SAMEN: Final = "samen"


@dataclass
class Telling:
    """How many turns there were, in how many a figure was due, and what was said of them. Conversations only of a group."""

    beurten: int = 0
    verschuldigd: int = 0
    goed: int = 0
    raak: int = 0
    fout_saldo: int = 0
    vraagt: int = 0
    herhaald: int = 0
    storing: int = 0
    gesprekken: int = 0
    gesprekken_goed: int = 0

    def als_dict(self) -> dict[str, int]:
        """The figures by name."""
        return asdict(self)


Tellingen = dict[str, dict[str, Telling]]
"""Per group its rows: writers, kinds, and the whole."""


def tel(gespeeld: Iterable[Gespeeld]) -> Tellingen:
    """Per group of writers: each writer, each kind and the whole, in that order; groups without a turn left out."""
    alle = list(gespeeld)
    groepen = {
        LEESBAAR: [spel for spel in alle if spel.gesprek.leesbaar],
        METEND: [spel for spel in alle if not spel.gesprek.leesbaar],
        ALLE: alle,
    }
    return {naam: _groep(spelen, naam != ALLE) for naam, spelen in groepen.items() if spelen}


def _groep(spelen: Sequence[Gespeeld], met_handen: bool) -> dict[str, Telling]:
    handen = dict.fromkeys(spel.gesprek.hand for spel in spelen) if met_handen else {}
    rijen = {naam: Telling() for naam in (*handen, *SOORTEN, SAMEN)}
    for spel in spelen:
        hand = [spel.gesprek.hand] if met_handen else []
        for naam in (*hand, SAMEN):
            rijen[naam].gesprekken += 1
            rijen[naam].gesprekken_goed += spel.goed
        for beurt, oordeel in zip(spel.gesprek.beurten, spel.oordelen):
            for naam in (*hand, beurt.soort, SAMEN):
                rij = rijen[naam]
                rij.beurten += 1
                rij.verschuldigd += bool(beurt.cijfers)
                rij.goed += oordeel.goed
                rij.raak += oordeel.raak
                rij.fout_saldo += oordeel.fout_saldo
                rij.vraagt += oordeel.vraagt
                rij.herhaald += oordeel.herhaald
                rij.storing += oordeel.storing
    return {naam: rij for naam, rij in rijen.items() if rij.beurten}
