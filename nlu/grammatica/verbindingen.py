"""What stands between numbers and says how they belong together: "48/60", "54 op 60", "27 van de 60", "sta op 128"."""

from __future__ import annotations

from nlu.grammatica import woorden
from nlu.grammatica.tekens import Teken
from nlu.grammatica.tellen import herken_rol
from nlu.grammatica.tellen import is_getal
from nlu.grammatica.tellen import op
from nlu.grammatica.tellen import woord_op


_STAAN = woorden.reeks("sta staat stond stonden staan zit zat zitten sto stak zitk")
_UITKOMST = woorden.reeks("kom komt kwam komen uit uitkom uitkomt uitkwam geraken geraak naar uitkomen uitgekomen")
_GOK = woorden.reeks("berekening berekeningen telling gok schatting rekening gevoel")
_MEESTE_VAKKEN = 20
_MEESTE_JAREN = 7
_GROOTSTE_VAK = 30
_BEGIN = woorden.reeks("begin begint beginnen start starten vertrek vertrekken")
_STOPPEN = woorden.reeks("gestopt stop stopte stoppen")
_GETALSOORTEN = frozenset({"getal", "deel"})


def merk_verbindingen(tekens: list[Teken]) -> None:
    """Read what stands between numbers: "48/60", "54 op 60", "27 van de 60", "sta op 128"."""
    for i, t in enumerate(tekens):
        if t.vast:
            continue
        if t.soort == "getal" and t.waarde is not None:
            b = op(tekens, i + 2)
            los = woord_op(tekens, i + 1)
            pijl = op(tekens, i + 1)
            paar = los == "/" or (pijl is not None and pijl.soort == "pijl") or los in ("-", "–")
            if paar and b is not None and is_getal(b) and b.waarde is not None and not b.vast:
                _paar(t, b)
                continue
        if t.soort in ("woord", "rol") and t.tekst == "inschrijving":
            _lees_rond_inschrijving(tekens, i)
            continue
        if t.soort == "woord" and t.tekst in ("staat", "stond") and _lees_staat(tekens, i):
            continue
        if t.soort == "woord" and t.tekst == "op":
            _lees_op(tekens, i)
        elif t.soort == "woord" and t.tekst in ("wordt", "word", "worden"):
            # "wordt het 160 als ..." is a guess at the outcome.
            for b in tekens[i + 1 : i + 3]:
                if b.soort == "getal" and not b.eenheid and b.vakken is None and (b.waarde or 0) > 66:
                    b.soort = "negeer"
        elif t.soort == "woord" and t.tekst in ("rond", "ongeveer", "omtrent") and _lees_rond(tekens, i):
            continue
        elif t.soort == "woord" and t.tekst in _STOPPEN and woord_op(tekens, i + 1) == "met":
            b = op(tekens, i + 2)
            if b is not None and is_getal(b) and not b.vast and herken_rol(woord_op(tekens, i + 3)) is None:
                # What was given up is told apart from what came of the rest.
                b.rol, b.vast = "los", True
        elif t.soort == "woord" and t.tekst in ("aan", "naar"):
            b = op(tekens, i + 1)
            if is_getal(b) and b is not None and b.vakken is None and not b.vast:
                voor = {u.tekst for u in tekens[max(0, i - 4) : i]}
                if t.tekst == "aan" and _is_deel_van(tekens, i + 2):
                    # "zit aan 48 op 60" is a result.
                    continue
                if t.tekst == "aan" and voor & _STAAN:
                    b.rol, b.vast = "saldo", True
                elif voor & _UITKOMST or t.tekst == "naar" or (b.waarde or 0) > 66:
                    b.soort = "negeer"
        elif t.soort == "woord" and t.tekst in ("van", "vd", "uit", "v"):
            _lees_van(tekens, i)
        elif t.soort == "getal" and not t.vast and woord_op(tekens, i - 1) in ("volgens", "mij"):
            t.soort = "negeer"
    for i, t in enumerate(tekens):
        # "volgens mij heb ik 152 nog" is what the student expects, not what is given.
        gok = woord_op(tekens, i + 1) in ("mij", "hem", "haar") or woord_op(tekens, i + 2) in _GOK
        if t.soort == "woord" and t.tekst == "volgens" and gok:
            for u in tekens[i + 2 : i + 7]:
                if u.soort == "rol" and u.rol != "saldo":
                    break
                if u.soort == "getal" and not u.vast:
                    u.soort = "negeer"
                    break


