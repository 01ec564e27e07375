"""A server that speaks the widget's protocol and does what a test tells it, and a school whose page holds the widget."""

from __future__ import annotations

import json
import threading
from collections import deque
from collections.abc import Callable
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from dataclasses import field
from functools import cache
from http.server import BaseHTTPRequestHandler
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any
from typing import Final

from channels.bundel import bundel


WEBCHAT: Final = Path(__file__).resolve().parents[2] / "webchat"
SOORTEN: Final = {".html": "text/html", ".js": "text/javascript", ".css": "text/css"}
#: What the server of the assistant gives its own pages.
STRENG: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"
)
SUGGESTIES: Final = ["Bereken mijn saldo", "Wat is leerkrediet?", "Ik val onder overmacht", "Ik verander van richting"]
GRAFIEK: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 160" role="img"><rect width="320" height="160" fill="#fff"/>'
    '<path d="M20 140H310" stroke="#888"/><path d="M30 60L110 95L190 60L270 30" fill="none" stroke="#1b4f8a" stroke-width="3"/>'
    '<g font-family="sans-serif" font-size="12" fill="#1c2430"><text x="20" y="52">140</text><text x="104" y="114">80</text>'
    '<text x="180" y="52">125</text><text x="256" y="22">170</text></g></svg>'
)

Antwoord = list[dict[str, Any]]
#: Stands in for an answer: "stil" closes the connection, "rommel" is no JSON, a number is a status.
Storing = str | int | tuple[int, dict[str, Any]]

BEREKENING: Final[Antwoord] = [
    {"tekst": "Je saldo wordt **170 studiepunten**."},
    {
        "tekst": "Zo kom ik daaraan:",
        "tabel": {
            "titel": "Je leerkrediet, stap voor stap",
            "kolommen": ["Wat gebeurt er?", "Punten", "Saldo"],
            "rijen": [
                ["Je start", "", "140"],
                ["Eerste jaar", "", ""],
                ["Je neemt 60 studiepunten op", "−60", "80"],
                ["Je slaagt voor 45 studiepunten", "+45", "125"],
                ["Die 45 tellen dubbel", "+45", "170"],
            ],
            "getallen": [1, 2],
        },
        "beeld": {
            "adres": "/grafiek/140_80_125_170.svg",
            "tekst": "Je saldo gaat van 140 naar 80 en klimt dan naar 170.",
        },
    },
    {
        "tekst": "Dit is een berekening. Je echte saldo staat in je Burgerprofiel: https://burgerprofiel.be.",
        "knoppen": [{"titel": "Nog een jaar", "lading": "t1"}, {"titel": "Wat als ik stop?", "lading": "t2"}],
    },
]
OVERMACHT: Final[Antwoord] = [
    {
        "tekst": "Ik maakte een ontwerp van je verzoekschrift. Je stuurt het zelf:\n- vul je naam en adres aan\n- voeg je bewijs toe\n"
        "- stuur het aangetekend\nBron: onderwijs.vlaanderen.be",
        "document": {"adres": "/verzoekschrift.docx?jaar=2026-2027", "titel": "Ontwerp van je verzoekschrift (Word)"},
        "contact": {
            "titel": "Je trajectbegeleider",
            "tekst": "Helpt je bij je studieprogramma en je leerkrediet.",
            "links": [
                {"titel": "Zo bereik je ons", "adres": "https://school.example/trajectbegeleiding"},
                {"titel": "Mail ons", "adres": "mailto:traject@school.example"},
                {"titel": "Klik", "adres": "javascript:alert(1)"},
            ],
        },
    }
]


