"""The JSON that the WebSocket carries. Documented, field by field, in docs/streaming.md."""

from __future__ import annotations

import json
import time
from typing import Any, Final

from posecam.pose import FrameResult
from posecam.session.lines import TIME_DIGITS, person_fields
from posecam.session.manifest import UNITS
from posecam.skeleton import KEYPOINT_NAMES, KEYPOINT_PARENTS

FORMAT: Final = "posecam stream"
VERSION: Final = 1


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
            "units": {
                "time": "s since the first frame of the source",
                "clock": "s since 1970-01-01 UTC, when the frame arrived",
                "size": "px, width and height of the frame",
                **{name: unit for name, unit in UNITS.items() if name not in ("time", "pts")},
            },
        }
    )


def pose(result: FrameResult) -> str:
    """Everybody in one frame, the main person first unless out of sight; without a person: an empty
    list."""
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
            "people": [person_fields(one) for one in result.poses],
        }
    )


def _text(content: dict[str, Any]) -> str:
    return json.dumps(content, separators=(",", ":"), allow_nan=False)
