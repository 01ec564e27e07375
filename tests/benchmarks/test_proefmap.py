"""What is measured stands in a copy, and nothing that was started stays behind."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml

from benchmarks.proefmap import DELEN
from benchmarks.proefmap import WORTEL
from benchmarks.proefmap import Mislukt
from benchmarks.proefmap import kopieer_project
from benchmarks.proefmap import nakomelingen
from benchmarks.proefmap import proces
from benchmarks.proefmap import resident
from benchmarks.proefmap import voer_uit
from benchmarks.schil import schrijf_schil


pytestmark = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="dit systeem heeft geen /proc")

MET_KIND = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import time; time.sleep(60)'])"


def test_every_named_part_of_the_project_exists() -> None:
    assert [] == [naam for naam in DELEN if not (WORTEL / naam).exists()]


def test_the_copy_has_the_parts_and_not_the_rest(tmp_path: Path) -> None:
    bron = tmp_path / "bron"
    (bron / "data" / "__pycache__").mkdir(parents=True)
    (bron / "data" / "regels.yml").write_text("a", "utf-8")
    (bron / "config.yml").write_text("b", "utf-8")
    (bron / "gegevens").mkdir()
    echt = bron / "models" / "spacy" / "nl_echt"
    echt.mkdir(parents=True)
    (echt / "meta.json").write_text("{}", "utf-8")
    (bron / "models" / "spacy" / "nl").symlink_to("nl_echt")
    (bron / "models" / "leerkrediet.tar.gz").write_text("oud", "utf-8")
    kopie = kopieer_project(tmp_path / "kopie", bron)
    gevonden = {str(pad.relative_to(kopie)) for pad in kopie.rglob("*") if pad.is_file()}
    assert {"data/regels.yml", "config.yml", "models/spacy/nl/meta.json"} == gevonden


def test_a_process_and_its_child_are_seen_and_stopped(tmp_path: Path) -> None:
    with proces([sys.executable, "-c", MET_KIND], tmp_path, "proef") as gestart:
        einde = time.monotonic() + 20
        while len(familie := nakomelingen(gestart.kind.pid)) < 2 and time.monotonic() < einde:
            time.sleep(0.05)
        assert 2 == len(familie)
        assert all(resident(pid) > 0 for pid in familie)
    # A process that was killed needs a moment to end.
    einde = time.monotonic() + 5
    while any(map(_leeft, familie)) and time.monotonic() < einde:
        time.sleep(0.05)
    assert not any(map(_leeft, familie))


def test_a_failed_command_tells_the_end_of_its_log(tmp_path: Path) -> None:
    with pytest.raises(Mislukt, match=r"proef is mislukt:\n(.*\n)*.*dit ging fout"):
        voer_uit([sys.executable, "-c", "raise SystemExit('dit ging fout')"], tmp_path, "proef")


def test_processor_time_is_counted_apart_from_waiting(tmp_path: Path) -> None:
    duur = voer_uit([sys.executable, "-c", "import time; time.sleep(1.5)"], tmp_path, "slaap")
    assert duur.seconden >= 1.5
    assert duur.rekentijd < duur.seconden


def test_a_process_that_has_ended_takes_no_memory() -> None:
    kind = subprocess.Popen([sys.executable, "-c", ""])
    kind.wait()
    assert 0.0 == resident(kind.pid)
    assert resident(os.getpid()) > 1


def test_the_shell_is_a_project_that_rasa_can_read(tmp_path: Path) -> None:
    schrijf_schil(tmp_path / "schil", 6055)
    bestanden = {pad.name: yaml.safe_load(pad.read_text("utf-8")) for pad in (tmp_path / "schil").glob("*.yml")}
    assert {"config.yml", "domain.yml", "data.yml", "credentials.yml", "endpoints.yml"} == set(bestanden)
    assert "http://127.0.0.1:6055/webhook" == bestanden["endpoints.yml"]["action_endpoint"]["url"]
    compile((tmp_path / "schil" / "acties.py").read_text("utf-8"), "acties.py", "exec")


def _leeft(pid: int) -> bool:
    try:
        # A process that ended and was not yet waited for still has a folder.
        return " Z " not in Path(f"/proc/{pid}/stat").read_text("utf-8")
    except OSError:
        return False
