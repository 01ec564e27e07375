"""Flemish chat in plain spelling: contractions are written out, dialect and typing errors become words the grammar knows.

Only words that matter to the grammar are touched, and only what is no word of its own: the rest stays as typed.
"""

from __future__ import annotations

from functools import lru_cache

from nlu.grammatica import woorden
from nlu.grammatica.echte_woorden import ECHTE_WOORDEN
from nlu.grammatica.getallen import getal_in_woord
from nlu.grammatica.getallen import getalwoorden
from nlu.grammatica.spelwoorden import AFKORTINGEN
from nlu.grammatica.spelwoorden import CONTRACTIES
from nlu.grammatica.spelwoorden import EIGEN_WOORDEN
from nlu.grammatica.spelwoorden import ENCLITISCH
from nlu.grammatica.spelwoorden import KERNWOORDEN
from nlu.grammatica.spelwoorden import PROCLITISCH
from nlu.grammatica.spelwoorden import VARIANTEN
from nlu.grammatica.tekens import Teken


_KORTSTE = 5
_LANG = 10
"""Letters from which two typing errors are allowed."""
_LANGSTE = 20
_KORTSTE_GETAL = 7
_MEESTE_WOORDEN = 150
"""Words of a message that are written out; what follows stays as typed, so that time stays bounded."""


def schrijf_voluit(tekens: list[Teken]) -> list[Teken]:
    """Give the tokens with their words in plain spelling; each keeps its place in the text."""
    uit: list[Teken] = []
    gezien = 0
    ruw = [t.tekst for t in tekens]
    for k, t in enumerate(tekens):
        gezien += t.soort == "woord"
        if t.tekst == "." and t.kleef and k and tekens[k - 1].soort == "woord" and ruw[k - 1] in AFKORTINGEN:
            continue
        if t.soort != "woord" or gezien > _MEESTE_WOORDEN:
            uit.append(t)
            continue
        volgend = tekens[k + 1] if k + 1 < len(tekens) else None
        if len(t.tekst) == 1 and t.tekst == "n" and volgend is not None and volgend.tekst == "'":
            uit.append(t)
            continue
        delen = _delen(t.tekst)
        t.tekst = delen[0]
        uit.append(t)
        for deel in delen[1:]:
            erbij = Teken("woord", deel, t.begin, t.eind, False)
            uit.append(erbij)
    return uit


@lru_cache(maxsize=4096)
def _delen(woord: str) -> tuple[str, ...]:
    """Write one word out: "kheb" is "ik heb", "dak" is "dat ik", "vakke" is "vakken"."""
    vast = CONTRACTIES.get(woord)
    if vast is not None:
        return vast
    zonder = woord.replace("'", "")
    if zonder != woord and zonder in CONTRACTIES:
        return CONTRACTIES[zonder]
    if woord.startswith("k") and zonder[1:] in PROCLITISCH and woord not in EIGEN_WOORDEN:
        return ("ik", VARIANTEN.get(zonder[1:], zonder[1:]))
    if zonder.endswith("k") and zonder[:-1] in ENCLITISCH and woord not in EIGEN_WOORDEN:
        return (zonder[:-1], "ik")
    return (_plat(woord),)


def _plat(woord: str) -> str:
    variant = VARIANTEN.get(woord)
    if variant is not None:
        return variant
    if (
        not 4 <= len(woord) <= _LANGSTE
        or woord in _BEKEND
        or woord in EIGEN_WOORDEN
        or getal_in_woord(woord) is not None
    ):
        return woord
    if woord + "n" in _BEKEND and woord.endswith("e"):
        # The n that nobody says: "vakke", "punte".
        return woord + "n"
    return (lijkt_op(woord) if woord not in ECHTE_WOORDEN else None) or woord


def is_bekend(woord: str) -> bool:
    """Tell whether a word means something to the grammar."""
    return woord in _BEKEND


def _weglatingen(woord: str, meest: int) -> set[str]:
    """Give a word with up to so many letters left out."""
    uit = {woord}
    for i in range(len(woord)):
        een = woord[:i] + woord[i + 1 :]
        uit.add(een)
        if meest > 1:
            uit.update(een[:j] + een[j + 1 :] for j in range(i, len(een)))
    return uit


