"""What a message tells of the student's own case of stoppen."""

from __future__ import annotations

from datetime import date
from typing import Any


def lees_stoppen(tekst: str, *, vandaag: date) -> dict[str, Any]:
    """Read the facts of one message; empty where it tells none."""
    return {}
