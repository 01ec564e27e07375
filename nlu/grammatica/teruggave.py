"""Study points that the Raad returned after overmacht: "als ik 12 terugkrijg van de raad"."""

from __future__ import annotations

import re

from nlu.grammatica.regels import Regel
from nlu.grammatica.tekens import Teken


_WIE = r"(?:raad|overmacht|verzoekschrift)"
_TERUG = r"(?:terug(?:krijg|krijgt|krijgen|kreeg|gekregen|gegeven|gaf|geeft|geven|gestort)?)"
_W = r"(?:[^\W\d_]+\ )"

_TERUGGAVE = re.compile(
    rf"\#(?P<a>\d+)\ {_W}{{0,3}}?{_TERUG}\b(?=.*\b{_WIE}\b)"
    rf"|\b{_WIE}\ {_W}{{0,5}}?\#(?P<b>\d+)\ {_W}{{0,2}}?{_TERUG}\b"
    rf"|\b{_WIE}\ {_W}{{0,4}}?{_TERUG}\ {_W}{{0,2}}?\#(?P<c>\d+)"
    rf"|\b{_TERUG}\ {_W}{{0,2}}?\#(?P<d>\d+)(?=.*\b{_WIE}\b)"
    rf"|\bteruggave\ (?:van\ )?\#(?P<e>\d+)",
    re.VERBOSE,
)

_VRAAGT_TERUG = re.compile(
    rf"\#(?P<a>\d+)\ {_W}{{0,6}}?(?:terugvragen|terugvraag|terugvraagt|terugvorderen|terugeisen|terug\ (?:te\ )?vragen|teruggevraagd)\b"
    rf"|^{_W}{{0,2}}?(?:kan|kunnen|mag|zou|kon)\ {_W}{{0,4}}?\#(?P<b>\d+)\ {_W}{{0,6}}?(?:terugkrijgen|terughebben)\b",
    re.VERBOSE,
)


def lees_teruggave(tekens: list[Teken]) -> None:
    """Mark the numbers that the Raad returned, so that none is taken for acquired.

    Points that the student would like to ask back ("kan ik die 6 punten terugvragen") are no points of anything yet.
    """
    if not any(t.tekst.startswith("terug") for t in tekens):
        return
    regel = Regel(tekens)
    for treffer, _, _ in regel.zoek(_VRAAGT_TERUG):
        naam = next(naam for naam, waarde in treffer.groupdict().items() if waarde is not None)
        gevraagd = tekens[regel.index(treffer.start(naam))]
        if gevraagd.soort == "getal" and not gevraagd.vast:
            gevraagd.soort = "negeer"
    for treffer, _, _ in regel.zoek(_TERUGGAVE):
        naam = next(naam for naam, waarde in treffer.groupdict().items() if waarde is not None)
        getal = tekens[regel.index(treffer.start(naam))]
        if getal.soort == "getal":
            getal.rol, getal.vast = "teruggave", True
