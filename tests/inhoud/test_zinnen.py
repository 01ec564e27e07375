"""Sentences, words, syllables and figures are counted as a person would."""

from __future__ import annotations

import pytest

from controle.cijfers import getallen
from controle.leesbaarheid import score
from controle.zinnen import aantal_woorden
from controle.zinnen import lettergrepen
from controle.zinnen import zinnen


@pytest.mark.parametrize(
    ("woord", "aantal"),
    [
        ("vak", 1), ("één", 1), ("zee", 1), ("je", 1), ("terug", 2), ("over", 2), ("ene", 2), ("idee", 2), ("opnieuw", 2),
        ("studie", 2), ("leerkrediet", 3), ("graduaat", 3), ("reële", 3), ("creëren", 3), ("situatie", 4),
        ("beïnvloeden", 4), ("studietoelage", 5), ("academiejaar", 5), ("officiële", 5), ("universiteit", 5),
        ("trajectbegeleider", 6),
    ],
)  # fmt: skip
def test_syllables_are_counted(woord: str, aantal: int) -> None:
    assert lettergrepen(woord) == aantal
    assert lettergrepen(woord.capitalize()) == aantal


@pytest.mark.parametrize(
    ("tekst", "gevonden"),
    [
        ("Slaag je? Dan krijg je 60. Zo gaat het.", ["Slaag je?", "Dan krijg je 60.", "Zo gaat het."]),
        ("Kies:\n- een graduaat\n- een master", ["Kies:", "een graduaat", "een master"]),
        ("Zo werkt het.\nBron: de wet. Artikel 3.", ["Zo werkt het."]),
        ('Typ "stop". Of "hulp".', ['Typ "stop".', 'Of "hulp".']),
        ("Zie https://a.be/b. Klaar.", ["Zie .", "Klaar."]),
        ("Kies 4,5 of 6.", ["Kies 4,5 of 6."]),
        ("", []),
    ],
)
def test_sentences_are_cut(tekst: str, gevonden: list[str]) -> None:
    assert [zin.strip() for zin in zinnen(tekst)] == gevonden


def test_signs_are_no_words_and_numbers_are() -> None:
    assert aantal_woorden("140 - 60 + 45 = 125 punten") == 5


def test_the_score_is_that_of_douma() -> None:
    # Eight words in two sentences, ten syllables.
    assert score("Je krijgt de punten terug. Dat is fijn.") == pytest.approx(206.84 - 0.93 * 8 / 2 - 77 * 10 / 8)


def test_a_name_weighs_as_an_average_word() -> None:
    assert score("Vraag je trajectbegeleider om raad.") == score("Vraag je moeder om raad.")
    assert score("1 2 3.") is None


@pytest.mark.parametrize(
    ("tekst", "gevonden"),
    [
        ("voor 1 december en na 15 Maart", ["1 december", "15 maart"]),
        ("in 2008-2009, 140 - 60 = 80", ["2008-2009", "140", "60", "80"]),
        ("1e keer de helft, nog eens de helft", ["1", "helft"]),
        ("https://a.be/12 en 13", ["13"]),
    ],
)
def test_figures_are_found_in_their_own_form(tekst: str, gevonden: list[str]) -> None:
    assert getallen(tekst) == gevonden
