"""Takes what a message tells into a career: its facts, and what it says of the career as a whole."""

from __future__ import annotations

from dataclasses import replace
from typing import Final
from typing import cast

from actions.berichten import Bericht
from actions.loopbaan import Loopbaan
from actions.loopbaan import Samenvoeging
from actions.loopbaan import Vraag
from actions.loopbaan import met_contract
from actions.loopbaan import met_zelfde_jaar
from actions.loopbaan import plaats_van_jaar
from actions.loopbaan import voeg_samen
from nlu.grammatica.jaarnaam import lees_jaar
from nlu.grammatica.modellen import Signaal
from nlu.patroon import maak_patroon


#: "40, en wat is dat creditcontract?" asks about it, and does not say that the student has one.
_VRAAGT_CONTRACT: Final = maak_patroon(
    r"\b(?:wat|wa|wuk|hoe|waarom|welk\w*)\b[^,.;?!]{0,30}(?:credit|diploma|examen)\s*contract"
)


def neem_over(
    loopbaan: Loopbaan, bericht: Bericht, vraag: Vraag | None, *, veronderstelt: bool = False
) -> Samenvoeging:
    """The career with what the message tells; what was refused and what changed comes with it.

    Args:
        loopbaan: what is known so far.
        bericht: the message.
        vraag: the question that was asked last; a number without a role answers it.
        veronderstelt: the message supposes something about it.
    """
    basis = loopbaan
    if "zelfde" in bericht.signalen and not any(feit.rol == "opgenomen" for feit in bericht.feiten):
        basis = met_zelfde_jaar(basis)
    contract = None if _VRAAGT_CONTRACT.search(bericht.tekst.lower()) else bericht.contract
    if contract is not None and not bericht.feiten:
        # "Het was wel met een creditcontract" speaks of the whole career, unless it names a year.
        nummer = lees_jaar(bericht.tekst)
        index = plaats_van_jaar(basis, nummer) if nummer is not None else None
        basis = met_contract(basis, contract, index) if nummer is None or index is not None else basis
    samen = voeg_samen(
        basis,
        [feit for feit in bericht.feiten if feit.rol != "doel"],
        vraag,
        # Cues that the merge does not know mean nothing to it. What is supposed with a bare number is a result.
        signalen=cast("frozenset[Signaal]", bericht.signalen | ({"waren_er"} if veronderstelt else frozenset())),
        contract=contract if bericht.feiten else None,
        opleiding=bericht.opleiding,
    )
    if samen.loopbaan == loopbaan:
        return Samenvoeging(loopbaan, samen.problemen)
    # What changes nothing but the frame (a contract, a diploma) is a change too.
    return Samenvoeging(samen.loopbaan, samen.problemen, samen.gewijzigd or (Vraag("jaren"),))


def over_wat_gehaald_is(loopbaan: Loopbaan, bericht: Bericht) -> Bericht:
    """Read numbers that are parts of what is known already as such.

    "Van die 45 waren er 6 getolereerd", where 45 is what was acquired: so 39 were. Courses told one by one, in a year of
    which is known what was taken up: their sum is no new number taken up.
    """
    jaar = loopbaan.jaren[-1] if loopbaan.jaren else None
    geheel = next((feit for feit in bericht.feiten if feit.rol == "opgenomen"), None)
    if jaar is not None and geheel is not None and geheel.vermoed and (geheel.waarde or 0) < (jaar.opgenomen or 0):
        uitkomsten = [
            feit.waarde or 0 for feit in bericht.feiten if feit.rol in ("verworven", "niet_geslaagd", "getolereerd")
        ]
        if len(uitkomsten) > 1 and sum(uitkomsten) == geheel.waarde:
            return replace(bericht, feiten=tuple(feit for feit in bericht.feiten if feit is not geheel))
    if jaar is None or geheel is None or geheel.waarde is None or geheel.waarde != jaar.verworven:
        return bericht
    anders = sum(feit.waarde or 0 for feit in bericht.feiten if feit.rol in ("getolereerd", "niet_geslaagd"))
    meer = any(feit.rol == "verworven" for feit in bericht.feiten)
    if meer or geheel.waarde == jaar.opgenomen or not 0 < anders <= geheel.waarde:
        return bericht
    gehaald = replace(geheel, rol="verworven", waarde=geheel.waarde - anders)
    return replace(bericht, feiten=tuple(gehaald if feit is geheel else feit for feit in bericht.feiten))
