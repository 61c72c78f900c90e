"""Steps of a person who walks or runs, of a whole take.

A foot strikes where its heel is farthest ahead of the other one, and leaves the ground where its
toes are farthest behind the pelvis (after Zeni et al., Gait & Posture 2008): that needs no place in
the room, so that a treadmill will do, and holds for people who go ahead, on level ground. Ahead is
where pelvis and feet point.
"""

from __future__ import annotations

import itertools
from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.kinematics.jumps import find_jumps
from posecam.kinematics.moves import FEET, Foot, Moves, Stance, Step, Walk
from posecam.kinematics.rotations import cross, dot, unit
from posecam.rate import usual_rate
from posecam.skeleton import KEYPOINT_COUNT, KEYPOINT_INDEX

FloatArray = NDArray[np.float64]

#: A step that takes less than the first of these, or more than the second, is none.
_SHORTEST_S, _LONGEST_S = 0.2, 1.5
#: From step to step one heel passes the other by so much, of the length of a leg.
_LEAST_STEP: Final = 0.35
#: Of it, so much must be seen before the first and after the last strike.
_CLEAR: Final = 0.15
#: So many strikes, one after the other, are a walk.
_FEWEST: Final = 3
#: Where a person goes is steadied over so long, where a foot is over so long.
_AHEAD_S, _FOOT_S = 0.6, 0.07


def find_moves(
    times: NDArray[np.floating],
    joints_2d: NDArray[np.floating],
    joints_3d: NDArray[np.floating],
) -> Moves:
    """Every walk and jump of one person: `find_walks` and `find_jumps`.

    Args:
        times: (T,) seconds, growing.
        joints_2d: (T, 16 or 31, 2) px.
        joints_3d: (T, 16 or 31, 3) mm, root-relative, in the levelled camera frame.
    """
    walks = find_walks(times, joints_3d)
    jumps = find_jumps(times, joints_2d, joints_3d)
    return Moves(tuple(walks), tuple(jumps))


def find_walks(times: NDArray[np.floating], joints_3d: NDArray[np.floating]) -> list[Walk]:
    """Stretches of three strikes and more.

    Args:
        times: (T,) seconds, growing.
        joints_3d: (T, 16 or 31, 3) mm, root-relative, in the levelled camera frame, as
            `joint_angles` takes them; moments with what is not a number are passed over.
    """
    joints = np.asarray(joints_3d, np.float64)
    toes, heels = _ends_of_feet(joints)
    needed = [joints[:, KEYPOINT_INDEX[name]] for name in ("r_hip", "l_hip", "r_knee", "r_ankle")]
    known = np.isfinite(np.stack([*needed, *toes, *heels])).all(axis=(0, 2))
    if known.sum() < _FEWEST + 2:
        return []
    seconds, joints = np.asarray(times, np.float64)[known], joints[known]
    toes, heels, ahead = toes[:, known], heels[:, known], _ahead(seconds, joints)
    right, left = (_averaged(seconds, dot(heel, ahead), _FOOT_S) for heel in heels)
    hip, knee, ankle = (joints[:, KEYPOINT_INDEX[f"r_{part}"]] for part in ("hip", "knee", "ankle"))
    leg = np.linalg.norm(knee - hip, axis=1) + np.linalg.norm(ankle - knee, axis=1)
    swing = _LEAST_STEP * float(np.median(leg))
    strikes = [
        (FEET[0] if top else FEET[1], _between_samples(seconds, right - left, row))
        for row, top in _turning_points(right - left, swing)
    ]
    pelvis = (joints[:, KEYPOINT_INDEX["r_hip"]] + joints[:, KEYPOINT_INDEX["l_hip"]]) / 2
    behind = {
        side: _averaged(seconds, dot(toe - pelvis, ahead), _FOOT_S)
        for side, toe in zip(FEET, toes, strict=True)
    }
    walks: list[Walk] = []
    for first, last in _chains([second for _, second in strikes]):
        chain = strikes[first:last]
        steps = tuple(Step(foot, a, b) for (_, a), (foot, b) in itertools.pairwise(chain))
        usual = 2 * (chain[-1][1] - chain[0][1]) / len(steps)
        walks.append(Walk(steps, tuple(_stances(seconds, behind, chain, usual))))
    return walks


