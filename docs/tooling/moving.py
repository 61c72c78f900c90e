"""Images to a small GIF: one palette, and pixels that hardly change stay as they are."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

import av
import cv2
import numpy as np
from numpy.typing import NDArray

Image = NDArray[np.uint8]

_COLOURS: Final = 255
_SAMPLES: Final = 30_000
#: A pixel is drawn anew where a colour has changed by more than so much since it was.
_CHANGE: Final = 7
_BITS: Final = 5
#: GIF counts in hundredths of a second.
_TICKS: Final = 100


def write_gif(path: Path, images: Sequence[Image], fps: float) -> int:
    """Write (H, W, 3) RGB images; returns the bytes.

    Times are rounded to hundredths of a second, which keeps the rate on average.
    """
    palette = _palette(images)
    nearest = _nearest(palette)
    height, width = images[0].shape[:2]
    with av.open(str(path), "w", format="gif") as container:
        stream = container.add_stream("gif", rate=Fraction(fps).limit_denominator(1000))
        stream.width, stream.height, stream.pix_fmt = width, height, "pal8"
        stream.codec_context.time_base = Fraction(1, _TICKS)
        stream.options = {"gifflags": "+offsetting+transdiff"}
        shown = images[0].astype(np.int16)
        for number, image in enumerate(images):
            changed = np.abs(image - shown).max(-1, keepdims=True) > _CHANGE
            shown = np.where(changed | (number == 0), image, shown)
            cells = shown.astype(np.uint8) >> (8 - _BITS)
            index = nearest[cells[..., 0], cells[..., 1], cells[..., 2]]
            both: Any = (index, palette)  # as PyAV takes it, and its types do not say
            frame = av.VideoFrame.from_ndarray(both, format="pal8")
            frame.pts = round(number * _TICKS / fps)
            frame.time_base = Fraction(1, _TICKS)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path.stat().st_size


def _palette(images: Sequence[Image]) -> Image:
    """(256, 4) ARGB: the colours that stand for all, by k-means."""
    some = np.concatenate([image.reshape(-1, 3) for image in images[:: max(1, len(images) // 8)]])
    rng = np.random.default_rng(0)
    chosen = some[rng.choice(len(some), min(_SAMPLES, len(some)), replace=False)]
    until = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 12, 1.0)
    cv2.setRNGSeed(0)
    count = min(_COLOURS, len(np.unique(chosen, axis=0)))
    _, _, centres = cv2.kmeans(
        chosen.astype(np.float32), count, np.empty(0, np.int32), until, 1, cv2.KMEANS_PP_CENTERS
    )
    palette = np.zeros((256, 4), np.uint8)
    palette[:, 0] = 255
    palette[:count, 1:] = np.round(centres)
    return palette


def _nearest(palette: Image) -> Image:
    """(32, 32, 32): the palette's colour for each cell of the cube of colours."""
    steps = (np.arange(1 << _BITS) << (8 - _BITS)) + (1 << (7 - _BITS))
    grid = np.stack(np.meshgrid(steps, steps, steps, indexing="ij"), -1).reshape(-1, 3)
    colours = palette[:, 1:].astype(np.float32)
    used = colours[: _COLOURS + 1]
    far = (grid**2).sum(1)[:, None] - 2.0 * grid @ used.T + (used**2).sum(1)[None]
    return np.asarray(far.argmin(1), np.uint8).reshape((1 << _BITS,) * 3)
