"""Every answer is used, and every variant of it can be reached."""

from __future__ import annotations

import json
from collections.abc import Iterator

from controle.bevinding import Bevinding
from controle.inhoud import Inhoud
from controle.inhoud import Variant
from gesprek.antwoordgever import ENTITEITEN
from gesprek.antwoordgever import kies_variant
from leerkrediet_core import instellingen
from nlu.grammatica import woorden


def controleer(inhoud: Inhoud) -> list[Bevinding]:
    """Answers that nothing gives, answers that are named but not there, and variants that never get their turn."""
    return [*_antwoorden(inhoud), *_varianten(inhoud), *_waarden(inhoud)]


def _antwoorden(inhoud: Inhoud) -> Iterator[Bevinding]:
    in_regels = {zet for regel in inhoud.regels for zet in regel.zetten}
    for naam, varianten in inhoud.antwoorden.items():
        if naam not in in_regels and naam not in inhoud.genoemd:
            yield Bevinding(varianten[0].bestand, naam, "niets gebruikt dit antwoord: geen regel, geen actie")
    for naam, bestanden in inhoud.genoemd.items():
        if naam.startswith("utter_") and naam not in inhoud.antwoorden:
            for bestand in sorted(bestanden):
                yield Bevinding(bestand, naam, "dit antwoord bestaat niet")


def _varianten(inhoud: Inhoud) -> Iterator[Bevinding]:
    for naam, varianten in inhoud.antwoorden.items():
        vormen = [{**_vorm(variant), "eigen": variant} for variant in varianten]
        for variant in varianten:
            gekozen = kies_variant(vormen, variant.als, variant.kanaal)
            if gekozen is None or gekozen["eigen"] is not variant:
                yield Bevinding(
                    variant.bestand, variant.plaats, "deze variant komt nooit aan de beurt: een eerdere past altijd"
                )
        if not any(not v.als and not v.kanaal for v in varianten):
            yield Bevinding(
                varianten[0].bestand, naam, "er is geen variant zonder voorwaarde; soms komt er dan geen antwoord"
            )


def _waarden(inhoud: Inhoud) -> Iterator[Bevinding]:
    mogelijk = _mogelijke_waarden(inhoud)
    for variant in inhoud.varianten:
        for naam, waarde in variant.als.items():
            if naam not in ENTITEITEN:
                yield Bevinding(
                    variant.bestand, variant.plaats, f"'{naam}' kan geen voorwaarde zijn; wel {', '.join(ENTITEITEN)}"
                )
            elif naam not in inhoud.slots or naam not in inhoud.entiteiten:
                yield Bevinding("domain.yml", naam, "deze voorwaarde moet in het domein een slot en een entiteit zijn")
            elif waarde not in mogelijk[naam]:
                yield Bevinding(
                    variant.bestand, variant.plaats, f"geen bericht of knop levert ooit '{waarde}' op voor {naam}"
                )


def _mogelijke_waarden(inhoud: Inhoud) -> dict[str, set[str]]:
    """What each name of a condition may be: what the grammar reads in a message, and what a button sends."""
    mogelijk: dict[str, set[str]] = {
        "contract": set(woorden.CONTRACTEN.values()),
        "opleiding": set(woorden.OPLEIDINGEN.values()),
        "instelling": set(woorden.INSTELLINGEN.values()) & set(instellingen()),
        "situatie": set(woorden.SITUATIES.values()),
    }
    for uiting, _ in inhoud.uitingen():
        for knop in uiting.knoppen:
            _, accolade, rest = knop.lading.partition("{")
            try:
                gegevens = json.loads(accolade + rest) if accolade else {}
            except json.JSONDecodeError:
                continue
            for naam, waarde in gegevens.items() if isinstance(gegevens, dict) else ():
                if naam in mogelijk:
                    mogelijk[naam].add(str(waarde))
    return mogelijk


def _vorm(variant: Variant) -> dict[str, object]:
    eisen = [{"type": "slot", "name": naam, "value": waarde} for naam, waarde in variant.als.items()]
    return {"condition": eisen, "channel": variant.kanaal}
