"""The figures of the measurements. Pure: no process, no file, no clock."""

from __future__ import annotations

import re
from collections import Counter
from collections import defaultdict
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Final


TERUGVAL: Final = "nlu_fallback"
BUITEN: Final = "buiten_bereik"
_STUDEREN: Final = re.compile(
    r"stud|stuud|school|campus|vak(ken)?\b|les(sen|geld|opdracht|ondlessen)?\b|avondles|exa+men|inschr|rooster|\bknip"
    r"|diploma|stage|graduaat|bachelor|master|\bphd|beurs|toelage|krediet|toleran|vrijstel|evc|punt|prof\b|semester"
    r"|thesis|proef|erasmus|proclamatie|\bisp\b|beroep|labo|cursus|cijfers|opleiding|richting(en)?\b|infodag|opendeur"
    r"|volgtijdelijk|delib|drempelpakket|onderscheiding|statuut|transcript|kinder(geld|bijslag)|groepstaak|academisch"
    r"|gebuisd|buizen|afwezig|doctoraat|ijking|2de zit|faculteit|werkcollege|gemiddelde"
)


def percentiel(waarden: Sequence[float], deel: float) -> float:
    """The value below or at which the share ``deel`` (0 to 1) of ``waarden`` lies, interpolated as usual.

    Raises:
        ValueError: there are no values, or ``deel`` is not between 0 and 1.
    """
    if not waarden or not 0 <= deel <= 1:
        raise ValueError("een percentiel vraagt minstens een waarde, en een deel van 0 tot 1")
    op_rij = sorted(waarden)
    plaats = deel * (len(op_rij) - 1)
    onder = int(plaats)
    boven = min(onder + 1, len(op_rij) - 1)
    return op_rij[onder] + (plaats - onder) * (op_rij[boven] - op_rij[onder])


def mediaan(waarden: Sequence[float]) -> float:
    """The middle value. Raises ValueError when there is none."""
    return percentiel(waarden, 0.5)


@dataclass(frozen=True)
class Oordeel:
    """What a model made of one message.

    Attributes:
        juist: the intent that it has.
        rangorde: intents with their probability, best first, without ``nlu_fallback``.
        antwoord: the intent that the model as configured ends in.
        tekst: the message.
    """

    juist: str
    rangorde: tuple[tuple[str, float], ...]
    antwoord: str
    tekst: str = ""

    @property
    def binnen(self) -> bool:
        """Whether the message is in scope."""
        return not is_geweigerd(self.juist)

    @property
    def goed(self) -> bool:
        """Whether the answer is right: the very intent in scope, any rejection out of scope."""
        return self.antwoord == self.juist if self.binnen else is_geweigerd(self.antwoord)

    def met_drempel(self, drempel: float, verschil: float = 0.0) -> Oordeel:
        """The same message, had the fallback classifier these thresholds (its own rules: below, not at)."""
        beste, zekerheid = self.rangorde[0]
        tweede = self.rangorde[1][1] if len(self.rangorde) > 1 else 0.0
        twijfel = zekerheid < drempel or zekerheid - tweede < verschil
        return Oordeel(self.juist, self.rangorde, TERUGVAL if twijfel else beste, self.tekst)


def is_geweigerd(intent: str) -> bool:
    """Whether this is how the assistant says that it does not answer."""
    return intent == TERUGVAL or intent.startswith(BUITEN)


def aandeel_goed(oordelen: Sequence[Oordeel]) -> float:
    """The share that is right, 0 to 1; 0 when there are none."""
    return sum(oordeel.goed for oordeel in oordelen) / len(oordelen) if oordelen else 0.0


def per_intent(oordelen: Sequence[Oordeel]) -> dict[str, tuple[int, int]]:
    """Of each intent in scope how many messages were right, and how many there are; worst share first."""
    goed: dict[str, list[bool]] = defaultdict(list)
    for oordeel in oordelen:
        if oordeel.binnen:
            goed[oordeel.juist].append(oordeel.goed)
    volgorde = sorted(goed, key=lambda intent: (sum(goed[intent]) / len(goed[intent]), intent))
    return {intent: (sum(goed[intent]), len(goed[intent])) for intent in volgorde}


def verwarringen(oordelen: Sequence[Oordeel], aantal: int) -> list[tuple[str, str, int]]:
    """The pairs (right, answered) that go wrong most often. All rejections count as one."""
    paren = Counter(
        (o.juist if o.binnen else "(buiten)", "(geweigerd)" if is_geweigerd(o.antwoord) else o.antwoord)
        for o in oordelen
        if not o.goed
    )
    return [(juist, gegeven, n) for (juist, gegeven), n in sorted(paren.items(), key=lambda p: (-p[1], p[0]))[:aantal]]


def steekproef(berichten: Mapping[str, Sequence[str]], hoeveel: int | float, zaad: int) -> dict[str, list[str]]:
    """A sample per intent: at most ``hoeveel`` messages (an int), or that share of them (a float, at least one).

    The same seed gives nested samples: a larger one holds the smaller. The order of the intents does not matter.
    """
    uit = {}
    for intent, alle in berichten.items():
        geschud = list(alle)
        # A generator per intent: an intent that is added leaves the samples of the others as they were.
        Random(f"{zaad}/{intent}").shuffle(geschud)
        aantal = hoeveel if isinstance(hoeveel, int) else max(1, round(hoeveel * len(geschud)))
        uit[intent] = geschud[:aantal]
    return uit


def zonder_letterlijke(oordelen: Sequence[Oordeel], geleerd: set[str]) -> list[Oordeel]:
    """Without the messages that stand in the training data too, apart from capitals and spaces at the ends."""
    vlak = {effen(tekst) for tekst in geleerd}
    return [oordeel for oordeel in oordelen if effen(oordeel.tekst) not in vlak]


def effen(tekst: str) -> str:
    """``tekst`` as it is compared: lower case, single spaces."""
    return " ".join(tekst.casefold().split())


def gaat_over_studeren(tekst: str) -> bool:
    """Whether ``tekst`` has a word of studying or of a school: out of scope, but near. By a list, so roughly."""
    return _STUDEREN.search(tekst.casefold()) is not None
