"""Where a student can open a page of the assistant, as far as the channel allows."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Final
from urllib.parse import urlencode

from rasa_sdk import Tracker


#: The draft of the verzoekschrift: where it is, and what its link says.
_ONTWERP: Final = "/verzoekschrift.docx"
TITEL_ONTWERP: Final = "Ontwerp verzoekschrift (Word)"
#: Resolves addresses itself, against the place that its script came from.
_EIGEN: Final = "widget"
#: Channels of who sits at the machine itself, as with ``make start`` and ``make chat``.
_LOKAAL: Final = frozenset(("rest", "cmdline"))


def adres(tracker: Tracker, pad: str) -> str | None:
    """The address of ``pad`` ("/grafiek/..."), or None where the student could not open any.

    A channel such as Telegram fetches from outside, so it needs ``PUBLIEK_ADRES`` in the environment.
    """
    kanaal = tracker.get_latest_input_channel()
    if kanaal == _EIGEN:
        return pad
    publiek = os.environ.get("PUBLIEK_ADRES", "").rstrip("/")
    if publiek:
        return publiek + pad
    return f"http://127.0.0.1:{os.environ.get('PORT', '5005')}{pad}" if kanaal in _LOKAAL else None


def adres_van_ontwerp(tracker: Tracker, velden: Mapping[str, str]) -> str | None:
    """The address of the draft of the verzoekschrift, filled in with ``velden``; None where the student could not open it."""
    return adres(tracker, f"{_ONTWERP}?{urlencode(velden, safe=',')}".rstrip("?"))
