"""Merging messages into a career: adding, correcting, refusing, and never losing what was given."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from actions.loopbaan import MEESTE_PUNTEN_JAAR
from actions.loopbaan import Jaar
from actions.loopbaan import Loopbaan
from actions.loopbaan import Samenvoeging
from actions.loopbaan import Stuk
from actions.loopbaan import Vraag
from actions.loopbaan import bonus_onbekend
from actions.loopbaan import naar_invoer
from actions.loopbaan import voeg_samen
from actions.loopbaan import volgende_vraag
from leerkrediet_core import bereken
from leerkrediet_core import lees_loopbaan
from leerkrediet_core.invoer import HOOGSTE_SALDO
from nlu.grammatica import Feit
from nlu.grammatica import lees


def zeg(loopbaan: Loopbaan, tekst: str, vraag: Vraag | None = None) -> Samenvoeging:
    """Merge one message, with all that the grammar reads in it."""
    lezing = lees(tekst)
    return voeg_samen(
        loopbaan,
        lezing.feiten,
        vraag,
        signalen=lezing.signalen,
        contract=lezing.contract,
        opleiding=lezing.opleiding,
    )


def vertel(*teksten: str) -> Loopbaan:
    """Merge messages one after the other; each question that is due is asked in between."""
    loopbaan = Loopbaan()
    vraag: Vraag | None = None
    for tekst in teksten:
        uitkomst = zeg(loopbaan, tekst, vraag)
        assert uitkomst.problemen == ()
        loopbaan = uitkomst.loopbaan
        vraag = volgende_vraag(loopbaan)
    return loopbaan


def punten(loopbaan: Loopbaan) -> list[tuple[int | None, int | None]]:
    """Give what was taken up and acquired in each year."""
    return [(jaar.opgenomen, jaar.verworven) for jaar in loopbaan.jaren]


@pytest.mark.parametrize(
    ("teksten", "verwacht"),
    [
        (["60 op, 45 gehaald"], [(60, 45)]),
        (["60", "45"], [(60, 45)]),
        (["60 45"], [(60, 45)]),
        (["ik nam er 60 op", "45 sp denk ik"], [(60, 45)]),
        (["alles gehaald", "60"], [(60, 60)]),
        (["60 opgenomen", "de helft"], [(60, 30)]),
        (["55 opgenomen", "de helft"], [(55, 27)]),
        (["60 opgenomen en 75% gehaald"], [(60, 45)]),
        (["60 opgenomen en niks gehaald"], [(60, 0)]),
        (["60 opgenomen en alles gehaald behalve 12"], [(60, 48)]),
        (["60 opgenomen, 9 gebuisd"], [(60, 51)]),
        (["60 opgenomen, 9 gebuisd en 6 getolereerd"], [(60, 45)]),
        (["een vak van 4 getolereerd en de rest gehaald (totaal 60)"], [(60, 56)]),
        (["60 opgenomen, 45 gehaald", "nee wacht, 54"], [(60, 54)]),
        (["60 opgenomen, 45 gehaald", "het waren er 48"], [(60, 48)]),
        (["60 opgenomen", "nee wacht, 54", "48"], [(54, 48)]),
        (["60 opgenomen, 45 gehaald", "nee, 57 opgenomen"], [(57, 45)]),
        (["60 opgenomen, 45 gehaald", "ja er is nog een jaar: 57 op, 51 gehaald"], [(60, 45), (57, 51)]),
        (["60 opgenomen, 45 gehaald", "ja er is nog een jaar: 57 op, 51"], [(60, 45), (57, 51)]),
        (["1e jaar 60/33, 2e jaar 54/42"], [(60, 33), (54, 42)]),
        (["2e jaar 54/42", "1e jaar 60/33"], [(60, 33), (54, 42)]),
        (["1e jaar 60 op", "2e jaar 54 op", "33", "42"], [(60, 33), (54, 42)]),
        (["2023-2024: 60/33", "2024-2025: 54/42"], [(60, 33), (54, 42)]),
        (["vorig jaar 27/60, dit jaar 52/57"], [(60, 27), (57, 52)]),
        (["drie jaar lang 60 opgenomen en alles gehaald"], [(60, 60)] * 3),
        (["s1 27/30, s2 15/30"], [(60, 42)]),
        (["60 opgenomen, na januari 22, na juni 19 en na tweede zit 9"], [(60, 50)]),
        (["60 opgenomen, na januari 22", "na tweede zit 9"], [(60, 31)]),
        (["60 opgenomen, 30 gehaald", "nog 9 erbij gehaald"], [(60, 39)]),
        (["sem1 alles erdoor (30), sem2 maar 12 van de 30"], [(60, 42)]),
        (["39 gehaald, rest (21) niet"], [(60, 39)]),
        (["in totaal 180 opgenomen en 150 gehaald"], [(180, 150)]),
        (["10 vakken van 6sp waarvan ik er 4 gebuisd ben"], [(60, 36)]),
        (
            ["in mijn 1ste jaar 60, 12 niet gehaald, die 12 dit jaar opnieuw + 48 nieuwe, alles gehaald"],
            [(60, 48), (60, 60)],
        ),
        (["60 opgenomen, 45 gehaald en de rest lukte niet"], [(60, 45)]),
        (["60", "45, de rest lukte niet"], [(60, 45)]),
        (["alles goed? ik nam 60 op en haalde er 45"], [(60, 45)]),
        (["ik nam 60 op en haalde er 45, dat is alles"], [(60, 45)]),
        (["60", "alles goed? 45"], [(60, 45)]),
        (["60", "45 + 3"], [(60, 48)]),
        (["60", "45+3 = 48"], [(60, 48)]),
        (["60", "48, 12 niet"], [(60, 48)]),
        (["60", "54 en 6 getolereerd"], [(60, 54)]),
        (["60", "45 wel, 15 niet"], [(60, 45)]),
        (["60/45", "het was 48 in plaats van 45"], [(60, 48)]),
        (["60/45", "niet 45 maar 48"], [(60, 48)]),
        (["60/45", "48 niet 45"], [(60, 48)]),
        (["60/45", "45 niet, 48 wel"], [(60, 48)]),
        (["60/45", "57 ipv 60"], [(57, 45)]),
        (["1e jaar 60/33, 2e jaar 54/42", "36 ipv 33"], [(60, 36), (54, 42)]),
        (["1e jaar 60/33, 2e jaar 54/42", "nee in het eerste jaar had ik er 36"], [(60, 36), (54, 42)]),
        (["60/33", "nog een jaar: 54/42", "nee in het eerste jaar had ik er 36"], [(60, 36), (54, 42)]),
        (["1e jaar 60/33, 2e jaar 54/42", "nee jaar 1 was 36"], [(60, 36), (54, 42)]),
        (["2023-2024: 60/33, 2024-2025: 54/42", "nee, 2023-2024 was 36"], [(60, 36), (54, 42)]),
        (["60 op, 45 gehaald, nee 48 gehaald"], [(60, 48)]),
        (["60 opgenomen euh 57", "45"], [(57, 45)]),
        (["60", "of nee, 57", "45"], [(57, 45)]),
        (["60", "eh nee 57", "45"], [(57, 45)]),
        (["60/45", "neeje wacht twas 48"], [(60, 48)]),
        (["60/45", "nee t was 48"], [(60, 48)]),
        (["60/45", "neenee 48"], [(60, 48)]),
        (["45 van de 60", "nee 48"], [(60, 48)]),
        (["ik ben geslaagd voor 45 studiepunten", "60"], [(60, 45)]),
        (["60", "er zijn er 45"], [(60, 45)]),
        (["60", "tzijn er 45 denk ik"], [(60, 45)]),
        (["tzijn er 60", "t zijn er 45"], [(60, 45)]),
        (["60/33", "het tweede jaar was 54 opgenomen", "42"], [(60, 33), (54, 42)]),
        (["in totaal 300 opgenomen en 280 gehaald"], [(300, 280)]),
        (["kben gebuisd op een vak van 6 punten, wa nu", "60"], [(60, 54)]),
    ],
)
def test_a_talk_leads_to_the_career_that_was_meant(teksten: list[str], verwacht: list[tuple[int, int]]) -> None:
    """Adding, answering, correcting and a further year are the same operation."""
    assert verwacht == punten(vertel(*teksten))


def test_tolerated_courses_are_added_later() -> None:
    """ "en getolereerd was er nog 6" leaves the rest as it was."""
    (jaar,) = vertel("60 opgenomen, 45 gehaald", "en getolereerd was er nog 6").jaren
    assert (jaar.opgenomen, jaar.verworven, jaar.getolereerd) == (60, 45, 6)


def test_a_bare_number_answers_the_question_of_its_year() -> None:
    """The question decides field and year."""
    loopbaan = vertel("1e jaar 60 op, 2e jaar 54 op")
    assert volgende_vraag(loopbaan) == Vraag("verworven", 0)
    assert punten(zeg(loopbaan, "42", Vraag("verworven", 1)).loopbaan) == [(60, None), (54, 42)]
    assert zeg(loopbaan, "86", Vraag("startsaldo")).loopbaan.startsaldo == 86
    assert zeg(loopbaan, "14", Vraag("bonus_over")).loopbaan.bonus_over == 14


def test_a_full_answer_goes_to_the_year_that_was_asked() -> None:
    """Who is asked for the second year and gives both numbers speaks of the second year."""
    loopbaan = vertel("60 op, 33 gehaald")
    assert punten(zeg(loopbaan, "54 op, 42 gehaald", Vraag("opgenomen", 1)).loopbaan) == [(60, 33), (54, 42)]


def test_a_correction_reaches_the_worked_out_number_too() -> None:
    """A part is kept as a part: correcting what was taken up moves it along."""
    loopbaan = vertel("60 opgenomen en de helft gehaald")
    assert punten(zeg(loopbaan, "nee, 54 opgenomen").loopbaan) == [(54, 27)]


def test_balance_bonus_and_earlier_points_belong_to_the_career() -> None:
    """They make no year of their own."""
    loopbaan = vertel("huidig saldo 110, opgenomen 60, gehaald 54, bonus al op")
    assert (loopbaan.startsaldo, loopbaan.bonus_over, len(loopbaan.jaren)) == (110, 0, 1)
    assert zeg(Loopbaan(), "ik had er al 18 gehaald").loopbaan.eerder_verworven == 18


def test_contract_and_programme_are_kept_with_the_year() -> None:
    """What the message names holds for the years it speaks of."""
    (jaar,) = vertel("27 sp opgenomen via creditcontract, 21 gehaald").jaren
    assert jaar.contract == "creditcontract"
    eerste, tweede = vertel("bachelor 180 alles gehaald en master 60 idem").jaren
    assert (eerste.opleiding, tweede.opleiding) == ("bachelor", "master")


@pytest.mark.parametrize(
    ("tekst", "code", "veld", "waarde", "grens"),
    [
        ("72 gehaald", "meer_verworven_dan_opgenomen", "verworven", 72, 60),
        ("20 getolereerd", "meer_verworven_dan_opgenomen", "getolereerd", 20, 60),
        ("30 opgenomen", "meer_verworven_dan_opgenomen", "opgenomen", 30, 45),
        ("nee, -5 gehaald", "negatief", "verworven", None, None),
        ("44,5 gehaald", "decimaal", "verworven", None, None),
        ("999 opgenomen", "te_groot", "opgenomen", 999, MEESTE_PUNTEN_JAAR),
        ("saldo 9999", "te_groot", "startsaldo", 9999, HOOGSTE_SALDO),
        ("nog 90 bonuspunten", "te_groot", "bonus_over", 90, 60),
        ("2 vakken gebuisd", "vakken", "niet_geslaagd", None, None),
        ("45", "onduidelijk", None, 45, None),
    ],
)
def test_a_refused_value_leaves_the_rest_intact(
    tekst: str, code: str, veld: str | None, waarde: int | None, grens: int | None
) -> None:
    """The problem names the field and the limit; the career is as before, and "sorry, 48" corrects what was refused."""
    loopbaan = vertel("60 opgenomen, 45 gehaald")
    uitkomst = zeg(loopbaan, tekst)
    (probleem,) = uitkomst.problemen
    assert (probleem.code, probleem.veld, probleem.waarde, probleem.grens) == (code, veld, waarde, grens)
    assert replace(uitkomst.loopbaan, laatst=loopbaan.laatst) == loopbaan
    assert uitkomst.gewijzigd == ()


def test_a_correction_after_a_refusal_is_about_what_was_refused() -> None:
    """ "60 opgenomen en 80 gehaald", and then "sorry 48": not what was taken up."""
    loopbaan = zeg(Loopbaan(), "60 opgenomen en 80 gehaald").loopbaan
    jaar = zeg(loopbaan, "sorry 48", Vraag("verworven", 0)).loopbaan.jaren[0]
    assert (60, 48) == (jaar.opgenomen, jaar.verworven)


def test_no_number_at_all_is_a_problem_of_the_field_that_was_asked() -> None:
    """ "veel" cannot be computed with."""
    uitkomst = zeg(vertel("60 opgenomen"), "veel", Vraag("verworven", 0))
    (probleem,) = uitkomst.problemen
    assert (probleem.code, probleem.veld, probleem.jaar, probleem.ruw) == ("geen_getal", "verworven", 0, "veel")


def test_all_is_no_answer_to_how_much_was_taken_up() -> None:
    """All of what? The question stays, and nothing is stored."""
    uitkomst = zeg(Loopbaan(), "alles", Vraag("opgenomen", 0))
    (probleem,) = uitkomst.problemen
    assert (probleem.code, probleem.veld, probleem.jaar, probleem.ruw) == (
        "deel_zonder_geheel",
        "opgenomen",
        0,
        "alles",
    )
    assert uitkomst.loopbaan == Loopbaan()
    assert volgende_vraag(uitkomst.loopbaan) == Vraag("opgenomen", 0)


def test_all_with_a_role_word_is_kept_until_the_whole_is_known() -> None:
    """ "alles gehaald" says what it is, so only the whole has still to be asked."""
    loopbaan = zeg(Loopbaan(), "alles gehaald", Vraag("opgenomen", 0)).loopbaan
    assert punten(zeg(loopbaan, "60", volgende_vraag(loopbaan)).loopbaan) == [(60, 60)]


@pytest.mark.parametrize("tekst", ["45 en 3", "54 48"])
def test_two_bare_numbers_do_not_change_what_was_taken_up(tekst: str) -> None:
    """The answer is asked again: the student may mean a sum, or a correction of both."""
    loopbaan = vertel("60")
    uitkomst = zeg(loopbaan, tekst, volgende_vraag(loopbaan))
    assert uitkomst.loopbaan == loopbaan
    assert [p.code for p in uitkomst.problemen] == ["onduidelijk"]


@pytest.mark.parametrize("tekst", ["niet 45", "niet alles", "dat is alles", "bijna alles"])
def test_what_says_no_number_is_no_answer(tekst: str) -> None:
    """Nothing is stored, and the question stays."""
    loopbaan = vertel("60")
    assert zeg(loopbaan, tekst, volgende_vraag(loopbaan)).loopbaan == loopbaan


def test_a_stray_number_is_not_added_to_what_was_taken_up() -> None:
    """The message says itself what was taken up."""
    uitkomst = zeg(Loopbaan(), "60 op 45 gehaald, wacht nog op 6 punten van herexamen")
    assert punten(uitkomst.loopbaan) == [(60, 45)]
    assert [(p.code, p.waarde) for p in uitkomst.problemen] == [("onduidelijk", 6)]


def test_a_denied_contract_is_not_kept() -> None:
    """The one that is affirmed wins."""
    (jaar,) = vertel("60 op, 45 gehaald, geen creditcontract").jaren
    assert jaar.contract is None
    (jaar,) = vertel("geen creditcontract maar diplomacontract, 60 op, 45 gehaald").jaren
    assert jaar.contract == "diplomacontract"


def test_a_balance_before_the_master_is_kept_with_it() -> None:
    """What was left after the bachelor is where the master starts."""
    loopbaan = vertel("na mijn bachelor had ik 200, nu master van 60 alles gehaald")
    assert loopbaan.startsaldo == 200
    assert punten(loopbaan) == [(60, 60)]
    assert loopbaan.jaren[0].opleiding == "master"


def test_a_large_total_becomes_several_events_of_one_year() -> None:
    """The calculation takes a few years at most in one event; the sum and the outcome stay the same."""
    invoer = naar_invoer(vertel("in totaal 300 opgenomen en 280 gehaald"))
    assert invoer == {
        "gebeurtenissen": [
            {"soort": "inschrijving", "studiepunten": 240},
            {"soort": "inschrijving", "studiepunten": 60},
            {"soort": "resultaat", "verworven": 240},
            {"soort": "resultaat", "verworven": 40},
        ]
    }
    assert bereken(lees_loopbaan(invoer)).saldo == 140 - 300 + 280 + 60


@pytest.mark.parametrize("tekst", ["200 opgenomen en 150 gehaald", "100 opgenomen en 100 gehaald", "240 op, 0 gehaald"])
def test_cutting_a_total_changes_nothing_in_the_outcome(tekst: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """One event or many: same balance, same doubling left."""
    loopbaan = vertel(f"in totaal {tekst} en 0 getolereerd")
    heel = bereken(lees_loopbaan(naar_invoer(loopbaan)))
    monkeypatch.setattr("actions.loopbaan.MEESTE_STUDIEPUNTEN", 24)
    invoer = naar_invoer(loopbaan)
    stukken = bereken(lees_loopbaan(invoer))
    assert len(invoer["gebeurtenissen"]) > 2
    assert (stukken.saldo, stukken.bonus_over, stukken.openstaand) == (heel.saldo, heel.bonus_over, heel.openstaand)


def test_the_good_half_of_a_bad_message_is_taken() -> None:
    """More acquired than taken up: what was taken up stays, and only the result is asked again."""
    uitkomst = zeg(Loopbaan(), "60 opgenomen en 72 gehaald")
    assert punten(uitkomst.loopbaan) == [(60, None)]
    assert volgende_vraag(uitkomst.loopbaan) == Vraag("verworven", 0)
    assert [p.code for p in uitkomst.problemen] == ["meer_verworven_dan_opgenomen"]


def test_exactly_as_much_as_was_taken_up_is_fine() -> None:
    """The boundary belongs to the allowed side."""
    assert zeg(Loopbaan(), "60 opgenomen, 54 gehaald en 6 getolereerd").problemen == ()
    assert zeg(Loopbaan(), f"{MEESTE_PUNTEN_JAAR} opgenomen").problemen == ()


def test_changed_fields_are_named() -> None:
    """The dialogue can repeat what it understood."""
    assert zeg(vertel("60 opgenomen, 45 gehaald"), "nee wacht, 54").gewijzigd == (Vraag("verworven", 0),)


def test_a_newer_number_of_acquired_points_replaces_older_failed_points() -> None:
    """ "12 gebuisd" and then "het waren er 54": both cannot be."""
    assert punten(vertel("60 opgenomen, 12 gebuisd", "54 gehaald")) == [(60, 54)]


def test_next_question_asks_only_what_is_missing() -> None:
    """Taken up first, then the result, year by year."""
    assert volgende_vraag(Loopbaan()) == Vraag("opgenomen", 0)
    assert volgende_vraag(vertel("45 gehaald")) == Vraag("opgenomen", 0)
    assert volgende_vraag(vertel("60 opgenomen")) == Vraag("verworven", 0)
    assert volgende_vraag(vertel("60/45")) is None
    assert volgende_vraag(vertel("1e jaar 60/45, 2e jaar 54 opgenomen")) == Vraag("verworven", 1)


def test_the_career_becomes_input_of_the_calculation() -> None:
    """One enrolment and one result a year, in order."""
    loopbaan = vertel("2023-2024: 60/33 en 3 getolereerd", "2024-2025: 54/42", "startsaldo 83", "nog 14 bonuspunten")
    assert naar_invoer(loopbaan) == {
        "startsaldo": 83,
        "bonus_over": 14,
        "gebeurtenissen": [
            {"soort": "inschrijving", "studiepunten": 60, "academiejaar": "2023-2024"},
            {"soort": "resultaat", "verworven": 33, "academiejaar": "2023-2024", "getolereerd": 3},
            {"soort": "inschrijving", "studiepunten": 54, "academiejaar": "2024-2025"},
            {"soort": "resultaat", "verworven": 42, "academiejaar": "2024-2025"},
        ],
    }


def test_input_for_a_starter_leaves_the_defaults_to_the_calculation() -> None:
    """No balance was given, so none is passed on."""
    assert naar_invoer(vertel("creditcontract 12 sp gehaald 12")) == {
        "gebeurtenissen": [
            {"soort": "inschrijving", "studiepunten": 12, "contract": "creditcontract"},
            {"soort": "resultaat", "verworven": 12},
        ]
    }


def test_a_range_gives_two_inputs() -> None:
    """Lower end by default, upper end on request."""
    loopbaan = vertel("60 opgenomen, 40 à 45 gehaald")
    laag, hoog = naar_invoer(loopbaan), naar_invoer(loopbaan, hoogste=True)
    assert [i["gebeurtenissen"][1]["verworven"] for i in (laag, hoog)] == [40, 45]


def test_earlier_points_tell_what_may_still_be_doubled() -> None:
    """46 acquired before leave 14 to be doubled."""
    loopbaan = vertel("ik heb al 46 credits verworven in totaal en nu 20 erbij, opgenomen 30, saldo 126")
    assert naar_invoer(loopbaan)["bonus_over"] == 14


@pytest.mark.parametrize(
    ("tekst", "onbekend"),
    [
        ("60/45", False),
        ("startsaldo 140, 60/45", False),
        ("startsaldo 83, 60/45", True),
        ("startsaldo 83, 60/45, bonus al op", False),
        ("startsaldo 83, 60/45, nog 14 bonuspunten", False),
    ],
)
def test_an_unknown_bonus_is_told(tekst: str, onbekend: bool) -> None:
    """Another start balance than a starter's needs the bonus as well."""
    assert onbekend is bonus_onbekend(vertel(tekst))


