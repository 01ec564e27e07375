"""The channel of the chat on a website: sessions, messages and forgetting, over plain requests and answers."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import time
from typing import Any
from typing import Awaitable
from typing import Callable
from typing import Coroutine
from typing import Final

from rasa.core.channels.channel import InputChannel
from rasa.core.channels.channel import UserMessage
from sanic import Blueprint
from sanic import response
from sanic.request import Request
from sanic.response import HTTPResponse

from channels.bericht import MEESTE_TEKENS
from channels.bericht import naar_bericht
from channels.dubbels import Dubbels
from channels.grenzen import Grenswacht
from channels.grenzen import adres
from channels.inhoud import lees_intents
from channels.inhoud import noodantwoord
from channels.instellingen import lees_instellingen
from channels.logboek import meld_fout
from channels.oorsprong import controleer_oorsprong
from channels.oorsprong import koppen_vooraf
from channels.sessies import Sessie
from channels.sessies import Sessies
from channels.sessies import SessieVoorbij
from channels.uitvoer import Bericht
from channels.uitvoer import WidgetUitvoer
from channels.uitvoer import naar_widget
from channels.vergeten import laatste_bericht
from channels.vergeten import vergeet_gesprek
from channels.weigering import GEEN_KNOP
from channels.weigering import NIET_GEWIST
from channels.weigering import NIET_KLAAR
from channels.weigering import ONGELDIG
from channels.weigering import TE_GROOT
from channels.weigering import VERLOPEN
from channels.weigering import Weigering
from channels.zegel import Zegel
from channels.zegel import ZegelFout
from gesprek.geheim import lees_geheim
from gesprek.instelling import lees_instelling


logger = logging.getLogger(__name__)

Verwerker = Callable[[UserMessage], Awaitable[Any]]
Afhandeling = Callable[[Request, Any, dict[str, Any]], Awaitable[HTTPResponse]]
Route = Callable[[Request], Coroutine[Any, Any, HTTPResponse]]

#: Bytes of one request. A message of the largest size that is still looked at fits, however it is written as JSON.
MEESTE_BYTES: Final = 150_000
#: Seconds that an answer may take before the student gets the apology; the work itself goes on. The widget waits longer.
GEDULD: Final = 20.0
#: Seconds after which asking a bot that is starting makes sense again.
_START_WACHT: Final = 5
#: Seconds after which a database that was locked may have deleted what it was asked to.
_WIS_WACHT: Final = 3
_MEESTE_TEKENS_ID: Final = 100
_GEEN_LADING: Final[frozenset[str]] = frozenset()


class WidgetKanaal(InputChannel):
    """``POST /widget/sessie``, ``/widget/bericht`` and ``/widget/vergeet``; see docs/kanalen.md."""

    def __init__(
        self,
        domain: str = "domain.yml",
        antwoorden: str = "data/antwoorden",
        klok: Callable[[], float] = time.time,
    ) -> None:
        self._intents = lees_intents(domain)
        self._nood = noodantwoord(antwoorden)
        self._instellingen = lees_instellingen(os.environ)
        instelling = lees_instelling(os.environ.get("INSTELLING", "instelling.yml"))
        self._school = instelling.teksten["instelling_naam"]
        self._suggesties = [{"title": s.titel, "payload": f"/{s.onderwerp}"} for s in instelling.suggesties]
        self._zegel = Zegel(lees_geheim())
        self._sessies = Sessies(self._zegel, self._instellingen.inactief, self._instellingen.langst, klok)
        self._dubbels: Dubbels[list[Bericht]] = Dubbels()
        self._wacht = Grenswacht()

    @classmethod
    def name(cls) -> str:
        return "widget"

    def url_prefix(self) -> str:
        return "/widget"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> WidgetKanaal:
        return cls(**(credentials or {}))

    def blueprint(self, on_new_message: Verwerker) -> Blueprint:
        widget = Blueprint("widget")

        async def bericht(request: Request, agent: Any, inhoud: dict[str, Any]) -> HTTPResponse:
            return await self._bericht(agent, inhoud, on_new_message)

        for naam, afhandeling in (("sessie", self._sessie), ("bericht", bericht), ("vergeet", self._vergeet)):
            widget.add_route(self._route(afhandeling), f"/{naam}", methods=["POST"], name=naam)
            widget.add_route(self._route_vooraf(), f"/{naam}", methods=["OPTIONS"], name=f"{naam}_vooraf")
        return widget

    # -- what all three have in common

    def _route(self, afhandeling: Afhandeling) -> Route:
        async def route(request: Request) -> HTTPResponse:
            koppen: dict[str, str] = {}
            try:
                koppen = self._koppen_oorsprong(request)
                self._wacht.tel(self._instellingen.grens_adres, "adres", self._adres(request))
                inhoud = lees_inhoud(request)
                agent = getattr(request.app.ctx, "agent", None)
                if agent is None or not agent.is_ready():
                    raise Weigering(503, NIET_KLAAR, _START_WACHT)
                antwoord = await afhandeling(request, agent, inhoud)
            except Weigering as weigering:
                antwoord = naar_antwoord(weigering)
            antwoord.headers.update(koppen)
            antwoord.headers["Vary"] = "Origin"
            return antwoord

        return route

    def _route_vooraf(self) -> Route:
        async def vooraf(request: Request) -> HTTPResponse:
            try:
                koppen = self._koppen_oorsprong(request)
            except Weigering as weigering:
                antwoord = naar_antwoord(weigering)
            else:
                antwoord = response.empty(headers={**koppen, **koppen_vooraf()} if koppen else {})
            antwoord.headers["Vary"] = "Origin"
            return antwoord

        return vooraf

    def _koppen_oorsprong(self, request: Request) -> dict[str, str]:
        return controleer_oorsprong(request, self._instellingen.oorsprongen, self._instellingen.proxies)

    async def _zoek(self, agent: Any, token: object) -> Sessie:
        if not isinstance(token, str):
            raise Weigering(400, ONGELDIG)
        try:
            return await self._sessies.zoek(token, lambda sessie: laatste_bericht(agent, sessie))
        except SessieVoorbij:
            raise Weigering(401, VERLOPEN) from None

    def _adres(self, request: Request) -> str:
        return adres(request, self._instellingen.proxies)

    # -- the three requests

    async def _sessie(self, request: Request, agent: Any, inhoud: dict[str, Any]) -> HTTPResponse:
        await self._vergeet_verlopen(agent)
        if inhoud.get("sessie") is None:
            self._wacht.tel(self._instellingen.grens_nieuw, "nieuw", self._adres(request))
            sessie = self._sessies.begin()
        else:
            sessie = await self._zoek(agent, inhoud["sessie"])
        suggesties = naar_widget({"buttons": self._suggesties}, self._verzegelaar(sessie))
        return _json(
            {
                "sessie": self._sessies.token(sessie),
                "verloopt_over": self._sessies.raak(sessie),
                "max_tekens": MEESTE_TEKENS,
                "suggesties": suggesties.get("knoppen", []),
                "school": {"naam": self._school},
            }
        )

    async def _bericht(self, agent: Any, inhoud: dict[str, Any], on_new_message: Verwerker) -> HTTPResponse:
        nummer, tekst, lading = inhoud.get("id"), inhoud.get("tekst"), inhoud.get("lading")
        if not isinstance(nummer, str) or not _is_id(nummer):
            raise Weigering(400, ONGELDIG)
        if (tekst is None) == (lading is None) or not isinstance(lading if tekst is None else tekst, str):
            raise Weigering(400, ONGELDIG)
        sessie = await self._zoek(agent, inhoud.get("sessie"))
        taak = self._dubbels.zoek(sessie.id, nummer)
        if taak is None:
            self._wacht.tel(self._instellingen.grens_gesprek, "gesprek", sessie.id)
            gelezen = self._lees_knop(sessie, lading) if isinstance(lading, str) else naar_bericht(tekst, _GEEN_LADING)
            taak = self._dubbels.begin(sessie.id, nummer, self._verwerk(sessie, gelezen, on_new_message))
        rest = self._sessies.raak(sessie)
        # Waiting this way leaves the work alone when the student closes the page; asked again, the answer is there.
        await asyncio.wait({taak}, timeout=GEDULD)
        return _json(
            {"berichten": taak.result() if taak.done() else self._noodberichten(sessie), "verloopt_over": rest}
        )

    async def _vergeet(self, request: Request, agent: Any, inhoud: dict[str, Any]) -> HTTPResponse:
        sessie = await self._zoek(agent, inhoud.get("sessie"))
        async with sessie.slot:
            if not await vergeet_gesprek(agent, sessie.id):
                # The session lives on, so that asking again can tell when it is done.
                raise Weigering(503, NIET_GEWIST, _WIS_WACHT)
            self._sessies.vergeet(sessie)
            self._dubbels.vergeet(sessie.id)
        return response.empty()

    # -- helpers

    def _lees_knop(self, sessie: Sessie, verzegeld: str) -> str:
        try:
            return naar_bericht(self._zegel.open_knop(sessie.id, verzegeld), self._intents)
        except ZegelFout:
            raise Weigering(403, GEEN_KNOP) from None

    async def _verwerk(self, sessie: Sessie, tekst: str, on_new_message: Verwerker) -> list[Bericht]:
        async with sessie.slot:
            if sessie.voorbij:
                raise Weigering(401, VERLOPEN)
            uitvoer = WidgetUitvoer(self._verzegelaar(sessie))
            try:
                await on_new_message(UserMessage(tekst, uitvoer, sessie.id, input_channel=self.name()))
            except Exception as fout:  # a student must get an answer, whatever went wrong
                meld_fout(logger, "Een bericht kon niet verwerkt worden.", fout)
                return self._noodberichten(sessie)
            return uitvoer.berichten or self._noodberichten(sessie)

    def _noodberichten(self, sessie: Sessie) -> list[Bericht]:
        return [naar_widget(self._nood, self._verzegelaar(sessie))]

    def _verzegelaar(self, sessie: Sessie) -> Callable[[str], str]:
        return lambda lading: self._zegel.verzegel_knop(sessie.id, lading)

    async def _vergeet_verlopen(self, agent: Any) -> None:
        """Nobody can go on with a session that is over, so its numbers need not be kept any longer either."""
        over = self._sessies.verlopen()
        for sessie in over:
            self._dubbels.vergeet(sessie.id)
        await asyncio.gather(*(vergeet_gesprek(agent, sessie.id) for sessie in over))


def lees_inhoud(request: Request) -> dict[str, Any]:
    """The JSON object in the body. Raises ``Weigering`` (400, 413) when it is none."""
    if len(request.body) > MEESTE_BYTES:
        raise Weigering(413, TE_GROOT)
    # A page of another site can send text or a form without asking beforehand, but no JSON.
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise Weigering(400, ONGELDIG)
    try:
        inhoud = json.loads(request.body)
    except (ValueError, RecursionError):  # also bytes that are no text
        raise Weigering(400, ONGELDIG) from None
    if not isinstance(inhoud, dict):
        raise Weigering(400, ONGELDIG)
    return inhoud


def _is_id(nummer: str) -> bool:
    return 0 < len(nummer) <= _MEESTE_TEKENS_ID and all("!" <= teken <= "~" for teken in nummer)


def naar_antwoord(weigering: Weigering) -> HTTPResponse:
    """The refusal as it goes to the widget."""
    if weigering.wacht is None:
        return _json({"fout": weigering.fout}, weigering.status)
    antwoord = _json({"fout": weigering.fout, "wacht": weigering.wacht}, weigering.status)
    antwoord.headers["Retry-After"] = str(weigering.wacht)
    return antwoord


def _json(inhoud: dict[str, Any], status: int = 200) -> HTTPResponse:
    # Python's own writer: Sanic's fails on half of a surrogate pair.
    return response.json(inhoud, status=status, dumps=json.dumps)
