"""From fact sheet to ledger: the career that a sheet tells, computed by the core, with what is still unknown as a range."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from datetime import date
from typing import Any
from typing import Final
from typing import Literal
from typing import get_args

from gesprek.steekkaart import SEMESTERS
from gesprek.steekkaart import UITKOMSTEN
from gesprek.steekkaart import Anker
from gesprek.steekkaart import Boeking
from gesprek.steekkaart import Steekkaart
from gesprek.steekkaart import Studiejaar
from gesprek.steekkaart import volgorde
from leerkrediet_core import Academiejaar
from leerkrediet_core import Grootboek
from leerkrediet_core import InvoerFout
from leerkrediet_core import LeerkredietFout
from leerkrediet_core import bereken
from leerkrediet_core import getal
from leerkrediet_core import instellingen
from leerkrediet_core import lees_loopbaan
from leerkrediet_core.gebruik import Contract
from leerkrediet_core.gebruik import Opleiding
from leerkrediet_core.gebruik import gebruikt_leerkrediet
from leerkrediet_core.uitschrijving import gangbare_instelling


CONTRACTEN: Final = get_args(Contract)
OPLEIDINGEN: Final = get_args(Opleiding)
Ontbrekend = Literal["opgenomen", "verworven", "semesters", "stopdag", "moment", "verdubbeling", "saldo"]


@dataclass(frozen=True)
class Mist:
    """A fact that would make the outcome more certain; ``start`` and ``rang`` say of which year, ``deels`` that a part is known."""

    wat: Ontbrekend
    start: int | None = None
    rang: int | None = None
    opgenomen: int | None = None
    deels: bool = False


@dataclass
class Pakket:
    """What was taken up under one contract and programme in one year, and what came of it, in studiepunten."""

    contract: str
    opleiding: str
    nieuw: bool
    opgenomen: int | None = None
    verworven: int | None = None
    niet_geslaagd: int = 0
    getolereerd: int = 0
    delen: dict[str, int] = field(default_factory=dict)
    per_vak: bool = False
    afgerond: bool = False

    @property
    def open(self) -> bool:
        """Whether courses were told one by one: those that were not told may still have been acquired."""
        return self.per_vak and not self.afgerond

    @property
    def gebruikt(self) -> bool:
        """Whether it takes leerkrediet, diplomas aside."""
        return gebruikt_leerkrediet(self.contract, self.opleiding)  # type: ignore[arg-type]  # checked when made


@dataclass(frozen=True)
class Uitkomst:
    """What a sheet comes to.

    Attributes:
        laag: the ledger when everything unknown turns out badly; results that cannot be there yet are left open.
        hoog: the ledger when everything unknown turns out well.
        mist: what is unknown, the most telling first.
        lopend: whether the last year is under way, without all its results.
        anker: the told balance that it starts from.
        eigen: the ledger that the told years give at the moment of ``anker``; None where they tell too little.
        invoer: what ``laag`` was computed from, as ``lees_loopbaan`` reads it.
    """

    laag: Grootboek
    hoog: Grootboek
    mist: tuple[Mist, ...] = ()
    lopend: bool = False
    anker: Anker | None = None
    eigen: Grootboek | None = None
    invoer: dict[str, Any] = field(default_factory=dict)

    @property
    def berekend(self) -> int | None:
        """The balance that the told years give at the moment of ``anker``."""
        return self.eigen.saldo if self.eigen is not None else None

    @property
    def zeker(self) -> bool:
        """Whether nothing unknown changes the balance."""
        return self.laag.saldo == self.hoog.saldo

    @property
    def saldo(self) -> int:
        """The balance, in studiepunten, at the least."""
        return self.laag.saldo

    @property
    def zeker_best(self) -> int:
        """The balance when all that is open is acquired, at the least."""
        if not self.lopend:
            return self.laag.saldo
        return self.laag.saldo + self.laag.openstaand + min(self.laag.openstaand_dubbel, self.laag.bonus_over)

    @property
    def best(self) -> int:
        """The balance when all that is open is acquired, at the most."""
        if not self.lopend:
            return self.hoog.saldo
        dubbel = min(self.hoog.openstaand_dubbel, self.hoog.bonus_over)
        return self.hoog.saldo + self.hoog.openstaand + dubbel


class Onrekenbaar(Exception):
    """The facts contradict each other; the text is Dutch and says what."""


def pakketten(jaar: Studiejaar, kaart: Steekkaart) -> list[Pakket]:
    """The lines of a year, added up by contract and programme; that of a change last."""
    groepen: dict[tuple[str, str, bool], list[Boeking]] = {}
    opgenomen = [b for b in jaar.boekingen if b.rol == "opgenomen"]
    regels: list[Boeking] = []
    for boeking in jaar.boekingen:
        samen = [b for b in opgenomen if b.nieuw == boeking.nieuw and not b.deel]
        los = boeking.rol in UITKOMSTEN and not (boeking.contract or boeking.opleiding or boeking.vak)
        soorten = {(b.contract, b.opleiding) for b in samen}
        if los and len(soorten) > 1:
            regels += _verdeel(boeking, samen)
        else:
            regels.append(boeking)
    for boeking in regels:
        if boeking.rol in ("geschrapt", "vrijgesteld"):
            continue
        # What a line does not name is what the enrolment of that year names.
        contract = boeking.contract or _genoemd(jaar, "contract", boeking)
        opleiding = boeking.opleiding or _genoemd(jaar, "opleiding", boeking)
        sleutel = (_contract(contract), _opleiding(opleiding), boeking.nieuw)
        groepen.setdefault(sleutel, []).append(boeking)
    met_opname = [s for s, regels in groepen.items() if any(b.rol == "opgenomen" for b in regels)]
    for sleutel in [s for s in groepen if s not in met_opname]:
        # Results whose contract or programme was not named belong to what was taken up in that year.
        gastheer = next((s for s in met_opname if s[2] == sleutel[2]), None)
        if gastheer is not None:
            groepen[gastheer] += groepen.pop(sleutel)
    geschrapt = {
        nieuw: sum(
            b.waarde for b in jaar.boekingen if b.rol == "geschrapt" and b.nieuw == nieuw and isinstance(b.waarde, int)
        )
        for nieuw in (False, True)
    }
    # What was dropped has no result: it is no part of all, nor of the rest.
    gemist = {False: jaar.gemist}
    gevonden = [
        _tel(sleutel, regels, geschrapt.pop(sleutel[2], 0), gemist.pop(sleutel[2], 0))
        for sleutel, regels in groepen.items()
    ]
    return sorted(gevonden, key=lambda p: p.nieuw)


def _verdeel(boeking: Boeking, opgenomen: list[Boeking]) -> list[Boeking]:
    """A result of the whole year over the programmes of that year: a word holds for each, a number fills the largest first."""
    over = boeking.waarde
    uit = []
    for bron in sorted(opgenomen, key=lambda b: -int(b.waarde) if isinstance(b.waarde, int) else 0):
        deel: int | str = over
        if isinstance(over, int):
            deel = min(over, int(bron.waarde)) if isinstance(bron.waarde, int) else 0
            over -= deel
        uit.append(boeking.copy(update={"waarde": deel, "contract": bron.contract or "diplomacontract",
                                        "opleiding": bron.opleiding or "bachelor"}))  # fmt: skip
    return uit


def _genoemd(jaar: Studiejaar, veld: str, boeking: Boeking) -> str:
    namen = {getattr(b, veld) for b in jaar.boekingen if b.rol == "opgenomen" and b.nieuw == boeking.nieuw}
    onbenoemd = any(
        b.is_totaal and not getattr(b, veld)
        for b in jaar.boekingen
        if b.rol == "opgenomen" and b.nieuw == boeking.nieuw
    )
    genoemd = sorted(namen - {""})
    return genoemd[0] if len(genoemd) == 1 and not onbenoemd else ""


def _tel(sleutel: tuple[str, str, bool], regels: list[Boeking], geschrapt: int, gemist: int) -> Pakket:
    pakket = Pakket(*sleutel)
    opgenomen = [b for b in regels if b.rol == "opgenomen" and isinstance(b.waarde, int)]
    totaal = [b for b in opgenomen if b.is_totaal and not b.extra]
    pakket.delen = {b.deel: int(b.waarde) for b in opgenomen if b.deel in SEMESTERS}
    geheel = sum(int(b.waarde) for b in totaal)
    woorden = {"alles": geheel, "helft": geheel // 2, "niets": 0}
    pakket.delen |= {
        b.deel: woorden[str(b.waarde)]
        for b in regels
        if b.rol == "opgenomen" and b.deel in SEMESTERS and b.waarde in woorden
    }
    extra = sum(int(b.waarde) for b in opgenomen if b.extra)
    if totaal:
        pakket.opgenomen = sum(int(b.waarde) for b in totaal) + extra
        bekend = sum(pakket.delen.values())
        rest = [b.deel for b in regels if b.rol == "opgenomen" and b.waarde == "rest"]
        ontbreekt = rest or [s for s in SEMESTERS[:2] if s not in pakket.delen]
        ontbreekt = ontbreekt or [SEMESTERS[2]]
        if pakket.delen and len(ontbreekt) == 1 and pakket.opgenomen > bekend:
            pakket.delen[ontbreekt[0]] = pakket.delen.get(ontbreekt[0], 0) + pakket.opgenomen - bekend
    elif pakket.delen:
        pakket.opgenomen = sum(pakket.delen.values()) + extra
    elif extra:
        pakket.opgenomen = extra
    pakket.per_vak = any(b.vak for b in regels)
    # A course that was lost is no year.
    if pakket.opgenomen is None and pakket.per_vak and any(b.rol in ("opgenomen", "verworven") for b in regels):
        # Of a course that was told twice, as taken up and with its result, it counts once.
        geteld_als = {
            b.vak or n: int(b.waarde)
            for n, b in enumerate(regels)
            if b.rol in ("opgenomen", *UITKOMSTEN) and isinstance(b.waarde, int)
        }
        pakket.opgenomen = sum(geteld_als.values())
    met_resultaat = None if pakket.opgenomen is None else max(0, pakket.opgenomen - geschrapt)
    geteld = {rol: _som(rol, regels, met_resultaat) for rol in ("niet_geslaagd", "getolereerd", "verworven")}
    pakket.niet_geslaagd, pakket.getolereerd = geteld["niet_geslaagd"] or 0, geteld["getolereerd"] or 0
    pakket.verworven = geteld["verworven"]
    # What was failed first and acquired in August is the same.
    eerst = sum(
        b.waarde
        for b in regels
        if b.rol == "niet_geslaagd" and b.deel in ("januari", "juni") and isinstance(b.waarde, int)
    )
    alsnog = sum(
        b.waarde for b in regels if b.rol == "verworven" and b.deel == "augustus" and isinstance(b.waarde, int)
    )
    pakket.niet_geslaagd -= min(eerst, alsnog)
    anders = pakket.niet_geslaagd + pakket.getolereerd
    rest = [b.rol for b in regels if b.waarde == "rest" and b.rol in UITKOMSTEN]
    if rest and met_resultaat is not None:
        # Whose exam was missed did not pass it.
        over = max(0, met_resultaat - max(anders, gemist) - (pakket.verworven or 0))
        if rest[0] == "verworven":
            pakket.verworven = (pakket.verworven or 0) + over
        else:
            setattr(pakket, rest[0], getattr(pakket, rest[0]) + over)
    totalen = [b for b in regels if b.rol in UITKOMSTEN and b.is_totaal]
    if pakket.verworven is None and totalen and pakket.niet_geslaagd and met_resultaat is not None:
        # Who tells of a year only what was failed has the rest.
        pakket.verworven = max(0, met_resultaat - anders)
    pakket.afgerond = any(b.rol != "getolereerd" for b in totalen) or pakket.verworven == pakket.opgenomen
    return pakket


def _som(rol: str, regels: list[Boeking], opgenomen: int | None) -> int | None:
    waarden = [b for b in regels if b.rol == rol and b.waarde != "rest"]
    if not waarden:
        return None
    som = 0
    for boeking in waarden:
        if isinstance(boeking.waarde, int):
            som += boeking.waarde
        elif boeking.waarde == "niets":
            continue
        elif opgenomen is None:
            return None
        else:
            som += opgenomen if boeking.waarde == "alles" else opgenomen // 2
    return som


def _contract(naam: str) -> str:
    return naam if naam in CONTRACTEN else "diplomacontract"


def _opleiding(naam: str) -> str:
    return naam if naam in OPLEIDINGEN else "bachelor"


def gedateerd(kaart: Steekkaart, lopend: int) -> list[tuple[int, Studiejaar]]:
    """Each year with the calendar year in which it starts: as told, else as it must lie beside the others."""
    jaren = list(kaart.jaren)
    starts: list[int | None] = [j.start for j in jaren]
    los = [i for i, s in enumerate(starts) if s is None]
    vast = [s for s in starts if s is not None]
    eind = (min(vast) if vast else lopend) - 1
    for terug, i in enumerate(reversed(los)):
        starts[i] = eind - terug
    return sorted(((int(s or 0), j) for s, j in zip(starts, jaren)), key=lambda paar: paar[0])


class _Bouw:
    """One career from a sheet, under one assumption on what is unknown."""

    def __init__(
        self,
        kaart: Steekkaart,
        vandaag: date,
        school: str,
        *,
        gunstig: bool,
        verdubbeling: int | None,
        echt: Steekkaart | None,
    ) -> None:
        self.kaart = kaart
        self.echt = echt
        self.vandaag = vandaag
        self.lopend = Academiejaar.van_datum(vandaag).start
        self.school = school
        self.gunstig = gunstig
        self.verdubbeling = verdubbeling
        self.mist: list[Mist] = []
        self.gebeurtenissen: list[dict[str, Any]] = []
        self.invoer: dict[str, Any] = {}

    def loopbaan(self, tot: int | None, anker: Anker | None, moment: str | None, stand_in: int | None) -> Grootboek:
        gegevens: dict[str, Any] = {}
        saldo = 0
        jaren = [(s, j) for s, j in gedateerd(self.kaart, self.lopend) if tot is None or s <= tot]
        if self.school in instellingen():
            gegevens["instelling"] = self.school
        if anker is not None:
            over = self.verdubbeling if self.verdubbeling is not None else 0
            dubbel = min(anker.erbij, over)
            gegevens["startsaldo"] = saldo = anker.saldo + anker.erbij + dubbel
            gegevens["bonus_over"] = over - dubbel
            if moment == "na_resultaten":
                jaren = [(s, j) for s, j in jaren if s > anker.start]
                volgende = min((s for s, j in jaren if j.boekingen), default=None)
                if stand_in is not None or (volgende is not None and volgende > anker.start + 1):
                    # Years without enrolment count from the last one with.
                    self._voeg("inschrijving", anker.start, studiepunten=0)
            else:
                jaren = [(s, j) for s, j in jaren if s >= anker.start]
        # Of a stop that is past nothing is left to count where it was not told how much was taken up.
        per_jaar = {s: j for s, j in jaren if j.boekingen or (j.stopt and s >= self.lopend)}
        begin = min(per_jaar, default=anker.start if anker else self.lopend)
        na_anker = anker is not None and moment == "na_resultaten"
        behaald = {
            d.start: d.naam
            for d in self.kaart.diplomas
            if d.start is not None
            and (tot is None or d.start <= tot)
            and (d.start >= begin or (na_anker and anker is not None and d.start >= anker.start))
        }
        na_aftrek = getal("startkrediet") + getal("verdubbeling_eerste") - getal("masterdiploma_aftrek")
        af = na_anker and anker is not None and saldo <= (na_aftrek if anker.start < self.lopend else 0)
        if af and anker is not None and self._is_echt("master", anker.start):
            # Who had nothing left could not have enrolled, and who had so little years ago tells what was left after the
            # diploma: the core takes it off once more.
            gegevens["startsaldo"] = saldo + getal("masterdiploma_aftrek")
        if anker is not None and anker.moment != "na_inschrijving" and self._nog_niet_aangevuld(anker):
            behaald.setdefault(anker.start, "graduaat")
        for start in sorted({*per_jaar, *behaald}):
            if start in per_jaar:
                al_af = anker is not None and moment == "na_inschrijving" and start == anker.start
                eraf = self._jaar(start, per_jaar[start], al_af=al_af)
                if al_af and anker is not None:
                    gegevens["startsaldo"] = saldo + self._was_eraf(start, eraf)
            if start in behaald:
                self._diploma(behaald[start], start)
        laatste = max([*per_jaar, *([anker.start] if anker else [])], default=self.lopend)
        if any(d.start is None and d.naam == "graduaat" for d in self.kaart.diplomas):
            self._diploma("graduaat", laatste)
        eerder = [
            d.naam
            for d in self.kaart.diplomas
            if d.start not in behaald and (d.start is not None or d.naam != "graduaat")
            if tot is None or d.start is None or d.start <= tot
        ]
        if eerder:
            gegevens["diplomas"] = eerder
        if (
            self.gebeurtenissen
            and self.gebeurtenissen[-1]["soort"] == "graduaatsdiploma"
            and (tot or stand_in or self.echt != self.kaart)
        ):
            # What is topped up at the next enrolment counts for whoever asks what can be begun.
            self._voeg("inschrijving", max(laatste, self.lopend, *behaald), studiepunten=0)
        if self.kaart.raad:
            self._voeg("teruggave_overmacht", laatste, studiepunten=self.kaart.raad)
        if stand_in is not None and stand_in > laatste and self.gebeurtenissen:
            gegevens["stand_in"] = f"{stand_in}-{stand_in + 1}"
        gegevens["gebeurtenissen"] = self.gebeurtenissen
        self.invoer = gegevens
        try:
            return bereken(lees_loopbaan(gegevens))
        except InvoerFout as fout:
            raise Onrekenbaar(fout.uitleg) from None
        except LeerkredietFout as fout:
            raise Onrekenbaar(str(fout)) from None

    def _nog_niet_aangevuld(self, anker: Anker) -> bool:
        """Whether a graduaat from before the told balance still tops it up, at the first enrolment that uses leerkrediet."""
        gebruikt = [s for s, j in gedateerd(self.kaart, self.lopend) for p in pakketten(j, self.kaart) if p.gebruikt]
        return any(
            d.naam == "graduaat"
            and d.start is not None
            and d.start < anker.start
            and not any(d.start < s <= anker.start for s in gebruikt)
            for d in self.kaart.diplomas
        )

    def _was_eraf(self, start: int, eraf: int) -> int:
        """What the told balance had lost by the enrolment: what is only supposed to come on top had not gone off yet."""
        jaar = self.echt.jaar(start) if self.echt is not None else None
        if jaar is None or self.echt is None or not jaar.van("opgenomen"):
            return eraf
        return sum(p.opgenomen or 0 for p in pakketten(jaar, self.echt) if p.gebruikt and not p.nieuw)

    def _voeg(self, soort: str, start: int, **velden: Any) -> None:
        self.gebeurtenissen.append({"soort": soort, "academiejaar": f"{start}-{start + 1}", **velden})

    def _is_echt(self, naam: str, start: int) -> bool:
        kaart = self.echt if self.echt is not None else self.kaart
        return any(d.naam == naam and d.start == start for d in kaart.diplomas)

    def _diploma(self, naam: str, start: int) -> None:
        if naam in ("master", "graduaat"):
            self._voeg(f"{naam}sdiploma" if naam == "graduaat" else "masterdiploma", start)

    def _jaar(self, start: int, jaar: Studiejaar, *, al_af: bool) -> int:
        """Book one year; returns what its enrolment took off, in studiepunten."""
        groepen = pakketten(jaar, self.kaart)
        if not groepen and (jaar.stopt or jaar.van("geschrapt")):
            groepen = [Pakket("diplomacontract", _opleiding(self.kaart.opleiding), False)]
        eraf = 0
        # Stopping is booked on the enrolment before it: that of the diplomacontract, if there is one.
        eerste = sorted((g for g in groepen if not g.nieuw), key=lambda g: g.contract == "diplomacontract")
        for groep in eerste:
            eraf += self._pakket(start, jaar, groep, al_af=al_af)
        self._geschrapt(start, jaar, nieuw=False)
        if jaar.stopt and eerste:
            dag = jaar.stop or jaar.overstap
            self._stop(
                start, jaar, [g for g in eerste if jaar.stop_contract in ("", g.contract)], dag, over=jaar.stapt_over
            )
        tweede = [g for g in groepen if g.nieuw]
        for groep in tweede:
            self._pakket(start, jaar, groep, al_af=False)
        self._geschrapt(start, jaar, nieuw=True)
        if jaar.stop_nieuw is not None and tweede:
            self._stop(start, jaar, tweede, jaar.stop_nieuw, over=False)
        return eraf

    def _pakket(self, start: int, jaar: Studiejaar, groep: Pakket, *, al_af: bool) -> int:
        opgenomen = groep.opgenomen
        som = (groep.verworven or 0) + groep.niet_geslaagd + groep.getolereerd
        if opgenomen is None:
            geschrapt = sum(int(b.waarde) for b in jaar.van("geschrapt") if isinstance(b.waarde, int))
            opgenomen = som + geschrapt
            # A balance from after the enrolment holds it already: how much it was makes no difference to what comes back.
            if not al_af and groep.gebruikt:
                self.mist.append(Mist("opgenomen", jaar.start, jaar.rang))
        if som > opgenomen:
            raise Onrekenbaar(f"{som} met resultaat is meer dan de {opgenomen} die opgenomen zijn")
        velden = {"contract": groep.contract, "opleiding": groep.opleiding}
        self._voeg("inschrijving", start, studiepunten=opgenomen, **velden)
        verworven = groep.verworven
        klaar = start < self.lopend and not jaar.stopt
        open_ = opgenomen - som
        if verworven is None and not klaar and any(d.start == start for d in self.kaart.diplomas):
            # Who gets the diploma passed.
            verworven = open_
        if (verworven is None or groep.open) and klaar and open_ > 0 and groep.gebruikt:
            self.mist.append(Mist("verworven", jaar.start, jaar.rang, open_, deels=groep.open))
            verworven = (verworven or 0) + (open_ if self.gunstig else 0)
        if verworven is not None:
            self._voeg("resultaat", start, verworven=verworven, getolereerd=groep.getolereerd, **velden)
        elif groep.getolereerd:
            self._voeg("resultaat", start, verworven=0, getolereerd=groep.getolereerd, **velden)
        return opgenomen if groep.gebruikt else 0

    def _geschrapt(self, start: int, jaar: Studiejaar, *, nieuw: bool) -> None:
        for boeking in jaar.boekingen:
            if boeking.rol != "geschrapt" or boeking.nieuw != nieuw or not isinstance(boeking.waarde, int):
                continue
            dag = boeking.datum or (self.vandaag if start == self.lopend else date(start, 11, 1))
            deel = boeking.deel if boeking.deel in SEMESTERS else ("semester2" if self.gunstig else "semester1")
            if not boeking.deel and self._verschilt(dag, boeking.waarde, start):
                self.mist.append(Mist("semesters", jaar.start, jaar.rang, boeking.waarde))
            self._voeg(
                "uitschrijving",
                start,
                datum=dag.isoformat(),
                zonder_examen={deel: boeking.waarde},
                generatiestudent=False,
            )

    def _stop(self, start: int, jaar: Studiejaar, groepen: list[Pakket], dag: date | None, *, over: bool) -> None:
        if dag is None:
            self.mist.append(Mist("stopdag", jaar.start, jaar.rang))
            dag = self.vandaag if start == self.lopend else date(start, 11, 1)
        zonder = dict.fromkeys(SEMESTERS, 0)
        for groep in groepen:
            if not groep.gebruikt or groep.contract != "diplomacontract":
                continue
            delen = dict(groep.delen)
            opgenomen = groep.opgenomen or 0
            geschrapt = sum(int(b.waarde) for b in jaar.van("geschrapt") if isinstance(b.waarde, int))
            gedaan = (groep.verworven or 0) + groep.niet_geslaagd + groep.getolereerd
            if not delen:
                rest = max(0, opgenomen - gedaan - geschrapt)
                deel = "semester2" if self.gunstig else "semester1"
                if rest and self._verschilt(dag, rest, start):
                    self.mist.append(Mist("semesters", jaar.start, jaar.rang, opgenomen))
                delen = {deel: rest}
                gedaan = 0
            for deel in ("semester1", "jaarvak", "semester2"):
                af = min(gedaan, delen.get(deel, 0))
                gedaan -= af
                zonder[deel] += delen.get(deel, 0) - af
        velden: dict[str, Any] = {}
        if over:
            nieuw = max(jaar.overstap or dag, dag)
            velden["nieuwe_inschrijving_datum"] = nieuw.isoformat()
        eerste = self.kaart.generatiestudent if self.kaart.generatiestudent is not None else jaar.rang == 1
        self._voeg(
            "uitschrijving",
            start,
            datum=dag.isoformat(),
            zonder_examen=zonder,
            generatiestudent=bool(eerste) and start == self._eerste_start(),
            **velden,
        )

    def _eerste_start(self) -> int:
        return min((s for s, j in gedateerd(self.kaart, self.lopend) if j.boekingen), default=self.lopend)

    def _verschilt(self, dag: date, punten: int, start: int) -> bool:
        """Whether it matters in which semester the courses lie."""
        scholen = [s for s in (self.school, gangbare_instelling()) if s in instellingen()]
        gevonden = (instellingen()[s].terug_op(dag, Academiejaar(start)) for s in scholen)
        # Where the school's own rule is not known, that of most schools tells whether it is worth asking.
        terug = next((t for t in gevonden if t is not None), None)
        return terug is None or 0 < len(terug) < len(SEMESTERS)


def reken(
    kaart: Steekkaart,
    vandaag: date,
    eigen_school: str,
    *,
    tot: int | None = None,
    stand_in: int | None = None,
    moment: str | None = None,
    echt: Steekkaart | None = None,
) -> Uitkomst:
    """The outcome of a sheet.

    Args:
        kaart: what is known.
        vandaag: today.
        eigen_school: key of the school that holds where none was told.
        tot: calendar year of the last academic year that counts; None: all that are told.
        stand_in: the academic year for which the balance is asked, when that is later.
        moment: how to read a told balance whose moment was not told.
        echt: the real sheet, where ``kaart`` holds suppositions.

    Raises:
        Onrekenbaar: the facts contradict each other.
    """
    lopend = Academiejaar.van_datum(vandaag).start
    gedateerde = [(s, j) for s, j in gedateerd(kaart, lopend) if tot is None or s <= tot]
    school = school_van(kaart, gedateerde, eigen_school)
    anker = _kies_anker(kaart, tot)
    wanneer = (anker.moment or moment or "na_inschrijving") if anker else None
    if anker and anker.moment is None and wanneer == "na_inschrijving":
        if anker.saldo + _opgenomen_in(kaart, anker.start) > getal("startkrediet") + getal("verdubbeling_eerste"):
            # Nobody had so much before enrolling.
            wanneer = "voor_inschrijving"
    if stand_in is None and tot is None:
        stand_in = _huidig_jaar(kaart, gedateerde, lopend)
    eigen = _berekend(kaart, vandaag, eigen_school, anker, wanneer)
    laagste, hoogste = None, None
    if anker:
        # What is supposed changes nothing to what the told years gave.
        werkelijk = _kies_anker(echt, tot) if echt is not None else None
        klopt = eigen is not None and eigen.saldo == anker.saldo
        if echt is not None and werkelijk is not None and not klopt:
            echte = _berekend(echt, vandaag, eigen_school, werkelijk, wanneer)
            klopt = echte is not None and echte.saldo == werkelijk.saldo
        laagste, hoogste = verdubbeling(kaart, anker, wanneer, lopend, klopt_met_jaren=klopt)
    uit = []
    invoer = []
    mist: list[Mist] = []
    for gunstig, dubbel in ((False, laagste), (True, hoogste)):
        bouw = _Bouw(kaart, vandaag, school, gunstig=gunstig, verdubbeling=dubbel, echt=echt)
        uit.append(bouw.loopbaan(tot, anker, wanneer, stand_in))
        invoer.append(bouw.invoer)
        mist += [m for m in bouw.mist if m not in mist]
    if anker and laagste != hoogste and (uit[0].saldo != uit[1].saldo):
        mist.append(Mist("verdubbeling"))
    laatste = gedateerde[-1] if gedateerde else None
    bezig = (
        laatste is not None
        and laatste[0] >= lopend
        and not laatste[1].stopt
        and uit[0].openstaand > 0
        and any(not p.afgerond for p in pakketten(laatste[1], kaart))
    )
    if anker is not None:
        uit = [_vanaf(g, anker.saldo) if not anker.erbij else g for g in uit]
    laag, hoog = sorted(uit, key=lambda g: g.saldo)
    return Uitkomst(laag, hoog, tuple(mist), bezig, anker, eigen, invoer[uit.index(laag)])


def _vanaf(grootboek: Grootboek, saldo: int) -> Grootboek:
    """The ledger from the told balance on: that it was made to begin before the enrolment is nobody's business."""
    if grootboek.startsaldo == saldo:
        return grootboek
    plaats = next((i for i, s in enumerate(grootboek.stappen) if s.saldo == saldo), None)
    return (
        grootboek if plaats is None else replace(grootboek, startsaldo=saldo, stappen=grootboek.stappen[plaats + 1 :])
    )


