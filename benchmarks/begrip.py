"""Measure what is understood, beside Rasa's DIET on the same data: ``python benchmarks/begrip.py [--epochs] [--per-intent]``.

The messages of tests/nlu/berichten_apart.yml were written apart from the training data. DIET takes hours on all of
that data, so both are compared on a sample per intent, and ours is measured on everything besides.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from contextlib import ExitStack
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final

import yaml  # type: ignore[import-untyped]
from rich.console import Console
from rich.table import Table
from sklearn.feature_extraction.text import TfidfVectorizer

from benchmarks.berichten import lees_apart
from benchmarks.berichten import schrijf_training
from benchmarks.maten import Oordeel
from benchmarks.maten import aandeel_goed
from benchmarks.maten import effen
from benchmarks.maten import gaat_over_studeren
from benchmarks.maten import mediaan
from benchmarks.maten import per_intent
from benchmarks.maten import percentiel
from benchmarks.maten import steekproef
from benchmarks.maten import verwarringen
from benchmarks.maten import zonder_letterlijke
from benchmarks.proefmap import WORTEL
from benchmarks.proefmap import Bot
from benchmarks.proefmap import Duur
from benchmarks.proefmap import Mislukt
from benchmarks.proefmap import assistent
from benchmarks.proefmap import kopieer_project
from benchmarks.proefmap import machine
from benchmarks.proefmap import stop_netjes
from benchmarks.proefmap import train
from benchmarks.proefmap import voer_uit
from nlu.trainingsberichten import lees_training


ZAAD: Final = 7
APART: Final = WORTEL / "tests" / "nlu" / "berichten_apart.yml"
DREMPELS: Final = (0.0, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
KROMME: Final = (0.25, 0.5, 0.75)
#: From this likeness on a message counts as a variant of one in the training data ("mop" for "een mop").
GELIJKEND: Final = 0.7
#: Messages that go through the REST channel, each in a conversation of its own.
VIA_REST: Final = 80
#: Intents and pairs of the lists of the worst.
SLECHTSTE: Final = 8


@dataclass(frozen=True)
class Leerling:
    """A trained model and what it made of the messages.

    Attributes:
        naam: for the tables.
        map_: the copy of the project in which it was trained.
        berichten: how many messages it was trained on.
        trainingstijd: of the whole training command.
        oordelen: one per message that was kept apart.
    """

    naam: str
    map_: Path
    berichten: int
    trainingstijd: Duur
    oordelen: list[Oordeel]


@dataclass
class Onderzoek:
    """What all trainings share: one state of the project and of the messages, taken at the start."""

    map_: Path
    meld: Callable[[str], None]

    def __post_init__(self) -> None:
        self.bron = kopieer_project(self.map_ / "bron")
        self.training = lees_training(self.bron / "data" / "nlu")
        self.apart = lees_apart(APART)
        (self.map_ / "berichten.json").write_text(json.dumps([tekst for tekst, _ in self.apart]), "utf-8")

    def leer(self, naam: str, berichten: Mapping[str, Sequence[str]], config: Mapping[str, object]) -> Leerling:
        """Train on ``berichten`` with ``config`` and ask the model for all messages that were kept apart."""
        aantal = sum(map(len, berichten.values()))
        self.meld(f"{naam}: trainen op {aantal} berichten")
        map_ = kopieer_project(self.map_ / naam.replace(" ", "-").replace("%", ""), self.bron)
        schrijf_training(map_ / "data" / "nlu", berichten)
        (map_ / "config.yml").write_text(yaml.safe_dump(config, sort_keys=False), "utf-8")
        tijd = train(map_)
        self.meld(f"{naam}: {tijd}; nu {len(self.apart)} berichten voorleggen")
        uit = map_ / "oordelen.json"
        opdracht = [sys.executable, str(WORTEL / "benchmarks" / "ondervraag.py"), "models/leerkrediet.tar.gz"]
        voer_uit([*opdracht, str(self.map_ / "berichten.json"), str(uit)], map_, "ondervraag")
        oordelen = [
            Oordeel(juist, tuple((n, float(k)) for n, k in gelezen["rangorde"]), gelezen["antwoord"], tekst)
            for (tekst, juist), gelezen in zip(self.apart, json.loads(uit.read_text("utf-8")), strict=True)
        ]
        return Leerling(naam, map_, aantal, tijd, oordelen)

    def config(self, naam: str, epochs: int | None = None) -> dict[str, object]:
        """A configuration of the project, with other ``epochs`` for whatever has them."""
        config: dict[str, list[dict[str, object]]] = yaml.safe_load((self.bron / naam).read_text("utf-8"))
        if epochs is not None:
            for deel in (*config["pipeline"], *config["policies"]):
                if "epochs" in deel:
                    deel["epochs"] = epochs
        return dict(config)


def cijfers(oordelen: Sequence[Oordeel]) -> list[str]:
    """Right in scope, rejected out of scope, near and far, each as a percentage with the number of messages."""
    binnen = [o for o in oordelen if o.binnen]
    buiten = [o for o in oordelen if not o.binnen]
    dichtbij = [o for o in buiten if gaat_over_studeren(o.tekst)]
    ver = [o for o in buiten if not gaat_over_studeren(o.tekst)]
    return [f"{100 * aandeel_goed(deel):.1f} ({len(deel)})" for deel in (binnen, buiten, dichtbij, ver)]


def gelijkenis(teksten: Sequence[str], geleerd: Iterable[str]) -> list[float]:
    """Per text how much it looks like the most similar one of ``geleerd``: cosine of its letter groups, 0 to 1."""
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True, preprocessor=effen)
    bekend = letters.fit_transform(geleerd)
    return [float(waarde) for waarde in (letters.transform(teksten) @ bekend.T).max(axis=1).toarray().ravel()]


def tabel_begrip(leerlingen: Sequence[Leerling], geleerd: set[str]) -> Table:
    """Every model on all messages, and without those that it could have learnt by heart, or nearly so."""
    lijkt = gelijkenis([oordeel.tekst for oordeel in leerlingen[0].oordelen], sorted(geleerd))
    tabel = _tabel(
        "Begrip, in % (aantal berichten), zoals ingesteld", "model", "geleerd op", "binnen", "buiten", "dichtbij", "ver"
    )
    for leerling in leerlingen:
        tabel.add_row(leerling.naam, str(leerling.berichten), *cijfers(leerling.oordelen))
        tabel.add_row("  zonder letterlijke", "", *cijfers(zonder_letterlijke(leerling.oordelen, geleerd)))
        verschillend = [o for o, waarde in zip(leerling.oordelen, lijkt, strict=True) if waarde < GELIJKEND]
        tabel.add_row("  zonder gelijkende", "", *cijfers(verschillend))
    return tabel


def tabel_drempels(leerlingen: Sequence[Leerling]) -> Table:
    """In scope and out of scope at each threshold, without an ambiguity threshold."""
    koppen = [f"{leerling.naam}: {kop}" for leerling in leerlingen for kop in ("in", "uit")]
    tabel = _tabel("Drempel: % goed binnen en % geweigerd buiten, zonder tweede drempel", "drempel", *koppen)
    for drempel in DREMPELS:
        rij = []
        for leerling in leerlingen:
            nieuw = [o.met_drempel(drempel) for o in leerling.oordelen]
            for deel in ([o for o in nieuw if o.binnen], [o for o in nieuw if not o.binnen]):
                rij.append(f"{100 * aandeel_goed(deel):.1f}")
        tabel.add_row(f"{drempel:.2f}", *rij)
    return tabel


def tabel_slechtste(leerlingen: Sequence[Leerling]) -> Table:
    """The intents with the lowest share and the pairs that are confused most."""
    tabel = _tabel("Zwakste intents en vaakste verwarringen", "model", "intent", "goed", "juist -> gegeven", "keer")
    for leerling in leerlingen:
        zwak = list(per_intent(leerling.oordelen).items())[:SLECHTSTE]
        paren = verwarringen(leerling.oordelen, SLECHTSTE)
        for plaats in range(max(len(zwak), len(paren))):
            intent, (goed, alle) = zwak[plaats] if plaats < len(zwak) else ("", (0, 0))
            juist, gegeven, keer = paren[plaats] if plaats < len(paren) else ("", "", 0)
            tabel.add_row(
                leerling.naam if plaats == 0 else "",
                intent,
                f"{goed}/{alle}" if intent else "",
                f"{juist} -> {gegeven}" if keer else "",
                str(keer or ""),
            )
        tabel.add_section()
    return tabel


@contextmanager
def bots(leerlingen: Sequence[Leerling]) -> Iterator[list[Bot]]:
    """The assistant with each of the models, started one after the other."""
    with ExitStack() as open_:
        yield [open_.enter_context(assistent(leerling.map_)) for leerling in leerlingen]


def tabel_kosten(leerlingen: Sequence[Leerling], teksten: Sequence[str]) -> Table:
    """Training, start, memory and time per message of the same assistant with each model, message by message."""
    random = Random(ZAAD)
    tijden: list[list[float]] = [[] for _ in leerlingen]
    with bots(leerlingen) as gestart:
        for nummer, tekst in enumerate((*teksten[:3], *teksten)):
            # In an order of chance: who comes after DIET finds its threads still at work.
            for plaats, bot in random.sample(list(enumerate(gestart)), len(gestart)):
                duur, _ = bot.vraag(f"begrip-{nummer}", tekst)
                # The first ones warm up.
                if nummer >= 3:
                    tijden[plaats].append(duur)
        geheugen = [bot.geheugen() for bot in gestart]
    tabel = _tabel("Kosten", "model", "geleerd op", "training", "start s", "geheugen MB", "ms per bericht (p95)")
    for leerling, bot, mb, duren in zip(leerlingen, gestart, geheugen, tijden, strict=True):
        per_bericht = f"{mediaan(duren):.1f} ({percentiel(duren, 0.95):.1f})"
        tabel.add_row(
            leerling.naam,
            str(leerling.berichten),
            str(leerling.trainingstijd),
            f"{bot.starttijd:.0f}",
            f"{mb:.0f}",
            per_bericht,
        )
    return tabel


def _tabel(titel: str, *koppen: str) -> Table:
    tabel = Table(title=titel)
    for nummer, kop in enumerate(koppen):
        tabel.add_column(kop, justify="right" if nummer and "->" not in kop and kop != "intent" else "left")
    return tabel


def main() -> int:
    """Measure and print: 0 when the run was whole, 1 with one sentence when not."""
    keuzes = argparse.ArgumentParser(description="Meet wat de assistent begrijpt, naast DIET op dezelfde data.")
    keuzes.add_argument("--epochs", type=int, default=20, help="ronden van DIET (standaard 20)")
    keuzes.add_argument("--per-intent", type=int, default=50, help="berichten per intent voor de vergelijking (50)")
    keuzes.add_argument("--zonder-diet", action="store_true", help="alleen de eigen herkenner")
    keuzes.add_argument("--zonder-kromme", action="store_true", help="zonder de leerkromme, die drie trainingen vraagt")
    gekozen = keuzes.parse_args()
    stop_netjes()
    # Fixed, so that the tables look the same in a file as in a terminal.
    console = Console(width=130)
    try:
        with tempfile.TemporaryDirectory(prefix="begrip-") as tijdelijk:
            onderzoek = Onderzoek(Path(tijdelijk), lambda zin: print(zin, "...", file=sys.stderr))
            _meet(onderzoek, gekozen, console)
    except Mislukt as fout:
        print(fout, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def _meet(onderzoek: Onderzoek, gekozen: argparse.Namespace, console: Console) -> None:
    alles = onderzoek.training
    deel = steekproef(alles, gekozen.per_intent, ZAAD)
    eigen = onderzoek.config("config.yml")
    ons = onderzoek.leer("eigen, alles", alles, eigen)
    vergeleken = [ons]
    console.print(f"Machine: {machine()}.")
    if not gekozen.zonder_diet:
        vergeleken.append(onderzoek.leer("eigen, steekproef", deel, eigen))
        diet = onderzoek.config("config.diet.yml", gekozen.epochs)
        vergeleken.append(onderzoek.leer("DIET, steekproef", deel, diet))
        console.print(
            f"Voor DIET is gesnoeid: hoogstens {gekozen.per_intent} berichten per intent "
            f"({vergeleken[-1].berichten} van {ons.berichten}) en {gekozen.epochs} ronden in plaats van "
            f"{onderzoek.config('config.diet.yml')['pipeline'][5]['epochs']}."  # type: ignore[index]
        )
    geleerd = {tekst for teksten in alles.values() for tekst in teksten}
    for tabel in (tabel_begrip(vergeleken, geleerd), tabel_drempels(vergeleken), tabel_slechtste(vergeleken)):
        console.print(tabel)
    onderzoek.meld("de modellen starten en vragen via REST")
    teksten = Random(ZAAD).sample([tekst for tekst, _ in onderzoek.apart], VIA_REST)
    console.print(tabel_kosten(vergeleken, teksten))
    if not gekozen.zonder_kromme:
        kromme = [onderzoek.leer(f"eigen, {100 * stuk:.0f}%", steekproef(alles, stuk, ZAAD), eigen) for stuk in KROMME]
        tabel = _tabel(
            "Leerkromme van de eigen herkenner, in %",
            "deel",
            "geleerd op",
            "training",
            "binnen",
            "buiten",
            "dichtbij",
            "ver",
        )
        for stap in (*kromme, ons):
            tabel.add_row(stap.naam, str(stap.berichten), str(stap.trainingstijd), *cijfers(stap.oordelen))
        console.print(tabel)


if __name__ == "__main__":
    sys.exit(main())
