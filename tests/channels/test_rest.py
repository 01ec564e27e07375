"""The REST channel: whatever comes in and whatever goes wrong, the student gets an answer in Dutch."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rasa.core.channels.channel import InputChannel
from rasa.core.channels.channel import UserMessage

from channels.bericht import GEEN_TEKST
from channels.bericht import LEEG
from channels.bericht import MEESTE_TEKENS
from channels.bericht import MEESTE_TEKENS_AFZENDER
from channels.bericht import TE_LANG
from channels.inhoud import noodantwoord
from channels.rest import VeiligeRest


WORTEL = Path(__file__).resolve().parents[2]
ADRES = "/webhooks/rest/webhook"
NOOD = noodantwoord(WORTEL / "data" / "antwoorden")


async def echo(bericht: UserMessage) -> None:
    """A bot that repeats what it read."""
    await bericht.output_channel.send_text_message(bericht.sender_id, f"gelezen: {bericht.text}")


async def stil(_: UserMessage) -> None:
    """A bot that says nothing."""


@pytest.fixture
def kanaal(monkeypatch: pytest.MonkeyPatch) -> VeiligeRest:
    """The channel as ``credentials.yml`` makes it, from the folder of the project."""
    monkeypatch.chdir(WORTEL)
    return VeiligeRest.from_credentials({})


@pytest.fixture
def post(kanaal: VeiligeRest, maak_app: Any, maak_agent: Any, vraag: Any) -> Callable[..., Any]:
    """Posts one body to the channel; ``reactie`` is what the bot does with it."""

    def stuur(reactie: Callable[[UserMessage], Any] = echo, **extra: Any) -> Any:
        return vraag(maak_app(kanaal, maak_agent(reactie)), "POST", ADRES, **extra)

    return stuur


def test_a_message_is_answered(post: Callable[..., Any]) -> None:
    """In the form that Rasa's own channel has."""
    antwoord = post(json={"sender": "an", "message": "hallo"})
    assert (200, [{"recipient_id": "an", "text": "gelezen: hallo"}]) == (antwoord.status, antwoord.json)
    assert antwoord.koppen["Content-Type"].startswith("application/json")


def test_the_bot_gets_the_sender_the_channel_and_the_message(
    kanaal: InputChannel, maak_app: Any, maak_agent: Any, vraag: Any
) -> None:
    """The name of the channel chooses the answers that are meant for it."""
    agent = maak_agent(echo)
    vraag(maak_app(kanaal, agent), "POST", ADRES, json={"sender": " é 1 ", "message": " /werking "})
    assert [(" é 1 ", "rest", "/werking")] == [(b.sender_id, b.input_channel, b.text) for b in agent.gelezen]


def test_several_messages_of_the_bot_arrive_in_order(post: Callable[..., Any]) -> None:
    """With their buttons."""

    async def twee(bericht: UserMessage) -> None:
        await bericht.output_channel.send_text_message(bericht.sender_id, "eerst")
        knoppen = [{"title": "Hulp", "payload": "/hulp"}]
        await bericht.output_channel.send_text_with_buttons(bericht.sender_id, "dan", knoppen)

    antwoord = post(twee, json={"sender": "an", "message": "hallo"})
    assert ["eerst", "dan"] == [deel["text"] for deel in antwoord.json]
    assert [{"title": "Hulp", "payload": "/hulp"}] == antwoord.json[1]["buttons"]


