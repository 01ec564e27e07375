"""Promises that hold for every career."""

from __future__ import annotations

import copy
import io
import json
import re
from collections import Counter
from datetime import date
from typing import Any

from hypothesis import HealthCheck
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from rich.console import Console

from leerkrediet_core import InvoerFout
from leerkrediet_core import Stap
from leerkrediet_core import bereken
from leerkrediet_core import best_en_slechtst
from leerkrediet_core import getal
from leerkrediet_core import instellingen
from leerkrediet_core import lees_json
from leerkrediet_core import lees_loopbaan
from leerkrediet_core import regels
from leerkrediet_core.instellingen import VAKSOORTEN
from leerkrediet_core.taal import met_teken
from leerkrediet_core.weergave.tabel import druk_grootboek
from leerkrediet_core.weergave.tekst import als_regels
from tests.core.strategies import bijna_loopbanen
from tests.core.strategies import json_waarden
from tests.core.strategies import loopbanen
from tests.core.strategies import splitsingen


instellingen_van_test = settings(
    derandomize=True, deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow]
)

#: Per rule, which sign its movement may have.
TEKEN = {
    "voor_leerkrediet": (0,),
    "inschrijving": (-1, 0),
    "geen_leerkrediet_nodig": (0,),
    "verworven": (1,),
    "verdubbeling": (1,),
    "niet_verworven": (0,),
    "masterdiploma": (-1,),
    "later_masterdiploma": (0,),
    "graduaatsdiploma": (0, 1),
    "heropbouw": (1,),
    "stoppen_instelling": (1,),
    "stoppen_generatiestudent": (0, 1),
    "stoppen_zonder_teruggave": (0,),
    "stoppen_creditcontract": (0,),
    "overmacht": (0, 1),
}


@given(loopbanen())
@instellingen_van_test
def test_the_steps_add_up_to_the_balance(invoer: dict[str, Any]) -> None:
    """Nothing but a stated movement changes a balance, and each step says the balance after it."""
    grootboek = bereken(lees_loopbaan(invoer))
    saldo = invoer["startsaldo"]
    assert invoer["startsaldo"] == grootboek.startsaldo
    for stap in grootboek.stappen:
        saldo += stap.mutatie
        assert saldo == stap.saldo
    assert saldo == grootboek.saldo


@given(loopbanen())
@instellingen_van_test
def test_each_movement_has_the_sign_of_its_rule(invoer: dict[str, Any]) -> None:
    """Enrolling and a diploma never give, acquiring and rebuilding never take."""
    for stap in bereken(lees_loopbaan(invoer)).stappen:
        teken = (stap.mutatie > 0) - (stap.mutatie < 0)
        assert teken in TEKEN[stap.regel.id], stap


def test_every_rule_has_a_sign() -> None:
    """The table above knows each rule."""
    assert set(TEKEN) == set(regels())


@given(loopbanen())
@instellingen_van_test
def test_every_event_has_its_steps_in_order(invoer: dict[str, Any]) -> None:
    """No event passes in silence, and steps do not jump back."""
    grootboek = bereken(lees_loopbaan(invoer))
    plaatsen = [stap.gebeurtenis for stap in grootboek.stappen]
    assert sorted(plaatsen) == plaatsen
    assert set(range(len(invoer["gebeurtenissen"]))) == set(plaatsen)


@given(loopbanen())
@instellingen_van_test
def test_doubling_never_exceeds_what_was_left_to_double(invoer: dict[str, Any]) -> None:
    """Over the whole career at most 60, and what is left only goes down."""
    grootboek = bereken(lees_loopbaan(invoer))
    dubbel = sum(stap.mutatie for stap in grootboek.stappen if stap.regel.id == "verdubbeling")
    assert dubbel <= invoer["bonus_over"] <= getal("verdubbeling_eerste")
    over = [invoer["bonus_over"], *(stap.bonus_over for stap in grootboek.stappen), grootboek.bonus_over]
    assert sorted(over, reverse=True) == over
    assert 0 <= grootboek.bonus_over
    vervallen = any(stap.regel.id in ("heropbouw", "graduaatsdiploma") for stap in grootboek.stappen)
    assert vervallen or invoer["bonus_over"] - dubbel == grootboek.bonus_over


