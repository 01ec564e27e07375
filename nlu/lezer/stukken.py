"""The words of a message, and the amounts in them: numbers, sums and words such as "alles"."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from gesprek.doelen import VOLTIJDS
from nlu.grammatica.getallen import getal_in_woord
from nlu.patroon import maak_patroon


_STUK: Final = maak_patroon(r"\d+|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]|_")
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
LIDWOORDEN: Final = frozenset(("een", "ene", "nen", "één"))
#: Words that stand for an amount of ``gesprek.lezing.HOEVEELHEDEN``.
DEELWOORDEN: Final = {
    **dict.fromkeys(
        "alles alle allemaal allemale alleman olles all everything tout volledig alletwee".split(), "alles"
    ),
    **dict.fromkeys("niets niks nix geen gene nul nothing rien nijts nieks zero nada".split(), "niets"),
    **dict.fromkeys(("helft", "half"), "helft"),
    **dict.fromkeys(("rest", "reste", "overige"), "rest"),
}
#: More courses, or points of one course, than this are multiplied by nobody.
_MEESTE_KEER: Final = 24
_AF: Final = maak_patroon(r"\b(?:min|minus|zonder|behalve|weg|af|moins)\b|^-$|[−–]")
_BIJ: Final = maak_patroon(r"\+|\b(?:en|plus|erbij|et)\b")
_MAAL: Final = maak_patroon(r"\b(?:van|x|keer|maal|à|vak\w*|stuk\w*)\b|[*×@]")
_TEKENS_MAAL: Final = frozenset(("x", "×", "*", "keer", "maal", "vakken van", "vak van", "examens van", "examen van"))
_VOLTIJDS: Final = maak_patroon(r"volt|volledig|heel jaar")
_TIENTALLEN: Final = frozenset(range(20, 121, 10))
#: Numbers that name a year.
_JAREN: Final = range(1990, 2050)


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


def stukken(tekst: str) -> list[Stuk]:
    """The words, numbers and marks of a message."""
    return [Stuk(m[0], m.start(), m.end()) for m in _STUK.finditer(tekst)]


def getal(woord: str) -> int | None:
    """The number that one word or row of digits is; None when it is none."""
    if woord.isdecimal():
        return int(woord) if len(woord) <= len("2026") else None
    klein = woord.lower()
    return _OOK_GETAL[klein] if klein in _OOK_GETAL else getal_in_woord(klein)


def aantal(woord: str) -> int | None:
    """The same, of what may be an amount: no year, no article."""
    waarde = getal(woord)
    return None if waarde is None or waarde in _JAREN or woord.lower() in LIDWOORDEN else waarde


def tel(tekst: str) -> int | None:
    """What words count to: "48", "4 vakken van 6", "60 min 12"; None when there is no number in them."""
    woorden = [s.klein for s in stukken(tekst)]
    getallen = [(i, g) for i, g in enumerate(map(getal, woorden)) if g is not None]
    getallen = [(i, g) for i, g in getallen if woorden[i] not in LIDWOORDEN] or getallen
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


def is_hoeveelheid(woord: str) -> bool:
    """Whether a word stands for an amount: a number, or "alles"."""
    return aantal(woord) is not None or woord.lower() in DEELWOORDEN


def eenheden(woorden: Sequence[Stuk], stroken: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Each amount of a message, as the place of its first word and one past its last.

    Args:
        woorden: the message.
        stroken: rows of words that are one amount together ("4 vakken van 6").
    """
    uit: list[tuple[int, int]] = []
    bezet: set[int] = set()
    for i, j in stroken:
        bezet |= set(range(i, j))
        if any(is_hoeveelheid(woorden[k].klein) for k in range(i, j)):
            uit.append((i, j))
    uit += [(k, k + 1) for k, w in enumerate(woorden) if k not in bezet and is_hoeveelheid(w.klein)]
    return _vermenigvuldigd(woorden, sorted(uit))


def _vermenigvuldigd(woorden: Sequence[Stuk], plekken: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The amounts with "2 x 30" and "4 vakken van 6" as one."""
    uit: list[tuple[int, int]] = []
    for i, j in plekken:
        if uit and j - i == 1:
            van, tot = uit[-1]
            tussen = " ".join(w.klein for w in woorden[tot:i])
            keer = aantal(woorden[van].klein) if tot - van == 1 else None
            if tussen in _TEKENS_MAAL and keer is not None and keer <= _MEESTE_KEER and aantal(woorden[i].klein):
                uit[-1] = (van, j)
                continue
        uit.append((i, j))
    return uit
