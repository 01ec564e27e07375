"""How long a message may be: the channels hold to it, and an answer names it."""

from __future__ import annotations

from typing import Final


#: A long story of a worried student fits; a pasted course text does not.
MEESTE_TEKENS: Final = 2000
