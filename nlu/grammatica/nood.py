"""First-person signs of crisis in a message: wanting to die, or to hurt oneself.

A table of phrases, not a diagnosis: it catches what is said outright, in chat spelling too, so that help is named
whatever else the message holds. What is said of somebody else, or of something else ("een einde maken aan mijn
studies"), is left to the rest of the conversation.
"""

from __future__ import annotations

import unicodedata

from nlu.grammatica.woorden import reeks
from nlu.patroon import maak_patroon


MEESTE_LETTERS = 50_000
"""Characters of a message that are searched: far more than a message may hold, so that none is too long to be heard."""

_WOORD = maak_patroon(r"[^\W\d_]+|[.!?;,\n]")
_EINDE = "."
_GEEN_LETTERS = "'’`"

_SPELLING: dict[str, str] = {}


def _zet(vorm: str, schrijfwijzen: str) -> None:
    for schrijfwijze in schrijfwijzen.split():
        _SPELLING[schrijfwijze] = vorm


_zet("niet", "ni nie nt niett neit nit")
_zet("meer", "mer mr meir meerr")
_zet("leven", "leve levn leeven lven leveen")
_zet("wil", "will wilt wou wilde wouw wilk willen wille wens")
_zet("ik_wil", "kwil kwill kwou kwilde kzou ekwil")
_zet("ik", "k ek ikke ikzelf")
_zet("ik_ga", "kga kgaan kgon kzal")
_zet("ik", "kben kheb kzit kzie kweet kvoel kem hek kvind")
_zet("dood", "doot dooood doood")
_zet("sterven", "sterve stervn stervne sterfen strerven doodgaan dootgaan")
_zet("zelf", "mezelf mijzelf mezelve mezelfs mijnzelf menzelf meself mezlef mzelf mezlf")
_zet("einde", "eind einden eindje end")
_zet("maken", "maak make")
_zet("springen", "spring springe sprin springn")
_zet("mijn", "men mn mijne")
_zet("mij", "me")
_zet("geen", "gin gene gen")
_zet("zijn", "zn zyn")
_zet("er", "dr der")
# Words written as one; a space in the form makes two words.
_SPELLING |= {
    "nimeer": "niet meer",
    "niemeer": "niet meer",
    "nietmeer": "niet meer",
    "tleven": "het leven",
    "kmaak": "ik maken",
    "kspring": "ik springen",
    "kdenk": "ik denk",
    "kkan": "ik kan",
    "kmoet": "ik moet",
    "khoef": "ik hoef",
    "khoop": "ik hoop",
    "zelfmoordplegen": "zelfmoord plegen",
    "kziet": "ik het",
    "tniet": "het niet",
    "t": "het",
}

_ZELFMOORD = ("zelfmoord", "zelfdoding", "suicide")
_GEDACHTEN = reeks("zelfmoordgedachten zelfmoordgedachte zelfmoordneigingen suicidaal suicidale suicidegedachten")
_ZELF_WERK = reeks("""ophangen ophang verhangen verhang opknopen doden vermoorden snijden snij snijd snijdt verwonden
    afmaken aandoen aandoe aangedaan ombrengen doodmaken vergiftigen doodschieten pijnigen verminken""")
_ZELF_WAT = reeks("iets wat pijn kwaad dood")
_ZELF_DOEN = reeks("doen doe doet gedaan aandoen aangedaan maken")
_MIJ_WERK = reeks("ophangen verhangen ombrengen aandoen aandoe")
_GOOIEN = reeks("gooien gooi werpen smijten smijt")
_PLEGEN = reeks("plegen pleeg begaan doen")
_DENKEN = reeks("denk denken dacht gedacht gedachten gedachte overweeg overwegen droom fantaseer denkt")
_PLAATSEN = reeks("trein treinen brug dak gebouw metro tram raam toren sporen spoor flat balkon venster")
_GEEN_SPRONG = reeks("naar op over in tussen bij tot een mee vreugde blijdschap geluk")
_DAARNA_NIET = reeks("schaamte honger lachen verveling dorst")
_LEVEN_VAN = reeks("van met zonder op bij tussen in")
_STUDIE_VERVOLG = reeks("met voor in uit qua bij om")

# Between the words of a phrase only these may stand, so that the phrase stays one.
_TUSSEN_WIL = reeks("""gewoon echt liever maar enkel alleen nu ik liefst eigenlijk zo graag nog toch ook wel ff
    vandaag morgen vanavond vannacht straks snel""")
