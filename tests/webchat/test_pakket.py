"""The one file that pages load: made from its sources as they are, small, and of sound types."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
import widget
from gemeen import Gestopt


MEESTE_BYTES = 15_000


@pytest.fixture
def gereedschap() -> None:
    """The packer and the type checker; without npm, or without the net at the first time, what needs them is skipped by name."""
    try:
        widget.gereedschap()
    except Gestopt as fout:
        pytest.skip(f"de widget inpakken en zijn types nakijken: {fout}")


def test_the_packed_widget_is_made_from_its_sources(gereedschap: None, tmp_path: Path) -> None:
    """If not: python scripts/widget.py."""
    widget.pak(tmp_path / "widget.js")
    assert (tmp_path / "widget.js").read_bytes() == widget.WIDGET.read_bytes()


def test_the_types_of_the_sources_are_sound(gereedschap: None) -> None:
    """Plain JavaScript, checked as strictly as TypeScript."""
    assert "" == widget.keur_types()


def test_the_widget_weighs_at_most_fifteen_kilobytes() -> None:
    """All of it, as it goes over the line."""
    assert len(gzip.compress(widget.WIDGET.read_bytes(), 9)) <= MEESTE_BYTES


@pytest.mark.parametrize("bron", sorted(widget.BRON.glob("*.js")), ids=lambda pad: pad.name)
def test_no_source_makes_markup_or_code_of_text(bron: Path) -> None:
    """Nor writes a style that a strict policy refuses, nor keeps what outlives the tab."""
    verboden = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|DOMParser|srcdoc|createContextualFragment|localStorage|cookie|\"style\""
    assert [] == re.findall(verboden, bron.read_text("utf-8"))


def test_the_list_of_the_packer_names_no_place(gereedschap: None) -> None:
    """Where it is fetched from is a matter of the machine."""
    assert "http" not in (widget.BRON / "package-lock.json").read_text("utf-8")


def test_without_npm_the_reason_is_said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """In one sentence, and nothing is written."""
    monkeypatch.setattr(widget.shutil, "which", lambda naam: None)
    monkeypatch.setattr(widget, "WIDGET", Path("/bestaat/niet"))
    assert 1 == widget.main()
    assert "npm" in capsys.readouterr().err


def test_what_the_packer_has_to_say_is_passed_on(
    gereedschap: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A slip in a source is named."""
    bron = tmp_path / "bron"
    bron.mkdir()
    for pad in widget.BRON.iterdir():
        (bron / pad.name).write_bytes(pad.read_bytes())
    (bron / "widget.js").write_text("const (", encoding="utf-8")
    monkeypatch.setattr(widget, "BRON", bron)
    with pytest.raises(Gestopt, match=r"widget\.js"):
        widget.pak(tmp_path / "uit.js")


def test_every_word_of_the_widget_is_used(tmp_path: Path) -> None:
    """A text that nothing shows any more goes."""
    namen = re.findall(r"^export const (\w+)", (widget.BRON / "teksten.js").read_text("utf-8"), re.M)
    gebruik = "".join(pad.read_text("utf-8") for pad in widget.BRON.glob("*.js"))
    assert [] == [naam for naam in namen if not re.search(rf"\bT\.{naam}\b", gebruik)]
