"""The messages that the assistant learns its topics from: ``data/nlu``, in Rasa's own format."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml  # type: ignore[import-untyped]


def lees_training(map_: Path) -> dict[str, list[str]]:
    """Per intent the messages of every ``.yml`` file below ``map_``, in the order of the files.

    Raises:
        ValueError: a file holds examples in another form than a text of lines that start with ``- ``.
    """
    berichten: dict[str, list[str]] = {}
    for bestand in sorted(map_.rglob("*.yml")):
        for deel in (yaml.safe_load(bestand.read_text("utf-8")) or {}).get("nlu") or ():
            if "intent" in deel:
                berichten.setdefault(deel["intent"], []).extend(_regels(deel["examples"], bestand))
    return berichten


def _regels(voorbeelden: Any, bestand: Path) -> list[str]:
    if not isinstance(voorbeelden, str):
        raise ValueError(f"{bestand}: voorbeelden horen een tekst te zijn met op elke regel een bericht")
    regels = [regel.strip() for regel in voorbeelden.splitlines() if regel.strip()]
    if fout := next((regel for regel in regels if not regel.startswith("- ")), None):
        raise ValueError(f"{bestand}: deze regel begint niet met '- ': {fout}")
    return [regel[2:].strip() for regel in regels]
