"""Objections to an answer that has all that its turn demands, but that a student could do little with.

What a turn demands can stand in an answer by chance: deep in a text on the whole topic, or in one that was given before.
Independent judges of the same answers called such an answer half or wrong; docs/meten.md holds the figures.
"""

from __future__ import annotations

import re
from typing import Final

from meten.vorm import Beurt


#: Characters within which what a turn demands must stand: the first two or three sentences.
BEGIN: Final = 300
#: A sentence of fewer characters is a manner of speaking, not something said again.
KORTE_ZIN: Final = 25
#: From this share on an answer is the one that was given before.
MEEST_HERHAALD: Final = 0.5
_VRAAGT_CIJFER: Final = re.compile(r"\W*(?:(?:en|maar|dus) )?(?:(?:voor|van|met|op) )?hoeveel\b.*\?", re.I)
_BRON: Final = re.compile(r"\s*bron\b", re.I)


def bezwaren(beurt: Beurt, tekst: str, eerder: str, *, vraagt: bool) -> tuple[str, ...]:
    """What a student has against the answer ``tekst``; ``vraagt`` is whether it asks instead of giving a figure."""
    uit = {
        "het antwoord staat te diep": _te_diep(beurt, tekst.lower()),
        "vraagt een cijfer dat er niet toe doet": not vraagt and _vraagt_onnodig(beurt, tekst),
        "zegt wat al gezegd is": _deel_herhaald(tekst, eerder) > MEEST_HERHAALD,
    }
    return tuple(naam for naam, waar in uit.items() if waar)


def _te_diep(beurt: Beurt, tekst: str) -> bool:
    begin = tekst[:BEGIN]
    return any(
        not any(patroon.search(begin) for patroon in groep) and any(patroon.search(tekst) for patroon in groep)
        for groep in beurt.bevat
    )


def _vraagt_onnodig(beurt: Beurt, tekst: str) -> bool:
    # Where the perfect answer asks as well, asking is right.
    if re.search(r"\?|\bhoeveel\b", beurt.kern, re.I):
        return False
    return any(_VRAAGT_CIJFER.match(zin) for zin in _zinnen(tekst))


def _deel_herhaald(tekst: str, eerder: str) -> float:
    lange = [zin for zin in _zinnen(tekst) if len(zin) >= KORTE_ZIN]
    return sum(len(zin) for zin in lange if zin in eerder) / max(1, sum(map(len, lange)))


def _zinnen(tekst: str) -> list[str]:
    """The sentences, without the sources: their titles are often questions."""
    regels = [regel for regel in tekst.splitlines() if not _BRON.match(regel)]
    return [zin.strip() for regel in regels for zin in re.split(r"(?<=[.?!])\s", regel) if zin.strip()]
