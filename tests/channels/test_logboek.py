"""What reaches the logs: never a word that a student typed, never the token of a session."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import pytest
import structlog
from rasa.core.channels.channel import UserMessage
from rasa.utils.log_utils import configure_structlog

from channels.logboek import meld_fout
from channels.rest import VeiligeRest


MERK = "zwaluwstaart"


class Vanger(logging.Handler):
    """Keeps each line as a handler of the server would write it, with what hangs on it."""

    def __init__(self) -> None:
        super().__init__(logging.NOTSET)
        self.regels: list[str] = []
        self.setFormatter(logging.Formatter("%(name)s %(levelname)s %(message)s"))

    def emit(self, regel: logging.LogRecord) -> None:
        """Called for each line."""
        self.regels.append(self.format(regel) + repr(regel.__dict__))


@pytest.fixture
def logboek(monkeypatch: pytest.MonkeyPatch) -> Any:
    """All that is logged at the level of the server, by way of Python or of structlog."""
    vanger = Vanger()
    wortel = logging.getLogger()
    monkeypatch.setattr(wortel, "level", logging.INFO)
    monkeypatch.setattr(wortel, "handlers", [vanger])
    for naam in ("sanic.root", "sanic.error", "sanic.access", "rasa", "channels"):
        monkeypatch.setattr(logging.getLogger(naam), "level", logging.INFO)
        monkeypatch.setattr(logging.getLogger(naam), "propagate", True)
    oud = structlog.get_config()
    configure_structlog(logging.INFO)
    yield vanger
    structlog.configure(**oud)


async def breek(bericht: UserMessage) -> None:
    """A bot that fails with the student's own words in the error, as libraries do."""
    structlog.get_logger("rasa.core").info("bericht.verwerkt")
    logging.getLogger("rasa.core").info("een regel die er wel hoort")
    try:
        raise KeyError(bericht.text)
    except KeyError as fout:
        raise ValueError(f"kan {bericht.text!r} niet lezen van {bericht.sender_id}") from fout


def test_no_word_of_a_message_and_no_token_is_logged(speel: Callable[..., Any], logboek: Vanger) -> None:
    """Answered, refused, failed, too much, too large, forged, forgotten."""
    tokens: list[str] = []

    async def scenario(student: Any) -> None:
        begin = await student.begin()
        token = begin["sessie"]
        tokens.append(token)
        await student.zeg(token, f"ik heet {MERK}")
        await student.zeg(token, f"/{MERK}")
        await student.zeg(token + MERK, MERK)
        await student.druk(token, MERK)
        await student.zeg(token, MERK * 20_000)
        await student.post("bericht", {"sessie": token, "id": MERK, "tekst": {"x": MERK}})
        koppen = {"Content-Type": "application/json"}
        await student.vraag("POST", "/widget/bericht", data=f'{{"tekst": "{MERK}'.encode(), headers=koppen)
        await student.vraag("GET", f"/widget/bericht?tekst={MERK}&sessie={token}")
        await student.vraag("GET", f"/{MERK}?sessie={token}")
        for _ in range(3):
            await student.zeg(token, MERK)
        await student.post("vergeet", {"sessie": token})
        await student.zeg(token, MERK)

    agent = speel(scenario, reactie=breek, GRENS_GESPREK="4/hour")
    alles = "\n".join(logboek.regels)
    assert agent.gelezen
    assert "een regel die er wel hoort" in alles
    assert "bericht.verwerkt" in alles
    assert "Een bericht kon niet verwerkt worden. ValueError" in alles
    assert MERK not in alles
    assert tokens[0] not in alles
    assert agent.gelezen[0].sender_id not in alles


def test_no_word_of_a_message_over_rest_is_logged(
    maak_app: Any, maak_agent: Any, vraag: Any, omgeving: Any, logboek: Vanger
) -> None:
    """Nor who sent it."""
    omgeving()
    app = maak_app(VeiligeRest(), maak_agent(breek))
    for inhoud in ({"sender": MERK, "message": f"ik heet {MERK}"}, {"sender": MERK, "message": [MERK]}, {"x": MERK}):
        vraag(app, "POST", "/webhooks/rest/webhook", json=inhoud)
    alles = "\n".join(logboek.regels)
    assert "een regel die er wel hoort" in alles
    assert MERK not in alles


def test_a_failure_is_logged_with_its_kind_and_the_way_to_it(caplog: pytest.LogCaptureFixture) -> None:
    """Enough to find it."""
    try:
        raise LookupError(MERK)
    except LookupError as fout:
        meld_fout(logging.getLogger("proef"), "Het liep fout.", fout)
    assert "Het liep fout. LookupError" in caplog.text
    assert "test_a_failure_is_logged_with_its_kind_and_the_way_to_it" in caplog.text
    assert MERK not in caplog.text.replace("raise LookupError(MERK)", "")
