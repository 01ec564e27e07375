"""What is judged right, and what is counted beside it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from meten.antwoord import kopregel
from meten.antwoord import lees_antwoord
from meten.beweringen import beweerd
from meten.getallen import getallen
from meten.getallen import heeft_getal
from meten.oordeel import beoordeel
from meten.vorm import Beurt
from meten.vorm import Oordeel


def oordeel(tekst: str, eerder: str = "", verteld: set[int] = frozenset(), **beurt: Any) -> Oordeel:  # type: ignore[assignment]
    """Of an answer to a student who says that 60 was taken."""
    for naam in ("bevat", "vermijd"):
        if naam in beurt:
            beurt[naam] = _patronen(beurt[naam])
    vol = Beurt(student="60 opgenomen", soort="cijfer", **beurt)
    return beoordeel(vol, tekst, eerder, {60, *verteld})


def _patronen(rij: Any) -> Any:
    return re.compile(rij) if isinstance(rij, str) else tuple(_patronen(deel) for deel in rij)


def test_het_verwachte_cijfer_in_de_kop_is_juist() -> None:
    """And only there: in the working out every figure occurs."""
    assert oordeel("Je saldo is 80.", cijfers=(80,)).goed
    assert not oordeel("Dat kan ik niet zeggen.\nZo kom ik daaraan:\nstart 140, dan 80", cijfers=(80,)).goed
    assert not oordeel("Je staat laag. " + "bla " * 130 + "80", cijfers=(80,)).goed


def test_een_klein_cijfer_moet_vroeg_staan() -> None:
    """It is easily there by chance."""
    assert oordeel("Er komen 12 punten terug.", cijfers=(12,)).goed
    assert not oordeel("Dat hangt ervan af. " * 9 + "Soms 12.", cijfers=(12,)).goed


@pytest.mark.parametrize(
    ("tekst", "getal", "staat"),
    [
        ("je staat op -6", -6, True),
        ("je staat 6 onder nul, dus min 6", -6, True),
        ("je staat op 6", -6, False),
        ("je staat op -6", 6, False),
        ("dat is 80,50 euro", 80, False),
        ("180", 80, False),
        ("8/20", 8, False),
    ],
)
def test_een_cijfer_telt_met_zijn_teken_en_in_zijn_geheel(tekst: str, getal: int, staat: bool) -> None:
    """Half a figure is another figure."""
    assert heeft_getal(tekst, getal) is staat


def test_een_datum_een_academiejaar_en_een_cijfer_op_twintig_zijn_geen_getallen() -> None:
    """They are told as numbers and mean something else."""
    assert {60} == getallen("op 1 december 2026 had ik 60 punten, in 2025-2026 een 8/20 en 9 op 20")


def test_elke_groep_heeft_er_een_en_niets_van_wat_vermeden_wordt() -> None:
    """In the whole answer, in small letters."""
    groepen = {"bevat": (("oer", "reglement"), ("school",)), "vermijd": ("dubbel",)}
    assert oordeel("Kijk in het OER van je school.", **groepen).goed
    assert ("niets van oer | reglement",) == oordeel("Vraag het je school.", **groepen).mis
    assert ("zegt dubbel",) == oordeel("Kijk in het OER van je school, dat telt dubbel.", **groepen).mis


def test_ja_waar_nee_moet_is_fout() -> None:
    """And the other way round; no word of the two at the beginning is neither."""
    assert ("ja en nee verwisseld",) == oordeel("Ja, dat kan.", kern="Nee, dat kan niet.").mis
    assert ("ja en nee verwisseld",) == oordeel("Nee, dat kan niet.", kern="Ja, dat kan.").mis
    assert oordeel("Dat kan.", kern="Ja, dat kan.").goed


def test_een_saldo_dat_niemand_verwacht_of_vertelde_is_een_fout_saldo() -> None:
    """What the student told may be said back, as long as it is not the answer."""
    assert oordeel("Je saldo is 92.", cijfers=(80,)).fout_saldo
    assert not oordeel("Je staat op 80. Met 92 erbij wordt dat meer.", cijfers=(80,)).fout_saldo
    assert not oordeel("Je had 92. Hoeveel haal je?", cijfers=(80,), verteld={92}).fout_saldo
    assert oordeel("Je staat dus op 92.", cijfers=(80,), verteld={92}).fout_saldo


def test_het_saldo_van_de_verkeerde_lezing_is_fout_ook_zonder_verwacht_cijfer() -> None:
    """Also where no figure is due."""
    assert oordeel("Je saldo is 92.", niet=(92,)).fout_saldo
    assert not oordeel("Je saldo is 92.").fout_saldo


@pytest.mark.parametrize(
    ("kop", "saldi"),
    [
        ("Je saldo wordt 176 studiepunten.", [176]),
        ("140 - 60 = 80", [80]),
        ("Ja: 80.", [80]),
        ("Sta je op 80?", []),
        ("Bijvoorbeeld: je staat op 80.", []),
        ("Je hebt nog 48 punten gehaald.", []),
        ("Je houdt 44 over.", [44]),
        ("Dat kost 11 euro.", []),
    ],
)
def test_welk_saldo_een_kop_beweert(kop: str, saldi: list[int]) -> None:
    """A question, an example and points that are no balance state none."""
    assert saldi == beweerd(kop)


def test_een_lijst_van_getallen_is_geen_antwoord() -> None:
    """Else naming every figure would always be right."""
    assert ("te veel getallen",) == oordeel(" ".join(map(str, range(70, 90))), cijfers=(80,)).mis


def test_vragen_telt_alleen_waar_een_cijfer_moest_komen_en_er_geen_kwam() -> None:
    """An answer that also asks is none."""
    assert oordeel("Hoeveel nam je op?", cijfers=(80,)).vraagt
    assert not oordeel("Je staat op 80. En dit jaar?", cijfers=(80,)).vraagt
    assert not oordeel("Hoeveel nam je op?").vraagt


def test_een_lange_zin_van_vroeger_is_een_herhaling() -> None:
    """Not a short one, nor a line of the ledger or a source."""
    lang = "Slaag je voor een vak, dan krijg je de studiepunten van dat vak helemaal terug."
    assert oordeel(lang, eerder=f"Dag.\n{lang}").herhaald
    assert not oordeel(lang, eerder="Dag.").herhaald
    assert not oordeel("Dat weet ik niet.", eerder="Dat weet ik niet.").herhaald
    bron = f"Bron: {lang}"
    assert not oordeel(bron, eerder=bron).herhaald


@pytest.mark.parametrize("tekst", ["", " … ", "Er ging iets mis.", "(geen antwoord: 500)"])
def test_niets_zeggen_en_een_storing_zijn_nooit_juist(tekst: str) -> None:
    """Not even where nothing is asked of the answer."""
    assert oordeel(tekst).storing
    assert not oordeel(tekst).goed


def test_de_kennismaking_telt_alleen_mee_als_er_niets_anders_is() -> None:
    """Every conversation begins with it; what is judged is the answer after."""
    hallo = {"text": "Hallo! Ik ben een digitale assistent."}
    saldo = {"text": "Je saldo is **80**.", "buttons": [{"title": "Opnieuw"}]}
    assert "Je saldo is 80." == lees_antwoord([hallo, saldo], eerste=True).tekst
    assert ("Opnieuw",) == lees_antwoord([hallo, saldo], eerste=True).knoppen
    assert hallo["text"] == lees_antwoord([hallo], eerste=True).tekst
    assert lees_antwoord([hallo, saldo], eerste=False).tekst.startswith("Hallo!")


def test_de_kop_eindigt_waar_de_uitleg_begint() -> None:
    """Explanation before the first line of an answer is skipped."""
    assert "Je staat op 80." == kopregel("Begrepen: 60 opgenomen.\nJe staat op 80.\nIk nam aan:\n- je begon met 140")


LANG = "Dit is een hele zin over leerkrediet die al eens gezegd werd."


def test_wat_een_beurt_eist_moet_vooraan_staan_om_raak_te_zijn() -> None:
    """Deep in a text on the whole topic a student does not find it."""
    assert oordeel(f"Nee. {LANG * 8}", bevat=(("nee",),)).raak
    diep = oordeel(f"{LANG * 8} Nee.", bevat=(("nee",),))
    assert (True, False) == (diep.goed, diep.raak)


def test_een_vraag_naar_een_cijfer_bij_een_antwoord_is_niet_raak() -> None:
    """Unless the perfect answer asks too; and an answer that only asks is counted as that."""
    vraag = "Je staat op 80. Voor hoeveel van die 60 ben je geslaagd?"
    assert (True, False) == (oordeel(vraag, cijfers=(80,)).goed, oordeel(vraag, cijfers=(80,)).raak)
    assert oordeel(vraag, cijfers=(80,), kern="80. Voor hoeveel ben je geslaagd?").raak
    assert oordeel("Je staat op 80. Wil je weten hoeveel je mag opnemen?", cijfers=(80,)).raak
    assert oordeel('Je staat op 80.\nBron: pagina, deel "Hoeveel heb ik nog?"', cijfers=(80,)).raak
    assert () == oordeel("Hoeveel nam je op?", cijfers=(80,)).bezwaren


def test_wie_meer_dan_de_helft_opnieuw_zegt_is_niet_raak() -> None:
    """A student who asks on wants something else."""
    assert not oordeel(f"{LANG} Ja.", eerder=LANG).raak
    assert oordeel(f"{LANG} {LANG.replace('al eens', 'nog nooit')}", eerder=LANG).raak
    assert oordeel("Graag gedaan!", eerder="Graag gedaan!").raak
