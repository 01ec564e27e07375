"""The files of ``webchat/``: which address each one has, and with which headers it goes out."""

from __future__ import annotations

import gzip
import hashlib
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Final
from typing import Mapping

from sanic import response
from sanic.request import Request
from sanic.response import HTTPResponse

from channels.koppen import PAGINA
from gesprek.antwoordgever import vul_in


#: What a browser is told; files of another kind are not served.
SOORTEN: Final = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
}
#: Text, that gzip makes a third as long; a picture or a font is packed already.
_TEKST: Final = {".html", ".js", ".mjs", ".css", ".svg"}
#: A school's page loads the widget from here: any page may, for there is nothing secret in it.
_VOOR_IEDEREEN: Final = {"Cross-Origin-Resource-Policy": "cross-origin", "Access-Control-Allow-Origin": "*"}


def adressen(map_: Path) -> dict[str, Path]:
    """The address of each file in ``map_``; in the folders in it stands what the widget is made of.

    A page is called by its name alone (``/privacy``), the first one ``/``. What is hidden, of another kind, or a link
    has no address, so no address can be made up that leads to something else.
    """
    return {
        _adres(bestand): bestand
        for bestand in sorted(map_.iterdir())
        if bestand.suffix in SOORTEN
        and not bestand.name.startswith(".")
        and bestand.is_file()
        and not bestand.is_symlink()
    }


def geef(request: Request, soort: str, inhoud: bytes, waarden: Mapping[str, str]) -> HTTPResponse:
    """What a file holds, or the word that the browser has it already.

    Args:
        request: what was asked.
        soort: one of ``SOORTEN``.
        inhoud: of the file.
        waarden: texts for the placeholders of a page.
    """
    koppen = {"Cache-Control": "no-cache"}
    if soort == ".html":
        veilig = {naam: escape(waarde) for naam, waarde in waarden.items()}
        inhoud = vul_in(inhoud.decode(), veilig).encode()
        koppen["Content-Security-Policy"] = PAGINA
    else:
        koppen |= _VOOR_IEDEREEN
    if soort in _TEKST:
        koppen["Vary"] = "Accept-Encoding"
        if _wil_gzip(request.headers.get("accept-encoding", "")):
            koppen["Content-Encoding"] = "gzip"
            inhoud = _pak_in(inhoud)
    # Of what goes over the line: packed and not packed are two things to a cache.
    koppen["ETag"] = f'"{hashlib.sha256(inhoud).hexdigest()[:32]}"'
    if koppen["ETag"] in request.headers.get("if-none-match", ""):
        koppen.pop("Content-Encoding", None)
        return response.empty(status=304, headers=koppen)
    return response.raw(inhoud, content_type=SOORTEN[soort], headers=koppen)


@lru_cache(maxsize=64)
def _pak_in(inhoud: bytes) -> bytes:
    # Without the time, so that the same file keeps its ETag after a restart.
    return gzip.compress(inhoud, 9, mtime=0)


def _wil_gzip(kop: str) -> bool:
    """Whether the browser takes gzip: named, or as any other, and not with a weight of nought."""
    wensen = {}
    for wens in kop.lower().split(","):
        naam, gewogen, gewicht = wens.replace(" ", "").partition(";q=")
        wensen[naam] = not gewogen or gewicht.strip("0.") != ""
    return wensen.get("gzip", wensen.get("*", False))


def _adres(bestand: Path) -> str:
    if bestand.suffix != ".html":
        return f"/{bestand.name}"
    return "/" if bestand.stem == "index" else f"/{bestand.stem}"
