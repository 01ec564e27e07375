"""Serves an ASGI app until stopped, with uvicorn in the place of Sanic's own server.

Sanic 21.12 gets no more repairs, and one request with a negative ``Content-Length`` keeps its server busy for ever.
"""

from __future__ import annotations

import logging
import resource
import signal
import socket
import sys
from collections.abc import Awaitable
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from types import FrameType
from typing import Any
from typing import Final

import uvicorn

from dienst.poortwachter import Poortwachter
from dienst.regels import Regels
from dienst.verbinding import Verbinding


#: Files that the process needs beside its connections.
_ANDERE_BESTANDEN: Final = 200

Voorbereiding = Callable[[], Awaitable[None]]


class Server(uvicorn.Server):
    """A server that prepares itself before it listens.

    Args:
        app: what is served.
        regels: what a client may ask.
        eerst: is awaited in the loop of the server, before anything else.
    """

    def __init__(self, app: Any, regels: Regels, eerst: Voorbereiding | None = None) -> None:
        self._eerst = eerst
        rustend: dict[Verbinding, None] = {}
        # Rejected requests are the business of who sends them: they would fill the log.
        logging.getLogger("uvicorn.error").setLevel(logging.ERROR)
        super().__init__(
            uvicorn.Config(
                Poortwachter(app, regels),
                http=partial(Verbinding, regels=regels, rustend=rustend),  # type: ignore[arg-type]  # makes a protocol
                ws="none",
                lifespan="on",
                log_config=None,
                access_log=False,
                server_header=False,
                date_header=False,
                # The app itself decides whose word on the address of a client it takes.
                proxy_headers=False,
                timeout_keep_alive=regels.rusttijd,
                timeout_graceful_shutdown=regels.stoptijd,
            )
        )

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        if self._eerst is not None:
            await self._eerst()
        await super().startup(sockets)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        if not self.started:
            # Nobody waits for an answer yet, and loading a model would go on for long.
            sys.exit(0)
        super().handle_exit(sig, frame)


def serveer(app: Any, host: str, poort: int, regels: Regels, eerst: Voorbereiding | None = None) -> None:
    """Serve ``app`` until a signal asks to stop; answers that are being made are finished first.

    Raises:
        OSError: it cannot listen there.
    """
    ruimte = _maak_ruimte(regels.meeste_verbindingen + _ANDERE_BESTANDEN) - _ANDERE_BESTANDEN
    regels = replace(regels, meeste_verbindingen=max(10, min(regels.meeste_verbindingen, ruimte)))
    # Before the preparation, which may take long: a port that is taken shows at once.
    plaatsen = luister(host, poort)
    # Uvicorn sends itself the signal once more when all is done.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with suppress(KeyboardInterrupt):
        Server(app, regels, eerst).run(plaatsen)


def luister(host: str, poort: int) -> list[socket.socket]:
    """A bound socket for each address that ``host`` stands for. Raises ``OSError`` when one cannot be had."""
    plaatsen: list[socket.socket] = []
    try:
        for soort, type_, protocol, _, adres in dict.fromkeys(
            socket.getaddrinfo(host or None, poort, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        ):
            plaats = socket.socket(soort, type_, protocol)
            plaatsen.append(plaats)
            plaats.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if soort == socket.AF_INET6:
                plaats.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            plaats.bind(adres)
    except OSError:
        for plaats in plaatsen:
            plaats.close()
        raise
    return plaatsen


def _maak_ruimte(bestanden: int) -> int:
    """Raise the number of files that this process may open to ``bestanden``; what it may open now."""
    zacht, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if zacht == resource.RLIM_INFINITY or zacht >= bestanden:
        return bestanden
    gewenst = bestanden if hard == resource.RLIM_INFINITY else min(bestanden, hard)
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (gewenst, hard))
    return resource.getrlimit(resource.RLIMIT_NOFILE)[0]
