"""The pages, the files of the widget, and what ``/health`` says of the bot and its actions."""

from __future__ import annotations

import asyncio
import gzip
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from sanic import Sanic
from sanic import response
from yarl import URL

from channels import pagina
from channels.bundel import KapotteBron
from channels.bundel import bundel
from channels.pagina import Pagina


WORTEL = Path(__file__).resolve().parents[2]


@pytest.fixture
def gezondheid(
    maak_app: Callable[..., Sanic], serveer: Any, monkeypatch: pytest.MonkeyPatch, omgeving: Any
) -> Callable[..., Any]:
    """Asks ``/health``, with an action server beside it that answers ``status``; None: that hangs."""

    async def vraag_het(agent: Any, status: int | None) -> tuple[int, Any]:
        acties = Sanic("acties", configure_logging=False)
        klaar_met_hangen = asyncio.Event()

        @acties.get("/health")
        async def health(_: Any) -> Any:
            if status is None:
                await klaar_met_hangen.wait()
            return response.json({}, status=status or 200)

        app = maak_app(Pagina.from_credentials(None), agent)
        async with serveer(acties) as acties_adres, serveer(app) as adres, aiohttp.ClientSession() as sessie:
            monkeypatch.setenv("ACTION_URL", f"{acties_adres}/webhook")
            try:
                async with sessie.get(f"{adres}/health") as antwoord:
                    return antwoord.status, await antwoord.json()
            finally:
                klaar_met_hangen.set()

    def nu(agent: Any, status: int | None) -> tuple[int, Any]:
        return asyncio.run(vraag_het(agent, status))

    return nu


KLAAR = (200, {"status": "klaar"})
NOG_NIET = (503, {"status": "nog niet klaar"})


def test_health_is_good_when_a_message_would_be_answered(gezondheid: Callable[..., Any], maak_agent: Any) -> None:
    """The model is loaded and the actions answer."""
    assert KLAAR == gezondheid(maak_agent(), 200)


def test_health_waits_for_the_bot(gezondheid: Callable[..., Any]) -> None:
    """The server is up before the model is."""
    assert NOG_NIET == gezondheid(None, 200)


def test_health_waits_for_the_model(gezondheid: Callable[..., Any], maak_agent: Any) -> None:
    """An agent without one is not ready."""
    assert NOG_NIET == gezondheid(maak_agent(klaar=False), 200)


@pytest.mark.parametrize("status", [404, 500, 503])
def test_health_waits_for_the_actions(status: int, gezondheid: Callable[..., Any], maak_agent: Any) -> None:
    """Something else on that port is not the action server."""
    assert NOG_NIET == gezondheid(maak_agent(), status)