def _fouten(woord: str) -> int:
    return 2 if len(woord) >= _LANG else 1


def _maak_index() -> dict[str, tuple[str, ...]]:
    """Index every word by each way of leaving letters out: a few lookups then find the words that look alike."""
    index: dict[str, list[str]] = {}
    for woord in _TE_HERKENNEN:
        for sleutel in _weglatingen(woord, _fouten(woord)):
            index.setdefault(sleutel, []).append(woord)
    return {sleutel: tuple(namen) for sleutel, namen in index.items()}


def _afstand(a: str, b: str, meest: int) -> int:
    """Count the typing errors between two words: a letter too many, too few or wrong, or two swapped."""
    if abs(len(a) - len(b)) > meest:
        return meest + 1
    voorvorig: list[int] = []
    vorig = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        rij = [i]
        for j, ander in enumerate(b, 1):
            kost = min(vorig[j] + 1, rij[j - 1] + 1, vorig[j - 1] + (letter != ander))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == ander:
                kost = min(kost, voorvorig[j - 2] + 1)
            rij.append(kost)
        voorvorig, vorig = vorig, rij
    return vorig[-1]


def lijkt_op(woord: str) -> str | None:
    """Find the one word of the grammar that a word with typing errors must be; None when it looks like none or two."""
    if not _KORTSTE <= len(woord) <= _LANGSTE or woord in _BEKEND:
        return None
    if (woord[0], len(woord)) not in _MATEN:
        return None
    fouten = _fouten(woord)
    gezien: dict[str, int] = {}
    for sleutel in _weglatingen(woord, fouten):
        for kandidaat in _INDEX.get(sleutel, ()):
            if kandidaat not in gezien and kandidaat[0] == woord[0]:
                gezien[kandidaat] = _afstand(woord, kandidaat, fouten)
    passend = sorted((afstand, naam) for naam, afstand in gezien.items() if afstand <= fouten)
    if not passend:
        return None
    beste, naam = passend[0]
    gelijk = [n for a, n in passend if a == beste]
    if len(gelijk) > 1 and len({_betekenis(n) for n in gelijk}) > 1:
        return None
    return naam


def _betekenis(woord: str) -> object:
    return woorden.ROLWOORDEN.get(woord) or getal_in_woord(woord) or woord


_TE_HERKENNEN = KERNWOORDEN | {w for w in getalwoorden() if len(w) >= _KORTSTE_GETAL}
_BEKEND = (
    _TE_HERKENNEN
    | frozenset(woorden.ROLWOORDEN)
    | woorden.EENHEDEN
    | woorden.STOPWOORDEN
    | woorden.VAKWOORDEN
    | woorden.VRAAGWOORDEN
    | woorden.VOEGWOORDEN
    | woorden.HERSTEL
    | woorden.AARZELING
    | woorden.ELK
    | woorden.EEN
    | woorden.JAARWOORDEN
    | woorden.SEMESTERWOORDEN
    | woorden.ZITWOORDEN
    | woorden.HERKANSING
    | woorden.TIJDMATEN
    | woorden.REST
    | woorden.BEHALVE
    | woorden.NIET
    | woorden.GEEN
    | woorden.ZELFDE
    | frozenset(woorden.NOEMERS)
    | woorden.GEEN_ROLWOORD
    | woorden.ALLES
    | woorden.NIETS
    | frozenset(woorden.RANGTELWOORDEN)
    | frozenset(woorden.MAANDEN)
    | frozenset(woorden.CONTRACTEN)
    | {deel for naam in (*woorden.OPLEIDINGEN, *woorden.INSTELLINGEN, *woorden.SITUATIES) for deel in naam}
)
_INDEX = _maak_index()
# First letter and length of whatever a word of the grammar may be mistyped as: a quick no for most words.
_MATEN = frozenset((woord[0], lengte) for woord in _TE_HERKENNEN for lengte in range(len(woord) - 2, len(woord) + 3))
