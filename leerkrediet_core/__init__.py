"""The rules of leerkrediet as code: a career in, a ledger of explained steps out.

Knows no Rasa, no clock and no network. All figures are studiepunten unless a name says otherwise.
"""

from __future__ import annotations

from leerkrediet_core.academiejaar import Academiejaar
from leerkrediet_core.berekening import bereken
from leerkrediet_core.errors import InvoerFout
from leerkrediet_core.errors import LeerkredietFout
from leerkrediet_core.errors import LoopbaanFout
from leerkrediet_core.errors import OnbekendeParameter
from leerkrediet_core.errors import ParameterFout
from leerkrediet_core.errors import ParameterNietVanKracht
from leerkrediet_core.gebruik import gebruikt_leerkrediet
from leerkrediet_core.grootboek import Grootboek
from leerkrediet_core.grootboek import Stap
from leerkrediet_core.instellingen import Instelling
from leerkrediet_core.instellingen import instellingen
from leerkrediet_core.invoer import Loopbaan
from leerkrediet_core.invoer import lees_json
from leerkrediet_core.invoer import lees_loopbaan
from leerkrediet_core.overmacht import beoordeel
from leerkrediet_core.parameters import Parameter
from leerkrediet_core.parameters import getal
from leerkrediet_core.parameters import parameters
from leerkrediet_core.regels import Regel
from leerkrediet_core.regels import regels
from leerkrediet_core.vooruitzicht import best_en_slechtst
from leerkrediet_core.vooruitzicht import opneembaar
from leerkrediet_core.watals import wat_als


__all__ = [
    "Academiejaar",
    "Grootboek",
    "Instelling",
    "InvoerFout",
    "LeerkredietFout",
    "Loopbaan",
    "LoopbaanFout",
    "OnbekendeParameter",
    "Parameter",
    "ParameterFout",
    "ParameterNietVanKracht",
    "Regel",
    "Stap",
    "beoordeel",
    "bereken",
    "best_en_slechtst",
    "gebruikt_leerkrediet",
    "getal",
    "instellingen",
    "lees_json",
    "lees_loopbaan",
    "opneembaar",
    "parameters",
    "regels",
    "wat_als",
]
