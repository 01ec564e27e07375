"""Makes one text of the messages that came back, and finds the part of it that states the answer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from collections.abc import Sequence
from typing import Any
from typing import Final

from meten.getallen import zonder_datums
from meten.vorm import Antwoord


#: Characters of the headline: what comes later is no answer to a student in a hurry.
MEESTE_TEKENS: Final = 500
_KENNISMAKING: Final = re.compile(r"\bik ben een digitale assistent\b", re.I)
_UITLEG: Final = re.compile(
    r"^\s*(?:begrepen\b|genoteerd\b.*:$|zo kom ik|start:|na je (?:eerste|tweede|derde|vierde|vijfde)\b[^.:]*:"
    r"|ik nam aan|let op:|bron:|dit is een berekening|meer uitleg|ik reken dan met:)",
    re.I,
)


def lees_antwoord(berichten: Sequence[Mapping[str, Any]], eerste: bool) -> Antwoord:
    """The messages of one turn; in the first one without the introduction, which every conversation gets."""
    teksten = [str(bericht["text"]) for bericht in berichten if bericht.get("text")]
    if eerste and len(teksten) > 1:
        teksten = [tekst for tekst in teksten if not _KENNISMAKING.search(tekst)] or teksten
    knoppen = [str(knop.get("title", "")) for bericht in berichten for knop in bericht.get("buttons") or ()]
    tekst = "\n".join(teksten).replace("’", "'").replace("−", "-").replace("**", "")
    return Antwoord(tekst, tuple(knoppen))


def kopregel(tekst: str) -> str:
    """The part of an answer that states it: up to the explanation, without dates and marks."""
    kop: list[str] = []
    for regel in tekst.splitlines():
        if _UITLEG.search(regel):
            if kop:
                break
        elif "→" not in regel:
            kop.append(regel)
    return zonder_datums("\n".join(kop)[:MEESTE_TEKENS])
