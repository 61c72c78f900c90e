"""The newest rendered people in memory that processes share: images cut out, keypoints beside them.

The memory has no name: it is a file descriptor that workers are started with, and it is gone when
the last process that has it ends, however that ends.
"""

from __future__ import annotations

import math
import mmap
import os
import tempfile
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from posecam.errors import PosecamError
from posecam.geometry import crop_matrix, square_crop
from training.datasets.folder import pinholes
from training.datasets.records import Records, make_records
from training.datasets.store import STORE_MARGIN, STORE_SIZE, ImageStore
from training.synthesis.scene import Truth

NAME = "rendered"
_K = skeleton.KEYPOINT_COUNT
#: Arrays of `Records` of which every slot has a row, with the shape of a row.
_OF_RECORDS: dict[str, tuple[type, tuple[int, ...]]] = {
    "box": (np.float32, (4,)),
    "joints_2d": (np.float32, (_K, 2)),
    "known": (np.bool_, (_K,)),
    "joints_3d": (np.float32, (_K, 3)),
    "depth_px": (np.float32, (_K,)),
    "depth_weight": (np.float32, ()),
    "reliable": (np.float32, (_K,)),
    "camera": (np.float32, (3,)),
    "head_px": (np.float32, ()),
    "area": (np.float32, ()),
    "up": (np.float32, (3,)),
}
_OF_SLOT: dict[str, tuple[type, tuple[int, ...]]] = {
    "images": (np.uint8, (STORE_SIZE, STORE_SIZE, 3)),
    "matrices": (np.float64, (2, 3)),
    #: Odd while the slot is written, and larger every time; 0 where it never was.
    "version": (np.uint32, ()),
    **_OF_RECORDS,
}
#: Every array begins at a multiple of so many bytes.
_ALIGNED = 64


def slot_bytes() -> int:
    """Memory that one person takes."""
    return sum(_bytes(1, kind, shape) for kind, shape in _OF_SLOT.values())


class Reservoir:
    """So many slots, each with a person; written by workers, read by the trainer.

    Attributes:
        descriptor: of the memory, to start workers with.
        capacity: slots.
        workers: processes that write; worker w has the slots w, w + workers ...
        records, store: what lies in the slots, as a set's records and images would.
        version: (capacity,) see `_OF_SLOT`.
        begun: (workers,) images that each worker has begun.
    """

    def __init__(self, descriptor: int, capacity: int, workers: int) -> None:
        self.descriptor, self.capacity, self.workers = descriptor, capacity, workers
        memory = mmap.mmap(descriptor, _total(capacity, workers))
        place = 0

        def array(kind: type, shape: tuple[int, ...]) -> NDArray[Any]:
            nonlocal place
            flat: NDArray[Any] = np.frombuffer(memory, kind, math.prod(shape), place)
            place += _bytes(1, kind, shape)
            return flat.reshape(shape)

        self._arrays = {n: array(k, (capacity, *s)) for n, (k, s) in _OF_SLOT.items()}
        self.begun = np.asarray(array(np.int64, (workers,)), np.int64)
        self.version = np.asarray(self._arrays["version"], np.uint32)
        own = {name: self._arrays[name] for name in _OF_RECORDS}
        files = np.full(capacity, "", np.str_)
        self.records = Records(name=NAME, files=files, **own)  # type: ignore[arg-type]
        self.store = ImageStore(
            np.asarray(self._arrays["images"], np.uint8),
            np.asarray(self._arrays["matrices"], np.float64),
            np.ones(capacity, bool),
        )

    @staticmethod
    def create(capacity: int, workers: int) -> Reservoir:
        """Fresh memory, empty. Pages are taken as they are written.

        Raises:
            PosecamError: there is no such memory here.
        """
        try:
            if hasattr(os, "memfd_create"):
                descriptor = os.memfd_create("posecam-rendered")
            else:
                with tempfile.TemporaryFile() as file:
                    descriptor = os.dup(file.fileno())
            os.ftruncate(descriptor, _total(capacity, workers))
            return Reservoir(descriptor, capacity, workers)
        except (OSError, ValueError) as error:
            raise PosecamError(
                f"memory for {capacity} rendered people cannot be shared ({error})."
            ) from error

    def close(self) -> None:
        """Give the descriptor back; the memory lives as long as an array of it."""
        os.close(self.descriptor)

    def ready(self) -> NDArray[np.intp]:
        """Slots in which a person is who can be learnt from."""
        whole = (self.version > 0) & (self.version % 2 == 0)
        return np.flatnonzero(whole & (self.records.known[:, : skeleton.COUNT].sum(1) >= 3))

    def write(self, slot: int, image: NDArray[np.uint8], truth: Truth) -> None:
        """Put a person into a slot.

        Args:
            image: (H, W, 3) RGB.
        """
        person = _record(truth)
        matrix = crop_matrix(*square_crop(person.box[0], STORE_MARGIN), STORE_SIZE)
        crop = cv2.warpAffine(image, matrix, (STORE_SIZE, STORE_SIZE), flags=cv2.INTER_LINEAR)
        self.version[slot] += 1
        self._arrays["images"][slot] = crop
        self._arrays["matrices"][slot] = matrix
        for name in _OF_RECORDS:
            self._arrays[name][slot] = getattr(person, name)[0]
        self.version[slot] += 1

    def repair(self, worker: int) -> None:
        """Forget what a worker was writing when it died."""
        own = self.version[worker :: self.workers]
        own[own % 2 == 1] = 0


def _record(truth: Truth) -> Records:
    """The records of one person, as of a rendered folder."""
    return make_records(
        NAME,
        [Path()],
        truth.joints_2d[None].astype(np.float32),
        truth.visible[None],
        box=truth.box[None].astype(np.float32),
        joints_3d=truth.joints_3d[None].astype(np.float32),
        camera=pinholes(truth.camera[None].astype(np.float32)),
        up=truth.up[None].astype(np.float32),
    )


def _bytes(count: int, kind: type, shape: tuple[int, ...]) -> int:
    whole = count * math.prod(shape) * np.dtype(kind).itemsize
    return -(-whole // _ALIGNED) * _ALIGNED


def _total(capacity: int, workers: int) -> int:
    whole = sum(_bytes(1, kind, (capacity, *shape)) for kind, shape in _OF_SLOT.values())
    return whole + _bytes(1, np.int64, (workers,))
