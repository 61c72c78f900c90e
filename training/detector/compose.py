"""Frames with people in them, and where: at every size, cut off, behind each other, or no
person."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import cv2
import numpy as np
from numpy.typing import NDArray

from posecam.geometry import apply_affine, crop_matrix
from training.detector.people import Boxes, Cutout, Cutouts, Photo, Photos
from training.detector.surroundings import Surroundings
from training.synthesis import degrade
from training.synthesis.degrade import Image

# Frames that go into the network's input: width over height, and how often.
_SHAPES = ((16 / 9, 0.55), (4 / 3, 0.2), (1.0, 0.1), (9 / 16, 0.15))
_EMPTY, _OF_PHOTOS = 0.16, 0.36
#: A person of whom less than this is left in the image counts neither way, unless it is the head.
_LEAST_SEEN = 0.3
_SMALLEST_PX = 10.0


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """A frame in the network's input.

    Attributes:
        image: (H, W, 3) uint8 RGB; black beside the frame.
        boxes: (K, 4) x, y, w, h px of what is seen of people.
        ignored: (L, 4) where it does not matter what the network says.
    """

    image: Image
    boxes: Boxes
    ignored: Boxes


@dataclass(slots=True, eq=False)
class _Canvas:
    """A frame in the making."""

    image: Image
    owner: NDArray[np.int16]  # (h, w) number of the person seen there, -1 no person
    boxes: list[NDArray[np.floating]] = field(default_factory=list)
    ignored: list[NDArray[np.floating]] = field(default_factory=list)
    areas: list[int] = field(default_factory=list)  # of every person, also outside
    heads: list[NDArray[np.floating]] = field(default_factory=list)

    @property
    def size(self) -> tuple[int, int]:
        return self.image.shape[1], self.image.shape[0]


class Composer:
    """Makes scenes; all that is random comes from the generator given."""

    def __init__(
        self,
        cutouts: Cutouts,
        photos: list[Photos],
        surroundings: Surroundings,
        size: tuple[int, int],
    ) -> None:
        """size: (height, width) of the network's input."""
        self._cutouts, self._photos, self._surroundings = cutouts, photos, surroundings
        self._size = size

    def scene(self, rng: np.random.Generator) -> Scene:
        """A frame of any kind."""
        draw = rng.random()
        if draw < _EMPTY:
            canvas = self._canvas(rng)
        elif draw < _EMPTY + _OF_PHOTOS and self._photos:
            canvas = self._panels(rng)
        else:
            canvas = self._group(rng)
        image = degrade.noise(rng, degrade.blur(rng, degrade.expose(rng, canvas.image)))
        if rng.random() < 0.1:
            image = _dim(rng, image)
        if rng.random() < 0.25:
            image = _compressed(rng, image)
        return self._framed(canvas, image)

    def group(self, rng: np.random.Generator) -> Scene:
        """One to four people in one surrounding, not degraded: for measuring."""
        canvas = self._group(rng)
        return self._framed(canvas, canvas.image)

    def _canvas(self, rng: np.random.Generator) -> _Canvas:
        height, width = self._size
        aspect = _SHAPES[int(rng.choice(len(_SHAPES), p=[s for _, s in _SHAPES]))][0]
        scale = min(width / aspect, height)
        frame = (min(width, round(scale * aspect)), min(height, round(scale)))
        image = self._surroundings.choose(rng, frame)
        return _Canvas(image, np.full(frame[::-1], -1, np.int16))

    def _framed(self, canvas: _Canvas, image: Image) -> Scene:
        height, width = self._size
        w, h = canvas.size
        x, y = (width - w) // 2, (height - h) // 2
        out = np.zeros((height, width, 3), np.uint8)
        out[y : y + h, x : x + w] = image
        boxes, ignored = self._seen(canvas)
        shift = np.array([x, y, 0, 0], np.float32)
        return Scene(out, boxes + shift, ignored + shift)

    def _seen(self, canvas: _Canvas) -> tuple[Boxes, Boxes]:
        boxes, ignored = list(canvas.boxes), list(canvas.ignored)
        for number, area in enumerate(canvas.areas):
            there = canvas.owner == number
            count = int(np.count_nonzero(there))
            if not count:
                continue
            columns, rows = np.flatnonzero(there.any(0)), np.flatnonzero(there.any(1))
            x, y = columns[0], rows[0]
            box = np.array([x, y, columns[-1] + 1 - x, rows[-1] + 1 - y], np.float32)
            head = np.rint(canvas.heads[number]).astype(int)
            inside = ((head >= 0) & (head < canvas.size)).all()
            shows_head = bool(inside and there[head[:, 1], head[:, 0]].sum() >= 1)
            enough = count >= _LEAST_SEEN * area or (shows_head and count >= 0.07 * area)
            large = max(box[2:]) >= _SMALLEST_PX and min(box[2:]) >= 0.3 * _SMALLEST_PX
            (boxes if enough and large else ignored).append(box)
        return _stack(boxes), _stack(ignored)

    def _group(self, rng: np.random.Generator) -> _Canvas:
        canvas = self._canvas(rng)
        if self._photos and rng.random() < 0.3:
            for _ in range(int(rng.integers(1, 3))):
                self._soft_photo(rng, canvas)
        count = int(rng.choice([1, 2, 3, 4], p=[0.45, 0.3, 0.15, 0.1]))
        # From small to large, which is from far to near.
        sizes = np.sort(np.exp(rng.uniform(math.log(0.06), math.log(1.5), count)))
        for share in sizes:
            self._add(rng, canvas, float(share))
        if rng.random() < 0.15:
            image, over = degrade.cover(rng, canvas.image, self._surroundings.views)
            canvas.image = image
            canvas.owner[over] = -1
        return canvas

    def _add(self, rng: np.random.Generator, canvas: _Canvas, share: float) -> None:
        """A person, share of the frame's height tall."""
        width, height = canvas.size
        person = self._cutouts.choose(rng)
        if person.cut_below:
            share = max(share, rng.uniform(0.3, 1.0))
        person = _turned(rng, person)
        tall = max(share * height, 8.0)
        how = rng.random()
        if not person.cut_below and how < 0.22:  # coming in from below
            tall = rng.uniform(0.5, 1.7) * height
        person = _scaled(rng, person, tall)
        h, w = person.mask.shape
        x = rng.uniform(-0.15, 1.15) * width - w / 2
        if person.cut_below:
            y = height - h * rng.uniform(0.6, 1.0)
        elif how < 0.22:
            y = rng.uniform(0.3, 0.95) * height
        elif how < 0.34:  # from the side
            seen = rng.uniform(0.2, 0.8) * w
            x = seen - w if rng.random() < 0.5 else width - seen
            y = rng.uniform(0.6, 1.05) * height - h if h < height else rng.uniform(-0.2, 0.2) * h
        elif how < 0.9:
            y = rng.uniform(max(0.45, min(h / height, 1.0)), 1.1) * height - h
            if h > height:
                y = rng.uniform(-0.1, 0.6) * height
        else:
            y = rng.uniform(-0.3, 1.0) * height
        _paste(rng, canvas, person, round(x), round(y))

    def _soft_photo(self, rng: np.random.Generator, canvas: _Canvas) -> None:
        """A photo's person with some of their surroundings, faded into the frame."""
        photo = self._photos[int(rng.integers(len(self._photos)))].choose(rng)
        if len(photo.boxes) != 1 or len(photo.doubtful):
            return
        width, height = canvas.size
        bx, by, bw, bh = photo.boxes[0]
        margin = 0.12 * max(bw, bh)
        tall = math.exp(rng.uniform(math.log(0.15), math.log(0.95))) * height
        scale = tall / bh
        left = rng.uniform(0, 1) * max(width - bw * scale, 1)
        top = rng.uniform(0, 1) * max(height - tall, 1)
        matrix = np.array([[scale, 0, left - bx * scale], [0, scale, top - by * scale]])
        shape = photo.image.shape[:2]
        share = np.zeros(shape, np.float32)
        x0, y0 = max(int(bx - margin), 0), max(int(by - margin), 0)
        share[y0 : int(by + bh + margin), x0 : int(bx + bw + margin)] = 1.0
        share[:2] = share[-2:] = 0
        share[:, :2] = share[:, -2:] = 0
        share = np.asarray(cv2.GaussianBlur(share, (0, 0), max(margin / 3, 1.0)), np.float32)
        flags = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
        small = cv2.resize(photo.image, None, fx=scale, fy=scale, interpolation=flags)
        share = np.asarray(cv2.resize(share, small.shape[1::-1]), np.float32)[..., None]
        x, y = round(float(matrix[0, 2])), round(float(matrix[1, 2]))
        _blend(canvas, degrade.as_image(small), share, x, y)
        canvas.boxes.append(np.array([left, top, bw * scale, tall]))

    def _panels(self, rng: np.random.Generator) -> _Canvas:
        """One to three photos side by side, each enlarged until it fills its panel."""
        canvas = self._canvas(rng)
        width, height = canvas.size
        most = 4 if width > height else 2
        count = int(rng.integers(1, most))
        edges = np.linspace(0, width, count + 1) + np.pad(rng.normal(0, 0.04 * width, count - 1), 1)
        for a, b in zip(edges[:-1].astype(int), edges[1:].astype(int), strict=True):
            if rng.random() < 0.08:
                continue  # what is behind stays
            photo = self._photos[int(rng.integers(len(self._photos)))].choose(rng)
            self._panel(rng, canvas, photo, int(a), int(b))
        return canvas

    def _panel(
        self, rng: np.random.Generator, canvas: _Canvas, photo: Photo, left: int, right: int
    ) -> None:
        height, width = canvas.size[1], right - left
        h, w = photo.image.shape[:2]
        scale = max(width / w, height / h) * math.exp(rng.uniform(0, 0.6))
        # Upper parts are in view more often: people sit at webcams.
        x0 = rng.uniform(0, w - width / scale)
        y0 = rng.beta(0.8, 1.3) * (h - height / scale)
        matrix = np.array([[scale, 0, -x0 * scale], [0, scale, -y0 * scale]])
        flip = rng.random() < 0.5
        if flip:
            matrix = np.array([[-1.0, 0, width - 1], [0, 1, 0]]) @ np.vstack([matrix, [0, 0, 1]])
        flags = cv2.INTER_AREA if scale < 0.7 else cv2.INTER_LINEAR
        canvas.image[:, left:right] = cv2.warpAffine(
            photo.image, matrix, (width, height), flags=flags, borderMode=cv2.BORDER_REFLECT_101
        )
        for boxes, sure in ((photo.boxes, True), (photo.doubtful, False)):
            for box in boxes:
                ends = apply_affine(matrix, np.array([box[:2], box[:2] + box[2:]], np.float64))
                low, high = ends.min(0), ends.max(0)
                cut_low = np.clip(low, 0, (width, height))
                seen = np.clip(high, 0, (width, height)) - cut_low
                if seen.min() < 2:
                    continue
                share = float(seen.prod() / (high - low).prod())
                good = sure and share >= _LEAST_SEEN and seen.max() >= _SMALLEST_PX
                out = np.array([cut_low[0] + left, cut_low[1], *seen])
                (canvas.boxes if good else canvas.ignored).append(out)


