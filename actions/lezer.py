"""The learned reader, at arm's length: loaded once, given a second, and nothing that it says is taken on trust."""

from __future__ import annotations

import asyncio
import logging
import os
import pickle
from collections.abc import Container
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any
from typing import Final
from typing import Protocol
from typing import Union

from gesprek.lezing import Daad
from gesprek.lezing import Feit
from gesprek.lezing import Lezing
from gesprek.lezing import Vertel
from gesprek.lezing import Vraag
from gesprek.rekening import CONTRACTEN
from gesprek.rekening import OPLEIDINGEN
from gesprek.staat import Staat
from leerkrediet_core import instellingen


logger = logging.getLogger(__name__)

#: Where the reader stands, unless ``LEZER`` says otherwise.
BESTAND: Final = "models/lezer.pkl"
#: Seconds that reading one message may take.
GEDULD: Final = 1.0
_DIPLOMAS: Final = frozenset(("bachelor", "master", "graduaat"))
#: What is asked where the reader names a question that the catalogue does not have.
_ANDERS: Final = "buiten_bereik/anders"


class Lezer(Protocol):
    """What is learned from hands: turns a message into acts."""

    def lees(self, tekst: str, staat: Staat, vandaag: date) -> Union[dict[str, Any], Lezing]:
        """What ``tekst`` says in ``staat``, in the form of ``gesprek.lezing.Lezing``."""
        ...


class LeesFout(Exception):
    """The message could not be read: there is no reader, or it failed, or took too long."""


def laad_lezer(pad: str | None = None) -> Lezer | None:
    """The reader in ``pad`` (that of the setting when None); None, with a line in the log, where it cannot be loaded."""
    bestand = Path(pad or os.environ.get("LEZER", "").strip() or BESTAND)
    try:
        return _geladen(bestand, bestand.stat().st_mtime_ns)
    except Exception as fout:  # unpickling can fail in any way
        logger.error(
            "De lezer in %s kan niet geladen worden (%s). Maak hem met 'make train'. "
            "Tot dan werken enkel knoppen en hulplijnen.",
            bestand,
            type(fout).__name__,
        )
        return None


@lru_cache(maxsize=1)
def _geladen(bestand: Path, _gemaakt: int) -> Lezer:
    """The reader in ``bestand`` as it is now: once for a process, since it takes seconds and hundreds of megabytes."""
    with bestand.open("rb") as stroom:
        # Made by our own training, as the model of Rasa is.
        lezer: Lezer = pickle.load(stroom)  # noqa: S301
    return lezer


class Leesbeurt:
    """Has messages read without ever holding up the bot, one at a time: a reader need not be able to do two at once.

    Args:
        lezer: who reads; None when there is none.
        geduld: seconds that it gets for a message.
    """

    def __init__(self, lezer: Lezer | None, geduld: float = GEDULD) -> None:
        self._lezer = lezer
        self._geduld = geduld
        self._aan_de_beurt = asyncio.Lock()
        # One thread: a message that took too long still ends before the next is read.
        self._draden = ThreadPoolExecutor(1, thread_name_prefix="lezer")

    async def lees(self, tekst: str, staat: Staat, vandaag: date, bekend: Container[str]) -> Lezing:
        """What ``tekst`` says.

        Args:
            tekst: as the student typed it.
            staat: the conversation so far.
            vandaag: today.
            bekend: the questions that the catalogue has.

        Raises:
            LeesFout: it could not be read, for whatever reason.
        """
        if self._lezer is None:
            raise LeesFout("er is geen lezer")
        try:
            # Waiting for others takes nothing of the patience.
            async with self._aan_de_beurt:
                werk = asyncio.get_running_loop().run_in_executor(self._draden, self._lezer.lees, tekst, staat, vandaag)
                gelezen = await asyncio.wait_for(werk, self._geduld)
            return zonder_vreemds(Lezing.parse_obj(gelezen), bekend)
        except asyncio.TimeoutError:
            raise LeesFout("het duurde te lang") from None
        except Exception as fout:  # its text may hold what a student wrote
            raise LeesFout(type(fout).__name__) from None


def zonder_vreemds(lezing: Lezing, bekend: Container[str]) -> Lezing:
    """The reading with only names that a list of ours has: what goes into the state must not be words of a student."""
    daden: list[Daad] = []
    for daad in lezing.daden:
        if isinstance(daad, Vertel):
            daden.append(daad.copy(update={"feiten": _bekende(daad.feiten)}))
        elif isinstance(daad, Vraag):
            velden: dict[str, Any] = {"plannen": tuple(_bekende(plan) for plan in daad.plannen)}
            if daad.onderwerp is not None and daad.onderwerp not in bekend:
                velden["onderwerp"] = _ANDERS
            daden.append(daad.copy(update=velden))
        else:
            daden.append(daad)
    return lezing.copy(update={"daden": tuple(daden)})


def _bekende(feiten: tuple[Feit, ...]) -> tuple[Feit, ...]:
    namen: dict[str, Container[object]] = {
        "school": instellingen(),
        "contract": CONTRACTEN,
        "opleiding": OPLEIDINGEN,
        "diploma": _DIPLOMAS,
    }
    uit = []
    for feit in feiten:
        if feit.wat in namen and isinstance(feit.waarde, str) and feit.waarde not in namen[feit.wat]:
            continue
        vreemd = [veld for veld in ("school", "contract", "opleiding") if getattr(feit, veld) is not None]
        uit.append(feit.copy(update={veld: None for veld in vreemd if getattr(feit, veld) not in namen[veld]}))
    return tuple(uit)
