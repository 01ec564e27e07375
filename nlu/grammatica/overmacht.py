"""What a message tells of the student's own case of overmacht: which chances were missed, what the school said, what proof.

The reason is never read: no word of it is in what comes out of here.
"""

from __future__ import annotations

import unicodedata
from datetime import date
from typing import Any

from nlu.grammatica.academiejaren import lees_academiejaren
from nlu.grammatica.antwoord import is_vraagzin
from nlu.grammatica.ontwerp import vraagt_ontwerp
from nlu.patroon import maak_patroon
from nlu.patroon import maak_reeksen


MEESTE_LETTERS = 2000
MEESTE_VAKKEN = 20
MEESTE_PUNTEN = 60
_KORT = 8

_SPELLING = (
    (r"[’'`´]", ""),
    (r"\b(?:ni|nie|nt|niets meer|nit|neit)\b", "niet"),
    (r"\b(?:niks|nix|nikske|niets)\b", "niks"),
    (r"\b(?:kheb|kem|keb|khad|k heb|k had|hek|hebk|heb k|kheb)\b", "ik heb"),
    (r"\b(?:kwas|k was)\b", "ik was"),
    (r"\b(?:kkon|k kon|kost|koste|konk|kon k)\b", "ik kon"),
    (r"\b(?:kwist|k wist)\b", "ik wist"),
    (r"\b(?:da|daddat|dadda|dak|dakik)\b", "dat"),
    (r"\b(?:mn|men|mij|me|m n)\b", "mijn"),
    (r"\b(?:1e|1ste|1 st|eeste|eerst)\b(?= ?(?:zit|kans|examen|keer|sess|periode))", "eerste"),
    (r"\b(?:2e|2de|twede|tweed|2 de|2 e)\b", "tweede"),
    (r"\b(?:1|een|maar een|slechts een) (?:zit )?van (?:de |mijn )?(?:2|twee|beide)\b(?: zit\w*| kansen| examen\w*)?", "een_van_beide"),
    (r"\b(?:alle ?2|alle ?twee|alletwee|allebei|allebij|beiden|alle bei|de twee|de 2|all 2)\b", "beide"),
    # Whoever sat one of the two says it with a number of times: "maar 1 keer meegedaan (van de 2)".
    (r"\b(?:maar|ma|mr|slechts|enkel|alleen) (?:1|een|ene|n) (?:(?:keer|kr|maal|x|zit|zittijd|kans|examenkans) )?(?=(?:\w+ )?(?:meegedaan|gedaan|afgelegd|deelgenomen)\b)", "een_van_beide "),
    (r"\b(?:1|een) (?:keer|kr|maal|x) (?=(?:meegedaan|gedaan|afgelegd|deelgenomen) van (?:de |mijn )?(?:2|twee|beide)\b)", "een_van_beide "),
    (r"\b(?:tweedezit|herexamens?|herkansing(?:en)?|herkans|2z|hersexamen)\b", "tweede zit"),
    (r"\b(?:eerstezit|1z)\b", "eerste zit"),
    (r"\b(?:zittijd|zitting|zittingsperiode|zittijden|zitten|sessie|examenkans|examenkansen|kansen|examenperiode|kans)\b", "zit"),
    (r"\b(?:zit) (?:zit)\b", "zit"),
    (r"\b(?:augusts|augustues|ogustus|oogst|aug)\b", "augustus"),
    (r"\b(?:inhaal ?examens?|inhaal ?moment|inhaaltoets|uitgesteld examen|ander examen ?moment|ander moment|andere examen ?datum|andere datum"
     r"|aangepast examen|ander examen|nieuw moment|nieuwe datum|extra kans|ander tijdstip|verplaatst examen)\b", "inhaal"),
    (r"\b(?:dokters?briefje|dokters?briefke|doktersattest|ziektebriefje|ziekte ?attest|medisch attest|attestje|briefke|briefje|getuigschrift"
     r"|certificaat|attesten|bewijzen|bewijsstuk|bewijsje|verslag|papieren|opnameattest|dokters? ?papier|medisch bewijs|attestatie)\b", "attest"),
    (r"\bbewijs\b", "attest"),
    (r"\b(?:ombudsdienst|ombudsman|ombudsvrouw|ombudspersoon|hogeschool|unief|universiteit|docent|prof|leerkracht|secretariaat"
     r"|trajectbegeleider|facultei?t|opleiding|lector)\b", "school"),
    (r"\bombuds\b", "school"),
    (r"\b(?:meedoe|mee doen|mee te doen|mee gedaan|meegeda|meegedan|megedaan)\b", "meegedaan"),
)  # fmt: skip
_SPELLING_RE = tuple((maak_patroon(patroon), vorm) for patroon, vorm in _SPELLING)

