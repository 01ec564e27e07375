"""The commands of ``leerkrediet``, as someone types them."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from datetime import datetime
from datetime import timezone
from datetime import tzinfo
from pathlib import Path
from typing import Any

import click
import pytest

import leerkrediet_core
from leerkrediet_core import cli
from leerkrediet_core import parameters
from leerkrediet_core.verzoekschrift import Verzoek
from leerkrediet_core.verzoekschrift import maak_docx


WORTEL = Path(leerkrediet_core.__file__).parent.parent
JAAR: dict[str, Any] = {
    "gebeurtenissen": [{"soort": "inschrijving", "studiepunten": 60}, {"soort": "resultaat", "verworven": 45}]
}


class Uitvoer:
    """What a command gave back: exit status, standard output and standard error."""

    def __init__(self, status: int, uit: str, fout: str) -> None:
        self.status, self.uit, self.fout = status, uit, fout


class Opdracht:
    """Runs a command in this process with the given standard input."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.monkeypatch, self.capsys = monkeypatch, capsys

    def __call__(self, *argumenten: str, invoer: object = "") -> Uitvoer:
        tekst = invoer if isinstance(invoer, str) else json.dumps(invoer)
        self.monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(tekst.encode("utf-8")), encoding="utf-8"))
        status = cli.main(list(argumenten))
        gevangen = self.capsys.readouterr()
        return Uitvoer(status, gevangen.out, gevangen.err)


@pytest.fixture
def leerkrediet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Opdracht:
    """The command."""
    return Opdracht(monkeypatch, capsys)


# -- bereken


def test_bereken_json_writes_the_ledger(leerkrediet: Opdracht) -> None:
    """The object that others build on: these keys and no other."""
    uitvoer = leerkrediet("bereken", "-", "--json", invoer=JAAR)
    gegevens = json.loads(uitvoer.uit)
    assert (0, "") == (uitvoer.status, uitvoer.fout)
    assert ["saldo", "bonus_over", "stappen", "aannames", "waarschuwingen"] == list(gegevens)
    assert (170, 15) == (gegevens["saldo"], gegevens["bonus_over"])
    assert [
        (0, -60, 80, "inschrijving"),
        (1, 45, 125, "verworven"),
        (1, 45, 170, "verdubbeling"),
    ] == [(s["gebeurtenis"], s["mutatie"], s["saldo"], s["regel"]) for s in gegevens["stappen"]]
    for stap in gegevens["stappen"]:
        assert {"gebeurtenis", "omschrijving", "mutatie", "saldo", "regel", "bron"} == set(stap)
        assert all(type(stap[naam]) is int for naam in ("gebeurtenis", "mutatie", "saldo"))
    assert all(isinstance(zin, str) for zin in gegevens["aannames"] + gegevens["waarschuwingen"])


def test_bereken_reads_a_file_or_standard_input(leerkrediet: Opdracht, tmp_path: Path) -> None:
    """A dash, or nothing at all, means standard input."""
    bestand = tmp_path / "loopbaan.json"
    bestand.write_text(json.dumps(JAAR), "utf-8")
    uit_bestand = leerkrediet("bereken", str(bestand), "--json").uit
    assert uit_bestand
    assert uit_bestand == leerkrediet("bereken", "-", "--json", invoer=JAAR).uit
    assert uit_bestand == leerkrediet("bereken", "--json", invoer=JAAR).uit


def test_bereken_without_json_prints_a_table_for_people(leerkrediet: Opdracht) -> None:
    """With every step, the balance, what was assumed, and where the real balance stands."""
    uitvoer = leerkrediet("bereken", "-", invoer=JAAR)
    assert 0 == uitvoer.status
    for deel in ("Start", "+45", "−60", "170", "Saldo: 170 studiepunten. Nog te verdubbelen: 15.", "Aangenomen:"):
        assert deel in uitvoer.uit
    assert "https://burgerprofiel.be" in uitvoer.uit


