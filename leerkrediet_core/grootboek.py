"""The ledger: each movement of the balance as a step that names its rule and says in Dutch why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from leerkrediet_core.academiejaar import Academiejaar
from leerkrediet_core.gebruik import Contract
from leerkrediet_core.gebruik import Opleiding
from leerkrediet_core.regels import Regel


@dataclass(frozen=True)
class Stap:
    """One movement, or the statement that an event moved nothing.

    Attributes:
        gebeurtenis: index of the event it belongs to. A rebuild lies before the event that ends the wait, or belongs to
            the last event when the balance is asked for a later year.
        omschrijving: a Dutch sentence for the student.
        mutatie: studiepunten, negative when they go off.
        saldo: balance after this step, in studiepunten.
        bonus_over: studiepunten that may still be doubled after this step.
        regel: the rule applied.
    """

    gebeurtenis: int
    omschrijving: str
    mutatie: int
    saldo: int
    bonus_over: int
    regel: Regel

    def als_dict(self) -> dict[str, Any]:
        """As the command line writes it."""
        return {
            "gebeurtenis": self.gebeurtenis,
            "omschrijving": self.omschrijving,
            "mutatie": self.mutatie,
            "saldo": self.saldo,
            "regel": self.regel.id,
            "bron": self.regel.vindplaats,
        }


@dataclass(frozen=True)
class OpenPakket:
    """What was taken up under one contract and programme in the last year, with leerkrediet, and has no result yet.

    Attributes:
        contract: of the enrolment.
        opleiding: of the enrolment.
        openstaand: studiepunten without a result, more than 0.
        academiejaar: of the enrolment, or None where it is not known.
    """

    contract: Contract
    opleiding: Opleiding
    openstaand: int
    academiejaar: Academiejaar | None


@dataclass(frozen=True)
class Grootboek:
    """The outcome of a calculation: the balance and how it came about.

    Attributes:
        startsaldo: balance before the first step, in studiepunten.
        saldo: balance after the last step.
        bonus_over: studiepunten that may still be doubled.
        stappen: the steps in order; their movements add up to ``saldo - startsaldo``.
        aannames: what was assumed because nothing was said of it.
        waarschuwingen: where the rules are contested or a figure was not found.
        openstaand: studiepunten taken up in the last year, with leerkrediet, that have no result yet.
        openstaand_dubbel: how many of those were taken up under a diplomacontract, so that doubling may apply.
        open_pakketten: the same points by contract and programme.
    """

    startsaldo: int
    saldo: int
    bonus_over: int
    stappen: tuple[Stap, ...]
    aannames: tuple[str, ...]
    waarschuwingen: tuple[str, ...]
    openstaand: int
    openstaand_dubbel: int
    open_pakketten: tuple[OpenPakket, ...]

    def als_dict(self) -> dict[str, Any]:
        """The JSON object of the command line."""
        return {
            "saldo": self.saldo,
            "bonus_over": self.bonus_over,
            "stappen": [stap.als_dict() for stap in self.stappen],
            "aannames": list(self.aannames),
            "waarschuwingen": list(self.waarschuwingen),
        }