def _turned(rng: np.random.Generator, person: Cutout) -> Cutout:
    """Mirrored half of the time, leaning a little, seldom lying; seen from above now and then."""
    image, mask, head = person.image, person.mask, person.head.copy()
    if rng.random() < 0.5:
        image, mask = image[:, ::-1], mask[:, ::-1]
        head[:, 0] = mask.shape[1] - 1 - head[:, 0]
    draw = rng.random()
    if person.cut_below or draw < 0.5:
        return Cutout(image, mask, head, person.cut_below)
    angle = rng.normal() * 0.15 if draw < 0.92 else rng.uniform(-math.pi, math.pi)
    side = mask.shape[0]
    larger = round(1.42 * side)
    matrix = crop_matrix((side - 1) / 2, (side - 1) / 2, larger, larger, angle)
    matrix[1] *= rng.uniform(0.6, 1.0) if rng.random() < 0.25 else 1.0
    return Cutout(
        degrade.as_image(cv2.warpAffine(np.ascontiguousarray(image), matrix, (larger, larger))),
        degrade.as_image(cv2.warpAffine(np.ascontiguousarray(mask), matrix, (larger, larger))),
        apply_affine(matrix, head.astype(np.float64)).astype(np.float32),
        False,
    )


def _scaled(rng: np.random.Generator, person: Cutout, tall: float) -> Cutout:
    """Cut to the mask, `tall` px high, in another light."""
    rows, columns = np.flatnonzero(person.mask.any(1)), np.flatnonzero(person.mask.any(0))
    y, x = int(rows[0]), int(columns[0])
    h, w = int(rows[-1]) + 1 - y, int(columns[-1]) + 1 - x
    size = (max(round(w * tall / h), 2), max(round(tall), 2))
    flags = cv2.INTER_AREA if tall < h else cv2.INTER_LINEAR
    image = cv2.resize(person.image[y : y + h, x : x + w], size, interpolation=flags)
    mask = cv2.resize(person.mask[y : y + h, x : x + w], size, interpolation=flags)
    gain = math.exp(rng.normal() * 0.35) * np.exp(rng.normal(0, 0.06, 3))
    lit = np.clip(image * gain + rng.normal(0, 8), 0, 255).astype(np.uint8)
    head = (person.head - (x, y)) * (tall / h)
    return Cutout(lit, np.asarray(mask, np.uint8), head.astype(np.float32), person.cut_below)


