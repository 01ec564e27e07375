"""Bots that understand nothing: what they score is the floor, and what a turn's own core scores the ceiling."""

from __future__ import annotations

from typing import Any
from typing import Final

from meten.afspelen import Zeg
from meten.vorm import Beurt


def _altijd(tekst: str) -> Zeg:
    return lambda afzender, beurt: [{"text": tekst}]


def _fout_saldo_met_kern(afzender: str, beurt: Beurt) -> list[dict[str, Any]]:
    return [{"text": f"Dan sta je op 33. {beurt.kern}"}]


def _kern(afzender: str, beurt: Beurt) -> list[dict[str, Any]]:
    return [{"text": beurt.kern}]


VLOER: Final[dict[str, Zeg]] = {
    "lijst getallen": _altijd(" ".join(map(str, range(201)))),
    "weet het niet": _altijd(
        "Ik weet het niet zeker. Ja, misschien, of nee. Vraag het aan je trajectbegeleider of kijk in Burgerprofiel."
    ),
    "sleutelwoorden": _altijd(
        "Ja of nee, niet, geen, wel, kan, mag, tot, top, vraag, trajectbegeleider, Raad, OER, school, verval, eerst, "
        "datum, attest, graag gedaan, sterkte, genoeg, voldoende, 140, 60, 30, 10."
    ),
    "fout saldo met kern": _fout_saldo_met_kern,
    "eigen kern (plafond)": _kern,
}