def test_a_masters_diploma_closes_the_career() -> None:
    """The diploma is an event of its own, after the years."""
    loopbaan = vertel("master van 120 sp begonnen met saldo 185, alles gehaald incl diploma")
    assert naar_invoer(loopbaan)["gebeurtenissen"][-1] == {"soort": "masterdiploma"}


@pytest.mark.parametrize(
    "rommel",
    [
        None,
        "x",
        7,
        [],
        {"jaren": 3},
        {"jaren": [3]},
        {"jaren": [{}] * 99},
        {"jaren": [{"stukken": [["opgenomen", "", 10**9, None]]}]},
        {"jaren": [{"stukken": [["opgenomen", "", -1, None]]}]},
        {"jaren": [{"stukken": [["opgenomen", "", True, None]]}]},
        {"jaren": [{"stukken": [["hack", "", 3, None]]}]},
        {"jaren": [{"stukken": [["opgenomen", "", 30, None], ["verworven", "", 60, None]]}]},
        {"jaren": [{"deel": [1, 0]}]},
        {"jaren": [{"deel": [3, 2]}]},
        {"jaren": [{"contract": "huurcontract"}]},
        {"jaren": [{"academiejaar": "ooit"}]},
        {"startsaldo": "83"},
        {"bonus_over": 61},
        {"laatst": "x"},
        {"laatst": ["opgenomen", 5]},
        {"laatst": [["opgenomen"], 0]},
    ],
)
def test_garbage_in_the_slot_gives_an_empty_career(rommel: Any) -> None:
    """Users can type slots themselves."""
    assert Loopbaan.uit_dict(rommel) == Loopbaan()


