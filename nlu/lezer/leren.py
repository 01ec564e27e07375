"""What the reader learns from: the hands of ``corpus``, its single questions, and the messages of ``data/nlu``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any
from typing import Final

import yaml

from gesprek.doelen import Wereld
from nlu.lezer.corpus import VERZEGELD
from nlu.lezer.corpus import Beurt
from nlu.lezer.corpus import lees_beurten
from nlu.lezer.corpus import lees_hand
from nlu.lezer.lezer import Lezer


#: The day on which everything in the corpus was typed, and the school where no other is named.
GETYPT_OP: Final = date(2026, 11, 30)
SCHOOL: Final = "EhB"
#: Hands that wrote conversations of their own begin with one of these; the others wrote down what was drawn.
NATUURLIJK: Final = ("N", "P")
#: Of the drawn hands so many: more of them cost time and bring nothing (``benchmarks/uitslagen.md``).
GETROKKEN_HANDEN: Final = 8
#: A turn of somebody's own conversation counts for so many drawn ones.
GEWICHT: Final = 2


def namen(corpus: Path) -> tuple[list[str], list[str]]:
    """The hands that may be learned from: those with conversations of their own, and a spread of the others."""
    alle = sorted({pad.stem for pad in (corpus / "handen").glob("*.jsonl")} - set(VERZEGELD))
    natuurlijk = [naam for naam in alle if naam.startswith(NATUURLIJK)]
    getrokken = [naam for naam in alle if not naam.startswith(NATUURLIJK)]
    return natuurlijk, getrokken[:: max(1, len(getrokken) // GETROKKEN_HANDEN)][:GETROKKEN_HANDEN]


def beurten(corpus: Path, handen: Sequence[str]) -> list[Beurt]:
    """The turns of these hands."""
    rijen = (rij for naam in handen for rij in lees_hand(corpus / "handen" / f"{naam}.jsonl"))
    return lees_beurten(rijen, Wereld(GETYPT_OP, SCHOOL))


def leer(wortel: Path, natuurlijk: Sequence[str] | None = None) -> Lezer:
    """A reader that learned from the project in ``wortel``.

    Args:
        wortel: the project.
        natuurlijk: from which of the hands with conversations of their own; all when None.
    """
    corpus = wortel / "corpus"
    alle, getrokken = namen(corpus)
    eigen = beurten(corpus, alle if natuurlijk is None else natuurlijk)
    andere = beurten(corpus, getrokken)
    gewichten = [GEWICHT] * len(eigen) + [1] * len(andere)
    return Lezer(
        [*eigen, *andere], gewichten, _vragen(corpus / "vragen"), _berichten(wortel / "data" / "nlu"), GETYPT_OP
    )


def _vragen(map_: Path) -> list[dict[str, Any]]:
    return [json.loads(regel) for pad in sorted(map_.glob("*.jsonl")) for regel in pad.read_text("utf-8").splitlines()]


def _berichten(map_: Path) -> list[tuple[str, str]]:
    """The training messages of Rasa's intents, each with its topic."""
    uit = []
    for pad in sorted(map_.rglob("*.yml")):
        for blok in (yaml.safe_load(pad.read_text("utf-8")) or {}).get("nlu") or ():
            regels = (regel.strip() for regel in (blok.get("examples") or "").splitlines())
            uit += [
                (regel[1:].strip(), blok["intent"]) for regel in regels if regel.startswith("-") and "intent" in blok
            ]
    return uit
