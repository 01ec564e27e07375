"""Pack the widget: ``python scripts/widget.py`` makes ``webchat/widget.js`` from ``webchat/bron``. Needs npm."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from gemeen import WORTEL
from gemeen import Gestopt


BRON: Final = WORTEL / "webchat" / "bron"
WIDGET: Final = WORTEL / "webchat" / "widget.js"
GEREEDSCHAP: Final = WORTEL / ".opzet" / "widget"
_LIJSTEN: Final = ("package.json", "package-lock.json")
#: Seconds; only the first time something is fetched.
_GEDULD: Final = 300


def gereedschap() -> Path:
    """The folder with the packer and the type checker, in the versions of the lock file; fetched on first use.

    Raises:
        Gestopt: there is no npm, or it cannot fetch them.
    """
    npm = shutil.which("npm")
    if npm is None:
        raise Gestopt("Om de widget te maken is npm nodig. Installeer Node.js.")
    klaar = GEREEDSCHAP / "klaar"
    slot = (BRON / "package-lock.json").read_bytes()
    if not klaar.is_file() or klaar.read_bytes() != slot:
        GEREEDSCHAP.mkdir(parents=True, exist_ok=True)
        for naam in _LIJSTEN:
            shutil.copyfile(BRON / naam, GEREEDSCHAP / naam)
        _voer_uit([npm, "ci", "--no-audit", "--no-fund", "--silent"], GEREEDSCHAP)
        klaar.write_bytes(slot)
    return GEREEDSCHAP / "node_modules"


def pak(doel: Path) -> None:
    """Write the packed widget to ``doel``. Raises ``Gestopt`` when that cannot be done."""
    modules = gereedschap()
    # A module is looked for from where the script lies, so the script goes to where its module is.
    script = modules.parent / "pak.mjs"
    shutil.copyfile(BRON / "pak.mjs", script)
    _voer_uit(["node", str(script), str(BRON), str(doel)], BRON)


def keur_types() -> str:
    """What the type checker has to say of the sources; empty when nothing."""
    opdracht = ["node", str(gereedschap() / "typescript" / "bin" / "tsc"), "--project", str(BRON)]
    return subprocess.run(opdracht, capture_output=True, text=True, check=False, timeout=_GEDULD).stdout


def _voer_uit(opdracht: list[str], map_: Path) -> None:
    try:
        gedaan = subprocess.run(opdracht, cwd=map_, capture_output=True, text=True, check=False, timeout=_GEDULD)
    except (OSError, subprocess.TimeoutExpired) as fout:
        raise Gestopt(f"{opdracht[0]} lukt niet: {fout}") from None
    if gedaan.returncode:
        raise Gestopt(f"{' '.join(opdracht[:2])} mislukte: {gedaan.stderr.strip() or gedaan.stdout.strip()}")


def main() -> int:
    """Pack: 0 when it is done, 1 with one sentence when not."""
    try:
        pak(WIDGET)
    except Gestopt as fout:
        print(fout, file=sys.stderr)
        return 1
    print(f"{WIDGET.relative_to(WORTEL)}: {WIDGET.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
