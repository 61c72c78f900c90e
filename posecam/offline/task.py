"""One video to a session on a worker of a cluster, known by its content.

Beside the session's own files lies `made_from.json`: which content it was made from, how, and the
row that the table of all videos has for it. A session that another content or other options have
made is never taken for this one's.
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, Final, Literal

from posecam import __version__
from posecam.cluster import here
from posecam.errors import PosecamError
from posecam.files import atomic_folder, atomic_write
from posecam.offline import worker
from posecam.offline.batch import MakeEstimator
from posecam.offline.process import process
from posecam.offline.reprocess import reprocess
from posecam.session.manifest import read_manifest

MADE_FROM: Final = "made_from.json"

State = Literal["done", "kept", "failed"]


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one video: a row of the table.

    Attributes:
        video: as it was given.
        session: folder of its session.
        state: "done" now, "kept" from an earlier time, or "failed".
        problem: sentence on why it failed, or "".
        frames, frames_with_person: of the session.
        duration_s: from the first frame to the last, seconds.
        people: how many different ones were followed.
        confidence: mean score of the main person's joints, 0..1; None without one.
        sha256: of the video's bytes; "" where it is none that lies in a file.
        worked_s: seconds that it took.
        worker: where, as Dask names it.
    """

    video: str
    session: str
    state: State
    problem: str = ""
    frames: int = 0
    frames_with_person: int = 0
    duration_s: float = 0.0
    people: int = 0
    confidence: float | None = None
    sha256: str = ""
    worked_s: float = 0.0
    worker: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """What a worker is told; all of its paths are those of a disk that all workers see.

    Attributes:
        video: as `posecam.capture.open_source` takes it.
        folder: of the new session.
        how: of network and options, the same for all videos of one call.
        version: of posecam where the task comes from.
    """

    video: str
    folder: str
    how: str
    overlay: bool = False
    solved: bool = False
    version: str = __version__


def run(task: Task, threads: int, make_estimator: MakeEstimator) -> Row:
    """Make the session, unless the same one is there; what fails is in the row.

    Args:
        task: what to do.
        threads: for the network; 0 divides the processors that this worker may use.
        make_estimator: called once a thread of a worker, with the threads that it may use.
    """
    start = time.perf_counter()
    row = Row(task.video, task.folder, "failed", worker=here())
    if task.version != __version__:
        return replace(row, problem=worker.other_version(task.version))
    try:
        row = _done(task, row, make_estimator, threads)
    except FileExistsError:
        row = replace(row, problem=f"{task.folder} was made by another program meanwhile.")
    except (PosecamError, OSError) as error:
        row = replace(row, problem=str(error))
    return replace(row, worked_s=round(time.perf_counter() - start, 3))


def _done(task: Task, row: Row, make_estimator: MakeEstimator, threads: int) -> Row:
    folder, video = Path(task.folder), Path(task.video)
    content = _content(video)
    if folder.exists():
        return _there(task, row, content)
    estimator = worker.estimator_of(task.how, make_estimator, threads)
    estimator.reset()
    with atomic_folder(folder) as part:
        summary = process(task.video, part, estimator, overlay=task.overlay)
        if task.solved:
            reprocess(part, estimator)
        row = replace(
            row,
            state="done",
            problem=" ".join(summary.warnings),
            frames=summary.frames,
            frames_with_person=summary.frames_with_person,
            sha256=content.get("sha256", ""),
            **worker.figures(part),
        )
        about = {**content, "how": task.how, "overlay": task.overlay, "row": asdict(row)}
        with atomic_write(part / MADE_FROM) as file:
            file.write_text(json.dumps(about, indent=1), encoding="utf-8")
    return row


def _there(task: Task, row: Row, content: Mapping[str, Any]) -> Row:
    """The row of a session that is there already."""
    folder = Path(task.folder)
    manifest = read_manifest(folder)
    if manifest is None or manifest.state != "finished":
        return replace(
            row, problem=f"{folder} is there already, but is no finished session: not replaced."
        )
    try:
        about = json.loads((folder / MADE_FROM).read_text(encoding="utf-8"))
        kept = Row(**{f.name: about["row"][f.name] for f in fields(Row) if f.name in about["row"]})
        told = (about.get("sha256"), about["how"], about["overlay"])
    except FileNotFoundError:  # made without a cluster
        counts = manifest.counts
        frames = counts.get("frames_written", 0)
        return replace(row, state="kept", frames=frames, duration_s=manifest.duration or 0.0)
    except (OSError, ValueError, KeyError, TypeError) as error:
        return replace(row, problem=f"{folder / MADE_FROM} cannot be understood ({error}).")
    if told[0] != content.get("sha256"):
        return replace(row, problem=f"{folder} was made from another video: not replaced.")
    if told[1:] != (task.how, task.overlay):
        return replace(
            row, problem=f"{folder} was made with another network or other options: not replaced."
        )
    return replace(kept, video=task.video, session=task.folder, state="kept")


def _content(video: Path) -> dict[str, Any]:
    """SHA-256 and size of a video's bytes; nothing for what lies in no file."""
    if not video.is_file():
        return {}
    return {"sha256": worker.sha256([video]), "size": video.stat().st_size}
