"""What the bot is started with, and when it refuses to."""

from __future__ import annotations

import asyncio
import logging
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
import rasa.core.run
import rasa.server
import rasa.utils.common
import rasa.utils.log_utils
from sanic import Sanic

from channels import server
from channels.acties import ActiesHier
from channels.model import controleer_model
from dienst.regels import Regels


WORTEL = Path(__file__).resolve().parents[2]


class Start:
    """What was handed to Rasa."""

    def __init__(self) -> None:
        self.gevraagd: dict[str, Any] = {}
        self.kanalen: list[Any] = []
        self.logniveaus: list[int] = []

    def maak_app(self, kanalen: Any, **gevraagd: Any) -> Sanic:
        """In the place of Rasa's own."""
        self.gevraagd |= gevraagd
        self.kanalen = kanalen
        return Sanic("start", configure_logging=False)

    def serveer(self, app: Any, host: str, poort: int, regels: Regels, eerst: Any) -> None:
        """In the place of our own, that would serve until it is stopped."""
        self.gevraagd |= {"interface": host, "port": poort, "regels": regels, "eerst": eerst}


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Start]:
    """The project's folder, an environment that says nothing, a model that is there, and a Rasa that does not serve."""
    gestart = Start()
    monkeypatch.chdir(WORTEL)
    monkeypatch.setattr(Sanic, "test_mode", True)
    monkeypatch.setattr(rasa.core.run, "configure_app", gestart.maak_app)
    monkeypatch.setattr(server, "serveer", gestart.serveer)
    monkeypatch.setattr(server, "controleer_model", lambda _: None)
    # What the start changes in Rasa and in the logging of the process is put back afterwards.
    monkeypatch.setattr(rasa.server, "add_root_route", rasa.server.add_root_route)
    monkeypatch.setattr(rasa.server, "configure_cors", rasa.server.configure_cors)
    monkeypatch.setattr(
        rasa.utils.common, "configure_logging_and_warnings", lambda niveau, **_: gestart.logniveaus.append(niveau)
    )
    monkeypatch.setattr(rasa.utils.log_utils, "configure_structlog", gestart.logniveaus.append)
    monkeypatch.setattr(server.warnings, "simplefilter", lambda *_: None)
    monkeypatch.setattr(rasa.utils.common, "update_sanic_log_level", lambda: gestart.logniveaus.append(0))
    schoon = {
        naam: waarde
        for naam, waarde in os.environ.items()
        if naam not in server.STANDAARD and naam not in ("ACTION_URL", "GEHEIM")
    }
    with mock.patch.dict(os.environ, schoon, clear=True):
        os.environ |= {"MODEL": str(tmp_path / "model.tar.gz"), "GEHEIM": "een geheim dat alleen deze test kent"}
        yield gestart


def geweigerd(capsys: pytest.CaptureFixture[str]) -> str:
    """The one sentence with which the start stops."""
    with pytest.raises(SystemExit) as uitgang:
        server.main()
    # Who started it knows by this that trying again does not help.
    assert os.EX_CONFIG == uitgang.value.code
    gezegd = capsys.readouterr()
    assert "" == gezegd.out
    return gezegd.err.strip()


def test_without_settings_it_serves_on_loopback_only(start: Start) -> None:
    """A deployment decides for itself what it opens."""
    server.main()
    assert ("127.0.0.1", 5005) == (start.gevraagd["interface"], start.gevraagd["port"])


def test_the_environment_goes_before_the_defaults(start: Start) -> None:
    """Two of them can run side by side on ports of their own."""
    os.environ |= {"HOST": "0.0.0.0", "PORT": "6005", "SANIC_REQUEST_MAX_SIZE": "1234"}
    server.main()
    assert ("0.0.0.0", 6005) == (start.gevraagd["interface"], start.gevraagd["port"])
    assert 1234 == start.gevraagd["regels"].meeste_bytes


def test_the_actions_run_inside_unless_an_address_is_given(start: Start) -> None:
    """A deployment may keep them apart."""
    server.main()
    assert isinstance(start.gevraagd["endpoints"].action, ActiesHier)
    os.environ["ACTION_URL"] = "http://acties:5055/webhook"
    server.main()
    elders = start.gevraagd["endpoints"].action
    assert ("http://acties:5055/webhook", {"enable_selective_domain": True}) == (elders.url, elders.kwargs)


def test_rasas_own_api_stays_off_and_no_other_site_may_call(start: Start) -> None:
    """The API loads models that are handed to it; a page of another site may not talk in the name of a student."""
    server.main()
    assert start.gevraagd["enable_api"] is False
    assert [] == start.gevraagd["cors"]


