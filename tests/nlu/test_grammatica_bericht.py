"""What a message says as a whole: dates, programme, institution, situation, signals, and doubt."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from nlu.grammatica import Feit
from nlu.grammatica import lees
from nlu.grammatica import naar_entiteit
from nlu.grammatica import uit_entiteit


VANDAAG = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("tekst", "datum"),
    [
        ("ik stop voor 1 december", "2026-12-01"),
        ("uitgeschreven op 15 maart", "2027-03-15"),
        ("voor 3/12 gestopt", "2026-12-03"),
        ("3/12", "2026-12-03"),
        ("op 31/10 gestopt", "2026-10-31"),
        ("12-01-2026", "2026-01-12"),
        ("op 2026-12-01", "2026-12-01"),
        ("1 december 2025 was dat", "2025-12-01"),
        ("de 22ste juni", "2027-06-22"),
        ("gisteren gestopt", "2026-11-22"),
        ("eergisteren", "2026-11-21"),
        ("vorige week uitgeschreven", "2026-11-16"),
        ("vorige maand", "2026-10"),
        ("in februari begonnen", "2027-02"),
        ("op 31 februari", None),
        ("60 opgenomen en 45 gehaald", None),
    ],
)
def test_a_date_gets_the_year_of_the_academic_year(tekst: str, datum: str | None) -> None:
    """A date without a year lies in the academic year of the reference date."""
    assert datum == lees(tekst, vandaag=VANDAAG).datum


def test_without_a_reference_date_the_year_stays_open() -> None:
    """The grammar knows no clock."""
    assert lees("voor 1 december").datum == "--12-01"
    assert lees("in februari").datum == "--02"
    assert lees("gisteren").datum is None


@pytest.mark.parametrize(
    "tekst",
    ["voor 1 december 2025", "op 15/03/2026", "12-01-2026", "3/12", "op 1/12", "gestopt op 15 maart", "1 dec"],
)
def test_a_date_is_never_points(tekst: str) -> None:
    """Day and month hold no study points."""
    assert lees(tekst).feiten == ()


@pytest.mark.parametrize(
    ("tekst", "opleiding"),
    [
        ("ik doe een schakelprogramma van 60 sp", "schakelprogramma"),
        ("schakeljaar", "schakelprogramma"),
        ("voorbereidingsprogramma", "voorbereidingsprogramma"),
        ("een bachelor na bachelor", "banaba"),
        ("banaba verpleegkunde", "banaba"),
        ("master na master", "manama"),
        ("postgraduaat", "postgraduaat"),
        ("na mijn master een doctoraat", "doctoraat"),
        ("phd", "doctoraat"),
        ("hbo5 verpleegkunde", "graduaat"),
        ("van graduaat naar bachelor", "graduaat"),
        ("educatieve master wiskunde", "educatieve_master"),
        ("lerarenopleiding", "educatieve_bachelor"),
        ("koninklijke militaire school", "kms"),
        ("in de master", "master"),
        ("mijn bachelor", "bachelor"),
        ("een micro-credential", "micro_credential"),
        ("op erasmus", "uitwisseling_uit"),
        ("incoming exchange student", "uitwisseling_in"),
        ("60 opgenomen", None),
        ("na mijn bachelor had ik 200, nu master van 60 alles gehaald", "master"),
        ("na mijn bachelor", "bachelor"),
    ],
)
def test_the_programme_is_named(tekst: str, opleiding: str | None) -> None:
    """A programme is known by its name; the narrow name wins."""
    assert opleiding == lees(tekst).opleiding


@pytest.mark.parametrize(
    ("tekst", "instelling"),
    [
        ("ik zit aan de ugent", "UGent"),
        ("gent univ", "UGent"),
        ("kul", None),
        ("aan de kul", "KULeuven"),
        ("ku leuven", "KULeuven"),
        ("in leuven", "KULeuven"),
        ("erasmushogeschool brussel", "EhB"),
        ("thomas more", "ThomasMore"),
        ("TM mechelen", "ThomasMore"),
        ("karel de grote", "KdG"),
        ("aan AP", "AP"),
        ("UA", "UAntwerpen"),
        ("hogent", "HOGENT"),
        ("hogeschool gent", "HOGENT"),
        ("Odisee LUCA", "Odisee"),
        ("arteveldehogeschool", "Artevelde"),
        ("uhasselt pxl", "UHasselt"),
        ("ap", None),
    ],
)
def test_the_institution_is_named(tekst: str, instelling: str | None) -> None:
    """An institution is known by its usual names; short ones only where they cannot be a word."""
    assert instelling == lees(tekst).instelling


@pytest.mark.parametrize(
    ("tekst", "situatie", "contract"),
    [
        ("ik ben generatiestudent", "generatiestudent", None),
        ("ik ben geen generatiestudent", "verder_student", None),
        ("tweedejaars hier", "verder_student", None),
        ("ik heb al eerder gestudeerd", "verder_student", None),
        ("27 sp via creditcontract", "creditcontract", "creditcontract"),
        ("met een credit contract", "creditcontract", "creditcontract"),
        ("examencontract", None, "examencontract"),
        ("60 op 45", None, None),
        ("geen creditcontract", None, None),
        ("niet via een creditcontract", None, None),
        ("een creditcontract heb ik niet", None, None),
        ("ik heb geen diplomacontract", None, None),
        ("nee geen creditcontract maar diplomacontract", None, "diplomacontract"),
        ("diplomacontract, geen creditcontract", None, "diplomacontract"),
        ("ik heb geen diplomacontract maar een creditcontract", "creditcontract", "creditcontract"),
        ("geen credit contract", None, None),
        ("ik ben niet meer generatiestudent", "verder_student", None),
        ("ik ben geen eerstejaars", "verder_student", None),
        ("ik ben niet in mijn eerste jaar", "verder_student", None),
        ("ik ben geen bisser", None, None),
        ("ik heb nog niet eerder gestudeerd", None, None),
    ],
)
def test_situation_and_contract_are_read(tekst: str, situatie: str | None, contract: str | None) -> None:
    """What the student says of the enrolment holds for the message."""
    lezing = lees(tekst)
    assert (situatie, contract) == (lezing.situatie, lezing.contract)


@pytest.mark.parametrize(
    ("tekst", "signaal"),
    [
        ("nee wacht, 54", "correctie"),
        ("sorry, 48", "correctie"),
        ("of nee, 57", "correctie"),
        ("eh nee 57", "correctie"),
        ("neeje wacht twas 48", "correctie"),
        ("neenee 48", "correctie"),
        ("nope 48", "correctie"),
        ("48 in plaats van 45", "correctie"),
        ("niet 45 maar 48", "correctie"),
        ("het waren er 48", "waren_er"),
        ("er zijn er 45", "waren_er"),
        ("twas 48", "waren_er"),
        ("kan je dat herhalen?", "herhaling"),
        ("ja er is nog een jaar: 57 op, 51 gehaald", "nieuw_jaar"),
        ("nog 9 erbij", "toevoeging"),
        ("telkens 60", "telkens"),
        ("incl masterdiploma", "masterdiploma"),
    ],
)
def test_cues_for_the_merge_are_found(tekst: str, signaal: str) -> None:
    """The merge learns how the numbers relate to what was said before."""
    assert signaal in lees(tekst).signalen


@pytest.mark.parametrize("tekst", ["ne 8", "nen buis", "neem er 60", "60 op 45 gehaald", "nog een vraag"])
def test_not_every_word_with_an_n_corrects(tekst: str) -> None:
    """An article is no "nee"."""
    assert "correctie" not in lees(tekst).signalen


def test_what_is_replaced_is_kept_with_the_number_that_replaces_it() -> None:
    """The merge finds the field by the old value."""
    (feit,) = lees("57 ipv 60").feiten
    assert (feit.waarde, feit.vervangt) == (57, 60)


def test_a_role_that_is_only_assumed_is_marked() -> None:
    """Of two bare numbers the larger, and a bare "alles"; said outright it is no assumption."""
    assert [f.vermoed for f in lees("45 60").feiten] == [True, True]
    assert [f.vermoed for f in lees("alles").feiten] == [True]
    assert [f.vermoed for f in lees("60 opgenomen, alles gehaald").feiten] == [False, False]


def test_a_contract_stays_with_its_number() -> None:
    """ "creditcontract van 12 sp" ties the contract to these 12 points."""
    (feit,) = lees("creditcontract van 12 sp").feiten
    assert (feit.rol, feit.waarde, feit.contract) == ("opgenomen", 12, "creditcontract")


def test_an_invalid_fact_shows_what_was_written() -> None:
    """The dialogue can quote the student."""
    (feit,) = lees("ik haalde er 4,5").feiten
    assert (feit.waarde, feit.ongeldig, feit.ruw) == (None, "decimaal", "4,5")


@pytest.mark.parametrize(
    "feit",
    [
        Feit("opgenomen", 60, jaar=2, academiejaar="2023-2024", begin=3, eind=8),
        Feit("verworven", deel=Fraction(1, 2), rest=True),
        Feit("verworven", 40, tot=45, deelperiode="semester 1", contract="creditcontract", opleiding="bachelor"),
        Feit("los", ongeldig="decimaal", ruw="4,5", totaal=True, telkens=True),
        Feit("saldo", -6),
        Feit("opgenomen", 57, vermoed=True, vervangt=60),
    ],
)
def test_a_fact_survives_the_way_through_an_entity(feit: Feit) -> None:
    """Writing and reading back gives the same fact."""
    assert feit == uit_entiteit(naar_entiteit(feit))


@pytest.mark.parametrize(
    "rommel",
    [
        None,
        3,
        "feit",
        [],
        {},
        {"entity": "feit"},
        {"entity": "feit", "role": "saldo"},
        {"entity": "feit", "role": "hacker", "value": {"waarde": 3}},
        {"entity": "feit", "role": ["saldo"], "value": {"waarde": 3}},
        {"entity": "feit", "role": "saldo", "value": "3"},
        {"entity": "feit", "role": "saldo", "value": {"waarde": "3"}},
        {"entity": "feit", "role": "saldo", "value": {"waarde": True}},
        {"entity": "feit", "role": "saldo", "value": {"waarde": 10**30}},
        {"entity": "feit", "role": "verworven", "value": {"deel": "1/0"}},
        {"entity": "feit", "role": "verworven", "value": {"deel": "3/2"}},
        {"entity": "feit", "role": "verworven", "value": {}},
    ],
)
def test_garbage_is_no_fact(rommel: object) -> None:
    """Users can type entities themselves; nonsense is dropped."""
    assert uit_entiteit(rommel) is None


def test_a_strange_group_gives_no_year() -> None:
    """The year of an entity is a small whole number or nothing."""
    feit = uit_entiteit({"entity": "feit", "role": "saldo", "value": {"waarde": 3}, "group": "x" * 900, "start": "a"})
    assert feit == Feit("saldo", 3)
