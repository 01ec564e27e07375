"""What cannot be is refused, with the name of the field and what would be right."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

from leerkrediet_core import InvoerFout
from leerkrediet_core import LoopbaanFout
from leerkrediet_core import bereken
from leerkrediet_core import instellingen
from leerkrediet_core import lees_json
from leerkrediet_core import lees_loopbaan
from leerkrediet_core.invoer import MEESTE_GEBEURTENISSEN
from leerkrediet_core.invoer import MEESTE_STUDIEPUNTEN


INSCHRIJVING = {"soort": "inschrijving", "studiepunten": 60}
RESULTAAT = {"soort": "resultaat", "verworven": 60}
UITSCHRIJVING = {"soort": "uitschrijving", "datum": "2026-11-20", "zonder_examen": {"semester1": 30}}
INSCHRIJVING_2007 = {**INSCHRIJVING, "academiejaar": "2007-2008"}
CREDIT = {"soort": "inschrijving", "studiepunten": 6, "contract": "creditcontract"}
TERUGGAVE = {"soort": "teruggave_overmacht", "studiepunten": 6}
MASTERDIPLOMA = {"soort": "masterdiploma"}
GRADUAATSDIPLOMA = {"soort": "graduaatsdiploma"}

SOORTEN = "inschrijving, resultaat, uitschrijving, teruggave_overmacht, masterdiploma, graduaatsdiploma"
CONTRACTEN = "kies uit diplomacontract, creditcontract, examencontract"
GETAL = "geef een geheel aantal studiepunten"
DATUM = 'schrijf een datum als "2026-11-30"'
ACADEMIEJAAR = 'schrijf een academiejaar als "2026-2027"'
ZONDER_EXAMEN = "geef een object met semester1, semester2, jaarvak"


def geweigerd(gegevens: object) -> InvoerFout:
    """The refusal of a career, read or calculated."""
    with pytest.raises(InvoerFout) as gevangen:
        bereken(lees_loopbaan(gegevens))
    return gevangen.value


def loopbaan(*gebeurtenissen: object, **velden: Any) -> dict[str, Any]:
    """A career as JSON gives it."""
    return {**velden, "gebeurtenissen": list(gebeurtenissen)}


# Every field of the career itself, with what it cannot be.
@pytest.mark.parametrize(
    ("veld", "waarde", "uitleg"),
    [
        ("startsaldo", True, GETAL),
        ("startsaldo", 140.0, GETAL),
        ("startsaldo", "140", GETAL),
        ("startsaldo", None, GETAL),
        ("startsaldo", [140], GETAL),
        ("startsaldo", {}, GETAL),
        ("startsaldo", float("nan"), GETAL),
        ("startsaldo", float("inf"), GETAL),
        ("startsaldo", 201, "hoogstens 200"),
        ("startsaldo", 999, "hoogstens 200"),
        ("startsaldo", -501, "minstens -500"),
        ("bonus_over", True, GETAL),
        ("bonus_over", 60.0, GETAL),
        ("bonus_over", "60", GETAL),
        ("bonus_over", None, GETAL),
        ("bonus_over", -1, "minstens 0"),
        ("bonus_over", 61, "hoogstens 60"),
        ("bonus_over", 999, "hoogstens 60"),
        ("instelling", "ehb", "kies uit EhB"),
        ("instelling", "", "kies uit EhB"),
        ("instelling", 5, "kies uit EhB"),
        ("instelling", True, "kies uit EhB"),
        ("instelling", [], "kies uit EhB"),
        ("instelling", {"EhB": 1}, "kies uit EhB"),
        ("stand_in", 2026, ACADEMIEJAAR),
        ("stand_in", "2026", ACADEMIEJAAR),
        ("stand_in", "2026-2028", ACADEMIEJAAR),
        ("stand_in", "2027-2026", ACADEMIEJAAR),
        ("stand_in", "2026/2027", ACADEMIEJAAR),
        ("stand_in", "26-27", ACADEMIEJAAR),
        ("stand_in", " 2026-2027", ACADEMIEJAAR),
        ("stand_in", True, ACADEMIEJAAR),
        ("stand_in", [], ACADEMIEJAAR),
        ("stand_in", "2007-2008", "leerkrediet bestaat sinds 2008-2009"),
        *[
            ("diplomas", waarde, "geef een lijst, met wat je hebt van bachelor, master, graduaat")
            for waarde in (None, "bachelor", 1, True, {}, {"bachelor": True})
        ],
        *[
            ("diplomas", ["bachelor", waarde], "kies uit bachelor, master, graduaat")
            for waarde in (None, "Master", "", "doctoraat", 1, True, [], {}, ["master"], "\x1b[31m", float("nan"))
        ],
        ("gebeurtenissen", None, "een lijst"),
        ("gebeurtenissen", {}, "een lijst"),
        ("gebeurtenissen", "inschrijving", "een lijst"),
        ("gebeurtenissen", 5, "een lijst"),
    ],
)
def test_a_field_of_the_career_that_cannot_be_is_refused(veld: str, waarde: object, uitleg: str) -> None:
    """The message names the field and says what would be right."""
    fout = geweigerd({"gebeurtenissen": [], veld: waarde})
    assert veld == fout.veld
    assert uitleg in fout.uitleg


# Every field of every kind of event, with what it cannot be.
@pytest.mark.parametrize(
    ("basis", "veld", "waarde", "uitleg"),
    [
        *[
            (basis, veld, waarde, uitleg)
            for basis, veld in [
                (INSCHRIJVING, "studiepunten"),
                (RESULTAAT, "verworven"),
                (RESULTAAT, "getolereerd"),
                (TERUGGAVE, "studiepunten"),
            ]
            for waarde, uitleg in [
                (True, GETAL),
                (False, GETAL),
                (6.0, GETAL),
                (5.5, GETAL),
                ("6", GETAL),
                ("zes", GETAL),
                (None, GETAL),
                ([6], GETAL),
                ({"aantal": 6}, GETAL),
                (float("nan"), GETAL),
                (-1, "minstens 0"),
                (241, "hoogstens 240"),
                (999, "hoogstens 240"),
            ]
        ],
        *[
            (basis, "contract", waarde, CONTRACTEN)
            for basis in (INSCHRIJVING, RESULTAAT)
            for waarde in ("diploma", "Diplomacontract", "", 5, True, [], {})
        ],
        (INSCHRIJVING, "contract", None, CONTRACTEN),
        *[
            (basis, "opleiding", waarde, "kies uit bachelor, master")
            for basis in (INSCHRIJVING, RESULTAAT)
            for waarde in ("bach", "hbo5", "", 5, False, [], {})
        ],
        (INSCHRIJVING, "opleiding", None, "kies uit bachelor, master"),
        *[
            (basis, "academiejaar", waarde, ACADEMIEJAAR)
            for basis in (INSCHRIJVING, RESULTAAT, UITSCHRIJVING, TERUGGAVE, MASTERDIPLOMA, GRADUAATSDIPLOMA)
            for waarde in (2026, "2026", "2026-2028", "2026-27", "", True, ["2026-2027"])
        ],
        (INSCHRIJVING, "academiejaar", "1949-1950", "ten vroegste 1950-1951"),
        (INSCHRIJVING, "academiejaar", "0208-0209", "ten vroegste 1950-1951"),
        *[
            (UITSCHRIJVING, veld, waarde, DATUM)
            for veld in ("datum", "nieuwe_inschrijving_datum")
            for waarde in ("20/11/2026", "2026-02-30", "2026-13-01", "2026-11", "20261120", "", 20261120, True, [], {})
        ],
        (UITSCHRIJVING, "datum", None, DATUM),
        *[
            (UITSCHRIJVING, veld, waarde, "leerkrediet bestaat sinds het academiejaar 2008-2009")
            for veld in ("datum", "nieuwe_inschrijving_datum")
            for waarde in ("0001-01-01", "2005-11-20", "2008-08-31", "9999-12-31")
        ],
        *[(UITSCHRIJVING, "contract", waarde, CONTRACTEN) for waarde in ("diploma", "", 5, True, [], {})],
        *[(UITSCHRIJVING, "opleiding", waarde, "kies uit bachelor, master") for waarde in ("bach", "", 5, [], {})],
        *[
            (UITSCHRIJVING, "generatiestudent", waarde, "kies true of false")
            for waarde in (0, 1, "true", "ja", None, [], 1.0)
        ],
        *[
            (UITSCHRIJVING, "zonder_examen", waarde, ZONDER_EXAMEN)
            for waarde in (None, 30, "30", True, [], [["semester1", 30]], ["semester1"])
        ],
    ],
)
def test_a_field_of_an_event_that_cannot_be_is_refused(
    basis: dict[str, Any], veld: str, waarde: object, uitleg: str
) -> None:
    """The message names the event by its index, the field, and what would be right."""
    fout = geweigerd(loopbaan(INSCHRIJVING, {**basis, veld: waarde}))
    assert f"gebeurtenissen[1].{veld}" == fout.veld
    assert uitleg in fout.uitleg


@pytest.mark.parametrize("veld", ["semester1", "semester2", "jaarvak"])
@pytest.mark.parametrize(
    ("waarde", "uitleg"),
    [(True, GETAL), (1.0, GETAL), ("1", GETAL), (None, GETAL), (-1, "minstens 0"), (999, "hoogstens 240")],
)
def test_a_field_within_zonder_examen_is_refused_by_its_full_name(veld: str, waarde: object, uitleg: str) -> None:
    """The name leads to the innermost field."""
    fout = geweigerd(loopbaan(INSCHRIJVING, {**UITSCHRIJVING, "zonder_examen": {veld: waarde}}))
    assert f"gebeurtenissen[1].zonder_examen.{veld}" == fout.veld
    assert uitleg in fout.uitleg


@pytest.mark.parametrize("gebeurtenis", [5, "inschrijving", [], None, True, 1.5, {}])
def test_something_that_is_no_event_is_refused(gebeurtenis: object) -> None:
    """The message says which kinds there are."""
    fout = geweigerd(loopbaan(INSCHRIJVING, gebeurtenis))
    assert "gebeurtenissen[1]" == fout.veld
    assert SOORTEN in fout.uitleg


@pytest.mark.parametrize("soort", ["examen", "Inschrijving", "", None, 5, True, [], {}, 1.5])
def test_an_unknown_kind_of_event_is_refused(soort: object) -> None:
    """The message says which kinds there are."""
    fout = geweigerd(loopbaan({**INSCHRIJVING, "soort": soort}))
    assert "gebeurtenissen[0].soort" == fout.veld
    assert SOORTEN in fout.uitleg


@pytest.mark.parametrize(
    "sleutel", ["saldo", "Startsaldo", "bonus", "", "Inschrijving", "__root__", "__pydantic_self__"]
)
def test_an_unknown_key_of_the_career_is_refused(sleutel: str) -> None:
    """Whatever it is called; the message lists the keys that there are."""
    fout = geweigerd({"gebeurtenissen": [], sleutel: 1})
    assert (sleutel or '""') == fout.veld
    assert "wel mogelijk: startsaldo, bonus_over, instelling, gebeurtenissen, stand_in, diplomas" in fout.uitleg


@pytest.mark.parametrize("sleutel", ["punten", "verworven", "zonder_examen", "Inschrijving", "self", "__root__"])
def test_an_unknown_key_of_an_event_is_refused(sleutel: str) -> None:
    """Also a key that another kind of event has; the message lists the keys of this kind."""
    fout = geweigerd(loopbaan({**INSCHRIJVING, sleutel: 1}))
    assert f"gebeurtenissen[0].{sleutel}" == fout.veld
    assert "wel mogelijk: academiejaar, soort, studiepunten, contract, opleiding" in fout.uitleg


def test_an_event_key_with_the_name_of_a_python_argument_is_refused() -> None:
    """A key that clashes with a name inside a library is refused like any other."""
    assert geweigerd(loopbaan({**INSCHRIJVING, "__pydantic_self__": 1})).veld.startswith("gebeurtenissen[0]")


def test_an_unknown_key_within_zonder_examen_is_refused() -> None:
    """The message lists the keys that it has."""
    fout = geweigerd(loopbaan(INSCHRIJVING, {**UITSCHRIJVING, "zonder_examen": {"semester3": 6}}))
    assert "gebeurtenissen[1].zonder_examen.semester3" == fout.veld
    assert "wel mogelijk: semester1, semester2, jaarvak" in fout.uitleg


@pytest.mark.parametrize(
    ("basis", "veld"),
    [
        (INSCHRIJVING, "studiepunten"),
        (RESULTAAT, "verworven"),
        (UITSCHRIJVING, "datum"),
        (UITSCHRIJVING, "zonder_examen"),
        (TERUGGAVE, "studiepunten"),
    ],
)
def test_a_required_field_that_is_missing_is_named(basis: dict[str, Any], veld: str) -> None:
    """By the event's index and its own name."""
    zonder = {naam: waarde for naam, waarde in basis.items() if naam != veld}
    fout = geweigerd(loopbaan(INSCHRIJVING, zonder))
    assert f"gebeurtenissen[1].{veld}" == fout.veld
    assert "ontbreekt" in fout.uitleg


