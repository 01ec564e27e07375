"""A web server of the test's own: real requests over loopback, on a port that the system chooses."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from collections.abc import Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest
from rasa.core.channels.channel import InputChannel
from rasa.core.channels.channel import UserMessage
from rasa.core.channels.channel import register
from sanic import Sanic


@dataclass(frozen=True)
class Antwoord:
    """What came back."""

    status: int
    koppen: dict[str, str]
    inhoud: bytes

    @property
    def json(self) -> Any:
        """The body, read as JSON."""
        return json.loads(self.inhoud)


class NepAgent:
    """Stands in for the trained bot: ``reactie`` decides what it does with a message."""

    def __init__(self, reactie: Callable[[UserMessage], Any] | None = None, klaar: bool = True) -> None:
        self.reactie = reactie
        self.klaar = klaar
        self.gelezen: list[UserMessage] = []

    def is_ready(self) -> bool:
        """Whether a model is loaded."""
        return self.klaar

    async def handle_message(self, bericht: UserMessage) -> None:
        """Called for each message, as Rasa does."""
        self.gelezen.append(bericht)
        if self.reactie is not None:
            await self.reactie(bericht)


@asynccontextmanager
async def dien(app: Sanic) -> AsyncIterator[str]:
    """Serve ``app``; gives its address."""
    with socket.socket() as poort:
        poort.bind(("127.0.0.1", 0))
        server = await app.create_server(sock=poort, return_asyncio_server=True, access_log=False)
        await server.startup()
        await server.start_serving()
        try:
            yield f"http://127.0.0.1:{poort.getsockname()[1]}"
        finally:
            server.close()
            await server.wait_closed()


@pytest.fixture
def serveer() -> Callable[[Sanic], Any]:
    """Serves an app while the block lasts, for a test that has a loop of its own."""
    return dien


@pytest.fixture
def maak_app(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Sanic]:
    """An app with the channels registered as Rasa does it."""
    # Without this Sanic refuses a second app of the same name, here of the next test.
    monkeypatch.setattr(Sanic, "test_mode", True)

    def maak(kanaal: InputChannel, agent: NepAgent | None) -> Sanic:
        app = Sanic("proef", configure_logging=False)
        app.ctx.agent = agent
        register([kanaal], app, route="/webhooks/")
        return app

    return maak


@pytest.fixture
def maak_agent() -> type[NepAgent]:
    """Makes a bot without a model."""
    return NepAgent


@pytest.fixture
def vraag() -> Callable[..., Antwoord]:
    """Serves an app for one request and gives what came back."""

    async def stuur(app: Sanic, methode: str, pad: str, **extra: Any) -> Antwoord:
        async with (
            dien(app) as adres,
            aiohttp.ClientSession() as sessie,
            sessie.request(methode, adres + pad, **extra) as antwoord,
        ):
            return Antwoord(antwoord.status, dict(antwoord.headers), await antwoord.read())

    def nu(app: Sanic, methode: str, pad: str, **extra: Any) -> Antwoord:
        return asyncio.run(stuur(app, methode, pad, **extra))

    return nu
