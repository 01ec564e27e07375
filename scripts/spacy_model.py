"""Lay the Dutch spaCy pipeline ready in ``models/spacy`` and point the fixed name ``models/spacy/nl`` at it.

The official ``nl_core_news_sm`` is taken when it is installed or can be fetched within the time-out; else a pipeline
of spaCy's own Dutch tokenizer and the lemmas of simplemma is made on the spot. The folder's name tells which it is.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final


PAKKET: Final = "nl_core_news_sm"
#: The release made for spaCy 3.4.
VERSIE: Final = "3.4.0"
MAP: Final = Path("models") / "spacy"
#: The name that config.yml mentions; a link, so that a trained model does not depend on which pipeline is there.
VASTE_NAAM: Final = "nl"
#: Seconds that fetching may take; without internet the refusal comes sooner.
MEESTE_SECONDEN: Final = 90


def main() -> int:
    """Make the pipeline and the link; say in one Dutch sentence which pipeline it became."""
    keuzes = argparse.ArgumentParser(description="Maak het spaCy-model klaar.")
    keuzes.add_argument("--map", type=Path, default=MAP, help="waar het model komt (standaard: models/spacy)")
    keuzes.add_argument(
        "--zonder-ophalen",
        action="store_true",
        default=os.environ.get("SPACY_OPHALEN") == "nee",
        help="probeer het officiële pakket niet op te halen (ook met SPACY_OPHALEN=nee)",
    )
    gekozen = keuzes.parse_args()
    map_: Path = gekozen.map
    map_.mkdir(parents=True, exist_ok=True)
    officieel = map_ / f"{PAKKET}-{VERSIE}"
    eigen = map_ / f"nl_simplemma-{importlib.metadata.version('simplemma')}"
    if _bewaar_officieel(officieel, ophalen=not gekozen.zonder_ophalen):
        _wijs_aan(map_, officieel.name)
        print(f"Het officiële taalmodel {officieel.name} is klaar.")
    else:
        _maak_eigen(eigen)
        _wijs_aan(map_, eigen.name)
        print(f"Het officiële taalmodel {PAKKET} is hier niet te krijgen; het eigen model {eigen.name} doet zijn werk.")
    return 0


def _bewaar_officieel(doel: Path, *, ophalen: bool) -> bool:
    import spacy

    if (doel / "meta.json").is_file():
        return True
    with suppress(importlib.metadata.PackageNotFoundError):
        if importlib.metadata.version(PAKKET) == VERSIE:
            return _bewaar_zonder_ontleder(spacy.util.get_package_path(PAKKET) / f"{PAKKET}-{VERSIE}", doel)
    if not ophalen:
        return False
    with tempfile.TemporaryDirectory(dir=doel.parent, prefix=".haal-") as tijdelijk:
        return _haal(Path(tijdelijk)) and _bewaar_zonder_ontleder(Path(tijdelijk) / PAKKET / f"{PAKKET}-{VERSIE}", doel)


def _haal(doel: Path) -> bool:
    """Fetch the package beside the environment, which so stays exactly what the lock says."""
    opdracht = [sys.executable, "-m", "spacy", "download", f"{PAKKET}-{VERSIE}", "--direct"]
    opdracht += ["--no-deps", "--target", str(doel)]
    omgeving = {**os.environ, "PIP_RETRIES": "1", "PIP_DEFAULT_TIMEOUT": "15", "PIP_NO_INPUT": "1"}
    # A group of its own, because spaCy starts pip and both must end when the time is over.
    with subprocess.Popen(opdracht, env=omgeving, stdin=subprocess.DEVNULL, start_new_session=True) as proces:
        try:
            return proces.wait(MEESTE_SECONDEN) == 0
        except BaseException as fout:
            with suppress(ProcessLookupError):
                os.killpg(proces.pid, signal.SIGKILL)
            if isinstance(fout, subprocess.TimeoutExpired):
                return False
            raise


def _bewaar_zonder_ontleder(bron: Path, doel: Path) -> bool:
    import spacy

    # Rasa leaves the parser out, and sentences with it; the rule of the own pipeline gives both the same sentences.
    nlp = spacy.load(bron, exclude=["parser", "senter"])
    nlp.add_pipe("sentencizer", first=True)
    _bewaar(nlp, doel)
    return True


def _maak_eigen(doel: Path) -> None:
    import spacy

    nlp = spacy.blank("nl")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("simplemma_lemmatizer")
    nlp.meta["name"] = "simplemma"
    _bewaar(nlp, doel)


def _bewaar(nlp: object, doel: Path) -> None:
    from spacy.language import Language

    assert isinstance(nlp, Language)  # noqa: S101 - tells the type checker; spaCy is imported late
    tijdelijk = Path(tempfile.mkdtemp(dir=doel.parent, prefix=".maak-"))
    try:
        nlp.to_disk(tijdelijk)
        tijdelijk.chmod(0o755)
        shutil.rmtree(doel, ignore_errors=True)
        tijdelijk.rename(doel)
    finally:
        shutil.rmtree(tijdelijk, ignore_errors=True)


def _wijs_aan(map_: Path, naam: str) -> None:
    nieuw = map_ / f".{VASTE_NAAM}.{os.getpid()}"
    nieuw.unlink(missing_ok=True)
    nieuw.symlink_to(naam, target_is_directory=True)
    nieuw.replace(map_ / VASTE_NAAM)


if __name__ == "__main__":
    sys.exit(main())
