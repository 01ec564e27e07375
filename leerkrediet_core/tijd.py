"""The time of the year: which results can be there on a day, and which days still matter. The day is an argument."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from enum import Enum
from typing import Final
from typing import Literal

from leerkrediet_core.academiejaar import Academiejaar
from leerkrediet_core.errors import InvoerFout
from leerkrediet_core.instellingen import instellingen
from leerkrediet_core.overmacht import is_tweede_zit_voorbij
from leerkrediet_core.parameters import dag as dag_van
from leerkrediet_core.uitschrijving import dag_in_woorden


#: From these days ("MM-DD") on results of the exams of January and of June are commonly known; each school has its own
#: calendar, so this is for choosing what to ask, and never a promise.
NA_JANUARI: Final = "02-01"
NA_JUNI: Final = "07-01"
_EEN_DAG: Final = timedelta(days=1)


class Resultaten(Enum):
    """Which results of an academic year can be there."""

    NOG_NIET_BEGONNEN = "nog_niet_begonnen"
    GEEN = "geen"
    EERSTE_SEMESTER = "eerste_semester"
    EERSTE_ZITTIJD = "eerste_zittijd"
    TWEEDE_ZITTIJD = "tweede_zittijd"


#: What a last day is about: what a generatiestudent gets back by law (all, or half), what the school gives back to who
#: stops, or asking the school's commission for an exception.
Waarvoor = Literal["herorientering_volledig", "herorientering_half", "stoppen_instelling", "commissie"]


@dataclass(frozen=True)
class Termijn:
    """A day that matters.

    Attributes:
        laatste: the last day on which it is possible.
        waarvoor: what it is about.
        zin: the same as a Dutch sentence.
        vanaf: the first day, or None: the whole year before it.
    """

    laatste: date
    waarvoor: Waarvoor
    zin: str
    vanaf: date | None = None

    def is_open(self, dag: date) -> bool:
        """Whether it is possible on ``dag``."""
        return (self.vanaf is None or self.vanaf <= dag) and dag <= self.laatste


@dataclass(frozen=True)
class Jaartijd:
    """The time of the year on a day.

    Attributes:
        dag: that day.
        lopend: the academic year in which it falls.
        resultaten: which results of that year can be there.
        resultaten_vorig: which results of the year before it can be there.
        termijnen: the days that still matter in the running year, in order.
    """

    dag: date
    lopend: Academiejaar
    resultaten: Resultaten
    resultaten_vorig: Resultaten
    termijnen: tuple[Termijn, ...]


def jaartijd(dag: date, *, instelling: str | None = None) -> Jaartijd:
    """The time of the year on ``dag``, with the days of the institution where it publishes them.

    Raises:
        InvoerFout: the institution is not known.
        ParameterNietVanKracht: the day lies before leerkrediet existed.
    """
    lopend = Academiejaar.van_datum(dag)
    return Jaartijd(
        dag=dag,
        lopend=lopend,
        resultaten=resultaten_op(lopend, dag),
        resultaten_vorig=resultaten_op(Academiejaar(lopend.start - 1), dag),
        termijnen=termijnen(dag, instelling=instelling),
    )


def resultaten_op(jaar: Academiejaar, dag: date) -> Resultaten:
    """Which results of ``jaar`` can be there on ``dag``.

    In August and September those of the first session are, and those of the second may be.

    >>> resultaten_op(Academiejaar(2026), date(2026, 11, 30)), resultaten_op(Academiejaar(2025), date(2026, 11, 30))
    (<Resultaten.GEEN: 'geen'>, <Resultaten.TWEEDE_ZITTIJD: 'tweede_zittijd'>)
    """
    if Academiejaar.van_datum(dag) < jaar:
        return Resultaten.NOG_NIET_BEGONNEN
    if is_tweede_zit_voorbij(jaar, dag):
        return Resultaten.TWEEDE_ZITTIJD
    if dag >= jaar.dag(NA_JUNI):
        return Resultaten.EERSTE_ZITTIJD
    return Resultaten.EERSTE_SEMESTER if dag >= jaar.dag(NA_JANUARI) else Resultaten.GEEN


def termijnen(dag: date, *, instelling: str | None = None) -> tuple[Termijn, ...]:
    """The days that still matter in the academic year of ``dag``, the nearest first; ``dag`` itself still counts.

    Those of the law are for a generatiestudent. Of 15 March sources differ, so by law the day before it is the last.

    Raises:
        InvoerFout: the institution is not known.
        ParameterNietVanKracht: the day lies before leerkrediet existed.
    """
    if instelling is not None and instelling not in instellingen():
        raise InvoerFout("instelling", f"'{instelling}' is geen bekende instelling")
    jaar = Academiejaar.van_datum(dag)
    alle = [*_van_de_wet(jaar), *(_van_instelling(instelling, jaar) if instelling else ())]
    # Sorting keeps the law before the school where both have the same day.
    return tuple(sorted((termijn for termijn in alle if termijn.laatste >= dag), key=lambda termijn: termijn.laatste))


def _van_de_wet(jaar: Academiejaar) -> list[Termijn]:
    volledig = dag_van("herorientering_volledig_voor", jaar) - _EEN_DAG
    half = dag_van("herorientering_half_voor", jaar) - _EEN_DAG
    begin = "Een generatiestudent die ten laatste op"
    return [
        Termijn(
            volledig,
            "herorientering_volledig",
            f"{begin} {dag_in_woorden(volledig)} van opleiding verandert, krijgt alles terug van vakken zonder examen.",
        ),
        Termijn(
            half,
            "herorientering_half",
            f"{begin} {dag_in_woorden(half)} van opleiding verandert, krijgt de helft terug van vakken zonder examen.",
        ),
    ]


def _van_instelling(sleutel: str, jaar: Academiejaar) -> list[Termijn]:
    gegevens = instellingen()[sleutel]
    gevonden = []
    for periode in gegevens.stoppen or ():
        if periode.terug and (periode.voor or periode.tot):
            laatste = jaar.dag(periode.voor) - _EEN_DAG if periode.voor else jaar.dag(periode.tot or "")
            gevonden.append(
                Termijn(
                    laatste,
                    "stoppen_instelling",
                    f"Na {dag_in_woorden(laatste)} geeft {gegevens.naam} minder terug als je stopt.",
                )
            )
    for venster in gegevens.commissie:
        vanaf, laatste = jaar.dag(venster.van), jaar.dag(venster.tot)
        zin = f"Een uitzondering vragen kan bij {gegevens.naam} van {dag_in_woorden(vanaf)} tot {dag_in_woorden(laatste)}."
        gevonden.append(Termijn(laatste, "commissie", zin, vanaf))
    return gevonden
