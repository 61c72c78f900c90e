"""How people stand over a take: sides that change, lean, feet that slide, floors that are missed.

Of poses as they were estimated, put on the floor as files have it (`kinematics.grounding`). No one
knows the truth of a clip: these are what a person sees to be wrong.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.kinematics.angles import joint_angles
from posecam.kinematics.floor import ANKLE_ABOVE_FLOOR_MM
from posecam.kinematics.grounding import Y_UP, on_the_floor
from posecam.pose import HIDDEN_SCORE, Floor, Pose
from posecam.skeleton import COUNT, INDEX, ROOT

Array = NDArray[np.float64]

#: Hips no farther apart than this in the image are on neither side of each other, px.
SIDE_PX: Final = 3.0
#: A person seen in fewer frames is not counted.
FEWEST: Final = 15
# A leg whose knee bends less stands straight.
_STRAIGHT_DEG: Final = 20.0
# A foot is in contact while it moves slower than this in the image, body sizes a second, for so
# long, and is not higher than the other one by more than this share of the body.
_PLANTED_SPEED: Final = 0.12
_PLANTED_S: Final = 0.2
_LIFTED: Final = 0.06
_ANKLES: Final = [INDEX["r_ankle"], INDEX["l_ankle"]]
_RIGHT_LEG: Final = [INDEX["r_hip"], INDEX["r_knee"], INDEX["r_ankle"]]
_HIPS: Final = [INDEX["r_hip"], INDEX["l_hip"]]
_LOW, _HIGH = 5, 95


@dataclass(frozen=True, slots=True, eq=False)
class Stance:
    """Of one person, or of several together.

    Attributes:
        frames: in which they are seen.
        flips_2d: times the hips change their order across the image from one frame to the next,
            both times more than `SIDE_PX` apart.
        flips_3d: times the line of the hips turns by more than 90 degrees from one frame to the
            next.
        lean_deg: (L,) trunk against the vertical where the right leg is seen and straight.
        slide_mm_s: (C,) speed along the floor of each foot in each frame of contact.
        slide_mm: (K,) how far a foot comes over each contact, 5 to 95 %, the longer way.
        spread_mm: (2,) of the right and left ankle over the take, 5 to 95 %, the longest way; the
            median over several people.
        soles_mm: (S,) height of the lower sole in each frame.
        jitter_mm: (J,) how far the pelvis is off the middle between the frames before and after.
    """

    frames: int
    flips_2d: int
    flips_3d: int
    lean_deg: Array
    slide_mm_s: Array
    slide_mm: Array
    spread_mm: Array
    soles_mm: Array
    jitter_mm: Array

    def figures(self) -> dict[str, float | None]:
        """One number each, None where nothing tells it."""

        def at(values: Array, percentile: float) -> float | None:
            return float(np.percentile(values, percentile)) if len(values) else None

        return {
            "frames": self.frames,
            "side_flips_2d": self.flips_2d,
            "side_flips_3d": self.flips_3d,
            "lean_median_deg": at(self.lean_deg, 50),
            "lean_p95_deg": at(self.lean_deg, 95),
            "slide_mm_s": at(self.slide_mm_s, 50),
            "slide_mm": at(self.slide_mm, 50),
            "r_ankle_spread_mm": float(self.spread_mm[0]) if len(self.spread_mm) else None,
            "l_ankle_spread_mm": float(self.spread_mm[1]) if len(self.spread_mm) else None,
            "sole_low_mm": at(self.soles_mm, 0),
            "sole_high_mm": at(self.soles_mm, 100),
            "root_jitter_mm": at(self.jitter_mm, 50),
        }


def in_the_world(poses: Sequence[Pose], floor: Floor | None = None) -> Array:
    """(M, 16, 3) mm of one person's poses, in the order of time, on their floor: see
    `kinematics.grounding.on_the_floor`."""
    return on_the_floor(
        _of(poses, "time"),
        _of(poses, "root")[:, None],
        _keypoints(poses, "joints_3d"),
        _keypoints(poses, "joints_2d"),
        _keypoints(poses, "scores"),
        floor,
    )[0][:, :COUNT]


def _keypoints(poses: Sequence[Pose], name: str) -> Array:
    """Of all keypoints that every pose has."""
    fewest = min(len(pose.scores) for pose in poses)
    return np.array([getattr(pose, name)[:fewest] for pose in poses], np.float64)


def _of(poses: Sequence[Pose], name: str) -> Array:
    return np.array([getattr(pose, name) for pose in poses], np.float64)


def stance(poses: Sequence[Pose], floor: Floor | None = None, world: Array | None = None) -> Stance:
    """How one person stands, of their poses in the order of time, at least one.

    Args:
        poses: of the person.
        floor: that they stand on.
        world: (M, 16, 3) mm, the same poses on the floor where y is 0; as files have it where None.
    """
    times = _of(poses, "time")
    joints_2d, scores = _of(poses, "joints_2d")[:, :COUNT], _of(poses, "scores")[:, :COUNT]
    world = in_the_world(poses, floor) if world is None else world
    follows = np.diff([pose.frame_id for pose in poses]) == 1
    feet = world[:, _ANKLES]
    planted = contacts(times, joints_2d, scores)
    speeds, ways = [], []
    for side in range(2):
        for first, last in runs(planted[:, side] & np.append(follows, True)):
            along = feet[first:last, side][:, [0, 2]]
            step = np.linalg.norm(np.diff(along, axis=0), axis=1) / np.diff(times[first:last])
            speeds.append(step)
            ways.append(_spread(along))
    low = np.where(scores[:, _ANKLES] >= HIDDEN_SCORE, feet[..., 1], np.inf).min(1)
    pelvis = world[:, ROOT]
    off = np.linalg.norm(pelvis[1:-1] - (pelvis[2:] + pelvis[:-2]) / 2, axis=1)
    return Stance(
        frames=len(poses),
        flips_2d=_flips_2d(joints_2d, follows),
        flips_3d=_flips_3d(world, follows),
        lean_deg=trunk_lean(world)[_stands(world, scores)],
        slide_mm_s=np.concatenate([*speeds, np.zeros(0)]),
        slide_mm=np.array(ways),
        spread_mm=np.array([_spread(feet[:, side]) for side in range(2)]),
        soles_mm=low[np.isfinite(low)] - ANKLE_ABOVE_FLOOR_MM,
        jitter_mm=off[follows[1:] & follows[:-1]],
    )


def together(parts: Sequence[Stance]) -> Stance:
    """Of several people as one: what is counted added, what is measured put together."""

    def joined(name: str) -> Array:
        return np.concatenate([*(getattr(part, name) for part in parts), np.zeros(0)])

    spreads = np.array([part.spread_mm for part in parts])
    return Stance(
        frames=sum(part.frames for part in parts),
        flips_2d=sum(part.flips_2d for part in parts),
        flips_3d=sum(part.flips_3d for part in parts),
        lean_deg=joined("lean_deg"),
        slide_mm_s=joined("slide_mm_s"),
        slide_mm=joined("slide_mm"),
        spread_mm=np.median(spreads, axis=0) if len(spreads) else np.zeros(0),
        soles_mm=joined("soles_mm"),
        jitter_mm=joined("jitter_mm"),
    )


def of_people(people: Mapping[int, Sequence[Pose]], floor: Floor | None = None) -> Stance:
    """Of everybody who is seen in at least `FEWEST` frames."""
    parts = [stance(poses, floor) for poses in people.values() if len(poses) >= FEWEST]
    return together(parts)


def contacts(times: Array, joints_2d: Array, scores: Array) -> NDArray[np.bool_]:
    """(M, 2) whether the right and left foot stay where they are in the image, and are low.

    Judged by what is seen alone, not by what the application makes of it.
    """
    size = np.maximum(np.ptp(joints_2d, axis=1).max(1), 1.0)
    feet = joints_2d[:, _ANKLES]
    if len(times) < 3:
        return np.zeros((len(times), 2), bool)
    speed = np.linalg.norm(np.gradient(feet, np.maximum.accumulate(times), axis=0), axis=2)
    slow = np.nan_to_num(speed, nan=np.inf) < _PLANTED_SPEED * size[:, None]
    low = feet[..., 1] >= feet[..., 1].max(1, keepdims=True) - _LIFTED * size[:, None]
    planted = slow & low & (scores[:, _ANKLES] >= HIDDEN_SCORE)
    for side in range(2):
        for first, last in runs(planted[:, side]):
            if times[last - 1] - times[first] < _PLANTED_S:
                planted[first:last, side] = False
    return np.asarray(planted)


def runs(mask: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """(first, end) of each stretch of at least two."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], mask, [False]]).astype(np.int8)))
    pairs = edges.reshape(-1, 2).tolist()
    return [(first, end) for first, end in pairs if end - first > 1]


