"""Divides the numbers of a message over the years that it speaks of."""

from __future__ import annotations

from copy import copy

from nlu.grammatica import woorden
from nlu.grammatica.tekens import Teken
from nlu.grammatica.tellen import woord_op
from nlu.grammatica.voltijds import is_aangenomen


UITKOMST_ROLLEN = frozenset({"verworven", "niet_geslaagd", "getolereerd"})
LOPENDE_ROLLEN = frozenset({"opgenomen"}) | UITKOMST_ROLLEN
_LIDWOORD = frozenset({"de", "het", "mijn", "mn", "die", "m'n"})
_DEELS = frozenset({"nieuw", "nieuwe", "opnieuw", "herneem", "hernemen", "herdoe", "herdoen"})
_NAAST = frozenset({"bij", "bovenop", "naast"})
_OVER_HEEL = frozenset({"na", "met", "en", "door", "dankzij", "incl", "inclusief", "zonder"})
_ALTIJD = frozenset({"altijd", "telkens", "steeds", "allebei", "beide", "overal", "alles", "alle"})
_VIA = frozenset({"via", "onder", "met", "in", "op"})
_VAN_PLAN = frozenset({"wil", "wou", "zou"})
_NU = 5
"""Tokens between "nu" and the number of this year."""


class Groep:
    """The numbers of one year of the message."""

    __slots__ = ("acaj", "jaar", "stap", "tekens")

    def __init__(self, jaar: int | None = None, acaj: str | None = None, stap: int | None = None) -> None:
        self.jaar = jaar
        self.acaj = acaj
        self.stap = stap
        self.tekens: list[Teken] = []

    def heeft(self, *rollen: str) -> bool:
        return any(t.rol in rollen for t in self.tekens)


def groepeer(tekens: list[Teken]) -> list[Groep]:
    """Divide the numbers over years: by label, or because a year is complete and the next begins."""
    labels = [i for i, t in enumerate(tekens) if t.soort == "jaar"]
    getallen = [i for i, t in enumerate(tekens) if t.soort in ("getal", "deel")]
    groepen = [Groep()]
    if not getallen:
        return []
    # "60/33 in het 1e jaar en 54/42 in het 2e": the labels follow their numbers.
    achteraf = len(labels) > 1 and getallen[0] < labels[0] and getallen[-1] < labels[-1]
    periode: str | None = None
    vooraf_periode = _periodes_vooraf(tekens)
    label: Teken | None = None
    contract: str | None = None
    erna = False
    for i, t in enumerate(tekens):
        if t.soort == "jaar":
            if achteraf:
                _label(groepen[-1], t)
                groepen.append(Groep())
            elif (label is None and len(labels) == 1 and groepen[-1].heeft("opgenomen") and i > getallen[-1]) or (
                label is None and i > getallen[0] and groepen[-1].heeft("opgenomen", "verworven") is False
            ):
                _label(groepen[-1], t)
            elif label is None and groepen[-1].tekens and (_hoort_bij(tekens, i) or _sluit_af(tekens, i)):
                # "9 gehaald in mijn 1e jaar van 60": the label belongs to what stands right before it.
                _label(groepen[-1], t)
            elif _zelfde(groepen[-1], t):
                pass
            elif (
                (not groepen[-1].tekens and groepen[-1].jaar is None and groepen[-1].acaj is None)
                or (label is None and t.tot == 0 and not groepen[-1].heeft(*LOPENDE_ROLLEN))
                or (t.tot is not None and t.tot == 0 and label is None and len(labels) == 1 and not _vol(groepen[-1]))
                or (len(labels) == 1 and label is None and not _vol(groepen[-1]))
            ):
                _label(groepen[-1], t)
            else:
                groepen.append(Groep(t.jaar, t.acaj, t.tot))
            label, periode, erna = t, None, False
        elif t.soort == "erna":
            erna = True
            if t.tekst == "jaar" and groepen[-1].tekens:
                groepen.append(Groep())
                erna = False
        elif t.contract is not None and t.soort in ("woord", "rol"):
            vol = groepen[-1].heeft("opgenomen") and groepen[-1].heeft(*UITKOMST_ROLLEN)
            if vol and contract not in (None, t.contract) and not labels and i < getallen[-1]:
                # "eerst een creditcontract met 30, 24 gehaald, en dan een diplomacontract met 60"
                groepen.append(Groep())
            contract = t.contract
        elif t.soort == "periode":
            if i in vooraf_periode:
                periode = t.periode
        elif t.soort == "woord" and (t.tekst in woorden.ZELFDE or _is_ook(tekens, i)):
            t.soort, t.rest = "zelfde", _herhaal(groepen, t, erna)
        elif t.soort in ("getal", "deel"):
            los_van_periode = {u.tekst for u in tekens[max(0, i - 2) : i]} & _NAAST
            t.periode = t.periode or (None if los_van_periode else periode)
            huidig = groepen[-1]
            if is_aangenomen(t) and huidig.heeft("opgenomen"):
                continue
            if t.rol == "opgenomen":
                huidig.tekens = [u for u in huidig.tekens if not is_aangenomen(u)]
            nieuw_jaar = t.rol == "opgenomen" and huidig.heeft("opgenomen") and not _zelfde_jaar(tekens, i, huidig)
            klaar = t.kant in woorden.HERINSCHRIJVEN and huidig.heeft(*LOPENDE_ROLLEN)
            klaar = klaar or _stap_van_nu(tekens, i) is not None and t.rol == "opgenomen" and _begonnen(huidig)
            klaar = klaar or (erna and _rij(tekens, huidig, t))
            klaar = klaar or erna and huidig.heeft(*LOPENDE_ROLLEN) and _vol(huidig)
            if not nieuw_jaar and t.rol in ("verworven", None) and _paar_begint(tekens, i):
                gehaald = huidig.heeft("verworven") or any(u.zwak and u.rol is None for u in huidig.tekens)
                nieuw_jaar = huidig.heeft("opgenomen") and gehaald and not t.periode
            if (nieuw_jaar or klaar) and not achteraf:
                groepen.append(Groep(stap=_stap_van_nu(tekens, i)))
                erna = False
            # "het jaar erna 54 en 40": the year begins with its first number.
            erna = erna and bool(groepen[-1].tekens)
            groepen[-1].tekens.append(t)
    _verdeel_telkens(groepen)
    return [g for g in groepen if g.tekens]


