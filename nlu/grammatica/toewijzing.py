"""Gives the numbers of one year that have no role word the role that is left."""

from __future__ import annotations

from nlu.grammatica.groepen import UITKOMST_ROLLEN
from nlu.grammatica.groepen import Groep
from nlu.grammatica.tekens import Teken
from nlu.grammatica.voltijds import VOLTIJDS
from nlu.grammatica.voltijds import is_aangenomen


GEWOON_VAK = 9
"""Study points of the largest ordinary course: two numbers no larger are no year ("economie is 6 en recht 4")."""


def verdeel_periodes(groep: Groep) -> None:
    """Settle the parts of a year: each semester on its own, exam periods hold acquired points only."""
    semesters = {t.periode for t in groep.tekens if t.periode is not None and t.periode.startswith("semester")}
    for t in groep.tekens:
        if t.periode is not None and t.periode not in semesters:
            if t.rol == "opgenomen":
                t.periode = None
            elif t.rol is None and t.soort == "getal" and (len(groep.tekens) > 1 or (t.waarde or 0) <= 36):
                t.rol = "verworven"
    if not semesters:
        _laatste_stand(groep)
    _noem_geheel(groep)
    _schrap_deel_van_geheel(groep)
    if len(semesters) > 1:
        _verdeel_geheel(groep)
        for periode in semesters:
            eigen = [t for t in groep.tekens if t.periode == periode]
            if len(eigen) == 1 and eigen[0].rol is None and eigen[0].soort == "getal" and groep.heeft("opgenomen"):
                eigen[0].rol = "opgenomen"
            los_op([t for t in groep.tekens if t.periode == periode], True)


def _noem_geheel(groep: Groep) -> None:
    """Read "60 sp, semester 1: 30 sp waarvan 24 gehaald" as 60 taken up: the semester is a part of it."""
    delen = [t for t in groep.tekens if t.rol == "opgenomen" and (t.periode or "").startswith("semester")]
    vrij = [t for t in groep.tekens if t.soort == "getal" and t.rol is None and t.periode is None and not t.fout]
    heel = any(t.rol == "opgenomen" and t.periode is None for t in groep.tekens)
    if delen and len(vrij) == 1 and not heel and (vrij[0].waarde or 0) >= sum(t.waarde or 0 for t in delen):
        if vrij[0] is groep.tekens[0]:
            vrij[0].rol = "opgenomen"


def _laatste_stand(groep: Groep) -> None:
    """Read "1e zit 36 van 60, na augustus 48 van 60" as a count that goes on: the last one holds."""
    geheel = [t for t in groep.tekens if t.rol == "opgenomen" and t.soort == "getal"]
    standen = [t for t in groep.tekens if t.soort == "getal" and t.periode is not None and t.rol in (None, "verworven")]
    if (
        "tweede zit" not in {t.periode for t in standen}
        or len(geheel) < 2
        or len(standen) != len(geheel)
        or len({t.waarde for t in geheel}) > 1
    ):
        return
    waarden = [t.waarde or 0 for t in standen]
    if sum(waarden) > (geheel[0].waarde or 0) and waarden == sorted(waarden):
        standen[-1].periode = None
        weg = {id(t) for t in (*geheel[1:], *standen[:-1])}
        groep.tekens = [t for t in groep.tekens if id(t) not in weg]


def _schrap_deel_van_geheel(groep: Groep) -> None:
    """Drop what one semester had of the whole that is told too: "60 ingeschreven, eerste semester 30 waarvan 12"."""
    geheel = [t for t in groep.tekens if t.rol == "opgenomen" and t.soort == "getal" and t.periode is None]
    delen = [t for t in groep.tekens if t.rol == "opgenomen" and t.soort == "getal" and t.periode is not None]
    if len(geheel) == 1 and delen and geheel[0].begin < delen[0].begin:
        if sum(t.waarde or 0 for t in delen) <= (geheel[0].waarde or 0) and not geheel[0].lijst:
            weg = {id(t) for t in delen}
            groep.tekens = [t for t in groep.tekens if id(t) not in weg]


def _verdeel_geheel(groep: Groep) -> None:
    """Read "60 sp, 33 in semester 1 en 27 in semester 2" as the parts of what was taken up."""
    geheel = [t for t in groep.tekens if t.rol == "opgenomen" and t.periode is None]
    delen = [t for t in groep.tekens if t.soort == "getal" and t.rol is None and t.periode is not None]
    if len(geheel) == 1 and len(delen) > 1 and sum(t.waarde or 0 for t in delen) == geheel[0].waarde:
        for t in delen:
            t.rol = "opgenomen"
        groep.tekens.remove(geheel[0])


