"""Overmacht: whether lost leerkrediet can be asked back from the Raad, and what to gather. Never a promise.

Nothing here asks or keeps the reason of the overmacht: that is health data, and the answer does not depend on it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from leerkrediet_core.bronnen import Bron
from leerkrediet_core.bronnen import bronnen


class Oordeel(Enum):
    """What the answers come down to."""

    KAN = "kan"
    NOG_NIET = "nog_niet"
    EERST_SCHOOL = "eerst_school"
    KAN_NIET = "kan_niet"


@dataclass(frozen=True)
class Vraag:
    """A yes-or-no question. ``sleutel`` is the field of ``Antwoorden`` that it fills."""

    sleutel: str
    tekst: str
    waarom: str


#: In the order in which they are asked. Each can also be answered with "I don't know".
VRAGEN: Final = (
    Vraag(
        "kans_gemist",
        "Heb je minstens één examenkans van het vak niet kunnen benutten door overmacht?",
        "Alleen dan kan de Raad leerkrediet teruggeven.",
    ),
    Vraag(
        "alle_kansen_afgelegd",
        "Heb je álle examenkansen van dat vak uiteindelijk toch afgelegd?",
        "Wie alle kansen aflegde, krijgt niets terug, ook als de overmacht pas later blijkt.",
    ),
    Vraag(
        "tweede_zit_voorbij",
        "Is de tweede examenkans van dat academiejaar voorbij?",
        "Zolang er nog een kans komt, kan je het vak nog halen.",
    ),
    Vraag(
        "aangepast_examen_gevraagd",
        "Heb je aan je school een ander examenmoment gevraagd?",
        "De Raad kijkt of je school nog iets kon regelen.",
    ),
    Vraag(
        "bewijs_dekt_datum",
        "Heb je een bewijs dat de dag of de periode van het examen uitdrukkelijk dekt?",
        "Het bewijs moet duidelijk zeggen dat je toen niet kon deelnemen.",
    ),
)


@dataclass(frozen=True)
class Antwoorden:
    """Answers to ``VRAGEN``: True, False, or None for "I don't know"."""

    kans_gemist: bool | None = None
    alle_kansen_afgelegd: bool | None = None
    tweede_zit_voorbij: bool | None = None
    aangepast_examen_gevraagd: bool | None = None
    bewijs_dekt_datum: bool | None = None


@dataclass(frozen=True)
class Beoordeling:
    """What applies, why, what to gather and what else there is; all Dutch sentences."""

    oordeel: Oordeel
    uitleg: tuple[str, ...]
    checklist: tuple[str, ...]
    bronnen: tuple[Bron, ...]


#: What a verzoekschrift to the Raad contains, per part. Union of what the sources list.
VERZOEKSCHRIFT: Final = (
    "je naam, je adres, je rijksregisternummer en je e-mailadres",
    "de naam en het adres van je instelling",
    "het academiejaar en de vakken waarvoor je leerkrediet terugvraagt, met hun studiepunten",
    "de feiten, en per examenmoment waarom dat overmacht was",
    "of je een aangepast examen vroeg, met een kopie van het antwoord; vroeg je het niet, leg uit waarom",
    "je puntenbriefje, waaruit blijkt dat je niet deelnam",
    "het bewijs, zoals een attest met de datum en de periode",
    "de datum en je handtekening",
)

_VERZENDEN: Final = (
    "Stuur je verzoekschrift aangetekend naar de Raad, in het Nederlands. Het adres staat op dbrc.be.",
    "Stuur een aangetekende kopie naar je instelling.",
)
_ANDERE_WEGEN: Final = (
    "Bespreek met je trajectbegeleider welk programma nog past bij je saldo.",
    "Ga je niet akkoord met een examenbeslissing? Dat is een beroep, met een korte termijn: vraag het meteen aan de ombuds.",
)


def beoordeel(antwoorden: Antwoorden) -> Beoordeling:
    """What applies to who answers so. A question left open is treated as not yet known, never as a no."""
    if antwoorden.kans_gemist is False:
        return _nee("Je kon elke examenkans gebruiken. Dan kan de Raad geen leerkrediet teruggeven.")
    if antwoorden.alle_kansen_afgelegd:
        return _nee(
            "Je legde alle examenkansen van het vak af. Dan is er geen recht op teruggave, ook niet als de overmacht pas later blijkt."
        )
    if antwoorden.tweede_zit_voorbij is False:
        return _wacht(antwoorden)
    uitleg = [
        "Je kan het leerkrediet van dat vak terugvragen bij de Raad. De Raad beslist; niemand kan je de uitkomst beloven.",
        "Er staat geen vervaltermijn op, ook niet voor vroegere academiejaren.",
    ]
    if antwoorden.kans_gemist is None:
        uitleg.insert(0, "Dit geldt alleen als je minstens één examenkans miste door overmacht.")
    if antwoorden.aangepast_examen_gevraagd is not True:
        uitleg.append(
            "Vroeg je geen ander examenmoment? Zeg dat eerlijk in je verzoekschrift, en leg uit waarom het niet kon."
        )
    checklist = [f"Zet in je verzoekschrift {deel}." for deel in VERZOEKSCHRIFT]
    if antwoorden.bewijs_dekt_datum is not True:
        checklist.insert(
            0, "Zoek eerst een bewijs dat de dag van het examen dekt. Zonder duidelijk bewijs maak je weinig kans."
        )
    return Beoordeling(
        Oordeel.KAN, tuple(uitleg), (*checklist, *_VERZENDEN), _bronnen("codex_overmacht", "overheid_terugvordering", "kuleuven_overmacht")
    )


def _nee(reden: str) -> Beoordeling:
    return Beoordeling(Oordeel.KAN_NIET, (reden,), _ANDERE_WEGEN, _bronnen("codex_overmacht", "overheid_terugvordering"))


def _wacht(antwoorden: Antwoorden) -> Beoordeling:
    if antwoorden.aangepast_examen_gevraagd:
        return Beoordeling(
            Oordeel.NOG_NIET,
            (
                "Je vroeg al een ander examenmoment. Wacht het antwoord af, en bewaar het.",
                "Een verzoek aan de Raad doe je in principe pas na de tweede examenkans.",
            ),
            ("Bewaar je bewijs en het antwoord van je school.", "Leg de tweede examenkans af als dat kan."),
            _bronnen("overheid_overmacht", "overheid_terugvordering"),
        )
    return Beoordeling(
        Oordeel.EERST_SCHOOL,
        (
            "Vraag eerst aan je school een ander examenmoment, meestal via de ombuds. Doe dat voor het examen als het kan.",
            "Een verzoek aan de Raad doe je in principe pas na de tweede examenkans.",
        ),
        (
            "Vraag schriftelijk een ander examenmoment, met je bewijs.",
            "Bewaar een kopie van je vraag en van het antwoord.",
            "Zorg voor een bewijs dat de dag van het examen uitdrukkelijk dekt.",
        ),
        _bronnen("overheid_overmacht", "overheid_terugvordering"),
    )


def _bronnen(*sleutels: str) -> tuple[Bron, ...]:
    return tuple(bronnen()[sleutel] for sleutel in sleutels)
