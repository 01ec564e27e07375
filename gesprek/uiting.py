"""What the assistant is going to say, before it is put into words."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field
from typing import Any

from gesprek.staat import Som


@dataclass(frozen=True)
class Uiting:
    """One thing to say.

    Attributes:
        naam: which sentence pattern says it.
        gegevens: the figures, days and names in it.
        wie: the person it is about.
        getallen: the figures in it that a later turn may refer to, in studiepunten.
        sommen: how those were computed.
    """

    naam: str
    gegevens: dict[str, Any] = field(default_factory=dict)
    wie: str = "ik"
    getallen: tuple[int, ...] = ()
    sommen: tuple[Som, ...] = ()
