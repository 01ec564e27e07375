"""What is known of one person: the fact sheet. Pure: facts go in, a new sheet comes out."""

from __future__ import annotations

from datetime import date
from typing import Any
from typing import Final
from typing import Literal
from typing import Union

from pydantic import StrictInt

from gesprek.lezing import Feit
from gesprek.lezing import Moment
from gesprek.lezing import Vast
from leerkrediet_core import getal


Rol = Literal["opgenomen", "verworven", "niet_geslaagd", "getolereerd", "vrijgesteld", "geschrapt"]
#: What came of the studiepunten of a year; together never more than was taken up.
UITKOMSTEN: Final = ("verworven", "getolereerd", "niet_geslaagd")
_ROLLEN: Final = frozenset(("opgenomen", *UITKOMSTEN, "vrijgesteld", "geschrapt"))
#: So many days may lie between stopping and the new enrolment that somebody thinks of; who names a later day moves both.
MEESTE_DAGEN_TUSSEN: Final = 21
SEMESTERS: Final = ("semester1", "semester2", "jaarvak")


class Boeking(Vast):
    """One line of a year.

    Attributes:
        rol: what happened to the studiepunten.
        waarde: how many, or a word of ``lezing.HOEVEELHEDEN``.
        deel: semester or exam period; "" for the whole year.
        vak: key of the course (a digest, never its name); "" where none was named.
        contract, opleiding: "" means those of the sheet.
        nieuw: of the programme that was changed to.
        extra: taken up later in the year, on top of the rest.
        datum: of dropping courses.
    """

    rol: Rol
    waarde: Union[StrictInt, str]
    deel: str = ""
    vak: str = ""
    contract: str = ""
    opleiding: str = ""
    nieuw: bool = False
    extra: bool = False
    datum: date | None = None

    @property
    def is_totaal(self) -> bool:
        """Whether it speaks of a whole year."""
        return not (self.deel or self.vak)


class Studiejaar(Vast):
    """One academic year.

    Attributes:
        start: calendar year in which it starts; None while only its place in the career is known.
        rang: its place in the career, from 1; None where that was not told.
        contract, opleiding: what is taken up in it, where that was told before how much.
        stop: day of deregistering.
        stopt: whether the student deregisters; the day may still be unknown.
        overstap: day of the new enrolment.
        stapt_over: whether another programme is begun.
        nieuwe_school: where that programme is.
        stop_afgeleid: the day of stopping is that of the new enrolment, and moves with it.
        stop_contract: only what was taken up under this contract stops; "" for all of it.
        stop_nieuw: day of deregistering from the programme that was changed to.
        zonder_inschrijving: nothing was taken up that uses leerkrediet.
        gegist: which year it was, was not told.
        gemist: studiepunten of its exams that were missed.
    """

    start: int | None = None
    rang: int | None = None
    boekingen: tuple[Boeking, ...] = ()
    school: str = ""
    contract: str = ""
    opleiding: str = ""
    stop: date | None = None
    stopt: bool = False
    overstap: date | None = None
    stapt_over: bool = False
    nieuwe_school: str = ""
    stop_contract: str = ""
    stop_afgeleid: bool = False
    stop_nieuw: date | None = None
    zonder_inschrijving: bool = False
    gegist: bool = False
    gemist: int = 0

    def van(self, rol: str) -> tuple[Boeking, ...]:
        """The lines with ``rol``, of the programme that was begun first."""
        return tuple(b for b in self.boekingen if b.rol == rol and not b.nieuw)


class Anker(Vast):
    """A balance that was told.

    Attributes:
        saldo: studiepunten.
        moment: when in ``start`` it held; None when that was not told.
        start: the academic year.
        eerst: told before the enrolment of that year was.
        erbij: acquired while the balance does not hold it yet.
    """

    saldo: int
    moment: Moment | None = None
    start: int
    eerst: bool = False
    erbij: int = 0


class Diploma(Vast):
    naam: str
    start: int | None = None


