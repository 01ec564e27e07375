"""The report of what was said, turn by turn: only of conversations that may be read."""

from __future__ import annotations

from collections.abc import Iterable

from meten.vorm import Gespeeld
from meten.vorm import Oordeel


def maak_verslag(gespeeld: Iterable[Gespeeld]) -> str:
    """Every turn of the readable conversations with its answer and what is wrong with it."""
    return "\n".join(_gesprek(spel) for spel in gespeeld if spel.gesprek.leesbaar)


def _gesprek(spel: Gespeeld) -> str:
    regels = [f"=== {spel.gesprek.id} {spel.gesprek.wie}"]
    for beurt, antwoord, oordeel in zip(spel.gesprek.beurten, spel.antwoorden, spel.oordelen):
        regels += [
            f"S: {beurt.student}",
            f"B: {antwoord.tekst}",
            f"   knoppen: {' | '.join(antwoord.knoppen)}",
            f"   kern: {beurt.kern}",
            f"   {_uitkomst(oordeel)}",
        ]
    return "\n".join(regels) + "\n"


def _uitkomst(oordeel: Oordeel) -> str:
    tekens = {
        "FOUT SALDO": oordeel.fout_saldo,
        "VRAAGT": oordeel.vraagt,
        "HERHAALD": oordeel.herhaald,
        "STORING": oordeel.storing,
    }
    uitkomst = "raak" if oordeel.raak else "goed" if oordeel.goed else "MIS"
    fouten = "; ".join((*oordeel.mis, *oordeel.bezwaren))
    return " ".join([uitkomst + (f": {fouten}" if fouten else ""), *(naam for naam, waar in tekens.items() if waar)])
