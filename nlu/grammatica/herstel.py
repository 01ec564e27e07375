"""Numbers that the student takes back: "48 in plaats van 45", "niet 45 maar 48", "60 opgenomen euh nee 57"."""

from __future__ import annotations

from nlu.grammatica import woorden
from nlu.grammatica.regels import Regel
from nlu.grammatica.tekens import Teken
from nlu.grammatica.tellen import herken_rol
from nlu.grammatica.tellen import is_getal
from nlu.grammatica.tellen import op
from nlu.grammatica.tellen import woord_op
from nlu.patroon import UITGESCHREVEN
from nlu.patroon import maak_patroon


_VERBETERWOORDEN = frozenset({"klopt", "klopte", "moest", "moet", "zitten", "zit", "tellen", "fout", "verkeerd"})
_ROL_ERNA = r"(?:\ (?:niet|[^\W\d_]{4,}))?(?:\ [^\W\d_]{4,})?"
_VERBETERT = maak_patroon(
    rf"\#\d+{_ROL_ERNA}\ (?:(?:klopt|klopte)\ (?:niet|nie|ni)(?:\ (?:meer|echt|helemaal))?|(?:is|was)\ (?:fout|verkeerd))(?:\ [,.;])?"
    rf"(?:\ (?:maar|want|dat|da|het|t|dit|was|is|zijn|waren|moet|moest|moesten|eigenlijk|er)){{1,5}}\ \#\d+"
    rf"|\#\d+{_ROL_ERNA}\ (?:moest|moet|moeten|moesten)(?:\ (?:eigenlijk|dus|wel))?\ \#\d+\ (?:zijn|worden)\b",
    UITGESCHREVEN,
)
_INBEGREPEN = maak_patroon(
    r"\bdie (?:#\d+|~) (?:zitten|zit|tellen|telt)(?: (?:al|er|ook|dus|mee|gewoon|wel))* (?:in|bij|onder)"
    r" (?:die |de |dat |mijn )?#\d+"
)
_EINDE = frozenset({"", ".", "!", ",", "had", "zou", "ging"})
_VERWACHT = frozenset({"verwacht", "verwachtte", "gedacht", "gehoopt"})
_DACHT = frozenset({"dacht", "zei", "typte", "schreef"})
_VERDER = 5
"""Tokens that may stand between the old number and the one that replaces it."""
_VER = 4
"""Tokens between a word that takes back and a number without a role of its own."""


def lees_vervangingen(tekens: list[Teken]) -> bool:
    """Set apart a number that another one of the message replaces; tell whether there was one.

    Runs before the roles are given. The new number keeps the old value, so that the merge can find what is meant.
    """
    gevonden = _lees_verbeteringen(tekens)
    for i, t in enumerate(tekens):
        if t.soort == "woord" and (
            t.tekst in ("ipv", "inplaats") or (t.tekst == "plaats" and woord_op(tekens, i - 1) == "in")
        ):
            oud = _eerste_getal(tekens, i + 1, 2)
            nieuw = _getal_voor(tekens, i) or (oud is not None and _getal_na(tekens, tekens.index(oud))) or None
        elif t.soort == "woord" and t.tekst == "eerder" and _is_eerder_dan(tekens, i):
            # "eerder 42 dan 45"
            tekens[i + 3].soort = "negeer"
            continue
        elif t.soort == "woord" and t.tekst in _DACHT:
            oud, nieuw = _gedacht_getal(tekens, i)
            if oud is not None and nieuw is None:
                oud.soort = "negeer" if any(is_getal(u) for u in tekens[:i]) else oud.soort
                continue
        elif t.soort == "woord" and t.tekst in _VERWACHT and woord_op(tekens, i + 1) in ("maar", "ma"):
            oud, nieuw = _getal_voor(tekens, i), _eerste_getal(tekens, i + 2, _VERDER)
        elif t.soort == "woord" and t.tekst in woorden.NIET and _ontkent_paar(tekens, i):
            tekens[i + 1].soort = tekens[i + 3].soort = "negeer"
            gevonden = True
            continue
        elif t.soort == "woord" and (t.tekst in woorden.NIET or t.tekst == "geen"):
            oud, nieuw = _ontkend_getal(tekens, i)
        else:
            continue
        if oud is not None and nieuw is None and not oud.vast and t.tekst in woorden.NIET | {"geen"}:
            # "niet 45", and nothing more: that it is not.
            oud.soort = "negeer"
        if oud is None or nieuw is None or oud is nieuw or oud.vast or nieuw.vast:
            continue
        oud.soort = "negeer"
        nieuw.vervangt = oud.waarde
        t.soort = "op"
        gevonden = True
    return gevonden


