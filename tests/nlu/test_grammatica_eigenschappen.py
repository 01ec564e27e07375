"""Promises that hold for any text whatever."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from nlu.grammatica import lees
from nlu.grammatica import naar_entiteit
from nlu.grammatica import uit_entiteit
from nlu.grammatica.lezer import MEESTE_FEITEN


WOORDEN_TEKST = """
    60 45 54 op opgenomen gehaald geslaagd niet gebuisd van de / - -> , . ? + x 3 6 vakken sp jaar 1e 2e jr1 vorig dit
    telkens alles niks helft rest 75 % een 8 20 bonus saldo sta nog al tussen en à eentje één semester s1 januari
    tweede zit 2023-2024 1 december min 4,5 ( ) : = creditcontract behalve tot 140 keer zestig honderd waren er
    kheb dak up vakke waarvan dus idem hetzelfde voltijds dubbele punten verdubbeld om te staan overhouden doel volgend
    daarna dan elk samen andere wel geen minder 2/3 of ofwel tussen dacht zonder over weken geleden volgende maandag
    eind maart nieuwjaar herexamens vriend ik hij kamer straat kinderen 9000 komma '
"""
WOORDEN = st.sampled_from(WOORDEN_TEKST.split())
BERICHTEN = st.one_of(st.text(max_size=300), st.lists(WOORDEN, max_size=40).map(" ".join))


@given(tekst=BERICHTEN, vandaag=st.one_of(st.none(), st.dates(date(1990, 1, 1), date(2090, 12, 31))))
@settings(max_examples=300, deadline=None)
def test_no_text_raises_and_every_fact_has_its_place(tekst: str, vandaag: date | None) -> None:
    """Any text is read; facts lie within it, and go through an entity unharmed."""
    lezing = lees(tekst, vandaag=vandaag)
    assert len(lezing.feiten) <= MEESTE_FEITEN
    for feit in lezing.feiten:
        assert 0 <= feit.begin < feit.eind <= len(tekst)
        assert (feit.waarde is not None) + (feit.deel is not None) + (feit.ongeldig is not None) == 1
        assert feit.ongeldig is None or feit.ruw == tekst[feit.begin : feit.eind]
        entiteit = json.loads(json.dumps(naar_entiteit(feit)))
        assert uit_entiteit(entiteit) == feit


@given(
    cijfer=st.integers(0, 20),
    vorm=st.sampled_from(["{}/20", "{} op 20", "ik had {} op 20", "een {}/20 voor recht", "{} / 20", "cijfer: {}/20"]),
)
def test_a_mark_out_of_20_is_never_points(cijfer: int, vorm: str) -> None:
    """What is out of twenty is a mark."""
    assert {None} == {feit.waarde for feit in lees(vorm.format(cijfer)).feiten} | {None}


@given(cijfer=st.integers(1, 20), vak=st.sampled_from(["", " voor recht", " op fysica", " gehaald op wiskunde"]))
def test_an_indefinite_number_is_a_mark(cijfer: int, vak: str) -> None:
    """ "een 8" is a mark, whatever follows."""
    assert {None} == {feit.waarde for feit in lees(f"ik had een {cijfer}{vak}").feiten} | {None}


@given(opgenomen=st.integers(21, 99), cijfer=st.integers(0, 20), deel=st.integers(0, 20))
def test_a_mark_beside_points_changes_nothing(opgenomen: int, cijfer: int, deel: int) -> None:
    """The points of the sentence are read as if the mark were not there."""
    tekst = f"{opgenomen} opgenomen, {deel} gehaald"
    zonder = [(f.rol, f.waarde) for f in lees(tekst).feiten]
    assert zonder == [("opgenomen", opgenomen), ("verworven", deel)]
    assert zonder == [(f.rol, f.waarde) for f in lees(f"{tekst} en {cijfer}/20 voor statistiek").feiten]


@pytest.mark.parametrize(
    "tekst",
    [
        "bel 0475 12 34 56",
        "+32 475 12 34 56",
        "01.02.03-123.45",
        "r0834567",
        "dat kost 890 euro",
        "€ 11,40 extra",
        "om 10u30",
        "om 14:00 uur",
        "ik ben 34 jaar oud",
        "ik ben 19",
        "sinds 2019",
        "academiejaar 2023-2024",
        "lokaal 3.12",
        "6 weken geen nieuws",
        "1m80 en 75kg",
        "123456789",
        "ik woon in de Kerkstraat 46",
        "kot op kamer 12",
        "ik zit in groep 4",
        "in lokaal B.204",
        "9000 Gent",
        "dossier 2024/1234",
        "mijn kinderen zijn 8 en 11",
        "ik heb kinderen van 8 en 11",
        "mijn broer is 15",
        "3 kaartjes voor het concert",
        "ik heb 2 zussen",
        "bus 33 was te laat",
        "ik betaal 480 per maand",
        "over 3 weken",
        "ik werk 4/5",
        "27 punten tekort",
        "30 minder dan vorig jaar",
    ],
)
def test_other_numbers_are_never_points(tekst: str) -> None:
    """Phone and register numbers, money, clock times, ages and years hold no study points."""
    assert lees(tekst).feiten == ()


@pytest.mark.parametrize(
    "stuk",
    [
        "9",
        "1 haal ",
        "3 vakken van ",
        "a.",
        "60/",
        "niet gehaald ",
        "-",
        "1 en ",
        "één vak van 3 en ",
        "\u0301",
        "😀",
        "op 60 ",
        "niet 60 - 45 ",
        "vak (6 sp) en ",
        "om op 60 te ",
        "als ik ",
        "bonus al ",
        "verwervan ",
        "elk vak is 5 ",
    ],
)
def test_20000_characters_are_read_in_little_time(stuk: str) -> None:
    """Time does not grow with the length of the message, whatever it is made of."""
    tekst = (stuk * 20_000)[:20_000]
    tijden = []
    for _ in range(4):
        begin = time.process_time()
        lees(tekst)
        tijden.append(time.process_time() - begin)
    # The best of several: a busy machine says nothing of the grammar.
    assert min(tijden) < 0.15


def test_reading_the_same_text_twice_gives_the_same() -> None:
    """Nothing is remembered between messages."""
    tekst = "1e jaar 60 op 33 gehaald, 2e jaar 54 op 42 gehaald"
    assert lees(tekst) == lees(tekst)


def test_the_import_is_light() -> None:
    """The action server imports the grammar: no framework, no date library comes along."""
    code = (
        "import sys, nlu.grammatica; "
        "zwaar = {'rasa', 'spacy', 'tensorflow', 'dateparser', 'sklearn', 'numpy'} & set(sys.modules); "
        "print(sorted(zwaar))"
    )
    uitvoer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert uitvoer.stdout.strip() == "[]"
