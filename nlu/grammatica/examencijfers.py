"""Courses told by their mark: "8/20 voor chemie (6 sp)" is 6 study points not passed."""

from __future__ import annotations

from nlu.grammatica.tekens import Teken


_GESLAAGD = {20: 10, 10: 5, 100: 50}
"""Lowest mark that passes, by the scale."""
GROOTSTE_VAK = 30
_BEREIK = 6
"""Tokens between a mark and the size of its course."""


def lees_vakken_met_cijfer(tekens: list[Teken]) -> None:
    """Give a course size without a role of its own the outcome that its mark says."""
    cijfers: list[tuple[int, int, int]] = []
    for i, t in enumerate(tekens):
        if t.soort != "cijfer" or t.waarde is None or (cijfers and i < cijfers[-1][1]):
            continue
        schaal, eind = 20, i + 1
        if i + 2 < len(tekens) and tekens[i + 2].soort == "cijfer":
            schaal, eind = tekens[i + 2].waarde or 20, i + 3
        cijfers.append((i, eind, schaal))
    if _lees_rijen(tekens, cijfers):
        return
    maten = [i for i, t in enumerate(tekens) if _is_maat(t)]
    if not cijfers or not maten:
        return
    # "chemie (6 sp) 8/20, recht (5 sp) 7/20": whichever comes first tells on which side the sizes stand.
    ervoor = maten[0] < cijfers[0][0]
    for begin, eind, schaal in cijfers:
        stuk = reversed(tekens[max(0, begin - _BEREIK) : begin]) if ervoor else tekens[eind : eind + _BEREIK]
        for t in stuk:
            if t.soort in ("rol", "deel", "cijfer") or t.tekst in (".", "!", "?"):
                break
            if t.soort == "getal":
                if _is_maat(t) and schaal in _GESLAAGD:
                    t.rol = "verworven" if (tekens[begin].waarde or 0) >= _GESLAAGD[schaal] else "niet_geslaagd"
                break


def _is_maat(t: Teken) -> bool:
    return t.soort == "getal" and t.rol is None and t.eenheid and not t.fout and 0 < (t.waarde or 0) <= GROOTSTE_VAK


def _lees_rijen(tekens: list[Teken], cijfers: list[tuple[int, int, int]]) -> bool:
    """Read "12/20 8/20 9/20, mijn vakken waren 6 5 en 4 sp" as one size a mark, in the same order."""
    maten = [i for i, t in enumerate(tekens) if t.soort == "getal"]
    if len(cijfers) < 2 or len(maten) != len(cijfers) or not any(t.tekst == "vakken" for t in tekens):
        return False
    achter_elkaar = maten[0] > cijfers[-1][0] or maten[-1] < cijfers[0][0]
    if not achter_elkaar or not all(0 < (tekens[i].waarde or 0) <= GROOTSTE_VAK for i in maten):
        return False
    if any(schaal not in _GESLAAGD or tekens[i].rol for i, (_, _, schaal) in zip(maten, cijfers, strict=True)):
        return False
    for i, (begin, _, schaal) in zip(maten, cijfers, strict=True):
        tekens[i].rol = "verworven" if (tekens[begin].waarde or 0) >= _GESLAAGD[schaal] else "niet_geslaagd"
        tekens[i].lijst = True
    return True
