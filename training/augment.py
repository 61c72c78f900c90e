"""From a stored crop to a training sample: geometry, colour, occluders, truncation."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from posecam.geometry import (
    CROP_MARGIN,
    apply_affine,
    crop_matrix,
    crop_rotation,
    invert_affine,
    joints_box,
    square_crop,
)
from training.datasets.records import Records
from training.datasets.store import ImageStore
from training.network.lift import DEPTH_UNIT

Image = NDArray[np.uint8]

_FLIP = np.array(skeleton.KEYPOINT_FLIP)
_LEGS = [i for i, n in enumerate(skeleton.NAMES) if n.endswith(("ankle", "knee"))]
_BELOW_CHEST = [*_LEGS, *(skeleton.INDEX[n] for n in ("r_hip", "l_hip", "pelvis"))]
_ARMS = {
    side: [skeleton.INDEX[f"{side}_{part}"] for part in ("wrist", "elbow")] for side in ("r", "l")
}
#: Depth of a whole body in the image, in `DEPTH_UNIT` of the side, seldom exceeds this.
USUAL_REACH = 2.0
#: Depth of a joint that the image does not show is a guess.
UNSEEN_TRUST = 0.3


@dataclass(frozen=True, slots=True)
class Augmentation:
    """Strengths; zero or False switches a part off.

    Attributes:
        rotate: how many images turn, by about half of `rotation_deg` and never more than it.
        full_rotation_prob: how many turn by any angle at all: labels of people upside down are few
            and poor, those of upright people turned upside down are neither.
    """

    rotation_deg: float = 45.0
    rotate: float = 0.6
    full_rotation_prob: float = 0.15
    scale: float = 0.18
    shift: float = 0.06
    flip: float = 0.5
    truncate: float = 0.25
    colour: float = 0.25
    blur: float = 0.15
    noise: float = 0.15
    occlude: float = 0.3


NONE = Augmentation(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """One training example.

    Attributes:
        image: (size, size, 3) uint8 RGB.
        joints: (31, 2) px of the image.
        weight: (31,) weight of each joint's heatmap; 0 where nothing is known.
        inside: (31,) False where the joint lies outside: its heatmap must be empty.
        depth: (31,) in `DEPTH_UNIT` of the side, relative to the pelvis; 0 where unknown.
        depth_weight: (31,).
        up: (3,) unit vector away from the ground in the crop's frame; 0 where unknown.
    """

    image: Image
    joints: NDArray[np.float32]
    weight: NDArray[np.float32]
    inside: NDArray[np.bool_]
    depth: NDArray[np.float32]
    depth_weight: NDArray[np.float32]
    up: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Patch:
    """What covers a part of an image.

    Attributes:
        x, y, w, h: where, px.
        other: number of the image that it is cut from; -1 for one colour.
        top: how far down it is cut, 0..1.
        colour: RGB.
        ellipse: or the whole rectangle.
    """

    x: int
    y: int
    w: int
    h: int
    other: int
    top: float
    colour: tuple[int, int, int]
    ellipse: bool


@dataclass(frozen=True, slots=True, eq=False)
class Draw:
    """How one sample is changed, drawn at random.

    Attributes:
        keep: (16,) joints that the crop is made round, if at least three of them are known.
        zoom: factor of the crop's side.
        shift: (2,) of its middle, in parts of the side.
        angle: radians.
        flip: left and right.
        contrast, light, tint: of the colours; `light` in levels, `tint` (3,) by channel.
        grey: no colours.
        blur: standard deviation, px; 0 for none.
        noise: standard deviation, levels; 0 for none.
        patches: what is covered.
    """

    keep: NDArray[np.bool_]
    zoom: float
    shift: NDArray[np.float64]
    angle: float
    flip: bool
    contrast: float
    light: float
    tint: NDArray[np.float64]
    grey: bool
    blur: float
    noise: float
    patches: tuple[Patch, ...]


def draw(strength: Augmentation, size: int, others: int, rng: np.random.Generator) -> Draw:
    """Draw how a sample of a side is changed; `others` images may lend patches."""
    keep = _truncation(strength.truncate, rng)
    zoom = math.exp(float(np.clip(rng.normal() * strength.scale, -0.4, 0.4)))
    shift = rng.normal(size=2) * strength.shift
    angle = 0.0
    if rng.random() < strength.rotate:
        limit = strength.rotation_deg
        angle = math.radians(float(np.clip(rng.normal() * limit / 2, -limit, limit)))
    if rng.random() < strength.full_rotation_prob:
        angle = rng.uniform(-math.pi, math.pi)
    flip = bool(rng.random() < strength.flip)
    contrast, light, tint, grey = 1.0, 0.0, np.ones(3), False
    if strength.colour:
        contrast = 1 + rng.uniform(-1, 1) * strength.colour
        tint = 1 + rng.uniform(-1, 1, 3) * strength.colour * 0.5
        light = rng.uniform(-1, 1) * strength.colour * 120
        grey = bool(rng.random() < 0.1)
    blur = rng.uniform(0.5, 1.8) if rng.random() < strength.blur else 0.0
    noise = rng.uniform(2, 10) if rng.random() < strength.noise else 0.0
    patches: tuple[Patch, ...] = ()
    if rng.random() < strength.occlude:
        patches = tuple(_patch(size, others, rng) for _ in range(int(rng.integers(1, 3))))
    return Draw(keep, zoom, shift, angle, flip, contrast, light, tint, grey, blur, noise, patches)


def _patch(size: int, others: int, rng: np.random.Generator) -> Patch:
    w, h = (int(v) for v in rng.uniform(0.06, 0.3, 2) * size)
    x, y = int(rng.integers(0, size - w)), int(rng.integers(0, size - h))
    other = int(rng.integers(others)) if others and rng.random() < 0.5 else -1
    red, green, blue = (int(v) for v in rng.integers(0, 256, 3))
    ellipse = bool(rng.random() < 0.5)
    return Patch(x, y, w, h, other, float(rng.random()), (red, green, blue), ellipse)


def make_sample(
    records: Records,
    store: ImageStore,
    row: int,
    size: int,
    strength: Augmentation,
    rng: np.random.Generator,
) -> Sample:
    """Cut, turn, mirror and spoil one person's image, and its labels with it."""
    return changed(records, store, row, size, draw(strength, size, len(store.images), rng), rng)


