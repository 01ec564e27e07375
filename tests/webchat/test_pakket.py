"""The one file that pages load: small, and of sources with sound types."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.webchat import typescript
from tests.webchat.typescript import BRON
from tests.webchat.typescript import GeenTypescript


def test_the_types_of_the_sources_are_sound() -> None:
    """Plain JavaScript, checked as strictly as TypeScript."""
    try:
        klachten = typescript.keur_types()
    except GeenTypescript as fout:
        pytest.skip(f"de types van de chat nakijken: {fout}")
    assert "" == klachten


def test_without_npm_the_reason_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """In the name of the skip."""
    monkeypatch.setattr(typescript.shutil, "which", lambda naam: None)
    with pytest.raises(GeenTypescript, match="npm"):
        typescript.keur_types()


@pytest.mark.parametrize("bron", sorted(BRON.glob("*.js")), ids=lambda pad: pad.name)
def test_no_source_makes_markup_or_code_of_text(bron: Path) -> None:
    """Nor writes a style that a strict policy refuses, nor keeps what outlives the tab."""
    verboden = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|DOMParser|srcdoc|createContextualFragment|localStorage|cookie|\"style\""
    assert [] == re.findall(verboden, bron.read_text("utf-8"))


def test_the_list_of_the_type_checker_names_no_place() -> None:
    """Where it is fetched from is a matter of the machine."""
    assert "http" not in (BRON / "package-lock.json").read_text("utf-8")


def test_every_word_of_the_widget_is_used() -> None:
    """A text that nothing shows any more goes."""
    namen = re.findall(r"^export const (\w+)", (BRON / "teksten.js").read_text("utf-8"), re.M)
    gebruik = "".join(pad.read_text("utf-8") for pad in BRON.glob("*.js"))
    assert [] == [naam for naam in namen if not re.search(rf"\bT\.{naam}\b", gebruik)]
