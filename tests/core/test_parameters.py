"""The figures, rules and sources as data, and the promise that the core knows no clock."""

from __future__ import annotations

import ast
import re
from datetime import date
from datetime import timedelta
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest

import leerkrediet_core
from leerkrediet_core import Academiejaar
from leerkrediet_core import OnbekendeParameter
from leerkrediet_core import ParameterNietVanKracht
from leerkrediet_core import bereken
from leerkrediet_core import getal
from leerkrediet_core import instellingen
from leerkrediet_core import lees_loopbaan
from leerkrediet_core import parameters
from leerkrediet_core import regels
from leerkrediet_core._gegevens import lees_yaml
from leerkrediet_core.bronnen import bronnen
from leerkrediet_core.instellingen import VAKSOORTEN
from leerkrediet_core.parameters import HOUDBAAR
from leerkrediet_core.parameters import dag
from leerkrediet_core.parameters import deel
from leerkrediet_core.parameters import parameter


KERN = Path(leerkrediet_core.__file__).parent
MODULES = sorted(KERN.rglob("*.py"))
CIJFERS = KERN.parent / "tests" / "inhoud" / "cijfers.yml"

#: Figures that only ``leerkrediet regels`` shows, each with the reason.
ALLEEN_GETOOND = {"toeslag_per_studiepunt": "the legal ceiling behind the indexed amounts, which the core does use"}


def _teksten(boom: ast.Module) -> set[str]:
    return {knoop.value for knoop in ast.walk(boom) if isinstance(knoop, ast.Constant) and isinstance(knoop.value, str)}


BOMEN = {bestand: ast.parse(bestand.read_text("utf-8")) for bestand in MODULES}
GENOEMD = set().union(*(_teksten(boom) for boom in BOMEN.values()))


def test_every_parameter_is_used_by_the_calculation_or_held_against_an_answer() -> None:
    """A figure that nobody uses would never be missed when it is wrong."""
    in_antwoorden = set(re.findall(r'parameter: "?(\w+)', CIJFERS.read_text("utf-8")))
    assert set(parameters()) - GENOEMD - in_antwoorden == set(ALLEEN_GETOOND)


def test_every_rule_is_named_by_the_calculation() -> None:
    """And every rule that a step names exists: else the step could not be made."""
    assert set(regels()) <= GENOEMD


def test_every_source_is_cited() -> None:
    """By a parameter, a rule or a module."""
    aangehaald = {velden["bron"] for naam in ("parameters.yml", "regels.yml") for velden in lees_yaml(naam).values()}
    assert set(bronnen()) == aangehaald | (set(bronnen()) & GENOEMD)


def test_every_source_has_a_name_and_an_address_that_can_be_opened() -> None:
    """Some have no address; none has an empty one."""
    for bron in bronnen().values():
        assert bron.naam.strip()
        assert bron.adres is None or re.fullmatch(r"https?://\S+", bron.adres)
    assert len(bronnen()) == len({bron.naam for bron in bronnen().values()})


@pytest.mark.parametrize("naam", sorted(parameters()))
def test_a_parameter_says_what_it_is_since_when_from_where_and_how_sure(naam: str) -> None:
    """Values stand in order and do not overlap; nothing is less sure than B."""
    gegeven = parameters()[naam]
    assert naam == gegeven.naam
    assert gegeven.omschrijving
    assert gegeven.eenheid
    assert gegeven.zekerheid in ("A", "B")
    assert type(gegeven.gecontroleerd_op) is date
    vanaf = [waarde.vanaf for waarde in gegeven.waarden]
    assert sorted(set(vanaf)) == vanaf
    for waarde, volgende in zip(gegeven.waarden, gegeven.waarden[1:]):
        assert waarde.tot is None or waarde.vanaf <= waarde.tot < volgende.vanaf


@pytest.mark.parametrize("naam", sorted(parameters()))
def test_an_academic_year_before_the_first_value_is_an_error(naam: str) -> None:
    """Never nought, never the first value."""
    gegeven = parameters()[naam]
    eerste = gegeven.waarden[0].vanaf
    assert gegeven.waarden[0] == gegeven.in_jaar(eerste)
    with pytest.raises(ParameterNietVanKracht, match=str(eerste)):
        gegeven.in_jaar(Academiejaar(eerste.start - 1))


