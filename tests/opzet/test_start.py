"""Starting, watching and stopping, with a small server in the place of Rasa: nothing that was started may stay behind."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import chat
import instantie
import pytest


#: Answers as the real ones do, starts a child of its own, and writes down which processes there are.
SERVER = """
import http.server, json, os, pathlib, signal, subprocess, sys, time
naam = {naam!r}
poort = int(os.environ[{poort!r}])
kind = subprocess.Popen(["sleep", "600"])
pathlib.Path(f"{{naam}}-{{poort}}.pid").write_text(f"{{os.getpid()}} {{kind.pid}}")
print("de laatste woorden van", naam, flush=True)
gedrag = os.environ.get("GEDRAG_" + naam.upper(), "")
if gedrag == "sterft":
    sys.exit(3)
if gedrag == "weigert":
    print("Het model in models/x is beschadigd.", flush=True)
    sys.exit(os.EX_CONFIG)
aantal = len(list(pathlib.Path(".").glob("start-*"))) + 1
pathlib.Path(f"start-{{aantal}}").touch()
if gedrag == "sterft later" and aantal > 1:
    sys.exit(3)
if gedrag == "weigert later" and aantal > 1:
    print("De databank in gegevens/x is beschadigd.", flush=True)
    sys.exit(os.EX_CONFIG)
if gedrag == "doof":
    signal.signal(signal.SIGTERM, signal.SIG_IGN)

class Antwoord(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(503 if gedrag == "ziek" else 200)
        self.end_headers()

    def do_POST(self):
        vraag = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        pathlib.Path("gevraagd.jsonl").open("a").write(json.dumps(vraag) + "\\n")
        antwoord = [] if vraag["message"] == "stil" else [{{
            "recipient_id": vraag["sender"],
            "text": "Je zei " + vraag["message"],
            "buttons": [{{"title": "Eerste", "payload": "/een"}}, {{"title": "Tweede", "payload": "/twee"}}],
        }}]
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(antwoord).encode())

    def log_message(self, *args):
        pass

