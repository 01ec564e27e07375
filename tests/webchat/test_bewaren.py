"""How long a conversation lasts: over pages, in tabs, until it expires or is deleted."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page
from playwright.sync_api import expect

from tests.webchat.chat import Chat
from tests.webchat.nepbot import BEREKENING
from tests.webchat.nepbot import Gastschool
from tests.webchat.nepbot import NepBot


SLEUTEL = "leerkrediet-assistent"


def bewaard(gesprek: Chat) -> str:
    """What the tab keeps."""
    inhoud: str = gesprek.page.evaluate(f"() => sessionStorage.getItem('{SLEUTEL}') ?? ''")
    return inhoud


def test_a_conversation_survives_a_reload(chat: Callable[..., Chat], bot: NepBot) -> None:
    """The chat is open again, in the same session, without taking the focus or reading the history."""
    bot.antwoorden["saldo"] = BEREKENING
    gesprek = chat()
    gesprek.stuur("saldo")
    gesprek.zie("Burgerprofiel")
    gesprek.vraag.fill("half getypt")
    gesprek.page.reload()
    gesprek.luister()
    gesprek.zie("Burgerprofiel")
    expect(gesprek.page.get_by_role("table", name="Je leerkrediet, stap voor stap")).to_be_visible()
    expect(gesprek.vraag).to_have_value("half getypt")
    assert "" == gesprek.focus()
    assert [] == gesprek.gehoord()
    gesprek.zeg("verder")
    assert 1 == len({bericht["sessie"] for bericht in bot.berichten()})


def test_a_conversation_survives_a_page_change_and_the_way_back(
    scherm: Callable[..., Page], bot: NepBot, school: Gastschool
) -> None:
    """On every page of the site."""
    script = f'<script src="{bot.url}/widget.js" defer></script>'
    een, twee = school.zet("/een", script), school.zet("/twee", script)
    gesprek = Chat(scherm())
    gesprek.ga(een)
    gesprek.open()
    gesprek.zeg("op de eerste")
    gesprek.ga(twee)
    gesprek.zie("Je zei: op de eerste")
    gesprek.zeg("op de tweede")
    gesprek.page.go_back()
    gesprek.zie("Je zei: op de tweede")


def test_a_chat_that_was_closed_stays_closed(chat: Callable[..., Chat]) -> None:
    """It does not jump open on the next page."""
    gesprek = chat()
    gesprek.zeg("dag")
    gesprek.sluit()
    gesprek.page.reload()
    expect(gesprek.oproep).to_be_visible()
    expect(gesprek.paneel).to_be_hidden()
    gesprek.oproep.click()
    gesprek.zie("Je zei: dag")


def test_on_a_phone_the_next_page_is_not_covered(chat: Callable[..., Chat]) -> None:
    """There the chat would hide what the student went to see."""
    gesprek = chat(telefoon=True)
    gesprek.zeg("dag")
    gesprek.page.reload()
    expect(gesprek.oproep).to_be_visible()
    expect(gesprek.paneel).to_be_hidden()


def test_two_tabs_have_two_conversations(chat: Callable[..., Chat], bot: NepBot) -> None:
    """What is said in one is not heard in the other."""
    gesprek = chat()
    gesprek.zeg("in de eerste")
    ander = Chat(gesprek.page.context.new_page())
    ander.ga(bot.url)
    ander.open()
    ander.zeg("in de tweede")
    expect(ander.regels).to_have_count(3)
    gesprek.zeg("nog eens")
    expect(gesprek.regels).to_have_count(5)
    assert 2 == len({bericht["sessie"] for bericht in bot.berichten()})


def dubbel(gesprek: Chat, bot: NepBot) -> Chat:
    """A second tab with what the first one keeps, as a browser makes of a duplicated tab."""
    inhoud = bewaard(gesprek)
    ander = Chat(gesprek.page.context.new_page())
    ander.page.goto(f"{bot.url}/pagina.css")
    ander.page.evaluate("([s, i]) => sessionStorage.setItem(s, i)", [SLEUTEL, inhoud])
    ander.ga(bot.url)
    return ander


def test_a_duplicated_tab_goes_on_and_is_deleted_with_the_first(chat: Callable[..., Chat], bot: NepBot) -> None:
    """They hold the same conversation."""
    gesprek = chat()
    gesprek.zeg("een")
    ander = dubbel(gesprek, bot)
    ander.zeg("twee")
    gesprek.kies("Verwijder mijn gesprek")
    gesprek.bevestig("Verwijder mijn gesprek")
    expect(ander.melding).to_have_text("Je gesprek is verwijderd.")
    expect(ander.regels).to_have_count(2)


def test_deleting_removes_the_conversation_here_and_at_the_server(chat: Callable[..., Chat], bot: NepBot) -> None:
    """Nothing of it is left in the tab, and a new session begins."""
    gesprek = chat()
    gesprek.zeg("mijn geheim")
    sessie = bot.berichten()[0]["sessie"]
    gesprek.kies("Verwijder mijn gesprek")
    gesprek.bevestig("Verwijder mijn gesprek")
    expect(gesprek.melding).to_have_text("Je gesprek is verwijderd.")
    assert [sessie] == bot.vergeten()
    assert "Je gesprek is verwijderd." in gesprek.gehoord()
    assert "geheim" not in bewaard(gesprek)
    assert "Meer mogelijkheden" == gesprek.focus()
    gesprek.zeg("opnieuw")
    assert sessie != bot.berichten()[-1]["sessie"]


def test_deleting_that_fails_says_so_and_keeps_the_conversation(chat: Callable[..., Chat], bot: NepBot) -> None:
    """No false comfort; trying again is one press."""
    gesprek = chat()
    gesprek.zeg("mijn geheim")
    bot.vergeet_storingen.append(500)
    gesprek.kies("Verwijder mijn gesprek")
    gesprek.bevestig("Verwijder mijn gesprek")
    expect(gesprek.paneel.get_by_text("Je gesprek is nog niet verwijderd.").first).to_be_visible()
    gesprek.zie("Je zei: mijn geheim")
    gesprek.knop("Opnieuw proberen").click()
    expect(gesprek.melding).to_have_text("Je gesprek is verwijderd.")
    assert 2 == len(bot.vergeten())


def test_deleting_what_the_server_no_longer_knows_clears_it_here(chat: Callable[..., Chat], bot: NepBot) -> None:
    """And says what is true."""
    gesprek = chat()
    gesprek.zeg("dag")
    bot.geldig.clear()
    gesprek.kies("Verwijder mijn gesprek")
    gesprek.bevestig("Verwijder mijn gesprek")
    expect(gesprek.melding).to_have_text("Je gesprek was al afgelopen. Het is hier gewist.")


def test_a_new_conversation_deletes_the_old_one_too(chat: Callable[..., Chat], bot: NepBot) -> None:
    """Nobody could come back to it. An answer that was on its way does not turn up in the new one."""
    gesprek = chat()
    gesprek.zeg("oud")
    bot.dicht.clear()
    gesprek.stuur("nog onderweg")
    gesprek.kies("Nieuw gesprek")
    gesprek.bevestig("Nieuw gesprek")
    expect(gesprek.melding).to_have_text("Een nieuw gesprek is begonnen.")
    bot.dicht.set()
    gesprek.zeg("nieuw")
    expect(gesprek.regels).to_have_count(4)
    assert 1 == len(bot.vergeten())


def test_silence_ends_a_conversation_after_a_warning(chat: Callable[..., Chat], bot: NepBot) -> None:
    """On a shared computer the next student must not read it."""
    bot.verloopt_over = 600
    gesprek = chat(klok=True)
    gesprek.zeg("mijn geheim")
    gesprek.verstrijk(479)
    expect(gesprek.knop("Ga verder")).to_be_hidden()
    gesprek.verstrijk(2)
    expect(gesprek.knop("Ga verder")).to_be_visible()
    assert "Je gesprek wordt zo gewist. Wil je verder praten?" in gesprek.gehoord()
    gesprek.verstrijk(120)
    expect(gesprek.melding).to_have_text("Je gesprek is gewist, omdat je een tijd niets stuurde.")
    expect(gesprek.knop("Ga verder")).to_be_hidden()
    assert "geheim" not in bewaard(gesprek)
    assert "geheim" not in gesprek.paneel.inner_text()


def test_a_student_who_says_so_keeps_the_conversation(chat: Callable[..., Chat], bot: NepBot) -> None:
    """The same session is renewed."""
    bot.verloopt_over = 600
    gesprek = chat(klok=True)
    gesprek.zeg("dag")
    gesprek.verstrijk(481)
    gesprek.knop("Ga verder").click()
    expect(gesprek.knop("Ga verder")).to_be_hidden()
    gesprek.verstrijk(400)
    gesprek.zie("Je zei: dag")
    assert {"sessie": bot.berichten()[0]["sessie"]} in [lichaam for pad, lichaam in bot.gevraagd if pad == "sessie"]


def test_who_is_writing_is_not_interrupted(chat: Callable[..., Chat], bot: NepBot) -> None:
    """A long question takes its time."""
    bot.verloopt_over = 600
    gesprek = chat(klok=True)
    gesprek.zeg("dag")
    gesprek.verstrijk(400)
    with gesprek.page.expect_response("**/widget/sessie"):
        gesprek.vraag.press_sequentially("ik")
    gesprek.page.wait_for_function(f"() => JSON.parse(sessionStorage.getItem('{SLEUTEL}')).laatst >= Date.now()")
    gesprek.verstrijk(400)
    gesprek.zie("Je zei: dag")


def test_a_computer_that_slept_shows_nothing_of_yesterday(chat: Callable[..., Chat], bot: NepBot) -> None:
    """No timer ran while the lid was closed."""
    gesprek = chat()
    gesprek.zeg("mijn geheim")
    stand = json.loads(bewaard(gesprek))
    stand["laatst"] -= 1801 * 1000
    gesprek.page.evaluate("([s, i]) => sessionStorage.setItem(s, i)", [SLEUTEL, json.dumps(stand)])
    # The page that goes must not save its own over it.
    gesprek.page.goto("about:blank")
    gesprek.page.goto(bot.url)
    expect(gesprek.paneel.get_by_text("Stel je vraag over leerkrediet").first).to_be_visible()
    assert "geheim" not in gesprek.paneel.inner_text() + bewaard(gesprek)


def test_an_open_chat_in_which_nothing_was_said_does_not_warn(chat: Callable[..., Chat], bot: NepBot) -> None:
    """There is nothing to lose; and the first question still works."""
    bot.verloopt_over = 600
    gesprek = chat(klok=True)
    gesprek.verstrijk(700)
    bot.geldig.clear()
    expect(gesprek.knop("Ga verder")).to_be_hidden()
    gesprek.zeg("dag")
    expect(gesprek.melding).to_have_count(0)


def test_where_storage_is_blocked_the_chat_works_for_this_page(scherm: Callable[..., Page], bot: NepBot) -> None:
    """Some browsers and schools allow none."""
    page = scherm()
    page.add_init_script(
        "for (const naam of ['sessionStorage', 'localStorage'])"
        " Object.defineProperty(window, naam, { get() { throw new DOMException('geblokkeerd', 'SecurityError'); } });"
        "window.BroadcastChannel = class { constructor() { throw new DOMException('geblokkeerd', 'SecurityError'); } };"
    )
    gesprek = Chat(page)
    gesprek.ga(bot.url)
    gesprek.open()
    gesprek.zeg("een")
    gesprek.zeg("twee")


def test_nothing_is_kept_beside_the_tab(chat: Callable[..., Chat]) -> None:
    """No cookie, nothing that outlives the tab."""
    gesprek = chat()
    gesprek.zeg("dag")
    assert [] == gesprek.page.context.cookies()
    assert 0 == gesprek.page.evaluate("() => localStorage.length")
    assert [SLEUTEL] == gesprek.page.evaluate("() => Object.keys(sessionStorage)")


def test_the_conversation_can_be_downloaded(chat: Callable[..., Chat], bot: NepBot) -> None:
    """With the table and the addresses, as plain text."""
    bot.antwoorden["saldo"] = BEREKENING
    gesprek = chat()
    gesprek.stuur("saldo")
    gesprek.zie("Burgerprofiel")
    with gesprek.page.expect_download() as download:
        gesprek.kies("Download het gesprek")
    assert "leerkrediet-gesprek.txt" == download.value.suggested_filename
    tekst = Path(download.value.path()).read_text("utf-8")
    for stuk in ("Jij zegt:\nsaldo", "Je saldo wordt 170 studiepunten.", "Die 45 tellen dubbel | +45 | 170", "https://burgerprofiel.be", "Dit is een berekening."):  # fmt: skip
        assert stuk in tekst


def test_the_calculation_can_be_downloaded_by_itself(chat: Callable[..., Chat], bot: NepBot) -> None:
    """Without the rest of the conversation."""
    bot.antwoorden["saldo"] = BEREKENING
    gesprek = chat()
    gesprek.stuur("saldo")
    with gesprek.page.expect_download() as download:
        gesprek.knop("Download deze berekening").click()
    tekst = Path(download.value.path()).read_text("utf-8")
    assert "Je neemt 60 studiepunten op | −60 | 80" in tekst
    assert "Jij zegt" not in tekst


def test_printing_prints_the_conversation_and_not_the_page(scherm: Callable[..., Page], bot: NepBot) -> None:
    """Nor its buttons; the calculation also by itself."""
    bot.antwoorden["saldo"] = BEREKENING
    page = scherm()
    page.add_init_script(
        "window.print = () => { top.papier = document.body.innerText; top.beelden = [...document.images].map((b) => b.naturalWidth);"
        "dispatchEvent(new Event('afterprint')); };"
    )
    gesprek = Chat(page)
    gesprek.ga(bot.url)
    gesprek.open()
    gesprek.stuur("saldo")
    gesprek.zie("Burgerprofiel")
    gesprek.kies("Druk het gesprek af")
    page.wait_for_function("() => window.papier")
    papier = page.evaluate("window.papier")
    assert all(page.evaluate("window.beelden"))
    assert 1 == len(page.evaluate("window.beelden"))
    assert "Jij zegt: saldo" in papier.replace("\n", " ")
    assert "Die 45 tellen dubbel\t+45\t170" in papier
    for weg in ("Hoe werkt het?", "Nog een jaar", "Download"):
        assert weg not in papier
    expect(page.locator("iframe")).to_have_count(0)
    page.evaluate("window.papier = ''")
    gesprek.knop("Druk deze berekening af").click()
    page.wait_for_function("() => window.papier")
    assert "Jij zegt" not in page.evaluate("window.papier")
    assert "Die 45 tellen dubbel" in page.evaluate("window.papier")
