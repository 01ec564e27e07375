"""The joining of the chat's sources: in the order that they need each other, and nothing that cannot be joined."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from channels.bundel import KapotteBron
from channels.bundel import bundel


WORTEL = Path(__file__).resolve().parents[2]
Bronnen = Callable[..., Path]


@pytest.fixture
def bronnen(tmp_path: Path) -> Bronnen:
    """A folder with these files; the first is ``widget.js``."""

    def maak(widget: str, **andere: str) -> Path:
        for naam, inhoud in {"widget_js": widget, **andere}.items():
            stam, _, soort = naam.rpartition("_")
            (tmp_path / f"{stam}.{soort}").write_text(inhoud, "utf-8")
        return tmp_path

    return maak


def kort(map_: Path) -> str:
    """The script, as text."""
    return bundel(map_).decode()


def test_a_module_comes_after_what_it_needs(bronnen: Bronnen) -> None:
    """Each of them once."""
    map_ = bronnen(
        'import { b } from "./b.js";\nimport { c } from "./c.js";\nfetch("widget", b, c);\n',
        b_js='import { c } from "./c.js";\nfetch("b");\nexport const b = c;\n',
        c_js='fetch("c");\nexport const c = location;\n',
    )
    script = kort(map_)
    assert script.index('"c"') < script.index('"b"') < script.index('"widget"')
    assert [1, 1, 1] == [script.count(f'"{naam}"') for naam in ("b", "c", "widget")]


def test_modules_that_need_each_other_are_joined_once(bronnen: Bronnen) -> None:
    """As a browser does it: what is called later is there by then."""
    map_ = bronnen(
        'import { a } from "./a.js";\na();\n',
        a_js='import { b } from "./b.js";\nexport function a() {\n  fetch("a");\n  addEventListener("x", b);\n}\n',
        b_js='import { a } from "./a.js";\nexport function b() {\n  fetch("b");\n  addEventListener("y", a);\n}\n',
    )
    assert [1, 1] == [kort(map_).count(f'fetch("{naam}")') for naam in "ab"]


def test_nothing_of_the_chat_is_left_on_the_page(bronnen: Bronnen) -> None:
    """The page may use every name itself."""
    script = kort(
        bronnen('import { naam } from "./a.js";\nfetch(naam);\n', a_js="export const naam = location.href;\n")
    )
    assert script.startswith("(()=>{")
    assert "naam" not in script


def test_texts_are_called_by_the_name_of_their_module(bronnen: Bronnen) -> None:
    """So that a text may be called as anything else is; what only looks like one stays."""
    map_ = bronnen(
        'import * as T from "./teksten.js";\nconst titel = location.T.titel;\nfetch(T.titel, T.lijst, titel);\n',
        teksten_js='/** A titel. */\nexport const titel = "Dag titel";\nexport const lijst = [\n  "titel",\n];\n',
    )
    script = kort(map_)
    assert "location.T.titel" in script
    assert "Dag titel" in script
    assert '["titel"]' in script


def test_a_style_sheet_becomes_a_text(bronnen: Bronnen) -> None:
    """Without its spaces, and with all that means something in a script."""
    map_ = bronnen(
        'import STIJL from "./a.css";\nfetch(STIJL);\n',
        a_css='/* weg */\n.a::before { content: "\\201C`${x}é" }\n',
    )
    script = kort(map_)
    assert "weg" not in script
    assert ".a::before{content:" in script
    node = shutil.which("node")
    if node is not None:
        proef = f"globalThis.fetch = (t) => process.stdout.write(t);\n{script}"
        uit = subprocess.run([node, "-e", proef], capture_output=True, text=True, check=True).stdout
        assert '.a::before{content:"\\201C`${x}é"}' == uit


@pytest.mark.parametrize(
    "vorm",
    [
        'import "./a.js";',
        'import a from "./a.js";',
        'import { a as b } from "./a.js";',
        'import {a} from "./a.js";',
        'import {\n  a,\n} from "./a.js";',
        'import a, { b } from "./a.js";',
        "import { a } from './a.js';",
        'import { a } from "../a.js";',
        'import { a } from "https://elders.be/a.js";',
        'const { a } = await import("./a.js");',
        'import("./a.js");',
        'addEventListener("x", () => import("./a.js"));',
        "fetch(import.meta.url);",
        'export { a } from "./a.js";',
        'export * from "./a.js";',
        "export default 1;",
        "const a = 1;\nexport { a };",
        "export const { a } = location;",
        "const { a } = location;",
        "const [a] = [1];",
        "var a = 1;",
        "function* a() {}",
    ],
)
def test_a_form_that_is_not_known_is_refused(vorm: str, bronnen: Bronnen) -> None:
    """With a sentence, not with a script that breaks in a browser."""
    with pytest.raises(KapotteBron, match=r"een vorm die|midden in de code|geen stijlblad"):
        bundel(bronnen(f"{vorm}\n", a_js="export const a = 1;\nexport const b = 1;\n"))


def test_two_things_of_one_name_are_refused(bronnen: Bronnen) -> None:
    """They share one scope, also where neither is exported."""
    with pytest.raises(KapotteBron, match=r"lengte staat in a\.js en in widget\.js"):
        bundel(
            bronnen(
                'import { a } from "./a.js";\nconst lengte = 1;\nfetch(a, lengte);\n',
                a_js="const lengte = 2;\nexport const a = lengte;\n",
            )
        )


def test_a_style_sheet_takes_a_name_too(bronnen: Bronnen) -> None:
    """It is a text like any other."""
    with pytest.raises(KapotteBron, match=r"A staat in a\.css en in widget\.js"):
        bundel(bronnen('import A from "./a.css";\nconst A = 1;\n', a_css="a { top: 0 }"))


@pytest.mark.parametrize(
    "begin",
    [
        'import { b } from "./a.js";\nfetch(b);\n',
        'import { a, b } from "./a.js";\nfetch(a, b);\n',
        'import * as T from "./a.js";\nfetch(T.b);\n',
    ],
)
def test_what_a_module_does_not_give_cannot_be_had(begin: str, bronnen: Bronnen) -> None:
    """Also when it is there, but kept."""
    with pytest.raises(KapotteBron, match=r"widget\.js: b staat niet in a\.js"):
        bundel(bronnen(begin, a_js="const b = 1;\nexport const a = 1;\n"))


@pytest.mark.parametrize("bron", ["a.js", "a.css"])
def test_a_file_that_is_not_there_is_named(bron: str, bronnen: Bronnen) -> None:
    """Or one that cannot be read."""
    wat = "A" if bron.endswith("css") else "{ a }"
    with pytest.raises(KapotteBron, match=rf"{bron} ontbreekt"):
        bundel(bronnen(f'import {wat} from "./{bron}";\n'))


def test_a_folder_without_sources_is_said(tmp_path: Path) -> None:
    """Nothing is made of nothing."""
    with pytest.raises(KapotteBron, match=r"widget\.js ontbreekt"):
        bundel(tmp_path / "bron")


def test_a_slip_in_a_source_is_passed_on(bronnen: Bronnen) -> None:
    """With the file and the line of it."""
    with pytest.raises(KapotteBron, match=r"a\.js bevat een fout: .* line 2 "):
        bundel(bronnen('import { a } from "./a.js";\nfetch(a);\n', a_js="export const a = 1;\nconst (\n"))


def test_a_module_that_is_read_whole_does_not_use_its_own_names(bronnen: Bronnen) -> None:
    """They have another name by then."""
    with pytest.raises(KapotteBron, match=r"teksten\.js gebruikt naam zelf"):
        bundel(
            bronnen(
                'import * as T from "./teksten.js";\nfetch(T.groet);\n',
                teksten_js='export const naam = "Kris";\nexport const groet = `Dag ${naam}`;\n',
            )
        )


def test_a_module_is_read_in_one_way(bronnen: Bronnen) -> None:
    """Whole or by name: not both, for its names would be two."""
    with pytest.raises(KapotteBron, match=r"a\.js wordt op twee manieren ingelezen"):
        bundel(
            bronnen(
                'import * as T from "./a.js";\nimport { b } from "./b.js";\nfetch(T.a, b);\n',
                a_js="export const a = 1;\n",
                b_js='import { a } from "./a.js";\nexport const b = a;\n',
            )
        )


def test_the_same_sources_give_the_same_script() -> None:
    """So that a browser that has it keeps it after a restart."""
    assert bundel(WORTEL / "webchat" / "bron") == bundel(WORTEL / "webchat" / "bron")
