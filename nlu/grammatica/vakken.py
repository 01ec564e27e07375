"""Courses with their size: "3 vakken van 5 sp", "3x5 en 1x4", "eentje van 6 en eentje van 4"."""

from __future__ import annotations

from nlu.grammatica import woorden
from nlu.grammatica.regels import Regel
from nlu.grammatica.tekens import Teken
from nlu.grammatica.tellen import herken_rol
from nlu.grammatica.tellen import is_getal
from nlu.grammatica.tellen import op
from nlu.grammatica.tellen import woord_op
from nlu.patroon import maak_patroon


GROOTSTE_VAK = 36
"""Study points of the largest course read as one course; more after "van" is the size of a programme."""

MEESTE_VAKKEN = 40
"""Courses that a bare number may count, once the size of every course is known."""
_GEWOON_VAK = 9
"""Study points of the largest course of which someone takes several of the same size."""
_KLEIN_VAK = 3
_VASTE_GROOTSTE = 12
_VASTE_MAAT = maak_patroon(
    r"\b(?:elk|elke|ieder|iedere|per) (?:vak|opo|olod|cursus|opleidingsonderdeel|module)"
    r" (?:(?:is|telt|heeft|van|=|:|was) )?(?:(?:ook|dan) )?#(?P<maat>\d+)"
    r"|(?:[,(]|zijn|tellen|waren) (?:elk|allemaal|telkens|allen|elks) (?:van )?#(?P<los>\d+)"
)
_STUKS = maak_patroon(r"#(?P<aantal>\d+) (?:waren|zijn|van|à|a|met) #(?P<maat>\d+) (?:elk|per stuk|ieder|stuk)\b")
_SAMEN_BEREIK = 9
_SAMEN = frozenset({"dat", "samen", "tezamen", "goed", "totaal", "tesamen", "waard"})
_NAAM_BREED = 4
"""Words in the name of a course."""
_ROL_BREED = 3
"""Words of an outcome: "heb niet gehaald"."""
_TERUG = 8
"""Tokens between a number of courses and the list of their sizes."""
_BUIZEN = frozenset({"buis", "buizen", "onvoldoendes"})
_VRIJSTELLINGEN = frozenset({"vrijstelling", "vrijstellingen"})
_KOPPEL = frozenset({"van", "à", "a", "(", "met", "v", ":", "telkens", "elk"})


def lees_vakken(tekens: list[Teken]) -> list[Teken]:
    """Replace each group of courses by one number: the sum of their study points."""
    _lees_opsommingen(tekens)
    _lees_haakjes(tekens)
    _lees_stuks(tekens)
    maat = _lees_vaste_maat(tekens)
    uit: list[Teken] = []
    i = 0
    while i < len(tekens):
        groep, lengte = _groep(tekens, i, (bool(uit) and uit[-1].vakken is not None) or _na_groep(uit))
        if groep is None:
            uit.append(tekens[i])
            i += 1
            continue
        uit.append(groep)
        i += lengte
    _lees_samen(uit, vaste_maat=maat is not None)
    uit = _voeg_groepen_samen(uit)
    if maat is not None:
        _pas_toe(uit, maat)
    _schrap_oorzaken(uit)
    return uit


def _lees_haakjes(tekens: list[Teken]) -> None:
    """Take "statistiek (4), recht (6)" for courses with their size: numbers between brackets behind each name."""
    tussen = [
        t
        for i, t in enumerate(tekens)
        if is_getal(t) and woord_op(tekens, i - 1) == "(" and woord_op(tekens, i + 1) == ")" and not t.fout
    ]
    if len(tussen) > 1 and all(0 < (t.waarde or 0) <= GROOTSTE_VAK for t in tussen):
        for t in tussen:
            t.eenheid = True


def _lees_stuks(tekens: list[Teken]) -> None:
    """Read "de andere 2 waren 6 sp elk" as 2 courses of 6."""
    for treffer, begin, eind in Regel(tekens).zoek(_STUKS):
        aantal, maat = int(treffer["aantal"]), int(treffer["maat"])
        getallen = [t for t in tekens[begin:eind] if is_getal(t)]
        if 0 < aantal <= MEESTE_VAKKEN and 0 < maat <= _VASTE_GROOTSTE and len(getallen) == 2:
            getallen[0].vakken, getallen[0].maat, getallen[0].eenheid = aantal, maat, True
            getallen[0].waarde, getallen[0].eind = aantal * maat, getallen[1].eind
            getallen[1].soort = "negeer"


