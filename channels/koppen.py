"""The headers that go with everything the bot serves, and what somebody reads who asks for something that is not there."""

from __future__ import annotations

import logging
from typing import Final
from typing import Mapping

from sanic import Sanic
from sanic import response
from sanic.exceptions import InvalidUsage
from sanic.exceptions import MethodNotSupported
from sanic.exceptions import NotFound
from sanic.exceptions import PayloadTooLarge
from sanic.exceptions import SanicException
from sanic.request import Request
from sanic.response import BaseHTTPResponse
from sanic.response import HTTPResponse

from channels.logboek import meld_fout
from channels.weigering import ONGELDIG
from channels.weigering import TE_DRUK
from channels.weigering import TE_GROOT


logger = logging.getLogger(__name__)

#: For what is no page: it may load nothing, and stand in nothing.
NIETS: Final = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
#: For our own pages: only what comes from here, and no script or style within the page.
PAGINA: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; font-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
#: For a chart that is opened by itself: its own style, and nothing else.
TEKENING: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"

_STANDAARD: Final = {
    "Content-Security-Policy": NIETS,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_BESTAAT_NIET: Final = "Deze pagina bestaat niet. Kijk het adres na."
_KAN_NIET: Final = "Dit adres kan je zo niet gebruiken."
_STUK: Final = "Sorry, er ging bij ons iets mis. Probeer het zo meteen opnieuw."
#: Seconds after which it makes sense to ask a busy server again.
_WACHT_BIJ_DRUKTE: Final = 5


def beveilig(app: Sanic, proxies: int = 0) -> None:
    """Put the headers on every answer of ``app``, also on a refusal, and say in Dutch what is wrong.

    Args:
        app: the web server.
        proxies: how many proxies stand before it; their word on the address of who asks is taken.
    """
    app.config.PROXIES_COUNT = proxies or None

    async def zet_koppen(_: Request, antwoord: BaseHTTPResponse) -> None:
        for naam, waarde in _STANDAARD.items():
            antwoord.headers.setdefault(naam, waarde)

    app.register_middleware(zet_koppen, "response")
    app.error_handler.add(Exception, _bij_fout)
    app.error_handler.add(SanicException, _bij_fout)


def zin_bij(fout: BaseException) -> tuple[int, str]:
    """The status and the sentence for what went wrong before or in a handler."""
    if isinstance(fout, NotFound):
        return 404, _BESTAAT_NIET
    if isinstance(fout, MethodNotSupported):
        return 405, _KAN_NIET
    if isinstance(fout, PayloadTooLarge):
        return 413, TE_GROOT
    if isinstance(fout, InvalidUsage):
        return 400, ONGELDIG
    status = getattr(fout, "status_code", 500) if isinstance(fout, SanicException) else 500
    return status, ONGELDIG if 400 <= status < 500 else _STUK


def weiger(status: int, gevraagd: Mapping[str, str]) -> tuple[dict[str, str], bytes]:
    """The headers and the text of a refusal that is made before the app: the same as the app's own."""
    zin = {413: TE_GROOT, 503: TE_DRUK}.get(status, ONGELDIG if status < 500 else _STUK)
    antwoord = response.json({"fout": zin}) if _wil_json(gevraagd) else response.text(zin)
    koppen = {**_STANDAARD, "Content-Type": str(antwoord.content_type)}
    if status == 503:
        koppen["Retry-After"] = str(_WACHT_BIJ_DRUKTE)
    return koppen, bytes(antwoord.body or b"")


def _bij_fout(request: Request | None, fout: Exception) -> HTTPResponse:
    status, zin = zin_bij(fout)
    if status >= 500:
        meld_fout(logger, "Een verzoek liep fout.", fout)
    koppen = dict(getattr(fout, "headers", None) or {})
    koppen.pop("Content-Length", None)
    if request is not None and _wil_json(request.headers):
        return response.json({"fout": zin}, status=status, headers=koppen)
    return response.text(zin, status=status, headers=koppen)


def _wil_json(koppen: Mapping[str, str]) -> bool:
    return "json" in koppen.get("content-type", "") or "json" in koppen.get("accept", "")