_EXAMEN = maak_patroon(r"\bexamens?\b")
_ZIT = maak_patroon(r"\bzit\b")
_SCHOOL = maak_patroon(r"\bschool\b")
_WEL = maak_patroon(r"\bwel\b")
_NIET = maak_patroon(r"\bniet\b")
_OVER_KANS = maak_patroon(r"\b(?:examens?|zit|meegedaan|meedoen|deelnemen|deelgenomen)\b")
_GING_AL = maak_patroon(r"\b(?:gemist|miste|afgelegd|meegedaan|gebuisd)\b")
_WIT = maak_patroon(r"\s+")
_SPATIES = maak_patroon(r"[^\S\n]+")
_ZINSEINDE = maak_patroon(r"(?<=[.!?\n])|,")
_SCHEIDING = maak_patroon(r"[.,;:!?\n()]+|\b(?:maar|ma|en|want|dus|terwijl|omdat|alhoewel|hoewel)\b")
_EERSTE = r"(?:eerste (?:zit|examen|keer|x\b)|\b(?:januari|jan|juni|jun|mei|december|dec)\b)"
_TWEEDE = r"(?:tweede (?:zit|examen|keer|x\b)|\b(?:augustus|september|sept)\b|\btweede\b(?! (?:jaar|bach\w*|ba|semester|sem|master|ma|vak|opleiding|studie\w*|week|dag|graad)\b))"
_ALLE = r"(?:\bbeide\b(?: zit)?|\balle (?:zit|tweede)\b|\b(?:twee|2) (?:keer|zit|x)\b|\belke? zit\b)"
_GEEN = r"(?:(?<!nog )\bgeen (?:enkele?|1|een) (?:zit|examens?|keer)\b|\b(?:aan|op|naar) geen (?:enkel )?examens?\b|\bgeen van (?:de )?(?:beide|twee|2) zit\b)"
_GEEN_KANS = maak_patroon(_GEEN)
_ANDERE_ZIT = r"\bandere zit\b"
_KANS = maak_patroon(
    rf"(?P<geen>{_GEEN})|(?P<andere>{_ANDERE_ZIT})|(?P<alle>{_ALLE})|(?P<eerste>{_EERSTE})|(?P<tweede>{_TWEEDE})"
)