def _lees_vaste_maat(tekens: list[Teken]) -> int | None:
    """Find the size that the message gives for every course: "elk vak is 5 sp"."""
    for treffer, begin, eind in Regel(tekens).zoek(_VASTE_MAAT):
        maat = int(treffer["maat"] or treffer["los"])
        geteld = any(t.tekst in woorden.VAKWOORDEN for t in tekens)
        if 0 < maat <= _VASTE_GROOTSTE and (treffer["maat"] or geteld):
            for t in tekens[begin:eind]:
                if t.soort in ("getal", "woord"):
                    t.soort = "negeer"
            return maat
    return None


def _pas_toe(tekens: list[Teken], maat: int) -> None:
    """Give the counted courses of a message the size that holds for all of them."""
    for i, t in enumerate(tekens):
        if is_getal(t) and t.fout == "vakken" and t.vakken:
            t.waarde, t.fout, t.maat = t.vakken * maat, None, maat
        elif is_getal(t) and not t.eenheid and not t.vast and t.rol is None and 0 < (t.waarde or 0) <= MEESTE_VAKKEN:
            bij_vakken = any(u.maat == maat for u in tekens[:i]) or (
                woord_op(tekens, i + 1) in ("van", "vd") and any(is_getal(u) and u.vakken for u in tekens[i : i + 4])
            )
            if bij_vakken:
                t.waarde, t.vakken, t.eenheid = (t.waarde or 0) * maat, t.waarde, True


def _lees_samen(tekens: list[Teken], *, vaste_maat: bool) -> None:
    """Read "3 vakken, samen 14 sp" and "5 van de 6 vakken, goed voor 24 sp": the points are told for all of them."""
    for i, t in enumerate(tekens):
        if is_getal(t) and not t.eenheid and not t.vast and 0 < (t.waarde or 0) <= MEESTE_VAKKEN:
            _lees_telling_met_som(tekens, i)
        if t.soort == "negeer" and t.fout == "vakken" and woord_op(tekens, i + 2) in _SAMEN:
            # "4 herexamens, samen 21 sp": still to come.
            som = op(tekens, i + 3)
            if som is not None and is_getal(som):
                som.soort = "negeer"
        if t.soort == "negeer" and t.fout == "vakken":
            k = i - 1 if woord_op(tekens, i - 1) in ("van", "vd") else i - 2
            deel = op(tekens, k - 1)
            if woord_op(tekens, k) in ("van", "vd") and deel is not None and is_getal(deel) and not deel.eenheid:
                # "2 van die 4 herexamens": a number of courses too.
                deel.vakken, deel.fout, deel.eenheid = deel.waarde, "vakken", True
        if not is_getal(t) or t.fout != "vakken":
            continue
        if woord_op(tekens, i - 1) == "van" or woord_op(tekens, i - 2) == "van":
            _tel_in_vakken(tekens, i)
        for k in range(i - 1, max(-1, i - 4), -1):
            if is_getal(tekens[k]) and not tekens[k].eenheid and woord_op(tekens, k + 1) in ("van", "vd", "op", "/"):
                # "5 van de 6 vakken": the first number is the count that matters.
                deel = tekens[k]
                if vaste_maat:
                    deel.vakken, deel.fout, deel.eenheid = deel.waarde, "vakken", True
                    t.rol, t.vast = "opgenomen", True
                else:
                    t.vakken, t.begin, deel.soort = deel.waarde, deel.begin, "negeer"
                break
        for k in range(i + 1, min(i + _SAMEN_BEREIK, len(tekens))):
            if tekens[k].tekst in (".", "!", "?", ";"):
                break
            som = tekens[k]
            if is_getal(som):
                voor = {u.tekst for u in tekens[max(i, k - 3) : k]}
                haakjes = woord_op(tekens, k - 1) == "(" and woord_op(tekens, k + 1) == ")"
                haakjes = haakjes and (som.waarde or 0) > _GEWOON_VAK
                if som.eenheid and som.vakken is None and (voor & _SAMEN or haakjes):
                    t.waarde, t.fout, t.eenheid = som.waarde, None, True
                    som.soort = "negeer"
                elif not som.eenheid:
                    continue
                break


