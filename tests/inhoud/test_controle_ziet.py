"""Each check can really fail: it is shown one broken example of everything that it must see."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from controle.__main__ import main
from controle.bevinding import Bevinding
from controle.inhoud import Bericht
from controle.inhoud import Inhoud
from controle.inhoud import Regel
from controle.inhoud import lees_inhoud
from controle.uiting import Knop
from controle.uiting import Uiting


WORTEL = Path(__file__).resolve().parents[2]
Vind = Callable[[str, Inhoud], list[Bevinding]]
MetVariant = Callable[..., Inhoud]


def _zegt(bevindingen: list[Bevinding], patroon: str) -> bool:
    return any(re.search(patroon, str(bevinding)) for bevinding in bevindingen)


# -- dekking


def _zonder_regel(inhoud: Inhoud) -> Inhoud:
    return replace(inhoud, regels=tuple(r for r in inhoud.regels if r.intent != "werking"))


def _regel(inhoud: Inhoud, *regels: Regel) -> Inhoud:
    return replace(inhoud, regels=(*inhoud.regels, *regels))


def _zonder_intent(inhoud: Inhoud) -> Inhoud:
    return replace(inhoud, intents=tuple(i for i in inhoud.intents if i != "afscheid"))


def _zonder_titel(inhoud: Inhoud) -> Inhoud:
    return replace(inhoud, onderwerpen={i: t for i, t in inhoud.onderwerpen.items() if i != "werking"})


def _verhuisd(inhoud: Inhoud) -> Inhoud:
    eerste, *rest = inhoud.varianten
    return replace(inhoud, varianten=(replace(eerste, bestand="data/antwoorden/elders.yml"), *rest))


DEKKING: dict[str, tuple[Callable[[Inhoud], Inhoud], str]] = {
    "an intent without a rule": (_zonder_regel, "regels.yml: werking: .*geen regel"),
    "an intent with two rules": (
        lambda i: _regel(i, Regel("extra", "werking", ("utter_werking",))),
        "meer dan één regel",
    ),
    "a rule for no intent": (
        lambda i: _regel(i, Regel("extra", "bestaat_niet", ("utter_werking",))),
        "'bestaat_niet' staat",
    ),
    "a rule to no answer": (lambda i: _regel(i, Regel("extra", "werking", ("utter_weg",))), "'utter_weg' bestaat niet"),
    "a rule without a move": (lambda i: _regel(i, Regel("extra", "werking", ())), "geeft geen antwoord"),
    "a fixed intent that is gone": (_zonder_intent, "domain.yml: afscheid: .*ontbreekt"),
    "an intent that code names": (_zonder_intent, "gesprek/beurt.py: .*'afscheid'"),
    "an intent that stands twice": (lambda i: replace(i, intents=(*i.intents, "werking")), "meer dan één keer"),
    "an action that is not made": (
        lambda i: replace(i, domeinacties=(*i.domeinacties, "action_weg")),
        "action_weg: .*nergens gemaakt",
    ),
    "an action that nothing calls": (
        lambda i: replace(i, domeinacties=(*i.domeinacties, "action_weg")),
        "action_weg: .*gebruikt deze actie",
    ),
    "an action that the domain misses": (
        lambda i: replace(i, domeinacties=tuple(a for a in i.domeinacties if a != "action_opnieuw")),
        "action_opnieuw: .*niet in domain.yml",
    ),
    "an answer in another's file": (_verhuisd, "elders.yml: .*hoort in"),
    "a topic without a title": (_zonder_titel, "onderwerpen.yml: werking: .*geen titel"),
    "a title without a topic": (
        lambda i: replace(i, onderwerpen={**i.onderwerpen, "afscheid": "Tot ziens"}),
        "afscheid: er is geen onderwerp",
    ),
    "two topics with one title": (
        lambda i: replace(i, onderwerpen={**i.onderwerpen, "graduaat": "Stoppen"}),
        "Stoppen: twee onderwerpen",
    ),
    "an intent without messages": (
        lambda i: replace(i, berichten=tuple(b for b in i.berichten if b.intent != "hulp")),
        "data/nlu/hulp.yml: .*geen voorbeeldberichten",
    ),
    "messages without an intent": (
        lambda i: replace(i, berichten=(*i.berichten, Bericht("data/nlu/weg.yml", "weg", "dag"))),
        "weg: er zijn berichten",
    ),
    "messages in another's file": (
        lambda i: replace(i, berichten=(*i.berichten, Bericht("data/nlu/hulp.yml", "werking", "dag"))),
        "hulp.yml: werking: .*horen in",
    ),
}


@pytest.mark.parametrize("geval", DEKKING)
def test_a_gap_between_intents_rules_and_answers_is_seen(geval: str, inhoud: Inhoud, nieuw: Vind) -> None:
    breek, patroon = DEKKING[geval]
    assert _zegt(nieuw("dekking", breek(inhoud)), patroon)


# -- gebruik


def test_an_answer_that_nothing_uses_is_seen(met_variant: MetVariant, nieuw: Vind) -> None:
    assert _zegt(nieuw("gebruik", met_variant()), "utter_proef: niets gebruikt")


def test_an_answer_that_code_names_and_is_not_there_is_seen(inhoud: Inhoud, nieuw: Vind) -> None:
    kapot = replace(inhoud, genoemd={**inhoud.genoemd, "utter_weg": frozenset(("actions/basis.py",))})
    assert _zegt(nieuw("gebruik", kapot), "actions/basis.py: utter_weg: .*bestaat niet")


def test_a_variant_behind_one_that_always_fits_is_seen(met_variant: MetVariant, nieuw: Vind) -> None:
    kapot = met_variant(antwoord="utter_werking", als={"opleiding": "master"})
    assert _zegt(nieuw("gebruik", kapot), r"utter_werking \(opleiding: master\): .*nooit aan de beurt")


def test_an_answer_with_only_conditions_is_seen(met_variant: MetVariant, nieuw: Vind) -> None:
    assert _zegt(nieuw("gebruik", met_variant(als={"opleiding": "master"})), "utter_proef: .*zonder voorwaarde")


@pytest.mark.parametrize(
    ("als", "patroon"),
    [({"leeftijd": "20"}, "'leeftijd' kan geen voorwaarde"), ({"opleiding": "bakker"}, "'bakker' op voor opleiding")],
)
def test_a_condition_that_never_holds_is_seen(
    als: dict[str, str], patroon: str, met_variant: MetVariant, nieuw: Vind
) -> None:
    assert _zegt(nieuw("gebruik", met_variant(als=als)), patroon)


# -- knoppen


@pytest.mark.parametrize(
    ("knoppen", "patroon"),
    [
        ((("Weg", "/bestaat_niet"),), "leidt nergens heen"),
        ((("Weg", "werking"),), "leidt nergens heen"),
        ((("Weg", '/werking{"opleiding":'),), "leidt nergens heen"),
        ((("Weg", '/werking{"opleiding":3}'),), "leidt nergens heen"),
        ((("Weg", "/nlu_fallback"),), "niet voor een knop"),
        ((("Weg", '/werking{"leeftijd":"20"}'),), "'leeftijd' is geen entiteit"),
        ((("Weg", '/voor_wie{"opleiding":"bakker"}'),), "geen variant .*opleiding: bakker"),
        ((("Weg", '/werking{"opleiding":"master"}'),), "geen variant .*opleiding: master"),
        ((("Weg", '/saldo_berekenen{"keuze":"weg"}'),), "keuze: weg verandert niets"),
        ((("Een titel die te lang is", "/werking"),), "24 tekens; hoogstens 20"),
        (((" ", "/werking"),), "titel is leeg"),
        ((("Weg", '/veranderen_richting{"situatie":"' + "é" * 20 + '"}'),), "bytes; hoogstens 64"),
        ((("A", "/werking"), ("B", "/hulp"), ("C", "/graduaat"), ("D", "/heropbouw")), "4 knoppen; hoogstens 3"),
        ((("A", "/werking"), ("A", "/hulp")), "dezelfde titel"),
        ((("A", "/werking"), ("B", "/werking")), "leiden naar hetzelfde"),
    ],
)
def test_a_button_that_does_not_work_is_seen(
    knoppen: tuple[tuple[str, str], ...], patroon: str, met_variant: MetVariant, nieuw: Vind
) -> None:
    assert _zegt(nieuw("knoppen", met_variant(knoppen=knoppen)), f"utter_proef: .*{patroon}")


@pytest.mark.parametrize("knop", [("Ja", "/werking"), ("Nog een", '/saldo_berekenen{"keuze":"nog_een_jaar"}')])
def test_a_button_that_works_is_left_alone(knop: tuple[str, str], met_variant: MetVariant, nieuw: Vind) -> None:
    assert nieuw("knoppen", met_variant(knoppen=(knop,))) == []


def test_a_button_back_to_its_own_topic_is_seen(met_variant: MetVariant, nieuw: Vind) -> None:
    kapot = met_variant(antwoord="utter_werking", knoppen=(("Nog eens", "/werking"),))
    assert _zegt(nieuw("knoppen", kapot), "kring")


def test_a_button_under_the_answer_to_an_emergency_is_seen(met_variant: MetVariant, nieuw: Vind) -> None:
    kapot = met_variant(antwoord="utter_buiten_bereik_nood", knoppen=(("Rekenen", "/saldo_berekenen"),))
    assert _zegt(nieuw("knoppen", kapot), "horen geen knoppen")


def test_a_topic_whose_title_does_not_fit_a_button_is_seen(inhoud: Inhoud, nieuw: Vind) -> None:
    kapot = replace(inhoud, onderwerpen={**inhoud.onderwerpen, "werking": "Hoe werkt dat nu eigenlijk?"})
    assert _zegt(nieuw("knoppen", kapot), "onderwerpen.yml: werking: .*27 tekens")


def test_a_wrong_button_of_an_action_is_seen(inhoud: Inhoud, nieuw: Vind) -> None:
    actie = inhoud.acties["action_opnieuw"]
    uiting = Uiting(actie.bestand, actie.naam, "Dag.", (Knop("Weg", "/weg"),))
    kapot = replace(inhoud, acties={**inhoud.acties, actie.naam: replace(actie, uitingen=(uiting,))})
    assert _zegt(nieuw("knoppen", kapot), "actions/opnieuw.py: action_opnieuw: .*nergens heen")


def test_a_button_of_an_action_that_no_example_shows_is_seen(inhoud: Inhoud, nieuw: Vind) -> None:
    actie = inhoud.acties["action_opnieuw"]
    kapot = replace(inhoud, acties={**inhoud.acties, actie.naam: replace(actie, ladingen=("/nergens_gezien",))})
    assert _zegt(nieuw("knoppen", kapot), "'/nergens_gezien' komt in geen voorbeeld")


# -- cijfers


def _met_cijfers(kapot: Inhoud, cijfers: dict[str, Any], antwoord: str = "utter_proef") -> Inhoud:
    antwoorden = {**kapot.cijfers["antwoorden"], antwoord: [{"als": {}, "cijfers": cijfers}]}
    return replace(kapot, cijfers={**kapot.cijfers, "antwoorden": antwoorden})


@pytest.mark.parametrize(
    ("tekst", "cijfers", "patroon"),
    [
        ("Je start met 140.", {}, "140 staat niet in"),
        ("Voor 1 december.", {"1": [{"vast": "een ander getal"}]}, "1 december staat niet in"),
        ("De Helft.", {}, "helft staat niet in"),
        ("Je start.", {"140": [{"parameter": "startkrediet"}]}, "noemt 140, maar"),
        ("Met 120.", {"120": [{"parameter": "startkrediet"}]}, "120 moet 140 zijn"),
        ("Met 120.", {"120": [{"parameter": "bestaat_niet"}]}, "kan niet: er is geen parameter"),
        ("In 2009-2010.", {"2009-2010": [{"parameter": "startkrediet", "veld": "vanaf"}]}, "moet 2008-2009 zijn"),
        ("Op 2 december.", {"2 december": [{"parameter": "herorientering_volledig_voor"}]}, "moet 1 december zijn"),
        ("Of 3.", {"3": [{"parameter": "herorientering_deel"}]}, "moet helft zijn"),
        ("Dus 171.", {"171": [{"loopbaan": [[60, 45]], "vraag": "saldo"}]}, "171 moet 170 zijn"),
        ("Dus 19.", {"19": [{"loopbaan": [[60, 40]], "vraag": "bonus_over"}]}, "19 moet 20 zijn"),
        ("Dus 61.", {"61": [{"loopbaan": [[60, 60]], "masterdiploma": True, "vraag": "saldo"}]}, "61 moet 60 zijn"),
        ("Dus 1.", {"1": [{"loopbaan": [[60, 61]], "vraag": "saldo"}]}, "de duiding van 1 .*kan niet"),
        ("Dus 1.", {"1": [{"loopbaan": [[60, 60]], "vraag": "bonus"}]}, "de duiding van 1 .*'bonus_over'"),
        ("Dus 12.", {"12": [{"teruggave": {"verworven": 6, "bonus_over": 3}}]}, "12 moet 9 zijn"),
        (
            "Dus 36.",
            {"36": [{"heropbouw": {"saldo": 25, "laatste_jaar": "2023-2024", "stand_in": "2025-2026"}}]},
            "36 moet 35 zijn",
        ),
        (
            "Op 2 december.",
            {"2 december": [{"instelling": "EhB", "datum": "12-02"}]},
            "geen stopdag .*wel: 15 maart, 1 dec",
        ),
        ("Op 2 december.", {"2 december": [{"instelling": "EhB", "datum": "12-01"}]}, "moet 1 december zijn"),
        ("Op 15 juni.", {"15 juni": [{"instelling": "VUB", "tekst": "opgelet"}]}, "15 juni staat niet in wat"),
        ("Op 5 mei.", {"5 mei": [{"instelling": "VUB", "tekst": "opgelet"}]}, "5 mei staat niet in wat"),
        ("Op 5.", {"5": [{"instelling": "Oxford", "tekst": "opgelet"}]}, "'Oxford' is geen bekende"),
        ("Dus 5.", {"5": [{"vast": ""}]}, "heeft een reden nodig"),
        ("Dus 5.", {"5": []}, "zegt niet wat 5 is"),
        ("Dus 5.", {"5": [{"geraden": "ja"}]}, "geen bekende soort"),
        ("Dus 5.", {"5": [{"vast": "een voorbeeld", "parameter": "startkrediet"}]}, "hoort niet bij"),
        ("Je krijgt er zestig.", {}, "schrijf 'zestig' in cijfers"),
        ("Je krijgt er honderdveertig.", {}, "schrijf 'honderdveertig' in cijfers"),
    ],
)
def test_a_figure_that_is_wrong_or_unexplained_is_seen(
    tekst: str, cijfers: dict[str, Any], patroon: str, met_variant: MetVariant, nieuw: Vind
) -> None:
    assert _zegt(nieuw("cijfers", _met_cijfers(met_variant(tekst), cijfers)), f"utter_proef: .*{patroon}")


def test_a_figure_in_a_button_is_seen(met_variant: MetVariant, nieuw: Vind) -> None:
    assert _zegt(nieuw("cijfers", met_variant(knoppen=(("Na 15 maart", "/werking"),))), "15 maart staat niet in")


def test_a_figure_in_an_address_is_no_figure(met_variant: MetVariant, nieuw: Vind) -> None:
    assert nieuw("cijfers", met_variant("Zie https://www.zelfmoord1813.be.")) == []


def test_figures_for_an_answer_that_is_gone_are_seen(inhoud: Inhoud, nieuw: Vind) -> None:
    assert _zegt(nieuw("cijfers", _met_cijfers(inhoud, {}, "utter_weg")), "cijfers.yml: utter_weg: .*bestaat niet")


def test_a_changed_date_of_the_school_is_seen(inhoud: Inhoud, nieuw: Vind) -> None:
    teksten = {**inhoud.instelling.teksten, "stop_regel": "Je krijgt voor 2 december alles terug."}
    kapot = replace(inhoud, instelling=inhoud.instelling.copy(update={"teksten": teksten}))
    gevonden = nieuw("cijfers", kapot)
    assert _zegt(gevonden, "instelling.yml: stop_regel: .*2 december staat niet in")
    assert _zegt(gevonden, "instelling.yml: stop_regel: .*noemt 1 december, maar")


def test_dates_of_another_school_are_seen(inhoud: Inhoud, nieuw: Vind) -> None:
    kapot = replace(inhoud, instelling=inhoud.instelling.copy(update={"sleutel": "UGent"}))
    assert _zegt(nieuw("cijfers", kapot), "houdt 1 december tegen EhB, maar dit is de tekst van UGent")


# -- plaatshouders, bron en links


@pytest.mark.parametrize(
    ("tekst", "patroon"),
    [
        ("Bel {telefoon}.", r"niets vult \{telefoon\} in"),
        ("Bel {instelling_naam.", r"niets vult \{ in"),
        ("", "tekst is leeg"),
        ("Dit is **belangrijk**.", "opmaak"),
        ("Dit is <b>vet</b>.", "opmaak"),
        ("Dit is [een link](https://a.be).", "opmaak"),
        ("woord " * 120, "tekens; hoogstens 650"),
    ],
)
def test_a_text_with_a_hole_markup_or_too_much_is_seen(
    tekst: str, patroon: str, met_variant: MetVariant, nieuw: Vind
) -> None:
    assert _zegt(nieuw("plaatshouders", met_variant(tekst)), f"utter_proef: .*{patroon}")


def test_a_text_that_a_school_lacks_is_seen(inhoud: Inhoud, nieuw: Vind) -> None:
    teksten = {n: t for n, t in inhoud.instelling.teksten.items() if n != "stop_regel"}
    kapot = replace(inhoud, instelling=inhoud.instelling.copy(update={"teksten": teksten}))
    assert _zegt(nieuw("plaatshouders", kapot), r"utter_stoppen_uitschrijven: niets vult \{stop_regel\} in")


def test_a_placeholder_inside_a_text_of_the_school_is_seen(inhoud: Inhoud, nieuw: Vind) -> None:
    teksten = {**inhoud.instelling.teksten, "ombuds_uitleg": "Ga naar {secretariaat}."}
    kapot = replace(inhoud, instelling=inhoud.instelling.copy(update={"teksten": teksten}))
    assert _zegt(nieuw("plaatshouders", kapot), "instelling.yml: ombuds_uitleg: .*plaatshouder in een")


@pytest.mark.parametrize(
    ("tekst", "patroon"),
    [
        ("Zo werkt het.", "laatste regel moet"),
        ("Bron: de wet\nZo werkt het.", "hoort in de laatste regel"),
        ("Bron: de wet\nBron: de wet", "hoort in de laatste regel"),
        ("Zo werkt het.\nBron: ", "staat niets"),
    ],
)
def test_an_answer_on_a_topic_without_its_source_is_seen(
    tekst: str, patroon: str, met_variant: MetVariant, nieuw: Vind
) -> None:
    kapot = met_variant(tekst, antwoord="utter_werking", als={"opleiding": "master"})
    assert _zegt(nieuw("bronregel", kapot), patroon)


def test_talk_needs_no_source_but_a_figure_of_the_law_does(met_variant: MetVariant, nieuw: Vind) -> None:
    assert nieuw("bronregel", met_variant("Dag!")) == []
    kapot = _met_cijfers(met_variant("Je hebt 7 dagen."), {"7": [{"parameter": "beroep_raad_dagen"}]})
    assert _zegt(nieuw("bronregel", kapot), "utter_proef: de laatste regel")


@pytest.mark.parametrize(
    "tekst",
    [
        "Zie http://burgerprofiel.be.",
        "Zie www.burgerprofiel.be.",
        "Zie https://burgerprofiel.",
        "Zie https://burger profiel.be",
        "Zie javascript:alert(1).",
        "Zie ftp://burgerprofiel.be.",
        "Mail info@burgerprofiel.be.",
    ],
)
def test_a_link_that_cannot_be_followed_safely_is_seen(tekst: str, met_variant: MetVariant, nieuw: Vind) -> None:
    assert _zegt(nieuw("links", met_variant(tekst)), "utter_proef: ")


@pytest.mark.parametrize(
    "tekst",
    ["Zie https://burgerprofiel.be.", "Mail mailto:a@b.be.", "Bel tel:+3225550000.", "Kies: 3 of 4.", "Let op: stop."],
)
def test_a_link_that_can_be_followed_is_left_alone(tekst: str, met_variant: MetVariant, nieuw: Vind) -> None:
    assert nieuw("links", met_variant(tekst)) == []


# -- leesbaarheid en woordkeuze

ZWAAR = (
    "De onderwijsinstelling communiceert voorafgaandelijk de toepasselijke studievoortgangsmaatregelen. "
    "Betreffende herinschrijvingsvoorwaarden raadpleegt de betrokkene onmiddellijk het kwaliteitssecretariaat. "
    "Administratieve onregelmatigheden veroorzaken onherroepelijk vertragingen bij dossierbehandelingen. "
    "Verantwoordelijke medewerkers evalueren vervolgens individuele omstandigheden en aanvullende documentatie zorgvuldig."
)


def test_a_heavy_text_is_seen(met_variant: MetVariant, nieuw: Vind) -> None:
    assert _zegt(nieuw("leesbaarheid", met_variant(ZWAAR)), "utter_proef: leest te zwaar")


def test_a_light_text_is_left_alone(met_variant: MetVariant, nieuw: Vind) -> None:
    licht = "Je start met een volle rugzak. Elk vak haalt er iets uit. Slaag je, dan stop je het er weer in. " * 2
    assert nieuw("leesbaarheid", met_variant(licht)) == []


@pytest.mark.parametrize(("woorden", "te_lang"), [(20, False), (21, True)])
def test_a_sentence_has_twenty_words_at_most(woorden: int, te_lang: bool, met_variant: MetVariant, nieuw: Vind) -> None:
    kapot = met_variant("- " + "ja " * woorden + "\nEn dan dit.")
    assert _zegt(nieuw("leesbaarheid", kapot), "een zin van 21 woorden") is te_lang


def test_a_long_sentence_of_an_action_is_seen(inhoud: Inhoud, nieuw: Vind) -> None:
    actie = inhoud.acties["action_opnieuw"]
    uiting = Uiting(actie.bestand, actie.naam, "ja " * 25)
    kapot = replace(inhoud, acties={**inhoud.acties, actie.naam: replace(actie, uitingen=(uiting,))})
    assert _zegt(nieuw("leesbaarheid", kapot), "actions/opnieuw.py: action_opnieuw: een zin van 25 woorden")


def test_a_very_long_word_is_seen(met_variant: MetVariant, nieuw: Vind) -> None:
    kapot = met_variant("Lees de aansprakelijkheidsverzekering.")
    assert _zegt(nieuw("leesbaarheid", kapot), "'aansprakelijkheidsverzekering' is een te lang woord")


@pytest.mark.parametrize(
    ("tekst", "patroon"),
    [
        ("Uw saldo staat klaar.", "'Uw': de assistent zegt je"),
        ("Kan u dat nakijken?", "'u': de assistent zegt je"),
        ("Je krijgt het zeker terug.", "belooft"),
        ("Dat is een garantie.", "belooft"),
        ("Dat garanderen we.", "belooft"),
        ("De Raad zal je gelijk geven.", "belooft"),
        ("Dat komt goed.", "belooft"),
        ("Waarom miste je het examen?", "vraagt naar de reden"),
        ("Waarom kon je niet gaan? Vertel me wat er was.", "vraagt naar de reden"),
        ("Wat was de reden?", "vraagt naar de reden"),
        ("Was je lang ziek?", "vraagt naar de reden"),
        ("Wat is er gebeurd?", "vraagt naar de reden"),
        ("Stuur mij je attest.", "vraagt naar de reden"),
        ("Doe dat indien nodig.", "'indien' is schrijftaal; zeg als"),
    ],
)
def test_a_forbidden_word_is_seen(tekst: str, patroon: str, met_variant: MetVariant, nieuw: Vind) -> None:
    assert _zegt(nieuw("woordkeuze", met_variant(tekst)), f"utter_proef: .*{patroon}")


def test_a_forbidden_word_in_a_button_or_in_a_text_of_the_school_is_seen(
    inhoud: Inhoud, met_variant: MetVariant, nieuw: Vind
) -> None:
    assert _zegt(nieuw("woordkeuze", met_variant(knoppen=(("Uw saldo", "/werking"),))), "utter_proef: 'Uw'")
    teksten = {**inhoud.instelling.teksten, "ombuds_uitleg": "Uw ombuds helpt."}
    kapot = replace(inhoud, instelling=inhoud.instelling.copy(update={"teksten": teksten}))
    assert _zegt(nieuw("woordkeuze", kapot), "instelling.yml: ombuds_uitleg: 'Uw'")


def test_what_always_comes_back_may_be_said_but_not_of_overmacht(met_variant: MetVariant, nieuw: Vind) -> None:
    zin = "Je punten komen altijd terug."
    assert nieuw("woordkeuze", met_variant(zin)) == []
    assert _zegt(nieuw("woordkeuze", met_variant(zin, antwoord="utter_overmacht_proef")), "'altijd terug' belooft")


# -- training


def _met_berichten(inhoud: Inhoud, *teksten: tuple[str, str]) -> Inhoud:
    extra = tuple(Bericht(f"data/nlu/{intent}.yml", intent, tekst) for intent, tekst in teksten)
    return replace(inhoud, berichten=(*inhoud.berichten, *extra))


def test_an_intent_with_149_messages_is_seen(inhoud: Inhoud, nieuw: Vind) -> None:
    van_hulp = {*[b for b in inhoud.berichten if b.intent == "hulp"][:149]}
    kapot = replace(inhoud, berichten=tuple(b for b in inhoud.berichten if b.intent != "hulp" or b in van_hulp))
    assert _zegt(nieuw("training", kapot), "hulp: 149 berichten; minstens 150")


def test_too_few_messages_out_of_scope_are_seen(inhoud: Inhoud, nieuw: Vind) -> None:
    buiten = [b for b in inhoud.berichten if b.intent.startswith("buiten_bereik")]
    weg = set(buiten[: len(buiten) - 399])
    kapot = replace(inhoud, berichten=tuple(b for b in inhoud.berichten if b not in weg))
    gevonden = nieuw("training", kapot)
    assert _zegt(gevonden, "buiten_bereik: samen 399 berichten; minstens 1000")
    assert _zegt(gevonden, r"dicht bij leerkrediet \d+ berichten; minstens 400")


@pytest.mark.parametrize(
    "tweede", ["kan de bot ook zingen", "Kan de bot ook zingen?!", "kan  de [bot](iets) óók zingen"]
)
def test_a_message_under_two_intents_is_seen(tweede: str, inhoud: Inhoud, nieuw: Vind) -> None:
    kapot = _met_berichten(inhoud, ("hulp", "kan de bot ook zingen"), ("bot_vraag", tweede))
    assert _zegt(nieuw("training", kapot), "bot_vraag: .*staat ook bij hulp")


def test_a_message_that_is_kept_for_measuring_is_seen(inhoud: Inhoud, nieuw: Vind) -> None:
    apart = next(b for b in inhoud.apart if len(b.tekst.split()) > 8)
    kapot = _met_berichten(inhoud, (apart.intent, f"{apart.tekst.upper()} !"))
    assert _zegt(nieuw("training", kapot), "dient om te meten")


def test_a_short_message_that_everybody_types_may_be_in_both(inhoud: Inhoud, nieuw: Vind) -> None:
    met_kort = replace(inhoud, apart=(*inhoud.apart, Bericht("apart.yml", "hulp", "hulp hulp hulpje")))
    assert nieuw("training", _met_berichten(met_kort, ("hulp", "hulp hulp hulpje"))) == []


# -- het geheel


def test_the_command_says_what_is_wrong_and_in_which_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("INSTELLING", raising=False)
    _kopie(tmp_path)
    werking = tmp_path / "data/antwoorden/werking.yml"
    werking.write_text(werking.read_text(encoding="utf-8").replace("start met 140", "start met 150"), encoding="utf-8")
    assert main(["cijfers", "--map", str(tmp_path)]) == 1
    regels = capsys.readouterr().out.splitlines()
    assert "data/antwoorden/werking.yml: utter_werking: het getal 150 staat niet in tests/inhoud/cijfers.yml" in regels


def test_the_command_is_content_with_links_that_are_in_order(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("INSTELLING", raising=False)
    assert main(["links", "--map", str(WORTEL)]) == 0
    assert capsys.readouterr().out == "De inhoud is in orde.\n"


def test_the_command_says_which_file_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--map", str(tmp_path)]) == 1
    assert "domain.yml" in capsys.readouterr().err


def test_a_key_that_stands_twice_is_no_silent_loss(tmp_path: Path) -> None:
    _kopie(tmp_path)
    with (tmp_path / "data/antwoorden/hulp.yml").open("a", encoding="utf-8") as bestand:
        bestand.write("  utter_hulp:\n  - text: Dubbel.\n")
    with pytest.raises(ValueError, match=r"hulp\.yml: staat er twee keer: utter_hulp"):
        lees_inhoud(tmp_path, "instelling.yml")


def _kopie(doel: Path) -> None:
    """The content files of the project in ``doel``; the code stays where it is."""
    delen = ("domain.yml", "instelling.yml", "data", "actions", "gesprek", "channels", "tests/inhoud", "tests/nlu")
    for deel in delen:
        for bron in [WORTEL / deel] if deel.endswith(".yml") else sorted((WORTEL / deel).rglob("*")):
            if bron.suffix in (".yml", ".py"):
                naar = doel / bron.relative_to(WORTEL)
                naar.parent.mkdir(parents=True, exist_ok=True)
                naar.write_bytes(bron.read_bytes())
