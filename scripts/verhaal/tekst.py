"""The outcome of stories as plain text, for the terminal and for a failing test."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import Final

from verhaal.vorm import Beurt
from verhaal.vorm import Verslag


_BREEDTE: Final = 100
_MEESTE_TEKENS: Final = 600
"""Characters of a heard text that are shown; the page shows everything."""


def beschrijf(verslag: Verslag) -> str:
    """What differs in one story, turn by turn; empty when nothing does."""
    regels = (
        []
        if verslag.geslaagd
        else [f"{verslag.verhaal.bestand}, regel {verslag.verhaal.regel}: {verslag.verhaal.naam}"]
    )
    for gespeeld in verslag.gespeeld:
        getoond: set[str] = set()
        for verschil in gespeeld.verschillen:
            # A long answer in which three things are missing is shown once.
            gehoord = "(zie hierboven)" if verschil.gehoord in getoond else verschil.gehoord
            getoond.add(verschil.gehoord)
            regels += [
                f"  na {wat_student_deed(gespeeld.beurt)} (regel {gespeeld.beurt.regel})",
                f"    {verschil.wat}",
                *_blok("verwacht", verschil.verwacht),
                *_blok("gehoord ", gehoord),
            ]
    return "\n".join(regels)


def samenvatting(verslagen: Sequence[Verslag]) -> str:
    """How many stories went as they should, in one sentence."""
    fout = sum(not verslag.geslaagd for verslag in verslagen)
    beurten = sum(len(verslag.gespeeld) for verslag in verslagen)
    aantal = f"{len(verslagen)} {'verhaal' if len(verslagen) == 1 else 'verhalen'}, {beurten} berichten van studenten"
    if not fout:
        return f"{aantal}: alles klopt."
    return f"{aantal}: {fout} {'verhaal klopt' if fout == 1 else 'verhalen kloppen'} niet."


def wat_student_deed(beurt: Beurt) -> str:
    """The student's part of a turn in a few words."""
    if beurt.knop is not None:
        return f"de knop [{beurt.knop}]"
    return f"“{kort(beurt.student or '', 60)}”" if beurt.student else "een leeg bericht"


def kort(tekst: str, tekens: int) -> str:
    """``tekst``, cut off with its length told when it is longer than ``tekens``."""
    return tekst if len(tekst) <= tekens else f"{tekst[:tekens].rstrip()} … ({len(tekst)} tekens)"


def _blok(kop: str, tekst: str) -> list[str]:
    eerste = f"      {kop}: "
    return [
        rij
        for nummer, regel in enumerate(kort(tekst, _MEESTE_TEKENS).splitlines() or [""])
        for rij in textwrap.wrap(
            regel, _BREEDTE, initial_indent=" " * len(eerste) if nummer else eerste, subsequent_indent=" " * len(eerste)
        )
    ]
