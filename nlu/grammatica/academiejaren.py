"""Which academic years a message names: "2023-2024", "23-24", "vorig jaar", "juni 2025", "twee jaar geleden"."""

from __future__ import annotations

from datetime import date

from nlu.grammatica import woorden
from nlu.patroon import maak_patroon


#: From October on an exam belongs to the academic year that has begun; in September it is the last one of the year before.
_EERSTE_EXAMENMAAND = 10
_EERSTE_MAAND = 9
#: "12-13" can be many things; as years it is only read from the first year of leerkrediet on.
_EERSTE_JAAR = 2008
_MEESTE_JAREN_TERUG = 18
_GETALWOORDEN = {
    "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10,
}  # fmt: skip

_MAANDNAAM = "|".join(sorted(woorden.MAANDEN, key=len, reverse=True))
_JAREN = maak_patroon(r"(?<![\d/.-])(?:((?:19|20)\d\d) ?[-/–] ?((?:20)?\d\d)|(\d\d) ?[-/–] ?(\d\d))(?![\d/.-])")
_MAAND_JAAR = maak_patroon(rf"\b({_MAANDNAAM}) (?:van |in )?(20\d\d)\b")
_MAAND = maak_patroon(
    rf"\b(?:in|van|eind|begin|half|op|sinds|dees) (?:(?:de|het|examen|examens) )?({_MAANDNAAM})\b(?! 20\d\d)"
)
_LOS_JAAR = maak_patroon(r"(?<![\d/.-])(?:in|van|jaar|voor|sinds)? ?\b(20[0-4]\d)\b(?![ ]?[-/–.]? ?\d)")
_VORIG = maak_patroon(r"\b(?:vorig|verleden|afgelopen|vrg|vorige) (?:academie|school|studie)?(?:jaar|jr)\b")
#: "Vorig jaar in juni" and "in juni vorig jaar" name one moment; further apart the year stands by itself.
_BIJEEN = maak_patroon(
    rf"\b(?:jaar|jr|jaren|geleden|terug)(?: in| van| op| eind| begin| half)*(?: de| het| examen| examens)* (?:{_MAANDNAAM})\b"
    rf"|\b(?:{_MAANDNAAM})(?: van)? (?:(?:vorig|verleden|afgelopen|vrg|vorige)\b|(?:\d{{1,2}}|{'|'.join(_GETALWOORDEN)}) (?:jaar|jaren))"
)
_DIT = maak_patroon(r"\b(?:dit|huidige?|lopende?|dees) (?:academie|school|studie)?(?:jaar|jr)\b")
_GELEDEN = maak_patroon(
    rf"\b(\d{{1,2}}|{'|'.join(_GETALWOORDEN)}) (?:academie|school)?(?:jaar|jaren|jr|j) (?:geleden|terug)\b"
)


def lees_academiejaren(plat: str, vandaag: date) -> tuple[list[str], int | None]:
    """Read the years of a message in small letters.

    Returns:
        the academic years in order, and a calendar year that could be either of two. What is said in a way that
        leaves two academic years open ("vorig jaar in juni", in autumn) gives none: then it is better to ask.
    """
    lopend = vandaag.year if vandaag.month >= _EERSTE_MAAND else vandaag.year - 1
    starts: set[int] = set()
    for treffer in _JAREN.finditer(plat):
        eerste = int(treffer[1] or f"20{treffer[3]}")
        tweede = int(treffer[2] or treffer[4])
        if tweede % 100 == (eerste + 1) % 100 and (treffer[1] or _EERSTE_JAAR <= eerste <= lopend):
            starts.add(eerste)
    for treffer in _MAAND_JAAR.finditer(plat):
        starts.add(_start(woorden.MAANDEN[treffer[1]], int(treffer[2])))
    if starts:
        return _namen(starts), None
    relatief: set[int] = set()
    if _VORIG.search(plat):
        relatief.add(1)
    for treffer in _GELEDEN.finditer(plat):
        terug = _GETALWOORDEN.get(treffer[1]) or int(treffer[1])
        if 1 <= terug <= _MEESTE_JAREN_TERUG:
            relatief.add(terug)
    if _DIT.search(plat):
        relatief.add(0)
    los = _LOS_JAAR.search(plat)
    maanden = {woorden.MAANDEN[treffer[1]] for treffer in _MAAND.finditer(plat)}
    if los is not None:
        gevonden = {_start(maand, int(los[1])) for maand in maanden}
        return (_namen(gevonden), None) if len(gevonden) == 1 else ([], int(los[1]))
    if relatief:
        starts = {lopend - stap for stap in relatief}
        if maanden and len(relatief) == 1 and 0 not in relatief and _BIJEEN.search(plat):
            # "Vorig jaar in juni" may be the June of the last calendar year or of the last academic year.
            kalender = {_start(maand, vandaag.year - stap) for maand in maanden for stap in relatief}
            if kalender != starts:
                return [], None
        return _namen(starts), None
    laatste = {_laatste(maand, vandaag) for maand in maanden}
    return (_namen(laatste), None) if len(laatste) == 1 else ([], None)


def _start(maand: int, jaar: int) -> int:
    return jaar if maand >= _EERSTE_EXAMENMAAND else jaar - 1


def _laatste(maand: int, vandaag: date) -> int:
    """The academic year of the exams in the last such month; the month that runs counts."""
    return _start(maand, vandaag.year if maand <= vandaag.month else vandaag.year - 1)


def _namen(starts: set[int]) -> list[str]:
    return [f"{start}-{start + 1}" for start in sorted(starts)]
