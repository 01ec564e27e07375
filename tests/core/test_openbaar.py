"""What the core offers, and the tree of its errors."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import re
from types import ModuleType

import pytest

import leerkrediet_core
from leerkrediet_core import errors


MODULES = sorted(m.name for m in pkgutil.walk_packages(leerkrediet_core.__path__, "leerkrediet_core."))


def test_all_is_sorted_and_names_exactly_what_is_public() -> None:
    """Modules and ``annotations`` are no part of it."""
    openbaar = {
        naam
        for naam, waarde in vars(leerkrediet_core).items()
        if not naam.startswith("_") and not isinstance(waarde, ModuleType) and naam != "annotations"
    }
    assert sorted(leerkrediet_core.__all__) == leerkrediet_core.__all__
    assert openbaar - set(MODULES) == set(leerkrediet_core.__all__)


def test_every_public_name_says_what_it_is() -> None:
    """In its own docstring."""
    for naam in leerkrediet_core.__all__:
        uitleg = getattr(leerkrediet_core, naam).__doc__
        assert uitleg, naam
        assert not uitleg.startswith(f"{naam}("), naam


@pytest.mark.parametrize("naam", MODULES)
def test_the_examples_in_the_docstrings_are_true(naam: str) -> None:
    """Each module also begins with a sentence on what it holds."""
    module = importlib.import_module(naam)
    assert module.__doc__
    assert 0 == doctest.testmod(module).failed


def _boom(klasse: type[BaseException]) -> dict[str, set[str]]:
    return {
        klasse.__name__: {onder.__name__ for onder in klasse.__subclasses__() if onder.__module__ == errors.__name__},
        **{
            k: v
            for onder in klasse.__subclasses__()
            if onder.__module__ == errors.__name__
            for k, v in _boom(onder).items()
        },
    }


def test_the_errors_form_the_tree_that_their_module_draws() -> None:
    """Name for name and branch for branch."""
    assert {
        "LeerkredietFout": {"InvoerFout", "ParameterFout"},
        "InvoerFout": {"LoopbaanFout"},
        "LoopbaanFout": set(),
        "ParameterFout": {"OnbekendeParameter", "ParameterNietVanKracht"},
        "OnbekendeParameter": set(),
        "ParameterNietVanKracht": set(),
    } == _boom(errors.LeerkredietFout)
    getekend = re.findall(
        r"^[│├└─ ]*([A-Z]\w+Fout|Onbekende\w+|ParameterNiet\w+)\b", errors.__doc__ or "", re.MULTILINE
    )
    assert set(_boom(errors.LeerkredietFout)) == set(getekend)


def test_every_error_is_public() -> None:
    """Who catches one can import it from the top."""
    assert set(_boom(errors.LeerkredietFout)) <= set(leerkrediet_core.__all__)


def test_a_refusal_carries_field_and_explanation() -> None:
    """Its text is both."""
    fout = leerkrediet_core.InvoerFout("startsaldo", "geef een getal")
    assert ("startsaldo", "geef een getal", "startsaldo: geef een getal") == (fout.veld, fout.uitleg, str(fout))
