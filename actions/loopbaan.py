"""The career under construction: what a student has told so far, and the merge of a new message into it."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from itertools import zip_longest
from typing import Any
from typing import Literal
from typing import cast

from leerkrediet_core import getal
from leerkrediet_core.invoer import HOOGSTE_SALDO
from leerkrediet_core.invoer import LAAGSTE_SALDO
from leerkrediet_core.invoer import MEESTE_STUDIEPUNTEN
from leerkrediet_core.parameters import parameter
from nlu.grammatica.modellen import Feit
from nlu.grammatica.modellen import Signaal
from nlu.patroon import maak_patroon


Jaarveld = Literal["opgenomen", "verworven", "getolereerd", "niet_geslaagd"]
Veld = Literal[
    "opgenomen", "verworven", "getolereerd", "niet_geslaagd", "startsaldo", "bonus_over", "eerder_verworven", "jaren"
]
Code = Literal[
    "meer_verworven_dan_opgenomen",
    "negatief",
    "te_groot",
    "decimaal",
    "geen_getal",
    "vakken",
    "onduidelijk",
    "deel_zonder_geheel",
    "cijfer",
]

JAARVELDEN: tuple[Jaarveld, ...] = ("opgenomen", "verworven", "getolereerd", "niet_geslaagd")
VELDEN: tuple[Veld, ...] = (*JAARVELDEN, "startsaldo", "bonus_over", "eerder_verworven", "jaren")

MEESTE_PUNTEN_JAAR = 120
"""Study points of the largest year that is believed: two full programmes at once."""
MEESTE_PUNTEN_TOTAAL = 600
"""Study points of the largest total over several years that is believed: ten full years."""
MEESTE_JAREN = 15
"""Years that a career may hold."""
STARTKREDIET = getal("startkrediet")
"""Balance of a starter; another start balance says that something happened before."""
VERDUBBELING = getal("verdubbeling_eerste")
"""First acquired study points that count double."""


def _reeks(woorden: str) -> frozenset[str]:
    return frozenset(woorden.split())


CONTRACTEN: frozenset[str] = frozenset({"diplomacontract", "creditcontract", "examencontract"})
OPLEIDINGEN: frozenset[str] = _reeks("""bachelor master educatieve_bachelor educatieve_master graduaat schakelprogramma
    voorbereidingsprogramma banaba manama postgraduaat doctoraat kms""")
_ACADEMIEJAAR = maak_patroon(r"(?:19|20)\d\d(?:-(?:19|20)\d\d)?")


@dataclass(frozen=True, slots=True)
class Stuk:
    """One number of a year: the whole of a field, or the part of it that belongs to a semester or exam period.

    Attributes:
        veld: field that the number fills.
        periode: part of the year, or "" for the whole.
        waarde: study points.
        tot: upper end of a range of study points, or None.
    """

    veld: Jaarveld
    periode: str
    waarde: int
    tot: int | None = None


@dataclass(frozen=True, slots=True)
class Jaar:
    """One year of a career, as far as it is known.

    Attributes:
        stukken: the numbers given; parts of one field add up.
        deel: acquired part of what was taken up ("de helft" = 1/2), as long as no number was given.
        contract: contract, or None when not named.
        opleiding: programme, or None when not named.
        academiejaar: "2023-2024" or "2022", or None.
        nummer: which year the student calls it, starting at 1, or None.
        totaal: the numbers cover several years together.
        relatief: the year as seen from today, as the student called it (-1 vorig jaar, 0 dit jaar, 1 volgend jaar).
        teruggave: study points of this year that the Raad returned.
    """

    stukken: tuple[Stuk, ...] = ()
    deel: Fraction | None = None
    contract: str | None = None
    opleiding: str | None = None
    academiejaar: str | None = None
    nummer: int | None = None
    totaal: bool = False
    relatief: int | None = None
    teruggave: int | None = None

    def gegeven(self, veld: Jaarveld) -> int | None:
        """Sum what was given for a field, in study points; None when nothing was."""
        delen = [s.waarde for s in self.stukken if s.veld == veld]
        return sum(delen) if delen else None

    @property
    def opgenomen(self) -> int | None:
        """Study points taken up."""
        return self.gegeven("opgenomen")

    @property
    def getolereerd(self) -> int | None:
        """Study points tolerated."""
        return self.gegeven("getolereerd")

    @property
    def niet_geslaagd(self) -> int | None:
        """Study points not passed, as given."""
        return self.gegeven("niet_geslaagd")

    @property
    def verworven(self) -> int | None:
        """Study points acquired: as given, or worked out from a part or from what was not passed; lower end of a range.

        A part that is no whole number of points is rounded down, the careful side.
        """
        gegeven = self.gegeven("verworven")
        if gegeven is not None:
            return gegeven
        if self.opgenomen is None:
            return None
        af = (self.niet_geslaagd or 0) + (self.getolereerd or 0)
        if self.deel is not None:
            if self.deel == 1:
                return max(0, self.opgenomen - af)
            return int(self.opgenomen * self.deel)
        if self.niet_geslaagd is not None:
            return max(0, self.opgenomen - af)
        return None

    @property
    def verworven_tot(self) -> int | None:
        """Upper end of the acquired study points; None unless a range was given."""
        delen = [s for s in self.stukken if s.veld == "verworven"]
        if not any(s.tot is not None for s in delen):
            return None
        return sum(s.tot if s.tot is not None else s.waarde for s in delen)

    def met_uitkomst(self, verworven: int) -> Jaar:
        """Give the same year with another number acquired, in study points, and nothing said of the rest."""
        stukken = tuple(s for s in self.stukken if s.veld == "opgenomen")
        return replace(self, stukken=(*stukken, Stuk("verworven", "", verworven)), deel=None)

    @property
    def leeg(self) -> bool:
        """Tell whether no number is known of this year."""
        return not self.stukken and self.deel is None

    def hoogst(self, veld: Jaarveld) -> int | None:
        """Sum what was given for a field, upper ends of ranges included, in study points."""
        delen = [s.tot if s.tot is not None else s.waarde for s in self.stukken if s.veld == veld]
        return sum(delen) if delen else None

    def boven(self, grens: int) -> Jaarveld | None:
        """Name the first field of which the parts together exceed a limit in study points."""
        return next((veld for veld in JAARVELDEN if (self.hoogst(veld) or 0) > grens), None)

    def past(self) -> bool:
        """Tell whether no more was acquired, tolerated and failed than was taken up."""
        if self.opgenomen is None:
            return True
        gehaald = self.hoogst("verworven")
        if gehaald is None:
            gehaald = int(self.opgenomen * self.deel) if self.deel is not None and self.deel < 1 else 0
        return gehaald + (self.getolereerd or 0) + (self.niet_geslaagd or 0) <= self.opgenomen


@dataclass(frozen=True, slots=True)
class Vraag:
    """The question that was asked last, or that must be asked next.

    Attributes:
        veld: what is asked.
        jaar: index of the year it is asked of, starting at 0; None for what belongs to the whole career.
    """

    veld: Veld
    jaar: int | None = None


@dataclass(frozen=True, slots=True)
class Probleem:
    """Why a value was not taken over.

    Attributes:
        code: what is wrong; `deel_zonder_geheel` is a part ("alles") where what was taken up is asked and not known.
        veld: field it was meant for; None when that is what is unclear.
        jaar: index of the year, starting at 0, or None.
        waarde: the value in study points, or None when it was no whole number.
        grens: the limit that it crosses, in study points, or None.
        ruw: what the student wrote, when the value could not be read as a number.
    """

    code: Code
    veld: Veld | None = None
    jaar: int | None = None
    waarde: int | None = None
    grens: int | None = None
    ruw: str | None = None


@dataclass(frozen=True, slots=True)
class Loopbaan:
    """A career under construction.

    Attributes:
        jaren: the years, in order.
        startsaldo: balance before the first year; None for a starter.
        bonus_over: study points that may still be doubled before the first year, 0 to 60.
        eerder_verworven: study points acquired before the first year.
        masterdiploma: a master's diploma is obtained at the end.
        laatst: the field that was given last, so that "nee wacht, 54" knows what to correct.
    """

    jaren: tuple[Jaar, ...] = ()
    startsaldo: int | None = None
    bonus_over: int | None = None
    eerder_verworven: int | None = None
    masterdiploma: bool = False
    laatst: Vraag | None = None

    def als_dict(self) -> dict[str, Any]:
        """Write the career as a small JSON object; what is not known is left out."""
        uit: dict[str, Any] = {}
        if self.jaren:
            uit["jaren"] = [_jaar_als_dict(jaar) for jaar in self.jaren]
        for naam in ("startsaldo", "bonus_over", "eerder_verworven"):
            if getattr(self, naam) is not None:
                uit[naam] = getattr(self, naam)
        if self.masterdiploma:
            uit["masterdiploma"] = True
        if self.laatst is not None:
            uit["laatst"] = [self.laatst.veld, self.laatst.jaar]
        return uit

    @classmethod
    def uit_dict(cls, gegevens: object) -> Loopbaan:
        """Read a career back; anything that is not one gives an empty career."""
        try:
            return _loopbaan_uit_dict(gegevens)
        except (ValueError, TypeError, KeyError, AttributeError):
            return cls()


@dataclass(frozen=True, slots=True)
class Samenvoeging:
    """What a message did to a career.

    Attributes:
        loopbaan: the career with everything that could be taken over.
        problemen: what could not, and why.
        gewijzigd: the fields that have another value than before.
    """

    loopbaan: Loopbaan
    problemen: tuple[Probleem, ...] = ()
    gewijzigd: tuple[Vraag, ...] = ()


def voeg_samen(
    loopbaan: Loopbaan,
    feiten: Sequence[Feit],
    vraag: Vraag | None = None,
    *,
    signalen: Iterable[Signaal] = (),
    contract: str | None = None,
    opleiding: str | None = None,
) -> Samenvoeging:
    """Merge the facts of one message into a career; pure, nothing given before is lost.

    Args:
        loopbaan: what is known so far.
        feiten: facts of the message, in the order of the text.
        vraag: the question that was asked last; a number without a role answers it.
        signalen: cues of the message as a whole (correction, addition, a new year).
        contract: contract that the message names; holds for the years it speaks of.
        opleiding: programme that the message names; likewise.

    Returns:
        The new career, the values that were refused, and what changed.
    """
    werk = _Werk(loopbaan, vraag, frozenset(signalen))
    werk.verwerk(feiten)
    werk.zet_kader(contract, opleiding)
    return werk.uitkomst()


class _Werk:
    """One merge in progress."""

    def __init__(self, loopbaan: Loopbaan, vraag: Vraag | None, signalen: frozenset[Signaal]) -> None:
        self.oud = loopbaan
        self.jaren = list(loopbaan.jaren)
        self.vraag = vraag
        self.signalen = signalen
        self.problemen: list[Probleem] = []
        self.laatst = loopbaan.laatst
        self.startsaldo = loopbaan.startsaldo
        self.bonus_over = loopbaan.bonus_over
        self.eerder_verworven = loopbaan.eerder_verworven
        self.geraakt: list[int] = []
        self.opgenomen_gegeven: set[tuple[int | None, str | None]] = set()
        self._plaatsen: dict[tuple[int | None, str | None], int] = {}
        self.neemt_nu_op = False

    def verwerk(self, feiten: Sequence[Feit]) -> None:
        """Give every fact its field and year, then fill year by year."""
        per_jaar: dict[int, list[tuple[Jaarveld, Feit]]] = {}
        los_gezien = 0
        feiten = self._herzie(feiten)
        self.opgenomen_gegeven = {(f.jaar, f.academiejaar) for f in feiten if f.rol == "opgenomen" and not f.ongeldig}
        self.neemt_nu_op = any(f.rol == "opgenomen" and f.relatief == 0 for f in feiten)
        for feit in feiten:
            veld, jaar = self._bestemming(feit, los_gezien)
            if feit.rol == "los" and veld == "opgenomen" and (feit.jaar, feit.academiejaar) in self.opgenomen_gegeven:
                # The message says itself what was taken up: this number is something else.
                veld = None
            if feit.rol == "los":
                los_gezien += 1
            if feit.rol in ("teruggave", "vrijgesteld"):
                # An exemption neither costs nor returns points.
                continue
            if veld is None or veld == "jaren":
                self.problemen.append(Probleem("onduidelijk", None, None, feit.waarde, None, feit.ruw))
            elif veld in JAARVELDEN:
                if jaar is None:
                    jaar = self._plaats(feit)
                jaar = min(jaar, len(self.jaren))
                if jaar >= MEESTE_JAREN:
                    self.problemen.append(Probleem("te_groot", "jaren", None, jaar + 1, MEESTE_JAREN))
                    continue
                if jaar >= 0:
                    per_jaar.setdefault(jaar, []).append((cast(Jaarveld, veld), feit))
            else:
                self._zet_geheel(veld, feit)
        for index in sorted(per_jaar):
            self._vul_jaar(index, per_jaar[index])
        for feit in feiten:
            # Told before or after its year, it can only be taken in once that year is there.
            if feit.rol == "teruggave":
                self._zet_teruggave(feit)

    def zet_kader(self, contract: str | None, opleiding: str | None) -> None:
        """Give contract and programme to the years that the message speaks of, or else to the only year."""
        doel = self.geraakt or ([0] if len(self.jaren) == 1 else [])
        for index in doel:
            jaar = self.jaren[index]
            if contract in CONTRACTEN:
                jaar = replace(jaar, contract=contract)
            if opleiding in OPLEIDINGEN and jaar.opleiding is None:
                jaar = replace(jaar, opleiding=opleiding)
            self.jaren[index] = jaar

    def uitkomst(self) -> Samenvoeging:
        """Close the merge."""
        while self.jaren and self.jaren[-1].leeg and len(self.jaren) > len(self.oud.jaren):
            self.jaren.pop()
        nieuw = Loopbaan(
            tuple(self.jaren),
            self.startsaldo,
            self.bonus_over,
            self.eerder_verworven,
            self.oud.masterdiploma or "masterdiploma" in self.signalen,
            # A year that was refused whole is not there to be corrected.
            self.laatst
            if self.laatst is None or (self.laatst.jaar or 0) < max(1, len(self.jaren))
            else self.oud.laatst,
        )
        return Samenvoeging(nieuw, tuple(self.problemen), _verschil(self.oud, nieuw))

    def _herzie(self, feiten: Sequence[Feit]) -> Sequence[Feit]:
        """Take out what the grammar assumed, or could not know, and what the question or the career contradicts."""
        gewoon = not any(f.jaar is not None or f.academiejaar is not None for f in feiten)
        vraag, vermoed = self.vraag, [f for f in feiten if f.vermoed]
        jaar = self.jaren[vraag.jaar] if vraag and vraag.jaar is not None and vraag.jaar < len(self.jaren) else Jaar()
        if vraag is not None and vermoed and gewoon and vraag.jaar is not None:
            if vraag.veld == "opgenomen" and len(vermoed) == len(feiten) and vermoed[0].deel is not None:
                # "alles" where is asked how much was taken up: all of what?
                self.problemen.append(
                    Probleem("deel_zonder_geheel", "opgenomen", vraag.jaar, None, None, vermoed[0].ruw)
                )
                return ()
            paar = [f for f in vermoed if f.deel is None]
            meeste = max((f.waarde or 0 for f in paar), default=0)
            if vraag.veld == "verworven" and paar and "correctie" not in self.signalen:
                if jaar.opgenomen is not None and meeste != jaar.opgenomen and len(paar) == 1:
                    # "48, 12 niet": beside what was not passed the other number is the answer.
                    return [replace(f, rol="los") if f is paar[0] else f for f in feiten]
                if jaar.opgenomen is not None and meeste != jaar.opgenomen:
                    # "45 en 3": the larger of two bare numbers is no new number taken up when that is known.
                    ruw = " en ".join(f.ruw or "" for f in paar)
                    self.problemen.append(Probleem("onduidelijk", None, vraag.jaar, None, None, ruw))
                    return [f for f in feiten if f not in paar]
        if gewoon and self.jaren and "nieuw_jaar" not in self.signalen:
            doel = jaar if vraag is not None and vraag.jaar is not None else self.jaren[-1]
            wel = max((f.waarde or 0 for f in feiten if f.rol == "verworven"), default=0)
            vorig = doel.gegeven("verworven")
            if wel and vorig is not None and doel.opgenomen is not None and vorig + wel > doel.opgenomen:
                # "45 niet, 48 wel" after 45 was given: the old number is denied, it did not fail.
                return [f for f in feiten if f.rol != "niet_geslaagd" or f.waarde != vorig]
        return feiten

    def _waar_staat(self, waarde: int) -> Vraag | None:
        """Find the field that holds a value: what was given last first, then the latest year."""
        plaatsen = [self.laatst] if self.laatst is not None else []
        velden: tuple[Veld, ...] = ("verworven", "opgenomen")
        plaatsen += [Vraag(veld, i) for i in reversed(range(len(self.jaren))) for veld in velden]
        plaatsen += [Vraag("startsaldo"), Vraag("bonus_over"), Vraag("eerder_verworven")]
        for plaats in plaatsen:
            if plaats.jaar is None:
                if getattr(self, plaats.veld, None) == waarde:
                    return plaats
            elif plaats.jaar < len(self.jaren):
                jaar = self.jaren[plaats.jaar]
                if plaats.veld in JAARVELDEN and jaar.gegeven(cast(Jaarveld, plaats.veld)) == waarde:
                    return plaats
        return None

    def _bekend_jaar(self, feit: Feit) -> Jaar | None:
        """Find the year that a fact names, when it is known already."""
        if feit.academiejaar is not None:
            return next((jaar for jaar in self.jaren if jaar.academiejaar == feit.academiejaar), None)
        if feit.jaar is None:
            if feit.relatief is None:
                return None
            return next((jaar for jaar in self.jaren if jaar.relatief == feit.relatief), None)
        genummerd = next((jaar for jaar in self.jaren if jaar.nummer == feit.jaar), None)
        if genummerd is None and feit.jaar <= len(self.jaren) and self.jaren[feit.jaar - 1].nummer is None:
            return self.jaren[feit.jaar - 1]
        return genummerd

    def _bestemming(self, feit: Feit, los_gezien: int) -> tuple[Veld | None, int | None]:
        """Say which field a fact fills; the year too when question or correction decides it."""
        rol = feit.rol
        if rol == "saldo":
            return "startsaldo", None
        if rol in ("bonus_over", "eerder_verworven"):
            return cast(Veld, rol), None
        if rol != "los":
            return (cast(Veld, rol) if rol in JAARVELDEN else None), None
        if feit.vervangt is not None:
            plaats = self._waar_staat(feit.vervangt)
            if plaats is not None:
                return plaats.veld, plaats.jaar
        if los_gezien:
            # "60, 45" after a question: the second number is the next thing that would be asked.
            eerst = self.vraag or volgende_vraag(self.oud)
            if eerst is not None and eerst.veld == "opgenomen" and los_gezien == 1:
                return "verworven", eerst.jaar
            return None, None
        bekend = self._bekend_jaar(feit)
        if bekend is not None and (self.vraag is None or self.vraag.veld in JAARVELDEN):
            # "nee, in het eerste jaar had ik er 36": the year that is named, not the one given last.
            if bekend.opgenomen is None:
                return "opgenomen", None
            laatste_veld = self.laatst.veld if self.laatst is not None else "verworven"
            corrigeert = bekend.verworven is not None or "correctie" in self.signalen
            return (laatste_veld if corrigeert and laatste_veld in JAARVELDEN else "verworven"), None
        if "correctie" in self.signalen and self.laatst is not None:
            return self.laatst.veld, self.laatst.jaar
        if self.vraag is not None:
            return self.vraag.veld, self.vraag.jaar
        if "waren_er" in self.signalen and self.jaren:
            return "verworven", None
        open_vraag = volgende_vraag(self.oud)
        if feit.jaar is not None or feit.academiejaar is not None or "nieuw_jaar" in self.signalen:
            return "opgenomen", None
        if open_vraag is not None:
            return open_vraag.veld, open_vraag.jaar
        return ("verworven", None) if "waren_er" in self.signalen else (None, None)

    def _plaats(self, feit: Feit) -> int:
        """Find the year a fact belongs to, or make room for it; -1 when there are too many."""
        sleutel = (feit.jaar, feit.academiejaar)
        if sleutel in self._plaatsen:
            return self._plaatsen[sleutel]
        index = self._zoek_plaats(feit)
        if index >= MEESTE_JAREN:
            self.problemen.append(Probleem("te_groot", "jaren", None, index + 1, MEESTE_JAREN))
            return -1
        while len(self.jaren) <= index:
            self.jaren.append(Jaar())
        self._plaatsen[sleutel] = index
        return index

    def _zoek_plaats(self, feit: Feit) -> int:
        if feit.relatief is not None and feit.jaar is None and feit.academiejaar is None:
            plaats = self._plaats_vanaf_nu(feit.relatief)
            if plaats is not None:
                return plaats
        if feit.academiejaar is not None:
            for index, jaar in enumerate(self.jaren):
                if jaar.academiejaar == feit.academiejaar:
                    return index
        if feit.jaar is not None:
            return self._plaats_van_nummer(feit.jaar, feit.academiejaar)
        if "nieuw_jaar" in self.signalen and self.jaren and not self.jaren[-1].leeg:
            return len(self.jaren)
        if self.vraag is not None and self.vraag.jaar is not None and self.vraag.jaar <= len(self.jaren):
            return self.vraag.jaar
        if not self.jaren:
            return 0
        laatste = self.jaren[-1]
        if feit.academiejaar is not None and laatste.academiejaar is not None:
            return len(self.jaren)
        return len(self.jaren) - 1

    def _plaats_vanaf_nu(self, relatief: int) -> int | None:
        """Find "vorig jaar" or "dit jaar" among the years, or the place where it belongs; None when that is not known."""
        gekend = [(i, jaar.relatief) for i, jaar in enumerate(self.jaren) if jaar.relatief is not None]
        for index, waarde in gekend:
            if waarde == relatief:
                return index
        later = [index for index, waarde in gekend if waarde > relatief]
        if later and len(self.jaren) < MEESTE_JAREN:
            self.jaren.insert(later[0], Jaar(relatief=relatief))
            self._schuif_op(later[0])
            return later[0]
        if relatief > 0 and self._laatste_af():
            return len(self.jaren)
        # "Dit jaar" beside a year that has its result is a year after it, when it tells what is taken up.
        nieuw = relatief == 0 and self.neemt_nu_op and self.vraag is None
        return len(self.jaren) if self._laatste_af() and (gekend or nieuw) else None

    def _laatste_af(self) -> bool:
        """Tell whether the last year of the career as it was is known in full."""
        return bool(self.oud.jaren) and self.oud.jaren[-1].verworven is not None

    def _plaats_van_nummer(self, nummer: int, academiejaar: str | None) -> int:
        """Find the year that the student calls the n-th; years keep the order of their numbers."""
        if "nieuw_jaar" in self.signalen and self.oud.jaren and academiejaar is None and nummer == 1:
            return len(self.jaren)
        for index, jaar in enumerate(self.jaren):
            if jaar.nummer == nummer and (academiejaar is None or jaar.academiejaar in (None, academiejaar)):
                return index
        if nummer <= len(self.jaren):
            kandidaat = self.jaren[nummer - 1]
            vrij = academiejaar is None or kandidaat.academiejaar in (None, academiejaar)
            if kandidaat.nummer is None and vrij:
                self.jaren[nummer - 1] = replace(kandidaat, nummer=nummer)
                return nummer - 1
        for index, jaar in enumerate(self.jaren):
            later = jaar.nummer is not None and jaar.nummer > nummer
            if later and index not in self._plaatsen.values() and len(self.jaren) < MEESTE_JAREN:
                self.jaren.insert(index, Jaar(nummer=nummer))
                self._schuif_op(index)
                return index
        self.jaren.append(Jaar(nummer=nummer))
        return len(self.jaren) - 1

    def _schuif_op(self, vanaf: int) -> None:
        if self.laatst is not None and self.laatst.jaar is not None and self.laatst.jaar >= vanaf:
            self.laatst = replace(self.laatst, jaar=self.laatst.jaar + 1)
        for sleutel, index in self._plaatsen.items():
            if index >= vanaf:
                self._plaatsen[sleutel] = index + 1

    def _keur(self, veld: Veld, jaar: int | None, feit: Feit, grens: int, laagste: int = 0) -> bool:
        """Check one value on its own; say what is wrong with it."""
        if feit.ongeldig is not None:
            self.problemen.append(Probleem(feit.ongeldig, veld, jaar, None, None, feit.ruw))
            return False
        hoogst = feit.tot if feit.tot is not None else feit.waarde
        if feit.waarde is not None and feit.waarde < laagste:
            self.problemen.append(Probleem("negatief", veld, jaar, feit.waarde, laagste))
            return False
        if hoogst is not None and hoogst > grens:
            self.problemen.append(Probleem("te_groot", veld, jaar, hoogst, grens))
            return False
        return feit.waarde is not None or feit.deel is not None

    def _zet_geheel(self, veld: Veld, feit: Feit) -> None:
        if veld == "startsaldo":
            if self._keur(veld, None, feit, HOOGSTE_SALDO, LAAGSTE_SALDO) and feit.waarde is not None:
                self.startsaldo = feit.waarde
                self.laatst = Vraag(veld)
        elif veld == "bonus_over":
            if self._keur(veld, None, feit, VERDUBBELING) and feit.waarde is not None:
                self.bonus_over = feit.waarde
                self.laatst = Vraag(veld)
        elif self._keur(veld, None, feit, MEESTE_PUNTEN_TOTAAL) and feit.waarde is not None:
            self.eerder_verworven = feit.waarde
            self.laatst = Vraag(veld)

    def _zet_teruggave(self, feit: Feit) -> None:
        """Take what the Raad returned into the year that it is of, or the last; never more than was lost there."""
        bekend = self._bekend_jaar(feit)
        index = self.jaren.index(bekend) if bekend is not None else len(self.jaren) - 1
        if index < 0 or feit.waarde is None or self.jaren[index].opgenomen is None:
            self.problemen.append(Probleem("onduidelijk", None, None, feit.waarde, None, feit.ruw))
            return
        jaar = self.jaren[index]
        verloren = (jaar.opgenomen or 0) - (jaar.verworven or 0)
        if not 0 <= feit.waarde <= verloren:
            self.problemen.append(Probleem("te_groot", None, index, feit.waarde, verloren))
            return
        self.jaren[index] = replace(jaar, teruggave=feit.waarde)
        self.geraakt.append(index)

    def _vul_jaar(self, index: int, feiten: list[tuple[Jaarveld, Feit]]) -> None:
        """Fill one year with its facts; what does not fit is refused and the rest stays."""
        while len(self.jaren) <= index:
            self.jaren.append(Jaar())
        oud = self.jaren[index]
        totaal = oud.totaal or any(f.totaal for _, f in feiten)
        grens = MEESTE_PUNTEN_TOTAAL if totaal else MEESTE_PUNTEN_JAAR
        goed = [(veld, feit) for veld, feit in feiten if self._keur(veld, index, feit, grens)]
        # Outcomes give way before what was taken up, and among them the acquired points first.
        volgorde: tuple[Jaarveld, ...] = ("verworven", "getolereerd", "niet_geslaagd", "opgenomen")
        weg: list[Jaarveld] = []
        nieuw = self._gevuld(oud, goed, totaal)
        for veld in volgorde:
            if nieuw.past() and not nieuw.boven(grens):
                break
            if any(v == veld for v, _ in goed) and (nieuw.boven(grens) in (None, veld)):
                te_groot = nieuw.boven(grens) == veld
                waarde = nieuw.hoogst(veld)
                weg.append(veld)
                nieuw = self._gevuld(oud, [(v, f) for v, f in goed if v not in weg], totaal)
                if te_groot:
                    self.problemen.append(Probleem("te_groot", veld, index, waarde, grens))
                    continue
                grens_nu = nieuw.opgenomen if veld != "opgenomen" else oud.gegeven("verworven")
                self.problemen.append(Probleem("meer_verworven_dan_opgenomen", veld, index, waarde, grens_nu))
        if not nieuw.past() or nieuw.boven(grens):
            nieuw, weg = oud, list(volgorde)
        for veld, feit in feiten:
            if (veld, feit) in goed and veld not in weg:
                self.laatst = Vraag(veld, index)
        if (
            self.laatst == Vraag("opgenomen", index)
            and any(v == "verworven" for v, _ in goed)
            and "verworven" not in weg
        ):
            # "45 van de 60": whoever corrects this with one number means the result.
            self.laatst = Vraag("verworven", index)
        if weg and nieuw is not oud:
            # "Sorry, 48" after this is about the number that was refused.
            self.laatst = Vraag(weg[0], index)
        if {v for v, _ in goed} - set(weg):
            self.geraakt.append(index)
        self.jaren[index] = nieuw

    def _gevuld(self, jaar: Jaar, feiten: list[tuple[Jaarveld, Feit]], totaal: bool) -> Jaar:
        """Give the year as it would be with these facts."""
        stukken = list(jaar.stukken)
        deel = jaar.deel
        nieuwe_velden = {veld for veld, feit in feiten if feit.waarde is not None}
        begonnen: set[tuple[Jaarveld, str]] = set()
        erbij = "toevoeging" in self.signalen
        for veld in JAARVELDEN:
            eigen = [f for v, f in feiten if v == veld and f.waarde is not None]
            geheel = any(not f.deelperiode for f in eigen)
            if geheel and not erbij:
                # A new statement of the whole replaces everything known of the field, parts included.
                stukken = [s for s in stukken if s.veld != veld]
        for veld, feit in feiten:
            periode = feit.deelperiode or ""
            if feit.deel is not None:
                semester = sum(s.waarde for s in stukken if s.veld == "opgenomen" and s.periode == periode and periode)
                semester = semester or sum(
                    f.waarde or 0 for v, f in feiten if v == "opgenomen" and f.deelperiode == periode and periode
                )
                aandeel = feit.deel if veld == "verworven" else 1 - feit.deel
                if veld == "getolereerd" or (veld == "niet_geslaagd" and feit.rest):
                    continue
                if semester:
                    stukken = [s for s in stukken if (s.veld, s.periode) != ("verworven", periode)]
                    stukken.append(Stuk("verworven", periode, int(semester * aandeel)))
                    continue
                stukken = [s for s in stukken if s.veld != "verworven"]
                if aandeel != 1 and "niet_geslaagd" not in nieuwe_velden:
                    stukken = [s for s in stukken if s.veld != "niet_geslaagd"]
                deel = aandeel
                continue
            if feit.waarde is None:
                continue
            if veld == "verworven":
                deel = None
            al_begonnen = (veld, periode) in begonnen or erbij
            vorige = next((s for s in stukken if (s.veld, s.periode) == (veld, periode)), None)
            stukken = [s for s in stukken if (s.veld, s.periode) != (veld, periode)]
            waarde, tot = feit.waarde, feit.tot
            if vorige is not None and al_begonnen:
                # Two numbers for one field in one message are parts of it.
                if tot is not None or vorige.tot is not None:
                    tot = (tot or waarde) + (vorige.tot or vorige.waarde)
                waarde += vorige.waarde
            stukken.append(Stuk(veld, periode, waarde, tot))
            begonnen.add((veld, periode))
        nieuw = replace(jaar, stukken=tuple(stukken), deel=deel, totaal=totaal)
        rest = [f for v, f in feiten if v == "niet_geslaagd" and f.rest and f.waarde is not None]
        gehaald = nieuw.gegeven("verworven")
        if rest and nieuw.opgenomen is None and gehaald is not None:
            som = gehaald + (nieuw.getolereerd or 0) + (nieuw.niet_geslaagd or 0)
            nieuw = replace(nieuw, stukken=(Stuk("opgenomen", "", som), *nieuw.stukken))
        if not nieuw.past() and "verworven" in nieuwe_velden and "niet_geslaagd" not in nieuwe_velden:
            # The newer number of acquired points supersedes an older number of failed ones.
            zonder = replace(nieuw, stukken=tuple(s for s in nieuw.stukken if s.veld != "niet_geslaagd"))
            nieuw = zonder if zonder.past() else nieuw
        if not nieuw.past() and "niet_geslaagd" in nieuwe_velden and "verworven" not in nieuwe_velden:
            zonder = replace(nieuw, stukken=tuple(s for s in nieuw.stukken if s.veld != "verworven"))
            nieuw = zonder if zonder.past() else nieuw
        for _, feit in feiten:
            if feit.academiejaar is not None and is_academiejaar(feit.academiejaar):
                nieuw = replace(nieuw, academiejaar=feit.academiejaar)
            if feit.jaar is not None and nieuw.nummer is None and "nieuw_jaar" not in self.signalen:
                nieuw = replace(nieuw, nummer=feit.jaar)
            if feit.relatief is not None and nieuw.relatief is None:
                nieuw = replace(nieuw, relatief=feit.relatief)
            if feit.contract in CONTRACTEN:
                nieuw = replace(nieuw, contract=feit.contract)
            if feit.opleiding in OPLEIDINGEN:
                nieuw = replace(nieuw, opleiding=feit.opleiding)
        return nieuw


def met_zelfde_jaar(loopbaan: Loopbaan) -> Loopbaan:
    """Add a year that went as the last one did; a career without a complete year stays as it is."""
    if volgende_vraag(loopbaan) is not None or len(loopbaan.jaren) >= MEESTE_JAREN:
        return loopbaan
    laatste = loopbaan.jaren[-1]
    nummer = laatste.nummer + 1 if laatste.nummer is not None else None
    nieuw = replace(laatste, academiejaar=None, nummer=nummer)
    return replace(loopbaan, jaren=(*loopbaan.jaren, nieuw), laatst=Vraag("verworven", len(loopbaan.jaren)))


def met_contract(loopbaan: Loopbaan, contract: str, index: int | None = None) -> Loopbaan:
    """Put every year, or the one at ``index``, under one contract; an unknown contract changes nothing."""
    if contract not in CONTRACTEN:
        return loopbaan
    return replace(
        loopbaan,
        jaren=tuple(
            replace(jaar, contract=contract) if index in (None, plaats) else jaar
            for plaats, jaar in enumerate(loopbaan.jaren)
        ),
    )


def zonder_jaar(loopbaan: Loopbaan, index: int) -> Loopbaan:
    """Leave out the year at ``index``."""
    return replace(loopbaan, jaren=(*loopbaan.jaren[:index], *loopbaan.jaren[index + 1 :]), laatst=None)


def plaats_van_jaar(loopbaan: Loopbaan, nummer: int) -> int | None:
    """Find the year that is called the ``nummer``-th, 0 for the last; None when there is no such year."""
    if nummer == 0:
        return len(loopbaan.jaren) - 1 if loopbaan.jaren else None
    genoemd = next((i for i, jaar in enumerate(loopbaan.jaren) if jaar.nummer == nummer), None)
    return genoemd if genoemd is not None or nummer > len(loopbaan.jaren) else nummer - 1


def is_academiejaar(tekst: str) -> bool:
    """Tell whether a text is "2023-2024", two years in a row, or "2023"."""
    if not _ACADEMIEJAAR.fullmatch(tekst):
        return False
    return len(tekst) == 4 or int(tekst[:4]) + 1 == int(tekst[5:])


def volgende_vraag(loopbaan: Loopbaan) -> Vraag | None:
    """Say what must still be asked before the career can be computed; None when nothing is missing."""
    for index, jaar in enumerate(loopbaan.jaren):
        if jaar.opgenomen is None:
            return Vraag("opgenomen", index)
        if jaar.verworven is None:
            return Vraag("verworven", index)
    return None if loopbaan.jaren else Vraag("opgenomen", 0)


def bonus_onbekend(loopbaan: Loopbaan) -> bool:
    """Tell whether a start balance other than a starter's was given without what may still be doubled."""
    anders = loopbaan.startsaldo is not None and loopbaan.startsaldo != STARTKREDIET
    return anders and loopbaan.bonus_over is None and loopbaan.eerder_verworven is None


