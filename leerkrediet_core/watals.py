"""What-if: the same calculation on a changed career, side by side with the career as it is."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any
from typing import Union

from leerkrediet_core.berekening import bereken
from leerkrediet_core.errors import InvoerFout
from leerkrediet_core.grootboek import Grootboek
from leerkrediet_core.invoer import Loopbaan
from leerkrediet_core.invoer import lees_loopbaan


@dataclass(frozen=True)
class Zet:
    """Give field ``veld`` of event ``index`` (from 0) another value; ``index`` None means a field of the career."""

    index: int | None
    veld: str
    waarde: object


@dataclass(frozen=True)
class VoegToe:
    """Add an event: before the one at ``voor`` (from 0), or at the end."""

    gebeurtenis: dict[str, Any]
    voor: int | None = None


@dataclass(frozen=True)
class Schrap:
    """Leave out event ``index`` (from 0)."""

    index: int


Wijziging = Union[Zet, VoegToe, Schrap]


@dataclass(frozen=True)
class Vergelijking:
    """A career and its changed form; ``verschil`` is what the change does to the balance, in studiepunten."""

    nu: Grootboek
    dan: Grootboek

    @property
    def verschil(self) -> int:
        return self.dan.saldo - self.nu.saldo

    def als_dict(self) -> dict[str, Any]:
        """The JSON object of the command line."""
        return {"verschil": self.verschil, "nu": self.nu.als_dict(), "dan": self.dan.als_dict()}


def wat_als(loopbaan: Loopbaan, *wijzigingen: Wijziging) -> Vergelijking:
    """The career as it is beside the career after ``wijzigingen``, applied in order.

    Raises:
        InvoerFout: a change names an event that is not there, or the changed career cannot be.
    """
    gegevens = als_gegevens(loopbaan)
    gebeurtenissen = gegevens["gebeurtenissen"]
    for wijziging in wijzigingen:
        if isinstance(wijziging, VoegToe):
            plaats = len(gebeurtenissen) if wijziging.voor is None else wijziging.voor
            if not 0 <= plaats <= len(gebeurtenissen):
                raise InvoerFout(f"gebeurtenissen[{plaats}]", f"kan hier niet bij; kies 0 tot {len(gebeurtenissen)}")
            # A copy: a later change to this event must not reach back to the giver.
            gebeurtenissen.insert(plaats, dict(wijziging.gebeurtenis))
        elif isinstance(wijziging, Schrap):
            del gebeurtenissen[_bestaand(wijziging.index, gebeurtenissen)]
        elif wijziging.index is None:
            gegevens[wijziging.veld] = wijziging.waarde
        else:
            gebeurtenissen[_bestaand(wijziging.index, gebeurtenissen)][wijziging.veld] = wijziging.waarde
    return Vergelijking(bereken(loopbaan), bereken(lees_loopbaan(gegevens)))


def als_gegevens(loopbaan: Loopbaan) -> dict[str, Any]:
    """The career as the JSON object it came from: only the fields that were given."""
    gegevens: dict[str, Any] = json.loads(loopbaan.json(exclude_unset=True, encoder=str))
    # The discriminator counts as unset when an event was built in Python instead of read.
    gegevens["gebeurtenissen"] = [
        {**rij, "soort": gebeurtenis.soort}
        for rij, gebeurtenis in zip(gegevens.get("gebeurtenissen", []), loopbaan.gebeurtenissen)
    ]
    return gegevens


def _bestaand(index: int, gebeurtenissen: list[dict[str, Any]]) -> int:
    if 0 <= index < len(gebeurtenissen):
        return index
    bereik = f"kies 0 tot {len(gebeurtenissen) - 1}" if gebeurtenissen else "er zijn er geen"
    raise InvoerFout(f"gebeurtenissen[{index}]", f"die gebeurtenis is er niet; {bereik}")
