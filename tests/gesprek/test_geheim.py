"""Where the secret comes from, and who can read it."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest

from gesprek.geheim import MINSTE_TEKENS
from gesprek.geheim import lees_geheim


LANG = "x" * MINSTE_TEKENS


def test_the_environment_goes_before_the_file(tmp_path: Path) -> None:
    """And then no file is made."""
    assert LANG.encode() == lees_geheim({"GEHEIM": f" {LANG}\n"}, tmp_path / "geheim")
    assert [] == list(tmp_path.iterdir())


def test_without_it_one_is_made_once_and_kept(tmp_path: Path) -> None:
    """In a folder that may not be there yet; of its owner only."""
    bestand = tmp_path / "gegevens" / "geheim"
    eerste = lees_geheim({"GEHEIM": " "}, bestand)
    assert len(eerste) >= MINSTE_TEKENS
    assert eerste == lees_geheim({}, bestand) == bestand.read_bytes()
    assert 0o600 == bestand.stat().st_mode & 0o777
    assert eerste != lees_geheim({}, tmp_path / "ander")


def test_a_file_that_others_could_read_is_closed(tmp_path: Path) -> None:
    """A copy of a backup often is."""
    bestand = tmp_path / "geheim"
    bestand.write_text(LANG)
    bestand.chmod(0o644)
    assert LANG.encode() == lees_geheim({}, bestand)
    assert 0o600 == bestand.stat().st_mode & 0o777


@pytest.mark.parametrize(("geheim", "naam"), [("x" * (MINSTE_TEKENS - 1), "GEHEIM"), ("kort", "GEHEIM")])
def test_a_secret_that_can_be_guessed_is_refused(geheim: str, naam: str, tmp_path: Path) -> None:
    """With the name of where it stands."""
    with pytest.raises(ValueError, match=naam):
        lees_geheim({"GEHEIM": geheim}, tmp_path / "geheim")
    (tmp_path / "geheim").write_text(geheim)
    with pytest.raises(ValueError, match=str(tmp_path / "geheim")):
        lees_geheim({}, tmp_path / "geheim")


def _lees(bestand: Path) -> bytes:
    return lees_geheim({}, bestand)


def test_processes_that_start_at_once_agree(tmp_path: Path) -> None:
    """Whichever comes first makes it, and the others wait for that."""
    with multiprocessing.get_context("fork").Pool(8) as groep:
        geheimen = groep.map(_lees, [tmp_path / "geheim"] * 64, chunksize=1)
    assert 1 == len(set(geheimen))


def test_a_file_that_was_left_empty_gets_a_secret(tmp_path: Path) -> None:
    """A process that was stopped between making and writing it."""
    (tmp_path / "geheim").touch()
    assert len(lees_geheim({}, tmp_path / "geheim")) >= MINSTE_TEKENS


def test_a_folder_that_cannot_be_written_is_an_error_and_not_another_secret(tmp_path: Path) -> None:
    """Sessions would otherwise end at each restart, and nobody would know why."""
    (tmp_path / "map").write_text("geen map")
    with pytest.raises(OSError, match="map"):
        lees_geheim({}, tmp_path / "map" / "geheim")
