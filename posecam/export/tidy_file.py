"""Tidy CSV: one row for each joint of each person in each frame, as statistics programs take it.

Columns: frame, time_s, person, joint, x_px, y_px, x_mm, y_mm, z_mm, score. The millimetres are
relative to the pelvis, in the camera frame. What is not a number is an empty cell. A frame without
a person has no rows.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Final

import numpy as np

from posecam.export.options import Options
from posecam.export.table import rows
from posecam.session import Session
from posecam.session.lines import MM_DIGITS, PIXEL_DIGITS, SCORE_DIGITS, TIME_DIGITS

COLUMNS: Final = ("x_px", "y_px", "x_mm", "y_mm", "z_mm", "score")
_DIGITS: Final = (*[PIXEL_DIGITS] * 2, *[MM_DIGITS] * 3, SCORE_DIGITS)


def write(session: Session, path: Path, options: Options) -> None:
    """Write the file frame by frame.

    Raises:
        OSError: it cannot be written.
    """
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["frame", "time_s", "person", "joint", *COLUMNS])
        names = options.names_of(session.joint_names)
        for number, seconds, people in rows(session, options):
            for pose in people:
                start = [str(number), f"{seconds:.{TIME_DIGITS}f}", str(pose.person_id)]
                values = np.concatenate(
                    [pose.joints_2d, pose.joints_3d, pose.scores[:, None]], axis=1
                )
                for joint, row in zip(names, values.tolist(), strict=True):
                    table.writerow([*start, joint, *map(_cell, row, _DIGITS)])


def _cell(value: float, digits: int) -> str:
    return f"{value:.{digits}f}" if np.isfinite(value) else ""