_KUNNEN = r"(?:meegedaan|meedoen|gaan|gegaan|afgelegd|afleggen|deelgenomen|deelnemen|gedaan|doen|benut|gebruikt|geraakt|geweest|maken|gemaakt|kunnen|gekund|komen|gekomen|bijwonen|opdagen|opgedaagd|aanwezig|erbij)"
_GEMIST = maak_patroon(
    rf"\b(?:gemist|miste|misten|gemiste|afwezig|misgelopen|gemst|moeten missen|laten schieten)\b"
    rf"|\bniet (?:\w+ ){{0,4}}?{_KUNNEN}\b"
    rf"|\b(?:kon|konden|mocht) (?:\w+ ){{0,6}}?niet\b"
    rf"|\bniet (?:naar|op|aan) (?:\w+ ){{0,3}}examens?\b"
    rf"|\bniks (?:\w+ ){{0,2}}(?:kunnen|gekund|afgelegd|meegedaan)\b"
)
_GEDAAN = maak_patroon(
    r"\b(?:afgelegd|meegedaan|deelgenomen|gedaan|gemaakt|gebuisd|gezakt|buis|benut|gebruikt|geslaagd|nam \w* ?deel|deed \w* ?mee"
    r"|legde \w+(?: \w*)? ?af|onvoldoende)\b|\b(?:naar|op) (?:\w+ ){0,3}examens? (?:\w+ )?(?:gegaan|geweest)\b"
)
_NIET_GESLAAGD = maak_patroon(
    r"\bniet (?:\w+ ){0,2}(?:geslaagd|gehaald|gelukt|door(?= *$))\b|\bslaagde (?:\w+ ){0,2}niet\b"
)
#: "Alles meegedaan" is an answer to the question about all chances; in a longer message it may be about all courses.
_ALLES = maak_patroon(
    r"(?:ik heb |ja )?(?:wel )?(?:alles|alle examens|allemaal) (?:wel )?(?:meegedaan|afgelegd|gedaan|benut|gebruikt)"
)
#: What keeps somebody from an exam, as a sign that a chance may have been missed. It is only looked for, never kept.
_BELET = maak_patroon(
    r"\b(?:ziek\w*|ziekenhuis|operatie|ongeval|opgenomen|overleden|begrafenis|overmacht|gekwetst|corona)\b"
)
_LESSEN = maak_patroon(r"\b(?:les|lessen|practica|practicum|colleges?) (?:\w+ ){0,2}(?:gemist|miste)\b")
_ERVOOR = maak_patroon(r"\b(?:wel|niet)(?: in| op)? *$")
#: That it was not one's own choice, or that leerkrediet is asked back.
_BUITEN_WIL = maak_patroon(
    r"\b(?:kon|konden|kunnen|gekund|mocht|gemist|miste|misten|moeten missen|ombuds|school|inhaal)\b"
    r"|\b(?:terugvragen|terugkrijgen|terugvorderen|recupereren|terug te (?:vragen|krijgen|vorderen))\b|\bkrijg\w* (?:\w+ ){0,6}terug\b"
)
_ALSNOG_GESLAAGD = maak_patroon(r"\b(?:geslaagd|gehaald|erdoor)\b")
_NOG = maak_patroon(r"\b(?:nog|binnenkort|straks|morgen|volgende|komende|ga ik|gaan|zal|zou)\b")
_VOORBIJ = maak_patroon(
    r"\b(?:voorbij|afgelopen|achter de rug|achter mijn|gepasseerd|al geweest|is gedaan|zijn gedaan|is geweest)\b"
)
_MOET_NOG = maak_patroon(
    r"\b(?:moet (?:\w+ )?nog|komt (?:er )?nog|komen nog|nog komen|nog niet|nog bezig|nog altijd bezig|nog geen|nog doen|nog meedoen|nog afleggen)\b"
)

_VRAAG_OM = r"(?:gevraagd|aangevraagd|gemaild|gemeld|opgevraagd|vroeg|verzocht|gecontacteerd)"
_NIET_GEVRAAGD = maak_patroon(
    rf"\b(?:nooit|niet|niks|nergens) (?:\w+ ){{0,5}}?{_VRAAG_OM}\b|\bgeen (?:\w+ ){{0,4}}?{_VRAAG_OM}\b"
    r"|\bvergeten (?:te )?(?:vragen|mailen)\b|\bniet gedurfd\b"
    r"|\bwist (?:\w+ )?niet dat (?:\w+ ){0,3}(?:kon|mogelijk was|mocht|bestond|moest)\b|\bniet geweten dat\b"
    rf"|\b{_VRAAG_OM} (?:\w+ )?niet\b"
)
_WEL_GEVRAAGD = maak_patroon(rf"\b{_VRAAG_OM}\b")
_MOMENT = maak_patroon(r"\b(?:inhaal|school|ander|uitstel|moment|het|dat|toch|wel|om)\b")
_GEWEIGERD = maak_patroon(
    r"\b(?:geweigerd|afgewezen|weigerde|weigerden|weigering|afgekeurd|niet toegestaan|afgeketst)\b"
    r"|\bschool (?:\w+ ){0,3}(?:zei|zegt|zeiden|antwoordde|antwoordden) (?:\w+ ){0,3}(?:nee|neen|niet|no|dat het niet)\b"
    r"|\bschool (?:\w+ ){0,2}(?:kon|kan|konden|wou|wilde|mocht) (?:\w+ ){0,4}(?:niet|niks|geen)\b"
    r"|\binhaal (?:\w+ ){0,3}(?:kon|ging|mocht|was) (?:\w+ )?niet\b|\b(?:niet|geen) (?:\w+ )?inhaal (?:\w+ )?(?:gekregen|mogelijk|gemogen)\b|\b(?:mocht|kreeg|kon) (?:\w+ ){0,2}(?:geen|niet) (?:\w+ )?inhaal\b"
    r"|\b(?:gevraagd|aangevraagd) \. (?:dat |het |dit )?(?:kon|ging|mocht|lukte|kan) (?:\w+ )?niet\b"
    r"|\bkreeg (?:\w+ ){0,2}(?:geen inhaal|nee|neen)\b|\bnee (?:gekregen|gezegd)\b|\b(?:zeiden|zei) (?:van )?(?:nee|neen)\b"
)
_GEEN_ANTWOORD = maak_patroon(
    r"\b(?:geen|nooit) (?:\w+ ){0,3}(?:antwoord|reactie|reaktie|mail terug)\b|\bniks (?:\w+ )?(?:gehoord|terug)\b"
    r"|\bnooit (?:\w+ ){0,3}(?:gehoord|geantwoord|gereageerd)\b|\bniet (?:geantwoord|gereageerd)\b|\bantwoord(?:de|den)? niet\b"
)
_TOEGEKEND = maak_patroon(
    r"\b(?:inhaal|moment) (?:\w+ ){0,3}(?:gekregen|gehad|gemogen|aangeboden|kunnen doen|gedaan|toegestaan)\b"
    r"|\b(?:kreeg|gekregen|gaf|gaven|mocht) (?:\w+ ){0,4}inhaal\b|\bschool (?:\w+ ){0,3}(?:gaf|gaven)\b"
)

