"""Images to try engines on: numbers alone would not show whether the joints stay in place."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from engines.engine import EngineError

Images = NDArray[np.float32]

_ARRAYS: Final = frozenset({".npy", ".npz"})
_IMAGES: Final = frozenset({".jpg", ".jpeg", ".png", ".bmp", ".webp"})
#: For a table of distances, and for a choice that is waited for.
COUNT: Final = 64
FEW: Final = 8
#: The few are taken from so many frames at the beginning of the clip: all have to be decoded.
_SOON: Final = 80


def few(video: Path, shape: tuple[int, int, int]) -> Images | None:
    """A few frames from the beginning of a video, for `engines.load`; None where it does not open.

    Takes a fraction of a second.
    """
    try:
        return np.stack(_from_video(video, shape, FEW, _SOON))
    except ValueError:
        return None


def synthetic(shape: tuple[int, int, int], count: int = COUNT) -> Images:
    """Smooth patches of colour, the same every time. No person is in them."""
    channels, height, width = shape
    random = np.random.default_rng(0)
    y, x = np.meshgrid(np.linspace(0, 1, height), np.linspace(0, 1, width), indexing="ij")
    waves = random.uniform(-6, 6, (count, channels, 6, 2))
    phases = random.uniform(0, 2 * np.pi, (count, channels, 6))
    angle = waves[..., 0, None, None] * y + waves[..., 1, None, None] * x + phases[..., None, None]
    images: Images = (127.5 + 127.5 * np.sin(angle).mean(axis=2)).astype(np.float32)
    return images


def read(path: Path, shape: tuple[int, int, int], count: int = COUNT) -> Images:
    """Images for a network out of a file.

    Args:
        path: .npy or .npz of (N, C, H, W) or (N, H, W, C) RGB 0..255, an image, a folder of
            images, or a video; of these the largest square in the middle is taken.
        shape: (channels, height, width) that the network takes.
        count: at most so many, evenly spread.

    Raises:
        EngineError: nothing there can be read.
    """
    if not path.exists():
        raise EngineError(f"There is no file or folder {path} to take images from.")
    if path.suffix.lower() in _ARRAYS:
        return _from_array(path, shape, count)
    if path.is_dir() or path.suffix.lower() in _IMAGES:
        found = _from_images(path, shape, count)
    else:
        found = _from_video(path, shape, count)
    if not found:
        raise EngineError(f"No image in {path} can be read.")
    return np.stack(found)


def _from_array(path: Path, shape: tuple[int, int, int], count: int) -> Images:
    try:
        content = np.load(path, allow_pickle=False)
        images = content if isinstance(content, np.ndarray) else content[content.files[0]]
    except (OSError, ValueError, IndexError, EOFError) as error:
        raise EngineError(f"The images {path} cannot be read.") from error
    if images.ndim == 4 and images.shape[1:] == (*shape[1:], shape[0]):
        images = images.transpose(0, 3, 1, 2)
    if images.ndim != 4 or images.shape[1:] != shape or not len(images):
        raise EngineError(
            f"The images {path} are {' x '.join(map(str, images.shape))}, but the network "
            f"takes N x {' x '.join(map(str, shape))}."
        )
    return np.ascontiguousarray(images[_spread(len(images), count)], np.float32)


def _from_images(path: Path, shape: tuple[int, int, int], count: int) -> list[Images]:
    import cv2

    files = [path]
    if path.is_dir():
        files = sorted(f for f in path.iterdir() if f.suffix.lower() in _IMAGES)
    images = [cv2.imread(str(files[i])) for i in _spread(len(files), count)]
    return [_fit(image, shape) for image in images if image is not None]


def _from_video(
    path: Path, shape: tuple[int, int, int], count: int, among: int | None = None
) -> list[Images]:
    import cv2

    clip = cv2.VideoCapture(str(path))
    try:
        length = max(1, int(clip.get(cv2.CAP_PROP_FRAME_COUNT)))
        wanted = set(_spread(min(length, among or length), count))
        found = []
        for index in range(max(wanted) + 1):
            if not clip.grab():
                break
            if index in wanted:
                there, image = clip.retrieve()
                if there:
                    found.append(_fit(image, shape))
    finally:
        clip.release()
    return found


def _spread(length: int, count: int) -> list[int]:
    return sorted(set(np.linspace(0, length - 1, min(length, count)).astype(int).tolist()))


def _fit(image: Any, shape: tuple[int, int, int]) -> Images:
    """The largest square in the middle of a BGR image, as the network takes it."""
    import cv2

    side = min(image.shape[:2])
    top, left = ((size - side) // 2 for size in image.shape[:2])
    square = image[top : top + side, left : left + side]
    scaled = cv2.resize(square, shape[:0:-1], interpolation=cv2.INTER_AREA)
    channels_first: Images = scaled[..., ::-1].transpose(2, 0, 1).astype(np.float32)
    return channels_first
