"""The words the grammar knows: plain tables, so that a word can be added without touching the logic."""

from __future__ import annotations

from nlu.grammatica.modellen import Signaal


def reeks(woorden: str) -> frozenset[str]:
    """Make a set of the words in a text."""
    return frozenset(woorden.split())


EENHEDEN: frozenset[str] = reeks("""
    sp sps stp sptn spt spn stptn ptn pt pnt pts punt punten puntjes punte studiepunt studiepunten studiepuntn
    studiepuntjes studiepten studiepnt studiepnten studpunten stpunten studiepoints credit credits creds krediet
    kredieten ects ec crédits crédit sp's stp's ptn's stps studiep studpnt ectspunten creditpunten credits' points stdp
    """)

# Words that say what a number is. Value: role and side, where side tells on which side of the word its number stands:
# "na" = the number follows, "voor" = the number precedes, "" = either.
ROLWOORDEN: dict[str, tuple[str, str]] = {}


def _zet(rol: str, kant: str, woorden: str) -> None:
    for woord in woorden.split():
        ROLWOORDEN[woord] = (rol, kant)


_zet(
    "opgenomen",
    "",
    """
    opgenomen opgenome opgenomn opgenoomen genomen gepakt ingezet ingezette ingeschreven ingeschrevn ingeschreve
    inschreef gevolgd opgenom volgde volgden opneem opneemt opneme opnemen opnam opnamen opneming inzet inzette
    inzetten aangevraagd opgegeven ingschreven meegesleurd
    """,
)
# Who enrols again begins another year.
HERINSCHRIJVEN: frozenset[str] = reeks(
    "herinschreven heringeschreven herinschreef herinschrijven herinschrijf heringeschrevn"
)
_zet("opgenomen", "", " ".join(sorted(HERINSCHRIJVEN)))
_zet(
    "opgenomen",
    "na",
    """
    neem neemt nemen nam namen pak pakt pakte pakken schrijf schrijft schreef schreven volg volgt volgen doe doen
    deed herneem hernam hernemen herdoe herdoen zet zette zetten totaal pakket programma jaarprogramma studieprogramma creditcontract inschrijving inschrijven
    """,
)
_zet(
    "verworven",
    "",
    """
    verworven verworve verworvn verwierf verwerf verwerft verwerven gehaald gehaalt gehaal gehald haal haalt
    haalde haalden halen haale behaald behaalt behaalde behaalden behaal behalen geslaagd geslaagt geslagd
    gslaagd geslaag gesl slaag slaagt slaagde slaagden slagen erdoor erdeur deurgeraakt doorgeraakt
    binnengehaald teruggekregen terugverdiend gelukt lukte lukten lukt oke behaalden doorgekomen afgewerkt
    bijhalen bijgehaald bijhaal binnendoen binnendoe binnengedaan binnenhaal binnenhalen overleefd geraakt doorstaan
    """,
)
_zet("verworven", "voor", "binnen erbij terug door deur")
_zet("niet_geslaagd", "voor", "kwijt open")
_zet("niet_geslaagd", "", "kwijtgeraakt kwijtgespeeld kwijtspeel verloor verloren verlies verliest verlooren")
_zet("verworven", "na", "bovenop")
_zet("opgenomen", "voor", "openstaan opnieuw nieuwe nieuw openstaande")
_zet(
    "niet_geslaagd",
    "",
    """
    gebuisd gebuist gebuis gebuizd buis buist buisde buisden buizen mis mist missen miste misten gemist gefaald
    faal faalde gezakt zak onvoldoende onvoldoendes mislukt gesjeesd
    """,
)
_zet(
    "getolereerd",
    "",
    """
    getolereerd getolereert getolleerd getolereerde getolerd tolereer tolereert tolereerde tolereren tolerantie
    toleranties gedelibereerd gedelibreerd gedelibeerd delibereer deliberatie deliberaties gedelib
    tolerantiepunten tolereerbaar tolereerbare getolereerden
    """,
)
_zet("vrijgesteld", "", "vrijstelling vrijstellingen vrijgesteld vrijgestelde vrijstellen evk evc")
_zet(
    "saldo",
    "",
    """
    saldo leerkredietsaldo leerkrediet leerkredit leerkredeit leerkediet lk rugzak rugzakje startsaldo
    startkrediet beginsaldo tegoed studiekrediet begin eindsaldo burgerprofiel
    """,
)
_zet("start", "na", "begonnen begon begin startte start gestart starten vertrokken")
_zet("bonus_over", "", "bonus bonuspunten bonuspunt verdubbeling")

