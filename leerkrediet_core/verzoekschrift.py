"""The draft of a verzoekschrift: what is known of it without anything personal, as fields of an address and as a document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from leerkrediet_core.academiejaar import Academiejaar
from leerkrediet_core.errors import InvoerFout
from leerkrediet_core.instellingen import instellingen
from leerkrediet_core.parameters import parameters


#: More would not fit on a page; who has more adds rows.
MEESTE_VAKKEN: Final = 20
MEESTE_JAREN: Final = 6
LAATSTE_JAAR: Final = Academiejaar(2098)
RAAD: Final = "Raad voor betwistingen inzake studievoortgangsbeslissingen"
GRONDSLAG: Final = "artikel II.204, § 3, van de Codex Hoger Onderwijs"

_JA_NEE: Final = {"ja": True, "nee": False}
_WOORD: Final = {True: "ja", False: "nee", None: ""}
_VELDEN: Final = ("jaar", "school", "gevraagd", "bewijs", "vakken")


@dataclass(frozen=True)
class Verzoek:
    """What the draft can be filled with. Nothing in it says who asks, or why.

    Attributes:
        academiejaren: for which leerkrediet is asked back, in order; empty when not known.
        instelling: key of the institution.
        aangepast_examen_gevraagd: whether the school was asked for another exam moment; None when not known.
        bewijs_dekt_datum: whether there is proof that covers the exam; None when not known.
        aantal_vakken: how many courses, for the rows of the table; None when not known.
    """

    academiejaren: tuple[str, ...] = ()
    instelling: str | None = None
    aangepast_examen_gevraagd: bool | None = None
    bewijs_dekt_datum: bool | None = None
    aantal_vakken: int | None = None


def lees_verzoek(velden: Mapping[str, str]) -> Verzoek:
    """Read what ``als_velden`` wrote, or anyone typed. What is missing is not known.

    >>> lees_verzoek({"jaar": "2023-2024,2024-2025", "gevraagd": "ja"}).academiejaren
    ('2023-2024', '2024-2025')

    Raises:
        InvoerFout: a field does not exist, or its value cannot be.
    """
    for naam in velden:
        if naam not in _VELDEN:
            raise InvoerFout(_kort(naam), f"dit veld bestaat niet; kies uit {', '.join(_VELDEN)}")
    school = velden.get("school") or None
    if school is not None and school not in instellingen():
        raise InvoerFout("school", f"'{_kort(school)}' is niet bekend; kies uit {', '.join(instellingen())}")
    return Verzoek(
        academiejaren=_lees_jaren(velden.get("jaar") or ""),
        instelling=school,
        aangepast_examen_gevraagd=_lees_ja_nee("gevraagd", velden),
        bewijs_dekt_datum=_lees_ja_nee("bewijs", velden),
        aantal_vakken=_lees_vakken(velden.get("vakken") or ""),
    )


def als_velden(verzoek: Verzoek) -> dict[str, str]:
    """The fields of an address from which ``lees_verzoek`` makes ``verzoek`` again; what is not known is left out."""
    velden = {
        "jaar": ",".join(verzoek.academiejaren),
        "school": verzoek.instelling or "",
        "gevraagd": _WOORD[verzoek.aangepast_examen_gevraagd],
        "bewijs": _WOORD[verzoek.bewijs_dekt_datum],
        "vakken": str(verzoek.aantal_vakken or ""),
    }
    return {naam: waarde for naam, waarde in velden.items() if waarde}


def maak_docx(verzoek: Verzoek) -> bytes:
    """The draft as a Word document; the same request gives the same bytes."""
    # Only who asks for a document waits for the library that writes it.
    from leerkrediet_core.weergave.verzoekschrift import schrijf

    return schrijf(verzoek)


def _lees_jaren(tekst: str) -> tuple[str, ...]:
    delen = [deel.strip() for deel in tekst.split(",") if deel.strip()]
    if len(delen) > MEESTE_JAREN:
        raise InvoerFout("jaar", f"geef hoogstens {MEESTE_JAREN} academiejaren")
    eerste = parameters()["startkrediet"].waarden[0].vanaf
    jaren = set()
    for deel in delen:
        try:
            jaar = Academiejaar.lees(deel)
        except ValueError as fout:
            raise InvoerFout("jaar", str(fout)) from None
        if not eerste <= jaar <= LAATSTE_JAAR:
            raise InvoerFout("jaar", f"kies een academiejaar vanaf {eerste}: toen begon het leerkrediet")
        jaren.add(jaar)
    return tuple(str(jaar) for jaar in sorted(jaren))


def _lees_ja_nee(naam: str, velden: Mapping[str, str]) -> bool | None:
    waarde = velden.get(naam) or ""
    if not waarde:
        return None
    if waarde not in _JA_NEE:
        raise InvoerFout(naam, 'schrijf "ja" of "nee", of laat het weg')
    return _JA_NEE[waarde]


def _lees_vakken(tekst: str) -> int | None:
    if not tekst:
        return None
    if not (tekst.isascii() and tekst.isdecimal() and len(tekst) <= 3 and 1 <= int(tekst) <= MEESTE_VAKKEN):
        raise InvoerFout("vakken", f"schrijf een heel getal van 1 tot {MEESTE_VAKKEN}")
    return int(tekst)


def _kort(tekst: str) -> str:
    return "".join(teken for teken in tekst[:20] if teken.isprintable())
