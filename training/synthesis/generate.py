"""Annotated folders of rendered people: resumable, and the same for the same seed."""

from __future__ import annotations

import math
import multiprocessing
import os
import socket
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from posecam import skeleton
from posecam.errors import PosecamError
from training.datasets.folder import ANNOTATIONS
from training.datasets.store import cache_folder
from training.synthesis.bake import FILE_NAME, bodies_file
from training.synthesis.recipe import prepare
from training.synthesis.scene import SIZE, Sample, Studio, Truth
from training.synthesis.sequences import FRAMES, render_sequence

#: Images that are made, or made again, at once.
CHUNK = 50
#: After so many chunks, or this share of all, the annotations of finished ones are written.
_MERGE_EVERY, _MERGE_SHARE = 20, 0.05
#: How long a worker that waits for a calm machine sleeps, s.
_NAP_S = 20.0
_PARTS = "parts"
#: Raised when images of a seed change.
EDITION = 6

Row = dict[str, NDArray[Any]]


@dataclass(frozen=True, slots=True)
class Job:
    """What a run makes.

    Attributes:
        out: folder to write or to continue.
        seed: of the images.
        count: images, or sequences.
        assets: clothes, hair, skins and panoramas; without, painted clothes and plain rooms.
        mocap: file of motion; without, made-up postures only.
        sequences: short sequences of one person in place of single images.
    """

    out: Path
    seed: int
    count: int
    assets: Path | None = None
    mocap: Path | None = None
    sequences: bool = False

    @property
    def unit(self) -> str:
        """What is counted."""
        return "sequence" if self.sequences else "image"

    def recipe(self) -> dict[str, Any]:
        """What must be the same for a folder to be continued."""
        return {
            "edition": EDITION,
            "bodies": FILE_NAME,
            "seed": self.seed,
            "size": SIZE,
            "assets": self.assets is not None,
            "mocap": self.mocap is not None,
            "frames": FRAMES if self.sequences else 1,
        }


_studio: Studio | None = None
_calm = math.inf


@dataclass(frozen=True, slots=True)
class Machine:
    """What a run may use of the machine; images are alike on the processor whatever it is.

    Attributes:
        workers: processes.
        calm: all workers but the first wait while the load average is above this.
        device: EGL's number of the device that draws; None leaves it to EGL.
    """

    workers: int = 2
    calm: float | None = None
    device: int | None = None


def synthesize(job: Job, machine: Machine = Machine()) -> None:
    """Render images, or sequences, 0..count-1 of a seed into an annotated folder.

    Image i depends on the seed and i alone, and finished chunks are kept: a run that was cut
    off goes on, and a larger count adds to what is there. docs/training.md says what the
    annotations hold; `masks/` has where each person is seen.

    Raises:
        PosecamError: out holds images of another recipe, or something cannot be read, drawn
            or written.
    """
    if machine.workers < 1:
        raise PosecamError("The number of images and of workers must be at least one.")
    if machine.calm is not None and not hasattr(os, "getloadavg"):
        raise PosecamError("How busy the machine is cannot be told here: leave out --calm.")
    try:
        bodies, chunks = begin(job)
        missing = [c for c in chunks if not part_of(job.out, *c).is_file()]
        context = multiprocessing.get_context("spawn")
        with (
            ProcessPoolExecutor(
                machine.workers, context, initializer=_start, initargs=(bodies, job, machine)
            ) as pool,
            tqdm(total=job.count, unit=job.unit, disable=None) as progress,
        ):
            progress.update(job.count - sum(b - a for a, b in missing))
            waiting = {pool.submit(_make_chunk, job, *c): c for c in missing}
            fresh = 0
            for future in as_completed(waiting):
                future.result()
                start, end = waiting[future]
                progress.update(end - start)
                fresh += 1
                if merge_is_due(fresh, progress.n, end - start):
                    merge(job.out)
                    fresh = 0
        merge(job.out)
    except OSError as error:
        raise PosecamError(f"Images cannot be written to {job.out} ({error}).") from error


