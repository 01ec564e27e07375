"""What comes back on stopping or changing: per course the better of the institution's dates and the legal floor."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field
from datetime import date
from fractions import Fraction
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
from leerkrediet_core.parameters import dag
from leerkrediet_core.parameters import deel
from leerkrediet_core.taal import de_punten
from leerkrediet_core.taal import punten


_SOORT_NAMEN: Final[dict[Vaksoort, str]] = {
    "semester1": "semester 1",
    "semester2": "semester 2",
    "jaarvak": "jaarvakken",
}


@dataclass(frozen=True)
class Beweging:
    """A movement of the balance in studiepunten, by a rule, with its Dutch sentence."""

    regel: str
    mutatie: int
    omschrijving: str


@dataclass
class Teruggave:
    """What a deregistration returns; never doubled."""

    bewegingen: list[Beweging] = field(default_factory=list)
    waarschuwingen: list[str] = field(default_factory=list)


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
            [Beweging("stoppen_creditcontract", 0, "Je stopt met een creditcontract: je ingezette punten komen niet terug.")]
        )
    return _onder_diplomacontract(gebeurtenis, opleiding, instelling, jaar)


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
        zin = f"Je stopt op {_dag(gebeurtenis.datum)}. {naam} geeft {punten(aantal)} terug ({_soorten(via_instelling)})."
        uitkomst.bewegingen.append(Beweging("stoppen_instelling", aantal, zin))
    if via_wet:
        samen = sum(via_wet.values())
        terug = samen * wettelijk
        aantal = int(terug)
        hoeveel = "alles" if wettelijk == 1 else "de helft"
        zin = (
            f"Je verandert als generatiestudent op tijd van opleiding: {hoeveel} komt terug van {de_punten(samen)} "
            f"zonder examen ({_soorten(via_wet)}), dus {aantal}."
        )
        uitkomst.bewegingen.append(Beweging("stoppen_generatiestudent", aantal, zin))
        if terug != aantal:
            uitkomst.waarschuwingen.append(
                f"De helft van {samen} is geen geheel getal. Hoe er afgerond wordt, staat nergens; hier naar beneden."
            )
    if not uitkomst.bewegingen:
        zin = f"Je stopt op {_dag(gebeurtenis.datum)}. Van {de_punten(sum(zonder.values()))} zonder examen komt niets terug."
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


def _dag(dag: date) -> str:
    return f"{dag.day}/{dag.month}/{dag.year}"


def _soorten(aantallen: dict[Vaksoort, int]) -> str:
    return ", ".join(f"{_SOORT_NAMEN[soort]}: {aantal}" for soort, aantal in aantallen.items())
