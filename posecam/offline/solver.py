"""A person's motion over a whole take: the one that all looks, together, speak for.

A network looks at single images. What it says of depth falls to the mean, and what it says of one
frame does not fit what it says of the next: bones change their length, feet that stand wander.
Here the joints of all frames are unknowns of one problem of least squares (Gauss-Newton on banded
normal equations), and with them what the take has in common: the lengths of the bones, how far the
network's hips and shoulders lie from the centres of the joints, and the floor.

The joints lie on the rays through their keypoints; the ends of a bone are as far from each other in
depth as the network says, as far as it is sure; bones have their lengths, knees bend one way,
ankles that stay where they are in the image stand, on one floor; and no joint jerks. See
`posecam.offline.terms`.

What is shared is found on a few stretches spread over the take, then every stretch is solved by
itself, each reaching into the next: memory does not grow with the take but for its result.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.estimation.calibration import Calibration
from posecam.geometry import bone_lengths
from posecam.offline.shared import ANKLES, Shared, known_up
from posecam.offline.sightings import Sightings
from posecam.offline.terms import Stretch, equations
from posecam.skeleton import ROOT

Array = NDArray[np.float64]

#: A pause as long as this parts a track in two that know nothing of each other's motion.
PAUSE_S: Final = 0.5
# Frames of a stretch, by how many it reaches into the next, and the stretches that tell what is
# shared.
_FRAMES, _REACH = 360, 45
_TELLING, _TELLING_FRAMES = 4, 240
_TELLING_STEPS, _STEPS = 12, 8
# No joint moves further in one step of the solution, and no further than this ends it, mm.
_LONGEST_MM, _DONE_MM = 200.0, 0.5
# Over how long the distance that a motion begins with is averaged.
_DISTANCE_S: Final = 0.3


@dataclass(frozen=True, slots=True, eq=False)
class Solution:
    """A motion.

    Attributes:
        joints: (M, 16, 3) mm, camera frame.
        lengths: (15,) mm of the bones.
        offsets: (4,) mm, see `posecam.offline.shared.OFFSETS`.
        up: (3,) unit vector away from the floor, camera frame.
    """

    joints: Array
    lengths: Array
    offsets: Array
    up: Array


def solve(
    seen: Sightings,
    height_mm: float,
    calibration: Calibration | None = None,
    between: Callable[[float], None] = lambda _done: None,
) -> Solution:
    """The motion of one person.

    Args:
        seen: every look at them, at least one.
        height_mm: of the person.
        calibration: of person and camera, where there is one.
        between: called now and then with the share that is done; an exception of it ends
            everything.
    """
    shared = Shared.of(height_mm, calibration)
    up = known_up(seen.up, seen.up_trust, calibration)
    joints = _begin(seen, shared)
    parts = _parts(seen.times)
    telling = _telling(parts)
    _find_shared(
        [(Stretch.of(seen.rows(part), shared.size), joints[part].copy()) for part in telling],
        shared, up, lambda done: between(0.4 * done),
    )  # fmt: skip
    pieces = [piece for part in parts for piece in _pieces(part)]
    weight = np.zeros(len(joints))
    out = np.zeros_like(joints)
    for number, piece in enumerate(pieces):
        stretch = Stretch.of(seen.rows(piece), shared.size)
        solved = _solved(stretch, joints[piece].copy(), shared)
        share = _fading(piece, parts)
        out[piece] += solved * share[:, None, None]
        weight[piece] += share
        between(0.4 + 0.6 * (number + 1) / len(pieces))
    out /= weight[:, None, None]
    plane = shared.plane if shared.plane is not None else np.zeros(3)
    away = np.array([plane[0], -1.0, plane[1]])
    return Solution(out, shared.lengths, shared.offsets, away / float(np.linalg.norm(away)))


def _begin(seen: Sightings, shared: Shared) -> Array:
    """(M, 16, 3) mm: what the network says, at distances that follow from the bones."""
    near = bone_lengths(seen.body)
    larger = shared.lengths.sum() / np.maximum(near.sum(axis=1), 1e-3)
    scale = np.exp(_averaged(seen.times, np.log(seen.scale * larger)))
    ray = np.concatenate([seen.rays[:, ROOT], np.ones((len(scale), 1))], axis=1)
    return np.asarray(seen.body * larger[:, None, None] + (ray * scale[:, None])[:, None])


def _averaged(times: Array, values: Array) -> Array:
    out = np.empty_like(values)
    first = np.searchsorted(times, times - 3 * _DISTANCE_S)
    last = np.searchsorted(times, times + 3 * _DISTANCE_S, "right")
    for row, (start, end) in enumerate(zip(first.tolist(), last.tolist(), strict=True)):
        near = np.exp(-0.5 * ((times[start:end] - times[row]) / _DISTANCE_S) ** 2)
        out[row] = near @ values[start:end] / near.sum()
    return out


def _parts(times: Array) -> list[slice]:
    """Stretches without a pause."""
    cuts = [0, *(np.flatnonzero(np.diff(times) > PAUSE_S) + 1).tolist(), len(times)]
    return [slice(a, b) for a, b in pairwise(cuts)]


def _pieces(part: slice) -> list[slice]:
    """A part in pieces that reach into each other."""
    count = part.stop - part.start
    if count <= _FRAMES:
        return [part]
    step = _FRAMES - _REACH
    starts = range(part.start, part.stop - _REACH, step)
    return [slice(start, min(start + _FRAMES, part.stop)) for start in starts]


def _telling(parts: list[slice]) -> list[slice]:
    """A few stretches of all of them, spread evenly, the longest parts first."""
    cut = [
        slice(start, min(start + _TELLING_FRAMES, part.stop))
        for part in parts
        for start in range(part.start, part.stop, _TELLING_FRAMES)
    ]
    whole = [piece for piece in cut if piece.stop - piece.start >= _TELLING_FRAMES // 2]
    cut = whole or sorted(cut, key=lambda piece: piece.start - piece.stop)[:_TELLING]
    if len(cut) <= _TELLING:
        return cut
    return [cut[round(k)] for k in np.linspace(0, len(cut) - 1, _TELLING)]


def _fading(piece: slice, parts: list[slice]) -> Array:
    """(T,) how far a piece counts where the ones before and after it reach into it."""
    whole = next(part for part in parts if part.start <= piece.start < part.stop)
    share = np.ones(piece.stop - piece.start)
    ramp = (np.arange(_REACH) + 1) / (_REACH + 1)
    if piece.start > whole.start:
        share[:_REACH] *= ramp[: len(share)]
    if piece.stop < whole.stop:
        share[-_REACH:] *= ramp[::-1]
    return share


def _find_shared(
    stretches: list[tuple[Stretch, Array]],
    shared: Shared,
    up: tuple[Array, float],
    between: Callable[[float], None],
) -> None:
    """Solve stretches together for what they share; their motion is left where it then is."""
    for step in range(_TELLING_STEPS):
        ankles = np.concatenate([joints[:, ANKLES].reshape(-1, 3) for _, joints in stretches])
        standing = np.concatenate([s.standing.reshape(-1) for s, _ in stretches])
        seconds = np.concatenate([np.repeat(s.seconds, len(ANKLES)) for s, _ in stretches])
        shared.fit_floor(ankles, standing, up, seconds)
        solved = []
        left, gradient = shared.known_before()
        for stretch, joints in stretches:
            made = equations(stretch, joints, shared)
            motion, own_left, own_gradient = made.solve()
            solved.append(motion)
            left, gradient = left + own_left, gradient + own_gradient
            between((step + 0.5) / _TELLING_STEPS)
        move = -np.asarray(np.linalg.solve(left, gradient), np.float64)
        for (_, joints), motion in zip(stretches, solved, strict=True):
            _step(joints, -(motion[..., 0] + motion[..., 1:] @ move))
        shared.move(move)
        between((step + 1) / _TELLING_STEPS)


def _solved(stretch: Stretch, joints: Array, shared: Shared) -> Array:
    """The motion of a stretch, where what is shared is known."""
    for _ in range(_STEPS):
        motion, _, _ = equations(stretch, joints, shared).solve(shared=False)
        if _step(joints, -motion[..., 0]) < _DONE_MM:
            break
    return joints


def _step(joints: Array, step: Array) -> float:
    """Move the joints in place; how far they moved at most, mm."""
    moved = np.clip(step.reshape(joints.shape), -_LONGEST_MM, _LONGEST_MM)
    joints += moved
    return float(np.abs(moved).max())
