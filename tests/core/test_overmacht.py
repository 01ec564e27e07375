"""What the answers about overmacht come down to: every combination of answers."""

from __future__ import annotations

from dataclasses import fields
from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

import pytest

from leerkrediet_core import Academiejaar
from leerkrediet_core import instellingen
from leerkrediet_core.overmacht import UITZONDERING
from leerkrediet_core.overmacht import VRAGEN
from leerkrediet_core.overmacht import Antwoorden
from leerkrediet_core.overmacht import Beoordeling
from leerkrediet_core.overmacht import Oordeel
from leerkrediet_core.overmacht import SchoolAntwoord
from leerkrediet_core.overmacht import beoordeel
from leerkrediet_core.overmacht import is_tweede_zit_voorbij
from leerkrediet_core.overmacht import verzoekschrift_delen
from leerkrediet_core.overmacht import volgende_vraag


SLEUTELS = [vraag.sleutel for vraag in VRAGEN]
ALLE = [Antwoorden(**dict(zip(SLEUTELS, keuze))) for keuze in product((True, False, None), repeat=len(SLEUTELS))]
KAN = Antwoorden(kans_gemist=True, alle_kansen_afgelegd=False, tweede_zit_voorbij=True, bewijs_dekt_datum=True)
WACHT = replace(KAN, tweede_zit_voorbij=False)


def oordelen(**antwoorden: bool | None) -> set[Oordeel]:
    """The outcomes of all combinations in which these answers were given."""
    passend = [a for a in ALLE if all(getattr(a, sleutel) is waarde for sleutel, waarde in antwoorden.items())]
    assert passend
    return {beoordeel(antwoord).oordeel for antwoord in passend}


def alles(beoordeling: Beoordeling) -> str:
    """All that is said."""
    return " ".join([*beoordeling.uitleg, beoordeling.kop, *beoordeling.checklist, *beoordeling.daarna])


def test_there_is_a_question_for_every_answer() -> None:
    """In the same order; what only makes the outcome more exact comes after."""
    assert SLEUTELS == [veld.name for veld in fields(Antwoorden)][: len(SLEUTELS)]


def test_who_missed_no_chance_gets_nothing_back() -> None:
    """Whatever else was answered."""
    assert {Oordeel.KAN_NIET} == oordelen(kans_gemist=False)


def test_who_sat_all_chances_gets_nothing_back() -> None:
    """Even when overmacht is found out later."""
    assert {Oordeel.KAN_NIET} == oordelen(alle_kansen_afgelegd=True)
    assert "pas later blijkt" in alles(beoordeel(Antwoorden(kans_gemist=True, alle_kansen_afgelegd=True)))


def test_before_the_second_session_is_over_one_waits_or_asks_the_school() -> None:
    """Depending on whether the school was asked already."""
    basis = {"kans_gemist": True, "alle_kansen_afgelegd": False, "tweede_zit_voorbij": False}
    assert {Oordeel.NOG_NIET} == oordelen(**basis, aangepast_examen_gevraagd=True)
    assert {Oordeel.EERST_SCHOOL} == oordelen(**basis, aangepast_examen_gevraagd=False)
    assert {Oordeel.EERST_SCHOOL} == oordelen(**basis, aangepast_examen_gevraagd=None)


def test_one_chance_missed_and_the_other_sat_can_be_claimed_after_the_second_session() -> None:
    """With or without having asked the school."""
    basis = {"kans_gemist": True, "alle_kansen_afgelegd": False, "tweede_zit_voorbij": True}
    assert {Oordeel.KAN} == oordelen(**basis)


def test_not_knowing_is_never_taken_for_a_no() -> None:
    """Who knows nothing hears on what it depends."""
    niets_geweten = beoordeel(Antwoorden())
    assert Oordeel.KAN == niets_geweten.oordeel
    tekst = alles(niets_geweten)
    assert "Dit geldt alleen als je minstens één examenkans miste" in tekst
    assert "Legde je toch alle kansen af? Dan kan het niet." in tekst
    assert "Is de tweede zittijd nog bezig?" in tekst
    assert not any("Dit geldt alleen als" in zin for zin in beoordeel(KAN).uitleg)


