"""Charts and documents that are made of their address, whatever stands in it."""

from __future__ import annotations

import asyncio
import base64
import io
import json
import zipfile
import zlib
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode
from xml.etree import ElementTree

import aiohttp
import pytest
from docx import Document

from channels import maaksels
from channels.pagina import Pagina
from channels.weigering import GEEN_DOCUMENT
from channels.weigering import GEEN_GRAFIEK
from channels.weigering import Weigering
from channels.werkplaats import Werkplaats
from leerkrediet_core.deelcode import codeer


JAREN = [
    {"soort": "inschrijving", "studiepunten": 60},
    {"soort": "resultaat", "verworven": 33},
    {"soort": "inschrijving", "studiepunten": 54},
    {"soort": "resultaat", "verworven": 42},
]
CODE = codeer({"gebeurtenissen": JAREN})


def ingepakt(inhoud: bytes) -> str:
    """Bytes in the form of a code."""
    return base64.urlsafe_b64encode(zlib.compress(inhoud)).decode().rstrip("=")


@pytest.fixture
def haal(maak_app: Any, vraag: Any, omgeving: Any) -> Callable[..., Any]:
    """Asks for something of the channel that serves what is made."""

    def nu(pad: str, methode: str = "GET", **extra: Any) -> Any:
        return vraag(maak_app(Pagina(), None), methode, pad, **extra)

    return nu


def test_a_chart_is_drawn_of_its_address(haal: Callable[..., Any]) -> None:
    """With the numbers as text, and in words for who does not see it."""
    antwoord = haal(f"/grafiek/{CODE}.svg")
    assert (200, "image/svg+xml") == (antwoord.status, antwoord.koppen["Content-Type"])
    tekst = " ".join(ElementTree.fromstring(antwoord.inhoud).itertext())
    assert "van 140 naar 161 studiepunten" in tekst
    assert {"113", "146", "92"} <= set(tekst.split())
    png = haal(f"/grafiek/{CODE}.png")
    assert (200, "image/png", b"\x89PNG") == (png.status, png.koppen["Content-Type"], png.inhoud[:4])


def test_a_chart_may_be_shown_by_any_page_and_runs_nothing(haal: Callable[..., Any]) -> None:
    """It is opened by itself too, and then stands on the bot's own origin."""
    koppen = haal(f"/grafiek/{CODE}.svg").koppen
    assert "cross-origin" == koppen["Cross-Origin-Resource-Policy"]
    assert koppen["Content-Security-Policy"].startswith("default-src 'none'; style-src 'unsafe-inline'")
    assert koppen["Content-Security-Policy"].endswith("sandbox")
    assert "private, max-age=3600" == koppen["Cache-Control"]


@pytest.mark.parametrize("naam", ["x.gif", "x", "svg", ".", "x.svg.", "x.SVG", "x.pdf"])
def test_a_chart_of_another_kind_is_not_there(naam: str, haal: Callable[..., Any]) -> None:
    """In one Dutch sentence."""
    antwoord = haal(f"/grafiek/{naam}")
    assert (404, GEEN_GRAFIEK) == (antwoord.status, antwoord.inhoud.decode())


@pytest.mark.parametrize(
    "code",
    [
        "x",
        CODE[:-3],
        CODE + "AAAA",
        "A" * 5000,
        "%00",
        "%C3%A9",
        "%2e%2e",
        ingepakt(b"[]"),
        ingepakt(b"{}"),
        ingepakt(b'{"gebeurtenissen":[{"soort":"resultaat","verworven":60}]}'),
        ingepakt(b'{"gebeurtenissen":[],"onbekend":1}'),
        ingepakt(b'{"gebeurtenissen":[],"startsaldo":NaN}'),
        ingepakt(b'{"gebeurtenissen":[{"soort":"inschrijving","studiepunten":60,"academiejaar":"1890-1891"}]}'),
        ingepakt(b'{"gebeurtenissen":' + b"[" * 9000 + b"]" * 9000 + b"}"),
        ingepakt(b"0" * 3_000_000),
    ],
    ids=range(15),
)
def test_a_code_that_is_none_is_refused(code: str, haal: Callable[..., Any]) -> None:
    """Made up, cut off, impossible as a career, or a bomb."""
    antwoord = haal(f"/grafiek/{code}.svg")
    assert (400, GEEN_GRAFIEK) == (antwoord.status, antwoord.inhoud.decode())
    assert antwoord.koppen["Content-Type"].startswith("text/plain")


