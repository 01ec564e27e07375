"""Cues for the merge and the newer fields: what-if, another year, the same again, goals, the doubling, dates."""

from __future__ import annotations

from datetime import date

import pytest

from nlu.grammatica import Feit
from nlu.grammatica import lees
from nlu.grammatica import naar_entiteit
from nlu.grammatica import uit_entiteit


VANDAAG = date(2026, 11, 23)


def rollen(tekst: str) -> list[tuple[str, int | None, int | None]]:
    """The facts of a message as (role, value, year as seen from today)."""
    return [(f.rol, f.waarde, f.relatief) for f in lees(tekst).feiten]


@pytest.mark.parametrize(
    "tekst",
    [
        "en als ik 50 haal?",
        "en als k er 50 haal",
        "wat als ik 12 niet haal",
        "wa as k nu 12 nie haal",
        "stel dat ik alles haal",
        "stel da k er 40 haal",
        "stel: 66 op, 60 gehaald",
        "stel je voor dat ik 30 haal",
        "mocht ik alles halen",
        "indien ik 60 opneem",
        "en moest ik er 54 halen, hoeveel dan",
        "zou ik meer hebben als ik 60 neem",
        "ma als ik nu 45 haal",
        "hoeveel is het dan als ik 48 haal",
        "ist da k 30 haal hoeveel hek dan",
        "en met 50?",
        "en met maar 30 gehaald",
        "als mijn dochter 12 sp niet haalt",
        "als ik het goed heb sta ik op 95, maar als ik alles haal?",
    ],
)
def test_a_what_if_is_marked(tekst: str) -> None:
    """The dialogue computes it beside the career instead of changing it."""
    assert "hypothese" in lees(tekst).signalen


@pytest.mark.parametrize(
    "tekst",
    [
        "als ik het goed heb 45",
        "als ik het goed begrijp heb ik 60 opgenomen",
        "als ik me niet vergis 45",
        "als ik kijk op mijn puntenbriefje 45",
        "als bachelorstudent heb ik 60 opgenomen",
        "als student 60 op",
        "zoals ik zei 45",
        "als antwoord 45",
        "evenveel als ik dacht",
        "even goed als ik dacht, 45 gehaald",
        "stel mij een vraag",
        "mag ik een vraag stellen",
        "45 als het kan",
        "als je wil",
        "vorig jaar moest ik 60 opnemen",
        "toen moest ik er 12 opnieuw doen",
        "60 op, 45 gehaald",
        "ik had een ongeval en moest toen stoppen",
    ],
)
def test_courtesy_comparison_and_the_past_are_no_what_if(tekst: str) -> None:
    """What only looks like a what-if is a plain statement."""
    assert "hypothese" not in lees(tekst).signalen


@pytest.mark.parametrize(
    "tekst",
    [
        "volgend jaar 54",
        "en als ik volgend jaar 30 haal",
        "komend jaar neem ik 48 op",
        "het jaar erop 60 op en 60 gehaald",
        "in het volgende academiejaar 54/42",
        "daarna 54/42",
        "ik wil 54 opnemen volgend jaar",
        "nog een jaar: 60/45",
        "en daarna 54/42, en dan 60/60",
        "het jaar daarna 51 waarvan 45",
        "en volgend jaar?",
    ],
)
def test_another_year_is_announced(tekst: str) -> None:
    """What follows belongs to a year that was not told yet."""
    assert "nieuw_jaar" in lees(tekst).signalen


@pytest.mark.parametrize(
    "tekst",
    [
        "vorig jaar 60/33, volgend jaar wil ik 54 opnemen",
        "dit jaar 60/33 en volgend jaar neem ik 54",
        "60/33, en volgend jaar?",
        "nee 60 op en 36 gehaald. en volgend jaar?",
        "1e jaar 60/33, 2e jaar 54/42",
        "60/33 en daarna 54/42",
        "hoeveel heb ik volgend jaar als ik nu op 80 sta",
        "hoeveel moet ik halen om volgend jaar 60 te kunnen opnemen",
    ],
)
def test_years_that_the_message_sets_out_itself_announce_none(tekst: str) -> None:
    """Their order says where they belong; a year that is only asked about has no numbers."""
    assert "nieuw_jaar" not in lees(tekst).signalen


