"""What can go wrong in the core.

LeerkredietFout
├── InvoerFout                  the career given cannot be; names the field
│   └── LoopbaanFout            each field is possible, but not together
└── ParameterFout
    ├── OnbekendeParameter      no parameter of that name
    └── ParameterNietVanKracht  no value known for that academic year
"""

from __future__ import annotations


class LeerkredietFout(Exception):
    """Base of everything the core raises on purpose; its text is Dutch and meant for people."""


class InvoerFout(LeerkredietFout):
    """The input is refused: ``veld`` names the field, ``uitleg`` says what would be right."""

    def __init__(self, veld: str, uitleg: str) -> None:
        super().__init__(f"{veld}: {uitleg}")
        self.veld = veld
        self.uitleg = uitleg


class LoopbaanFout(InvoerFout):
    """The events cannot have happened in this way, for instance more acquired than taken up."""


class ParameterFout(LeerkredietFout):
    """A figure of the law was asked for that is not there."""


class OnbekendeParameter(ParameterFout):
    """No parameter has this name."""


class ParameterNietVanKracht(ParameterFout):
    """No value of the parameter is known for that academic year."""
