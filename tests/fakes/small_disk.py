"""A disk of little room, real to the system and seen by one process alone.

`python -m tests.fakes.small_disk FOLDER BYTES -- COMMAND...` puts a small file system over a
folder, with what lies in it and so many bytes free, and runs a command that sees it. It goes with
the command. Linux alone has what that takes: a namespace of mounts.
"""

from __future__ import annotations

import ctypes
import errno
import functools
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

_UNSHARE: Final = ("unshare", "--map-root-user", "--mount")
#: Of the file system itself, for each file.
_PAGE: Final = 4096


@functools.cache
def can_make_one() -> bool:
    """Whether this system lets a person mount something for themselves."""
    if not sys.platform.startswith("linux") or shutil.which("unshare") is None:
        return False
    with tempfile.TemporaryDirectory() as name:
        tried = subprocess.run(
            [*_UNSHARE, "mount", "-t", "tmpfs", "tmpfs", name], capture_output=True, check=False
        )
    return tried.returncode == 0


def with_little_room(folder: Path, room: int, command: list[str]) -> list[str]:
    """A command that sees a folder of so many free bytes."""
    here = [sys.executable, "-m", "tests.fakes.small_disk", str(folder), str(room), "--"]
    return [*_UNSHARE, *here, *command]


def seen_by(process: int, folder: Path) -> Path:
    """The folder as a process sees it."""
    return Path(f"/proc/{process}/root{folder}")


def _cover(folder: Path, room: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        kept = Path(name) / "kept"
        shutil.copytree(folder, kept, symlinks=True)
        inside = sum(-(-p.stat().st_size // _PAGE) for p in kept.rglob("*")) * _PAGE
        options = f"size={inside + max(room, _PAGE)}"
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.mount(b"tmpfs", str(folder).encode(), b"tmpfs", 0, options.encode()) != 0:
            raise OSError(ctypes.get_errno(), "a small disk cannot be made", str(folder))
        shutil.copytree(kept, folder, symlinks=True, dirs_exist_ok=True)
    _fill(folder, room)


def _fill(folder: Path, room: int) -> None:
    """Leave so many bytes."""
    with (folder / "filler").open("wb", buffering=0) as file:
        try:
            while shutil.disk_usage(folder).free > room:
                file.write(bytes(_PAGE))
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise


def main() -> None:
    """Cover the folder, and become the command."""
    folder, room, _, *command = sys.argv[1:]
    _cover(Path(folder), int(room))
    os.execvp(command[0], command)


if __name__ == "__main__":
    main()
