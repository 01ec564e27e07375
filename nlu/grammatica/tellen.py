"""Passes that settle which tokens are whole numbers, and which digits are no points at all."""

from __future__ import annotations

from fractions import Fraction

from nlu.grammatica import woorden
from nlu.grammatica.getallen import getal_in_woord
from nlu.grammatica.tekens import Teken


_NAMEN_MET_CIJFER = frozenset(
    {"hbo", "covid", "bol", "niveau", "lokaal", "aula", "campus", "bus", "kot", "klas", "groep"}
)
_GEPLAKT = (
    woorden.EENHEDEN
    | woorden.VAKWOORDEN
    | frozenset(woorden.ROLWOORDEN)
    | {"ba", "bach", "ma"}
    | {"x", "op", "van", "v", "vd", "keer", "en"}
)
_BEZIT = frozenset({"mijn", "mn", "men", "m'n", "de", "die", "haar", "zijn", "onze"})
_SOORTEN = frozenset({"verplichte", "gewone", "losse", "extra", "echte", "hele", "volle", "europese", "ects"})
_GROOTSTE_NOEMER = 5
_MEESTE_KEUZE = 66
"""Study points up to which "42 of 48" is a range of results."""
_MIN = frozenset({"-", "−", "–"})
_PLUS = frozenset({"+", "plus"})
_REKENTEKENS = frozenset({"/", "-", "−", "–", "x", "×", "*", "keer", "maal", "+", "plus", "=", "->", "à"})
_CIJFERSCHAAL = frozenset({10, 20})


def is_getal(teken: Teken | None) -> bool:
    """Tell whether a token is a number that may be points."""
    return teken is not None and teken.soort == "getal"


def op(tekens: list[Teken], i: int) -> Teken | None:
    """Give the token at a place, or None outside the list."""
    return tekens[i] if 0 <= i < len(tekens) else None


def woord_op(tekens: list[Teken], i: int) -> str:
    """Give the small-letter text at a place, or "" outside the list."""
    return tekens[i].tekst if 0 <= i < len(tekens) else ""


def lees_getallen(tekens: list[Teken]) -> list[Teken]:
    """Turn digits and number words into whole numbers; set apart what is too long to be points."""
    uit: list[Teken] = []
    for t in tekens:
        if t.soort in ("rijksregister", "telefoon", "klok", "euro"):
            t.soort = "negeer"
        elif t.soort == "academiejaar":
            t.soort = "acaj"
            t.acaj = f"{t.tekst[:4]}-{t.tekst[:2]}{t.tekst[-2:]}"
            if int(t.acaj[5:]) != int(t.acaj[:4]) + 1:
                # "2021-2024" is a stretch of years, not one academic year.
                t.soort = "negeer"
        elif t.soort == "getal":
            _lees_cijfers(t, uit)
            continue
        elif t.soort == "woord":
            waarde = getal_in_woord(t.tekst)
            if waarde is not None:
                t.soort, t.waarde = "getal", waarde
            elif t.tekst in ("één", "éen", "eentje", "1tje", "ééntje"):
                t.waarde = 1
        uit.append(t)
    return _voeg_woordgetallen_samen(uit)


def _lees_cijfers(t: Teken, uit: list[Teken]) -> None:
    geheel, scheiding, rest = t.tekst.replace(",", ".").partition(".")
    if len(geheel) > 4:
        t.soort = "negeer"
    elif not scheiding:
        t.waarde = int(geheel)
        if 1950 <= t.waarde <= 2100:
            t.soort, t.acaj = "acaj", str(t.waarde)
    elif len(rest) == 2 and len(geheel) == 2 and "," in t.tekst:
        # "60,45" is a hurried list: nobody writes study points in hundredths.
        for deel, begin in ((geheel, t.begin), (rest, t.begin + len(geheel) + 1)):
            los = Teken("getal", deel, begin, begin + len(deel), False)
            los.waarde = int(deel)
            uit.append(los)
            if deel is geheel:
                uit.append(Teken("teken", ",", t.begin + len(geheel), t.begin + len(geheel) + 1, True))
        return
    else:
        t.waarde, t.fout = int(geheel), "decimaal"
        if rest.strip("0") == "":
            t.fout = None
    uit.append(t)


