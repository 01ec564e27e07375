"""Which year of the career a message names without telling numbers of it, and whether it takes that year back."""

from __future__ import annotations

from typing import Final

from nlu.patroon import maak_patroon


LAATSTE: Final = 0
"""Stands for "the last year", whichever that is."""

_RANG: Final = {
    "eerste": 1, "1e": 1, "1ste": 1, "tweede": 2, "2e": 2, "2de": 2, "derde": 3, "3e": 3, "3de": 3, "vierde": 4, "4e": 4,
    "4de": 4, "vijfde": 5, "5e": 5, "5de": 5, "zesde": 6, "6e": 6, "6de": 6, "laatste": LAATSTE, "leste": LAATSTE,
}  # fmt: skip
_JAAR: Final = maak_patroon(rf"\b(?P<rang>{'|'.join(_RANG)})\s*(?:jaar|jr|academiejaar|bach)\b")
_DIT_JAAR: Final = maak_patroon(r"\b(?:dat|da|dit|die)\s+(?:jaar|jr)\b")
_WEG: Final = maak_patroon(
    r"\b(?:vergeet|negeer|schrap|verwijder|wis|zonder|skip)\b.{0,25}?\b(?:jaar|jr)\b"
    r"|\b(?:laat|doe|haal)\b.{0,25}?\b(?:jaar|jr)\b.{0,12}?\b(?:weg|eruit|er\s+uit|vallen|af)\b"
    r"|\b(?:jaar|jr)\b.{0,15}?\b(?:mag|moet|kan)\s+(?:weg|eruit|er\s+uit)\b"
)


def lees_jaar(tekst: str) -> int | None:
    """Give the number of the year that is named, ``LAATSTE`` for the last; None where none is."""
    klein = tekst[:300].lower()
    treffer = _JAAR.search(klein)
    if treffer is not None:
        return _RANG[treffer["rang"]]
    return LAATSTE if _DIT_JAAR.search(klein) else None


def schrapt_jaar(tekst: str) -> bool:
    """Tell whether a message takes a year out: "vergeet dat laatste jaar"."""
    return _WEG.search(tekst[:300].lower()) is not None
