"""The answers of the catalogue: ``data/vragen``, one file a topic, chosen by what is known of the student."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from gesprek.doelen import Wereld
from gesprek.rekening import gedateerd
from gesprek.steekkaart import Steekkaart
from leerkrediet_core import getal


class Vragenboek:
    """All questions that are answered with knowledge rather than with a figure."""

    def __init__(self, vragen: dict[str, dict[str, Any]]) -> None:
        self._vragen = vragen

    @classmethod
    def lees(cls, map_: Path) -> Vragenboek:
        """The catalogue in ``map_``."""
        vragen: dict[str, dict[str, Any]] = {}
        for bestand in sorted(map_.glob("*.yml")):
            for naam, vraag in (yaml.safe_load(bestand.read_text(encoding="utf-8")) or {}).items():
                vragen[f"{bestand.stem}/{naam}"] = vraag
        return cls(vragen)

    def sleutels(self) -> list[str]:
        """The keys of all questions."""
        return sorted(self._vragen)

    def vraag(self, sleutel: str) -> str:
        """The canonical question."""
        return str(self._vragen[sleutel]["vraag"])

    def titel(self, sleutel: str) -> str:
        """What the button to a question says."""
        return str(self._vragen[sleutel]["titel"])

    def verder(self, sleutel: str) -> tuple[str, ...]:
        """The questions that may come next."""
        return tuple(v for v in self._vragen[sleutel].get("verder") or () if v in self._vragen)

    def heeft_meer(self, sleutel: str) -> bool:
        """Whether there is more to say on a question that was answered."""
        return bool(self._vragen[sleutel].get("meer"))

    def overzicht(self, onderwerp: str) -> str | None:
        """The question that a whole topic is about: the first one of its file; None where there is no such topic."""
        return next((sleutel for sleutel in self._vragen if sleutel.partition("/")[0] == onderwerp), None)

    def __contains__(self, sleutel: object) -> bool:
        return sleutel in self._vragen

    def antwoord(
        self, sleutel: str, *, kaart: Steekkaart, wereld: Wereld, wie_zelf: bool, dus: bool, omgekeerd: bool, keer: int,
        teksten: dict[str, str],
    ) -> str:  # fmt: skip
        """The answer to a question, with its opening word; asked again, the further explanation."""
        vraag = self._vragen.get(sleutel)
        if vraag is None:
            return "Dat weet ik niet zeker. Je trajectbegeleider kan je dat zeggen."
        feiten = _feiten(kaart, wereld, wie_zelf)
        gekozen = next(v for v in vraag["antwoord"] if all(feiten.get(k) == w for k, w in (v.get("als") or {}).items()))
        opening = _opening(gekozen.get("ja_nee", vraag.get("ja_nee")), dus, omgekeerd)
        tekst = str(gekozen["tekst"]).strip()
        if keer:
            tekst = f"{tekst} {vraag.get('meer') or ''}".strip()
        tekst = f"**{opening}**, {tekst}" if opening else tekst[0].upper() + tekst[1:]
        return _vul(tekst, teksten)


def _opening(ja_nee: Any, dus: bool, omgekeerd: bool) -> str:
    """How an answer to a yes/no question begins: a conclusion that holds is confirmed, whichever way it was put."""
    if ja_nee in (None, "geen"):
        return ""
    ja = (ja_nee is True or ja_nee == "ja") != omgekeerd
    if ja and (dus or omgekeerd):
        return "Klopt"
    return "Ja" if ja else "Nee"


def _feiten(kaart: Steekkaart, wereld: Wereld, wie_zelf: bool) -> dict[str, Any]:
    laatste = next((j for _, j in reversed(gedateerd(kaart, wereld.lopend)) if j.boekingen), None)
    boeking = laatste.boekingen[-1] if laatste else None
    dag = laatste.stop if laatste and laatste.stop else wereld.vandaag
    grens = (dag.month, dag.day)
    eerste = next((j.start for j in kaart.jaren if j.rang == 1), None)
    datum = (
        "voor_1_december"
        if 9 <= grens[0] <= 11
        else "voor_15_maart"
        if grens[0] == 12 or grens < (3, 15)
        else "na_15_maart"
    )
    return {
        "school": (laatste.school if laatste and laatste.school else kaart.school) or wereld.school,
        "contract": kaart.contract or (boeking.contract if boeking else ""),
        "opleiding": kaart.opleiding or (boeking.opleiding if boeking else ""),
        # Who began in a year that is past is it no more.
        "generatiestudent": kaart.generatiestudent if eerste is None or eerste >= wereld.lopend else False,
        "diploma": _hoogste(kaart),
        "onder_60": bool(kaart.ankers) and kaart.ankers[-1].saldo < getal("heropbouw_tot"),
        "wie": "zelf" if wie_zelf else "ander",
        "datum": datum,
    }


def _hoogste(kaart: Steekkaart) -> str:
    """The diploma that weighs most: who holds a master needs no bachelor for what asks for one."""
    namen = {d.naam for d in kaart.diplomas}
    return next((naam for naam in ("master", "bachelor", "graduaat") if naam in namen), "")


def _vul(tekst: str, teksten: dict[str, str]) -> str:
    for naam, waarde in teksten.items():
        tekst = tekst.replace("{" + naam + "}", waarde)
    return " ".join(tekst.split("\n")).strip() if "\n" in tekst and "- " not in tekst else tekst.strip()
