"""What a person does, and from which side they are filmed: the choice among postures."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum

import numpy as np

from training.synthesis import activities, posing, workout
from training.synthesis.limits import plausible
from training.synthesis.mocap import Mocap
from training.synthesis.retarget import SIDES, Posture
from training.synthesis.rotations import UP, random_turn, turn

_ATTEMPTS = 8


class View(Enum):
    """From which side the person, who faces -y, is filmed."""

    DESK = "desk"  # the webcam on the desk in front of them
    FRONT = "front"
    BEHIND = "behind"
    ANY = "any"


@dataclass(frozen=True, slots=True, eq=False)
class Situation:
    """A posture, facing -y, what it is done with or on, and from where it is filmed."""

    posture: Posture
    furniture: activities.Furniture = activities.Furniture.NONE
    view: View = View.ANY


def vary(rng: np.random.Generator, posture: Posture, arms: float, legs: float) -> Posture:
    """The posture with limbs and head turned a little; arms and legs in degrees (deviation)."""
    bones = dict(posture.bones)
    for s in SIDES:
        if rng.random() < 0.6:
            whole = random_turn(rng, arms)
            bones[f"{s}_upper_arm"] = whole @ bones[f"{s}_upper_arm"]
            bones[f"{s}_forearm"] = random_turn(rng, arms) @ whole @ bones[f"{s}_forearm"]
        if rng.random() < 0.5:
            whole = random_turn(rng, legs)
            for part in ("thigh", "shin", "foot"):
                bones[f"{s}_{part}"] = whole @ bones[f"{s}_{part}"]
    glance = posing.lean(rng.normal() * 9, rng.normal() * 6, rng.normal() * 18)
    return replace(posture, head=posture.head @ glance, bones=bones)


def loose_hands(rng: np.random.Generator, posture: Posture) -> Posture:
    """The posture with hands bent, turned and closed at random about what it says."""
    change = {s: math.radians(rng.normal() * 22) for s in SIDES}
    return replace(
        posture,
        pronation={s: posture.pronation[s] + change[s] for s in SIDES},
        curl={s: float(np.clip(posture.curl[s] + rng.normal() * 0.3, 0, 1)) for s in SIDES},
        hand_bend={s: random_turn(rng, 11) @ posture.hand_bend[s] for s in SIDES},
    )


def sample_situation(rng: np.random.Generator, mocap: Mocap | None) -> Situation:
    """A plausible situation."""
    situation = _propose(rng, mocap)
    for _ in range(_ATTEMPTS):
        if plausible(situation.posture):
            break
        situation = _propose(rng, mocap)
    return replace(situation, posture=loose_hands(rng, situation.posture))


def _propose(rng: np.random.Generator, mocap: Mocap | None) -> Situation:
    kinds = [k for k in _SHARES if mocap is not None or k not in {"mocap", "walking"}]
    shares = np.array([_SHARES[k] for k in kinds])
    kind = kinds[int(rng.choice(len(kinds), p=shares / shares.sum()))]
    if kind == "desk":
        posture, furniture = activities.at_desk(rng)
        return Situation(vary(rng, posture, 7, 3), furniture, View.DESK)
    if mocap is not None and kind == "mocap":
        return Situation(vary(rng, mocap.sample(rng), 12, 5), view=_view(rng, 0.2, 0.25))
    if mocap is not None and kind == "walking":
        return Situation(vary(rng, mocap.sample_walking(rng), 8, 2), view=_view(rng, 0.55, 0.35))
    if kind == "reaching":
        return Situation(vary(rng, workout.reaching(rng), 6, 4), view=View.FRONT)
    posture, furniture = _MADE_UP[kind](rng)
    if rng.random() < 0.5:
        posture = posture.mirrored()
    return Situation(vary(rng, posture, 8, 4), furniture, _view(rng, 0.3, 0.22))


def _view(rng: np.random.Generator, front: float, behind: float) -> View:
    draw = rng.random()
    return View.FRONT if draw < front else View.BEHIND if draw < front + behind else View.ANY


_Made = tuple[Posture, activities.Furniture]


def _bare(make: Callable[[np.random.Generator], Posture]) -> Callable[[np.random.Generator], _Made]:
    return lambda rng: (make(rng), activities.Furniture.NONE)


#: How often people do what; the first three and reaching are described in `_propose`.
_SHARES = {
    "desk": 0.16, "mocap": 0.30, "walking": 0.11, "reaching": 0.04, "standing": 0.07,
    "seat": 0.06, "exercise": 0.08, "floor": 0.07, "yoga": 0.07, "bend": 0.04,
}  # fmt: skip
_MADE_UP: dict[str, Callable[[np.random.Generator], _Made]] = {
    "standing": activities.standing_about,
    "seat": activities.on_a_seat,
    "exercise": activities.exercising,
    "floor": activities.on_the_floor,
    "yoga": _bare(workout.yoga),
    "bend": _bare(workout.deep_bend),
}


def random_heading(rng: np.random.Generator, posture: Posture) -> Posture:
    """The posture facing anywhere."""
    return posture.turned(turn(UP, rng.uniform(0, 2 * math.pi)))
