"""Whether a message opens with yes or no, as students in Flanders write it."""

from __future__ import annotations

import unicodedata
from typing import Literal

from nlu.patroon import Patroon
from nlu.patroon import maak_patroon


#: How much of a message is looked at: the answer stands at its beginning, and a question may follow it.
_MEEST = 400
#: A question of its own has more words than "ja toch?" or "nee, oké?".
_EIGEN_VRAAG_WOORDEN = 3

_AANLOOP = maak_patroon(
    r"^(?:(?:euh+m?|uh+m?|hm+|mm+|goh|tja+h?|ah|oh|och|ewel|wel|amai|sorry|ma|maar|bah|allez|alle|allee|mja+|bwa+h?|pff+|kijk|awel|dus|"
    r"eigenlijk|eerlijk gezegd|eerlijk|volgens mij|ik denk|ik denk het|denk ik|ik vrees|vrees van|jammer genoeg|helaas|gewoon|hallo|dag|joh|jong)[\s,.!:-]+)+"
)
_ALLEBEI = maak_patroon(
    r"^(?:ja (?:en|of) nee+n?|jein|ja,? nee+n?|nee+n? (?:en|of) ja|nee+n?,? ja|half half|misschien|deels|soms|gedeeltelijk|hangt ervan af|ligt eraan|"
    r"weet (?:ik )?(?:het )?niet|geen idee|niet zeker|ni zeker|nie zeker|geen zin)\b"
)
_JA = maak_patroon(
    r"^(?:j+a+h*|jaja+|ja+ap|jep+|yep+|yes+|yup+|yeah|ye|jawel|jaweu|joa+|jo|jaa?k|ja+z[ei]+ker|jawaar|tuurlijk|natuurlijk|uiteraard|zeker(?: en vast)?|inderdaad|mja+|"
    r"absoluut|helemaal|idd|klopt|ok(?:e|ee|ay)?|si|oui|dat klopt|da klopt|ik wel|wel ja|dat wel|da wel|wel wel|wel degelijk|toch wel|jatoch|juist|correct|"
    r"ik heb (?:dat|het|da|t) wel|kheb da wel|daar ben ik zeker van|vast wel)(?![\w'’])"
)
_NEE = maak_patroon(
    r"^(?:n+ee+n?(?:nee+n?){0,3}|n+ee+h+|neeje|neen?tje|nope?|nop|nah+|njet|noppes|nooit|nada|neuh|neu|nee+n? jong|(?:absoluut|zeker|helemaal|inderdaad|idd|natuurlijk|tuurlijk|uiteraard|helaas|jammer genoeg|spijtig genoeg|juist|eigenlijk|echt|ok) (?:niet|nie|ni)|"
    r"(?:dat |da )?klopt (?:niet|nie|ni)|"
    r"(?:toch|nog|niet|dat|da|ik|eerder) (?:niet|nie|ni)(?: echt)?|nog geen|geen enkele?|geen(?! idee| zin| flauw)|no|non|dat niet|allesbehalve|"
    r"(?:niet|nie|ni)(?: echt| meer| helemaal| zo| gevraagd| gedaan| dus| nee)?(?! zeker| weet)|helaas|jammer genoeg niet)(?![\w'’])"
)
#: "Oké merci!" thanks and answers nothing; "ja merci" does.
_DANKT = maak_patroon(
    r"^(?:(?:ok(?:e|ee|ay|i|idoki)?|top|goed|super|cool|ah)[ ,.!]+)+(?:(?:heel|hartelijk|super|erg|alvast) )?(?:merci|mercikes|dank\w*|bedankt|thx|thanks|tnx)\b[^?]{0,30}"
)
_KORT_JA = maak_patroon(
    r"\b(?:eigenlijk|denk|denk het|denk van|natuurlijk|toch|dat|da|zeker|vast|vrees van) wel\b|^wel\W*$"
)
_KORT_NEE = maak_patroon(
    r"\b(?:eigenlijk|denk|natuurlijk|toch|zeker|echt) (?:niet|nie|ni)\b(?! zeker)|\b(?:van|denk) (?:niet|nie|ni|nee+n?)\b"
)
_KORT_WOORDEN = 5
_SCHEIDING = maak_patroon(r"[,.;!?\n]+|\b(?:maar|ma|en|want)\b")
_WIT = maak_patroon(r"\s+")

