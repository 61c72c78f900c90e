"""Finds people in a whole frame, so that the pose network need not search."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from engines.engine import Engine, EngineError, Precision
from posecam.contract import run_network
from posecam.errors import NetworkError
from posecam.geometry import distinct, letterbox
from posecam.pose import FloatArray
from posecam.resources import resource

CONTRACT: Final = "posecam-detector-1"
SHIPPED: Final = "person-detector.onnx"
#: A box below this score is no person.
FOUND_BOX_SCORE: Final = 0.40
# Of two boxes that overlap by more than this (IoU) the better one stays.
_SAME_PERSON: Final = 0.5
_SMALLEST_PX: Final = 2.0


@dataclass(frozen=True, slots=True, eq=False)
class Detection:
    """People in a frame, the surest first.

    Attributes:
        boxes: (N, 4) float32, x, y, w, h px of the frame: what is visible of each person.
        scores: (N,) float32 in 0..1.
    """

    boxes: FloatArray
    scores: FloatArray


class Detector:
    """Whole frame in, people out. Owned and called by one thread."""

    def __init__(self, engine: Engine) -> None:
        """Take an engine that runs a detector of our contract.

        Raises:
            NetworkError: the engine's network is something else.
        """
        name = engine.info.network
        contract = engine.metadata.get("contract")
        if contract != CONTRACT:
            found = f"contract {contract!r}" if contract else "no contract at all"
            raise NetworkError(
                f"{name} finds no people: it carries {found}, {CONTRACT!r} is needed."
            )
        channels, height, width = engine.input_shape
        try:
            size = json.loads(engine.metadata.get("input_size", "[]"))
        except ValueError as error:
            raise NetworkError(f"{name} carries unreadable metadata ({error}).") from error
        if channels != 3 or size != [height, width]:
            raise NetworkError(
                f"{name} says its input is {size} but the graph takes {list(engine.input_shape)}."
            )
        self.engine = engine
        self._input = np.zeros((1, 3, height, width), np.float32)
        self._frame_size = (0, 0)
        self._place = letterbox((width, height), (width, height))

    def find(self, image: NDArray[np.uint8]) -> Detection:
        """People in an image (H, W, 3) uint8 BGR.

        Raises:
            NetworkError: the network failed.
        """
        height, width = image.shape[:2]
        if (width, height) != self._frame_size:
            self._frame_size = (width, height)
            self._place = letterbox(self._frame_size, self._input.shape[:1:-1])
            self._input[:] = 0
        left, top, size = self._place
        small = cv2.resize(image, size, interpolation=cv2.INTER_AREA)
        inner = self._input[0, :, top : top + size[1], left : left + size[0]]
        inner[:] = small[..., ::-1].transpose(2, 0, 1)
        out = run_network(self.engine, self._input)
        boxes, scores = out["boxes"][0], out["scores"][0]
        good = (scores >= FOUND_BOX_SCORE) & np.isfinite(boxes).all(-1)
        boxes, scores = boxes[good], scores[good]
        low = (boxes[:, :2] - (left, top)) * (width / size[0], height / size[1])
        high = low + boxes[:, 2:] * (width / size[0], height / size[1])
        low, high = np.clip(low, 0, (width, height)), np.clip(high, 0, (width, height))
        boxes = np.concatenate([low, high - low], 1)
        large = (boxes[:, 2:] >= _SMALLEST_PX).all(1)
        boxes, scores = boxes[large], scores[large]
        kept = distinct(boxes, _SAME_PERSON)
        return Detection(boxes[kept].astype(np.float32), scores[kept].astype(np.float32))

    def close(self) -> None:
        """Release the engine."""
        self.engine.close()


def load_detector(
    path: Path | None = None,
    backend: str = "auto",
    precision: Precision | Literal["auto"] = "auto",
    threads: int = 1,
) -> Detector:
    """A detector that runs; the shipped one where no path is given.

    Args:
        threads: one by default: a second gains little on so small a network.

    Raises:
        NetworkError: no such file, no network, or a network of another kind.
    """
    from engines import load

    try:
        path = path or resource(SHIPPED)
        engine = load(path, backend=backend, precision=precision, threads=threads)
    except (EngineError, FileNotFoundError) as error:
        raise NetworkError(str(error)) from error
    try:
        return Detector(engine)
    except NetworkError:
        engine.close()
        raise
