"""Cues that tell how a message relates to the ones before it: correction, what-if, another year, the same again."""

from __future__ import annotations

from collections.abc import Iterable

from nlu.grammatica import woorden
from nlu.grammatica.getallen import getal_in_woord
from nlu.grammatica.modellen import Feit
from nlu.grammatica.modellen import Signaal
from nlu.grammatica.tekens import Teken
from nlu.patroon import UITGESCHREVEN
from nlu.patroon import maak_patroon


_KORT = 9
"""Words of a message that only steers the conversation; in a longer one these words say something else."""
_MEESTE = 220
"""Tokens in which cues are looked for."""

_NEE = maak_patroon(r"(?:nee+n?){1,4}(?:h|je|ke|tje)?|nope|neje")
_AANLOOP = woorden.AARZELING | woorden.reeks("of oh ah ja maar ma allee allez mja goh och en ok oke amai")
_NEEM_TERUG = woorden.reeks("nee neen nie wacht sorry oeps fout correctie bedoel oei pardon foutje")
# "sorry dat ik stoor" asks pardon, and takes nothing back.
_VERONTSCHULDIGT = woorden.reeks("dat da dak voor om als")
_CORRECTIE = (
    "nee wacht",
    "bedoel",
    "bedoelde",
    "ik vergis",
    "vergist",
    "verkeerd",
    "moet zijn",
    "moest zijn",
)
# What "eigenlijk" may put in the place of what was told before.
_ANDERE_WAARDE = woorden.ALLES | woorden.NIETS | woorden.NIET | frozenset(woorden.DELEN) | woorden.reeks("geen fout")
_VRAAGT = woorden.VRAAGWOORDEN | woorden.reeks("waarom waarvoor wanneer wie waar is ist kan mag moet zijn telt")
_WAREN_ER = (
    "waren er",
    "het was er",
    "was het",
    "warener",
    "waren der",
    "zijn er",
    "twas",
    "t was",
    "het was",
    "twaren",
    "t waren",
    "het waren",
    "da ware der",
    "da waren der",
    "dat ware der",
    "da was der",
    "ware der",
)

# Who may stand behind "als" in a what-if; "als student" and "als antwoord" name no one who does something.
_WIE = r"(?:ik|k|ek|kik|je|jij|ge|gij|we|wij|hij|ze|zij|het|t|er|der|men|mijn|mn|men|m'n|iemand|da|dat|dak|dit|de|die|alles|alle|niks|haar|onze)"
_HYPOTHESE = maak_patroon(
    rf"""
      \b(?:als|as|az|ast)\ {_WIE}\b
    | \b(?:alsk|ask|alsik|asik|assik|alsek|asek|watals|indien|ist\ (?:dak|da\ k|dat\ k|dat\ ik|da\ ik)|is\ t\ (?:dak|da\ k|dat\ ik|da\ ik))\b
    | \b(?:wat|wa|what)\ (?:als|as|if)\b
    | (?<!\bik\ )(?<!\bk\ )\b(?:stel|steld|stelt)\b(?!\ (?:mij|me|u|een|de|het|mijn|geen|vraag|vragen|ze|hem|deze|die|je|gerust)\b)
    | \bstel\ (?:je|u)\ voor\b
    | \b(?:steldat|stelda|veronderstel|verondersteld|gesteld|hypothetisch|simuleer|simulatie)\b
    | (?:^|[.,?!;:]\ |\b(?:en|ma|maar|of|dan|hoeveel\ hek)\ )(?:mocht|moest|moesten|mochten|moestek)\ (?:ik|k|ek|kik|je|ge|we|het|t|er|da|dat|mijn|mn|alles|hij|ze)\b(?!\ toen)
    | \bwanneer\ (?:ik|k|ek)\b
    | \bzou\ (?:[^\W\d]+\ ){{0,6}}(?:met|bij)\ \d
    | ^(?:en|of|ma|maar|wa|wat|en\ wat)\ (?:met|bij)\ (?:\d|maar|slechts|alles|alle|niks|niets|de\ helft)
    """,
    UITGESCHREVEN,
)
_VERGELIJKING = maak_patroon(
    r"\b(?:zelfde|hetzelfde|tzelfde|evenveel|zoveel|even \w+|goed|meer|minder|net|zo|zowel|dezelfde|anders|snel)$"
)
# "als ik het goed heb": courtesy and doubt, no what-if.
_GEEN_HYPOTHESE = maak_patroon(
    r"""
    (?:als|as)\ (?:
        (?:ik|k|ek|ge|je|we)\ (?:(?:het|t|da|dat|mij|me|mn|zo|dit|u|je|jou|nu|eens|even|hier|zelf|nog)\ ){0,3}
            (?:(?:niet|nie|ni)\ (?:vergis|bedrieg|misreken|vergist)|goed\ (?:heb|begrijp|zie|kijk|tel|reken|lees|snap|onthou|onthoud|herinner|versta|gerekend|begrepen|gelezen|geteld|voor)
            |vergis|juist\ (?:heb|ben|begrijp|zie|reken|gerekend)|begrijp|snap|kijk|bekijk|check|zie|lees|herinner|eerlijk|vergelijk|reken|bereken|tel|optel|mag\ (?:vragen|weten)|vragen\ mag|was|inlog|log)\b
        |(?:je|ge|u|het|t|da|dat|dit)\ (?:wil|wilt|kan|kunt|mag|moet|klopt|goed|belieft|blieft|mogelijk|nodig|zo|even|ff|tijd|helpt|past|lukt\ voor)\b
        |(?:het|dat|t)\ u\ belieft
        |(?:de|het)\ (?:enige|eerste|laatste)\b
    )
    """,
    UITGESCHREVEN,
)

