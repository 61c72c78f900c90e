"""Everybody in every frame of a session, as arrays."""

from __future__ import annotations

import math
from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from posecam.pose import CONTACTS, Pose
from posecam.skeleton import COUNT, KEYPOINT_COUNT

#: What a number may be: None is one that is not known.
_NUMBERS: Final = {int, float, type(None)}
#: Greater ones are damage: pixels, millimetres, scores.
_MOST: Final = {
    "joints_2d": 1e6,
    "joints_3d": 1e5,
    "scores": 10.0,
    "root": 1e9,
    "box": 1e6,
    "spread": 1e5,
    "up": 10.0,
    "up_score": 10.0,
    "contacts": 10.0,
}
#: Parts that a line may lack.
_MAY_LACK: Final = ("root", "box", "spread", "up", "up_score", "contacts")


class Layout:
    """The numbers that one person takes in a table of people.

    Attributes:
        keypoints: of a person, those that are not known among them.
        shapes: of each part, in the order of the numbers.
        width: numbers in all.
        columns: where each part lies.
        may_lack: the parts that a line may lack, and what they then are.
        bounds: (width,) what no number is beyond.
    """

    def __init__(self, shapes: Mapping[str, tuple[int, ...]]) -> None:
        self.keypoints = shapes["scores"][0]
        self.shapes = dict(shapes)
        sizes = [math.prod(shape) for shape in shapes.values()]
        ends = list(accumulate(sizes))
        self.width = ends[-1]
        self.columns = {
            name: slice(end - size, end)
            for name, end, size in zip(shapes, ends, sizes, strict=True)
        }
        self.may_lack = {n: [None] * math.prod(shapes[n]) for n in _MAY_LACK if n in shapes}
        self.bounds = np.repeat(np.array([_MOST[n] for n in shapes], np.float32), sizes)


def _shapes(keypoints: int) -> dict[str, tuple[int, ...]]:
    return {
        "joints_2d": (keypoints, 2),
        "joints_3d": (keypoints, 3),
        "scores": (keypoints,),
        "root": (3,),
        "box": (4,),
    }


#: Of the sixteen joints alone,
NARROW: Final = Layout(_shapes(COUNT))
#: and of recordings in which anybody has more, or the network said how sure it is of depth or up.
WIDE: Final = Layout(
    _shapes(KEYPOINT_COUNT)
    | {"spread": (KEYPOINT_COUNT,), "up": (3,), "up_score": (), "contacts": (len(CONTACTS),)}
)
_ONLY_WIDE: Final = frozenset(WIDE.shapes) - frozenset(NARROW.shapes)
LAST_ID: Final = 2**31 - 1
#: Lines that are turned into numbers together: so few that their objects stay in the cache.
_AT_ONCE: Final = 16


@dataclass(frozen=True, slots=True, eq=False)
class People:
    """Everybody in every frame: M rows, sorted by frame, the main person of a frame first.

    Attributes:
        frame_index: (M,) int, row of the frame in `Session.frame_ids`.
        ids: (M,) int, person ids.
        joints_2d: (M, K, 2) float32, px. K is 16 or 31; where some of a recording have 31 and
            others 16, what these lack is NaN here and of score 0.
        joints_3d: (M, K, 3) float32, mm, root-relative, camera frame.
        scores: (M, K) float32.
        root: (M, 3) float32, mm, camera frame.
        box: (M, 4) float32, px.
        spread: (M, K) float32, mm; NaN where not known, None where it is of no person.
        up: (M, 3) float32, camera frame; the same.
        up_score: (M,) float32; the same.
        contacts: (M, 4) float32, 0..1, see `pose.Pose`; the same.
    """

    frame_index: NDArray[np.int64]
    ids: NDArray[np.int64]
    joints_2d: NDArray[np.float32]
    joints_3d: NDArray[np.float32]
    scores: NDArray[np.float32]
    root: NDArray[np.float32]
    box: NDArray[np.float32]
    spread: NDArray[np.float32] | None = None
    up: NDArray[np.float32] | None = None
    up_score: NDArray[np.float32] | None = None
    contacts: NDArray[np.float32] | None = None

    @property
    def layout(self) -> Layout:
        """What there is of each person."""
        return NARROW if self.up is None else WIDE

    def of_frames(self, first: int, last: int) -> People:
        """Those in the frames of these rows, both included, of which the first becomes row 0."""
        inside = (self.frame_index >= first) & (self.frame_index <= last)
        return People(
            frame_index=self.frame_index[inside] - first,
            ids=self.ids[inside],
            joints_2d=self.joints_2d[inside],
            joints_3d=self.joints_3d[inside],
            scores=self.scores[inside],
            root=self.root[inside],
            box=self.box[inside],
            spread=None if self.spread is None else self.spread[inside],
            up=None if self.up is None else self.up[inside],
            up_score=None if self.up_score is None else self.up_score[inside],
            contacts=None if self.contacts is None else self.contacts[inside],
        )

    def pose(self, row: int, frame_id: int, seconds: float) -> Pose:
        """The person of a row as a pose of the frame of this number and time."""
        known = self._known(row)
        spread, up, score = self.spread, self.up, self.up_score
        assert (spread is None) == (up is None) == (score is None)
        return Pose(
            frame_id=frame_id,
            time=seconds,
            person_id=int(self.ids[row]),
            joints_2d=self.joints_2d[row, :known],
            joints_3d=self.joints_3d[row, :known],
            scores=self.scores[row, :known],
            root=self.root[row],
            box=self.box[row],
            spread=_unless_unknown(None if spread is None else spread[row, :known]),
            up=_unless_unknown(None if up is None else up[row]),
            up_score=0.0 if score is None else float(np.nan_to_num(score[row])),
            contacts=_unless_unknown(None if self.contacts is None else self.contacts[row]),
        )

    def _known(self, row: int) -> int:
        """How many keypoints the person of a row has."""
        more = self.joints_2d[row, COUNT:]
        return COUNT if np.isnan(more).all() else COUNT + len(more)


