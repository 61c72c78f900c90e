"""A recorded session looked at again, offline: every image and its mirror image, solved as a whole.

What was estimated while it was recorded stays as it is in poses.jsonl; the new poses lie beside it
in poses.offline.jsonl, which the reader prefers.
"""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from posecam.bounds import usable
from posecam.errors import SessionError
from posecam.estimation.calibration import Calibration
from posecam.estimation.estimator import Estimator
from posecam.estimation.mirrored import Mirrored
from posecam.estimation.options import EstimatorOptions
from posecam.files import atomic_write
from posecam.offline.legs import with_legs
from posecam.offline.looks import kept_looks
from posecam.offline.smoothing import TrackPoses, smooth_offline
from posecam.offline.solved_track import solve_track
from posecam.pose import Pose
from posecam.prefetch import Prefetched
from posecam.session.index import read_lines
from posecam.session.lines import pose_line
from posecam.session.lock import job
from posecam.session.manifest import OFFLINE_POSES
from posecam.session.reader import Session
from posecam.session.writer import reason
from posecam.skeleton import COUNT

#: A person of the recording is the one who lies this near, as a share of their size.
_SAME: Final = 0.25


@dataclass(frozen=True, slots=True)
class ReprocessSummary:
    """How it went.

    Attributes:
        folder: the session.
        frames: images that were looked at.
        frames_with_person: of those.
        frames_live: that were looked at while it was recorded.
    """

    folder: Path
    frames: int
    frames_with_person: int
    frames_live: int


def options_of(session: Session) -> EstimatorOptions:
    """What a session was recorded with, as far as its manifest says it in a usable form."""
    said: Mapping[str, Any] = session.manifest.settings
    centimetres = said.get("subject_height_cm")
    if isinstance(centimetres, int | float):
        said = {"subject_height_mm": 10 * centimetres, **said}
    chosen = usable(EstimatorOptions, said)
    if isinstance(said.get("calibration"), Mapping):
        chosen["calibration"] = Calibration.from_table(said["calibration"])
    return EstimatorOptions(**chosen)


def reprocess(
    folder: Path,
    estimator: Estimator,
    *,
    solved: bool = True,
    on_progress: Callable[[int, int], None] | None = None,
) -> ReprocessSummary:
    """Look at every image of a session again.

    What the network has said is kept until this is done (`posecam.offline.looks`): who was broken
    off, or killed, goes on from there.

    Args:
        folder: of the session.
        estimator: with the options that are wanted; its smoothness is applied with hindsight, and
            with a smoothness of 0 the result is what the network says.
        solved: look at every image twice, mirrored too, and find the motion of the whole take
            (`posecam.offline.solver`); without, one look that is smoothed.
        on_progress: called with (frames done, frames in all), with all of them again and again
            while they are steadied; an exception of it ends everything, and the session is as it
            was.

    Raises:
        SessionError: the session cannot be read, is being recorded, has no images, or there is
            no room: then it is as it was.
    """
    with job(folder):
        return _reprocess(folder, estimator, solved, on_progress or (lambda _done, _all: None))


def _reprocess(
    folder: Path, estimator: Estimator, solved: bool, report: Callable[[int, int], None]
) -> ReprocessSummary:
    session = Session.open(folder, poses="live")
    wanted, engine = estimator.options, estimator.engine
    solved = solved and wanted.smoothness > 0
    with kept_looks(folder, Mirrored(engine) if solved else engine, f"{solved}") as asked:
        estimator.options, estimator.engine = replace(wanted, smoothness=0.0), asked
        estimator.reset()
        try:
            seen = _estimate(session, estimator, report)
        finally:
            estimator.options, estimator.engine = wanted, engine
        if not seen:
            raise SessionError(
                f"The session {folder} has no images that can be read: there is nothing to look at."
            )
        poses = _smoothed(seen, wanted, solved, lambda: report(len(seen), len(seen)))
        _write(folder, session, poses)
    return ReprocessSummary(
        folder, len(seen), sum(bool(p) for p in poses.values()), int(session.estimated.sum())
    )


def _write(folder: Path, session: Session, poses: Mapping[int, tuple[Pose, ...]]) -> None:
    """Put the new result beside the live one.

    Raises:
        SessionError: it cannot be written.
    """
    row_of = {number: row for row, number in enumerate(session.frame_ids.tolist())}
    names = _names(poses, {number: session.people_at(row_of[number]) for number in poses})
    try:
        with atomic_write(folder / OFFLINE_POSES) as part, part.open("wb") as file:
            for row, (number, seconds) in enumerate(
                zip(session.frame_ids.tolist(), session.times.tolist(), strict=True)
            ):
                if number in poses:
                    own = tuple(replace(p, person_id=names[p.person_id]) for p in poses[number])
                    people = _main_first(own, session.people_at(row))
                elif session.estimated[row]:
                    people = session.people_at(row)  # its image was dropped
                else:
                    continue
                file.write(pose_line(number, seconds, 0, people))
    except OSError as error:
        raise SessionError(
            f"{OFFLINE_POSES} of {folder} cannot be written: {reason(error)}."
        ) from error
    with contextlib.suppress(OSError):
        read_lines(folder, OFFLINE_POSES)  # its index, for the next time it is opened


