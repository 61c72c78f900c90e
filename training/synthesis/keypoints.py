"""The keypoints of a posed body: joint centres of its rig, and points on its surface.

Joints are the rig's pivots, which `bake` put at the anatomical centres. Heels, toe tips, nose,
pupils and ears are vertices of the skin; knuckles are the pivots of index and little finger.
"""

from __future__ import annotations

import numpy as np

from posecam import skeleton
from training.synthesis.body import Array, Bodies

#: The rig's bone whose head is the joint, of either side.
_JOINT_BONES = {
    "ankle": "foot", "knee": "lowerleg01", "hip": "upperleg01",
    "wrist": "wrist", "elbow": "lowerarm01", "shoulder": "upperarm01",
    "index": "finger2-1", "pinky": "finger5-1",
}  # fmt: skip


def keypoints(
    bodies: Bodies, vertices: Array, heads: Array, rotations: Array, rest: Array
) -> Array:
    """(31, 3) keypoints of the table, m, from a posed body.

    Args:
        vertices: (V, 3) of the skin in the pose.
        heads, rest: (B, 3) bone heads in the pose and at rest.
        rotations: (B, 3, 3).
    """
    index = bodies.index
    named = {name: vertices[rows].mean(0) for name, rows in bodies.landmarks.items()}
    named["head_top"] = vertices[bodies.crown]
    for side, end in (("l", "L"), ("r", "R")):
        for joint, bone in _JOINT_BONES.items():
            named[f"{side}_{joint}"] = heads[index[f"{bone}.{end}"]]
    named["pelvis"] = (named["l_hip"] + named["r_hip"]) / 2
    named["thorax"] = (named["l_shoulder"] + named["r_shoulder"]) / 2
    # The base of the neck, at the height of the seventh neck vertebra, moves with the chest.
    neck = index["neck01"]
    shoulders = (rest[index["upperarm01.L"]] + rest[index["upperarm01.R"]]) / 2
    below = rotations[index["spine01"]] @ (shoulders - rest[neck])
    named["upper_neck"] = heads[neck] + 0.4 * below
    return np.stack([named[name] for name in skeleton.KEYPOINT_NAMES])