def begin(job: Job) -> tuple[Path, list[tuple[int, int]]]:
    """The file of bodies, and the chunks of a run: first number, and the one behind the last.

    Raises:
        PosecamError: there is nothing to make it of, or out holds images of another recipe.
        OSError: out cannot be written.
    """
    if job.count < 1:
        raise PosecamError("The number of images and of workers must be at least one.")
    if job.assets is not None and not (job.assets / "clothes").is_dir():
        raise PosecamError(f"{job.assets} is no folder of assets: clothes/ is missing.")
    if job.sequences and job.mocap is None:
        raise PosecamError("Sequences follow motion capture: give its file with --mocap.")
    bodies = bodies_file(cache_folder())
    chunk = max(CHUNK // FRAMES, 1) if job.sequences else CHUNK
    prepare(job.out, ("images", "masks", _PARTS), job.recipe())
    return bodies, [(s, min(s + chunk, job.count)) for s in range(0, job.count, chunk)]


def merge_is_due(fresh: int, made: float, chunk: int) -> bool:
    """Whether so many new chunks are to be written into the annotations of so many images."""
    return fresh >= max(_MERGE_EVERY, _MERGE_SHARE * made / chunk)


def _start(bodies: Path, job: Job, machine: Machine) -> None:
    """Make this worker's studio; drawing in software gets one thread, like all else here."""
    global _studio, _calm  # noqa: PLW0603, a worker process has one of each
    first = (multiprocessing.current_process()._identity or (1,))[0] == 1
    _calm = math.inf if machine.calm is None or first else machine.calm
    threading.Thread(target=_end_with_parent, name="posecam-parent", daemon=True).start()
    os.environ.setdefault("LP_NUM_THREADS", "1")
    cv2.setNumThreads(1)
    _studio = Studio(bodies, job.assets, job.mocap, machine.device)
    if first:
        tqdm.write(f"Rendering with {_studio.renderer().device_name}", sys.stderr)


def _end_with_parent() -> None:
    """Leave no worker drawing where the first process was killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def part_of(out: Path, start: int, end: int) -> Path:
    """The annotations of a chunk, which are there once all of its images are."""
    return out / _PARTS / f"{start:07d}-{end:07d}.npz"


def _make_chunk(job: Job, start: int, end: int) -> None:
    if _studio is None:
        raise RuntimeError("The worker was not started.")
    while not math.isinf(_calm) and os.getloadavg()[0] > _calm:
        time.sleep(_NAP_S)
    make_chunk(_studio, job, start, end)


def make_chunk(studio: Studio, job: Job, start: int, end: int) -> None:
    """Render the images of a chunk, and write its annotations at once.

    Raises:
        OSError: they cannot be written.
    """
    rows = [r for number in range(start, end) for r in _rows(studio, job, number)]
    part = part_of(job.out, start, end)
    # Of this process alone: where one was given up for lost another makes the same.
    partial = part.with_suffix(f".{socket.gethostname()}-{os.getpid()}.writing.npz")
    try:
        save(partial, {k: np.stack([row[k] for row in rows]) for k in rows[0]})
        partial.replace(part)
    finally:
        partial.unlink(missing_ok=True)


def _rows(studio: Studio, job: Job, number: int) -> Iterator[Row]:
    """Write the images of one number and yield their annotations."""
    quality = int(np.random.default_rng([job.seed, number]).integers(60, 96))
    if not job.sequences:
        sample, attempt = studio.sample(job.seed, number)
        name = f"{number:07d}"
        _write_images(job.out, name, sample, quality)
        yield row(name, sample.truth) | _drawn(sample, attempt)
        return
    samples, attempt = render_sequence(studio, job.seed, number)
    for step, sample in enumerate(samples):
        name = f"{number:06d}-{step:02d}"
        _write_images(job.out, name, sample, quality)
        place = {"sequence": np.array(number), "time": np.array(step / 30.0, np.float32)}
        yield row(name, sample.truth) | _drawn(sample, attempt) | place


def row(name: str, truth: Truth) -> Row:
    """What the annotations say of an image that may not have been drawn now."""
    return {
        "files": np.array(f"{name}.jpg"),
        "box": truth.box.astype(np.float32),
        "joints_2d": truth.joints_2d.astype(np.float32),
        "visible": truth.visible,
        "joints_3d": truth.joints_3d.astype(np.float32),
        "camera": truth.camera.astype(np.float32),
        "up": truth.up.astype(np.float32),
        "field_of_view": np.array(truth.field_of_view_deg, np.float32),
        "frame_size": truth.frame_size.astype(np.float32),
        "distance": np.array(truth.distance, np.float32),
    }


def _drawn(sample: Sample, attempt: int) -> Row:
    return {"occluded": sample.occluded, "attempt": np.array(attempt, np.int8)}


def _write_images(out: Path, name: str, sample: Sample, quality: int) -> None:
    image = sample.image[..., ::-1]
    _write(out / "images" / f"{name}.jpg", image, cv2.IMWRITE_JPEG_QUALITY, quality)
    mask = sample.mask.astype(np.uint8) * 255
    _write(out / "masks" / f"{name}.png", mask, cv2.IMWRITE_PNG_BILEVEL, 1)


def _write(path: Path, image: NDArray[np.uint8], option: int, value: int) -> None:
    done, coded = cv2.imencode(path.suffix, image, [option, value])
    if not done:
        raise OSError(f"{path} cannot be coded")
    path.write_bytes(coded.tobytes())  # OpenCV's own writing does not tell of a full disk


def save(path: Path, arrays: dict[str, NDArray[Any]]) -> None:
    """Write arrays by name into a compressed file."""
    named: dict[str, Any] = dict(arrays)  # numpy's stub takes no arrays by keyword
    np.savez_compressed(path, **named)


def merge(out: Path) -> None:
    """Write the annotations of all finished chunks, in the order of their images.

    Raises:
        OSError: they cannot be written.
    """
    parts = sorted(p for p in (out / _PARTS).glob("*.npz") if ".writing" not in p.name)
    tables = []
    for part in parts:
        with np.load(part, allow_pickle=False) as stored:
            tables.append({k: stored[k] for k in stored.files})
    # A chunk that was cut short by a smaller count is part of a later, longer one.
    joined = {k: np.concatenate([t[k] for t in tables]) for k in tables[0]}
    _, first = np.unique(joined["files"], return_index=True)
    write_annotations(out, {k: v[first] for k, v in joined.items()})


def write_annotations(out: Path, table: dict[str, NDArray[Any]]) -> None:
    """Replace the annotations of a folder at once."""
    partial = out / "annotations.writing.npz"
    save(partial, table | {"joint_names": np.array(skeleton.KEYPOINT_NAMES)})
    partial.replace(out / ANNOTATIONS)
