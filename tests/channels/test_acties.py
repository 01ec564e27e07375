"""The actions inside the bot: the same call, the same answer and the same failures as over a network."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from rasa.utils.endpoints import ClientResponseError

from channels.acties import ActiesHier


MERK = "zwaluwstaart"
PAKKET = """
from rasa_sdk import Action
from rasa_sdk.interfaces import ActionExecutionRejection


class Proef(Action):
    def name(self):
        return "action_proef_hier"

    def run(self, dispatcher, tracker, domain):
        if tracker.slots["doe"] == "weiger":
            raise ActionExecutionRejection(self.name(), "liever niet")
        if tracker.slots["doe"] == "stuk":
            raise ValueError(tracker.latest_message["text"])
        tracker.slots["lijst"].append("veranderd")
        dispatcher.utter_message(text="gedaan")
        return [{"event": "slot", "name": "lijst", "value": tracker.slots["lijst"]}]
"""


@pytest.fixture
def acties(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ActiesHier:
    """Those of a small package."""
    (tmp_path / "proefacties.py").write_text(PAKKET, "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "proefacties", raising=False)
    return ActiesHier("proefacties")


def vraag(doe: str, actie: str = "action_proef_hier") -> dict[str, Any]:
    """What Rasa sends."""
    tracker = {
        "sender_id": "x",
        "slots": {"doe": doe, "lijst": ["was"]},
        "latest_message": {"text": MERK},
        "events": [],
    }
    return {"next_action": actie, "sender_id": "x", "tracker": tracker, "version": "3.6.21"}


def test_an_action_answers_and_cannot_change_what_it_was_given(acties: ActiesHier) -> None:
    """What it does comes back as events, and only so."""
    gevraagd = vraag("gewoon")
    antwoord = asyncio.run(acties.request(json=gevraagd, method="post", timeout=300, compress=False))
    assert ["gedaan"] == [deel["text"] for deel in antwoord["responses"]]
    assert [{"event": "slot", "name": "lijst", "value": ["was", "veranderd"]}] == antwoord["events"]
    assert vraag("gewoon") == gevraagd


@pytest.mark.parametrize(
    ("gevraagd", "status"), [(vraag("weiger"), 400), (vraag("stuk"), 500), (vraag("gewoon", "action_weg"), 404)]
)
def test_a_failure_is_the_same_as_that_of_a_server(
    gevraagd: dict[str, Any], status: int, acties: ActiesHier, caplog: pytest.LogCaptureFixture
) -> None:
    """So that Rasa does the same with it; and no word of the student is in it."""
    with pytest.raises(ClientResponseError) as fout:
        asyncio.run(acties.request(json=gevraagd, method="post"))
    assert status == fout.value.status
    assert {"error", "action_name"} == set(json.loads(fout.value.text))
    assert MERK not in str(fout.value) + caplog.text


def test_the_domain_is_not_sent_along(acties: ActiesHier) -> None:
    """It is large, and the actions do not need it."""
    assert acties.kwargs["enable_selective_domain"]
