"""Which side of a person is the right one: decided over time, before anything is smoothed.

A network sees one image. Of a person from behind it may take the left for the right in one frame
and not in the next, the whole body or a pair of joints, or see both joints of a pair in one place.
Limbs do not do that. So what lies between the two joints of each pair is compared with what lay
there before, and the two are given to the sides that they continue, all pairs together such that
limbs hang on their own shoulder and hip (a chain of two states a pair; all of their combinations
are compared). Whether the sides so kept are the person's own is a second question with a slow
answer: the network, which is right more often than not, speaks for or against them in every frame,
and where it has spoken against them for long enough they are exchanged, once.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.pose import SURE_SCORE
from posecam.skeleton import INDEX, KEYPOINT_COUNT, KEYPOINT_INDEX, KEYPOINT_NAMES

Array = NDArray[np.float64]

#: Pairs that are decided, by the name of the joint without its side.
PAIRS: Final = ("ankle", "knee", "hip", "shoulder", "elbow", "wrist")
_COUNT: Final = len(PAIRS)
#: Keypoints that go with a pair.
_WITH: Final = {
    "heel": 0, "big_toe": 0, "small_toe": 0, "eye": 3, "ear": 3, "index": 5, "pinky": 5,
}  # fmt: skip  # in rows, not one a line
_RIGHT: Final = np.array([INDEX[f"r_{name}"] for name in PAIRS])
_LEFT: Final = np.array([INDEX[f"l_{name}"] for name in PAIRS])
#: Each pair and the next are neighbours; hips and shoulders by the trunk, the others by a bone.
_FIRST, _SECOND = np.arange(_COUNT - 1), np.arange(1, _COUNT)
#: (64, 6) every way to exchange pairs, (64, 5) where neighbours then are on different sides.
_WAYS: Final = (np.arange(1 << _COUNT)[:, None] >> np.arange(_COUNT) & 1).astype(bool)
_BROKEN: Final = (_WAYS[:, _FIRST] != _WAYS[:, _SECOND]).astype(np.float64)
_BITS: Final = 1 << np.arange(_COUNT)
#: Which pair of the trunk each pair hangs from, and by which edges, 5 for none.
_TRUNK_OF: Final = np.array([2, 2, 2, 3, 3, 3])
_EDGES_OF: Final = np.array([[0, 1, 5, 5, 3, 4], [1, 5, 5, 5, 5, 3]])
#: Legs, trunk and arms, each of which the network's word over time may exchange.
_GROUPS: Final = ((0, 1), (2, 3), (4, 5))
_LEGS, _TRUNK, _ARMS = range(3)

# Lengths are shares of the body's size in the image; depth is less sure than what is seen.
_DEPTH: Final = 0.4
# How far from what it was the line between the joints of a pair may well be, at once and more a
# second, by pair: limbs swing.
_NEAR: Final = np.array([0.05, 0.05, 0.03, 0.03, 0.05, 0.05])
_NEAR_PER_S: Final = np.array([1.6, 1.2, 0.45, 0.45, 1.2, 1.6])
# What limbs that hang on the other side's joint cost, and what it costs not to follow the network.
_HANGING, _EXCHANGED_COST = 8.0, 0.12
_BROKEN_COST: Final = np.array([1.0, 0.6, 0.3, 0.6, 1.0])
# A limb on another side than the network has it, and than it would hang from well, so long.
_BROKEN_S, _HANGS_WELL = 0.07, -0.02
# How long that line is remembered, by pair.
_LINE_S: Final = np.array([0.01, 0.02, 0.15, 0.15, 0.02, 0.01])
# After a pause this long the network is believed.
_FORGET_S: Final = 0.5
# A pair is apart in the image if by more than this; both joints in one place if by less than that
# share of what they were apart, one of them suddenly gone there.
_APART: Final = 0.08
_ONE_PLACE: Final = 0.45
_JUMP: Final = 0.04
_JUMP_PER_S: Final = np.array([3.5, 2.5, 1.0, 1.0, 2.5, 3.5])
#: A joint whose place the other of its pair has taken is kept apart so long at most.
HELD_S: Final = 0.3
_HELD_SCORE: Final = 0.5
# Seconds of the network speaking against the sides that are kept until it is believed: of a person
# just seen, and of one known for a while.
_DOUBT_S, _SETTLED_DOUBT_S, _SETTLES_S = 0.05, 0.35, 1.0
# What speaks for the sides is remembered so long, and counts for so many seconds at most.
_MEMORY_S, _MOST_S = 2.0, 0.5
# Scores of joints below this say nothing of where they were.
_UNSEEN: Final = 0.15
#: What is ahead of what, of feet and face, whichever way a person looks.
_AHEAD: Final = np.array([KEYPOINT_INDEX[n] for n in ("r_big_toe", "l_big_toe", "nose", "nose")])
_BACK: Final = np.array([KEYPOINT_INDEX[n] for n in ("r_heel", "l_heel", "r_ear", "l_ear")])
_FACE: Final = np.array([KEYPOINT_INDEX[n] for n in ("nose", "r_eye", "l_eye")])
# Scores of a face that is made up, and of one that is seen.
_MADE_UP, _FACE_SEEN = 0.4, 0.6
# The network is less sure where it has the sides wrong: below the first score its word does not
# count, above the second fully.
_SAYS_NOTHING, _SAYS_ALL = 0.3, 0.6


@dataclass(frozen=True, slots=True, eq=False)
class Settled:
    """What became of a look.

    Attributes:
        joints: (K, D) with every pair on the sides that it continues.
        scores: (K,) of them; less for a joint that is held.
        order: (K,) which keypoint of the look each one is.
        held: (K,) keypoints that were moved away from the other one of their pair.
        exchanged: (6,) which of `PAIRS` are not as the network has them.
        agrees: -1..1, how clearly the network says the same sides.
        remembered: (K,) which keypoint of what is remembered of the person each one now is: the
            sides kept so far were the wrong ones, and two would be mixed. None where they stay.
    """

    joints: Array
    scores: NDArray[np.float32]
    order: NDArray[np.int64]
    held: NDArray[np.bool_]
    exchanged: NDArray[np.bool_]
    agrees: float
    remembered: NDArray[np.int64] | None


class Sides:
    """Keeps the sides of one person from look to look. Causal; nothing comes later for it.

    Args:
        believes: whether the network's word over time may exchange the sides. Off where all of a
            take is known and that is decided afterwards: see `posecam.offline.sides`.
    """

    def __init__(self, *, believes: bool = True) -> None:
        self._believes = believes
        self.reset()

    def reset(self) -> None:
        """Forget the past."""
        self._lines: Array | None = None
        self._joints = np.zeros((0, 3))
        self._held = np.zeros(_COUNT)
        self._broken = np.zeros(_COUNT)
        self._time = self._since = 0.0
        self._belief = np.zeros(len(_GROUPS))

    def __call__(
        self, joints: Array, scores: NDArray[np.float32], time: float, size: float
    ) -> Settled:
        """Take in the next look.

        Args:
            joints: (K, 3) px, depth included, K at least 16, in the order of
                `skeleton.KEYPOINT_NAMES`.
            scores: (K,).
            time: seconds.
            size: of the body, px.
        """
        gap = time - self._time
        right, left = joints[_RIGHT], joints[_LEFT]
        lines = (left - right) * (_SCALE / size)
        if self._lines is None or not 0 < gap < _FORGET_S:
            if self._lines is None or gap != 0:
                self._belief[:], self._held[:], self._broken[:] = 0.0, 0.0, 0.0
                self._since = time
                self._lines, self._time = lines, time
                self._joints = np.array(joints, np.float64)
            none = np.zeros(len(joints), bool)
            order = np.arange(len(joints))
            return Settled(self._joints.copy(), scores, order, none, _WAYS[0], 0.0, None)
        sure = np.minimum(scores[_RIGHT], scores[_LEFT])
        weight = np.clip((sure - _UNSEEN) / (SURE_SCORE - _UNSEEN), 0.2, 1.0)
        hanging = _hanging(right, left, weight, size)
        row = _best_way(self._lines, lines, hanging, weight, gap)
        row = self._rejoined(row, hanging, gap)
        way = _WAYS[row]
        lines[way] *= -1
        order = _ORDERS[row, : len(joints)]
        joints, scores = joints[order], scores[order]
        if way.all() and _faces_the_wrong_way(joints, scores):
            # Seen from behind and from the front a body looks alike but for depth and sides.
            joints[:, 2] = _turned_about(joints)
            lines = (joints[_LEFT] - joints[_RIGHT]) * (_SCALE / size)
        apart = np.sqrt((lines[:, :2] ** 2).sum(1))
        told = (
            np.clip((sure - _SAYS_NOTHING) / (_SAYS_ALL - _SAYS_NOTHING), 0, 1)
            * np.minimum(apart / _APART, 1.0)
            * np.where(way, -1.0, 1.0)
            * _credible(joints, scores, way)
        )
        agrees = float(told[2:4].mean())
        joints, held = self._keep_apart(lines, joints, size, gap)
        scores = np.where(held, scores * np.float32(_HELD_SCORE), scores)
        remembered = None
        if self._believes and (exchange := self._doubts(told, time, gap)):
            remembered = _ORDERS[exchange, : len(joints)]
            joints, scores = joints[remembered], scores[remembered]
            order, held = order[remembered], held[remembered]
            other = _WAYS[exchange]
            lines[other] *= -1
            self._lines[other] *= -1
            way = way ^ other
            agrees = -agrees if other[2] else agrees
        share = (1 - np.exp(-gap / _LINE_S)) * np.where(self._held > 0, 0.0, 0.2 + 0.8 * weight)
        self._lines += share[:, None] * (lines - self._lines)
        self._joints, self._time = joints, time
        return Settled(joints.copy(), scores, order, held, way, agrees, remembered)

    def _rejoined(self, row: int, hanging: Array, gap: float) -> int:
        """The way with those limbs back on the network's side that have not hung from the trunk's
        for long, though as the network has it they would: their crossing was missed."""
        assert self._lines is not None
        way = _WAYS[row]
        broken = way != way[_TRUNK_OF]
        hangs = np.append(hanging, 0.0)[_EDGES_OF].min(0) > _HANGS_WELL
        self._broken = np.where(broken & hangs, self._broken + gap, 0.0)
        late = self._broken > _BROKEN_S
        if not late.any():
            return row
        self._lines[late] *= -1
        self._broken[late] = 0.0
        return row ^ int(_BITS @ late)

    def _doubts(self, told: Array, time: float, gap: float) -> int:
        """Which way to exchange what is kept, where the network has spoken against it for long."""
        said = told.reshape(len(_GROUPS), -1).mean(1)
        self._belief = self._belief * math.exp(-gap / _MEMORY_S) + said * gap
        self._belief = np.minimum(self._belief, _MOST_S)
        known = min((time - self._since) / _SETTLES_S, 1.0)
        least = -(_DOUBT_S + (_SETTLED_DOUBT_S - _DOUBT_S) * known)
        if self._belief[_TRUNK] < least:
            self._belief *= -1
            return len(_WAYS) - 1
        row = 0
        for group in (_LEGS, _ARMS):
            if self._belief[group] < least < -least < self._belief[_TRUNK]:
                self._belief[group] *= -1
                row |= sum(1 << pair for pair in _GROUPS[group])
        return row

    def _keep_apart(
        self, lines: Array, joints: Array, size: float, gap: float
    ) -> tuple[Array, NDArray[np.bool_]]:
        """Where both joints of a pair are suddenly seen in one place, move one of them away.

        The one stays that is nearer to where it was; the other is as far from it as it was.
        """
        were = (self._joints[_LEFT] - self._joints[_RIGHT])[:, :2] / size
        were = np.sqrt((were**2).sum(1))
        now = np.sqrt((lines[:, :2] ** 2).sum(1))
        gone = (were > _APART) & (now < _ONE_PLACE * were)
        gone &= (were - now > _JUMP + _JUMP_PER_S * gap) | (self._held > 0)
        self._held = np.where(gone, self._held + gap, 0.0)
        gone &= self._held < HELD_S
        held = np.zeros(len(joints), bool)
        if not gone.any():
            return joints, held
        self._held[~gone] = 0.0
        shift = np.median((joints - self._joints)[[6, 7, 8, 9], :2], axis=0)
        for pair in np.flatnonzero(gone).tolist():
            right, left = int(_RIGHT[pair]), int(_LEFT[pair])
            off = [
                float(np.abs(joints[j, :2] - self._joints[j, :2] - shift).sum())
                for j in (right, left)
            ]
            line = self._joints[left] - self._joints[right]
            stays, goes, line = (right, left, line) if off[0] <= off[1] else (left, right, -line)
            joints[goes] = joints[stays] + line
            held[goes] = True
        return joints, held


_SCALE: Final = np.array([1.0, 1.0, _DEPTH])


def _faces_the_wrong_way(joints: Array, scores: NDArray[np.floating]) -> bool:
    """Whether feet and face point to where the sides say that the back is.

    Args:
        joints: (K, 3) px, on the sides that are kept.
        scores: (K,).
    """
    if len(joints) < KEYPOINT_COUNT or scores[_AHEAD].min() < _UNSEEN:
        return False
    ahead = joints[_AHEAD, 2] - joints[_BACK, 2]
    across = joints[_LEFT[2:4], 0] - joints[_RIGHT[2:4], 0]
    # Who faces the camera has the left side at the right of the image, and what is ahead is nearer.
    towards = np.sign(across)
    return bool(towards[0] == towards[1] and (ahead * towards[0] > 0).all())


def _turned_about(joints: Array) -> Array:
    """(K,) depths of (K, 3) joints seen from the other side: mirrored at the plane through the
    body's length, which leans away from the camera as far as before."""
    feet = (joints[_RIGHT[0]] + joints[_LEFT[0]]) / 2
    length = joints[INDEX["upper_neck"]] - feet
    tall = length[1] if abs(length[1]) > 1.0 else -1.0
    pelvis = joints[INDEX["pelvis"]]
    plane = pelvis[2] + (joints[:, 1] - pelvis[1]) * (length[2] / tall)
    return np.asarray(2 * plane - joints[:, 2])


