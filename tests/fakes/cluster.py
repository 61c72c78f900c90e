"""A scheduler and workers of Dask in processes of their own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.fakes.small_disk import with_little_room

_ROOT: Final = Path(__file__).resolve().parents[2]
_PATIENCE_S: Final = 60.0


class Cluster:
    """What runs, by process.

    Attributes:
        address: of the scheduler.
        workers: alive or not, in the order in which they were started.
    """

    def __init__(self, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.address = f"tcp://127.0.0.1:{port}"
        self.workers: list[subprocess.Popen[bytes]] = []
        self._folder = folder
        self._scheduler = self._start("scheduler", "--port", str(port), "--no-dashboard")
        self._wait(port)

    def start_worker(self, full: Path | None = None) -> None:
        """One more, of one thread; one that sees a folder on a disk without room, where given."""
        options = ("--nthreads", "1", "--no-nanny", "--no-dashboard")
        self.workers.append(self._start("worker", self.address, *options, full=full))

    def kill(self, number: int) -> None:
        """As a lack of memory or a pulled plug does."""
        self.workers[number].kill()
        self.workers[number].wait()

    def close(self) -> None:
        """End what still runs."""
        for process in (*self.workers, self._scheduler):
            if process.poll() is None:
                process.kill()
            process.wait()

    def _start(self, kind: str, *words: str, full: Path | None = None) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", *words]
        if full is not None:
            command = with_little_room(full, 0, command)
        paths = os.pathsep.join([str(_ROOT), os.environ.get("PYTHONPATH", "")]).strip(os.pathsep)
        with (self._folder / f"{kind}.log").open("ab") as log:
            return subprocess.Popen(
                command,
                cwd=self._folder,
                env={**os.environ, "PYTHONPATH": paths, "OMP_NUM_THREADS": "1"},
                stdout=log,
                stderr=log,
            )

    @staticmethod
    def _wait(port: int) -> None:
        give_up = time.monotonic() + _PATIENCE_S
        while time.monotonic() < give_up:
            with socket.socket() as asked:
                if asked.connect_ex(("127.0.0.1", port)) == 0:
                    return
            time.sleep(0.1)
        raise TimeoutError("The scheduler does not answer.")


@contextmanager
def running(folder: Path, workers: int) -> Iterator[Cluster]:
    """A scheduler with so many workers; all of them are gone afterwards."""
    cluster = Cluster(folder)
    try:
        for _ in range(workers):
            cluster.start_worker()
        yield cluster
    finally:
        cluster.close()
