"""Time the grammar and the merge over the messages of the tests; prints milliseconds a message."""

from __future__ import annotations

import time
from pathlib import Path

import yaml  # type: ignore[import-untyped]

from actions.loopbaan import Loopbaan
from actions.loopbaan import voeg_samen
from nlu.grammatica import Lezing
from nlu.grammatica import lees


BERICHTEN = Path(__file__).parent.parent / "tests" / "nlu" / "berekeningen.yml"
RONDEN = 10
GRENS_MS = 2.0
"""Milliseconds that reading and merging one message may take, at the 99th percentile."""


def meet(teksten: list[str]) -> tuple[list[float], list[float]]:
    """Read and merge every text RONDEN times: processor milliseconds of both, of the merge alone, each sorted."""
    samen: list[float] = []
    voegen: list[float] = []
    for _ in range(RONDEN):
        for tekst in teksten:
            begin = time.process_time()
            lezing = lees(tekst)
            gelezen = time.process_time()
            voeg(lezing)
            eind = time.process_time()
            samen.append(1000 * (eind - begin))
            voegen.append(1000 * (eind - gelezen))
    return sorted(samen), sorted(voegen)


def voeg(lezing: Lezing) -> None:
    """Merge one message into an empty career."""
    voeg_samen(Loopbaan(), lezing.feiten, signalen=lezing.signalen, contract=lezing.contract)


def bij(tijden: list[float], deel: float) -> float:
    """The time below which this part of the messages stays."""
    return tijden[min(len(tijden) - 1, int(deel * len(tijden)))]


def main() -> None:
    """Print the median, the 99th percentile and the slowest, against the limit."""
    teksten = [geval["tekst"] for geval in yaml.safe_load(BERICHTEN.read_text("utf-8"))]
    samen, voegen = meet(teksten)
    print(f"{len(teksten)} berichten x {RONDEN}, rekentijd per bericht:")
    for naam, tijden in (("lezen en samenvoegen", samen), ("samenvoegen alleen", voegen)):
        print(f"{naam:22} p50 {bij(tijden, 0.5):.3f} ms, p99 {bij(tijden, 0.99):.3f} ms, traagst {tijden[-1]:.3f} ms")
    print("binnen" if bij(samen, 0.99) <= GRENS_MS else "BOVEN", f"de grens van {GRENS_MS} ms")


if __name__ == "__main__":
    main()
