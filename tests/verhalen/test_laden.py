"""Stories are read as they were typed, and what is wrong is said in Dutch with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest
from verhaal.laden import VerhaalFout
from verhaal.laden import lees_alle
from verhaal.laden import lees_verhalen
from verhaal.laden import vind_bestanden
from verhaal.vorm import Beurt
from verhaal.vorm import Verhaal
from verhaal.vorm import Verwachting


def test_een_verhaal_wordt_beurt_voor_beurt_gelezen() -> None:
    """The example of the README, with every key."""
    tekst = """\
- verhaal: stap voor stap
  waarom: omdat het kan
  gesprek:
  - student: "60"
  - knop: Hoe werkt het?
  - bot:
      bevat: [een, twee]
      een_van: [drie, vier]
      bevat_niet: vijf
      cijfers: [6, 7]
      saldo: [-8, 9]
      knoppen: [Hoe werkt het?, Stop]
      knoppen_niet: Weg
"""
    verwacht = Verhaal(
        "stap voor stap",
        "x.yml",
        1,
        (
            Beurt(4, student="60"),
            Beurt(
                5,
                knop="Hoe werkt het?",
                bot=Verwachting(
                    bevat=("een", "twee"),
                    een_van=("drie", "vier"),
                    bevat_niet=("vijf",),
                    cijfers=(6, 7),
                    saldo=(-8, 9),
                    knoppen=("Hoe werkt het?", "Stop"),
                    knoppen_niet=("Weg",),
                ),
            ),
        ),
        "omdat het kan",
    )
    assert [verwacht] == lees_verhalen(tekst, "x.yml")


@pytest.mark.parametrize("getypt", ["no", "null", "007", "4,5", "1e jaar", "12:30", "ja", "-5"])
def test_wat_de_student_zegt_blijft_wat_er_getypt_is(getypt: str) -> None:
    """YAML reads `no` as false and 007 as 7; a student does not."""
    (verhaal,) = lees_verhalen(f"- verhaal: x\n  gesprek:\n  - student: {getypt}\n", "x.yml")
    assert getypt == verhaal.beurten[0].student


def test_geen_saldo_en_geen_knoppen_zijn_iets_anders_dan_niets_gezegd() -> None:
    """An empty tuple is a demand, None is none."""
    (verhaal,) = lees_verhalen(
        "- verhaal: x\n  gesprek:\n  - student: a\n  - bot: {saldo: geen, knoppen: geen}\n", "x.yml"
    )
    assert Verwachting(saldo=(), knoppen=()) == verhaal.beurten[0].bot
    assert (Verwachting().saldo, Verwachting().knoppen) == (None, None)


def test_een_lang_bericht_wordt_herhaald() -> None:
    """So that nobody has to paste twenty thousand characters."""
    (verhaal,) = lees_verhalen("- verhaal: x\n  gesprek:\n  - student: {herhaal: 'ab ', keer: 3}\n", "x.yml")
    assert verhaal.beurten[0].student == "ab ab ab "


def test_een_leeg_bericht_staat_tussen_aanhalingstekens() -> None:
    """An empty message can be told apart from a forgotten one."""
    (verhaal,) = lees_verhalen('- verhaal: x\n  gesprek:\n  - student: ""\n', "x.yml")
    assert verhaal.beurten[0].student == ""


BEGIN = "- verhaal: x\n  gesprek:\n"


@pytest.mark.parametrize(
    ("tekst", "regel", "zin"),
    [
        ("", 1, "leeg"),
        ("verhaal: x\n", 1, "lijst"),
        ("- gesprek:\n  - student: a\n", 1, "geen 'verhaal'"),
        ("- verhaal: x\n", 1, "geen 'gesprek'"),
        ("- verhaal: x\n  gesprek: []\n", 2, "leeg"),
        ("- verhaal: x\n  naam: y\n  gesprek:\n  - student: a\n", 2, "'naam' niet"),
        (BEGIN + "  - student: a\n  - bot: {bevvat: [b]}\n", 4, "'bevvat' niet"),
        (BEGIN + "  - student: a\n  - bot: {bevat: b, bevat: c}\n", 4, "twee keer"),
        (BEGIN + "  - student: a\n  - bot: {}\n", 4, "na 'bot:' staat niet wat je verwacht"),
        (BEGIN + "  - student: a\n  - bot: ja\n", 4, "sleutels"),
        (BEGIN + "  - student: a\n  - bot: {knoppen: []}\n", 4, "lege lijst"),
        (BEGIN + "  - student: a\n  - bot: {saldo: veel}\n", 4, "geheel getal"),
        (BEGIN + "  - student: a\n  - bot: {cijfers: [4.5]}\n", 4, "geheel getal"),
        (BEGIN + '  - student: a\n  - bot: {bevat: [""]}\n', 4, "leeg"),
        (BEGIN + "  - bot: {bevat: a}\n", 3, "eerst een 'student'"),
        (BEGIN + "  - student: a\n  - bot: {bevat: a}\n  - bot: {bevat: b}\n", 5, "eerst een 'student'"),
        (BEGIN + "  - knop: Stop\n", 3, "geen knop"),
        (BEGIN + "  - student:\n", 3, "leeg bericht"),
        ("- verhaal:\n  gesprek:\n  - student: a\n", 1, "na 'verhaal:' staat niets"),
        (BEGIN + "  - student: a\n  - bot:\n", 4, "na 'bot:' staat niets"),
        (BEGIN + "  - student: [a]\n", 3, "gewone tekst"),
        (BEGIN + "  - student: a\n    knop: b\n", 3, "één van"),
        (BEGIN + "  - student: {herhaal: a}\n", 3, "keer"),
        (BEGIN + "  - student: {herhaal: a, keer: 999999}\n", 3, "tekens"),
        (BEGIN + "  - student: {herhaal: a, keer: 0}\n", 3, "tekens"),
        (BEGIN + "  - student: ik vraag: mag dat\n", 3, "aanhalingstekens"),
        (BEGIN + "  - student: 'a\n", 4, "geldige YAML"),
        (BEGIN + "  - student: \x00\n", 1, "teken"),
    ],
)
def test_wat_niet_kan_wordt_gezegd_met_bestand_en_regel(tekst: str, regel: int, zin: str) -> None:
    """A person who does not program must know where to look."""
    with pytest.raises(VerhaalFout) as fout:
        lees_verhalen(tekst, "map/x.yml")
    assert str(fout.value).startswith(f"map/x.yml, regel {regel}: ")
    assert zin in str(fout.value)


def test_een_onbekende_sleutel_krijgt_de_lijst_van_wat_wel_kan() -> None:
    """Somebody who guesses a name sees the right one at once."""
    with pytest.raises(VerhaalFout, match="bevat, een_van, bevat_niet, cijfers, saldo, knoppen, knoppen_niet"):
        lees_verhalen(BEGIN + "  - student: a\n  - bot: {text: b}\n", "x.yml")


def test_twee_verhalen_met_dezelfde_naam_mogen_niet(tmp_path: Path) -> None:
    """A name is how a story is found again; both places are told."""
    for naam in ("a.yml", "b.yml"):
        (tmp_path / naam).write_text(BEGIN + "  - student: a\n", encoding="utf-8")
    with pytest.raises(VerhaalFout, match=r"b\.yml, regel 1: er is al een verhaal 'x' \(.*a\.yml, regel 1\)"):
        lees_alle(vind_bestanden([tmp_path]))


def test_een_map_geeft_haar_eigen_bestanden_en_niet_die_van_een_map_erin(tmp_path: Path) -> None:
    """Wishes are in a folder of their own and are only played when asked for."""
    (tmp_path / "wensen").mkdir()
    for naam in ("b.yml", "a.yml", "README.md", "wensen/c.yml"):
        (tmp_path / naam).write_text("", encoding="utf-8")
    assert [tmp_path / "a.yml", tmp_path / "b.yml"] == vind_bestanden([tmp_path, tmp_path / "a.yml"])


def test_een_plaats_die_er_niet_is_wordt_genoemd(tmp_path: Path) -> None:
    """A typing slip in a file name may not look like a run in which all is well."""
    with pytest.raises(VerhaalFout, match="bestaat niet"):
        vind_bestanden([tmp_path / "weg.yml"])
    with pytest.raises(VerhaalFout, match="geen enkel verhaal"):
        vind_bestanden([tmp_path])
