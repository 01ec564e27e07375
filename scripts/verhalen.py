"""Play the stories of staff against the real assistant: a summary in the terminal, every conversation on one page."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from collections.abc import Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path


# So that `python -m scripts.verhalen` finds what `python scripts/verhalen.py` finds.
sys.path.insert(0, str(Path(__file__).resolve().parent))

from gemeen import WORTEL
from gemeen import Gestopt
from instantie import Stopvraag
from verhaal.bot import Bot
from verhaal.bot import eigen_bot
from verhaal.bot import storingszin
from verhaal.laden import VerhaalFout
from verhaal.laden import lees_alle
from verhaal.laden import vind_bestanden
from verhaal.pagina import maak_pagina
from verhaal.spelen import speel
from verhaal.tekst import beschrijf
from verhaal.tekst import samenvatting
from verhaal.vorm import Verhaal
from verhaal.vorm import Verslag


def main(argumenten: Sequence[str] | None = None) -> int:
    """Play the chosen stories: 0 when all is as it should be, 1 when something differs, 2 when they could not be played."""
    keuze = _lees_argumenten(argumenten)
    try:
        verhalen = lees_alle(vind_bestanden(keuze.verhalen or [_eigen_verhalen()]))
        verhalen = [verhaal for verhaal in verhalen if keuze.naam.casefold() in verhaal.naam.casefold()]
        if not verhalen:
            raise VerhaalFout(f"Geen enkel verhaal heeft '{keuze.naam}' in zijn naam.")
        with _bot(keuze.adres) as bot:
            verslagen = _speel_alle(verhalen, bot)
    except (VerhaalFout, Gestopt) as fout:
        print(fout, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Afgebroken.", file=sys.stderr)
        return 2
    for verslag in verslagen:
        if not verslag.geslaagd:
            print(f"\n{beschrijf(verslag)}")
    keuze.pagina.write_text(maak_pagina(verslagen, datetime.now().astimezone()), encoding="utf-8")
    print(f"\n{samenvatting(verslagen)}\nLees alle gesprekken in {keuze.pagina}")
    return 0 if all(verslag.geslaagd for verslag in verslagen) else 1


def _lees_argumenten(argumenten: Sequence[str] | None) -> argparse.Namespace:
    lezer = argparse.ArgumentParser(
        prog="verhalen", description="Voert de gesprekken uit tests/verhalen met de assistent en toont wat anders liep."
    )
    lezer.add_argument("verhalen", nargs="*", type=Path, help="bestanden of mappen (standaard: tests/verhalen)")
    lezer.add_argument("--naam", default="", help="enkel de verhalen met deze tekst in hun naam")
    lezer.add_argument("--pagina", type=Path, default=Path("verhalen.html"), help="waar de webpagina komt")
    lezer.add_argument("--adres", help="praat met een assistent die al draait, zoals http://127.0.0.1:5005/")
    return lezer.parse_args(argumenten)


def _eigen_verhalen() -> Path:
    map_ = WORTEL / "tests" / "verhalen"
    return map_.relative_to(Path.cwd()) if map_.is_relative_to(Path.cwd()) else map_


@contextmanager
def _bot(adres: str | None) -> Iterator[Bot]:
    if adres:
        yield Bot(adres.rstrip("/") + "/")
        return
    stopvraag = Stopvraag()
    stopvraag.luister()
    stopvraag.onderbreek()
    with eigen_bot(stopvraag) as bot:
        yield bot


def _speel_alle(verhalen: Sequence[Verhaal], bot: Bot) -> list[Verslag]:
    storing = storingszin()
    verslagen = []
    for verhaal in verhalen:
        verslag = speel(verhaal, bot.zeg, storing)
        verslagen.append(verslag)
        print(f"{'klopt     ' if verslag.geslaagd else 'KLOPT NIET'}  {verhaal.naam}", flush=True)
    return verslagen


if __name__ == "__main__":
    sys.exit(main())
