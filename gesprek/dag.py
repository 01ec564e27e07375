"""Which day it is for the assistant: that of Brussels, or the one that tests and measurements fix with ``VANDAAG``."""

from __future__ import annotations

import ipaddress
import os
from datetime import date
from datetime import datetime
from datetime import timezone
from typing import Final
from typing import Mapping
from zoneinfo import ZoneInfo


#: The deadlines are days in Flanders; a server may stand anywhere, and most keep the time of Greenwich.
_BRUSSEL: Final = ZoneInfo("Europe/Brussels")


def vandaag(nu: datetime | None = None, omgeving: Mapping[str, str] | None = None) -> date:
    """The day at the moment ``nu``, which knows its own zone; the day that is fixed goes before it.

    Asked anew for each message: a server runs past midnight.
    """
    vast = vaste_dag(os.environ if omgeving is None else omgeving)
    return vast or (nu or datetime.now(timezone.utc)).astimezone(_BRUSSEL).date()


def vaste_dag(omgeving: Mapping[str, str]) -> date | None:
    """The day of ``VANDAAG``; None where it says nothing.

    Raises:
        ValueError: it is no date; the text is Dutch.
    """
    gezegd = omgeving.get("VANDAAG", "")
    try:
        return date.fromisoformat(gezegd) if gezegd else None
    except ValueError:
        raise ValueError(f"VANDAAG moet een datum zijn zoals 2026-11-30, maar is '{gezegd}'.") from None


def controleer_dag(omgeving: Mapping[str, str], host: str) -> None:
    """Refuse a fixed day where others than the own machine can ask: a student would hear deadlines of another day.

    Raises:
        ValueError: it is no date, or ``host`` is open to others; the text is Dutch.
    """
    if vaste_dag(omgeving) and not _eigen_machine(host):
        raise ValueError(
            f"VANDAAG legt de dag vast en is alleen voor tests op de eigen machine, maar HOST is '{host}'. "
            "Laat een van de twee weg."
        )


def _eigen_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
