"""Study points that the Raad returned after overmacht: "als ik 12 terugkrijg van de raad"."""

from __future__ import annotations

from nlu.grammatica.regels import Regel
from nlu.grammatica.tekens import Teken
from nlu.patroon import UITGESCHREVEN
from nlu.patroon import Treffer
from nlu.patroon import maak_patroon


_WIE = r"(?:raad|overmacht|verzoekschrift)"
_TERUG = r"(?:terug(?:krijg|krijgt|krijgen|kreeg|gekregen|gegeven|gaf|geeft|geven|gestort)?)"
_W = r"(?:[^\W\d_]+\ )"

_GEVER = maak_patroon(rf"\b{_WIE}\b")
_TERUGGAVE = maak_patroon(
    rf"\b{_WIE}\ {_W}{{0,5}}?\#(?P<b>\d+)\ {_W}{{0,2}}?{_TERUG}\b"
    rf"|\b{_WIE}\ {_W}{{0,4}}?{_TERUG}\ {_W}{{0,2}}?\#(?P<c>\d+)"
    rf"|\bteruggave\ (?:van\ )?\#(?P<e>\d+)",
    UITGESCHREVEN,
)
#: Only where who returned it is named further on.
_EERST_TERUG = maak_patroon(
    rf"\#(?P<a>\d+)\ {_W}{{0,3}}?{_TERUG}\b|\b{_TERUG}\ {_W}{{0,2}}?\#(?P<d>\d+)", UITGESCHREVEN
)

_VRAAGT_TERUG = maak_patroon(
    rf"\#(?P<a>\d+)\ {_W}{{0,6}}?(?:terugvragen|terugvraag|terugvraagt|terugvorderen|terugeisen|terug\ (?:te\ )?vragen|teruggevraagd)\b"
    rf"|^{_W}{{0,2}}?(?:kan|kunnen|mag|zou|kon)\ {_W}{{0,4}}?\#(?P<b>\d+)\ {_W}{{0,6}}?(?:terugkrijgen|terughebben)\b",
    UITGESCHREVEN,
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
    for treffer in _teruggaven(regel.tekst):
        naam = next(naam for naam, waarde in treffer.groupdict().items() if waarde is not None)
        getal = tekens[regel.index(treffer.start(naam))]
        if getal.soort == "getal":
            getal.rol, getal.vast = "teruggave", True


def _teruggaven(tekst: str) -> list[Treffer]:
    """What was returned, in the order of the text; the first of overlapping ones wins."""
    laatste = max((gever.start() for gever in _GEVER.finditer(tekst)), default=0)
    gevonden = [*_TERUGGAVE.finditer(tekst), *_EERST_TERUG.finditer(tekst, 0, laatste)]
    uit: list[Treffer] = []
    for treffer in sorted(gevonden, key=lambda treffer: treffer.start()):
        if not uit or treffer.start() >= uit[-1].end():
            uit.append(treffer)
    return uit
