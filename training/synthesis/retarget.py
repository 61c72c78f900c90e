"""A posture, free of any body's proportions, put on a body.

A posture says where bones point, not how long they are; so it fits every body. Limbs are
aligned by direction, their twist follows the hinge of elbow and knee.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field, replace

import numpy as np

from training.synthesis.body import Bodies, Shape
from training.synthesis.rotations import Array, between, cross, frame, shortest, turn, unit, vector

SIDES = ("l", "r")
#: Bones of a limb that a posture gives directions of, per side.
#: Neutral twist of the forearm: thumbs forward when the arms hang, palms to the thighs.
RELAXED_PRONATION = math.radians(100)
PRONATION_LIMITS = (math.radians(5), math.radians(175))


@dataclass(frozen=True, slots=True, eq=False)
class Posture:
    """How a person holds themselves.

    Attributes:
        pelvis, chest, head: (3, 3) rotations from rest (facing -y) to the world.
        bones: unit directions in the world of `l_thigh`, `r_forearm`, ... of each limb.
        pronation: per side, radians: 0 palm up with the elbow bent, pi palm down.
        curl: per side, 0 stretched fingers .. 1 fist.
        hand_bend: per side, (3, 3) rotation of the hand in the world after the forearm's.
    """

    pelvis: Array
    chest: Array
    head: Array
    bones: dict[str, Array]
    pronation: dict[str, float] = field(
        default_factory=lambda: dict.fromkeys(SIDES, RELAXED_PRONATION)
    )
    curl: dict[str, float] = field(default_factory=lambda: dict.fromkeys(SIDES, 0.35))
    hand_bend: dict[str, Array] = field(default_factory=lambda: {s: np.eye(3) for s in SIDES})

    def turned(self, rotation: Array) -> Posture:
        """The same posture after a rotation of the whole body."""
        return replace(
            self,
            pelvis=rotation @ self.pelvis,
            chest=rotation @ self.chest,
            head=rotation @ self.head,
            bones={k: rotation @ v for k, v in self.bones.items()},
            hand_bend={k: rotation @ v @ rotation.T for k, v in self.hand_bend.items()},
        )

    def mirrored(self) -> Posture:
        """The posture of the person's image in a mirror across x."""
        flip = np.diag([-1.0, 1.0, 1.0])

        def other(key: str) -> str:
            return ("r" if key[0] == "l" else "l") + key[1:]

        return Posture(
            flip @ self.pelvis @ flip,
            flip @ self.chest @ flip,
            flip @ self.head @ flip,
            {other(k): flip @ v for k, v in self.bones.items()},
            {other(k): v for k, v in self.pronation.items()},
            {other(k): v for k, v in self.curl.items()},
            {other(k): flip @ v @ flip for k, v in self.hand_bend.items()},
        )


def standing() -> Posture:
    """Upright, arms hanging a little off the body, facing -y."""
    bones = {}
    for side, out in (("l", 1.0), ("r", -1.0)):
        bones[f"{side}_thigh"] = unit(vector(0.05 * out, -0.02, -1.0))
        bones[f"{side}_shin"] = unit(vector(0.03 * out, 0.05, -1.0))
        bones[f"{side}_foot"] = unit(vector(0.18 * out, -0.95, -0.3))
        bones[f"{side}_upper_arm"] = unit(vector(0.2 * out, 0.05, -1.0))
        bones[f"{side}_forearm"] = unit(vector(0.08 * out, -0.25, -1.0))
    return Posture(np.eye(3), np.eye(3), np.eye(3), bones)


