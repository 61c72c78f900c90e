"""How steady the skeleton of a clip is: trembling joints and breathing bones."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from posecam.capture import open_source
from posecam.errors import PosecamError, SourceError
from posecam.estimation.estimator import Estimator
from posecam.estimation.options import EstimatorOptions
from posecam.files import atomic_write
from posecam.geometry import bone_lengths
from posecam.measure.known_motion import FPS, STANDING_S, KnownMotion, bone_cv, filtered
from posecam.pose import HIDDEN_SCORE, Pose
from posecam.skeleton import BONES, INDEX, JOINTS

Array = NDArray[np.floating]


@dataclass(frozen=True, slots=True)
class ClipSteadiness:
    """Figures of a clip, whose truth no one knows, of the person seen longest.

    Attributes:
        frames: in which that person was seen.
        tremble: how far a joint is off the middle between the frames before and after, as a
            share of the body's size: motion counts too, so it is for comparing only.
        bone_cv: coefficient of variation of the lengths of the bones that are seen, mean.
        worst_bone_cv: of the bone that varies most, and
        worst_bone: the joint at its far end.
    """

    frames: int
    tremble: float
    bone_cv: float
    worst_bone_cv: float
    worst_bone: str


def raw(options: EstimatorOptions) -> EstimatorOptions:
    """The same, but everything as the network says it."""
    return replace(options, smoothness=0.0)


def measure_clip(spec: str, estimator: Estimator, options: EstimatorOptions) -> ClipSteadiness:
    """Run a clip with these options; the estimator forgets everybody first.

    Raises:
        SourceError: the clip cannot be opened, or no person is in it for three frames.
    """
    estimator.reset()
    estimator.options = options
    people: dict[int, list[Pose]] = {}
    source = open_source(spec)
    try:
        while (frame := source.read()) is not None:
            for pose in estimator.update(frame).poses:
                people.setdefault(pose.person_id, []).append(pose)
    finally:
        source.close()
    poses = max(people.values(), key=len, default=[])
    if len(poses) < 3:
        raise SourceError(f"{spec} shows no person for long enough to measure.")
    joints_2d = np.array([pose.joints_2d for pose in poses], np.float64)
    sizes = np.ptp(joints_2d, axis=1).max(-1)[1:-1, None]
    off = np.linalg.norm(joints_2d[1:-1] - (joints_2d[2:] + joints_2d[:-2]) / 2, axis=-1) / sizes
    scores = np.array([pose.scores for pose in poses])
    seen = np.median(scores, axis=0) >= HIDDEN_SCORE
    bones = [row for row, (child, parent) in enumerate(BONES) if seen[child] and seen[parent]]
    variation = bone_cv(np.array([pose.joints_3d for pose in poses], np.float64))[bones]
    worst = int(np.argmax(variation))
    return ClipSteadiness(
        frames=len(poses),
        tremble=float(off[:, seen].mean()),
        bone_cv=float(variation.mean()),
        worst_bone_cv=float(variation[worst]),
        worst_bone=JOINTS[BONES[bones[worst]][0]].name,
    )


def less(raw: float, smoothed: float) -> float:
    """By which share the second is less than the first."""
    return 1 - smoothed / raw if raw else 0.0


# What is drawn: a panel's size and margins, px, and colours, BGR.
_WIDTH, _HEIGHT, _LEFT, _TOP = 1000, 230, 70, 34
_TRUTH, _RAW, _SMOOTHED = (60, 60, 60), (190, 190, 190), (255, 158, 0)
_INK = (40, 40, 40)


def draw(path: Path, motion: KnownMotion, options: EstimatorOptions) -> None:
    """An image of a motion whose truth is known, as the network says it and smoothed.

    Raises:
        PosecamError: it cannot be written.
    """
    joints_2d, joints_3d = filtered(motion, options)
    raw_2d, raw_3d = filtered(motion, raw(options))
    wrist, ankle = INDEX["r_wrist"], INDEX["r_ankle"]
    still = slice(round(1.5 * FPS), round((STANDING_S - 0.2) * FPS))
    walk = slice(round((STANDING_S + 1.5) * FPS), round((STANDING_S + 3.5) * FPS))
    shin = [row for row, (child, _) in enumerate(BONES) if child == ankle]
    lengths = [bone_lengths(joints)[:, shin] for joints in (raw_3d, joints_3d)]
    true = np.full_like(lengths[0], bone_lengths(motion.joints_3d)[:, shin].mean())
    panels = [
        _panel(
            "standing: the right wrist across, px",
            motion.times[still],
            [line[still, wrist, 0] for line in (raw_2d, joints_2d, motion.joints_2d)],
        ),
        _panel(
            "walking: the right ankle across, relative to the pelvis, px",
            motion.times[walk],
            [
                points[walk, ankle, 0] - motion.joints_2d[walk, INDEX["pelvis"], 0]
                for points in (raw_2d, joints_2d, motion.joints_2d)
            ],
        ),
        _panel(
            "walking: length of the right shin, mm",
            motion.times[walk],
            [lengths[0][walk, 0], lengths[1][walk, 0], true[walk, 0]],
        ),
    ]
    key = np.full((40, _WIDTH, 3), 255, np.uint8)
    for place, (name, colour) in enumerate(
        (("raw", _RAW), (f"smoothness {options.smoothness:g}", _SMOOTHED), ("truth", _TRUTH))
    ):
        x = _LEFT + 220 * place
        cv2.line(key, (x, 20), (x + 40, 20), colour, 2, cv2.LINE_AA)
        _write(key, name, (x + 50, 25))
    _, data = cv2.imencode(".png", np.vstack([key, *panels]))
    try:
        with atomic_write(path) as part:
            part.write_bytes(data.tobytes())
    except OSError as error:
        raise PosecamError(f"The plot cannot be written to {path}: {error.strerror}.") from error


def _panel(title: str, times: Array, curves: list[Array]) -> NDArray[np.uint8]:
    """Raw, smoothed and true values over time."""
    panel = np.full((_HEIGHT, _WIDTH, 3), 255, np.uint8)
    low, high = min(c.min() for c in curves), max(c.max() for c in curves)
    right, bottom = _WIDTH - 20, _HEIGHT - 30
    x = _LEFT + (times - times[0]) / (times[-1] - times[0]) * (right - _LEFT)
    cv2.rectangle(panel, (_LEFT, _TOP), (right, bottom), (225, 225, 225), 1)
    for values, colour, thick in zip(curves, (_RAW, _SMOOTHED, _TRUTH), (1, 2, 1), strict=True):
        y = bottom - (values - low) / max(float(high - low), 1e-9) * (bottom - _TOP)
        points = np.round(np.stack([x, y], 1) * 16).astype(np.int32)
        cv2.polylines(panel, [points], False, colour, thick, cv2.LINE_AA, 4)
    _write(panel, title, (_LEFT, _TOP - 10))
    for value, height in ((high, _TOP + 5), (low, bottom)):
        _write(panel, f"{value:.0f}", (8, height))
    for second in range(int(np.ceil(times[0])), int(times[-1]) + 1):
        place = np.interp(second, times, x)
        _write(panel, f"{second} s", (round(float(place)) - 8, bottom + 20))
    return panel


def _write(image: NDArray[np.uint8], text: str, place: tuple[int, int]) -> None:
    cv2.putText(image, text, place, cv2.FONT_HERSHEY_SIMPLEX, 0.5, _INK, 1, cv2.LINE_AA)
