"""The picture of a ledger: the same each time, with every figure as text, and the same in words."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from leerkrediet_core import InvoerFout
from leerkrediet_core import bereken
from leerkrediet_core import lees_loopbaan
from leerkrediet_core.weergave import grafiek
from leerkrediet_core.weergave.grafiek import als_beeld
from leerkrediet_core.weergave.grafiek import alt_tekst
from leerkrediet_core.weergave.grafiek import teken


SVG = "{http://www.w3.org/2000/svg}"


def jaar(opgenomen: int, verworven: int | None, academiejaar: str | None = None) -> list[dict[str, Any]]:
    """One year: taken up and what came of it."""
    delen: list[dict[str, Any]] = [{"soort": "inschrijving", "studiepunten": opgenomen}]
    if verworven is not None:
        delen.append({"soort": "resultaat", "verworven": verworven})
    return [{**deel, "academiejaar": academiejaar} if academiejaar else deel for deel in delen]


TWEE = jaar(60, 33) + jaar(54, 42)
TWEE_MET_JAREN = jaar(60, 33, "2023-2024") + jaar(54, 42, "2024-2025")
VIJF = [
    deel
    for n, (op, af) in enumerate([(60, 30), (60, 45), (60, 60), (48, 40), (60, 20)])
    for deel in jaar(op, af, f"{2018 + n}-{2019 + n}")
]
ONDER_NUL = jaar(60, 0) + jaar(60, 6) + jaar(60, 0)
LANG = [deel for _ in range(20) for deel in jaar(20, 15)]


def svg_van(gebeurtenissen: list[dict[str, Any]], met_loopbaan: bool = True) -> ElementTree.Element:
    """The drawing of a career."""
    loopbaan = lees_loopbaan({"gebeurtenissen": gebeurtenissen})
    return ElementTree.fromstring(als_beeld(bereken(loopbaan), "svg", loopbaan if met_loopbaan else None))


def letters(svg: ElementTree.Element) -> list[str]:
    """Every text in the drawing."""
    return ["".join(tekst.itertext()) for tekst in svg.iter(f"{SVG}text")]


def woorden(gebeurtenissen: list[dict[str, Any]]) -> str:
    """The same in words."""
    return alt_tekst(bereken(lees_loopbaan({"gebeurtenissen": gebeurtenissen})))


def test_each_balance_and_each_movement_stands_in_the_picture_as_text() -> None:
    """Not as drawn lines: a screen reader finds them, and they stay sharp."""
    gevonden = letters(svg_van(TWEE))
    for wat in ("140", "80", "113", "146", "92", "134", "161", "−60", "+33", "−54", "+42", "+27", "start"):
        assert wat in gevonden, wat


def test_the_picture_has_a_title_and_says_in_words_what_it_shows() -> None:
    """Named by both, as one image."""
    svg = svg_van(TWEE)
    titel, uitleg = svg.find(f"{SVG}title"), svg.find(f"{SVG}desc")
    assert titel is not None
    assert uitleg is not None
    assert "Je leerkrediet: van 140 naar 161" == titel.text
    assert woorden(TWEE) == uitleg.text
    assert ("img", f"{titel.get('id')} {uitleg.get('id')}") == (svg.get("role"), svg.get("aria-labelledby"))


@pytest.mark.parametrize(
    ("gebeurtenissen", "verwacht"),
    [
        (TWEE, ["jaar 1", "jaar 2"]),
        (TWEE_MET_JAREN, ["2023-2024", "2024-2025"]),
        (jaar(60, 30, "2023-2024") + jaar(60, None, "2024-2025"), ["23-24", "24-25"]),
        (jaar(60, 30) + jaar(60, None), ["j1", "j2"]),
        (VIJF, ["18-19", "19-20", "20-21", "21-22", "22-23"]),
    ],
)
def test_the_years_are_marked(gebeurtenissen: list[dict[str, Any]], verwacht: list[str]) -> None:
    """By their name where it is known and fits, else by their number; as the calculation divides them."""
    gevonden = letters(svg_van(gebeurtenissen))
    assert verwacht == [tekst for tekst in gevonden if tekst in verwacht]


def test_without_the_career_no_years_are_made_up() -> None:
    """The ledger alone does not know them."""
    assert [] == [tekst for tekst in letters(svg_van(TWEE, met_loopbaan=False)) if tekst.startswith(("jaar", "j1"))]


def test_a_long_career_shows_its_years_instead_of_each_movement() -> None:
    """Figures that run into each other cannot be read on a phone."""
    gevonden = letters(svg_van(VIJF))
    assert {"140", "155", "147", "107"} <= set(gevonden)
    assert [] == [tekst for tekst in gevonden if tekst.startswith("+")]


def test_a_very_long_career_shows_only_the_figures_that_matter() -> None:
    """The first, the lowest, the highest and the last; none of the others."""
    gevonden = letters(svg_van(LANG))
    assert {"140", "180", "100"} <= set(gevonden)
    assert set() == {"175", "165", "155", "145", "135", "125", "115", "105"} & set(gevonden)


def test_below_zero_is_told_by_a_line_and_a_sign() -> None:
    """With a real minus sign, which is read out."""
    gevonden = letters(svg_van(ONDER_NUL))
    assert "−28" in gevonden
    assert "-28" not in "".join(gevonden)


def test_a_career_without_events_can_be_drawn() -> None:
    """A start is a point."""
    assert "140" in letters(svg_van([]))


@pytest.mark.parametrize("soort", ["svg", "png"])
def test_the_same_ledger_gives_the_same_bytes(soort: str) -> None:
    """Also from several threads at once, with others in between."""
    loopbanen = [lees_loopbaan({"gebeurtenissen": deel}) for deel in (TWEE, ONDER_NUL)] * 3
    een_voor_een = [als_beeld(bereken(loopbaan), soort, loopbaan) for loopbaan in loopbanen]
    with ThreadPoolExecutor(4) as groep:
        samen = list(groep.map(lambda loopbaan: als_beeld(bereken(loopbaan), soort, loopbaan), loopbanen))
    assert een_voor_een == samen
    assert 2 == len(set(samen))


def test_drawing_leaves_the_settings_of_the_library_as_they_were() -> None:
    """Others in the process may draw too."""
    import matplotlib

    voor = dict(matplotlib.rcParams)
    svg_van(TWEE)
    assert voor == dict(matplotlib.rcParams)


def test_drawing_needs_no_screen_and_no_pyplot() -> None:
    """Pyplot keeps every figure, and is made for one thread; and until something is drawn nothing of it is loaded."""
    opdracht = (
        "import sys; from leerkrediet_core import *; from leerkrediet_core.weergave.grafiek import als_beeld, alt_tekst\n"
        "boek = bereken(lees_loopbaan({'gebeurtenissen': []})); alt_tekst(boek)\n"
        "assert 'matplotlib' not in sys.modules\n"
        "als_beeld(boek, 'svg'); als_beeld(boek, 'png')\n"
        "assert 'matplotlib' in sys.modules and 'matplotlib.pyplot' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", opdracht], check=True, timeout=120)


@pytest.mark.parametrize(
    ("gebeurtenissen", "verwacht"),
    [
        (
            TWEE,
            "Grafiek van je leerkrediet: van 140 naar 161 studiepunten. "
            "Na elke beweging: 80, 113, 146, 92, 134, 161. Het laagste saldo is 80.",
        ),
        (
            ONDER_NUL,
            "Grafiek van je leerkrediet: van 140 naar −28 studiepunten. "
            "Na elke beweging: 80, 20, 26, 32, −28. Het laagste saldo is −28.",
        ),
        (LANG, "Grafiek van je leerkrediet: van 140 naar 100 studiepunten. Het laagste saldo is 85."),
        (jaar(60, None), "Grafiek van je leerkrediet: van 140 naar 80 studiepunten. Het laagste saldo is 80."),
        ([], "Grafiek van je leerkrediet: van 140 naar 140 studiepunten."),
    ],
    ids=["twee jaren", "onder nul", "lang", "een beweging", "niets"],
)
def test_in_words_the_picture_says_where_it_begins_ends_and_is_lowest(
    gebeurtenissen: list[dict[str, Any]], verwacht: str
) -> None:
    """And each balance on the way, as long as that can be listened to."""
    assert verwacht == woorden(gebeurtenissen)


def test_a_late_result_comes_where_the_ledger_has_it() -> None:
    """The last point is the balance, also when the last movement belongs to an earlier year."""
    laat = [
        *VIJF[:-2],
        *jaar(60, None, "2022-2023"),
        {"soort": "resultaat", "verworven": 8, "academiejaar": "2021-2022"},
    ]
    loopbaan = lees_loopbaan({"gebeurtenissen": laat})
    boek = bereken(loopbaan)
    lijn, _ = grafiek._kies_punten(boek, grafiek._jaren(loopbaan))
    assert boek.saldo == lijn[-1].saldo
    assert ["21-22", "22-23", "21-22"] == [punt.onder for punt in lijn[-3:]]


def _helderheid(kleur: str) -> float:
    delen = [int(kleur[plaats : plaats + 2], 16) / 255 for plaats in (1, 3, 5)]
    r, g, b = (deel / 12.92 if deel <= 0.04045 else ((deel + 0.055) / 1.055) ** 2.4 for deel in delen)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


@pytest.mark.parametrize("voor", [grafiek._LIJN, grafiek._TEKST, grafiek._NUL])
@pytest.mark.parametrize("achter", ["#ffffff", grafiek._BAND, grafiek._ONDER_NUL])
def test_every_colour_stands_out_from_what_is_behind_it(voor: str, achter: str) -> None:
    """By the measure of WCAG for text."""
    licht, donker = sorted((_helderheid(voor), _helderheid(achter)), reverse=True)
    assert (licht + 0.05) / (donker + 0.05) >= 4.5


def test_a_file_gets_the_same_bytes(tmp_path: Path) -> None:
    """And what cannot be written says why."""
    loopbaan = lees_loopbaan({"gebeurtenissen": TWEE})
    teken(bereken(loopbaan), tmp_path / "saldo.SVG", loopbaan)
    assert als_beeld(bereken(loopbaan), "svg", loopbaan) == (tmp_path / "saldo.SVG").read_bytes()
    with pytest.raises(InvoerFout, match=r"moet eindigen op \.svg of \.png"):
        teken(bereken(loopbaan), tmp_path / "saldo.pdf")
    with pytest.raises(InvoerFout, match="kan niet geschreven worden"):
        teken(bereken(loopbaan), tmp_path / "weg" / "saldo.svg")
    with pytest.raises(InvoerFout, match="kies uit svg, png"):
        als_beeld(bereken(loopbaan), "pdf")
