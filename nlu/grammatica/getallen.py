"""Whole numbers written as a word: "zestig", "vijfenveertig", "tachentig", "honderdtwintig"."""

from __future__ import annotations

from functools import lru_cache

from text_to_num import text2num


_STAMMEN = (
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "twintig",
    "dertig",
    "veertig",
    "zestig",
    "zeventig",
    "tachtig",
    "tachentig",
    "negentig",
    "honderd",
    "hondert",
    "eenen",
    "eenën",
    "éénen",
    "nul",
    "twie",
    "vuf",
    "zeuven",
)
# Flemish and hurried spellings, turned into what the library knows.
_SPELLING = (
    ("tachentig", "tachtig"),
    ("hondert", "honderd"),
    ("tweeen", "tweeën"),
    ("drieën", "drieen"),
    ("éénen", "eenen"),
    ("tich", "tig"),
    ("zeuven", "zeven"),
    ("viertig", "veertig"),
    ("vertig", "veertig"),
    ("zeveti", "zeventi"),
    ("drietig", "dertig"),
    ("zessen", "zesen"),
)
_LANGSTE = 32


@lru_cache(maxsize=2048)
def getal_in_woord(woord: str) -> int | None:
    """Read one word as a whole number, 0 and up; None when it is no number.

    "een" is not read: as a rule it is the article.
    """
    if len(woord) > _LANGSTE or not woord.startswith(_STAMMEN):
        return None
    for fout, goed in _SPELLING:
        woord = woord.replace(fout, goed)
    try:
        waarde = text2num(woord, "nl")
    except ValueError:
        return None
    return int(waarde)


_EENHEDEN = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_TIENTALLEN = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
_OVERIGE = ("tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien")


def getalwoorden() -> frozenset[str]:
    """Give the words for 10 to 99 in their usual spelling, for mending typing errors."""
    samen = {
        een + ("ën" if een in ("twee", "drie") else "en") + tiental for een in _EENHEDEN for tiental in _TIENTALLEN
    }
    return frozenset({*_OVERIGE, *_TIENTALLEN, *samen, "honderd", "honderdtwintig", "honderdveertig"})
