"""The figures as a table for the terminal, beside those that were recorded before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from meten.tellen import SAMEN
from meten.tellen import Telling
from meten.tellen import Tellingen


_KOP: Final = f"{'':22}{'beurten':>8}{'goed %':>15}{'raak %':>15}{'fout saldo %':>15}{'vraagt %':>15}{'herhaald %':>15}{'storing':>9}"


def maak_tabel(nu: Tellingen, vorige: Tellingen) -> str:
    """A block per group; between brackets what a figure was in ``vorige``, where it has that row."""
    regels: list[str] = []
    for groep, rijen in nu.items():
        regels += [f"{groep.upper()}{_KOP[len(groep) :]}"]
        oude = vorige.get(groep, {})
        regels += [_rij(naam, rij, oude.get(naam)) for naam, rij in rijen.items()]
        regels += [_gesprekken(rijen[SAMEN], oude), ""]
    return "\n".join(regels).rstrip()


def procenten(rij: Telling) -> dict[str, float]:
    """The shares of a row, in %: of its turns, and for ``vraagt`` of those in which a figure is due."""
    per = max(1, rij.beurten)
    return {
        "goed": 100 * rij.goed / per,
        "raak": 100 * rij.raak / per,
        "fout_saldo": 100 * rij.fout_saldo / per,
        "vraagt": 100 * rij.vraagt / max(1, rij.verschuldigd),
        "herhaald": 100 * rij.herhaald / per,
    }


def _rij(naam: str, rij: Telling, oud: Telling | None) -> str:
    eerst = procenten(oud) if oud else {}
    vakken = [f"{deel:.1f}" + (f" ({eerst[wat]:.1f})" if eerst else "") for wat, deel in procenten(rij).items()]
    return f"  {naam:20}{rij.beurten:8}" + "".join(f"{vak:>15}" for vak in vakken) + f"{rij.storing:9}"


def _gesprekken(samen: Telling, oude: Mapping[str, Telling]) -> str:
    eerst = f" ({oude[SAMEN].gesprekken_goed})" if SAMEN in oude else ""
    return f"  gesprekken helemaal goed: {samen.gesprekken_goed}{eerst} van {samen.gesprekken}"
