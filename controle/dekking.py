"""Every intent has its rule, answer, title and messages; and nothing is there for an intent that does not exist."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from controle.bevinding import Bevinding
from controle.inhoud import DOMEIN
from controle.inhoud import NLU
from controle.inhoud import ONDERWERPEN
from controle.inhoud import REGELS
from controle.inhoud import Inhoud
from controle.soorten import GESPREKSZETTEN
from controle.soorten import VASTE_ONDERWERPEN
from controle.soorten import soort
from gesprek import beurt


def controleer(inhoud: Inhoud) -> list[Bevinding]:
    """What is missing or left over between domain, rules, actions, answers, titles and messages."""
    return [
        *_intents(inhoud),
        *_regels(inhoud),
        *_acties(inhoud),
        *_bestanden(inhoud),
        *_onderwerpen(inhoud),
        *_berichten(inhoud),
    ]


def _intents(inhoud: Inhoud) -> Iterator[Bevinding]:
    met_regel = {regel.intent for regel in inhoud.regels}
    for intent, keer in Counter(inhoud.intents).items():
        if keer > 1:
            yield Bevinding(DOMEIN, intent, "deze intent staat er meer dan één keer")
        if intent not in met_regel:
            yield Bevinding(REGELS, intent, "deze intent heeft geen regel; de student krijgt dan geen antwoord")
    for intent in (*VASTE_ONDERWERPEN, *GESPREKSZETTEN):
        if intent not in inhoud.intents:
            yield Bevinding(DOMEIN, intent, "deze intent ontbreekt, maar anderen bouwen erop")
    for waar, namen in vars(beurt).items():
        # A set that names an intent holds intents only; other sets hold other things.
        if isinstance(namen, frozenset) and namen & set(inhoud.intents):
            for intent in sorted(namen - set(inhoud.intents)):
                yield Bevinding("gesprek/beurt.py", waar, f"de intent '{intent}' staat niet in {DOMEIN}")


def _regels(inhoud: Inhoud) -> Iterator[Bevinding]:
    bestaat = {*inhoud.antwoorden, *inhoud.domeinacties}
    for intent, keer in Counter(regel.intent for regel in inhoud.regels).items():
        if keer > 1:
            yield Bevinding(REGELS, intent, "deze intent heeft meer dan één regel")
    for regel in inhoud.regels:
        if regel.intent not in inhoud.intents:
            yield Bevinding(REGELS, regel.naam, f"de intent '{regel.intent}' staat niet in {DOMEIN}")
        if not regel.zetten:
            yield Bevinding(REGELS, regel.naam, "deze regel geeft geen antwoord")
        for zet in regel.zetten:
            if zet not in bestaat:
                yield Bevinding(REGELS, regel.naam, f"'{zet}' bestaat niet, als antwoord noch als actie")


def _acties(inhoud: Inhoud) -> Iterator[Bevinding]:
    gebruikt = {zet for regel in inhoud.regels for zet in regel.zetten} | set(inhoud.genoemd)
    for naam in inhoud.domeinacties:
        if naam not in inhoud.acties:
            yield Bevinding(DOMEIN, naam, "deze actie is nergens gemaakt")
        if naam not in gebruikt:
            yield Bevinding(DOMEIN, naam, "geen regel en geen beurt gebruikt deze actie")
    for naam, actie in inhoud.acties.items():
        if naam not in inhoud.domeinacties:
            yield Bevinding(actie.bestand, naam, f"deze actie staat niet in {DOMEIN}; Rasa roept ze dan nooit op")
        if not actie.uitingen and not actie.antwoorden:
            yield Bevinding(actie.bestand, naam, "deze actie zegt in geen enkel voorbeeld iets")


def _bestanden(inhoud: Inhoud) -> Iterator[Bevinding]:
    for naam, varianten in inhoud.antwoorden.items():
        for bestand in dict.fromkeys(v.bestand for v in varianten):
            if bestand.rpartition("/")[2] != f"{naam.removeprefix('utter_')}.yml":
                yield Bevinding(bestand, naam, f"dit antwoord hoort in {naam.removeprefix('utter_')}.yml")


def _onderwerpen(inhoud: Inhoud) -> Iterator[Bevinding]:
    nodig = [intent for intent in inhoud.intents if soort(intent) == "onderwerp"]
    for intent in nodig:
        if intent not in inhoud.onderwerpen:
            yield Bevinding(ONDERWERPEN, intent, "dit onderwerp heeft geen titel voor zijn knop")
    for intent in inhoud.onderwerpen:
        if intent not in nodig:
            yield Bevinding(ONDERWERPEN, intent, f"er is geen onderwerp met deze naam in {DOMEIN}")
    for titel, keer in Counter(inhoud.onderwerpen.values()).items():
        if keer > 1:
            yield Bevinding(ONDERWERPEN, titel, "twee onderwerpen hebben deze titel")


def _berichten(inhoud: Inhoud) -> Iterator[Bevinding]:
    nodig = {intent for intent in inhoud.intents if soort(intent) not in ("techniek", "knop")}
    geleerd = {bericht.intent for bericht in inhoud.berichten}
    for intent in sorted(nodig - geleerd):
        yield Bevinding(f"{NLU}/{intent}.yml", intent, "deze intent heeft geen voorbeeldberichten")
    for intent in sorted(geleerd - nodig):
        yield Bevinding(f"{NLU}/{intent}.yml", intent, f"er zijn berichten voor een intent die {DOMEIN} niet kent")
    for bestand, intent in sorted({(b.bestand, b.intent) for b in inhoud.berichten}):
        if bestand != f"{NLU}/{intent}.yml":
            yield Bevinding(bestand, intent, f"deze berichten horen in {NLU}/{intent}.yml")
