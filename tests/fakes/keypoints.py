"""The sixteen joints of `tests.fakes.motion.body`, with feet, face and knuckles as a test likes."""

from __future__ import annotations

import numpy as np

from posecam.skeleton import KEYPOINT_COUNT, KEYPOINT_INDEX
from tests.fakes.motion import Array

#: Of the left side, mm from ankle, wrist and base of the neck: X left, Y up, Z forward, in a T.
FOOT = {"heel": (0, -55, -55), "big_toe": (-25, -62, 195), "small_toe": (45, -62, 160)}
HAND = {"index": (100, 0, 32), "pinky": (90, 0, -32)}
FACE = {"eye": (30, 175, 125), "ear": (76, 153, 28)}
NOSE = (0, 130, 150)
HEAD_TOP = (0, 280, 42)


def with_extras(
    joints: Array,
    *,
    head: Array | None = None,
    hand: Array | None = None,
    foot: Array | None = None,
) -> Array:
    """(T, 31, 3) of (T, 16, 3) joints in the Y-up world of a person who faces +Z.

    Args:
        joints: mm.
        head, hand, foot: (T, 3, 3) or (3, 3) rotations from a T-pose; both sides do what the left
            one does, mirrored.
    """
    count = len(joints)
    still = np.eye(3)
    head, hand, foot = (still if r is None else r for r in (head, hand, foot))
    out = np.zeros((count, KEYPOINT_COUNT, 3))
    out[:, : joints.shape[1]] = joints

    def put(name: str, start: str, turn: Array, place: tuple[int, int, int], out_: int) -> None:
        mirror = np.diag([out_, 1.0, 1.0])
        step = np.asarray(mirror @ turn) @ np.array(place, float)
        out[:, KEYPOINT_INDEX[name]] = out[:, KEYPOINT_INDEX[start]] + step

    put("nose", "upper_neck", head, NOSE, 1)
    put("head_top", "upper_neck", head, HEAD_TOP, 1)
    for side, sign in (("l", 1), ("r", -1)):
        for part, place in FACE.items():
            x, y, z = place
            put(f"{side}_{part}", "upper_neck", head, (sign * x, y, z), 1)
        for part, place in HAND.items():
            put(f"{side}_{part}", f"{side}_wrist", hand, place, sign)
        for part, place in FOOT.items():
            put(f"{side}_{part}", f"{side}_ankle", foot, place, sign)
    return out