def naar_invoer(loopbaan: Loopbaan, *, hoogste: bool = False) -> dict[str, Any]:
    """Write the career as input of the calculation.

    Args:
        loopbaan: the career; years of which the points taken up are unknown are left out.
        hoogste: take the upper end of ranges instead of the lower.

    Returns:
        The JSON object that `leerkrediet bereken` reads: `gebeurtenissen`, and `startsaldo` and `bonus_over` where
        they are known. A total over several years that is too large for one event becomes several of the same year.
    """
    uit: dict[str, Any] = {}
    if loopbaan.startsaldo is not None:
        uit["startsaldo"] = loopbaan.startsaldo
    if loopbaan.bonus_over is not None:
        uit["bonus_over"] = loopbaan.bonus_over
    elif loopbaan.eerder_verworven is not None:
        uit["bonus_over"] = max(0, VERDUBBELING - loopbaan.eerder_verworven)
    gebeurtenissen: list[dict[str, Any]] = []
    met_academiejaar = _academiejaren_bruikbaar(loopbaan)
    for jaar in loopbaan.jaren:
        if jaar.opgenomen is None:
            continue
        kader: dict[str, Any] = {}
        if met_academiejaar:
            kader["academiejaar"] = jaar.academiejaar
        vorm = dict(kader)
        if jaar.contract is not None:
            vorm["contract"] = jaar.contract
        if jaar.opleiding is not None:
            vorm["opleiding"] = jaar.opleiding
        for studiepunten in _brokken(jaar.opgenomen):
            gebeurtenissen.append({"soort": "inschrijving", "studiepunten": studiepunten, **vorm})
        verworven = jaar.verworven_tot if hoogste and jaar.verworven_tot is not None else jaar.verworven
        if verworven is None:
            continue
        for deel, getolereerd in zip_longest(_brokken(verworven), _brokken(jaar.getolereerd or 0), fillvalue=0):
            resultaat: dict[str, Any] = {"soort": "resultaat", "verworven": deel, **kader}
            if getolereerd:
                resultaat["getolereerd"] = getolereerd
            gebeurtenissen.append(resultaat)
        if jaar.teruggave:
            gebeurtenissen.append({"soort": "teruggave_overmacht", "studiepunten": jaar.teruggave, **kader})
    if loopbaan.masterdiploma:
        gebeurtenissen.append({"soort": "masterdiploma"})
    uit["gebeurtenissen"] = gebeurtenissen
    return uit


