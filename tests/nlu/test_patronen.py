"""No expression that reads a student's text takes more than linear time, whatever the text."""

from __future__ import annotations

import importlib
import math
import random
import re
import signal
import time
from collections.abc import Callable
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from channels.bericht import naar_bericht
from gesprek.grens import MEESTE_TEKENS
from nlu.grammatica import lees
from nlu.grammatica.antwoord import lees_antwoord
from nlu.grammatica.houding import lees_houding
from nlu.grammatica.overmacht import lees_overmacht
from nlu.grammatica.stoppen import lees_stoppen
from nlu.onderwerpen import deel_op
from nlu.patroon import alle_patronen
from nlu.patroon import maak_reeksen
from tests.nlu.pompen import pompen


WORTEL = Path(__file__).parent.parent.parent
KORT, LANG = 250, 4000
#: Sixteen times the text: linear takes sixteen times as long, quadratic 256 times.
MEESTE_GROEI = 80
#: Below this no growth can be told from noise, and a message of the largest size still reads in no time.
ONDERGRENS = 0.003
#: Seconds of processor after which an expression is stopped.
MEEST = 0.25


class _DuurtTeLang(Exception):
    pass


@pytest.fixture(autouse=True)
def _wekker() -> Iterator[None]:
    def stop(*_: object) -> None:
        raise _DuurtTeLang

    eerder = signal.signal(signal.SIGVTALRM, stop)
    yield
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    signal.signal(signal.SIGVTALRM, eerder)


def _op_tijd(werk: Callable[[str], object], tekst: str) -> float:
    """Seconds on the wall; infinite when it had to be stopped."""
    begin = time.perf_counter()
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, MEEST)
        werk(tekst)
    except _DuurtTeLang:
        return math.inf
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.perf_counter() - begin


def _kortste_tijd(werk: Callable[[str], object], tekst: str, keren: int) -> float:
    """The shortest of so many times: what others do on the machine cannot make that one longer for ever.

    On the wall, because the clock of the process ticks too coarsely on some machines.
    """
    tijden = []
    for _ in range(keren):
        begin = time.perf_counter()
        werk(tekst)
        tijden.append(time.perf_counter() - begin)
    return min(tijden)


