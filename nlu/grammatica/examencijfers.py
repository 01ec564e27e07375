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
    cijfers = [i for i, t in enumerate(tekens) if t.soort == "cijfer" and t.waarde is not None]
    for plaats, i in enumerate(cijfers):
        if plaats and cijfers[plaats - 1] == i - 2:
            # The scale of the mark before it.
            continue
        schaal, na = 20, i + 1
        if plaats + 1 < len(cijfers) and cijfers[plaats + 1] == i + 2:
            schaal, na = tekens[i + 2].waarde or 20, i + 3
        for t in tekens[na : na + _BEREIK]:
            if t.soort in ("rol", "deel", "cijfer") or t.tekst in (".", "!", "?"):
                break
            if t.soort == "getal":
                past = t.rol is None and t.eenheid and not t.fout and 0 < (t.waarde or 0) <= GROOTSTE_VAK
                if past and schaal in _GESLAAGD:
                    t.rol = "verworven" if (tekens[i].waarde or 0) >= _GESLAAGD[schaal] else "niet_geslaagd"
                break
