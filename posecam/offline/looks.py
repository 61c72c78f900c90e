"""What a network has said already, kept on disk: who was broken off does not ask again.

An engine that answers from a file as long as it is asked what it was asked before, and goes on with
the network, writing, from the first question that is another one. Everything else is done again;
it is little. A file begins with a line of JSON, and what is torn or of another network is not used.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import struct
import time
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

import numpy as np
from numpy.typing import NDArray

from engines.engine import Engine
from posecam.estimation.asked import Before
from posecam.files import new_file, open_regular, private_folder

FloatArray = NDArray[np.float32]

#: Of a record: of the question, people in it, bytes of the answer, of the answer.
_RECORD: Final = struct.Struct("<IIII")
_KIND: Final = "posecam-looks-1"
_LONGEST_HEADER: Final = 1 << 16
#: What no one has come back to for so long is removed, seconds.
_FORGOTTEN_S: Final = 14 * 86_400.0


def looks_folder() -> Path:
    """Where unfinished work is kept."""
    import platformdirs

    return platformdirs.user_cache_path("posecam", appauthor=False) / "looks"


@contextmanager
def kept_looks(session: Path, engine: Engine, how: str) -> Iterator[Engine]:
    """An engine for going through a session from its beginning, of which nothing is lost.

    What it is asked is kept until the block ends without an exception. Where nothing can be kept
    the engine itself is given.

    Args:
        session: folder that the work is about.
        engine: what is asked.
        how: whatever else makes its answers others.
    """
    name = hashlib.sha256(f"{session.resolve()}\n{how}".encode()).hexdigest()[:32]
    try:
        place = looks_folder()
        private_folder(place)
        _forget(place)
        looks = Looks(place / f"{name}.looks", engine, how)
    except OSError:
        yield engine
        return
    done = False
    try:
        yield looks
        done = True
    finally:
        looks.end(remove=done)


def _forget(folder: Path) -> None:
    for path in folder.glob("*.looks"):
        with contextlib.suppress(OSError):
            if time.time() - path.stat().st_mtime > _FORGOTTEN_S:
                path.unlink()


class Looks(Before):
    """An engine that remembers its answers in a file.

    Raises:
        OSError: the file cannot be read or made.
    """

    def __init__(self, path: Path, engine: Engine, how: str) -> None:
        super().__init__(engine)
        self._path = path
        info = engine.info
        self._said = {
            "kind": _KIND, "network": info.sha256, "backend": info.backend,
            "version": info.version, "device": info.device, "precision": info.precision, "how": how,
        }  # fmt: skip
        self._shapes: dict[str, list[int]] = {}
        self._old: BinaryIO | None = None
        self._new: BinaryIO | None = None
        self.answered = 0
        self._open()

    def run(self, batch: FloatArray) -> dict[str, FloatArray]:
        """What the engine says of a batch, or has said of it before.

        Raises:
            EngineError: the engine's own.
        """
        asked = zlib.crc32(np.ascontiguousarray(batch).data)
        if self._old is not None:
            known = self._known(asked, len(batch))
            if known is not None:
                self.answered += 1
                return known
            self._go_on()
        out = self._engine.run(batch)
        if self._new is not None:
            try:
                self._write(asked, out)
            except OSError:  # no room: what is not kept is asked again
                self._new.close()
                self._new = None
        return out

    def close(self) -> None:
        """Let go of the network."""
        self._engine.close()

    def end(self, *, remove: bool) -> None:
        """Close the file, and remove it where it is not needed any more."""
        for file in (self._old, self._new):
            if file is not None:
                with contextlib.suppress(OSError):
                    file.close()
        self._old = self._new = None
        if remove:
            with contextlib.suppress(OSError):
                self._path.unlink()

    def _open(self) -> None:
        with contextlib.suppress(FileNotFoundError):
            self._old = open_regular(self._path)
        if self._old is None:
            self._begin()
            return
        try:
            header = json.loads(self._old.readline(_LONGEST_HEADER))
            shapes = header.pop("outputs")
            fits = header == self._said and all(
                isinstance(n, str) and all(isinstance(v, int) and 0 < v < 10_000 for v in shape)
                for n, shape in shapes.items()
            )
        except (ValueError, KeyError, TypeError, AttributeError):
            fits = False
        if fits:
            self._shapes = shapes
            self._end = self._old.tell()
        else:
            self._old.close()
            self._old = None
            self._begin()

    def _begin(self) -> None:
        with contextlib.suppress(FileNotFoundError):
            self._path.unlink()
        self._new = new_file(self._path)
        self._shapes = {}

    def _known(self, asked: int, people: int) -> dict[str, FloatArray] | None:
        """The next answer, where it is one to this question and whole."""
        assert self._old is not None
        head = self._old.read(_RECORD.size)
        if len(head) < _RECORD.size:
            return None
        question, count, length, checksum = _RECORD.unpack(head)
        sizes = {name: int(np.prod(shape)) * count for name, shape in self._shapes.items()}
        if (question, count) != (asked, people) or length != 4 * sum(sizes.values()):
            return None
        body = self._old.read(length)
        if len(body) < length or zlib.crc32(body) != checksum:
            return None
        self._end = self._old.tell()
        values, at, out = np.frombuffer(body, np.float32), 0, {}
        for name, shape in self._shapes.items():
            out[name] = values[at : at + sizes[name]].reshape(count, *shape).copy()
            at += sizes[name]
        return out

    def _go_on(self) -> None:
        """Write on behind the last answer that was used."""
        assert self._old is not None
        self._old.close()
        self._old = None
        with contextlib.suppress(OSError):
            os.truncate(self._path, self._end)
            self._new = self._path.open("ab", buffering=0)

    def _write(self, asked: int, out: Mapping[str, FloatArray]) -> None:
        assert self._new is not None
        if not self._shapes:
            self._shapes = {name: list(values.shape[1:]) for name, values in out.items()}
            header = json.dumps(self._said | {"outputs": self._shapes}).encode() + b"\n"
            self._new.write(header)
        if [list(out[name].shape[1:]) for name in self._shapes] != list(self._shapes.values()):
            raise OSError("the network says something of another shape")
        body = b"".join(np.ascontiguousarray(out[n], np.float32).tobytes() for n in self._shapes)
        people = len(next(iter(out.values())))
        self._new.write(_RECORD.pack(asked, people, len(body), zlib.crc32(body)) + body)