def _lees_telling_met_som(tekens: list[Teken], i: int) -> None:
    """Read "slaagde voor 3, samen 15 sp" as 15: a bare count, and what it comes to."""
    for k in range(i + 1, min(i + 6, len(tekens) - 1)):
        if is_getal(tekens[k]) or tekens[k].tekst in (".", "!", "?"):
            return
        som = tekens[k + 1]
        if tekens[k].tekst in ("samen", "tezamen") and is_getal(som) and som.eenheid:
            if (som.waarde or 0) >= 3 * (tekens[i].waarde or 0):
                tekens[i].waarde, tekens[i].eenheid, som.soort = som.waarde, True, "negeer"
            return


def _tel_in_vakken(tekens: list[Teken], i: int) -> None:
    """Read "van mijn 12 vakken ben ik voor 9 geslaagd" as 9 courses, of which the points are not told."""
    if any(is_getal(u) for u in tekens[max(0, i - 4) : i]):
        return
    for u in tekens[i + 1 : i + 10]:
        if u.tekst in (".", "!", "?", ";"):
            break
        if is_getal(u):
            if not u.eenheid and not u.vast and 0 < (u.waarde or 0) <= (tekens[i].vakken or 0):
                u.vakken, u.fout, u.eenheid = u.waarde, "vakken", True
                tekens[i].soort = "negeer"
            break


def _lees_opsommingen(tekens: list[Teken]) -> None:
    """Read "2 ervan gebuisd (6 en 3)" as 2 courses of 9 together: as many sizes between brackets as were counted."""
    for i, t in enumerate(tekens):
        if t.tekst not in ("(", ":"):
            continue
        if t.tekst == ":" and _lees_namen(tekens, i):
            continue
        leden: list[Teken] = []
        k = i + 1
        while k < len(tekens) and is_getal(tekens[k]) and 0 < (tekens[k].waarde or 0) <= GROOTSTE_VAK:
            leden.append(tekens[k])
            k += 1
            if woord_op(tekens, k) not in (",", "en", "+", "&"):
                break
            k += 1
        if len(leden) < 2 or (t.tekst == "(" and woord_op(tekens, k) != ")"):
            continue
        for j in range(i - 1, max(-1, i - 1 - _TERUG), -1):
            telling = tekens[j]
            if woord_op(tekens, j + 1) in woorden.HERKANSING:
                break
            vrij = is_getal(telling) and not telling.eenheid and not telling.vast and telling.rol is None
            if vrij and telling.waarde == len(leden):
                telling.vakken, telling.eenheid = len(leden), True
                telling.waarde = sum(lid.waarde or 0 for lid in leden)
                for lid in leden:
                    lid.soort = "negeer"
                break


def _lees_namen(tekens: list[Teken], i: int) -> bool:
    """Read "4 vakken niet gehaald: anatomie 6sp 9/20, ... en stage 10sp" as 4 courses; their marks add nothing."""
    leden: list[Teken] = []
    cijfers: list[Teken] = []
    k = i + 1
    while k < len(tekens):
        begin = k
        while k < len(tekens) and tekens[k].soort == "woord" and k - begin < _NAAM_BREED and tekens[k].tekst != "en":
            k += 1
        if k == begin or not is_getal(op(tekens, k)) or not 0 < (tekens[k].waarde or 0) <= GROOTSTE_VAK:
            break
        leden.append(tekens[k])
        k += 1
        while k < len(tekens) and (tekens[k].soort == "cijfer" or tekens[k].tekst in ("/", "(", ")")):
            cijfers.append(tekens[k])
            k += 1
        if woord_op(tekens, k) not in (",", "en", "+", "&"):
            break
        k += 2 if woord_op(tekens, k) == "," and woord_op(tekens, k + 1) == "en" else 1
    if len(leden) < 2:
        return False
    for telling in tekens[max(0, i - _TERUG) : i]:
        vrij = is_getal(telling) and not telling.eenheid and not telling.vast and telling.rol is None
        if vrij and telling.waarde == len(leden):
            telling.vakken, telling.eenheid = len(leden), True
            telling.waarde = sum(lid.waarde or 0 for lid in leden)
            for u in (*leden, *cijfers):
                u.soort = "negeer"
            return True
    return False