def test_nothing_is_reported_to_rasas_makers(start: Start) -> None:
    """Unless the environment says otherwise, and it does not here."""
    server.main()
    assert "false" == os.environ["RASA_TELEMETRY_ENABLED"]


def test_messages_are_not_logged(start: Start) -> None:
    """At the debug level Rasa prints each of them; both its loggers are set above it."""
    server.main()
    assert [logging.INFO, logging.INFO, 0] == start.logniveaus


def test_the_address_of_the_page_is_not_taken_by_rasa(start: Start) -> None:
    """Rasa's own greeting at ``/`` would come before it."""
    app = mock.Mock()
    server.main()
    rasa.server.add_root_route(app)
    assert [] == app.mock_calls


def test_every_answer_of_the_server_carries_our_headers_and_none_of_rasas(start: Start) -> None:
    """Rasa has one answer to other sites for all addresses; each channel of ours gives its own."""
    os.environ["PROXIES"] = "2"
    server.main()
    app = Sanic("koppen", configure_logging=False)
    rasa.server.configure_cors(app, ["*"])
    assert 1 == len(app.response_middleware)
    assert 2 == app.config.PROXIES_COUNT
    assert not hasattr(app.config, "CORS_AUTOMATIC_OPTIONS")


@pytest.mark.parametrize(
    ("naam", "waarde"),
    [
        ("WIDGET_OORSPRONGEN", "*"),
        ("WIDGET_INACTIEF_MINUTEN", "0"),
        ("PROXIES", "een"),
        ("GRENS_ADRES", "veel"),
        ("GEHEIM", "kort"),
    ],
)
def test_a_setting_of_the_widget_that_cannot_be_is_refused_by_name(
    naam: str, waarde: str, start: Start, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before Rasa is loaded, which takes long."""
    os.environ[naam] = waarde
    assert naam in geweigerd(capsys)
    assert {} == start.gevraagd


@pytest.mark.parametrize(("rest", "aan"), [(None, True), ("ja", True), ("nee", False)])
def test_rest_is_on_unless_it_is_turned_off(rest: str | None, aan: bool, start: Start) -> None:
    """The page is always there; no other channel is without its settings."""
    if rest is not None:
        os.environ["REST"] = rest
    server.main()
    namen = [kanaal.name() for kanaal in start.kanalen]
    assert ["rest"] * aan == [naam for naam in namen if naam not in ("pagina", "widget")]
    assert {"pagina", "widget"} <= set(namen)


def test_memory_queue_and_texts_are_the_own_ones(start: Start) -> None:
    """As ``endpoints.yml`` names them, with the values of the environment."""
    os.environ["BEWAAR_DAGEN"] = "7"
    server.main()
    einden = start.gevraagd["endpoints"]
    assert "gesprek.geheugen.Geheugen" == einden.tracker_store.type
    assert {"db": server.STANDAARD["DATABASE_URL"], "bewaar_dagen": "7"} == einden.tracker_store.kwargs
    assert "gesprek.wachtrij.Wachtrij" == einden.lock_store.type
    assert "gesprek.antwoordgever.Antwoordgever" == einden.nlg.type


def test_every_variable_of_the_endpoints_has_a_value(start: Start) -> None:
    """Rasa stops with a traceback on one that has none."""
    server.main()
    namen = set(re.findall(r"\$\{(\w+)\}", (WORTEL / "endpoints.yml").read_text("utf-8")))
    assert namen
    assert set() == {naam for naam in namen if not os.environ.get(naam)}


def test_without_a_model_it_says_how_to_make_one(
    start: Start, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In one sentence, before Rasa is loaded."""
    os.environ["MODEL"] = "models/bestaat_niet.tar.gz"
    monkeypatch.setattr(server, "controleer_model", controleer_model)
    zin = geweigerd(capsys)
    assert "models/bestaat_niet.tar.gz" in zin
    assert "make train" in zin
    assert {} == start.gevraagd


@pytest.mark.parametrize("werkers", ["0", "2"])
def test_more_than_one_worker_is_refused(werkers: str, start: Start, capsys: pytest.CaptureFixture[str]) -> None:
    """Two workers would handle two messages of one conversation at once, whatever else is configured."""
    os.environ["SANIC_WORKERS"] = werkers
    os.environ["REDIS_URL"] = "redis://127.0.0.1:6379"
    assert "SANIC_WORKERS" in geweigerd(capsys)
    assert {} == start.gevraagd


@pytest.mark.parametrize("naam", ["PORT", "BEWAAR_DAGEN", "SANIC_WORKERS", "SANIC_REQUEST_MAX_SIZE"])
@pytest.mark.parametrize("waarde", ["", "veel", "1.5", "-1"])
def test_a_number_that_is_none_is_refused_by_name(
    naam: str, waarde: str, start: Start, capsys: pytest.CaptureFixture[str]
) -> None:
    """Instead of with a traceback."""
    os.environ[naam] = waarde
    zin = geweigerd(capsys)
    assert zin.startswith(f"{naam} moet een getal zijn")
    assert repr(waarde) in zin


@pytest.mark.parametrize(("host", "dag"), [("0.0.0.0", "2026-11-30"), ("", "2026-11-30"), ("127.0.0.1", "30 november")])
def test_a_fixed_day_that_cannot_be_is_refused(
    host: str, dag: str, start: Start, capsys: pytest.CaptureFixture[str]
) -> None:
    """No student may hear the deadlines of another day; in one sentence, before Rasa is loaded."""
    os.environ |= {"HOST": host, "VANDAAG": dag}
    zin = geweigerd(capsys)
    assert zin.startswith("VANDAAG ")
    assert "\n" not in zin
    assert {} == start.gevraagd


@pytest.mark.parametrize(("host", "dag"), [("0.0.0.0", ""), ("127.0.0.1", "2026-11-30"), ("::1", "2026-11-30")])
def test_a_day_may_be_fixed_on_the_own_machine(host: str, dag: str, start: Start) -> None:
    """And who fixes none may listen anywhere."""
    os.environ |= {"HOST": host, "VANDAAG": dag}
    server.main()
    assert host == start.gevraagd["interface"]


@pytest.mark.parametrize("inhoud", [None, "", "sleutel: EhB\n", "sleutel: [half", "- lijst"])
def test_settings_of_the_school_that_are_not_in_order_are_refused(
    inhoud: str | None, start: Start, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A slip shows at the start, with the name of the file, and not in the first answer."""
    bestand = tmp_path / "school.yml"
    if inhoud is not None:
        bestand.write_text(inhoud, "utf-8")
    os.environ["INSTELLING"] = str(bestand)
    zin = geweigerd(capsys)
    assert zin.startswith(f"{bestand} is niet in orde: ")
    assert {} == start.gevraagd


@pytest.mark.parametrize("klaar", [True, False])
def test_a_model_that_cannot_be_loaded_stops_the_start(
    klaar: bool, start: Start, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Rasa logs why, and would serve on without: a bot that never answers."""

    async def laad(*_: Any) -> Any:
        return mock.Mock(is_ready=lambda: klaar)

    monkeypatch.setattr(rasa.core.run, "load_agent_on_start", laad)
    monkeypatch.setattr(server, "serveer", lambda *alles: asyncio.run(alles[-1]()))
    if klaar:
        server.main()
    else:
        assert f"Het model in {os.environ['MODEL']} kan niet geladen worden." in geweigerd(capsys)


def test_a_port_that_is_taken_is_said_in_a_sentence(
    start: Start, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not in a traceback."""

    def bezet(*_: Any) -> None:
        raise OSError(98, "Address already in use")

    monkeypatch.setattr(server, "serveer", bezet)
    assert "De bot kan niet luisteren op 127.0.0.1, poort 5005" in geweigerd(capsys)


@pytest.mark.parametrize("soort", ["bytes", "map"])
def test_a_secret_that_is_damaged_is_named(
    soort: str, start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """By its file, and in Dutch."""
    monkeypatch.chdir(tmp_path)
    os.environ["INSTELLING"] = str(WORTEL / "instelling.yml")
    del os.environ["GEHEIM"]
    (tmp_path / "gegevens").mkdir()
    if soort == "bytes":
        (tmp_path / "gegevens" / "geheim").write_bytes(b"\xff" * 60)
    else:
        (tmp_path / "gegevens" / "geheim").mkdir()
    assert geweigerd(capsys).startswith("gegevens/geheim ")
    assert {} == start.gevraagd


@pytest.mark.parametrize("leiding", ["", "regels", "machine"])
def test_the_machine_leads_unless_the_rules_are_chosen(leiding: str, start: Start, tmp_path: Path) -> None:
    """A reader that is not there does not stop the start: helplines do without it."""
    os.environ |= {"GESPREK": leiding, "LEZER": str(tmp_path / "er_is_geen.pkl")}
    server.main()
    assert "machine" == server.STANDAARD["GESPREK"]


def test_another_who_leads_is_refused(start: Start, capsys: pytest.CaptureFixture[str]) -> None:
    """In one sentence that says what is possible."""
    os.environ["GESPREK"] = "toeval"
    assert "GESPREK moet regels of machine zijn, maar is 'toeval'." == geweigerd(capsys)
