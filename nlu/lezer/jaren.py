"""The academic year that a fact is about: as a label, the years that it may be, and what speaks for each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from typing import Any
from typing import Final

from gesprek.lezing import Feit
from gesprek.machine import los_sleutel
from gesprek.staat import Staat
from gesprek.steekkaart import Schrijver
from gesprek.steekkaart import Steekkaart
from nlu.patroon import maak_patroon


if TYPE_CHECKING:
    from nlu.lezer.bericht import Bericht

#: No year, or nothing.
GEEN: Final = "-"
VERTELD: Final = ("vertel", "antwoord", "verbeter", "veronderstel")
#: Facts that hold in general.
ZONDER_JAAR: Final = frozenset(
    """school contract opleiding verdubbeling_over eerder_verworven raad gemist generatiestudent beurs diploma""".split()
)
_ALTIJD: Final = ("o0", "o-1", "o1", "o-2", "r1", "r2", "r3")
_BENOEMD: Final = {0: "nu", -1: "vorig", 1: "volgend"}
_SLEUTEL: Final = los_sleutel(b"alleen om jaren te vinden, niets geheims")
_TIJDWOORDEN: Final = frozenset(
    """nu dit nadien daarop erop nadie poging dees deze toen daarvoor erna ervoor dan eerste 1e 1ste 1st tweede 2e 2de derde 3e
    3de vierde 4e laatste ooit sinds jaar jr jaars eerstejaars tweedejaars semester sem juni""".split()
)
_TIJD_BEGINT_MET: Final = ("vorig", "vrig", "volgend", "verl", "daarna", "jan", "aug", "sept")
_EXPLICIET: Final = maak_patroon(r"(20\d\d)\s*[-–/]\s*(?:20)?\d\d|'?(\d\d)\s*[-–/]\s*'?(\d\d)|\b(20[012]\d)\b")
#: What the beginning of a word says of the year.
_WIJZERS: Final = {
    woord[:5]: jaar
    for jaar, woorden in {
        "o0": "nu dit tans momenteel nou dees deze",
        "o-1": "vorig verleden verle",
        "o1": "volgend",
        "r1": "eerste 1e 1ste 1st",
        "r2": "tweede 2e 2de",
        "r3": "derde 3e 3de",
        "r4": "vierde 4e 4de",
    }.items()
    for woord in woorden.split()
}
_GRENZEN: Final = frozenset(",.;/?!")
_VER: Final = 9
_DICHTBIJ: Final = 4


def _is_tijdwoord(woord: str) -> bool:
    if woord.isdecimal():
        return len(woord) == len("2026")
    return woord in _TIJDWOORDEN or woord.startswith(_TIJD_BEGINT_MET)


def label(start: int | None, rang: int | None, lopend: int) -> str:
    """``o-1`` for the year before the running one, ``r2`` for somebody's second year whose date is not known."""
    return f"o{start - lopend}" if start is not None else f"r{rang}"


def als_verwijzing(jaar: str, lopend: int) -> str | None:
    """The year of a label as ``gesprek.lezing.Feit.jaar`` writes it."""
    if jaar == GEEN:
        return None
    if jaar[0] == "r":
        return jaar[1:]
    verschil = int(jaar[1:])
    return _BENOEMD.get(verschil, f"{lopend + verschil}-{lopend + verschil + 1}")


def volgorde(verwijzing: str, lopend: int) -> int:
    """The calendar year in which a dated year starts, written as ``gesprek.lezing.Feit.jaar``."""
    return next((lopend + stap for stap, naam in _BENOEMD.items() if naam == verwijzing), 0) or int(verwijzing[:4])


def labels(staat: Staat, daden: Iterable[dict[str, Any]], lopend: int) -> list[str]:
    """The label of the year of each fact of a turn, in order, as the machine would place it."""
    uit: list[str] = []
    wie, kaarten, stel, focus = staat.wie, dict(staat.kaarten), staat.stel, staat.focus
    for daad in daden:
        if daad.get("persoon") not in (None, wie):
            wie, stel, focus = daad["persoon"], None, None
        if daad["soort"] not in VERTELD:
            continue
        verondersteld = daad["soort"] == "veronderstel"
        kaart = kaarten.get(wie, Steekkaart())
        schrijver = Schrijver(
            (stel or kaart) if verondersteld else kaart, lopend, focus, _SLEUTEL, kaart if verondersteld else None,
            verbetert=daad["soort"] == "verbeter",
        )  # fmt: skip
        for gegeven in daad.get("feiten", ()):
            uit.append(_plaats(schrijver, gegeven, lopend, verondersteld=verondersteld))
        focus = schrijver.focus
        if verondersteld:
            stel = schrijver.kaart
        else:
            kaarten[wie] = schrijver.kaart
    return uit


