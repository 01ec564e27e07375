"""The set-up on machines of every kind: what it finds, what it says, and that no moment to stop it is a bad one."""

from __future__ import annotations

import os
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest


if TYPE_CHECKING:
    from tests.opzet.conftest import Proefmap

SHIM = '#!/usr/bin/env bash\necho "pyenv: $(basename "$0"): command not found" >&2\nexit 127\n'
VERKEERD = "#!/usr/bin/env bash\nexit 1\n"


def _programma(pad: Path, inhoud: str) -> None:
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.write_text(inhoud, encoding="utf-8")
    pad.chmod(0o755)


def test_alles_wordt_klaargezet(proefmap: Proefmap) -> None:
    proefmap.python310(proefmap.bin / "python3.10")
    proefmap.uv()
    code, uitvoer = proefmap.voer_uit()
    assert code == 0, uitvoer
    assert (proefmap.map / ".venv" / "heel").exists()
    assert (proefmap.map / "models" / "spacy" / "nl" / "meta.json").exists()
    (sync,) = proefmap.gevraagd("pip sync")
    assert "--require-hashes" in sync
    (project,) = proefmap.gevraagd("pip install")
    assert "--no-deps" in project
    assert "--no-build-isolation" in project
    for stap in ("2/5", "3/5", "4/5", "5/5"):
        assert f"Opzet {stap}" in uitvoer
    assert "klaar in" in uitvoer
    assert "Het eigen model doet zijn werk." in uitvoer


def test_tweede_keer_doet_niets_en_is_snel(proefmap: Proefmap) -> None:
    proefmap.python310(proefmap.bin / "python3.10")
    proefmap.uv()
    assert proefmap.voer_uit()[0] == 0
    eerder = proefmap.gevraagd("")
    duur = []
    for _ in range(3):
        begin = time.perf_counter()
        assert proefmap.voer_uit() == (0, "")
        duur.append(time.perf_counter() - begin)
    assert proefmap.gevraagd("") == eerder
    assert min(duur) < 0.3


@pytest.mark.parametrize("waar", ["naast_shims", "pyenv_root", "thuis", "uv"])
def test_kapotte_shim_is_geen_python(proefmap: Proefmap, waar: str) -> None:
    shims = proefmap.thuis.parent / "pyenv" / "shims"
    for naam in ("python3.10", "python3", "python"):
        _programma(shims / naam, SHIM)
    extra = {"PATH": f"{shims}:{proefmap.bin}"}
    plaatsen = {
        "naast_shims": shims.parent / "versions" / "3.10.13" / "bin" / "python3.10",
        "pyenv_root": proefmap.thuis.parent / "elders" / "versions" / "3.10.1" / "bin" / "python3.10",
        "thuis": proefmap.thuis / ".pyenv" / "versions" / "3.10.9" / "bin" / "python3.10",
        "uv": proefmap.thuis / ".local/share/uv/python/cpython-3.10.16-linux-x86_64-gnu/bin/python3.10",
    }
    proefmap.python310(plaatsen[waar])
    if waar == "pyenv_root":
        extra["PYENV_ROOT"] = str(proefmap.thuis.parent / "elders")
    proefmap.uv()
    code, uitvoer = proefmap.voer_uit(**extra)
    assert code == 0, uitvoer
    assert "command not found" not in uitvoer


def test_zonder_python_310_een_zin(proefmap: Proefmap) -> None:
    for naam in ("python3.10", "python3"):
        _programma(proefmap.bin / naam, VERKEERD)
    proefmap.uv()
    code, uitvoer = proefmap.voer_uit()
    assert code == 1
    gezegd, raad = uitvoer.splitlines()
    assert "geen werkende Python 3.10" in gezegd
    assert "installeer Python 3.10" in raad
    assert proefmap.gevraagd("python install 3.10")
    assert not (proefmap.map / ".venv").exists()


