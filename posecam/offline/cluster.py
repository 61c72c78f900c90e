"""A thousand videos or sessions on many machines: a task each, and a table of what became of them.

A session appears whole under its name or not at all (see `task`), and so do the poses of one that
is looked at again (see `reprocess_task`): a worker that is killed costs what it was at, which Dask
gives to another one. All workers have to see videos and sessions under the same paths, and to have
the same posecam.
"""

from __future__ import annotations

import functools
import hashlib
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from posecam.cluster import on_workers, write_table
from posecam.errors import SessionError
from posecam.files import private_folder, sweep
from posecam.offline import reprocess_task, task
from posecam.offline.batch import MakeEstimator, places
from posecam.offline.reprocess_task import SessionRow, SessionTask
from posecam.offline.task import Row, Task

#: In the folder of the sessions.
TABLE: Final = "videos.parquet"
SESSIONS_TABLE: Final = "sessions.parquet"
#: Told (videos or sessions finished, of how many, frames so far).
Progress = Callable[[int, int, int], None]


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
        ClusterError: no such cluster, a package is missing, or the table cannot be written.
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
    rows = on_workers(
        cluster,
        tasks,
        functools.partial(task.run, make_estimator=make_estimator),
        lambda t, why: Row(t.video, t.folder, "failed", f"{t.video} was not finished: {why}."),
        jobs=jobs,
        on_done=_frames_told(len(tasks), on_progress),
    )
    sweep(out)  # what killed workers have left half written
    write_table(rows, out / TABLE)
    return rows


def reprocess_on(
    cluster: str,
    folders: Sequence[Path],
    make_estimator: MakeEstimator,
    *,
    how: str = "",
    options: Mapping[str, Any] | None = None,
    solved: bool = True,
    jobs: int | None = None,
    on_progress: Progress | None = None,
) -> list[SessionRow]:
    """Look at sessions again on the workers of a cluster, and write the table.

    Args:
        cluster: "local", or a scheduler's address.
        folders: the sessions, under paths that workers see; `table_of` says where the table is.
        make_estimator: called once in each worker's thread; must be picklable.
        how: what tells this network from others; see `digest`.
        options: of the estimator by name, in place of those that each was recorded with.
        solved: find the motion of each whole take; without, one look that is smoothed.
        jobs: workers of "local"; by default as many as there are processors.
        on_progress: called after each session.

    Returns:
        What became of each session, in their order.

    Raises:
        ClusterError: no such cluster, a package is missing, or the table cannot be written.
        SessionError: they lie on different drives.
    """
    table = table_of(folders)
    tasks = [SessionTask(str(f.absolute()), how, dict(options or {}), solved) for f in folders]
    rows = on_workers(
        cluster,
        tasks,
        functools.partial(reprocess_task.run, make_estimator=make_estimator),
        lambda t, why: SessionRow(t.session, "failed", f"{t.session} was not finished: {why}."),
        jobs=jobs,
        on_done=_frames_told(len(tasks), on_progress),
    )
    for folder in folders:
        sweep(folder)  # what killed workers have left half written
    write_table(rows, table)
    return rows


def table_of(folders: Sequence[Path]) -> Path:
    """Where the table of sessions is: in the folder around all of them.

    Raises:
        SessionError: there is no such folder.
    """
    try:
        around = os.path.commonpath([folder.absolute().parent for folder in folders])
    except ValueError as error:
        raise SessionError(
            "The sessions lie on different drives: reprocess those of one at a time."
        ) from error
    return Path(around) / SESSIONS_TABLE


def digest(network: Path, *options: object) -> str:
    """What tells a network and options from others: the hash of its bytes and of how they print."""
    found = hashlib.sha256(network.read_bytes())
    for option in options:
        found.update(repr(option).encode())
    return found.hexdigest()


def _frames_told(
    of: int, on_progress: Progress | None
) -> Callable[[Row | SessionRow, int], None] | None:
    """Add up the frames of what was done now."""
    if on_progress is None:
        return None
    report, frames = on_progress, 0

    def tell(row: Row | SessionRow, finished: int) -> None:
        nonlocal frames
        frames += row.frames if row.state == "done" else 0
        report(finished, of, frames)

    return tell


def _absolute(spec: str) -> str:
    path = Path(spec)
    return str(path.absolute()) if path.exists() else spec