def _plaats(schrijver: Schrijver, gegeven: dict[str, Any], lopend: int, *, verondersteld: bool) -> str:
    feit = Feit.parse_obj(gegeven)
    jaar = feit.jaar
    if jaar is None and feit.wat in ("stop", "overstap", "niet_ingeschreven", "saldo"):
        jaar = "nu"
    plaats = schrijver.vast_jaar(feit) if jaar is feit.jaar else schrijver.zoek_jaar(jaar)
    if jaar is None:
        plaats = schrijver.zoek_jaar(None, verondersteld=verondersteld)
    schrijver.schrijf(feit, verondersteld=verondersteld)
    return GEEN if feit.wat in ZONDER_JAAR and feit.jaar is None else label(*plaats, lopend)


def genoemd(bericht: Bericht) -> list[tuple[int, str]]:
    """The years that the text names in figures: where, and their label."""
    uit = []
    for treffer in _EXPLICIET.finditer(bericht.tekst):
        kort, volgend = treffer[2], treffer[3]
        if kort and int(volgend) != int(kort) + 1:
            continue
        uit.append((treffer.start(), f"o{int(treffer[1] or treffer[4] or '20' + kort) - bericht.lopend}"))
    return uit


def kandidaten(bericht: Bericht, gezien: list[str]) -> list[str]:
    """The years that a fact may be about; ``gezien`` are those of the facts before it in the message."""
    uit = {*_ALTIJD, *(jaar for _, jaar in genoemd(bericht))}
    if any(_WIJZERS.get(w.klein[:5]) == "r4" for w in bericht.woorden):
        uit.add("r4")
    for jaar in (bericht.stand["focus"], *gezien[-2:]):
        if jaar != GEEN:
            nummer = int(jaar[1:])
            uit |= {f"{jaar[0]}{nummer + stap}" for stap in (-1, 0, 1) if jaar[0] == "o" or nummer + stap > 0}
    return sorted(uit)


class Tijd:
    """What of the time a message and its state say, the same for all its facts."""

    def __init__(self, bericht: Bericht) -> None:
        self.genoemd = genoemd(bericht)
        self.woorden = {w.klein for w in bericht.woorden if _is_tijdwoord(w.klein)}
        self.wijzers = [(i, w) for i, b in enumerate(bericht.woorden) if (w := _WIJZERS.get(b.klein[:5]))]
        self.tijdwoorden = [(i, b.klein) for i, b in enumerate(bericht.woorden) if _is_tijdwoord(b.klein)]
        self.bekend: dict[str, set[str]] = {}
        for _, rol, jaar in bericht.bekend:
            self.bekend.setdefault(jaar, set()).add(rol[:2])

    def wijzer(self, plaats: int, *, links: bool) -> tuple[str, int, int] | None:
        """The nearest word left or right of a place that points to a year, how far it is, and where."""
        passend = [(w, abs(i - plaats), i) for i, w in self.wijzers if (i < plaats if links else i >= plaats)]
        return min(passend, key=lambda paar: paar[1]) if passend else None


def _ver(afstand: int) -> int:
    return afstand if afstand < _DICHTBIJ else _DICHTBIJ if afstand < _VER else _VER


