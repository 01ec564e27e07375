"""Buttons under an answer of the machine: they fit every channel, and each means one thing."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
import yaml

from actions.gespreksknoppen import Knop
from actions.gespreksknoppen import gedrukt
from actions.gespreksknoppen import getypt
from actions.gespreksknoppen import knoppen
from actions.vragenboek import Vragenboek
from channels.bericht import is_knoplading
from channels.inhoud import lees_intents
from controle.knoppen import MEESTE_BYTES_LADING
from controle.knoppen import MEESTE_KNOPPEN
from controle.knoppen import MEESTE_TEKENS_TITEL
from gesprek.lezing import Lezing
from gesprek.lezing import Vertel
from gesprek.lezing import Vraag
from gesprek.machine import BEGREPEN
from gesprek.rekening import Ontbrekend
from gesprek.staat import Laatste
from gesprek.staat import Openstaand
from gesprek.staat import Staat
from gesprek.steekkaart import Anker
from gesprek.steekkaart import Steekkaart


WORTEL = Path(__file__).resolve().parents[2]
VRAGEN = Vragenboek.lees(WORTEL / "data" / "vragen")
INTENTS = lees_intents(WORTEL / "domain.yml")
MOMENT = Openstaand(wat="moment")


def na(sleutel: str, keer: int = 1, **velden: object) -> Staat:
    """After an answer from the catalogue."""
    return Staat(laatste=Laatste(onderwerp=sleutel, soort="kennis"), gezegd={f"{sleutel}||": keer}, **velden)


def titels(staat: Staat) -> list[str]:
    return [knop.titel for knop in knoppen(staat, VRAGEN)]


def past(rij: tuple[Knop, ...]) -> bool:
    """Whether every channel takes these, and lets them in again."""
    return len(rij) <= MEESTE_KNOPPEN and all(
        len(knop.titel) <= MEESTE_TEKENS_TITEL
        and len(knop.lading.encode()) <= MEESTE_BYTES_LADING
        and is_knoplading(knop.lading, INTENTS)
        for knop in rij
    )


@pytest.mark.parametrize("sleutel", VRAGEN.sleutels())
def test_the_buttons_after_each_question_fit_every_channel(sleutel: str) -> None:
    assert past(knoppen(na(sleutel), VRAGEN))
    assert past((Knop(VRAGEN.titel(sleutel), "vraag", {"over": sleutel}),))


@pytest.mark.parametrize("wat", get_args(Ontbrekend))
def test_the_buttons_under_each_question_fit_every_channel(wat: str) -> None:
    rij = knoppen(Staat(open=Openstaand(wat=wat, start=2025, rang=10, opgenomen=120)), VRAGEN)
    assert past(rij)
    assert rij[-1].titel == "Weet ik niet"


def test_more_is_offered_once_and_what_was_said_not_again() -> None:
    assert "Meer uitleg" in titels(na("wat_is_leerkrediet/algemeen"))
    assert "Meer uitleg" not in titels(na("wat_is_leerkrediet/algemeen", keer=2))
    eerste, *rest = VRAGEN.verder("overmacht_bewijs/welk_bewijs")
    staat = na("overmacht_bewijs/welk_bewijs")
    staat = staat.met(gezegd={**staat.gezegd, f"{eerste}|EhB|": 1})
    assert [VRAGEN.titel(v) for v in rest] == titels(staat)


def test_after_a_helpline_or_small_talk_nothing_is_offered() -> None:
    for soort in ("hulplijn", "omgang"):
        assert [] == titels(Staat(laatste=Laatste(onderwerp="werking/algemeen", soort=soort)))  # type: ignore[arg-type]


def test_a_question_goes_before_what_may_be_asked_next() -> None:
    """And stands there only where the answer repeats it."""
    staat = na("werking/algemeen", open=Openstaand(wat="opgenomen", herhaald=1))
    assert "Weet ik niet" == titels(staat)[0]
    assert [] == titels(Staat(open=Openstaand(wat="opgenomen", herhaald=1)))


def test_an_older_button_answers_the_question_that_it_stood_under() -> None:
    """Whatever is asked by now."""
    anders = Staat(open=Openstaand(wat="opgenomen", herhaald=1))
    staat, lezing = gedrukt("antwoord", {"keuze": "weet_niet", "bij": "verworven/2025//60"}, anders, VRAGEN)
    assert Openstaand(wat="verworven", start=2025, opgenomen=60) == staat.open
    assert Lezing(daden=(Vertel(soort="antwoord", weet_niet=True),)) == lezing
    staat, _ = gedrukt("antwoord", {"keuze": "weet_niet", "bij": "opgenomen///"}, anders, VRAGEN)
    assert anders == staat


def test_the_moment_of_a_balance_may_be_answered_otherwise_later() -> None:
    kaart = Steekkaart(ankers=(Anker(saldo=100, moment="voor_inschrijving", start=2026),))
    _, lezing = gedrukt("antwoord", {"keuze": "na", "bij": "moment///"}, Staat(kaarten={"ik": kaart}), VRAGEN)
    (daad,) = lezing.daden
    assert isinstance(daad, Vertel)
    assert ("verbeter", 100, "na_inschrijving") == (daad.soort, daad.feiten[0].waarde, daad.feiten[0].moment)


@pytest.mark.parametrize(
    ("intent", "gegevens"),
    [
        ("vraag", {}),
        ("vraag", {"over": "geen/vraag"}),
        ("antwoord", {"keuze": "weet_niet"}),
        ("antwoord", {"keuze": "weet_niet", "bij": "bsn///"}),
        ("antwoord", {"keuze": "weet_niet", "bij": "verworven/1/2/3/4"}),
        ("antwoord", {"keuze": "weet_niet", "bij": "verworven/1800//"}),
        ("antwoord", {"keuze": "weet_niet", "bij": "verworven//99/"}),
        ("antwoord", {"keuze": "weet_niet", "bij": "verworven/-2025//"}),
        ("antwoord", {"keuze": "weet_niet", "bij": "verworven/²//"}),
        ("antwoord", {"keuze": "misschien", "bij": "moment///"}),
        ("nlu_fallback", {}),
        ("start", {}),
    ],
)
def test_a_payload_that_was_never_offered_says_nothing(intent: str, gegevens: dict[str, str]) -> None:
    """Anybody can type one on some channels."""
    assert (Staat(), Lezing()) == gedrukt(intent, gegevens, Staat(), VRAGEN)


def test_every_button_of_the_rules_says_something() -> None:
    """A topic leads to the question that it is about."""
    stil = {i for i in INTENTS if not gedrukt(i, {}, Staat(), VRAGEN)[1].daden}
    assert {"nlu_fallback", "vraag", "antwoord", "bericht_te_lang", "bericht_leeg", "bericht_zonder_tekst"} == stil
    (daad,) = gedrukt("startkrediet", {}, Staat(), VRAGEN)[1].daden
    assert Vraag(soort="vraag", onderwerp="startkrediet/hoeveel") == daad
    (daad,) = gedrukt("gids_stoppen", {}, Staat(), VRAGEN)[1].daden
    assert Vraag(soort="vraag", onderwerp="stoppen_uitschrijven/tot_wanneer") == daad


def test_the_first_question_of_each_topic_is_the_one_it_is_about() -> None:
    """It stands first in its file; who adds a question adds it below."""
    for bestand in sorted((WORTEL / "data" / "vragen").glob("*.yml")):
        eerste = next(iter(yaml.safe_load(bestand.read_text("utf-8"))))
        assert f"{bestand.stem}/{eerste}" == VRAGEN.overzicht(bestand.stem)
    assert VRAGEN.overzicht("geen_onderwerp") is None


@pytest.mark.parametrize("tekst", ["Voor", "voor.", "  VOOR ", "voor?"])
def test_a_typed_title_is_pressed(tekst: str) -> None:
    assert Vertel(soort="antwoord", keuze="voor") == getypt(tekst, Staat(open=MOMENT), VRAGEN)
    assert getypt(tekst, Staat(), VRAGEN) is None
    assert getypt(f"{tekst} de inschrijving", Staat(open=MOMENT), VRAGEN) is None


def test_a_button_of_an_older_doubt_takes_nothing_back() -> None:
    nu = Staat(open=Openstaand(wat=BEGREPEN, nummer=2))
    ja, nee = knoppen(nu, VRAGEN)
    assert past((ja, nee))
    _, lezing = gedrukt(nee.intent, nee.gegevens, nu, VRAGEN)
    assert Vertel(soort="antwoord", ja=False) == lezing.daden[0]
    for later in (Staat(), Staat(open=Openstaand(wat=BEGREPEN, nummer=3))):
        _, lezing = gedrukt(nee.intent, nee.gegevens, later, VRAGEN)
        assert not any(isinstance(daad, Vertel) for daad in lezing.daden)
