"""What a motion must agree with, as rows of its normal equations: see `posecam.offline.solver`.

Every weight falls where the motion disagrees much (Cauchy), so that a wrong look does not bend what
the others say. Looks are weighed by the time that they stand for: errors of neighbouring frames are
alike, and sixty of them a second know no more than eight.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.kinematics.proportions import PART_OF, PARTS
from posecam.offline.banded import NormalEquations
from posecam.offline.shared import ANKLES, Shared, offset_directions
from posecam.offline.sightings import Sightings
from posecam.skeleton import BONES, COUNT, INDEX, ROOT

Array = NDArray[np.float64]

# Looks that are worth something of their own, a second; bones and stillness are known at each.
_LOOKS_HZ: Final = 4.0
_KNOWN_HZ: Final = 30.0
# All mm are of a person of the canonical height.
_KEYPOINT_MM: Final = 15.0
_DEPTH_FAR: Final = 5.0
_BONE_MM: Final = 4.0
_TRUNK_BONE_MM: Final = 12.0
_MIDDLE_MM: Final = 8.0
_FLOOR_MM: Final = 15.0
_STILL_MM_S: Final = 100.0
#: An ankle that moves so fast across the image, and no faster, may be standing, mm / s.
STANDING_MM_S: Final = 200.0
_SPEED_OVER_S: Final = 0.04
# Joints' accelerations, mm / s^2, of trunk and head, knees and elbows, ankles and wrists.
_TRUNK_MM_S2, _MIDWAY_MM_S2, _END_MM_S2 = 10_000.0, 17_000.0, 30_000.0
# A joint that is trusted less than this is as good as out of sight, and a leg of which that is so
# hangs so well, mm.
_HARDLY_SEEN: Final = 0.35
_HANGING_MM: Final = 60.0
# A knee may bend backward by so much of its two bones.
_HINGE: Final = 0.06
_FAR: Final = 3.0

_CHILD, _PARENT = np.array(BONES).T
_STIFF: Final = np.array(
    [PARTS[part] in {"thorax", "upper_neck", "head_top"} for part in PART_OF], bool
)
_PELVIS_IN_MIDDLE: Final = 0.3
_TRUST: Final = np.array(
    [_PELVIS_IN_MIDDLE if n in {"pelvis", "thorax"} else 1.0 for n in INDEX], np.float64
)
#: Middles: joint, and the two that it lies between.
_MIDDLES: Final = (
    (ROOT, INDEX["r_hip"], INDEX["l_hip"]),
    (INDEX["thorax"], INDEX["r_shoulder"], INDEX["l_shoulder"]),
)
_LEGS: Final = tuple(tuple(INDEX[f"{s}_{n}"] for n in ("hip", "knee", "ankle")) for s in "rl")


def _accelerations() -> Array:
    by_end = {"ankle": _END_MM_S2, "wrist": _END_MM_S2, "knee": _MIDWAY_MM_S2,
              "elbow": _MIDWAY_MM_S2}  # fmt: skip
    return np.array([by_end.get(name.split("_")[-1], _TRUNK_MM_S2) for name in INDEX])


_ACCELERATION: Final = _accelerations()


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """Looks that are solved at once, and what they say that does not depend on the motion.

    Attributes:
        seen: T looks.
        seconds: (T,) that each stands for.
        standing: (T, 2) how surely each of `ANKLES` stands still, 0..1.
    """

    seen: Sightings
    seconds: Array
    standing: Array

    @classmethod
    def of(cls, seen: Sightings, size: float) -> Stretch:
        """The same with what follows from it; `size` is the person's against the canonical one."""
        times = seen.times
        seconds = np.gradient(times) if len(times) > 1 else np.full(1, 1 / _KNOWN_HZ)
        return cls(seen, seconds, _standing(seen, size))

    @property
    def looks(self) -> Array:
        """(T,) weight of each look for the time that it stands for."""
        return np.minimum(1.0, self.seconds * _LOOKS_HZ)

    @property
    def known(self) -> Array:
        """(T,) weight of what is known in each frame."""
        return np.minimum(1.0, self.seconds * _KNOWN_HZ)


def _standing(seen: Sightings, size: float) -> Array:
    """(T, 2) of the ankles: how surely they stay where they are in the image."""
    times = seen.times
    if len(times) < 2:
        return np.zeros((len(times), 2))
    near = np.exp(-0.5 * ((times[:, None] - times) / _SPEED_OVER_S) ** 2)
    near /= near.sum(axis=1, keepdims=True)
    ankles = seen.rays[:, ANKLES, :].reshape(len(times), -1)
    speed = np.gradient(near @ ankles, times, axis=0).reshape(-1, 2, 2)
    across = np.linalg.norm(speed, axis=-1) * seen.scale[:, None] / size
    return np.asarray(seen.trust[:, ANKLES] * np.exp(-((across / STANDING_MM_S) ** 2)))


