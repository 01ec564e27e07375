"""What the bot remembers: per conversation one small row, however long the conversation is.

Rasa's own SQL store keeps every event with the full text of every message, for ever, and reads them all back at each
message. Here a conversation is its slots and the last turns, without the words that were said. So the cost of a
message does not grow, nothing personal rests on disk, and what is older than the retention period is deleted.
"""

from __future__ import annotations

import hmac
import json
import logging
import time
from pathlib import Path
from typing import Any
from typing import Callable
from typing import Final
from typing import Iterable

import sqlalchemy as sa
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted
from rasa.shared.core.events import SlotSet
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from gesprek.beurt import BIJ_OVERMACHT
from gesprek.beurt import BIJ_STOPPEN
from gesprek.beurt import GIDSEN
from gesprek.beurt import TE_ONTHOUDEN
from gesprek.geheim import lees_geheim


logger = logging.getLogger(__name__)

#: Turns of which something is kept, so that "the last topic" can be found.
BEURTEN: Final = 3
#: Seconds between two clean-ups of what is past its retention period.
OPRUIMEN_OM_DE: Final = 3600.0
_DAG: Final = 86_400.0

_metadata = sa.MetaData()
_gesprekken = sa.Table(
    "gesprekken",
    _metadata,
    sa.Column("sleutel", sa.String(64), primary_key=True),
    sa.Column("bijgewerkt", sa.Float, nullable=False, index=True),
    sa.Column("staat", sa.Text, nullable=False),
)


