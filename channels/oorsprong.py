"""From which web pages the chat may be used: the bot's own, and those of the schools that are named in the settings."""

from __future__ import annotations

from typing import Collection
from typing import Final
from urllib.parse import urlsplit

from sanic.request import Request

from channels.weigering import VREEMDE_PAGINA
from channels.weigering import Weigering


#: Seconds that a browser may remember what it was allowed.
_ONTHOUD: Final = 600
#: What a browser says of a request from the page's own site, or from the address bar.
_EIGEN_SITE: Final = ("same-origin", "none", "")


def controleer_oorsprong(request: Request, toegelaten: Collection[str], proxies: int) -> dict[str, str]:
    """The headers that let the page read the answer; none for the bot's own page.

    Raises:
        Weigering: another page sent it (403).
    """
    oorsprongen = request.headers.getall("origin", [])
    if len(oorsprongen) == 1 and oorsprongen[0] in toegelaten:
        return {"Access-Control-Allow-Origin": oorsprongen[0], "Access-Control-Expose-Headers": "Retry-After"}
    site = request.headers.get("sec-fetch-site", "").lower()
    if site not in _EIGEN_SITE or not all(_is_eigen(oorsprong, request, proxies) for oorsprong in oorsprongen):
        raise Weigering(403, VREEMDE_PAGINA)
    return {}


def koppen_vooraf() -> dict[str, str]:
    """What a browser is told that asks beforehand whether a page may send a message."""
    return {
        "Access-Control-Allow-Methods": "POST",
        "Access-Control-Allow-Headers": "Content-Type",
        "Access-Control-Max-Age": str(_ONTHOUD),
    }


def _is_eigen(oorsprong: str, request: Request, proxies: int) -> bool:
    """Whether a page of the bot itself sent it: then the address bar names the host that the request went to."""
    try:
        delen = urlsplit(oorsprong)
    except ValueError:
        return False
    host = request.headers.get("host", "")
    if proxies:
        host = request.forwarded.get("host") or host
    return delen.scheme in ("https", "http") and bool(host) and delen.netloc.lower() == host.lower()
