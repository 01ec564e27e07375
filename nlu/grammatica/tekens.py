"""Cut a message into tokens that know where they stand."""

from __future__ import annotations

import unicodedata
from fractions import Fraction

from nlu.patroon import UITGESCHREVEN
from nlu.patroon import maak_patroon


MAX_TEKENS = 2000
"""Characters of a message that are read; what follows is left out, so that time stays bounded."""
MEESTE_STUKKEN = 450
"""Tokens of a message that are read; a real message of 2,000 characters has fewer."""

_DAG = r"(?:0?[1-9]|[12]\d|3[01])"
_MAAND = r"(?:0?[1-9]|1[0-2])"
_JAAR = r"(?:19|20)\d\d"

# Each alternative is bounded in length, so that scanning stays linear. Order matters: long digit patterns that are
# no points come before plain numbers.
_PATROON = maak_patroon(
    rf"""
    (?P<rijksregister>(?<!\d)\d\d[. ]\d\d[. ]\d\d[- ]\d{{3}}[. ]\d\d(?!\d))
  | (?P<telefoon>(?<![\w,.])(?:\+\d\d|0\d{{1,3}})(?:[ ./-]?\d{{2,3}}){{3,4}}(?!\d))
  | (?P<iso>(?<![\d-]){_JAAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\d-]))
  | (?P<volledig>(?<![\d/.-]){_DAG}[-/.]{_MAAND}[-/.](?:{_JAAR}|\d\d)(?![\d/-]))
  | (?P<academiejaar>(?<!\d){_JAAR}\s?[-/–]\s?(?:{_JAAR}|\d\d)(?!\d))
  | (?P<klok>(?<!\d)\d{{1,2}}:\d\d(?!\d)|(?<![\w])\d{{1,2}}\s?(?:u|h|uur)(?:\d\d)?(?!\w))
  | (?P<euro>€\s?\d{{1,9}}(?:[.,]\d{{1,3}})?|(?<![\w])\d{{1,9}}(?:[.,]\d{{1,3}})?\s?(?:€|(?:euro|eur)(?!\w)))
  | (?P<rang>(?<![\w])\d{{1,2}}(?:ste|de|e|st|nd|rd|th)(?!\w))
  | (?P<getal>\d+(?:[.,]\d+)?)
  | (?P<woord>[^\W\d_](?:[^\W\d_]|[\u0300-\u036f]|['’](?=[^\W\d_]))*)
  | (?P<pijl>(?<!-)-+>|(?<!=)=+>|→|➡)
  | (?P<regel>[\r\n]+)
  | (?P<teken>[^\w\s]|_)
    """,
    UITGESCHREVEN,
)


class Teken:
    """One token of a message; the passes of the reader refine it in place.

    Attributes:
        soort: kind of token: `getal`, `woord`, `teken`, `regel`, `pijl`, or what a pass made of it.
        tekst: the text in small letters.
        begin: first character in the message.
        eind: one past the last character.
        kleef: nothing stands between this token and the one before.
        waarde: whole number, when there is one.
    """

    __slots__ = (
        "acaj",
        "ander",
        "begin",
        "bijzin",
        "contract",
        "deel",
        "eenheid",
        "eind",
        "fout",
        "jaar",
        "kant",
        "kleef",
        "lijst",
        "maat",
        "opleiding",
        "periode",
        "rest",
        "rol",
        "soort",
        "tekst",
        "telkens",
        "tot",
        "totaal",
        "vakken",
        "vast",
        "vermoed",
        "vervangt",
        "waarde",
        "zin",
        "zwak",
    )

    def __init__(self, soort: str, tekst: str, begin: int, eind: int, kleef: bool) -> None:
        self.soort = soort
        self.tekst = tekst
        self.begin = begin
        self.eind = eind
        self.kleef = kleef
        self.waarde: int | None = None
        self.tot: int | None = None
        self.deel: Fraction | None = None
        self.eenheid = False
        self.rol: str | None = None
        self.kant = ""
        self.vast = False
        self.vakken: int | None = None
        self.maat: int | None = None
        self.fout: str | None = None
        self.rest = False
        self.telkens = False
        self.opleiding: str | None = None
        self.contract: str | None = None
        self.totaal = False
        self.jaar: int | None = None
        self.acaj: str | None = None
        self.periode: str | None = None
        self.zwak = False
        self.vermoed = False
        self.vervangt: int | None = None
        self.zin = 0
        self.bijzin = False
        self.lijst = False
        self.ander: int | None = None

    def __repr__(self) -> str:
        return f"<{self.soort} {self.tekst!r} {self.waarde} {self.rol}>"


def ontleed(tekst: str) -> list[Teken]:
    """Cut the first MAX_TEKENS characters of a message into tokens."""
    uit: list[Teken] = []
    vorig_eind = -1
    for treffer in _PATROON.finditer(tekst[:MAX_TEKENS]):
        soort = treffer.lastgroup or "teken"
        stuk = treffer.group()
        if soort == "woord" and not stuk.isascii():
            stuk = unicodedata.normalize("NFC", stuk).replace("’", "'")
        begin, eind = treffer.span()
        uit.append(Teken(soort, stuk.lower(), begin, eind, begin == vorig_eind))
        vorig_eind = eind
        if len(uit) >= MEESTE_STUKKEN:
            break
    return uit
