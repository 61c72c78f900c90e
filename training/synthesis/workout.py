"""Made-up postures of yoga, deep bends, and arms stretched towards the camera.

People face -y; directions of bones are in the world unless a function says otherwise. Every
number is drawn afresh.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from training.synthesis.posing import FOREARM_M, UPPER_ARM_M, arm, lean, leg
from training.synthesis.retarget import SIDES, Posture, standing
from training.synthesis.rotations import Array, turn, unit, vector

Generator = np.random.Generator
#: Of an average body: half a leg, and from the ankle to the ball of the foot, m.
_HALF_LEG_M, _FOOT_M = 0.42, 0.13
_Y, _Z = vector(0.0, 1.0, 0.0), vector(0.0, 0.0, 1.0)


def _out(side: str) -> float:
    return 1.0 if side == "l" else -1.0


def _about(rng: Generator, x: float, y: float, z: float, sd: float = 0.06) -> Array:
    return unit(vector(x, y, z) + rng.normal(size=3) * sd)


def _near(rng: Generator, mean: float, sd: float) -> float:
    return float(mean + rng.normal() * sd)


def _side(rng: Generator) -> tuple[str, str]:
    return ("l", "r") if rng.random() < 0.5 else ("r", "l")


def _posture(
    pelvis: Array, chest: Array, head: Array, bones: dict[str, Array], palms: float = 100.0
) -> Posture:
    """palms: pronation of both forearms, degrees."""
    pronation = dict.fromkeys(SIDES, math.radians(palms))
    curl = dict.fromkeys(SIDES, 0.1)
    return Posture(pelvis, chest, head, standing().bones | bones, pronation, curl)


def _both(make: Callable[[str, float], dict[str, Array]]) -> dict[str, Array]:
    return make("l", 1.0) | make("r", -1.0)


def _arms_along(rng: Generator, direction: Array, apart: float) -> dict[str, Array]:
    """Both arms straight along a direction, hands apart (share of the arm) to their own sides."""

    def one(side: str, out: float) -> dict[str, Array]:
        upper = unit(direction + vector(apart * out, 0, 0) + rng.normal(size=3) * 0.06)
        return {f"{side}_upper_arm": upper, f"{side}_forearm": unit(upper + direction * 0.4)}

    return _both(one)


def _down_dog(rng: Generator) -> Posture:
    pitch = _near(rng, 128, 8)
    pelvis, chest = lean(pitch), lean(pitch + _near(rng, 6, 6))
    legs = _both(
        lambda s, o: {
            f"{s}_thigh": _about(rng, 0.06 * o, 0.42, -0.9, 0.03),
            f"{s}_shin": _about(rng, 0.02 * o, 0.4, -0.9, 0.03),
            f"{s}_foot": unit(vector(0.05 * o, -0.85, -0.5)),
        }
    )
    if rng.random() < 0.25:  # one leg in the air
        side, _ = _side(rng)
        up = _about(rng, 0, 0.8, 0.6, 0.1)
        legs |= {f"{side}_thigh": up, f"{side}_shin": up, f"{side}_foot": unit(up + 0.2 * _Z)}
    arms = _arms_along(rng, chest[:, 2], 0.12)
    posture = _posture(pelvis, chest, chest @ lean(_near(rng, 10, 12)), legs | arms, 165)
    return on_hands_and_feet(posture)


def _fold(rng: Generator) -> Posture:
    """Forward fold: hands towards the floor or the shins."""
    pitch = rng.uniform(75, 125)
    pelvis, chest = lean(pitch), lean(pitch + rng.uniform(10, 35), _near(rng, 0, 6))
    knee = abs(_near(rng, 0, 12))
    legs = leg("l", knee, 4, 2 * knee, np.eye(3)) | leg("r", knee, 4, 2 * knee, np.eye(3))
    arms = _arms_along(rng, _about(rng, 0, _near(rng, 0, 0.25), -1), 0.1)
    return _posture(pelvis, chest, chest @ lean(_near(rng, 5, 20)), legs | arms, 90)


def _warrior(rng: Generator) -> Posture:
    """Legs apart to the sides, one knee bent, arms level; the head turns to the bent side."""
    a, b = _side(rng)
    o = _out(a)
    deep = rng.uniform(0.3, 0.85)
    bones = {
        f"{a}_thigh": _about(rng, deep * o, -0.1, -math.sqrt(1 - deep**2) - 0.05, 0.03),
        f"{a}_shin": _about(rng, 0.05 * o, 0, -1, 0.03),
        f"{a}_foot": unit(vector(0.95 * o, -0.1, -0.3)),
        f"{b}_thigh": _about(rng, -0.65 * o, 0.05, -0.75, 0.04),
        f"{b}_shin": _about(rng, -0.65 * o, 0.05, -0.75, 0.03),
        f"{b}_foot": unit(vector(-0.25 * o, -0.9, -0.3)),
    }
    chest = lean(_near(rng, 3, 4), _near(rng, 0, 4) + (rng.uniform(10, 35) * o
                 if rng.random() < 0.3 else 0))  # fmt: skip
    level = _arms_along(rng, vector(0, 0, _near(rng, 0, 0.08)), 1.0)
    head = chest @ lean(twist=rng.uniform(10, 75) * o)
    return _posture(lean(_near(rng, 0, 4)), chest, head, bones | level, 150)


def _crescent(rng: Generator) -> Posture:
    """Lunge with arms overhead, or turned to the side."""
    a, b = _side(rng)
    deep = rng.uniform(40, 95)
    bones = leg(a, deep, 2, deep, np.eye(3)) | leg(b, -rng.uniform(15, 45), 2, 5, np.eye(3))
    bones[f"{b}_foot"] = unit(vector(0, -0.45, -0.9))
    twist = _near(rng, 0, 30)
    chest = lean(_near(rng, 8, 10), 0, twist)
    if rng.random() < 0.6:
        bones |= _arms_along(rng, _about(rng, 0, _near(rng, 0, 0.2), 1), 0.15)
    else:
        side = chest[:, 1] * -1
        bones |= {f"{a}_upper_arm": side, f"{a}_forearm": side,
                  f"{b}_upper_arm": -side * 0.9 + 0.1 * _Z, f"{b}_forearm": -side}  # fmt: skip
    return _posture(lean(_near(rng, 0, 5)), chest, chest, bones, 80)


def _triangle(rng: Generator) -> Posture:
    a, b = _side(rng)
    o = _out(a)
    chest = lean(_near(rng, 8, 8), rng.uniform(45, 85) * o)
    pelvis = lean(4, rng.uniform(10, 35) * o)
    bones = _both(
        lambda s, p: {
            f"{s}_thigh": _about(rng, 0.5 * p, 0, -0.85, 0.03),
            f"{s}_shin": _about(rng, 0.5 * p, 0.02, -0.85, 0.02),
        }
    )
    bones[f"{a}_foot"] = unit(vector(0.9 * o, -0.3, -0.3))
    down, up = _about(rng, 0.1 * o, 0, -1), _about(rng, 0, 0, 1, 0.12)
    bones |= {f"{a}_upper_arm": down, f"{a}_forearm": down,
              f"{b}_upper_arm": up, f"{b}_forearm": up}  # fmt: skip
    return _posture(pelvis, chest, chest @ lean(twist=-o * rng.uniform(0, 60)), bones, 90)


def _balance(rng: Generator) -> Posture:
    """Tree, or one leg held out behind (warrior three)."""
    a, b = _side(rng)
    o = _out(a)
    bones = leg(b, _near(rng, 2, 3), 1, abs(_near(rng, 3, 4)), np.eye(3))
    if rng.random() < 0.5:
        bones |= {
            f"{a}_thigh": _about(rng, 0.72 * o, -0.35, -0.6, 0.08),
            f"{a}_shin": _about(rng, -0.8 * o, 0.15, -0.55, 0.08),
            f"{a}_foot": unit(vector(-0.25 * o, -0.2, -0.95)),
        }
        chest = lean(_near(rng, 0, 4), _near(rng, 0, 4))
        arms = _arms_along(rng, vector(0, 0, 1), rng.uniform(0.02, 0.5))
        return _posture(np.eye(3), chest, chest, bones | arms, 80)
    pitch = rng.uniform(50, 92)
    pelvis = lean(pitch)
    back = unit(-pelvis[:, 2] + rng.normal(size=3) * 0.06)
    bones |= {f"{a}_thigh": back, f"{a}_shin": back, f"{a}_foot": unit(vector(0, 0.3, -0.95))}
    ahead = _arms_along(rng, pelvis[:, 2], 0.1)
    wide = _arms_along(rng, vector(0, 0, 0), 1.0)
    arms = ahead if rng.random() < 0.5 else wide
    return _posture(pelvis, pelvis, pelvis @ lean(-25), bones | arms, 120)


def _bridge(rng: Generator) -> Posture:
    """On the back, hips lifted."""
    pitch = -rng.uniform(98, 130)
    pelvis, chest = lean(pitch), lean(pitch + _near(rng, 5, 6))
    bones = _both(
        lambda s, o: {
            f"{s}_thigh": _about(rng, 0.1 * o, -0.95, _near(rng, 0.05, 0.15), 0.03),
            f"{s}_shin": _about(rng, 0.02 * o, _near(rng, 0.0, 0.15), -1, 0.03),
            f"{s}_foot": unit(vector(0.05 * o, -0.95, -0.3)),
            f"{s}_upper_arm": _about(rng, 0.3 * o, -0.95, -0.15, 0.05),
            f"{s}_forearm": _about(rng, 0.1 * o, -1, -0.02, 0.05),
        }
    )
    return _posture(pelvis, chest, lean(-78), bones, 165)


def _cobra(rng: Generator) -> Posture:
    """Face down, chest raised on the arms."""
    raised = rng.uniform(15, 60)
    pelvis, chest = lean(88 - raised * 0.3), lean(88 - raised)
    bones = _both(
        lambda s, o: {
            f"{s}_thigh": _about(rng, 0.06 * o, 1, -0.04 - raised * 0.002, 0.02),
            f"{s}_shin": _about(rng, 0.03 * o, 1, 0.0, 0.02),
            f"{s}_foot": unit(vector(0, 0.95, -0.3)),
            f"{s}_upper_arm": _about(rng, 0.15 * o, 0.3, -0.9),
            f"{s}_forearm": _about(rng, 0.02 * o, -0.25, -0.95),
        }
    )
    return _posture(pelvis, chest, chest @ lean(-rng.uniform(0, 40)), bones, 165)


def _child(rng: Generator) -> Posture:
    pelvis, chest = lean(_near(rng, 62, 6)), lean(_near(rng, 88, 6))
    bones = _both(
        lambda s, o: {
            f"{s}_thigh": _about(rng, 0.35 * o, -0.8, -0.55, 0.04),
            f"{s}_shin": _about(rng, 0, 1, -0.08, 0.03),
            f"{s}_foot": unit(vector(0, 0.95, -0.3)),
        }
    )
    arms = _arms_along(rng, vector(0, -1, _near(rng, -0.05, 0.05)), 0.15)
    return _posture(pelvis, chest, chest, bones | arms, 165)


def _boat(rng: Generator) -> Posture:
    """Sitting, legs in the air or stretched out, trunk back or folded over them."""
    folded = rng.random() < 0.5
    pelvis = lean(rng.uniform(5, 35) if folded else -rng.uniform(15, 45))
    chest = lean(rng.uniform(30, 85)) if folded else pelvis @ lean(_near(rng, 8, 6))
    high = _near(rng, 0.03, 0.03) if folded else rng.uniform(0.2, 0.8)
    spread = rng.uniform(0, 0.6) if folded else 0.05
    bend = 0.0 if folded else rng.choice([0.0, 0.7])
    bones = _both(
        lambda s, o: {
            f"{s}_thigh": _about(rng, spread * o, -0.9, high, 0.03),
            f"{s}_shin": _about(rng, spread * o, -0.9, high - bend, 0.03),
            f"{s}_foot": unit(vector(0.15 * o, -0.5, 0.85)),
        }
    )
    arms = _arms_along(rng, _about(rng, 0, -1, -0.25 if folded else 0.0), 0.12)
    return _posture(pelvis, chest, chest @ lean(_near(rng, 0, 12)), bones | arms, 90)


def _side_plank(rng: Generator) -> Posture:
    """Straight on one hand, the other arm up; seen lying on its side."""
    a, b = _side(rng)
    o = _out(a)
    tilt = turn(_Y, math.radians(rng.uniform(60, 78) * o))
    straight = replace(standing(), bones=standing().bones | _both(
        lambda s, _: {f"{s}_thigh": _about(rng, 0, 0, -1, 0.03), f"{s}_shin": -_Z,
                      f"{s}_foot": unit(vector(0, -0.9, -0.45))}))  # fmt: skip
    posture = straight.turned(tilt)
    down, up = _about(rng, 0.1 * o, 0, -1, 0.04), _about(rng, 0, 0, 1, 0.15)
    arms = {f"{a}_upper_arm": down, f"{a}_forearm": down,
            f"{b}_upper_arm": up, f"{b}_forearm": up}  # fmt: skip
    return replace(posture, bones=posture.bones | arms)


def _camel(rng: Generator) -> Posture:
    """Kneeling, the trunk bent back or to the side."""
    back = rng.uniform(10, 50)
    chest = lean(-back, _near(rng, 0, 15))
    bones = _both(
        lambda s, o: {
            f"{s}_thigh": _about(rng, 0.08 * o, -0.12, -1, 0.03),
            f"{s}_shin": _about(rng, 0, 1, -0.04, 0.02),
            f"{s}_foot": unit(vector(0, 0.95, -0.3)),
        }
    )
    if rng.random() < 0.6:
        arms = _arms_along(rng, _about(rng, 0, 0.45, -0.9), 0.15)
    else:
        arms = _arms_along(rng, _about(rng, 0, -0.1, 1, 0.2), 0.2)
    return _posture(lean(-back * 0.3), chest, chest @ lean(-rng.uniform(0, 25)), bones | arms)


def _pigeon(rng: Generator) -> Posture:
    a, b = _side(rng)
    o = _out(a)
    forward = rng.uniform(0, 70)
    chest = lean(forward + 10, _near(rng, 0, 6))
    bones = {
        f"{a}_thigh": _about(rng, 0.22 * o, -0.95, -0.1, 0.05),
        f"{a}_shin": _about(rng, -0.8 * o, 0.38, -0.12, 0.05),
        f"{a}_foot": unit(vector(-0.8 * o, -0.3, -0.3)),
        f"{b}_thigh": _about(rng, -0.05 * o, 0.85, -0.4, 0.03),
        f"{b}_shin": _about(rng, 0, 1, -0.03, 0.02),
        f"{b}_foot": unit(vector(0, 0.95, -0.3)),
    }
    arms = _arms_along(rng, unit(vector(0, -0.5 - forward / 60, -1)), 0.15)
    return _posture(lean(32 + forward * 0.3), chest, chest, bones | arms, 160)


YOGA = {
    "down_dog": _down_dog, "fold": _fold, "warrior": _warrior, "crescent": _crescent,
    "triangle": _triangle, "balance": _balance, "bridge": _bridge, "cobra": _cobra,
    "child": _child, "boat": _boat, "side_plank": _side_plank, "camel": _camel, "pigeon": _pigeon,
}  # fmt: skip


def yoga_named(name: str, rng: Generator) -> Posture:
    """One asana, in any stage of it."""
    return YOGA[name](rng)


def yoga(rng: Generator) -> Posture:
    """Any of the asanas."""
    return yoga_named(list(YOGA)[int(rng.integers(len(YOGA)))], rng)


def on_hands_and_feet(posture: Posture) -> Posture:
    """The posture, facing -y, pitched until the lowest hand and foot are at one height."""
    shoulders = posture.pelvis[:, 2] * 0.16 + posture.chest[:, 2] * 0.33
    hands, feet = [], []
    for side in SIDES:
        bones = posture.bones
        arm_bones = (bones[f"{side}_upper_arm"], bones[f"{side}_forearm"])
        hands.append(shoulders + arm_bones[0] * UPPER_ARM_M + arm_bones[1] * (FOREARM_M + 0.04))
        legs = bones[f"{side}_thigh"] + bones[f"{side}_shin"]
        feet.append(legs * _HALF_LEG_M + bones[f"{side}_foot"] * _FOOT_M)
    hand, foot = min(hands, key=lambda p: p[2]), min(feet, key=lambda p: p[2])
    across = foot - hand
    if across[1] < 0.3:  # not on all fours
        return posture
    return posture.turned(turn(vector(1.0, 0.0, 0.0), -math.atan2(across[2], across[1])))


def deep_bend(rng: Generator) -> Posture:
    """Bent far down: something picked up, deep squats, dead lifts, a shoe tied."""
    kind = int(rng.integers(3))
    if kind == 0:
        return _fold(rng)
    deep = rng.uniform(60, 130) if kind == 1 else rng.uniform(15, 60)
    pitch = rng.uniform(20, 50) if kind == 1 else rng.uniform(50, 95)
    pelvis, chest = lean(pitch * 0.8), lean(pitch, _near(rng, 0, 8), _near(rng, 0, 12))
    bones: dict[str, Array] = {}
    for side in SIDES:
        spread = _near(rng, 14, 8)
        bones |= leg(side, deep * 0.85, spread, deep + _near(rng, 0, 6), np.eye(3))
    reach_to = _about(rng, 0, _near(rng, -0.35, 0.3), -1, 0.15)
    bones |= _arms_along(rng, reach_to, _near(rng, 0.05, 0.12))
    return _posture(pelvis, chest, chest @ lean(-rng.uniform(0, 40)), bones, rng.uniform(60, 160))


def reaching(rng: Generator) -> Posture:
    """Upright, one or both arms towards -y, where the camera is."""
    flexion = abs(_near(rng, 3, 8))
    bones: dict[str, Array] = {}
    for side in SIDES:
        bones |= leg(side, flexion, abs(_near(rng, 5, 5)), flexion + 3, np.eye(3))
    chest = lean(_near(rng, 5, 9), _near(rng, 0, 5), _near(rng, 0, 15))
    first, second = _side(rng)
    for side in (first, second)[: 1 + int(rng.random() < 0.6)]:
        level = _near(rng, 88, 18)
        bend = abs(_near(rng, 0, 25))
        across = _near(rng, 85, 14)
        bones |= arm(side, (level - bend * 0.5, across), (level + bend, across + bend * 0.3), chest)
    palms = {s: math.radians(rng.uniform(20, 170)) for s in SIDES}
    posture = _posture(lean(_near(rng, 3, 4)), chest, chest @ lean(_near(rng, -3, 8)), bones)
    return replace(posture, pronation=palms, curl={s: float(rng.beta(0.7, 1.2)) for s in SIDES})
