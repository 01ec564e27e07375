"""The rules that move a balance, as data: each has an id, a Dutch label and the place where it is laid down."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from leerkrediet_core._gegevens import lees_yaml
from leerkrediet_core.bronnen import Bron
from leerkrediet_core.bronnen import bronnen


@dataclass(frozen=True)
class Regel:
    """A rule of leerkrediet. ``deel`` names the section of the source, where it has sections."""

    id: str
    label: str
    bron: Bron
    deel: str | None = None

    @property
    def vindplaats(self) -> str:
        """Source by page and section, and its address where one is known."""
        plaats = self.bron.naam
        if self.deel:
            plaats += f', deel "{self.deel}"'
        return f"{plaats}, {self.bron.adres}" if self.bron.adres else plaats


@lru_cache(maxsize=1)
def regels() -> dict[str, Regel]:
    """All rules by id."""
    return {
        naam: Regel(id=naam, label=velden["label"], bron=bronnen()[velden["bron"]], deel=velden.get("deel"))
        for naam, velden in lees_yaml("regels.yml").items()
    }
