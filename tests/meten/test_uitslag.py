"""What was measured is counted per writer and kind, recorded, and set beside the next measurement."""

from __future__ import annotations

from pathlib import Path

import pytest
from gemeen import Gestopt
from meten.tabel import maak_tabel
from meten.tellen import Telling
from meten.tellen import tel
from meten.uitslag import Uitslag
from meten.uitslag import lees_uitslagen
from meten.uitslag import maat
from meten.uitslag import schrijf_bij
from meten.vorm import Antwoord
from meten.vorm import Beurt
from meten.vorm import Gespeeld
from meten.vorm import Gesprek
from meten.vorm import Oordeel


LEEG = "# Uitslagen\n\n<!-- make meet: begin -->\n```json\n```\n<!-- make meet: einde -->\n\nWat erna komt.\n"


def spel(hand: str, leesbaar: bool, *oordelen: Oordeel) -> Gespeeld:
    beurten = tuple(
        Beurt("dag", "cijfer" if n == 0 else "vervolg", cijfers=(80,) * (n == 0)) for n in range(len(oordelen))
    )
    gesprek = Gesprek(hand, f"{hand}-1", "", beurten, leesbaar)
    return Gespeeld(gesprek, tuple(Antwoord("") for _ in oordelen), oordelen)


@pytest.fixture
def gespeeld() -> list[Gespeeld]:
    """One conversation that may be read and goes half wrong, one that only measures and goes well."""
    fout = Oordeel(mis=("fout saldo",), fout_saldo=True, herhaald=True)
    return [
        spel("W1", True, Oordeel(mis=("geen 80",), vraagt=True), fout, Oordeel(bezwaren=("diep",))),
        spel("W5", False, Oordeel()),
    ]


def test_schrijvers_die_gelezen_mogen_worden_tellen_apart(gespeeld: list[Gespeeld]) -> None:
    """A figure on what was read says little."""
    tellingen = tel(gespeeld)
    assert ["mag gelezen worden", "meet alleen", "alle"] == list(tellingen)
    assert ["W1", "cijfer", "vervolg", "samen"] == list(tellingen["mag gelezen worden"])
    assert ["cijfer", "vervolg", "samen"] == list(tellingen["alle"])
    assert tellingen["alle"]["samen"] == Telling(
        beurten=4, verschuldigd=2, goed=2, raak=1, fout_saldo=1, vraagt=1, herhaald=1, gesprekken=2, gesprekken_goed=1
    )
    assert tellingen["meet alleen"]["samen"].goed == 1


def test_een_groep_zonder_beurten_heeft_geen_rij(gespeeld: list[Gespeeld]) -> None:
    """A folder of one's own only measures."""
    assert ["meet alleen", "alle"] == list(tel(gespeeld[1:]))


def test_de_tabel_zet_de_vorige_cijfers_ernaast(gespeeld: list[Gespeeld]) -> None:
    """Between brackets, and only where the row was there."""
    nu, vorige = tel(gespeeld), tel([spel("W1", True, Oordeel(), Oordeel())])
    rijen = maak_tabel(nu, vorige).splitlines()
    w1 = next(rij for rij in rijen if rij.split()[:1] == ["W1"]).split()
    assert [
        "W1",
        "3",
        "33.3",
        "(100.0)",
        "0.0",
        "(100.0)",
        "33.3",
        "(0.0)",
        "100.0",
        "(0.0)",
        "33.3",
        "(0.0)",
        "0",
    ] == w1
    w5 = next(rij for rij in rijen if rij.split()[:1] == ["W5"])
    assert "(" not in w5
    assert "  gesprekken helemaal goed: 0 (1) van 1" in rijen


def test_wat_vastgelegd_is_wordt_gelezen_zoals_het_was(gespeeld: list[Gespeeld], tmp_path: Path) -> None:
    """The newest last, and the rest of the document as it stood."""
    document = tmp_path / "uitslagen.md"
    document.write_text(LEEG, "utf-8")
    assert [] == lees_uitslagen(document)
    uitslagen = [Uitslag(commit, "2026-11-30", "m", tel(gespeeld[:aantal])) for commit, aantal in (("a", 1), ("b", 2))]
    for uitslag in uitslagen:
        schrijf_bij(document, uitslag)
    assert uitslagen == lees_uitslagen(document)
    voor, na = LEEG.split("```json\n")[0], LEEG.split("```\n<!-- ")[1]
    assert document.read_text("utf-8").startswith(voor)
    assert document.read_text("utf-8").endswith(na)


@pytest.mark.parametrize("inhoud", ["# Niets\n", LEEG.replace("```json\n", "```json\n{}\n")])
def test_een_document_dat_niet_te_lezen_is_wordt_gemeld(inhoud: str, tmp_path: Path) -> None:
    """Before anything is played."""
    document = tmp_path / "uitslagen.md"
    document.write_text(inhoud, "utf-8")
    with pytest.raises(Gestopt, match=r"uitslagen\.md"):
        lees_uitslagen(document)


def test_andere_gesprekken_zijn_een_andere_maat(tmp_path: Path) -> None:
    """So that figures are compared only with figures of the same conversations."""
    bestand = tmp_path / "W1.jsonl"
    bestand.write_text("a", "utf-8")
    eerst = maat([bestand])
    assert eerst == maat([bestand])
    bestand.write_text("b", "utf-8")
    assert eerst != maat([bestand])
