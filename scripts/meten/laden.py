"""Reads a folder of scripted conversations, and which of them may be read by who mends the assistant."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from typing import Final

from gemeen import Gestopt

from meten.vorm import Beurt
from meten.vorm import Gesprek


#: The file that names, one on a line, the writers whose conversations may be read. Without it all only measure.
LEESBAAR: Final = "leesbaar.txt"
SOORTEN: Final = ("cijfer", "vervolg", "faq", "handeling", "veiligheid", "buiten")


def bestanden(map_: Path) -> list[Path]:
    """The files with conversations: those that begin with W if there are such, else every ``.jsonl`` file.

    Raises:
        Gestopt: there are none.
    """
    gevonden = sorted(map_.glob("W*.jsonl")) or sorted(map_.glob("*.jsonl"))
    if not gevonden:
        raise Gestopt(f"In {map_} staan geen gesprekken (bestanden die op .jsonl eindigen).")
    return sorted(gevonden, key=lambda pad: (len(pad.stem), pad.stem))


def lees(map_: Path) -> list[Gesprek]:
    """Every conversation of the folder, in the order of the files.

    Raises:
        Gestopt: there are none, one cannot be read, or two have the same name.
    """
    lijst = map_ / LEESBAAR
    leesbaar = set(lijst.read_text("utf-8").split()) if lijst.is_file() else set()
    gesprekken: dict[str, Gesprek] = {}
    for bestand in bestanden(map_):
        for nummer, regel in enumerate(bestand.read_text("utf-8").splitlines(), 1):
            if not regel.strip():
                continue
            try:
                gesprek = _gesprek(json.loads(regel), bestand.stem, bestand.stem in leesbaar)
            except (ValueError, KeyError, TypeError, AttributeError, re.error) as fout:
                # The kind of fault and not its text, which may hold words of a conversation that only measures.
                raise Gestopt(f"{bestand}, regel {nummer}: dit is geen gesprek ({type(fout).__name__}).") from None
            if gesprek.id in gesprekken:
                raise Gestopt(f"{bestand}, regel {nummer}: er is al een gesprek {gesprek.id}.")
            gesprekken[gesprek.id] = gesprek
    return list(gesprekken.values())


def _gesprek(rij: Mapping[str, Any], hand: str, leesbaar: bool) -> Gesprek:
    beurten = tuple(_beurt(beurt) for beurt in rij["beurten"])
    if not beurten:
        raise ValueError("leeg")
    return Gesprek(hand, str(rij["id"]), str(rij.get("wie", "")), beurten, leesbaar)


def _beurt(rij: Mapping[str, Any]) -> Beurt:
    if rij["soort"] not in SOORTEN:
        raise ValueError(rij["soort"])
    groepen = [[groep] if isinstance(groep, str) else groep for groep in rij.get("bevat") or ()]
    return Beurt(
        student=str(rij["student"]),
        soort=str(rij["soort"]),
        kern=str(rij.get("kern", "")),
        cijfers=_getallen(rij.get("cijfers")),
        # Case is left as it is: an answer is made small before it is searched, and \S is not \s.
        bevat=tuple(tuple(re.compile(patroon) for patroon in groep) for groep in groepen),
        vermijd=tuple(re.compile(patroon) for patroon in rij.get("vermijd") or ()),
        niet=_getallen(rij.get("niet")),
    )


def _getallen(rij: Any) -> tuple[int, ...]:
    if not all(type(getal) is int for getal in rij or ()):
        raise TypeError("geen geheel getal")
    return tuple(rij or ())
