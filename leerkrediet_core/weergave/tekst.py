"""The ledger as plain text for a chat: short lines, no markup, readable on a phone."""

from __future__ import annotations

from collections.abc import Mapping

from leerkrediet_core.grootboek import Grootboek
from leerkrediet_core.taal import met_teken


def als_regels(grootboek: Grootboek, koppen: Mapping[int, str] | None = None, *, begin: str = "Start") -> list[str]:
    """One line per step: movement, balance after it, and why; the start first.

    Args:
        grootboek: the ledger.
        koppen: headings, each above the first step of the event with that index.
        begin: what the balance before the first step is called.
    """
    wachtend = dict(koppen or {})
    regels = [f"{begin}: {grootboek.startsaldo}"]
    for stap in grootboek.stappen:
        if stap.gebeurtenis in wachtend:
            regels.append(wachtend.pop(stap.gebeurtenis))
        regels.append(f"{met_teken(stap.mutatie)} → {stap.saldo}: {stap.omschrijving}")
    return regels
