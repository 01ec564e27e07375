"""Learns the reader of the machine from hands: ``python scripts/lezer.py models/lezer.pkl``. ``scripts/train.py --lezer`` runs it."""

from __future__ import annotations

import argparse
import json
import pickle
import sys
from collections.abc import Iterator
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any
from typing import Final


# So that what is pickled is found again by the same name, from any folder.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from gemeen import WORTEL

from benchmarks.geleerde_lezer import Lezer  # the reader that is used; another one with the same ``lees`` goes here
from benchmarks.gemerkt import VERZEGELD
from benchmarks.gemerkt import lees_beurten
from benchmarks.gemerkt import lees_hand
from gesprek.doelen import Wereld


HANDEN: Final = WORTEL / "corpus" / "handen"
VRAGEN: Final = WORTEL / "corpus" / "vragen"
#: So many hands are learned from: enough to talk with, and ready in a minute.
AANTAL: Final = 12
#: The day and the school in the corpus.
_WERELD: Final = Wereld(date(2026, 11, 30), "EhB")


def main(argumenten: Sequence[str] | None = None) -> int:
    """Learn, and write the reader where it was asked for."""
    keuzes = argparse.ArgumentParser(description="Leert de lezer van wat handen typten.")
    keuzes.add_argument("uitvoer", type=Path, help="waar de lezer komt")
    keuzes.add_argument(
        "--handen", type=int, default=AANTAL, metavar="N", help=f"van zoveel handen (standaard: {AANTAL})"
    )
    gekozen = keuzes.parse_args(argumenten)
    namen = sorted({pad.stem for pad in HANDEN.glob("*.jsonl")} - set(VERZEGELD))
    if not 1 <= gekozen.handen <= len(namen):
        keuzes.error(f"kies 1 tot {len(namen)} handen")
    beurten = lees_beurten(
        (rij for naam in namen[: gekozen.handen] for rij in lees_hand(HANDEN / f"{naam}.jsonl")), _WERELD
    )
    lezer = Lezer(beurten, _vragen())
    with gekozen.uitvoer.open("wb") as stroom:
        pickle.dump(lezer, stroom, protocol=pickle.HIGHEST_PROTOCOL)
    return 0


def _vragen() -> Iterator[dict[str, Any]]:
    for pad in sorted(VRAGEN.glob("*.jsonl")):
        yield from map(json.loads, pad.read_text("utf-8").splitlines())


if __name__ == "__main__":
    sys.exit(main())
