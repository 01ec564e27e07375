"""Questions of the catalogue that are acts: what their answer says was done, has to be done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from gesprek.lezing import Daad
from gesprek.lezing import Lezing
from gesprek.lezing import Omgang
from gesprek.lezing import Stuur
from gesprek.lezing import Vraag


_DADEN: Final[Mapping[str, Daad]] = {
    "opnieuw/opnieuw": Stuur(soort="stuur", wat="wis"),
    "opnieuw/stop": Stuur(soort="stuur", wat="stop"),
    "opnieuw/ander_persoon": Stuur(soort="stuur", wat="opnieuw", persoon="iemand"),
    "buiten_bereik_nood/crisis": Omgang(soort="sociaal", wat="nood"),
    "buiten_bereik_nood/acuut": Omgang(soort="sociaal", wat="nood"),
}


def met_daden(lezing: Lezing) -> Lezing:
    """The reading in which such a question is the act itself, whoever read it."""
    daden = (_DADEN.get(d.onderwerp or "", d) if isinstance(d, Vraag) else d for d in lezing.daden)
    return lezing.copy(update={"daden": tuple(daden)})
