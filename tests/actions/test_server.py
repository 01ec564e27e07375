"""The action server: what it offers, and what it never gives away."""

from __future__ import annotations

import asyncio
import json
import logging
import re
import subprocess
import sys
import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import yaml
from sanic import Sanic

from actions import server
from actions.hoeveel_opnemen import HoeveelOpnemen
from actions.overmacht import OvermachtNagaan
from actions.stoppen import StoppenNagaan
from dienst.server import Server
from dienst.server import luister


WORTEL = Path(__file__).resolve().parents[2]
MERK = "zwaluwstaart"


async def _stuur(methode: str, pad: str, extra: dict[str, Any]) -> tuple[int, dict[str, str], bytes]:
    draaiend = Server(server.maak_app(), server.REGELS)
    draaiend.config.load()
    draaiend.lifespan = draaiend.config.lifespan_class(draaiend.config)
    plaatsen = luister("127.0.0.1", 0)
    await draaiend.startup(plaatsen)
    adres = f"http://127.0.0.1:{plaatsen[0].getsockname()[1]}{pad}"
    try:
        async with aiohttp.ClientSession() as sessie, sessie.request(methode, adres, **extra) as antwoord:
            return antwoord.status, dict(antwoord.headers), await antwoord.read()
    finally:
        draaiend.servers[0].close()
        await draaiend.lifespan.shutdown()


@pytest.fixture
def stuur(monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[int, dict[str, str], bytes]]:
    """Serves the actions for one request: status, headers and body of what came back."""
    # Without this Sanic refuses a second app of the same name, here of the next test.
    monkeypatch.setattr(Sanic, "test_mode", True)
    return lambda methode, pad, **extra: asyncio.run(_stuur(methode, pad, extra))


def verzoek(actie: str, **tracker: Any) -> dict[str, Any]:
    """What Rasa sends for an action, with a word of the student in it."""
    volledig = {
        "sender_id": MERK,
        "slots": {"loopbaan": None, "vraag": None, "fase": None},
        "latest_message": {"text": MERK, "intent": {"name": "saldo_berekenen"}, "entities": []},
        "events": [],
        "latest_action_name": "action_listen",
        **tracker,
    }
    return {"next_action": actie, "sender_id": MERK, "tracker": volledig, "domain": {}, "version": "3.6.21"}


@pytest.mark.parametrize("actie", yaml.safe_load((WORTEL / "domain.yml").read_text("utf-8"))["actions"])
def test_every_action_of_the_domain_answers(actie: str, stuur: Any) -> None:
    """With something to say, and without repeating what came in."""
    status, _, lijf = stuur("POST", "/webhook", json=verzoek(actie))
    assert 200 == status
    assert json.loads(lijf)["responses"]
    assert "utter_fout" not in [antwoord.get("response") for antwoord in json.loads(lijf)["responses"]]
    assert MERK.encode() not in lijf


def in_eigen_proces(programma: str) -> Any:
    """What a Python program prints; in a process of its own, because that of the tests has loaded much more."""
    uit = subprocess.run([sys.executable, "-c", programma], cwd=WORTEL, capture_output=True, text=True, check=True)
    return json.loads(uit.stdout)


def test_the_actions_are_those_of_the_domain() -> None:
    """None is missing, and none is offered that nobody asks for."""
    namen = in_eigen_proces(
        "import actions, json, rasa_sdk.executor; uitvoerder = rasa_sdk.executor.ActionExecutor(); "
        "uitvoerder.register_package(actions); print(json.dumps(sorted(uitvoerder.actions)))"
    )
    assert sorted(yaml.safe_load((WORTEL / "domain.yml").read_text("utf-8"))["actions"]) == namen


def test_health_says_that_it_is_there(stuur: Any) -> None:
    """What ``/health`` of the bot asks for."""
    assert 200 == stuur("GET", "/health")[0]


KAPOT = {
    "geen JSON": {"data": f'{{"tracker": "{MERK}"'.encode()},
    "een lijst": {"json": [MERK]},
    "een tekst": {"json": MERK},
    "een getal": {"json": 3},
    "niets": {"data": b""},
    "null": {"data": b"null"},
    "geen tracker": {"json": {"next_action": "action_opnieuw", "version": "3.6.21", "x": MERK}},
    "een tracker die er geen is": {"json": {**verzoek("action_opnieuw"), "tracker": MERK}},
    "een tracker zonder afzender": {"json": {**verzoek("action_opnieuw"), "tracker": {"slots": {"x": MERK}}}},
    "een onbekende actie": {"json": verzoek("action_bestaat_niet")},
    "geen actie": {"json": verzoek("")},
    "kapot ingepakt": {"data": MERK.encode(), "headers": {"Content-Encoding": "deflate"}},
    "ingepakte onzin": {"data": zlib.compress(MERK.encode()), "headers": {"Content-Encoding": "deflate"}},
}