class Rig:
    """Puts postures on the bodies of one set."""

    def __init__(self, bodies: Bodies) -> None:
        self._bodies = bodies
        fingers = re.compile(r"finger([2-5])-\d\.([LR])")
        self._fingers = {
            i: found.group(2)
            for i, name in enumerate(bodies.bones)
            if (found := fingers.fullmatch(name))
        }

    def rotations(self, shape: Shape, posture: Posture) -> Array:
        """(B, 3, 3) rotations from rest to the world of all bones."""
        heads, index = shape.heads, self._bodies.index
        given = self._trunk(posture)
        for side in SIDES:
            given |= self._arm(heads, posture, side)
            given |= self._leg(heads, posture, side)
        curls = {s.upper(): self._curl(heads, s.upper(), posture.curl[s]) for s in SIDES}
        out = np.tile(np.eye(3), (len(index), 1, 1))
        for bone, (name, parent) in enumerate(
            zip(self._bodies.bones, self._bodies.parents, strict=True)
        ):
            if name in given:
                out[bone] = given[name]
            elif parent >= 0:
                out[bone] = out[parent]
                if bone in self._fingers:
                    out[bone] = out[parent] @ curls[self._fingers[bone]]
        return out

    def _between(self, heads: Array, start: str, end: str) -> Array:
        index = self._bodies.index
        return np.asarray(heads[index[end]] - heads[index[start]])

    def _trunk(self, posture: Posture) -> dict[str, Array]:
        pelvis, chest, head = posture.pelvis, posture.chest, posture.head
        out = {"root": pelvis, "pelvis.L": pelvis, "pelvis.R": pelvis}
        for name, share in zip(
            ("spine05", "spine04", "spine03", "spine02", "spine01"),
            (0.1, 0.35, 0.65, 0.9, 1.0),
            strict=True,
        ):
            out[name] = between(pelvis, chest, share)
        for name, share in (("neck01", 0.25), ("neck02", 0.5), ("neck03", 0.75)):
            out[name] = between(chest, head, share)
        return out | {"head": head, "eye.L": head, "eye.R": head}

    def _arm(self, heads: Array, posture: Posture, side: str) -> dict[str, Array]:
        end = side.upper()
        upper, fore = posture.bones[f"{side}_upper_arm"], posture.bones[f"{side}_forearm"]
        # The collar bone rises with the arm and follows it forward.
        chest, out_sign = posture.chest, 1.0 if side == "l" else -1.0
        lift = float(np.clip(upper @ chest[:, 2] + 0.25, 0, 1.25)) * 0.4
        forward = float(np.clip(-(upper @ chest[:, 1]), 0, 1)) * 0.25
        collar = turn(chest[:, 1], -out_sign * lift) @ turn(chest[:, 2], -out_sign * forward)
        collar = collar @ chest
        a = self._between(heads, f"upperarm01.{end}", f"lowerarm01.{end}")
        b = self._between(heads, f"lowerarm01.{end}", f"wrist.{end}")
        swung, first, second = _limb(collar, a, b, upper, fore, unit(cross(a, b)))
        twist = self._twist(heads, end, posture.pronation[side], a, b)
        hand = posture.hand_bend[side] @ turn(fore, twist) @ second
        return {
            f"clavicle.{end}": between(chest, collar, 0.6),
            f"shoulder01.{end}": collar,
            f"upperarm01.{end}": between(swung, first, 0.5),
            f"upperarm02.{end}": first,
            f"lowerarm01.{end}": turn(fore, 0.2 * twist) @ second,
            f"lowerarm02.{end}": turn(fore, 0.65 * twist) @ second,
            f"wrist.{end}": hand,
        }

    def _leg(self, heads: Array, posture: Posture, side: str) -> dict[str, Array]:
        end, pelvis = side.upper(), posture.pelvis
        a = self._between(heads, f"upperleg01.{end}", f"lowerleg01.{end}")
        b = self._between(heads, f"lowerleg01.{end}", f"foot.{end}")
        swung, first, second = _limb(
            pelvis, a, b, posture.bones[f"{side}_thigh"], posture.bones[f"{side}_shin"],
            unit(cross(a, b)),
        )  # fmt: skip
        toes = 0.5 * (
            self._between(heads, f"foot.{end}", f"toe1-1.{end}")
            + self._between(heads, f"foot.{end}", f"toe4-1.{end}")
        )
        foot = shortest(second @ toes, posture.bones[f"{side}_foot"]) @ second
        return {
            f"upperleg01.{end}": between(swung, first, 0.5),
            f"upperleg02.{end}": first,
            f"lowerleg01.{end}": second,
            f"lowerleg02.{end}": second,
            f"foot.{end}": between(second, foot, 0.9),
        }

    def _twist(self, heads: Array, end: str, pronation: float, a: Array, b: Array) -> float:
        """Radians about the forearm that take the hand from rest to this pronation."""
        along, hinge = unit(b), unit(cross(a, b))
        # Arm hanging, elbow bending forward: the hinge of both sides points to the right.
        supine = -hinge if end == "L" else hinge
        ahead = unit(cross(hinge, along))
        thumb = self._between(heads, f"finger5-1.{end}", f"finger2-1.{end}")
        rest = math.atan2(float(thumb @ ahead), float(thumb @ supine))
        low, high = PRONATION_LIMITS
        change = min(max(pronation, low), high) - rest
        # About the forearm, supine turns into ahead by +90 degrees on one side only.
        return change * math.copysign(1.0, float(cross(supine, ahead) @ along))

    def _curl(self, heads: Array, end: str, amount: float) -> Array:
        """Rotation of one finger joint, in the axes at rest."""
        across = self._between(heads, f"finger5-1.{end}", f"finger2-1.{end}")
        along = unit(self._between(heads, f"finger3-1.{end}", f"finger3-2.{end}"))
        axis = unit(across - along * float(across @ along))
        return turn(axis, amount * math.radians(70) * (-1.0 if end == "L" else 1.0))


def _limb(
    parent: Array, a: Array, b: Array, first: Array, second: Array, hinge: Array
) -> tuple[Array, Array, Array]:
    """Rotations of a two-bone limb: upper bone untwisted, upper bone, lower bone.

    The upper bone is twisted until its hinge stands on the plane of the two bones; where the
    limb is nearly straight that plane is not defined and the twist fades out.

    Args:
        parent: (3, 3) rotation of what the limb hangs on.
        a, b, hinge: the bones and their hinge at rest.
        first, second: the bones' directions in the world.
    """
    swung = shortest(parent @ a, first) @ parent
    carried = swung @ hinge
    plane = cross(first, second)
    sine = float(np.linalg.norm(plane))
    fade = min(max((sine - 0.12) / 0.3, 0.0), 1.0)
    plane = plane / max(sine, 1e-9)
    axis = carried
    if float(plane @ carried) > -0.35:
        axis = carried * (1 - fade) + plane * fade
    upper = frame(first, axis) @ frame(a, hinge).T
    return swung, upper, shortest(upper @ b, second) @ upper
