"""How a message stands to its subject: asking, about one's own case, against what was just said, wanting it again."""

from __future__ import annotations

import re
from typing import Literal


Houding = Literal["eigen", "betwisting", "terug", "vraag"]

_EIGEN: re.Pattern[str] = re.compile(
    r"(?<![\w'])(?:ik|k|'k|kik|ek|mijn|m'n|mn|mij|me|mezelf|kheb|khad|kzit|ken|kzal|kan ?k|hebk|hebbek|moek)\b"
)
_BETWISTING: re.Pattern[str] = re.compile(
    r"\b(?:klop(?:t|pen)?|kan|lijkt me|is|zijn|staat)\s+(?:\w+\s+){0,3}?(?:nie?t?|ni)\s+(?:goed|juist|correct|kloppen|waar|mogelijk)\b"
    r"|\bklop(?:t|pen)?\s+(?:\w+\s+){0,3}?(?:nie?t?|ni|geen)\b"
    r"|\b(?:da|dat|dit|het|t|'t|die|je|ge|gij)\b(?:\s+\w+){0,4}\s+(?:fout|verkeerd|onjuist|mis|onzin|bullshit)\b"
    r"|\b(?:foute?|verkeerd(?:e)?)\s+(?:berekening|uitkomst|saldo|getal|cijfer)"
)
_TERUG: re.Pattern[str] = re.compile(
    r"\bhoe\s*(?:kom(?:t|en|de)?|geraak\w*)\s*(?:je|ge|de|gij|jij|ik|we|u|da|dat|men)?\s*(?:daar|er|der|aan|bij|op|tot)"
    r"|\b(?:hoe|waar)\s+(?:is|hebt?|heb|ha(?:al|ald))\s+(?:je|ge|gij|da|dat|dit)\s+(?:\w+\s+)?(?:berekend|bereken|uitgerekend|gerekend|vandaan)"
    r"|\bvan\s*waar\s+kom(?:t|en)"
    r"|\b(?:wat|wa|hoeveel)\s+(?:was|is|waren|had)\b.{0,25}?\b(?:ook\s+(?:al\s+)?weer|alweer|echt|eigenlijk|werkelijk)\b"
    r"|\b(?:terug\s+naar\s+(?:nu|mijn|de)\s*(?:echte?)?|mijn\s+echte?\s+(?:saldo|cijfers|punten))\b"
    r"|\b(?:toon|geef|zeg|herhaal|leg)\b.{0,20}?\b(?:nog\s+(?:eens|is|ne\s+keer)|opnieuw|uit|berekening)\b"
)
_VRAAGWOORD = (
    r"wat|wa|waar\w*|hoe|hoeveel|hoelang|wanneer|wie|waarom|welke?|kan|kunde|kunt|kun|kank|kanik|mag|magk|moet|moek|"
    r"tel(?:t|len)|verlies(?:t|k)?|krijg(?:t|k)?|heb(?:k|bek)?|is|ist|zijn|bestaa[tn]|geld(?:t|en)|werkt|wordt|worden|kost|"
    r"gaa[tn]|gaat|komt|komen|zou|zal|blijft|doet|mogen|kunnen|vervalt|klopt|ben|word"
)
_VRAAG: re.Pattern[str] = re.compile(
    rf"\?|^(?:(?:en|ma|maar|ja|ok|oke|oké|dus|of|ah|eh|euh|hey|hoi|hallo|sorry|dan|nu|trouwens|ook|nog|wacht|amai)[\s,.!]+)*(?:{_VRAAGWOORD})\b"
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
    if _BETWISTING.search(klein):
        uit.append("betwisting")
    return tuple(uit)
