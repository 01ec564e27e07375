"""Reads and writes messages: the training data of the assistant, and those that are kept apart from it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from collections.abc import Sequence
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


def schrijf_training(map_: Path, berichten: Mapping[str, Sequence[str]]) -> None:
    """Make ``map_`` hold these messages and nothing else, in Rasa's format."""
    shutil.rmtree(map_, ignore_errors=True)
    map_.mkdir(parents=True)
    delen = [
        {"intent": intent, "examples": "".join(f"- {tekst}\n" for tekst in teksten)}
        for intent, teksten in berichten.items()
    ]
    (map_ / "berichten.yml").write_text(
        yaml.safe_dump({"version": "3.1", "nlu": delen}, allow_unicode=True, width=10_000), "utf-8"
    )


def lees_apart(bestand: Path) -> list[tuple[str, str]]:
    """Text and intent of each message that is kept apart. Raises KeyError when a message lacks one of them."""
    return [(str(geval["tekst"]), str(geval["intent"])) for geval in yaml.safe_load(bestand.read_text("utf-8"))]


def _regels(voorbeelden: Any, bestand: Path) -> list[str]:
    if not isinstance(voorbeelden, str):
        raise ValueError(f"{bestand}: voorbeelden horen een tekst te zijn met op elke regel een bericht")
    regels = [regel.strip() for regel in voorbeelden.splitlines() if regel.strip()]
    if fout := next((regel for regel in regels if not regel.startswith("- ")), None):
        raise ValueError(f"{bestand}: deze regel begint niet met '- ': {fout}")
    return [regel[2:].strip() for regel in regels]
