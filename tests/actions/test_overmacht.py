"""The guided conversation on overmacht: what it asks, what it reads, how it ends, and that it keeps no reason."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from actions.hervatten import Hervatten
from actions.overmacht import OvermachtNagaan
from leerkrediet_core import instellingen
from leerkrediet_core.verzoekschrift import lees_verzoek
from nlu.grammatica import lees
from nlu.grammatica import naar_entiteit
from nlu.grammatica.antwoord import lees_antwoord
from nlu.grammatica.overmacht import lees_overmacht


VANDAAG = date(2026, 11, 23)
KANS, ALLE, JAAR = "minstens één examenkans van het vak?", "álle examenkansen", "Over welk academiejaar"
ZIT, SCHOOL, BEWIJS = "tweede zittijd van dat academiejaar al voorbij?", "een ander examenmoment?", "duidelijk dekt?"
KAN = "Je kan het leerkrediet van dat vak terugvragen bij de Raad."
NEE = "Je legde alle examenkansen van het vak af."


def entiteiten(tekst: str, vandaag: date) -> list[dict[str, Any]]:
    """What the reader hands over for a text, or a button for its payload."""
    if tekst.startswith("/"):
        _, accolade, rest = tekst.partition("{")
        return [{"entity": naam, "value": waarde} for naam, waarde in json.loads(accolade + rest or "{}").items()]
    lezing = lees(tekst, vandaag=vandaag)
    gelezen = {"overmacht": lees_overmacht(tekst, vandaag=vandaag), "antwoord": lees_antwoord(tekst)}
    gelezen["instelling"] = lezing.instelling
    return [
        *(naar_entiteit(feit) for feit in lezing.feiten),
        *({"entity": naam, "value": waarde} for naam, waarde in gelezen.items() if waarde),
        *({"entity": "signaal", "value": signaal} for signaal in sorted(lezing.signalen)),
    ]


class Student:
    """Says one thing after another to the guide."""

    def __init__(self, gesprek: Any, vandaag: date = VANDAAG, kanaal: str = "rest") -> None:
        self.gesprek, self.vandaag, self.kanaal = gesprek, vandaag, kanaal

    def zegt(self, *teksten: str) -> str:
        """All that is said to the last of them."""
        for tekst in teksten:
            intent = tekst[1:].partition("{")[0] if tekst.startswith("/") else "overmacht_voorwaarden"
            verloop = [{"event": "user", "input_channel": self.kanaal}]
            actie = OvermachtNagaan(lambda: self.vandaag)
            gezegd = self.gesprek.doe(actie, tekst, intent, entiteiten(tekst, self.vandaag), verloop)
        return "\n".join(gezegd)

    @property
    def dossier(self) -> Any:
        """What is kept."""
        return self.gesprek.slots["dossier"]


@pytest.fixture
def student(gesprek: Any) -> Student:
    """A student on the REST channel in November."""
    return Student(gesprek)


def test_the_button_starts_with_what_it_is_for_and_the_first_question(student: Student) -> None:
    """It asks nothing about what happened, and says so."""
    tekst = student.zegt("/gids_overmacht")
    assert KANS in tekst
    assert "Vertel niet wat er gebeurde" in tekst
    assert "per vak" in tekst
    assert ["/bevestigen", "/ontkennen", '/gids_overmacht{"keuze":"weet_niet"}'] == student.gesprek.ladingen


def test_the_questions_come_in_the_order_that_decides_most(student: Student) -> None:
    """From the first to the outcome, for a year that is past."""
    assert KANS in student.zegt("/gids_overmacht")
    assert ALLE in student.zegt("/bevestigen")
    assert JAAR in student.zegt("/ontkennen")
    assert SCHOOL in student.zegt("2023-2024")
    assert BEWIJS in student.zegt("/bevestigen")
    tekst = student.zegt("/bevestigen")
    assert KAN in tekst
    assert "Bron: Codex Hoger Onderwijs" in tekst
    assert student.gesprek.slots["fase"] is None
    assert len(student.gesprek.gezegd) <= 3


@pytest.mark.parametrize(
    ("bericht", "vraag"),
    [
        ("ik miste mijn examen", ALLE),
        ("1e zit niet door overmacht, 2e zit wel", JAAR),
        ("ik heb juni 2025 gemist en in augustus wel meegedaan", SCHOOL),
        ("ik heb juni 2025 gemist en in augustus wel meegedaan, school zei neen", BEWIJS),
        ("ik heb juni 2025 gemist en in augustus wel meegedaan, nooit gevraagd, attest van die dag", KAN),
        ("alle 2 meegedaan", NEE),
        ("juni gemist en de tweede zit moet nog komen", SCHOOL),
    ],
)
def test_what_was_said_is_not_asked_again(student: Student, bericht: str, vraag: str) -> None:
    """The first thing asked is the first that is open."""
    tekst = student.zegt(bericht)
    assert vraag in tekst
    assert [] == [andere for andere in {KANS, ALLE, JAAR, SCHOOL, BEWIJS} - {vraag} if andere in tekst]


@pytest.mark.parametrize(
    ("vandaag", "jaar", "vraag"),
    [
        (date(2026, 11, 23), "2026-2027", SCHOOL),
        (date(2027, 8, 20), "2026-2027", ZIT),
        (date(2026, 9, 10), "2025-2026", ZIT),
        (date(2026, 10, 1), "2025-2026", SCHOOL),
        (date(2027, 8, 20), "2024-2025", SCHOOL),
    ],
)
def test_the_second_session_is_only_asked_about_while_it_may_be_on(
    gesprek: Any, vandaag: date, jaar: str, vraag: str
) -> None:
    """Otherwise it follows from the year."""
    assert vraag in Student(gesprek, vandaag).zegt("/gids_overmacht", "ja", "nee", jaar)


def test_in_the_running_year_the_school_comes_first_and_proof_is_not_asked(student: Student) -> None:
    """And what has been asked already is waited for."""
    tekst = student.zegt("/gids_overmacht", "ja", "nee", "dit jaar", "nee")
    assert "Vraag eerst aan je school een ander examenmoment" in tekst
    assert "augustus of september" in tekst
    assert "nu nog te vroeg" in Student(student.gesprek).zegt(
        "/gids_overmacht", "ja", "nee", "dit jaar", "school zei neen"
    )


def test_who_sat_every_chance_hears_an_honest_no_at_once(student: Student) -> None:
    """With what else there is, and no draft."""
    tekst = student.zegt("/gids_overmacht", "ja", "ja")
    assert NEE in tekst
    assert "trajectbegeleider" in tekst
    assert "7 kalenderdagen" in tekst
    assert ["/trajectbegeleider_contact", "/buiten_bereik_beroep", "/heropbouw"] == student.gesprek.ladingen
    assert "geen zin" in student.zegt("maak een brief")
    assert ["/gids_overmacht", "/trajectbegeleider_contact"] == student.gesprek.ladingen


@pytest.mark.parametrize("school", instellingen())
def test_only_students_of_ehb_hear_of_its_commissie(student: Student, school: str) -> None:
    """The school is read from any message."""
    student.gesprek.slots |= {"fase": "overmacht", "dossier": {"instelling": school}}
    assert (school == "EhB") == ("Commissie Leerkrediet" in student.zegt("alle 2 meegedaan"))


def test_not_knowing_is_an_answer_to_every_question(student: Student) -> None:
    """It ends in what applies under conditions."""
    student.zegt("/gids_overmacht", "weet ik niet", "geen idee")
    assert ZIT in student.zegt('/gids_overmacht{"keuze":"weet_niet"}')
    tekst = student.zegt("weet ik niet", "weet ik niet", "weet ik niet")
    assert "Dit geldt alleen als" in tekst
    assert "Legde je toch alle kansen af?" in tekst


@pytest.mark.parametrize("vraag", range(6))
def test_every_question_says_why_it_is_asked_and_is_asked_again(student: Student, vraag: int) -> None:
    """Without an answer being taken from it."""
    antwoorden = ("ja", "nee", "weet ik niet", "ja", "ja", "ja")
    student.zegt("/gids_overmacht", *antwoorden[:vraag])
    voor = dict(student.dossier)
    gevraagd = student.gesprek.gezegd[-1]["text"]
    waarom, nog_eens = student.zegt("waarom vraag je dat?").split("\n")[-2:]
    assert waarom
    assert gevraagd == nog_eens
    assert voor == student.dossier


@pytest.mark.parametrize("tekst", ["ja en nee", "blauw", "misschien", "ja maar wat is overmacht?"])
def test_what_is_no_answer_changes_nothing(student: Student, tekst: str) -> None:
    """The question is asked again with what would be an answer."""
    student.zegt("/gids_overmacht")
    assert 'Typ "ja", "nee" of "weet ik niet"' in student.zegt(tekst)
    assert {} == student.dossier


def test_two_things_in_one_message_are_both_taken(student: Student) -> None:
    """An answer, and a fact that is asked for later."""
    student.zegt("/gids_overmacht", "ja, in juni 2025", "nee en de school zei neen")
    assert {
        "kans_gemist": True,
        "alle_kansen_afgelegd": False,
        "academiejaren": ["2024-2025"],
        "aangepast_examen_gevraagd": True,
        "antwoord_school": "geweigerd",
    } == student.dossier


def test_a_correction_changes_what_was_answered_and_answers_nothing_else(student: Student) -> None:
    """The "nee" in it is not for the question that is open."""
    student.zegt("ik heb juni 2025 gemist en in augustus wel meegedaan", "nooit gevraagd")
    assert student.dossier["aangepast_examen_gevraagd"] is False
    assert BEWIJS in student.zegt("nee wacht, ik heb het toch gevraagd")
    assert student.dossier["aangepast_examen_gevraagd"] is True
    assert BEWIJS in student.zegt("nee, de school zei neen")
    assert "geweigerd" == student.dossier["antwoord_school"]
    assert BEWIJS in student.zegt("sorry, ik heb het nooit gevraagd")
    assert student.dossier["antwoord_school"] is None


def test_a_correction_after_the_outcome_goes_on_from_there(student: Student) -> None:
    """Without the introduction; the button starts anew."""
    student.zegt("alle 2 meegedaan")
    tekst = student.zegt("nee wacht, de tweede zit heb ik gemist")
    assert JAAR in tekst
    assert "Vertel niet wat er gebeurde" not in tekst
    assert KANS in Student(student.gesprek).zegt("stop ermee", "/gids_overmacht")


def test_proof_of_which_it_is_not_said_what_it_covers_is_asked_on(student: Student) -> None:
    """The question is then about the proof that there is."""
    student.zegt("ik heb juni 2025 gemist en in augustus wel meegedaan", "nooit gevraagd")
    assert "binnen de periode op je bewijs?" in student.zegt("kheb een doktersbriefje")
    assert KAN in student.zegt("ja")


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        ("2024", "2024 ligt in twee academiejaren"),
        ("1999-2000", "Leerkrediet bestaat sinds 2008-2009, en nu loopt 2026-2027"),
        ("2031-2032", "2031-2032 kan niet"),
        ("2040", "2040-2041 kan niet"),
        ("blauw", "Dat kan ik niet als academiejaar lezen"),
    ],
)
def test_a_year_that_cannot_be_is_explained(student: Student, tekst: str, zin: str) -> None:
    """And nothing is kept of it."""
    student.zegt("/gids_overmacht", "ja", "nee")
    assert zin in student.zegt(tekst)
    assert "academiejaren" not in student.dossier


def test_a_calendar_year_is_chosen_with_a_button(student: Student) -> None:
    """Only between the two that are possible; at the edge there is one."""
    student.zegt("/gids_overmacht", "ja", "nee", "2024")
    assert ['/gids_overmacht{"keuze":"2023-2024"}', '/gids_overmacht{"keuze":"2024-2025"}'] == student.gesprek.ladingen
    student.zegt('/gids_overmacht{"keuze":"2023-2024"}')
    assert ["2023-2024"] == student.dossier["academiejaren"]
    student.zegt("stop ermee", "/gids_overmacht", "ja", "nee", "2027")
    assert ['/gids_overmacht{"keuze":"2026-2027"}'] == student.gesprek.ladingen


def test_how_much_comes_back_is_said_when_it_is_asked(student: Student) -> None:
    """Exactly the points of the course; then the question again."""
    student.zegt("/gids_overmacht")
    tekst = student.zegt("hoeveel krijg ik terug voor een vak van 6 sp?")
    assert "precies de 6 studiepunten van dat vak" in tekst
    assert "niet dubbel" in tekst
    assert KANS in tekst


def test_stopping_forgets_everything(student: Student) -> None:
    """And goes back to the calculation, where there was one."""
    student.gesprek.slots |= {"vraag": ["verworven", 0]}
    student.zegt("/gids_overmacht", "ja", "stop ermee")
    assert (None, "berekening") == (student.dossier, student.gesprek.slots["fase"])


def test_after_a_question_in_between_the_open_question_comes_back(student: Student) -> None:
    """From the slots alone."""
    student.zegt("/gids_overmacht", "ja")
    terug, vraag = student.gesprek.doe(Hervatten(), intent="tolerantie")
    assert "Terug naar waar we waren." == terug
    assert ALLE in vraag


def test_the_button_that_starts_it_does_not_start_it_twice(student: Student) -> None:
    """Pressed in the middle it repeats the question."""
    student.zegt("/gids_overmacht", "ja")
    tekst = student.zegt("/gids_overmacht")
    assert ALLE in tekst
    assert "Dat kan ik niet als antwoord lezen" not in tekst
    assert {"kans_gemist": True} == student.dossier


# -- the draft


TOT_KAN = (
    "ik heb juni 2025 gemist en in augustus wel meegedaan aan de UGent, 2 vakken",
    "school zei neen",
    "attest van die dag",
)
ONTWERP = '/gids_overmacht{"keuze":"ontwerp"}'


@pytest.mark.parametrize("vraag", [ONTWERP, "maak een brief", "kan je het verzoekschrift maken", "modelbrief"])
def test_the_draft_is_filled_with_what_was_told(student: Student, vraag: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The address holds nothing else, and can be read back."""
    monkeypatch.delenv("PUBLIEK_ADRES", raising=False)
    monkeypatch.setenv("PORT", "5123")
    student.zegt(*TOT_KAN)
    assert ONTWERP in student.gesprek.ladingen
    tekst = student.zegt(vraag)
    adres = next(woord for woord in tekst.split() if woord.startswith("http://"))
    assert (
        "http://127.0.0.1:5123/verzoekschrift.docx?jaar=2024-2025&school=UGent&gevraagd=ja&bewijs=ja&vakken=2" == adres
    )
    velden = dict(deel.split("=") for deel in adres.partition("?")[2].split("&"))
    assert "UGent" == lees_verzoek(velden).instelling
    assert "geen juridisch advies" in tekst
    assert student.dossier is not None


