"""The outcome as chat messages: the balance, how it came about, what was assumed, and where to check."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.loopbaan import Jaar
from actions.loopbaan import Loopbaan
from actions.loopbaan import Stuk
from actions.loopbaan import naar_invoer
from actions.uitkomst import KNOPPEN
from actions.uitkomst import maak_uitkomst
from actions.uitkomst import saldo_van
from leerkrediet_core import bereken
from leerkrediet_core import lees_loopbaan
from leerkrediet_core.errors import InvoerFout


def jaar(opgenomen: int, verworven: int, tot: int | None = None, **extra: object) -> Jaar:
    """A complete year; ``tot`` is the upper end of a range."""
    return Jaar((Stuk("opgenomen", "", opgenomen), Stuk("verworven", "", verworven, tot)), **extra)  # type: ignore[arg-type]


def test_the_balance_is_one_sentence() -> None:
    """The first thing that is read."""
    assert "Je saldo wordt 140 studiepunten." == maak_uitkomst(Loopbaan((jaar(60, 30),))).zin


@pytest.mark.parametrize(("startsaldo", "zin"), [(61, "1 studiepunt."), (60, "0 studiepunten.")])
def test_one_point_is_singular(startsaldo: int, zin: str) -> None:
    """And nothing is plural."""
    loopbaan = Loopbaan((jaar(60, 0),), startsaldo=startsaldo, bonus_over=0)
    assert f"Je saldo wordt {zin}" == maak_uitkomst(loopbaan).zin


def test_below_zero_a_person_is_named() -> None:
    """A dead end leads to the trajectbegeleider."""
    zin = maak_uitkomst(Loopbaan((jaar(60, 0),), startsaldo=59, bonus_over=0)).zin
    assert "Je saldo wordt -1 studiepunten. Dat is onder nul: bespreek met je trajectbegeleider wat nog kan." == zin


def test_the_explanation_names_each_step_the_doubling_the_check_and_the_source() -> None:
    """All from the same ledger as the balance."""
    uitleg = maak_uitkomst(Loopbaan((jaar(60, 45),))).uitleg
    grootboek = bereken(lees_loopbaan(naar_invoer(Loopbaan((jaar(60, 45),)))))
    assert grootboek.bonus_over == 15
    assert "Je kan later nog 15 studiepunten dubbel terugkrijgen." in uitleg
    assert str(grootboek.saldo) in uitleg
    assert "https://burgerprofiel.be" in uitleg
    assert uitleg.splitlines()[-1].startswith("Bron: ")


def test_when_the_doubling_is_used_up_it_is_not_promised() -> None:
    """Nothing is left to get back double."""
    assert "dubbel terugkrijgen" not in maak_uitkomst(Loopbaan((jaar(60, 60),))).uitleg


@pytest.mark.parametrize(
    ("loopbaan", "wel", "niet"),
    [
        (Loopbaan((jaar(60, 45),)), ["Je begon met 140", "Je hebt een diplomacontract"], ["alle jaren samen"]),
        (Loopbaan((jaar(60, 45),), startsaldo=140), ["Je hebt een diplomacontract"], ["Je begon met"]),
        (Loopbaan((jaar(60, 45, contract="diplomacontract"),)), ["Je begon met 140"], ["Je hebt een diplomacontract"]),
        (Loopbaan((jaar(120, 90, totaal=True),)), ["De getallen zijn die van alle jaren samen."], []),
        (Loopbaan((jaar(60, 45, contract="diplomacontract"),), startsaldo=140), [], ["Ik nam aan"]),
    ],
)
def test_what_was_not_said_is_named_as_assumed_and_nothing_else_is(
    loopbaan: Loopbaan, wel: list[str], niet: list[str]
) -> None:
    """A student can correct what is named."""
    uitleg = maak_uitkomst(loopbaan).uitleg
    assert [] == [zin for zin in wel if zin not in uitleg]
    assert [] == [zin for zin in niet if zin in uitleg]


def test_more_than_one_year_gets_headings_in_order() -> None:
    """One year needs none."""
    uitleg = maak_uitkomst(Loopbaan((jaar(60, 45), jaar(57, 50, academiejaar="2024-2025")))).uitleg
    assert 0 < uitleg.index("Eerste jaar") < uitleg.index("2024-2025")
    assert "Eerste jaar" not in maak_uitkomst(Loopbaan((jaar(60, 45),))).uitleg


def test_a_range_gives_both_ends() -> None:
    """And says which of them is explained."""
    uitkomst = maak_uitkomst(Loopbaan((jaar(60, 40, 45),)))
    laag, hoog = (maak_uitkomst(Loopbaan((jaar(60, n),))) for n in (40, 45))
    assert "Je saldo wordt 160 tot 170 studiepunten." == uitkomst.zin
    assert ("Je saldo wordt 160 studiepunten.", "Je saldo wordt 170 studiepunten.") == (laag.zin, hoog.zin)
    assert "Met het laagste aantal.\n" + laag.uitleg == uitkomst.uitleg


def test_a_balance_in_mid_career_gives_both_cases() -> None:
    """How much doubling is left is not known: with none left, and with as much as there can be."""
    uitkomst = maak_uitkomst(Loopbaan((jaar(60, 45),), startsaldo=150))
    geen, alles = (
        bereken(lees_loopbaan({**naar_invoer(Loopbaan((jaar(60, 45),), startsaldo=150)), "bonus_over": n})).saldo
        for n in (0, 50)
    )
    assert geen < alles
    assert uitkomst.zin.startswith(
        f"Je saldo wordt {geen} als je dubbele punten al op zijn, en {alles} als je er nog 50 "
    )
    assert "ik had er al 18 gehaald" in uitkomst.uitleg


@pytest.mark.parametrize("extra", [{"bonus_over": 20}, {"eerder_verworven": 40}])
def test_once_the_doubling_is_known_there_is_one_case(extra: dict[str, int]) -> None:
    """Told directly, or by what was acquired before."""
    loopbaan = Loopbaan((jaar(60, 45),), startsaldo=100, **extra)  # type: ignore[arg-type]
    assert "Je saldo wordt 105 studiepunten." == maak_uitkomst(loopbaan).zin


def test_when_both_cases_are_the_same_one_is_given() -> None:
    """With nothing acquired the doubling does not matter."""
    assert "Je saldo wordt 40 studiepunten." == maak_uitkomst(Loopbaan((jaar(60, 0),), startsaldo=100)).zin


@pytest.mark.parametrize(
    ("loopbaan", "saldo"),
    [
        (Loopbaan((jaar(60, 30),)), 140),
        (Loopbaan((jaar(60, 30),), startsaldo=100, bonus_over=0), 70),
        (Loopbaan(), None),
        (Loopbaan((jaar(60, 30, 35),)), None),
        (Loopbaan((jaar(60, 30),), startsaldo=100), None),
    ],
)
def test_a_balance_is_given_only_where_there_is_one(loopbaan: Loopbaan, saldo: int | None) -> None:
    """Not for a range, for two cases, or for an empty career."""
    assert saldo == saldo_van(loopbaan)


def test_a_career_that_cannot_be_is_an_error() -> None:
    """The merge keeps it out; the guard of the action catches it."""
    with pytest.raises(InvoerFout):
        maak_uitkomst(Loopbaan((jaar(30, 60),)))


def test_the_buttons_keep_within_what_the_channels_allow() -> None:
    """Three at most, short titles, payloads of at most 64 bytes."""
    assert len(KNOPPEN) <= 3
    assert [] == [knop for knop in KNOPPEN if len(knop["title"]) > 20 or len(knop["payload"].encode()) > 64]


JAREN = st.lists(
    st.integers(1, 120).flatmap(lambda opgenomen: st.builds(jaar, st.just(opgenomen), st.integers(0, opgenomen))),
    min_size=1,
    max_size=6,
)


@given(jaren=JAREN, start=st.none() | st.integers(-100, 200), bonus=st.none() | st.integers(0, 60))
def test_every_complete_career_has_an_outcome(jaren: list[Jaar], start: int | None, bonus: int | None) -> None:
    """Whose balance is that of the ledger, and which says nothing internal."""
    loopbaan = Loopbaan(tuple(jaren), startsaldo=start, bonus_over=bonus)
    uitkomst = maak_uitkomst(loopbaan)
    saldo = saldo_van(loopbaan)
    assert saldo is None or uitkomst.zin.startswith(f"Je saldo wordt {saldo} studiepunt")
    for tekst in (uitkomst.zin, uitkomst.uitleg):
        assert "None" not in tekst
        assert not set("{}[]") & set(tekst)
