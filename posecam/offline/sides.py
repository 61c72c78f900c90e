"""Sides over a whole take: which of a person's are right, when past and future are known.

`posecam.estimation.sides` keeps them from look to look; whether those that are kept are the
person's own is decided here for all looks together, by two states and what it costs to change
between them (Viterbi). Where the network is wrong for a second in the middle of a take, what it
says before and after decides.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.estimation.sides import Sides
from posecam.skeleton import INDEX, KEYPOINT_FLIP

Array = NDArray[np.float64]

#: Seconds of the network speaking against the sides that one exchange costs: where a person is seen
#: from the side, so that sides may well have been lost, and where hips and shoulders are so far
#: apart, as a share of the body, that they hardly were. After a pause it costs nothing.
_LOST_S, _CLEAR_S, _CLEAR = 0.4, 5.0, 0.08
_PAUSE_S: Final = 0.5
_TRUNK: Final = [(INDEX[f"r_{name}"], INDEX[f"l_{name}"]) for name in ("hip", "shoulder")]


def settled_sides(
    times: Array, joints_2d: Array, joints_3d: Array, scores: Array, sizes: Array, scale: Array
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Which keypoint of its look each one is to be, and which of them are not known then.

    Args:
        times: (M,) seconds, growing.
        joints_2d: (M, K, 2) px.
        joints_3d: (M, K, 3) mm.
        scores: (M, K).
        sizes: (M,) of the body, px.
        scale: (M,) mm of a px at the pelvis.

    Returns:
        (M, K) keypoints to take, and (M, K) which of what is taken lies where the other joint of
        its pair is.
    """
    sides = Sides(believes=False)
    count, keypoints = scores.shape
    order = np.tile(np.arange(keypoints), (count, 1))
    held = np.zeros((count, keypoints), bool)
    agrees = np.zeros(count)
    for row in range(count):
        depth = joints_3d[row, :, 2:] / scale[row]
        look = np.concatenate([joints_2d[row], depth], axis=1)
        settled = sides(look, scores[row].astype(np.float32), float(times[row]), float(sizes[row]))
        order[row], held[row] = settled.order, settled.held
        agrees[row] = settled.agrees
    apart = np.mean(
        [np.linalg.norm(joints_2d[:, a] - joints_2d[:, b], axis=1) / sizes for a, b in _TRUNK],
        axis=0,
    )
    turned = _exchanged(times, agrees, apart)
    flip = np.array(KEYPOINT_FLIP[:keypoints])
    order[turned], held[turned] = order[turned][:, flip], held[turned][:, flip]
    return order, held


def _exchanged(times: Array, agrees: Array, apart: Array) -> NDArray[np.bool_]:
    """(M,) where the sides that were kept are the wrong ones.

    Args:
        times: (M,) seconds.
        agrees: (M,) -1..1, how clearly the network says the same.
        apart: (M,) of hips and shoulders across the image, as a share of the body.
    """
    gaps = np.diff(times, prepend=times[:1])
    said = agrees * np.clip(gaps, 0.0, _PAUSE_S)
    clear = np.clip(apart / _CLEAR, 0.0, 1.0)
    clear = np.minimum(clear, np.roll(clear, 1)) ** 2
    change = np.where(gaps < _PAUSE_S, _LOST_S + (_CLEAR_S - _LOST_S) * clear, 0.0)
    cost, came = np.zeros(2), np.zeros((len(times), 2), np.int64)
    for row in range(len(times)):
        other = cost[::-1] + change[row]
        came[row] = np.where(other < cost, [1, 0], [0, 1])
        cost = np.minimum(cost, other) + np.array([0.0, said[row]])
    state = int(np.argmin(cost))
    out = np.zeros(len(times), bool)
    for row in range(len(times) - 1, -1, -1):
        out[row] = state == 1
        state = int(came[row, state])
    return out