def _na_groep(uit: list[Teken]) -> bool:
    for t in reversed(uit[-8:]):
        if t.vakken is not None:
            return True
        if t.tekst in (".", "?", "!"):
            return False
    return False


def _groep(tekens: list[Teken], i: int, vervolg: bool) -> tuple[Teken | None, int]:
    """Read one group of courses from place i: count, word for course, size."""
    t = tekens[i]
    if t.soort not in ("getal", "woord") or t.vast:
        return None, 0
    j = i
    aantal: int | None = None
    if t.soort == "getal":
        if t.eenheid or t.waarde is None or not 0 < t.waarde <= 40 or t.fout or t.tot:
            return None, 0
        aantal, j = t.waarde, i + 1
    elif t.tekst in woorden.EEN:
        aantal, j = 1, i + 1
    elif t.tekst not in woorden.VAKWOORDEN and t.tekst not in woorden.HERKANSING:
        return None, 0
    if aantal is not None and woord_op(tekens, j) in ("x", "×", "*", "keer", "maal"):
        maat = op(tekens, j + 1)
        if maat is not None and is_getal(maat) and maat.waarde is not None:
            if maat.waarde >= GROOTSTE_VAK or woord_op(tekens, j) in ("keer", "maal"):
                return None, 0
            return _maak(t, maat, aantal, [maat.waarde], ""), j + 2 - i
        return None, 0
    if aantal is not None and woord_op(tekens, j) in _VRIJSTELLINGEN:
        return _vrijstellingen(tekens, i, j, aantal)
    plaats = _maat_achter_rol(tekens, j) if aantal is not None and vervolg else None
    if plaats is not None and aantal is not None and t.soort == "getal":
        # "5 vakken van 6 en 3 niet van 4 sp"
        return _maak(t, t, aantal, [_neem_maat(tekens, plaats)], ""), j - i
    # "vak": only after a count may a word stand in between ("2 losse vakken").
    vakwoord = ""
    if woord_op(tekens, j) in woorden.VAKWOORDEN or woord_op(tekens, j) in woorden.HERKANSING:
        vakwoord, j = woord_op(tekens, j), j + 1
    elif aantal is not None and (
        woord_op(tekens, j + 1) in woorden.VAKWOORDEN or woord_op(tekens, j + 1) in woorden.HERKANSING
    ):
        tussen = op(tekens, j)
        if tussen is None or tussen.soort != "woord" or tussen.tekst in ("en", "of", "op", "van"):
            return None, 0
        vakwoord, j = woord_op(tekens, j + 1), j + 2
    elif t.tekst not in ("eentje", "1tje", "ééntje", "ene", "één") and not (vervolg and woord_op(tekens, j) == "van"):
        return None, 0
    if not vakwoord and woord_op(tekens, j) != "van":
        return None, 0
    k = j
    while woord_op(tekens, k) in _KOPPEL or woord_op(tekens, k) in woorden.ELK or woord_op(tekens, k) in ("sp", "stp"):
        k += 1
    maat = op(tekens, k)
    lijst = woord_op(tekens, j) == ":" and _eigen_woord(tekens, k + 1)
    if (
        k > j
        and not lijst
        and maat is not None
        and is_getal(maat)
        and maat.waarde is not None
        and 0 < maat.waarde <= GROOTSTE_VAK
    ):
        maten = [maat.waarde]
        laatste, k = maat, k + 1
        eerste_eind = k
        while aantal is None or len(maten) < aantal:
            verder = op(tekens, k + 1)
            if woord_op(tekens, k) not in (",", "en", "+", "&") or verder is None or not is_getal(verder):
                break
            if verder.waarde is None or verder.waarde > GROOTSTE_VAK or _eigen_woord(tekens, k + 2):
                break
            maten.append(verder.waarde)
            laatste, k = verder, k + 2
        if aantal is not None and len(maten) not in (1, aantal):
            # "3 vakken van 5, 6 gebuisd": the second number is no size of this group.
            maten, laatste, k = maten[:1], maat, eerste_eind
        if aantal is None and len(maten) > 1 and not vakwoord.endswith(("en", "s", "ls")):
            maten, laatste, k = maten[:1], maat, eerste_eind
        if woord_op(tekens, j) == "(" and woord_op(tekens, k) == ")":
            k += 1
            if aantal is not None and aantal > 1 and len(maten) == 1 and maten[0] > _GEWOON_VAK:
                # "3 vakken (14 sp)": too much for one course, so it is told for all of them.
                samen = _maak(t, laatste, aantal, maten, vakwoord)
                samen.waarde, samen.maat = maten[0], None
                return samen, k - i
            if aantal is not None and aantal > 1 and len(maten) == 1 and maten[0] >= _KLEIN_VAK * aantal:
                # "2 vakken (8 sp)" may be 8 each, or 8 together.
                per_vak = _maak(t, laatste, aantal, maten, vakwoord)
                per_vak.ander = maten[0]
                return per_vak, k - i
        groep = _maak(t, laatste, aantal, maten, vakwoord)
        if vakwoord in woorden.HERKANSING and _heeft_uitkomst(tekens, k):
            # "als ik 2 herexamens van 4 haal": these do count.
            groep.soort = "getal"
        return groep, k - i
    if aantal is None or not vakwoord:
        return None, 0
    plaats = _maat_achter_rol(tekens, j)
    if plaats is not None:
        # "1 vak mist van 5 sp", "3 vakken niet gehaald van elk 6": the size stands behind the verb.
        return _maak(t, tekens[j - 1], aantal, [_neem_maat(tekens, plaats)], vakwoord), j - i
    zonder = _maak(t, tekens[j - 1], aantal, [], vakwoord)
    return zonder, j - i


