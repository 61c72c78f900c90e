"""MOT: joint angles over time as OpenSim's storage files have them, for its models and tools.

Degrees and metres, one row every 1 / rate seconds; the coordinates are those of
`posecam.kinematics.opensim`. A coordinate that a model lacks OpenSim passes over.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import numpy as np

from posecam.export.motion import make_motion
from posecam.export.options import Options
from posecam.kinematics.opensim import LENGTHS, coordinates, heading_deg
from posecam.session import Session
from posecam.session.lines import TIME_DIGITS

_DEGREE_DIGITS: Final = 4
_METRE_DIGITS: Final = 6


def write(session: Session, path: Path, options: Options) -> None:
    """Write the file.

    Raises:
        OSError: it cannot be written.
        SessionError: the person was never seen.
    """
    trajectory, motion = make_motion(session, options.resting("t"))
    columns = coordinates(motion)
    turned = 90 - heading_deg(motion)
    head = [
        session.name,
        "version=1",
        f"nRows={len(trajectory)}",
        f"nColumns={1 + len(columns)}",
        "inDegrees=yes",
        "",
        "Angles in degrees, lengths in metres; signs as in Rajagopal et al. 2016.",
        f"Ground: the TRC's, turned by {turned:.1f} degrees about Y: the person looks along X.",
        "wrist_dev is positive to the thumb; mtp_angle is not measured.",
        "endheader",
        "\t".join(["time", *columns]),
    ]
    digits = [_METRE_DIGITS if name in LENGTHS else _DEGREE_DIGITS for name in columns]
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(line + "\n" for line in head)
        rows = np.stack(list(columns.values()), 1)
        for seconds, row in zip(trajectory.times.tolist(), rows.tolist(), strict=True):
            cells = [f"{v:.{d}f}" for v, d in zip(row, digits, strict=True)]
            file.write("\t".join([f"{seconds:.{TIME_DIGITS}f}", *cells]) + "\n")
