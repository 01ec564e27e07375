"""With the reading given, the machine answers turn by turn; what has no reading is not guessed."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from gemeen import Gestopt
from meten.gegeven import Gegeven
from meten.vorm import Beurt
from meten.vorm import Gesprek


WORTEL = Path(__file__).parents[2]
DAG = date(2026, 11, 30)
EERSTE = {
    "daden": [
        {"soort": "vertel", "feiten": [{"wat": "opgenomen", "waarde": 60, "jaar": "nu"}]},
        {"soort": "vraag", "doel": "saldo"},
    ]
}
DAARNA = {"daden": [{"soort": "veronderstel", "feiten": [{"wat": "verworven", "waarde": 45, "jaar": "nu"}]}]}


@pytest.fixture
def gesprek() -> Gesprek:
    # Both turns say the same in the same words: which one it is tells what it means.
    return Gesprek("W1", "W1-01", "", (Beurt("dat", "cijfer"), Beurt("dat", "vervolg")), True)


def schrijf(map_: Path, *lezingen: object) -> Path:
    regels = [json.dumps({"id": "W1-01", "nummer": n, "lezing": een}) for n, een in enumerate(lezingen)]
    (map_ / "W1.jsonl").write_text("\n".join(regels) + "\n", "utf-8")
    return map_


def test_antwoordt_op_wat_opgeschreven_is(tmp_path: Path, gesprek: Gesprek) -> None:
    gegeven = Gegeven([gesprek], schrijf(tmp_path, EERSTE, DAARNA), WORTEL, DAG)
    een, twee = (gegeven.zeg("a", beurt)[0]["text"] for beurt in gesprek.beurten)
    assert "80" in een
    assert "170" in twee


def test_elk_gesprek_heeft_zijn_eigen_stand(tmp_path: Path, gesprek: Gesprek) -> None:
    gegeven = Gegeven([gesprek], schrijf(tmp_path, EERSTE, DAARNA), WORTEL, DAG)
    gegeven.zeg("a", gesprek.beurten[0])
    assert "170" not in gegeven.zeg("b", gesprek.beurten[1])[0]["text"]


def test_zonder_lezing_wordt_niet_geraden(tmp_path: Path, gesprek: Gesprek) -> None:
    with pytest.raises(Gestopt, match="beurt 2 van W1-01"):
        Gegeven([gesprek], schrijf(tmp_path, EERSTE), WORTEL, DAG)


def test_een_lezing_die_geen_lezing_is(tmp_path: Path, gesprek: Gesprek) -> None:
    with pytest.raises(Gestopt, match="regel 2"):
        Gegeven([gesprek], schrijf(tmp_path, EERSTE, {"daden": [{"soort": "raad maar"}]}), WORTEL, DAG)
