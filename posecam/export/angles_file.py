"""Angles: a CSV of joint angles and speeds, one row for each frame.

Columns: frame, time_s, person; then every angle of `posecam.kinematics.angles`, such as
`r_knee_flexion_deg`; then for each joint but the pelvis its speed relative to the pelvis, such as
`l_wrist_speed_mm_s`. Cells are empty where no person is or an angle is undefined.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Final

import numpy as np

from posecam.export.options import Options
from posecam.export.person import person_rows
from posecam.export.trajectory import floor_of
from posecam.kinematics import ANGLES, joint_angles, speeds
from posecam.kinematics.grounding import levelled
from posecam.session import Session
from posecam.session.lines import TIME_DIGITS
from posecam.skeleton import NAMES, ROOT

_DEGREE_DIGITS: Final = 2
_SPEED_DIGITS: Final = 1
_MOVING: Final = [index for index in range(len(NAMES)) if index != ROOT]


def write(session: Session, path: Path, options: Options) -> None:
    """Write the file.

    Raises:
        OSError: it cannot be written.
        SessionError: the person was never seen.
    """
    rows = person_rows(session, options.person)
    frames = session.people.frame_index[rows]
    joints = np.full((len(session), len(session.joint_names), 3), np.nan)
    joints[frames] = session.people.joints_3d[rows]
    person = np.full(len(session), -1)
    person[frames] = session.people.ids[rows]
    angles = joint_angles(levelled(joints, floor_of(session)))
    moving = speeds(session.times, joints[:, : len(NAMES)])[:, _MOVING]
    columns = [f"{name}_deg" for name in ANGLES]
    columns += [f"{NAMES[index]}_speed_mm_s" for index in _MOVING]
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["frame", "time_s", "person", *columns])
        for index, number in enumerate(session.frame_ids.tolist()):
            who = str(person[index]) if person[index] >= 0 else ""
            cells = [_cell(angles[name][index], _DEGREE_DIGITS) for name in ANGLES]
            cells += [_cell(value, _SPEED_DIGITS) for value in moving[index]]
            table.writerow([str(number), f"{session.times[index]:.{TIME_DIGITS}f}", who, *cells])


def _cell(value: float, digits: int) -> str:
    return f"{round(float(value), digits) + 0.0:.{digits}f}" if np.isfinite(value) else ""
