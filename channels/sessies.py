"""Which conversations are going on, and when each one is over.

A session lives here, in the memory of this process, and in the bot's own memory as soon as it has a message. After a
restart only the second is left, and is enough: a session that was deleted is then in neither, and stays refused.
"""

from __future__ import annotations

import asyncio
import secrets
import time
from collections import OrderedDict
from dataclasses import dataclass
from dataclasses import field
from typing import Awaitable
from typing import Callable
from typing import Final

from channels.zegel import Sessiebewijs
from channels.zegel import Zegel
from channels.zegel import ZegelFout


#: Sessions kept at once, some hundred bytes each; the one that was silent longest goes first.
MEESTE_SESSIES: Final = 50_000
#: Bits of an id: not to be guessed.
_BYTES: Final = 24

LaatsteBericht = Callable[[str], Awaitable["float | None"]]


class SessieVoorbij(Exception):
    """The token was not made here, or its session is over."""


@dataclass(eq=False)
class Sessie:
    """One conversation.

    Attributes:
        id: names it to the bot; never shown.
        begonnen: seconds since the epoch.
        laatst: when it was last heard of.
        slot: held while a message is handled or the conversation is deleted, so that neither comes between the other.
        voorbij: it was deleted while somebody waited for the lock.
    """

    id: str
    begonnen: int
    laatst: float
    slot: asyncio.Lock = field(default_factory=asyncio.Lock)
    voorbij: bool = False


class Sessies:
    """Begins, finds and ends sessions.

    Args:
        zegel: makes and opens the tokens.
        inactief: seconds without a message after which a session is over.
        langst: seconds after which it is over in any case.
        klok: seconds since the epoch; an argument, so that tests need not wait.
        meeste: how many are kept.
    """

    def __init__(
        self,
        zegel: Zegel,
        inactief: int,
        langst: int,
        klok: Callable[[], float] = time.time,
        meeste: int = MEESTE_SESSIES,
    ) -> None:
        self._zegel = zegel
        self._inactief = inactief
        self._langst = langst
        self._klok = klok
        self._meeste = meeste
        # In the order in which they were last heard of.
        self._levend: OrderedDict[str, Sessie] = OrderedDict()
        self._vergeten: OrderedDict[str, None] = OrderedDict()

    def begin(self) -> Sessie:
        """A new session."""
        nu = self._klok()
        return self._bewaar(Sessie(secrets.token_urlsafe(_BYTES), int(nu), nu))

    def token(self, sessie: Sessie) -> str:
        """What the browser keeps of ``sessie``; the same each time."""
        return self._zegel.verzegel_sessie(Sessiebewijs(sessie.id, sessie.begonnen))

    async def zoek(self, token: str, laatste_bericht: LaatsteBericht) -> Sessie:
        """The session of ``token``.

        Args:
            token: as it came in.
            laatste_bericht: when the bot last read a message in a conversation, where it remembers one.

        Raises:
            SessieVoorbij: forged, expired or deleted.
        """
        try:
            bewijs = self._zegel.open_sessie(token)
        except ZegelFout:
            raise SessieVoorbij from None
        if not 0 <= self._klok() - bewijs.begonnen < self._langst:
            raise SessieVoorbij
        sessie = self._levend.get(bewijs.sessie)
        if sessie is None:
            laatst = await laatste_bericht(bewijs.sessie)
            if laatst is None or bewijs.sessie in self._vergeten:
                raise SessieVoorbij
            # Another request may have found it meanwhile; there must be one lock.
            sessie = self._levend.get(bewijs.sessie) or Sessie(bewijs.sessie, bewijs.begonnen, laatst)
        if self._klok() - sessie.laatst >= self._inactief:
            raise SessieVoorbij
        return self._bewaar(sessie)

    def raak(self, sessie: Sessie) -> int:
        """Note that ``sessie`` was heard of; gives the seconds of silence after which it is over."""
        sessie.laatst = self._klok()
        if sessie.id in self._levend:
            self._levend.move_to_end(sessie.id)
        return max(0, min(self._inactief, int(sessie.begonnen + self._langst - sessie.laatst)))

    def vergeet(self, sessie: Sessie) -> None:
        """Refuse the token of ``sessie`` from now on."""
        sessie.voorbij = True
        self._levend.pop(sessie.id, None)
        self._vergeten[sessie.id] = None
        while len(self._vergeten) > self._meeste:
            self._vergeten.popitem(last=False)

    def verlopen(self) -> list[Sessie]:
        """The sessions that are over because nothing was heard of them; they are given once, and forgotten here."""
        grens = self._klok() - self._inactief
        over = []
        for sessie in list(self._levend.values()):
            if sessie.laatst > grens:
                break
            if not sessie.slot.locked():
                self.vergeet(sessie)
                over.append(sessie)
        return over

    def _bewaar(self, sessie: Sessie) -> Sessie:
        self._levend[sessie.id] = sessie
        while len(self._levend) > self._meeste:
            self._levend.popitem(last=False)
        return sessie