http.server.ThreadingHTTPServer((os.environ["HOST"], poort), Antwoord).serve_forever()
"""


@pytest.fixture
def project(scriptmap: Path) -> Path:
    """A project whose bot is the small one."""
    (scriptmap / "channels").mkdir()
    (scriptmap / "channels" / "__init__.py").touch()
    (scriptmap / "channels" / "server.py").write_text(SERVER.format(naam="bot", poort="PORT"), encoding="utf-8")
    return scriptmap


def _start(
    project: Path, opruimen: list[subprocess.Popen[str]], script: str = "start.py", **extra: str
) -> subprocess.Popen[str]:
    omgeving = {naam: waarde for naam, waarde in os.environ.items() if naam not in ("HOST", "PORT")}
    proces = subprocess.Popen(
        [sys.executable, str(project / "scripts" / script)],
        env={**omgeving, **extra},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    opruimen.append(proces)
    return proces


def _lees_tot(proces: subprocess.Popen[str], woord: str) -> str:
    assert proces.stdout is not None
    gelezen = ""
    for regel in proces.stdout:
        gelezen += regel
        if woord in regel:
            return gelezen
    raise AssertionError(f"{woord!r} kwam niet: {gelezen}")


def _poorten() -> dict[str, str]:
    return {"PORT": str(instantie.vrije_poorten(1)[0])}


def _pids(project: Path) -> list[int]:
    return [int(pid) for bestand in project.glob("*.pid") for pid in bestand.read_text().split()]


def _leeft(pid: int) -> bool:
    """Whether a process runs; one that ended but was not yet collected does not."""
    uitvoer = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False).stdout
    return bool(uitvoer.strip()) and not uitvoer.strip().startswith("Z")


def _alles_weg(project: Path) -> Callable[[], bool]:
    return lambda: not any(_leeft(pid) for pid in _pids(project))


@pytest.mark.parametrize("sein", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_stoppen_laat_niets_achter(project: Path, opruimen: list[subprocess.Popen[str]], sein: signal.Signals) -> None:
    poorten = _poorten()
    proces = _start(project, opruimen, **poorten)
    assert f"De chatpagina staat op http://127.0.0.1:{poorten['PORT']}/" in _lees_tot(proces, "chatpagina")
    assert len(_pids(project)) == 2
    assert all(_leeft(pid) for pid in _pids(project))
    proces.send_signal(sein)
    uitvoer, _ = proces.communicate(timeout=20)
    assert proces.returncode == 0
    assert "Alles is gestopt." in uitvoer
    assert _alles_weg(project)()


def test_stoppen_tijdens_het_starten(
    project: Path, opruimen: list[subprocess.Popen[str]], wacht_tot: Callable[..., None]
) -> None:
    proces = _start(project, opruimen, GEDRAG_BOT="ziek", **_poorten())
    wacht_tot(lambda: len(_pids(project)) == 2)
    proces.send_signal(signal.SIGINT)
    uitvoer, _ = proces.communicate(timeout=20)
    assert proces.returncode == 0
    assert "chatpagina" not in uitvoer
    assert _alles_weg(project)()


def test_wie_niet_luistert_wordt_beeindigd(project: Path, opruimen: list[subprocess.Popen[str]]) -> None:
    proces = _start(project, opruimen, GEDRAG_BOT="doof", **_poorten())
    _lees_tot(proces, "chatpagina")
    proces.send_signal(signal.SIGINT)
    proces.communicate(timeout=instantie.MEESTE_STOPTIJD + 10)
    assert _alles_weg(project)()


@pytest.mark.parametrize("bevroren", [False, True])
def test_kill_9_laat_niets_achter(
    project: Path, opruimen: list[subprocess.Popen[str]], wacht_tot: Callable[..., None], bevroren: bool
) -> None:
    """Neither the bot, also when it hangs, nor what it started itself."""
    proces = _start(project, opruimen, **_poorten())
    _lees_tot(proces, "logboeken")
    if bevroren:
        os.kill(_bot(project), signal.SIGSTOP)
    wachters = _kinderen(proces.pid)
    assert len(wachters) == 2
    proces.kill()
    wacht_tot(lambda: not any(_leeft(pid) for pid in [*_pids(project), *wachters]))


def _bot(project: Path) -> int:
    (bestand,) = project.glob("bot-*.pid")
    return int(bestand.read_text().split()[0])


def _kinderen(pid: int) -> list[int]:
    uitvoer = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False)
    return [int(kind) for kind in uitvoer.stdout.split()]


@pytest.mark.parametrize("sein", [signal.SIGKILL, signal.SIGSTOP])
def test_een_die_sterft_of_hangt_wordt_opnieuw_gestart(
    project: Path, opruimen: list[subprocess.Popen[str]], sein: signal.Signals
) -> None:
    """With what it had started itself; a second time it is not so quick."""
    _haast(project)
    proces = _start(project, opruimen, **_poorten())
    _lees_tot(proces, "logboeken")
    oud = _pids(project)
    os.kill(_bot(project), sein)
    uitvoer = _lees_tot(proces, "antwoordt weer")
    assert ("is gestopt. Dit waren" if sein == signal.SIGKILL else "antwoordt niet meer en wordt afgebroken") in uitvoer
    assert "start opnieuw over 1 s" in uitvoer
    assert not any(_leeft(pid) for pid in oud)
    assert all(_leeft(pid) for pid in _pids(project))
    os.kill(_bot(project), signal.SIGKILL)
    assert "start opnieuw over 2 s" in _lees_tot(proces, "antwoordt weer")
    proces.send_signal(signal.SIGINT)
    proces.communicate(timeout=20)
    assert proces.returncode == 0
    assert _alles_weg(project)()


def _haast(project: Path) -> None:
    """Have the health asked for more often, so that a test need not wait for half a minute."""
    bestand = project / "scripts" / "instantie.py"
    tekst = bestand.read_text(encoding="utf-8")
    for regel, sneller in (("TUSSENTIJD: Final = 3.0", "0.1"), ("GEDULD: Final = 3.0", "0.2")):
        assert regel in tekst
        tekst = tekst.replace(regel, f"{regel.partition(' = ')[0]} = {sneller}")
    bestand.write_text(tekst, encoding="utf-8")


def test_een_die_blijft_sterven_wordt_opgegeven(project: Path, opruimen: list[subprocess.Popen[str]]) -> None:
    """Ever later, and then with the end of the log."""
    bewaking = project / "scripts" / "bewaking.py"
    bewaking.write_text(bewaking.read_text().replace("EERSTE_WACHT: Final = 1.0", "EERSTE_WACHT: Final = 0.01"))
    proces = _start(project, opruimen, GEDRAG_BOT="sterft later", **_poorten())
    _lees_tot(proces, "logboeken")
    os.kill(_bot(project), signal.SIGKILL)
    uitvoer, _ = proces.communicate(timeout=60)
    assert proces.returncode == 1
    assert "5 keer na elkaar niet gestart" in uitvoer
    assert "de laatste woorden van bot" in uitvoer
    assert len(list(project.glob("start-*"))) == 6
    assert _alles_weg(project)()


@pytest.mark.parametrize(
    ("gedrag", "zin"),
    [
        ("weigert", "Het model in models/x is beschadigd."),
        ("weigert later", "De databank in gegevens/x is beschadigd."),
    ],
)
def test_een_die_zegt_wat_er_mis_is_wordt_niet_opnieuw_gestart(
    gedrag: str, zin: str, project: Path, opruimen: list[subprocess.Popen[str]]
) -> None:
    """Trying again would not help; its own sentence is all that is said."""
    proces = _start(project, opruimen, GEDRAG_BOT=gedrag, **_poorten())
    if gedrag == "weigert later":
        _lees_tot(proces, "logboeken")
        os.kill(_bot(project), signal.SIGKILL)
    uitvoer, _ = proces.communicate(timeout=20)
    assert proces.returncode == 1
    assert uitvoer.splitlines()[-1] == zin
    assert "laatste regels" not in uitvoer.partition("start opnieuw")[2]
    assert len(list(project.glob("start-*"))) == (0 if gedrag == "weigert" else 2)
    assert _alles_weg(project)()


def test_een_die_niet_start(project: Path, opruimen: list[subprocess.Popen[str]]) -> None:
    proces = _start(project, opruimen, GEDRAG_BOT="sterft", **_poorten())
    uitvoer, _ = proces.communicate(timeout=20)
    assert proces.returncode == 1
    assert "De bot is gestopt" in uitvoer
    assert "Traceback" not in uitvoer
    assert _alles_weg(project)()


def test_een_die_niet_gezond_wordt(project: Path, opruimen: list[subprocess.Popen[str]]) -> None:
    proces = _start(project, opruimen, GEDRAG_BOT="ziek", START_TIMEOUT="2", **_poorten())
    uitvoer, _ = proces.communicate(timeout=30)
    assert proces.returncode == 1
    assert "De bot antwoordt na 2 seconden nog niet" in uitvoer
    assert _alles_weg(project)()


def test_bezette_poort_wordt_geweigerd(project: Path, opruimen: list[subprocess.Popen[str]]) -> None:
    with socket.socket() as bezet:
        bezet.bind(("127.0.0.1", 0))
        bezet.listen()
        poort = str(bezet.getsockname()[1])
        proces = _start(project, opruimen, PORT=poort)
        uitvoer, _ = proces.communicate(timeout=20)
    assert proces.returncode == 1
    assert uitvoer.count("\n") == 1
    assert f"Poort {poort} is al in gebruik" in uitvoer
    assert "PORT" in uitvoer
    assert not _pids(project)


@pytest.mark.parametrize(
    ("instelling", "zin"),
    [
        ({"PORT": "vijf"}, "PORT moet een getal"),
        ({"PORT": "70000"}, "PORT moet een getal"),
        ({"HOST": "192.0.2.1"}, "geen adres van deze machine"),
        ({"START_TIMEOUT": "nooit"}, "START_TIMEOUT moet"),
    ],
)
def test_onmogelijke_instelling(
    project: Path, opruimen: list[subprocess.Popen[str]], instelling: dict[str, str], zin: str
) -> None:
    proces = _start(project, opruimen, **{**_poorten(), **instelling})
    uitvoer, _ = proces.communicate(timeout=20)
    assert proces.returncode == 1
    assert zin in uitvoer
    assert "Traceback" not in uitvoer
    assert _alles_weg(project)()


def test_een_vaste_dag_wordt_gezegd(project: Path, opruimen: list[subprocess.Popen[str]]) -> None:
    """Else someone would take its answers for those of today."""
    proces = _start(project, opruimen, VANDAAG="2026-11-30", **_poorten())
    assert "Let op: de dag staat vast op 30 november 2026 (VANDAAG).\n" in _lees_tot(proces, "logboeken")
    ander = _start(project, opruimen, VANDAAG="", **_poorten())
    assert "VANDAAG" not in _lees_tot(ander, "logboeken")


def test_twee_naast_elkaar(project: Path, opruimen: list[subprocess.Popen[str]]) -> None:
    eerste_poorten, tweede_poorten = _poorten(), _poorten()
    eerste = _start(project, opruimen, **eerste_poorten)
    tweede = _start(project, opruimen, **tweede_poorten)
    _lees_tot(eerste, "chatpagina")
    _lees_tot(tweede, "chatpagina")
    eerste.send_signal(signal.SIGINT)
    eerste.communicate(timeout=20)
    with urllib.request.urlopen(f"http://127.0.0.1:{tweede_poorten['PORT']}/health", timeout=5) as antwoord:
        assert antwoord.status == 200
    for poort in (eerste_poorten["PORT"], tweede_poorten["PORT"]):
        assert (project / "gegevens" / "logs" / f"bot-{poort}.log").exists()
    tweede.send_signal(signal.SIGINT)
    tweede.communicate(timeout=20)
    assert _alles_weg(project)()


def test_logboek_is_alleen_voor_de_eigenaar(project: Path, opruimen: list[subprocess.Popen[str]]) -> None:
    proces = _start(project, opruimen, **_poorten())
    _lees_tot(proces, "chatpagina")
    rechten = {bestand.stat().st_mode & 0o777 for bestand in (project / "gegevens" / "logs").iterdir()}
    proces.send_signal(signal.SIGINT)
    proces.communicate(timeout=20)
    assert rechten == {0o600}


def test_wie_meeleest_mag_weggaan(project: Path, opruimen: list[subprocess.Popen[str]]) -> None:
    """A closed pipe on the output, as of ``make start | head``, must not leave the servers running."""
    proces = _start(project, opruimen, **_poorten())
    _lees_tot(proces, "logboeken")
    assert proces.stdout is not None
    proces.stdout.close()
    proces.stdout = None
    proces.send_signal(signal.SIGINT)
    assert proces.wait(timeout=20) == 0
    assert _alles_weg(project)()


def test_praten_in_de_terminal(project: Path, opruimen: list[subprocess.Popen[str]]) -> None:
    proces = _start(project, opruimen, script="chat.py")
    uitvoer, _ = proces.communicate("hallo\n2\n3\nstil\n\n", timeout=30)
    assert proces.returncode == 0, uitvoer
    vragen = [json.loads(regel) for regel in (project / "gevraagd.jsonl").read_text().splitlines()]
    # The blank line is not sent; 3 is no choice, so it goes as it was typed.
    assert [vraag["message"] for vraag in vragen] == ["hallo", "/twee", "3", "stil"]
    assert len({vraag["sender"] for vraag in vragen}) == 1
    assert "  1. Eerste\n  2. Tweede" in uitvoer
    assert chat.GEEN_ANTWOORD.split(".")[0] in uitvoer
    assert _alles_weg(project)()
    assert not (project / "gegevens").exists()


def test_ctrl_c_tijdens_het_praten(project: Path, opruimen: list[subprocess.Popen[str]]) -> None:
    proces = _start(project, opruimen, script="chat.py")
    _lees_tot(proces, "Typ je vraag")
    time.sleep(0.3)
    proces.send_signal(signal.SIGINT)
    uitvoer, _ = proces.communicate(timeout=20)
    assert proces.returncode == 0
    assert "Traceback" not in uitvoer
    assert _alles_weg(project)()


@pytest.mark.parametrize(
    ("getypt", "verwacht"),
    [
        ("1", "/een"),
        (" 2 ", "/twee"),
        ("2.", "/twee"),
        ("1)", "/een"),
        ("0", "0"),
        ("3", "3"),
        ("-1", "-1"),
        ("²", "²"),
        ("60", "60"),
    ],
)
def test_nummer_kiest_een_keuze(getypt: str, verwacht: str) -> None:
    assert chat.vertaal(getypt, ["/een", "/twee"]) == verwacht


def test_afbreken_houdt_regels_en_lange_adressen_heel() -> None:
    adres = "https://www.onderwijs.vlaanderen.be/nl/een-heel-lang-adres"
    tekst = chat.breek_af(["Een zin die te lang is voor een smal venster.", "", f"  1. {adres}"], 20)
    assert adres in tekst
    assert "\n\n" in tekst
    assert max(len(regel) for regel in tekst.splitlines() if adres not in regel) <= 20


@pytest.mark.parametrize(
    ("host", "verwacht"),
    [("127.0.0.1", "http://127.0.0.1:5005/"), ("::", "http://[::1]:5005/"), ("0.0.0.0", "http://127.0.0.1:5005/")],
)
def test_adres_is_te_openen(host: str, verwacht: str) -> None:
    assert instantie.adres(instantie.bereikbaar(host), 5005) == verwacht
