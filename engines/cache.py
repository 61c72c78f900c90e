"""Compiled networks kept on disk, so that the next start need not compile again.

A file here is named by a hash of everything it depends on, and begins with the hash of its own
content: a stale one is never asked for, a broken one is noticed and removed. The cache may fail in
any way, read-only, full, broken, and nothing but time is lost.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

LOG = logging.getLogger(__name__)

#: The oldest files go when all together are larger.
LIMIT_BYTES: Final = 512 * 1024 * 1024
_DIGEST_BYTES: Final = hashlib.sha256().digest_size
_SUFFIX: Final = ".compiled"
#: A file half written by a process that died; nothing takes an hour to write.
_HALF_WRITTEN: Final = ".part"
_HALF_WRITTEN_S: Final = 3600.0
_LOCK: Final = ".lock"


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the cache: its name, bytes, and when it was last used, in seconds since 1970."""

    name: str
    size: int
    used: float


def folder() -> Path:
    """Where the compiled networks lie: `posecam/engines` in the user's cache folder."""
    import platformdirs  # at first use: a training has no need of it

    return platformdirs.user_cache_path("posecam", appauthor=False) / "engines"


def key(*parts: str) -> str:
    """The name under which to keep what depends on all these: content hash, versions, options."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def fetch(name: str) -> bytes | None:
    """What was stored under a name, or None where that is nothing whole."""
    path = folder() / (name + _SUFFIX)
    try:
        content = path.read_bytes()
    except OSError:
        return None
    digest, data = content[:_DIGEST_BYTES], content[_DIGEST_BYTES:]
    if hashlib.sha256(data).digest() != digest:
        LOG.info("The compiled network %s is broken and is made again.", path.name)
        discard(name)
        return None
    with contextlib.suppress(OSError):
        os.utime(path)  # the time of last use decides who goes first
    return data


def holds(name: str) -> bool:
    """Whether something lies under a name; whether it is whole, `fetch` says."""
    return (folder() / (name + _SUFFIX)).is_file()


def store(name: str, data: bytes) -> None:
    """Keep data under a name. A failure is logged, never raised."""
    place = folder()
    try:
        place.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=place, suffix=_HALF_WRITTEN, delete=False) as part:
            try:
                part.write(hashlib.sha256(data).digest())
                part.write(data)
                part.close()
                Path(part.name).replace(place / (name + _SUFFIX))
            except OSError:
                Path(part.name).unlink(missing_ok=True)
                raise
        _trim(place)
    except OSError as error:
        LOG.info("The compiled network could not be kept: %s", error)


def discard(name: str) -> None:
    """Forget what was stored under a name."""
    with contextlib.suppress(OSError):
        (folder() / (name + _SUFFIX)).unlink(missing_ok=True)


def entries() -> list[Entry]:
    """What lies in the cache, the last used first."""
    found = []
    with contextlib.suppress(OSError):
        for path in folder().glob(f"*{_SUFFIX}"):
            with contextlib.suppress(OSError):
                status = path.stat()
                found.append(
                    Entry(path.name.removesuffix(_SUFFIX), status.st_size, status.st_mtime)
                )
    return sorted(found, key=lambda entry: entry.used, reverse=True)


def clear() -> int:
    """Remove everything, and return how many entries are gone."""
    before = entries()
    for entry in before:
        discard(entry.name)
    return len(before) - len(entries())


@contextlib.contextmanager
def alone(name: str) -> Iterator[None]:
    """Keep other processes from the same block under the same name; they wait for its end.

    Where the folder cannot be written to, no one waits: work is then done twice, no harm else.
    """
    with contextlib.ExitStack() as stack:
        try:
            folder().mkdir(parents=True, exist_ok=True)
            file = stack.enter_context((folder() / (name + _LOCK)).open("a+b"))
            _lock(file)
        except OSError as error:
            LOG.info("No one is kept from building the same: %s", error)
        # Closing the file gives the lock back, also where the process dies.
        yield


def _lock(file: IO[bytes]) -> None:
    if sys.platform == "win32":
        import msvcrt

        file.seek(0)
        while True:
            try:
                msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
            except OSError:  # gives up after ten seconds; a build takes longer
                continue
            return
    import fcntl

    fcntl.flock(file.fileno(), fcntl.LOCK_EX)


def _trim(place: Path) -> None:
    """Remove the files least recently used until the rest is within the limit."""
    files = []
    for path in place.iterdir():
        with contextlib.suppress(OSError):
            status = path.stat()
            if path.suffix == _SUFFIX:
                files.append((status.st_mtime, status.st_size, path))
            elif (
                path.suffix in {_HALF_WRITTEN, _LOCK}
                and time.time() - status.st_mtime > _HALF_WRITTEN_S
            ):
                path.unlink(missing_ok=True)
    total = 0
    for _, size, path in sorted(files, key=lambda file: file[0], reverse=True):
        total += size
        if total > LIMIT_BYTES:
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