@pytest.mark.parametrize("antwoorden", ALLE, ids=lambda a: "-".join(str(getattr(a, s))[0] for s in SLEUTELS))
def test_every_combination_explains_itself_and_promises_nothing(antwoorden: Antwoorden) -> None:
    """There is always a reason, something to do, what comes next and a source; never a promise."""
    beoordeling = beoordeel(antwoorden)
    assert beoordeling.uitleg
    assert beoordeling.checklist
    assert beoordeling.daarna
    assert beoordeling.bronnen
    tekst = alles(beoordeling)
    assert "krijgt zeker" not in tekst
    assert "zal je teruggeven" not in tekst
    assert "corona" not in tekst.lower()
    if beoordeling.oordeel is Oordeel.KAN:
        assert "De Raad beslist. Niemand kan je de uitkomst beloven." in tekst


def test_who_can_claim_hears_every_part_of_the_request_and_how_it_is_sent() -> None:
    """Registered, in Dutch, with a copy to the school; the address of the Raad is left to its own site."""
    beoordeling = beoordeel(replace(KAN, aangepast_examen_gevraagd=True))
    assert verzoekschrift_delen(replace(KAN, aangepast_examen_gevraagd=True)) == beoordeling.checklist
    tekst = alles(beoordeling)
    for deel in ("rijksregisternummer", "naam en het adres van je school", "academiejaar en de vakken", "de feiten",
                 "puntenbriefje", "attest met de datum en de periode", "handtekening"):  # fmt: skip
        assert deel in tekst
    assert "aangetekend naar de Raad, in het Nederlands" in tekst
    assert "aangetekende kopie naar je school" in tekst
    assert "https://dbrc.be" in tekst
    assert "geen uiterste datum" in tekst


@pytest.mark.parametrize(
    ("antwoord", "stuk"),
    [
        (SchoolAntwoord.GEWEIGERD, "kopie van de weigering"),
        (SchoolAntwoord.GEEN_ANTWOORD, "geen antwoord kreeg, met een kopie van je vraag"),
        (SchoolAntwoord.TOEGEKEND, "wat je toen tegenhield"),
        (None, "kopie van het antwoord"),
    ],
)
def test_what_the_school_said_decides_what_is_added(antwoord: SchoolAntwoord | None, stuk: str) -> None:
    """A refusal, silence, another moment, or it was not told."""
    antwoorden = replace(KAN, aangepast_examen_gevraagd=True, antwoord_school=antwoord)
    assert stuk in alles(beoordeel(antwoorden))
    assert ("gaf je een ander moment" in alles(beoordeel(antwoorden))) == (antwoord is SchoolAntwoord.TOEGEKEND)


def test_a_refusal_is_kept_while_one_waits() -> None:
    """The second chance is still to be sat."""
    geweigerd = alles(
        beoordeel(replace(WACHT, aangepast_examen_gevraagd=True, antwoord_school=SchoolAntwoord.GEWEIGERD))
    )
    assert "Je school weigerde een ander examenmoment." in geweigerd
    assert "Wacht het antwoord af" not in geweigerd
    assert "Wacht het antwoord af" in alles(beoordeel(replace(WACHT, aangepast_examen_gevraagd=True)))


@pytest.mark.parametrize("bewijs", [False, None])
def test_who_has_no_proof_looks_for_it_first(bewijs: bool | None) -> None:
    """Only who has none hears that there is little chance without."""
    beoordeling = beoordeel(replace(KAN, bewijs_dekt_datum=bewijs))
    assert any(stuk.endswith("zoek dat eerst") for stuk in beoordeling.checklist)
    assert (bewijs is False) == ("weinig kans" in alles(beoordeling))
    assert not any("zoek dat eerst" in stuk for stuk in beoordeel(KAN).checklist)


@pytest.mark.parametrize(("gevraagd", "eerlijk"), [(False, True), (None, True), (True, False)])
def test_who_did_not_ask_the_school_says_so_honestly(gevraagd: bool | None, eerlijk: bool) -> None:
    """That is no reason not to claim."""
    assert eerlijk == ("eerlijk" in alles(beoordeel(replace(KAN, aangepast_examen_gevraagd=gevraagd))))


def test_what_comes_back_is_exactly_the_points_of_the_course_and_not_double() -> None:
    """Said with the doubt that there is: no source says it in so many words."""
    assert "precies die 6 studiepunten" in alles(beoordeel(replace(KAN, studiepunten=6)))
    assert "precies de studiepunten van dat vak" in alles(beoordeel(KAN))
    assert "Waarschijnlijk tellen ze niet dubbel. Dat staat nergens letterlijk." in alles(beoordeel(KAN))


