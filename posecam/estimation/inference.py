"""Looking at squares of a frame with the network: crops in, joints in the frame out."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engines.engine import Engine
from posecam import skeleton
from posecam.contract import run_network
from posecam.estimation.crops import Box, Crop, Cropper, to_frame
from posecam.geometry import crop_rotation, joints_box
from posecam.pose import FloatArray, Frame

# A person's score is the mean of this many best joints: at a webcam the legs are out of sight.
_BEST_JOINTS: Final = 8
_FEWEST_JOINTS: Final = 6
# A joint this far outside the frame, as a share of the crop, is still at its edge.
_EDGE: Final = 0.01


@dataclass(slots=True, eq=False)
class Observation:
    """What the network says of one crop.

    Attributes:
        crop: where it looked.
        joints: (K, 3) px of the frame; depth relative to the pelvis, away from the camera
            positive, along the ray through the middle of the crop. The sixteen first.
        scores: (K,) in 0..1; 0 for joints outside the frame: they are not seen there.
        size: of the body in the image, px: larger side of the box round what is seen of the
            sixteen.
        score: how surely there is a person.
        spread: (K,) px of the frame, Laplace scale of the depths; None where the network does
            not say.
        up: (3,) unit vector away from the ground in the crop's frame, see
            `geometry.crop_rotation`; None where the network does not say.
        up_score: chance in 0..1 that it is right; 0 without.
    """

    crop: Crop
    joints: NDArray[np.float64]
    scores: NDArray[np.float32]
    size: float
    score: float
    spread: NDArray[np.float32] | None = None
    up: NDArray[np.float32] | None = None
    up_score: float = 0.0

    @property
    def joints_2d(self) -> NDArray[np.float64]:
        """(K, 2) px of the frame."""
        return self.joints[:, :2]

    @property
    def body_2d(self) -> NDArray[np.float64]:
        """(16, 2) px of the frame: what a person is followed and told apart by."""
        return self.joints[: skeleton.COUNT, :2]

    @property
    def body_scores(self) -> NDArray[np.float32]:
        """(16,) of the same."""
        return self.scores[: skeleton.COUNT]

    def up_in_camera(self, focal_px: float, centre: NDArray[np.floating]) -> FloatArray | None:
        """(3,) float32 `up` in the camera frame; None where the network does not say.

        Args:
            focal_px: of the camera, in frame px.
            centre: (2,) middle of the frame, px.
        """
        if self.up is None:
            return None
        turn = crop_rotation(focal_px, centre, np.array([self.crop.cx, self.crop.cy]))
        up = turn.T @ self.up
        return np.asarray(up / max(float(np.linalg.norm(up)), 1e-9), np.float32)


class PoseNetwork:
    """Runs the network on crops of a frame, all in one call.

    Args:
        engine: a network of our contract.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._size = engine.input_shape[1]
        self._cropper = Cropper(self._size)

    def infer(
        self,
        frame: Frame,
        crops: Sequence[Crop],
        hidden: Sequence[Sequence[Box]],
        spent: dict[str, float],
    ) -> list[Observation]:
        """One look a crop, blind to its hidden boxes.

        Milliseconds are added to "crop" and "network" of `spent`.

        Raises:
            NetworkError: the network failed.
        """
        begun = time.perf_counter()
        batch, back = self._cropper.crop(frame.image, crops, hidden)
        cropped = time.perf_counter()
        out = run_network(self.engine, batch)
        spent["crop"] += (cropped - begun) * 1e3
        spent["network"] += (time.perf_counter() - cropped) * 1e3
        return [
            self._made(frame, crop, {name: values[i] for name, values in out.items()}, back[i])
            for i, crop in enumerate(crops)
        ]

    def _made(
        self,
        frame: Frame,
        crop: Crop,
        said: Mapping[str, NDArray[np.float32]],
        back: NDArray[np.float64],
    ) -> Observation:
        joints, scale = said["joints"], crop.side / self._size
        joints_2d = to_frame(joints, back)
        depth = (joints[:, 2] - joints[skeleton.ROOT, 2]) * scale
        seen = inside(joints_2d, frame.size, _EDGE * crop.side)
        known = np.where(seen, said["scores"], np.float32(0))
        body, body_seen = known[: skeleton.COUNT], seen[: skeleton.COUNT]
        mask = body > 0
        box = joints_box(joints_2d[: skeleton.COUNT], mask) if mask.any() else np.zeros(4)
        return Observation(
            crop,
            np.concatenate([joints_2d, depth[:, None]], 1),
            known,
            max(float(box[2]), float(box[3]), 1.0),
            person_score(body, int(body_seen.sum())),
            said["spread"] * np.float32(scale) if "spread" in said else None,
            said.get("up"),
            float(said["up_score"]) if "up_score" in said else 0.0,
        )


def inside(
    joints_2d: NDArray[np.floating], size: tuple[int, int], edge: float = 0.0
) -> NDArray[np.bool_]:
    """Which of (..., 2) points lie in a frame of (width, height), or at most `edge` px outside."""
    last = np.array(size) - 1 + edge
    return np.asarray(((joints_2d >= -edge) & (joints_2d <= last)).all(-1))


def person_score(scores: NDArray[np.floating], in_frame: int = skeleton.COUNT) -> float:
    """How surely there is a person: the mean of the best joints, of those that are in the frame."""
    count = min(max(in_frame, _FEWEST_JOINTS), _BEST_JOINTS)
    return float(np.sort(scores)[-count:].mean())
