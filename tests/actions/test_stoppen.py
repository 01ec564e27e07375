"""The guided conversation on stopping: what it asks, what it leaves out, what it says, and which day matters next."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from actions.hervatten import Hervatten
from actions.hoeveel_opnemen import HoeveelOpnemen
from actions.loopbaan import Loopbaan
from actions.stoplezing import keur_dossier
from actions.stoppen import StoppenNagaan
from actions.stopzaak import PUNTEN
from actions.stopzaak import Stopzaak
from leerkrediet_core import bereken
from leerkrediet_core import lees_loopbaan
from nlu.componenten.feitenlezer import als_entiteiten
from nlu.componenten.feitenlezer import eigen_geval
from nlu.grammatica import lees


VANDAAG = date(2026, 11, 25)
CONTRACT, DAG, SCHOOL = "Ik reken met een diplomacontract.", "Op welke dag", "Aan welke school"
PUNTEN_VRAAG, EXAMENS, GESLAAGD = "Hoeveel studiepunten nam je op", "Deed je dit jaar al examens", "ben je geslaagd"
SEMESTER2, NIEUW, GENERATIE = "vakken van semester 2", "nog aan een andere opleiding", "Ben je generatiestudent?"
INSCHRIJVEN = "Wanneer schrijf je je in"
NA_RESULTAAT = {
    "fase": "resultaat",
    "loopbaan": {"jaren": [{"stukken": [["opgenomen", "", 60, None], ["verworven", "", 45, None]]}]},
}


def keuze(waarde: str) -> str:
    """The payload of a button of the guide."""
    return f'/gids_stoppen{{"keuze":"{waarde}"}}'


class Student:
    """Says one thing after another to the guide."""

    def __init__(self, gesprek: Any, vandaag: date = VANDAAG, kanaal: str = "rest") -> None:
        self.gesprek, self.vandaag, self.kanaal = gesprek, vandaag, kanaal

    def zegt(self, *teksten: str) -> str:
        """All that is said to the last of them."""
        for tekst in teksten:
            if tekst.startswith("/"):
                _, accolade, rest = tekst.partition("{")
                gelezen = [{"entity": n, "value": w} for n, w in json.loads(accolade + rest or "{}").items()]
            else:
                gelezen = [*als_entiteiten(lees(tekst, vandaag=self.vandaag)), *eigen_geval(tekst, self.vandaag)]
            intent = tekst[1:].partition("{")[0] if tekst.startswith("/") else "stoppen_uitschrijven"
            verloop = [{"event": "user", "input_channel": self.kanaal}]
            actie = StoppenNagaan(lambda: self.vandaag)
            gezegd = self.gesprek.doe(actie, tekst, intent, gelezen, verloop)
        return "\n".join(filter(None, gezegd))

    @property
    def slots(self) -> dict[str, Any]:
        """The slots as they are now."""
        slots: dict[str, Any] = self.gesprek.slots
        return slots


@pytest.fixture
def student(gesprek: Any) -> Student:
    """A student on the REST channel, on 25 November 2026."""
    return Student(gesprek)


# -- what is asked


def test_before_1_december_nothing_needs_asking(student: Student) -> None:
    """Every school of which the dates are known gives all back."""
    gezegd = student.zegt("ik nam 60 op en stop op 29 november, hoeveel leerkrediet heb ik dan?")
    assert "dan krijg je 60 van de 60 studiepunten terug. Je saldo wordt 140 studiepunten." in gezegd
    assert "Ik reken met Erasmushogeschool Brussel. Een andere school? Typ haar naam." in gezegd
    assert "- Ik reken met een diplomacontract." in gezegd
    assert "- Je deed dit jaar nog geen examens." in gezegd


def test_the_button_asks_one_thing_at_a_time_and_only_what_makes_a_difference(student: Student) -> None:
    """No question about a new programme when the school already gives everything."""
    gezegd = student.zegt("/gids_stoppen")
    assert DAG in gezegd
    assert CONTRACT in gezegd
    assert PUNTEN_VRAAG in student.zegt("29 november")
    assert "Je saldo wordt 140" in student.zegt("60")


def test_after_1_december_everything_that_decides_is_asked(student: Student) -> None:
    """In this order."""
    gezegd = student.zegt("ik stop op 1 februari en nam 60 op")
    assert gezegd.startswith(CONTRACT)
    assert SCHOOL in gezegd
    assert EXAMENS in student.zegt(keuze("EhB"))
    assert SEMESTER2 in student.zegt("nee")
    assert NIEUW in student.zegt("30")
    assert GENERATIE in student.zegt("ja")
    assert INSCHRIJVEN in student.zegt("ja")
    assert "45 van de 60" in student.zegt(keuze("zelfde_dag"))


@pytest.mark.parametrize(
    ("bericht", "vraag"),
    [
        ("ik stop op 1 februari, 60 opgenomen, 30 in semester 1 en 30 in semester 2", EXAMENS),
        ("ik stop op 1 april, 60 opgenomen", EXAMENS),
        ("ik stop op 10 december bij EhB, 60 opgenomen", SEMESTER2),
        ("ik stop op 10 december bij EhB, 60 opgenomen, 30 in semester 2", NIEUW),
        ("ik verander op 10 december bij EhB van opleiding, 60 opgenomen, 30 in semester 2", GENERATIE),
    ],
)
def test_what_the_message_told_or_what_changes_nothing_is_not_asked(bericht: str, vraag: str, student: Student) -> None:
    """Without year courses the schools agree; after 15 March none gives anything; no exams before January."""
    assert vraag in student.zegt(bericht)


def test_one_message_may_tell_all(student: Student) -> None:
    """Then the outcome is there at once."""
    gezegd = student.zegt(
        "ik stop op 10 december bij EhB met een diplomacontract, 60 opgenomen, 24 in semester 1 en 36 in semester 2, "
        "en begin niets nieuws"
    )
    assert NIEUW in gezegd or "Je saldo wordt 116" in gezegd
    assert "Je saldo wordt 116" in (gezegd if "saldo wordt" in gezegd else student.zegt("nee"))


@pytest.mark.parametrize(
    ("berichten", "antwoord"),
    [
        (("/gids_stoppen", "diplomacontract"), "De dag waarop je je officieel uitschrijft"),
        (("ik stop op 1 februari en nam 60 op", "diplomacontract"), "Elke school kiest zelf"),
        (("ik stop op 1 februari bij EhB, 60 opgenomen", "diplomacontract"), "komt alleen terug als je slaagt"),
        (("ik stop op 1 februari bij EhB, 60 opgenomen", "diplomacontract", "nee"), "niet voor elk semester hetzelfde"),
    ],
)
def test_every_question_can_be_explained(berichten: tuple[str, ...], antwoord: str, student: Student) -> None:
    """And then stands again."""
    vraag = student.zegt(*berichten).splitlines()[-1]
    gezegd = student.zegt("waarom vraag je dat?")
    assert antwoord in gezegd
    assert vraag in gezegd


def test_a_message_that_answers_nothing_is_told_what_would(student: Student) -> None:
    """With an example, and the question again."""
    gezegd = student.zegt("/gids_stoppen", "29 november", "blauw")
    assert 'Typ een getal, zoals 60, of "weet ik niet".' in gezegd
    assert PUNTEN_VRAAG in gezegd


def test_the_button_pressed_again_only_repeats_the_question(student: Student) -> None:
    """Nothing is lost."""
    student.zegt("ik stop op 1 februari en nam 60 op")
    gezegd = student.zegt("/gids_stoppen")
    assert "We zijn hier al mee bezig." in gezegd
    assert SCHOOL in gezegd
    assert "opgenomen" in student.slots["dossier"]


def test_after_a_question_in_between_the_open_question_stands_again(student: Student, gesprek: Any) -> None:
    """The move that resumes asks it."""
    student.zegt("ik stop op 1 februari bij EhB, 60 opgenomen", "diplomacontract")
    assert any(EXAMENS in zin for zin in gesprek.doe(Hervatten()))


def test_stopping_the_questions_forgets_them(student: Student) -> None:
    """The phase is over."""
    assert "we stoppen hiermee" in student.zegt("ik stop op 1 februari en nam 60 op", "laat maar")
    assert student.slots["dossier"] is None
    assert student.slots["fase"] is None


# -- what comes back


@pytest.mark.parametrize(
    ("berichten", "terug", "saldo"),
    [
        # By hand from R6.5: EhB gives semester 2 until 15 March, UGent year courses too, both nothing after it.
        (("ik stop op 1 februari bij EhB, 60 opgenomen", "diploma contract", "nee", "30", "nee"), "30 van de 60", 110),
        (("ik stop op 15 maart bij EhB, 60 opgenomen", "diplomacontract", "nee", "30", "nee"), "30 van de 60", 110),
        (("ik stop op 16 maart bij EhB, 60 opgenomen", "diplomacontract", "nee"), "niets van de 60", 80),
        (
            ("ik stop op 1 februari aan de UGent, 60 opgenomen", "diplomacontract", "nee", "20", "nee"),
            "40 van de 60",
            120,
        ),
        (("ik stop op 15 maart aan de UGent, 60 opgenomen", "diplomacontract", "nee"), "niets van de 60", 80),
        (("ik stop op 30 november aan UAntwerpen, 54 opgenomen",), "54 van de 54", 140),
        # R6.2 beside the school: half of the 30 that EhB does not give.
        (
            (
                "ik stop op 1 februari bij EhB, 60 opgenomen, generatiestudent",
                "diplomacontract",
                "nee",
                "30",
                "ja",
                "op 8 februari",
            ),
            "45 van de 60",
            125,
        ),
        # R6.3: enrolled again after 15 March.
        (
            (
                "ik stop op 1 februari bij EhB, 60 opgenomen, generatiestudent",
                "diplomacontract",
                "nee",
                "30",
                "ja",
                "20 maart",
            ),
            "30 van de 60",
            110,
        ),
        # Passed: back and doubled. 140 - 60 + 15 + 15 + 30.
        (
            ("ik stop op 1 februari bij EhB, 60 opgenomen", "diplomacontract", "ja, 15", "30 in semester 2"),
            "30 van de 30 studiepunten zonder examen",
            140,
        ),
        # Failed all: nothing back for exams.
        (
            ("ik stop op 1 april bij EhB, 60 opgenomen", "diplomacontract", "ja", "0"),
            "niets terug van de 60",
            80,
        ),
    ],
)
def test_the_figures_are_those_of_the_rules(
    berichten: tuple[str, ...], terug: str, saldo: int, student: Student
) -> None:
    """Per school and day."""
    gezegd = student.zegt(*berichten)
    if CONTRACT in gezegd:
        gezegd = student.zegt(keuze("diplomacontract"), *berichten[2:])
    assert f"dan krijg je {terug}" in gezegd
    assert f"Je saldo wordt {saldo} studiepunten." in gezegd


def test_a_generatiestudent_at_a_school_without_dates_gets_what_the_law_gives_in_full(student: Student) -> None:
    """Before 1 December that is everything, so nothing else is asked."""
    gezegd = student.zegt(
        "ik ben generatiestudent aan KU Leuven, nam 60 op en stap op 28 november over naar een andere opleiding"
    )
    assert "60 van de 60" in gezegd
    assert "Wat de wet minstens geeft:" in gezegd
    assert "Schrijf je ook voor die datum in voor je nieuwe opleiding." in gezegd


def test_a_school_without_dates_is_never_promised_anything(student: Student) -> None:
    """The legal floor and the common dates, each by its name."""
    gezegd = student.zegt("ik stop op 1 februari aan KU Leuven, 60 opgenomen", "diplomacontract", "nee", "30", "nee")
    assert "- Wat de wet minstens geeft: 0 terug, je saldo wordt 80" in gezegd
    assert "- Met de datums die veel scholen gebruiken: 30 terug, je saldo wordt 110" in gezegd
    assert "De datums van KU Leuven ken ik niet. Wat veel scholen doen, is geen belofte" in gezegd


@pytest.mark.parametrize("antwoord", ["weet ik niet", keuze("weet_niet"), "een andere hogeschool in Brugge"])
def test_a_school_that_is_not_known_is_treated_the_same(antwoord: str, student: Student) -> None:
    """Whether the student does not know, or we do not."""
    gezegd = student.zegt("ik stop op 1 februari, 60 opgenomen", "diplomacontract", antwoord, "nee", "30", "nee")
    assert "- Wat de wet minstens geeft: 0 terug" in gezegd
    assert "De datums van je school ken ik niet." in gezegd


def test_a_creditcontract_ends_the_questions(student: Student) -> None:
    """Whatever the day."""
    gezegd = student.zegt("/gids_stoppen", keuze("creditcontract"))
    assert "niets terug van wat je inzette. De datum maakt niet uit." in gezegd
    assert "dossier" in student.slots
    assert student.slots["fase"] is None


def test_a_creditcontract_with_points_gives_the_balance(student: Student) -> None:
    """140 - 12."""
    assert "Je saldo wordt 128" in student.zegt("ik heb een creditcontract van 12 punten en stop op 15 oktober")


def test_a_programme_without_leerkrediet_returns_nothing_and_cost_nothing(student: Student) -> None:
    """A graduaat."""
    gezegd = student.zegt("ik stop met mijn graduaat in februari, 60 opgenomen")
    assert "Daarvoor gaat er geen leerkrediet af." in gezegd
    assert "Je saldo wordt 140" in gezegd


def test_a_month_with_a_limit_in_it_gives_both_outcomes(student: Student) -> None:
    """Around 15 March."""
    gezegd = student.zegt("ik stop in maart bij EhB, 60 opgenomen", "diplomacontract", "nee", "30", "nee")
    assert "- tot en met 15 maart: 30 terug, je saldo wordt 110" in gezegd
    assert "- vanaf 16 maart: 0 terug, je saldo wordt 80" in gezegd


def test_a_month_without_a_limit_is_one_outcome(student: Student) -> None:
    """February lies between the two."""
    gezegd = student.zegt("ik stop in februari bij EhB, 60 opgenomen", "diplomacontract", "nee", "30", "nee")
    assert "Stop je in februari, dan krijg je 30 van de 60" in gezegd


def test_a_day_that_is_not_known_gives_the_outcome_per_stretch(student: Student) -> None:
    """Three stretches; nothing is assumed of exams beyond what is said."""
    gezegd = student.zegt("ik stop bij EhB", "diplomacontract", "weet ik niet", "60", "30", "nee")
    assert "- tot en met 30 november: 60 terug, je saldo wordt 140" in gezegd
    assert "- van 1 december tot en met 15 maart: 30 terug, je saldo wordt 110" in gezegd
    assert "- vanaf 16 maart: 0 terug, je saldo wordt 80" in gezegd


def test_points_that_are_not_known_over_the_year_give_both_ends(student: Student) -> None:
    """Labelled."""
    gezegd = student.zegt(
        "ik stop op 1 februari bij EhB, 60 opgenomen", "diplomacontract", "nee", "weet ik niet", "nee"
    )
    assert "- als niets van semester 2 is: 0 terug, je saldo wordt 80" in gezegd
    assert "- als alles van semester 2 is: 60 terug, je saldo wordt 140" in gezegd


def test_knowing_nothing_still_gives_an_answer(student: Student) -> None:
    """With ranges, and a list of what is open."""
    gezegd = student.zegt("/gids_stoppen", *["weet ik niet"] * 3, "54", *["weet ik niet"] * 3)
    assert "Wat nog openstaat:" in gezegd
    assert "- tot en met 30 november: 54 terug, je saldo wordt 140" in gezegd
    assert "of je generatiestudent bent en op tijd iets nieuws begint" in gezegd


def test_without_points_all_or_nothing_is_said_in_words(student: Student) -> None:
    """And points that follow give the figure."""
    gezegd = student.zegt("krijg ik leerkrediet terug als ik stop op 29 november?")
    assert "dan krijg je alles terug van vakken zonder examen." in gezegd
    assert "saldo wordt" not in gezegd
    assert "Je saldo wordt 140" in student.zegt("ik nam 60 op")


def test_an_odd_half_says_how_it_is_rounded(student: Student) -> None:
    """25 points, of which half by law."""
    gezegd = student.zegt(
        "ik nam 25 op en verander op 10 december van opleiding, generatiestudent aan KU Leuven", "diplomacontract", "0"
    )
    assert "12 van de 25" in gezegd
    assert "De helft van 25 is geen geheel getal." in gezegd


def test_a_graduaat_as_new_programme_is_said_with_its_doubt(student: Student) -> None:
    """Nothing was found on it."""
    gezegd = student.zegt(
        "ik nam 60 op en stap op 10 december over naar een graduaat, generatiestudent bij EhB", "diplomacontract", "30"
    )
    assert "Of een graduaat telt als andere opleiding, vond ik niet." in gezegd


# -- what was told of the year is not asked again


def test_a_year_course_with_its_own_points_is_a_part_of_the_programme(student: Student) -> None:
    """28 + 26 + 6 taken up; in February UGent gives semester 2 and year courses back: 140 - 60 + 32."""
    student.zegt("ik stop in februari aan de ugent. 28 stp in sem 1, 26 in sem 2 en een jaarvak van 6")
    student.zegt("ja de examens van sem 1 allemaal gedaan")
    gezegd = student.zegt("0")
    assert "32 van de 32 studiepunten zonder examen" in gezegd
    assert "Je saldo wordt 112" in gezegd


@pytest.mark.parametrize(
    ("antwoord", "opgenomen", "semester2"),
    [("30 en 30", 60, 30), ("kheb 54 studiepunten, 27 en 27", 54, 27), ("27+33", 60, 33)],
)
def test_two_numbers_are_the_two_semesters(antwoord: str, opgenomen: int, semester2: int, student: Student) -> None:
    """Where the programme is asked."""
    student.zegt("ik stop op 29 november bij EhB, hoeveel krijg ik terug?")
    gezegd = student.zegt(antwoord)
    assert f"{opgenomen} van de {opgenomen}" in gezegd
    assert f"van 1 december tot en met 15 maart: {semester2} terug" in gezegd


def test_after_the_exams_only_what_comes_after_them_is_without_exam(student: Student) -> None:
    """30 of semester 2, in the month after the exams of January; a day before them makes it 60 again."""
    student.zegt("ik stop volgende week bij EhB. 60 studiepunten, 30 per semester, nog geen examens gehad", "nee")
    assert GESLAAGD in student.zegt("en als ik wacht tot na de examens in januari?")
    gezegd = student.zegt("0")
    assert "Stop je in februari, dan krijg je 30 van de 30 studiepunten zonder examen" in gezegd
    assert "Je saldo wordt 110" in gezegd
    assert "Je deed examen voor al je vakken van semester 1." in gezegd
    assert "Je saldo wordt 140" in student.zegt("en op 30 november?")


@pytest.mark.parametrize("verdeling", ["30 per semester", "30 in semester 1 en 30 in semester 2", "30 in semester 2"])
def test_what_was_taken_up_in_a_semester_was_not_passed(verdeling: str, student: Student) -> None:
    """Without a word on results, exams are asked about."""
    assert EXAMENS in student.zegt(f"ik stop op 10 februari bij EhB, 60 opgenomen, {verdeling}")
    assert "Je saldo wordt 110" in student.zegt("nee", "nee")


@pytest.mark.parametrize(
    "punten",
    [
        "30 punten in elk semester, van het eerste semester heb ik 12 geslaagd en de rest gebuisd",
        "30 per semester, 12 geslaagd",
    ],
)
def test_who_tells_all_of_a_change_is_asked_nothing(punten: str, student: Student) -> None:
    """140 - 60 + 12 + 12, and by law half of the 30 of semester 2."""
    gezegd = student.zegt(
        "ik zit in mijn allereerste jaar KU leuven en wil in februari overstappen naar de ugent, kzal mij daar direct "
        f"inschrijven. {punten}"
    )
    assert "Wat de wet minstens geeft: 15 terug, je saldo wordt 119" in gezegd
    assert "Je slaagde voor 12: die komen ook terug, en tellen dubbel." in gezegd
    assert "De punten van je nieuwe opleiding gaan daar nog af." in gezegd
    assert "- Ik reken met een diplomacontract." in gezegd
    assert "?" not in gezegd.partition("Zo kom ik daaraan")[0]


def test_a_parent_tells_of_a_child_that_has_stopped(student: Student) -> None:
    """Last February, 30 per semester and 12 passed: 140 - 60 + 12 + 12 + 30."""
    gezegd = student.zegt(
        "Onze zoon is gestopt in februari, hij had 60 punten ingeschreven, eerste semester 30 punten waarvan 12 "
        "gehaald. Wat blijft er over?"
    )
    if SCHOOL in gezegd:
        gezegd = student.zegt("EhB")
    if NIEUW in gezegd:
        gezegd = student.zegt("nee")
    assert "Je saldo wordt 134" in gezegd
    assert "Stopte je op 10 februari 2026" in student.zegt("10 februari")


def test_what_is_told_beside_the_question_is_noted(student: Student) -> None:
    """Then the question stands."""
    student.zegt("ik stop op 10 december bij EhB, 60 opgenomen")
    gezegd = student.zegt("en als ik direct naar een andere opleiding ga")
    assert "Genoteerd: je begint meteen aan een andere opleiding." in gezegd
    assert SEMESTER2 in gezegd


def test_the_second_time_without_an_answer_somebody_who_can_help_is_named(student: Student, gesprek: Any) -> None:
    """With a way out, as buttons; one of them ends it."""
    student.zegt("ik stop op 10 december bij EhB, 60 opgenomen")
    assert "trajectbegeleider" not in student.zegt("blauw")
    gezegd = student.zegt("groen")
    assert "Je trajectbegeleider kan dit samen met jou bekijken." in gezegd
    assert SEMESTER2 in gezegd
    titels = [knop["title"] for knop in gesprek.gezegd[-1]["buttons"]]
    assert ["Weet ik niet", "Trajectbegeleider", "Stop met rekenen"] == titels
    assert "we stoppen hiermee" in student.zegt(keuze("ophouden"))
    assert student.slots["fase"] is None


def test_the_list_of_dates_follows_the_school_and_doubts_15_march_once(student: Student) -> None:
    """EhB counts the day itself."""
    gezegd = student.zegt("ik stop morgen, 30 per semester")
    assert "- van 1 december tot en met 15 maart: 30 terug" in gezegd
    assert "op 15 maart:" not in gezegd
    assert 1 == gezegd.count("15 maart zelf")


def test_what_was_said_of_a_case_is_not_said_again(student: Student) -> None:
    """Another day gives its figure, what changed and the next date."""
    eerst = student.zegt("ik stop op 29 november bij EhB, 30 per semester, ik begin niets nieuws")
    assert "Wat je best doet:" in eerst
    gezegd = student.zegt("en op 10 december?")
    assert "Je saldo wordt 110 studiepunten." in gezegd
    assert "Dat is 30 minder dan daarnet." in gezegd
    assert "+30 → 110: Je stopt op 10 december 2026." in gezegd
    assert "Wat je best doet:" not in gezegd
    assert "Start: 140" not in gezegd
    assert "Burgerprofiel" not in gezegd


def test_a_day_that_goes_on_about_stopping_is_no_day_of_a_new_enrolment(student: Student) -> None:
    """Though the question about it is open."""
    student.zegt("ik stop op 1 februari bij EhB, 30 per semester", "nee")
    gezegd = student.zegt("en op 20 maart?")
    assert "Stop je op 20 maart, dan krijg je niets van de 60" in gezegd


def test_how_many_can_be_taken_up_starts_from_what_stopping_leaves(student: Student, gesprek: Any) -> None:
    """110 after stopping in December."""
    student.zegt("ik stop op 10 december bij EhB, 30 per semester, ik begin niets nieuws")
    tekst = "kan ik volgend jaar 60 opnemen?"
    gelezen = als_entiteiten(lees(tekst, vandaag=VANDAAG))
    gezegd = gesprek.doe(HoeveelOpnemen(lambda: VANDAAG), tekst, "hoeveel_opnemen", gelezen)
    assert any("je saldo van 110 volstaat voor 60 studiepunten" in zin for zin in gezegd)


@pytest.mark.parametrize("school", ["ugent", "ik zit aan de ugent"])
def test_the_school_that_follows_on_dropping_courses_is_about_those(school: str, student: Student) -> None:
    """And then stopping altogether is another case, at that school."""
    student.zegt("ik wil een vak laten vallen")
    gezegd = student.zegt(school)
    assert "Tot wanneer dat bij Universiteit Gent kan, weet ik niet." in gezegd
    assert "trajectbegeleider" in gezegd
    assert "Universiteit Gent" in student.zegt("ik stop op 29 november en nam 60 op")


# -- which day matters


@pytest.mark.parametrize(
    ("bericht", "vandaag", "zin"),
    [
        (
            "ik nam 60 op en stop op 29 november",
            VANDAAG,
            "De volgende datum is 30 november. Daarna krijg je enkel vakken van semester 2 terug.",
        ),
        (
            "ik nam 60 op en stop op 29 november",
            date(2026, 11, 30),
            "29 november is al voorbij. Ben je nog niet uitgeschreven?",
        ),
    ],
)
def test_the_next_day_that_matters_is_said_first(bericht: str, vandaag: date, zin: str, gesprek: Any) -> None:
    """Or that the day has passed."""
    Student(gesprek, vandaag).zegt(bericht)
    assert zin in gesprek.gezegd[0]["text"]


@pytest.mark.parametrize(
    ("vandaag", "zin"),
    [
        (VANDAAG, "Stop je ten laatste op 30 november, dan krijg je 60 terug."),
        (date(2027, 1, 10), "1 december is al voorbij: daarvoor kreeg je 60 terug."),
        (date(2027, 1, 10), "De volgende datum is 15 maart. Daarna krijg je niets terug."),
    ],
)
def test_what_an_earlier_day_would_give_is_said_as_long_as_it_lies_ahead(vandaag: date, zin: str, gesprek: Any) -> None:
    """After that, that it has passed."""
    student = Student(gesprek, vandaag)
    student.zegt("ik stop op 1 februari bij EhB, 60 opgenomen", "diplomacontract", "nee", "30", "nee")
    assert zin in gesprek.gezegd[0]["text"]


def test_15_march_itself_is_advised_against(student: Student) -> None:
    """Sources differ on it."""
    gezegd = student.zegt("ik stop op 1 februari bij EhB, 60 opgenomen", "diplomacontract", "nee", "30", "nee")
    assert "Wacht niet tot 15 maart zelf" in gezegd


def test_who_has_already_left_is_not_told_to(student: Student) -> None:
    """The day counts as it was."""
    gezegd = student.zegt("ik heb me al uitgeschreven op 3 oktober, ik nam 60 op")
    assert "Stopte je op 3 oktober, dan krijg je 60 van de 60" in gezegd
    assert "Schrijf je officieel uit" not in gezegd


# -- going on from an outcome


def test_another_day_or_fact_after_the_outcome_is_computed_anew(student: Student) -> None:
    """What was told before stays."""
    student.zegt("ik stop op 1 februari bij EhB, 60 opgenomen", "diplomacontract", "nee", "30", "nee")
    assert "Je saldo wordt 140" in student.zegt("en op 30 november?")
    assert "Je saldo wordt 80" in student.zegt("en als ik wacht tot 20 maart?")
    assert "Je saldo wordt 110" in student.zegt("en op 1 december?")
    gezegd = student.zegt("en als ik generatiestudent ben?")
    assert "Begin je als generatiestudent op dezelfde dag iets anders, dan krijg je door de wet 45 terug." in gezegd
    assert "Je saldo wordt 125" in student.zegt("en als ik op 1 december aan iets anders begin?")
    assert "Je saldo wordt 80" not in student.zegt("nee wacht, 36")


def test_and_then_is_the_day_after_the_next_that_matters(student: Student) -> None:
    """From 30 November to 1 December, and from there to 16 March."""
    student.zegt("ik stop op 30 november bij EhB, 60 opgenomen, 30 in semester 2, ik begin niets nieuws")
    assert "Stop je op 1 december, dan krijg je 30 van de 60" in student.zegt("en daarna?")
    student.zegt("en daarna?")
    assert "Stop je op 16 maart, dan krijg je niets van de 60" in student.zegt("nee")


def test_nothing_new_is_no_answer_about_points(student: Student) -> None:
    """ "Niets nieuws" says that no programme follows; the open question stands."""
    student.zegt("ik stop op 1 februari bij EhB, 60 opgenomen", "diplomacontract", "nee")
    assert SEMESTER2 in student.zegt("niets nieuws")
    assert "Je saldo wordt 110" in student.zegt("30")


def test_the_other_day_button_asks_for_the_day_alone(student: Student) -> None:
    """And keeps the rest."""
    student.zegt("ik nam 60 op en stop op 29 november")
    assert DAG in student.zegt(keuze("andere_datum"))
    assert "Je saldo wordt 140" in student.zegt(keuze("vandaag"))


def test_the_creditcontract_button_under_an_outcome_corrects_the_assumption(student: Student) -> None:
    """140 - 60."""
    student.zegt("ik nam 60 op en stop op 29 november")
    assert "Je saldo wordt 80" in student.zegt(keuze("creditcontract"))


def test_the_start_button_after_an_outcome_begins_anew_but_knows_the_person(student: Student) -> None:
    """School and contract hold; day and points do not."""
    student.zegt("ik stop op 1 februari bij EhB, 60 opgenomen", "diplomacontract", "nee", "30", "nee")
    assert DAG in student.zegt("/gids_stoppen")
    assert PUNTEN_VRAAG in student.zegt("29 november")


# -- on the career of a calculation


def test_after_a_result_a_new_year_goes_on_from_it(student: Student) -> None:
    """170 - 54 + 24."""
    student.slots.update(NA_RESULTAAT)
    assert "Gaat het om een nieuw jaar, na dat resultaat?" in student.zegt("en als ik stop op 1 februari?")
    assert SCHOOL in student.zegt("ja")
    gezegd = student.zegt("EhB", "54", "nee", "24")
    assert "Je saldo wordt 140" in gezegd
    assert "Wat je eerder vertelde" in gezegd
    assert "resultaat" == student.slots["fase"]
    assert NA_RESULTAAT["loopbaan"] == student.slots["loopbaan"]


def test_after_a_result_it_may_be_that_very_year(student: Student) -> None:
    """60 taken up, 45 passed, 15 without exam: 170 + 15."""
    student.slots.update(NA_RESULTAAT)
    student.zegt("en als ik stop op 1 februari?", "nee", "EhB")
    gezegd = student.zegt("15 in semester 2", "nee")
    assert "Je saldo wordt 185" in gezegd


def test_in_a_later_year_nobody_is_generatiestudent(student: Student) -> None:
    """It is not asked, and refused when it is said."""
    student.slots.update(NA_RESULTAAT)
    student.zegt("en als ik stop op 1 februari bij EhB?", "ja", "54", "nee", "24")
    gezegd = student.zegt("en als ik generatiestudent ben?")
    assert "Generatiestudent ben je alleen in je eerste jaar" in gezegd


def test_points_of_a_new_year_in_the_message_leave_the_result_alone(student: Student) -> None:
    """170 - 40 + 40."""
    student.slots.update(NA_RESULTAAT)
    assert "Je saldo wordt 170" in student.zegt("volgend jaar neem ik 40 op en ik stop op 29 november")


def test_in_the_middle_of_a_calculation_the_open_year_is_the_one_that_stops(student: Student) -> None:
    """And the calculation no longer waits for its result."""
    student.slots.update(
        fase="berekening", vraag=["verworven", 0], loopbaan={"jaren": [{"stukken": [["opgenomen", "", 60, None]]}]}
    )
    assert "Je saldo wordt 140" in student.zegt("ik stop op 29 november")
    assert student.slots["vraag"] is None
    assert "resultaat" == student.slots["fase"]


def test_several_years_in_one_message_make_a_career(student: Student) -> None:
    """140 - 60 + 45 + 45, and 60 taken up and given back."""
    gezegd = student.zegt("1e jaar 60 opgenomen 45 geslaagd, 2e jaar 60 opgenomen en ik stop op 29 november")
    assert "60 van de 60" in gezegd
    assert "Je saldo wordt 170" in gezegd


# -- what cannot be


@pytest.mark.parametrize(
    ("bericht", "zin"),
    [
        ("ik stop op 31 november", '"31 november" bestaat niet. Typ een dag zoals "30 november".'),
        ("ik stop op 1 januari 2031", "Ik reken hoogstens tot het einde van 2027-2028."),
        ("ik stop op 5 mei 1999", "Leerkrediet bestaat pas sinds 2008-2009."),
        ("in 2025-2026 nam ik 60 op en ik stop op 1 februari", "1 februari 2027 valt niet in 2025-2026."),
        ("ik nam 400 op en stop op 29 november", "400 is te veel. Hier kan hoogstens 120."),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence_and_asked(bericht: str, zin: str, student: Student) -> None:
    """No outcome comes of it."""
    gezegd = student.zegt(bericht)
    assert zin in gezegd
    assert "saldo wordt" not in gezegd


def test_a_refusal_keeps_what_was_given(student: Student) -> None:
    """60 was good, the day was not; and more without exam than taken up is not taken."""
    student.zegt("ik stop op 31 november bij EhB en nam 60 op")
    assert "Je saldo wordt 140" in student.zegt("30 november")
    student.zegt("en op 1 december?")
    gezegd = student.zegt("40 in semester 1 en 40 in semester 2")
    assert "Dat zijn er samen 80. Er zijn maar 60 studiepunten zonder resultaat." in gezegd
    assert "Je saldo wordt 110" in student.zegt("30 in semester 2", "nee")


def test_more_passed_than_taken_up_is_refused(student: Student) -> None:
    """And asked again."""
    student.zegt("ik stop op 1 maart bij EhB, 60 opgenomen", "diplomacontract", "ja")
    gezegd = student.zegt("70")
    assert "70 geslaagd kan niet: je nam er 60 op." in gezegd
    assert GESLAAGD in gezegd


def test_a_refused_remark_on_an_outcome_leaves_it_as_it_stands(student: Student) -> None:
    """Only the refusal is said."""
    student.zegt("ik nam 60 op en stop op 29 november")
    assert '"31 november" bestaat niet. Typ een dag zoals "30 november".' == student.zegt("en op 31 november?")


# -- courses, the widget, and what anyone may type into a slot


def test_dropping_courses_is_no_stopping(student: Student) -> None:
    """The own school's dates are known; another's are not."""
    gezegd = student.zegt("ik laat 2 vakken vallen")
    assert "Vakken laten vallen is iets anders dan stoppen" in gezegd
    assert "voor 1 december" in gezegd
    gezegd = student.zegt("ik laat 2 vakken vallen aan de UGent")
    assert "Tot wanneer dat bij Universiteit Gent kan, weet ik niet." in gezegd
    assert "OER" in gezegd
    assert student.slots["fase"] is None


def test_the_widget_gets_the_ledger_as_a_table(gesprek: Any) -> None:
    """And not as text too."""
    Student(gesprek, kanaal="widget").zegt("ik nam 60 op en stop op 29 november")
    _, uitleg, slot = gesprek.gezegd
    tabel = uitleg["custom"]["tabel"]
    assert ["Start", "", "140"] == tabel["rijen"][0]
    assert ["+60", "140"] == tabel["rijen"][-1][1:]
    assert "Zo kom ik daaraan" not in slot["text"]
    assert slot["buttons"]


@pytest.mark.parametrize(
    "dossier",
    [
        {
            "datum": "gisteren",
            "opgenomen": "60",
            "instelling": "Hogwarts",
            "semesters": {"semester9": 3, "semester1": -4},
        },
        {"datum": 5, "contract": ["creditcontract"], "basis": {"jaren": "veel"}, "af": "ja"},
        {"opgenomen": 0},
        {"opgenomen": 30, "verworven": 40},
        {"opgenomen": 30, "semesters": {"semester1": 31}},
        {"datum": "0001-01-01", "opgenomen": 60, "nieuw_datum": "9999-12-31", "nieuw": True, "generatiestudent": True},
        {"van": {"jaren": [1]}, "academiejaar": "2026", "laatst": "alles"},
    ],
)
@pytest.mark.parametrize("bericht", ["60", "1 februari", "ja", "weet ik niet", keuze("EhB"), keuze("onzin")])
def test_a_slot_that_somebody_typed_does_no_harm(dossier: dict[str, Any], bericht: str, student: Student) -> None:
    """Something is said, and it is no apology."""
    student.slots.update(fase="stoppen", dossier=dossier)
    gezegd = student.zegt(bericht)
    assert gezegd
    assert "utter_fout" not in gezegd


def test_a_dossier_that_can_be_is_kept_as_it_is(student: Student) -> None:
    """Every field of it."""
    student.slots.update(NA_RESULTAAT)
    student.zegt("en als ik stop op 1 februari bij EhB?", "ja", "54", "nee", "24")
    dossier = student.slots["dossier"]
    assert dossier == keur_dossier(dossier)
    assert dossier == json.loads(json.dumps(dossier))


# -- the case itself


@pytest.mark.parametrize(
    "dossier",
    [
        {"datum": "2027-02-01", "opgenomen": 60, "instelling": "EhB"},
        {"datum": None, "opgenomen": 47, "instelling": None},
        {"datum": "2027-03", "opgenomen": 33, "instelling": "UGent", "nieuw": True, "generatiestudent": True},
        {"datum": "2026-12-10", "opgenomen": 60, "instelling": "KULeuven", "nieuw": True, "nieuw_datum": "2027-03"},
        {"datum": "2027-02", "opgenomen": 60, "examens": True, "verworven": 12, "instelling": "Odisee"},
    ],
)
def test_every_open_case_is_settled_by_the_calculation_itself(dossier: dict[str, Any]) -> None:
    """Each option's figures are those that the command line gives for its input, and the lines hold them all."""
    zaak = Stopzaak(dossier, VANDAAG, "EhB")
    opties = {
        "dag": zaak.dagen,
        "school": zaak.scholen,
        "verdeling": zaak.verdelingen,
        "wet": zaak.wetten,
        "bonus": zaak.bonussen,
    }
    regels = zaak.regels()
    for plaatsen, uitslag in zaak.uitslagen.items():
        stuk, school, verdeling, wet, bonus = (opties[punt][plaats].waarde for punt, plaats in zip(PUNTEN, plaatsen))
        invoer = zaak.invoer(stuk.dag, school, verdeling, wet, bonus)
        assert bereken(lees_loopbaan(invoer)).saldo == uitslag.saldo
        assert any(r.saldo[0] <= uitslag.saldo <= r.saldo[1] for r in regels)


def test_years_that_do_not_follow_each_other_lose_their_names() -> None:
    """They would only make the calculation refuse what the student told."""
    jaren = {
        "jaren": [{"stukken": [["opgenomen", "", 60, None], ["verworven", "", 30, None]], "academiejaar": "2027-2028"}]
    }
    assert Loopbaan.uit_dict(jaren).jaren
    zaak = Stopzaak({"datum": "2026-11-29", "opgenomen": 60, "basis": jaren}, VANDAAG, "EhB")
    assert zaak.eenduidig is not None
    assert 140 == zaak.eenduidig.saldo
