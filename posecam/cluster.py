"""Many tasks on the workers of Dask: handed out, told of as each ends, and kept as a table.

What a task is, and what becomes of one that is lost, its caller says. A task must be fit to be done
twice: where a worker is killed Dask gives what it was at to another one.

What a scheduler is sent is run: connect only to one that is your own.
"""

from __future__ import annotations

import importlib
import importlib.util
import logging
import os
import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final, TypeVar

from posecam.errors import PosecamError
from posecam.files import atomic_write

#: A cluster of processes on this machine, made for the one call.
LOCAL: Final = "local"
ADDRESS: Final = r"(tcp|tls)://[^\s/]+:\d{1,5}"

#: So many tasks are with the scheduler at once, however many there are.
_PENDING: Final = 2000
_PATIENCE_S: Final = 20.0

T = TypeVar("T")
R = TypeVar("R")


class ClusterError(PosecamError):
    """A cluster that cannot be reached, or whose packages are not installed."""


def on_workers(
    cluster: str,
    tasks: Sequence[T],
    work: Callable[[T, int], R],
    lost: Callable[[T, str], R],
    *,
    jobs: int | None = None,
    needs: Sequence[str] = (),
    on_done: Callable[[R, int], None] | None = None,
) -> list[R]:
    """Do each task on a worker.

    Args:
        cluster: "local", or a scheduler's address such as "tcp://10.0.0.1:8786".
        tasks: what is sent; must be picklable.
        work: called on a worker with a task and the threads that it may use, 0: what the worker
            has. It must be picklable, and importable there.
        lost: what a task becomes that gave nothing, from the task and a sentence's end on why.
        jobs: workers of "local"; by default as many as there are processors.
        needs: packages that workers must have beside posecam.
        on_done: called after each, with what it became and how many are done.

    Returns:
        What became of each task, in their order.

    Raises:
        ClusterError: there is no such cluster, or a package is missing.
    """
    report = on_done or (lambda *_: None)
    with _client(cluster, jobs, len(tasks), needs) as (client, threads):
        found: dict[int, R] = {}
        numbers: dict[str, int] = {}
        waiting = iter(enumerate(tasks))

        def submit(count: int) -> list[Any]:
            futures = []
            for number, task in (entry for entry, _ in zip(waiting, range(count), strict=False)):
                # Not `pure`: the same task of another call must not give what that one had found.
                future = client.submit(work, task, threads, pure=False)
                numbers[future.key] = number
                futures.append(future)
            return futures

        done = _distributed().as_completed(submit(_PENDING), loop=client.loop)
        for future in done:
            number = numbers.pop(future.key)
            problem = _problem(future.exception())
            task = tasks[number]
            found[number] = lost(task, problem) if problem else future.result()
            future.release()
            report(found[number], len(found))
            for following in submit(1):
                done.add(following)
    return [found[number] for number in range(len(tasks))]


def here() -> str:
    """This worker, as a table names it: machine and process."""
    return f"{socket.gethostname()}:{os.getpid()}"


def processors() -> int:
    """That this process may use."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return max(1, cores or 1)


def threads_here() -> int:
    """Processors for each thread of the worker that this is called on."""
    threads: int = _distributed().get_worker().state.nthreads
    return max(1, processors() // max(1, threads))


def write_table(rows: Sequence[Any], path: Path) -> None:
    """A Parquet file of dataclasses, one row each, a column a field.

    Raises:
        ClusterError: pyarrow is not installed, or the file cannot be written.
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
        raise ClusterError(f"{path} cannot be written ({error}).") from error


def check_workers(client: Any, needs: Sequence[str] = ()) -> None:
    """Refuse workers without this posecam: a task that they cannot read would end them one by one.

    Raises:
        ClusterError: one of those that are there has none, or another version, or lacks one of
            the packages that are needed.
    """
    from importlib import metadata

    own = metadata.version("posecam")
    found = client.run(metadata.version, "posecam", on_error="return")
    for address, version in found.items():
        if version != own:
            has = "no posecam" if isinstance(version, Exception) else f"posecam {version}"
            raise ClusterError(
                f"The worker {address} has {has}, this is {own}: install the same on all."
            )
    for name in needs:
        for address, spec in client.run(importlib.util.find_spec, name, on_error="return").items():
            if spec is None or isinstance(spec, Exception):
                raise ClusterError(
                    f"The worker {address} does not find the folder {name}: start it in the "
                    "checkout, with the checkout's environment."
                )


def _problem(error: BaseException | None) -> str:
    """Why a task gave nothing, "" where it gave something."""
    if error is None:
        return ""
    if type(error).__name__ == "KilledWorker":
        return "every worker that was at it died, which is what a lack of memory looks like"
    return str(error).rstrip(".") or type(error).__name__


@contextmanager
def _client(
    cluster: str, jobs: int | None, tasks: int, needs: Sequence[str]
) -> Iterator[tuple[Any, int]]:
    """A client, and how many threads a task may use; 0: what the worker has."""
    dask = _distributed()
    if cluster == LOCAL:
        count = max(1, min(jobs or processors(), tasks))
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
            yield client, max(1, processors() // count)
        return
    try:
        client = dask.Client(cluster, timeout=_PATIENCE_S, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterError(
            f"There is no Dask scheduler at {cluster}: start one with `dask scheduler`, and "
            "workers with `dask worker`."
        ) from error
    with client:
        check_workers(client, needs)
        yield client, 0


def _distributed() -> Any:
    """Dask's package, which takes a second to import and has few types.

    Raises:
        ClusterError: it is not installed.
    """
    try:
        return importlib.import_module("distributed")
    except ImportError as error:
        raise _missing() from error


def _missing() -> ClusterError:
    return ClusterError(
        "A cluster needs packages that are not installed: get them with pip install "
        "'posecam[cluster]'."
    )
