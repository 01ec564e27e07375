"""What a student may want to know, each as a function from fact sheet to what is said. Goals ask only for what is missing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from typing import Final

from gesprek.rekening import OPLEIDINGEN
from gesprek.rekening import VERVOLG
from gesprek.rekening import Mist
from gesprek.rekening import Onrekenbaar
from gesprek.rekening import Uitkomst
from gesprek.rekening import gedateerd
from gesprek.rekening import pakketten
from gesprek.rekening import reken
from gesprek.rekening import school_van
from gesprek.rekening import verdubbeling
from gesprek.staat import Doel
from gesprek.staat import Laatste
from gesprek.staat import Som
from gesprek.steekkaart import UITKOMSTEN
from gesprek.steekkaart import Anker
from gesprek.steekkaart import Boeking
from gesprek.steekkaart import Diploma
from gesprek.steekkaart import Steekkaart
from gesprek.steekkaart import Studiejaar
from gesprek.steekkaart import volgorde
from gesprek.uiting import Uiting
from leerkrediet_core import Academiejaar
from leerkrediet_core import Grootboek
from leerkrediet_core import Stap
from leerkrediet_core import getal
from leerkrediet_core import instellingen
from leerkrediet_core import resultaten_op
from leerkrediet_core.gebruik import gebruikt_leerkrediet
from leerkrediet_core.tijd import Resultaten
from leerkrediet_core.uitschrijving import gangbare_instelling


#: A full-time year, in studiepunten: what "genoeg voor volgend jaar" means where no number is named.
VOLTIJDS: Final = 60
#: The academic year from which there is leerkrediet: what was studied before it does not count.
EERSTE_LEERKREDIET: Final = 2008
#: A bachelor, in studiepunten.
KORTSTE_OPLEIDING: Final = 180
#: Nobody plans further ahead than this.
MEESTE_JAREN: Final = 40


@dataclass(frozen=True)
class Wereld:
    """What is the same in every turn: the day, and the school of the assistant."""

    vandaag: date
    school: str

    @property
    def lopend(self) -> int:
        """Calendar year in which the running academic year starts."""
        return Academiejaar.van_datum(self.vandaag).start

    @property
    def met_resultaten(self) -> bool:
        """Whether the running year can have results yet."""
        return resultaten_op(Academiejaar(self.lopend), self.vandaag) is not Resultaten.GEEN


@dataclass(frozen=True)
class Opdracht:
    """A goal on a sheet.

    Attributes:
        doel: what is asked.
        blad: the sheet to compute from.
        echt: the real sheet; the same one when nothing is supposed.
        laatste: what was answered last.
        wereld: the day and the school.
        wie: whose sheet it is.
        over: what a "why" is about.
        dus: the student concludes it and wants it confirmed.
        omgekeerd: asked is how much may be missed instead of how much is needed.
        vers: a plan of several years was told in this turn.
        keer: how often this was answered before.
        botste: how often was said that the facts contradict each other.
        school: the school to speak of, where ``blad`` holds another to compute with.
    """

    doel: Doel
    blad: Steekkaart
    echt: Steekkaart
    laatste: Laatste
    wereld: Wereld
    wie: str
    over: object = None
    dus: bool = False
    omgekeerd: bool = False
    vers: bool = False
    keer: int = 0
    botste: int = 0
    school: str = ""

    def reken(self, blad: Steekkaart | None = None, **opties: object) -> Uitkomst:
        """The outcome of the sheet."""
        gekozen = self._met_verleden(blad if blad is not None else self.blad)
        return reken(gekozen, self.wereld.vandaag, self.wereld.school, echt=self.echt, **opties)  # type: ignore[arg-type]

    def _met_verleden(self, blad: Steekkaart) -> Steekkaart:
        """The sheet with the told balance as it would be, had the years before it gone as supposed."""
        if not blad.ankers or blad.ankers != self.echt.ankers:
            return blad
        anker = blad.ankers[-1]
        verschil = 0
        for start, jaar in gedateerd(blad, self.wereld.lopend):
            echt = self.echt.jaar(start)
            if start >= anker.start or echt is None or jaar == echt:
                continue
            verworven = [sum(p.verworven or 0 for p in pakketten(j, k)) for j, k in ((jaar, blad), (echt, self.echt))]
            verschil += verworven[0] - verworven[1]
        return (
            blad
            if not verschil
            else blad.met(ankers=(*blad.ankers[:-1], anker.copy(update={"saldo": anker.saldo + verschil})))
        )

    @property
    def verondersteld(self) -> bool:
        """Whether the sheet holds something that is only supposed."""
        return self.blad != self.echt

    def zeg(self, naam: str, *getallen: int, sommen: tuple[Som, ...] = (), **gegevens: object) -> Uiting:
        """Something to say about this person."""
        return Uiting(naam, {"stel": self.verondersteld, **gegevens}, self.wie, getallen, sommen)


@dataclass(frozen=True)
class Antwoord:
    """What a goal comes to: what is said, and the fact that would make it more certain."""

    uitingen: tuple[Uiting, ...]
    mist: Mist | None = None


def som(boek: Grootboek, soort: str = "saldo", uitkomst: int | None = None, streef: int = 0) -> Som:
    """How the balance of a ledger came about, or a figure that follows from that balance."""
    stappen = tuple(
        (s.regel.id, s.mutatie, s.omschrijving.split(". ")[0].rstrip(".") + ".") for s in boek.stappen if s.mutatie
    )
    return Som(
        uitkomst=boek.saldo if uitkomst is None else uitkomst, soort=soort, streef=streef, begin=boek.startsaldo, stappen=stappen,
        saldo=boek.saldo, bonus_over=boek.bonus_over, credit=any("creditcontract" in s.omschrijving for s in boek.stappen),
    )  # fmt: skip


def sommen(*uitkomsten: Uitkomst) -> tuple[Som, ...]:
    """How the balances of each outcome came about: the least, the most, and the one when all that is open is acquired."""
    uit: list[Som] = []
    for uitkomst in uitkomsten:
        boek = uitkomst.hoog
        uit += [som(uitkomst.laag), som(boek)]
        if uitkomst.best != boek.saldo:
            dubbel = min(boek.openstaand_dubbel, boek.bonus_over)
            erbij = (("verworven", boek.openstaand, ""), ("verdubbeling", dubbel, ""))
            alles = som(boek, "best", uitkomst.best)
            uit.append(
                alles.copy(
                    update={
                        "stappen": (*alles.stappen, *(s for s in erbij if s[1])),
                        "saldo": uitkomst.best,
                        "bonus_over": boek.bonus_over - dubbel,
                    }
                )
            )
    if uitkomsten and uitkomsten[0].eigen is not None:
        uit.append(som(uitkomsten[0].eigen))
    return tuple(dict.fromkeys(uit))


def beantwoord(opdracht: Opdracht) -> Antwoord:
    """The answer to a goal. Never raises for what a student may tell."""
    try:
        return _beantwoord(opdracht)
    except Onrekenbaar as fout:
        return Antwoord((opdracht.zeg("botst", uitleg=str(fout), keer=opdracht.botste),))


def _met_moment(o: Opdracht) -> Opdracht:
    """The same with the moment of the told balance, where the told years come to it at just one."""
    anker = o.echt.ankers[-1] if o.echt.ankers else None
    if (
        anker is None
        or anker.moment is not None
        or o.blad.ankers != o.echt.ankers
        or not _heeft_lopend(replace(o, blad=o.echt))
    ):
        return o
    try:
        voor, na = (
            reken(o.echt, o.wereld.vandaag, o.wereld.school, moment=m).berekend
            for m in ("voor_inschrijving", "na_inschrijving")
        )
    except Onrekenbaar:
        return o
    if na != anker.saldo or voor == anker.saldo:
        return o
    ankers = (*o.echt.ankers[:-1], anker.copy(update={"moment": "na_inschrijving"}))
    return replace(o, blad=o.blad.met(ankers=ankers), echt=o.echt.met(ankers=ankers))


def _beantwoord(opdracht: Opdracht) -> Antwoord:
    opdracht = _met_moment(opdracht)
    if (
        opdracht.blad.leeg
        and opdracht.doel.naam in ("saldo", "terugkrijgen")
        and any(j.stopt for j in opdracht.blad.jaren)
    ):
        return _stop_zonder_aantal(opdracht)
    begin = _onbekend_begin(opdracht) if opdracht.doel.naam not in _ZONDER_BEGIN else None
    if begin is not None and begin <= opdracht.wereld.lopend:
        return _zonder_saldo(opdracht, begin)
    if (opdracht.blad.leeg or begin is not None) and opdracht.doel.naam not in ("verdubbeling",):
        zin = opdracht.zeg("gegevens_nodig", doel=opdracht.doel.naam, keer=opdracht.keer)
        return Antwoord((zin,), Mist("opgenomen"))
    if opdracht.doel.naam in _NA_STOPPEN:
        opdracht = _als_gangbaar(opdracht)
    return _DOELEN[opdracht.doel.naam](opdracht)


def _onbekend_begin(o: Opdracht) -> int | None:
    """The first year that is known of somebody who studied before it and of whom no balance is known; None for all others.

    Who studied before does not start from the first balance.
    """
    jaren = [(s, j) for s, j in gedateerd(o.blad, o.wereld.lopend)]
    geboekt = [(s, j) for s, j in jaren if j.boekingen]
    if o.blad.ankers or not geboekt or o.blad.generatiestudent or any(j.rang == 1 for _, j in geboekt):
        return None
    begin, jaar = geboekt[0]
    vroeger = any(j.rang == 1 and s < begin and not j.zonder_inschrijving for s, j in jaren)
    # A diploma may be that of the years that were told.
    eigen = any(s < o.wereld.lopend and b.opleiding in ("", "bachelor") for s, j in geboekt for b in j.van("opgenomen"))
    diploma = any(d.start < begin if d.start is not None else not eigen for d in _eerdere_diplomas(o))
    vervolg = any(b.opleiding in VERVOLG for b in jaar.van("opgenomen")) or _studeert_al_af(o, geboekt)
    return begin if vroeger or diploma or vervolg or o.blad.eerder_verworven is not None else None


def _studeert_al_af(o: Opdracht, geboekt: list[tuple[int, Studiejaar]]) -> bool:
    """Whether a master comes after so little that much was studied before it."""
    af = [d.start for d in o.blad.diplomas if d.naam == "master" and d.start is not None]
    totaal = sum(p.opgenomen or 0 for _, j in geboekt for p in pakketten(j, o.blad))
    return geboekt[0][0] in af and totaal < KORTSTE_OPLEIDING


def _eerdere_diplomas(o: Opdracht) -> list[Diploma]:
    """The real diplomas that were studied for with leerkrediet."""
    namen = ("bachelor", "master")
    echt = [d for d in o.blad.diplomas if d in o.echt.diplomas and d.naam in namen]
    return [d for d in echt if d.start is None or d.start >= EERSTE_LEERKREDIET]


def _zonder_saldo(o: Opdracht, begin: int) -> Antwoord:
    """What goes off and comes back of what was told, where the balance before it is not known."""
    anker = Anker(saldo=getal("startkrediet"), moment="voor_inschrijving", start=begin, eerst=True)
    o = _als_gangbaar(o)
    uit = o.reken(o.blad.met(ankers=(anker,)))
    eraf = sum(-s.mutatie for s in uit.laag.stappen if s.mutatie < 0)
    diploma = sum(-s.mutatie for s in uit.laag.stappen if s.regel.id == "masterdiploma")
    erbij, meest = (sum(s.mutatie for s in g.stappen if s.mutatie > 0) for g in (uit.laag, uit.hoog))
    namen = {d.naam for d in _eerdere_diplomas(o) if d.start is None or d.start < begin}
    alles = None
    if namen:
        # Who acquired all at once had this much.
        alles = getal("startkrediet") + getal("verdubbeling_eerste") - eraf + erbij
        alles -= getal("masterdiploma_aftrek") if "master" in namen else 0
    getallen = (eraf, erbij, meest) if alles is None else (alles, eraf, erbij, meest)
    zin = o.zeg(
        "zonder_saldo",
        *getallen,
        eraf=eraf - diploma,
        diploma=diploma,
        erbij=erbij,
        meest=max(erbij, meest),
        meestal=bool(o.school),
        alles=alles,
        alleen_terug=o.doel.naam == "terugkrijgen" and any(j.stopt for j in o.blad.jaren),
    )
    return Antwoord((zin,), Mist("saldo"))


def _stop_zonder_aantal(o: Opdracht) -> Antwoord:
    """Stopping while it is not known how much was taken up: when all of it comes back, that makes no difference."""
    jaar = next(j for j in o.blad.jaren if j.stopt)
    opleiding = jaar.opleiding or o.blad.opleiding
    if opleiding in _ZONDER and o.blad.contract != "creditcontract":
        return Antwoord((o.zeg("stop_gratis", opleiding=opleiding),))
    proef = jaar.copy(update={"boekingen": (Boeking(rol="opgenomen", waarde=VOLTIJDS),)})
    blad = o.blad.met(jaren=tuple(proef if j == jaar else j for j in o.blad.jaren))
    mist = Mist("opgenomen", jaar.start, jaar.rang)
    try:
        uit = o.reken(blad)
    except Onrekenbaar as fout:
        return Antwoord((o.zeg("botst", uitleg=str(fout), keer=o.botste),))
    if uit.zeker and uit.saldo == getal("startkrediet"):
        eerste = jaar.rang == 1 or o.blad.generatiestudent
        saldo = uit.saldo if eerste else None
        return Antwoord(
            (o.zeg("stop_alles", *([saldo] if saldo else []), saldo=saldo, dag=jaar.stop),), None if eerste else mist
        )
    eerste = jaar.rang == 1 or bool(o.blad.generatiestudent)
    ruim = _als_gangbaar(replace(o, blad=blad)).reken()
    if ruim.hoog.saldo == getal("startkrediet") - VOLTIJDS:
        return Antwoord((o.zeg("stop_niets", dag=jaar.stop),), mist)
    return Antwoord((o.zeg("stop_deel", dag=jaar.stop, school=_school(o), helft=eerste and jaar.stapt_over),), mist)


def _doeljaar(o: Opdracht) -> int | None:
    """The calendar year of the academic year that the goal names."""
    jaar = o.doel.jaar
    if jaar is None:
        return None
    vast = {"nu": 0, "vorig": -1, "volgend": 1}
    if jaar in vast:
        return o.wereld.lopend + vast[jaar]
    if "-" in jaar:
        return int(jaar[:4])
    laatste = max((s for s, _ in gedateerd(o.blad, o.wereld.lopend)), default=o.wereld.lopend)
    if jaar in ("daarna", "daarvoor"):
        return laatste + (1 if jaar == "daarna" else -1)
    return next((s for s, j in gedateerd(o.blad, o.wereld.lopend) if j.rang == int(jaar)), None)


def _zonder_vooruitzicht(o: Opdracht) -> Steekkaart:
    """The sheet as it is today: without the results and the later years that are only supposed."""
    uit = []
    for start, jaar in gedateerd(o.blad, o.wereld.lopend):
        if start > o.wereld.lopend:
            continue
        if start == o.wereld.lopend:
            echt = o.echt.jaar(start)
            echte = set(echt.boekingen) if echt is not None else set()
            jaar = jaar.copy(
                update={"boekingen": tuple(b for b in jaar.boekingen if b in echte or b.rol not in UITKOMSTEN)}
            )
        uit.append(jaar)
    return o.blad.met(jaren=tuple(uit))


def _net_ingeschreven(o: Opdracht, start: int) -> Steekkaart:
    """The sheet without the results of the year that starts in ``start``."""
    zonder = [
        j.copy(update={"boekingen": tuple(b for b in j.boekingen if b.rol not in UITKOMSTEN)})
        if j.start == start
        else j
        for j in o.blad.jaren
    ]
    return o.blad.met(jaren=tuple(zonder))


def _saldo(o: Opdracht) -> Antwoord:
    jaar = _doeljaar(o)
    if o.doel.moment == "nu" and jaar is not None and jaar > o.wereld.lopend:
        # What is left right after that enrolment.
        uit = o.reken(_net_ingeschreven(o, jaar), tot=jaar, stand_in=jaar)
        return Antwoord((o.zeg("saldo_dan", uit.saldo, sommen=sommen(uit), **_gegevens(o, uit, jaar, None)),))
    if o.doel.moment == "nu" and o.verondersteld:
        o = replace(o, blad=_zonder_vooruitzicht(o))
    anker = o.blad.ankers[-1] if o.blad.ankers else None
    if anker is not None and anker.moment is None and o.doel.moment is None:
        voor, na = (o.reken(moment=m) for m in ("voor_inschrijving", "na_inschrijving"))
        if voor.saldo != na.saldo and _heeft_lopend(o):
            return Antwoord(
                (
                    o.zeg(
                        "saldo_twee",
                        na.saldo,
                        voor.saldo,
                        sommen=sommen(*((voor, na) if anker.eerst else (na, voor))),
                        anker=anker.saldo,
                        na=na.saldo,
                        voor=voor.saldo,
                        eerst=anker.eerst,
                    ),
                ),
                Mist("moment"),
            )
    if o.doel.moment == "voor_inschrijving" and not any(j.stopt for j in o.blad.jaren):
        doel = jaar if jaar is not None else o.wereld.lopend
        vroeg = o.blad.met(
            jaren=tuple(j for s, j in gedateerd(o.blad, o.wereld.lopend) if s < doel),
            ankers=tuple(a for a in o.blad.ankers if a.start < doel or a.moment != "na_inschrijving"),
        )
        uit = o.reken(vroeg, stand_in=doel)
        return Antwoord(
            (o.zeg("saldo_voor", uit.saldo, sommen=sommen(uit), saldo=uit.saldo, hoogste=uit.hoog.saldo, jaar=doel),),
            None,
        )
    if o.doel.moment == "voor_inschrijving":
        # Of who changes it is what there is before the new programme.
        oude = tuple(
            j.copy(update={"boekingen": tuple(b for b in j.boekingen if not b.nieuw)}) if j.stopt else j
            for j in o.blad.jaren
        )
        o = replace(o, blad=o.blad.met(jaren=oude))
    laatste = max((s for s, j in gedateerd(o.blad, o.wereld.lopend) if j.boekingen), default=None)
    stand_in = None
    tot = None
    if jaar is not None and laatste is not None:
        if jaar < laatste and jaar != o.wereld.lopend + 1:
            tot = jaar
        elif jaar > laatste:
            stand_in = jaar
    elif jaar is not None:
        stand_in = jaar
    elif o.doel.moment == "einde" and laatste is not None and laatste > o.wereld.lopend:
        tot = o.wereld.lopend
    uit = o.reken(tot=tot, stand_in=stand_in)
    return _met_uitkomst(o, uit, jaar=jaar if stand_in or tot else None)


def _heeft_lopend(o: Opdracht) -> bool:
    jaar = o.blad.jaar(o.wereld.lopend)
    return jaar is not None and any(b.rol == "opgenomen" for b in jaar.boekingen)


def _gegevens(o: Opdracht, uit: Uitkomst, jaar: int | None, mist: Mist | None) -> dict[str, object]:
    grootboek = uit.laag
    return {
        "saldo": uit.saldo,
        "hoogste": uit.hoog.saldo,
        "best": uit.best,
        "zeker_best": uit.zeker_best,
        "jaar": jaar,
        "grootboek": grootboek,
        "invoer": uit.invoer,
        "bonus_over": max(uit.laag.bonus_over, uit.hoog.bonus_over),
        "vorig": o.laatste.getallen[:1],
        "lopend": uit.lopend,
        "anker": uit.anker.saldo if uit.anker else None,
        "berekend": uit.berekend,
        "mist": mist,
        "onderweg": _onderweg(o, uit.saldo) if o.verondersteld and o.vers else (),
        "opgenomen": _opgenomen_open(o),
        "zonder_krediet": next(
            (s.omschrijving for s in grootboek.stappen[-2:] if s.regel.id == "geen_leerkrediet_nodig"), None
        ),
        "raad": o.blad.raad if o.blad.raad and o.blad.raad != o.echt.raad else None,
    }


def _van_de_raad(o: Opdracht) -> int | None:
    """What the Raad may still return, where that was just spoken of."""
    over = o.laatste.onderwerp.startswith("overmacht") or any(wat == "gemist" for _, wat, _ in o.laatste.verteld)
    net = bool(o.blad.gemist) and not o.laatste.sommen
    return o.blad.gemist if (over or net) and not o.blad.raad else None


def _met_uitkomst(o: Opdracht, uit: Uitkomst, jaar: int | None = None) -> Antwoord:
    mist = next((m for m in uit.mist if m.wat != "verdubbeling" or not uit.zeker), None)
    gegevens = _gegevens(o, uit, jaar, mist)
    if uit.anker is not None and uit.berekend is not None and uit.berekend != uit.anker.saldo and not o.verondersteld:
        gegevens["botst_met"] = uit.berekend
    if uit.anker is not None and uit.berekend == uit.anker.saldo and o.laatste.vraag in ("klopt", "verschil", "waarom"):
        # What did not fit was just set right.
        gegevens["verklaard"] = uit.anker.saldo
    if mist is not None and not uit.zeker:
        naam = "saldo_tussen"
    elif uit.lopend and not o.verondersteld:
        naam = "saldo_nu"
    elif o.verondersteld:
        naam = "saldo_dan"
    else:
        naam = "saldo"
    if mist is not None and mist.wat == "opgenomen" and not o.blad.ankers:
        geschrapt = [b for j in o.blad.jaren for b in j.van("geschrapt")]
        if geschrapt:
            dag = geschrapt[-1].datum or o.wereld.vandaag
            anders = _als_gangbaar(o)
            komt = _teruggekomen((anders.reken() if anders is not o else uit).laag)
            meestal = anders is not o
            return Antwoord((o.zeg("schrappen", komt, terug=komt, dag=dag, school=_school(o), meestal=meestal),))
        return Antwoord((o.zeg("opname_nodig", jaar=mist.start),), mist)
    anders = _als_gangbaar(o)
    stopt = _gestopt(o)
    if anders is not o and stopt is None and jaar is None:
        gangbaar = anders.reken()
        laagst, hoogst = (_teruggekomen(g) for g in (gangbaar.laag, gangbaar.hoog))
        return Antwoord((o.zeg("schrap_meestal", gangbaar.saldo, gangbaar.hoog.saldo, sommen=sommen(gangbaar), saldo=gangbaar.saldo,
                               hoogste=gangbaar.hoog.saldo, terug=laagst, terug_hoogste=hoogst, school=_school(o), lopend=False),),
                        mist)  # fmt: skip
    if stopt is not None and not _slaagt_daarna(o, stopt):
        gegevens |= _stopgegevens(o, uit, stopt)
        naam = "saldo_stop"
    gemist = _van_de_raad(o) if uit.zeker else None
    gegevens["met_raad"] = None if gemist is None else uit.saldo + gemist
    getallen = (uit.saldo, uit.hoog.saldo, uit.best, *(() if gemist is None else (uit.saldo + gemist,)))
    return Antwoord((o.zeg(naam, *getallen, sommen=sommen(uit), **gegevens),), mist)


def _gestopt(o: Opdracht) -> int | None:
    """The year that is stopped and that nothing was taken up after: a stop before that is past."""
    jaren = gedateerd(o.blad, o.wereld.lopend)
    laatste = max((s for s, j in jaren if j.van("opgenomen")), default=0)
    gestopt = [(s, j) for s, j in jaren if (j.stopt or j.stop_nieuw) and s >= laatste]
    return next((s for s, j in gestopt if s >= o.wereld.lopend or j.boekingen), None)


def _slaagt_daarna(o: Opdracht, start: int) -> bool:
    """Whether results of the programme that was changed to are known: then what came back before is not what is asked."""
    jaar = next(j for s, j in gedateerd(o.blad, o.wereld.lopend) if s == start)
    return any(p.nieuw and p.verworven is not None for p in pakketten(jaar, o.blad))


def _onderweg(o: Opdracht, eind: int) -> tuple[tuple[int | None, int | None, int], ...]:
    """The balance at the end of each supposed year but the last, beside its start and its place in the career, where a plan of
    several years was just told."""
    gekend = [
        (s, j)
        for s, j in gedateerd(o.blad, o.wereld.lopend)
        if j.boekingen and (s >= o.wereld.lopend or (j.start is None and j not in o.echt.jaren))
    ]
    jaren = [(s, j) for s, j in gekend if j.van("verworven") or s == gekend[-1][0]]
    onderweg = tuple((j.start, j.rang, o.reken(tot=s).saldo) for s, j in jaren[:-1])
    # One figure that is said already says nothing more.
    return onderweg if {n for _, _, n in onderweg} - {eind} else ()


def _opgenomen_open(o: Opdracht) -> int | None:
    gevonden = _open_jaar(o)
    return sum(p.opgenomen or 0 for p in pakketten(gevonden[1], o.blad)) if gevonden else None


def _teruggekomen(grootboek: Grootboek) -> int:
    """Studiepunten that came back by stopping or dropping."""
    return sum(s.mutatie for s in grootboek.stappen if s.regel.id.startswith("stoppen_"))


def _laatste_stop(grootboek: Grootboek) -> list[Stap]:
    """The steps of the last deregistration."""
    stappen = [s for s in grootboek.stappen if s.regel.id.startswith("stoppen_")]
    return [s for s in stappen if s.gebeurtenis == stappen[-1].gebeurtenis]


def _stopgegevens(o: Opdracht, uit: Uitkomst, start: int) -> dict[str, object]:
    jaar = next(j for s, j in gedateerd(o.blad, o.wereld.lopend) if s == start)
    terug = [sum(s.mutatie for s in _laatste_stop(g)) for g in (uit.laag, uit.hoog)]
    school = school_van(o.blad, gedateerd(o.blad, o.wereld.lopend), o.wereld.school)
    onbekend = not _bekend(school, jaar.stop_nieuw or jaar.stop or jaar.overstap or o.wereld.vandaag, start)
    gangbaar = _als_gangbaar(o).reken() if onbekend and not jaar.stop_nieuw else None
    pakken = [p for p in pakketten(jaar, o.blad) if p.nieuw and p.gebruikt]
    nieuw = sum(p.opgenomen or 0 for p in pakken)
    # A balance on which nothing was told is no answer to what comes back.
    gegrond = bool(o.blad.ankers) or bool(o.blad.generatiestudent) or any(j.rang == 1 for j in o.blad.jaren)
    return {
        "alleen_terug": o.doel.naam == "terugkrijgen" and not gegrond,
        "tussen": uit.saldo + nieuw,
        "nieuwe_vakken": nieuw,
        "helft": sum(s.mutatie for s in _laatste_stop(uit.laag) if s.regel.id == "stoppen_generatiestudent"),
        "half": any("De helft" in s.omschrijving for s in _laatste_stop(uit.laag)),
        "onbekend": onbekend,
        "gangbaar": gangbaar.saldo if gangbaar else None,
        "gangbaar_hoogste": gangbaar.hoog.saldo if gangbaar else None,
        "terug": terug[0],
        "terug_hoogste": terug[1],
        "dag": jaar.stop_nieuw or jaar.stop or jaar.overstap,
        "stapt_over": jaar.stapt_over,
        "school": school,
        "nieuw": bool(nieuw) and not jaar.stop_nieuw and all(p.verworven is None for p in pakken),
        "credit": any(p.contract == "creditcontract" for p in pakketten(jaar, o.blad)),
        "delen": {d: n for p in pakketten(jaar, o.blad) if not p.nieuw for d, n in p.delen.items()},
    }


def _bekend(school: str, dag: date, start: int) -> bool:
    """Whether it is known what a school gives back to who stops on ``dag``."""
    return school in instellingen() and instellingen()[school].terug_op(dag, Academiejaar(start)) is not None


def _als_gangbaar(o: Opdracht) -> Opdracht:
    """The same with the rule of most schools, where something stops at a school whose own rule is not known."""
    school = school_van(o.blad, gedateerd(o.blad, o.wereld.lopend), o.wereld.school)
    for start, jaar in gedateerd(o.blad, o.wereld.lopend):
        dagen = [b.datum or o.wereld.vandaag for b in jaar.van("geschrapt")]
        if jaar.stopt:
            dagen.append(jaar.stop or jaar.overstap or o.wereld.vandaag)
        if not jaar.stop_nieuw and any(not _bekend(school, dag, start) for dag in dagen):
            jaren = tuple(j.copy(update={"school": ""}) for j in o.blad.jaren)
            return replace(o, blad=o.blad.met(school=gangbare_instelling(), jaren=jaren), school=_school(o))
    return o


def _bereik(o: Opdracht) -> Antwoord:
    uit = o.reken()
    if o.verondersteld and uit.best == uit.saldo:
        # The worst and the best of a year whose results were supposed are those without that.
        uit = o.reken(_zonder_vooruitzicht(o))
    return Antwoord((o.zeg("bereik", uit.saldo, uit.best, sommen=sommen(uit), saldo=uit.saldo, best=uit.best),))


def _voor_opname(o: Opdracht) -> tuple[Uitkomst, int, int | None]:
    """The outcome before the enrolment that a goal is about, the year of that enrolment, and how much it takes up."""
    gedateerde = gedateerd(o.blad, o.wereld.lopend)
    laatste = max((s for s, j in gedateerde if j.boekingen), default=None)
    jaar = _doeljaar(o)
    if jaar is None:
        if laatste is not None and laatste > o.wereld.lopend:
            jaar = laatste + _is_af(o, laatste)
        else:
            jaar = o.wereld.lopend + (1 if laatste == o.wereld.lopend else 0)
    daar = next((j for s, j in gedateerde if s == jaar), None)
    gevraagd = None
    if daar is not None:
        opgenomen = [p.opgenomen for p in pakketten(daar, o.blad) if p.opgenomen is not None]
        gevraagd = sum(opgenomen) if opgenomen else None
    if (
        gedateerde
        and jaar == o.wereld.lopend
        and daar is not None
        and gevraagd is not None
        and o.doel.opnemen is not None
        and o.doel.opnemen < gevraagd
    ):
        # More on top of what is taken up already.
        return o.reken(tot=jaar), jaar, None
    anker = max((a.start for a in o.blad.ankers), default=None)
    if anker is not None and anker >= jaar:
        # The told balance is what there is to take up from.
        return o.reken(blad_tot(o, jaar), tot=jaar), jaar, gevraagd
    overgeslagen = o.blad.ankers and jaar > max(
        [s for s, j in gedateerde if s < jaar] + [a.start for a in o.blad.ankers]
    )
    behaald = any(d.start is not None and d.start < jaar for d in o.blad.diplomas)
    stand_in = jaar if overgeslagen or behaald or any(j.zonder_inschrijving for _, j in gedateerde) else None
    blad = o.blad
    return (
        o.reken(blad, tot=jaar - 1, stand_in=stand_in) if _iets_voor(blad, jaar, o) else o.reken(blad),
        jaar,
        gevraagd,
    )


def _is_af(o: Opdracht, start: int) -> bool:
    """Whether another number is asked about than was taken up in a year whose results are known: that is of the year after it."""
    jaar = o.blad.jaar(start)
    return (
        jaar is not None
        and bool(jaar.van("verworven"))
        and o.doel.opnemen not in (None, sum(p.opgenomen or 0 for p in pakketten(jaar, o.blad)))
    )


def blad_tot(o: Opdracht, jaar: int) -> Steekkaart:
    """The sheet with only the years before ``jaar``."""
    return o.blad.met(jaren=tuple(j for s, j in gedateerd(o.blad, o.wereld.lopend) if s < jaar))


def _iets_voor(blad: Steekkaart, jaar: int, o: Opdracht) -> bool:
    return any(s < jaar for s, j in gedateerd(blad, o.wereld.lopend)) or any(a.start < jaar for a in blad.ankers)


def _genoeg(o: Opdracht) -> Antwoord:
    uit, jaar, gevraagd = _voor_opname(o)
    opnemen = o.doel.opnemen or gevraagd or VOLTIJDS
    daar = o.blad.jaar(jaar)
    gekozen = {b.opleiding for b in daar.van("opgenomen")} | {daar.opleiding} if daar is not None else {""}
    opleiding = next(iter(gekozen - {""}), o.blad.opleiding)
    if opleiding in _ZONDER and not any(d.naam == opleiding for d in o.blad.diplomas):
        return Antwoord((o.zeg("geen_krediet_nodig", uit.saldo, opleiding=opleiding, saldo=uit.saldo),))
    hoogst = uit.hoog.saldo
    getallen = (uit.saldo - opnemen, uit.saldo, hoogst, uit.best - opnemen, uit.best, opnemen)
    gegevens = {
        "saldo": uit.saldo, "hoogste": hoogst, "best": uit.best, "opnemen": opnemen, "jaar": jaar, "rest": uit.saldo - opnemen,
        "lopend": uit.lopend or uit.best > uit.saldo, "vraagt_knip": jaar > o.wereld.lopend, "dus": o.dus,
        "omgekeerd": o.omgekeerd,
        "nodig": _minst(o, opnemen) if uit.saldo < opnemen <= uit.best else None, "school": _school(o),
    }  # fmt: skip
    rest = som(uit.laag, "rest" if opnemen <= uit.saldo else "tekort", abs(uit.saldo - opnemen), opnemen)
    uitleg = (*sommen(uit), rest)
    if opnemen <= uit.saldo:
        daarna = _jaar_erna(o, jaar)
        return Antwoord((o.zeg("genoeg_ja", *getallen, sommen=uitleg, daarna=daarna, **gegevens),))
    if opnemen <= uit.best:
        return Antwoord((o.zeg("genoeg_hangt_af", *getallen, sommen=uitleg, **gegevens),))
    return Antwoord((o.zeg("genoeg_nee", *getallen, sommen=uitleg, **gegevens),))


def _jaar_erna(o: Opdracht, jaar: int) -> tuple[int, int, int] | None:
    """Of a plan that goes on in the year after ``jaar``: how much is taken up then, and the balance before it at the least and most."""
    volgend, dit = o.blad.jaar(jaar + 1), o.blad.jaar(jaar)
    opnemen = sum(p.opgenomen or 0 for p in pakketten(volgend, o.blad) if p.gebruikt) if volgend is not None else 0
    if not opnemen or dit is None or dit.van("verworven") or not dit.van("opgenomen"):
        return None
    uit = o.reken(tot=jaar)
    return opnemen, uit.saldo, uit.best


def _rest(o: Opdracht) -> Antwoord:
    uit, _, gevraagd = _voor_opname(o)
    opnemen = o.doel.opnemen or gevraagd or VOLTIJDS
    rest = uit.saldo - opnemen
    return Antwoord(
        (
            o.zeg(
                "rest",
                rest,
                uit.saldo,
                opnemen,
                sommen=(som(uit.laag, "rest", rest, opnemen), *sommen(uit)),
                rest=rest,
                saldo=uit.saldo,
                opnemen=opnemen,
            ),
        )
    )


_ZONDER: Final = frozenset(o for o in OPLEIDINGEN if not gebruikt_leerkrediet("diplomacontract", o))


def _school(o: Opdracht) -> str:
    scholen = [j.school for _, j in gedateerd(o.blad, o.wereld.lopend) if j.school]
    return o.school or (scholen[-1] if scholen else "") or o.blad.school or o.wereld.school


def _hoeveel_opnemen(o: Opdracht) -> Antwoord:
    uit, jaar, _ = _voor_opname(o)
    gegevens = {
        "saldo": uit.saldo,
        "best": uit.best,
        "jaar": jaar,
        "school": _school(o),
        "lopend": uit.best > uit.saldo,
        "hoogste": uit.hoog.saldo,
    }
    return Antwoord((o.zeg("hoogstens", uit.saldo, uit.best, sommen=sommen(uit), **gegevens),))


def _tekort(o: Opdracht) -> Antwoord:
    uit, _jaar, gevraagd = _voor_opname(o)
    opnemen = o.doel.opnemen or gevraagd or VOLTIJDS
    return Antwoord(
        (
            o.zeg(
                "tekort",
                opnemen - uit.saldo,
                sommen=(som(uit.laag, "tekort", opnemen - uit.saldo, opnemen), *sommen(uit)),
                tekort=opnemen - uit.saldo,
                hoogste=uit.hoog.saldo,
                opnemen=opnemen,
                saldo=uit.saldo,
            ),
        )
    )


def _open_jaar(o: Opdracht, gevraagd: int | None = None) -> tuple[int, Studiejaar] | None:
    """The year of which results are still to come: the one asked for, else the last that is known or supposed."""
    kandidaten = [(s, j) for s, j in gedateerd(o.blad, o.wereld.lopend) if s >= o.wereld.lopend and j.van("opgenomen")]
    passend = [k for k in kandidaten if k[0] == gevraagd] or kandidaten
    return passend[-1] if passend else None


def met_verworven(blad: Steekkaart, jaar: Studiejaar, aantal: int) -> Steekkaart:
    """The sheet on which ``aantal`` studiepunten of ``jaar`` were acquired, and what was known of its results is gone."""
    regels = [b for b in jaar.boekingen if b.rol not in ("verworven", "niet_geslaagd", "getolereerd") or b.nieuw]
    opgenomen = next((b for b in jaar.boekingen if b.rol == "opgenomen" and not b.nieuw), None)
    extra = Boeking(
        rol="verworven", waarde=aantal, contract=opgenomen.contract if opgenomen else "",
        opleiding=opgenomen.opleiding if opgenomen else "",
    )  # fmt: skip
    nieuw = jaar.copy(update={"boekingen": (*regels, extra)})
    jaren = sorted([j for j in blad.jaren if j != jaar] + [nieuw], key=volgorde)
    return blad.met(jaren=tuple(jaren))


def _te_behalen(o: Opdracht, jaar: Studiejaar) -> int:
    """What can be acquired of a year: what was taken up and not dropped again."""
    geschrapt = sum(b.waarde for b in jaar.van("geschrapt") if isinstance(b.waarde, int))
    return sum(p.opgenomen or 0 for p in pakketten(jaar, o.blad) if not p.nieuw and p.gebruikt) - geschrapt


def _minst(o: Opdracht, streef: int) -> int | None:
    """The least to acquire of what is open so that the balance reaches ``streef``; None when nothing is open or enough."""
    gevonden = _open_jaar(o)
    if gevonden is None:
        return None
    _start, jaar = gevonden
    opgenomen = _te_behalen(o, jaar)
    blad = o.blad.met(jaren=tuple(j for j in o.blad.jaren if j == jaar or volgorde(j) < volgorde(jaar)))
    laag, hoog = 0, opgenomen
    if o.reken(met_verworven(blad, jaar, hoog)).saldo < streef:
        return None
    # The balance only rises with what is acquired.
    while laag < hoog:
        midden = (laag + hoog) // 2
        if o.reken(met_verworven(blad, jaar, midden)).saldo >= streef:
            hoog = midden
        else:
            laag = midden + 1
    return laag


def _wat_eerst_komt(o: Opdracht) -> int | None:
    """What is taken up next year, where so much must be left after that while the running year must still bring it."""
    dit, volgend = o.blad.jaar(o.wereld.lopend), o.blad.jaar(o.wereld.lopend + 1)
    if _doeljaar(o) != o.wereld.lopend + 1 or dit is None or volgend is None or volgend.van("verworven"):
        return None
    open_ = dit.van("opgenomen") and not dit.van("verworven")
    return sum(p.opgenomen or 0 for p in pakketten(volgend, o.blad) if p.gebruikt) or None if open_ else None


def _nodig(o: Opdracht) -> Antwoord:
    if o.doel.saldo is not None and o.doel.opnemen is None:
        o = replace(o, doel=o.doel.copy(update={"opnemen": _wat_eerst_komt(o)}))
    streef = o.doel.saldo if o.doel.saldo is not None else (o.doel.opnemen or VOLTIJDS)
    if o.doel.saldo is not None and o.doel.opnemen is not None:
        # So much must be left after taking up.
        streef += o.doel.opnemen
    streef += 1 if o.doel.boven else 0
    echt = replace(o, blad=_zonder_resultaat(o))
    doeljaar = _doeljaar(o)
    if o.doel.opnemen is not None:
        # What is to be taken up lies after the year in which it is earned.
        grens = doeljaar if doeljaar is not None else o.wereld.lopend + 1
        echt = replace(
            echt, blad=echt.blad.met(jaren=tuple(j for s, j in gedateerd(echt.blad, o.wereld.lopend) if s < grens))
        )
        doeljaar = None
    gevonden = _open_jaar(echt, doeljaar)
    if gevonden is None:
        uit = o.reken()
        if uit.saldo >= streef:
            return Antwoord((o.zeg("al_bereikt", uit.saldo, 0, saldo=uit.saldo, streef=streef),))
        tekort = streef - uit.saldo
        streng, ruim = (_te_halen(tekort, g.bonus_over) for g in (uit.laag, uit.hoog))
        if uit.anker is not None and uit.anker.moment is None:
            ruim = _te_halen(tekort, verdubbeling(o.blad, uit.anker, None, o.wereld.lopend)[1])
        return Antwoord((o.zeg("nodig_los", streng, uit.saldo, sommen=(som(uit.laag, "nodig", streng, streef), *sommen(uit)), saldo=uit.saldo, streef=streef, minst=max(streng, ruim),
                               ruim=min(streng, ruim), opnemen=o.doel.opnemen, gevraagd=o.doel.saldo or o.doel.opnemen or VOLTIJDS),))  # fmt: skip
    _start, jaar = gevonden
    opgenomen = _te_behalen(echt, jaar)
    minst = _minst(echt, streef)
    leeg = echt.reken(met_verworven(echt.blad, jaar, 0))
    niets = leeg.saldo
    alles = echt.reken(met_verworven(echt.blad, jaar, opgenomen))
    gegevens = {"streef": streef, "opgenomen": opgenomen, "boven": o.doel.boven, "opnemen": o.doel.opnemen, "niets": niets,
                "omgekeerd": o.omgekeerd,
                "net": echt.reken(met_verworven(echt.blad, jaar, minst - 1)).saldo if minst else None,
                "gevraagd": o.doel.saldo if o.doel.saldo is not None else o.doel.opnemen or VOLTIJDS}  # fmt: skip
    if minst is None:
        return Antwoord(
            (
                echt.zeg(
                    "onhaalbaar",
                    alles.saldo,
                    sommen=(*sommen(alles), som(alles.laag, "tekort", streef - alles.saldo, streef)),
                    best=alles.saldo,
                    hoogste=alles.hoog.saldo,
                    **gegevens,
                ),
            )
        )
    if minst == 0:
        return Antwoord(
            (
                echt.zeg(
                    "al_bereikt",
                    0,
                    niets,
                    opgenomen,
                    sommen=(som(leeg.laag, "nodig", 0, streef), som(leeg.laag)),
                    saldo=niets,
                    **gegevens,
                ),
            )
        )
    ruim = _minst_ruim(echt, jaar, streef, opgenomen)
    uit = echt.reken(met_verworven(echt.blad, jaar, minst))
    return Antwoord(
        (
            echt.zeg(
                "nodig",
                minst,
                opgenomen - minst,
                streef,
                uit.saldo,
                sommen=(
                    som(leeg.laag, "nodig", minst, streef),
                    som(uit.laag),
                ),
                minst=minst,
                ruim=ruim,
                saldo=uit.saldo,
                bonus=uit.laag.bonus_over,
                **gegevens,
            ),
        ),
        Mist("verdubbeling") if ruim != minst else None,
    )


def _te_halen(tekort: int, bonus_over: int) -> int:
    """The least to acquire so that ``tekort`` studiepunten come back, while ``bonus_over`` of them count double."""
    return (tekort + 1) // 2 if tekort <= 2 * bonus_over else tekort - bonus_over


def _minst_ruim(o: Opdracht, jaar: Studiejaar, streef: int, opgenomen: int) -> int:
    """The same when all that may still be doubled is."""
    blad = o.blad.met(jaren=tuple(j for j in o.blad.jaren if j == jaar or volgorde(j) < volgorde(jaar)))
    return next(
        (n for n in range(opgenomen + 1) if o.reken(met_verworven(blad, jaar, n)).hoog.saldo >= streef), opgenomen
    )


def _zonder_resultaat(o: Opdracht) -> Steekkaart:
    """What was supposed of the results of the year that is open does not count for what is needed of it."""
    gevonden = _open_jaar(o)
    if gevonden is None or not o.verondersteld:
        return o.blad
    start, jaar = gevonden
    echt = o.echt.jaar(start) if jaar.start is not None else None
    regels = [b for b in jaar.boekingen if b.rol not in ("verworven", "niet_geslaagd", "getolereerd")]
    if echt is not None:
        regels += [b for b in echt.boekingen if b.rol in ("verworven", "niet_geslaagd", "getolereerd")]
    nieuw = jaar.copy(update={"boekingen": tuple(regels)})
    return o.blad.met(jaren=tuple(nieuw if j == jaar else j for j in o.blad.jaren))


def _verdubbeling(o: Opdracht) -> Antwoord:
    if o.blad.leeg and o.blad.verdubbeling_over is None and o.blad.eerder_verworven is None:
        return Antwoord((o.zeg("verdubbeling_algemeen"),), Mist("opgenomen"))
    grens = getal("verdubbeling_eerste")
    try:
        uit = o.reken()
        over, hoogste = uit.laag.bonus_over, uit.hoog.bonus_over
    except Onrekenbaar:
        over, hoogste = 0, grens
    if not o.blad.ankers and o.blad.verdubbeling_over is None:
        # What was acquired before the years that were told was doubled first.
        eerder = o.blad.eerder_verworven
        if eerder is not None:
            over, hoogste = (max(0, n - eerder) for n in (over, hoogste))
        elif _onbekend_begin(o) is not None:
            over, hoogste = (
                0,
                0
                if _eerdere_diplomas(o) or VERVOLG & {b.opleiding for j in o.blad.jaren for b in j.boekingen}
                else max(over, hoogste),
            )
    return Antwoord(
        (o.zeg("verdubbeling", min(over, hoogste), grens - over, over=min(over, hoogste), hoogste=max(over, hoogste),
               gebruikt=grens - over, dus=o.dus),),
    )  # fmt: skip


def _klopt(o: Opdracht) -> Antwoord:
    jaar = _doeljaar(o)
    laatste = max((s for s, j in gedateerd(o.blad, o.wereld.lopend) if j.boekingen), default=0)
    weg = [s for s, j in gedateerd(o.blad, o.wereld.lopend) if j.zonder_inschrijving and s >= o.wereld.lopend]
    if jaar is None and weg and o.verondersteld:
        # What there is on coming back.
        jaar = max(weg) + 1
    uit = o.reken(stand_in=jaar) if jaar is not None and jaar > max(laatste, o.wereld.lopend) else o.reken()
    if jaar is not None and jaar > o.wereld.lopend and uit.lopend and o.doel.saldo == uit.saldo != uit.best:
        return Antwoord((o.zeg("klopt_als", uit.saldo, uit.best, saldo=uit.saldo, best=uit.best),))
    stelling = o.doel.saldo
    anker = uit.anker
    if stelling is None:
        stelling = anker.saldo if anker else None
    if anker is not None and uit.eigen is not None and stelling == anker.saldo and not o.verondersteld:
        naam = "klopt_ja" if uit.berekend == stelling else "klopt_nee"
        return Antwoord(
            (
                o.zeg(
                    naam, uit.eigen.saldo, sommen=(som(uit.eigen),), saldo=uit.eigen.saldo, stelling=stelling, som=None
                ),
            )
        )
    onzeker = stelling is not None and not uit.zeker and uit.saldo <= stelling <= uit.hoog.saldo
    if onzeker and any(m.wat == "verworven" for m in uit.mist):
        zin = o.zeg(
            "klopt_kan",
            uit.saldo,
            uit.hoog.saldo,
            sommen=sommen(uit),
            saldo=uit.saldo,
            hoogste=uit.hoog.saldo,
            resultaten=True,
        )
        return Antwoord((zin,), uit.mist[0])
    if o.doel.boven and stelling is not None:
        return Antwoord((o.zeg("klopt_boven", uit.saldo, sommen=sommen(uit), saldo=uit.saldo, stelling=stelling),))
    mogelijk = {uit.saldo, *o.laatste.saldi, *o.laatste.getallen[:2]}
    if uit.lopend:
        mogelijk.add(uit.best)
    if len(o.laatste.saldi) == 2:
        mogelijk.add(abs(o.laatste.saldi[0] - o.laatste.saldi[1]))
    bekend = (*o.laatste.sommen, *sommen(uit))
    gevonden = next((s for s in bekend if s.uitkomst == (uit.saldo if stelling is None else stelling)), None)
    if stelling is None or stelling in mogelijk:
        gezegd = stelling if stelling is not None else uit.saldo
        return Antwoord(
            (o.zeg("klopt_ja", gezegd, sommen=bekend[:1], saldo=uit.saldo, stelling=stelling, som=gevonden),)
        )
    vrij = sum(int(b.waarde) for j in o.blad.jaren for b in j.van("vrijgesteld") if isinstance(b.waarde, int))
    if vrij and stelling == uit.saldo + vrij:
        return Antwoord((o.zeg("klopt_vrij", stelling, saldo=stelling, vrij=vrij),))
    if uit.saldo < stelling <= uit.hoog.saldo:
        return Antwoord(
            (
                o.zeg(
                    "klopt_kan", uit.saldo, uit.hoog.saldo, sommen=sommen(uit), saldo=uit.saldo, hoogste=uit.hoog.saldo
                ),
            )
        )
    return Antwoord(
        (o.zeg("klopt_nee", uit.saldo, sommen=sommen(uit), saldo=uit.saldo, stelling=stelling, som=som(uit.laag)),)
    )


def _verschil(o: Opdracht) -> Antwoord:
    eigen = o.reken(o.blad.met(ankers=()) if any(j.boekingen for j in o.blad.jaren) else None)
    officieel = o.doel.saldo if o.doel.saldo is not None else (o.blad.ankers[-1].saldo if o.blad.ankers else None)
    if officieel is None:
        return Antwoord(
            (
                o.zeg(
                    "waarom",
                    eigen.saldo,
                    som=som(eigen.laag),
                    stap=None,
                    tegen=None,
                    figuur=eigen.saldo,
                    keer=0,
                    over=None,
                ),
            )
        )
    jaar = _open_jaar(o)
    opgenomen = sum(p.opgenomen or 0 for p in pakketten(jaar[1], o.blad)) if jaar else 0
    if eigen.saldo == officieel:
        return Antwoord(
            (
                o.zeg(
                    "verschil_geen",
                    officieel,
                    sommen=sommen(eigen),
                    saldo=officieel,
                    opgenomen=opgenomen,
                    som=som(eigen.laag),
                ),
            )
        )
    return Antwoord((o.zeg("verschil", eigen.saldo, officieel, sommen=(som(eigen.laag), som(eigen.laag, "tekort", abs(eigen.saldo - officieel), officieel)), eigen=eigen.saldo, officieel=officieel,
                           verschil=abs(eigen.saldo - officieel), opgenomen=opgenomen, terug=_teruggekomen(eigen.laag),
                           opbouw=sum(s.mutatie for s in eigen.laag.stappen if s.regel.id == "heropbouw")),))  # fmt: skip


def _waarom(o: Opdracht) -> Antwoord:
    """Why: the sum of the figure that is asked about, the step that it is, or what differs between it and the figure before."""
    hier, eerder, over = o.laatste.sommen, o.laatste.vroeger, o.over
    nu = sommen(o.reken()) if not hier else ()
    laatst = (*hier, *nu)
    gekozen = laatst[0]
    tegen, stap = None, None
    anders = [s for s in eerder if s.soort in ("saldo", "best") and s.saldo != gekozen.saldo]
    # With and without a diploma are two things: what is like it comes first.
    anders.sort(key=lambda s: _met_diploma(s) != _met_diploma(gekozen))
    vorig = anders[0] if anders else None
    if isinstance(over, int):
        stap = next((i for i, s in reversed(list(enumerate(gekozen.stappen))) if abs(s[1]) == over), None)
        gevonden = next((s for s in laatst if s.uitkomst == over), None)
        if gevonden is None and stap is None:
            gevonden = next((s for s in eerder if s.uitkomst == over), None)
        if gevonden is not None:
            gekozen, stap = gevonden, None
        elif stap is None and vorig is not None and abs(gekozen.saldo - vorig.saldo) == over:
            tegen = vorig
        elif stap is None:
            gekozen, stap = next(
                ((s, i) for s in (*laatst, *eerder) for i, t in enumerate(s.stappen) if abs(t[1]) == over),
                (gekozen, None),
            )
    elif over is not None:
        tegen = vorig
    figuur = over if isinstance(over, int) else gekozen.uitkomst
    return Antwoord((o.zeg("waarom", som=gekozen, stap=stap, tegen=tegen, figuur=figuur, keer=o.keer, over=over),))


def _met_diploma(een: Som) -> bool:
    return any(regel == "masterdiploma" for regel, _, _ in een.stappen)


def _heropbouw(o: Opdracht) -> Antwoord:
    """The balance per academic year without enrolment, until the rebuild ends."""
    laatste = max([s for s, j in gedateerd(o.blad, o.wereld.lopend) if j.boekingen] + [a.start for a in o.blad.ankers],
                  default=o.wereld.lopend)  # fmt: skip
    aangevuld = any(d.naam == "graduaat" for d in o.blad.diplomas)
    # What tops up at an enrolment does nothing to who waits.
    o = replace(o, blad=o.blad.met(diplomas=tuple(d for d in o.blad.diplomas if d.naam != "graduaat")))
    tot = getal("heropbouw_tot")
    uit = o.reken(stand_in=laatste, moment="na_resultaten")
    reeks: list[tuple[int, int]] = []
    boeken: list[Som] = []
    for jaar in range(laatste + 1, laatste + 40):
        dan = o.reken(stand_in=jaar, moment="na_resultaten")
        saldo = dan.saldo
        boeken.append(som(dan.laag))
        reeks.append((jaar, saldo))
        if saldo >= tot:
            break
    gevraagd = _doeljaar(o)
    nu = next((s for j, s in reeks if j == o.wereld.lopend), None)
    in_jaar = next((s for j, s in reeks if j == gevraagd), reeks[-1][1] if gevraagd else None)
    vol = next((j for j, s in reeks if s >= (o.doel.saldo or tot)), None)
    boeken.sort(key=lambda s: s.saldo != (in_jaar if in_jaar is not None else nu))
    getallen = [s for s in (in_jaar, nu, uit.saldo) if s is not None]
    return Antwoord((o.zeg("heropbouw", *getallen, *(s for _, s in reeks), sommen=tuple(boeken), reeks=reeks, nu=nu, jaar=gevraagd, in_jaar=in_jaar,
                           vol=vol, gevraagd=o.doel.saldo or tot, wanneer=o.doel.saldo is not None, begin=uit.saldo, laatste=laatste, tot=tot, keer=o.keer, aangevuld=aangevuld,
                           weg=_saldo_bij_vertrek(o)),))  # fmt: skip


def _saldo_bij_vertrek(o: Opdracht) -> int | None:
    """The balance before the first year without enrolment, of who studies again."""
    weg = [s for s, j in gedateerd(o.blad, o.wereld.lopend) if j.zonder_inschrijving and s < o.wereld.lopend]
    terug = o.blad.jaar(o.wereld.lopend)
    if not weg or o.blad.ankers or terug is None or not terug.boekingen or not _iets_voor(o.blad, weg[0], o):
        return None
    return o.reken(tot=weg[0] - 1).saldo


def _volhouden(o: Opdracht) -> Antwoord:
    """How many years the last year that was told can be repeated, with as much taken up and acquired each time."""
    plan = [(s, j) for s, j in gedateerd(o.blad, o.wereld.lopend) if j.van("opgenomen") and j.van("verworven")]
    if not plan:
        return Antwoord((o.zeg("gegevens_nodig", doel="volhouden", keer=o.keer),), Mist("verworven"))
    start, jaar = plan[-1]
    opgenomen = sum(p.opgenomen or 0 for p in pakketten(jaar, o.blad) if p.gebruikt)
    begin = o.reken(tot=o.wereld.lopend).saldo
    blad = o.blad
    reeks: list[int] = []
    saldo = begin
    for s in range(min(start, o.wereld.lopend + 1), start + MEESTE_JAREN):
        if s <= o.wereld.lopend:
            continue
        if saldo < opgenomen:
            break
        if blad.jaar(s) is None:
            blad = blad.met(jaren=(*blad.jaren, jaar.copy(update={"start": s, "rang": None})))
        saldo = o.reken(blad, tot=s).saldo
        if reeks and saldo >= reeks[-1]:
            return Antwoord((o.zeg("volhouden_altijd", saldo, saldo=saldo, opgenomen=opgenomen),))
        reeks.append(saldo)
    return Antwoord(
        (
            o.zeg(
                "volhouden",
                len(reeks),
                begin,
                *reeks,
                jaren=len(reeks),
                begin=begin,
                reeks=tuple(reeks),
                opgenomen=opgenomen,
            ),
        )
    )


def _terugkrijgen(o: Opdracht) -> Antwoord:
    return _saldo(replace(o, doel=o.doel.copy(update={"jaar": None, "moment": None})))


#: Goals that say something where the balance before what was told is not known.
_ZONDER_BEGIN: Final = frozenset(("verdubbeling", "heropbouw", "waarom"))
#: Goals that look past what is stopped: they count with the rule of most schools where that of the school is not known.
_NA_STOPPEN: Final = frozenset(("genoeg", "rest", "hoeveel_opnemen", "tekort", "klopt", "bereik", "volhouden"))

_DOELEN: Final[dict[str, Callable[[Opdracht], Antwoord]]] = {
    "saldo": _saldo,
    "bereik": _bereik,
    "genoeg": _genoeg,
    "rest": _rest,
    "hoeveel_opnemen": _hoeveel_opnemen,
    "nodig": _nodig,
    "verdubbeling": _verdubbeling,
    "tekort": _tekort,
    "klopt": _klopt,
    "verschil": _verschil,
    "waarom": _waarom,
    "heropbouw": _heropbouw,
    "terugkrijgen": _terugkrijgen,
    "volhouden": _volhouden,
}
