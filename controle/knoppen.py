"""Every button leads somewhere and fits every channel."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from typing import Final

from channels.bericht import is_knoplading
from controle.acties import GESPREKKEN
from controle.acties import zeg
from controle.bevinding import Bevinding
from controle.inhoud import ONDERWERPEN
from controle.inhoud import Inhoud
from controle.inhoud import Variant
from controle.soorten import soort
from controle.uiting import Knop
from controle.uiting import Uiting
from gesprek.antwoordgever import ENTITEITEN


#: Facebook Messenger drops all buttons when there are more, or when a title is longer.
MEESTE_KNOPPEN: Final = 3
MEESTE_TEKENS_TITEL: Final = 20
#: Telegram takes no more, in UTF-8.
MEESTE_BYTES_LADING: Final = 64
#: Who is in danger must not be led to a calculation.
ZONDER_KNOPPEN: Final = frozenset(("utter_buiten_bereik_nood",))
_VORM: Final = '/intent of /intent{"naam":"waarde"}'
_GEREKEND: Final = "1e jaar 60 opgenomen, 45 geslaagd"


def controleer(inhoud: Inhoud) -> list[Bevinding]:
    """Buttons that a channel would drop, that lead nowhere, or of which the payload says something unknown."""
    return [*_uitingen(inhoud), *_titels(inhoud), *_ongezien(inhoud)]


def _uitingen(inhoud: Inhoud) -> Iterator[Bevinding]:
    for uiting, variant in inhoud.uitingen():
        fouten = [*_rij(uiting, variant)]
        for knop in uiting.knoppen:
            fouten += [f"knop '{knop.titel}': {fout}" for fout in (*_grenzen(knop), *_doel(inhoud, knop, variant))]
        yield from (Bevinding(uiting.bestand, uiting.plaats, fout) for fout in fouten)


def _rij(uiting: Uiting, variant: Variant | None) -> Iterator[str]:
    if len(uiting.knoppen) > MEESTE_KNOPPEN:
        yield f"{len(uiting.knoppen)} knoppen; hoogstens {MEESTE_KNOPPEN}"
    if len({knop.titel for knop in uiting.knoppen}) < len(uiting.knoppen):
        yield "twee knoppen hebben dezelfde titel"
    if len({knop.lading for knop in uiting.knoppen}) < len(uiting.knoppen):
        yield "twee knoppen leiden naar hetzelfde"
    if variant is not None and variant.antwoord in ZONDER_KNOPPEN and uiting.knoppen:
        yield "bij dit antwoord horen geen knoppen"


def _grenzen(knop: Knop) -> Iterator[str]:
    if not knop.titel.strip():
        yield "de titel is leeg"
    if len(knop.titel) > MEESTE_TEKENS_TITEL:
        yield f"de titel telt {len(knop.titel)} tekens; hoogstens {MEESTE_TEKENS_TITEL}"
    bytes_ = len(knop.lading.encode())
    if bytes_ > MEESTE_BYTES_LADING:
        yield f"de lading telt {bytes_} bytes; hoogstens {MEESTE_BYTES_LADING}"


def _doel(inhoud: Inhoud, knop: Knop, variant: Variant | None) -> Iterator[str]:
    if not knop.lading.startswith("/") or not is_knoplading(knop.lading, inhoud.intents):
        yield f"'{knop.lading}' leidt nergens heen; schrijf {_VORM}"
        return
    intent, accolade, rest = knop.lading[1:].partition("{")
    gegevens = json.loads(accolade + rest) if accolade else {}
    if soort(intent) == "techniek":
        yield f"'{intent}' is voor de kanalen, niet voor een knop"
    for naam, waarde in gegevens.items():
        yield from _gegeven(inhoud, intent, naam, waarde, knop)
    if variant is not None and not gegevens and variant.antwoord in inhoud.antwoorden_van(intent):
        yield "deze knop leidt naar het eigen onderwerp: de student loopt in een kring"


def _gegeven(inhoud: Inhoud, intent: str, naam: str, waarde: str, knop: Knop) -> Iterator[str]:
    if naam not in inhoud.entiteiten:
        yield f"'{naam}' is geen entiteit van het domein"
    elif naam in ENTITEITEN:
        namen = inhoud.antwoorden_van(intent)
        if not any(v.als.get(naam) == waarde for v in inhoud.varianten if v.antwoord in namen):
            yield f"geen variant van {' of '.join(namen) or intent} heeft de voorwaarde {naam}: {waarde}"
    elif not _maakt_verschil(inhoud, intent, knop):
        yield f"{naam}: {waarde} verandert niets aan wat '{intent}' zegt"


def _maakt_verschil(inhoud: Inhoud, intent: str, knop: Knop) -> bool:
    """Whether an action of ``intent`` says something else with this payload than without, somewhere in a conversation."""
    acties = [zet for regel in inhoud.regels if regel.intent == intent for zet in regel.zetten if zet in inhoud.acties]
    return any(
        _teksten(actie, (*vooraf, knop.lading)) != _teksten(actie, (*vooraf, f"/{intent}"))
        for actie in acties
        for vooraf in _plaatsen(actie)
    )


def _plaatsen(actie: str) -> Iterator[tuple[str, ...]]:
    """Where a button can be pressed: after an outcome, and after each message of the examples."""
    yield (_GEREKEND,)
    for reeks in GESPREKKEN.get(actie, ()):
        yield from (tuple(reeks[:aantal]) for aantal in range(1, len(reeks) + 1))


def _teksten(actie: str, berichten: tuple[str, ...]) -> list[Any]:
    return [bericht.get("text") or bericht.get("response") for bericht in zeg(actie, berichten)]


def _titels(inhoud: Inhoud) -> Iterator[Bevinding]:
    for intent, titel in inhoud.onderwerpen.items():
        for fout in _grenzen(Knop(titel, f"/{intent}")):
            yield Bevinding(ONDERWERPEN, intent, fout)


def _ongezien(inhoud: Inhoud) -> Iterator[Bevinding]:
    for actie in inhoud.acties.values():
        gezien = {knop.lading for uiting in actie.uitingen for knop in uiting.knoppen}
        elders = {k.lading for a in inhoud.acties.values() for u in a.uitingen for k in u.knoppen}
        for lading in actie.ladingen:
            if lading not in gezien | elders:
                yield Bevinding(
                    actie.bestand,
                    actie.naam,
                    f"de knop met '{lading}' komt in geen voorbeeld van controle/acties.py voor",
                )
