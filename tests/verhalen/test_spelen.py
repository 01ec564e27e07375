"""A story is played turn by turn, alone, and a button sends what it should."""

from __future__ import annotations

from typing import Any

from verhaal.laden import lees_verhalen
from verhaal.spelen import speel
from verhaal.tekst import beschrijf
from verhaal.tekst import samenvatting
from verhaal.vorm import Verhaal


class Papegaai:
    """A bot that repeats what it hears and always offers the same button."""

    def __init__(self) -> None:
        self.gehoord: list[tuple[str, str]] = []

    def zeg(self, sender: str, text: str) -> list[dict[str, Any]]:
        """Repeat."""
        self.gehoord.append((sender, text))
        return [{"text": f"Je zei {text}.", "buttons": [{"title": "Verder", "payload": "/hulp"}]}]


def verhaal(gesprek: str) -> Verhaal:
    """A story of the given lines."""
    return lees_verhalen(f"- verhaal: x\n  gesprek:\n{gesprek}", "x.yml")[0]


def test_een_knop_stuurt_wat_achter_zijn_titel_zit() -> None:
    """The student presses a title; the bot gets the payload."""
    papegaai = Papegaai()
    verslag = speel(verhaal("  - student: hallo\n  - knop: verder\n  - bot: {bevat: [hulp]}\n"), papegaai.zeg)
    assert [tekst for _, tekst in papegaai.gehoord] == ["hallo", "/hulp"]
    assert verslag.geslaagd


def test_elk_verhaal_heeft_een_eigen_afzender_en_houdt_die() -> None:
    """What one story tells may not be known in the next."""
    papegaai = Papegaai()
    for _ in range(2):
        speel(verhaal("  - student: een\n  - student: twee\n"), papegaai.zeg)
    eerste, ook_eerste, tweede, ook_tweede = (afzender for afzender, _ in papegaai.gehoord)
    assert (eerste, tweede) == (ook_eerste, ook_tweede)
    assert eerste != tweede


def test_een_knop_die_er_niet_is_stopt_het_verhaal_en_zegt_welke_er_waren() -> None:
    """Going on would only show differences that follow from the first."""
    papegaai = Papegaai()
    verslag = speel(verhaal("  - student: hallo\n  - knop: Terug\n  - student: meer\n"), papegaai.zeg)
    assert [tekst for _, tekst in papegaai.gehoord] == ["hallo"]
    (verschil,) = verslag.gespeeld[-1].verschillen
    assert (verschil.verwacht, verschil.gehoord) == ("Terug", "Verder")


def test_na_een_verschil_gaat_het_verhaal_verder() -> None:
    """The rest of the conversation helps to see why."""
    papegaai = Papegaai()
    verslag = speel(verhaal("  - student: een\n  - bot: {bevat: [niet]}\n  - student: twee\n"), papegaai.zeg)
    assert [not beurt.verschillen for beurt in verslag.gespeeld] == [False, True]
    assert not verslag.geslaagd


def test_de_beschrijving_noemt_bestand_regel_verwacht_en_gehoord() -> None:
    """Enough to find the line and to judge it, without opening the page."""
    verslag = speel(verhaal('  - student: ""\n  - bot: {bevat: [niet]}\n'), Papegaai().zeg)
    beschrijving = beschrijf(verslag)
    for deel in ("x.yml, regel 1: x", "een leeg bericht (regel 3)", "verwacht: niet", "gehoord : Je zei ."):
        assert deel in beschrijving


def test_een_lang_antwoord_staat_maar_een_keer_in_de_beschrijving() -> None:
    """Two things that are missing from one answer do not fill the screen twice."""
    beschrijving = beschrijf(speel(verhaal("  - student: a\n  - bot: {bevat: [b c, d e]}\n"), Papegaai().zeg))
    assert beschrijving.count("Je zei a.") == 1
    assert beschrijving.count("(zie hierboven)") == 1


def test_een_verhaal_dat_klopt_heeft_geen_beschrijving() -> None:
    """Silence means that all is well."""
    assert beschrijf(speel(verhaal("  - student: a\n"), Papegaai().zeg)) == ""


def test_de_samenvatting_telt_wat_niet_klopt() -> None:
    """One sentence, in good Dutch for one and for more."""
    goed = speel(verhaal("  - student: a\n"), Papegaai().zeg)
    fout = speel(verhaal("  - student: a\n  - bot: {bevat: [b c]}\n"), Papegaai().zeg)
    assert samenvatting([goed]) == "1 verhaal, 1 berichten van studenten: alles klopt."
    assert samenvatting([goed, fout]) == "2 verhalen, 2 berichten van studenten: 1 verhaal klopt niet."
    assert samenvatting([fout, fout]).endswith("2 verhalen kloppen niet.")
