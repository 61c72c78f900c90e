"""Mixed batches whose images are changed on the device: the processor gathers and draws.

What `MixedBatches` makes sample by sample, for where the network learns faster than one thread of a
processor can make samples.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from posecam import skeleton
from posecam.geometry import crop_matrix
from training.augment import Augmentation, Draw, draw
from training.batches import Batch, People, Share, people_of, shares_of
from training.datasets.store import STORE_SIZE
from training.device_augment import Plan, augment, plan
from training.loop import made_ahead
from training.placing import Placed, crop_matrices, inverted, place
from training.rendering.feed import RenderFeed

_FIELDS = fields(Placed)
#: Pieces of images without people that are cut once.
_PIECES = 1024


@dataclass(frozen=True, slots=True, eq=False)
class RawBatch:
    """Stored images, how they are to be changed, and labels that are changed already.

    Attributes:
        stored: (N, S, S, 3) uint8.
        how: of the images.
        size: side of the network's input.
        labels: of `Batch`, by name.
    """

    stored: Tensor
    how: Plan
    size: int
    labels: dict[str, Tensor]

    def __len__(self) -> int:
        return len(self.stored)

    def to(self, device: torch.device) -> Batch:
        """The batch, its images changed there."""

        def there(tensor: Tensor) -> Tensor:
            return tensor.to(device, non_blocking=True)

        image = augment(there(self.stored), self.how.mapped(there), self.size)
        return Batch(image=image, **{name: there(v) for name, v in self.labels.items()})

    def pinned(self) -> RawBatch:
        """The same in memory that a GPU reads without the processor."""

        def pin(tensor: Tensor) -> Tensor:
            return tensor.pin_memory()

        labels = {name: pin(v) for name, v in self.labels.items()}
        return RawBatch(pin(self.stored), self.how.mapped(pin), self.size, labels)


class DeviceBatches:
    """An endless iterator of `RawBatch`; `close` ends its thread. Arguments as of `MixedBatches`.

    Args:
        pin: put them where a GPU reads them.
    """

    def __init__(
        self,
        sets: Sequence[Share],
        negatives: Sequence[NDArray[np.uint8]],
        negative_share: float,
        batch: int,
        size: int,
        strength: Augmentation,
        seed: int,
        cache: Path | None = None,
        *,
        pin: bool = False,
    ) -> None:
        self.people, self.shares = people_of(sets, cache), shares_of(sets)
        self.pieces = cut_pieces(negatives, np.random.default_rng(seed))
        self.negative_share = negative_share if len(self.pieces) else 0.0
        self.batch, self.size, self.strength = batch, size, strength
        self._seed, self._made, self._pin = seed, 0, pin
        self._batches = made_ahead(self._make)

    def __iter__(self) -> Iterator[RawBatch]:
        return iter(self._batches)

    def close(self) -> None:
        """End the thread."""
        self._batches.close()

    def _make(self) -> RawBatch:
        rng = np.random.default_rng((self._seed, self._made))
        self._made += 1
        shares = np.append(self.shares * (1 - self.negative_share), self.negative_share)
        counts = rng.multinomial(self.batch, shares / shares.sum())
        draws = [draw(self.strength, self.size, self.batch, rng) for _ in range(self.batch)]
        images = torch.empty(self.batch, STORE_SIZE, STORE_SIZE, 3, dtype=torch.uint8)
        stored, placed, begin = images.numpy(), [], 0
        for people, count in zip(self.people, counts[:-1], strict=True):
            end = begin + int(count)
            if end > begin:
                placed.append(self._take(people, draws[begin:end], stored[begin:end], rng))
            begin = end
        if begin < self.batch:
            some = rng.integers(len(self.pieces), size=self.batch - begin)
            stored[begin:] = self.pieces[some]
            placed.append(self._silent(draws[begin:], rng))
        joined = {f.name: np.concatenate([getattr(p, f.name) for p in placed]) for f in _FIELDS}
        how = plan(draws, inverted(joined.pop("matrix")))
        labels = {name: torch.from_numpy(_single(values)) for name, values in joined.items()}
        raw = RawBatch(images, how, self.size, labels)
        return raw.pinned() if self._pin else raw

    def _take(
        self,
        people: People | RenderFeed,
        draws: Sequence[Draw],
        stored: NDArray[np.uint8],
        rng: np.random.Generator,
    ) -> Placed:
        """Copy so many people's images and place their labels."""
        whole = np.zeros(len(draws), bool)
        while not whole.any():
            rows = rng.choice(people.rows(), len(draws))
            versions = people.versions(rows)
            np.take(people.store.images, rows, axis=0, out=stored)
            placed = place(people.records, people.store, rows, self.size, draws)
            whole = (versions % 2 == 0) & (versions == people.versions(rows))
        if not whole.all():  # a new person came meanwhile: another one counts twice
            torn = np.flatnonzero(~whole)
            given = rng.choice(np.flatnonzero(whole), len(torn))
            stored[torn] = stored[given]
            for one in _FIELDS:
                values = getattr(placed, one.name)
                values[torn] = values[given]
        return placed

    def _silent(self, draws: Sequence[Draw], rng: np.random.Generator) -> Placed:
        """Pieces without people, a part of each: every heatmap must stay empty."""
        count, keypoints = len(draws), skeleton.KEYPOINT_COUNT
        side = rng.uniform(0.45, 0.85, count) * STORE_SIZE
        room = (STORE_SIZE - side) / 2
        middle = STORE_SIZE / 2 + rng.uniform(-1, 1, (count, 2)) * room[:, None]
        nothing = np.zeros((count, keypoints))
        return Placed(
            matrix=crop_matrices(middle, side, self.size, rng.normal(size=count) * 0.1),
            joints=np.zeros((count, keypoints, 2)),
            weight=np.ones((count, keypoints)),
            inside=np.zeros((count, keypoints), bool),
            depth=nothing,
            depth_weight=nothing,
            up=np.zeros((count, 3)),
        )


def cut_pieces(images: Sequence[NDArray[np.uint8]], rng: np.random.Generator) -> NDArray[np.uint8]:
    """(N, S, S, 3) squares of images without people, of every size that they have."""
    if not images:
        return np.zeros((0, STORE_SIZE, STORE_SIZE, 3), np.uint8)
    out = np.empty((_PIECES, STORE_SIZE, STORE_SIZE, 3), np.uint8)
    for number in range(_PIECES):
        image = images[number % len(images)]
        height, width = image.shape[:2]
        side = rng.uniform(0.4, 1.0) * min(height, width)
        cx, cy = (rng.uniform(side / 2, extent - side / 2) for extent in (width, height))
        matrix = crop_matrix(cx, cy, side, STORE_SIZE)
        cv2.warpAffine(image, matrix, (STORE_SIZE, STORE_SIZE), dst=out[number])
    return out


def _single(values: NDArray[np.generic]) -> NDArray[np.generic]:
    return values if values.dtype == bool else values.astype(np.float32)
