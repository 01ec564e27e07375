"""Imports point one way: the core knows nobody, the grammar only itself, the actions no Rasa and no TensorFlow."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest


WORTEL = Path(__file__).parent.parent
EIGEN = {"leerkrediet_core", "nlu", "gesprek", "actions", "channels", "dienst", "scripts", "tests", "benchmarks"}
#: What takes seconds and hundreds of megabytes to load.
ZWAAR = {"rasa", "tensorflow", "keras", "torch", "spacy", "sklearn", "matplotlib", "pandas", "docx"}

#: Parts of ``nlu`` that plug into Rasa itself.
BIJ_RASA = ("nlu/componenten", "nlu/importer.py")


def _bestanden(pakket: str) -> list[Path]:
    return sorted((WORTEL / pakket).rglob("*.py"))


def _ingevoerd(bestand: Path) -> set[str]:
    """The top names of everything that a file imports, also within a function."""
    namen: set[str] = set()
    pakket = bestand.relative_to(WORTEL).parts[0]
    for knoop in ast.walk(ast.parse(bestand.read_text("utf-8"))):
        if isinstance(knoop, ast.Import):
            namen |= {naam.name.split(".")[0] for naam in knoop.names}
        elif isinstance(knoop, ast.ImportFrom):
            namen.add(pakket if knoop.level else (knoop.module or "").split(".")[0])
    return namen


def _id(bestand: Path) -> str:
    return bestand.relative_to(WORTEL).as_posix()


#: What reads a turn in its state, so knows the state.
LEZER = "nlu/lezer"
LOSSE_NLU = [b for b in _bestanden("nlu") if not _id(b).startswith((*BIJ_RASA, LEZER))]


@pytest.mark.parametrize("bestand", _bestanden("leerkrediet_core"), ids=_id)
def test_the_core_imports_nothing_of_ours_but_itself_and_no_rasa(bestand: Path) -> None:
    """Matplotlib only where the chart is drawn, python-docx only where the draft letter is written."""
    ingevoerd = _ingevoerd(bestand)
    assert ingevoerd & EIGEN <= {"leerkrediet_core"}
    zwaar = {"grafiek.py": {"matplotlib"}, "verzoekschrift.py": {"docx"}}.get(bestand.name, set())
    assert ingevoerd & (ZWAAR | {"rasa_sdk"}) <= zwaar


@pytest.mark.parametrize("bestand", LOSSE_NLU, ids=_id)
def test_reading_imports_nothing_of_ours_but_itself_and_no_rasa(bestand: Path) -> None:
    """So that it can be tested and used without either."""
    ingevoerd = _ingevoerd(bestand)
    assert ingevoerd & EIGEN <= {"nlu"}
    assert ingevoerd & {"rasa", "rasa_sdk", "tensorflow"} == set()


@pytest.mark.parametrize("bestand", _bestanden(LEZER), ids=_id)
def test_what_reads_a_turn_imports_of_ours_reading_and_the_state(bestand: Path) -> None:
    """Neither what answers nor Rasa."""
    ingevoerd = _ingevoerd(bestand)
    assert ingevoerd & EIGEN <= {"nlu", "gesprek", "leerkrediet_core"}
    assert ingevoerd & {"rasa", "rasa_sdk", "tensorflow"} == set()


@pytest.mark.parametrize("bestand", [*_bestanden("nlu/componenten"), WORTEL / "nlu" / "importer.py"], ids=_id)
def test_what_plugs_into_rasa_imports_of_ours_only_reading_and_answering(bestand: Path) -> None:
    """Never the actions, the channels or the core."""
    assert _ingevoerd(bestand) & EIGEN <= {"nlu", "gesprek"}


@pytest.mark.parametrize("bestand", _bestanden("actions"), ids=_id)
def test_the_actions_import_no_rasa_and_no_tensorflow(bestand: Path) -> None:
    """Only the small kit that Rasa offers for actions; and nothing of the channels."""
    ingevoerd = _ingevoerd(bestand)
    assert ingevoerd & ZWAAR == set()
    assert ingevoerd & EIGEN <= {"actions", "leerkrediet_core", "nlu", "gesprek", "dienst"}


@pytest.mark.parametrize("bestand", _bestanden("channels"), ids=_id)
def test_the_channels_import_neither_actions_nor_reading(bestand: Path) -> None:
    """They bring messages in and out, and know nothing of what they mean."""
    assert _ingevoerd(bestand) & EIGEN <= {"channels", "leerkrediet_core", "gesprek", "dienst"}


@pytest.mark.parametrize("bestand", _bestanden("dienst"), ids=_id)
def test_serving_knows_nothing_of_what_is_served(bestand: Path) -> None:
    """The bot and its actions are served alike; a bot without Rasa would be too."""
    ingevoerd = _ingevoerd(bestand)
    assert ingevoerd & EIGEN <= {"dienst"}
    assert ingevoerd & (ZWAAR | {"rasa_sdk", "sanic"}) == set()


@pytest.mark.parametrize("bestand", _bestanden("gesprek"), ids=_id)
def test_the_conversation_knows_neither_channels_nor_actions(bestand: Path) -> None:
    """It is used by both."""
    assert _ingevoerd(bestand) & EIGEN <= {"gesprek", "nlu", "leerkrediet_core"}


@pytest.mark.parametrize("naam", ["gesprek", "lezer", "daden", "gespreksknoppen", "overdracht"])
def test_the_machine_is_answered_for_without_knowing_its_reader(naam: str) -> None:
    """Whatever reads comes out of a file; it is learned elsewhere, and may be any."""
    ingevoerd = _ingevoerd(WORTEL / "actions" / f"{naam}.py")
    assert ingevoerd & (ZWAAR | EIGEN) <= {"actions", "gesprek", "nlu", "leerkrediet_core"}
    paden = {
        knoop.module or ""
        for knoop in ast.walk(ast.parse((WORTEL / "actions" / f"{naam}.py").read_text("utf-8")))
        if isinstance(knoop, ast.ImportFrom)
    }
    assert not any(pad.startswith(("nlu.lezer", "benchmarks")) for pad in paden)


def test_the_pure_part_of_the_machine_has_no_clock_no_rasa_and_no_files() -> None:
    """What answers a student is what was measured."""
    for naam in ("lezing", "staat", "steekkaart", "rekening", "doelen", "machine", "uiting", "leiding"):
        ingevoerd = _ingevoerd(WORTEL / "gesprek" / f"{naam}.py")
        assert ingevoerd & (ZWAAR | {"rasa_sdk", "time", "pathlib", "pickle"}) == set(), naam


#: The two that ask which day it is: one for the assistant, one for the command line, which knows no assistant.
KLOKKEN = {"gesprek/dag.py", "leerkrediet_core/cli.py"}


@pytest.mark.parametrize(
    "bestand", [b for pakket in sorted(EIGEN - {"scripts", "tests", "benchmarks"}) for b in _bestanden(pakket)], ids=_id
)
def test_only_two_ask_which_day_it_is(bestand: Path) -> None:
    """Neither called nor handed on anywhere else, so that all have the day of Brussels; the day of the machine is nobody's."""
    genoemd = {k.attr for k in ast.walk(ast.parse(bestand.read_text("utf-8"))) if isinstance(k, ast.Attribute)}
    assert ({"now"} if _id(bestand) in KLOKKEN else set()) == genoemd & {"today", "now", "utcnow"}