@pytest.mark.parametrize("hulp", ["venv", "virtualenv", "pip"])
def test_uv_komt_met_wat_er_is(proefmap: Proefmap, hulp: str) -> None:
    """A Python without venv or pip: the first of the three ways that works is taken."""
    proefmap.python310(proefmap.bin / "python3.10")
    proefmap.uv(pad=proefmap.thuis / "uv-om-te-geven")
    # Knows one module only; whatever is installed with it is the stand-in for uv.
    _programma(
        proefmap.bin / "python3",
        f"""#!/usr/bin/env bash
if [ "$1" = -I ]; then exit 0; fi
[ "$2" = "{hulp}" ] || exit 1
if [ "$2" = pip ]; then
    [ "$3 $4" = "install --target" ] || exit 1
    mkdir -p "$5/bin" && cp "{proefmap.thuis}/uv-om-te-geven" "$5/bin/uv"
else
    mkdir -p "$3/bin"
    {{ echo '#!/usr/bin/env bash'; echo 'cp "{proefmap.thuis}/uv-om-te-geven" "${{0%/*}}/uv"'; }} >"$3/bin/python"
    chmod +x "$3/bin/python"
fi
""",
    )
    # The 3.10 has no modules either, so that it is passed over.
    kaal = proefmap.bin / "python3.10"
    kaal.write_text(kaal.read_text().replace("exec", 'case "$1 $2" in "-m "*) exit 1 ;; esac\nexec'), encoding="utf-8")
    for naam in ("cp", "chmod"):
        (proefmap.bin / naam).symlink_to(shutil.which(naam) or naam)
    code, uitvoer = proefmap.voer_uit()
    assert code == 0, uitvoer
    assert (proefmap.map / ".opzet" / "uv" / "bin" / "uv").exists()
    assert "uv ophalen: klaar" in uitvoer


def test_zonder_middel_om_uv_te_halen(proefmap: Proefmap) -> None:
    _programma(proefmap.bin / "python3", '#!/usr/bin/env bash\n[ "$1" = -I ]\n')
    code, uitvoer = proefmap.voer_uit()
    assert code == 1
    assert "uv ophalen: mislukt" in uitvoer


def test_mislukte_installatie_zegt_waarom_en_begint_opnieuw(proefmap: Proefmap) -> None:
    proefmap.python310(proefmap.bin / "python3.10")
    proefmap.uv()
    mislukt = proefmap.thuis / "sync-mislukt"
    mislukt.touch()
    code, uitvoer = proefmap.voer_uit()
    assert code == 1
    assert "geen verbinding" in uitvoer
    assert "Opzet 4/5" not in uitvoer
    mislukt.unlink()
    code, uitvoer = proefmap.voer_uit()
    assert code == 0, uitvoer
    assert (proefmap.map / ".venv" / "heel").exists()


def test_na_kill_9_wordt_de_halve_omgeving_vervangen(proefmap: Proefmap, wacht_tot: Callable[..., None]) -> None:
    proefmap.python310(proefmap.bin / "python3.10")
    proefmap.uv(wacht=200)
    proces = proefmap.start()
    wacht_tot((proefmap.map / ".venv" / "half").exists)
    os.killpg(proces.pid, signal.SIGKILL)
    proces.communicate()
    rest = proefmap.map / ".venv" / "rest-van-vroeger"
    rest.touch()
    proefmap.uv()
    code, uitvoer = proefmap.voer_uit()
    assert code == 0, uitvoer
    assert not rest.exists()
    assert not (proefmap.map / ".venv" / "half").exists()
    assert (proefmap.map / ".venv" / "heel").exists()