def _is_ook(tekens: list[Teken], i: int) -> bool:
    """Tell whether "derde jaar ook" says that a year went as the one before it."""
    kaal = woord_op(tekens, i + 1) in ("", ",", ".", "!", ";") and i > 0 and tekens[i - 1].soort == "jaar"
    return tekens[i].tekst == "ook" and kaal


def _hoort_bij(tekens: list[Teken], i: int) -> bool:
    """Tell whether "in mijn 1e jaar" follows a number of the same clause, with more of that year behind it."""
    voorzetsel = next((u.tekst for u in reversed(tekens[max(0, i - 2) : i]) if u.tekst not in _LIDWOORD), "")
    if voorzetsel != "in" or not any(u.soort == "getal" and u.rol in LOPENDE_ROLLEN for u in tekens[max(0, i - 6) : i]):
        return False
    return not any(u.tekst in (",", ".", ";", "en") for u in tekens[max(0, i - 4) : i])


def _sluit_af(tekens: list[Teken], i: int) -> bool:
    """Tell whether "60 opgenomen vorig jaar, 30 gehaald" ends a clause with the year of its number."""
    nu_volgt = woord_op(tekens, i + 1) in ("en", "maar") and woord_op(tekens, i + 2) == "nu"
    if (
        tekens[i].tot is None
        or not (woord_op(tekens, i + 1) == "," or nu_volgt)
        or tekens[i - 1].soort not in ("getal", "rol")
    ):
        return False
    return any(u.soort == "getal" and u.rol in LOPENDE_ROLLEN for u in tekens[max(0, i - 3) : i])


def _verdeel_telkens(groepen: list[Groep]) -> None:
    """Give what holds for each year to each year that the message names: "elk jaar 60, eerste jaar 20 gehaald"."""
    genoemd = [g for g in groepen if g.jaar is not None or g.acaj is not None or g.stap is not None]
    overal = [t for g in groepen for t in g.tekens if t.telkens]
    if len(genoemd) < 2 or not overal:
        return
    for g in groepen:
        g.tekens = [t for t in g.tekens if not t.telkens]
    for g in genoemd:
        for t in overal:
            if not (t.rol in (None, "opgenomen") and g.heeft("opgenomen")):
                nieuw = copy(t)
                nieuw.rol = t.rol or "opgenomen"
                g.tekens.insert(0, nieuw)


