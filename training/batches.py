"""Mixed batches: so many samples of every set, made in a background thread."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from posecam.errors import PosecamError
from training.augment import Augmentation, Sample, make_negative, make_sample
from training.datasets.records import Records
from training.datasets.store import PictureStore, open_store
from training.prefetch import Prefetched


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Stacked `Sample`s; the image is (N, 3, S, S) float32, channels last."""

    image: Tensor
    joints: Tensor
    weight: Tensor
    inside: Tensor
    depth: Tensor
    depth_weight: Tensor


def collate(samples: Sequence[Sample]) -> Batch:
    """Stack samples into tensors."""
    image = torch.from_numpy(np.stack([s.image for s in samples])).permute(0, 3, 1, 2)
    return Batch(
        image.float().contiguous(memory_format=torch.channels_last),
        *(
            torch.from_numpy(np.stack([getattr(s, name) for s in samples]))
            for name in ("joints", "weight", "inside", "depth", "depth_weight")
        ),
    )


def read_negatives(folders: Sequence[Path]) -> list[NDArray[np.uint8]]:
    """RGB pictures without people, from all jpg files below the folders."""
    pictures = []
    for folder in folders:
        for path in sorted(folder.rglob("*.jpg")):
            image = cv2.imread(str(path), cv2.IMREAD_COLOR)
            if image is not None and min(image.shape[:2]) >= 64:
                pictures.append(np.asarray(cv2.cvtColor(image, cv2.COLOR_BGR2RGB), np.uint8))
    return pictures


class MixedBatches:
    """An endless iterator of `Batch`; `close` ends its thread.

    Args:
        sets: records with their share in a batch.
        negatives: pictures with nobody in them; `negative_share` of the batch is cut from them.
        batch: samples a batch.
        size: side of the network's input.
        seed: the sequence of batches depends on it and on nothing else.
    """

    def __init__(
        self,
        sets: Sequence[tuple[Records, float]],
        negatives: Sequence[NDArray[np.uint8]],
        negative_share: float,
        batch: int,
        size: int,
        strength: Augmentation,
        seed: int,
        cache: Path | None = None,
    ) -> None:
        if not sets or sum(share for _, share in sets) <= 0:
            raise PosecamError("nothing to train on: give at least one set with a share above 0.")
        self.records = [records for records, _ in sets]
        shares = np.array([share for _, share in sets], float)
        self.shares = shares / shares.sum()
        self.stores: list[PictureStore] = [open_store(r, cache) for r in self.records]
        self.rows = [
            np.flatnonzero(store.readable & (records.known.sum(-1) >= 3))
            for store, records in zip(self.stores, self.records, strict=True)
        ]
        self.negatives = list(negatives)
        self.negative_share = negative_share if self.negatives else 0.0
        self.batch, self.size, self.strength = batch, size, strength
        self.rng = np.random.default_rng(seed)
        self._batches = Prefetched(lambda: collate([self._sample() for _ in range(self.batch)]))

    def _sample(self) -> Sample:
        if self.rng.random() < self.negative_share:
            picture = self.negatives[int(self.rng.integers(len(self.negatives)))]
            return make_negative(picture, self.size, self.strength, self.rng)
        which = int(self.rng.choice(len(self.records), p=self.shares))
        row = int(self.rng.choice(self.rows[which]))
        return make_sample(
            self.records[which], self.stores[which], row, self.size, self.strength, self.rng
        )

    def __iter__(self) -> Iterator[Batch]:
        return iter(self._batches)

    def close(self) -> None:
        """End the thread."""
        self._batches.close()