@given(loopbanen())
@instellingen_van_test
def test_rebuilding_never_goes_beyond_its_limit_nor_beyond_its_step(invoer: dict[str, Any]) -> None:
    """At most 10 a year and at most up to 60; after it nothing is doubled."""
    stappen = bereken(lees_loopbaan(invoer)).stappen
    for index, stap in enumerate(stappen):
        if stap.regel.id == "heropbouw":
            assert 0 < stap.mutatie <= getal("heropbouw_per_jaar")
            assert stap.saldo <= getal("heropbouw_tot")
            assert not any(later.regel.id == "verdubbeling" for later in stappen[index:])


@given(loopbanen())
@instellingen_van_test
def test_the_first_master_takes_140_once(invoer: dict[str, Any]) -> None:
    """However many diplomas there are."""
    aantal = sum(gebeurtenis["soort"] == "masterdiploma" for gebeurtenis in invoer["gebeurtenissen"])
    af = [stap.mutatie for stap in bereken(lees_loopbaan(invoer)).stappen if stap.regel.id == "masterdiploma"]
    eerste = aantal > 0 and "master" not in invoer["diplomas"]
    assert [-getal("masterdiploma_aftrek")] * eerste == af


@given(loopbanen())
@instellingen_van_test
def test_the_same_career_gives_the_same_ledger_and_stays_as_it_was(invoer: dict[str, Any]) -> None:
    """Nothing is remembered from one calculation to the next, and the input is not touched."""
    eerder = copy.deepcopy(invoer)
    loopbaan = lees_loopbaan(invoer)
    assert bereken(loopbaan) == bereken(loopbaan) == bereken(lees_json(json.dumps(invoer)))
    assert eerder == invoer


@given(loopbanen(met_stand=False), st.integers(-40, 40))
@instellingen_van_test
def test_a_balance_far_from_every_limit_shifts_with_the_start(invoer: dict[str, Any], verschil: int) -> None:
    """With what can be rebuilt or topped up left out, so many points more at the start are so many more at the end."""
    zonder = [gebeurtenis for gebeurtenis in invoer["gebeurtenissen"] if gebeurtenis["soort"] != "graduaatsdiploma"]
    zonder = [{naam: w for naam, w in gebeurtenis.items() if naam != "academiejaar"} for gebeurtenis in zonder]
    zonder = [gebeurtenis for gebeurtenis in zonder if gebeurtenis["soort"] != "uitschrijving"]
    basis = {"bonus_over": invoer["bonus_over"], "gebeurtenissen": zonder}
    een = bereken(lees_loopbaan({**basis, "startsaldo": 100}))
    ander = bereken(lees_loopbaan({**basis, "startsaldo": 100 + verschil}))
    assert een.saldo + verschil == ander.saldo
    assert een.bonus_over == ander.bonus_over


@st.composite
def gesplitst(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, Any]]:
    """A career, and the same one with every enrolment and result in parts and the parts of a year shuffled."""
    invoer = draw(loopbanen(met_stand=False))
    per_jaar: dict[str, list[dict[str, Any]]] = {}
    for gebeurtenis in invoer["gebeurtenissen"]:
        per_jaar.setdefault(gebeurtenis["academiejaar"], []).append(gebeurtenis)
    heel: list[dict[str, Any]] = []
    delen: list[dict[str, Any]] = []
    for jaar in per_jaar.values():
        inschrijvingen = [g for g in jaar if g["soort"] == "inschrijving"]
        resultaten = [g for g in jaar if g["soort"] == "resultaat"]
        if not resultaten or any(g["soort"] in ("graduaatsdiploma", "masterdiploma") for g in jaar):
            continue
        heel += inschrijvingen + resultaten
        stukken = [{**g, "studiepunten": deel} for g in inschrijvingen for deel in draw(splitsingen(g["studiepunten"]))]
        delen += draw(st.permutations(stukken))
        stukken = []
        for g in resultaten:
            stukken += [{**g, "verworven": deel, "getolereerd": 0} for deel in draw(splitsingen(g["verworven"]))]
            stukken += [{**g, "verworven": 0, "getolereerd": deel} for deel in draw(splitsingen(g["getolereerd"]))]
        delen += draw(st.permutations(stukken))
    return {**invoer, "gebeurtenissen": heel}, {**invoer, "gebeurtenissen": delen}


