"""What the form of the chat sends, in so many words: as certain as a button, so that no reader has to guess it."""

from __future__ import annotations

from typing import Final

from gesprek.lezing import MEESTE_JAREN
from gesprek.lezing import Feit
from gesprek.lezing import Lezing
from gesprek.lezing import Vertel
from gesprek.lezing import Vraag
from nlu.patroon import maak_patroon


_BEGIN: Final = "Bereken mijn saldo. "
#: One year, as ``rekenzin_jaar`` in ``webchat/bron/teksten.js`` writes it.
_JAAR: Final = maak_patroon(r"(\d{1,2})e jaar: (\d{1,3}) opgenomen, (\d{1,3}) geslaagd\.")


def lees_formulier(tekst: str) -> Lezing | None:
    """The years that the form says, with the question what the balance is; None when the form did not make this text."""
    jaren = list(_JAAR.finditer(tekst))
    if not jaren or not tekst.startswith(_BEGIN) or len(jaren) > MEESTE_JAREN:
        return None
    if _JAAR.sub("", tekst.removeprefix(_BEGIN)).strip():
        return None
    if [int(jaar[1]) for jaar in jaren] != list(range(1, len(jaren) + 1)):
        return None
    feiten = [
        Feit(wat=wat, waarde=int(jaar[groep]), jaar=jaar[1])
        for jaar in jaren
        for wat, groep in (("opgenomen", 2), ("verworven", 3))
    ]
    # Filled in once more it takes the place of what was filled in before.
    return Lezing(daden=(Vertel(soort="verbeter", feiten=tuple(feiten)), Vraag(soort="vraag", doel="saldo")))
