"""From text to facts: runs the passes in order and groups what they find into years."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from nlu.grammatica import bericht
from nlu.grammatica import woorden
from nlu.grammatica.datums import lees_datums
from nlu.grammatica.herstel import lees_herstel
from nlu.grammatica.herstel import lees_vervangingen
from nlu.grammatica.modellen import Feit
from nlu.grammatica.modellen import Lezing
from nlu.grammatica.modellen import Ongeldig
from nlu.grammatica.modellen import Rol
from nlu.grammatica.nood import heeft_nood
from nlu.grammatica.rollen import benoem_rollen
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
from nlu.grammatica.tijd import Tijdlijn
from nlu.grammatica.vakken import lees_vakken


MEESTE_FEITEN = 60
"""Facts handed out for one message; no student gives more, and the merge stays quick."""

_UITKOMST_ROLLEN = frozenset({"verworven", "niet_geslaagd", "getolereerd"})
_LOPENDE_ROLLEN = frozenset({"opgenomen"}) | _UITKOMST_ROLLEN
MEESTE_IN_JAAR = 66
"""Study points of a full year; a larger number beside "in totaal" or "bachelor 180" covers several years."""

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
    woordlijst = [t.tekst for t in ruw if t.soort == "woord"]
    contract = bericht.zoek_contract(woordlijst)
    opleiding = bericht.zoek_opleiding(woordlijst)
    signalen = bericht.zoek_signalen(woordlijst)
    if heeft_nood(tekst):
        signalen.add("nood")
    instelling = bericht.zoek_instelling(tekst, ruw)
    situatie = bericht.zoek_situatie(ruw, contract)
    tekens = verwerk_kleef(lees_getallen(ruw))
    tekens = lees_optellingen(lees_sommen(tekens))
    tekens, datum, twijfel = lees_datums(tekens, vandaag)
    schrap_cijfers(tekens)
    tekens = lees_min(lees_bereiken(tekens))
    if lees_vervangingen(tekens):
        signalen.add("correctie")
    tijdlijn = Tijdlijn(tekens)
    tekens = lees_delen(tijdlijn.tekens)
    tekens = lees_vakken(tekens)
    tekens = benoem_rollen(tekens)
    lees_herstel(tekens)
    _verwerk_start(tekens)
    _verwerk_uiterste(tekens)
    if tijdlijn.telkens:
        signalen.add("telkens")
    for i in range(1, len(tekens) - 1):
        # "die 12 dit jaar opnieuw": the number belongs to the year named behind it.
        if tekens[i].soort == "getal" and tekens[i + 1].soort == "jaar" and tekens[i - 1].tekst in ("die", "deze"):
            tekens[i], tekens[i + 1] = tekens[i + 1], tekens[i]
    feiten = _maak_feiten(tekst, tekens, tijdlijn)
    if not feiten:
        feiten = _zonder_getal(tekst, tekens)
    lezing = Lezing(
        feiten=tuple(feiten[:MEESTE_FEITEN]),
        contract=contract,
        opleiding=opleiding,
        instelling=instelling,
        situatie=situatie,
        datum=datum,
        signalen=frozenset(signalen),
        aantal_jaren=tijdlijn.aantal_jaren,
    )
    andere = _andere_lezingen(lezing, tekens, twijfel)
    return replace(lezing, dubbelzinnig=andere) if andere else lezing


def _verwerk_start(tekens: list[Teken]) -> None:
    """Decide whether "begonnen met N" is a balance or what was taken up."""
    for t in tekens:
        if t.soort == "getal" and t.rol == "start":
            t.rol = "saldo" if (t.waarde or 0) >= _STARTGRENS else "opgenomen"


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


class _Groep:
    """The numbers of one year of the message."""

    __slots__ = ("acaj", "jaar", "stap", "tekens")

    def __init__(self, jaar: int | None = None, acaj: str | None = None, stap: int | None = None) -> None:
        self.jaar = jaar
        self.acaj = acaj
        self.stap = stap
        self.tekens: list[Teken] = []

    def heeft(self, *rollen: str) -> bool:
        return any(t.rol in rollen for t in self.tekens)


def _groepeer(tekens: list[Teken]) -> list[_Groep]:
    """Divide the numbers over years: by label, or because a year is complete and the next begins."""
    labels = [i for i, t in enumerate(tekens) if t.soort == "jaar"]
    getallen = [i for i, t in enumerate(tekens) if t.soort in ("getal", "deel")]
    groepen = [_Groep()]
    if not getallen:
        return []
    # "60/33 in het 1e jaar en 54/42 in het 2e": the labels follow their numbers.
    achteraf = len(labels) > 1 and getallen[0] < labels[0] and getallen[-1] < labels[-1]
    periode: str | None = None
    vooraf_periode = _periodes_vooraf(tekens)
    label: Teken | None = None
    erna = False
    for i, t in enumerate(tekens):
        if t.soort == "jaar":
            if achteraf:
                _label(groepen[-1], t)
                groepen.append(_Groep())
            elif (label is None and len(labels) == 1 and groepen[-1].heeft("opgenomen") and i > getallen[-1]) or (
                label is None and i > getallen[0] and groepen[-1].heeft("opgenomen", "verworven") is False
            ):
                _label(groepen[-1], t)
            elif _zelfde(groepen[-1], t):
                pass
            elif (
                (not groepen[-1].tekens and groepen[-1].jaar is None and groepen[-1].acaj is None)
                or (label is None and t.tot == 0 and not groepen[-1].heeft(*_LOPENDE_ROLLEN))
                or (t.tot is not None and t.tot == 0 and label is None and len(labels) == 1 and not _vol(groepen[-1]))
                or (len(labels) == 1 and label is None and not _vol(groepen[-1]))
            ):
                _label(groepen[-1], t)
            else:
                groepen.append(_Groep(t.jaar, t.acaj, t.tot))
            label, periode, erna = t, None, False
        elif t.soort == "erna":
            erna = True
            if t.tekst == "jaar" and groepen[-1].tekens:
                groepen.append(_Groep())
                erna = False
        elif t.soort == "periode":
            if i in vooraf_periode:
                periode = t.periode
        elif t.soort in ("getal", "deel"):
            t.periode = t.periode or periode
            huidig = groepen[-1]
            nieuw_jaar = t.rol == "opgenomen" and huidig.heeft("opgenomen") and not _zelfde_jaar(tekens, i, huidig)
            klaar = erna and huidig.heeft(*_LOPENDE_ROLLEN) and _vol(huidig)
            if not nieuw_jaar and t.rol in ("verworven", None) and _paar_begint(tekens, i):
                nieuw_jaar = huidig.heeft("opgenomen") and huidig.heeft("verworven") and not t.periode
            if (nieuw_jaar or klaar) and not achteraf:
                groepen.append(_Groep())
                erna = False
            groepen[-1].tekens.append(t)
    return [g for g in groepen if g.tekens]


def _paar_begint(tekens: list[Teken], i: int) -> bool:
    """Tell whether the number at place i is the left, smaller half of a pair such as "45/60"."""
    if not tekens[i].zwak:
        return False
    for u in tekens[i + 1 : i + 6]:
        if u.soort == "getal":
            return u.rol == "opgenomen" and u.vast
    return False


def _vol(groep: _Groep) -> bool:
    return groep.heeft("opgenomen") and (groep.heeft(*_UITKOMST_ROLLEN) or sum(1 for t in groep.tekens) > 1)


def _label(groep: _Groep, t: Teken) -> None:
    groep.jaar, groep.acaj, groep.stap = t.jaar, t.acaj, t.tot


def _zelfde(groep: _Groep, t: Teken) -> bool:
    if t.jaar is not None:
        return groep.jaar == t.jaar
    if t.acaj is not None:
        return groep.acaj == t.acaj
    return groep.stap is not None and groep.stap == t.tot


def _zelfde_jaar(tekens: list[Teken], i: int, groep: _Groep) -> bool:
    """Two numbers taken up belong to one year when they are added, or stand under different parts of the year."""
    t = tekens[i]
    if t.periode is not None:
        return all(u.periode != t.periode for u in groep.tekens if u.rol == "opgenomen")
    for u in reversed(tekens[max(0, i - 4) : i]):
        if u.soort == "getal":
            break
        if u.tekst in ("+", "plus"):
            return True
    return groep.tekens[-1].rol == "opgenomen" and groep.tekens[-1].vakken is not None


def _periodes_vooraf(tekens: list[Teken]) -> set[int]:
    """Find the labels of a part of a year that stand before their numbers; give the others to the number before."""
    vooraf: set[int] = set()
    plaatsen = [i for i, t in enumerate(tekens) if t.soort == "periode"]
    for i in plaatsen:
        vorig = tekens[i - 1].tekst if i else ""
        dichtbij: Teken | None = None
        for k in range(i - 1, max(-1, i - 5), -1):
            u = tekens[k]
            if u.soort in ("getal", "deel"):
                dichtbij = u
                break
            if u.tekst in (",", ".", ";", "en", "("):
                break
        negatief = woorden.NIET & {u.tekst for u in tekens[max(0, i - 3) : i]} or "geen" in {
            u.tekst for u in tekens[max(0, i - 3) : i]
        }
        if negatief:
            continue
        if dichtbij is not None and vorig in ("in", "na", "via", "uit", "van", "bij"):
            dichtbij.periode = tekens[i].periode
            if dichtbij.rol == "opgenomen" and dichtbij.vast:
                # "18 van 30 in sem 1": both halves of the pair.
                for u in reversed(tekens[max(0, i - 6) : i]):
                    if u.soort == "getal" and u is not dichtbij:
                        if u.zwak:
                            u.periode = dichtbij.periode
                        break
        else:
            vooraf.add(i)
    return vooraf


def _nummer(groepen: list[_Groep]) -> None:
    """Number the years of the message: named years keep their number, the others follow in order of time."""
    if len(groepen) == 1:
        return
    met_jaar = {g.jaar for g in groepen if g.jaar is not None}
    los = [g for g in groepen if g.jaar is None]
    if all(g.acaj is not None for g in los) and los:
        los.sort(key=lambda g: g.acaj or "")
    elif all(g.stap is not None for g in los) and los:
        los.sort(key=lambda g: g.stap or 0)
    volgende = max(met_jaar, default=0) + 1 if met_jaar and groepen[0].jaar is not None else 1
    vorige: tuple[str | None, int | None] | None = None
    for g in los:
        sleutel = (g.acaj, g.stap)
        if vorige is not None and sleutel == vorige and sleutel != (None, None):
            g.jaar = volgende - 1
            continue
        while volgende in met_jaar:
            volgende += 1
        g.jaar, volgende, vorige = volgende, volgende + 1, sleutel


def _verdeel_periodes(groep: _Groep) -> None:
    """Settle the parts of a year: each semester on its own, exam periods hold acquired points only."""
    semesters = {t.periode for t in groep.tekens if t.periode is not None and t.periode.startswith("semester")}
    for t in groep.tekens:
        if t.periode is not None and t.periode not in semesters:
            if t.rol == "opgenomen":
                t.periode = None
            elif t.rol is None and t.soort == "getal" and (len(groep.tekens) > 1 or (t.waarde or 0) <= 36):
                t.rol = "verworven"
    if len(semesters) > 1:
        for periode in semesters:
            _los_op([t for t in groep.tekens if t.periode == periode], True)


def _los_op(ts: list[Teken], enige: bool) -> None:
    """Give numbers without a role the one that is left in their year."""
    for t in ts:
        groot = t.rol == "verworven" and (t.waarde or 0) > 120 and not t.totaal
        if groot and any(u.rol == "opgenomen" and (u.waarde or 0) < (t.waarde or 0) for u in ts):
            # "ik had 170 en haal dit jaar 60": more than a year can hold is a balance.
            t.rol = "saldo"
        if t.zwak and t.soort == "getal" and t.rol is None:
            t.rol = "verworven"
    los = [t for t in ts if t.rol is None and t.soort == "getal"]
    iets = any(t.rol is not None or t.soort == "deel" for t in ts)
    _laat_getal_voorgaan(ts)
    for t in list(los):
        if t.waarde is not None and (t.waarde == 140 or (t.waarde > 120 and iets)) and not t.vakken:
            t.rol = "saldo"
            los.remove(t)
    bruikbaar = [t for t in los if t.waarde is not None and t.waarde >= 0 and not t.fout]
    heeft_op = any(t.rol == "opgenomen" for t in ts)
    uitkomst = [t for t in ts if t.rol in _UITKOMST_ROLLEN or t.soort == "deel"]
    if len(bruikbaar) == 1 and uitkomst and not heeft_op and all(_is_rest_niet(t) for t in uitkomst):
        # "45, de rest niet": what is not the rest is what was acquired.
        bruikbaar[0].rol = "verworven"
        return
    if len(bruikbaar) == 2 and not heeft_op and not uitkomst:
        a, b = sorted(bruikbaar, key=lambda t: (t.waarde or 0, -t.begin))
        if not a.vakken and not b.vakken:
            a.rol, b.rol = "verworven", "opgenomen"
            a.vermoed = b.vermoed = True
        elif not b.vakken:
            b.rol = "opgenomen"
    elif bruikbaar and not heeft_op and uitkomst:
        meer = sum(t.waarde or 0 for t in uitkomst if t.soort == "getal")
        grootste = max(bruikbaar, key=lambda t: t.waarde or 0)
        if (grootste.waarde or 0) >= max((t.waarde or 0 for t in uitkomst), default=0) and (
            (grootste.waarde or 0) >= meer or not enige or len(uitkomst) > 1
        ):
            grootste.rol, grootste.vermoed = "opgenomen", True
    elif len(bruikbaar) == 1 and heeft_op and not any(t.rol == "verworven" for t in ts):
        op = max(t.waarde or 0 for t in ts if t.rol == "opgenomen")
        if (bruikbaar[0].waarde or 0) <= op and not any(t.soort == "deel" for t in ts) and not bruikbaar[0].vakken:
            bruikbaar[0].rol = "verworven"
    if len(ts) > 1 and not any(t.rol == "opgenomen" for t in ts):
        tal = [t for t in ts if t.rol is None and t.vakken and not t.fout and t.soort == "getal"]
        if tal and any(t.rol in _UITKOMST_ROLLEN or t.soort == "deel" for t in ts):
            tal[0].rol = "opgenomen"
    for t in ts:
        if t.soort == "deel" and t.rol is None:
            t.rol, t.vermoed = "verworven", not t.rest


def _is_rest_niet(t: Teken) -> bool:
    return t.soort == "deel" and t.rest and t.rol == "niet_geslaagd"


def _laat_getal_voorgaan(ts: list[Teken]) -> None:
    """Drop an "alles" beside a number of the same outcome: "45 gehaald, dat is alles"."""
    gegeven = {t.periode for t in ts if t.soort == "getal" and not t.fout and (t.rol == "verworven" or t.zwak)}
    for t in list(ts):
        if t.soort == "deel" and t.deel == 1 and not t.rest and t.rol in (None, "verworven"):
            if t.periode in gegeven and not any(u.soort == "deel" and u is not t for u in ts):
                ts.remove(t)


def _maak_feiten(tekst: str, tekens: list[Teken], tijdlijn: Tijdlijn) -> list[Feit]:
    groepen = _groepeer(tekens)
    _behalve(tekens)
    for g in groepen:
        _verdeel_periodes(g)
        _los_op(g.tekens, len(groepen) == 1)
    # Balance and the like belong to the career: alone in a group they make no year.
    jaren = [
        g
        for g in groepen
        if g.heeft(*_LOPENDE_ROLLEN) or g.heeft("vrijgesteld") or any(t.rol is None for t in g.tekens)
    ]
    _nummer(jaren)
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


def _behalve(tekens: list[Teken]) -> None:
    """Read "alles behalve 12" as: 12 not passed."""
    for i, t in enumerate(tekens):
        if t.tekst in woorden.BEHALVE:
            for u in tekens[i + 1 : i + 5]:
                if u.soort == "getal" and not u.vast:
                    u.rol = "niet_geslaagd"
                    break


def _feit(tekst: str, t: Teken, g: _Groep) -> Feit | None:
    rol = _als_rol(t.rol)
    lopend = rol in _LOPENDE_ROLLEN or rol in ("los", "vrijgesteld")
    fout: Ongeldig | None = None
    if t.fout == "decimaal":
        fout = "decimaal"
    elif t.fout == "vakken":
        if rol == "los":
            return None
        fout = "vakken"
    elif t.waarde is not None and t.waarde < 0 and rol != "saldo":
        fout = "negatief"
    return Feit(
        rol=rol,
        waarde=None if fout or t.soort == "deel" else t.waarde,
        tot=None if fout else t.tot,
        deel=t.deel,
        jaar=g.jaar if lopend else None,
        academiejaar=g.acaj if lopend else None,
        deelperiode=t.periode if rol in _UITKOMST_ROLLEN or rol == "opgenomen" else None,
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
    )


def _als_rol(rol: str | None) -> Rol:
    if rol == "opgenomen":
        return "opgenomen"
    if rol == "verworven":
        return "verworven"
    if rol == "niet_geslaagd":
        return "niet_geslaagd"
    if rol == "getolereerd":
        return "getolereerd"
    if rol == "saldo":
        return "saldo"
    if rol == "bonus_over":
        return "bonus_over"
    if rol == "eerder_verworven":
        return "eerder_verworven"
    if rol == "vrijgesteld":
        return "vrijgesteld"
    return "los"


def _zonder_getal(tekst: str, tekens: list[Teken]) -> list[Feit]:
    """Report a bare "veel" or "weinig", so that the dialogue can ask for a number."""
    vulling = woorden.STOPWOORDEN | {"heel", "zeer", "redelijk", "vrij", "erg"}
    echt = [t for t in tekens if t.soort in ("woord", "rol") and t.tekst not in vulling]
    begin = [t.tekst for t in tekens[:2]]
    if any(t.tekst == "?" for t in tekens) or begin[:1] == ["ist"] or begin in woorden.VRAAGBEGIN:
        # "heb ik genoeg": a question, not an answer.
        return []
    if len(echt) == 1 and echt[0].tekst in woorden.GEEN_GETAL:
        t = echt[0]
        return [Feit("los", begin=t.begin, eind=t.eind, ongeldig="geen_getal", ruw=tekst[t.begin : t.eind])]
    return []


def _andere_lezingen(lezing: Lezing, tekens: list[Teken], twijfel: Teken | None) -> tuple[Lezing, ...]:
    """Give the readings that the wording leaves open, when they lead to another result."""
    feiten = lezing.feiten
    if twijfel is not None and not feiten and twijfel.waarde is not None and twijfel.tot is not None:
        klein, groot = sorted((twijfel.waarde, twijfel.tot))
        als_punten = (
            Feit("verworven", klein, begin=twijfel.begin, eind=twijfel.eind),
            Feit("opgenomen", groot, begin=twijfel.begin, eind=twijfel.eind),
        )
        return (replace(lezing, feiten=als_punten, datum=None),)
    los = [f for f in feiten if f.rol == "los" and f.waarde is not None and f.waarde > 0]
    vakken = {t.begin for t in tekens if t.soort == "getal" and t.vakken}
    opgenomen = [f for f in feiten if f.rol == "opgenomen"]
    if len(los) == 1 and len(opgenomen) == 1 and len(feiten) == 2 and los[0].begin in vakken:
        uit: list[Lezing] = []
        mogelijk: tuple[Rol, ...] = ("niet_geslaagd", "verworven")
        for rol in mogelijk:
            uit.append(replace(lezing, feiten=tuple(replace(f, rol=rol) if f is los[0] else f for f in feiten)))
        return tuple(uit)
    return ()