def test_the_same_chart_is_drawn_once(haal: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """A phone asks for it again at each turn of the page."""
    maaksels._teken.cache_clear()
    getekend = []
    echt = maaksels.als_beeld
    monkeypatch.setattr(maaksels, "als_beeld", lambda *wat: getekend.append(wat[1]) or echt(*wat))
    assert 1 == len({haal(f"/grafiek/{CODE}.svg").inhoud for _ in range(3)})
    haal(f"/grafiek/{CODE}.png")
    assert ["svg", "png"] == getekend


def test_an_address_may_have_so_much_made(haal: Callable[..., Any], maak_app: Any, serveer: Any, omgeving: Any) -> None:
    """Charts and documents together; after that it is told how long to wait."""
    omgeving(GRENS_BESTANDEN="2/hour")

    async def doe() -> list[int]:
        app = maak_app(Pagina(), None)
        async with serveer(app) as adres, aiohttp.ClientSession() as sessie:
            statussen = []
            for pad in (f"/grafiek/{CODE}.svg", "/verzoekschrift.docx", f"/grafiek/{CODE}.svg", "/widget.js"):
                async with sessie.get(adres + pad) as antwoord:
                    statussen.append(antwoord.status)
                    assert ("Retry-After" in antwoord.headers) == (antwoord.status == 429)
            return statussen

    assert [200, 200, 429, 200] == asyncio.run(doe())


def test_a_draft_is_made_of_its_address(haal: Callable[..., Any]) -> None:
    """A document that Word opens, under a name that says what it is, and that nobody keeps."""
    velden = {"jaar": "2023-2024", "school": "EhB", "gevraagd": "ja", "vakken": "2"}
    antwoord = haal("/verzoekschrift.docx?" + urlencode(velden))
    assert 200 == antwoord.status
    assert antwoord.koppen["Content-Type"].endswith("wordprocessingml.document")
    assert 'attachment; filename="ontwerp-verzoekschrift-leerkrediet.docx"' == antwoord.koppen["Content-Disposition"]
    assert "no-store" == antwoord.koppen["Cache-Control"]
    assert zipfile.is_zipfile(io.BytesIO(antwoord.inhoud))
    assert "2023-2024" in " ".join(alinea.text for alinea in Document(io.BytesIO(antwoord.inhoud)).paragraphs)


def test_a_draft_of_nothing_known_is_made_too(haal: Callable[..., Any]) -> None:
    """All of it is then for the student to fill in."""
    assert 200 == haal("/verzoekschrift.docx").status


@pytest.mark.parametrize(
    "vraag_",
    [
        "reden=ziek",
        "jaar=1990-1991",
        "jaar=a&jaar=b",
        "school=%00",
        "vakken=-1",
        "gevraagd=misschien",
        "%00=x",
        "jaar=%FF",
    ],
)
def test_a_draft_of_something_that_cannot_be_is_refused(vraag_: str, haal: Callable[..., Any]) -> None:
    """As text, with what would be right."""
    antwoord = haal(f"/verzoekschrift.docx?{vraag_}")
    assert 400 == antwoord.status
    assert antwoord.inhoud.decode().startswith(GEEN_DOCUMENT)
    assert antwoord.koppen["Content-Type"].startswith("text/plain")


def test_when_drawing_fails_nothing_of_the_failure_is_shown(
    haal: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Nor logged: numbers may stand in it."""

    woord = "zwaluwstaart"

    def breek(*_: Any) -> bytes:
        raise RuntimeError(woord)

    maaksels._teken.cache_clear()
    monkeypatch.setattr(maaksels, "als_beeld", breek)
    antwoord = haal(f"/grafiek/{CODE}.svg")
    assert 500 == antwoord.status
    assert woord not in antwoord.inhoud.decode() + caplog.text
    assert "RuntimeError" in caplog.text


def test_no_more_wait_for_the_worker_than_it_can_serve() -> None:
    """One is at work, one waits, the next one is told to come back; afterwards there is room again."""

    async def doe() -> None:
        werkplaats = Werkplaats(meeste=2)
        poort = asyncio.Event()
        lus = asyncio.get_running_loop()

        def traag() -> int:
            asyncio.run_coroutine_threadsafe(poort.wait(), lus).result()
            return 1

        taken = [asyncio.create_task(werkplaats.maak(traag)) for _ in range(2)]
        await asyncio.sleep(0)
        with pytest.raises(Weigering) as geweigerd:
            await werkplaats.maak(traag)
        assert 503 == geweigerd.value.status
        taken[1].cancel()
        await asyncio.sleep(0)
        with pytest.raises(Weigering):
            await werkplaats.maak(traag)
        poort.set()
        assert 1 == await taken[0]
        while werkplaats._wachtend:
            await asyncio.sleep(0)
        assert 1 == await werkplaats.maak(traag)

    asyncio.run(doe())


def test_the_numbers_of_a_code_are_all_that_is_in_it() -> None:
    """Whoever sees the address of a chart learns nothing about anybody."""
    assert {"gebeurtenissen": JAREN} == json.loads(zlib.decompress(base64.urlsafe_b64decode(CODE + "==")))
