"""People to learn from: cut out of rendered images, and on photos with boxes round them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from posecam.errors import PosecamError
from posecam.geometry import box_overlap, joints_box
from training.datasets import Records, read
from training.datasets.teacher import TEACHER
from training.synthesis.degrade import Image
from training.synthesis.light import read_image

Boxes = NDArray[np.float32]

#: Folders of photos that the detector learns from, below the data folder.
PHOTOS = ("lspet", "ccp")

# A box of the teacher from this score on is a person, below it no one knows.
_SURE = 0.5
# The joints' box grows by so much of its larger side to hold the body round them.
_FLESH = 0.10
# Images rendered with a wider lens than this have people turned inside out.
_SHORTEST_FOCAL = 100.0
_SMALLEST_MASK = 400
_HELD_OUT_EVERY = 20
_HEAD = [skeleton.INDEX["head_top"], skeleton.INDEX["upper_neck"]]


@dataclass(frozen=True, slots=True, eq=False)
class Cutout:
    """A person without surroundings.

    Attributes:
        image: (h, w, 3) uint8 RGB.
        mask: (h, w) uint8, 255 where the person is.
        head: (2, 2) px, top of the head and neck.
        cut_below: the lower edge of the image cuts the person off.
    """

    image: Image
    mask: NDArray[np.uint8]
    head: NDArray[np.float32]
    cut_below: bool


@dataclass(frozen=True, slots=True, eq=False)
class Photo:
    """A photo and who is on it.

    Attributes:
        image: (h, w, 3) uint8 RGB.
        boxes: (K, 4) x, y, w, h px of people.
        doubtful: (L, 4) where there may be a person.
    """

    image: Image
    boxes: Boxes
    doubtful: Boxes


class Cutouts:
    """Rendered people with masks; every twentieth is held out."""

    def __init__(self, folders: Sequence[Path], held_out: bool = False) -> None:
        """Read the annotations of folders of `python -m training synthesize`.

        Raises:
            PosecamError: none, or not what that writes.
        """
        self._files: list[tuple[Path, Path]] = []
        heads = []
        for folder in folders:
            annotations = folder / "annotations.npz"
            if not (folder / "masks").is_dir() or not annotations.is_file():
                raise PosecamError(f"{folder} is no folder of rendered people: masks/ is missing.")
            with np.load(annotations, allow_pickle=False) as stored:
                usable = stored["camera"][:, 0, 0] >= _SHORTEST_FOCAL
                usable &= (np.arange(len(usable)) % _HELD_OUT_EVERY == 0) == held_out
                rows = np.flatnonzero(usable)
                names = [str(name) for name in stored["files"][rows]]
                heads.append(stored["joints_2d"][rows][:, _HEAD])
            self._files += [
                (folder / "images" / n, folder / "masks" / f"{Path(n).stem}.png") for n in names
            ]
        if not self._files:
            raise PosecamError("there is no folder of rendered people with masks.")
        self._heads = np.concatenate(heads).astype(np.float32)

    def __len__(self) -> int:
        return len(self._files)

    def choose(self, rng: np.random.Generator) -> Cutout:
        """Anybody who is whole, or cut off by nothing but the image's lower edge."""
        while True:
            row = int(rng.integers(len(self._files)))
            image, mask_file = self._files[row]
            mask = cv2.imread(str(mask_file), cv2.IMREAD_GRAYSCALE)
            if mask is None:
                raise PosecamError(f"{mask_file} is no image.")
            if mask[0].any() or mask[:, 0].any() or mask[:, -1].any():
                continue
            if np.count_nonzero(mask) < _SMALLEST_MASK:
                continue
            cut = bool(mask[-1].any())
            return Cutout(read_image(image), np.asarray(mask, np.uint8), self._heads[row], cut)


class Photos:
    """Photos of an LSPET or teacher-only folder, with NanoDet's boxes of `teacher.npz`."""

    def __init__(self, folder: Path, split: str) -> None:
        """Read the labels of a folder.

        Raises:
            PosecamError: no teacher's boxes there, or something is broken.
        """
        everyone = read(folder)
        rows = {str(f): i for i, f in enumerate(everyone.files)}
        try:
            with np.load(folder / TEACHER, allow_pickle=False) as stored:
                found, where = stored["person_boxes"], stored["person_box_image"]
        except (OSError, ValueError, KeyError) as error:
            raise PosecamError(f"{folder / TEACHER} has no people's boxes ({error}).") from error
        self.records: Records = read(folder, split)
        self._found = [found[where == rows[str(f)]] for f in self.records.files]

    def __len__(self) -> int:
        return len(self.records)

    def get(self, row: int) -> Photo:
        """The photo of a row."""
        image = read_image(Path(str(self.records.files[row])))
        height, width = image.shape[:2]
        joints, known = self.records.joints_2d[row], self.records.known[row]
        main = None
        if known.sum() >= 6:
            main = joints_box(joints, known)
            grow = _FLESH * float(main[2:].max())
            main = main + np.array([-grow, -grow, 2 * grow, 2 * grow], np.float32)
        boxes, doubtful = settle(main, self._found[row])
        return Photo(image, _inside(boxes, width, height), _inside(doubtful, width, height))

    def choose(self, rng: np.random.Generator) -> Photo:
        """Any photo."""
        return self.get(int(rng.integers(len(self))))


def photo_folders(data: Path) -> list[Path]:
    """The folders of photos that are there."""
    return [data / name for name in PHOTOS if (data / name).is_dir()]


def settle(main: NDArray[np.floating] | None, found: NDArray[np.floating]) -> tuple[Boxes, Boxes]:
    """Sure and doubtful boxes from a labelled person and what a detector found (M, 5: box, score).

    The labelled person's box is the detector's where the two agree. What else was found on the
    same place is dropped: it is a part of that person, or a second box.
    """
    sure: list[NDArray[np.floating]] = []
    found = found[np.argsort(-found[:, 4])]
    if main is not None:
        agreeing = box_overlap(found[:, :4], main) >= 0.5
        sure.append(found[np.argmax(agreeing), :4] if agreeing.any() else main)
    doubtful: list[NDArray[np.floating]] = []
    for row in found:
        box = row[:4]
        same = [box_overlap(box[None], s)[0] >= 0.4 or _within(box, s) >= 0.75 for s in sure]
        if any(same):
            continue
        (sure if row[4] >= _SURE else doubtful).append(box)
    return _stack(sure), _stack(doubtful)


def _within(box: NDArray[np.floating], other: NDArray[np.floating]) -> float:
    """Share of a box that lies in another."""
    low, high = np.maximum(box[:2], other[:2]), np.minimum(box[:2] + box[2:], other[:2] + other[2:])
    return float(np.clip(high - low, 0, None).prod()) / max(float(box[2] * box[3]), 1e-6)


def _stack(boxes: list[NDArray[np.floating]]) -> Boxes:
    return np.array(boxes, np.float32).reshape(-1, 4)


def _inside(boxes: Boxes, width: int, height: int) -> Boxes:
    low = np.clip(boxes[:, :2], 0, (width, height))
    high = np.clip(boxes[:, :2] + boxes[:, 2:], 0, (width, height))
    clipped = np.concatenate([low, high - low], 1).astype(np.float32)
    return np.asarray(clipped[(clipped[:, 2:] >= 4).all(1)], np.float32)
