"""Who leads a conversation: the rules of ``data/regels.yml``, or the machine of ``gesprek/machine.py``."""

from __future__ import annotations

import os
from typing import Final
from typing import Literal
from typing import Mapping
from typing import cast
from typing import get_args


Leiding = Literal["regels", "machine"]

#: The setting, in the environment.
GESPREK: Final = "GESPREK"
STANDAARD: Final[Leiding] = "machine"


def lees_leiding(omgeving: Mapping[str, str] | None = None) -> Leiding:
    """What ``GESPREK`` says; the machine where it says nothing.

    Raises:
        ValueError: it is neither of both; the text is one Dutch sentence.
    """
    gezegd = (os.environ if omgeving is None else omgeving).get(GESPREK, "").strip() or STANDAARD
    if gezegd not in get_args(Leiding):
        raise ValueError(f"{GESPREK} moet {' of '.join(get_args(Leiding))} zijn, maar is '{gezegd}'.")
    return cast(Leiding, gezegd)
