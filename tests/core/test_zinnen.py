"""The sentences of the steps, where a number may be one."""

from __future__ import annotations

import pytest

from leerkrediet_core import bereken
from leerkrediet_core import lees_loopbaan
from leerkrediet_core.taal import de_punten
from leerkrediet_core.taal import punten


def zinnen(*gebeurtenissen: dict[str, object]) -> list[str]:
    """The sentences that explain these events."""
    return [stap.omschrijving for stap in bereken(lees_loopbaan({"gebeurtenissen": list(gebeurtenissen)})).stappen]


def test_one_point_has_a_singular_verb() -> None:
    """Taken up, acquired and doubled."""
    assert [
        "Je neemt 1 studiepunt op. Dat gaat meteen van je leerkrediet af.",
        "Je slaagt voor 1 studiepunt: dat komt terug.",
        "Het telt dubbel: nog eens 1 erbij. Daarna kan je er nog 59 verdubbelen.",
    ] == zinnen({"soort": "inschrijving", "studiepunten": 1}, {"soort": "resultaat", "verworven": 1})


def test_more_points_have_a_plural_verb() -> None:
    """Taken up, acquired, doubled, tolerated and still open."""
    assert [
        "Je neemt 60 studiepunten op. Die gaan meteen van je leerkrediet af.",
        "Je slaagt voor 48 studiepunten: die komen terug. De 6 getolereerde studiepunten komen niet terug."
        " De 6 andere krijg je alleen terug als je er nog voor slaagt.",
        "Ze tellen dubbel: nog eens 48 erbij. Daarna kan je er nog 12 verdubbelen.",
    ] == zinnen(
        {"soort": "inschrijving", "studiepunten": 60}, {"soort": "resultaat", "verworven": 48, "getolereerd": 6}
    )


def test_one_tolerated_and_one_open_point_are_spoken_of_in_the_singular() -> None:
    """Both in one sentence each."""
    uitleg = zinnen(
        {"soort": "inschrijving", "studiepunten": 3}, {"soort": "resultaat", "verworven": 1, "getolereerd": 1}
    )[1]
    assert "Het ene getolereerde studiepunt komt niet terug." in uitleg
    assert "Het ene andere krijg je alleen terug als je er nog voor slaagt." in uitleg


def test_the_last_point_to_double_is_one_of_several() -> None:
    """Of six acquired only one is doubled."""
    stappen = bereken(
        lees_loopbaan(
            {
                "bonus_over": 1,
                "gebeurtenissen": [
                    {"soort": "inschrijving", "studiepunten": 6},
                    {"soort": "resultaat", "verworven": 6},
                ],
            }
        )
    ).stappen
    assert "1 daarvan telt dubbel: nog eens 1 erbij. Je verdubbeling is nu op." == stappen[-1].omschrijving


@pytest.mark.parametrize(
    ("aantal", "zonder", "met"),
    [
        (0, "0 studiepunten", "de 0 studiepunten"),
        (1, "1 studiepunt", "het ene studiepunt"),
        (2, "2 studiepunten", "de 2 studiepunten"),
    ],
)
def test_studiepunten_are_counted_as_people_speak(aantal: int, zonder: str, met: str) -> None:
    """None and several are plural, one is singular."""
    assert zonder == punten(aantal)
    assert met == de_punten(aantal)
