"""Plays scripted conversations unchanged and judges every answer."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from meten.antwoord import lees_antwoord
from meten.getallen import getallen
from meten.oordeel import beoordeel
from meten.vorm import Antwoord
from meten.vorm import Beurt
from meten.vorm import Gespeeld
from meten.vorm import Gesprek
from meten.vorm import Oordeel


Zeg = Callable[[str, Beurt], Sequence[Mapping[str, Any]]]
"""Says ``(sender, turn)`` and gives the messages that come back."""


def speel(gesprek: Gesprek, zeg: Zeg) -> Gespeeld:
    """Play one conversation with a sender of its own; it goes on whatever is answered."""
    afzender = f"meet-{uuid.uuid4().hex}"
    antwoorden = (lees_antwoord(zeg(afzender, beurt), nummer == 0) for nummer, beurt in enumerate(gesprek.beurten))
    return beoordeel_gesprek(gesprek, tuple(antwoorden))


def beoordeel_gesprek(gesprek: Gesprek, antwoorden: tuple[Antwoord, ...]) -> Gespeeld:
    """Judge the answers of one conversation, each by what came before it."""
    oordelen: list[Oordeel] = []
    eerder, verteld = "", set[int]()
    for beurt, antwoord in zip(gesprek.beurten, antwoorden):
        verteld |= getallen(beurt.student)
        oordelen.append(beoordeel(beurt, antwoord.tekst, eerder, verteld))
        eerder += "\n" + antwoord.tekst
        # What a right answer stated may be referred to later.
        verteld |= set(beurt.cijfers)
    return Gespeeld(gesprek, antwoorden, tuple(oordelen))


def speel_alle(gesprekken: Iterable[Gesprek], zeg: Zeg, tegelijk: int = 1) -> list[Gespeeld]:
    """Play them all, ``tegelijk`` at a time; the outcome is in their order."""
    with ThreadPoolExecutor(tegelijk) as ploeg:
        lopend = [ploeg.submit(speel, gesprek, zeg) for gesprek in gesprekken]
        try:
            return [gesprek.result() for gesprek in lopend]
        except BaseException:
            # What has not begun need not be tried any more.
            ploeg.shutdown(wait=False, cancel_futures=True)
            raise
