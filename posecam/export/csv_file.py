"""CSV: one row for each person in each frame, for spreadsheets and statistics.

Columns: frame, time_s, person; then for each joint `l_knee_x_px`, `l_knee_y_px`, `l_knee_x_mm`,
`l_knee_y_mm`, `l_knee_z_mm`, `l_knee_score`; then `root_x_mm`, `root_y_mm`, `root_z_mm`, the
pelvis in the camera frame. The joints' millimetres are relative to the pelvis. A frame with no
person in it has one row with empty cells; so has what is not a number.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Final

import numpy as np

from posecam.export.options import Options
from posecam.export.table import PersonRow, rows
from posecam.session import Session
from posecam.session.lines import MM_DIGITS, PIXEL_DIGITS, SCORE_DIGITS, TIME_DIGITS

_JOINT_COLUMNS: Final = ("x_px", "y_px", "x_mm", "y_mm", "z_mm", "score")
_JOINT_DIGITS: Final = (*[PIXEL_DIGITS] * 2, *[MM_DIGITS] * 3, SCORE_DIGITS)
_ROOT_COLUMNS: Final = ("root_x_mm", "root_y_mm", "root_z_mm")


def write(session: Session, path: Path, options: Options) -> None:
    """Write the file row by row.

    Raises:
        OSError: it cannot be written.
    """
    columns = joint_columns(options.names_of(session.joint_names))
    empty = [""] * (1 + len(columns))
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["frame", "time_s", "person", *columns])
        for number, seconds, people in rows(session, options):
            start = [str(number), f"{seconds:.{TIME_DIGITS}f}"]
            if not people:
                table.writerow(start + empty)
            for person in people:
                table.writerow([*start, str(person.person_id), *_cells(person)])


def joint_columns(joint_names: tuple[str, ...]) -> list[str]:
    """Names of the columns of these joints and the root."""
    names = [f"{joint}_{column}" for joint in joint_names for column in _JOINT_COLUMNS]
    return [*names, *_ROOT_COLUMNS]


def _cells(pose: PersonRow) -> list[str]:
    joints = np.concatenate([pose.joints_2d, pose.joints_3d, pose.scores[:, None]], axis=1)
    cells = [
        _cell(value, digits)
        for row in joints.tolist()
        for value, digits in zip(row, _JOINT_DIGITS, strict=True)
    ]
    return cells + [_cell(value, MM_DIGITS) for value in pose.root.tolist()]


def _cell(value: float, digits: int) -> str:
    return f"{value:.{digits}f}" if np.isfinite(value) else ""
