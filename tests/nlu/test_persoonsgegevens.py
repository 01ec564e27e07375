"""Figures that say who somebody is are no study points."""

from __future__ import annotations

import pytest

from nlu.persoonsgegevens import zonder_persoonsgegevens


@pytest.mark.parametrize(
    "tekst",
    [
        "mijn rijksregisternummer is 99.01.01-123.45, hoeveel heb ik nog?",
        "rrn 99010112345 dus",
        "bel mij op 0470 12 34 56",
        "mn gsm is 0470/12.34.56",
        "+32 470 12 34 56",
        "mail naar jan.janssens@student.ehb.be aub",
        "rekening BE68 5390 0754 7034",
    ],
)
def test_persoonsgegevens_gaan_eruit(tekst: str) -> None:
    over, gevonden = zonder_persoonsgegevens(tekst)
    assert gevonden
    assert not any(teken.isdigit() for teken in over)


@pytest.mark.parametrize(
    "tekst",
    [
        "60 opgenomen, 45 geslaagd",
        "2023-2024: 60/45, 2024-2025: 54/54, 2025-2026: 60/60",
        "30 11 2026 of 30.11.2026",
        "van 2017 tot 2020 telkens 60, daarna 2021-2022 54/30",
        "60 54 60 45 30 48",
        "0 gehaald van 60",
        "1e jaar 60 op 33 gehaald, 2e jaar 54 op 42 gehaald",
    ],
)
def test_studiepunten_en_dagen_blijven_staan(tekst: str) -> None:
    assert zonder_persoonsgegevens(tekst) == (tekst, False)