def test_facts_know_their_year_as_seen_from_today() -> None:
    """Last year, this year and next year are told apart, also by "en nu"."""
    assert rollen("vorig jaar 60/33, volgend jaar wil ik 54 opnemen") == [
        ("opgenomen", 60, -1),
        ("verworven", 33, -1),
        ("opgenomen", 54, 1),
    ]
    assert rollen("dit jaar 60 op") == [("opgenomen", 60, 0)]
    assert rollen("vorig jaar 60/33 en nu 54 op") == [
        ("opgenomen", 60, -1),
        ("verworven", 33, -1),
        ("opgenomen", 54, 0),
    ]
    assert rollen("60 op, 45 gehaald") == [("opgenomen", 60, None), ("verworven", 45, None)]
    assert rollen("mijn saldo is vorig jaar 95") == [("saldo", 95, None)]


@pytest.mark.parametrize("relatief", [-1, 0, 1])
def test_the_year_as_seen_from_today_survives_an_entity(relatief: int) -> None:
    """Also 0, which is a year and not "nothing"."""
    feit = Feit("opgenomen", 60, relatief=relatief)
    assert feit == uit_entiteit(naar_entiteit(feit))


@pytest.mark.parametrize(
    "tekst", ["hetzelfde", "idem", "zelfde als vorig jaar", "dit jaar opnieuw zo", "exact hetzelfde als vorig jaar"]
)
def test_a_year_like_the_one_before_is_a_cue(tekst: str) -> None:
    """The merge repeats the year it knows; the year that is compared with gets no facts."""
    lezing = lees(tekst)
    assert "zelfde" in lezing.signalen
    assert lezing.feiten == ()


@pytest.mark.parametrize("tekst", ["blijft mijn leerkrediet hetzelfde?", "is dat hetzelfde als studiepunten", "60 op"])
def test_a_question_about_sameness_repeats_no_year(tekst: str) -> None:
    """ "Is that the same" asks for an explanation."""
    assert "zelfde" not in lees(tekst).signalen


def test_a_message_that_holds_the_year_itself_repeats_it_in_its_facts() -> None:
    """The merge then has nothing left to repeat."""
    lezing = lees("1e jaar 60/45, 2e jaar idem")
    assert [(f.rol, f.waarde, f.jaar) for f in lezing.feiten] == [
        ("opgenomen", 60, 1),
        ("verworven", 45, 1),
        ("opgenomen", 60, 2),
        ("verworven", 45, 2),
    ]
    assert "zelfde" not in lezing.signalen


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("voltijds", [("opgenomen", 60, True)]),
        ("ik studeer voltijds", [("opgenomen", 60, True)]),
        ("een volledig programma, 45 gehaald", [("opgenomen", 60, True), ("verworven", 45, False)]),
        ("voltijds 54 sp", [("opgenomen", 54, False)]),
        ("voltijds ingeschreven, dat was 57 opgenomen", [("opgenomen", 57, False)]),
        ("ik werk voltijds", []),
        ("niet voltijds", []),
        ("deeltijds", []),
        ("halftijds", []),
        ("mag ik voltijds studeren?", []),
    ],
)
def test_a_full_programme_is_assumed_to_be_60(tekst: str, verwacht: list[tuple[str, int, bool]]) -> None:
    """Only where the programme is meant, and never beside the number itself."""
    assert verwacht == [(f.rol, f.waarde, f.vermoed) for f in lees(tekst).feiten]


@pytest.mark.parametrize(
    ("tekst", "over"),
    [
        ("mijn dubbele punten zijn op", 0),
        ("bonus is opgebruikt", 0),
        ("mijn bonus is al volledig op", 0),
        ("geen bonus meer", 0),
        ("nog niks verdubbeld", 60),
        ("nog geen bonus gehad", 60),
        ("mijn bonus is nog niet gebruikt", 60),
        ("al 42 dubbel gekregen", 18),
        ("42 van mijn bonus opgebruikt", 18),
        ("42 bonuspunten al gebruikt", 18),
        ("nog 18 te verdubbelen", 18),
        ("nog 14 bonuspunten", 14),
        ("al 60 verdubbeld", 0),
    ],
)
def test_what_may_still_be_doubled_is_read(tekst: str, over: int) -> None:
    """In whatever way it is told: as what is left, or as what was used."""
    assert rollen(tekst) == [("bonus_over", over, None)]