def _paste(rng: np.random.Generator, canvas: _Canvas, person: Cutout, x: int, y: int) -> None:
    """Put a person, upper left corner at x, y, into the frame, sometimes with a shadow."""
    if rng.random() < 0.35:
        blur = max(person.mask.shape[1] * rng.uniform(0.02, 0.12), 0.6)
        soft = cv2.GaussianBlur(person.mask, (0, 0), blur)
        share = np.asarray(soft, np.float32)[..., None] / 255 * rng.uniform(0.15, 0.55)
        dx, dy = rng.normal(0, 0.35) * person.mask.shape[1], rng.normal(0, 0.08) * len(person.mask)
        dark = np.zeros_like(person.image)
        _blend(canvas, dark, np.asarray(share, np.float32), x + round(dx), y + round(dy))
    mask = person.mask
    if min(mask.shape) > 12:
        mask = degrade.as_image(cv2.GaussianBlur(mask, (0, 0), rng.uniform(0.4, 1.0)))
    _blend(canvas, person.image, np.asarray(mask[..., None] / 255, np.float32), x, y)
    width, height = canvas.size
    h, w = person.mask.shape
    x0, y0, x1, y1 = max(x, 0), max(y, 0), min(x + w, width), min(y + h, height)
    if x1 > x0 and y1 > y0:
        part = person.mask[y0 - y : y1 - y, x0 - x : x1 - x] > 127
        canvas.owner[y0:y1, x0:x1][part] = len(canvas.areas)
    canvas.areas.append(int(np.count_nonzero(person.mask > 127)))
    canvas.heads.append(person.head + np.array([x, y], np.float32))


