"""Train the model into ``models/``; with ``--als-nodig`` only when it is older than its sources.

A model counts as fresh when the fingerprint that lies beside it names both its sources and the file itself. The
fingerprint is written last, so a training that was interrupted leaves no model that counts as fresh.

The reader of the machine is learned in the same way, unless ``GESPREK=regels``.
"""

from __future__ import annotations

import argparse
import fcntl
import hashlib
import importlib.metadata
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Sequence
from contextlib import contextmanager
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Final

from gemeen import LEZER
from gemeen import LOGBOEKEN
from gemeen import MODEL
from gemeen import WORTEL
from gemeen import Gestopt
from gemeen import Voortgang
from gemeen import omgeving
from gemeen import open_logboek
from gemeen import staart
from gemeen import sterf_mee


LOGBOEK: Final = LOGBOEKEN / "training.log"
SLOT: Final = Path("models") / ".training.slot"
#: Files and folders whose change makes a model old. Code counts too: Rasa itself looks at a component's class only.
BRONNEN: Final = (
    *("config.yml", "domain.yml", "requirements.lock", "data"),
    *("nlu/*.py", "nlu/componenten/*.py", "nlu/grammatica/*.py", "gesprek/policy.py"),
)
#: The same for the reader of the machine. The machine counts: it makes the state that a message is read in.
BRONNEN_LEZER: Final = (
    *(
        "corpus/handen",
        "corpus/vragen",
        "data/nlu",
        "requirements.lock",
        "scripts/lezer.py",
        "nlu/lezer",
        "nlu/patroon.py",
        "nlu/trainingsberichten.py",
        "nlu/grammatica/getallen.py",
        "leerkrediet_core",
    ),
    *(f"gesprek/{naam}.py" for naam in ("lezing", "staat", "steekkaart", "machine", "doelen", "rekening")),
)
LOGBOEK_LEZER: Final = LOGBOEKEN / "lezer.log"
SPACY_META: Final = Path("models") / "spacy" / "nl" / "meta.json"


