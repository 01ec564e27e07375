"""What a story is, and what came of it. Only shapes; reading, checking and playing are in their own modules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Verwachting:
    """What all messages of one turn together must say.

    Attributes:
        bevat: each of these texts occurs; case and white space do not matter.
        een_van: at least one of these texts occurs.
        bevat_niet: none of these texts occurs.
        cijfers: each of these whole numbers occurs as a number of its own ("6" is not found in "60").
        saldo: the balances that the sentence of the outcome names, in study points; empty tuple for no outcome at all;
            None when it does not matter.
        knoppen: titles of buttons that are there; empty tuple for no button at all; None when it does not matter.
        knoppen_niet: titles of buttons that are not there.
    """

    bevat: tuple[str, ...] = ()
    een_van: tuple[str, ...] = ()
    bevat_niet: tuple[str, ...] = ()
    cijfers: tuple[int, ...] = ()
    saldo: tuple[int, ...] | None = None
    knoppen: tuple[str, ...] | None = None
    knoppen_niet: tuple[str, ...] = ()


@dataclass(frozen=True)
class Beurt:
    """One turn: what the student types or presses, and what the bot must answer.

    Attributes:
        regel: line of the turn in its file, starting at 1.
        student: text that is typed; None when a button is pressed.
        knop: title of the button that is pressed; None when text is typed.
        bot: what is expected; an answer of any kind when the story says nothing.
    """

    regel: int
    student: str | None = None
    knop: str | None = None
    bot: Verwachting = Verwachting()


@dataclass(frozen=True)
class Verhaal:
    """One conversation with its expectations. ``bestand`` is the path as it was given, ``regel`` starts at 1."""

    naam: str
    bestand: str
    regel: int
    beurten: tuple[Beurt, ...]
    waarom: str = ""


@dataclass(frozen=True)
class Verschil:
    """Something that was expected and not heard, in Dutch, for staff."""

    wat: str
    verwacht: str
    gehoord: str


@dataclass(frozen=True)
class Gespeeld:
    """One turn as it went: what was typed or pressed, the messages that came, and what differs."""

    beurt: Beurt
    berichten: tuple[dict[str, Any], ...]
    verschillen: tuple[Verschil, ...]


@dataclass(frozen=True)
class Verslag:
    """One story as it went."""

    verhaal: Verhaal
    gespeeld: tuple[Gespeeld, ...]

    @property
    def geslaagd(self) -> bool:
        """Whether nothing differs."""
        return not any(beurt.verschillen for beurt in self.gespeeld)
