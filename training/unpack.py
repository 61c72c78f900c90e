"""Unpack what `bundle` wrote, after checking every part. It needs nothing but Python.

python unpack.py PARTS --into THERE
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import sys
import tarfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

try:
    from posecam.errors import PosecamError as UnpackError
except ImportError:  # beside the parts, where the code is still packed

    class UnpackError(Exception):  # type: ignore[no-redef]
        """Something is wrong that the person can change."""


MANIFEST = "bundle.json"
_BLOCK = 1 << 20


def unpack(folder: Path, into: Path) -> None:
    """Unpack `code/`, `data/`, `extra/`.

    Raises:
        PosecamError: a part is missing or not the one that was packed; nothing is written then.
    """
    try:
        manifest = json.loads((folder / MANIFEST).read_text())
        parts = [(str(p["name"]), int(p["bytes"]), str(p["sha256"])) for p in manifest["parts"]]
    except FileNotFoundError as error:
        raise UnpackError(f"{folder} is no bundle: {MANIFEST} is missing.") from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UnpackError(f"{folder / MANIFEST} cannot be read ({error}).") from error
    for name, size, digest in parts:
        path = folder / name
        if Path(name).name != name or not path.is_file():
            raise UnpackError(f"{path} is missing: the bundle has {len(parts)} parts.")
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
        if path.stat().st_size != size or found != digest:
            raise UnpackError(f"{path} is not the part that was packed; copy it again.")
    try:
        into.mkdir(parents=True, exist_ok=True)
        stream = io.BufferedReader(_Chain([folder / name for name, _, _ in parts]), _BLOCK)
        with stream, tarfile.open(fileobj=stream, mode="r|") as tar:
            tar.extractall(into, filter="data")
    except (OSError, tarfile.TarError) as error:
        raise UnpackError(f"{folder} cannot be unpacked into {into} ({error}).") from error


class _Chain(io.RawIOBase):
    """Files one after the other, to read."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._blocks = self._read(paths)
        self._rest = b""

    @staticmethod
    def _read(paths: Sequence[Path]) -> Iterator[bytes]:
        for path in paths:
            with path.open("rb") as file:
                while block := file.read(_BLOCK):
                    yield block

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if not self._rest:
            self._rest = next(self._blocks, b"")
        piece, self._rest = self._rest[: len(buffer)], self._rest[len(buffer) :]
        buffer[: len(piece)] = piece
        return len(piece)


def main() -> int:
    """Unpack as the command line says; 2 where something is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="of the parts")
    parser.add_argument("--into", type=Path, required=True, help="folder to write")
    options = parser.parse_args()
    try:
        unpack(options.folder, options.into)
    except UnpackError as error:
        print(f"unpack: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
