"""Frame in, poses out: find, look, tell who is who, steady, scale."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from engines.engine import Engine
from posecam.contract import run_network
from posecam.estimation.crops import Box, crop_around, neighbour_masks
from posecam.estimation.detection import Newcomer, PersonDetector, Schedule, newcomers, pointed_at
from posecam.estimation.detector import load_detector
from posecam.estimation.inference import Observation, PoseNetwork, person_score
from posecam.estimation.motion import MotionNetwork, MotionStage
from posecam.estimation.options import MOST_PEOPLE, Basis, EstimatorOptions
from posecam.estimation.person_tracker import PersonTracker, body_box, least_score
from posecam.estimation.pose_filter import PoseFilter
from posecam.estimation.track import Track
from posecam.kinematics.floor import FloorFinder
from posecam.pose import Frame, FrameResult, Pose

__all__ = ["MOST_PEOPLE", "Basis", "Estimator", "EstimatorOptions", "person_score"]

#: What `FrameResult.stages_ms` tells of, besides "total".
STAGES: Final = ("detect", "crop", "network", "track", "smooth")


class Estimator:
    """Everybody's pose in every frame. Owned and called by one thread.

    People are found by the detector, which runs only when it can change something: no person is
    followed, a person is doubtful or lost, or it is time to look for newcomers. A person
    who is followed is looked at where their motion takes them; all in one call of the network.

    Args:
        engine: the pose network.
        options: what a person may set.
        detector: the shipped one where None.
        motion: puts depth right over time; None leaves it as the pose network says it.

    Raises:
        NetworkError: the shipped detector is missing or cannot be run.
    """

    def __init__(
        self,
        engine: Engine,
        options: EstimatorOptions | None = None,
        detector: PersonDetector | None = None,
        motion: MotionNetwork | None = None,
    ) -> None:
        self._options = options or EstimatorOptions()
        self._pose_network = PoseNetwork(engine)
        self._detector: PersonDetector = load_detector() if detector is None else detector
        self._schedule = Schedule()
        self._motion = motion
        self._tracker = PersonTracker(self._pose_filter)
        self._floor = FloorFinder()
        self._pointed_at: tuple[float, float] | None = None
        self._frame_size = (0, 0)
        self._time = 0.0

    @property
    def engine(self) -> Engine:
        """The pose network. Another one may take over between two frames."""
        return self._pose_network.engine

    @engine.setter
    def engine(self, engine: Engine) -> None:
        self._pose_network = PoseNetwork(engine)

    @property
    def options(self) -> EstimatorOptions:
        return self._options

    @options.setter
    def options(self, options: EstimatorOptions) -> None:
        before = self._options
        if (options.field_of_view_deg, options.remembered_up) != (
            before.field_of_view_deg,
            before.remembered_up,
        ):
            self._floor.clear(options.remembered_up)
        self._options = options
        for track in self._tracker.tracks:
            track.pose_filter.options = self._own(track)

    def reset(self) -> None:
        """Forget everybody, for a new source."""
        self._tracker.clear()
        self._floor.clear(self._options.remembered_up)

    def choose(self, person_id: int | None) -> None:
        """Make a person the main one, for as long as they are there and a few seconds more.

        Args:
            person_id: of a pose; None leaves the choice to the estimator again.
        """
        self._tracker.choose(person_id)

    def choose_at(self, x: float, y: float) -> int | None:
        """Choose the person at a point of the newest frame, px.

        Returns:
            Who it is. None where no person is followed there: they are looked for in the next
            frame, and followed as the main person from then on, in the place of another where there
            is no room for more.
        """
        person_id = self._tracker.at(x, y)
        self._pointed_at = (x, y) if person_id is None else None
        if person_id is not None:
            self._tracker.choose(person_id)
        return person_id

    def close(self) -> None:
        """Let go of the networks."""
        self.engine.close()
        self._detector.close()
        if self._motion is not None:
            self._motion.close()

    def _pose_filter(self) -> PoseFilter:
        stage = None if self._motion is None else MotionStage(self._motion)
        return PoseFilter(self._options, stage)

    def warm_up(self) -> None:
        """Run the networks once on nothing, so that the first frame is not the slow one."""
        run_network(self.engine, np.zeros((1, *self.engine.input_shape), np.float32))
        self._detector.find(np.zeros((*self.engine.input_shape[1:], 3), np.uint8))

    def update(self, frame: Frame, skipped: int = 0) -> FrameResult:
        """Poses of the next frame.

        Raises:
            NetworkError: a network failed.
        """
        started = time.perf_counter()
        spent = dict.fromkeys(STAGES, 0.0)
        if frame.size != self._frame_size or frame.time < self._time:
            self._frame_size = frame.size
            self.reset()
        self._time = frame.time
        most = max(1, min(self._options.people, MOST_PEOPLE))
        if self._pointed_at is not None:
            self._begin(frame, *self._pointed_at, spent)
            self._pointed_at = None
        followed = self._tracker.followed(frame.time, most)
        others = self._newcomers(frame, followed, most, spent)
        settled = self._look(frame, followed, others, most, spent)
        begun = time.perf_counter()
        poses = tuple(self._pose(frame, track, observation) for track, observation in settled)
        main_id = self._tracker.main_id
        main = poses[0] if poses and poses[0].person_id == main_id else None
        calibration = self._options.calibration
        floor = self._floor.find(main, calibration.floor if calibration else None, poses)
        ended = time.perf_counter()
        spent["smooth"] = (ended - begun) * 1e3
        spent["total"] = (ended - started) * 1e3
        return FrameResult(frame, poses, spent, skipped, main_id, floor)

    def _begin(self, frame: Frame, x: float, y: float, spent: dict[str, float]) -> None:
        """Follow the person at a point, px, where the detector and the network see one."""
        begun = time.perf_counter()
        found = pointed_at(self._detector.find(frame.image), x, y)
        spent["detect"] = (time.perf_counter() - begun) * 1e3
        if found is not None:
            (observation,) = self._pose_network.infer(frame, [found.crop], [[]], spent)
            self._tracker.begin(frame, observation, found.score)

    def _newcomers(
        self, frame: Frame, followed: Sequence[Track], most: int, spent: dict[str, float]
    ) -> list[Newcomer]:
        """Scores and places of people seen by the detector but not followed, if it is due."""
        room = most > len(followed)
        if not self._schedule.due(self._tracker.tracks, frame.time, newcomers=room):
            return []
        begun = time.perf_counter()
        found = newcomers(self._detector.find(frame.image), followed, frame.time)
        spent["detect"] = (time.perf_counter() - begun) * 1e3
        return found[: most - len(followed)]

    def _look(
        self,
        frame: Frame,
        followed: Sequence[Track],
        others: Sequence[Newcomer],
        most: int,
        spent: dict[str, float],
    ) -> list[tuple[Track, Observation]]:
        """Look at all in one call, and say who is who."""
        crops = [*(t.place(frame.time) for t in followed), *(other.crop for other in others)]
        boxes = [
            *(body_box(t.expected(frame.time), t.scores) for t in followed),
            *(other.box for other in others),
        ]
        hidden = [neighbour_masks(box, boxes[:i] + boxes[i + 1 :]) for i, box in enumerate(boxes)]
        observations = self._pose_network.infer(frame, crops, hidden, spent) if crops else []
        first = observations[len(followed) :]
        if first:
            first = self._look_again(frame, others, first, hidden[len(followed) :], spent)
        begun = time.perf_counter()
        own = list(zip(followed, observations, strict=False))
        new = list(zip((other.score for other in others), first, strict=True))
        settled = self._tracker.settle(frame, own, new, most)
        spent["track"] = (time.perf_counter() - begun) * 1e3
        return settled

    def _look_again(
        self,
        frame: Frame,
        others: Sequence[Newcomer],
        observations: Sequence[Observation],
        hidden: Sequence[Sequence[Box]],
        spent: dict[str, float],
    ) -> list[Observation]:
        """The newcomers, in the crops that their own joints ask for.

        The detector's boxes go round outlines, often too wide: what is seen in them lies
        centimetres from where it settles in the frames after.
        """
        wanted = {}
        for row, (other, observation) in enumerate(zip(others, observations, strict=True)):
            crop = crop_around(observation.body_2d, observation.body_scores, frame.size)
            if crop is not None and observation.score >= least_score(other.score):
                wanted[row] = crop
        best = list(observations)
        if wanted:
            blind = [hidden[row] for row in wanted]
            again = self._pose_network.infer(frame, list(wanted.values()), blind, spent)
            for row, observation in zip(wanted, again, strict=True):
                if observation.score >= least_score(others[row].score):
                    best[row] = observation
        return best

    def _pose(self, frame: Frame, track: Track, observation: Observation) -> Pose:
        track.pose_filter.options = self._own(track)
        return track.pose_filter.pose(frame, observation, track.person_id, self._floor.up)

    def _own(self, track: Track) -> EstimatorOptions:
        """The options as they hold for a person: only the main one has been calibrated."""
        if self._options.calibration is None or track.person_id == self._tracker.main_id:
            return self._options
        return replace(self._options, calibration=None)
