"""Which way is up in the camera frame, told by the people in view.

Two things tell it. Who stands or walks has the neck above the feet: the direction from one to the
other is that of gravity within a few degrees, for each person with an error of their own. And a
network of the second contract says for each image which way is up, less surely. Neither alone: the
means of both are weighed with what each is usually off by, against a camera that is level.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from posecam.pose import HIDDEN_SCORE, SURE_SCORE, Pose
from posecam.skeleton import COUNT, INDEX

Array = NDArray[np.float64]
Up = tuple[float, float, float]
#: Where the direction up comes from: a calibration, the people seen, or nothing.
Origin = Literal["measured", "estimated", "assumed"]

#: Of a camera that is level.
LEVEL: Final[Up] = (0.0, -1.0, 0.0)

# Usual errors, degrees: of a level camera, of one remembered, of the mean of how a person stands,
# of a trunk without feet, and of what the network says of a person.
_ASSUMED_DEG, _REMEMBERED_DEG = 12.0, 4.0
_STANDING_DEG, _TRUNK_DEG, _SAID_DEG = 4.0, 14.0, 13.0
# Seconds of standing after which what is remembered of a camera, which may have been moved since,
# counts for little.
_REMEMBERED_S: Final = 4.0
# So many seconds of one person say all that they can.
_TELLS_S: Final = 0.5
# Knees bent less than the first count fully, more than the second not at all; the trunk against the
# legs the same.
_KNEES_DEG, _BEND_DEG = (15.0, 50.0), (8.0, 28.0)
# A body that lies is no vertical: more than this from up as it is known.
_FARTHEST_DEG: Final = 50.0
# What the network says below this score does not count.
_LEAST_SAID: Final = 0.4
# How much must be known of a direction before it is called estimated, of 1 / degrees^2.
_ENOUGH: Final = 0.5 / _SAID_DEG**2
# Live: seconds that a look is remembered, and in which the answer follows.
_MEMORY_S, _FOLLOWS_S = 60.0, 0.35
# A camera was moved where the network says for so long that up is so far from where it was.
_MOVED_S, _MOVED_DEG = 0.7, 9.0
_LATELY_S, _LONG_S = 0.25, 4.0
# Looks are taken in no more often than this; a step counts as so much at most.
_EVERY_S: Final = 0.09
_LONGEST_STEP_S: Final = 0.25

_ANKLES: Final = [INDEX["r_ankle"], INDEX["l_ankle"]]
_KNEES: Final = [INDEX["r_knee"], INDEX["l_knee"]]
_HIPS: Final = [INDEX["r_hip"], INDEX["l_hip"]]
_NECK, _PELVIS = INDEX["upper_neck"], INDEX["pelvis"]
_LEGS: Final = _ANKLES + _KNEES


def up_text(up: Up) -> str:
    """Up as three numbers in a line, for settings; `up_of` reads it back."""
    return " ".join(f"{value:.4f}" for value in up)


def up_of(text: str) -> Up | None:
    """What `up_text` wrote, None where it is not that."""
    try:
        x, y, z = map(float, text.split())
    except ValueError:
        return None
    length = math.hypot(x, y, z)
    return (x / length, y / length, z / length) if 0.9 < length < 1.1 else None


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """What M looks say, each with a weight in 0..1.

    Attributes:
        standing, trunk, said: (M, 3) unit vectors up: from the feet to the neck, from the pelvis to
            the neck where feet are out of view, and as the network says it.
        standing_weight, trunk_weight, said_weight: (M,).
    """

    standing: Array
    standing_weight: Array
    trunk: Array
    trunk_weight: Array
    said: Array
    said_weight: Array

    def upright(self, up: Array | None) -> Evidence:
        """The same without bodies that lie or are upside down.

        Args:
            up: (3,) as far as it is known; None: as the network says it, else a level camera's.
        """
        if up is None:
            weight = float(self.said_weight.sum())
            up = self.said_weight @ self.said if weight > 0 else np.array(LEVEL)
        stands = _degrees(self.standing, up[None]) <= _FARTHEST_DEG
        sits = _degrees(self.trunk, up[None]) <= _FARTHEST_DEG
        return replace(
            self,
            standing_weight=self.standing_weight * stands,
            trunk_weight=self.trunk_weight * sits,
        )


def evidence(
    joints: Array, scores: Array, up: Array | None = None, up_score: Array | None = None
) -> Evidence:
    """What looks at people tell of up.

    Args:
        joints: (M, 16, 3) mm, camera frame.
        scores: (M, 16).
        up: (M, 3) as the network says it, may hold what is not a number; None where it does not.
        up_score: (M,) how sure that is.
    """
    feet = joints[:, _ANKLES].mean(1)
    neck, pelvis = joints[:, _NECK], joints[:, _PELVIS]
    thigh, shin = joints[:, _KNEES] - joints[:, _HIPS], joints[:, _ANKLES] - joints[:, _KNEES]
    knees = _degrees(thigh, shin).max(1)
    bend = _degrees(neck - pelvis, pelvis - feet)
    seen = (scores[:, _LEGS].min(1) >= HIDDEN_SCORE) & (scores[:, _NECK] >= SURE_SCORE)
    stands = seen * _falling(knees, *_KNEES_DEG) * _falling(bend, *_BEND_DEG)
    sits = (scores[:, _ANKLES].max(1) < HIDDEN_SCORE) & (
        scores[:, [_NECK, *_HIPS]].min(1) >= HIDDEN_SCORE
    )
    if up is None or up_score is None:
        said, said_weight = np.zeros((len(joints), 3)), np.zeros(len(joints))
    else:
        known = np.isfinite(up).all(1) & np.isfinite(up_score)
        said = np.where(known[:, None], up, 0.0)
        said_weight = np.where(known & (np.nan_to_num(up_score) >= _LEAST_SAID), up_score, 0.0)
    return Evidence(_unit(neck - feet), stands, _unit(neck - pelvis), sits * 1.0, said, said_weight)


@dataclass(slots=True, eq=False)
class _Sums:
    """What one person has told: a sum of directions and the seconds that it is of, a kind."""

    seconds: Array
    sums: Array


class LevelFinder:
    """Up as of each frame, of the people seen so far; a camera that moves is followed.

    Args:
        remembered: up as it was known of this camera, None where it was not.
    """

    def __init__(self, remembered: Up | None = None) -> None:
        self.clear(remembered)

    def clear(self, remembered: Up | None = None) -> None:
        """Begin anew, for another camera."""
        self._remembered = None if remembered is None else np.array(remembered)
        self._people: dict[int, _Sums] = {}
        self._up = np.array(LEVEL if remembered is None else remembered)
        self._information = 0.0 if remembered is None else _REMEMBERED_DEG**-2.0
        self._time: float | None = None
        self._lately = self._long = np.zeros(3)
        self._away_s = 0.0
        self._watched: int | None = None
        self._begun = remembered is not None

    @property
    def up(self) -> Up:
        """(3,) unit vector away from the ground, camera frame."""
        x, y, z = self._up.tolist()
        return x, y, z

    @property
    def origin(self) -> Origin:
        """ "estimated" as soon as there is something to estimate it from."""
        return "estimated" if self._information >= _ENOUGH else "assumed"

    def add(self, time: float, poses: Iterable[Pose]) -> None:
        """Take in the people of the next frame."""
        if self._time is None or time < self._time:
            self._time = time
        gap = min(time - self._time, _LONGEST_STEP_S)
        people = list(poses)
        if not people or gap < _EVERY_S:
            return
        self._time = time
        told = evidence(
            np.array([p.joints_3d[:COUNT] for p in people], np.float64),
            np.array([p.scores[:COUNT] for p in people], np.float64),
            np.array([np.full(3, np.nan) if p.up is None else p.up for p in people], np.float64),
            np.array([p.up_score for p in people], np.float64),
        )
        self._watch_the_camera(told, people, gap)
        fades = np.exp(-gap / _MEMORY_S)
        for sums in self._people.values():
            sums.seconds *= fades
            sums.sums *= fades
        told = told.upright(self._up if self.origin == "estimated" else None)
        for row, pose in enumerate(people):
            sums = self._people.setdefault(pose.person_id, _Sums(np.zeros(3), np.zeros((3, 3))))
            weights = gap * np.array(
                [
                    told.standing_weight[row],
                    told.trunk_weight[row],
                    told.said_weight[row],
                ]
            )
            sums.seconds += weights
            sums.sums += weights[:, None] * np.stack(
                [told.standing[row], told.trunk[row], told.said[row]]
            )
        found, self._information = _combined(self._people, self._remembered)
        share = 1.0 if not self._begun else 1 - np.exp(-gap / _FOLLOWS_S)
        self._begun = self._begun or self.origin == "estimated"
        self._up = _unit(self._up + share * (found - self._up))

    def _watch_the_camera(self, told: Evidence, people: Sequence[Pose], gap: float) -> None:
        """Forget what was known where the camera has been turned since: where the network says of
        one person for a while that up is elsewhere than it said before."""
        row = int(np.argmax(told.said_weight))
        whole = float(people[row].scores[[*_ANKLES, _NECK]].min()) >= SURE_SCORE
        if told.said_weight[row] <= 0 or not whole:
            self._watched = None
            return
        said, who = told.said[row], people[row].person_id
        if who != self._watched:
            self._watched, self._away_s = who, 0.0
            self._lately = self._long = said
        self._lately = self._lately + (1 - np.exp(-gap / _LATELY_S)) * (said - self._lately)
        self._long = self._long + (1 - np.exp(-gap / _LONG_S)) * (said - self._long)
        away = float(_degrees(self._lately[None], self._long[None])[0])
        self._away_s = self._away_s + gap if away > _MOVED_DEG else 0.0
        if self._away_s > _MOVED_S:
            self._people.clear()
            self._remembered = None
            self._long, self._away_s = self._lately, 0.0


def take_up(
    times: Array,
    ids: NDArray[np.integer],
    joints: Array,
    scores: Array,
    up: Array | None = None,
    up_score: Array | None = None,
) -> tuple[Up, Origin]:
    """Up over a whole take, of M looks at people.

    Args:
        times: (M,) seconds.
        ids: (M,) who it is.
        joints, scores, up, up_score: see `evidence`.
    """
    told = evidence(joints, scores, up, up_score).upright(None)
    people: dict[int, _Sums] = {}
    for person in np.unique(ids).tolist():
        rows = np.flatnonzero(ids == person)
        gaps = np.clip(np.diff(times[rows], prepend=times[rows[:1]]), 0.0, _LONGEST_STEP_S)
        kinds = (
            (told.standing, told.standing_weight),
            (told.trunk, told.trunk_weight),
            (told.said, told.said_weight),
        )
        weights = [gaps * weight[rows] for _, weight in kinds]
        people[person] = _Sums(
            np.array([weight.sum() for weight in weights]),
            np.array([w @ which[rows] for w, (which, _) in zip(weights, kinds, strict=True)]),
        )
    found, information = _combined(people, None)
    if information < _ENOUGH:
        return LEVEL, "assumed"
    x, y, z = found.tolist()
    return (x, y, z), "estimated"


def _combined(people: Mapping[int, _Sums], remembered: Array | None) -> tuple[Array, float]:
    """(3,) up, and how much is known of it, 1 / degrees^2, beyond what is assumed."""
    before = np.array(LEVEL) if remembered is None else remembered
    prior = _ASSUMED_DEG**-2.0
    if remembered is not None:
        stood = sum(float(sums.seconds[0]) for sums in people.values())
        prior = max(_REMEMBERED_DEG**-2.0 * math.exp(-stood / _REMEMBERED_S), prior)
    total, known = prior * before, 0.0 if remembered is None else prior
    for sums in people.values():
        for kind, off in enumerate((_STANDING_DEG, _TRUNK_DEG, _SAID_DEG)):
            if sums.seconds[kind] <= 0:
                continue
            weight = off**-2.0 * min(sums.seconds[kind] / _TELLS_S, 1.0)
            total = total + weight * sums.sums[kind] / sums.seconds[kind]
            known += weight
    return _unit(total), known


def _falling(values: Array, start: float, end: float) -> Array:
    return np.asarray(np.clip((end - values) / (end - start), 0.0, 1.0))


def _degrees(first: Array, second: Array) -> Array:
    cosine = (_unit(first) * _unit(second)).sum(-1)
    return np.asarray(np.degrees(np.arccos(np.clip(cosine, -1.0, 1.0))))


def _unit(vectors: Array) -> Array:
    length = np.sqrt((vectors**2).sum(-1, keepdims=True))
    return np.asarray(vectors / np.maximum(length, 1e-9))
