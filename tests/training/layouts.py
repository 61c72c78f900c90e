"""The public layouts, written as small as they can be, with values that a test can check."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import cv2
import h5py
import numpy as np
from scipy.io import savemat

from posecam import skeleton
from tests.fakes.standing import standing
from training.datasets.coco import COCO_NAMES
from training.datasets.h36m_cameras import CAMERAS

#: S1's first camera, as the release has it: position, focal lengths, middle, coefficients.
POSITION = (1841.1, 4955.3, 1563.4)
LENS = (1145.05, 1143.78, 512.54, 515.45, -0.2071, 0.2478, -0.0031, -0.00098, -0.00142)


def image(path: Path, size: tuple[int, int] = (64, 64)) -> None:
    """A grey jpg of (width, height)."""
    path.parent.mkdir(parents=True, exist_ok=True)
    assert cv2.imwrite(str(path), np.full((size[1], size[0], 3), 90, np.uint8))


def write_lsp(folder: Path, count: int = 8) -> np.ndarray:
    """LSP: joints (3, 14, N), of which the third row says what is hidden."""
    joints = np.random.default_rng(0).uniform(5, 60, (3, 14, count))
    joints[2] = 0
    joints[2, 0] = 1
    for i in range(count):
        image(folder / "images" / f"im{i + 1:04d}.jpg")
    savemat(folder / "joints.mat", {"joints": joints})
    return joints


def mpii_joints(number: int) -> np.ndarray:
    """(16, 2) px, counted from one."""
    return np.arange(32, dtype=float).reshape(16, 2) + 10 + number


def write_mpii(folder: Path, *, one_file: bool = False) -> None:
    """Two people to train and one held out; the second lacks an ankle."""
    rows: dict[str, list[dict[str, Any]]] = {"train": [], "valid": []}
    flat = []
    for number, part in enumerate(("train", "train", "valid")):
        joints, seen = mpii_joints(number), np.ones(16)
        if number == 1:
            joints[0], seen[0] = (-1, -1), 0
        name = f"{number:09d}.jpg"
        image(folder / "images" / name)
        rows[part].append(
            {"image": name, "joints": joints.tolist(), "joints_vis": seen.tolist(),
             "center": [31.0, 41.0], "scale": 0.2}
        )  # fmt: skip
        shown = np.column_stack([np.maximum(joints, 0), seen])
        flat.append(
            {"img_paths": name, "joint_self": shown.tolist(), "objpos": [31.0, 41.0],
             "scale_provided": 0.2, "isValidation": float(part == "valid")}
        )  # fmt: skip
    if one_file:
        (folder / "mpii_annotations.json").write_text(json.dumps(flat))
        return
    (folder / "annot").mkdir(exist_ok=True)
    for part, people in rows.items():
        (folder / "annot" / f"{part}.json").write_text(json.dumps(people))
    heads = np.zeros((2, 2, 1))
    heads[:, :, 0] = [[10, 10], [13, 14]]  # a diagonal of 5 px
    savemat(folder / "annot" / "gt_valid.mat", {"headboxes_src": heads})


def write_coco(folder: Path) -> np.ndarray:
    """One person with limbs, one crowd, one with no joints, in val; returns (17, 3)."""
    keypoints = np.column_stack([np.arange(17) * 3 + 5, np.arange(17) * 2 + 7, np.full(17, 2)])
    keypoints[COCO_NAMES.index("l_wrist")] = 0
    rows = [
        {"image_id": 7, "bbox": [4, 5, 50, 40], "area": 900.0, "iscrowd": 0,
         "keypoints": keypoints.ravel().tolist(), "num_keypoints": 16},
        {"image_id": 7, "bbox": [0, 0, 9, 9], "area": 9, "iscrowd": 1,
         "keypoints": keypoints.ravel().tolist(), "num_keypoints": 16},
        {"image_id": 7, "bbox": [0, 0, 9, 9], "area": 9, "iscrowd": 0,
         "keypoints": [0] * 51, "num_keypoints": 0},
    ]  # fmt: skip
    for part, people in (("val", rows), ("train", [])):
        path = folder / "annotations" / f"person_keypoints_{part}2017.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        images = [{"id": 7, "file_name": "000000000007.jpg"}]
        path.write_text(json.dumps({"images": images, "annotations": people}))
    image(folder / "val2017" / "000000000007.jpg")
    return keypoints


def look_at(position: np.ndarray, target: np.ndarray) -> np.ndarray:
    """(3, 3) of a camera with y down that looks at a target in a world with z up."""
    away = (target - position) / np.linalg.norm(target - position)
    right = np.cross(away, (0, 0, 1.0))
    right /= np.linalg.norm(right)
    return np.array([right, np.cross(away, right), away])


def angles_of(rotation: np.ndarray) -> tuple[float, float, float]:
    """Angles about x, y and z whose rotations, multiplied in this order, give the matrix."""
    y = np.arcsin(rotation[0, 2])
    return (
        float(np.arctan2(-rotation[1, 2], rotation[2, 2])),
        float(y),
        float(np.arctan2(-rotation[0, 1], rotation[0, 0])),
    )


def in_world(at: tuple[float, float]) -> np.ndarray:
    """(17, 3) mm: a person upright in a world with z up, facing +y."""
    body = skeleton.to_h36m(standing())
    return np.column_stack([-body[:, 0] + at[0], -body[:, 2] + at[1], -body[:, 1] + 900])


def write_h36m(folder: Path, *, metadata: bool = True) -> np.ndarray:
    """S1 and S9 walk for eleven frames, seen by one camera; returns S9's (11, 17, 3) mm."""
    folder.mkdir(parents=True, exist_ok=True)
    path = {}
    for subject, size in (("S1", 1.0), ("S9", 1.1)):
        frames = np.stack([in_world((20.0 * i, 0)) * size for i in range(11)])
        full = np.zeros((11, 32, 3), np.float32)
        full[:, [0, 1, 2, 3, 6, 7, 8, 12, 13, 14, 15, 17, 18, 19, 25, 26, 27]] = frames / 1000
        path[subject] = {"Walking 1": full, "Photo": full[:3]}
        for number in (1, 3, 6, 11, 12):  # the twelfth has no joints
            name = f"{subject}_Walking_1.{CAMERAS[0]}_{number:06d}.jpg"
            image(folder / "images" / name)
    np.savez_compressed(folder / "data_3d_h36m.npz", positions_3d=np.array(path, dtype=object))
    rotation = look_at(np.array(POSITION), np.array([0, 0, 900.0]))
    if metadata:
        place = [*angles_of(rotation), *POSITION]
        numbers = place * 44 + list(LENS) * 4
        text = " ".join(f"{v:.9f}" for v in numbers)
        (folder / "metadata.xml").write_text(f"<a><w0>[{text}]</w0></a>")
    else:
        f, k = LENS[:2], LENS[4:]
        matrix = [[f[0], 0, LENS[2]], [0, f[1], LENS[3]], [0, 0, 1]]
        lens = {"calibration_matrix": matrix, "distortion": [k[0], k[1], k[4], k[3], k[2]]}
        view = {"R": rotation.tolist(), "t": (-rotation @ np.array(POSITION))[:, None].tolist()}
        (folder / "camera-parameters.json").write_text(
            json.dumps(
                {
                    "intrinsics": {CAMERAS[0]: lens},
                    "extrinsics": {s: {CAMERAS[0]: view} for s in ("S1", "S9")},
                }
            )
        )
    return np.asarray(path["S9"]["Walking 1"], np.float64) * 1000


