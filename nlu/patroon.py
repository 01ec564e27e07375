"""The one place that compiles expressions which read a student's text, so that a test can time every one of them.

Python's own engine tries every way in which an expression may fit: two repeats side by side that can share a stretch
of text ("\\W*x?\\W*", "e+e+"), or an open gap that starts again at each word ("punten.*terug"), let one message block
the process. ``tests/nlu/test_patronen.py`` feeds what repeats in each expression back to it and wants time that grows
no faster than the text.
"""

from __future__ import annotations

import re
from typing import Final


Patroon = re.Pattern[str]
Treffer = re.Match[str]

#: Capitals and small letters alike.
HOOFDLETTERVRIJ: Final = re.IGNORECASE
#: White space in the expression only sets it out.
UITGESCHREVEN: Final = re.VERBOSE

_alle: dict[tuple[str, int], Patroon] = {}


def maak_patroon(bron: str, vlaggen: int = 0) -> Patroon:
    """Compile an expression when a module loads, and keep it for the test that times them all."""
    return _alle.setdefault((bron, vlaggen), re.compile(bron, vlaggen))


class Reeksen:
    """Whether one of several series of expressions stands in a text, each part somewhere behind the one before.

    What ``A.*B`` says, but each part is looked for once, behind the first place of the one before: an open gap in one
    expression begins again at each A.
    """

    def __init__(self, reeksen: tuple[tuple[Patroon, ...], ...], grens: Patroon) -> None:
        self._reeksen = reeksen
        self._grens = grens

    def staat_in(self, tekst: str) -> bool:
        """Whether a series stands within one stretch of the text."""
        return any(_op_volgorde(reeks, deel) for deel in self._grens.split(tekst) for reeks in self._reeksen)


def maak_reeksen(*reeksen: tuple[str, ...], grens: str = r"\n") -> Reeksen:
    """Make series of expressions; no gap between two parts reaches over ``grens``."""
    return Reeksen(tuple(tuple(maak_patroon(deel) for deel in reeks) for reeks in reeksen), maak_patroon(grens))


def _op_volgorde(reeks: tuple[Patroon, ...], tekst: str) -> bool:
    plaats = 0
    for patroon in reeks:
        treffer = patroon.search(tekst, plaats)
        if treffer is None:
            return False
        plaats = treffer.end()
    return True


def alle_patronen() -> tuple[Patroon, ...]:
    """Every expression of the modules loaded so far."""
    return tuple(_alle.values())
