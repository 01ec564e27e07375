"""How it fits: phone, narrow, zoomed, above the keyboard on the screen, with and without motion."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from playwright.sync_api import expect

from tests.webchat.chat import Chat
from tests.webchat.nepbot import BEREKENING
from tests.webchat.nepbot import OVERMACHT
from tests.webchat.nepbot import NepBot


KADER = "(e) => { const { left, top, width, height } = e.getBoundingClientRect(); return [left, top, width, height]; }"


@pytest.fixture
def vol(chat: Callable[..., Chat], bot: NepBot) -> Callable[..., Chat]:
    """The chat with all that the bot can say in it."""

    def maak(**opties: object) -> Chat:
        bot.antwoorden |= {"saldo": BEREKENING, "overmacht": OVERMACHT}
        gesprek = chat(**opties)
        gesprek.stuur("saldo")
        gesprek.stuur("overmacht")
        gesprek.zie("Ik maakte een ontwerp")
        return gesprek

    return maak


def test_on_a_phone_it_fills_the_screen(vol: Callable[..., Chat]) -> None:
    """And nothing sticks out."""
    gesprek = vol(telefoon=True)
    assert [0, 0, 390, 844] == gesprek.paneel.evaluate(KADER)
    gesprek.past()


@pytest.mark.parametrize(
    ("breed", "hoog"), [(320, 568), (640, 400), (320, 256), (844, 390)], ids=["320", "zoom 200", "zoom 400", "liggend"]
)
def test_it_fits_when_there_is_little_room(breed: int, hoog: int, vol: Callable[..., Chat]) -> None:
    """Also with the form and the menu; the field to type in stays in view."""
    gesprek = vol(viewport={"width": breed, "height": hoog})
    gesprek.past()
    expect(gesprek.vraag).to_be_in_viewport()
    gesprek.knop("Meer mogelijkheden").click()
    gesprek.knop("Verwijder mijn gesprek").scroll_into_view_if_needed()
    expect(gesprek.knop("Verwijder mijn gesprek")).to_be_in_viewport()
    gesprek.page.keyboard.press("Escape")
    gesprek.knop("Vul je studiepunten in").click()
    gesprek.knop("Bereken").click()
    gesprek.past()
    gesprek.knop("Annuleer").scroll_into_view_if_needed()
    expect(gesprek.knop("Annuleer")).to_be_in_viewport()


def test_beside_the_page_it_leaves_the_page_alone(chat: Callable[..., Chat]) -> None:
    """In its corner, and the page can be used."""
    gesprek = chat()
    links, _, breed, hoog = gesprek.paneel.evaluate(KADER)
    assert (1280 - 20 - 416, 416) == (links, breed)
    assert hoog <= 800 - 40
    gesprek.page.get_by_text("Waar zie ik mijn saldo?").click()
    expect(gesprek.page.get_by_text("Je meldt je aan met je eID")).to_be_visible()


def test_it_stays_above_the_keyboard_on_the_screen(chat: Callable[..., Chat]) -> None:
    """An iPhone lays its keyboard over the page and pushes the page up."""
    gesprek = chat(telefoon=True)
    gesprek.page.evaluate(
        """() => { for (const [naam, waarde] of [["height", 500], ["offsetTop", 60]])
        Object.defineProperty(visualViewport, naam, { get: () => waarde });
        visualViewport.dispatchEvent(new Event("resize")); }"""
    )
    assert [0, 60, 390, 500] == gesprek.paneel.evaluate(KADER)
    expect(gesprek.vraag).to_be_in_viewport()


def test_turning_the_phone_keeps_the_chat_and_the_focus(chat: Callable[..., Chat]) -> None:
    """From over the page to beside it and back."""
    gesprek = chat(viewport={"width": 400, "height": 800})
    gesprek.vraag.fill("half")
    gesprek.page.set_viewport_size({"width": 900, "height": 800})
    expect(gesprek.paneel).not_to_have_css("width", "400px")
    assert "Je vraag" == gesprek.focus()
    gesprek.page.set_viewport_size({"width": 400, "height": 800})
    expect(gesprek.paneel).to_have_css("width", "400px")
    assert "Je vraag" == gesprek.focus()
    expect(gesprek.vraag).to_have_value("half")


def test_larger_letters_of_the_reader_make_a_larger_chat(vol: Callable[..., Chat]) -> None:
    """Only the text, up to twice the size, as some set it in their browser."""
    gesprek = vol()
    gesprek.page.locator("leerkrediet-assistent").evaluate(
        """(e) => { const blad = new CSSStyleSheet(); blad.replaceSync(":host { font-size: 2em !important }");
        e.shadowRoot.adoptedStyleSheets = [...e.shadowRoot.adoptedStyleSheets, blad]; }"""
    )
    gesprek.past()
    expect(gesprek.vraag).to_be_in_viewport()
    expect(gesprek.knop("Sluit de chat")).to_be_in_viewport()


@pytest.mark.parametrize("kan_het_zelf", [True, False])
def test_the_field_grows_with_the_question(kan_het_zelf: bool, scherm: Callable[..., Page], bot: NepBot) -> None:
    """Up to some lines, and small again afterwards; also in a browser that does not do so by itself."""
    page = scherm()
    if not kan_het_zelf:
        page.add_init_script("CSS.supports = () => false;")
    gesprek = Chat(page)
    gesprek.ga(bot.url)
    gesprek.open()
    if not kan_het_zelf:
        gesprek.vraag.evaluate("(e) => { e.style.fieldSizing = 'fixed'; }")
    hoog = "(e) => e.offsetHeight"
    leeg = gesprek.vraag.evaluate(hoog)
    gesprek.vraag.fill("een\ntwee\ndrie")
    drie = gesprek.vraag.evaluate(hoog)
    assert leeg + 40 < drie
    assert gesprek.vraag.evaluate("(e) => e.scrollHeight <= e.clientHeight + 1")
    gesprek.vraag.fill("regel\n" * 40)
    assert gesprek.vraag.evaluate(hoog) <= 128
    gesprek.vraag.press("Enter")
    assert abs(leeg - gesprek.vraag.evaluate(hoog)) <= 1


def test_every_target_is_large_enough(vol: Callable[..., Chat]) -> None:
    """24 pixels both ways, except a link within a sentence."""
    gesprek = vol(telefoon=True)
    gesprek.knop("Meer mogelijkheden").click()
    klein = gesprek.paneel.locator("button:visible, textarea, .voet a, .document, .contact a").evaluate_all(
        """(delen) => delen.map((e) => [e.textContent, e.getBoundingClientRect()])
        .filter(([, { width, height }]) => Math.min(width, height) < 24).map(([naam, r]) => [naam, r.width, r.height])"""
    )
    assert [] == klein


@pytest.mark.parametrize(("wens", "verwacht"), [("reduce", "0s"), ("no-preference", "0.18s")])
def test_nothing_moves_for_who_wants_no_motion(wens: str, verwacht: str, chat: Callable[..., Chat]) -> None:
    """And for others hardly anything does."""
    gesprek = chat(reduced_motion=wens)
    duur = gesprek.paneel.evaluate(
        "(e) => { const s = getComputedStyle(e); return s.animationName === 'none' ? '0s' : s.animationDuration; }"
    )
    assert verwacht == duur


def test_in_high_contrast_every_edge_is_drawn(vol: Callable[..., Chat]) -> None:
    """Where colours are taken away, lines remain."""
    gesprek = vol(forced_colors="active")
    randen = gesprek.paneel.locator(".bel, .keuze, .rond, textarea").evaluate_all(
        "(delen) => delen.map((e) => [e.className, getComputedStyle(e).borderTopStyle, parseFloat(getComputedStyle(e).borderTopWidth)])"
    )
    assert all(stijl != "none" and dikte >= 1 for _, stijl, dikte in randen), randen
