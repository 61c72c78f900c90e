"""How steady the skeleton of a clip is: trembling joints and breathing bones."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from posecam.capture import open_source
from posecam.errors import SourceError
from posecam.estimation.estimator import Estimator
from posecam.known_motion import bone_cv
from posecam.pose import HIDDEN_SCORE, Pose
from posecam.skeleton import BONES, JOINTS


@dataclass(frozen=True, slots=True)
class ClipSteadiness:
    """Figures of a clip, whose truth nobody knows, of the person seen longest.

    Attributes:
        frames: in which that person was seen.
        tremble: how far a joint is off the middle between the frames before and after, as a
            share of the body's size: motion counts too, so it is for comparing only.
        bone_cv: coefficient of variation of the lengths of the bones that are seen, mean.
        worst_bone_cv: of the bone that varies most, and
        worst_bone: the joint at its far end.
    """

    frames: int
    tremble: float
    bone_cv: float
    worst_bone_cv: float
    worst_bone: str


def measure_clip(spec: str, estimator: Estimator, smoothness: float) -> ClipSteadiness:
    """Run a clip with this smoothness; the estimator forgets everybody first.

    Raises:
        SourceError: the clip cannot be opened, or nobody is in it for three frames.
    """
    estimator.reset()
    estimator.options = replace(estimator.options, smoothness=smoothness)
    people: dict[int, list[Pose]] = {}
    source = open_source(spec)
    try:
        while (frame := source.read()) is not None:
            for pose in estimator.update(frame).poses:
                people.setdefault(pose.person_id, []).append(pose)
    finally:
        source.close()
    poses = max(people.values(), key=len, default=[])
    if len(poses) < 3:
        raise SourceError(f"{spec} shows nobody for long enough to measure.")
    flat = np.array([pose.joints_2d for pose in poses], np.float64)
    sizes = np.ptp(flat, axis=1).max(-1)[1:-1, None]
    off = np.linalg.norm(flat[1:-1] - (flat[2:] + flat[:-2]) / 2, axis=-1) / sizes
    scores = np.array([pose.scores for pose in poses])
    seen = np.median(scores, axis=0) >= HIDDEN_SCORE
    bones = [row for row, (child, parent) in enumerate(BONES) if seen[child] and seen[parent]]
    variation = bone_cv(np.array([pose.joints_3d for pose in poses], np.float64))[bones]
    worst = int(np.argmax(variation))
    return ClipSteadiness(
        frames=len(poses),
        tremble=float(off[:, seen].mean()),
        bone_cv=float(variation.mean()),
        worst_bone_cv=float(variation[worst]),
        worst_bone=JOINTS[BONES[bones[worst]][0]].name,
    )


def less(raw: float, smoothed: float) -> float:
    """By which share the second is less than the first."""
    return 1 - smoothed / raw if raw else 0.0
