"""Charts and documents that are made of what stands in their address, so that nothing of them is kept."""

from __future__ import annotations

from functools import lru_cache
from typing import Any
from typing import Callable
from typing import Coroutine
from typing import Final

from sanic import Blueprint
from sanic import response
from sanic.request import Request
from sanic.response import HTTPResponse

from channels.koppen import TEKENING
from channels.weigering import GEEN_DOCUMENT
from channels.weigering import GEEN_GRAFIEK
from channels.weigering import Weigering
from channels.werkplaats import Werkplaats
from leerkrediet_core import InvoerFout
from leerkrediet_core import LeerkredietFout
from leerkrediet_core import bereken
from leerkrediet_core import lees_loopbaan
from leerkrediet_core.deelcode import ontcijfer
from leerkrediet_core.verzoekschrift import lees_verzoek
from leerkrediet_core.verzoekschrift import maak_docx
from leerkrediet_core.weergave.grafiek import als_beeld


_BEELDSOORTEN: Final = {"svg": "image/svg+xml", "png": "image/png"}
_DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_BESTANDSNAAM: Final = "ontwerp-verzoekschrift-leerkrediet.docx"
#: A school's page shows the chart that the widget in it was given.
_VOOR_IEDEREEN: Final = {"Cross-Origin-Resource-Policy": "cross-origin"}
#: Charts kept, some tens of kilobytes each: the browser and its user often ask for the same one.
_BEWAARDE_BEELDEN: Final = 64

Route = Callable[..., Coroutine[Any, Any, HTTPResponse]]


def voeg_maaksels_toe(blueprint: Blueprint, tel: Callable[[Request], None]) -> None:
    """Put ``/grafiek/<code>.svg``, ``.png`` and ``/verzoekschrift.docx`` on ``blueprint``.

    Args:
        blueprint: of the channel that serves pages.
        tel: counts a request; raises ``Weigering`` when there were too many from the same address.
    """
    werkplaats = Werkplaats()

    @_beantwoord
    async def grafiek(request: Request, naam: str) -> HTTPResponse:
        code, punt, soort = naam.rpartition(".")
        if not punt or soort not in _BEELDSOORTEN:
            raise Weigering(404, GEEN_GRAFIEK)
        tel(request)
        beeld = await werkplaats.maak(lambda: _teken(code, soort))
        koppen = {**_VOOR_IEDEREEN, "Cache-Control": "private, max-age=3600"}
        if soort == "svg":
            koppen["Content-Security-Policy"] = TEKENING
        return response.raw(beeld, content_type=_BEELDSOORTEN[soort], headers=koppen)

    @_beantwoord
    async def verzoekschrift(request: Request) -> HTTPResponse:
        tel(request)
        paren = request.get_query_args(keep_blank_values=True)
        velden = dict(paren)
        if len(velden) != len(paren):
            raise Weigering(400, GEEN_DOCUMENT)
        document = await werkplaats.maak(lambda: maak_docx(lees_verzoek(velden)))
        koppen = {**_VOOR_IEDEREEN, "Content-Disposition": f'attachment; filename="{_BESTANDSNAAM}"'}
        return response.raw(document, content_type=_DOCX, headers=koppen)

    blueprint.add_route(grafiek, "/grafiek/<naam:str>", methods=["GET", "HEAD"], name="grafiek")
    blueprint.add_route(verzoekschrift, "/verzoekschrift.docx", methods=["GET", "HEAD"], name="verzoekschrift")


def _beantwoord(route: Route) -> Route:
    """A refusal as text: it is read in the place of the picture, or in a tab of its own."""

    async def veilig(request: Request, **delen: str) -> HTTPResponse:
        try:
            return await route(request, **delen)
        except Weigering as weigering:
            koppen = {} if weigering.wacht is None else {"Retry-After": str(weigering.wacht)}
            return response.text(weigering.fout, status=weigering.status, headers={**_VOOR_IEDEREEN, **koppen})
        except InvoerFout as fout:
            return response.text(f"{GEEN_DOCUMENT} {fout}", status=400, headers=_VOOR_IEDEREEN)

    return veilig


@lru_cache(maxsize=_BEWAARDE_BEELDEN)
def _teken(code: str, soort: str) -> bytes:
    try:
        loopbaan = lees_loopbaan(ontcijfer(code))
        return als_beeld(bereken(loopbaan), soort, loopbaan)
    except LeerkredietFout:
        raise Weigering(400, GEEN_GRAFIEK) from None
