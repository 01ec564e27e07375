"""A case of stopping or changing, as far as it is told: what its outcome hangs on, and what it comes to.

Pure: no tracker, and today is an argument. What is not known is kept open: each open point stands as several options,
the outcome is computed for all of them, and only a point that makes a difference is worth a question.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from functools import cached_property
from itertools import product
from typing import Any
from typing import Final
from typing import Literal
from typing import cast

from actions.loopbaan import Loopbaan
from actions.loopbaan import bonus_onbekend
from actions.loopbaan import naar_invoer
from actions.uitkomst import hoogste_bonus
from leerkrediet_core import Academiejaar
from leerkrediet_core import Grootboek
from leerkrediet_core import bereken
from leerkrediet_core import gebruikt_leerkrediet
from leerkrediet_core import instellingen
from leerkrediet_core import lees_loopbaan
from leerkrediet_core.gebruik import BACHELORS
from leerkrediet_core.gebruik import Contract
from leerkrediet_core.gebruik import Opleiding
from leerkrediet_core.instellingen import VAKSOORTEN
from leerkrediet_core.instellingen import Vaksoort
from leerkrediet_core.invoer import Uitschrijving
from leerkrediet_core.parameters import dag
from leerkrediet_core.uitschrijving import Grens
from leerkrediet_core.uitschrijving import dag_in_woorden
from leerkrediet_core.uitschrijving import gangbare_instelling
from leerkrediet_core.uitschrijving import grenzen
from leerkrediet_core.uitschrijving import volgende_grens


Punt = Literal["dag", "school", "verdeling", "wet", "bonus"]
PUNTEN: Final[tuple[Punt, ...]] = ("dag", "school", "verdeling", "wet", "bonus")
#: Points that are said line by line; of the others no more than one is, and else a range.
_REGELPUNTEN: Final = frozenset(("dag", "school"))
#: What a year is taken to hold while nobody said it, to see what would make a difference.
_VOORBEELD: Final = 60
ZELFDE_DAG: Final = "zelfde"
_EEN_DAG: Final = timedelta(days=1)
_LENGTE_MAAND: Final = len("2027-02")
_LAATSTE_MAAND: Final = 12
#: No exam of an academic year is taken to be sat before this month of its second calendar year.
_EXAMENMAAND: Final = 1
_ZOMER: Final = frozenset((7, 8))
WET_LABEL: Final = "wat de wet minstens geeft"
GANGBAAR_LABEL: Final = "met de datums die veel scholen gebruiken"


@dataclass(frozen=True)
class Stuk:
    """A stretch of days, first and last, on each of which the same comes back."""

    eerste: date
    laatste: date

    @property
    def dag(self) -> date:
        """A day to compute with: the last, which is what the student may wait for."""
        return self.laatste


@dataclass(frozen=True)
class Optie:
    """One way an open point may turn out; ``label`` says which, and is empty when there is no other."""

    label: str
    waarde: Any


@dataclass(frozen=True)
class Uitslag:
    """What one case comes to: study points that come back for courses without exam, and the balance."""

    terug: int
    saldo: int
    grootboek: Grootboek


@dataclass(frozen=True)
class Regel:
    """A line of the outcome: for which case, and the least and most that comes back and stands on the balance.

    ``dagen`` says by whose dates, where that matters.
    """

    label: str
    terug: tuple[int, int]
    saldo: tuple[int, int]
    dagen: str = ""


@dataclass(frozen=True)
class Stopzaak:
    """What was told, the day of today, and the key of the school that is assumed when none was named."""

    dossier: Mapping[str, Any]
    vandaag: date
    eigen_school: str

    # -- what was told

    @property
    def contract(self) -> Contract:
        return cast("Contract", self.dossier.get("contract") or "diplomacontract")

    @property
    def opleiding(self) -> Opleiding:
        return cast("Opleiding", self.dossier.get("opleiding") or "bachelor")

    @property
    def gebruikt(self) -> bool:
        """Whether leerkrediet was taken for what stops."""
        return gebruikt_leerkrediet(self.contract, self.opleiding)

    @property
    def staat_vast(self) -> bool:
        """Whether nothing comes back whatever else is told."""
        return self.contract == "creditcontract" or not self.gebruikt

    @cached_property
    def basis(self) -> Loopbaan:
        """The career before the year that stops."""
        return Loopbaan.uit_dict(self.dossier.get("basis"))

    @property
    def opgenomen(self) -> int:
        return int(self.dossier.get("opgenomen") or _VOORBEELD)

    @property
    def kent_punten(self) -> bool:
        return self.dossier.get("opgenomen") is not None

    @property
    def verworven(self) -> int:
        return int(self.dossier.get("verworven") or 0)

    @property
    def rest(self) -> int:
        """Study points without a result."""
        weg = self.verworven + int(self.dossier.get("getolereerd") or 0) + int(self.dossier.get("niet_geslaagd") or 0)
        return max(0, self.opgenomen - weg)

    @property
    def deed_examens(self) -> bool:
        return self.dossier.get("examens") is True

    @property
    def telt_zonder_examen(self) -> bool:
        """Whether the division over the year is that of what was not examined, and not of the whole programme."""
        return self.deed_examens and self.dossier.get("geteld") is True

    @property
    def te_verdelen(self) -> int:
        """How many study points the division over the year is about."""
        return self.rest if self.telt_zonder_examen else self.opgenomen

    @property
    def school(self) -> str | None:
        """Key of the school: told, or assumed; None when the student does not know it or it is not in our data."""
        school: str | None = self.dossier.get("instelling", self.eigen_school)
        return school

    @cached_property
    def jaar(self) -> Academiejaar:
        """The academic year that stops."""
        datum = self.dossier.get("datum")
        if datum is not None:
            return Academiejaar.van_datum(_eerste_dag(datum))
        jaar = Academiejaar.van_datum(self.vandaag)
        return jaar.volgend if self.vandaag.month in _ZOMER else jaar

    # -- the open points, each as its options

    @cached_property
    def dagen(self) -> tuple[Optie, ...]:
        """The days on which it may stop: one, or a stretch of days per outcome."""
        datum = self.dossier.get("datum")
        if datum is not None and len(datum) > _LENGTE_MAAND:
            stopdag = date.fromisoformat(datum)
            return (Optie("", Stuk(stopdag, stopdag)),)
        if datum is not None:
            eerste = _eerste_dag(datum)
            laatste = _laatste_dag(eerste)
            if eerste <= self.vandaag <= laatste and not self.dossier.get("uitgeschreven"):
                eerste = self.vandaag
        else:
            eerste = max(self.vandaag, date(self.jaar.start, 9, 1))
            laatste = date(self.jaar.start + 1, 6, 30)
            eerste = min(eerste, laatste)
        return tuple(Optie("", stuk) for stuk in self.stukken(eerste, laatste))

    def stukken(self, eerste: date, laatste: date) -> list[Stuk]:
        """The days from ``eerste`` to ``laatste``, cut where something changes at a school or by law."""
        scholen = {optie.waarde for optie in self._scholen_op((Stuk(eerste, laatste),))} | {self.school}
        einden = {grens for school in scholen for grens in grenzen(school, self.jaar) if eerste <= grens < laatste}
        uit = []
        for einde in sorted({*einden, laatste}):
            uit.append(Stuk(eerste, einde))
            eerste = einde + _EEN_DAG
        return uit

    @property
    def daarna(self) -> date:
        """The first day after the one that was told on which something else comes back; that day where none does."""
        laatste: date = self.dagen[-1].waarde.laatste
        gevonden = [
            grens.laatste + _EEN_DAG
            for verdeling in self.verdelingen
            for wet in self.wetten
            if (grens := self._grens(laatste, verdeling.waarde, wet.waarde)) is not None
        ]
        return min(gevonden, default=laatste)

    def _grens(self, stopdag: date, verdeling: Mapping[str, int], nieuw: str | None) -> Grens | None:
        *_, stop = lees_loopbaan(self.invoer(stopdag, self.school, verdeling, nieuw)).gebeurtenissen
        return volgende_grens(
            cast("Uitschrijving", stop),
            contract=self.contract,
            opleiding=self.opleiding,
            gebruikt=self.gebruikt,
            instelling=self.school,
            jaar=self.jaar,
        )

    @cached_property
    def scholen(self) -> tuple[Optie, ...]:
        """The dates that may hold: those of the school, or, where they are not known, the law's and the common ones."""
        return self._scholen_op([optie.waarde for optie in self.dagen])

    def _scholen_op(self, stukken: Iterator[Stuk] | tuple[Stuk, ...] | list[Stuk]) -> tuple[Optie, ...]:
        if self.school is not None:
            gegevens = instellingen()[self.school]
            if all(gegevens.terug_op(stuk.laatste, self.jaar) is not None for stuk in stukken):
                return (Optie("", self.school),)
        return (Optie(WET_LABEL, self.school), Optie(GANGBAAR_LABEL, gangbare_instelling()))

    @property
    def gevraagde_soort(self) -> Vaksoort:
        """The kind of course of which the number decides: what comes back is it, or all but it."""
        delen = [
            terug
            for optie in self.dagen
            for school in self.scholen
            if school.waarde is not None
            and (terug := instellingen()[school.waarde].terug_op(optie.waarde.dag, self.jaar)) is not None
            and 0 < len(terug) < len(VAKSOORTEN)
        ]
        return "semester1" if delen and all("jaarvak" in terug for terug in delen) else "semester2"

    @cached_property
    def verdeling(self) -> dict[Vaksoort, int] | None:
        """The study points without exam per kind of course, from what was told; None when nothing was."""
        ruw = self.dossier.get("semesters")
        if not isinstance(ruw, Mapping) or not ruw:
            return None
        uit: dict[Vaksoort, int] = {}
        for soort in VAKSOORTEN:
            gegeven = ruw.get(soort)
            if isinstance(gegeven, int):
                uit[soort] = gegeven
            elif gegeven == "alles":
                uit[soort] = self.te_verdelen
            elif gegeven == "helft":
                helft = self.te_verdelen // 2
                uit[soort] = self.te_verdelen - helft if soort == "semester1" else helft
        over = self.te_verdelen - sum(uit.values())
        for soort in VAKSOORTEN:
            if ruw.get(soort) == "rest":
                uit[soort] = max(0, over)
                over = 0
        aanvulling = self.aangevuld
        if aanvulling is not None and over > 0:
            uit[aanvulling] = over
        return self._zonder_examen(uit) if self.deed_examens and not self.telt_zonder_examen else uit

    def _zonder_examen(self, verdeling: Mapping[Vaksoort, int]) -> dict[Vaksoort, int]:
        """What of a programme was not examined: the exams that were sat are those of semester 1."""
        over = self.rest
        uit: dict[Vaksoort, int] = {}
        for soort, aantal in verdeling.items():
            if soort != "semester1":
                uit[soort] = min(aantal, over)
                over -= uit[soort]
        return uit

    @property
    def eerste_semester_geexamineerd(self) -> bool:
        """Whether points of semester 1 are left out because its exams were sat."""
        if not self.deed_examens or self.telt_zonder_examen:
            return False
        return (self.dossier.get("semesters") or {}).get("semester1", 0) != 0

    @property
    def aangevuld(self) -> Vaksoort | None:
        """The kind that points without a place are counted with; None where exams explain them."""
        ruw = self.dossier.get("semesters") or {}
        if self.telt_zonder_examen:
            return None
        return next((soort for soort in VAKSOORTEN if soort not in ruw), None)

    @cached_property
    def verdelingen(self) -> tuple[Optie, ...]:
        """How the points without exam may lie over the year."""
        if self.verdeling is not None:
            return (Optie("", self.verdeling),)
        if self.rest == 0:
            return (Optie("", {}),)
        alles: dict[Vaksoort, dict[str, int]] = {soort: {soort: self.rest} for soort in VAKSOORTEN}
        if self.deed_examens:
            return (
                Optie("als je voor alles examen deed", {}),
                Optie("als dat allemaal vakken van semester 2 zijn, zonder examen", alles["semester2"]),
            )
        if self.gevraagde_soort == "semester1":
            return (
                Optie("als alles van semester 1 is", alles["semester1"]),
                Optie("als niets van semester 1 is", alles["semester2"]),
            )
        return (
            Optie("als niets van semester 2 is", alles["semester1"]),
            Optie("als alles van semester 2 is", alles["semester2"]),
        )

    @property
    def kan_generatiestudent(self) -> bool:
        """Whether the rule for a generatiestudent can hold: a first year in a bachelor under diplomacontract."""
        eerder = any(jaar.contract != "creditcontract" for jaar in self.basis.jaren)
        return not eerder and self.contract == "diplomacontract" and self.opleiding in BACHELORS

    @cached_property
    def wetten(self) -> tuple[Optie, ...]:
        """Whether, and from which day, the law's rule for a generatiestudent holds: the day of the new enrolment."""
        generatie = self.dossier.get("generatiestudent") if self.kan_generatiestudent else False
        nieuw = self.dossier.get("nieuw")
        if generatie is False or nieuw is False:
            return (Optie("", None),)
        dagen = self._nieuwe_dagen() if nieuw else (Optie("", ZELFDE_DAG),)
        if generatie and nieuw:
            return dagen
        if generatie is None and nieuw is None:
            niet, wel = (
                "als je geen generatiestudent bent, of niets nieuws begint",
                "als generatiestudent die iets nieuws begint",
            )
        elif generatie is None:
            niet, wel = "als je geen generatiestudent bent", "als je generatiestudent bent"
        else:
            niet, wel = "als je niets nieuws begint", "als je iets nieuws begint"
        return (Optie(niet, None), *(Optie(f"{wel}{_erbij(optie.label)}", optie.waarde) for optie in dagen))

    def _nieuwe_dagen(self) -> tuple[Optie, ...]:
        gegeven = self.dossier.get("nieuw_datum")
        if gegeven == ZELFDE_DAG:
            return (Optie("", ZELFDE_DAG),)
        vol, half = dag("herorientering_volledig_voor", self.jaar), dag("herorientering_half_voor", self.jaar)
        if gegeven is not None and len(gegeven) > _LENGTE_MAAND:
            return (Optie("", gegeven),)
        opties: tuple[Optie, ...] = (
            Optie(f"als je je ten laatste op {_zonder_jaar(vol - _EEN_DAG)} weer inschrijft", vol - _EEN_DAG),
            Optie(f"als je je ten laatste op {_zonder_jaar(half - _EEN_DAG)} weer inschrijft", half - _EEN_DAG),
            Optie(f"als je je pas vanaf {_zonder_jaar(half)} weer inschrijft", half),
        )
        if gegeven is not None:
            eerste = _eerste_dag(gegeven)
            laatste = _laatste_dag(eerste)
            opties = tuple(
                optie
                for optie, (van, tot) in zip(
                    opties, ((date.min, vol - _EEN_DAG), (vol, half - _EEN_DAG), (half, date.max))
                )
                if van <= laatste and eerste <= tot
            )
        else:
            vroegst = self.dagen[0].waarde.eerste
            opties = tuple(optie for optie in opties if optie.waarde >= vroegst) or opties[-1:]
        if len(opties) == 1:
            return (Optie("", opties[0].waarde.isoformat()),)
        return tuple(Optie(optie.label, optie.waarde.isoformat()) for optie in opties)

    @cached_property
    def bonussen(self) -> tuple[Optie, ...]:
        """How much may still be doubled, where that is not known and matters."""
        if not bonus_onbekend(self.basis) or not (self.verworven or any(j.verworven for j in self.basis.jaren)):
            return (Optie("", None),)
        return (
            Optie("als je dubbele punten al op zijn", 0),
            Optie("als je dubbele punten nog niet op zijn", hoogste_bonus(self.basis)),
        )

    # -- the outcome

    @cached_property
    def uitslagen(self) -> dict[tuple[int, ...], Uitslag]:
        """The outcome for each combination of options, by the place of each in its row."""
        rijen = [self._opties(punt) for punt in PUNTEN]
        return {
            plaatsen: self.uitslag(*(rij[plaats].waarde for rij, plaats in zip(rijen, plaatsen)))
            for plaatsen in product(*(range(len(rij)) for rij in rijen))
        }

    def uitslag(
        self, stuk: Stuk, school: str | None, verdeling: Mapping[str, int], nieuw: str | None, bonus: int | None
    ) -> Uitslag:
        """The outcome of one case of which everything is settled."""
        invoer = self.invoer(stuk.dag, school, verdeling, nieuw, bonus)
        grootboek = bereken(lees_loopbaan(invoer))
        laatste = len(invoer["gebeurtenissen"]) - 1
        terug = sum(stap.mutatie for stap in grootboek.stappen if stap.gebeurtenis == laatste)
        return Uitslag(terug, grootboek.saldo, grootboek)

    def invoer(
        self,
        stopdag: date,
        school: str | None,
        verdeling: Mapping[str, int],
        nieuw: str | None,
        bonus: int | None = None,
    ) -> dict[str, Any]:
        """One settled case as the input of the calculation; the deregistration is its last event."""
        invoer = naar_invoer(self.basis)
        if bonus is not None:
            invoer["bonus_over"] = bonus
        if school is not None:
            invoer["instelling"] = school
        eerdere = invoer["gebeurtenissen"]
        kader: dict[str, Any] = {}
        jaren = [gebeurtenis.get("academiejaar") for gebeurtenis in eerdere]
        if jaren and all(jaren) and max(map(str, jaren)) < str(self.jaar):
            kader["academiejaar"] = str(self.jaar)
        else:
            # Years that do not follow each other only confuse; without a name they count in their order.
            eerdere = [{naam: w for naam, w in g.items() if naam != "academiejaar"} for g in eerdere]
        inschrijving = {"soort": "inschrijving", "studiepunten": self.opgenomen, **kader}
        inschrijving |= {naam: self.dossier[naam] for naam in ("contract", "opleiding") if self.dossier.get(naam)}
        resultaat = {"soort": "resultaat", "verworven": self.verworven, **kader}
        if self.dossier.get("getolereerd"):
            resultaat["getolereerd"] = self.dossier["getolereerd"]
        stop: dict[str, Any] = {
            "soort": "uitschrijving",
            "datum": stopdag.isoformat(),
            "zonder_examen": {soort: aantal for soort, aantal in verdeling.items() if aantal},
            **kader,
        }
        if nieuw is not None:
            stop["generatiestudent"] = True
            stop["nieuwe_inschrijving_datum"] = stopdag.isoformat() if nieuw == ZELFDE_DAG else nieuw
        met_resultaat = [resultaat] if self.verworven or self.dossier.get("getolereerd") else []
        invoer["gebeurtenissen"] = [*eerdere, inschrijving, *met_resultaat, stop]
        return invoer

    def hangt_af_van(self, punt: Punt) -> bool:
        """Whether another option for ``punt`` gives another outcome, all else the same."""
        plaats = PUNTEN.index(punt)
        gezien: dict[tuple[int, ...], tuple[int, int]] = {}
        for plaatsen, uitslag in self.uitslagen.items():
            andere = plaatsen[:plaats] + plaatsen[plaats + 1 :]
            waarde = (uitslag.terug, uitslag.saldo)
            if gezien.setdefault(andere, waarde) != waarde:
                return True
        return False

    @property
    def eenduidig(self) -> Uitslag | None:
        """The outcome, when all options give the same."""
        waarden = {(uitslag.terug, uitslag.saldo) for uitslag in self.uitslagen.values()}
        return next(iter(self.uitslagen.values())) if len(waarden) == 1 else None

    @property
    def laagste(self) -> Uitslag:
        """The case with the lowest balance."""
        return min(self.uitslagen.values(), key=lambda uitslag: (uitslag.saldo, uitslag.terug))

    def regels(self) -> list[Regel]:
        """The outcome line by line, for what it hangs on; ranges where it hangs on more than can be said."""
        van_belang = [punt for punt in PUNTEN if self.hangt_af_van(punt)]
        andere = [punt for punt in van_belang if punt not in _REGELPUNTEN]
        per_regel = [punt for punt in van_belang if punt in _REGELPUNTEN or len(andere) == 1]
        groepen: dict[tuple[int, ...], list[Uitslag]] = {}
        for plaatsen, uitslag in self.uitslagen.items():
            sleutel = tuple(plaatsen[PUNTEN.index(punt)] for punt in per_regel)
            groepen.setdefault(sleutel, []).append(uitslag)
        uit: list[tuple[tuple[int, ...], Regel]] = []
        for sleutel, uitslagen in sorted(groepen.items()):
            terug, saldo = [u.terug for u in uitslagen], [u.saldo for u in uitslagen]
            regel = Regel("", (min(terug), max(terug)), (min(saldo), max(saldo)))
            uit.append((sleutel, regel))
        return self._benoem(per_regel, uit)

    def _benoem(self, punten: list[Punt], rijen: list[tuple[tuple[int, ...], Regel]]) -> list[Regel]:
        """Give each line its label; a label that makes no difference is left out, and such days are one line."""
        per_dag: dict[tuple[str, int], dict[str, Regel]] = {}
        for sleutel, regel in rijen:
            plaats = dict(zip(punten, sleutel))
            school = self.scholen[plaats["school"]].label if "school" in plaats else ""
            ander = next((self._opties(p)[n].label for p, n in plaats.items() if p not in _REGELPUNTEN), "")
            per_dag.setdefault((school, plaats.get("dag", 0)), {})[ander] = regel
        eerste, laatste = self.dagen[0].waarde.eerste, self.dagen[-1].waarde.laatste
        reeksen: list[tuple[str, Stuk, dict[str, Regel]]] = []
        for (school, dag_), per_label in sorted(per_dag.items(), key=lambda rij: (rij[0][0] != WET_LABEL, rij[0])):
            waarden = list(per_label.values())
            kort = {"": waarden[0]} if all(waarde == waarden[0] for waarde in waarden) else per_label
            stuk = self.dagen[dag_].waarde
            if reeksen and (reeksen[-1][0], reeksen[-1][2]) == (school, kort):
                reeksen[-1] = (school, Stuk(reeksen[-1][1].eerste, stuk.laatste), kort)
            else:
                reeksen.append((school, stuk, kort))
        uit = []
        for school, stuk, per_label in reeksen:
            wanneer = stuk_in_woorden(stuk, eerste, laatste) if "dag" in punten else ""
            for label, regel in per_label.items():
                uit.append(Regel(", ".join(filter(None, [wanneer, label])), regel.terug, regel.saldo, school))
        return uit

    def _opties(self, punt: Punt) -> tuple[Optie, ...]:
        return {
            "dag": self.dagen,
            "school": self.scholen,
            "verdeling": self.verdelingen,
            "wet": self.wetten,
            "bonus": self.bonussen,
        }[punt]

    # -- what is worth a question

    def open_vragen(self) -> Iterator[str]:
        """What must still be asked, in order: only what makes a difference."""
        gezegd = self.dossier
        if self.staat_vast:
            return
        if "datum" not in gezegd:
            yield "datum"
        if gezegd.get("na_resultaat") and "nieuw_jaar" not in gezegd:
            yield "nieuw_jaar"
        if "instelling" not in gezegd and self.school_maakt_verschil:
            yield "instelling"
        if "opgenomen" not in gezegd and not self.zonder_punten:
            yield "opgenomen"
        if self.kent_punten and self.kan_examens and "examens" not in gezegd:
            yield "examens"
        if self.kent_punten and self.deed_examens and "verworven" not in gezegd:
            yield "verworven"
        if self.kent_punten and gezegd.get("semesters", {}) == {} and self.hangt_af_van("verdeling"):
            yield "semesters"
        if self.hangt_af_van("wet"):
            if "nieuw" not in gezegd:
                yield "nieuw"
            if "generatiestudent" not in gezegd:
                yield "generatiestudent"
            if gezegd.get("nieuw") and "nieuw_datum" not in gezegd:
                yield "nieuw_datum"

    @property
    def kan_examens(self) -> bool:
        """Whether exams may have been sat by the day on which it stops."""
        if self.dossier.get("datum") is None:
            return False
        return bool(self.dagen[-1].waarde.laatste >= date(self.jaar.start + 1, _EXAMENMAAND, 1))

    @property
    def komen_examens(self) -> bool:
        """Whether the first exams of the year are still to come today."""
        return self.vandaag < date(self.jaar.start + 1, _EXAMENMAAND, 1)

    @property
    def zonder_punten(self) -> bool:
        """Whether it can be said without numbers: all comes back, or nothing, whatever else holds."""
        if self.dossier.get("rekenen") or self.deed_examens or self.dossier.get("semesters"):
            return False
        uitslag = self.eenduidig
        return uitslag is not None and uitslag.terug in (0, self.opgenomen)

    @property
    def school_maakt_verschil(self) -> bool:
        """Whether schools of which the dates are known give back different things on these days."""
        soorten = frozenset(s for s, n in self.verdeling.items() if n) if self.verdeling else frozenset(VAKSOORTEN)
        for optie in self.dagen:
            gevonden = {
                terug & soorten
                for gegevens in instellingen().values()
                if (terug := gegevens.terug_op(optie.waarde.dag, self.jaar)) is not None
            }
            if len(gevonden) > 1:
                return True
        return False


