"""What a message tells of stopping or changing: the day, the school, what was sat, how the points lie over the year."""

from __future__ import annotations

from datetime import date
from datetime import timedelta
from itertools import islice
from typing import Any
from typing import Final

from nlu.grammatica import woorden
from nlu.grammatica.bericht import zoek_opleiding
from nlu.grammatica.getallen import getal_in_woord
from nlu.grammatica.lezer import lees
from nlu.grammatica.modellen import Lezing
from nlu.grammatica.tekens import MAX_TEKENS
from nlu.patroon import Treffer
from nlu.patroon import maak_patroon
from nlu.patroon import maak_reeksen


#: Words of a message that only answers or asks on; a longer one is about something of its own.
_KORT: Final = 9
#: Words of a bare announcement ("ik kap ermee").
_MEDEDELING: Final = 10
_EERSTE_MAAND: Final = 9
#: In these months a day that has passed belongs to the year that is coming.
_ZOMER: Final = frozenset((7, 8))
_LAATSTE_MAAND: Final = 12
_KLEINSTE_GETALWOORD: Final = 3
_LENGTE_MAAND: Final = len("2027-02")
#: Parts of a message that are read for a date, each as a message of its own; no story has so many.
_MEESTE_DATUMDELEN: Final = 50
_EEN_DAG: Final = timedelta(days=1)

_IK = r"(?:ik|k|kik|ek|ekik|kga|kzou|kzal|kwil|kben|kheb|kwou|kstop|kkap|alsk|ask|dak|dazk|mijn|mn|men|me|mij|m'n)"
_STOP = r"(?:k?stop|stopt|stoppe|stoppen|stopte|stopten|gestopt|stopzet|stopzetten|stopgezet|k?kap|kappe|kappen|gekapt|uitschrijf|uitschrijft|uitschrijve|uitschrijven|uitgeschreven|uit te schrijven|afhaak|afhaken|afgehaakt|opkras|opkrassen|quit|quitte|quitten)"
_UIT = r"(?:(?:schrijf|schreef|schrijve) (?:me|mij|mezelf|m'n eigen|mijn eigen)(?: \w+){0,5} uit\b|(?:haak|haakte) (?:\w+ ){0,2}af\b|geef (?:het|de studie|mijn studie|'t) op\b)"
_VERANDER = r"(?:verander|verandere|veranderen|veranderd|switch|switche|switchen|switchte|geswitcht|overstap|overstappe|overstappen|overgestapt|over te stappen|heroriënteer|heroriënteren|herorienteer|herorienteren|wissel|wisselen|ga naar een andere)"
_OVER = r"(?:stap|stapte|ga) (?:\w+ ){0,4}over\b"
_ANDERE = r"(?:ander|andere|nieuwe|nieuw) (?:opleiding|richting|studie|studies|studierichting|school|hogeschool|unief|universiteit|bachelor)"
_IETS_ANDERS = r"(?:iets (?:anders|nieuws)|wat anders)"
_RICHTING = r"van (?:richting|opleiding|studie|studierichting|school)"

