"""What the scripts share: places, progress, the end of a log. Standard library only, so that it loads at once."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import time
from collections import deque
from pathlib import Path
from typing import IO
from typing import Final


WORTEL: Final = Path(__file__).resolve().parent.parent
LOGBOEKEN: Final = Path("gegevens") / "logs"
MODEL: Final = Path("models") / "leerkrediet.tar.gz"
LEZER: Final = Path("models") / "lezer.pkl"

_PR_SET_PDEATHSIG: Final = 1
# Looked up here: between the birth of a child and its program almost nothing may be done.
_LIBC: Final = ctypes.CDLL(None) if sys.platform == "linux" else None


class Gestopt(Exception):
    """The work cannot go on; its text is one Dutch sentence for the person at the terminal."""


def omgeving(**extra: str) -> dict[str, str]:
    """The environment for a process that loads Rasa: quiet, and without a word to Rasa's makers."""
    stil = {
        "RASA_TELEMETRY_ENABLED": "false",
        "PYTHONUNBUFFERED": "1",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
        "CUDA_VISIBLE_DEVICES": "",
    }
    return {**os.environ, **stil, **extra}


def sterf_mee(ouder: int | None = None, sein: int = signal.SIGTERM) -> None:
    """Run in a new child, before its program starts: end it when its parent ends without a word (Linux only).

    Args:
        ouder: the id of the parent; it may have ended before the child could ask for this.
        sein: what ends the child.
    """
    if _LIBC is not None:
        _LIBC.prctl(_PR_SET_PDEATHSIG, sein)
        if ouder is not None and os.getppid() != ouder:
            os._exit(1)


def open_logboek(pad: Path) -> IO[bytes]:
    """Start an empty log that only its owner may read."""
    pad.parent.mkdir(parents=True, exist_ok=True)
    # Another instance may still write to the old file, so it gives way to a new one.
    pad.unlink(missing_ok=True)
    return os.fdopen(os.open(pad, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "wb")


def laatste_zin(pad: Path) -> str:
    """The last line of a log that is not blank."""
    return next((regel.strip() for regel in reversed(staart(pad).splitlines()) if regel.strip()), "")


def staart(pad: Path, regels: int = 15) -> str:
    """The last ``regels`` lines of a log, indented; empty when there is no log."""
    try:
        with pad.open(encoding="utf-8", errors="replace") as bestand:
            return "".join(f"    {regel.rstrip()}\n" for regel in deque(bestand, maxlen=regels))
    except OSError:
        return ""


class Voortgang:
    """Shows how long something takes: on one line in a terminal, every 15 seconds in a log."""

    def __init__(self, titel: str) -> None:
        """Start the clock and say what begins."""
        self._titel = titel
        self._begin = time.monotonic()
        self._gemeld = 0
        self._terminal = sys.stderr.isatty()
        if not self._terminal:
            self._schrijf(f"{titel} ...\n")

    @property
    def seconden(self) -> int:
        """Whole seconds since the start."""
        return int(time.monotonic() - self._begin)

    def tik(self) -> None:
        """Show the time when it is due; call it a few times a second."""
        if self._terminal:
            self._schrijf(f"\r{self._titel} ... {self.seconden} s ")
        elif self.seconden - self._gemeld >= 15:
            self._gemeld = self.seconden
            self._schrijf(f"{self._titel} ... {self.seconden} s\n")

    def klaar(self, woord: str = "klaar") -> None:
        """End the line."""
        begin = "\r" if self._terminal else ""
        self._schrijf(f"{begin}{self._titel}: {woord} in {self.seconden} s.\n")

    @staticmethod
    def _schrijf(tekst: str) -> None:
        sys.stderr.write(tekst)
        sys.stderr.flush()
