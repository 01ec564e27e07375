"""Starts the action server: ``python -m actions.server``. On loopback unless ``HOST`` says otherwise."""

from __future__ import annotations

import logging
import os
import sys
from typing import Any

import rasa_sdk.endpoint
from sanic import response
from sanic.exceptions import SanicException
from sanic.request import Request
from sanic.response import HTTPResponse

import actions
from gesprek.dag import controleer_dag


logger = logging.getLogger(__name__)


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


def main() -> None:
    """Serve until stopped; exits with 1 and one Dutch sentence when the fixed day cannot be."""
    host = os.environ.get("HOST", "127.0.0.1")
    try:
        controleer_dag(os.environ, host)
    except ValueError as fout:
        sys.exit(str(fout))
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    logging.getLogger("sanic.access").setLevel(logging.WARNING)
    maak_app().run(host, int(os.environ.get("ACTION_PORT", "5055")), workers=1, access_log=False)


if __name__ == "__main__":
    main()
