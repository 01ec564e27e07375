"""The spaCy pipeline: the own one, a trained one, and the fixed name under which Rasa loads either."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
import spacy_model
from rasa.nlu.tokenizers.spacy_tokenizer import SpacyTokenizer
from rasa.nlu.utils.spacy_utils import SpacyModel
from rasa.nlu.utils.spacy_utils import SpacyNLP
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from spacy.language import Language


ZIN = "Ik heb 60 studiepunten opgenomen. Hoeveel punten heb ik nog?"


def _maak(map_: Path, *opties: str) -> str:
    """Run the script on a folder; what it says."""
    gemaakt = subprocess.run(
        [sys.executable, spacy_model.__file__, "--map", str(map_), "--zonder-ophalen", *opties],
        capture_output=True,
        text=True,
        check=True,
    )
    return gemaakt.stdout


@pytest.fixture(scope="module")
def eigen_map(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the own pipeline was made."""
    map_ = tmp_path_factory.mktemp("spacy")
    gezegd = _maak(map_)
    assert gezegd.count("\n") == 1
    assert "is hier niet te krijgen" in gezegd
    return map_


@pytest.fixture(scope="module")
def eigen(eigen_map: Path) -> Language:
    """The own pipeline, as loaded from disk under its fixed name."""
    return spacy.load(eigen_map / "nl")


@pytest.fixture(scope="module")
def getraind(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which a trained pipeline lies in the place of the official one."""
    bron = os.environ.get("SPACY_TESTMODEL")
    if not bron:
        pytest.skip("SPACY_TESTMODEL noemt geen getraind spaCy-model")
    map_ = tmp_path_factory.mktemp("getraind")
    officieel = map_ / f"{spacy_model.PAKKET}-{spacy_model.VERSIE}"
    spacy_model._bewaar_zonder_ontleder(Path(bron), officieel)
    assert "officiële" in _maak(map_)
    return map_


@pytest.mark.parametrize(
    ("woord", "lemma"),
    [
        ("studiepunten", "studiepunt"),
        ("vakken", "vak"),
        ("gehaald", "halen"),
        ("ging", "gaan"),
        # The list writes separable verbs apart.
        ("opgenomen", "opnemen"),
        # A capital hides nothing, and a name keeps its own.
        ("Vakken", "vak"),
        ("Mohammedje", "Mohammedje"),
        ("60", "60"),
        (".", "."),
        ("😀", "😀"),
    ],
)
def test_lemma(eigen: Language, woord: str, lemma: str) -> None:
    (token,) = eigen(woord)
    assert token.lemma_ == lemma


def test_lemma_van_een_ander_onderdeel_blijft(eigen: Language) -> None:
    doc = eigen.make_doc("vakken punten")
    doc[0].lemma_ = "iets anders"
    eigen.get_pipe("simplemma_lemmatizer")(doc)
    assert [token.lemma_ for token in doc] == ["iets anders", "punt"]


@pytest.mark.parametrize("tekst", ["", " ", "\n\t", "a" * 5000, "\u200b\u0000", "ik ik ik " * 500])
def test_elke_tekst_krijgt_lemmas(eigen: Language, tekst: str) -> None:
    doc = eigen(tekst)
    assert all(token.lemma for token in doc)
    assert doc.text == tekst


def test_naam_zegt_welk_model_het_is(eigen_map: Path) -> None:
    link = eigen_map / "nl"
    assert link.is_symlink()
    assert not link.readlink().is_absolute()
    assert link.resolve().name.startswith("nl_simplemma-")
    assert sorted(pad.name for pad in eigen_map.iterdir()) == ["nl", link.resolve().name]


def test_opnieuw_maken_vervangt(eigen_map: Path) -> None:
    halve = eigen_map / "nl" / "meta.json"
    halve.unlink()
    _maak(eigen_map)
    assert halve.is_file()


def test_officieel_model_gaat_voor(getraind: Path) -> None:
    assert (getraind / "nl").resolve().name == "nl_core_news_sm-3.4.0"


def _met_rasa(map_: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[list[str], int, list[str]]:
    """What Rasa's own components make of the message: tokens, number of sentences, lemmas."""
    (map_ / "models").mkdir(exist_ok=True)
    if not (map_ / "models" / "spacy").exists():
        (map_ / "models" / "spacy").symlink_to(map_)
    monkeypatch.chdir(map_)
    model: SpacyModel = SpacyNLP.load_model("models/spacy/nl")
    SpacyNLP.ensure_proper_language_model(model.model)
    bericht = Message({TEXT: ZIN})
    SpacyNLP(model, SpacyNLP.get_default_config()).process([bericht], model)
    tokens = SpacyTokenizer(SpacyTokenizer.get_default_config()).tokenize(bericht, TEXT)
    doc = bericht.get("text_spacy_doc")
    return [token.text for token in tokens], len(list(doc.sents)), [token.lemma for token in tokens]


def test_rasa_laadt_het_eigen_model(eigen_map: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kopie = tmp_path / "kopie"
    shutil.copytree(eigen_map, kopie, symlinks=True)
    tokens, zinnen, lemmas = _met_rasa(kopie, monkeypatch)
    assert tokens[:4] == ["ik", "heb", "60", "studiepunten"]
    assert zinnen == 2
    assert {"studiepunt", "opnemen", "punt"} <= set(lemmas)


def test_getraind_model_geeft_dezelfde_woorden_en_zinnen(
    eigen_map: Path, getraind: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the assistant understands may not depend on which of the two a machine has."""
    kopieen = []
    for nummer, map_ in enumerate((eigen_map, getraind)):
        kopieen.append(tmp_path / str(nummer))
        shutil.copytree(map_, kopieen[-1], symlinks=True)
    eigen_tokens, eigen_zinnen, _ = _met_rasa(kopieen[0], monkeypatch)
    tokens, zinnen, lemmas = _met_rasa(kopieen[1], monkeypatch)
    assert tokens == eigen_tokens
    assert zinnen == eigen_zinnen == 2
    assert "studiepunt" in lemmas
