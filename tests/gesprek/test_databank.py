"""The files of the database: who can read them, what stays in them, and what is said when they are not in order."""

from __future__ import annotations

import os
import re
import secrets
import sqlite3
from collections.abc import Callable
from collections.abc import Iterator
from pathlib import Path

import pytest

from gesprek.databank import Databank
from gesprek.databank import DatabankFout
from gesprek.databank import Rij
from gesprek.databank import controleer_databank


def _adres(bestand: Path) -> str:
    return f"sqlite:///{bestand}"


def _rechten(map_: Path) -> dict[str, int]:
    return {bestand.name: bestand.stat().st_mode & 0o777 for bestand in map_.iterdir()}


def _inhoud(map_: Path) -> bytes:
    return b"".join(bestand.read_bytes() for bestand in map_.iterdir())


@pytest.fixture(autouse=True)
def ruim_umask() -> Iterator[None]:
    """Whatever is open to others was then made so."""
    oud = os.umask(0)
    yield
    os.umask(oud)


def test_only_the_owner_reads_what_is_made(tmp_path: Path) -> None:
    """The folder, the file and the log beside it."""
    databank = Databank(_adres(tmp_path / "gegevens" / "g.db"))
    databank.verwerk({"a": Rij(1.0, "[]")})
    assert {"g.db": 0o600, "g.db-wal": 0o600, "g.db-shm": 0o600} == _rechten(tmp_path / "gegevens")
    assert 0o700 == (tmp_path / "gegevens").stat().st_mode & 0o777


def test_the_database_of_the_version_before_is_carried_on_and_closed_to_others(tmp_path: Path) -> None:
    """With its rows, also those that are still in the log."""
    bestand = tmp_path / "g.db"
    with sqlite3.connect(bestand) as oud:
        oud.execute("PRAGMA journal_mode=WAL")
        oud.execute(
            "CREATE TABLE gesprekken (sleutel VARCHAR(64) NOT NULL, bijgewerkt FLOAT NOT NULL, staat TEXT NOT NULL,"
            " PRIMARY KEY (sleutel))"
        )
        oud.execute("CREATE INDEX ix_gesprekken_bijgewerkt ON gesprekken (bijgewerkt)")
        oud.execute("INSERT INTO gesprekken VALUES ('a', 1.5, '[1]')")
    for pad in tmp_path.iterdir():
        pad.chmod(0o644)
    databank = Databank(_adres(bestand))
    assert Rij(1.5, "[1]") == databank.lees("a")
    assert {0o600} == set(_rechten(tmp_path).values())
    databank.verwerk({"a": Rij(2.5, "[2]")})
    assert Rij(2.5, "[2]") == databank.lees("a")
    oud.close()


def test_of_thousands_of_conversations_the_deleted_ones_leave_nothing(tmp_path: Path) -> None:
    """Neither their keys nor any form that they once had, in the file or beside it; the others are whole."""
    databank = Databank(_adres(tmp_path / "g.db"))
    sleutels = [f"<{secrets.token_hex(31)}>" for _ in range(3000)]
    merken: dict[str, set[str]] = {sleutel: {sleutel} for sleutel in sleutels}
    for nummer in range(0, len(sleutels), 50):
        groep = sleutels[nummer : nummer + 50]
        for lengte in (10, 2500, 700):
            for sleutel in groep:
                merk = f"<{secrets.token_hex(8)}>"
                merken[sleutel].add(merk)
                databank.verwerk({sleutel: Rij(float(nummer), merk + "x" * lengte)})
        databank.verwerk(dict.fromkeys(groep[::2]))
    databank.pak()
    assert databank.leeg_logboek()
    gevonden = set(re.findall("<[0-9a-f]+>", _inhoud(tmp_path).decode("latin-1")))
    assert set() == gevonden & set().union(*(merken[sleutel] for sleutel in sleutels[::2]))
    assert set(sleutels[1::2]) <= gevonden


def test_the_log_cannot_be_emptied_while_somebody_reads(tmp_path: Path) -> None:
    """Which is told, so that it is tried again."""
    databank = Databank(_adres(tmp_path / "g.db"))
    databank.verwerk({"a": Rij(1.0, "zwaluwstaart")})
    lezer = sqlite3.connect(tmp_path / "g.db", isolation_level=None)
    lezer.execute("BEGIN")
    lezer.execute("SELECT * FROM gesprekken").fetchall()
    databank.verwerk({"a": None})
    assert not databank.leeg_logboek()
    lezer.execute("COMMIT")
    assert databank.leeg_logboek()
    lezer.close()
    assert b"zwaluwstaart" not in _inhoud(tmp_path)


def test_what_is_too_old_is_deleted_and_counted(tmp_path: Path) -> None:
    """Together with what is written in the same step."""
    databank = Databank(_adres(tmp_path / "g.db"))
    databank.verwerk({"oud": Rij(1.0, ""), "grens": Rij(2.0, "")})
    assert 1 == databank.verwerk({"nieuw": Rij(3.0, "")}, grens=2.0)
    assert ["grens", "nieuw"] == sorted(databank.sleutels())