def _brokken(punten: int) -> list[int]:
    """Cut a total over several years into what the calculation takes as one event; the sum stays the same."""
    heel, rest = divmod(punten, MEESTE_STUDIEPUNTEN)
    return [MEESTE_STUDIEPUNTEN] * heel + ([rest] if rest or not heel else [])


def _academiejaren_bruikbaar(loopbaan: Loopbaan) -> bool:
    """Tell whether every year has its academic year, in order and since leerkrediet exists; else they only confuse."""
    namen = [jaar.academiejaar or "" for jaar in loopbaan.jaren]
    eerste = [int(naam[:4]) for naam in namen if len(naam) == len("2023-2024")]
    oudste = int(str(parameter("startkrediet").waarden[0].vanaf)[:4])
    volledig = len(eerste) == len(loopbaan.jaren) and bool(eerste)
    return volledig and eerste[0] >= oudste and all(a < b for a, b in pairwise(eerste))


def _verschil(oud: Loopbaan, nieuw: Loopbaan) -> tuple[Vraag, ...]:
    uit: list[Vraag] = []
    for index, jaar in enumerate(nieuw.jaren):
        vorig = oud.jaren[index] if index < len(oud.jaren) else Jaar()
        for veld in JAARVELDEN:
            if getattr(jaar, veld) != getattr(vorig, veld) or (
                veld == "verworven" and (jaar.deel != vorig.deel or jaar.verworven_tot != vorig.verworven_tot)
            ):
                uit.append(Vraag(veld, index))
    gehelen: tuple[Veld, ...] = ("startsaldo", "bonus_over", "eerder_verworven")
    uit += [Vraag(veld) for veld in gehelen if getattr(oud, veld) != getattr(nieuw, veld)]
    return tuple(uit)


