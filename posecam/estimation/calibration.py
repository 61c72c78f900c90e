"""Three seconds of standing upright: the subject's proportions, the camera's tilt, the floor."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from posecam.geometry import bone_lengths
from posecam.kinematics.floor import ANKLE_ABOVE_FLOOR_MM
from posecam.pose import HIDDEN_SCORE, SURE_SCORE, Floor, FrameResult, Pose
from posecam.skeleton import BONE_LENGTHS_MM, BONES, CANONICAL_HEIGHT_MM, FLIP, INDEX

#: How long one stands.
STANDING_S: Final = 3.0

# What counts as standing still and upright; lengths as shares of the body's height in the image.
_STILL: Final = 0.03
_UPRIGHT_DEG: Final = 15.0
_KNEE_DEG: Final = 35.0
_BENT_DEG: Final = 25.0
# Facing the camera, the shoulders are about this wide, as a share of the trunk.
_FACING: Final = 0.35
# A pause between two frames that breaks the three seconds off, and the fewest frames in them.
_LONGEST_PAUSE_S: Final = 0.5
_FEWEST_FRAMES: Final = 8
# The camera may look down or up by so much.
_STEEPEST_DEG: Final = 45.0
_LEAST_RATIO, _MOST_RATIO = 0.6, 1.6
# A bone that points at the camera says nothing of its length.
_LEAST_ACROSS: Final = 0.5

_BONE_OF: Final = {child: row for row, (child, _) in enumerate(BONES)}
#: The same bone of the other side, by row of `BONES`.
OTHER_SIDE: Final[tuple[int, ...]] = tuple(_BONE_OF[FLIP[child]] for child, _ in BONES)

_FEET: Final = [INDEX["r_ankle"], INDEX["l_ankle"]]
_LEGS: Final = [INDEX[f"{side}_{part}"] for side in "rl" for part in ("hip", "knee")]
_ARMS: Final = [INDEX[f"{side}_{part}"] for side in "rl" for part in ("elbow", "wrist")]
_SHOULDERS: Final = [INDEX["r_shoulder"], INDEX["l_shoulder"]]
_HEAD, _NECK, _PELVIS = INDEX["head_top"], INDEX["upper_neck"], INDEX["pelvis"]
#: Rows of `BONES` that stand on each other, from the ankle up; the ankle itself comes on top.
_TALL: Final = [
    _BONE_OF[INDEX[name]] for name in ("r_ankle", "r_knee", "thorax", "upper_neck", "head_top")
]


@dataclass(frozen=True, slots=True)
class Calibration:
    """What standing still once has told.

    Attributes:
        subject_height_mm: standing height that the person gave.
        field_of_view_deg: of the camera, as it was set then.
        bone_ratios: (15,) length of each bone of `skeleton.BONES` over the canonical skeleton's
            at the same height; both sides alike. Shin, thigh, trunk, neck and head stand as tall
            as the person.
        up: (3,) unit vector away from the ground, camera frame.
        camera_height_mm: of the camera above the ground.
    """

    subject_height_mm: float
    field_of_view_deg: float
    bone_ratios: tuple[float, ...]
    up: tuple[float, float, float]
    camera_height_mm: float

    @property
    def tilt_deg(self) -> float:
        """How far the camera looks down, degrees."""
        return math.degrees(math.asin(max(-1.0, min(1.0, -self.up[2]))))

    @property
    def floor(self) -> Floor:
        """The ground that was stood on."""
        return Floor(self.up, self.camera_height_mm, measured=True)

    def table(self) -> dict[str, Any]:
        """Numbers and lists for a settings file; `from_table` reads them back."""
        return {k: list(v) if isinstance(v, tuple) else v for k, v in asdict(self).items()}

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> Calibration | None:
        """What `table` wrote, or None where it is not that."""
        try:
            found = cls(
                float(table["subject_height_mm"]),
                float(table["field_of_view_deg"]),
                tuple(float(v) for v in table["bone_ratios"]),
                (float(table["up"][0]), float(table["up"][1]), float(table["up"][2])),
                float(table["camera_height_mm"]),
            )
        except (KeyError, TypeError, ValueError, IndexError, OverflowError):
            return None
        numbers = [*found.bone_ratios, *found.up, found.camera_height_mm, found.subject_height_mm]
        good = (
            len(found.bone_ratios) == len(BONES)
            and all(map(math.isfinite, numbers))
            and all(_LEAST_RATIO / 2 <= ratio <= 2 * _MOST_RATIO for ratio in found.bone_ratios)
            and abs(math.hypot(*found.up) - 1) < 0.01
            and found.subject_height_mm > 0
            and 0 < found.field_of_view_deg < 180
        )
        return found if good else None


def measured_floor(settings: Mapping[str, Any]) -> Floor | None:
    """The ground by the calibration in the settings that a session was recorded with, if any."""
    table = settings.get("calibration")
    calibration = Calibration.from_table(table) if isinstance(table, Mapping) else None
    return None if calibration is None else calibration.floor


@dataclass(frozen=True, slots=True)
class CalibrationStep:
    """How far it has come after a frame.

    Attributes:
        problem: one sentence that says what to do, "" where the person stands as they should.
        progress: 0 to 1, of the three seconds; back at 0 after a problem.
        done: the result, as soon as there is one.
    """

    problem: str
    progress: float
    done: Calibration | None = None


class Calibrator:
    """Watches the main person until they have stood still and upright for three seconds."""

    def __init__(self, subject_height_mm: float, field_of_view_deg: float) -> None:
        self._height = subject_height_mm
        self._view = field_of_view_deg
        self._poses: list[Pose] = []

    def add(self, result: FrameResult) -> CalibrationStep:
        """Look at the next frame's result."""
        pose = result.main
        if pose is None:
            return self._again("Step into view, so that you are seen from head to foot.")
        problem = what_is_wrong(pose)
        if problem:
            return self._again(problem)
        before = self._poses[-1] if self._poses else None
        if before is not None and (
            before.person_id != pose.person_id or not 0 < pose.time - before.time < _LONGEST_PAUSE_S
        ):
            self._poses.clear()
        if self._poses and _moved(self._poses[0], pose) > _STILL:
            self._poses = [pose]
            return CalibrationStep("Stand still.", 0.0)
        self._poses.append(pose)
        stood = pose.time - self._poses[0].time
        if stood < STANDING_S or len(self._poses) < _FEWEST_FRAMES:
            return CalibrationStep("", min(stood / STANDING_S, 0.99))
        return CalibrationStep("", 1.0, calibrate(self._poses, self._height, self._view))

    def _again(self, problem: str) -> CalibrationStep:
        self._poses.clear()
        return CalibrationStep(problem, 0.0)


