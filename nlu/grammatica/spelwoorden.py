"""Flemish contractions, dialect forms, and the words that typing errors are mended to: plain tables."""

from __future__ import annotations

from nlu.grammatica import woorden
from nlu.grammatica.woorden import reeks


# "kheb", "kzen": ik + verb. "hebk", "zitk": verb + ik.
PROCLITISCH: frozenset[str] = reeks("""
    heb hebt had hadde hem em hen ben zen zin zijn zal zou ga gaan goa wil wou wilde moet moest mag kan kon denk dacht
    sta stoa zit zat kom kwam neem nam doe deed haal haalde volg volgde slaag slaagde hoop weet was krijg kreeg pak pakte
    schrijf schreef begin begon start zet zette buis mis miste hou zie zag heeb hebbe è ebbe eb
    """)
ENCLITISCH: frozenset[str] = reeks("heb had ben zen zit moet kan zal zou wil mag neem haal slaag hou kom moes")
CONTRACTIES: dict[str, tuple[str, ...]] = {
    "hek": ("heb", "ik"),
    "hebbek": ("heb", "ik"),
    "ebk": ("heb", "ik"),
    "hemmek": ("heb", "ik"),
    "kem": ("ik", "heb"),
    "kè": ("ik", "heb"),
    "k'è": ("ik", "heb"),
    "kebbe": ("ik", "heb"),
    "keb": ("ik", "heb"),
    "ek": ("heb", "ik"),
    "ken't": ("ik", "heb"),
    "kzn": ("ik", "ben"),
    "moek": ("moet", "ik"),
    "dak": ("dat", "ik"),
    "datk": ("dat", "ik"),
    "dadek": ("dat", "ik"),
    "omdak": ("omdat", "ik"),
    "omdatk": ("omdat", "ik"),
    "alsk": ("als", "ik"),
    "ask": ("als", "ik"),
    "assek": ("als", "ik"),
    "asek": ("als", "ik"),
    "askik": ("als", "ik"),
    "wak": ("wat", "ik"),
    "twas": ("het", "was"),
    "twaren": ("het", "waren"),
    "tware": ("het", "waren"),
    "tzijn": ("het", "zijn"),
    "tis": ("het", "is"),
    "das": ("dat", "is"),
    "warener": ("waren", "er"),
    "watteer": ("waren", "er"),
    "hedde": ("heb", "je"),
    "hebde": ("heb", "je"),
    "zijde": ("ben", "je"),
    "kweetni": ("ik", "weet", "niet"),
    "kweenie": ("ik", "weet", "niet"),
    "kweetnie": ("ik", "weet", "niet"),
    "kweeni": ("ik", "weet", "niet"),
}

VARIANTEN: dict[str, str] = {}


def _zet(goed: str, vormen: str) -> None:
    for vorm in vormen.split():
        VARIANTEN[vorm] = goed


