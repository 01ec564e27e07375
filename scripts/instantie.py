"""One running assistant: the bot as a child process, asked for its health and stopped with all that it started."""

from __future__ import annotations

import errno
import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from dataclasses import field
from functools import partial
from pathlib import Path
from types import FrameType
from types import TracebackType
from typing import Final

from gemeen import LOGBOEKEN
from gemeen import Gestopt
from gemeen import Voortgang
from gemeen import laatste_zin
from gemeen import omgeving
from gemeen import open_logboek
from gemeen import staart
from gemeen import sterf_mee


#: Seconds that a process gets to end by itself before it is killed.
MEESTE_STOPTIJD: Final = 10.0
#: Seconds that the start may take, unless START_TIMEOUT says otherwise; loading Rasa takes 20 to 40 on two cores.
MEESTE_STARTTIJD: Final = 240
#: Seconds between two questions after the health of a bot that answered once, and that an answer may take.
TUSSENTIJD: Final = 3.0
GEDULD: Final = 3.0
#: Questions in a row without an answer, after which a bot hangs: long enough for the busiest moment of a whole campus.
MEESTE_GEMIST: Final = 6
#: Addresses that mean "every address of this machine", and where such a server can be asked for its health.
_OVERAL: Final = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}  # noqa: S104 - read, not bound


class Stopvraag:
    """Remembers that someone asked to stop, so that no signal falls between starting a process and knowing of it."""

    def __init__(self) -> None:
        """Nothing was asked yet."""
        self.gevraagd = False
        self._onderbreekt = False

    def luister(self) -> None:
        """Take Ctrl-C, a polite kill and a closed terminal as the wish to stop."""
        for nummer in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(nummer, self._vraag)

    def onderbreek(self) -> None:
        """From now on a wish to stop also breaks off what is waited for, as KeyboardInterrupt does."""
        self._onderbreekt = True

    def _vraag(self, nummer: int, frame: FrameType | None) -> None:
        if self._onderbreekt and not self.gevraagd:
            self.gevraagd = True
            raise KeyboardInterrupt
        self.gevraagd = True


class Hartslag(threading.Thread):
    """Asks a server for its health again and again, beside the main path: a server that hangs must not hang who asks.

    Args:
        host: of the server.
        poort: of the server.
    """

    def __init__(self, host: str, poort: int) -> None:
        super().__init__(daemon=True)
        self._plaats = bereikbaar(host), poort
        self._genoeg = threading.Event()
        self.gezond = False
        self.gemist = 0

    def run(self) -> None:
        """Ask until it was enough: often until the first good answer, now and then from there."""
        while not self._genoeg.wait(TUSSENTIJD if self.gezond else 0.2):
            status = self._vraag()
            self.gemist = self.gemist + 1 if status is None else 0
            self.gezond = self.gezond or status == 200

    def stop(self) -> None:
        """Ask no more."""
        self._genoeg.set()

    def _vraag(self) -> int | None:
        """The status of ``/health``; nothing when no answer came."""
        verbinding = http.client.HTTPConnection(*self._plaats, timeout=GEDULD)
        try:
            verbinding.request("GET", "/health")
            return verbinding.getresponse().status
        except (OSError, http.client.HTTPException):
            return None
        finally:
            verbinding.close()


