"""Cutting a text into sentences and words, and words into syllables."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from pyphen import Pyphen

from controle.bronregel import BEGIN


_ADRES: Final = re.compile(r"https?://\S+?(?=[.,;:]?(?:\s|$))")
_EINDE: Final = re.compile(r"(?<=[.!?])[\"”')]*\s+(?=[\"“'(]?[A-ZÀ-Þ0-9])")
_WOORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_KLINKERS: Final = re.compile(r"[aeiouyàáâèéêìíîòóôùúû]+|[äëïöü]", re.IGNORECASE)


def zinnen(tekst: str) -> list[str]:
    """The sentences of ``tekst``: each line is one or more, list items too; the source line and addresses left out."""
    gevonden: list[str] = []
    for regel in tekst.splitlines():
        if not regel.startswith(BEGIN.strip()):
            gevonden += _EINDE.split(_ADRES.sub("", regel.strip().removeprefix("- ")))
    return [zin for zin in gevonden if any(teken.isalnum() for teken in zin)]


def aantal_woorden(zin: str) -> int:
    """How many words a sentence has; a number is one too."""
    return sum(any(teken.isalnum() for teken in woord) for woord in zin.split())


def woorden(zin: str) -> list[str]:
    """The words of a sentence without its numbers."""
    return _WOORD.findall(zin)


@cache
def lettergrepen(woord: str) -> int:
    """How many syllables a Dutch word has, at least 1.

    Hyphenation knows that "situatie" has four, but never cuts off a single letter ("over"); groups of vowels are right
    there and one short in "situatie". Neither counts too many, so the larger of the two is taken.
    """
    return max(1, len(_KLINKERS.findall(woord)), str(_koppeltekens().inserted(woord.lower(), "|")).count("|") + 1)


@cache
def _koppeltekens() -> Pyphen:
    return Pyphen(lang="nl_NL", left=1, right=1)
