"""Which kind of intent is which: the kinds differ in what their answer must have."""

from __future__ import annotations

from typing import Final
from typing import Literal

from gesprek.beurt import GIDS_INTENT


Soort = Literal["onderwerp", "gesprek", "buiten_bereik", "techniek", "knop"]

#: Fixed for those who build on the assistant: an intent may be split or added, never renamed.
VASTE_ONDERWERPEN: Final = (
    "wat_is_leerkrediet", "voor_wie", "werking", "startkrediet", "bonus_60_dubbel", "tolerantie", "geslaagd_of_niet",
    "saldo_opvragen", "saldo_berekenen", "hoeveel_opnemen", "onvoldoende_leerkrediet", "veranderen_richting",
    "stoppen_uitschrijven", "creditcontract", "overmacht_voorwaarden", "overmacht_procedure", "overmacht_bewijs",
    "overmacht_termijn", "na_master", "heropbouw", "graduaat", "trajectbegeleider_contact",
)  # fmt: skip
GESPREKSZETTEN: Final = (
    "begroeting", "afscheid", "bedanken", "bot_vraag", "mens_spreken", "hulp", "klacht_frustratie", "bevestigen",
    "ontkennen", "opnieuw",
)  # fmt: skip
#: Out of scope, but about studying: here a student is most easily given a wrong answer.
DICHTBIJ: Final = (
    "buiten_bereik_ander_krediet", "buiten_bereik_beroep", "buiten_bereik_examen", "buiten_bereik_harde_knip",
    "buiten_bereik_inschrijving", "buiten_bereik_programma", "buiten_bereik_studiegeld",
    "buiten_bereik_studierendement", "buiten_bereik_studietoelage",
)  # fmt: skip
#: Sent by buttons of the machine.
_KNOPPEN_MACHINE: Final = frozenset(("vraag", "antwoord"))


def soort(intent: str) -> Soort:
    """The kind of ``intent``: a topic, a move of the conversation, out of scope, sent by the machine itself, or only by a button."""
    if intent == "buiten_bereik" or intent.startswith("buiten_bereik_"):
        return "buiten_bereik"
    if intent == "nlu_fallback" or intent.startswith("bericht_"):
        return "techniek"
    if intent.startswith(GIDS_INTENT) or intent in _KNOPPEN_MACHINE:
        return "knop"
    return "gesprek" if intent in GESPREKSZETTEN else "onderwerp"
