"""One person's motion at a constant rate, on a floor: what BVH, C3D and TRC are made from.

World of these formats, millimetres, right-handed: X to the camera's right, Y up, Z towards the
camera. The origin is on the floor below the pelvis where the person was first seen; up and floor
are those of `posecam.kinematics.grounding`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam.errors import SessionError
from posecam.estimation.calibration import measured_floor
from posecam.export.options import Person
from posecam.export.person import person_rows
from posecam.kinematics.grounding import on_the_floor
from posecam.pose import TOUCHING, Floor
from posecam.rate import usual_rate
from posecam.session import Session

FloatArray = NDArray[np.float64]

#: Where no person was seen for longer than this, nothing is made up in between.
LONGEST_BRIDGED_S: Final = 0.5
#: Over so long soles come to lie flat on the ground, and leave it.
_FLAT_S: Final = 0.1
#: A figure no larger than this is none.
_SMALLEST_MM: Final = 1.0
#: Samples of a track: so many, and so many times as many as the session has frames; a session that
#: lasts far longer than it was recorded would fill the memory.
MOST_SAMPLES: Final = 200_000
_MOST_PER_FRAME: Final = 4


@dataclass(frozen=True, slots=True, eq=False)
class Trajectory:
    """T samples, 1 / rate seconds apart, from the first frame of the session to the last.

    Attributes:
        rate: samples a second; one over the usual interval of the session's own timestamps where
            none was asked for.
        joints: (T, J, 3) mm in the world, J as the session has them. Between sightings up to
            `LONGEST_BRIDGED_S` apart linear; in longer gaps the last sighting holds, before the
            first sighting that one.
        scores: (T, J), 0 in the gaps.
        flat: (T, 2) share 0..1 of a tenth of a second in which heel and toes of the right and the
            left foot rest on the ground, not a number where that is not told; None where the
            session tells no contacts.
        seen: (T,) bool, False in the gaps.
        gaps: (first, last) second of each stretch in which the person was not seen.
        offset_mm: (3,) that was added to the camera frame's points, turned into the world's axes.
    """

    rate: float
    joints: FloatArray
    scores: FloatArray
    flat: FloatArray | None
    seen: NDArray[np.bool_]
    gaps: tuple[tuple[float, float], ...]
    offset_mm: FloatArray

    def __len__(self) -> int:
        return len(self.joints)

    @property
    def times(self) -> FloatArray:
        """(T,) seconds since the first frame of the session."""
        return np.arange(len(self)) / self.rate


def make_trajectory(
    session: Session, person: Person = None, fps: float | None = None
) -> Trajectory:
    """The motion of one person, see `Options.person`, at the take's own usual rate or `fps`.

    Raises:
        SessionError: that person was never seen, or the session has far longer pauses than frames.
    """
    rows = person_rows(session, person)
    rate = usual_rate(session.times) if fps is None else fps
    count = round(session.duration * rate) + 1
    if count > max(MOST_SAMPLES, _MOST_PER_FRAME * len(session)):
        raise SessionError(
            f"The session {session.folder} lasts {session.duration / 3600:.1f} hours and has "
            f"{len(session)} frames: at a constant rate it would be {count} samples, nearly all of "
            "pauses. Trim it to what matters."
        )
    found = session.times[session.people.frame_index[rows]] - session.times[0]
    joints, scores, offset = in_the_world(session, rows)
    told = None if session.people.contacts is None else session.people.contacts[rows]
    times = np.arange(count) / rate
    before = np.clip(np.searchsorted(found, times + 1e-9, "right") - 1, 0, None)
    after = np.minimum(before + 1, len(found) - 1)
    span = found[after] - found[before]
    bridged = (span > 0) & (span <= LONGEST_BRIDGED_S)
    share = np.where(bridged, (times - found[before]) / np.where(span > 0, span, 1.0), 0.0)
    share = np.clip(share, 0.0, 1.0)[:, None]
    # A sample whose own moment is a sighting is seen, whatever surrounds it.
    near = np.minimum(np.abs(times - found[before]), np.abs(times - found[after]))
    seen = near <= 0.5 / min(rate, usual_rate(session.times))
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
        flat=None
        if told is None
        else _flat(told, np.where(share[:, 0] < 0.5, before, after), rate),
        seen=seen,
        gaps=_gaps(found, float(times[-1])),
        offset_mm=offset,
    )


def _flat(told: NDArray[np.float32], nearest: NDArray[np.int64], rate: float) -> FloatArray:
    """`Trajectory.flat` of (M, 4) contacts, of which each sample takes the (T,) nearest."""
    whole = told.reshape(-1, 2, 2)
    flat = np.where(np.isfinite(whole).all(axis=2), (whole >= TOUCHING).all(axis=2), np.nan)[
        nearest
    ]
    half = round(_FLAT_S / 2 * rate)
    padded = np.pad(flat, ((half, half), (0, 0)), mode="edge")
    return np.asarray(np.lib.stride_tricks.sliding_window_view(padded, 2 * half + 1, 0).mean(2))


def floor_of(session: Session) -> Floor | None:
    """The ground: measured where there was a calibration, else as the people in it tell."""
    return measured_floor(session.manifest.settings) or session.estimated_floor


def in_the_world(
    session: Session, rows: NDArray[np.int64]
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """(M, J, 3) joints and (M, J) scores of the rows, and what was added to reach the floor.

    Raises:
        SessionError: nothing is known of the joints, or all of them are in one place.
    """
    joints = session.people.joints_3d[rows].astype(np.float64)
    if not (np.abs(joints) > _SMALLEST_MM).any():  # nor where nothing is a number
        raise SessionError(
            f"The 3D poses of the session {session.folder} are empty: there is no motion to export."
        )
    scores = np.nan_to_num(session.people.scores[rows].astype(np.float64))
    world, offset = on_the_floor(
        session.times[session.people.frame_index[rows]],
        session.people.root[rows].astype(np.float64)[:, None, :],
        joints,
        session.people.joints_2d[rows].astype(np.float64),
        scores,
        floor_of(session),
    )
    return world, scores, offset


def _gaps(found: FloatArray, end: float) -> tuple[tuple[float, float], ...]:
    edges = np.concatenate([[0.0], found, [end]])
    long = np.flatnonzero(np.diff(edges) > LONGEST_BRIDGED_S)
    return tuple((float(edges[i]), float(edges[i + 1])) for i in long)