@dataclass(frozen=True, slots=True, eq=False)
class _Seen:
    """What was seen in one image."""

    number: int
    size: tuple[int, int]
    poses: tuple[Pose, ...]


def _estimate(
    session: Session, estimator: Estimator, report: Callable[[int, int], None]
) -> list[_Seen]:
    total = sum(len(images) for _, images in session.images())
    seen: list[_Seen] = []
    with Prefetched(session.video_frames()) as frames:
        for frame in frames:
            result = estimator.update(frame)
            seen.append(_Seen(frame.frame_id, frame.size, result.poses))
            report(len(seen), total)
    return seen


def _smoothed(
    seen: list[_Seen], options: EstimatorOptions, solved: bool, between: Callable[[], None]
) -> dict[int, tuple[Pose, ...]]:
    """The poses of each frame by its number, steadied over each person's whole track."""
    tracks: dict[tuple[int, tuple[int, int]], list[Pose]] = {}
    for entry in seen:
        for pose in entry.poses:
            tracks.setdefault((pose.person_id, entry.size), []).append(pose)
    firsts = Counter(entry.poses[0].person_id for entry in seen if entry.poses)
    main = firsts.most_common(1)[0][0] if firsts else None
    found: dict[tuple[int, int], Pose] = {}
    for (person, size), own in tracks.items():
        # Only the main person has been calibrated.
        held = options if person == main else replace(options, calibration=None)
        for pose in _smooth_track(own, size, held, solved, between):
            found[pose.frame_id, person] = pose
    measured = None if options.calibration is None else options.calibration.floor
    found = with_legs(found, measured, hung=options.smoothness > 0)
    return {e.number: tuple(found[e.number, p.person_id] for p in e.poses) for e in seen}


def _smooth_track(
    own: list[Pose],
    size: tuple[int, int],
    options: EstimatorOptions,
    solved: bool,
    between: Callable[[], None],
) -> list[Pose]:
    def of(name: str) -> NDArray[np.float64]:
        return np.array([getattr(pose, name) for pose in own], np.float64)

    raw = TrackPoses(of("time"), of("joints_2d"), of("joints_3d"), of("scores"), of("root"))
    made = smooth_offline(raw, size, options, between)
    if solved:
        made = solve_track(own, raw, made, size, options, between)
    return [
        replace(
            pose,
            joints_2d=made.joints_2d[k].astype(np.float32),
            joints_3d=made.joints_3d[k].astype(np.float32),
            scores=made.scores[k].astype(np.float32),
            root=made.root[k].astype(np.float32),
            spread=pose.spread
            if pose.spread is None or made.order is None
            else pose.spread[made.order[k]],
        )
        for k, pose in enumerate(own)
    ]


def _names(
    found: Mapping[int, tuple[Pose, ...]], live: Mapping[int, tuple[Pose, ...]]
) -> dict[int, int]:
    """Number of a person now -> number to give: that of the recording for a person who is in it."""
    votes: Counter[tuple[int, int]] = Counter()
    for number, people in found.items():
        for pose in live[number]:
            if (same := _same(people, pose)) is not None:
                votes[people[same].person_id, pose.person_id] += 1
    names: dict[int, int] = {}
    for (now, then), _ in votes.most_common():
        if now not in names and then not in names.values():
            names[now] = then
    known = {pose.person_id for people in live.values() for pose in people}
    fresh = count(max(known, default=-1) + 1)
    for person in sorted({pose.person_id for people in found.values() for pose in people}):
        if person not in names:
            names[person] = next(fresh)
    return names


def _main_first(people: tuple[Pose, ...], live: tuple[Pose, ...]) -> tuple[Pose, ...]:
    """The people with the recording's main person first, who may have been chosen by hand."""
    main = _same(people, live[0]) if live else None
    if main is None:
        return people
    return (people[main], *people[:main], *people[main + 1 :])


def _same(people: tuple[Pose, ...], pose: Pose) -> int | None:
    """Which of the people a pose of the same image is of."""
    apart = [
        float(np.linalg.norm(p.joints_2d[:COUNT] - pose.joints_2d[:COUNT], axis=1).mean())
        for p in people
    ]
    if not apart or min(apart) > _SAME * float(np.ptp(pose.joints_2d[:COUNT], axis=0).max()):
        return None
    return int(np.argmin(apart))