_TUSSEN_LEVEN = reeks("verder echt gewoon zo wil langer meer te dit ik nog")
_LETSEL_TUSSEN = reeks("""ik ga wil ik_wil ik_ga nog eens is wel echt gewoon aan zal kan kunnen zou moeten iets te
    van het doen maken hier nu""")

# Words that may stand in such a phrase without changing what it says.
_VULSEL = reeks("""nog nu echt gewoon eens straks wel vandaag morgen vanavond vannacht allemaal even eigenlijk soms ook
    totaal helemaal precies zo gwn efkes""")
_STUDIE = reeks("""opleiding opleidingen studie studies studeren richting richtingen vak vakken opo opos olod olods cursus
    bachelor bachelors master graduaat traject contract diplomacontract creditcontract examencontract inschrijving
    jaar semester les lessen stage bachelorproef thesis""")
_STUDIE_ZAKEN = _STUDIE | reeks("""leerkrediet punten studiepunten krediet saldo school unief universiteit hogeschool
    opgenomen gehaald december maart berekening gesprek chat groep""")
_STOPT = reeks("""stop stoppen gestopt stopzetten uitschrijven schrijf veranderen verander switchen overstappen
    heroriënteren herorienteren wisselen""")

_EERSTE_PERSOON = reeks("ik ik_wil ik_ga zelf")
_ANDEREN = reeks("""hij zij ze je jij jullie gij ge u we wij men iemand broer broertje zus zusje zuster vader papa
    moeder mama ouders oma opa grootmoeder grootvader nonkel oom tante neef nicht vriend vriendin vrienden lief kotgenoot
    kotgenote medestudent medestudente student studente studenten zoon dochter kind man vrouw collega buurman buurvrouw
    leerling klasgenoot klasgenote ex partner peter meter school unief universiteit hogeschool docent prof leerkracht
    bestuur overheid jongen meisje jongeren mensen wie""")


def heeft_nood(tekst: str) -> bool:
    """Tell whether a message says outright, in the first person, that its writer is in danger."""
    woorden = _woorden(tekst)
    for i, woord in enumerate(woorden):
        zoek = _TEKENS.get(woord)
        if zoek is not None and zoek(woorden, i):
            return True
    return False


def _woorden(tekst: str) -> list[str]:
    """Cut into words in one spelling; the end of a sentence becomes a word of its own, a comma is kept."""
    klein = tekst[:MEESTE_LETTERS].lower()
    for teken in _GEEN_LETTERS:
        klein = klein.replace(teken, "")
    if not klein.isascii():
        klein = "".join(c for c in unicodedata.normalize("NFKD", klein) if not unicodedata.combining(c))
    uit: list[str] = []
    for woord in _WOORD.findall(klein):
        if woord in ".!?;\n":
            uit.append(_EINDE)
        elif woord == "zelf" and uit and uit[-1] in ("mijn", "mij"):
            uit[-1] = "zelf"
        elif woord == "eigen" and uit and uit[-1] in ("mijn", "mij"):
            uit[-1] = "zelf"
        elif woord in ("moord", "moort", "doding") and uit and uit[-1] == "zelf":
            uit[-1] = "zelfmoord"
        else:
            uit += _een_spelling(woord).split(" ")
    return uit


def _een_spelling(woord: str) -> str:
    vorm = _SPELLING.get(woord)
    if vorm is not None:
        return vorm
    if woord[0] in "zs" and 7 <= len(woord) <= 11:
        # One letter wrong, missing, too many or swapped.
        for k in range(len(woord)):
            if woord[:k] + woord[k + 1 :] in _ZELFMOORD_FOUT:
                return "zelfmoord"
        if woord in _ZELFMOORD_FOUT:
            return "zelfmoord"
    return woord


_ZELFMOORD_FOUT = frozenset(w[:k] + w[k + 1 :] for w in _ZELFMOORD for k in range(len(w))) | frozenset(_ZELFMOORD)


def _op(woorden: list[str], i: int) -> str:
    return woorden[i] if 0 <= i < len(woorden) else _EINDE


def _vlak(woorden: list[str], i: int, terug: int, verder: int) -> list[str]:
    """Give the words around place i, at most so many each way and not beyond the sentence."""
    links: list[str] = []
    for k in range(i - 1, max(-1, i - 1 - terug), -1):
        if woorden[k] == _EINDE:
            break
        links.append(woorden[k])
    rechts: list[str] = []
    for woord in woorden[i + 1 : i + 1 + verder]:
        if woord == _EINDE:
            break
        rechts.append(woord)
    return [*reversed(links), *rechts]


