"""Short sequences of one person: one body, clothes and camera, motion capture in order."""

from __future__ import annotations

import numpy as np

from posecam import skeleton
from training.synthesis.mocap import LEG_M
from training.synthesis.person import Posed
from training.synthesis.poses import View, loose_hands
from training.synthesis.rotations import UP, Array, turn
from training.synthesis.scene import SIZE, Sample, Scene, Studio, shows_enough
from training.synthesis.shots import room_shot

#: Frames of a sequence; motion capture has 30 a second.
FRAMES = 16
_ATTEMPTS = 6
_LEG = [skeleton.INDEX[n] for n in ("l_hip", "l_knee", "l_ankle")]


def sequence_scenes(studio: Studio, seed: int, number: int, attempt: int) -> list[Scene]:
    """What the frames of a sequence show; they depend on these numbers alone.

    The camera stands still and its image is the square round the whole motion.
    """
    mocap = studio.mocap
    if mocap is None:
        raise RuntimeError("Sequences need motion capture.")
    rng = np.random.default_rng([seed, number, attempt, 0])
    rows = mocap.stretch(rng, FRAMES)
    person = studio.person(rng)
    about = turn(UP, rng.uniform(0, 2 * np.pi))
    mirrored = rng.random() < 0.5
    postures = [mocap.posture(int(r)) for r in rows]
    path = mocap.root[rows] - mocap.root[rows[0]]
    if mirrored:
        postures = [p.mirrored() for p in postures]
        path = path * (-1.0, 1.0, 1.0)
    hands = int(rng.integers(2**31))  # held alike in all frames
    postures = [loose_hands(np.random.default_rng(hands), p).turned(about) for p in postures]
    placed = _place([person.pose_at(p) for p in postures], path @ about.T)
    joints = np.concatenate([p.joints[: skeleton.COUNT] for p in placed])
    shot = room_shot(rng, joints, View.ANY, SIZE)
    return [Scene(p.in_mask().surfaces, p.joints, shot) for p in placed]


def _place(posed: list[Posed], path: Array) -> list[Posed]:
    """Each frame where the capture has it, for legs as long as these; the lowest at z = 0.

    Args:
        path: (N, 3) m, of the pelvis, relative to the first frame.
    """
    hip, knee, ankle = (posed[0].joints[j] for j in _LEG)
    leg = float(np.linalg.norm(hip - knee) + np.linalg.norm(knee - ankle))
    shifts = path * (leg / LEG_M) - np.stack([p.joints[skeleton.ROOT] for p in posed])
    shifts[:, :2] -= path[:, :2].mean(0) * (leg / LEG_M)
    lowest = min(float(p.points[:, 2].min() + s[2]) for p, s in zip(posed, shifts, strict=True))
    shifts[:, 2] -= lowest
    return [p.moved(s) for p, s in zip(posed, shifts, strict=True)]


def render_sequence(studio: Studio, seed: int, number: int) -> tuple[list[Sample], int]:
    """Frames of sequence `number` of a seed, and how many tries showed too little.

    Raises:
        PosecamError: nothing can be drawn on this machine.
    """
    for attempt in range(_ATTEMPTS):
        scenes = sequence_scenes(studio, seed, number, attempt)
        rng = np.random.default_rng([seed, number, attempt, 1])
        around = studio.surroundings(rng, scenes[0].shot.camera)
        camera = int(rng.integers(2**31))
        # The same numbers for each frame: only the grain of the noise changes.
        made = [studio.draw(np.random.default_rng(camera), s, around, rng) for s in scenes]
        if all(shows_enough(s) for s in made):
            break
    return made, attempt