_STOPT: Final = maak_patroon(rf"\b(?:{_STOP}\b|{_UIT})")
_VERANDERT: Final = maak_patroon(rf"\b(?:{_VERANDER}\b|{_OVER}|{_RICHTING}\b)")
_EERSTE_PERSOON: Final = maak_patroon(
    # A parent tells of a child as the child would of itself.
    rf"\b(?:{_IK}|(?:onze|ons|de|haar|zijn) (?:zoon|zoontje|dochter|kind|kleinzoon|kleindochter|broer|zus|vriend|vriendin))\b"
)
_NIET_DEZE: Final = maak_patroon(
    r"\b(?:stop|stoppen|kap|kappen)(?: maar| nu)? (?:(?:met|me) )?(?:rekenen|vragen|praten|chatten|deze berekening|dit gesprek|berekenen|roken|werken)\b"
    r"|\b(?:niet|ni|nie|niemeer|nooit) (?:\w+ ){0,2}(?:stop|stoppe|stoppen|kappen|veranderen|switchen|overstappen|uitschrijven)\b"
    r"|\b(?:stop|kap|verander|switch) (?:\w+ )?(?:niet|ni|nie)\b"
)
_VAKKEN: Final = maak_patroon(
    r"\b(?:laat|laten|liet|schrap|schrappen|geschrapt|drop|droppen|dropte|stop|stoppen|uitschrijven|uitschrijf|schrijf)\b"
    r"(?: \w+){0,5}? (?:\d{1,2}|een|één|n|twee|drie|vier|enkele|paar|sommige|dat|die|dit) (?:\w+ ){0,2}?(?:vak|vakken|vakje|olod|olods|opo|opos|opleidingsonderdeel|opleidingsonderdelen)\b"
    r"|\b(?:\d{1,2}|een|één|twee|drie|vier|enkele|paar|sommige) (?:\w+ ){0,2}?(?:vak|vakken|vakje|olods?|opos?|opleidingsonderdeel|opleidingsonderdelen) (?:\w+ ){0,3}?(?:laten vallen|vallen|schrappen|schrap|droppen|drop|laat vallen)\b"
)
_VRAAGT: Final = maak_patroon(
    r"^(?:en |maar |ma |of )?(?:wat|wa|hoe|wanneer|waarom|welke|welk|wie|waar|hoeveel|tot wanneer|kan|mag|moet|is|ist|zijn|krijg|krijgt|komt|klopt|telt|geldt|verlies|heb ik|ben ik)\b"
)
_VRAAGTEKENS: Final = maak_patroon(
    r"\?|\b(?:hoeveel|wat|wa|krijg|krijgt|hoe|kan|mag|wanneer|waarom|welke|komt|verlies|gebeurt|gevolg|gevolgen|moet)\b"
)
_MELDT: Final = maak_patroon(
    rf"\b(?:ik|k|kik) (?:\w+ )?(?:stop|kap|switch|verander|{_UIT}|{_OVER})|\b(?:k|ik )(?:ga|zou|zal|ben van plan)\b(?: \w+){{0,6}} (?:{_STOP}|{_VERANDER})\b|\bk(?:stop|kap)\b"
    rf"|\b(?:ik|k) ben (?:\w+ )?(?:gestopt|uitgeschreven)\b|\b(?:ik|k) (?:heb|had) (?:\w+ ){{0,3}}(?:uitgeschreven|stopgezet)\b"
)

_GROEIT: Final = maak_patroon(r"\b(?:groei\w*|heropbouw\w*|opbouw\w*|aangroei\w*|aangevuld|aanvul\w*)\b")
_CONTRACT: Final = maak_patroon(
    r"^(?:een |gewoon |met |n |t is |het is )*(?:(?P<diploma>diploma|gewoon|gewone?|normaal)|(?P<credit>credit|credits|krediet))(?: contract)?[ .!]*$"
)
_NU: Final = maak_patroon(r"\b(?:nu|vandaag|direct|meteen|onmiddellijk|op dit moment|vandaag nog|nu direct)\b")
_NIEUWE_STAP: Final = maak_patroon(
    rf"\b(?:begin|beginne|beginnen|begon|start|starte|starten|startte|inschrijf|inschrijven|ingeschreven|in te schrijven|nieuwe inschrijving|nieuwe opleiding)\b|\b(?:schrijf|schreef) (?:me|mij|mezelf)\b(?: \w+){{0,6}} in\b|{_ANDERE}|{_IETS_ANDERS}"
)
_NIETS_NIEUWS: Final = maak_patroon(
    r"\b(?:stop|stoppen|stoppe|kap) (?:\w+ ){0,2}?(?:volledig|helemaal|compleet|definitief)\b|\b(?:volledig|helemaal|compleet|definitief) (?:te )?(?:stop|stoppen|stoppe|kappen)\b"
    r"|\b(?:stop|stoppen|stoppe|kap|kappen|gestopt) (?:met|me) (?:te )?(?:studeren|studere|school|de studies)\b"
    r"|\b(?:ga|gaan|begin|kga) (?:\w+ ){0,2}(?:werken|werke)\b|\b(?:niets|niks) (?:anders|nieuws)\b|\b(?:geen|zonder|gin) (?:nieuwe|andere|ander) "
    r"|\b(?:niet|ni|nie) (?:meer )?(?:verder|opnieuw) (?:te )?(?:studeren|studere|inschrijven)\b"
)
_IETS_NIEUWS: Final = maak_patroon(rf"\b(?:{_ANDERE}|{_IETS_ANDERS})\b")
_NAAR_GRADUAAT: Final = maak_patroon(
    r"\b(?:naar|aan|start|start met|begin|begin met|inschrijven in) (?:(?:een|n|het|ne|dat) )?(?:\w+ )?graduaat\b"
)
_NAAR: Final = maak_patroon(
    r"\bnaar (?:de |het |een )?\w+(?: (?:leuven|hogeschool|more|gent|antwerpen|hasselt|brussel))*"
)
_WAARMEE: Final = maak_patroon(rf"\b{_STOP} (?:met|me|in) (\w+(?: \w+){{0,4}} ?)")

