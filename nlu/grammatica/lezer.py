"""From text to facts: runs the passes in order and groups what they find into years."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import cast

from nlu.grammatica import bericht
from nlu.grammatica import woorden
from nlu.grammatica.anderen import schrap_anderen
from nlu.grammatica.ballast import schrap_ballast
from nlu.grammatica.bonus import lees_bonus
from nlu.grammatica.datums import lees_datums
from nlu.grammatica.doel import lees_doelen
from nlu.grammatica.dubbelzinnig import andere_lezingen
from nlu.grammatica.engels import vertaal
from nlu.grammatica.examencijfers import lees_vakken_met_cijfer
from nlu.grammatica.graduaat import verdeel_opleidingen
from nlu.grammatica.groepen import LOPENDE_ROLLEN
from nlu.grammatica.groepen import UITKOMST_ROLLEN
from nlu.grammatica.groepen import Groep
from nlu.grammatica.groepen import groepeer
from nlu.grammatica.groepen import nummer
from nlu.grammatica.groepen import verdeel_contracten
from nlu.grammatica.herstel import lees_herstel
from nlu.grammatica.herstel import lees_vervangingen
from nlu.grammatica.modellen import ROLLEN
from nlu.grammatica.modellen import Feit
from nlu.grammatica.modellen import Lezing
from nlu.grammatica.modellen import Ongeldig
from nlu.grammatica.modellen import Rol
from nlu.grammatica.nood import heeft_nood
from nlu.grammatica.rollen import benoem_rollen
from nlu.grammatica.samenhang import leg_verband
from nlu.grammatica.samenhang import tel_vakken_op
from nlu.grammatica.signalen import is_nieuw_jaar
from nlu.grammatica.signalen import is_zelfde
from nlu.grammatica.signalen import platte_regel
from nlu.grammatica.signalen import zoek_signalen
from nlu.grammatica.spelling import schrijf_voluit
from nlu.grammatica.stellig import deel_in_helften
from nlu.grammatica.stellig import lees_herexamens
from nlu.grammatica.stellig import schrap_bevraagde
from nlu.grammatica.stellig import schrap_losse_delen
from nlu.grammatica.stellig import schrap_nagevraagd_saldo
from nlu.grammatica.stellig import tel_de_andere
from nlu.grammatica.stellig import tel_een_van
from nlu.grammatica.tekens import Teken
from nlu.grammatica.tekens import ontleed
from nlu.grammatica.tellen import lees_bereiken
from nlu.grammatica.tellen import lees_delen
from nlu.grammatica.tellen import lees_getallen
from nlu.grammatica.tellen import lees_min
from nlu.grammatica.tellen import lees_optellingen
from nlu.grammatica.tellen import lees_sommen
from nlu.grammatica.tellen import schrap_cijfers
from nlu.grammatica.tellen import verwerk_kleef
from nlu.grammatica.tellen import woord_op
from nlu.grammatica.teruggave import lees_teruggave
from nlu.grammatica.tijd import Tijdlijn
from nlu.grammatica.toewijzing import los_op
from nlu.grammatica.toewijzing import verdeel_periodes
from nlu.grammatica.vakken import lees_vakken
from nlu.grammatica.voltijds import lees_voltijds
from nlu.patroon import maak_patroon


MEESTE_FEITEN = 60
"""Facts handed out for one message; no student gives more, and the merge stays quick."""

MEESTE_IN_JAAR = 66
"""Study points of a full year; a larger number beside "in totaal" or "bachelor 180" covers several years."""

_BIJ_ANTWOORD = frozenset({"heel", "zeer", "redelijk", "vrij", "erg"})
_WOORDEN_BIJ_CIJFER = 4
"""Words beside a mark in a message that is only about it: "een 8 voor statistiek"."""

_VRAAGT_OF = frozenset(
    {"telt", "tellen", "geldt", "blijft", "is", "ist", "kan", "mag", "moet", "krijg", "krijgt", "verlies"}
)
_GETOLEREERDE_GEHAALD = maak_patroon(
    r"\b(?:die|de|mijn|dat|het) getolereerden?\b(?: (?:vak|vakken|punten))?.{0,30}\b(?:gehaald|haal|haalde|geslaagd|slaag|slaagde|verworven)\b"
)
_SLAAGT = frozenset({"slaag", "slaagt", "slagen", "slaagde", "geslaagd", "erdoor"})
_PAS = frozenset({"net", "pas", "juist", "zojuist"})
_STARTGRENS = 66
"""Study points from which "begonnen met N" is a balance rather than a programme."""


def lees(tekst: str, *, vandaag: date | None = None) -> Lezing:
    """Read one message of a student as facts about study points.

    Args:
        tekst: the message, as typed; any string, only the first 2,000 characters are read for facts.
        vandaag: reference date that gives dates their year; without it dates keep an open year.

    Returns:
        The reading; empty where the message holds nothing. Never raises for any string.
    """
    ruw = ontleed(tekst)
    vertaal(ruw)
    ruw = schrijf_voluit(ruw)
    woordlijst = [t.tekst for t in ruw if t.soort == "woord"]
    contract = bericht.merk_contracten(ruw)
    opleiding = bericht.zoek_opleiding(woordlijst)
    signalen = zoek_signalen(ruw)
    plat = platte_regel(ruw)
    if heeft_nood(tekst):
        signalen.add("nood")
    instelling = bericht.zoek_instelling(tekst, ruw)
    situatie = bericht.zoek_situatie(ruw, contract)
    tekens = verwerk_kleef(lees_getallen(ruw))
    tekens = lees_optellingen(lees_sommen(tekens))
    tekens, datum, relatie, twijfel = lees_datums(tekens, vandaag)
    schrap_cijfers(tekens)
    schrap_ballast(tekens)
    tekens = lees_min(lees_bereiken(tekens))
    if lees_vervangingen(tekens):
        signalen.add("correctie")
    lees_doelen(tekens)
    lees_teruggave(tekens)
    tijdlijn = Tijdlijn(lees_voltijds(lees_bonus(tekens)))
    tekens = lees_delen(tijdlijn.tekens)
    schrap_anderen(tekens)
    tel_een_van(tekens)
    tel_de_andere(tekens)
    tekens = lees_vakken(tekens)
    deel_in_helften(tekens)
    tekens = benoem_rollen(tekens)
    schrap_losse_delen(tekens)
    schrap_bevraagde(tekens)
    lees_herexamens(tekens)
    schrap_nagevraagd_saldo(tekens)
    _behalve(tekens)
    lees_vakken_met_cijfer(tekens)
    leg_verband(tekens)
    lees_herstel(tekens)
    opleiding = verdeel_opleidingen(tekens) or opleiding
    _verwerk_start(tekens)
    _verwerk_uiterste(tekens)
    if "hypothese" in signalen:
        slaagt = _vul_slagen_aan(tekens)
        if slaagt and opleiding == "master":
            # Who passes the whole master has its diploma.
            signalen.add("masterdiploma")
    if signalen & {"correctie", "waren_er"}:
        _noem_verbeterde_vakken(tekens)
    if tijdlijn.telkens:
        signalen.add("telkens")
    for i in range(1, len(tekens) - 1):
        # "die 12 dit jaar opnieuw": the number belongs to the year named behind it.
        if tekens[i].soort == "getal" and tekens[i + 1].soort == "jaar" and tekens[i - 1].tekst in ("die", "deze"):
            tekens[i], tekens[i + 1] = tekens[i + 1], tekens[i]
    feiten = _zonder_overbodige_telling(_maak_feiten(tekst, tekens, tijdlijn))
    if not feiten:
        feiten = _zonder_getal(tekst, tekens)
    if not feiten and "hypothese" in signalen:
        feiten = _haalde_getolereerde(plat)
    if _vraagt_naar_een_vak(ruw, feiten):
        feiten = []
    if contract is not None and _geldt_voor_enkele_jaren(feiten):
        contract = None
        situatie = None if situatie == "creditcontract" else situatie
    if situatie == "generatiestudent" and any((f.jaar or 0) > 1 and (f.relatief or 0) <= 0 for f in feiten):
        # "in mijn eerste jaar 60/18, in mijn tweede jaar 54/45": the first year is behind.
        situatie = None
    if is_nieuw_jaar(tekst.lower(), feiten):
        signalen.add("nieuw_jaar")
    if is_zelfde(plat) and not any(t.soort == "zelfde" and t.rest for t in tekens):
        signalen.add("zelfde")
    lezing = Lezing(
        feiten=tuple(feiten[:MEESTE_FEITEN]),
        contract=contract,
        opleiding=opleiding,
        instelling=instelling,
        situatie=situatie,
        datum=datum,
        datum_relatie=relatie,
        signalen=frozenset(signalen),
        aantal_jaren=tijdlijn.aantal_jaren,
    )
    andere = andere_lezingen(lezing, tekens, twijfel)
    return replace(lezing, dubbelzinnig=andere) if andere else lezing


def _vraagt_naar_een_vak(ruw: list[Teken], feiten: list[Feit]) -> bool:
    """Tell whether "telt een vak dat ik getolereerd heb ook mee?" speaks of courses in general."""
    begin = woord_op(ruw, 0) if woord_op(ruw, 0) not in ("en", "maar") else woord_op(ruw, 1)
    if begin not in _VRAAGT_OF or any(t.soort == "getal" for t in ruw):
        return False
    return bool(feiten) and all(f.ongeldig == "vakken" and f.ruw and f.ruw.startswith("een ") for f in feiten)


def _geldt_voor_enkele_jaren(feiten: list[Feit]) -> bool:
    """Tell whether the facts of several years do not all stand under one and the same contract."""
    per_jaar: dict[object, set[str | None]] = {}
    for f in feiten:
        if f.rol in LOPENDE_ROLLEN:
            per_jaar.setdefault((f.jaar, f.academiejaar, f.relatief), set()).add(f.contract)
    return len(per_jaar) > 1 and len({frozenset(contracten) for contracten in per_jaar.values()}) > 1


def _vul_slagen_aan(tekens: list[Teken]) -> bool:
    """Read "en als hij een master doet van 60 en slaagt?" as everything acquired: who just passes, passes all."""
    woordtekens = [t for t in tekens if t.soort != "teken"]
    laatste = woordtekens[-1] if woordtekens else None
    if laatste is None or laatste.soort != "rol" or laatste.tekst not in _SLAAGT:
        return False
    getallen = [t for t in tekens if t.soort in ("getal", "deel")]
    past = len(getallen) == 1 and getallen[0].rol == "opgenomen" and laatste.rol == "verworven"
    if past:
        laatste.soort, laatste.deel = "deel", Fraction(1)
    return past


def _noem_verbeterde_vakken(tekens: list[Teken]) -> None:
    """Take "sorry het waren 2 vakken van 6 en 1 van 3" for courses not passed: those are what people count out."""
    getallen = [t for t in tekens if t.soort in ("getal", "deel")]
    if len(getallen) == 1 and getallen[0].rol is None and (getallen[0].vakken or 0) > 1 and not getallen[0].fout:
        getallen[0].rol, getallen[0].vermoed = "niet_geslaagd", True


def _haalde_getolereerde(plat: str) -> list[Feit]:
    """Read "en als ik die getolereerde gewoon gehaald had" as none tolerated."""
    treffer = _GETOLEREERDE_GEHAALD.search(plat)
    return [Feit("getolereerd", 0, vermoed=True, ruw="0")] if treffer is not None else []


def _verwerk_start(tekens: list[Teken]) -> None:
    """Decide whether "begonnen met N" is a balance or what was taken up; "net begonnen" is this year."""
    for i, t in enumerate(tekens):
        if t.soort == "getal" and t.rol == "start":
            t.rol = "saldo" if (t.waarde or 0) >= _STARTGRENS else "opgenomen"
            label = next((u for u in reversed(tekens[:i]) if u.soort in ("jaar", "getal")), None)
            if label is not None and label.soort == "jaar" and {u.tekst for u in tekens[max(0, i - 5) : i]} & _PAS:
                label.tot = 0 if label.tot is None else label.tot


def _verwerk_uiterste(tekens: list[Teken]) -> None:
    """Read "worst case 20, best case 50" as one range of acquired points."""
    slecht = next((i for i, t in enumerate(tekens) if t.tekst in ("worst", "slechtste", "minst")), None)
    goed = next((i for i, t in enumerate(tekens) if t.tekst in ("best", "beste")), None)
    if slecht is None or goed is None or goed < slecht:
        return
    laag = next((t for t in tekens[slecht:goed] if t.soort == "getal"), None)
    hoog = next((t for t in tekens[goed:] if t.soort == "getal" and t.rol != "opgenomen"), None)
    if laag is None or hoog is None or (laag.waarde or 0) > (hoog.waarde or 0):
        return
    laag.rol, laag.tot = "verworven", hoog.waarde
    laag.eind = max(laag.eind, hoog.eind)
    hoog.soort = "negeer"


def _maak_feiten(tekst: str, tekens: list[Teken], tijdlijn: Tijdlijn) -> list[Feit]:
    geheel = tel_vakken_op(tekens)
    groepen = groepeer([*tekens, geheel] if geheel is not None else tekens)
    verdeel_contracten(tekens, groepen)
    rij = len(groepen) > 1 and all(t.rol in (None, "opgenomen", "saldo") for g in groepen for t in g.tekens)
    if len(groepen) > 1 and all(len(g.tekens) == 1 and g.tekens[0].soort == "getal" for g in groepen):
        _deel_rol(groepen)
    _tel_in_vakken(groepen)
    for g in groepen:
        if rij and len(g.tekens) == 1 and g.tekens[0].soort == "getal" and g.tekens[0].rol is None:
            # "eerst 60, dan 54, dan 60": one number a year is what was taken up.
            g.tekens[0].rol, g.tekens[0].vermoed = "opgenomen", True
        verdeel_periodes(g)
        los_op(g.tekens, len(groepen) == 1)
    # Balance and the like belong to the career: alone in a group they make no year.
    jaren = [
        g for g in groepen if g.heeft(*LOPENDE_ROLLEN) or g.heeft("vrijgesteld") or any(t.rol is None for t in g.tekens)
    ]
    nummer(jaren)
    over_jaren = any(
        t.tekst == "totaal" or (t.tekst == "toe" and tekens[i - 1].tekst == "nu") for i, t in enumerate(tekens)
    )
    samen = over_jaren or (tijdlijn.aantal_jaren is not None and not tijdlijn.telkens)
    uit: list[tuple[int, Feit]] = []
    for g in groepen:
        aantal = tijdlijn.aantal_jaren if tijdlijn.telkens and len(jaren) == 1 and g.jaar is None else None
        for t in g.tekens:
            feit = _feit(tekst, t, g)
            if feit is None:
                continue
            loopt = feit.rol in ("opgenomen", "verworven", "los") or feit.deel is not None
            veel = feit.waarde is not None and feit.waarde > MEESTE_IN_JAAR
            if loopt and samen and veel and len(jaren) == 1 and g.jaar is None:
                feit = replace(feit, totaal=True)
            if aantal is not None and loopt:
                uit += [(t.begin, replace(feit, jaar=n + 1)) for n in range(aantal)]
            else:
                uit.append(
                    (t.begin, replace(feit, telkens=True) if tijdlijn.telkens and loopt and aantal is None else feit)
                )
    # Sorting by place is stable, so the copies of one fact stay in order of year.
    return [feit for _, feit in sorted(uit, key=lambda paar: paar[0])]


def _tel_in_vakken(groepen: list[Groep]) -> None:
    """Read "voor 1 van de 2 geslaagd" as courses: so few study points no one takes up."""
    for g in groepen:
        for t in g.tekens:
            if t.rol == "opgenomen" and t.waarde in (2, 3) and not t.eenheid and len(g.tekens) == 2:
                deel = next(u for u in g.tekens if u is not t)
                paar = deel.zwak and t.vast and not t.kant
                if paar and deel.soort == "getal" and not deel.eenheid and 0 < (deel.waarde or 0) <= t.waarde:
                    deel.fout = "vakken"
                    g.tekens.remove(t)
                    break


def _deel_rol(groepen: list[Groep]) -> None:
    """Let "geslaagd voor 48 vorig jaar en 51 dit jaar" say its verb once for both years."""
    rollen = {g.tekens[0].rol for g in groepen} - {None}
    if len(rollen) == 1 and rollen <= UITKOMST_ROLLEN:
        for g in groepen:
            g.tekens[0].rol = next(iter(rollen))


def _zonder_overbodige_telling(feiten: list[Feit]) -> list[Feit]:
    """Drop a number of passed courses where the points that were failed tell it: "8 van de 10, de andere 12 sp niet"."""
    feiten = _zonder_tussenstand(feiten)
    bekend = {f.rol for f in feiten if f.waarde is not None}
    if {"opgenomen", "niet_geslaagd"} <= bekend:
        return [f for f in feiten if f.ongeldig != "vakken" or f.rol != "verworven"]
    return feiten


def _zonder_tussenstand(feiten: list[Feit]) -> list[Feit]:
    """Drop the balance that only works out another one: "110, nu nog 50 want ik nam er 60 op"."""
    saldi = [f for f in feiten if f.rol == "saldo" and f.waarde is not None]
    if len(saldi) != 2:
        return feiten
    hoog, laag = sorted(saldi, key=lambda f: -(f.waarde or 0))
    verschil = (hoog.waarde or 0) - (laag.waarde or 0)
    return (
        [f for f in feiten if f is not laag]
        if any(f.rol == "opgenomen" and f.waarde == verschil for f in feiten)
        else feiten
    )


def _behalve(tekens: list[Teken]) -> None:
    """Read "alles behalve 12" as: 12 not passed; "op eentje na", with its size told further on, likewise."""
    for i, t in enumerate(tekens):
        if t.tekst == "na" and i > 1 and tekens[i - 1].tekst in woorden.EEN and tekens[i - 2].tekst == "op":
            later = next((u for u in tekens[i:] if u.soort == "getal" and u.vakken == 1 and not u.fout), None)
            if later is not None and later.rol is None:
                later.rol = "niet_geslaagd"
        if t.tekst in woorden.BEHALVE:
            for u in tekens[i + 1 : i + 5]:
                if u.soort == "getal" and not u.vast:
                    u.rol = "niet_geslaagd"
                    break


def _feit(tekst: str, t: Teken, g: Groep) -> Feit | None:
    rol = _als_rol(t.rol)
    lopend = rol in LOPENDE_ROLLEN or rol in ("los", "vrijgesteld", "teruggave")
    fout: Ongeldig | None = None
    if t.fout == "decimaal":
        fout = "decimaal"
    elif t.fout == "vakken":
        if rol == "los":
            return None
        fout = "vakken"
    elif t.waarde is not None and t.waarde < 0 and rol != "saldo":
        fout = "negatief"
    elif rol == "niet_geslaagd" and t.waarde in (1, 2) and not t.eenheid and not g.heeft("verworven"):
        # "voor 2 gebuisd": no course has so few points, so courses are meant.
        fout = "vakken"
    return Feit(
        rol=rol,
        waarde=None if fout or t.soort == "deel" else t.waarde,
        tot=None if fout else t.tot,
        deel=t.deel,
        jaar=g.jaar if lopend else None,
        academiejaar=g.acaj if lopend else None,
        deelperiode=t.periode if rol in UITKOMST_ROLLEN or rol == "opgenomen" else None,
        contract=t.contract,
        opleiding=t.opleiding,
        begin=t.begin,
        eind=t.eind,
        ongeldig=fout,
        ruw=tekst[t.begin : t.eind] if fout or t.vermoed else None,
        rest=t.rest,
        totaal=t.totaal or (t.opleiding is not None and (t.waarde or 0) > MEESTE_IN_JAAR),
        vermoed=t.vermoed,
        vervangt=t.vervangt,
        relatief=g.stap if lopend else None,
    )


def _als_rol(rol: str | None) -> Rol:
    return cast(Rol, rol) if rol in ROLLEN else "los"


def _zonder_getal(tekst: str, tekens: list[Teken]) -> list[Feit]:
    """Report what was meant as an answer and holds no study points, so that the dialogue can say what would.

    A bare "veel", a mark ("15/20"), or a number of courses ("3 vakken").
    """
    vulling = woorden.STOPWOORDEN | _BIJ_ANTWOORD
    echt = [t for t in tekens if t.soort in ("woord", "rol") and t.tekst not in vulling]
    begin = [t.tekst for t in tekens[:2]]
    if any(t.tekst == "?" for t in tekens) or begin[:1] == ["ist"] or begin in woorden.VRAAGBEGIN:
        # "heb ik genoeg": a question, not an answer.
        return []
    if len(echt) == 1 and echt[0].tekst in woorden.GEEN_GETAL:
        return [_onbruikbaar(tekst, echt[0], echt[0], "geen_getal")]
    geteld = [t for t in tekens if t.soort == "getal" and t.fout == "vakken" and t.rol is None]
    if len(geteld) == 1 and not echt:
        return [_onbruikbaar(tekst, geteld[0], geteld[0], "vakken")]
    cijfers = [t for t in tekens if t.soort == "cijfer"]
    if cijfers and len(echt) <= _WOORDEN_BIJ_CIJFER and not any(t.soort in ("getal", "deel") for t in tekens):
        return [_onbruikbaar(tekst, cijfers[0], cijfers[1] if len(cijfers) > 1 else cijfers[0], "cijfer")]
    return []


def _onbruikbaar(tekst: str, eerste: Teken, laatste: Teken, reden: Ongeldig) -> Feit:
    ruw = tekst[eerste.begin : laatste.eind]
    return Feit("los", begin=eerste.begin, eind=laatste.eind, ongeldig=reden, ruw=ruw)
