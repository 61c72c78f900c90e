"""Finding people anywhere in a frame, and telling who of them is followed already."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from posecam.estimation.crops import Box, Crop
from posecam.estimation.detector import Detection
from posecam.estimation.person_tracker import body_box
from posecam.estimation.track import PATIENCE_S, Track
from posecam.geometry import box_overlap, square_crop
from posecam.pose import SURE_SCORE

# Newcomers are looked for this often while a person is followed,
_PERIOD_S: Final = 0.2
# and this often while a person is doubtful or has just got lost.
_DOUBT_PERIOD_S: Final = 0.08
_SEARCHED_S: Final = 1.5
# A box and a person followed belong together where they overlap by more than this.
_SAME_BOX: Final = 0.3
# Boxes go round bodies, the crops that follow round joints: a little less margin is enough.
BOX_MARGIN: Final = 1.25


class PersonDetector(Protocol):
    """Finds people in a whole image, as `posecam.estimation.detector.Detector` does."""

    def find(self, image: NDArray[np.uint8]) -> Detection:
        """People in a BGR image, the surest first."""
        ...

    def close(self) -> None:
        """Release what it runs on."""
        ...


class Newcomer(NamedTuple):
    """A person whom the detector sees: its score, the box, and where to look."""

    score: float
    box: Box
    crop: Crop


class Schedule:
    """When the detector is worth its time."""

    def __init__(self) -> None:
        self._last = -np.inf

    def due(self, tracks: Sequence[Track], time: float, *, newcomers: bool) -> bool:
        """Whether to look for people now.

        Args:
            tracks: everybody followed or remembered.
            time: of the frame, seconds.
            newcomers: whether another person would be followed.
        """
        followed = [t for t in tracks if time - t.last_seen <= PATIENCE_S]
        since = time - self._last
        if not followed or since < 0:
            due = True
        elif any(t.missed or t.score < SURE_SCORE for t in followed) or any(
            PATIENCE_S < time - t.last_seen <= _SEARCHED_S for t in tracks
        ):
            due = since >= _DOUBT_PERIOD_S
        else:
            due = newcomers and since >= _PERIOD_S
        if due:
            self._last = time
        return due


def newcomers(found: Detection, followed: Sequence[Track], time: float) -> list[Newcomer]:
    """People who are not followed yet, the surest first.

    Those followed are told whether the detector sees them too.
    """
    boxes = [(float(x), float(y), float(w), float(h)) for x, y, w, h in found.boxes]
    pairs = []
    for number, track in enumerate(followed):
        expected = np.array(body_box(track.expected(time), track.scores))
        for row, shared in enumerate(box_overlap(found.boxes, expected).tolist()):
            if shared > _SAME_BOX:
                pairs.append((shared, row, number))
    taken: set[int] = set()
    seen: dict[int, float] = {}
    for _, row, number in sorted(pairs, reverse=True):
        if row not in taken and number not in seen:
            taken.add(row)
            seen[number] = float(found.scores[row])
    for number, track in enumerate(followed):
        track.found(seen.get(number))
    return [
        _newcomer(float(found.scores[row]), box)
        for row, box in enumerate(boxes)
        if row not in taken
    ]


def pointed_at(found: Detection, x: float, y: float) -> Newcomer | None:
    """Whom a point, px, lies on: of several the one whose middle is nearest; None for no person."""
    best: tuple[float, Newcomer] | None = None
    for box, score in zip(found.boxes.tolist(), found.scores.tolist(), strict=True):
        left, top, width, height = box
        if left <= x <= left + width and top <= y <= top + height:
            away = float(np.hypot((x - left) / width - 0.5, (y - top) / height - 0.5))
            if best is None or away < best[0]:
                best = away, _newcomer(score, (left, top, width, height))
    return best[1] if best is not None else None


def _newcomer(score: float, box: Box) -> Newcomer:
    return Newcomer(score, box, Crop(*square_crop(np.array(box), BOX_MARGIN)))
