"""What the actions say: found by running them on example messages, without Rasa and without a model.

What an action does not say in these examples is not checked, so the source is read too: a button or an answer that it
names must turn up.
"""

from __future__ import annotations

import ast
import asyncio
import importlib
import json
import pkgutil
import re
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from inspect import isabstract
from pathlib import Path
from typing import Any
from typing import Final

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

import actions
from actions.basis import Zet
from controle.uiting import Knop
from controle.uiting import Uiting
from nlu.componenten.feitenlezer import eigen_geval
from nlu.grammatica import lees
from nlu.grammatica import naar_entiteit


#: Where code may name an answer.
_CODE: Final = ("actions", "gesprek", "channels")
_ANTWOORD: Final = re.compile(r"utter_\w+")
_ZET: Final = re.compile(r"(?:utter|action)_\w+")
_VANDAAG: Final = date(2026, 11, 23)
_REKENEN: Final = (
    ("bereken mijn saldo",),
    ("1e jaar 60 opgenomen, 45 geslaagd", '/saldo_berekenen{"keuze":"nog_een_jaar"}', "54", "60"),
    ("60 opgenomen", "ik weet het niet", "80", "-3", "4,5", "3 vakken", "45"),
    ("1e jaar 60 opgenomen 20 geslaagd, 2e jaar 60 opgenomen 10 geslaagd, 3e jaar 60 opgenomen 0 geslaagd",),
    ("saldo 90, 60 opgenomen, 45 geslaagd", "ik had er al 18 gehaald"),
    ("60 opgenomen, 40 tot 50 geslaagd",),
    ("creditcontract, 12 opgenomen, 6 geslaagd, 6 getolereerd",),
    ("60 opgenomen, 45 geslaagd", "en als ik alles haal?", '/saldo_berekenen{"keuze":"verder"}', "dat klopt niet"),
    ("60 opgenomen, 45 geslaagd", "en als ik volgend jaar 60 opneem?", '/saldo_berekenen{"keuze":"helft"}'),
    ("60 opgenomen, 45 geslaagd", "en als ik alles haal?", '/saldo_berekenen{"keuze":"terug"}'),
    ("60 opgenomen, 45 geslaagd", "48", "geslaagd"),
    ("60 opgenomen, 45 geslaagd", "54 opgenomen, 50 geslaagd", "een extra jaar", "vergeet dat laatste jaar"),
    ("60 opgenomen, 45 geslaagd", "hoeveel moet ik volgend jaar halen om op 180 te staan?"),
    ("ik neem 60 op, hoeveel moet ik halen om op 120 te staan?", "wat betekent verworven", "ik weet het niet"),
    ("saldo 90", "60 opgenomen", "waarom vraag je dat"),
)
_BONUS: Final = (
    ("60 opgenomen, 45 geslaagd", "hoeveel van die bonus heb ik al gehad?"),
    ("60 opgenomen, 60 geslaagd", "hoeveel van die bonus heb ik al gehad?"),
)
_OPNEMEN: Final = (
    ("hoeveel mag ik opnemen",),
    ("ik heb nog 40 punten, hoeveel kan ik opnemen",),
    ("mijn saldo is -5",),
    ("saldo 100, kan ik 60 opnemen",),
    *((f"saldo 40, kan ik 60 opnemen bij {school}",) for school in ("EhB", "UGent", "UCLL", "Odisee", "VUB", "LUCA")),
)
_OVERMACHT: Final = (
    (
        "/gids_overmacht",
        "/gids_overmacht",
        "waarom vraag je dat",
        "ja",
        "ja en nee",
        "nee",
        "2024",
        "2099-2100",
        "2024-2025",
    ),
    (
        "/gids_overmacht",
        "ja",
        "nee",
        "blauw",
        "waarom vraag je dat",
        "weet ik niet",
        "ja",
        "nee",
        "kheb een attest",
        "nee",
    ),
    ("/gids_overmacht", "weet ik niet", "weet ik niet", "weet ik niet", "weet ik niet", "weet ik niet", "weet ik niet"),
    ("1e zit niet 2e zit wel maar gebuisd in 2023-2024, vak van 6 sp", "school zei neen", "attest van de hele maand"),
    ("1e zit gemist in 2023-2024, 2e zit gebuisd", "school heeft nooit geantwoord", "geen bewijs", "maak een brief"),
    ("1e zit gemist in 2023-2024, 2e zit gebuisd", "kreeg een inhaalexamen", "ja"),
    ("juni gemist maar de tweede zit moet nog komen", "nooit gevraagd", "maak een brief"),
    ("juni gemist maar de tweede zit moet nog komen", "school zei neen"),
    ("juni gemist maar de tweede zit moet nog komen", "ja"),
    ("/gids_overmacht", "hoeveel krijg ik terug voor een vak van 6 sp?", "nee"),
    ("alle 2 meegedaan", "maak een brief"),
    ("alle 2 meegedaan bij EhB",),
    ("alle 2 meegedaan aan de UGent",),
    ("modelbrief",),
    ("/gids_overmacht", "stop ermee"),
)
_STOPPEN: Final = (
    ("/gids_stoppen", "/gids_stoppen", "waarom vraag je dat", "blauw", '/gids_stoppen{"keuze":"creditcontract"}'),
    (
        "/gids_stoppen",
        '/gids_stoppen{"keuze":"diplomacontract"}',
        "blauw",
        "31 november",
        "1 februari",
        "waarom",
        "blauw",
        "UGent",
        "400",
        "60",
        "waarom vraag je dat",
        "nee",
        "blauw",
        "20",
        "ja",
        "waarom vraag je dat",
        "ja",
        "blauw",
        "in maart",
    ),
    (
        "ik nam 60 op en stop op 29 november",
        "en op 1 december?",
        "EhB",
        "30",
        "ja",
        "ja",
        '/gids_stoppen{"keuze":"zelfde_dag"}',
    ),
    (
        "ik nam 60 op en stop op 29 november",
        '/gids_stoppen{"keuze":"andere_datum"}',
        '/gids_stoppen{"keuze":"vandaag"}',
    ),
    ("ik nam 60 op en stop op 29 november", '/gids_stoppen{"keuze":"creditcontract"}'),
    ("ik nam 60 op en stop op 20 maart bij EhB", "diplomacontract", "ja", "waarom vraag je dat", "blauw", "70", "12"),
    (
        "ik stop op 1 februari bij EhB, 60 opgenomen",
        "diplomacontract",
        "ja, 15",
        "waarom",
        "60 in semester 2",
        "20 in semester 2",
    ),
    ("krijg ik iets terug als ik stop op 29 november?", "ik nam 60 op"),
    ("krijg ik iets terug als ik stop op 1 april bij KU Leuven?",),
    ("ik heb me uitgeschreven op 3 oktober, ik nam 60 op",),
    ("ik nam 60 op en stop op 15 maart bij EhB", "diplomacontract", "nee", "30", "nee"),
    (
        "ik nam 25 op en verander op 10 december naar een graduaat, generatiestudent aan KU Leuven",
        "diplomacontract",
        "10",
    ),
    ("ik stop", "weet ik niet", "weet ik niet", "weet ik niet", "54", "weet ik niet", "weet ik niet", "weet ik niet"),
    ("ik stop in maart", "weet ik niet", "EhB", "weet ik niet", "weet ik niet", "weet ik niet"),
    ("ik stop met mijn graduaat in februari, 60 opgenomen",),
    ("ik laat twee vakken vallen",),
    ("ik laat een vak vallen aan de UGent",),
    ("1e jaar 60 opgenomen 45 geslaagd, 2e jaar 60 opgenomen en ik stop op 29 november",),
    ("ik nam 60 op en stop op 1 januari 2031", "5 mei 1999"),
    ("in 2025-2026 nam ik 60 op en ik stop op 1 februari",),
)
#: Only buttons: what is typed needs the reader. The answers of data/vragen have a check of their own.
_MACHINE: Final = (
    ("/saldo_berekenen", '/antwoord{"keuze":"weet_niet","bij":"opgenomen///"}', "/opnieuw"),
    ("/wat_is_leerkrediet", '/vraag{"over":"wat_is_leerkrediet/algemeen"}', '/vraag{"over":"startkrediet/hoeveel"}'),
    ("/gids_stoppen", '/vraag{"over":"overmacht_bewijs/geen_attest"}', "/mens_spreken", "/buiten_bereik_nood"),
    ("/bericht_te_lang", "/bericht_leeg", "/bericht_zonder_tekst"),
)
#: Actions that go on from a calculation: the first message of each conversation is for that.
_NA_REKENEN: Final = frozenset(("action_bonus_stand",))
#: Messages in a row, per action. An action that is not here gets one without content.
GESPREKKEN: Final[Mapping[str, Sequence[Sequence[str]]]] = {
    "action_bonus_stand": _BONUS,
    "action_saldo_berekenen": _REKENEN,
    "action_hoeveel_opnemen": _OPNEMEN,
    "action_overmacht": _OVERMACHT,
    "action_stoppen": _STOPPEN,
    "action_gesprek": _MACHINE,
}


