"""Feet that stand, and legs that reach them: what grounding is made of.

A foot stands where it stays in the image and is low; then its place in the world is held, and the
leg between hip and ankle is bent so that it reaches there, its bones as long as before.

Numpy only; the world is `grounding.Y_UP`, millimetres.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.pose import HIDDEN_SCORE
from posecam.skeleton import COUNT, INDEX, KEYPOINT_INDEX

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]

#: Right, left.
ANKLES: Final = [INDEX["r_ankle"], INDEX["l_ankle"]]
KNEES: Final = [INDEX["r_knee"], INDEX["l_knee"]]
HIPS: Final = [INDEX["r_hip"], INDEX["l_hip"]]
#: Keypoints that go with each ankle.
FEET: Final = [
    [KEYPOINT_INDEX[f"{side}_{part}"] for part in ("heel", "big_toe", "small_toe")] for side in "rl"
]
#: A standing foot moves slower than this in the image, body sizes a second, a moving one faster.
SLOW, FAST = 0.12, 0.25
#: Of a body smaller than this, px, no foot can be told to stand.
LEAST_PX: Final = 40.0
#: It is at most so much higher than the other one, in the image as a share of the body and in mm.
LOW: Final = 0.08
LOW_MM: Final = 150.0
# It stands for so long at least; a shorter pause in between is none.
_STANDS_S, _PAUSE_S = 0.12, 0.12
# A foot that has come so far across the image, of the body's size, stands elsewhere.
_ELSEWHERE: Final = 0.05
#: How far a joint's middle is above what it rests on.
_RADII_MM: Final = np.array(
    [
        {
            "ankle": 80.0, "knee": 55.0, "hip": 90.0, "pelvis": 100.0, "thorax": 90.0,
            "upper_neck": 70.0, "head_top": 20.0, "wrist": 30.0, "elbow": 45.0, "shoulder": 70.0,
        }[name[2:] if name[1] == "_" else name]
        for name in INDEX
    ]
)  # fmt: skip  # in rows, not one a line
# The hips are lifted or lowered by no more than this.
_MOST_RISE_MM: Final = 120.0
#: Where neither ankle is seen the floor is a leg's length below an upright body's pelvis.
_ANKLE_MM: Final = 80.0
LEG_MM: Final = 897.0 + _ANKLE_MM


def body_size(joints_2d: Array) -> Array:
    """(...) px, the larger side of the box round (..., J, 2) joints."""
    return np.asarray(np.maximum(np.ptp(joints_2d[..., :COUNT, :], axis=-2).max(-1), 1.0))


def standing(times: Array, joints_2d: Array, heights: Array, scores: Array) -> Mask:
    """(M, 2) whether the right and left foot stand, of a whole take.

    Args:
        times: (M,) seconds, growing.
        joints_2d: (M, J, 2) px.
        heights: (M, 2) mm of the ankles, from anywhere.
        scores: (M, J).
    """
    if len(times) < 2:
        return np.asarray(low(joints_2d, heights, scores))
    feet, size = joints_2d[:, ANKLES], body_size(joints_2d)[:, None]
    gaps = np.maximum(np.diff(times), 1e-3)[:, None]
    steps = np.linalg.norm(np.diff(feet, axis=0), axis=2) / gaps / size[1:]
    speed = np.minimum(np.concatenate([steps[:1], steps]), np.concatenate([steps, steps[-1:]]))
    both = np.maximum(np.concatenate([steps[:1], steps]), np.concatenate([steps, steps[-1:]]))
    found = (speed < SLOW) & (both < FAST) & low(joints_2d, heights, scores)
    for side in range(2):
        for first, end in runs(~found[:, side]):
            inside = first > 0 and end < len(times)
            if inside and times[end] - times[first - 1] <= _PAUSE_S:
                found[first:end, side] = True
        for first, end in runs(found[:, side]):
            if end - first < 2 or times[end - 1] - times[first] < _STANDS_S:
                found[first:end, side] = False
    return np.asarray(found)


def low(joints_2d: Array, heights: Array, scores: Array) -> Mask:
    """(..., 2) whether each ankle is seen, and about as low as the other."""
    feet, size = joints_2d[..., ANKLES, 1], body_size(joints_2d)[..., None]
    in_image = feet >= feet.max(-1, keepdims=True) - LOW * size
    in_world = heights <= heights.min(-1, keepdims=True) + LOW_MM
    seen = (scores[..., ANKLES] >= HIDDEN_SCORE) & (size >= LEAST_PX)
    return np.asarray(in_image & in_world & seen)


def runs(mask: Mask) -> list[tuple[int, int]]:
    """(first, end) of each stretch."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], mask, [False]]).astype(np.int8)))
    pairs: list[list[int]] = edges.reshape(-1, 2).tolist()
    return [(first, end) for first, end in pairs]


def stands(mask: Mask, places: Array, size: Array) -> list[tuple[int, int]]:
    """(first, end) of each stretch in which one foot stands in one place.

    Args:
        mask: (M,) whether it stands.
        places: (M, P, 2) px of parts of it, as its ankle, one of which stays.
        size: (M,) px of the body.
    """
    found = []
    for begin, end in runs(mask):
        first = begin
        while first < end:
            away = np.linalg.norm(places[first:end] - places[first], axis=2).min(1)
            away /= size[first:end]
            gone = np.flatnonzero(away > _ELSEWHERE)
            stop = first + int(gone[0]) if len(gone) else end
            found.append((first, stop))
            first = stop
    return found


