"""What one person's last moments say of the newest: which way is up, depth put right, contacts.

The image network sees single images: up trembles in them, and depth falls to the mean of poses. A
small network over half a second (`resources/motion.onnx`, see `training/motion`) says which way is
up, by how much each point's depth along the ray is off, and how sure it is of both. x and y stay
the image's. Depth is taken as far as the file says it may be trusted on real footage, and nothing
where it is not surer than what was said.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from engines.engine import Engine, EngineError
from posecam import skeleton
from posecam.contract import run_network
from posecam.errors import NetworkError
from posecam.estimation.inference import Observation
from posecam.estimation.motion_window import MotionWindow
from posecam.geometry import crop_rotation
from posecam.resources import resource

Array = NDArray[np.floating]

CONTRACT: Final = "posecam-motion-1"
SHIPPED: Final = "motion.onnx"
_OUTPUTS: Final = (
    "depth", "depth_spread", "said_spread", "up", "up_spread", "touching", "velocity",
    "exchanged",
)  # fmt: skip
#: Of the spread that was there nothing is taken above this share, all that is trusted below.
_SURE: Final = 0.97
_FADE: Final = 0.1
#: How far up is off from what the network expects, on people it did not learn from.
_UP_FACTOR: Final = 2.0


@dataclass(frozen=True, slots=True, eq=False)
class Camera:
    """Focal length, and (2,) middle of the frame, px."""

    focal_px: float
    centre: Array


@dataclass(frozen=True, slots=True, eq=False)
class Moment:
    """What the motion network says of the newest moment.

    Attributes:
        depth_mm: (K,) to be added to the depth along the ray; 0 for points that it does not know
            and where it is not surer than what was said.
        up: (3,) unit vector away from the ground, camera frame.
        up_spread_rad: how far it may be off.
        touching: (4,) in 0..1, whether heel and toe of the right foot, then of the left, touch.
        velocity_mm: (3,) of the pelvis, camera frame, a second.
        exchanged: (2,) in 0..1, whether left and right of arms, of legs are exchanged.
    """

    depth_mm: NDArray[np.float64]
    up: NDArray[np.float64]
    up_spread_rad: float
    touching: NDArray[np.float32]
    velocity_mm: NDArray[np.float64]
    exchanged: NDArray[np.float32]

    @property
    def up_score(self) -> float:
        """Chance in 0..1 that `up` is right within fifteen degrees."""
        far = math.radians(15) / (_UP_FACTOR * self.up_spread_rad)
        return 1 - (1 + far) * math.exp(-far)


class MotionNetwork:
    """A motion network made ready; all people share it. One thread owns and calls it."""

    def __init__(self, engine: Engine) -> None:
        """Take an engine that runs a motion network of our contract.

        Raises:
            NetworkError: the engine's network is something else.
        """
        name, said = engine.info.network, engine.metadata
        if said.get("contract") != CONTRACT:
            found = f"contract {said['contract']!r}" if "contract" in said else "no contract at all"
            raise NetworkError(
                f"{name} is no motion network: it carries {found}, {CONTRACT!r} is needed."
            )
        try:
            points = json.loads(said["points"])
            bones = json.loads(said["bones"])
            self.rows = np.array([skeleton.KEYPOINT_INDEX[p] for p in points])
            self.bones = [(str(child), str(parent)) for child, parent in bones]
            self.lengths_m = np.array(json.loads(said["bone_lengths_m"]), np.float64)
            self.past, self.tick_s = int(said["past"]), float(said["tick_s"])
            self.depth_trust = float(said["depth_trust"])
        except (KeyError, ValueError, TypeError) as error:
            raise NetworkError(f"{name} carries unreadable metadata ({error}).") from error
        self.ticks, self.numbers = engine.input_shape[1:]
        if self.numbers != 5 * len(self.rows) + 7 + len(self.bones) + 3 or self.past >= self.ticks:
            raise NetworkError(f"{name} takes windows of another form than its metadata says.")
        self.engine = engine
        self._input = np.zeros((1, 1, self.ticks, self.numbers), np.float32)
        joints = dict(zip(skeleton.BONES, range(len(skeleton.BONES)), strict=True))
        pairs = [(skeleton.KEYPOINT_INDEX[c], skeleton.KEYPOINT_INDEX[p]) for c, p in self.bones]
        #: Of each bone its row in `skeleton.BONES`; -1 where it has none.
        self.bone_rows = np.array([joints.get(pair, -1) for pair in pairs])

    def look(self, window: Array, person: Array) -> dict[str, NDArray[np.float32]]:
        """What is said of the last tick of a window.

        Args:
            window: (past + 1, 5 P + 7) numbers of ticks, see `MotionStage`.
            person: (bones + 3,) numbers of the person and the camera.

        Raises:
            NetworkError: the network failed.
        """
        told = self._input[0, 0]
        told[:] = 0
        now = self.past + 1
        told[:now, : window.shape[1]] = window
        told[:now, window.shape[1] :] = person * (window[:, -1:] > 0)
        out = run_network(self.engine, self._input)
        return {name: out[name][0] for name in _OUTPUTS}

    def close(self) -> None:
        """Release the engine."""
        self.engine.close()


def load_motion(path: Path | None = None) -> MotionNetwork | None:
    """The motion network at `path`; the shipped one where None, and None where none ships.

    Raises:
        NetworkError: it cannot be run or is a network of another kind.
    """
    from engines import load

    if path is None:
        try:
            path = resource(SHIPPED)
        except FileNotFoundError:
            return None
    try:
        engine = load(path, precision="fp32", threads=1)
    except EngineError as error:
        raise NetworkError(str(error)) from error
    try:
        return MotionNetwork(engine)
    except NetworkError:
        engine.close()
        raise


class MotionStage:
    """One person's moments. Everything that goes in is in metres at the pelvis' distance."""

    def __init__(self, network: MotionNetwork) -> None:
        self._network = network
        self._window = MotionWindow(network.past + 1, network.tick_s)

    def clear(self) -> None:
        """Forget all moments."""
        self._window.clear()

    def exchange(self, order: NDArray[np.integer]) -> None:
        """Take point `order[k]` of the past for point k from now on: sides were taken for others.

        Args:
            order: (K,).
        """
        rows, points = self._network.rows, len(self._network.rows)
        column = np.arange(points)
        given = rows < len(order)
        place = np.full(skeleton.KEYPOINT_COUNT, -1)
        place[rows] = column
        column[given] = place[order[rows[given]]]
        self._window.reorder(np.concatenate([column + part * points for part in range(5)]))

    def see(
        self,
        observation: Observation,
        time: float,
        camera: Camera,
        mm_per_px: float,
        lengths_mm: Array,
    ) -> Moment:
        """What the moments up to this one say of it.

        Args:
            time: s.
            mm_per_px: at the pelvis, of the body as large as the canonical one.
            lengths_mm: (15,) of the bones of the sixteen, likewise.

        Raises:
            NetworkError: the network failed.
        """
        network, count = self._network, len(observation.scores)
        focal_px, centre = camera.focal_px, camera.centre
        metres = mm_per_px / 1000
        rows = np.minimum(network.rows, count - 1)
        given = network.rows < count
        joints = (observation.joints[rows] - observation.joints[skeleton.ROOT]) * metres
        spread = observation.spread
        told_spread = np.zeros(len(rows)) if spread is None else spread[rows] * metres
        up = np.zeros(3) if observation.up is None else observation.up
        towards = np.array([observation.crop.cx, observation.crop.cy])
        ray = (towards - centre) / focal_px
        distance = focal_px * metres
        pelvis = (observation.joints[skeleton.ROOT, :2] - centre) / focal_px * distance
        points = np.column_stack([joints, told_spread, observation.scores[rows]])
        points *= given[:, None]
        self._window.add(
            time, np.concatenate([points.T.ravel(), up, [observation.up_score], pelvis, [1.0]])
        )
        window = self._window.ticks()
        way = slice(window.shape[1] - 3, window.shape[1] - 1)
        window[:, way] = (window[:, way] - window[-1, way]) * (window[:, -1:] > 0)
        lengths = network.lengths_m.copy()
        known = network.bone_rows >= 0
        lengths[known] = np.asarray(lengths_mm)[network.bone_rows[known]] / 1000
        said = network.look(window, np.concatenate([lengths, ray, [1 / max(distance, 0.1)]]))
        depth = np.zeros(count)
        depth[rows[given]] = (1000 * said["depth"] * _taken(said, network.depth_trust))[given]
        depth[skeleton.ROOT] = 0
        turn = crop_rotation(focal_px, centre, towards).T
        return Moment(
            depth, turn @ said["up"], float(said["up_spread"][0]), said["touching"],
            1000 * turn @ said["velocity"], said["exchanged"],
        )  # fmt: skip


def _taken(said: dict[str, NDArray[np.float32]], trust: float) -> NDArray[np.float32]:
    """(P,) in 0..1: nothing where the network is not surer than what it was told.

    Of two Gaussians, what was told and what motion makes likely, the first counts for more where
    its errors are less, by `trust`, than the network takes them for.
    """
    share = said["depth_spread"] / np.maximum(said["said_spread"], 1e-6)
    left = share**2
    weight = trust**2 / np.maximum(trust**2 * (1 - left) + left, 1e-6)
    return np.asarray(weight * np.clip((_SURE - share) / _FADE, 0, 1), np.float32)
