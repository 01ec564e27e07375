"""The school that offers the assistant, from ``instelling.yml``: checked when it is read, so a slip shows at start."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any
from typing import Final

import yaml
from pydantic import BaseModel
from pydantic import Extra
from pydantic import validator

from leerkrediet_core.instellingen import instellingen


#: Buttons with which a conversation on the website begins: enough to choose from, few enough to read.
MINSTE_SUGGESTIES: Final = 2
MEESTE_SUGGESTIES: Final = 6
MEESTE_TEKENS_TITEL: Final = 30
#: The pages on the card with whom to turn to, and what they are called there.
_PAGINAS: Final = {
    "trajectbegeleider_pagina": "Trajectbegeleiders",
    "ombuds_pagina": "Ombuds",
    "leerkrediet_pagina": "Leerkrediet",
    "leerkrediet_faq": "Vragen over leerkrediet",
}


class Suggestie(BaseModel):
    """A button to begin with.

    Attributes:
        titel: what it says.
        onderwerp: the intent that it leads to.
    """

    titel: str
    onderwerp: str

    class Config:
        extra = Extra.forbid
        frozen = True

    @validator("titel")
    def _past(cls, waarde: str) -> str:
        if not 0 < len(waarde.strip()) <= MEESTE_TEKENS_TITEL:
            raise ValueError(f"de titel van een knop telt 1 tot {MEESTE_TEKENS_TITEL} tekens")
        return waarde.strip()


class Instellingsteksten(BaseModel):
    """What an institution fills in.

    Attributes:
        sleutel: key of the institution, which decides its dates.
        gecontroleerd_op: when somebody last checked the texts against the school's own pages.
        teksten: text per placeholder of the answers.
        suggesties: the buttons with which a conversation on the website begins.
        links: bare addresses (https) for pages; empty where not known.
    """

    sleutel: str
    gecontroleerd_op: date
    teksten: dict[str, str]
    suggesties: tuple[Suggestie, ...]
    links: dict[str, str] = {}

    class Config:
        extra = Extra.forbid
        frozen = True

    @validator("sleutel")
    def _bestaat(cls, waarde: str) -> str:
        if waarde not in instellingen():
            raise ValueError(f"'{waarde}' is geen bekende instelling; kies uit {', '.join(instellingen())}")
        return waarde

    @validator("teksten", each_item=True)
    def _niet_leeg(cls, waarde: str) -> str:
        if not waarde.strip():
            raise ValueError("een tekst mag niet leeg zijn: dan krijgt een antwoord een gat")
        return " ".join(waarde.split())

    @validator("suggesties")
    def _genoeg(cls, waarde: tuple[Suggestie, ...]) -> tuple[Suggestie, ...]:
        if not MINSTE_SUGGESTIES <= len(waarde) <= MEESTE_SUGGESTIES:
            raise ValueError(
                f"er zijn {MINSTE_SUGGESTIES} tot {MEESTE_SUGGESTIES} suggesties nodig, geen {len(waarde)}"
            )
        return waarde

    @validator("links", each_item=True)
    def _veilig_adres(cls, waarde: str) -> str:
        if waarde and not waarde.startswith(("https://", "mailto:", "tel:")):
            raise ValueError("een adres begint met https://, mailto: of tel:")
        return waarde


def lees_instelling(bestand: str | Path) -> Instellingsteksten:
    """The institution in ``bestand``.

    Raises:
        ValueError: it is no YAML, or a field is missing, unknown or cannot be (pydantic's error, which names it).
        OSError: the file cannot be read.
    """
    try:
        gelezen = yaml.safe_load(Path(bestand).read_text(encoding="utf-8"))
    except yaml.YAMLError as fout:
        raise ValueError(f"het bestand is geen geldige YAML: {fout}") from fout
    return Instellingsteksten.parse_obj(gelezen)


def contactkaart(instelling: Instellingsteksten) -> dict[str, Any]:
    """Whom to turn to at this school, with those of its pages that are known."""
    return {
        "titel": f"Trajectbegeleiding {instelling.teksten['instelling_naam']}",
        "tekst": instelling.teksten["trajectbegeleider_uitleg"],
        "links": [
            {"titel": titel, "adres": instelling.links[naam]}
            for naam, titel in _PAGINAS.items()
            if instelling.links.get(naam)
        ],
    }
