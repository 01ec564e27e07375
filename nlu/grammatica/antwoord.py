"""Whether a message opens with yes or no, as students in Flanders write it."""

from __future__ import annotations

import re
from typing import Literal


_JA: re.Pattern[str] = re.compile(
    r"(?:j+a+h*|jaja+|ja+ap|jep+|yep+|yes+|yup|yeah|jawel|joa+|jo|jaa?k|jawaar|tuurlijk|natuurlijk|zeker|inderdaad|"
    r"idd|klopt|ok|oke|oké|okee|si|oui|ma+ja|ah ja|bah ja|allez ja|ik wel|dat wel|wel wel|juist|correct)\b",
)
_NEE: re.Pattern[str] = re.compile(
    r"(?:n+e+e+n?|neeje|neen?tje|neeje?|nope?|nop|nah|nie|niet|njet|no|non|ni|noppes|nooit|geen enkele?|geen|"
    r"ik niet|nog niet|nog nie|nog geen|helaas niet|jammer genoeg niet|bah nee|allez nee|ma nee|toch niet|neuh|neu)\b",
)
_AANLOOP: re.Pattern[str] = re.compile(r"^(?:(?:euh+m?|uh+m?|hm+|mm+|goh|tja|tjah|ah|oh|och|ewel|wel|amai|sorry|ja maar|maar|ma)[\s,.!]+)+")


def lees_antwoord(tekst: str) -> Literal["ja", "nee"] | None:
    """Give the yes or no that a message opens with; None when it opens with neither."""
    begin = _AANLOOP.sub("", tekst[:60].strip().lower())
    if _JA.match(begin):
        return "ja"
    return "nee" if _NEE.match(begin) else None
