"""Postures from motion capture, varied, and the choice between them and made-up ones."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from posecam.errors import PosecamError
from training.synthesis import activities, posing
from training.synthesis.limits import plausible
from training.synthesis.retarget import (
    REST_CHEST_UP,
    REST_PELVIS_UP,
    SIDES,
    Posture,
)
from training.synthesis.rotations import (
    Array,
    between,
    frame,
    random_turn,
    shortest,
    turn,
    unit,
    vector,
)

_X = vector(1.0, 0.0, 0.0)
_REST_NECK = vector(0.0, -0.33, 0.94)
_ATTEMPTS = 8


@dataclass(frozen=True, slots=True, eq=False)
class Situation:
    """A posture and what it is done with or on.

    Attributes:
        posture: facing -y or anywhere, for motion capture.
        furniture: seat, desk or nothing is put under the person.
        facing: whether -y is where the person faces, so that a camera can be put in front.
    """

    posture: Posture
    furniture: activities.Furniture = activities.Furniture.NONE
    facing: bool = True


class PoseBank:
    """Postures of a file of motion-capture joints (`poses`, `keys`, `src`), z up."""

    def __init__(self, path: Path) -> None:
        """Read the file.

        Raises:
            PosecamError: it is missing or is not such a file.
        """
        try:
            with np.load(path, allow_pickle=False) as stored:
                self._poses = stored["poses"].astype(np.float64)
                keys = [str(k) for k in stored["keys"]]
                source = stored["src"].astype(str)
        except (OSError, ValueError, KeyError) as error:
            raise PosecamError(f"The poses in {path} cannot be read ({error}).") from error
        self._index = {k: i for i, k in enumerate(keys)}
        self._by_source = [np.flatnonzero(source == s) for s in np.unique(source)]

    def sample(self, rng: np.random.Generator) -> Posture:
        """A captured posture, half of them mirrored, often with another one's upper body."""
        posture = self._posture(self._pick(rng))
        if rng.random() < 0.4:
            other = self._posture(self._pick(rng))
            carry = posture.pelvis @ other.pelvis.T
            arms = {k: carry @ v for k, v in other.bones.items() if k.endswith("arm")}
            posture = replace(
                posture,
                chest=carry @ other.chest,
                head=carry @ other.head,
                bones=posture.bones | arms,
            )
        return posture.mirrored() if rng.random() < 0.5 else posture

    def _pick(self, rng: np.random.Generator) -> Array:
        rows = self._by_source[int(rng.integers(len(self._by_source)))]
        return np.asarray(self._poses[rows[int(rng.integers(len(rows)))]])

    def _posture(self, points: Array) -> Posture:
        def at(name: str) -> Array:
            return np.asarray(points[self._index[name]])

        def towards(start: str, end: str) -> Array:
            return unit(at(end) - at(start))

        pelvis = frame(towards("pelvis", "spine"), at("lhip") - at("rhip"))
        pelvis = pelvis @ frame(REST_PELVIS_UP, _X).T
        chest = frame(towards("spine", "neck"), at("lsho") - at("rsho"))
        chest = chest @ frame(REST_CHEST_UP, _X).T
        nod = shortest(chest @ _REST_NECK, towards("thorax", "head")) @ chest
        bones = {}
        for s in SIDES:
            bones[f"{s}_thigh"] = towards(f"{s}hip", f"{s}knee")
            bones[f"{s}_shin"] = towards(f"{s}knee", f"{s}ank")
            bones[f"{s}_foot"] = towards(f"{s}ank", f"{s}toe")
            bones[f"{s}_upper_arm"] = towards(f"{s}sho", f"{s}elb")
            bones[f"{s}_forearm"] = towards(f"{s}elb", f"{s}wri")
        return Posture(pelvis, chest, between(chest, nod, 0.5), bones)


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
    look = posing.lean(rng.normal() * 9, rng.normal() * 6, rng.normal() * 18)
    return replace(posture, head=posture.head @ look, bones=bones)


def loose_hands(rng: np.random.Generator, posture: Posture) -> Posture:
    """The posture with hands bent, turned and closed at random about what it says."""
    change = {s: math.radians(rng.normal() * 22) for s in SIDES}
    return replace(
        posture,
        pronation={s: posture.pronation[s] + change[s] for s in SIDES},
        curl={s: float(np.clip(posture.curl[s] + rng.normal() * 0.3, 0, 1)) for s in SIDES},
        hand_bend={s: random_turn(rng, 11) @ posture.hand_bend[s] for s in SIDES},
    )


def sample_situation(rng: np.random.Generator, bank: PoseBank | None, *, desk: bool) -> Situation:
    """A plausible posture; desk: one of a person in front of their webcam."""

    def propose() -> Situation:
        if desk:
            posture, furniture = activities.at_desk(rng)
            return Situation(vary(rng, posture, 7, 3), furniture)
        if bank is not None and rng.random() < 0.5:
            return Situation(vary(rng, bank.sample(rng), 18, 7), facing=False)
        kinds: list[tuple[float, Callable[[], tuple[Posture, activities.Furniture]]]] = [
            (0.35, lambda: activities.standing_about(rng)),
            (0.15, lambda: activities.on_a_seat(rng)),
            (0.28, lambda: activities.exercising(rng)),
            (0.22, lambda: activities.on_the_floor(rng)),
        ]
        which = int(rng.choice(len(kinds), p=[share for share, _ in kinds]))
        posture, furniture = kinds[which][1]()
        if rng.random() < 0.5:
            posture = posture.mirrored()
        return Situation(vary(rng, posture, 9, 4), furniture)

    situation = propose()
    for _ in range(_ATTEMPTS):
        if plausible(situation.posture):
            break
        situation = propose()
    return replace(situation, posture=loose_hands(rng, situation.posture))


def random_heading(rng: np.random.Generator, posture: Posture) -> Posture:
    """The posture facing anywhere."""
    return posture.turned(turn(vector(0, 0, 1), rng.uniform(0, 2 * math.pi)))