_GEEN_EXAMEN: Final = maak_patroon(
    r"\b(?:geen|gin|gene|nul|0|zonder) (?:enkel |enkele |een |één |ene )?(?:examen|examens|exaam|examina|resultaat|resultaten)\b"
    r"|\b(?:nog )?(?:niets|niks|nikske) (?:\w+ )?(?:afgelegd|van examens|gedaan van examens)\b"
    r"|\bexamens? (?:nog )?(?:niet|nog niet|ni|nie)(?: gedaan| afgelegd| gehad)?\b|\bvoor de examens\b"
)
_WEL_EXAMEN: Final = maak_patroon(
    r"\b(?:al|reeds|heb|had|deed|deden|na|legde) (?:\w+ ){0,3}?(?:examen|examens)\b|\bexamens? (?:\w+ ){0,5}?(?:gedaan|afgelegd|meegedaan|gehad|achter de rug|gemaakt)\b"
)
_DAARNA: Final = maak_patroon(r"^(?:en |maar |ma |wat )*(?:daarna|erna|later|nadien|na die datum|na die dag)[ ?!.]*$")
_OVER_EXAMENS: Final = maak_patroon(
    r"\b(?:examens?|examenperiode|zittijd|geslaagd|gehaald|behaald|gebuisd|resultaat|resultaten)\b"
)
#: The month in which one stops after an exam period: what is asked is what comes back once its exams are sat.
_NA_EXAMENS: Final = maak_patroon(
    r"\bna (?:de |het |men |mijn |mn |m'n |die )?(?:\w+ )?(?:examens?|exaam|examenperiode|examenreeks|eerste zit|eerste zittijd|blok)\b"
    r"(?: (?:in|van|uit) (?P<maand>januari|jan|juni|jun))?"
)
_NA_JANUARI: Final = 2
_NA_JUNI: Final = 7
_AL_UITGESCHREVEN: Final = maak_patroon(
    r"\b(?:al|reeds|heb|heeft|ben|is|had|was) (?:\w+ ){0,4}?(?:uitgeschreven|gestopt|stopgezet)\b"
)
_ZELFDE_DAG: Final = maak_patroon(
    r"\b(?:zelfde|dezelfde) dag\b|\b(?:direct|meteen|onmiddellijk) (?:erna|daarna|iets anders|opnieuw|een andere|aan|naar|over|inschrijven|in te schrijven)\b"
    r"|\b(?:schrijf|schrijft|schreef) (?:\w+ ){1,2}(?:\w+ ){0,3}?(?:direct|meteen|onmiddellijk) (?:\w+ ){0,4}?in\b"
)
#: A first year that can be no later one.
_EERSTE_OOIT: Final = maak_patroon(
    r"\b(?:allereerste|aller eerste) (?:academie|school|studie|bachelor)?jaar\b|\b(?:allereerste|eerste) jaar ooit\b"
)
_VOLGEND_ACADEMIEJAAR: Final = maak_patroon(r"\b(?:volgend|komend|nieuw)e? (?:academiejaar|academie jaar|schooljaar)\b")
_VOLGEND_JAAR: Final = maak_patroon(
    r"\b(?:volgend|volgende|komend|komende|nieuw|nieuwe) (?:academiejaar|academie jaar|jaar|schooljaar)\b|\b(?:pas )?in september\b"
)

