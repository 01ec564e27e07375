"""Reads stories from YAML and refuses what it does not know, in Dutch, with file and line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any
from typing import Final

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode
from ruamel.yaml.nodes import Node
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.nodes import SequenceNode

from verhaal.vorm import Beurt
from verhaal.vorm import Verhaal
from verhaal.vorm import Verwachting


GEEN: Final = "geen"
MEESTE_TEKENS: Final = 100_000
"""Characters of the longest message that ``herhaal`` may build."""
_VERHAAL: Final = ("verhaal", "waarom", "gesprek")
_STAP: Final = ("student", "knop", "bot")
_BOT: Final = ("bevat", "een_van", "bevat_niet", "cijfers", "saldo", "knoppen", "knoppen_niet")
_HERHAAL: Final = ("herhaal", "keer")


class VerhaalFout(Exception):
    """A story that cannot be read; the text is one Dutch sentence that begins with file and line."""


def vind_bestanden(plaatsen: Iterable[str | Path]) -> list[Path]:
    """The story files of ``plaatsen``: a file is itself, a folder the ``.yml`` files directly in it, sorted.

    Raises:
        VerhaalFout: a place does not exist, or a folder holds no story.
    """
    bestanden: list[Path] = []
    for plaats in map(Path, plaatsen):
        if plaats.is_dir():
            gevonden = sorted(plaats.glob("*.yml"))
            if not gevonden:
                raise VerhaalFout(f"{plaats}: in deze map staat geen enkel verhaal (een bestand dat op .yml eindigt).")
            bestanden += gevonden
        elif plaats.is_file():
            bestanden.append(plaats)
        else:
            raise VerhaalFout(f"{plaats}: dit bestand of deze map bestaat niet.")
    return list(dict.fromkeys(bestanden))


def lees_alle(bestanden: Iterable[Path]) -> list[Verhaal]:
    """The stories of all files, in order.

    Raises:
        VerhaalFout: a file cannot be read, or two stories have the same name.
    """
    verhalen: list[Verhaal] = []
    gezien: dict[str, Verhaal] = {}
    for bestand in bestanden:
        for verhaal in lees_verhalen(bestand.read_text(encoding="utf-8"), str(bestand)):
            eerder = gezien.setdefault(verhaal.naam, verhaal)
            if eerder is not verhaal:
                raise VerhaalFout(
                    f"{verhaal.bestand}, regel {verhaal.regel}: er is al een verhaal '{verhaal.naam}' "
                    f"({eerder.bestand}, regel {eerder.regel}). Geef het een andere naam."
                )
            verhalen.append(verhaal)
    return verhalen


def lees_verhalen(tekst: str, bestand: str) -> list[Verhaal]:
    """The stories in one text; ``bestand`` is only for messages.

    Raises:
        VerhaalFout: the text is no list of stories, or one of them has something unknown, missing or impossible.
    """
    try:
        # This library and not PyYAML, which trips over a question mark in a list: [Hoe werkt het?].
        wortel = YAML(typ="safe", pure=True).compose(tekst)
    except MarkedYAMLError as fout:
        regel = fout.problem_mark.line + 1 if fout.problem_mark else 1
        raise VerhaalFout(
            f"{bestand}, regel {regel}: dit is geen geldige YAML. Staat er een dubbelepunt of aanhalingsteken in je "
            "tekst? Zet de hele tekst dan tussen aanhalingstekens, en kijk de inspringing na."
        ) from None
    except YAMLError:
        raise VerhaalFout(f"{bestand}, regel 1: in dit bestand staat een teken dat YAML niet kent.") from None
    return _Lezer(bestand).verhalen(wortel)


class _Lezer:
    """Walks the nodes of one file, because only they know their line."""

    def __init__(self, bestand: str) -> None:
        self._bestand = bestand

    def verhalen(self, wortel: Node | None) -> list[Verhaal]:
        if wortel is None:
            raise VerhaalFout(f"{self._bestand}, regel 1: dit bestand is leeg.")
        lijst = self._lijst(wortel, "een bestand is een lijst: begin elk verhaal met '- verhaal: ...'")
        return [self._verhaal(knoop) for knoop in lijst]

    def _verhaal(self, knoop: Node) -> Verhaal:
        velden = self._velden(knoop, _VERHAAL, "een verhaal")
        for sleutel in ("verhaal", "gesprek"):
            if sleutel not in velden:
                raise self._fout(knoop, f"dit verhaal heeft geen '{sleutel}'")
        naam = self._tekst(velden["verhaal"], "verhaal")
        waarom = self._tekst(velden["waarom"], "waarom") if "waarom" in velden else ""
        return Verhaal(naam, self._bestand, self._regel(knoop), self._gesprek(velden["gesprek"]), waarom)

    def _gesprek(self, knoop: Node) -> tuple[Beurt, ...]:
        beurten: list[Beurt] = []
        wacht_op_bot = False
        for stap in self._lijst(knoop, "een gesprek is een lijst van regels met '- student:', '- knop:' of '- bot:'"):
            velden = self._velden(stap, _STAP, "een regel van een gesprek")
            if len(velden) != 1:
                raise self._fout(stap, "zet op elke regel één van: student, knop, bot")
            soort, inhoud = next(iter(velden.items()))
            if soort == "bot":
                if not wacht_op_bot:
                    raise self._fout(stap, "voor elke 'bot' staat eerst een 'student' of een 'knop'")
                beurten[-1] = replace(beurten[-1], bot=self._verwachting(inhoud))
                wacht_op_bot = False
                continue
            wacht_op_bot = True
            if soort == "knop":
                if not beurten:
                    raise self._fout(stap, "er is nog geen antwoord, dus ook geen knop om op te klikken")
                beurten.append(Beurt(self._regel(stap), knop=self._tekst(inhoud, "knop")))
            else:
                beurten.append(Beurt(self._regel(stap), student=self._bericht(inhoud)))
        if not beurten:
            raise self._fout(knoop, "dit gesprek is leeg")
        return tuple(beurten)

    def _bericht(self, knoop: Node) -> str:
        if not isinstance(knoop, MappingNode):
            return self._tekst(knoop, "student", leeg=True)
        velden = self._velden(knoop, _HERHAAL, "een lang bericht")
        if set(velden) != set(_HERHAAL):
            raise self._fout(knoop, "een lang bericht heeft 'herhaal' (de tekst) en 'keer' (een getal)")
        tekst = self._tekst(velden["herhaal"], "herhaal")
        keer = self._getal(velden["keer"], "keer")
        if not 0 < keer * len(tekst) <= MEESTE_TEKENS:
            raise self._fout(knoop, f"een lang bericht heeft 1 tot {MEESTE_TEKENS} tekens")
        return tekst * keer

    def _verwachting(self, knoop: Node) -> Verwachting:
        velden = self._velden(knoop, _BOT, "'bot'")
        if not velden:
            raise self._fout(knoop, f"na 'bot:' staat niet wat je verwacht. Kies uit: {', '.join(_BOT)}")
        uit: dict[str, Any] = {}
        for naam, inhoud in velden.items():
            if naam in ("saldo", "knoppen") and isinstance(inhoud, ScalarNode) and inhoud.value == GEEN:
                uit[naam] = ()
            elif naam in ("cijfers", "saldo"):
                uit[naam] = tuple(self._getal(deel, naam) for deel in self._een_of_meer(inhoud, naam))
            else:
                uit[naam] = tuple(self._tekst(deel, naam) for deel in self._een_of_meer(inhoud, naam))
        return Verwachting(**uit)

    def _een_of_meer(self, knoop: Node, naam: str) -> list[Node]:
        if not isinstance(knoop, SequenceNode):
            return [knoop]
        if not knoop.value:
            raise self._fout(knoop, f"'{naam}' is een lege lijst. Laat '{naam}' weg, of vul de lijst aan")
        return list(knoop.value)

    def _velden(self, knoop: Node, bekend: tuple[str, ...], wat: str) -> dict[str, Node]:
        if not isinstance(knoop, MappingNode):
            raise self._fout(knoop, f"{wat} bestaat uit sleutels met een waarde. Kies uit: {', '.join(bekend)}")
        velden: dict[str, Node] = {}
        for sleutel, waarde in knoop.value:
            naam = str(sleutel.value)
            if naam not in bekend:
                raise self._fout(sleutel, f"ik ken de sleutel '{naam}' niet. {wat} kent: {', '.join(bekend)}")
            if naam in velden:
                raise self._fout(sleutel, f"de sleutel '{naam}' staat er twee keer")
            if isinstance(waarde, ScalarNode) and not waarde.value and waarde.style is None:
                # Said here, because such a node carries the line of what follows it.
                tip = ' Schrijf "" voor een leeg bericht' if naam == "student" else ""
                raise self._fout(sleutel, f"na '{naam}:' staat niets.{tip}".rstrip("."))
            velden[naam] = waarde
        return velden

    def _lijst(self, knoop: Node, uitleg: str) -> list[Node]:
        if not isinstance(knoop, SequenceNode):
            raise self._fout(knoop, uitleg)
        return list(knoop.value)

    def _tekst(self, knoop: Node, naam: str, *, leeg: bool = False) -> str:
        # The text as it was typed: YAML itself would read `no` as false and 007 as 7.
        if not isinstance(knoop, ScalarNode):
            raise self._fout(knoop, f"'{naam}' wil gewone tekst. Zet ze tussen aanhalingstekens")
        waarde = str(knoop.value)
        if not leeg and not waarde.strip():
            raise self._fout(knoop, f"'{naam}' is leeg")
        return waarde

    def _getal(self, knoop: Node, naam: str) -> int:
        tekst = self._tekst(knoop, naam)
        try:
            return int(tekst)
        except ValueError:
            raise self._fout(knoop, f"'{naam}' wil een geheel getal, niet '{tekst}'") from None

    def _regel(self, knoop: Node) -> int:
        return int(knoop.start_mark.line) + 1

    def _fout(self, knoop: Node, zin: str) -> VerhaalFout:
        return VerhaalFout(f"{self._bestand}, regel {self._regel(knoop)}: {zin}.")