_GEEN_BEWIJS = maak_patroon(
    r"\b(?:geen|zonder|nooit een?) (?:\w+ ){0,2}attest\b|\bniks (?:\w+ )?op papier\b|\battest (?:\w+ ){0,2}(?:kwijt|verloren|niet meer)\b"
    r"|\bniks (?:om te bewijzen|als attest)\b"
)
_DEKT_NIET = maak_patroon(
    r"\battest (?:\w+ ){0,6}(?:dekt|klopt|vermeldt|valt|zegt|staat) (?:\w+ ){0,6}niet\b|\b(?:datum|dag|data|periode) (?:\w+ ){0,3}(?:niet op|klopt niet)\b"
    r"|\bverkeerde (?:datum|dag|periode)\b|\bandere (?:dag|periode)\b|\bdekt (?:\w+ ){0,5}niet\b|\bniet gedekt\b"
)
_DEKT = maak_patroon(
    r"\b(?:dekt|gedekt)\b|\bheel(?:e|de|t)? (?:\w+ )?(?:maand|periode|week|weken|zit|juni|januari|augustus|examens?)\b"
    r"|\b(?:de )?hele (?:\w+ ){0,2}(?:maand|periode|week|weken|zit|juni|januari|augustus|tijd)\b"
    r"|\b(?:van|voor|op|met|over) (?:die|dezelfde|de juiste|de) (?:dag|datum|data|periode|dagen)\b"
    r"|\b(?:met|de) (?:\w+ )?datum (?:erop|er op|staat|van het examen)\b|\bdatum staat erop\b|\bdag van het examen\b"
)
_ATTEST = maak_patroon(r"\battest\b")

_GETALLEN = {
    "een": 1,
    "twee": 2,
    "drie": 3,
    "vier": 4,
    "vijf": 5,
    "zes": 6,
    "zeven": 7,
    "acht": 8,
    "negen": 9,
    "tien": 10,
}
_VAKKEN = maak_patroon(rf"\b(\d{{1,2}}|{'|'.join(_GETALLEN)}) (?:\w+ )?(?:vakken|opos|olods|examens)\b")
_PUNTEN = maak_patroon(
    r"\b(\d{1,2}) ?(?:sp|stp|studiepunten|studiepunt|studie punten|credits|ects)\b(?! ?(?:op|/))|\bvak van (\d{1,2})(?: punten)?\b(?! ?(?:op|/|\d))"
)

