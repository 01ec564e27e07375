"""The figures of leerkrediet as dated data: value, from which academic year, source, date of last check."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from fractions import Fraction
from functools import lru_cache
from typing import Final

from leerkrediet_core._gegevens import lees_yaml
from leerkrediet_core.academiejaar import Academiejaar
from leerkrediet_core.bronnen import Bron
from leerkrediet_core.bronnen import bronnen
from leerkrediet_core.errors import OnbekendeParameter
from leerkrediet_core.errors import ParameterNietVanKracht


#: A figure that nobody checked for longer than this is shown with a mark.
HOUDBAAR: Final = timedelta(days=365)


@dataclass(frozen=True)
class Waarde:
    """One value: from the academic year ``vanaf`` on, and no further than ``tot`` where later years are not known."""

    vanaf: Academiejaar
    waarde: int | str | None
    tot: Academiejaar | None = None


@dataclass(frozen=True)
class Parameter:
    """A figure of the law with its history."""

    naam: str
    omschrijving: str
    eenheid: str
    waarden: tuple[Waarde, ...]
    bron: Bron
    deel: str | None
    gecontroleerd_op: date
    zekerheid: str

    def in_jaar(self, jaar: Academiejaar | None) -> Waarde:
        """The value in force in ``jaar``; the newest one when no year is given.

        Raises:
            ParameterNietVanKracht: the year lies before the first value, or outside the years for which one is known.
        """
        if jaar is None:
            return self.waarden[-1]
        gevonden = None
        for waarde in self.waarden:
            if waarde.vanaf <= jaar:
                gevonden = waarde
        if gevonden is None or (gevonden.tot is not None and jaar > gevonden.tot):
            eerste, laatste = self.waarden[0].vanaf, self.waarden[-1].tot
            bereik = f"van {eerste} tot {laatste}" if laatste else f"vanaf {eerste}"
            raise ParameterNietVanKracht(
                f"voor het academiejaar {jaar} is er geen waarde bekend van '{self.omschrijving}'; wel {bereik}"
            )
        return gevonden

    def is_verouderd(self, vandaag: date) -> bool:
        """Whether the last check is more than a year before ``vandaag``."""
        return vandaag - self.gecontroleerd_op > HOUDBAAR


@lru_cache(maxsize=1)
def parameters() -> dict[str, Parameter]:
    """All parameters by name."""
    alle = {}
    for naam, velden in lees_yaml("parameters.yml").items():
        waarden = tuple(
            Waarde(
                Academiejaar.lees(rij["vanaf"]),
                rij["waarde"],
                Academiejaar.lees(rij["tot"]) if "tot" in rij else None,
            )
            for rij in velden["waarden"]
        )
        alle[naam] = Parameter(
            naam=naam,
            omschrijving=velden["omschrijving"],
            eenheid=velden["eenheid"],
            waarden=waarden,
            bron=bronnen()[velden["bron"]],
            deel=velden.get("deel"),
            gecontroleerd_op=velden["gecontroleerd_op"],
            zekerheid=velden["zekerheid"],
        )
    return alle


def parameter(naam: str) -> Parameter:
    """The parameter called ``naam``.

    Raises:
        OnbekendeParameter: there is none.
    """
    try:
        return parameters()[naam]
    except KeyError:
        raise OnbekendeParameter(f"er is geen parameter '{naam}'") from None


@lru_cache(maxsize=1024)
def getal(naam: str, jaar: Academiejaar | None = None) -> int:
    """The whole number that parameter ``naam`` has in ``jaar`` (the newest one when no year is given).

    Raises:
        OnbekendeParameter: there is no such parameter.
        ParameterNietVanKracht: no value is known for that year, or it was abolished by then.
    """
    waarde = parameter(naam).in_jaar(jaar).waarde
    if not isinstance(waarde, int):
        raise ParameterNietVanKracht(f"'{naam}' is geen getal in het academiejaar {jaar or 'van nu'}")
    return waarde


def dag(naam: str, jaar: Academiejaar) -> date:
    """The date that parameter ``naam`` (a month and day) has in the academic year ``jaar``.

    Raises:
        ParameterNietVanKracht: no value is known for that year.
    """
    waarde = parameter(naam).in_jaar(jaar).waarde
    if not isinstance(waarde, str):
        raise ParameterNietVanKracht(f"'{naam}' is geen datum in het academiejaar {jaar}")
    return jaar.dag(waarde)


def deel(naam: str, jaar: Academiejaar | None = None) -> Fraction:
    """The fraction that parameter ``naam`` has in ``jaar`` (the newest one when no year is given).

    Raises:
        ParameterNietVanKracht: no value is known for that year.
    """
    waarde = parameter(naam).in_jaar(jaar).waarde
    if not isinstance(waarde, str):
        raise ParameterNietVanKracht(f"'{naam}' is geen deel in het academiejaar {jaar or 'van nu'}")
    return Fraction(waarde)
