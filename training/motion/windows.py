"""Windows of observed moments, as the application makes them while it follows a person."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from posecam.geometry import in_camera
from training.motion.observe import Observed
from training.motion.points import COUNT, POINTS, ROOT, canonical_scale
from training.motion.simulate import BONES_AT, FEATURES, PAST, TICK_S, TICKS

#: Time constant of a person's distance.
_DISTANCE_TAU_S = 1.0
#: After a pause this long the past says nothing.
_FORGET_S = 0.25


def windows_of(
    observed: Observed, lengths: NDArray[np.floating]
) -> tuple[NDArray[np.float32], NDArray[np.float64]]:
    """Causal windows of all moments, and the metres of a side of the crop in each.

    Args:
        lengths: (19,) of the bones, m.
    """
    metres = _metres(observed)
    count = len(observed)
    joints = observed.joints[:, POINTS].astype(np.float64)
    joints = (joints - joints[:, ROOT : ROOT + 1]) * metres[:, None, None]
    focal, centre = observed.lens[:, 0].astype(np.float64), observed.lens[:, 1:]
    distance = metres * focal
    pelvis = (observed.joints[:, POINTS[ROOT], :2] - centre) / focal[:, None] * distance[:, None]
    rows = np.column_stack(
        [
            joints.transpose(0, 2, 1).reshape(count, -1),
            observed.spread[:, POINTS] * metres[:, None],
            observed.scores[:, POINTS], observed.up, observed.up_score, pelvis, np.ones(count),
        ]
    )  # fmt: skip
    person = np.column_stack(
        [np.tile(lengths, (count, 1)), -centre / focal[:, None], 1 / np.maximum(distance, 0.1)]
    )
    made = np.zeros((count, 1, TICKS, FEATURES), np.float32)
    for first, last in _stretches(observed):
        times = observed.time[first:last].astype(np.float64)
        for row in range(first, last):
            wanted = times[row - first] + (np.arange(PAST + 1) - PAST) * TICK_S
            after = np.clip(np.searchsorted(times, wanted - 1e-9), 0, row - first)
            before = np.maximum(after - 1, 0)
            step = np.maximum(times[after] - times[before], 1e-9)
            share = np.clip((wanted - times[before]) / step, 0, 1)[:, None]
            told = rows[first + before] * (1 - share) + rows[first + after] * share
            told[:, BONES_AT - 3 : BONES_AT - 1] -= told[-1, BONES_AT - 3 : BONES_AT - 1]
            known = wanted >= times[0] - 1e-9
            window = np.concatenate([told, np.tile(person[row], (PAST + 1, 1))], 1)
            made[row, 0, : PAST + 1] = window * known[:, None]
    return made, metres


def solid(observed: Observed, depth: NDArray[np.floating]) -> NDArray[np.float64]:
    """(N, 16, 3) joints relative to the pelvis in the camera frame, mm.

    Args:
        depth: (N, 16) along the ray, in sides of the crop.
    """
    made = _placed(observed, depth)
    return np.asarray(made * canonical_scale(made)[:, None, None] * 1000)


def _placed(observed: Observed, depth: NDArray[np.floating]) -> NDArray[np.float64]:
    """(N, 16, 3) likewise, in sides of the crop."""
    joints = observed.joints[:, : skeleton.COUNT].astype(np.float64)
    joints[..., 2] = depth
    return np.stack(
        [
            in_camera(one, float(lens[0]), lens[1:], np.zeros(2))
            for one, lens in zip(joints, observed.lens, strict=True)
        ]
    )


def _stretches(observed: Observed) -> list[tuple[int, int]]:
    """First and last + 1 row of moments that follow each other without a pause."""
    pause = np.diff(observed.time) > _FORGET_S
    other = (np.diff(observed.sequence) != 0) | (observed.sequence[1:] < 0) | pause
    ends = [0, *(np.flatnonzero(other) + 1), len(observed)]
    return [(int(a), int(b)) for a, b in pairwise(ends)]


def _metres(observed: Observed) -> NDArray[np.float64]:
    """(N,) of a side of the crop, from the distance, which changes slowly."""
    far = np.log(canonical_scale(_placed(observed, observed.joints[:, : skeleton.COUNT, 2])))
    far += np.log(observed.lens[:, 0])
    for first, last in _stretches(observed):
        for row in range(first + 1, last):
            gap = max(float(observed.time[row] - observed.time[row - 1]), 0.0)
            keep = np.exp(-gap / _DISTANCE_TAU_S)
            far[row] = keep * far[row - 1] + (1 - keep) * far[row]
    return np.asarray(np.exp(far) / observed.lens[:, 0])


assert 5 * COUNT + 7 == BONES_AT
