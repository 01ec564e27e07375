"""Which numbers belong to a graduaat, where a message also tells of a bachelor or a master: it uses no leerkrediet."""

from __future__ import annotations

from typing import Final

from nlu.grammatica import woorden
from nlu.grammatica.tekens import Teken


_GRADUAAT: Final = woorden.reeks("graduaat graduaten graduaatsopleiding graduaatsdiploma hbo hbo5")
_BACHELOR: Final = woorden.reeks("bachelor bach bacheloropleiding bachelorjaar ba")
_MASTER: Final = woorden.reeks("master masteropleiding masterjaar")
_KEERPUNT: Final = woorden.reeks("nu dan daarna nadien vervolgens erna")
_UITKOMST: Final = frozenset({"verworven", "niet_geslaagd", "getolereerd"})


def verdeel_opleidingen(tekens: list[Teken]) -> str | None:
    """Tie the numbers of a graduaat to it, and drop them where no result of it is told.

    Returns:
        The other programme of the message, which holds for the other numbers; None when there is no graduaat beside it.
    """
    graduaat = next((i for i, t in enumerate(tekens) if t.soort == "woord" and t.tekst in _GRADUAAT), None)
    andere = next((t.tekst for t in reversed(tekens) if _is_andere(t)), None)
    if graduaat is None or andere is None:
        return None
    begin = next((i + 1 for i in range(graduaat - 1, -1, -1) if _is_grens(tekens[i])), 0)
    eind = next((i for i in range(graduaat + 1, len(tekens)) if _is_grens(tekens[i])), len(tekens))
    getallen = [t for t in tekens[begin:eind] if t.soort in ("getal", "deel")]
    if not any(t.soort == "getal" for t in tekens if t not in getallen):
        # All that is told is about one of the two, and the words do not say which.
        return None
    verteld = any(t.rol in _UITKOMST or t.soort == "deel" or t.zwak for t in getallen)
    for t in getallen:
        if verteld:
            t.opleiding = "graduaat"
        else:
            t.soort = "negeer"
    return "master" if andere in _MASTER else "bachelor"


def _is_andere(t: Teken) -> bool:
    return t.soort in ("woord", "rol") and t.tekst in _BACHELOR | _MASTER


def _is_grens(t: Teken) -> bool:
    return t.soort in ("jaar", "erna", "regel") or t.tekst in _KEERPUNT or t.tekst in (".", ";") or _is_andere(t)