def _voeg_woordgetallen_samen(tekens: list[Teken]) -> list[Teken]:
    """Join "vier en vijftig" and "honderd (en) twintig"."""
    uit: list[Teken] = []
    i = 0
    while i < len(tekens):
        t = tekens[i]
        tiental = op(tekens, i + 2)
        if t.tekst in woorden.EEN and woord_op(tekens, i + 1) == "en" and tiental is not None:
            waarde = tiental.waarde or 0
            if tiental.soort == "getal" and tiental.tekst.isalpha() and waarde in range(20, 100, 10):
                # "een en veertig": by itself "een" is the article.
                tiental.waarde, tiental.begin = waarde + 1, t.begin
                uit.append(tiental)
                i += 3
                continue
        if t.soort == "getal" and t.tekst.isalpha() and t.waarde is not None:
            volgende = op(tekens, i + 1)
            stap = 1
            achter = op(tekens, i + 2)
            if volgende is not None and volgende.tekst == "komma" and achter is not None and achter.waarde is not None:
                # "nul komma nul" is nothing; "vier komma vijf" is no whole number.
                t.eind, t.fout = achter.eind, None if achter.waarde == 0 else "decimaal"
                uit.append(t)
                i += 3
                continue
            if volgende is not None and volgende.tekst == "en":
                volgende, stap = op(tekens, i + 2), 2
            if volgende is not None and volgende.soort == "getal" and volgende.tekst.isalpha() and volgende.waarde:
                som = 0
                if t.waarde == 100 and volgende.waarde < 100:
                    som = 100 + volgende.waarde
                elif stap == 2 and 2 <= t.waarde <= 9 and volgende.waarde in range(20, 100, 10):
                    som = t.waarde + volgende.waarde
                if som:
                    t.waarde, t.eind = som, volgende.eind
                    uit.append(t)
                    i += stap + 1
                    continue
        uit.append(t)
        i += 1
    return uit


def verwerk_kleef(tekens: list[Teken]) -> list[Teken]:
    """Take in units, and drop numbers that are glued to letters of something else ("r0834567", "1m80")."""
    uit: list[Teken] = []
    i = 0
    while i < len(tekens):
        t = tekens[i]
        if t.soort == "getal":
            vorig, volgend = (uit[-1] if uit else None), op(tekens, i + 1)
            if t.kleef and vorig is not None and vorig.soort == "woord" and not t.tekst.isalpha():
                bekend = vorig.tekst in woorden.JAARKLEEF or vorig.tekst in woorden.SEMESTERWOORDEN
                if not bekend and vorig.tekst not in _GEPLAKT:
                    t.soort = "negeer"
            letter = uit[-2] if len(uit) > 1 and vorig is not None and vorig.tekst == "." and vorig.kleef else None
            if t.kleef and letter is not None and letter.soort == "woord" and len(letter.tekst) == 1:
                # "B.204" is a room.
                t.soort = "negeer"
            if vorig is not None and vorig.tekst in _NAMEN_MET_CIJFER:
                t.soort = "negeer"
            vast = volgend is not None and volgend.soort == "woord" and volgend.kleef and not t.tekst.isalpha()
            if vast and volgend is not None and volgend.tekst not in _GEPLAKT and herken_rol(volgend.tekst) is None:
                t.soort = "negeer"
            if t.soort == "getal" and volgend is not None and volgend.tekst in woorden.EENHEDEN:
                t.eenheid, t.eind = True, volgend.eind
                uit.append(t)
                i += 2
                continue
            if (
                t.soort == "getal"
                and woord_op(tekens, i + 2) in woorden.EENHEDEN
                and woord_op(tekens, i + 1) in _SOORTEN
            ):
                # "60 verplichte studiepunten"
                t.eenheid, t.eind = True, tekens[i + 2].eind
                uit.append(t)
                i += 3
                continue
        uit.append(t)
        i += 1
    return uit


