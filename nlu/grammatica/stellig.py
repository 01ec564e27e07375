"""Words that look like a result or a number of the student, and are none: "ik snap er niks van", "hoezo 176?"."""

from __future__ import annotations

from typing import Final

from nlu.grammatica import woorden
from nlu.grammatica.tekens import Teken
from nlu.grammatica.tellen import herken_rol
from nlu.grammatica.tellen import is_getal
from nlu.grammatica.tellen import woord_op


_UITKOMST: Final = frozenset({"verworven", "niet_geslaagd", "getolereerd"})
_SCHEIDING: Final = frozenset({",", ".", "!", "?", ";", ":", "(", ")", "en", "maar", "ma", "want", "dus", "terwijl"})
_GRENS: Final = frozenset({"jaar", "erna", "regel"})
_KWIJT: Final = woorden.reeks("kwijt kwijtgeraakt kwijtgespeeld kwijtspeel verloor verloren verlies verliest")

# What one says of anything but results with "niks" and "alles".
_IETS_ANDERS: Final = woorden.reeks("""
    snap snapt snappen snapte begrijp begrijpt begrijpen begreep begrepen versta verstaat verstaan weet weten wist ken
    kennen kent zeg zegt zeggen zei vertel verteld vertelt gezegd uitleggen uitgelegd uitleg leg vind vinden vindt
    geregeld regelen duidelijk verkeerd juist klopt kloppen bonus verdubbeling overheb overhou overhoud
    overhebt over helpt gehoord hoor horen gelezen lees lezen geprobeerd proberen doe kost kosten betaal betaald
    betalen veranderd verandert veranderen gebeurt gebeurd mee maken maakt aan opzoeken bekijken kapot voorbij
    gevraagd vragen antwoord bedankt danku dankje merci vergeten mis stress zien gezien
""")
# Whose opinion or fear it is, the result is not.
_MENING: Final = woorden.reeks("""
    denkt denken dacht dachten vindt vinden zegt zeggen zei zeiden beweert beweren vrees bang schrik vreest hoop vrezen
    schreeuwt roept
""")
_VRAAGT_UITLEG: Final = woorden.reeks("hoezo waarom vanwaar waarvandaan waarvoor")
_HERKOMST: Final = frozenset({("hoe", "komt"), ("hoe", "kom"), ("hoe", "komde"), ("van", "waar"), ("waar", "komt")})
_AANLOOP: Final = woorden.AARZELING | woorden.reeks("en maar ma ok oke he huh ja nee wacht amai allez oei ah ,")
_KORTE_VRAAG: Final = 8
"""Words of a message that only asks after a number that was said to the student."""
_KLEINSTE_HELFT: Final = 12
_HALF_JAAR: Final = 36
"""Study points of the largest half of a year; fewer than the smallest are courses."""
_RUIS: Final = woorden.AARZELING | woorden.reeks(". ! , ja ik heb had dus gewoon he hoor")
_MEESTE_VAKKEN: Final = 12
"""Courses of one year."""


def schrap_losse_delen(tekens: list[Teken]) -> None:
    """Drop each "niks" and "alles" that is said of something else, or after a number that tells the result."""
    for i, t in enumerate(tekens):
        if t.soort != "deel" or t.rest or not t.tekst.isalpha() or t.tekst not in woorden.ALLES | woorden.NIETS:
            continue
        zinsdeel = _zinsdeel(tekens, i)
        gezegd = {u.tekst for u in zinsdeel if u.soort in ("woord", "rol", "op")}
        verteld = _net_verteld(tekens, i)
        if t.rol is None:
            vrij = any(u.soort == "periode" for u in zinsdeel)
            weg = bool(gezegd & (_IETS_ANDERS | _MENING)) or (verteld and not vrij)
        else:
            weg = bool(gezegd & _KWIJT) and (verteld or _is_elders_verteld(tekens) or bool(gezegd & _MENING))
        if weg:
            t.soort = "op"


def _zinsdeel(tekens: list[Teken], i: int) -> list[Teken]:
    """Give the clause around place i."""
    begin, eind = i, i + 1
    while begin > 0 and not _is_scheiding(tekens[begin - 1]):
        begin -= 1
    while eind < len(tekens) and not _is_scheiding(tekens[eind]):
        eind += 1
    return tekens[begin:eind]


def _is_scheiding(t: Teken) -> bool:
    return t.tekst in _SCHEIDING or t.soort in _GRENS or is_getal(t)


def _is_elders_verteld(tekens: list[Teken]) -> bool:
    """Tell whether a number gives the result, in a message about one year."""
    een_jaar = not any(t.soort in ("jaar", "erna") for t in tekens)
    return een_jaar and any(t.soort == "getal" and t.rol == "verworven" and not t.fout for t in tekens)


def _net_verteld(tekens: list[Teken], i: int) -> bool:
    """Tell whether the number before place i is the result of the same year."""
    for u in reversed(tekens[:i]):
        if u.soort in _GRENS and u.soort != "regel":
            return False
        if u.soort == "getal":
            return u.rol == "verworven" and not u.fout
    return False