_MAANDNAAM: Final = "|".join(sorted(woorden.MAANDEN, key=len, reverse=True))
_DAG_MAAND: Final = maak_patroon(rf"\b(\d{{1,3}}) ?(?:e|ste|de)?\.? ({_MAANDNAAM})\b")
_DAG_SCHUIN: Final = maak_patroon(r"\b(?:op|voor|tot|na|vanaf|tegen|stop) (\d{1,2}) ?[/.-] ?(\d{1,2})\b(?! ?[/.-] ?\d)")
_DATUMACHTIG: Final = maak_patroon(
    rf"\d|\b(?:{_MAANDNAAM}|gisteren|gister|eergisteren|vandaag|morgen|overmorgen|week|maand|kerst|kerstvakantie|pasen|paasvakantie)\b"
)
_KAAL_MAAND: Final = maak_patroon(
    rf"^(?:en |in |ergens in |pas in |tot |(?<!nee )wacht tot |misschien |dan |nee (?:wacht,? )?)*({_MAANDNAAM})[ .?!]*$"
)
_ZINSDEEL: Final = maak_patroon(r"[;!?\n]+|,(?!\d)|\.(?=\s|$)|\b(?:en|maar|ma|dan|daarna|waarna|om)\b")
_LETTERS: Final = maak_patroon(r"[^\W\d_]+")
_JAARTAL: Final = maak_patroon(r"\b20\d\d\b")
_VOORZETSEL: Final = maak_patroon(r"\b(?:en|om|naar|voor|in|op)\b")
_WAT_ALS: Final = maak_patroon(r"^(?:en |maar |ma )?(?:wat|wa) (?:als|as)\b")
_VOOR: Final = maak_patroon(r"\b(?:voor|vóór|voordat het)\b")
_NA: Final = maak_patroon(r"\bna\b")

_SEMESTER: Final = (
    ("semester1", maak_patroon(r"\b(?:(?:semester|semster|sem|sem\.) ?(?:1|een|één)|(?:eerste|1e|1ste) (?:semester|semster|sem)|s1|sem1)\b")),
    ("semester2", maak_patroon(r"\b(?:(?:semester|semster|sem|sem\.) ?(?:2|twee)|(?:tweede|2e|2de) (?:semester|semster|sem)|s2|sem2)\b")),
    ("jaarvak", maak_patroon(r"\b(?:jaarvak|jaarvakken|jaarvakke|jaaropos?|jaarolods?|vakken over het hele jaar)\b")),
)  # fmt: skip
_HOEVEEL = r"(?P<aantal>\d{1,3}|alles|allemaal|alle|(?:de )?rest|(?:de )?helft|half|geen|niks|niets|nul)"
_TUSSEN = r"(?:(?:sp|stp|ptn|punten|studiepunten|credits|studiepunt|zijn|is|zit|zitten|ligt|liggen|heb|had|ik|er|daarvan|in|van|uit|voor|op|het|de|mijn|mn|als|aan|echte|vakken|telkens|waren|:|=|,) ?)*"
_ELK_HELFT: Final = maak_reeksen(
    (r"\b(?:in|per) (?:elk|ieder|beide) semesters?\b", r"\bhelft\b"),
    (r"\bhelft\b", r"\b(?:elk|ieder|beide) semesters?\b"),
    (r"\b(?:half half|half om half|fifty fifty|50/50|gelijk verdeeld|evenveel in (?:elk|beide))\b",),
)
_PER_SEMESTER: Final = maak_patroon(
    r"\b(\d{1,3}) (?:sp |punten |studiepunten |credits )?(?:per|in elk|in ieder|elk|in beide) semesters?\b"
)
#: A year course with its own points ("een jaarvak van 6", "2 jaarvakken van 6"); the kinds are marked by then.
_JAARVAK_VAN: Final = maak_patroon(
    r"(?:\b(?P<aantal>een|één|ene|1|twee|[2-9]) )?@2 (?:van|met) (?P<samen>samen |in totaal )?(?:elk |telkens )?(?P<punten>\d{1,3})\b(?! @)"
)
_TELWOORDEN: Final = {"een": 1, "één": 1, "ene": 1, "twee": 2}
#: What follows a number that was passed or sat, and so is no part of the programme.
_RESULTAAT: Final = r"(?! (?:\w+ ){0,2}?(?:geslaagd|gehaald|behaald|gebuisd|verworven|gedaan|meegedaan|afgelegd)\b)"
_ERACHTER: Final = maak_patroon(rf"@(?P<soort>\d) {_TUSSEN}{_HOEVEEL}\b{_RESULTAAT}")
#: A comma ends what a number in front can belong to: "60 punten, eerste semester 30".
_ERVOOR: Final = maak_patroon(rf"\b{_HOEVEEL} {_TUSSEN.replace('|,', '')}@(?P<soort>\d)")
_VOORAAN: Final = maak_patroon(r"^(?:in |voor |op |het |de |mijn )*@\d")
_SP = r"(?:sp|stp|ptn|punten|studiepunten|credits)"
#: Two numbers that are a year in two halves, of which the total may stand before them.
_TWEE_DELEN: Final = maak_patroon(
    rf"^(?:(?:\w+ ){{0,4}}?(?P<totaal>\d{{1,3}})(?: {_SP})?(?: [a-z]+){{0,2}} ?[,.:;(=]+ ?)?(?:(?:ik|k|kheb|heb|had|nam|knam|neem|dus|telkens|verdeeld in) ){{0,3}}"
    rf"(?P<een>\d{{1,3}})(?: {_SP})? ?(?:en|\+|/|&|plus|,)? ?\b(?P<twee>\d{{1,3}})(?: {_SP})?[ .!)]*$"
)
_EERSTE_TWEEDE: Final = maak_patroon(
    rf"\b(?P<een>\d{{1,3}})(?: {_SP})? in (?:het |t |mijn |mn )?(?:eerste|1e|1ste)(?: en|,)? (?:en )?(?P<twee>\d{{1,3}})(?: {_SP})? in (?:het |t |mijn |mn )?(?:tweede|2e|2de)[ .!]*$"
)
_GEHELEN: Final = {"alles": "alles", "allemaal": "alles", "alle": "alles", "geen": 0, "niks": 0, "niets": 0, "nul": 0}