class Steekkaart(Vast):
    """What one person told, beside what follows from it.

    Attributes:
        jaren: in the order of time.
        verdubbeling_over: studiepunten that may still be doubled, where told.
        eerder_verworven: acquired in all before what is told in ``jaren``, where told.
        raad: studiepunten that the Raad returns.
        gemist: studiepunten of exams that were missed.
    """

    jaren: tuple[Studiejaar, ...] = ()
    ankers: tuple[Anker, ...] = ()
    verdubbeling_over: int | None = None
    eerder_verworven: int | None = None
    school: str = ""
    contract: str = ""
    opleiding: str = ""
    generatiestudent: bool | None = None
    diplomas: tuple[Diploma, ...] = ()
    raad: int | None = None
    gemist: int | None = None
    beurs: bool | None = None

    @property
    def leeg(self) -> bool:
        """Whether nothing was told that can be computed with."""
        return not (self.ankers or any(j.boekingen for j in self.jaren))

    def jaar(self, start: int) -> Studiejaar | None:
        """The academic year that starts in ``start``."""
        return next((j for j in self.jaren if j.start == start), None)

    def met(self, **velden: Any) -> Steekkaart:
        """A copy with other values."""
        return self.copy(update=velden)


def volgorde(jaar: Studiejaar) -> tuple[int, int]:
    """Years without a date come first, by their place in the career."""
    return (0, jaar.rang or 0) if jaar.start is None else (1, jaar.start)


