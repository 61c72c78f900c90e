"""How steady the skeleton of a clip is: trembling joints, breathing bones, and how it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from posecam.capture import open_source
from posecam.errors import SourceError
from posecam.estimation.estimator import Estimator
from posecam.estimation.options import EstimatorOptions
from posecam.measure.known_motion import bone_cv
from posecam.measure.stance import of_people
from posecam.pose import HIDDEN_SCORE, Floor, Pose
from posecam.skeleton import BONES, COUNT, JOINTS

Array = NDArray[np.floating]


@dataclass(frozen=True, slots=True)
class ClipSteadiness:
    """Figures of a clip, whose truth no one knows, of the person seen longest.

    Attributes:
        frames: in which that person was seen.
        tremble: how far a joint is off the middle between the frames before and after, as a
            share of the body's size: motion counts too, so it is for comparing only.
        bone_cv: coefficient of variation of the lengths of the bones that are seen, mean.
        worst_bone_cv: of the bone that varies most, and
        worst_bone: the joint at its far end.
        stance: everybody's, see `posecam.measure.stance`; of smoothed poses.
    """

    frames: int
    tremble: float
    bone_cv: float
    worst_bone_cv: float
    worst_bone: str
    stance: Mapping[str, float | None]


def raw(options: EstimatorOptions) -> EstimatorOptions:
    """The same, but everything as the network says it."""
    return replace(options, smoothness=0.0)


@dataclass(frozen=True, slots=True, eq=False)
class ClipPoses:
    """Everybody in a clip.

    Attributes:
        people: number -> poses in the order of time.
        floor: as it was known at the end.
    """

    people: Mapping[int, Sequence[Pose]]
    floor: Floor | None

    @property
    def longest(self) -> Sequence[Pose]:
        """Of the person seen in the most frames."""
        return max(self.people.values(), key=len)


def estimate_clip(spec: str, estimator: Estimator, options: EstimatorOptions) -> ClipPoses:
    """Run a clip with these options; the estimator forgets everybody first.

    Raises:
        SourceError: the clip cannot be opened, or no person is in it for three frames.
    """
    estimator.reset()
    estimator.options = options
    people: dict[int, list[Pose]] = {}
    floor: Floor | None = None
    source = open_source(spec)
    try:
        while (frame := source.read()) is not None:
            result = estimator.update(frame)
            floor = result.floor
            for pose in result.poses:
                people.setdefault(pose.person_id, []).append(pose)
    finally:
        source.close()
    if len(max(people.values(), key=len, default=[])) < 3:
        raise SourceError(f"{spec} shows no person for long enough to measure.")
    return ClipPoses(people, floor)


def measure_clip(clip: ClipPoses) -> ClipSteadiness:
    """The figures of a clip."""
    poses = clip.longest
    joints_2d = np.array([pose.joints_2d[:COUNT] for pose in poses], np.float64)
    sizes = np.ptp(joints_2d, axis=1).max(-1)[1:-1, None]
    off = np.linalg.norm(joints_2d[1:-1] - (joints_2d[2:] + joints_2d[:-2]) / 2, axis=-1) / sizes
    scores = np.array([pose.scores[:COUNT] for pose in poses])
    seen = np.median(scores, axis=0) >= HIDDEN_SCORE
    bones = [row for row, (child, parent) in enumerate(BONES) if seen[child] and seen[parent]]
    variation = bone_cv(np.array([pose.joints_3d[:COUNT] for pose in poses], np.float64))[bones]
    worst = int(np.argmax(variation))
    return ClipSteadiness(
        frames=len(poses),
        tremble=float(off[:, seen].mean()),
        bone_cv=float(variation.mean()),
        worst_bone_cv=float(variation[worst]),
        worst_bone=JOINTS[BONES[bones[worst]][0]].name,
        stance=of_people(clip.people, clip.floor).figures(),
    )


def less(raw: float, smoothed: float) -> float:
    """By which share the second is less than the first."""
    return 1 - smoothed / raw if raw else 0.0
