"""Numbers that are no study points at all: rooms, streets, ages of children, sums of money, counts of other things."""

from __future__ import annotations

from nlu.grammatica import woorden
from nlu.grammatica.spelling import is_bekend
from nlu.grammatica.tekens import Teken
from nlu.grammatica.tellen import is_getal
from nlu.grammatica.tellen import op
from nlu.grammatica.tellen import woord_op


_NAAM_VOOR = woorden.reeks("""
    kamer lokaal zaal aula groep reeks klas blok lijn bus tram trein spoor perron nummer nr huisnummer week dag
    hoofdstuk pagina blz bladzijde vraag oefening versie ronde graad niveau artikel art verdieping gebouw kot code
    postcode poort taak opdracht labo practicum sessie les stoel locatie kantoor campus lokalen
    kost kostte betaal betaalde betalen verdien verdiende huur loon prijs iphone samsung covid vwo aso corona
    paragraaf
    """)
_ZEGT = woorden.reeks("zegt zei zegde zeg beweert vraagt vroeg")
_JIJ = woorden.reeks("je jij ge gij u bot gijle")
_STRAAT = ("straat", "laan", "steenweg", "plein", "dreef", "kaai", "vest", "lei", "weg")
_GEEN_STRAAT = frozenset({"weg", "onderweg"})
_MENSEN = woorden.reeks("""
    kind kinderen kids zoon zonen dochter dochters tweeling zoontje dochtertje broer broers zus zussen broertje zusje
    kleinkind kleinkinderen kat hond peuter kleuter baby mannen vrouwen vrouw man jongen meisje neef nicht
    """)
# Words that look like a plural and count nothing.
_GEEN_MEERVOUD = woorden.reeks("""
    trouwens anders samen binnen eens dus ondertussen intussen meteen nadien momenteel soms telkens helaas alvast even
    immers misschien waarschijnlijk tussen boven onder buiten zonder tegen wegens volgens sinds tijdens behalve alleen
    lukken halen worden zullen zouden kunnen moeten mogen willen gaan staan laten maken krijgen blijven nemen hebben
    zijn waren werden geweest alles niks niets ons eigens ineens overigens bovendien mischien misschiens doen zeggen
    weten denken slechts amper tis meestal nodig stuks trouwns vakjes tellen vallen missen over lijkens idd als is was
    precies netjes minstens hoogstens allicht was't ooit plus minus keer dees langs mezelf thuis allemans opeens efkes effens euhm points pas
    """)
_VOORVOEGSELS = ("ge", "ver", "be", "ont", "her", "op", "in", "af", "aan", "mee", "over", "uit", "bij", "terug", "door")
_HULP = woorden.reeks("ga gaan zal wil wou moet kan mag zou als indien mocht moest hoop laat te")
_TOLERANTIE = frozenset({"tolerantiekrediet", "tolerantiebudget", "tolerantietegoed", "deliberatiekrediet"})
_ALLE_SAMEN = 5
_DELEN = 3
"""Parts in which a course is given."""
_LETTERS = 3
_GROOTSTE = 999
_LEEFTIJD = frozenset({"van", "is", "zijn", "was", "wordt", "werd"})
_VERST = 6


def schrap_ballast(tekens: list[Teken]) -> None:
    """Set apart every number that names or counts something else; a number with a unit is never touched."""
    for i, t in enumerate(tekens):
        if is_getal(t) and not t.vast and _is_tekort(tekens, i):
            t.soort = "negeer"
        if not is_getal(t) or t.eenheid or t.vast:
            continue
        if _benoemt(tekens, i) or _telt_iets_anders(tekens, i) or _is_leeftijd(tekens, i):
            t.soort = "negeer"


def _is_tekort(tekens: list[Teken], i: int) -> bool:
    """Tell whether a number is what someone is short: "3 sp te weinig", "19 punten tekort"."""
    een, twee = woord_op(tekens, i + 1), woord_op(tekens, i + 2)
    if een in ("meer", "minder") and twee == "dan":
        return True
    return een in ("tekort", "teveel") or (een == "te" and twee in ("weinig", "kort", "veel"))


def _benoemt(tekens: list[Teken], i: int) -> bool:
    """Tell whether a number is a name: "kamer 12", "Overpoortstraat 46"; or what the bot said."""
    vorig = woord_op(tekens, i - 1)
    if vorig == "dan" and woord_op(tekens, i - 2) in ("meer", "minder") and any(is_getal(u) for u in tekens[:i]):
        return True
    if vorig in _TOLERANTIE or woord_op(tekens, i + 1) in _TOLERANTIE:
        # How much may still be tolerated is the school's count, no study points of the student.
        return True
    naam = i > 0 and tekens[i - 1].soort == "woord" and not is_bekend(vorig) and len(vorig) > _LETTERS
    if naam and (tekens[i].waarde or 0) <= _DELEN and woord_op(tekens, i + 1) == "(" and is_getal(op(tekens, i + 2)):
        # "wiskunde 1 (6 sp)"
        return True
    if vorig == "alle" and (tekens[i].waarde or 0) <= _ALLE_SAMEN:
        # "we alle twee"
        return True
    na = op(tekens, i + 1)
    if (tekens[i].waarde or 0) > _GROOTSTE and woord_op(tekens, i - 1) == "/":
        # "dossier 2024/1234"
        tekens[max(0, i - 2)].soort = "negeer"
        return True
    if (tekens[i].waarde or 0) > _GROOTSTE and na is not None and na.soort == "woord":
        # "9000 Gent"
        return True
    if vorig in _NAAM_VOOR or (vorig in _ZEGT and woord_op(tekens, i - 2) in _JIJ):
        return True
    return vorig.endswith(_STRAAT) and len(vorig) > 5 and vorig not in _GEEN_STRAAT and tekens[i - 1].soort == "woord"


def _telt_iets_anders(tekens: list[Teken], i: int) -> bool:
    """Tell whether a number counts what the word behind it says: "3 kaartjes", "2 kinderen"."""
    na = op(tekens, i + 1)
    if (
        na is None
        or na.soort != "woord"
        or (is_bekend(na.tekst) and na.tekst not in ("meer", "minder"))
        or na.tekst in _GEEN_MEERVOUD
    ):
        return False
    woord = na.tekst
    if woord in _MENSEN:
        return True
    if len(woord) < 5 or not woord.endswith(("en", "s", "jes")) or woord.startswith(_VOORVOEGSELS):
        return False
    hulp = {u.tekst for u in tekens[max(0, i - _VERST) : i]} & _HULP
    if woord.endswith("en") and hulp:
        return False
    # "5 nieuwe vakken": the course words behind it say what is counted.
    return woord_op(tekens, i + 2) not in woorden.VAKWOORDEN


def _is_leeftijd(tekens: list[Teken], i: int) -> bool:
    """Tell whether a number is the age of someone: "kinderen van 8 en 11"."""
    if woord_op(tekens, i - 1) in _LEEFTIJD and woord_op(tekens, i - 2) in _MENSEN:
        return True
    vorig = op(tekens, i - 2)
    tussen = woord_op(tekens, i - 1)
    return tussen in ("en", ",") and vorig is not None and vorig.soort == "negeer" and _is_leeftijd(tekens, i - 2)
