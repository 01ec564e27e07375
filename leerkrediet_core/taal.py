"""Small pieces of Dutch that several sentences need."""

from __future__ import annotations


def punten(aantal: int, bijvoeglijk: str = "") -> str:
    """``1 studiepunt``, ``6 studiepunten``, ``6 getolereerde studiepunten``."""
    woord = "studiepunt" if aantal == 1 else "studiepunten"
    return " ".join(filter(None, [str(aantal), bijvoeglijk, woord]))


def de_punten(aantal: int, bijvoeglijk: str = "") -> str:
    """``de 6 studiepunten``, ``het ene studiepunt``."""
    if aantal == 1:
        return " ".join(filter(None, ["het ene", bijvoeglijk, "studiepunt"]))
    return f"de {punten(aantal, bijvoeglijk)}"


def met_teken(mutatie: int) -> str:
    """A movement with its sign: ``+45``, ``-60``, ``0``; with a real minus sign, which screen readers read."""
    if mutatie == 0:
        return "0"
    return f"+{mutatie}" if mutatie > 0 else f"\u2212{-mutatie}"
