"""The type checker for the sources of the chat, in the version of their lock file. Needs npm; a page needs nothing of it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Final


WORTEL: Final = Path(__file__).resolve().parents[2]
BRON: Final = WORTEL / "webchat" / "bron"
GEREEDSCHAP: Final = WORTEL / ".opzet" / "typescript"
_LIJSTEN: Final = ("package.json", "package-lock.json")
#: Seconds; only the first time something is fetched.
_GEDULD: Final = 300


class GeenTypescript(RuntimeError):
    """There is no npm, or it cannot fetch the type checker."""


def keur_types() -> str:
    """What the type checker has to say of the sources; empty when nothing. Raises ``GeenTypescript`` when it is not there."""
    tsc = _gereedschap() / "node_modules" / "typescript" / "bin" / "tsc"
    return _voer_uit(["node", str(tsc), "--project", str(BRON)], BRON).stdout


def _gereedschap() -> Path:
    npm = shutil.which("npm")
    if npm is None:
        raise GeenTypescript("npm ontbreekt; installeer Node.js")
    klaar = GEREEDSCHAP / "klaar"
    slot = (BRON / "package-lock.json").read_bytes()
    if not klaar.is_file() or klaar.read_bytes() != slot:
        GEREEDSCHAP.mkdir(parents=True, exist_ok=True)
        for naam in _LIJSTEN:
            shutil.copyfile(BRON / naam, GEREEDSCHAP / naam)
        gedaan = _voer_uit([npm, "ci", "--no-audit", "--no-fund", "--silent"], GEREEDSCHAP)
        if gedaan.returncode:
            raise GeenTypescript(f"npm ci mislukte: {gedaan.stderr.strip() or gedaan.stdout.strip()}")
        klaar.write_bytes(slot)
    return GEREEDSCHAP


def _voer_uit(opdracht: list[str], map_: Path) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(opdracht, cwd=map_, capture_output=True, text=True, check=False, timeout=_GEDULD)
    except (OSError, subprocess.TimeoutExpired) as fout:
        raise GeenTypescript(f"{opdracht[0]} lukt niet: {fout}") from None
