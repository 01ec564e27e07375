"""Typing errors as people make them on a phone, generated for training from a seed."""

from __future__ import annotations

from random import Random
from typing import Final


#: Neighbours on a Belgian (azerty) keyboard.
_BUREN: Final = {
    "a": "zq", "b": "vn", "c": "xv", "d": "sf", "e": "zr", "f": "dg", "g": "fh", "h": "gj", "i": "uo", "j": "hk",
    "k": "jl", "l": "km", "m": "l", "n": "b", "o": "ip", "p": "o", "q": "sa", "r": "et", "s": "qd", "t": "ry",
    "u": "yi", "v": "cb", "w": "x", "x": "wc", "y": "tu", "z": "ae",
}  # fmt: skip


def met_typfout(tekst: str, random: Random) -> str:
    """``tekst`` with one error in a word of at least four letters; unchanged when it has none.

    >>> met_typfout("leerkrediet", Random(1)) != "leerkrediet"
    True
    """
    woorden = tekst.split(" ")
    lang = [i for i, woord in enumerate(woorden) if sum(teken.isalpha() for teken in woord) >= 4]
    if not lang:
        return tekst
    gekozen = random.choice(lang)
    woord = woorden[gekozen]
    plaats = random.randrange(1, len(woord) - 1) if len(woord) > 2 else 0
    soort = random.choice(("weg", "dubbel", "wissel", "buur", "plak"))
    if soort == "weg":
        woord = woord[:plaats] + woord[plaats + 1 :]
    elif soort == "dubbel":
        woord = woord[: plaats + 1] + woord[plaats:]
    elif soort == "wissel":
        woord = woord[: plaats - 1] + woord[plaats] + woord[plaats - 1] + woord[plaats + 1 :]
    elif soort == "buur":
        buren = _BUREN.get(woord[plaats].lower(), "")
        woord = woord[:plaats] + (random.choice(buren) if buren else "") + woord[plaats + 1 :]
    elif gekozen + 1 < len(woorden):
        woord += woorden.pop(gekozen + 1)
    woorden[gekozen] = woord
    return " ".join(woorden)
