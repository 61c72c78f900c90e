"""Postures by angles: arms, legs and trunk as a person would describe them. Degrees throughout."""

from __future__ import annotations

import math

import numpy as np

from training.synthesis.rotations import Array, turn, unit, vector

_X, _Y, _Z = np.eye(3)
#: Where the toes are from the ankle on flat ground, per metre ahead.
_TOES_BELOW = 0.32


def _out(side: str) -> float:
    """+1 along x for the left side, -1 for the right, of a person facing -y."""
    return 1.0 if side == "l" else -1.0


def reach(side: str, elevation: float, azimuth: float) -> Array:
    """Direction of an arm, in the chest's axes.

    Args:
        side: l or r.
        elevation: 0 hangs down, 90 level, 180 straight up.
        azimuth: 0 out to the side, 90 ahead, 180 across the body, negative behind.
    """
    e, a = math.radians(elevation), math.radians(azimuth)
    return vector(math.sin(e) * math.cos(a) * _out(side), -math.sin(e) * math.sin(a), -math.cos(e))


def arm(
    side: str, upper: tuple[float, float], fore: tuple[float, float], chest: Array
) -> dict[str, Array]:
    """Bones of an arm from (elevation, azimuth) of upper arm and forearm."""
    return {
        f"{side}_upper_arm": chest @ reach(side, *upper),
        f"{side}_forearm": chest @ reach(side, *fore),
    }


def leg(
    side: str, flexion: float, spread: float, knee: float, pelvis: Array, toes_out: float = 8.0
) -> dict[str, Array]:
    """Bones of a leg on flat ground.

    Args:
        side: l or r.
        flexion: of the thigh in front of the vertical of the pelvis; 90 is level.
        spread: of the leg out to the side.
        knee: bend, 0 straight.
        pelvis: (3, 3) axes that flexion and spread are measured in.
        toes_out: heading of the foot out from the leg's plane.
    """
    heading = math.radians(spread) * _out(side)
    outward = turn(_Z, heading)  # facing -y, left is +x: positive turns to the left
    hip_out = turn(_Y, -math.radians(spread) * 0.5 * _out(side))

    def ahead(angle: float) -> Array:
        a = math.radians(angle)
        return vector(0.0, -math.sin(a), -math.cos(a))

    foot = turn(_Z, heading + math.radians(toes_out) * _out(side)) @ vector(0, -1, -_TOES_BELOW)
    return {
        f"{side}_thigh": pelvis @ hip_out @ outward @ ahead(flexion),
        f"{side}_shin": pelvis @ hip_out @ outward @ ahead(flexion - knee),
        f"{side}_foot": unit(level(pelvis) @ foot),
    }


def lean(forward: float = 0.0, left: float = 0.0, twist: float = 0.0) -> Array:
    """Rotation of the trunk: forward, towards the left, turned to the left."""
    return (
        turn(_Z, math.radians(twist))
        @ turn(_X, math.radians(forward))
        @ turn(_Y, math.radians(left))
    )


def level(rotation: Array) -> Array:
    """The rotation about the vertical that faces the same way as this one."""
    ahead = -rotation[:, 1]
    if math.hypot(ahead[0], ahead[1]) < 0.3:  # lying: the feet's end says where ahead is
        ahead = -rotation[:, 2] * math.copysign(1.0, ahead[2])
    return turn(_Z, math.atan2(ahead[0], -ahead[1]))


#: An average arm, m: half the width of the shoulders, upper arm, forearm with half the hand.
SHOULDER_M, UPPER_ARM_M, FOREARM_M = 0.165, 0.265, 0.30


def arm_to(side: str, hand: Array, swivel: float, chest: Array) -> dict[str, Array]:
    """Bones of an arm of average length whose hand is at a place.

    Args:
        hand: m, from the middle of the shoulders, in the chest's axes (x left, -y ahead, z up).
        swivel: of the elbow about the line from shoulder to hand; 0 hangs down, 90 points out.
    """
    shoulder = vector(SHOULDER_M * _out(side), 0.0, 0.0)
    line = hand - shoulder
    distance = float(np.clip(np.linalg.norm(line), 0.12, UPPER_ARM_M + FOREARM_M - 0.005))
    along = unit(line)
    # The elbow lies on a circle about the line (law of cosines).
    ahead = (UPPER_ARM_M**2 - FOREARM_M**2 + distance**2) / (2 * distance)
    radius = math.sqrt(max(UPPER_ARM_M**2 - ahead**2, 0.0))
    down = -_Z + 1e-3 * _Y  # never along the arm exactly
    below = unit(down - along * float(down @ along))
    s = math.radians(swivel)
    outward = unit(_X * _out(side) - along * float(_X @ along) * _out(side))
    outward = unit(outward - below * float(outward @ below))
    elbow = along * ahead + (below * math.cos(s) + outward * math.sin(s)) * radius
    return {
        f"{side}_upper_arm": chest @ unit(elbow),
        f"{side}_forearm": chest @ unit(along * distance - elbow),
    }