def _over_zichzelf(woorden: list[str], i: int) -> bool:
    """Tell whether the nearest person named before place i is the writer; nobody named counts as the writer."""
    for k in range(i, max(-1, i - 12), -1):
        if woorden[k] == _EINDE:
            break
        if woorden[k] in _EERSTE_PERSOON:
            return True
        if woorden[k] in _ANDEREN:
            # "zegt ze dat ik": who wants follows right behind in the inverted order.
            return any(w in ("ik", "ik_wil") for w in woorden[k + 1 : i + 3])
    return True


def _keten_terug(
    woorden: list[str], i: int, tussen: frozenset[str], doel: frozenset[str], meest: int = 5
) -> int | None:
    """Walk back from place i over words that may stand between, up to one of the words sought."""
    for k in range(i - 1, max(-1, i - 1 - meest), -1):
        if woorden[k] in doel:
            return k
        if woorden[k] not in tussen:
            return None
    return None


_WIL = frozenset({"wil", "ik_wil"})
_KAN = _WIL | {"kan", "hoef", "moet", "kunnen"}


def _sterven(w: list[str], i: int) -> bool:
    """ "ik wil dood", "wil gewoon sterven", "was ik maar dood", "dat ik dood wil"."""
    volgend = _op(w, i + 1)
    if volgend == "graag" or (volgend == "van" and any(x in _DAARNA_NIET for x in w[i + 2 : i + 4])):
        return False
    if w[i] == "sterven" and _op(w, i - 1) == "te" and "zin" in w[max(0, i - 5) : i] and _over_zichzelf(w, i):
        return True
    wil = _keten_terug(w, i, _TUSSEN_WIL | {"te"}, _WIL)
    if wil is not None and not (w[wil] == "wil" and _op(w, wil + 1) in _ANDEREN):
        return _over_zichzelf(w, wil)
    achter = volgend in _WIL or (volgend in ("gaan", "zijn") and _op(w, i + 2) in _WIL)
    if achter and _op(w, i - 1) != "niet":
        return _over_zichzelf(w, i)
    vlak = w[max(0, i - 4) : i]
    if w[i - 2 : i] == ["laat", "mij"]:
        return True
    if w[i] == "dood" and "ik" in vlak:
        if "beter" in vlak:
            return True
        return (
            ("was" in vlak and "maar" in vlak)
            or "liever" in vlak
            or (volgend == "was" and "wil" in w[max(0, i - 5) : i])
        )
    return False


def _leven(w: list[str], i: int) -> bool:
    """ "wil niet meer leven", "geen zin om te leven", "stoppen met leven", "een einde aan mijn leven"."""
    vlak = _vlak(w, i, 7, 5)
    voor = w[max(0, i - 7) : i]
    volgend = _op(w, i + 1)
    zelf = _over_zichzelf(w, i)
    meer = _keten_terug(w, i, _TUSSEN_LEVEN, frozenset({"niet", "nooit"}))
    if meer is not None and zelf and {"meer", "langer", "verder"} & set(w[meer : i + 1]) and volgend != "van":
        om = set(w[max(0, meer - 4) : i + 3])
        if om & _WIL or (om & _KAN and volgend not in _LEVEN_VAN):
            return True
    if _op(w, i - 1) == "te" and "zin" in voor and zelf:
        return True
    if w[max(0, i - 4) : i] in (["waarom", "zou", "ik", "nog"], ["waarvoor", "zou", "ik", "nog"]):
        return True
    if w[max(0, i - 2) : i] in (["uit", "dit"], ["uit", "het"]) and "weg" in voor and zelf:
        return True
    if "zin" in voor and "geen" in voor and "in" in w[max(0, i - 3) : i] and zelf:
        return True
    if _op(w, i - 1) == "met" and {"stop", "stoppen", "stopt", "gestopt"} & set(voor) and zelf:
        return True
    if ("het" in w[max(0, i - 2) : i] or "mijn" in w[max(0, i - 2) : i]) and zelf:
        na = w[i + 1 : i + 6]
        if na[:3] == ["niet", "meer", "zitten"] or ("heeft" in na[:1] and {"geen", "zin"} <= set(w[i + 1 : i + 8])):
            return True
        if na[:2] in (["geen", "zin"], ["heeft", "geen"], ["is", "zinloos"]) and ("zin" in na or "zinloos" in na):
            return True
        if volgend in ("beu", "moe", "zat") or (volgend == "niet" and "waard" in na) or "waard" in na[:4]:
            return bool({"niet", "niks", "niets"} & set(na)) or volgend in ("beu", "moe", "zat")
        if volgend in ("stappen", "stap", "te") and "uit" in w[max(0, i - 3) : i]:
            return volgend != "te" or _op(w, i + 2) == "stappen"
        if volgend in ("beroven", "te") and "van" in w[max(0, i - 3) : i] and "zelf" in vlak:
            return True
        if "einde" in vlak and "aan" in voor:
            return True
        if {"stap", "stappen"} & set(voor) and "uit" in w[max(0, i - 3) : i]:
            return True
    return False


