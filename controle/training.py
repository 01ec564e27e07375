"""The messages that the assistant learns from: enough of each, none under two intents, none that is kept for measuring."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Final

from controle.bevinding import Bevinding
from controle.inhoud import NLU
from controle.inhoud import Inhoud
from controle.soorten import DICHTBIJ
from controle.soorten import GESPREKSZETTEN
from controle.soorten import VASTE_ONDERWERPEN
from controle.soorten import soort


MINSTE_BERICHTEN: Final = 150
MINSTE_BUITEN_BEREIK: Final = 1000
MINSTE_DICHTBIJ: Final = 400
#: "ja" and "wat is leerkrediet" are written by everybody; a longer message that is the same was taken over.
WOORDEN_VRIJ: Final = 3
_ENTITEIT: Final = re.compile(r"\[([^\]]+)\](?:\([^)]*\)|\{[^}]*\})")


@cache
def vorm(tekst: str) -> str:
    """``tekst`` as it counts for being the same: without case, accents, punctuation, spaces and marked entities.

    >>> vorm("  Hoe  werkt dát? ") == vorm("hoe werkt dat")
    True
    """
    kaal = unicodedata.normalize("NFKD", _ENTITEIT.sub(r"\1", tekst)).casefold()
    letters = "".join(t for t in kaal if not unicodedata.combining(t))
    woorden = re.sub(r"[^\w\s+-]", " ", letters).split()
    # A message of signs alone ("?!", "👍") stays what it is.
    return " ".join(woorden) or tekst.strip()


def controleer(inhoud: Inhoud) -> list[Bevinding]:
    """Intents with too few messages, messages under two intents, and messages that are kept apart."""
    return [*_aantallen(inhoud), *_dubbel(inhoud), *_apart(inhoud)]


def _aantallen(inhoud: Inhoud) -> Iterator[Bevinding]:
    aantal = Counter(bericht.intent for bericht in inhoud.berichten)
    for intent in (*VASTE_ONDERWERPEN, *GESPREKSZETTEN):
        if aantal[intent] < MINSTE_BERICHTEN:
            yield Bevinding(f"{NLU}/{intent}.yml", intent, f"{aantal[intent]} berichten; minstens {MINSTE_BERICHTEN}")
    buiten = sum(n for intent, n in aantal.items() if soort(intent) == "buiten_bereik")
    dichtbij = sum(aantal[intent] for intent in DICHTBIJ)
    if buiten < MINSTE_BUITEN_BEREIK:
        yield Bevinding(NLU, "buiten_bereik", f"samen {buiten} berichten; minstens {MINSTE_BUITEN_BEREIK}")
    if dichtbij < MINSTE_DICHTBIJ:
        yield Bevinding(NLU, "buiten_bereik", f"dicht bij leerkrediet {dichtbij} berichten; minstens {MINSTE_DICHTBIJ}")


def _dubbel(inhoud: Inhoud) -> Iterator[Bevinding]:
    eerste: dict[str, str] = {}
    for bericht in inhoud.berichten:
        ander = eerste.setdefault(vorm(bericht.tekst), bericht.intent)
        if ander != bericht.intent:
            yield Bevinding(bericht.bestand, bericht.intent, f"'{bericht.tekst}' staat ook bij {ander}")


def _apart(inhoud: Inhoud) -> Iterator[Bevinding]:
    apart = {vorm(bericht.tekst) for bericht in inhoud.apart if len(bericht.tekst.split()) > WOORDEN_VRIJ}
    for bericht in inhoud.berichten:
        if vorm(bericht.tekst) in apart:
            yield Bevinding(bericht.bestand, bericht.intent, f"'{bericht.tekst}' dient om te meten; leer er niet van")
