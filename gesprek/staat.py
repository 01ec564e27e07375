"""The state of one conversation: the sheets, what the student wants to know, and what was asked and answered last."""

from __future__ import annotations

from typing import Any
from typing import Final
from typing import Literal
from typing import Union

from pydantic import Field
from pydantic import StrictBool
from pydantic import StrictInt

from gesprek.lezing import Vast
from gesprek.steekkaart import Steekkaart


#: Version of what is stored. A conversation of another version is not read; see ``lees``.
VERSIE: Final = 3
IK: Final = "ik"
#: How often an open question is repeated after a digression before it is dropped.
KEREN_HERHAALD: Final = 1


class Doel(Vast):
    """What the student wants to know, so that what follows is read as more of the same.

    Attributes:
        naam: one of ``lezing.Doelnaam``.
        opnemen: studiepunten that are to be taken up.
        saldo: balance to reach.
        boven: strictly more than that.
        jaar: the academic year that it is about, as the student named it.
        moment: of the balance.
        omgekeerd: asked is how much may be missed, or whether it is too little.
    """

    naam: str
    opnemen: int | None = None
    saldo: int | None = None
    boven: bool = False
    jaar: str | None = None
    moment: str | None = None
    omgekeerd: bool = False


class Openstaand(Vast):
    """The question that the assistant asked last and that was not answered.

    Attributes:
        wat: what is missing (``rekening.Mist.wat``).
        start, rang: the year that it is about.
        opgenomen: studiepunten of that year, to ask with.
        herhaald: how often it was repeated after a digression.
        doel: what the student asked when the assistant asked whether it understood rightly.
        nummer: which of these questions it was, from 1: a button answers the one that it stood under.
        keuzes: the answers to choose from, where it is a question of the guide on asking back.
    """

    wat: str
    start: int | None = None
    rang: int | None = None
    opgenomen: int | None = None
    herhaald: int = 0
    doel: Doel | None = None
    nummer: int = 0
    keuzes: tuple[str, ...] = ()


class Som(Vast):
    """How a figure that was answered was computed, so that it can be explained later. All figures in studiepunten.

    Attributes:
        uitkomst: the figure itself.
        soort: ``saldo``, the ``best`` balance when all is acquired, a ``tekort`` or ``rest`` of a balance beside ``streef``, or
            how many are ``nodig`` to come from the balance to ``streef``.
        streef: what the balance is held against.
        begin: what the steps start from.
        stappen: of each step the rule, the change and the reason that the core gives.
        saldo: what the steps lead to.
        bonus_over: how many may still be doubled after them.
        credit: whether a creditcontract is in it.
    """

    uitkomst: int
    soort: Literal["saldo", "best", "tekort", "rest", "nodig"] = "saldo"
    streef: int = 0
    begin: int
    stappen: tuple[tuple[str, int, str], ...] = ()
    saldo: int
    bonus_over: int = 0
    credit: bool = False


class Laatste(Vast):
    """What was answered last.

    Attributes:
        sommen: how its figures were computed.
        vroeger: the same of the answers before it, the latest first.
        uitgelegd: the figure that was explained last, and how often in a row.
        getallen: the figures in it, in studiepunten.
        eerder: the figures of the answers before it, the latest first.
        saldi: the last two balances that were answered, the latest first.
        onderwerp: the question of the catalogue that it answered.
        soort: ``getal``, ``kennis`` or ``omgang``.
        verteld: how, of what and how much was told last, for who goes on about it; names no course and no person.
        net: whether that was in the last turn.
        vraag: the goal that was asked in the last turn, or ``kennis``.
    """

    sommen: tuple[Som, ...] = ()
    vroeger: tuple[Som, ...] = ()
    uitgelegd: tuple[int, int] | None = None
    getallen: tuple[int, ...] = ()
    eerder: tuple[int, ...] = ()
    saldi: tuple[int, ...] = ()
    onderwerp: str = ""
    soort: Literal["", "getal", "kennis", "omgang", "hulplijn"] = ""
    verteld: tuple[tuple[str, str, Union[StrictBool, StrictInt, str, None]], ...] = ()
    net: bool = False
    vraag: str = ""


class Staat(Vast):
    """All that is remembered of a conversation. Holds no words of the student.

    Attributes:
        kaarten: a sheet per person.
        vorige: the sheets as they were, where the last turn changed them: "nee" takes that back.
        vorig_stel: what was supposed then of the person that is spoken of.
        wie: the person that is spoken of.
        stel: the sheet with what is supposed, beside the real one; None when nothing is.
        stellen: the same of the people that were spoken of before.
        focus: the year last spoken of, as (start, rang).
        doel: what the student wants to know.
        open: what the assistant asked.
        dossier: what was answered on asking back from the Raad; None when that is not gone through.
        gezegd: how often a question of the catalogue was answered and a kind of sentence used. By keyed digest, since what
            somebody asks may be about their health.
        zinnen: digests of the long sentences that were said, so that none is said twice.
    """

    versie: int = VERSIE
    kaarten: dict[str, Steekkaart] = Field(default_factory=dict)
    vorige: dict[str, Steekkaart] | None = None
    vorig_stel: Steekkaart | None = None
    wie: str = IK
    stel: Steekkaart | None = None
    stellen: dict[str, Steekkaart] = Field(default_factory=dict)
    focus: tuple[int | None, int | None] | None = None
    doel: Doel | None = None
    open: Openstaand | None = None
    laatste: Laatste = Laatste()
    dossier: dict[str, Union[StrictBool, str, None]] | None = None
    gezegd: dict[str, int] = Field(default_factory=dict)
    zinnen: tuple[str, ...] = ()

    @property
    def kaart(self) -> Steekkaart:
        """The real sheet of the person that is spoken of."""
        return self.kaarten.get(self.wie, Steekkaart())

    @property
    def werkblad(self) -> Steekkaart:
        """The sheet that answers are computed from: the supposed one where something is supposed."""
        return self.stel or self.kaart

    def met(self, **velden: Any) -> Staat:
        """A copy with other values."""
        return self.copy(update=velden)


def lees(gegevens: object) -> Staat | None:
    """The state in what was stored; None where it is of another version or cannot be read."""
    if not isinstance(gegevens, dict) or gegevens.get("versie") != VERSIE:
        return None
    try:
        return Staat.parse_obj(gegevens)
    except ValueError:
        return None
