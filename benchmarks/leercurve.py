"""What the reader learns from so many hands, measured on people it never saw: ``python benchmarks/leercurve.py 10 40 90``.

The hands that are counted held conversations of their own. Of the sealed ones is measured what was read right; of the
conversations in ``benchmarks/gesprekken`` what the machine then answers, judged as ``make meet`` does. Nothing is learned from
either.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from typing import Final

from gemeen import WORTEL
from gemeen import Voortgang
from meet import DAG
from meet import GESPREKKEN
from meten.afspelen import speel_alle
from meten.gegeven import Machine
from meten.laden import lees
from meten.tabel import procenten
from meten.tellen import LEESBAAR
from meten.tellen import METEND
from meten.tellen import SAMEN
from meten.tellen import tel as tel_oordelen
from meten.vorm import Beurt as Gespeelde
from rich.console import Console
from rich.table import Table

from gesprek.lezing import Lezing
from nlu.lezer import Lezer
from nlu.lezer.corpus import VERZEGELD
from nlu.lezer.corpus import Beurt
from nlu.lezer.jaren import labels
from nlu.lezer.leren import GETYPT_OP
from nlu.lezer.leren import NATUURLIJK
from nlu.lezer.leren import beurten
from nlu.lezer.leren import leer
from nlu.lezer.leren import namen


CORPUS: Final = WORTEL / "corpus"
VANDAAG: Final = date.fromisoformat(DAG)
#: What two readings of a fact must agree on.
_VAN_FEIT: Final = ("wat", "waarde", "deel", "erbij")
LOPEND: Final = 2026


@dataclass(frozen=True)
class Gelezen:
    """How sealed hands were read, as shares of 0 to 1."""

    feiten: float
    beurten: float
    vragen: float
    onderwerpen: float


def main(argumenten: Sequence[str] | None = None) -> None:
    """Print a row for each number of hands."""
    lezer = argparse.ArgumentParser(description=__doc__)
    lezer.add_argument("aantallen", nargs="*", type=int, help="van zoveel handen leren; zonder getal van allemaal")
    keuze = lezer.parse_args(argumenten)
    alle, _ = namen(CORPUS)
    aantallen = keuze.aantallen or [len(alle)]
    if any(not 1 <= aantal <= len(alle) for aantal in aantallen):
        lezer.error(f"kies aantallen van 1 tot {len(alle)}")
    groepen = [
        beurten(CORPUS, [naam for naam in VERZEGELD if naam.startswith(NATUURLIJK) == natuurlijk])
        for natuurlijk in (True, False)
    ]
    tabel = Table("handen", "feiten F1", "feiten van een beurt", "soort vraag", "onderwerp", "getrokken: feiten van een beurt",
                  "goed, gelezen", "goed, niet gelezen", "raak, niet gelezen", "fout saldo, niet gelezen", "vraagt, niet gelezen",
                  title="Gemeten op verzegelde handen en op de gesprekken")  # fmt: skip
    for aantal in aantallen:
        voortgang = Voortgang(f"leren van {aantal} handen en meten")
        # Spread over all, since they were written in turn to different briefs.
        geleerd = leer(WORTEL, [alle[i * len(alle) // aantal] for i in range(aantal)])
        eigen, getrokken = (_lees_over(geleerd, groep) for groep in groepen)
        gesprekken = _speel(geleerd)
        voortgang.klaar()
        mag, metend = gesprekken[LEESBAAR], gesprekken[METEND]
        delen = (eigen.beurten, eigen.vragen, eigen.onderwerpen, getrokken.beurten)
        tabel.add_row(str(aantal), f"{eigen.feiten:.3f}", *(f"{100 * deel:.1f} %" for deel in delen),
                      *(f"{deel:.1f} %" for deel in (mag["goed"], metend["goed"], metend["raak"], metend["fout_saldo"], metend["vraagt"])))  # fmt: skip
    Console(width=180).print(tabel)


def _lees_over(lezer: Lezer, gelezen: Sequence[Beurt]) -> Gelezen:
    geteld: Counter[str] = Counter()
    for een in gelezen:
        daden = lezer.lees(een.tekst, een.staat, GETYPT_OP)["daden"]
        moest, zei = _feiten(een, een.daden), _feiten(een, daden)
        geteld.update(
            juist=sum((moest & zei).values()), moest=sum(moest.values()), zei=sum(zei.values()), gelijk=moest == zei
        )
        vraagt, vroeg = _vragen(een.daden), _vragen(daden)
        geteld["vragen"] += _soorten(vraagt) == _soorten(vroeg)
        if onderwerpen := {v for v in vraagt if "/" in v}:
            geteld.update(kennis=1, kende=bool(onderwerpen & vroeg))
    f1 = 2 * geteld["juist"] / max(1, geteld["moest"] + geteld["zei"])
    return Gelezen(
        f1, geteld["gelijk"] / len(gelezen), geteld["vragen"] / len(gelezen), geteld["kende"] / max(1, geteld["kennis"])
    )


def _feiten(een: Beurt, daden: Sequence[dict[str, Any]]) -> Counter[tuple[str, ...]]:
    """The facts with the year that they come to, however it was named; an answer is told."""
    feiten = [(daad["soort"], feit) for daad in daden for feit in daad.get("feiten", ())]
    return Counter(
        ("vertel" if soort == "antwoord" else soort, jaar, *(str(feit.get(k)) for k in _VAN_FEIT))
        for (soort, feit), jaar in zip(feiten, labels(een.staat, daden, LOPEND))
    )


def _vragen(daden: Iterable[dict[str, Any]]) -> set[str]:
    return {daad.get("doel") or daad["onderwerp"] for daad in daden if daad["soort"] == "vraag"}


def _soorten(vragen: Iterable[str]) -> set[str]:
    return {"kennis" if "/" in vraag else vraag for vraag in vragen}


def _speel(lezer: Lezer) -> dict[str, dict[str, float]]:
    """The conversations, read by ``lezer`` and answered by the machine."""
    machine = Machine(WORTEL, VANDAAG)

    def zeg(afzender: str, een: Gespeelde) -> list[dict[str, Any]]:
        return machine.zeg(afzender, Lezing.parse_obj(lezer.lees(een.student, machine.staat(afzender), VANDAAG)))

    geteld = tel_oordelen(speel_alle(lees(GESPREKKEN), zeg))
    return {groep: procenten(geteld[groep][SAMEN]) for groep in (LEESBAAR, METEND)}


if __name__ == "__main__":
    main()
