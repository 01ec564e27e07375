"""The questions of the calculation, and what is said of an answer that cannot be."""

from __future__ import annotations

from typing import get_args

import pytest

from actions.loopbaan import VELDEN
from actions.loopbaan import Code
from actions.loopbaan import Jaar
from actions.loopbaan import Loopbaan
from actions.loopbaan import Probleem
from actions.loopbaan import Stuk
from actions.loopbaan import Veld
from actions.loopbaan import Vraag
from actions.vragen import jaarnaam
from actions.vragen import leg_uit
from actions.vragen import stel_vraag


def jaar(opgenomen: int = 60, nummer: int | None = None, academiejaar: str | None = None) -> Jaar:
    """A year in which something was taken up."""
    return Jaar((Stuk("opgenomen", "", opgenomen),), nummer=nummer, academiejaar=academiejaar)


@pytest.mark.parametrize(
    ("index", "naam"),
    [(0, "je eerste jaar"), (1, "je tweede jaar"), (7, "je achtste jaar"), (8, "jaar 9"), (14, "jaar 15")],
)
def test_a_year_is_called_by_its_place(index: int, naam: str) -> None:
    """In a word as long as there is one."""
    assert naam == jaarnaam(Loopbaan((jaar(),) * 15), index)
    assert naam == jaarnaam(Loopbaan(), index)


def test_a_year_is_called_as_the_student_did() -> None:
    """By its academic year before all, else by the number that was given."""
    loopbaan = Loopbaan((jaar(nummer=3), jaar(nummer=2, academiejaar="2023-2024"), jaar(nummer=12)))
    assert ["je derde jaar", "2023-2024", "jaar 12", "je vierde jaar"] == [jaarnaam(loopbaan, i) for i in range(4)]


def test_the_question_of_what_was_acquired_repeats_what_was_taken_up() -> None:
    """So that a slip shows, and tolerated courses stay out."""
    vraag = stel_vraag(Vraag("verworven", 1), Loopbaan((jaar(), jaar(54))))
    assert (
        "Voor hoeveel van die 54 studiepunten ben je geslaagd in je tweede jaar? Getolereerde vakken tel je niet mee."
        == vraag
    )


@pytest.mark.parametrize("veld", VELDEN)
@pytest.mark.parametrize("index", [None, 0, 40])
def test_every_field_can_be_asked_for(veld: Veld, index: int | None) -> None:
    """In one Dutch question without anything internal in it, also where the year does not exist."""
    for loopbaan in (Loopbaan(), Loopbaan((jaar(),))):
        vraag = stel_vraag(Vraag(veld, index), loopbaan)
        assert 1 == vraag.count("?")
        assert "None" not in vraag
        assert "_" not in vraag


@pytest.mark.parametrize("code", get_args(Code))
@pytest.mark.parametrize("veld", [None, *VELDEN])
@pytest.mark.parametrize(("waarde", "grens", "ruw"), [(61, 60, None), (61, 60, "eenenzestig"), (-4, 0, "-4")])
def test_every_problem_is_explained(code: Code, veld: Veld | None, waarde: int, grens: int, ruw: str | None) -> None:
    """In Dutch sentences, without the names that the code has for things."""
    uitleg = leg_uit(Probleem(code, veld, 0, waarde, grens, ruw), Loopbaan((jaar(),)))
    assert uitleg[0].isupper() or uitleg[0].isdigit() or uitleg[0] in '"-'
    assert uitleg[-1] in ".?"
    assert "None" not in uitleg
    assert "_" not in uitleg


@pytest.mark.parametrize(
    ("probleem", "verwacht"),
    [
        (Probleem("meer_verworven_dan_opgenomen", "verworven", 0, 61, 60), "61 geslaagd kan niet: je nam er 60 op."),
        (Probleem("meer_verworven_dan_opgenomen", "getolereerd", 0, 9, 60), "9 getolereerd kan niet"),
        (
            Probleem("meer_verworven_dan_opgenomen", "opgenomen", 0, 30, 45),
            "30 opgenomen is te weinig: je was al voor 45",
        ),
        (Probleem("negatief", "verworven", 0, -5, 0, "-5"), '"-5" kan niet: een aantal studiepunten is nul of meer.'),
        (Probleem("te_groot", "opgenomen", 0, 400, 120), "400 is te veel. Hier kan hoogstens 120."),
        (Probleem("te_groot", "jaren", None, 16, 15), "Ik kan hoogstens 15 jaren samen berekenen."),
        (Probleem("decimaal", "opgenomen", 0, None, None, "4,5"), '"4,5" is geen geheel getal.'),
        (Probleem("geen_getal", "opgenomen", 0, None, None, "veel"), 'Met "veel" kan ik niet rekenen.'),
        (Probleem("geen_getal", "opgenomen", 0), "Met Dat kan ik niet rekenen."),
        (Probleem("vakken", "opgenomen", 0, 9), "Hoeveel studiepunten zijn dat samen?"),
        (Probleem("onduidelijk", None, None, 45), "Ik weet niet wat 45 is."),
        (Probleem("onduidelijk", None, None, None, None, "een paar"), 'Ik weet niet wat "een paar" is.'),
    ],
)
def test_a_problem_says_what_is_wrong_and_what_would_be_right(probleem: Probleem, verwacht: str) -> None:
    """With the number of the student, and the limit."""
    assert verwacht in leg_uit(probleem, Loopbaan((jaar(),)))


def test_of_a_long_text_only_the_start_is_repeated() -> None:
    """The answer stays short, whatever was typed."""
    uitleg = leg_uit(Probleem("geen_getal", "opgenomen", 0, None, None, "x" * 500), Loopbaan())
    assert f'"{"x" * 30}"' in uitleg
    assert "x" * 31 not in uitleg
