"""One turn: from the state and what was said to the new state and what is answered. Pure, and knows no words."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any
from typing import Final

from gesprek import terugvragen
from gesprek.doelen import Antwoord
from gesprek.doelen import Opdracht
from gesprek.doelen import Wereld
from gesprek.doelen import beantwoord
from gesprek.lezing import PUNTEN
from gesprek.lezing import Feit
from gesprek.lezing import Lezing
from gesprek.lezing import Omgang
from gesprek.lezing import Stuur
from gesprek.lezing import Vertel
from gesprek.lezing import Vraag
from gesprek.rekening import Mist
from gesprek.rekening import gedateerd
from gesprek.staat import KEREN_HERHAALD
from gesprek.staat import Doel
from gesprek.staat import Laatste
from gesprek.staat import Openstaand
from gesprek.staat import Som
from gesprek.staat import Staat
from gesprek.steekkaart import UITKOMSTEN
from gesprek.steekkaart import Schrijver
from gesprek.steekkaart import Steekkaart
from gesprek.uiting import Uiting
from leerkrediet_core import Academiejaar
from leerkrediet_core import resultaten_op
from leerkrediet_core.overmacht import Oordeel
from leerkrediet_core.overmacht import verzoekschrift_delen
from leerkrediet_core.tijd import Resultaten


#: Makes the key of a course from its name; the name itself is not kept.
Sleutel = Callable[[str], str]

#: This ends the turn: nothing else is answered beside it, and no number in the message becomes a fact.
NOOD: Final = "nood"
WEIGERINGEN: Final = (
    "geweld", "manipulatie", "saldo_wijzigen", "gegevens_van_ander", "persoonsgegevens", "fraude", "belofte_gevraagd", "belediging",
)  # fmt: skip
#: Numbers in these are no facts.
ZONDER_FEITEN: Final = ("manipulatie", "saldo_wijzigen")
#: One warm sentence goes before the answer.
MEELEVEN: Final = ("verdriet", "ziekte", "ongeval", "geboorte", "spanning", "frustratie", "klacht", "excuus", "twijfel")
#: What a message of these alone is answered with.
BELEEFDHEDEN: Final = (
    "nood_voorbij", "verdriet", "dank", "afscheid", "groet", "goed_nieuws", "opluchting", "grap", "instemming", *MEELEVEN,
)  # fmt: skip
#: The question that has a figure where it is known how much was missed.
WAT_DE_RAAD_GEEFT: Final = "overmacht_voorwaarden/hoeveel_terug"
#: Who has a grant pays no more for what is short.
TOESLAG_BEURS: Final = "onvoldoende_leerkrediet/toeslag_beurs"
#: What there is when there is too little: of who just told a balance, that much.
TE_WEINIG: Final = "onvoldoende_leerkrediet/te_weinig"
#: Until when what comes back.
TOT_WANNEER: Final = "stoppen_uitschrijven/tot_wanneer"
#: For whom there is leerkrediet, and the programmes and contracts of which that says more than a sum.
VOOR_WIE: Final = "voor_wie/algemeen"
ZONDER_AFTREK: Final = frozenset(("graduaat", "examencontract", "creditcontract"))
#: After the guide on asking back, what may come next is that of these questions.
MAG_TERUGVRAGEN: Final = "overmacht_voorwaarden/kan_ik_terugvragen"
HOE_TERUGVRAGEN: Final = "overmacht_procedure/hoe"
#: What is said with the draft of the verzoekschrift.
ONTWERP: Final = "ontwerp"
#: Answers that only ask for a first figure.
NOG_NIETS: Final = ("opname_nodig", "gegevens_nodig")
#: So many sums of earlier answers can still be explained.
MEESTE_SOMMEN: Final = 8
#: The open question whether something was understood rightly.
BEGREPEN: Final = "begrepen"
#: Goals of which the next supposition asks the same again.
BLIJVEND: Final = (
    "saldo", "genoeg", "hoeveel_opnemen", "nodig", "heropbouw", "tekort", "terugkrijgen", "volhouden",
)  # fmt: skip


def los_sleutel(geheim: bytes) -> Sleutel:
    """The key of a course: a keyed digest of its name, so that nothing readable is kept."""
    return lambda naam: hashlib.blake2b(naam.strip().lower().encode(), key=geheim[:64], digest_size=8).hexdigest()


def beurt(staat: Staat, lezing: Lezing, wereld: Wereld, sleutel: Sleutel) -> tuple[Staat, list[Uiting]]:
    """The state after a turn, and what is said in it.

    Args:
        staat: the state before.
        lezing: what the student said.
        wereld: the day and the school.
        sleutel: makes the key of a course.
    """
    omgang: list[str] = [d.wat for d in lezing.daden if isinstance(d, Omgang)]
    if NOOD in omgang:
        merk = sleutel(NOOD)
        keer = staat.gezegd.get(merk, 0)
        staat = staat.met(open=None, laatste=Laatste(soort="hulplijn"), gezegd={**staat.gezegd, merk: keer + 1})
        return staat, [Uiting(NOOD, {"keer": keer}, staat.wie)]
    machine = _Beurt(staat, wereld, sleutel, omgang)
    for persoon, daden in _per_persoon(lezing, staat.wie):
        machine.over(persoon, daden)
    na, uitingen = machine.slot()
    if lezing.twijfel:
        na, uitingen = _zeg_terug(staat, na, uitingen, lezing, sleutel)
    return na.met(laatste=_met_lezing(na.laatste, lezing)), uitingen


def _zeg_terug(
    voor: Staat, na: Staat, uitingen: list[Uiting], lezing: Lezing, sleutel: Sleutel
) -> tuple[Staat, list[Uiting]]:
    """What was understood instead of the figures that follow from it, once: the next turn goes on from it, or takes it back."""
    gevraagd = voor.open is not None and voor.open.wat == BEGREPEN
    if gevraagd or na.werkblad == voor.werkblad or not any(u.getallen for u in uitingen):
        return na, uitingen
    # Of somebody else than in the turn before, all that is known was known then.
    zelfde = na.wie == voor.wie
    eerder = voor.werkblad if zelfde else voor.kaarten.get(na.wie, Steekkaart())
    vraag = Uiting("begrijp_ik_goed", {"kaart": na.werkblad, "eerder": eerder}, na.wie)
    gesteld = next(
        (d for d in reversed(lezing.daden) if isinstance(d, Vraag) and d.doel not in (None, "vergelijk")), None
    )
    vorig = voor.laatste
    laatste = na.laatste.copy(
        update={naam: getattr(vorig, naam) for naam in ("sommen", "vroeger", "getallen", "eerder", "saldi")}
    )
    nummer = voor.gezegd.get(sleutel(BEGREPEN), 0) + 1
    na = na.met(
        open=Openstaand(wat=BEGREPEN, doel=None if gesteld is None else _als_doel(gesteld), nummer=nummer),
        laatste=laatste,
        vorige=voor.kaarten,
        vorig_stel=voor.stel if zelfde else voor.stellen.get(na.wie),
        gezegd={**na.gezegd, sleutel(BEGREPEN): nummer},
    )
    return na, [*(u for u in uitingen if not u.getallen), vraag]


def _als_doel(vraag: Vraag) -> Doel:
    return Doel(
        naam=vraag.doel or "saldo", opnemen=vraag.opnemen, saldo=vraag.saldo, boven=vraag.boven, jaar=vraag.jaar,
        moment=vraag.moment, omgekeerd=vraag.omgekeerd,
    )  # fmt: skip


def _met_lezing(laatste: Laatste, lezing: Lezing) -> Laatste:
    """What was answered last, beside what was told and asked in this turn; without names."""
    verteld = tuple(
        (daad.soort, feit.wat, feit.waarde if feit.wat in PUNTEN else None)
        for daad in lezing.daden
        if isinstance(daad, Vertel)
        for feit in daad.feiten
    )
    vraag = next((d.doel or "kennis" for d in reversed(lezing.daden) if isinstance(d, Vraag)), "")
    return laatste.copy(update={"verteld": verteld[-8:] or laatste.verteld, "net": bool(verteld), "vraag": vraag})


def _per_persoon(lezing: Lezing, wie: str) -> list[tuple[str, list[object]]]:
    """The acts of each person; who is spoken of last comes last."""
    delen: dict[str, list[object]] = {}
    for daad in lezing.daden:
        wie = daad.persoon or wie
        delen[wie] = [*delen.pop(wie, ()), daad]
    return list(delen.items()) or [(wie, [])]


class _Beurt:
    def __init__(self, staat: Staat, wereld: Wereld, sleutel: Sleutel, omgang: list[str]) -> None:
        self.staat = staat
        self.voor = staat
        self.wereld = wereld
        self.sleutel = sleutel
        self.omgang = omgang
        self.uit: list[Uiting] = []
        self.open: Openstaand | None = None
        self.getallen: tuple[int, ...] = ()
        self.sommen: tuple[Som, ...] = ()
        self.beantwoord = False
        self.onderwerp = ""
        self.veranderd = False
        self.verondersteld = False
        self.vers = False
        self.verbeterd = False
        self.anders = False
        self.terug = False
        self.vergelijkt = False
        self.jaren: set[str | None] = set()

    # -- one person

    def over(self, persoon: str, daden: list[object]) -> None:
        if persoon != self.staat.wie:
            stellen = {w: k for w, k in self.staat.stellen.items() if w not in (persoon, self.staat.wie)}
            if self.staat.stel is not None:
                stellen[self.staat.wie] = self.staat.stel
            self.staat = self.staat.met(
                wie=persoon,
                stel=self._nog_verondersteld(persoon, daden),
                stellen=stellen,
                focus=None,
                laatste=Laatste(),
                open=None,
            )
            # What was asked was asked of the other, and what was supposed was supposed of them.
            self.voor = self.voor.met(open=None, vorig_stel=None)
        stuur: list[str] = [d.wat for d in daden if isinstance(d, Stuur)]
        self.anders = "anders_gezegd" in stuur
        self.terug = "terug_naar_nu" in stuur
        self.jaren = {f.jaar for d in daden if isinstance(d, Vertel) for f in d.feiten if f.wat == "opgenomen"}
        self._stuur(stuur)
        mag = not any(soort in ZONDER_FEITEN for soort in self.omgang)
        verteld = [d for d in daden if isinstance(d, Vertel)] if mag else []
        self._neem_terug(verteld)
        veranderd = self.veranderd = self._schrijf(verteld)
        self.verondersteld = any(d.soort == "veronderstel" and d.feiten for d in verteld)
        self._antwoord_op_open(verteld)
        vragen = [d for d in daden if isinstance(d, Vraag)]
        self._weigeringen()
        doelen = {v.doel for v in vragen}
        rekent = any(v.doel not in (None, "verdubbeling", "waarom") for v in vragen)
        for vraag in vragen:
            if vraag.doel in ("saldo", "terugkrijgen") and doelen & {"klopt", "verschil"}:
                continue
            if vraag.doel == "terugkrijgen" and "saldo" in doelen:
                continue
            if vraag.onderwerp is not None:
                self._kennis(vraag)
                net_verteld = any(f.wat == "saldo" for d in verteld for f in d.feiten)
                if vraag.onderwerp == TE_WEINIG and net_verteld and not rekent:
                    self._los_op(Doel(naam="hoeveel_opnemen"))
            else:
                self._doel(vraag)
        antwoordt = any(d.soort == "antwoord" and d.feiten for d in verteld) and self.voor.open is not None
        if (not vragen and veranderd) or (
            (self.verondersteld or antwoordt) and not rekent and not self._niets_om_van_te_rekenen()
        ):
            gezegd, self.uit = self.uit, []
            self._zelfde_doel(verteld)
            if not vragen and self.staat.doel is None:
                # Who only tells hears what to tell next.
                self.uit = [
                    replace(u, gegevens={**u.gegevens, "verteld": True}) if u.naam == "gegevens_nodig" else u
                    for u in self.uit
                ]
            if self.onderwerp and self.uit and all(u.naam in NOG_NIETS for u in self.uit):
                # What was asked can be answered without more figures.
                self.uit, self.open = [], None
            # What was asked of the doubling goes before the balance that comes with it.
            self.uit = gezegd + self.uit if "verdubbeling" in doelen else self.uit + gezegd
        self._gestuurd(stuur, bool(vragen) or veranderd)

    def _niets_om_van_te_rekenen(self) -> bool:
        """Whether nothing is known but what was supposed beside a question that needs no figures."""
        kaart, blad = self.staat.kaart, self.staat.werkblad
        los = kaart.leeg and self.voor.werkblad.leeg
        los = los and not any(j.rang == 1 or j.van("geschrapt") for j in blad.jaren)
        return blad.leeg or (bool(self.onderwerp) and los and not kaart.generatiestudent)

    def _nog_verondersteld(self, persoon: str, daden: list[object]) -> Steekkaart | None:
        """What was supposed of ``persoon`` before others were spoken of; not when stopping is supposed anew, or results after it."""
        stel = self.staat.stellen.get(persoon)
        soorten = {f.wat for d in daden if isinstance(d, Vertel) and d.soort == "veronderstel" for f in d.feiten}
        stopt = stel is not None and any(j.stopt for j in stel.jaren)
        return None if soorten & {"stop", "overstap"} or (stopt and soorten & set(UITKOMSTEN)) else stel

    def _schrijf(self, verteld: list[Vertel]) -> bool:
        """Put the facts on the sheets; returns whether any were told."""
        veranderd = False
        echt = [d for d in verteld if d.soort != "veronderstel" and d.feiten]
        stel = [d for d in verteld if d.soort == "veronderstel" and d.feiten]
        oud = self.staat.kaart
        if echt and not stel and self.staat.stel is not None and self._begint_jaar(echt):
            self.staat = self.staat.met(stel=None)
        for daad in verteld:
            if not daad.feiten:
                continue
            veranderd = True
            if daad.soort == "veronderstel":
                self._veronderstel(daad)
                continue
            focus = self.staat.focus
            verbetert = daad.soort == "verbeter"
            self.verbeterd = self.verbeterd or verbetert
            wijze: dict[str, Any] = {"verbetert": verbetert, "met_resultaten": self.wereld.met_resultaten}
            schrijver = Schrijver(self.staat.kaart, self.wereld.lopend, focus, self.sleutel, **wijze)
            for feit in daad.feiten:
                schrijver.schrijf(feit)
            velden: dict[str, Any] = {"focus": schrijver.focus}
            if not (daad.soort == "antwoord" and self._hoort_bij_stel(daad)):
                velden["kaarten"] = {**self.staat.kaarten, self.staat.wie: schrijver.kaart}
            if self.staat.stel is not None:
                ook = Schrijver(self.staat.stel, self.wereld.lopend, focus, self.sleutel, **wijze)
                for feit in daad.feiten:
                    ook.schrijf(feit)
                velden["stel"] = ook.kaart
            self.staat = self.staat.met(**velden)
        return veranderd or self.staat.kaart != oud

    def _hoort_bij_stel(self, daad: Vertel) -> bool:
        """Whether an answer says more of what is only supposed: of courses that may be dropped, or of stopping."""
        echt = any(j.stopt or j.van("geschrapt") for j in self.staat.kaart.jaren)
        return (
            self.staat.stel is not None
            and not echt
            and all(f.wat in ("geschrapt", "stop", "overstap") for f in daad.feiten)
        )

    def _neem_terug(self, verteld: list[Vertel]) -> None:
        """A bare "nee" after the sheet changed, while nothing was asked: what changed is taken back."""
        kaal = [d for d in verteld if d.ja is False] if not any(d.feiten for d in verteld) else []
        vrij = self.voor.open is None or self.voor.open.wat == BEGREPEN
        if kaal and vrij and self.voor.vorige is not None:
            self.staat = self.staat.met(kaarten=self.voor.vorige, stel=self.voor.vorig_stel)
            self.uit.append(Uiting("teruggenomen", {"kaart": self.staat.werkblad}, self.staat.wie))
            self.beantwoord = True

    def _begint_jaar(self, echt: list[Vertel]) -> bool:
        """Whether a year is told that was not known yet: then what was supposed of the years before it is past."""
        werkelijk = set(self.staat.kaart.jaren)
        stel = self.staat.stel.jaren if self.staat.stel is not None else ()
        verondersteld = [
            s for s, j in gedateerd(self.staat.werkblad, self.wereld.lopend) if j in stel and j not in werkelijk
        ]
        bekend = {s for s, j in gedateerd(self.staat.kaart, self.wereld.lopend) if j.van("opgenomen")}
        for daad in echt:
            schrijver = Schrijver(self.staat.kaart, self.wereld.lopend, self.staat.focus, self.sleutel)
            for feit in daad.feiten:
                if feit.wat == "opgenomen" and not feit.deel and not feit.nieuw:
                    start, _ = schrijver.zoek_jaar(feit.jaar)
                    if start is not None and start not in bekend and verondersteld and max(verondersteld) < start:
                        return True
        return False

    def _veronderstel(self, daad: Vertel) -> None:
        schrijver = Schrijver(self.staat.werkblad, self.wereld.lopend, self.staat.focus, self.sleutel, self.staat.kaart)
        if self.staat.stel is not None and any(
            f.wat == "geschrapt" and f.waarde is not None and (not f.erbij or (f.waarde == 0 and f.vak is None))
            for f in daad.feiten
            if f.vak is None or f.waarde != 0
        ):
            schrijver.kaart = _zonder_schrappen(schrijver.kaart, self.staat.kaart)
        soorten = {f.wat for f in daad.feiten}
        if "stop" not in soorten and any(f.wat == "overstap" and f.waarde is False for f in daad.feiten):
            # Who does not change after all stays.
            schrijver.schrijf(Feit(wat="stop", waarde=False, jaar="nu"), verondersteld=True)
        if soorten & {"stop", "overstap"} and not any(f.waarde is False for f in daad.feiten):
            for feit in daad.feiten:
                start = schrijver.zoek_jaar(feit.jaar or "nu")[0]
                if feit.wat in ("stop", "overstap") and start is not None:
                    over = "overstap" in soorten
                    schrijver.kaart = _zonder_vervolg(
                        schrijver.kaart, self.staat.kaart, start, over=over, dag=feit.datum
                    )
        if "raad" not in soorten and self._anders_afgelopen(daad, schrijver):
            schrijver.kaart = schrijver.kaart.met(raad=self.staat.kaart.raad)
        if "diploma" not in soorten:
            schrijver.kaart = self._zonder_diploma(daad, schrijver)
        for feit in self._uit_doel(daad, schrijver):
            schrijver.schrijf(feit, verondersteld=True)
        geschrapt = "geschrapt" in soorten and not soorten & {"niet_geslaagd", "getolereerd"}
        for feit in daad.feiten:
            if geschrapt and feit.wat == "verworven" and feit.waarde == "rest":
                # The rest is all that was not dropped.
                feit = feit.copy(update={"waarde": "alles"})
            schrijver.schrijf(feit, verondersteld=True)
        vrij = sum(f.waarde for f in daad.feiten if f.wat == "vrijgesteld" and isinstance(f.waarde, int))
        doel = self.staat.doel
        if (
            vrij
            and doel is not None
            and doel.naam in ("genoeg", "tekort")
            and doel.opnemen is not None
            and not self.vergelijkt
        ):
            # What one is exempted from is not taken up.
            self.staat = self.staat.met(doel=doel.copy(update={"opnemen": max(0, doel.opnemen - vrij)}))
            for feit in daad.feiten:
                if feit.wat == "opgenomen" and feit.waarde == doel.opnemen:
                    schrijver.schrijf(feit.copy(update={"waarde": doel.opnemen - vrij}), verondersteld=True)
        self.vers = len({f.jaar for f in daad.feiten if f.wat in UITKOMSTEN}) > 1 or self._ligt_vroeger(daad, schrijver)
        self.staat = self.staat.met(stel=schrijver.kaart, focus=schrijver.focus)

    def _anders_afgelopen(self, daad: Vertel, schrijver: Schrijver) -> bool:
        """Whether a year that is past is supposed to have gone otherwise: then what the Raad was supposed to return of it is too."""
        gehaald = [f for f in daad.feiten if f.wat == "verworven"]
        starts = [schrijver.zoek_jaar(f.jaar, verondersteld=True)[0] for f in gehaald]
        return any(s is not None and s < self.wereld.lopend and schrijver.kaart.jaar(s) is not None for s in starts)

    def _zonder_diploma(self, daad: Vertel, schrijver: Schrijver) -> Steekkaart:
        """The sheet without a diploma that was only supposed of a year of which now less than all is supposed to be acquired."""
        weg = set()
        for feit in daad.feiten:
            start, _ = schrijver.zoek_jaar(feit.jaar, verondersteld=True)
            jaar = schrijver.kaart.jaar(start) if start is not None else None
            opgenomen = (
                sum(int(b.waarde) for b in jaar.van("opgenomen") if b.is_totaal and isinstance(b.waarde, int))
                if jaar
                else 0
            )
            minder = (
                feit.wat == "verworven" and not feit.deel and isinstance(feit.waarde, int) and feit.waarde < opgenomen
            )
            if minder or feit.waarde == "niets" or (feit.wat == "niet_geslaagd" and feit.waarde):
                weg.add(start)
        over = tuple(d for d in schrijver.kaart.diplomas if d in self.staat.kaart.diplomas or d.start not in weg)
        return schrijver.kaart.met(diplomas=over)

    @staticmethod
    def _ligt_vroeger(daad: Vertel, schrijver: Schrijver) -> bool:
        """Whether results are supposed of a year before the last one on the sheet: then the balance of both matters."""
        laatste = max((j.start for j in schrijver.kaart.jaren if j.start is not None and j.boekingen), default=None)
        focus = schrijver.focus[0] if schrijver.focus is not None else None
        return (
            laatste is not None
            and focus is not None
            and focus < laatste
            and any(f.wat in UITKOMSTEN for f in daad.feiten)
        )

    def _uit_doel(self, daad: Vertel, schrijver: Schrijver) -> list[Feit]:
        """The enrolment that was asked about, when results of it are supposed next: "kan ik 60 doen?", "en als ik 15 haal?"."""
        doel = self.staat.doel
        if doel is None or doel.naam != "genoeg" or doel.opnemen is None:
            return []
        for feit in daad.feiten:
            plaats = schrijver.zoek_jaar(feit.jaar, verondersteld=True)
            jaar = next((j for j in schrijver.kaart.jaren if j.start == plaats[0]), None)
            if feit.wat in UITKOMSTEN and (jaar is None or not jaar.boekingen) and plaats[0] is not None:
                elders = doel.jaar is not None and self._start(doel.jaar) != plaats[0]
                if not elders and not any(f.wat == "opgenomen" for f in daad.feiten):
                    return [Feit(wat="opgenomen", waarde=doel.opnemen, jaar=feit.jaar)]
        return []

    # -- goals

    def _doel(self, vraag: Vraag) -> None:
        vraag = self._jaar_van(vraag)
        if vraag.doel == "vergelijk":
            self._vergelijk(vraag)
            return
        doel = _als_doel(vraag)
        naam = doel.naam
        vorig = self.staat.doel
        kaal = vraag.saldo is None and vraag.opnemen is None
        if vorig is not None and naam == "nodig" and kaal and vorig.naam in ("genoeg", "tekort"):
            # How much is needed for what was just asked about.
            doel = doel.copy(update={"opnemen": vorig.opnemen, "jaar": doel.jaar or vorig.jaar})
        if vorig is not None and vorig.naam == naam and naam in ("genoeg", "nodig", "tekort"):
            doel = doel.copy(update={"opnemen": doel.opnemen or (vorig.opnemen if doel.saldo is None else None)})
            if kaal:
                doel = doel.copy(update={"saldo": vorig.saldo, "boven": vorig.boven, "jaar": doel.jaar or vorig.jaar})
        if (
            naam in ("saldo", "bereik")
            and self.staat.stel is not None
            and vraag.moment == "nu"
            and vraag.jaar in (None, "nu", f"{self.wereld.lopend}-{self.wereld.lopend + 1}")
            and not self.verondersteld
        ):
            self.staat = self.staat.met(stel=None)
        if naam == "saldo" and vorig is not None and vorig.naam in ("genoeg", "tekort") and not self.veranderd:
            # What is left is asked of the enrolment that was just spoken of.
            if vraag.jaar is None and vraag.moment is None and not self.terug:
                self._los_op(vorig.copy(update={"naam": "rest", "opnemen": vraag.opnemen or vorig.opnemen}))
                return
        self._los_op(doel, over=vraag.over, dus=vraag.dus)
        alleen = all(u.naam.startswith("verdubbeling") for u in self.uit)
        vraagt = (
            naam == "verdubbeling"
            and alleen
            and any(
                u.naam == "verdubbeling_algemeen" or u.gegevens.get("over") != u.gegevens.get("hoogste")
                for u in self.uit[-1:]
            )
        )
        if naam in BLIJVEND or vraagt:
            self.staat = self.staat.met(doel=doel)
        elif vraag.jaar is not None:
            self.staat = self.staat.met(doel=(vorig or Doel(naam="saldo")).copy(update={"jaar": vraag.jaar}))
        if naam == "genoeg" and any(u.naam == "genoeg_nee" for u in self.uit):
            self._schrijf_niet_in()

    def _schrijf_niet_in(self) -> None:
        """What cannot be taken up is not taken up: the enrolment that was only supposed in this turn goes again."""
        stel = self.staat.stel
        if stel is None or not self.verondersteld:
            return
        voor = {j.start: set(j.boekingen) for j in self.voor.werkblad.jaren}
        jaren = []
        for jaar in stel.jaren:
            nieuw = [b for b in jaar.boekingen if b not in voor.get(jaar.start, ())]
            if (
                nieuw
                and all(b.rol == "opgenomen" for b in nieuw)
                and jaar.start is not None
                and jaar.start > self.wereld.lopend
            ):
                jaar = jaar.copy(update={"boekingen": tuple(b for b in jaar.boekingen if b not in nieuw)})
            jaren.append(jaar)
        self.staat = self.staat.met(
            stel=stel.met(
                jaren=tuple(
                    j for j in jaren if j.boekingen or j in self.staat.kaart.jaren or j.zonder_inschrijving or j.stopt
                )
            )
        )

    def _jaar_van(self, vraag: Vraag) -> Vraag:
        """The question with "the year after" as that year: after the one asked about before, else the one last spoken of."""
        if vraag.jaar not in ("daarna", "daarvoor"):
            return vraag
        vorig = self.staat.doel.jaar if self.staat.doel is not None and not self.veranderd else None
        if vraag.jaar in self.jaren and self.staat.focus is not None and self.staat.focus[0] is not None:
            # The plan that is asked about was told in the same breath.
            return vraag.copy(update={"jaar": f"{self.staat.focus[0]}-{self.staat.focus[0] + 1}"})
        schrijver = Schrijver(self.staat.werkblad, self.wereld.lopend, self.staat.focus, self.sleutel)
        if vorig is not None and vorig not in ("daarna", "daarvoor"):
            gevraagd = schrijver.zoek_jaar(vorig)
            laatst = self.staat.focus[0] if self.staat.focus is not None else None
            if gevraagd[0] is not None and (laatst is None or gevraagd[0] >= laatst):
                schrijver.focus = gevraagd
        start, _ = schrijver.zoek_jaar(vraag.jaar)
        return vraag if start is None else vraag.copy(update={"jaar": f"{start}-{start + 1}"})

    def _zelfde_doel(self, verteld: list[Vertel]) -> None:
        """Facts without a question: the goal holds on. Of a supposition the balance is what is wanted."""
        doel = self.staat.doel or Doel(naam="saldo")
        feiten = [f for d in verteld for f in d.feiten]
        gevraagd = not self.verondersteld and self.voor.open is not None
        dit, echt = (k.jaar(self.wereld.lopend) for k in (self.staat.werkblad, self.staat.kaart))
        # Whose results are supposed already is told where that leads.
        af = (
            self.verondersteld
            and dit is not None
            and dit != echt
            and bool(dit.van("verworven") or dit.van("niet_geslaagd"))
        )
        if doel.naam == "nodig" and not af and (gevraagd or not any(f.wat in UITKOMSTEN for f in feiten)):
            self._los_op(doel)
            return
        if doel.naam == "heropbouw" and all(f.wat in ("saldo", "niet_ingeschreven", "stop", "diploma") for f in feiten):
            weg = [j.start for j in self.staat.werkblad.jaren if j.zonder_inschrijving and j.start is not None]
            if weg and self.verondersteld and any(f.wat == "niet_ingeschreven" for f in feiten):
                # What there is on coming back.
                doel = doel.copy(update={"jaar": f"{max(weg) + 1}-{max(weg) + 2}", "saldo": None})
            self._los_op(doel)
            return
        over_school = bool(feiten) and all(f.wat in ("school", "beurs") for f in feiten)
        if over_school and self.onderwerp:
            return
        if over_school and self.voor.laatste.onderwerp:
            beurs = any(f.wat == "beurs" for f in feiten) and self.voor.laatste.onderwerp.startswith("onvoldoende")
            onderwerp = TOESLAG_BEURS if beurs else self.voor.laatste.onderwerp
            self._kennis(Vraag(soort="vraag", onderwerp=onderwerp))
            return
        # Who supposes one year asks for that year; who supposes several goes on about how long.
        een_jaar = self.verondersteld and len({f.jaar for f in feiten if f.wat == "verworven"}) == 1
        if doel.naam == "volhouden" and not een_jaar:
            self._los_op(doel)
            return
        zonder = {str(f.waarde) for f in feiten if f.wat in ("opleiding", "contract")} & ZONDER_AFTREK
        if (
            zonder
            and self.staat.werkblad.leeg
            and all(f.wat in ("opleiding", "contract", "school", "diploma") for f in feiten)
        ):
            if not self.onderwerp:
                self._kennis(Vraag(soort="vraag", onderwerp=VOOR_WIE))
            return
        gemist = any(f.wat == "gemist" for f in feiten) and not any(
            j.van("opgenomen") for j in self.staat.werkblad.jaren
        )
        if feiten and all(f.wat == "gemist" or (gemist and f.wat in UITKOMSTEN and (f.deel or f.vak)) for f in feiten):
            if not self.onderwerp:
                self._kennis(Vraag(soort="vraag", onderwerp=WAT_DE_RAAD_GEEFT))
            return
        if (
            doel.naam == "verdubbeling"
            and not self.verondersteld
            and all(f.wat in ("verworven", "eerder_verworven", "diploma", "opgenomen") for f in feiten)
        ):
            self._los_op(doel)
            self.staat = self.staat.met(doel=None)
            return
        corrigeert = any(d.soort == "verbeter" for d in verteld)
        vast = doel.naam == "saldo" and corrigeert and doel.moment != "nu" and (doel.jaar or doel.moment)
        saldo = doel if doel.naam == "terugkrijgen" or vast else Doel(naam="saldo")
        nieuw = [
            f
            for f in feiten
            if f.wat == "opgenomen" and isinstance(f.waarde, int) and not (f.deel or f.vak or f.erbij or f.nieuw)
        ]
        if (
            doel.naam in ("genoeg", "tekort")
            and doel.opnemen is not None
            and self.verondersteld
            and nieuw
            and nieuw[-1].jaar is not None
            and (doel.jaar is None or self._start(nieuw[-1].jaar) == self._start(doel.jaar))
            and not any(f.wat == "vrijgesteld" for f in feiten)
        ):
            # Another number takes the place of the one that was asked about.
            doel = doel.copy(update={"opnemen": nieuw[-1].waarde, "jaar": nieuw[-1].jaar or doel.jaar})
            self.staat = self.staat.met(doel=doel)
        later = [f for f in nieuw if self.verondersteld and f.jaar in ("volgend", "daarna")]
        te_veel = (
            Doel(naam="genoeg", opnemen=later[0].waarde, jaar=later[0].jaar) if later and doel.naam == "saldo" else None
        )
        if te_veel is not None and te_veel.jaar == "volgend" and not self.onderwerp and self._te_weinig(te_veel):
            self._los_op(te_veel)
        elif any(f.wat in UITKOMSTEN for f in feiten) or not (doel.naam == "genoeg" and self._te_weinig(doel)):
            # A balance after an enrolment that cannot be says nothing.
            self._los_op(saldo)
        if corrigeert and self.staat.stel is not None:
            stel = self.staat.stel
            self.staat = self.staat.met(stel=None)
            self._los_op(saldo)
            self.staat = self.staat.met(stel=stel)
        studeert = doel.naam == "heropbouw" and any(f.wat == "opgenomen" for f in feiten)
        if doel.naam in ("genoeg", "hoeveel_opnemen", "tekort", "heropbouw") and self.open is None and not studeert:
            eerst = beantwoord(
                replace(self._opdracht(self.voor.doel or doel), blad=self.voor.werkblad, echt=self.voor.kaart)
            )
            nu = beantwoord(self._opdracht(doel))
            if not self.uit or [u.getallen for u in nu.uitingen] != [u.getallen for u in eerst.uitingen]:
                self._los_op(doel)

    def _start(self, jaar: str | None) -> int | None:
        """The calendar year in which a year that was named starts; "the year after" is the one last spoken of."""
        if jaar in ("daarna", "daarvoor"):
            return self.staat.focus[0] if self.staat.focus is not None else None
        return Schrijver(self.staat.werkblad, self.wereld.lopend, self.staat.focus, self.sleutel).zoek_jaar(jaar)[0]

    def _te_weinig(self, doel: Doel) -> bool:
        uit = beantwoord(self._opdracht(doel)).uitingen
        return bool(uit) and uit[0].naam == "genoeg_nee"

    def _los_op(self, doel: Doel, over: object = None, dus: bool = False) -> None:
        keer = self._tel(f"doel_{doel.naam}")
        if doel.naam == "waarom":
            # How often in a row the same was explained; who asks for it in other words has read the sum.
            uitgelegd = self.staat.laatste.uitgelegd
            keer = (
                uitgelegd[1]
                if uitgelegd is not None and over in (None, uitgelegd[0])
                else int(self.anders and over is not None and uitgelegd is not None)
            )
        self._zeg_antwoord(beantwoord(self._opdracht(doel, over=over, dus=dus, keer=keer)))

    def _opdracht(self, doel: Doel, *, over: object = None, dus: bool = False, keer: int = 0) -> Opdracht:
        return Opdracht(
            doel=doel, blad=self.staat.werkblad, echt=self.staat.kaart, laatste=self.staat.laatste, wereld=self.wereld,
            wie=self.staat.wie, over=over, dus=dus, omgekeerd=doel.omgekeerd, vers=self.vers, keer=keer, botste=self.staat.gezegd.get(self.sleutel("botst"), 0),
        )  # fmt: skip

    def _vergelijk(self, vraag: Vraag) -> None:
        stel = self.staat.stel
        saldi = []
        te_veel: list[tuple[bool, int, int]] = []
        if not vraag.plannen:
            self._scheelt()
            return
        self.vergelijkt = True
        stopt = all(any(f.wat in ("stop", "overstap") for f in plan) for plan in vraag.plannen)
        if stopt and self.staat.werkblad.leeg:
            self._kennis(Vraag(soort="vraag", onderwerp=TOT_WANNEER))
            return
        for plan in vraag.plannen:
            self.staat = self.staat.met(stel=stel)
            self._veronderstel(Vertel(soort="veronderstel", feiten=plan))
            # Of stopping that is what comes back where it is not known what there was.
            opdracht = Opdracht(
                doel=Doel(naam="terugkrijgen" if stopt else "saldo"), blad=self.staat.werkblad, echt=self.staat.kaart, laatste=self.staat.laatste,
                wereld=self.wereld, wie=self.staat.wie,
            )  # fmt: skip
            saldi.append((plan, _met_terug(beantwoord(opdracht).uitingen[0])))
            for feit in plan:
                if feit.wat == "opgenomen" and isinstance(feit.waarde, int) and feit.jaar == "volgend":
                    doel = Doel(naam="genoeg", opnemen=feit.waarde, jaar=feit.jaar)
                    uit = beantwoord(self._opdracht(doel)).uitingen[0]
                    if uit.naam in ("genoeg_nee", "genoeg_hangt_af"):
                        te_veel.append((uit.naam == "genoeg_hangt_af", feit.waarde, uit.gegevens["saldo"]))
        self.staat = self.staat.met(stel=stel)
        if not any(isinstance(u.gegevens.get("saldo"), int) for _, u in saldi):
            self._los_op(Doel(naam="saldo"))
            return
        getallen = tuple(u.gegevens["saldo"] for _, u in saldi if isinstance(u.gegevens.get("saldo"), int))
        self._zeg(Uiting("vergelijking", {"plannen": saldi, "te_veel": te_veel}, self.staat.wie, getallen))

    def _scheelt(self) -> None:
        """What the last two balances differ; of one alone what it differs from now."""
        if self.veranderd:
            self._los_op(Doel(naam="saldo"))
        saldi = self.staat.laatste.saldi
        paar = (*reversed(self._gezegde_saldi()), *saldi)[:2]
        if len(paar) == 2:
            verschil = abs(paar[0] - paar[1])
            self._zeg(
                Uiting(
                    "scheelt",
                    {"verschil": verschil, "nieuw": paar[0], "oud": paar[1]},
                    self.staat.wie,
                    (verschil, *paar),
                )
            )
        elif not self.veranderd:
            self._los_op(Doel(naam="waarom"))

    def _gezegde_saldi(self) -> list[int]:
        """The balances that were answered in this turn, in the order in which they are said."""
        return [
            u.gegevens["saldo"]
            for u in self.uit
            if u.naam.startswith("saldo") and isinstance(u.gegevens.get("saldo"), int)
        ]

    def _zeg_antwoord(self, antwoord: Antwoord) -> None:
        for uiting in antwoord.uitingen:
            if uiting.naam == "botst":
                self._tel("botst")
            self._zeg(uiting)
        if antwoord.mist is not None:
            self._vraag(antwoord.mist)

    def _zeg(self, uiting: Uiting) -> None:
        if uiting not in self.uit:
            self.uit.append(uiting)
        self.getallen += uiting.getallen
        self.sommen += uiting.sommen
        self.beantwoord = True

    def _vraag(self, mist: Mist) -> None:
        if mist.deels and self._tel("deels"):
            # Who tells course after course is asked for the rest once.
            return
        nieuw = Openstaand(wat=mist.wat, start=mist.start, rang=mist.rang, opgenomen=mist.opgenomen)
        if self.open is None:
            self.open = nieuw

    # -- knowledge, refusals, steering

    def _kennis(self, vraag: Vraag) -> None:
        if vraag.onderwerp is None:
            return
        # To who names another school or contract something else is said.
        geval = f"{self.sleutel(vraag.onderwerp)}|{self.staat.werkblad.school}|{self.staat.werkblad.contract}"
        keer = self.staat.gezegd.get(geval, 0)
        self.onderwerp = vraag.onderwerp
        if vraag.onderwerp == WAT_DE_RAAD_GEEFT and self.staat.werkblad.gemist:
            self._zeg(
                Uiting(
                    "raad_geeft", {"gemist": self.staat.werkblad.gemist}, self.staat.wie, (self.staat.werkblad.gemist,)
                )
            )
            return
        self.uit.append(
            Uiting(
                "kennis",
                {
                    "onderwerp": vraag.onderwerp,
                    "dus": vraag.dus,
                    "omgekeerd": vraag.omgekeerd,
                    "keer": keer,
                    "kaart": self.staat.werkblad,
                },
                self.staat.wie,
            )
        )
        self.staat = self.staat.met(gezegd={**self.staat.gezegd, geval: keer + 1})
        self.beantwoord = True

    def _weigeringen(self) -> None:
        for soort in self.omgang:
            if soort in WEIGERINGEN and not any(u.naam == soort for u in self.uit):
                self.uit.append(Uiting(soort, {"keer": self._tel(soort)}, self.staat.wie))
                self.beantwoord = True

    def _stuur(self, stuur: list[str]) -> None:
        for wat in stuur:
            if wat == "opnieuw":
                ander = {wie: kaart for wie, kaart in self.staat.kaarten.items() if wie != self.staat.wie}
                self.staat = Staat(kaarten=ander, wie=self.staat.wie, gezegd=self.staat.gezegd)
                self.voor = self.voor.met(kaarten=ander, open=None, vorige=None)
            elif wat == "wis":
                # Nothing is left, not even to take back.
                self.staat = self.voor = Staat()
            elif wat == "terug_naar_nu":
                self.staat = self.staat.met(stel=None)
            elif wat == "stop":
                self.staat = self.staat.met(open=None, doel=None)
            elif wat == "nagaan":
                self.uit.append(Uiting("terugvragen_begin", {}, self.staat.wie))
                self._terugvragen({})
            elif wat == "ontwerp":
                self._ontwerp()

    def _gestuurd(self, stuur: list[str], beantwoord: bool) -> None:
        for wat in stuur:
            if wat in ("nagaan", "ontwerp"):
                continue
            if wat == "klaar" and any(s in ("dank", "afscheid") for s in self.omgang):
                continue
            if wat in ("terug_naar_nu", "klaar", "verder", "herhaal") and not beantwoord and not self.staat.kaart.leeg:
                self._los_op(self.staat.doel or Doel(naam="saldo"))
            elif wat == "anders_gezegd" and not beantwoord:
                self._anders_gezegd()
            elif wat in ("niet_dat", "anders_gezegd") and beantwoord:
                continue
            elif not (wat in ("aankondiging", "terug_naar_nu", "verder") and beantwoord):
                self.uit.append(
                    Uiting(f"stuur_{wat}", {"kaart": self.staat.kaart, "keer": self._tel(wat)}, self.staat.wie)
                )
                self.beantwoord = True

    def _anders_gezegd(self) -> None:
        """Not understood: said otherwise and shorter; the second time there is a person."""
        if self.staat.laatste.onderwerp and self.staat.laatste.soort != "getal":
            self._kennis(Vraag(soort="vraag", onderwerp=self.staat.laatste.onderwerp))
        elif not self.staat.werkblad.leeg:
            self._los_op(Doel(naam="waarom"))
        else:
            self.uit.append(Uiting("stuur_anders_gezegd", {"keer": self._tel("anders")}, self.staat.wie))

    # -- asking back from the Raad

    def _terugvragen(self, dossier: terugvragen.Dossier) -> None:
        """The next question of the guide, or what applies."""
        self.staat = self.staat.met(dossier=dict(dossier), open=None)
        self.beantwoord = True
        stap = terugvragen.volgende(dossier, self.wereld.vandaag)
        if stap is not None:
            self.open = Openstaand(wat=terugvragen.VAN_DE_GIDS + stap.sleutel, keuzes=stap.keuzes)
            return
        oordeel = terugvragen.oordeel(dossier, self.staat.werkblad, self.wereld.vandaag)
        self.uit.append(Uiting("terugvragen_oordeel", {"oordeel": oordeel}, self.staat.wie))
        self.onderwerp = MAG_TERUGVRAGEN

    def _ontwerp(self) -> None:
        dossier, kaart = self.staat.dossier or {}, self.staat.werkblad
        oordeel = terugvragen.oordeel(dossier, kaart, self.wereld.vandaag)
        self.beantwoord = True
        if oordeel.oordeel is Oordeel.KAN_NIET:
            self.uit.append(Uiting("ontwerp_nee", {"oordeel": oordeel}, self.staat.wie))
        else:
            gegevens = {
                "oordeel": oordeel,
                "velden": terugvragen.velden(dossier, kaart),
                "delen": verzoekschrift_delen(terugvragen.antwoorden(dossier, kaart, self.wereld.vandaag)),
            }
            self.uit.append(Uiting(ONTWERP, gegevens, self.staat.wie))
        self.onderwerp = HOE_TERUGVRAGEN

    def _antwoord_op_gids(self, vraag: Openstaand, verteld: list[Vertel]) -> None:
        for daad in verteld:
            if daad.feiten or (daad.ja is None and not daad.weet_niet and daad.keuze is None):
                continue
            antwoord = None if daad.weet_niet else daad.keuze if daad.ja is None else daad.ja
            oud = self.staat.dossier or {}
            sleutel = vraag.wat.partition(":")[2]
            self._terugvragen(terugvragen.met_antwoord(oud, sleutel, antwoord, self.wereld.vandaag))
            return

    def _antwoord_op_open(self, verteld: list[Vertel]) -> None:
        vraag = self.voor.open
        if vraag is None:
            return
        if vraag.wat in terugvragen.TE_VRAGEN:
            self._antwoord_op_gids(vraag, verteld)
            return
        for daad in verteld:
            if daad.weet_niet and not daad.feiten and vraag.wat == "verdubbeling" and not self.staat.werkblad.leeg:
                self._los_op(Doel(naam="saldo"))
                self.open = None
            elif vraag.wat == BEGREPEN:
                if daad.ja and not daad.feiten:
                    self._los_op(vraag.doel or self.staat.doel or Doel(naam="saldo"))
            elif daad.weet_niet and not daad.feiten:
                self.uit.append(Uiting("weet_niet", {"wat": vraag.wat, "opgenomen": vraag.opgenomen}, self.staat.wie))
                self.beantwoord = True
            if vraag.wat == "moment" and daad.keuze:
                moment = "voor_inschrijving" if daad.keuze.lower().startswith("voor") else "na_inschrijving"
                kaarten = {**self.staat.kaarten, self.staat.wie: _op_moment(self.staat.kaart, moment)}
                stel = None if self.staat.stel is None else _op_moment(self.staat.stel, moment)
                self.staat = self.staat.met(kaarten=kaarten, stel=stel)
                self._los_op(Doel(naam="saldo"))

    def _tel(self, wat: str) -> int:
        merk = self.sleutel(wat)
        keer = self.staat.gezegd.get(merk, 0)
        self.staat = self.staat.met(gezegd={**self.staat.gezegd, merk: keer + 1})
        return keer

    # -- the end of the turn

    def slot(self) -> tuple[Staat, list[Uiting]]:
        """The warm sentence before the answer, the courtesies, and the open question once more."""
        if any(u.naam not in NOG_NIETS for u in self.uit if u.naam == "kennis"):
            # What was asked can be answered without more figures.
            self.uit = [u for u in self.uit if u.naam not in NOG_NIETS]
        # A figure is shorter than what is to be known beside it.
        self.uit.sort(key=lambda u: (u.naam not in WEIGERINGEN, u.naam == "kennis"))
        # A death goes before all else.
        warm = next((s for s in sorted(self.omgang, key=lambda s: s != "verdriet") if s in MEELEVEN), None)
        if self.beantwoord:
            if warm is not None and self.uit[0].naam not in (*WEIGERINGEN, "stuur_mens"):
                if warm == "klacht" and not self.verbeterd:
                    # What stays the same was not read wrongly.
                    warm = (
                        "klacht_zelfde" if self.getallen or any(u.naam == "waarom" for u in self.uit) else "frustratie"
                    )
                self.uit.insert(0, Uiting(f"warm_{warm}", {"keer": self._tel(warm)}, self.staat.wie))
        else:
            self._beleefd()
        open_ = self.open or self._herhaal_open()
        soort = "getal" if self.getallen else "kennis" if self.onderwerp else "omgang"
        vorig = self.staat.laatste
        uitleg = next((u.gegevens["figuur"] for u in self.uit if u.naam == "waarom"), None)
        keer = vorig.uitgelegd[1] if vorig.uitgelegd is not None and vorig.uitgelegd[0] == uitleg else 0
        laatste = Laatste(
            verteld=vorig.verteld,
            sommen=self.sommen or vorig.sommen,
            vroeger=(vorig.sommen + vorig.vroeger)[:MEESTE_SOMMEN] if self.sommen else vorig.vroeger,
            uitgelegd=(uitleg, keer + 1) if uitleg is not None else None if self.getallen else vorig.uitgelegd,
            getallen=self.getallen or vorig.getallen,
            eerder=(vorig.getallen + vorig.eerder)[:12] if self.getallen else vorig.eerder,
            saldi=(*reversed(self._gezegde_saldi()), *vorig.saldi)[:2],
            onderwerp=self.onderwerp or ("" if self.getallen else vorig.onderwerp),
            soort=soort,  # type: ignore[arg-type]  # one of its words
        )
        veranderd = self.staat.kaarten != self.voor.kaarten and not any(u.naam == "teruggenomen" for u in self.uit)
        vorige, vorig_stel = (self.voor.kaarten, self.voor.stel) if veranderd else (None, None)
        self.staat = self.staat.met(open=open_, laatste=laatste, vorige=vorige, vorig_stel=vorig_stel)
        return self.staat, self.uit

    def _beleefd(self) -> None:
        gevonden = [s for s in BELEEFDHEDEN if s in self.omgang]
        if gevonden:
            soort = gevonden[0]
            if soort == "klacht" and self.voor.laatste.soort == "getal" and not self._tel("nagekeken"):
                self.uit.append(Uiting("nagaan", {"kaart": self.staat.werkblad}, self.staat.wie))
                return
            na_hulplijn = self.voor.laatste.soort == "hulplijn"
            self.uit.append(Uiting(f"sociaal_{soort}", {"keer": self._tel(f"sociaal_{soort}"), "na_hulplijn": na_hulplijn,
                                                        "leeg": self.staat.kaart.leeg}, self.staat.wie))  # fmt: skip
        elif not self.uit:
            self.uit.append(
                Uiting("niet_begrepen", {"keer": self._tel("niet_begrepen"), "kaart": self.staat.kaart}, self.staat.wie)
            )

    def _herhaal_open(self) -> Openstaand | None:
        """The question that is still open is repeated once, and never after thanks, grief or a wish for a person."""
        vraag = self.voor.open
        if vraag is None or vraag.wat == BEGREPEN or self.getallen or self.staat.open is None:
            return None
        jaar = self.staat.werkblad.jaar(vraag.start) if vraag.start is not None else None
        if jaar is not None and any(b.is_totaal for b in jaar.van(vraag.wat)):
            return None
        if any(
            s in ("dank", "afscheid", "verdriet", "ziekte", "ongeval", "frustratie", "klacht", "instemming")
            for s in self.omgang
        ):
            return None
        if vraag.herhaald >= KEREN_HERHAALD or any(
            u.naam in ("stuur_mens", "weet_niet", "stuur_stop") for u in self.uit
        ):
            return None
        if self.onderwerp:
            self.uit.append(
                Uiting(
                    "open_vraag", {"wat": vraag.wat, "opgenomen": vraag.opgenomen, "start": vraag.start}, self.staat.wie
                )
            )
        return vraag.copy(update={"herhaald": vraag.herhaald + 1})


def _met_terug(uiting: Uiting) -> Uiting:
    """Said of a plan: what comes back, where the balance after it is not grounded in what was told."""
    g = uiting.gegevens
    if g.get("alleen_terug") is not True:
        return uiting
    terug, meest = (g["erbij"], g["meest"]) if uiting.naam == "zonder_saldo" else (g["terug"], g["terug_hoogste"])
    return uiting if terug != meest else replace(uiting, gegevens={**g, "saldo": terug, "is_terug": True})


def _zonder_vervolg(blad: Steekkaart, echt: Steekkaart, start: int, *, over: bool, dag: date | None) -> Steekkaart:
    """The sheet without what was supposed to come after another day of stopping, ``dag``.

    Gone are a whole year's results, those of exams that are still to come on that day, and the new programme unless it
    begins later or the day of the change itself is what is other.
    """
    nog_geen = dag is not None and resultaten_op(Academiejaar(start), dag) is Resultaten.GEEN
    oud = echt.jaar(start)
    werkelijk = set(oud.boekingen) if oud is not None else set()
    jaren = []
    for jaar in blad.jaren:
        if jaar.start == start:
            later = over or (dag is not None and jaar.overstap is not None and jaar.overstap > dag)
            regels = tuple(
                b
                for b in jaar.boekingen
                if b in werkelijk
                or not ((b.nieuw and not later) or (b.rol in UITKOMSTEN and (b.is_totaal or nog_geen)))
            )
            jaar = jaar.copy(update={"boekingen": regels})
        jaren.append(jaar)
    return blad.met(jaren=tuple(jaren))


def _op_moment(kaart: Steekkaart, moment: str) -> Steekkaart:
    """The sheet on which the balances without a moment held at ``moment``."""
    ankers = (a.copy(update={"moment": moment}) if a.moment is None else a for a in kaart.ankers)
    return kaart.met(ankers=tuple(ankers))


def _zonder_schrappen(blad: Steekkaart, echt: Steekkaart) -> Steekkaart:
    """The sheet with only the dropped courses that are real."""
    werkelijk = {b for j in echt.jaren for b in j.boekingen if b.rol == "geschrapt"}
    jaren = tuple(
        j.copy(update={"boekingen": tuple(b for b in j.boekingen if b.rol != "geschrapt" or b in werkelijk)})
        for j in blad.jaren
    )
    return blad.met(jaren=jaren)
