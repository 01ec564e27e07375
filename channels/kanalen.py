"""Which channels are on: those of ``credentials.yml`` of which every setting is filled in the environment."""

from __future__ import annotations

import os
import re
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from typing import Final
from typing import Iterator
from typing import Mapping

import yaml


_VARIABELE: Final = re.compile(r"\$\{(\w+)\}")


def kies_kanalen(instellingen: Mapping[str, Any], omgeving: Mapping[str, str]) -> dict[str, Any]:
    """The channels whose ``${VARIABELEN}`` all have a value, with those values in place; the others are left out.

    A channel whose first key is ``aan`` is on only when that variable says ``ja``.
    """
    gekozen = {}
    for naam, velden in instellingen.items():
        velden = dict(velden or {})
        aan = velden.pop("aan", None)
        if aan is not None and _vul(str(aan), omgeving) != "ja":
            continue
        namen = {n for waarde in velden.values() for n in _VARIABELE.findall(str(waarde))}
        if all(omgeving.get(n) for n in namen):
            gekozen[naam] = {veld: _vul(w, omgeving) if isinstance(w, str) else w for veld, w in velden.items()}
    return gekozen


@contextmanager
def schrijf_kanalen(bestand: str | Path, omgeving: Mapping[str, str]) -> Iterator[Path]:
    """A temporary credentials file with only the channels that are on: Rasa wants a file, and fails on a hole in it."""
    gekozen = kies_kanalen(yaml.safe_load(Path(bestand).read_text(encoding="utf-8")), omgeving)
    greep, naam = tempfile.mkstemp(suffix=".yml")
    try:
        with os.fdopen(greep, "w", encoding="utf-8") as uit:
            yaml.safe_dump(gekozen, uit)
        yield Path(naam)
    finally:
        Path(naam).unlink(missing_ok=True)


def _vul(tekst: str, omgeving: Mapping[str, str]) -> str:
    return _VARIABELE.sub(lambda treffer: omgeving.get(treffer[1], ""), tekst)