def stuk_in_woorden(stuk: Stuk, eerste: date, laatste: date) -> str:
    """``tot en met 14 maart``, ``van 1 december tot en met 14 maart``, ``vanaf 15 maart``."""
    if stuk.eerste == stuk.laatste:
        return f"op {_zonder_jaar(stuk.eerste)}"
    if stuk.eerste <= eerste and stuk.laatste < laatste:
        return f"tot en met {_zonder_jaar(stuk.laatste)}"
    if stuk.laatste >= laatste:
        return f"vanaf {_zonder_jaar(stuk.eerste)}"
    return f"van {_zonder_jaar(stuk.eerste)} tot en met {_zonder_jaar(stuk.laatste)}"


def _zonder_jaar(dag_: date) -> str:
    return dag_in_woorden(dag_, jaar=False)


def _erbij(label: str) -> str:
    return f", {label}" if label else ""


def _eerste_dag(datum: str) -> date:
    return date.fromisoformat(datum if len(datum) > _LENGTE_MAAND else f"{datum}-01")


def _laatste_dag(eerste: date) -> date:
    jaar, maand = (eerste.year, eerste.month + 1) if eerste.month < _LAATSTE_MAAND else (eerste.year + 1, 1)
    return date(jaar, maand, 1) - _EEN_DAG