def test_na_kill_9_van_de_opzet_alleen_wordt_op_de_installatie_gewacht(
    proefmap: Proefmap, wacht_tot: Callable[..., None]
) -> None:
    """The installer lives on, and would write in the environment that the next set-up makes."""
    proefmap.python310(proefmap.bin / "python3.10")
    proefmap.uv(wacht=15)
    proces = proefmap.start()
    wacht_tot((proefmap.map / ".venv" / "half").exists)
    os.kill(proces.pid, signal.SIGKILL)
    proces.wait()
    code, uitvoer = proefmap.voer_uit()
    proces.communicate()
    assert code == 0, uitvoer
    assert "Ik wacht" in uitvoer
    assert (proefmap.thuis / "sync").read_text().split() == ["begin", "einde", "begin", "einde"]


def test_ctrl_c_zegt_wat_er_gebeurt_en_stopt_de_installatie(proefmap: Proefmap, wacht_tot: Callable[..., None]) -> None:
    proefmap.python310(proefmap.bin / "python3.10")
    proefmap.uv(wacht=200)
    proces = proefmap.start()
    wacht_tot((proefmap.map / ".venv" / "half").exists)
    begin = time.monotonic()
    os.kill(proces.pid, signal.SIGINT)
    uitvoer, _ = proces.communicate(timeout=15)
    assert time.monotonic() - begin < 10
    assert proces.returncode == 1
    assert "onderbroken" in uitvoer


def test_twee_tegelijk_installeren_een_keer(proefmap: Proefmap) -> None:
    proefmap.python310(proefmap.bin / "python3.10")
    proefmap.uv(wacht=10)
    eerste, tweede = proefmap.start(), proefmap.start()
    for proces in (eerste, tweede):
        uitvoer, _ = proces.communicate(timeout=60)
        assert proces.returncode == 0, uitvoer
    assert len(proefmap.gevraagd("pip sync")) == 1
    assert len(proefmap.gevraagd("venv")) == 1


def test_nieuw_slot_werkt_de_omgeving_bij(proefmap: Proefmap) -> None:
    proefmap.python310(proefmap.bin / "python3.10")
    proefmap.uv()
    assert proefmap.voer_uit()[0] == 0
    (proefmap.map / "requirements.lock").write_text("iets==2\n", encoding="utf-8")
    (proefmap.map / ".venv" / "half").touch()
    assert proefmap.voer_uit()[0] == 0
    assert len(proefmap.gevraagd("venv")) == 1
    assert len(proefmap.gevraagd("pip sync")) == 2
    # Synchronising takes the project out again, so it must come back.
    assert len(proefmap.gevraagd("pip install")) == 2


def test_verplaatste_map_krijgt_een_omgeving_die_werkt(proefmap: Proefmap) -> None:
    """The programs of an environment name its place, so in another place it must be installed again."""
    proefmap.python310(proefmap.bin / "python3.10")
    proefmap.uv()
    assert proefmap.voer_uit()[0] == 0
    elders = proefmap.map.parent / "elders"
    proefmap.map.rename(elders)
    proefmap.map = elders
    code, uitvoer = proefmap.voer_uit()
    assert code == 0, uitvoer
    assert len(proefmap.gevraagd("venv")) == 2


@pytest.mark.parametrize("weg", [".venv", "models"])
def test_wat_weg_is_komt_terug(proefmap: Proefmap, weg: str) -> None:
    proefmap.python310(proefmap.bin / "python3.10")
    proefmap.uv()
    assert proefmap.voer_uit()[0] == 0
    shutil.rmtree(proefmap.map / weg)
    code, uitvoer = proefmap.voer_uit()
    assert code == 0, uitvoer
    assert (proefmap.map / weg).exists()
    assert proefmap.voer_uit() == (0, "")


def test_te_oude_uv_wordt_niet_gebruikt(proefmap: Proefmap) -> None:
    proefmap.python310(proefmap.bin / "python3.10")
    _programma(proefmap.bin / "oud" / "uv", "#!/usr/bin/env bash\necho uv 0.1.44\n")
    proefmap.uv()
    code, uitvoer = proefmap.voer_uit(PATH=f"{proefmap.bin / 'oud'}:{proefmap.bin}")
    assert code == 0, uitvoer