def lees_stoppen(tekst: str, *, vandaag: date, lezing: Lezing | None = None) -> dict[str, Any]:
    """Read what one message tells of stopping or changing.

    Args:
        tekst: the message; any string.
        vandaag: the day of today, which gives dates their year.
        lezing: the reading of ``tekst``, when it was made already.

    Returns:
        Empty where it tells nothing. Else, each only when told: ``wil`` (stoppen, veranderen, vakken: only courses are
        dropped), ``datum`` and ``nieuw_datum`` (ISO, or "2027-02" for a month; the latter may be "zelfde"),
        ``datum_fout`` (a day that does not exist, as typed), ``nieuw`` (another programme follows), ``graduaat`` (and
        it is one), ``opleiding`` (the one that stops), ``examens`` (were any sat), ``semesters`` (study points, "alles",
        "rest" or "helft" per kind of course), ``delen`` (two
        bare numbers, which are the semesters where the programme is asked for), ``uitgeschreven``, ``volgend_jaar``, ``daarna`` (the days after the one told before), ``generatiestudent``,
        ``instelling``, ``contract``. ``los`` stands in it when the message does not of itself ask for a calculation: it
        answers a question, or goes on about an outcome.
    """
    plat = _platte_tekst(tekst)
    lezing = lezing or lees(tekst, vandaag=vandaag)
    uit = _feiten(plat, lezing, vandaag)
    if not uit:
        return {}
    if not _vraagt_berekening(plat, lezing, uit):
        if _is_eigen_vraag(plat, uit):
            return {}
        uit["los"] = True
    return uit


def _platte_tekst(tekst: str) -> str:
    plat = tekst[:MAX_TEKENS].lower().replace("’", "'").replace("'k ", "k ").replace("´", "'")
    return " ".join(plat.split())


