"""The readings of a message that its wording leaves open, each with a short label for a button.

Only what a person would also ask: readings that give another result, and none where one of them is plain.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from nlu.grammatica import woorden
from nlu.grammatica.modellen import Feit
from nlu.grammatica.modellen import Lezing
from nlu.grammatica.modellen import Rol
from nlu.grammatica.modellen import Signaal
from nlu.grammatica.tekens import Teken


MEESTE_LEZINGEN = 3
LANGSTE_LABEL = 20
#: Cues that say how a number relates to what was said before: then the conversation decides.
_DUIDELIJK: frozenset[Signaal] = frozenset({"correctie", "waren_er", "toevoeging", "nieuw_jaar", "zelfde", "hypothese"})
_STELLING = woorden.reeks("heb had heeft hebt met sta zit")
_MEESTE_WOORDEN = 8
_VOLTIJDS = 66
"""Study points above which a bare number is no single year."""
_KLEINSTE_VAK, _GROOTSTE_TELLING = 3, 5
"""From 3 to 5 a number may count courses as well as study points; fewer points no course has."""
_WEINIG_VAKKEN = 12
"""Courses of the largest year of which the total is told in courses."""
_MAANDEN = {
    nummer: naam for naam, nummer in reversed(woorden.MAANDEN.items()) if len(naam) > 4 or naam in ("mei", "juni")
}


def andere_lezingen(lezing: Lezing, tekens: list[Teken], twijfel: Teken | None) -> tuple[Lezing, ...]:
    """Give every reading that the wording leaves open, best first; empty where there is but one."""
    feiten = lezing.feiten
    teken = {t.begin: t for t in tekens if t.soort == "getal"}
    if twijfel is not None and not feiten and twijfel.waarde is not None and twijfel.tot is not None:
        return _datum_of_punten(lezing, twijfel)
    uit: Iterable[Lezing] = ()
    samen = next((f for f in feiten if f.begin in teken and teken[f.begin].ander is not None), None)
    los = [f for f in feiten if f.rol == "los" and f.waarde is not None and f.waarde > 0]
    if samen is not None and samen.rol != "los":
        t = teken[samen.begin]
        uit = [
            _met(lezing, samen, samen, f"{t.vakken} x {t.ander} sp"),
            _met(lezing, samen, replace(samen, waarde=t.ander), f"{t.ander} sp samen"),
        ]
    elif len(los) == 1 and len(feiten) == 2 and any(f.rol == "opgenomen" for f in feiten):
        if los[0].begin in teken and teken[los[0].begin].vakken:
            uit = _gehaald_of_niet(lezing, los[0])
    elif len(feiten) == 2 and all(f.vermoed and f.deel is None for f in feiten):
        klein, groot = sorted(feiten, key=lambda f: f.waarde or 0)
        if 0 < 3 * (klein.waarde or 0) <= (groot.waarde or 0) and _opgesomd(tekens):
            # "60 en 12": so small a number may just as well be what went wrong.
            uit = _gehaald_of_niet(lezing, klein)
    elif len(feiten) == 1 and len(los) == 1 and not lezing.signalen & _DUIDELIJK:
        uit = _wat_is(lezing, los[0], tekens)
    else:
        uit = _punten_of_vakken(lezing, teken)
    lezingen = tuple(uit)
    return lezingen[:MEESTE_LEZINGEN] if len(lezingen) > 1 else ()


def _met(lezing: Lezing, oud: Feit, nieuw: Feit, label: str) -> Lezing:
    feiten = tuple(nieuw if f is oud else f for f in lezing.feiten)
    return replace(lezing, feiten=feiten, label=label[:LANGSTE_LABEL])


def _datum_of_punten(lezing: Lezing, twijfel: Teken) -> tuple[Lezing, ...]:
    klein, groot = sorted((twijfel.waarde or 0, twijfel.tot or 0))
    als_punten = (
        Feit("verworven", klein, begin=twijfel.begin, eind=twijfel.eind),
        Feit("opgenomen", groot, begin=twijfel.begin, eind=twijfel.eind),
    )
    maand = _MAANDEN.get(twijfel.tot or 0, "")
    return (
        replace(lezing, label=f"{twijfel.waarde} {maand}"),
        replace(lezing, feiten=als_punten, datum=None, datum_relatie=None, label=f"{klein} op {groot} gehaald"),
    )


def _gehaald_of_niet(lezing: Lezing, feit: Feit) -> list[Lezing]:
    rollen: tuple[tuple[Rol, str], ...] = (("niet_geslaagd", "niet geslaagd"), ("verworven", "geslaagd"))
    return [
        _met(lezing, feit, replace(feit, rol=rol, vermoed=False, ruw=None), f"{feit.waarde} {woord}")
        for rol, woord in rollen
    ]


def _opgesomd(tekens: list[Teken]) -> bool:
    """Tell whether two bare numbers are only put beside each other: "60 en 12"."""
    getallen = [i for i, t in enumerate(tekens) if t.soort == "getal"]
    tussen = [t.tekst for t in tekens[getallen[0] + 1 : getallen[-1]]] if len(getallen) == 2 else []
    return tussen in (["en"], [","], [], ["+"])


def _wat_is(lezing: Lezing, feit: Feit, tekens: list[Teken]) -> list[Lezing]:
    """Read "ik heb 60 punten": the balance, what was taken up, or what was acquired."""
    gesproken = [t for t in tekens if t.soort not in ("teken", "regel")]
    stelt = any(t.tekst in _STELLING for t in gesproken)
    if not stelt or len(gesproken) > _MEESTE_WOORDEN or feit.ongeldig is not None or feit.tot is not None:
        return []
    rollen: list[tuple[Rol, str]] = [("saldo", f"saldo is {feit.waarde}")]
    if (feit.waarde or 0) <= _VOLTIJDS:
        rollen.append(("opgenomen", f"{feit.waarde} opgenomen"))
    rollen.append(("verworven", f"{feit.waarde} geslaagd"))
    return [_met(lezing, feit, replace(feit, rol=rol), label) for rol, label in rollen]


def _punten_of_vakken(lezing: Lezing, teken: dict[int, Teken]) -> list[Lezing]:
    """Read "3 gebuisd" and "5 van de 10 gehaald" as study points, or as courses of which the points are not told."""
    kaal = [
        f
        for f in lezing.feiten
        if f.waarde is not None and f.begin in teken and not teken[f.begin].eenheid and teken[f.begin].vakken is None
    ]
    opgenomen = next((f for f in lezing.feiten if f.rol == "opgenomen" and f.waarde is not None), None)
    if opgenomen is not None and opgenomen in kaal and 2 <= (opgenomen.waarde or 0) <= _WEINIG_VAKKEN:
        gehaald = next((f for f in kaal if f.rol == "verworven" and len(lezing.feiten) == 2), None)
        if gehaald is not None and 0 < (gehaald.waarde or 0) <= (opgenomen.waarde or 0) and not lezing.contract:
            paar = f"{gehaald.waarde} van {opgenomen.waarde}"
            vakken = replace(lezing, feiten=(_als_vakken(gehaald),), label=f"{paar} vakken")
            return [replace(lezing, label=f"{paar} punten"), vakken]
        return []
    gebuisd = [f for f in kaal if f.rol == "niet_geslaagd" and f.tot is None]
    if len(gebuisd) != 1 or not _KLEINSTE_VAK <= (gebuisd[0].waarde or 0) <= _GROOTSTE_TELLING:
        return []
    feit = gebuisd[0]
    return [
        _met(lezing, feit, feit, f"{feit.waarde} studiepunten"),
        _met(lezing, feit, _als_vakken(feit), f"{feit.waarde} vakken"),
    ]


def _als_vakken(feit: Feit) -> Feit:
    """Give the fact as a number of courses, of which the study points must still be asked."""
    return replace(feit, waarde=None, ongeldig="vakken", ruw=str(feit.waarde))