def _unless_unknown(values: NDArray[np.float32] | None) -> NDArray[np.float32] | None:
    return None if values is None or np.isnan(values).all() else values


#: Seconds that the main person stays the main one at least.
MAIN_AT_LEAST_S: Final = 1.0


def main_person_rows(
    people: People, first_rows: NDArray[np.int64], times: NDArray[np.float64]
) -> NDArray[np.int64]:
    """(N,) row of the main person in each frame, -1 where they are not seen.

    A person who is out of sight for a moment leaves the first place to another: who holds it for
    less than `MAIN_AT_LEAST_S` is passed over, so that no motion jumps from one body to another
    and back.

    Args:
        people: everybody.
        first_rows: (N,) row of the first person of each frame, -1 where none is.
        times: (N,) seconds of the frames.
    """
    seen = np.flatnonzero(first_rows >= 0)
    firsts = people.ids[first_rows[seen]]
    starts = np.flatnonzero(np.diff(firsts, prepend=firsts[0] - 1)) if len(seen) else seen
    if len(starts) < 2:
        return first_rows
    began = times[seen[starts]]
    lasted = np.append(began[1:], times[seen[-1]]) - began
    owners = firsts[starts]
    long = lasted >= MAIN_AT_LEAST_S
    main = int(owners[np.argmax(long)] if long.any() else _longest(owners, lasted))
    out = np.full(len(first_rows), -1, np.int64)
    ends = np.append(seen[starts[1:]], len(first_rows))
    begin = 0
    for owner, is_long, end in zip(owners.tolist(), long.tolist(), ends.tolist(), strict=True):
        if is_long:
            main = owner
        rows = np.flatnonzero(people.ids == main)
        frames = people.frame_index[rows]
        inside = (frames >= begin) & (frames < end)
        out[frames[inside]] = rows[inside]
        begin = end
    return out


def _longest(owners: NDArray[np.int64], lasted: NDArray[np.float64]) -> int:
    numbers = np.unique(owners)
    return int(numbers[np.argmax([lasted[owners == number].sum() for number in numbers])])


def seen_longest_first(people: People) -> list[int]:
    """Numbers of everybody, those seen in the most frames first."""
    numbers, counts = np.unique(people.ids, return_counts=True)
    return [int(number) for number in numbers[np.argsort(-counts, kind="stable")]]


