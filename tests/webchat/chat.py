"""The chat as a student meets it: by what is written on it, never by how it is made."""

from __future__ import annotations

from datetime import datetime
from datetime import timedelta
from datetime import timezone

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator
from playwright.sync_api import Page
from playwright.sync_api import expect


#: Everything that a live region of the widget was ever given, also what is gone again.
_LUISTER = """() => {
  window.gehoord = [];
  const wortel = document.querySelector("leerkrediet-assistent").shadowRoot;
  for (const gebied of wortel.querySelectorAll("[aria-live]")) {
    new MutationObserver((lijst) => {
      for (const { addedNodes } of lijst) for (const knoop of addedNodes) window.gehoord.push(knoop.textContent);
    }).observe(gebied, { childList: true });
  }
}"""
#: The name of what has the focus, through the shadow; empty when nothing has.
_FOCUS = """() => {
  let element = document.activeElement;
  while (element && element.shadowRoot) element = element.shadowRoot.activeElement;
  if (!element || element === document.body) return "";
  return element.getAttribute("aria-label") || element.labels?.[0]?.textContent || element.innerText.trim();
}"""
REGELS = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


class Chat:
    """A page with the chat on it."""

    def __init__(self, page: Page) -> None:
        """Nothing is opened yet."""
        self.page = page
        self.oproep = page.get_by_role("button", name="Vraag over leerkrediet?")
        self.paneel = page.get_by_role("dialog")
        self.vraag = page.get_by_role("textbox", name="Je vraag")
        self.gesprek = page.get_by_role("region", name="Gesprek", exact=True)
        self.regels = self.gesprek.locator("ol").first.locator("> li")
        self.melding = self.gesprek.locator("li.melding")

    def ga(self, adres: str) -> None:
        """Go to a page that holds the widget."""
        self.page.goto(adres)
        self.page.locator("leerkrediet-assistent").first.wait_for(state="attached")
        self.luister()

    def luister(self) -> None:
        """Keep what a screen reader is told from now on."""
        self.page.evaluate(_LUISTER)

    def gehoord(self) -> list[str]:
        """What a screen reader was told."""
        gezegd: list[str] = self.page.evaluate("() => window.gehoord")
        return gezegd

    def zet_klok_stil(self) -> None:
        """From now on time passes only when the test lets it."""
        nu = datetime.now(tz=timezone.utc)
        self.page.clock.install(time=nu)
        self.page.clock.pause_at(nu + timedelta(minutes=1))

    def verstrijk(self, seconden: float) -> None:
        """Let time pass."""
        self.page.clock.run_for(int(seconden * 1000))

    def open(self) -> None:
        """Open the chat and wait for its topics."""
        self.oproep.click()
        self.page.get_by_role("group", name="Kies een onderwerp").wait_for()

    def sluit(self) -> None:
        """Close it with its button."""
        self.knop("Sluit de chat").click()
        expect(self.paneel).to_be_hidden()

    def knop(self, naam: str) -> Locator:
        """The last button with exactly this name, or one that was chosen before."""
        return self.page.get_by_role("button", name=naam, exact=True).last

    def stuur(self, tekst: str) -> None:
        """Type and send; the answer is not waited for."""
        self.vraag.fill(tekst)
        self.vraag.press("Enter")

    def zeg(self, tekst: str) -> None:
        """Type and send, and wait until the bot has repeated it."""
        self.stuur(tekst)
        self.zie(f"Je zei: {tekst}")

    def zie(self, tekst: str) -> None:
        """Wait until the conversation holds this."""
        self.bel(tekst).wait_for()

    def bel(self, tekst: str) -> Locator:
        """The last message that holds this."""
        return self.gesprek.locator(".bel").filter(has_text=tekst).last

    def kies(self, naam: str) -> None:
        """Choose something from the menu."""
        self.knop("Meer mogelijkheden").click()
        self.knop(naam).click()

    def bevestig(self, naam: str) -> None:
        """Say yes to what the sheet asks."""
        self.page.get_by_role("group", name=naam).get_by_role("button").last.click()

    def focus(self) -> str:
        """The name of what has the focus."""
        naam: str = self.page.evaluate(_FOCUS)
        return naam

    def keur(self, pagina: bool = False) -> None:
        """No complaint of axe about the chat, or about the whole page with it."""
        waar = None if pagina else "leerkrediet-assistent"
        uitslag = Axe().run(self.page, context=waar, options=REGELS)
        klachten = [
            f"{fout['id']}: {fout['help']}: {[knoop['html'][:140] for knoop in fout['nodes']]}"
            for fout in uitslag.response["violations"]
        ]
        assert not klachten, "\n".join(klachten)
        assert uitslag.response["passes"]

    def past(self) -> None:
        """Nothing sticks out sideways: neither the page nor the conversation scrolls that way."""
        assert self.page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")
        for deel in (self.gesprek, self.paneel):
            assert deel.evaluate("(e) => e.scrollWidth <= e.clientWidth + 1")
