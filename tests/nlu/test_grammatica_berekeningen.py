"""Every message of berekeningen.yml is read as a person would read it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml

from nlu.grammatica import Feit
from nlu.grammatica import lees


GEVALLEN: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "berekeningen.yml").read_text("utf-8"))
AANDEEL_JUIST = 0.95


#: What a case may say more of a fact; it is compared in the cases that say it of one fact at least.
EXTRA = {"c=": "contract", "o=": "opleiding", "ipv=": "vervangt"}


def _schrijf(feit: Feit, extra: Iterable[str] = ()) -> str:
    if feit.ongeldig is not None:
        waarde = f"!{feit.ongeldig}"
    elif feit.deel is not None:
        waarde = f"deel {feit.deel}"
    else:
        waarde = str(feit.waarde) + (f"..{feit.tot}" if feit.tot is not None else "")
    uit = f"{feit.rol} {waarde}"
    if feit.jaar is not None:
        uit += f" @{feit.jaar}"
    if feit.academiejaar is not None:
        uit += f" aj={feit.academiejaar}"
    if feit.deelperiode is not None:
        uit += f" dp={feit.deelperiode.replace(' ', '_')}"
    if feit.relatief is not None:
        uit += f" rel={feit.relatief}"
    for merk in extra:
        if getattr(feit, EXTRA[merk]) is not None:
            uit += f" {merk}{getattr(feit, EXTRA[merk])}"
    return uit


def _gelezen(tekst: str, verwacht: list[str]) -> list[str]:
    extra = [merk for merk in EXTRA if any(f" {merk}" in feit for feit in verwacht)]
    return sorted(_schrijf(feit, extra) for feit in lees(tekst).feiten)


def _parameters() -> list[Any]:
    uit = []
    for geval in GEVALLEN:
        merken = []
        if "bekend_gebrek" in geval:
            merken.append(pytest.mark.xfail(strict=True, reason=geval["bekend_gebrek"]))
        uit.append(pytest.param(geval["tekst"], geval["feiten"], id=geval["tekst"][:60], marks=merken))
    return uit


@pytest.mark.parametrize(("tekst", "feiten"), _parameters())
def test_a_message_is_read_as_a_person_reads_it(tekst: str, feiten: list[str]) -> None:
    """Role, value, year and part of the year of every fact are those of the human reader."""
    assert sorted(feiten) == _gelezen(tekst, feiten)


@pytest.mark.parametrize(
    "geval",
    [pytest.param(g, id=g["tekst"][:60]) for g in GEVALLEN if g.keys() & {"contract", "signalen", "geen_signaal"}],
)
def test_the_frame_of_a_message_is_read(geval: dict[str, Any]) -> None:
    """Contract and cues are those that the case names."""
    lezing = lees(geval["tekst"])
    if "contract" in geval:
        assert geval["contract"] == lezing.contract
    assert set(geval.get("signalen", [])) <= lezing.signalen
    assert not set(geval.get("geen_signaal", [])) & lezing.signalen


def test_at_least_95_percent_is_exactly_right() -> None:
    """The known shortcomings stay few."""
    juist = sum(sorted(geval["feiten"]) == _gelezen(geval["tekst"], geval["feiten"]) for geval in GEVALLEN)
    assert juist / len(GEVALLEN) >= AANDEEL_JUIST


def test_no_message_stands_in_the_file_twice() -> None:
    """A doubled message would count double in the share that is right."""
    teksten = [geval["tekst"] for geval in GEVALLEN]
    assert len(teksten) == len(set(teksten))
