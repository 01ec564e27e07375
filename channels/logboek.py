"""How a failure is logged: where it happened and of what kind, and never its text, in which a student's words may stand."""

from __future__ import annotations

import logging
import traceback


def meld_fout(logger: logging.Logger, zin: str, fout: BaseException) -> None:
    """Log ``zin`` with the kind of the failure and the lines of code that led to it."""
    weg = "".join(traceback.format_tb(fout.__traceback__))
    logger.error("%s %s\n%s", zin, type(fout).__name__, weg.rstrip())
