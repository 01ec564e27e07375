"""A calculation in an address: what goes in comes out, and nothing else does."""

from __future__ import annotations

import base64
import json
import zlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerkrediet_core import InvoerFout
from leerkrediet_core import bereken
from leerkrediet_core import lees_loopbaan
from leerkrediet_core.deelcode import MEESTE_BYTES
from leerkrediet_core.deelcode import MEESTE_TEKENS
from leerkrediet_core.deelcode import codeer
from leerkrediet_core.deelcode import ontcijfer


LOOPBAAN: dict[str, Any] = {
    "startsaldo": 120,
    "stand_in": "2026-2027",
    "gebeurtenissen": [
        {"soort": "inschrijving", "studiepunten": 60, "academiejaar": "2024-2025"},
        {"soort": "resultaat", "verworven": 33, "academiejaar": "2024-2025"},
    ],
}


def ingepakt(inhoud: bytes) -> str:
    """Any bytes in the form of a code."""
    return base64.urlsafe_b64encode(zlib.compress(inhoud, 9)).decode().rstrip("=")


def test_a_career_comes_out_as_it_went_in() -> None:
    """And gives the same ledger."""
    uit = ontcijfer(codeer(LOOPBAAN))
    assert LOOPBAAN == uit
    assert bereken(lees_loopbaan(LOOPBAAN)) == bereken(lees_loopbaan(uit))


def test_the_same_career_has_the_same_code_in_whatever_order_it_is_told() -> None:
    """So that a picture is drawn once."""
    assert codeer(LOOPBAAN) == codeer(dict(reversed(LOOPBAAN.items())))


def test_a_code_fits_in_an_address_as_it_is() -> None:
    """No character of it has to be escaped; a career of ten years stays far below the limit."""
    jaren = [
        {**deel, "academiejaar": f"{2015 + n}-{2016 + n}"} for n in range(10) for deel in LOOPBAAN["gebeurtenissen"]
    ]
    code = codeer({"gebeurtenissen": jaren})
    assert set(code) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    assert len(code) < 400 < MEESTE_TEKENS


WAARDEN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda deel: st.lists(deel, max_size=3) | st.dictionaries(st.text(max_size=5), deel, max_size=3),
    max_leaves=8,
)


@given(invoer=st.dictionaries(st.text(max_size=5), WAARDEN, max_size=4))
def test_whatever_json_goes_in_comes_out(invoer: dict[str, Any]) -> None:
    """Whether it can be a career is looked at afterwards."""
    assert invoer == ontcijfer(codeer(invoer))


@given(code=st.text(max_size=60) | st.binary(max_size=60).map(ingepakt) | st.text("ABCab01-_=+/ ", max_size=60))
def test_what_is_no_code_is_refused_and_nothing_else_happens(code: str) -> None:
    """In Dutch, with the name of the field."""
    try:
        uit = ontcijfer(code)
    except InvoerFout as fout:
        assert "code" == fout.veld
    else:
        assert isinstance(uit, dict)


@pytest.mark.parametrize(
    "code",
    [
        "",
        "x",
        "é",
        codeer(LOOPBAAN)[:-1],
        codeer(LOOPBAAN)[1:],
        codeer(LOOPBAAN) + "=",
        codeer(LOOPBAAN) + "AAAA",
        codeer(LOOPBAAN)[:9] + " " + codeer(LOOPBAAN)[9:],
        ingepakt(b""),
        ingepakt(b"[]"),
        ingepakt(b'"x"'),
        ingepakt(b"1" * 10_000),
        ingepakt(b"[" * 10_000),
        ingepakt(b"\xff\xfe"),
        "A" * (MEESTE_TEKENS + 1),
    ],
)
def test_a_code_that_was_cut_off_changed_or_made_up_is_refused(code: str) -> None:
    """Never half of a career."""
    with pytest.raises(InvoerFout, match="code: klopt niet"):
        ontcijfer(code)


@pytest.mark.parametrize(("bytes_", "past"), [(MEESTE_BYTES, True), (MEESTE_BYTES + 1, False), (1_000_000, False)])
def test_what_comes_out_has_a_largest_size(bytes_: int, past: bool) -> None:
    """A code of a few hundred characters can hold a million."""
    code = ingepakt(json.dumps({"a": "x" * (bytes_ - len('{"a": ""}'))}).encode())
    assert len(code) <= MEESTE_TEKENS
    if past:
        assert ["a"] == list(ontcijfer(code))
    else:
        with pytest.raises(InvoerFout):
            ontcijfer(code)


def test_a_bomb_is_never_unpacked_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """The unpacking itself stops; otherwise the memory would be full before anything is checked."""
    gevraagd = []
    echt = zlib.decompressobj

    class Uitpakker:
        def __init__(self) -> None:
            self._echt = echt()

        def decompress(self, data: bytes, hoogstens: int) -> bytes:
            gevraagd.append(hoogstens)
            return self._echt.decompress(data, hoogstens)

        def __getattr__(self, naam: str) -> Any:
            return getattr(self._echt, naam)

    monkeypatch.setattr(zlib, "decompressobj", Uitpakker)
    with pytest.raises(InvoerFout):
        ontcijfer(ingepakt(b"0" * 2_000_000))
    assert [MEESTE_BYTES + 1] == gevraagd


@pytest.mark.parametrize("waarde", [object(), {1, 2}, float("nan"), float("inf"), b"x"], ids=repr)
def test_what_is_no_json_has_no_code(waarde: object) -> None:
    """Not by way of a text that cannot be read back."""
    with pytest.raises(InvoerFout, match="code: kan enkel gemaakt worden van"):
        codeer({"a": waarde})


@pytest.mark.parametrize("invoer", [{"a": "x" * (MEESTE_BYTES + 1)}, {str(n): pow(7, n, 10**18) for n in range(900)}])
def test_a_career_that_is_too_long_for_an_address_has_no_code(invoer: dict[str, Any]) -> None:
    """Both before and after packing."""
    with pytest.raises(InvoerFout, match="te lang"):
        codeer(invoer)
