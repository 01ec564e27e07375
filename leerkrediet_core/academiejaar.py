"""Academic years: reading them, ordering them, and finding the one a date falls in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final


#: From this month on a date belongs to the new academic year. Institutions start in the second half of September;
#: who deregisters in September means the year that begins.
EERSTE_MAAND: Final = 9

_CIJFERS: Final = 4


@dataclass(frozen=True, order=True)
class Academiejaar:
    """An academic year, known by the calendar year in which it starts.

    >>> Academiejaar.lees("2026-2027").volgend
    Academiejaar(start=2027)
    """

    start: int

    @classmethod
    def lees(cls, tekst: str) -> Academiejaar:
        """Read ``"2026-2027"``.

        Raises:
            ValueError: not of that form, or the second year does not follow the first.
        """
        eerste, _, tweede = str.partition(tekst, "-")
        vorm = all(jaar.isdecimal() and len(jaar) == _CIJFERS for jaar in (eerste, tweede))
        if not vorm or int(tweede) != int(eerste) + 1:
            raise ValueError('schrijf een academiejaar als "2026-2027": twee jaren na elkaar')
        return cls(int(eerste))

    @classmethod
    def van_datum(cls, dag: date) -> Academiejaar:
        """The academic year in which ``dag`` falls."""
        return cls(dag.year if dag.month >= EERSTE_MAAND else dag.year - 1)

    @property
    def volgend(self) -> Academiejaar:
        """The academic year after this one."""
        return Academiejaar(self.start + 1)

    def dag(self, maand_dag: str) -> date:
        """The date in this academic year of ``"MM-DD"``: December lies in its first calendar year, March in its second."""
        maand, dag = (int(deel) for deel in maand_dag.split("-"))
        return date(self.start if maand >= EERSTE_MAAND else self.start + 1, maand, dag)

    def __str__(self) -> str:
        return f"{self.start}-{self.start + 1}"
