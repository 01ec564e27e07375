"""Years and parts of years: "1e jaar", "jr2", "vorig jaar", "2023-2024", "s1", "tweede zit"."""

from __future__ import annotations

from nlu.grammatica import woorden
from nlu.grammatica.tekens import Teken
from nlu.grammatica.tellen import is_getal
from nlu.grammatica.tellen import op
from nlu.grammatica.tellen import woord_op


_VORIG = woorden.reeks("vorig vorige verleden verlede afgelopen vroegere eerdere vrg voorbije voorbij vorigjaar")
_DIT = woorden.reeks("dit deze huidig huidige dees")
_VOLGEND = woorden.reeks("volgend volgende komend komende vlg")
_STUDIE = woorden.reeks("jaar jr academiejaar schooljaar studie opleiding richting studiejaar")
_ERNA = woorden.reeks("erna daarna nadien daarop vervolgens erop daarachter")
_ERVOOR = frozenset({"daarvoor", "ervoor"})
_VOOR_JAAR = woorden.reeks("in van voor en mijn uit na mn dan nee neen neenee sorry wacht oeps")
_VERGELIJKING = woorden.ZELFDE | woorden.reeks("evenveel even meer minder")
_BEZIT = woorden.reeks("heb hou houd rest blijft sta start begin zit hek hebk overhoud overheb")
_DIPLOMAWOORDEN = frozenset({"master", "bachelor", "ba"})
_OVER = woorden.reeks("van op voor aan door of over")
_MEEGETELD = woorden.reeks("meegerekend inbegrepen incl inclusief meegeteld erbij")
_BACHELOR = frozenset({"ba", "bach", "ma"})
_MEEST = 12
"""Years of study that "N jaar" may name; more is an age."""

_JAARPROGRAMMA = 18
"""Study points from which "allebei N" is said of years; of courses the numbers are smaller."""
_ANDERS = woorden.reeks("ander andere anders opnieuw herbegonnen overgestapt overgeschakeld veranderd")


_BEZIG = woorden.reeks("doe volg studeer doet volgt studeert")
_WIE = woorden.reeks("ik k kik ek hij ze zij")


def _is_nu_bezig(tekens: list[Teken], i: int) -> bool:
    """Tell whether "nu doe ik sociaal werk, ook 60" begins the year that is going on, behind one that was told."""
    if woord_op(tekens, i - 1) not in (",", "en", ".", ";", "maar", "!") or woord_op(tekens, i + 2) not in _WIE:
        return False
    eerder = sum(is_getal(t) for t in tekens[:i])
    if woord_op(tekens, i + 1) not in _BEZIG or eerder <= 1:
        return False
    zin = next((k for k in range(i, len(tekens)) if tekens[k].tekst in (".", "!", "?", ";")), len(tekens))
    verder = tekens[i + 1 : zin]
    label = any(t.tekst in woorden.RANGTELWOORDEN or t.tekst in woorden.HERKANSING for t in verder)
    return not label and any(is_getal(t) and (t.waarde or 0) >= _JAARPROGRAMMA for t in verder)


def _begint_opnieuw(tekens: list[Teken], i: int) -> bool:
    """Tell whether "dan andere richting 60" begins another year."""
    stapt_over = woord_op(tekens, i + 1) in ("overgestapt", "overgeschakeld", "herbegonnen", "veranderd")
    if tekens[i].tekst in ("dan", "toen") and stapt_over:
        return any(is_getal(t) for t in tekens[:i]) and any(is_getal(t) for t in tekens[i + 1 : i + 12])
    if tekens[i].tekst not in ("dan", "toen") or woord_op(tekens, i - 1) not in (",", "en", ".", ";", "", "maar"):
        return False
    anders = any(t.tekst in _ANDERS for t in tekens[i + 1 : i + 6])
    return i > 0 and anders and any(is_getal(t) for t in tekens[i + 1 : i + 12])


