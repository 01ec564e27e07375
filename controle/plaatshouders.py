"""Every placeholder is filled, whatever school the assistant serves, and no text is longer than a telephone shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from controle.bevinding import Bevinding
from controle.inhoud import Inhoud


MEESTE_TEKENS: Final = 650
#: As long as a button's title allows beside "Bij ... " and the like; see ``instelling.yml``.
_KORTE_NAAM: Final = ("instelling_kort", 12)
_OPEN: Final = re.compile(r"\{[^{}]*\}|[{}]")
_OPMAAK: Final = re.compile(r"</?[a-z]+[^>]*>|\*\*|__|`|\]\(|^#", re.IGNORECASE | re.MULTILINE)


def controleer(inhoud: Inhoud) -> list[Bevinding]:
    """Holes, markup, empty texts and texts that are too long."""
    return [*_varianten(inhoud), *_instelling(inhoud)]


def _varianten(inhoud: Inhoud) -> Iterator[Bevinding]:
    for variant in inhoud.varianten:
        tekst = inhoud.gevuld(variant)
        if not tekst.strip():
            yield Bevinding(variant.bestand, variant.plaats, "de tekst is leeg")
        for open_ in _OPEN.findall(tekst):
            yield Bevinding(variant.bestand, variant.plaats, f"niets vult {open_} in; zie {inhoud.instelling_bestand}")
        if opmaak := _OPMAAK.search(tekst):
            yield Bevinding(variant.bestand, variant.plaats, f"'{opmaak[0]}' is opmaak; schrijf gewone tekst")
        if len(tekst) > MEESTE_TEKENS:
            yield Bevinding(variant.bestand, variant.plaats, f"{len(tekst)} tekens; hoogstens {MEESTE_TEKENS}")


def _instelling(inhoud: Inhoud) -> Iterator[Bevinding]:
    for naam, tekst in inhoud.instelling.teksten.items():
        if _OPEN.search(tekst):
            yield Bevinding(inhoud.instelling_bestand, naam, "een plaatshouder in een plaatshouder wordt niet ingevuld")
    naam, meeste = _KORTE_NAAM
    if len(inhoud.instelling.teksten.get(naam, "")) > meeste:
        yield Bevinding(inhoud.instelling_bestand, naam, f"hoogstens {meeste} tekens")