_zet("ik", "kik")
_zet("hoeveel", "oevele oeveel oeveele hoevele oevil")
_zet("hoe", "oe")
_zet("uitrekenen", "uutrekenn uutrekenen uutreken uitrekenn")
_zet("daarvoor", "doarvoorn doarvoor daarvoorn dervoorn")
_zet("daarachter", "doarachter derachter erachter")
_zet("op", "up ip ùp òp")
_zet("voor", "vo vor vur veur voe vou voo vr vöör")
_zet("van", "vn vaan vant")
_zet("dat", "da dà")
_zet("wat", "wa wà wuk wuk'n")
_zet("niet", "nie ni nt niett nieh niet' nietj nit neit")
_zet("geen", "gin gene gine gee gèèn geeen")
_zet("maar", "mo mor mar mr moar mer maa maarr")
_zet("er", "der dr 'er")
_zet("het", "t")
_zet("heb", "hep heeb hebbe è eb ebbe hb hè")
_zet("had", "hadde hadt ad adde")
_zet("ben", "zen bn")
_zet("ga", "goa goan gaon gon gaan")
_zet("sta", "stoa stoan sto staon")
_zet("als", "as az alst ast")
_zet("jaar", "joar jaor jaer jaarr jaartje jr")
_zet("eerste", "iste ieste eeste erste eersste eest eirste eerst' eesrte")
_zet("tweede", "twede twiede twidde twèdde twiedde twee'de twweede")
_zet("derde", "dèrde derd derdde")
_zet("vakken", "vakn vakkn vak'n vakke vaken vakkes")
_zet("punten", "puntn punt'n")
_zet("alles", "alls ales oalles olles ollus aales alle's aalles")
_zet("allemaal", "allemale allemoal ollemolle allemol allemaol")
_zet("niks", "nieks nikske nix niets nietn niet'n")
_zet("helft", "halft elft elfd helfd helf hlft")
_zet("behalve", "bhalve bealve behalf beahlve behavle")
_zet(
    "gehaald",
    "gehoald gehoold gehold gehaold gaald gehaad gehaaldt gehaalt gehhaald gehaldt g'haald ghaald gehaal'd g'oald goald g'hoald behaalt",
)
_zet("gedaan", "gedoan gedaon")
_zet("geslaagd", "geslaoge geslogd geslaogd geslaag gslaagd geslaagt gesloagd")
_zet("opgenomen", "upgenomen upgenomn upgenoomn opgnomen opgenom opgenomme opgenomne")
_zet("genomen", "genoomn genomn genome genoomen g'nomen")
_zet("tussen", "tss tsn tusse tusn")
_zet("ongeveer", "ong ongevr ongv ongeveir")
_zet("leerkrediet", "leerkr leerkredit leerkred leerkrediett")
_zet("gebuisd", "gebuis gebuizd gebuist buis' gebuisj")
# Abbreviations; the full stop behind them ends no sentence.
_zet("opgenomen", "opg opgen opgn")
_zet("geslaagd", "gesl gslgd gslg")
_zet("getolereerd", "tol getol toler")
_zet("verworven", "verw verwv")
_zet("behaald", "beh behld")
_zet("ingeschreven", "ingeschr inschr")
_zet("erdoor", "erdr erdoo")
AFKORTINGEN: frozenset[str] = reeks("opg opgen gesl tol getol verw beh ingeschr inschr")
# French that students in Brussels mix in.
_zet("geslaagd", "réussi reussi réussis reussis réussie")
_zet("gebuisd", "raté rate' ratés échoué échoués")
_zet("genomen", "pris prises")
_zet("ingeschreven", "inscrit inscrite")
_zet("op", "sur")
# What was given up or thrown away was not passed.
_zet("gebuisd", "verspeeld verspeelt verprutst verknald verknalt vergooid verkloot gesjareld")
_zet("erdoor", "dervoren dervanaf")

# Words that typing errors are mended to.
KERNWOORDEN: frozenset[str] = frozenset(w for w in woorden.ROLWOORDEN if len(w) >= 5) | reeks("""
    behalve waarvan daarvan telkens semester tweede vierde vakken studiepunten studiepunt credits punten
    getolereerd allemaal eerste alles helft jaren vorig volgend verleden saldo helft herexamen herexamens januari februari september november december augustus oktober
    volgend volgende voltijds creditcontract diplomacontract examencontract leerkrediet master bachelor tolerantie
    ingeschreven verdubbeld geslaagd opgenomen verworven vrijstelling vrijstellingen ongeveer tussen academiejaar
    semesters programma
    """)

# Words of their own, that would otherwise be taken for a word above.
EIGEN_WOORDEN: frozenset[str] = reeks("""
    kan kon kom kwam krijg kreeg kies koop kook kaal kast kader kunnen kennen keer klas klaar kamer kind kost kat
    ken kende kun kwijt kort klein kiezen kopen komen kwamen kwart kwestie
    """)
