"""Looking ahead: best and worst case of a running year, and how far a balance reaches."""

from __future__ import annotations

from typing import Any
from typing import get_args

import pytest

from leerkrediet_core import Academiejaar
from leerkrediet_core import InvoerFout
from leerkrediet_core import bereken
from leerkrediet_core import best_en_slechtst
from leerkrediet_core import instellingen
from leerkrediet_core import lees_loopbaan
from leerkrediet_core import opneembaar
from leerkrediet_core import ruimte
from leerkrediet_core.gebruik import Opleiding
from leerkrediet_core.gebruik import gebruikt_leerkrediet
from leerkrediet_core.vooruitzicht import Bereik


def bereik(*gebeurtenissen: dict[str, Any], **velden: Any) -> Bereik:
    """Where the career can end."""
    return best_en_slechtst(bereken(lees_loopbaan({**velden, "gebeurtenissen": list(gebeurtenissen)})))


INSCHRIJVING = {"soort": "inschrijving", "studiepunten": 60}


def test_a_starter_with_sixty_ends_between_80_and_200() -> None:
    """Nothing acquired, or all of it and doubled."""
    assert Bereik(slechtst=80, best=200, openstaand=60, bonus_over_na_best=0) == bereik(INSCHRIJVING)


def test_after_the_first_session_only_what_is_open_counts() -> None:
    """Tolerated points are no longer open."""
    resultaat = {"soort": "resultaat", "verworven": 24, "getolereerd": 6}
    assert Bereik(slechtst=128, best=188, openstaand=30, bonus_over_na_best=6) == bereik(INSCHRIJVING, resultaat)


def test_under_a_creditcontract_the_best_case_is_not_doubled() -> None:
    """Beside a diplomacontract in the same year only that one's points are."""
    credit = {"soort": "inschrijving", "studiepunten": 6, "contract": "creditcontract"}
    assert Bereik(slechtst=134, best=140, openstaand=6, bonus_over_na_best=60) == bereik(credit)
    assert Bereik(slechtst=74, best=200, openstaand=66, bonus_over_na_best=0) == bereik(INSCHRIJVING, credit)


def test_what_uses_no_leerkrediet_is_not_open() -> None:
    """A graduaat changes nothing either way."""
    assert Bereik(140, 140, 0, 60) == bereik({**INSCHRIJVING, "opleiding": "graduaat"})


def test_with_part_of_the_doubling_left_the_best_case_doubles_that_part() -> None:
    """Fifteen of sixty."""
    assert Bereik(110, 185, 60, 0) == bereik(INSCHRIJVING, startsaldo=170, bonus_over=15)


def test_a_career_without_a_running_year_has_one_end() -> None:
    """Nothing is open before the first enrolment nor after the full result."""
    assert Bereik(140, 140, 0, 60) == bereik()
    assert Bereik(200, 200, 0, 0) == bereik(INSCHRIJVING, {"soort": "resultaat", "verworven": 60})


def test_what_stayed_open_in_an_earlier_year_does_not_count_any_more() -> None:
    """Only the last year is running."""
    deels = {"soort": "resultaat", "verworven": 30}
    assert 60 == bereik(INSCHRIJVING, deels, INSCHRIJVING).openstaand


def test_what_one_stopped_with_is_no_longer_open() -> None:
    """Half a package left."""
    stop = {"soort": "uitschrijving", "datum": "2026-11-20", "zonder_examen": {"semester2": 30}}
    assert Bereik(slechtst=110, best=170, openstaand=30, bonus_over_na_best=30) == bereik(
        INSCHRIJVING, stop, instelling="EhB"
    )


@pytest.mark.parametrize(
    ("saldo", "gedekt", "tekort"),
    [(61, 60, 0), (60, 60, 0), (59, 59, 1), (1, 1, 59), (0, 0, 60), (-1, 0, 60), (-200, 0, 60), (200, 60, 0)],
)
def test_a_balance_covers_as_much_as_it_has_and_never_less_than_nothing(saldo: int, gedekt: int, tekort: int) -> None:
    """For a wish of sixty; the balance after it may be negative."""
    uitkomst = opneembaar(saldo, 60)
    assert (gedekt, tekort, saldo - 60) == (uitkomst.gedekt, uitkomst.tekort, uitkomst.saldo_na)
    assert bool(tekort) == bool(uitkomst.mogelijkheden) == bool(uitkomst.bronnen)