@dataclass(frozen=True)
class Actie:
    """An action and what it says.

    Attributes:
        naam: as the domain names it.
        bestand: where it is made.
        antwoorden: answers that its module names.
        uitingen: what it said in the examples, buttons included; answers of ``data/antwoorden`` left out.
        ladingen: payloads that are written out in its module.
    """

    naam: str
    bestand: str
    antwoorden: tuple[str, ...] = ()
    uitingen: tuple[Uiting, ...] = ()
    ladingen: tuple[str, ...] = ()


def lees_acties(wortel: Path) -> tuple[dict[str, Actie], dict[str, frozenset[str]]]:
    """The actions by name, and the answers and actions that code names with the files that do.

    An action that names itself in ``actions`` is not used by that.
    """
    genoemd: dict[str, set[str]] = {}
    teksten = {}
    for map_ in _CODE:
        for bestand in sorted((wortel / map_).glob("*.py")):
            pad = f"{map_}/{bestand.name}"
            teksten[pad] = _teksten(bestand.read_text(encoding="utf-8"))
            for tekst in teksten[pad]:
                if _ZET.fullmatch(tekst) and not (map_ == "actions" and tekst.startswith("action_")):
                    genoemd.setdefault(tekst, set()).add(pad)
    acties = {}
    for klasse in _klassen():
        pad = f"{klasse.__module__.replace('.', '/')}.py"
        eigen = teksten.get(pad, ())
        acties[klasse.naam] = Actie(
            naam=klasse.naam,
            bestand=pad,
            antwoorden=tuple(dict.fromkeys(t for t in eigen if _ANTWOORD.fullmatch(t))),
            uitingen=tuple(dict.fromkeys(_uitingen(klasse, pad))),
            ladingen=tuple(dict.fromkeys(t for t in eigen if re.fullmatch(r"/[a-z_]+(\{.*\})?", t))),
        )
    return acties, {naam: frozenset(bestanden) for naam, bestanden in genoemd.items()}


