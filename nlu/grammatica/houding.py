"""How a message stands to its subject: about the student's own case, or against what was just said."""

from __future__ import annotations

import re
from typing import Literal


Houding = Literal["eigen", "betwisting"]

_EIGEN: re.Pattern[str] = re.compile(r"(?<![\w'])(?:ik|k|'k|kik|ek|mijn|m'n|mn|mij|me|mezelf|kheb|khad|kzit|ken|kzal|kan ?k|hebk|hebbek|moek)\b")
_BETWISTING: re.Pattern[str] = re.compile(
    r"\b(?:klop(?:t|pen)?|kan|lijkt me|is|zijn|staat)\s+(?:\w+\s+){0,3}?(?:nie?t?|ni)\s+(?:goed|juist|correct|kloppen|waar|mogelijk)\b"
    r"|\bklop(?:t|pen)?\s+(?:\w+\s+){0,3}?(?:nie?t?|ni|geen)\b"
    r"|\b(?:da|dat|dit|het|t|'t|die|je|ge|gij)\b(?:\s+\w+){0,4}\s+(?:fout|verkeerd|onjuist|mis|onzin|bullshit)\b"
    r"|\b(?:foute?|verkeerd(?:e)?)\s+(?:berekening|uitkomst|saldo|getal|cijfer)"
)


def lees_houding(tekst: str) -> tuple[Houding, ...]:
    """Read how a message stands to its subject; empty where it does not show."""
    klein = tekst[:400].lower()
    uit: list[Houding] = []
    if _EIGEN.search(klein):
        uit.append("eigen")
    if _BETWISTING.search(klein):
        uit.append("betwisting")
    return tuple(uit)