def _lees_verbeteringen(tekens: list[Teken]) -> bool:
    """Read "66 opgenomen klopt niet, dat was 63" and "27 moest 30 zijn"; explain away "die 3 zitten in die 48"."""
    if not any(t.tekst in _VERBETERWOORDEN for t in tekens):
        return False
    regel = Regel(tekens)
    gevonden = False
    for _, begin, eind in regel.zoek(_VERBETERT):
        getallen = [t for t in tekens[begin:eind] if is_getal(t)]
        if len(getallen) != 2 or any(t.vast for t in getallen):
            continue
        oud, nieuw = getallen
        plaats = tekens.index(oud)
        if woord_op(tekens, plaats - 1) in ("jaar", "jr", "academiejaar"):
            # "Jaar 2 moest 42 zijn" names the year.
            continue
        rol = herken_rol(woord_op(tekens, plaats + 1))
        if woord_op(tekens, plaats + 1) in woorden.NIET:
            gezegd = herken_rol(woord_op(tekens, plaats + 2))
            rol = ("niet_geslaagd", "") if gezegd is not None and gezegd[0] == "verworven" else None
        if rol is not None:
            nieuw.rol = rol[0]
        nieuw.vervangt, nieuw.vast, oud.soort = oud.waarde, True, "negeer"
        # The words in between have done their work.
        for t in tekens[plaats : tekens.index(nieuw)]:
            if t.soort == "woord":
                t.soort = "op"
        gevonden = True
    for _, begin, eind in regel.zoek(_INBEGREPEN):
        for t in tekens[begin:eind]:
            if is_getal(t):
                t.soort = "negeer"
    return gevonden


def _is_eerder_dan(tekens: list[Teken], i: int) -> bool:
    return is_getal(op(tekens, i + 1)) and woord_op(tekens, i + 2) == "dan" and is_getal(op(tekens, i + 3))


def _gedacht_getal(tekens: list[Teken], i: int) -> tuple[Teken | None, Teken | None]:
    """Read "ik dacht 45 maar het is 48" as (old, new) from the place of "dacht"."""
    for k in range(i + 1, min(i + 7, len(tekens))):
        if is_getal(tekens[k]):
            if woord_op(tekens, k + 1) in ("maar", "ma"):
                return tekens[k], _eerste_getal(tekens, k + 2, _VERDER)
            return (tekens[k], None) if woord_op(tekens, k + 1) in _EINDE else (None, None)
    return None, None


def _ontkent_paar(tekens: list[Teken], i: int) -> bool:
    """Tell whether "niet 60 - 45" takes a whole pair back, said beside the right one."""
    a, b = op(tekens, i + 1), op(tekens, i + 3)
    if not is_getal(a) or not is_getal(b) or woord_op(tekens, i + 2) not in ("-", "/", "op", "van", "vd", "en"):
        return False
    einde = woord_op(tekens, i + 4) in ("", ".", "!", ",", "maar")
    return einde and (any(is_getal(t) for t in tekens[:i]) or woord_op(tekens, i + 4) == "maar")


def _ontkend_getal(tekens: list[Teken], i: int) -> tuple[Teken | None, Teken | None]:
    """Read "niet 45 maar 48" and "48 niet 45" as (old, new) from the place of "niet"."""
    oud = op(tekens, i + 1)
    if oud is None or not is_getal(oud) or oud.vakken is not None:
        return None, None
    for k in range(i + 2, min(i + 2 + _VERDER, len(tekens))):
        if tekens[k].tekst in ("maar", "wel") or (tekens[k].tekst == "," and is_getal(op(tekens, k + 1))):
            return oud, _eerste_getal(tekens, k, _VERDER)
        if tekens[k].soort != "woord":
            break
    if woord_op(tekens, i + 2) in ("", ".", "!", "?", ","):
        eerder = op(tekens, i - 2 if woord_op(tekens, i - 1) in ("en", ",", "maar", "dus") else i - 1)
        if is_getal(eerder):
            return oud, eerder
        verder = _getal_met_rol(tekens, i - 1) if woord_op(tekens, i - 1) == "," else None
        if verder is not None:
            return oud, verder
        if woord_op(tekens, i + 2) != ",":
            return oud, None
    return None, None


