"""The figures that were recorded: a block of lines in a document, the newest last."""

from __future__ import annotations

import ast
import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from gemeen import Gestopt

from meten.tellen import Telling
from meten.tellen import Tellingen


_BEGIN: Final = "<!-- make meet: begin -->\n```json\n"
_EINDE: Final = "```\n<!-- make meet: einde -->\n"
#: The modules of this package that decide what is right.
_MAAT: Final = ("antwoord.py", "beweringen.py", "bezwaar.py", "getallen.py", "oordeel.py", "afspelen.py")


@dataclass(frozen=True)
class Uitslag:
    """One recorded measurement.

    Attributes:
        commit: of the assistant that was measured.
        dag: the day on which its conversations played.
        maat: fingerprint of the conversations and of what judges them; only alike figures compare.
        tellingen: the figures.
    """

    commit: str
    dag: str
    maat: str
    tellingen: Tellingen


def maat(bestanden: Iterable[Path]) -> str:
    """The fingerprint of these conversations and of the judge."""
    som = hashlib.sha256()
    for pad in bestanden:
        som.update(pad.name.encode() + b"\0" + pad.read_bytes())
    for naam in _MAAT:
        # As it was parsed, so that a comment or another layout is no other measure.
        som.update(ast.dump(ast.parse((Path(__file__).parent / naam).read_text("utf-8"))).encode())
    return som.hexdigest()[:12]


def lees_uitslagen(document: Path) -> list[Uitslag]:
    """What was recorded, the newest last.

    Raises:
        Gestopt: the document has no block, or one that cannot be read.
    """
    regels = _splits(document)[1].splitlines()
    try:
        return [_uitslag(regel) for regel in regels]
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Gestopt(f"{document}: wat tussen de regels van make meet staat, is niet te lezen.") from None


def schrijf_bij(document: Path, uitslag: Uitslag) -> None:
    """Add a measurement to the block. Raises ``Gestopt`` when the document has none."""
    voor, regels, na = _splits(document)
    rij = {
        "commit": uitslag.commit,
        "dag": uitslag.dag,
        "maat": uitslag.maat,
        "tellingen": {
            groep: {naam: list(rij.als_dict().values()) for naam, rij in rijen.items()}
            for groep, rijen in uitslag.tellingen.items()
        },
    }
    document.write_text(f"{voor}{_BEGIN}{regels}{json.dumps(rij)}\n{_EINDE}{na}", "utf-8")


def _uitslag(regel: str) -> Uitslag:
    rij = json.loads(regel)
    tellingen = {
        groep: {naam: Telling(*map(int, getallen)) for naam, getallen in rijen.items()}
        for groep, rijen in rij["tellingen"].items()
    }
    return Uitslag(str(rij["commit"]), str(rij["dag"]), str(rij["maat"]), tellingen)


def _splits(document: Path) -> tuple[str, str, str]:
    voor, begin, rest = document.read_text("utf-8").partition(_BEGIN)
    regels, einde, na = rest.partition(_EINDE)
    if not begin or not einde:
        raise Gestopt(f"{document}: hier ontbreken de regels waartussen make meet zijn cijfers zet.")
    return voor, regels, na
