"""What a reader learns from so many hands, measured on people it never saw: ``python benchmarks/leercurve.py 8 24 50``.

Of the sealed hands is measured what was read right; of the conversations in ``benchmarks/gesprekken`` what the machine then
answers, judged as ``make meet`` does. Nothing is learned from either.
"""

from __future__ import annotations

import argparse
import json
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

from benchmarks.geleerde_lezer import Lezer
from benchmarks.gemerkt import VERZEGELD
from benchmarks.gemerkt import Beurt
from benchmarks.gemerkt import lees_beurten
from benchmarks.gemerkt import lees_hand
from gesprek.lezing import Lezing


HANDEN: Final = WORTEL / "corpus" / "handen"
VRAGEN: Final = WORTEL / "corpus" / "vragen"
VANDAAG: Final = date.fromisoformat(DAG)
#: What two readings of a fact must agree on.
_VAN_FEIT: Final = ("wat", "waarde", "jaar", "deel", "erbij")


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
    lezer.add_argument("aantallen", nargs="*", type=int, default=[50], help="van zoveel handen leren")
    keuze = lezer.parse_args(argumenten)
    namen = sorted({pad.stem for pad in HANDEN.glob("*.jsonl")} - set(VERZEGELD))
    if any(not 1 <= aantal <= len(namen) for aantal in keuze.aantallen):
        lezer.error(f"kies aantallen van 1 tot {len(namen)}")
    vragen = [
        json.loads(regel) for pad in sorted(VRAGEN.glob("*.jsonl")) for regel in pad.read_text("utf-8").splitlines()
    ]
    verzegeld = _beurten(VERZEGELD)
    tabel = Table("handen", "feiten F1", "feiten van een beurt", "soort vraag", "onderwerp", "goed, gelezen", "goed, niet gelezen",
                  "fout saldo, niet gelezen", title=f"Geleerd van handen, gemeten op {len(VERZEGELD)} andere en op de gesprekken")  # fmt: skip
    for aantal in keuze.aantallen:
        voortgang = Voortgang(f"leren van {aantal} handen en meten")
        geleerd = Lezer(_beurten(namen[:aantal]), vragen)
        gelezen, gesprekken = _lees_over(geleerd, verzegeld), _speel(geleerd)
        voortgang.klaar()
        mag, metend = gesprekken[LEESBAAR], gesprekken[METEND]
        tabel.add_row(str(aantal), f"{gelezen.feiten:.3f}", *(f"{100 * deel:.1f} %" for deel in (gelezen.beurten, gelezen.vragen, gelezen.onderwerpen)),
                      *(f"{deel:.1f} %" for deel in (mag["goed"], metend["goed"], metend["fout_saldo"])))  # fmt: skip
    Console(width=140).print(tabel)


def _beurten(namen: Iterable[str]) -> list[Beurt]:
    wereld = Machine(WORTEL, VANDAAG).wereld
    return lees_beurten((rij for naam in namen for rij in lees_hand(HANDEN / f"{naam}.jsonl")), wereld)


def _lees_over(lezer: Lezer, beurten: Sequence[Beurt]) -> Gelezen:
    geteld: Counter[str] = Counter()
    for een in beurten:
        daden = lezer.lees(een.tekst, een.staat, VANDAAG)["daden"]
        moest, zei = _feiten(een.daden), _feiten(daden)
        geteld.update(
            juist=sum((moest & zei).values()), moest=sum(moest.values()), zei=sum(zei.values()), gelijk=moest == zei
        )
        vraagt, vroeg = _vragen(een.daden), _vragen(daden)
        geteld["vragen"] += _soorten(vraagt) == _soorten(vroeg)
        if onderwerpen := {v for v in vraagt if "/" in v}:
            geteld.update(kennis=1, kende=bool(onderwerpen & vroeg))
    f1 = 2 * geteld["juist"] / max(1, geteld["moest"] + geteld["zei"])
    return Gelezen(
        f1, geteld["gelijk"] / len(beurten), geteld["vragen"] / len(beurten), geteld["kende"] / max(1, geteld["kennis"])
    )


def _feiten(daden: Iterable[dict[str, Any]]) -> Counter[tuple[str, ...]]:
    return Counter(
        (daad["soort"], *(str(feit.get(k)) for k in _VAN_FEIT)) for daad in daden for feit in daad.get("feiten", ())
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
