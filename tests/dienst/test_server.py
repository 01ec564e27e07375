"""The server over bare sockets: what a client may send, how long it may take, and what it reads when that is refused."""

from __future__ import annotations

import asyncio
import logging
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Awaitable
from collections.abc import Callable
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from sanic import Sanic
from sanic import response

from dienst.poortwachter import Poortwachter
from dienst.regels import Regels
from dienst.server import Server
from dienst.server import luister


WORTEL = Path(__file__).resolve().parents[2]
MERK = "zwaluwstaart"


def weiger(status: int, gevraagd: Mapping[str, str]) -> tuple[dict[str, str], bytes]:
    """Says which refusal it is, and what it knows of the request."""
    return {"X-Onze": "kop"}, f"geweigerd {status} {gevraagd.get('x-wie', '')}".encode()


Gesprek = Callable[[int], Awaitable[Any]]


@pytest.fixture
def serveer(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Serves a small Sanic app with the bounds that a test gives, while ``gesprek`` lasts."""
    # Without this Sanic refuses a second app of the same name, here of the next test.
    monkeypatch.setattr(Sanic, "test_mode", True)

    async def doe(gesprek: Gesprek, **regels: Any) -> Any:
        app = Sanic("proef", configure_logging=False)

        @app.route("/", methods=["GET", "HEAD", "POST"])
        async def lengte(request: Any) -> Any:
            return response.json({"bytes": len(request.body), "van": request.ip})

        @app.post("/traag")
        async def traag(_: Any) -> Any:
            await asyncio.sleep(0.4)
            return response.text("klaar")

        @app.get("/half")
        async def half(request: Any) -> None:
            antwoord = await request.respond(content_type="text/plain")
            await antwoord.send("begin")
            raise ValueError(MERK)

        server = Server(app, Regels(**{"weiger": weiger, "meeste_bytes": 1000, **regels}))
        server.config.load()
        server.lifespan = server.config.lifespan_class(server.config)
        plaatsen = luister("127.0.0.1", 0)
        await server.startup(plaatsen)
        try:
            return await gesprek(plaatsen[0].getsockname()[1])
        finally:
            server.servers[0].close()
            await server.lifespan.shutdown()

    def nu(gesprek: Gesprek, **regels: Any) -> Any:
        return asyncio.run(doe(gesprek, **regels))

    return nu


async def stuur(poort: int, *delen: bytes, pauze: float = 0.0) -> bytes:
    """All that comes back until the server closes the connection."""
    lezer, schrijver = await asyncio.open_connection("127.0.0.1", poort)
    antwoord = asyncio.create_task(lezer.read())
    try:
        for deel in delen:
            # Who writes on after the end is told that with an error, and loses what he could read.
            if not antwoord.done():
                schrijver.write(deel)
                await asyncio.wait({antwoord}, timeout=pauze)
        return await asyncio.wait_for(antwoord, 20)
    except ConnectionError:
        return b""
    finally:
        schrijver.close()


KOP = b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
POST = KOP.replace(b"GET", b"POST")

KAPOT = {
    "een negatieve lengte": KOP + b"Content-Length: -5\r\n\r\nxx",
    "een lengte met plus": KOP + b"Content-Length: +2\r\n\r\nxx",
    "een lengte in letters": KOP + b"Content-Length: abc\r\n\r\nxx",
    "een lege lengte": KOP + b"Content-Length: \r\n\r\nxx",
    "een lengte zonder einde": POST + b"Content-Length: " + b"9" * 40 + b"\r\n\r\nxx",
    "twee lengtes": POST + b"Content-Length: 2\r\nContent-Length: 5\r\n\r\nxx",
    "een lengte en stukken": POST + b"Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "een negatief stuk": POST + b"Transfer-Encoding: chunked\r\n\r\n-5\r\nxx",
    "een stuk zonder maat": POST + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nxx",
    "een kop met een spatie": KOP + b"Content-Length : 2\r\n\r\nxx",
    "een kop zonder dubbelpunt": KOP + b"Iets\r\n\r\n",
    "een adres met andere letters": b"GET /\xe9 HTTP/1.1\r\n\r\n",
    "een tunnel": b"CONNECT elders.example:443 HTTP/1.1\r\n\r\n",
    "een ander protocol": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\r\n\r\n",
}


@pytest.mark.parametrize("soort", KAPOT)
def test_what_is_no_request_is_refused_and_the_next_one_is_answered(
    soort: str, serveer: Any, caplog: pytest.LogCaptureFixture
) -> None:
    """With our own words and headers; one of these kept the server of Sanic busy for ever."""

    async def gesprek(poort: int) -> None:
        antwoord = await stuur(poort, KAPOT[soort])
        assert antwoord.startswith(b"HTTP/1.1 400 ")
        assert b"x-onze: kop" in antwoord.lower()
        assert antwoord.endswith(b"geweigerd 400 ")
        assert b'"bytes":0' in await stuur(poort, KOP + b"\r\n")

    serveer(gesprek)
    assert "" == caplog.text


def test_an_answer_says_how_long_it_is_and_nothing_of_the_server(serveer: Any) -> None:
    """A HEAD has the same headers and no body."""

    async def gesprek(poort: int) -> None:
        geheel = await stuur(poort, KOP + b"\r\n")
        koppen, _, lijf = geheel.partition(b"\r\n\r\n")
        assert f"content-length: {len(lijf)}".encode() in koppen
        assert not {b"server", b"date", b"transfer-encoding"} & {r.split(b":")[0] for r in koppen.split(b"\r\n")}
        assert await stuur(poort, KOP.replace(b"GET", b"HEAD") + b"\r\n") == koppen + b"\r\n\r\n"

    serveer(gesprek)


@pytest.mark.parametrize(
    "verzoek",
    [
        POST + b"Content-Length: 1001\r\n\r\n",
        POST + b"Transfer-Encoding: chunked\r\n\r\n" + b"3e9\r\n" + b"a" * 1001 + b"\r\n",
    ],
    ids=["aangekondigd", "in stukken"],
)
def test_a_body_that_is_too_large_is_refused_before_it_is_all_there(verzoek: bytes, serveer: Any) -> None:
    """Nobody waits for the rest of it."""

    async def gesprek(poort: int) -> None:
        antwoord = await stuur(poort, verzoek.replace(b"Host: x", b"X-Wie: ik"))
        assert antwoord.startswith(b"HTTP/1.1 413 ")
        assert antwoord.endswith(b"geweigerd 413 ik")

    serveer(gesprek)


def test_a_body_of_the_largest_size_comes_through_whole(serveer: Any) -> None:
    """Also in pieces that arrive apart."""

    async def gesprek(poort: int) -> None:
        assert b'"bytes":1000' in await stuur(poort, POST + b"Content-Length: 1000\r\n\r\n" + b"a" * 1000)
        stukken = [b"1f4\r\n" + b"a" * 500 + b"\r\n"] * 2
        gehakt = await stuur(poort, POST + b"Transfer-Encoding: chunked\r\n\r\n", *stukken, b"0\r\n\r\n", pauze=0.01)
        assert b'"bytes":1000' in gehakt

    serveer(gesprek)


@pytest.mark.parametrize(
    "verzoek", [KOP + b"X-Lang: " + b"a" * 5000 + b"\r\n\r\n", KOP + b"X-Lang: " + b"a" * 5000, b"GET /" + b"a" * 5000]
)
def test_headers_that_are_too_large_are_refused(verzoek: bytes, serveer: Any) -> None:
    """Whether they end or not."""

    async def gesprek(poort: int) -> None:
        assert (await stuur(poort, verzoek)).startswith(b"HTTP/1.1 431 ")

    serveer(gesprek, meeste_kop=2000)


TRAAG = {
    "een kop": (b"GET / HTTP/1.1\r\n", *[b"X: y\r\n"] * 12),
    "een eerste regel": (b"GET /", *[b"a"] * 12),
    "lege regels": (*[b"\r\n"] * 12,),
    "een lijf": (POST + b"Content-Length: 100\r\n\r\n", *[b"a"] * 12),
    "een lijf in stukken": (POST + b"Transfer-Encoding: chunked\r\n\r\n", *[b"1\r\na\r\n"] * 12),
}


@pytest.mark.parametrize("soort", TRAAG)
def test_who_is_slow_on_purpose_is_stopped(soort: str, serveer: Any) -> None:
    """A byte now and then is not enough to stay."""

    async def gesprek(poort: int) -> float:
        begin = time.monotonic()
        antwoord = await stuur(poort, *TRAAG[soort], pauze=0.1)
        assert antwoord.startswith(b"HTTP/1.1 408 ")
        return time.monotonic() - begin

    assert serveer(gesprek, koptijd=0.3, lijftijd=0.3) < 3


def test_who_says_nothing_is_let_go(serveer: Any) -> None:
    """Without a word, as there was none. Between two requests it may take longer."""

    async def gesprek(poort: int) -> None:
        assert b"" == await stuur(poort)
        lezer, schrijver = await asyncio.open_connection("127.0.0.1", poort)
        for _ in range(2):
            schrijver.write(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            await asyncio.wait_for(lezer.readuntil(b"}"), 5)
            await asyncio.sleep(0.5)
        schrijver.close()

    serveer(gesprek, koptijd=0.2)


def test_half_a_body_is_no_message(serveer: Any) -> None:
    """Sanic would take what is there for the whole."""

    async def gesprek(poort: int) -> None:
        _, schrijver = await asyncio.open_connection("127.0.0.1", poort)
        schrijver.write(POST.replace(b"POST /", b"POST /") + b"Content-Length: 10\r\n\r\nabc")
        await schrijver.drain()
        await asyncio.sleep(0.1)
        schrijver.close()
        assert b'"bytes":0' in await stuur(poort, KOP + b"\r\n")

    serveer(gesprek)


def test_connections_that_ask_nothing_keep_nobody_out(serveer: Any) -> None:
    """The one that waits longest makes place, also when it has sent half of a body."""

    async def gesprek(poort: int) -> None:
        stil = [await asyncio.open_connection("127.0.0.1", poort) for _ in range(30)]
        for _, schrijver in stil[15:]:
            schrijver.write(POST + b"Content-Length: 10\r\n\r\nabc")
        for _ in range(3):
            assert b'"bytes":0' in await stuur(poort, KOP + b"\r\n")
        assert b"" == await asyncio.wait_for(stil[0][0].read(), 5)
        for _, schrijver in stil:
            schrijver.close()

    serveer(gesprek, meeste_verbindingen=5)


def test_a_whole_request_is_not_pushed_out(serveer: Any) -> None:
    """However many connections come after it."""

    async def gesprek(poort: int) -> None:
        antwoord = asyncio.create_task(stuur(poort, POST.replace(b"/ ", b"/traag ") + b"Content-Length: 1\r\n\r\na"))
        await asyncio.sleep(0.1)
        stil = [await asyncio.open_connection("127.0.0.1", poort) for _ in range(20)]
        assert (await antwoord).endswith(b"klaar")
        for _, schrijver in stil:
            schrijver.close()

    serveer(gesprek, meeste_verbindingen=5)


def test_messages_wait_their_turn_and_a_page_does_not(serveer: Any) -> None:
    """So that ``/health`` tells of a hang, and not of a busy moment."""

    async def gesprek(poort: int) -> tuple[float, float]:
        begin = time.monotonic()
        traag = POST.replace(b"/ ", b"/traag ") + b"Content-Length: 1\r\n\r\na"
        berichten = asyncio.gather(*(stuur(poort, traag) for _ in range(3)))
        await asyncio.sleep(0.05)
        assert b'"bytes":0' in await stuur(poort, KOP + b"\r\n")
        pagina = time.monotonic() - begin
        assert all(antwoord.endswith(b"klaar") for antwoord in await berichten)
        return pagina, time.monotonic() - begin

    pagina, berichten = serveer(gesprek, beurten=1)
    assert pagina < 0.4 < 1.2 <= berichten


def test_work_without_a_pause_does_not_keep_a_page_waiting() -> None:
    """A message is a stretch of computing: a page that is asked for after a hundred of them goes between."""
    gedaan: list[str] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        gedaan.append(scope["method"])

    async def stil(*_: Any) -> None:
        return None

    async def alles() -> None:
        poort = Poortwachter(app, Regels(weiger, 1000))
        methodes = [*["POST"] * 100, "GET"]
        await asyncio.gather(*(poort({"type": "http", "method": m, "headers": []}, stil, stil) for m in methodes))

    asyncio.run(alles())
    assert 101 == len(gedaan)
    assert gedaan.index("GET") < 20


def test_more_than_can_be_handled_is_refused(serveer: Any) -> None:
    """With words, and the others are answered."""

    async def gesprek(poort: int) -> list[bytes]:
        traag = POST.replace(b"/ ", b"/traag ") + b"Content-Length: 1\r\n\r\na"
        return list(await asyncio.gather(*(stuur(poort, traag) for _ in range(4))))

    statussen = sorted(antwoord[9:12] for antwoord in serveer(gesprek, meeste_verzoeken=2))
    assert [b"200", b"200", b"503", b"503"] == statussen


def test_an_answer_that_does_not_come_is_given_up(serveer: Any) -> None:
    """After the time for it."""

    async def gesprek(poort: int) -> None:
        traag = POST.replace(b"/ ", b"/traag ") + b"Content-Length: 1\r\n\r\na"
        assert (await stuur(poort, traag)).startswith(b"HTTP/1.1 503 ")

    serveer(gesprek, antwoordtijd=0.1)


def test_requests_in_one_go_are_answered_in_their_order(serveer: Any) -> None:
    """Ten of them in one packet."""

    async def gesprek(poort: int) -> None:
        open_ = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n%s"
        antwoord = await stuur(poort, b"".join(open_ % (n, b"a" * n) for n in range(9)) + KOP + b"\r\n")
        gelezen = [int(deel.split(b",")[0]) for deel in antwoord.split(b'"bytes":')[1:]]
        assert [*range(9), 0] == gelezen

    serveer(gesprek)


@pytest.mark.parametrize("protocol", [b"websocket", b"h2c"])
def test_another_protocol_is_not_spoken(protocol: bytes, serveer: Any) -> None:
    """What was asked beside it is answered, and then the connection ends."""

    async def gesprek(poort: int) -> None:
        verzoek = b"GET / HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: " + protocol + b"\r\n\r\n"
        assert (await stuur(poort, verzoek)).startswith(b"HTTP/1.1 200 ")

    serveer(gesprek)


def test_the_address_of_a_client_is_its_own(serveer: Any) -> None:
    """What it writes about itself is left to the app, which knows how many proxies there are."""

    async def gesprek(poort: int) -> None:
        antwoord = await stuur(poort, KOP + b"X-Forwarded-For: 192.0.2.7\r\n\r\n")
        assert b'"van":"127.0.0.1"' in antwoord

    serveer(gesprek)


def test_a_failure_halfway_an_answer_is_logged_without_its_words(
    serveer: Any, caplog: pytest.LogCaptureFixture
) -> None:
    """The connection closes, so that the half is not taken for the whole."""

    async def gesprek(poort: int) -> None:
        antwoord = await stuur(poort, KOP.replace(b"/ ", b"/half "))
        assert not antwoord.endswith(b"0\r\n\r\n")

    logging.getLogger("sanic.error").propagate = False
    serveer(gesprek, koptijd=0.3)
    assert MERK not in caplog.text


PROGRAMMA = """
import asyncio, sys
from dienst.poortwachter import Poortwachter
from dienst.regels import Regels
from dienst.server import serveer

async def app(scope, receive, send):
    if scope["type"] == "lifespan":
        await receive()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        print("afgesloten", flush=True)
        await send({"type": "lifespan.shutdown.complete"})
        return
    await asyncio.sleep(1)
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"toch nog"})

