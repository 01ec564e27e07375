"""What a scripted conversation is, and what came of it. Only shapes."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Beurt:
    """One turn: what the student says, and how a right answer is known.

    Attributes:
        student: the message.
        soort: cijfer, vervolg, faq, handeling, veiligheid or buiten.
        kern: what a perfect short answer says.
        cijfers: figures that every right answer states.
        bevat: groups of patterns; every right answer has one of each group.
        vermijd: patterns that no right answer has.
        niet: balances of the typical misreading.
    """

    student: str
    soort: str
    kern: str = ""
    cijfers: tuple[int, ...] = ()
    bevat: tuple[tuple[re.Pattern[str], ...], ...] = ()
    vermijd: tuple[re.Pattern[str], ...] = ()
    niet: tuple[int, ...] = ()


@dataclass(frozen=True)
class Gesprek:
    """One conversation. ``hand`` is its writer, ``leesbaar`` whether who mends the assistant may read it."""

    hand: str
    id: str
    wie: str
    beurten: tuple[Beurt, ...]
    leesbaar: bool = False


@dataclass(frozen=True)
class Antwoord:
    """What a student reads in one turn: the texts as one, and the titles of the buttons."""

    tekst: str
    knoppen: tuple[str, ...] = ()


@dataclass(frozen=True)
class Oordeel:
    """What is wrong with one answer.

    Attributes:
        mis: each fault, in Dutch; empty for none.
        fout_saldo: a balance is stated that is not so.
        vraagt: a figure was due, and the answer asks something instead.
        herhaald: a long sentence stood word for word in an earlier answer.
        storing: nothing was said, or that something went wrong.
    """

    mis: tuple[str, ...] = ()
    fout_saldo: bool = False
    vraagt: bool = False
    herhaald: bool = False
    storing: bool = False

    @property
    def goed(self) -> bool:
        """Whether the answer is right."""
        return not self.mis and not self.storing


@dataclass(frozen=True)
class Gespeeld:
    """One conversation as it went: an answer and a judgement per turn."""

    gesprek: Gesprek
    antwoorden: tuple[Antwoord, ...]
    oordelen: tuple[Oordeel, ...]

    @property
    def goed(self) -> bool:
        """Whether every turn is right."""
        return all(oordeel.goed for oordeel in self.oordelen)
