"""Where two ledgers part: the first step in which they differ."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest

from leerkrediet_core.grootboek import Grootboek
from leerkrediet_core.grootboek import Stap


@dataclass(frozen=True)
class Scheiding:
    """The first difference between two ledgers.

    Attributes:
        stap: number of the step, from 0, or None: they start from another balance already.
        een: that step of the one ledger, or None: it has ended, or they part at the start.
        ander: that step of the other.
        verschil: what the other ends higher than the one, in studiepunten; negative when lower.
    """

    stap: int | None
    een: Stap | None
    ander: Stap | None
    verschil: int


def scheiding(een: Grootboek, ander: Grootboek) -> Scheiding | None:
    """The first step in which ``ander`` differs from ``een`` by rule, movement or doubling left; None: they never do."""
    verschil = ander.saldo - een.saldo
    if een.startsaldo != ander.startsaldo:
        return Scheiding(None, None, None, verschil)
    for nummer, (stap, andere) in enumerate(zip_longest(een.stappen, ander.stappen)):
        if _kern(stap) != _kern(andere):
            return Scheiding(nummer, stap, andere, verschil)
    return None


def _kern(stap: Stap | None) -> tuple[str, int, int] | None:
    # Not the event's number: an event that only one of them has shifts it for all that follow.
    return None if stap is None else (stap.regel.id, stap.mutatie, stap.bonus_over)