def what_is_wrong(pose: Pose) -> str:
    """One sentence on what keeps a pose from being calibrated with, "" where nothing does."""
    scores, joints_2d = pose.scores, pose.joints_2d
    if scores[_FEET].min() < SURE_SCORE:
        return "Your feet cannot be seen: step back."
    if scores[_HEAD] < SURE_SCORE:
        return "Your head cannot be seen: step back or tilt the camera."
    if scores[_LEGS + _SHOULDERS].min() < SURE_SCORE:
        return "You cannot be seen clearly: step out from behind things and into the light."
    if scores[_ARMS].min() < HIDDEN_SCORE:
        return "Your arms cannot be seen: let them hang a little away from the body."
    tall = joints_2d[_NECK] - joints_2d[_FEET].mean(0)
    if _degrees(tall, np.array([0.0, -1.0])) > _UPRIGHT_DEG:
        return "Stand upright."
    body = pose.joints_3d
    for side in "rl":
        hip, knee, ankle = (INDEX[f"{side}_{part}"] for part in ("hip", "knee", "ankle"))
        if _degrees(body[knee] - body[hip], body[ankle] - body[knee]) > _KNEE_DEG:
            return "Stand upright, with your legs straight."
    if _degrees(body[_PELVIS] - body[_FEET].mean(0), body[_NECK] - body[_PELVIS]) > _BENT_DEG:
        return "Stand upright, not bent over."
    trunk = float(np.linalg.norm(joints_2d[_NECK] - joints_2d[_PELVIS]))
    if abs(float(joints_2d[_SHOULDERS[1], 0] - joints_2d[_SHOULDERS[0], 0])) < _FACING * trunk:
        return "Face the camera."
    if _degrees(body[_NECK] - body[_FEET].mean(0), np.array([0.0, -1.0, 0.0])) > _STEEPEST_DEG:
        return "The camera looks down or up too steeply to calibrate with: place it more level."
    return ""


def calibrate(
    poses: Sequence[Pose], subject_height_mm: float, field_of_view_deg: float
) -> Calibration:
    """Proportions, the direction up and the camera's height from poses of a person who stands."""
    ratios = np.median([_ratios(pose) for pose in poses], axis=0)
    ratios = np.sqrt(ratios * ratios[list(OTHER_SIDE)])
    tall = float((ratios * BONE_LENGTHS_MM)[_TALL].sum())
    ratios *= (CANONICAL_HEIGHT_MM - ANKLE_ABOVE_FLOOR_MM) / tall
    lean = [p.joints_3d[_NECK] - p.joints_3d[_FEET].mean(0) for p in poses]
    up = np.median(lean, axis=0).astype(np.float64)
    up /= np.linalg.norm(up)
    feet = np.median([p.root + p.joints_3d[_FEET].mean(0) for p in poses], axis=0)
    return Calibration(
        subject_height_mm=subject_height_mm,
        field_of_view_deg=field_of_view_deg,
        bone_ratios=tuple(float(v) for v in np.clip(ratios, _LEAST_RATIO, _MOST_RATIO)),
        up=(float(up[0]), float(up[1]), float(up[2])),
        camera_height_mm=float(ANKLE_ABOVE_FLOOR_MM - feet @ up),
    )


def _ratios(pose: Pose) -> NDArray[np.float64]:
    """(15,) lengths of the bones over the canonical ones, up to a common factor.

    How far a bone reaches across the image is measured in the image; how much of it that is,
    the 3D joints say.
    """
    seen = bone_lengths(pose.joints_2d)
    whole = bone_lengths(pose.joints_3d)
    across = bone_lengths(pose.joints_3d[:, :2]) / np.maximum(whole, 1e-6)
    return np.asarray(seen / np.maximum(across, _LEAST_ACROSS) / BONE_LENGTHS_MM)


def _moved(first: Pose, second: Pose) -> float:
    """The furthest that a joint of trunk, legs or head has gone, over the body's height."""
    fixed = _FEET + _LEGS + _SHOULDERS + [_HEAD]
    steps = np.linalg.norm(second.joints_2d[fixed] - first.joints_2d[fixed], axis=1)
    return float(steps.max() / max(float(np.ptp(first.joints_2d[fixed, 1])), 1.0))


def _degrees(a: NDArray[np.floating], b: NDArray[np.floating]) -> float:
    cosine = float(a @ b) / max(float(np.linalg.norm(a) * np.linalg.norm(b)), 1e-9)
    return math.degrees(math.acos(max(-1.0, min(1.0, cosine))))
