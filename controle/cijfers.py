"""Every figure in an answer is what the core says, and every figure is accounted for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping
from typing import Any
from typing import Final

from controle.bevinding import Bevinding
from controle.duiding import DuidingFout
from controle.duiding import klopt
from controle.inhoud import CIJFERS
from controle.inhoud import Inhoud


_MAANDEN: Final = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_ADRES: Final = re.compile(r"\w+://\S+|\bwww\.\S+")
#: In this order, so that a year of a date is not taken for a loose number.
_GETAL: Final = re.compile(rf"\d{{4}}-\d{{4}}|\d{{1,2}} (?:{_MAANDEN})\b|\d+|\bhelft\b", re.IGNORECASE)
#: A number in words would escape the check. Up to six they are also ordinary words ("in twee delen").
_IN_WOORDEN: Final = re.compile(
    r"\b(?:zeven|negen|tien|elf|twaalf|(?:der|veer|vijf|zes|zeven|acht|negen)tien|(?:\w+en)?(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)"
    r"|(?:\w+)?honderd\w*)\b",
    re.IGNORECASE,
)


def getallen(tekst: str) -> list[str]:
    """The figures of ``tekst``, each once, as ``cijfers.yml`` writes them.

    >>> getallen("Voor 1 december 60 terug, in 2008-2009 de helft. Zie https://a.be/12")
    ['1 december', '60', '2008-2009', 'helft']
    """
    return list(dict.fromkeys(getal.lower() for getal in _GETAL.findall(_ADRES.sub(" ", tekst))))


def controleer(inhoud: Inhoud) -> list[Bevinding]:
    """Figures without an entry, entries without a figure, and figures that differ from the core."""
    return [*_antwoorden(inhoud), *_instelling(inhoud)]


def _antwoorden(inhoud: Inhoud) -> Iterator[Bevinding]:
    ingang = {
        (antwoord, _sleutel(rij["als"])): rij["cijfers"]
        for antwoord, rijen in (inhoud.cijfers["antwoorden"] or {}).items()
        for rij in rijen
    }
    aantal = sum(len(rijen) for rijen in (inhoud.cijfers["antwoorden"] or {}).values())
    if aantal > len(ingang):
        yield Bevinding(CIJFERS, "antwoorden", "een variant staat er meer dan één keer")
    for variant in inhoud.varianten:
        tekst = "\n".join((variant.tekst, *(knop.titel for knop in variant.knoppen)))
        cijfers = ingang.pop((variant.antwoord, _sleutel(variant.als)), {})
        for fout in _vergelijk(tekst, cijfers, None):
            yield Bevinding(variant.bestand, variant.plaats, fout)
    for antwoord, als in ingang:
        voorwaarden = ", ".join(f"{naam}: {waarde}" for naam, waarde in als) or "zonder voorwaarde"
        yield Bevinding(CIJFERS, antwoord, f"deze variant bestaat niet: {voorwaarden}")


def _instelling(inhoud: Inhoud) -> Iterator[Bevinding]:
    ingang = dict(inhoud.cijfers["instelling"] or {})
    for naam, tekst in inhoud.instelling.teksten.items():
        for fout in _vergelijk(tekst, ingang.pop(naam, {}), inhoud.instelling.sleutel):
            yield Bevinding(inhoud.instelling_bestand, naam, fout)
    for naam in ingang:
        yield Bevinding(CIJFERS, naam, f"deze plaatshouder staat niet in {inhoud.instelling_bestand}")


def _vergelijk(tekst: str, cijfers: Mapping[str, list[dict[str, Any]]], sleutel: str | None) -> Iterator[str]:
    """What is wrong between a text and its entries; ``sleutel`` is the only institution that may be meant, if any."""
    staan_er = getallen(tekst)
    for getal in staan_er:
        if getal not in cijfers:
            yield f"het getal {getal} staat niet in {CIJFERS}"
    for woord in _IN_WOORDEN.findall(_ADRES.sub(" ", tekst)):
        yield f"schrijf '{woord}' in cijfers, dan wordt het nagekeken"
    for getal, duidingen in cijfers.items():
        if getal not in staan_er:
            yield f"{CIJFERS} noemt {getal}, maar dat staat hier niet meer"
            continue
        if not duidingen:
            yield f"{CIJFERS} zegt niet wat {getal} is"
        for duiding in duidingen:
            if sleutel is not None and duiding.get("instelling", sleutel) != sleutel:
                yield f"{CIJFERS} houdt {getal} tegen {duiding['instelling']}, maar dit is de tekst van {sleutel}"
            try:
                fout = klopt(getal, duiding)
            except DuidingFout as probleem:
                fout = f"de duiding van {getal} in {CIJFERS} kan niet: {probleem}"
            if fout:
                yield fout


def _sleutel(als: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(als.items()))
