"""The words of a fact count to its value, and a message is found back without its marks."""

from __future__ import annotations

from datetime import date

import pytest

from gesprek.doelen import Wereld
from nlu.lezer.corpus import lees_beurten
from nlu.lezer.corpus import zonder_merken
from nlu.lezer.stukken import eenheden
from nlu.lezer.stukken import stukken
from nlu.lezer.stukken import tel


WERELD = Wereld(date(2026, 11, 30), "EhB")


@pytest.mark.parametrize(
    ("woorden", "waarde"),
    [
        ("48", 48), ("achtenveertig", 48), ("4 vakken van 6", 24), ("3x6", 18), ("60 min 12", 48), ("20+12", 32), ("een vol jaar van 60", 60),
        ("een vak van zes", 6), ("nul", 0), ("2 vakken van 6 en 1 van 3", 15), ("12 of 18", 12), ("²", None), ("alles", None), ("", None),
    ],
)  # fmt: skip
def test_telt_wat_er_staat(woorden: str, waarde: int | None) -> None:
    assert tel(woorden) == waarde


def test_zonder_merken_staat_er_wat_getypt_is() -> None:
    tekst, plaatsen = zonder_merken("nu {2|60} op, {1|mn eerste jaar}")
    assert tekst == "nu 60 op, mn eerste jaar"
    assert [(tekst[begin:eind], nummer) for begin, eind, nummer in plaatsen] == [("60", 2), ("mn eerste jaar", 1)]


@pytest.mark.parametrize("tekst", ["", " ", "👋🏽 hé", "x\n\ny", "12/20?!", "\u0000{", "60" * 500])
def test_stukken_zijn_delen_van_het_bericht(tekst: str) -> None:
    assert all(tekst[stuk.begin : stuk.eind] == stuk.tekst for stuk in stukken(tekst))


def test_elke_beurt_kent_de_stand_ervoor_en_een_nieuw_gesprek_begint_leeg() -> None:
    lezing = {"daden": [{"soort": "vertel", "feiten": [{"wat": "opgenomen", "waarde": 60, "jaar": "nu"}]}]}
    rijen = [
        {"id": naam, "nummer": n, "tekst": "{1|60} op", "lezing": lezing} for naam, n in (("a", 0), ("a", 1), ("b", 0))
    ]
    een, twee, drie = lees_beurten(rijen, WERELD)
    assert een.staat.kaart.leeg
    assert not twee.staat.kaart.leeg
    assert drie.staat.kaart.leeg
    assert [(d.feit["waarde"], een.stukken[d.begin].tekst) for d in een.dragers] == [(60, "60")]


@pytest.mark.parametrize(
    ("tekst", "stroken", "gevonden"),
    [
        ("60 op, alles gehaald", [], ["60", "alles"]),
        ("4 vakken van 6 binnen", [(0, 4)], ["4 vakken van 6"]),
        ("een vak in 2024", [], []),
        ("2 x 30 op, 3 vakken van 6 niet", [], ["2 x 30", "3 vakken van 6"]),
        ("60 van de 66", [], ["60", "66"]),
        ("vijfenveertig en de helft", [], ["vijfenveertig", "helft"]),
    ],
)
def test_elke_hoeveelheid_wordt_gevonden(tekst: str, stroken: list[tuple[int, int]], gevonden: list[str]) -> None:
    woorden = stukken(tekst)
    assert [tekst[woorden[i].begin : woorden[j - 1].eind] for i, j in eenheden(woorden, stroken)] == gevonden
