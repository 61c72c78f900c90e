"""Annotated folders of rendered people: resumable, and the same for the same seed."""

from __future__ import annotations

import json
import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor, as_completed
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
from training.synthesis.body import bodies_file
from training.synthesis.scene import SIZE, Sample, Studio

#: Pictures that are made, or made again, at once.
CHUNK = 50
#: After so many chunks the annotations of all finished ones are written.
_MERGE_EVERY = 10
_RECIPE = "recipe.json"
_PARTS = "parts"
#: Raised when pictures of a seed change.
_VERSION = 2

_studio: Studio | None = None


def synthesize(assets: Path | None, count: int, out: Path, workers: int = 2, seed: int = 0) -> None:
    """Render pictures 0..count-1 of a seed into an annotated folder.

    Picture i depends on the seed and i alone, and finished chunks are kept: a run that was cut
    off goes on, and a larger count adds to what is there. Beside the layout's arrays the
    annotations have `occluded` (N, 16), `camera` (N, 3, 3) from camera frame to pixels, and
    `nose` (N, 3); `masks/` has where each person is seen.

    Raises:
        PosecamError: out holds pictures of another recipe, or something cannot be read, drawn
            or written.
    """
    if count < 1 or workers < 1:
        raise PosecamError("The number of pictures and of workers must be at least one.")
    if assets is not None and not (assets / "posebank.npz").is_file():
        raise PosecamError(f"{assets} is no folder of assets: posebank.npz is missing.")
    bodies = bodies_file(cache_folder())
    try:
        _prepare(out, assets, seed)
        chunks = [(s, min(s + CHUNK, count)) for s in range(0, count, CHUNK)]
        missing = [c for c in chunks if not _part(out, *c).is_file()]
        context = multiprocessing.get_context("spawn")
        with (
            ProcessPoolExecutor(
                workers, context, initializer=_start, initargs=(bodies, assets)
            ) as pool,
            tqdm(total=count, unit="picture", disable=None) as progress,
        ):
            progress.update(count - sum(b - a for a, b in missing))
            waiting = {pool.submit(_make_chunk, out, seed, *c): c for c in missing}
            for done, job in enumerate(as_completed(waiting), start=1):
                job.result()
                start, end = waiting[job]
                progress.update(end - start)
                if done % _MERGE_EVERY == 0:
                    _merge(out)
        _merge(out)
    except OSError as error:
        raise PosecamError(f"Pictures cannot be written to {out} ({error}).") from error


def _prepare(out: Path, assets: Path | None, seed: int) -> None:
    for folder in ("images", "masks", _PARTS):
        (out / folder).mkdir(parents=True, exist_ok=True)
    recipe = {"version": _VERSION, "seed": seed, "size": SIZE, "assets": assets is not None}
    path = out / _RECIPE
    if path.is_file():
        there = json.loads(path.read_text(encoding="utf-8"))
        if there != recipe:
            raise PosecamError(
                f"{out} was made with {there}, not with {recipe}; choose another folder."
            )
    else:
        path.write_text(json.dumps(recipe), encoding="utf-8")


def _start(bodies: Path, assets: Path | None) -> None:
    """Make this worker's studio; drawing in software gets one thread, like all else here."""
    global _studio  # noqa: PLW0603, a worker process has one
    os.environ.setdefault("LP_NUM_THREADS", "1")
    cv2.setNumThreads(1)
    _studio = Studio(bodies, assets)


def _part(out: Path, start: int, end: int) -> Path:
    return out / _PARTS / f"{start:07d}-{end:07d}.npz"


def _make_chunk(out: Path, seed: int, start: int, end: int) -> None:
    if _studio is None:
        raise RuntimeError("The worker was not started.")
    rows = []
    for number in range(start, end):
        rng = np.random.default_rng([seed, number])
        sample = _studio.sample(rng)
        name = f"{number:07d}.jpg"
        quality = int(rng.integers(60, 96))
        _write(out / "images" / name, sample.picture[..., ::-1], cv2.IMWRITE_JPEG_QUALITY, quality)
        mask = sample.mask.astype(np.uint8) * 255
        _write(out / "masks" / f"{number:07d}.png", mask, cv2.IMWRITE_PNG_BILEVEL, 1)
        rows.append(_row(name, sample))
    part = _part(out, start, end)
    partial = part.with_suffix(".writing.npz")
    _save(partial, {k: np.stack([row[k] for row in rows]) for k in rows[0]})
    partial.replace(part)


def _row(name: str, sample: Sample) -> dict[str, NDArray[Any]]:
    return {
        "files": np.array(name),
        "box": sample.box.astype(np.float32),
        "joints_2d": sample.joints_2d.astype(np.float32),
        "visible": sample.visible,
        "joints_3d": sample.joints_3d.astype(np.float32),
        "occluded": sample.occluded,
        "camera": sample.camera.astype(np.float32),
        "nose": sample.nose.astype(np.float32),
    }


def _write(path: Path, picture: NDArray[np.uint8], option: int, value: int) -> None:
    if not cv2.imwrite(str(path), picture, [option, value]):
        raise OSError(f"{path} cannot be written")


def _save(path: Path, arrays: dict[str, NDArray[Any]]) -> None:
    named: dict[str, Any] = dict(arrays)  # numpy's stub takes no arrays by keyword
    np.savez_compressed(path, **named)


def _merge(out: Path) -> None:
    """Write the annotations of all finished chunks, in the order of their pictures."""
    parts = sorted(p for p in (out / _PARTS).glob("*.npz") if ".writing" not in p.name)
    tables = []
    for part in parts:
        with np.load(part, allow_pickle=False) as stored:
            tables.append({k: stored[k] for k in stored.files})
    # A chunk that was cut short by a smaller count is part of a later, longer one.
    joined = {k: np.concatenate([t[k] for t in tables]) for k in tables[0]}
    _, first = np.unique(joined["files"], return_index=True)
    merged = {k: v[first] for k, v in joined.items()}
    partial = out / "annotations.writing.npz"
    _save(partial, merged | {"joint_names": np.array(skeleton.NAMES)})
    partial.replace(out / ANNOTATIONS)
