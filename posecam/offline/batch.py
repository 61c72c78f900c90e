"""Many videos to sessions: several at a time in processes of their own, and resumed if broken off.

A session appears under its name once it is complete, so whatever is there need not be made again.
"""

from __future__ import annotations

import multiprocessing
import os
import re
import signal
import threading
import unicodedata
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, Literal

from posecam.capture.spec import is_video
from posecam.errors import PosecamError, SessionError
from posecam.estimation.estimator import Estimator
from posecam.files import atomic_folder, private_folder, sweep
from posecam.offline.process import ProcessSummary, process
from posecam.offline.reprocess import reprocess
from posecam.session.manifest import MANIFEST, OFFLINE_POSES, read_manifest

#: Makes the estimator of a worker, which may use that many threads; must be picklable.
MakeEstimator = Callable[[int], Estimator]
#: Told (frames done, frames expected so far, files done).
Progress = Callable[[int, int, int], None]

_POLL_S: Final = 0.2


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input.

    Attributes:
        spec: the input.
        folder: of its session.
        state: "done" now, "kept" from an earlier time, or "failed".
        summary: of what was done now.
        problem: sentence on why it failed.
    """

    spec: str
    folder: Path
    state: Literal["done", "kept", "failed"]
    summary: ProcessSummary | None = None
    problem: str | None = None


def expand(inputs: Sequence[str]) -> list[str]:
    """The inputs, with the videos of a folder instead of a folder of videos."""
    out: list[str] = []
    for spec in inputs:
        folder = Path(spec)
        videos = []
        if folder.is_dir():
            videos = sorted(p for p in folder.iterdir() if is_video(p) and p.is_file())
        out.extend(map(str, videos) if videos else [spec])
    return out


def sessions_in(folders: Sequence[Path]) -> list[Path]:
    """The folders, each once, with the sessions of a folder instead of a folder of sessions."""
    out: list[Path] = []
    for folder in folders:
        inside = []
        if not (folder / MANIFEST).exists():
            inside = sorted(path.parent for path in folder.glob(f"*/{MANIFEST}"))
        out.extend(inside or [folder])
    return list(dict.fromkeys(out))


def places(specs: Sequence[str], out: Path) -> list[Path]:
    """A folder for each input: named after it, with a number from the second of a name on.

    Names that differ only by case, or by how an accent is written, are one to some file systems:
    here too.
    """
    taken: set[str] = set()
    found = []
    for spec in specs:
        stem = Path(spec).stem
        if "://" in spec:  # may hold what Windows takes in no name
            stem = re.sub(r"[^\w. -]", "_", stem).strip(". ")
        stem = stem or "session"
        name, count = stem, 2
        while (key := unicodedata.normalize("NFC", name).casefold()) in taken:
            name, count = f"{stem}_{count}", count + 1
        taken.add(key)
        found.append(out / name)
    return found


def process_many(
    specs: Sequence[str],
    out: Path,
    make_estimator: MakeEstimator,
    *,
    overlay: bool = False,
    solved: bool = False,
    jobs: int | None = None,
    on_progress: Progress | None = None,
) -> list[Outcome]:
    """Make a session of each input; one that fails does not hold up the others.

    Args:
        specs: as `posecam.capture.open_source` takes them.
        out: folder that the sessions go into; is created.
        make_estimator: called once in each worker.
        overlay: also write overlay videos.
        solved: also reprocess each.
        jobs: how many at a time; by default as many as there are processors.
        on_progress: called now and then.

    Returns:
        What became of each, in the order of the inputs.

    Raises:
        SessionError: `out` cannot be made.
    """
    try:
        private_folder(out)
        sweep(out)
    except OSError as error:
        raise SessionError(f"{out} cannot be written ({error}).") from error
    outcomes: dict[int, Outcome] = {}
    waiting: list[int] = []
    folders = places(specs, out)
    for k, (spec, folder) in enumerate(zip(specs, folders, strict=True)):
        outcome = _there(spec, folder, solved)
        if outcome is None:
            waiting.append(k)
        else:
            outcomes[k] = outcome
    if waiting:
        _run(
            {k: (specs[k], folders[k]) for k in waiting},
            outcomes,
            make_estimator,
            overlay,
            solved,
            jobs,
            on_progress or (lambda *_: None),
        )
    return [outcomes[k] for k in range(len(specs))]


def _there(spec: str, folder: Path, solved: bool) -> Outcome | None:
    """What an earlier time has left of an input; None where it is to be done, or to be solved."""
    if not folder.exists():
        return None
    try:
        manifest = read_manifest(folder)
    except SessionError as error:
        return Outcome(spec, folder, "failed", problem=str(error))
    if manifest is not None and manifest.state == "finished":
        if solved and not (folder / OFFLINE_POSES).exists():
            return None
        return Outcome(spec, folder, "kept")
    problem = f"{folder} is there already, but is no finished session, and was not replaced."
    return Outcome(spec, folder, "failed", problem=problem)


def _run(
    todo: dict[int, tuple[str, Path]],
    outcomes: dict[int, Outcome],
    make_estimator: MakeEstimator,
    overlay: bool,
    solved: bool,
    jobs: int | None,
    report: Progress,
) -> None:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    at_once = max(1, min(jobs or cores or 1, len(todo)))
    threads = max(1, (cores or 1) // at_once)
    # Not forked: the engines' threads do not survive that.
    context = multiprocessing.get_context("spawn")
    # Both end with the processes that use them, unlike a manager, which is one itself.
    stop, told = context.Event(), context.SimpleQueue()
    pool = ProcessPoolExecutor(
        at_once, context, initializer=_begin, initargs=(make_estimator, threads, told, stop)
    )
    try:
        futures: dict[Future[Outcome], int] = {
            pool.submit(_one, k, spec, folder, overlay, solved): k
            for k, (spec, folder) in todo.items()
        }
        done, expected, open_ones = {}, {}, set(futures)
        while open_ones:
            finished, open_ones = wait(open_ones, _POLL_S, FIRST_COMPLETED)
            for future in finished:
                k = futures[future]
                outcomes[k] = _outcome(future, *todo[k])
            while not told.empty():
                k, frames, total = told.get()
                done[k], expected[k] = frames, max(total, frames)
            report(sum(done.values()), sum(expected.values()), len(futures) - len(open_ones))
    except BaseException:
        stop.set()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _outcome(future: Future[Outcome], spec: str, folder: Path) -> Outcome:
    error = future.exception()
    if error is None:
        return future.result()
    # A worker that died, or could not make its estimator.
    return Outcome(spec, folder, "failed", problem=f"{spec} was not finished: {error}")


#: Of a worker: its estimator and where it tells how far it is.
_worker: dict[str, Any] = {}


def _begin(make_estimator: MakeEstimator, threads: int, told: Any, stop: Any) -> None:
    _worker.update(make=make_estimator, threads=threads, told=told, stop=stop, estimator=None)
    # Ctrl+C and a closed terminal reach every process; the first one tells the others to stop.
    for name in ("SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, name="posecam-parent", daemon=True).start()


def _end_with_parent() -> None:
    """Leave no worker behind where the first process was killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _one(k: int, spec: str, folder: Path, overlay: bool, solved: bool) -> Outcome:
    """One input in a worker."""
    told, stop = _worker["told"], _worker["stop"]

    def report(frames: int, total: int) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        if frames % 16 == 0:
            told.put((k, frames, total))

    try:
        if _worker["estimator"] is None:
            _worker["estimator"] = _worker["make"](_worker["threads"])
        estimator: Estimator = _worker["estimator"]
        estimator.reset()
        before, summary = 0, None
        if not (solved and folder.exists()):
            with atomic_folder(folder) as part:
                summary = process(spec, part, estimator, overlay=overlay, on_progress=report)
            before = summary.frames
            moved = None if summary.overlay is None else folder / summary.overlay.name
            summary = replace(summary, folder=folder, overlay=moved)
        if solved:
            again = reprocess(
                folder, estimator, on_progress=lambda n, of: report(before + n, before + of)
            )
            summary = summary or ProcessSummary(
                folder, again.frames, again.frames_with_person, None, ()
            )
            before += again.frames
        told.put((k, before, before))
        return Outcome(spec, folder, "done", summary)
    except FileExistsError:
        problem = f"{folder} was made by another program meanwhile, and was not replaced."
        return Outcome(spec, folder, "failed", problem=problem)
    except (PosecamError, OSError) as error:
        return Outcome(spec, folder, "failed", problem=str(error))
