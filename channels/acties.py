"""Where the actions run: inside the bot, or on the server that ``ACTION_URL`` names."""

from __future__ import annotations

import json
import logging
from typing import Any
from typing import Mapping

from rasa.utils.endpoints import ClientResponseError
from rasa.utils.endpoints import EndpointConfig
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection
from rasa_sdk.interfaces import ActionNotFoundException

from channels.logboek import meld_fout


logger = logging.getLogger(__name__)


class ActiesHier(EndpointConfig):
    """Takes the place of an action server: what Rasa would send to one is done here.

    The work is done in the loop itself: it takes about a millisecond, and a thread would only take turns with it.

    Args:
        pakket: the name of the package that holds the actions.
    """

    def __init__(self, pakket: str) -> None:
        # The domain is large and the actions do not need it.
        super().__init__(url=f"pakket {pakket}", enable_selective_domain=True)
        self._uitvoerder = ActionExecutor()
        self._uitvoerder.register_package(pakket)

    async def request(self, *_: Any, **verzoek: Any) -> Any:
        """Run the action that ``json`` asks for; fails as a call of a server does."""
        # As over a network: an action gets a copy, and cannot change the conversation by way of what it was given.
        vraag = json.loads(json.dumps(verzoek["json"]))
        try:
            return await self._uitvoerder.run(vraag)
        except ActionExecutionRejection as fout:
            raise _fout(400, fout.action_name, fout.message) from None
        except ActionNotFoundException as fout:
            raise _fout(404, fout.action_name, fout.message) from None
        except Exception as fout:  # its text may hold what a student wrote
            meld_fout(logger, "Een actie liep fout.", fout)
            raise _fout(500, "", "mislukt") from None


def kies_acties(omgeving: Mapping[str, str]) -> EndpointConfig:
    """The actions inside the bot, unless ``ACTION_URL`` says where else they are."""
    if url := omgeving.get("ACTION_URL", ""):
        return EndpointConfig(url, enable_selective_domain=True)
    return ActiesHier("actions")


def _fout(status: int, actie: str, zin: str) -> ClientResponseError:
    return ClientResponseError(status, zin, json.dumps({"error": zin, "action_name": actie}))
