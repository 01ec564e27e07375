"""What is let through to the bot. Pure, so that each oddity can be tested without a server."""

from __future__ import annotations

import json
import unicodedata
from typing import Any
from typing import Collection
from typing import Final

from gesprek.grens import MEESTE_TEKENS


MEESTE_TEKENS_AFZENDER: Final = 200

#: What is longer is not even looked at, whatever invisible characters it holds.
RUW_MEESTE_TEKENS: Final = 10 * MEESTE_TEKENS

TE_LANG: Final = "/bericht_te_lang"
LEEG: Final = "/bericht_leeg"
GEEN_TEKST: Final = "/bericht_zonder_tekst"

#: Emoji that are an answer by themselves; any other one alone cannot be read.
_SPREKEND: Final = {
    "👍": "ja", "👌": "oké", "✅": "ja", "🆗": "oké", "👎": "nee", "❌": "nee", "👋": "hallo", "🙏": "dank je", "❤": "dank je",
}  # fmt: skip
_SOORTEN_TEKST: Final = ("L", "N")


def naar_bericht(ruw: object, intents: Collection[str]) -> str:
    """What the bot gets to read for what came in.

    A payload (``/intent`` or ``/intent{...}``) only passes when it names an intent of the assistant and its braces hold
    a JSON object; anything else that starts with a slash is text like any other.
    """
    if not isinstance(ruw, str) or not ruw.strip():
        return LEEG
    if len(ruw) > RUW_MEESTE_TEKENS:
        return TE_LANG
    tekst = "".join(teken for teken in ruw if teken in "\n\t" or unicodedata.category(teken) not in ("Cc", "Cs"))
    tekst = tekst.strip()
    if len(tekst) > MEESTE_TEKENS:
        return TE_LANG
    if is_knoplading(tekst, intents):
        return tekst
    # What is left of it after this cannot be taken for a payload any more.
    begin = next((plaats for plaats, teken in enumerate(tekst) if teken != "/" and not teken.isspace()), len(tekst))
    tekst = tekst[begin:]
    if not tekst:
        return LEEG
    if any(unicodedata.category(teken)[0] in _SOORTEN_TEKST for teken in tekst):
        return tekst
    if tekst and set(tekst) <= set("?!. "):
        return "help" if "?" in tekst else tekst
    sprekend = {_SPREKEND[teken] for teken in tekst if teken in _SPREKEND}
    return sprekend.pop() if len(sprekend) == 1 else GEEN_TEKST


def is_knoplading(tekst: str, intents: Collection[str]) -> bool:
    """Whether ``tekst`` is a payload that a button of this assistant could have sent."""
    if not tekst.startswith("/"):
        return False
    naam, accolade, rest = tekst[1:].partition("{")
    if naam not in intents:
        return False
    if not accolade:
        return True
    try:
        gegevens: Any = json.loads("{" + rest)
    except (ValueError, RecursionError):
        return False
    return isinstance(gegevens, dict) and all(isinstance(waarde, str) for waarde in gegevens.values())