def verdeel_contracten(tekens: list[Teken], groepen: list[Groep]) -> None:
    """Tie each contract of a message about several years to the numbers of its own year.

    A contract stands in the year whose label or number is beside it; one that is named before any of them, or with
    "altijd" beside it, holds for all years.
    """
    if len(groepen) < 2 or not any(t.contract for t in tekens if t.soort in ("woord", "rol")):
        return
    van = {id(u): g for g in groepen for u in g.tekens}
    genoemd: list[tuple[Groep | None, str]] = []
    for i, t in enumerate(tekens):
        if t.contract is not None and t.soort in ("woord", "rol"):
            genoemd.append((_groep_bij(tekens, i, van), t.contract))
    allen = [contract for groep, contract in genoemd if groep is None]
    for g in groepen:
        eigen = [contract for groep, contract in genoemd if groep is g]
        if len(set(eigen)) > 1:
            # "48 via een diplomacontract en 12 via een creditcontract": each number has its own.
            continue
        contract = next(iter(eigen or allen), None)
        for u in g.tekens:
            u.contract = contract


def _groep_bij(tekens: list[Teken], i: int, van: dict[int, Groep]) -> Groep | None:
    """Give the year that a contract at place i belongs to; None when it holds for all."""
    rond = {u.tekst for u in tekens[max(0, i - 4) : i + 3]}
    vorige = next((k for k in range(i - 1, -1, -1) if id(tekens[k]) in van), None)
    volgende = next((k for k in range(i + 1, len(tekens)) if id(tekens[k]) in van), None)
    if rond & _ALTIJD or (vorige is None and volgende is None):
        return None
    eigen_label = any(u.soort in ("jaar", "erna") for u in tekens[(vorige or 0) : i])
    vlak_ervoor = volgende is not None and not any(
        u.soort in ("jaar", "erna") or u.tekst in (",", ".", ";", ":", "en") for u in tekens[i + 1 : volgende]
    )
    voor = i - 2 if woord_op(tekens, i - 1) in _LIDWOORD | woorden.EEN else i - 1
    los = woord_op(tekens, voor) in _VIA and woord_op(tekens, i + 1) not in ("met", "van", "voor")
    if vorige is None and not eigen_label and not vlak_ervoor:
        return None
    if volgende is not None and (vorige is None or eigen_label or (vlak_ervoor and not los)):
        return van[id(tekens[volgende])]
    return van[id(tekens[vorige])] if vorige is not None else None


def _stap_van_nu(tekens: list[Teken], i: int) -> int | None:
    """Read "en nu 54 op" before the numbers of a new year as this year, "en nu wil ik er 69 doen" as the next."""
    van_plan = False
    for u in reversed(tekens[max(0, i - _NU) : i]):
        if u.soort in ("getal", "deel", "jaar", "erna"):
            break
        van_plan = van_plan or u.tekst in _VAN_PLAN
        if u.tekst == "nu":
            return 1 if van_plan else 0
    return 0 if tekens[i].kant in woorden.HERINSCHRIJVEN else None


def _herhaal(groepen: list[Groep], t: Teken, erna: bool) -> bool:
    """Fill a year with what the year before it holds ("2e jaar idem"); tell whether there was one to repeat."""
    vorige = groepen[-1] if erna and groepen[-1].tekens else groepen[-2] if len(groepen) > 1 else None
    if vorige is None or not vorige.heeft(*LOPENDE_ROLLEN) and not any(u.soort == "deel" for u in vorige.tekens):
        return False
    if vorige is groepen[-1]:
        groepen.append(Groep())
    huidig = groepen[-1]
    for u in vorige.tekens:
        if u.rol in (None, *LOPENDE_ROLLEN) and not (u.rol == "opgenomen" and huidig.heeft("opgenomen")):
            nieuw = copy(u)
            nieuw.begin, nieuw.eind = t.begin, t.eind
            huidig.tekens.append(nieuw)
    return True


def _paar_begint(tekens: list[Teken], i: int) -> bool:
    """Tell whether the number at place i is the left, smaller half of a pair such as "45/60"."""
    if not tekens[i].zwak:
        return False
    for u in tekens[i + 1 : i + 6]:
        if u.soort == "getal":
            return u.rol == "opgenomen" and u.vast
    return False


def _vol(groep: Groep) -> bool:
    if groep.heeft("opgenomen"):
        return groep.heeft(*UITKOMST_ROLLEN) or len(groep.tekens) > 1
    # "eerst 60 met 15 gehaald": what was taken up need not be named.
    return groep.heeft(*UITKOMST_ROLLEN) and any(t.rol is None and t.soort == "getal" for t in groep.tekens)


def _rij(tekens: list[Teken], groep: Groep, t: Teken) -> bool:
    """Tell whether "eerst 60, dan 54, dan 60" goes on: one number a year, and no outcome anywhere."""
    gewoon = (None, "opgenomen")
    if any(
        u.rol in UITKOMST_ROLLEN or u.zwak or u.soort == "deel" for u in tekens if u.soort in ("getal", "deel", "rol")
    ):
        return False
    return t.rol in gewoon and bool(groep.tekens) and all(u.rol in gewoon and u.soort == "getal" for u in groep.tekens)