def _zelfmoord(w: list[str], i: int) -> bool:
    """ "zelfmoord plegen", "ik denk aan zelfmoord", or nothing but the word."""
    vlak = _vlak(w, i, 6, 4)
    if {"pleegde", "gepleegd", "pleegden"} & set(vlak) or not _over_zichzelf(w, i):
        return False
    if any(x in _PLEGEN for x in w[i + 1 : i + 5]) or "pleeg" in w[max(0, i - 4) : i]:
        return True
    if any(x in _DENKEN for x in vlak) and _op(w, i - 1) in ("aan", "over", "overweeg", "van"):
        return True
    if "enige" in w[i + 1 : i + 5]:
        return True
    return len([x for x in vlak if x != ","]) <= 1 and _op(w, i - 1) not in ("over", "van")


def _gedachten(w: list[str], i: int) -> bool:
    return _over_zichzelf(w, i) and not {"thesis", "onderzoek", "bachelorproef", "over"} & set(w[max(0, i - 5) : i])


def _zelf(w: list[str], i: int) -> bool:
    """ "mezelf iets aandoen", "mezelf pijn doen", "ik snij mezelf"."""
    if _op(w, i - 1) in _ZELF_WERK:
        return True
    k = i + 1
    gezien: set[str] = set()
    while k < len(w) and k <= i + 7:
        if w[k] in _ZELF_WERK:
            return True
        if w[k] in _ZELF_DOEN and gezien & _ZELF_WAT and ("aan" in gezien or gezien & {"pijn", "kwaad", "dood"}):
            return True
        if w[k] in _ZELF_DOEN and gezien & {"iets"} and "bang" in w[max(0, i - 6) : i]:
            return True
        if w[k] in _PLAATSEN and _GOOIEN & set(w[i - 1 : k + 3]):
            return True
        if w[k] in ("pijn", "kwaad") and {"doe", "doen"} & set(w[max(0, i - 2) : i]):
            return True
        if w[k] == "kant" and _op(w, k - 1) == "van":
            return True
        if w[k] not in _LETSEL_TUSSEN | _ZELF_WAT | _PLAATSEN and w[k] not in (
            "voor",
            "onder",
            "de",
            "een",
            "om",
            "dak",
        ):
            return False
        gezien.add(w[k])
        k += 1
    return False


def _mij(w: list[str], i: int) -> bool:
    """ "ik ga mij iets aandoen"; what somebody else does to the writer is another kind of danger."""
    if not any(x in _EERSTE_PERSOON for x in w[max(0, i - 6) : i]) or not _over_zichzelf(w, i - 1):
        return False
    na = w[i + 1 : i + 7]
    if _EINDE in na:
        na = na[: na.index(_EINDE)]
    while na and na[0] in _VULSEL:
        na = na[1:]
    if na[:1] == ["iets"]:
        return bool({"aandoen", "aandoe"} & set(na)) or ("aan" in na and "doen" in na)
    if na[:3] == ["van", "kant", "maken"] or (na[:1] and na[0] in _MIJ_WERK and na[0] not in ("aandoen", "aandoe")):
        return True
    return (
        na[:1] in (["voor"], ["onder"], ["van"])
        and bool(_PLAATSEN & set(na))
        and bool(_GOOIEN & set(w[i - 2 : i] + na))
    )


def _sterf(w: list[str], i: int) -> bool:
    return "ik" in w[max(0, i - 2) : i] and "hoop" in w[max(0, i - 6) : i]


def _lichaam(w: list[str], i: int) -> bool:
    """ "ik kras in mijn armen"."""
    return w[max(0, i - 2) : i] == ["in", "mijn"] and bool(
        {"snij", "snijd", "snijden", "kras", "krassen", "kerf"} & set(w[max(0, i - 6) : i])
    )


