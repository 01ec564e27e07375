"""Rasa's REST channel, with checks on what comes in and the certainty that something goes out."""

from __future__ import annotations

import logging
from typing import Any
from typing import Awaitable
from typing import Callable
from typing import Final

from rasa.core.channels.channel import CollectingOutputChannel
from rasa.core.channels.channel import UserMessage
from rasa.core.channels.rest import RestInput
from sanic import Blueprint
from sanic import response
from sanic.request import Request
from sanic.response import HTTPResponse

from channels.bericht import MEESTE_TEKENS_AFZENDER
from channels.bericht import naar_bericht
from channels.inhoud import lees_intents
from channels.inhoud import noodantwoord
from channels.logboek import meld_fout


logger = logging.getLogger(__name__)

Verwerker = Callable[[UserMessage], Awaitable[Any]]
_KAPOT: Final = 'de afzender ontbreekt: stuur {"sender": "...", "message": "..."}'


class VeiligeRest(RestInput):
    """``POST /webhooks/rest/webhook`` with ``{"sender", "message"}``; always answers with at least one message."""

    def __init__(self, domain: str = "domain.yml", antwoorden: str = "data/antwoorden") -> None:
        self._intents = lees_intents(domain)
        self._nood = noodantwoord(antwoorden)

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> VeiligeRest:
        return cls(**(credentials or {}))

    def blueprint(self, on_new_message: Verwerker) -> Blueprint:
        webhook = Blueprint("rest_webhook")

        @webhook.get("/")
        async def health(_: Request) -> HTTPResponse:
            return response.json({"status": "ok"})

        @webhook.post("/webhook")
        async def receive(request: Request) -> HTTPResponse:
            inhoud = _lees_inhoud(request)
            afzender = inhoud.get("sender")
            if not isinstance(afzender, str) or not 0 < len(afzender) <= MEESTE_TEKENS_AFZENDER:
                return response.json({"fout": _KAPOT}, status=400, ensure_ascii=False)
            return response.json(await self._antwoord(afzender, inhoud.get("message"), on_new_message))

        return webhook

    async def _antwoord(self, afzender: str, ruw: object, on_new_message: Verwerker) -> list[dict[str, Any]]:
        verzamelaar = CollectingOutputChannel()
        try:
            tekst = naar_bericht(ruw, self._intents)
            await on_new_message(UserMessage(tekst, verzamelaar, afzender, input_channel=self.name()))
        except Exception as fout:  # a student must get an answer, whatever went wrong
            meld_fout(logger, "Een bericht kon niet verwerkt worden.", fout)
            return [{**self._nood, "recipient_id": afzender}]
        return verzamelaar.messages or [{**self._nood, "recipient_id": afzender}]


def _lees_inhoud(request: Request) -> dict[str, Any]:
    try:
        inhoud = request.json
    except Exception:  # Sanic has an exception of its own for bad JSON, and other libraries theirs
        return {}
    return inhoud if isinstance(inhoud, dict) else {}
