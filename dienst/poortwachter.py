"""Lets a request through to the app once it is whole, and answers in its place when the app does not."""

from __future__ import annotations

import asyncio
import logging
from typing import Any
from typing import Final

from dienst.regels import Regels


logger = logging.getLogger(__name__)

#: Requests that are answered at once, however many others wait their turn.
_ZONDER_WERK: Final = ("GET", "HEAD", "OPTIONS")
#: Answers that have no body.
_ZONDER_LENGTE: Final = (204, 304)


class Geweigerd(Exception):
    """The request gets no further; its status says why."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class Weggegaan(Exception):
    """The client left before its request was whole."""


class Antwoord:
    """What the app answers, with its length in the headers: Sanic says that only in its own server."""

    def __init__(self, send: Any) -> None:
        self._send = send
        self._begin: Any = None
        self.begonnen = False

    async def stuur(self, bericht: Any) -> None:
        """Send one part; the headers wait for the first part of the body."""
        if bericht["type"] == "http.response.start":
            self._begin = {**bericht, "headers": list(bericht["headers"])}
            return
        begin, self._begin = self._begin, None
        if begin is not None:
            namen = {naam.lower() for naam, _ in begin["headers"]}
            geheel = not bericht.get("more_body") and begin["status"] not in _ZONDER_LENGTE
            if geheel and not namen & {b"content-length", b"transfer-encoding"}:
                lengte = str(len(bericht.get("body", b""))).encode()
                begin["headers"].append((b"content-length", lengte))
            self.begonnen = True
            await self._send(begin)
        await self._send(bericht)


class Poortwachter:
    """An ASGI app around another one.

    Sanic takes a body that breaks off for a whole one, and looks at its size only in its own server.
    """

    def __init__(self, app: Any, regels: Regels) -> None:
        self._app = app
        self._regels = regels
        self._verzoeken = 0
        self._wachtend = 0
        self._beurten = asyncio.Semaphore(regels.beurten)

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await self._begin_en_einde(scope, receive, send)
            return
        antwoord = Antwoord(send)
        try:
            lijf = await self._lees(scope, receive)
            await self._antwoord(scope, lijf, receive, antwoord.stuur)
        except Weggegaan:
            return
        except Geweigerd as weigering:
            status = weigering.status
        except asyncio.TimeoutError:
            status = 503
        except Exception as fout:
            # Its text may hold what a student wrote.
            logger.error("Een verzoek liep fout: %s", type(fout).__name__)
            status = 500
        else:
            return
        if antwoord.begonnen:
            # Half an answer cannot be taken back; uvicorn closes the connection.
            logger.error("Een antwoord brak af.")
            return
        await self._weiger(status, scope, send)

    async def _begin_en_einde(self, scope: Any, receive: Any, send: Any) -> None:
        afgesloten = False

        async def stuur(bericht: Any) -> None:
            nonlocal afgesloten
            afgesloten = bericht["type"] == "lifespan.shutdown.complete"
            await send(bericht)

        try:
            await self._app(scope, receive, stuur)
        except Exception:
            # After the end Sanic looks for a request to answer, and there is none.
            if not afgesloten:
                raise

    async def _antwoord(self, scope: Any, lijf: bytes, receive: Any, send: Any) -> None:
        if self._verzoeken >= self._regels.meeste_verzoeken:
            raise Geweigerd(503)
        gegeven = False

        async def geef() -> Any:
            nonlocal gegeven
            if gegeven:
                return await receive()
            gegeven = True
            return {"type": "http.request", "body": lijf, "more_body": False}

        self._verzoeken += 1
        try:
            await asyncio.wait_for(self._op_zijn_beurt(scope, geef, send), self._regels.antwoordtijd)
        finally:
            self._verzoeken -= 1

    async def _op_zijn_beurt(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["method"] in _ZONDER_WERK:
            await self._app(scope, receive, send)
            return
        async with self._beurten:
            await self._app(scope, receive, send)
            # Most messages are answered without a pause, so that all that came would be one turn of the loop.
            await asyncio.sleep(0)

    async def _lees(self, scope: Any, receive: Any) -> bytes:
        koppen = dict(scope["headers"])
        if int(koppen.get(b"content-length", 0)) > self._regels.meeste_bytes:
            raise Geweigerd(413)
        if b"content-length" not in koppen and b"transfer-encoding" not in koppen:
            return b""
        try:
            return await asyncio.wait_for(self._lees_alles(receive), self._regels.lijftijd)
        except asyncio.TimeoutError:
            raise Geweigerd(408) from None

    async def _lees_alles(self, receive: Any) -> bytes:
        lijf = bytearray()
        try:
            while True:
                bericht = await receive()
                if bericht["type"] == "http.disconnect":
                    raise Weggegaan
                lijf += bericht["body"]
                self._wachtend += len(bericht["body"])
                if len(lijf) > self._regels.meeste_bytes:
                    raise Geweigerd(413)
                if not bericht["more_body"]:
                    return bytes(lijf)
                if self._wachtend > self._regels.meeste_wachtend:
                    raise Geweigerd(503)
        finally:
            self._wachtend -= len(lijf)

    async def _weiger(self, status: int, scope: Any, send: Any) -> None:
        gevraagd = {naam.decode("latin-1"): waarde.decode("latin-1") for naam, waarde in scope["headers"]}
        koppen, lijf = self._regels.weiger(status, gevraagd)
        # What is left of the request is not read.
        koppen = {**koppen, "content-length": str(len(lijf)), "connection": "close"}
        paren = [(naam.lower().encode("latin-1"), waarde.encode("latin-1")) for naam, waarde in koppen.items()]
        await send({"type": "http.response.start", "status": status, "headers": paren})
        await send({"type": "http.response.body", "body": lijf})
