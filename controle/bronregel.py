"""Every answer about a topic says where it is laid down, in its last line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from typing import Final

from controle.bevinding import Bevinding
from controle.inhoud import Inhoud
from controle.inhoud import Variant
from controle.soorten import soort


BEGIN: Final = "Bron: "


def controleer(inhoud: Inhoud) -> list[Bevinding]:
    """Answers about a topic, or with a figure of the law, without a source as their last line."""
    onderwerpen = {intent for intent in inhoud.intents if soort(intent) == "onderwerp"}
    zetten = {zet for regel in inhoud.regels if regel.intent in onderwerpen for zet in regel.zetten}
    # What an action gives beside the answer of its topic is talk: "we stop the calculation".
    return list(_regels(inhoud, zetten | {f"utter_{intent}" for intent in onderwerpen}))


def _regels(inhoud: Inhoud, onderwerpen: set[str]) -> Iterator[Bevinding]:
    for variant in inhoud.varianten:
        regels = variant.tekst.splitlines()
        bronnen = [nummer for nummer, regel in enumerate(regels) if regel.startswith(BEGIN.strip())]
        nodig = variant.antwoord in onderwerpen or _heeft_cijfer_van_de_wet(inhoud, variant)
        if nodig and not bronnen:
            yield Bevinding(variant.bestand, variant.plaats, "de laatste regel moet 'Bron: ...' zijn")
        for nummer in bronnen:
            if nummer != len(regels) - 1:
                yield Bevinding(variant.bestand, variant.plaats, "de bron hoort in de laatste regel, en één keer")
            elif len(regels[nummer].removeprefix(BEGIN.strip()).strip()) < len("OER"):
                yield Bevinding(variant.bestand, variant.plaats, "na 'Bron:' staat niets")


def _heeft_cijfer_van_de_wet(inhoud: Inhoud, variant: Variant) -> bool:
    rijen: list[dict[str, Any]] = (inhoud.cijfers["antwoorden"] or {}).get(variant.antwoord, [])
    return any(
        "parameter" in duiding
        for rij in rijen
        if rij["als"] == variant.als
        for duidingen in rij["cijfers"].values()
        for duiding in duidingen
    )
