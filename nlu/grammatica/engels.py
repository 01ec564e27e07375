"""English that students mix in: its small words, turned into Dutch where a message holds several of them."""

from __future__ import annotations

from nlu.grammatica.tekens import Teken


_WOORDEN = {
    "and": "en",
    "if": "als",
    "i": "ik",
    "do": "doe",
    "taken": "opgenomen",
    "took": "opgenomen",
    "take": "neem",
    "have": "heb",
    "did": "deed",
    "passed": "geslaagd",
    "failed": "gebuisd",
    "year": "jaar",
    "years": "jaar",
    "this": "dit",
    "next": "volgend",
    "last": "vorig",
    "first": "eerste",
    "second": "tweede",
    "third": "derde",
    "session": "zit",
    "another": "nog",
    "what": "wat",
    "only": "maar",
    "half": "helft",
    "all": "alles",
    "everything": "alles",
    "nothing": "niks",
    "my": "mijn",
    "left": "over",
    "many": "veel",
}
_EIGEN = frozenset({"how", "much", "the", "get", "got", "would", "will"})
"""English words that only show the language."""
_OOK_NEDERLANDS = frozenset({"taken", "i", "all", "session", "half", "last"})
_MINSTENS = 2
"""English words from which a message is taken to hold English."""


def vertaal(tekens: list[Teken]) -> None:
    """Put Dutch in the place of the English words of a message; one such word alone may be something else."""
    engels = {t.tekst for t in tekens if t.soort == "woord"} & (_WOORDEN.keys() | _EIGEN)
    if len(engels) < _MINSTENS or engels <= _OOK_NEDERLANDS:
        return
    for t in tekens:
        if t.soort == "woord":
            t.tekst = _WOORDEN.get(t.tekst, t.tekst)