def lees_herexamens(tekens: list[Teken]) -> None:
    """Read "ik moet herexamens doen voor 15" as points that are not acquired so far, and not as points taken up."""
    verteld = any(t.soort == "getal" and t.rol in _UITKOMST for t in tekens)
    for i, t in enumerate(tekens):
        if t.tekst not in woorden.HERKANSING:
            continue
        k = next((k for k in range(i + 1, min(i + 4, len(tekens))) if woord_op(tekens, k) in ("voor", "van")), None)
        maat = tekens[k + 1] if k is not None and k + 1 < len(tekens) else None
        if maat is None or not is_getal(maat) or maat.vast or maat.vakken or maat.rol not in (None, "opgenomen"):
            continue
        # The points are those of the whole year so far, not of the second session.
        t.soort = "op"
        if verteld:
            maat.soort = "negeer"
        else:
            maat.rol = "niet_geslaagd"


def schrap_bevraagde(tekens: list[Teken]) -> None:
    """Drop the number of "hoezo 176?": it was said to the student, who asks where it comes from."""
    i = 0
    while woord_op(tekens, i) in _AANLOOP:
        i += 1
    vraagt = woord_op(tekens, i) in _VRAAGT_UITLEG or (woord_op(tekens, i), woord_op(tekens, i + 1)) in _HERKOMST
    if not vraagt or sum(t.soort != "teken" for t in tekens) > _KORTE_VRAAG:
        return
    getallen = [t for t in tekens if is_getal(t)]
    if len(getallen) == 1 and getallen[0].rol in (None, "saldo"):
        getallen[0].soort = "negeer"


def deel_in_helften(tekens: list[Teken]) -> None:
    """Read a bare "30 en 30" as what was taken up in either half of the year; "60 en 45" stays a pair."""
    getallen = [t for t in tekens if t.soort == "getal"]
    rest = [t.tekst for t in tekens if t.soort != "getal" and t.tekst not in _RUIS]
    rest = [woord for woord in rest if (herken_rol(woord) or ("",))[0] != "opgenomen"]
    if len(getallen) != 2 or rest != ["en"] or woord_op(tekens, tekens.index(getallen[0]) + 1) != "en":
        return
    a, b = getallen
    if (
        a.waarde == b.waarde
        and _KLEINSTE_HELFT <= (a.waarde or 0) <= _HALF_JAAR
        and not any(t.rol or t.vakken or t.fout for t in (a, b))
    ):
        for t, periode in ((a, "semester 1"), (b, "semester 2")):
            t.rol, t.periode, t.vast = "opgenomen", periode, True


def schrap_nagevraagd_saldo(tekens: list[Teken]) -> None:
    """Drop the balance of "klopt het dat ik op 125 zit na 60 opgenomen en 45 gehaald?": it is asked, not told."""
    vraag = next((i for i, t in enumerate(tekens) if t.tekst in ("klopt", "juist") and t.soort == "woord"), None)
    if vraag is None or not {"dat", "da", "dak"} & {t.tekst for t in tekens[vraag : vraag + 4]}:
        return
    if not any(t.soort == "getal" and t.rol == "opgenomen" for t in tekens):
        return
    for t in tekens[vraag + 1 :]:
        if t.tekst in (".", "!", "?", ";"):
            break
        if t.soort == "getal" and t.rol == "saldo":
            t.soort = "negeer"


def tel_de_andere(tekens: list[Teken]) -> None:
    """Read "de andere 2 zijn 4 en 6 studiepunten" as the points of the other courses together."""
    for i, t in enumerate(tekens):
        if not is_getal(t) or woord_op(tekens, i - 1) not in ("andere", "overige") or t.eenheid:
            continue
        k = i + 2 if woord_op(tekens, i + 1) in woorden.VAKWOORDEN else i + 1
        if woord_op(tekens, k) not in ("zijn", "waren", "tellen", "telden"):
            continue
        maten: list[Teken] = []
        for u in tekens[k + 1 :]:
            if is_getal(u) and not u.fout and not u.vast:
                maten.append(u)
            elif u.tekst not in ("en", ",", "van", "sp"):
                break
        if len(maten) > 1 and len(maten) == t.waarde:
            t.waarde, t.eenheid, t.eind = sum(u.waarde or 0 for u in maten), True, maten[-1].eind
            for u in maten:
                u.soort = "negeer"


def tel_een_van(tekens: list[Teken]) -> None:
    """Read "een van die twee" as one course: the number counts courses that were spoken of before."""
    for i, t in enumerate(tekens):
        if t.tekst not in woorden.EEN | {"1"} or woord_op(tekens, i + 1) not in ("van", "vd"):
            continue
        k = i + 3 if woord_op(tekens, i + 2) in ("die", "de", "mijn", "mn", "deze", "dees") else i + 2
        if k == i + 2 or k >= len(tekens) or not is_getal(tekens[k]) or tekens[k].eenheid:
            continue
        if 2 <= (tekens[k].waarde or 0) <= _MEESTE_VAKKEN:
            tekens[k].soort = "negeer"
            t.soort, t.waarde, t.vakken, t.fout = "getal", 1, 1, "vakken"
