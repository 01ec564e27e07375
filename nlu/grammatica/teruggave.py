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


def lees_teruggave(tekens: list[Teken]) -> None:
    """Mark the numbers that the Raad returned, so that none is taken for acquired."""
    if not any(t.tekst.startswith("terug") for t in tekens):
        return
    regel = Regel(tekens)
    for treffer, _, _ in regel.zoek(_TERUGGAVE):
        naam = next(naam for naam, waarde in treffer.groupdict().items() if waarde is not None)
        getal = tekens[regel.index(treffer.start(naam))]
        if getal.soort == "getal":
            getal.rol, getal.vast = "teruggave", True
