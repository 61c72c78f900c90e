"""Write the annotations of rendered images again from their recipe, drawing nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from posecam.errors import PosecamError
from training.datasets.folder import ANNOTATIONS
from training.datasets.store import cache_folder
from training.synthesis.bake import bodies_file
from training.synthesis.generate import Job, Row, row, write_annotations
from training.synthesis.recipe import read_recipe
from training.synthesis.scene import Scene, Studio
from training.synthesis.sequences import sequence_scenes

#: What only drawing can tell, and what says how an image came about: kept as it is.
_KEPT = ("occluded", "attempt", "sequence", "time")


def annotate(folder: Path, assets: Path | None, mocap: Path | None) -> None:
    """Write the annotations of a rendered folder again, from what its images were made of.

    For when keypoints or annotations have a new definition. Which keypoints are occluded is kept,
    for that is seen in what was drawn.

    Raises:
        PosecamError: the folder was not rendered by this edition with these assets and motion,
            or something cannot be read or written.
    """
    recipe, table = read_recipe(folder), _read(folder)
    sequences = recipe.get("frames", 1) > 1
    job = Job(folder, int(recipe.get("seed", 0)), 1, assets, mocap, sequences)
    if recipe != job.recipe():
        raise PosecamError(f"{folder} was made with {recipe}, not with {job.recipe()}.")
    studio = Studio(bodies_file(cache_folder()), assets, mocap)
    names = [str(f).removesuffix(".jpg") for f in table["files"]]
    rows: list[Row] = []
    for name, attempt in zip(
        tqdm(names, unit="image", disable=None), table["attempt"], strict=True
    ):
        scene = _scene(studio, job, name, int(attempt))
        rows.append(row(name, scene.truth()))
    made = {k: np.stack([r[k] for r in rows]) for k in rows[0]}
    kept = {k: table[k] for k in _KEPT if k in table}
    try:
        write_annotations(folder, made | kept)
    except OSError as error:
        raise PosecamError(f"The annotations of {folder} cannot be written ({error}).") from error


def _scene(studio: Studio, job: Job, name: str, attempt: int) -> Scene:
    if not job.sequences:
        return studio.scene(job.seed, int(name), attempt)
    number, step = (int(part) for part in name.split("-"))
    return sequence_scenes(studio, job.seed, number, attempt)[step]


def _read(folder: Path) -> dict[str, NDArray[Any]]:
    try:
        with np.load(folder / ANNOTATIONS, allow_pickle=False) as stored:
            return {k: stored[k] for k in stored.files}
    except (OSError, ValueError) as error:
        raise PosecamError(f"The annotations of {folder} cannot be read ({error}).") from error
