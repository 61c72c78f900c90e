"""One person's motion at a constant rate, on a floor: what BVH, C3D and TRC are made from.

World of these formats, millimetres, right-handed: X to the camera's right, Y up, Z towards the
camera. The origin is on the floor below the pelvis where the person was first seen. The camera is
taken to be level. The floor lies below the ankle that was lowest, not counting the lowest
fifth of its moments.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.errors import SessionError
from posecam.export.options import Person
from posecam.export.person import person_rows
from posecam.pose import HIDDEN_SCORE
from posecam.rate import usual_rate
from posecam.session import Session
from posecam.skeleton import BONES, INDEX, ROOT

FloatArray = NDArray[np.float64]

#: Where no person was seen for longer than this, nothing is made up in between.
LONGEST_BRIDGED_S: Final = 0.5
#: Height of the ankle joint above the sole.
ANKLE_ABOVE_FLOOR_MM: Final = 80.0
#: Camera frame (x right, y down, z away) to the world (x right, y up, z towards the camera).
CAMERA_TO_WORLD: Final = np.array([1.0, -1.0, -1.0])

_ANKLES: Final = [INDEX["r_ankle"], INDEX["l_ankle"]]
#: Over how long the distance from the camera is steadied.
STEADY_S: Final = 4.0
#: A figure no larger than this is none.
_SMALLEST_MM: Final = 1.0
_FLOOR_PERCENTILE: Final = 20.0
#: Samples of a track: so many, and so many times as many as the session has frames; a session that
#: lasts far longer than it was recorded would fill the memory.
MOST_SAMPLES: Final = 200_000
_MOST_PER_FRAME: Final = 4
#: Numbers that a running median looks at in one go.
_AT_ONCE: Final = 1 << 22


@dataclass(frozen=True, slots=True, eq=False)
class Trajectory:
    """T samples, 1 / rate seconds apart, from the first frame of the session to the last.

    Attributes:
        rate: samples a second: one over the usual interval of the session's own timestamps.
        joints: (T, 16, 3) mm in the world. Between sightings up to `LONGEST_BRIDGED_S` apart
            linear; in longer gaps the last sighting holds, before the first sighting that one.
        scores: (T, 16), 0 in the gaps.
        seen: (T,) bool, False in the gaps.
        gaps: (first, last) second of each stretch in which the person was not seen.
        offset_mm: (3,) that was added to the camera frame's points, turned into the world's axes.
    """

    rate: float
    joints: FloatArray
    scores: FloatArray
    seen: NDArray[np.bool_]
    gaps: tuple[tuple[float, float], ...]
    offset_mm: FloatArray

    def __len__(self) -> int:
        return len(self.joints)

    @property
    def times(self) -> FloatArray:
        """(T,) seconds since the first frame of the session."""
        return np.arange(len(self)) / self.rate


def make_trajectory(session: Session, person: Person = None) -> Trajectory:
    """The motion of one person, see `Options.person`.

    Raises:
        SessionError: that person was never seen, or the session has far longer pauses than frames.
    """
    rows = person_rows(session, person)
    rate = usual_rate(session.times)
    count = round(session.duration * rate) + 1
    if count > max(MOST_SAMPLES, _MOST_PER_FRAME * len(session)):
        raise SessionError(
            f"The session {session.folder} lasts {session.duration / 3600:.1f} hours and has "
            f"{len(session)} frames: at a constant rate it would be {count} samples, nearly all of "
            "pauses. Trim it to what matters."
        )
    found = session.times[session.people.frame_index[rows]] - session.times[0]
    joints, scores, offset = in_the_world(session, rows)
    times = np.arange(count) / rate
    before = np.clip(np.searchsorted(found, times + 1e-9, "right") - 1, 0, None)
    after = np.minimum(before + 1, len(found) - 1)
    span = found[after] - found[before]
    bridged = (span > 0) & (span <= LONGEST_BRIDGED_S)
    share = np.where(bridged, (times - found[before]) / np.where(span > 0, span, 1.0), 0.0)
    share = np.clip(share, 0.0, 1.0)[:, None]
    # A sample whose own moment is a sighting is seen, whatever surrounds it.
    near = np.minimum(np.abs(times - found[before]), np.abs(times - found[after]))
    seen = near <= 0.5 / rate
    # The last sighting before a gap holds up to the next, but a sample nearer to that takes it.
    late = ~bridged & (np.abs(times - found[after]) < np.abs(times - found[before])) & seen
    before = np.where(late, after, before)
    seen |= bridged & (times >= found[0])
    blended = joints[before] * (1 - share[..., None]) + joints[after] * share[..., None]
    blended_scores = scores[before] * (1 - share) + scores[after] * share
    return Trajectory(
        rate=rate,
        joints=blended,
        scores=np.where(seen[:, None], blended_scores, 0.0),
        seen=seen,
        gaps=_gaps(found, float(times[-1])),
        offset_mm=offset,
    )


def in_the_world(
    session: Session, rows: NDArray[np.int64]
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """(M, 16, 3) joints and (M, 16) scores of the rows, and what was added to reach the floor.

    Raises:
        SessionError: nothing is known of the joints, or all of them are in one place.
    """
    joints = session.people.joints_3d[rows].astype(np.float64)
    if not (np.abs(joints) > _SMALLEST_MM).any():  # nor where nothing is a number
        raise SessionError(
            f"The 3D poses of the session {session.folder} are empty: there is no motion to export."
        )
    joints = _without_nan(joints)
    root = _without_nan(session.people.root[rows].astype(np.float64)[:, None, :])
    scores = np.nan_to_num(session.people.scores[rows].astype(np.float64))
    flat = _without_nan(session.people.joints_2d[rows].astype(np.float64))
    times = session.times[session.people.frame_index[rows]]
    world = (joints + _steady_root(times, root, joints, flat, scores)) * CAMERA_TO_WORLD
    lowest = float(np.percentile(world[:, _ANKLES, 1].min(1), _FLOOR_PERCENTILE))
    pelvis = world[0, ROOT]
    offset = np.array([-pelvis[0], ANKLE_ABOVE_FLOOR_MM - lowest, -pelvis[2]])
    return world + offset, scores, offset


def _steady_root(
    times: FloatArray, root: FloatArray, joints: FloatArray, flat: FloatArray, scores: FloatArray
) -> FloatArray:
    """(M, 1, 3) pelvis in the camera frame, at a distance that changes slowly.

    When a person bends, their size and with it their distance is misjudged for a moment. So the
    distance is its running median, the pelvis stays on its line of sight to the side, and its
    height is such that the lower ankle is as far below it as the image has it, at a scale that
    changes as slowly: in a squat the pelvis goes down and the feet stay.
    """
    distance = root[:, 0, 2]
    known = np.where(distance > 0, distance, np.nan)
    steady = root * np.nan_to_num(_running_median(times, distance) / known, nan=1.0)[:, None, None]
    child, parent = np.array(BONES).T
    real = np.linalg.norm((joints[:, child] - joints[:, parent])[..., :2], axis=2).sum(1)
    pixels = np.linalg.norm(flat[:, child] - flat[:, parent], axis=2).sum(1)
    scale = _running_median(times, real / np.maximum(pixels, 1.0))
    seen = scores[:, _ANKLES] >= HIDDEN_SCORE
    in_image = np.where(seen, flat[:, _ANKLES, 1] - flat[:, [ROOT], 1], -np.inf).max(1)
    in_figure = np.where(seen, joints[:, _ANKLES, 1] - joints[:, [ROOT], 1], -np.inf).max(1)
    # Where the ankles are out of view the pelvis keeps its own height.
    shown = seen.any(1)
    steady[shown, 0, 1] += in_image[shown] * scale[shown] - in_figure[shown]
    return steady


def _running_median(times: FloatArray, values: FloatArray) -> FloatArray:
    """Median over `STEADY_S` around each moment, over less near the ends, but always as much on
    either side: what moves steadily is left as it is."""
    half = max(1, round(STEADY_S / 2 * usual_rate(times)))
    out = values.copy()
    count = len(values)
    if count > 2 * half:
        windows = np.lib.stride_tricks.sliding_window_view(values, 2 * half + 1)
        step = max(1, _AT_ONCE // (2 * half + 1))
        for k in range(0, len(windows), step):
            some = windows[k : k + step]
            out[half + k : half + k + len(some)] = np.median(some, axis=1)
    for k in range(min(half, (count + 1) // 2)):
        out[k] = np.median(values[: 2 * k + 1])
        out[count - 1 - k] = np.median(values[count - 1 - 2 * k :])
    return out


def _without_nan(values: FloatArray) -> FloatArray:
    """(M, J, 3) where each coordinate that is not a number comes from the nearest moments' values.

    One that never is a number is 0.
    """
    flat = values.reshape(len(values), -1)
    good = np.isfinite(flat)
    moments = np.arange(len(flat))
    for column in np.flatnonzero(~good.all(0)):
        known = good[:, column]
        flat[:, column] = (
            np.interp(moments, moments[known], flat[known, column]) if known.any() else 0
        )
    return flat.reshape(values.shape)


def _gaps(found: FloatArray, end: float) -> tuple[tuple[float, float], ...]:
    edges = np.concatenate([[0.0], found, [end]])
    long = np.flatnonzero(np.diff(edges) > LONGEST_BRIDGED_S)
    return tuple((float(edges[i]), float(edges[i + 1])) for i in long)
