"""Other readings of a message, for where its wording does not decide and the result would differ."""

from __future__ import annotations

from dataclasses import replace

from nlu.grammatica.modellen import Feit
from nlu.grammatica.modellen import Lezing
from nlu.grammatica.modellen import Rol
from nlu.grammatica.tekens import Teken


def andere_lezingen(lezing: Lezing, tekens: list[Teken], twijfel: Teken | None) -> tuple[Lezing, ...]:
    """Give the readings that the wording leaves open, when they lead to another result."""
    feiten = lezing.feiten
    if twijfel is not None and not feiten and twijfel.waarde is not None and twijfel.tot is not None:
        klein, groot = sorted((twijfel.waarde, twijfel.tot))
        als_punten = (
            Feit("verworven", klein, begin=twijfel.begin, eind=twijfel.eind),
            Feit("opgenomen", groot, begin=twijfel.begin, eind=twijfel.eind),
        )
        return (replace(lezing, feiten=als_punten, datum=None, label=f"{klein} op {groot} gehaald"),)
    los = [f for f in feiten if f.rol == "los" and f.waarde is not None and f.waarde > 0]
    vakken = {t.begin for t in tekens if t.soort == "getal" and t.vakken}
    opgenomen = [f for f in feiten if f.rol == "opgenomen"]
    if len(los) == 1 and len(opgenomen) == 1 and len(feiten) == 2 and los[0].begin in vakken:
        uit: list[Lezing] = []
        mogelijk: tuple[Rol, ...] = ("niet_geslaagd", "verworven")
        for rol in mogelijk:
            andere = tuple(replace(f, rol=rol) if f is los[0] else f for f in feiten)
            woord = "geslaagd" if rol == "verworven" else "niet geslaagd"
            uit.append(replace(lezing, feiten=andere, label=f"{los[0].waarde} {woord}"))
        return tuple(uit)
    return ()