def test_a_career_without_events_needs_an_empty_list() -> None:
    """``gebeurtenissen`` is required, an empty list will do."""
    fout = geweigerd({})
    assert "gebeurtenissen" == fout.veld
    assert "ontbreekt" in fout.uitleg
    assert 140 == bereken(lees_loopbaan({"gebeurtenissen": []})).saldo


@pytest.mark.parametrize("gegevens", [None, 5, "gebeurtenissen", [], True, 1.5, [["gebeurtenissen", []]]])
def test_a_career_is_an_object(gegevens: object) -> None:
    """Any other JSON value is refused."""
    assert "invoer" == geweigerd(gegevens).veld


# What each event may be, but not together with the others.
@pytest.mark.parametrize(
    ("gebeurtenissen", "veld", "uitleg"),
    [
        ([RESULTAAT], "gebeurtenissen[0]", "na een inschrijving"),
        ([UITSCHRIJVING], "gebeurtenissen[0]", "na een inschrijving"),
        ([INSCHRIJVING, {**RESULTAAT, "verworven": 61}], "gebeurtenissen[1].verworven", "hoogstens 60"),
        (
            [INSCHRIJVING, {**RESULTAAT, "verworven": 55, "getolereerd": 6}],
            "gebeurtenissen[1].getolereerd",
            "samen 61, maar hoogstens 60",
        ),
        ([INSCHRIJVING, RESULTAAT, {**RESULTAAT, "verworven": 1}], "gebeurtenissen[2].verworven", "al een resultaat"),
        (
            [INSCHRIJVING, {**RESULTAAT, "verworven": 0, "getolereerd": 60}, {**RESULTAAT, "verworven": 1}],
            "gebeurtenissen[2].verworven",
            "hoogstens 0",
        ),
        (
            [INSCHRIJVING, UITSCHRIJVING, {**RESULTAAT, "verworven": 31}],
            "gebeurtenissen[2].verworven",
            "30 uitgeschreven",
        ),
        (
            [INSCHRIJVING, {**RESULTAAT, "contract": "creditcontract"}],
            "gebeurtenissen[1].contract",
            "niets opgenomen met een creditcontract",
        ),
        ([INSCHRIJVING, {**RESULTAAT, "opleiding": "master"}], "gebeurtenissen[1].contract", "een master"),
        (
            [{**INSCHRIJVING, "academiejaar": "2024-2025"}, {**RESULTAAT, "academiejaar": "2025-2026"}],
            "gebeurtenissen[1].academiejaar",
            "in 2025-2026 is niets opgenomen; wel in 2024-2025",
        ),
        (
            [
                {**INSCHRIJVING, "academiejaar": "2024-2025"},
                {**RESULTAAT, "academiejaar": "2024-2025"},
                INSCHRIJVING,
                {**RESULTAAT, "academiejaar": "2023-2024"},
            ],
            "gebeurtenissen[3].academiejaar",
            "in 2023-2024 is niets opgenomen",
        ),
        (
            [{**INSCHRIJVING, "academiejaar": "2024-2025"}, {**INSCHRIJVING, "academiejaar": "2023-2024"}],
            "gebeurtenissen[1].academiejaar",
            "in de volgorde waarin ze gebeurden",
        ),
        (
            [{**INSCHRIJVING, "academiejaar": "2024-2025"}, {**MASTERDIPLOMA, "academiejaar": "2023-2024"}],
            "gebeurtenissen[1].academiejaar",
            "in de volgorde waarin ze gebeurden",
        ),
        (
            [INSCHRIJVING, {**UITSCHRIJVING, "zonder_examen": {"semester1": 31, "semester2": 30}}],
            "gebeurtenissen[1].zonder_examen",
            "samen 61",
        ),
        ([INSCHRIJVING, RESULTAAT, UITSCHRIJVING], "gebeurtenissen[2].zonder_examen", "nog 0 studiepunten"),
        (
            [INSCHRIJVING, CREDIT, {**UITSCHRIJVING, "zonder_examen": {"semester1": 67}}],
            "gebeurtenissen[2].zonder_examen",
            "samen 67, maar er staan nog 66 studiepunten",
        ),
        (
            [INSCHRIJVING, CREDIT, {**UITSCHRIJVING, "zonder_examen": {"semester1": 7}, "contract": "creditcontract"}],
            "gebeurtenissen[2].zonder_examen",
            "samen 7, maar er staan nog 6 studiepunten",
        ),
        (
            [INSCHRIJVING, {**UITSCHRIJVING, "contract": "creditcontract"}],
            "gebeurtenissen[1].contract",
            "niets opgenomen om te stoppen",
        ),
        (
            [INSCHRIJVING, {**UITSCHRIJVING, "opleiding": "master"}],
            "gebeurtenissen[1].opleiding",
            "niets opgenomen om te stoppen",
        ),
        (
            [{**INSCHRIJVING, "academiejaar": "2006-2007"}, RESULTAAT, INSCHRIJVING, RESULTAAT, INSCHRIJVING_2007],
            "gebeurtenissen[4].academiejaar",
            "2007-2008 ligt voor het jaar van een eerdere gebeurtenis",
        ),
        (
            [{**INSCHRIJVING, "academiejaar": "2010-2011"}, {**MASTERDIPLOMA, "academiejaar": "2007-2008"}],
            "gebeurtenissen[1].academiejaar",
            "2007-2008 ligt voor 2010-2011 van een eerdere gebeurtenis",
        ),
        (
            [
                {**INSCHRIJVING, "academiejaar": "2005-2006"},
                {**INSCHRIJVING, "academiejaar": "2026-2027"},
                {**UITSCHRIJVING, "generatiestudent": True},
            ],
            "gebeurtenissen[2].generatiestudent",
            "alleen in je allereerste jaar",
        ),
        (
            [INSCHRIJVING, RESULTAAT, INSCHRIJVING, {**UITSCHRIJVING, "generatiestudent": True}],
            "gebeurtenissen[3].generatiestudent",
            "alleen in je allereerste jaar",
        ),
        (
            [
                {**INSCHRIJVING, "academiejaar": "2025-2026"},
                {**INSCHRIJVING, "academiejaar": "2026-2027"},
                {**UITSCHRIJVING, "generatiestudent": True, "academiejaar": "2026-2027"},
            ],
            "gebeurtenissen[2].generatiestudent",
            "alleen in je allereerste jaar",
        ),
        (
            [{**INSCHRIJVING, "academiejaar": "2024-2025"}, {**UITSCHRIJVING, "academiejaar": "2024-2025"}],
            "gebeurtenissen[1].datum",
            "2026-11-20 valt niet in het academiejaar 2024-2025",
        ),
        (
            [INSCHRIJVING, {**UITSCHRIJVING, "nieuwe_inschrijving_datum": "2025-11-20"}],
            "gebeurtenissen[1].nieuwe_inschrijving_datum",
            "ligt voor het academiejaar 2026-2027",
        ),
    ],
)
def test_events_that_contradict_each_other_are_refused(
    gebeurtenissen: list[dict[str, Any]], veld: str, uitleg: str
) -> None:
    """The event that cannot follow on the others is named."""
    fout = geweigerd(loopbaan(*gebeurtenissen))
    assert veld == fout.veld
    assert uitleg in fout.uitleg