class Schrijver:
    """Writes facts on a sheet, one after the other; ``focus`` is the year last spoken of.

    Args:
        kaart: the sheet to begin with.
        lopend: calendar year in which the running academic year starts.
        focus: index of the year last spoken of, as ``(start, rang)``.
        sleutel: makes the key of a course from its name.
        echt: the real sheet, where what is written is only supposed.
        verbetert: what is written takes the place of what was told wrong.
        met_resultaten: whether the running year can have results yet; where not, results without a year are those of the year before.
    """

    def __init__(
        self,
        kaart: Steekkaart,
        lopend: int,
        focus: tuple[int | None, int | None] | None,
        sleutel: Any,
        echt: Steekkaart | None = None,
        *,
        verbetert: bool = False,
        met_resultaten: bool = True,
    ) -> None:
        self.kaart = kaart
        self.verbetert = verbetert
        self.met_resultaten = met_resultaten
        self._geschreven: list[Boeking] = []
        self._ankers: list[Anker] = []
        self._beschreven: set[int | None] = set()
        self._stopdag: date | None = None
        self._gemist_vroeg = False
        self._daarna: tuple[int | None, int | None] | None = None
        self._daarna_verteld: set[str] = set()
        self.echt = echt
        self.lopend = lopend
        self.focus = focus
        self._sleutel = sleutel

    # -- years

    def zoek_jaar(self, verwijzing: str | None, *, verondersteld: bool = False) -> tuple[int | None, int | None]:
        """The year that ``verwijzing`` means, as ``(start, rang)``; the year need not be on the sheet yet."""
        if verwijzing is None:
            if self.focus is not None:
                return self.focus
            if verondersteld or not self.kaart.jaren:
                return (self.lopend, None)
            laatste = self.kaart.jaren[-1]
            return (laatste.start, laatste.rang)
        vast = {"nu": 0, "vorig": -1, "volgend": 1}
        if verwijzing in vast:
            return (self.lopend + vast[verwijzing], None)
        if verwijzing in ("daarna", "daarvoor"):
            stap = 1 if verwijzing == "daarna" else -1
            start, rang = self.focus or (self.lopend, None)
            return (None if start is None else start + stap, None if rang is None or start is not None else rang + stap)
        if "-" in verwijzing:
            return (int(verwijzing[:4]), None)
        rang = int(verwijzing)
        for jaar in self.kaart.jaren:
            if jaar.rang == rang:
                return (jaar.start, rang)
        for jaar in self.kaart.jaren:
            if jaar.rang is not None and jaar.start is not None:
                return (jaar.start + rang - jaar.rang, rang)
        return (None, rang)

    def vast_jaar(self, feit: Feit) -> tuple[int | None, int | None]:
        """The year that a fact is about, before it is written; as ``zoek_jaar``."""
        return self.zoek_jaar(self._met_vast_jaar(feit).jaar)

    def _lees(self, plaats: tuple[int | None, int | None]) -> Studiejaar:
        start, rang = plaats
        for jaar in self.kaart.jaren:
            if (start is not None and jaar.start == start) or (
                start is None and rang is not None and jaar.rang == rang
            ):
                return jaar
        return Studiejaar(start=start, rang=rang)

    def _schrijf(self, plaats: tuple[int | None, int | None], jaar: Studiejaar) -> None:
        oud = self._lees(plaats)
        jaren = [j for j in self.kaart.jaren if j != oud] + [jaar]
        self.kaart = self.kaart.met(jaren=tuple(sorted(jaren, key=volgorde)))
        self.focus = (jaar.start, jaar.rang)

    # -- facts

    def schrijf(self, feit: Feit, *, verondersteld: bool = False) -> None:
        """Put one fact on the sheet."""
        feit = self._met_vast_jaar(feit)
        if self.echt is None:
            self._verhuis(feit)
        if feit.wat in _ROLLEN:
            self._haalt_in(feit)
            self._boek(feit, verondersteld)
        elif feit.wat == "saldo":
            if isinstance(feit.waarde, int) and not self._is_begin(feit):
                start = self.zoek_jaar(feit.jaar)[0] if feit.jaar else self.lopend
                start = self.lopend if start is None else start
                jaar = self.kaart.jaar(start)
                eerst = jaar is None or not jaar.van("opgenomen")
                oud = next((a for a in self.kaart.ankers if a.start == start), None) if self.verbetert else None
                moment = feit.moment or (oud.moment if oud is not None else None)
                anker = Anker(saldo=feit.waarde, moment=moment, start=start, eerst=eerst)
                over = tuple(a for a in self.kaart.ankers if (a.start, a.moment) != (anker.start, anker.moment))
                if self.verbetert:
                    over = tuple(a for a in over if a.start != anker.start and a.saldo != anker.saldo)
                self.kaart = self.kaart.met(ankers=(*(a for a in over if a.moment is not None), anker))
                self._ankers.append(anker)
                self._anker_van_ervoor()
        elif feit.wat in ("stop", "overstap"):
            self._stop(feit, verondersteld)
        elif feit.wat == "niet_ingeschreven":
            self._weg(feit)
        elif feit.wat == "eerste_jaar":
            self._eerste(feit)
        elif feit.wat == "diploma" and feit.waarde is False:
            self.kaart = self.kaart.met(diplomas=self.echt.diplomas if self.echt is not None else ())
        elif feit.wat == "diploma":
            start = self.zoek_jaar(feit.jaar)[0] if feit.jaar else None
            if start is None and verondersteld:
                # What is supposed is still to come: at the end of all that is told.
                start = max((j.start for j in self.kaart.jaren if j.start is not None), default=self.lopend)
            rest = tuple(d for d in self.kaart.diplomas if d.naam != feit.waarde)
            self.kaart = self.kaart.met(diplomas=(*rest, Diploma(naam=str(feit.waarde), start=start)))
        elif feit.wat in ("school", "contract", "opleiding"):
            self._algemeen(feit)
        elif feit.wat in ("verdubbeling_over", "eerder_verworven", "raad", "gemist"):
            vast = {"alles": getal("verdubbeling_eerste"), "niets": 0}
            if feit.wat in ("verdubbeling_over", "eerder_verworven") and feit.waarde in vast:
                self.kaart = self.kaart.met(**{str(feit.wat): vast[str(feit.waarde)]})
            elif isinstance(feit.waarde, int) and not isinstance(feit.waarde, bool):
                erbij = (getattr(self.kaart, feit.wat) or 0) if feit.erbij else 0
                self.kaart = self.kaart.met(**{str(feit.wat): erbij + feit.waarde})
                if feit.wat == "gemist":
                    self._gemist_vroeg = feit.deel != "augustus"
                if feit.wat == "gemist" and feit.jaar is not None:
                    plaats = self.zoek_jaar(feit.jaar)
                    self._schrijf(plaats, self._lees(plaats).copy(update={"gemist": erbij + feit.waarde}))
            elif feit.waarde == "alles" and (niet := self.kaart.gemist or self._niet_behaald(feit)):
                self.kaart = self.kaart.met(**{str(feit.wat): niet})
        elif feit.wat in ("generatiestudent", "beurs"):
            self.kaart = self.kaart.met(**{str(feit.wat): feit.waarde is not False})

    def _is_begin(self, feit: Feit) -> bool:
        """Whether it is what everybody begins with, told beside the years that come after it."""
        begin = feit.waarde == getal("startkrediet") and feit.moment == "voor_inschrijving" and feit.jaar in (None, "1")
        return begin and any(j.rang == 1 and j.boekingen for j in self.kaart.jaren)

    def _niet_behaald(self, feit: Feit) -> int:
        """What was taken up and not acquired in the year that ``feit`` is about, in studiepunten."""
        met = [j for j in self.kaart.jaren if j.van("opgenomen")]
        start = self.zoek_jaar(feit.jaar)[0] if feit.jaar else met[-1].start if met else None
        jaar = next((j for j in met if j.start == start), None)
        if jaar is None:
            return 0
        geheel = [b for b in jaar.van("opgenomen") if b.is_totaal] or jaar.van("opgenomen")
        opgenomen, verworven = (
            sum(b.waarde for b in regels if isinstance(b.waarde, int)) for regels in (geheel, jaar.van("verworven"))
        )
        return 0 if any(b.waarde == "alles" for b in jaar.van("verworven")) else max(0, opgenomen - verworven)

    def _haalt_in(self, feit: Feit) -> None:
        """What was acquired in August of exams that were missed before needs not be asked back."""
        if (
            feit.wat != "verworven"
            or feit.deel != "augustus"
            or not isinstance(feit.waarde, int)
            or not self._gemist_vroeg
        ):
            return
        self.kaart = self.kaart.met(gemist=max(0, (self.kaart.gemist or 0) - feit.waarde) or None)

    def _met_vast_jaar(self, feit: Feit) -> Feit:
        """The fact with "the year after" as that year: within one act that stays the same year until its kind comes again."""
        if feit.jaar not in ("daarna", "daarvoor"):
            return feit
        if self._daarna is None or self.focus != self._daarna or feit.wat in self._daarna_verteld:
            self._daarna, self._daarna_verteld = self.zoek_jaar(feit.jaar), set()
        self._daarna_verteld.add(feit.wat)
        start, rang = self._daarna
        self.focus = self._daarna
        jaar = str(rang) if start is None else f"{start}-{start + 1}"
        return feit.copy(update={"jaar": jaar})

    def _verhuis(self, feit: Feit) -> None:
        """A year that was told without saying which, or wrong, goes whole to the year that it turns out to be."""
        if feit.nieuw or feit.wat not in (*UITKOMSTEN, "opgenomen", "eerste_jaar"):
            return
        if feit.jaar is not None:
            if feit.deel or feit.vak or feit.erbij:
                return
            naar = self.zoek_jaar(feit.jaar)[0]
        elif not self.met_resultaten and feit.wat in UITKOMSTEN and self.zoek_jaar(None)[0] == self.lopend:
            naar = self.lopend - 1
            if not self.kaart.jaren:
                self.focus = (naar, None)
        else:
            return
        er = self.kaart.jaar(naar) if naar is not None else None
        if naar is None or (er is not None and er.boekingen):
            return
        # What was said of a year in the same breath is said of that year.
        bezig = self._beschreven if feit.jaar is not None else ()
        elders = [j for j in self.kaart.jaren if j.start not in (None, naar, *bezig)]
        bron = next((j for j in elders if self._is_verteld_als(feit, j)), None)
        if bron is None:
            return
        doel = self._lees((naar, None))
        self.kaart = self.kaart.met(jaren=tuple(j for j in self.kaart.jaren if j not in (bron, doel)))
        rang = doel.rang or (None if bron.gegist else bron.rang)
        self._schrijf((naar, None), bron.copy(update={"start": naar, "rang": rang}))

    def _is_verteld_als(self, feit: Feit, jaar: Studiejaar) -> bool:
        """Whether ``feit`` says again of another year what was told of ``jaar``."""
        verteld = {(b.rol, b.waarde) for b in jaar.boekingen if b.is_totaal}
        zelfde = (feit.wat, feit.waarde) in verteld
        if feit.jaar is None:
            return jaar.gegist and jaar.start == self.lopend
        if jaar.gegist:
            return self.verbetert or (zelfde and any(rol in UITKOMSTEN for rol, _ in verteld))
        return self.verbetert and zelfde and self.focus == (jaar.start, jaar.rang)

    def _boek(self, feit: Feit, verondersteld: bool) -> None:
        geraden = feit.jaar is None and self.focus is None and not self.kaart.jaren
        plaats = self.zoek_jaar(feit.jaar, verondersteld=verondersteld)
        jaar = self._lees(plaats)
        if feit.jaar is not None or (geraden and not verondersteld):
            jaar = jaar.copy(update={"gegist": geraden})
        vak = self._sleutel(feit.vak) if feit.vak else ""
        waarde = feit.waarde
        if feit.wat == "geschrapt" and self._schrapt_anders(feit, plaats, jaar):
            return
        if waarde is None and vak:
            waarde = next((b.waarde for b in jaar.boekingen if b.vak == vak), None)
        if waarde is None or isinstance(waarde, bool):
            self.focus = plaats
            return
        if (
            waarde == 0
            and feit.wat == "opgenomen"
            and self.echt is not None
            and jaar.boekingen
            and plaats[0] is not None
        ):
            if self.echt.jaar(plaats[0]) is None:
                # A supposed year that is supposed away again.
                self.kaart = self.kaart.met(jaren=tuple(j for j in self.kaart.jaren if j != jaar))
                self.focus = plaats
                return
        if isinstance(waarde, int) and self._nog_niet_erbij(feit, jaar):
            anker = self.kaart.ankers[-1]
            # What is supposed anew takes the place of what was supposed before.
            erbij = self.echt.ankers[-1].erbij if self.echt is not None and self.echt.ankers else anker.erbij
            anker = anker.copy(update={"erbij": waarde + (erbij if feit.erbij else 0)})
            self.kaart = self.kaart.met(ankers=(*self.kaart.ankers[:-1], anker))
            return
        boeking = Boeking(
            rol=feit.wat,  # type: ignore[arg-type]  # it is one of _ROLLEN
            waarde=waarde,
            deel=feit.deel or "",
            vak=vak,
            contract=feit.contract or jaar.contract or self.kaart.contract,
            opleiding=feit.opleiding or (jaar.opleiding or self.kaart.opleiding if not feit.nieuw else ""),
            nieuw=feit.nieuw,
            datum=feit.datum,
        )
        regels = list(jaar.boekingen)
        if vak:
            regels = [b for b in regels if b.vak != vak or (b.rol == "opgenomen") != (boeking.rol == "opgenomen")]
        elif (
            feit.erbij
            and feit.wat == "opgenomen"
            and any(b.rol == "opgenomen" and not b.nieuw for b in regels)
            and not feit.opleiding
        ):
            boeking = boeking.copy(update={"extra": True})
            if self.echt is not None:
                # Supposed again with another number, it takes the place of what was supposed before.
                werkelijk = {b for j in self.echt.jaren for b in j.boekingen}
                regels = [b for b in regels if not b.extra or b in werkelijk]
        elif feit.erbij and isinstance(waarde, int):
            gelijk = next((b for b in regels if _zelfde(b, boeking) and isinstance(b.waarde, int)), None)
            if gelijk is not None:
                regels.remove(gelijk)
                boeking = boeking.copy(update={"waarde": int(gelijk.waarde) + waarde})
        elif boeking.rol == "geschrapt":
            regels = [b for b in regels if not (_zelfde(b, boeking) and b.datum == boeking.datum)]
        elif boeking.is_totaal:
            # A total takes the place of the total and of the parts that were told before, under what those were told for.
            eerder = next((b for b in regels if b.is_totaal and _zelfde_soort(b, boeking)), None)
            if boeking.rol == "opgenomen" and eerder is not None and eerder not in self._geschreven:
                boeking = boeking.copy(
                    update={k: getattr(boeking, k) or getattr(eerder, k) for k in ("contract", "opleiding")}
                )
            regels = [
                b
                for b in regels
                if not (_zelfde_soort(b, boeking) and (b.rol != "opgenomen" or b.is_totaal or b.extra))
                or (b in self._geschreven and (b.contract, b.opleiding) != (boeking.contract, boeking.opleiding))
            ]
            if boeking.rol == "opgenomen" and self.echt is not None:
                regels = self._anders_opgenomen(regels, boeking)
        else:
            regels = [b for b in regels if not _zelfde(b, boeking)]
        behaald = any(b.rol == "verworven" and b.nieuw == boeking.nieuw for b in regels)
        regels = _maak_passend([*regels, boeking], boeking, self._geschreven)
        self._geschreven.append(boeking)
        self._beschreven.add(plaats[0])
        over = any(b.rol in ("verworven", "niet_geslaagd") and b.nieuw == boeking.nieuw for b in regels)
        if (
            boeking.rol == "getolereerd"
            and waarde
            and boeking.is_totaal
            and not over
            and (behaald or self.echt is not None)
        ):
            # Of who was said to have all, or is only supposed to have this one tolerated, the rest is acquired.
            regels.append(boeking.copy(update={"rol": "verworven", "waarde": "rest"}))
        velden: dict[str, Any] = {"boekingen": tuple(regels), "zonder_inschrijving": False}
        if feit.school:
            velden["nieuwe_school" if feit.nieuw else "school"] = feit.school
        self._schrijf(plaats, jaar.copy(update=velden))

    def _schrapt_anders(self, feit: Feit, plaats: tuple[int | None, int | None], jaar: Studiejaar) -> bool:
        """What was said to be dropped on another day, or in which semester it lies: it takes the place of what was told."""
        oud = [b for b in jaar.boekingen if b.rol == "geschrapt" and b.nieuw == feit.nieuw]
        los = next((b for b in oud if b.is_totaal and isinstance(b.waarde, int)), None)
        if feit.waarde is None and oud:
            nieuw = [
                b.copy(update={"datum": feit.datum or b.datum, "deel": feit.deel if feit.deel in SEMESTERS else b.deel})
                for b in oud
            ]
        elif los is not None and feit.deel in SEMESTERS and not feit.erbij:
            geheel = int(los.waarde)
            aantal = {"alles": geheel, "helft": geheel // 2, "niets": 0}.get(str(feit.waarde), feit.waarde)
            if not isinstance(aantal, int) or aantal > geheel:
                return False
            dag = feit.datum or los.datum
            ander = SEMESTERS[0] if feit.deel != SEMESTERS[0] else SEMESTERS[1]
            delen = ((feit.deel, aantal), (ander, geheel - aantal))
            nieuw = [b for b in oud if b != los]
            nieuw += [los.copy(update={"waarde": n, "deel": d, "datum": dag}) for d, n in delen if n]
        elif any((b.deel, b.waarde) == (feit.deel, feit.waarde) and feit.datum is None for b in oud) and not feit.erbij:
            # Said once more.
            nieuw = oud
        else:
            return False
        regels = [b for b in jaar.boekingen if b not in oud]
        self._schrijf(plaats, jaar.copy(update={"boekingen": (*regels, *nieuw)}))
        return True

    def _nog_niet_erbij(self, feit: Feit, jaar: Studiejaar) -> bool:
        """Whether it is a late result of a year that is known only by the balance after it, told after that balance."""
        anker = self.kaart.ankers[-1] if self.kaart.ankers else None
        if (
            anker is None
            or (anker in self._ankers and not feit.erbij)
            or feit.wat != "verworven"
            or jaar.van("opgenomen")
        ):
            return False
        laatste = anker.start if anker.moment == "na_resultaten" else anker.start - 1
        return jaar.start == laatste and (feit.deel == "augustus" or feit.erbij)

    @staticmethod
    def _anders_opgenomen(regels: list[Boeking], nieuw: Boeking) -> list[Boeking]:
        """Supposed otherwise: the same number under another contract takes the place of the first; nothing taken up has no results."""
        if nieuw.waarde == 0:
            return [b for b in regels if b.nieuw != nieuw.nieuw]
        oud = [
            b
            for b in regels
            if b.rol == "opgenomen" and b.is_totaal and b.waarde == nieuw.waarde and b.nieuw == nieuw.nieuw
        ]
        if len(oud) != 1:
            return regels
        anders = {"contract": nieuw.contract, "opleiding": nieuw.opleiding}
        return [b.copy(update=anders) for b in regels if b != oud[0]]

    def _stop(self, feit: Feit, verondersteld: bool) -> None:
        plaats = self.zoek_jaar(feit.jaar or "nu")
        jaar = self._lees(plaats)
        if feit.nieuw and feit.wat == "stop":
            self._schrijf(plaats, jaar.copy(update={"stop_nieuw": feit.datum}))
            return
        velden: dict[str, Any]
        if feit.waarde is False and feit.wat == "overstap":
            velden = {
                "stapt_over": False,
                "overstap": None,
                "boekingen": tuple(b for b in jaar.boekingen if not b.nieuw),
            }
        elif feit.waarde is False:
            velden = {"stopt": False, "stop": None, "overstap": None, "stapt_over": False, "stop_contract": ""}
        elif feit.wat == "stop":
            velden = {
                "stopt": True,
                "stop": feit.datum or jaar.stop,
                "stop_contract": feit.contract or "",
                "stop_afgeleid": False,
            }
            self._stopdag = feit.datum
        elif self._begint_later(feit, plaats):
            return
        else:
            velden = {"stopt": True, "stapt_over": True, "overstap": feit.datum or jaar.overstap}
            if feit.datum and self._schuift_mee(jaar, feit.datum):
                velden |= {"stop": feit.datum, "stop_afgeleid": True}
            if feit.school:
                velden["nieuwe_school"] = feit.school
        if feit.school and feit.wat == "stop":
            velden["school"] = feit.school
        if velden.get("stopt"):
            velden["zonder_inschrijving"] = False
            if self.verbetert:
                # It was another year.
                self.kaart = self.kaart.met(
                    jaren=tuple(j for j in self.kaart.jaren if j == jaar or not j.stopt or j.boekingen)
                )
        self._schrijf(plaats, jaar.copy(update=velden))

    def _begint_later(self, feit: Feit, plaats: tuple[int | None, int | None]) -> bool:
        """Whether the new programme begins in a year after the one that is stopped: then that one is only stopped."""
        start = self.lopend if plaats[0] is None else plaats[0]
        if feit.datum is not None:
            start = max(start, feit.datum.year - (feit.datum.month < 9))
        gestopt = next((j for j in self.kaart.jaren if j.stopt and j.start is not None and j.start < start), None)
        if gestopt is None:
            return False
        velden = {
            "stapt_over": False,
            "overstap": None,
            "boekingen": tuple(b for b in gestopt.boekingen if not b.nieuw),
        }
        if gestopt.stop is None or gestopt.stop_afgeleid:
            velden |= {"stop": None, "stop_afgeleid": False}
        self._schrijf((gestopt.start, gestopt.rang), gestopt.copy(update=velden))
        return True

    def _schuift_mee(self, jaar: Studiejaar, nieuw: date) -> bool:
        """Whether the day of stopping moves along with that of the new enrolment; a day that is past, or was just told, does not."""
        if jaar.stop is not None and jaar.stop == self._stopdag:
            return False
        if jaar.stop is None or jaar.stop_afgeleid:
            return True
        echt = self.echt.jaar(jaar.start) if self.echt is not None and jaar.start is not None else None
        vast = echt is not None and echt.stop == jaar.stop
        return not vast and (nieuw - jaar.stop).days > MEESTE_DAGEN_TUSSEN

    def _weg(self, feit: Feit) -> None:
        start, _ = self.zoek_jaar(feit.jaar or "nu")
        if start is None:
            return
        tot = int(feit.waarde[:4]) if isinstance(feit.waarde, str) and feit.waarde[:4].isdigit() else start
        for een in range(start, min(max(start, tot), start + 60) + 1):
            bekend = self.kaart if self.echt is None else self.echt
            if not getattr(bekend.jaar(een), "boekingen", ()):
                self.kaart = self.kaart.met(jaren=tuple(j for j in self.kaart.jaren if j.start != een))
                self._schrijf((een, None), Studiejaar(start=een, zonder_inschrijving=True))
        self._anker_van_ervoor()

    def _anker_van_ervoor(self) -> None:
        """A balance told of a year without enrolment is what was left of the year before it."""
        if self.echt is not None:
            return
        ankers = []
        for anker in self.kaart.ankers:
            jaar = self.kaart.jaar(anker.start)
            if jaar is not None and jaar.zonder_inschrijving and anker.moment != "na_resultaten":
                anker = anker.copy(update={"start": anker.start - 1, "moment": "na_resultaten"})
            ankers.append(anker)
        self.kaart = self.kaart.met(ankers=tuple(ankers))

    def _eerste(self, feit: Feit) -> None:
        plaats = self.zoek_jaar(feit.jaar)
        if plaats[1] not in (None, 1):
            return
        begin = plaats[0]
        if begin is not None and any(j.rang == 1 and j.start is None for j in self.kaart.jaren):
            # Years that were counted have a date from now on.
            geteld = [j for j in self.kaart.jaren if j.start is None and j.rang is not None]
            bezet = {begin + (j.rang or 1) - 1 for j in geteld}
            gedateerd = [j.copy(update={"start": begin + (j.rang or 1) - 1}) for j in geteld]
            over = [j for j in self.kaart.jaren if j not in geteld and j.start not in bezet]
            self.kaart = self.kaart.met(jaren=tuple(sorted((*over, *gedateerd), key=volgorde)))
        self._schrijf(plaats, self._lees(plaats).copy(update={"rang": 1}))
        if plaats[0] == self.lopend and self.kaart.generatiestudent is None:
            self.kaart = self.kaart.met(generatiestudent=True)

    def _algemeen(self, feit: Feit) -> None:
        waarde = str(feit.waarde)
        if feit.jaar is None:
            self.kaart = self.kaart.met(**{str(feit.wat): waarde})
            if feit.wat == "school":
                return
            plaats = self.focus
        else:
            plaats = self.zoek_jaar(feit.jaar)
            if plaats[0] == self.lopend and not self._lees(plaats).boekingen and not getattr(self.kaart, feit.wat):
                # What is taken up is told next.
                self.kaart = self.kaart.met(**{str(feit.wat): waarde})
        if plaats is None:
            return
        jaar = self._lees(plaats)
        if feit.wat == "school":
            self._schrijf(plaats, jaar.copy(update={"school": waarde}))
        elif jaar.boekingen:
            eerder = {getattr(b, feit.wat) for b in jaar.van("opgenomen")}
            # Supposed otherwise, it takes the place of the one that was told.
            anders = self.echt is not None and len(eerder) == 1
            regels = tuple(
                b.copy(update={feit.wat: waarde}) if anders or not getattr(b, feit.wat) else b for b in jaar.boekingen
            )
            self._schrijf(plaats, jaar.copy(update={"boekingen": regels}))
        elif feit.jaar is not None and not feit.nieuw:
            self._schrijf(plaats, jaar.copy(update={feit.wat: waarde}))


def _maak_passend(regels: list[Boeking], nieuw: Boeking, samen: list[Boeking]) -> list[Boeking]:
    """Without the results that no longer fit beside the new one: together they are never more than was taken up.

    A part of the year takes the place only of what was told of the whole of it; what was told in one breath stays
    together.
    """
    if nieuw.rol not in UITKOMSTEN or nieuw.vak:
        return regels
    opgenomen = sum(
        b.waarde
        for b in regels
        if b.rol == "opgenomen" and b.is_totaal and b.nieuw == nieuw.nieuw and isinstance(b.waarde, int)
    )
    if not opgenomen:
        return regels

    def punten(boeking: Boeking) -> int:
        woorden = {"alles": opgenomen, "helft": opgenomen // 2}
        return boeking.waarde if isinstance(boeking.waarde, int) else woorden.get(boeking.waarde, 0)

    anders = [
        b
        for b in regels
        if b.rol in UITKOMSTEN and b.nieuw == nieuw.nieuw and b != nieuw and (nieuw.is_totaal or b.is_totaal)
    ]
    if any(b.waarde == "rest" for b in regels if b.rol in UITKOMSTEN and b != nieuw):
        # All of the year was accounted for, so as many went from one result to the other.
        gelijk = [b for b in anders if b.rol != nieuw.rol and b.waarde == nieuw.waarde and b not in samen]
        return [b for b in regels if b not in gelijk[:1]]
    # Of the others the one that was changed into the new one goes first: as large, or told longest ago.
    anders.sort(key=lambda b: punten(b) != punten(nieuw))
    vast = sum(punten(b) for b in regels if b.rol in UITKOMSTEN and b.nieuw == nieuw.nieuw and b not in anders)
    while anders and vast + sum(punten(b) for b in anders) > opgenomen:
        regels.remove(anders.pop(0))
    return regels


def _zelfde_soort(een: Boeking, ander: Boeking) -> bool:
    """Whether both speak of the same thing: a contract or programme that is not named is that of the other."""
    return (
        een.rol == ander.rol
        and een.nieuw == ander.nieuw
        and (een.contract == ander.contract or not (een.contract and ander.contract))
        and (een.opleiding == ander.opleiding or not (een.opleiding and ander.opleiding))
    )


def _zelfde(een: Boeking, ander: Boeking) -> bool:
    return _zelfde_soort(een, ander) and een.deel == ander.deel and een.vak == ander.vak