def school_van(kaart: Steekkaart, gedateerde: list[tuple[int, Studiejaar]], eigen_school: str) -> str:
    """Key of the school whose dates count: that of the programme that is stopped last."""
    tweede = next((j for _, j in reversed(gedateerde) if j.stop_nieuw is not None), None)
    if tweede is not None:
        return tweede.nieuwe_school or eigen_school
    return next((j.school for _, j in reversed(gedateerde) if j.school), kaart.school) or eigen_school


def _huidig_jaar(kaart: Steekkaart, gedateerde: list[tuple[int, Studiejaar]], lopend: int) -> int | None:
    """The academic year for which the balance counts when the student is not enrolled any more; None otherwise."""
    leeg = [s for s, j in gedateerde if j.zonder_inschrijving]
    ingeschreven = max((s for s, j in gedateerde if j.boekingen), default=None)
    klaar = any(d.naam == "master" and d.start is not None and d.start < lopend for d in kaart.diplomas)
    if not leeg and not klaar:
        return None
    if ingeschreven is not None and ingeschreven >= lopend:
        return None
    return max([lopend, *leeg])


def _kies_anker(kaart: Steekkaart, tot: int | None) -> Anker | None:
    """The told balance that lies latest in time."""
    volgorde_moment = {"voor_inschrijving": 0, "na_inschrijving": 1, None: 1, "na_resultaten": 2}
    passend = [a for a in kaart.ankers if tot is None or a.start <= tot]
    return max(passend, key=lambda a: (a.start, volgorde_moment[a.moment])) if passend else None


