"""Typing errors for the training: small, repeatable, and only where a word can bear one."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.typfouten import met_typfout


ZIN = "hoeveel leerkrediet krijg ik terug"
TEKST = st.text("abcdefgzéABC 12?", max_size=40)


@given(tekst=TEKST, zaad=st.integers(0, 999))
def test_the_same_seed_makes_the_same_error(tekst: str, zaad: int) -> None:
    """Training twice is training on the same messages."""
    assert met_typfout(tekst, Random(zaad)) == met_typfout(tekst, Random(zaad))


def test_other_seeds_make_other_errors() -> None:
    """All over the sentence."""
    assert len({met_typfout(ZIN, Random(zaad)) for zaad in range(50)}) > 20


@pytest.mark.parametrize("tekst", ["", " ", "ja", "wat is er", "60 op", "1234567", "?!?!", "à la"])
def test_without_a_word_of_four_letters_nothing_changes(tekst: str) -> None:
    """A short word with an error is another word, and a number another number."""
    assert {tekst} == {met_typfout(tekst, Random(zaad)) for zaad in range(30)}


@given(tekst=TEKST, zaad=st.integers(0, 999))
def test_an_error_is_small(tekst: str, zaad: int) -> None:
    """At most one character more or less, and at most one word touched or glued to the next."""
    fout = met_typfout(tekst, Random(zaad))
    assert abs(len(fout) - len(tekst)) <= 1
    voor, na = tekst.split(" "), fout.split(" ")
    gelijk_begin = next((i for i, (a, b) in enumerate(zip(voor, na)) if a != b), min(len(voor), len(na)))
    geraakt = len(voor) - len(na) + 1
    assert geraakt in (1, 2)
    assert voor[gelijk_begin + geraakt :] == na[gelijk_begin + 1 :]


def test_every_kind_of_error_is_made() -> None:
    """A letter less, one twice, two swapped, a neighbour of the keyboard, and two words glued."""
    woord = "abonnement"
    plaatsen = range(1, len(woord) - 1)
    soorten = {
        "weg": {woord[:i] + woord[i + 1 :] for i in plaatsen},
        "dubbel": {woord[: i + 1] + woord[i:] for i in plaatsen},
        "wissel": {woord[: i - 1] + woord[i] + woord[i - 1] + woord[i + 1 :] for i in plaatsen} - {woord},
        "buur": {woord[:i] + buur + woord[i + 1 :] for i, buur in ((1, "v"), (2, "i"), (3, "b"), (5, "z"), (6, "l"))},
    }
    fouten = {met_typfout(f"{woord} nu", Random(zaad)) for zaad in range(300)}
    assert f"{woord}nu" in fouten
    assert [] == [soort for soort, verwacht in soorten.items() if not fouten & {f"{fout} nu" for fout in verwacht}]
