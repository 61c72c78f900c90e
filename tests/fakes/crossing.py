"""Two people who cross before a wall: cut out of the demo clip, one in other colours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import av
import cv2
import numpy as np
from numpy.typing import NDArray

from posecam.pose import Frame
from posecam.resources import resource

Image = NDArray[np.uint8]

#: Where the person of the demo stands in frame 0: x, y, width, height, px.
_PERSON = (408, 96, 144, 396)
_SIZE = (960, 540)


@dataclass(frozen=True)
class Moment:
    """A frame and the middle of each person in it, px; the first one passes behind."""

    frame: Frame
    middles: tuple[float, float]


def crossing(count: int = 75, fps: float = 30.0, start: float = 200.0) -> Iterator[Moment]:
    """One goes from left to right, the other in front of them from right to left."""
    images = list(_demo(60))
    wall = _wall(images[0])
    person = [_cut_out(images[k]) for k in (0, 12, 24, 36)]
    other = [(_recoloured(p[:, ::-1].copy()), a[:, ::-1]) for p, a in person]
    for number in range(count):
        share = number / (count - 1)
        middles = (
            start + share * (_SIZE[0] - 2 * start),
            _SIZE[0] - start - share * (_SIZE[0] - 2 * start),
        )
        image = wall.copy()
        for who, middle in zip((person, other), middles, strict=True):
            cut, alpha = who[number // 4 % len(who)]
            _paste(image, cut, alpha, round(middle))
        yield Moment(Frame(image, number, number / fps, 0), middles)


def _demo(count: int) -> Iterator[Image]:
    with av.open(str(resource("demo.mp4"))) as container:
        for number, frame in enumerate(container.decode(video=0)):
            if number == count:
                return
            yield np.asarray(frame.to_ndarray(format="bgr24"), np.uint8)


def _wall(image: Image) -> Image:
    """The room without the person: the wall beside them takes their place."""
    wall = image.copy()
    wall[:, 400:640] = cv2.flip(image[:, 640:880], 1)
    return cv2.GaussianBlur(wall, (0, 0), 2.0).astype(np.uint8)


def _cut_out(image: Image) -> tuple[Image, NDArray[np.float32]]:
    """The person and how much of each pixel is theirs, 0..1."""
    x, y, w, h = _PERSON
    pad = 20
    around = image[y - pad : y + h + pad, x - pad : x + w + pad].copy()
    small = cv2.resize(around, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    mask = np.zeros(small.shape[:2], np.uint8)
    models = np.zeros((2, 1, 65))
    rectangle = (pad // 2, pad // 2, w // 2, h // 2)
    cv2.grabCut(small, mask, rectangle, models[0], models[1], 4, cv2.GC_INIT_WITH_RECT)
    seen = ((mask == cv2.GC_FGD) | (mask == cv2.GC_PR_FGD)).astype(np.float32)
    alpha = cv2.resize(seen, around.shape[1::-1], interpolation=cv2.INTER_LINEAR)
    return around, np.asarray(alpha, np.float32)


def _recoloured(image: Image) -> Image:
    """Green instead of red, yellow instead of blue."""
    hsv = cv2.cvtColor(image, cv2.COLOR_BGR2HSV)
    hsv[..., 0] = (hsv[..., 0].astype(int) + 60) % 180
    return np.asarray(cv2.cvtColor(hsv, cv2.COLOR_HSV2BGR), np.uint8)


def _paste(image: Image, person: Image, alpha: NDArray[np.float32], middle: int) -> None:
    height, width = alpha.shape
    top, left = _PERSON[1] - 20, middle - width // 2
    place = image[top : top + height, left : left + width]
    share = alpha[: place.shape[0], : place.shape[1], None]
    blended = share * person[: place.shape[0]] + (1 - share) * place
    place[:] = np.round(blended).astype(np.uint8)
