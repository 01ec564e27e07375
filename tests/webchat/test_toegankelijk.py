"""axe-core has nothing to say of any state of the chat, in any way of looking at it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.webchat.chat import Chat
from tests.webchat.nepbot import BEREKENING
from tests.webchat.nepbot import OVERMACHT
from tests.webchat.nepbot import NepBot


@pytest.mark.parametrize(
    "opties",
    [
        {}, {"telefoon": True}, {"color_scheme": "dark"}, {"telefoon": True, "color_scheme": "dark"}, {"forced_colors": "active"},
        {"viewport": {"width": 320, "height": 640}}, {"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2},
    ],
    ids=["scherm", "telefoon", "donker", "telefoon donker", "hoog contrast", "320", "zoom 200"],
)  # fmt: skip
def test_every_state_passes(opties: dict[str, object], chat: Callable[..., Chat], bot: NepBot) -> None:
    """Closed, open, in conversation, with table and document, menu, question, form, its faults, a failure, offline, the end in sight."""
    bot.antwoorden |= {"saldo": BEREKENING, "overmacht": OVERMACHT}
    gesprek = chat(open_=False, **opties)
    gesprek.keur(pagina=True)
    gesprek.open()
    gesprek.keur(pagina=True)
    bot.dicht.clear()
    gesprek.stuur("saldo")
    expect(gesprek.gesprek.locator(".typt")).to_be_visible()
    gesprek.keur()
    bot.dicht.set()
    gesprek.zie("Burgerprofiel")
    gesprek.knop("Nog een jaar").click()
    gesprek.stuur("overmacht")
    gesprek.zie("Ik maakte een ontwerp")
    gesprek.keur()
    gesprek.knop("Meer mogelijkheden").click()
    gesprek.keur()
    gesprek.knop("Verwijder mijn gesprek").click()
    gesprek.keur()
    gesprek.page.keyboard.press("Escape")
    gesprek.knop("Vul je studiepunten in").click()
    gesprek.knop("Nog een jaar").click()
    gesprek.knop("Bereken").click()
    gesprek.keur()
    gesprek.page.keyboard.press("Escape")
    bot.storingen.append(400)
    gesprek.stuur("x" * 1700)
    expect(gesprek.regels.last).to_contain_text("Niet verzonden.")
    gesprek.vraag.fill("y" * 2001)
    gesprek.page.context.set_offline(True)
    expect(gesprek.paneel.locator(".balk:visible")).to_have_count(1)
    gesprek.keur()


def test_the_last_minutes_and_a_failed_deletion_pass(chat: Callable[..., Chat], bot: NepBot) -> None:
    """The two lines that rarely show."""
    bot.verloopt_over = 600
    gesprek = chat(klok=True)
    gesprek.zeg("dag")
    bot.vergeet_storingen.append(500)
    gesprek.kies("Verwijder mijn gesprek")
    gesprek.bevestig("Verwijder mijn gesprek")
    expect(gesprek.knop("Opnieuw proberen")).to_be_visible()
    gesprek.verstrijk(485)
    expect(gesprek.knop("Ga verder")).to_be_visible()
    gesprek.page.clock.resume()
    gesprek.keur()


@pytest.mark.parametrize("schema", ["light", "dark"])
@pytest.mark.parametrize("pad", ["/privacy", "/toegankelijkheid"])
def test_the_pages_that_come_with_it_pass(pad: str, schema: str, scherm: Callable[..., object], bot: NepBot) -> None:
    """As the chat links to them."""
    gesprek = Chat(scherm(color_scheme=schema, viewport={"width": 320, "height": 640}))  # type: ignore[arg-type]
    gesprek.page.goto(bot.url + pad)
    gesprek.keur(pagina=True)
    assert gesprek.page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_a_screen_reader_finds_names_and_roles(chat: Callable[..., Chat]) -> None:
    """What the browser tells it, of the chat as it opens."""
    gesprek = chat()
    expect(gesprek.paneel).to_have_accessible_name("Leerkredietassistent")
    expect(gesprek.paneel).to_have_accessible_description("Digitale assistent van Hogeschool Voorbeeld")
    expect(gesprek.paneel).to_match_aria_snapshot(
        """
        - heading "Leerkredietassistent" [level=2]
        - paragraph: Digitale assistent van Hogeschool Voorbeeld
        - button "Meer mogelijkheden"
        - button "Sluit de chat"
        - region "Gesprek":
          - list:
            - listitem:
              - text: "Assistent zegt:"
              - paragraph: Dag! Stel je vraag over leerkrediet, of kies een onderwerp.
              - group "Kies een onderwerp":
                - button "Bereken mijn saldo"
        - button "Vul je studiepunten in"
        - textbox "Je vraag"
        - button "Verstuur"
        """
    )
