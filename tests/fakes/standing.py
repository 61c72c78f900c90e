"""A standing person of the canonical size, in millimetres."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from posecam import skeleton

#: Direction of each joint from its parent: x right, y down, facing the camera (left is +x).
_DIRECTIONS = {
    "hip": (1, 0, 0),
    "knee": (0, 1, 0),
    "ankle": (0, 1, 0.05),
    "shoulder": (1, 0, 0),
    "elbow": (0.3, 1, 0),
    "wrist": (0.2, 1, -0.3),
    "thorax": (0, -1, 0),
    "upper_neck": (0, -1, 0),
    "head_top": (0, -1, 0),
}


def standing() -> NDArray[np.float64]:
    """(16, 3) mm relative to the pelvis, camera frame."""
    joints = np.zeros((skeleton.COUNT, 3))
    todo = [skeleton.ROOT]
    while todo:
        parent = todo.pop()
        for child, row in enumerate(skeleton.JOINTS):
            if skeleton.PARENTS[child] != parent:
                continue
            part = row.name if row.name in _DIRECTIONS else row.name[2:]
            direction = np.array(_DIRECTIONS[part], float)
            if row.side == "right":
                direction[0] *= -1
            joints[child] = joints[parent] + row.length_mm * direction / np.linalg.norm(direction)
            todo.append(child)
    return joints