def lowest(world: Array, scores: Array) -> Array:
    """(...) mm by which the lowest part of a body is above y = 0, of (..., J, 3) joints.

    Joints that are not seen do not count. Of an upright person whose feet are out of view the
    lowest part is where they would be.
    """
    seen = scores[..., :COUNT] >= HIDDEN_SCORE
    heights = np.where(seen, world[..., :COUNT, 1] - _RADII_MM, np.inf)
    pelvis, neck = world[..., INDEX["pelvis"], 1], world[..., INDEX["upper_neck"], 1]
    hips, knees, ankles = (world[..., rows, :] for rows in (HIPS, KNEES, ANKLES))
    legs = np.linalg.norm(knees - hips, axis=-1) + np.linalg.norm(ankles - knees, axis=-1)
    below = np.where(neck > pelvis, hips[..., 1].min(-1) - legs.max(-1) - _ANKLE_MM, np.inf)
    feet = np.where(seen[..., ANKLES].any(-1), np.inf, below)
    out = np.minimum(heights.min(-1), feet)
    return np.asarray(np.where(np.isfinite(out), out, pelvis - LEG_MM))


def sunk(world: Array, scores: Array) -> Array:
    """(...) mm, 0 or more, by which what is no leg lies below y = 0."""
    seen = scores[..., :COUNT] >= HIDDEN_SCORE
    depths = np.where(seen, _RADII_MM - world[..., :COUNT, 1], -np.inf)
    depths[..., ANKLES + KNEES] = -np.inf
    return np.asarray(np.maximum(depths.max(-1), 0.0))


def out_of_reach(world: Array, held: Array, stood: Mask) -> Array:
    """(...) mm, 0 or more, by which a body stands too high for its legs to reach where they stand.

    Args:
        world: (..., J, 3) mm.
        held: (..., 2, 3) mm, where the right and left ankle stand.
        stood: (..., 2) whether they do.
    """
    hips, knees, ankles = (world[..., rows, :] for rows in (HIPS, KNEES, ANKLES))
    leg = np.linalg.norm(knees - hips, axis=-1) + np.linalg.norm(ankles - knees, axis=-1)
    away = ((hips - held)[..., [0, 2]] ** 2).sum(-1)
    tallest = held[..., 1] + np.sqrt(np.maximum(leg**2 - away, 0.0))
    short = np.where(stood, np.maximum(hips[..., 1] - tallest, 0.0), 0.0)
    return np.asarray(short.max(-1))


def rise(world: Array, held: Array, stood: Mask) -> Array:
    """(...) mm by which a body is to be lifted for its standing legs to bend as little as they do.

    Where two feet are held that were seen elsewhere, legs would bend or stretch to reach them; the
    hips go up or down first.

    Args:
        world: (..., J, 3) mm.
        held: (..., 2, 3) mm, where the right and left ankle stand.
        stood: (..., 2) whether they do.
    """
    hips, ankles = world[..., HIPS, :], world[..., ANKLES, :]
    seen = np.linalg.norm(hips - ankles, axis=-1)
    away = ((hips - held)[..., [0, 2]] ** 2).sum(-1)
    wanted = held[..., 1] + np.sqrt(np.maximum(seen**2 - away, 0.0)) - hips[..., 1]
    # A leg that is far from upright says little of how high its hip is.
    weight = np.where(stood, np.maximum(1 - away / np.maximum(seen, 1.0) ** 2, 0.0), 0.0)
    total = weight.sum(-1)
    shift = (weight * wanted).sum(-1) / np.maximum(total, 1e-9)
    return np.asarray(np.where(total > 0.2, np.clip(shift, -_MOST_RISE_MM, _MOST_RISE_MM), 0.0))


def reach(joints: Array, side: int, target: Array) -> None:
    """Bend a leg of (..., J, 3) joints so that its ankle comes to (..., 3), or as near as it can.

    Thigh and shin keep their length, the hip its place, the knee the side that it bends to; the
    foot goes with the ankle. In place.
    """
    hip, knee, ankle = (joints[..., rows[side], :] for rows in (HIPS, KNEES, ANKLES))
    thigh = np.linalg.norm(knee - hip, axis=-1)
    shin = np.linalg.norm(ankle - knee, axis=-1)
    way = target - hip
    longest, shortest = (thigh + shin) * (1 - 1e-5), np.abs(thigh - shin) + 1e-3
    far = np.clip(np.linalg.norm(way, axis=-1), shortest, longest)
    along = _unit(way)
    # The knee stays on its side of the line from hip to ankle.
    bent = knee - hip
    bent = bent - (bent * along).sum(-1, keepdims=True) * along
    pole = _unit(bent)
    before = (thigh**2 - shin**2 + far**2) / (2 * far)
    aside = np.sqrt(np.maximum(thigh**2 - before**2, 0.0))
    new_knee = hip + before[..., None] * along + aside[..., None] * pole
    new_ankle = hip + far[..., None] * along
    shift = new_ankle - ankle
    joints[..., KNEES[side], :] = new_knee
    joints[..., ANKLES[side], :] = new_ankle
    for keypoint in FEET[side]:
        if keypoint < joints.shape[-2]:
            joints[..., keypoint, :] += shift


def _unit(vectors: Array) -> Array:
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), 1e-9))
