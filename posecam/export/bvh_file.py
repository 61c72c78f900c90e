"""BVH: an armature and its motion, for Blender, MotionBuilder, Unity, Unreal.

Centimetres and degrees, Y up, right-handed, T-pose facing +Z; one frame every 1 / rate seconds.
The world is that of `posecam.export.trajectory`, the skeleton that of
`posecam.kinematics.armature`. The format has no room for remarks: they are in the .txt beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final, TextIO

import numpy as np
from numpy.typing import NDArray

from posecam.export.options import Options
from posecam.export.person import described
from posecam.export.trajectory import Trajectory, make_trajectory
from posecam.kinematics.armature import BONES, Motion, fit
from posecam.session import Session

_CM_PER_MM: Final = 0.1


def write(session: Session, path: Path, options: Options) -> None:
    """Write the file.

    Raises:
        OSError: it cannot be written.
        SessionError: the person was never seen.
    """
    trajectory = make_trajectory(session, options.person)
    motion = fit(trajectory.joints)
    numbers = [motion.root * _CM_PER_MM, *(motion.euler_degrees(bone) for bone in BONES)]
    with path.open("w", encoding="ascii", newline="\n") as file:
        file.write("HIERARCHY\n")
        _write_joint(file, motion, "Hips", 0)
        file.write(f"MOTION\nFrames: {len(trajectory)}\nFrame Time: {1 / trajectory.rate:.8f}\n")
        # Adding zero makes -0 a 0.
        np.savetxt(file, np.round(np.concatenate(numbers, axis=1), 4) + 0.0, fmt="%.4f")


def note(session: Session, options: Options) -> str:
    """What the .txt beside the file says."""
    trajectory = make_trajectory(session, options.person)
    return "".join(line + "\n" for line in _remarks(session, trajectory, options))


def _write_joint(file: TextIO, motion: Motion, name: str, depth: int) -> None:
    bone = next(bone for bone in BONES if bone.name == name)
    indent, inner = "\t" * depth, "\t" * (depth + 1)
    turns = " ".join(f"{axis}rotation" for axis in bone.order)
    if bone.parent is None:
        kind, channels = "ROOT", f"6 Xposition Yposition Zposition {turns}"
    else:
        kind, channels = "JOINT", f"3 {turns}"
    file.write(f"{indent}{kind} {name}\n{indent}{{\n")
    file.write(f"{inner}OFFSET {_offset(motion.offsets[name])}\n{inner}CHANNELS {channels}\n")
    for child in BONES:
        if child.parent == name:
            _write_joint(file, motion, child.name, depth + 1)
    if name in motion.ends:
        end = f"{inner}\tOFFSET {_offset(motion.ends[name])}\n"
        file.write(f"{inner}End Site\n{inner}{{\n{end}{inner}}}\n")
    file.write(f"{indent}}}\n")


def _offset(millimetres: NDArray[np.float64]) -> str:
    return " ".join(f"{value:.4f}" for value in np.round(millimetres * _CM_PER_MM, 4) + 0.0)


def _remarks(session: Session, trajectory: Trajectory, options: Options) -> Iterator[str]:
    yield f"{session.name}.bvh, written by posecam"
    yield ""
    yield "Units: centimetres, degrees. Axes: X to the camera's right, Y up, Z towards the camera."
    yield "Rest pose: T, facing +Z, the person's left at +X. Bone lengths: medians of the take."
    x, y, z = np.round(trajectory.offset_mm * _CM_PER_MM, 1) + 0.0
    yield f"Moved from the camera's position to the floor by {x:.1f} {y:.1f} {z:.1f} cm."
    begins = f"the first frame is at {session.times[0]:.3f} s."
    yield f"Rate: {trajectory.rate:.4f} frames a second; {begins}"
    yield f"Person: {described(session, options.person)}."
    yield "Twist: from knees, elbows, hips and shoulders; none in neck, head, hands and feet."
    if trajectory.gaps:
        yield "Not seen, so the pose before is held, in these seconds of the file:"
        for first, last in trajectory.gaps:
            yield f"  {first:.2f} to {last:.2f}"
    else:
        yield "Seen throughout."
