"""The balances that an answer states, as a student would read them."""

from __future__ import annotations

import re
from typing import Final


_GEEN_SALDO: Final = (
    r"(?! (?:(?:studie)?punten |sp )?"
    r"(?:terug\b|gehaald|behaald|geslaagd|verworven|opgenomen|opne+m|(?:die )?(?:nog )?dubbel|(?:om )?te verdubbelen))"
)
_BEWERING: Final = re.compile(
    r"\b(?:saldo|leerkrediet|sta|staat|staan|kom|komt|eindig\w*|heb|hebt|heeft|hou|houdt|hield|rest|resteert|blijf\w*"
    r"|wordt|werd|is|op|over|dan|terug op|dus)\b[^.?!\n\d]{0,45}?"
    r"(?<![\d.,/])(-?\d{1,3})(?![\d/]|[.,]\d| ?%| ?euro| op\b|e\b|ste\b)" + _GEEN_SALDO,
    re.I,
)
_OVER_SALDO: Final = re.compile(
    r"saldo|leerkrediet|\bsta(?:at|an)?\b|eindig|\bhou|\brest|blijf|wordt|kom(?:t|en)? (?:je )?(?:op|uit|terug)"
    r"|\bheb(?:t)?\b.*\b(?:over|nog|nu)\b|\bheeft\b.*\b(?:over|nog|nu)\b",
    re.I,
)
_GEEN_BEWERING: Final = re.compile(r"\?\s*$|\bmet saldo \d", re.I)
_ALGEMEEN: Final = re.compile(r"\b(?:bij)?voorbeeld\b|\bkan boven\b", re.I)
_SOM: Final = re.compile(r"-?\d{1,3}(?:\s*[-+x×*]\s*\d{1,3})+\s*=\s*(?=-?\d)")
_KAAL: Final = re.compile(
    r"^[^\w+\-]*(?:(?:ja|neen?|ok[eé]?|dan|dus|nu|samen|nog|dat (?:is|wordt|worden)(?: er)?|het (?:blijft|wordt|is))"
    r"[\s,:]+)*(-?\d{2,3})(?: studiepunten| punten| sp)?(?: leerkrediet| over)?\s*(?:[.!,;:]|$)",
    re.I,
)


def beweerd(kop: str) -> list[int]:
    """The balances that a headline states, in order."""
    uit: list[int] = []
    for regel in _SOM.sub("", kop).splitlines():
        if _ALGEMEEN.search(regel):
            continue
        for zin in re.split(r"(?<=[.?!])\s", regel):
            if not _GEEN_BEWERING.search(zin):
                uit += _in_zin(zin)
    return uit


def _in_zin(zin: str) -> list[int]:
    if kaal := _KAAL.match(zin):
        return [int(kaal[1])]
    return [int(getal) for getal in _BEWERING.findall(zin)] if _OVER_SALDO.search(zin) else []