_ANDER = maak_patroon(
    r"\b(?:mijn|onze) (?:dochter|zoon|kind|vriend|vriendin|broer|zus|student|leerling|nicht|neef)\b(?! (?:\w+ ){0,3}(?:geboren|ziek))"
)
_ALGEMEEN = maak_patroon(r"\b(?:je|men|wie|iemand|jij|ge|studenten)\b")
_ALS = maak_patroon(r"(?:en |of |wat )?(?:als|as|stel|wanneer|indien) ")
_EIGEN = maak_patroon(r"\b(?:ik|k|mijn|kben)\b")
_WAT_TELT = maak_patroon(
    r"\b(?:is|ist|als|telt|tellen|geldt|ook|dan|of) (?:\w+ ){0,4}overmacht\b|\bovermacht (?:of niet|of wel|mogelijk)\b|\btelt (?:dat|dit|zoiets|het)\b|\bdat overmacht\b|\bovermacht *\?|\b(?:geldige|aanvaardbare|goede) reden\b|\b(?:dat|dit|da) (?:een )?reden\b|\bonder overmacht\b"
)
_KWIJT = maak_reeksen((r"\b(?:leerkrediet|punten|studiepunten)\b", r"\b(?:kwijt|verlies|verloren)\b"))
#: What is about the exams themselves; a year or a number of points alone is no case yet.
_GEVAL = frozenset(
    {"kans_gemist", "alle_kansen_afgelegd", "aangepast_examen_gevraagd", "bewijs_dekt_datum", "heeft_bewijs"}
)
_WEL_MAAR_GEBUISD = maak_reeksen(
    (r"\btweede zit (?:\w+ ){0,4}wel (?:gedaan|meegedaan|afgelegd)\b", r"\b(?:gebuisd|gezakt|niet geslaagd)\b")
)
_VERBETERT = maak_patroon(
    r"\b(?:wacht|bedoel|bedoelde|vergis|vergist|vergiste|sorry|oeps|fout|verkeerd|correctie|pardon)\b|\btoch (?:wel|niet|gevraagd)\b"
)

_MOCHT_NIET = maak_reeksen(
    (r"\bmocht(?:en)? (?:\w+ ){0,4}?niet\b", r"\bschool\b"),
    (r"\bschool\b", r"\bmocht(?:en)? (?:\w+ ){0,4}?niet\b"),
)
#: That leerkrediet is asked back from the Raad; of study fees, or on stopping, other topics tell.
_VRAGEN_TERUG = r"\b(?:terug ?(?:te )?vragen|terugvorderen|recupereren)\b"
_PUNTEN_TERUG = maak_reeksen(
    (r"\b(?:punten|studiepunten|leerkrediet|krediet|sp|credits|examen|vak)\b", _VRAGEN_TERUG),
    (_VRAGEN_TERUG, r"\b(?:raad|overmacht)\b"),
    grens=r"\n|(?= als | stop)",
)
_TERUG_KRIJGEN = maak_reeksen(
    (r"\b(?:punten|studiepunten|leerkrediet)\b", r"\bterug ?(?:kan|kunnen|te|kan te)? ?krijgen\b")
)
_STOPT = maak_patroon(r"\b(?:stop\w*|uitschrij\w*|schrijf|verander\w*|switch\w*|inschrijvingsgeld|studiegeld)\b")
_TE_LAAT = maak_reeksen((r"\b(?:te laat|nog op tijd|verjaard|verjaart|verlopen|vervallen)\b",))
_ZEKER = maak_reeksen(
    (
        r"\b(?:gaan|gaat|zullen|zal|krijg\w*|is|ist|zijn|ben|geven|keuren)\b",
        r"\b(?:zeker|gegarandeerd|sowieso|vast)\b",
        r"\b(?:terug\w*|goedkeuren|goed|toekennen|aanvaarden)\b",
    ),
    (
        r"\bhoeveel kans\b|\b(?:grote?|veel|kleine?) kans (?:dat|da|op|heb)\b|\bhoe groot is de kans\b"
        r"|\b(?:keuren|kennen) (?:\w+ ){0,3}(?:altijd|meestal|zeker) (?:goed|toe)\b|\b(?:garantie|beloven|garanderen)\b",
    ),
)
_HUN_NEE = maak_reeksen(
    (
        r"\b(?:als|as|wat als|indien|stel)\b(?: \w+){0,5} (?:weiger\w*|afwijs\w*|niet (?:willen|wil|mag|toestaan|goedkeuren|toekennen)|nee zegg?en|nee zegt|neen zegg?en)\b",
    )
)

_HOEVEEL = maak_reeksen((r"\bhoeveel\b", r"\b(?:terug|vak|krijg)"))


