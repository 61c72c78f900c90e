"""How many people are in view of a clip, frame by frame, noted by eye: what finding is held to."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from posecam.errors import PosecamError

_COLUMNS = ("first_frame", "last_frame", "people")


@dataclass(frozen=True, slots=True)
class Interval:
    """Frames first to last, both included, in which so many people are in view.

    Frames in no stretch are moments at which one cannot say.
    """

    first: int
    last: int
    people: int


@dataclass(frozen=True, slots=True)
class DetectionStats:
    """How well people were found.

    Attributes:
        found: share of the people of all frames who have a skeleton.
        false: share of the empty frames that have one.
        seconds_to_find: of everybody who came into view, until there were as many skeletons as
            people; up to the end of the stretch for a person who was not found.
        person_frames, empty_frames: how many these are.
    """

    found: float
    false: float
    seconds_to_find: tuple[float, ...]
    person_frames: int
    empty_frames: int


def read_truth(path: Path) -> list[Interval]:
    """The stretches of a CSV with the columns first_frame, last_frame, people.

    Raises:
        PosecamError: it cannot be read.
    """
    try:
        with path.open(newline="", encoding="utf-8") as file:
            rows = [[int(row[name]) for name in _COLUMNS] for row in csv.DictReader(file)]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise PosecamError(
            f"{path} cannot be read as a table of {', '.join(_COLUMNS)} ({error})."
        ) from error
    return [Interval(*row) for row in rows]


def measure_detection(
    truth: Sequence[Interval], people: Sequence[int], times: Sequence[float]
) -> DetectionStats:
    """Hold the numbers of skeletons in the frames of a clip against the truth.

    Args:
        truth: in the order of the frames.
        people: skeletons in each frame, from frame 0.
        times: of the frames, seconds.

    Raises:
        PosecamError: not one of the frames is in the truth.
    """
    counted = np.array(people)
    expected = there = shown = empty = wrong = 0
    waits: list[float] = []
    before = 0
    for stretch in truth:
        part = counted[stretch.first : stretch.last + 1]
        if not len(part):
            break
        if stretch.people == 0:
            empty += len(part)
            wrong += int((part > 0).sum())
        else:
            there += stretch.people * len(part)
            shown += int(np.minimum(part, stretch.people).sum())
        if stretch.people > before and stretch.first > 0:
            enough = np.flatnonzero(part >= stretch.people)
            after = int(enough[0]) if len(enough) else len(part) - 1
            waits.append(float(times[stretch.first + after] - times[stretch.first]))
        before = stretch.people
        expected += len(part)
    if not expected:
        raise PosecamError("The table of who is in view says nothing about these frames.")
    return DetectionStats(
        found=shown / there if there else float("nan"),
        false=wrong / empty if empty else float("nan"),
        seconds_to_find=tuple(waits),
        person_frames=there,
        empty_frames=empty,
    )
