"""Gait: a CSV of one person's steps, stances and jumps, one row for each of them.

Columns: what (step, stance or jump), foot (right or left, empty of a jump), start_s, end_s, value
and unit: seconds that a step takes, per cent of the stride that a foot stands, centimetres that a
jump is high. How they are found, and what that assumes, is in `posecam.kinematics.gait`.
"""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np

from posecam.export.options import Options
from posecam.export.person import person_rows
from posecam.export.trajectory import floor_of
from posecam.kinematics.gait import find_moves
from posecam.kinematics.grounding import levelled
from posecam.kinematics.moves import Jump, Moves, Stance, Step
from posecam.session import Session
from posecam.session.lines import TIME_DIGITS


def write(session: Session, path: Path, options: Options) -> None:
    """Write the file; without rows where there is no walk and no jump.

    Raises:
        OSError: it cannot be written.
        SessionError: the person was never seen.
    """
    moves = moves_of(session, options)
    rows: list[tuple[str, str, Step | Stance | Jump, float, str]] = [
        *(("step", s.foot, s, s.end - s.start, "s") for w in moves.walks for s in w.steps),
        *(("stance", s.foot, s, 100 * s.share, "%") for w in moves.walks for s in w.stances),
        *(("jump", "", jump, jump.height_mm / 10, "cm") for jump in moves.jumps),
    ]
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["what", "foot", "start_s", "end_s", "value", "unit"])
        for what, foot, one, value, unit in sorted(rows, key=lambda row: row[2].start):
            seconds = (f"{second:.{TIME_DIGITS}f}" for second in (one.start, one.end))
            table.writerow(
                [what, foot, *seconds, f"{value:.3f}" if unit == "s" else f"{value:.1f}", unit]
            )


def moves_of(session: Session, options: Options) -> Moves:
    """The steps and jumps of the one person, on the session's clock.

    Raises:
        SessionError: the person was never seen.
    """
    rows = person_rows(session, options.person)
    people = session.people
    return find_moves(
        session.times[people.frame_index[rows]],
        people.joints_2d[rows],
        levelled(people.joints_3d[rows].astype(np.float64), floor_of(session)),
    )