# Words that look like a role word with a typing error, but are words of their own.
GEEN_ROLWOORD: frozenset[str] = reeks("""
    betaald betaalde bepaald bepaalde gedaald gemaald herhaald betaalt geslagen betalen bepalen dalen malen
    gemaakt gemeld gekomen genoemd totale bonussen inzien inzetbaar starter getal gehad verhaal verhalen helaas
    behalve gevonden vallen zetten ingegeven opgeven gevraagd praten lagen haast slag slagt geslacht aangenomen
    afgenomen meegenomen hangen schrijven volgens volgend volgende mission creditcontracten verdere restart
    voldoen vertrekken beginnen gehaat gestopt gestapt gestort gehele totaalprijs opname ontnomen benomen
    overnemen afnemen opnieuw onderhalen zakken herschreven herschrijven herschrijf herschreef
    """)

ALLES: frozenset[str] = reeks("alles alle allemaal allebei volledig alls perfect perfecte allemale")
ZELFDE: frozenset[str] = reeks("idem hetzelfde tzelfde zelfde")
NIETS: frozenset[str] = reeks("niks niets nix nikske nada")
DELEN: dict[str, tuple[int, int]] = {
    "helft": (1, 2),
    "halft": (1, 2),
    "driekwart": (3, 4),
    "kwart": (1, 4),
    "tweederde": (2, 3),
    "tweederden": (2, 3),
}
NOEMERS: dict[str, int] = {"derde": 3, "derden": 3, "vierde": 4, "vierden": 4, "kwart": 4, "vijfde": 5, "vijfden": 5}
REST: frozenset[str] = reeks("rest overige resterende overschot")
BEHALVE: frozenset[str] = reeks("behalve uitgezonderd uitgenomen")
NIET: frozenset[str] = reeks("niet nie ni nt niett")
GEEN: frozenset[str] = reeks("geen gin gene zonder nooit")
BIJNA: frozenset[str] = reeks("bijna haast zowat")
GROET_ERNA: frozenset[str] = reeks("goed goe ok oke okee okay kits wel gut best")
GROETEN: frozenset[str] = reeks("hey hei hallo hoi hi dag yo ey beste goeiendag goedemorgen goeiemorgen jow")
DIT_IS: frozenset[str] = reeks("dat das da dit da's dit is was waren")

# What a student says on taking back the number before it.
HERSTEL: frozenset[str] = reeks(
    "nee neen neenee sorry wacht oeps correctie bedoel bedoelde pardon oei foutje eigenlijk allee allez ofnee"
)
AARZELING: frozenset[str] = reeks("euh eh uh euhm uhm ehm hm hmm euhh eum")
GEEN_GETAL: frozenset[str] = reeks("veel weinig paar enkele sommige meeste genoeg")

VRAAGBEGIN: tuple[list[str], ...] = (["heb", "ik"], ["had", "ik"], ["is", "dat"], ["is", "het"], ["hebk", "ik"])

VAKWOORDEN: frozenset[str] = reeks("""
    vak vakken vakje vakjes vakkn opo opos olod olods opleidingsonderdeel opleidingsonderdelen stuks stuk module
    modules stage thesis bachelorproef masterproef proef examens examen cursus cursussen buis buizen
    onvoldoendes ols
    """)
HERKANSING: frozenset[str] = reeks("herexamen herexamens herex herkansing herkansingen")
EEN: frozenset[str] = reeks("een 'n n ne nen 1tje eentje één éen ééntje eén ene")
ELK: frozenset[str] = reeks("elk elke telkens ieder iedere elks steeds altijd")

SLEUTEL_TOTAAL: frozenset[str] = reeks("totaal totale pakket programma bachelor master jaar jaarprogramma")
STOPWOORDEN: frozenset[str] = reeks("""
    ik er heb had hebt heeft hebben ben was is zijn waren voor de het mijn mn men je ge hij ze we maar dan nu
    toen al nog ook maal een k kheb hek ek kem hij zij die dat daar ervan van aan toch wel ongeveer slechts
    amper ca net sp met bij denk dak k' moest als stel vd hiervan punten studiepunten credits hem m'n vak vakken
    zelf ze jij me gewoon effectief
    """)
VRAAGWOORDEN: frozenset[str] = reeks("hoeveel hoevl hoevel hvl wat wa welk welke wordt hoe klopt")
VOEGWOORDEN: frozenset[str] = reeks("en maar ma waarvan want dus of met terwijl daarvan plus et & omdat")