#: Words after which a year follows that was not told yet; each with whether it names a year of its own.
_NIEUW_JAAR = maak_patroon(
    r"\b(?:(?P<volgend>(?:volgend|volgende|komend|komende|vlg|vlgnd)\ (?:jaar|jr|academiejaar|aj|schooljaar|studiejaar))"
    r"|(?P<altijd>(?:nog|ook|en)\ (?:een|n|ne|1|één)\ (?:extra\ )?(?:jaar|academiejaar|jaartje|jr)(?!\ geleden)|(?:een\ )?extra\ jaar"
    r"|(?<!gelukkig\ )nieuw\ (?:academie)?jaar|(?:jaar|jr|joar|jaor|jaartje)\ (?:er)?bij(?=\ *(?:$|[:,.\d])))"
    r"|daarna|(?:jaar|jr|joar|jaor)\ (?:erna|daarop|nadien|daarna|erop|later|daarachter|doarachter|derachter|erachter|d'rachter)|^(?:en\ )?(?:derachter|daarachter|doarachter))\b",
    UITGESCHREVEN,
)

# A whole year told in one go, behind the one before: "en dan 61 opgenomen en 1 gehaald", "vorig jaar ook 60 op 45 gehaald".
_ERBIJ = maak_patroon(r"(?<!jaar )(?<!jaartje )\berbij ")
_VERVOLG = maak_patroon(
    r"^(?:(?:ok|oke|ja|goed)\W+)?(?:en|maar|ma)\ (?:dan|nu)\ (?!met\b)"
    r"|\b(?:vorige?|verleden|afgelopen)\ (?:academie)?jaar\ ook\b|\book\ (?:vorige?|verleden|afgelopen)\ (?:academie)?jaar\b"
    r"|\b(?:jaar|joar|jaor|jr)\ (?:daarvoor|ervoor|doarvoorn?|daarvoorn|dervoorn)\b"
)
_UITKOMST = frozenset({"verworven", "niet_geslaagd", "getolereerd"})

_ZELFDE = maak_patroon(
    r"\b(?:hetzelfde|tzelfde|t zelfde|zelfde|idem|idem dito|evenveel als (?:vorig|verleden|het)|(?:opnieuw|weer|nog eens|nog ne keer|terug) zo|kopie van)\b"
)
_ZELFDE_VRAAG = maak_patroon(
    r"\b(?:is|ist|zijn|blijft|blijven|werkt|telt|geldt|betekent|betekenen|voor)\b(?: \w+){0,4} (?:het|de|t)?zelfde"
)


def platte_regel(ruw: Iterable[Teken]) -> str:
    """Write the tokens of a message on one line, one space between them, without quotation marks."""
    return " ".join(t.tekst for t in ruw if t.tekst not in ("'", "’", '"', "`", "‘"))