def equations(stretch: Stretch, joints: Array, shared: Shared) -> NormalEquations:
    """All that (T, 16, 3) joints, mm of the camera frame, must agree with, where they are now."""
    made = NormalEquations(len(joints), COUNT, len(shared.log_lengths) + len(shared.offsets))
    _keypoints(made, stretch, joints, shared)
    _depths(made, stretch, joints, shared)
    _bones(made, stretch, joints, shared)
    _body(made, stretch, joints, shared)
    _out_of_sight(made, stretch, joints, shared)
    if shared.plane is not None:
        _floor(made, stretch, joints, shared)
    _motion(made, stretch, joints, shared)
    diagonal = np.arange(made.within.shape[1])
    made.within[:, diagonal, diagonal] += 1e-6
    return made


def _keypoints(made: NormalEquations, stretch: Stretch, joints: Array, shared: Shared) -> None:
    """Joints, moved to where the network marks them, lie on the rays through their keypoints."""
    seen, first = stretch.seen, len(shared.log_lengths)
    directions = offset_directions(joints)
    shown = joints.copy()
    for offset, which, direction in directions:
        for joint in which:
            shown[:, joint] += shared.offsets[offset] * direction
    far = _KEYPOINT_MM * shared.size
    for joint in range(COUNT):
        x, y = seen.rays[:, joint].T
        ones, zeros = np.ones_like(x), np.zeros_like(x)
        rows = np.stack([np.stack([ones, zeros, -x], 1), np.stack([zeros, ones, -y], 1)], 1)
        off = (rows @ shown[:, joint, :, None])[..., 0]
        weight = (seen.trust[:, joint] * _TRUST[joint] / far) ** 2 * stretch.looks
        weight = weight / (1 + (off**2).sum(1) / (_FAR * far) ** 2)
        for axis in (0, 1):
            made.along((joint,), (1.0,), rows[:, axis], off[:, axis], weight)
        place = slice(3 * joint, 3 * joint + 3)
        moved = [
            (offset, rows @ d[:, :, None]) for offset, which, d in directions if joint in which
        ]
        for offset, across in moved:
            step = (rows.transpose(0, 2, 1) @ across)[..., 0] * weight[:, None]
            made.mixed[:, place, first + offset] += step
            made.shared_gradient[first + offset] += float(
                (weight * (across[..., 0] * off).sum(1)).sum()
            )
            for other, part in moved:
                both = (across[..., 0] * part[..., 0]).sum(1)
                made.shared[first + offset, first + other] += float((weight * both).sum())


def _depths(made: NormalEquations, stretch: Stretch, joints: Array, shared: Shared) -> None:
    """Each bone's end is as much deeper than its beginning as the network says."""
    seen = stretch.seen
    along = (joints * seen.towards[:, None]).sum(-1)
    off = along[:, _CHILD] - along[:, _PARENT] - along[:, [ROOT]] * seen.depth
    spread = seen.spread_mm * shared.size
    trust = np.minimum(seen.trust[:, _CHILD], seen.trust[:, _PARENT])
    weight = (trust / spread) ** 2 * stretch.looks[:, None]
    weight = weight / (1 + (off / (_DEPTH_FAR * spread)) ** 2)
    for bone, (child, parent) in enumerate(BONES):
        share = seen.depth[:, bone]
        if parent == ROOT:
            points: tuple[int, ...] = (child, ROOT)
            shares: tuple[Array | float, ...] = (1.0, -1.0 - share)
        else:
            points, shares = (child, parent, ROOT), (1.0, -1.0, -share)
        made.along(points, shares, seen.towards, off[:, bone], weight[:, bone])


def _bones(made: NormalEquations, stretch: Stretch, joints: Array, shared: Shared) -> None:
    """Bones have their lengths."""
    lines = joints[:, _CHILD] - joints[:, _PARENT]
    measured = np.maximum(np.linalg.norm(lines, axis=-1), 1e-3)
    lengths = shared.lengths
    tight = np.where(_STIFF, _TRUNK_BONE_MM, _BONE_MM) * shared.size
    for bone, (child, parent) in enumerate(BONES):
        direction = lines[:, bone] / measured[:, [bone]]
        off = measured[:, bone] - lengths[bone]
        weight = stretch.known / tight[bone] ** 2
        made.along((child, parent), (1.0, -1.0), direction, off, weight)
        part, slope = int(PART_OF[bone]), -float(lengths[bone])
        step = direction * (weight * slope)[:, None]
        made.mixed[:, 3 * child : 3 * child + 3, part] += step
        made.mixed[:, 3 * parent : 3 * parent + 3, part] -= step
        made.shared[part, part] += float(weight.sum()) * slope**2
        made.shared_gradient[part] += float((weight * off).sum()) * slope