@pytest.mark.parametrize("soort", KAPOT)
def test_an_error_never_repeats_what_came_in(soort: str, stuur: Any, caplog: pytest.LogCaptureFixture) -> None:
    """The library sends back the whole request, with the conversation in it; not here, and not in the log either."""
    with caplog.at_level(logging.INFO):
        status, _, lijf = stuur("POST", "/webhook", **KAPOT[soort])
    assert status in (200, 400, 404, 500)
    assert MERK.encode() not in lijf
    assert b"request_body" not in lijf
    assert MERK not in caplog.text


@pytest.mark.parametrize("soort", sorted(set(KAPOT) - {"geen actie"}))
def test_a_broken_request_is_an_error(soort: str, stuur: Any) -> None:
    """Rasa must not take it for an action that had nothing to say."""
    status, _, lijf = stuur("POST", "/webhook", **KAPOT[soort])
    assert status >= 400
    assert "error" in json.loads(lijf)


@pytest.mark.parametrize("pad", ["/", "/bestaat_niet", f"/{MERK}"])
def test_another_address_is_not_found(pad: str, stuur: Any) -> None:
    """Without repeating it."""
    status, _, lijf = stuur("GET", pad)
    assert (404, {"error": "mislukt"}) == (status, json.loads(lijf))


@pytest.mark.parametrize(("methode", "pad"), [("GET", "/health"), ("POST", "/webhook"), ("OPTIONS", "/webhook")])
def test_no_page_of_another_site_may_call_it(methode: str, pad: str, stuur: Any) -> None:
    """No answer allows an origin, of errors neither."""
    koppen = {
        "Origin": "https://elders.example", "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
    }  # fmt: skip
    for extra in ({"json": verzoek("action_opnieuw")}, {"data": b"kapot"}):
        _, terug, _ = stuur(methode, pad, headers=koppen, **extra)
        assert [] == [naam for naam in terug if naam.lower() == "access-control-allow-origin"]


@pytest.mark.parametrize(
    ("omgeving", "verwacht"),
    [({}, ("127.0.0.1", 5055)), ({"HOST": "0.0.0.0", "ACTION_PORT": "6055"}, ("0.0.0.0", 6055))],
)
def test_it_listens_on_loopback_unless_told_otherwise(
    omgeving: dict[str, str], verwacht: tuple[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The library listens to the world."""
    gestart: list[tuple[str, int]] = []

    for naam in ("HOST", "ACTION_PORT", "VANDAAG"):
        monkeypatch.delenv(naam, raising=False)
    for naam, waarde in omgeving.items():
        monkeypatch.setenv(naam, waarde)
    monkeypatch.setattr(server, "maak_app", object)
    monkeypatch.setattr(server, "serveer", lambda _, host, poort, regels: gestart.append((host, poort)))
    monkeypatch.setattr(logging, "basicConfig", lambda **_: None)
    server.main()
    assert [verwacht] == gestart


@pytest.mark.parametrize(("host", "dag"), [("0.0.0.0", "2026-11-30"), ("127.0.0.1", "30 november")])
def test_a_fixed_day_that_cannot_be_is_refused(host: str, dag: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where it runs apart from the bot: in one sentence, before it listens."""
    monkeypatch.setenv("HOST", host)
    monkeypatch.setenv("VANDAAG", dag)
    monkeypatch.setattr(server, "maak_app", lambda: pytest.fail("ze ging toch open"))
    with pytest.raises(SystemExit) as uitgang:
        server.main()
    assert re.fullmatch(r"VANDAAG [^\n]+", str(uitgang.value.code))


@pytest.mark.parametrize("soort", [HoeveelOpnemen, OvermachtNagaan, StoppenNagaan])
def test_the_actions_ask_at_each_message_which_day_it_is(soort: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server makes them once, and runs past midnight."""
    actie = soort()
    for dag in ("2026-11-30", "2026-12-01"):
        monkeypatch.setenv("VANDAAG", dag)
        assert date.fromisoformat(dag) == actie._vandaag()


def test_a_port_that_is_taken_is_said_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not in a traceback."""

    def bezet(*_: Any) -> None:
        raise OSError(98, "Address already in use")

    monkeypatch.setattr(server, "maak_app", object)
    monkeypatch.setattr(server, "serveer", bezet)
    monkeypatch.setattr(logging, "basicConfig", lambda **_: None)
    with pytest.raises(SystemExit, match="De acties kunnen niet luisteren op"):
        server.main()


def test_it_starts_without_rasa_and_its_heavy_company() -> None:
    """What it loads beside the library is what the learned reader needs."""
    geladen = in_eigen_proces(
        "import json, sys, actions.server; actions.server.maak_app(); "
        "print(json.dumps(sorted({naam.split('.')[0] for naam in sys.modules})))"
    )
    assert set() == {"rasa", "tensorflow", "spacy"} & set(geladen)