def test_the_honest_no_says_what_else_there_is() -> None:
    """Advice, an appeal with its short term, and that leerkrediet may grow back."""
    tekst = alles(beoordeel(Antwoorden(alle_kansen_afgelegd=True)))
    assert "trajectbegeleider" in tekst
    assert "7 kalenderdagen" in tekst
    assert "minder dan 60" in tekst


@pytest.mark.parametrize("sleutel", [*instellingen(), None])
def test_only_who_may_study_at_an_institution_hears_of_its_exceptions(sleutel: str | None) -> None:
    """The dates are those of the institution's own data."""
    tekst = alles(beoordeel(Antwoorden(alle_kansen_afgelegd=True, instelling=sleutel)))
    assert (sleutel in ("EhB", None)) == ("Commissie Leerkrediet" in tekst)
    assert (sleutel is None) == ("Studeer je aan de EhB" in tekst)


def test_the_dates_of_an_exception_are_those_of_the_institution() -> None:
    """They stand in two places, and may not part."""
    for sleutel, zin in UITZONDERING.items():
        onvoldoende = instellingen()[sleutel].onvoldoende
        assert onvoldoende is not None
        assert zin.rpartition("Dat kan ")[2] in onvoldoende


def test_no_question_asks_for_the_reason() -> None:
    """That is health data; the answer does not depend on it."""
    for vraag in VRAGEN:
        tekst = f"{vraag.tekst} {vraag.waarom}".lower()
        assert vraag.tekst.endswith("?")
        verboden = ("ziek", "ziekte", "overlij", "diagnose", "welke overmacht", "reden")
        assert not any(woord in tekst for woord in verboden)


def test_every_outcome_occurs() -> None:
    """None is left that nobody can reach."""
    assert set(Oordeel) == {beoordeel(antwoorden).oordeel for antwoorden in ALLE}


@pytest.mark.parametrize(
    ("gegeven", "sleutel"),
    [
        ({}, "kans_gemist"),
        ({"kans_gemist": False}, None),
        ({"kans_gemist": None}, "alle_kansen_afgelegd"),
        ({"alle_kansen_afgelegd": True}, None),
        ({"kans_gemist": True, "alle_kansen_afgelegd": False}, "tweede_zit_voorbij"),
        ({"kans_gemist": True, "alle_kansen_afgelegd": None, "tweede_zit_voorbij": False}, "aangepast_examen_gevraagd"),
        ({**dict.fromkeys(SLEUTELS[:4], False), "kans_gemist": True}, None),
        ({**dict.fromkeys(SLEUTELS[:4]), "tweede_zit_voorbij": True}, "bewijs_dekt_datum"),
        (dict.fromkeys(SLEUTELS), None),
    ],
    ids=repr,
)
def test_only_what_still_makes_a_difference_is_asked(gegeven: dict[str, Any], sleutel: str | None) -> None:
    """Who sat every chance is asked nothing more; who has to wait is not asked for proof."""
    vraag = volgende_vraag(gegeven)
    assert sleutel == (vraag.sleutel if vraag else None)


@pytest.mark.parametrize("antwoorden", ALLE)
def test_a_question_that_is_left_out_would_not_change_the_outcome(antwoorden: Antwoorden) -> None:
    """Asked up to where it stops, the outcome is that of all the answers."""
    gegeven: dict[str, Any] = {}
    while (vraag := volgende_vraag(gegeven)) is not None:
        gegeven[vraag.sleutel] = getattr(antwoorden, vraag.sleutel)
    assert beoordeel(antwoorden).oordeel == beoordeel(Antwoorden(**gegeven)).oordeel


@pytest.mark.parametrize(
    ("dag", "voorbij"),
    [
        (date(2024, 11, 23), False),
        (date(2025, 7, 31), False),
        (date(2025, 8, 1), None),
        (date(2025, 9, 30), None),
        (date(2025, 10, 1), True),
        (date(2030, 1, 1), True),
    ],
)
def test_the_second_session_is_over_after_september(dag: date, voorbij: bool | None) -> None:
    """In August and September it depends on the institution."""
    assert voorbij is is_tweede_zit_voorbij(Academiejaar(2024), dag)
