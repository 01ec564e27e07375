"""Holds the messages of one turn against what the story expects. Pure: no bot, no files."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from typing import Final

from verhaal.vorm import Verschil
from verhaal.vorm import Verwachting


#: The balance as the outcome says it: "Je staat op 161", "Dan sta je op 98 tot 128", "Je hebt nu 80 studiepunten".
_SALDOZIN: Final = re.compile(
    r"\b(?:saldo wordt|(?:staat|sta) (?:(?:je|hij|ze|hen) )?(?:(?:dan|nu|ergens) )*(?:op|tussen)|(?:hebt|heeft) nu"
    r"|tot nu toe|eindigt tussen)\s[-−–]?\d[^.\n]*",
    re.IGNORECASE,
)
_GETAL: Final = re.compile(r"(?<![\w.,])[-−–]?\d+(?![\w]|[.,]\d)")
#: A number after a sign that is no minus ("2023-2024", "60-45") counts without it.
_REEKS: Final = re.compile(r"(?<=\d)[-−–](?=\d)")
#: What no student may see: a gap that was not filled, or the inside of a button.
_BINNENKANT: Final = re.compile(r"\{[a-z_]+\}|(?<![\w/:.])/[a-z]+_[a-z_]+|\{\"")
NIETS: Final = "(niets)"


def controleer(
    verwacht: Verwachting, berichten: Sequence[dict[str, Any]], storing: str | None = None
) -> tuple[Verschil, ...]:
    """Everything that differs; empty when the turn is as it should be.

    Args:
        verwacht: what the story says.
        berichten: the messages of the turn, as the REST channel gives them.
        storing: how the text begins with which the bot says that something broke. Hearing that is always a difference,
            unless the story expects it.

    Whatever the story says, a turn must not be silent and must not show a gap or the inside of a button.
    """
    tekst = alle_tekst(berichten)
    if not tekst and not titels(berichten):
        return (Verschil("De bot bleef stil.", "een antwoord", NIETS),)
    vlak = _vlak(tekst)
    uit = [Verschil("Dit staat er niet in.", deel, tekst) for deel in verwacht.bevat if _vlak(deel) not in vlak]
    if verwacht.een_van and not any(_vlak(deel) in vlak for deel in verwacht.een_van):
        uit.append(Verschil("Geen van deze teksten staat erin.", " / ".join(verwacht.een_van), tekst))
    uit += [
        Verschil("Dit staat er wel in, en dat mag niet.", f"niet: {deel}", tekst)
        for deel in verwacht.bevat_niet
        if _vlak(deel) in vlak
    ]
    gehoord = getallen(tekst)
    uit += [
        Verschil("Dit getal staat er niet in.", str(getal), ", ".join(map(str, gehoord)) or "(geen getallen)")
        for getal in verwacht.cijfers
        if getal not in gehoord
    ]
    uit += _saldo(verwacht, tekst)
    uit += _knoppen(verwacht, titels(berichten))
    uit += [Verschil("De bot toont zijn binnenkant.", "gewone tekst", deel) for deel in _BINNENKANT.findall(tekst)]
    if storing and _vlak(storing) in vlak and not any(_vlak(deel) in vlak for deel in verwacht.bevat):
        uit.append(Verschil("De bot zegt dat er iets misging.", "een gewoon antwoord", tekst))
    return tuple(uit)


def alle_tekst(berichten: Sequence[dict[str, Any]]) -> str:
    """The texts of all messages, one under the other."""
    return "\n".join(str(bericht["text"]) for bericht in berichten if bericht.get("text"))


def titels(berichten: Sequence[dict[str, Any]]) -> list[str]:
    """The titles of all buttons, in order."""
    return [str(knop.get("title", "")) for bericht in berichten for knop in bericht.get("buttons") or ()]


def lading(berichten: Sequence[dict[str, Any]], titel: str) -> str | None:
    """What the button called ``titel`` sends; None when there is no such button. Case and white space do not matter."""
    for bericht in berichten:
        for knop in bericht.get("buttons") or ():
            if _vlak(str(knop.get("title", ""))) == _vlak(titel):
                return str(knop.get("payload") or knop.get("title"))
    return None


def getallen(tekst: str) -> list[int]:
    """The whole numbers in a text, in order; "2023-2024" is two of them, "4,5" is none."""
    gevonden = _GETAL.findall(_REEKS.sub(" ", tekst))
    return [int(getal.replace("−", "-").replace("–", "-")) for getal in gevonden]


def _saldo(verwacht: Verwachting, tekst: str) -> list[Verschil]:
    if verwacht.saldo is None:
        return []
    zinnen = _SALDOZIN.findall(tekst)
    gehoord = " / ".join(zinnen) or "(geen saldo)"
    if not verwacht.saldo:
        return [Verschil("Er is al een saldo, en dat mag niet.", "nog geen saldo", gehoord)] if zinnen else []
    genoemd = [getallen(zin) for zin in zinnen]
    # The first number is the balance; only a range or two cases have more of them.
    klopt = any(
        getallen_[:1] == list(verwacht.saldo) if len(verwacht.saldo) == 1 else set(verwacht.saldo) <= set(getallen_)
        for getallen_ in genoemd
    )
    if klopt and len(verwacht.saldo) == 1:
        klopt = not any(re.search(r"\btot\b|\bals\b", zin) for zin in zinnen)
    if klopt:
        return []
    return [Verschil("Het saldo klopt niet.", " en ".join(map(str, verwacht.saldo)), gehoord)]


def _knoppen(verwacht: Verwachting, gezien: list[str]) -> list[Verschil]:
    vlak = {_vlak(titel) for titel in gezien}
    gehoord = ", ".join(gezien) or "(geen knoppen)"
    uit = []
    if verwacht.knoppen is not None and not verwacht.knoppen and gezien:
        uit.append(Verschil("Er staan knoppen, en dat mag niet.", "geen knoppen", gehoord))
    uit += [
        Verschil("Deze knop is er niet.", titel, gehoord)
        for titel in verwacht.knoppen or ()
        if _vlak(titel) not in vlak
    ]
    uit += [
        Verschil("Deze knop mag er niet staan.", f"niet: {titel}", gehoord)
        for titel in verwacht.knoppen_niet
        if _vlak(titel) in vlak
    ]
    return uit


def _vlak(tekst: str) -> str:
    """For comparing: case, white space and the shape of quotes do not matter."""
    return " ".join(tekst.replace("’", "'").replace("−", "-").split()).casefold()
