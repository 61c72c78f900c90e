"""TRC: marker trajectories for OpenSim.

Millimetres, Y up, right-handed, in the world of `posecam.export.trajectory`; one row every 1 /
DataRate seconds. A marker is a joint or another keypoint. Where no person was seen for long, its
cells are empty; OpenSim passes over the end of a row that ends in an empty cell, so such a row has
one more tab.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import numpy as np

from posecam.export.options import Options
from posecam.export.trajectory import make_trajectory
from posecam.session import Session
from posecam.session.lines import MM_DIGITS, TIME_DIGITS

_HEADINGS: Final = (
    "DataRate",
    "CameraRate",
    "NumFrames",
    "NumMarkers",
    "Units",
    "OrigDataRate",
    "OrigDataStartFrame",
    "OrigNumFrames",
)


def write(session: Session, path: Path, options: Options) -> None:
    """Write the file row by row.

    Raises:
        OSError: it cannot be written.
        SessionError: the person was never seen.
    """
    trajectory = make_trajectory(session, options.person, options.fps)
    names = options.markers_of(session.joint_names)
    rate, count = f"{trajectory.rate:.4f}", str(len(trajectory))
    head = [
        ["PathFileType", "4", "(X/Y/Z)", f"{session.name}.trc"],
        list(_HEADINGS),
        [rate, rate, count, str(len(names)), "mm", rate, "1", count],
        ["Frame#", "Time", *(cell for name in names for cell in (name, "", ""))],
        ["", "", *(f"{axis}{k}" for k in range(1, len(names) + 1) for axis in "XYZ")],
        [],
    ]
    places = np.round(options.ordered(trajectory.joints), MM_DIGITS) + 0.0  # makes -0 a 0
    empty = [""] * (3 * len(names) + 1)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines("\t".join(cells) + "\n" for cells in head)
        for index, (seconds, seen) in enumerate(
            zip(trajectory.times, trajectory.seen, strict=True)
        ):
            row = places[index].ravel().tolist()
            cells = [f"{value:.{MM_DIGITS}f}" for value in row] if seen else empty
            start = [str(index + 1), f"{seconds:.{TIME_DIGITS}f}"]
            file.write("\t".join(start + cells) + "\n")
