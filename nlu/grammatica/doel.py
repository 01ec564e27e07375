"""A balance that the student wants to reach: "om op 120 te staan", "zodat ik 100 overhoud"."""

from __future__ import annotations

from nlu.grammatica.regels import Regel
from nlu.grammatica.tekens import Teken
from nlu.patroon import UITGESCHREVEN
from nlu.patroon import maak_patroon


_W = r"(?:[^\W\d_]+\ )"
_VOORZETSEL = r"(?:op|aan|naar|tot|boven|rond|minstens|zeker|ongeveer|minimum|minimaal|nog|terug|die|de|een|saldo|leerkrediet|lk|van)"
_STAND = r"(?:staan|komen|geraken|raken|zitten|hebben|houden|behouden|overhouden|bereiken|blijven|eindigen|uitkomen|beginnen|starten|uit\ te\ komen|over\ te\ (?:houden|hebben))"
_HOUD = r"(?:overhoud|overhou|overhoudt|overhebt?|over\ (?:hou|houd|heb|te\ houden|te\ hebben|houden)|overhouden|uitkom|uitkomt|uitkomen|uit\ (?:kom|komen)|behoud|behouden|overblijf|overblijft|overblijven|blijf|blijft|blijven|geraak|geraken|raak|eindig|eindigen)"
_EEN_ERNA = r"(?:\ (?:punten|sp|leerkrediet|lk|saldo|over|terug|nog|overschot))*"

_DOEL = maak_patroon(
    rf"\bom\ {_W}{{0,5}}?\#(?P<a>\d+){_EEN_ERNA}\ (?:uit\ te\ komen|te\ {_STAND}|over\ te\ (?:houden|hebben)|(?:over|uit)\ te\ {_STAND})\b"
    rf"|\bom\ {_W}{{0,3}}?(?:(?:over|uit)\ )?te\ {_STAND}\ {_W}{{0,2}}?\#(?P<i>\d+)"
    rf"|\b(?:zodat|opdat|zoda|zodak|zodatk|zodanig)\ {_W}{{0,5}}?\#(?P<b>\d+){_EEN_ERNA}\ (?:{_HOUD}|heb|hebt|sta|staat|zit|kom|hou|houd)\b"
    rf"|\b(?:wil|wilt|wou|zou\ willen|graag|hoop|moet|streef)\ {_W}{{0,5}}?\#(?P<c>\d+){_EEN_ERNA}\ (?:(?:wil|wilt)\ )?(?:{_HOUD}|staan|hebben|zitten|bereiken)\b"
    rf"|\b(?:als|om)\ {_W}{{0,4}}?\#(?P<d>\d+){_EEN_ERNA}\ (?:wil|wilt|wou|moet)\ (?:{_HOUD}|staan|hebben|zitten|bereiken|houden|behouden)\b"
    rf"|\b(?:doel|streefdoel|streefcijfer|mikpunt)(?:\ (?:is|:|van|=|dus))*\ \#(?P<e>\d+)"
    rf"|\bstreef\ naar\ (?:een\ )?{_VOORZETSEL}?\ ?\#(?P<f>\d+)"
    rf"|\b(?:hoeveel|wat|wa)\ moe(?:t|k|tk)?\ {_W}{{1,5}}?(?:halen|slagen|behalen|verwerven)\ (?:voor|tot)\ {_W}{{0,2}}?(?:saldo|leerkrediet|lk)\ van\ \#(?P<g>\d+)"
    rf"|\bmoe(?:t|k|tk)\ {_W}{{1,5}}?(?:halen|slagen|behalen|verwerven)\ om\ {_W}{{0,5}}?\#(?P<h>\d+){_EEN_ERNA}\ te\ (?:kunnen|mogen)\ (?:opnemen|inschrijven|doen|volgen|nemen)\b"
    rf"|\b(?:om|zodat|opdat|zoda|zonder)\ {_W}{{0,5}}?(?:onder|beneden)\ (?:de\ )?\#(?P<j>\d+){_EEN_ERNA}\ (?:te\ )?(?:zakken|zak|zakt|vallen|val|valt|gaan|ga|gaat|komen|kom|duiken|duik)\b",
    UITGESCHREVEN,
)


def lees_doelen(tekens: list[Teken]) -> None:
    """Mark the numbers that are a balance to reach, so that none is taken for the balance there is.

    "Boven 100" and "niet onder 100" both aim at 100: people say the one for the other. Only "boven nul" aims at 1,
    for with 0 nothing is left to take up.
    """
    if not any(t.soort == "getal" for t in tekens):
        return
    regel = Regel(tekens)
    for treffer, _, _ in regel.zoek(_DOEL):
        naam = next(naam for naam, waarde in treffer.groupdict().items() if waarde is not None)
        plaats = regel.index(treffer.start(naam))
        getal = tekens[plaats]
        if getal.soort == "getal" and not getal.vast:
            getal.rol, getal.vast = "doel", True
            if getal.waarde == 0 and any(t.tekst == "boven" for t in tekens[max(0, plaats - 2) : plaats]):
                getal.waarde = 1
