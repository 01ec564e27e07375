"""Talks with a running assistant as a measurement does: patient, and a broken answer is an answer too."""

from __future__ import annotations

import http.client
import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from typing import Final

from gemeen import Gestopt


#: Seconds to wait for an answer.
MEESTE_WACHTTIJD: Final = 60
#: How often a message is sent again when the assistant says that it is too busy.
MEESTE_POGINGEN: Final = 6


@dataclass(frozen=True)
class Bot:
    """A running assistant at ``url``, which ends in a slash; ``wacht`` sleeps a number of seconds."""

    url: str
    wacht: Callable[[float], None] = time.sleep

    def zeg(self, afzender: str, bericht: str) -> list[dict[str, Any]]:
        """Send one message through the REST channel; the messages that came back.

        A refusal is a turn without an answer, and says so. Raises ``Gestopt`` when nobody listens there.
        """
        for poging in range(1, MEESTE_POGINGEN + 1):
            try:
                return self._stuur(afzender, bericht)
            except urllib.error.HTTPError as fout:
                if fout.code not in (429, 503):
                    return _geen_antwoord(str(fout.code))
                gevraagd = fout.headers.get("Retry-After") or ""
                if poging < MEESTE_POGINGEN:
                    self.wacht(float(gevraagd) if gevraagd.isdigit() else 2.0 * poging)
            except (urllib.error.URLError, OSError, ValueError, http.client.HTTPException) as fout:
                if _niemand_thuis(fout):
                    raise Gestopt(f"De bot op {self.url} antwoordt niet: {fout}") from None
                return _geen_antwoord(type(fout).__name__)
        return _geen_antwoord("te druk")

    def _stuur(self, afzender: str, bericht: str) -> list[dict[str, Any]]:
        verzoek = urllib.request.Request(  # noqa: S310 - http, and an address that who started this gave
            self.url + "webhooks/rest/webhook",
            data=json.dumps({"sender": afzender, "message": bericht}).encode(),
            headers={"Content-Type": "application/json"},
        )
        # A proxy of the machine has no part in a conversation on the loopback address.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(verzoek, timeout=MEESTE_WACHTTIJD) as antwoord:
            gelezen = json.load(antwoord)
        if not isinstance(gelezen, list):
            raise ValueError("geen lijst van berichten")
        return [deel for deel in gelezen if isinstance(deel, dict)]


def _niemand_thuis(fout: Exception) -> bool:
    reden = fout.reason if isinstance(fout, urllib.error.URLError) else fout
    return isinstance(reden, ConnectionRefusedError)


def _geen_antwoord(reden: str) -> list[dict[str, Any]]:
    return [{"text": f"(geen antwoord: {reden})"}]
