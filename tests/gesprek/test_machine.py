"""The conversation with the reading given: what a student hears after a few turns, on 30 November 2026, at EhB."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from actions.verwoording import Verwoorder
from actions.verwoording import stuk
from actions.verwoording import zonder_herhaling
from actions.vragenboek import Vragenboek
from gesprek.doelen import Wereld
from gesprek.lezing import Lezing
from gesprek.machine import beurt
from gesprek.machine import los_sleutel
from gesprek.staat import Staat
from gesprek.staat import lees


WERELD = Wereld(date(2026, 11, 30), "EhB")
SLEUTEL = los_sleutel(b"een geheim van minstens 32 tekens")
VRAGEN = Vragenboek.lees(Path(__file__).parents[2] / "data" / "vragen")
VERWOORDER = Verwoorder(VRAGEN, WERELD, {})


def f(wat: str, waarde: Any = None, jaar: str | None = None, **rest: Any) -> dict[str, Any]:
    return {"wat": wat, "waarde": waarde, "jaar": jaar, **rest}


def vertel(*feiten: dict[str, Any], soort: str = "vertel", **rest: Any) -> dict[str, Any]:
    return {"soort": soort, "feiten": list(feiten), **rest}


def stel(*feiten: dict[str, Any]) -> dict[str, Any]:
    return vertel(*feiten, soort="veronderstel")


def vraag(doel: str, **rest: Any) -> dict[str, Any]:
    return {"soort": "vraag", "doel": doel, **rest}


def kennis(onderwerp: str, **rest: Any) -> dict[str, Any]:
    return {"soort": "vraag", "onderwerp": onderwerp, **rest}


def sociaal(wat: str) -> dict[str, Any]:
    return {"soort": "sociaal", "wat": wat}


def stuur(wat: str) -> dict[str, Any]:
    return {"soort": "stuur", "wat": wat}


def praat(*beurten: list[dict[str, Any]]) -> tuple[Staat, str]:
    """The state and the reply after the last turn; what is stored is read back before each."""
    staat, tekst = Staat(), ""
    for daden in beurten:
        gelezen = lees(staat.dict())
        assert gelezen == staat
        staat, uit = beurt(gelezen, Lezing.parse_obj({"daden": daden}), WERELD, SLEUTEL)
        tekst = VERWOORDER.zeg(uit, staat.werkblad, staat.open).tekst
        assert tekst.strip()
    return staat, tekst


def heeft(tekst: str, getal: int) -> bool:
    return re.search(rf"(?<![\d-]){getal}(?!\d)", tekst.split("Begrepen")[0].replace("−", "-")) is not None


EERSTE = vertel(f("opgenomen", 60, "1"), f("verworven", 45, "1"))
LOPEND = vertel(f("opgenomen", 60, "nu"), f("eerste_jaar", None, "nu"))

GESPREKKEN = {
    "een verbeterd aantal blijft onder het contract waarvoor het verteld werd": (
        [[vertel(f("saldo", 100, "nu", moment="voor_inschrijving"), f("opgenomen", 12, "nu", contract="creditcontract"))],
         [vertel(f("opgenomen", 15, "nu"), soort="verbeter")], [stel(f("verworven", "alles", "nu"))]], [100],
    ),
    "opgenomen en gehaald het jaar daarna is een en hetzelfde jaar": (
        [[LOPEND], [stel(f("verworven", "alles", "nu"))],
         [stel(f("opgenomen", 60, "volgend"), f("verworven", 50, "volgend"))],
         [stel(f("opgenomen", 60, "daarna"), f("verworven", 50, "daarna"))]], [180],
    ),
    "een saldo dat bij nader inzien van voor de inschrijving was, vervangt het andere": (
        [[vertel(f("saldo", 96, "nu", moment="na_inschrijving"), f("opgenomen", 60, "nu"), f("verdubbeling_over", 0))],
         [vertel(f("saldo", 96, "nu", moment="voor_inschrijving"), soort="verbeter")]], [36],
    ),
    "wat geschrapt is, hoort niet bij de rest die gehaald wordt": (
        [[vertel(f("saldo", 88, "nu", moment="voor_inschrijving"), f("opgenomen", 60, "nu"), f("verdubbeling_over", 0)),
          stel(f("geschrapt", 12, "nu", datum="2026-11-30"), f("verworven", "rest", "nu"))]], [88],
    ),
    "een vak dat in augustus toch lukt, is niet meer gebuisd": (
        [[LOPEND, stel(f("verworven", "rest", "nu"), f("niet_geslaagd", 9, "nu"))],
         [stel(f("verworven", 9, "nu", deel="augustus"))]], [200],
    ),
    "na de inschrijving van volgend jaar rest er wat er dan af is": (
        [[LOPEND], [stel(f("verworven", 48, "nu"))],
         [stel(f("opgenomen", 60, "volgend")), vraag("saldo", jaar="volgend", moment="nu")]], [116],
    ),
    "hoeveel jaar het gaat met 60 opnemen en 40 halen": (
        [[vertel(f("saldo", 64, "nu", moment="na_inschrijving"), f("opgenomen", 60, "nu"), f("verdubbeling_over", 0)),
          stel(f("verworven", 40, "nu"), f("opgenomen", 60, "volgend"), f("verworven", 40, "volgend")),
          vraag("volhouden")]], [3],
    ),
    "een diploma aan het eind van een plan neemt de verdubbeling van ervoor niet weg": (
        [[LOPEND, stel(f("verworven", "alles", "nu"))],
         [stel(f("opgenomen", 30, "volgend"), f("verworven", "alles", "volgend"), f("diploma", "bachelor", "volgend"))]], [200],
    ),
    "na een bachelor met 194 blijft er na de master 54": (
        [[vertel(f("saldo", 194, moment="na_resultaten", jaar="vorig")), stel(f("diploma", "master"))]], [54],
    ),
    "172 voor de schakel en de master van 60, alles gehaald en de verdubbeling op, geeft 32": (
        [[vertel(f("saldo", 172, moment="na_resultaten", jaar="vorig"), f("verdubbeling_over", 0)),
          stel(f("opgenomen", 60, "volgend", opleiding="master"), f("verworven", "alles", "volgend"), f("diploma", "master", "volgend"))]],
        [32],
    ),
    "wie na 2022-2023 stopte met 18, heeft nu 48 en zit in 2028-2029 aan 60": (
        [[vertel(f("saldo", 18, "2022-2023", moment="na_resultaten"), f("niet_ingeschreven", "2026-2027", "2023-2024")),
          vraag("heropbouw", saldo=60)]],
        [48, 60],
    ),
    "160 en 5 van de Raad is 165": (
        [[vertel(f("saldo", 160, moment="na_inschrijving", jaar="nu"))], [stel(f("raad", 5)), vraag("klopt", saldo=165)]], [165],
    ),
    "een antwoord met een uitkomst en een tolerantie na een vraag tussendoor telt": (
        [[vertel(f("opgenomen", 60, "vorig"), f("eerste_jaar", None, "vorig"))], [kennis("tolerantie/komt_terug")],
         [sociaal("instemming"), vertel(f("verworven", 51, "vorig"), f("getolereerd", 4, "vorig"), soort="antwoord")]],
        [182],
    ),
    "met 164 mag je volgend jaar 60 opnemen en hou je 104": (
        [[vertel(f("saldo", 164, moment="na_inschrijving", jaar="nu"))], [vraag("genoeg", opnemen=60, jaar="volgend")]], [104],
    ),
    "een lopend jaar zonder resultaten is gewoon": (
        [[LOPEND], [vertel(weet_niet=True, soort="antwoord"), vraag("saldo")]], [80],
    ),
    "een verbetering vervangt": ([[EERSTE], [vertel(f("verworven", 48, "1"), soort="verbeter")]], [176]),
    "de helft van wat opgenomen is": ([[LOPEND], [stel(f("verworven", "helft", "nu"))]], [140]),
    "vakken een voor een, en een dat later toch gehaald is": (
        [[vertel(f("verworven", 6, "vorig", vak="anatomie"), f("verworven", 5, "vorig", vak="fysiologie"), f("niet_geslaagd", 3, "vorig", vak="ethiek"),
                 f("eerste_jaar", None, "vorig"))],
         [vertel(f("verworven", None, vak="Ethiek"), soort="verbeter")]],
        [154],
    ),
    "een saldo waarvan het moment niet gezegd is, geeft twee uitkomsten": (
        [[vertel(f("saldo", 112), f("opgenomen", 60, "nu"), f("verdubbeling_over", 0)), stel(f("verworven", 45, "nu"))]], [157, 97],
    ),
    "zonder bekende verdubbeling is de uitkomst een bereik": (
        [[vertel(f("saldo", 100, moment="na_inschrijving", jaar="nu"), f("opgenomen", 60, "nu")), stel(f("verworven", 20, "nu"))]], [120, 140],
    ),
    "twee mensen hebben elk hun kaart": (
        [[vertel(f("opgenomen", 60, "nu"))], [{**vertel(f("opgenomen", 48, "nu")), "persoon": "zus"}, ],
         [{**vraag("saldo"), "persoon": "ik"}]],
        [80],
    ),
    "het jaar dat achteraf verteld wordt, telt niet twee keer": (
        [[vertel(f("verworven", 25))], [vertel(f("opgenomen", 40), soort="antwoord")],
         [vertel(f("opgenomen", 40, "vorig"), f("verworven", 25, "vorig"), soort="verbeter")],
         [vertel(f("eerste_jaar", None, "vorig"))], [vertel(f("opgenomen", 40, "nu"))]], [110],
    ),
    "een jaar dat verkeerd verteld werd, verhuist met zijn resultaten": (
        [[vertel(f("opgenomen", 60), f("verworven", 45))],
         [vertel(f("opgenomen", 60, "2023-2024"), f("eerste_jaar", None, "2023-2024"), soort="verbeter")],
         [vertel(f("opgenomen", 60, "vorig"), f("verworven", 30, "vorig"))]], [155],
    ),
    "wie enkel zegt wat getolereerd is, heeft de rest nog niet gehaald": (
        [[vertel(f("opgenomen", 60, "vorig"), f("getolereerd", 9, "vorig"), f("eerste_jaar", None, "vorig"))]], [80, 182],
    ),
    "wie alles had en er een liet tolereren, houdt de rest": (
        [[vertel(f("opgenomen", 60, "vorig"), f("verworven", "alles", "vorig"), f("eerste_jaar", None, "vorig"))],
         [vertel(f("getolereerd", 6, "vorig"), soort="verbeter")]], [188],
    ),
    "vandaag stoppen en later elders beginnen is vandaag stoppen": (
        [[LOPEND], [stel(f("stop", None, "nu", datum="2026-12-01"))], [stel(f("overstap", None, "nu", school="Odisee"))],
         [stel(f("stop", None, "nu", datum="2026-11-30"), f("overstap", None, "nu", datum="2027-01-15", school="Odisee"),
               f("opgenomen", 24, "nu", nieuw=True))]], [60, 140, 116],
    ),
    "wie vandaag stopt, deed nog geen examen": (
        [[LOPEND], [stel(f("stop", None, "nu", datum="2027-01-30"), f("verworven", 6, "nu", deel="januari"))],
         [stel(f("stop", None, "nu", datum="2026-11-30"))]], [60, 140],
    ),
    "wie pas in september iets anders begint, verandert niet: hij stopt": (
        [[vertel(f("opgenomen", 22, "nu", deel="semester1"), f("opgenomen", 38, "nu", deel="semester2"), f("eerste_jaar", None, "nu")),
          stel(f("stop", None, "nu", datum="2027-01-06"), f("overstap", None, "nu", datum="2027-09-20"))]], [38, 118],
    ),
    "een stop van vroeger is geen antwoord op wat volgend jaar wordt": (
        [[vertel(f("stop", None, "2023-2024", datum="2024-06-15"), f("saldo", 35, "2023-2024", moment="na_resultaten"),
                 f("niet_ingeschreven", "2026-2027", "2024-2025"))],
         [stel(f("opgenomen", 60, "volgend"), f("verworven", "alles", "volgend"))]], [60],
    ),
    "een diploma van later gaat er nog niet af": (
        [[vertel(f("saldo", 162, "nu", moment="na_inschrijving"), f("opgenomen", 30, "nu"), f("verdubbeling_over", 0))],
         [stel(f("verworven", "alles", "nu"), f("diploma", "master", "nu"))],
         [stel(f("verworven", 0, "nu"), f("opgenomen", 30, "volgend"), f("verworven", "alles", "volgend"), f("diploma", "master", "volgend"))]],
        [22],
    ),
    "zonder dat ene vak is er geen diploma": (
        [[vertel(f("saldo", 132, "nu", moment="na_inschrijving"), f("opgenomen", 36, "nu"), f("verdubbeling_over", 0)),
          stel(f("verworven", "alles", "nu"), f("diploma", "master", "nu"))], [stel(f("niet_geslaagd", 6, "nu"))]], [162],
    ),
    "wat vandaag geschrapt wordt, moet niet meer gehaald worden": (
        [[vertel(f("saldo", 29, "nu", moment="na_inschrijving"), f("opgenomen", 48, "nu"), f("verdubbeling_over", 0)), vraag("nodig", saldo=60)],
         [stel(f("geschrapt", 18, "nu", datum="2026-11-30"))]], [13, 30],
    ),
    "een laat resultaat komt bij het saldo van na de resultaten, en wordt opnieuw verondersteld vervangen": (
        [[vertel(f("saldo", 38, "nu", moment="na_resultaten"), f("verdubbeling_over", 0)), vraag("genoeg", opnemen=45, jaar="volgend")],
         [stel(f("verworven", 4, "nu", erbij=True))], [stel(f("verworven", 8, "nu", erbij=True))]], [46],
    ),
    "het saldo van jaren na het masterdiploma is er een na de aftrek": (
        [[vertel(f("diploma", "master", "2018-2019"), f("saldo", 42, "2018-2019", moment="na_resultaten"),
                 f("niet_ingeschreven", "2026-2027", "2019-2020")), vraag("klopt", saldo=42, moment="nu")]], [60],
    ),
    "na een graduaat staat er vandaag wat er staat": (
        [[vertel(f("diploma", "graduaat", "vorig"), f("saldo", 21, "nu"))]], [21],
    ),
    "na een graduaat is er voor een plan 60": (
        [[vertel(f("diploma", "graduaat", "vorig"), f("saldo", 21, "nu")), vraag("genoeg", opnemen=57, jaar="volgend")]], [60, 3],
    ),
    "wie van een graduaat naar een bachelor gaat, neemt in de bachelor op": (
        [[vertel(f("opleiding", "graduaat", "nu"), f("saldo", 35)),
          stel(f("diploma", "graduaat", "nu"), f("opleiding", "bachelor", "volgend"), f("opgenomen", 57, "volgend"))],
         [stel(f("verworven", 45, "volgend"))]], [48],
    ),
    "wie dit jaar niet inschrijft, vertelt wat er van het jaar ervoor overbleef": (
        [[vertel(f("saldo", -4, "nu"))], [vertel(f("niet_ingeschreven", None, "nu")), vraag("heropbouw", jaar="2028-2029")]], [16],
    ),
    "wat de Raad kan geven, staat naast het saldo": (
        [[kennis("overmacht_voorwaarden/een_kans_gemist"), vertel(f("gemist", 7, "vorig"))], [vertel(f("saldo", -4, "nu"))]], [-4, 3],
    ),
    "met een ander contract rekent hetzelfde vak anders": (
        [[vertel(f("opgenomen", 10, "nu", contract="creditcontract"), f("eerste_jaar", None, "nu")), stel(f("verworven", 4, "nu"))],
         [stel(f("contract", "diplomacontract")), vraag("saldo")]], [138],
    ),
    "vak per vak, met een vak waarvan het resultaat nog niet gekend is": (
        [[vertel(f("eerste_jaar", None, "vorig"), f("verworven", 18, "vorig", vak="stage"), f("getolereerd", 5, "vorig", vak="psychologie"))],
         [vertel(f("opgenomen", 3, "vorig", vak="engels"))], [vertel(f("verworven", None, "vorig", vak="engels"))]], [156],
    ),
    "wat gemist werd, hoort niet bij de rest die gehaald is": (
        [[LOPEND], [stel(f("gemist", 10, "nu"))], [stel(f("verworven", "rest", "nu"))], [stel(f("raad", 10))]], [190],
    ),
    "wie jaren telde en daarna zegt wanneer het eerste was, vertelde van die jaren": (
        [[vertel(f("opgenomen", 60, "1"), f("opgenomen", 60, "2"))],
         [vertel(f("verworven", "alles", "1"), f("eerste_jaar", None, "vorig"), soort="antwoord")]], [140],
    ),
    "na een bachelordiploma in het jaar van het saldo telt niets meer dubbel": (
        [[vertel(f("diploma", "bachelor", "2017-2018"), f("saldo", 194, "2017-2018", moment="na_resultaten"))],
         [stel(f("opgenomen", 40, "volgend"), f("niet_geslaagd", 8, "volgend"))]], [186],
    ),
    "wat dit jaar nodig is om na volgend jaar over te houden, is van dit jaar": (
        [[LOPEND], [stel(f("opgenomen", 66, "volgend")), vraag("nodig", saldo=60, jaar="volgend")], [vraag("nodig", omgekeerd=True, dus=True)]],
        [23, 37, 60],
    ),
    "wie besluit hoeveel er mag ontbreken, blijft bij zijn doel": (
        [[vertel(f("saldo", 93, "nu", moment="na_inschrijving"), f("opgenomen", 60, "nu"), f("verdubbeling_over", 0)), vraag("nodig", saldo=141)],
         [vraag("nodig", omgekeerd=True, dus=True)]], [12, 48],
    ),
    "de jaren zeggen ook in een veronderstelling van wanneer het saldo is": (
        [[vertel(f("saldo", 80))], [LOPEND], [stel(f("verworven", 40, "nu"))]], [160],
    ),
    "wat in augustus gehaald werd van wat eerst gemist was, moet niet terug": (
        [[vertel(f("gemist", 12, "vorig", deel="juni"), f("verworven", 4, "vorig", deel="augustus"), f("niet_geslaagd", 8, "vorig", deel="augustus"))],
         [vertel(f("saldo", 31))]], [31, 39],
    ),
    "alles wat de Raad kan geven, is wat niet gehaald werd": (
        [[vertel(f("opgenomen", 60, "vorig"), f("verworven", 15, "vorig"), f("eerste_jaar", None, "vorig"))], [stel(f("raad", "alles"))]], [45, 155],
    ),
    "wie gehaald had, krijgt niets van de Raad": (
        [[vertel(f("opgenomen", 10, "vorig", contract="creditcontract"), f("verworven", 0, "vorig"), f("eerste_jaar", None, "vorig"), f("gemist", 10, "vorig"))],
         [stel(f("raad", "alles"))], [stel(f("verworven", "alles", "vorig"))]], [140],
    ),
    "met 140 begint iedereen": (
        [[vertel(f("opgenomen", 60, "1"), f("verworven", 33, "1"), f("saldo", 140, "1", moment="voor_inschrijving"))]], [146],
    ),
    "een resultaat van augustus is niet van het jaar dat pas begon": (
        [[vertel(f("niet_geslaagd", 6, deel="augustus"), f("verworven", 5, deel="augustus"))], [vertel(f("saldo", 118)), stel(f("raad", 6))]], [124],
    ),
}  # fmt: skip


@pytest.mark.parametrize("naam", GESPREKKEN)
def test_uitkomst(naam: str) -> None:
    beurten, getallen = GESPREKKEN[naam]
    _, tekst = praat(*beurten)
    assert all(heeft(tekst, getal) for getal in getallen), tekst


def test_wie_al_een_diploma_heeft_begint_niet_opnieuw_met_140() -> None:
    _, tekst = praat(
        [
            vertel(f("diploma", "bachelor", "vorig")),
            stel(f("opgenomen", 60, "volgend", opleiding="master")),
            vraag("saldo"),
        ]
    )
    assert not heeft(tekst, 80), tekst
    assert "Burgerprofiel" in tekst


@pytest.mark.parametrize("wat", ["wis", "opnieuw"])
def test_wat_gewist_is_komt_niet_terug(wat: str) -> None:
    staat, _ = praat([LOPEND], [sociaal("ziekte")], [stuur(wat)])
    assert staat.kaart.leeg
    assert staat.vorige in (None, {})
    assert wat == "opnieuw" or "ziekte" not in staat.json()
    staat, _ = praat([LOPEND], [stuur(wat)], [vertel(soort="antwoord", ja=False)])
    assert staat.kaart.leeg


def test_een_naam_wordt_niet_bewaard() -> None:
    staat, tekst = praat([{**vertel(f("opgenomen", 60, "nu")), "persoon": "Marieke Janssens"}, vraag("saldo")])
    assert "Marieke" not in staat.json() + tekst


@pytest.mark.parametrize("jaar", ["dit jaar", "-1", "0", "2026-2028", "9999", "1999-2000"])
def test_wat_geen_jaar_noemt_wordt_geweigerd(jaar: str) -> None:
    with pytest.raises(ValueError, match="een jaar is"):
        Lezing.parse_obj({"daden": [vertel(f("opgenomen", 60, jaar))]})


def test_twee_stopdagen_vergelijken_zonder_dat_er_iets_bekend_is() -> None:
    plannen = [[f("stop", None, "nu", datum=dag)] for dag in ("2026-11-15", "2026-12-15")]
    _, tekst = praat([vraag("vergelijk", plannen=plannen)])
    assert "None" not in tekst


def test_een_getal_dat_eerder_viel_is_nog_geen_saldo() -> None:
    _, tekst = praat([LOPEND], [vraag("klopt", saldo=60)])
    assert tekst.startswith("**Nee"), tekst


def test_wie_zegt_van_wanneer_het_saldo_is_houdt_zijn_veronderstelling() -> None:
    _, tekst = praat(
        [vertel(f("saldo", 112), f("opgenomen", 60, "nu"), f("verdubbeling_over", 0)), stel(f("verworven", 45, "nu"))],
        [vertel(soort="antwoord", keuze="na de inschrijving")],
    )
    assert heeft(tekst, 157), tekst


def waarom(over: Any = None) -> dict[str, Any]:
    return vraag("waarom", over=over)


NA_DEZE = vertel(f("saldo", 18, "nu", moment="voor_inschrijving"), f("opgenomen", 39, "nu"), f("verdubbeling_over", 0))

#: What is said, the words that the last reply holds, and those that it does not.
ZINNEN: dict[str, tuple[list[list[dict[str, Any]]], list[str], list[str]]] = {
    "waarom zoveel nodig: wat er zonder iets te halen is, en dat niets nog dubbel telt": (
        [[NA_DEZE, vraag("nodig", saldo=15)], [waarom(36)]], ["-21", "niets meer dubbel"], ["60"],
    ),
    "waarom een tekort: het ene getal min het andere": (
        [[vertel(f("saldo", 38, "nu", moment="na_inschrijving")), vraag("tekort", opnemen=60, jaar="volgend")], [waarom(22)]],
        ["60 − 38 = 22"], ["dubbel"],
    ),
    "waarom minder dan daarnet: wat er bij kwam": (
        [[LOPEND, vraag("saldo")], [stel(f("opgenomen", 6, "nu", erbij=True))], [waarom("minder")]],
        ["6 lager: 6 meer opgenomen"], ["tellen dubbel"],
    ),
    "waarom het getal van met alles gehaald": (
        [[LOPEND, vraag("saldo")], [waarom(200)]], ["Enkel als je voor alles slaagt", "60 dubbel = 200"], [],
    ),
    "waarom dat hele saldo: wat opgenomen is gaat er meteen af": ([[LOPEND], [waarom()]], ["meteen af", "= 80"], ["dubbel"]),
    "waarom 15 dubbel": (
        [[EERSTE, stel(f("opgenomen", 60, "2"), f("verworven", "alles", "2"))], [waarom(15)]],
        ["al 45 dubbel", "nog 15 over"], [],
    ),
    "een tweede keer wordt het korter, daarna is er iemand": (
        [[LOPEND], [stuur("anders_gezegd")], [stuur("anders_gezegd")]], ["Van 140 naar 80"], ["140 − 60"],
    ),
    "een derde keer is er iemand": (
        [[LOPEND], *[[stuur("anders_gezegd")]] * 3], ["trajectbegeleider"], ["140"],
    ),
    "wat nog dubbel telt, blijkt uit het saldo voor de inschrijving": (
        [[vertel(f("saldo", 134, "nu", moment="na_inschrijving"), f("opgenomen", 60, "nu")), vraag("saldo")]], ["194 tot 200"], ["254"],
    ),
    "zonder bekende verdubbeling is met alles gehaald een bereik": (
        [[vertel(f("saldo", 54, "nu", moment="voor_inschrijving"), f("opgenomen", 60, "nu")), vraag("saldo")]], ["54 tot 114"], [],
    ),
    "het lopende jaar alleen spreekt een saldo niet tegen": (
        [[vertel(f("saldo", 117, "nu", moment="na_inschrijving"), f("opgenomen", 66, "nu")), vraag("saldo")]], ["117"], ["74"],
    ),
    "een saldo dat met de inschrijving erbij te groot is, was van ervoor": (
        [[vertel(f("saldo", 141), f("opgenomen", 63, "nu"), f("verdubbeling_over", 0)), vraag("saldo")]], ["78"], ["204"],
    ),
    "vakken een voor een: wat nog niet verteld is, is open": (
        [[vertel(f("opgenomen", 48, "vorig"), f("eerste_jaar", None, "vorig"), f("niet_geslaagd", 6, "vorig", vak="statistiek"),
                 f("verworven", 9, "vorig", vak="boekhouden")), vraag("saldo")]],
        ["Tot nu toe 110", "andere 33", "176"], [],
    ),
    "wat na het saldo nog gehaald werd, komt erbij": (
        [[vertel(f("saldo", 41))], [vertel(f("verworven", 9, "vorig", deel="augustus")), vraag("hoeveel_opnemen")]],
        ["zeker 50", "misschien 59"], ["149"],
    ),
    "de opleiding van dit jaar telt, ook als ze eerst verteld wordt": (
        [[vertel(f("opleiding", "master", "nu"), f("opgenomen", 60, "nu"), f("saldo", 73, "nu", moment="na_inschrijving")),
          stel(f("verworven", "alles", "nu"))]], ["133"], ["193"],
    ),
    "wat dit jaar opgenomen kan worden, komt van het saldo": (
        [[vertel(f("saldo", 71, "nu", moment="voor_inschrijving"), f("opgenomen", 52, "nu"))], [vraag("genoeg", opnemen=58, jaar="nu")]],
        ["Ja", "71"], ["Nu nog niet"],
    ),
    "het semester van wat geschrapt zou worden, is een antwoord en geen tweede vak": (
        [[LOPEND, stel(f("geschrapt", 9, "nu", datum="2027-02-01"))], [vertel(f("geschrapt", 9, "nu", deel="semester2"), soort="antwoord")]],
        ["89"], ["98", "Hoeveel"],
    ),
    "een deel van wat geschrapt zou worden, ligt in het andere semester": (
        [[LOPEND, stel(f("geschrapt", 6, "nu", datum="2027-02-01"))], [vertel(f("geschrapt", 4, "nu", deel="semester2"), soort="antwoord")]],
        ["84"], ["Hoeveel"],
    ),
    "hetzelfde schrappen op een andere dag": (
        [[LOPEND, stel(f("geschrapt", 6, "nu", deel="semester1", datum="2026-11-30"))], [stel(f("geschrapt", None, "nu", datum="2027-01-15"))]],
        ["80"], ["86"],
    ),
    "voor 1 december vraagt niemand naar het semester, ook niet aan een school zonder gekende regel": (
        [[vertel(f("school", "KdG")), LOPEND, stel(f("geschrapt", 15, "nu", datum="2026-11-30"))]],
        ["Meestal", "95", "Karel de Grote"], ["Hoeveel", "EhB"],
    ),
    "wat misschien terugkomt, is niet niets": (
        [[vertel(f("school", "UCLL")), LOPEND, stel(f("stop", None, "nu", datum="2027-01-20")), vraag("terugkrijgen")]],
        ["Meestal", "semester 2"], ["niets"],
    ),
    "na 15 maart komt er ook zonder getal niets meer terug": (
        [[stel(f("overstap", None, "nu", datum="2027-04-12")), vraag("terugkrijgen")]], ["niets meer terug"], ["semester 2 terug"],
    ),
    "wat van twee semesters overblijft, zijn jaarvakken": (
        [[vertel(f("opgenomen", 60, "nu"), f("opgenomen", 24, "nu", deel="semester1"), f("opgenomen", 30, "nu", deel="semester2"),
                 f("eerste_jaar", None, "nu")), stel(f("stop", None, "nu", datum="2026-11-30"))]], ["60 terug", "140"], [],
    ),
    "na stoppen aan een andere school telt wat daar meestal terugkomt": (
        [[vertel(f("school", "UCLL")), LOPEND, stel(f("stop", None, "nu", datum="2026-11-30"))], [vraag("hoeveel_opnemen")]],
        ["hoogstens 140"], ["EhB"],
    ),
    "klopt wordt gehouden tegen wat net uitgerekend is, met zijn eigen som": (
        [[LOPEND, vraag("saldo")], [vraag("klopt", saldo=200)]], ["voor alles slaagt", "= 200"], ["= 80"],
    ),
    "klopt na jaren zonder inschrijving telt de opbouw": (
        [[vertel(f("opgenomen", 54, "1"), f("verworven", "niets", "1"), f("opgenomen", 54, "nu"))],
         [stel(f("niet_ingeschreven", "2028-2029", "2027-2028")), vraag("klopt", saldo=52)]], ["Ja, 52"], [],
    ),
    "wie vroeger al studeerde, begint niet met 140": (
        [[vertel(f("eerste_jaar", None, "2024-2025"), f("opgenomen", 60, "nu")), vraag("saldo")]], ["60 af", "Burgerprofiel"], ["80", "200"],
    ),
    "een master zonder wat ervoor was": (
        [[vertel(f("opgenomen", 18, "nu", opleiding="master")), vraag("saldo")]], ["18 af", "Burgerprofiel"], ["122"],
    ),
    "een bachelor van vroeger: wat er is als alles gehaald werd": (
        [[vertel(f("diploma", "bachelor"), f("opgenomen", 54, "nu")), vraag("saldo")]], ["146", "anders minder"], ["86"],
    ),
    "een bachelor van voor het leerkrediet telt niet": (
        [[vertel(f("diploma", "bachelor", "2003-2004"), f("opgenomen", 54, "nu")), vraag("saldo")]], ["86"], [],
    ),
    "wat vroeger gehaald werd, is al verdubbeld": (
        [[vertel(f("opgenomen", 60, "nu"), f("eerder_verworven", 117)), vraag("verdubbeling")]], ["Geen meer"], ["alle 60"],
    ),
    "een antwoord op hoeveel er al gehaald is, blijft over de verdubbeling gaan": (
        [[vraag("verdubbeling")], [vertel(f("verworven", 18, "vorig"), soort="antwoord")]], ["Nog 42"], ["opgenomen"],
    ),
    "een veronderstelling wacht tot er weer over die persoon gesproken wordt": (
        [[LOPEND, stel(f("verworven", 36, "nu"))], [{**vertel(f("opgenomen", 30, "nu")), "persoon": "zus"}],
         [{**vraag("klopt", saldo=152), "persoon": "ik"}]], ["Ja, 152"], [],
    ),
    "wat over een ander gevraagd werd, is over wie nu spreekt geen vraag": (
        [[{**stel(f("stop", None, "nu", datum="2027-01-20")), "persoon": "zoon"}], [{**LOPEND, "persoon": "ik"}]], ["80"], ["Hoeveel"],
    ),
    "een vraag gaat over wie het gaat": (
        [[{**vertel(f("opgenomen", 60, "vorig"), f("eerste_jaar", None, "vorig")), "persoon": "zus"}]], ["slaagde ze"], ["slaagde je"],
    ),
    "een diploma dat er bij minder halen niet komt": (
        [[vertel(f("saldo", 85, "nu", moment="voor_inschrijving"), f("opgenomen", 60, "nu", opleiding="master"), f("verdubbeling_over", 0)),
          stel(f("verworven", "alles", "nu"), f("diploma", "master", "nu"))], [stel(f("verworven", 48, "nu"))]], ["73"], ["-67"],
    ),
    "een ander aantal komt in de plaats van wat gevraagd werd": (
        [[vertel(f("saldo", 32, "nu", moment="na_inschrijving")), vraag("genoeg", opnemen=51, jaar="volgend")], [stel(f("opgenomen", 36, "volgend"))]],
        ["4 tekort"], ["51", "-4"],
    ),
    "een plan boven het saldo: hoeveel te weinig, en geen saldo onder nul": (
        [[vertel(f("saldo", 38, "nu", moment="na_inschrijving"), f("verdubbeling_over", 0))], [stel(f("opgenomen", 60, "volgend"))]],
        ["22 tekort", "hoogstens 38"], ["-22"],
    ),
    "een vrijstelling wordt niet opgenomen": (
        [[vertel(f("saldo", 71, "nu", moment="na_inschrijving")), vraag("genoeg", opnemen=78, jaar="volgend")], [stel(f("vrijgesteld", 12, "volgend"))]],
        ["66", "rest er 5"], ["tekort"],
    ),
    "een plan van twee jaar wordt voor allebei bekeken": (
        [[vertel(f("saldo", 80, "nu", moment="na_inschrijving"), f("verdubbeling_over", 0)),
          stel(f("opgenomen", 60, "volgend"), f("opgenomen", 48, "daarna")), vraag("genoeg", opnemen=60, jaar="volgend")]],
        ["Ja voor 60", "48 daarna", "20"], [],
    ),
    "het jaar daarna van het plan en van de vraag is hetzelfde jaar": (
        [[vertel(f("saldo", 104, "nu", moment="na_inschrijving"), f("verdubbeling_over", 0))],
         [stel(f("opgenomen", 56, "volgend"), f("opgenomen", 40, "daarna")), vraag("genoeg", opnemen=40, jaar="daarna")]],
        ["Ja", "48", "rest er 8"], ["Nu nog niet"],
    ),
    "een verbeterd saldo houdt het jaar waarvoor gevraagd werd": (
        [[vertel(f("saldo", 48, "2024-2025", moment="na_resultaten"), f("niet_ingeschreven", "2026-2027", "2025-2026")),
          vraag("saldo", jaar="volgend", moment="voor_inschrijving")], [vertel(f("saldo", 38, "2024-2025"), soort="verbeter")]],
        ["58"], ["staat op 38"],
    ),
    "een tekort in een later jaar telt de opbouw": (
        [[vertel(f("saldo", 38, "2024-2025", moment="na_resultaten"), f("niet_ingeschreven", "2026-2027", "2025-2026")),
          vraag("tekort", opnemen=60, jaar="volgend")]], ["2 tekort"], ["22"],
    ),
    "niets moeten halen is alles mogen missen": (
        [[LOPEND, vraag("nodig", opnemen=60, jaar="volgend")]], ["0 halen volstaat", "alle 60 missen"], [],
    ),
    "terug naar nu is het saldo, niet wat er van een plan overblijft": (
        [[vertel(f("saldo", 60, "nu", moment="na_inschrijving")), vraag("genoeg", opnemen=45, jaar="volgend")], [stuur("terug_naar_nu"), vraag("saldo")]],
        ["op 60"], ["over"],
    ),
    "meer opnemen dan er is, wordt gezegd in een vergelijking": (
        [[vertel(f("saldo", 50, "nu", moment="na_inschrijving"), f("verdubbeling_over", 0)),
          vraag("vergelijk", plannen=[[f("opgenomen", 40, "volgend")], [f("opgenomen", 60, "volgend")]])]], ["meer dan de 50"], [],
    ),
    "een klacht over een getal toont waarmee gerekend is": (
        [[LOPEND, vraag("saldo")], [sociaal("klacht")]], ["Ik rekende met dit jaar 60 opgenomen", "Wat klopt er niet?"], [],
    ),
    "wat gemist is, kan gevraagd worden": (
        [[kennis("overmacht_voorwaarden/ziekte")], [vertel(f("gemist", 12))]], ["12", "Raad"], ["Burgerprofiel"],
    ),
    "een overlijden gaat voor": ([[sociaal("groet"), sociaal("verdriet")]], ["Veel sterkte"], ["Hallo"]),
    "een andere school leest niets van EhB": (
        [[vertel(f("school", "KdG"), f("saldo", 10, "nu", moment="na_inschrijving")), stuur("mens"), vraag("genoeg", opnemen=60, jaar="volgend")]],
        ["Karel de Grote", "Je school beslist over de rest."], ["School of Arts", "EhB"],
    ),
    "wat ik weet, is alles wat verteld werd": (
        [[vertel(f("diploma", "bachelor"), f("saldo", 85, "nu", moment="na_inschrijving"), f("school", "Odisee"), f("gemist", 6))], [stuur("wat_weet_je")]],
        ["diploma bachelor", "6 gemist", "Odisee", "85"], [],
    ),
    "wat al gezegd werd, wordt niet nog eens gezegd na een resultaat van later": (
        [[vertel(f("saldo", 50, "nu", moment="na_resultaten")), vraag("genoeg", opnemen=40, jaar="volgend")],
         [stel(f("opgenomen", 40, "volgend"), f("verworven", 20, "volgend"))]], ["30"], ["Na 40 opnemen"],
    ),
    "de jaren zeggen van wanneer het saldo is": (
        [[vertel(f("saldo", 88, "nu"))], [vertel(f("opgenomen", 60, "vorig"), f("eerste_jaar", None, "vorig"), f("verworven", 40, "vorig"), f("opgenomen", 60, "nu"))],
         [vraag("klopt")], [vertel(f("getolereerd", 6, "vorig"), f("verworven", 34, "vorig"), soort="verbeter")]],
        ["nu 88", "past nu bij de 88"], ["Wat klopt?"],
    ),
    "wie dit jaar afstudeert met een master, begon niet dit jaar": (
        [[stel(f("diploma", "master", "nu"))], [vertel(f("opgenomen", 60, "nu"))]], ["Burgerprofiel"], ["80"],
    ),
    "in de jaren weg kwam er niets bij boven 60": (
        [[vertel(f("opgenomen", 60, "2022-2023"), f("verworven", 48, "2022-2023"), f("eerste_jaar", None, "2022-2023"),
                 f("niet_ingeschreven", "2025-2026", "2023-2024"), f("opgenomen", 45, "nu"))], [vraag("heropbouw")]],
        ["je stond op 176"], ["en sta je"],
    ),
    "een stop in een ander jaar laat niets van het eerste achter": (
        [[vertel(f("stop", None, "2020-2021", datum="2021-06-15"), f("saldo", 12, "2020-2021", moment="na_resultaten"),
                 f("niet_ingeschreven", "2026-2027", "2021-2022")), vraag("heropbouw")],
         [vertel(f("stop", None, "2021-2022", datum="2022-06-15"), f("saldo", 12, "2021-2022", moment="na_resultaten"),
                 f("niet_ingeschreven", "2026-2027", "2022-2023"), soort="verbeter")]], ["Nu sta je op 52"], [],
    ),
    "een mededeling over stoppen krijgt geen nee": (
        [[stel(f("stop", None, "nu"))]], ["Stop je voor 1 december, dan komt alles terug"], ["Nee"],
    ),
    "van wie het saldo niet gekend is, komt toch terug wat terugkomt": (
        [[vertel(f("stop", None, "nu", datum="2026-10-15"), f("opgenomen", 60, "nu"), f("eerste_jaar", None, "vorig"))], [vraag("terugkrijgen")]],
        ["Alle 60 komen terug"], ["Burgerprofiel"],
    ),
    "wie van twee mensen vertelt en naar allebei vraagt, hoort alleen de antwoorden": (
        [[vertel(f("opleiding", "graduaat", "nu"), persoon="zoon"), vertel(f("opleiding", "bachelor", "nu"), persoon="dochter"),
          kennis("graduaat/kost", persoon="zoon"), kennis("voor_wie/bachelor_master", persoon="dochter")]],
        ["graduaat gebruikt", "gewone bachelor"], ["Burgerprofiel"],
    ),
    "wie enkel zegt dat hij een graduaat doet, hoort wat dat betekent": (
        [[vertel(f("opleiding", "graduaat"))]], ["geen leerkrediet"], ["hoeveel studiepunten"],
    ),
    "wie klaagt zonder iets te verbeteren, krijgt geen excuus": (
        [[EERSTE, vraag("saldo")], [sociaal("klacht"), waarom("meer")]], ["nagerekend"], ["las ik verkeerd"],
    ),
    "wat van de nieuwe opleiding gehaald is, telt al mee": (
        [[LOPEND, stel(f("stop", None, "nu", datum="2026-11-30"), f("overstap", None, "nu", datum="2027-02-15"), f("opgenomen", 27, "nu", nieuw=True))],
         [stel(f("verworven", "alles", "nu", nieuw=True))]], ["167"], ["gaan er daarna nog af"],
    ),
    "wat in juni niet lukte en in augustus wel, is een en hetzelfde": (
        [[vertel(f("opgenomen", 60, "vorig"), f("eerste_jaar", None, "vorig"), f("niet_geslaagd", 12, "vorig", deel="juni"),
                 f("verworven", 6, "vorig", deel="augustus"), f("verworven", 48, "vorig", deel="juni")), vraag("saldo")]], ["188"], ["samen"],
    ),
    "met een bachelordiploma kost een educatieve bachelor niets": (
        [[vertel(f("diploma", "bachelor")), kennis("voor_wie/educatieve_bachelor")]], ["**Nee**"], ["**Ja**"],
    ),
    "in het tweede jaar is niemand nog generatiestudent": (
        [[vertel(f("eerste_jaar", None, "vorig"), f("generatiestudent", True)), kennis("wat_is_leerkrediet/generatiestudent")]], ["Niet meer"], ["Ja"],
    ),
    "wat een jaar zonder resultaten zou zijn, is nog niet zeker": (
        [[vertel(f("opgenomen", 60, "1"), f("opgenomen", 60, "2")), vraag("klopt", saldo=20, dus=True)]], ["Dat kan", "20 en 200"], ["Ja, 20"],
    ),
    "of het boven een getal is, krijgt ja of nee": (
        [[LOPEND, vraag("klopt", saldo=70, boven=True)]], ["**Ja", "10 boven 70"], ["Nee"],
    ),
    "een uitschrijving kan nog niet verwerkt zijn": (
        [[LOPEND, vertel(f("stop", None, "nu", datum="2026-11-10")), vraag("verschil", saldo=80)]], ["Ik kom op 140", "nog niet verwerkt"], ["getolereerd"],
    ),
    "een gebuisd vak is nog geen jaar": (
        [[vertel(f("niet_geslaagd", 5, "vorig", vak="statistiek"))]], ["Hoeveel studiepunten nam je op"], ["135"],
    ),
    "twee stopdagen vergelijken zonder saldo: wat er terugkomt": (
        [[vertel(f("opgenomen", 36, "nu", deel="semester1"), f("opgenomen", 24, "nu", deel="semester2"), f("eerste_jaar", None, "vorig")),
          vraag("vergelijk", plannen=[[f("stop", None, "nu", datum="2026-11-30")], [f("stop", None, "nu", datum="2027-02-28")]])]],
        ["60 terug", "24 terug", "scheelt 36"], ["Burgerprofiel"],
    ),
    "wie in een graduaat stopt, is niets kwijt": (
        [[vertel(f("opleiding", "graduaat", "nu"), f("eerste_jaar", None, "nu"))], [stel(f("overstap", None, "nu", datum="2027-01-10")), vraag("terugkrijgen")]],
        ["niets af"], ["helft", "Hoeveel"],
    ),
    "een losse veronderstelling naast een vraag verzint geen saldo": (
        [[stel(f("opgenomen", 30, "volgend")), kennis("voor_wie/bachelor_master")]], ["gewone bachelor"], ["110"],
    ),
    "wie na hoelang een jaar veronderstelt, hoort dat jaar": (
        [[LOPEND, stel(f("verworven", 42, "nu"), f("opgenomen", 60, "volgend"), f("verworven", 42, "volgend")), vraag("volhouden")],
         [stel(f("verworven", 51, "volgend"))]], ["173"], ["jaar na dit jaar"],
    ),
    "minder door een vak: wat er met hetzelfde diploma scheelt": (
        [[vertel(f("saldo", 132, "nu", moment="na_inschrijving"), f("opgenomen", 36, "nu"), f("verdubbeling_over", 0)),
          stel(f("verworven", "alles", "nu"), f("diploma", "master", "nu")), vraag("saldo")], [stel(f("niet_geslaagd", 6, "nu"))],
         [stel(f("opgenomen", 6, "volgend"), f("verworven", 6, "volgend"), f("diploma", "master", "volgend"))], [waarom("minder")]],
        ["6 lager: 6 meer opgenomen"], ["140 lager"],
    ),
    "wie een beurs heeft, betaalt geen toeslag": (
        [[kennis("onvoldoende_leerkrediet/toeslag")], [vertel(f("beurs", True))]], ["beurstarief"], ["Misschien"],
    ),
    "van jaren die geteld worden, krijgt elk zijn stand": (
        [[stel(f("opgenomen", 60, "1"), f("verworven", 48, "1"), f("opgenomen", 60, "2"), f("verworven", 42, "2"), f("opgenomen", 30, "3"), f("verworven", "alles", "3"))]],
        ["170", "176 na jaar 1"], ["2024"],
    ),
    "hoeveel er nodig is, is voor wat net gevraagd werd": (
        [[vertel(f("saldo", 17, "nu", moment="na_inschrijving"), f("opgenomen", 24, "nu"), f("verdubbeling_over", 0)), vraag("genoeg", opnemen=24, jaar="volgend")],
         [vraag("nodig", omgekeerd=True)]], ["Hoogstens 17", "minstens 7 van de 24"], ["60"],
    ),
    "wie zijn resultaten al veronderstelde, hoort waar een ander plan uitkomt": (
        [[LOPEND, vraag("nodig", saldo=160)], [stel(f("niet_geslaagd", 20, "nu"), f("opgenomen", 80, "volgend"), f("verworven", "alles", "volgend"))],
         [stel(f("opgenomen", 66, "volgend"))]], ["Dan sta je op 180"], ["Minstens"],
    ),
    "wie enkel vertelt, hoort wat nog nodig is": (
        [[vertel(f("school", "UGent"))]], ["Oké", "opnam en haalde"], ["Burgerprofiel"],
    ),
    "wie zijn saldo zegt en te weinig heeft, hoort hoeveel er kan": (
        [[vertel(f("saldo", 21, "nu")), kennis("onvoldoende_leerkrediet/te_weinig")]], ["hoogstens 21"], [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("naam", ZINNEN)
def test_antwoord(naam: str) -> None:
    beurten, wel, niet = ZINNEN[naam]
    _, tekst = praat(*beurten)
    kaal = tekst.split("Begrepen")[0]
    assert all(woord in kaal for woord in wel), tekst
    assert not any(woord in kaal for woord in niet), tekst


def test_wie_klaagt_over_een_juist_cijfer_krijgt_geen_excuus_voor_een_fout() -> None:
    zelfde = [sociaal("klacht"), vraag("saldo")]
    _, tekst = praat([EERSTE, vraag("saldo")], zelfde)
    assert "las ik verkeerd" not in tekst
    assert heeft(tekst, 170)
    _, anders = praat([EERSTE, vraag("saldo")], [sociaal("klacht"), vertel(f("verworven", 30, "1"), soort="verbeter")])
    assert "las ik verkeerd" in anders


def test_wat_ingekort_wordt_blijft_een_zin() -> None:
    zin = "Nee, wie alle examenkansen aflegde, kan niet terugvragen, ook niet als een diagnose pas later kwam."
    assert stuk(zin) == "Nee, wie alle examenkansen aflegde, kan niet terugvragen."
    assert stuk("Klopt, wie na alle examenkansen van dat jaar niet slaagt, is die punten voorgoed kwijt.") == "Klopt."
    assert stuk("Dat is iemand die voor het eerst ooit inschrijft in het Vlaamse hoger onderwijs.") == ""


def test_wat_op_een_weggelaten_zin_verdergaat_valt_mee_weg() -> None:
    lang = "Elke school beslist dat zelf, en van jouw school ken ik de data niet zeker."
    tekst = f"**Meestal komt alles terug.** {lang} Ook de studentenadministratie weet het."
    kort, _ = zonder_herhaling(tekst, zonder_herhaling(tekst, ())[1])
    assert kort == "**Meestal komt alles terug.**"
