"""One message in its state, prepared once for all features."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from gesprek.staat import IK
from gesprek.staat import Staat
from gesprek.steekkaart import UITKOMSTEN
from nlu.lezer.dagen import lees_dag
from nlu.lezer.jaren import GEEN
from nlu.lezer.jaren import label
from nlu.lezer.scholen import lees_school
from nlu.lezer.stukken import Stuk
from nlu.lezer.stukken import aantal
from nlu.lezer.stukken import stukken


#: Bounds of the classes of numbers: courses, points of a semester, of a year, balances.
_GRENZEN: Final = (0, 3, 6, 12, 20, 45, 66, 140, 200)
#: So near a known number a new one may be the same, corrected.
_VLAKBIJ: Final = 9
_EVEN_VERDER: Final = 12
_EINDE_ZIN: Final = ".?!;"

Groepen = Callable[[str], tuple[int, int]]


@dataclass(frozen=True)
class Bericht:
    """A message in its state.

    Attributes:
        tekst: as typed.
        staat: the state that it is said in.
        lopend: calendar year in which the running academic year starts.
        woorden: its words.
        vormen: the same; of a number only its class.
        getallen: the number that each word is.
        groepen: the coarse and fine group of each word.
        stand: what of the state a message may hang on; holds no figure.
        bekend: the numbers on the sheet, with their role and the label of their year.
        dag: the day that it names.
        school: key of the school that it names.
    """

    tekst: str
    staat: Staat
    lopend: int
    woorden: list[Stuk]
    vormen: list[str]
    getallen: list[int | None]
    groepen: list[tuple[int, int]]
    stand: dict[str, str]
    bekend: list[tuple[int, str, str]]
    dag: date | None
    school: str | None

    @property
    def signalen(self) -> tuple[str, ...]:
        """What is read of the whole message."""
        return tuple(naam for naam, er in (("dag", self.dag), ("school", self.school)) if er)

    def zin(self, plaats: int) -> list[str]:
        """The sentence round a word."""
        begin = eind = plaats
        while begin > 0 and self.vormen[begin - 1] not in _EINDE_ZIN:
            begin -= 1
        while eind < len(self.vormen) and self.vormen[eind] not in _EINDE_ZIN:
            eind += 1
        return self.vormen[begin:eind]

    def verwant(self, waarde: int) -> list[str]:
        """How a number lies to what is known and to what was said last."""
        uit: set[str] = set()
        focus = self.stand["focus"]
        for ander, rol, jaar in self.bekend:
            waar = "focus" if jaar == focus else jaar if jaar in ("o0", "o-1") else "_"
            if ander == waarde:
                uit |= {f"is:{rol}", f"is:{rol}:{waar}"}
            elif rol == "opgenomen" and waar != "_":
                uit.add(f"{'<' if waarde < ander else '>'}opgenomen:{waar}")
            if rol in ("verworven", "opgenomen", "saldo") and 0 < abs(ander - waarde) <= _VLAKBIJ:
                uit.add(f"bij:{rol}:{waar if waar == 'focus' else '_'}")
        laatste = self.staat.laatste
        if waarde in laatste.getallen[:2]:
            uit.add("gezegd")
        elif waarde in laatste.getallen or waarde in laatste.eerder:
            uit.add("eerder gezegd")
        for soort, rol, verteld in laatste.verteld[-3:]:
            if verteld == waarde:
                uit.add(f"gelijk:{soort}:{rol}")
            elif isinstance(verteld, int) and abs(verteld - waarde) <= _EVEN_VERDER:
                uit.add(f"naast:{soort}:{rol}")
        vraag = self.staat.open
        if vraag is not None and vraag.opgenomen is not None:
            uit.add("past" if waarde <= vraag.opgenomen else "past niet")
        return sorted(uit)


def bereid(tekst: str, staat: Staat, vandaag: date, lopend: int, groepen: Groepen) -> Bericht:
    """The message, ready to be read."""
    woorden = stukken(tekst)
    vormen = [vorm(w.klein) for w in woorden]
    return Bericht(
        tekst=tekst,
        staat=staat,
        lopend=lopend,
        woorden=woorden,
        vormen=vormen,
        getallen=[aantal(w.klein) for w in woorden],
        groepen=[groepen("#" if v.startswith("#") else v) for v in vormen],
        stand=_stand(staat, lopend),
        bekend=_bekend(staat, lopend),
        dag=lees_dag(tekst, vandaag),
        school=lees_school(tekst),
    )


def vorm(woord: str) -> str:
    """The word; of a number only its class."""
    waarde = aantal(woord)
    return woord if waarde is None else "#" + str(sum(waarde > grens for grens in _GRENZEN))


def kale_vorm(woord: str) -> str:
    """The word; a number as a number."""
    return woord if aantal(woord) is None else "#"


def _stand(staat: Staat, lopend: int) -> dict[str, str]:
    kaart, laatste = staat.werkblad, staat.laatste
    verteld = laatste.verteld[-1] if laatste.verteld else None
    stand = {
        "leeg": str(kaart.leeg),
        "stel": str(staat.stel is not None),
        "soort": laatste.soort or GEEN,
        "open": staat.open.wat if staat.open else GEEN,
        "doel": staat.doel.naam if staat.doel else GEEN,
        "anker": str(bool(kaart.ankers)),
        "ander": str(staat.wie != IK),
        "focus": label(*staat.focus, lopend) if staat.focus else GEEN,
        "openjaar": label(staat.open.start, None, lopend) if staat.open and staat.open.start is not None else GEEN,
        "daad": verteld[0] if verteld else GEEN,
        "wat": verteld[1] if verteld else GEEN,
        "net": str(laatste.net),
        "vraag": laatste.vraag or GEEN,
        "gemist": str(bool(kaart.gemist)),
        "los": str(sum(jaar.start is None for jaar in kaart.jaren)),
    }
    for naam, start in (("nu", lopend), ("vorig", lopend - 1)):
        jaar = kaart.jaar(start)
        opgenomen = jaar is not None and bool(jaar.van("opgenomen"))
        stand[naam] = f"{opgenomen:d}{jaar is not None and any(b.rol in UITKOMSTEN for b in jaar.boekingen):d}"
    if laatste.onderwerp:
        stand["onderwerp"] = laatste.onderwerp
    return stand


def _bekend(staat: Staat, lopend: int) -> list[tuple[int, str, str]]:
    uit = [
        (boeking.waarde, boeking.rol, label(jaar.start, jaar.rang, lopend))
        for jaar in staat.werkblad.jaren
        for boeking in jaar.boekingen
        if isinstance(boeking.waarde, int)
    ]
    return uit + [(anker.saldo, "saldo", label(anker.start, None, lopend)) for anker in staat.werkblad.ankers]  # type: ignore[return-value]  # a role is a str
