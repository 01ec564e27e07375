"""The database of the conversations: its one table, its files, and one Dutch sentence where something is wrong with it."""

from __future__ import annotations

import logging
import os
from contextlib import contextmanager
from contextlib import suppress
from pathlib import Path
from typing import Any
from typing import Final
from typing import Iterator
from typing import Mapping
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects import sqlite


logger = logging.getLogger(__name__)

#: Milliseconds that a server may take for one step, and for a lock. SQLite says at once that it is locked.
_GEDULD: Final = {"statement_timeout": 1000, "lock_timeout": 250}
#: What SQLite keeps beside the file itself.
_BIJ_BESTAND: Final = ("-wal", "-shm", "-journal")
#: Words in an error, and what they mean to who keeps the assistant.
_OORZAKEN: Final = (
    ("locked", "is vergrendeld door een ander programma."),
    (
        "not a database|malformed|beschadigd",
        "is beschadigd. Zet een reservekopie terug, of verplaats het bestand: dan begint de assistent een nieuwe.",
    ),
    ("full|no space", "kan niets bewaren: de schijf is vol."),
    ("readonly|read-only", "mag alleen gelezen worden. Geef de assistent schrijfrechten."),
    (
        "unable to open|permission|directory|exists",
        "kan niet geopend worden. Kijk na of het een bestand is, in een map waarin de assistent mag schrijven.",
    ),
)

_metadata = sa.MetaData()
_gesprekken = sa.Table(
    "gesprekken",
    _metadata,
    sa.Column("sleutel", sa.String(64), primary_key=True),
    sa.Column("bijgewerkt", sa.Float, nullable=False, index=True),
    sa.Column("staat", sa.Text, nullable=False),
)
_LEES: Final = sa.select(_gesprekken.c.bijgewerkt, _gesprekken.c.staat).where(
    _gesprekken.c.sleutel == sa.bindparam("gezocht")
)
_WIS: Final = _gesprekken.delete().where(_gesprekken.c.sleutel == sa.bindparam("gezocht"))


class DatabankFout(Exception):
    """The database did not do what was asked. The text names it, and holds nothing of what stands in it.

    Attributes:
        bezig: somebody else keeps it locked; it will answer again.
    """

    def __init__(self, zin: str, bezig: bool = False) -> None:
        super().__init__(zin)
        self.bezig = bezig


class Rij(NamedTuple):
    """One conversation: seconds since the epoch of its last message, and its short form."""

    bijgewerkt: float
    staat: str