def _feiten(plat: str, lezing: Lezing, vandaag: date) -> dict[str, Any]:
    uit: dict[str, Any] = {}
    wil = _wil(plat)
    if wil is not None:
        uit["wil"] = wil
    uit.update(_datums(plat, lezing, vandaag, wil))
    nieuw = _nieuw(plat, wil)
    if nieuw is None and "nieuw_datum" in uit:
        nieuw = True
    if nieuw is not None:
        uit["nieuw"] = nieuw
    if nieuw and _NAAR_GRADUAAT.search(plat):
        uit["graduaat"] = True
    if wil is not None and (opleiding := _gestopte_opleiding(plat)) is not None:
        uit["opleiding"] = opleiding
    if _GEEN_EXAMEN.search(plat):
        uit["examens"] = False
    elif _WEL_EXAMEN.search(plat):
        uit["examens"] = True
    if semesters := _semesters(plat):
        uit["semesters"] = semesters
    elif delen := _twee_delen(plat):
        uit["delen"] = delen
    if _DAARNA.match(plat):
        uit["daarna"] = True
    if _AL_UITGESCHREVEN.search(plat):
        uit["uitgeschreven"] = True
        if "datum" in uit:
            uit["datum"] = in_verleden(uit["datum"], plat, vandaag)
    if _VOLGEND_JAAR.search(plat):
        uit["volgend_jaar"] = True
    if lezing.situatie in ("generatiestudent", "verder_student"):
        uit["generatiestudent"] = lezing.situatie == "generatiestudent"
    elif _EERSTE_OOIT.search(plat):
        uit["generatiestudent"] = True
    instelling = lezing.instelling
    if instelling is not None and _NAAR.search(plat):
        # "van de VUB naar de UGent": the school that one leaves decides.
        instelling = lees(_NAAR.sub(" ", plat)).instelling
    if instelling is not None:
        uit["instelling"] = instelling
    if lezing.contract is not None:
        uit["contract"] = lezing.contract
    elif kort := _CONTRACT.match(plat):
        uit["contract"] = "diplomacontract" if kort["diploma"] else "creditcontract"
    return uit


def _wil(plat: str) -> str | None:
    if _VAKKEN.search(plat):
        return "vakken"
    if plat.strip(" .!") in ("stop", "stoppen", "stop maar") or _NIET_DEZE.search(plat):
        return None
    if _VERANDERT.search(plat):
        return "veranderen"
    return "stoppen" if _STOPT.search(plat) else None


def _vraagt_berekening(plat: str, lezing: Lezing, uit: dict[str, Any]) -> bool:
    """Whether the message of itself tells a case that can be computed, so that no general answer will do."""
    neemt_op = any(feit.rol == "opgenomen" for feit in lezing.feiten)
    if "wil" not in uit or _GROEIT.search(plat) or not (neemt_op or _EERSTE_PERSOON.search(plat)):
        return False
    if uit["wil"] == "vakken":
        return True
    heeft_punten = any(feit.rol in ("opgenomen", "los", "verworven", "niet_geslaagd") for feit in lezing.feiten)
    if heeft_punten or uit.keys() & {"datum", "nieuw_datum", "datum_fout", "semesters"}:
        return True
    if len(plat.split()) > _MEDEDELING or _VRAAGTEKENS.search(plat):
        return False
    return _MELDT.search(plat) is not None


def _is_eigen_vraag(plat: str, uit: dict[str, Any]) -> bool:
    """Whether the message asks for the rule in general ("wat is de regel van 1 december")."""
    if len(plat.split()) > _KORT and uit.keys() <= {
        "instelling",
        "contract",
        "generatiestudent",
        "datum",
        "wil",
        "nieuw",
    }:
        return True
    return _VRAAGT.search(plat) is not None and not _WAT_ALS.search(plat)


def _nieuw(plat: str, wil: str | None) -> bool | None:
    if _NIETS_NIEUWS.search(plat):
        return False
    if wil == "veranderen" or _IETS_NIEUWS.search(plat) or _NAAR_GRADUAAT.search(plat):
        return True
    return None


def _gestopte_opleiding(plat: str) -> str | None:
    treffer = _WAARMEE.search(plat)
    if treffer is None:
        return None
    stuk = _VOORZETSEL.split(treffer[1])[0]
    return zoek_opleiding(stuk.split())


