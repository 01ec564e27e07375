"""A folder of conversations is read, and says itself which of them may be read by people."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from gemeen import Gestopt
from meet import GESPREKKEN
from meten.laden import lees


def schrijf(map_: Path, naam: str, *gesprekken: dict[str, Any]) -> None:
    (map_ / naam).write_text("".join(json.dumps(gesprek) + "\n" for gesprek in gesprekken), "utf-8")


def gesprek(id_: str, **beurt: Any) -> dict[str, Any]:
    return {"id": id_, "beurten": [{"student": "dag", "soort": "handeling", **beurt}]}


def test_zonder_lijst_meet_alles_alleen(tmp_path: Path) -> None:
    """What is not named is not to be read: forgetting the list gives nothing away."""
    schrijf(tmp_path, "W1.jsonl", gesprek("a"))
    assert [False] == [gelezen.leesbaar for gelezen in lees(tmp_path)]


def test_de_lijst_zegt_welke_schrijvers_gelezen_mogen_worden(tmp_path: Path) -> None:
    """And the tenth writer comes after the second."""
    for hand in ("W10", "W2", "W1"):
        schrijf(tmp_path, f"{hand}.jsonl", gesprek(f"{hand}-1"))
    (tmp_path / "leesbaar.txt").write_text("W2\nW1\n", "utf-8")
    assert [("W1", True), ("W2", True), ("W10", False)] == [(g.hand, g.leesbaar) for g in lees(tmp_path)]


def test_naast_bestanden_met_een_w_telt_een_ander_niet(tmp_path: Path) -> None:
    """It may hold something else, such as what a jury said; without any, each file counts."""
    schrijf(tmp_path, "jury.jsonl", gesprek("j"))
    assert ["j"] == [gelezen.id for gelezen in lees(tmp_path)]
    schrijf(tmp_path, "W1.jsonl", gesprek("a"))
    assert ["a"] == [gelezen.id for gelezen in lees(tmp_path)]


@pytest.mark.parametrize(
    "fout",
    [
        {"soort": "onzin"},
        {"cijfers": ["80"]},
        {"niet": [True]},
        {"bevat": [["(geheim"]]},
        {"vermijd": [3]},
    ],
)
def test_een_fout_noemt_het_bestand_en_de_regel_maar_geen_woord_van_het_gesprek(
    tmp_path: Path, fout: dict[str, Any]
) -> None:
    """A slip in a conversation that only measures is mended without reading it."""
    schrijf(tmp_path, "W5.jsonl", gesprek("a"), gesprek("b", **{"student": "geheim", **fout}))
    with pytest.raises(Gestopt, match=r"W5\.jsonl, regel 2: dit is geen gesprek") as gevangen:
        lees(tmp_path)
    assert "geheim" not in str(gevangen.value)


def test_een_naam_komt_een_keer_voor(tmp_path: Path) -> None:
    """Also over files."""
    schrijf(tmp_path, "W1.jsonl", gesprek("a"))
    schrijf(tmp_path, "W2.jsonl", gesprek("a"))
    with pytest.raises(Gestopt, match="al een gesprek a"):
        lees(tmp_path)


def test_een_map_zonder_gesprekken_wordt_gemeld(tmp_path: Path) -> None:
    """Nothing measured is no result."""
    with pytest.raises(Gestopt, match="geen gesprekken"):
        lees(tmp_path)


def test_de_gesprekken_van_het_project_zijn_te_lezen() -> None:
    """Eight writers, of whom four may be read."""
    gelezen = lees(GESPREKKEN)
    assert (295, 1501) == (len(gelezen), sum(len(g.beurten) for g in gelezen))
    assert {"W1", "W2", "W3", "W4"} == {g.hand for g in gelezen if g.leesbaar}
    assert {"W5", "W9", "W10", "W12"} == {g.hand for g in gelezen if not g.leesbaar}
