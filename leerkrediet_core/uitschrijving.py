"""What comes back on stopping or changing: per course the better of the institution's dates and the legal floor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from datetime import timedelta
from fractions import Fraction
from functools import lru_cache
from typing import Final

from leerkrediet_core.academiejaar import Academiejaar
from leerkrediet_core.errors import InvoerFout
from leerkrediet_core.gebruik import BACHELORS
from leerkrediet_core.gebruik import Contract
from leerkrediet_core.gebruik import Opleiding
from leerkrediet_core.instellingen import VAKSOORTEN
from leerkrediet_core.instellingen import Vaksoort
from leerkrediet_core.instellingen import instellingen
from leerkrediet_core.invoer import Uitschrijving
from leerkrediet_core.invoer import ZonderExamen
from leerkrediet_core.parameters import dag
from leerkrediet_core.parameters import deel
from leerkrediet_core.taal import de_punten
from leerkrediet_core.taal import punten


_SOORT_NAMEN: Final[dict[Vaksoort, str]] = {
    "semester1": "semester 1",
    "semester2": "semester 2",
    "jaarvak": "jaarvakken",
}
_EEN_DAG: Final = timedelta(days=1)
_MAANDEN: Final = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


@dataclass(frozen=True)
class Beweging:
    """A movement of the balance in studiepunten, by a rule, with its Dutch sentence."""

    regel: str
    mutatie: int
    omschrijving: str


@dataclass(frozen=True)
class Stop:
    """Points of one enrolment that a deregistration ends.

    Attributes:
        contract: of the enrolment.
        opleiding: of the enrolment.
        gebruikt: whether it took leerkrediet.
        studiepunten: courses without exam that end, 0 or more.
    """

    contract: Contract
    opleiding: Opleiding
    gebruikt: bool
    studiepunten: int


@dataclass
class Teruggave:
    """What a deregistration returns; never doubled."""

    bewegingen: list[Beweging] = field(default_factory=list)
    waarschuwingen: list[str] = field(default_factory=list)

    @property
    def totaal(self) -> int:
        """What comes back, in studiepunten."""
        return sum(beweging.mutatie for beweging in self.bewegingen)


@dataclass(frozen=True)
class Grens:
    """A date that matters.

    Attributes:
        laatste: the last day on which ``ervoor`` comes back.
        ervoor: studiepunten that come back up to that day.
        erna: studiepunten that come back from the day after it.
        erna_bekend: whether the institution's rule for the days after it was found; if not, ``erna`` is the legal floor.
    """

    laatste: date
    ervoor: int
    erna: int
    erna_bekend: bool = True


def wettelijk_deel(
    gebeurtenis: Uitschrijving, contract: Contract, opleiding: Opleiding, jaar: Academiejaar
) -> Fraction:
    """The part that comes back by law, 0 to 1, of courses of which no exam was sat.

    It holds for a generatiestudent (first enrolment ever, in a bachelor, under diplomacontract) who deregisters *and*
    enrols in another programme. The later of the two dates counts. Of 15 March itself sources differ: taken as too late.
    """
    nieuw = gebeurtenis.nieuwe_inschrijving_datum
    if not gebeurtenis.generatiestudent or nieuw is None:
        return Fraction(0)
    if contract != "diplomacontract" or opleiding not in BACHELORS:
        return Fraction(0)
    laatste = max(gebeurtenis.datum, nieuw)
    if laatste < dag("herorientering_volledig_voor", jaar):
        return Fraction(1)
    if laatste < dag("herorientering_half_voor", jaar):
        return deel("herorientering_deel", jaar)
    return Fraction(0)


def teruggave(
    gebeurtenis: Uitschrijving,
    *,
    veld: str,
    contract: Contract,
    opleiding: Opleiding,
    gebruikt: bool,
    instelling: str | None,
    jaar: Academiejaar | None,
) -> Teruggave:
    """The movements that a deregistration causes.

    Args:
        gebeurtenis: the deregistration.
        veld: where it stands in the input, for messages.
        contract: of the enrolment that stops.
        opleiding: of the enrolment that stops.
        gebruikt: whether that enrolment took leerkrediet.
        instelling: key of the institution, or None: the legal floor alone.
        jaar: academic year of the enrolment, or None: the one in which the date falls.

    Raises:
        InvoerFout: the date does not lie in the academic year, or the new enrolment lies before it.
    """
    jaar = jaar or Academiejaar.van_datum(gebeurtenis.datum)
    # Who cancels in the summer before the year starts still does so for that year.
    if not date(jaar.start, 7, 1) <= gebeurtenis.datum <= date(jaar.start + 1, 9, 30):
        raise InvoerFout(f"{veld}.datum", f"{gebeurtenis.datum} valt niet in het academiejaar {jaar}")
    nieuw = gebeurtenis.nieuwe_inschrijving_datum
    if nieuw is not None and nieuw < date(jaar.start, 7, 1):
        raise InvoerFout(
            f"{veld}.nieuwe_inschrijving_datum", f"{nieuw} ligt voor het academiejaar {jaar} waarin je uitschrijft"
        )
    if not gebruikt:
        return Teruggave(
            [Beweging("geen_leerkrediet_nodig", 0, "Hiervoor zette je geen leerkrediet in: er komt ook niets terug.")]
        )
    if contract == "creditcontract":
        return Teruggave(
            [
                Beweging(
                    "stoppen_creditcontract",
                    0,
                    "Je stopt met een creditcontract: je ingezette punten komen niet terug.",
                )
            ]
        )
    return _onder_diplomacontract(gebeurtenis, opleiding, instelling, jaar)


def teruggave_over(
    gebeurtenis: Uitschrijving, stops: Sequence[Stop], *, veld: str, instelling: str | None, jaar: Academiejaar | None
) -> Teruggave:
    """The movements of one deregistration from one or more enrolments of a year, for instance under two contracts.

    How the points of one enrolment lie over the year is not known apart from those of another. Where that matters, the
    least comes back, and a warning says how much more it can be.

    Args:
        gebeurtenis: the deregistration.
        stops: one or more enrolments; their ``studiepunten`` add up to those of ``zonder_examen``.
        veld: where it stands in the input, for messages.
        instelling: key of the institution, or None: the legal floor alone.
        jaar: academic year of the enrolments, or None: the one in which the date falls.

    Raises:
        InvoerFout: see ``teruggave``.
    """

    def samen(*, minst: bool) -> Teruggave:
        geheel = Teruggave()
        for stop, zonder in _spreid(gebeurtenis, stops, instelling, jaar, minst=minst):
            uitkomst = teruggave(
                gebeurtenis.copy(update={"zonder_examen": zonder}),
                veld=veld,
                contract=stop.contract,
                opleiding=stop.opleiding,
                gebruikt=stop.gebruikt,
                instelling=instelling,
                jaar=jaar,
            )
            geheel.bewegingen += uitkomst.bewegingen
            geheel.waarschuwingen += uitkomst.waarschuwingen
        return geheel

    uitkomst = samen(minst=True)
    meer = samen(minst=False).totaal - uitkomst.totaal
    if meer:
        uitkomst.waarschuwingen.append(
            "Welke van die vakken onder welk contract liggen, is niet gezegd. "
            f"Hier komt er zo weinig mogelijk terug; het kunnen er hoogstens {meer} meer zijn."
        )
    return uitkomst


def _spreid(
    gebeurtenis: Uitschrijving, stops: Sequence[Stop], instelling: str | None, jaar: Academiejaar | None, *, minst: bool
) -> list[tuple[Stop, ZonderExamen]]:
    """Deal the kinds of courses out over the enrolments, so that the least comes back, or the most."""
    over: dict[Vaksoort, int] = {soort: getattr(gebeurtenis.zonder_examen, soort) for soort in VAKSOORTEN}
    if len(stops) == 1:
        return [(stops[0], gebeurtenis.zonder_examen)]
    jaar = jaar or Academiejaar.van_datum(gebeurtenis.datum)
    van_instelling = (
        instellingen()[instelling].terug_op(gebeurtenis.datum, jaar) if instelling else None
    ) or frozenset()
    # What an enrolment that gives nothing back takes first, the others cannot give back.
    eerst = sorted(stops, key=lambda stop: stop.gebruikt and stop.contract == "diplomacontract")
    soorten = sorted(VAKSOORTEN, key=lambda soort: (soort in van_instelling) != minst)
    deel_van = {}
    for stop in eerst:
        rest = stop.studiepunten
        eigen: dict[str, int] = {}
        for soort in soorten:
            eigen[soort] = min(rest, over[soort])
            over[soort] -= eigen[soort]
            rest -= eigen[soort]
        deel_van[stop] = ZonderExamen(**eigen)
    return [(stop, deel_van[stop]) for stop in stops]


def grenzen(instelling: str | None, jaar: Academiejaar) -> tuple[date, ...]:
    """The last days, in order, of each stretch in which the same comes back: the institution's and the law's."""
    laatste = {
        dag("herorientering_volledig_voor", jaar) - _EEN_DAG,
        dag("herorientering_half_voor", jaar) - _EEN_DAG,
    }
    for periode in (instellingen()[instelling].stoppen or ()) if instelling else ():
        if periode.voor is not None:
            laatste.add(jaar.dag(periode.voor) - _EEN_DAG)
        elif periode.tot is not None:
            laatste.add(jaar.dag(periode.tot))
    return tuple(sorted(laatste))


def volgende_grens(
    gebeurtenis: Uitschrijving,
    *,
    contract: Contract,
    opleiding: Opleiding,
    gebruikt: bool,
    instelling: str | None,
    jaar: Academiejaar,
) -> Grens | None:
    """The first day from ``gebeurtenis.datum`` on after which less comes back; None where nothing changes any more.

    A new enrolment is taken to move along, so that it never lies before the deregistration.

    Raises:
        InvoerFout: see ``teruggave``.
    """

    def op(stopdag: date) -> int:
        nieuw = gebeurtenis.nieuwe_inschrijving_datum
        verschoven = gebeurtenis.copy(
            update={"datum": stopdag, "nieuwe_inschrijving_datum": nieuw and max(nieuw, stopdag)}
        )
        uitkomst = teruggave(
            verschoven,
            veld="uitschrijving",
            contract=contract,
            opleiding=opleiding,
            gebruikt=gebruikt,
            instelling=instelling,
            jaar=jaar,
        )
        return uitkomst.totaal

    for laatste in grenzen(instelling, jaar):
        if laatste < gebeurtenis.datum:
            continue
        ervoor, erna = op(laatste), op(laatste + _EEN_DAG)
        gekend = instelling is not None and instellingen()[instelling].stoppen is not None
        bekend = not gekend or instellingen()[instelling or ""].terug_op(laatste + _EEN_DAG, jaar) is not None
        if ervoor != erna or (ervoor and not bekend):
            return Grens(laatste, ervoor, erna, bekend)
    return None


@lru_cache(maxsize=1)
def gangbare_instelling() -> str:
    """Key of an institution with the dates that most of them publish; to name as common, never as a promise."""
    geteld = Counter(i.stoppen for i in instellingen().values() if i.stoppen is not None)
    gangbaar = geteld.most_common(1)[0][0]
    return next(sleutel for sleutel, i in instellingen().items() if i.stoppen == gangbaar)


def _onder_diplomacontract(
    gebeurtenis: Uitschrijving, opleiding: Opleiding, instelling: str | None, jaar: Academiejaar
) -> Teruggave:
    uitkomst = Teruggave()
    zonder: dict[Vaksoort, int] = {soort: getattr(gebeurtenis.zonder_examen, soort) for soort in VAKSOORTEN}
    if not any(zonder.values()):
        zin = "Je stopt. Er zijn geen vakken zonder examen, dus er komt niets terug. Wat je verwierf, behoud je."
        uitkomst.bewegingen.append(Beweging("stoppen_zonder_teruggave", 0, zin))
        return uitkomst
    wettelijk = wettelijk_deel(gebeurtenis, "diplomacontract", opleiding, jaar)
    van_instelling = _van_instelling(gebeurtenis, instelling, jaar, uitkomst.waarschuwingen)
    via_instelling = {s: n for s, n in zonder.items() if n and s in van_instelling and wettelijk < 1}
    via_wet = {s: n for s, n in zonder.items() if n and s not in via_instelling} if wettelijk else {}
    if via_instelling:
        naam = instellingen()[instelling].naam if instelling else ""
        aantal = sum(via_instelling.values())
        rest = sum(zonder.values()) - aantal
        # How the points lie over the year matters only where one kind comes back and another does not.
        welke = f"van {_soorten(van_instelling)}" if rest else "alles zonder examen"
        zin = f"Je stopt op {dag_in_woorden(gebeurtenis.datum)}. {naam} geeft {punten(aantal)} terug: {welke}."
        if rest and not via_wet:
            zin += f" Van {de_punten(rest, 'andere')} zonder examen komt niets terug."
        uitkomst.bewegingen.append(Beweging("stoppen_instelling", aantal, zin))
    if via_wet:
        samen = sum(via_wet.values())
        terug = samen * wettelijk
        aantal = int(terug)
        hoeveel = "Alles" if wettelijk == 1 else "De helft"
        andere = "andere" if via_instelling else ""
        zin = (
            f"Je verandert als generatiestudent op tijd van opleiding. {hoeveel} komt terug van "
            f"{de_punten(samen, andere)} zonder examen: {aantal}."
        )
        uitkomst.bewegingen.append(Beweging("stoppen_generatiestudent", aantal, zin))
        if terug != aantal:
            uitkomst.waarschuwingen.append(
                f"De helft van {samen} is geen geheel getal. Hoe er afgerond wordt, staat nergens; hier naar beneden."
            )
    if not uitkomst.bewegingen:
        zin = f"Je stopt op {dag_in_woorden(gebeurtenis.datum)}. Van {de_punten(sum(zonder.values()))} zonder examen komt niets terug."
        uitkomst.bewegingen.append(Beweging("stoppen_zonder_teruggave", 0, zin))
    _waarschuw_rond_15_maart(gebeurtenis, jaar, uitkomst.waarschuwingen)
    return uitkomst


def _van_instelling(
    gebeurtenis: Uitschrijving, sleutel: str | None, jaar: Academiejaar, waarschuwingen: list[str]
) -> frozenset[Vaksoort]:
    if sleutel is None:
        waarschuwingen.append(
            "Je instelling is niet opgegeven. Haar eigen datums kunnen meer teruggeven: kijk in het onderwijs- en examenreglement."
        )
        return frozenset()
    gegevens = instellingen()[sleutel]
    terug = gegevens.terug_op(gebeurtenis.datum, jaar)
    if terug is None:
        waarschuwingen.append(
            f"Wat {gegevens.naam} op die dag teruggeeft, is niet gevonden. Hier telt alleen wat de wet minstens geeft."
        )
    waarschuwingen.append(f"Kijk de datums na in het onderwijs- en examenreglement van {gegevens.naam}.")
    if gegevens.opgelet:
        waarschuwingen.append(gegevens.opgelet)
    return terug or frozenset()


def _waarschuw_rond_15_maart(gebeurtenis: Uitschrijving, jaar: Academiejaar, waarschuwingen: list[str]) -> None:
    grens = dag("herorientering_half_voor", jaar)
    if grens in (gebeurtenis.datum, gebeurtenis.nieuwe_inschrijving_datum):
        waarschuwingen.append(
            "Of 15 maart zelf nog op tijd is, zeggen de bronnen verschillend. Regel het ten laatste op 14 maart."
        )


def dag_in_woorden(dag: date, *, jaar: bool = True) -> str:
    """``15 november 2026``; without the year ``15 november``.

    >>> dag_in_woorden(date(2026, 11, 15))
    '15 november 2026'
    """
    return f"{dag.day} {_MAANDEN[dag.month - 1]}" + (f" {dag.year}" if jaar else "")


def _soorten(soorten: frozenset[Vaksoort]) -> str:
    namen = [_SOORT_NAMEN[soort] for soort in VAKSOORTEN if soort in soorten]
    return " en ".join(namen)
