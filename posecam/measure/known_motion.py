"""Motion whose truth is known, as a network would see it: jitter and lag are held against it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.estimation.crops import Crop
from posecam.estimation.inference import Observation
from posecam.estimation.options import EstimatorOptions
from posecam.estimation.pose_filter import PoseFilter
from posecam.geometry import CROP_MARGIN, bone_lengths, focal_length_px, square_crop
from posecam.kinematics.proportions import PART_LENGTHS_MM, PART_OF
from posecam.pose import Frame
from posecam.skeleton import BONES, INDEX, JOINTS, PARENTS, ROOT

Array = NDArray[np.float64]

FPS: Final = 30.0
STANDING_S: Final = 4.0
WALKING_S: Final = 6.0
#: Of a person who walks briskly.
SPEED_MM_S: Final = 1400.0
_STEPS_HZ: Final = 1.9
#: Noise of the network, as shares of the body's height: across the image and in depth. About
#: what it says of a person of 200 px height whose image changes by a camera's noise alone.
NOISE: Final = (0.002, 0.003)
_SCORE: Final = 0.8
_SIZE: Final = (1280, 720)
_DISTANCE_MM: Final = 4500.0
# The first moments of a track are not judged: nothing can be smooth that has no past.
_SETTLED_S: Final = 1.0
#: Of the bone that ends at each joint: the person's joints are where people have them.
_LENGTHS_MM: Final = dict(zip((c for c, _ in BONES), PART_LENGTHS_MM[PART_OF], strict=True))
_MOST_LAG: Final = 4.0


@dataclass(frozen=True, slots=True)
class Steadiness:
    """Figures of one way of smoothing, on motion whose truth is known.

    Attributes:
        jitter_px, jitter_mm: of a person who stands: standard deviation of the joints, in the
            image and in 3D.
        lag_frames: of a person who walks: the delay at which the joints of arms and legs fit the
            truth best, in frames; their mean.
        worst_lag_frames: of the joint that lags most.
        bone_cv: coefficient of variation of the bone lengths while walking, mean of all bones.
    """

    jitter_px: float
    jitter_mm: float
    lag_frames: float
    worst_lag_frames: float
    bone_cv: float


@dataclass(frozen=True, slots=True, eq=False)
class KnownMotion:
    """T frames of a person who stands, then walks: truth, and what a network would say of it.

    Attributes:
        times: (T,) seconds.
        flat: (T, 16, 2) px, true.
        body: (T, 16, 3) mm relative to the pelvis, camera frame, true.
        seen: (T, 16, 3) as a network says it: px of the frame, depth in px.
        standing: (T,) bool.
    """

    times: Array
    joints_2d: Array
    joints_3d: Array
    seen: Array
    standing: NDArray[np.bool_]


def walking(seed: int = 0, noise: tuple[float, float] = NOISE) -> KnownMotion:
    """A person who stands, then walks across the image, with the noise of a network."""
    times = np.arange(round((STANDING_S + WALKING_S) * FPS)) / FPS
    going = np.maximum(times - STANDING_S, 0.0)
    # From standing to walking within half a second.
    stride = np.clip(going / 0.5, 0, 1) ** 2 * (3 - 2 * np.clip(going / 0.5, 0, 1))
    phase = 2 * np.pi * (_STEPS_HZ / 2) * going
    joints_3d = np.stack([_pace(p, s) for p, s in zip(phase, stride, strict=True)])
    joints_3d[:, :, 1] += (8 * stride * np.cos(2 * phase))[:, None]
    # To and fro, so that the walk stays in the image.
    there = np.abs((SPEED_MM_S * going + 1500) % 6000 - 3000) - 1500
    root = np.stack([there, np.zeros_like(there), np.full_like(there, _DISTANCE_MM)], 1)
    focal = focal_length_px(_SIZE, EstimatorOptions().field_of_view_deg)
    world = joints_3d + root[:, None]
    centre = (np.array(_SIZE) - 1) / 2
    joints_2d = world[..., :2] / world[..., 2:] * focal + centre
    px_per_mm = focal / _DISTANCE_MM
    tall = float(np.ptp(joints_3d[0, :, 1])) * px_per_mm
    rng = np.random.default_rng(seed)
    seen = np.concatenate(
        [joints_2d, (joints_3d[..., 2:] - joints_3d[:, [ROOT], 2:]) * px_per_mm], -1
    )
    spread = np.array([noise[0], noise[0], noise[1]]) * tall
    seen += rng.normal(size=seen.shape) * spread
    joints_3d = joints_3d - joints_3d[:, [ROOT]]
    return KnownMotion(times, joints_2d, joints_3d, seen, times < STANDING_S)


def _pace(phase: float, stride: float) -> Array:
    """(16, 3) mm: a moment of a walk across the image, to the right."""
    joints_3d = np.zeros((len(JOINTS), 3))
    swing = np.radians(25) * stride

    def bone(child: str, direction: Array) -> None:
        row = INDEX[child]
        length = _LENGTHS_MM[row]
        joints_3d[row] = joints_3d[PARENTS[row]] + length * direction / np.linalg.norm(direction)

    bone("thorax", np.array([0.05 * stride, -1, 0]))
    bone("upper_neck", np.array([0, -1.0, 0]))
    bone("head_top", np.array([0, -1.0, 0]))
    for side, sign in (("r", 1.0), ("l", -1.0)):
        turn = sign * 0.1 * np.sin(phase) * stride
        bone(f"{side}_hip", np.array([-turn - 0.5 * sign, 0, -sign]))
        bone(f"{side}_shoulder", np.array([turn - 0.5 * sign, 0, -sign]))
        leg = sign * swing * np.sin(phase)
        bend = 0.6 * stride * max(0.0, float(np.cos(phase) * sign))
        bone(f"{side}_knee", np.array([np.sin(leg), np.cos(leg), 0.0]))
        bone(f"{side}_ankle", np.array([np.sin(leg - bend), np.cos(leg - bend), 0.0]))
        arm = -leg
        bone(f"{side}_elbow", np.array([np.sin(arm), np.cos(arm), -0.1 * sign]))
        bone(f"{side}_wrist", np.array([np.sin(arm + 0.3), np.cos(arm + 0.3), 0.0]))
    return joints_3d


def filtered(motion: KnownMotion, options: EstimatorOptions) -> tuple[Array, Array]:
    """(T, 16, 2) px and (T, 16, 3) mm of a motion as they come out of `PoseFilter`."""
    pose_filter = PoseFilter(options)
    joints_2d, joints_3d = [], []
    for number, joints in enumerate(motion.seen):
        pose = pose_filter.pose(_frame(motion.times[number], number), _look(joints), 0)
        joints_2d.append(pose.joints_2d)
        joints_3d.append(pose.joints_3d)
    return np.array(joints_2d, np.float64), np.array(joints_3d, np.float64)


def _frame(time: float, number: int) -> Frame:
    return Frame(_BLANK, number, float(time), 0)


_BLANK: Final = np.zeros((_SIZE[1], _SIZE[0], 3), np.uint8)


def _look(joints: Array) -> Observation:
    low, high = joints[:, :2].min(0), joints[:, :2].max(0)
    crop = Crop(*square_crop(np.concatenate([low, high - low])))
    scores = np.full(len(joints), _SCORE, np.float32)
    return Observation(crop, joints, scores, crop.side / CROP_MARGIN, _SCORE)


def judge(motion: KnownMotion, joints_2d: Array, joints_3d: Array) -> Steadiness:
    """Hold (T, 16, 2) px and (T, 16, 3) mm against the truth."""
    still = motion.standing & (motion.times > _SETTLED_S)
    walks = motion.times > STANDING_S + _SETTLED_S
    lags = [_lag(motion.joints_2d[:, j], joints_2d[:, j], walks) for j in _MOVING]
    return Steadiness(
        jitter_px=float(joints_2d[still].std(0).mean()),
        jitter_mm=float(joints_3d[still].std(0).mean()),
        lag_frames=float(np.mean(lags)),
        worst_lag_frames=float(np.max(lags)),
        bone_cv=float(bone_cv(joints_3d[walks]).mean()),
    )


_MOVING: Final = [
    row for name, row in INDEX.items() if name[2:] in {"ankle", "knee", "wrist", "elbow"}
]


def _lag(truth: Array, found: Array, part: NDArray[np.bool_]) -> float:
    """Frames by which (T, 2) points come late, by least squares over delays."""
    moments = np.arange(len(truth))
    delays = np.arange(-1.0, _MOST_LAG, 0.05)
    errors = []
    for delay in delays:
        late = np.stack([np.interp(moments - delay, moments, truth[:, k]) for k in (0, 1)], 1)
        errors.append(float(((late - found)[part] ** 2).sum()))
    return float(delays[int(np.argmin(errors))])


def bone_cv(joints_3d: Array) -> Array:
    """(15,) standard deviation over mean of the bone lengths of (T, 16, 3) joints."""
    lengths = bone_lengths(joints_3d)
    return np.asarray(lengths.std(0) / np.maximum(lengths.mean(0), 1e-9))