def _einde_aan(w: list[str], i: int) -> bool:
    """ "er een einde aan maken", but not to a study."""
    links, rechts = w[max(0, i - 5) : i], w[i + 1 : i + 6]
    if "maken" not in links + rechts or "aan" not in links + rechts or "er" not in links + rechts:
        return False
    if not _over_zichzelf(w, i):
        return False
    for k in range(i + 1, min(len(w) - 1, i + 12)):
        if w[k] == "aan" and w[k + 1] in reeks("die mijn deze de het dit dat al mij onze dees een alle"):
            na = w[k + 1 : k + 4]
            return "leven" in na or na[:1] == ["alles"]
        if w[k] == "met" and w[k + 1] in reeks("die mijn deze de het dit dat"):
            return "leven" in w[k + 1 : k + 4]
    return True


def _er_niet_zijn(w: list[str], i: int) -> bool:
    """ "ik wil er niet meer zijn", "beter als ik er niet meer was", "of ik er morgen nog wil zijn"."""
    na = [x for x in w[i + 1 : i + 8] if x not in ("morgen", "gewoon", "echt", "dan", "liever")]
    voor = w[max(0, i - 6) : i]
    if not _over_zichzelf(w, i):
        return False
    if na[:2] == ["niet", "meer"]:
        if na[2:3] == ["zijn"]:
            return bool(_WIL & set(w[max(0, i - 3) : i])) or _op(w, i - 1) == "liever"
        if na[2:4] == ["wil", "zijn"] or na[2:4] == ["zijn", "wil"]:
            return True
        if na[2:3] in (["was"], ["ben"]) and _op(w, i - 1) == "ik":
            return bool({"beter", "wil", "ik_wil", "makkelijker"} & set(voor))
        if w[max(0, i - 3) : i] == ["liever", "was", "ik"]:
            return True
        return bool({"binnenkort", "straks"} & set(voor)) and "ik" in voor and na[2:3] != ["bij"]
    return na[:3] == ["nog", "wil", "zijn"] and "of" in voor


def _springen(w: list[str], i: int) -> bool:
    """ "ik ga springen", "spring voor de trein"."""
    na, voor = _op(w, i + 1), w[max(0, i - 6) : i]
    if "vel" in voor or not _over_zichzelf(w, i):
        return False
    if na in ("voor", "om", "van", "onder", "uit") and any(x in _PLAATSEN for x in w[i + 2 : i + 5]):
        return True
    if na in ("van", "om", "voor", "uit", "onder") or na in _GEEN_SPRONG:
        return False
    if any(x in _PLAATSEN for x in voor) and {"van", "voor", "om", "onder", "uit"} & set(voor):
        return True
    if na == "ik":
        # "als ik niet slaag spring ik": nothing, or a place, follows.
        return _op(w, i + 2) in (_EINDE, ",") or any(x in _PLAATSEN for x in w[i + 2 : i + 6])
    eigen = bool({"ik", "ik_ga", "ik_wil"} & set(voor)) and bool({"ga", "wil", "ik_ga", "ik_wil", "zal"} & set(voor))
    return eigen and na in (_EINDE, ",", "en", "als", "want", "hoor", "nu", "straks", "vandaag", "vannacht", "morgen")


def _wakker(w: list[str], i: int) -> bool:
    """ "nooit meer wakker worden", "wou dat ik niet wakker werd"."""
    voor = w[max(0, i - 8) : i]
    return bool({"nooit", "niet"} & set(w[max(0, i - 3) : i])) and bool(_WIL & set(voor)) and _over_zichzelf(w, i)


def _uitweg(w: list[str], i: int) -> bool:
    na = _op(w, i + 2) if _op(w, i + 1) == "meer" else _op(w, i + 1)
    geen = _op(w, i - 1) == "geen" and bool({"zie", "ik"} & set(w[max(0, i - 4) : i]))
    return geen and na not in _STUDIE_VERVOLG and _over_zichzelf(w, i)


def _pillen(w: list[str], i: int) -> bool:
    vlak = _vlak(w, i, 4, 4)
    slikken = {"genomen", "ingenomen", "nemen", "innemen", "slikken", "geslikt", "slik", "neem", "pakken", "gepakt"}
    veel = {"veel", "alle", "doos", "al", "overdosis"} & {*vlak, w[i]}
    return bool(veel and slikken & set(vlak)) and _over_zichzelf(w, i)


def _zonder_mij(w: list[str], i: int) -> bool:
    return (
        w[max(0, i - 2) : i] == ["beter", "af"] and _op(w, i + 1) in ("mij", "mijn") and _op(w, i + 2) in (_EINDE, ",")
    )


