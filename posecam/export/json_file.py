"""JSON: one object with an entry for every frame of the source.

    {"joint_names": [...], "units": {...},
     "frames": [{"frame": i, "time": s,
                 "people": [{"id": k, "joints_2d": [[x, y] x16], "joints_3d": [[x, y, z] x16],
                             "scores": [x16]}]}]}

`people` is empty where no person is, with the main person first. What is not a number is null.
Of networks that tell thirty-one joints there are so many of each; and where the network says it,
`spread`, `up` and `up_score`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from posecam.export.options import Options
from posecam.export.table import UNITS, PersonRow, rows
from posecam.session import Session
from posecam.session.lines import MM_DIGITS, PIXEL_DIGITS, SCORE_DIGITS, UP_DIGITS, rounded


def write(session: Session, path: Path, options: Options) -> None:
    """Write the file frame by frame, so that a long session takes no memory.

    Raises:
        OSError: it cannot be written.
    """
    head = {"joint_names": list(options.names_of(session.joint_names)), "units": UNITS}
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(_text(head)[:-1] + ',"frames":[')
        separator = "\n"
        for number, seconds, people in rows(session, options):
            frame = {"frame": number, "time": seconds, "people": [_person(p) for p in people]}
            file.write(separator + _text(frame))
            separator = ",\n"
        file.write("\n]}\n")


def _person(pose: PersonRow) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "id": pose.person_id,
        "joints_2d": rounded(pose.joints_2d, PIXEL_DIGITS),
        "joints_3d": rounded(pose.joints_3d, MM_DIGITS),
        "scores": rounded(pose.scores, SCORE_DIGITS),
    }
    if pose.spread is not None:
        fields["spread"] = rounded(pose.spread, MM_DIGITS)
    if pose.up is not None:
        fields["up"] = rounded(pose.up, UP_DIGITS)
        fields["up_score"] = round(pose.up_score, SCORE_DIGITS)
    return fields


def _text(content: dict[str, Any]) -> str:
    return json.dumps(content, separators=(",", ":"), allow_nan=False)
