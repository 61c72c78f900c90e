"""How good a detector is: on held-out photos, composed groups, empty places, and clips."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from engines import Engine, EngineError, load
from posecam.errors import PosecamError
from posecam.geometry import box_overlap, distinct, letterbox
from training.detector.compose import Composer
from training.detector.people import Boxes, Cutouts, Photos, photo_folders
from training.detector.sheet import RED, draw_boxes, write_sheet
from training.detector.surroundings import ASSETS, Surroundings
from training.synthesis.degrade import Image, as_image

#: The application's: `posecam.estimation.detector`.
THRESHOLD, SAME_PERSON = 0.40, 0.5
MATCH_IOU = 0.5
#: Upper ends of the bands of height, in shares of the network's input, that recall is told by.
BANDS = (0.15, 0.4, 1.01)
SEED = 20
# Frames of a clip that are drawn.
_SHEET = 64


def run_detector(
    engine: Engine, image: Image, threshold: float = THRESHOLD
) -> tuple[Boxes, NDArray[np.float32]]:
    """Boxes (N, 4) px of an RGB image and scores (N,), the best first."""
    _, height, width = engine.input_shape
    frame = (image.shape[1], image.shape[0])
    left, top, size = letterbox(frame, (width, height))
    smaller = size[0] < frame[0]
    flags = cv2.INTER_AREA if smaller else cv2.INTER_LINEAR
    batch = np.zeros((1, 3, height, width), np.float32)
    small = cv2.resize(image, size, interpolation=flags)
    batch[0, :, top : top + size[1], left : left + size[0]] = small.transpose(2, 0, 1)
    out = engine.run(batch)
    boxes, scores = out["boxes"][0], out["scores"][0]
    boxes, scores = boxes[scores >= threshold], scores[scores >= threshold]
    scale = np.array([frame[0] / size[0], frame[1] / size[1]], np.float32)
    low = (boxes[:, :2] - (left, top)) * scale
    high = np.clip(low + boxes[:, 2:] * scale, 0, frame)
    low = np.clip(low, 0, frame)
    boxes = np.concatenate([low, high - low], 1).astype(np.float32)
    kept = distinct(boxes, SAME_PERSON)
    return boxes[kept], scores[kept]


@dataclass(slots=True)
class Tally:
    """People found, missed and made up over a number of images."""

    images: int = 0
    people: int = 0
    found: int = 0
    false: int = 0
    bands: list[list[int]] = field(default_factory=lambda: [[0, 0] for _ in BANDS])

    def add(self, boxes: Boxes, truth: Boxes, doubtful: Boxes, height: int) -> None:
        """Match an image's boxes, the best first, to the people in it."""
        self.images += 1
        self.people += len(truth)
        free = np.ones(len(truth), bool)
        for box in boxes:
            shared = np.where(free, box_overlap(truth, box), 0) if len(truth) else np.zeros(0)
            if len(shared) and shared.max() >= MATCH_IOU:
                free[int(shared.argmax())] = False
                self.found += 1
            elif not _excused(box, doubtful):
                self.false += 1
        for person, missed in zip(truth, free, strict=True):
            band = next(i for i, end in enumerate(BANDS) if person[3] / height <= end)
            self.bands[band][0] += not missed
            self.bands[band][1] += 1

    def __str__(self) -> str:
        recall = self.found / max(self.people, 1)
        precision = self.found / max(self.found + self.false, 1)
        bands = ", ".join(
            f"to {min(end, 1):.0%} {a / max(n, 1):.3f}"
            for end, (a, n) in zip(BANDS, self.bands, strict=True)
        )
        false = self.false / max(self.images, 1)
        if not self.people:
            return f"{self.images} images, false {false:.4f} an image"
        return (
            f"{self.images} images, {self.people} people, recall {recall:.3f} "
            f"(by height: {bands}), precision {precision:.3f}, false {false:.4f} an image"
        )


def _excused(box: NDArray[np.float32], doubtful: Boxes) -> bool:
    """Whether a box without a partner may be a person all the same."""
    for other in doubtful:
        low, high = (
            np.maximum(box[:2], other[:2]),
            np.minimum(box[:2] + box[2:], other[:2] + other[2:]),
        )
        if np.clip(high - low, 0, None).prod() >= 0.5 * box[2:].prod():
            return True
    return False


def evaluate(
    network: Path,
    data: Path | None = None,
    rendered: Sequence[Path] = (),
    clip: Path | None = None,
    truth: Path | None = None,
    sheet: Path | None = None,
    threshold: float = THRESHOLD,
    precision: str = "fp32",
    count: int = 400,
) -> dict[str, float]:
    """Print the figures of a detector; see the module's docstring.

    Args:
        data: folder with lspet, ccp and synth_assets.
        rendered: folders of rendered people with masks.
        clip: a video; with `truth`, a table of first_frame, last_frame, people, it is scored, and
            with `sheet` an image of its frames with boxes is written.
        count: images of each kind.

    Raises:
        PosecamError: something cannot be read.
    """
    figures: dict[str, float] = {}
    try:
        engine = load(network, backend="openvino", precision=precision, threads=1)  # type: ignore[arg-type]
    except EngineError as error:
        raise PosecamError(str(error)) from error
    try:
        if data is not None:
            figures |= _on_sets(engine, data, rendered, threshold, count)
        if clip is not None:
            figures |= _on_clip(engine, clip, truth, sheet, threshold)
    finally:
        engine.close()
    return figures


