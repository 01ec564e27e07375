"""What a message told, read from the tracker. Anything in it may have been typed by the student, so nothing is trusted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from typing import Iterable

from rasa_sdk import Tracker

from nlu.grammatica import Feit
from nlu.grammatica import uit_entiteit


@dataclass(frozen=True)
class Bericht:
    """The message of this turn: its intent, the facts the grammar read, and what holds for the message as a whole."""

    intent: str
    feiten: tuple[Feit, ...] = ()
    signalen: frozenset[str] = frozenset()
    contract: str | None = None
    opleiding: str | None = None
    instelling: str | None = None
    keuze: str | None = None


def lees_bericht(tracker: Tracker) -> Bericht:
    """The message of this turn."""
    bericht = tracker.latest_message or {}
    entiteiten = [e for e in bericht.get("entities") or () if isinstance(e, dict)]
    return Bericht(
        intent=str((bericht.get("intent") or {}).get("name") or ""),
        feiten=tuple(feit for e in entiteiten if (feit := uit_entiteit(e)) is not None),
        signalen=frozenset(_waarden(entiteiten, "signaal")),
        contract=_eerste(entiteiten, "contract"),
        opleiding=_eerste(entiteiten, "opleiding"),
        instelling=_eerste(entiteiten, "instelling"),
        keuze=_eerste(entiteiten, "keuze"),
    )


def _waarden(entiteiten: Iterable[dict[str, Any]], naam: str) -> list[str]:
    return [e["value"] for e in entiteiten if e.get("entity") == naam and isinstance(e.get("value"), str)]


def _eerste(entiteiten: Iterable[dict[str, Any]], naam: str) -> str | None:
    return next(iter(_waarden(entiteiten, naam)), None)
