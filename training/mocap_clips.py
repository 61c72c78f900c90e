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
from typing import Final
from zipfile import BadZipFile

import cv2
import numpy as np
from cv2.typing import MatLike
from numpy.typing import NDArray
from tqdm import tqdm

from posecam import skeleton
from posecam.errors import PosecamError
from posecam.geometry import CROP_MARGIN, joints_box, procrustes
from training.predict import Camera, Placed, Runner, assumed_camera, look

Array = NDArray[np.floating]

TRUTH = "_truth.npz"
_KEYS = ("joints", "time", "offset")
_LIMBS = list(skeleton.LIMBS)
#: Of the twelve limb joints: hip, knee, ankle and shoulder, elbow, wrist of either side.
_KNEES, _ELBOWS = ((2, 1, 0), (3, 4, 5)), ((8, 7, 6), (9, 10, 11))
#: The first frame is looked at this often, each time nearer, after the person was looked for in the
#: whole image and in squares of so much of its longer side.
_FIRST_LOOKS, _PARTS = 4, (0.7, 0.45)
#: Joints below this score do not shape the next crop.
_TRUSTED = 0.2
_FEWEST_TRUSTED = 2
#: Who shows fewer such joints is no longer followed, where people come and go.
_FEWEST_OF_A_PERSON = 8
#: Away from the ground in the frame of a level camera.
_UP = np.array([0.0, -1.0, 0.0])
#: Degrees of knees in half a squat.
_HALF_BENT: Final = (40.0, 70.0)
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


@dataclass(frozen=True, slots=True, eq=False)
class ClipPredictions:
    """What a network says of one person in every frame of a video.

    Attributes:
        times: (F,) s.
        joints_3d: (F, 16, 3) mm, relative to the pelvis, camera frame.
        up: (F, 3) unit vector away from the ground, camera frame; NaN where the network has none.
        joints_2d: (F, 16, 2) px of the video.
        person: (F,) number of the person who is followed; -1 where there is none.
    """

    times: Array
    joints_3d: Array
    up: Array
    joints_2d: Array
    person: NDArray[np.intp]


def predict_clip(
    run: Runner,
    size: int,
    video: Path,
    *,
    coming_and_going: bool = False,
    progress: bool = True,
) -> ClipPredictions:
    """Follow one person through a video.

    Args:
        coming_and_going: let go of a person who is hardly seen, and look for one in the whole frame
            then, in place of following what there is.

    Raises:
        PosecamError: the video cannot be read.
    """
    capture = cv2.VideoCapture(str(video))
    times, joints, up, flat, person = [], [], [], [], []
    box: Array | None = None
    people = 0
    with tqdm(desc=video.stem, unit="img", disable=not progress) as bar:
        while True:
            good, image = capture.read()
            if not good:
                break
            camera = assumed_camera(image.shape)
            looks = 1
            if box is None:
                whole = _squares(image.shape)[0]
                box = whole if coming_and_going else _likeliest(run, size, image, camera)
                looks, people = _FIRST_LOOKS, people + 1
            for _ in range(looks):
                placed = look(run, size, image, box, camera)
                box = _following(placed, box)
                lost = coming_and_going and not _shows_a_person(placed)
                if lost:
                    break
            times.append(capture.get(cv2.CAP_PROP_POS_MSEC) / 1000.0)
            joints.append(placed.joints_3d[: skeleton.COUNT])
            flat.append(placed.joints_2d[: skeleton.COUNT])
            up.append(np.full(3, np.nan) if placed.up is None else placed.up)
            person.append(-1 if lost else people)
            box = None if lost else box
            bar.update()
    capture.release()
    if not joints:
        raise PosecamError(f"{video} cannot be read as a video.")
    return ClipPredictions(
        np.array(times), np.stack(joints), np.stack(up), np.stack(flat), np.array(person)
    )


def _squares(shape: tuple[int, ...]) -> list[Array]:
    """Boxes of the whole image and of its parts, each of which a crop is made of."""
    height, width = shape[:2]
    found = [np.array([0.0, 0.0, width, height])]
    for share in _PARTS:
        side = share * max(height, width)
        across, down = (
            np.arange(0.0, max(length - side / 2, 1.0), side / 2) for length in (width, height)
        )
        found += [np.array([x, y, side, side]) for y in down for x in across]
    return [
        np.concatenate([b[:2] + b[2:] * (1 - 1 / CROP_MARGIN) / 2, b[2:] / CROP_MARGIN])
        for b in found
    ]