@pytest.mark.parametrize(
    "loopbaan",
    [
        Loopbaan(),
        vertel("1e jaar 60/33, 2e jaar 54/42", "en 6 getolereerd", "saldo 83", "bonus al op"),
        vertel("60 opgenomen, 40 à 45 gehaald"),
        vertel("2023-2024 via creditcontract de helft van de 12"),
        vertel("in totaal 180 opgenomen en 150 gehaald incl masterdiploma"),
        Loopbaan((Jaar((Stuk("opgenomen", "semester 1", 30),), Fraction(1, 3), nummer=4),), eerder_verworven=9),
    ],
)
def test_a_career_survives_the_slot(loopbaan: Loopbaan) -> None:
    """Writing as JSON and reading back gives the same career."""
    assert Loopbaan.uit_dict(json.loads(json.dumps(loopbaan.als_dict()))) == loopbaan


JAREN = st.lists(
    st.integers(1, 99).flatmap(lambda op: st.tuples(st.just(op), st.integers(0, op))), min_size=1, max_size=6
)


@given(jaren=JAREN)
@settings(max_examples=50, deadline=None)
def test_the_same_full_statement_twice_changes_nothing(jaren: list[tuple[int, int]]) -> None:
    """Merging is idempotent."""
    tekst = ", ".join(f"jaar {i + 1}: {op} opgenomen {ver} gehaald" for i, (op, ver) in enumerate(jaren))
    eerste = zeg(Loopbaan(), tekst)
    assert punten(eerste.loopbaan) == jaren
    tweede = zeg(eerste.loopbaan, tekst)
    assert (tweede.loopbaan, tweede.gewijzigd, tweede.problemen) == (eerste.loopbaan, (), ())


