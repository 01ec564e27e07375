"""The intent model on a few messages: what it promises whatever it is trained on."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.intentie import BUITEN
from nlu.intentie import MEESTE_TEKENS
from nlu.intentie import Instellingen
from nlu.intentie import Intentiemodel
from nlu.intentie import normaliseer


BERICHTEN = {
    "begroeting": "hallo|hey|goeiemorgen|dag|hallo daar|hey hallo|goeiedag",
    "startkrediet": "hoeveel punten krijg ik bij de start|met hoeveel begin ik|hoeveel leerkrediet heb ik bij de start",
    "tolerantie": "wat als ik een vak tolereer|telt een getolereerd vak mee|krijg ik punten van een tolerantie terug",
    "buiten_bereik": "wat eten we vandaag|regent het morgen|vertel een mop|wie wint de match",
    "buiten_bereik_campus": "waar is de bibliotheek|is de campus open|waar kan ik parkeren|waar is lokaal 12",
    "buiten_bereik_studiegeld": "hoeveel kost inschrijven|wat is het studiegeld|moet ik studiegeld betalen|hoe betaal ik",
}
TEKSTEN = [tekst for alle in BERICHTEN.values() for tekst in alle.split("|")]
INTENTS = [intent for intent, alle in BERICHTEN.items() for _ in alle.split("|")]
VRAGEN = [
    "hallo!",
    "telt een tolerantie mee",
    "is de bibliotheek open",
    "hoeveel kost het studiegeld",
    "qwzx",
    "",
    "60",
]


def leer(**gekozen: object) -> Intentiemodel:
    """Train on the messages above."""
    return Intentiemodel(replace(Instellingen(), **gekozen)).fit(TEKSTEN, INTENTS)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def model() -> Intentiemodel:
    """A model trained once; asking it changes nothing."""
    return leer()


@pytest.mark.parametrize(("tekst", "intent"), zip(TEKSTEN, INTENTS))
def test_what_it_was_trained_on_it_knows(model: Intentiemodel, tekst: str, intent: str) -> None:
    """Each message, out of scope included."""
    assert intent == model.rangschik(tekst)[0][0]


@pytest.mark.parametrize("kopieen", [0, 2])
def test_training_twice_gives_the_same_predictions(kopieen: int) -> None:
    """To the last digit, also where typing errors are generated."""
    een, twee = leer(typfout_kopieen=kopieen), leer(typfout_kopieen=kopieen)
    assert [een.rangschik(vraag) for vraag in VRAGEN] == [twee.rangschik(vraag) for vraag in VRAGEN]


def test_another_seed_makes_other_typing_errors() -> None:
    """Otherwise the seed would be a setting that does nothing."""
    een, twee = leer(typfout_kopieen=1, zaad=1), leer(typfout_kopieen=1, zaad=2)
    assert een.rangschik(VRAGEN[1]) != twee.rangschik(VRAGEN[1])


def test_a_model_that_was_kept_and_read_back_predicts_the_same(model: Intentiemodel) -> None:
    """As it goes through the model file."""
    terug = pickle.loads(pickle.dumps(model))
    assert model.instellingen == terug.instellingen
    assert [model.rangschik(vraag) for vraag in VRAGEN] == [terug.rangschik(vraag) for vraag in VRAGEN]


@pytest.mark.parametrize("tekst", ["", " ", "\n", "€", "🎉", "日"])
def test_a_text_with_nothing_to_go_by_is_equally_likely_everything(model: Intentiemodel, tekst: str) -> None:
    """So the threshold turns it down."""
    kansen = {kans for _, kans in model.rangschik(tekst)}
    assert {1 / len(set(BERICHTEN) - {"buiten_bereik_campus", "buiten_bereik_studiegeld"})} == kansen


@given(tekst=st.text(max_size=30))
def test_every_text_gets_all_intents_once_with_probabilities_best_first(model: Intentiemodel, tekst: str) -> None:
    """They add up to one, and what is out of scope counts as one intent."""
    rangorde = model.rangschik(tekst)
    kansen = [kans for _, kans in rangorde]
    assert 1.0 == pytest.approx(sum(kansen))
    assert sorted(kansen, reverse=True) == kansen
    assert {"begroeting", "startkrediet", "tolerantie", BUITEN} == {
        BUITEN if naam.startswith(BUITEN) else naam for naam, _ in rangorde
    }
    assert len(rangorde) == 4


def test_of_what_is_out_of_scope_the_likeliest_kind_is_named(model: Intentiemodel) -> None:
    """Also where it is not the best, so that a suggestion never names two of them."""
    for tekst, soort in (
        ("waar is de bibliotheek", "buiten_bereik_campus"),
        ("studiegeld", "buiten_bereik_studiegeld"),
    ):
        namen = [naam for naam, _ in model.rangschik(tekst)]
        assert [soort] == [naam for naam in namen if naam.startswith(BUITEN)]


@pytest.mark.parametrize("gewicht", [0.5, 1.0, 1.25, 3.0])
@pytest.mark.parametrize("vraag", ["telt een tolerantie mee", "is de bibliotheek open", "hoeveel", "hallo campus"])
def test_what_is_out_of_scope_weighs_as_much_as_is_set(vraag: str, gewicht: float) -> None:
    """Its odds are multiplied by the weight; the rest keeps its proportions."""
    zonder = {naam.split("_")[0]: kans for naam, kans in leer(gewicht_buiten=1.0).rangschik(vraag)}
    met = {naam.split("_")[0]: kans for naam, kans in leer(gewicht_buiten=gewicht).rangschik(vraag)}
    verwacht = {naam: kans * (gewicht if naam == "buiten" else 1) for naam, kans in zonder.items()}
    assert {naam: kans / sum(verwacht.values()) for naam, kans in verwacht.items()} == pytest.approx(met)


def test_the_weight_of_the_project_prefers_to_say_no() -> None:
    """A wrong answer is worse than an honest "I cannot help you with that"."""
    assert Instellingen().gewicht_buiten > 1


def test_one_kind_out_of_scope_needs_no_second_step() -> None:
    """It is then called by the common name."""
    teksten, intents = zip(*((t, i) for t, i in zip(TEKSTEN, INTENTS) if i in ("begroeting", "startkrediet", BUITEN)))
    assert BUITEN == Intentiemodel().fit(teksten, intents).rangschik("vertel een mop")[0][0]


def test_without_anything_out_of_scope_the_topics_are_told_apart() -> None:
    """The weight then has nothing to weigh."""
    teksten, intents = zip(*((t, i) for t, i in zip(TEKSTEN, INTENTS) if not i.startswith(BUITEN)))
    rangorde = Intentiemodel().fit(teksten, intents).rangschik("hallo")
    assert "begroeting" == rangorde[0][0]
    assert 1.0 == pytest.approx(sum(kans for _, kans in rangorde))


@pytest.mark.parametrize("intents", [[], ["werking"] * 2, [BUITEN, "buiten_bereik_campus"]])
def test_one_intent_is_nothing_to_choose_from(intents: list[str]) -> None:
    """Two kinds of out of scope are one intent."""
    with pytest.raises(ValueError, match="minstens twee intents"):
        Intentiemodel().fit(["hallo daar"] * len(intents), intents)


def test_a_model_that_was_not_trained_says_so() -> None:
    """Instead of with an error of a library."""
    with pytest.raises(RuntimeError, match="nog niet getraind"):
        Intentiemodel().rangschik("hallo")


def test_a_mistyped_or_loud_word_is_still_recognised(model: Intentiemodel) -> None:
    """Letters, not only words, are compared."""
    for tekst in ("HALLO", "halllllooooo", "goeimorgen", "telt een getoleerd vak mee"):
        verwacht = "tolerantie" if "vak" in tekst else "begroeting"
        assert verwacht == model.rangschik(tekst)[0][0], tekst


def test_what_comes_after_the_longest_text_is_not_read(model: Intentiemodel) -> None:
    """A pasted page costs no more than its beginning."""
    begin = "hallo " * (MEESTE_TEKENS // 6 + 1)
    assert model.rangschik(begin[:MEESTE_TEKENS]) == model.rangschik(begin[:MEESTE_TEKENS] + " studiegeld" * 1000)


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Jaaaaaa", "jaa"),
        ("zo’n vraag", "zo'n vraag"),
        ("ﬁjn", "fijn"),
        ("cafe\u0301", "café"),
        ("100000 !!!!", "100000 !!"),
        ("aabbcc", "aabbcc"),
        ("", ""),
    ],
)
def test_a_text_is_made_plain(tekst: str, verwacht: str) -> None:
    """Capitals, accents, quotes and repetitions; a number stays the number that it is."""
    assert verwacht == normaliseer(tekst)


@given(tekst=st.text(max_size=40))
def test_a_plain_text_has_no_capitals_and_no_long_repetitions(tekst: str) -> None:
    """Whatever was typed."""
    plat = normaliseer(tekst)
    assert plat == plat.lower() or plat.lower() != tekst.lower()
    assert not any(a == b == c and not a.isdigit() for a, b, c in zip(plat, plat[1:], plat[2:]))
