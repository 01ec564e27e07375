"""Starts the bot: ``python -m channels.server``. Settings come from the environment; see README.md."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
import warnings
from typing import Any
from typing import Final

from channels.instellingen import STANDAARD as INSTELLINGEN
from channels.instellingen import lees_instellingen
from channels.model import controleer_model
from channels.model import onbruikbaar
from dienst.regels import Regels
from dienst.server import serveer


#: Used where the environment says nothing. Loopback only: a deployment decides for itself what it opens.
STANDAARD: Final = {
    "HOST": "127.0.0.1",
    "PORT": "5005",
    "MODEL": "models/leerkrediet.tar.gz",
    "GESPREK": "machine",
    "LEZER": "models/lezer.pkl",
    "DATABASE_URL": "sqlite:///gegevens/gesprekken.db",
    "BEWAAR_DAGEN": "30",
    "INSTELLING": "instelling.yml",
    "REST": "ja",
    "VANDAAG": "",
    **INSTELLINGEN,
    # Nothing is sent to Rasa's makers.
    "RASA_TELEMETRY_ENABLED": "false",
    # The queue per conversation lives in this one process; see docs/architectuur.md.
    "SANIC_WORKERS": "1",
    # Bytes of one request; a message of the largest size is a few thousand.
    "SANIC_REQUEST_MAX_SIZE": "200000",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "CUDA_VISIBLE_DEVICES": "",
}
_GETALLEN: Final = ("PORT", "BEWAAR_DAGEN", "SANIC_WORKERS", "SANIC_REQUEST_MAX_SIZE")


def main() -> None:
    """Serve until stopped; exits with one Dutch sentence when something needed is not there or not in order."""
    for naam, waarde in STANDAARD.items():
        os.environ.setdefault(naam, waarde)
    _controleer()
    warnings.simplefilter("ignore")
    # TensorFlow Lite takes jax along when it is there: 67 MB that nothing here uses.
    sys.modules["jax"] = None  # type: ignore[assignment]  # this is how an import is forbidden
    # Imported late: Rasa and TensorFlow take seconds, and read the environment while they load.
    import rasa.server
    from rasa.core.utils import AvailableEndpoints
    from rasa.utils.common import configure_logging_and_warnings
    from rasa.utils.common import update_sanic_log_level
    from rasa.utils.log_utils import configure_structlog

    from channels.acties import kies_acties
    from channels.koppen import beveilig
    from channels.koppen import weiger

    # Rasa greets at the address where the chat page stands.
    rasa.server.add_root_route = lambda app: None
    # Rasa's answer to other sites is the same for every address; each of our channels gives its own.
    proxies = lees_instellingen(os.environ).proxies
    rasa.server.configure_cors = lambda app, cors_origins=None: beveilig(app, proxies)
    _versnel_acties()
    # Without this Rasa prints every message that it reads.
    configure_logging_and_warnings(logging.INFO, warn_only_once=True)
    configure_structlog(logging.INFO)
    update_sanic_log_level()
    einden = AvailableEndpoints.read_endpoints("endpoints.yml")
    einden.action = kies_acties(os.environ)
    app = _maak_app(einden)
    host, poort = os.environ["HOST"], int(os.environ["PORT"])
    try:
        serveer(app, host, poort, Regels(weiger, int(os.environ["SANIC_REQUEST_MAX_SIZE"])), lambda: _laad(app, einden))
    except OSError as fout:
        _stop(f"De bot kan niet luisteren op {host}, poort {poort}: {fout.strerror}.")
    except ValueError as fout:
        _stop(str(fout))


def _maak_app(einden: Any) -> Any:
    """Rasa's app with the channels that are on; its own API, which loads models that are handed to it, stays off."""
    import rasa.core.run

    from channels.kanalen import schrijf_kanalen

    with schrijf_kanalen("credentials.yml", os.environ) as bestand:
        kanalen = rasa.core.run.create_http_input_channels(None, str(bestand))
    app = rasa.core.run.configure_app(
        kanalen, cors=[], enable_api=False, port=int(os.environ["PORT"]), endpoints=einden
    )
    app.register_listener(rasa.core.run.close_resources, "before_server_stop")
    return app


async def _laad(app: Any, einden: Any) -> None:
    """Load the model. Raises ``ValueError`` when that fails: Rasa logs it, and would go on without."""
    from rasa.core.run import load_agent_on_start

    agent = await load_agent_on_start(os.environ["MODEL"], einden, None, app, asyncio.get_running_loop())
    if not agent.is_ready():
        raise ValueError(onbruikbaar(os.environ["MODEL"]))


def _controleer() -> None:
    from gesprek.dag import controleer_dag
    from gesprek.databank import DatabankFout
    from gesprek.databank import controleer_databank
    from gesprek.geheim import lees_geheim
    from gesprek.instelling import lees_instelling
    from gesprek.leiding import lees_leiding

    for naam in _GETALLEN:
        if not os.environ[naam].isascii() or not os.environ[naam].isdigit():
            _stop(f"{naam} moet een getal zijn, maar is '{os.environ[naam]}'.")
    if int(os.environ["SANIC_WORKERS"]) != 1:
        _stop("De assistent draait in één werkproces. Laat SANIC_WORKERS op 1.")
    try:
        lees_instelling(os.environ["INSTELLING"])
    except (OSError, ValueError) as fout:
        _stop(f"{os.environ['INSTELLING']} is niet in orde: {fout}")
    try:
        lees_instellingen(os.environ)
        lees_leiding(os.environ)
        controleer_model(os.environ["MODEL"])
        lees_geheim()
        controleer_databank(os.environ["DATABASE_URL"])
        controleer_dag(os.environ, os.environ["HOST"])
    except (OSError, ValueError, DatabankFout) as fout:
        _stop(str(fout))


def _versnel_acties() -> None:
    """Check the answer of an action against its schema as Rasa does, but check the schema itself only once.

    Rasa validates the schema anew at each action, which takes longer than the action.
    """
    from jsonschema.validators import validator_for
    from rasa.core.actions.action import RemoteAction

    schema = RemoteAction.action_response_format_spec()
    controle = validator_for(schema)(schema)

    def valideer(_: RemoteAction, result: dict[str, Any]) -> bool:
        controle.validate(result)
        return True

    RemoteAction._validate_action_result = valideer


def _stop(zin: str) -> Any:
    print(zin, file=sys.stderr)
    # Trying again would not help, and who started this can know it.
    sys.exit(os.EX_CONFIG)


if __name__ == "__main__":
    main()
