"""Which contracts and programmes use leerkrediet."""

from __future__ import annotations

from typing import Final
from typing import Literal


Contract = Literal["diplomacontract", "creditcontract", "examencontract"]
Opleiding = Literal[
    "bachelor",
    "master",
    "educatieve_bachelor",
    "educatieve_master",
    "graduaat",
    "schakelprogramma",
    "voorbereidingsprogramma",
    "banaba",
    "manama",
    "postgraduaat",
    "doctoraat",
    "kms",
]

#: The initial programmes: under a diplomacontract only these use leerkrediet. A shortened bachelor is one of them.
INITIEEL: Final[frozenset[Opleiding]] = frozenset(("bachelor", "master", "educatieve_bachelor", "educatieve_master"))
MASTERS: Final[frozenset[Opleiding]] = frozenset(("master", "educatieve_master"))
BACHELORS: Final[frozenset[Opleiding]] = INITIEEL - MASTERS


def gebruikt_leerkrediet(
    contract: Contract, opleiding: Opleiding, *, heeft_bachelor: bool = False, heeft_master: bool = False
) -> bool:
    """Whether an enrolment takes points off.

    A creditcontract always does, whatever programme the course belongs to; an examencontract never does. Under a
    diplomacontract the initial bachelor and master do, but not an educatieve bachelor for who already holds a bachelor's
    diploma, nor an educatieve master for who holds a master's.

    >>> gebruikt_leerkrediet("diplomacontract", "graduaat")
    False
    >>> gebruikt_leerkrediet("creditcontract", "graduaat")
    True
    """
    if contract != "diplomacontract":
        return contract == "creditcontract"
    if opleiding == "educatieve_bachelor":
        return not (heeft_bachelor or heeft_master)
    if opleiding == "educatieve_master":
        return not heeft_master
    return opleiding in INITIEEL
