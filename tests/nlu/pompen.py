"""Texts that make a backtracking engine work hardest, from the parse tree of an expression."""

from __future__ import annotations

import random
import sre_constants as sc
import sre_parse
from collections.abc import Callable
from collections.abc import Iterator
from typing import Any


Knopen = list[tuple[Any, Any]]
#: A repeat that may go on at least this long can be pumped.
_LANG = 20
_MEESTE_WOORDEN = 300
_TEKENS = "a1 ,.\n-éZ_?!:/("
_GEWOON = (" ", "1", "a", ",", ".", "\n", "-", "?", "é", "1 ", "60/45 ", "a ", "a, ", "en ", "ik heb ", " \n")
_SOORTEN: dict[Any, Callable[[str], bool]] = {
    sc.CATEGORY_DIGIT: str.isdigit,
    sc.CATEGORY_NOT_DIGIT: lambda teken: not teken.isdigit(),
    sc.CATEGORY_SPACE: str.isspace,
    sc.CATEGORY_NOT_SPACE: lambda teken: not teken.isspace(),
    sc.CATEGORY_WORD: lambda teken: teken.isalnum() or teken == "_",
    sc.CATEGORY_NOT_WORD: lambda teken: not teken.isalnum() and teken != "_",
}


def pompen(bron: str, vlaggen: int, rng: random.Random, per_herhaling: int = 3) -> list[tuple[str, str]]:
    """What to repeat, with what stands before it, as (before, repeated)."""
    boom: Knopen = list(sre_parse.parse(bron, vlaggen))
    uit = {("", gewoon) for gewoon in _GEWOON}
    for ervoor, lijf in _herhalingen(boom, []):
        begin = _voorbeeld(ervoor, rng)
        uit |= {(begin, dubbel) for dubbel in _dubbelzinnig(_woorden(lijf))}
        for _ in range(per_herhaling):
            begin, stuk = _voorbeeld(ervoor, rng), _voorbeeld(lijf, rng)
            uit |= {(begin, stuk), (begin, stuk + _voorbeeld(lijf, rng)), ("", begin + stuk), ("", f"{begin} ")}
    for _ in range(2 * per_herhaling):
        geheel = _voorbeeld(boom, rng)
        uit |= {("", geheel), ("", f"{geheel} ")}
    return sorted(paar for paar in uit if paar[1])


def _herhalingen(knopen: Knopen, ervoor: Knopen) -> Iterator[tuple[Knopen, Knopen]]:
    """Every long repeat: what stands before it, and what it repeats."""
    for i, (soort, inhoud) in enumerate(knopen):
        hier = ervoor + knopen[:i]
        if soort in (sc.MAX_REPEAT, sc.MIN_REPEAT):
            if inhoud[1] >= _LANG:
                yield hier, list(inhoud[2])
            yield from _herhalingen(list(inhoud[2]), hier)
        elif soort is sc.SUBPATTERN:
            yield from _herhalingen(list(inhoud[-1]), hier)
        elif soort is sc.BRANCH:
            for tak in inhoud[1]:
                yield from _herhalingen(list(tak), hier)
        elif soort in (sc.ASSERT, sc.ASSERT_NOT):
            yield from _herhalingen(list(inhoud[1]), hier)


def _voorbeeld(knopen: Knopen, rng: random.Random) -> str:
    """A text that fits, chosen at random."""
    uit = ""
    for soort, inhoud in knopen:
        if soort in (sc.MAX_REPEAT, sc.MIN_REPEAT):
            laagst, hoogst, stuk = inhoud
            for _ in range(rng.randint(laagst, min(int(hoogst), laagst + 1))):
                uit += _voorbeeld(list(stuk), rng)
        elif soort is sc.SUBPATTERN:
            uit += _voorbeeld(list(inhoud[-1]), rng)
        elif soort is sc.BRANCH:
            uit += _voorbeeld(list(rng.choice(inhoud[1])), rng)
        elif soort not in (sc.AT, sc.ASSERT, sc.ASSERT_NOT):
            uit += rng.choice(_tekens(soort, inhoud))
    return uit


def _woorden(knopen: Knopen) -> set[str]:
    """The shortest texts that fit, each alternative at least once, as far as they are not too many."""
    uit = {""}
    for soort, inhoud in knopen:
        if soort in (sc.MAX_REPEAT, sc.MIN_REPEAT):
            laagst, hoogst, stuk = inhoud
            woorden = sorted(_woorden(list(stuk)))[:_MEESTE_WOORDEN]
            delen = {woord * n for woord in woorden for n in (laagst, min(int(hoogst), laagst + 1))}
        elif soort is sc.SUBPATTERN:
            delen = _woorden(list(inhoud[-1]))
        elif soort is sc.BRANCH:
            delen = set().union(*(_woorden(list(tak)) for tak in inhoud[1]))
        elif soort in (sc.AT, sc.ASSERT, sc.ASSERT_NOT):
            continue
        else:
            delen = set(_tekens(soort, inhoud)[:3])
        eerste = sorted(uit)[: max(1, _MEESTE_WOORDEN // max(1, len(delen)))]
        uit = {a + b for a in eerste for b in sorted(delen)[:_MEESTE_WOORDEN]}
    return uit


def _dubbelzinnig(woorden: set[str]) -> set[str]:
    """Texts that a row of these words makes in two ways ("ah ok " beside "ah " and "ok "): repeated, they double the work."""
    woorden = {woord for woord in woorden if woord}
    uit: set[str] = set()
    for lang in woorden:
        for n in range(1, len(lang)):
            if lang[:n] not in woorden:
                continue
            rest = lang[n:]
            uit |= {lang} if _deelbaar(rest, woorden) else set()
            verder = (ander[len(rest) :] for ander in woorden if ander.startswith(rest) and ander != rest)
            uit |= {lang + staart for staart in verder if _deelbaar(staart, woorden)}
    return set(sorted(uit, key=lambda woord: (len(woord), woord))[:6])


def _deelbaar(tekst: str, woorden: set[str]) -> bool:
    bereikt = {0}
    for eind in range(1, len(tekst) + 1):
        if any(tekst[begin:eind] in woorden for begin in bereikt):
            bereikt.add(eind)
    return len(tekst) in bereikt


def _tekens(soort: Any, inhoud: Any) -> list[str]:
    """The signs that one place takes, of a few kinds."""
    if soort is sc.LITERAL:
        return [chr(inhoud)]
    if soort is sc.NOT_LITERAL:
        return [teken for teken in _TEKENS if ord(teken) != inhoud]
    if soort is sc.ANY:
        return ["a", " ", "."]
    genoemd = "".join(chr(i[1] if i[0] is sc.LITERAL else i[1][0]) for i in inhoud if i[0] in (sc.LITERAL, sc.RANGE))
    return [teken for teken in _TEKENS + genoemd if _past(inhoud, teken)] or ["\x02"]


def _past(klasse: Any, teken: str) -> bool:
    ontkend, past = False, False
    for soort, inhoud in klasse:
        ontkend |= soort is sc.NEGATE
        past |= soort is sc.LITERAL and ord(teken) == inhoud
        past |= soort is sc.RANGE and inhoud[0] <= ord(teken) <= inhoud[1]
        past |= soort is sc.CATEGORY and _SOORTEN[inhoud](teken)
    return past != ontkend
