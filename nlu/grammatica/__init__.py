"""The deterministic grammar: reads a student's message into facts about study points."""

from nlu.grammatica.entiteit import naar_entiteit
from nlu.grammatica.entiteit import uit_entiteit
from nlu.grammatica.lezer import lees
from nlu.grammatica.modellen import Feit
from nlu.grammatica.modellen import Lezing


__all__ = ["Feit", "Lezing", "lees", "naar_entiteit", "uit_entiteit"]