@given(jaren=JAREN, rol=st.sampled_from(["opgenomen", "verworven", "getolereerd"]), waarde=st.integers(-500, 9999))
@settings(max_examples=50, deadline=None)
def test_a_refused_value_loses_nothing(jaren: list[tuple[int, int]], rol: Any, waarde: int) -> None:
    """After a refusal every year says what it said before."""
    tekst = ", ".join(f"jaar {i + 1}: {op} opgenomen {ver} gehaald" for i, (op, ver) in enumerate(jaren))
    voor = zeg(Loopbaan(), tekst).loopbaan
    na = voeg_samen(voor, [Feit(rol, waarde, jaar=1)])
    if na.problemen:
        assert punten(na.loopbaan) == jaren
    else:
        assert punten(na.loopbaan)[1:] == jaren[1:]
    assert all(jaar.past() for jaar in na.loopbaan.jaren)


FEITEN = st.lists(
    st.builds(
        Feit,
        rol=st.sampled_from(
            ["opgenomen", "verworven", "getolereerd", "niet_geslaagd", "saldo", "bonus_over", "los", "vrijgesteld"]
        ),
        waarde=st.integers(-200, 1000),
        jaar=st.one_of(st.none(), st.integers(1, 30)),
        academiejaar=st.sampled_from([None, "2022", "2023-2024", "2024-2025"]),
        deelperiode=st.sampled_from([None, "semester 1", "semester 2", "tweede zit"]),
        totaal=st.booleans(),
        rest=st.booleans(),
        vermoed=st.booleans(),
        vervangt=st.one_of(st.none(), st.integers(0, 60)),
    ),
    max_size=12,
)
VRAGEN = st.one_of(st.none(), st.builds(Vraag, st.sampled_from(["opgenomen", "verworven"]), st.integers(0, 20)))