def _getal_met_rol(tekens: list[Teken], i: int) -> Teken | None:
    """Give the number of "dat hij er 30 gehaald heeft" that ends at place i."""
    gezegd = False
    for t in reversed(tekens[max(0, i - _VER) : i]):
        if is_getal(t):
            return t if gezegd and t.vakken is None else None
        if t.soort != "woord":
            return None
        gezegd = gezegd or herken_rol(t.tekst) is not None
    return None


def _eerste_getal(tekens: list[Teken], vanaf: int, meest: int) -> Teken | None:
    for t in tekens[vanaf : vanaf + meest + 1]:
        if is_getal(t):
            return t
        if t.soort != "woord" and t.tekst != ",":
            return None
    return None


def _getal_voor(tekens: list[Teken], i: int) -> Teken | None:
    for k in range(i - 1, max(-1, i - 2 - _VER), -1):
        if is_getal(tekens[k]):
            return tekens[k]
        if tekens[k].soort != "woord":
            return None
    return None


def _getal_na(tekens: list[Teken], i: int) -> Teken | None:
    return _eerste_getal(tekens, i + 1, _VERDER)


def lees_herstel(tekens: list[Teken]) -> None:
    """Let the later of two numbers count where a word such as "nee", "wacht" or "euh" stands between them.

    Runs after the roles are given: a number behind the word replaces those before it with the same role, of the same
    year; without a role of its own it takes that of the number it replaces.
    """
    for i, t in enumerate(tekens):
        if t.soort == "woord" and t.tekst in woorden.HERSTEL | woorden.AARZELING:
            _herstel_op(tekens, i)


def _herstel_op(tekens: list[Teken], i: int) -> None:
    weifelt = tekens[i].tekst in woorden.AARZELING
    if weifelt and woord_op(tekens, i - 1) == "en":
        # "60 opgenomen en euh 45": a pause in a list.
        return
    if tekens[i].tekst == "wacht" and woord_op(tekens, i + 1) in ("nog", "op", "ik"):
        return
    voor: list[tuple[int, Teken]] = []
    for k in range(i - 1, -1, -1):
        u = tekens[k]
        if u.soort in ("jaar", "erna"):
            break
        if u.soort in ("getal", "deel"):
            voor.append((k, u))
    na: list[tuple[int, Teken]] = []
    for k in range(i + 1, len(tekens)):
        u = tekens[k]
        if u.soort in ("jaar", "erna", "periode") or (na and u.tekst in woorden.HERSTEL | woorden.AARZELING):
            break
        if u.soort in ("getal", "deel"):
            na.append((k, u))
    if not voor or not na or any(u.soort == "periode" for u in tekens[voor[-1][0] : i]):
        return
    plaats_oud, vorig = voor[0]
    plaats_nieuw, eerste = na[0]
    dichtbij = plaats_nieuw - i <= _VER
    if _rol(eerste) is None and dichtbij and not eerste.vakken and (vorig.soort == "getal" or _rol(vorig)):
        eerste.rol, eerste.vast = vorig.rol, vorig.vast
        eerste.zwak, eerste.contract, eerste.opleiding = vorig.zwak, vorig.contract, vorig.opleiding
        vorig.soort = "negeer"
    elif _rol(vorig) is None and dichtbij and i - plaats_oud <= 2 and vorig.soort == "getal":
        vorig.soort = "negeer"
    for _, nieuw in na[:1] if weifelt else na:
        for _, oud in voor:
            if oud.soort != "negeer" and _rol(nieuw) is not None and _rol(oud) == _rol(nieuw):
                oud.soort = "negeer"


def _rol(t: Teken) -> str | None:
    if t.rol is None and (t.zwak or (t.soort == "deel" and not t.rest)):
        return "verworven"
    return t.rol
