"""What the reader learns from: the hands of ``corpus``, its single questions, and the messages of ``data/nlu``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

from gesprek.doelen import Wereld
from nlu.lezer.corpus import VERZEGELD
from nlu.lezer.corpus import Beurt
from nlu.lezer.corpus import lees_beurten
from nlu.lezer.corpus import lees_hand
from nlu.lezer.lezer import Lezer
from nlu.trainingsberichten import lees_training


#: The day on which everything in the corpus was typed, and the school where no other is named.
GETYPT_OP: Final = date(2026, 11, 30)
SCHOOL: Final = "EhB"
#: Hands that wrote conversations of their own, or (A, P, S) scripts; the others wrote down what was drawn.
NATUURLIJK: Final = ("A", "N", "P", "S")
#: Of the drawn hands so many: more of them cost time and bring nothing (``benchmarks/uitslagen.md``).
GETROKKEN_HANDEN: Final = 8
#: A turn of somebody's own conversation counts for so many drawn ones.
GEWICHT: Final = 2


def namen(corpus: Path) -> tuple[list[str], list[str]]:
    """The hands that may be learned from: those with conversations of their own, and a spread of the others."""
    alle = sorted({pad.stem for pad in (corpus / "handen").glob("*.jsonl")} - set(VERZEGELD))
    natuurlijk = [naam for naam in alle if naam.startswith(NATUURLIJK)]
    getrokken = [naam for naam in alle if not naam.startswith(NATUURLIJK)]
    return natuurlijk, getrokken[:: max(1, len(getrokken) // GETROKKEN_HANDEN)][:GETROKKEN_HANDEN]


def beurten(corpus: Path, handen: Sequence[str]) -> list[Beurt]:
    """The turns of these hands."""
    rijen = (rij for naam in handen for rij in lees_hand(corpus / "handen" / f"{naam}.jsonl"))
    return lees_beurten(rijen, Wereld(GETYPT_OP, SCHOOL))


def leer(wortel: Path, natuurlijk: Sequence[str] | None = None) -> Lezer:
    """A reader that learned from the project in ``wortel``.

    Args:
        wortel: the project.
        natuurlijk: from which of the hands with conversations of their own; all when None.
    """
    corpus = wortel / "corpus"
    alle, getrokken = namen(corpus)
    eigen = beurten(corpus, alle if natuurlijk is None else natuurlijk)
    andere = beurten(corpus, getrokken)
    gewichten = [GEWICHT] * len(eigen) + [1] * len(andere)
    vragen = [rij for pad in sorted((corpus / "vragen").glob("*.jsonl")) for rij in lees_hand(pad)]
    berichten = [
        (tekst, onderwerp) for onderwerp, teksten in lees_training(wortel / "data" / "nlu").items() for tekst in teksten
    ]
    return Lezer([*eigen, *andere], gewichten, vragen, berichten, GETYPT_OP)
