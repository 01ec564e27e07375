"""Whether a model is told to be damaged before Rasa is loaded."""

from __future__ import annotations

import io
import json
import tarfile
import time
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from channels.model import controleer_model


def gegevens(**anders: Any) -> dict[str, Any]:
    """What Rasa writes about a model, as far as it is read here."""
    knopen = {"a": {"resource": {"name": "herkenner"}}, "b": {"resource": {"name": "regels"}}, "c": {"resource": None}}
    return {"rasa_open_source_version": version("rasa"), "predict_schema": {"nodes": knopen}, **anders}


def schrijf(pad: Path, over: Any, *onderdelen: str) -> Path:
    """A model with these parts, each with a file in it."""
    with tarfile.open(pad, "w:gz") as tar:
        bestanden = {f"./components/{naam}/inhoud": bytes(range(256)) * 400 for naam in onderdelen}
        if over is not None:
            bestanden["./metadata.json"] = json.dumps(over).encode()
        for naam, inhoud in bestanden.items():
            deel = tarfile.TarInfo(naam)
            deel.size = len(inhoud)
            tar.addfile(deel, io.BytesIO(inhoud))
    return pad


def zin(pad: Path) -> str:
    """With which the model is refused."""
    with pytest.raises(ValueError) as fout:
        controleer_model(str(pad))
    assert str(pad) in str(fout.value)
    assert "make train" in str(fout.value)
    return str(fout.value)


def test_a_whole_model_is_good(tmp_path: Path) -> None:
    """And is read quickly: the start waits for it."""
    begin = time.monotonic()
    controleer_model(str(schrijf(tmp_path / "m.tar.gz", gegevens(), "herkenner", "regels")))
    assert time.monotonic() - begin < 5


def test_a_model_that_is_not_there(tmp_path: Path) -> None:
    """A folder is none either."""
    assert "nog geen model" in zin(tmp_path / "m.tar.gz")
    assert "nog geen model" in zin(tmp_path)


@pytest.mark.parametrize("inhoud", [b"", b"dit is geen archief", b"\x1f\x8b\x08\x00", bytes(2000)])
def test_a_file_that_is_no_archive(inhoud: bytes, tmp_path: Path) -> None:
    """Empty, text, or the begin of one."""
    pad = tmp_path / "m.tar.gz"
    pad.write_bytes(inhoud)
    assert "beschadigd" in zin(pad)


@pytest.mark.parametrize("deel", [0.1, 0.5, 0.9, 0.999])
def test_an_archive_that_breaks_off(deel: float, tmp_path: Path) -> None:
    """As a copy does when the disk is full."""
    pad = schrijf(tmp_path / "m.tar.gz", gegevens(), "herkenner", "regels")
    pad.write_bytes(pad.read_bytes()[: int(pad.stat().st_size * deel)])
    assert "beschadigd" in zin(pad)


def test_an_archive_in_which_a_byte_changed(tmp_path: Path) -> None:
    """Its checksum no longer fits, wherever the byte stands."""
    pad = schrijf(tmp_path / "m.tar.gz", gegevens(), "herkenner", "regels")
    heel = pad.read_bytes()
    for plaats in range(20, len(heel), len(heel) // 25):
        pad.write_bytes(heel[:plaats] + bytes([heel[plaats] ^ 0xFF]) + heel[plaats + 1 :])
        assert "make train" in zin(pad)


@pytest.mark.parametrize("over", [None, [], {}, {"rasa_open_source_version": "3.6.21"}, gegevens(predict_schema=3)])
def test_an_archive_that_is_no_model(over: Any, tmp_path: Path) -> None:
    """Without what Rasa writes about each of them."""
    assert "geen model van Rasa" in zin(schrijf(tmp_path / "m.tar.gz", over, "herkenner", "regels"))


def test_a_model_of_another_rasa(tmp_path: Path) -> None:
    """Both versions are named."""
    pad = schrijf(tmp_path / "m.tar.gz", gegevens(rasa_open_source_version="3.6.20"), "herkenner", "regels")
    assert f"is van Rasa 3.6.20, en hier draait {version('rasa')}" in zin(pad)


def test_a_model_from_which_a_part_is_missing(tmp_path: Path) -> None:
    """By its name."""
    assert "ontbreekt regels" in zin(schrijf(tmp_path / "m.tar.gz", gegevens(), "herkenner"))
