"""One connection: what uvicorn leaves out while a request is not whole yet."""

from __future__ import annotations

import asyncio
import http
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from dienst.regels import Regels


class KopTeGroot(Exception):
    """The headers of a request are larger than they may be."""


class Verbinding(HttpToolsProtocol):
    """Bounds the time and the size of a request's headers, and the number of connections that wait for a request.

    Args:
        regels: the bounds.
        rustend: every connection of the server without a whole request, the one that waits longest first.
    """

    def __init__(self, *args: Any, regels: Regels, rustend: dict[Verbinding, None], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._regels = regels
        self._rustend = rustend
        self._klok: asyncio.TimerHandle | None = None
        self._in_kop = True
        self._kop = 0
        self._status = 400

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        super().connection_made(transport)
        self._rustend[self] = None
        self._start_klok()
        if len(self.connections) > self._regels.meeste_verbindingen:
            # A flood pushes out itself: who sends a whole request is not among these for long.
            (oudste := next(iter(self._rustend))).transport.abort()
            oudste._ruim_op()

    def connection_lost(self, exc: Exception | None) -> None:
        self._ruim_op()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self._in_kop:
            self._kop += len(data)
        super().data_received(data)
        if not self._in_kop or self.transport.is_closing():
            return
        if self._kop > self._regels.meeste_kop:
            self._weiger(431)
        elif self._klok is None and (self.cycle is None or self.cycle.response_complete):
            self._start_klok()

    def on_url(self, url: bytes) -> None:
        super().on_url(url)
        self._kop_gelezen = len(self.url)

    def on_header(self, name: bytes, value: bytes) -> None:
        self._kop_gelezen += len(name) + len(value) + 4
        super().on_header(name, value)

    def on_headers_complete(self) -> None:
        self._stop_klok()
        self._in_kop = False
        if self._kop_gelezen > self._regels.meeste_kop:
            self._status = 431
            raise KopTeGroot
        super().on_headers_complete()
        if self.parser.should_upgrade():
            # No other protocol is spoken here, and after such a request the parser reads no more.
            self.cycle.keep_alive = False

    def on_message_complete(self) -> None:
        self._in_kop, self._kop = True, 0
        self._rustend.pop(self, None)
        super().on_message_complete()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        if not self.transport.is_closing() and (self.cycle is None or self.cycle.response_complete):
            self._rustend[self] = None

    def send_400_response(self, msg: str) -> None:
        self._weiger(self._status)

    def _weiger(self, status: int) -> None:
        koppen, lijf = self._regels.weiger(status, {})
        koppen = {**koppen, "content-length": str(len(lijf)), "connection": "close"}
        regels = [f"HTTP/1.1 {status} {http.HTTPStatus(status).phrase}", *(f"{n}: {w}" for n, w in koppen.items())]
        self.transport.write("\r\n".join([*regels, "", ""]).encode("latin-1") + lijf)
        self.transport.close()

    def _start_klok(self) -> None:
        self._klok = self.loop.call_later(self._regels.koptijd, self._te_traag)

    def _stop_klok(self) -> None:
        if self._klok is not None:
            self._klok.cancel()
            self._klok = None

    def _te_traag(self) -> None:
        self._klok = None
        if self.transport.is_closing():
            return
        if self._kop:
            self._weiger(408)
        else:
            self.transport.close()

    def _ruim_op(self) -> None:
        self._stop_klok()
        self._rustend.pop(self, None)