def _lees_rond_inschrijving(tekens: list[Teken], i: int) -> None:
    """Read "98 voor inschrijving" and "38 over na inschrijving" as balances; of both, the first one counts."""
    k = i - 2 if woord_op(tekens, i - 1) in ("de", "mijn", "mn", "deze") else i - 1
    if woord_op(tekens, k) not in ("voor", "na"):
        return
    k -= 1
    while woord_op(tekens, k) in ("over", "nog", "leerkrediet", "lk"):
        k -= 1
    b = op(tekens, k)
    if b is None or not is_getal(b) or b.vast or b.vakken is not None:
        return
    if any(u.rol == "saldo" and u.vast and is_getal(u) for u in tekens[:k]):
        b.soort = "negeer"
    else:
        b.rol, b.vast = "saldo", True


def _lees_staat(tekens: list[Teken], i: int) -> bool:
    """Read "er staat 128" and "bij mij staat er 128" as a balance."""
    k = i + 2 if woord_op(tekens, i + 1) in ("er", "daar", "nu") else i + 1
    b = op(tekens, k)
    if b is None or not is_getal(b) or b.vast or b.vakken is not None or _is_deel_van(tekens, k + 1):
        return False
    if herken_rol(woord_op(tekens, k + 1)) is not None:
        return False
    b.rol, b.vast = "saldo", True
    return True


def _lees_rond(tekens: list[Teken], i: int) -> bool:
    """Read "ik zit rond de 80" and "dat ik rond de 80 zit" as a balance."""
    k = i + 1
    while woord_op(tekens, k) in ("de", "op", "aan"):
        k += 1
    b = op(tekens, k)
    if b is None or not is_getal(b) or b.vast or b.vakken is not None:
        return False
    buurt = {u.tekst for u in tekens[max(0, i - 3) : i]} | {woord_op(tekens, k + 1)}
    if not buurt & _STAAN or woord_op(tekens, k + 1) in ("op", "/", "van"):
        return False
    b.rol, b.vast = "saldo", True
    return True


def _paar(a: Teken, b: Teken) -> None:
    klein, groot = (a, b) if (a.waarde or 0) <= (b.waarde or 0) else (b, a)
    groot.rol, groot.vast = "opgenomen", True
    klein.zwak = True


def _lees_op(tekens: list[Teken], i: int) -> None:
    t, b = tekens[i], op(tekens, i + 1)
    a = op(tekens, i - 1)
    voor = [u.tekst for u in tekens[max(0, i - 5) : i]]
    if b is not None and is_getal(b) and b.waarde is not None and not b.vast:
        na = woord_op(tekens, i + 2)
        if (_STAAN & set(voor) or na in _STAAN) and not (a is not None and is_getal(a)):
            b.rol, b.vast = "saldo", True
            return
        if _is_voorzetsel(tekens, i):
            return
        if na == "na" or (na in woorden.VAKWOORDEN and woord_op(tekens, i + 3) == "na"):
            b.rol, b.vast = "niet_geslaagd", True
            return
        uitkomst = _UITKOMST & set(voor) and not (a is not None and is_getal(a))
        erna = {woord_op(tekens, i + k) for k in (2, 3)}
        if uitkomst and _is_deel_van(tekens, i + 2):
            # "dan kom ik op 54 van de 60": that is the outcome, whatever it was made of.
            for u in tekens[:i]:
                if is_getal(u) and u.rol is None and not u.vast:
                    u.soort = "negeer"
            return
        if uitkomst or erna & {"uitkomen", "uit", "geraken", "raken", "uitkom"}:
            b.soort = "negeer"
            return
        if a is not None and is_getal(a) and a.waarde is not None and not a.vast:
            if a.waarde > b.waarde and a.vakken is None:
                a.rol, a.vast = "opgenomen", True
                t.soort = "op"
            else:
                b.rol, b.vast = "opgenomen", True
                a.zwak = True
            return
        if b.vakken is None and na not in ("van", "vd", "/", "uit"):
            b.rol, b.vast = "opgenomen", True
        return
    if (
        a is not None
        and is_getal(a)
        and not a.vast
        and woord_op(tekens, i + 1)
        not in (
            "een",
            "totaal",
            "de",
            "het",
            "mijn",
            "mn",
            "datum",
        )
    ):
        t.soort, t.rol, t.kant = "rol", "opgenomen", "voor"


