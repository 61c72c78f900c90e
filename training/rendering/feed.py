"""Rendering workers that feed a trainer: started, watched, ended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, Self

import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from posecam.errors import PosecamError
from training.datasets.store import cache_folder
from training.rendering.reservoir import Reservoir, slot_bytes
from training.rendering.worker import Work
from training.synthesis.bake import bodies_file

#: No training begins with fewer people than this.
FEWEST = 64
#: Of the memory that is free, what rendered people may take.
_SHARE_OF_MEMORY = 0.4
#: Seconds between two looks at the workers, and that one may take to end.
_LOOK_S, _PATIENCE_S = 1.0, 5.0


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """What is rendered while a network trains.

    Attributes:
        workers: processes that render.
        keep: people that are kept in memory; the oldest give way.
        seed: of the people.
        first: number of the first of them: a resumed run goes on where it was.
        assets, mocap: as of `synthesize`.
        device: EGL's number of the device that draws; None leaves it to EGL.
    """

    workers: int
    keep: int = 60_000
    seed: int = 2027
    first: int = 0
    assets: Path | None = None
    mocap: Path | None = None
    device: int | None = None


@dataclass(slots=True)
class _Worker:
    process: subprocess.Popen[bytes]
    said: IO[bytes]
    started_again: bool = False
    gone: bool = False
    why: str = field(default="")


class RenderFeed:
    """Workers and the people that they have rendered; use `close`, or a `with`.

    Raises:
        PosecamError: bodies are missing, or memory is.
    """

    def __init__(self, options: RenderOptions) -> None:
        if options.workers < 1:
            raise PosecamError(f"--render is a number of processes, not {options.workers}.")
        if options.assets is not None and not (options.assets / "clothes").is_dir():
            raise PosecamError(f"{options.assets} is no folder of assets: clothes/ is missing.")
        if options.mocap is not None and not options.mocap.is_file():
            raise PosecamError(f"{options.mocap} is not there.")
        self.options = options
        bodies = bodies_file(cache_folder())
        capacity = max(_affordable(options.keep), options.workers)
        self._reservoir = Reservoir.create(capacity, options.workers)
        self.records, self.store = self._reservoir.records, self._reservoir.store
        self._work = Work(
            bodies=str(bodies.resolve()),
            assets=_absolute(options.assets),
            mocap=_absolute(options.mocap),
            device=options.device,
            seed=options.seed,
            first=options.first,
            worker=0,
            workers=options.workers,
            capacity=capacity,
            descriptor=self._reservoir.descriptor,
            parent=os.getpid(),
        )
        self._rows = np.zeros(0, np.intp)
        self._looked = -_LOOK_S
        self._workers: list[_Worker] = []
        self._closed = False
        try:
            for number in range(options.workers):
                self._workers.append(self._start(number))
        except OSError as error:
            self.close()
            raise PosecamError(f"rendering workers cannot be started ({error}).") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def next_number(self) -> int:
        """Number of the first person that no worker has begun."""
        turns = int(self._reservoir.begun.max())
        return self.options.first + turns * self.options.workers

    @property
    def rendered(self) -> int:
        """People that workers have begun in this run."""
        return int(self._reservoir.begun.sum())

    @property
    def processes(self) -> list[int]:
        """Of the workers that run."""
        return [w.process.pid for w in self._workers if not w.gone]

    def rows(self) -> NDArray[np.intp]:
        """Slots with a person in them; now and then the workers are looked after.

        Raises:
            PosecamError: all workers are gone and no person is there.
        """
        now = time.monotonic()
        if now - self._looked >= _LOOK_S or len(self._rows) < FEWEST:
            self._looked = now
            self._rows = self._reservoir.ready()
            self._look_after()
        return self._rows

    def version(self, row: int) -> int:
        """Changes when a slot gets another person; odd while it does."""
        return int(self._reservoir.version[row])

    def versions(self, rows: NDArray[np.integer]) -> NDArray[np.uint32]:
        """The same of several slots."""
        return np.asarray(self._reservoir.version[rows], np.uint32)

    def wait(self, count: int = FEWEST) -> None:
        """Until so many people are there, or all slots are full, or no worker is left.

        Raises:
            PosecamError: no person is there, for no worker can render one.
        """
        wanted = min(count, self._reservoir.capacity)
        while len(self.rows()) < wanted and not all(w.gone for w in self._workers):
            time.sleep(0.05)

    def device_name(self) -> str:
        """What draws, as its driver names it; empty while no one knows."""
        out = self._workers[0].process.stdout
        assert out is not None
        os.set_blocking(out.fileno(), False)
        try:
            return (out.readline() or b"").decode(errors="replace").strip()
        except BlockingIOError:
            return ""

    def close(self) -> None:
        """End the workers. May be called twice."""
        if self._closed:
            return
        self._closed = True
        for worker in self._workers:
            worker.process.terminate()
        for worker in self._workers:
            try:
                worker.process.wait(_PATIENCE_S)
            except subprocess.TimeoutExpired:
                worker.process.kill()
                worker.process.wait()
            if worker.process.stdout is not None:
                worker.process.stdout.close()
            worker.said.close()
        self._reservoir.close()

    def _start(self, number: int) -> _Worker:
        said = tempfile.TemporaryFile()  # noqa: SIM115  # closed with the worker
        root = str(Path(__file__).resolve().parents[2])
        paths = [root, *filter(None, [os.environ.get("PYTHONPATH")])]
        one = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "LP_NUM_THREADS"), "1")
        process = subprocess.Popen(
            replace(self._work, worker=number).command(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=said,
            pass_fds=(self._reservoir.descriptor,),
            env=os.environ | one | {"PYTHONPATH": os.pathsep.join(paths)},
            start_new_session=True,  # Ctrl+C is the trainer's; it ends the workers
        )
        return _Worker(process, said)

    def _look_after(self) -> None:
        for number, worker in enumerate(self._workers):
            if worker.gone or worker.process.poll() is None:
                continue
            why = _why(worker)
            self._reservoir.repair(number)
            if worker.started_again:
                worker.gone, worker.why = True, why
                tqdm.write(
                    f"Rendering worker {number} has ended twice ({why}); training goes on "
                    "without it.",
                    file=sys.stderr,
                )
                continue
            if worker.process.stdout is not None:
                worker.process.stdout.close()
            worker.said.close()
            self._workers[number] = self._start(number)
            self._workers[number].started_again = True
        if all(w.gone for w in self._workers) and not len(self._rows):
            raise PosecamError(f"no person can be rendered: {self._workers[0].why}.")


def _why(worker: _Worker) -> str:
    """Why a worker ended, in a few words."""
    worker.said.seek(0)
    lines = worker.said.read().decode(errors="replace").strip().splitlines()
    status = worker.process.returncode
    if status < 0:
        return f"signal {signal.Signals(-status).name}"
    return lines[-1].rstrip(".") if lines else f"exit status {status}"


def _absolute(path: Path | None) -> str | None:
    return None if path is None else str(path.resolve())


def _affordable(keep: int) -> int:
    """So many people, or as many as a part of the free memory holds."""
    if keep < 1:
        raise PosecamError(f"--render-keep is a number of people, not {keep}.")
    free = free_memory()
    if free is None or keep * slot_bytes() <= free * _SHARE_OF_MEMORY:
        return keep
    fewer = max(int(free * _SHARE_OF_MEMORY / slot_bytes()), FEWEST)
    print(f"Of {keep} rendered people, memory keeps {fewer}: each takes {slot_bytes() // 1024} kB.")
    return fewer


def free_memory() -> int | None:
    """Bytes that programs may still take; None where the system does not say."""
    try:
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
    except OSError:
        return None
    for line in lines:
        if line.startswith("MemAvailable:"):
            return int(line.split()[1]) * 1024
    return None
