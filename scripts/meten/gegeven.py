"""The conversation with the reading given: what each turn says was written down by hand, so only the machine is measured."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from gemeen import Gestopt

from actions.verwoording import Verwoorder
from actions.vragenboek import Vragenboek
from gesprek.doelen import Wereld
from gesprek.instelling import lees_instelling
from gesprek.lezing import Lezing
from gesprek.machine import beurt
from gesprek.machine import los_sleutel
from gesprek.staat import Staat
from meten.vorm import Beurt
from meten.vorm import Gesprek


class Machine:
    """The machine and its words, with a state a conversation.

    Args:
        wortel: the project, for its answers and the school.
        dag: today.
    """

    def __init__(self, wortel: Path, dag: date) -> None:
        instelling = lees_instelling(wortel / "instelling.yml")
        self.wereld = Wereld(dag, instelling.sleutel)
        self._woorden = Verwoorder(Vragenboek.lees(wortel / "data" / "vragen"), self.wereld, instelling.teksten)
        self._sleutel = los_sleutel(b"alleen voor metingen, niets geheims")
        self._staten: dict[str, Staat] = {}

    def staat(self, afzender: str) -> Staat:
        """The state of the conversation of ``afzender``."""
        return self._staten.get(afzender, Staat())

    def zeg(self, afzender: str, lezing: Lezing) -> list[dict[str, Any]]:
        """The answer to what ``afzender`` says."""
        eerder = self.staat(afzender)
        staat, uitingen = beurt(eerder, lezing, self.wereld, self._sleutel)
        bericht = self._woorden.zeg(uitingen, staat.werkblad, staat.open, eerder.werkblad, staat.zinnen)
        self._staten[afzender] = staat.met(zinnen=(*staat.zinnen, *bericht.zinnen))
        return [{"text": bericht.tekst}]


class Gegeven:
    """Answers turns whose meaning is known.

    Args:
        gesprekken: the conversations that will be played.
        lezingen: folder with a file a writer, a line a turn: ``{"id", "nummer", "lezing"}``.
        wortel: the project, for its answers and the school.
        dag: today.

    Raises:
        Gestopt: a turn has no reading, or one that cannot be read.
    """

    def __init__(self, gesprekken: Iterable[Gesprek], lezingen: Path, wortel: Path, dag: date) -> None:
        gelezen = _lees(lezingen)
        self._lezing: dict[int, Lezing] = {}
        # A turn is known by itself: two may say the same in the same words.
        self._vast = list(gesprekken)
        for gesprek in self._vast:
            for nummer, een in enumerate(gesprek.beurten):
                if (gesprek.id, nummer) not in gelezen:
                    raise Gestopt(f"Van beurt {nummer + 1} van {gesprek.id} is niet opgeschreven wat ze zegt.")
                self._lezing[id(een)] = gelezen[gesprek.id, nummer]
        self._machine = Machine(wortel, dag)

    def zeg(self, afzender: str, een: Beurt) -> list[dict[str, Any]]:
        """The answer to one turn of the conversation of ``afzender``."""
        return self._machine.zeg(afzender, self._lezing[id(een)])


def _lees(map_: Path) -> dict[tuple[str, int], Lezing]:
    gelezen = {}
    for bestand in sorted(map_.glob("*.jsonl")):
        for regel, tekst in enumerate(bestand.read_text("utf-8").splitlines(), 1):
            try:
                rij = json.loads(tekst)
                gelezen[rij["id"], rij["nummer"]] = Lezing.parse_obj(rij["lezing"])
            except (ValueError, KeyError, TypeError):
                raise Gestopt(f"{bestand.name}, regel {regel}: dat is geen lezing.") from None
    return gelezen
