"""One running assistant: the action server and the bot as child processes, watched and stopped together."""

from __future__ import annotations

import errno
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path
from types import FrameType
from types import TracebackType
from typing import Final

from gemeen import LOGBOEKEN
from gemeen import Gestopt
from gemeen import Voortgang
from gemeen import omgeving
from gemeen import open_logboek
from gemeen import staart
from gemeen import sterf_mee


#: Seconds that a process gets to end by itself before it is killed.
MEESTE_STOPTIJD: Final = 10.0
#: Seconds that the start may take, unless START_TIMEOUT says otherwise; loading Rasa takes 20 to 40 on two cores.
MEESTE_STARTTIJD: Final = 240
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


@dataclass
class Dienst:
    """A process of the assistant and where it answers."""

    naam: str
    module: str
    host: str
    poort: int
    logmap: Path = LOGBOEKEN
    gezond: bool = False
    proces: subprocess.Popen[bytes] | None = None

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
                preexec_fn=sterf_mee,
            )

    @property
    def leeft(self) -> bool:
        """Whether the process runs."""
        return self.proces is not None and self.proces.poll() is None

    def vraag_gezondheid(self) -> bool:
        """Whether ``/health`` answers 200; once it did, it is not asked again."""
        if not self.gezond:
            verbinding = http.client.HTTPConnection(bereikbaar(self.host), self.poort, timeout=2)
            try:
                verbinding.request("GET", "/health")
                self.gezond = verbinding.getresponse().status == 200
            except (OSError, http.client.HTTPException):
                self.gezond = False
            finally:
                verbinding.close()
        return self.gezond

    def sein(self, nummer: signal.Signals) -> bool:
        """Send a signal to the whole group; false when nothing of it is left."""
        if self.proces is None:
            return False
        try:
            os.killpg(self.proces.pid, nummer)
        except (ProcessLookupError, PermissionError):
            return False
        return True


@dataclass
class Instantie:
    """The two processes together. Use it as a context: leaving it stops every process that was started."""

    host: str
    poort: int
    actiepoort: int
    stopvraag: Stopvraag
    extra: dict[str, str] = field(default_factory=dict)
    logmap: Path = LOGBOEKEN
    diensten: list[Dienst] = field(default_factory=list)

    def __enter__(self) -> Instantie:
        """Start nothing yet."""
        return self

    def __exit__(self, soort: type[BaseException] | None, fout: BaseException | None, tb: TracebackType | None) -> None:
        """Stop everything, also after a fault."""
        self.stop()

    def start(self, wacht: Callable[[], None] = lambda: time.sleep(0.2)) -> bool:
        """Start both and wait until they answer; false when a stop was asked meanwhile.

        Raises ``Gestopt`` when a port is taken, a process ends, or the time is over.
        """
        if self.poort == self.actiepoort:
            raise Gestopt(f"De bot en de actieserver kunnen niet allebei op poort {self.poort}: kies een andere.")
        controleer_vrij(self.host, self.poort, "PORT")
        controleer_vrij(self.host, self.actiepoort, "ACTION_PORT")
        extra = {
            "HOST": self.host,
            "PORT": str(self.poort),
            "ACTION_PORT": str(self.actiepoort),
            "ACTION_URL": adres(bereikbaar(self.host), self.actiepoort) + "webhook",
            **self.extra,
        }
        self.diensten = [
            Dienst("actieserver", "actions.server", self.host, self.actiepoort, self.logmap),
            Dienst("bot", "channels.server", self.host, self.poort, self.logmap),
        ]
        voortgang = Voortgang("De assistent starten")
        for dienst in self.diensten:
            dienst.start(extra)
        langst = _starttijd()
        while not self.stopvraag.gevraagd:
            self.controleer()
            if all(dienst.vraag_gezondheid() for dienst in self.diensten):
                voortgang.klaar()
                return True
            if voortgang.seconden >= langst:
                traag = next(dienst for dienst in self.diensten if not dienst.gezond)
                raise Gestopt(
                    f"\nDe {traag.naam} antwoordt na {langst} seconden nog niet. Dit waren de laatste regels van "
                    f"{traag.logboek}:\n{staart(traag.logboek)}".rstrip()
                )
            voortgang.tik()
            wacht()
        return False

    def controleer(self) -> None:
        """Raise ``Gestopt`` when one of the processes has ended."""
        for dienst in self.diensten:
            if not dienst.leeft:
                raise Gestopt(
                    f"\nDe {dienst.naam} is gestopt. Dit waren de laatste regels van {dienst.logboek}:\n"
                    f"{staart(dienst.logboek)}".rstrip()
                )

    def stop(self) -> None:
        """End both groups: politely first, by force when the time is over."""
        gestart = [dienst for dienst in self.diensten if dienst.proces is not None]
        for dienst in gestart:
            dienst.sein(signal.SIGTERM)
        einde = time.monotonic() + MEESTE_STOPTIJD
        while time.monotonic() < einde and any(dienst.leeft for dienst in gestart):
            time.sleep(0.05)
        for dienst in gestart:
            # Also when the process itself has ended: a child of it may still run.
            dienst.sein(signal.SIGKILL)
            if dienst.proces is not None:
                with suppress(subprocess.TimeoutExpired):
                    dienst.proces.wait(MEESTE_STOPTIJD)


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


def _starttijd() -> int:
    waarde = os.environ.get("START_TIMEOUT") or str(MEESTE_STARTTIJD)
    if not (waarde.isascii() and waarde.isdigit() and int(waarde) > 0):
        raise Gestopt(f"START_TIMEOUT moet een aantal seconden zijn, niet {waarde!r}.")
    return int(waarde)
