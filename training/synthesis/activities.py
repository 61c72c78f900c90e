"""Made-up postures that motion capture has too few of: desk, seat, floor, exercise.

People face -y. Numbers are degrees and metres; every one is drawn afresh.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from enum import Enum

import numpy as np

from training.synthesis.posing import arm, arm_to, lean, leg
from training.synthesis.retarget import RELAXED_PRONATION, SIDES, Posture, standing
from training.synthesis.rotations import Array, turn, unit, vector

Generator = np.random.Generator
_X, _Y, _Z = np.eye(3)


class Furniture(Enum):
    """What a person sits on or at."""

    NONE = "none"
    SEAT = "seat"
    DESK = "desk"


Made = tuple[Posture, Furniture]


def _near(rng: Generator, mean: float, sd: float) -> float:
    return float(mean + rng.normal() * sd)


def _place(rng: Generator, x: float, y: float, z: float, sd: float = 0.03) -> Array:
    return vector(x, y, z) + rng.normal(size=3) * sd


def _sign(side: str) -> float:
    return 1.0 if side == "l" else -1.0


def _with_arms(rng: Generator, posture: Posture, choices: dict[str, float]) -> Posture:
    """The posture with arms doing one of the named things, by their shares."""
    names = list(choices)
    shares = np.array([choices[n] for n in names])
    name = names[int(rng.choice(len(names), p=shares / shares.sum()))]
    pairs = _ARMS[name]
    if isinstance(pairs, tuple):  # one hand does it, the other something of its own
        side = SIDES[int(rng.integers(2))]
        other = "r" if side == "l" else "l"
        rest = pairs[int(rng.integers(1, len(pairs)))]
        return rest(rng, pairs[0](rng, posture, side), other)
    return pairs(rng, pairs(rng, posture, "l"), "r")


def _set(
    posture: Posture, side: str, bones: dict[str, Array], pronation: float, curl: float
) -> Posture:
    return replace(
        posture,
        bones=posture.bones | bones,
        pronation=posture.pronation | {side: math.radians(pronation)},
        curl=posture.curl | {side: curl},
    )


# One arm at a time: (rng, posture, side) -> posture.


def _hang(rng: Generator, posture: Posture, side: str) -> Posture:
    upper = (abs(_near(rng, 12, 5)), _near(rng, 0, 40))
    fore = (abs(_near(rng, 14, 7)), _near(rng, 75, 20))
    bones = arm(side, upper, fore, posture.chest)
    return _set(posture, side, bones, _near(rng, math.degrees(RELAXED_PRONATION), 12), 0.35)


def _anywhere(rng: Generator, posture: Posture, side: str) -> Posture:
    upper = (rng.uniform(10, 170), rng.uniform(-20, 120))
    fore = (upper[0] + _near(rng, 25, 40), upper[1] + _near(rng, 25, 35))
    return _set(posture, side, arm(side, upper, fore, posture.chest), rng.uniform(20, 170), 0.2)


def _raise(rng: Generator, posture: Posture, side: str) -> Posture:
    upper = (rng.uniform(140, 178), rng.uniform(-10, 60))
    bones = arm(side, upper, (_near(rng, 172, 12), _near(rng, 30, 30)), posture.chest)
    return _set(posture, side, bones, rng.uniform(60, 170), 0.1)


def _wave(rng: Generator, posture: Posture, side: str) -> Posture:
    hand = _place(rng, 0.36 * _sign(side), -0.18, 0.22, 0.08)
    bones = arm_to(side, hand, _near(rng, 40, 20), posture.chest)
    return _set(posture, side, bones, _near(rng, 165, 8), 0.05)


def _point(rng: Generator, posture: Posture, side: str) -> Posture:
    upper = (_near(rng, 85, 15), rng.uniform(0, 110))
    bones = arm(side, upper, (upper[0] + _near(rng, 4, 5), upper[1]), posture.chest)
    return _set(posture, side, bones, rng.uniform(70, 170), 0.6)


def _face(rng: Generator, posture: Posture, side: str) -> Posture:
    """Chin, cheek, glasses, phone at the ear, head scratched."""
    spot = ((0.03, -0.19, 0.10), (0.09, -0.15, 0.14), (0.1, -0.08, 0.18), (0.06, 0.02, 0.29))
    x, y, z = spot[int(rng.integers(len(spot)))]
    hand = _place(rng, x * _sign(side), y, z, 0.015)
    bones = arm_to(side, hand, _near(rng, 35, 22), posture.chest)
    return _set(posture, side, bones, _near(rng, 60, 25), 0.5)


def _behind_head(rng: Generator, posture: Posture, side: str) -> Posture:
    hand = _place(rng, 0.05 * _sign(side), 0.13, 0.2, 0.01)
    bones = arm_to(side, hand, _near(rng, 115, 15), posture.chest)
    return _set(posture, side, bones, 60, 0.2)


def _on_hip(rng: Generator, posture: Posture, side: str) -> Posture:
    hand = _place(rng, 0.21 * _sign(side), -0.04, -0.40, 0.02)
    bones = arm_to(side, hand, _near(rng, 88, 10), posture.chest)
    return _set(posture, side, bones, _near(rng, 120, 15), 0.4)


def _crossed(rng: Generator, posture: Posture, side: str) -> Posture:
    """One forearm before the other; the left one is the outer one."""
    out = -0.20 if side == "l" else -0.17
    hand = _place(rng, -0.10 * _sign(side), out, -0.20, 0.012)
    bones = arm_to(side, hand, _near(rng, 28, 6), posture.chest)
    return _set(posture, side, bones, _near(rng, 125, 12), 0.4)


def _clasped(rng: Generator, posture: Posture, side: str) -> Posture:
    hand = _place(rng, 0.045 * _sign(side), -0.30, rng.uniform(-0.35, -0.1), 0.01)
    bones = arm_to(side, hand, _near(rng, 35, 8), posture.chest)
    return _set(posture, side, bones, 100, 0.6)


def _gesture(rng: Generator, posture: Posture, side: str) -> Posture:
    hand = vector(_sign(side) * rng.uniform(0.05, 0.4), rng.uniform(-0.5, -0.2),
                  rng.uniform(-0.4, 0.1))  # fmt: skip
    bones = arm_to(side, hand, _near(rng, 35, 18), posture.chest)
    return _set(posture, side, bones, rng.uniform(20, 150), rng.uniform(0, 0.6))


def _typing(rng: Generator, posture: Posture, side: str) -> Posture:
    hand = _place(rng, 0.12 * _sign(side), -0.40, -0.36, 0.03)
    bones = arm_to(side, hand, _near(rng, 30, 8), posture.chest)
    return _set(posture, side, bones, _near(rng, 168, 6), 0.35)


def _on_thigh(rng: Generator, posture: Posture, side: str) -> Posture:
    """Hand a little above the knee of the same side, wherever that is."""
    hip = vector(0.1 * _sign(side), 0.0, 0.0)
    knee = posture.bones[f"{side}_thigh"] * rng.uniform(0.22, 0.36) + _Z * 0.09
    shoulders = posture.pelvis[:, 2] * 0.16 + posture.chest[:, 2] * 0.30
    hand = posture.chest.T @ (posture.pelvis @ hip + knee - shoulders)
    bones = arm_to(side, hand, _near(rng, 40, 15), posture.chest)
    return _set(posture, side, bones, _near(rng, 165, 8), 0.3)


_Arm = Callable[[Generator, Posture, str], Posture]
#: A single function for both arms, or (first, *others) where one hand does it alone.
_ARMS: dict[str, _Arm | tuple[_Arm, ...]] = {
    "hang": _hang,
    "anywhere": (_anywhere, _anywhere, _hang),
    "raise": _raise,
    "raise one": (_raise, _hang, _on_hip),
    "wave": (_wave, _hang, _on_thigh),
    "point": (_point, _hang, _anywhere),
    "face": (_face, _hang, _crossed, _face, _gesture),
    "face seated": (_face, _typing, _on_thigh, _crossed, _face),
    "behind head": _behind_head,
    "hips": _on_hip,
    "one hip": (_on_hip, _hang, _gesture),
    "crossed": _crossed,
    "clasped": _clasped,
    "gesture": _gesture,
    "typing": _typing,
    "typing one": (_typing, _face, _gesture, _on_thigh),
    "thighs": _on_thigh,
}
_STANDING_ARMS = {
    "hang": 3.0, "anywhere": 3.0, "raise": 1.0, "raise one": 1.0, "wave": 1.2, "point": 1.2,
    "face": 2.0, "behind head": 0.7, "hips": 1.0, "one hip": 1.0, "crossed": 1.8,
    "clasped": 1.2, "gesture": 2.0,
}  # fmt: skip
_SEATED_ARMS = {
    "typing": 2.5, "typing one": 1.5, "face seated": 2.5, "thighs": 2.0, "crossed": 1.5,
    "clasped": 1.2, "gesture": 2.0, "behind head": 0.6, "wave": 1.0, "anywhere": 1.0, "raise": 0.5,
}  # fmt: skip


def _trunk(rng: Generator, posture: Posture, forward: float, sd: float = 6.0) -> Posture:
    chest = posture.pelvis @ lean(_near(rng, forward, sd), _near(rng, 0, 5), _near(rng, 0, 9))
    return replace(posture, chest=chest, head=chest @ lean(_near(rng, -forward * 0.5, 6)))


def standing_about(rng: Generator) -> Made:
    """Upright, the weight here or there, arms doing anything."""
    pelvis = lean(_near(rng, 2, 3), _near(rng, 0, 3))
    bones: dict[str, Array] = {}
    for side in SIDES:
        flexion = abs(_near(rng, 3, 8))
        bones |= leg(side, flexion, abs(_near(rng, 5, 5)), flexion + abs(_near(rng, 2, 6)), pelvis)
    posture = replace(standing(), pelvis=pelvis, bones=standing().bones | bones)
    posture = _trunk(rng, posture, rng.choice([0, 0, 0, 12, 30]))
    return _with_arms(rng, posture, _STANDING_ARMS), Furniture.NONE


def _seated(rng: Generator, forward: float) -> Posture:
    pelvis = lean(_near(rng, -4, 6))
    bones = dict(standing().bones)
    apart = abs(_near(rng, 8, 7))
    for side in SIDES:
        flexion = _near(rng, 84, 7)
        knee = float(np.clip(_near(rng, 86, 16), 20, 125))
        bones |= leg(side, flexion, apart, knee, np.eye(3))
    return _trunk(rng, replace(standing(), pelvis=pelvis, bones=bones), forward, 9)


def at_desk(rng: Generator) -> Made:
    """In front of a webcam: mostly seated at a desk, sometimes standing."""
    if rng.random() < 0.2:
        return standing_about(rng)
    posture = _seated(rng, rng.choice([-8.0, 4.0, 12.0]))
    return _with_arms(rng, posture, _SEATED_ARMS), Furniture.SEAT


def on_a_seat(rng: Generator) -> Made:
    """On a chair in the room, sometimes at a desk, sometimes with legs crossed."""
    posture = _seated(rng, rng.choice([-12.0, 5.0, 25.0]))
    if rng.random() < 0.25:
        side = SIDES[int(rng.integers(2))]
        over = leg(side, _near(rng, 98, 4), -10, _near(rng, 80, 10), np.eye(3))
        posture = replace(posture, bones=posture.bones | over)
    if rng.random() < 0.35:
        return _with_arms(rng, posture, {"typing": 1.0, "typing one": 1.0}), Furniture.DESK
    return _with_arms(rng, posture, _SEATED_ARMS | {"typing": 0.5}), Furniture.SEAT


def exercising(rng: Generator) -> Made:
    """Squats, lunges, jumping jacks, kicks, bends: upright exercise."""
    kind = int(rng.integers(5))
    bones = dict(standing().bones)
    pelvis, forward = np.eye(3), 0.0
    if kind == 0:  # squat
        deep = rng.uniform(25, 115)
        for side in SIDES:
            bones |= leg(side, deep * 0.8, _near(rng, 16, 6), deep, np.eye(3))
        pelvis, forward = lean(deep * 0.25), _near(rng, 8, 6)
    elif kind == 1:  # lunge
        front, back = ("l", "r") if rng.random() < 0.5 else ("r", "l")
        deep = rng.uniform(30, 95)
        bones |= leg(front, deep, abs(_near(rng, 3, 4)), deep + _near(rng, -3, 8), np.eye(3))
        bones |= leg(back, -rng.uniform(5, 30), 3, rng.uniform(20, 85), np.eye(3))
        bones[f"{back}_foot"] = unit(vector(0, -0.6, -0.8))
    elif kind == 2:  # jumping jack, side lunge
        for side in SIDES:
            spread = rng.uniform(5, 38)
            bones |= leg(side, rng.uniform(0, 30), spread, rng.uniform(0, 45), np.eye(3))
    elif kind == 3:  # knee or straight leg lifted
        side = SIDES[int(rng.integers(2))]
        knee = float(rng.choice([10.0, 60.0, 110.0]))
        bones |= leg(side, rng.uniform(30, 110), _near(rng, 10, 15), knee, np.eye(3))
        pelvis = lean(_near(rng, -5, 5))
    else:  # bent forward or sideways
        pelvis, forward = lean(rng.uniform(5, 70)), rng.uniform(0, 35)
    posture = _trunk(rng, replace(standing(), pelvis=pelvis, bones=bones), forward)
    arms = {"hang": 1.0, "anywhere": 2.5, "raise": 1.5, "point": 1.0, "clasped": 1.0, "hips": 1.0,
            "behind head": 0.7}  # fmt: skip
    return _with_arms(rng, posture, arms), Furniture.NONE


def on_the_floor(rng: Generator) -> Made:
    """Lying, planks, press-ups, sit-ups, on all fours, kneeling, sitting on the ground."""
    makers = (_lying, _plank, _sit_up, _all_fours, _kneeling, _on_the_ground)
    return makers[int(rng.integers(len(makers)))](rng), Furniture.NONE


def _straight_legs(rng: Generator, bend: float) -> dict[str, Array]:
    bones: dict[str, Array] = {}
    for side in SIDES:
        knee = abs(_near(rng, 0, bend))
        bones |= leg(side, knee * 0.5, abs(_near(rng, 6, 6)), knee, np.eye(3))
        # Not standing on them: the toes point away.
        bones[f"{side}_foot"] = unit(vector(0.15 * _sign(side), -0.7, -0.7))
    return bones


def _lying(rng: Generator) -> Posture:
    posture = replace(standing(), bones=standing().bones | _straight_legs(rng, 35))
    posture = _trunk(rng, posture, 0, 4)
    flat = {"hang": 2.0, "raise": 1.0, "behind head": 1.0, "anywhere": 1.0, "crossed": 0.7}
    posture = _with_arms(rng, posture, flat)
    way = rng.random()
    if way < 0.5:
        posture = posture.turned(turn(_X, math.radians(_near(rng, -88, 3))))
    elif way < 0.75:
        posture = posture.turned(turn(_X, math.radians(_near(rng, 88, 3))))
    else:
        posture = posture.turned(turn(_Y, math.radians(90 * float(rng.choice([-1, 1])))))
    # The floor is in the way of limbs that point into it.
    bones = {n: unit(vector(v[0], v[1], max(v[2], -0.1))) for n, v in posture.bones.items()}
    return replace(posture, bones=bones)


def _plank(rng: Generator) -> Posture:
    """Face down on hands or forearms and toes; the trunk is nearly level."""
    pitch = rng.uniform(66, 86)
    posture = replace(standing(), bones=standing().bones | _straight_legs(rng, 6))
    posture = _trunk(rng, posture, 0, 3).turned(turn(_X, math.radians(pitch)))
    bent = rng.uniform(0, 60)
    bones = dict(posture.bones)
    for side in SIDES:
        out = 0.15 + 0.8 * math.sin(math.radians(bent))
        bones[f"{side}_upper_arm"] = unit(vector(out * _sign(side), 0.1 * rng.normal(), -1))
        bones[f"{side}_forearm"] = unit(vector(-0.2 * out * _sign(side), -0.1, -1))
        bones[f"{side}_foot"] = unit(vector(0, -0.35, -0.95))
    return replace(posture, bones=bones, head=posture.head @ lean(_near(rng, -20, 15)))


def _sit_up(rng: Generator) -> Posture:
    """On the back, knees up, the trunk more or less raised."""
    raised = rng.uniform(0, 75)
    bones = dict(standing().bones)
    pelvis = turn(_X, math.radians(-90 + raised * 0.5))
    for side in SIDES:
        # Thigh and shin are about as long as each other, so the soles are level with the hips.
        up = math.radians(rng.uniform(40, 62))
        bones[f"{side}_thigh"] = unit(vector(0.08 * _sign(side), -math.cos(up), math.sin(up)))
        bones[f"{side}_shin"] = unit(vector(0.03 * _sign(side), -math.cos(up), -math.sin(up)))
        bones[f"{side}_foot"] = unit(vector(0, -1, -0.3))
    posture = replace(standing(), pelvis=pelvis, bones=bones)
    posture = _trunk(rng, posture, raised * 0.5, 4)
    return _with_arms(rng, posture, {"behind head": 1.5, "crossed": 1.0, "thighs": 1.0})


def _all_fours(rng: Generator) -> Posture:
    pelvis = turn(_X, math.radians(_near(rng, 82, 7)))
    bones = dict(standing().bones)
    for side in SIDES:
        sign = _sign(side)
        bones[f"{side}_thigh"] = unit(vector(0.1 * sign, _near(rng, 0, 0.15), -1))
        bones[f"{side}_shin"] = unit(vector(0, 1, -0.05))
        bones[f"{side}_foot"] = unit(vector(0.05 * sign, 0.9, -0.35))
        bones[f"{side}_upper_arm"] = unit(vector(0.12 * sign, _near(rng, -0.05, 0.12), -1))
        bones[f"{side}_forearm"] = unit(vector(-0.03 * sign, _near(rng, -0.1, 0.08), -1))
    if rng.random() < 0.4:  # one leg stretched back
        side = SIDES[int(rng.integers(2))]
        bones[f"{side}_thigh"] = unit(vector(0, 1, -0.15))
        bones[f"{side}_shin"] = unit(vector(0, 1, -0.05))
    posture = _trunk(rng, replace(standing(), pelvis=pelvis, bones=bones), 4, 5)
    return replace(posture, head=posture.chest @ lean(_near(rng, -30, 20)))


def _kneeling(rng: Generator) -> Posture:
    back = rng.uniform(0, 75)  # sitting on the heels in the end
    bones = dict(standing().bones)
    for side in SIDES:
        a = math.radians(back)
        bones[f"{side}_thigh"] = unit(vector(0.12 * _sign(side), -math.sin(a), -math.cos(a) - 1e-3))
        bones[f"{side}_shin"] = unit(vector(0.02 * _sign(side), 1, -0.04))
        bones[f"{side}_foot"] = unit(vector(0, 0.95, -0.3))
    if rng.random() < 0.35:  # one foot in front
        bones |= leg(SIDES[int(rng.integers(2))], 90, 8, 92, np.eye(3))
    posture = _trunk(rng, replace(standing(), bones=bones), 6, 10)
    return _with_arms(rng, posture, _STANDING_ARMS | {"thighs": 3.0})


def _on_the_ground(rng: Generator) -> Posture:
    """Sitting with legs stretched, knees up, or crossed."""
    bones = dict(standing().bones)
    kind = int(rng.integers(3))
    for side in SIDES:
        sign = _sign(side)
        if kind == 0:
            bones[f"{side}_thigh"] = unit(vector(rng.uniform(0.05, 0.5) * sign, -1, 0.03))
            bones[f"{side}_shin"] = unit(bones[f"{side}_thigh"] + vector(0, 0, -0.08))
            bones[f"{side}_foot"] = unit(vector(0.2 * sign, -0.5, 0.8))
        elif kind == 1:
            bones[f"{side}_thigh"] = unit(vector(0.12 * sign, -0.75, 0.75))
            bones[f"{side}_shin"] = unit(vector(0.02 * sign, -0.7, -0.75))
            bones[f"{side}_foot"] = unit(vector(0, -1, -0.3))
        else:
            bones[f"{side}_thigh"] = unit(vector(0.75 * sign, -0.65, 0.1))
            ahead = -0.28 if side == "l" else 0.0
            bones[f"{side}_shin"] = unit(vector(-1.0 * sign, ahead, -0.2))
            bones[f"{side}_foot"] = unit(vector(-0.8 * sign, -0.5, -0.2))
    pelvis = lean(_near(rng, -12, 8))
    posture = _trunk(rng, replace(standing(), pelvis=pelvis, bones=bones), 10, 8)
    return _with_arms(rng, posture, {"thighs": 2.0, "gesture": 1.0, "clasped": 1.0, "hang": 1.0,
                                     "face seated": 1.0})  # fmt: skip
