"""The school that a message names."""

from __future__ import annotations

from typing import Final

from rapidfuzz import fuzz
from rapidfuzz import process

from nlu.lezer.stukken import stukken


#: The key of each school by its names; longer names win.
NAMEN: Final = {
    tuple(naam.split("_")): sleutel
    for sleutel, namen in {
        "UGent": "ugent universiteit_gent univ_gent unief_gent gent_univ gentse_universiteit gentse_unief gent_unief rug gent",
        "KULeuven": "kuleuven ku_leuven kul leuven",
        "EhB": "ehb erasmushogeschool erasmus_hogeschool",
        "Odisee": "odisee odyssee",
        "ThomasMore": "thomasmore thomas_more tm",
        "LUCA": "luca",
        "UAntwerpen": "uantwerpen ua universiteit_antwerpen unief_antwerpen",
        "VUB": "vub vrije_universiteit_brussel",
        "UCLL": "ucll",
        "KdG": "kdg karel_de_grote",
        "VIVES": "vives",
        "Artevelde": "artevelde arteveldehogeschool",
        "HOGENT": "hogent hogeschool_gent",
        "Howest": "howest",
        "PXL": "pxl",
        "AP": "ap ap_hogeschool",
        "UHasselt": "uhasselt universiteit_hasselt unief_hasselt",
    }.items()
    for naam in namen.split()
}
#: These are other words too, unless in capitals or behind one of ``_BIJ``.
_AFKORTINGEN: Final = frozenset(("tm", "ua", "ap", "rug", "luca", "kul", "gent"))
_BIJ: Final = frozenset("aan op bij naar nr van in de ad vd".split())
_LANG: Final = 6
_LIJKT: Final = 86
_LANGE: Final = [naam[0] for naam in NAMEN if len(naam) == 1 and len(naam[0]) >= _LANG]
_MEESTE_WOORDEN: Final = max(len(naam) for naam in NAMEN)


def lees_school(tekst: str) -> str | None:
    """The key of the first school that ``tekst`` names, or None."""
    woorden = [woord for woord in stukken(tekst) if woord.tekst[0].isalpha()]
    klein = [woord.klein for woord in woorden]
    for plaats in range(len(klein)):
        for lengte in range(_MEESTE_WOORDEN, 0, -1):
            naam = tuple(klein[plaats : plaats + lengte])
            sleutel = NAMEN.get(naam)
            if sleutel is None:
                continue
            vorig = klein[plaats - 1] if plaats else ""
            if naam[0] in _AFKORTINGEN and lengte == 1:
                if not woorden[plaats].tekst.isupper() and (vorig not in _BIJ or naam[0] in ("rug", "kul")):
                    continue
            return sleutel
        if len(klein[plaats]) >= _LANG:
            gelijk = process.extractOne(klein[plaats], _LANGE, scorer=fuzz.ratio, score_cutoff=_LIJKT)
            if gelijk is not None and gelijk[0][0] == klein[plaats][0]:
                return NAMEN[(str(gelijk[0]),)]
    return None
