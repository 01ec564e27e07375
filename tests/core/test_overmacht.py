"""What the answers about overmacht come down to: every combination of answers."""

from __future__ import annotations

from dataclasses import fields
from itertools import product

import pytest

from leerkrediet_core.overmacht import VERZOEKSCHRIFT
from leerkrediet_core.overmacht import VRAGEN
from leerkrediet_core.overmacht import Antwoorden
from leerkrediet_core.overmacht import Oordeel
from leerkrediet_core.overmacht import beoordeel


SLEUTELS = [vraag.sleutel for vraag in VRAGEN]
ALLE = [Antwoorden(**dict(zip(SLEUTELS, keuze))) for keuze in product((True, False, None), repeat=len(SLEUTELS))]


def oordelen(**antwoorden: bool | None) -> set[Oordeel]:
    """The outcomes of all combinations in which these answers were given."""
    passend = [a for a in ALLE if all(getattr(a, sleutel) is waarde for sleutel, waarde in antwoorden.items())]
    assert passend
    return {beoordeel(antwoord).oordeel for antwoord in passend}


def test_there_is_a_question_for_every_answer() -> None:
    """In the same order."""
    assert [veld.name for veld in fields(Antwoorden)] == SLEUTELS


def test_who_could_use_every_chance_gets_nothing_back() -> None:
    """Whatever else was answered."""
    assert {Oordeel.KAN_NIET} == oordelen(kans_gemist=False)


def test_who_sat_all_chances_gets_nothing_back() -> None:
    """Even when overmacht is found out later."""
    assert {Oordeel.KAN_NIET} == oordelen(alle_kansen_afgelegd=True)
    assert "pas later blijkt" in beoordeel(Antwoorden(kans_gemist=True, alle_kansen_afgelegd=True)).uitleg[0]


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
    assert niets_geweten.uitleg[0].startswith("Dit geldt alleen als")


@pytest.mark.parametrize("antwoorden", ALLE, ids=lambda a: "-".join(str(getattr(a, s))[0] for s in SLEUTELS))
def test_every_combination_explains_itself_and_promises_nothing(antwoorden: Antwoorden) -> None:
    """There is always a reason, something to do, and a source; never a promise or a question about health."""
    beoordeling = beoordeel(antwoorden)
    assert beoordeling.uitleg
    assert beoordeling.checklist
    assert beoordeling.bronnen
    tekst = " ".join([*beoordeling.uitleg, *beoordeling.checklist])
    assert "krijgt zeker" not in tekst
    assert "zal je teruggeven" not in tekst
    if beoordeling.oordeel is Oordeel.KAN:
        assert "niemand" in tekst
        assert "beloven" in tekst


def test_who_can_claim_gets_every_part_of_the_request() -> None:
    """And how it is sent."""
    beoordeling = beoordeel(Antwoorden(True, False, True, True, True))
    tekst = " ".join(beoordeling.checklist)
    assert all(deel in tekst for deel in VERZOEKSCHRIFT)
    assert "aangetekend" in tekst
    assert "dbrc.be" in tekst
    assert "Nederlands" in tekst
    assert len(VERZOEKSCHRIFT) + 2 == len(beoordeling.checklist)


@pytest.mark.parametrize("bewijs", [False, None])
def test_who_has_no_proof_looks_for_it_first(bewijs: bool | None) -> None:
    """It stands at the top of the list."""
    beoordeling = beoordeel(Antwoorden(True, False, True, True, bewijs))
    assert "bewijs" in beoordeling.checklist[0]
    assert len(VERZOEKSCHRIFT) + 3 == len(beoordeling.checklist)


@pytest.mark.parametrize("gevraagd", [False, None])
def test_who_did_not_ask_the_school_says_so_honestly(gevraagd: bool | None) -> None:
    """That is no reason not to claim."""
    assert any("eerlijk" in zin for zin in beoordeel(Antwoorden(True, False, True, gevraagd, True)).uitleg)
    assert not any("eerlijk" in zin for zin in beoordeel(Antwoorden(True, False, True, True, True)).uitleg)


def test_no_question_asks_for_the_reason() -> None:
    """That is health data; the answer does not depend on it."""
    for vraag in VRAGEN:
        tekst = f"{vraag.tekst} {vraag.waarom}".lower()
        assert vraag.tekst.endswith("?")
        assert not any(
            woord in tekst for woord in ("ziek", "ziekte", "overlij", "diagnose", "welke overmacht", "reden")
        )


def test_every_outcome_occurs() -> None:
    """None is left that nobody can reach."""
    assert set(Oordeel) == {beoordeel(antwoorden).oordeel for antwoorden in ALLE}
