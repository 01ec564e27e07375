"""A conversation as a student has it, on a large screen and on a phone."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.webchat.chat import Chat
from tests.webchat.nepbot import BEREKENING
from tests.webchat.nepbot import NepBot


SCHERMEN = pytest.mark.parametrize("telefoon", [False, True], ids=["scherm", "telefoon"])


@SCHERMEN
def test_a_student_types_a_question_and_reads_the_answer(
    telefoon: bool, chat: Callable[..., Chat], bot: NepBot
) -> None:
    """With the time, and with the field empty for the next question."""
    gesprek = chat(telefoon)
    gesprek.zeg("wat is leerkrediet?")
    expect(gesprek.vraag).to_have_value("")
    expect(gesprek.regels.last.get_by_role("time")).to_have_text(re.compile(r"^\d\d:\d\d$"))
    assert ["wat is leerkrediet?"] == bot.verwerkt


@SCHERMEN
def test_a_student_chooses_a_topic(telefoon: bool, chat: Callable[..., Chat], bot: NepBot) -> None:
    """The payload goes to the server, the title into the conversation."""
    gesprek = chat(telefoon)
    gesprek.knop("Ik val onder overmacht").click()
    gesprek.zie("Je zei: lading:Ik val onder overmacht")
    assert "lading" in bot.berichten()[0]
    assert "tekst" not in bot.berichten()[0]


def test_the_topics_are_those_of_the_server(chat: Callable[..., Chat], bot: NepBot) -> None:
    """Whatever they are."""
    bot.suggesties = ["Eerste", "Tweede"]
    gesprek = chat()
    groep = gesprek.page.get_by_role("group", name="Kies een onderwerp")
    expect(groep.get_by_role("button")).to_have_text(["Eerste", "Tweede", "Vul je studiepunten in"])


def test_without_a_session_our_own_topics_are_sent_as_if_typed(chat: Callable[..., Chat], bot: NepBot) -> None:
    """A server that is away for a moment does not leave an empty chat."""
    bot.sessie_storingen.extend(["stil"])
    gesprek = chat()
    gesprek.knop("Bereken mijn saldo").click()
    gesprek.zie("Je zei: Bereken mijn saldo")
    assert "Bereken mijn saldo" == bot.berichten()[0]["tekst"]


def test_a_button_stays_and_keeps_the_focus_after_use(chat: Callable[..., Chat], bot: NepBot) -> None:
    """It says that it was chosen, and not by colour alone."""
    bot.antwoorden["saldo"] = BEREKENING
    gesprek = chat()
    gesprek.stuur("saldo")
    gesprek.knop("Nog een jaar").click()
    gesprek.zie("Je zei: t1")
    gekozen = gesprek.page.get_by_role("button", name="Nog een jaar (gekozen)")
    expect(gekozen).to_be_focused()
    expect(gekozen.locator("svg")).to_be_visible()
    expect(gekozen).to_be_enabled()


def test_pressing_a_button_twice_sends_once(chat: Callable[..., Chat], bot: NepBot) -> None:
    """As long as the first is on its way."""
    gesprek = chat()
    bot.dicht.clear()
    gesprek.page.get_by_role("button", name="Wat is leerkrediet?").dblclick()
    bot.dicht.set()
    gesprek.zie("Je zei: lading:Wat is leerkrediet?")
    assert 1 == len(bot.berichten())


def test_while_the_assistant_thinks_it_shows_and_says_so(chat: Callable[..., Chat], bot: NepBot) -> None:
    """Seen at once, heard after a while, gone with the answer."""
    gesprek = chat(klok=True)
    bot.dicht.clear()
    gesprek.stuur("dag")
    stippen = gesprek.gesprek.locator(".typt")
    expect(stippen).to_be_visible()
    gesprek.verstrijk(3.1)
    assert "De assistent antwoordt …" in gesprek.gehoord()
    bot.dicht.set()
    gesprek.zie("Je zei: dag")
    expect(stippen).to_be_hidden()


def test_questions_are_answered_in_their_order(chat: Callable[..., Chat], bot: NepBot) -> None:
    """Also when the second is sent before the first is answered."""
    gesprek = chat()
    bot.dicht.clear()
    gesprek.stuur("een")
    gesprek.stuur("twee")
    assert 1 == len(bot.berichten())
    bot.dicht.set()
    gesprek.zie("Je zei: twee")
    assert ["een", "twee"] == bot.verwerkt


def test_enter_sends_and_shift_enter_begins_a_line(chat: Callable[..., Chat], bot: NepBot) -> None:
    """As the accessibility page says."""
    gesprek = chat()
    gesprek.vraag.fill("eerste jaar 60")
    gesprek.vraag.press("Shift+Enter")
    gesprek.vraag.press_sequentially("45 geslaagd")
    gesprek.vraag.press("Enter")
    gesprek.zie("Je zei:")
    assert ["eerste jaar 60\n45 geslaagd"] == bot.verwerkt


def test_nothing_is_sent_of_an_empty_field(chat: Callable[..., Chat], bot: NepBot) -> None:
    """Nor of spaces."""
    gesprek = chat()
    gesprek.stuur("   ")
    gesprek.zeg("nu wel")
    assert ["nu wel"] == bot.verwerkt


def test_too_long_a_message_is_kept_and_explained(chat: Callable[..., Chat], bot: NepBot) -> None:
    """Nothing is cut off in silence."""
    bot.max_tekens = 20
    gesprek = chat()
    gesprek.vraag.fill("a" * 18)
    expect(gesprek.page.get_by_text("18 van 20 tekens")).to_be_visible()
    gesprek.stuur("b" * 21)
    uitleg = "Je bericht is te lang: 21 tekens. Het mogen er 20 zijn."
    expect(gesprek.page.locator("#aantal")).to_have_text(uitleg)
    assert uitleg in gesprek.gehoord()
    expect(gesprek.vraag).to_have_value("b" * 21)
    assert [] == bot.berichten()


def test_the_answer_is_read_from_its_beginning(chat: Callable[..., Chat], bot: NepBot) -> None:
    """The question stands at the top of the view when the answer is long."""
    bot.antwoorden["lang"] = [{"tekst": "\n".join(f"Regel {n}" for n in range(60))}]
    gesprek = chat()
    gesprek.stuur("lang")
    gesprek.zie("Regel 0")
    expect(gesprek.bel("lang").first).to_be_in_viewport()
    assert gesprek.gesprek.evaluate("(e) => e.scrollHeight - e.scrollTop - e.clientHeight") > 100


def test_who_reads_back_is_not_scrolled_away(chat: Callable[..., Chat], bot: NepBot) -> None:
    """A button tells of the new answer instead."""
    bot.antwoorden["lang"] = [{"tekst": "\n".join(f"Regel {n}" for n in range(60))}]
    gesprek = chat()
    gesprek.stuur("lang")
    gesprek.zie("Regel 59")
    bot.dicht.clear()
    gesprek.stuur("dag")
    expect(gesprek.gesprek.locator(".typt")).to_be_visible()
    gesprek.gesprek.evaluate("(e) => { e.scrollTop = 0; }")
    bot.dicht.set()
    nieuw = gesprek.page.get_by_role("button", name="Nieuw antwoord")
    expect(nieuw).to_be_visible()
    assert 0 == gesprek.gesprek.evaluate("(e) => e.scrollTop")
    nieuw.click()
    expect(gesprek.bel("Je zei: dag")).to_be_in_viewport()
    expect(nieuw).to_be_hidden()


def test_an_answer_to_a_closed_chat_is_counted_on_its_button(chat: Callable[..., Chat], bot: NepBot) -> None:
    """Seen and heard, and gone once the chat is open."""
    gesprek = chat()
    bot.dicht.clear()
    gesprek.stuur("dag")
    gesprek.sluit()
    bot.dicht.set()
    teller = gesprek.page.get_by_role("button", name="Vraag over leerkrediet? , 1 nieuw bericht")
    expect(teller).to_be_visible()
    assert "Leerkredietassistent: 1 nieuw bericht" in gesprek.gehoord()
    teller.click()
    gesprek.zie("Je zei: dag")
    gesprek.sluit()
    expect(gesprek.page.get_by_role("button", name="Vraag over leerkrediet?", exact=True)).to_be_visible()


def test_it_says_that_it_is_no_human_and_links_to_its_pages(chat: Callable[..., Chat], bot: NepBot) -> None:
    """Privacy and accessibility come with it."""
    gesprek = chat(open_=False)
    expect(gesprek.page.get_by_text("Digitale assistent, geen mens")).to_have_count(1)
    gesprek.open()
    expect(gesprek.paneel).to_contain_text("Digitale assistent van Hogeschool Voorbeeld")
    for naam in ("privacy", "toegankelijkheid"):
        link = gesprek.paneel.get_by_role("link", name=naam)
        assert f"{bot.url}/{naam}" == link.get_attribute("href")