def lees_overmacht(tekst: str, *, vandaag: date) -> dict[str, Any]:
    """Read the facts of one message; empty where it tells none.

    The keys are those of the questions (``kans_gemist`` ...), and:

        antwoord_school: ``geweigerd``, ``geen_antwoord`` or ``toegekend``.
        heeft_bewijs: there is some proof; whether it covers the exam was not said.
        academiejaren, kalenderjaar, vakken, studiepunten: as far as named.
        vraagt_punten: how many points would come back is asked, for a course of ``studiepunten``.
        eigen_geval: enough is told of the student's own exams to go through the conditions by oneself.
        verbetert: the message takes back something that was said before.
        ontwerp: a draft of the verzoekschrift is asked for.
    """
    ruw = _vlak(tekst)
    plat = _spel(ruw)
    gelezen: dict[str, Any] = {}
    if vraagt_ontwerp(ruw):
        gelezen["ontwerp"] = True
    zinnen = [zin for zin in _zinnen(plat) if not _is_algemeen(zin)]
    verteld = " . ".join(zinnen)
    gelezen |= {"alle_kansen_afgelegd": True} if _ALLES.fullmatch(plat.strip(" .!")) else _kansen(zinnen)
    gelezen |= _school(verteld)
    gelezen |= _bewijs(verteld)
    belet = _BELET.search(plat) is not None
    # "1e zit niet, 2e zit wel" may be about passing, and who just stayed away has no overmacht: that is only an answer.
    gemist = any(_GEMIST.search(zin) or _GEEN_KANS.search(zin) for zin in zinnen)
    stellig = belet or (gemist and _BUITEN_WIL.search(plat) is not None)
    eigen = stellig if "kans_gemist" in gelezen else belet and "alle_kansen_afgelegd" in gelezen
    if _ALSNOG_GESLAAGD.search(plat) and not _NIET_GESLAAGD.search(plat):
        # Who passed in the end has the points back already.
        eigen = False
    # A year in a question ("kan ik voor 2023 nog terugvragen?") tells the case only beside something else.
    jaren, kalenderjaar = lees_academiejaren(ruw if gelezen else _vlak_zonder_vragen(ruw), vandaag)
    if jaren:
        gelezen["academiejaren"] = jaren
    elif kalenderjaar is not None:
        gelezen["kalenderjaar"] = kalenderjaar
    aantallen = _aantallen(plat)
    if gelezen or (len(plat.split()) <= _KORT and not is_vraagzin(plat)):
        # Points and courses by themselves may be about anything, unless they are the answer.
        gelezen |= aantallen
    elif "studiepunten" in aantallen and _HOEVEEL.staat_in(plat):
        gelezen |= aantallen | {"vraagt_punten": True}
    heel = _een_regel(ruw)
    vraagt_terug = _PUNTEN_TERUG.staat_in(heel) and _STOPT.search(heel) is None
    bang = belet and any(_BELET.search(zin) and _EXAMEN.search(zin) for zin in zinnen) and _KWIJT.staat_in(heel)
    if gelezen and "ontwerp" not in gelezen:
        gelezen["eigen_geval"] = not _ANDER.search(plat) and (
            (vraagt_terug and bool(_GEVAL & set(gelezen))) or (eigen and not _WAT_TELT.search(plat))
        )
        if _VERBETERT.search(plat):
            gelezen["verbetert"] = True
    # "De 2de zit heb ik wel gedaan maar ik was gebuisd": so the first was not.
    andere_niet = "tweede_zit_voorbij" in gelezen and _WEL_MAAR_GEBUISD.staat_in(plat)
    if (bang or andere_niet) and not _ANDER.search(plat) and "ontwerp" not in gelezen:
        gelezen["eigen_geval"] = True
    return gelezen


def lees_vragen(tekst: str) -> tuple[str, ...]:
    """Read what a message asks about a teruggave itself.

    ``raad_terug``: it asks leerkrediet back; ``punten_terug``: it asks whether points come back, of whatever cause;
    ``raad_te_laat``: whether it is too late; ``raad_zeker``: whether the Raad surely gives it;
    ``als_geweigerd``: what comes when it is refused.
    """
    heel = _een_regel(_vlak(tekst))
    uit = []
    if not _STOPT.search(heel):
        if _PUNTEN_TERUG.staat_in(heel):
            uit.append("raad_terug")
        elif _TERUG_KRIJGEN.staat_in(heel):
            uit.append("punten_terug")
    for patroon, naam in ((_TE_LAAT, "raad_te_laat"), (_ZEKER, "raad_zeker"), (_HUN_NEE, "als_geweigerd")):
        if patroon.staat_in(heel):
            uit.append(naam)
    return tuple(uit)


