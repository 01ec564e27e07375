"""The pages, the files of the widget, charts and documents, and the readiness of the bot at ``/health``."""

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

from channels.bestanden import adressen
from channels.bestanden import geef
from channels.bundel import BEGIN
from channels.bundel import bundel
from channels.grenzen import Grenswacht
from channels.grenzen import adres
from channels.instellingen import lees_instellingen
from channels.maaksels import voeg_maaksels_toe
from gesprek.instelling import lees_instelling


_MAP: Final = Path(__file__).parent.parent / "webchat"
#: Seconds that the action server gets to say that it is there.
_GEDULD: Final = 2.0


class Pagina(InputChannel):
    """Serves files only; the messages go through the widget's own channel."""

    def __init__(self, map_: Path = _MAP) -> None:
        self._map = map_
        # Once, at the start: a slip in a source shows before any student is there.
        self._widget = bundel(map_ / "bron")
        self._wacht = Grenswacht()
        self._instellingen = lees_instellingen(os.environ)
        school = lees_instelling(os.environ.get("INSTELLING", "instelling.yml"))
        self._waarden = {
            **school.links,
            **school.teksten,
            "bewaar_dagen": os.environ.get("BEWAAR_DAGEN", "30"),
            "inactief_minuten": str(self._instellingen.inactief // 60),
        }

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

        @pagina.route("/health", methods=["GET", "HEAD"])
        async def health(request: Request) -> HTTPResponse:
            agent = getattr(request.app.ctx, "agent", None)
            klaar = agent is not None and agent.is_ready() and await _acties_klaar()
            return response.json({"status": "klaar" if klaar else "nog niet klaar"}, status=200 if klaar else 503)

        @pagina.route(f"/{BEGIN}", methods=["GET", "HEAD"])
        async def widget(request: Request) -> HTTPResponse:
            return geef(request, ".js", self._widget, {})

        for nummer, (pad, bestand) in enumerate(adressen(self._map).items()):
            pagina.add_route(self._geef(bestand), pad, methods=["GET", "HEAD"], name=f"bestand_{nummer}")
        voeg_maaksels_toe(pagina, self._tel)
        return pagina

    def _tel(self, request: Request) -> None:
        self._wacht.tel(self._instellingen.grens_bestanden, "bestand", adres(request, self._instellingen.proxies))

    def _geef(self, bestand: Path) -> Callable[[Request], Coroutine[Any, Any, HTTPResponse]]:
        async def geef_bestand(request: Request) -> HTTPResponse:
            return geef(request, bestand.suffix, bestand.read_bytes(), self._waarden)

        return geef_bestand


async def _acties_klaar() -> bool:
    url = os.environ.get("ACTION_URL", "")
    if not url:
        # They were loaded in this process, before the agent that uses them.
        return True
    acties = url.rsplit("/", 1)[0] + "/health"
    try:
        wachttijd = aiohttp.ClientTimeout(total=_GEDULD)
        async with aiohttp.ClientSession(timeout=wachttijd) as sessie, sessie.get(acties) as antwoord:
            return antwoord.status == 200
    except (aiohttp.ClientError, asyncio.TimeoutError, OSError):
        return False
