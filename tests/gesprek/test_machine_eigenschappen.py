"""What holds in every conversation, however it goes: drawn by a program, with the reading given."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import trek

from actions.verwoording import MAG_OPNIEUW
from actions.verwoording import Verwoorder
from actions.vragenboek import Vragenboek
from gesprek.instelling import lees_instelling
from gesprek.lezing import Lezing
from gesprek.machine import beurt
from gesprek.machine import los_sleutel
from gesprek.staat import Openstaand
from gesprek.staat import Staat
from gesprek.staat import lees
from gesprek.uiting import Uiting


WORTEL = Path(__file__).parents[2]
BOEK = Vragenboek.lees(WORTEL / "data" / "vragen")
VRAGEN = {sleutel: BOEK.vraag(sleutel) for sleutel in BOEK.sleutels()}
WOORDEN = Verwoorder(BOEK, trek.WERELD, lees_instelling(WORTEL / "instelling.yml").teksten)
SLEUTEL = los_sleutel(b"een geheim van minstens 32 tekens")
#: So long that somebody would notice that it is said again.
LANG = 60
Stap = tuple[Staat, list[dict[str, object]], Staat, list[Uiting], str]


def _speel(zaad: int, gesprekken: int = 4) -> list[list[Stap]]:
    """Conversations as (state before, acts, state after, what is said, its words)."""
    trekker = trek.Trekker(zaad, VRAGEN)
    uit = []
    for _ in range(gesprekken):
        staat, stappen = Staat(), []
        daden, _ = trekker.begin()
        for _ in range(6):
            na, gezegd = beurt(staat, Lezing.parse_obj({"daden": daden}), trek.WERELD, SLEUTEL)
            bericht = WOORDEN.zeg(gezegd, na.werkblad, na.open, staat.werkblad, na.zinnen)
            na = na.met(zinnen=(*na.zinnen, *bericht.zinnen))
            stappen.append((staat, daden, na, gezegd, bericht.tekst))
            staat = na
            daden = trekker.verder(staat)
        uit.append(stappen)
    return uit


GESPREKKEN = [stappen for zaad in range(60) for stappen in _speel(zaad)]


def test_every_turn_is_answered_in_dutch_without_a_gap() -> None:
    """No silence, no name of a field, no brace, no payload."""
    for stappen in GESPREKKEN:
        for _, daden, _, _, woorden in stappen:
            assert woorden.strip(), daden
            assert not re.search(r"\{|\}|None|gebeurtenissen|_", woorden), (daden, woorden)


def test_no_long_sentence_is_said_twice() -> None:
    """Unless the student asks for it, or it is a helpline."""
    for stappen in GESPREKKEN:
        eerder: set[str] = set()
        for _, daden, _, gezegd, woorden in stappen:
            kop = woorden.split("Begrepen:")[0]
            zinnen = {z.strip() for z in re.split(r"(?<=[.?!])\s|\n", kop.replace("**", "")) if len(z.strip()) >= LANG}
            if not any(u.naam in MAG_OPNIEUW for u in gezegd):
                assert not zinnen & eerder, (daden, zinnen & eerder)
            eerder |= zinnen


def test_what_is_kept_can_be_stored_and_read_back() -> None:
    """As JSON, without a word of what was said."""
    for stappen in GESPREKKEN:
        for _, daden, na, _, _ in stappen:
            tekst = na.json()
            assert na == lees(json.loads(tekst))
            vakken = [f["vak"] for d in daden for f in d.get("feiten", ()) if "vak" in f]  # type: ignore[attr-defined]
            assert not any(vak.lower() in tekst.lower() for vak in vakken)


def test_a_state_of_another_version_is_not_read() -> None:
    """It ends politely: a new conversation begins."""
    assert lees({**Staat().dict(), "versie": 0}) is None
    assert lees({"versie": 1, "kaarten": "kapot"}) is None
    assert lees(None) is None


@pytest.mark.parametrize("wat", ["stop", "mens", "opnieuw"])
def test_out_of_every_state_there_is_a_way(wat: str) -> None:
    """Nothing is asked any more, and it is said where to go."""
    for stappen in GESPREKKEN[::3]:
        staat = stappen[-1][2].met(open=Openstaand(wat="verworven", start=2025, opgenomen=60))
        na, gezegd = beurt(staat, Lezing.parse_obj({"daden": [{"soort": "stuur", "wat": wat}]}), trek.WERELD, SLEUTEL)
        assert f"stuur_{wat}" in [u.naam for u in gezegd]
        assert not WOORDEN.zeg(gezegd, na.werkblad, None).tekst.endswith("?") or wat == "opnieuw"
        assert na.open is None


def test_nothing_that_was_told_is_asked() -> None:
    """A question is about what the sheet does not hold."""
    for stappen in GESPREKKEN:
        for _, daden, na, _, _ in stappen:
            if na.open is None or na.open.wat not in ("opgenomen", "verworven") or na.open.start is None:
                continue
            jaar = na.werkblad.jaar(na.open.start)
            if jaar is not None and na.open.wat == "verworven":
                assert not any(b.is_totaal for b in jaar.van("verworven")), daden
            if jaar is not None and na.open.wat == "opgenomen":
                assert not any(b.is_totaal for b in jaar.van("opgenomen")), daden


@pytest.mark.parametrize("soort", ["manipulatie", "saldo_wijzigen", "nood"])
def test_no_number_in_such_a_message_becomes_a_fact(soort: str) -> None:
    """Somebody who wants a balance changed, or does not want to live, tells no study points."""
    feit = {"soort": "vertel", "feiten": [{"wat": "saldo", "waarde": 200, "jaar": "nu", "moment": "na_inschrijving"}]}
    for stappen in GESPREKKEN[::5]:
        staat = stappen[-1][2]
        na, gezegd = beurt(
            staat, Lezing.parse_obj({"daden": [{"soort": "sociaal", "wat": soort}, feit]}), trek.WERELD, SLEUTEL
        )
        assert na.kaarten == staat.kaarten
        assert soort == gezegd[0].naam


def test_a_bare_no_takes_back_what_the_last_turn_changed() -> None:
    """Whatever was told: the sheet is as it was before."""
    nee = Lezing.parse_obj({"daden": [{"soort": "antwoord", "ja": False}]})
    for stappen in GESPREKKEN:
        voor, _, na, _, _ = stappen[0]
        if na.kaarten != voor.kaarten and na.open is None:
            terug, _ = beurt(na, nee, trek.WERELD, SLEUTEL)
            assert terug.kaarten == voor.kaarten


def test_a_supposition_changes_nothing_real() -> None:
    """It stands beside the sheet, and going back to now lets go of it."""
    for stappen in GESPREKKEN:
        for voor, daden, na, _, _ in stappen:
            if {d["soort"] for d in daden} <= {"veronderstel", "vraag"}:
                assert na.kaarten == voor.kaarten
    terug = Lezing.parse_obj({"daden": [{"soort": "stuur", "wat": "terug_naar_nu"}]})
    for stappen in GESPREKKEN[::4]:
        na, _ = beurt(stappen[-1][2], terug, trek.WERELD, SLEUTEL)
        assert na.stel is None
