"""The sample page and the two pages that come with the widget."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gesprek.instelling import lees_instelling
from tests.webchat.nepbot import WEBCHAT


WORTEL = WEBCHAT.parent
PAGINAS = sorted(WEBCHAT.glob("*.html"))
#: What the server itself fills in, beside the texts of the school.
VAN_DE_SERVER = {"bewaar_dagen", "inactief_minuten"}


@pytest.mark.parametrize("pad", PAGINAS, ids=lambda pad: pad.name)
def test_every_placeholder_is_one_that_is_filled_in(pad: Path) -> None:
    """No visitor reads a name between braces."""
    bekend = set(lees_instelling(str(WORTEL / "instelling.yml")).teksten) | VAN_DE_SERVER
    assert set(re.findall(r"\{(\w+)\}", pad.read_text("utf-8"))) <= bekend


@pytest.mark.parametrize("pad", PAGINAS, ids=lambda pad: pad.name)
def test_a_page_holds_no_script_or_style_of_its_own(pad: Path) -> None:
    """Its policy would refuse it."""
    assert [] == re.findall(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|javascript:", pad.read_text("utf-8"))


@pytest.mark.parametrize("pad", PAGINAS, ids=lambda pad: pad.name)
def test_every_file_that_a_page_names_is_there(pad: Path) -> None:
    """A page is called without its ending; the chat is made of its modules when the assistant starts."""
    for adres in re.findall(r'(?:src|href)="([^"]+)"', pad.read_text("utf-8")):
        if not adres.startswith(("#", "data:", "https:")) and adres != "widget.js":
            assert (WEBCHAT / adres).is_file() or (WEBCHAT / f"{adres}.html").is_file(), adres


def test_the_sample_page_needs_one_line() -> None:
    """The one that a school copies."""
    assert 1 == (WEBCHAT / "index.html").read_text("utf-8").count('<script src="widget.js" defer></script>')
