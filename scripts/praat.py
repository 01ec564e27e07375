"""Say something to a running assistant and print what a student would read: ``python scripts/praat.py NAAM "bericht" ...``.

The name is that of the conversation, which goes on with the next call; ``#2`` presses the second button of the last answer.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from pathlib import Path
from typing import Any


# So that `python -m scripts.praat` finds what `python scripts/praat.py` finds.
sys.path.insert(0, str(Path(__file__).resolve().parent))

from gemeen import Gestopt
from meten.bot import Bot


def main(argumenten: Sequence[str] | None = None) -> int:
    """Send each message and show the answer: 0, or 2 when nobody answers or the button is not there."""
    lezer = argparse.ArgumentParser(prog="praat", description="Praat met een assistent die draait.")
    lezer.add_argument("naam", help="van het gesprek; een nieuwe naam begint een nieuw gesprek")
    lezer.add_argument("berichten", nargs="+", metavar="bericht", help='wat je zegt, of "#2" voor de tweede knop')
    lezer.add_argument("--bot", default=os.environ.get("BOT", "http://127.0.0.1:5005"), help="adres (ook uit BOT)")
    keuze = lezer.parse_args(argumenten)
    bot = Bot(keuze.bot.rstrip("/") + "/")
    geheugen = _geheugen(bot.url, keuze.naam)
    try:
        for bericht in keuze.berichten:
            titel, lading = _kies(bericht, geheugen)
            antwoord = bot.zeg(f"praat-{keuze.naam}", lading)
            knoppen = [knop for deel in antwoord for knop in deel.get("buttons") or ()]
            geheugen.write_text(json.dumps(knoppen), "utf-8")
            print(f"U: {titel}", *toon(antwoord, knoppen), sep="\n", end="\n\n")
    except Gestopt as fout:
        print(fout, file=sys.stderr)
        return 2
    return 0


def toon(antwoord: Iterable[Mapping[str, Any]], knoppen: Sequence[Mapping[str, Any]]) -> list[str]:
    """The lines for an answer: texts, what else there is to see, and the buttons with their numbers."""
    regels = []
    for deel in antwoord:
        regels += [f"B: {deel['text']}"] if deel.get("text") else []
        regels += [f"B: <{wat}>" for wat in ("image", "attachment", "custom") if deel.get(wat)]
    genummerd = " | ".join(f"#{nummer} {knop.get('title', '')}" for nummer, knop in enumerate(knoppen, 1))
    return (regels or ["B: (niets)"]) + ([f"   knoppen: {genummerd}"] if knoppen else [])


def _kies(bericht: str, geheugen: Path) -> tuple[str, str]:
    """What is shown and what is sent for what was typed."""
    nummer = bericht.removeprefix("#")
    if nummer == bericht or not (nummer.isascii() and nummer.isdigit()):
        return bericht, bericht
    knoppen = json.loads(geheugen.read_text("utf-8")) if geheugen.is_file() else []
    if not 1 <= int(nummer) <= len(knoppen):
        raise Gestopt(f"Het vorige antwoord had geen knop {nummer}.")
    knop = knoppen[int(nummer) - 1]
    return f"[knop] {knop.get('title', '')}", str(knop.get("payload") or knop.get("title") or "")


def _geheugen(url: str, naam: str) -> Path:
    """The file with the buttons that this conversation showed last; a name may hold anything."""
    map_ = Path(tempfile.gettempdir()) / f"leerkrediet-praat-{os.getuid()}"
    map_.mkdir(mode=0o700, exist_ok=True)
    return map_ / f"{hashlib.sha256(f'{url} {naam}'.encode()).hexdigest()[:16]}.json"


if __name__ == "__main__":
    sys.exit(main())
