"""What-if in the conversation: supposed careers beside the real one."""

from __future__ import annotations

from typing import Any

import pytest

from actions.bonus_stand import BonusStand
from actions.hoeveel_opnemen import HoeveelOpnemen
from actions.loopbaan import Loopbaan
from actions.saldo_berekenen import SaldoBerekenen
from actions.wat_als import beschrijf
from leerkrediet_core import bereken
from leerkrediet_core import lees_loopbaan


ACTIE = SaldoBerekenen()


def saldo(*jaren: tuple[int, int], master: bool = False, **extra: Any) -> int:
    """What the calculation itself makes of years as (taken up, acquired)."""
    gebeurtenissen: list[dict[str, Any]] = []
    for opgenomen, verworven in jaren:
        gebeurtenissen += [
            {"soort": "inschrijving", "studiepunten": opgenomen}, {"soort": "resultaat", "verworven": verworven},
        ]  # fmt: skip
    if master:
        gebeurtenissen.append({"soort": "masterdiploma"})
    return bereken(lees_loopbaan({"gebeurtenissen": gebeurtenissen, **extra})).saldo


def zin(gezegd: list[str]) -> str:
    """The sentence with the balance."""
    return next(tekst for tekst in gezegd if "saldo" in tekst)


@pytest.mark.parametrize(
    ("vraag", "jaren"),
    [
        ("en als ik voor alles slaag?", [(60, 60)]),
        ("en als ik maar voor de helft slaag?", [(60, 30)]),
        ("wat als ik alles behalve 12 haal", [(60, 48)]),
        ("stel dat ik er 54 had opgenomen", [(54, 45)]),
        ("wat als ik 50 gehaald had?", [(60, 50)]),
        ("en als ik volgend jaar 54 opneem en 42 haal?", [(60, 45), (54, 42)]),
        ("en als ik volgend jaar hetzelfde doe", [(60, 45), (60, 45)]),
    ],
)
def test_a_supposition_is_computed_beside_the_career_that_stands(
    vraag: str, jaren: list[tuple[int, int]], gesprek: Any
) -> None:
    """The outcome, and how it differs from now; the real career is what it was."""
    gesprek.doe(ACTIE, "60 opgenomen, 45 gehaald")
    echt = gesprek.slots["loopbaan"]
    gezegd = gesprek.doe(ACTIE, vraag, intent="geslaagd_of_niet")
    nu, dan = saldo((60, 45)), saldo(*jaren)
    assert f"Je saldo wordt dan {'ook ' if nu == dan else ''}{dan} studiepunten." in zin(gezegd)
    if dan != nu:
        assert f"{abs(dan - nu)} {'meer' if dan > nu else 'minder'} dan nu ({nu})" in zin(gezegd)
    assert echt == gesprek.slots["loopbaan"]
    assert "resultaat" == gesprek.slots["fase"]


def test_what_is_supposed_next_goes_on_with_what_was_supposed(gesprek: Any) -> None:
    """ "En voor de helft?" after a supposed year is about that year."""
    gesprek.doe(ACTIE, "60 opgenomen, 45 gehaald")
    gesprek.doe(ACTIE, "en als ik volgend jaar 60 opneem en alles haal?")
    assert str(saldo((60, 45), (60, 30))) in zin(gesprek.doe(ACTIE, "en voor de helft?"))


def test_a_correction_of_the_real_career_ends_the_supposition(gesprek: Any) -> None:
    """ "Het waren er 48" tells what was, not what could be."""
    gesprek.doe(ACTIE, "60 opgenomen, 45 gehaald")
    gesprek.doe(ACTIE, "en als ik alles haal?")
    gezegd = gesprek.doe(ACTIE, "het waren er 48")
    assert f"Je saldo wordt {saldo((60, 48))} studiepunten." == gezegd[0]
    assert gesprek.slots["variant"] is None


@pytest.mark.parametrize(("keuze", "verworven"), [("verder", 60), ("terug", 45)])
def test_the_buttons_take_the_supposition_over_or_leave_it(keuze: str, verworven: int, gesprek: Any) -> None:
    """After either there is one career again."""
    gesprek.doe(ACTIE, "60 opgenomen, 45 gehaald")
    gesprek.doe(ACTIE, "en als ik alles haal?")
    assert f'/saldo_berekenen{{"keuze":"{keuze}"}}' in gesprek.ladingen
    gezegd = gesprek.doe(ACTIE, entiteiten=[{"entity": "keuze", "value": keuze}])
    assert f"Je saldo wordt {saldo((60, verworven))} studiepunten." == gezegd[0]
    assert gesprek.slots["variant"] is None