def lees_sommen(tekens: list[Teken]) -> list[Teken]:
    """Read a written-out sum, "140 - 60 + 45" or "140 min 60 plus 2 keer 27", as balance, taken up and acquired."""
    uit: list[Teken] = []
    i = 0
    while i < len(tekens):
        t = tekens[i]
        af = op(tekens, i + 2)
        if (
            is_getal(t)
            and woord_op(tekens, i + 1) in {"-", "−", "–", "min", "minus"}
            and af is not None
            and is_getal(af)
        ):
            j = i + 3
            erbij: Teken | None = None
            keer = False
            if woord_op(tekens, j) in {"+", "plus"} and is_getal(op(tekens, j + 1)):
                erbij, j = tekens[j + 1], j + 2
                if woord_op(tekens, j) in {"x", "×", "*", "keer", "maal"} and is_getal(op(tekens, j + 1)):
                    erbij, j, keer = tekens[j + 1], j + 2, True
                verder = op(tekens, j + 1)
                if woord_op(tekens, j) in _PLUS and is_getal(verder) and verder is not None:
                    if verder.waarde == erbij.waarde:
                        # "+ 42 + 42": the doubling written out.
                        j, keer = j + 2, True
            rest = op(tekens, j + 1)
            if erbij is None and woord_op(tekens, j) in ("=", "is") and rest is not None and is_getal(rest):
                if rest.waarde == (t.waarde or 0) - (af.waarde or 0):
                    # "60 - 45 = 15" works itself out.
                    rest.soort = "negeer"
            if erbij is not None or (t.waarde or 0) > 120:
                t.rol, t.vast = "saldo", True
                af.rol, af.vast = "opgenomen", True
                uit += [t, af]
                if erbij is not None:
                    erbij.rol, erbij.vast = "verworven", True
                    a, b = erbij.waarde or 0, af.waarde or 0
                    if not keer and a > b and a % 2 == 0:
                        # More than was taken up can only be the doubled amount.
                        erbij.waarde = a // 2
                    uit.append(erbij)
                while woord_op(tekens, j) in {"=", "?"} or (
                    j > 0 and woord_op(tekens, j - 1) == "=" and is_getal(op(tekens, j))
                ):
                    j += 1
                i = j
                continue
        if t.tekst == "=" and is_getal(op(tekens, i + 1)) and woord_op(tekens, i + 2) == "?":
            i += 2
            continue
        uit.append(t)
        i += 1
    return uit


def lees_optellingen(tekens: list[Teken]) -> list[Teken]:
    """Add up "45 + 3" and "20 plus 25 gehaald" into one number; "= 48" behind it says the same once more."""
    uit: list[Teken] = []
    i = 0
    while i < len(tekens):
        t = tekens[i]
        uit.append(t)
        i += 1
        if not _is_term(t) or (len(uit) > 1 and uit[-2].tekst in _REKENTEKENS):
            continue
        if len(uit) > 2 and uit[-2].tekst == "op" and is_getal(uit[-3]):
            continue
        k = i
        termen = [t]
        while woord_op(tekens, k) in _PLUS and _is_term(op(tekens, k + 1)):
            termen.append(tekens[k + 1])
            k += 2
        som = sum(u.waarde or 0 for u in termen)
        uitgerekend = woord_op(tekens, k) in ("=", "is") and is_getal(op(tekens, k + 1)) and tekens[k + 1].waarde == som
        if len(termen) == 1 or not (uitgerekend or _mag_samen(tekens, k)):
            continue
        t.waarde = som
        t.eind = termen[-1].eind
        t.eenheid = any(u.eenheid for u in termen)
        if uitgerekend:
            t.eind = tekens[k + 1].eind
            k += 2
        i = k
    return uit


def _is_term(t: Teken | None) -> bool:
    return t is not None and is_getal(t) and t.waarde is not None and not t.vast and not t.fout


def _mag_samen(tekens: list[Teken], k: int) -> bool:
    """Tell whether nothing behind the last term makes it its own thing: "3 vakken", "x 5", "/60"."""
    if woord_op(tekens, k) in woorden.VAKWOORDEN | _REKENTEKENS | {"op", "jaar"}:
        return False
    for woord in (woord_op(tekens, k), woord_op(tekens, k + 1)):
        gevonden = herken_rol(woord) if woord else None
        if gevonden is not None:
            return gevonden[0] in ("opgenomen", "verworven", "niet_geslaagd")
    return True


