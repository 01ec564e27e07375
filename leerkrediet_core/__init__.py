"""The rules of leerkrediet as code: a career in, a ledger of explained steps out.

Knows no Rasa, no clock and no network. All figures are studiepunten unless a name says otherwise.
"""

from __future__ import annotations

from leerkrediet_core.academiejaar import Academiejaar
from leerkrediet_core.berekening import bereken
from leerkrediet_core.doel import Doel
from leerkrediet_core.doel import TeSlagen
from leerkrediet_core.doel import minst_te_slagen
from leerkrediet_core.errors import InvoerFout
from leerkrediet_core.errors import LeerkredietFout
from leerkrediet_core.errors import LoopbaanFout
from leerkrediet_core.errors import OnbekendeParameter
from leerkrediet_core.errors import ParameterFout
from leerkrediet_core.errors import ParameterNietVanKracht
from leerkrediet_core.gebruik import gebruikt_leerkrediet
from leerkrediet_core.gebruik import zonder_leerkrediet
from leerkrediet_core.grootboek import Grootboek
from leerkrediet_core.grootboek import OpenPakket
from leerkrediet_core.grootboek import Stap
from leerkrediet_core.instellingen import Instelling
from leerkrediet_core.instellingen import instellingen
from leerkrediet_core.invoer import Loopbaan
from leerkrediet_core.invoer import lees_json
from leerkrediet_core.invoer import lees_loopbaan
from leerkrediet_core.opbouw import Opbouw
from leerkrediet_core.opbouw import opbouw
from leerkrediet_core.opbouw import opbouw_van
from leerkrediet_core.overmacht import beoordeel
from leerkrediet_core.parameters import Parameter
from leerkrediet_core.parameters import getal
from leerkrediet_core.parameters import parameters
from leerkrediet_core.regels import Regel
from leerkrediet_core.regels import regels
from leerkrediet_core.scheiding import Scheiding
from leerkrediet_core.scheiding import scheiding
from leerkrediet_core.tijd import Jaartijd
from leerkrediet_core.tijd import Resultaten
from leerkrediet_core.tijd import Termijn
from leerkrediet_core.tijd import jaartijd
from leerkrediet_core.tijd import resultaten_op
from leerkrediet_core.tijd import termijnen
from leerkrediet_core.uitersten import Uitersten
from leerkrediet_core.uitersten import mogelijke_verdubbeling
from leerkrediet_core.uitersten import uitersten
from leerkrediet_core.verklaring import Verklaring
from leerkrediet_core.verklaring import verklaringen
from leerkrediet_core.vooruitzicht import Opneembaar
from leerkrediet_core.vooruitzicht import Ruimte
from leerkrediet_core.vooruitzicht import best_en_slechtst
from leerkrediet_core.vooruitzicht import opneembaar
from leerkrediet_core.vooruitzicht import ruimte
from leerkrediet_core.watals import Vergelijking
from leerkrediet_core.watals import wat_als


__all__ = [
    "Academiejaar",
    "Doel",
    "Grootboek",
    "Instelling",
    "InvoerFout",
    "Jaartijd",
    "LeerkredietFout",
    "Loopbaan",
    "LoopbaanFout",
    "OnbekendeParameter",
    "Opbouw",
    "OpenPakket",
    "Opneembaar",
    "Parameter",
    "ParameterFout",
    "ParameterNietVanKracht",
    "Regel",
    "Resultaten",
    "Ruimte",
    "Scheiding",
    "Stap",
    "TeSlagen",
    "Termijn",
    "Uitersten",
    "Vergelijking",
    "Verklaring",
    "beoordeel",
    "bereken",
    "best_en_slechtst",
    "gebruikt_leerkrediet",
    "getal",
    "instellingen",
    "jaartijd",
    "lees_json",
    "lees_loopbaan",
    "minst_te_slagen",
    "mogelijke_verdubbeling",
    "opbouw",
    "opbouw_van",
    "opneembaar",
    "parameters",
    "regels",
    "resultaten_op",
    "ruimte",
    "scheiding",
    "termijnen",
    "uitersten",
    "verklaringen",
    "wat_als",
    "zonder_leerkrediet",
]
