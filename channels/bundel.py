"""The chat as one script: the ES modules of ``webchat/bron`` joined in the order of their imports, and made small."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Final

import minify  # type: ignore[import-untyped]  # released without type information


#: The module that imports all others.
BEGIN: Final = "widget.js"
_IMPORT: Final = re.compile(
    r"^import (?:\{ (?P<namen>\w+(?:, \w+)*) \}|\* as (?P<alles>\w+)|(?P<stijl>\w+))"
    r' from "\./(?P<bron>[\w.]+)";\n',
    re.M,
)
_WAT: Final = r"(?:const|let|function|async function|class)"
_NAAM: Final = re.compile(rf"^(?P<uit>export )?{_WAT} (?P<naam>\w+)", re.M)
_EXPORT: Final = re.compile(rf"^export (?={_WAT} \w)", re.M)
#: What is left of these after the known forms: also a name that would be missed.
_ONBEKEND: Final = re.compile(r"^[ \t]*(?:import|export)\b.*|^var\b.*|^(?:const|let|function|class)\b(?! \w).*", re.M)
_LATER: Final = re.compile(r"\b(?:import|export)\b")
#: What holds no code: in a comment or a text a name means nothing.
_TEKST: Final = re.compile(r'/\*.*?\*/|^//.*?$|"[^"\n]*"', re.M | re.S)


class KapotteBron(ValueError):
    """The sources of the chat cannot be joined. The sentence says which one is wrong and why."""


def bundel(map_: Path) -> bytes:
    """The script that a page loads.

    Modules share one scope, in which the minifier can shorten every name. So all their names differ, and what an import
    gives keeps its name; only the texts are called by the name of their module as well, for there are many of them.

    Raises:
        KapotteBron: a module is missing, is written in a way that is not known here, or imports what is not there.
    """
    delen = _Bundel(map_)
    delen.voeg_toe(BEGIN)
    klein = _verklein("application/javascript", f'(()=>{{"use strict";{"".join(delen.code)}}})();', BEGIN)
    if rest := _LATER.search(klein):
        raise KapotteBron(f"De chat gebruikt {rest[0]} midden in de code. Schrijf het bovenaan, op één regel.")
    return klein.encode()


class _Bundel:
    def __init__(self, map_: Path) -> None:
        self._map = map_
        self._alles: dict[str, bool] = {}
        self._van: dict[str, str] = {}
        self._uit: dict[str, set[str]] = {}
        self.code: list[str] = []

    def voeg_toe(self, bron: str, *, alles: bool = False) -> None:
        """The module after those that it needs. ``alles``: it is imported whole, and its names get its own before them."""
        if alles is not self._alles.setdefault(bron, alles):
            raise KapotteBron(f"{bron} wordt op twee manieren ingelezen: in zijn geheel en per naam. Kies er een.")
        if bron in self._uit:
            return
        js = self._lees(bron)
        # For its complaints alone: of the whole nobody could say in which file it goes wrong.
        _verklein("application/javascript", js, bron)
        namen = {treffer["naam"]: bool(treffer["uit"]) for treffer in _NAAM.finditer(js)}
        # Known before what it needs is read: two modules may need each other.
        self._uit[bron] = {naam for naam, uit in namen.items() if uit}
        imports = list(_IMPORT.finditer(js))
        js = _IMPORT.sub("", js)
        for een in imports:
            js = self._importeer(een, js, bron)
        js = _EXPORT.sub("", js)
        if vreemd := _ONBEKEND.search(_TEKST.sub("", js)):
            raise KapotteBron(f"{bron}: {vreemd[0].strip()!r} is een vorm die de chat niet kent.")
        for naam in namen:
            self._meld_aan(f"{_voor(bron)}{naam}" if alles else naam, bron)
        self.code.append(_met_voorvoegsel(js, namen, bron) if alles else js)

    def _importeer(self, een: re.Match[str], js: str, bron: str) -> str:
        uit = een["bron"]
        if een["stijl"]:
            if not uit.endswith(".css"):
                raise KapotteBron(f"{bron}: {uit} is geen stijlblad. Zet de naam tussen accolades.")
            self._meld_aan(een["stijl"], uit)
            self.code.append(
                f"const {een['stijl']} = {json.dumps(_verklein('text/css', self._lees(uit), uit), ensure_ascii=False)};\n"
            )
            return js
        self.voeg_toe(uit, alles=bool(een["alles"]))
        gebruik = re.compile(rf"(?<![\w$.#]){een['alles']}\.(\w+)")
        gevraagd = gebruik.findall(js) if een["alles"] else een["namen"].split(", ")
        if ontbreekt := sorted(set(gevraagd) - self._uit[uit]):
            raise KapotteBron(f"{bron}: {ontbreekt[0]} staat niet in {uit}.")
        return gebruik.sub(rf"{_voor(uit)}\1", js) if een["alles"] else js

    def _lees(self, bron: str) -> str:
        try:
            return (self._map / bron).read_text("utf-8")
        except OSError:
            raise KapotteBron(f"{bron} ontbreekt in {self._map.name}, of is niet leesbaar.") from None

    def _meld_aan(self, naam: str, bron: str) -> None:
        if naam in self._van:
            raise KapotteBron(f"{naam} staat in {self._van[naam]} en in {bron}. Geef een van de twee een andere naam.")
        self._van[naam] = bron


def _voor(bron: str) -> str:
    return f"{Path(bron).stem}_"


def _met_voorvoegsel(js: str, namen: dict[str, bool], bron: str) -> str:
    kaal = _TEKST.sub("", js)
    for naam in namen:
        if len(re.findall(rf"\b{naam}\b", kaal)) > 1:
            raise KapotteBron(
                f"{bron} gebruikt {naam} zelf. Dat kan niet in een bestand dat in zijn geheel wordt ingelezen."
            )
        js = re.sub(rf"^({_WAT} ){naam}\b", rf"\g<1>{_voor(bron)}{naam}", js, flags=re.M)
    return js


def _verklein(soort: str, inhoud: str, bron: str) -> str:
    try:
        klein: str = minify.string(soort, inhoud)
    except minify.MinifyError as fout:
        raise KapotteBron(f"{bron} bevat een fout: {fout}") from None
    return klein