def _datums(plat: str, lezing: Lezing, vandaag: date, wil: str | None) -> dict[str, Any]:
    uit: dict[str, Any] = {}
    fout = _onbestaande_dag(plat)
    if fout is not None:
        return {"datum_fout": fout}
    delen = [deel.strip() for deel in _ZINSDEEL.split(plat) if deel and deel.strip()]
    met_datum = (deel for deel in delen if _DATUMACHTIG.search(deel) or _NA_EXAMENS.search(deel))
    for deel in islice(met_datum, _MEESTE_DATUMDELEN):
        gelezen = _na_examens(deel, vandaag) or _datum_in(deel, vandaag)
        if gelezen is None:
            continue
        eigen = _STOPT.search(deel) or _VERANDERT.search(deel)
        if _OVER_EXAMENS.search(deel) and not eigen and not _NA_EXAMENS.search(deel):
            # "examens gedaan in januari" is not the day of stopping.
            continue
        gelezen = _in_volgend_jaar(gelezen, deel, plat, vandaag)
        begint = _NIEUWE_STAP.search(deel) and not eigen
        uit.setdefault("nieuw_datum" if begint else "datum", gelezen)
    if "datum" not in uit and (wil is not None or len(plat.split()) <= _KORT // 2):
        if any(_NU.search(deel) and not _NIEUWE_STAP.search(deel) for deel in delen):
            uit["datum"] = vandaag.isoformat()
    if _ZELFDE_DAG.search(plat) and "nieuw_datum" not in uit:
        uit["nieuw_datum"] = "zelfde"
    if wil == "veranderen" and "datum" in uit and "nieuw_datum" not in uit and not _STOPT.search(plat):
        # "ik verander op 20 november": out and in at once.
        uit["nieuw_datum"] = "zelfde"
    return uit


def _na_examens(deel: str, vandaag: date) -> str | None:
    """The month after the exam period that "na de examens" is about: the one that is named, else the next."""
    treffer = _NA_EXAMENS.search(deel)
    if treffer is None:
        return None
    begin = vandaag.year if vandaag.month >= _EERSTE_MAAND else vandaag.year - 1
    maand = _NA_JANUARI if vandaag < date(begin + 1, _NA_JANUARI, 1) else _NA_JUNI
    if treffer["maand"]:
        maand = _NA_JANUARI if treffer["maand"].startswith("ja") else _NA_JUNI
    return f"{begin + 1}-{maand:02d}"


def in_verleden(datum: str, plat: str, vandaag: date) -> str:
    """The same day a year before, where it is told as past, lies ahead and has no year of its own."""
    if datum <= vandaag.isoformat()[: len(datum)] or _JAARTAL.search(plat):
        return datum
    return f"{int(datum[:4]) - 1}{datum[4:]}"


def _in_volgend_jaar(gelezen: str, deel: str, plat: str, vandaag: date) -> str:
    """The same day in the year after, where the message says "volgend jaar" and the day has no year of its own."""
    if not _VOLGEND_JAAR.search(plat) or _JAARTAL.search(deel):
        return gelezen
    begin = vandaag.year if vandaag.month >= _EERSTE_MAAND else vandaag.year - 1
    start = begin + 1
    maand = int(gelezen[5:7])
    if vandaag.month >= _EERSTE_MAAND and not _VOLGEND_ACADEMIEJAAR.search(plat):
        # In autumn "volgend jaar in maart" is that of the calendar.
        return f"{vandaag.year + 1}{gelezen[4:]}"
    return f"{start if maand >= _EERSTE_MAAND else start + 1}{gelezen[4:]}"


def _datum_in(deel: str, vandaag: date) -> str | None:
    """The day or month in a part of a sentence, with its year; the day before for "voor", the day after for "na"."""
    los = _KAAL_MAAND.match(deel)
    lezing = lees(f"in {los[1]}" if los else deel, vandaag=vandaag)
    gelezen = lezing.datum
    if gelezen is None:
        return None
    eerder = vandaag.month in _ZOMER and gelezen < vandaag.isoformat()[: len(gelezen)]
    if eerder and (lees(f"in {los[1]}" if los else deel).datum or "").startswith("--"):
        gelezen = f"{int(gelezen[:4]) + 1}{gelezen[4:]}"
    relatie = getattr(lezing, "datum_relatie", None)
    if relatie == "voor" and _VOOR.search(deel):
        eerste = date.fromisoformat(gelezen if len(gelezen) > _LENGTE_MAAND else f"{gelezen}-01")
        return (eerste - _EEN_DAG).isoformat()
    if relatie == "na" and _NA.search(deel):
        if len(gelezen) > _LENGTE_MAAND:
            return (date.fromisoformat(gelezen) + _EEN_DAG).isoformat()
        jaar, maand = int(gelezen[:4]), int(gelezen[5:])
        return f"{jaar + maand // _LAATSTE_MAAND}-{maand % _LAATSTE_MAAND + 1:02d}"
    return gelezen


def _onbestaande_dag(plat: str) -> str | None:
    for patroon in (_DAG_MAAND, _DAG_SCHUIN):
        for treffer in patroon.finditer(plat):
            dag, maand = int(treffer[1]), woorden.MAANDEN.get(treffer[2])
            if maand is None:
                maand = int(treffer[2])
            # In a leap year, so that 29 February is left to the year that is meant.
            if patroon is _DAG_SCHUIN and not 1 <= maand <= _LAATSTE_MAAND:
                continue
            try:
                date(2028, maand, dag)
            except ValueError:
                return treffer[0].strip() if patroon is _DAG_MAAND else f"{treffer[1]}/{treffer[2]}"
    return None


def _als_cijfers(treffer: Treffer) -> str:
    """``dertig`` as ``30``; small numbers stay words, which "een" and "twee" of a semester are."""
    getal = getal_in_woord(treffer[0])
    return str(getal) if getal is not None and getal >= _KLEINSTE_GETALWOORD else treffer[0]


def _semesters(plat: str) -> dict[str, Any]:
    """The study points per kind of course that a message tells."""
    if _ELK_HELFT.staat_in(plat):
        return {"semester1": "helft", "semester2": "helft"}
    if telkens := _PER_SEMESTER.search(plat):
        return {"semester1": int(telkens[1]), "semester2": int(telkens[1])}
    gemerkt = _LETTERS.sub(_als_cijfers, plat).replace(":", " : ").replace(",", " , ").replace("=", " = ")
    for nummer, (_, patroon) in enumerate(_SEMESTER):
        gemerkt = patroon.sub(f"@{nummer}", gemerkt)
    if "@" not in gemerkt:
        return {}
    gemerkt = " ".join(gemerkt.split())
    vooraan = _VOORAAN.match(gemerkt) is not None
    gemerkt = _JAARVAK_VAN.sub(lambda treffer: _als_punten(treffer, vooraan=vooraan), gemerkt)
    uit: dict[str, Any] = {}
    treffers = list((_ERACHTER if vooraan else _ERVOOR).finditer(gemerkt))
    for treffer in treffers or _ERACHTER.finditer(gemerkt):
        aantal = treffer["aantal"].removeprefix("de ")
        waarde: Any = int(aantal) if aantal.isdigit() else _GEHELEN.get(aantal, "helft" if aantal == "half" else aantal)
        uit[_SEMESTER[int(treffer["soort"])][0]] = waarde
    return uit


def _als_punten(treffer: Treffer, *, vooraan: bool) -> str:
    """``2 jaarvakken van 6`` as ``12 jaarvakken``, in the order that the message has."""
    aantal = treffer["aantal"] or "1"
    keer = 1 if treffer["samen"] else _TELWOORDEN.get(aantal) or int(aantal)
    punten = keer * int(treffer["punten"])
    return f"@2 {punten}" if vooraan else f"{punten} @2"


def _twee_delen(plat: str) -> dict[str, int]:
    """Two bare numbers that can be the two semesters; with a total before them only when they make it."""
    treffer = _EERSTE_TWEEDE.search(plat) or _TWEE_DELEN.match(plat)
    if treffer is None:
        return {}
    een, twee = int(treffer["een"]), int(treffer["twee"])
    totaal = treffer.groupdict().get("totaal")
    if totaal is not None and int(totaal) != een + twee:
        return {}
    return {"semester1": een, "semester2": twee}