def zoek_signalen(ruw: list[Teken]) -> set[Signaal]:
    """Find the words that tell how a message relates to the one before it."""
    woordlijst = [t.tekst for t in ruw if t.soort == "woord"]
    uit: set[Signaal] = set()
    begin = woordlijst[:6]
    while begin and begin[0] in _AANLOOP:
        begin = begin[1:]
    regel = f" {' '.join(woordlijst[:40])} "
    if begin[:1] == ["sorry"] and begin[1:2] and begin[1] in _VERONTSCHULDIGT:
        begin = []
    if (begin and (_NEE.fullmatch(begin[0]) or begin[0] in _NEEM_TERUG)) or _noemt(regel, _CORRECTIE):
        uit.add("correctie")
    if "eigenlijk" in woordlijst and _zegt_eigenlijk(ruw, begin):
        uit.add("correctie")
    if _noemt(regel, _WAREN_ER):
        uit.add("waren_er")
    if _ERBIJ.search(regel) or "daarbij" in woordlijst or "bijgekomen" in woordlijst:
        uit.add("toevoeging")
    if len(woordlijst) <= _KORT:
        uit |= {
            signaal for signaal, zinsdelen in woorden.STUURWOORDEN.items() if any(f" {z}" in regel for z in zinsdelen)
        }
    diploma = "masterdiploma" in woordlijst or ("diploma" in woordlijst and "master" in woordlijst)
    if diploma and not any(w in woordlijst for w in ("geen", "nog", "zonder")):
        uit.add("masterdiploma")
    plat = platte_regel(ruw[:_MEESTE])
    if is_hypothese(plat):
        uit.add("hypothese")
    return uit


def _zegt_eigenlijk(ruw: list[Teken], begin: list[str]) -> bool:
    """Tell whether "eigenlijk" takes something back; in "wat is dat eigenlijk?" it only colours the question."""
    if begin and begin[0] in _VRAAGT:
        return False
    return any(
        t.soort == "getal"
        or t.tekst in _ANDERE_WAARDE
        or t.contract is not None
        or (t.soort == "woord" and getal_in_woord(t.tekst) is not None)
        for t in ruw
    )


def _noemt(regel: str, zinsdelen: Iterable[str]) -> bool:
    return any(f" {z} " in regel for z in zinsdelen)


def is_hypothese(plat: str) -> bool:
    """Tell whether a message is a what-if: "en als ik er 50 haal", "stel dat", "moest ik", "en met 50?"."""
    for treffer in _HYPOTHESE.finditer(plat):
        if _GEEN_HYPOTHESE.match(plat, treffer.start()):
            continue
        if treffer.group().startswith(("als ", "as ")) and _VERGELIJKING.search(plat[: treffer.start()].rstrip()):
            continue
        return True
    return False


def is_nieuw_jaar(tekst: str, feiten: Iterable[Feit]) -> bool:
    """Tell whether the facts of a message belong to a year that was not told before.

    "volgend jaar 30" adds a year. A message that itself sets out the years ("vorig jaar 60/33, volgend jaar 54") is
    read by its own order, and "60/33, en volgend jaar?" tells nothing of the year that it asks about.
    """
    treffer = _NIEUW_JAAR.search(tekst)
    feiten = tuple(feiten)
    if treffer is None:
        return _is_vervolg(tekst, feiten)
    lopend = [f for f in feiten if f.rol in ("opgenomen", "verworven", "niet_geslaagd", "getolereerd", "los")]
    if treffer["altijd"] or not feiten:
        return True
    eigen = [f for f in lopend if f.relatief == 1 or f.begin > treffer.start()]
    if not eigen or any((f.relatief or 0) < 0 or (f.relatief == 0 and not treffer["volgend"]) for f in lopend):
        return False
    eerder = [f for f in lopend if f not in eigen]
    return not eerder or len({(f.jaar, f.academiejaar) for f in lopend}) == 1


def _is_vervolg(tekst: str, feiten: tuple[Feit, ...]) -> bool:
    """Tell whether a message goes on with one whole year: what was taken up, and what came of it."""
    rollen = {f.rol for f in feiten if f.ongeldig is None}
    if "opgenomen" not in rollen or not rollen & _UITKOMST or "?" in tekst or len({f.jaar for f in feiten}) > 1:
        return False
    return _VERVOLG.search(tekst) is not None


def is_zelfde(plat: str) -> bool:
    """Tell whether a message says that a year is the same as the one before: "idem", "hetzelfde als vorig jaar"."""
    treffer = _ZELFDE.search(plat)
    if treffer is None or plat.count(" ") > 3 * _KORT:
        return False
    return "jaar" in plat or not _ZELFDE_VRAAG.search(plat)
