"""A full programme named without its number: "voltijds", "een volledig programma"."""

from __future__ import annotations

from nlu.grammatica.regels import Regel
from nlu.grammatica.regels import samengevat
from nlu.grammatica.regels import vervang
from nlu.grammatica.tekens import Teken
from nlu.grammatica.tellen import herken_rol
from nlu.grammatica.tellen import woord_op
from nlu.patroon import maak_patroon


VOLTIJDS = 60
"""Study points of a full year."""

_VOL = maak_patroon(
    r"(?<![\w-])(?:volledig|vol|normaal|voltijds|heel|gewoon|standaard|full)\ (?:programma|pakket|traject|jaarprogramma|modeltraject|studieprogramma)\b"
    r"|\b(?:een|n|ne|mijn)\ (?:voltijds|vol|volledig)\ jaar\b"
    r"|\b(?:voltijds|voltijd|voltijdse|fulltime|modeltraject)\b|\bfull\ (?:-\ )?time\b"
)
_WERK = frozenset(("werk", "werken", "werkt", "werkte", "gewerkt", "job", "baan", "werkend", "aan", "leerkracht"))
_ONTKENNING = frozenset(("niet", "nie", "ni", "geen", "gene"))
_VRAAG = frozenset(("mag", "kan", "kun", "moet", "wat", "hoeveel", "is", "ist", "wa"))
_WOORDEN_ANTWOORD = 8


def lees_voltijds(tekens: list[Teken]) -> list[Teken]:
    """Read a full programme as 60 study points taken up, as an assumption; a number of the message goes before it."""
    if not any(t.tekst.startswith(("volt", "vol", "full", "model", "normaal", "heel", "gewoon")) for t in tekens):
        return tekens
    nieuw: list[tuple[int, int, Teken]] = []
    for _, begin, eind in Regel(tekens).zoek(_VOL):
        rond = {t.tekst for t in tekens[max(0, begin - 3) : begin] + tekens[eind : eind + 3]}
        if rond & _WERK or {t.tekst for t in tekens[max(0, begin - 3) : begin]} & _ONTKENNING:
            continue
        eigen = _eigen_getal(tekens, begin, eind)
        if eigen is not None:
            if eigen.rol is None and eigen.vakken is None and herken_rol(woord_op(tekens, begin - 1)) is None:
                eigen.rol, eigen.vast = "opgenomen", True
            continue
        if not (_kort(tekens) or _noemt_uitkomst(tekens)):
            continue
        zestig = samengevat(tekens, begin, eind, "opgenomen", VOLTIJDS)
        zestig.vermoed = True
        nieuw.append((begin, eind, zestig))
    return vervang(tekens, nieuw) if nieuw else tekens


def is_aangenomen(t: Teken) -> bool:
    """Tell whether a number is the full programme that was only named, which any number of the year goes before."""
    return t.rol == "opgenomen" and t.vast and t.vermoed


def _eigen_getal(tekens: list[Teken], begin: int, eind: int) -> Teken | None:
    """Give the number of the programme that stands beside it: "voltijds 54", "54 sp voltijds"."""
    for t in tekens[max(0, begin - 2) : begin]:
        if t.soort == "getal":
            return t
    for k in range(eind, min(eind + 3, len(tekens))):
        if tekens[k].tekst in (",", ".", ";", "en", "maar"):
            return None
        if tekens[k].soort == "getal":
            rol = herken_rol(woord_op(tekens, k + 1))
            return None if rol is not None and rol[0] != "opgenomen" else tekens[k]
    return None


def _noemt_uitkomst(tekens: list[Teken]) -> bool:
    return any(t.soort in ("getal", "deel") for t in tekens)


def _kort(tekens: list[Teken]) -> bool:
    woorden = [t for t in tekens if t.soort not in ("teken", "regel")]
    vraagt = any(t.tekst == "?" for t in tekens) or woord_op(tekens, 0) in _VRAAG
    return len(woorden) <= _WOORDEN_ANTWOORD and not vraagt
