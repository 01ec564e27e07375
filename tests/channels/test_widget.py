"""The chat of a website over a real connection: whatever comes in, a student gets an answer, and only for themselves."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rasa.core.channels.channel import UserMessage

from channels import widget
from channels.bericht import GEEN_TEKST
from channels.bericht import LEEG
from channels.bericht import MEESTE_TEKENS
from channels.bericht import TE_LANG
from channels.inhoud import lees_intents
from channels.inhoud import noodantwoord
from channels.weigering import GEEN_KNOP
from channels.weigering import NIET_GEWIST
from channels.weigering import ONGELDIG
from channels.weigering import TE_GROOT
from channels.weigering import VERLOPEN
from channels.weigering import VREEMDE_PAGINA
from channels.widget import MEESTE_BYTES
from gesprek.geheugen import Geheugen
from gesprek.instelling import lees_instelling


WORTEL = Path(__file__).resolve().parents[2]
NOOD = noodantwoord(WORTEL / "data" / "antwoorden")
SCHOOL = "https://www.school.be"

Speel = Callable[..., Any]


def teksten(antwoord: Any) -> list[str]:
    """The texts of an answer that was given."""
    assert 200 == antwoord.status, antwoord.inhoud
    return [bericht.get("tekst") for bericht in antwoord.json["berichten"]]


def gezegd(agent: Any) -> list[str]:
    """What the bot got to read."""
    return [bericht.text for bericht in agent.gelezen]


def fout(antwoord: Any) -> tuple[int, str]:
    """How a request was refused."""
    return antwoord.status, antwoord.json["fout"]


# -- sessions


def test_a_session_gets_all_that_the_widget_needs(speel: Speel) -> None:
    """A token, for how long, how much may be typed, where to begin, and which school it is."""

    async def scenario(student: Any) -> None:
        begin = await student.begin()
        assert {"sessie", "verloopt_over", "max_tekens", "suggesties", "school"} == set(begin)
        assert (1800, MEESTE_TEKENS) == (begin["verloopt_over"], begin["max_tekens"])
        assert {"naam": "Erasmushogeschool Brussel"} == begin["school"]
        suggesties = lees_instelling(WORTEL / "instelling.yml").suggesties
        assert [suggestie.titel for suggestie in suggesties] == [knop["titel"] for knop in begin["suggesties"]]
        for knop in begin["suggesties"]:
            assert 200 == (await student.druk(begin["sessie"], knop["lading"])).status
        assert [f"/{suggestie.onderwerp}" for suggestie in suggesties] == gezegd(student.agent)
        assert {suggestie.onderwerp for suggestie in suggesties} <= lees_intents(WORTEL / "domain.yml")

    speel(scenario)


def test_every_session_is_another_one(speel: Speel) -> None:
    """And what the bot is told of it is not what the browser holds."""

    async def scenario(student: Any) -> None:
        tokens = {(await student.begin())["sessie"] for _ in range(20)}
        assert 20 == len(tokens)
        for token in tokens:
            await student.zeg(token, "hallo")
        assert 20 == len({bericht.sender_id for bericht in student.agent.gelezen})
        assert set() == {bericht.sender_id for bericht in student.agent.gelezen} & tokens

    speel(scenario)


def test_a_session_that_goes_on_is_renewed_and_stays_the_same(speel: Speel, klok: Any) -> None:
    """A page that is loaded again asks for it."""

    async def scenario(student: Any) -> None:
        token = (await student.begin())["sessie"]
        klok.nu += 1799
        weer = (await student.post("sessie", {"sessie": token})).json
        assert (token, 1800) == (weer["sessie"], weer["verloopt_over"])
        klok.nu += 1799
        assert ["gelezen: hallo"] == teksten(await student.zeg(token, "hallo"))

    speel(scenario)


@pytest.mark.parametrize(("seconden", "leeft"), [(1799, True), (1800, False), (100_000, False)])
def test_a_silent_session_is_over_after_half_an_hour(seconden: int, leeft: bool, speel: Speel, klok: Any) -> None:
    """Just before, at, and long after."""

    async def scenario(student: Any) -> None:
        token = (await student.begin())["sessie"]
        await student.zeg(token, "hallo")
        klok.nu += seconden
        for wat in ("sessie", "vergeet"):
            status = (await student.post(wat, {"sessie": token})).status
            assert leeft == (status in (200, 204)), wat
        if not leeft:
            assert (401, VERLOPEN) == fout(await student.zeg(token, "hallo"))

    speel(scenario)


def test_each_message_starts_the_half_hour_anew_until_the_day_is_over(speel: Speel, klok: Any) -> None:
    """And the widget is told what is left."""

    async def scenario(student: Any) -> None:
        token = (await student.begin())["sessie"]
        over = []
        for _ in range(25):
            klok.nu += 1700
            over.append((await student.zeg(token, "hallo")).json["verloopt_over"])
        assert [1800] * 24 == over[:24]
        assert 12 * 3600 - 25 * 1700 == over[24]
        klok.nu += over[24]
        assert (401, VERLOPEN) == fout(await student.zeg(token, "hallo"))

    speel(scenario, GRENS_GESPREK="1000/minute")


def test_how_long_a_session_lasts_can_be_set(speel: Speel, klok: Any) -> None:
    """Both limits."""

    async def scenario(student: Any) -> None:
        begin = await student.begin()
        assert 120 == begin["verloopt_over"]
        klok.nu += 120
        assert 401 == (await student.zeg(begin["sessie"], "hallo")).status

    speel(scenario, WIDGET_INACTIEF_MINUTEN="2", WIDGET_MEESTE_UREN="1")


def test_when_a_session_is_over_its_numbers_are_deleted(speel: Speel, klok: Any, geheugen: Geheugen) -> None:
    """Nobody can go on with it, so nothing of it is kept; another one is left alone."""

    async def scenario(student: Any) -> None:
        oud, jong = (await student.begin())["sessie"], (await student.begin())["sessie"]
        await student.zeg(oud, "hallo")
        klok.nu += 1000
        await student.zeg(jong, "hallo")
        klok.nu += 800
        assert 2 == len(list(await geheugen.keys()))
        await student.begin()
        assert 1 == len(list(await geheugen.keys()))
        assert 200 == (await student.zeg(jong, "hallo")).status
        assert 401 == (await student.zeg(oud, "hallo")).status

    speel(scenario)


# -- a restart


def test_sessions_and_buttons_go_on_after_a_restart(speel: Speel, klok: Any) -> None:
    """What was in the memory of the process is gone; the same secret and the same database are there."""
    bewaard: dict[str, Any] = {}

    async def voor(student: Any) -> None:
        bewaard.update(await student.begin())
        bewaard["leeg"] = (await student.begin())["sessie"]
        await student.zeg(bewaard["sessie"], "hallo")

    async def na(student: Any) -> None:
        klok.nu += 1799
        assert ["gelezen: weer"] == teksten(await student.zeg(bewaard["sessie"], "weer"))
        assert 200 == (await student.druk(bewaard["sessie"], bewaard["suggesties"][0]["lading"])).status
        assert 401 == (await student.zeg(bewaard["leeg"], "hallo")).status, (
            "zonder bericht is er niets om op voort te gaan"
        )

    speel(voor)
    agent = speel(na)
    assert ["weer", "/saldo_berekenen"] == gezegd(agent)


def test_a_session_that_was_silent_too_long_is_over_after_a_restart_too(speel: Speel, klok: Any) -> None:
    """The bot's memory knows when the last message came."""
    tokens = []

    async def voor(student: Any) -> None:
        tokens.append((await student.begin())["sessie"])
        await student.zeg(tokens[0], "hallo")

    async def na(student: Any) -> None:
        klok.nu += 1800
        assert (401, VERLOPEN) == fout(await student.zeg(tokens[0], "hallo"))

    speel(voor)
    speel(na)


