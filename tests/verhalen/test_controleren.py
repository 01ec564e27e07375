"""What differs is found, and nothing else is."""

from __future__ import annotations

from typing import Any

import pytest
from verhaal.controleren import controleer
from verhaal.controleren import getallen
from verhaal.controleren import lading
from verhaal.vorm import Verwachting


ANTWOORD: list[dict[str, Any]] = [
    {"recipient_id": "x", "text": "Je saldo wordt 170 studiepunten."},
    {
        "recipient_id": "x",
        "text": "Zo kom ik daaraan:\n−60 → 80. Zie https://burgerprofiel.be/nl en/of je school.",
        "buttons": [{"title": "Nog een jaar erbij", "payload": "/saldo_berekenen"}, {"title": "Stop", "payload": "/x"}],
    },
]


def wat(verwacht: Verwachting, berichten: list[dict[str, Any]] | None = None) -> list[str]:
    """The differences in short."""
    return [verschil.wat for verschil in controleer(verwacht, ANTWOORD if berichten is None else berichten)]


@pytest.mark.parametrize(
    "verwacht",
    [
        Verwachting(),
        Verwachting(bevat=("SALDO  wordt", "kom ik")),
        Verwachting(een_van=("nergens", "studiepunten")),
        Verwachting(bevat_niet=("creditcontract",)),
        Verwachting(cijfers=(170, -60, 80)),
        Verwachting(saldo=(170,)),
        Verwachting(knoppen=("nog een jaar erbij",)),
        Verwachting(knoppen_niet=("Trajectbegeleider",)),
    ],
)
def test_wat_klopt_geeft_geen_verschil(verwacht: Verwachting) -> None:
    """All messages of a turn are read together; case, white space and the shape of the minus do not matter."""
    assert wat(verwacht) == []


@pytest.mark.parametrize(
    ("verwacht", "zin"),
    [
        (Verwachting(bevat=("creditcontract",)), "Dit staat er niet in."),
        (Verwachting(een_van=("nergens", "nooit")), "Geen van deze teksten staat erin."),
        (Verwachting(bevat_niet=("SALDO",)), "Dit staat er wel in, en dat mag niet."),
        (Verwachting(cijfers=(17,)), "Dit getal staat er niet in."),
        (Verwachting(cijfers=(60,)), "Dit getal staat er niet in."),
        (Verwachting(saldo=(80,)), "Het saldo klopt niet."),
        (Verwachting(saldo=(160, 170)), "Het saldo klopt niet."),
        (Verwachting(saldo=()), "Er is al een saldo, en dat mag niet."),
        (Verwachting(knoppen=("Jaar",)), "Deze knop is er niet."),
        (Verwachting(knoppen=()), "Er staan knoppen, en dat mag niet."),
        (Verwachting(knoppen_niet=("stop",)), "Deze knop mag er niet staan."),
    ],
)
def test_wat_niet_klopt_geeft_precies_een_verschil(verwacht: Verwachting, zin: str) -> None:
    """Each key finds its own kind of difference."""
    assert [zin] == wat(verwacht)


def test_een_verschil_zegt_wat_verwacht_en_wat_gehoord_werd() -> None:
    """Both are needed to see whether the story or the bot is wrong."""
    (verschil,) = controleer(Verwachting(knoppen=("Opnieuw",)), ANTWOORD)
    assert (verschil.verwacht, verschil.gehoord) == ("Opnieuw", "Nog een jaar erbij, Stop")


@pytest.mark.parametrize("berichten", [[], [{"recipient_id": "x"}], [{"text": ""}]])
def test_stilte_is_altijd_een_verschil(berichten: list[dict[str, Any]]) -> None:
    """Also when the story expects nothing in particular."""
    assert wat(Verwachting(), berichten) == ["De bot bleef stil."]