def write_h36m_challenge(folder: Path) -> None:
    """Three people to train, one to test; the third's joints are found somewhere else."""
    body = skeleton.to_h36m(standing())
    for part, count in (("Train", 3), ("Val", 1)):
        place = folder / part
        (place / "POSE").mkdir(parents=True)
        for i in range(count):
            image(place / "IMG" / f"{i + 1:05d}.jpg", (100, 100))
            np.savetxt(place / "POSE" / f"{i + 1:05d}.csv", body * (1 + i), delimiter=",")
        found = np.stack([standing()[:, :2] * 0.05 + 50] * count)
        if count == 3:
            found[2] = np.random.default_rng(0).uniform(0, 100, (16, 2))
        np.savez(place / "joints_2d.npz", joints_2d=found, scores=np.full((count, 16), 0.9))


def write_3dhp(folder: Path, *, test: bool = True) -> None:
    """S1 and S8 with two cameras, frames of the first; a test video of two valid frames."""
    f, middle = 1500.0, np.array([1024.0, 1030.0])
    rng = np.random.default_rng(0)
    for subject in ("S1", "S8"):
        cells: dict[str, np.ndarray] = {n: np.empty((2, 1), object) for n in ("annot2", "annot3")}
        for camera in range(2):
            solid = rng.normal(0, 400, (12, 28, 3)) + np.array([0, 0, 4000.0])
            flat = solid[..., :2] / solid[..., 2:] * f + middle
            cells["annot2"][camera, 0] = flat.reshape(12, 56)
            cells["annot3"][camera, 0] = solid.reshape(12, 84)
        place = folder / subject / "Seq1"
        place.mkdir(parents=True)
        savemat(place / "annot.mat", cells)
        for number in (1, 2, 6, 40):
            image(place / "imageFrames" / "video_0" / f"frame_{number:06d}.jpg")
    if not test:
        return
    place = folder / "TS1"
    place.mkdir()
    solid = rng.normal(0, 400, (3, 1, 17, 3)) + np.array([0, 0, 4000.0])
    with h5py.File(place / "annot_data.mat", "w") as stored:
        stored["annot3"] = solid
        stored["annot2"] = solid[..., :2] / solid[..., 2:] * f + middle
        stored["valid_frame"] = np.array([[1], [0], [1]])
    for number in (1, 2, 3):
        image(place / "imageSequence" / f"img_{number:06d}.jpg")
