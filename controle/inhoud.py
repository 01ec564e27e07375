"""The content of the assistant as one value, read from its files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from typing import Final

import yaml

from controle.acties import Actie
from controle.acties import lees_acties
from controle.uiting import Knop
from controle.uiting import Uiting
from gesprek.instelling import Instellingsteksten
from gesprek.instelling import lees_instelling


ANTWOORDEN: Final = "data/antwoorden"
REGELS: Final = "data/regels.yml"
NLU: Final = "data/nlu"
DOMEIN: Final = "domain.yml"
ONDERWERPEN: Final = "actions/onderwerpen.yml"
CIJFERS: Final = "tests/inhoud/cijfers.yml"
APART: Final = "tests/nlu/berichten_apart.yml"


@dataclass(frozen=True)
class Variant:
    """One text of an answer.

    Attributes:
        bestand: file it stands in.
        antwoord: its name (``utter_...``).
        als: what must hold for it, by slot; empty for the one that always fits.
        tekst: as written, with its placeholders.
        knoppen: below the text, in order.
        kanaal: the channel it is for, or None for all.
    """

    bestand: str
    antwoord: str
    als: Mapping[str, str]
    tekst: str
    knoppen: tuple[Knop, ...] = ()
    kanaal: str | None = None

    @property
    def plaats(self) -> str:
        """The answer, and which variant of it."""
        return f"{self.antwoord} ({', '.join(f'{n}: {w}' for n, w in self.als.items())})" if self.als else self.antwoord


@dataclass(frozen=True)
class Regel:
    """Which moves an intent brings."""

    naam: str
    intent: str
    zetten: tuple[str, ...]


@dataclass(frozen=True)
class Bericht:
    """A message of a student, with the intent it stands for."""

    bestand: str
    intent: str
    tekst: str


@dataclass(frozen=True)
class Inhoud:
    """Everything that is checked.

    Attributes:
        intents: of the domain.
        entiteiten: names of the domain's entities.
        slots: names of the domain's slots.
        domeinacties: actions that the domain names.
        regels: of ``data/regels.yml``, in order.
        varianten: of all answers, in the order of the files.
        onderwerpen: title of the button of each topic, by intent.
        instelling: the school's texts.
        instelling_bestand: where those stand.
        cijfers: what every figure must be, as ``tests/inhoud/cijfers.yml`` gives it.
        berichten: what the assistant learns from.
        apart: messages that are kept out of that.
        acties: what the actions say, by name.
        genoemd: answers and actions that code names, with the files that do.
    """

    intents: tuple[str, ...]
    entiteiten: frozenset[str]
    slots: frozenset[str]
    domeinacties: tuple[str, ...]
    regels: tuple[Regel, ...]
    varianten: tuple[Variant, ...]
    onderwerpen: Mapping[str, str]
    instelling: Instellingsteksten
    instelling_bestand: str
    cijfers: Mapping[str, Any]
    berichten: tuple[Bericht, ...]
    apart: tuple[Bericht, ...]
    acties: Mapping[str, Actie]
    genoemd: Mapping[str, frozenset[str]]

    @property
    def antwoorden(self) -> dict[str, tuple[Variant, ...]]:
        """The variants of each answer, in the order in which they are tried."""
        namen = dict.fromkeys(v.antwoord for v in self.varianten)
        return {naam: tuple(v for v in self.varianten if v.antwoord == naam) for naam in namen}

    def antwoorden_van(self, intent: str) -> list[str]:
        """The answers that ``intent`` may bring, by its rule or by an action of its rule."""
        namen: dict[str, None] = {}
        for regel in self.regels:
            for zet in regel.zetten if regel.intent == intent else ():
                namen[zet] = None
                namen.update(dict.fromkeys(self.acties[zet].antwoorden if zet in self.acties else ()))
        return [naam for naam in namen if naam.startswith("utter_")]

    def uitingen(self) -> Iterator[tuple[Uiting, Variant | None]]:
        """Everything a student may read with its buttons: each variant of an answer, and what the actions say."""
        for variant in self.varianten:
            yield Uiting(variant.bestand, variant.plaats, self.gevuld(variant), variant.knoppen), variant
        for actie in self.acties.values():
            for uiting in actie.uitingen:
                yield uiting, None

    def gevuld(self, variant: Variant) -> str:
        """The text of ``variant`` as the student reads it."""
        from channels.bericht import MEESTE_TEKENS
        from gesprek.antwoordgever import vul_in

        return vul_in(variant.tekst, {**self.instelling.teksten, "max_tekens": MEESTE_TEKENS})


def lees_inhoud(wortel: Path, instelling: str | None = None) -> Inhoud:
    """The content of the project in ``wortel``; ``instelling`` is another file than ``instelling.yml`` or ``INSTELLING``.

    Raises:
        OSError: a file is not there.
        ValueError: a file cannot be what it should be; pydantic's and YAML's errors count too.
    """
    domein = _yaml(wortel / DOMEIN)
    instelling_bestand: str = instelling or os.environ.get("INSTELLING") or "instelling.yml"
    acties, genoemd = lees_acties(wortel)
    return Inhoud(
        intents=tuple(_naam(intent) for intent in domein["intents"]),
        entiteiten=frozenset(_naam(entiteit) for entiteit in domein["entities"]),
        slots=frozenset(domein["slots"]),
        domeinacties=tuple(_naam(actie) for actie in domein["actions"]),
        regels=tuple(_lees_regels(_yaml(wortel / REGELS))),
        varianten=tuple(_lees_antwoorden(wortel)),
        onderwerpen=_yaml(wortel / ONDERWERPEN),
        instelling=lees_instelling(wortel / instelling_bestand),
        instelling_bestand=instelling_bestand,
        cijfers=_yaml(wortel / CIJFERS),
        berichten=tuple(_lees_berichten(wortel)),
        apart=tuple(Bericht(APART, rij["intent"], str(rij["tekst"])) for rij in _yaml(wortel / APART)),
        acties=acties,
        genoemd=genoemd,
    )


class _Lezer(yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader):  # type: ignore[misc]  # both are SafeLoaders
    """YAML in which a key that stands twice is an error, not a silent loss."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        sleutels = [self.construct_object(sleutel, deep=True) for sleutel, _ in node.value]
        dubbel = {str(sleutel) for sleutel in sleutels if sleutels.count(sleutel) > 1}
        if dubbel:
            raise ValueError(f"{node.start_mark.name}: staat er twee keer: {', '.join(sorted(dubbel))}")
        gelezen: dict[Any, Any] = super().construct_mapping(node, deep)
        return gelezen