@pytest.mark.parametrize(
    "tekst",
    ["Vraag het aan {secretariaat}.", "Kies /saldo_berekenen", 'Kies {"keuze":"a"}', "Ik lees {max_tekens} tekens."],
)
def test_de_binnenkant_tonen_is_altijd_een_verschil(tekst: str) -> None:
    """A gap that was not filled, or what a button sends, is never meant for a student."""
    assert "De bot toont zijn binnenkant." in wat(Verwachting(), [{"text": tekst}])


@pytest.mark.parametrize("tekst", ["Zie https://a.be/nl_be/leer_krediet", "en/of", "60/45 geslaagd", "a {1} b"])
def test_een_adres_of_een_breuk_is_geen_binnenkant(tekst: str) -> None:
    """What looks alike must not make staff distrust the check."""
    assert wat(Verwachting(), [{"text": tekst}]) == []


def test_een_storing_is_een_verschil_tenzij_het_verhaal_ze_verwacht() -> None:
    """An apology for a fault would pass every `bevat_niet`."""
    berichten = [{"text": "Sorry, er ging iets mis. Probeer opnieuw."}]
    storing = "Sorry, er ging iets mis."
    assert [v.wat for v in controleer(Verwachting(), berichten, storing)] == ["De bot zegt dat er iets misging."]
    assert controleer(Verwachting(bevat=("er ging iets mis",)), berichten, storing) == ()
    assert controleer(Verwachting(), [{"text": "Alles goed."}], storing) == ()


@pytest.mark.parametrize(
    ("zin", "saldo", "klopt"),
    [
        ("Je saldo wordt 161 studiepunten.", (161,), True),
        ("Je saldo wordt -25 studiepunten.", (-25,), True),
        ("Je saldo wordt −25 studiepunten.", (-25,), True),
        ("Je saldo wordt -25 studiepunten.", (25,), False),
        ("Je saldo wordt 160 tot 170 studiepunten.", (160, 170), True),
        ("Je saldo wordt 160 tot 170 studiepunten.", (160,), False),
        ("Je saldo wordt 74 als je dubbele punten op zijn, en 98 als je er nog 60 kunt verdubbelen.", (74, 98), True),
        ("Je saldo wordt 74 als je dubbele punten op zijn, en 98 als je er nog 60 kunt verdubbelen.", (74,), False),
        ("Je saldo staat in Burgerprofiel. 161.", (161,), False),
        ("Je staat op 161 studiepunten leerkrediet.", (161,), True),
        ("Je hebt nu 80 studiepunten leerkrediet. Met alles gehaald wordt het 200.", (80,), True),
        ("Dan sta je op −18.", (-18,), True),
        ("Dan sta je op 98 tot 128. Dat hangt af van hoeveel er nog dubbel telt.", (98, 128), True),
        ("Je dochter eindigt tussen 128 (niets gehaald) en 188 (alles gehaald).", (128, 188), True),
        ("Je staat op 28, of op 88 als die 88 van na de inschrijving was.", (28,), False),
    ],
)
def test_het_saldo_is_dat_van_de_zin_die_het_zegt(zin: str, saldo: tuple[int, ...], klopt: bool) -> None:
    """One balance is one balance: a range or two cases must be expected as such."""
    assert klopt is (not wat(Verwachting(saldo=saldo), [{"text": zin}]))


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("60 op 45", [60, 45]),
        ("−60 → 80", [-60, 80]),
        ("2023-2024", [2023, 2024]),
        ("4,5 of 4.5", []),
        ("1e jaar", []),
        ("Bel 1813, of 106.", [1813, 106]),
        ("(12)", [12]),
    ],
)
def test_getallen_zijn_hele_getallen_op_zichzelf(tekst: str, verwacht: list[int]) -> None:
    """So that 6 is not found in 60."""
    assert verwacht == getallen(tekst)


def test_een_knop_wordt_gevonden_op_zijn_titel() -> None:
    """What it sends is known to the bot only; a title that is not there gives nothing."""
    assert lading(ANTWOORD, "nog een JAAR erbij") == "/saldo_berekenen"
    assert None is lading(ANTWOORD, "Nog een")
    assert lading([{"buttons": [{"title": "Ja"}]}], "Ja") == "Ja"
