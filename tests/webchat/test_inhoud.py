"""All that the bot can say is shown, and nothing that it says can do harm."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.webchat.chat import Chat
from tests.webchat.nepbot import BEREKENING
from tests.webchat.nepbot import OVERMACHT
from tests.webchat.nepbot import NepBot


@pytest.fixture
def antwoord(chat: Callable[..., Chat], bot: NepBot) -> Callable[..., Chat]:
    """The chat after the bot said this."""

    def maak(*berichten: dict[str, object]) -> Chat:
        bot.antwoorden["x"] = list(berichten)
        gesprek = chat()
        gesprek.stuur("x")
        expect(gesprek.regels.nth(2)).to_be_visible()
        return gesprek

    return maak


def test_lists_bold_and_links_are_real_ones(antwoord: Callable[..., Chat]) -> None:
    """A screen reader can count the items and jump to the links."""
    gesprek = antwoord(
        {
            "tekst": "Dit is **belangrijk**:\n- een\n- **twee** via https://burgerprofiel.be.\nBel tel:+3221234567 of mail mailto:a@b.be"
        }
    )
    bel = gesprek.bel("belangrijk")
    expect(bel.get_by_role("listitem")).to_have_text(["een", "twee via burgerprofiel.be (opent in een nieuw tabblad)."])
    expect(bel.locator("strong")).to_have_text(["belangrijk", "twee"])
    links = bel.get_by_role("link")
    assert ["https://burgerprofiel.be/", "tel:+3221234567", "mailto:a@b.be"] == [
        links.nth(n).get_attribute("href") for n in range(3)
    ]
    assert "noopener noreferrer" == links.first.get_attribute("rel")
    assert "_blank" == links.first.get_attribute("target")


def test_a_link_ends_where_the_address_ends(antwoord: Callable[..., Chat]) -> None:
    """The punctuation of the sentence is not part of it."""
    gevallen = {
        "zie https://a.be/x?y=1&z=2#d, en meer": "https://a.be/x?y=1&z=2#d",
        "(zie https://a.be/x)": "https://a.be/x",
        "zie https://a.be/x_(y)!": "https://a.be/x_(y)",
        "zie «https://a.be»": "https://a.be/",
        "**https://a.be/x**": "https://a.be/x",
        "HTTPS://A.BE/x": "https://a.be/x",
    }
    links = antwoord({"tekst": "\n".join(gevallen)}).regels.last.get_by_role("link")
    assert list(gevallen.values()) == links.evaluate_all("(links) => links.map((link) => link.getAttribute('href'))")


def test_markup_stays_text(antwoord: Callable[..., Chat]) -> None:
    """Nothing is parsed, run or loaded; a request or an error would fail the test."""
    kwaad = '<img src="//kwaad.example/x.png" onerror="alert(1)"><script>alert(2)</script><b>vet</b> &amp; ${7*7}'
    gesprek = antwoord(
        {
            "tekst": kwaad,
            "knoppen": [{"titel": kwaad, "lading": "x"}],
            "tabel": {"titel": kwaad, "kolommen": [kwaad], "rijen": [[kwaad]]},
            "contact": {"titel": kwaad, "tekst": kwaad, "links": [{"titel": kwaad, "adres": "https://a.be"}]},
        }
    )
    expect(gesprek.regels.last.locator("img, script, b")).to_have_count(0)
    expect(gesprek.bel("vet")).to_contain_text(kwaad)
    expect(gesprek.regels.last.get_by_role("cell")).to_have_text(kwaad)
    gesprek.zeg(kwaad)


ONVEILIG: list[object] = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "data:text/html,<script>alert(1)</script>",
    "http://a.be", "ftp://a.be", "file:///etc/passwd", "blob:https://a.be/x", "//a.be", "/intern", "x", "", "https://", None, 7, {},
]  # fmt: skip
ELDERS: list[object] = [
    "https://kwaad.example/x.svg",
    "//kwaad.example/x.svg",
    "/\\kwaad.example/x.svg",
    "javascript:alert(1)",
    "",
    None,
]


def test_only_safe_addresses_become_links(antwoord: Callable[..., Chat]) -> None:
    """In the text, and where an address comes by itself."""
    gesprek = antwoord(
        *(
            {"tekst": f"Klik {adres} nu", "contact": {"titel": "Wie", "links": [{"titel": "Klik", "adres": adres}]}}
            for adres in ONVEILIG
        )
    )
    expect(gesprek.gesprek.locator(".contact")).to_have_count(len(ONVEILIG))
    expect(gesprek.gesprek.get_by_role("link")).to_have_count(0)


def test_pictures_and_documents_come_from_the_server_alone(antwoord: Callable[..., Chat]) -> None:
    """Anything else is left out, and the description stands there instead of the picture."""
    gesprek = antwoord(
        *(
            {
                "tekst": "hier",
                "beeld": {"adres": adres, "tekst": "Het saldo daalt."},
                "document": {"adres": adres, "titel": "Brief"},
            }
            for adres in ELDERS
        )
    )
    expect(gesprek.gesprek.get_by_text("Grafiek: Het saldo daalt.")).to_have_count(len(ELDERS))
    expect(gesprek.gesprek.locator("img, a")).to_have_count(0)


def test_huge_words_arabic_and_emoji_stay_in_their_place(antwoord: Callable[..., Chat]) -> None:
    """Also characters that turn the direction of what follows."""
    lang = "a" * 600
    gesprek = antwoord(
        {
            "tekst": f"{lang}\nمرحبا بالعالم 123\n👩‍👩‍👧‍👦🇧🇪\u202egnaltijd draait om",
            "knoppen": [{"titel": lang, "lading": "x"}],
        },
        {"tabel": {"titel": lang, "kolommen": [lang, "B"], "rijen": [[lang, "1"]], "getallen": [1]}},
    )
    gesprek.past()
    stijl = "(e) => getComputedStyle(e).direction"
    assert "rtl" == gesprek.gesprek.get_by_text("مرحبا").last.evaluate(stijl)
    gesprek.zeg("\u202eomgekeerd")
    assert "ltr" == gesprek.vraag.evaluate(stijl)
    gesprek.past()
    gesprek.page.set_viewport_size({"width": 320, "height": 640})
    gesprek.past()


RAAR: list[dict[str, object]] = [
    {"tekst": 7}, {"tekst": {"a": 1}, "knoppen": [{"titel": "ja"}]}, {"knoppen": "geen lijst", "tekst": "a"},
    {"tekst": "a", "knoppen": [None, {}, {"titel": 3}]}, {"tekst": "a", "tabel": {}},
    {"tekst": "a", "tabel": {"titel": None, "kolommen": [None, 1], "rijen": [[1], "x", [None, {}, 3]], "getallen": "x"}},
    {"tekst": "a", "beeld": {}}, {"tekst": "a", "document": {}}, {"tekst": "a", "contact": {}},
    {"tekst": "a", "contact": {"titel": 1, "tekst": {}, "links": [{}, None]}}, {"tekst": "a", "contact": {"links": "x"}},
]  # fmt: skip


def test_odd_messages_break_nothing(antwoord: Callable[..., Chat]) -> None:
    """What can be shown is shown, and the conversation goes on, also after a reload."""
    gesprek = antwoord(*RAAR)
    expect(gesprek.regels).to_have_count(2 + len(RAAR))
    gesprek.zeg("verder")
    gesprek.page.reload()
    gesprek.zie("Je zei: verder")
    expect(gesprek.regels).to_have_count(4 + len(RAAR))


def test_the_ledger_is_a_real_table(antwoord: Callable[..., Chat]) -> None:
    """With a caption, heads of columns, and figures under each other."""
    gesprek = antwoord(*BEREKENING)
    tabel = gesprek.page.get_by_role("table", name="Je leerkrediet, stap voor stap")
    expect(tabel.get_by_role("columnheader")).to_have_text(["Wat gebeurt er?", "Punten", "Saldo"])
    expect(tabel.get_by_role("rowheader")).to_have_text(["Eerste jaar"])
    expect(tabel.get_by_role("row").last.get_by_role("cell")).to_have_text(["Die 45 tellen dubbel", "+45", "170"])
    assert ["start", "end", "end"] == tabel.get_by_role("row").last.get_by_role("cell").evaluate_all(
        "(cellen) => cellen.map((c) => getComputedStyle(c).textAlign)"
    )


def test_the_chart_is_a_picture_with_a_description(antwoord: Callable[..., Chat], bot: NepBot) -> None:
    """From the server of the assistant, and large on request."""
    gesprek = antwoord(*BEREKENING)
    plaatje = gesprek.page.get_by_role("img", name="Je saldo gaat van 140 naar 80 en klimt dan naar 170.")
    expect(plaatje).to_have_attribute("src", f"{bot.url}/grafiek/140_80_125_170.svg")
    assert plaatje.evaluate("(e) => e.decode().then(() => e.naturalWidth)") > 0


def test_a_document_can_be_downloaded(antwoord: Callable[..., Chat]) -> None:
    """By its name."""
    gesprek = antwoord(*OVERMACHT)
    with gesprek.page.expect_download() as download:
        gesprek.page.get_by_role("link", name="Ontwerp van je verzoekschrift (Word)").click()
    assert "verzoek.docx" == download.value.suggested_filename


def test_a_contact_card_shows_its_safe_links(antwoord: Callable[..., Chat]) -> None:
    """The third link of this one would run a script."""
    gesprek = antwoord(*OVERMACHT)
    kaart = gesprek.regels.last.locator(".contact")
    expect(kaart).to_contain_text("Je trajectbegeleider")
    expect(kaart.get_by_role("link")).to_have_text(["Zo bereik je ons (opent in een nieuw tabblad)", "Mail ons"])


def test_each_answer_is_read_out_once_in_plain_words(antwoord: Callable[..., Chat]) -> None:
    """No asterisks, the choices named, and nothing of it left to be found again."""
    gesprek = antwoord(*BEREKENING)
    gehoord = gesprek.gehoord()
    assert 1 == len([zin for zin in gehoord if "170 studiepunten" in zin])
    zin = gehoord[-1]
    assert "Je saldo wordt 170 studiepunten." in zin
    assert "Grafiek: Je saldo gaat van 140 naar 80" in zin
    assert zin.endswith("Keuzes: Nog een jaar, Wat als ik stop?")
    expect(gesprek.paneel.locator("[aria-live] p")).to_have_count(0)


def test_the_greeting_is_read_out_once_the_chat_is_open(chat: Callable[..., Chat]) -> None:
    """And not again at the next opening."""
    gesprek = chat()
    gesprek.page.wait_for_function("() => window.gehoord.length")
    gesprek.sluit()
    gesprek.open()
    gesprek.zeg("dag")
    assert ["Dag! Stel je vraag over leerkrediet, of kies een onderwerp.", "Je zei: dag"] == gesprek.gehoord()


def test_the_same_answer_twice_is_read_out_twice(chat: Callable[..., Chat], bot: NepBot) -> None:
    """A region that is given the same words again would stay silent."""
    bot.antwoorden["x"] = [{"tekst": "Nog eens?"}]
    gesprek = chat()
    for aantal in (1, 2):
        gesprek.stuur("x")
        expect(gesprek.gesprek.locator(".bel").filter(has_text="Nog eens?")).to_have_count(aantal)
    assert 2 == gesprek.gehoord().count("Nog eens?")


def test_the_conversation_itself_is_no_live_region(antwoord: Callable[..., Chat]) -> None:
    """Its history would be read again."""
    gesprek = antwoord({"tekst": "dag"})
    levend = "[aria-live], [role=log], [role=status], [role=alert]"
    assert 0 == gesprek.gesprek.locator(levend).count()
    assert gesprek.gesprek.evaluate(f"(e) => e.closest('{levend}') === null")
