"""A web server of the test's own: real requests over loopback, on a port that the system chooses."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import AsyncIterator
from collections.abc import Awaitable
from collections.abc import Callable
from collections.abc import Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from rasa.core.channels.channel import InputChannel
from rasa.core.channels.channel import UserMessage
from rasa.core.channels.channel import register
from rasa.core.tracker_store import FailSafeTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered
from sanic import Sanic
from yarl import URL

from channels.instellingen import STANDAARD
from channels.koppen import beveilig
from channels.koppen import weiger
from channels.widget import WidgetKanaal
from dienst.regels import Regels
from dienst.server import Server
from dienst.server import luister
from gesprek.geheugen import Geheugen


WORTEL = Path(__file__).resolve().parents[2]
GEHEIM = "een geheim dat alleen de tests kennen en verder niemand"


@dataclass(frozen=True)
class Antwoord:
    """What came back."""

    status: int
    koppen: Mapping[str, str]
    inhoud: bytes

    @property
    def json(self) -> Any:
        """The body, read as JSON."""
        return json.loads(self.inhoud)


class NepAgent:
    """Stands in for the trained bot: ``reactie`` decides what it does with a message."""

    def __init__(
        self,
        reactie: Callable[[UserMessage], Any] | None = None,
        klaar: bool = True,
        geheugen: Geheugen | None = None,
        klok: Callable[[], float] | None = None,
    ) -> None:
        self.reactie = reactie
        self.klaar = klaar
        # As Rasa wraps it; without a memory of its own nothing is remembered.
        self.tracker_store = FailSafeTrackerStore(geheugen) if geheugen else None
        self.klok = klok
        self.gelezen: list[UserMessage] = []

    def is_ready(self) -> bool:
        """Whether a model is loaded."""
        return self.klaar

    async def handle_message(self, bericht: UserMessage) -> None:
        """Called for each message, as Rasa does."""
        self.gelezen.append(bericht)
        if self.tracker_store is not None and self.klok is not None:
            tracker = await self.tracker_store.get_or_create_tracker(bericht.sender_id)
            tracker.update(UserUttered(bericht.text, timestamp=self.klok()))
            await self.tracker_store.save(tracker)
        if self.reactie is not None:
            await self.reactie(bericht)


@asynccontextmanager
async def dien(app: Sanic) -> AsyncIterator[str]:
    """Serve ``app`` as the bot is served; gives its address."""
    server = Server(app, Regels(weiger, 200_000))
    server.config.load()
    server.lifespan = server.config.lifespan_class(server.config)
    plaatsen = luister("127.0.0.1", 0)
    await server.startup(plaatsen)
    try:
        yield f"http://127.0.0.1:{plaatsen[0].getsockname()[1]}"
    finally:
        server.servers[0].close()
        for verbinding in list(server.server_state.connections):
            verbinding.shutdown()
        await server.lifespan.shutdown()


@pytest.fixture
def serveer() -> Callable[[Sanic], Any]:
    """Serves an app while the block lasts, for a test that has a loop of its own."""
    return dien


@pytest.fixture
def maak_app(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Sanic]:
    """An app with the channels registered as Rasa does it."""
    # Without this Sanic refuses a second app of the same name, here of the next test.
    monkeypatch.setattr(Sanic, "test_mode", True)

    def maak(kanaal: InputChannel, agent: NepAgent | None, proxies: int = 0) -> Sanic:
        app = Sanic("proef", configure_logging=False)
        beveilig(app, proxies)
        app.ctx.agent = agent
        register([kanaal], app, route="/webhooks/")
        return app

    return maak


@pytest.fixture
def maak_agent() -> type[NepAgent]:
    """Makes a bot without a model."""
    return NepAgent


def _op(adres: str, pad: str | URL) -> str | URL:
    """The address of ``pad``; one that is given as an URL is sent to the letter."""
    return adres + pad if isinstance(pad, str) else URL(adres + str(pad), encoded=True)


@pytest.fixture
def vraag() -> Callable[..., Antwoord]:
    """Serves an app for one request and gives what came back."""

    async def stuur(app: Sanic, methode: str, pad: str | URL, **extra: Any) -> Antwoord:
        async with (
            dien(app) as adres,
            aiohttp.ClientSession() as sessie,
            sessie.request(methode, _op(adres, pad), **extra) as antwoord,
        ):
            return Antwoord(antwoord.status, antwoord.headers.copy(), await antwoord.read())

    def nu(app: Sanic, methode: str, pad: str | URL, **extra: Any) -> Antwoord:
        return asyncio.run(stuur(app, methode, pad, **extra))

    return nu


class Klok:
    """Stands still until a test sets it."""

    def __init__(self) -> None:
        self.nu = 1_800_000_000.0

    def __call__(self) -> float:
        return self.nu


@pytest.fixture
def klok() -> Klok:
    """The time, for sessions and memory alike."""
    return Klok()


@pytest.fixture(scope="session")
def domain() -> Domain:
    """The domain of the assistant, without its answers."""
    return Domain.load(str(WORTEL / "domain.yml"))


@pytest.fixture
def geheugen(domain: Domain, klok: Klok) -> Geheugen:
    """The bot's own memory, in this process."""
    return Geheugen(domain, klok=klok, geheim=GEHEIM.encode())