def zeg(actie: str, berichten: Sequence[str]) -> list[dict[str, Any]]:
    """What ``actie`` says to the last of ``berichten``, when each came to it in turn.

    Raises:
        KeyError: there is no such action.
    """
    klasse = next((k for k in _klassen() if k.naam == actie), None)
    if klasse is None:
        raise KeyError(actie)
    *_, laatste = _voer(klasse(), berichten)
    return laatste


def _klassen() -> list[type[Zet]]:
    for module in pkgutil.iter_modules(actions.__path__, "actions."):
        if module.name != "actions.server":
            importlib.import_module(module.name)
    alle = [Zet]
    for klasse in alle:
        alle += klasse.__subclasses__()
    eigen = [k for k in alle if k.__module__.startswith("actions.") and not isabstract(k)]
    return sorted(eigen, key=lambda k: k.naam)


def _uitingen(klasse: type[Zet], pad: str) -> Iterator[Uiting]:
    if klasse.naam == "action_terugval":
        from actions.terugval import onderwerpen

        beurten = [_voer_met_rangorde(klasse(), intent) for intent in onderwerpen()]
    else:
        beurten = [beurt for reeks in GESPREKKEN.get(klasse.naam, [[""]]) for beurt in _voer(klasse(), reeks)]
    for beurt in beurten:
        for bericht in beurt:
            if bericht.get("text"):
                knoppen = tuple(Knop(k["title"], k["payload"]) for k in bericht.get("buttons") or ())
                yield Uiting(pad, klasse.naam, bericht["text"], knoppen)