def los_op(ts: list[Teken], enige: bool) -> None:
    """Give numbers without a role the one that is left in their year."""
    for t in ts:
        groot = t.rol == "verworven" and (t.waarde or 0) > 120 and not t.totaal
        if groot and any(u.rol == "opgenomen" and (u.waarde or 0) < (t.waarde or 0) for u in ts):
            # "ik had 170 en haal dit jaar 60": more than a year can hold is a balance.
            t.rol = "saldo"
        if t.zwak and t.soort == "getal" and t.rol is None:
            t.rol = "verworven"
    _laat_voltijds_wijken(ts)
    los = [t for t in ts if t.rol is None and t.soort == "getal"]
    iets = any(t.rol is not None or t.soort == "deel" for t in ts)
    _laat_getal_voorgaan(ts)
    _laat_uitgerekend_voorgaan(ts)
    for t in list(los):
        if t.waarde is not None and (t.waarde == 140 or (t.waarde > 120 and iets)) and not t.vakken:
            t.rol = "saldo"
            los.remove(t)
    bruikbaar = [t for t in los if t.waarde is not None and t.waarde >= 0 and not t.fout]
    heeft_op = any(t.rol == "opgenomen" for t in ts)
    uitkomst = [t for t in ts if t.rol in UITKOMST_ROLLEN or t.soort == "deel"]
    if len(bruikbaar) == 1 and uitkomst and not heeft_op and all(_is_rest_niet(t) for t in uitkomst):
        # "45, de rest niet": what is not the rest is what was acquired.
        bruikbaar[0].rol = "verworven"
        return
    if len(bruikbaar) == 2 and not heeft_op and not uitkomst:
        a, b = sorted(bruikbaar, key=lambda t: (t.waarde or 0, -t.begin))
        if not a.vakken and not b.vakken and not ((a.eenheid or b.eenheid) and (b.waarde or 0) <= GEWOON_VAK):
            a.rol, b.rol = "verworven", "opgenomen"
            a.vermoed = b.vermoed = True
        elif not b.vakken and a.vakken:
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
        if (bruikbaar[0].waarde or 0) > op and enige and not bruikbaar[0].vakken and not bruikbaar[0].eenheid:
            # "heb 77 en neem 60": more than is taken up can only be the balance.
            bruikbaar[0].rol = "saldo"
        elif (bruikbaar[0].waarde or 0) <= op and not any(t.soort == "deel" for t in ts) and not bruikbaar[0].vakken:
            bruikbaar[0].rol = "verworven"
    if len(ts) > 1 and not any(t.rol == "opgenomen" for t in ts):
        tal = [t for t in ts if t.rol is None and t.vakken and not t.fout and t.soort == "getal"]
        if tal and any(t.rol in UITKOMST_ROLLEN or t.soort == "deel" for t in ts):
            tal[0].rol = "opgenomen"
    for t in ts:
        if t.soort == "deel" and t.rol is None:
            t.rol, t.vermoed = "verworven", not t.rest
    _schrap_dubbele_delen(ts)


def _schrap_dubbele_delen(ts: list[Teken]) -> None:
    """Drop a part that is told twice, of which the second says how: "alles opnieuw gedaan, nu alles gehaald"."""
    gezien: dict[object, Teken] = {}
    for t in list(ts):
        if t.soort == "deel" and not t.rest:
            sleutel = (t.deel, t.rol, t.periode)
            if sleutel in gezien:
                ts.remove(t if t.vermoed else gezien[sleutel])
            if sleutel not in gezien or not t.vermoed:
                gezien[sleutel] = t


def _is_rest_niet(t: Teken) -> bool:
    return t.soort == "deel" and t.rest and t.rol == "niet_geslaagd"


def _laat_voltijds_wijken(ts: list[Teken]) -> None:
    """Let "voltijds, 60 dus" be told by its number."""
    vol = next((t for t in ts if is_aangenomen(t)), None)
    getal = next((t for t in ts if t.rol is None and t.soort == "getal" and (t.waarde or 0) >= VOLTIJDS), None)
    if vol is not None and getal is not None:
        ts.remove(vol)
        getal.rol = "opgenomen"


def _laat_uitgerekend_voorgaan(ts: list[Teken]) -> None:
    """Drop a part that a number of the same year works out: "de helft, dus 30 op 60"."""
    geheel = next((t.waarde for t in ts if t.rol == "opgenomen" and t.waarde and not t.fout), None)
    gehaald = next((t.waarde for t in ts if t.rol == "verworven" and t.soort == "getal" and t.waarde is not None), None)
    if geheel is None or gehaald is None:
        return
    for t in list(ts):
        past = t.soort == "deel" and t.deel is not None and not t.rest and t.rol in (None, "verworven")
        if past and t.deel is not None and int(geheel * t.deel) == gehaald:
            ts.remove(t)


def _laat_getal_voorgaan(ts: list[Teken]) -> None:
    """Drop an "alles" beside a number of the same outcome: "45 gehaald, dat is alles"."""
    gegeven = {
        t.periode
        for t in ts
        if t.soort == "getal" and not t.fout and (t.rol == "verworven" or (t.zwak and t.rol is None))
    }
    for t in list(ts):
        if t.soort == "deel" and t.deel == 1 and not t.rest and t.rol in (None, "verworven"):
            if t.periode in gegeven and not any(u.soort == "deel" and u is not t for u in ts):
                ts.remove(t)