def _een_regel(plat: str) -> str:
    return _WIT.sub(" ", plat.replace("'", ""))


def _vlak(tekst: str) -> str:
    """Small letters without accents, one space between words; sentence signs stay."""
    ontleed = unicodedata.normalize("NFD", tekst[:MEESTE_LETTERS].lower())
    plat = "".join(teken for teken in ontleed if unicodedata.category(teken) != "Mn")
    return _SPATIES.sub(" ", plat).strip()


def _spel(plat: str) -> str:
    for patroon, vorm in _SPELLING_RE:
        plat = patroon.sub(vorm, plat)
    return plat


def _zinnen(plat: str) -> list[str]:
    """The pieces of a message that say one thing; one that names two exam chances is cut before the second."""
    uit = []
    for stuk in _SCHEIDING.split(plat):
        treffers = list(_KANS.finditer(stuk))
        plaatsen = [treffer.start() for treffer in treffers[1:]]
        if plaatsen and _ERVOOR.search(stuk[: treffers[0].start()]):
            # "Wel juni niet augustus" says it before each; "1e zit niet 2e zit wel" after.
            plaatsen = [woord.start() if (woord := _ERVOOR.search(stuk[:plaats])) else plaats for plaats in plaatsen]
        begin = 0
        for plaats in [*plaatsen, len(stuk)]:
            if stuk[begin:plaats].strip():
                uit.append(stuk[begin:plaats].strip())
            begin = plaats
    return uit


def _is_algemeen(zin: str) -> bool:
    """Whether a piece asks, supposes, or speaks of people in general."""
    return (
        is_vraagzin(zin)
        or _ALS.match(zin) is not None
        or (_ALGEMEEN.search(zin) is not None and _EIGEN.search(zin) is None)
    )


def _vlak_zonder_vragen(ruw: str) -> str:
    return " . ".join(zin for zin in _ZINSEINDE.split(ruw) if not is_vraagzin(zin.strip()))


# -- the exam chances


def _kansen(zinnen: list[str]) -> dict[str, Any]:
    gelezen: dict[str, Any] = {}
    gehoord: list[tuple[str, str, bool]] = []
    verteld = " . ".join(zinnen)
    # Who sat an extra exam may have used every chance after all.
    inhaal = _TOEGEKEND.search(verteld) is not None and _GEWEIGERD.search(verteld) is None
    for zin in zinnen:
        treffer = _KANS.search(zin)
        kans = (treffer.lastgroup or "") if treffer else ""
        if "een_van_beide" in zin:
            gelezen["alle_kansen_afgelegd"] = False
            if _oordeel(zin) == "gemist":
                gelezen["kans_gemist"] = True
            continue
        if kans == "tweede" or "tweede zit" in zin or _ZIT.search(zin) and not kans:
            if _VOORBIJ.search(zin):
                gelezen["tweede_zit_voorbij"] = True
                continue
            if _MOET_NOG.search(zin):
                gelezen["tweede_zit_voorbij"] = False
                continue
        if kans and _MOCHT_NIET.staat_in(zin):
            # What the school does not allow is no overmacht by itself: that is asked.
            gelezen |= {"alle_kansen_afgelegd": False} | ({"tweede_zit_voorbij": True} if kans == "tweede" else {})
            continue
        if _WEL_GEVRAAGD.search(zin) or _ATTEST.search(zin) or "inhaal" in zin or _SCHOOL.search(zin):
            # About what the school was asked, or about proof.
            continue
        oordeel = _oordeel(zin)
        if kans:
            if not oordeel and _WEL.search(zin):
                oordeel = "gedaan"
            elif not oordeel and _NIET.search(zin):
                oordeel = "gemist"
            gehoord.append((kans, oordeel, _WEL.search(zin) is not None))
        elif oordeel and gehoord and (oordeel == "gedaan" or not gehoord[-1][1]) and gehoord[-1][1] in ("", "belet"):
            gehoord[-1] = (gehoord[-1][0], oordeel, gehoord[-1][2])
        elif oordeel == "gemist" and _OVER_KANS.search(zin):
            gehoord.append(("een", oordeel, False))
        elif oordeel == "belet" and _EXAMEN.search(zin):
            gehoord.append(("een", oordeel, False))
    return gelezen | _uit_kansen(gehoord, inhaal=inhaal)


