"""Where the secret comes from, and who can read it."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
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


@pytest.mark.parametrize(
    ("maak", "zin"),
    [
        (lambda pad: pad.write_bytes(b"\xff\xfe" * 40), "is beschadigd: zet een reservekopie terug"),
        (lambda pad: pad.mkdir(), "het is een map en geen bestand"),
        (lambda pad: pad.write_text("kort"), f"moet minstens {MINSTE_TEKENS} tekens hebben"),
    ],
)
def test_a_secret_that_cannot_be_used_is_told_in_a_sentence(
    maak: Callable[[Path], object], zin: str, tmp_path: Path
) -> None:
    """It names the file, and the file stays as it was."""
    bestand = tmp_path / "geheim"
    maak(bestand)
    with pytest.raises((ValueError, OSError)) as fout:
        lees_geheim({}, bestand)
    assert str(fout.value).startswith(f"{bestand} ")
    assert zin in str(fout.value)
    assert "codec" not in str(fout.value)
    assert "Errno" not in str(fout.value)


def test_a_secret_of_somebody_else_is_told_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who is root reads everything, so the refusal is played."""

    def weiger(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.open", weiger)
    with pytest.raises(OSError, match=rf"^{tmp_path}/geheim kan .*\(de assistent heeft er geen rechten op\)$"):
        lees_geheim({}, tmp_path / "geheim")


def test_the_folder_of_the_secret_is_of_its_owner_only(tmp_path: Path) -> None:
    """The database stands in it too."""
    lees_geheim({}, tmp_path / "gegevens" / "geheim")
    assert 0o700 == (tmp_path / "gegevens").stat().st_mode & 0o777