def _missen(w: list[str], i: int) -> bool:
    """ "niemand gaat mij missen"."""
    return _op(w, i - 1) == "mij" and "niemand" in w[max(0, i - 4) : i]


def _verdwijnen(w: list[str], i: int) -> bool:
    """ "ik wil verdwijnen, voor altijd"."""
    wil = _keten_terug(w, i, _TUSSEN_WIL, _WIL)
    return wil is not None and "altijd" in w[i + 1 : i + 4] and _over_zichzelf(w, wil)


def _brug(w: list[str], i: int) -> bool:
    plek = _op(w, i - 2) == "op" and bool({"sta", "zit"} & set(w[max(0, i - 5) : i]))
    return plek and "ik" in w[max(0, i - 6) : i] and _op(w, i + 1) in (_EINDE, ",", "en")


def _zitten(w: list[str], i: int) -> bool:
    """ "ik zie het niet meer zitten", but not of a course, of a study, or of something to do."""
    k = i - 2 if _op(w, i - 1) in ("zie", "zien") else i - 1
    if w[max(0, k - 1) : k + 1] != ["niet", "meer"]:
        return False
    k -= 2
    while _op(w, k) in _VULSEL:
        k -= 1
    if _op(w, k) != "het" or not {"ik", "zie"} & set(w[max(0, k - 3) : k]) or not _over_zichzelf(w, k):
        return False
    na = w[i + 1 : i + 9]
    for einde in (_EINDE, ","):
        na = na[: na.index(einde)] if einde in na else na
    if na[:1] == ["om"]:
        return "leven" in na
    if na[:1] and na[0] in ("met", "in", "op", "aan", "bij", "van", "qua", "voor") and _STUDIE & set(na):
        return False
    return not (_STOPT & set(w) and _STUDIE & set(w))


def _verder(w: list[str], i: int) -> bool:
    """ "ik weet niet of ik nog verder kan", with nothing said of a study."""
    voor, rest = w[max(0, i - 7) : i], w[i + 1 : i + 3]
    weet = "of" in voor and "ik" in voor and "nog" in voor and rest[:1] in (["kan"], ["wil"], ["moet"])
    na = _op(w, i + 2) if weet else _op(w, i + 1)
    kan_niet = "kan" in voor and "ik" in voor and _op(w, i - 1) == "meer" and _op(w, i - 2) == "niet"
    los = na in (_EINDE, ",", "en", "zo", "door")
    return (weet or kan_niet) and los and not _STUDIE_ZAKEN & set(w) and _over_zichzelf(w, i)


def _eruit(w: list[str], i: int) -> bool:
    """ "ik wil eruit stappen", with nothing said of a study."""
    voor, na = w[max(0, i - 5) : i], w[i + 1 : i + 5]
    wil = bool((_WIL | {"ga", "ik_ga", "zou"}) & {*voor, *na}) and "stappen" in na
    stapt = "stap" in voor[-3:]
    eigen = bool(_EERSTE_PERSOON & {*voor, *na[:2]}) or not voor or voor == ["wil"]
    return (wil or stapt) and eigen and _over_zichzelf(w, i) and not (_STUDIE_ZAKEN | _STOPT) & set(w)


def _uit(w: list[str], i: int) -> bool:
    return _op(w, i - 1) == "er" and _eruit(w, i)


def _levensmoe(w: list[str], i: int) -> bool:
    return _over_zichzelf(w, i)


_TEKENS = {
    "dood": _sterven,
    "sterven": _sterven,
    "leven": _leven,
    "zelfmoord": _zelfmoord,
    **dict.fromkeys(_GEDACHTEN, _gedachten),
    "zelf": _zelf,
    "einde": _einde_aan,
    "er": _er_niet_zijn,
    "springen": _springen,
    "wakker": _wakker,
    "uitweg": _uitweg,
    "pillen": _pillen,
    "medicatie": _pillen,
    "overdosis": _pillen,
    "zonder": _zonder_mij,
    "brug": _brug,
    "levensmoe": _levensmoe,
    "missen": _missen,
    "verdwijnen": _verdwijnen,
    "mij": _mij,
    "sterf": _sterf,
    "zitten": _zitten,
    "verder": _verder,
    "eruit": _eruit,
    "uit": _uit,
    **dict.fromkeys(("arm", "armen", "polsen", "pols", "benen"), _lichaam),
    "afscheidsbrief": _levensmoe,
    "afscheidsbrieven": _levensmoe,
}
