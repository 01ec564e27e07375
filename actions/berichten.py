"""What a message told, read from the tracker. Anything in it may have been typed by the student, so nothing is trusted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from typing import Final
from typing import Iterable

from rasa_sdk import Tracker

from nlu.grammatica import Feit
from nlu.grammatica import uit_entiteit
from nlu.patroon import maak_patroon


_DAN: Final = maak_patroon(r"\b(?:dan|in (?:dat|da) geval)\b")


@dataclass(frozen=True)
class Lezing:
    """One of several ways to read a message; ``label`` is how its button names it."""

    label: str
    feiten: tuple[Feit, ...]


@dataclass(frozen=True)
class Bericht:
    """The message of this turn: its intent, the facts the grammar read, and what holds for the message as a whole.

    Attributes:
        lezingen: other readings of the same message, when its words do not decide.
        tekst: as the student typed it; only for this turn.
        houding: it is about the own case ("eigen"), against what was said ("betwisting"), or asks for it again ("terug").
    """

    intent: str
    feiten: tuple[Feit, ...] = ()
    signalen: frozenset[str] = frozenset()
    contract: str | None = None
    opleiding: str | None = None
    instelling: str | None = None
    keuze: str | None = None
    tekst: str = ""
    houding: frozenset[str] = frozenset()
    lezingen: tuple[Lezing, ...] = ()


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
        tekst=str(bericht.get("text") or ""),
        houding=frozenset(_waarden(entiteiten, "houding")),
        lezingen=tuple(_lezingen(entiteiten)),
    )


def bouwt_voort(bericht: Bericht) -> bool:
    """Whether a question is about what was supposed just before ("en kan ik dan nog 60 opnemen?")."""
    return _DAN.search(bericht.tekst.lower()) is not None


def _lezingen(entiteiten: Iterable[dict[str, Any]]) -> Iterable[Lezing]:
    for e in entiteiten:
        waarde = e.get("value")
        if e.get("entity") == "andere_lezing" and isinstance(waarde, dict) and isinstance(waarde.get("feiten"), list):
            feiten = tuple(feit for deel in waarde["feiten"] if (feit := uit_entiteit(deel)) is not None)
            yield Lezing(str(waarde.get("label") or ""), feiten)


def _waarden(entiteiten: Iterable[dict[str, Any]], naam: str) -> list[str]:
    return [e["value"] for e in entiteiten if e.get("entity") == naam and isinstance(e.get("value"), str)]


def _eerste(entiteiten: Iterable[dict[str, Any]], naam: str) -> str | None:
    return next(iter(_waarden(entiteiten, naam)), None)