def _neem_maat(tekens: list[Teken], plaats: int) -> int:
    """Take the size at a place, and the "van elk" before it, out of the message."""
    k = plaats
    while woord_op(tekens, k) != "van":
        tekens[k].soort = "negeer"
        k -= 1
    tekens[k].soort = "negeer"
    return tekens[plaats].waarde or 0


def _vrijstellingen(tekens: list[Teken], i: int, j: int, aantal: int) -> tuple[Teken | None, int]:
    """Read "6 vrijstellingen van 3 sp" as 18; without a size the number is that of the points."""
    maat = op(tekens, j + 2)
    if woord_op(tekens, j + 1) in ("van", "à", "a") and maat is not None and is_getal(maat) and maat.waarde:
        if aantal > 1 and 0 < maat.waarde <= _VASTE_GROOTSTE:
            return _maak(tekens[i], maat, aantal, [maat.waarde], woord_op(tekens, j)), j + 3 - i
    return None, 0


def _maat_achter_rol(tekens: list[Teken], j: int) -> int | None:
    """Give the place of the size that stands behind the outcome of a group of courses."""
    k = j
    while k < j + _ROL_BREED and (woord_op(tekens, k) in woorden.NIET or herken_rol(woord_op(tekens, k)) is not None):
        k += 1
    if k == j or woord_op(tekens, k) != "van":
        return None
    elk = woord_op(tekens, k + 1) in woorden.ELK
    maat = op(tekens, k + 2 if elk else k + 1)
    if maat is None or not is_getal(maat) or not 0 < (maat.waarde or 0) <= _VASTE_GROOTSTE:
        return None
    if _eigen_woord(tekens, k + 3 if elk else k + 2) or not (elk or maat.eenheid or k == j + 1):
        return None
    return k + 2 if elk else k + 1


def _heeft_uitkomst(tekens: list[Teken], vanaf: int) -> bool:
    """Tell whether an outcome stands right behind a place: "haal", "gebuisd"."""
    rollen = [herken_rol(t.tekst) for t in tekens[vanaf : vanaf + 4]]
    return any(rol is not None and rol[0] in ("verworven", "niet_geslaagd") for rol in rollen)


def _eigen_woord(tekens: list[Teken], i: int) -> bool:
    """Tell whether the number before place i begins a group of its own ("6 vakken")."""
    return woord_op(tekens, i) in woorden.VAKWOORDEN or woord_op(tekens, i) in ("x", "×", "van")


def _maak(eerste: Teken, laatste: Teken, aantal: int | None, maten: list[int], vakwoord: str) -> Teken:
    nieuw = Teken("getal", eerste.tekst, eerste.begin, laatste.eind, eerste.kleef)
    nieuw.vakken = aantal if aantal is not None else len(maten)
    if len(maten) > 1:
        nieuw.waarde = sum(maten)
        nieuw.maat = None
    elif maten:
        nieuw.waarde, nieuw.maat = nieuw.vakken * maten[0], maten[0]
    nieuw.eenheid = True
    if not maten:
        nieuw.fout = "vakken"
    if vakwoord in _BUIZEN:
        nieuw.rol, nieuw.vast = "niet_geslaagd", True
    if vakwoord in woorden.HERKANSING:
        nieuw.soort = "negeer"
    if vakwoord in _VRIJSTELLINGEN:
        nieuw.rol, nieuw.vast = "vrijgesteld", True
    return nieuw


