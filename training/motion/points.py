"""The points that the motion network knows: the sixteen joints, heels and big toes."""

from __future__ import annotations

from typing import Final

import numpy as np

from posecam import skeleton

#: Rows of `skeleton.KEYPOINTS`.
POINTS: Final = (
    *range(skeleton.COUNT),
    *(skeleton.KEYPOINT_INDEX[n] for n in ("r_heel", "r_big_toe", "l_heel", "l_big_toe")),
)
NAMES: Final = tuple(skeleton.KEYPOINT_NAMES[i] for i in POINTS)
COUNT: Final = len(POINTS)
ROOT: Final = skeleton.ROOT
INDEX: Final = {name: i for i, name in enumerate(NAMES)}
#: (child, parent), parents before their children.
BONES: Final = tuple(
    (INDEX[child], INDEX[parent])
    for child, parent in (
        ("r_hip", "pelvis"), ("r_knee", "r_hip"), ("r_ankle", "r_knee"), ("r_heel", "r_ankle"),
        ("r_big_toe", "r_ankle"), ("l_hip", "pelvis"), ("l_knee", "l_hip"), ("l_ankle", "l_knee"),
        ("l_heel", "l_ankle"), ("l_big_toe", "l_ankle"), ("thorax", "pelvis"),
        ("upper_neck", "thorax"), ("head_top", "upper_neck"), ("r_shoulder", "thorax"),
        ("r_elbow", "r_shoulder"), ("r_wrist", "r_elbow"), ("l_shoulder", "thorax"),
        ("l_elbow", "l_shoulder"), ("l_wrist", "l_elbow"),
    )
)  # fmt: skip  # from the pelvis outwards
CHILD, PARENT = np.array(BONES).T
#: FLIP[i] is the point that point i becomes in a mirrored image.
FLIP: Final = np.array([POINTS.index(skeleton.KEYPOINT_FLIP[i]) for i in POINTS])
#: Of the sixteen, whose bones' sum tells a body's size.
_FIFTEEN: Final = np.array(skeleton.BONES)


def _ending(*ends: str) -> np.ndarray:
    return np.array([INDEX[n] for n in NAMES if n.split("_")[-1] in ends])


LEGS: Final = _ending("hip", "knee", "ankle", "heel", "toe")
ARMS: Final = _ending("shoulder", "elbow", "wrist")
SIDED: Final = np.array([i for i in range(COUNT) if FLIP[i] != i])


def canonical_scale(joints: np.ndarray) -> np.ndarray:
    """(...,) metres per unit of (..., 16+, 3) joints: the bones add up to the canonical ones."""
    steps = joints[..., _FIFTEEN[:, 0], :] - joints[..., _FIFTEEN[:, 1], :]
    total = np.linalg.norm(steps, axis=-1).sum(-1)
    return np.asarray(skeleton.BONE_LENGTHS_MM.sum() / 1000 / np.maximum(total, 1e-9))