def test_with_another_secret_no_session_goes_on(speel: Speel) -> None:
    """That is how all of them are ended."""
    tokens = []

    async def voor(student: Any) -> None:
        tokens.append((await student.begin())["sessie"])
        await student.zeg(tokens[0], "hallo")

    async def na(student: Any) -> None:
        assert (401, VERLOPEN) == fout(await student.zeg(tokens[0], "hallo"))

    speel(voor)
    speel(na, GEHEIM="een heel ander geheim, dat ook lang genoeg is")


# -- forgetting


def test_forgetting_deletes_the_conversation_and_ends_the_session(speel: Speel, geheugen: Geheugen) -> None:
    """From the database and from what is kept for a second try; for good, also after a restart."""
    bewaard = []

    async def scenario(student: Any) -> None:
        weg, blijft = (await student.begin())["sessie"], (await student.begin())["sessie"]
        bewaard.append(weg)
        await student.zeg(weg, "hallo", id="eerste")
        await student.zeg(blijft, "hallo")
        antwoord = await student.post("vergeet", {"sessie": weg})
        assert (204, b"") == (antwoord.status, antwoord.inhoud)
        assert 1 == len(list(await geheugen.keys()))
        assert (401, VERLOPEN) == fout(await student.zeg(weg, "hallo", id="eerste")), "ook het bewaarde antwoord is weg"
        for wat in ("sessie", "vergeet"):
            assert (401, VERLOPEN) == fout(await student.post(wat, {"sessie": weg}))
        assert 200 == (await student.zeg(blijft, "hallo")).status

    async def na(student: Any) -> None:
        assert (401, VERLOPEN) == fout(await student.zeg(bewaard[0], "hallo"))

    speel(scenario)
    speel(na)


