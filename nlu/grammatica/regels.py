"""A message as one line of plain words, so that a turn of phrase can be looked for with a pattern."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from nlu.grammatica.tekens import Teken
from nlu.patroon import Patroon
from nlu.patroon import Treffer


class Regel:
    """The tokens on one line: words as they are, a usable number as "#45", a part as "%", one space between them.

    Attributes:
        tekst: the line.
    """

    __slots__ = ("_beginnen", "tekst")

    def __init__(self, tekens: list[Teken]) -> None:
        stukken: list[str] = []
        self._beginnen: list[int] = []
        plaats = 0
        for t in tekens:
            stuk = _schrijf(t)
            stukken.append(stuk)
            self._beginnen.append(plaats)
            plaats += len(stuk) + 1
        self.tekst = " ".join(stukken)

    def index(self, plaats: int) -> int:
        """Give the place in the list of the token that stands at a place of the line."""
        return max(0, bisect_right(self._beginnen, plaats) - 1)

    def zoek(self, patroon: Patroon) -> Iterator[tuple[Treffer, int, int]]:
        """Find a pattern: each match with its first token and one past its last."""
        for treffer in patroon.finditer(self.tekst):
            if treffer.end() > treffer.start():
                yield treffer, self.index(treffer.start()), self.index(treffer.end() - 1) + 1


def _schrijf(t: Teken) -> str:
    if t.soort == "getal":
        return f"#{t.waarde}" if t.waarde is not None and not t.fout and not t.vast and t.vakken is None else "#?"
    if t.soort == "deel":
        return "%"
    if t.soort in ("negeer", "cijfer", "datum", "regel"):
        return "~"
    return t.tekst


def vervang(tekens: list[Teken], nieuw: list[tuple[int, int, Teken]]) -> list[Teken]:
    """Put tokens in the place of stretches (first, one past the last); the first of overlapping ones wins."""
    uit: list[Teken] = []
    verder = 0
    for begin, eind, teken in sorted(nieuw, key=lambda stuk: stuk[0]):
        if begin < verder:
            continue
        uit += tekens[verder:begin]
        uit.append(teken)
        verder = eind
    return uit + tekens[verder:]


def samengevat(tekens: list[Teken], begin: int, eind: int, rol: str, waarde: int) -> Teken:
    """Make one number with a role of a stretch of tokens."""
    nieuw = Teken("getal", "~", tekens[begin].begin, tekens[eind - 1].eind, False)
    nieuw.rol, nieuw.waarde, nieuw.vast = rol, waarde, True
    return nieuw
