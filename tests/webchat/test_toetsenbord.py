"""The whole chat with the keyboard alone, and the focus always where the student left it."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from tests.webchat.chat import Chat
from tests.webchat.nepbot import BEREKENING
from tests.webchat.nepbot import NepBot


def toetsen(gesprek: Chat, *namen: str) -> None:
    """Press one after the other."""
    for naam in namen:
        gesprek.page.keyboard.press(naam)


def tab_tot(gesprek: Chat, naam: str, toets: str = "Tab") -> None:
    """Go on until this has the focus."""
    gezien = []
    for _ in range(40):
        if gesprek.focus().startswith(naam):
            return
        gezien.append(gesprek.focus())
        gesprek.page.keyboard.press(toets)
    raise AssertionError(f"{naam} is niet te bereiken; wel {gezien}")


def test_a_whole_conversation_with_the_keyboard(chat: Callable[..., Chat], bot: NepBot) -> None:
    """From the page into the chat, a question, a choice in the answer, and back to the page."""
    bot.antwoorden["saldo"] = BEREKENING
    gesprek = chat(open_=False)
    tab_tot(gesprek, "Vraag over leerkrediet?")
    toetsen(gesprek, "Enter")
    assert "Je vraag" == gesprek.focus()
    gesprek.page.keyboard.type("saldo")
    toetsen(gesprek, "Enter")
    gesprek.zie("170 studiepunten")
    assert "Je vraag" == gesprek.focus()
    tab_tot(gesprek, "Nog een jaar", "Shift+Tab")
    toetsen(gesprek, "Enter")
    gesprek.zie("Je zei: t1")
    assert gesprek.focus().startswith("Nog een jaar")
    toetsen(gesprek, "Escape")
    expect(gesprek.paneel).to_be_hidden()
    assert "Vraag over leerkrediet?" == gesprek.focus()


def test_every_control_can_be_reached_and_shows_it(chat: Callable[..., Chat], bot: NepBot) -> None:
    """Each in its turn, with a ring around it."""
    bot.antwoorden["saldo"] = BEREKENING
    gesprek = chat()
    gesprek.stuur("saldo")
    gesprek.zie("Burgerprofiel")
    for naam in (
        "Sluit de chat", "Gesprek", "Bereken mijn saldo", "Je leerkrediet, stap voor stap", "Download deze berekening", "Druk deze berekening af",
        "burgerprofiel.be", "Nog een jaar", "Vul je studiepunten in", "Je vraag", "Verstuur", "Privacy", "Toegankelijkheid",
    ):  # fmt: skip
        tab_tot(gesprek, naam)
        ring = gesprek.page.evaluate(
            """() => { let e = document.activeElement; while (e.shadowRoot) e = e.shadowRoot.activeElement;
            const s = getComputedStyle(e); return s.outlineStyle + parseFloat(s.outlineWidth); }"""
        )
        assert "solid3" == ring, naam


def test_beside_the_page_the_chat_is_no_trap(chat: Callable[..., Chat]) -> None:
    """On a large screen the page stays in reach."""
    gesprek = chat()
    tab_tot(gesprek, "Naar de inhoud", "Shift+Tab")


def test_on_a_phone_the_page_behind_is_out_of_reach(chat: Callable[..., Chat]) -> None:
    """The chat lies over it."""
    gesprek = chat(telefoon=True)
    gezien = set()
    for _ in range(30):
        toetsen(gesprek, "Tab")
        gezien.add(gesprek.focus())
    assert {"Sluit de chat", "Je vraag", "Verstuur"} <= gezien
    assert not {naam for naam in gezien if "inhoud" in naam or "Waar zie ik" in naam}


def test_on_a_phone_no_keyboard_jumps_up_over_the_greeting(chat: Callable[..., Chat]) -> None:
    """The title has the focus, so that a screen reader begins there."""
    gesprek = chat(telefoon=True)
    assert "Leerkredietassistent" == gesprek.focus()
    toetsen(gesprek, "Escape")
    assert "Vraag over leerkrediet?" == gesprek.focus()


def test_the_menu_with_the_keyboard(chat: Callable[..., Chat]) -> None:
    """Esc closes the menu and not the chat; what closes gives the focus back."""
    gesprek = chat()
    tab_tot(gesprek, "Meer mogelijkheden")
    meer = gesprek.knop("Meer mogelijkheden")
    expect(meer).to_have_attribute("aria-expanded", "false")
    toetsen(gesprek, "Enter")
    expect(meer).to_have_attribute("aria-expanded", "true")
    toetsen(gesprek, "Escape")
    expect(meer).to_be_focused()
    expect(gesprek.paneel).to_be_visible()
    toetsen(gesprek, "Enter")
    tab_tot(gesprek, "Verwijder mijn gesprek")
    toetsen(gesprek, "Enter")
    assert "Verwijder mijn gesprek" == gesprek.focus()
    toetsen(gesprek, "Escape")
    expect(meer).to_be_focused()
    toetsen(gesprek, "Enter")
    tab_tot(gesprek, "Nieuw gesprek")
    toetsen(gesprek, "Enter", "Tab", "Tab", "Enter")
    expect(gesprek.melding).to_have_text("Een nieuw gesprek is begonnen.")
    expect(meer).to_be_focused()


def test_leaving_the_menu_closes_it(chat: Callable[..., Chat]) -> None:
    """It does not stay open over what comes next."""
    gesprek = chat()
    gesprek.knop("Meer mogelijkheden").click()
    tab_tot(gesprek, "Gesprek")
    expect(gesprek.knop("Nieuw gesprek")).to_be_hidden()


def test_the_form_with_the_keyboard(chat: Callable[..., Chat], bot: NepBot) -> None:
    """What it sends is what a student could have typed."""
    gesprek = chat()
    toetsen(gesprek, "Shift+Tab")
    assert "Vul je studiepunten in" == gesprek.focus()
    toetsen(gesprek, "Enter")
    assert "Opgenomen" == gesprek.focus()
    gesprek.page.keyboard.type("60")
    toetsen(gesprek, "Tab")
    gesprek.page.keyboard.type("45")
    toetsen(gesprek, "Tab", "Enter")
    assert "Opgenomen" == gesprek.focus()
    gesprek.page.keyboard.type("54")
    toetsen(gesprek, "Tab")
    gesprek.page.keyboard.type("0")
    toetsen(gesprek, "Enter")
    zin = "Bereken mijn saldo. 1e jaar: 60 opgenomen, 45 geslaagd. 2e jaar: 54 opgenomen, 0 geslaagd."
    gesprek.zie(f"Je zei: {zin}")
    assert [zin] == bot.verwerkt
    assert "Vul je studiepunten in" == gesprek.focus()


def test_the_form_gives_the_focus_back_to_what_opened_it(chat: Callable[..., Chat]) -> None:
    """The field to type in, the topics and the menu each have a button for it."""
    gesprek = chat()
    eerste = gesprek.page.get_by_role("button", name="Vul je studiepunten in").first
    for opener in (eerste, gesprek.knop("Vul je studiepunten in")):
        opener.click()
        assert "Opgenomen" == gesprek.focus()
        toetsen(gesprek, "Escape")
        expect(opener).to_be_focused()
    gesprek.knop("Meer mogelijkheden").click()
    eerste.click()
    toetsen(gesprek, "Escape")
    expect(gesprek.knop("Meer mogelijkheden")).to_be_focused()


def test_the_form_says_what_is_wrong_and_goes_there(chat: Callable[..., Chat], bot: NepBot) -> None:
    """In words beside the field, and for a screen reader with the field."""
    gesprek = chat()
    gesprek.knop("Vul je studiepunten in").click()
    op, door = gesprek.page.get_by_label("Opgenomen"), gesprek.page.get_by_label("Geslaagd")
    for waarden, fout, veld in (
        (("", ""), "Vul een getal in van 1 tot 120.", op),
        (("0", "0"), "Vul een getal in van 1 tot 120.", op),
        (("12x", "1"), "Vul een getal in van 1 tot 120.", op),
        (("121", "1"), "Vul een getal in van 1 tot 120.", op),
        (("60", "-1"), "Vul een getal in van 0 tot 120.", door),
        (("60", "61"), "Je kan niet voor meer punten slagen dan je opnam.", door),
    ):
        op.fill(waarden[0])
        door.fill(waarden[1])
        gesprek.knop("Bereken").click()
        expect(veld).to_be_focused()
        expect(veld).to_have_attribute("aria-invalid", "true")
        expect(veld).to_have_accessible_description(fout)
    assert [] == bot.berichten()
    door.fill("60")
    gesprek.knop("Bereken").click()
    gesprek.zie("Je zei: Bereken mijn saldo. 1e jaar: 60 opgenomen, 60 geslaagd.")


def test_a_year_can_be_taken_out_of_the_form(chat: Callable[..., Chat], bot: NepBot) -> None:
    """The others are counted anew, and the focus has a place."""
    gesprek = chat()
    gesprek.knop("Vul je studiepunten in").click()
    for jaar, punten in enumerate(("60", "50", "40")):
        if jaar:
            gesprek.knop("Nog een jaar").click()
        gesprek.page.get_by_label("Opgenomen").nth(jaar).fill(punten)
        gesprek.page.get_by_label("Geslaagd").nth(jaar).fill("10")
    gesprek.knop("Verwijder jaar 2").click()
    assert "Opgenomen" == gesprek.focus()
    assert "Jaar 2 is verwijderd." in gesprek.gehoord()
    gesprek.knop("Bereken").click()
    gesprek.zie("1e jaar: 60 opgenomen, 10 geslaagd. 2e jaar: 40 opgenomen, 10 geslaagd.")


def test_the_page_does_not_hear_what_is_typed(chat: Callable[..., Chat]) -> None:
    """A site with shortcuts of its own is not moved by a question."""
    gesprek = chat()
    gesprek.page.evaluate("() => { window.toetsen = 0; addEventListener('keydown', () => window.toetsen++); }")
    gesprek.vraag.press_sequentially("s/")
    assert 0 == gesprek.page.evaluate("window.toetsen")


def test_an_answer_never_moves_the_focus(chat: Callable[..., Chat], bot: NepBot) -> None:
    """Wherever it is, also outside the chat."""
    gesprek = chat()
    bot.dicht.clear()
    gesprek.stuur("dag")
    gesprek.page.get_by_role("link", name="Naar de inhoud").focus()
    bot.dicht.set()
    gesprek.zie("Je zei: dag")
    assert "Naar de inhoud" == gesprek.focus()
