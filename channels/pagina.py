"""The chat page at ``/`` and the readiness of the bot at ``/health``."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import Any
from typing import Awaitable
from typing import Callable
from typing import Coroutine
from typing import Final

import aiohttp
from rasa.core.channels.channel import InputChannel
from rasa.core.channels.channel import UserMessage
from sanic import Blueprint
from sanic import response
from sanic.request import Request
from sanic.response import HTTPResponse


_MAP: Final = Path(__file__).parent.parent / "webchat"
_BESTANDEN: Final = {"/": "index.html", "/chat.js": "chat.js", "/chat.css": "chat.css"}
#: Seconds that the action server gets to say that it is there.
_GEDULD: Final = 2.0
_KOPPEN: Final = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}


class Pagina(InputChannel):
    """Serves files only; the messages of the page go through the REST channel."""

    @classmethod
    def name(cls) -> str:
        return "pagina"

    def url_prefix(self) -> str:
        return "/"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> Pagina:
        return cls()

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        pagina = Blueprint("pagina")

        @pagina.get("/health")
        async def health(request: Request) -> HTTPResponse:
            agent = getattr(request.app.ctx, "agent", None)
            klaar = agent is not None and agent.is_ready() and await _acties_klaar()
            return response.json({"status": "klaar" if klaar else "nog niet klaar"}, status=200 if klaar else 503)

        for adres, bestand in _BESTANDEN.items():
            pagina.add_route(_geef(bestand), adres, methods=["GET"], name=bestand.replace(".", "_"))
        return pagina


def _geef(bestand: str) -> Callable[[Request], Coroutine[Any, Any, HTTPResponse]]:
    async def geef(_: Request) -> HTTPResponse:
        return await response.file(_MAP / bestand, headers=_KOPPEN)

    return geef


async def _acties_klaar() -> bool:
    adres = os.environ["ACTION_URL"].rsplit("/", 1)[0] + "/health"
    try:
        wachttijd = aiohttp.ClientTimeout(total=_GEDULD)
        async with aiohttp.ClientSession(timeout=wachttijd) as sessie, sessie.get(adres) as antwoord:
            return antwoord.status == 200
    except (aiohttp.ClientError, asyncio.TimeoutError, OSError):
        return False