class Geheugen(TrackerStore):
    """Keeps conversations in one table of any database that SQLAlchemy knows.

    Args:
        domain: the domain of the assistant.
        host: not used; Rasa passes the ``url`` of the endpoint here.
        event_broker: gets the events of each turn, where one is configured.
        db: database URL of SQLAlchemy.
        bewaar_dagen: days after its last message that a conversation is deleted.
        klok: seconds since the epoch; an argument, so that tests need not wait.
        geheim: makes the keys of the conversations; None means that of the installation.
    """

    def __init__(
        self,
        domain: Domain,
        host: str | None = None,
        event_broker: EventBroker | None = None,
        db: str = "sqlite://",
        bewaar_dagen: float | str = 30,
        klok: Callable[[], float] = time.time,
        geheim: bytes | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(domain, event_broker)
        self._bewaar_seconden = float(bewaar_dagen) * _DAG
        self._klok = klok
        self._geheim = lees_geheim() if geheim is None else geheim
        self._volgende_opruiming = 0.0
        self._engine = _maak_engine(db)
        _metadata.create_all(self._engine)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The conversation of ``sender_id``: its slots and last turns; None where there is none, or it is too old."""
        vraag = sa.select(_gesprekken.c.staat).where(
            _gesprekken.c.sleutel == self._sleutel(sender_id), _gesprekken.c.bijgewerkt >= self._grens()
        )
        with self._engine.connect() as verbinding:
            staat = verbinding.execute(vraag).scalar_one_or_none()
        if staat is None:
            return None
        return DialogueStateTracker.from_dict(sender_id, json.loads(staat), self.domain.slots)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keep ``tracker`` in its short form; now and then delete what is past its period."""
        await self.stream_events(tracker)
        rij = {
            "sleutel": self._sleutel(tracker.sender_id),
            "bijgewerkt": self._klok(),
            "staat": json.dumps(verkort(tracker), ensure_ascii=False, separators=(",", ":")),
        }
        with self._engine.begin() as verbinding:
            gewijzigd = verbinding.execute(
                _gesprekken.update().where(_gesprekken.c.sleutel == rij["sleutel"]).values(rij)
            )
            if not gewijzigd.rowcount:
                verbinding.execute(_gesprekken.insert().values(rij))
        if self._klok() >= self._volgende_opruiming:
            self.ruim_op()

    async def delete(self, sender_id: str) -> None:
        """Forget the conversation of ``sender_id``, at once and for good."""
        with self._engine.begin() as verbinding:
            verbinding.execute(_gesprekken.delete().where(_gesprekken.c.sleutel == self._sleutel(sender_id)))

    async def keys(self) -> Iterable[str]:
        """The keys of all conversations. They are digests: the ids themselves are not kept."""
        with self._engine.connect() as verbinding:
            return list(verbinding.execute(sa.select(_gesprekken.c.sleutel)).scalars())

    def ruim_op(self) -> int:
        """Delete the conversations that are past the retention period; returns how many."""
        self._volgende_opruiming = self._klok() + OPRUIMEN_OM_DE
        with self._engine.begin() as verbinding:
            aantal = verbinding.execute(_gesprekken.delete().where(_gesprekken.c.bijgewerkt < self._grens())).rowcount
        if aantal:
            logger.info("%d gesprekken voorbij de bewaartermijn verwijderd", aantal)
        return int(aantal)

    def _sleutel(self, sender_id: str) -> str:
        """A digest of the id: a phone number or account name of a messaging channel does not rest on disk either.

        With a secret: there are few enough phone numbers to try them all.
        """
        return hmac.digest(self._geheim, b"gesprek:" + sender_id.encode("utf-8", "surrogatepass"), "sha256").hex()

    def _grens(self) -> float:
        return self._klok() - self._bewaar_seconden


def verkort(tracker: DialogueStateTracker) -> list[dict[str, Any]]:
    """The events that rebuild the conversation: its slots, then what the next turn must know of the last ones.

    No text, no intents, and of the moves only those in ``TE_ONTHOUDEN``: that somebody asked about overmacht, or spoke of
    not wanting to live, is nobody's business afterwards. For the same reason what a guide was told goes with the topic.

    The session start is left out, so that a session start that does stand among the events marks a first turn.
    """
    beurten: list[dict[str, Any]] = []
    aantal = 0
    for event in reversed(tracker.events):
        if isinstance(event, UserUttered):
            beurten.append(_zonder_woorden(event))
            aantal += 1
            if aantal == BEURTEN:
                break
        elif isinstance(event, ActionExecuted) and event.action_name in TE_ONTHOUDEN:
            beurten.append({"event": "action", "name": event.action_name, "timestamp": event.timestamp})
    beurten.reverse()
    # What stands before the first message that is kept belongs to no turn; with it each save would add one more.
    while beurten and beurten[0]["event"] == "action":
        del beurten[0]
    begin = {"event": "action", "name": ACTION_LISTEN_NAME, "timestamp": beurten[0]["timestamp"] if beurten else 0.0}
    houdt_dossier = tracker.get_slot("fase") in GIDSEN or bool(_laatste_zetten(tracker) & (BIJ_OVERMACHT | BIJ_STOPPEN))
    slots = [
        SlotSet(naam, slot.value, timestamp=begin["timestamp"]).as_dict()
        for naam, slot in tracker.slots.items()
        if slot.value != slot.initial_value and (naam != "dossier" or houdt_dossier)
    ]
    return [begin, *slots, *beurten]


def _laatste_zetten(tracker: DialogueStateTracker) -> set[str]:
    zetten: set[str] = set()
    for event in reversed(tracker.events):
        if isinstance(event, UserUttered):
            break
        if isinstance(event, ActionExecuted):
            zetten.add(event.action_name or "")
    return zetten


def _zonder_woorden(event: UserUttered) -> dict[str, Any]:
    return {
        "event": "user",
        "timestamp": event.timestamp,
        "text": "",
        "input_channel": event.input_channel,
        "parse_data": {"intent": {"name": None}, "entities": [], "text": ""},
    }


def _maak_engine(url: str) -> sa.engine.Engine:
    adres = sa.engine.make_url(url)
    if adres.get_backend_name() != "sqlite":
        return sa.create_engine(adres, pool_pre_ping=True, future=True, hide_parameters=True)
    in_bestand = bool(adres.database) and adres.database != ":memory:"
    if in_bestand:
        Path(adres.database).parent.mkdir(parents=True, exist_ok=True)
    engine = sa.create_engine(
        adres,
        future=True,
        hide_parameters=True,
        # Kept open: closing the last connection to a file with a write-ahead log makes SQLite sync the whole of it.
        poolclass=sa.pool.QueuePool if in_bestand else sa.pool.StaticPool,
        connect_args={"check_same_thread": False},
    )

    @sa.event.listens_for(engine, "connect")
    def _instellen(verbinding: Any, _: Any) -> None:
        # One write per message: with a write-ahead log it need not wait for the disk, and survives a crash.
        verbinding.execute("PRAGMA journal_mode=WAL")
        verbinding.execute("PRAGMA synchronous=NORMAL")
        verbinding.execute("PRAGMA secure_delete=ON")

    return engine