def _on_sets(
    engine: Engine, data: Path, rendered: Sequence[Path], threshold: float, count: int
) -> dict[str, float]:
    figures: dict[str, float] = {}
    folders = photo_folders(data)
    photos = [Photos(folder, "val") for folder in folders]
    for folder, held_out in zip(folders, photos, strict=True):
        tally = Tally()
        for row in np.linspace(0, len(held_out) - 1, min(count, len(held_out))).astype(int):
            photo = held_out.get(int(row))
            boxes, _ = run_detector(engine, photo.image, threshold)
            tally.add(boxes, photo.boxes, photo.doubtful, photo.image.shape[0])
        figures |= _told(f"{folder.name}, held out", tally)
    surroundings = Surroundings(data / ASSETS, photos, held_out=True, views=count)
    if rendered:
        _, height, width = engine.input_shape
        composer = Composer(Cutouts(rendered, True), photos, surroundings, (height, width))
        rng, tally = np.random.default_rng(SEED), Tally()
        for _ in range(count):
            scene = composer.group(rng)
            boxes, _ = run_detector(engine, scene.image, threshold)
            tally.add(boxes, scene.boxes, scene.ignored, height)
        figures |= _told("composed groups", tally)
    tally = Tally()
    no_one = np.zeros((0, 4), np.float32)
    for view in surroundings.views:
        boxes, _ = run_detector(engine, view, threshold)
        tally.add(boxes, no_one, no_one, view.shape[0])
    return figures | _told("empty panoramas, held out", tally)


def _told(name: str, tally: Tally) -> dict[str, float]:
    print(f"{name}: {tally}")
    figures = {f"{name} false": tally.false / max(tally.images, 1)}
    if tally.people:
        figures[f"{name} recall"] = tally.found / tally.people
        figures[f"{name} precision"] = tally.found / max(tally.found + tally.false, 1)
    return figures


def read_truth(path: Path) -> list[tuple[int, int, int]]:
    """Rows of first_frame, last_frame, people.

    Raises:
        PosecamError: it is no such table.
    """
    try:
        with path.open(newline="", encoding="utf-8") as stream:
            rows = csv.DictReader(stream)
            return [(int(r["first_frame"]), int(r["last_frame"]), int(r["people"])) for r in rows]
    except (OSError, KeyError, ValueError, TypeError) as error:
        raise PosecamError(f"{path} is no table of frames and people ({error}).") from error


def _frames(clip: Path) -> Iterable[Image]:
    video = cv2.VideoCapture(str(clip))
    if not video.isOpened():
        raise PosecamError(f"{clip} is no video that can be read.")
    try:
        while True:
            good, frame = video.read()
            if not good:
                return
            yield np.asarray(cv2.cvtColor(frame, cv2.COLOR_BGR2RGB), np.uint8)
    finally:
        video.release()


def _on_clip(
    engine: Engine, clip: Path, truth: Path | None, sheet: Path | None, threshold: float
) -> dict[str, float]:
    counts: list[int] = []
    drawn: list[Image] = []
    for frame in _frames(clip):
        boxes, scores = run_detector(engine, frame, threshold)
        counts.append(len(boxes))
        if sheet is not None:
            drawn.append(_drawn(frame, boxes, scores, len(counts) - 1))
    seen = np.array(counts)
    figures = {"frames": float(len(seen)), "frames with a box": float((seen > 0).sum())}
    if truth is not None:
        figures |= score_clip(seen, read_truth(truth))
    print(f"{clip.name}: " + ", ".join(f"{k} {v:g}" for k, v in figures.items()))
    if sheet is not None:
        rows = np.linspace(0, len(drawn) - 1, min(_SHEET, len(drawn))).astype(int)
        write_sheet([drawn[i] for i in rows], sheet)
    return figures


def score_clip(seen: NDArray[np.integer], truth: list[tuple[int, int, int]]) -> dict[str, float]:
    """Figures of boxes a frame against a table: shares in per cent, delays in frames."""
    people = [seen[a : b + 1] for a, b, n in truth if n > 0]
    empty = [seen[a : b + 1] for a, b, n in truth if n == 0]
    delays = [int(np.argmax(part > 0)) if (part > 0).any() else len(part) for part in people]
    with_people = np.concatenate(people) if people else np.zeros(0)
    without = np.concatenate(empty) if empty else np.zeros(0)
    return {
        "found %": round(100 * float((with_people > 0).mean()), 2),
        "too many %": round(100 * float((with_people > 1).mean()), 2),
        "false on empty %": round(100 * float((without > 0).mean()), 2),
        "latest found after": float(max(delays, default=0)),
    }


def _drawn(
    frame: Image, boxes: Boxes, scores: NDArray[np.float32], number: int, width: int = 320
) -> Image:
    scale = width / frame.shape[1]
    height = round(frame.shape[0] * scale)
    small = as_image(cv2.resize(frame, (width, height), interpolation=cv2.INTER_AREA))
    draw_boxes(small, boxes * np.float32(scale), scores=scores)
    cv2.putText(small, str(number), (2, height - 4), 0, 0.4, RED, 1, cv2.LINE_AA)
    return small
