"""Learns the reader of the machine from hands: ``python scripts/lezer.py models/lezer.pkl``. ``make train`` runs it."""

from __future__ import annotations

import argparse
import pickle
import sys
from collections.abc import Sequence
from pathlib import Path


# So that what is pickled is found again by the same name, from any folder.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from gemeen import WORTEL

from nlu.lezer.leren import leer
from nlu.lezer.leren import namen


def main(argumenten: Sequence[str] | None = None) -> int:
    """Learn, and write the reader where it was asked for."""
    keuzes = argparse.ArgumentParser(description="Leert de lezer van wat handen typten.")
    keuzes.add_argument("uitvoer", type=Path, help="waar de lezer komt")
    keuzes.add_argument("--handen", type=int, metavar="N", help="van zoveel handen (standaard: allemaal)")
    gekozen = keuzes.parse_args(argumenten)
    alle, _ = namen(WORTEL / "corpus")
    if gekozen.handen is not None and not 1 <= gekozen.handen <= len(alle):
        keuzes.error(f"kies 1 tot {len(alle)} handen")
    lezer = leer(WORTEL, alle[: gekozen.handen])
    with gekozen.uitvoer.open("wb") as stroom:
        pickle.dump(lezer, stroom, protocol=pickle.HIGHEST_PROTOCOL)
    return 0


if __name__ == "__main__":
    sys.exit(main())