def test_a_database_that_is_deleted_or_replaced_is_made_or_read_anew(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """An open connection would go on in the file that is no longer there."""
    bestand = tmp_path / "g.db"
    databank = Databank(_adres(bestand))
    databank.verwerk({"a": Rij(1.0, "")})
    for pad in tmp_path.iterdir():
        pad.unlink()
    databank.verwerk({"b": Rij(1.0, "")})
    assert 0o600 == bestand.stat().st_mode & 0o777
    with sqlite3.connect(bestand) as ander_programma:
        assert [("b",)] == ander_programma.execute("SELECT sleutel FROM gesprekken").fetchall()
    ander_programma.close()
    ander = Databank(_adres(tmp_path / "ander.db"))
    ander.verwerk({"c": Rij(1.0, "")})
    ander.sluit()
    (tmp_path / "ander.db").rename(bestand)
    assert ["c"] == databank.sleutels()
    assert [f"De databank {bestand} is verdwenen of vervangen; de assistent opent ze opnieuw."] * 2 == caplog.messages


def test_a_file_that_is_overwritten_is_missed_at_once_and_used_again_when_it_is_whole(tmp_path: Path) -> None:
    """Not at the next start: until then everything would be written into rubbish."""
    bestand = tmp_path / "g.db"
    databank = Databank(_adres(bestand))
    databank.verwerk({"a": Rij(1.0, "")})
    assert databank.leeg_logboek()
    goed = bestand.read_bytes()
    bestand.write_bytes(b"rommel" * 1000)
    for _ in range(2):
        with pytest.raises(DatabankFout, match=f"{bestand} is beschadigd"):
            databank.verwerk({"b": Rij(1.0, "")})
    for pad in tmp_path.iterdir():
        pad.unlink()
    bestand.write_bytes(goed)
    databank.verwerk({"b": Rij(1.0, "")})
    assert ["a", "b"] == sorted(databank.sleutels())


def _rommel(bestand: Path) -> None:
    bestand.write_bytes(secrets.token_bytes(5000))


def _half(bestand: Path) -> None:
    databank = Databank(_adres(bestand))
    databank.verwerk({secrets.token_hex(32): Rij(1.0, "x" * 3000) for _ in range(100)})
    databank.sluit()
    inhoud = bytearray(bestand.read_bytes())
    inhoud[4096:40960] = secrets.token_bytes(36864)
    bestand.write_bytes(inhoud)


@pytest.mark.parametrize(
    ("maak", "zin"), [(_rommel, "is beschadigd"), (_half, "is beschadigd"), (Path.mkdir, "kan niet geopend worden")]
)
def test_before_the_start_a_database_that_cannot_be_used_is_told_in_a_sentence(
    tmp_path: Path, maak: Callable[[Path], None], zin: str
) -> None:
    """With its name and what to do; and nothing of it is lost."""
    bestand = tmp_path / "g.db"
    maak(bestand)
    voor = bestand.read_bytes() if bestand.is_file() else None
    with pytest.raises(DatabankFout, match=rf"^De databank {bestand} {zin}[^\n]*\.$"):
        controleer_databank(_adres(bestand))
    assert voor is None or voor == bestand.read_bytes()


def test_before_the_start_a_good_new_or_locked_database_is_in_order(tmp_path: Path) -> None:
    """One that is locked for now answers again."""
    adres = _adres(tmp_path / "g.db")
    controleer_databank(adres)
    with sqlite3.connect(tmp_path / "g.db", isolation_level=None) as ander:
        ander.execute("BEGIN EXCLUSIVE")
        controleer_databank(adres)
    ander.close()
    controleer_databank(adres)


@pytest.mark.parametrize("adres", ["geen adres", "soort://x", "postgresql://wie:wachtwoord@127.0.0.1:9/g"])
def test_an_address_where_nothing_answers_is_told_without_its_password(adres: str) -> None:
    """A wrong one, of an unknown kind, and a server that is not there."""
    with pytest.raises(DatabankFout, match=r"^(De databank|DATABASE_URL) .*\.$") as fout:
        controleer_databank(adres)
    assert "wachtwoord" not in str(fout.value)


def test_a_full_disk_is_told_as_such(tmp_path: Path) -> None:
    """SQLite says the same where it may not use more pages."""
    databank = Databank(_adres(tmp_path / "g.db"))
    databank.open()
    with databank.engine.begin() as verbinding:
        verbinding.exec_driver_sql("PRAGMA max_page_count=1")
    with pytest.raises(DatabankFout, match="de schijf is vol"):
        databank.verwerk({str(nummer): Rij(1.0, "x" * 9000) for nummer in range(50)})
