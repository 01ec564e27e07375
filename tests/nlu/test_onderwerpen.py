"""A second topic in one message, and when there is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from controle.soorten import GESPREKSZETTEN as ALLE_GESPREKSZETTEN
from nlu.onderwerpen import GESPREKSZETTEN
from nlu.onderwerpen import ZEKER
from nlu.onderwerpen import deel_op
from nlu.onderwerpen import twee_onderwerpen


WOORDEN = {
    "tolerantie": "tolerantie", "burgerprofiel": "saldo_opvragen", "start": "startkrediet", "dank": "bedanken",
    "kot": "buiten_bereik", "dubbel": "bonus_60_dubbel",
}  # fmt: skip


def rangschik(tekst: str, kans: float = 0.9) -> list[tuple[str, float]]:
    """A classifier that knows a topic by one word."""
    return [(next((naam for woord, naam in WOORDEN.items() if woord in tekst), "werking"), kans)]


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("verlies je punten bij een tolerantie en waar is dat burgerprofiel", ("tolerantie", "saldo_opvragen")),
        ("Hoeveel krijg ik bij de start? En telt een tolerantie mee?", ("startkrediet", "tolerantie")),
        ("wat krijg ik bij de start\ntelt een tolerantie mee", ("startkrediet", "tolerantie")),
        ("60 op en 45 gehaald, telt een tolerantie dan mee?", ("saldo_berekenen", "tolerantie")),
        ("telt een tolerantie mee?", None),
        ("telt een tolerantie mee en telt die tolerantie dubbel? en tolerantie?", None),
        ("ik heb een tolerantie gevraagd en waar is dat burgerprofiel", None),
        ("telt een tolerantie mee? dank je wel he", None),
        ("telt een tolerantie mee en is een kot duur", None),
        ("", None),
    ],
)
def test_two_topics_are_seen_where_two_things_are_asked(tekst: str, verwacht: tuple[str, str] | None) -> None:
    """A story before a question, politeness, and what is out of scope are no second question."""
    assert verwacht == twee_onderwerpen(tekst, rangschik)


def test_an_uncertain_half_is_no_topic() -> None:
    """An answer that was not asked for is noise."""
    tekst = "telt een tolerantie mee en waar is dat burgerprofiel"
    assert twee_onderwerpen(tekst, lambda deel: rangschik(deel, ZEKER)) is not None
    assert twee_onderwerpen(tekst, lambda deel: rangschik(deel, ZEKER - 0.01)) is None


def test_the_moves_of_a_conversation_are_those_of_the_assistant() -> None:
    """One list for each, and they agree."""
    assert set(ALLE_GESPREKSZETTEN) == GESPREKSZETTEN


@given(st.text(max_size=300))
def test_any_text_can_be_cut(tekst: str) -> None:
    """And nothing is added to it."""
    assert all(deel in tekst for deel in deel_op(tekst))
    twee_onderwerpen(tekst, rangschik)
