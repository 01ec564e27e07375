"""Measure the assistant on the conversations of benchmarks/gesprekken/script, beside the figures recorded last."""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterator
from collections.abc import Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Final


# So that `python -m scripts.meet` finds what `python scripts/meet.py` finds.
sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(1, str(Path(__file__).resolve().parent.parent))

from gemeen import WORTEL
from gemeen import Gestopt
from gemeen import Voortgang
from instantie import Stopvraag
from meten.afspelen import Zeg
from meten.afspelen import speel_alle
from meten.bot import Bot
from meten.gegeven import Gegeven
from meten.laden import bestanden
from meten.laden import lees
from meten.tabel import maak_tabel
from meten.tabel import procenten
from meten.tellen import ALLE
from meten.tellen import SAMEN
from meten.tellen import tel
from meten.uitslag import Uitslag
from meten.uitslag import lees_uitslagen
from meten.uitslag import maat
from meten.uitslag import schrijf_bij
from meten.verslag import maak_verslag
from meten.vloer import VLOER
from meten.vorm import Gesprek
from verhaal.bot import eigen_bot


GESPREKKEN: Final = WORTEL / "benchmarks" / "gesprekken" / "script"
LEZINGEN: Final = GESPREKKEN.parent / "lezingen"
UITSLAGEN: Final = WORTEL / "benchmarks" / "uitslagen.md"
VERSLAG: Final = WORTEL / "gegevens" / "meet.txt"
#: The day on which every conversation plays: what is running and what is over hangs on it.
DAG: Final = "2026-11-30"
#: A measurement is one address with hundreds of conversations: the limits for students would only make it wait.
RUIM: Final = dict.fromkeys(("GRENS_GESPREK", "GRENS_ADRES", "GRENS_NIEUW"), "100000/minute")


