"""Makes what is written permanent while it is being written: a power cut takes the last moment."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import Final

from posecam.files import sync_folder

#: Seconds between two times; what is written meanwhile, and while the disk answers, may be lost.
EVERY_S: Final = 0.5
_FLAGS: Final = os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


class Syncing:
    """Syncs files of one folder again and again, in a thread of its own: writers do not wait.

    What comes first is synced first.

    Args:
        folder: that the files are in.
        every_s: seconds between two times.
    """

    def __init__(self, folder: Path, every_s: float = EVERY_S) -> None:
        self._folder = folder
        self._every_s = every_s
        self._lock = threading.Lock()
        self._files: dict[str, int] = {}  # descriptors of our own, by name
        self._done: list[int] = []  # those to be synced once more
        self._grown = False
        self._error: OSError | None = None
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="posecam-sync", daemon=True)
        self._thread.start()

    def watch(self, name: str, *, first: bool = False) -> None:
        """Sync this file of the folder from now on, and its being there.

        Raises:
            OSError: it cannot be opened.
        """
        descriptor = os.open(self._folder / name, _FLAGS)
        with self._lock:
            new = {name: descriptor}
            self._files = {**new, **self._files} if first else {**self._files, **new}
            self._grown = True

    def done(self, name: str) -> None:
        """A file has been closed: sync it once more."""
        with self._lock:
            if (descriptor := self._files.pop(name, None)) is not None:
                self._done.append(descriptor)

    def check(self) -> None:
        """Say that syncing has failed, if it has.

        Raises:
            OSError: the disk has not taken what was written.
        """
        if self._error is not None:
            raise self._error

    def close(self) -> None:
        """Sync everything a last time, and let go of it. May be repeated.

        Raises:
            OSError: see `check`.
        """
        self._stop.set()
        self._thread.join()
        self._sync()
        with self._lock:
            files, self._files = self._files, {}
        for descriptor in files.values():
            os.close(descriptor)
        self.check()

    def _run(self) -> None:
        while not self._stop.wait(self._every_s):
            self._sync()

    def _sync(self) -> None:
        with self._lock:
            grown, self._grown = self._grown, False
            done, self._done = self._done, []
            files = list(self._files.values())
        try:
            if grown:
                sync_folder(self._folder)
            for descriptor in (*done, *files):
                _sync_file(descriptor)
        except OSError as error:
            self._error = self._error or error
        finally:
            for descriptor in done:
                os.close(descriptor)


def _sync_file(descriptor: int) -> None:
    """Have the disk itself take what was written, and the length that it takes to find it."""
    if hasattr(os, "fdatasync"):
        os.fdatasync(descriptor)
    else:
        os.fsync(descriptor)
