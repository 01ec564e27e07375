"""The secret with which sessions, buttons and the keys of conversations are made: from the environment, or kept in a file."""

from __future__ import annotations

import errno
import fcntl
import os
import secrets
from pathlib import Path
from typing import Final
from typing import Mapping


#: Where a secret that was made here is kept. It goes with the database: without it its rows cannot be found again.
BESTAND: Final = Path("gegevens/geheim")
#: Fewer can be guessed.
MINSTE_TEKENS: Final = 32


def lees_geheim(omgeving: Mapping[str, str] | None = None, bestand: Path = BESTAND) -> bytes:
    """``GEHEIM`` of the environment; where that is not set, the secret in ``bestand``, which is made once.

    Raises:
        ValueError: it is too short, or no text. This and the next one say so in one Dutch sentence that names the file.
        OSError: the file cannot be read or made.
    """
    gegeven = (os.environ if omgeving is None else omgeving).get("GEHEIM", "")
    geheim = gegeven.strip() or _uit_bestand(bestand)
    if len(geheim) < MINSTE_TEKENS:
        waar = "GEHEIM" if gegeven.strip() else str(bestand)
        raise ValueError(f"{waar} moet minstens {MINSTE_TEKENS} tekens hebben, anders is het te raden")
    return geheim.encode("utf-8", "surrogateescape")


def _uit_bestand(bestand: Path) -> str:
    try:
        return _lees_of_maak(bestand)
    except UnicodeDecodeError:
        raise ValueError(
            f"{bestand} is beschadigd: zet een reservekopie terug, of verwijder het bestand om met een nieuw geheim te beginnen"
        ) from None
    except OSError as fout:
        raise OSError(f"{bestand} kan niet gelezen of gemaakt worden ({_oorzaak(fout)})") from None


def _oorzaak(fout: OSError) -> str:
    if isinstance(fout, PermissionError):
        return "de assistent heeft er geen rechten op"
    if isinstance(fout, IsADirectoryError):
        return "het is een map en geen bestand"
    if isinstance(fout, (NotADirectoryError, FileExistsError)):
        return f"{Path(fout.filename or '').name} is geen map"
    return {errno.ENOSPC: "de schijf is vol", errno.EROFS: "de schijf mag alleen gelezen worden"}.get(
        fout.errno or 0, f"fout {fout.errno}"
    )


def _lees_of_maak(bestand: Path) -> str:
    bestand.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    greep = os.open(bestand, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    with os.fdopen(greep, "r+", encoding="utf-8") as open_:
        # Of two processes that start at once the second one waits, and then reads what the first one made.
        fcntl.flock(open_, fcntl.LOCK_EX)
        os.fchmod(open_.fileno(), 0o600)
        geheim = open_.read().strip()
        if not geheim:
            geheim = secrets.token_urlsafe(48)
            open_.write(geheim)
            open_.flush()
            os.fsync(open_.fileno())
    return geheim
