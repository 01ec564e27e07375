"""Numbers of someone else: "mijn vriend haalde er 39 en ik 27"."""

from __future__ import annotations

from nlu.grammatica import woorden
from nlu.grammatica.tekens import Teken


_ANDER = woorden.reeks("""
    vriend vriendin vrienden vriendinnen maat maten kameraad kameraden klasgenoot klasgenoten collega collegas
    medestudent medestudenten kotgenoot kotgenoten lief buurjongen buurmeisje nicht neef gemiddelde iedereen anderen
    zus broer zusje broertje
    """)
_DERDE = frozenset({"hij", "zij", "haar", "hem"})
_ZELF = frozenset({"ik", "mezelf", "mij"})
_EINDE = frozenset({".", "!", "?", ";"})


def schrap_anderen(tekens: list[Teken]) -> None:
    """Set apart the numbers of a fellow student, when the message holds numbers of the student too.

    A parent who writes about a child, or a message only about someone else, keeps its numbers.
    """
    if not any(t.tekst in _ANDER for t in tekens):
        return
    eigen: list[Teken] = []
    vreemd: list[Teken] = []
    genoemd = van_ander = False
    for i, t in enumerate(tekens):
        if t.tekst in _ANDER and t.soort == "woord":
            genoemd = van_ander = True
        elif genoemd and t.tekst in _DERDE:
            van_ander = True
        elif t.tekst in _ZELF and not _is_bijzin_van_ander(tekens, i):
            van_ander = False
        elif t.tekst in _EINDE:
            van_ander = False
        elif t.soort in ("getal", "deel"):
            (vreemd if van_ander else eigen).append(t)
    if eigen:
        for t in vreemd:
            t.soort = "negeer"


def _is_bijzin_van_ander(tekens: list[Teken], i: int) -> bool:
    """Tell whether "ik" only compares: "mijn vriend die evenveel opnam als ik"."""
    return i > 0 and tekens[i - 1].tekst in ("als", "dan")
