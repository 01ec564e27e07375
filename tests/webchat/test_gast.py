"""The widget as a guest on a page that is not ours: strict, hostile, or careless."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from playwright.sync_api import expect

from tests.webchat.chat import Chat
from tests.webchat.nepbot import BEREKENING
from tests.webchat.nepbot import Gastschool
from tests.webchat.nepbot import NepBot


#: Rules of a site that go through all it holds.
VIJANDIG = """
html { font-size: 40px; }
body { font: 3px/9 serif; color: red; direction: rtl; }
body * { all: unset !important; display: none !important; color: red !important; font: 3px/9 serif !important; direction: rtl !important;
    visibility: hidden !important; opacity: 0 !important; transform: rotate(90deg) !important; pointer-events: none !important; }
main { display: block !important; visibility: visible !important; }
leerkrediet-assistent { display: none !important; opacity: 0 !important; position: absolute !important; left: -9999px !important; }
button, dialog, textarea { background: red !important; }
"""


@pytest.fixture
def gast(scherm: Callable[..., Page], bot: NepBot, school: Gastschool) -> Callable[..., Chat]:
    """The chat on a page of the school, whose script tag has these attributes."""

    def maak(attributen: str = "", beleid: str = "", kop: str = "", inhoud: str = "", **opties: object) -> Chat:
        script = f'<script src="{bot.url}/widget.js" defer {attributen}></script>'
        adres = school.zet("/", inhoud + script, beleid, kop)
        page = scherm(**opties)
        # No paper comes out of a test.
        page.add_init_script("window.print = () => console.log('afgedrukt');")
        gesprek = Chat(page)
        gesprek.ga(adres)
        return gesprek

    return maak


def test_one_line_is_enough_on_another_origin(gast: Callable[..., Chat], bot: NepBot) -> None:
    """And one file: nothing else is fetched until the chat is opened."""
    gesprek = gast()
    expect(gesprek.oproep).to_be_visible()
    assert ["/widget.js"] == bot.opgevraagd
    assert [] == bot.gevraagd
    gesprek.open()
    gesprek.zeg("dag")


@pytest.mark.parametrize(
    "script",
    ["script-src {bot}", "script-src 'nonce-abc'", "script-src 'nonce-abc' 'strict-dynamic'"],
    ids=["host", "nonce", "dynamic"],
)
def test_a_strict_policy_of_the_page_is_enough(script: str, gast: Callable[..., Chat], bot: NepBot) -> None:
    """No inline script or style, no frame, no string made code; the fixture fails on any refusal."""
    bot.antwoorden["saldo"] = BEREKENING
    beleid = (
        f"default-src 'none'; {script.format(bot=bot.url)}; connect-src {bot.url}; style-src 'self'; img-src {bot.url} data:; "
        "frame-src 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )
    gesprek = gast('nonce="abc"', beleid, viewport={"width": 390, "height": 800})
    gesprek.open()
    gesprek.stuur("saldo")
    plaatje = gesprek.page.get_by_role("img", name="Je saldo gaat van 140 naar 80 en klimt dan naar 170.")
    expect(plaatje).to_be_visible()
    assert plaatje.evaluate("(e) => e.decode().then(() => e.naturalWidth)") > 0
    # Not by asking the page again and again: the policy refuses what would be evaluated there.
    with gesprek.page.expect_console_message(lambda bericht: bericht.text == "afgedrukt"):
        gesprek.kies("Druk het gesprek af")
    gesprek.knop("Vul je studiepunten in").click()
    expect(gesprek.page.get_by_label("Opgenomen")).to_be_focused()


def test_where_the_page_allows_no_picture_its_description_stands(
    scherm: Callable[..., Page], bot: NepBot, school: Gastschool
) -> None:
    """The browser says that it refused the picture; nothing else may be wrong."""
    bot.antwoorden["saldo"] = BEREKENING
    script = f'<script src="{bot.url}/widget.js" defer></script>'
    beleid = f"default-src 'none'; script-src {bot.url}; connect-src {bot.url}; img-src data:"
    page = scherm(mag="img-src")
    page.add_init_script(
        "addEventListener('securitypolicyviolation', (g) => (window.geweigerd ??= []).push(g.effectiveDirective));"
    )
    gesprek = Chat(page)
    gesprek.ga(school.zet("/", script, beleid))
    gesprek.open()
    gesprek.stuur("saldo")
    expect(gesprek.bel("Zo kom ik daaraan")).to_contain_text(
        "Grafiek: Je saldo gaat van 140 naar 80 en klimt dan naar 170."
    )
    expect(gesprek.page.get_by_role("table", name="Je leerkrediet, stap voor stap")).to_be_visible()
    assert ["img-src"] == page.evaluate("window.geweigerd")


def test_the_css_of_the_page_does_not_reach_the_chat(
    gast: Callable[..., Chat], school: Gastschool, bot: NepBot
) -> None:
    """It looks the same as on a page without any."""
    gewoon = gast(kop="")
    gewoon.open()
    maten = "(e) => { const s = getComputedStyle(e); const { x, y, width, height } = e.getBoundingClientRect(); return [s.fontSize, s.color, s.direction, s.opacity, x, y, width, height]; }"
    verwacht = [deel.evaluate(maten) for deel in (gewoon.paneel, gewoon.vraag, gewoon.knop("Bereken mijn saldo"))]
    gesprek = gast(kop=f"<style>{VIJANDIG}</style>")
    gesprek.open()
    assert verwacht == [
        deel.evaluate(maten) for deel in (gesprek.paneel, gesprek.vraag, gesprek.knop("Bereken mijn saldo"))
    ]
    gesprek.zeg("dag")


def test_the_chat_does_not_reach_the_page(gast: Callable[..., Chat]) -> None:
    """No global, no attribute, no rule of ours is left on it, also after a chat over the whole phone."""
    gesprek = gast(viewport={"width": 390, "height": 800})
    voor = gesprek.page.evaluate(
        "() => [document.documentElement.outerHTML.length, document.adoptedStyleSheets.length, document.documentElement.style.cssText]"
    )
    gesprek.open()
    assert "hidden" == gesprek.page.evaluate("() => document.documentElement.style.overflow")
    gesprek.sluit()
    assert voor[1:] == gesprek.page.evaluate(
        "() => [document.adoptedStyleSheets.length, document.documentElement.style.cssText]"
    )
    eigen = gesprek.page.evaluate(
        """() => { const kader = document.createElement("iframe"); document.body.append(kader);
        const gewoon = new Set(Object.getOwnPropertyNames(kader.contentWindow)); kader.remove();
        return Object.getOwnPropertyNames(window).filter((n) => !gewoon.has(n) && !/^(gehoord|print|\\d+|__playwright.*)$/.test(n)); }"""
    )
    assert [] == eigen


def test_the_script_twice_gives_one_chat(gast: Callable[..., Chat], bot: NepBot) -> None:
    """An editor that pastes the line again breaks nothing."""
    nog_eens = f'<script src="{bot.url}/widget.js"></script><script src="{bot.url}/widget.js?v=2" defer></script>'
    gesprek = gast(inhoud=nog_eens)
    expect(gesprek.page.locator("leerkrediet-assistent")).to_have_count(1)
    gesprek.open()
    gesprek.zeg("dag")
    assert 1 == len(bot.berichten())


def test_of_two_elements_one_is_shown(gast: Callable[..., Chat]) -> None:
    """And when that one goes, the other can take its place."""
    gesprek = gast(
        inhoud='<leerkrediet-assistent titel="Een"></leerkrediet-assistent><leerkrediet-assistent></leerkrediet-assistent>'
    )
    expect(gesprek.oproep).to_have_count(1)
    gesprek.oproep.click()
    expect(gesprek.page.get_by_role("dialog", name="Een")).to_be_visible()
    gesprek.page.evaluate("() => document.querySelector('leerkrediet-assistent').remove()")
    expect(gesprek.paneel).to_have_count(0)
    gesprek.page.evaluate("() => document.body.append(document.querySelector('leerkrediet-assistent'))")
    expect(gesprek.paneel).to_be_visible()


def test_a_page_that_builds_itself_may_take_the_chat_off_and_put_it_back(gast: Callable[..., Chat]) -> None:
    """As frameworks do; the conversation is there again."""
    gesprek = gast()
    gesprek.open()
    gesprek.zeg("dag")
    gesprek.page.evaluate(
        "() => { window.bewaard = document.querySelector('leerkrediet-assistent'); window.bewaard.remove(); }"
    )
    expect(gesprek.paneel).to_have_count(0)
    gesprek.page.evaluate("() => document.querySelector('main').append(window.bewaard)")
    gesprek.zie("Je zei: dag")
    gesprek.zeg("verder")
    expect(gesprek.regels).to_have_count(5)


def test_a_school_says_on_the_line_how_it_looks(gast: Callable[..., Chat]) -> None:
    """Title, greeting, name, button, place and theme."""
    gesprek = gast(
        'data-titel="Vraag het Kris" data-begroeting="Hallo van **Kris**." data-instelling="Academie" data-oproep="Hulp nodig?" '
        'data-positie="links" data-thema="donker"'
    )
    gesprek.page.get_by_role("button", name="Hulp nodig?").click()
    paneel = gesprek.page.get_by_role("dialog", name="Vraag het Kris")
    expect(paneel).to_contain_text("Hallo van Kris.")
    expect(paneel).to_contain_text("Digitale assistent van Academie")
    assert 20 == paneel.evaluate("(e) => e.getBoundingClientRect().left")
    assert "rgb(18, 23, 30)" == paneel.evaluate("(e) => getComputedStyle(e).backgroundColor")


def test_a_school_places_the_element_itself(gast: Callable[..., Chat]) -> None:
    """What stands on the element comes before what stands on the line, and may change later."""
    gesprek = gast('data-titel="Lijn"', inhoud='<leerkrediet-assistent titel="Element"></leerkrediet-assistent>')
    expect(gesprek.page.locator("leerkrediet-assistent")).to_have_count(1)
    gesprek.oproep.click()
    expect(gesprek.page.get_by_role("dialog", name="Element")).to_be_visible()
    gesprek.page.evaluate("() => document.querySelector('leerkrediet-assistent').setAttribute('titel', 'Nieuw')")
    expect(gesprek.page.get_by_role("dialog", name="Nieuw")).to_be_visible()


#: Foreground, background, and what must be reached: text 4.5, a ring or a line 3.
CONTRAST = """([voor, achter]) => {
  const doek = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const lees = (kleur) => {
    doek.clearRect(0, 0, 1, 1); doek.fillStyle = kleur; doek.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...doek.getImageData(0, 0, 1, 1).data].map((k) => (k /= 255) <= 0.04045 ? k / 12.92 : ((k + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [a, b] = [lees(voor), lees(achter)].sort((x, y) => x - y);
  return (b + 0.05) / (a + 0.05);
}"""
KLEUREN = [
    "#1b4f8a", "#000", "#fff", "#ffe600", "#c8102e", "#00ff00", "#0000ff", "#ff00ff", "#00ffff", "#777", "#767676", "#e2001a", "#f39200", "#009fe3",
    "#ffb6c1", "rebeccapurple", "hsl(60 100% 50%)", "oklch(70% .3 150)", "color(display-p3 1 0 0)", "rgb(27 79 138 / 20%)", "#6b6b6b", "#8a8a8a",
]  # fmt: skip


def test_any_colour_of_a_school_stays_readable(gast: Callable[..., Chat]) -> None:
    """On it black or white; as a colour of words and rings darker or lighter, by day and by night."""
    gesprek = gast()
    gesprek.open()
    gesprek.zeg("dag")
    stijl = "(e, naam) => getComputedStyle(e)[naam]"
    knop, paneel, bel = gesprek.knop("Bereken mijn saldo"), gesprek.paneel, gesprek.bel("dag").first
    stuur = gesprek.knop("Verstuur")
    for thema in ("licht", "donker"):
        for kleur in KLEUREN:
            gesprek.page.evaluate(
                "([thema, kleur]) => { const e = document.querySelector('leerkrediet-assistent'); e.setAttribute('thema', thema); e.setAttribute('kleur', kleur); }",
                [thema, kleur],
            )
            paren = [
                (stuur.evaluate(stijl, "color"), stuur.evaluate(stijl, "backgroundColor")),
                (knop.evaluate(stijl, "color"), knop.evaluate(stijl, "backgroundColor")),
                (knop.evaluate(stijl, "color"), paneel.evaluate(stijl, "backgroundColor")),
            ]
            for voor, achter in paren:
                assert gesprek.page.evaluate(CONTRAST, [voor, achter]) >= 4.5, (thema, kleur, voor, achter)
    assert bel.evaluate(stijl, "color")


def test_a_colour_comes_also_from_the_style_of_the_page(gast: Callable[..., Chat]) -> None:
    """And a word that is no colour is as good as none."""
    gesprek = gast(
        kop="<style>leerkrediet-assistent { --leerkrediet-kleur: #c8102e; --leerkrediet-hoek: 0px; --leerkrediet-afstand: 3em }</style>"
    )
    achter = "(e) => getComputedStyle(e).backgroundColor.replace(/color\\(srgb (.*)\\)/, (_, k) => k.split(' ').map((x) => Math.round(x * 255)))"
    assert "200,16,46" == gesprek.oproep.evaluate(achter)
    assert 48 == gesprek.oproep.evaluate("(e) => innerWidth - e.getBoundingClientRect().right")
    gesprek.page.evaluate(
        "() => document.querySelector('leerkrediet-assistent').setAttribute('kleur', 'blauwig; } * { display: none')"
    )
    expect(gesprek.oproep).to_be_visible()
