"""A thousand videos on many machines: Dask hands each to a worker, a table says what became of it.

Every video is one task. A session appears whole under its name or not at all (see `task`), so a
worker that is killed costs the video that it was at: Dask gives that to another worker. All workers
have to see the videos and the folder of the sessions under the same paths, and to have the same
posecam.

What a scheduler is sent is run: connect only to one that is your own.
"""

from __future__ import annotations

import hashlib
import importlib
import logging
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from importlib import metadata
from pathlib import Path
from typing import Any, Final

from posecam import __version__
from posecam.errors import PosecamError, SessionError
from posecam.files import atomic_write, private_folder, sweep
from posecam.offline.batch import MakeEstimator, places
from posecam.offline.task import Row, Task, run

LOG = logging.getLogger(__name__)

#: A cluster of processes on this machine, made for the one call.
LOCAL: Final = "local"
TABLE: Final = "videos.parquet"
#: Told (videos finished, of how many, frames so far).
Progress = Callable[[int, int, int], None]

#: So many tasks are with the scheduler at once, however many videos there are.
_PENDING: Final = 2000
_PATIENCE_S: Final = 20.0


class ClusterError(PosecamError):
    """A cluster that cannot be reached, or whose packages are not installed."""


def process_on(
    cluster: str,
    specs: Sequence[str],
    out: Path,
    make_estimator: MakeEstimator,
    *,
    how: str = "",
    overlay: bool = False,
    solved: bool = False,
    jobs: int | None = None,
    on_progress: Progress | None = None,
) -> list[Row]:
    """Make a session of each video on the workers of a cluster, and write the table.

    Args:
        cluster: "local", or a scheduler's address such as "tcp://10.0.0.1:8786".
        specs: as `posecam.capture.open_source` takes them; files under paths that workers see.
        out: folder that the sessions go into, likewise; is created. `videos.parquet` in it has a
            row a video, in the order of `specs`.
        make_estimator: called once in each worker's thread; must be picklable.
        how: what tells this network and these options from others; see `digest`.
        overlay: also write overlay videos.
        solved: also reprocess each.
        jobs: workers of "local"; by default as many as there are processors.
        on_progress: called after each video.

    Returns:
        What became of each video, in their order.

    Raises:
        ClusterError: there is no such cluster, or a package is missing.
        SessionError: `out` cannot be written.
    """
    out = out.absolute()
    try:
        private_folder(out)
        sweep(out)
    except OSError as error:
        raise SessionError(f"{out} cannot be written ({error}).") from error
    tasks = [
        Task(_absolute(spec), str(folder), how, overlay, solved)
        for spec, folder in zip(specs, places(specs, out), strict=True)
    ]
    with _client(cluster, jobs, len(tasks)) as (client, threads):
        rows = _all(client, tasks, make_estimator, threads, on_progress or (lambda *_: None))
    sweep(out)  # what killed workers have left half written
    write_table(rows, out / TABLE)
    return rows


def digest(network: Path, *options: object) -> str:
    """What tells a network and options from others: the hash of its bytes and of how they print."""
    found = hashlib.sha256(network.read_bytes())
    for option in options:
        found.update(repr(option).encode())
    return found.hexdigest()


def write_table(rows: Sequence[Row], path: Path) -> None:
    """A Parquet file with one row a video, as `Row` has them.

    Raises:
        ClusterError: pyarrow is not installed.
        SessionError: it cannot be written.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise _missing() from error
    table = pa.Table.from_pylist([asdict(row) for row in rows])
    try:
        with atomic_write(path) as part:
            pq.write_table(table, str(part))
    except OSError as error:
        raise SessionError(f"{path} cannot be written ({error}).") from error


def _all(
    client: Any,
    tasks: Sequence[Task],
    make_estimator: MakeEstimator,
    threads: int,
    report: Progress,
) -> list[Row]:
    rows: dict[int, Row] = {}
    numbers: dict[str, int] = {}
    waiting = iter(enumerate(tasks))
    frames = 0

    def submit(count: int) -> list[Any]:
        futures = []
        for number, task in (entry for entry, _ in zip(waiting, range(count), strict=False)):
            # Not `pure`: the same task of another call must not give what that one had found.
            future = client.submit(run, task, make_estimator, threads, pure=False)
            numbers[future.key] = number
            futures.append(future)
        return futures

    done = _distributed().as_completed(submit(_PENDING), loop=client.loop)
    for future in done:
        number = numbers.pop(future.key)
        row = rows[number] = _row(future, tasks[number])
        future.release()
        frames += row.frames if row.state == "done" else 0
        report(len(rows), len(tasks), frames)
        for following in submit(1):
            done.add(following)
    return [rows[number] for number in range(len(tasks))]


def _row(future: Any, task: Task) -> Row:
    error = future.exception()
    if error is None:
        found: Row = future.result()
        return found
    if type(error).__name__ == "KilledWorker":
        problem = (
            f"{task.video} was not finished: every worker that was at it died, which is what a "
            "lack of memory looks like."
        )
    else:
        problem = f"{task.video} was not finished: {error}"
    return Row(task.video, task.folder, "failed", problem)


@contextmanager
def _client(cluster: str, jobs: int | None, videos: int) -> Iterator[tuple[Any, int]]:
    """A client, and how many threads a task may use; 0: what the worker has."""
    dask = _distributed()
    if cluster == LOCAL:
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
        count = max(1, min(jobs or cores or 1, videos))
        with (
            dask.LocalCluster(
                n_workers=count,
                threads_per_worker=1,
                dashboard_address=None,  # opens no port that others reach
                memory_limit=0,
                silence_logs=logging.CRITICAL,
            ) as local,
            dask.Client(local) as client,
        ):
            yield client, max(1, (cores or 1) // count)
        return
    try:
        client = dask.Client(cluster, timeout=_PATIENCE_S, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterError(
            f"There is no Dask scheduler at {cluster}: start one with `dask scheduler`, and "
            "workers with `dask worker`."
        ) from error
    with client:
        check_workers(client)
        yield client, 0


def check_workers(client: Any) -> None:
    """Refuse workers without this posecam: a task that they cannot read would end them one by one.

    Raises:
        ClusterError: one of those that are there has none, or another version.
    """
    found = client.run(metadata.version, "posecam", on_error="return")
    for address, version in found.items():
        if version != __version__:
            has = "no posecam" if isinstance(version, Exception) else f"posecam {version}"
            raise ClusterError(
                f"The worker {address} has {has}, this is {__version__}: install the same on all."
            )


def _distributed() -> Any:
    """Dask's package, which takes a second to import and has few types.

    Raises:
        ClusterError: it is not installed.
    """
    try:
        return importlib.import_module("distributed")
    except ImportError as error:
        raise _missing() from error


def _absolute(spec: str) -> str:
    path = Path(spec)
    return str(path.absolute()) if path.exists() else spec


def _missing() -> ClusterError:
    return ClusterError(
        "A cluster needs packages that are not installed: get them with pip install "
        "'posecam[cluster]'."
    )