def changed(
    records: Records,
    store: ImageStore,
    row: int,
    size: int,
    how: Draw,
    rng: np.random.Generator,
) -> Sample:
    """One person's image, and its labels with it, changed as drawn; rng makes the noise."""
    stored = store.images[row]
    known = records.known[row].copy()
    joints = apply_affine(store.matrices[row], records.joints_2d[row].astype(np.float64))
    per_image_px = float(np.linalg.norm(store.matrices[row][:, 0]))

    # The tracker cuts its crops round the sixteen joints.
    body = known[: skeleton.COUNT]
    seen = body & how.keep
    box = joints_box(joints[: skeleton.COUNT], seen if seen.sum() >= 3 else body)
    cx, cy, side = square_crop(box, CROP_MARGIN)
    side *= how.zoom
    cx += how.shift[0] * side
    cy += how.shift[1] * side
    matrix = crop_matrix(cx, cy, side, size, how.angle)
    up = _up_in_crop(records, store, row, (cx, cy), how.angle)
    if how.flip:
        matrix = np.array([[-1.0, 0, size - 1], [0, 1, 0]]) @ np.vstack([matrix, [0, 0, 1]])
    image = cv2.warpAffine(stored, matrix, (size, size), flags=cv2.INTER_LINEAR)
    joints = apply_affine(matrix, joints)
    scale = size / side * per_image_px
    depth = records.depth_px[row] * scale / (DEPTH_UNIT * size)
    weight = records.reliable[row] * known
    if how.flip:
        joints, known, weight, depth = joints[_FLIP], known[_FLIP], weight[_FLIP], depth[_FLIP]
        up = up * np.array([-1.0, 1.0, 1.0])

    inside = np.asarray(((joints >= -0.5) & (joints < size - 0.5)).all(-1), bool)
    image = _cover(_spoil(_image(image), how, rng), store, how.patches)
    has_depth = np.isfinite(depth)
    # In a close-up the same millimetres are many pixels; one such sample must not outshout a batch.
    reach = float(np.abs(depth[has_depth]).max()) if has_depth.any() else 0.0
    trust = records.depth_weight[row] / max(1.0, reach / USUAL_REACH)
    depth_weight = has_depth * trust * np.where(inside & known, 1.0, UNSEEN_TRUST)
    return Sample(
        image,
        joints.astype(np.float32),
        weight.astype(np.float32),
        inside,
        np.where(has_depth, depth, 0).astype(np.float32),
        depth_weight.astype(np.float32),
        up.astype(np.float32),
    )


