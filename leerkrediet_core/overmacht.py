"""Overmacht: whether lost leerkrediet can be asked back from the Raad, and what to gather. Never a promise.

Nothing here asks or keeps the reason of the overmacht: that is health data, and the answer does not depend on it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

from leerkrediet_core.academiejaar import Academiejaar
from leerkrediet_core.bronnen import Bron
from leerkrediet_core.bronnen import bronnen
from leerkrediet_core.parameters import getal
from leerkrediet_core.taal import punten


#: The second session is held in these months, not before and not after. Institutions choose their own weeks in them.
TWEEDE_ZIT: Final = (8, 9)


class Oordeel(Enum):
    """What the answers come down to."""

    KAN = "kan"
    NOG_NIET = "nog_niet"
    EERST_SCHOOL = "eerst_school"
    KAN_NIET = "kan_niet"


class SchoolAntwoord(Enum):
    """What the school said when it was asked for another exam moment."""

    GEWEIGERD = "geweigerd"
    GEEN_ANTWOORD = "geen_antwoord"
    TOEGEKEND = "toegekend"


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
        "Miste je door overmacht minstens één examenkans van het vak?",
        "Alleen dan kan de Raad leerkrediet teruggeven. Wat er gebeurde, hoef je mij niet te vertellen.",
    ),
    Vraag(
        "alle_kansen_afgelegd",
        "Legde je uiteindelijk toch álle examenkansen van dat vak af?",
        "Wie alle kansen aflegde, krijgt niets terug. Dat is ook zo als de overmacht pas later blijkt.",
    ),
    Vraag(
        "tweede_zit_voorbij",
        "Is de tweede zittijd van dat academiejaar al voorbij?",
        "Zolang er nog een kans komt, kan je het vak nog halen. Daarna kan je pas naar de Raad, in principe.",
    ),
    Vraag(
        "aangepast_examen_gevraagd",
        "Vroeg je aan je school een ander examenmoment?",
        "De Raad kijkt of je school nog iets kon regelen. In je verzoekschrift zeg je wat je vroeg.",
    ),
    Vraag(
        "bewijs_dekt_datum",
        "Heb je een bewijs dat de dag van je examen duidelijk dekt?",
        "Het bewijs moet tonen dat je die dag niet kon deelnemen. Stuur het niet naar mij.",
    ),
)


@dataclass(frozen=True)
class Antwoorden:
    """Answers to ``VRAGEN``: True, False, or None for "I don't know"; and what makes the outcome more exact.

    Attributes:
        antwoord_school: what the school said to the request for another moment; None when not known.
        studiepunten: of the course.
        instelling: key of the institution.
    """

    kans_gemist: bool | None = None
    alle_kansen_afgelegd: bool | None = None
    tweede_zit_voorbij: bool | None = None
    aangepast_examen_gevraagd: bool | None = None
    bewijs_dekt_datum: bool | None = None
    antwoord_school: SchoolAntwoord | None = None
    studiepunten: int | None = None
    instelling: str | None = None


@dataclass(frozen=True)
class Beoordeling:
    """What applies, why, what to do and what comes next; all Dutch sentences.

    Attributes:
        oordeel: the outcome.
        uitleg: what applies, then why.
        kop: heading of the checklist.
        checklist: what to gather or do, one thing each.
        daarna: what comes after that.
        bronnen: where it is laid down.
    """

    oordeel: Oordeel
    uitleg: tuple[str, ...]
    kop: str
    checklist: tuple[str, ...]
    daarna: tuple[str, ...]
    bronnen: tuple[Bron, ...]


#: What an institution has of its own for who has too little leerkrediet. The dates stand in ``instellingen.yml`` too.
UITZONDERING: Final = {
    "EhB": (
        "Vraag dan een uitzondering aan de Commissie Leerkrediet van je departement of School of Arts. "
        "Dat kan van 20 september tot 30 november, en van 4 februari tot 15 maart."
    )
}

_ZEG_GEVRAAGD: Final = {
    None: "dat je een ander examenmoment vroeg, met een kopie van het antwoord",
    SchoolAntwoord.GEWEIGERD: "dat je een ander examenmoment vroeg, met een kopie van de weigering",
    SchoolAntwoord.GEEN_ANTWOORD: "dat je een ander examenmoment vroeg en geen antwoord kreeg, met een kopie van je vraag",
    SchoolAntwoord.TOEGEKEND: "dat je een ander examenmoment kreeg, en wat je toen tegenhield",
}


def is_tweede_zit_voorbij(jaar: Academiejaar, vandaag: date) -> bool | None:
    """Whether the second session of ``jaar`` is over on ``vandaag``; None in the months in which it is held."""
    maand = (vandaag.year, vandaag.month)
    eerste, laatste = ((jaar.volgend.start, m) for m in TWEEDE_ZIT)
    if maand < eerste:
        return False
    return True if maand > laatste else None


def volgende_vraag(gegeven: Mapping[str, object]) -> Vraag | None:
    """The first question that is open and whose answer still makes a difference.

    Args:
        gegeven: answers so far, by ``sleutel``; what is not in it was not asked yet.
    """
    if gegeven.get("kans_gemist") is False or gegeven.get("alle_kansen_afgelegd") is True:
        return None
    for vraag in VRAGEN:
        if vraag.sleutel == "bewijs_dekt_datum" and gegeven.get("tweede_zit_voorbij") is False:
            # Who has to wait hears that proof will be needed, whatever the answer.
            return None
        if vraag.sleutel not in gegeven:
            return vraag
    return None


def verzoekschrift_delen(antwoorden: Antwoorden) -> tuple[str, ...]:
    """What a verzoekschrift to the Raad contains, per part, for who answers so. Union of what the sources list."""
    if antwoorden.aangepast_examen_gevraagd:
        gevraagd = _ZEG_GEVRAAGD[antwoorden.antwoord_school]
    elif antwoorden.aangepast_examen_gevraagd is None:
        gevraagd = "of je een ander examenmoment vroeg, met een kopie van het antwoord; vroeg je niets, zeg dat eerlijk"
    else:
        gevraagd = "dat je geen ander examenmoment vroeg, en hoe dat kwam"
    if antwoorden.bewijs_dekt_datum:
        bewijs = "je bewijs, zoals een attest met de datum en de periode"
    else:
        bewijs = "een bewijs dat de dag van je examen duidelijk dekt: zoek dat eerst"
    return (
        "je naam, adres, e-mailadres en rijksregisternummer",
        "de naam en het adres van je school",
        "het academiejaar en de vakken, met hun studiepunten",
        "de feiten, en per gemist examen waarom dat overmacht was",
        gevraagd,
        "je puntenbriefje: daarop staat dat je niet deelnam",
        bewijs,
        "de datum en je handtekening",
    )


def beoordeel(antwoorden: Antwoorden) -> Beoordeling:
    """What applies to who answers so. A question left open is treated as not yet known, never as a no."""
    if antwoorden.kans_gemist is False:
        return _nee(antwoorden, "Je miste geen examenkans door overmacht. Dan kan de Raad geen leerkrediet teruggeven.")
    if antwoorden.alle_kansen_afgelegd:
        return _nee(
            antwoorden,
            "Je legde alle examenkansen van het vak af. Dan kan je geen leerkrediet terugkrijgen.",
            "Dat is ook zo als de overmacht pas later blijkt.",
        )
    if antwoorden.tweede_zit_voorbij is False:
        return _wacht(antwoorden)
    return _kan(antwoorden)


def _kan(antwoorden: Antwoorden) -> Beoordeling:
    uitleg = ["Je kan het leerkrediet van dat vak terugvragen bij de Raad.", *_voorbehoud(antwoorden)]
    uitleg.append("De Raad beslist. Niemand kan je de uitkomst beloven.")
    if antwoorden.studiepunten:
        uitleg.append(f"Het gaat om precies die {punten(antwoorden.studiepunten)}.")
    else:
        uitleg.append("Het gaat om precies de studiepunten van dat vak.")
    uitleg.append("Waarschijnlijk tellen ze niet dubbel. Dat staat nergens letterlijk.")
    if antwoorden.aangepast_examen_gevraagd is False:
        uitleg.append("Je vroeg geen ander examenmoment. Zet dat eerlijk in je brief, en hoe dat kwam.")
    elif antwoorden.antwoord_school is SchoolAntwoord.TOEGEKEND:
        uitleg.append(
            "Je school gaf je een ander moment. De Raad vraagt of een ander examen niet kon: leg dat goed uit."
        )
    if antwoorden.bewijs_dekt_datum is False:
        uitleg.append("Zonder duidelijk bewijs maak je weinig kans.")
    return Beoordeling(
        Oordeel.KAN,
        tuple(uitleg),
        "In je verzoekschrift zet je:",
        verzoekschrift_delen(antwoorden),
        (
            "Stuur het aangetekend naar de Raad, in het Nederlands. Het adres en een model staan op https://dbrc.be.",
            "Stuur ook een aangetekende kopie naar je school. Een advocaat hoeft niet.",
            "Er is geen uiterste datum, ook niet voor vroegere academiejaren.",
        ),
        _bronnen("codex_overmacht", "overheid_terugvordering", "kuleuven_overmacht"),
    )


def _voorbehoud(antwoorden: Antwoorden) -> list[str]:
    """What must still be true, of what the student did not know."""
    zinnen = []
    if antwoorden.kans_gemist is None:
        zinnen.append("Dit geldt alleen als je minstens één examenkans miste door overmacht.")
    if antwoorden.alle_kansen_afgelegd is None:
        zinnen.append("Legde je toch alle kansen af? Dan kan het niet.")
    if antwoorden.tweede_zit_voorbij is None:
        zinnen.append("Is de tweede zittijd nog bezig? Wacht dan tot die voorbij is.")
    return zinnen


def _nee(antwoorden: Antwoorden, *reden: str) -> Beoordeling:
    wegen = ["Bespreek met je trajectbegeleider welk programma nog past bij je saldo."]
    for sleutel, uitzondering in UITZONDERING.items():
        if antwoorden.instelling in (None, sleutel):
            wie = f"Studeer je aan de {sleutel}, en heb" if antwoorden.instelling is None else "Heb"
            wegen.append(f"{wie} je te weinig leerkrediet? {uitzondering}")
    wegen.append(
        "Ben je het niet eens met een examenbeslissing? Dat is een andere procedure. "
        f"Je hebt maar {getal('beroep_intern_dagen')} kalenderdagen: ga meteen naar de ombuds."
    )
    wegen.append(
        f"Stop je een tijd met studeren, met minder dan {getal('heropbouw_tot')}? "
        "Dan kan je leerkrediet na een jaar stilaan teruggroeien."
    )
    return Beoordeling(
        Oordeel.KAN_NIET,
        reden,
        "Wat er nog kan:",
        tuple(wegen),
        ("Gaat het om meer vakken? Kijk het na per vak: een vak waarvan je een kans miste, telt apart.",),
        _bronnen("codex_overmacht", "overheid_terugvordering"),
    )


def _wacht(antwoorden: Antwoorden) -> Beoordeling:
    daarna = (
        "Lukt dat niet? Na de tweede zittijd (augustus of september) kan je het leerkrediet terugvragen bij de Raad.",
        "Dat kan als je minstens één examenkans miste door overmacht. De Raad beslist.",
    )
    bron = _bronnen("overheid_overmacht", "overheid_terugvordering")
    if antwoorden.aangepast_examen_gevraagd:
        geweigerd = antwoorden.antwoord_school is SchoolAntwoord.GEWEIGERD
        return Beoordeling(
            Oordeel.NOG_NIET,
            (
                "Naar de Raad gaan is nu nog te vroeg. Dat doe je in principe pas na de tweede zittijd.",
                "Je school weigerde een ander examenmoment. Bewaar dat antwoord goed."
                if geweigerd
                else "Je vroeg al een ander examenmoment. Wacht het antwoord af, en bewaar het.",
            ),
            "Wat je nu doet:",
            (
                "Bewaar je bewijs, je vraag en het antwoord van je school.",
                "Leg de tweede examenkans af als dat kan. Slaag je, dan krijg je je punten gewoon terug.",
                "Kan je dan ook niet? Vraag opnieuw een ander moment, met bewijs.",
            ),
            daarna,
            bron,
        )
    return Beoordeling(
        Oordeel.EERST_SCHOOL,
        (
            "Vraag eerst aan je school een ander examenmoment, meestal via de ombuds.",
            "Naar de Raad gaan is nu nog te vroeg. Dat doe je in principe pas na de tweede zittijd.",
        ),
        "Wat je nu doet:",
        (
            "Vraag schriftelijk een ander examenmoment, met je bewijs. Doe dat voor het examen als het kan.",
            "Bewaar een kopie van je vraag en van het antwoord.",
            "Zorg voor een bewijs dat de dag van het examen duidelijk dekt.",
            "Leg de tweede examenkans af als dat kan. Slaag je, dan krijg je je punten gewoon terug.",
        ),
        daarna,
        bron,
    )


def _bronnen(*sleutels: str) -> tuple[Bron, ...]:
    return tuple(bronnen()[sleutel] for sleutel in sleutels)
