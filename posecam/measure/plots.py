"""Plots of how steady a skeleton is, drawn with OpenCV."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from posecam.errors import PosecamError
from posecam.estimation.options import EstimatorOptions
from posecam.files import atomic_write
from posecam.geometry import bone_lengths
from posecam.kinematics.floor import ANKLE_ABOVE_FLOOR_MM
from posecam.measure.known_motion import FPS, STANDING_S, KnownMotion, filtered
from posecam.measure.stance import in_the_world, trunk_lean
from posecam.measure.steadiness import ClipPoses, raw
from posecam.skeleton import BONES, INDEX

Array = NDArray[np.floating]

# What is drawn: a panel's size and margins, px, and colours, BGR.
_WIDTH, _HEIGHT, _LEFT, _TOP = 1000, 230, 70, 34
_TRUTH, _RAW, _SMOOTHED = (60, 60, 60), (190, 190, 190), (255, 158, 0)
_RIGHT, _LEFT_SIDE = (200, 120, 0), (0, 120, 240)
_INK = (40, 40, 40)


def draw(
    path: Path, motion: KnownMotion, options: EstimatorOptions, clip: ClipPoses | None = None
) -> None:
    """An image of a motion whose truth is known, as the network says it and smoothed.

    Args:
        path: of the PNG.
        motion, options: what is smoothed, and how.
        clip: whose person seen longest is drawn below, on their floor.

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
    below = [] if clip is None else _standing(clip)
    _, data = cv2.imencode(".png", np.vstack([key, *panels, *below]))
    try:
        with atomic_write(path) as part:
            part.write_bytes(data.tobytes())
    except OSError as error:
        raise PosecamError(f"The plot cannot be written to {path}: {error.strerror}.") from error


def _standing(clip: ClipPoses) -> list[NDArray[np.uint8]]:
    """How the person seen longest stands: sides, soles and lean over time."""
    poses = clip.longest
    times = np.array([pose.time for pose in poses])
    world = in_the_world(poses, clip.floor)
    hips = [world[:, INDEX[name], 0] for name in ("r_hip", "l_hip")]
    feet = [world[:, INDEX[name], 1] - ANKLE_ABOVE_FLOOR_MM for name in ("r_ankle", "l_ankle")]
    colours = (_RIGHT, _LEFT_SIDE)
    return [
        _panel("the clip: right (blue) and left hip to the side, mm", times, hips, colours),
        _panel("the clip: right (blue) and left sole above the floor, mm", times, feet, colours),
        _panel(
            "the clip: trunk against the vertical, degrees", times, [trunk_lean(world)], (_RIGHT,)
        ),
    ]


def _panel(
    title: str,
    times: Array,
    curves: Sequence[Array],
    colours: Sequence[tuple[int, int, int]] = (_RAW, _SMOOTHED, _TRUTH),
) -> NDArray[np.uint8]:
    """Curves over time; of three raw, smoothed and true values."""
    panel = np.full((_HEIGHT, _WIDTH, 3), 255, np.uint8)
    low, high = min(c.min() for c in curves), max(c.max() for c in curves)
    right, bottom = _WIDTH - 20, _HEIGHT - 30
    x = _LEFT + (times - times[0]) / max(times[-1] - times[0], 1e-9) * (right - _LEFT)
    cv2.rectangle(panel, (_LEFT, _TOP), (right, bottom), (225, 225, 225), 1)
    for values, colour, thick in zip(curves, colours, (1, 2, 1), strict=False):
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
