"""The day that a message names: "1 december", "3/12", "gisteren", "volgende vrijdag", "over 2 weken", "na kerst", "eind januari"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from datetime import timedelta
from typing import Final

from rapidfuzz import fuzz
from rapidfuzz import process

from nlu.lezer.stukken import Stuk
from nlu.lezer.stukken import getal
from nlu.lezer.stukken import stukken
from nlu.patroon import Treffer
from nlu.patroon import maak_patroon


_MAANDEN: Final = {
    naam: nummer
    for nummer, namen in enumerate(
        "januari jan janvier januar|februari feb febr fevrier février|maart mrt|april apr avril|mei|juni jun juin|juli jul juillet"
        "|augustus aug|september sept sep septembre|oktober okt octobre|november nov novembre|december dec décembre".split(
            "|"
        ),
        1,
    )
    for naam in namen.split()
}
_WEEKDAGEN: Final = {
    naam: nummer
    for nummer, namen in enumerate(
        "maandag maandagavond|dinsdag|woensdag woe|donderdag|vrijdag|zaterdag|zondag".split("|")
    )
    for naam in namen.split()
}
_NABIJ: Final = {
    **dict.fromkeys(("eergisteren",), -2),
    **dict.fromkeys("gisteren gister gistere".split(), -1),
    **dict.fromkeys("vandaag vandaaag vandag vandage vanavond vanmiddag namiddag tonight today aujourd'hui".split(), 0),
    **dict.fromkeys("morgen mrgn tomorrow".split(), 1),
    **dict.fromkeys(("overmorgen",), 2),
}
_STAPPEN: Final = {
    **dict.fromkeys("vorige vorig afgelopen verleden voorbije".split(), -1),
    **dict.fromkeys("volgende volgend komende aanstaande".split(), 1),
    **dict.fromkeys("deze dees dit".split(), 0),
}
_DUUR: Final = {
    **dict.fromkeys("dag dagen".split(), 1),
    **dict.fromkeys("week weken weekje weekjes".split(), 7),
    **dict.fromkeys("maand maanden".split(), 30),
}
_VEEL: Final = 60
#: The days that a third of a month, and a month alone, stand for: in the middle, so that they fall on no limit.
_DERDEN: Final = {"begin": 5, "half": 14, "midden": 14, "eind": 25, "einde": 25, "laatste": 28}
_MIDDEN: Final = 15
#: Of March, so that it does not fall on the day itself that matters.
_MIDDEN_MAART: Final = 10
#: Feasts and holidays: when they begin, and the first day after them.
_FEESTEN: Final = {
    **dict.fromkeys("kerst kerstmis kerstvakantie kerstdag".split(), ((12, 25), (1, 4))),
    **dict.fromkeys("nieuwjaar nieuwjaarsdag".split(), ((1, 1), (1, 2))),
    **dict.fromkeys("krokus krokusvakantie carnaval".split(), ((2, 15), (2, 22))),
    **dict.fromkeys("pasen paasvakantie".split(), ((4, 5), (4, 12))),
    **dict.fromkeys("herfstvakantie allerheiligen".split(), ((11, 1), (11, 9))),
    **dict.fromkeys("sinterklaas sint".split(), ((12, 6), (12, 7))),
}
#: A number before a month or a stroke is a day of the month up to this.
_LANGSTE_MAAND: Final = 31
_MEESTE_MAANDEN: Final = 12
_ISO: Final = maak_patroon(r"\b(20\d\d)-(\d{1,2})-(\d{1,2})\b")
_VOLUIT: Final = maak_patroon(r"\b(\d{1,2})[-/. ](\d{1,2})[-/. ](20\d\d|\d\d)\b")
_DAG_MAAND: Final = maak_patroon(r"\b(\d{1,2})/(\d{1,2})\b(?!/)")
#: A day and month in figures need one of these before them: "60/45" and "12/20" are points.
_VOORZETSELS: Final = frozenset("op voor na tot tegen vanaf sinds rond per de van".split())
_ERNA: Final = frozenset(("na", "vanaf", "sinds"))
_ERVOOR: Final = frozenset("voor vóór voordat avant before".split())
#: So many words from a month may stand which year it is in.
_NABIJHEID: Final = 3
_GEDAAN: Final = frozenset("gestopt gestaakt uitgeschreven overgestapt stopte".split())
_NIET: Final = frozenset("niet nie ni nt ipv".split())
#: A name in another spelling is taken for one that is so like it, when both are long enough to be no other word.
_LIJKT: Final = 84
_LANG: Final = 5
_NAMEN: Final = [naam for naam in (*_MAANDEN, *_WEEKDAGEN, *_FEESTEN, "vandaag") if len(naam) >= _LANG]
_GELEDEN: Final = frozenset(("geleden", "terug", "gelee", "gelede"))


def lees_dag(tekst: str, vandaag: date) -> date | None:
    """The first day that ``tekst`` names; a month stands for its middle, a vague day for the middle of what is meant.

    Args:
        tekst: as typed.
        vandaag: today; a day without a year lies in its academic year.
    """
    if treffer := _ISO.search(tekst):
        return _maak(int(treffer[1]), int(treffer[2]), int(treffer[3]))
    if (treffer := _VOLUIT.search(tekst)) and int(treffer[2]) <= _MEESTE_MAANDEN:
        jaar = int(treffer[3])
        return _maak(jaar if jaar > 99 else 2000 + jaar, int(treffer[2]), int(treffer[1]))
    woorden = stukken(tekst)
    klein = [_naam(woord.klein) for woord in woorden]
    # A month with its day says it best: "maandag 7 december".
    for met_dag in (True, False):
        for plaats in range(len(klein)):
            if met_dag and not (klein[plaats] in _MAANDEN and _getal(_op(klein, plaats - 1))):
                continue
            if _NIET & set(klein[max(0, plaats - 2) : plaats]):
                # "Niet morgen, na Pasen pas".
                continue
            if (dag := _dag_op(klein, plaats, vandaag)) is not None:
                if _ERVOOR & {_op(klein, plaats - 1), _op(klein, plaats - 2)}:
                    dag -= timedelta(days=1)
                return _in_ander_jaar(dag, klein, plaats, vandaag)
    if treffer := _DAG_MAAND.search(tekst):
        return _in_cijfers(treffer, woorden, vandaag)
    return None


def _naam(woord: str) -> str:
    """The name of a month, day or feast that ``woord`` is, in another spelling too; else the word."""
    if len(woord) < _LANG or woord in _NAMEN:
        return woord
    gelijk = process.extractOne(woord, _NAMEN, scorer=fuzz.ratio, score_cutoff=_LIJKT)
    return woord if gelijk is None else str(gelijk[0])


def _dag_op(klein: Sequence[str], i: int, vandaag: date) -> date | None:
    woord, volgend = klein[i], _op(klein, i + 1)
    if woord in _MAANDEN:
        return _in_maand(klein, i, vandaag)
    if woord in _FEESTEN:
        begin, erna = _FEESTEN[woord]
        na = bool(_ERNA & {_op(klein, i - 1), _op(klein, i - 2)})
        return _in_jaar(*(erna if na else begin), vandaag)
    if woord in _NABIJ and not (woord == "morgen" and _op(klein, i - 1) in ("goede", "goeie", "goeden", "goed", "s")):
        return vandaag + timedelta(days=_NABIJ[woord])
    if woord in _STAPPEN and volgend in ("week", "weekend", "maand"):
        return vandaag + timedelta(days=_STAPPEN[woord] * _DUUR.get(volgend, 7))
    if woord in _WEEKDAGEN:
        stap = _STAPPEN.get(_op(klein, i - 1), 0)
        verschil = (_WEEKDAGEN[woord] - vandaag.weekday()) % 7
        if stap < 0:
            verschil -= 7
        elif stap > 0 and not verschil:
            verschil = 7
        return vandaag + timedelta(days=verschil)
    if woord in ("over", "binnen") and (dagen := _duur(klein, i + 1)) is not None:
        return vandaag + timedelta(days=dagen)
    if woord in _GELEDEN and (dagen := _duur(klein, i - 2)) is not None:
        return vandaag - timedelta(days=dagen)
    return None


def _in_ander_jaar(dag: date, klein: Sequence[str], i: int, vandaag: date) -> date:
    """The day of a month in the year that the words beside it name, and in the past where it is told as past."""
    if klein[i] not in (*_MAANDEN, *_FEESTEN):
        return dag
    nabij = " ".join(klein[max(0, i - _NABIJHEID) : i + 1 + _NABIJHEID])
    if "volgend jaar" in nabij:
        return dag.replace(year=dag.year + 1)
    if dag > vandaag and ("vorig jaar" in nabij or _GEDAAN & set(klein)):
        return dag.replace(year=dag.year - 1)
    return dag


def _in_maand(klein: Sequence[str], i: int, vandaag: date) -> date | None:
    """The day of the month at ``i``: "3 december", "eind januari", "in maart"; an exam period alone is no day."""
    maand, dag = _MAANDEN[klein[i]], None
    vorig = _op(klein, i - 1)
    jaar = _op(klein, i + 1)
    if (gezegd := _getal(vorig)) is not None and 1 <= gezegd <= _LANGSTE_MAAND:
        dag = gezegd
    elif vorig in ("ste", "de", "sten") and (gezegd := _getal(_op(klein, i - 2))) is not None:
        dag = gezegd if gezegd <= _LANGSTE_MAAND else None
    else:
        dag = next((_DERDEN[w] for w in (vorig, _op(klein, i - 2), _op(klein, i - 3)) if w in _DERDEN), None)
    dag = dag or (_MIDDEN_MAART if maand == 3 else _MIDDEN)
    if jaar.isdecimal() and len(jaar) == len("2026"):
        return _maak(int(jaar), maand, dag)
    return _in_jaar(maand, dag, vandaag)


def _in_cijfers(treffer: Treffer, woorden: Sequence[Stuk], vandaag: date) -> date | None:
    vorig = next((w.klein for w in reversed(woorden) if w.eind <= treffer.start()), "")
    dag, maand = int(treffer[1]), int(treffer[2])
    return _in_jaar(maand, dag, vandaag) if vorig in _VOORZETSELS and maand <= _MEESTE_MAANDEN else None


def _in_jaar(maand: int, dag: int, vandaag: date) -> date | None:
    """The day in the academic year of ``vandaag``."""
    begin = vandaag.year if vandaag.month >= 9 else vandaag.year - 1
    return _maak(begin if maand >= 9 else begin + 1, maand, dag)


def _maak(jaar: int, maand: int, dag: int) -> date | None:
    try:
        return date(jaar, maand, dag)
    except ValueError:
        return None


def _duur(klein: Sequence[str], i: int) -> int | None:
    aantal, maat = _getal(_op(klein, i)), _DUUR.get(_op(klein, i + 1))
    return None if aantal is None or maat is None or not 0 < aantal <= _VEEL else aantal * maat


def _getal(woord: str) -> int | None:
    return getal(woord) if woord else None


def _op(klein: Sequence[str], i: int) -> str:
    return klein[i] if 0 <= i < len(klein) else ""
