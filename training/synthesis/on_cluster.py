"""The chunks of an annotated folder on the workers of Dask, a task each, and a table of them."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal

import cv2
from tqdm import tqdm

from posecam.cluster import here, on_workers, write_table
from posecam.errors import PosecamError
from training.synthesis.generate import (
    Job,
    Machine,
    begin,
    make_chunk,
    merge,
    merge_is_due,
    part_of,
)
from training.synthesis.scene import Studio

#: In the annotated folder.
TABLE: Final = "chunks.parquet"


@dataclass(frozen=True, slots=True)
class Chunk:
    """What a worker is told; all of its paths are those of a disk that all workers see.

    Attributes:
        start, end: numbers of the first image or sequence, and of the one behind the last.
        bodies: file of baked bodies.
        device: EGL's number of the device that draws; None leaves it to EGL.
    """

    job: Job
    start: int
    end: int
    bodies: Path
    device: int | None = None


@dataclass(frozen=True, slots=True)
class ChunkRow:
    """What became of a chunk: a row of the table.

    Attributes:
        first, count: number of the first image or sequence, and how many there are.
        state: "done" now, "kept" from an earlier time, or "failed".
        problem: sentence on why it failed, or "".
        worked_s: seconds that it took.
        worker: where: machine and process.
    """

    first: int
    count: int
    state: Literal["done", "kept", "failed"]
    problem: str = ""
    worked_s: float = 0.0
    worker: str = ""


def synthesize_on(cluster: str, job: Job, machine: Machine) -> list[ChunkRow]:
    """As `generate.synthesize`, on the workers of a cluster; a worker that dies costs its chunk.

    Args:
        cluster: "local", or a scheduler's address such as "tcp://10.0.0.1:8786".
        job: what to make, under paths that workers see.
        machine: how many workers "local" has, and the device that draws.

    Returns:
        What became of each chunk, in their order; also written as `chunks.parquet`.

    Raises:
        PosecamError: as there; there is no such cluster; or chunks have failed, and are made by
            the same call once what is wrong is mended.
    """
    job = _absolute(job)
    try:
        bodies, chunks = begin(job)
        rows = {c: ChunkRow(c[0], c[1] - c[0], "kept") for c in chunks}
        missing = [c for c in chunks if not part_of(job.out, *c).is_file()]
        with tqdm(total=job.count, unit=job.unit, disable=None) as progress:
            progress.update(sum(b - a for a, b in set(chunks) - set(missing)))
            fresh = 0

            def tell(row: ChunkRow, _finished: int) -> None:
                nonlocal fresh
                progress.update(row.count)
                fresh += row.state == "done"
                if merge_is_due(fresh, progress.n, row.count):
                    merge(job.out)
                    fresh = 0

            if missing:
                made = on_workers(
                    cluster,
                    [Chunk(job, *c, bodies.absolute(), machine.device) for c in missing],
                    render,
                    lambda c, why: _row(c, "failed", f"It was not finished: {why}."),
                    jobs=machine.workers,
                    needs=("training",),
                    on_done=tell,
                )
                rows.update(zip(missing, made, strict=True))
        if any(row.state != "failed" for row in rows.values()):
            merge(job.out)
    except OSError as error:
        raise PosecamError(f"Images cannot be written to {job.out} ({error}).") from error
    out = [rows[c] for c in chunks]
    write_table(out, job.out / TABLE)
    _refuse_failed(out, job)
    return out


def render(chunk: Chunk, _threads: int) -> ChunkRow:
    """Make the images of a chunk on a worker, unless they are there; what fails is in the row.

    Drawing takes one thread, however many it may use.
    """
    start = time.perf_counter()
    row = _row(chunk, "kept")
    try:
        if not part_of(chunk.job.out, chunk.start, chunk.end).is_file():
            make_chunk(_studio(chunk), chunk.job, chunk.start, chunk.end)
            row = replace(row, state="done")
    except OSError as error:
        row = replace(row, state="failed", problem=f"Images cannot be written ({error}).")
    except PosecamError as error:
        row = replace(row, state="failed", problem=str(error))
    return replace(row, worked_s=round(time.perf_counter() - start, 3), worker=here())


#: A thread's studio, whose OpenGL belongs to that thread, and what it was made for.
_mine = threading.local()


def _studio(chunk: Chunk) -> Studio:
    of = (chunk.bodies, chunk.job.assets, chunk.job.mocap, chunk.device)
    kept: tuple[object, Studio] | None = getattr(_mine, "kept", None)
    if kept is not None and kept[0] == of:
        return kept[1]
    if kept is not None:
        kept[1].close()
        _mine.kept = None
    os.environ.setdefault("LP_NUM_THREADS", "1")
    cv2.setNumThreads(1)
    made = Studio(*of)
    _mine.kept = (of, made)
    return made


def _row(chunk: Chunk, state: Literal["kept", "failed"], problem: str = "") -> ChunkRow:
    return ChunkRow(chunk.start, chunk.end - chunk.start, state, problem)


def _absolute(job: Job) -> Job:
    """Under paths that do not depend on where a worker was started."""
    return replace(
        job,
        out=job.out.absolute(),
        assets=job.assets and job.assets.absolute(),
        mocap=job.mocap and job.mocap.absolute(),
    )


def _refuse_failed(rows: Sequence[ChunkRow], job: Job) -> None:
    failed = [row for row in rows if row.state == "failed"]
    if failed:
        raise PosecamError(
            f"{sum(r.count for r in failed)} of {job.count} {job.unit}s were not made, see "
            f"{job.out / TABLE}; the first of them: {failed[0].problem}"
        )
