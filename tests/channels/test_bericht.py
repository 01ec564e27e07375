"""What is let through to the bot, and what it is told when something else came in."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rasa.shared.core.domain import Domain

from channels.bericht import GEEN_TEKST
from channels.bericht import LEEG
from channels.bericht import MEESTE_TEKENS
from channels.bericht import TE_LANG
from channels.bericht import is_knoplading
from channels.bericht import naar_bericht
from channels.inhoud import lees_intents


WORTEL = Path(__file__).resolve().parents[2]
INTENTS = frozenset({"werking", "voor_wie", "saldo_berekenen"})
VASTE = frozenset({TE_LANG, LEEG, GEEN_TEKST})


@pytest.mark.parametrize(
    "tekst",
    [
        "hoe werkt het",
        "60",
        "é",
        "à la carte",
        "日本",
        "60 op,\n45 gehaald",
        "één\ttwee",
        "a/b",
        "{x}",
        "!",
        "...",
        "¿que?",
    ],
)
def test_text_passes_as_it_was_typed(tekst: str) -> None:
    """To the letter."""
    assert tekst == naar_bericht(tekst, INTENTS)


def test_spaces_around_and_invisible_characters_within_are_removed() -> None:
    """A null byte breaks databases and logs; half of a surrogate pair cannot be written at all."""
    assert "hoeveel punten" == naar_bericht(" \n hoe\x00veel \x1b\ud800punten\t ", INTENTS)


@pytest.mark.parametrize(
    "ruw", ["", "   ", "\n\t", "\u2003", None, 3, True, 1.5, [], ["tekst"], {}, {"text": "x"}, b"x"]
)
def test_what_is_no_text_is_called_empty(ruw: object) -> None:
    """Of any type that JSON knows."""
    assert LEEG == naar_bericht(ruw, INTENTS)


@pytest.mark.parametrize("ruw", ["/", "///", "/ / /", "/\n/\t/", "\x00", "\x00\x07"])
def test_what_is_nothing_but_slashes_or_control_characters_is_called_empty(ruw: str) -> None:
    """Nothing is left to read."""
    assert LEEG == naar_bericht(ruw, INTENTS)


@pytest.mark.parametrize("deel", ["/\t", "/ ", "/\u2003", "/\n", "/"])
def test_a_message_of_only_slashes_up_to_the_limit_is_read(deel: str) -> None:
    """However many there are: each one used to take a step deeper."""
    aantal = (MEESTE_TEKENS - 1) // len(deel)
    assert "x" == naar_bericht(deel * aantal + "x", INTENTS)


@pytest.mark.parametrize(
    ("lengte", "verwacht"), [(MEESTE_TEKENS - 1, None), (MEESTE_TEKENS, None), (MEESTE_TEKENS + 1, TE_LANG)]
)
def test_a_message_has_a_largest_length(lengte: int, verwacht: str | None) -> None:
    """At the limit it is still read; spaces around it do not count."""
    assert (verwacht or "a" * lengte) == naar_bericht("  " + "a" * lengte + "\n", INTENTS)


def test_a_payload_that_is_too_long_is_too_long() -> None:
    """The limit holds for whatever comes in."""
    assert TE_LANG == naar_bericht('/werking{"a":"' + "x" * MEESTE_TEKENS + '"}', INTENTS)


@pytest.mark.parametrize(
    "lading", ["/werking", '/saldo_berekenen{"keuze":"nog_een_jaar"}', "/voor_wie{}", '/voor_wie{"a":"1","b":"2"}']
)
def test_the_payload_of_a_button_passes(lading: str) -> None:
    """With or without entities."""
    assert lading == naar_bericht(f" {lading} ", INTENTS)


@pytest.mark.parametrize(
    ("getypt", "verwacht"),
    [
        ("/restart", "restart"),
        ("/session_start", "session_start"),
        ("/onbekend{}", "onbekend{}"),
        ("//werking", "werking"),
        ("/ werking", "werking"),
        ("/werking en dan", "werking en dan"),
        ("/werking@0.1", "werking@0.1"),
        ('/werking{"a":1}', 'werking{"a":1}'),
        ('/werking{"a":null}', 'werking{"a":null}'),
        ('/werking{"a":["x"]}', 'werking{"a":["x"]}'),
        ('/werking{"a":{"b":"c"}}', 'werking{"a":{"b":"c"}}'),
        ("/werking{", "werking{"),
        ('/werking{"a":"1"} nog iets', 'werking{"a":"1"} nog iets'),
        ("/werking[]", "werking[]"),
        ('/{"a":"1"}', '{"a":"1"}'),
        ("/60", "60"),
        ("/\u00a0/werking", "werking"),
    ],
)
def test_anything_else_that_starts_with_a_slash_is_plain_text(getypt: str, verwacht: str) -> None:
    """Rasa takes a slash for a command: to restart, or to set what the student may not set."""
    assert verwacht == naar_bericht(getypt, INTENTS)


def test_json_that_is_nested_too_deep_is_no_payload() -> None:
    """Python gives up on it with an error of another kind."""
    assert not is_knoplading('/werking{"a":' + "[" * 100_000, INTENTS)


def test_json_with_a_number_that_is_too_large_is_no_payload() -> None:
    """Python refuses to read numbers of thousands of digits."""
    assert not is_knoplading('/werking{"a":' + "1" * 10_000 + "}", INTENTS)


@pytest.mark.parametrize("tekst", ["", "werking", "werking{}", " /werking"])
def test_a_payload_starts_with_a_slash(tekst: str) -> None:
    """The name alone is a word like any other."""
    assert not is_knoplading(tekst, INTENTS)


@pytest.mark.parametrize(
    ("teken", "verwacht"),
    [
        ("👍", "ja"),
        ("👍🏽", "ja"),
        ("👍👍✅", "ja"),
        ("👌", "oké"),
        ("🆗", "oké"),
        ("👎", "nee"),
        ("❌", "nee"),
        ("👋", "hallo"),
        ("🙏", "dank je"),
        ("❤️", "dank je"),
        ("🎉👋", "hallo"),
        ("👍👎", GEEN_TEKST),
        ("🎉", GEEN_TEKST),
        ("😭😭", GEEN_TEKST),
        ("€", GEEN_TEKST),
        ("--", GEEN_TEKST),
        ("👍 bedankt", "👍 bedankt"),
    ],
)
def test_an_emoji_that_is_an_answer_is_read_as_one(teken: str, verwacht: str) -> None:
    """Only where all that can be read in it says the same."""
    assert verwacht == naar_bericht(teken, INTENTS)


@pytest.mark.parametrize("tekst", ["?", "???", "?!", "? ?"])
def test_a_question_mark_alone_asks_for_help(tekst: str) -> None:
    """A student who types it does not know how to go on."""
    assert "help" == naar_bericht(tekst, INTENTS)


def test_what_the_channel_says_of_a_message_are_intents_of_the_assistant() -> None:
    """Each of them has a rule and an answer; see the tests of the policy."""
    assert set() == {lading[1:] for lading in VASTE} - lees_intents(WORTEL / "domain.yml")


@given(
    ruw=st.one_of(
        st.text(max_size=60),
        st.text(alphabet='/ \t\n\u2003{}":a?!.👍\x00\ud800', max_size=60),
        st.builds(
            lambda naam, rest: f"/{naam}{rest}", st.sampled_from(sorted(INTENTS)), st.text('{}":ab, []1', max_size=20)
        ),
        st.recursive(st.none() | st.integers() | st.text(), st.lists, max_leaves=4),
    )
)
def test_whatever_comes_in_only_an_allowed_payload_starts_with_a_slash(ruw: object) -> None:
    """Nothing raises, nothing is empty, and Rasa finds no command but those of the buttons."""
    bericht = naar_bericht(ruw, INTENTS)
    assert bericht == bericht.strip() != ""
    assert len(bericht) <= MEESTE_TEKENS
    assert not bericht.startswith("/") or bericht in VASTE or is_knoplading(bericht, INTENTS)
    bericht.encode("utf-8")


@given(ruw=st.text(max_size=60))
def test_text_that_was_let_through_is_let_through_again(ruw: str) -> None:
    """A message that is sent once more says the same."""
    bericht = naar_bericht(ruw, INTENTS | {lading[1:] for lading in VASTE})
    assert bericht == naar_bericht(bericht, INTENTS | {lading[1:] for lading in VASTE})


def test_rasa_reads_the_same_intents_from_the_domain() -> None:
    """Those that Rasa adds by itself, to restart a conversation for one, are no buttons."""
    eigen = {"back", "out_of_scope", "restart", "session_start"}
    assert lees_intents(WORTEL / "domain.yml") == set(Domain.load(str(WORTEL / "domain.yml")).intents) - eigen
