"""The few pieces of the assistant's content that a channel needs by itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml


def lees_intents(domain: str | Path) -> frozenset[str]:
    """The intents that the domain names: the payloads that a button may carry."""
    namen = yaml.safe_load(Path(domain).read_text(encoding="utf-8"))["intents"]
    return frozenset(naam if isinstance(naam, str) else next(iter(naam)) for naam in namen)


def noodantwoord(antwoorden: str | Path) -> dict[str, Any]:
    """What is said when the bot itself cannot: the same text as when an action fails, ready to send."""
    antwoord = _lees_antwoord(antwoorden, "fout")
    return {sleutel: antwoord[sleutel] for sleutel in ("text", "buttons") if sleutel in antwoord}


def _lees_antwoord(antwoorden: str | Path, naam: str) -> dict[str, Any]:
    gelezen = yaml.safe_load((Path(antwoorden) / f"{naam}.yml").read_text(encoding="utf-8"))
    antwoord: dict[str, Any] = gelezen["responses"][f"utter_{naam}"][0]
    return antwoord