def _jaar_als_dict(jaar: Jaar) -> dict[str, Any]:
    uit: dict[str, Any] = {}
    if jaar.stukken:
        uit["stukken"] = [[s.veld, s.periode, s.waarde, s.tot] for s in jaar.stukken]
    if jaar.deel is not None:
        uit["deel"] = [jaar.deel.numerator, jaar.deel.denominator]
    for naam in ("contract", "opleiding", "academiejaar", "nummer"):
        if getattr(jaar, naam) is not None:
            uit[naam] = getattr(jaar, naam)
    if jaar.totaal:
        uit["totaal"] = True
    if jaar.relatief is not None:
        uit["relatief"] = jaar.relatief
    if jaar.teruggave is not None:
        uit["teruggave"] = jaar.teruggave
    return uit


def _heel(waarde: object, laagste: int, hoogste: int) -> int:
    if not isinstance(waarde, int) or isinstance(waarde, bool) or not laagste <= waarde <= hoogste:
        raise ValueError(waarde)
    return waarde


def _heel_of_niets(waarde: object, laagste: int, hoogste: int) -> int | None:
    return None if waarde is None else _heel(waarde, laagste, hoogste)


def _uit_lijst(waarde: object, lijst: Iterable[str]) -> str | None:
    if waarde is not None and (not isinstance(waarde, str) or waarde not in lijst):
        raise ValueError(waarde)
    return waarde