def _schrap_oorzaken(tekens: list[Teken]) -> None:
    """Set apart the count of courses in "3 sp kwijt door 1 buis": the points are told already."""
    for i, t in enumerate(tekens):
        if t.fout == "vakken" and woord_op(tekens, i - 1) in ("door", "wegens", "dankzij"):
            if any(is_getal(u) and not u.fout for u in tekens[max(0, i - 5) : i]):
                t.soort = "negeer"


def _voeg_groepen_samen(tekens: list[Teken]) -> list[Teken]:
    """Add up groups that follow each other, and give a bare count the size that was named for the whole."""
    uit: list[Teken] = []
    i = 0
    while i < len(tekens):
        t = tekens[i]
        if t.soort == "getal" and t.vakken is not None and not t.fout:
            while woord_op(tekens, i + 1) in (",", "en", "+", "&", "plus"):
                stap = 2
                if woord_op(tekens, i + 1) == "," and woord_op(tekens, i + 2) == "en":
                    stap = 3
                verder = op(tekens, i + stap)
                if verder is None or verder.vakken is None or verder.soort != "getal" or verder.fout:
                    break
                t.waarde = (t.waarde or 0) + (verder.waarde or 0)
                t.maat = t.maat if t.maat == verder.maat else None
                t.vakken += verder.vakken or 0
                t.eind = verder.eind
                t.vast, t.rol = t.vast or verder.vast, t.rol or verder.rol
                i += stap
        uit.append(t)
        i += 1
    # "twee vakken gebuisd, eentje van 6 en eentje van 4": the count is told again, with sizes.
    for k, t in enumerate(uit):
        if t.soort == "getal" and t.fout == "vakken":
            for later in uit[k + 1 : k + 8]:
                if later.tekst in (".", "?", "!"):
                    break
                if later.vakken == t.vakken and not later.fout and later.soort == "getal":
                    direct = [u.tekst for u in uit[k + 1 : k + 4]]
                    if any(w in woorden.NIET or herken_rol(w) is not None for w in direct):
                        t.waarde, t.fout, later.soort = later.waarde, None, "negeer"
                    else:
                        t.soort = "negeer"
                    break
    _pas_maat_toe(uit)
    return uit


def _pas_maat_toe(tekens: list[Teken]) -> None:
    """Read "10 vakken van 6 sp waarvan ik er 4 gebuisd ben" as 4 courses of 6."""
    geheel: Teken | None = None
    for i, t in enumerate(tekens):
        if t.soort != "getal":
            continue
        if (
            t.vakken is not None
            and t.maat is not None
            and not t.fout
            and woord_op(tekens, i - 1) in ("de", "van", "vd")
        ):
            k = i - 2 if woord_op(tekens, i - 1) == "de" else i - 1
            deel = op(tekens, k - 1)
            if woord_op(tekens, k) in ("van", "vd", "op") and deel is not None and is_getal(deel) and not deel.eenheid:
                if deel.vakken is None and 0 < (deel.waarde or 0) <= t.vakken:
                    # "8 van de 10 vakken van 6 sp"
                    deel.vakken, deel.waarde, deel.eenheid = deel.waarde, (deel.waarde or 0) * t.maat, True
        if t.vakken is not None and not t.fout and t.maat is not None and t.vakken >= 2 and geheel is None:
            geheel = t
            continue
        if geheel is None or geheel.maat is None or geheel.vakken is None:
            continue
        if (t.vakken is None or t.fout == "vakken") and not t.vast | t.eenheid and t.waarde is not None:
            if t.waarde <= geheel.vakken and geheel.vakken >= 3:
                t.vakken, t.waarde, t.eenheid = t.waarde, t.waarde * geheel.maat, True
        elif t.fout == "vakken" and t.vakken is not None and t.vakken <= geheel.vakken:
            t.waarde, t.fout = t.vakken * geheel.maat, None
