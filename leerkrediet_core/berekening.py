"""The calculation: a career in, a ledger out. Pure: no clock, no network, same input same steps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from typing import NoReturn

from leerkrediet_core import uitschrijving
from leerkrediet_core.academiejaar import Academiejaar
from leerkrediet_core.errors import InvoerFout
from leerkrediet_core.errors import LoopbaanFout
from leerkrediet_core.gebruik import MASTERS
from leerkrediet_core.gebruik import Contract
from leerkrediet_core.gebruik import Opleiding
from leerkrediet_core.gebruik import gebruikt_leerkrediet
from leerkrediet_core.grootboek import Grootboek
from leerkrediet_core.grootboek import OpenPakket
from leerkrediet_core.grootboek import Stap
from leerkrediet_core.invoer import EERSTE_JAAR
from leerkrediet_core.invoer import Gebeurtenis
from leerkrediet_core.invoer import Graduaatsdiploma
from leerkrediet_core.invoer import Inschrijving
from leerkrediet_core.invoer import Loopbaan
from leerkrediet_core.invoer import Masterdiploma
from leerkrediet_core.invoer import Resultaat
from leerkrediet_core.invoer import TeruggaveOvermacht
from leerkrediet_core.invoer import Uitschrijving
from leerkrediet_core.parameters import getal
from leerkrediet_core.regels import regels
from leerkrediet_core.taal import de_punten
from leerkrediet_core.taal import punten


OPLEIDING_NAMEN: Final[dict[Opleiding, str]] = {
    "bachelor": "een bachelor",
    "master": "een master",
    "educatieve_bachelor": "een educatieve bachelor",
    "educatieve_master": "een educatieve master",
    "graduaat": "een graduaat",
    "schakelprogramma": "een schakelprogramma",
    "voorbereidingsprogramma": "een voorbereidingsprogramma",
    "banaba": "een bachelor-na-bachelor",
    "manama": "een master-na-master",
    "postgraduaat": "een postgraduaat",
    "doctoraat": "een doctoraat",
    "kms": "de Koninklijke Militaire School",
}


def bereken(loopbaan: Loopbaan) -> Grootboek:
    """The ledger of a career.

    >>> from leerkrediet_core.invoer import lees_loopbaan
    >>> jaren = [{"soort": "inschrijving", "studiepunten": 60}, {"soort": "resultaat", "verworven": 45}]
    >>> bereken(lees_loopbaan({"gebeurtenissen": jaren})).saldo
    170

    Raises:
        InvoerFout: an academic year is missing where ``stand_in`` needs it, or a date lies outside its year.
        LoopbaanFout: the events contradict each other.
    """
    return _Boekhouder(loopbaan).boek()


@dataclass
class _Pakket:
    """What was taken up in one year under one contract and programme, in studiepunten."""

    gebruikt: bool
    opgenomen: int = 0
    verworven: int = 0
    getolereerd: int = 0
    uitgeschreven: int = 0

    @property
    def openstaand(self) -> int:
        return self.opgenomen - self.verworven - self.getolereerd - self.uitgeschreven


class _Studiejaar:
    """One year: an academic year, or a run of enrolments up to the first one that follows a result."""

    def __init__(self, label: Academiejaar | None) -> None:
        self.label = label
        self.pakketten: dict[tuple[Contract, Opleiding], _Pakket] = {}
        self.heeft_resultaat = False


class _Boekhouder:
    """Keeps the state of one career while its events are booked."""

    def __init__(self, loopbaan: Loopbaan) -> None:
        self.loopbaan = loopbaan
        self.saldo = loopbaan.startsaldo
        self.bonus_over = loopbaan.bonus_over
        self.stappen: list[Stap] = []
        self.aannames: list[str] = []
        self.waarschuwingen: list[str] = []
        self.jaren: list[_Studiejaar] = []
        self.jaar_van: dict[Academiejaar, _Studiejaar] = {}
        self.laatste: Inschrijving | None = None
        self.eerste_diplomajaar: _Studiejaar | None = None
        self.klok: Academiejaar | None = None
        self.laatst_ingeschreven: Academiejaar | None = None
        self.heeft_bachelor = "bachelor" in loopbaan.diplomas
        self.heeft_master = "master" in loopbaan.diplomas
        self.master_in: Academiejaar | None = None
        self.aanvulling_wacht = "graduaat" in loopbaan.diplomas
        self.voor_leerkrediet = False
        self.master_voor_leerkrediet = False
        self.heropbouw_loopt = False
        self.heropbouw_keren = 0

    def boek(self) -> Grootboek:
        self._zeg_aannames()
        for index, gebeurtenis in enumerate(self.loopbaan.gebeurtenissen):
            if self.loopbaan.stand_in is not None and gebeurtenis.academiejaar is None:
                raise InvoerFout(
                    f"gebeurtenissen[{index}].academiejaar", 'ontbreekt; nodig omdat "stand_in" gegeven is'
                )
            if self._ligt_voor_leerkrediet(gebeurtenis, index):
                continue
            self._loop_tot(gebeurtenis, index)
            if isinstance(gebeurtenis, Inschrijving):
                self._inschrijving(index, gebeurtenis)
            elif isinstance(gebeurtenis, Resultaat):
                self._resultaat(index, gebeurtenis)
            elif isinstance(gebeurtenis, Uitschrijving):
                self._uitschrijving(index, gebeurtenis)
            elif isinstance(gebeurtenis, TeruggaveOvermacht):
                self._teruggave(index, gebeurtenis)
            elif isinstance(gebeurtenis, Masterdiploma):
                self._masterdiploma(index, gebeurtenis)
            else:
                self._graduaatsdiploma(index, gebeurtenis)
        self._loop_tot_stand()
        open_pakketten = self._open_pakketten()
        return Grootboek(
            startsaldo=self.loopbaan.startsaldo,
            saldo=self.saldo,
            bonus_over=self.bonus_over,
            stappen=tuple(self.stappen),
            aannames=tuple(dict.fromkeys(self.aannames)),
            waarschuwingen=tuple(dict.fromkeys(self.waarschuwingen)),
            openstaand=sum(pakket.openstaand for pakket in open_pakketten),
            openstaand_dubbel=sum(p.openstaand for p in open_pakketten if p.contract == "diplomacontract"),
            open_pakketten=open_pakketten,
        )

    def _open_pakketten(self) -> tuple[OpenPakket, ...]:
        if not self.jaren:
            return ()
        jaar = self.jaren[-1]
        return tuple(
            OpenPakket(contract, opleiding, pakket.openstaand, jaar.label)
            for (contract, opleiding), pakket in jaar.pakketten.items()
            if pakket.gebruikt and pakket.openstaand
        )

    # -- what happened before leerkrediet existed

    def _ligt_voor_leerkrediet(self, gebeurtenis: Gebeurtenis, index: int) -> bool:
        """Book an event of before leerkrediet as one that moves nothing; False for any other."""
        jaar = gebeurtenis.academiejaar
        if jaar is None:
            # What follows on an enrolment without saying when, belongs to that enrolment.
            vroeg = self.voor_leerkrediet and not isinstance(gebeurtenis, (Inschrijving, TeruggaveOvermacht))
        else:
            vroeg = jaar < EERSTE_JAAR
        if isinstance(gebeurtenis, Inschrijving):
            self.voor_leerkrediet = vroeg
        if not vroeg:
            return False
        if jaar and self.jaren and not isinstance(gebeurtenis, (Resultaat, TeruggaveOvermacht)):
            self._weiger_volgorde(index, jaar)
        if isinstance(gebeurtenis, Inschrijving) and gebeurtenis.contract == "diplomacontract":
            # Who studied then is no generatiestudent any more.
            self.eerste_diplomajaar = self.eerste_diplomajaar or _Studiejaar(jaar)
        if isinstance(gebeurtenis, Masterdiploma):
            self.heeft_master = self.master_voor_leerkrediet = True
        wanneer = f"{jaar} ligt voor" if jaar else "Dit ligt voor"
        self._stap(
            index,
            "voor_leerkrediet",
            0,
            f"{wanneer} {EERSTE_JAAR}. Toen bestond leerkrediet nog niet: er gaat niets af en er komt niets bij.",
        )
        self.waarschuwingen.append(
            f"Wat je voor {EERSTE_JAAR} studeerde, telt niet mee. "
            f"Ook wie toen al studeerde, kreeg {getal('startkrediet')} studiepunten."
        )
        return True

    # -- the clock: academic years that pass, and what grows back in them

    def _loop_tot(self, gebeurtenis: Gebeurtenis, index: int) -> None:
        jaar = gebeurtenis.academiejaar
        if jaar is None:
            return
        if self.klok is not None and jaar < self.klok:
            # Results and returns may come late, for a year that is over; they do not turn back the clock.
            if not isinstance(gebeurtenis, (Resultaat, TeruggaveOvermacht)):
                self._weiger_volgorde(index, jaar)
            return
        self._laat_jaren_beginnen(jaar, index)

    def _weiger_volgorde(self, index: int, jaar: Academiejaar) -> NoReturn:
        raise LoopbaanFout(
            f"gebeurtenissen[{index}].academiejaar",
            f"{jaar} ligt voor {self.klok or 'het jaar'} van een eerdere gebeurtenis; zet ze in de volgorde waarin ze gebeurden",
        )

    def _loop_tot_stand(self) -> None:
        stand_in = self.loopbaan.stand_in
        if stand_in is None or self.klok is None:
            return
        if stand_in < self.klok:
            raise InvoerFout("stand_in", f"{stand_in} ligt voor de laatste gebeurtenis ({self.klok})")
        self._laat_jaren_beginnen(stand_in, len(self.loopbaan.gebeurtenissen) - 1)

    def _laat_jaren_beginnen(self, tot: Academiejaar, index: int) -> None:
        while self.klok is not None and self.klok < tot:
            # Nothing more can happen once rebuilding is over, so a gap of many years costs nothing.
            if self.heropbouw_gebruikt:
                break
            self.klok = self.klok.volgend
            self._bij_begin_van(self.klok, index)
        self.klok = tot

    def _bij_begin_van(self, jaar: Academiejaar, index: int) -> None:
        tot = getal("heropbouw_tot", jaar)
        if not self.heropbouw_loopt:
            weg = getal("heropbouw_jaren_weg", jaar)
            na_master = self.master_in is not None and jaar > self.master_in
            na_onderbreking = (
                not self.heeft_master
                and self.laatst_ingeschreven is not None
                and jaar.start - self.laatst_ingeschreven.start > weg
            )
            if self.saldo >= tot or not (na_master or na_onderbreking):
                return
            self.heropbouw_loopt = True
        elif self.saldo >= tot:
            # Points came back in another way meanwhile, for instance from the Raad.
            self._einde_heropbouw()
            return
        erbij = min(getal("heropbouw_per_jaar", jaar), tot - self.saldo)
        verviel = self.bonus_over > 0
        self.bonus_over = 0
        self._stap(
            index,
            "heropbouw",
            erbij,
            f"Bij het begin van {jaar} groeit je saldo met {erbij}, tot hoogstens {tot}."
            + (" Je recht op verdubbeling vervalt." if verviel else ""),
        )
        if self.saldo >= tot:
            self._einde_heropbouw()

    def _einde_heropbouw(self) -> None:
        self.heropbouw_loopt = False
        self.heropbouw_keren += 1

    @property
    def heropbouw_gebruikt(self) -> bool:
        return self.heropbouw_keren >= getal("heropbouw_aantal_keer", self.klok)

    # -- the events

    def _inschrijving(self, index: int, gebeurtenis: Inschrijving) -> None:
        studiejaar = self._jaar_van_inschrijving(gebeurtenis)
        contract, opleiding, aantal = gebeurtenis.contract, gebeurtenis.opleiding, gebeurtenis.studiepunten
        self.laatste = gebeurtenis
        if contract == "diplomacontract" and self.eerste_diplomajaar is None:
            self.eerste_diplomajaar = studiejaar
        gebruikt = gebruikt_leerkrediet(
            contract, opleiding, heeft_bachelor=self.heeft_bachelor, heeft_master=self.heeft_master
        )
        pakket = studiejaar.pakketten.setdefault((contract, opleiding), _Pakket(gebruikt))
        pakket.opgenomen += aantal
        raadt_diplomas = "diplomas" not in self.loopbaan.__fields_set__ and gebruikt and contract == "diplomacontract"
        if opleiding == "educatieve_bachelor" and raadt_diplomas:
            self.aannames.append(
                "Je had nog geen bachelordiploma. Met zo'n diploma gebruikt een educatieve bachelor geen leerkrediet."
            )
        if opleiding == "educatieve_master" and raadt_diplomas:
            self.aannames.append(
                "Je had nog geen masterdiploma. Met zo'n diploma gebruikt een educatieve master geen leerkrediet."
            )
        if not pakket.gebruikt:
            waar = "een examencontract" if contract == "examencontract" else OPLEIDING_NAMEN[opleiding]
            self._stap(
                index,
                "geen_leerkrediet_nodig",
                0,
                f"Voor {waar} zet je geen leerkrediet in: er gaat niets af voor {_deze(aantal)}.",
            )
            return
        if self.aanvulling_wacht:
            self._vul_aan(index, gebeurtenis)
        if gebeurtenis.academiejaar is not None:
            self.laatst_ingeschreven = gebeurtenis.academiejaar
        if gebeurtenis.academiejaar != self.master_in:
            # Who enrols again in a later year no longer waits for the rebuild; courses in the year of the diploma do not count.
            self.master_in = None
        if self.heropbouw_loopt:
            self._einde_heropbouw()
            self.waarschuwingen.append(
                "Of de heropbouw verder loopt zodra je opnieuw ingeschreven bent, staat nergens vast. Hier stopt ze dan."
            )
        self._stap(
            index,
            "inschrijving",
            -aantal,
            f"Je neemt {punten(aantal)} op{_met_contract(contract)}. "
            f"{'Dat gaat' if aantal == 1 else 'Die gaan'} meteen van je leerkrediet af.",
        )

    def _vul_aan(self, index: int, gebeurtenis: Inschrijving) -> None:
        self.aanvulling_wacht = False
        tot = getal("graduaat_aanvulling_tot", gebeurtenis.academiejaar)
        if self.saldo >= tot:
            return
        verviel = self.bonus_over > 0
        if "graduaat" in self.loopbaan.diplomas:
            self.aannames.append("Je saldo werd na je graduaatsdiploma nog niet aangevuld.")
        if self.heropbouw_loopt or self.heropbouw_gebruikt:
            self.waarschuwingen.append(
                "Heropbouwen kan maar één keer. Of de aanvulling na een graduaat dan nog kan, staat nergens vast."
            )
        self._einde_heropbouw()
        self.bonus_over = 0
        if verviel:
            self.waarschuwingen.append(
                "We nemen aan dat de aanvulling na een graduaat een einde maakt aan de verdubbeling; dat is niet helemaal zeker."
            )
        self._stap(
            index,
            "graduaatsdiploma",
            tot - self.saldo,
            f"Je hebt een graduaatsdiploma en minder dan {tot}: bij je inschrijving wordt je saldo aangevuld tot {tot}.",
        )

    def _resultaat(self, index: int, gebeurtenis: Resultaat) -> None:
        veld = f"gebeurtenissen[{index}]"
        studiejaar = self._jaar_van_gevolg(gebeurtenis, f"{veld}.academiejaar")
        if self.laatste is None or studiejaar is None:
            raise LoopbaanFout(veld, "een resultaat kan pas na een inschrijving")
        contract = gebeurtenis.contract or self.laatste.contract
        opleiding = gebeurtenis.opleiding or self.laatste.opleiding
        pakket = studiejaar.pakketten.get((contract, opleiding))
        if pakket is None:
            raise LoopbaanFout(
                f"{veld}.contract", f"in dit jaar is niets opgenomen met een {contract} in {OPLEIDING_NAMEN[opleiding]}"
            )
        samen = gebeurtenis.verworven + gebeurtenis.getolereerd
        if samen > pakket.openstaand:
            al = (
                f" en daarvan {pakket.verworven + pakket.getolereerd} al een resultaat kregen"
                if studiejaar.heeft_resultaat
                else ""
            )
            weg = f" en {pakket.uitgeschreven} uitgeschreven zijn" if pakket.uitgeschreven else ""
            raise LoopbaanFout(
                f"{veld}.{'verworven' if gebeurtenis.verworven > pakket.openstaand else 'getolereerd'}",
                f"verworven en getolereerd zijn samen {samen}, maar hoogstens {pakket.openstaand} kan: "
                f"in dit jaar zijn {punten(pakket.opgenomen)} opgenomen{al}{weg}",
            )
        pakket.verworven += gebeurtenis.verworven
        pakket.getolereerd += gebeurtenis.getolereerd
        studiejaar.heeft_resultaat = True
        if not pakket.gebruikt:
            self._stap(
                index, "geen_leerkrediet_nodig", 0, "Hiervoor zette je geen leerkrediet in: er komt ook niets terug."
            )
            return
        self._boek_resultaat(index, gebeurtenis, contract, opleiding, pakket.openstaand)

    def _boek_resultaat(
        self, index: int, gebeurtenis: Resultaat, contract: Contract, opleiding: Opleiding, rest: int
    ) -> None:
        niet_terug = []
        if gebeurtenis.getolereerd:
            komen = "komt" if gebeurtenis.getolereerd == 1 else "komen"
            niet_terug.append(f"{de_punten(gebeurtenis.getolereerd, 'getolereerde').capitalize()} {komen} niet terug.")
        if rest:
            andere = "Het ene andere" if rest == 1 else f"De {rest} andere"
            niet_terug.append(f"{andere} krijg je alleen terug als je er nog voor slaagt.")
        if not gebeurtenis.verworven:
            self._stap(
                index, "niet_verworven", 0, " ".join(["Er kwamen geen verworven studiepunten bij.", *niet_terug])
            )
            return
        verworven = gebeurtenis.verworven
        self._stap(
            index,
            "verworven",
            verworven,
            " ".join(
                [
                    f"Je slaagt voor {punten(verworven)}: {'dat komt' if verworven == 1 else 'die komen'} terug.",
                    *niet_terug,
                ]
            ),
        )
        if contract != "diplomacontract":
            self.waarschuwingen.append(
                "Credits onder een creditcontract worden niet verdubbeld. We nemen aan dat ze je verdubbeling ook niet opgebruiken."
            )
            return
        dubbel = min(verworven, self.bonus_over)
        if not dubbel:
            return
        self.bonus_over -= dubbel
        over = (
            f"Daarna kan je er nog {self.bonus_over} verdubbelen." if self.bonus_over else "Je verdubbeling is nu op."
        )
        wat = ("Het" if dubbel == 1 else "Ze") if dubbel == verworven else f"{dubbel} daarvan"
        self._stap(
            index,
            "verdubbeling",
            dubbel,
            f"{wat} {'telt' if dubbel == 1 else 'tellen'} dubbel: nog eens {dubbel} erbij. {over}",
        )
        if opleiding in MASTERS:
            self.waarschuwingen.append(
                "Je verdubbeling werd gebruikt in een master. De meeste bronnen laten dat toe, sommige spreken alleen van een bachelor."
            )

    def _uitschrijving(self, index: int, gebeurtenis: Uitschrijving) -> None:
        veld = f"gebeurtenissen[{index}]"
        studiejaar = self._jaar_van_gevolg(gebeurtenis, f"{veld}.academiejaar")
        if self.laatste is None or studiejaar is None:
            raise LoopbaanFout(veld, "een uitschrijving kan pas na een inschrijving")
        stops = self._te_stoppen(veld, gebeurtenis, studiejaar)
        if gebeurtenis.generatiestudent and self.eerste_diplomajaar not in (None, studiejaar):
            raise LoopbaanFout(
                f"{veld}.generatiestudent",
                "kan niet true zijn: generatiestudent ben je alleen in je allereerste jaar met een diplomacontract",
            )
        uitkomst = uitschrijving.teruggave_over(
            gebeurtenis,
            [stop for stop, _ in stops],
            veld=veld,
            instelling=self.loopbaan.instelling,
            jaar=studiejaar.label or gebeurtenis.academiejaar,
        )
        for stop, pakket in stops:
            pakket.uitgeschreven += stop.studiepunten
        self.waarschuwingen.extend(uitkomst.waarschuwingen)
        for beweging in uitkomst.bewegingen:
            self._stap(index, beweging.regel, beweging.mutatie, beweging.omschrijving)

    def _te_stoppen(
        self, veld: str, gebeurtenis: Uitschrijving, studiejaar: _Studiejaar
    ) -> list[tuple[uitschrijving.Stop, _Pakket]]:
        """How many points of which enrolments a deregistration ends: of the latest first, then of those before it."""
        contract, opleiding = gebeurtenis.contract, gebeurtenis.opleiding
        kandidaten = [
            (sleutel, pakket)
            for sleutel, pakket in reversed(studiejaar.pakketten.items())
            if contract in (None, sleutel[0]) and opleiding in (None, sleutel[1])
        ]
        if not kandidaten:
            raise LoopbaanFout(
                f"{veld}.{'contract' if contract else 'opleiding'}",
                "daarmee is in dit jaar niets opgenomen om te stoppen",
            )
        if self.laatste is not None:
            laatste = (self.laatste.contract, self.laatste.opleiding)
            kandidaten.sort(key=lambda kandidaat: kandidaat[0] != laatste)
        zonder = gebeurtenis.zonder_examen
        weg = zonder.semester1 + zonder.semester2 + zonder.jaarvak
        openstaand = sum(pakket.openstaand for _, pakket in kandidaten)
        if weg > openstaand:
            raise LoopbaanFout(
                f"{veld}.zonder_examen",
                f"samen {weg}, maar er staan nog {punten(openstaand)} zonder resultaat open",
            )
        stops = []
        for (van_contract, van_opleiding), pakket in kandidaten:
            aantal = min(weg, pakket.openstaand)
            weg -= aantal
            if aantal:
                stops.append((uitschrijving.Stop(van_contract, van_opleiding, pakket.gebruikt, aantal), pakket))
        if not stops:
            sleutel, pakket = kandidaten[0]
            stops.append((uitschrijving.Stop(*sleutel, pakket.gebruikt, 0), pakket))
        return stops

    def _teruggave(self, index: int, gebeurtenis: TeruggaveOvermacht) -> None:
        aantal = gebeurtenis.studiepunten
        self._stap(index, "overmacht", aantal, f"De Raad geeft je {punten(aantal)} terug wegens overmacht.")
        if self.bonus_over:
            self.waarschuwingen.append(
                "We nemen aan dat studiepunten die de Raad teruggeeft niet verdubbeld worden; je hebt ze niet verworven."
            )

    def _masterdiploma(self, index: int, gebeurtenis: Masterdiploma) -> None:
        if self.heeft_master:
            self._stap(
                index,
                "later_masterdiploma",
                0,
                "Dit is niet je eerste masterdiploma: er gaat niets van je leerkrediet af.",
            )
            if self.master_voor_leerkrediet:
                self.waarschuwingen.append(
                    f"Of een masterdiploma van voor {EERSTE_JAAR} meetelt als je eerste, staat nergens vast. Hier telt het mee."
                )
            return
        self.heeft_master = True
        if "diplomas" not in self.loopbaan.__fields_set__:
            self.aannames.append("Dit is je eerste masterdiploma.")
        aftrek = getal("masterdiploma_aftrek", gebeurtenis.academiejaar)
        self._stap(
            index, "masterdiploma", -aftrek, f"Je behaalt je eerste masterdiploma: er gaan {aftrek} studiepunten af."
        )
        if self.saldo < getal("heropbouw_tot", gebeurtenis.academiejaar) and not self.heropbouw_gebruikt:
            self.master_in = gebeurtenis.academiejaar or self.klok
        if self.saldo < 0:
            self.waarschuwingen.append(
                "Geen bron zegt dat je saldo na een masterdiploma op nul blijft staan; hier wordt het negatief."
            )

    def _graduaatsdiploma(self, index: int, gebeurtenis: Graduaatsdiploma) -> None:
        self.aanvulling_wacht = True
        tot = getal("graduaat_aanvulling_tot", gebeurtenis.academiejaar)
        self._stap(
            index,
            "graduaatsdiploma",
            0,
            f"Je behaalt een graduaatsdiploma. Heb je minder dan {tot}, dan wordt dat bij je volgende inschrijving aangevuld.",
        )

    # -- which year an event belongs to

    def _jaar_van_inschrijving(self, gebeurtenis: Inschrijving) -> _Studiejaar:
        label = gebeurtenis.academiejaar
        if label is not None and label in self.jaar_van:
            return self.jaar_van[label]
        if label is None and self.jaren and not self.jaren[-1].heeft_resultaat:
            return self.jaren[-1]
        studiejaar = _Studiejaar(label)
        self.jaren.append(studiejaar)
        if label is not None:
            self.jaar_van[label] = studiejaar
        return studiejaar

    def _jaar_van_gevolg(self, gebeurtenis: Resultaat | Uitschrijving, veld: str) -> _Studiejaar | None:
        """The year that a result or deregistration belongs to: the one named, else the latest."""
        label = gebeurtenis.academiejaar
        laatste = self.jaren[-1] if self.jaren else None
        if label is None or laatste is None:
            return laatste
        if label in self.jaar_van:
            return self.jaar_van[label]
        if laatste.label is None and label == self.klok:
            laatste.label = label
            self.jaar_van[label] = laatste
            if any(pakket.gebruikt for pakket in laatste.pakketten.values()):
                self.laatst_ingeschreven = label
            return laatste
        wel = f"; wel in {', '.join(map(str, self.jaar_van))}" if self.jaar_van else ""
        raise LoopbaanFout(veld, f"in {label} is niets opgenomen{wel}")

    # -- the ledger

    def _stap(self, index: int, regel: str, mutatie: int, omschrijving: str) -> None:
        self.saldo += mutatie
        self.stappen.append(Stap(index, omschrijving, mutatie, self.saldo, self.bonus_over, regels()[regel]))

    def _zeg_aannames(self) -> None:
        gegeven = self.loopbaan.__fields_set__
        if "startsaldo" not in gegeven:
            self.aannames.append(f"Je begon met {self.loopbaan.startsaldo} studiepunten.")
        if "bonus_over" not in gegeven:
            self.aannames.append(f"Je kon bij het begin nog {self.loopbaan.bonus_over} studiepunten verdubbelen.")
        inschrijvingen = [g for g in self.loopbaan.gebeurtenissen if isinstance(g, Inschrijving)]
        if any("contract" not in g.__fields_set__ for g in inschrijvingen):
            self.aannames.append("Waar geen contract staat, is het een diplomacontract.")
        if any("opleiding" not in g.__fields_set__ for g in inschrijvingen):
            self.aannames.append("Waar geen opleiding staat, is het een gewone bachelor.")
        if "master" in self.loopbaan.diplomas and "startsaldo" not in gegeven:
            self.waarschuwingen.append(
                "Je hebt al een masterdiploma. Je begint dan alleen met 140 als leerkrediet daar nog niet voor werd afgetrokken. "
                "Kijk je eigen saldo na."
            )
        start, dubbel = getal("startkrediet"), getal("verdubbeling_eerste")
        if self.saldo > start + dubbel - self.bonus_over:
            self.waarschuwingen.append(
                f"Een saldo van {self.saldo} kan alleen als er al {self.saldo - start} studiepunten verdubbeld zijn. "
                f"Kijk na of er echt nog {self.bonus_over} te verdubbelen zijn."
            )


def _deze(aantal: int) -> str:
    return "dit ene studiepunt" if aantal == 1 else f"deze {punten(aantal)}"


def _met_contract(contract: Contract) -> str:
    return " met een creditcontract" if contract == "creditcontract" else ""