def test_a_contradiction_is_an_error_of_its_own_kind() -> None:
    """Callers can tell a slip in one field from events that do not fit together."""
    assert isinstance(geweigerd(loopbaan(INSCHRIJVING, {**RESULTAAT, "verworven": 61})), LoopbaanFout)
    assert not isinstance(geweigerd(loopbaan(INSCHRIJVING, {**RESULTAAT, "verworven": -1})), LoopbaanFout)


@pytest.mark.parametrize("gebeurtenis", [INSCHRIJVING, TERUGGAVE, MASTERDIPLOMA, GRADUAATSDIPLOMA])
def test_with_stand_in_every_event_needs_its_academic_year(gebeurtenis: dict[str, Any]) -> None:
    """Else the years in between cannot be counted."""
    fout = geweigerd(loopbaan(gebeurtenis, stand_in="2026-2027"))
    assert "gebeurtenissen[0].academiejaar" == fout.veld
    assert "stand_in" in fout.uitleg


def test_stand_in_does_not_lie_before_the_last_event() -> None:
    """The balance of an earlier year is asked with the events of that year."""
    fout = geweigerd(loopbaan({**INSCHRIJVING, "academiejaar": "2025-2026"}, stand_in="2024-2025"))
    assert "stand_in" == fout.veld
    assert "2025-2026" in fout.uitleg


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        " ",
        "{",
        "}",
        '{"gebeurtenissen": [',
        "{'gebeurtenissen': []}",
        '{"gebeurtenissen": [],}',
        '{"gebeurtenissen": []} en meer',
        "gebeurtenissen: []",
        "\x00",
        '\ufeff{"gebeurtenissen": []}',
        "[" * 100_000,
        '{"a":' * 100_000,
    ],
    ids=lambda tekst: ascii(tekst[:20]),
)
def test_what_is_no_json_is_refused(tekst: str) -> None:
    """Also what is nested too deeply."""
    with pytest.raises(InvoerFout) as gevangen:
        lees_json(tekst)
    assert "invoer" == gevangen.value.veld
    assert "geen geldige JSON" in gevangen.value.uitleg


