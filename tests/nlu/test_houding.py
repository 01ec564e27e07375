"""How a message stands to its subject."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.grammatica.houding import Houding
from nlu.grammatica.houding import lees_houding


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("hoeveel van die bonus heb ik al gehad?", {"vraag", "eigen"}),
        ("tellen de eerste 60 dubbel", {"vraag"}),
        ("en getolereerd was er nog 6", {"vervolg"}),
        ("45", set()),
        ("ja 45", set()),
        ("kheb er 48 gehaald", {"eigen"}),
        ("ik vraag me af of een tolerantie meetelt", {"vraag", "eigen"}),
        ("45, maar telt een tolerantie mee", {"vraag"}),
        ("dat klopt niet", {"betwisting"}),
        ("da klopt toch ni", {"betwisting"}),
        ("die uitkomst is fout", {"betwisting"}),
        ("hoe kom je daaraan?", {"vraag", "terug"}),
        ("hoe komde daarbij", {"vraag", "terug"}),
        ("en wat was het ook weer echt?", {"vraag", "terug", "vervolg"}),
        ("toon nog eens mijn berekening", {"eigen", "terug"}),
        ("terug naar mijn echte saldo", {"eigen", "terug"}),
        ("het klopt wel", set()),
        ("wat is tolerantie eigenlijk?", {"vraag"}),
        ("hoeveel heb ik nu nog", {"vraag", "eigen", "terug"}),
        ("FOUT", {"betwisting"}),
        ("weet je zeker?", {"vraag", "betwisting"}),
        ("ok reken daarmee verder", {"verder"}),
        ("vergeet dat laatste jaar", {"jaar_weg"}),
        ("wat betekent verworven", {"vraag", "uitleg"}),
        ("40 en wa is da creditcontract", {"vraag"}),
    ],
)
def test_the_stand_of_a_message_is_read_from_its_words(tekst: str, verwacht: set[Houding]) -> None:
    """As students in Flanders write them."""
    assert verwacht == set(lees_houding(tekst))


@given(st.text(max_size=600))
def test_any_text_can_be_read(tekst: str) -> None:
    """Nothing fails, and nothing is said twice."""
    gelezen = lees_houding(tekst)
    assert len(gelezen) == len(set(gelezen))
