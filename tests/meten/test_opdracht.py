"""The command plays against an assistant, shows the figures, and writes out only what may be read."""

from __future__ import annotations

from pathlib import Path

import meet
import praat
import pytest
from verhaal.bot import Bot as VerhaalBot


LEEG = "<!-- make meet: begin -->\n```json\n```\n<!-- make meet: einde -->\n"


@pytest.fixture
def uitslagen(tmp_path: Path) -> Path:
    """A document in which nothing was recorded."""
    document = tmp_path / "uitslagen.md"
    document.write_text(LEEG, "utf-8")
    return document


def test_het_verslag_heeft_alleen_wat_gelezen_mag_worden(
    adres: str, map_: Path, uitslagen: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of the rest nothing but figures, neither in the report nor in the terminal."""
    verslag = tmp_path / "verslag.txt"
    opdracht = ["--map", str(map_), "--bot", adres, "--verslag", str(verslag), "--uitslagen", str(uitslagen)]
    assert 0 == meet.main(opdracht)
    uitvoer = capsys.readouterr().out
    tekst = verslag.read_text("utf-8")
    assert "S: saldo is 80" in tekst
    assert "MIS: niets van nergens" in tekst
    assert "verborgen" not in tekst + uitvoer
    assert "gesprekken helemaal goed: 1 van 2" in uitvoer
    assert LEEG == uitslagen.read_text("utf-8")


def test_zonder_leesbare_gesprekken_is_er_geen_verslag(adres: str, map_: Path, uitslagen: Path, tmp_path: Path) -> None:
    """Not even an empty one."""
    (map_ / "leesbaar.txt").unlink()
    verslag = tmp_path / "verslag.txt"
    opdracht = ["--map", str(map_), "--bot", adres, "--verslag", str(verslag), "--uitslagen", str(uitslagen)]
    assert 0 == meet.main(opdracht)
    assert not verslag.exists()


def test_wat_vastgelegd_werd_staat_bij_de_volgende_meting_tussen_haakjes(
    adres: str,
    map_: Path,
    uitslagen: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """With its commit; a measurement with changed conversations stands alone."""
    monkeypatch.setattr(meet, "GESPREKKEN", map_.resolve())
    opdracht = ["--map", str(map_), "--bot", adres, "--verslag", str(tmp_path / "v"), "--uitslagen", str(uitslagen)]
    assert 0 == meet.main([*opdracht, "--leg-vast", "--commit", "abc1234"])
    capsys.readouterr()
    assert 0 == meet.main(opdracht)
    uitvoer = capsys.readouterr().out
    assert "50.0 (50.0)" in uitvoer
    assert "commit abc1234" in uitvoer
    with (map_ / "W1.jsonl").open("a", encoding="utf-8") as bestand:
        bestand.write("\n")
    assert 0 == meet.main(opdracht)
    assert "nog niets vastgelegd" in capsys.readouterr().out


@pytest.mark.parametrize(
    "opties",
    [
        ["--leg-vast", "--map", "."],
        ["--leg-vast", "--alleen", "W1"],
        ["--leg-vast", "--bot", "http://127.0.0.1:9"],
        ["--tegelijk", "0"],
    ],
)
def test_een_halve_meting_wordt_niet_vastgelegd(opties: list[str]) -> None:
    """Nor one of an assistant whose commit nobody knows."""
    with pytest.raises(SystemExit):
        meet.main(opties)


def test_waar_niemand_luistert_geeft_2_en_een_zin(
    map_: Path, uitslagen: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And no table that would look like a result."""
    assert 2 == meet.main(["--map", str(map_), "--bot", "http://127.0.0.1:9", "--uitslagen", str(uitslagen)])
    uitvoer = capsys.readouterr()
    assert "antwoordt niet" in uitvoer.err
    assert "" == uitvoer.out


def test_de_vloer_vraagt_geen_assistent(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says what the conversations tell apart."""
    assert 0 == meet.main(["--map", str(map_), "--vloer"])
    assert "eigen kern (plafond)" in capsys.readouterr().out


def test_de_eigen_assistent_krijgt_de_dag_van_de_gesprekken_mee(
    adres: str, map_: Path, uitslagen: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is running and what is over hangs on the day."""
    gekregen: dict[str, str] = {}

    class Eigen:
        """Stands for the assistant that would be started."""

        def __init__(self, stopvraag: object, instellingen: dict[str, str]) -> None:
            gekregen.update(instellingen)

        def __enter__(self) -> VerhaalBot:
            return VerhaalBot(adres + "/")

        def __exit__(self, *_: object) -> None:
            """Nothing to stop."""

    monkeypatch.setattr(meet, "eigen_bot", Eigen)
    opties = ["--map", str(map_), "--verslag", str(tmp_path / "v"), "--uitslagen", str(uitslagen)]
    assert 0 == meet.main(opties)
    assert "2026-11-30" == gekregen["VANDAAG"]


def test_praten_toont_wat_een_student_leest_en_drukt_op_een_knop(
    adres: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The conversation goes on with the next call; a button of an answer that showed none is a slip."""
    monkeypatch.setattr(praat.tempfile, "gettempdir", lambda: str(tmp_path))
    assert 0 == praat.main(["jan", "dag", "--bot", adres])
    assert 0 == praat.main(["jan", "#1", "--bot", adres])
    uitvoer = capsys.readouterr().out
    for deel in (
        "B: Je zei dag. Dat was beurt 1.",
        "knoppen: #1 Nog eens",
        "U: [knop] Nog eens",
        "/nog_eens. Dat was beurt 2",
    ):
        assert deel in uitvoer
    assert 2 == praat.main(["jan", "#9", "--bot", adres])
    assert "geen knop 9" in capsys.readouterr().err
