"""Every story in this folder, played against the real assistant. How to write one: README.md."""

from __future__ import annotations

from pathlib import Path

import pytest
from verhaal.bot import Bot
from verhaal.laden import lees_alle
from verhaal.laden import vind_bestanden
from verhaal.spelen import speel
from verhaal.tekst import beschrijf
from verhaal.vorm import Verhaal


HIER = Path(__file__).parent
VERHALEN = lees_alle(vind_bestanden([HIER]))


@pytest.mark.parametrize("verhaal", [pytest.param(verhaal, id=verhaal.naam) for verhaal in VERHALEN])
def test_het_gesprek_loopt_zoals_het_verhaal_zegt(verhaal: Verhaal, bot: Bot, storing: str) -> None:
    """What staff wrote down is what a student hears."""
    verslag = speel(verhaal, bot.zeg, storing)
    if not verslag.geslaagd:
        pytest.fail("\n" + beschrijf(verslag), pytrace=False)


def test_ook_de_wensen_zijn_leesbaar_en_hebben_een_eigen_naam() -> None:
    """A wish that comes true only has to be moved."""
    wensen = lees_alle(vind_bestanden([HIER / "wensen"]))
    assert wensen
    assert set() == {wens.naam for wens in wensen} & {verhaal.naam for verhaal in VERHALEN}