@pytest.mark.parametrize("tekst", ["null", "5", '"a"', "[]", "true", "NaN"])
def test_json_that_is_no_object_is_refused(tekst: str) -> None:
    """A career is an object."""
    with pytest.raises(InvoerFout, match="moet een JSON-object zijn"):
        lees_json(tekst)


@pytest.mark.parametrize(
    ("tekst", "veld"),
    [
        ('{"gebeurtenissen": [], "gebeurtenissen": []}', "gebeurtenissen"),
        ('{"startsaldo": 140, "gebeurtenissen": [], "startsaldo": 140}', "startsaldo"),
        ('{"gebeurtenissen": [{"soort": "masterdiploma", "soort": "masterdiploma"}]}', "soort"),
        ('{"gebeurtenissen": [{"soort": "inschrijving", "studiepunten": 60, "studiepunten": 30}]}', "studiepunten"),
        (
            '{"gebeurtenissen": [{"soort": "uitschrijving", "datum": "2026-11-20",'
            ' "zonder_examen": {"jaarvak": 1, "jaarvak": 2}}]}',
            "jaarvak",
        ),
    ],
)
def test_a_key_that_stands_twice_is_refused_at_every_level(tekst: str, veld: str) -> None:
    """Silently taking the last one could hide a mistake."""
    with pytest.raises(InvoerFout, match="staat er twee keer") as gevangen:
        lees_json(tekst)
    assert veld == gevangen.value.veld