#: "Nee wacht, ja" and "ja sorry, nee": the last word counts.
_HERZIET = maak_patroon(r"^[ ,.]*(?:wacht|sorry|oeps|ik bedoel|bedoel|toch|eigenlijk)[ ,.]+(.+)")
#: No first: "zeker niet" opens with a word that also means yes.
_ANTWOORDEN: tuple[tuple[Patroon, Patroon, Literal["ja", "nee"]], ...] = (
    (_NEE, _KORT_NEE, "nee"),
    (_JA, _KORT_JA, "ja"),
)

_VRAAGWOORD = (
    r"(?:wat|wa|wie|hoe|hoeveel|waar|waarom|waarvoor|waarom|waarnaar|waarop|wanneer|wnr|welke?|hoezo|hoelang|vanaf wanneer|tot wanneer|tegen wanneer|"
    r"aan wie|bij wie|naar wie|voor wie|in welke?|op welke?|voor welke?|tot welke?|bij welke?|tegen welke?)"
)
_OMGEKEERD = (
    r"(?!was er)(?:is|ist|zijn|was|moet|moeten|moek|moetk|mag|magk|mogen|kan|kank|kunnen|kunde|kun|kunt|telt|tellen|geldt|gelden|krijg|krijgt|krijgk|komt|kom|maak|"
    r"ben|heb|heeft|hebt|wordt|word|volstaat|bestaat|duurt|kost|zal|zou|zouden|gaat|werkt|betekent|weet|wilt|mis) "
    r"(?:ik|k|je|jij|ge|gij|dat|da|dit|het|t|er|de|een|mijn|mn|men|nog|ook|hij|ze|zij|we|al|echt|zo|zoiets|elke?|iedereen|overmacht|leerkrediet|een?n?)"
)
_VRAAGZIN = maak_patroon(
    rf"^(?:(?:en|maar|ma|of|dan|dus|want|eh|euh|ah|oke|ok|ja|nee|alsjeblieft|sorry) )*(?:{_VRAAGWOORD}|{_OMGEKEERD})\b"
)


def lees_antwoord(tekst: str) -> Literal["ja", "nee"] | None:
    """Give the yes or no that a message opens with; None when it opens with neither, or with both.

    Who opens with yes and then asks something ("ja maar wat is overmacht?") wants an answer first: that is no yes yet.
    """
    vlak = _vlak(tekst)
    begin = _AANLOOP.sub("", vlak)
    if _ALLEBEI.match(begin) or _ALLEBEI.match(vlak):
        return None
    if _DANKT.fullmatch(vlak):
        return None
    for patroon, kort, antwoord in _ANTWOORDEN:
        # "Wel degelijk" opens with a word that elsewhere only fills a pause.
        treffer = patroon.match(begin) or patroon.match(vlak)
        if treffer is not None:
            rest = treffer.string[treffer.end() :]
            herzien = _HERZIET.match(rest)
            if herzien is not None:
                return lees_antwoord(herzien[1]) or antwoord
            return None if _vraagt_daarna(rest) else antwoord
        if len(vlak.split()) <= _KORT_WOORDEN and kort.search(vlak):
            return antwoord
    return None


def is_vraagzin(zin: str) -> bool:
    """Whether a piece of a message, in small letters, asks instead of tells: it opens with a question word or its verb."""
    return _VRAAGZIN.match(zin.strip(" ,.!?-")) is not None


def _vraagt_daarna(rest: str) -> bool:
    stukken = _SCHEIDING.split(rest)
    vraagteken = "?" in rest
    for stuk in stukken:
        woorden = stuk.split()
        if is_vraagzin(stuk) and (
            vraagteken or len(woorden) >= _EIGEN_VRAAG_WOORDEN or woorden[0] in ("hoezo", "waarom")
        ):
            return True
    return False


def _vlak(tekst: str) -> str:
    ontleed = unicodedata.normalize("NFD", tekst[:_MEEST].strip().lower())
    plat = "".join(teken for teken in ontleed if unicodedata.category(teken) != "Mn")
    return _WIT.sub(" ", plat.strip(" .,!-\"'"))
