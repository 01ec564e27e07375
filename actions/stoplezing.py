"""What a message adds to a case of stopping: facts that can be, and for what cannot a sentence that says why."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from typing import Any
from typing import Final

from actions.berichten import Bericht
from actions.gids import Dossier
from actions.loopbaan import CONTRACTEN
from actions.loopbaan import MEESTE_PUNTEN_JAAR
from actions.loopbaan import OPLEIDINGEN
from actions.loopbaan import Loopbaan
from actions.loopbaan import Probleem
from actions.loopbaan import Veld
from actions.loopbaan import is_academiejaar
from actions.stopzaak import ZELFDE_DAG
from actions.stopzaak import Stopzaak
from actions.vragen import leg_uit
from leerkrediet_core import Academiejaar
from leerkrediet_core import instellingen
from leerkrediet_core.instellingen import VAKSOORTEN
from leerkrediet_core.parameters import parameter
from leerkrediet_core.uitschrijving import dag_in_woorden
from nlu.grammatica import Feit
from nlu.grammatica.stoppen import in_verleden


#: Questions that a date without more answers with the day of the new enrolment.
_OVER_NIEUW: Final = frozenset(("nieuw", "nieuw_datum"))
_JA_NEE: Final = frozenset(("nieuw_jaar", "examens", "nieuw", "generatiestudent"))
_GETALLEN: Final = frozenset(("opgenomen", "verworven", "niet_geslaagd", "getolereerd"))
_UITKOMSTEN: Final = ("verworven", "niet_geslaagd", "getolereerd")
_LAATSTE_JAAR: Final = 2100
_LENGTE_MAAND: Final = len("2027-02")
_EERSTE_DAG_VAN_JAAR: Final = (7, 1)
#: The questions that may have been left unanswered.
VRAGEN: Final = frozenset((*_JA_NEE, "datum", "instelling", "opgenomen", "verworven", "semesters", "nieuw_datum"))
_WAARHEDEN: Final = frozenset(
    (
        "nieuw_jaar",
        "examens",
        "nieuw",
        "generatiestudent",
        "graduaat",
        "uitgeschreven",
        "rekenen",
        "na_resultaat",
        "af",
        "geteld",
    )
)


@dataclass
class Lezing:
    """What a message adds; ``bezwaren`` say what it told that cannot be."""

    nieuw: Dossier = field(default_factory=dict)
    bezwaren: list[str] = field(default_factory=list)


def lees_bij(
    dossier: Mapping[str, Any],
    bericht: Bericht,
    verteld: Mapping[str, Any],
    *,
    vraag: str | None,
    ja: bool | None,
    vandaag: date,
    eigen_school: str,
    met_feiten: bool = True,
) -> Lezing:
    """Read one message against what is known of the case.

    Args:
        dossier: what is known.
        bericht: the message.
        verteld: what the grammar of stopping read in it.
        vraag: the question that is open; a bare date or number answers it.
        ja: the yes or no that the message opens with.
        vandaag: the day of today.
        eigen_school: key of the school that offers the assistant.
        met_feiten: whether its study points are about the year that stops and were not taken in yet.
    """
    lezing = Lezing()
    _neem_keuze(lezing, bericht.keuze, vraag, vandaag)
    _neem_kenmerken(lezing, dossier, verteld)
    _neem_datums(lezing, dossier, bericht, verteld, vraag, vandaag, eigen_school)
    verteld = _met_delen(verteld, vraag, vandaag, eigen_school, dossier)
    if "semesters" in verteld:
        _neem_verdeeld(lezing, dossier, bericht, verteld, vraag, vandaag, eigen_school, met_feiten=met_feiten)
    elif met_feiten:
        zaak = Stopzaak({**dossier, **lezing.nieuw}, vandaag, eigen_school)
        _neem_punten(lezing, zaak, bericht, bericht.feiten, vraag)
    if vraag in _JA_NEE and ja is not None and vraag not in lezing.nieuw and lezing.nieuw:
        # "ja, in februari": the message answers, and tells more.
        if "correctie" not in bericht.signalen or ja:
            lezing.nieuw[vraag] = ja
    _houd_samen(lezing, dossier, vandaag, eigen_school)
    return lezing


def _neem_keuze(lezing: Lezing, keuze: str | None, vraag: str | None, vandaag: date) -> None:
    if keuze == "vandaag":
        lezing.nieuw["datum"] = vandaag.isoformat()
    elif keuze == "zelfde_dag" and vraag == "nieuw_datum":
        lezing.nieuw["nieuw_datum"] = ZELFDE_DAG
    elif keuze in CONTRACTEN:
        lezing.nieuw["contract"] = keuze
    elif keuze == "generatiestudent":
        lezing.nieuw["generatiestudent"] = True
    elif keuze in instellingen():
        lezing.nieuw["instelling"] = keuze


def _neem_kenmerken(lezing: Lezing, dossier: Mapping[str, Any], verteld: Mapping[str, Any]) -> None:
    for naam in ("nieuw", "graduaat", "examens", "uitgeschreven", "generatiestudent"):
        if isinstance(verteld.get(naam), bool):
            lezing.nieuw[naam] = verteld[naam]
    if verteld.get("volgend_jaar") is True and dossier.get("na_resultaat"):
        lezing.nieuw["nieuw_jaar"] = True
    if verteld.get("instelling") in instellingen():
        lezing.nieuw["instelling"] = verteld["instelling"]
    if verteld.get("contract") in CONTRACTEN:
        lezing.nieuw["contract"] = verteld["contract"]
    if verteld.get("opleiding") in OPLEIDINGEN:
        lezing.nieuw["opleiding"] = verteld["opleiding"]
    if verteld.get("wil") in ("stoppen", "veranderen", "vakken"):
        lezing.nieuw["wil"] = verteld["wil"]
    eerder = any(jaar.contract != "creditcontract" for jaar in Loopbaan.uit_dict(dossier.get("basis")).jaren)
    if lezing.nieuw.get("generatiestudent") is True and eerder:
        lezing.nieuw["generatiestudent"] = False
        lezing.bezwaren.append(
            "Generatiestudent ben je alleen in je eerste jaar met een diplomacontract. Je vertelde al een vroeger jaar. "
            "Ik reken dus zonder die regel."
        )


def _neem_datums(
    lezing: Lezing,
    dossier: Mapping[str, Any],
    bericht: Bericht,
    verteld: Mapping[str, Any],
    vraag: str | None,
    vandaag: date,
    eigen_school: str,
) -> None:
    if isinstance(verteld.get("datum_fout"), str):
        fout = verteld["datum_fout"][:30]
        lezing.bezwaren.append(f'"{fout}" bestaat niet. Typ een dag zoals "30 november".')
        return
    gelezen = {naam: verteld[naam] for naam in ("datum", "nieuw_datum") if isinstance(verteld.get(naam), str)}
    if verteld.get("daarna") is True and isinstance(dossier.get("datum"), str):
        zaak = Stopzaak(dossier, vandaag, eigen_school)
        gelezen["datum"] = zaak.daarna.isoformat()
    # "En op 20 maart?" goes on about the day of stopping, whatever is asked.
    vervolgt = bericht.tekst.lower().startswith(("en ", "maar ", "wat als "))
    if (
        vraag in _OVER_NIEUW
        and not vervolgt
        and "wil" not in verteld
        and "correctie" not in bericht.signalen
        and "datum" in gelezen
    ):
        gelezen = {"nieuw_datum": gelezen["datum"]}
    if dossier.get("uitgeschreven") and "datum" in gelezen:
        gelezen["datum"] = in_verleden(gelezen["datum"], bericht.tekst, vandaag)
    for naam, datum in gelezen.items():
        bezwaar = _bezwaar_tegen(naam, datum, {**dossier, **lezing.nieuw}, vandaag)
        if bezwaar is not None:
            lezing.bezwaren.append(bezwaar)
        elif is_datum(datum) or (naam == "nieuw_datum" and datum == ZELFDE_DAG):
            lezing.nieuw[naam] = datum
    if "nieuw_datum" in lezing.nieuw:
        lezing.nieuw["nieuw"] = True


def _bezwaar_tegen(naam: str, datum: str, dossier: Mapping[str, Any], vandaag: date) -> str | None:
    if not is_datum(datum):
        return None
    dag = _dag(datum)
    jaar, nu = Academiejaar.van_datum(dag), Academiejaar.van_datum(vandaag)
    eerste = parameter("startkrediet").waarden[0].vanaf
    if jaar < eerste:
        return f"Leerkrediet bestaat pas sinds {eerste}. Typ een latere dag."
    if jaar > nu.volgend:
        return f"Ik reken hoogstens tot het einde van {nu.volgend}. Typ een vroegere dag."
    eigen = dossier.get("academiejaar")
    if naam == "datum" and isinstance(eigen, str) and str(jaar) != eigen:
        return f"{dag_in_woorden(dag)} valt niet in {eigen}. Typ een dag in dat academiejaar."
    stop = dossier.get("datum")
    if naam == "nieuw_datum" and isinstance(stop, str):
        begin = Academiejaar.van_datum(_dag(stop)).start
        if dag < date(begin, *_EERSTE_DAG_VAN_JAAR):
            return f"{dag_in_woorden(dag)} ligt voor het jaar waarin je stopt. Wanneer schrijf je je weer in?"
    return None


def _neem_verdeeld(
    lezing: Lezing,
    dossier: Mapping[str, Any],
    bericht: Bericht,
    verteld: Mapping[str, Any],
    vraag: str | None,
    vandaag: date,
    eigen_school: str,
    *,
    met_feiten: bool,
) -> None:
    """A division over the year, after the programme that it divides, and before what was passed of it."""
    feiten = [feit for feit in bericht.feiten if _naast_semesters(feit)]
    opgenomen = [feit for feit in feiten if feit.rol == "opgenomen"]
    if met_feiten:
        _neem_punten(lezing, Stopzaak({**dossier, **lezing.nieuw}, vandaag, eigen_school), bericht, opgenomen, vraag)
    _neem_semesters(lezing, Stopzaak({**dossier, **lezing.nieuw}, vandaag, eigen_school), verteld, vraag)
    zaak = Stopzaak({**dossier, **lezing.nieuw}, vandaag, eigen_school)
    if met_feiten or not zaak.basis.jaren:
        # In a message that tells several years, what was passed belongs to those before.
        _neem_punten(lezing, zaak, bericht, [feit for feit in feiten if feit.rol != "opgenomen"], vraag)


def _neem_punten(lezing: Lezing, zaak: Stopzaak, bericht: Bericht, feiten: Iterable[Feit], vraag: str | None) -> None:
    for feit in feiten:
        if feit.ongeldig == "cijfer":
            # "een 8 op 20" is a mark, no number of study points.
            continue
        if feit.ongeldig is not None:
            lezing.bezwaren.append(leg_uit(Probleem(feit.ongeldig, None, None, None, None, feit.ruw), Loopbaan()))
            continue
        _neem_feit(lezing, zaak, feit, bericht, vraag)


def _naast_semesters(feit: Feit) -> bool:
    """Whether a number stands beside a division over the year: the whole programme, or what came of it."""
    if feit.vermoed or feit.deel is not None:
        return False
    if feit.rol == "opgenomen":
        return not (feit.deelperiode or "").startswith("semester")
    return feit.rol in ("verworven", "niet_geslaagd", "getolereerd")


def _met_delen(
    verteld: Mapping[str, Any], vraag: str | None, vandaag: date, eigen_school: str, dossier: Mapping[str, Any]
) -> Mapping[str, Any]:
    """Two bare numbers as the two semesters, where the programme is asked for or they are what is known of it."""
    delen = verteld.get("delen")
    if not isinstance(delen, Mapping) or "semesters" in verteld:
        return verteld
    zaak = Stopzaak(dossier, vandaag, eigen_school)
    past = vraag == "semesters" and not zaak.deed_examens and _som(delen) == zaak.opgenomen
    return {**verteld, "semesters": delen} if vraag == "opgenomen" or past else verteld


def _neem_feit(lezing: Lezing, zaak: Stopzaak, feit: Feit, bericht: Bericht, vraag: str | None) -> None:
    veld = _veld_van(feit, zaak, bericht, vraag)
    if veld is None:
        lezing.bezwaren.append(leg_uit(Probleem("onduidelijk", None, None, feit.waarde, None, feit.ruw), Loopbaan()))
        return
    if veld == "semesters":
        waarde: Any = feit.waarde
        if feit.deel is not None:
            waarde = int(zaak.rest * feit.deel)
        elif feit.rol == "niet_geslaagd" or waarde is None:
            return
        _zet_semesters(lezing, zaak, {zaak.gevraagde_soort: waarde}, vraag)
        return
    aantal = feit.waarde if feit.deel is None else int(zaak.opgenomen * feit.deel)
    if aantal is None:
        return
    if veld == "niet_geslaagd" and vraag == "verworven":
        # "15 niet": the others were passed.
        veld, aantal = "verworven", zaak.opgenomen - aantal
    grens = MEESTE_PUNTEN_JAAR if veld == "opgenomen" else zaak.opgenomen
    if aantal > MEESTE_PUNTEN_JAAR:
        naam: Veld = "opgenomen" if veld == "opgenomen" else "verworven"
        lezing.bezwaren.append(leg_uit(Probleem("te_groot", naam, 0, aantal, MEESTE_PUNTEN_JAAR), Loopbaan()))
    elif aantal < 0 or (veld == "opgenomen" and aantal == 0):
        lezing.bezwaren.append("Dat kan niet: je nam minstens één studiepunt op.")
    elif aantal > grens:
        probleem = Probleem("meer_verworven_dan_opgenomen", "verworven", 0, aantal, grens)
        lezing.bezwaren.append(leg_uit(probleem, Loopbaan()))
    else:
        lezing.nieuw[veld] = aantal
        lezing.nieuw["laatst"] = veld
        if veld in ("verworven", "niet_geslaagd"):
            lezing.nieuw["examens"] = True


def _veld_van(feit: Feit, zaak: Stopzaak, bericht: Bericht, vraag: str | None) -> str | None:
    bekend = zaak.dossier.get("laatst")
    if feit.rol == "los" or feit.vermoed or (feit.deel is not None and feit.rol == "verworven"):
        if vraag in ("opgenomen", "verworven", "semesters"):
            return vraag
        if vraag == "examens":
            # "ja, 15": of which the student passed.
            return "verworven"
        if "correctie" in bericht.signalen and bekend in (*_GETALLEN, "semesters"):
            return str(bekend)
        if feit.deel is not None and not zaak.kent_punten:
            return None
        return "opgenomen" if not zaak.kent_punten or vraag is None else None
    if vraag == "semesters" and feit.rol in ("opgenomen", "verworven") and feit.waarde != zaak.opgenomen:
        return "semesters" if feit.rol == "opgenomen" else "verworven"
    return feit.rol if feit.rol in _GETALLEN else None


def _neem_semesters(lezing: Lezing, zaak: Stopzaak, verteld: Mapping[str, Any], vraag: str | None) -> None:
    ruw = verteld.get("semesters")
    if isinstance(ruw, Mapping):
        _zet_semesters(lezing, zaak, keur_semesters(ruw), vraag)


def _zet_semesters(lezing: Lezing, zaak: Stopzaak, erbij: Mapping[str, Any], vraag: str | None) -> None:
    oud = zaak.dossier.get("semesters") or {}
    if vraag == "semesters" and zaak.deed_examens:
        # Asked was what had no exam yet.
        lezing.nieuw["geteld"] = True
        zaak = Stopzaak({**zaak.dossier, "geteld": True}, zaak.vandaag, zaak.eigen_school)
    nieuw = {**oud, **erbij}
    som = _som(nieuw)
    if som > zaak.te_verdelen and set(erbij) < set(nieuw):
        # Told anew: what was told before gives way.
        nieuw, som = dict(erbij), _som(erbij)
    if not zaak.kent_punten and som:
        # "30 in semester 1 en 30 in semester 2" says how many there are.
        lezing.nieuw["opgenomen"] = som
    elif som > zaak.te_verdelen:
        lezing.bezwaren.append(
            f"Dat zijn er samen {som}. Er zijn maar {zaak.te_verdelen} studiepunten zonder resultaat. Hoe zijn die verdeeld?"
        )
        return
    lezing.nieuw["semesters"] = nieuw
    lezing.nieuw["laatst"] = "semesters"


def _som(semesters: Mapping[str, Any]) -> int:
    return sum(waarde for waarde in semesters.values() if isinstance(waarde, int))


def _houd_samen(lezing: Lezing, dossier: Mapping[str, Any], vandaag: date, eigen_school: str) -> None:
    """Let go of what does not fit with what is new, so that it is asked again."""
    samen = {**dossier, **lezing.nieuw}
    zaak = Stopzaak(samen, vandaag, eigen_school)
    if samen.get("geteld") and not zaak.deed_examens:
        lezing.nieuw["geteld"] = False
    if _voor_de_examens(lezing, dossier, zaak):
        lezing.nieuw |= dict.fromkeys((n for n in ("examens", *_UITKOMSTEN) if n in dossier), None)
        return
    if isinstance(samen.get("semesters"), Mapping) and _som(samen["semesters"]) > zaak.te_verdelen:
        lezing.nieuw["semesters"] = {}
    if zaak.kent_punten and zaak.verworven > zaak.opgenomen:
        lezing.bezwaren.append(
            leg_uit(
                Probleem("meer_verworven_dan_opgenomen", "opgenomen", 0, zaak.opgenomen, zaak.verworven), Loopbaan()
            )
        )
        for naam in ("opgenomen", "verworven"):
            if naam in lezing.nieuw:
                del lezing.nieuw[naam]


def _voor_de_examens(lezing: Lezing, dossier: Mapping[str, Any], zaak: Stopzaak) -> bool:
    """Whether the day moves back to before exams that are still to come: what was supposed of them falls away."""
    if not {"datum"} <= lezing.nieuw.keys() or lezing.nieuw.keys() & {"examens", *_UITKOMSTEN}:
        return False
    if zaak.kan_examens or dossier.get("examens") is not True or dossier.get("datum") is None:
        return False
    return Stopzaak(dossier, zaak.vandaag, zaak.eigen_school).kan_examens and zaak.komen_examens


# -- the dossier as a slot: anyone may have typed it


def keur_dossier(waarde: Mapping[str, Any]) -> Dossier:
    """Keep of a dossier what it can hold."""
    uit: Dossier = {}
    for naam, gegeven in waarde.items():
        if naam in _WAARHEDEN:
            if isinstance(gegeven, bool) or (gegeven is None and naam in _JA_NEE):
                uit[naam] = gegeven
        elif naam in ("datum", "nieuw_datum"):
            if gegeven is None or _is_bruikbaar(gegeven) or (naam == "nieuw_datum" and gegeven == ZELFDE_DAG):
                uit[naam] = gegeven
        elif naam in _GETALLEN:
            if gegeven is None or (type(gegeven) is int and 0 <= gegeven <= MEESTE_PUNTEN_JAAR):
                uit[naam] = gegeven
        elif naam == "vorig":
            if isinstance(gegeven, Mapping) and "vorig" not in gegeven:
                uit[naam] = keur_dossier(gegeven)
        elif naam in ("basis", "van"):
            if isinstance(gegeven, Mapping) and Loopbaan.uit_dict(gegeven).als_dict() == gegeven:
                uit[naam] = gegeven
        elif naam in _KEUREN and (gegeven is None or (isinstance(gegeven, str) and gegeven in _KEUREN[naam])):
            uit[naam] = gegeven
        elif naam == "semesters":
            uit[naam] = keur_semesters(gegeven) if isinstance(gegeven, Mapping) else None
        elif naam == "academiejaar" and isinstance(gegeven, str) and is_academiejaar(gegeven):
            uit[naam] = gegeven
    return _passend(uit)


_KEUREN: Final[Mapping[str, frozenset[str]]] = {
    "contract": CONTRACTEN,
    "opleiding": OPLEIDINGEN,
    "instelling": frozenset(instellingen()),
    "wil": frozenset(("stoppen", "veranderen", "vakken")),
    "laatst": frozenset((*_GETALLEN, "semesters")),
    "gemist": VRAGEN,
    "uitweg": VRAGEN,
}


def keur_semesters(waarde: Mapping[str, Any]) -> dict[str, Any]:
    """Keep of a division over the year what it can hold."""
    woorden = ("alles", "rest", "helft")
    return {
        soort: aantal
        for soort, aantal in waarde.items()
        if soort in VAKSOORTEN and (aantal in woorden or (type(aantal) is int and 0 <= aantal <= MEESTE_PUNTEN_JAAR))
    }


def _passend(dossier: Dossier) -> Dossier:
    """A dossier of which the numbers can be together; else without them."""
    opgenomen = dossier.get("opgenomen")
    geteld = dossier.get("examens") is True and dossier.get("geteld") is True
    weg = sum(dossier.get(naam) or 0 for naam in ("verworven", "getolereerd", "niet_geslaagd"))
    semesters = dossier.get("semesters") or {}
    if opgenomen is not None and (opgenomen == 0 or weg > opgenomen or _som(semesters) > opgenomen - weg * geteld):
        return {naam: waarde for naam, waarde in dossier.items() if naam not in (*_GETALLEN, "semesters")}
    return dossier


def _is_bruikbaar(waarde: object) -> bool:
    """Whether a value is a date that the calculation takes."""
    eerste = parameter("startkrediet").waarden[0].vanaf
    return is_datum(waarde) and eerste.start < _dag(str(waarde)).year < _LAATSTE_JAAR


def is_datum(waarde: object) -> bool:
    """Whether a value is a day ("2027-02-01") or a month ("2027-02") that exists."""
    if not isinstance(waarde, str):
        return False
    try:
        _dag(waarde)
    except ValueError:
        return False
    return True


def _dag(datum: str) -> date:
    return date.fromisoformat(datum if len(datum) > _LENGTE_MAAND else f"{datum}-01")