def _begonnen(groep: Groep) -> bool:
    """Tell whether a year has an outcome and, before it, a bare number for what was taken up."""
    return groep.heeft(*UITKOMST_ROLLEN) and any(t.rol is None and t.soort == "getal" for t in groep.tekens[:-1])


def _label(groep: Groep, t: Teken) -> None:
    if groep.tekens:
        groep.jaar, groep.acaj, groep.stap = t.jaar, t.acaj, t.tot
        return
    # "vorig academiejaar 2023-2024": two names of one year.
    groep.jaar = groep.jaar if t.jaar is None else t.jaar
    groep.acaj = groep.acaj if t.acaj is None else t.acaj
    groep.stap = groep.stap if t.tot is None else t.tot


def _zelfde(groep: Groep, t: Teken) -> bool:
    if t.jaar is not None:
        return groep.jaar == t.jaar
    if t.acaj is not None:
        return groep.acaj == t.acaj
    return groep.stap is not None and groep.stap == t.tot


def _zelfde_jaar(tekens: list[Teken], i: int, groep: Groep) -> bool:
    """Two numbers taken up belong to one year when they are added, or stand under different parts of the year."""
    t = tekens[i]
    if t.lijst and groep.tekens[-1].lijst:
        return True
    anders = {u.contract for u in groep.tekens if u.rol == "opgenomen"} - {t.contract}
    if t.contract is not None and anders:
        # "48 via een diplomacontract en 12 via een creditcontract"
        return True
    tussen = tekens[tekens.index(groep.tekens[-1]) + 1 : i] if groep.tekens[-1] in tekens else tekens[max(0, i - 8) : i]
    if {t.kant, groep.tekens[-1].kant} & _DEELS and not any(u.soort in ("jaar", "erna") for u in tussen):
        # "ik herneem 9 sp en neem 45 nieuwe op": parts of one year.
        return True
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
    getallen = [i for i, t in enumerate(tekens) if t.soort in ("getal", "deel")]
    # "33 sem 1 en 27 sem 2": the labels follow their numbers.
    achteraf = len(plaatsen) > 1 and bool(getallen) and getallen[0] < plaatsen[0] and getallen[-1] < plaatsen[-1]
    enige = {tekens[i].periode for i in plaatsen} == {"tweede zit"}
    enige = enige and any(t.rol == "opgenomen" for t in tekens if t.soort == "getal")
    for i in plaatsen:
        vorig = next((u.tekst for u in reversed(tekens[max(0, i - 2) : i]) if u.tekst not in _LIDWOORD), "")
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
        if negatief or (enige and vorig in _OVER_HEEL):
            # "na de tweede zit 45 gehaald" tells the whole of the year.
            continue
        volgt = achteraf and tekens[i - 1].soort in ("getal", "deel")
        if dichtbij is not None and (volgt or vorig in ("in", "na", "via", "uit", "van", "bij", "voor")):
            dichtbij.periode = tekens[i].periode
            if dichtbij.rol == "opgenomen" and dichtbij.vast:
                # "18 van 30 in sem 1": both halves of the pair.
                for u in reversed(tekens[max(0, i - 6) : i]):
                    if u.soort in ("getal", "deel") and u is not dichtbij:
                        if u.zwak or u.soort == "deel" or u.rol in UITKOMST_ROLLEN:
                            u.periode = dichtbij.periode
                        break
        else:
            vooraf.add(i)
    return vooraf


def nummer(groepen: list[Groep]) -> None:
    """Number the years of the message: named years keep their number, the others follow in order of time."""
    if len(groepen) == 1:
        return
    met_jaar = {g.jaar for g in groepen if g.jaar is not None}
    los = [g for g in groepen if g.jaar is None]
    if all(g.acaj is not None for g in los) and los:
        los.sort(key=lambda g: g.acaj or "")
    elif all(g.stap is not None for g in los) and los:
        los.sort(key=lambda g: g.stap or 0)
    elif los and any((g.stap or 0) < -1 for g in los):
        # "60 op 45 gehaald, en het jaar daarvoor 54": what has no year of its own is the later one.
        los.sort(key=lambda g: -1 if g.stap is None else g.stap)
    for g in list(los):
        ervoor = max(met_jaar, default=0) - 1
        if g.stap == -1 and ervoor > 0 and ervoor not in met_jaar:
            # "2e jaar 57, vorig jaar 60": last year is the one before the year that is named.
            g.jaar = ervoor
            met_jaar.add(ervoor)
            los.remove(g)
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
