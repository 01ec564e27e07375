"""What a message tells of a student's own case of overmacht; never the reason."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from nlu.grammatica.overmacht import lees_overmacht
from nlu.grammatica.overmacht import lees_vragen


VANDAAG = date(2026, 11, 23)
GEMIST = {"kans_gemist": True, "alle_kansen_afgelegd": False}
EEN_VAN_TWEE = {**GEMIST, "tweede_zit_voorbij": True}


def lees(tekst: str, vandaag: date = VANDAAG) -> dict[str, Any]:
    """What is read, without what is said of the message itself."""
    gelezen = lees_overmacht(tekst, vandaag=vandaag)
    return {naam: waarde for naam, waarde in gelezen.items() if naam not in ("eigen_geval", "verbetert")}


KANSEN: dict[str, dict[str, Any]] = {
    "kheb in januari mn examen gemist maar in augustus heb ik het wel afgelegd": {**EEN_VAN_TWEE, "academiejaren": ["2025-2026"]},
    "ik was ziek op mijn examen in juni en in augustus wel meegedaan maar gebuisd": {**EEN_VAN_TWEE, "academiejaren": ["2025-2026"]},
    "ik heb geen enkele kans kunnen doen": GEMIST,
    "ik heb in geen van beide zittijden kunnen meedoen": GEMIST,
    "1e zit niet 2e zit wel maar gebuisd": EEN_VAN_TWEE,
    "1e zit niet door overmacht, 2e zit wel": EEN_VAN_TWEE,
    "eerste keer afwezig, tweede keer gezakt": EEN_VAN_TWEE,
    "niet meegedaan in juni maar wel in augustus": {**EEN_VAN_TWEE, "academiejaren": ["2025-2026"]},
    "ik was ziek in eerste zit maar heb tweede zit wel meegedaan en gebuisd": EEN_VAN_TWEE,
    "ik heb juni en augustus gemist": EEN_VAN_TWEE,
    "heb tweede kans ook moeten missen": EEN_VAN_TWEE,
    "wel juni niet augustus meegedaan": EEN_VAN_TWEE,
    "een van mijn twee kansen heb ik gemist": GEMIST,
    "een van de twee zittijden gemist, tweede wel gedaan en mislukt": EEN_VAN_TWEE,
    "2de zit gemist door ongeval maar 1ste zit gebuisd": EEN_VAN_TWEE,
    "alle 2 meegedaan": {"alle_kansen_afgelegd": True},
    "beide examenkansen benut": {"alle_kansen_afgelegd": True},
    "eerste zit gebuisd en tweede zit ook gebuisd": {"alle_kansen_afgelegd": True, "tweede_zit_voorbij": True},
    "alles meegedaan": {"alle_kansen_afgelegd": True},
    "een examen miste ik": {"kans_gemist": True},
    "ik kon niet deelnemen aan mijn examen": {"kans_gemist": True},
    "examen gemist maar kreeg een inhaalexamen in juni": {"kans_gemist": True, "aangepast_examen_gevraagd": True,
        "antwoord_school": "toegekend", "academiejaren": ["2025-2026"]},
    "de tweede zit moet nog komen": {"tweede_zit_voorbij": False},
    "tweede zit is nog bezig": {"tweede_zit_voorbij": False},
    "tweede zit is voorbij": {"tweede_zit_voorbij": True},
}  # fmt: skip
SCHOOL: dict[str, dict[str, Any]] = {
    "school zei neen": {"aangepast_examen_gevraagd": True, "antwoord_school": "geweigerd"},
    "ombuds kon niks doen": {"aangepast_examen_gevraagd": True, "antwoord_school": "geweigerd"},
    "inhaalexamen geweigerd": {"aangepast_examen_gevraagd": True, "antwoord_school": "geweigerd"},
    "ik mocht geen inhaalexamen doen": {"aangepast_examen_gevraagd": True, "antwoord_school": "geweigerd"},
    "school heeft nooit geantwoord": {"aangepast_examen_gevraagd": True, "antwoord_school": "geen_antwoord"},
    "ik heb de ombuds gemaild maar niks gehoord": {"aangepast_examen_gevraagd": True, "antwoord_school": "geen_antwoord"},
    "ze gaven mij een ander moment maar toen lukte het ook niet": {"aangepast_examen_gevraagd": True, "antwoord_school": "toegekend"},
    "ik heb het gevraagd aan de prof": {"aangepast_examen_gevraagd": True},
    "nooit gevraagd": {"aangepast_examen_gevraagd": False},
    "ik wist ni da da kon": {"aangepast_examen_gevraagd": False},
    "ik heb geen ander moment gevraagd": {"aangepast_examen_gevraagd": False},
    "vergeten te vragen": {"aangepast_examen_gevraagd": False},
}  # fmt: skip
BEWIJS: dict[str, dict[str, Any]] = {
    "kheb een doktersbriefje": {"heeft_bewijs": True},
    "attest van de hele maand": {"heeft_bewijs": True, "bewijs_dekt_datum": True},
    "mijn attest dekt de dag van het examen": {"heeft_bewijs": True, "bewijs_dekt_datum": True},
    "mijn attest dekt de dag van het examen niet": {"heeft_bewijs": True, "bewijs_dekt_datum": False},
    "geen bewijs": {"bewijs_dekt_datum": False},
    "ben mijn attest kwijt, ik heb mijn attest verloren": {"bewijs_dekt_datum": False},
    "niks op papier": {"bewijs_dekt_datum": False},
}
AANTALLEN: dict[str, dict[str, Any]] = {
    "het ging om een vak van 6 studiepunten": {"studiepunten": 6},
    "vak van 3 sp": {"studiepunten": 3},
    "2 vakken": {"vakken": 2},
    "drie vakken": {"vakken": 3},
    "hoeveel krijg ik terug voor een vak van 6 sp?": {"studiepunten": 6, "vraagt_punten": True},
    "ik had 8 punten op 20": {},
    "ik nam vorig academiejaar in totaal 60 studiepunten op en slaagde voor 45": {"academiejaren": ["2025-2026"]},
}


@pytest.mark.parametrize(("tekst", "verwacht"), [*KANSEN.items(), *SCHOOL.items(), *BEWIJS.items(), *AANTALLEN.items()])
def test_what_is_told_is_read(tekst: str, verwacht: dict[str, Any]) -> None:
    """In other people's words."""
    assert verwacht == lees(tekst)


