"""Images with boxes side by side, to be looked at."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from posecam.errors import PosecamError
from training.detector.people import Boxes
from training.synthesis.degrade import Image

GREEN, RED, YELLOW = (0, 255, 0), (255, 0, 0), (255, 255, 0)


def draw_boxes(
    image: Image,
    boxes: Boxes,
    colour: tuple[int, int, int] = GREEN,
    scores: NDArray[np.float32] | None = None,
) -> None:
    """Draw boxes (N, 4) px into an RGB image, with their scores."""
    for row, (x, y, w, h) in enumerate(boxes):
        corners = (int(x), int(y)), (int(x + w) - 1, int(y + h) - 1)
        cv2.rectangle(image, *corners, colour, 1)
        if scores is not None:
            where = (int(x) + 2, int(y) + 12)
            cv2.putText(image, f"{scores[row]:.2f}", where, 0, 0.4, YELLOW, 1, cv2.LINE_AA)


def write_sheet(tiles: Sequence[Image], path: Path, columns: int = 8) -> None:
    """Write images of one size side by side.

    Raises:
        PosecamError: the file cannot be written.
    """
    padded = [*tiles, *[np.zeros_like(tiles[0])] * (-len(tiles) % columns)]
    lines = [np.hstack(padded[i : i + columns]) for i in range(0, len(padded), columns)]
    try:
        good = cv2.imwrite(str(path), cv2.cvtColor(np.vstack(lines), cv2.COLOR_RGB2BGR))
    except cv2.error as error:
        raise PosecamError(f"{path} cannot be written: no image ends like that.") from error
    if not good:
        raise PosecamError(f"{path} cannot be written.")


def draw_scenes(
    data: Path, rendered: tuple[Path, ...], out: Path, count: int = 48, seed: int = 1
) -> None:
    """Write composed scenes: people in green, what does not count in red."""
    from training.detector.network import SIZE
    from training.detector.train import composer

    scenes = composer(data, rendered, SIZE, count, seed)
    rng = np.random.default_rng(seed)
    tiles = []
    for _ in range(count):
        scene = scenes.scene(rng)
        draw_boxes(scene.image, scene.ignored, RED)
        draw_boxes(scene.image, scene.boxes, GREEN)
        tiles.append(scene.image)
    write_sheet(tiles, out, columns=6)
