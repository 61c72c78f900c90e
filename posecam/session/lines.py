"""The lines of frames.jsonl and poses.jsonl: written one by one, read with patience."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import orjson
from numpy.typing import NDArray

from posecam.pose import Pose

#: Digits after the point: microseconds, hundredths of a pixel, tenths of a millimetre.
TIME_DIGITS: Final = 6
PIXEL_DIGITS: Final = 2
MM_DIGITS: Final = 1
SCORE_DIGITS: Final = 4


def rounded(values: NDArray[np.floating], digits: int) -> Any:
    """Nested lists of the values with that many digits; None for what is not a finite number."""
    exact = np.round(np.asarray(values, np.float64), digits)
    if np.isfinite(exact).all():
        return exact.tolist()
    nullable = exact.astype(object)
    nullable[~np.isfinite(exact)] = None
    return nullable.tolist()


def frame_line(frame: int, time: float, segment: int, pts: int) -> bytes:
    """One line of frames.jsonl: the picture `pts` ms into video file number `segment`."""
    return json_line({"frame": frame, "time": time, "video": segment, "pts": pts})


def pose_line(frame: int, time: float, skipped: int, poses: Sequence[Pose]) -> bytes:
    """One line of poses.jsonl: everybody in one frame, the main person first."""
    people = [person_fields(pose) for pose in poses]
    return json_line({"frame": frame, "time": time, "skipped": skipped, "people": people})


def person_fields(pose: Pose) -> dict[str, Any]:
    """One person for JSON, rounded; the units are those of `posecam.session.manifest.UNITS`."""
    return {
        "id": pose.person_id,
        "joints_2d": rounded(pose.joints_2d, PIXEL_DIGITS),
        "joints_3d": rounded(pose.joints_3d, MM_DIGITS),
        "scores": rounded(pose.scores, SCORE_DIGITS),
        "root": rounded(pose.root, MM_DIGITS),
        "box": rounded(pose.box, PIXEL_DIGITS),
    }


def json_line(content: dict[str, Any]) -> bytes:
    """One line of a .jsonl file."""
    return json.dumps(content, separators=(",", ":"), allow_nan=False).encode() + b"\n"


class LineReader:
    """The objects of a .jsonl file, without the lines that a crash or an accident has broken.

    Attributes:
        broken: lines passed over so far.
        cut: True if the last line was one of them, as after a crash.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.broken = 0
        self.cut = False

    def __iter__(self) -> Iterator[dict[str, Any]]:
        with self._path.open("rb") as file:
            for line in file:
                self.cut = False
                try:
                    content = orjson.loads(line)
                except ValueError:
                    content = None
                if isinstance(content, dict) and isinstance(content.get("frame"), int):
                    yield content
                else:
                    self.broken += 1
                    self.cut = True