async def eerst():
    print("begint", flush=True)
    await asyncio.sleep(float(sys.argv[2]))
    print("luistert", flush=True)

serveer(app, "127.0.0.1", int(sys.argv[1]), Regels(lambda status, koppen: ({}, b""), 1000), eerst)
"""


def start(poort: int, duur: float) -> subprocess.Popen[str]:
    """A server in a process of its own, whose preparation takes ``duur`` seconds."""
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAMMA, str(poort), str(duur)],
        cwd=WORTEL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip


def vrije_poort() -> int:
    """A port that is free now."""
    with socket.socket() as proef:
        proef.bind(("127.0.0.1", 0))
        return int(proef.getsockname()[1])


@pytest.mark.parametrize("sein", [signal.SIGTERM, signal.SIGINT])
def test_a_stop_lets_an_answer_finish(sein: signal.Signals) -> None:
    """And ends without a fault, with what the app closes closed."""
    poort = vrije_poort()
    with start(poort, 0) as proces:
        assert proces.stdout is not None
        assert ["begint\n", "luistert\n"] == [proces.stdout.readline() for _ in range(2)]
        einde = time.monotonic() + 5
        while True:
            try:
                verbinding = socket.create_connection(("127.0.0.1", poort), timeout=10)
                break
            except OSError:
                assert time.monotonic() < einde
        with verbinding:
            verbinding.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            time.sleep(0.2)
            proces.send_signal(sein)
            antwoord = b"".join(iter(lambda: verbinding.recv(1000), b""))
        assert antwoord.endswith(b"toch nog")
        uitvoer, _ = proces.communicate(timeout=15)
        assert (0, "afgesloten\n") == (proces.returncode, uitvoer)


def test_a_stop_before_it_listens_is_heeded_at_once() -> None:
    """Loading a model takes long, and nobody waits for it any more."""
    with start(vrije_poort(), 30) as proces:
        assert proces.stdout is not None
        assert "begint\n" == proces.stdout.readline()
        proces.send_signal(signal.SIGTERM)
        uitvoer, _ = proces.communicate(timeout=10)
        assert (0, "") == (proces.returncode, uitvoer)


def test_a_port_that_is_taken_is_known_before_the_preparation() -> None:
    """Which may take long."""
    with socket.socket() as bezet:
        bezet.bind(("127.0.0.1", 0))
        bezet.listen()
        with start(bezet.getsockname()[1], 30) as proces:
            uitvoer, _ = proces.communicate(timeout=10)
    assert "begint" not in uitvoer
    assert "OSError" in uitvoer