class PoseTable:
    """Collects the lines of poses.jsonl in little memory: an hour of them is 100,000.

    Attributes:
        damaged: numbers of the lines whose people are not as they should be.
    """

    def __init__(self) -> None:
        self.damaged = array("q")
        self._lines = array("q")
        self._frames, self._counts, self._ids = array("q"), array("q"), array("q")
        self._seconds, self._numbers = array("d"), array("f")
        self._layout = NARROW
        self._waiting: list[tuple[int, dict[str, Any]]] = []

    def add(self, number: int, line: dict[str, Any]) -> None:
        """Take one line, as `read_pose_line` gives it, and its number in the file."""
        self._waiting.append((number, line))
        if len(self._waiting) >= _AT_ONCE:
            self.settle()

    def settle(self) -> None:
        """Take in what waits: before anything is read."""
        waiting, self._waiting = self._waiting, []
        if self._take(waiting):
            return
        self.damaged.extend(line[0] for line in waiting if not self._take([line]))

    @property
    def frames(self) -> NDArray[np.int64]:
        """(L,) frame numbers of the lines that are as they should be, in their order."""
        return np.array(self._frames, np.int64)

    @property
    def lines(self) -> NDArray[np.int64]:
        """(L,) numbers of the same lines."""
        return np.array(self._lines, np.int64)

    @property
    def seconds(self) -> NDArray[np.float64]:
        """(L,) of the same lines."""
        return np.array(self._seconds, np.float64)

    def people(self, frame_ids: NDArray[np.int64], rows: NDArray[np.int64]) -> People:
        """Everybody in some of the lines.

        Args:
            frame_ids: (N,) growing numbers of frames, at least those of the lines.
            rows: (K,) which of `frames`, in the order of the frames, one of each.
        """
        counts = np.array(self._counts, np.int64)
        starts = np.cumsum(counts) - counts
        counts, starts = counts[rows], starts[rows]
        ends = np.cumsum(counts)
        people = np.repeat(starts - (ends - counts), counts) + np.arange(ends.max(initial=0))
        layout = self._layout
        table = np.frombuffer(self._numbers, np.float32).reshape(-1, layout.width)
        if not np.array_equal(people, np.arange(len(table))):
            table = table[people]
        parts: dict[str, NDArray[np.float32]] = {}
        for name, columns in layout.columns.items():
            part = np.ascontiguousarray(table[:, columns]).reshape(-1, *layout.shapes[name])
            part.flags.writeable = False
            parts[name] = part
        index = np.repeat(np.searchsorted(frame_ids, self.frames[rows]), counts)
        return People(index, np.array(self._ids, np.int64)[people], **parts)

    def _take(self, lines: list[tuple[int, dict[str, Any]]]) -> bool:
        """Take all of the lines, or none and return False where one of them is damaged."""
        people = [line["people"] for _, line in lines]
        everybody = [person for of_line in people for person in of_line]
        try:
            ids = [person["id"] for person in everybody]
            wide = any(len(p["scores"]) > COUNT or not _ONLY_WIDE.isdisjoint(p) for p in everybody)
            layout = WIDE if wide else self._layout
            numbers: list[Any] = []
            for person in everybody:
                numbers += _numbers(person, layout)
        except (KeyError, TypeError, ValueError, AttributeError):
            return False
        if not set(map(type, numbers)) <= _NUMBERS or not set(map(type, ids)) <= {int}:
            return False
        with np.errstate(over="ignore"):  # beyond the bounds too
            table = np.array(numbers, np.float32).reshape(len(everybody), layout.width)
        if not all(0 <= k <= LAST_ID for k in ids) or (np.abs(table) > layout.bounds).any():
            return False
        if layout is not self._layout:
            self._widen()
        self._lines.extend(number for number, _ in lines)
        self._frames.extend(line["frame"] for _, line in lines)
        self._seconds.extend(line["time"] for _, line in lines)
        self._counts.extend(map(len, people))
        self._ids.extend(ids)
        self._numbers.frombytes(table.tobytes())
        return True

    def _widen(self) -> None:
        """Make room for more keypoints in what is here already: they are not known."""
        narrow = np.frombuffer(self._numbers, np.float32).reshape(-1, NARROW.width)
        wide = np.full((len(narrow), WIDE.width), np.nan, np.float32)
        wide[:, WIDE.columns["scores"]] = 0
        for name, shape in NARROW.shapes.items():
            start = WIDE.columns[name].start
            wide[:, start : start + math.prod(shape)] = narrow[:, NARROW.columns[name]]
        self._numbers, self._layout = array("f"), WIDE
        self._numbers.frombytes(wide.tobytes())


def bounded(name: str, values: NDArray[np.float32]) -> bool:
    """Whether numbers can be those of this part of a layout."""
    return not bool(((values > _MOST[name]) | (values < -_MOST[name])).any())


def _numbers(person: dict[str, Any], layout: Layout) -> list[Any]:
    """The numbers of one person in the order of the layout; None is one that is not known.

    Raises:
        KeyError, TypeError, ValueError, AttributeError: a part is missing or has another form.
    """
    joints_2d, joints_3d, scores = person["joints_2d"], person["joints_3d"], person["scores"]
    lacking = layout.keypoints - len(scores)
    if not len(joints_2d) == len(joints_3d) == len(scores) or not (
        0 <= lacking <= layout.keypoints - COUNT
    ):
        raise ValueError
    numbers: list[Any] = []
    for x, y in joints_2d:
        numbers += (x, y)
    numbers += [None, None] * lacking
    for x, y, z in joints_3d:
        numbers += (x, y, z)
    numbers += [None, None, None] * lacking
    numbers += scores
    numbers += [0.0] * lacking
    for name, unknown in layout.may_lack.items():
        part = person.get(name)
        if part is None:
            numbers += unknown
            continue
        if name == "up_score":
            part = (part,)
        elif name == "spread":
            part = part + [None] * lacking
        if len(part) != len(unknown):
            raise ValueError
        numbers += part
    return numbers