def test_what_is_not_forgotten_yet_is_not_said_to_be(
    speel: Speel, geheugen: Geheugen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While the database is locked; asked again afterwards, it is done."""
    uitkomsten = [False, True]

    async def wis(_: str) -> bool:
        return uitkomsten.pop(0)

    monkeypatch.setattr(geheugen, "delete", wis)

    async def scenario(student: Any) -> None:
        token = (await student.begin())["sessie"]
        antwoord = await student.post("vergeet", {"sessie": token})
        assert (503, NIET_GEWIST) == fout(antwoord)
        assert "3" == antwoord.koppen["Retry-After"]
        assert 204 == (await student.post("vergeet", {"sessie": token})).status

    speel(scenario)


def test_forgetting_waits_for_the_message_that_is_being_answered(speel: Speel, geheugen: Geheugen) -> None:
    """Otherwise the bot would save the conversation after it was deleted. What came after it is not answered any more."""
    begonnen, verder = asyncio.Event(), asyncio.Event()

    async def traag(bericht: UserMessage) -> None:
        begonnen.set()
        await verder.wait()
        tracker = await geheugen.get_or_create_tracker(bericht.sender_id)
        await geheugen.save(tracker)
        await bericht.output_channel.send_response("", {"text": "klaar"})

    async def scenario(student: Any) -> None:
        token = (await student.begin())["sessie"]
        eerste = asyncio.create_task(student.zeg(token, "hallo"))
        await begonnen.wait()
        vergeten = asyncio.create_task(student.post("vergeet", {"sessie": token}))
        # The request to forget stands in the queue before the second message does.
        while not any(sessie.slot._waiters for sessie in student_sessies(student)):
            await asyncio.sleep(0)
        tweede = asyncio.create_task(student.zeg(token, "nog iets"))
        while len(next(iter(student_sessies(student))).slot._waiters or ()) < 2:
            await asyncio.sleep(0)
        verder.set()
        assert ["klaar"] == teksten(await eerste)
        assert 204 == (await vergeten).status
        assert (401, VERLOPEN) == fout(await tweede)
        assert [] == list(await geheugen.keys())

    agent = speel(scenario, reactie=traag)
    assert ["hallo"] == gezegd(agent)


def student_sessies(student: Any) -> list[Any]:
    """The sessions that the channel knows of."""
    return list(student.kanaal._sessies._levend.values())


# -- messages


def test_a_message_is_answered_on_the_channel_of_the_widget(speel: Speel) -> None:
    """The name of the channel chooses the answers that are meant for it, both going in and coming out."""

    async def scenario(student: Any) -> None:
        antwoord = await student.zeg((await student.begin())["sessie"], " hoe werkt het? ")
        assert ["gelezen: hoe werkt het?"] == teksten(antwoord)
        assert {"berichten": [{"tekst": "gelezen: hoe werkt het?"}], "verloopt_over": 1800} == antwoord.json
        assert antwoord.koppen["Content-Type"].startswith("application/json")
        assert "no-store" == antwoord.koppen["Cache-Control"]

    agent = speel(scenario)
    assert [("widget", "widget")] == [(b.input_channel, b.output_channel.name()) for b in agent.gelezen]


@pytest.mark.parametrize(
    ("getypt", "gelezen"),
    [
        ("/saldo_berekenen", "saldo_berekenen"),
        ('/saldo_berekenen{"keuze":"nog_een_jaar"}', 'saldo_berekenen{"keuze":"nog_een_jaar"}'),
        ("/restart", "restart"),
        ("//restart", "restart"),
        ("/bericht_te_lang", "bericht_te_lang"),
        ("\u00a0/\t/session_start", "session_start"),
    ],
)
def test_what_is_typed_is_never_a_payload(getypt: str, gelezen: str, speel: Speel) -> None:
    """Only a button sends one."""

    async def scenario(student: Any) -> None:
        assert [f"gelezen: {gelezen}"] == teksten(await student.zeg((await student.begin())["sessie"], getypt))

    speel(scenario)


@pytest.mark.parametrize(
    ("getypt", "gelezen"),
    [
        ("", LEEG),
        (" \n", LEEG),
        ("\x00", LEEG),
        ("\ud800", LEEG),
        ("hoe\x00veel\ud800?", "hoeveel?"),
        ("x" * (MEESTE_TEKENS + 1), TE_LANG),
        ("é" * 20_001, TE_LANG),
        ("🎉", GEEN_TEKST),
        ("👍", "ja"),
    ],
)
def test_an_odd_text_is_answered_by_the_bot_itself(getypt: str, gelezen: str, speel: Speel) -> None:
    """It has an answer for each of them."""

    async def scenario(student: Any) -> None:
        assert [f"gelezen: {gelezen}"] == teksten(await student.zeg((await student.begin())["sessie"], getypt))

    speel(scenario)


@pytest.mark.parametrize(
    "anders",
    [
        {"id": None},
        {"id": ""},
        {"id": 1},
        {"id": ["a"]},
        {"id": {"a": 1}},
        {"id": "a" * 101},
        {"id": "a b"},
        {"id": "a\x00"},
        {"id": "\ud800"},
        {"id": "a\n"},
        {"tekst": None},
        {"tekst": 7},
        {"tekst": True},
        {"tekst": ["hallo"]},
        {"tekst": {"text": "hallo"}},
        {"lading": "x"},
        {"lading": ""},
        {"tekst": None, "lading": 7},
        {"tekst": None, "lading": ["x"]},
        {"sessie": None},
        {"sessie": 3},
        {"sessie": ["x"]},
    ],
    ids=repr,
)
def test_a_field_that_cannot_be_is_refused(anders: dict[str, Any], speel: Speel) -> None:
    """With one Dutch sentence; the bot does not see it."""

    async def scenario(student: Any) -> None:
        token = (await student.begin())["sessie"]
        antwoord = await student.post("bericht", {"sessie": token, "id": "a", "tekst": "hallo", **anders})
        assert (400, ONGELDIG) == fout(antwoord)

    assert [] == gezegd(speel(scenario))


def test_fields_that_are_not_known_change_nothing(speel: Speel) -> None:
    """A newer widget may send more."""

    async def scenario(student: Any) -> None:
        token = (await student.begin())["sessie"]
        inhoud = {"sessie": token, "id": "a", "tekst": "hallo", "lading": None, "nieuw": {"x": [1]}}
        assert ["gelezen: hallo"] == teksten(await student.post("bericht", inhoud))

    speel(scenario)


@pytest.mark.parametrize("wat", ["sessie", "bericht", "vergeet"])
@pytest.mark.parametrize(
    ("lijf", "soort"),
    [
        (b"", "application/json"),
        (b"{", "application/json"),
        (b"[]", "application/json"),
        (b'"sessie"', "application/json"),
        (b"null", "application/json"),
        (b"3", "application/json"),
        (b"\xff\xfe\x00", "application/json"),
        (b"[" * 50_000, "application/json"),
        (b'{"a":' * 20_000, "application/json"),
        (b'{"a":' + b"9" * 10_000 + b"}", "application/json"),
        (b"{}", "text/plain"),
        (b"{}", "application/x-www-form-urlencoded"),
        (b"{}", "multipart/form-data; boundary=x"),
        (b"{}", ""),
        (b"{}", "application/jsonp"),
    ],
    ids=lambda waarde: repr(waarde[:14]),
)
def test_a_body_that_is_no_json_object_is_refused(wat: str, lijf: bytes, soort: str, speel: Speel) -> None:
    """A page of another site can send text or a form, but no JSON, without asking first."""

    async def scenario(student: Any) -> None:
        antwoord = await student.vraag("POST", f"/widget/{wat}", data=lijf, headers={"Content-Type": soort})
        assert (400, ONGELDIG) == fout(antwoord)

    assert [] == gezegd(speel(scenario))


def test_a_body_of_an_absurd_size_is_refused(speel: Speel) -> None:
    """By the channel, and, where it is larger still, by the server before it was read."""

    async def scenario(student: Any) -> None:
        token = (await student.begin())["sessie"]
        assert (413, TE_GROOT) == fout(await student.zeg(token, "x" * MEESTE_BYTES))
        koppen = {"Content-Type": "application/json", "Content-Length": str(10**9), "Expect": "100-continue"}
        antwoord = await student.vraag("POST", "/widget/bericht", data=b"{}", headers=koppen)
        assert (413, TE_GROOT) == fout(antwoord)

    assert [] == gezegd(speel(scenario))


# -- buttons


def test_a_button_sends_its_payload_and_only_in_its_own_session(speel: Speel) -> None:
    """Offered by the bot, sealed for this conversation."""

    async def met_knop(bericht: UserMessage) -> None:
        knoppen = [{"title": "Hulp", "payload": '/saldo_berekenen{"keuze":"klaar"}'}]
        await bericht.output_channel.send_response("", {"text": "kies", "buttons": knoppen})

    async def scenario(student: Any) -> None:
        eigen, ander = (await student.begin())["sessie"], (await student.begin())["sessie"]
        (bericht,) = (await student.zeg(eigen, "hallo")).json["berichten"]
        (knop,) = bericht["knoppen"]
        assert ("kies", "Hulp") == (bericht["tekst"], knop["titel"])
        assert (403, GEEN_KNOP) == fout(await student.druk(ander, knop["lading"]))
        assert 200 == (await student.druk(eigen, knop["lading"])).status

    assert ["hallo", '/saldo_berekenen{"keuze":"klaar"}'] == gezegd(speel(scenario, reactie=met_knop))


@pytest.mark.parametrize(
    "maak",
    [
        lambda echt, token: "/hulp",
        lambda echt, token: "",
        lambda echt, token: "x" * 5000,
        lambda echt, token: echt[:-1] + ("A" if echt[-1] != "A" else "E"),
        lambda echt, token: echt.partition(".")[2],
        lambda echt, token: "Ii9yZXN0YXJ0Ig." + echt.partition(".")[2],
        lambda echt, token: token,
        lambda echt, token: echt + "\x00",
        lambda echt, token: "é" + echt,
        lambda echt, token: "\ud800",
        lambda echt, token: "." + "A" * 200,
    ],
)
def test_a_payload_that_was_not_offered_is_refused(maak: Callable[[str, str], str], speel: Speel) -> None:
    """Made up, changed, or taken from somewhere else."""

    async def scenario(student: Any) -> None:
        begin = await student.begin()
        lading = maak(begin["suggesties"][0]["lading"], begin["sessie"])
        assert (403, GEEN_KNOP) == fout(await student.druk(begin["sessie"], lading))

    assert [] == gezegd(speel(scenario))


def test_a_button_from_before_an_update_is_words_when_its_topic_is_gone(speel: Speel) -> None:
    """Rasa would take a name that it does not know for a command."""
    bewaard: dict[str, Any] = {}

    async def weg(bericht: UserMessage) -> None:
        await bericht.output_channel.send_response(
            "", {"text": "x", "buttons": [{"title": "Oud", "payload": "/bestaat_niet"}]}
        )

    async def scenario(student: Any) -> None:
        token = (await student.begin())["sessie"]
        bewaard.update((await student.zeg(token, "hallo")).json["berichten"][0]["knoppen"][0])
        await student.druk(token, bewaard["lading"])

    assert ["hallo", "bestaat_niet"] == gezegd(speel(scenario, reactie=weg))


# -- what the bot says


def test_a_rich_answer_arrives_whole(speel: Speel) -> None:
    """Text, buttons and the parts that an action may send, in one piece; several pieces in order."""
    tabel = {"titel": "t", "kolommen": ["a"], "rijen": [["1"]], "getallen": [0]}
    beeld = {"adres": "/grafiek/x.svg", "tekst": "uitleg"}

    async def rijk(bericht: UserMessage) -> None:
        uit = bericht.output_channel
        await uit.send_response(
            "", {"text": "een\n\ntwee", "custom": {"tabel": tabel, "beeld": beeld, "intern": {"x": 1}}}
        )
        await uit.send_response("", {"text": "", "custom": {"intern": {"x": 1}}})
        await uit.send_response("", {"text": None, "custom": {"tabel": tabel}})

    async def scenario(student: Any) -> None:
        antwoord = await student.zeg((await student.begin())["sessie"], "hallo")
        assert [{"tekst": "een\n\ntwee", "tabel": tabel, "beeld": beeld}, {"tabel": tabel}] == antwoord.json[
            "berichten"
        ]

    speel(scenario, reactie=rijk)


@pytest.mark.parametrize(
    "uitzondering", [RuntimeError("geheim"), KeyError("geheim"), OSError("geheim"), RecursionError("geheim")]
)
def test_when_the_bot_fails_the_student_gets_the_apology(uitzondering: Exception, speel: Speel) -> None:
    """With buttons that work, and without a word of what broke, also when half an answer was there."""

    async def breek(bericht: UserMessage) -> None:
        if bericht.text.startswith("/"):
            return await bericht.output_channel.send_response("", {"text": "weer goed"})
        await bericht.output_channel.send_response("", {"text": "Je krijgt alles terug, tenzij"})
        raise uitzondering

    async def scenario(student: Any) -> None:
        token = (await student.begin())["sessie"]
        antwoord = await student.zeg(token, "hallo")
        assert [NOOD["text"]] == teksten(antwoord)
        assert b"geheim" not in antwoord.inhoud
        knoppen = antwoord.json["berichten"][0]["knoppen"]
        assert [knop["title"] for knop in NOOD["buttons"]] == [knop["titel"] for knop in knoppen]
        assert ["weer goed"] == teksten(await student.druk(token, knoppen[0]["lading"]))

    speel(scenario, reactie=breek)


def test_when_the_bot_stays_silent_the_student_gets_the_apology(speel: Speel) -> None:
    """Never an empty list."""

    async def scenario(student: Any) -> None:
        assert [NOOD["text"]] == teksten(await student.zeg((await student.begin())["sessie"], "hallo"))

    speel(scenario, reactie=None)


def test_when_the_bot_takes_too_long_the_apology_comes_first_and_the_answer_when_asked_again(
    speel: Speel, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The work goes on, and is done once."""
    verder = asyncio.Event()

    async def traag(bericht: UserMessage) -> None:
        await verder.wait()
        await bericht.output_channel.send_response("", {"text": "eindelijk"})

    async def scenario(student: Any) -> None:
        token = (await student.begin())["sessie"]
        monkeypatch.setattr(widget, "GEDULD", 0.01)
        assert [NOOD["text"]] == teksten(await student.zeg(token, "hallo", id="a"))
        monkeypatch.setattr(widget, "GEDULD", 60.0)
        verder.set()
        assert ["eindelijk"] == teksten(await student.zeg(token, "hallo", id="a"))

    assert ["hallo"] == gezegd(speel(scenario, reactie=traag))


@pytest.mark.parametrize("wat", ["sessie", "bericht", "vergeet"])
def test_a_bot_that_is_starting_asks_for_a_little_patience(wat: str, speel: Speel) -> None:
    """And says how long."""

    async def scenario(student: Any) -> None:
        antwoord = await student.post(wat, {})
        assert 503 == antwoord.status
        assert str(antwoord.json["wacht"]) == antwoord.koppen["Retry-After"]

    speel(scenario, klaar=False)


# -- the same message twice


def test_a_message_that_is_sent_twice_is_handled_once(speel: Speel) -> None:
    """The id decides; in another session it is another message."""

    async def scenario(student: Any) -> None:
        token, ander = (await student.begin())["sessie"], (await student.begin())["sessie"]
        eerste = await student.zeg(token, "een", id="a")
        assert eerste.json == (await student.zeg(token, "een", id="a")).json
        assert ["gelezen: een"] == teksten(await student.zeg(token, "twee", id="a"))
        assert ["gelezen: drie"] == teksten(await student.zeg(ander, "drie", id="a"))
        assert ["gelezen: vier"] == teksten(await student.zeg(token, "vier", id="b"))

    assert ["een", "drie", "vier"] == gezegd(speel(scenario))


def test_two_of_the_same_at_once_wait_for_one_answer(speel: Speel) -> None:
    """A button that is pressed twice in a hurry."""
    verder = asyncio.Event()

    async def traag(bericht: UserMessage) -> None:
        await verder.wait()
        await herhaal_met_knop(bericht)

    async def scenario(student: Any) -> None:
        token = (await student.begin())["sessie"]
        samen = [asyncio.create_task(student.zeg(token, "hallo", id="a")) for _ in range(5)]
        while not student.agent.gelezen:
            await asyncio.sleep(0)
        verder.set()
        assert 1 == len({(await taak).inhoud for taak in samen})

    assert ["hallo"] == gezegd(speel(scenario, reactie=traag))


async def herhaal_met_knop(bericht: UserMessage) -> None:
    """An answer with something sealed in it."""
    await bericht.output_channel.send_response("", {"text": "x", "buttons": [{"title": "Hulp", "payload": "/hulp"}]})


def test_a_student_whose_connection_breaks_finds_the_answer_when_asking_again(speel: Speel) -> None:
    """The server hears that they are gone; the message is handled all the same, once."""
    verder, klaar = asyncio.Event(), asyncio.Event()

    async def traag(bericht: UserMessage) -> None:
        await verder.wait()
        await bericht.output_channel.send_response("", {"text": "toch"})
        klaar.set()

    async def scenario(student: Any) -> None:
        token = (await student.begin())["sessie"]
        weg = asyncio.create_task(student.zeg(token, "hallo", id="a"))
        while not student.agent.gelezen:
            await asyncio.sleep(0)
        weg.cancel()
        with pytest.raises(asyncio.CancelledError):
            await weg
        verder.set()
        await klaar.wait()
        assert ["toch"] == teksten(await student.zeg(token, "hallo", id="a"))

    assert ["hallo"] == gezegd(speel(scenario, reactie=traag))


# -- tokens that are not ours


@pytest.mark.parametrize(
    "maak",
    [
        lambda echt: "",
        lambda echt: "x",
        lambda echt: echt + "x",
        lambda echt: echt[:-1],
        lambda echt: echt[1:],
        lambda echt: echt.swapcase(),
        lambda echt: echt + "\x00",
        lambda echt: "\ud800" + echt,
        lambda echt: "W10." + echt.partition(".")[2],
        lambda echt: "." + echt,
        lambda echt: "x" * 100_000,
        lambda echt: "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.",
    ],
)
def test_a_forged_token_is_refused(maak: Callable[[str], str], speel: Speel) -> None:
    """On each of the three requests, in one Dutch sentence."""

    async def scenario(student: Any) -> None:
        echt = (await student.begin())["sessie"]
        vals = maak(echt)
        assert (401, VERLOPEN) == fout(await student.zeg(vals, "hallo"))
        assert (401, VERLOPEN) == fout(await student.post("vergeet", {"sessie": vals}))
        assert (401, VERLOPEN) == fout(await student.post("sessie", {"sessie": vals}))
        assert 200 == (await student.zeg(echt, "hallo")).status

    assert ["hallo"] == gezegd(speel(scenario))


def test_the_payload_of_a_button_is_no_token(speel: Speel) -> None:
    """It is sealed with the same secret, for another purpose."""

    async def scenario(student: Any) -> None:
        lading = (await student.begin())["suggesties"][0]["lading"]
        assert (401, VERLOPEN) == fout(await student.zeg(lading, "hallo"))

    speel(scenario)


def test_a_token_from_the_future_is_refused(speel: Speel, klok: Any) -> None:
    """A clock that was set back does not make sessions last longer."""

    async def scenario(student: Any) -> None:
        token = (await student.begin())["sessie"]
        klok.nu -= 100
        assert (401, VERLOPEN) == fout(await student.zeg(token, "hallo"))

    speel(scenario)


# -- how often


def test_a_session_may_send_so_many_messages(speel: Speel) -> None:
    """After that it is told how long to wait; another session is not, and a second try of an old message is free."""

    async def scenario(student: Any) -> None:
        token, ander = (await student.begin())["sessie"], (await student.begin())["sessie"]
        for nummer in range(3):
            assert 200 == (await student.zeg(token, "hallo", id=str(nummer))).status
        te_veel = await student.zeg(token, "hallo", id="3")
        assert 429 == te_veel.status
        assert 0 < te_veel.json["wacht"] <= 3601
        assert str(te_veel.json["wacht"]) == te_veel.koppen["Retry-After"]
        assert 200 == (await student.zeg(token, "hallo", id="2")).status
        assert 200 == (await student.zeg(ander, "hallo")).status

    assert 4 == len(gezegd(speel(scenario, GRENS_GESPREK="3/hour")))


def test_an_address_may_begin_so_many_sessions(speel: Speel) -> None:
    """To renew one is not to begin one."""

    async def scenario(student: Any) -> None:
        token = (await student.begin())["sessie"]
        await student.begin()
        assert 429 == (await student.post("sessie", {})).status
        assert 200 == (await student.post("sessie", {"sessie": token})).status
        assert 200 == (await student.zeg(token, "hallo")).status

    speel(scenario, GRENS_NIEUW="2/hour")


def test_an_address_may_ask_so_much_and_what_it_says_of_itself_counts_for_nothing(speel: Speel) -> None:
    """Anyone can write X-Forwarded-For; no proxy stands before this one."""

    async def scenario(student: Any) -> None:
        for nummer in range(3):
            await student.post("sessie", {}, X_Forwarded_For=f"10.0.0.{nummer}", Forwarded=f"for=10.0.0.{nummer}")
        assert 429 == (await student.post("sessie", {}, X_Forwarded_For="10.0.0.9", X_Real_Ip="10.0.0.9")).status

    speel(scenario, GRENS_ADRES="3/hour")


def test_behind_a_proxy_its_word_on_the_address_counts(speel: Speel) -> None:
    """What stands at the end was added by the proxy; what stands before it was sent by whoever asks."""

    async def scenario(student: Any) -> None:
        for verzonnen in ("1.1.1.1", "2.2.2.2"):
            assert 200 == (await student.post("sessie", {}, X_Forwarded_For=f"{verzonnen}, 10.0.0.1")).status
        assert 429 == (await student.post("sessie", {}, X_Forwarded_For="3.3.3.3, 10.0.0.1")).status
        assert 200 == (await student.post("sessie", {}, X_Forwarded_For="1.1.1.1, 10.0.0.2")).status

    speel(scenario, GRENS_ADRES="2/hour", PROXIES="1")


def test_one_home_with_many_addresses_is_one(speel: Speel) -> None:
    """Whoever has one address of the newer kind has the whole network of it."""

    async def scenario(student: Any) -> None:
        for staart in ("1", "2"):
            assert 200 == (await student.post("sessie", {}, X_Forwarded_For=f"2001:db8:1:1::{staart}")).status
        assert 429 == (await student.post("sessie", {}, X_Forwarded_For="2001:db8:1:1:ffff::9")).status
        assert 200 == (await student.post("sessie", {}, X_Forwarded_For="2001:db8:1:2::1")).status

    speel(scenario, GRENS_ADRES="2/hour", PROXIES="1")


# -- from which pages


@pytest.mark.parametrize("wat", ["sessie", "bericht", "vergeet"])
@pytest.mark.parametrize(
    "koppen",
    [
        {"Origin": "https://elders.be"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Origin": SCHOOL + ".elders.be"},
        {"Origin": SCHOOL + "/"},
        {"Origin": "http://www.school.be"},
        {"Origin": SCHOOL + ":8443"},
        {"Origin": "https://[kapot"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
    ids=repr,
)
def test_a_page_that_is_not_allowed_gets_nothing(wat: str, koppen: dict[str, str], speel: Speel) -> None:
    """Neither an answer nor the permission to read the refusal."""

    async def scenario(student: Any) -> None:
        for methode in ("POST", "OPTIONS"):
            alle = {"Content-Type": "application/json", **koppen}
            antwoord = await student.vraag(methode, f"/widget/{wat}", data=b"{}", headers=alle)
            assert (403, VREEMDE_PAGINA) == fout(antwoord)
            assert [] == [naam for naam in antwoord.koppen if naam.lower().startswith("access-control")]
            assert "Origin" == antwoord.koppen["Vary"]

    speel(scenario, WIDGET_OORSPRONGEN=SCHOOL)


def test_two_origins_in_one_request_are_refused(speel: Speel) -> None:
    """A browser sends one."""

    async def scenario(student: Any) -> None:
        koppen = [("Content-Type", "application/json"), ("Origin", SCHOOL), ("Origin", "https://elders.be")]
        assert 403 == (await student.vraag("POST", "/widget/sessie", data=b"{}", headers=koppen)).status

    speel(scenario, WIDGET_OORSPRONGEN=SCHOOL)


def test_a_page_that_is_allowed_may_ask_and_read(speel: Speel) -> None:
    """Beforehand, the answer, and a refusal as well; exactly this origin, and no cookies."""

    async def scenario(student: Any) -> None:
        vooraf = await student.vraag("OPTIONS", "/widget/bericht", headers={"Origin": SCHOOL})
        assert 204 == vooraf.status
        assert ("POST", "Content-Type") == tuple(
            vooraf.koppen[f"Access-Control-Allow-{n}"] for n in ("Methods", "Headers")
        )
        begin = await student.post("sessie", {}, Origin=SCHOOL, Sec_Fetch_Site="cross-site")
        stuk = await student.post("bericht", {"sessie": "x", "id": "a", "tekst": "x"}, Origin=SCHOOL)
        assert (200, 401) == (begin.status, stuk.status)
        for antwoord in (vooraf, begin, stuk):
            assert SCHOOL == antwoord.koppen["Access-Control-Allow-Origin"]
            assert "Origin" == antwoord.koppen["Vary"]
            assert "Access-Control-Allow-Credentials" not in antwoord.koppen
        assert "Retry-After" == begin.koppen["Access-Control-Expose-Headers"]

    speel(scenario, WIDGET_OORSPRONGEN=f"https://andere.be, {SCHOOL}")


def test_without_settings_only_the_bots_own_page_may_ask(speel: Speel) -> None:
    """That one needs no permission to read; who sends no origin at all is no browser."""

    async def scenario(student: Any) -> None:
        eigen = str(student.adres)
        for koppen in ({"Origin": eigen, "Sec_Fetch_Site": "same-origin"}, {"Origin": eigen}, {}):
            antwoord = await student.post("sessie", {}, **koppen)
            assert 200 == antwoord.status
            assert "Access-Control-Allow-Origin" not in antwoord.koppen
        assert 403 == (await student.post("sessie", {}, Origin=SCHOOL)).status
        assert 403 == (await student.post("sessie", {}, Origin=eigen, Sec_Fetch_Site="cross-site")).status

    speel(scenario)


# -- the rest


@pytest.mark.parametrize("methode", ["GET", "PUT", "DELETE", "PATCH"])
def test_only_posting_reaches_the_bot(methode: str, speel: Speel) -> None:
    """A token in an address is not even read."""

    async def scenario(student: Any) -> None:
        token = (await student.begin())["sessie"]
        for wat in ("sessie", "bericht", "vergeet"):
            parameters = {"sessie": token, "id": "a", "tekst": "hallo"}
            assert 405 == (await student.vraag(methode, f"/widget/{wat}", params=parameters)).status

    assert [] == gezegd(speel(scenario))


def test_a_token_in_the_address_counts_for_nothing(speel: Speel) -> None:
    """Addresses end up in logs and histories."""

    async def scenario(student: Any) -> None:
        token = (await student.begin())["sessie"]
        lijf = json.dumps({"id": "a", "tekst": "hallo"}).encode()
        koppen = {"Content-Type": "application/json", "Authorization": f"Bearer {token}"}
        antwoord = await student.vraag("POST", "/widget/bericht", params={"sessie": token}, data=lijf, headers=koppen)
        assert (400, ONGELDIG) == fout(antwoord)

    speel(scenario)


def test_what_is_no_request_at_all_is_survived(speel: Speel) -> None:
    """The next student is answered."""

    async def scenario(student: Any) -> None:
        lezer, schrijver = await asyncio.open_connection(student.adres.host, student.adres.port)
        schrijver.write(b"POST /widget/sessie HTTP/9.9\r\n\x00\xff\r\n\r\n")
        await schrijver.drain()
        assert b"Traceback" not in await lezer.read()
        schrijver.close()
        assert 200 == (await student.post("sessie", {})).status

    speel(scenario)