@pytest.fixture
def omgeving(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """The folder of the project, a secret, and no settings but those that a test gives."""
    monkeypatch.chdir(WORTEL)
    monkeypatch.setenv("GEHEIM", GEHEIM)
    for naam in (*STANDAARD, "INSTELLING", "BEWAAR_DAGEN"):
        monkeypatch.delenv(naam, raising=False)

    def zet(**waarden: str) -> None:
        for naam, waarde in waarden.items():
            monkeypatch.setenv(naam, waarde)

    return zet


async def herhaal(bericht: UserMessage) -> None:
    """A bot that repeats what it read."""
    await bericht.output_channel.send_response(bericht.sender_id, {"text": f"gelezen: {bericht.text}"})


class Student:
    """A browser that talks to a served bot."""

    def __init__(self, sessie: aiohttp.ClientSession, adres: str, kanaal: WidgetKanaal, agent: NepAgent) -> None:
        self._sessie = sessie
        self._nummer = 0
        self.adres = URL(adres)
        self.kanaal = kanaal
        self.agent = agent

    async def vraag(self, methode: str, pad: str, **extra: Any) -> Antwoord:
        """One request of any kind."""
        async with self._sessie.request(methode, self.adres.join(URL(pad)), **extra) as antwoord:
            return Antwoord(antwoord.status, antwoord.headers.copy(), await antwoord.read())

    async def post(self, wat: str, inhoud: Any, **koppen: str) -> Antwoord:
        """One of the three requests of the widget."""
        lijf = json.dumps(inhoud).encode()
        alle = {"Content-Type": "application/json", **{naam.replace("_", "-"): w for naam, w in koppen.items()}}
        return await self.vraag("POST", f"/widget/{wat}", data=lijf, headers=alle)

    async def begin(self) -> Any:
        """What a new session is given."""
        return (await self.post("sessie", {})).json

    async def zeg(self, sessie: str, tekst: str, id: str | None = None, **koppen: str) -> Antwoord:
        """Type a message."""
        self._nummer += 1
        return await self.post("bericht", {"sessie": sessie, "id": id or f"b{self._nummer}", "tekst": tekst}, **koppen)

    async def druk(self, sessie: str, lading: str) -> Antwoord:
        """Press a button."""
        self._nummer += 1
        return await self.post("bericht", {"sessie": sessie, "id": f"k{self._nummer}", "lading": lading})


Scenario = Callable[[Student], Awaitable[None]]


@pytest.fixture
def speel(
    maak_app: Callable[..., Sanic], omgeving: Callable[..., None], geheugen: Geheugen, klok: Klok
) -> Callable[..., NepAgent]:
    """Serves the chat of a website while a scenario runs; once more is what a restart leaves."""

    async def doe(scenario: Scenario, agent: NepAgent, proxies: int) -> None:
        kanaal = WidgetKanaal(klok=klok)
        app = maak_app(kanaal, agent, proxies)
        async with dien(app) as adres, aiohttp.ClientSession() as sessie:
            await scenario(Student(sessie, adres, kanaal, agent))

    def nu(
        scenario: Scenario,
        reactie: Callable[[UserMessage], Any] | None = herhaal,
        klaar: bool = True,
        **instellingen: str,
    ) -> NepAgent:
        omgeving(**instellingen)
        agent = NepAgent(reactie, klaar, geheugen, klok)
        asyncio.run(doe(scenario, agent, int(os.environ.get("PROXIES") or 0)))
        return agent

    return nu