def _ends_of_feet(joints: FloatArray) -> tuple[FloatArray, FloatArray]:
    """(2, T, 3) toes and (2, T, 3) heels, right and left; the ankles where there are neither."""
    if joints.shape[1] < KEYPOINT_COUNT:
        ankles = np.stack([joints[:, KEYPOINT_INDEX[f"{side}_ankle"]] for side in "rl"])
        return ankles, ankles
    toes = [
        (joints[:, KEYPOINT_INDEX[f"{s}_big_toe"]] + joints[:, KEYPOINT_INDEX[f"{s}_small_toe"]])
        / 2
        for s in "rl"
    ]
    return np.stack(toes), np.stack([joints[:, KEYPOINT_INDEX[f"{s}_heel"]] for s in "rl"])


def _ahead(times: FloatArray, joints: FloatArray) -> FloatArray:
    """(T, 3) level unit vectors where the person goes."""
    hips = unit(joints[:, KEYPOINT_INDEX["l_hip"]] - joints[:, KEYPOINT_INDEX["r_hip"]])
    ways = [unit(cross(np.broadcast_to([0.0, 1.0, 0.0], hips.shape), hips))]
    toes, heels = _ends_of_feet(joints)
    ways += [unit((toe - heel) * [1.0, 0.0, 1.0]) for toe, heel in zip(toes, heels, strict=True)]
    whole = np.sum(ways, axis=0) * [1.0, 0.0, 1.0]
    return unit(np.stack([_averaged(times, whole[:, axis], _AHEAD_S) for axis in range(3)], 1))


def _averaged(times: FloatArray, values: FloatArray, seconds: float) -> FloatArray:
    """The mean over so long around each moment, over less near the ends, evenly to both sides."""
    half = round(seconds / 2 * usual_rate(times))
    reach = np.minimum(half, np.minimum(np.arange(len(values)), np.arange(len(values))[::-1]))
    sums = np.concatenate([[0.0], np.cumsum(values)])
    rows = np.arange(len(values))
    return np.asarray((sums[rows + reach + 1] - sums[rows - reach]) / (2 * reach + 1))


def _turning_points(values: FloatArray, swing: float) -> list[tuple[int, bool]]:
    """(row, whether a top) of the tops and bottoms, in turn, that are `swing` apart.

    At the ends only those that values come up to, and come back from, by a part of it.
    """
    found: list[tuple[int, bool]] = []
    low = high = 0
    rising: bool | None = None
    for row, value in enumerate(values.tolist()):
        if rising is not False and value > values[high]:
            high = row
        if rising is not True and value < values[low]:
            low = row
        if rising is not False and value < values[high] - swing:
            found.append((high, True))
            rising, low = False, row
        elif rising is not True and value > values[low] + swing:
            found.append((low, False))
            rising, high = True, row
    if rising is not None:
        last = high if rising else low
        if abs(values[-1] - values[last]) > _CLEAR * swing:
            found.append((last, rising))
    if found and np.abs(values[: found[0][0] + 1] - values[found[0][0]]).max() <= _CLEAR * swing:
        del found[0]
    return found


def _between_samples(times: FloatArray, values: FloatArray, row: int) -> float:
    """Seconds of the turning point of the parabola through a sample and its neighbours."""
    if not 0 < row < len(values) - 1:
        return float(times[row])
    before, here, after = values[row - 1 : row + 2]
    bend = before - 2 * here + after
    share = 0.0 if bend == 0 else float(np.clip((before - after) / (2 * bend), -0.5, 0.5))
    return float(times[row] + share * (times[row + 1] - times[row - 1]) / 2)


def _chains(seconds: list[float]) -> list[tuple[int, int]]:
    """(first, end) of the strikes that follow each other as steps do."""
    found, first = [], 0
    for row in range(1, len(seconds) + 1):
        gap = seconds[row] - seconds[row - 1] if row < len(seconds) else np.inf
        if not _SHORTEST_S <= gap <= _LONGEST_S:
            if row - first >= _FEWEST:
                found.append((first, row))
            first = row
    return found


def _stances(
    times: FloatArray,
    behind: dict[Foot, FloatArray],
    strikes: list[tuple[Foot, float]],
    usual: float,
) -> list[Stance]:
    """Of each foot that is seen to leave the ground; `usual` seconds of a stride."""
    found = []
    for number, (foot, start) in enumerate(strikes):
        later = [second for other, second in strikes[number + 1 :] if other == foot]
        stride = later[0] - start if later else usual
        first, end = np.searchsorted(times, [start + 0.2 * stride, start + 0.95 * stride])
        if end >= len(times) or end - first < 2:
            continue
        row = int(first + behind[foot][first:end].argmin())
        if first < row < end - 1:
            leaves = _between_samples(times, behind[foot], row)
            found.append(Stance(foot, start, leaves, (leaves - start) / stride))
    return found
