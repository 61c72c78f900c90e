"""From looks at one person, frame after frame, to steady poses in millimetres."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from posecam.estimation.bones import BoneLengths
from posecam.estimation.inference import Observation
from posecam.estimation.motion import Camera, MotionStage
from posecam.estimation.options import EstimatorOptions
from posecam.estimation.outliers import HELD_SCORE, OutlierGate
from posecam.estimation.sides import Settled, Sides
from posecam.estimation.smoothing import OneEuro
from posecam.geometry import focal_length_px, in_camera, root_position
from posecam.kinematics.hidden import HiddenLegs
from posecam.kinematics.level import LEVEL, Up
from posecam.kinematics.touch import Touch
from posecam.pose import Frame, Pose

Array = NDArray[np.floating]

# Time constant of the distance from the camera.
_DISTANCE_TAU_S: Final = 1.0


class PoseFilter:
    """Sides, depth over time, outliers, smoothing, bones and size of one person.

    With a smoothness of 0 nothing is held, smoothed or laid: the pose is what the networks say.

    Args:
        motion: of this person; None leaves the depth as the image network says it.
    """

    def __init__(self, options: EstimatorOptions, motion: MotionStage | None = None) -> None:
        self._options = options
        self._motion = motion
        self._keypoints = 0
        self._begin(skeleton.COUNT)
        self._bones = BoneLengths(options.subject_height_mm, options.calibration)
        self._mm_per_px = 0.0
        self._measured = 0.0
        self._touch = Touch()
        self._legs = HiddenLegs()

    @property
    def options(self) -> EstimatorOptions:
        """As they hold for this person."""
        return self._options

    @options.setter
    def options(self, options: EstimatorOptions) -> None:
        if options == self._options:
            return
        self._options = options
        self._smooth_2d.smoothness = self._smooth_3d.smoothness = options.smoothness
        self._bones.set(options.subject_height_mm, options.calibration)

    def _begin(self, keypoints: int) -> None:
        """Forget the past, for a network that tells so many keypoints."""
        if keypoints == self._keypoints:
            return
        self._keypoints = keypoints
        self._sides = Sides()
        self._gates = (OutlierGate(), OutlierGate())
        self._smooth_2d = OneEuro(self._options.smoothness)
        self._smooth_3d = OneEuro(self._options.smoothness)

    def pose(
        self, frame: Frame, observation: Observation, person_id: int, level: Up = LEVEL
    ) -> Pose:
        """The pose of this frame, from what the network says of it.

        Args:
            level: away from the ground, camera frame, as known so far.
        """
        options = self._options
        self._begin(len(observation.scores))
        width, height = frame.size
        crop = observation.crop
        focal_px = focal_length_px(frame.size, options.field_of_view_deg)
        centre = np.array([(width - 1) / 2, (height - 1) / 2])
        seen, scores, spread = observation.joints, observation.scores, observation.spread
        if options.smoothness > 0:
            settled = self._on_their_sides(observation, frame.time)
            seen, scores = settled.joints, settled.scores
            spread = None if spread is None else spread[settled.order]
        towards = np.array([crop.cx, crop.cy])
        joints = in_camera(seen, focal_px, centre, towards)
        scale = self._bones.scale(joints, scores)
        up, up_score = observation.up_in_camera(focal_px, centre), observation.up_score
        if self._motion is not None and observation.up is not None:
            look = replace(observation, joints=seen, scores=scores, spread=spread)
            # The motion network knows one size of bodies.
            canonical = skeleton.CANONICAL_HEIGHT_MM / options.subject_height_mm
            size, lengths = canonical * (self._mm_per_px or scale), canonical * self._bones.lengths
            moment = self._motion.see(look, frame.time, Camera(focal_px, centre), size, lengths)
            seen = seen + np.array([0.0, 0.0, 1.0]) * moment.depth_mm[:, None] / size
            joints = in_camera(seen, focal_px, centre, towards)
            scale = self._bones.scale(joints, scores)
            up, up_score = moment.up.astype(np.float32), moment.up_score
        joints_2d: Array = seen[:, :2]
        joints_3d: Array = joints * scale
        if options.smoothness > 0:
            time = frame.time
            joints_2d, far = self._gates[0](joints_2d, scores, time, observation.size)
            joints_3d, deep = self._gates[1](joints_3d, scores, time, options.subject_height_mm)
            scores = scores * np.where(far | deep, np.float32(HELD_SCORE), np.float32(1))
            self._bones.learn(joints_3d, scores, time)
            joints_2d = self._smooth_2d(joints_2d, time, crop.side, scores)
            joints_3d = self._smooth_3d(joints_3d, time, options.subject_height_mm, scores)
            joints_3d = self._legs(time, self._bones.apply(joints_3d), scores, level)
        mm_per_px = self._distance(scale, frame.time)
        root = root_position(
            joints_2d[skeleton.ROOT], mm_per_px, frame.size, options.field_of_view_deg
        )
        return Pose(
            frame_id=frame.frame_id,
            time=frame.time,
            person_id=person_id,
            joints_2d=joints_2d.astype(np.float32),
            joints_3d=(joints_3d - joints_3d[skeleton.ROOT]).astype(np.float32),
            scores=scores.astype(np.float32),
            root=root.astype(np.float32),
            box=crop.box(),
            spread=None if spread is None else (spread * scale).astype(np.float32),
            up=up,
            up_score=up_score,
            contacts=self._touch.see(frame.time, joints_2d, joints_3d, scores, level),
        )

    def _on_their_sides(self, observation: Observation, time: float) -> Settled:
        """The look with left and right as they were in the frames before."""
        settled = self._sides(observation.joints, observation.scores, time, observation.size)
        if settled.remembered is not None:
            for part in (*self._gates, self._smooth_2d, self._smooth_3d):
                part.exchange(settled.remembered)
            self._touch.exchange(settled.remembered)
            if self._motion is not None:
                self._motion.exchange(settled.remembered)
        return settled

    def _distance(self, mm_per_px: float, time: float) -> float:
        """Millimetres per frame px, which is distance, over the last second or so.

        A person bent over is measured as nearer or farther than they are; no person comes and goes
        that fast. Averaged as a logarithm: twice as far and half as far cancel.
        """
        if not self._mm_per_px:
            self._mm_per_px, self._measured = mm_per_px, time
        share = 1 - math.exp(-max(time - self._measured, 0.0) / _DISTANCE_TAU_S)
        self._mm_per_px *= (mm_per_px / self._mm_per_px) ** share
        self._measured = time
        return self._mm_per_px
