"""In CI a skipped test makes the run fail; elsewhere it is named."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest


CONFTEST = Path(__file__).resolve().parents[1] / "conftest.py"
GOED = "def test_goed():\n    assert True\n"
OVERGESLAGEN = "import pytest\n\n@pytest.mark.skip(reason='geen browser')\ndef test_over():\n    pass\n"
HEEL_BESTAND = "import pytest\n\npytest.skip('geen server', allow_module_level=True)\n"
TIJDENS = "import pytest\n\ndef test_tijdens():\n    pytest.skip('toch niet')\n"
VERWACHT_GEBREK = "import pytest\n\n@pytest.mark.xfail(strict=True)\ndef test_gebrek():\n    assert False\n"


def _pytest(map_: Path, ci: str, **bestanden: str) -> tuple[int, str]:
    shutil.copy(CONFTEST, map_ / "conftest.py")
    (map_ / "pytest.ini").write_text("[pytest]\naddopts = -ra\n", encoding="utf-8")
    for naam, inhoud in {"goed": GOED, **bestanden}.items():
        (map_ / f"test_{naam}.py").write_text(inhoud, encoding="utf-8")
    gedaan = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider"],
        cwd=map_,
        env={**os.environ, "CI": ci},
        capture_output=True,
        text=True,
        check=False,
    )
    return gedaan.returncode, gedaan.stdout


@pytest.mark.parametrize("inhoud", [OVERGESLAGEN, HEEL_BESTAND, TIJDENS])
def test_overslaan_mag_niet_in_ci(tmp_path: Path, inhoud: str) -> None:
    code, uitvoer = _pytest(tmp_path, "true", over=inhoud)
    assert code == 1
    assert "in CI mag geen test overgeslagen worden" in uitvoer
    assert "test_over.py" in uitvoer


@pytest.mark.parametrize("inhoud", [OVERGESLAGEN, HEEL_BESTAND, TIJDENS])
def test_elders_wordt_het_genoemd(tmp_path: Path, inhoud: str) -> None:
    code, uitvoer = _pytest(tmp_path, "", over=inhoud)
    assert code == 0
    assert "SKIPPED [1] test_over.py" in uitvoer


def test_een_bekend_gebrek_is_niet_overgeslagen(tmp_path: Path) -> None:
    assert _pytest(tmp_path, "true", gebrek=VERWACHT_GEBREK)[0] == 0


def test_een_fout_blijft_een_fout(tmp_path: Path) -> None:
    assert _pytest(tmp_path, "true", fout="def test_fout():\n    assert False\n", over=OVERGESLAGEN)[0] == 1