#: What looks at the text of a message; the other channels read settings and scripts.
LEZERS = [
    *(b for kamer in ("nlu", "gesprek", "actions") for b in _bestanden(kamer)),
    *(WORTEL / "channels" / naam for naam in ("bericht.py", "widget.py", "rest.py")),
    WORTEL / "leerkrediet_core" / "academiejaar.py",
]


@pytest.mark.parametrize("bestand", LEZERS, ids=_id)
def test_what_reads_a_message_compiles_no_expressions_of_its_own(bestand: Path) -> None:
    """Only ``nlu/patroon.py`` does, where a test finds and times them all."""
    toegelaten = {"re"} if _id(bestand) == "nlu/patroon.py" else set()
    assert _ingevoerd(bestand) & {"re", "regex", "sre_compile", "re2"} == toegelaten


def test_every_package_has_files_to_look_at() -> None:
    """A list that is empty by mistake would prove nothing."""
    for pakket in ("leerkrediet_core", "nlu", "nlu/componenten", "actions", "channels", "dienst"):
        assert _bestanden(pakket), pakket
    assert (WORTEL / "nlu" / "importer.py").exists()
    assert len(LOSSE_NLU) < len(_bestanden("nlu"))


def _geladen(module: str) -> set[str]:
    """The top names of the modules in a fresh Python after importing ``module``."""
    opdracht = f"import json, sys, {module}; print(json.dumps(sorted({{n.split('.')[0] for n in sys.modules}})))"
    uitvoer = subprocess.run(
        [sys.executable, "-c", opdracht], capture_output=True, text=True, cwd=WORTEL, timeout=300, check=True
    )
    return set(json.loads(uitvoer.stdout.splitlines()[-1]))


def test_the_action_server_starts_without_rasa_or_tensorflow() -> None:
    """Not by way of something else either: a real import in a fresh process."""
    geladen = _geladen("actions.server")
    assert {"actions", "rasa_sdk", "sanic"} <= geladen
    assert geladen & ZWAAR == set()


def test_every_action_loads_without_rasa_or_tensorflow() -> None:
    """The server imports them later, when it looks for its actions."""
    modules = [".".join(b.relative_to(WORTEL).with_suffix("").parts) for b in _bestanden("actions")]
    namen = [naam.removesuffix(".__init__") for naam in modules]
    assert _geladen(", ".join(namen)) & ZWAAR == set()


def test_the_core_loads_without_rasa_or_anything_heavy() -> None:
    """Also its command line."""
    geladen = _geladen("leerkrediet_core.cli")
    assert "leerkrediet_core" in geladen
    assert geladen & (ZWAAR | {"rasa_sdk", "sanic", *EIGEN - {"leerkrediet_core"}}) == set()


def test_the_grammar_loads_without_rasa_or_anything_heavy() -> None:
    """The same for reading numbers and dates."""
    geladen = _geladen("nlu.grammatica")
    assert "nlu" in geladen
    assert geladen & (ZWAAR | {"rasa_sdk", *EIGEN - {"nlu"}}) == set()