def _oordeel(zin: str) -> str:
    if _NOG.search(zin) and not _GING_AL.search(zin):
        return ""
    if _NIET_GESLAAGD.search(zin):
        return "gedaan"
    if _LESSEN.search(zin):
        return ""
    if _GEMIST.search(zin):
        return "gemist"
    if _GEDAAN.search(zin):
        return "gedaan"
    return "belet" if _BELET.search(zin) else ""


def _uit_kansen(gehoord: list[tuple[str, str, bool]], *, inhaal: bool) -> dict[str, Any]:
    """What the chances come down to, each as (which, what became of it, with "wel")."""
    for plaats, (kans, oordeel, wel) in enumerate(gehoord):
        if not oordeel:
            # "juni en augustus gemist", "juni gemist en augustus ook": what is said of the neighbour holds here too.
            buren = [gehoord[i][1] for i in (plaats + 1, plaats - 1) if 0 <= i < len(gehoord) and gehoord[i][1]]
            gehoord[plaats] = (kans, buren[0] if buren else "", wel)
    gemist: set[str] = set()
    gedaan: set[str] = set()
    for kans, oordeel, _ in gehoord:
        if kans == "geen":
            gemist |= {"eerste", "tweede"}
        elif kans == "alle" and oordeel in ("gemist", "gedaan"):
            (gemist if oordeel == "gemist" else gedaan).update({"eerste", "tweede"})
        elif oordeel == "gemist":
            gemist.add(kans)
        elif oordeel == "gedaan":
            gedaan.add(kans)
    contrast = any(oordeel == "gedaan" and wel for _, oordeel, wel in gehoord)
    if contrast and not gemist:
        gemist |= {kans for kans, oordeel, _ in gehoord if oordeel == "belet" and kans not in gedaan}
    gelezen: dict[str, Any] = {}
    if gemist:
        gelezen["kans_gemist"] = True
        if gemist != {"een"} and not inhaal or (gemist == {"een"} and gedaan):
            gelezen["alle_kansen_afgelegd"] = False
    elif {"eerste", "tweede"} <= gedaan:
        gelezen["alle_kansen_afgelegd"] = True
    if any(kans == "tweede" and oordeel in ("gemist", "gedaan") for kans, oordeel, _ in gehoord):
        gelezen["tweede_zit_voorbij"] = True
    return gelezen


# -- the school, the proof, the numbers


def _school(verteld: str) -> dict[str, Any]:
    if _GEWEIGERD.search(verteld):
        return {"aangepast_examen_gevraagd": True, "antwoord_school": "geweigerd"}
    if _GEEN_ANTWOORD.search(verteld):
        return {"aangepast_examen_gevraagd": True, "antwoord_school": "geen_antwoord"}
    if _NIET_GEVRAAGD.search(verteld):
        return {"aangepast_examen_gevraagd": False}
    if _TOEGEKEND.search(verteld):
        return {"aangepast_examen_gevraagd": True, "antwoord_school": "toegekend"}
    gevraagd = _WEL_GEVRAAGD.search(verteld)
    if gevraagd and _MOMENT.search(verteld):
        return {"aangepast_examen_gevraagd": True}
    return {}


def _bewijs(verteld: str) -> dict[str, Any]:
    if _GEEN_BEWIJS.search(verteld):
        return {"bewijs_dekt_datum": False}
    if not _ATTEST.search(verteld):
        return {}
    if _DEKT_NIET.search(verteld):
        return {"heeft_bewijs": True, "bewijs_dekt_datum": False}
    if _DEKT.search(verteld):
        return {"heeft_bewijs": True, "bewijs_dekt_datum": True}
    return {"heeft_bewijs": True}


def _aantallen(plat: str) -> dict[str, Any]:
    gelezen = {}
    vakken = [_GETALLEN.get(treffer[1]) or int(treffer[1]) for treffer in _VAKKEN.finditer(plat)]
    if len(vakken) == 1 and 1 <= vakken[0] <= MEESTE_VAKKEN:
        gelezen["vakken"] = vakken[0]
    punten = [int(treffer[1] or treffer[2]) for treffer in _PUNTEN.finditer(plat)]
    if len(punten) == 1 and 1 <= punten[0] <= MEESTE_PUNTEN:
        gelezen["studiepunten"] = punten[0]
    return gelezen
