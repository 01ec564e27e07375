"""Days that are told from today: "vorige week", "over 2 weken", "volgende maandag", "eind deze maand", "na nieuwjaar"."""

from __future__ import annotations

from datetime import date
from datetime import timedelta

from nlu.grammatica import woorden
from nlu.grammatica.tekens import Teken
from nlu.grammatica.tellen import is_getal
from nlu.grammatica.tellen import op
from nlu.grammatica.tellen import woord_op


_DAGEN = {"gisteren": -1, "gister": -1, "gistere": -1, "eergisteren": -2, "vandaag": 0, "morgen": 1, "overmorgen": 2}
_STAP = {
    **dict.fromkeys(("vorige", "vorig", "afgelopen", "verleden", "voorbije"), -1),
    **dict.fromkeys(("volgende", "komende", "aanstaande", "volgend"), 1),
    **dict.fromkeys(("deze", "dees"), 0),
}
_WEEKDAGEN = {
    naam: nummer
    for nummer, namen in enumerate(
        ("maandag ma", "dinsdag", "woensdag woe", "donderdag", "vrijdag", "zaterdag", "zondag"),
    )
    for naam in namen.split()
    if len(naam) > 2
}
_LENGTES = {"dag": 1, "dagen": 1, "week": 7, "weken": 7, "weekjes": 7, "maand": 0, "maanden": 0}
_VEEL = 60
"""Days, weeks or months that "over N" may name; more is no date."""
#: Day of the month that stands for its beginning or end: the middle of that third, so that it never falls on a limit.
#: "half maart" stays a month: the limit of 15 March lies right in it.
DERDEN = {"begin": 5, "eind": 25, "einde": 25}
#: Holidays by the month in which they begin and the one in which they end.
_VAKANTIES = {
    "kerstvakantie": (12, 1),
    "kerst": (12, 1),
    "kerstmis": (12, 1),
    "herfstvakantie": (11, 11),
    "krokusvakantie": (2, 2),
    "paasvakantie": (4, 4),
    "pasen": (4, 4),
}


def dag_op(tekens: list[Teken], i: int, vandaag: date | None) -> tuple[str | None, int]:
    """Read a day or month told from today at a place in the message, with its number of tokens."""
    t = tekens[i]
    if t.soort == "woord" and t.tekst in ("nieuwjaar", *_VAKANTIES):
        return _feest(tekens, i), 1
    if vandaag is None:
        return None, 0
    if t.soort == "woord":
        if t.tekst in _DAGEN and woord_op(tekens, i - 1) not in ("goede", "goeie", "goeden", "goed", "s"):
            return (vandaag + timedelta(days=_DAGEN[t.tekst])).isoformat(), 1
        if t.tekst in ("over", "binnen"):
            maat, lengte = _duur(tekens, i + 1)
            if maat is not None:
                return _verschoven(vandaag, maat, 1), lengte + 1
        if t.tekst in DERDEN or t.tekst in ("half", "midden"):
            k = i + 1
            while woord_op(tekens, k) in ("van", "de", "t", "het"):
                k += 1
            stap = _STAP.get(woord_op(tekens, k), 0)
            k += woord_op(tekens, k) in _STAP
            if woord_op(tekens, k) == "maand":
                maand = _maand(vandaag, stap)
                dag = DERDEN.get(t.tekst)
                return (maand if dag is None else f"{maand}-{dag:02d}"), k + 1 - i
        stap_hier = _STAP.get(t.tekst)
        if stap_hier is not None:
            return _met_stap(woord_op(tekens, i + 1), stap_hier, vandaag), 2
    maat, lengte = _duur(tekens, i)
    if maat is not None and woord_op(tekens, i + lengte) in ("geleden", "terug", "gelee"):
        return _verschoven(vandaag, maat, -1), lengte + 1
    return None, 0


def maand_van_vakantie(woord: str, *, erna: bool) -> int | None:
    """Give the month of a holiday: the one in which it ends when what matters comes after it."""
    if woord == "nieuwjaar":
        return 1
    maanden = _VAKANTIES.get(woord)
    return None if maanden is None else maanden[1 if erna else 0]


def _feest(tekens: list[Teken], i: int) -> str:
    erna = any(woord_op(tekens, k) in ("na", "vanaf", "sinds") for k in (i - 1, i - 2))
    maand = maand_van_vakantie(tekens[i].tekst, erna=erna)
    return f"-{maand:02d}" + ("-01" if tekens[i].tekst == "nieuwjaar" else "")


def _met_stap(wat: str, stap: int, vandaag: date) -> str | None:
    if wat in ("week", "weekend"):
        return (vandaag + timedelta(days=7 * stap)).isoformat()
    if wat == "maand":
        return _maand(vandaag, stap)
    if wat in _WEEKDAGEN:
        verschil = _WEEKDAGEN[wat] - vandaag.weekday()
        if stap < 0:
            verschil -= 7 if verschil >= 0 else 0
        elif stap > 0:
            verschil += 7 if verschil <= 0 else 0
        return (vandaag + timedelta(days=verschil)).isoformat()
    return None


def _duur(tekens: list[Teken], i: int) -> tuple[tuple[int, str] | None, int]:
    """Read "2 weken", "een maand" as (how many, of what), with its number of tokens."""
    t, maat = op(tekens, i), woord_op(tekens, i + 1)
    if t is None or maat not in _LENGTES:
        return None, 0
    if is_getal(t) and not t.eenheid and t.waarde is not None and 0 < t.waarde <= _VEEL:
        return (t.waarde, maat), 2
    return ((1, maat), 2) if t.tekst in woorden.EEN else (None, 0)


def _verschoven(vandaag: date, maat: tuple[int, str], richting: int) -> str:
    aantal, eenheid = maat
    if _LENGTES[eenheid] == 0:
        return _maand(vandaag, richting * aantal)
    return (vandaag + timedelta(days=richting * aantal * _LENGTES[eenheid])).isoformat()


def _maand(vandaag: date, stap: int) -> str:
    maanden = vandaag.year * 12 + vandaag.month - 1 + stap
    return f"{maanden // 12:04d}-{maanden % 12 + 1:02d}"