def main(argumenten: Sequence[str] | None = None) -> int:
    """Play, judge and show: 0, or 2 when it could not be done. The figures themselves never fail."""
    keuze = _lees_argumenten(argumenten)
    try:
        gesprekken = [gesprek for gesprek in lees(keuze.map) if gesprek.id.startswith(keuze.alleen)]
        if not gesprekken:
            raise Gestopt(f"Geen enkel gesprek begint met '{keuze.alleen}'.")
        if keuze.vloer:
            print(_vloer(gesprekken))
        else:
            _meet(keuze, gesprekken)
    except Gestopt as fout:
        print(fout, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Afgebroken.", file=sys.stderr)
        return 2
    return 0


def _lees_argumenten(argumenten: Sequence[str] | None) -> argparse.Namespace:
    lezer = argparse.ArgumentParser(prog="meet", description="Speelt geschreven gesprekken en telt wat juist was.")
    lezer.add_argument(
        "--map", type=Path, default=GESPREKKEN, help="map met gesprekken (standaard: die van het project)"
    )
    lezer.add_argument("--bot", help="een assistent die al draait, zoals http://127.0.0.1:5005")
    lezer.add_argument("--alleen", default="", metavar="W1", help="alleen de gesprekken waarvan de naam zo begint")
    lezer.add_argument("--tegelijk", type=int, default=4, metavar="N", help="zoveel gesprekken tegelijk (standaard: 4)")
    lezer.add_argument("--verslag", type=Path, default=VERSLAG, help="waar komt wat er gezegd is in wat je mag lezen")
    lezer.add_argument("--leg-vast", action="store_true", help="zet de cijfers bij in benchmarks/uitslagen.md")
    lezer.add_argument("--commit", help="met --leg-vast en --bot: van welke commit die assistent is")
    lezer.add_argument("--uitslagen", type=Path, default=UITSLAGEN, help=argparse.SUPPRESS)
    lezer.add_argument(
        "--gegeven", action="store_true", help="meet alleen het gesprek: wat elke beurt zegt, is gegeven"
    )
    lezer.add_argument("--vloer", action="store_true", help="wat een bot scoort die niets begrijpt")
    keuze = lezer.parse_args(argumenten)
    if keuze.leg_vast and (keuze.alleen or keuze.map.resolve() != GESPREKKEN):
        lezer.error("alleen een meting van alle gesprekken van het project wordt vastgelegd")
    if keuze.gegeven and (keuze.leg_vast or keuze.bot):
        lezer.error("--gegeven speelt zonder assistent, en is een andere maat")
    if keuze.leg_vast and keuze.bot and not keuze.commit:
        lezer.error("zeg met --commit van welke commit de assistent op --bot is")
    if keuze.tegelijk < 1:
        lezer.error("--tegelijk is minstens 1")
    return keuze


def _vloer(gesprekken: Sequence[Gesprek]) -> str:
    regels = []
    for naam, zeg in VLOER.items():
        deel = procenten(tel(speel_alle(gesprekken, zeg))[ALLE][SAMEN])
        regels.append(
            f"{naam:22}goed {deel['goed']:5.1f} %   raak {deel['raak']:5.1f} %   fout saldo {deel['fout_saldo']:5.1f} %"
        )
    return "\n".join(regels)


def _meet(keuze: argparse.Namespace, gesprekken: Sequence[Gesprek]) -> None:
    deze_maat = maat(bestanden(keuze.map))
    uitslagen = lees_uitslagen(keuze.uitslagen)
    with _gegeven(gesprekken) if keuze.gegeven else _bot(keuze.bot) as zeg:
        voortgang = Voortgang(f"{len(gesprekken)} gesprekken spelen")
        gespeeld = speel_alle(gesprekken, zeg, keuze.tegelijk)
        voortgang.klaar()
    nu = tel(gespeeld)
    # A part, another folder or another judge is another measure; its figures say nothing beside these.
    anders = keuze.alleen or keuze.gegeven
    gelijke = [uitslag for uitslag in uitslagen if uitslag.maat == deze_maat and not anders]
    print(maak_tabel(nu, gelijke[-1].tellingen if gelijke else {}))
    if gelijke:
        print(f"Tussen haakjes: commit {gelijke[-1].commit}, zoals vastgelegd in {keuze.uitslagen.name}.")
    else:
        print("Van precies deze gesprekken, zo beoordeeld, is nog niets vastgelegd.")
    if verslag := maak_verslag(gespeeld):
        keuze.verslag.parent.mkdir(parents=True, exist_ok=True)
        keuze.verslag.write_text(verslag, "utf-8")
        print(f"Lees wat er gezegd is in {keuze.verslag}")
    if keuze.leg_vast:
        schrijf_bij(keuze.uitslagen, Uitslag(keuze.commit or _commit(), DAG, deze_maat, nu))
        print(f"Vastgelegd in {keuze.uitslagen}")


@contextmanager
def _gegeven(gesprekken: Sequence[Gesprek]) -> Iterator[Zeg]:
    yield Gegeven(gesprekken, LEZINGEN, WORTEL, date.fromisoformat(DAG)).zeg


@contextmanager
def _bot(adres: str | None) -> Iterator[Zeg]:
    """What a turn is said to: the assistant at ``adres``, or one that is started for it and stopped after."""
    if adres:
        bot = Bot(adres.rstrip("/") + "/")
        yield lambda afzender, beurt: bot.zeg(afzender, beurt.student)
        return
    stopvraag = Stopvraag()
    stopvraag.luister()
    stopvraag.onderbreek()
    with eigen_bot(stopvraag, {"VANDAAG": DAG, **RUIM}) as lopend:
        eigen = Bot(lopend.url)
        yield lambda afzender, beurt: eigen.zeg(afzender, beurt.student)


def _commit() -> str:
    """The commit of the files here, with a + when they differ from it. Raises ``Gestopt`` without git."""
    try:
        commit = _git("rev-parse", "--short", "HEAD")
        return commit + ("+" if _git("status", "--porcelain", "--untracked-files=no") else "")
    except (OSError, subprocess.CalledProcessError):
        raise Gestopt("Vastleggen kan alleen in een kopie met git: de commit hoort erbij. Of geef --commit.") from None


def _git(*opdracht: str) -> str:
    return subprocess.run(["git", *opdracht], cwd=WORTEL, capture_output=True, text=True, check=True).stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
