"""C3D: marker trajectories for biomechanics (Vicon Nexus, Visual3D, Mokka, MATLAB).

Millimetres, Y up, right-handed, in the world of `posecam.export.trajectory`, 32-bit floats; a point
is a joint or another keypoint. Where no person was seen for long, points are marked as missing.
Needs the package ezc3d.
"""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Final

import numpy as np

from posecam.errors import SessionError
from posecam.export.options import Options
from posecam.export.trajectory import make_trajectory
from posecam.session import Session
from posecam.skeleton import EXTRA_KEYPOINTS

#: The format counts frames in sixteen bits.
MOST_FRAMES: Final = 65535
_BLOCK: Final = 512
#: Keypoints that are no centre of a joint.
_ON_THE_SKIN: Final = frozenset(
    joint.name for joint in EXTRA_KEYPOINTS if not joint.name.endswith(("index", "pinky"))
) | {"head_top"}
#: Bytes of a point: x, y, z and residual.
_POINT: Final = 16


def write(session: Session, path: Path, options: Options) -> None:
    """Write the file.

    Raises:
        OSError: it cannot be written.
        SessionError: the person was never seen, or the session is too long for the format.
    """
    import ezc3d  # type: ignore[import-untyped]  # it has no types

    trajectory = make_trajectory(session, options.person, options.fps)
    if len(trajectory) > MOST_FRAMES:
        raise SessionError(
            f"The session {session.folder} has {len(trajectory)} frames, and C3D holds "
            f"{MOST_FRAMES} at most: TRC holds more."
        )
    names = options.markers_of(session.joint_names)
    points = np.where(trajectory.seen[:, None, None], options.ordered(trajectory.joints), np.nan)
    content = ezc3d.c3d()
    point = content["parameters"]["POINT"]
    point["RATE"]["value"] = [trajectory.rate]
    point["UNITS"]["value"] = ("mm",)
    point["LABELS"]["value"] = tuple(names)
    point["DESCRIPTIONS"]["value"] = tuple(
        _description(name) for name in options.names_of(session.joint_names)
    )
    content.add_parameter("POINT", "X_SCREEN", ["+X"])
    content.add_parameter("POINT", "Y_SCREEN", ["+Y"])
    content["data"]["points"] = np.concatenate(
        [points.transpose(2, 1, 0), np.ones((1, len(names), len(trajectory)))]
    )
    path.write_bytes(b"")  # ezc3d does not say why a file cannot be created
    content.write(str(path))
    _check_whole(path, len(trajectory) * len(names) * _POINT)


def _description(joint: str) -> str:
    surface = joint in _ON_THE_SKIN
    return joint if surface else f"centre of the joint {joint}"


def _check_whole(path: Path, size_of_points: int) -> None:
    """Raise what cut the file short: ezc3d does not look whether its bytes were written.

    Raises:
        OSError: the disk is full or the file may not grow.
    """
    size = path.stat().st_size
    with path.open("rb") as file:
        file.seek(16)  # word 9 of the header: the block where the points begin, from 1
        first_block = int.from_bytes(file.read(2), "little")
    whole = _BLOCK * (max(first_block, 1) - 1) + size_of_points
    if first_block and size >= whole:
        return
    with path.open("ab") as file:
        file.write(bytes(max(whole - size, 1)))
    raise OSError(errno.ENOSPC, "the disk was full for a moment")
