"""When a model is fresh, and that an interrupted training leaves none that looks so."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import train


CONFIG = """
recipe: default.v1
language: nl
assistant_id: proef
pipeline:
- name: WhitespaceTokenizer
- name: CountVectorsFeaturizer
- name: LogisticRegressionClassifier
policies:
- name: RulePolicy
"""
DOMAIN = """
version: "3.1"
intents: [bevestigen, ontkennen]
responses:
  utter_bevestigen:
  - text: Goed.
"""
DATA = """
version: "3.1"
nlu:
- intent: bevestigen
  examples: |
    - ja
    - jazeker
- intent: ontkennen
  examples: |
    - nee
    - neen
rules:
- rule: bevestigen
  steps:
  - intent: bevestigen
  - action: utter_bevestigen
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sources of a small bot, in the current directory."""
    bestanden = {
        "config.yml": CONFIG,
        "domain.yml": DOMAIN,
        "data/nlu.yml": DATA,
        "nlu/component.py": "",
        "nlu/componenten/tabel.py": "",
        "gesprek/policy.py": "",
        "requirements.lock": "rasa==3.6.21\n",
        "models/spacy/eigen/meta.json": "{}",
    }
    for naam, inhoud in bestanden.items():
        (tmp_path / naam).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / naam).write_text(inhoud, encoding="utf-8")
    (tmp_path / "models/spacy/nl").symlink_to("eigen")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _leg_model_klaar(project: Path, inhoud: bytes = b"een model") -> None:
    (project / train.MODEL).write_bytes(inhoud)
    afdruk = {"bronnen": train.vingerafdruk_bronnen(), "model": train._som_van(train.MODEL)}
    train._afdruk_van(train.MODEL).write_text(json.dumps(afdruk), encoding="utf-8")


def _start(*opties: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, str(Path(train.__file__)), "--map", ".", *opties],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def _nog_bezig(project: Path) -> list[str]:
    """The command lines of training processes of this project."""
    regels = subprocess.run(
        ["ps", "-eww", "-o", "args"], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    return [regel for regel in regels if "--hier" in regel and str(project) in regel]


@pytest.mark.usefixtures("project")
def test_zonder_model_is_er_niets_vers() -> None:
    assert not train.is_vers()


def test_ongewijzigd_is_vers(project: Path) -> None:
    _leg_model_klaar(project)
    assert train.is_vers()
    # A new date alone, as a clone gives, makes nothing old.
    os.utime(project / "domain.yml", (1, 1))
    (project / "nlu" / "__pycache__").mkdir()
    (project / "nlu" / "__pycache__" / "component.py").write_text("x", encoding="utf-8")
    assert train.is_vers()


@pytest.mark.parametrize(
    "bron",
    [
        "config.yml",
        "domain.yml",
        "data/nlu.yml",
        "nlu/component.py",
        "nlu/componenten/tabel.py",
        "gesprek/policy.py",
        "requirements.lock",
        "models/spacy/eigen/meta.json",
    ],
)
def test_elke_bron_telt(project: Path, bron: str) -> None:
    _leg_model_klaar(project)
    with (project / bron).open("a", encoding="utf-8") as bestand:
        bestand.write("\n")
    assert not train.is_vers()


@pytest.mark.parametrize("bron", ["data/nieuw/onderwerp.yml", "nlu/nieuw.py"])
def test_nieuwe_bron_telt(project: Path, bron: str) -> None:
    _leg_model_klaar(project)
    (project / bron).parent.mkdir(exist_ok=True)
    (project / bron).touch()
    assert not train.is_vers()


def test_hernoemde_bron_telt(project: Path) -> None:
    _leg_model_klaar(project)
    (project / "data/nlu.yml").rename(project / "data/anders.yml")
    assert not train.is_vers()


def test_ander_spacy_model_telt(project: Path) -> None:
    """Rasa knows a spaCy model by its name only, and that stays the same."""
    _leg_model_klaar(project)
    voorraad = train._voorraad()
    shutil.copytree(project / "models/spacy/eigen", project / "models/spacy/officieel")
    (project / "models/spacy/nl").unlink()
    (project / "models/spacy/nl").symlink_to("officieel")
    assert not train.is_vers()
    assert train._voorraad() != voorraad


def test_andere_code_neemt_geen_oude_onderdelen_over(project: Path) -> None:
    voorraad = train._voorraad()
    voorraad.mkdir(parents=True)
    (project / "nlu/component.py").write_text("x = 1\n", encoding="utf-8")
    assert train._voorraad() != voorraad
    assert not voorraad.exists()


def test_andere_antwoorden_nemen_getrainde_onderdelen_over(project: Path) -> None:
    voorraad = train._voorraad()
    (project / "data/nlu.yml").write_text("anders", encoding="utf-8")
    assert train._voorraad() == voorraad


@pytest.mark.parametrize("inhoud", ["", "{", "[]", '{"bronnen": 1}'])
def test_kapotte_vingerafdruk_is_niet_vers(project: Path, inhoud: str) -> None:
    _leg_model_klaar(project)
    train._afdruk_van(train.MODEL).write_text(inhoud, encoding="utf-8")
    assert not train.is_vers()


def test_ander_bestand_onder_de_oude_vingerafdruk_is_niet_vers(project: Path) -> None:
    """As left by a stop between the two files, or by a copy that was cut off."""
    _leg_model_klaar(project)
    (project / train.MODEL).write_bytes(b"een mode")
    assert not train.is_vers()


def test_echte_training(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    train.zorg_voor_model(opnieuw=False)
    assert train.is_vers()
    gemeld = capfd.readouterr().err
    assert "Het model trainen: klaar in" in gemeld
    eerste = train._som_van(train.MODEL)
    train.zorg_voor_model(opnieuw=False)
    assert train._som_van(train.MODEL) == eerste
    assert capfd.readouterr().err == ""
    assert sorted(pad.name for pad in Path("models").iterdir()) == [
        ".training.slot",
        "leerkrediet.tar.gz",
        "leerkrediet.tar.gz.vingerafdruk.json",
        "spacy",
    ]


@pytest.mark.parametrize("sein", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_onderbroken_training(project: Path, wacht_tot: Callable[..., None], sein: signal.Signals) -> None:
    _leg_model_klaar(project)
    (project / "domain.yml").write_text(DOMAIN + "\n", encoding="utf-8")
    proces = _start("--als-nodig")
    wacht_tot(lambda: bool(_nog_bezig(project)))
    proces.send_signal(sein)
    _, gemeld = proces.communicate(timeout=20)
    wacht_tot(lambda: not _nog_bezig(project))
    assert proces.returncode != 0
    assert (project / train.MODEL).read_bytes() == b"een model"
    assert not train.is_vers()
    if sein is not signal.SIGKILL:
        assert "onderbroken" in gemeld.decode()
        assert not list((project / "models").glob(".bezig-*"))


def test_mislukte_training_zegt_waarom(project: Path) -> None:
    (project / "config.yml").write_text(CONFIG.replace("WhitespaceTokenizer", "BestaatNiet"), encoding="utf-8")
    proces = _start()
    _, gemeld = proces.communicate(timeout=120)
    assert proces.returncode == 1
    assert "De training is mislukt" in gemeld.decode()
    assert "BestaatNiet" in gemeld.decode()
    assert not (project / train.MODEL).exists()
    assert not list((project / "models").glob(".bezig-*"))


def test_de_lezer_is_vers_tot_een_bron_verandert(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """He is learned unless the rules lead; and not again as long as nothing changed."""
    geleerd: list[Path] = []

    def leer(bezig: Path) -> None:
        geleerd.append(bezig)
        (bezig / train.LEZER.name).write_bytes(b"een lezer")

    monkeypatch.setattr(train, "_leer_lezer", leer)
    monkeypatch.setattr(train, "zorg_voor_model", lambda **_: None)
    monkeypatch.setattr(train.signal, "signal", lambda *_: None)
    (project / "corpus" / "handen").mkdir(parents=True)
    for leiding, keer in (("regels", 0), ("", 1), ("machine", 1), ("toeval", 1)):
        monkeypatch.setenv("GESPREK", leiding)
        monkeypatch.setattr(train.sys, "argv", ["train.py", "--als-nodig", "--map", "."])
        assert (1 if leiding == "toeval" else 0) == train.main()
        assert keer == len(geleerd)
    assert train.is_vers(train.LEZER, train.BRONNEN_LEZER)
    (project / "corpus" / "handen" / "H01.jsonl").touch()
    assert not train.is_vers(train.LEZER, train.BRONNEN_LEZER)
