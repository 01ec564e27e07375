"""Serves the actions apart from the bot: ``python -m actions.server``. On loopback unless ``HOST`` says otherwise."""

from __future__ import annotations

import json
import logging
import os
import sys
from collections.abc import Mapping
from typing import Any
from typing import Final

import rasa_sdk.endpoint
from sanic import response
from sanic.exceptions import SanicException
from sanic.request import Request
from sanic.response import HTTPResponse

import actions
from dienst.regels import Regels
from dienst.server import serveer
from gesprek.dag import controleer_dag
from gesprek.leiding import lees_leiding


logger = logging.getLogger(__name__)

#: Bytes of one call: the state of a conversation and its latest message, and never much more.
_MEESTE_BYTES: Final = 5_000_000


def maak_app() -> Any:
    """Rasa's action server, without its habit of sending the whole request back when something fails."""
    # The server of the library listens to the world, allows every origin and echoes the conversation in its errors.
    app = rasa_sdk.endpoint.create_app(actions, cors_origins=[])

    @app.exception(Exception)
    async def fout(_: Request, uitzondering: Exception) -> HTTPResponse:
        status = uitzondering.status_code if isinstance(uitzondering, SanicException) else 500
        logger.error("Een verzoek aan de acties mislukte: %s", type(uitzondering).__name__)
        return response.json({"error": "mislukt"}, status=status)

    return app


def weiger(status: int, gevraagd: Mapping[str, str]) -> tuple[dict[str, str], bytes]:
    """The same refusal as that of the app."""
    return {"Content-Type": "application/json"}, json.dumps({"error": "mislukt"}).encode()


#: What the bot may ask.
REGELS: Final = Regels(weiger, _MEESTE_BYTES)


def main() -> None:
    """Serve until stopped; exits with 1 and one Dutch sentence when the fixed day, or who leads, cannot be."""
    host = os.environ.get("HOST", "127.0.0.1")
    try:
        controleer_dag(os.environ, host)
        lees_leiding(os.environ)
    except ValueError as fout:
        sys.exit(str(fout))
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    poort = int(os.environ.get("ACTION_PORT", "5055"))
    try:
        serveer(maak_app(), host, poort, REGELS)
    except OSError as fout:
        sys.exit(f"De acties kunnen niet luisteren op {host}, poort {poort}: {fout.strerror}.")


if __name__ == "__main__":
    main()
