"""Going through the conditions of asking leerkrediet back, within the conversation."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from actions.gespreksknoppen import GELDT_DIT
from actions.gespreksknoppen import MAAK_ONTWERP
from actions.gespreksknoppen import gedrukt
from actions.gespreksknoppen import getypt
from actions.gespreksknoppen import knoppen
from actions.verwoording import Verwoorder
from actions.vragenboek import Vragenboek
from gesprek import terugvragen
from gesprek.doelen import Wereld
from gesprek.lezing import Lezing
from gesprek.machine import beurt
from gesprek.machine import los_sleutel
from gesprek.staat import Staat
from gesprek.steekkaart import Steekkaart
from leerkrediet_core.overmacht import VRAGEN


WERELD = Wereld(date(2026, 11, 30), "EhB")
BOEK = Vragenboek.lees(Path(__file__).parents[2] / "data" / "vragen")
VERWOORDER = Verwoorder(BOEK, WERELD, {})
SLEUTEL = los_sleutel(b"voor de test")


class Student:
    """Talks by what is on the buttons, pressed or typed, or by acts."""

    def __init__(self) -> None:
        self.staat = Staat()
        self.tekst = ""

    def zeg(self, *daden: dict[str, Any]) -> str:
        return self._beurt(self.staat, Lezing.parse_obj({"daden": list(daden)}))

    def druk(self, titel: str) -> str:
        knop = next(k for k in knoppen(self.staat, BOEK, SLEUTEL) if k.titel == titel)
        return self._beurt(*gedrukt(knop.intent, knop.gegevens, self.staat, BOEK))

    def typ(self, tekst: str) -> str:
        daad = getypt(tekst, self.staat, BOEK, SLEUTEL)
        assert daad is not None
        return self._beurt(self.staat, Lezing(daden=(daad,)))

    def _beurt(self, voor: Staat, lezing: Lezing) -> str:
        self.staat, uit = beurt(voor, lezing, WERELD, SLEUTEL)
        self.tekst = VERWOORDER.zeg(uit, self.staat.werkblad, self.staat.open, voor.werkblad).tekst
        return self.tekst


def begonnen() -> Student:
    student = Student()
    student.zeg({"soort": "vraag", "onderwerp": "overmacht_voorwaarden/kan_ik_terugvragen"})
    student.druk(GELDT_DIT)
    return student


def test_wie_ja_zegt_en_een_jaar_kiest_hoort_dat_het_kan_en_krijgt_een_ontwerp() -> None:
    student = begonnen()
    assert VRAGEN[0].tekst in student.tekst
    for antwoord in ("Ja", "Nee", "2025-2026", "Ja"):
        student.druk(antwoord) if antwoord != "2025-2026" else student.typ("voor 2025-2026")
    assert "Je kan het leerkrediet van dat vak terugvragen" in student.druk("Weet ik niet")
    assert "Dit zet je in je verzoekschrift" in student.druk(MAAK_ONTWERP)
    assert terugvragen.velden(student.staat.dossier or {}, Steekkaart()) == {"jaar": "2025-2026", "gevraagd": "ja"}


@pytest.mark.parametrize(("antwoorden", "zin"), [(["Nee"], "Je miste geen examenkans"), (["Ja", "Ja"], "alle examenkansen")])  # fmt: skip
def test_wat_het_uitsluit_eindigt_meteen(antwoorden: list[str], zin: str) -> None:
    student = begonnen()
    for antwoord in antwoorden:
        student.druk(antwoord)
    assert zin in student.tekst
    assert student.staat.open is None


def test_een_vraag_ertussen_wordt_beantwoord_en_de_open_vraag_een_keer_herhaald() -> None:
    student = begonnen()
    tussendoor = {"soort": "vraag", "onderwerp": "overmacht_procedure/advocaat"}
    assert VRAGEN[0].tekst in student.zeg(tussendoor)
    assert VRAGEN[0].tekst not in student.zeg({"soort": "vraag", "onderwerp": "overmacht_procedure/kosten"})


def test_stoppen_verlaat_hem_en_een_oudere_knop_gaat_ermee_verder() -> None:
    student = begonnen()
    ja = next(k for k in knoppen(student.staat, BOEK, SLEUTEL) if k.titel == "Ja")
    student.zeg({"soort": "stuur", "wat": "stop"})
    assert student.staat.open is None
    staat, lezing = gedrukt(ja.intent, ja.gegevens, student.staat, BOEK)
    student._beurt(staat, lezing)
    assert student.staat.dossier == {"kans_gemist": True}


@pytest.mark.parametrize("jaar", ["2031-2032", "1999-2000", "2025-2027", "niets"])
def test_een_jaar_dat_niet_kan_wordt_niet_bewaard(jaar: str) -> None:
    assert terugvragen.met_antwoord({}, terugvragen.JAAR, jaar, WERELD.vandaag) == {}


def test_het_geheugen_houdt_geen_reden() -> None:
    student = begonnen()
    for antwoord in ("Ja", "Nee"):
        student.druk(antwoord)
    assert set(student.staat.dossier or {}) <= {vraag.sleutel for vraag in VRAGEN} | {terugvragen.JAAR}
