"""Yes and no as students in Flanders write them, and what only looks like one."""

from __future__ import annotations

import pytest

from nlu.grammatica.antwoord import is_vraagzin
from nlu.grammatica.antwoord import lees_antwoord


JA = """ja|JA!|jaaa|jawel|bwa ja|eigenlijk wel|ja hoor|jep|yes|ja zeker|zeker|zeker en vast|klopt|ok|oké|ik denk het wel|denk van wel|ja toch?
natuurlijk wel|tuurlijk|mja|ja maar ik heb het niet gevraagd|nee wacht, ja|ik wel|dat wel|da wel|jazeker|ja, alle twee|jaja|inderdaad|vast wel|wel ja
euh ja|ewel ja|amai ja|ja en ik heb ook een attest|ja, in juni|ma ja|toch wel|wel|wel degelijk|ja want de school zei neen"""
NEE = """nee|Nee.|neen|neeeen|nee jong|niet echt|nooit|zeker niet|nee helaas|nope|neuh|ni|nie|bwa nee|nog niet|geen enkele|dat klopt niet|da ni
ik denk van niet|eigenlijk niet|absoluut niet|neenee|toch niet|ma nee|neeje|ik niet|neen dat heb ik niet|nee, maar ik heb wel een attest
ja sorry, nee|helaas niet|helemaal niet|inderdaad niet|niet alle|nee want ik was er niet|bah nee|eerlijk gezegd niet|nooit gevraagd"""
GEEN = """ja en nee|ja of nee|nee en ja|ja nee|nee ja|misschien|deels|weet ik niet|geen idee|niet zeker|ni zeker|hangt ervan af|jein
ja maar wat is overmacht?|ja, kan ik ook later terugvragen?|ja maar telt dat dan ook|nee hoezo?|nee, wat bedoel je?|nee maar moet ik dat bewijzen?
ik heb een attest|wat is overmacht|jaar 2024|januari|nu|nog een vraag|jammer|neem ik aan|noem maar op|goed||?|👍|60 opgenomen|okapi"""


def regels(lijst: str) -> list[str]:
    """The messages of a list."""
    return lijst.replace("\n", "|").split("|")


@pytest.mark.parametrize("tekst", regels(JA))
def test_a_yes_is_read(tekst: str) -> None:
    """However it is said, and whatever else is told."""
    assert "ja" == lees_antwoord(tekst)


@pytest.mark.parametrize("tekst", regels(NEE))
def test_a_no_is_read(tekst: str) -> None:
    """Likewise; "zeker niet" begins as a yes does."""
    assert "nee" == lees_antwoord(tekst)


@pytest.mark.parametrize("tekst", regels(GEEN))
def test_what_is_neither_or_asks_something_is_no_answer(tekst: str) -> None:
    """Who opens with yes and then asks wants an answer first."""
    assert lees_antwoord(tekst) is None


@pytest.mark.parametrize(
    "tekst", ["ja" * 5000, "nee " * 2000, "ja, " * 3000, " " * 5000, "j" * 9000, "ma " * 3000 + "ja"]
)
def test_a_long_message_is_read_in_no_time(tekst: str) -> None:
    """Only its beginning counts; patterns that go back and forth would never end here."""
    assert lees_antwoord(tekst) in ("ja", "nee", None)


@pytest.mark.parametrize(
    ("zin", "vraag"),
    [
        ("wat telt als overmacht", True),
        ("en hoeveel is dat", True),
        ("moet ik dat bewijzen", True),
        ("is dat erg", True),
        ("tot wanneer kan dat", True),
        ("kan ik dat nog vragen", True),
        ("ik heb gevraagd wat ik moest doen", False),
        ("de school zei neen", False),
        ("in juni was ik er niet", False),
        ("was er niet bij", False),
        ("", False),
    ],
)
def test_a_question_opens_with_a_question_word_or_its_verb(zin: str, vraag: bool) -> None:
    """What is told does not."""
    assert vraag == is_vraagzin(zin)