def test_bereken_of_an_empty_career_is_the_start(leerkrediet: Opdracht) -> None:
    """No steps, no warnings."""
    gegevens = json.loads(leerkrediet("bereken", "--json", invoer={"gebeurtenissen": []}).uit)
    assert (140, 60, [], []) == tuple(gegevens[n] for n in ("saldo", "bonus_over", "stappen", "waarschuwingen"))


@pytest.mark.parametrize(
    ("invoer", "melding"),
    [
        ("", "invoer: is geen geldige JSON"),
        ("geen json", "invoer: is geen geldige JSON"),
        ("[]", "invoer: moet een JSON-object zijn"),
        ({}, "gebeurtenissen: ontbreekt"),
        ({"gebeurtenissen": [], "saldo": 5}, "saldo: is hier geen bekend veld"),
        ({"gebeurtenissen": [{"soort": "inschrijving"}]}, "gebeurtenissen[0].studiepunten: ontbreekt"),
        ({"gebeurtenissen": [{"soort": "inschrijving", "studiepunten": 999}]}, "999 is te groot; hoogstens 240"),
        ({"gebeurtenissen": [*JAAR["gebeurtenissen"], {"soort": "resultaat", "verworven": 16}]}, "hoogstens 15 kan"),
        ('{"gebeurtenissen": [], "gebeurtenissen": []}', "gebeurtenissen: staat er twee keer"),
        ('{"gebeurtenissen": [], "\\ud800": 1}', "is hier geen bekend veld"),
        ('{"gebeurtenissen": [], "startsaldo": ' + "9" * 5000 + "}", ""),
        ({"gebeurtenissen": [], "stand_in": "2026"}, "stand_in: schrijf een academiejaar"),
        ({"gebeurtenissen": [], "diplomas": "master"}, "diplomas: geef een lijst"),
        ({"gebeurtenissen": [], "diplomas": ["doctoraat"]}, 'diplomas: "doctoraat" kan hier niet; kies uit bachelor,'),
    ],
    ids=range(14),
)
@pytest.mark.parametrize(
    "argumenten",
    [
        ("bereken", "-", "--json"),
        ("bereken",),
        ("wat-als", "--zet", "0.studiepunten=6"),
        ("vooruit", "--doel", "160", "--bonus-onbekend"),
        ("verklaar", "--saldo", "116", "--json"),
    ],
)
def test_bad_input_gives_status_2_and_nothing_on_standard_output(
    leerkrediet: Opdracht, invoer: object, melding: str, argumenten: tuple[str, ...]
) -> None:
    """One Dutch sentence on standard error, and no trace of Python."""
    uitvoer = leerkrediet(*argumenten, invoer=invoer)
    assert (2, "") == (uitvoer.status, uitvoer.uit)
    assert melding in uitvoer.fout
    assert 1 == len(uitvoer.fout.splitlines())