@pytest.mark.parametrize(
    ("tekst", "jaren"),
    [
        ("2023-2024", ["2023-2024"]),
        ("in 2023/2024", ["2023-2024"]),
        ("academiejaar 2023 - 24", ["2023-2024"]),
        ("23-24", ["2023-2024"]),
        ("vorig jaar", ["2025-2026"]),
        ("verleden academiejaar", ["2025-2026"]),
        ("dit jaar", ["2026-2027"]),
        ("twee jaar geleden", ["2024-2025"]),
        ("3 jaar terug", ["2023-2024"]),
        ("juni 2025", ["2024-2025"]),
        ("in september 2025", ["2024-2025"]),
        ("oktober 2025", ["2025-2026"]),
        ("januari van 2024", ["2023-2024"]),
        ("in juni", ["2025-2026"]),
        ("2022-2023 en 2023-2024", ["2022-2023", "2023-2024"]),
        ("vorig jaar in juni", None),
        ("2023-2025", None),
        ("12-13", ["2012-2013"]),
        ("99-00", None),
    ],
)
def test_an_academic_year_is_read_however_it_is_said(tekst: str, jaren: list[str] | None) -> None:
    """An exam in September belongs to the year that ends; what leaves two years open is left open."""
    assert jaren == lees(tekst).get("academiejaren")


def test_last_year_in_june_is_clear_once_both_readings_agree() -> None:
    """In spring the last calendar year and the last academic year have the same June."""
    assert ["2025-2026"] == lees("vorig jaar in juni", date(2027, 3, 1))["academiejaren"]
    assert ["2026-2027"] == lees("in januari", date(2027, 3, 1))["academiejaren"]


