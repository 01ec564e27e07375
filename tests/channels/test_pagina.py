"""The chat page and what ``/health`` says of the bot and its actions."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from sanic import Sanic
from sanic import response

from channels import pagina
from channels.pagina import Pagina


WORTEL = Path(__file__).resolve().parents[2]
BESTANDEN = {"/": "index.html", "/chat.js": "chat.js", "/chat.css": "chat.css"}


@pytest.fixture
def gezondheid(maak_app: Callable[..., Sanic], serveer: Any, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Asks ``/health``, with an action server beside it that answers ``status``; None: that hangs."""

    async def vraag_het(agent: Any, status: int | None) -> tuple[int, Any]:
        acties = Sanic("acties", configure_logging=False)
        klaar_met_hangen = asyncio.Event()

        @acties.get("/health")
        async def health(_: Any) -> Any:
            if status is None:
                await klaar_met_hangen.wait()
            return response.json({}, status=status or 200)

        app = maak_app(Pagina.from_credentials(None), agent)
        async with serveer(acties) as acties_adres, serveer(app) as adres, aiohttp.ClientSession() as sessie:
            monkeypatch.setenv("ACTION_URL", f"{acties_adres}/webhook")
            try:
                async with sessie.get(f"{adres}/health") as antwoord:
                    return antwoord.status, await antwoord.json()
            finally:
                klaar_met_hangen.set()

    def nu(agent: Any, status: int | None) -> tuple[int, Any]:
        return asyncio.run(vraag_het(agent, status))

    return nu


KLAAR = (200, {"status": "klaar"})
NOG_NIET = (503, {"status": "nog niet klaar"})


def test_health_is_good_when_a_message_would_be_answered(gezondheid: Callable[..., Any], maak_agent: Any) -> None:
    """The model is loaded and the actions answer."""
    assert KLAAR == gezondheid(maak_agent(), 200)


def test_health_waits_for_the_bot(gezondheid: Callable[..., Any]) -> None:
    """The server is up before the model is."""
    assert NOG_NIET == gezondheid(None, 200)


def test_health_waits_for_the_model(gezondheid: Callable[..., Any], maak_agent: Any) -> None:
    """An agent without one is not ready."""
    assert NOG_NIET == gezondheid(maak_agent(klaar=False), 200)


@pytest.mark.parametrize("status", [404, 500, 503])
def test_health_waits_for_the_actions(status: int, gezondheid: Callable[..., Any], maak_agent: Any) -> None:
    """Something else on that port is not the action server."""
    assert NOG_NIET == gezondheid(maak_agent(), status)


def test_health_does_not_wait_for_actions_that_hang(
    gezondheid: Callable[..., Any], maak_agent: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After its patience the answer is no, not an internal error."""
    monkeypatch.setattr(pagina, "_GEDULD", 0.01)
    assert NOG_NIET == gezondheid(maak_agent(), None)


def test_health_is_not_good_when_there_is_no_action_server(
    maak_app: Callable[..., Sanic], maak_agent: Any, vraag: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A refused connection; nothing listens on the first port."""
    monkeypatch.setenv("ACTION_URL", "http://127.0.0.1:1/webhook")
    antwoord = vraag(maak_app(Pagina(), maak_agent()), "GET", "/health")
    assert NOG_NIET == (antwoord.status, antwoord.json)


@pytest.mark.parametrize("pad", sorted(BESTANDEN))
def test_the_files_of_the_page_are_served_as_they_are(pad: str, maak_app: Callable[..., Sanic], vraag: Any) -> None:
    """With the headers that keep others out."""
    antwoord = vraag(maak_app(Pagina(), None), "GET", pad)
    assert 200 == antwoord.status
    assert (WORTEL / "webchat" / BESTANDEN[pad]).read_bytes() == antwoord.inhoud
    assert "nosniff" == antwoord.koppen["X-Content-Type-Options"]
    assert "no-referrer" == antwoord.koppen["Referrer-Policy"]
    assert "no-cache" == antwoord.koppen["Cache-Control"]
    beleid = dict(deel.strip().split(" ", 1) for deel in antwoord.koppen["Content-Security-Policy"].split(";"))
    for naam in ("default-src", "base-uri", "form-action", "frame-ancestors"):
        assert "'none'" == beleid[naam]
    for naam in ("script-src", "style-src", "connect-src"):
        assert "'self'" == beleid[naam]


@pytest.mark.parametrize(("pad", "soort"), [("/", "text/html"), ("/chat.js", "javascript"), ("/chat.css", "text/css")])
def test_the_browser_is_told_what_it_gets(pad: str, soort: str, maak_app: Callable[..., Sanic], vraag: Any) -> None:
    """With nosniff a wrong type is not shown."""
    assert soort in vraag(maak_app(Pagina(), None), "GET", pad).koppen["Content-Type"]


def test_every_address_that_the_page_names_is_served(maak_app: Callable[..., Sanic], vraag: Any) -> None:
    """A file that is added to the page needs a route as well."""
    html = (WORTEL / "webchat" / "index.html").read_text("utf-8")
    adressen = [
        a for a in re.findall(r'(?:src|href)="([^"#]+)"', html) if not a.startswith(("data:", "https:", "mailto:"))
    ]
    assert adressen
    for adres in adressen:
        assert 200 == vraag(maak_app(Pagina(), None), "GET", "/" + adres.lstrip("./")).status, adres


def test_the_page_holds_no_script_or_style_of_its_own() -> None:
    """Its own policy would not run them."""
    html = (WORTEL / "webchat" / "index.html").read_text("utf-8")
    assert [] == re.findall(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|javascript:", html)


@pytest.mark.parametrize("pad", ["/index.html", "/../credentials.yml", "/..%2fcredentials.yml", "/webhook"])
def test_nothing_else_is_served(pad: str, maak_app: Callable[..., Sanic], vraag: Any) -> None:
    """Only the files of the list, under their own addresses."""
    assert 404 == vraag(maak_app(Pagina(), None), "GET", pad).status


@pytest.mark.parametrize("pad", ["/", "/chat.js", "/health"])
def test_the_page_cannot_be_posted_to(pad: str, maak_app: Callable[..., Sanic], vraag: Any) -> None:
    """Messages go through the REST channel."""
    assert 405 == vraag(maak_app(Pagina(), None), "POST", pad).status
