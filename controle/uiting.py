"""One thing that the assistant says, wherever it comes from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Knop:
    """A button: what stands on it, and what it sends."""

    titel: str
    lading: str


@dataclass(frozen=True)
class Uiting:
    """A text as the student reads it, with its buttons; ``bestand`` and ``plaats`` say where it is made."""

    bestand: str
    plaats: str
    tekst: str
    knoppen: tuple[Knop, ...] = ()
