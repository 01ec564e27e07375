"""What the bot remembers: per conversation one small row, however long the conversation is.

Rasa's own SQL store keeps every event with the full text of every message, for ever, and reads them all back at each
message. Here a conversation is its slots and the last turns, without the words that were said. So the cost of a
message does not grow, nothing personal rests on disk, and what is older than the retention period is deleted.
"""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
import time
from collections import OrderedDict
from concurrent.futures import Future
from typing import Any
from typing import Callable
from typing import Final
from typing import Iterable
from typing import TypeVar

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
from gesprek.databank import Databank
from gesprek.databank import DatabankFout
from gesprek.databank import Rij
from gesprek.geheim import lees_geheim
from gesprek.schrijver import Schrijver


logger = logging.getLogger(__name__)

#: Turns of which something is kept, so that "the last topic" can be found.
BEURTEN: Final = 3
#: Seconds between two clean-ups of what is past its retention period.
OPRUIMEN_OM_DE: Final = 3600.0
#: Conversations of which the last form is at hand, some thousand bytes each.
MEESTE_VERS: Final = 2000
#: Seconds that a message waits for the database; then it goes on, and what has to be written follows.
GEDULD: Final = 0.5
#: Seconds that somebody who deletes a conversation waits: the files are then wiped too.
GEDULD_WISSEN: Final = 3.0
_DAG: Final = 86_400.0

T = TypeVar("T")


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
        # What was saved last; with these nothing is read back, and a conversation goes on when the database does not.
        self._vers: OrderedDict[str, Rij] = OrderedDict()
        self._databank = Databank(db)
        self._schrijver = Schrijver(self._databank)
        try:
            self._databank.open()
        except DatabankFout as fout:
            logger.warning("%s Gesprekken gaan verder in het geheugen.", fout)

    @property
    def _engine(self) -> Any:
        """Strictly private."""
        return self._databank.engine

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The conversation of ``sender_id``: its slots and last turns; None where there is none, or it is too old."""
        rij = await self._lees(self._sleutel(sender_id))
        if rij is None or rij.bijgewerkt < self._grens():
            return None
        return DialogueStateTracker.from_dict(sender_id, json.loads(rij.staat), self.domain.slots)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keep ``tracker`` in its short form; now and then delete what is past its period.

        Waits for the database, but not for long: when it does not answer, the rest of it happens later.
        """
        await self.stream_events(tracker)
        sleutel = self._sleutel(tracker.sender_id)
        # In plain ASCII: no text that a student can send is then too strange for a database.
        rij = Rij(self._klok(), json.dumps(verkort(tracker), separators=(",", ":")))
        self._onthoud(sleutel, rij)
        # Rasa also saves a conversation in which nothing happened yet; what it says next goes along.
        meteen = bool(tracker.events)
        bewaard = self._schrijver.bewaar(sleutel, rij, meteen=meteen)
        if meteen:
            await _wacht_op(bewaard, GEDULD)
        if self._klok() >= self._volgende_opruiming:
            await _wacht_op(self._begin_opruiming(), GEDULD)

    async def delete(self, sender_id: str) -> bool:
        """Forget the conversation of ``sender_id`` at once and for good.

        Returns:
            Whether it is gone from the files of the database too; if not, that happens as soon as the database answers.
        """
        sleutel = self._sleutel(sender_id)
        self._vers.pop(sleutel, None)
        gewist = await _wacht_op(self._schrijver.wis(sleutel), GEDULD_WISSEN)
        return gewist is True

    async def keys(self) -> Iterable[str]:
        """The keys of all conversations. They are digests: the ids themselves are not kept."""
        sleutels: asyncio.Future[list[str]] = asyncio.wrap_future(self._schrijver.sleutels())
        return await sleutels

    def ruim_op(self) -> int:
        """Delete the conversations that are past the retention period; returns how many."""
        return self._begin_opruiming().result(GEDULD_WISSEN)

    def sluit(self) -> None:
        """Write what could not be written yet, and close the database. Happens by itself when the process ends."""
        self._schrijver.sluit()

    def _begin_opruiming(self) -> Future[int]:
        self._volgende_opruiming = self._klok() + OPRUIMEN_OM_DE
        for sleutel in [sleutel for sleutel, rij in self._vers.items() if rij.bijgewerkt < self._grens()]:
            del self._vers[sleutel]
        return self._schrijver.ruim_op(self._grens())

    async def _lees(self, sleutel: str) -> Rij | None:
        wachtend = self._schrijver.ongeschreven(sleutel, False)
        if wachtend is None or isinstance(wachtend, Rij):
            return wachtend
        if sleutel in self._vers:
            return self._vers[sleutel]
        try:
            return await _wacht_op(self._schrijver.lees(sleutel), GEDULD)
        except DatabankFout as fout:
            self._schrijver.meld(fout)
            return None

    def _onthoud(self, sleutel: str, rij: Rij) -> None:
        self._vers[sleutel] = rij
        self._vers.move_to_end(sleutel)
        if len(self._vers) > MEESTE_VERS:
            self._vers.popitem(last=False)

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


async def _wacht_op(antwoord: Future[T], seconden: float) -> T | None:
    """What comes of ``antwoord``; None where that takes too long."""
    if antwoord.done():
        return antwoord.result()
    vervolg: asyncio.Future[T] = asyncio.wrap_future(antwoord)
    try:
        return await asyncio.wait_for(vervolg, seconden)
    except asyncio.TimeoutError:
        return None
