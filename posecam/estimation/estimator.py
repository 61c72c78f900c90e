"""Frame in, poses out: look, follow, lose, find again, smooth, scale."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engines.engine import Engine
from posecam import skeleton
from posecam.estimation.crops import (
    Crop,
    Cutter,
    crop_round,
    follow,
    search_crops,
    to_frame,
    whole_frame,
)
from posecam.estimation.options import EstimatorOptions
from posecam.estimation.smoothing import OneEuro
from posecam.geometry import millimetres_per_unit, root_position
from posecam.pose import Frame, FrameResult, Pose

__all__ = ["Estimator", "EstimatorOptions", "person_score"]

# Scores of a person: found above the first, kept above the second.
FOUND_SCORE = 0.45
KEPT_SCORE = 0.30
# A track below KEPT_SCORE lives this long before it is given up.
_PATIENCE_S = 0.2
_REFINEMENTS = 2
# Time constant of the distance from the camera.
_DISTANCE_TAU_S = 1.0
# A person's score is the mean of this many best joints: at a webcam the legs are out of sight.
_BEST_JOINTS = 8


@dataclass(slots=True, eq=False)
class _Look:
    """What the network said of one crop."""

    crop: Crop
    joints: NDArray[np.float32]  # (16, 3) input px
    in_frame: NDArray[np.floating]  # (16, 2) frame px
    scores: NDArray[np.float32]

    @property
    def score(self) -> float:
        return person_score(self.scores)


@dataclass(slots=True, eq=False)
class _Track:
    """The person being followed."""

    person_id: int
    crop: Crop
    flat: OneEuro
    solid: OneEuro
    last_seen: float
    mm_per_px: float = 0.0
    measured: float = 0.0

    def distance(self, mm_per_px: float, time: float) -> float:
        """Millimetres per frame px, which is distance, over the last second or so.

        Somebody bent over is measured as nearer or farther than they are; nobody comes and goes
        that fast. Averaged as a logarithm: twice as far and half as far cancel.
        """
        if not self.mm_per_px:
            self.mm_per_px, self.measured = mm_per_px, time
        passed = max(time - self.measured, 0.0)
        share = 1 - math.exp(-passed / _DISTANCE_TAU_S)
        self.mm_per_px *= (mm_per_px / self.mm_per_px) ** share
        self.measured = time
        return self.mm_per_px


def person_score(scores: NDArray[np.floating]) -> float:
    """How surely there is a person: the mean of the best joints."""
    return float(np.sort(scores)[-_BEST_JOINTS:].mean())


class Estimator:
    """One person's pose in every frame. Owned and called by one thread.

    Without a track the whole frame is looked at, and with it one of the squares along its longer
    side in turn; what is found there is looked at again, nearer, until the crop fits. Then the
    crop follows the joints.
    """

    def __init__(self, engine: Engine, options: EstimatorOptions | None = None) -> None:
        self.engine = engine
        self._options = options or EstimatorOptions()
        self._size = engine.input_shape[1]
        self._cutter = Cutter(self._size)
        self._track: _Track | None = None
        self._next_id = 0
        self._turn = 0
        self._frame_size = (0, 0)
        self._spent: dict[str, float] = {}

    @property
    def options(self) -> EstimatorOptions:
        return self._options

    @options.setter
    def options(self, options: EstimatorOptions) -> None:
        self._options = options
        if self._track is not None:
            self._track.flat.smoothness = self._track.solid.smoothness = options.smoothness

    def reset(self) -> None:
        """Forget the person, for a new source."""
        self._track = None

    def choose(self, person_id: int | None) -> None:
        """Make a person the main one, for as long as they are there and a few seconds more.

        Args:
            person_id: of a pose; None leaves the choice to the estimator again.
        """

    def choose_at(self, x: float, y: float) -> int | None:
        """Choose the person at a point of the newest frame, px; returns who, None for nobody."""
        return None

    def close(self) -> None:
        """Let go of the networks."""
        self.engine.close()

    def warm_up(self) -> None:
        """Run the network once on nothing, so that the first frame is not the slow one."""
        self.engine.run(np.zeros((1, *self.engine.input_shape), np.float32))

    def update(self, frame: Frame, skipped: int = 0) -> FrameResult:
        """Poses of the next frame.

        Raises:
            EngineError: the network failed.
        """
        started = time.perf_counter()
        self._spent = {"crop": 0.0, "network": 0.0, "smooth": 0.0}
        if frame.size != self._frame_size:
            self._frame_size = frame.size
            self._track = None
        look = self._find(frame) if self._track is None else self._keep(frame, self._track)
        poses: tuple[Pose, ...] = ()
        if look is not None and self._track is not None:
            begun = time.perf_counter()
            poses = (self._pose(frame, look, self._track),)
            self._spent["smooth"] += (time.perf_counter() - begun) * 1e3
        self._spent["total"] = (time.perf_counter() - started) * 1e3
        return FrameResult(frame, poses, self._spent, skipped)

    def _look(self, frame: Frame, crops: list[Crop]) -> list[_Look]:
        begun = time.perf_counter()
        batch, back = self._cutter.cut(frame.image, crops)
        cut = time.perf_counter()
        out = self.engine.run(batch)
        self._spent["crop"] += (cut - begun) * 1e3
        self._spent["network"] += (time.perf_counter() - cut) * 1e3
        joints, scores = out["joints"], out["scores"]
        return [
            _Look(crop, joints[i], to_frame(joints[i], back[i]), scores[i])
            for i, crop in enumerate(crops)
        ]

    def _find(self, frame: Frame) -> _Look | None:
        """Search the frame for a person and start a track."""
        crops = [whole_frame(frame.size)]
        parts = search_crops(frame.size)
        if parts:
            crops.append(parts[self._turn % len(parts)])
            self._turn += 1
        best = max(self._look(frame, crops), key=lambda look: look.score)
        for _ in range(_REFINEMENTS):
            if best.score < KEPT_SCORE:
                return None
            wanted = crop_round(best.in_frame, best.scores, frame.size)
            if wanted is None:
                return None
            best = self._look(frame, [wanted])[0]
        if best.score < FOUND_SCORE:
            return None
        wanted = crop_round(best.in_frame, best.scores, frame.size)
        if wanted is None:
            return None
        smoothness = self._options.smoothness
        self._track = _Track(
            self._next_id, wanted, OneEuro(smoothness), OneEuro(smoothness), frame.time
        )
        self._next_id += 1
        return best

    def _keep(self, frame: Frame, track: _Track) -> _Look | None:
        """Look where the person was; let go after a while without them."""
        look = self._look(frame, [track.crop])[0]
        wanted = crop_round(look.in_frame, look.scores, frame.size)
        if look.score >= KEPT_SCORE and wanted is not None:
            track.crop = follow(track.crop, wanted)
            track.last_seen = frame.time
            return look
        if frame.time - track.last_seen > _PATIENCE_S:
            self._track = None
        return None

    def _pose(self, frame: Frame, look: _Look, track: _Track) -> Pose:
        options = self._options
        solid = look.joints - look.joints[skeleton.ROOT]
        scale = millimetres_per_unit(solid, look.scores, options.subject_height_mm)
        flat = track.flat(look.in_frame, frame.time, look.crop.side)
        body = track.solid(solid * scale, frame.time, options.subject_height_mm)
        mm_per_px = track.distance(scale * self._size / look.crop.side, frame.time)
        root = root_position(flat[skeleton.ROOT], mm_per_px, frame.size, options.field_of_view_deg)
        return Pose(
            frame_id=frame.frame_id,
            time=frame.time,
            person_id=track.person_id,
            joints_2d=flat.astype(np.float32),
            joints_3d=(body - body[skeleton.ROOT]).astype(np.float32),
            scores=look.scores.astype(np.float32),
            root=root.astype(np.float32),
            box=look.crop.box(),
        )
