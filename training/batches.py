"""Mixed batches: so many samples of every set, made in a background thread."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from posecam import skeleton
from posecam.errors import PosecamError
from training.augment import Augmentation, Sample, make_negative, make_sample
from training.datasets.records import Records
from training.datasets.store import open_store
from training.loop import made_ahead
from training.rendering.feed import RenderFeed


@dataclass(frozen=True, slots=True, eq=False)
class Batch:
    """Stacked `Sample`s; the image is (N, 3, S, S) float32, channels last."""

    image: Tensor
    joints: Tensor
    weight: Tensor
    inside: Tensor
    depth: Tensor
    depth_weight: Tensor
    up: Tensor

    def first(self, keypoints: int) -> Batch:
        """The same with the first so many keypoints."""
        if keypoints == self.joints.shape[1]:
            return self
        each = ("joints", "weight", "inside", "depth", "depth_weight")
        return replace(self, **{name: getattr(self, name)[:, :keypoints] for name in each})

    def __len__(self) -> int:
        return len(self.image)

    def thinned(self, most: int) -> Batch:
        """At most so many of the samples, from all over the batch."""
        step = -(-len(self) // most)
        return Batch(*(getattr(self, name)[::step] for name in self.__slots__))

    def to(self, device: torch.device) -> Batch:
        """The same on a device."""
        return Batch(*(getattr(self, name).to(device) for name in self.__slots__))


def collate(samples: Sequence[Sample]) -> Batch:
    """Stack samples into tensors."""
    image = torch.from_numpy(np.stack([s.image for s in samples])).permute(0, 3, 1, 2)
    return Batch(
        image.float().contiguous(memory_format=torch.channels_last),
        *(
            torch.from_numpy(np.stack([getattr(s, name) for s in samples]))
            for name in ("joints", "weight", "inside", "depth", "depth_weight", "up")
        ),
    )


def read_negatives(folders: Sequence[Path]) -> list[NDArray[np.uint8]]:
    """RGB images without people, from all jpg files below the folders."""
    images = []
    for folder in folders:
        for path in sorted(folder.rglob("*.jpg")):
            image = cv2.imread(str(path), cv2.IMREAD_COLOR)
            if image is not None and min(image.shape[:2]) >= 64:
                images.append(np.asarray(cv2.cvtColor(image, cv2.COLOR_BGR2RGB), np.uint8))
    return images


class People:
    """The people of a set that can be learnt from, each as likely as the other.

    Raises:
        PosecamError: there is none.
    """

    def __init__(self, records: Records, cache: Path | None = None) -> None:
        self.records, self.store = records, open_store(records, cache)
        known = records.known[:, : skeleton.COUNT].sum(-1)
        self._rows = np.flatnonzero(self.store.readable & (known >= 3))
        self._version = np.zeros(len(records), np.uint32)
        if not len(self._rows):
            raise PosecamError(
                f"{records.name}: no person in it has three known joints and an image that can "
                "be read."
            )

    def rows(self) -> NDArray[np.intp]:
        """Of the records."""
        return self._rows

    def version(self, row: int) -> int:
        """Changes when another person takes a row: never."""
        return int(self._version[row])

    def versions(self, rows: NDArray[np.integer]) -> NDArray[np.uint32]:
        """The same of several rows."""
        return np.asarray(self._version[rows])


#: A set, or people who are rendered meanwhile, with its share in a batch.
Share = tuple[Records | RenderFeed, float]


def people_of(sets: Sequence[Share], cache: Path | None) -> list[People | RenderFeed]:
    """What samples are drawn from.

    Raises:
        PosecamError: there is nothing, or no person in one of them.
    """
    if not sets or sum(share for _, share in sets) <= 0:
        raise PosecamError("nothing to train on: give at least one set with a share above 0.")
    return [
        source if isinstance(source, RenderFeed) else People(source, cache)
        for source, share in sets
        if share > 0
    ]


def shares_of(sets: Sequence[Share]) -> NDArray[np.float64]:
    """Of a batch, how much is each of `people_of`'s."""
    shares = np.array([share for _, share in sets if share > 0], float)
    return np.asarray(shares / shares.sum())


class MixedBatches:
    """An endless iterator of `Batch`; `close` ends its thread.

    Args:
        sets: records with their share in a batch.
        negatives: images with no person in them; `negative_share` of the batch is cut from them.
        batch: samples a batch.
        size: side of the network's input.
        seed: the sequence of samples depends on it and on nothing else; with people who are
            rendered meanwhile, on how fast they come as well.
        part, parts: of a batch, make every `parts`-th sample, beginning with number `part`.
        first: batch to begin with.
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
        part: int = 0,
        parts: int = 1,
        first: int = 0,
    ) -> None:
        self.people, self.shares = people_of(sets, cache), shares_of(sets)
        self.negatives = list(negatives)
        self.negative_share = negative_share if self.negatives else 0.0
        self.batch, self.size, self.strength = batch, size, strength
        self.seed, self.part, self.parts = seed, part, parts
        self._made = first
        self._batches = made_ahead(self._make)

    def _make(self) -> Batch:
        first, self._made = self._made * self.batch, self._made + 1
        numbers = range(first + self.part, first + self.batch, self.parts)
        return collate([self._sample(np.random.default_rng((self.seed, n))) for n in numbers])

    def _sample(self, rng: np.random.Generator) -> Sample:
        if rng.random() < self.negative_share:
            image = self.negatives[int(rng.integers(len(self.negatives)))]
            return make_negative(image, self.size, self.strength, rng)
        people = self.people[int(rng.choice(len(self.people), p=self.shares))]
        while True:
            row = int(rng.choice(people.rows()))
            version = people.version(row)
            sample = make_sample(people.records, people.store, row, self.size, self.strength, rng)
            if version % 2 == 0 and people.version(row) == version:
                return sample

    def __iter__(self) -> Iterator[Batch]:
        return iter(self._batches)

    def close(self) -> None:
        """End the thread."""
        self._batches.close()
