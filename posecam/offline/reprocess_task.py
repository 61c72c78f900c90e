"""One session looked at again on a worker of a cluster, known by its content.

Beside the new poses lies `reprocessed_from.json`: the hash of what they were made from, how, the
hash of the poses themselves, and the row that the table of all sessions has for them. They are
kept where all of that is as it was, and made again otherwise.
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Final

from posecam import __version__
from posecam.cluster import here
from posecam.errors import PosecamError
from posecam.files import atomic_write
from posecam.offline import worker
from posecam.offline.batch import MakeEstimator
from posecam.offline.reprocess import options_of, reprocess
from posecam.offline.task import State
from posecam.session.manifest import FRAMES, OFFLINE_POSES, POSES
from posecam.session.reader import Session

REPROCESSED_FROM: Final = "reprocessed_from.json"


@dataclass(frozen=True, slots=True)
class SessionRow:
    """What became of one session: a row of the table.

    Attributes:
        session: its folder.
        state: "done" now, "kept" from an earlier time, or "failed".
        problem: sentence on why it failed, or "".
        frames, frames_with_person: that were looked at, and those of them with a person.
        frames_live: that were looked at while it was recorded.
        duration_s: from the first frame to the last, seconds.
        people: how many different ones were followed.
        confidence: mean score of the main person's joints, 0..1; None without one.
        sha256: of the images and live poses, and of the options for this session.
        worked_s: seconds that it took.
        worker: where, as Dask names it.
    """

    session: str
    state: State
    problem: str = ""
    frames: int = 0
    frames_with_person: int = 0
    frames_live: int = 0
    duration_s: float = 0.0
    people: int = 0
    confidence: float | None = None
    sha256: str = ""
    worked_s: float = 0.0
    worker: str = ""


@dataclass(frozen=True, slots=True)
class SessionTask:
    """What a worker is told.

    Attributes:
        session: folder, on a disk that all workers see.
        how: of the network, the same for all sessions of one call.
        options: of the estimator that were asked for; the others are the recording's own.
        solved: as `posecam.offline.reprocess.reprocess` takes it.
        version: of posecam where the task comes from.
    """

    session: str
    how: str
    options: Mapping[str, Any] = field(default_factory=dict)
    solved: bool = True
    version: str = __version__


def run(task: SessionTask, threads: int, make_estimator: MakeEstimator) -> SessionRow:
    """Look at the session again, unless the same was done before; what fails is in the row.

    Args:
        task: what to do.
        threads: for the network; 0 divides the processors that this worker may use.
        make_estimator: called once a thread of a worker, with the threads that it may use.
    """
    start = time.perf_counter()
    row = SessionRow(task.session, "failed", worker=here())
    if task.version != __version__:
        return replace(row, problem=worker.other_version(task.version))
    try:
        row = _done(task, row, make_estimator, threads)
    except (PosecamError, OSError) as error:
        row = replace(row, problem=str(error))
    return replace(row, worked_s=round(time.perf_counter() - start, 3))


def _done(
    task: SessionTask, row: SessionRow, make_estimator: MakeEstimator, threads: int
) -> SessionRow:
    folder = Path(task.session)
    session = Session.open(folder)
    wanted = replace(options_of(session), **task.options)
    content = worker.sha256(_recorded(folder), repr(wanted), f"{task.solved}")
    kept = _kept(folder, content, task.how)
    if kept is not None:
        return replace(kept, session=task.session, state="kept")
    estimator = worker.estimator_of(task.how, make_estimator, threads)
    estimator.options = wanted
    summary = reprocess(folder, estimator, solved=task.solved)
    row = replace(
        row,
        state="done",
        frames=summary.frames,
        frames_with_person=summary.frames_with_person,
        frames_live=summary.frames_live,
        sha256=content,
        **worker.figures(folder),
    )
    made = worker.sha256([folder / OFFLINE_POSES])
    about = {"sha256": content, "how": task.how, "poses": made, "row": asdict(row)}
    with atomic_write(folder / REPROCESSED_FROM) as file:
        file.write_text(json.dumps(about, indent=1), encoding="utf-8")
    return row


def _recorded(folder: Path) -> list[Path]:
    """The files that a session was recorded into."""
    return sorted(
        path for path in folder.iterdir() if path.suffix == ".mkv" or path.name in {FRAMES, POSES}
    )


def _kept(folder: Path, content: str, how: str) -> SessionRow | None:
    """The row of what is there, where it is what would be made now."""
    try:
        about = json.loads((folder / REPROCESSED_FROM).read_text(encoding="utf-8"))
        if (about["sha256"], about["how"]) != (content, how):
            return None
        if about["poses"] != worker.sha256([folder / OFFLINE_POSES]):
            return None
        known = {f.name: about["row"][f.name] for f in fields(SessionRow)}
        return SessionRow(**known)
    except (OSError, ValueError, KeyError, TypeError):
        return None  # it is made again, and the note with it
