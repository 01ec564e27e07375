"""Time the grammar and the merge over the messages of the tests; prints milliseconds a message."""

from __future__ import annotations

import time
from pathlib import Path

import yaml  # type: ignore[import-untyped]

from actions.loopbaan import Loopbaan
from actions.loopbaan import voeg_samen
from nlu.grammatica import lees


BERICHTEN = Path(__file__).parent.parent / "tests" / "nlu" / "berekeningen.yml"
RONDEN = 20


def meet(teksten: list[str]) -> list[float]:
    """Read and merge every text RONDEN times; milliseconds, sorted."""
    tijden: list[float] = []
    for _ in range(RONDEN):
        for tekst in teksten:
            begin = time.perf_counter()
            lezing = lees(tekst)
            voeg_samen(Loopbaan(), lezing.feiten, signalen=lezing.signalen, contract=lezing.contract)
            tijden.append(1000 * (time.perf_counter() - begin))
    return sorted(tijden)


def main() -> None:
    """Print mean, 99th percentile and the slowest."""
    teksten = [geval["tekst"] for geval in yaml.safe_load(BERICHTEN.read_text("utf-8"))]
    tijden = meet(teksten)
    gemiddeld, p99 = sum(tijden) / len(tijden), tijden[int(0.99 * len(tijden))]
    print(f"{len(teksten)} berichten x {RONDEN}:")
    print(f"gemiddeld {gemiddeld:.3f} ms, p99 {p99:.3f} ms, traagst {tijden[-1]:.3f} ms")


if __name__ == "__main__":
    main()