@pytest.mark.parametrize(("keuze", "verworven"), [("alles", 60), ("helft", 30), ("niets", 0)])
def test_a_supposed_year_without_a_result_tells_both_ends_and_lets_choose(
    keuze: str, verworven: int, gesprek: Any
) -> None:
    """From the balance after enrolling to the best case."""
    gesprek.doe(ACTIE, "60 opgenomen, 45 gehaald")
    gezegd = zin(gesprek.doe(ACTIE, "en als ik volgend jaar 60 opneem?"))
    for uiterste in (saldo((60, 45), (60, 0)), saldo((60, 45), (60, 60))):
        assert str(uiterste) in gezegd
    gezegd = gesprek.doe(ACTIE, entiteiten=[{"entity": "keuze", "value": keuze}])
    assert f"Je saldo wordt dan {saldo((60, 45), (60, verworven))} studiepunten." in zin(gezegd)


def test_a_supposed_year_of_which_only_the_result_is_known_asks_how_much_is_taken_up(gesprek: Any) -> None:
    """And the answer completes it, without touching the first year."""
    gesprek.doe(ACTIE, "60 opgenomen, 45 gehaald")
    (vraag,) = gesprek.doe(ACTIE, "en als ik er volgend jaar 30 haal?")
    assert "Hoeveel studiepunten" in vraag
    assert str(saldo((60, 45), (48, 30))) in zin(gesprek.doe(ACTIE, "48"))


def test_after_the_master_is_asked_once_and_kept_out_of_what_follows(gesprek: Any) -> None:
    """The diploma stands at the end of a career, so nothing can be supposed after it."""
    gesprek.doe(ACTIE, "60 opgenomen, 45 gehaald")
    gezegd = gesprek.doe(ACTIE, "en na mijn master?", intent="na_master")
    assert str(saldo((60, 45), master=True)) in zin(gezegd)
    assert gesprek.slots["variant"] is None


@pytest.mark.parametrize(
    ("doel", "verwacht"),
    [
        (120, "20 studiepunten van de 60"),
        (121, "21 studiepunten van de 60"),
        (201, "kom je dan niet"),
        (80, "Daar kom je zeker"),
    ],
)
def test_a_goal_is_answered_with_the_least_that_reaches_it(doel: int, verwacht: str, gesprek: Any) -> None:
    """140 - 60 + twice what is acquired."""
    (gezegd,) = gesprek.doe(ACTIE, f"ik neem 60 op, hoeveel moet ik halen om op {doel} te staan?")
    assert verwacht in gezegd
    assert ["verworven", 0] == gesprek.slots["vraag"]


def test_a_refused_supposition_says_why_and_changes_nothing(gesprek: Any) -> None:
    """More acquired than taken up."""
    gesprek.doe(ACTIE, "60 opgenomen, 45 gehaald")
    gezegd = gesprek.doe(ACTIE, "en als ik er 72 haal?")
    assert "72 geslaagd kan niet: je nam er 60 op." in gezegd[0]
    assert not any("saldo wordt" in tekst for tekst in gezegd)
    assert gesprek.slots["variant"] is None


def test_the_doubling_used_is_told_from_the_career(gesprek: Any) -> None:
    """What was doubled and what is left, or that it is finished."""
    gesprek.doe(ACTIE, "60 opgenomen, 45 gehaald")
    (gezegd,) = gesprek.doe(BonusStand(), "hoeveel van die bonus heb ik al gehad?", intent="bonus_60_dubbel")
    assert "al 45 gebruikt. Je hebt er nog 15." in gezegd
    gesprek.doe(ACTIE, "daarna 60 opgenomen, 60 gehaald")
    (gezegd,) = gesprek.doe(BonusStand(), "heb ik nog bonus?", intent="bonus_60_dubbel")
    assert "alle 60" in gezegd


def test_the_doubling_of_a_balance_in_mid_career_is_not_guessed(gesprek: Any) -> None:
    """The rule is told instead."""
    gesprek.doe(ACTIE, "saldo 86, 54 opgenomen, 40 gehaald")
    assert ["utter_bonus_60_dubbel"] == gesprek.doe(
        BonusStand(), "hoeveel bonus heb ik gehad?", intent="bonus_60_dubbel"
    )


