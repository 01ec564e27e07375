"""What the tests of the conversation share: the domain, a tracker that is built event by event, and a place for models."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rasa.engine.graph import ExecutionContext
from rasa.engine.graph import GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted
from rasa.shared.core.events import Event
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker


WORTEL = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def domain() -> Domain:
    """The domain of the assistant, without its answers."""
    return Domain.load(str(WORTEL / "domain.yml"))


@pytest.fixture
def opslag(tmp_path: Path) -> ModelStorage:
    """Rasa's own storage of trained parts, in an empty folder."""
    map_ = tmp_path / "opslag"
    map_.mkdir()
    return LocalModelStorage.create(map_)


@pytest.fixture
def context() -> ExecutionContext:
    """What Rasa tells a component about the run that it is part of."""
    return ExecutionContext(GraphSchema({}))


@pytest.fixture
def maak_tracker(domain: Domain) -> Callable[..., DialogueStateTracker]:
    """Builds a conversation out of events."""

    def maak(*events: Event, afzender: str = "student") -> DialogueStateTracker:
        return DialogueStateTracker.from_events(afzender, list(events), domain.slots)

    return maak


@pytest.fixture
def bericht() -> Callable[..., list[Event]]:
    """The events with which Rasa opens a turn: it stops listening, and a message comes in."""

    def maak(intent: str, tekst: str = "", entiteiten: list[dict[str, Any]] | None = None) -> list[Event]:
        uiting = UserUttered(tekst, {"name": intent, "confidence": 0.9}, entiteiten or [])
        return [ActionExecuted("action_listen"), uiting]

    return maak
