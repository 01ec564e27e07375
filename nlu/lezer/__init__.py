"""The learned reader: from a message and the state that it is said in to what it says. Knows no Rasa."""

from nlu.lezer.lezer import Lezer


__all__ = ["Lezer"]