def _blend(canvas: _Canvas, image: Image, share: NDArray[np.float32], x: int, y: int) -> None:
    """Mix an image in, with its share (h, w, 1) 0..1, upper left corner at x, y."""
    width, height = canvas.size
    h, w = image.shape[:2]
    x0, y0, x1, y1 = max(x, 0), max(y, 0), min(x + w, width), min(y + h, height)
    if x1 <= x0 or y1 <= y0:
        return
    target = canvas.image[y0:y1, x0:x1]
    part = share[y0 - y : y1 - y, x0 - x : x1 - x]
    mixed = target * (1 - part) + image[y0 - y : y1 - y, x0 - x : x1 - x] * part
    target[:] = mixed.astype(np.uint8)


def _dim(rng: np.random.Generator, image: Image) -> Image:
    """Too little light: dark and grainy."""
    level = np.float32(rng.uniform(0.25, 0.7))
    grain = rng.standard_normal(image.shape, np.float32) * np.float32(rng.uniform(2, 8))
    return np.clip(image * level + grain, 0, 255).astype(np.uint8)


def _compressed(rng: np.random.Generator, image: Image) -> Image:
    quality = int(rng.integers(20, 80))
    good, data = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, quality])
    read = cv2.imdecode(data, cv2.IMREAD_COLOR) if good else None
    return image if read is None else degrade.as_image(read)


def _stack(boxes: list[NDArray[np.floating]]) -> Boxes:
    return np.array(boxes, np.float32).reshape(-1, 4)
