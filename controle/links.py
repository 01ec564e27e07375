"""Every link is one that a student can follow safely: https, mailto or tel."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from controle.bevinding import Bevinding
from controle.inhoud import Inhoud


_SCHEMA: Final = re.compile(r"\b([a-z][a-z0-9+.-]*):(//\S*|(?=[^\s:/]+@)|(?=\+?\d{3}))", re.IGNORECASE)
_GEVAARLIJK: Final = re.compile(r"\b(?:javascript|data|vbscript|file):\S", re.IGNORECASE)
_ZONDER_SCHEMA: Final = re.compile(r"(?<![\w/.])www\.\S+|(?<![\w.:])[\w.+-]+@[\w-]+\.\w+")
_ADRES: Final = re.compile(r"https://(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?:[/?#]\S*)?", re.IGNORECASE)
_TOEGESTAAN: Final = frozenset(("https", "mailto", "tel"))


def controleer(inhoud: Inhoud) -> list[Bevinding]:
    """Links of another kind, without a kind, or that are no address; in answers, actions and the school's texts."""
    bevindingen = []
    for uiting, _ in inhoud.uitingen():
        bevindingen += [Bevinding(uiting.bestand, uiting.plaats, fout) for fout in _fouten(uiting.tekst)]
    for naam, tekst in {**inhoud.instelling.teksten, **inhoud.instelling.links}.items():
        bevindingen += [Bevinding(inhoud.instelling_bestand, naam, fout) for fout in _fouten(tekst)]
    return bevindingen


def _fouten(tekst: str) -> Iterator[str]:
    for treffer in _SCHEMA.finditer(tekst):
        schema, rest = treffer[1].lower(), treffer[2]
        if schema not in _TOEGESTAAN:
            yield f"'{treffer[0]}': een link begint met https://, mailto: of tel:"
        elif schema == "https" and not _ADRES.fullmatch(f"https:{rest}".rstrip('.,;:!?)"')):
            yield f"'{treffer[0]}' is geen volledig adres"
    for treffer in _GEVAARLIJK.finditer(tekst):
        yield f"'{treffer[0]}': een link begint met https://, mailto: of tel:"
    for treffer in _ZONDER_SCHEMA.finditer(tekst):
        yield f"'{treffer[0]}': schrijf er https:// of mailto: voor, anders is het geen link"