def verdubbeling(
    kaart: Steekkaart, anker: Anker, moment: str | None, lopend: int, *, klopt_met_jaren: bool = False
) -> tuple[int, int]:
    """The least and the most that may still be doubled at the moment of ``anker``, in studiepunten.

    Args:
        kaart: what is known.
        anker: the told balance.
        moment: when it held.
        lopend: calendar year in which the running academic year starts.
        klopt_met_jaren: the told years give just that balance, so they are all there were.
    """
    grens = getal("verdubbeling_eerste")
    if kaart.verdubbeling_over is not None:
        return (min(kaart.verdubbeling_over, grens),) * 2
    # A diploma of a year that was told comes after the balance of the years before it.
    laatste = anker.start if moment == "na_resultaten" else anker.start - 1
    behaald = (d for d in kaart.diplomas if d.start is None or d.start <= laatste)
    if any(d.naam in ("bachelor", "master") for d in behaald) or _na_bachelor(kaart, lopend):
        # A bachelor is three times as much as may be doubled.
        return (0, 0)
    jaren = [
        (s, j)
        for s, j in gedateerd(kaart, lopend)
        if s < anker.start or (s == anker.start and moment == "na_resultaten")
    ]
    verworven: list[int | None] = []
    for _, jaar in jaren:
        for groep in pakketten(jaar, kaart):
            if groep.gebruikt and groep.contract == "diplomacontract":
                verworven.append(groep.verworven)
    bekend = sum(v for v in verworven if v is not None)
    # A first year of which nothing else was told says nothing of what was acquired in it.
    eerste = next((j for s, j in gedateerd(kaart, lopend) if j.rang == 1 and (j.boekingen or s >= anker.start)), None)
    if klopt_met_jaren and None not in verworven:
        over = max(0, grens - bekend)
        return (over, over)
    # Only what was doubled lifts a balance above the first one; what the enrolment took off was in it before.
    ervoor = anker.saldo + (_opgenomen_in(kaart, anker.start) if moment == "na_inschrijving" else 0)
    meest = max(0, grens - max(bekend, ervoor - getal("startkrediet")))
    if kaart.eerder_verworven is not None:
        over = min(meest, max(0, grens - kaart.eerder_verworven - bekend))
        return (over, over)
    if eerste is not None and None not in verworven:
        over = max(0, grens - bekend)
        return (over, over)
    if any(j.zonder_inschrijving for _, j in jaren) and anker.saldo <= getal("heropbouw_tot"):
        return (0, 0)
    return (0, meest)