@dataclass
class NepBot:
    """What the server will answer, and what it was asked.

    Attributes:
        antwoorden: the answer to a text or to the payload of a button; anything else is repeated.
        storingen: what goes wrong with the next messages, one each.
        dicht: a message is answered once this is set.
        gevraagd: each request with its body, in order.
    """

    antwoorden: dict[str, Antwoord] = field(default_factory=dict)
    storingen: deque[Storing] = field(default_factory=deque)
    sessie_storingen: deque[Storing] = field(default_factory=deque)
    vergeet_storingen: deque[Storing] = field(default_factory=deque)
    verloopt_over: int = 1800
    max_tekens: int = 2000
    suggesties: list[str] = field(default_factory=lambda: list(SUGGESTIES))
    dicht: threading.Event = field(default_factory=threading.Event)
    gevraagd: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    verwerkt: list[str] = field(default_factory=list)
    opgevraagd: list[str] = field(default_factory=list)
    geldig: set[str] = field(default_factory=set)
    url: str = ""
    _slot: threading.Lock = field(default_factory=threading.Lock)
    _loopt: int = 0
    _rust: threading.Condition = field(default_factory=threading.Condition)
    _eerder: dict[str, Antwoord] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.dicht.set()

    def berichten(self) -> list[dict[str, Any]]:
        """The messages that were sent, also the ones that met a fault."""
        return [lichaam for pad, lichaam in self.gevraagd if pad == "bericht"]

    def vergeten(self) -> list[str]:
        """The sessions that had to be deleted."""
        return [lichaam["sessie"] for pad, lichaam in self.gevraagd if pad == "vergeet"]

    @contextmanager
    def bezig(self) -> Iterator[None]:
        """While a request is answered."""
        with self._rust:
            self._loopt += 1
        try:
            yield
        finally:
            with self._rust:
                self._loopt -= 1
                self._rust.notify_all()

    def wacht_tot_niets_loopt(self) -> None:
        """Return once every request that came has its answer; what a test holds back does not count."""
        with self._rust:
            self._rust.wait_for(lambda: not self._loopt or not self.dicht.is_set(), timeout=20)

    def doe(self, pad: str, lichaam: dict[str, Any]) -> tuple[int, Any] | str:
        """The answer to a request: a status and a body, or a fault by name."""
        with self._slot:
            self.gevraagd.append((pad, lichaam))
            wachtrij = {"bericht": self.storingen, "sessie": self.sessie_storingen, "vergeet": self.vergeet_storingen}[
                pad
            ]
            storing = wachtrij.popleft() if wachtrij else None
        if isinstance(storing, int):
            return storing, {"fout": f"storing {storing}"}
        if storing is not None:
            return storing
        if pad == "sessie":
            return self._sessie(lichaam.get("sessie"))
        if lichaam.get("sessie") not in self.geldig:
            return 401, {"fout": "Je gesprek is afgelopen."}
        if pad == "vergeet":
            self.geldig.discard(lichaam["sessie"])
            return 204, None
        self.dicht.wait(20)
        return self._bericht(lichaam)

    def _sessie(self, oud: str | None) -> tuple[int, Any]:
        with self._slot:
            naam = oud if oud in self.geldig else f"sessie-{len(self.gevraagd)}-{len(self.geldig)}"
            self.geldig.add(naam)
        return 200, {
            "sessie": naam,
            "verloopt_over": self.verloopt_over,
            "max_tekens": self.max_tekens,
            "suggesties": [{"titel": titel, "lading": f"lading:{titel}"} for titel in self.suggesties],
            "school": {"naam": "Hogeschool Voorbeeld"},
        }

    def _bericht(self, lichaam: dict[str, Any]) -> tuple[int, Any]:
        tekst = str(lichaam.get("tekst") or lichaam.get("lading"))
        with self._slot:
            if lichaam["id"] not in self._eerder:
                self.verwerkt.append(tekst)
                self._eerder[lichaam["id"]] = self.antwoorden.get(tekst) or [{"tekst": f"Je zei: {tekst}"}]
            return 200, {"berichten": self._eerder[lichaam["id"]], "verloopt_over": self.verloopt_over}


@cache
def _script() -> bytes:
    return bundel(WEBCHAT / "bron")


@dataclass
class Gastschool:
    """A school's own site: each path with its page and the policy that goes with it."""

    paginas: dict[str, tuple[str, str]] = field(default_factory=dict)
    url: str = ""

    def zet(self, pad: str, inhoud: str, beleid: str = "", kop: str = "") -> str:
        """Put a page on the site; its address."""
        html = (
            f'<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>School</title>'
            f'<link rel="icon" href="data:,"><meta name="viewport" content="width=device-width">{kop}</head>'
            f"<body><main><h1>Onze school</h1>{inhoud}</main></body></html>"
        )
        self.paginas[pad] = (html, beleid)
        return self.url + pad


