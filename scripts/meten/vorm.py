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
        bezwaren: what a student has against an answer that may be right otherwise, in Dutch; empty for none.
    """

    mis: tuple[str, ...] = ()
    fout_saldo: bool = False
    vraagt: bool = False
    herhaald: bool = False
    storing: bool = False
    bezwaren: tuple[str, ...] = ()

    @property
    def goed(self) -> bool:
        """Whether the answer has all that its turn demands."""
        return not self.mis and not self.storing

    @property
    def raak(self) -> bool:
        """Whether it is also one that a student would be content with, as far as a rule can tell."""
        return self.goed and not self.bezwaren


@dataclass(frozen=True)
class Gespeeld:
    """One conversation as it went: an answer and a judgement per turn."""

    gesprek: Gesprek
    antwoorden: tuple[Antwoord, ...]
    oordelen: tuple[Oordeel, ...]

    @property
    def goed(self) -> bool:
        """Whether every turn has what it demands."""
        return all(oordeel.goed for oordeel in self.oordelen)