def _likeliest(run: Runner, size: int, image: MatLike, camera: Camera) -> Array:
    """The part of an image in which the network is surest of a whole person."""

    def sure(box: Array) -> float:
        return float(look(run, size, image, box, camera).scores[: skeleton.COUNT].sum())

    return max(_squares(image.shape), key=sure)


def _shows_a_person(placed: Placed) -> bool:
    return int((placed.scores[: skeleton.COUNT] > _TRUSTED).sum()) >= _FEWEST_OF_A_PERSON


def read_take(path: Path) -> ClipPredictions:
    """The main person of a take of such a clip, as `posecam export --format npz` writes it.

    Raises:
        PosecamError: it is missing, or no such file.
    """
    try:
        with np.load(path, allow_pickle=False) as stored:
            names = ("joints_3d", "joints_2d", "times")
            joints, flat, times = (stored[k].astype(np.float64) for k in names)
    except (OSError, ValueError, KeyError, BadZipFile) as error:
        raise PosecamError(f"{path} cannot be read as a take ({error}).") from error
    if joints.ndim != 3 or len(joints) != len(times) or joints.shape[1] < skeleton.COUNT:
        raise PosecamError(
            f"{path}: joints_3d have shape {joints.shape}, (T, 16 or more, 3) is needed; "
            "export the main person alone."
        )
    known = np.isfinite(joints).all((1, 2))
    if known.sum() < 2:
        raise PosecamError(f"{path} has no person in it.")
    body = slice(0, skeleton.COUNT)
    count = int(known.sum())
    return ClipPredictions(
        times[known],
        joints[known, body],
        np.full((count, 3), np.nan),
        flat[known, body],
        np.zeros(count, np.intp),
    )


def _following(placed: Placed, box: Array) -> Array:
    """The tight box round the joints that are trusted, px; the one before where they are few."""
    trusted = placed.scores[: skeleton.COUNT] > _TRUSTED
    joints = placed.joints_2d[: skeleton.COUNT]
    return joints_box(joints, trusted) if trusted.sum() >= _FEWEST_TRUSTED else box


def mocap_figures(clip: MocapClip, found: ClipPredictions) -> dict[str, float]:
    """How far predictions are from the markers.

    Returns:
        `pa_mpjpe_mm`: of the twelve limb joints, after the best similarity per frame;
        `knee_deg`, `elbow_deg`: mean error of the angle of flexion;
        `straight_knees_deg`: its mean signed error over the straightest quarter of the frames (+
        reads as bent), and `bent_knees_deg` over the most bent;
        `half_bent_knees_deg`: the same while the knee is bent by 40 to 70 degrees, as in half a
        squat; NaN where it never is;
        `lean_deg`: mean error of the trunk's lean from the vertical, the camera taken to be level;
        `up_deg`: median angle from the vertical of the network's own up, likewise.
    """
    times = found.times
    wanted = clip.time[(clip.time >= times[0]) & (clip.time <= times[-1])][::_EVERY]
    ours = _at(times, found.joints_3d[:, _LIMBS], wanted)
    true = _at(clip.time, clip.joints, wanted)
    pa = [
        np.linalg.norm(procrustes(one, other) - other, axis=-1).mean()
        for one, other in zip(ours, true, strict=True)
    ]
    figures = {"pa_mpjpe_mm": float(np.mean(pa))}
    for name, triples in (("knee_deg", _KNEES), ("elbow_deg", _ELBOWS)):
        off = [np.abs(_flexion(ours, *t) - _flexion(true, *t)).mean() for t in triples]
        figures[name] = float(np.mean(off))
    straight, bent, half = [], [], []
    for triple in _KNEES:
        right = _flexion(true, *triple)
        error = _flexion(ours, *triple) - right
        straight.append(error[right <= np.percentile(right, 25)].mean())
        bent.append(error[right >= np.percentile(right, 75)].mean())
        half.append(error[(right > _HALF_BENT[0]) & (right < _HALF_BENT[1])])
    figures["straight_knees_deg"] = float(np.mean(straight))
    figures["bent_knees_deg"] = float(np.mean(bent))
    some = np.concatenate(half)
    figures["half_bent_knees_deg"] = float(some.mean()) if len(some) else math.nan
    lean = _lean(ours, _UP) - _lean(true, np.array([0.0, 1, 0]))
    figures["lean_deg"] = float(np.abs(lean).mean())
    off = np.degrees(np.arccos(np.clip(found.up @ _UP, -1, 1)))
    return figures | {"up_deg": float(np.median(off))}


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