@contextmanager
def nepbot() -> Iterator[NepBot]:
    """A running server for the widget."""
    bot = NepBot()

    class Behandelaar(_Stil):
        def do_GET(self) -> None:
            pad = self.path.partition("?")[0]
            bot.opgevraagd.append(pad)
            if pad.startswith("/grafiek/"):
                self.geef(200, GRAFIEK.encode(), "image/svg+xml")
                return
            if pad == "/verzoekschrift.docx":
                self.geef(
                    200,
                    b"PK",
                    "application/octet-stream",
                    {"Content-Disposition": 'attachment; filename="verzoek.docx"'},
                )
                return
            naam = {"/": "index.html", "/privacy": "privacy.html", "/toegankelijkheid": "toegankelijkheid.html"}.get(
                pad, pad[1:]
            )
            if naam == "widget.js":
                self.geef(200, _script(), SOORTEN[".js"])
                return
            bestand = WEBCHAT / naam
            if not bestand.is_file() or bestand.parent != WEBCHAT:
                self.geef(404, b"", "text/plain")
                return
            html = bestand.suffix == ".html"
            inhoud = bestand.read_text("utf-8")
            if html:
                for sleutel, waarde in PLAATSHOUDERS.items():
                    inhoud = inhoud.replace("{" + sleutel + "}", waarde)
            self.geef(
                200, inhoud.encode(), SOORTEN[bestand.suffix], {"Content-Security-Policy": STRENG} if html else {}
            )

        def do_OPTIONS(self) -> None:
            self.geef(
                204,
                b"",
                "text/plain",
                {"Access-Control-Allow-Headers": "content-type", "Access-Control-Allow-Methods": "POST"},
            )

        def do_POST(self) -> None:
            with bot.bezig():
                self._antwoord()

        def _antwoord(self) -> None:
            lichaam = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            uitkomst = bot.doe(self.path.removeprefix("/widget/"), lichaam)
            if uitkomst == "stil":
                self.close_connection = True
                return
            if uitkomst == "rommel":
                self.geef(200, b"<html>proxy</html>", "text/html")
                return
            assert isinstance(uitkomst, tuple)
            status, inhoud = uitkomst
            self.geef(status, b"" if inhoud is None else json.dumps(inhoud).encode(), "application/json")

    with _serveer(Behandelaar) as bot.url:
        yield bot
        # What a test left hanging is let go.
        bot.dicht.set()


@contextmanager
def gastschool() -> Iterator[Gastschool]:
    """A running site of a school, on another origin than the widget's."""
    school = Gastschool()

    class Behandelaar(_Stil):
        def do_GET(self) -> None:
            html, beleid = school.paginas.get(self.path.partition("?")[0], ("", ""))
            self.geef(
                200 if html else 404, html.encode(), "text/html", {"Content-Security-Policy": beleid} if beleid else {}
            )

    with _serveer(Behandelaar) as school.url:
        yield school


#: As in instelling.yml; what a page asks for and is not here stays visible, and a test looks for that.
PLAATSHOUDERS: Final = {
    "instelling_naam": "Hogeschool Voorbeeld",
    "bewaar_dagen": "30",
    "inactief_minuten": "30",
    "stop_regel": "Voor 1 december krijg je alles terug.",
    "trajectbegeleider_uitleg": "Vraag ernaar bij het studentensecretariaat.",
    "secretariaat": "het studentensecretariaat",
}


class _Stil(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def geef(self, status: int, inhoud: bytes, soort: str, koppen: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for naam, waarde in {
            "Content-Type": soort if soort.startswith("image") else f"{soort}; charset=utf-8",
            "Content-Length": str(len(inhoud)),
            "Cache-Control": "no-cache",
            "Access-Control-Allow-Origin": "*",
            **(koppen or {}),
        }.items():
            self.send_header(naam, waarde)
        self.end_headers()
        self.wfile.write(inhoud)

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: a test says itself what it saw."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Nothing: a browser that goes away in the middle is no fault."""


@contextmanager
def _serveer(behandelaar: Callable[..., BaseHTTPRequestHandler]) -> Iterator[str]:
    server = _Server(("127.0.0.1", 0), behandelaar)
    draad = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    draad.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        draad.join()