def test_health_does_not_wait_for_actions_that_hang(
    gezondheid: Callable[..., Any], maak_agent: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After its patience the answer is no, not an internal error."""
    monkeypatch.setattr(pagina, "_GEDULD", 0.01)
    assert NOG_NIET == gezondheid(maak_agent(), None)


def test_health_is_not_good_when_there_is_no_action_server(
    maak_app: Callable[..., Sanic], maak_agent: Any, vraag: Any, omgeving: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A refused connection; nothing listens on the first port."""
    monkeypatch.setenv("ACTION_URL", "http://127.0.0.1:1/webhook")
    antwoord = vraag(maak_app(Pagina(), maak_agent()), "GET", "/health")
    assert NOG_NIET == (antwoord.status, antwoord.json)


@pytest.mark.parametrize("url", [None, ""])
def test_health_asks_nobody_when_the_actions_run_inside(
    url: str | None,
    maak_app: Callable[..., Sanic],
    maak_agent: Any,
    vraag: Any,
    omgeving: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """They are there before the bot is."""
    monkeypatch.delenv("ACTION_URL", raising=False)
    if url is not None:
        monkeypatch.setenv("ACTION_URL", url)
    antwoord = vraag(maak_app(Pagina(), maak_agent()), "GET", "/health")
    assert KLAAR == (antwoord.status, antwoord.json)


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    """A folder with one file of each kind, and some that are nobody's business."""
    (tmp_path / "index.html").write_text("<title>{instelling_naam}</title>{tekst_van_niemand}", "utf-8")
    (tmp_path / "privacy.html").write_text("{bewaar_dagen} dagen, {inactief_minuten} minuten, {tekort_regel}", "utf-8")
    (tmp_path / "pagina.css").write_text("body { margin: 0 }", "utf-8")
    (tmp_path / "beeld.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")
    (tmp_path / "beeld.png").write_bytes(b"\x89PNG")
    (tmp_path / "README.md").write_text("geheim", "utf-8")
    (tmp_path / ".geheim.js").write_text("geheim", "utf-8")
    (tmp_path / "bron").mkdir()
    (tmp_path / "bron" / "widget.js").write_text('import { zeg } from "./deel.js";\nzeg();\n', "utf-8")
    (tmp_path / "bron" / "deel.js").write_text("export const zeg = () => alert('{instelling_naam}');\n", "utf-8")
    (tmp_path / "link.js").symlink_to(WORTEL / "instelling.yml")
    return tmp_path


@pytest.fixture
def haal(maak_app: Callable[..., Sanic], vraag: Any, omgeving: Any, map_: Path) -> Callable[..., Any]:
    """Asks for a file of that folder."""

    def nu(pad: str, methode: str = "GET", **extra: Any) -> Any:
        return vraag(maak_app(Pagina(map_), None), methode, pad, **extra)

    return nu


def beleid(antwoord: Any) -> dict[str, str]:
    """What the browser may load, by kind."""
    delen = (deel.strip().partition(" ") for deel in antwoord.koppen["Content-Security-Policy"].split(";"))
    return {naam: waarde for naam, _, waarde in delen}


def test_a_page_is_served_with_the_texts_of_the_school(haal: Callable[..., Any], omgeving: Any) -> None:
    """Those of ``instelling.yml``, and for how long something is kept; what has no value stays as it stands."""
    assert b"<title>Erasmushogeschool Brussel</title>{tekst_van_niemand}" == haal("/").inhoud
    omgeving(BEWAAR_DAGEN="12", WIDGET_INACTIEF_MINUTEN="45")
    assert haal("/privacy").inhoud.decode().startswith("12 dagen, 45 minuten, Bij EhB kan je")


def test_a_text_of_the_school_cannot_become_markup(
    haal: Callable[..., Any], omgeving: Any, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """It is filled in by hand, with an ampersand or a quote now and then."""
    bestand = tmp_path_factory.mktemp("school") / "school.yml"
    tekst = (WORTEL / "instelling.yml").read_text("utf-8")
    bestand.write_text(
        tekst.replace("instelling_naam: Erasmushogeschool Brussel", "instelling_naam: 'A & B <b>\"'"), "utf-8"
    )
    omgeving(INSTELLING=str(bestand))
    assert b"<title>A &amp; B &lt;b&gt;&quot;</title>" in haal("/").inhoud


def test_a_page_runs_no_script_and_no_style_but_that_of_the_server(haal: Callable[..., Any]) -> None:
    """And stands in no other page."""
    antwoord = haal("/privacy")
    assert {"default-src", "base-uri", "form-action", "frame-ancestors"} == {
        n for n, w in beleid(antwoord).items() if w == "'none'"
    }
    assert ["'self'"] * 3 == [beleid(antwoord)[naam] for naam in ("script-src", "style-src", "connect-src")]
    assert "unsafe" not in antwoord.koppen["Content-Security-Policy"]
    assert ("DENY", "same-origin") == (
        antwoord.koppen["X-Frame-Options"],
        antwoord.koppen["Cross-Origin-Resource-Policy"],
    )
    assert "Access-Control-Allow-Origin" not in antwoord.koppen


@pytest.mark.parametrize("pad", ["/widget.js", "/pagina.css"])
def test_any_page_may_load_the_files_of_the_widget(pad: str, haal: Callable[..., Any], map_: Path) -> None:
    """As they are: there is nothing secret in them."""
    antwoord = haal(pad, headers={"Origin": "https://www.school.be"})
    inhoud = bundel(map_ / "bron") if pad == "/widget.js" else (map_ / pad[1:]).read_bytes()
    assert inhoud == antwoord.inhoud
    assert ("cross-origin", "*") == tuple(
        antwoord.koppen[naam] for naam in ("Cross-Origin-Resource-Policy", "Access-Control-Allow-Origin")
    )


@pytest.mark.parametrize(
    "pad", ["/", "/privacy", "/widget.js", "/pagina.css", "/health", "/bestaat-niet", "/grafiek/x"]
)
def test_every_answer_keeps_others_out(pad: str, haal: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Also when there is nothing there."""
    monkeypatch.setenv("ACTION_URL", "http://127.0.0.1:1/webhook")
    koppen = haal(pad).koppen
    assert "nosniff" == koppen["X-Content-Type-Options"]
    assert "same-origin" == koppen["Referrer-Policy"]
    assert "camera=()" in koppen["Permissions-Policy"]
    assert "frame-ancestors 'none'" in koppen["Content-Security-Policy"]
    assert "Server" not in koppen


@pytest.mark.parametrize(
    ("pad", "soort"),
    [("/", "text/html"), ("/privacy", "text/html"), ("/widget.js", "text/javascript"), ("/pagina.css", "text/css")],
)
def test_the_browser_is_told_what_it_gets(pad: str, soort: str, haal: Callable[..., Any]) -> None:
    """With nosniff a wrong type is not shown."""
    assert f"{soort}; charset=utf-8" == haal(pad).koppen["Content-Type"]


@pytest.mark.parametrize("pad", ["/", "/pagina.css"])
def test_what_the_browser_has_already_is_not_sent_again(pad: str, haal: Callable[..., Any], map_: Path) -> None:
    """Until it changes: the browser asks each time, so page and script always fit."""
    eerste = haal(pad)
    assert "no-cache" == eerste.koppen["Cache-Control"]
    merk = {"If-None-Match": eerste.koppen["ETag"]}
    assert (304, b"") == (haal(pad, headers=merk).status, haal(pad, headers=merk).inhoud)
    (map_ / ("index.html" if pad == "/" else pad[1:])).write_text("nieuw", "utf-8")
    assert (200, b"nieuw") == (haal(pad, headers=merk).status, haal(pad, headers=merk).inhoud)


def test_a_script_that_the_browser_has_already_is_not_sent_again(haal: Callable[..., Any], map_: Path) -> None:
    """Until the assistant starts anew with other sources."""
    merk = {"If-None-Match": haal("/widget.js").koppen["ETag"]}
    assert (304, b"") == (haal("/widget.js", headers=merk).status, haal("/widget.js", headers=merk).inhoud)
    (map_ / "bron" / "deel.js").write_text("export const zeg = () => alert(2);\n", "utf-8")
    assert 200 == haal("/widget.js", headers=merk).status


TEKST = ["/", "/widget.js", "/pagina.css", "/beeld.svg"]


@pytest.mark.parametrize("pad", TEKST)
def test_text_is_sent_packed_to_who_takes_it(pad: str, haal: Callable[..., Any]) -> None:
    """And whole to who does not; a cache in between keeps them apart."""
    ingepakt = haal(pad, headers={"Accept-Encoding": "br, gzip"})
    heel = haal(pad, headers={"Accept-Encoding": "identity"})
    assert "gzip" == ingepakt.koppen["Content-Encoding"]
    assert len(gzip.compress(heel.inhoud, 9, mtime=0)) == int(ingepakt.koppen["Content-Length"])
    assert "Content-Encoding" not in heel.koppen
    assert heel.inhoud == ingepakt.inhoud
    assert ["Accept-Encoding"] * 2 == [antwoord.koppen["Vary"] for antwoord in (ingepakt, heel)]
    assert ingepakt.koppen["ETag"] != heel.koppen["ETag"]


def test_what_is_packed_keeps_its_mark(haal: Callable[..., Any]) -> None:
    """Also after a restart, and the word that nothing changed says of what."""
    koppen = {"Accept-Encoding": "gzip"}
    merk = haal("/widget.js", headers=koppen).koppen["ETag"]
    nog_eens = haal("/widget.js", headers={**koppen, "If-None-Match": merk})
    assert (304, b"", merk, "Accept-Encoding") == (
        nog_eens.status,
        nog_eens.inhoud,
        nog_eens.koppen["ETag"],
        nog_eens.koppen["Vary"],
    )


@pytest.mark.parametrize(
    ("wens", "gzip_"),
    [
        ("gzip", True),
        ("deflate, GZIP;q=0.5", True),
        ("*", True),
        ("br;q=1.0, *;q=0.1", True),
        ("gzip; q=0.001", True),
        ("", False),
        ("br", False),
        ("gzip;q=0", False),
        ("gzip; q=0.000, *", False),
        ("x-gzipped", False),
        ("gzip;q=", False),
    ],
)
def test_what_a_browser_takes_is_read_to_the_letter(wens: str, gzip_: bool, haal: Callable[..., Any]) -> None:
    """A weight of nought is a no."""
    antwoord = haal("/pagina.css", headers={"Accept-Encoding": wens})
    assert gzip_ == ("Content-Encoding" in antwoord.koppen)


def test_a_picture_is_not_packed_twice(haal: Callable[..., Any]) -> None:
    """Nor does it differ by what the browser takes."""
    koppen = haal("/beeld.png", headers={"Accept-Encoding": "gzip"}).koppen
    assert not {"Content-Encoding", "Vary"} & set(koppen)


def test_sources_that_do_not_fit_are_said_at_the_start(omgeving: Any, map_: Path) -> None:
    """Before a student opens a chat that does nothing."""
    (map_ / "bron" / "deel.js").unlink()
    with pytest.raises(KapotteBron, match=r"deel\.js ontbreekt"):
        Pagina(map_)


@pytest.mark.parametrize("pad", ["/", "/widget.js", "/privacy"])
def test_a_head_request_gets_the_headers_alone(pad: str, haal: Callable[..., Any]) -> None:
    """Link checkers ask this way."""
    antwoord = haal(pad, "HEAD")
    assert (200, b"") == (antwoord.status, antwoord.inhoud)
    assert antwoord.koppen["ETag"]


@pytest.mark.parametrize(
    "pad",
    [
        "/index.html",
        "/privacy.html",
        "/README.md",
        "/.geheim.js",
        "/link.js",
        "/bron/deel.js",
        "/bron/",
        "/../credentials.yml",
        "/..%2fcredentials.yml",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/widget.js%00.html",
        "//widget.js",
        "/webhook",
    ],
)
def test_nothing_else_is_served(pad: str, haal: Callable[..., Any]) -> None:
    """Only the files of the folder itself, under their own addresses, and a Dutch sentence for all the rest."""
    antwoord = haal(URL(pad, encoded=True))
    assert 404 == antwoord.status
    assert "bestaat niet" in antwoord.inhoud.decode()
    assert "geheim" not in antwoord.inhoud.decode()


@pytest.mark.parametrize("pad", ["/", "/widget.js", "/health", "/grafiek/x.svg", "/verzoekschrift.docx"])
def test_nothing_can_be_posted_to_a_page(pad: str, haal: Callable[..., Any]) -> None:
    """Messages go through the widget's own channel."""
    assert 405 == haal(pad, "POST").status


def test_what_is_said_of_an_error_is_json_for_who_asks_json(haal: Callable[..., Any]) -> None:
    """The widget reads it; a person reads the sentence."""
    assert ["fout"] == list(haal("/bestaat-niet", headers={"Accept": "application/json"}).json)


# -- the real folder


@pytest.fixture
def echte(maak_app: Callable[..., Sanic], vraag: Any, omgeving: Any) -> Callable[[str], Any]:
    """Asks for a file of the project's own folder."""
    return lambda pad: vraag(maak_app(Pagina(), None), "GET", pad)


#: What the chat may weigh on a phone, all of it.
MEESTE_BYTES = 15 * 1024


def test_the_chat_weighs_at_most_fifteen_kilobytes(maak_app: Callable[..., Sanic], vraag: Any, omgeving: Any) -> None:
    """As it goes over the line."""
    antwoord = vraag(maak_app(Pagina(), None), "GET", "/widget.js", headers={"Accept-Encoding": "gzip"})
    assert "gzip" == antwoord.koppen["Content-Encoding"]
    assert b"leerkrediet-assistent" in antwoord.inhoud
    assert int(antwoord.koppen["Content-Length"]) <= MEESTE_BYTES


PAGINAS = sorted((WORTEL / "webchat").glob("*.html"))


@pytest.mark.parametrize("pad", ["/", "/widget.js", "/privacy", "/toegankelijkheid"])
def test_the_fixed_addresses_are_there(pad: str, echte: Callable[[str], Any]) -> None:
    """Websites embed the widget and link to the pages."""
    assert 200 == echte(pad).status


@pytest.mark.parametrize("pagina_", PAGINAS, ids=lambda pad: pad.name)
def test_every_address_that_a_page_names_is_served(pagina_: Path, echte: Callable[[str], Any]) -> None:
    """A file that is added to a page must stand in the folder."""
    adressen = re.findall(r'(?:src|href)="([^"#]+)"', pagina_.read_text("utf-8"))
    eigen = [a for a in adressen if not a.startswith(("data:", "https:", "mailto:", "tel:", "{"))]
    assert eigen
    for adres in eigen:
        assert 200 == echte("/" + adres.lstrip("./")).status, adres


@pytest.mark.parametrize("pagina_", PAGINAS, ids=lambda pad: pad.name)
def test_a_page_holds_no_script_or_style_of_its_own(pagina_: Path) -> None:
    """Its own policy would not run them."""
    html = pagina_.read_text("utf-8")
    assert [] == re.findall(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|javascript:", html)


@pytest.mark.parametrize("pagina_", PAGINAS, ids=lambda pad: pad.name)
def test_every_placeholder_of_a_page_is_filled_in(pagina_: Path, echte: Callable[[str], Any]) -> None:
    """A student never reads braces."""
    pad = "/" if pagina_.stem == "index" else f"/{pagina_.stem}"
    assert [] == re.findall(rb"\{\w*\}", echte(pad).inhoud)