@given(gesplitst(), st.booleans())
@instellingen_van_test
def test_splitting_and_shuffling_within_a_year_changes_nothing(
    paar: tuple[dict[str, Any], dict[str, Any]], zonder_jaar: bool
) -> None:
    """Sixty points at once or in parts, and in whatever order: the same balance, with and without academic years."""
    if zonder_jaar:
        # Every year has a result here, and that ends it.
        for invoer in paar:
            invoer["gebeurtenissen"] = [
                {naam: w for naam, w in g.items() if naam != "academiejaar"} for g in invoer["gebeurtenissen"]
            ]
    heel, delen = (bereken(lees_loopbaan(invoer)) for invoer in paar)
    assert heel.saldo == delen.saldo
    assert heel.bonus_over == delen.bonus_over


@given(opgenomen=st.integers(0, 120), data=st.data())
@instellingen_van_test
def test_a_result_may_come_between_two_enrolments_of_an_academic_year(opgenomen: int, data: st.DataObject) -> None:
    """Courses of the second semester may be added after the first results."""
    verworven = data.draw(st.integers(0, opgenomen))
    eerst = data.draw(st.integers(verworven, opgenomen))
    vroeg = data.draw(st.integers(0, verworven))
    jaar = {"academiejaar": "2024-2025"}
    een = [
        {"soort": "inschrijving", "studiepunten": opgenomen, **jaar},
        {"soort": "resultaat", "verworven": verworven, **jaar},
    ]
    ander = [
        {"soort": "inschrijving", "studiepunten": eerst, **jaar},
        {"soort": "resultaat", "verworven": vroeg, **jaar},
        {"soort": "inschrijving", "studiepunten": opgenomen - eerst, **jaar},
        {"soort": "resultaat", "verworven": verworven - vroeg, **jaar},
    ]
    uitkomsten = {
        (grootboek.saldo, grootboek.bonus_over)
        for grootboek in (bereken(lees_loopbaan({"gebeurtenissen": g})) for g in (een, ander))
    }
    assert 1 == len(uitkomsten)


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)).map(sorted), max_size=6))
@instellingen_van_test
def test_a_starter_below_sixty_acquired_has_140_less_taken_plus_twice_acquired(jaren: list[list[int]]) -> None:
    """The rule of thumb holds as long as the doubling lasts, and the cap takes off what is beyond it."""
    gebeurtenissen = []
    for verworven, opgenomen in jaren:
        gebeurtenissen.append({"soort": "inschrijving", "studiepunten": opgenomen})
        gebeurtenissen.append({"soort": "resultaat", "verworven": verworven})
    opgenomen = sum(paar[1] for paar in jaren)
    verworven = sum(paar[0] for paar in jaren)
    grootboek = bereken(lees_loopbaan({"gebeurtenissen": gebeurtenissen}))
    assert 140 - opgenomen + verworven + min(verworven, 60) == grootboek.saldo
    assert max(0, 60 - verworven) == grootboek.bonus_over