@given(
    berichten=st.lists(FEITEN, max_size=4),
    vraag=VRAGEN,
    signalen=st.sets(st.sampled_from(["correctie", "toevoeging", "nieuw_jaar", "waren_er"])),
)
@settings(max_examples=200, deadline=None)
def test_any_facts_give_a_career_that_can_be_stored_and_computed(
    berichten: list[list[Feit]], vraag: Vraag | None, signalen: set[Any]
) -> None:
    """Whatever is said, the career stays possible, goes through its slot, and the calculation takes it."""
    loopbaan = Loopbaan()
    for feiten in berichten:
        loopbaan = voeg_samen(loopbaan, feiten, vraag, signalen=signalen).loopbaan
        assert all(jaar.past() for jaar in loopbaan.jaren)
        assert Loopbaan.uit_dict(json.loads(json.dumps(loopbaan.als_dict()))) == loopbaan
        for hoogste in (False, True):
            bereken(lees_loopbaan(naar_invoer(loopbaan, hoogste=hoogste)))


def test_what_the_raad_returned_may_be_told_before_its_year() -> None:
    """The year has to be there first."""
    (jaar,) = zeg(Loopbaan(), "de raad gaf mij 6 studiepunten terug. ik had 60 opgenomen en 42 gehaald").loopbaan.jaren
    assert (60, 42, 6) == (jaar.opgenomen, jaar.verworven, jaar.teruggave)
