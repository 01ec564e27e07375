"""Words that the assistant never uses: promises, `u`, heavy words, and questions about the reason of an overmacht."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from controle.bevinding import Bevinding
from controle.inhoud import Inhoud
from controle.uiting import Uiting
from controle.zinnen import zinnen


def _patroon(*delen: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(delen)})\b", re.IGNORECASE)


_U: Final = _patroon("u", "uw", "uzelf", "gij", "gelieve")
#: Nobody can say beforehand what the Raad decides.
_BELOFTEN: Final = _patroon(
    r"zeker (?:weer )?terug", r"sowieso (?:\w+ ){0,3}terug", r"garantie\w*", r"(?:ge)?garande\w+", r"ik beloof\w*",
    r"dat komt (?:zeker )?goed", r"je hebt er recht op", r"je wint", r"100 ?%", r"ongetwijfeld",
    r"de raad (?:zal|keurt|geeft je|moet)",
)  # fmt: skip
_BELOFTEN_OVERMACHT: Final = _patroon(
    r"(?:je )?krijgt? (?:\w+ ){0,4}(?:altijd|zeker|automatisch|vanzelf) (?:\w+ ){0,3}terug", r"altijd terug",
    r"(?:automatisch|vanzelf) (?:\w+ ){0,2}terug", r"je krijgt (?:je|het|de|al je) (?:leerkrediet|punten) terug",
)  # fmt: skip
#: The reason of an overmacht is often about health. It is never asked, whatever the form of the question.
_REDEN_VRAGEN: Final = _patroon(
    r"waarom (?:\w+ ){0,3}(?:miste|mis|afwezig|niet (?:mee|naar|kon|kunnen|op|aan))", r"waarom (?:\w+ )?was je",
    r"(?:wat|welke) (?:is|was) (?:de|je|jouw) (?:reden|oorzaak|ziekte|diagnose|situatie precies)",
    r"wat (?:is|was) er (?:gebeurd|aan de hand|met je)", r"wat scheelt", r"(?:ben|was) je (?:\w+ )?ziek",
    r"welke (?:ziekte|reden|diagnose|overmacht)", r"(?:wat|welk soort|welke soort) overmacht",
    r"hoe gaat het met je gezondheid", r"(?:stuur|upload|toon) (?:me|mij|ons|hier)(?: \w+){0,4} (?:attest|bewijs)",
    r"(?:vertel|schrijf|zeg|typ|leg|beschrijf) (?:me |mij |ons |hier |eens |even |het )*"
    r"(?:waarom|wat er|de reden|je reden|meer over je|uit waarom|welke ziekte)",
)  # fmt: skip
#: Written-language words and the plain word for each.
_ZWAAR: Final = {
    "aangaande": "over", "alvorens": "voor", "conform": "volgens", "derhalve": "dus", "desbetreffende": "die",
    "dient": "moet", "dienen": "moeten", "echter": "maar", "gaarne": "graag", "hetgeen": "wat", "heden": "nu",
    "hieromtrent": "daarover", "indien": "als", "ingevolge": "door", "inzake": "over", "middels": "met",
    "mits": "als", "nochtans": "maar", "omtrent": "over", "reeds": "al", "tevens": "ook", "teneinde": "om",
    "thans": "nu", "tenzij": "behalve als", "trachten": "proberen", "vermits": "omdat", "waaromtrent": "waarover",
}  # fmt: skip
_ZWAAR_PATROON: Final = _patroon(*_ZWAAR)


def controleer(inhoud: Inhoud) -> list[Bevinding]:
    """Forbidden words in answers and their buttons, in what actions say, and in the school's texts."""
    bevindingen = []
    for uiting, _ in inhoud.uitingen():
        bevindingen += [Bevinding(uiting.bestand, uiting.plaats, fout) for fout in _fouten(uiting)]
    for naam, tekst in inhoud.instelling.teksten.items():
        uiting = Uiting(inhoud.instelling_bestand, naam, tekst)
        bevindingen += [Bevinding(uiting.bestand, uiting.plaats, fout) for fout in _fouten(uiting)]
    return bevindingen


def _fouten(uiting: Uiting) -> Iterator[str]:
    overmacht = "overmacht" in uiting.plaats
    for zin in (*zinnen(uiting.tekst), *(knop.titel for knop in uiting.knoppen)):
        for treffer in _U.finditer(zin):
            yield f"'{treffer[0]}': de assistent zegt je en jouw"
        for patroon in (_BELOFTEN, _BELOFTEN_OVERMACHT) if overmacht else (_BELOFTEN,):
            for treffer in patroon.finditer(zin):
                yield f"'{treffer[0]}' belooft wat niemand kan beloven"
        for treffer in _REDEN_VRAGEN.finditer(zin):
            yield f"'{treffer[0]}' vraagt naar de reden van overmacht of naar gezondheid"
        for treffer in _ZWAAR_PATROON.finditer(zin):
            yield f"'{treffer[0]}' is schrijftaal; zeg {_ZWAAR[treffer[0].lower()]}"
