"""Where rules and figures are laid down, by a short key."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from leerkrediet_core._gegevens import lees_yaml


@dataclass(frozen=True)
class Bron:
    """A page or article: ``naam`` for people, ``adres`` (https) where one is known."""

    naam: str
    adres: str | None = None


@lru_cache(maxsize=1)
def bronnen() -> dict[str, Bron]:
    """All sources by key."""
    return {sleutel: Bron(**velden) for sleutel, velden in lees_yaml("bronnen.yml").items()}