@dataclass
class Dienst:
    """A process that answers at a port, with all that it starts itself."""

    naam: str
    module: str
    host: str
    poort: int
    logmap: Path = LOGBOEKEN
    proces: subprocess.Popen[bytes] | None = None
    hart: Hartslag | None = None
    _wacht: subprocess.Popen[bytes] | None = None

    @property
    def logboek(self) -> Path:
        """The file for what the process prints."""
        return self.logmap / f"{self.naam}-{self.poort}.log"

    def start(self, extra: dict[str, str]) -> None:
        """Start the process in a group of its own, so that its children can be stopped with it."""
        with open_logboek(self.logboek) as log:
            self.proces = subprocess.Popen(
                [sys.executable, "-m", self.module],
                env=omgeving(**extra),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=partial(sterf_mee, os.getpid(), signal.SIGKILL),
            )
        # The end of its input is the end of this process, however that came. It then ends the whole group: also the
        # children of a child, also a child that hangs, and also where a system has no word for it.
        self._wacht = subprocess.Popen(
            ["/bin/sh", "-c", 'read -r _; kill -s KILL -- "-$1"', "wacht", str(self.proces.pid)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self.hart = Hartslag(self.host, self.poort)
        self.hart.start()

    @property
    def leeft(self) -> bool:
        """Whether the process runs."""
        return self.proces is not None and self.proces.poll() is None

    @property
    def gezond(self) -> bool:
        """Whether it has answered since it was started."""
        return self.hart is not None and self.hart.gezond

    @property
    def hangt(self) -> bool:
        """Whether it answered once, and has not for some time."""
        return self.hart is not None and self.hart.gezond and self.hart.gemist >= MEESTE_GEMIST

    def sein(self, nummer: signal.Signals) -> bool:
        """Send a signal to the whole group; false when nothing of it is left."""
        if self.proces is None:
            return False
        try:
            os.killpg(self.proces.pid, nummer)
        except (ProcessLookupError, PermissionError):
            return False
        return True

    def ruim_op(self) -> None:
        """End by force what is left of the group, and who watched over it."""
        if self.hart is not None:
            self.hart.stop()
        if self.proces is not None:
            # Also when the process itself has ended: a child of it may still run.
            self.sein(signal.SIGKILL)
            with suppress(subprocess.TimeoutExpired):
                self.proces.wait(MEESTE_STOPTIJD)
        if self._wacht is not None:
            self._wacht.kill()
            self._wacht.wait()
            if self._wacht.stdin is not None:
                self._wacht.stdin.close()
            self._wacht = None


@dataclass
class Instantie:
    """The bot as a child process. Use it as a context: leaving it stops every process that was started."""

    host: str
    poort: int
    stopvraag: Stopvraag
    extra: dict[str, str] = field(default_factory=dict)
    logmap: Path = LOGBOEKEN
    bot: Dienst | None = None

    def __enter__(self) -> Instantie:
        """Start nothing yet."""
        return self

    def __exit__(self, soort: type[BaseException] | None, fout: BaseException | None, tb: TracebackType | None) -> None:
        """Stop everything, also after a fault."""
        self.stop()

    def start(self, wacht: Callable[[], None] = lambda: time.sleep(0.2)) -> bool:
        """Start the bot and wait until it answers; false when a stop was asked meanwhile.

        Raises ``Gestopt`` when the port is taken, the process ends, or the time is over.
        """
        controleer_vrij(self.host, self.poort, "PORT")
        langst = lees_starttijd()
        voortgang = Voortgang("De assistent starten")
        self.begin()
        while not self.stopvraag.gevraagd:
            self.controleer()
            if self.dienst.gezond:
                voortgang.klaar()
                return True
            if voortgang.seconden >= langst:
                raise Gestopt("\n" + te_traag(self.dienst, langst))
            voortgang.tik()
            wacht()
        return False

    @property
    def dienst(self) -> Dienst:
        """The bot, once it was started."""
        assert self.bot is not None  # noqa: S101 - for the type only
        return self.bot

    def begin(self) -> None:
        """Start the bot, and do not wait."""
        self.bot = self.bot or Dienst("bot", "channels.server", self.host, self.poort, self.logmap)
        self.bot.start({"HOST": self.host, "PORT": str(self.poort), **self.extra})

    def controleer(self) -> None:
        """Raise ``Gestopt`` when the bot has ended."""
        if not self.dienst.leeft:
            raise Gestopt("\n" + reden(self.dienst))

    def stop(self) -> None:
        """End the group of the bot: politely first, by force when the time is over."""
        if self.bot is None:
            return
        self.bot.sein(signal.SIGTERM)
        einde = time.monotonic() + MEESTE_STOPTIJD
        while time.monotonic() < einde and self.bot.leeft:
            time.sleep(0.05)
        self.bot.ruim_op()


def reden(dienst: Dienst) -> str:
    """Why a process ended: what it says itself when it refused to start, else the end of its log."""
    if dienst.proces is not None and dienst.proces.returncode == os.EX_CONFIG:
        return laatste_zin(dienst.logboek)
    return f"De {dienst.naam} is gestopt. {_slot(dienst)}"


def te_traag(dienst: Dienst, langst: int) -> str:
    """That a process does not answer in the time for its start."""
    return f"De {dienst.naam} antwoordt na {langst} seconden nog niet. {_slot(dienst)}"


def _slot(dienst: Dienst) -> str:
    return f"Dit waren de laatste regels van {dienst.logboek}:\n{staart(dienst.logboek)}".rstrip()


def bereikbaar(host: str) -> str:
    """The address at which a server that listens on ``host`` can be asked something from this machine."""
    return _OVERAL.get(host, host)


def adres(host: str, poort: int) -> str:
    """The address of a server as a link."""
    return f"http://[{host}]:{poort}/" if ":" in host else f"http://{host}:{poort}/"


def lees_poort(naam: str, standaard: int) -> int:
    """The port that the environment variable ``naam`` gives. Raises ``Gestopt`` when it is no port."""
    waarde = os.environ.get(naam) or str(standaard)
    if not (waarde.isascii() and waarde.isdigit() and 1 <= int(waarde) <= 65535):
        raise Gestopt(f"{naam} moet een getal van 1 tot 65535 zijn, niet {waarde!r}.")
    return int(waarde)


def controleer_vrij(host: str, poort: int, naam: str) -> None:
    """Raise ``Gestopt`` when nothing can listen on this port."""
    try:
        soort, type_, protocol, _, plaats = socket.getaddrinfo(
            host or None, poort, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(soort, type_, protocol) as proef:
            proef.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            proef.bind(plaats)
    except socket.gaierror:
        raise Gestopt(f"HOST is {host!r}, en dat is geen adres van deze machine.") from None
    except PermissionError:
        raise Gestopt(f"Poort {poort} mag je hier niet gebruiken: kies een andere met {naam}=....") from None
    except OSError as fout:
        if fout.errno != errno.EADDRINUSE:
            raise Gestopt(f"HOST is {host!r}, en dat is geen adres van deze machine.") from None
        raise Gestopt(
            f"Poort {poort} is al in gebruik: stop wat daar draait of kies een andere met {naam}=...."
        ) from None


def vrije_poorten(aantal: int) -> list[int]:
    """Different ports of the loopback address that are free now."""
    proeven = [socket.socket() for _ in range(aantal)]
    try:
        for proef in proeven:
            proef.bind(("127.0.0.1", 0))
        return [int(proef.getsockname()[1]) for proef in proeven]
    finally:
        for proef in proeven:
            proef.close()


def lees_starttijd() -> int:
    """Seconds that a start may take. Raises ``Gestopt`` when START_TIMEOUT is no number."""
    waarde = os.environ.get("START_TIMEOUT") or str(MEESTE_STARTTIJD)
    if not (waarde.isascii() and waarde.isdigit() and int(waarde) > 0):
        raise Gestopt(f"START_TIMEOUT moet een aantal seconden zijn, niet {waarde!r}.")
    return int(waarde)
