"""What a message tells of the student's own case of overmacht."""

from __future__ import annotations

from datetime import date
from typing import Any


def lees_overmacht(tekst: str, *, vandaag: date) -> dict[str, Any]:
    """Read the facts of one message; empty where it tells none."""
    return {}
