"""What each institution publishes: until when leerkrediet comes back on stopping, and what it does on a shortage."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final
from typing import Literal

from leerkrediet_core._gegevens import lees_yaml
from leerkrediet_core.academiejaar import Academiejaar


Vaksoort = Literal["semester1", "semester2", "jaarvak"]
VAKSOORTEN: Final[tuple[Vaksoort, ...]] = ("semester1", "semester2", "jaarvak")


@dataclass(frozen=True)
class Periode:
    """A stretch of the academic year with one rule for who stops.

    Attributes:
        voor: the first day ("MM-DD") on which it no longer holds, or None.
        tot: its last day ("MM-DD"), or None. With neither, it holds to the end of the academic year.
        terug: kinds of courses that come back; None where the institution's rule was not found.
    """

    voor: str | None
    tot: str | None
    terug: frozenset[Vaksoort] | None

    def geldt_op(self, dag: date, jaar: Academiejaar) -> bool:
        """Whether ``dag`` does not lie after this stretch (the stretches stand in order)."""
        if self.voor is not None:
            return dag < jaar.dag(self.voor)
        return self.tot is None or dag <= jaar.dag(self.tot)


@dataclass(frozen=True)
class Tekortregel:
    """What an institution says it does for who has too little leerkrediet.

    Attributes:
        nul: whom it refuses with a balance of nothing or less: everybody, or only who enrols in a bachelor or under a
            creditcontract; None where it says nothing of it.
        boven_nul: above nothing it enrols up to the balance, asks more for the rest, or may do either that or refuse;
            None where that is not known.
        na_master_vrij: who holds a master's diploma enrols whatever the balance.
    """

    nul: Literal["iedereen", "bachelor_of_creditcontract"] | None
    boven_nul: Literal["tot_saldo", "toeslag", "weigering_of_toeslag"] | None
    na_master_vrij: bool


@dataclass(frozen=True)
class Venster:
    """The first and last day ("MM-DD") on which something can be filed."""

    van: str
    tot: str


@dataclass(frozen=True)
class Instelling:
    """An institution of higher education.

    Attributes:
        sleutel: its key.
        naam: its name.
        stoppen: what comes back on stopping, in order through the year; None where its dates are not known.
        opgelet: what its students must know about those dates.
        onvoldoende: what it does on a shortage, as a Dutch sentence.
        bronnen: addresses of the pages that say so.
        tekort: the same as ``onvoldoende``, as data; None where nothing was found.
        commissie: when an exception can be asked of its commission, where it has one.
    """

    sleutel: str
    naam: str
    stoppen: tuple[Periode, ...] | None
    opgelet: str | None
    onvoldoende: str | None
    bronnen: tuple[str, ...]
    tekort: Tekortregel | None
    commissie: tuple[Venster, ...]

    def terug_op(self, dag: date, jaar: Academiejaar) -> frozenset[Vaksoort] | None:
        """The kinds of courses (without exam) that come back when one stops on ``dag``; None if not known."""
        for periode in self.stoppen or ():
            if periode.geldt_op(dag, jaar):
                return periode.terug
        return None


@lru_cache(maxsize=1)
def instellingen() -> dict[str, Instelling]:
    """All institutions by key (``"EhB"``, ``"UGent"`` ...)."""
    alle = {}
    for sleutel, velden in lees_yaml("instellingen.yml").items():
        perioden = velden["stoppen"]
        alle[sleutel] = Instelling(
            sleutel=sleutel,
            naam=velden["naam"],
            stoppen=None
            if perioden is None
            else tuple(
                Periode(
                    voor=rij.get("voor"),
                    tot=rij.get("tot"),
                    terug=None if rij["terug"] is None else frozenset(rij["terug"]),
                )
                for rij in perioden
            ),
            opgelet=velden.get("opgelet"),
            onvoldoende=velden.get("onvoldoende"),
            bronnen=tuple(velden["bronnen"]),
            tekort=Tekortregel(
                nul=velden["tekort"].get("nul"),
                boven_nul=velden["tekort"].get("boven_nul"),
                na_master_vrij=velden["tekort"].get("na_master_vrij", False),
            )
            if "tekort" in velden
            else None,
            commissie=tuple(Venster(rij["van"], rij["tot"]) for rij in velden.get("commissie", ())),
        )
    return alle
