"""All checks by name, in the order in which staff want to hear of them."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping
from typing import Final

from controle import bronregel
from controle import cijfers
from controle import dekking
from controle import gebruik
from controle import knoppen
from controle import leesbaarheid
from controle import links
from controle import plaatshouders
from controle import training
from controle import woordkeuze
from controle.bevinding import Bevinding
from controle.inhoud import Inhoud


CONTROLES: Final[Mapping[str, Callable[[Inhoud], list[Bevinding]]]] = {
    "dekking": dekking.controleer,
    "gebruik": gebruik.controleer,
    "knoppen": knoppen.controleer,
    "cijfers": cijfers.controleer,
    "plaatshouders": plaatshouders.controleer,
    "bronregel": bronregel.controleer,
    "links": links.controleer,
    "leesbaarheid": leesbaarheid.controleer,
    "woordkeuze": woordkeuze.controleer,
    "training": training.controleer,
}


def controleer_alles(inhoud: Inhoud) -> list[Bevinding]:
    """Everything that is wrong, check by check; each thing once."""
    return list(dict.fromkeys(b for controleer in CONTROLES.values() for b in controleer(inhoud)))
