"""A calculation's input as a short code for in an address, and back: numbers only, nothing about a person."""

from __future__ import annotations

import base64
import binascii
import json
import zlib
from collections.abc import Mapping
from typing import Any
from typing import Final

from leerkrediet_core.errors import InvoerFout


#: Characters of a code; browsers and proxies cut off addresses that are much longer.
MEESTE_TEKENS: Final = 4_000
#: Bytes of the input as JSON: some hundred events. A small code can hold a thousand times its size.
MEESTE_BYTES: Final = 20_000
_VELD: Final = "code"


def codeer(invoer: Mapping[str, Any]) -> str:
    """The code of ``invoer``, the object that ``lees_loopbaan`` reads; the same input gives the same code.

    >>> ontcijfer(codeer({"gebeurtenissen": [], "startsaldo": 120}))
    {'gebeurtenissen': [], 'startsaldo': 120}

    Raises:
        InvoerFout: it is no JSON object, or too large for an address.
    """
    try:
        tekst = json.dumps(dict(invoer), sort_keys=True, separators=(",", ":"), allow_nan=False)
    except (TypeError, ValueError, RecursionError):
        raise InvoerFout(_VELD, "kan enkel gemaakt worden van getallen, woorden en lijsten") from None
    code = base64.urlsafe_b64encode(zlib.compress(tekst.encode(), 9)).rstrip(b"=").decode()
    if len(tekst) > MEESTE_BYTES or len(code) > MEESTE_TEKENS:
        raise InvoerFout(_VELD, "de loopbaan is te lang voor een adres; laat gebeurtenissen weg")
    return code


def ontcijfer(code: str) -> dict[str, Any]:
    """The input that ``code`` was made of; whether it can be a career is for ``lees_loopbaan``.

    Raises:
        InvoerFout: it is no code, or one that holds too much.
    """
    fout = InvoerFout(_VELD, "klopt niet; neem het hele adres over, zonder iets te veranderen")
    if len(code) > MEESTE_TEKENS or not code.isascii():
        raise fout
    try:
        # The plain decoder passes over characters that it does not know.
        ingepakt = base64.b64decode(code + "=" * (-len(code) % 4), altchars=b"-_", validate=True)
        uitpakker = zlib.decompressobj()
        # It stops at the limit, however much more would come out.
        tekst = uitpakker.decompress(ingepakt, MEESTE_BYTES + 1)
        if len(tekst) > MEESTE_BYTES or not uitpakker.eof or uitpakker.unused_data:
            raise fout
        invoer = json.loads(tekst)
    except (binascii.Error, zlib.error, ValueError, RecursionError):
        raise fout from None
    if not isinstance(invoer, dict):
        raise fout
    return invoer
