"""A disk that forgets, at a power cut, whatever no `fsync` has made it keep.

The strict reading of what a file system promises: a file holds what it held when it was synced
last, a folder the names that it had then, and a new name for a file that was never synced leads to
an empty one.
"""

from __future__ import annotations

import os
import shutil
import stat
import threading
from collections.abc import Callable
from pathlib import Path

import pytest


class ForgetfulDisk:
    """Watches every sync below a folder; `lose_power` says what is left at any time."""

    def __init__(self, root: Path, patch: pytest.MonkeyPatch) -> None:
        self._root = root
        self._lock = threading.Lock()
        self._files: dict[int, bytes] = {}  # by inode
        self._folders: dict[int, dict[str, int]] = {}
        self.syncs = 0
        for name in ("fsync", "fdatasync"):
            patch.setattr(os, name, self._watched(getattr(os, name)))
        self._folders[root.stat().st_ino] = {}

    def _watched(self, real: Callable[[int], None]) -> Callable[[int], None]:
        def sync(descriptor: int) -> None:
            # Before: what is written while the disk is at it may not be in it.
            self._keep(descriptor)
            real(descriptor)

        return sync

    def _keep(self, descriptor: int) -> None:
        found = os.fstat(descriptor)
        path = Path(f"/proc/self/fd/{descriptor}").readlink()
        if not path.is_relative_to(self._root):
            return
        with self._lock:
            self.syncs += 1
            if stat.S_ISDIR(found.st_mode):
                names = {e.name: e.inode() for e in os.scandir(path)}
                self._folders[found.st_ino] = names
            else:
                self._files[found.st_ino] = Path(f"/proc/self/fd/{descriptor}").read_bytes()

    def lose_power(self, into: Path) -> None:
        """Lay down in a new folder what the disk would hold now."""
        with self._lock:
            files, folders = dict(self._files), dict(self._folders)
        shutil.rmtree(into, ignore_errors=True)
        self._lay(self._root.stat().st_ino, into, files, folders)

    def _lay(
        self, inode: int, place: Path, files: dict[int, bytes], folders: dict[int, dict[str, int]]
    ) -> None:
        place.mkdir(parents=True)
        for name, child in folders.get(inode, {}).items():
            if child in folders:
                self._lay(child, place / name, files, folders)
            else:
                (place / name).write_bytes(files.get(child, b""))
