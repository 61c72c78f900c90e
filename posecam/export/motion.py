"""One person's motion as an armature that moves: what BVH, glTF and USD are made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from posecam.export.options import Options
from posecam.export.trajectory import Trajectory, make_trajectory
from posecam.kinematics.armature import Motion, fit
from posecam.session import Session

_PARTS: Final[Mapping[str, str]] = {
    "Head": "the head",
    "LeftHand": "the left hand",
    "RightHand": "the right hand",
    "LeftFoot": "the left foot",
    "RightFoot": "the right foot",
}


def make_motion(session: Session, options: Options) -> tuple[Trajectory, Motion]:
    """The motion that the options ask for, resting as they ask.

    Raises:
        SessionError: the person was never seen, or the session has far longer pauses than frames.
    """
    trajectory = make_trajectory(session, options.person, options.fps)
    motion = fit(trajectory.joints, trajectory.scores, trajectory.rate, trajectory.flat)
    return trajectory, motion.from_rest(options.rest)


def follows_share(motion: Motion, trajectory: Trajectory) -> dict[str, float]:
    """Bone of a head, hand or foot -> share of the seen moments in which its keypoints were too
    unsure to tell its turn, so that it went with the bone before."""
    return {
        bone: float(1 - motion.told[bone][trajectory.seen].mean()) if trajectory.seen.any() else 1.0
        for bone in _PARTS
    }


def unsure(motion: Motion, trajectory: Trajectory) -> Iterator[str]:
    """Sentences on parts that went with the bone before."""
    for bone, share in follows_share(motion, trajectory).items():
        if share >= 1:
            yield f"Never told how turned, so it goes with the bone before: {_PARTS[bone]}."
        elif share > 0:
            moments = f"{100 * share:.0f} % of the moments"
            yield f"Unsure in {moments}, so it goes with the bone before in them: {_PARTS[bone]}."
