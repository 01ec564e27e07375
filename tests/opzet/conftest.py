"""A small project that the scripts take for their own, and programs that stand in for what a machine may or may not have."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest


SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"
#: All that the set-up may take from the machine; anything else it would find in a developer's PATH by luck.
GEREEDSCHAP = "bash cat cut dirname env flock grep head kill mkdir mv rm sed sha256sum shasum sleep sort tail touch tr uname date ln"

NEP_UV = """#!/usr/bin/env bash
# Does what uv would do to the file system, and writes down what was asked.
echo "$*" >>"{logboek}"
case "$1 $2" in
"--version "*) echo "uv 0.9.9" ;;
"cache dir") echo "{map}/uv-cache" ;;
"venv --quiet") mkdir -p "$5/bin" && ln -s "$4" "$5/bin/python" ;;
"pip sync")
    echo begin >>"{map}/sync"
    touch .venv/half
    for _ in $(seq_to_wait); do sleep 0.1; done
    [ ! -e "{map}/sync-mislukt" ] || {{ echo "geen verbinding"; exit 7; }}
    [ -e .venv/half ] && rm .venv/half && touch .venv/heel
    echo einde >>"{map}/sync"
    ;;
"pip install") [ -e .venv/heel ] ;;
"python install" | "python find") exit 1 ;;
*) exit 9 ;;
esac
"""

NEP_SPACY = """
import pathlib
doel = pathlib.Path("models/spacy/nl")
doel.mkdir(parents=True, exist_ok=True)
(doel / "meta.json").write_text("{}")
print("Het eigen model doet zijn werk.")
"""


def schrijf_programma(pad: Path, inhoud: str) -> Path:
    """Write an executable file."""
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.write_text(inhoud, encoding="utf-8")
    pad.chmod(pad.stat().st_mode | stat.S_IXUSR)
    return pad


@dataclass
class Proefmap:
    """A project folder with the real ``scripts/setup`` and a machine made for the test."""

    map: Path
    bin: Path
    thuis: Path
    logboek: Path

    def python310(self, pad: Path) -> Path:
        """Put a working Python 3.10 at ``pad``: the one that runs these tests, under that name."""
        return schrijf_programma(pad, f'#!/usr/bin/env bash\nexec "{sys.executable}" "$@"\n')

    def uv(self, wacht: int = 0, pad: Path | None = None) -> Path:
        """Put a uv on PATH whose installation takes ``wacht`` tenths of a second."""
        inhoud = NEP_UV.format(logboek=self.logboek, map=self.thuis)
        getallen = " ".join(str(i) for i in range(wacht))
        return schrijf_programma(pad or self.bin / "uv", inhoud.replace("$(seq_to_wait)", getallen))

    def omgeving(self, **extra: str) -> dict[str, str]:
        """Nothing of the real machine."""
        return {"HOME": str(self.thuis), "PATH": str(self.bin), "LC_ALL": "C", **extra}

    def start(self, **extra: str) -> subprocess.Popen[str]:
        """Start the set-up in a process group of its own."""
        return subprocess.Popen(
            [str(self.map / "scripts" / "setup")],
            cwd=self.thuis,
            env=self.omgeving(**extra),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def voer_uit(self, **extra: str) -> tuple[int, str]:
        """Run the set-up to its end: exit status and all that it said."""
        proces = self.start(**extra)
        uitvoer, _ = proces.communicate(timeout=60)
        return proces.returncode, uitvoer

    def gevraagd(self, begin: str) -> list[str]:
        """What uv was asked that starts with ``begin``."""
        if not self.logboek.exists():
            return []
        return [regel for regel in self.logboek.read_text(encoding="utf-8").splitlines() if regel.startswith(begin)]


@pytest.fixture
def proefmap(tmp_path: Path) -> Proefmap:
    """A fresh project; the spaces in its path are there to be survived."""
    map_ = tmp_path / "map met spatie"
    (map_ / "scripts").mkdir(parents=True)
    (map_ / "nlu").mkdir()
    shutil.copy(SCRIPTS / "setup", map_ / "scripts" / "setup")
    (map_ / "scripts" / "uv.lock").write_text("uv==0\n", encoding="utf-8")
    (map_ / "scripts" / "spacy_model.py").write_text(NEP_SPACY, encoding="utf-8")
    (map_ / "nlu" / "spacy_lemma.py").write_text("", encoding="utf-8")
    (map_ / "requirements.lock").write_text("iets==1\n", encoding="utf-8")
    (map_ / "pyproject.toml").write_text("", encoding="utf-8")
    bin_ = tmp_path / "bin"
    bin_.mkdir()
    for naam in GEREEDSCHAP.split():
        gevonden = shutil.which(naam, path="/usr/bin:/bin:/usr/local/bin:/opt/homebrew/bin")
        if gevonden:
            (bin_ / naam).symlink_to(gevonden)
    thuis = tmp_path / "thuis"
    thuis.mkdir()
    return Proefmap(map_, bin_, thuis, tmp_path / "uv.log")


def wacht_tot(voorwaarde: Callable[[], bool], seconden: float = 20.0) -> None:
    """Wait until it holds; fail the test when it does not in time."""
    einde = time.monotonic() + seconden
    while not voorwaarde():
        if time.monotonic() > einde:
            raise AssertionError(f"na {seconden} s nog niet waar: {voorwaarde}")
        time.sleep(0.05)


@pytest.fixture(name="wacht_tot")
def wacht_tot_fixture() -> Callable[..., None]:
    """The function, for tests that cannot import this file."""
    return wacht_tot


@pytest.fixture
def scriptmap(tmp_path: Path) -> Path:
    """A project folder with the real scripts and nothing else."""
    map_ = tmp_path / "project met spatie"
    map_.mkdir()
    shutil.copytree(SCRIPTS, map_ / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    return map_


@pytest.fixture
def opruimen() -> Iterator[list[subprocess.Popen[str]]]:
    """Processes put in this list are ended after the test, whatever came of it."""
    processen: list[subprocess.Popen[str]] = []
    yield processen
    for proces in processen:
        if proces.poll() is None:
            os.killpg(proces.pid, 9)
        proces.communicate(timeout=10)
