"""What was read with doubt is said back before a figure follows from it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from actions.verwoording import Verwoorder
from actions.vragenboek import Vragenboek
from gesprek.doelen import Wereld
from gesprek.lezing import Lezing
from gesprek.machine import BEGREPEN
from gesprek.machine import beurt
from gesprek.machine import los_sleutel
from gesprek.staat import Staat


WERELD = Wereld(date(2026, 11, 30), "EhB")
VERWOORDER = Verwoorder(Vragenboek.lees(Path(__file__).parents[2] / "data" / "vragen"), WERELD, {})
SLEUTEL = los_sleutel(b"voor de test")
JAAR = {
    "soort": "vertel",
    "feiten": [
        {"wat": "opgenomen", "waarde": 60, "jaar": "vorig"},
        {"wat": "verworven", "waarde": 45, "jaar": "vorig"},
    ],
}
SALDO = {"soort": "vraag", "doel": "saldo"}


def zeg(staat: Staat, *daden: dict[str, Any], twijfel: bool = False) -> tuple[Staat, str]:
    na, uit = beurt(staat, Lezing.parse_obj({"daden": list(daden), "twijfel": twijfel}), WERELD, SLEUTEL)
    return na, VERWOORDER.zeg(uit, na.werkblad, na.open, staat.werkblad).tekst


def test_bij_twijfel_komt_er_nog_geen_saldo() -> None:
    staat, tekst = zeg(Staat(), JAAR, SALDO, twijfel=True)
    assert "170" not in tekst
    assert "60 opgenomen, 45 geslaagd?" in tekst
    assert staat.open is not None
    assert staat.open.wat == BEGREPEN


def test_een_ja_geeft_het_saldo_en_een_nee_neemt_het_terug() -> None:
    staat, _ = zeg(Staat(), JAAR, SALDO, twijfel=True)
    assert "170" in zeg(staat, {"soort": "antwoord", "ja": True})[1]
    terug, _ = zeg(staat, {"soort": "antwoord", "ja": False})
    assert terug.kaart.leeg


def test_wie_verder_praat_wordt_niet_opnieuw_gevraagd() -> None:
    staat, _ = zeg(Staat(), JAAR, SALDO, twijfel=True)
    verder = {"soort": "veronderstel", "feiten": [{"wat": "opgenomen", "waarde": 54, "jaar": "nu"}]}
    na, tekst = zeg(staat, verder, twijfel=True)
    assert "116" in tekst
    assert na.open is None or na.open.wat != BEGREPEN


@pytest.mark.parametrize(
    "daad", [SALDO, {"soort": "sociaal", "wat": "dank"}, {"soort": "vraag", "onderwerp": "startkrediet/hoeveel"}]
)
def test_zonder_nieuw_feit_is_er_niets_om_terug_te_zeggen(daad: dict[str, Any]) -> None:
    staat, _ = zeg(Staat(), JAAR, SALDO)
    na, tekst = zeg(staat, daad, twijfel=True)
    assert "Begrijp ik het goed" not in tekst
    assert na.kaart == staat.kaart


def test_een_kennisvraag_ernaast_wordt_meteen_beantwoord() -> None:
    _, tekst = zeg(Staat(), JAAR, SALDO, {"soort": "vraag", "onderwerp": "startkrediet/hoeveel"}, twijfel=True)
    assert "140" in tekst
    assert "Begrijp ik het goed" in tekst


def test_een_ja_beantwoordt_wat_er_gevraagd_was() -> None:
    staat, _ = zeg(Staat(), JAAR, {"soort": "vraag", "doel": "klopt", "saldo": 170}, twijfel=True)
    assert "Ja" in zeg(staat, {"soort": "antwoord", "ja": True})[1]


def test_een_nee_neemt_een_veronderstelling_terug_en_laat_wat_ervoor_verondersteld_was() -> None:
    nu = {"soort": "vertel", "feiten": [{"wat": "opgenomen", "waarde": 60, "jaar": "nu"}]}
    staat, _ = zeg(Staat(), JAAR, nu, SALDO)
    staat, _ = zeg(staat, {"soort": "veronderstel", "feiten": [{"wat": "verworven", "waarde": 48, "jaar": "nu"}]})
    eerder = staat.stel
    staat, tekst = zeg(
        staat,
        {"soort": "veronderstel", "feiten": [{"wat": "opgenomen", "waarde": 54, "jaar": "volgend"}]},
        twijfel=True,
    )
    assert "Begrijp ik het goed" in tekst
    assert zeg(staat, {"soort": "antwoord", "ja": False})[0].stel == eerder


def test_over_iemand_anders_wordt_gezegd_over_wie() -> None:
    staat, _ = zeg(Staat(), JAAR, SALDO)
    zoon = {**JAAR, "persoon": "zoon", "feiten": [{"wat": "opgenomen", "waarde": 60, "jaar": "vorig"}]}
    _, tekst = zeg(staat, zoon, {"soort": "vraag", "doel": "saldo", "persoon": "zoon"}, twijfel=True)
    assert "van je zoon: vorig jaar 60 opgenomen?" in tekst