RANGTELWOORDEN: dict[str, int] = {
    "eerste": 1,
    "1e": 1,
    "1ste": 1,
    "1st": 1,
    "eersste": 1,
    "erste": 1,
    "tweede": 2,
    "2e": 2,
    "2de": 2,
    "2ste": 2,
    "twede": 2,
    "derde": 3,
    "3e": 3,
    "3de": 3,
    "vierde": 4,
    "4e": 4,
    "4de": 4,
    "vijfde": 5,
    "5e": 5,
    "5de": 5,
    "zesde": 6,
    "6e": 6,
    "6de": 6,
    "zevende": 7,
    "7de": 7,
    "7e": 7,
}
JAARWOORDEN: frozenset[str] = reeks("""
    jaar jr jaartje bach bachelor ba academiejaar bachelorjaar master masterjaar schooljaar studiejaar
    """)
JAARKLEEF: frozenset[str] = reeks("jaar jr j jr. y ba bach b")
SEMESTERWOORDEN: frozenset[str] = reeks("semester sem s semesters semster semesterke quadri")
ZITWOORDEN: frozenset[str] = reeks("zit zittijd examenkans kans zittij examenperiode sessie")

MAANDEN: dict[str, int] = {
    "januari": 1,
    "jan": 1,
    "februari": 2,
    "feb": 2,
    "febr": 2,
    "maart": 3,
    "mrt": 3,
    "april": 4,
    "apr": 4,
    "mei": 5,
    "juni": 6,
    "jun": 6,
    "juli": 7,
    "jul": 7,
    "augustus": 8,
    "aug": 8,
    "september": 9,
    "sept": 9,
    "sep": 9,
    "oktober": 10,
    "okt": 10,
    "november": 11,
    "nov": 11,
    "december": 12,
    "dec": 12,
}
PERIODE_VAN_MAAND: dict[int, str] = {1: "januari", 6: "juni", 8: "tweede zit", 9: "tweede zit"}
DATUMVOORZETSELS: frozenset[str] = reeks("""
    voor op tot na vanaf sinds tegen uiterlijk ten laatste rond ts tem t/m in per eind begin half
    """)
TIJDMATEN: frozenset[str] = reeks("""
    weken week kalenderdagen werkdagen semester dagen dag dgn maanden maand uur uren min minuten minuut km gb mb kg cm m personen mensen kinderen
    leden keren pogingen semesters opleidingen diploma's diplomas richtingen studenten collega's vrienden kansen
    lessen
    """)

CONTRACTEN: dict[str, str] = {
    "creditcontract": "creditcontract",
    "creditcontracten": "creditcontract",
    "creditkontrakt": "creditcontract",
    "creditdoelcontract": "creditcontract",
    "examencontract": "examencontract",
    "examencontracten": "examencontract",
    "diplomacontract": "diplomacontract",
    "diplomacontracten": "diplomacontract",
    "diplomadoelcontract": "diplomacontract",
}