def _yaml(bestand: Path) -> Any:
    with bestand.open(encoding="utf-8") as tekst:
        return yaml.load(tekst, Loader=_Lezer)  # noqa: S506 - _Lezer is a SafeLoader


def _naam(vermelding: Any) -> str:
    return vermelding if isinstance(vermelding, str) else str(next(iter(vermelding)))


def _lees_regels(gelezen: Mapping[str, Any]) -> Iterator[Regel]:
    for regel in gelezen["rules"]:
        stappen = regel["steps"]
        intent = next((stap["intent"] for stap in stappen if "intent" in stap), "")
        yield Regel(regel["rule"], intent, tuple(stap["action"] for stap in stappen if "action" in stap))


def _lees_antwoorden(wortel: Path) -> Iterator[Variant]:
    for bestand in sorted((wortel / ANTWOORDEN).glob("*.yml")):
        for antwoord, varianten in _yaml(bestand)["responses"].items():
            for variant in varianten:
                yield Variant(
                    bestand=f"{ANTWOORDEN}/{bestand.name}",
                    antwoord=antwoord,
                    als={eis["name"]: eis["value"] for eis in variant.get("condition") or ()},
                    tekst=variant.get("text") or "",
                    knoppen=tuple(
                        Knop(k.get("title") or "", k.get("payload") or "") for k in variant.get("buttons") or ()
                    ),
                    kanaal=variant.get("channel"),
                )


def _lees_berichten(wortel: Path) -> Iterator[Bericht]:
    for bestand in sorted((wortel / NLU).glob("*.yml")):
        for blok in _yaml(bestand).get("nlu") or ():
            for regel in str(blok.get("examples") or "").splitlines():
                if "intent" in blok and regel.startswith("- "):
                    yield Bericht(f"{NLU}/{bestand.name}", blok["intent"], regel[2:].strip())
