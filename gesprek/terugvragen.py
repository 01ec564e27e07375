"""Goes through the conditions of asking leerkrediet back from the Raad, question by question. Pure.

Asks and keeps no reason: that is health data. The dossier holds yes, no or "I don't know", and an academic year.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from typing import Final
from typing import Union

from gesprek.steekkaart import Steekkaart
from leerkrediet_core import Academiejaar
from leerkrediet_core.overmacht import VRAGEN
from leerkrediet_core.overmacht import Antwoorden
from leerkrediet_core.overmacht import Beoordeling
from leerkrediet_core.overmacht import Oordeel
from leerkrediet_core.overmacht import beoordeel
from leerkrediet_core.overmacht import is_tweede_zit_voorbij
from leerkrediet_core.overmacht import volgende_vraag
from leerkrediet_core.verzoekschrift import Verzoek
from leerkrediet_core.verzoekschrift import als_velden


#: What the student answered, by question; None is "I don't know". A question that is not in it is open.
Dossier = Mapping[str, Union[bool, str, None]]

#: The open question of the conversation begins so; what follows is the question of the guide.
VAN_DE_GIDS: Final = "overmacht:"
JAAR: Final = "academiejaar"
#: What may stand open.
TE_VRAGEN: Final = frozenset(VAN_DE_GIDS + sleutel for sleutel in (*(vraag.sleutel for vraag in VRAGEN), JAAR))
#: The two that can end it at once come before the year.
_EERST: Final = frozenset(("kans_gemist", "alle_kansen_afgelegd"))
_JAARVRAAG: Final = "Over welk academiejaar gaat het?"
_EERSTE_JAAR: Final = Academiejaar(2008)


@dataclass(frozen=True)
class Stap:
    """What is asked next.

    Attributes:
        sleutel: the question.
        tekst: as the student reads it.
        keuzes: the answers to choose from, beside "I don't know".
    """

    sleutel: str
    tekst: str
    keuzes: tuple[str, ...] = ("ja", "nee")


def volgende(dossier: Dossier, vandaag: date) -> Stap | None:
    """The first question that is open and whose answer makes a difference; None when all is known.

    Args:
        dossier: what was answered.
        vandaag: today; decides whether the second session of a year is over.
    """
    gegeven = _met_zittijd(dossier, vandaag)
    vraag = volgende_vraag(gegeven)
    if vraag is not None and vraag.sleutel in _EERST:
        return Stap(vraag.sleutel, vraag.tekst)
    if beoordeel(_antwoorden(gegeven)).oordeel is Oordeel.KAN_NIET:
        return None
    if JAAR not in dossier and gegeven.get("tweede_zit_voorbij") is not False:
        return Stap(JAAR, _JAARVRAAG, jaren(vandaag))
    return None if vraag is None else Stap(vraag.sleutel, vraag.tekst)


def tekst_van(open_vraag: str) -> str:
    """What the question that stands open under this name asks."""
    sleutel = open_vraag.partition(":")[2]
    return next((vraag.tekst for vraag in VRAGEN if vraag.sleutel == sleutel), _JAARVRAAG)


def jaren(vandaag: date) -> tuple[str, ...]:
    """The academic years to choose from: the one before and the running one."""
    lopend = Academiejaar.van_datum(vandaag)
    return (str(Academiejaar(lopend.start - 1)), str(lopend))


def met_antwoord(dossier: Dossier, sleutel: str, antwoord: bool | str | None, vandaag: date) -> Dossier:
    """The dossier with an answer; unchanged where it cannot be one."""
    if sleutel == JAAR:
        past = antwoord is None or (isinstance(antwoord, str) and _is_jaar(antwoord, vandaag))
    else:
        past = antwoord is None or isinstance(antwoord, bool)
    return {**dossier, sleutel: antwoord} if past else dossier


def oordeel(dossier: Dossier, kaart: Steekkaart, vandaag: date) -> Beoordeling:
    """What applies to who answered so, with the studiepunten and the school that are known."""
    return beoordeel(antwoorden(dossier, kaart, vandaag))


def antwoorden(dossier: Dossier, kaart: Steekkaart, vandaag: date) -> Antwoorden:
    """The answers as the core takes them."""
    gegeven = _antwoorden(_met_zittijd(dossier, vandaag))
    return replace(gegeven, studiepunten=kaart.gemist or None, instelling=kaart.school or None)


def velden(dossier: Dossier, kaart: Steekkaart) -> dict[str, str]:
    """What the draft of the verzoekschrift is filled with, as fields of its address."""
    jaar = dossier.get(JAAR)
    verzoek = Verzoek(
        academiejaren=(jaar,) if isinstance(jaar, str) else (),
        instelling=kaart.school or None,
        aangepast_examen_gevraagd=_ja_nee(dossier, "aangepast_examen_gevraagd"),
        bewijs_dekt_datum=_ja_nee(dossier, "bewijs_dekt_datum"),
    )
    return als_velden(verzoek)


def _antwoorden(gegeven: Dossier) -> Antwoorden:
    return replace(Antwoorden(), **{vraag.sleutel: _ja_nee(gegeven, vraag.sleutel) for vraag in VRAGEN})  # type: ignore[arg-type]  # all of them are yes or no


def _ja_nee(gegeven: Dossier, sleutel: str) -> bool | None:
    waarde = gegeven.get(sleutel)
    return waarde if isinstance(waarde, bool) else None


def _met_zittijd(dossier: Dossier, vandaag: date) -> Dossier:
    """The dossier with what follows from the year: whether its second session is over."""
    jaar = dossier.get(JAAR)
    if not isinstance(jaar, str) or "tweede_zit_voorbij" in dossier:
        return dossier
    voorbij = is_tweede_zit_voorbij(Academiejaar.lees(jaar), vandaag)
    return dossier if voorbij is None else {**dossier, "tweede_zit_voorbij": voorbij}


def _is_jaar(tekst: str, vandaag: date) -> bool:
    try:
        return _EERSTE_JAAR <= Academiejaar.lees(tekst) <= Academiejaar.van_datum(vandaag)
    except ValueError:
        return False
