"""The command plays the chosen stories, writes the page and ends with a number that says how it went."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
import verhalen
from gemeen import Gestopt
from verhaal import bot as botmodule
from verhaal.bot import Bot
from verhaal.bot import eigen_bot


class Namaak(BaseHTTPRequestHandler):
    """Answers every message with its own words, except when it is told to be broken."""

    def do_POST(self) -> None:
        """Answer as the REST channel does."""
        gekregen = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        antwoord: object = [{"recipient_id": gekregen["sender"], "text": f"Je zei: {gekregen['message']}"}]
        if gekregen["message"] == "kapot":
            antwoord = {"fout": "kapot"}
        inhoud = json.dumps(antwoord).encode()
        self.send_response(200 if self.path == "/webhooks/rest/webhook" else 404)
        self.send_header("Content-Length", str(len(inhoud)))
        self.end_headers()
        self.wfile.write(inhoud)

    def log_message(self, *_: object) -> None:
        """Stay quiet."""


@pytest.fixture
def adres() -> Iterator[str]:
    """The address of a make-believe bot, without a slash at its end."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Namaak) as server:
        draad = threading.Thread(target=server.serve_forever)
        draad.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        draad.join()


@pytest.fixture
def bestand(tmp_path: Path) -> Path:
    """Two stories, of which the second does not hold."""
    pad = tmp_path / "proef.yml"
    pad.write_text(
        "- verhaal: wat klopt\n  gesprek:\n  - student: dag\n  - bot: {bevat: [dag]}\n"
        "- verhaal: wat niet klopt\n  gesprek:\n  - student: dag\n  - bot: {bevat: [nacht]}\n",
        encoding="utf-8",
    )
    return pad


def test_een_verschil_geeft_1_en_staat_in_de_uitvoer_en_op_de_pagina(
    adres: str, bestand: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Staff read the terminal or the page; CI reads the number."""
    pagina = tmp_path / "uit.html"
    assert verhalen.main([str(bestand), "--adres", adres, "--pagina", str(pagina)]) == 1
    uitvoer = capsys.readouterr().out
    for deel in (
        "klopt       wat klopt",
        "KLOPT NIET  wat niet klopt",
        "verwacht: nacht",
        "gehoord : Je zei: dag",
        str(pagina),
    ):
        assert deel in uitvoer
    assert "wat niet klopt" in pagina.read_text(encoding="utf-8")


def test_zonder_verschil_geeft_0(adres: str, bestand: Path, tmp_path: Path) -> None:
    """A part of a name chooses the stories."""
    pagina = tmp_path / "uit.html"
    assert verhalen.main(["--naam", "WAT KLOPT", "--adres", adres, "--pagina", str(pagina), str(bestand)]) == 0
    assert "1 verhaal, 1 berichten van studenten: alles klopt." in pagina.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("inhoud", "opties", "zin"),
    [
        ("- verhaal: x\n", [], "geen 'gesprek'"),
        ("- verhaal: x\n  gesprek:\n  - student: dag\n", ["--naam", "niets"], "Geen enkel verhaal"),
        ("- verhaal: x\n  gesprek:\n  - student: kapot\n", [], "geen lijst van berichten"),
    ],
)
def test_wat_niet_gespeeld_kan_worden_geeft_2_en_een_zin(
    adres: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], inhoud: str, opties: list[str], zin: str
) -> None:
    """Not played is something else than played and different; no page is written that would look like a result."""
    bestand = tmp_path / "x.yml"
    bestand.write_text(inhoud, encoding="utf-8")
    pagina = tmp_path / "uit.html"
    assert verhalen.main([str(bestand), *opties, "--adres", adres, "--pagina", str(pagina)]) == 2
    assert zin in capsys.readouterr().err
    assert not pagina.exists()


def test_een_bot_die_er_niet_is_wordt_gemeld() -> None:
    """With the address, so that a slip in it can be seen."""
    with pytest.raises(Gestopt, match=r"127\.0\.0\.1:9/ antwoordt niet"):
        Bot("http://127.0.0.1:9/").zeg("x", "dag")


def test_zonder_model_wordt_gezegd_hoe_er_een_komt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before anything is started."""
    monkeypatch.setattr(botmodule, "WORTEL", tmp_path)
    with pytest.raises(Gestopt, match="make train"), eigen_bot():
        pass