def _voer(actie: Zet, berichten: Sequence[str]) -> Iterator[list[dict[str, Any]]]:
    slots: dict[str, Any] = {}
    if actie.naam in _NA_REKENEN and len(berichten) > 1:
        # What such an action says depends on an outcome, which another one gives.
        rekenen = next(klasse for klasse in _klassen() if klasse.naam == "action_saldo_berekenen")
        eerste, *berichten = berichten
        events = asyncio.run(rekenen().run(CollectingDispatcher(), _tracker(slots, eerste), {}))
        slots = {event["name"]: event["value"] for event in events if event.get("event") == "slot"}
    for tekst in berichten:
        verteller = CollectingDispatcher()
        events = asyncio.run(actie.run(verteller, _tracker(slots, tekst), {}))
        slots = {**slots, **{event["name"]: event["value"] for event in events if event.get("event") == "slot"}}
        yield verteller.messages


def _voer_met_rangorde(actie: Zet, intent: str) -> list[dict[str, Any]]:
    verteller = CollectingDispatcher()
    tracker = _tracker({}, "")
    tracker.latest_message["intent_ranking"] = [{"name": intent, "confidence": 0.3}]
    asyncio.run(actie.run(verteller, tracker, {}))
    return list(verteller.messages)


def _tracker(slots: dict[str, Any], tekst: str) -> Tracker:
    intent = tekst[1:].partition("{")[0] if tekst.startswith("/") else "saldo_berekenen"
    bericht = {"text": tekst, "intent": {"name": intent}, "entities": _entiteiten(tekst)}
    return Tracker("controle", slots, bericht, [], False, None, {}, None)


def _entiteiten(tekst: str) -> list[dict[str, Any]]:
    if tekst.startswith("/"):
        _, accolade, rest = tekst.partition("{")
        return [{"entity": n, "value": w} for n, w in json.loads(accolade + rest or "{}").items()]
    lezing = lees(tekst, vandaag=_VANDAAG)
    geheel = {veld: getattr(lezing, veld) for veld in ("contract", "opleiding", "instelling")}
    return [
        *(naar_entiteit(feit) for feit in lezing.feiten),
        *({"entity": veld, "value": waarde} for veld, waarde in geheel.items() if waarde is not None),
        *({"entity": "signaal", "value": signaal} for signaal in sorted(lezing.signalen)),
        *eigen_geval(tekst, _VANDAAG),
    ]


def _teksten(bron: str) -> tuple[str, ...]:
    """The string constants of a module; those that only explain (docstrings) left out."""
    boom = ast.parse(bron)
    uitleg = {id(knoop.value) for knoop in ast.walk(boom) if isinstance(knoop, ast.Expr)}
    return tuple(
        knoop.value
        for knoop in ast.walk(boom)
        if isinstance(knoop, ast.Constant) and isinstance(knoop.value, str) and id(knoop) not in uitleg
    )
