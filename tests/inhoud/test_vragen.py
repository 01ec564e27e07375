"""The questions below the topics: each entry has its form, and each text is short, new and safe to send."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from typing import Final
from typing import NamedTuple

import pytest
from ruamel.yaml import YAML

from controle.inhoud import Inhoud
from controle.uiting import Uiting
from controle.woordkeuze import _fouten as woordfouten
from controle.zinnen import zinnen


WORTEL: Final = Path(__file__).resolve().parents[2]
VELDEN: Final = {"vraag", "ja_nee", "antwoord", "meer", "bron", "verder", "titel"}
WAARDEN: Final[dict[str, set[object]]] = {
    "contract": {"diplomacontract", "creditcontract", "examencontract"},
    "opleiding": {
        "bachelor", "master", "educatieve_bachelor", "educatieve_master", "graduaat", "schakelprogramma",
        "voorbereidingsprogramma", "banaba", "manama", "postgraduaat", "doctoraat", "kms",
    },
    "generatiestudent": {True, False},
    "diploma": {"graduaat", "bachelor", "master"},
    "onder_60": {True, False},
    "wie": {"zelf", "ander"},
    "datum": {"voor_1_december", "voor_15_maart", "na_15_maart"},
    "school": {
        "UGent", "EhB", "Odisee", "ThomasMore", "LUCA", "UAntwerpen", "VUB", "UCLL", "KdG", "VIVES", "Artevelde",
        "KULeuven", "HOGENT", "Howest", "PXL", "AP", "UHasselt",
    },
}  # fmt: skip
#: Acts of conversation lay nothing down, so they name no source.
ZONDER_BRON: Final = re.compile(
    r"begroeting|afscheid|bedanken|bot_vraag|mens_spreken|hulp|klacht_\w+|bevestigen|ontkennen|opnieuw|saldo_berekenen"
    r"|buiten_bereik(?!_(?:harde_knip|beroep|studie)).*"
)
HULPLIJN: Final = re.compile(r"\b(?:1813|1712|106)\b")
#: The Raad's own name holds a word that is heavy elsewhere.
RAAD: Final = "Raad voor betwistingen inzake studievoortgangsbeslissingen"
WEET_NIET: Final = re.compile(
    r"(?<!\")\b(?:weet|vond|ken) ik (?:niet|nergens|te weinig)|ik (?:vond|weet|ken) (?:het |ze )?(?:niet|nergens)|niet gevonden"
)
WIE_HELPT: Final = re.compile(
    r"trajectbegeleid|ombuds|secretariaat|administratie|servicedesk|studentenvoorzieningen|dbrc\.be|vraag het aan"
)


class Tekst(NamedTuple):
    """One text with where it stands; ``opening`` is the word that the machine puts before it."""

    plaats: str
    opening: str | None
    tekst: str


def _lees() -> dict[str, dict[str, Any]]:
    yaml = YAML(typ="safe")
    bestanden = sorted((WORTEL / "data" / "vragen").glob("*.yml"))
    return {
        f"{bestand.stem}/{sleutel}": vraag
        for bestand in bestanden
        for sleutel, vraag in yaml.load(bestand.read_text(encoding="utf-8")).items()
    }


VRAGEN: Final = _lees()


def _teksten() -> Iterator[Tekst]:
    for plaats, vraag in VRAGEN.items():
        for variant in vraag["antwoord"]:
            opening = variant.get("ja_nee", vraag.get("ja_nee"))
            yield Tekst(plaats, None if opening == "geen" else opening, variant["tekst"])


TEKSTEN: Final = tuple(_teksten())


def _ingevuld(tekst: str, inhoud: Inhoud) -> str:
    return re.sub(r"\{(\w+)\}", lambda m: inhoud.instelling.teksten[m[1]], tekst)


def test_each_topic_is_an_intent_and_each_key_is_a_name(inhoud: Inhoud) -> None:
    domein = YAML(typ="safe").load((WORTEL / "domain.yml").read_text(encoding="utf-8"))
    bekend = {naam if isinstance(naam, str) else next(iter(naam)) for naam in domein["intents"]}
    assert {plaats.split("/")[0] for plaats in VRAGEN} - bekend == set()
    assert [plaats for plaats in VRAGEN if not re.fullmatch(r"[a-z_0-9]+/[a-z0-9_]+", plaats)] == []


@pytest.mark.parametrize("plaats", VRAGEN)
def test_an_entry_has_its_fields_and_ends_in_an_answer_for_everybody(plaats: str) -> None:
    vraag = VRAGEN[plaats]
    assert set(vraag) <= VELDEN
    assert {"vraag", "antwoord", "titel"} <= set(vraag)
    assert vraag.get("ja_nee", "ja") in {"ja", "nee"}
    *voorwaardelijk, laatste = vraag["antwoord"]
    assert "als" not in laatste
    gezien = [variant["als"] for variant in voorwaardelijk]
    assert all(gezien)
    for als in gezien:
        assert all(waarde in WAARDEN[naam] for naam, waarde in als.items())
    for eerder, later in ((a, b) for i, a in enumerate(gezien) for b in gezien[i + 1 :]):
        assert not eerder.items() <= later.items(), f"{later} komt nooit aan de beurt na {eerder}"
    for variant in vraag["antwoord"]:
        assert set(variant) <= {"als", "ja_nee", "tekst"}
        assert variant.get("ja_nee", "ja") in {"ja", "nee", "geen"}
    assert len(vraag["titel"]) <= 20
    assert len(vraag.get("meer", "").split()) <= 90


def test_the_opening_word_fits_the_text() -> None:
    fout = []
    for plaats, opening, tekst in TEKSTEN:
        namen = r"(?:UGent|UAntwerpen|UCLL|EhB|EVC|ECTS|Vlaams)\b"
        if opening and not re.match(rf"[a-z0-9]|{namen}", tekst):
            fout.append(f"{plaats}: na '{opening}' komt een kleine letter: {tekst[:40]}")
        if opening and re.match(r"(?:ja|nee)\b", tekst, re.IGNORECASE):
            fout.append(f"{plaats}: zegt ja of nee twee keer")
        if not opening and not re.match(r"\*\*|[A-ZÉ]", tekst):
            fout.append(f"{plaats}: begint zonder hoofdletter")
        if tekst.count("**") not in ((0,) if opening else (0, 2)):
            fout.append(f"{plaats}: een stuk vet, en geen na ja of nee")
    assert fout == []


def test_a_text_is_at_most_sixty_words(inhoud: Inhoud) -> None:
    lang = {t.plaats: n for t in TEKSTEN if (n := len(_ingevuld(t.tekst, inhoud).split())) > 60}
    assert lang == {}


def test_no_long_sentence_stands_in_two_answers(inhoud: Inhoud) -> None:
    waar = defaultdict(set)
    for plaats, _, tekst in TEKSTEN:
        for zin in re.split(r"(?<=[.?!])\s", _ingevuld(tekst, inhoud).replace("**", "")):
            if len(zin) >= 60:
                waar[zin.lower()].add(plaats)
    assert {zin: plaatsen for zin, plaatsen in waar.items() if len(plaatsen) > 1} == {}


def test_every_next_question_exists_and_has_its_own_title() -> None:
    fout = []
    for plaats, vraag in VRAGEN.items():
        verder = vraag.get("verder", [])
        fout += [f"{plaats} -> {naam}" for naam in verder if naam not in VRAGEN or naam == plaats]
        titels = {vraag["titel"], *(VRAGEN[naam]["titel"] for naam in verder if naam in VRAGEN)}
        if len(verder) > 3 or len(titels) <= len(verder):
            fout.append(f"{plaats}: hoogstens drie, met titels die verschillen, ook van de eigen titel")
    assert fout == []


def test_after_a_helpline_there_are_no_buttons() -> None:
    assert [t.plaats for t in TEKSTEN if HULPLIJN.search(t.tekst) and VRAGEN[t.plaats].get("verder")] == []
    nood = [plaats for plaats in VRAGEN if plaats.startswith("buiten_bereik_nood/")]
    assert nood
    assert [plaats for plaats in nood if VRAGEN[plaats].get("verder")] == []


def test_nothing_is_promised_asked_or_written_in_heavy_words(inhoud: Inhoud) -> None:
    fout = []
    for plaats, _, tekst in TEKSTEN:
        if not plaats.startswith("buiten_bereik_andere_taal/"):
            uiting = Uiting("data/vragen", plaats, _ingevuld(tekst, inhoud).replace("**", "").replace(RAAD, "Raad"))
            fout += [f"{plaats}: {bevinding}" for bevinding in woordfouten(uiting)]
    for plaats, vraag in VRAGEN.items():
        fout += [f"{plaats}: {b}" for b in woordfouten(Uiting("data/vragen", plaats, vraag.get("meer", "")))]
    assert fout == []


def test_every_fact_names_its_source() -> None:
    kaal = {plaats for plaats, vraag in VRAGEN.items() if not vraag.get("bron")}
    assert {plaats for plaats in kaal if not ZONDER_BRON.fullmatch(plaats.split("/")[0])} == set()


def test_whoever_does_not_know_says_who_does() -> None:
    zonder = []
    for plaats, _, tekst in TEKSTEN:
        verder = " ".join(VRAGEN[plaats].get("verder", []))
        if WEET_NIET.search(tekst) and not WIE_HELPT.search(f"{tekst} {verder}"):
            zonder.append(plaats)
    assert zonder == []


def test_sentences_are_short(inhoud: Inhoud) -> None:
    lang = []
    for plaats, opening, tekst in TEKSTEN:
        for zin in zinnen(_ingevuld(f"{opening.title()}, {tekst}" if opening else tekst, inhoud).replace("**", "")):
            if len(zin.split()) > 32:
                lang.append(f"{plaats}: {zin}")
    assert lang == []
