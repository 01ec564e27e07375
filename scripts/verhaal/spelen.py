"""Plays one story: sends its turns one by one and checks each answer."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from verhaal.controleren import controleer
from verhaal.controleren import lading
from verhaal.controleren import titels
from verhaal.vorm import Gespeeld
from verhaal.vorm import Verhaal
from verhaal.vorm import Verschil
from verhaal.vorm import Verslag


Zeg = Callable[[str, str], list[dict[str, Any]]]
"""Sends ``(sender, text)`` and gives the messages that come back."""


def speel(verhaal: Verhaal, zeg: Zeg, storing: str | None = None) -> Verslag:
    """Play ``verhaal`` with a sender of its own, so that stories know nothing of each other.

    It goes on after a difference, since the rest of the conversation helps to see why; only a button that is not there
    ends it.
    """
    afzender = f"verhaal-{uuid.uuid4().hex}"
    gespeeld: list[Gespeeld] = []
    vorige: list[dict[str, Any]] = []
    for beurt in verhaal.beurten:
        tekst = beurt.student if beurt.knop is None else lading(vorige, beurt.knop)
        if tekst is None:
            gezien = ", ".join(titels(vorige)) or "(geen knoppen)"
            verschil = Verschil("Deze knop was er niet, dus hier stopt het verhaal.", str(beurt.knop), gezien)
            gespeeld.append(Gespeeld(beurt, (), (verschil,)))
            break
        vorige = zeg(afzender, tekst)
        gespeeld.append(Gespeeld(beurt, tuple(vorige), controleer(beurt.bot, vorige, storing)))
    return Verslag(verhaal, tuple(gespeeld))
