"""Talk with the bot in the terminal: starts an assistant of its own on free ports and asks it through REST."""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
import textwrap
import urllib.error
import urllib.request
import uuid
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path
from typing import Any
from typing import Final

from gemeen import WORTEL
from gemeen import Gestopt
from instantie import Instantie
from instantie import Stopvraag
from instantie import adres
from instantie import vrije_poorten


#: Seconds to wait for an answer.
MEESTE_WACHTTIJD: Final = 60
GEEN_ANTWOORD: Final = "Sorry, er kwam geen antwoord. Probeer het opnieuw of vraag het aan je trajectbegeleider."


@dataclass
class Gesprek:
    """One conversation: sends what is typed, and remembers the choices that were shown last."""

    url: str
    afzender: str = field(default_factory=lambda: uuid.uuid4().hex)
    keuzes: list[str] = field(default_factory=list)

    def vraag(self, getypt: str) -> list[str]:
        """The lines to show for what was typed: a number picks the choice of that number."""
        antwoord = self._stuur(vertaal(getypt, self.keuzes))
        # Only the choices of the latest answer can be picked.
        self.keuzes = []
        regels: list[str] = []
        for bericht in antwoord:
            regels += self._toon(bericht)
        return regels or [GEEN_ANTWOORD]

    def _toon(self, bericht: dict[str, Any]) -> list[str]:
        regels = str(bericht.get("text") or "").splitlines()
        for knop in bericht.get("buttons") or []:
            self.keuzes.append(str(knop.get("payload") or knop.get("title") or ""))
            regels.append(f"  {len(self.keuzes)}. {knop.get('title', '')}")
        return regels

    def _stuur(self, bericht: str) -> list[dict[str, Any]]:
        verzoek = urllib.request.Request(  # noqa: S310 - always the own instance on http
            self.url + "webhooks/rest/webhook",
            data=json.dumps({"sender": self.afzender, "message": bericht}).encode(),
            headers={"Content-Type": "application/json"},
        )
        # A proxy of the machine has no part in a conversation on the loopback address.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(verzoek, timeout=MEESTE_WACHTTIJD) as antwoord:
                gelezen = json.load(antwoord)
        except (urllib.error.URLError, OSError, ValueError):
            return []
        return [deel for deel in gelezen if isinstance(deel, dict)] if isinstance(gelezen, list) else []


def vertaal(getypt: str, keuzes: list[str]) -> str:
    """What is sent for what was typed: the payload of a choice for its number, else the text itself."""
    cijfers = getypt.strip().rstrip(".)")
    if cijfers.isascii() and cijfers.isdigit() and 1 <= int(cijfers) <= len(keuzes):
        return keuzes[int(cijfers) - 1]
    return getypt


def breek_af(regels: list[str], breedte: int) -> str:
    """The lines of an answer, none wider than ``breedte`` unless a word is."""
    uit = []
    for regel in regels:
        inspringing = " " * (len(regel) - len(regel.lstrip()))
        uit += textwrap.wrap(
            regel, breedte, subsequent_indent=inspringing, break_long_words=False, break_on_hyphens=False
        ) or [""]
    return "\n".join(uit)


def main() -> int:
    """Talk until the input ends: 0, or 1 when the assistant could not run."""
    os.chdir(WORTEL)
    stopvraag = Stopvraag()
    stopvraag.luister()
    (poort,) = vrije_poorten(1)
    with tempfile.TemporaryDirectory(prefix="leerkrediet-") as tijdelijk:
        # A talk at the terminal is a try-out: nothing of it stays.
        extra = {"DATABASE_URL": f"sqlite:///{tijdelijk}/gesprekken.db", "REST": "ja"}
        try:
            with Instantie("127.0.0.1", poort, stopvraag, extra, Path(tijdelijk)) as instantie:
                if instantie.start():
                    _praat(instantie, Gesprek(adres("127.0.0.1", poort)))
        except Gestopt as fout:
            print(fout, file=sys.stderr)
            return 1
    return 0


def _praat(instantie: Instantie, gesprek: Gesprek) -> None:
    # From here Ctrl-C must also break off the waiting for input.
    instantie.stopvraag.onderbreek()
    breedte = min(shutil.get_terminal_size().columns, 100)
    print("Typ je vraag, of het nummer van een keuze. Stop met Ctrl-D.")
    try:
        while not instantie.stopvraag.gevraagd:
            getypt = input("\nJij: ")
            if getypt.strip():
                print("\n" + breek_af(gesprek.vraag(getypt), breedte), flush=True)
                instantie.controleer()
    except (EOFError, KeyboardInterrupt):
        print("\nTot later.")


if __name__ == "__main__":
    sys.exit(main())