def _credible(joints: Array, scores: NDArray[np.floating], way: NDArray[np.bool_]) -> float:
    """0..1, how far to believe a network that says it sees a person from the front.

    It is surer of a face that it sees than of one that it makes up.
    """
    if len(joints) < KEYPOINT_COUNT:
        return 1.0
    across = (joints[_LEFT[2:4], 0] - joints[_RIGHT[2:4], 0]) * np.where(way[2:4], -1.0, 1.0)
    face = float(scores[_FACE].mean())
    if across.min() <= 0 or face < _UNSEEN:
        return 1.0
    return min(max((face - _MADE_UP) / (_FACE_SEEN - _MADE_UP), 0.0), 1.0)


def _hanging(right: Array, left: Array, weight: Array, size: float) -> Array:
    """(5,) by how much each pair hangs on the next as the network has them: less than 0 where the
    limbs would cross over.

    Args:
        right, left: (6, 3) px.
        weight: (6,) how surely each pair is seen.
        size: px.
    """
    both = np.stack([right, left]) * _SCALE
    a, b = both[:, _FIRST], both[:, _SECOND]
    same = np.sqrt(((a - b) ** 2).sum(2)).sum(0)
    other = np.sqrt(((a - b[::-1]) ** 2).sum(2)).sum(0)
    return np.asarray(np.minimum(weight[_FIRST], weight[_SECOND]) * (other - same) / size)


