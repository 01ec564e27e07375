"""The chat with the real assistant behind it: started as a school starts it, on its own sample page."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page
from playwright.sync_api import expect
from verhaal.bot import Bot
from verhaal.bot import eigen_bot
from verhaal.bot import model_ontbreekt

from tests.webchat.chat import Chat


@pytest.fixture(scope="module")
def assistent() -> Iterator[Bot]:
    """A running assistant with its actions."""
    if model_ontbreekt():
        pytest.skip("de chat met de echte assistent: er is nog geen model in models/, maak het met 'make train'")
    with eigen_bot() as lopend:
        yield lopend


@pytest.fixture
def gesprek(assistent: Bot, scherm: Callable[..., Page]) -> Chat:
    """The chat, open on the sample page."""
    open_ = Chat(scherm())
    open_.ga(assistent.url)
    open_.open()
    return open_


def test_a_student_fills_in_two_years_and_reads_the_balance(gesprek: Chat) -> None:
    """What the form sends is understood, and the ledger and its chart come back."""
    gesprek.knop("Vul je studiepunten in").click()
    gesprek.page.get_by_label("Opgenomen").fill("60")
    gesprek.page.get_by_label("Geslaagd").fill("33")
    gesprek.knop("Nog een jaar").click()
    gesprek.page.get_by_label("Opgenomen").last.fill("54")
    gesprek.page.get_by_label("Geslaagd").last.fill("42")
    gesprek.knop("Bereken").click()
    gesprek.zie("161 studiepunten")
    tabel = gesprek.gesprek.get_by_role("table")
    expect(tabel.get_by_role("row").last.get_by_role("cell").last).to_have_text("161")
    plaatje = gesprek.gesprek.get_by_role("img")
    assert plaatje.evaluate("(e) => e.decode().then(() => e.naturalWidth)") > 0
    assert "161" in str(plaatje.get_attribute("alt"))
    gesprek.keur()


def test_every_topic_to_begin_with_gets_an_answer(gesprek: Chat) -> None:
    """No payload is shown, and none is refused."""
    knoppen = gesprek.page.get_by_role("group", name="Kies een onderwerp").get_by_role("button")
    titels = knoppen.all_inner_texts()
    assert "Vul je studiepunten in" == titels.pop()
    assert titels
    for nummer, titel in enumerate(titels):
        knoppen.nth(nummer).click()
        expect(gesprek.regels.filter(has_text="Jij zegt:")).to_have_count(nummer + 1)
        expect(gesprek.gesprek.locator(".typt")).to_be_hidden()
        expect(gesprek.regels.last).to_contain_text("Assistent zegt:")
        assert titel in gesprek.regels.filter(has_text="Jij zegt:").last.inner_text()
    tekst = gesprek.gesprek.inner_text()
    assert "Niet verzonden" not in tekst
    assert "utter_" not in tekst


def test_a_deleted_conversation_is_worth_nothing_at_the_server(gesprek: Chat, assistent: Bot) -> None:
    """Its session is refused from then on."""
    with gesprek.page.expect_request("**/widget/bericht") as verzoek:
        gesprek.stuur("wat is leerkrediet?")
    sessie = verzoek.value.post_data_json["sessie"]
    expect(gesprek.gesprek.locator("li.bot")).not_to_have_count(1)
    gesprek.kies("Verwijder mijn gesprek")
    gesprek.bevestig("Verwijder mijn gesprek")
    expect(gesprek.melding).to_have_text("Je gesprek is verwijderd.")
    opnieuw = gesprek.page.request.post(
        f"{assistent.url}widget/bericht", data={"sessie": sessie, "id": "x", "tekst": "dag"}
    )
    assert 401 == opnieuw.status


def test_the_pages_that_come_with_it_are_filled_in(assistent: Bot, scherm: Callable[..., Page]) -> None:
    """With the name of the school and the days, under their own policy."""
    page = scherm()
    for pad in ("", "privacy", "toegankelijkheid"):
        page.goto(assistent.url + pad)
        tekst = page.locator("body").inner_text()
        assert "Erasmushogeschool Brussel" in tekst
        assert "{" not in tekst
    page.goto(f"{assistent.url}privacy")
    expect(page.get_by_text("Stuur je 30 dagen niets?")).to_be_visible()