@pytest.mark.parametrize(
    "sleutel", ["a\nb", "\ud800", "x" * 10_000, "\x1b[31m", "\u202e"], ids=lambda sleutel: ascii(sleutel[:8])
)
def test_a_message_is_one_short_line_that_can_be_printed(sleutel: str) -> None:
    """Whatever stood in the key or the value."""
    for gegevens in (
        {"gebeurtenissen": [], sleutel: 1},
        {"gebeurtenissen": [], "instelling": sleutel},
        loopbaan({**INSCHRIJVING, sleutel: 1}),
        loopbaan({**INSCHRIJVING, "contract": sleutel}),
        loopbaan({**INSCHRIJVING, "studiepunten": sleutel}),
    ):
        zin = str(geweigerd(gegevens))
        assert zin.isprintable()
        assert 400 > len(zin)


def test_a_number_of_thousands_of_digits_is_refused() -> None:
    """Python itself refuses to read or to write it; that may not get in the way."""
    with pytest.raises(InvoerFout):
        lees_json('{"gebeurtenissen": [], "startsaldo": ' + "9" * 5000 + "}")
    assert "startsaldo" == geweigerd({"gebeurtenissen": [], "startsaldo": 10**5000}).veld


def test_a_value_nested_just_below_the_limit_is_refused_all_the_same() -> None:
    """Reading it and quoting it in the message both go down that far."""
    for diepte in range(600, 1000, 20):
        tekst = '{"gebeurtenissen": [], "startsaldo": ' + "[" * diepte + "]" * diepte + "}"
        with pytest.raises(InvoerFout):
            lees_json(tekst)


