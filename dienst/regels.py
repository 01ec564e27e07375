"""What a client may ask of a server, and how a refusal reads."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping
from dataclasses import dataclass


#: The headers and the body of a refusal, for its status and the headers of the request (none where it was not read).
Weiger = Callable[[int, Mapping[str, str]], tuple[dict[str, str], bytes]]


@dataclass(frozen=True)
class Regels:
    """The bounds of one server; times are in seconds, sizes in bytes.

    Attributes:
        weiger: makes a refusal.
        meeste_bytes: of the body of one request.
        meeste_kop: of the first line and the headers of one request.
        koptijd: for the first line and the headers, from the first byte or the start of the connection.
        lijftijd: for the body.
        antwoordtijd: for the answer, from the moment that the whole request is there.
        rusttijd: that a connection may stay open between two requests; longer than a proxy keeps it, mostly a minute.
        stoptijd: for answers that are being made when the server is stopped.
        meeste_verbindingen: open at once. One more, and the one that keeps its request to itself longest must go.
        meeste_verzoeken: whole requests that are being answered, or wait for that.
        beurten: messages that are worked on at once. More would only take turns, so that all of them end last, and keep
            the others waiting, also who asks for a page or for the health of the server.
        meeste_wachtend: bytes of bodies that are not whole yet, all together.
    """

    weiger: Weiger
    meeste_bytes: int
    meeste_kop: int = 16_384
    koptijd: float = 10.0
    lijftijd: float = 20.0
    antwoordtijd: float = 60.0
    rusttijd: int = 75
    stoptijd: int = 8
    meeste_verbindingen: int = 2000
    meeste_verzoeken: int = 1000
    beurten: int = 4
    meeste_wachtend: int = 50_000_000
