"""The JSON that the WebSocket carries. Documented, field by field, in docs/streaming.md."""

from __future__ import annotations

import json
import time
from typing import Any, Final

from posecam.kinematics.bones import BONES
from posecam.pose import FrameResult
from posecam.session.lines import TIME_DIGITS, person_fields
from posecam.session.manifest import UNITS
from posecam.skeleton import KEYPOINT_NAMES, KEYPOINT_PARENTS
from posecam.streaming.humanoid import Humanoid

FORMAT: Final = "posecam stream"
VERSION: Final = 1
_TURN_DIGITS: Final = 4


def hello() -> str:
    """What a viewer is told first: names, bones and units of all that follows.

    All thirty-one are named: a person has the first sixteen of them, or all, as the network tells.
    """
    return _text(
        {
            "type": "hello",
            "format": FORMAT,
            "version": VERSION,
            "joint_names": KEYPOINT_NAMES,
            "parents": KEYPOINT_PARENTS,
            "bones": {bone.name: bone.parent for bone in BONES},
            "units": {
                "time": "s since the first frame of the source",
                "clock": "s since 1970-01-01 UTC, when the frame arrived",
                "size": "px, width and height of the frame",
                **{name: unit for name, unit in UNITS.items() if name not in ("time", "pts")},
            },
        }
    )


class Turns:
    """The bones' rotations of everybody from one frame to the next."""

    def __init__(self) -> None:
        self._people: dict[int, Humanoid] = {}
        self._time = 0.0

    def of(self, result: FrameResult) -> dict[int, dict[str, list[float]]]:
        """Number of a person -> bone -> quaternion x, y, z, w against the bone before."""
        if result.frame.time < self._time:  # another source
            self._people.clear()
        self._time = result.frame.time
        there = {pose.person_id for pose in result.poses}
        self._people = {n: person for n, person in self._people.items() if n in there}
        found = {}
        for one in result.poses:
            person = self._people.setdefault(one.person_id, Humanoid())
            floor = result.floor
            if floor is not None and floor.measured:
                person.update(one, floor.up)
            else:
                person.update(one)
            found[one.person_id] = {
                name: [round(value, _TURN_DIGITS) for value in turn]
                for name, turn in person.turns.items()
            }
        return found


def pose(result: FrameResult, turns: Turns | None = None) -> str:
    """Everybody in one frame, the main person first unless out of sight; without a person: an empty
    list. With `turns` the bones' rotations, too."""
    turned = {} if turns is None else turns.of(result)
    frame = result.frame
    age = (time.perf_counter_ns() - frame.captured_ns) / 1e9
    return _text(
        {
            "type": "pose",
            "frame": frame.frame_id,
            "time": round(frame.time, TIME_DIGITS),
            "clock": round(time.time() - age, TIME_DIGITS),
            "size": frame.size,
            "skipped": result.skipped,
            "main": result.main_id,
            "people": [
                person_fields(one)
                | ({"rotations": turned[one.person_id]} if one.person_id in turned else {})
                for one in result.poses
            ],
        }
    )


def _text(content: dict[str, Any]) -> str:
    return json.dumps(content, separators=(",", ":"), allow_nan=False)