def main() -> int:
    """Train when asked or needed; 0 when a fresh model lies ready, 1 with one Dutch sentence when not."""
    keuzes = argparse.ArgumentParser(description="Train het model.")
    keuzes.add_argument("--als-nodig", action="store_true", help="alleen als het model ouder is dan zijn bronnen")
    keuzes.add_argument("--map", type=Path, default=WORTEL, help="map van het project")
    keuzes.add_argument("--hier", type=Path, help=argparse.SUPPRESS)
    gekozen = keuzes.parse_args()
    os.chdir(gekozen.map)
    if gekozen.hier is not None:
        return _train_hier(gekozen.hier, opnieuw=not gekozen.als_nodig)
    # The package as it is here, whichever copy of the project is installed.
    sys.path.insert(1, str(WORTEL))
    from gesprek.leiding import lees_leiding

    # A stop from outside takes the same way out as Ctrl-C, so that the training process never stays behind.
    for nummer in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(nummer, signal.default_int_handler)
    try:
        machine = lees_leiding(os.environ) == "machine"
        zorg_voor_model(opnieuw=not gekozen.als_nodig)
        if machine:
            zorg_voor_lezer(opnieuw=not gekozen.als_nodig)
    except ValueError as fout:
        print(fout, file=sys.stderr)
        return 1
    except Gestopt as fout:
        print(fout, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nDe training is onderbroken. Er is niets veranderd aan het model dat er al was.", file=sys.stderr)
        return 130
    return 0


def zorg_voor_model(*, opnieuw: bool) -> None:
    """Leave a fresh model in ``models/``. Raises ``Gestopt`` when the training fails."""
    if not opnieuw and is_vers():
        return
    with _alleen():
        # Another training may have finished while this one waited.
        if not opnieuw and is_vers():
            return
        _maak(MODEL, BRONNEN, partial(_train, opnieuw=opnieuw))


def zorg_voor_lezer(*, opnieuw: bool) -> None:
    """Leave a fresh reader in ``models/``. Raises ``Gestopt`` when it cannot be learned."""
    if not opnieuw and is_vers(LEZER, BRONNEN_LEZER):
        return
    with _alleen():
        if not opnieuw and is_vers(LEZER, BRONNEN_LEZER):
            return
        _maak(LEZER, BRONNEN_LEZER, _leer_lezer)


def vingerafdruk_bronnen(bronnen: Sequence[str] = BRONNEN) -> str:
    """The hash of everything a model is made of."""
    som = hashlib.sha256()
    for bestand in sorted({pad for patroon in bronnen for pad in _bestanden(patroon)}):
        _tel_mee(som, bestand.as_posix(), bestand.read_bytes())
    # The folder's name tells which pipeline it is, its meta.json which version.
    with suppress(OSError):
        _tel_mee(som, SPACY_META.parent.resolve().name, SPACY_META.read_bytes())
    with suppress(importlib.metadata.PackageNotFoundError):
        _tel_mee(som, "rasa", importlib.metadata.version("rasa").encode())
    return som.hexdigest()


def is_vers(model: Path = MODEL, bronnen: Sequence[str] = BRONNEN) -> bool:
    """Whether ``model`` was made, whole, of the sources as they are now."""
    try:
        afdruk = json.loads(_afdruk_van(model).read_text(encoding="utf-8"))
        return afdruk == {"bronnen": vingerafdruk_bronnen(bronnen), "model": _som_van(model)}
    except (OSError, ValueError):
        return False


def _bestanden(patroon: str) -> Iterator[Path]:
    pad = Path(patroon)
    gevonden = pad.rglob("*") if pad.is_dir() else Path().glob(patroon)
    return (bestand for bestand in gevonden if bestand.is_file() and "__pycache__" not in bestand.parts)


def _tel_mee(som: hashlib._Hash, naam: str, inhoud: bytes) -> None:
    # With its length before it, no content can pass for the next name.
    som.update(f"{naam}\0{len(inhoud)}\0".encode())
    som.update(inhoud)


def _som_van(bestand: Path) -> str:
    som = hashlib.sha256()
    with bestand.open("rb") as stroom:
        while blok := stroom.read(1 << 20):
            som.update(blok)
    return som.hexdigest()


def _afdruk_van(model: Path) -> Path:
    return model.with_name(model.name + ".vingerafdruk.json")


@contextmanager
def _alleen() -> Iterator[None]:
    SLOT.parent.mkdir(parents=True, exist_ok=True)
    with SLOT.open("w") as slot:
        try:
            fcntl.flock(slot, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Er loopt al een training in deze map. Ik wacht tot die klaar is.", file=sys.stderr)
            fcntl.flock(slot, fcntl.LOCK_EX)
        yield


def _maak(model: Path, patronen: Sequence[str], train: Callable[[Path], None]) -> None:
    # Taken before the training: a source that changes meanwhile makes the model old.
    bronnen = vingerafdruk_bronnen(patronen)
    for rest in model.parent.glob(".bezig-*"):
        shutil.rmtree(rest, ignore_errors=True)
    bezig = model.parent / f".bezig-{os.getpid()}"
    bezig.mkdir()
    try:
        train(bezig)
        gemaakt = bezig / model.name
        afdruk = bezig / _afdruk_van(model).name
        afdruk.write_text(json.dumps({"bronnen": bronnen, "model": _som_van(gemaakt)}), encoding="utf-8")
        gemaakt.replace(model)
        afdruk.replace(_afdruk_van(model))
    finally:
        shutil.rmtree(bezig, ignore_errors=True)
    print(f"{'De lezer' if model == LEZER else 'Het model'} staat in {model}.", file=sys.stderr)


def _train(bezig: Path, *, opnieuw: bool) -> None:
    opdracht = [sys.executable, str(Path(__file__).resolve()), "--map", str(Path.cwd()), "--hier", str(bezig)]
    if not opnieuw:
        opdracht.append("--als-nodig")
    _in_kindproces("Het model trainen", opdracht, LOGBOEK, RASA_CACHE_DIRECTORY=str(_voorraad()))


def _leer_lezer(bezig: Path) -> None:
    opdracht = [sys.executable, str(Path(__file__).resolve().with_name("lezer.py")), str(bezig / LEZER.name)]
    _in_kindproces("De lezer trainen", opdracht, LOGBOEK_LEZER)


def _in_kindproces(titel: str, opdracht: list[str], logboek: Path, **extra: str) -> None:
    voortgang = Voortgang(titel)
    with open_logboek(logboek) as log:
        proces = subprocess.Popen(
            opdracht,
            env=omgeving(**extra),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            preexec_fn=sterf_mee,
        )
    try:
        while proces.poll() is None:
            voortgang.tik()
            time.sleep(0.2)
    finally:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(proces.pid, signal.SIGKILL)
        proces.wait()
    if proces.returncode != 0:
        laatste = staart(logboek)
        raise Gestopt(f"\nDe training is mislukt. Dit waren de laatste regels van {logboek}:\n{laatste}".rstrip())
    voortgang.klaar()


def _voorraad() -> Path:
    """The folder where Rasa keeps trained parts, one for each state of what Rasa's own comparison does not see."""
    som = hashlib.sha256()
    patronen = [patroon for patroon in BRONNEN if patroon.endswith((".py", ".lock"))]
    for bestand in sorted({pad for patroon in patronen for pad in _bestanden(patroon)}):
        _tel_mee(som, bestand.as_posix(), bestand.read_bytes())
    with suppress(OSError):
        _tel_mee(som, SPACY_META.parent.resolve().name, SPACY_META.read_bytes())
    alle = Path(".rasa")
    deze = alle / f"voorraad-{som.hexdigest()[:16]}"
    for oude in alle.glob("voorraad-*"):
        if oude != deze:
            shutil.rmtree(oude, ignore_errors=True)
    return deze


def _train_hier(uitvoer: Path, *, opnieuw: bool) -> int:
    """The training itself, in the process that loads Rasa."""
    import logging
    import warnings

    # An importer and components of the project are looked up by module path.
    sys.path.insert(0, str(Path.cwd()))
    warnings.simplefilter("ignore")
    # TensorFlow Lite takes jax along when it is there; nothing here uses it, and loading it takes seconds.
    sys.modules["jax"] = None  # type: ignore[assignment]  # this is how an import is forbidden
    from rasa.model_training import train
    from rasa.utils.common import configure_logging_and_warnings
    from rasa.utils.log_utils import configure_structlog

    configure_logging_and_warnings(logging.INFO)
    configure_structlog(logging.INFO)
    resultaat = train(
        domain="domain.yml",
        config="config.yml",
        training_files=["data"],
        output=str(uitvoer),
        force_training=opnieuw,
        fixed_model_name=MODEL.name.removesuffix(".tar.gz"),
    )
    return 0 if resultaat.code == 0 and (uitvoer / MODEL.name).is_file() else 1


if __name__ == "__main__":
    sys.exit(main())
