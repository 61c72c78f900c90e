"""What passes between the stages: a frame, the poses found in it, and how long it all took."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from posecam.skeleton import COUNT, KEYPOINT_COUNT

FloatArray = NDArray[np.float32]

#: A joint below this score is not shown at all,
HIDDEN_SCORE: Final = 0.20
#: from this one on as certain, in between as doubtful.
SURE_SCORE: Final = 0.45


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One image from a source.

    Attributes:
        image: (H, W, 3) uint8, BGR, C-contiguous. No one writes into it: from `LatestFrame` on it
            is read-only.
        frame_id: counts every frame that the source delivered, from 0, without gaps.
        time: seconds since the source's first frame, from the camera's or file's own clock.
        captured_ns: `time.perf_counter_ns()` just after the frame arrived; of a telephone's, which
            comes over a network, when it was taken. For latency only.
        opening: how many times a live source had to be opened again before this frame. Where it
            grows, images are missing.
    """

    image: NDArray[np.uint8]
    frame_id: int
    time: float
    captured_ns: int
    opening: int = 0

    @property
    def size(self) -> tuple[int, int]:
        """(width, height) in pixels."""
        return self.image.shape[1], self.image.shape[0]


#: What `Pose.contacts` speaks of, in its order.
CONTACTS: Final = ("r_heel", "r_toes", "l_heel", "l_toes")
#: From this chance on, a heel or toes rest on the ground.
TOUCHING: Final = 0.5

#: Of the arrays of a `Pose`; None stands for the number of keypoints.
_SHAPES: Final[Mapping[str, tuple[int | None, ...]]] = {
    "joints_2d": (None, 2),
    "joints_3d": (None, 3),
    "scores": (None,),
    "root": (3,),
    "box": (4,),
    "spread": (None,),
    "up": (3,),
    "contacts": (4,),
}
_OPTIONAL: Final = frozenset({"spread", "up", "contacts"})


@dataclass(frozen=True, slots=True, eq=False)
class Pose:
    """One person in one frame. All arrays are read-only.

    There are as many keypoints as the network tells, in the order of `skeleton.KEYPOINT_NAMES`:
    K is 16 or 31. The sixteen of `skeleton.NAMES` come first, whichever network it is: what
    speaks of the body takes `[:skeleton.COUNT]`.

    Attributes:
        frame_id, time: those of the `Frame`.
        person_id: stays with a person for as long as the track lives.
        joints_2d: (K, 2) float32, pixels of the frame, x right, y down.
        joints_3d: (K, 3) float32, millimetres relative to the pelvis, camera frame:
            x right, y down, z away from the camera.
        scores: (K,) float32 in 0..1.
        root: (3,) float32, the pelvis in the camera frame, millimetres, from weak perspective
            with an assumed field of view; NaN where unknown.
        box: (4,) float32, x, y, width, height in pixels of the crop that was looked at.
        spread: (K,) float32, millimetres: how unsure the depth of each keypoint is, as the scale
            of a Laplace distribution; None where the network does not say.
        up: (3,) float32, unit vector away from the ground in the camera frame, as the networks
            see it in this image and the last half second; None where they do not say.
        up_score: chance in 0..1 that `up` is right within fifteen degrees; 0 without.
        contacts: (4,) float32, chance in 0..1 that the heel and the toes of the right foot, then of
            the left, rest on the ground where they are: see `CONTACTS` and `TOUCHING`. NaN of a
            foot that is not seen; None where neither is, or the network tells no heels and toes.
            Live from the past alone, in reprocessed takes from both sides of each moment.

    Raises:
        ValueError: an array is of another shape or type.
    """

    frame_id: int
    time: float
    person_id: int
    joints_2d: FloatArray
    joints_3d: FloatArray
    scores: FloatArray
    root: FloatArray
    box: FloatArray
    spread: FloatArray | None = None
    up: FloatArray | None = None
    up_score: float = 0.0
    contacts: FloatArray | None = None

    def __post_init__(self) -> None:
        # As most of them say, so that the one that differs is named.
        keypoints = sorted(map(len, (self.joints_2d, self.joints_3d, self.scores)))[1]
        if not COUNT <= keypoints <= KEYPOINT_COUNT:
            raise ValueError(f"a pose has {COUNT} to {KEYPOINT_COUNT} keypoints, not {keypoints}")
        for name, sides in _SHAPES.items():
            array = getattr(self, name)
            if array is None and name in _OPTIONAL:
                continue
            shape = tuple(keypoints if side is None else side for side in sides)
            if array.shape != shape or array.dtype != np.float32:
                raise ValueError(
                    f"{name} of a pose is {shape} float32, not {array.shape} {array.dtype}"
                )
            array.flags.writeable = False

    @property
    def score(self) -> float:
        """Mean score of the sixteen joints."""
        return float(self.scores[:COUNT].mean())


@dataclass(frozen=True, slots=True)
class Floor:
    """The ground, as a plane in the camera frame.

    Attributes:
        up: (3,) unit vector away from the ground; (0, -1, 0) for a level camera.
        camera_height_mm: of the camera above the ground.
        measured: whether both come from a calibration; else the height is that of the feet seen
            so far, and up
        estimated: that which the people seen tell, or a level camera's.
    """

    up: tuple[float, float, float]
    camera_height_mm: float
    measured: bool
    estimated: bool = False

    @property
    def level(self) -> Literal["measured", "estimated", "assumed"]:
        """Where up comes from, in a word."""
        return "measured" if self.measured else "estimated" if self.estimated else "assumed"

    def heights(self, points_mm: FloatArray) -> FloatArray:
        """(...) mm above the ground of (..., 3) points in the camera frame."""
        return np.asarray(points_mm @ np.array(self.up, np.float32) + self.camera_height_mm)


@dataclass(frozen=True, slots=True, eq=False)
class FrameResult:
    """Everything the estimator says of one frame.

    Attributes:
        frame: the frame itself.
        poses: people found, the main person first; empty where no person is.
        stages_ms: time spent in each stage ("crop", "network", "decode", "smooth", ...).
        skipped: frames that passed unseen between the previous result and this one.
        main_id: number of the main person, who may be out of sight for a moment: then the first
            of `poses` is another person. None where no person is followed.
        floor: the ground; None until feet were seen or a calibration is set.
    """

    frame: Frame
    poses: tuple[Pose, ...]
    stages_ms: Mapping[str, float] = field(default_factory=dict)
    skipped: int = 0
    main_id: int | None = None
    floor: Floor | None = None

    @property
    def main(self) -> Pose | None:
        """The main person, the first person where there is none; None while out of sight."""
        number = main_number(self.poses, self.main_id)
        return next((pose for pose in self.poses if pose.person_id == number), None)


def main_number(poses: Sequence[Pose], main_id: int | None) -> int | None:
    """Number of the main person of a frame: `main_id`, else the first person's, if there is one."""
    return poses[0].person_id if main_id is None and poses else main_id
