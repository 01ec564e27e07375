"""The whole numbers of a text, apart from dates and marks."""

from __future__ import annotations

import re
from typing import Final


_MAANDEN: Final = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_DATUM: Final = re.compile(
    rf"\b\d{{1,2}}\s*(?:e|ste|de)?\s+(?:{_MAANDEN})(?:\s+\d{{4}})?"
    r"|\b(?:19|20)\d\d(?:\s*-\s*(?:19|20)?\d\d)?\b"
    r"|\b\d{1,2}\s*/\s*\d{1,2}(?:/\d{2,4})?\b"
    r"|\b\d{1,2}\s*(?:op|/)\s*20\b"
)
_GETAL: Final = re.compile(r"(?<![\d.,/])(?<![A-Za-z])-?\d{1,3}(?![\d/]|[.,]\d)")


def zonder_datums(tekst: str) -> str:
    """``tekst`` with a space for each date, year and mark."""
    return _DATUM.sub(" ", tekst)


def getallen(tekst: str) -> set[int]:
    """The numbers of at most three digits in ``tekst``."""
    return {int(getal) for getal in _GETAL.findall(zonder_datums(tekst.replace("−", "-")))}


def heeft_getal(tekst: str, getal: int) -> bool:
    """Whether ``tekst``, in small letters, states this number with its sign."""
    if getal < 0:
        return re.search(rf"(?:-|min |onder nul[^.]{{0,20}}){-getal}(?!\d)", tekst) is not None
    return re.search(rf"(?<![\d.,/])(?<![ (]-){getal}(?![\d/])(?![.,]\d)", " " + tekst) is not None
