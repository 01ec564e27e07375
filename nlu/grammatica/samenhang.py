"""Numbers that get their meaning from each other: "60 waarvan 45", "statistiek (6 sp) en chemie (3 sp)", "dus 48"."""

from __future__ import annotations

from copy import copy

from nlu.grammatica import woorden
from nlu.grammatica.spelling import is_bekend
from nlu.grammatica.tekens import Teken
from nlu.grammatica.tellen import is_getal
from nlu.grammatica.tellen import woord_op


GROOTSTE_VAK = 36
"""Study points of the largest number that is told course by course."""
_VER = 8
"""Tokens between two numbers of one list."""
_KOPPEL = frozenset({"en", ",", "+", "&", "plus"})
_VULLING = woorden.reeks("( ) in voor op van de het een mijn mn die aan ook nog vak vakken : - sp bij")
_VAKNAAM = woorden.reeks("stage thesis bachelorproef masterproef proef")
_EINDE = frozenset({".", "!", "?", ";"})
_ER = woorden.reeks("ik er der je ge we daar dan maar slechts amper k nog dat")
_OPNIEUW = woorden.reeks("opnieuw herdoen herdoe herneem hernemen erbij extra")
_MIJN = frozenset({"mijn", "mn", "men", "m'n"})
_REDEN = woorden.reeks("omdat want waarvan waaronder inclusief incl")
_MEEGENOMEN = woorden.reeks("mee meenemen meegenomen opnieuw herneem hernemen overgedragen meepakken meesleuren vorig")
_UITKOMST = frozenset({"verworven", "niet_geslaagd", "getolereerd"})


def leg_verband(tekens: list[Teken]) -> None:
    """Give numbers without a role word the role that the number beside them implies."""
    _lees_waarvan(tekens)
    _lees_onder_nul(tekens)
    for volgorde in (range(len(tekens)), range(len(tekens) - 1, -1, -1)):
        for i in volgorde:
            _schakel_in(tekens, i)
    _lees_saldo_nu(tekens)
    _lees_al_mijn(tekens)
    _lees_reden(tekens)
    _lees_andere(tekens)
    _lees_dus(tekens)
    _lees_open_herexamens(tekens)


def tel_vakken_op(tekens: list[Teken]) -> Teken | None:
    """Give what was taken up where a message tells the outcome of each course: "wiskunde 6 sp geslaagd, fysica 5 niet".

    None unless every number is the size of one named course with an outcome, and not all of them had the same.
    """
    maten = [t for t in tekens if t.soort == "getal"]
    if len(maten) < 2 or any(t.soort in ("deel", "jaar", "erna", "periode", "zelfde") for t in tekens):
        return None
    if len({t.rol for t in maten}) < 2 or not all(_is_vak(tekens, t) for t in maten):
        return None
    som = copy(maten[0])
    som.waarde, som.rol, som.eind, som.vermoed = sum(t.waarde or 0 for t in maten), "opgenomen", maten[-1].eind, True
    som.periode = som.tot = None
    return som


def _is_vak(tekens: list[Teken], t: Teken) -> bool:
    i = tekens.index(t)
    if t.rol not in _UITKOMST or t.fout or t.tot or not t.eenheid or not 0 < (t.waarde or 0) <= GROOTSTE_VAK:
        return False
    voor = [u for u in tekens[max(0, i - 3) : i] if u.soort == "woord"]
    return any(u.tekst in _VAKNAAM or not is_bekend(u.tekst) for u in voor)


def _lees_open_herexamens(tekens: list[Teken]) -> None:
    """Read "4 herexamens van 5 sp en de rest gehaald" as 20 points that are not acquired so far."""
    if not any(t.soort == "deel" and t.rest and t.rol in (None, "verworven") for t in tekens):
        return
    if any(t.soort == "getal" and t.rol in ("verworven", "niet_geslaagd") for t in tekens):
        return
    for t in tekens:
        if t.soort == "negeer" and t.vakken and t.waarde and not t.fout:
            t.soort, t.rol, t.vast = "getal", "niet_geslaagd", True


def _lees_saldo_nu(tekens: list[Teken]) -> None:
    """Read "mijn leerkrediet was 140 en is nu 95" as the balance that there is."""
    if any(is_getal(t) and t.rol == "opgenomen" for t in tekens):
        return
    for i, t in enumerate(tekens):
        if (
            is_getal(t)
            and t.rol is None
            and woord_op(tekens, i - 1) == "nu"
            and woord_op(tekens, i - 2) in ("is", "en")
        ):
            eerder = [u for u in tekens[:i] if is_getal(u)]
            if len(eerder) == 1 and eerder[0].rol == "saldo":
                t.rol, t.vast, eerder[0].soort = "saldo", True, "negeer"


def _lees_al_mijn(tekens: list[Teken]) -> None:
    """Read "al mijn 60 sp" as acquired when nothing else says what they are."""
    for i, t in enumerate(tekens):
        if is_getal(t) and t.rol is None and woord_op(tekens, i - 2) == "al" and woord_op(tekens, i - 1) in _MIJN:
            t.rol = "verworven"


def _lees_reden(tekens: list[Teken]) -> None:
    """Read "78 opnemen, omdat ik 18 moet herdoen" as 78: the reason names a part of it."""
    for i, t in enumerate(tekens):
        if is_getal(t) and t.rol in ("opgenomen", "verworven") and t.kant in _OPNIEUW:
            voor = {u.tekst for u in tekens[max(0, i - _VER) : i]}
            geheel = [u for u in tekens[:i] if is_getal(u) and u.rol == "opgenomen"]
            if voor & _REDEN and geheel and (t.waarde or 0) < (geheel[-1].waarde or 0):
                t.soort = "negeer"


