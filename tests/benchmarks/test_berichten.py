"""Messages survive the way to a training file and back."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.berichten import lees_apart
from benchmarks.berichten import schrijf_training
from nlu.trainingsberichten import lees_training


LASTIG = {
    "hulp": ["help", "lk = ?", "wat: kan je", "'t is mis", '"hoe"?', "ja - nee", "# hashtag", "é ça va 😅", "60/45"],
    "afscheid": ["doei"],
}


def test_what_is_written_is_read_back_and_replaces_what_was_there(tmp_path: Path) -> None:
    map_ = tmp_path / "nlu"
    schrijf_training(map_, {"oud": ["weg"]})
    schrijf_training(map_, LASTIG)
    assert lees_training(map_) == LASTIG


def test_rasa_reads_the_same_messages(tmp_path: Path) -> None:
    loading = pytest.importorskip("rasa.shared.nlu.training_data.loading")
    schrijf_training(tmp_path / "nlu", LASTIG)
    gelezen = [(v.get("intent"), v.get("text")) for v in loading.load_data(str(tmp_path / "nlu")).intent_examples]
    assert sorted((i, t) for i, teksten in LASTIG.items() for t in teksten) == sorted(gelezen)


def test_an_intent_in_two_files_is_one(tmp_path: Path) -> None:
    schrijf_training(tmp_path / "a", {"hulp": ["help"]})
    schrijf_training(tmp_path / "b", {"hulp": ["help mij"]})
    assert lees_training(tmp_path) == {"hulp": ["help", "help mij"]}


def test_a_line_that_is_no_example_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "kapot.yml").write_text("nlu:\n- intent: hulp\n  examples: |\n    - help\n    help mij\n", "utf-8")
    with pytest.raises(ValueError, match=r"kapot\.yml.*help mij"):
        lees_training(tmp_path)


def test_lees_apart_gives_text_and_intent(tmp_path: Path) -> None:
    (tmp_path / "apart.yml").write_text("- {persoon: 1, intent: hulp, tekst: 'lk = ?'}\n", "utf-8")
    assert lees_apart(tmp_path / "apart.yml") == [("lk = ?", "hulp")]