def _up_in_crop(
    records: Records, store: ImageStore, row: int, middle: tuple[float, float], angle: float
) -> NDArray[np.float64]:
    """(3,) which way is up in the frame of a crop; zeros where no one knows.

    Args:
        middle: of the crop, px of the stored image.
        angle: by which the crop is turned, as in `crop_matrix`.
    """
    up = records.up[row].astype(np.float64)
    if not np.isfinite(up).all():
        return np.zeros(3)
    camera = records.camera[row].astype(np.float64)
    if np.isfinite(camera).all():
        towards = apply_affine(invert_affine(store.matrices[row]), np.array(middle))
        up = crop_rotation(camera[0], camera[1:], towards) @ up
    c, s = math.cos(angle), math.sin(angle)
    return np.asarray(np.array([[c, s, 0], [-s, c, 0], [0, 0, 1]]) @ up)


def make_negative(
    image: Image, size: int, strength: Augmentation, rng: np.random.Generator
) -> Sample:
    """A piece of an image with no person in it: every heatmap must stay empty."""
    height, width = image.shape[:2]
    side = rng.uniform(0.25, 0.9) * min(height, width)
    cx, cy = rng.uniform(side / 2, width - side / 2), rng.uniform(side / 2, height - side / 2)
    matrix = crop_matrix(cx, cy, side, size, rng.normal() * 0.1)
    piece = cv2.warpAffine(image, matrix, (size, size), borderMode=cv2.BORDER_REFLECT_101)
    count = skeleton.KEYPOINT_COUNT
    return Sample(
        _spoil(_image(piece), draw(strength, size, 0, rng), rng),
        np.zeros((count, 2), np.float32),
        np.ones(count, np.float32),
        np.zeros(count, bool),
        np.zeros(count, np.float32),
        np.zeros(count, np.float32),
        np.zeros(3, np.float32),
    )


def _truncation(chance: float, rng: np.random.Generator) -> NDArray[np.bool_]:
    """Which joints the crop shall be made round: people sit at webcams."""
    keep = np.ones(skeleton.COUNT, bool)
    if rng.random() >= chance:
        return keep
    kind = rng.random()
    if kind < 0.45:
        keep[_LEGS] = False
    elif kind < 0.75:
        keep[_BELOW_CHEST] = False
    else:
        keep[_ARMS["r" if rng.random() < 0.5 else "l"]] = False
    return keep


def _image(values: NDArray[Any]) -> Image:
    """OpenCV's results, of which its stubs know no type."""
    return np.asarray(values, np.uint8)


def _spoil(image: Image, how: Draw, rng: np.random.Generator) -> Image:
    ramp = np.arange(256)[:, None]
    table = ((ramp - 128) * how.contrast + 128 + how.light) * how.tint
    image = _image(cv2.LUT(image, np.clip(table, 0, 255).astype(np.uint8)[None]))
    if how.grey:
        grey = cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
        image = _image(cv2.cvtColor(grey, cv2.COLOR_GRAY2RGB))
    if how.blur:
        image = _image(cv2.GaussianBlur(image, (0, 0), how.blur))
    if how.noise:
        noise = rng.normal(0, how.noise, image.shape)
        image = np.clip(image + noise, 0, 255).astype(np.uint8)
    return image


def _cover(image: Image, store: ImageStore, patches: Sequence[Patch]) -> Image:
    """Cover ellipses and rectangles with pieces of other images or one colour."""
    image = image.copy() if patches else image
    for one in patches:
        w, h = one.w, one.h
        if one.other >= 0:
            other = store.images[one.other]
            top = int(one.top * max(other.shape[0] - h, 0))
            patch = other[top : top + h, :w]
            h, w = patch.shape[:2]
        else:
            patch = np.broadcast_to(np.array(one.colour, np.uint8), (h, w, 3))
        target = image[one.y : one.y + h, one.x : one.x + w]
        if one.ellipse:
            mask = np.zeros((h, w), np.uint8)
            cv2.ellipse(mask, (w // 2, h // 2), (w // 2, h // 2), 0, 0, 360, 1, -1)
            np.copyto(target, patch, where=mask[..., None].astype(bool))
        else:
            target[:] = patch
    return image
