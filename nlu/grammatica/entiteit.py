"""Facts as entities of the conversation framework, and back."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any
from typing import cast

from nlu.grammatica.modellen import REDENEN
from nlu.grammatica.modellen import ROLLEN
from nlu.grammatica.modellen import Feit
from nlu.grammatica.modellen import Ongeldig
from nlu.grammatica.modellen import Rol


ENTITEIT = "feit"
_GETALLEN = ("waarde", "tot", "vervangt", "relatief")
_TEKSTEN = ("academiejaar", "deelperiode", "contract", "opleiding", "ruw")
_VLAGGEN = ("rest", "totaal", "telkens", "vermoed")
_GROOTSTE = 9999
_LANGSTE_TEKST = 200


def naar_entiteit(feit: Feit) -> dict[str, Any]:
    """Write a fact as an entity dictionary: role, group (the year, when there is one), value, start and end.

    `value` holds only what is filled, as plain JSON; a part is written as "1/2".
    """
    waarde: dict[str, Any] = {}
    for naam in (*_GETALLEN, *_TEKSTEN, "ongeldig"):
        inhoud = getattr(feit, naam)
        if inhoud is not None:
            waarde[naam] = inhoud
    if feit.deel is not None:
        waarde["deel"] = f"{feit.deel.numerator}/{feit.deel.denominator}"
    for naam in _VLAGGEN:
        if getattr(feit, naam):
            waarde[naam] = True
    uit: dict[str, Any] = {
        "entity": ENTITEIT,
        "role": feit.rol,
        "value": waarde,
        "start": feit.begin,
        "end": feit.eind,
    }
    if feit.jaar is not None:
        uit["group"] = str(feit.jaar)
    return uit


def uit_entiteit(entiteit: object) -> Feit | None:
    """Read a fact back; None for anything that is not one, since users can type entities themselves."""
    if not isinstance(entiteit, Mapping) or entiteit.get("entity") != ENTITEIT:
        return None
    rol, waarde, groep = entiteit.get("role"), entiteit.get("value"), entiteit.get("group")
    if not isinstance(rol, str) or rol not in ROLLEN or not isinstance(waarde, Mapping):
        return None
    velden: dict[str, Any] = {}
    for naam in _GETALLEN:
        inhoud = waarde.get(naam)
        if inhoud is None:
            continue
        if not _is_getal(inhoud):
            return None
        velden[naam] = inhoud
    for naam in _TEKSTEN:
        inhoud = waarde.get(naam)
        if isinstance(inhoud, str) and len(inhoud) <= _LANGSTE_TEKST:
            velden[naam] = inhoud
    for naam in _VLAGGEN:
        velden[naam] = waarde.get(naam) is True
    reden = waarde.get("ongeldig")
    if isinstance(reden, str) and reden in REDENEN:
        velden["ongeldig"] = cast(Ongeldig, reden)
    deel = _lees_deel(waarde.get("deel"))
    if waarde.get("deel") is not None and deel is None:
        return None
    if velden.get("waarde") is None and deel is None and "ongeldig" not in velden:
        return None
    jaar: int | None = None
    if isinstance(groep, str) and groep.isascii() and groep.isdigit() and len(groep) <= 2 and int(groep) > 0:
        jaar = int(groep)
    begin, eind = entiteit.get("start"), entiteit.get("end")
    return Feit(
        rol=cast(Rol, rol),
        deel=deel,
        jaar=jaar,
        begin=begin if isinstance(begin, int) and not isinstance(begin, bool) and begin >= 0 else 0,
        eind=eind if isinstance(eind, int) and not isinstance(eind, bool) and eind >= 0 else 0,
        **velden,
    )


def _is_getal(inhoud: object) -> bool:
    return isinstance(inhoud, int) and not isinstance(inhoud, bool) and abs(inhoud) <= _GROOTSTE


def _lees_deel(inhoud: object) -> Fraction | None:
    if not isinstance(inhoud, str) or len(inhoud) > 9:
        return None
    teller, streep, noemer = inhoud.partition("/")
    if not streep or not (teller.isascii() and teller.isdigit() and noemer.isascii() and noemer.isdigit()):
        return None
    if int(noemer) == 0 or int(teller) > int(noemer):
        return None
    return Fraction(int(teller), int(noemer))