def _lees_andere(tekens: list[Teken]) -> None:
    """Read "geslaagd voor 48, de andere 12 ..." as the opposite of what was told before."""
    for i, t in enumerate(tekens):
        if not is_getal(t) or t.rol is not None or t.vast or woord_op(tekens, i - 1) not in ("andere", "overige"):
            continue
        vorige = next(
            (u.rol for u in reversed(tekens[:i]) if u.soort in ("getal", "deel") and u.rol in _UITKOMST), None
        )
        if vorige is not None:
            t.rol = "verworven" if vorige == "niet_geslaagd" else "niet_geslaagd"


def _lees_waarvan(tekens: list[Teken]) -> None:
    """Read "60 waarvan 45" as taken up and acquired."""
    for i, t in enumerate(tekens):
        if t.tekst not in ("waarvan", "daarvan") or t.soort != "woord":
            continue
        geheel = next((u for u in reversed(tekens[max(0, i - 5) : i]) if is_getal(u) or u.tekst in _EINDE), None)
        k = i + 1
        while woord_op(tekens, k) in _ER:
            k += 1
        if geheel is None or k >= len(tekens) or not is_getal(geheel) or not is_getal(tekens[k]):
            continue
        stuk = tekens[k]
        if {u.tekst for u in tekens[k + 1 : k + 5]} & _MEEGENOMEN:
            # "waarvan 6 van vorig jaar": part of what was taken up.
            stuk.soort = "negeer" if stuk.rol is None else stuk.soort
            continue
        if stuk.rol is None and any(u.soort == "periode" for u in tekens[k + 1 : k + 3]):
            # "60 waarvan 30 in semester 1": how the year was divided.
            geheel.rol = geheel.rol or "opgenomen"
            continue
        vrij = stuk.rol is None or (stuk.rol == "verworven" and geheel.rol is None)
        if vrij and not stuk.vast and geheel.rol in (None, "opgenomen"):
            geheel.rol = "opgenomen"
            stuk.rol = "verworven"


def _lees_onder_nul(tekens: list[Teken]) -> None:
    """Read "12 onder nul" and "12 in de min" as a negative balance."""
    onder_nul = any(
        t.tekst in ("negatief", "negatieve") or (t.tekst == "min" and woord_op(tekens, i - 1) == "de")
        for i, t in enumerate(tekens)
    )
    for i, t in enumerate(tekens):
        if is_getal(t) and t.rol is None and (t.waarde or 0) < 0 and onder_nul:
            t.rol, t.vast = "saldo", True
        if not is_getal(t) or t.waarde is None or t.waarde <= 0:
            continue
        na = [woord_op(tekens, i + k) for k in (1, 2, 3)]
        if na[:2] in (["onder", "nul"], ["onder", "0"]) or na == ["in", "de", "min"] or na[:2] == ["in", "min"]:
            t.waarde, t.rol, t.vast = -t.waarde, "saldo", True
            for u in tekens[i + 1 : i + 4]:
                if is_getal(u):
                    u.soort = "negeer"


def _schakel_in(tekens: list[Teken], i: int) -> None:
    """Give one number of a list of courses the role of the one beside it."""
    t = tekens[i]
    if not is_getal(t) or t.rol is not None or t.vast or t.fout or not t.eenheid:
        return
    if not 0 < (t.waarde or 0) <= GROOTSTE_VAK:
        return
    for stap in (-1, 1):
        gekoppeld = genoemd = False
        for k in range(i + stap, i + stap * _VER, stap):
            if not 0 <= k < len(tekens):
                break
            u = tekens[k]
            if u.soort == "getal":
                past = u.eenheid and not u.fout and 0 < (u.waarde or 0) <= GROOTSTE_VAK
                lijst = genoemd or u.vakken is not None or t.vakken is not None
                if past and gekoppeld and lijst and (u.rol in _UITKOMST or u.rol == "opgenomen"):
                    t.rol, t.periode = u.rol, t.periode or u.periode
                    t.lijst = u.lijst = True
                    return
                break
            if u.tekst in _KOPPEL:
                gekoppeld = True
            elif u.tekst in _VAKNAAM:
                genoemd = True
            elif u.soort == "rol" or (u.soort == "woord" and is_bekend(u.tekst) and u.tekst not in _VULLING):
                break
            elif u.tekst in ("(", ")") or u.soort == "woord":
                genoemd = genoemd or u.tekst in ("(", ")") or not is_bekend(u.tekst)
            elif u.soort == "negeer":
                continue
            else:
                break


def _lees_dus(tekens: list[Teken]) -> None:
    """Read "60, 18 vrijgesteld, dus 42 opgenomen": what follows from the numbers before it replaces the first."""
    for i, t in enumerate(tekens):
        if not is_getal(t) or "dus" not in (woord_op(tekens, i - 1), woord_op(tekens, i + 1)):
            continue
        eerder: list[Teken] = []
        for u in reversed(tekens[:i]):
            if u.soort in ("jaar", "erna"):
                break
            if is_getal(u) and u.waarde is not None:
                eerder.append(u)
        for geheel in eerder:
            for af in eerder:
                klopt = geheel is not af and (geheel.waarde or 0) - (af.waarde or 0) == t.waarde and af.waarde
                weg = af.rol == "vrijgesteld" or af.kant == "vallen"
                if klopt and geheel.rol in (None, "opgenomen") and t.rol in (None, "opgenomen") and weg:
                    t.rol, geheel.soort = "opgenomen", "negeer"
                    if af.rol != "vrijgesteld":
                        af.soort = "negeer"
                    return
