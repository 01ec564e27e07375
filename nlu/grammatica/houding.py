"""How a message stands to its subject: asking, about one's own case, against what was just said, wanting it again."""

from __future__ import annotations

from typing import Literal

from nlu.grammatica.jaarnaam import schrapt_jaar
from nlu.patroon import Patroon
from nlu.patroon import maak_patroon


Houding = Literal["eigen", "betwisting", "terug", "vraag", "verder", "jaar_weg", "uitleg", "vervolg"]

_EIGEN: Patroon = maak_patroon(
    r"(?<![\w'])(?:ik|k|'k|kik|ek|mijn|m'n|mn|mij|me|mezelf|kheb|khad|kzit|ken|kzal|kan ?k|hebk|hebbek|moek)\b"
)
_BETWISTING: Patroon = maak_patroon(
    r"\b(?:klop(?:t|pen)?|kan|lijkt me|is|zijn|staat)\s+(?:\w+\s+){0,3}?(?:nie?t?|ni)\s+(?:goed|juist|correct|kloppen|waar|mogelijk)\b"
    r"|\bklop(?:t|pen)?\s+(?:\w+\s+){0,3}?(?:nie?t?|ni|geen)\b"
    r"|\b(?:da|dat|dit|het|t|'t|die|je|ge|gij)\b(?:\s+\w+){0,4}\s+(?:fout|verkeerd|onjuist|mis|onzin|bullshit)\b"
    r"|\b(?:foute?|verkeerd(?:e)?)\s+(?:berekening|uitkomst|saldo|getal|cijfer)"
    r"|^\W*(?:fout|mis|onmogelijk|serieus)\W*$|\b(?:da|dat|dit|het|t)\s+kan\s+(?:toch\s+|echt\s+)?(?:nie?t?|ni)\W*$"
    r"|\bklop(?:t|pen)\s+(?:da|dat|dit|het|die)\b|\b(?:weet|ben|zijt|zeker)(?:\s*(?:je|ge|u|gij))?\s+(?:da\s+|dat\s+|het\s+)?(?:echt\s+|wel\s+)?zeker\b"
    r"|\bzeker\s+(?:van|da|dat)\b"
)
_TERUG: Patroon = maak_patroon(
    r"\bh?oe\s*(?:kom(?:t|en|de)?|geraak\w*)(?:\s*(?:je|ge|de|gij|jij|ik|we|u|da|dat|men))?\s*(?:daar|er|der|aan|bij|op|tot)"
    r"|\b(?:hoe|waar)\s+(?:is|hebt?|heb|ha(?:al|ald))\s+(?:je|ge|gij|da|dat|dit)\s+(?:\w+\s+)?(?:berekend|bereken|uitgerekend|gerekend|vandaan)"
    r"|\bvan\s*waar\s+kom(?:t|en)|\brealiteit\b"
    r"|\b(?:waarom|hoezo|hoe\s+kan)\b.{0,40}?\b(?:zo|zoveel|weinig|veel|af|verloren|kwijt|negatief|maar|onder\s+nul|min)\b"
    r"|\b(?:wat|wa)\s+(?:was|is|wordt)\s+(?:mijn|mn|m'n|het|t)\s*(?:\w+\s+)?saldo\b"
    r"|\b(?:hoeveel|oeveel|oevele)\s+(?:leerkrediet\s+|lk\s+|punten\s+)?(?:heb|hek|hebk|hekik|was|is|staat|blijft|schiet|houd|zit)\b.{0,25}?\b(?:nu|nog|over|dan|weer|saldo)\b"
    r"|\b(?:wat|wa|hoeveel)\s+(?:was|waren|had)\b.{0,25}?\b(?:ook\s+(?:al\s+)?weer|alweer|echt|eigenlijk|werkelijk)\b"
    r"|\b(?:terug\s+naar\s+(?:nu|mijn|de)\s*(?:echte?)?|mijn\s+echte?\s+(?:saldo|cijfers|punten))\b"
    r"|\b(?:toon|geef|zeg|herhaal|leg)\b.{0,20}?\b(?:nog\s+(?:eens|is|ne\s+keer)|opnieuw|uit|berekening)\b"
)
_VERVOLG: Patroon = maak_patroon(r"^\W*(?:(?:ok|oke|ja|ah|allez|hm+|goed)\W*)?(?:en|of|ma|maar|and)\b")
_UITLEG: Patroon = maak_patroon(
    r"\b(?:wat|wa|wuk)\b.{0,14}?\b(?:beteken\w*|bedoel\w*|is|e|zijn|wilt?\s+zeggen)\b.{0,18}?"
    r"\b(?:opgenomen|opnemen|upnemen|verworven|studiepunt(?:en)?|sp|credits?)\b"
)
_VERDER: Patroon = maak_patroon(
    r"\b(?:reken|rekenen|ga|doe|werk)\b.{0,20}?\b(?:mee|hiermee|daarmee|ermee|zo|da|dat)\b.{0,8}?\bverder\b"
    r"|\bverder\s+(?:rekenen\s+)?(?:met|mee|hiermee|daarmee)\b|\b(?:neem|hou|gebruik)\s+(?:da|dat|dit|die)\b"
)
_VRAAGWOORD = (
    r"wat|wa|waar\w*|hoe|hoeveel|hoelang|wanneer|wie|waarom|welke?|kan|kunde|kunt|kun|kank|kanik|mag|magk|moet|moek|"
    r"tel(?:t|len)|verlies(?:t|k)?|krijg(?:t|k)?|heb(?:k|bek)?|is|ist|zijn|bestaa[tn]|geld(?:t|en)|werkt|wordt|worden|kost|"
    r"gaa[tn]|gaat|komt|komen|zou|zal|blijft|doet|mogen|kunnen|vervalt|klopt|ben|word"
)
_VRAAG: Patroon = maak_patroon(
    rf"\?|^(?:(?:en|ma|maar|ja|ok|oke|oké|dus|of|ah|eh|euh|hey|hoi|hallo|sorry|dan|nu|trouwens|ook|nog|wacht|amai)[\s,.!]+)*(?:{_VRAAGWOORD})\b"
    r"|\b(?:en|maar|ma)\s+(?:wat|wa|wuk|hoe|hoeveel|waar|wanneer|wie|waarom|welke?|kan\s+ik|kank|mag\s+ik|magk|moet\s+ik|moek|telt|tellen)\b"
    rf"|[,.;:!]\s*(?:en\s+|maar\s+|ma\s+)?(?:{_VRAAGWOORD})\b"
    r"|\b(?:weten|vraag(?:\s+mij|\s+me)?|afvraag|benieuwd|zeg(?:gen)?|uitleg(?:gen)?|weet\s+(?:\w+\s+)?(?:niet|ni|nie))\s+(?:\w+\s+)?(?:of|wat|wa|hoe|hoeveel|waar|wanneer|waarom|da|dat)\b"
)


def lees_houding(tekst: str) -> tuple[Houding, ...]:
    """Read how a message stands to its subject; empty where it does not show."""
    klein = tekst[:400].lower()
    uit: list[Houding] = []
    if _EIGEN.search(klein):
        uit.append("eigen")
    if _VRAAG.search(klein.strip()):
        uit.append("vraag")
    if _TERUG.search(klein):
        uit.append("terug")
    if schrapt_jaar(klein):
        uit.append("jaar_weg")
    if _VERVOLG.search(klein):
        uit.append("vervolg")
    if _UITLEG.search(klein):
        uit.append("uitleg")
    if _VERDER.search(klein):
        uit.append("verder")
    if _BETWISTING.search(klein):
        uit.append("betwisting")
    return tuple(uit)