def test_the_largest_career_is_accepted_and_one_more_event_is_not() -> None:
    """The limit stands in the message."""
    jaar = [{**INSCHRIJVING, "studiepunten": 1}, {**RESULTAAT, "verworven": 1}]
    grootste = loopbaan(*jaar * (MEESTE_GEBEURTENISSEN // 2))
    assert 200 == bereken(lees_loopbaan(grootste)).saldo
    fout = geweigerd(loopbaan(*grootste["gebeurtenissen"], INSCHRIJVING))
    assert "gebeurtenissen" == fout.veld
    assert "10000" in fout.uitleg


def test_a_huge_text_is_refused_quickly() -> None:
    """A hundred thousand events are refused before each of them is looked at."""
    tekst = json.dumps(loopbaan(*[INSCHRIJVING] * 100_000))
    begin = time.perf_counter()
    with pytest.raises(InvoerFout):
        lees_json(tekst)
    assert 10 > time.perf_counter() - begin


def test_a_gap_of_thousands_of_years_is_counted_without_trouble() -> None:
    """The last academic year that can be written is no special case."""
    invoer = loopbaan({**INSCHRIJVING, "academiejaar": "2008-2009"}, startsaldo=-400, stand_in="9998-9999")
    assert 60 == bereken(lees_loopbaan(invoer)).saldo


@pytest.mark.parametrize(
    ("velden", "gebeurtenis"),
    [
        ({"startsaldo": -500}, INSCHRIJVING),
        ({"startsaldo": 200}, INSCHRIJVING),
        ({"bonus_over": 0}, INSCHRIJVING),
        ({"bonus_over": 60}, INSCHRIJVING),
        ({"instelling": None}, INSCHRIJVING),
        ({"diplomas": []}, INSCHRIJVING),
        ({"diplomas": ["bachelor", "master", "graduaat"]}, INSCHRIJVING),
        ({"diplomas": ["bachelor", "bachelor"]}, INSCHRIJVING),
        ({"stand_in": None}, INSCHRIJVING),
        ({}, {**INSCHRIJVING, "studiepunten": 0}),
        ({}, {**INSCHRIJVING, "studiepunten": MEESTE_STUDIEPUNTEN}),
        ({}, {**INSCHRIJVING, "academiejaar": None}),
        ({}, {**INSCHRIJVING, "academiejaar": "2008-2009"}),
        ({}, {**INSCHRIJVING, "academiejaar": "2007-2008"}),
        ({}, {**INSCHRIJVING, "academiejaar": "1950-1951"}),
    ],
)
def test_what_lies_just_within_the_limits_is_accepted(velden: dict[str, Any], gebeurtenis: dict[str, Any]) -> None:
    """The other side of every boundary above."""
    assert 1 == len(bereken(lees_loopbaan(loopbaan(gebeurtenis, **velden))).stappen)


@pytest.mark.parametrize("sleutel", sorted(instellingen()))
def test_every_institution_is_accepted_by_its_key(sleutel: str) -> None:
    """As the list of institutions writes it."""
    assert sleutel == lees_loopbaan({"gebeurtenissen": [], "instelling": sleutel}).instelling


def test_a_deregistration_counts_from_the_summer_before_to_the_september_after() -> None:
    """The day before and the day after are refused."""
    inschrijving = {**INSCHRIJVING, "academiejaar": "2026-2027"}
    uitschrijving = {**UITSCHRIJVING, "academiejaar": "2026-2027"}
    for dag in ("2026-07-01", "2027-09-30"):
        bereken(lees_loopbaan(loopbaan(inschrijving, {**uitschrijving, "datum": dag})))
    for dag in ("2026-06-30", "2027-10-01"):
        assert "gebeurtenissen[1].datum" == geweigerd(loopbaan(inschrijving, {**uitschrijving, "datum": dag})).veld