# Longest match first: a sequence of words names one programme.
OPLEIDINGEN: dict[tuple[str, ...], str] = {
    ("schakelprogramma",): "schakelprogramma",
    ("schakeljaar",): "schakelprogramma",
    ("schakel",): "schakelprogramma",
    ("voorbereidingsprogramma",): "voorbereidingsprogramma",
    ("voorbereidingsjaar",): "voorbereidingsprogramma",
    ("banaba",): "banaba",
    ("bachelor", "na", "bachelor"): "banaba",
    ("ba", "na", "ba"): "banaba",
    ("manama",): "manama",
    ("master", "na", "master"): "manama",
    ("ma", "na", "ma"): "manama",
    ("postgraduaat",): "postgraduaat",
    ("postgraduaten",): "postgraduaat",
    ("postgrad",): "postgraduaat",
    ("doctoraat",): "doctoraat",
    ("doctoraats",): "doctoraat",
    ("doctoreren",): "doctoraat",
    ("phd",): "doctoraat",
    ("graduaat",): "graduaat",
    ("graduaten",): "graduaat",
    ("graduaatsopleiding",): "graduaat",
    ("graduaatsdiploma",): "graduaat",
    ("hbo",): "graduaat",
    ("hbo5",): "graduaat",
    ("educatief", "graduaat"): "graduaat",
    ("educatieve", "bachelor"): "educatieve_bachelor",
    ("educatieve", "ba"): "educatieve_bachelor",
    ("educatieve", "master"): "educatieve_master",
    ("educatieve", "ma"): "educatieve_master",
    ("educatieve", "masteropleiding"): "educatieve_master",
    ("educatieve", "bacheloropleiding"): "educatieve_bachelor",
    ("lerarenopleiding",): "educatieve_bachelor",
    ("lerarenopl",): "educatieve_bachelor",
    ("kms",): "kms",
    ("koninklijke", "militaire", "school"): "kms",
    ("militaire", "school"): "kms",
    ("micro", "credential"): "micro_credential",
    ("micro", "credentials"): "micro_credential",
    ("microcredential",): "micro_credential",
    ("microcredentials",): "micro_credential",
    ("incoming", "exchange"): "uitwisseling_in",
    ("exchange", "student"): "uitwisseling_in",
    ("inkomende", "uitwisselingsstudent"): "uitwisseling_in",
    ("uitwisselingsstudent",): "uitwisseling_in",
    ("incoming",): "uitwisseling_in",
    ("erasmus",): "uitwisseling_uit",
    ("op", "erasmus"): "uitwisseling_uit",
    ("op", "uitwisseling"): "uitwisseling_uit",
    ("uitwisseling",): "uitwisseling_uit",
    ("master",): "master",
    ("masteropleiding",): "master",
    ("masterdiploma",): "master",
    ("masterjaar",): "master",
    ("bachelor",): "bachelor",
    ("bacheloropleiding",): "bachelor",
    ("bachelordiploma",): "bachelor",
}
# A broad word gives way to a narrow one, wherever in the message they stand.
BREDE_OPLEIDINGEN: tuple[str, ...] = ("uitwisseling_uit", "uitwisseling_in", "master", "bachelor")

INSTELLINGEN: dict[tuple[str, ...], str] = {
    ("ugent",): "UGent",
    ("universiteit", "gent"): "UGent",
    ("gent", "univ"): "UGent",
    ("univ", "gent"): "UGent",
    ("unief", "gent"): "UGent",
    ("gentse", "universiteit"): "UGent",
    ("rug",): "UGent",
    ("kuleuven",): "KULeuven",
    ("ku", "leuven"): "KULeuven",
    ("kul",): "KULeuven",
    ("leuven",): "KULeuven",
    ("ehb",): "EhB",
    ("erasmushogeschool",): "EhB",
    ("erasmus", "hogeschool"): "EhB",
    ("erasmushogeschool", "brussel"): "EhB",
    ("odisee",): "Odisee",
    ("thomasmore",): "ThomasMore",
    ("thomas", "more"): "ThomasMore",
    ("tm",): "ThomasMore",
    ("luca",): "LUCA",
    ("uantwerpen",): "UAntwerpen",
    ("ua",): "UAntwerpen",
    ("universiteit", "antwerpen"): "UAntwerpen",
    ("unief", "antwerpen"): "UAntwerpen",
    ("vub",): "VUB",
    ("vrije", "universiteit", "brussel"): "VUB",
    ("ucll",): "UCLL",
    ("kdg",): "KdG",
    ("karel", "de", "grote"): "KdG",
    ("vives",): "VIVES",
    ("artevelde",): "Artevelde",
    ("arteveldehogeschool",): "Artevelde",
    ("hogent",): "HOGENT",
    ("hogeschool", "gent"): "HOGENT",
    ("howest",): "Howest",
    ("pxl",): "PXL",
    ("ap",): "AP",
    ("ap", "hogeschool"): "AP",
    ("uhasselt",): "UHasselt",
    ("universiteit", "hasselt"): "UHasselt",
}

