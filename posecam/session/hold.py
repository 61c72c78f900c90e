"""Telling a session that is being recorded from one that a crash has left unfinished."""

from __future__ import annotations

import contextlib
import sys
from io import FileIO
from pathlib import Path
from typing import Final

from posecam.session.manifest import FRAMES

#: Far behind the end of any file: on Windows nobody else can read a byte that is locked.
_BYTE: Final = 1 << 40

if sys.platform == "win32":
    import msvcrt

    def _lock(file: FileIO) -> None:
        here = file.tell()
        file.seek(_BYTE)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        finally:
            file.seek(here)
else:
    import fcntl

    def _lock(file: FileIO) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


def hold(frames: FileIO) -> None:
    """Mark a session as being written, by its open frames.jsonl, until that is closed.

    The system lets go of it when the program ends, however that happens. On file systems that
    know no locks nothing is marked.
    """
    with contextlib.suppress(OSError):
        _lock(frames)


def is_held(folder: Path) -> bool:
    """Whether somebody is writing this session now."""
    try:
        with (folder / FRAMES).open("rb", buffering=0) as file:
            _lock(file)
    except (BlockingIOError, PermissionError):
        return True
    except OSError:
        return False
    return False
