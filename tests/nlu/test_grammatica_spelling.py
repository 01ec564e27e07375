"""Dialect and typing errors become words the grammar knows; words of their own stay as they are."""

from __future__ import annotations

import random
import string

import pytest
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from nlu.grammatica import lees
from nlu.grammatica.echte_woorden import ECHTE_WOORDEN
from nlu.grammatica.spelling import lijkt_op
from nlu.grammatica.spelling import schrijf_voluit
from nlu.grammatica.spelwoorden import CONTRACTIES
from nlu.grammatica.spelwoorden import VARIANTEN
from nlu.grammatica.tekens import ontleed


def voluit(tekst: str) -> str:
    """A message as the grammar reads it."""
    return " ".join(t.tekst for t in schrijf_voluit(ontleed(tekst)))


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("kheb der 60 opgenome", "ik heb er 60 opgenome"),
        ("'k zen gebuisd op 2 vakke", "' k ben gebuisd op 2 vakken"),
        ("dak nie geslaagt ben", "dat ik niet geslaagd ben"),
        ("twas up 60", "het was op 60"),
        ("in men twiede joar", "in men tweede jaar"),
        ("studiepnuten", "studiepunten"),
        ("gesaagd voor vijfenveeritg", "geslaagd voor vijfenveertig"),
        ("getolleereerd", "getolereerd"),
        ("bhalve", "behalve"),
    ],
)
def test_chat_is_written_out(tekst: str, verwacht: str) -> None:
    """Contractions, dialect and typing errors; what the tables know as a variant stays."""
    assert verwacht == voluit(tekst)


@pytest.mark.parametrize(
    "woord", ["kan", "kom", "kot", "stak", "doek", "betaald", "verlopen", "verwerken", "nieuws", "zin"]
)
def test_a_word_of_its_own_stays(woord: str) -> None:
    """However much it looks like a word of the grammar."""
    assert woord == voluit(woord)


def test_no_word_of_the_dictionary_is_taken_for_a_typing_error() -> None:
    """Every Dutch word that looks like a word of the grammar stands in the list of real words."""
    woordenboek = DefaultDictionaryFactory().get_dictionary("nl")
    echt = {woord.lower() for paar in woordenboek.items() for woord in paar}
    tabellen = ECHTE_WOORDEN | set(VARIANTEN) | set(CONTRACTIES)
    assert [] == sorted(w for w in echt if w.isalpha() and w not in tabellen and lijkt_op(w) is not None)


def test_the_list_of_real_words_holds_nothing_else() -> None:
    """A word that looks like none of the grammar has no place in it."""
    assert [] == sorted(woord for woord in ECHTE_WOORDEN if lijkt_op(woord) is None)


@pytest.mark.parametrize("woord", ["opgenomen", "geslaagd", "getolereerd", "studiepunten", "vijfenveertig"])
def test_one_typing_error_changes_no_reading(woord: str) -> None:
    """A letter left out, doubled or swapped in the middle of a word is read as the word."""
    tekst = {"opgenomen": "60 {}", "vijfenveertig": "{} gehaald van de 60", "studiepunten": "60 {} opgenomen"}.get(
        woord, "45 {} van de 60"
    )
    verwacht = [(f.rol, f.waarde) for f in lees(tekst.format(woord)).feiten]
    assert verwacht
    for k in range(2, len(woord) - 2):
        for fout in (woord[:k] + woord[k + 1 :], woord[:k] + woord[k] * 2 + woord[k + 1 :]):
            if fout in ECHTE_WOORDEN or (woord == "vijfenveertig" and lijkt_op(fout) is None):
                continue
            assert verwacht == [(f.rol, f.waarde) for f in lees(tekst.format(fout)).feiten], fout


def test_words_that_look_like_nothing_stay_as_typed() -> None:
    """Names and random letters are no typing errors."""
    kans = random.Random(7)
    woorden = ["".join(kans.choices(string.ascii_lowercase, k=kans.randint(4, 14))) for _ in range(300)]
    assert sum(voluit(woord) != woord for woord in woorden) <= 6
