"""Takes out of a message what says who somebody is in figures or signs: no digit of it may become a study point."""

from __future__ import annotations

from typing import Final

from nlu.patroon import HOOFDLETTERVRIJ
from nlu.patroon import maak_patroon


_PATRONEN: Final = (
    # National register number: 99.01.01-123.45, with or without its signs.
    maak_patroon(r"(?<!\d)\d\d[. ]?\d\d[. ]?\d\d[-. ]?\d{3}[. ]?\d\d(?!\d)"),
    maak_patroon(r"[^\s@,;:<>]{1,64}@[^\s@,;:<>]{1,255}"),
    maak_patroon(r"\bBE\d\d(?: ?\d{4}){3}\b", HOOFDLETTERVRIJ),
    # Telephone: +32 470 12 34 56, 0470/12.34.56, 02 123 45 67.
    maak_patroon(r"(?<![\d/])(?:\+32|0032|0)[ /.]?\d{1,3}(?:[ /.]?\d\d){3,4}(?!\d)"),
)


def zonder_persoonsgegevens(tekst: str) -> tuple[str, bool]:
    """The message without them, and whether there were any."""
    over = tekst
    for patroon in _PATRONEN:
        over = patroon.sub(" ", over)
    return over, over != tekst
