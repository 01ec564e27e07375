"""A calculation packed into a piece of an address, so that a picture of it needs no storage."""

from __future__ import annotations

import base64
import binascii
import json
import re
import zlib
from collections.abc import Mapping
from typing import Any
from typing import Final

from leerkrediet_core.errors import InvoerFout


MEESTE_TEKENS: Final = 1500
"""Characters of a code; a career of fifteen years takes some 300."""
_MEESTE_BYTES: Final = 20_000
_VORM: Final = re.compile(r"[A-Za-z0-9_-]+")


def codeer(invoer: Mapping[str, Any]) -> str:
    """Pack the input of a calculation (what ``lees_loopbaan`` takes); the same input gives the same code.

    Raises:
        InvoerFout: it is too large for an address.
    """
    compact = json.dumps(invoer, ensure_ascii=True, separators=(",", ":"), sort_keys=True).encode()
    code = base64.urlsafe_b64encode(zlib.compress(compact, 9)).decode().rstrip("=")
    if len(code) > MEESTE_TEKENS or len(compact) > _MEESTE_BYTES:
        raise InvoerFout("code", f"is te lang; hoogstens {MEESTE_TEKENS} tekens")
    return code


def ontcijfer(code: str) -> dict[str, Any]:
    """Unpack a code into the input of a calculation, which the calculation still has to check.

    Raises:
        InvoerFout: it is no code.
    """
    if len(code) > MEESTE_TEKENS or not _VORM.fullmatch(code):
        raise InvoerFout("code", "is geen code van een berekening")
    uitpakker = zlib.decompressobj()
    try:
        # Bounded while it unpacks: a few characters could otherwise fill the memory.
        gepakt = base64.urlsafe_b64decode(code + "=" * (-len(code) % 4))
        gelezen = json.loads(uitpakker.decompress(gepakt, _MEESTE_BYTES))
    except (binascii.Error, zlib.error, ValueError, RecursionError):
        raise InvoerFout("code", "is geen code van een berekening") from None
    if not isinstance(gelezen, dict) or not uitpakker.eof:
        raise InvoerFout("code", "is geen code van een berekening")
    return gelezen
