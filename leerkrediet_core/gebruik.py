"""Which contracts and programmes use leerkrediet."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final
from typing import Literal
from typing import get_args


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

#: A diploma that decides what an enrolment takes, whenever it was obtained.
Diploma = Literal["bachelor", "master", "graduaat"]

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


def zonder_leerkrediet(diplomas: Collection[Diploma] = ()) -> tuple[Opleiding, ...]:
    """The programmes that take no points off under a diplomacontract, for who holds ``diplomas``.

    >>> "schakelprogramma" in zonder_leerkrediet(), "educatieve_bachelor" in zonder_leerkrediet(["bachelor"])
    (True, True)
    """
    return tuple(
        opleiding
        for opleiding in get_args(Opleiding)
        if not gebruikt_leerkrediet(
            "diplomacontract", opleiding, heeft_bachelor="bachelor" in diplomas, heeft_master="master" in diplomas
        )
    )
