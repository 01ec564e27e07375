"""One browser for all tests of the widget, a scripted server and a school for each of them."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any
from urllib.parse import urlsplit

import pytest
from browser import chromium
from gemeen import Gestopt
from playwright.sync_api import Browser
from playwright.sync_api import BrowserContext
from playwright.sync_api import Page

from tests.webchat.chat import Chat
from tests.webchat.nepbot import Gastschool
from tests.webchat.nepbot import NepBot
from tests.webchat.nepbot import gastschool
from tests.webchat.nepbot import nepbot


#: The same everywhere, and nothing to wait for: what moves is tested where it matters.
VAST = {"locale": "nl-BE", "timezone_id": "Europe/Brussels", "reduced_motion": "reduce"}
#: What the browser itself says of a request that fails; the tests of the network make it so.
VAN_HET_NET = "Failed to load resource"


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """The machine's own Chromium."""
    with ExitStack() as open_:
        try:
            gestart = open_.enter_context(chromium())
        except Gestopt as fout:
            pytest.skip(f"de chat in een browser: {fout}")
        yield gestart


@pytest.fixture
def bot() -> Iterator[NepBot]:
    """A server that answers as the test tells it."""
    with nepbot() as gestart:
        yield gestart


@pytest.fixture
def school() -> Iterator[Gastschool]:
    """A site on another origin."""
    with gastschool() as gestart:
        yield gestart


@pytest.fixture(scope="package")
def contexten(browser: Browser) -> dict[str, BrowserContext]:
    """Contexts by what they were made with. A tab keeps all that the chat keeps, so that a new tab is as good as a new context."""
    return {}


@pytest.fixture
def scherm(browser: Browser, contexten: dict[str, BrowserContext]) -> Iterator[Callable[..., Page]]:
    """Makes a page; ``telefoon`` for a phone, anything else as Playwright's ``new_context`` knows it.

    ``eigen`` is for a test that changes its context for good, ``mag`` is what the browser may complain of. At the end nothing
    may have gone wrong on the page: no error, nothing that its policy refused, no request to any other machine.
    """
    gebruikt: list[BrowserContext] = []
    eigen_: list[BrowserContext] = []
    fouten: list[str] = []

    def maak(telefoon: bool = False, mag: str = VAN_HET_NET, eigen: bool = False, **opties: Any) -> Page:
        standaard: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
        if telefoon:
            standaard = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
        alles = {**VAST, **standaard, **opties}
        context = None if eigen else contexten.get(repr(alles))
        if context is None:
            context = browser.new_context(**alles)
            context.set_default_timeout(10_000)
            if eigen:
                eigen_.append(context)
            else:
                contexten[repr(alles)] = context
        gebruikt.append(context)
        page = context.new_page()
        page.on("pageerror", lambda fout: fouten.append(f"fout: {fout}"))
        page.on(
            "console",
            lambda bericht: (
                fouten.append(f"{bericht.type}: {bericht.text}")
                if bericht.type in ("error", "warning") and mag not in bericht.text
                else None
            ),
        )
        page.on(
            "request",
            lambda verzoek: (
                None
                if urlsplit(verzoek.url).hostname in ("127.0.0.1", None)
                else fouten.append(f"derde partij: {verzoek.url}")
            ),
        )
        return page

    yield maak
    for context in gebruikt:
        for page in context.pages:
            page.close()
        context.set_offline(False)
    for context in eigen_:
        context.close()
    assert not fouten, "\n".join(fouten)


@pytest.fixture
def chat(scherm: Callable[..., Page], bot: NepBot) -> Callable[..., Chat]:
    """The chat on the sample page, open unless ``open_`` is false; with ``klok`` time passes only when the test lets it."""

    def maak(telefoon: bool = False, open_: bool = True, klok: bool = False, **opties: Any) -> Chat:
        gesprek = Chat(scherm(telefoon, eigen=klok, **opties))
        gesprek.ga(bot.url)
        if open_:
            gesprek.open()
        if klok:
            gesprek.zet_klok_stil()
        return gesprek

    return maak
