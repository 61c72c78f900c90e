"""Score a network on clips of one person whose joints were measured by marker mocap.

A folder of them holds `NAME.mp4` and `NAME_truth.npz`: `joints` (T, 12, 3) m, y up, limb joints in
MPII's order without the trunk, at `time` (T,) s, which is the video's time plus `offset`.

The network sees single frames, unsmoothed; the crop follows the joints of the frame before, as the
application's does.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

import cv2
import numpy as np
from cv2.typing import MatLike
from numpy.typing import NDArray
from tqdm import tqdm

from posecam import skeleton
from posecam.errors import PosecamError
from posecam.geometry import (
    CROP_MARGIN,
    apply_affine,
    crop_matrix,
    focal_length_px,
    in_camera,
    invert_affine,
    joints_box,
    millimetres_per_unit,
    procrustes,
    square_crop,
)
from training.predict import ASSUMED_FIELD_OF_VIEW_DEG, Runner

Array = NDArray[np.floating]

TRUTH = "_truth.npz"
_KEYS = ("joints", "time", "offset")
_LIMBS = list(skeleton.LIMBS)
#: Of the twelve limb joints: hip, knee, ankle and shoulder, elbow, wrist of either side.
_KNEES, _ELBOWS = ((2, 1, 0), (3, 4, 5)), ((8, 7, 6), (9, 10, 11))
#: The first frame is looked at this often, each time nearer: the first time whole.
_FIRST_LOOKS = 4
#: Joints below this score do not shape the next crop.
_TRUSTED = 0.2
#: Mocap is at 100 Hz: every third sample is about the video's rate.
_EVERY = 3


@dataclass(frozen=True, slots=True, eq=False)
class MocapClip:
    """A video and what markers say of it.

    Attributes:
        video: the file.
        time: (T,) s of the video.
        joints: (T, 12, 3) mm, y up, limb joints in MPII's order.
    """

    video: Path
    time: Array
    joints: Array


def has_mocap_clips(folder: Path) -> bool:
    """Whether a folder holds clips with marker mocap."""
    return any(folder.glob(f"*{TRUTH}"))


def read_mocap_clips(folder: Path) -> list[MocapClip]:
    """The clips of a folder, by name.

    Raises:
        PosecamError: a video is missing or a truth is broken.
    """
    clips = []
    for path in sorted(folder.glob(f"*{TRUTH}")):
        video = path.with_name(path.name.removesuffix(TRUTH) + ".mp4")
        if not video.is_file():
            raise PosecamError(f"{path} has no video {video.name} beside it.")
        try:
            with np.load(path, allow_pickle=False) as stored:
                missing = [k for k in _KEYS if k not in stored]
                if missing:
                    raise PosecamError(f"{path} lacks the arrays {', '.join(missing)}.")
                joints, time, offset = (stored[k].astype(np.float64) for k in _KEYS)
        except (OSError, ValueError, BadZipFile) as error:
            raise PosecamError(f"{path} cannot be read ({error}).") from error
        if joints.shape != (len(time), len(_LIMBS), 3):
            raise PosecamError(f"{path}: joints have shape {joints.shape}, (T, 12, 3) is needed.")
        clips.append(MocapClip(video, time - float(offset), joints * 1000.0))
    return clips


def predict_clip(
    run: Runner, size: int, video: Path, *, progress: bool = True
) -> tuple[Array, Array]:
    """Joints of one person in every frame of a video.

    Returns:
        (F,) times, s, and (F, 16, 3) joints, mm, relative to the pelvis, camera frame.

    Raises:
        PosecamError: the video cannot be read.
    """
    capture = cv2.VideoCapture(str(video))
    times, joints = [], []
    box: Array | None = None
    with tqdm(desc=video.stem, unit="img", disable=not progress) as bar:
        while True:
            good, image = capture.read()
            if not good:
                break
            if box is None:
                box = np.array([0.0, 0.0, image.shape[1], image.shape[0]])
                box = box / np.array([1, 1, CROP_MARGIN, CROP_MARGIN])
                for _ in range(_FIRST_LOOKS - 1):
                    box = _predict_frame(run, size, image, box)[1]
            joints_3d, box = _predict_frame(run, size, image, box)
            times.append(capture.get(cv2.CAP_PROP_POS_MSEC) / 1000.0)
            joints.append(joints_3d)
            bar.update()
    capture.release()
    if not joints:
        raise PosecamError(f"{video} cannot be read as a video.")
    return np.array(times), np.stack(joints)


def _predict_frame(run: Runner, size: int, image: MatLike, box: Array) -> tuple[Array, Array]:
    """Joints (16, 3) mm and the tight box round those that are trusted, px."""
    matrix = crop_matrix(*square_crop(box, CROP_MARGIN), size)
    crop = cv2.warpAffine(image, matrix, (size, size), flags=cv2.INTER_LINEAR)
    given = run(np.ascontiguousarray(crop[None, ..., ::-1].transpose(0, 3, 1, 2), np.float32))
    joints, score = (given[name][0, : skeleton.COUNT] for name in ("joints", "scores"))
    back = invert_affine(matrix)
    placed = apply_affine(back, joints[:, :2].astype(np.float64))
    frame = image.shape[1], image.shape[0]
    joints_3d = in_camera(
        np.column_stack([placed, joints[:, 2] * math.sqrt(abs(np.linalg.det(back[:, :2])))]),
        focal_length_px(frame, ASSUMED_FIELD_OF_VIEW_DEG),
        (np.array(frame) - 1) / 2,
        box[:2] + box[2:] / 2,
    )
    trusted = score > _TRUSTED
    following = joints_box(placed, trusted) if trusted.sum() >= 2 else box
    return joints_3d * millimetres_per_unit(joints_3d, score), following


def mocap_figures(clip: MocapClip, times: Array, joints_3d: Array) -> dict[str, float]:
    """How far joints are from the markers'.

    Returns:
        `pa_mpjpe_mm`: of the twelve limb joints, after the best similarity per frame;
        `knee_deg`, `elbow_deg`: mean error of the angle of flexion;
        `straight_knees_deg`: its mean signed error over the straightest quarter of the frames (+
        reads as bent), and `bent_knees_deg` over the most bent;
        `lean_deg`: mean error of the trunk's lean from the vertical, the camera taken to be level.
    """
    wanted = clip.time[(clip.time >= times[0]) & (clip.time <= times[-1])][::_EVERY]
    found = _at(times, joints_3d[:, _LIMBS], wanted)
    true = _at(clip.time, clip.joints, wanted)
    pa = [
        np.linalg.norm(procrustes(ours, theirs) - theirs, axis=-1).mean()
        for ours, theirs in zip(found, true, strict=True)
    ]
    figures = {"pa_mpjpe_mm": float(np.mean(pa))}
    for name, triples in (("knee_deg", _KNEES), ("elbow_deg", _ELBOWS)):
        off = [np.abs(_flexion(found, *t) - _flexion(true, *t)).mean() for t in triples]
        figures[name] = float(np.mean(off))
    straight, bent = [], []
    for triple in _KNEES:
        right = _flexion(true, *triple)
        error = _flexion(found, *triple) - right
        straight.append(error[right <= np.percentile(right, 25)].mean())
        bent.append(error[right >= np.percentile(right, 75)].mean())
    figures["straight_knees_deg"] = float(np.mean(straight))
    figures["bent_knees_deg"] = float(np.mean(bent))
    lean = _lean(found, np.array([0.0, -1, 0])) - _lean(true, np.array([0.0, 1, 0]))
    return figures | {"lean_deg": float(np.abs(lean).mean())}


def _at(times: Array, values: Array, wanted: Array) -> Array:
    """Values (T, ...) at other times, in between along straight lines."""
    columns = values.reshape(len(values), -1).T
    between = np.stack([np.interp(wanted, times, column) for column in columns], 1)
    return between.reshape(len(wanted), *values.shape[1:])


def _flexion(joints: Array, above: int, at: int, below: int) -> Array:
    """(T,) degrees between the bones that meet at a joint; 0 is straight."""
    first, second = joints[:, at] - joints[:, above], joints[:, below] - joints[:, at]
    cosine = (first * second).sum(-1)
    cosine /= np.linalg.norm(first, axis=-1) * np.linalg.norm(second, axis=-1)
    return np.asarray(np.degrees(np.arccos(np.clip(cosine, -1, 1))))


def _lean(joints: Array, up: Array) -> Array:
    """(T,) degrees between the line from hips to shoulders and the vertical."""
    trunk = (joints[:, 8] + joints[:, 9] - joints[:, 2] - joints[:, 3]) / 2
    return np.asarray(np.degrees(np.arccos(trunk @ up / np.linalg.norm(trunk, axis=1))))