def test_on_the_page_the_draft_is_a_document_of_its_own(gesprek: Any) -> None:
    """The text then holds no address."""
    student = Student(gesprek, kanaal="widget")
    student.zegt(*TOT_KAN)
    assert "verzoekschrift.docx" not in student.zegt(ONTWERP)
    assert {
        "adres": "/verzoekschrift.docx?jaar=2024-2025&school=UGent&gevraagd=ja&bewijs=ja&vakken=2",
        "titel": "Ontwerp verzoekschrift (Word)",
    } == gesprek.gezegd[0]["custom"]["document"]


def test_where_no_address_can_be_opened_the_parts_are_said(gesprek: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """For instance on a phone; with a public address there is a document after all."""
    monkeypatch.delenv("PUBLIEK_ADRES", raising=False)
    student = Student(gesprek, kanaal="telegram")
    student.zegt(*TOT_KAN)
    tekst = student.zegt(ONTWERP)
    assert "- je naam, adres, e-mailadres en rijksregisternummer" in tekst
    assert "kopie van de weigering" in tekst
    assert "http://127" not in tekst
    monkeypatch.setenv("PUBLIEK_ADRES", "https://chat.school.be/")
    assert "https://chat.school.be/verzoekschrift.docx?jaar=2024-2025" in student.zegt(ONTWERP)


def test_a_draft_without_a_conversation_is_empty_and_offers_the_guide(student: Student) -> None:
    """What the message itself tells is filled in."""
    tekst = student.zegt("maak een modelbrief voor 2022-2023")
    assert "/verzoekschrift.docx?jaar=2022-2023" in tekst
    assert "/gids_overmacht" in student.gesprek.ladingen


def test_a_draft_in_the_middle_goes_on_with_the_question(student: Student) -> None:
    """And answers none."""
    student.zegt("/gids_overmacht", "ja")
    tekst = student.zegt("maak een brief")
    assert "/verzoekschrift.docx" in tekst
    assert ALLE in tekst
    assert {"kans_gemist": True} == student.dossier


def test_who_must_wait_gets_a_draft_that_is_not_to_be_sent_yet(student: Student) -> None:
    """As a preparation."""
    student.zegt("juni gemist en de tweede zit moet nog komen", "nooit gevraagd")
    assert ONTWERP in student.gesprek.ladingen
    assert "Stuur het nog niet op" in student.zegt(ONTWERP)


def test_the_dossier_of_another_guide_is_left_alone(student: Student) -> None:
    """A draft asked for in the middle of it changes nothing."""
    student.gesprek.slots |= {"fase": "stoppen", "dossier": {"datum": "2026-12-01"}}
    assert "/verzoekschrift.docx" in student.zegt("maak een brief")
    assert ("stoppen", {"datum": "2026-12-01"}) == (student.gesprek.slots["fase"], student.dossier)


# -- what is kept


REDENEN = (
    "kanker",
    "depressie",
    "een miskraam",
    "mijn vader is overleden",
    "burn-out",
    "zelfmoordpoging",
    "klierkoorts",
)


@pytest.mark.parametrize("reden", REDENEN)
def test_no_word_of_the_reason_ends_up_in_a_slot_or_comes_back(student: Student, reden: str) -> None:
    """Whatever is told, at the start and as an answer."""
    gezegd = [
        student.zegt(
            f"door {reden} heb ik mijn examen in juni 2025 gemist en in augustus wel meegedaan, attest van de dokter"
        ),
        student.zegt(f"nee want {reden}, nooit gevraagd"),
        student.zegt(f"ja, ik had {reden}"),
        student.zegt("maak een brief"),
    ]
    bewaard = json.dumps(student.gesprek.slots).lower()
    for woord in (*reden.split(), "dokter"):
        if len(woord) > 3:
            assert woord not in bewaard
            assert not any(woord in tekst.lower() for tekst in gezegd)


TOEGESTAAN = {
    "kans_gemist", "alle_kansen_afgelegd", "tweede_zit_voorbij", "aangepast_examen_gevraagd", "bewijs_dekt_datum", "heeft_bewijs",
    "antwoord_school", "academiejaren", "instelling", "studiepunten", "vakken",
}  # fmt: skip


def test_the_dossier_holds_only_what_it_may(student: Student) -> None:
    """Whatever was put in the slot: it may have been typed by anyone."""
    goed = {"kans_gemist": True, "academiejaren": ["2023-2024"], "instelling": "UGent", "studiepunten": 6, "vakken": 2}
    fout = {
        "reden": "ziek", "kans": "ja", "bewijs_dekt_datum": "ja", "alle_kansen_afgelegd": 1, "antwoord_school": "kanker",
        "tweede_zit_voorbij": [], "heeft_bewijs": {}, "aangepast_examen_gevraagd": 0.5,
    }  # fmt: skip
    gekeurd = OvermachtNagaan(lambda: VANDAAG).keur({**goed, **fout})
    assert goed == gekeurd
    assert set(gekeurd) <= TOEGESTAAN


@pytest.mark.parametrize(
    "waarde",
    [
        {"academiejaren": "2023-2024"}, {"academiejaren": [2023]}, {"academiejaren": []}, {"academiejaren": ["2023-2025"]},
        {"academiejaren": ["2030-2031"]}, {"academiejaren": ["1990-1991"]}, {"academiejaren": ["2023-2024"] * 7},
        {"instelling": "Hogwarts"}, {"instelling": []}, {"studiepunten": 0}, {"studiepunten": True}, {"studiepunten": 999},
        {"vakken": 21}, {"vakken": "2"}, {"antwoord_school": []}, {"antwoord_school": True},
    ],
    ids=repr,
)  # fmt: skip
def test_a_value_that_cannot_be_is_dropped(waarde: dict[str, Any]) -> None:
    """Without an error."""
    assert {} == OvermachtNagaan(lambda: VANDAAG).keur(waarde)


@pytest.mark.parametrize("waarde", [None, "x", 3, [], ["kans_gemist"], {"kans_gemist": "x"}], ids=repr)
def test_a_slot_of_another_shape_is_an_empty_dossier(student: Student, waarde: Any) -> None:
    """The first question is asked again."""
    student.gesprek.slots |= {"fase": "overmacht", "dossier": waarde}
    assert KANS in student.zegt("blauw")


@pytest.mark.parametrize("entiteit", [None, "overmacht", {"entity": "overmacht"}, {"entity": "overmacht", "value": "ja"},
                                      {"entity": "overmacht", "value": {"kans_gemist": "ja", "vakken": None}}], ids=repr)  # fmt: skip
def test_an_entity_that_cannot_be_tells_nothing(student: Student, entiteit: Any) -> None:
    """A payload may be typed too."""
    student.zegt("/gids_overmacht")
    student.gesprek.doe(OvermachtNagaan(lambda: VANDAAG), "x", "nlu_fallback", [entiteit])
    assert {} == student.dossier


@pytest.mark.parametrize(
    "tekst",
    ["nee ik heb maar 1 keer meegedaan van de 2", "ik heb maar 1 keer meegedaan", "nee, ik heb er maar een gedaan"],
)
def test_who_sat_one_of_the_two_did_not_sit_them_all(student: Student, tekst: str) -> None:
    """However it is counted; a false refusal would keep somebody from asking."""
    student.zegt("/gids_overmacht", "/bevestigen")
    assert JAAR in student.zegt(tekst)
    assert student.dossier["alle_kansen_afgelegd"] is False


def test_a_correction_after_the_outcome_opens_the_case_again(student: Student) -> None:
    """What was told otherwise stays."""
    assert NEE in student.zegt("/gids_overmacht", "/bevestigen", "/bevestigen")
    assert JAAR in student.zegt("nee wacht, ik heb er maar een gedaan")


def test_a_year_that_lies_in_two_academic_years_leaves_only_those(student: Student) -> None:
    """What was said is not asked again."""
    student.zegt("in 2021 heb ik door overmacht mijn examens gemist")
    assert JAAR in student.zegt("/ontkennen")
    keuzes = [f'/gids_overmacht{{"keuze":"{jaar}"}}' for jaar in ("2020-2021", "2021-2022")]
    assert keuzes == student.gesprek.ladingen[:2]


def test_thanks_are_no_yes() -> None:
    """But a yes with thanks is one."""
    assert lees_antwoord("oke merci!") is None
    assert "ja" == lees_antwoord("ja merci")