def test_a_shortage_leaves_the_institution_three_ways() -> None:
    """Enrol, ask more, refuse; and who has a grant may not be asked more."""
    tekst = " ".join(opneembaar(40, 60).mogelijkheden)
    assert "gewoon inschrijven" in tekst
    assert "meer studiegeld" in tekst
    assert "beurs" in tekst
    assert "weigeren" in tekst
    assert "de 20 zonder leerkrediet" in tekst


def test_a_connecting_master_may_not_be_refused_to_who_has_none() -> None:
    """Who has a master's diploma already can be refused."""
    beschermd = " ".join(opneembaar(0, 60, opleiding="master", aansluitende_master=True).mogelijkheden)
    assert "mag je instelling je niet weigeren" in beschermd
    assert "Ze mag je inschrijving" not in beschermd
    met_master = opneembaar(0, 60, opleiding="master", aansluitende_master=True, diplomas=["master"])
    assert any("Ze mag je inschrijving" in zin for zin in met_master.mogelijkheden)


@pytest.mark.parametrize("sleutel", sorted(instellingen()))
def test_an_institution_adds_what_it_says_itself(sleutel: str) -> None:
    """Where it says anything."""
    instelling = instellingen()[sleutel]
    gezegd = [zin for zin in opneembaar(0, 60, instelling=sleutel).mogelijkheden if "zegt zelf" in zin]
    verwacht = [f"{instelling.naam} zegt zelf: {instelling.onvoldoende}"] if instelling.onvoldoende else []
    assert verwacht == gezegd


@pytest.mark.parametrize("opleiding", get_args(Opleiding))
def test_what_uses_no_leerkrediet_is_covered_by_any_balance(opleiding: Opleiding) -> None:
    """And leaves it as it is."""
    uitkomst = opneembaar(-50, 60, opleiding=opleiding)
    if gebruikt_leerkrediet("diplomacontract", opleiding):
        assert (0, 60, -110) == (uitkomst.gedekt, uitkomst.tekort, uitkomst.saldo_na)
    else:
        assert (60, 0, -50) == (uitkomst.gedekt, uitkomst.tekort, uitkomst.saldo_na)


@pytest.mark.parametrize(
    ("jaar", "eurocent"),
    [(2017, None), (2018, 1140), (2021, 1190), (2022, None), (2024, 1380), (2025, None), (2026, None)],
)
def test_the_surcharge_is_told_only_for_years_in_which_it_is_known(jaar: int, eurocent: int | None) -> None:
    """In eurocent; never a guess."""
    assert eurocent == opneembaar(0, 60, academiejaar=Academiejaar(jaar)).toeslag_per_punt


def test_without_a_year_or_a_shortage_no_surcharge_is_told() -> None:
    """There is nothing to pay for, or no amount to name."""
    assert opneembaar(0, 60).toeslag_per_punt is None
    assert opneembaar(60, 60, academiejaar=Academiejaar(2024)).toeslag_per_punt is None


@pytest.mark.parametrize("gewenst", [-1, 241, 999])
def test_a_wish_outside_the_limits_is_refused(gewenst: int) -> None:
    """Just inside them it is not."""
    with pytest.raises(InvoerFout, match="0 tot 240"):
        opneembaar(100, gewenst)
    assert 0 == opneembaar(240, 240).tekort
    assert 0 == opneembaar(-5, 0).tekort


def test_an_unknown_institution_is_refused() -> None:
    """By name."""
    with pytest.raises(InvoerFout, match="geen bekende instelling") as gevangen:
        opneembaar(100, 60, instelling="ehb")
    assert "instelling" == gevangen.value.veld