def lees_min(tekens: list[Teken]) -> list[Teken]:
    """Take the minus of a negative number into the number."""
    uit: list[Teken] = []
    for _i, t in enumerate(tekens):
        vorig = uit[-1] if uit else None
        if is_getal(t) and vorig is not None and t.waarde is not None:
            voorvorig = uit[-2] if len(uit) > 1 else None
            teken = vorig.tekst in _MIN and t.kleef and not (vorig.kleef and voorvorig is not None)
            woord = vorig.tekst in {"min", "minus"}
            if (teken or woord) and not (is_getal(voorvorig) and not woord and vorig.kleef):
                uit.pop()
                t.begin = vorig.begin
                eerder = next((u for u in uit if is_getal(u) and not u.vast and (u.waarde or 0) > 60), None)
                if eerder is not None and t.waarde <= (eerder.waarde or 0):
                    eerder.rol, eerder.vast = "saldo", True
                    t.rol, t.vast = "opgenomen", True
                else:
                    t.waarde = -t.waarde
        uit.append(t)
    return uit


def schrap_cijfers(tekens: list[Teken]) -> None:
    """Set apart what is a number but never points: marks, ages, durations, counts of other things."""
    for i, t in enumerate(tekens):
        if t.soort != "getal" or t.waarde is None:
            continue
        volgend, vorig = woord_op(tekens, i + 1), woord_op(tekens, i - 1)
        ander = op(tekens, i + 2)
        terug = vorig in ("die", "deze") and "opnieuw" not in {u.tekst for u in tekens[i + 1 : i + 4]}
        if terug and any(u.soort == "getal" and u.waarde == t.waarde for u in tekens[max(0, i - 30) : i]):
            # "of moet ik die 45 dubbel tellen" speaks of a number already given.
            t.soort = "negeer"
            continue
        if (
            volgend in ("/", "op")
            and ander is not None
            and ander.soort == "getal"
            and not ander.eenheid
            and not t.eenheid
        ):
            schaal = ander.waarde or 0
            # 9/10 is a mark; 10 op 10 study points does not occur as a year.
            if schaal in _CIJFERSCHAAL and t.waarde <= schaal and not ander.fout:
                t.soort = ander.soort = "cijfer"
                continue
            if schaal == 100 and t.waarde <= 100:
                t.soort = ander.soort = "cijfer"
                continue
        gehaald = volgend in ("gehaald", "behaald", "gescoord", "gekregen") and woord_op(tekens, i + 2) == "op"
        op_twintig = op(tekens, i + 3)
        if gehaald and op_twintig is not None and op_twintig.waarde == 20 and woord_op(tekens, i + 4) == "voor":
            # "14 punten gehaald op 20 voor Engels"
            t.soort = op_twintig.soort = "cijfer"
            continue
        klein = t.waarde <= 20 and not t.eenheid
        vak_erna = volgend in woorden.VAKWOORDEN or volgend in ("tal", "x", "keer")
        breuk = volgend == "/" and is_getal(ander) and ander is not None and (ander.waarde or 0) <= _GROOTSTE_NOEMER
        if breuk and vorig.startswith("werk"):
            # "ik werk 4/5"
            t.soort = "negeer"
            if ander is not None:
                ander.soort = "negeer"
            continue
        if klein and vorig in ("een", "n", "'n", "ne", "nen", "zo'n") and not vak_erna and i > 0 and not breuk:
            t.soort = "cijfer"
            if volgend in ("of", "à", "a") and is_getal(ander) and ander is not None and not ander.eenheid:
                ander.soort = "cijfer"
            continue
        dichtbij = {vorig, volgend, woord_op(tekens, i - 2), woord_op(tekens, i + 2)}
        if (not t.eenheid and dichtbij & {"gemiddeld", "gemiddelde", "gemiddelt"} and t.waarde <= 100) or (
            klein and vorig in ("cijfer", "score", "quotering")
        ):
            t.soort = "cijfer"
        elif (
            (not t.eenheid and volgend in woorden.TIJDMATEN)
            or (
                not t.eenheid
                and 14 <= t.waarde <= 99
                and (
                    volgend in ("jarige", "jarig", "jarigen")
                    or (volgend in ("jaar", "jr") and woord_op(tekens, i + 2) in ("oud", "", ",", ".", "en", "jong"))
                    or (vorig in ("ben", "word") and volgend in ("", ",", ".", "en", "jaar", "!", "?"))
                )
            )
            or vorig in ("#", "nr", "nummer", "studentennummer", "stap", "vraag", "€", "tel", "gsm")
        ):
            t.soort = "negeer"