def _best_way(before: Array, lines: Array, hanging: Array, weight: Array, gap: float) -> int:
    """Which row of `_WAYS` fits best.

    Args:
        before, lines: (6, 3) from the right to the left joint of each pair, in body sizes.
        hanging: (5,) see `_hanging`.
        weight: (6,) how surely each pair is seen.
        gap: seconds.
    """
    off = np.sqrt((np.stack([lines + before, lines - before]) ** 2).sum(2))
    gain = weight * (off[0] - off[1]) / (_NEAR + _NEAR_PER_S * gap)
    costs = _WAYS @ (gain + _EXCHANGED_COST * weight)
    return int(np.argmin(costs + _BROKEN @ (_HANGING * hanging + _BROKEN_COST)))


def _pairs_of_keypoints() -> dict[int, tuple[int, int]]:
    """Keypoint -> the pair that decides for it, and the keypoint on the other side."""
    found = {}
    for row, name in enumerate(KEYPOINT_NAMES):
        side, _, part = name.partition("_")
        if side in ("r", "l"):
            pair = PAIRS.index(part) if part in PAIRS else _WITH[part]
            other = {"r": "l", "l": "r"}[side] + "_" + part
            found[row] = (pair, KEYPOINT_INDEX[other])
    return found


def _orders() -> NDArray[np.int64]:
    """(64, 31) which keypoint each one is to be, for each row of `_WAYS`."""
    orders = np.tile(np.arange(KEYPOINT_COUNT), (len(_WAYS), 1))
    for keypoint, (pair, other) in _pairs_of_keypoints().items():
        orders[_WAYS[:, pair], keypoint] = other
    return orders


_ORDERS: Final = _orders()