def _flips_2d(joints_2d: Array, follows: NDArray[np.bool_]) -> int:
    apart = joints_2d[:, _HIPS[1], 0] - joints_2d[:, _HIPS[0], 0]
    told = np.abs(apart) > SIDE_PX
    return int((follows & told[1:] & told[:-1] & (apart[1:] * apart[:-1] < 0)).sum())


def _flips_3d(world: Array, follows: NDArray[np.bool_]) -> int:
    line = world[:, _HIPS[1]] - world[:, _HIPS[0]]
    return int((follows & ((line[1:] * line[:-1]).sum(1) < 0)).sum())


def trunk_lean(world: Array) -> Array:
    """(M,) degrees of the trunk against the vertical, of (M, 16, 3) joints on a floor."""
    trunk = world[:, INDEX["thorax"]] - world[:, ROOT]
    length = np.maximum(np.linalg.norm(trunk, axis=1), 1e-9)
    return np.asarray(np.degrees(np.arccos(np.clip(trunk[:, 1] / length, -1, 1))))


def _stands(world: Array, scores: Array) -> NDArray[np.bool_]:
    """(M,) whether the right leg is seen and straight."""
    seen = scores[:, _RIGHT_LEG].min(1) >= HIDDEN_SCORE
    return np.asarray(seen & (joint_angles(world * Y_UP)["r_knee_flexion"] < _STRAIGHT_DEG))


def _spread(places: Array) -> float:
    low, high = np.percentile(places, [_LOW, _HIGH], axis=0)
    return float((high - low).max())
