"""Attempts to give the assistant other orders: forget your rules, play somebody else, show your instructions.

A table of phrases, as for distress: what is said outright is caught before anybody reads the message, so that no number in it
becomes a fact and no claim in it is confirmed. What is only shrewd is left to the reader.
"""

from __future__ import annotations

from typing import Final

from nlu.grammatica.nood import MEESTE_LETTERS
from nlu.patroon import maak_patroon


_WOORD: Final = maak_patroon(r"[a-z]+")
#: So many words may stand between the order and what it is about.
_TUSSEN: Final = 6
_TOON: Final = frozenset("toon print onthul herhaal geef show reveal repeat".split())
_WEG: Final = _TOON | frozenset(
    """negeer negeren vergeet vergeten verwaarloos omzeil overschrijf ignore disregard forget override
    bypass""".split()
)
#: Only these are of the assistant: "vergeet de regels van vorig jaar" is a student's own affair.
_VAN_JOU: Final = frozenset(
    """je jouw uw u your vorige vorig eerdere eerder voorgaande bovenstaande alle al previous prior above all
    """.split()
)
_OPDRACHT: Final = frozenset(
    """instructie instructies instructions instruction prompt systeemprompt programmering programmatie richtlijn richtlijnen
    guidelines opdrachten beperkingen restricties regels rules""".split()
)
#: Orders of which "show" and "give" may speak: a student may well want the rules themselves.
_GEHEIM: Final = _OPDRACHT - {"regels", "rules", "opdrachten", "richtlijn", "richtlijnen"}
_ZINNEN: Final = maak_patroon(
    r"\b(?:systeemprompt|system ?prompt|jailbreak|(?:developer|ontwikkelaars?|beheerders?|admin|god|debug|dan) ?-?(?:modus|mode)"
    r"|doe (?:eens |nu )?alsof (?:je|ge|gij|u|jij) (?:een|mijn|de|geen|mijnheer|meneer) "
    r"|(?:je|jij|ge|gij|u) (?:bent|zijt) (?:nu|vanaf nu|voortaan) (?:een|mijn|de|geen) "
    r"|pretend (?:to be|you are)|act as an? |you are now )"
)


def is_manipulatie(tekst: str) -> bool:
    """Whether the message outright tries to give the assistant other orders."""
    klein = tekst[:MEESTE_LETTERS].lower()
    if _ZINNEN.search(klein):
        return True
    woorden = _WOORD.findall(klein)
    for plaats, woord in enumerate(woorden):
        if woord in _WEG:
            gevolg = woorden[plaats + 1 : plaats + 1 + _TUSSEN]
            doel = next((i for i, w in enumerate(gevolg) if w in (_GEHEIM if woord in _TOON else _OPDRACHT)), None)
            if doel is not None and _VAN_JOU & set(gevolg[:doel]):
                return True
    return False