def _body(made: NormalEquations, stretch: Stretch, joints: Array, shared: Shared) -> None:
    """Pelvis and thorax lie between hips and shoulders; knees do not bend forward."""
    weight = stretch.known / (_MIDDLE_MM * shared.size) ** 2
    for middle, one, other in _MIDDLES:
        off = joints[:, middle] - (joints[:, one] + joints[:, other]) / 2
        for axis in range(3):
            direction = np.zeros((len(joints), 3))
            direction[:, axis] = 1.0
            made.along((middle, one, other), (1.0, -0.5, -0.5), direction, off[:, axis], weight)
    left = joints[:, INDEX["l_hip"]] - joints[:, INDEX["r_hip"]]
    left = left / np.maximum(np.linalg.norm(left, axis=1, keepdims=True), 1e-3)
    for hip, knee, ankle in _LEGS:
        thigh, shin = joints[:, knee] - joints[:, hip], joints[:, ankle] - joints[:, knee]
        bones = float(shared.lengths[BONES.index((knee, hip))]) ** 2
        off = (np.cross(thigh, shin) * left).sum(1) / bones
        wrong = stretch.known * (off < 0) / _HINGE**2
        # The ankle moves across the plane of the left and the thigh.
        made.along((ankle,), (1.0,), np.cross(left, thigh) / bones, off, wrong)


def _out_of_sight(made: NormalEquations, stretch: Stretch, joints: Array, shared: Shared) -> None:
    """Legs of which nothing is seen hang straight down from the trunk."""
    up = joints[:, INDEX["thorax"]] - joints[:, ROOT]
    up = up / np.maximum(np.linalg.norm(up, axis=1, keepdims=True), 1e-3)
    for leg in _LEGS:
        for start, end in pairwise(leg):
            unseen = np.maximum(_HARDLY_SEEN - stretch.seen.trust[:, end], 0) / _HARDLY_SEEN
            weight = stretch.known * (unseen / (_HANGING_MM * shared.size)) ** 2
            length = float(shared.lengths[BONES.index((end, start))])
            off = joints[:, end] - joints[:, start] + length * up
            for axis in range(3):
                direction = np.zeros((len(joints), 3))
                direction[:, axis] = 1.0
                made.along((end, start), (1.0, -1.0), direction, off[:, axis], weight)


def _floor(made: NormalEquations, stretch: Stretch, joints: Array, shared: Shared) -> None:
    """Ankles that stand are on the floor."""
    assert shared.plane is not None
    across, deep, level = shared.plane
    direction = np.tile([across, -1.0, deep], (len(joints), 1))
    far = _FLOOR_MM * shared.size
    for side, ankle in enumerate(ANKLES):
        off = joints[:, ankle] @ direction[0] + level
        weight = stretch.standing[:, side] / far**2 * stretch.looks
        weight = weight / (1 + (off / (_FAR * far)) ** 2)
        made.along((ankle,), (1.0,), direction, off, weight)


def _motion(made: NormalEquations, stretch: Stretch, joints: Array, shared: Shared) -> None:
    """Joints do not jerk, and ankles that stand stay."""
    steps = np.diff(stretch.seen.times)
    if not len(steps):
        return
    flat = joints.reshape(len(joints), -1)
    still = np.zeros((len(steps), COUNT))
    both = np.sqrt(stretch.standing[1:] * stretch.standing[:-1])
    still[:, ANKLES] = both / (_STILL_MM_S * shared.size) ** 2
    still *= np.minimum(1.0, steps * _KNOWN_HZ)[:, None]
    weight = np.repeat(still, 3, axis=1) / steps[:, None] ** 2
    pull = (flat[1:] - flat[:-1]) * weight
    made.gradient[1:] += pull
    made.gradient[:-1] -= pull
    own = made.within
    places = np.arange(own.shape[1])
    own[1:, places, places] += weight
    own[:-1, places, places] += weight
    made.next[:-1] -= weight
    if len(steps) < 2:
        return
    before, later = steps[:-1], steps[1:]
    first, last = 2 / (before * (before + later)), 2 / (later * (before + later))
    shares = (first, -first - last, last)
    sped = sum(s[:, None] * flat[k : len(flat) - 2 + k] for k, s in enumerate(shares))
    assert isinstance(sped, np.ndarray)
    most = _ACCELERATION * shared.size
    size = np.linalg.norm(sped.reshape(len(sped), COUNT, 3), axis=-1)
    soft = stretch.known[1:-1, None] / (most**2 * (1 + (size / (4 * most)) ** 2))
    weight = np.repeat(soft, 3, axis=1)
    inner = len(sped)
    for k, share in enumerate(shares):
        made.gradient[k : inner + k] += share[:, None] * sped * weight
        own[k : inner + k, places, places] += share[:, None] ** 2 * weight
    made.next[:inner] += (shares[0] * shares[1])[:, None] * weight
    made.next[1 : inner + 1] += (shares[1] * shares[2])[:, None] * weight
    made.after[:inner] += (shares[0] * shares[2])[:, None] * weight