@pytest.mark.parametrize("naam", sorted(parameters()))
def test_a_check_older_than_a_year_is_marked(naam: str) -> None:
    """After exactly a year not yet, a day later it is."""
    gegeven = parameters()[naam]
    assert not gegeven.is_verouderd(gegeven.gecontroleerd_op)
    assert not gegeven.is_verouderd(gegeven.gecontroleerd_op + HOUDBAAR)
    assert gegeven.is_verouderd(gegeven.gecontroleerd_op + HOUDBAAR + timedelta(days=1))


def test_a_year_for_which_no_value_is_known_is_an_error_between_and_after_the_known_ones() -> None:
    """2022-2023 was not found, and neither was any year after the last."""
    toeslag = parameter("toeslag_geindexeerd")
    assert 1190 == toeslag.in_jaar(Academiejaar(2021)).waarde
    assert 1350 == toeslag.in_jaar(Academiejaar(2023)).waarde
    for jaar in (2022, 2025, 2040):
        with pytest.raises(ParameterNietVanKracht, match="geen waarde bekend"):
            toeslag.in_jaar(Academiejaar(jaar))


def test_without_a_year_the_newest_value_counts() -> None:
    """Also where the years after it are not known."""
    assert 140 == getal("startkrediet")
    assert 1380 == getal("toeslag_geindexeerd")


def test_an_unknown_parameter_is_an_error() -> None:
    """With its name."""
    with pytest.raises(OnbekendeParameter, match="startkredit"):
        getal("startkredit")


def test_a_figure_is_not_read_as_another_kind() -> None:
    """A date is no number, a number no date and no fraction."""
    jaar = Academiejaar(2026)
    assert date(2026, 12, 1) == dag("herorientering_volledig_voor", jaar)
    assert date(2027, 3, 15) == dag("herorientering_half_voor", jaar)
    assert Fraction(1, 2) == deel("herorientering_deel", jaar)
    with pytest.raises(ParameterNietVanKracht):
        getal("herorientering_volledig_voor", jaar)
    with pytest.raises(ParameterNietVanKracht):
        dag("startkrediet", jaar)
    with pytest.raises(ParameterNietVanKracht):
        deel("startkrediet", jaar)


@pytest.mark.parametrize(
    ("naam", "waarde"),
    [
        ("startkrediet", 140),
        ("verdubbeling_eerste", 60),
        ("slaagcijfer", 10),
        ("masterdiploma_aftrek", 140),
        ("heropbouw_per_jaar", 10),
        ("heropbouw_tot", 60),
        ("heropbouw_jaren_weg", 1),
        ("heropbouw_aantal_keer", 1),
        ("graduaat_aanvulling_tot", 60),
        ("beroep_intern_dagen", 7),
        ("beroep_raad_dagen", 7),
        ("overmacht_gemiste_kansen", 1),
    ],
)
def test_the_figures_in_force_are_those_of_their_sources(naam: str, waarde: int) -> None:
    """A slip in the data file shows here and not in a student's balance."""
    assert waarde == getal(naam, Academiejaar(2026))


@pytest.mark.parametrize("sleutel", sorted(instellingen()))
def test_an_institution_has_stretches_in_order_that_cover_the_academic_year(sleutel: str) -> None:
    """Only the last one is open, and kinds of courses are spelled as the input spells them."""
    instelling = instellingen()[sleutel]
    assert sleutel == instelling.sleutel
    assert instelling.naam
    assert all(re.fullmatch(r"https?://\S+", bron) for bron in instelling.bronnen)
    if instelling.stoppen is None:
        return
    assert instelling.bronnen
    jaar = Academiejaar(2026)
    grenzen = [jaar.dag(periode.voor or periode.tot or "08-31") for periode in instelling.stoppen]
    assert sorted(set(grenzen)) == grenzen
    assert [False] * (len(grenzen) - 1) + [True] == [
        periode.voor is None and periode.tot is None for periode in instelling.stoppen
    ]
    assert all(not (periode.voor and periode.tot) for periode in instelling.stoppen)
    assert all(periode.terug is None or periode.terug <= set(VAKSOORTEN) for periode in instelling.stoppen)