SITUATIES: dict[tuple[str, ...], str] = {
    ("generatiestudent",): "generatiestudent",
    ("generatiestudente",): "generatiestudent",
    ("generatiestudenten",): "generatiestudent",
    ("eerstejaars",): "generatiestudent",
    ("eerstejaarsstudent",): "generatiestudent",
    ("1stejaars",): "generatiestudent",
    ("eerste", "inschrijving"): "generatiestudent",
    ("voor", "het", "eerst", "ingeschreven"): "generatiestudent",
    ("eerste", "keer", "ingeschreven"): "generatiestudent",
    ("voor", "het", "eerst", "student"): "generatiestudent",
    ("eerste", "keer", "student"): "generatiestudent",
    ("eerste", "jaar", "student"): "generatiestudent",
    ("in", "mijn", "eerste", "jaar"): "generatiestudent",
    ("in", "men", "eerste", "jaar"): "generatiestudent",
    ("in", "t", "eerste", "jaar"): "generatiestudent",
    ("in", "het", "eerste", "jaar"): "generatiestudent",
    ("is", "mijn", "eerste", "jaar"): "generatiestudent",
    ("net", "begonnen"): "generatiestudent",
    ("nog", "nooit", "gestudeerd"): "generatiestudent",
    ("niet", "mijn", "eerste", "jaar"): "verder_student",
    ("ni", "mijn", "eerste", "jaar"): "verder_student",
    ("ni", "men", "eerste", "jaar"): "verder_student",
    ("niet", "het", "eerste", "jaar"): "verder_student",
    ("in", "mijn", "tweede", "jaar"): "verder_student",
    ("in", "mijn", "derde", "jaar"): "verder_student",
    ("in", "men", "tweede", "jaar"): "verder_student",
    ("in", "het", "tweede", "jaar"): "verder_student",
    ("in", "tweede", "bach"): "verder_student",
    ("in", "derde", "bach"): "verder_student",
    ("al", "langer", "student"): "verder_student",
    ("al", "eerder", "student"): "verder_student",
    ("al", "langer", "bezig"): "verder_student",
    ("tweede", "jaars"): "verder_student",
    ("derde", "jaars"): "verder_student",
    ("eerste", "jaars"): "generatiestudent",
    ("geen", "generatiestudent"): "verder_student",
    ("geen", "generatiestudent", "meer"): "verder_student",
    ("niet", "generatiestudent"): "verder_student",
    ("tweedejaars",): "verder_student",
    ("derdejaars",): "verder_student",
    ("tweedejaarsstudent",): "verder_student",
    ("derdejaarsstudent",): "verder_student",
    ("2de", "jaars"): "verder_student",
    ("2dejaars",): "verder_student",
    ("3dejaars",): "verder_student",
    ("al", "eerder", "gestudeerd"): "verder_student",
    ("al", "gestudeerd"): "verder_student",
    ("eerder", "gestudeerd"): "verder_student",
    ("al", "eens", "gestudeerd"): "verder_student",
    ("bisser",): "verder_student",
    ("bisstudent",): "verder_student",
}

#: How students steer a calculation instead of answering its question; each is the beginning of a word.
STUURWOORDEN: dict[Signaal, tuple[str, ...]] = {
    "annulering": (
        "laat maar",
        "laat zitten",
        "laat vallen",
        "vergeet het",
        "vergeet maar",
        "hoeft niet meer",
        "moet niet meer",
        "moet al ni meer",
        "hoeft al niet",
        "geen zin meer",
        "stop maar",
        "stop met rekenen",
        "stop met vragen",
        "wil niet verder",
        "wil stoppen met",
        "wil da ni zeggen",
        "wil dat niet zeggen",
        "zeg ik niet",
        "zegk ni",
        "gaat je niet aan",
        "gaat u niet aan",
        "stop ermee",
        "stop er mee",
    ),
    "uitstel": (
        "wacht even",
        "wacht eens",
        "wacht ff",
        "even wachten",
        "ff wachten",
        "momentje",
        "moment ",
        "even kijken",
        "ff kijken",
        "even denken",
        "ff denken",
        "even opzoeken",
        "ff opzoeken",
        "even zoeken",
        "even nakijken",
        "kom zo terug",
        "ben zo terug",
        "moet nadenken",
        "effe kijken",
        "efkes kijken",
        "efkes wachten",
        "effe wachten",
    ),
    "weet_niet": (
        "weet ik niet",
        "weet ik nog niet",
        "weet ik nog ni",
        "weet nog niet",
        "weet nog ni",
        "nog niet bekend",
        "nog niet gekend",
        "nog geen resultaten",
        "nog geen resultaat",
        "nog geen uitslag",
        "nog geen punten gekregen",
        "nog geen examens",
        "nog bezig",
        "is nog bezig",
        "resultaten nog niet",
        "punten nog niet",
        "moet nog afwachten",
        "weet het niet",
        "weet ni",
        "weet nie",
        "weet niet",
        "geen idee",
        "kweetni",
        "kwee ni",
        "kweenie",
        "idk",
        "niet zeker",
        "ni zeker",
        "vergeten",
        "geen flauw idee",
        "geen gedacht",
    ),
    "waarom": ("waarom vraag", "waarom wil je", "waarom moet je", "waarvoor heb je", "waarom heb je", "waarvoor dient"),
    "herhaling": (
        "herhaal",
        "herhal",
        "wat vroeg",
        "wablief",
        "wat was de vraag",
        "zeg nog eens",
        "nog eens de vraag",
        "welke vraag",
    ),
}
