"""A make-believe bot, and a folder with two conversations of which only one may be read."""

from __future__ import annotations

import json
import threading
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest


class Namaak(BaseHTTPRequestHandler):
    """Says back what it hears and how often that sender spoke; a few words have it do something else."""

    gehoord: ClassVar[Counter[str]] = Counter()

    def do_POST(self) -> None:
        """Answer as the REST channel does."""
        gekregen = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        bericht, afzender = gekregen["message"], gekregen["sender"]
        self.gehoord[afzender] += 1
        if bericht == "altijd druk" or bericht == "even druk" and self.gehoord[afzender] < 3:
            self._stuur(429, {})
        elif bericht == "kapot":
            self._stuur(500, {})
        elif bericht == "geen lijst":
            self._stuur(200, {"text": "dag"})
        else:
            knop = {"title": "Nog eens", "payload": "/nog_eens"}
            tekst = f"Je zei {bericht}. Dat was beurt {self.gehoord[afzender]}."
            self._stuur(200, [{"text": tekst, "buttons": [knop]}])

    def _stuur(self, code: int, inhoud: object) -> None:
        rauw = json.dumps(inhoud).encode()
        self.send_response(code)
        self.send_header("Content-Length", str(len(rauw)))
        if code == 429:
            self.send_header("Retry-After", "7")
        self.end_headers()
        self.wfile.write(rauw)

    def log_message(self, *_: object) -> None:
        """Stay quiet."""


@pytest.fixture
def adres() -> Iterator[str]:
    """The address of the make-believe bot, without a slash at its end."""
    Namaak.gehoord = Counter()
    with ThreadingHTTPServer(("127.0.0.1", 0), Namaak) as server:
        draad = threading.Thread(target=server.serve_forever)
        draad.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        draad.join()


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    """W1 may be read and is half right; W2 only measures and is right."""
    uit = tmp_path / "gesprekken"
    uit.mkdir()
    beurt = {"student": "saldo is 80", "soort": "cijfer", "cijfers": [80]}
    tweede = {"student": "en nu", "soort": "vervolg", "bevat": [["nergens"]]}
    for hand, beurten in (("W1", [beurt, tweede]), ("W2", [{**beurt, "student": "verborgen 80"}])):
        regel = json.dumps({"id": f"{hand}-01", "wie": "iemand", "beurten": beurten})
        (uit / f"{hand}.jsonl").write_text(regel + "\n", "utf-8")
    (uit / "leesbaar.txt").write_text("W1\n", "utf-8")
    return uit
