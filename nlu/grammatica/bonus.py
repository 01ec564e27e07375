"""What is left of the doubling: "bonus is op", "al 42 dubbel gekregen", "nog niks verdubbeld"."""

from __future__ import annotations

from nlu.grammatica.regels import Regel
from nlu.grammatica.regels import samengevat
from nlu.grammatica.regels import vervang
from nlu.grammatica.tekens import Teken
from nlu.patroon import UITGESCHREVEN
from nlu.patroon import maak_patroon


VOLLE_BONUS = 60
"""Study points that count double at first."""

_BONUS = r"(?:bonus|bonuspunt|bonuspunten|bonuskrediet|verdubbeling|verdubbelingen|(?:dubbele|verdubbelde|dubbel)\ (?:punten|credits|studiepunten|sp)|verdubbelpunten)"
_VULLING = r"(?:\ (?:is|zijn|was|waren|al|volledig|helemaal|ook|reeds|dus|heb|hebben|ik|k|nu|allemaal|die|wel|intussen|ondertussen)){0,5}"
_OP = r"(?:op|opgebruikt|kwijt|weg|uitgeput|opgesoupeerd|gebruikt|verbruikt|opgedaan|opgeraakt|gehad|gekregen)"
_GEKREGEN = r"(?:\ (?:gekregen|gehad|terug|teruggekregen|gebruikt|geteld|gerekend))?"
_NIET = r"(?:niks|niets|nix|niet|nie|ni|nooit|nikske)"

_NIETS_OVER = maak_patroon(
    rf"\bgeen\ {_BONUS}\ (?:meer|over)\b(?:\ over\b)?"
    rf"|\b{_BONUS}{_VULLING}\ {_OP}\b(?!\ \#)"
    rf"|\b{_BONUS}(?:\ (?:heb|is|zijn|ik|k))*\ (?:niet|nie|ni)\ meer\b"
    rf"|\balles\ (?:is\ )?al\ (?:verdubbeld|dubbel{_GEKREGEN})\b",
    UITGESCHREVEN,
)
_ALLES_OVER = maak_patroon(
    rf"\bnog\ {_NIET}\ (?:iets\ )?(?:verdubbeld|dubbel)\b{_GEKREGEN}"
    rf"|\bnog\ (?:geen|gin|gene|nooit\ (?:een\ )?)\ ?(?:enkele\ |van\ (?:die|de|mijn)\ )?{_BONUS}\b{_GEKREGEN}"
    rf"|\b{_BONUS}(?:\ (?:is|heb|zijn|staat|staan|ik|k|was))*\ nog\ (?:{_NIET}|volledig|helemaal|volle|ongebruikt|intact|onaangeroerd|open)\b(?:\ (?:op|gebruikt|opgebruikt|aangeraakt|aangesproken|over|gehad|gekregen|vol))?"
    rf"|\b{_BONUS}\ (?:ongebruikt|onaangeroerd|intact)\b"
    rf"|\b(?:volledige|hele|volle)\ {_BONUS}\ (?:nog|over)\b",
    UITGESCHREVEN,
)
_GEBRUIKT = maak_patroon(
    rf"\b(?:al|reeds)\ \#(?P<a>\d+)(?:\ (?:van\ de\ \#60|ervan|daarvan|er|punten))?\ (?:dubbel|verdubbeld)\b{_GEKREGEN}"
    rf"|\#(?P<b>\d+)\ (?:van|uit|vd)\ (?:(?:mijn|mn|men|m'n|de|die)\ )?(?:\#60\ )?{_BONUS}{_VULLING}\ {_OP}\b"
    rf"|\#(?P<c>\d+)\ {_BONUS}{_VULLING}\ {_OP}\b"
    rf"|\#(?P<d>\d+)\ (?:van\ de\ \#60|ervan|daarvan)?\ ?(?:zijn\ |is\ |heb\ ik\ )?(?:al|reeds)\ (?:verdubbeld|dubbel)\b{_GEKREGEN}"
    rf"|\b{_BONUS}{_VULLING}\ (?:voor\ )?\#(?P<e>\d+)\ (?:al\ )?(?:gebruikt|opgebruikt|verbruikt)\b",
    UITGESCHREVEN,
)
_OVER = maak_patroon(
    r"\bnog\ \#(?P<a>\d+)\ (?:te\ verdubbelen|verdubbelen|dubbel)\b"
    r"|\#(?P<b>\d+)\ (?:[^\W\d_]+\ ){0,2}(?:kan|kunnen|mag|mogen)\ (?:er\ )?nog\ (?:verdubbelen|verdubbeld|dubbel)\b(?:\ worden)?",
    UITGESCHREVEN,
)


def lees_bonus(tekens: list[Teken]) -> list[Teken]:
    """Replace what a message says of the doubling by one number: the study points that may still be doubled."""
    if not any("bonus" in t.tekst or "dubbel" in t.tekst for t in tekens):
        return tekens
    regel = Regel(tekens)
    nieuw: list[tuple[int, int, Teken]] = []
    for patroon, gebruikt in ((_GEBRUIKT, True), (_OVER, False)):
        for treffer, begin, eind in regel.zoek(patroon):
            getal = int(next(w for w in treffer.groups() if w is not None))
            if 0 <= getal <= VOLLE_BONUS:
                over = VOLLE_BONUS - getal if gebruikt else getal
                nieuw.append((begin, eind, samengevat(tekens, begin, eind, "bonus_over", over)))
    bezet = {k for begin, eind, _ in nieuw for k in range(begin, eind)}
    for patroon, over in ((_ALLES_OVER, VOLLE_BONUS), (_NIETS_OVER, 0)):
        for _, begin, eind in regel.zoek(patroon):
            if not bezet & set(range(begin, eind)) and not _is_gevraagd(tekens, begin, eind):
                bezet |= set(range(begin, eind))
                nieuw.append((begin, eind, samengevat(tekens, begin, eind, "bonus_over", over)))
    return vervang(tekens, nieuw) if nieuw else tekens


def _is_gevraagd(tekens: list[Teken], begin: int, eind: int) -> bool:
    """Tell whether the message asks it instead: "hoeveel van die bonus heb ik al gehad?", "is mijn bonus op?"."""
    ervoor = [t.tekst for t in tekens[max(0, begin - 5) : begin]]
    begin_zin = next((k + 1 for k in range(len(ervoor) - 1, -1, -1) if ervoor[k] in (".", "!", "?", ",")), 0)
    ervoor = ervoor[begin_zin:]
    vraagteken = any(t.tekst == "?" for t in tekens[eind : eind + 2])
    return "hoeveel" in ervoor or (vraagteken and bool(ervoor) and ervoor[0] in ("is", "zijn", "heb", "zou", "ist"))
