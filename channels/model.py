"""Whether the file of a trained model is whole, looked at before Rasa is loaded, which takes long."""

from __future__ import annotations

import gzip
import json
import tarfile
import zlib
from importlib.metadata import version
from pathlib import Path
from typing import IO
from typing import Any
from typing import Final
from typing import cast


_MAAK: Final = "Maak het met 'make train'."
_OPNIEUW: Final = "Maak het opnieuw met 'make train'."


def controleer_model(bestand: str) -> None:
    """Raises ``ValueError`` when no bot can be made of ``bestand``; the text is Dutch and names the file."""
    if not Path(bestand).is_file():
        raise ValueError(f"Er is nog geen model in {bestand}. {_MAAK}")
    try:
        gegevens, bestanden = _lees(bestand)
        onderdelen = _onderdelen(gegevens)
    except (OSError, tarfile.TarError, EOFError, zlib.error):
        raise ValueError(f"Het model in {bestand} is beschadigd of onleesbaar. {_OPNIEUW}") from None
    except (AttributeError, LookupError, TypeError, ValueError):
        raise ValueError(f"In het bestand {bestand} zit geen model van Rasa. {_OPNIEUW}") from None
    gemaakt, nodig = gegevens.get("rasa_open_source_version"), version("rasa")
    if gemaakt != nodig:
        raise ValueError(f"Het model in {bestand} is van Rasa {gemaakt}, en hier draait {nodig}. {_OPNIEUW}")
    weg = [naam for naam in onderdelen if not any(b.startswith(f"components/{naam}/") for b in bestanden)]
    if weg:
        raise ValueError(f"Uit het model in {bestand} ontbreekt {weg[0]}. {_OPNIEUW}")


def onbruikbaar(bestand: str) -> str:
    """The sentence for a model that looked whole and yet could not be loaded."""
    return f"Het model in {bestand} kan niet geladen worden. {_OPNIEUW}"


def _lees(bestand: str) -> tuple[dict[str, Any], set[str]]:
    """What Rasa wrote about the model, and the names of the files in it."""
    gegevens = None
    bestanden = set()
    with gzip.open(bestand) as uitgepakt, tarfile.open(fileobj=cast(IO[bytes], uitgepakt), mode="r|") as tar:
        for deel in tar:
            naam = deel.name.removeprefix("./")
            if deel.isfile():
                bestanden.add(naam)
            if naam == "metadata.json" and (inhoud := tar.extractfile(deel)) is not None:
                gegevens = json.load(inhoud)
        # To the end, where the checksum stands.
        while uitgepakt.read(1 << 20):
            pass
    if not isinstance(gegevens, dict):
        raise TypeError
    return gegevens, bestanden


def _onderdelen(gegevens: dict[str, Any]) -> list[str]:
    """The parts that were learned in the training and are read at the start."""
    knopen = gegevens["predict_schema"]["nodes"].values()
    return [knoop["resource"]["name"] for knoop in knopen if knoop.get("resource")]
