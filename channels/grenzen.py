"""How often somebody may ask something: counted in memory only, so that no address reaches a disk or a log."""

from __future__ import annotations

import ipaddress
import math
import time
from typing import Final

from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter
from sanic.request import Request

from channels.instellingen import Grens
from channels.weigering import TE_VAAK
from channels.weigering import Weigering


#: One home or one phone has all the addresses of such a network.
_IPV6_NETWERK: Final = 64


class Grenswacht:
    """Counts and refuses."""

    def __init__(self) -> None:
        # The limiter itself only has a weak hold of it. A window that stands still keeps one number for each key; the
        # moving one of this library keeps every hit, and never drops a key.
        self._opslag = MemoryStorage()
        self._teller = FixedWindowRateLimiter(self._opslag)

    def tel(self, grens: Grens, soort: str, wie: str) -> None:
        """Count one more of ``soort`` for ``wie``. Raises ``Weigering`` (429) when that is more than ``grens``."""
        vol = [deel for deel in grens if not self._teller.hit(deel, soort, wie)]
        if vol:
            tot = max(self._teller.get_window_stats(deel, soort, wie)[0] for deel in vol)
            raise Weigering(429, TE_VAAK, max(1, math.ceil(tot + 1 - time.time())))


def adres(request: Request, proxies: int) -> str:
    """The address that a request comes from, as far as it can be trusted.

    ``X-Forwarded-For`` can be written by anyone; only what the own proxies added to its end is known.
    """
    # Sanic counts from the end by its setting PROXIES_COUNT, which is set to the same number.
    tekst = (request.remote_addr if proxies else "") or request.ip
    try:
        gelezen = ipaddress.ip_address(tekst.strip("[]"))
    except ValueError:
        return "onbekend"
    if isinstance(gelezen, ipaddress.IPv6Address):
        if gelezen.ipv4_mapped:
            return str(gelezen.ipv4_mapped)
        return str(ipaddress.ip_network((gelezen.packed, _IPV6_NETWERK), strict=False))
    return str(gelezen)