class Databank:
    """Any database that SQLAlchemy knows, for one thread at a time. Every method raises ``DatabankFout``, and nothing else.

    With SQLite the file is looked at before each step: one that was deleted, replaced or changed by others is opened
    and checked anew, where an open connection would go on in a file that is no longer there.
    """

    def __init__(self, url: str) -> None:
        try:
            self._adres = sa.engine.make_url(url)
            self._is_sqlite = self._adres.get_backend_name() == "sqlite"
            naam = self._adres.database if self._is_sqlite else None
            self._bestand = Path(naam) if naam and naam != ":memory:" and not naam.startswith("file:") else None
            self.engine = self._maak_engine()
        except (sa.exc.ArgumentError, ImportError):
            raise DatabankFout("DATABASE_URL is geen adres van een databank die de assistent kent.") from None
        self._naam = str(self._bestand or self._adres.render_as_string(hide_password=True))
        self._is_open = False
        self._gezien: tuple[int, ...] | None = None
        # The number of the write-ahead log that belongs to it.
        self._logboek: int | None = None

    def gereed(self) -> bool:
        """Whether a step waits for nothing: neither for a server, nor for the file to be opened and checked."""
        return self._is_sqlite and self._is_open and self._gezien == self._kenmerk()

    def open(self) -> None:
        """Make what is not there yet, close it to others, and see whether it is whole."""
        with self._stap():
            pass

    def lees(self, sleutel: str) -> Rij | None:
        """The row of ``sleutel``."""
        with self._stap() as verbinding:
            rij = verbinding.execute(_LEES, {"gezocht": sleutel}).one_or_none()
            return None if rij is None else Rij(*rij)

    def sleutels(self) -> list[str]:
        """The keys of all rows."""
        with self._stap() as verbinding:
            return list(verbinding.execute(sa.select(_gesprekken.c.sleutel)).scalars())

    def verwerk(self, werk: Mapping[str, Rij | None], grens: float | None = None) -> int:
        """Keep the rows of ``werk``, delete its keys without one and all that is older than ``grens``, or none of it.

        Returns:
            How many rows were deleted for their age.
        """
        rijen = [{"sleutel": sleutel, **rij._asdict()} for sleutel, rij in werk.items() if rij is not None]
        # Databases of other kinds know no upsert, or spell it in another way.
        kent_upsert = self._bewaar is not None
        weg = [{"gezocht": sleutel} for sleutel, rij in werk.items() if rij is None or not kent_upsert]
        with self._stap() as verbinding:
            if weg:
                verbinding.execute(_WIS, weg)
            if rijen:
                verbinding.execute(self._bewaar if kent_upsert else _gesprekken.insert(), rijen)
            if grens is None:
                return 0
            return int(verbinding.execute(_gesprekken.delete().where(_gesprekken.c.bijgewerkt < grens)).rowcount)

    def pak(self) -> None:
        """Build the file anew without what was deleted.

        SQLite overwrites deleted rows with zeros, but not the copies that stay behind where it once split a page: about
        one in a thousand.
        """
        if self._bestand:
            with self._stap() as verbinding:
                verbinding.exec_driver_sql("VACUUM")

    def leeg_logboek(self) -> bool:
        """Empty the write-ahead log, where older forms of rows stand; False while a reader of elsewhere needs it."""
        if not self._bestand:
            return True
        with self._stap() as verbinding:
            return not verbinding.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()[0]

    def sluit(self) -> None:
        """Close the connections; the next step opens them again."""
        self._is_open = False
        if self._bestand or not self._is_sqlite:
            with suppress(Exception):
                self.engine.dispose()

    @contextmanager
    def _stap(self) -> Iterator[Any]:
        try:
            self._verzeker()
            with self.engine.begin() as verbinding:
                yield verbinding
            self._gezien = self._kenmerk()
        except Exception as fout:  # whatever a driver comes up with
            tekst = str(getattr(fout, "orig", None) or fout).lower()
            bezig = "locked" in tekst
            if not bezig:
                self.sluit()
            zin = next((zin for delen, zin in _OORZAKEN if any(deel in tekst for deel in delen.split("|"))), None)
            zin = zin or f"antwoordt niet ({type(fout).__name__})."
            raise DatabankFout(f"De databank {self._naam} {zin}", bezig) from None

    def _verzeker(self) -> None:
        kenmerk = self._kenmerk()
        if self._is_open and self._gezien == kenmerk:
            return
        vervangen = self._is_open and (not kenmerk or not self._gezien or kenmerk[:2] != self._gezien[:2])
        if vervangen:
            logger.warning("De databank %s is verdwenen of vervangen; de assistent opent ze opnieuw.", self._naam)
        self.sluit()
        if self._bestand:
            if vervangen and self._logboek == _nummer(_wal(self._bestand)):
                # SQLite leaves it there, and would take it for that of the new file.
                _wal(self._bestand).unlink(missing_ok=True)
            _sluit_af(self._bestand)
        with self.engine.begin() as verbinding:
            if self._bestand and verbinding.exec_driver_sql("PRAGMA quick_check(1)").scalar_one() != "ok":
                raise OSError("beschadigd")
        _metadata.create_all(self.engine)
        self._is_open = True
        self._gezien = self._kenmerk()
        self._logboek = _nummer(_wal(self._bestand)) if self._bestand else None

    def _kenmerk(self) -> tuple[int, ...] | None:
        """Which file it is and when it last changed. A message changes the log beside it, and not the file."""
        if not self._bestand:
            return None
        try:
            stand = self._bestand.stat()
        except FileNotFoundError:
            return ()
        return stand.st_dev, stand.st_ino, stand.st_size, stand.st_mtime_ns

    def _maak_engine(self) -> sa.engine.Engine:
        soort = {"sqlite": sqlite, "postgresql": postgresql}.get(self._adres.get_backend_name())
        self._bewaar = None
        if soort is not None:
            nieuw = soort.insert(_gesprekken)
            waarden = {naam: nieuw.excluded[naam] for naam in Rij._fields}
            self._bewaar = nieuw.on_conflict_do_update(index_elements=["sleutel"], set_=waarden)
        vast: dict[str, Any] = {"future": True, "hide_parameters": True}
        if not self._is_sqlite:
            if soort is postgresql:
                geduld = " ".join(f"-c {naam}={duur}" for naam, duur in _GEDULD.items())
                vast["connect_args"] = {"connect_timeout": 2, "options": geduld}
            return sa.create_engine(self._adres, pool_pre_ping=True, pool_size=1, pool_timeout=1, **vast)
        engine = sa.create_engine(
            self._adres,
            # Kept open: closing the last connection to a file with a write-ahead log makes SQLite sync the whole of it.
            poolclass=sa.pool.QueuePool if self._bestand else sa.pool.StaticPool,
            connect_args={"check_same_thread": False, "timeout": 0},
            **vast,
        )

        @sa.event.listens_for(engine, "connect")
        def _instellen(verbinding: Any, _: Any) -> None:
            # One write per message: with a write-ahead log it need not wait for the disk, and survives a crash.
            verbinding.execute("PRAGMA journal_mode=WAL")
            verbinding.execute("PRAGMA synchronous=NORMAL")
            # Emptying the log does wait for the disk, and is left to who can wait.
            verbinding.execute("PRAGMA wal_autocheckpoint=0")
            verbinding.execute("PRAGMA secure_delete=ON")
            # Building the file anew leaves nothing in a temporary one.
            verbinding.execute("PRAGMA temp_store=MEMORY")

        return engine


def controleer_databank(url: str) -> None:
    """Look before the start whether the database can be used; one that is only locked for now is in order.

    Raises:
        DatabankFout: it cannot; the text is one Dutch sentence or two for who starts the assistant.
    """
    databank = Databank(url)
    try:
        databank.open()
        # Deletes nothing, and so finds out whether it can.
        databank.verwerk({"": None})
    except DatabankFout as fout:
        if not fout.bezig:
            raise
    finally:
        databank.sluit()


def _wal(bestand: Path) -> Path:
    return bestand.with_name(f"{bestand.name}-wal")


def _nummer(bestand: Path) -> int | None:
    try:
        return bestand.stat().st_ino
    except FileNotFoundError:
        return None


def _sluit_af(bestand: Path) -> None:
    """Make the file where it is not there, and see to it that only its owner reads it and what stands beside it."""
    bestand.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with suppress(FileExistsError):
        os.close(os.open(bestand, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))
    # By name: closing a handle of our own would drop the locks of SQLite. What SQLite makes later takes this over.
    for einde in ("", *_BIJ_BESTAND):
        with suppress(FileNotFoundError, PermissionError):
            os.chmod(f"{bestand}{einde}", 0o600)  # noqa: PTH101
