"""What a check finds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Bevinding:
    """One thing that is wrong, as staff read it.

    Attributes:
        bestand: file to open, relative to the project.
        plaats: the answer, rule, intent or action in it.
        wat: what is wrong and what would be right, in Dutch.
    """

    bestand: str
    plaats: str
    wat: str

    def __str__(self) -> str:
        return f"{self.bestand}: {self.plaats}: {self.wat}"
