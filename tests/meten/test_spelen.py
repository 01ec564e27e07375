"""Conversations are played as they were written, each by itself, and the outcome does not hang on their order."""

from __future__ import annotations

from pathlib import Path

import pytest
from gemeen import Gestopt
from meten.afspelen import Zeg
from meten.afspelen import speel_alle
from meten.bot import MEESTE_POGINGEN
from meten.bot import Bot
from meten.laden import lees
from meten.tellen import ALLE
from meten.tellen import SAMEN
from meten.tellen import tel
from meten.vloer import VLOER
from meten.vorm import Beurt
from meten.vorm import Gesprek


def gesprek(id_: str, *berichten: str) -> Gesprek:
    return Gesprek("W1", id_, "", tuple(Beurt(bericht, "handeling") for bericht in berichten))


def aan(adres: str) -> Zeg:
    bot = Bot(adres + "/", wacht=lambda seconden: None)
    return lambda afzender, beurt: bot.zeg(afzender, beurt.student)


def test_veel_tegelijk_geeft_hetzelfde_als_een_voor_een(adres: str) -> None:
    """Each conversation has its own sender, so the make-believe bot counts its turns from one."""
    gesprekken = [gesprek(str(nummer), "a", "b", f"c{nummer}") for nummer in range(12)]
    een, veel = (speel_alle(gesprekken, aan(adres), tegelijk) for tegelijk in (1, 6))
    assert een == veel
    assert gesprekken == [spel.gesprek for spel in veel]
    assert "Je zei c11. Dat was beurt 3." == veel[11].antwoorden[2].tekst
    assert ("Nog eens",) == veel[11].antwoorden[2].knoppen


def test_wat_de_student_of_een_juist_antwoord_zei_mag_later_genoemd_worden() -> None:
    """And what an earlier answer said wrongly may not."""
    beurten = (Beurt("ik had 92", "cijfer", cijfers=(80,)), Beurt("en nu", "vervolg", cijfers=(70,)))
    zeg = {"goed": "Van 92 en 80 kom je op 70?", "fout": "Je staat op 33."}
    uit = {
        wat: speel_alle([Gesprek("W1", "x", "", beurten)], lambda a, b, t=t: [{"text": t}]) for wat, t in zeg.items()
    }
    assert not uit["goed"][0].oordelen[1].fout_saldo
    assert uit["fout"][0].oordelen[1].fout_saldo


def test_te_druk_wordt_afgewacht_zolang_de_bot_vraagt(adres: str) -> None:
    """The measurement gives way to students; a bot that stays busy gives no answer."""
    gewacht: list[float] = []
    bot = Bot(adres + "/", wacht=gewacht.append)
    assert "Je zei even druk. Dat was beurt 3." == bot.zeg("x", "even druk")[0]["text"]
    assert [7.0, 7.0] == gewacht
    assert [{"text": "(geen antwoord: te druk)"}] == bot.zeg("y", "altijd druk")
    assert 2 + MEESTE_POGINGEN - 1 == len(gewacht)


@pytest.mark.parametrize("bericht", ["kapot", "geen lijst"])
def test_een_gebroken_antwoord_is_een_storing_en_geen_einde(adres: str, bericht: str) -> None:
    """The rest of the conversation is played too."""
    (spel,) = speel_alle([gesprek("x", bericht, "dag")], aan(adres))
    assert [True, False] == [oordeel.storing for oordeel in spel.oordelen]


def test_waar_niemand_luistert_wordt_niet_gemeten() -> None:
    """Else a wrong address would count as an assistant that knows nothing."""
    with pytest.raises(Gestopt, match="antwoordt niet"):
        speel_alle([gesprek(str(nummer), "dag") for nummer in range(5)], aan("http://127.0.0.1:9"), 2)


def test_bots_die_niets_begrijpen_scoren_laag_en_de_eigen_kern_alles() -> None:
    """What the conversations of the project tell apart."""
    gesprekken = lees(Path(__file__).parents[2] / "benchmarks" / "gesprekken" / "script")
    tellingen = {naam: tel(speel_alle(gesprekken, zeg))[ALLE][SAMEN] for naam, zeg in VLOER.items()}
    plafond = tellingen.pop("eigen kern (plafond)")
    assert plafond.beurten == plafond.goed
    assert plafond.raak > 0.97 * plafond.beurten
    half = tellingen.pop("fout saldo met kern")
    assert half.fout_saldo > 0.5 * half.beurten
    for laag in tellingen.values():
        assert laag.goed < 0.25 * laag.beurten
        assert laag.raak < 0.1 * laag.beurten
