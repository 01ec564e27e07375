"""The content as it stands is in order, kind by kind. The message of a failing test is what staff read too."""

from __future__ import annotations

import pytest

from controle.alles import CONTROLES
from controle.inhoud import Inhoud


def _toon(controle: str, inhoud: Inhoud) -> str:
    return "\n".join(map(str, CONTROLES[controle](inhoud)))


def test_every_intent_has_its_rule_answer_title_and_messages(inhoud: Inhoud) -> None:
    assert _toon("dekking", inhoud) == ""


def test_every_answer_is_used_and_every_variant_can_be_reached(inhoud: Inhoud) -> None:
    assert _toon("gebruik", inhoud) == ""


def test_every_button_leads_somewhere_and_fits_every_channel(inhoud: Inhoud) -> None:
    assert _toon("knoppen", inhoud) == ""


def test_every_figure_is_what_the_core_says(inhoud: Inhoud) -> None:
    assert _toon("cijfers", inhoud) == ""


def test_every_placeholder_is_filled_and_every_text_fits_a_telephone(inhoud: Inhoud) -> None:
    assert _toon("plaatshouders", inhoud) == ""


def test_every_answer_on_a_topic_names_its_source(inhoud: Inhoud) -> None:
    assert _toon("bronregel", inhoud) == ""


def test_every_link_can_be_followed_safely(inhoud: Inhoud) -> None:
    assert _toon("links", inhoud) == ""


def test_every_text_reads_at_level_b1(inhoud: Inhoud) -> None:
    assert _toon("leesbaarheid", inhoud) == ""


def test_nothing_is_promised_and_no_reason_is_asked(inhoud: Inhoud) -> None:
    assert _toon("woordkeuze", inhoud) == ""


def test_there_are_enough_messages_and_none_that_is_kept_for_measuring(inhoud: Inhoud) -> None:
    assert _toon("training", inhoud) == ""


def test_each_kind_of_finding_has_a_test_of_its_own() -> None:
    eigen = {"dekking", "gebruik", "knoppen", "cijfers", "plaatshouders", "bronregel", "links", "leesbaarheid"}
    assert set(CONTROLES) == eigen | {"woordkeuze", "training"}


@pytest.mark.parametrize("deel", ["varianten", "regels", "berichten", "apart", "acties", "onderwerpen"])
def test_nothing_passes_because_it_was_not_read(inhoud: Inhoud, deel: str) -> None:
    assert len(getattr(inhoud, deel)) >= 5


def test_the_actions_say_their_buttons_in_the_examples(inhoud: Inhoud) -> None:
    uit_acties = {
        knop.lading for actie in inhoud.acties.values() for uiting in actie.uitingen for knop in uiting.knoppen
    }
    assert {f"/{intent}" for intent in inhoud.onderwerpen} <= uit_acties
    assert '/saldo_berekenen{"keuze":"nog_een_jaar"}' in uit_acties
