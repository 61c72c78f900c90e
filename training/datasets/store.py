"""Images decoded once: a uint8 memory map of square crops, with the way back to the image."""

from __future__ import annotations

import hashlib
import json
import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from posecam.errors import PosecamError
from posecam.geometry import crop_matrix, square_crop
from training.datasets.records import Records

#: Wide enough for rotation, shift and scale without leaving the stored image.
STORE_MARGIN = 1.9
STORE_SIZE = 256
#: Threads that decode, at most.
_DECODERS = 8


@dataclass(frozen=True, slots=True, eq=False)
class ImageStore:
    """Crops of a `Records`.

    Attributes:
        images: (N, S, S, 3) uint8 RGB, read from disk as needed.
        matrices: (N, 2, 3) float64, image px to crop px.
        readable: (N,) bool; False where the file could not be decoded.
    """

    images: NDArray[np.uint8]
    matrices: NDArray[np.float64]
    readable: NDArray[np.bool_]


def cache_folder() -> Path:
    """Where decoded images and checkpoints live; POSECAM_TRAINING_CACHE overrides it."""
    root = os.environ.get("POSECAM_TRAINING_CACHE")
    return Path(root) if root else Path.home() / ".cache" / "posecam-training"


def open_store(records: Records, cache: Path | None = None, size: int = STORE_SIZE) -> ImageStore:
    """The store of these records, made on first use.

    An image that cannot be decoded is skipped, counted and named on standard error.

    Raises:
        PosecamError: no image could be read, or the disk is full.
    """
    folder = (cache or cache_folder()) / "images"
    key = hashlib.sha256()
    key.update(json.dumps([records.name, size, STORE_MARGIN]).encode())
    key.update("\n".join(records.files.tolist()).encode())
    key.update(records.box.tobytes())
    base = folder / f"{records.name}-{size}-{key.hexdigest()[:16]}"
    images_file, extra_file = base.with_suffix(".npy"), base.with_suffix(".npz")
    if not (images_file.is_file() and extra_file.is_file()):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _decode(records, size, images_file, extra_file)
        except OSError as error:
            raise PosecamError(f"decoded images cannot be kept in {folder} ({error}).") from error
    with np.load(extra_file) as extra:
        matrices, readable = extra["matrices"], extra["readable"]
    return ImageStore(np.load(images_file, mmap_mode="r"), matrices, readable)


def _decode(records: Records, size: int, images_file: Path, extra_file: Path) -> None:
    count = len(records)
    temporary = images_file.with_suffix(".part")
    images = np.lib.format.open_memmap(
        temporary, mode="w+", dtype=np.uint8, shape=(count, size, size, 3)
    )
    matrices = np.zeros((count, 2, 3))
    readable = np.zeros(count, bool)
    bad: list[str] = []

    def decode(i: int) -> None:
        image = cv2.imread(str(records.files[i]), cv2.IMREAD_COLOR)
        if image is None or image.size == 0:
            return
        matrices[i] = crop_matrix(*square_crop(records.box[i], STORE_MARGIN), size)
        crop = cv2.warpAffine(image, matrices[i], (size, size), flags=cv2.INTER_LINEAR)
        images[i] = cv2.cvtColor(crop, cv2.COLOR_BGR2RGB)
        readable[i] = True

    with ThreadPoolExecutor(min(os.cpu_count() or 1, _DECODERS)) as pool:
        numbers = range(count)
        decoded = pool.map(decode, numbers)
        for i, _ in zip(numbers, tqdm(decoded, f"decoding {records.name}", count), strict=True):
            if not readable[i]:
                bad.append(str(records.files[i]))
    if bad:
        tqdm.write(f"{records.name}: {len(bad)} images cannot be read: {', '.join(bad[:5])}")
    if not readable.any():
        temporary.unlink()
        raise PosecamError(f"{records.name}: none of its {count} images can be read.")
    images.flush()
    np.savez(extra_file, matrices=matrices, readable=readable)
    temporary.rename(images_file)