@pytest.mark.parametrize(
    "tekst",
    [
        "worden de eerste 60 verdubbeld?",
        "hoe werkt de bonus van 60",
        "tellen de punten dubbel",
        "is er een bonus",
    ],
)
def test_a_question_about_the_rule_tells_nothing_of_the_bonus(tekst: str) -> None:
    """The rule is no fact about the student."""
    assert [f for f in lees(tekst).feiten if f.rol == "bonus_over"] == []


@pytest.mark.parametrize(
    ("tekst", "doel"),
    [
        ("om op 120 te staan", 120),
        ("wat moet ik halen om op 100 uit te komen", 100),
        ("wat moet ik halen om uit te komen op 100", 100),
        ("hoeveel moet ik slagen zodat ik 100 overhoud", 100),
        ("hoeveel moet ik halen om 120 te hebben", 120),
        ("ik wil 90 overhouden", 90),
        ("hoeveel moet ik slagen als ik minstens 100 wil overhouden", 100),
        ("mijn doel is 110", 110),
        ("hoeveel moet ik halen om volgend jaar 60 te kunnen opnemen", 60),
    ],
)
def test_a_balance_to_reach_is_no_balance(tekst: str, doel: int) -> None:
    """The goal is told apart from what the student has."""
    assert rollen(tekst) == [("doel", doel, None)]


@pytest.mark.parametrize("tekst", ["om 60 op te nemen", "ik sta op 120", "ik heb 120 over", "kom ik dan op 194?"])
def test_what_is_or_is_taken_up_is_no_goal(tekst: str) -> None:
    """A number counts as a goal only where reaching it is the point."""
    assert "doel" not in {f.rol for f in lees(tekst).feiten}


@pytest.mark.parametrize(
    ("tekst", "datum", "relatie"),
    [
        ("voor 1 december", "2026-12-01", "voor"),
        ("na 15 maart", "2027-03-15", "na"),
        ("vanaf 15 maart", "2027-03-15", "na"),
        ("uiterlijk 1 december", "2026-12-01", "voor"),
        ("ten laatste op 30 november", "2026-11-30", "voor"),
        ("tegen februari", "2027-02", "voor"),
        ("sinds oktober", "2026-10", "na"),
        ("op 15 maart", "2027-03-15", None),
        ("eind november", "2026-11-25", None),
        ("begin maart", "2027-03-05", None),
        ("half maart", "2027-03", None),
        ("vorige week", "2026-11-16", None),
        ("volgende maandag", "2026-11-30", None),
        ("vorige maandag", "2026-11-16", None),
        ("vorige vrijdag", "2026-11-20", None),
        ("deze vrijdag", "2026-11-27", None),
        ("over 2 weken", "2026-12-07", None),
        ("binnen een maand", "2026-12", None),
        ("3 weken geleden gestopt", "2026-11-02", None),
        ("een week geleden", "2026-11-16", None),
        ("eind deze maand", "2026-11-25", None),
        ("begin volgende maand", "2026-12-05", None),
        ("na nieuwjaar", "2027-01-01", "na"),
        ("na de kerstvakantie", "2027-01", "na"),
        ("voor de kerstvakantie", "2026-12", "voor"),
        ("na de examens", None, None),
        ("goede morgen", None, None),
    ],
)
def test_a_date_in_words_and_how_the_message_stands_to_it(tekst: str, datum: str | None, relatie: str | None) -> None:
    """Begin and end of a month are a day in that third of it; the middle stays a month, as a limit lies right there."""
    lezing = lees(tekst, vandaag=VANDAAG)
    assert (datum, relatie) == (lezing.datum, lezing.datum_relatie)


def test_a_duration_is_no_points_and_no_date_without_a_reference() -> None:
    """ "over 2 weken" needs to know today."""
    lezing = lees("over 2 weken")
    assert (lezing.datum, lezing.feiten) == (None, ())
    assert lees("na nieuwjaar").datum == "--01-01"
