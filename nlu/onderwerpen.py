"""A second topic in one message: "verlies je punten bij een tolerantie en waar zie ik hoeveel ik nog heb?"."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Sequence
from typing import Final

from nlu.intentie import BUITEN
from nlu.patroon import HOOFDLETTERVRIJ
from nlu.patroon import maak_patroon


#: Moves of a conversation: politeness beside a question is no second question.
GESPREKSZETTEN: Final = frozenset(
    """begroeting afscheid bedanken bot_vraag mens_spreken hulp klacht_frustratie bevestigen ontkennen
    opnieuw""".split()
)
#: How sure each half must be of its topic, 0 to 1: an answer that was not asked for is noise on a phone.
ZEKER: Final = 0.6
#: A shorter part says too little by itself.
MINSTE_WOORDEN: Final = 3
#: Longer stories are no list of questions.
MEESTE_DELEN: Final = 4
_VRAAG: Final = (
    r"wat|waar|hoe|hoeveel|hoelang|wanneer|wie|waarom|welke?|kan|kunde|kun|mag|moet|moek|telt|tellen|verlies|krijg|"
    r"heb|is|zijn|ist|tot|bestaat|geldt|werkt|wordt|kost|gaat|gaan"
)
#: A stretch of white space is looked at from its beginning only, and taken whole.
_GRENS: Final = maak_patroon(
    rf"(?<=[.?!;\n])\s+|(?<!\s)[^\S\n]*\n\s*"
    rf"|(?:,\s*|(?:,|(?<!\s))\s+(?:en|enne|maar|ma|of)\s+)(?!\s)(?=(?:ook|dan|trouwens|nog)?\s*(?:{_VRAAG})\b)",
    HOOFDLETTERVRIJ,
)
#: What numbers beside a question are about.
REKENEN: Final = "saldo_berekenen"
_GETAL: Final = maak_patroon(r"\d")


#: A question opens with such a word, perhaps after a few others ("en dan nog: mag ik ...").
_BEGINT_ALS_VRAAG: Final = maak_patroon(
    rf"(?:(?:en|dan|nog|ook|maar|ma|dus|trouwens|verder|eigenlijk|of|ok|oke)\W+){{0,3}}(?:{_VRAAG})\b", HOOFDLETTERVRIJ
)


def deel_op(tekst: str) -> list[str]:
    """Cut a message where a new question may begin; parts that say too little are left out."""
    delen = (deel.strip() for deel in _GRENS.split(tekst))
    return [deel for deel in delen if len(deel.split()) >= MINSTE_WOORDEN]


def is_vraag(deel: str) -> bool:
    """Whether a part asks something; else it only tells."""
    return deel.endswith("?") or _BEGINT_ALS_VRAAG.match(deel) is not None


def twee_onderwerpen(tekst: str, rangschik: Callable[[str], Sequence[tuple[str, float]]]) -> tuple[str, str] | None:
    """The two topics that a message asks about, in its own order; None when it asks about one, or it is not clear.

    Args:
        tekst: the message.
        rangschik: gives the intents of a text with their probability, best first.
    """
    delen = deel_op(tekst)
    if not 2 <= len(delen) <= MEESTE_DELEN:
        return None
    gevonden: list[str] = []
    for deel in delen:
        if not is_vraag(deel):
            if _GETAL.search(deel) and REKENEN not in gevonden:
                gevonden.append(REKENEN)
            continue
        intent, kans = rangschik(deel)[0]
        if kans >= ZEKER and not intent.startswith(BUITEN) and intent not in GESPREKSZETTEN and intent not in gevonden:
            gevonden.append(intent)
    if len(gevonden) != 2 or not all(map(is_vraag, delen)) and REKENEN not in gevonden:
        return None
    return gevonden[0], gevonden[1]
