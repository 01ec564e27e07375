"""Conversations go on while the database does not answer, and what was said meanwhile is in it afterwards."""

from __future__ import annotations

import asyncio
import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from rasa.core.tracker_store import FailSafeTrackerStore
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted
from rasa.shared.core.events import SlotSet
from rasa.shared.core.events import UserUttered

from gesprek import schrijver
from gesprek.databank import Databank
from gesprek.databank import Rij
from gesprek.geheugen import Geheugen
from gesprek.schrijver import Schrijver


WORTEL = Path(__file__).resolve().parents[2]
GEHEIM = b"een geheim dat alleen deze test kent"
DAG = 86_400.0
_VERGRENDEL = """
import sqlite3, sys
ander = sqlite3.connect(sys.argv[1], isolation_level=None)
ander.execute("BEGIN EXCLUSIVE")
print("dicht", flush=True)
sys.stdin.read()
ander.execute("ROLLBACK")
"""


@contextmanager
def vergrendeld(bestand: Path) -> Iterator[None]:
    """Another process keeps the database locked while the block lasts."""
    with subprocess.Popen(
        [sys.executable, "-c", _VERGRENDEL, str(bestand)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as ander:
        assert ander.stdout is not None
        assert "dicht\n" == ander.stdout.readline()
        try:
            yield
        finally:
            ander.communicate()


@pytest.fixture
def geheugen(domain: Domain, tmp_path: Path) -> Iterator[Geheugen]:
    """A memory in a file."""
    maaksel = Geheugen(domain, db=f"sqlite:///{tmp_path / 'g.db'}", geheim=GEHEIM)
    yield maaksel
    maaksel.sluit()


def wacht_tot(klaar: Callable[[], bool]) -> None:
    """Until what goes on in another thread has come so far."""
    einde = time.monotonic() + 20
    while not klaar():
        assert time.monotonic() < einde, "het duurt te lang"
        time.sleep(0.01)


def alles_geschreven(geheugen: Geheugen) -> Callable[[], bool]:
    """Whether nothing waits for the database any more."""
    return lambda: not geheugen._schrijver._ongeschreven


async def zeg(winkel: TrackerStore, afzender: str, nummer: int) -> None:
    """One message as Rasa handles it; each one adds a number to those that the conversation knows."""
    tracker = await winkel.get_or_create_tracker(afzender, append_action_listen=False)
    geweten = tracker.get_slot("vraag") or []
    assert list(range(nummer)) == geweten
    tracker.update(ActionExecuted("action_listen"))
    tracker.update(UserUttered("hallo", {"name": "werking", "confidence": 0.9}))
    tracker.update(SlotSet("vraag", [*geweten, nummer]))
    await winkel.save(tracker)


def bewaard(bestand: Path) -> list[list[int]]:
    """The numbers that each conversation in the database knows."""
    with sqlite3.connect(bestand) as ander:
        staten = [json.loads(staat) for (staat,) in ander.execute("SELECT staat FROM gesprekken")]
    ander.close()
    return [event["value"] for staat in staten for event in staat if event.get("name") == "vraag"]


def inhoud(map_: Path) -> bytes:
    """All that stands in the files of the database."""
    return b"".join(bestand.read_bytes() for bestand in map_.iterdir())


def test_twenty_conversations_go_on_while_the_database_is_locked(geheugen: Geheugen, tmp_path: Path) -> None:
    """Old and new ones, with what they knew; nobody waits a second, and nothing else waits at all."""
    winkel = FailSafeTrackerStore(geheugen)
    duren: list[float] = []
    haperingen: list[float] = []

    async def gesprek(afzender: str, begin: int) -> None:
        for nummer in range(begin, begin + 5):
            voor = time.monotonic()
            await zeg(winkel, afzender, nummer)
            duren.append(time.monotonic() - voor)

    async def tik() -> None:
        while True:
            voor = time.monotonic()
            await asyncio.sleep(0.01)
            haperingen.append(time.monotonic() - voor)

    async def alles() -> None:
        for nummer in range(10):
            await zeg(winkel, f"oud-{nummer}", 0)
        with vergrendeld(tmp_path / "g.db"):
            tikker = asyncio.create_task(tik())
            await asyncio.gather(
                *(gesprek(f"oud-{nummer}", 1) for nummer in range(10)),
                *(gesprek(f"nieuw-{nummer}", 0) for nummer in range(10)),
            )
            tikker.cancel()

    asyncio.run(alles())
    assert 100 == len(duren)
    assert max(duren) < 1.0
    # A wait for the lock in the loop takes all of the time-out; the limit leaves room for a busy machine.
    assert max(haperingen) < 0.2
    assert winkel._fallback_tracker_store is None, "Rasa begon een ander gesprek"
    wacht_tot(alles_geschreven(geheugen))
    assert [list(range(5))] * 10 + [list(range(6))] * 10 == sorted(bewaard(tmp_path / "g.db"), key=len)


def test_what_is_deleted_while_the_database_is_locked_is_deleted_after_it(geheugen: Geheugen, tmp_path: Path) -> None:
    """Who asks is told that it is not done yet; to the assistant it is gone at once."""

    async def tijdens() -> None:
        await zeg(geheugen, "weg", 0)
        await zeg(geheugen, "blijft", 0)
        with vergrendeld(tmp_path / "g.db"):
            await zeg(geheugen, "weg", 1)
            assert await geheugen.delete("weg") is False
            assert await geheugen.retrieve("weg") is None

    asyncio.run(tijdens())
    wacht_tot(alles_geschreven(geheugen))
    assert [[0]] == bewaard(tmp_path / "g.db")
    assert asyncio.run(geheugen.delete("weg")) is True


def test_after_deleting_no_file_holds_the_conversation(geheugen: Geheugen, tmp_path: Path) -> None:
    """Neither its key nor a number that it ever knew, while the database stays open; other conversations are whole."""
    merken = [f"merk{nummer:02}" for nummer in range(20)]

    async def alles() -> list[str]:
        for ronde in ("a", "b"):
            for merk in (*merken, "blijft"):
                tracker = await geheugen.get_or_create_tracker(merk)
                tracker.update(SlotSet("vraag", [f"{merk}{ronde}"]))
                await geheugen.save(tracker)
        sleutels = [geheugen._sleutel(merk) for merk in merken]
        assert all(sleutel.encode() in inhoud(tmp_path) for sleutel in sleutels)
        assert [True] * 20 == await asyncio.gather(*(geheugen.delete(merk) for merk in merken))
        return sleutels

    sleutels = asyncio.run(alles())
    gevonden = inhoud(tmp_path)
    assert [] == [tekst for tekst in (*sleutels, *merken) if tekst.encode() in gevonden]
    assert b"blijftb" in gevonden


def test_after_the_retention_period_no_file_holds_the_conversation(domain: Domain, tmp_path: Path) -> None:
    """Cleaning up wipes as deleting does."""
    tijd = [1000.0]
    geheugen = Geheugen(
        domain, db=f"sqlite:///{tmp_path / 'g.db'}", geheim=GEHEIM, klok=lambda: tijd[0], bewaar_dagen=1
    )
    asyncio.run(zeg(geheugen, "oud", 0))
    sleutel = geheugen._sleutel("oud").encode()
    assert sleutel in inhoud(tmp_path)
    tijd[0] += DAG + 1
    asyncio.run(zeg(geheugen, "nieuw", 0))
    wacht_tot(lambda: sleutel not in inhoud(tmp_path))
    geheugen.sluit()


def test_deleting_while_somebody_reads_is_finished_when_the_reader_has_done(geheugen: Geheugen, tmp_path: Path) -> None:
    """A backup that is being made keeps the old log for a while; nobody else waits for that."""
    asyncio.run(zeg(geheugen, "weg", 0))
    sleutel = geheugen._sleutel("weg").encode()
    lezer = sqlite3.connect(tmp_path / "g.db", isolation_level=None)
    lezer.execute("BEGIN")
    lezer.execute("SELECT * FROM gesprekken").fetchall()

    async def tijdens() -> None:
        wissen = asyncio.create_task(geheugen.delete("weg"))
        await asyncio.sleep(0.1)
        await zeg(geheugen, "ander", 0)
        assert await wissen is False

    asyncio.run(tijdens())
    assert sleutel in inhoud(tmp_path)
    lezer.close()
    wacht_tot(lambda: sleutel not in inhoud(tmp_path))
    assert [[0]] == bewaard(tmp_path / "g.db")


def test_what_a_conversation_knew_before_leaves_the_log_by_itself(
    geheugen: Geheugen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who starts over has not deleted anything, but the old numbers need not stay until the log is full either."""
    monkeypatch.setattr(schrijver, "LOGBOEK_LEEG_NA", 0.3)

    async def alles() -> None:
        for stand in ("zwaluwstaart", "roodborst"):
            tracker = await geheugen.get_or_create_tracker("student")
            tracker.update(SlotSet("fase", stand))
            await geheugen.save(tracker)

    asyncio.run(alles())
    wacht_tot(lambda: b"zwaluwstaart" not in inhoud(tmp_path))
    assert b"roodborst" in inhoud(tmp_path)


def test_a_deleted_or_damaged_database_does_not_end_a_conversation(
    geheugen: Geheugen, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """It goes on in memory, the log says it in one line, and the next database that is in order gets it."""
    bestand = tmp_path / "g.db"
    asyncio.run(zeg(geheugen, "student", 0))
    for pad in tmp_path.iterdir():
        pad.unlink()
    asyncio.run(zeg(geheugen, "student", 1))
    assert [[0, 1]] == bewaard(bestand)
    # With an empty log; the pages in it would otherwise repair the file.
    assert asyncio.run(geheugen.delete("niemand"))
    bestand.write_bytes(b"rommel" * 1000)
    for nummer in range(2, 8):
        asyncio.run(zeg(geheugen, "student", nummer))
    time.sleep(0.5)
    assert 1 == sum(f"{bestand} is beschadigd" in zin for zin in caplog.messages)
    for pad in tmp_path.iterdir():
        pad.unlink()
    wacht_tot(alles_geschreven(geheugen))
    assert [list(range(8))] == bewaard(bestand)


def test_a_database_that_is_damaged_or_locked_at_the_start_does_not_stop_anybody(
    domain: Domain, tmp_path: Path
) -> None:
    """The server looks before; what goes wrong after that look is for later."""
    bestand = tmp_path / "g.db"
    bestand.write_bytes(b"rommel" * 1000)
    geheugen = Geheugen(domain, db=f"sqlite:///{bestand}", geheim=GEHEIM)
    asyncio.run(zeg(geheugen, "student", 0))
    asyncio.run(zeg(geheugen, "student", 1))
    bestand.unlink()
    wacht_tot(alles_geschreven(geheugen))
    assert [[0, 1]] == bewaard(bestand)
    geheugen.sluit()


def test_a_message_takes_one_write_and_only_the_first_one_a_read(
    geheugen: Geheugen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rasa asks for more: it saves a new conversation before anything was said in it."""
    stappen: list[str] = []
    for naam in ("lees", "verwerk"):
        echt = getattr(Databank, naam)

        def geteld(zelf: Databank, *args: object, naam: str = naam, echt: Callable[..., object] = echt) -> object:
            stappen.append(naam)
            return echt(zelf, *args)

        monkeypatch.setattr(Databank, naam, geteld)
    geheugen._volgende_opruiming = float("inf")
    asyncio.run(zeg(geheugen, "student", 0))
    assert ["lees", "verwerk"] == stappen
    asyncio.run(zeg(geheugen, "student", 1))
    assert ["lees", "verwerk", "verwerk"] == stappen


def test_what_waits_for_the_database_is_bounded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The oldest conversations are given up; what has to be deleted never is."""
    monkeypatch.setattr(schrijver, "MEESTE_ONGESCHREVEN", 3)
    bestand = tmp_path / "g.db"
    Databank(f"sqlite:///{bestand}").verwerk({"weg": Rij(1.0, "")})
    schrijft = Schrijver(Databank(f"sqlite:///{bestand}"))
    with vergrendeld(bestand):
        schrijft.wis("weg").result(5)
        for nummer in range(10):
            schrijft.bewaar(str(nummer), Rij(1.0, ""))
        assert ["weg", "8", "9"] == list(schrijft._ongeschreven)
    wacht_tot(lambda: not schrijft._ongeschreven)
    assert ["8", "9"] == sorted(schrijft.sleutels().result(5))
    assert 1 == sum("te veel gesprekken" in zin for zin in caplog.messages)
    schrijft.sluit()


def test_what_is_past_its_period_is_not_written_any_more(tmp_path: Path) -> None:
    """However long the database was away."""
    schrijft = Schrijver(Databank(f"sqlite:///{tmp_path / 'g.db'}"))
    schrijft.bewaar("oud", Rij(1.0, ""), meteen=False)
    schrijft.bewaar("nieuw", Rij(3.0, ""), meteen=False)
    assert 0 == schrijft.ruim_op(2.0).result(5)
    assert ["nieuw"] == schrijft.sleutels().result(5)
    schrijft.sluit()


def test_what_could_not_be_written_is_written_when_the_process_ends(tmp_path: Path) -> None:
    """Also what still waited for company; and only the file itself is left."""
    opdracht = (
        "import sys; from gesprek.databank import *; from gesprek.schrijver import *;"
        "Schrijver(Databank(sys.argv[1])).bewaar('a', Rij(1.0, '[]'), meteen=True)"
    )
    subprocess.run(
        [sys.executable, "-c", opdracht, f"sqlite:///{tmp_path / 'g.db'}"], cwd=WORTEL, check=True, env=dict(os.environ)
    )
    assert ["g.db"] == [bestand.name for bestand in tmp_path.iterdir()]
    assert ["a"] == Databank(f"sqlite:///{tmp_path / 'g.db'}").sleutels()
