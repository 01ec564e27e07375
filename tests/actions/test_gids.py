"""What every guided conversation has in common: one question at a time, and what is not an answer."""

from __future__ import annotations

from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.gids import Dossier
from actions.gids import Gids
from actions.gids import Gidsvraag
from actions.gids import einde
from actions.gids import gids_van
from actions.overmacht import OvermachtNagaan
from actions.saldo_berekenen import SaldoBerekenen
from gesprek.beurt import GIDSEN


VRAGEN = (
    Gidsvraag("zon", "Schijnt de zon?", "Voor de was."),
    Gidsvraag("kleur", "Welke kleur?", "Voor de muur.", ja_nee=False, knoppen=(("Rood", "/rood"), ("Blauw", "/blauw"))),
)


class Proef(Gids):
    """Asks two things; a message can tell the colour."""

    naam = "action_proef"
    fase = "proef"

    def inleiding(self, dossier: Dossier) -> str:
        return "Twee vragen."

    def keur(self, waarde: Dossier) -> Dossier:
        return {s: w for s, w in waarde.items() if s in ("zon", "kleur")}

    def vertelt(self, tracker: Tracker, dossier: Dossier, vraag: Gidsvraag | None) -> Dossier:
        return {"kleur": "rood"} if "rood" in (tracker.latest_message or {}).get("text", "") else {}

    def volgende(self, dossier: Dossier, tracker: Tracker) -> Gidsvraag | None:
        return next((vraag for vraag in VRAGEN if vraag.sleutel not in dossier), None)

    def besluit(self, dispatcher: CollectingDispatcher, tracker: Tracker, dossier: Dossier) -> None:
        dispatcher.utter_message(text=f"Zon {dossier['zon']}, kleur {dossier['kleur']}.")


def zeg(gesprek: Any, tekst: str, intent: str = "nlu_fallback", **entiteiten: str) -> list[str]:
    """One message to the guide."""
    gezegd: list[str] = gesprek.doe(Proef(), tekst, intent, [{"entity": n, "value": w} for n, w in entiteiten.items()])
    return gezegd


def test_it_introduces_itself_once_and_asks_one_thing_at_a_time(gesprek: Any) -> None:
    """A button, a typed yes, and a fact; then it ends and forgets."""
    assert ["Twee vragen.", "Schijnt de zon?"] == zeg(gesprek, "")
    assert ["/bevestigen", "/ontkennen", '/gids_proef{"keuze":"weet_niet"}'] == gesprek.ladingen
    assert ["Welke kleur?"] == zeg(gesprek, "ja", antwoord="ja")
    assert ["/rood", "/blauw", '/gids_proef{"keuze":"weet_niet"}'] == gesprek.ladingen
    assert ["Zon True, kleur rood."] == zeg(gesprek, "rood")
    assert (None, None) == (gesprek.slots["dossier"], gesprek.slots["fase"])


def test_what_the_first_message_tells_is_not_asked(gesprek: Any) -> None:
    """Only what is open."""
    zeg(gesprek, "rood")
    assert ["Zon False, kleur rood."] == zeg(gesprek, "/ontkennen", "ontkennen")


@pytest.mark.parametrize(
    ("tekst", "intent", "entiteiten", "antwoord"),
    [
        ("/bevestigen", "bevestigen", {}, True),
        ("/ontkennen", "ontkennen", {}, False),
        ("jazeker", "nlu_fallback", {"antwoord": "ja"}, True),
        ("exact", "bevestigen", {}, True),
        ("pakt van nie", "ontkennen", {"antwoord": "nee"}, False),
        ("weet ik niet", "nlu_fallback", {"signaal": "weet_niet"}, None),
        ('/gids_proef{"keuze":"weet_niet"}', "gids_proef", {"keuze": "weet_niet"}, None),
    ],
)
def test_an_answer_is_taken(
    gesprek: Any, tekst: str, intent: str, entiteiten: dict[str, str], antwoord: bool | None
) -> None:
    """From a button, from the grammar, and for a single word from what the message is taken for."""
    zeg(gesprek, "")
    zeg(gesprek, tekst, intent, **entiteiten)
    assert {"zon": antwoord} == gesprek.slots["dossier"]


@pytest.mark.parametrize(
    ("tekst", "intent", "entiteiten", "zin"),
    [
        ("ja en nee", "bevestigen", {}, "Dat kan ik niet als antwoord lezen"),
        ("paars", "nlu_fallback", {}, 'Typ "ja", "nee" of "weet ik niet"'),
        ("waarom vraag je dat", "nlu_fallback", {"signaal": "waarom"}, "Voor de was."),
        ("wacht even", "nlu_fallback", {"signaal": "uitstel"}, "Neem gerust je tijd."),
    ],
)
def test_what_is_no_answer_is_answered_and_the_question_asked_again(
    gesprek: Any, tekst: str, intent: str, entiteiten: dict[str, str], zin: str
) -> None:
    """A sentence of several words that is taken for a yes is not trusted: the grammar saw none."""
    zeg(gesprek, "")
    eerst, vraag = zeg(gesprek, tekst, intent, **entiteiten)
    assert zin in eerst
    assert "Schijnt de zon?" == vraag
    assert {} == gesprek.slots["dossier"]


def test_asking_for_the_question_again_gives_just_that(gesprek: Any) -> None:
    """Nothing was wrong."""
    zeg(gesprek, "")
    assert ["Schijnt de zon?"] == zeg(gesprek, "wablief", signaal="herhaling")


def test_an_open_choice_says_how_to_go_on(gesprek: Any) -> None:
    """Without yes or no."""
    zeg(gesprek, "")
    zeg(gesprek, "ja", antwoord="ja")
    assert 'Weet je het niet? Typ "weet ik niet"' in zeg(gesprek, "paars")[0]


def test_calling_it_off_ends_it(gesprek: Any) -> None:
    """Only when something is open; the slot is empty afterwards."""
    zeg(gesprek, "")
    zeg(gesprek, "ja", antwoord="ja")
    assert ["Oké, we stoppen hiermee. Vraag gerust iets anders over leerkrediet."] == zeg(
        gesprek, "stop", signaal="annulering"
    )
    assert (None, None) == (gesprek.slots["dossier"], gesprek.slots["fase"])


def test_afterwards_the_calculation_goes_on_where_it_was(gesprek: Any) -> None:
    """With its open question, or with its result."""
    gesprek.doe(SaldoBerekenen(), "ik nam 60 studiepunten op")
    assert "berekening" == {e["name"]: e["value"] for e in einde(gesprek.tracker())}["fase"]
    gesprek.doe(SaldoBerekenen(), "45")
    assert "resultaat" == {e["name"]: e["value"] for e in einde(gesprek.tracker())}["fase"]
    assert {"zon": True} == {e["name"]: e["value"] for e in einde(gesprek.tracker(), {"zon": True})}["dossier"]


@pytest.mark.parametrize("fase", GIDSEN)
def test_every_phase_of_a_guide_has_its_guide(fase: str) -> None:
    """And no other phase has one."""
    assert GIDSEN["overmacht"] == OvermachtNagaan.naam
    gids = gids_van(fase)
    assert gids is None or (gids.fase, gids.naam) == (fase, GIDSEN[fase])
    for andere in (None, "", "berekening", 3):
        assert gids_van(andere) is None
