"""Writes training data of the assistant, and reads the messages that are kept apart from it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from collections.abc import Sequence
from pathlib import Path

import yaml  # type: ignore[import-untyped]


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