@given(loopbanen(met_stand=False), st.integers(0, 60), st.integers(0, 60))
@instellingen_van_test
def test_every_outcome_of_a_running_year_lies_between_worst_and_best(
    invoer: dict[str, Any], opgenomen: int, verworven: int
) -> None:
    """And both ends are reached."""
    open_jaar = {"soort": "inschrijving", "studiepunten": opgenomen, "academiejaar": "2060-2061"}
    resultaat = {"soort": "resultaat", "verworven": min(verworven, opgenomen), "academiejaar": "2060-2061"}
    lopend = [*invoer["gebeurtenissen"], open_jaar]
    bereik = best_en_slechtst(bereken(lees_loopbaan({**invoer, "gebeurtenissen": lopend})))
    eind = bereken(lees_loopbaan({**invoer, "gebeurtenissen": [*lopend, resultaat]})).saldo
    assert opgenomen == bereik.openstaand
    assert bereik.slechtst <= eind <= bereik.best
    if verworven == 0:
        assert bereik.slechtst == eind
    if verworven >= opgenomen:
        assert bereik.best == eind


@given(
    st.lists(st.sampled_from(VAKSOORTEN), max_size=40),
    st.lists(st.sampled_from(VAKSOORTEN), max_size=12),
    st.sampled_from(sorted(instellingen())),
    st.dates(date(2026, 9, 1), date(2027, 8, 31)),
    st.booleans(),
    st.booleans(),
)
@instellingen_van_test
def test_one_deregistration_of_two_contracts_gives_no_more_than_one_of_each(
    diploma: list[str], credit: list[str], instelling: str, dag: date, generatie: bool, credit_eerst: bool
) -> None:
    """And at most as much less as the warning says."""
    stop = {
        "soort": "uitschrijving",
        "datum": str(dag),
        "generatiestudent": generatie,
        "nieuwe_inschrijving_datum": str(dag),
    }
    inschrijvingen = [
        {"soort": "inschrijving", "studiepunten": len(diploma)},
        {"soort": "inschrijving", "studiepunten": len(credit), "contract": "creditcontract"},
    ]
    inschrijvingen = inschrijvingen[::-1] if credit_eerst else inschrijvingen
    los = [
        {**stop, "zonder_examen": dict(Counter(diploma)), "contract": "diplomacontract"},
        {**stop, "zonder_examen": dict(Counter(credit)), "contract": "creditcontract"},
    ]
    samen = {**stop, "zonder_examen": dict(Counter(diploma) + Counter(credit))}
    apart, ineens = (
        bereken(lees_loopbaan({"instelling": instelling, "gebeurtenissen": [*inschrijvingen, *stops]}))
        for stops in (los, [samen])
    )
    meer = [re.search(r"hoogstens (\d+) meer zijn", zin) for zin in ineens.waarschuwingen]
    assert 0 <= apart.saldo - ineens.saldo <= sum(int(treffer[1]) for treffer in meer if treffer)
    assert ineens.openstaand == apart.openstaand == 0


def _rekent_of_weigert(gegevens: object) -> None:
    try:
        grootboek = bereken(lees_loopbaan(gegevens))
    except InvoerFout as fout:
        assert fout.veld
        assert fout.uitleg
        assert str(fout).isprintable()
    else:
        json.dumps(grootboek.als_dict())


@given(json_waarden)
@instellingen_van_test
def test_any_json_either_computes_or_is_refused(gegevens: object) -> None:
    """No other error, whatever comes in."""
    _rekent_of_weigert(gegevens)


@given(bijna_loopbanen())
@settings(parent=instellingen_van_test, max_examples=250)
def test_a_career_with_one_thing_changed_either_computes_or_is_refused(invoer: dict[str, Any]) -> None:
    """The same for input that is almost right."""
    _rekent_of_weigert(invoer)


@given(st.text(max_size=60))
@instellingen_van_test
def test_any_text_either_computes_or_is_refused(tekst: str) -> None:
    """The same for what is no JSON at all."""
    try:
        bereken(lees_json(tekst))
    except InvoerFout as fout:
        assert str(fout).isprintable()