def test_input_that_is_too_long_is_refused(leerkrediet: Opdracht, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exactly the limit still goes."""
    tekst = json.dumps(JAAR)
    monkeypatch.setattr(cli, "MEESTE_TEKENS", len(tekst))
    assert 0 == leerkrediet("bereken", invoer=tekst).status
    uitvoer = leerkrediet("bereken", invoer=tekst + " ")
    assert (2, "") == (uitvoer.status, uitvoer.uit)
    assert "te lang" in uitvoer.fout


def test_a_file_that_is_no_text_is_refused(leerkrediet: Opdracht, tmp_path: Path) -> None:
    """Nor one that is not there, nor a directory."""
    binair = tmp_path / "binair.json"
    binair.write_bytes(b"\xff\xfe\x00")
    for pad in (binair, tmp_path / "weg.json", tmp_path):
        uitvoer = leerkrediet("bereken", str(pad), "--json")
        assert (2, "") == (uitvoer.status, uitvoer.uit)
        assert 1 == len(uitvoer.fout.splitlines())


@pytest.mark.parametrize("argumenten", [("--fout",), ("bestaat-niet",), ("bereken", "--jsn"), ("bereken", "a", "b")])
def test_a_command_that_is_not_there_is_refused_in_dutch(leerkrediet: Opdracht, argumenten: tuple[str, ...]) -> None:
    """Status 2, and the way to the help."""
    uitvoer = leerkrediet(*argumenten)
    assert (2, "") == (uitvoer.status, uitvoer.uit)
    assert "--help" in uitvoer.fout


def test_help_names_every_command(leerkrediet: Opdracht) -> None:
    """And ends well."""
    uitvoer = leerkrediet("--help")
    assert 0 == uitvoer.status
    assert {"bereken", "wat-als", "vooruit", "opbouw", "verklaar", "overmacht", "regels"} == set(
        cli.leerkrediet.commands
    )
    assert all(naam in uitvoer.uit for naam in cli.leerkrediet.commands)


def test_bereken_knows_the_diplomas_held_before(leerkrediet: Opdracht) -> None:
    """They decide on an educatieve bachelor, and on whether a master's diploma is the first."""
    educatief = {"soort": "inschrijving", "studiepunten": 60, "opleiding": "educatieve_bachelor"}
    for diplomas, saldo in (([], 140), (["bachelor"], 200), (["master"], 200)):
        invoer = {"startsaldo": 200, "bonus_over": 0, "diplomas": diplomas, "gebeurtenissen": [educatief]}
        assert saldo == json.loads(leerkrediet("bereken", "--json", invoer=invoer).uit)["saldo"]
    for diplomas, saldo in ((["bachelor"], 60), (["master"], 200)):
        invoer = {
            "startsaldo": 200,
            "bonus_over": 0,
            "diplomas": diplomas,
            "gebeurtenissen": [{"soort": "masterdiploma"}],
        }
        assert saldo == json.loads(leerkrediet("bereken", "--json", invoer=invoer).uit)["saldo"]


def test_a_year_of_before_leerkrediet_is_told_and_not_refused(leerkrediet: Opdracht) -> None:
    """Status 0, no movement, and a warning."""
    invoer = {"gebeurtenissen": [{"soort": "inschrijving", "studiepunten": 60, "academiejaar": "2005-2006"}]}
    uitvoer = leerkrediet("bereken", "--json", invoer=invoer)
    gegevens = json.loads(uitvoer.uit)
    assert (0, 140, [0]) == (uitvoer.status, gegevens["saldo"], [stap["mutatie"] for stap in gegevens["stappen"]])
    assert any("Wat je voor 2008-2009 studeerde" in zin for zin in gegevens["waarschuwingen"])


# -- looking ahead


IN_2025: dict[str, Any] = {
    "gebeurtenissen": [{**gebeurtenis, "academiejaar": "2025-2026"} for gebeurtenis in JAAR["gebeurtenissen"]]
}


def test_vooruit_says_where_a_year_can_end_and_what_a_goal_takes(leerkrediet: Opdracht) -> None:
    """With a year to come, and with the doubling known or not."""
    uitvoer = leerkrediet("vooruit", "--opnemen", "60", "--doel", "160", "--json", invoer=IN_2025)
    assert {
        "slechtst": 110,
        "best": 185,
        "openstaand": 60,
        "doel": {"saldo": 160, "zeker": 35, "gunstig": 35},
    } == json.loads(uitvoer.uit)
    uitvoer = leerkrediet("vooruit", "--doel", "160", "--bonus-onbekend", "--opnemen", "60", "--json", invoer=IN_2025)
    assert {"saldo": 160, "zeker": None, "gunstig": 35} == json.loads(uitvoer.uit)["doel"]
    assert "doel" not in json.loads(leerkrediet("vooruit", "--json", invoer=IN_2025).uit)


@pytest.mark.parametrize(
    ("doel", "zin"),
    [
        ("160", "Om op 160 te komen, moet je voor minstens 35 studiepunten slagen."),
        ("112", "Om op 112 te komen, moet je voor minstens 1 studiepunt slagen."),
        ("110", "Op 110 kom je zeker, ook als je voor niets slaagt."),
        ("186", "Op 186 kom je niet; hoogstens op 185."),
    ],
)
def test_vooruit_says_it_in_sentences(leerkrediet: Opdracht, doel: str, zin: str) -> None:
    """Of what can be reached, is reached, and is out of reach."""
    assert zin in leerkrediet("vooruit", "--opnemen", "60", "--doel", doel, invoer=IN_2025).uit


def test_vooruit_says_both_cases_where_the_doubling_is_not_known(leerkrediet: Opdracht) -> None:
    """The sure one and the lucky one."""
    invoer = {"startsaldo": 130, "gebeurtenissen": [{"soort": "inschrijving", "studiepunten": 60}]}
    uit = leerkrediet("vooruit", "--doel", "100", "--bonus-onbekend", invoer=invoer).uit
    assert (
        "Kan je weinig of niets meer verdubbelen: om op 100 te komen, moet je voor minstens 30 studiepunten slagen."
        in uit
    )
    assert (
        "Kan je zoveel mogelijk verdubbelen: om op 100 te komen, moet je voor minstens 15 studiepunten slagen." in uit
    )


def test_opbouw_shows_the_balance_of_each_year(leerkrediet: Opdracht) -> None:
    """As JSON and for people."""
    jaar = {"academiejaar": "2022-2023"}
    invoer = {
        "startsaldo": 78,
        "gebeurtenissen": [
            {"soort": "inschrijving", "studiepunten": 60, **jaar},
            {"soort": "resultaat", "verworven": 0, **jaar},
        ],
    }
    gegevens = json.loads(leerkrediet("opbouw", "--json", invoer=invoer).uit)
    assert (48, "2024-2025", "2028-2029") == (gegevens["saldi"]["2026-2027"], gegevens["begint_in"], gegevens["vol_in"])
    uit = leerkrediet("opbouw", invoer=invoer).uit
    assert "2026-2027: 48\n" in uit
    assert "Vanaf 2024-2025 komen er punten bij." in uit
    assert "Er komt niets bij." in leerkrediet("opbouw", invoer=IN_2025).uit


def test_verklaar_names_what_would_make_the_figures_equal(leerkrediet: Opdracht) -> None:
    """Each with the career that it makes, which computes to the real balance."""
    gegevens = json.loads(leerkrediet("verklaar", "--saldo", "116", "--json", invoer=JAAR).uit)
    assert (170, 116) == (gegevens["berekend"], gegevens["echt"])
    assert {"minder_geslaagd", "extra_inschrijving"} == {rij["soort"] for rij in gegevens["verklaringen"]}
    for rij in gegevens["verklaringen"]:
        assert 116 == json.loads(leerkrediet("bereken", "--json", invoer=rij["invoer"]).uit)["saldo"]
    assert (
        "- 27 van de 45 waarvoor je slaagde, zijn getolereerd"
        in leerkrediet("verklaar", "--saldo", "116", invoer=JAAR).uit
    )
    assert "Geen enkele" in leerkrediet("verklaar", "--saldo", "-400", invoer=JAAR).uit
    assert "Berekend: 170. Echt: 170.\n" == leerkrediet("verklaar", "--saldo", "170", invoer=JAAR).uit


@pytest.mark.parametrize(
    ("argumenten", "melding"),
    [
        (("vooruit", "--doel", "201"), "doel: 201 kan niet; geef -500 tot 200"),
        (("vooruit", "--doel", "veel"), "doel: kan niet gebruikt worden"),
        (("vooruit", "--opnemen", "241"), "gebeurtenissen[2].studiepunten: 241 is te groot"),
        (("opbouw",), "gebeurtenissen[0].academiejaar: ontbreekt"),
        (("verklaar",), "saldo: "),
    ],
)
def test_looking_ahead_refuses_what_cannot_be(leerkrediet: Opdracht, argumenten: tuple[str, ...], melding: str) -> None:
    """With status 2 and the name of what is wrong."""
    uitvoer = leerkrediet(*argumenten, invoer=JAAR)
    assert (2, "") == (uitvoer.status, uitvoer.uit)
    assert melding in uitvoer.fout


# -- the chart


@pytest.mark.parametrize(("soort", "begin"), [("svg", b"<?xml"), ("png", b"\x89PNG\r\n\x1a\n"), ("SVG", b"<?xml")])
def test_a_chart_is_written_in_its_kind_and_twice_the_same(
    leerkrediet: Opdracht, tmp_path: Path, soort: str, begin: bytes
) -> None:
    """Byte for byte; the ledger is printed beside it."""
    inhoud = []
    for naam in ("een", "twee"):
        bestand = tmp_path / f"{naam}.{soort}"
        uitvoer = leerkrediet("bereken", "--json", "--grafiek", str(bestand), invoer=JAAR)
        assert 0 == uitvoer.status
        assert 170 == json.loads(uitvoer.uit)["saldo"]
        inhoud.append(bestand.read_bytes())
    assert inhoud[0].startswith(begin)
    assert 5000 < len(inhoud[0])
    assert inhoud[0] == inhoud[1]


def test_another_career_gives_another_chart(leerkrediet: Opdracht, tmp_path: Path) -> None:
    """The picture shows the steps and not just a frame; also of a career without any, and of a long one."""
    plaatjes = set()
    for nummer, gebeurtenissen in enumerate([[], JAAR["gebeurtenissen"], JAAR["gebeurtenissen"] * 20]):
        bestand = tmp_path / f"{nummer}.svg"
        assert 0 == leerkrediet("bereken", "--grafiek", str(bestand), invoer={"gebeurtenissen": gebeurtenissen}).status
        plaatjes.add(bestand.read_bytes())
    assert 3 == len(plaatjes)


@pytest.mark.parametrize("naam", ["grafiek.pdf", "grafiek", "svg", "bestaat/niet/grafiek.svg"])
def test_a_chart_that_cannot_be_written_is_refused(leerkrediet: Opdracht, tmp_path: Path, naam: str) -> None:
    """Nothing on standard output, nothing on disk."""
    uitvoer = leerkrediet("bereken", "--json", "--grafiek", str(tmp_path / naam), invoer=JAAR)
    assert (2, "") == (uitvoer.status, uitvoer.uit)
    assert "grafiek" in uitvoer.fout
    assert [] == list(tmp_path.iterdir())


# -- wat-als


@pytest.mark.parametrize(
    ("argumenten", "verschil"),
    [
        (("--zet", "1.verworven=48"), 6),
        (("--zet", "1.verworven=60", "--zet", "0.studiepunten=66"), 24),
        (("--zet", "startsaldo=100"), -40),
        (("--zet", "0.contract=creditcontract"), -45),
        (("--schrap", "1"), -90),
        (("--schrap", "0", "--schrap", "1"), -30),
        (("--voeg-toe", '{"soort": "inschrijving", "studiepunten": 60}'), -60),
        (("--schrap", "1", "--voeg-toe", '{"soort": "resultaat", "verworven": 60}'), 30),
        (("--voeg-toe", '{"soort": "masterdiploma"}', "--voeg-toe", '{"soort": "masterdiploma"}'), -140),
    ],
)
def test_wat_als_shows_both_ledgers_and_the_difference(
    leerkrediet: Opdracht, argumenten: tuple[str, ...], verschil: int
) -> None:
    """As JSON and as tables."""
    uitvoer = leerkrediet("wat-als", "-", "--json", *argumenten, invoer=JAAR)
    gegevens = json.loads(uitvoer.uit)
    assert 0 == uitvoer.status
    assert ["verschil", "nu", "dan"] == list(gegevens)
    assert (verschil, 170, 170 + verschil) == (gegevens["verschil"], gegevens["nu"]["saldo"], gegevens["dan"]["saldo"])
    tabel = leerkrediet("wat-als", "-", *argumenten, invoer=JAAR)
    met_teken = f"+{verschil}" if verschil > 0 else f"−{-verschil}"
    assert f"Verschil: {met_teken} studiepunten." in tabel.uit


@pytest.mark.parametrize(
    ("argumenten", "melding"),
    [
        ((), "zeg wat er verandert"),
        (("--zet", "verworven"), "N.VELD=WAARDE"),
        (("--zet", "=5"), "N.VELD=WAARDE"),
        (("--zet", "x.verworven=5"), "is geen nummer"),
        (("--zet", "-1.verworven=5"), "is geen nummer"),
        (("--zet", "7.verworven=5"), "die gebeurtenis is er niet"),
        (("--zet", "1.verworven=veel"), "gebeurtenissen[1].verworven"),
        (("--zet", "1.verworven=61"), "hoogstens 60 kan"),
        (("--zet", "1.verworven=" + "9" * 5000), "gebeurtenissen[1].verworven"),
        (("--zet", "saldo=5"), "saldo: is hier geen bekend veld"),
        (("--schrap", "9"), "die gebeurtenis is er niet"),
        (("--schrap", "een"), "--help"),
        (("--schrap", "0"), "na een inschrijving"),
        (("--voeg-toe", "[]"), "geef een JSON-object"),
        (("--voeg-toe", "{"), "geef een JSON-object"),
        (("--voeg-toe", "[" * 100_000), "geef een JSON-object"),
        (("--voeg-toe", '{"soort": "examen"}'), "gebeurtenissen[2].soort"),
    ],
    ids=range(17),
)
def test_wat_als_refuses_a_change_that_cannot_be(
    leerkrediet: Opdracht, argumenten: tuple[str, ...], melding: str
) -> None:
    """Status 2, nothing on standard output, one sentence."""
    uitvoer = leerkrediet("wat-als", "-", *argumenten, invoer=JAAR)
    assert (2, "") == (uitvoer.status, uitvoer.uit)
    assert melding in uitvoer.fout
    assert 1 == len(uitvoer.fout.splitlines())


# -- overmacht


@pytest.mark.parametrize(
    ("antwoorden", "gevraagd", "zin"),
    [
        ("nee", 1, "Je miste geen examenkans door overmacht."),
        ("ja ja", 2, "Je legde alle examenkansen van het vak af."),
        ("ja nee nee ja", 4, "Je vroeg al een ander examenmoment."),
        ("ja nee nee nee", 4, "Vraag eerst aan je school een ander examenmoment"),
        ("ja nee ja ja ja", 5, "Je kan het leerkrediet van dat vak terugvragen bij de Raad."),
        ("j n j n n", 5, "zoek dat eerst"),
        ("? ? ? ? ?", 5, "Dit geldt alleen als je minstens één examenkans miste"),
        ("JA Neen ja ja ja", 5, "terugvragen bij de Raad"),
        ("misschien ja ehm ja", 2, "Je legde alle examenkansen van het vak af."),
    ],
)
def test_overmacht_asks_what_is_needed_and_says_what_applies(
    leerkrediet: Opdracht, antwoorden: str, gevraagd: int, zin: str
) -> None:
    """No further than the answer is clear; what is no answer is asked again."""
    uitvoer = leerkrediet("overmacht", invoer="\n".join(antwoorden.split()) + "\n")
    herhaald = uitvoer.uit.count("Dat is geen ja, nee of weet niet.")
    assert 0 == uitvoer.status
    assert zin in uitvoer.uit
    assert gevraagd == uitvoer.uit.count("ja / nee / weet niet") - herhaald
    assert "[ ] " in uitvoer.uit
    assert "Bronnen:" in uitvoer.uit
    assert "Vertel niet wat er gebeurde" in uitvoer.uit
    assert "trajectbegeleider" in uitvoer.uit


def test_overmacht_that_is_broken_off_ends_with_status_2(leerkrediet: Opdracht) -> None:
    """For instance when the input ends."""
    uitvoer = leerkrediet("overmacht", invoer="ja\n")
    assert 2 == uitvoer.status
    assert "afgebroken" in uitvoer.fout
    assert "[ ] " not in uitvoer.uit


@pytest.mark.parametrize(
    ("vandaag", "gevraagd"), [("2025-11-23", 4), ("2025-09-15", 5), ("2024-11-23", 3), ("2025-08-01", 5)]
)
def test_overmacht_derives_from_the_year_whether_the_second_session_is_over(
    leerkrediet: Opdracht, vandaag: str, gevraagd: int
) -> None:
    """It is asked in the months in which it is held; who has to wait is asked less."""
    antwoorden = "ja\nnee\n" + "ja\n" * 3
    uitvoer = leerkrediet("overmacht", "--academiejaar", "2024-2025", "--vandaag", vandaag, invoer=antwoorden)
    assert 0 == uitvoer.status
    assert gevraagd == uitvoer.uit.count("ja / nee / weet niet")


def test_overmacht_writes_the_draft_of_what_was_answered(leerkrediet: Opdracht, tmp_path: Path) -> None:
    """The file is that of the document for these answers."""
    bestand = tmp_path / "ontwerp.docx"
    argumenten = (
        "--academiejaar",
        "2023-2024",
        "--academiejaar",
        "2022-2023",
        "--instelling",
        "UGent",
        "--vakken",
        "2",
    )
    uitvoer = leerkrediet(
        "overmacht",
        *argumenten,
        "--vandaag",
        "2026-11-23",
        "--verzoekschrift",
        str(bestand),
        invoer="ja\nnee\nnee\nja\n",
    )
    assert 0 == uitvoer.status
    assert str(bestand) in uitvoer.uit
    assert maak_docx(Verzoek(("2022-2023", "2023-2024"), "UGent", False, True, 2)) == bestand.read_bytes()


def test_overmacht_writes_no_draft_for_who_cannot_claim(leerkrediet: Opdracht, tmp_path: Path) -> None:
    """It says so."""
    bestand = tmp_path / "ontwerp.docx"
    uitvoer = leerkrediet("overmacht", "--verzoekschrift", str(bestand), invoer="ja\nja\n")
    assert 0 == uitvoer.status
    assert "Ik schrijf geen ontwerp" in uitvoer.uit
    assert not bestand.exists()


@pytest.mark.parametrize(
    ("argumenten", "zin"),
    [
        (["--academiejaar", "2024"], "jaar: schrijf een academiejaar"),
        (["--instelling", "Hogwarts"], "school: 'Hogwarts' is niet bekend"),
        (["--vakken", "veel"], "vakken: schrijf een heel getal"),
        (["--verzoekschrift", "brief.pdf"], "moet eindigen op .docx"),
        (["--academiejaar", "2024-2025", "--vandaag", "gisteren"], "--vandaag: schrijf een datum"),
    ],
)
def test_overmacht_refuses_what_cannot_be_before_it_asks_anything(
    leerkrediet: Opdracht, argumenten: list[str], zin: str
) -> None:
    """Nothing on standard output; the sentence names what is wrong."""
    uitvoer = leerkrediet("overmacht", *argumenten)
    assert 2 == uitvoer.status
    assert "" == uitvoer.uit
    assert zin in uitvoer.fout


def test_a_draft_that_cannot_be_written_is_a_sentence(leerkrediet: Opdracht, tmp_path: Path) -> None:
    """For instance because the folder is not there."""
    bestand = tmp_path / "weg" / "ontwerp.docx"
    uitvoer = leerkrediet("overmacht", "--verzoekschrift", str(bestand), invoer="ja\nnee\nja\nja\nja\n")
    assert 2 == uitvoer.status
    assert "kan niet geschreven worden" in uitvoer.fout


# -- regels


def test_regels_shows_every_figure_with_its_source(leerkrediet: Opdracht) -> None:
    """Nothing is marked on the day of the check; everything more than a year later."""
    op_tijd = leerkrediet("regels", "--vandaag", "2026-11-23").uit
    plat = re.sub(r"[^\w]", "", op_tijd)
    for naam in parameters():
        assert re.sub(r"[^\w]", "", naam) in plat, naam
    assert "nog eens nakijken" not in re.sub(r"\s+", " ", op_tijd)
    laat = leerkrediet("regels", "--vandaag", "2027-11-24").uit
    assert len(parameters()) == len(re.findall("nakijken", laat))


@pytest.mark.parametrize(("uur", "nakijken"), [(22, False), (23, True)])
def test_regels_without_a_day_looks_at_today_in_brussels(
    uur: int, nakijken: bool, leerkrediet: Opdracht, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The evening on which the last check becomes more than a year old; Greenwich is an hour behind."""
    laatste = max(parameter.gecontroleerd_op for parameter in parameters().values())

    class StilleKlok(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> StilleKlok:
            return cls(laatste.year + 1, laatste.month, laatste.day, uur, 30, tzinfo=timezone.utc).astimezone(tz)

    monkeypatch.setattr(cli, "datetime", StilleKlok)
    uitvoer = leerkrediet("regels")
    assert 0 == uitvoer.status
    assert "140 studiepunten" in uitvoer.uit
    assert nakijken == (len(parameters()) == len(re.findall("nakijken", uitvoer.uit)))


@pytest.mark.parametrize("dag", ["vandaag", "2026-02-30", "23/11/2026", ""])
def test_regels_refuses_a_day_that_cannot_be(leerkrediet: Opdracht, dag: str) -> None:
    """With the form that would be right."""
    uitvoer = leerkrediet("regels", "--vandaag", dag)
    assert (2, "") == (uitvoer.status, uitvoer.uit)
    assert '--vandaag: schrijf een datum als "2026-11-30"' in uitvoer.fout


# -- the installed command, in a process of its own


def _proces(invoer: bytes, *argumenten: str) -> subprocess.CompletedProcess[bytes]:
    opdracht = "import sys; from leerkrediet_core.cli import start; sys.argv[0] = 'leerkrediet'; start()"
    return subprocess.run(
        [sys.executable, "-c", opdracht, *argumenten],
        input=invoer,
        capture_output=True,
        cwd=WORTEL,
        env={**os.environ, "PYTHONPATH": str(WORTEL), "PYTHONIOENCODING": "utf-8"},
        timeout=120,
        check=False,
    )


def test_the_command_in_a_process_of_its_own_gives_status_and_streams() -> None:
    """As a script sees it."""
    goed = _proces(json.dumps(JAAR).encode(), "bereken", "-", "--json")
    assert (0, b"") == (goed.returncode, goed.stderr)
    assert 170 == json.loads(goed.stdout)["saldo"]
    for slecht in (b'{"gebeurtenissen": [], "\\ud800": 1}', b"\xff\xfe", b"{"):
        fout = _proces(slecht, "bereken", "-", "--json")
        assert (2, b"") == (fout.returncode, fout.stdout)
        assert 1 == len(fout.stderr.splitlines())
        assert b"Traceback" not in fout.stderr


def test_every_option_is_explained() -> None:
    """In the help of its command."""
    for naam, commando in cli.leerkrediet.commands.items():
        assert commando.help, naam
        for optie in commando.params:
            assert not isinstance(optie, click.Option) or optie.help, (naam, optie.name)
