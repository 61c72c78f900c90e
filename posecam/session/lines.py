"""The lines of frames.jsonl and poses.jsonl: written one by one, read with patience."""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final

import numpy as np
import orjson
from numpy.typing import NDArray

from posecam.files import open_regular
from posecam.pose import Pose

#: Digits after the point: microseconds, hundredths of a pixel, tenths of a millimetre.
TIME_DIGITS: Final = 6
PIXEL_DIGITS: Final = 2
MM_DIGITS: Final = 1
SCORE_DIGITS: Final = 4
UP_DIGITS: Final = 4
CONTACT_DIGITS: Final = 2
#: Greater numbers are damage: seconds of eleven days, frames of that at a thousand a second.
LONGEST_S: Final = 1e6
LONGEST_MS: Final = 10**9
LAST_FRAME: Final = 10**9
LAST_VIDEO: Final = 99_999
#: Bytes of more people in a frame than can be told apart.
LONGEST_LINE: Final = 1 << 20


def rounded(values: NDArray[np.floating], digits: int) -> Any:
    """Nested lists of the values with that many digits; None for what is not a finite number."""
    exact = np.round(np.asarray(values, np.float64), digits)
    if np.isfinite(exact).all():
        return exact.tolist()
    nullable = exact.astype(object)
    nullable[~np.isfinite(exact)] = None
    return nullable.tolist()


def frame_line(frame: int, time: float, segment: int, pts: int) -> bytes:
    """One line of frames.jsonl: the image `pts` ms into video file number `segment`."""
    return json_line({"frame": frame, "time": time, "video": segment, "pts": pts})


def pose_line(frame: int, time: float, skipped: int, poses: Sequence[Pose]) -> bytes:
    """One line of poses.jsonl: everybody in one frame, the main person first."""
    people = [person_fields(pose) for pose in poses]
    return json_line({"frame": frame, "time": time, "skipped": skipped, "people": people})


def person_fields(pose: Pose) -> dict[str, Any]:
    """One person for JSON, rounded; the units are those of `posecam.session.manifest.UNITS`.

    What the network does not say is left out.
    """
    fields: dict[str, Any] = {
        "id": pose.person_id,
        "joints_2d": rounded(pose.joints_2d, PIXEL_DIGITS),
        "joints_3d": rounded(pose.joints_3d, MM_DIGITS),
        "scores": rounded(pose.scores, SCORE_DIGITS),
        "root": rounded(pose.root, MM_DIGITS),
        "box": rounded(pose.box, PIXEL_DIGITS),
    }
    if pose.spread is not None:
        fields["spread"] = rounded(pose.spread, MM_DIGITS)
    if pose.up is not None:
        fields["up"] = rounded(pose.up, UP_DIGITS)
        fields["up_score"] = round(pose.up_score, SCORE_DIGITS)
    if pose.contacts is not None:
        fields["contacts"] = rounded(pose.contacts, CONTACT_DIGITS)
    return fields


def json_line(content: dict[str, Any]) -> bytes:
    """One line of a .jsonl file."""
    return json.dumps(content, separators=(",", ":"), allow_nan=False).encode() + b"\n"


def read_frame_line(line: bytes) -> dict[str, Any] | None:
    """One line of frames.jsonl; None where it is damaged."""
    content = _read(line)
    if content is None:
        return None
    video, pts = content.get("video"), content.get("pts")
    if type(video) is not int or type(pts) is not int:
        return None
    return content if 0 <= video <= LAST_VIDEO and 0 <= pts <= LONGEST_MS else None


def read_pose_line(line: bytes) -> dict[str, Any] | None:
    """One line of poses.jsonl; None where it is damaged. The people in it are still to be checked:
    see `posecam.session.people.PoseTable`."""
    content = _read(line)
    return content if content is not None and type(content.get("people")) is list else None


def _read(line: bytes) -> dict[str, Any] | None:
    try:
        content = orjson.loads(line)
    except ValueError:
        return None
    if type(content) is not dict:
        return None
    # Called for each line of hours: nothing is made here, and no function called.
    seconds, frame = content.get("time"), content.get("frame")
    if type(seconds) is not float and type(seconds) is not int:
        return None
    whole = type(frame) is int and 0 <= frame <= LAST_FRAME and 0 <= seconds <= LONGEST_S
    return content if whole else None


def raw_lines(path: Path) -> Iterator[bytes]:
    """The lines of a file with their ends; one longer than any of ours comes in pieces.

    Raises:
        OSError: it is no regular file, or cannot be read.
    """
    with open_regular(path) as file:
        yield from iter(partial(file.readline, LONGEST_LINE), b"")


class LineReader:
    """The objects of a .jsonl file, without the lines that a crash or an accident has broken.

    Args:
        path: of the file.
        read: `read_frame_line` or `read_pose_line`.

    Attributes:
        damaged: numbers of the lines passed over so far, from 0, as `raw_lines` counts them.
        number: of the line that was yielded last.
        cut: True if the last line was one of them, as after a crash.
    """

    def __init__(self, path: Path, read: Callable[[bytes], dict[str, Any] | None]) -> None:
        self._path, self._read = path, read
        self.damaged = array("q")
        self.number = -1
        self.cut = False

    def __iter__(self) -> Iterator[dict[str, Any]]:
        for number, line in enumerate(raw_lines(self._path)):
            content = self._read(line)
            self.cut = content is None
            if content is None:
                self.damaged.append(number)
            else:
                self.number = number
                yield content
