"""Time the assistant beside the bare shell, in one run and turn by turn: ``python benchmarks/snelheid.py [--kort]``.

Milliseconds say little on a machine that others use too; what hits one bot hits the other, so the ratios hold.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path
from random import Random
from typing import Final

from rich.console import Console
from rich.table import Table

from benchmarks.maten import mediaan
from benchmarks.maten import percentiel
from benchmarks.proefmap import Bot
from benchmarks.proefmap import Duur
from benchmarks.proefmap import Mislukt
from benchmarks.proefmap import assistent
from benchmarks.proefmap import kopieer_project
from benchmarks.proefmap import machine
from benchmarks.proefmap import stop_netjes
from benchmarks.proefmap import train
from benchmarks.schil import ANTWOORD
from benchmarks.schil import SOM
from benchmarks.schil import UITKOMST
from benchmarks.schil import VRAAG
from benchmarks.schil import schil


ZAAD: Final = 7
#: A topic that the assistant answers with one fixed text, and what that answer must hold.
ONDERWERP: Final = "hoeveel leerkrediet krijg ik bij de start"
ONDERWERP_HEEFT: Final = "140 studiepunten"
#: 140 - 60 + 45 + 45 (the first 60 count twice).
BEREKENING: Final = "60 op, 45 gehaald"
BEREKENING_HEEFT: Final = "170"
#: Messages on either side of the 10th and the 200th that are measured with it.
RAND: Final = 5


@dataclass(frozen=True)
class Zin:
    """A message and what its answer must hold, because a wrong answer may be a quick one."""

    tekst: str
    heeft: str


@dataclass
class Speler:
    """One of the two bots, with a message for each kind of answer."""

    naam: str
    bot: Bot
    onderwerp: Zin
    som: Zin
    tijden: dict[str, list[float]] = field(default_factory=dict)

    def zeg(self, gesprek: str, zin: Zin, meting: str | None = None) -> None:
        """Send ``zin`` in ``gesprek``; keep the time under ``meting``. Raises ``Mislukt`` at a wrong answer."""
        duur, antwoord = self.bot.vraag(gesprek, zin.tekst)
        if not any(zin.heeft in str(deel.get("text", "")) for deel in antwoord):
            raise Mislukt(f"{self.naam} antwoordt verkeerd op {zin.tekst!r}: {antwoord}")
        if meting is not None:
            self.tijden.setdefault(meting, []).append(duur)


@dataclass(frozen=True)
class Omvang:
    """How much is measured: short conversations, and long ones of 200 messages per kind of answer."""

    kort: int
    lang: int


def meet(spelers: Sequence[Speler], omvang: Omvang, meld: Callable[[str], None]) -> None:
    """Have every conversation with both bots, message by message, in an order that chance decides."""
    random = Random(ZAAD)

    def om_de_beurt(gesprek: str, soort: str, meting: str | None) -> None:
        for speler in random.sample(list(spelers), len(spelers)):
            speler.zeg(gesprek, getattr(speler, soort), meting)

    meld("opwarmen")
    for nummer in range(5):
        om_de_beurt(f"warm-{nummer}", "onderwerp", None)
        om_de_beurt(f"warm-{nummer}", "som", None)
    meld(f"{omvang.kort} korte gesprekken")
    for nummer in range(omvang.kort):
        gesprek = f"kort-{random.getrandbits(64):x}-{nummer}"
        om_de_beurt(gesprek, "onderwerp", "nieuw gesprek")
        for _ in range(3):
            om_de_beurt(gesprek, "onderwerp", "onderwerp")
        # The same sum three times: the second and third time nothing changes, and it is computed again.
        for _ in range(3):
            om_de_beurt(gesprek, "som", "som")
    for nummer in range(omvang.lang):
        for soort in ("onderwerp", "som"):
            meld(f"lang gesprek {nummer + 1} van {omvang.lang}: {soort}")
            lang, vers = (f"{naam}-{random.getrandbits(64):x}-{soort}" for naam in ("lang", "vers"))
            for _ in range(200 - RAND - 1):
                om_de_beurt(lang, soort, None)
            for _ in range(10 - RAND - 1):
                om_de_beurt(vers, soort, None)
            # Side by side: the minutes between the 10th and the 200th message of one conversation may differ too much.
            for _ in range(2 * RAND + 1):
                om_de_beurt(vers, soort, f"{soort}, 10e")
                om_de_beurt(lang, soort, f"{soort}, 200e")


def tabellen(schil_: Speler, wij: Speler, starttijd: float, geheugen: float, training: Duur) -> list[Table]:
    """The latencies with their ratios, and the other budgets, each beside its target."""
    tijd = Table(title="Milliseconden per bericht, mediaan (p95)")
    for kop in ("meting", "kale schil", "assistent", "verhouding", "doel"):
        tijd.add_column(kop, justify="left" if kop == "meting" else "right")
    for meting, doel in (("nieuw gesprek", None), ("onderwerp", 1.2), ("som", 1.2)):
        verhouding = mediaan(wij.tijden[meting]) / mediaan(schil_.tijden[meting])
        tijd.add_row(meting, _ms(schil_.tijden[meting]), _ms(wij.tijden[meting]), *_getoetst(verhouding, doel))
    for soort in ("onderwerp", "som"):
        for n in (10, 200):
            meting = f"{soort}, {n}e"
            verhouding = mediaan(wij.tijden[meting]) / mediaan(schil_.tijden[meting])
            tijd.add_row(
                f"{meting} bericht", _ms(schil_.tijden[meting]), _ms(wij.tijden[meting]), f"{verhouding:.2f}", ""
            )
    for soort in ("onderwerp", "som"):
        groei = [mediaan(s.tijden[f"{soort}, 200e"]) / mediaan(s.tijden[f"{soort}, 10e"]) for s in (schil_, wij)]
        tijd.add_row(f"{soort}: groei 10e -> 200e", f"{groei[0]:.2f}", *(_getoetst(groei[1], 1.5)[:1]), "", "<= 1.5")
    rest = Table(title="Opstarten, geheugen, training")
    for kop in ("meting", "assistent", "doel"):
        rest.add_column(kop, justify="left" if kop == "meting" else "right")
    rest.add_row("start tot /health 200 antwoordt", f"{starttijd:.0f} s {_teken(starttijd <= 30)}", "<= 30 s")
    rest.add_row("geheugen na de metingen", f"{geheugen:.0f} MB {_teken(geheugen <= 800)}", "<= 800 MB")
    rest.add_row("training, hele opdracht", f"{training} {_teken(training.seconden <= 60)}", "<= 60 s")
    return [tijd, rest]


def _ms(waarden: Sequence[float]) -> str:
    return f"{mediaan(waarden):.1f} ({percentiel(waarden, 0.95):.1f})"


def _getoetst(verhouding: float, doel: float | None) -> tuple[str, str]:
    if doel is None:
        return f"{verhouding:.2f}", ""
    return f"{verhouding:.2f} {_teken(verhouding <= doel)}", f"<= {doel}"


def _teken(gehaald: bool) -> str:
    return "ok" if gehaald else "te veel"


def main() -> int:
    """Measure and print: 0 when the run was whole, 1 with one sentence when not. A missed target is not a fault."""
    keuzes = argparse.ArgumentParser(description="Meet de snelheid naast een kale Rasa-schil.")
    keuzes.add_argument("--kort", action="store_true", help="een korte meting, om te zien of alles werkt")
    omvang = Omvang(kort=8, lang=1) if keuzes.parse_args().kort else Omvang(kort=60, lang=3)
    stop_netjes()
    # Fixed, so that the tables look the same in a file as in a terminal.
    console = Console(width=110)
    try:
        with tempfile.TemporaryDirectory(prefix="snelheid-") as tijdelijk, ExitStack() as open_:
            metingen = _meet_alles(Path(tijdelijk), omvang, open_, lambda zin: print(f"{zin} ...", file=sys.stderr))
            console.print(f"Machine: {machine()}. Korte gesprekken: {omvang.kort}, lange: {omvang.lang} per soort.")
            for tabel in metingen:
                console.print(tabel)
    except Mislukt as fout:
        print(fout, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def _meet_alles(map_: Path, omvang: Omvang, open_: ExitStack, meld: Callable[[str], None]) -> list[Table]:
    meld("kopiëren en trainen")
    kopie = kopieer_project(map_ / "assistent")
    training = train(kopie)
    # Before the shell, so that nothing else starts at the same time.
    meld("de assistent starten")
    bot = open_.enter_context(assistent(kopie))
    meld("de schil trainen en starten")
    kaal = open_.enter_context(schil(map_ / "schil"))
    schil_ = Speler("de schil", kaal, Zin(VRAAG, ANTWOORD), Zin(SOM, UITKOMST))
    wij = Speler("de assistent", bot, Zin(ONDERWERP, ONDERWERP_HEEFT), Zin(BEREKENING, BEREKENING_HEEFT))
    meet((schil_, wij), omvang, meld)
    return tabellen(schil_, wij, bot.starttijd, bot.geheugen(), training)


if __name__ == "__main__":
    sys.exit(main())