def _opgenomen_in(kaart: Steekkaart, start: int) -> int:
    """Studiepunten that the enrolments of the year that starts in ``start`` took off."""
    jaar = kaart.jaar(start)
    return (
        sum(p.opgenomen or 0 for p in pakketten(jaar, kaart) if p.gebruikt and not p.nieuw) if jaar is not None else 0
    )


#: Programmes that only come after a bachelor.
VERVOLG: Final = frozenset(("master", "schakelprogramma", "banaba", "manama", "educatieve_master"))


def _na_bachelor(kaart: Steekkaart, lopend: int) -> bool:
    opleidingen = {b.opleiding for s, j in gedateerd(kaart, lopend) if s <= lopend for b in j.boekingen} | {
        kaart.opleiding
    }
    return bool(opleidingen & VERVOLG)


def _berekend(
    kaart: Steekkaart, vandaag: date, school: str, anker: Anker | None, moment: str | None
) -> Grootboek | None:
    """The balance that the years give at the moment of the told one, to hold against it."""
    if anker is None or not any(j.boekingen for j in kaart.jaren):
        return None
    lopend = Academiejaar.van_datum(vandaag).start
    grens = anker.start - (1 if moment == "voor_inschrijving" else 0)
    jaren = [(s, j) for s, j in gedateerd(kaart, lopend) if s <= grens]
    if not any(j.boekingen for _, j in jaren) or (moment == "na_inschrijving" and jaren[-1][0] != anker.start):
        return None
    if moment == "na_inschrijving":
        s, j = jaren[-1]
        jaren[-1] = (
            s,
            j.copy(update={"boekingen": tuple(b for b in j.boekingen if b.rol == "opgenomen"), "stopt": False}),
        )
    alleen = kaart.met(ankers=(), jaren=tuple(j for _, j in sorted(jaren, key=lambda p: volgorde(p[1]))), raad=None)
    try:
        uit = reken(alleen, vandaag, school)
    except Onrekenbaar:
        return None
    if not uit.zeker or uit.mist:
        return None
    # One year of which it was not told that it is the first is no career; that it comes to the same is.
    alles = any(j.rang == 1 and j.boekingen for _, j in jaren) or len([j for _, j in jaren if j.boekingen]) > 1
    return uit.laag if alles or uit.saldo == anker.saldo else None