def kenmerken(
    bericht: Bericht, tijd: Tijd, plek: tuple[int, int], rol: str, soort: str, jaar: str, gezien: list[str], vorige: str
) -> dict[str, float]:
    """What speaks for a fact being about ``jaar``.

    Args:
        bericht: the message.
        tijd: what it says of the time.
        plek: the words that carry the fact.
        rol: what it is about.
        soort: how it is said.
        jaar: the year, as a label.
        gezien: the years of the facts before it in the message.
        vorige: what the fact before it is about.
    """
    i, j = plek
    vormen, stand = bericht.vormen, bericht.stand
    hoe = _verhoudingen(bericht, tijd, plek, jaar, gezien)
    grens = any(vormen[x] in ",.;/?!-+&" or vormen[x] == "en" for x in range(max(0, i - 3), i))
    bij = [
        f"{rol}|{soort}", f"n{stand['nu']}{stand['vorig']}", f"o{stand['open']}", f"d{stand['daad']}|{soort}",
        f"v{vorige}|{rol}", f"g{grens}",
    ]  # fmt: skip
    bij += [f"T{w}" for w in tijd.woorden] + [f"S{s}" for s in bericht.signalen]
    for plaats, woord in tijd.tijdwoorden:
        if 0 < i - plaats < _VER:
            bij += [f"l{min(i - plaats, 4)}{woord}", f"l{woord}"]
        elif 0 <= plaats - j < _DICHTBIJ + 1:
            bij += [f"r{min(plaats - j + 1, 3)}{woord}", f"r{woord}"]
    for d in (1, 2, 3):
        if i - d >= 0:
            bij += [f"L{d}{vormen[i - d]}", f"Lk{d}{bericht.groepen[i - d][1]}"]
        if j + d - 1 < len(vormen):
            bij.append(f"R{d}{vormen[j + d - 1]}")
    bij += [f"in{vorm}" for vorm in vormen[i:j] if not vorm.startswith("#")]
    uit = dict.fromkeys(hoe, 1.0)
    for een in hoe:
        for ander in bij:
            uit[f"{een}|{ander}"] = 1.0
    return uit


def _verhoudingen(bericht: Bericht, tijd: Tijd, plek: tuple[int, int], jaar: str, gezien: list[str]) -> list[str]:
    """How a year lies to what is known, to the years before it in the message, and to the words that point to one."""
    i, j = plek
    uit = [jaar if jaar in (*_ALTIJD, "o2", "o-3", "r4") else "ver"]
    for naam, ander in (("focus", bericht.stand["focus"]), ("vorig feit", gezien[-1] if gezien else GEEN)):
        if ander == jaar:
            uit.append(naam)
        elif ander[0] == jaar[0] and abs(stap := int(jaar[1:]) - int(ander[1:])) == 1:
            uit.append(f"{naam}{stap:+d}")
    if gezien and i and bericht.vormen[i - 1] == "/":
        # "54/48" speaks of one year.
        uit.append(f"schuin{jaar == gezien[-1]:d}")
    uit.append("eerste" if not gezien else "al gezien" if jaar in gezien[:-1] else "nieuw")
    uit.append("bekend" + "".join(sorted(tijd.bekend.get(jaar, ()))))
    if bericht.stand["openjaar"] == jaar:
        uit.append("gevraagd")
    if tijd.genoemd:
        links = [naam for plaats, naam in tijd.genoemd if plaats <= bericht.woorden[i].begin]
        if links and links[-1] == jaar:
            uit.append("genoemd links")
        elif not links and tijd.genoemd[0][1] == jaar:
            uit.append("genoemd rechts")
        else:
            uit.append("ook genoemd" if any(naam == jaar for _, naam in tijd.genoemd) else "niet genoemd")
    links_, rechts = tijd.wijzer(i, links=True), tijd.wijzer(j, links=False)
    for kant, wijzer in (("links", links_), ("rechts", rechts)):
        if wijzer is not None:
            klopt = "=" if wijzer[0] == jaar else "!"
            uit += [f"{kant}{klopt}", f"{kant}{klopt}@{_ver(wijzer[1])}"]
    if links_ is not None:
        # Whether its own amount already stands between: "vorig jaar 60 op en 45 gehaald".
        eigen = sum(g is not None for g in bericht.getallen[links_[2] + 1 : i])
        uit.append(f"links{'=' if links_[0] == jaar else '!'}n{min(eigen, 2)}")
    if rechts is not None:
        # Behind a comma, or with an amount of its own, it is the beginning of what comes next: "45 gehaald, dit jaar 57".
        grens = any(vorm in _GRENZEN for vorm in bericht.vormen[j : rechts[2]])
        volgt = any(g is not None for g in bericht.getallen[rechts[2] + 1 : rechts[2] + 1 + _DICHTBIJ])
        uit.append(f"rechts{'=' if rechts[0] == jaar else '!'}g{grens:d}v{volgt:d}")
    if links_ is not None:
        uit.append(f"beide{links_[0] == jaar:d}{rechts is not None:d}{rechts is not None and rechts[0] == jaar:d}")
    return uit