def test_a_later_stretch_never_gives_more_than_an_earlier_one() -> None:
    """Who stops later does not get more back."""
    for instelling in instellingen().values():
        bekend = [periode.terug for periode in instelling.stoppen or () if periode.terug is not None]
        assert all(later <= eerder for eerder, later in pairwise(bekend)), instelling.sleutel


def test_a_label_names_no_figure_that_the_parameters_do_not_have() -> None:
    """Rules speak in figures; those are the ones in force."""
    bekend = {str(getal(naam)) for naam in ("startkrediet", "verdubbeling_eerste", "heropbouw_per_jaar")}
    for regel in regels().values():
        assert set(re.findall(r"\d+", regel.label)) <= bekend, regel.id


def test_the_start_of_a_career_is_the_figure_in_force() -> None:
    """The defaults of the input are parameters, not copies."""
    leeg = bereken(lees_loopbaan({"gebeurtenissen": []}))
    assert (getal("startkrediet"), getal("verdubbeling_eerste")) == (leeg.saldo, leeg.bonus_over)


# -- no clock, no chance, no network


VERBODEN_MODULES = {
    "aiohttp",
    "httpx",
    "random",
    "rasa",
    "rasa_sdk",
    "requests",
    "secrets",
    "socket",
    "ssl",
    "subprocess",
    "time",
    "urllib",
    "uuid",
    "zoneinfo",
}
VERBODEN_AANROEPEN = {"today", "now", "utcnow", "localtime", "gmtime", "time", "urandom", "getenv"}
#: The one place that asks which day it is.
KLOK = KERN / "cli.py"


@pytest.mark.parametrize("bestand", MODULES, ids=[str(bestand.relative_to(KERN)) for bestand in MODULES])
def test_the_core_imports_no_clock_no_chance_no_network_and_no_rasa(bestand: Path) -> None:
    """The same input gives the same steps, today and in ten years."""
    namen = set()
    for knoop in ast.walk(BOMEN[bestand]):
        if isinstance(knoop, ast.Import):
            namen |= {naam.name.split(".")[0] for naam in knoop.names}
        elif isinstance(knoop, ast.ImportFrom):
            namen.add((knoop.module or "").split(".")[0])
    assert set() == namen & (VERBODEN_MODULES - ({"zoneinfo"} if bestand == KLOK else set()))


@pytest.mark.parametrize(
    "bestand", [b for b in MODULES if b != KLOK], ids=[str(b.relative_to(KERN)) for b in MODULES if b != KLOK]
)
def test_only_the_command_line_asks_which_day_it_is(bestand: Path) -> None:
    """Everywhere else a date is an argument."""
    aanroepen = {
        knoop.func.attr if isinstance(knoop.func, ast.Attribute) else getattr(knoop.func, "id", "")
        for knoop in ast.walk(BOMEN[bestand])
        if isinstance(knoop, ast.Call)
    }
    assert set() == aanroepen & VERBODEN_AANROEPEN


def test_the_command_line_asks_it_once() -> None:
    """For the table of figures, where another day can be given."""
    vragen = [k for k in ast.walk(BOMEN[KLOK]) if isinstance(k, ast.Attribute) and k.attr in VERBODEN_AANROEPEN]
    assert ["now"] == [knoop.attr for knoop in vragen]


def test_a_data_file_with_a_key_that_stands_twice_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the second value would win in silence."""
    import yaml

    from leerkrediet_core import _gegevens

    (tmp_path / "gegevens").mkdir()
    (tmp_path / "gegevens" / "dubbel.yml").write_text("a: 1\na: 2\n", "utf-8")
    monkeypatch.setattr(_gegevens.resources, "files", lambda _: tmp_path)
    with pytest.raises(yaml.YAMLError, match="twee keer: a"):
        _gegevens.lees_yaml("dubbel.yml")