def _vul(ervoor: str, stuk: str, lengte: int, slot: str) -> str:
    return ervoor + stuk * max(1, (lengte - len(ervoor)) // len(stuk)) + slot


def groeit(patroon: re.Pattern[str], rng: random.Random, meeste: int = 40) -> str | None:
    """A text of which the time grows faster than its length; None when there is none."""
    paren = pompen(patroon.pattern, patroon.flags & (re.VERBOSE | re.IGNORECASE), rng)
    for ervoor, stuk in rng.sample(paren, min(meeste, len(paren))):
        for slot in ("q", "\x01"):
            for werk in (lambda tekst: sum(1 for _ in patroon.finditer(tekst)), patroon.fullmatch):
                if _te_traag(werk, ervoor, stuk, slot):
                    return f"{ervoor!r} + {stuk!r} * n + {slot!r}"
    return None


def _te_traag(werk: Callable[[str], object], ervoor: str, stuk: str, slot: str) -> bool:
    kort, lang = _vul(ervoor, stuk, KORT, slot), _vul(ervoor, stuk, LANG, slot)
    # The time on the wall is never the shorter one, so what is quick by it needs no second look.
    vlot = [_op_tijd(werk, tekst) for tekst in (kort, lang)]
    if max(vlot) < ONDERGRENS:
        return False
    if math.inf in vlot and _op_tijd(werk, kort if vlot[0] == math.inf else lang) == math.inf:
        return True
    meeste = MEESTE_GROEI * _kortste_tijd(werk, kort, 9)
    return _kortste_tijd(werk, lang, 9) > max(meeste, ONDERGRENS)


def _laad_alles() -> None:
    for kamer in ("nlu", "actions", "gesprek"):
        for bestand in sorted((WORTEL / kamer).rglob("*.py")):
            if "from nlu.patroon import" in bestand.read_text("utf-8"):
                importlib.import_module(".".join(bestand.relative_to(WORTEL).with_suffix("").parts))


def test_geen_patroon_wordt_trager_dan_de_tekst_lang_is() -> None:
    """Every expression, on what repeats in it and on what repeats in messages."""
    _laad_alles()
    patronen = alle_patronen()
    assert len(patronen) > 200
    rng = random.Random(20)
    traag = {patroon.pattern: tekst for patroon in patronen if (tekst := groeit(patroon, rng)) is not None}
    assert traag == {}


@pytest.mark.parametrize(
    "bron",
    [
        r"(?:(?:ok(?:e|ee|ay|i)?|top|ah|ah ok)[ ,.!]+)+(?:(?:heel|erg) )?(?:merci|dank\w*)\b[^?]{0,30}",
        r"(?<=[.?!;\n])\s+|\s*\n\s*|(?:,\s*|,?\s+(?:en|maar)\s+)(?=(?:ook|dan)?\s*(?:wat|hoe)\b)",
        r"^(?:en |tot |wacht tot |nee |nee wacht,? )*(januari|juni)[ .?!]*$",
        r"@(?P<soort>\d) (?:(?:sp|er|ervan|van) ?)*(?P<aantal>\d{1,3})\b",
        r"^\W*(?:ok|oke)?\W*(?:en|of)\b",
        r"\b(?:punten|leerkrediet)\b.*\b(?:kwijt|verlies)\b",
        r"-+>",
    ],
)
def test_de_meting_herkent_een_patroon_dat_ontspoort(bron: str) -> None:
    """Expressions that blocked the process: doubling at each repeat, or growing with the square."""
    assert groeit(re.compile(bron), random.Random(20), meeste=1000) is not None


#: Repeated to the largest message; the readers' own loops have to hold as well as their expressions.
LASTIG = (
    *(
        "a",
        " ",
        "1",
        "1 ",
        "1,5 ",
        "60/45 ",
        "60+",
        "100-",
        "-",
        ".,",
        "? ",
        "é",
        "a\u0301",
        "😀 ",
        "en ",
        "en 3 ",
        "dan 60 ",
    ),
    *("ah ok ", "nee wacht tot ", "wacht ", "sem1 ervan ", "punten ", "mocht ", "raad #6 terug ", "2 vakken van 6 "),
    *("zestig ", "5 van de ", "60 opgenomen 45 geslaagd ", "in 2023-2024 60 ", "12/03/2026 ", "1e jaar 60 ", "jan 20 "),
)
VANDAAG = date(2026, 11, 2)
LEZERS: tuple[Callable[[str], object], ...] = (
    lees_antwoord,
    lees_houding,
    deel_op,
    lambda tekst: lees_overmacht(tekst, vandaag=VANDAAG),
    lambda tekst: lees_stoppen(tekst, vandaag=VANDAAG, lezing=lees(tekst, vandaag=VANDAAG)),
    lambda tekst: naar_bericht(tekst, ()),
)
#: Seconds for everything that reads a message; generous, as a machine at work elsewhere is slow.
HEEL_LEZEN = 0.5


@pytest.mark.parametrize("stuk", LASTIG)
def test_geen_bericht_houdt_het_lezen_lang_bezig(stuk: str) -> None:
    """All readers together, on the largest message that is let through."""
    tekst = (stuk * MEESTE_TEKENS)[: MEESTE_TEKENS - 1] + "q"
    totaal = 0.0
    for lezer in LEZERS:
        assert _op_tijd(lezer, tekst) < math.inf
        totaal += _kortste_tijd(lezer, tekst, 3)
    assert totaal < HEEL_LEZEN


@pytest.mark.parametrize(
    "tekst",
    ["ah ok " * 60 + "q", "hallo," + " " * 1990 + "b", "nee wacht tot " * 40 + "q", "sem1: 6 " + "ervan " * 60 + "q"],
)
def test_een_bericht_dat_het_lezen_ophield_is_zo_gelezen(tekst: str) -> None:
    """Each of these took from a second to forever."""
    for lezer in LEZERS:
        assert _op_tijd(lezer, tekst) < math.inf


@pytest.mark.parametrize(
    ("tekst", "staat_erin"),
    [
        ("punten ben ik kwijt", True),
        ("kwijt zijn mijn punten", False),
        ("kwijt? punten kwijt", True),
        ("mijn punten\nben ik kwijt", False),
        ("puntenkwijt", False),
    ],
)
def test_reeksen_staan_in_hun_volgorde_in_een_regel(tekst: str, staat_erin: bool) -> None:
    """As one expression with an open gap would say it."""
    assert maak_reeksen((r"\bpunten\b", r"\bkwijt\b")).staat_in(tekst) is staat_erin
    assert (re.search(r"\bpunten\b.*\bkwijt\b", tekst) is not None) is staat_erin