class Tijdlijn:
    """What the labels of a message say about years.

    Attributes:
        tekens: the tokens, labels collapsed into one token each.
        aantal_jaren: number of years named ("drie jaar lang"), or None.
        telkens: the numbers hold for each year.
    """

    __slots__ = ("_stap_laatst", "aantal_jaren", "tekens", "telkens")

    def __init__(self, tekens: list[Teken]) -> None:
        self.aantal_jaren: int | None = None
        self.telkens = False
        self._stap_laatst: int | None = None
        self.tekens = self._lees(tekens)

    def _lees(self, tekens: list[Teken]) -> list[Teken]:
        uit: list[Teken] = []
        laatste_soort = ""
        i = 0
        while i < len(tekens):
            nieuw, lengte = self._label_op(tekens, i, laatste_soort)
            if nieuw is None:
                uit.append(tekens[i])
                i += 1
                continue
            if nieuw.soort in ("jaar", "periode"):
                laatste_soort = nieuw.soort
            if nieuw.soort == "jaar":
                self._stap_laatst = nieuw.tot
            uit.append(nieuw)
            i += lengte
        return uit

    def _label_op(self, tekens: list[Teken], i: int, laatste: str) -> tuple[Teken | None, int]:
        t = tekens[i]
        een, twee = woord_op(tekens, i + 1), woord_op(tekens, i + 2)
        rang = woorden.RANGTELWOORDEN.get(t.tekst) if t.soort in ("woord", "rang") else None
        if rang is not None:
            return self._rang_op(tekens, i, rang, laatste)
        if t.soort == "acaj" and woord_op(tekens, i - 1) in ("sinds", "vanaf"):
            return self._label("negeer", tekens, i, 1), 1
        if t.soort == "acaj":
            label = self._label("jaar", tekens, i, 1)
            label.acaj = t.acaj
            return label, 1
        if t.soort == "woord":
            cijfer = op(tekens, i + 1)
            if cijfer is not None and is_getal(cijfer) and not cijfer.eenheid and cijfer.waarde is not None:
                w = cijfer.waarde
                if t.tekst in woorden.SEMESTERWOORDEN and w in (1, 2) and (cijfer.kleef or len(t.tekst) > 1):
                    label = self._label("periode", tekens, i, 2)
                    label.periode = f"semester {w}"
                    return label, 2
                jaarwoord = t.tekst in woorden.JAARWOORDEN or (t.tekst in woorden.JAARKLEEF and cijfer.kleef)
                vrij = cijfer.kleef or self._mag_jaar_zijn(tekens, i) or twee == ":" or laatste == "jaar"
                if jaarwoord and 1 <= w <= 7 and vrij and een != "/" and cijfer.vakken is None:
                    return self._jaar(tekens, i, 2, w), 2
            if een in _STUDIE:
                stap = -1 if t.tekst in _VORIG else 0 if t.tekst in _DIT else 1 if t.tekst in _VOLGEND else None
                if stap is not None and self._vergelijkt(tekens, i, stap):
                    return self._label("negeer", tekens, i, 2), 2
                if stap is not None:
                    label = self._label("jaar", tekens, i, 2)
                    label.tot = stap
                    return label, 2
            if t.tekst in ("nieuwe", "nieuw") and een in ("opleiding", "richting", "studie"):
                label = self._label("jaar", tekens, i, 2)
                label.tot = 0
                return label, 2
            if t.tekst in _DIT and een == "" and i + 1 == len(tekens):
                return None, 0
            if t.tekst in ("huidige", "huidig") and een in ("(", ":"):
                label = self._label("jaar", tekens, i, 1)
                label.tot = 0
                return label, 1
            if t.tekst == "jaar" and een in _ERVOOR and not is_getal(op(tekens, i - 1)):
                # The year before the one told last, which is last year unless the message names another.
                label = self._label("jaar", tekens, i, 2)
                label.tot = (-1 if self._stap_laatst is None else self._stap_laatst) - 1
                return label, 2
            if t.tekst == "jaar" and een in _ERNA | {"later"}:
                return self._stap(tekens, i, 2), 2
            if t.tekst == "nu" and _is_nu_bezig(tekens, i):
                label = self._label("jaar", tekens, i, 1)
                label.tot = 0
                return label, 1
            dan = t.tekst == "dan" and woord_op(tekens, i - 1) in (",", "en") and is_getal(cijfer)
            if t.tekst in _ERNA or dan or _begint_opnieuw(tekens, i):
                return self._stap(tekens, i, 1), 1
            if t.tekst in ("elk", "elke", "ieder", "per") and een in ("jaar", "jr"):
                self.telkens = True
                dichtbij = [u for u in tekens[max(0, i - 2) : i] + tekens[i + 2 : i + 4] if is_getal(u)]
                if dichtbij:
                    dichtbij[0].telkens = True
                return self._label("elk", tekens, i, 2), 2
            if (
                t.tekst in ("telkens", "steeds")
                and laatste != "periode"
                and woord_op(tekens, i - 1) not in ("van", "à", "a")
            ):
                self.telkens = True
                return self._label("elk", tekens, i, 1), 1
            if t.tekst in ("allebei", "beide") and (is_getal(cijfer) or een in ("jaren", "keren")):
                getal = cijfer if is_getal(cijfer) else op(tekens, i + 2)
                if getal is not None and is_getal(getal) and (getal.waarde or 0) >= _JAARPROGRAMMA:
                    self.telkens = getal.telkens = True
                    return self._label("elk", tekens, i, 1 if getal is cijfer else 2), 1 if getal is cijfer else 2
            los = not is_getal(op(tekens, i - 1)) and een not in _MEEGETELD and woord_op(tekens, i - 1) not in _OVER
            if t.tekst == "tweedezit" or (t.tekst in woorden.HERKANSING and los):
                label = self._label("periode", tekens, i, 1)
                label.periode = "tweede zit"
                return label, 1
            if t.tekst in woorden.MAANDEN and woorden.MAANDEN[t.tekst] in woorden.PERIODE_VAN_MAAND:
                label = self._label("periode", tekens, i, 1)
                label.periode = woorden.PERIODE_VAN_MAAND[woorden.MAANDEN[t.tekst]]
                return label, 1
            return None, 0
        if t.soort == "getal" and t.waarde is not None and not t.eenheid and t.vakken is None:
            achtervoegsel = op(tekens, i + 1)
            los = een == "bach" and is_getal(op(tekens, i + 2))
            vast = een in _BACHELOR and achtervoegsel is not None and achtervoegsel.kleef
            if (vast or los) and 1 <= t.waarde <= 5:
                return self._jaar(tekens, i, 2, t.waarde), 2
            volgt = op(tekens, i + 2)
            if een == "jaar" and volgt is not None and is_getal(volgt) and (laatste == "jaar" or twee == ":"):
                # "60/12 jaar 2: 48/36": the label of the next year.
                return None, 0
            if een in ("jaar", "jaren", "jr", "jaartjes"):
                if twee in ("geleden", "terug", "gelee"):
                    label = self._label("jaar", tekens, i, 3)
                    label.tot = -t.waarde
                    return label, 3
                erna = op(tekens, i + 2)
                if t.waarde > _MEEST or (erna is not None and is_getal(erna) and erna.kleef):
                    return None, 0
                if 1 <= t.waarde <= _MEEST:
                    self.aantal_jaren = t.waarde
                    if (
                        twee in ("lang", "na")
                        or (twee == "op" and woord_op(tekens, i + 3) == "rij")
                        or "telkens" in (twee, woord_op(tekens, i + 3))
                    ):
                        self.telkens = True
                return self._label("jaartal", tekens, i, 2), 2
            if een in ("keer", "x", "maal") and 1 <= t.waarde <= _MEEST:
                volgend = op(tekens, i + 2)
                if twee in ("na", "op") or (volgend is not None and is_getal(volgend) and (volgend.waarde or 0) >= 20):
                    self.aantal_jaren, self.telkens = t.waarde, True
                    lengte = 4 if twee in ("na", "op") else 2
                    return self._label("jaartal", tekens, i, min(lengte, len(tekens) - i)), min(lengte, len(tekens) - i)
                if volgend is None or not is_getal(volgend):
                    return self._label("negeer", tekens, i, 2), 2
        return None, 0

    def _rang_op(self, tekens: list[Teken], i: int, rang: int, laatste: str) -> tuple[Teken | None, int]:
        een, twee = woord_op(tekens, i + 1), woord_op(tekens, i + 2)
        if een in woorden.SEMESTERWOORDEN and rang <= 2:
            label = self._label("periode", tekens, i, 2)
            label.periode = f"semester {rang}"
            return label, 2
        if een in woorden.ZITWOORDEN and rang <= 2:
            label = self._label("periode", tekens, i, 2)
            label.periode = "tweede zit" if rang == 2 else "eerste zit"
            return label, 2
        vorig = woord_op(tekens, i - 1)
        if een in _DIPLOMAWOORDEN and vorig in woorden.EEN | {"nog"}:
            # "een tweede master": another degree, no second year.
            return None, 0
        if is_getal(op(tekens, i + 1)) and twee in ("/", "->") and is_getal(op(tekens, i + 3)):
            # "eerste 60/20, tweede 54/36"
            return self._jaar(tekens, i, 1, rang), 1
        if een in ("keer", "poging", "maal") and is_getal(op(tekens, i + 2)):
            return self._jaar(tekens, i, 2, rang), 2
        if een in woorden.JAARWOORDEN or een == "jaars":
            # "ik zit in mijn 3de jaar" tells how far one is, not which year the numbers belong to.
            voor = {woord_op(tekens, i - k) for k in (1, 2, 3)}
            stand = twee == "nu" or "nu" in voor or (("mijn" in voor or "in" in voor) and voor & {"zit", "zat"})
            if stand and rang > 1 and laatste != "jaar":
                self.aantal_jaren = self.aantal_jaren or rang
                return self._label("stand", tekens, i, 2), 2
            return self._jaar(tekens, i, 2, rang), 2
        if (
            laatste
            and vorig in ("het", "de", "mijn", "in", "en", ",", "van")
            and een not in ("vak", "keer", "60", "zestig")
        ):
            if laatste == "periode" and rang <= 2:
                label = self._label("periode", tekens, i, 1)
                label.periode = f"semester {rang}"
                return label, 1
            if laatste == "jaar" and (vorig == "het" or not is_getal(op(tekens, i + 1))):
                return self._jaar(tekens, i, 1, rang), 1
        return None, 0

    @staticmethod
    def _vergelijkt(tekens: list[Teken], i: int, stap: int) -> bool:
        """Tell whether a year is only named to compare or to ask: "zelfde als vorig jaar", "hoeveel heb ik volgend jaar"."""
        voor = [t.tekst for t in tekens[max(0, i - 8) : i]]
        if voor[-1:] in (["als"], ["gelijk"], ["dan"]) and set(voor) & _VERGELIJKING:
            return True
        if stap > 0 and voor[-1:] in (["en"], ["of"]) and woord_op(tekens, i + 2) in ("?", ""):
            return True
        vraagt = set(voor) & {"hoeveel", "wat", "wa", "hoevl"} and not any(
            is_getal(t) for t in tekens[max(0, i - 8) : i]
        )
        return bool(vraagt and stap > 0 and set(voor[-3:]) & _BEZIT and "als" not in voor[-3:])

    def _mag_jaar_zijn(self, tekens: list[Teken], i: int) -> bool:
        vorig = op(tekens, i - 1)
        if vorig is None or vorig.soort in ("teken", "regel"):
            na = woord_op(tekens, i + 2)
            return na not in ("/", "->") or woord_op(tekens, i + 3) == ""
        return vorig.soort == "woord" and vorig.tekst in _VOOR_JAAR

    def _jaar(self, tekens: list[Teken], i: int, lengte: int, nummer: int) -> Teken:
        label = self._label("jaar", tekens, i, lengte)
        label.jaar = nummer
        return label

    def _stap(self, tekens: list[Teken], i: int, lengte: int) -> Teken:
        return self._label("erna", tekens, i, lengte)

    @staticmethod
    def _label(soort: str, tekens: list[Teken], i: int, lengte: int) -> Teken:
        laatste = tekens[min(i + lengte, len(tekens)) - 1]
        return Teken(soort, tekens[i].tekst, tekens[i].begin, laatste.eind, False)
