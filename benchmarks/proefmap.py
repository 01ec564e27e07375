"""A copy of the project in a temporary folder, and processes in it that are measured and stopped by their own id.

What is measured must stand still: data and models of the project itself may change while a measurement runs.
"""

from __future__ import annotations

import http.client
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from typing import Final


WORTEL: Final = Path(__file__).resolve().parent.parent
sys.path.append(str(WORTEL / "scripts"))

from gemeen import omgeving  # noqa: E402 - the scripts are no package
from gemeen import sterf_mee  # noqa: E402
from instantie import vrije_poorten  # noqa: E402


#: What the assistant needs to train and to run.
DELEN: Final = (
    "actions", "channels", "data", "dienst", "gesprek", "leerkrediet_core", "nlu", "scripts", "webchat", "config.yml",
    "config.diet.yml", "credentials.yml", "domain.yml", "endpoints.yml", "instelling.yml", "requirements.lock",
)  # fmt: skip
#: Lowers the priority of everything that a measurement starts, so that it does not starve the other work.
_NIEUW_NICE: Final = 5
_GEDULD: Final = 240.0


class Mislukt(Exception):
    """The measurement cannot go on; its text is one Dutch sentence with the end of a log."""


def kopieer_project(doel: Path, wortel: Path = WORTEL) -> Path:
    """Copy what the assistant is made of to ``doel``, without the trained model; returns ``doel``."""
    doel.mkdir(parents=True)
    for naam in DELEN:
        bron = wortel / naam
        if bron.is_dir():
            shutil.copytree(bron, doel / naam, ignore=shutil.ignore_patterns("__pycache__"))
        elif bron.is_file():
            shutil.copy2(bron, doel / naam)
    spacy = wortel / "models" / "spacy" / "nl"
    if spacy.exists():
        shutil.copytree(spacy.resolve(), doel / "models" / "spacy" / "nl")
    return doel


@dataclass
class Proces:
    """A started process, its log, and the time at which it was started."""

    kind: subprocess.Popen[bytes]
    logboek: Path
    begin: float

    def staart(self, regels: int = 12) -> str:
        """The last lines of the log."""
        return "\n".join(self.logboek.read_text("utf-8", "replace").splitlines()[-regels:])

    def stop(self) -> None:
        """End the process and what it started: politely first, then by force."""
        groepen = {pid for pid in nakomelingen(self.kind.pid) if _is_leider(pid)} | {self.kind.pid}
        if self.kind.poll() is None:
            self.kind.terminate()
            with suppress(subprocess.TimeoutExpired):
                self.kind.wait(20)
        for groep in groepen:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(groep, signal.SIGKILL)
        self.kind.wait(10)


@contextmanager
def proces(opdracht: list[str], map_: Path, naam: str, **extra: str) -> Iterator[Proces]:
    """Run ``opdracht`` in ``map_`` for as long as the context lasts; its output goes to ``naam``.log there."""
    logboek = map_ / f"{naam}.log"
    with logboek.open("wb") as log:
        begin = time.monotonic()
        kind = subprocess.Popen(
            ["nice", "-n", str(_NIEUW_NICE), *opdracht],
            cwd=map_,
            # The copy's own code comes before any other.
            env=omgeving(PYTHONPATH=str(map_), **extra),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=sterf_mee,
        )
    gestart = Proces(kind, logboek, begin)
    try:
        yield gestart
    finally:
        gestart.stop()


def stop_netjes() -> None:
    """Take a polite kill and a closed terminal as Ctrl-C, so that every process that was started is stopped."""
    for nummer in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(nummer, signal.default_int_handler)


@dataclass(frozen=True)
class Duur:
    """How long a command took.

    Attributes:
        seconden: by the clock.
        rekentijd: processor seconds of it and its children, which other work on the machine hardly changes.
    """

    seconden: float
    rekentijd: float

    def __str__(self) -> str:
        return f"{self.seconden:.0f} s ({self.rekentijd:.0f} s rekentijd)"


def voer_uit(opdracht: list[str], map_: Path, naam: str, **extra: str) -> Duur:
    """Run ``opdracht`` to its end. Raises ``Mislukt`` when it fails."""
    voor = resource.getrusage(resource.RUSAGE_CHILDREN)
    with proces(opdracht, map_, naam, **extra) as gestart:
        if gestart.kind.wait() != 0:
            raise Mislukt(f"{naam} is mislukt:\n{gestart.staart()}")
        seconden = time.monotonic() - gestart.begin
    na = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Duur(seconden, na.ru_utime + na.ru_stime - voor.ru_utime - voor.ru_stime)


