"""Whole conversations with the machine, with the action alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def test_a_conversation_goes_as_it_should(
    gesprek: dict[str, Any], maak_student: Callable[..., Any], speel_gesprek: Callable[..., None]
) -> None:
    """What is stored of each turn is all that the next one knows."""
    speel_gesprek(gesprek, maak_student(kanaal="rest").zeg)