@pytest.mark.parametrize(
    ("saldo", "velden", "gedekt", "hoogstens", "toelating"),
    [
        (40, {}, 40, None, "onbekend"),
        (0, {}, 0, None, "onbekend"),
        (-5, {}, 0, None, "onbekend"),
        (1, {"instelling": "EhB"}, 1, 1, "tot_saldo"),
        (0, {"instelling": "EhB"}, 0, 0, "geweigerd"),
        (-5, {"instelling": "EhB", "opleiding": "master"}, 0, 0, "geweigerd"),
        (-5, {"instelling": "EhB", "opleiding": "master", "aansluitende_master": True}, 0, None, "beschermd"),
        (
            -5,
            {"instelling": "EhB", "opleiding": "master", "aansluitende_master": True, "diplomas": ["master"]},
            0,
            0,
            "geweigerd",
        ),
        # Only a master can connect.
        (-5, {"instelling": "EhB", "aansluitende_master": True}, 0, 0, "geweigerd"),
        (40, {"instelling": "UGent"}, 40, 40, "tot_saldo"),
        (0, {"instelling": "UGent", "diplomas": ["master"]}, 0, None, "vrij"),
        (40, {"instelling": "UCLL"}, 40, None, "toeslag"),
        (0, {"instelling": "UCLL"}, 0, 0, "geweigerd"),
        (0, {"instelling": "VUB"}, 0, 0, "geweigerd"),
        (0, {"instelling": "VUB", "opleiding": "master"}, 0, None, "onbekend"),
        (0, {"instelling": "VUB", "opleiding": "master", "contract": "creditcontract"}, 0, 0, "geweigerd"),
        (0, {"instelling": "Odisee"}, 0, None, "weigering_of_toeslag"),
        (0, {"instelling": "KULeuven"}, 0, None, "onbekend"),
        # A graduaat diploma tops up what is less than 60, and nothing else.
        (20, {"instelling": "EhB", "diplomas": ["graduaat"]}, 60, 60, "tot_saldo"),
        (60, {"diplomas": ["graduaat"]}, 60, None, "onbekend"),
        (61, {"diplomas": ["graduaat"]}, 61, None, "onbekend"),
        (0, {"opleiding": "graduaat"}, None, None, "niet_nodig"),
        (0, {"opleiding": "schakelprogramma", "instelling": "EhB"}, None, None, "niet_nodig"),
        (0, {"opleiding": "educatieve_bachelor", "diplomas": ["bachelor"]}, None, None, "niet_nodig"),
        (0, {"contract": "examencontract"}, None, None, "niet_nodig"),
        (5, {"opleiding": "graduaat", "contract": "creditcontract"}, 5, None, "onbekend"),
    ],
)
def test_how_much_can_be_taken_up_follows_from_law_and_school(
    saldo: int, velden: dict[str, Any], gedekt: int | None, hoogstens: int | None, toelating: str
) -> None:
    """What has leerkrediet, how far the school goes by its own rule, and what that rule is."""
    plaats = ruimte(saldo, **velden)
    assert (gedekt, hoogstens, toelating) == (plaats.gedekt, plaats.hoogstens, plaats.toelating)


@pytest.mark.parametrize(
    ("saldo", "velden", "toegelaten"),
    [
        (60, {}, 60),
        (40, {}, None),
        (40, {"instelling": "EhB"}, 40),
        (0, {"instelling": "EhB"}, 0),
        (40, {"instelling": "UCLL"}, 60),
        (0, {"instelling": "UCLL"}, 0),
        (40, {"instelling": "VIVES"}, None),
        (0, {"opleiding": "master", "aansluitende_master": True}, 60),
        (0, {"opleiding": "graduaat"}, 60),
        (20, {"instelling": "EhB", "diplomas": ["graduaat"]}, 60),
    ],
)
def test_of_a_wish_the_school_enrols_what_its_rule_allows(
    saldo: int, velden: dict[str, Any], toegelaten: int | None
) -> None:
    """For sixty; None where the school decides or its rule was not found."""
    assert toegelaten == opneembaar(saldo, 60, **velden).toegelaten


def test_after_a_graduaat_the_balance_is_counted_from_sixty() -> None:
    """Twenty become sixty, of which fifty-four leave six."""
    assert 6 == opneembaar(20, 54, diplomas=["graduaat"]).saldo_na


@pytest.mark.parametrize("sleutel", sorted(instellingen()))
def test_what_a_school_does_on_a_shortage_stands_as_data_where_it_stands_as_text(sleutel: str) -> None:
    """One is not without the other."""
    instelling = instellingen()[sleutel]
    assert (instelling.onvoldoende is None) == (instelling.tekort is None)


@pytest.mark.parametrize("sleutel", [None, *sorted(instellingen())])
@pytest.mark.parametrize("opleiding", get_args(Opleiding))
def test_a_higher_balance_never_leaves_less_room(sleutel: str | None, opleiding: Opleiding) -> None:
    """And a school never enrols by its rule for more than is covered where it keeps to the balance."""
    eerder = None
    for saldo in range(-5, 70):
        plaats = ruimte(saldo, instelling=sleutel, opleiding=opleiding)
        assert plaats.hoogstens in (None, plaats.gedekt)
        if eerder is not None and plaats.gedekt is not None:
            assert eerder <= plaats.gedekt
        eerder = plaats.gedekt