def _loopbaan_uit_dict(gegevens: object) -> Loopbaan:
    if not isinstance(gegevens, Mapping):
        raise TypeError(gegevens)
    rijen = gegevens.get("jaren", [])
    if not isinstance(rijen, list) or len(rijen) > MEESTE_JAREN:
        raise ValueError(rijen)
    laatst: Vraag | None = None
    if gegevens.get("laatst") is not None:
        veld, jaar = gegevens["laatst"]
        laatst = Vraag(cast(Veld, _uit_lijst(veld, VELDEN)), _heel_of_niets(jaar, 0, max(0, len(rijen) - 1)))
    return Loopbaan(
        tuple(_jaar_uit_dict(rij) for rij in rijen),
        _heel_of_niets(gegevens.get("startsaldo"), LAAGSTE_SALDO, HOOGSTE_SALDO),
        _heel_of_niets(gegevens.get("bonus_over"), 0, VERDUBBELING),
        _heel_of_niets(gegevens.get("eerder_verworven"), 0, MEESTE_PUNTEN_TOTAAL),
        gegevens.get("masterdiploma") is True,
        laatst,
    )


def _jaar_uit_dict(rij: Mapping[str, Any]) -> Jaar:
    totaal = rij.get("totaal") is True
    grens = MEESTE_PUNTEN_TOTAAL if totaal else MEESTE_PUNTEN_JAAR
    stukken: list[Stuk] = []
    for veld, periode, waarde, tot in rij.get("stukken", []):
        if not isinstance(periode, str) or len(periode) > 20:
            raise ValueError(periode)
        naam = cast(Jaarveld, _uit_lijst(veld, JAARVELDEN))
        stukken.append(Stuk(naam, periode, _heel(waarde, 0, grens), _heel_of_niets(tot, 0, grens)))
    deel: Fraction | None = None
    if rij.get("deel") is not None:
        teller, noemer = rij["deel"]
        deel = Fraction(_heel(teller, 0, 1000), _heel(noemer, 1, 1000))
        if deel > 1:
            raise ValueError(deel)
    academiejaar = rij.get("academiejaar")
    if academiejaar is not None and not is_academiejaar(academiejaar):
        raise ValueError(academiejaar)
    jaar = Jaar(
        tuple(stukken),
        deel,
        _uit_lijst(rij.get("contract"), CONTRACTEN),
        _uit_lijst(rij.get("opleiding"), OPLEIDINGEN),
        academiejaar,
        _heel_of_niets(rij.get("nummer"), 1, 99),
        totaal,
        _heel_of_niets(rij.get("relatief"), -9, 9),
        _heel_of_niets(rij.get("teruggave"), 0, grens),
    )
    if len({(s.veld, s.periode) for s in stukken}) != len(stukken) or not jaar.past() or jaar.boven(grens):
        raise ValueError(rij)
    return jaar
