"""What the 2D network makes of images, kept: depth and up learn from it hundreds of times as fast.

A file holds `PART` samples of one record each, in the order in which `MixedBatches` makes them; a
run that was cut off goes on with the next file.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from tqdm import tqdm

from posecam.errors import PosecamError
from training.augment import Augmentation
from training.batches import Batch, MixedBatches, Share
from training.network.lift import Seen
from training.network.lite import HourglassLite

#: Samples in a file.
PART = 256
#: Images that the network sees at once: larger batches leave the processor's caches.
_AT_ONCE = 32
_LABELS = ("joints", "weight", "inside", "depth", "depth_weight", "up")
_SEEN = Seen.__slots__
#: Kept exactly; the others in half precision.
_EXACT = frozenset({"positions", "joints", "inside"})


def keep_features(
    network: HourglassLite,
    sets: Sequence[Share],
    count: int,
    folder: Path,
    *,
    seed: int = 1,
    cache: Path | None = None,
    strength: Augmentation | None = None,
) -> list[Path]:
    """Look at about so many samples, changed at random as in training, and keep what is seen.

    Raises:
        PosecamError: nothing to look at, or the folder cannot be written.
    """
    parts = [folder / f"{number:05d}.npy" for number in range(-(-count // PART))]
    done = next((n for n, part in enumerate(parts) if not part.is_file()), len(parts))
    if done == len(parts):
        return parts
    network.eval()
    batches = MixedBatches(
        sets, [], 0.0, PART, network.size, strength or Augmentation(), seed, cache, first=done
    )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        wanted = tqdm(parts[done:], "looking", unit="part", initial=done, total=len(parts))
        for part, batch in zip(wanted, batches, strict=False):
            values = as_records(_see(network, batch.image), batch)
            unfinished = part.with_suffix(".part")
            with unfinished.open("wb") as file:
                np.save(file, values)
            unfinished.rename(part)
    except OSError as error:
        raise PosecamError(
            f"what the network sees cannot be kept in {folder} ({error})."
        ) from error
    finally:
        batches.close()
    return parts


@torch.inference_mode()
def _see(network: HourglassLite, images: Tensor) -> Seen:
    found = []
    for some in torch.split(images, _AT_ONCE):
        with torch.autocast("cpu", torch.bfloat16):
            found.append(network.see(some)[1])
    return Seen(*(torch.cat([getattr(seen, name).float() for seen in found]) for name in _SEEN))


def as_records(seen: Seen, batch: Batch) -> NDArray[np.void]:
    """(N,) records of what was seen and of the labels."""
    values = {name: getattr(seen, name).numpy() for name in _SEEN}
    values |= {name: getattr(batch, name).numpy() for name in _LABELS}
    kinds = [
        (name, value.dtype if name in _EXACT else np.dtype(np.float16), value.shape[1:])
        for name, value in values.items()
    ]
    out = np.empty(len(batch), np.dtype(kinds))
    for name, value in values.items():
        out[name] = value if name in _EXACT else np.clip(value, -6e4, 6e4)
    return out


class KeptFeatures:
    """Samples of `keep_features`, drawn at random.

    Args:
        parts: files, all of one network.

    Raises:
        PosecamError: one of them cannot be read.
    """

    def __init__(self, parts: Sequence[Path]) -> None:
        try:
            self._parts = [np.load(part, mmap_mode="r") for part in parts]
        except (OSError, ValueError) as error:
            raise PosecamError(f"what was kept of images cannot be read ({error}).") from error
        self._starts = np.cumsum([0, *(len(part) for part in self._parts)])

    def __len__(self) -> int:
        return int(self._starts[-1])

    def draw(self, count: int, rng: np.random.Generator) -> tuple[Seen, Batch]:
        """So many samples; the images of the batch are empty."""
        rows = rng.choice(len(self), count, replace=count > len(self))
        where = np.searchsorted(self._starts, rows, side="right") - 1
        records = np.concatenate(
            [self._parts[p][rows[where == p] - self._starts[p]] for p in np.unique(where)]
        )
        return as_samples(records)


def as_samples(records: NDArray[np.void]) -> tuple[Seen, Batch]:
    """What was seen and the labels of records; the images are empty."""

    def values(name: str) -> Tensor:
        stored = np.ascontiguousarray(records[name])
        return torch.from_numpy(stored if stored.dtype == bool else stored.astype(np.float32))

    images = torch.empty(len(records), 3, 0, 0)
    return Seen(*map(values, _SEEN)), Batch(images, *map(values, _LABELS))
