"""Takes what a message tells into a career: its facts, and what it says of the career as a whole."""

from __future__ import annotations

from typing import cast

from actions.berichten import Bericht
from actions.loopbaan import Loopbaan
from actions.loopbaan import Samenvoeging
from actions.loopbaan import Vraag
from actions.loopbaan import met_contract
from actions.loopbaan import met_zelfde_jaar
from actions.loopbaan import voeg_samen
from nlu.grammatica.modellen import Signaal


def neem_over(loopbaan: Loopbaan, bericht: Bericht, vraag: Vraag | None) -> Samenvoeging:
    """The career with what the message tells; what was refused and what changed comes with it.

    Args:
        loopbaan: what is known so far.
        bericht: the message.
        vraag: the question that was asked last; a number without a role answers it.
    """
    basis = loopbaan
    if "zelfde" in bericht.signalen and not any(feit.rol == "opgenomen" for feit in bericht.feiten):
        basis = met_zelfde_jaar(basis)
    if bericht.contract is not None and not bericht.feiten:
        # "Het was wel met een creditcontract" speaks of the whole career.
        basis = met_contract(basis, bericht.contract)
    samen = voeg_samen(
        basis,
        [feit for feit in bericht.feiten if feit.rol != "doel"],
        vraag,
        # Cues that the merge does not know mean nothing to it.
        signalen=cast("frozenset[Signaal]", bericht.signalen),
        contract=bericht.contract,
        opleiding=bericht.opleiding,
    )
    if samen.loopbaan == loopbaan:
        return Samenvoeging(loopbaan, samen.problemen)
    # What changes nothing but the frame (a contract, a diploma) is a change too.
    return Samenvoeging(samen.loopbaan, samen.problemen, samen.gewijzigd or (Vraag("jaren"),))
