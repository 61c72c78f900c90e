"""NPZ: arrays for NumPy.

    joint_names  (16,) str              units  str
    frame_ids    (N,) int64             times  (N,) float64, s
    person_ids   (N,) int64, -1 where no person is
    joints_2d    (N, 16, 2) float32     joints_3d  (N, 16, 3) float32     scores  (N, 16) float32
    roots        (N, 3) float32         up     (3,) float64, away from the ground, camera frame
    level        str, whether up is "measured", "estimated" or "assumed"

are of the main person of each frame, NaN where no person is. Everybody, one row a person, is in
people_frame_ids (M,), people_ids (M,), people_joints_2d, people_joints_3d, people_scores and
people_roots (M, ...). With the order of Human3.6M there are 17 joints; of a network that tells
thirty-one there are so many, and what it says beside them: people_spread (M, 31), people_up (M, 3)
and people_up_score (M,).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from posecam.export.options import Options
from posecam.export.table import UNITS
from posecam.export.trajectory import floor_of
from posecam.kinematics.level import LEVEL
from posecam.session import Session


def write(session: Session, path: Path, options: Options) -> None:
    """Write the file.

    Raises:
        OSError: it cannot be written.
    """
    people = session.people
    main = session.main_rows
    present = main >= 0
    person_ids = np.full(len(session), -1, np.int64)
    person_ids[present] = people.ids[main[present]]
    said = {"people_up": people.up, "people_up_score": people.up_score}
    if people.spread is not None:
        said["people_spread"] = np.asarray(options.ordered_scores(people.spread), np.float32)
    known: dict[str, Any] = {name: part for name, part in said.items() if part is not None}
    floor = floor_of(session)
    with path.open("wb") as file:
        np.savez_compressed(
            file,
            joint_names=np.array(options.names_of(session.joint_names)),
            units=np.array("; ".join(f"{name}: {unit}" for name, unit in UNITS.items())),
            frame_ids=session.frame_ids,
            times=session.times,
            person_ids=person_ids,
            joints_2d=options.ordered(session.joints_2d),
            joints_3d=options.ordered(session.joints_3d),
            scores=options.ordered_scores(session.scores),
            roots=session.roots,
            up=np.array(LEVEL if floor is None else floor.up),
            level=np.array("assumed" if floor is None else floor.level),
            people_frame_ids=session.frame_ids[people.frame_index],
            people_ids=people.ids,
            people_joints_2d=options.ordered(people.joints_2d),
            people_joints_3d=options.ordered(people.joints_3d),
            people_scores=options.ordered_scores(people.scores),
            people_roots=people.root,
            **known,
        )