def lees_delen(tekens: list[Teken]) -> list[Teken]:
    """Read "alles", "niks", "de helft", "een derde", "75 %" as parts of what was taken up."""
    uit: list[Teken] = []
    i = 0
    while i < len(tekens):
        t = tekens[i]
        volgend = woord_op(tekens, i + 1)
        if t.soort == "getal" and t.waarde is not None and (volgend in ("%", "procent", "percent", "pct")):
            vorig = uit[-1].tekst if uit else ""
            # "geslaagd met 62 %" is an average, not a share of the points.
            is_cijfer = vorig in ("met", "gemiddeld") or t.waarde > 100 or t.waarde < 0
            t.soort = "cijfer" if is_cijfer else "deel"
            t.deel = Fraction(max(0, min(100, t.waarde)), 100)
            if t.fout == "decimaal" and t.waarde < 100:
                # A share may well have decimals: "62,5 %".
                tienden = t.tekst.replace(",", ".").partition(".")[2][:4]
                t.deel += Fraction(int(tienden), 100 * 10 ** len(tienden))
                t.fout = None
            t.eind = tekens[i + 1].eind
            uit.append(t)
            i += 2
            continue
        if t.soort == "woord" or t.soort == "getal":
            deel, lengte = _deel_op(tekens, i)
            onder = [u.tekst for u in uit[-3:]]
            if deel is not None and "dan" in onder[-2:] and set(onder) & {"meer", "minder"}:
                # "meer dan de helft" is no number.
                t.soort = "op"
                deel = None
            maat = op(tekens, i + lengte + 1)
            if deel is not None and t.tekst in woorden.REST and woord_op(tekens, i + lengte) == "(" and is_getal(maat):
                # "de rest (21) niet": the number says it all.
                tekens[i + lengte + 1].rest = True
                i += lengte
                continue
            if deel is not None:
                nieuw = Teken("deel", t.tekst, t.begin, tekens[i + lengte - 1].eind, t.kleef)
                nieuw.deel = deel
                nieuw.rest = t.tekst in woorden.REST
                vorige = next((u for u in reversed(uit[-3:]) if u.soort == "deel"), None)
                if vorige is not None and vorige.rest and deel in (0, 1):
                    # "de rest alles gehaald" says it twice.
                    vorige.soort, nieuw.rest = "op", True
                uit.append(nieuw)
                i += lengte
                continue
        uit.append(t)
        i += 1
    return uit


def _deel_op(tekens: list[Teken], i: int) -> tuple[Fraction | None, int]:
    t, volgend = tekens[i], woord_op(tekens, i + 1)
    if t.tekst in woorden.ALLES:
        if is_getal(op(tekens, i + 1)) or _is_stopwoord(tekens, i):
            return None, 0
        return Fraction(1), 2 if volgend in ("vakken", "examens", "studiepunten", "punten", "credits") else 1
    if t.tekst == "al" and volgend in _BEZIT and woord_op(tekens, i + 2) in woorden.EENHEDEN | woorden.VAKWOORDEN:
        return Fraction(1), 3
    noemer = op(tekens, i + 2)
    if t.soort == "getal" and volgend == "/" and noemer is not None and is_getal(noemer) and not t.vast:
        # "2/3": so small a pair is a fraction, of points or of courses.
        werkt = any(u.tekst.startswith("werk") for u in tekens[max(0, i - 2) : i])
        if 0 < (t.waarde or 0) < (noemer.waarde or 0) <= _GROOTSTE_NOEMER and not noemer.eenheid and not werkt:
            return Fraction(t.waarde or 0, noemer.waarde or 1), 3
    if t.tekst == "geen" and volgend in woorden.EENHEDEN | woorden.VAKWOORDEN and woord_op(tekens, i - 1) != "nog":
        if any((herken_rol(woord_op(tekens, i + k)) or ("",))[0] == "verworven" for k in (2, 3)):
            # "geen punten gehaald"
            return Fraction(0), 2
    if t.tekst in woorden.NIETS:
        return Fraction(0), 1
    if t.tekst == "geen" and volgend in ("enkel", "een", "enkele"):
        return Fraction(0), 3 if woord_op(tekens, i + 2) in woorden.VAKWOORDEN | woorden.EENHEDEN else 2
    if t.tekst == "zonder" and volgend in ("buizen", "buis", "onvoldoendes"):
        return Fraction(1), 2
    if t.tekst == "in" and volgend == "orde":
        return None, 0
    if t.tekst in woorden.DELEN:
        return Fraction(*woorden.DELEN[t.tekst]), 1
    if t.tekst in woorden.REST and not is_getal(op(tekens, i + 1)):
        if volgend in ("mij", "me", "er", "ons", "nog", "?") or woord_op(tekens, i - 1) in woorden.VRAAGWOORDEN:
            return None, 0
        return Fraction(1), 1
    if volgend in woorden.NOEMERS:
        na = woord_op(tekens, i + 2)
        tijd = na in woorden.JAARWOORDEN or na in woorden.SEMESTERWOORDEN or na in woorden.ZITWOORDEN
        teller = t.waarde if t.soort == "getal" else (1 if t.tekst in woorden.EEN else None)
        if not tijd and teller is not None and 0 < teller <= woorden.NOEMERS[volgend]:
            return Fraction(teller, woorden.NOEMERS[volgend]), 2
    return None, 0


