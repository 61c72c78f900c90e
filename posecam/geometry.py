"""Crop and frame, weak perspective, bone-length scale: the geometry shared by app and training.

Pixel convention: integer coordinates are pixel centres; a box (x, y, w, h) covers x-0.5 .. x+w-0.5
only where that half pixel matters, which is inside `crop_matrix`.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from posecam import skeleton

Array = NDArray[np.floating]

#: Side of the square crop over the larger side of the box round the visible joints.
CROP_MARGIN = 1.35


def square_crop(box: Array, margin: float = CROP_MARGIN) -> tuple[float, float, float]:
    """Centre x, centre y and side of the square crop for a tight box (x, y, w, h) of joints."""
    x, y, w, h = (float(v) for v in box)
    return x + w / 2, y + h / 2, max(w, h, 1.0) * margin


def joints_box(joints_2d: Array, mask: NDArray[np.bool_] | None = None) -> Array:
    """Tight box (x, y, w, h) round (J, 2) joints, of which mask says the ones to use."""
    points = joints_2d if mask is None else joints_2d[mask]
    low, high = points.min(0), points.max(0)
    return np.concatenate([low, high - low])


def crop_matrix(cx: float, cy: float, side: float, size: int, angle: float = 0.0) -> Array:
    """(2, 3) affine that takes frame pixels to the pixels of a size x size crop.

    Args:
        cx, cy: centre of the crop in the frame, px.
        side: side of the crop in the frame, px.
        size: side of the crop's image, px.
        angle: radians; the crop's image is turned by it, counter-clockwise as seen.
    """
    scale = size / side
    c, s = math.cos(angle) * scale, math.sin(angle) * scale
    half = (size - 1) / 2
    return np.array(
        [[c, s, half - c * cx - s * cy], [-s, c, half + s * cx - c * cy]], dtype=np.float64
    )


def invert_affine(matrix: Array) -> Array:
    """Inverse of a (2, 3) affine."""
    linear = np.linalg.inv(matrix[:, :2])
    return np.concatenate([linear, -linear @ matrix[:, 2:]], axis=1)


def apply_affine(matrix: Array, points: Array) -> Array:
    """Apply a (2, 3) affine to (..., 2) points."""
    return np.asarray(points @ matrix[:, :2].T + matrix[:, 2])


def letterbox(frame: tuple[int, int], into: tuple[int, int]) -> tuple[int, int, tuple[int, int]]:
    """Where a whole frame lies in a network's input, its proportions kept, in the middle.

    Args:
        frame, into: (width, height), px.

    Returns:
        left, top and (width, height) of the frame in the input, px.
    """
    scale = min(into[0] / frame[0], into[1] / frame[1])
    width = min(max(round(frame[0] * scale), 1), into[0])
    height = min(max(round(frame[1] * scale), 1), into[1])
    return (into[0] - width) // 2, (into[1] - height) // 2, (width, height)


def box_overlap(boxes: Array, box: Array) -> Array:
    """(N,) intersection over union of (N, 4) boxes (x, y, w, h) with one box."""
    low = np.maximum(boxes[:, :2], box[:2])
    high = np.minimum(boxes[:, :2] + boxes[:, 2:], box[:2] + box[2:])
    shared = np.clip(high - low, 0, None).prod(1)
    union = boxes[:, 2:].prod(1) + box[2] * box[3] - shared
    return np.asarray(shared / np.maximum(union, 1e-6))


def distinct(boxes: Array, most_overlap: float) -> list[int]:
    """Rows of (N, 4) boxes, the best first, that overlap no better one by more than this."""
    kept: list[int] = []
    for row in range(len(boxes)):
        if not kept or box_overlap(boxes[kept], boxes[row]).max() <= most_overlap:
            kept.append(row)
    return kept


def bone_lengths(joints: Array) -> Array:
    """(..., 15) lengths of the table's bones of (..., 16, D) joints, in the joints' unit."""
    child, parent = np.array(skeleton.BONES).T
    return np.asarray(np.linalg.norm(joints[..., child, :] - joints[..., parent, :], axis=-1))


def millimetres_per_unit(
    joints: Array, scores: Array | None = None, height_mm: float = skeleton.CANONICAL_HEIGHT_MM
) -> float:
    """Scale that takes (16, 3) joints up to a factor to millimetres.

    The sum of bone lengths is set equal to the canonical skeleton's (Zhou et al., ICCV 2017,
    section 4: the network's output is right up to scale). With scores, a bone counts by the
    lower score of its two ends, so joints out of view do not distort the size.
    """
    lengths = bone_lengths(joints)
    canonical = skeleton.BONE_LENGTHS_MM * (height_mm / skeleton.CANONICAL_HEIGHT_MM)
    weights = np.ones_like(lengths)
    if scores is not None:
        child, parent = np.array(skeleton.BONES).T
        weights = np.minimum(scores[child], scores[parent]).astype(np.float64)
        weights = np.maximum(weights, 1e-3)
    total = float((lengths * weights).sum())
    return float((canonical * weights).sum()) / max(total, 1e-9)


def focal_length_px(size: tuple[int, int], field_of_view_deg: float) -> float:
    """Focal length in px of a pinhole camera that sees this angle along the image's longer side.

    A telephone held upright has the same lens as one held level.
    """
    return max(size) / 2 / math.tan(math.radians(field_of_view_deg) / 2)


def crop_rotation(focal_px: float, centre: Array, towards: Array) -> Array:
    """(3, 3) rotation that takes directions of the camera frame to the frame of a crop.

    The crop's z axis is the ray through its middle; the turn from the one to the other is the
    shortest (Rodrigues), so that the crop's x stays to the right.

    Args:
        focal_px: of the camera, in frame px.
        centre: (2,) middle of the frame, px.
        towards: (2,) middle of the crop, frame px.
    """
    ray = np.append((np.asarray(towards) - centre) / focal_px, 1.0)
    ray = ray / np.linalg.norm(ray)
    axis = np.array([ray[1], -ray[0], 0.0])  # ray x z, of length sine
    cross = np.array([[0, 0, axis[1]], [0, 0, -axis[0]], [-axis[1], axis[0], 0]])
    return np.asarray(np.eye(3) + cross + cross @ cross / (1 + ray[2]))


def in_camera(joints: Array, focal_px: float, centre: Array, towards: Array) -> Array:
    """(J, 3) joints of a network's crop as they lie in the camera frame, relative to the pelvis.

    The network sees a person straight ahead, so its depth runs along the ray through the middle of
    the crop, and what is nearer looks larger. With c the direction of that ray, d the one through
    a joint (third component 1), and Z the pelvis' depth, which is the focal length in this unit,

        joint = d * (Z |c| + depth) / (d . c / |c|)

    Args:
        joints: x, y in frame px, depth in frame px relative to the pelvis (row `skeleton.ROOT`).
        focal_px: of the camera, in frame px.
        centre: (2,) middle of the image, px.
        towards: (2,) middle of the crop, frame px.

    Returns:
        (J, 3) in frame px at the pelvis' depth: x right, y down, z away from the camera.
    """
    rays = np.concatenate([(joints[:, :2] - centre) / focal_px, np.ones((len(joints), 1))], 1)
    ahead = np.append((np.asarray(towards) - centre) / focal_px, 1.0)
    length = float(np.linalg.norm(ahead))
    pelvis = focal_px * length
    # A joint at or behind the lens is a wrong depth; it is left in front of it.
    depth = np.maximum(pelvis + joints[:, 2], 0.1 * pelvis)
    placed = rays * (depth / (rays @ (ahead / length)))[:, None]
    return np.asarray(placed - placed[skeleton.ROOT])


def root_position(
    root_px: Array, mm_per_px: float, frame_size: tuple[int, int], field_of_view_deg: float
) -> Array:
    """Pelvis in the camera frame, mm, from weak perspective.

    A body seen at mm_per_px stands at depth focal length x mm_per_px; x and y follow from the
    offset of the pelvis from the middle of the image.
    """
    width, height = frame_size
    focal = focal_length_px(frame_size, field_of_view_deg)
    dx = float(root_px[0]) - (width - 1) / 2
    dy = float(root_px[1]) - (height - 1) / 2
    return np.array([dx * mm_per_px, dy * mm_per_px, focal * mm_per_px])


def procrustes(source: Array, target: Array) -> Array:
    """Source (J, 3) moved by the similarity that brings it nearest to target (J, 3).

    Umeyama, PAMI 1991: rotation from the SVD of the covariance with det = +1, least-squares scale.
    """
    ms, mt = source.mean(0), target.mean(0)
    s, t = source - ms, target - mt
    u, d, vt = np.linalg.svd(t.T @ s)
    sign = np.sign(np.linalg.det(u @ vt))
    diagonal = np.array([1.0, 1.0, sign])
    rotation = u @ np.diag(diagonal) @ vt
    scale = float((d * diagonal).sum()) / max(float((s**2).sum()), 1e-12)
    return np.asarray(scale * s @ rotation.T + mt)