def _is_voorzetsel(tekens: list[Teken], i: int) -> bool:
    """Tell whether "op" only belongs to the verb: "gebuisd op 12", unlike "45 geslaagd op 60"."""
    rol = op(tekens, i - 1)
    if rol is None or rol.soort != "rol" or rol.rol not in ("niet_geslaagd", "getolereerd"):
        return False
    for u in reversed(tekens[max(0, i - 6) : i - 1]):
        if u.soort in _GETALSOORTEN:
            return False
        if u.soort in ("teken", "regel"):
            break
    return True


def _lees_van(tekens: list[Teken], i: int) -> None:
    k = i + 1
    while woord_op(tekens, k) in (
        "de",
        "het",
        "mijn",
        "mn",
        "m'n",
        "die",
        "een",
        "haar",
        "zijn",
        "totaal",
        "programma",
    ):
        k += 1
        if k - i > 4:
            return
    b = op(tekens, k)
    if b is None or not is_getal(b) or b.vast or b.waarde is None or b.vakken is not None:
        return
    voor = op(tekens, i - 1)
    if voor is not None and voor.soort == "rol" and voor.rol in ("niet_geslaagd", "getolereerd") and b.eenheid:
        if b.waarde <= _GROOTSTE_VAK and not any(is_getal(u) for u in tekens[max(0, i - 5) : i - 1]):
            # "examen gemist van 6 sp"
            return
    if voor is not None and voor.tekst in ("iets", "zoiets", "stuk", "orde"):
        return
    if {u.tekst for u in tekens[max(0, i - 3) : i]} & woorden.BEHALVE:
        return
    over = op(tekens, i - 2)
    if voor is not None and voor.tekst == "over" and over is not None and is_getal(over) and not over.vast:
        # "95 over van de 140"
        over.rol, over.vast, b.soort = "saldo", True, "negeer"
        return
    if voor is not None and voor.tekst in ("die", "deze", "degene", "dat") and not b.eenheid:
        # "die van 6": the courses of that size.
        b.soort = "negeer"
        return
    if voor is not None and voor.soort == "rol" and voor.rol in ("saldo", "bonus_over", "vrijgesteld", "getolereerd"):
        return
    if voor is not None and voor.soort == "rol" and voor.kant == "na" and voor.rol == "opgenomen":
        return
    if voor is not None and voor.tekst in woorden.VAKWOORDEN and b.waarde < 30:
        return
    if voor is not None and voor.soort in ("jaar", "stand") and b.waarde <= _MEESTE_JAREN:
        # "3e jaar van 7"
        b.soort = "negeer"
        return
    geteld = any(u.vakken and u.maat is None and u.soort == "getal" for u in tekens[max(0, i - 4) : i])
    if geteld and not b.eenheid and b.waarde <= _MEESTE_VAKKEN:
        # "4 vakken van de 10": a number of courses too.
        b.soort = "negeer"
        return
    if b.waarde == 140:
        b.rol, b.vast = "saldo", True
        return
    if woord_op(tekens, k + 1) in _BEGIN:
        # "als ik van 155 begin"
        b.rol, b.vast = "saldo", True
        return
    b.rol, b.vast = "opgenomen", True
    if voor is not None and is_getal(voor) and not voor.vast:
        voor.zwak = True


def _is_deel_van(tekens: list[Teken], i: int) -> bool:
    """Tell whether "op 60", "van de 60" or "/60" stands at a place."""
    k = i + 2 if woord_op(tekens, i + 1) in ("de", "die", "mijn") else i + 1
    return woord_op(tekens, i) in ("op", "/", "van", "vd") and is_getal(op(tekens, k))