@pytest.mark.parametrize("tekst", ["2024", "in 2024", "dat was in 2024"])
def test_a_calendar_year_is_no_academic_year(tekst: str) -> None:
    """It lies in two of them."""
    assert {"kalenderjaar": 2024} == lees(tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        "wat telt als overmacht?",
        "moet je de 2 zittijden gemist hebben of is 1 keer genoeg",
        "moet ik eerst een inhaalexamen gevraagd hebben voor ik leerkrediet kan terugvragen",
        "kan ik mijn leerkrediet terugkrijgen als ik ziek was tijdens de examens?",
        "wat gebeurt er als ik niet meedoe aan het examen",
        "welk bewijs heb ik nodig",
        "wie een kans gemist heeft, krijgt die punten terug?",
        "ik ben ziek en kan niet naar mijn examen morgen, wat moet ik doen voor mijn leerkrediet?",
        "hoe dien ik een aanvraag in voor overmacht?",
        "ben ik te laat om mijn leerkrediet terug te vragen van vorig jaar",
        "wat moet er in de brief staan",
        "ik zit in mijn tweede jaar",
        "als ik alletwee de zittijden heb meegedaan kan ik het dan vergeten?",
        "moek beide keren ziek geweest zijn",
        "met zo'n uitleg kan toch geen enkele student iets beginnen",
        "geen enkel vak gehaald",
        "nog geen enkel examen gehad",
        "alleen lessen gemist niet de examens",
        "",
        "?!",
    ],
)
def test_a_general_question_tells_nothing(tekst: str) -> None:
    """So that it gets the general answer."""
    assert {} == lees_overmacht(tekst, vandaag=VANDAAG)


@pytest.mark.parametrize(
    ("tekst", "eigen"),
    [
        ("ik miste mijn examen in juni", True),
        ("ik heb geen enkele kans kunnen doen", True),
        ("ik was ziek in eerste zit maar heb tweede zit wel meegedaan en gebuisd, maak ik nog kans?", True),
        ("beide examenkansen benut maar ik was toen wel ziek, kan ik nog iets terugkrijgen?", True),
        ("1e zit niet 2e zit wel maar gebuisd", False),
        ("ik ben in januari en in augustus opgenomen geweest", False),
        ("niet deelgenomen aan examen zonder reden, punten kwijt?", False),
        ("ik ben niet naar mijn examen gegaan", False),
        ("afwezig op mijn examen en in tweede zit geslaagd", False),
        ("trein afgeschaft en examen gemist, geldige reden?", False),
        ("examens niet meegedaan, kan ik mijn punten terugvragen", True),
        ("eerste zit niet geslaagd, tweede zit wel", False),
        ("alle 2 meegedaan", False),
        ("vorig jaar", False),
        ("kheb een doktersbriefje", False),
        ("treinstaking waardoor ik examen miste overmacht of niet", False),
        ("mijn dochter miste haar eerste zittijd, maar nam wel deel aan de tweede", False),
    ],
)
def test_only_who_tells_of_an_exam_of_their_own_starts_the_guide(tekst: str, eigen: bool) -> None:
    """Proof, a year or a chance that may be about passing is an answer, not a beginning."""
    assert eigen is lees_overmacht(tekst, vandaag=VANDAAG)["eigen_geval"]


@pytest.mark.parametrize(
    ("tekst", "verbetert"), [("nee wacht, ik heb het toch gevraagd", True), ("ik heb het gevraagd", False)]
)
def test_a_correction_is_marked(tekst: str, verbetert: bool) -> None:
    """Then its "nee" answers nothing."""
    assert verbetert == lees_overmacht(tekst, vandaag=VANDAAG).get("verbetert", False)


@pytest.mark.parametrize(
    ("tekst", "ontwerp"),
    [
        ("maak een brief", True),
        ("maak een brief voor de raad", True),
        ("kan je het verzoekschrift maken", True),
        ("modelbrief", True),
        ("een ontwerp aub", True),
        ("kunde gij die brief voor mij schrijven voor de raad", True),
        ("help mij een verzoekschrift opstellen", True),
        ("schrijf een motivatiebrief voor mij", False),
        ("maak een brief voor mijn beroep", False),
        ("wat moet er in het verzoekschrift staan?", False),
        ("naar waar stuur ik mijn verzoekschrift", False),
        ("brieven van de school", False),
        ("verzoekschrift tegen mijn buis opstellen", False),
        ("hoe schrijf ik een verzoekschrift", False),
        ("kan ik het verzoekschrift digitaal versturen", False),
        ("is er een sjabloon voor mijn bachelorproef", False),
        ("waar vind ik het modelverzoekschrift", True),
    ],
)
def test_a_draft_is_asked_for_in_many_ways(tekst: str, ontwerp: bool) -> None:
    """A letter about something else is not one."""
    assert ontwerp == lees_overmacht(tekst, vandaag=VANDAAG).get("ontwerp", False)