@pytest.mark.parametrize(
    ("inhoud", "verwacht"),
    [
        ({"message": ""}, LEEG),
        ({"message": "   "}, LEEG),
        ({}, LEEG),
        ({"message": None}, LEEG),
        ({"message": 7}, LEEG),
        ({"message": ["a"]}, LEEG),
        ({"message": {"text": "a"}}, LEEG),
        ({"message": "x" * (MEESTE_TEKENS + 1)}, TE_LANG),
        ({"message": "🎉"}, GEEN_TEKST),
        ({"message": "/restart"}, "restart"),
        ({"message": "/\t" * (MEESTE_TEKENS // 2)}, LEEG),
        ({"message": "hallo", "metadata": {"x": 1}, "nog": "iets"}, "hallo"),
    ],
)
def test_an_odd_message_is_answered_too(post: Callable[..., Any], inhoud: dict[str, Any], verwacht: str) -> None:
    """The bot is told what was wrong, and has an answer for each."""
    antwoord = post(json={"sender": "an", **inhoud})
    assert (200, [f"gelezen: {verwacht}"]) == (antwoord.status, [deel["text"] for deel in antwoord.json])


@pytest.mark.parametrize(
    "afzender", [None, "", 3, True, ["an"], {"id": "an"}, "a" * (MEESTE_TEKENS_AFZENDER + 1)], ids=repr
)
def test_a_sender_that_cannot_be_is_refused(post: Callable[..., Any], afzender: object) -> None:
    """With a sentence that says what to send; the bot does not see the message."""
    antwoord = post(json={"sender": afzender, "message": "hallo"})
    assert 400 == antwoord.status
    assert "stuur" in antwoord.json["fout"]
    assert '"sender"' in antwoord.json["fout"]


def test_the_longest_sender_is_accepted(post: Callable[..., Any]) -> None:
    """At the limit, not over it."""
    assert 200 == post(json={"sender": "a" * MEESTE_TEKENS_AFZENDER, "message": "hallo"}).status


@pytest.mark.parametrize(
    "lijf",
    [
        b"",
        b"{",
        b"geen json",
        b"[]",
        b'["sender"]',
        b'"sender"',
        b"3",
        b"null",
        b"\xff\xfe",
        b'{"sender": }',
        b"[" * 5000,
    ],
    ids=lambda lijf: repr(lijf[:12]),
)
@pytest.mark.parametrize("soort", ["application/json", "text/plain", ""])
def test_a_body_that_is_no_json_object_is_refused(post: Callable[..., Any], lijf: bytes, soort: str) -> None:
    """Never an internal error, and nothing of the body comes back."""
    antwoord = post(data=lijf, headers={"Content-Type": soort})
    assert 400 == antwoord.status
    assert ["fout"] == list(antwoord.json)


def test_a_form_is_refused(post: Callable[..., Any]) -> None:
    """Other channels send forms; this one reads JSON."""
    assert 400 == post(data={"sender": "an", "message": "hallo"}).status


@pytest.mark.parametrize(
    "fout",
    [RuntimeError("geheim"), KeyError("geheim"), OSError("geheim"), TimeoutError("geheim"), RecursionError("geheim")],
)
def test_when_the_bot_fails_the_student_gets_the_apology(
    post: Callable[..., Any], fout: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    """With the way out, and without a word about what broke; that is for the log."""

    async def breek(_: UserMessage) -> None:
        raise fout

    antwoord = post(breek, json={"sender": "an", "message": "hallo"})
    assert (200, [{**NOOD, "recipient_id": "an"}]) == (antwoord.status, antwoord.json)
    assert b"geheim" not in antwoord.inhoud
    (regel,) = [r for r in caplog.records if r.name == "channels.rest"]
    assert (logging.ERROR, True) == (regel.levelno, regel.message.startswith("Een bericht kon niet verwerkt worden."))
    assert "geheim" not in regel.message, "in een fout kunnen de woorden van de student staan"


def test_when_the_bot_fails_halfway_the_student_gets_the_apology_alone(post: Callable[..., Any]) -> None:
    """Half an answer may say the opposite of the whole."""

    async def half(bericht: UserMessage) -> None:
        await bericht.output_channel.send_text_message(bericht.sender_id, "Je krijgt alles terug, tenzij")
        raise RuntimeError

    assert [{**NOOD, "recipient_id": "an"}] == post(half, json={"sender": "an", "message": "hallo"}).json


def test_when_the_bot_stays_silent_the_student_gets_the_apology(post: Callable[..., Any]) -> None:
    """Rasa's own channel answers an empty list, and the page would show nothing."""
    assert [{**NOOD, "recipient_id": "an"}] == post(stil, json={"sender": "an", "message": "hallo"}).json


def test_when_no_model_is_loaded_the_student_gets_the_apology(kanaal: InputChannel, maak_app: Any, vraag: Any) -> None:
    """The server is up before the bot is."""
    antwoord = vraag(maak_app(kanaal, None), "POST", ADRES, json={"sender": "an", "message": "hallo"})
    assert (200, [{**NOOD, "recipient_id": "an"}]) == (antwoord.status, antwoord.json)


def test_a_sender_that_cannot_be_written_does_not_break_the_answer(post: Callable[..., Any]) -> None:
    """Half of a surrogate pair is valid JSON, and no valid text."""
    lijf = json.dumps({"sender": "\ud800", "message": "hallo"}).encode()
    antwoord = post(data=lijf, headers={"Content-Type": "application/json"})
    assert (200, ["gelezen: hallo"]) == (antwoord.status, [deel["text"] for deel in antwoord.json])


@pytest.mark.parametrize("methode", ["GET", "PUT", "DELETE"])
def test_only_posting_reaches_the_bot(
    methode: str, kanaal: InputChannel, maak_app: Any, maak_agent: Any, vraag: Any
) -> None:
    """A link that somebody clicks sends no message."""
    agent = maak_agent(echo)
    antwoord = vraag(maak_app(kanaal, agent), methode, ADRES, params={"sender": "an", "message": "hallo"})
    assert (405, []) == (antwoord.status, agent.gelezen)


def test_the_channel_says_that_it_is_there(kanaal: InputChannel, maak_app: Any, vraag: Any) -> None:
    """Under Rasa's own address for it."""
    antwoord = vraag(maak_app(kanaal, None), "GET", "/webhooks/rest/")
    assert (200, {"status": "ok"}) == (antwoord.status, antwoord.json)


def test_the_channel_keeps_the_name_of_rasas_own(kanaal: InputChannel) -> None:
    """Its address is fixed: websites and measurements call it."""
    assert "rest" == kanaal.name() == kanaal.url_prefix()


def test_a_channel_without_its_files_does_not_start(tmp_path: Path) -> None:
    """Better at the start than at the first failure."""
    with pytest.raises(OSError, match=r"domain\.yml"):
        VeiligeRest.from_credentials({"domain": str(tmp_path / "domain.yml")})
    with pytest.raises(OSError, match=r"fout\.yml"):
        VeiligeRest.from_credentials({"domain": str(WORTEL / "domain.yml"), "antwoorden": str(tmp_path)})