@pytest.mark.parametrize(
    ("vraag", "verworven"), [("kan ik volgend jaar 60 opnemen?", 45), ("kan ik er dan 60 opnemen?", 60)]
)
def test_what_can_be_taken_up_is_about_now_unless_it_says_then(vraag: str, verworven: int, gesprek: Any) -> None:
    """A supposition does not become the truth by asking on."""
    gesprek.doe(ACTIE, "60 opgenomen, 45 gehaald")
    gesprek.doe(ACTIE, "en als ik alles haal?")
    (gezegd,) = gesprek.doe(HoeveelOpnemen(), vraag, intent="hoeveel_opnemen")
    assert f"je saldo van {saldo((60, verworven))}" in gezegd


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("60 opgenomen, 45 gehaald", ["eerste jaar: 60 opgenomen, 45 geslaagd"]),
        (
            "saldo 86, 54 opgenomen, 30 à 40 gehaald, 6 getolereerd",
            ["een saldo van 86 bij het begin", "dat jaar: 54 opgenomen, 30 tot 40 geslaagd, 6 getolereerd"],
        ),
        ("creditcontract, 12 opgenomen, 6 gehaald", ["eerste jaar: 12 opgenomen, 6 geslaagd, met een creditcontract"]),
    ],
)
def test_a_career_is_described_as_it_was_understood(tekst: str, verwacht: list[str], gesprek: Any) -> None:
    """So that a student sees what was supposed."""
    gesprek.doe(ACTIE, tekst)
    assert verwacht == beschrijf(Loopbaan.uit_dict(gesprek.slots["loopbaan"]))


def test_a_running_year_is_supposed_about_while_its_question_stays_open(gesprek: Any) -> None:
    """ "En als ik alles haal?" is no result; "48" is one, whatever was supposed before it."""
    gesprek.doe(ACTIE, "dit jaar neem ik 58 op")
    assert ["verworven", 0] == gesprek.slots["vraag"]
    gezegd = gesprek.doe(ACTIE, "en als ik alles haal?")
    assert f"Je saldo wordt dan {saldo((58, 58))} studiepunten." in zin(gezegd)
    assert str(saldo((58, 29))) in zin(gesprek.doe(ACTIE, "en de helft?"))
    assert f"Je saldo wordt {saldo((58, 48))} studiepunten." == gesprek.doe(ACTIE, "ik heb er 48 gehaald")[0]
    assert gesprek.slots["variant"] is None


def test_what_is_told_of_a_running_year_says_at_once_where_it_can_end(gesprek: Any) -> None:
    """Who has no result yet is not only asked for one."""
    gezegd = gesprek.doe(ACTIE, "vorig jaar 60 op 44 gehaald, dit jaar neem ik 58 op, hoeveel heb ik nu")
    assert str(saldo((60, 44), (58, 0))) in gezegd[0]
    assert str(saldo((60, 44), (58, 58))) in gezegd[0]


@pytest.mark.parametrize(
    ("tekst", "jaren"),
    [
        ("vergeet dat laatste jaar", [(60, 33)]),
        ("laat het eerste jaar weg", [(54, 42)]),
        ("zonder het 2e jaar", [(60, 33)]),
    ],
)
def test_a_year_can_be_taken_out(tekst: str, jaren: list[tuple[int, int]], gesprek: Any) -> None:
    """The last, or the one that is named; the others stay."""
    gesprek.doe(ACTIE, "1e jaar 60/33, 2e jaar 54/42")
    assert f"Je saldo wordt {saldo(*jaren)} studiepunten." == gesprek.doe(ACTIE, tekst)[0]


def test_a_goal_beside_complete_years_supposes_a_full_year_to_come_and_says_so(gesprek: Any) -> None:
    """A year that has its result cannot be done better any more."""
    gesprek.doe(ACTIE, "60 opgenomen, 40 gehaald")
    (gezegd,) = gesprek.doe(ACTIE, "hoeveel moet ik halen om op 150 te staan?")
    assert "Ik ga ervan uit dat je volgend jaar 60 studiepunten opneemt." in gezegd
    assert "30 studiepunten van de 60" in gezegd
    assert saldo((60, 40), (60, 30)) == 150


def test_what_the_raad_returned_comes_back_once(gesprek: Any) -> None:
    """Not as acquired, so never doubled, and never more than was lost."""
    gesprek.doe(ACTIE, "60 opgenomen, 40 gehaald")
    feit = {"entity": "feit", "role": "teruggave", "value": {"waarde": 12}, "start": 0, "end": 2}
    assert "172" in gesprek.doe(ACTIE, "de Raad gaf er 12 terug", entiteiten=[feit])[0]
    feit = {**feit, "value": {"waarde": 21}}
    assert "21 kan niet terugkomen: in dat jaar verloor je er 20." == gesprek.doe(ACTIE, "21", entiteiten=[feit])[0]


def test_a_balance_that_was_told_is_built_on(gesprek: Any) -> None:
    """ "En als ik die 35 haal?" after "ik heb nog 35" is no fresh start."""
    gesprek.doe(HoeveelOpnemen(), "ik heb nog 35 leerkrediet, mag ik 60 opnemen?", intent="hoeveel_opnemen")
    assert "je saldo van 35 volstaat voor 30" in gesprek.doe(ACTIE, "30")[0]
    gezegd = gesprek.doe(ACTIE, "en als ik 35 opneem en alles haal, mijn bonus is op")
    assert any("Je saldo wordt dan ook 35 studiepunten." in tekst for tekst in gezegd)
