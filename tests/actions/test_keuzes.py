"""A message that can be read in more than one way is asked about, once, with the readings as buttons."""

from __future__ import annotations

from typing import Any

import pytest

from actions.berichten import Bericht
from actions.keuzes import kies
from actions.keuzes import knoppen_voor
from actions.loopbaan import Loopbaan
from actions.saldo_berekenen import SaldoBerekenen
from actions.slots import SLOTS
from actions.slots import Keuze


ACTIE = SaldoBerekenen()


def titels(gesprek: Any) -> list[str]:
    """The titles of the buttons that were shown last."""
    return [knop["title"] for bericht in gesprek.gezegd for knop in bericht.get("buttons") or ()]


def test_a_bare_number_is_asked_about_with_its_readings(gesprek: Any) -> None:
    """The question can also be read without its buttons."""
    (vraag,) = gesprek.doe(ACTIE, "48")
    assert 'Wat bedoel je: "48 opgenomen", "48 geslaagd" of "Mijn saldo is 48"?' == vraag
    assert ["48 opgenomen", "48 geslaagd", "Mijn saldo is 48"] == titels(gesprek)


@pytest.mark.parametrize("antwoord", ["geslaagd", "48 geslaagd", "Geslaagd!"])
def test_words_of_one_label_choose_it(antwoord: str, gesprek: Any) -> None:
    """A student on a channel without buttons types."""
    gesprek.doe(ACTIE, "60 opgenomen, 45 gehaald")
    gesprek.doe(ACTIE, "48")
    gezegd = gesprek.doe(ACTIE, antwoord, entiteiten=[], intent="geslaagd_of_niet")
    assert "Je saldo wordt 176 studiepunten." == gezegd[0]
    assert gesprek.slots["lezingen"] is None


def test_a_button_chooses_its_reading(gesprek: Any) -> None:
    """And what it leads to is asked on as always."""
    gesprek.doe(ACTIE, "48")
    lading = gesprek.ladingen[0]
    assert '/saldo_berekenen{"keuze":"lezing_0"}' == lading
    (vraag,) = gesprek.doe(ACTIE, lading, entiteiten=[{"entity": "keuze", "value": "lezing_0"}])
    assert vraag.startswith("Voor hoeveel van die 48 studiepunten")


def test_it_is_asked_once(gesprek: Any) -> None:
    """What is said instead of choosing is taken as it can be."""
    gesprek.doe(ACTIE, "48")
    gezegd = gesprek.doe(ACTIE, "60 opgenomen, 48 gehaald")
    assert "Je saldo wordt 176 studiepunten." == gezegd[0]
    gesprek.slots.update(dict.fromkeys(SLOTS))
    gesprek.doe(ACTIE, "48")
    assert not any("Wat bedoel je" in tekst for tekst in gesprek.doe(ACTIE, "48"))


def test_a_number_that_answers_a_question_is_in_no_doubt(gesprek: Any) -> None:
    """Nor one that corrects."""
    gesprek.doe(ACTIE, "bereken")
    assert "Voor hoeveel van die 60" in gesprek.doe(ACTIE, "60")[0]
    gesprek.doe(ACTIE, "45")
    assert "Je saldo wordt 176 studiepunten." == gesprek.doe(ACTIE, "nee wacht, 48")[0]


@pytest.mark.parametrize(("antwoord", "saldo"), [("een extra jaar", 181), ("een verbetering", 186)])
def test_a_whole_year_beside_a_complete_one_may_be_another_or_a_correction(
    antwoord: str, saldo: int, gesprek: Any
) -> None:
    """They differ, so it is not guessed."""
    gesprek.doe(ACTIE, "60 opgenomen, 45 gehaald")
    gesprek.doe(ACTIE, "54 opgenomen, 50 gehaald")
    assert ["Een extra jaar", "Een verbetering"] == titels(gesprek)
    assert f"Je saldo wordt {saldo} studiepunten." == gesprek.doe(ACTIE, antwoord, entiteiten=[])[0]


@pytest.mark.parametrize(
    ("bericht", "saldo"),
    [
        ("nee wacht, 54 opgenomen, 50 gehaald", 186),
        ("en volgend jaar 54 opgenomen, 50 gehaald", 181),
        ("2e jaar 54 opgenomen, 50 gehaald", 181),
        ("ja er is nog een jaar: 54 op, 50 gehaald", 181),
    ],
)
def test_words_that_say_which_it_is_are_believed(bericht: str, saldo: int, gesprek: Any) -> None:
    """Then nothing is asked."""
    gesprek.doe(ACTIE, "60 opgenomen, 45 gehaald")
    assert f"Je saldo wordt {saldo} studiepunten." in gesprek.doe(ACTIE, bericht)


@pytest.mark.parametrize("keuze", ["lezing_", "lezing_9", "lezing_-1", "lezing_x", "iets", "lezing_²"])
def test_a_choice_that_was_not_offered_chooses_nothing(keuze: str) -> None:
    """A student may type any payload on some channels."""
    keuzes = (Keuze("60 opgenomen", Loopbaan()), Keuze("60 geslaagd", Loopbaan()))
    assert kies(Bericht("saldo_berekenen", keuze=keuze), keuzes) is None


def test_words_that_two_labels_share_choose_none() -> None:
    """Nor does the number that both have."""
    keuzes = (Keuze("60 sp opgenomen", Loopbaan()), Keuze("60 sp geslaagd", Loopbaan()))
    assert kies(Bericht("x", tekst="60 sp"), keuzes) is None
    assert keuzes[0] is kies(Bericht("x", tekst="opgenomen dus"), keuzes)


def test_the_buttons_fit_every_channel() -> None:
    """Titles of at most twenty characters, payloads of at most 64 bytes, for the largest numbers too."""
    keuzes = [Keuze(label.format(600), Loopbaan()) for label in ("{} opgenomen", "{} geslaagd", "Mijn saldo is {}")]
    for knop in knoppen_voor(keuzes):
        assert len(knop["title"]) <= 20
        assert len(knop["payload"].encode()) <= 64
