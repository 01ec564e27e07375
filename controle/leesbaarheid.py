"""Texts that a student of level B1 reads without effort: short sentences, easy words.

The measure is Flesch-Douma, the Dutch form of Flesch's reading ease (W.H. Douma, 1960):

    206.84 - 0.93 x words per sentence - 77 x syllables per word

It is chosen over Brouwer's Leesindex A (the same two counts, other weights) because its scale is the one that Dutch
guidelines on B1 name, and over lists of frequent words because it needs no corpus and says the same on every machine.
60 to 70 is called standard, and B1 is usually put there; 65 is asked, because every answer that reads well aloud has
that. The measure knows nothing of meaning, so it is a net for heavy texts and no proof of light ones. On few words it
says little (one long word moves it ten points), so there only the length of sentences and of single words counts.

Names that cannot be exchanged for an easier word (a contract, a programme, a school, the trajectbegeleider) would only
measure how often an answer calls things by their name. Each counts as a word of two syllables, about the Dutch average.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from controle.bevinding import Bevinding
from controle.inhoud import Inhoud
from controle.zinnen import aantal_woorden
from controle.zinnen import lettergrepen
from controle.zinnen import woorden
from controle.zinnen import zinnen


LAAGSTE_SCORE: Final = 65
#: A text with fewer words is too short for an average.
MINSTE_WOORDEN: Final = 30
MEESTE_WOORDEN: Final = 20
#: Per word, where it is no name.
MEESTE_LETTERGREPEN: Final = 6
_LETTERGREPEN_NAAM: Final = 2
#: Beginnings of names; their endings and compounds count too ("masterdiploma's", "graduaatspunten").
_NAMEN: Final = (
    "academiejaar", "academische", "artevelde", "bachelor", "banaba", "beursstudent", "bijna-beurs", "burgerprofiel",
    "creditcontract", "diplomacontract", "doctoraat", "doctorsdiploma", "educatie", "erasmus", "examencontract",
    "examenreglement", "generatiestudent", "graduaat", "inschrijving", "kalenderdag", "leerkrediet", "luca", "manama",
    "master", "micro-credential", "militaire", "odisee", "ombuds", "onderwijs", "overmacht", "postgraduaat",
    "rijksregisternummer", "schakelprogramma", "studentensecretariaat", "studentenvoorziening", "studiegeld",
    "studiepunt", "studierendement", "studietoelage", "tele-onthaal", "trajectbegeleider", "universiteit",
    "voorbereidingsprogramma",
)  # fmt: skip
#: Says in two other languages that it speaks none of them.
_ANDERE_TALEN: Final = frozenset(("utter_buiten_bereik_andere_taal",))


def score(tekst: str) -> float | None:
    """Flesch-Douma of ``tekst``, higher is easier; None when it has no words.

    >>> round(score("Je krijgt de punten terug. Dat is fijn."))
    107
    """
    delen = zinnen(tekst)
    alle = [woord for zin in delen for woord in woorden(zin)]
    if not alle:
        return None
    per_zin = sum(aantal_woorden(zin) for zin in delen) / len(delen)
    per_woord = sum(_lettergrepen(woord) for woord in alle) / len(alle)
    return 206.84 - 0.93 * per_zin - 77 * per_woord


def controleer(inhoud: Inhoud) -> list[Bevinding]:
    """Answers that are hard to read, and sentences and words that are too long anywhere."""
    return [*_scores(inhoud), *_zinnen(inhoud), *_lange_woorden(inhoud)]


def _scores(inhoud: Inhoud) -> Iterator[Bevinding]:
    for variant in inhoud.varianten:
        tekst = inhoud.gevuld(variant)
        gehaald = score(tekst)
        te_kort = sum(map(aantal_woorden, zinnen(tekst))) < MINSTE_WOORDEN
        if gehaald is None or te_kort or variant.antwoord in _ANDERE_TALEN:
            continue
        if gehaald < LAAGSTE_SCORE:
            yield Bevinding(
                variant.bestand,
                variant.plaats,
                f"leest te zwaar: {gehaald:.0f}, minstens {LAAGSTE_SCORE}; kies kortere woorden en zinnen",
            )


def _zinnen(inhoud: Inhoud) -> Iterator[Bevinding]:
    for uiting, _ in inhoud.uitingen():
        for zin in zinnen(uiting.tekst):
            if aantal_woorden(zin) > MEESTE_WOORDEN:
                yield Bevinding(
                    uiting.bestand,
                    uiting.plaats,
                    f"een zin van {aantal_woorden(zin)} woorden, hoogstens {MEESTE_WOORDEN}: {zin}",
                )


def _lange_woorden(inhoud: Inhoud) -> Iterator[Bevinding]:
    for uiting, variant in inhoud.uitingen():
        if variant is None or variant.antwoord not in _ANDERE_TALEN:
            for woord in dict.fromkeys(woord for zin in zinnen(uiting.tekst) for woord in woorden(zin)):
                if _lettergrepen(woord) > MEESTE_LETTERGREPEN:
                    yield Bevinding(uiting.bestand, uiting.plaats, f"'{woord}' is een te lang woord; zeg het in twee")


def _lettergrepen(woord: str) -> int:
    return min(lettergrepen(woord), _LETTERGREPEN_NAAM) if woord.lower().startswith(_NAMEN) else lettergrepen(woord)