def _is_stopwoord(tekens: list[Teken], i: int) -> bool:
    """Tell whether "alles" says nothing of points: "alles goed?", "dat is alles", "niet alles", "bijna alles"."""
    vorig, volgend, erna = woord_op(tekens, i - 1), woord_op(tekens, i + 1), woord_op(tekens, i + 2)
    if vorig in woorden.NIET | woorden.BIJNA:
        return True
    einde = volgend in ("", ".", "!", ",", ";", "?") or op(tekens, i + 1) is None
    if einde and vorig in woorden.DIT_IS and i > 0:
        if vorig in ("das", "da's") or woord_op(tekens, i - 2) in woorden.DIT_IS:
            return True
    if volgend not in woorden.GROET_ERNA:
        return False
    # "alles goed?" greets, and so does "hey alles goed ik nam ...".
    ervoor = all(t.tekst in woorden.GROETEN or t.soort == "teken" for t in tekens[:i])
    return erna in ("?", "met") or (ervoor and erna not in ("", ".", "!", "gehaald", "gedaan"))


def lees_bereiken(tekens: list[Teken]) -> list[Teken]:
    """Join "tussen 40 en 45", "40 à 45", "40-45" into one number with an upper end; "24-25" into an academic year."""
    uit: list[Teken] = []
    i = 0
    while i < len(tekens):
        t, b = tekens[i], op(tekens, i + 2)
        if t.soort == "getal" and b is not None and b.soort == "getal" and not t.vast and not t.fout and not b.fout:
            tussen, a_w, b_w = woord_op(tekens, i + 1), t.waarde or 0, b.waarde or 0
            streep = tussen in _MIN
            kort = len(t.tekst) == 2 and len(b.tekst) == 2 and not t.eenheid and not b.eenheid
            in_jaar = woord_op(tekens, i - 1) in ("in", "aj", "academiejaar", "acjaar", "jaar", "schooljaar")
            if b_w == a_w + 1 and 8 <= a_w <= 45 and kort and (streep or (tussen == "/" and in_jaar)):
                t.soort, t.acaj, t.eind = "acaj", f"20{a_w:02d}-20{b_w:02d}", b.eind
                uit.append(t)
                i += 3
                continue
            vorig = uit[-1].tekst if uit else ""
            if vorig == "de" and len(uit) > 1 and uit[-2].tekst == "tussen":
                uit.pop()
                vorig = "tussen"
            if tussen in ("of", "ofwel") and vorig == "ofwel":
                uit.pop()
                vorig = ""
            keuze = tussen in ("of", "ofwel") and max(a_w, b_w) <= _MEESTE_KEUZE
            bereik = keuze or tussen in ("à", "a", "á", "tot") or streep or (tussen == "en" and vorig == "tussen")
            if bereik and 0 <= a_w < b_w and not (tussen == "tot" and vorig == "van"):
                if vorig == "tussen":
                    uit.pop()
                t.tot, t.eind, t.eenheid = b_w, b.eind, t.eenheid or b.eenheid
                uit.append(t)
                i += 3
                continue
        uit.append(t)
        i += 1
    return uit


def herken_rol(woord: str) -> tuple[str, str] | None:
    """Look a word up as a role word, as (role, side on which its number stands)."""
    return woorden.ROLWOORDEN.get(woord)
