"""What the tests of the content share: the content itself, and a way to break it in one place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from controle.alles import CONTROLES
from controle.bevinding import Bevinding
from controle.inhoud import Inhoud
from controle.inhoud import Variant
from controle.inhoud import lees_inhoud
from controle.uiting import Knop


WORTEL = Path(__file__).resolve().parents[2]
Vind = Callable[[str, Inhoud], list[Bevinding]]
MetVariant = Callable[..., Inhoud]


@pytest.fixture(scope="session")
def inhoud() -> Inhoud:
    """The content of the assistant, with its own school."""
    return lees_inhoud(WORTEL, "instelling.yml")


@pytest.fixture
def nieuw(inhoud: Inhoud) -> Vind:
    """What a check finds in changed content and not in the content as it is."""

    def vind(controle: str, kapot: Inhoud) -> list[Bevinding]:
        al_bekend = set(CONTROLES[controle](inhoud))
        return [b for b in CONTROLES[controle](kapot) if b not in al_bekend]

    return vind


@pytest.fixture
def met_variant(inhoud: Inhoud) -> MetVariant:
    """The content with one more answer; its name is that of no other."""

    def maak(
        tekst: str = "Dit is een korte zin.",
        knoppen: tuple[tuple[str, str], ...] = (),
        antwoord: str = "utter_proef",
        als: dict[str, str] | None = None,
    ) -> Inhoud:
        bestand = f"data/antwoorden/{antwoord.removeprefix('utter_')}.yml"
        variant = Variant(bestand, antwoord, als or {}, tekst, tuple(Knop(*knop) for knop in knoppen))
        return replace(inhoud, varianten=(*inhoud.varianten, variant))

    return maak
