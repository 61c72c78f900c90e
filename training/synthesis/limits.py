"""What a body can do: ranges of its joints, and no limb inside another."""

from __future__ import annotations

import math

import numpy as np

from training.synthesis.posing import FOREARM_M, SHOULDER_M, UPPER_ARM_M
from training.synthesis.retarget import SIDES, Posture
from training.synthesis.rotations import Array, cross, shortest, vector

_MOST_BENT = math.cos(math.radians(152))
#: Soft parts give way by this much, m.
PLAY_M = 0.03


def joints_allow(posture: Posture) -> bool:
    """Whether elbows, knees, hips and shoulders are within their ranges."""
    bones = posture.bones
    for side in SIDES:
        out = 1.0 if side == "l" else -1.0
        upper, fore = bones[f"{side}_upper_arm"], bones[f"{side}_forearm"]
        thigh, shin = bones[f"{side}_thigh"], bones[f"{side}_shin"]
        if float(upper @ fore) < _MOST_BENT or float(thigh @ shin) < _MOST_BENT:
            return False
        arm, hip = posture.chest.T @ upper, posture.pelvis.T @ thigh
        if arm[1] > 0.75 or arm[0] * out < -0.75 or (arm[1] > 0.3 and arm[0] * out < -0.2):
            return False
        if hip[1] > 0.65 or hip[0] * out < -0.5 or hip[0] * out > 0.95:
            return False
        # A knee bends back only: its hinge points to the left of the thigh.
        hinge = cross(thigh, shin)
        left = shortest(posture.pelvis @ vector(0, 0, -1), thigh) @ posture.pelvis[:, 0]
        if float(np.linalg.norm(hinge)) > 0.2 and float(hinge @ left) < -0.1:
            return False
    return True


def depth_inside(posture: Posture) -> float:
    """How deep (m) the limbs of an average body are inside each other or the trunk."""
    parts = _capsules(posture)
    first, second = zip(*_PAIRS, strict=True)
    a = np.stack([parts[n] for n in first])
    b = np.stack([parts[n] for n in second])
    apart = _distance(a[:, :3], a[:, 3:6], b[:, :3], b[:, 3:6])
    return float(np.max(a[:, 6] + b[:, 6] - apart - _PAIR_PLAY_M))


def plausible(posture: Posture) -> bool:
    """Whether a person can be in this posture."""
    return joints_allow(posture) and depth_inside(posture) < PLAY_M


_ARM_PARTS = ("forearm", "hand")
_PAIRS = [
    *((f"{s}_{p}", o) for s in SIDES for p in _ARM_PARTS for o in (
        "l_trunk", "r_trunk", "head", "l_thigh", "r_thigh", "l_shin", "r_shin")),
    *((f"{s}_elbow", o) for s in SIDES for o in ("l_trunk", "r_trunk", "head")),
    *((f"l_{p}", f"r_{q}") for p in _ARM_PARTS for q in _ARM_PARTS),
    *((f"{s}_{p}", f"{o}_elbow") for s, o in (("l", "r"), ("r", "l")) for p in _ARM_PARTS),
    ("l_thigh", "r_thigh"), ("l_shin", "r_shin"), ("l_thigh", "r_shin"), ("l_shin", "r_thigh"),
    *((f"{s}_shin", f"{o}_trunk") for s in SIDES for o in SIDES),
    *((f"{s}_thigh", f"{s}_trunk") for s in SIDES),
]  # fmt: skip

#: Arms lie against each other when they are crossed.
_PAIR_PLAY_M = np.array(
    [0.05 if a[2:] in _ARM_PARTS and b[2:] in {*_ARM_PARTS, "elbow"} else 0.0 for a, b in _PAIRS]
)


def _capsules(posture: Posture) -> dict[str, Array]:
    """(7,) both ends and radius of each part of an average body, m, pelvis at the origin."""
    out: dict[str, Array] = {}

    def add(name: str, start: Array, end: Array, radius: float) -> None:
        out[name] = np.concatenate([start, end, [radius]])

    pelvis, chest, bones = posture.pelvis, posture.chest, posture.bones
    waist = pelvis[:, 2] * 0.16
    shoulders = waist + chest[:, 2] * 0.30
    neck = shoulders + chest[:, 2] * 0.09 - chest[:, 1] * 0.01
    add("head", neck + posture.head[:, 2] * 0.08 - posture.head[:, 1] * 0.03,
        neck + posture.head[:, 2] * 0.17 - posture.head[:, 1] * 0.03, 0.095)  # fmt: skip
    for side, sign in (("l", 1.0), ("r", -1.0)):
        add(f"{side}_trunk", pelvis[:, 0] * 0.07 * sign + pelvis[:, 2] * 0.02,
            shoulders + chest[:, 0] * 0.07 * sign - chest[:, 2] * 0.09, 0.105)  # fmt: skip
        shoulder = shoulders + chest[:, 0] * SHOULDER_M * sign
        elbow = shoulder + bones[f"{side}_upper_arm"] * UPPER_ARM_M
        wrist = elbow + bones[f"{side}_forearm"] * (FOREARM_M - 0.05)
        add(f"{side}_elbow", (shoulder + 2 * elbow) / 3, elbow, 0.04)
        add(f"{side}_forearm", elbow * 0.75 + wrist * 0.25, wrist, 0.035)
        add(f"{side}_hand", wrist, wrist + bones[f"{side}_forearm"] * 0.12, 0.03)
        hip = pelvis[:, 0] * 0.1 * sign
        knee = hip + bones[f"{side}_thigh"] * 0.42
        ankle = knee + bones[f"{side}_shin"] * 0.42
        add(f"{side}_thigh", hip * 0.5 + knee * 0.5, knee, 0.06)
        add(f"{side}_shin", knee * 0.8 + ankle * 0.2, ankle, 0.045)
    return out


def _distance(p: Array, p2: Array, q: Array, q2: Array) -> Array:
    """(N,) distances between segments p-p2 and q-q2, each end (N, 3).

    Ericson, Real-Time Collision Detection, 2005, section 5.1.9.
    """
    d1, d2, r = p2 - p, q2 - q, p - q
    a, e = (d1 * d1).sum(1), (d2 * d2).sum(1)
    b, c, f = (d1 * d2).sum(1), (d1 * r).sum(1), (d2 * r).sum(1)
    s = np.clip((b * f - c * e) / np.maximum(a * e - b * b, 1e-9), 0, 1)
    t = np.clip((b * s + f) / np.maximum(e, 1e-9), 0, 1)
    s = np.clip((b * t - c) / np.maximum(a, 1e-9), 0, 1)
    return np.asarray(np.linalg.norm(p + s[:, None] * d1 - q - t[:, None] * d2, axis=1))