#: Reasons as people tell them, each in a message that also tells something of the exams.
REDENEN = [
    "kanker", "depressie", "burn-out", "mijn vader is overleden", "zelfmoordpoging", "zwanger en bevallen", "covid", "ADHD",
    "in het ziekenhuis", "een auto-ongeval", "verkracht", "in de gevangenis", "klierkoorts", "een miskraam", "MS",
]  # fmt: skip
ZINNEN = [
    "{} dus ik heb mijn examen in juni 2025 gemist en in augustus wel meegedaan, attest van die dag, school zei neen",
    "door {} kon ik niet meedoen in januari, nooit gevraagd, vak van 6 sp aan de ugent",
    "ik had {} en heb alle kansen afgelegd in 2023-2024",
    "{}",
]
WAARDEN = {"geweigerd", "geen_antwoord", "toegekend"}


@pytest.mark.parametrize("reden", REDENEN)
@pytest.mark.parametrize("zin", ZINNEN)
def test_no_word_of_the_reason_is_read(zin: str, reden: str) -> None:
    """Everything that comes out is yes, no, a number, a year or one of three words; and the same for every reason."""
    gelezen = lees_overmacht(zin.format(reden), vandaag=VANDAAG)
    for naam, waarde in gelezen.items():
        if naam == "academiejaren":
            assert all(len(jaar) == 9 and jaar[:4].isdecimal() and jaar[5:].isdecimal() for jaar in waarde)
        else:
            assert isinstance(waarde, (bool, int)) or waarde in WAARDEN
    uit = json.dumps(gelezen)
    assert not any(woord.lower() in uit.lower() for woord in reden.split() if len(woord) > 2)


@pytest.mark.parametrize(
    "tekst",
    [
        "a" * 20_000,
        "niet " * 4000,
        "en " * 5000 + "gemist",
        "eerste zit " * 2000,
        "attest " * 3000,
        "\n" * 9000,
        "0" * 9000,
        "é" * 9000,
    ],
)
def test_a_long_message_is_read_within_bounds(tekst: str) -> None:
    """No pattern may go back and forth without end."""
    assert isinstance(lees_overmacht(tekst, vandaag=VANDAAG), dict)


@pytest.mark.parametrize(
    ("tekst", "vragen"),
    [
        ("gaan ze mij da dan zeker teruggeven?", ("raad_zeker",)),
        ("hoeveel kans heb ik dat de raad het goedkeurt", ("raad_zeker",)),
        ("hoeveel kansen heb ik nog", ()),
        ("en als ze dat weigeren", ("als_geweigerd",)),
        ("kan ik 6 punten terugvragen aan de raad?", ("raad_terug",)),
        ("kan ik mijn punten terugvragen als ik stop", ()),
        ("kan ik mijn inschrijvingsgeld terugvragen", ()),
        ("ik wil gewoon weten of ik die punten terug kan krijgen", ("punten_terug",)),
        ("is da nu te laat", ("raad_te_laat",)),
    ],
)
def test_what_is_asked_about_the_teruggave_itself_is_read(tekst: str, vragen: tuple[str, ...]) -> None:
    """Whatever topic the words are taken for."""
    assert vragen == lees_vragen(tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        "en de 2de zit heb ik wel gedaan maar ik was gebuisd",
        "ik was ziek op mijn examens en nu ben ik bang da ik mijn leerkrediet kwijt ben",
        "ik ben 2 keer gebuisd voor wiskunde vorig jaar. kan ik mijn leerkrediet terugvragen wegens overmacht?",
        "ik miste 1 examenkans door overmacht en de andere kans was ik gebuisd. kan ik de punten terugvragen?",
    ],
)
def test_enough_is_told_to_start_the_guide(tekst: str) -> None:
    """In halves, with the fear of it, or all at once."""
    assert lees_overmacht(tekst, vandaag=date(2026, 11, 25))["eigen_geval"] is True
