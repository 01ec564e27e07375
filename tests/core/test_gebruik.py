"""Which contracts and programmes use leerkrediet: every combination."""

from __future__ import annotations

from itertools import product
from typing import get_args

import pytest

from leerkrediet_core import gebruikt_leerkrediet
from leerkrediet_core import zonder_leerkrediet
from leerkrediet_core.berekening import OPLEIDING_NAMEN
from leerkrediet_core.gebruik import BACHELORS
from leerkrediet_core.gebruik import INITIEEL
from leerkrediet_core.gebruik import MASTERS
from leerkrediet_core.gebruik import Contract
from leerkrediet_core.gebruik import Diploma
from leerkrediet_core.gebruik import Opleiding


OPLEIDINGEN = get_args(Opleiding)
DIPLOMAS = list(product((False, True), repeat=2))


@pytest.mark.parametrize("opleiding", OPLEIDINGEN)
@pytest.mark.parametrize(("bachelor", "master"), DIPLOMAS)
def test_a_creditcontract_always_uses_it_and_an_examencontract_never(
    opleiding: Opleiding, bachelor: bool, master: bool
) -> None:
    """Whatever the programme and whatever diplomas there are."""
    diplomas = {"heeft_bachelor": bachelor, "heeft_master": master}
    assert gebruikt_leerkrediet("creditcontract", opleiding, **diplomas)
    assert not gebruikt_leerkrediet("examencontract", opleiding, **diplomas)


#: Per programme whether a diplomacontract uses leerkrediet, without diploma, with a bachelor's, with a master's.
DIPLOMACONTRACT = {
    "bachelor": (True, True, True),
    "master": (True, True, True),
    "educatieve_bachelor": (True, False, False),
    "educatieve_master": (True, True, False),
    "graduaat": (False, False, False),
    "schakelprogramma": (False, False, False),
    "voorbereidingsprogramma": (False, False, False),
    "banaba": (False, False, False),
    "manama": (False, False, False),
    "postgraduaat": (False, False, False),
    "doctoraat": (False, False, False),
    "kms": (False, False, False),
}


@pytest.mark.parametrize("opleiding", OPLEIDINGEN)
def test_under_a_diplomacontract_it_depends_on_programme_and_diploma(opleiding: Opleiding) -> None:
    """Every programme there is."""
    zonder, na_bachelor, na_master = DIPLOMACONTRACT[opleiding]
    assert zonder == gebruikt_leerkrediet("diplomacontract", opleiding)
    assert na_bachelor == gebruikt_leerkrediet("diplomacontract", opleiding, heeft_bachelor=True)
    assert na_master == gebruikt_leerkrediet("diplomacontract", opleiding, heeft_master=True)
    assert na_master == gebruikt_leerkrediet("diplomacontract", opleiding, heeft_bachelor=True, heeft_master=True)


@pytest.mark.parametrize(
    ("diplomas", "erbij"),
    [
        ([], set()),
        (["graduaat"], set()),
        (["bachelor"], {"educatieve_bachelor"}),
        (["master"], {"educatieve_bachelor", "educatieve_master"}),
        (["bachelor", "master", "graduaat"], {"educatieve_bachelor", "educatieve_master"}),
    ],
)
def test_what_needs_no_leerkrediet_depends_on_the_diplomas(diplomas: list[Diploma], erbij: set[str]) -> None:
    """Beside what nobody needs it for."""
    altijd = {opleiding for opleiding, (zonder, *_) in DIPLOMACONTRACT.items() if not zonder}
    assert altijd | erbij == set(zonder_leerkrediet(diplomas))


def test_the_lists_of_programmes_agree() -> None:
    """Every programme has a line above and a name for people; masters and bachelors make up the initial ones."""
    assert set(OPLEIDINGEN) == set(DIPLOMACONTRACT) == set(OPLEIDING_NAMEN)
    assert {opleiding for opleiding, (zonder, *_) in DIPLOMACONTRACT.items() if zonder} == INITIEEL
    assert INITIEEL == MASTERS | BACHELORS
    assert not MASTERS & BACHELORS
    assert ("diplomacontract", "creditcontract", "examencontract") == get_args(Contract)
