"""Time the calculation of study careers, and show that the time grows with the career and not faster.

``python -m benchmarks.kern`` prints two tables. The careers are drawn with a fixed seed: the same ones every time.
"""

from __future__ import annotations

import gc
import json
import statistics
import time
from collections import deque
from collections.abc import Callable
from itertools import pairwise
from random import Random
from typing import Any
from typing import Final

from rich.console import Console
from rich.table import Table

from leerkrediet_core import Loopbaan
from leerkrediet_core import bereken
from leerkrediet_core import lees_json


ZAAD: Final = 20261123
LENGTEN: Final = (10, 100, 1000)
LOOPBANEN: Final = 50
RONDEN: Final = 7


def maak_loopbaan(kans: Random, gebeurtenissen: int) -> str:
    """A career of so many events as JSON: enrolment and result in turn, now and then something returned by the Raad."""
    lijst: list[dict[str, Any]] = []
    opgenomen = 0
    while len(lijst) < gebeurtenissen:
        if len(lijst) % 2 == 0:
            opgenomen = kans.randint(3, 60)
            lijst.append({"soort": "inschrijving", "studiepunten": opgenomen})
        elif kans.random() < 0.1:
            lijst.append({"soort": "teruggave_overmacht", "studiepunten": kans.randint(3, 12)})
        else:
            verworven = kans.randint(0, opgenomen)
            getolereerd = kans.randint(0, opgenomen - verworven)
            lijst.append({"soort": "resultaat", "verworven": verworven, "getolereerd": getolereerd})
    return json.dumps({"gebeurtenissen": lijst})


def seconden(werk: Callable[[], object]) -> float:
    """The median time of ``werk`` over some rounds, after one that does not count."""
    werk()
    tijden = []
    # As timeit does: how often Python tidies up depends on what else is in memory, not on the calculation.
    gc.disable()
    try:
        for _ in range(RONDEN):
            begin = time.perf_counter()
            werk()
            tijden.append(time.perf_counter() - begin)
    finally:
        gc.enable()
    return statistics.median(tijden)


def meet(gebeurtenissen: int) -> tuple[float, float]:
    """Seconds to read and to calculate one career of so many events, on average over the drawn ones."""
    kans = Random(ZAAD)
    teksten = [maak_loopbaan(kans, gebeurtenissen) for _ in range(LOOPBANEN)]
    loopbanen: list[Loopbaan] = [lees_json(tekst) for tekst in teksten]
    lezen = seconden(lambda: deque(map(lees_json, teksten), maxlen=0))
    rekenen = seconden(lambda: deque(map(bereken, loopbanen), maxlen=0))
    return lezen / LOOPBANEN, rekenen / LOOPBANEN


def main() -> None:
    """Print careers per second, and how the time grows from one length to the next."""
    metingen = {lengte: meet(lengte) for lengte in LENGTEN}
    console = Console()
    tabel = Table(title=f"Loopbanen: {LOOPBANEN} per lengte, mediaan van {RONDEN} ronden")
    for kop in ("Gebeurtenissen", "Lezen (ms)", "Rekenen (ms)", "Samen per seconde", "Rekenen per seconde"):
        tabel.add_column(kop, justify="right")
    for lengte, (lezen, rekenen) in metingen.items():
        tabel.add_row(
            str(lengte),
            f"{1000 * lezen:.2f}",
            f"{1000 * rekenen:.2f}",
            f"{1 / (lezen + rekenen):.0f}",
            f"{1 / rekenen:.0f}",
        )
    console.print(tabel)
    groei = Table(title="Groei (1,0 = de tijd groeit even hard als de loopbaan)")
    for kop in ("Van", "Naar", "Lezen", "Rekenen"):
        groei.add_column(kop, justify="right")
    for van, naar in pairwise(LENGTEN):
        factor = naar / van
        groei.add_row(
            str(van),
            str(naar),
            *(f"{metingen[naar][soort] / metingen[van][soort] / factor:.2f}".replace(".", ",") for soort in (0, 1)),
        )
    console.print(groei)


if __name__ == "__main__":
    main()
