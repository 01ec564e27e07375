"""The outcome of a case of stopping as text: what comes back, why, and which day matters next."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from typing import Final

from actions.stopzaak import ZELFDE_DAG
from actions.stopzaak import Punt
from actions.stopzaak import Regel
from actions.stopzaak import Stopzaak
from actions.stopzaak import Stuk
from actions.stopzaak import Uitslag
from actions.stopzaak import stuk_in_woorden
from leerkrediet_core import Academiejaar
from leerkrediet_core import Grootboek
from leerkrediet_core import Instelling
from leerkrediet_core import instellingen
from leerkrediet_core.instellingen import VAKSOORTEN
from leerkrediet_core.instellingen import Vaksoort
from leerkrediet_core.taal import punten
from leerkrediet_core.uitschrijving import dag_in_woorden
from leerkrediet_core.weergave.tekst import als_regels


_SOORTEN: Final[dict[Vaksoort, str]] = {
    "semester1": "vakken van semester 1",
    "semester2": "vakken van semester 2",
    "jaarvak": "jaarvakken",
}
_WAARVAN: Final[dict[Punt, str]] = {
    "dag": "de dag waarop je stopt",
    "school": "de datums van je school",
    "verdeling": "hoe je vakken over het jaar liggen",
    "wet": "of je generatiestudent bent en op tijd iets nieuws begint",
    "bonus": "hoeveel je nog kan verdubbelen",
}
_OOK_GANGBAAR: Final = "Dat zegt de wet, en veel scholen doen het ook zo. Vraag na wat jouw school doet."
_VIJFTIEN_MAART: Final = "Wacht niet tot 15 maart zelf: over die dag spreken bronnen elkaar tegen."
#: Beginnings of what the calculation says of a school without dates: here it is said with the common dates beside it.
_HIER_GEZEGD: Final = ("Je instelling is niet", "Wat ")
_NAKIJKEN: Final = "Je echte saldo staat in je Burgerprofiel: https://burgerprofiel.be"
#: Above the list of dates: those of the school, or where they are not known the law's.
_DATUMKOPPEN: Final = ("Deze datums tellen:", "Wat de wet minstens geeft:")
#: Points that fit in one readable sentence.
_MEESTE_IN_ZIN: Final = 1
_MAART: Final = 3
_MIDDEN_MAART: Final = frozenset((14, 15))


@dataclass(frozen=True)
class Stopuitkomst:
    """What is said: ``zin`` first; then the ledger, which other channels show as a table, and ``slot``.

    Attributes:
        zin: what comes back, the balance, and the day that matters next.
        vooraf: which of several cases the ledger shows; empty when there is one.
        grootboek: the ledger, or None where no points are known.
        koppen: headings above the events of the ledger.
        slot: other days, what was assumed, what to mind and to do, the sources.
    """

    zin: str
    vooraf: str
    grootboek: Grootboek | None
    koppen: dict[int, str]
    slot: str


@dataclass(frozen=True)
class _Dagregel:
    """What comes back in a stretch of days: in words, and in study points where that is one number."""

    stuk: Stuk
    wat: str
    terug: int | None


def maak_stopuitkomst(zaak: Stopzaak) -> Stopuitkomst:
    """The outcome of a case of which nothing more is asked."""
    if zaak.staat_vast:
        return _zonder_teruggave(zaak)
    uitslag = zaak.eenduidig
    if not zaak.kent_punten:
        return _in_woorden(zaak)
    dagregels = _dagregels(zaak)
    if uitslag is not None:
        zin = f"{_uitslagzin(zaak, uitslag)} {_saldozin(uitslag.saldo)}"
        delen = [zin, *_nog_eraf(zaak), *_datumzinnen(zaak, dagregels), *_met_iets_nieuws(zaak, uitslag)]
        return _met_slot(zaak, "\n".join(delen), "", uitslag, dagregels)
    regels = zaak.regels()
    geslaagd = "" if len(zaak.bonussen) > 1 else _geslaagdzin(zaak, zaak.laagste.grootboek).strip()
    delen = [_hangt_af(zaak, regels), *filter(None, [geslaagd]), *_nog_eraf(zaak), *_datumzinnen(zaak, dagregels)]
    return _met_slot(zaak, "\n".join(delen), "Voor het geval met het laagste saldo:", zaak.laagste, dagregels)


def wat_verandert(nu: Stopuitkomst, eerder: Stopuitkomst) -> Stopuitkomst:
    """An outcome after another one of the same case: its figure, and only the lines that were not there before."""
    slot = _nieuwe_regels(nu.slot, eerder.slot)
    if nu.grootboek is None or eerder.grootboek is None:
        return replace(nu, slot=slot)
    bekend = set(als_regels(eerder.grootboek, eerder.koppen))
    stappen = [regel for regel in als_regels(nu.grootboek, nu.koppen) if regel not in bekend]
    verschil = nu.grootboek.saldo - eerder.grootboek.saldo
    zin = nu.zin
    if verschil and not nu.vooraf and not eerder.vooraf:
        eerste, *andere = zin.split("\n")
        zin = "\n".join(
            [f"{eerste} Dat is {abs(verschil)} {'meer' if verschil > 0 else 'minder'} dan daarnet.", *andere]
        )
    kop = "Wat verandert, in het geval met het laagste saldo:" if nu.vooraf else "Wat verandert:"
    delen = ["\n".join([kop, *stappen]) if stappen else "", slot]
    return replace(nu, zin=zin, vooraf="", grootboek=None, slot="\n\n".join(filter(None, delen)))


def _nieuwe_regels(slot: str, eerder: str) -> str:
    """The lines of ``slot`` that ``eerder`` has not, with the headings above them; the list of dates is kept whole."""
    bekend = set(eerder.splitlines())
    delen = []
    for deel in slot.split("\n\n"):
        regels = deel.splitlines()
        nieuw = [regel for regel in regels if regel not in bekend and not regel.endswith(":")]
        if not nieuw:
            continue
        if regels[0] in _DATUMKOPPEN:
            nieuw = regels
        elif regels[0].endswith(":"):
            nieuw = [regels[0], *nieuw]
        delen.append("\n".join(nieuw))
    return "\n\n".join(delen)


# -- what comes back


def _uitslagzin(zaak: Stopzaak, uitslag: Uitslag) -> str:
    zonder = sum(zaak.verdelingen[0].waarde.values())
    aanloop = _aanloop(zaak)
    if zaak.deed_examens and zaak.verdeling is None and zaak.rest:
        # How many were sat makes no difference: nothing of them comes back.
        zin = f"{aanloop}, dan krijg je niets terug van de {zaak.rest} studiepunten waarvoor je niet slaagde."
    elif not zonder:
        zin = f"{aanloop}, dan komt er niets bij. Je hebt geen vakken zonder examen."
    else:
        welke = f"studiepunten{' zonder examen' if zaak.deed_examens else ''}"
        hoeveel = f"{uitslag.terug} van de {zonder} {welke}" if uitslag.terug else f"niets van de {zonder} {welke}"
        zin = f"{aanloop}, dan krijg je {hoeveel} terug."
    if len(zaak.scholen) > 1:
        zin += f" {_OOK_GANGBAAR}"
    return f"{zin}{_geslaagdzin(zaak, uitslag.grootboek)}"


def _geslaagdzin(zaak: Stopzaak, grootboek: Grootboek) -> str:
    if not zaak.verworven:
        return ""
    return f" Je slaagde voor {zaak.verworven}: die komen ook terug{_dubbel(zaak, grootboek)}."


def _nog_eraf(zaak: Stopzaak) -> list[str]:
    """That the new programme is not counted yet."""
    return ["De punten van je nieuwe opleiding gaan daar nog af."] if zaak.dossier.get("nieuw") else []


def _dubbel(zaak: Stopzaak, grootboek: Grootboek) -> str:
    begin = _begin_van_jaar(grootboek)
    dubbel = sum(s.mutatie for s in grootboek.stappen if s.regel.id == "verdubbeling" and s.gebeurtenis >= begin)
    if not dubbel:
        return ""
    return ", en tellen dubbel" if dubbel == zaak.verworven else f", en {dubbel} daarvan tellen dubbel"


def _begin_van_jaar(grootboek: Grootboek) -> int:
    """Index of the last enrolment: that of the year that stops."""
    return max(
        stap.gebeurtenis for stap in grootboek.stappen if stap.regel.id in ("inschrijving", "geen_leerkrediet_nodig")
    )


def _saldozin(saldo: int) -> str:
    zin = f"Je saldo wordt {punten(saldo)}."
    return f"{zin} Dat is onder nul: bespreek met je trajectbegeleider wat nog kan." if saldo < 0 else zin


def _aanloop(zaak: Stopzaak) -> str:
    """``Stop je op 15 november``, ``Veranderde je op 3 oktober``, ``Stop je in februari``."""
    werkwoord = "Verander" if zaak.dossier.get("wil") == "veranderen" else "Stop"
    stuk = Stuk(zaak.dagen[0].waarde.eerste, zaak.dagen[-1].waarde.laatste)
    if stuk.laatste < zaak.vandaag:
        werkwoord = "Veranderde" if werkwoord == "Verander" else "Stopte"
    if stuk.eerste == stuk.laatste:
        return f"{werkwoord} je op {_dag(stuk.eerste, zaak)}"
    if zaak.dossier.get("datum") is None:
        return f"{werkwoord} je in {zaak.jaar}"
    maand = dag_in_woorden(stuk.laatste, jaar=False).split(maxsplit=1)[1]
    return f"{werkwoord} je in {maand}"


def _dag(dag: date, zaak: Stopzaak) -> str:
    dichtbij = Academiejaar.van_datum(dag) == Academiejaar.van_datum(zaak.vandaag)
    return dag_in_woorden(dag, jaar=not dichtbij)


def _met_iets_nieuws(zaak: Stopzaak, uitslag: Uitslag) -> list[str]:
    """What a generatiestudent who said to begin nothing new would get back with something new."""
    if zaak.dossier.get("generatiestudent") is not True or zaak.dossier.get("nieuw") is not False:
        return []
    anders = replace(zaak, dossier={**zaak.dossier, "nieuw": True, "nieuw_datum": ZELFDE_DAG}).eenduidig
    if anders is None or anders.terug <= uitslag.terug:
        return []
    return [
        f"Begin je als generatiestudent op dezelfde dag iets anders, dan krijg je door de wet {anders.terug} terug."
    ]


def _hangt_af(zaak: Stopzaak, regels: list[Regel]) -> str:
    van_belang = [_WAARVAN[punt] for punt in _WAARVAN if zaak.hangt_af_van(punt)]
    if len(regels) == 1:
        zin = f"{_aanloop(zaak)}, dan {_bereik(regels[0], 'krijg je')}."
        return "\n".join([zin, "Dat hangt nog af van:", *(f"- {punt}" for punt in van_belang)])
    if len(van_belang) > _MEESTE_IN_ZIN:
        begin = [f"{_aanloop(zaak)}, dan hangt het nog van meer dan één ding af."]
        einde = ["Wat nog openstaat:", *(f"- {punt}" for punt in van_belang)]
    else:
        begin, einde = [f"{_aanloop(zaak)}, dan hangt het af van {_en(van_belang)}."], []
    lijst: list[str] = []
    for nummer, regel in enumerate(regels):
        kop = f"{regel.dagen[:1].upper()}{regel.dagen[1:]}"
        if kop and regel.label and (nummer == 0 or regels[nummer - 1].dagen != regel.dagen):
            lijst.append(f"{kop}:")
        lijst.append(f"- {regel.label or kop}: {_bereik(regel, '')}")
    return "\n".join([*begin, *lijst, *einde])


def _bereik(regel: Regel, krijgt: str) -> str:
    terug = f"{krijgt} {_van_tot(regel.terug)} terug".strip()
    return f"{terug}, je saldo wordt {_van_tot(regel.saldo)}"


def _van_tot(grenzen: tuple[int, int]) -> str:
    laagste, hoogste = grenzen
    return str(laagste) if laagste == hoogste else f"{laagste} tot {hoogste}"


def _en(delen: list[str]) -> str:
    return delen[0] if len(delen) == 1 else f"{', '.join(delen[:-1])} en {delen[-1]}"


# -- which days matter


def _dagregels(zaak: Stopzaak) -> list[_Dagregel]:
    """What comes back over the whole year, stretch by stretch; empty where the days are not known."""
    if not _heeft_datums(zaak) and (len(zaak.wetten) > 1 or zaak.wetten[0].waarde is None):
        return []
    jaar = zaak.jaar.start
    uit: list[_Dagregel] = []
    # With the exams of semester 1 behind it, days before them are another case.
    eerste = date(jaar + 1, 1, 1) if zaak.eerste_semester_geexamineerd else date(jaar, 9, 1)
    for stuk in zaak.stukken(eerste, date(jaar + 1, 6, 30)):
        terug = _terug_op(zaak, stuk)
        wat = _aantal_terug(terug) if terug is not None and zaak.kent_punten else _soorten_terug(zaak, stuk)
        vorig = uit[-1] if uit else None
        if vorig is not None and (vorig.wat, vorig.terug) == (wat, terug):
            uit[-1] = _Dagregel(Stuk(vorig.stuk.eerste, stuk.laatste), wat, terug)
        else:
            uit.append(_Dagregel(stuk, wat, terug))
    return uit if len(uit) > 1 else []


def _heeft_datums(zaak: Stopzaak) -> bool:
    """Whether the dates of the school are known, if only in part."""
    return zaak.school is not None and instellingen()[zaak.school].stoppen is not None


def _terug_op(zaak: Stopzaak, stuk: Stuk) -> int | None:
    """The study points that come back in a stretch; None where that hangs on what is not known."""
    school = zaak.school
    if school is not None and _heeft_datums(zaak) and instellingen()[school].terug_op(stuk.laatste, zaak.jaar) is None:
        return None
    # Where it is open whether the law's rule holds, the list says what comes back without it.
    wetten = [optie for optie in zaak.wetten if optie.waarde is None] or zaak.wetten
    gevonden = {
        zaak.uitslag(stuk, school, verdeling.waarde, _later(nieuw.waarde, stuk), None).terug
        for verdeling in zaak.verdelingen
        for nieuw in wetten
    }
    return gevonden.pop() if len(gevonden) == 1 else None


def _later(nieuw: str | None, stuk: Stuk) -> str | None:
    """A new enrolment never lies before the day on which one stops."""
    if nieuw is None or not nieuw[0].isdigit():
        return nieuw
    return max(nieuw, stuk.laatste.isoformat())


def _aantal_terug(terug: int) -> str:
    return f"{terug} terug" if terug else "niets terug"


def _soorten_terug(zaak: Stopzaak, stuk: Stuk) -> str:
    if zaak.school is None:
        return "niet bekend"
    terug = instellingen()[zaak.school].terug_op(stuk.laatste, zaak.jaar)
    if terug is None:
        return "niet gevonden: vraag het na"
    if len(terug) == len(VAKSOORTEN):
        return "alles zonder examen terug"
    if not terug:
        return "niets terug"
    return f"enkel {_en([_SOORTEN[soort] for soort in VAKSOORTEN if soort in terug])} terug"


def _datumzinnen(zaak: Stopzaak, dagregels: list[_Dagregel]) -> list[str]:
    """The day that matters next, or the one that has passed."""
    if zaak.dagen[-1].waarde.laatste < zaak.vandaag:
        voorbij = f"{_dag(zaak.dagen[-1].waarde.laatste, zaak).capitalize()} is al voorbij."
        if zaak.dossier.get("uitgeschreven"):
            return []
        return [f"{voorbij} Ben je nog niet uitgeschreven? Dan telt de dag waarop je het doet."]
    if not dagregels:
        return []
    stopdag = zaak.dagen[0].waarde.eerste
    plaats = next((n for n, regel in enumerate(dagregels) if regel.stuk.laatste >= stopdag), len(dagregels) - 1)
    hier = dagregels[plaats]
    eerder = dagregels[:plaats]
    nog_op_tijd = next(
        (regel for regel in eerder if regel.stuk.laatste >= zaak.vandaag and regel.wat != hier.wat), None
    )
    if nog_op_tijd is not None and stopdag >= zaak.vandaag:
        return [f"Stop je ten laatste op {_dag(nog_op_tijd.stuk.laatste, zaak)}, dan {_krijg(nog_op_tijd)}."]
    uit = []
    if eerder and eerder[-1].stuk.laatste < zaak.vandaag and stopdag >= zaak.vandaag:
        voorbij = dag_in_woorden(dagregels[plaats].stuk.eerste, jaar=False)
        uit.append(f"{voorbij} is al voorbij: daarvoor kreeg je {eerder[-1].wat.removesuffix(' terug')} terug.")
    if plaats + 1 < len(dagregels) and hier.stuk.laatste >= zaak.vandaag:
        na = dagregels[plaats + 1]
        uit.append(f"De volgende datum is {_dag(hier.stuk.laatste, zaak)}. Daarna {_krijg(na)}.")
    return uit


def _krijg(regel: _Dagregel) -> str:
    if not regel.wat.endswith(" terug"):
        return f"is het {regel.wat}"
    return f"krijg je {regel.wat}"


# -- without numbers, and without return


def _in_woorden(zaak: Stopzaak) -> Stopuitkomst:
    uitslag = zaak.eenduidig
    dagregels = _dagregels(zaak)
    if uitslag is not None and uitslag.terug in (0, zaak.opgenomen):
        wat = "alles" if uitslag.terug else "niets"
        zin = f"{_aanloop(zaak)}, dan krijg je {wat} terug van vakken zonder examen."
        if len(zaak.scholen) > 1:
            zin += f" {_OOK_GANGBAAR}"
    elif len(zaak.scholen) > 1:
        zin = f"{_aanloop(zaak)}, dan beslist je school wat je terugkrijgt voor vakken zonder examen."
    else:
        zin = f"{_aanloop(zaak)}, dan krijg je {_soorten_terug(zaak, zaak.dagen[0].waarde)}."
        if len({_soorten_terug(zaak, optie.waarde) for optie in zaak.dagen}) > 1:
            zin = "\n".join([f"{_aanloop(zaak)}, dan telt de dag:", *_per_dag(zaak)])
    if zaak.hangt_af_van("wet"):
        zin += "\nBen je generatiestudent en begin je op tijd iets nieuws? Dan geeft de wet minstens de helft."
    hint = 'Wil je ook je saldo weten? Typ hoeveel je opnam, zoals "ik nam 60 op".'
    slot = _slot(zaak, None, dagregels)
    return Stopuitkomst("\n".join([zin, *_datumzinnen(zaak, dagregels), hint]), "", None, {}, slot)


def _per_dag(zaak: Stopzaak) -> list[str]:
    """What comes back in words, per stretch of days; neighbours with the same are one."""
    stukken: list[tuple[Stuk, str]] = []
    for optie in zaak.dagen:
        wat = _soorten_terug(zaak, optie.waarde)
        if stukken and stukken[-1][1] == wat:
            stukken[-1] = (Stuk(stukken[-1][0].eerste, optie.waarde.laatste), wat)
        else:
            stukken.append((optie.waarde, wat))
    eerste, laatste = stukken[0][0].eerste, stukken[-1][0].laatste
    return [f"- {stuk_in_woorden(stuk, eerste, laatste)}: {wat}" for stuk, wat in stukken]


def _zonder_teruggave(zaak: Stopzaak) -> Stopuitkomst:
    if zaak.gebruikt:
        zin = (
            "Stop je met een creditcontract, dan krijg je niets terug van wat je inzette. De datum maakt niet uit.\n"
            "Slaagde je al voor een vak? Die punten komen wel terug, één keer."
        )
        slot = (
            "Praat met je trajectbegeleider voor je beslist. Misschien haal je nog een vak.\n"
            "Bron: FAQ leerkrediet (Erasmushogeschool Brussel); Stoppen met studeren en leerkrediet (UGent)"
        )
    else:
        zin = "Daarvoor gaat er geen leerkrediet af. Er komt dus ook niets terug als je stopt."
        slot = (
            "Een diplomacontract in een graduaat of schakelprogramma gebruikt geen leerkrediet. Ook een "
            "examencontract niet.\nBron: Leerkrediet (Odisee), https://www.odisee.be/leerkrediet"
        )
    if not zaak.kent_punten:
        return Stopuitkomst(zin, "", None, {}, slot)
    grootboek = zaak.uitslag(zaak.dagen[0].waarde, zaak.school, {}, None, None).grootboek
    return Stopuitkomst(f"{zin}\n{_saldozin(grootboek.saldo)}", "", grootboek, _koppen(zaak, grootboek), slot)


# -- what follows the ledger


def _met_slot(zaak: Stopzaak, zin: str, vooraf: str, uitslag: Uitslag, dagregels: list[_Dagregel]) -> Stopuitkomst:
    grootboek = uitslag.grootboek
    return Stopuitkomst(zin, vooraf, grootboek, _koppen(zaak, grootboek), _slot(zaak, grootboek, dagregels))


def _koppen(zaak: Stopzaak, grootboek: Grootboek) -> dict[int, str]:
    if not zaak.basis.jaren:
        return {}
    return {0: "Wat je eerder vertelde", _begin_van_jaar(grootboek): "Het jaar waarin je stopt"}


def _slot(zaak: Stopzaak, grootboek: Grootboek | None, dagregels: list[_Dagregel]) -> str:
    delen: list[str] = []
    if dagregels:
        eerste, laatste = dagregels[0].stuk.eerste, dagregels[-1].stuk.laatste
        delen += [_DATUMKOPPEN[0] if _heeft_datums(zaak) else _DATUMKOPPEN[1]]
        for regel in dagregels:
            voorbij = " (voorbij)" if regel.stuk.laatste < zaak.vandaag else ""
            delen.append(f"- {stuk_in_woorden(regel.stuk, eerste, laatste)}{voorbij}: {regel.wat}")
        delen.append("")
    delen += ["Ik nam aan:", *(f"- {zin}" for zin in _aannames(zaak)), ""]
    letop = _letop(zaak, grootboek, dagregels)
    if letop:
        delen += ["Let op:", *(f"- {zin}" for zin in letop), ""]
    delen += ["Wat je best doet:", *(f"- {zin}" for zin in _raad(zaak)), ""]
    return "\n".join([*delen, _NAKIJKEN, _bronnen(zaak, grootboek)])


def _aannames(zaak: Stopzaak) -> list[str]:
    gezegd, uit = zaak.dossier, []
    if "instelling" not in gezegd:
        uit.append(f"Ik reken met {instellingen()[zaak.eigen_school].naam}. Een andere school? Typ haar naam.")
    if not gezegd.get("contract"):
        uit.append("Ik reken met een diplomacontract.")
    if zaak.eerste_semester_geexamineerd:
        uit.append("Je deed examen voor al je vakken van semester 1. Wat je niet haalde, komt niet terug.")
    if not zaak.basis.jaren and zaak.basis.startsaldo is None and zaak.kent_punten:
        uit.append("Je begon met 140 studiepunten.")
    if not zaak.basis.jaren and zaak.basis.startsaldo is not None:
        uit.append(f"Je saldo was {zaak.basis.startsaldo} voor je dit jaar punten opnam.")
    if gezegd.get("examens") is None and not zaak.deed_examens:
        uit.append("Je deed dit jaar nog geen examens.")
    if gezegd.get("examens") is False and zaak.kan_examens and zaak.komen_examens:
        uit.append("Je doet voor die dag geen examens. Slaag je toch voor een vak? Die punten komen er dan bij.")
    if zaak.deed_examens and gezegd.get("verworven") is None and zaak.kent_punten:
        uit.append("Je slaagde nog voor niets. Elk vak waarvoor je slaagt, komt er nog bij.")
    verdeling = zaak.verdeling
    if verdeling is not None and zaak.aangevuld in verdeling and verdeling[zaak.aangevuld]:
        wat = _SOORTEN[zaak.aangevuld]
        uit.append(f"De {verdeling[zaak.aangevuld]} andere studiepunten zijn {wat}.")
    if gezegd.get("nieuw") and gezegd.get("nieuw_datum") == ZELFDE_DAG:
        uit.append("Je schrijft je op dezelfde dag in voor je nieuwe opleiding.")
    return uit


def _letop(zaak: Stopzaak, grootboek: Grootboek | None, dagregels: list[_Dagregel]) -> list[str]:
    gezegd = (grootboek or zaak.laagste.grootboek).waarschuwingen
    uit = [zin for zin in gezegd if not zin.startswith(_HIER_GEZEGD) and (grootboek or "geheel getal" not in zin)]
    if len(zaak.scholen) > 1:
        naam = f"van {instellingen()[zaak.school].naam}" if zaak.school else "van je school"
        dan = " voor die dag" if _heeft_datums(zaak) else ""
        uit.insert(
            0, f"De datums {naam}{dan} ken ik niet. Wat veel scholen doen, is geen belofte: vraag het vandaag nog na."
        )
    eerste = max(zaak.vandaag, zaak.dagen[0].waarde.eerste)
    einden = [regel.stuk.laatste for regel in dagregels if regel.stuk.laatste >= eerste]
    if any(einde.month == _MAART and einde.day in _MIDDEN_MAART for einde in einden) and not any(
        "15 maart zelf" in zin for zin in uit
    ):
        uit.append(_VIJFTIEN_MAART)
    if zaak.dossier.get("graduaat") and any(optie.waarde is not None for optie in zaak.wetten):
        uit.append("Of een graduaat telt als andere opleiding, vond ik niet. Vraag het na voor je verandert.")
    return list(dict.fromkeys(uit))


def _raad(zaak: Stopzaak) -> list[str]:
    uit = ["Praat met je trajectbegeleider voor je beslist."]
    if not zaak.dossier.get("uitgeschreven"):
        uit.append("Schrijf je officieel uit bij je school: wegblijven is niet genoeg.")
    if zaak.dossier.get("nieuw") and any(optie.waarde is not None for optie in zaak.wetten):
        uit.append("Schrijf je ook voor die datum in voor je nieuwe opleiding. Die punten gaan er volledig af.")
    uit.append("Voor studiegeld, Groeipakket en de harde knip gelden andere regels. Vraag die ook na.")
    return uit


def _bronnen(zaak: Stopzaak, grootboek: Grootboek | None) -> str:
    namen = []
    if zaak.school is not None and instellingen()[zaak.school].bronnen and instellingen()[zaak.school].stoppen:
        gegevens = instellingen()[zaak.school]
        namen.append(f"{gegevens.naam}, {_bronadres(gegevens)}")
    for stap in grootboek.stappen if grootboek else ():
        if stap.regel.id != "stoppen_instelling":
            namen.append(stap.regel.bron.naam)
    if grootboek is None:
        namen.append("Ik verander van opleiding (Vlaamse overheid)")
    return f"Bron: {'; '.join(dict.fromkeys(namen))}"


def _bronadres(gegevens: Instelling) -> str:
    """The page on stopping, where an institution has more than one."""
    over = ("stop", "wijzig", "uitschrij", "verander")
    return next((adres for adres in gegevens.bronnen if any(woord in adres for woord in over)), gegevens.bronnen[0])