def train(map_: Path) -> Duur:
    """Train in the copy ``map_`` as ``make train`` does."""
    return voer_uit([sys.executable, "scripts/train.py"], map_, "training")


@dataclass(frozen=True)
class Bot:
    """A bot that answers on the REST channel.

    Attributes:
        poort: of the bot, on the loopback address.
        starttijd: seconds from the start of its first process until it said that it was ready.
        hoofd: ids of the processes that were started for it.
    """

    poort: int
    starttijd: float
    hoofd: tuple[int, ...]

    def vraag(self, afzender: str, tekst: str) -> tuple[float, list[dict[str, Any]]]:
        """Send one message; milliseconds until the whole answer was there, and the answer."""
        inhoud = json.dumps({"sender": afzender, "message": tekst}).encode()
        begin = time.perf_counter()
        verbinding = http.client.HTTPConnection("127.0.0.1", self.poort, timeout=60)
        try:
            verbinding.request("POST", "/webhooks/rest/webhook", inhoud, {"Content-Type": "application/json"})
            antwoord = json.loads(verbinding.getresponse().read())
        finally:
            verbinding.close()
        return 1000 * (time.perf_counter() - begin), antwoord

    def geheugen(self) -> float:
        """Resident megabytes of every process of the bot, children included."""
        pids = {pid for hoofd in self.hoofd for pid in nakomelingen(hoofd)}
        return sum(map(resident, pids))


@contextmanager
def assistent(map_: Path, naam: str = "assistent") -> Iterator[Bot]:
    """The assistant of the copy ``map_``, started as ``make start`` does, with its memory in that folder."""
    (poort,) = vrije_poorten(1)
    extra = {
        "HOST": "127.0.0.1",
        "PORT": str(poort),
        "DATABASE_URL": f"sqlite:///{map_}/gesprekken.db",
        "REST": "ja",
    }
    with proces([sys.executable, "scripts/start.py"], map_, naam, **extra) as gestart:
        starttijd = wacht_op(poort, "/health", gestart)
        # The script that watches over them is no part of the assistant.
        yield Bot(poort, starttijd, tuple(_kinderen().get(gestart.kind.pid, ())))


def wacht_op(poort: int, pad: str, gestart: Proces) -> float:
    """Wait until ``pad`` answers 200; seconds since the process was started. Raises ``Mislukt`` when it does not."""
    while time.monotonic() - gestart.begin < _GEDULD:
        if gestart.kind.poll() is not None:
            raise Mislukt(f"{gestart.logboek.stem} is gestopt:\n{gestart.staart()}")
        verbinding = http.client.HTTPConnection("127.0.0.1", poort, timeout=5)
        try:
            verbinding.request("GET", pad)
            if verbinding.getresponse().status == 200:
                return time.monotonic() - gestart.begin
        except (OSError, http.client.HTTPException):
            pass
        finally:
            verbinding.close()
        time.sleep(0.1)
    raise Mislukt(f"{gestart.logboek.stem} antwoordt na {_GEDULD:.0f} seconden nog niet:\n{gestart.staart()}")


def nakomelingen(pid: int) -> set[int]:
    """``pid`` and every process below it."""
    kinderen = _kinderen()
    gevonden: set[int] = set()
    rest = [pid]
    while rest:
        huidig = rest.pop()
        gevonden.add(huidig)
        rest.extend(kind for kind in kinderen.get(huidig, ()) if kind not in gevonden)
    return gevonden


def resident(pid: int) -> float:
    """Resident memory of one process in megabytes (of a million bytes); 0 when it has ended."""
    with suppress(OSError):
        for regel in Path(f"/proc/{pid}/status").read_text("utf-8").splitlines():
            if regel.startswith("VmRSS:"):
                return int(regel.split()[1]) * 1024 / 1e6
    return 0.0


def machine() -> str:
    """Cores, memory and load of this machine, in one line."""
    geheugen = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = os.getloadavg()[0]
    return f"{len(os.sched_getaffinity(0))} kernen, {geheugen:.0f} GB geheugen, belasting {load:.1f}"


def _kinderen() -> dict[int, list[int]]:
    kinderen: dict[int, list[int]] = {}
    for map_ in Path("/proc").iterdir():
        if map_.name.isdigit():
            with suppress(OSError):
                # The name of a process stands between brackets and may hold anything, also a bracket.
                velden = (map_ / "stat").read_text("utf-8", "replace").rsplit(")", 1)[1].split()
                kinderen.setdefault(int(velden[1]), []).append(int(map_.name))
    return kinderen


def _is_leider(pid: int) -> bool:
    with suppress(OSError):
        return os.getpgid(pid) == pid
    return False
