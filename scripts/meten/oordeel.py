"""Judges one answer against its turn. Mechanical: it knows what a right answer has, not what it means."""

from __future__ import annotations

import re
from collections.abc import Set
from typing import Final

from meten.antwoord import kopregel
from meten.beweringen import beweerd
from meten.bezwaar import bezwaren
from meten.getallen import getallen
from meten.getallen import heeft_getal
from meten.vorm import Beurt
from meten.vorm import Oordeel


#: A small figure is easily there by chance, so it must stand in the first characters.
KLEIN: Final = range(61)
VROEG: Final = 160
#: Figures that anybody may name: what one starts with, and what counts double.
ALTIJD: Final = frozenset({140, 60})
#: More figures than these that nobody expects is a list, not an answer.
MEESTE_VREEMDE: Final = 8
#: From this length on a sentence that was said before is a repetition.
LANGE_ZIN: Final = 60
_GROOTBOEK: Final = re.compile(r"^\s*(?:[-−+]?\d+\s*→|0 →|start:|.*→)|^\s*(?:begrepen|bron|ik nam aan)\b", re.I)
_STORING: Final = re.compile(r"(?:ging|liep) (?:er )?(?:bij mij )?(?:iets|wat) (?:mis|fout)|\(geen antwoord", re.I)


def beoordeel(beurt: Beurt, tekst: str, eerder: str, verteld: Set[int]) -> Oordeel:
    """What is wrong with the answer ``tekst``.

    ``eerder`` holds the answers before it; ``verteld`` the figures that the student told up to now, and those that the
    right answers before this one stated.
    """
    kop = kopregel(tekst)
    mis = [f"geen {getal}" for getal in beurt.cijfers if not _staat_er(kop, getal)]
    ontbreekt = bool(mis)
    mis += _patronen(beurt, tekst.lower())
    if _omgekeerd(beurt.kern, kop):
        mis.append("ja en nee verwisseld")
    mag = {*beurt.cijfers, *getallen(beurt.kern), *verteld, *ALTIJD}
    fout_saldo = _fout_saldo(beurt, kop, mag, verteld, ontbreekt)
    if fout_saldo:
        mis.append("fout saldo")
    if len(getallen(kop) - mag) > MEESTE_VREEMDE:
        mis.append("te veel getallen")
    genoemd = any(heeft_getal(kop.lower(), getal) for getal in beurt.cijfers)
    vraagt = bool(beurt.cijfers) and "?" in kop and not genoemd and not fout_saldo
    return Oordeel(
        mis=tuple(mis),
        fout_saldo=fout_saldo,
        vraagt=vraagt,
        herhaald=any(zin in eerder for zin in _lange_zinnen(tekst)),
        storing=not re.sub(r"[\s.…]", "", tekst) or _STORING.search(tekst) is not None,
        bezwaren=bezwaren(beurt, tekst, eerder, vraagt=vraagt),
    )


def _staat_er(kop: str, getal: int) -> bool:
    return heeft_getal((kop[:VROEG] if getal in KLEIN else kop).lower(), getal)


def _patronen(beurt: Beurt, tekst: str) -> list[str]:
    ontbreekt = [
        f"niets van {' | '.join(patroon.pattern for patroon in groep)}"
        for groep in beurt.bevat
        if not any(patroon.search(tekst) for patroon in groep)
    ]
    return ontbreekt + [f"zegt {patroon.pattern}" for patroon in beurt.vermijd if patroon.search(tekst)]


def _omgekeerd(kern: str, kop: str) -> bool:
    """Whether one opens with ja and the other with nee."""
    return any(
        re.match(rf"\W*{een}\b", kern, re.I) and re.match(rf"\W*{ander}\b", kop, re.I)
        for een, ander in (("ja", "neen?"), ("neen?", "ja"))
    )


def _fout_saldo(beurt: Beurt, kop: str, mag: Set[int], verteld: Set[int], ontbreekt: bool) -> bool:
    beweringen = beweerd(kop)
    if any(getal in beurt.niet and getal not in beurt.cijfers for getal in beweringen):
        return True
    # Only where a balance of its own is due: else any balance that is named would be a wrong one.
    if not beurt.cijfers and not getallen(beurt.kern) - verteld - ALTIJD:
        return False
    if any(getal not in mag for getal in beweringen[:1]):
        return True
    # Beside a question a balance may be one that was told before; without one it stands as the answer.
    zeker = mag if "?" in kop else {*beurt.cijfers, *getallen(beurt.student)}
    return ontbreekt and any(getal not in zeker for getal in beweringen)


def _lange_zinnen(tekst: str) -> list[str]:
    zinnen = [zin.strip() for zin in re.split(r"(?<=[.?!])\s|\n", tekst)]
    return [zin for zin in zinnen if len(zin) >= LANGE_ZIN and not _GROOTBOEK.search(zin)]
