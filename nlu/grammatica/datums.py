"""Dates in a message: "1 december", "3/12", "12-01-2026", "gisteren", "vorige week", "in februari"."""

from __future__ import annotations

from datetime import date

from nlu.grammatica import woorden
from nlu.grammatica.dagen import DERDEN
from nlu.grammatica.dagen import dag_op
from nlu.grammatica.modellen import DatumRelatie
from nlu.grammatica.tekens import Teken
from nlu.grammatica.tellen import is_getal
from nlu.grammatica.tellen import op
from nlu.grammatica.tellen import woord_op
from nlu.patroon import maak_patroon


_CIJFERS = maak_patroon(r"\d+")
_TOT = woorden.reeks("voor tegen uiterlijk tot tem t/m laatste voordat")
_VANAF = woorden.reeks("na vanaf sinds")
_MEESTE_MAANDEN = 12
_LANGSTE_MAAND = 31
_BREUK = 5
_EERSTE_MAAND = 9
"""Month in which an academic year is taken to begin: September."""


def lees_datums(
    tekens: list[Teken], vandaag: date | None
) -> tuple[list[Teken], str | None, DatumRelatie | None, Teken | None]:
    """Replace dates by one token each.

    Returns:
        The tokens, the first date, how the message stands to it, and the doubtful "3/12" that may also be points.
    """
    uit: list[Teken] = []
    eerste: str | None = None
    relatie: DatumRelatie | None = None
    twijfel: Teken | None = None
    i = 0
    while i < len(tekens):
        gevonden, lengte, twijfelt = _datum_op(tekens, i, vandaag, uit)
        if gevonden is None:
            uit.append(tekens[i])
            i += 1
            continue
        nieuw = Teken("datum", tekens[i].tekst, tekens[i].begin, tekens[i + lengte - 1].eind, False)
        if twijfelt:
            twijfel = twijfel or nieuw
            nieuw.waarde, nieuw.tot = tekens[i].waarde, tekens[i + 2].waarde
        if eerste is None:
            eerste, relatie = gevonden, _relatie(uit, len(uit))
        uit.append(nieuw)
        i += lengte
    if eerste is None:
        eerste, relatie = _losse_maand(uit, vandaag)
    return uit, eerste, relatie, twijfel


def _relatie(tekens: list[Teken], i: int) -> DatumRelatie | None:
    """Say how the message stands to the date at a place: the words right before it decide."""
    for t in reversed(tekens[max(0, i - 3) : i]):
        if t.tekst in _TOT:
            return "voor"
        if t.tekst in _VANAF:
            return "na"
        if t.tekst not in ("de", "het", "en", "met", "op", "eind", "einde", "begin", "half", "volgende", "in", "ten"):
            return None
    return None


def _datum_op(tekens: list[Teken], i: int, vandaag: date | None, uit: list[Teken]) -> tuple[str | None, int, bool]:
    t, volgend = tekens[i], woord_op(tekens, i + 1)
    if t.soort == "iso":
        return _geldig(t.tekst), 1, False
    if t.soort == "volledig":
        dag, maand, jaar = (int(c) for c in _CIJFERS.findall(t.tekst))
        return _geldig(f"{jaar if jaar > 99 else 2000 + jaar}-{maand:02d}-{dag:02d}"), 1, False
    gezegd, lengte = dag_op(tekens, i, vandaag)
    if gezegd is not None:
        return _met_jaar_erbij(gezegd, vandaag), lengte, False
    if t.soort not in ("getal", "rang") or t.vakken is not None or t.eenheid:
        return None, 0, False
    dag = t.waarde if t.soort == "getal" and t.waarde is not None else int("".join(_CIJFERS.findall(t.tekst)) or 0)
    if not 1 <= dag <= 31:
        return None, 0, False
    if volgend in woorden.MAANDEN:
        jaarteken = op(tekens, i + 2)
        bij_jaar = jaarteken.acaj if jaarteken is not None and jaarteken.soort == "acaj" else None
        if bij_jaar is not None and len(bij_jaar) == 4:
            return _geldig(f"{bij_jaar}-{woorden.MAANDEN[volgend]:02d}-{dag:02d}"), 3, False
        return _met_jaar(woorden.MAANDEN[volgend], dag, vandaag), 2, False
    ander = op(tekens, i + 2)
    if t.soort == "getal" and volgend == "/" and ander is not None and is_getal(ander) and ander.waarde is not None:
        if ander.eenheid or not 1 <= ander.waarde <= 12 or woord_op(tekens, i + 3) == "/":
            return None, 0, False
        vorig = uit[-1].tekst if uit else ""
        if dag < ander.waarde <= _BREUK and vorig not in woorden.DATUMVOORZETSELS:
            # "2/3" is a fraction.
            return None, 0, False
        if vorig not in woorden.DATUMVOORZETSELS and _heeft_paar(tekens):
            # Beside "60/45" another pair is points too: "jaar 2 18/12".
            return None, 0, False
        zeker = vorig in woorden.DATUMVOORZETSELS or dag > _MEESTE_MAANDEN
        andere = any(u.soort == "getal" or u.soort in ("jaar", "periode") for u in uit)
        rol = any(u.soort == "rol" for u in tekens)
        if not zeker and (andere or rol):
            return None, 0, False
        return _met_jaar(ander.waarde, dag, vandaag), 3, not zeker
    return None, 0, False


def _heeft_paar(tekens: list[Teken]) -> bool:
    """Tell whether the message holds two numbers with a stroke between them that can be no day and month."""
    for i in range(len(tekens) - 2):
        a, b = tekens[i], tekens[i + 2]
        if tekens[i + 1].tekst == "/" and is_getal(a) and is_getal(b):
            if max(a.waarde or 0, b.waarde or 0) > _LANGSTE_MAAND and min(a.waarde or 0, b.waarde or 0) > 0:
                return True
    return False


def _losse_maand(tekens: list[Teken], vandaag: date | None) -> tuple[str | None, DatumRelatie | None]:
    """Read a month behind a preposition; "begin" and "eind" give a day of it, "half" does not."""
    for i, t in enumerate(tekens):
        if t.soort == "woord" and t.tekst in woorden.MAANDEN:
            vorig = woord_op(tekens, i - 1)
            if vorig in woorden.DATUMVOORZETSELS:
                return _met_jaar(woorden.MAANDEN[t.tekst], DERDEN.get(vorig), vandaag), _relatie(tekens, i)
    return None, None


def _met_jaar_erbij(gezegd: str, vandaag: date | None) -> str | None:
    """Give a date without a year ("-12", "-01-01") its year; others have one."""
    if not gezegd.startswith("-"):
        return gezegd
    maand, _, dag = gezegd[1:].partition("-")
    return _met_jaar(int(maand), int(dag) if dag else None, vandaag)


def _met_jaar(maand: int, dag: int | None, vandaag: date | None) -> str | None:
    """Give the date its year: the one that lies in the academic year of the reference date."""
    achter = f"-{maand:02d}" + (f"-{dag:02d}" if dag else "")
    if vandaag is None:
        return _geldig("2000" + achter) and "-" + achter
    begin = vandaag.year if vandaag.month >= _EERSTE_MAAND else vandaag.year - 1
    jaar = begin if maand >= _EERSTE_MAAND else begin + 1
    return _geldig(f"{jaar}{achter}")


def _geldig(iso: str) -> str | None:
    try:
        date.fromisoformat(iso if len(iso) > 7 else iso + "-01")
    except ValueError:
        return None
    return iso
