"""The assistant that stories talk with: a running one, or one of their own on free ports."""

from __future__ import annotations

import json
import os
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator
from collections.abc import Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from typing import Final

from gemeen import LEZER
from gemeen import MODEL
from gemeen import WORTEL
from gemeen import Gestopt
from instantie import Instantie
from instantie import Stopvraag
from instantie import adres
from instantie import vrije_poorten
from ruamel.yaml import YAML


#: Seconds to wait for an answer.
MEESTE_WACHTTIJD: Final = 60
#: The day on which every story plays, so that it ends the same on each day of the year; tests/verhalen/README.md says it.
DAG: Final = "2026-11-23"


@dataclass(frozen=True)
class Bot:
    """A running assistant. ``url`` ends in a slash."""

    url: str

    def zeg(self, sender: str, text: str) -> list[dict[str, Any]]:
        """Send one message through the REST channel; the messages that came back.

        Raises:
            Gestopt: the assistant cannot be reached, or answers with something that is no list of messages.
        """
        verzoek = urllib.request.Request(  # noqa: S310 - http, and an address that who started this gave
            self.url + "webhooks/rest/webhook",
            data=json.dumps({"sender": sender, "message": text}).encode(),
            headers={"Content-Type": "application/json"},
        )
        # A proxy of the machine has no part in a conversation on the loopback address.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(verzoek, timeout=MEESTE_WACHTTIJD) as antwoord:
                gelezen = json.load(antwoord)
        except (urllib.error.URLError, OSError, ValueError) as fout:
            raise Gestopt(f"De bot op {self.url} antwoordt niet: {fout}") from None
        if not isinstance(gelezen, list):
            raise Gestopt(f"De bot op {self.url} antwoordt iets dat geen lijst van berichten is.")
        return [deel for deel in gelezen if isinstance(deel, dict)]


def model_ontbreekt() -> bool:
    """Whether there is no trained model yet, or no reader: without it every answer is an apology."""
    return not all((WORTEL / bestand).is_file() for bestand in (MODEL, LEZER))


@contextmanager
def eigen_bot(stopvraag: Stopvraag | None = None, instellingen: Mapping[str, str] | None = None) -> Iterator[Bot]:
    """An assistant on free ports, with its real actions and a memory that is thrown away; stopped at the end.

    ``instellingen`` are variables of the environment that only it gets.

    Raises:
        Gestopt: there is no model, or the assistant does not start.
    """
    if model_ontbreekt():
        raise Gestopt(f"Er is nog geen model in {MODEL}, of geen lezer in {LEZER}. Maak ze met 'make train'.")
    (poort,) = vrije_poorten(1)
    stopvraag = stopvraag or Stopvraag()
    vorige_map = Path.cwd()
    with tempfile.TemporaryDirectory(prefix="leerkrediet-verhalen-") as tijdelijk:
        extra = {
            "DATABASE_URL": f"sqlite:///{tijdelijk}/gesprekken.db",
            "REST": "ja",
            "MODEL": str(MODEL),
            "INSTELLING": "instelling.yml",
            "VANDAAG": DAG,
            "GESPREK": "machine",
            "LEZER": str(LEZER),
            **(instellingen or {}),
        }
        with Instantie("127.0.0.1", poort, stopvraag, extra, Path(tijdelijk)) as instantie:
            # The bot reads its files from the folder in which it is started.
            os.chdir(WORTEL)
            try:
                if not instantie.start():
                    raise Gestopt("Het starten is afgebroken.")
            finally:
                os.chdir(vorige_map)
            yield Bot(adres("127.0.0.1", poort))


def storingszin() -> str:
    """How the answer begins that the bot gives when something broke."""
    gelezen = YAML(typ="safe", pure=True).load(WORTEL / "data" / "antwoorden" / "fout.yml")
    return str(gelezen["responses"]["utter_fout"][0]["text"]).splitlines()[0]