@given(loopbanen())
@settings(parent=instellingen_van_test, max_examples=60)
def test_json_chat_text_and_table_show_the_same_figures(invoer: dict[str, Any]) -> None:
    """Four renderings of one ledger: none has figures of its own."""
    grootboek = bereken(lees_loopbaan(invoer))
    gegevens = grootboek.als_dict()
    verwacht = [(stap["mutatie"], stap["saldo"]) for stap in gegevens["stappen"]]
    assert [(stap.mutatie, stap.saldo) for stap in grootboek.stappen] == verwacht
    assert (grootboek.saldo, grootboek.bonus_over) == (gegevens["saldo"], gegevens["bonus_over"])

    start, *tekst = als_regels(grootboek)
    assert f"Start: {invoer['startsaldo']}" == start
    gelezen = [re.match(r"([+−]?\d+) → (-?\d+): ", regel) for regel in tekst]
    assert verwacht == [(_getal(treffer[1]), int(treffer[2])) for treffer in gelezen if treffer]
    assert [stap.omschrijving for stap in grootboek.stappen] == [regel.split(": ", 1)[1] for regel in tekst]

    buffer = io.StringIO()
    druk_grootboek(Console(file=buffer, width=400), grootboek)
    rijen = [[cel.strip() for cel in rij.split("│")] for rij in buffer.getvalue().splitlines() if "│" in rij]
    bewegingen = [rij for rij in rijen if rij[0].isdigit() or (len(rij) > 1 and rij[1].isdigit())]
    assert verwacht == [_uit_rij(rij) for rij in bewegingen]
    assert (
        f"Saldo: {gegevens['saldo']} studiepunten. Nog te verdubbelen: {gegevens['bonus_over']}." in buffer.getvalue()
    )


def _getal(tekst: str) -> int:
    return int(tekst.replace("−", "-"))


def _uit_rij(rij: list[str]) -> tuple[int, int]:
    getallen = [cel for cel in rij if re.fullmatch(r"[+−-]?\d+", cel)]
    return _getal(getallen[-2]), _getal(getallen[-1])


@given(loopbanen())
@instellingen_van_test
def test_every_step_explains_itself(invoer: dict[str, Any]) -> None:
    """A Dutch sentence with a full stop that names what moved, and the place where the rule is laid down."""
    for stap in bereken(lees_loopbaan(invoer)).stappen:
        assert stap.omschrijving.endswith(".")
        assert stap.omschrijving[0].isupper() or stap.omschrijving[0].isdigit()
        assert stap.regel.vindplaats
        assert stap.mutatie == 0 or _noemt(stap), stap.omschrijving


def _noemt(stap: Stap) -> bool:
    # The top-up names where it goes to; how much that is stands in the column beside it.
    genoemd = {int(cijfers) for cijfers in re.findall(r"\d+", stap.omschrijving)}
    return abs(stap.mutatie) in genoemd or (stap.regel.id == "graduaatsdiploma" and stap.saldo in genoemd)


@given(loopbanen())
@instellingen_van_test
def test_one_point_is_spoken_of_in_the_singular(invoer: dict[str, Any]) -> None:
    """Small numbers are where a sentence made from parts goes wrong."""
    klein = {naam: [dict(g) for g in w] if naam == "gebeurtenissen" else w for naam, w in invoer.items()}
    for gebeurtenis in klein["gebeurtenissen"]:
        if gebeurtenis["soort"] == "inschrijving":
            gebeurtenis["studiepunten"] = 2
        if gebeurtenis["soort"] == "resultaat":
            gebeurtenis["verworven"] = 1
            gebeurtenis["getolereerd"] = 0
        if gebeurtenis["soort"] == "uitschrijving":
            gebeurtenis["zonder_examen"] = {"semester1": 1}
    for stap in bereken(lees_loopbaan(klein)).stappen:
        assert not re.search(
            r"\b(de|deze|De) 1\b|\b1 (studiepunten|daarvan tellen)|1 studiepunt: die", stap.omschrijving
        )


@given(st.integers(-1000, 1000))
@instellingen_van_test
def test_a_sign_reads_back_as_the_number(mutatie: int) -> None:
    """With a real minus sign, and none for nothing."""
    assert mutatie == _getal(met_teken(mutatie))
    assert (mutatie > 0) == met_teken(mutatie).startswith("+")
