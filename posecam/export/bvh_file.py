"""BVH: an armature and its motion, for Blender, MotionBuilder, Unity, Unreal.

Degrees, Y up, right-handed, resting upright and facing +Z; one frame every 1 / rate seconds. The
unit, the rest pose and the names of the bones are a choice: centimetres, a T, plain.
The world is that of `posecam.export.trajectory`, the skeleton that of
`posecam.kinematics.armature`. The format has no room for remarks: they are in the .txt beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final, TextIO

import numpy as np
from numpy.typing import NDArray

from posecam.export.motion import make_motion, unsure
from posecam.export.options import UNITS_PER_MM, Options, Unit
from posecam.export.person import described
from posecam.export.trajectory import Trajectory
from posecam.kinematics.armature import Motion, Rest
from posecam.kinematics.bone_names import bone_name
from posecam.kinematics.bones import BONES, BY_NAME
from posecam.session import Session

_REST_WORDS: Final[Mapping[Rest, str]] = {
    "t": "T, arms sideways, palms down",
    "a": "A, arms 45 degrees below the T",
    "standing": "standing, arms beside the body",
}
_UNIT_WORDS: Final[Mapping[Unit, str]] = {"cm": "centimetres", "m": "metres", "mm": "millimetres"}


def write(session: Session, path: Path, options: Options) -> None:
    """Write the file.

    Raises:
        OSError: it cannot be written.
        SessionError: the person was never seen.
    """
    trajectory, motion = make_motion(session, options)
    scale = UNITS_PER_MM[options.unit]
    numbers = [motion.root * scale, *(motion.euler_degrees(bone) for bone in BONES)]
    with path.open("w", encoding="ascii", newline="\n") as file:
        file.write("HIERARCHY\n")
        _write_joint(file, motion, "Hips", 0, options)
        file.write(f"MOTION\nFrames: {len(trajectory)}\nFrame Time: {1 / trajectory.rate:.8f}\n")
        # Adding zero makes -0 a 0.
        digits = _digits(options.unit)
        moved, turned = np.split(np.concatenate(numbers, axis=1), [3], axis=1)
        rounded = np.hstack([np.round(moved, digits), np.round(turned, 4)]) + 0.0
        np.savetxt(file, rounded, fmt=[f"%.{digits}f"] * 3 + ["%.4f"] * turned.shape[1])


def note(session: Session, options: Options) -> str:
    """What the .txt beside the file says."""
    trajectory, motion = make_motion(session, options)
    return "".join(line + "\n" for line in _remarks(session, trajectory, motion, options))


def _digits(unit: Unit) -> int:
    """After the point: a micrometre."""
    return {"cm": 4, "m": 6, "mm": 3}[unit]


def _write_joint(file: TextIO, motion: Motion, name: str, depth: int, options: Options) -> None:
    bone, called = BY_NAME[name], bone_name(name, options.names)
    indent, inner = "\t" * depth, "\t" * (depth + 1)
    turns = " ".join(f"{axis}rotation" for axis in bone.order)
    if bone.parent is None:
        kind, channels = "ROOT", f"6 Xposition Yposition Zposition {turns}"
    else:
        kind, channels = "JOINT", f"3 {turns}"
    file.write(f"{indent}{kind} {called}\n{indent}{{\n")
    offset = _offset(motion.offsets[name], options.unit)
    file.write(f"{inner}OFFSET {offset}\n{inner}CHANNELS {channels}\n")
    for child in BONES:
        if child.parent == name:
            _write_joint(file, motion, child.name, depth + 1, options)
    if name in motion.ends:
        end = f"{inner}\tOFFSET {_offset(motion.ends[name], options.unit)}\n"
        file.write(f"{inner}End Site\n{inner}{{\n{end}{inner}}}\n")
    file.write(f"{indent}}}\n")


def _offset(millimetres: NDArray[np.float64], unit: Unit) -> str:
    digits = _digits(unit)
    scaled = np.round(millimetres * UNITS_PER_MM[unit], digits) + 0.0
    return " ".join(f"{value:.{digits}f}" for value in scaled)


def _remarks(
    session: Session, trajectory: Trajectory, motion: Motion, options: Options
) -> Iterator[str]:
    yield f"{session.name}.bvh, written by posecam"
    yield ""
    unit = _UNIT_WORDS[options.unit]
    yield f"Units: {unit}, degrees. Axes: X to the camera's right, Y up, Z towards the camera."
    rest = _REST_WORDS[options.rest]
    yield f"Rest pose: {rest}; facing +Z, the person's left at +X. Bone names: {options.names}."
    yield "Bone lengths: medians of the take."
    x, y, z = np.round(trajectory.offset_mm * UNITS_PER_MM[options.unit], 3) + 0.0
    yield f"Moved from the camera's position to the floor by {x:g} {y:g} {z:g} {options.unit}."
    begins = f"the first frame is at {session.times[0]:.3f} s."
    yield f"Rate: {trajectory.rate:.4f} frames a second; {begins}"
    yield f"Person: {described(session, options.person)}."
    yield "Twist: of limbs from knees and elbows, of a straight leg from its foot."
    yield from unsure(motion, trajectory)
    if trajectory.gaps:
        yield "Not seen, so the pose before is held, in these seconds of the file:"
        for first, last in trajectory.gaps:
            yield f"  {first:.2f} to {last:.2f}"
    else:
        yield "Seen throughout."
