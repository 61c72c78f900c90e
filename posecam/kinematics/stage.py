"""Where the 3D figure stands: camera frame to the view's world, and the floor under the feet.

The view's world is in metres with Z up, X to the camera's right and Y away from it. Pure numpy.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from posecam.kinematics.floor import ANKLE_ABOVE_FLOOR_MM
from posecam.kinematics.grounding import on_the_floor, y_up, z_up
from posecam.kinematics.standing import Ground, middle_of
from posecam.pose import HIDDEN_SCORE, Floor, Pose

FloatArray = NDArray[np.float32]

_ANKLES = [skeleton.INDEX["r_ankle"], skeleton.INDEX["l_ankle"]]
_LEG_MM = sum(joint.length_mm for joint in skeleton.JOINTS if joint.name in ("r_knee", "r_ankle"))
#: From the ankle joint down to the sole, metres.
SOLE: Final = ANKLE_ABOVE_FLOOR_MM * 1e-3
#: Rows: the view's axes in terms of `grounding.Y_UP`.
_FROM_Y_UP: Final = np.array([[1.0, 0, 0], [0, 0, -1], [0, 1, 0]])
#: Metres from the main person within which others are shown.
FARTHEST = 3.2
#: Per cent of the joints of a take that lie within its reach.
_REACHED: Final = 99.8
#: Time constants of the middle of the stage and of millimetres per pixel, seconds.
MIDDLE_TAU, SCALE_TAU = 1.2, 3.0


def camera_to_world(points_mm: FloatArray, floor: Floor | None = None) -> FloatArray:
    """(..., 3) millimetres in the camera frame to metres in the view's world.

    A camera that is known to be tilted is turned level: up is away from the ground.
    """
    return np.asarray((points_mm @ z_up(floor).T.astype(np.float32)) * np.float32(1e-3), np.float32)


class Stage:
    """Puts each pose on the floor, in the middle of the grid, without jumps that no one made.

    Feet that stand are held where they are (`kinematics.standing`). The way across the line of
    sight is read from the image, in pixels, at a scale that changes slowly: when a person bends
    over, their size and with it their distance is misjudged for a moment. The middle of the grid
    follows the person slowly.
    """

    def __init__(self) -> None:
        self._ground = Ground()
        #: Radius and height, metres, of the room that the person is known to take; (0, 0): unknown.
        self.reach = (0.0, 0.0)
        self.clear()

    def clear(self) -> None:
        """Forget the person."""
        self._ground.clear()
        self._middle: NDArray[np.float64] | None = None
        self._scale = self._time = 0.0
        self._person: int | None = None
        self._pixel: NDArray[np.float64] | None = None
        self._path = np.zeros(3)

    def place(self, pose: Pose, floor: Floor | None = None) -> FloatArray:
        """(K, 3) joints in the world, metres, feet at about Z = 0."""
        if pose.person_id != self._person or pose.time < self._time:
            self.clear()
        step = 0.0 if self._person is None else pose.time - self._time
        scale = _millimetres_per_pixel(pose)
        if self._person is None:
            self._person, self._scale = pose.person_id, scale
        self._time = pose.time
        self._scale += (scale - self._scale) * (1 - np.exp(-step / SCALE_TAU))
        # Step by step: neither a scale nor a level that is better known now moves what is past.
        pixel = pose.joints_2d[skeleton.ROOT].astype(np.float64)
        moved = np.zeros(2) if self._pixel is None else pixel - self._pixel
        self._pixel = pixel
        turn = y_up(floor).T
        self._path = self._path + np.append(moved * self._scale, 0.0) @ turn
        world = self._ground.place(
            pose.time,
            pose.joints_3d @ turn + self._path,
            pose.joints_2d.astype(np.float64),
            pose.scores.astype(np.float64),
            pose.contacts,
        )
        middle = middle_of(world, self._ground.stands) * [1, 0, 1]
        if self._middle is None:
            self._middle = middle
        self._middle = self._middle + (middle - self._middle) * (1 - np.exp(-step / MIDDLE_TAU))
        return np.asarray((world - self._middle) @ _FROM_Y_UP.T * 1e-3, np.float32)


class RecordedStage(Stage):
    """Puts the figure on the floor as files have it, in whatever order the frames come.

    It moves about the middle of the take.

    Args:
        frame_ids: (N,) numbers of the recording's frames, growing.
        seen: (M,) which of them show the person.
        times: (N,) seconds.
        joints_2d: (M, J, 2) px, joints_3d: (M, J, 3) mm, scores: (M, J), root: (M, 3) mm, of those.
        floor: of the recording.
    """

    def __init__(
        self,
        frame_ids: NDArray[np.integer],
        times: NDArray[np.floating],
        seen: NDArray[np.integer],
        joints_2d: NDArray[np.floating],
        joints_3d: NDArray[np.floating],
        scores: NDArray[np.floating],
        root: NDArray[np.floating],
        floor: Floor | None = None,
    ) -> None:
        super().__init__()
        self._seen_ids = frame_ids[seen]
        self._joints = np.zeros((0, joints_3d.shape[1], 3), np.float32)
        if not len(seen):
            return
        world, _ = on_the_floor(
            times[seen].astype(np.float64),
            root.astype(np.float64)[:, None],
            joints_3d.astype(np.float64),
            joints_2d.astype(np.float64),
            np.nan_to_num(scores.astype(np.float64)),
            floor,
        )
        world -= np.median(world[:, skeleton.ROOT], axis=0) * [1, 0, 1]
        self._joints = (world @ _FROM_Y_UP.T * 1e-3).astype(np.float32)
        self.reach = _reach(self._joints, np.nan_to_num(scores))

    def place(self, pose: Pose, floor: Floor | None = None) -> FloatArray:
        """(K, 3) joints in the world, metres, feet on Z = 0 where they stand."""
        row = int(np.searchsorted(self._seen_ids, pose.frame_id))
        if row < len(self._seen_ids) and self._seen_ids[row] == pose.frame_id:
            return self._joints[row, : len(pose.joints_3d)].copy()
        joints = camera_to_world(pose.joints_3d, floor)
        joints[:, 2] += SOLE - lowest(joints, feet(pose))
        return joints


def _reach(joints: FloatArray, scores: NDArray[np.floating]) -> tuple[float, float]:
    """How far from the pelvis and how high, metres, a take's (T, K, 3) joints come but for a few.

    Those that are not seen do not count.
    """
    seen = scores >= HIDDEN_SCORE
    away = np.linalg.norm(joints[..., :2] - joints[:, skeleton.ROOT, None, :2], axis=-1)
    if not seen.any():
        return 0.0, 0.0
    height = joints[..., 2]
    return float(np.percentile(away[seen], _REACHED)), float(np.percentile(height[seen], _REACHED))


def place_beside(
    pose: Pose, main: Pose, main_joints: FloatArray, floor: Floor | None = None
) -> FloatArray | None:
    """(K, 3) joints in the world of another person, as far from the main person as they are.

    Args:
        pose: of the other, main: of the main person, in the same frame.
        main_joints: the main person's, as `Stage.place` put them.

    Returns:
        None where it is not known how far away they are, or further than the floor is drawn.
    """
    away = camera_to_world(pose.root - main.root, floor)[:2]
    if not float(np.hypot(*away)) <= FARTHEST:
        return None
    joints = camera_to_world(pose.joints_3d, floor)
    joints[:, :2] += main_joints[skeleton.ROOT, :2] + away
    joints[:, 2] += SOLE - lowest(joints, feet(pose))
    return joints


def feet(pose: Pose) -> list[int]:
    """The ankles that are seen."""
    return [i for i in _ANKLES if pose.scores[i] >= HIDDEN_SCORE]


def lowest(joints: FloatArray, feet: list[int]) -> float:
    """Height of the lower foot, metres.

    A person cut off by a desk still stands or sits on a floor: a leg's length below.
    """
    return min((float(joints[i, 2]) for i in feet), default=-_LEG_MM * 1e-3)


def _millimetres_per_pixel(pose: Pose) -> float:
    """How large the figure is over how large its image is, both across the line of sight."""
    child, parent = np.array(skeleton.BONES).T
    across = pose.joints_3d[:, :2]
    real = np.linalg.norm(across[child] - across[parent], axis=1).sum()
    joints_2d = pose.joints_2d
    seen = np.linalg.norm(joints_2d[child] - joints_2d[parent], axis=1).sum()
    return float(real / max(seen, 1.0))


def grid_lines(
    half: float = 2.0, step: float = 0.5, pieces: int = 16
) -> tuple[FloatArray, FloatArray]:
    """A floor grid that fades outwards: (N, 3) ends of line pieces and (N,) opacity of each end."""
    marks = np.arange(-half, half + step / 2, step)
    cuts = np.linspace(-half, half, pieces + 1)
    starts, ends = cuts[:-1], cuts[1:]
    along = np.stack([starts, ends], 1).reshape(-1)
    x = np.tile(along, len(marks))
    y = np.repeat(marks, len(along))
    one = np.stack([x, y, np.zeros_like(x)], 1)
    points = np.concatenate([one, one[:, [1, 0, 2]]]).astype(np.float32)
    distance = np.linalg.norm(points[:, :2], axis=1)
    return points, np.clip(1.0 - distance / (half * 1.02), 0.0, 1.0).astype(np.float32) ** 1.2
