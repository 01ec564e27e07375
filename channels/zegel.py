"""What the browser keeps for us, sealed: whoever changes a letter of it, or makes one up, is found out.

Nothing is kept on this side, so sessions and buttons go on working after a restart.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any
from typing import Final

from itsdangerous import BadData
from itsdangerous import URLSafeSerializer


#: Longer than any that is made here; what is longer is not even looked at.
MEESTE_TEKENS: Final = 4000
_TEKENAAR: Final = {"digest_method": hashlib.sha256, "key_derivation": "hmac"}


class ZegelFout(Exception):
    """What came in was not sealed here."""


@dataclass(frozen=True)
class Sessiebewijs:
    """What a session token says.

    Attributes:
        sessie: the id of the conversation.
        begonnen: when it began, in whole seconds since the epoch.
    """

    sessie: str
    begonnen: int


class Zegel:
    """Seals and opens with one secret; a seal for one purpose, or one session, does not open for another."""

    def __init__(self, geheim: bytes) -> None:
        self._geheim = geheim

    def verzegel_sessie(self, bewijs: Sessiebewijs) -> str:
        """The token of a session."""
        return self._voor("sessie").dumps([bewijs.sessie, bewijs.begonnen])

    def open_sessie(self, token: str) -> Sessiebewijs:
        """What ``token`` says. Raises ``ZegelFout`` when it is not one of ours."""
        inhoud = self._open("sessie", token)
        match inhoud:
            case [str(sessie), int(begonnen)]:
                return Sessiebewijs(sessie, begonnen)
        raise ZegelFout

    def verzegel_knop(self, sessie: str, lading: str) -> str:
        """The payload of a button that was offered in ``sessie``."""
        return self._voor(f"knop.{sessie}").dumps(lading)

    def open_knop(self, sessie: str, verzegeld: str) -> str:
        """The payload. Raises ``ZegelFout`` when it was not offered in ``sessie``."""
        inhoud = self._open(f"knop.{sessie}", verzegeld)
        if not isinstance(inhoud, str):
            raise ZegelFout
        return inhoud

    def _voor(self, doel: str) -> URLSafeSerializer:
        return URLSafeSerializer(self._geheim, salt=doel, signer_kwargs=_TEKENAAR)

    def _open(self, doel: str, verzegeld: str) -> Any:
        if len(verzegeld) > MEESTE_TEKENS or not verzegeld.isascii():
            raise ZegelFout
        try:
            return self._voor(doel).loads(verzegeld)
        except BadData:
            raise ZegelFout from None
