"""Images without a window: skeletons drawn in, and made as large as a video has them."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from posecam import skeleton
from posecam.pose import HIDDEN_SCORE, SURE_SCORE, Pose, main_number

_SUBPIXEL_BITS = 4
_DOUBTFUL_LIGHT = 0.55
_DOT = (255, 255, 255)


def draw_poses(image: NDArray[np.uint8], poses: Sequence[Pose], main_id: int | None = None) -> None:
    """Draw everybody into a BGR image, the main person above the others and twice as thick.

    Args:
        image: (H, W, 3) uint8, drawn into.
        poses: of the frame, the main person first.
        main_id: number of the main person; None: the first one.
    """
    number = main_number(poses, main_id)
    from_behind = list(reversed(poses))
    from_behind.sort(key=lambda pose: pose.person_id == number)
    for pose in from_behind:
        draw_pose(image, pose, main=pose.person_id == number)


def draw_pose(image: NDArray[np.uint8], pose: Pose, *, main: bool = True) -> None:
    """Draw one person into a BGR image, thinner where it is not the main one."""
    thick = max(2, round(min(image.shape[:2]) / (160 if main else 320)))
    points = np.round(pose.joints_2d * (1 << _SUBPIXEL_BITS)).astype(int)
    if len(pose.scores) == skeleton.KEYPOINT_COUNT:
        thin = max(1, round(thick / 2.2))
        _draw_lines(image, points, pose, skeleton.DETAILS, skeleton.DETAIL_SIDES, thin)
    _draw_lines(image, points, pose, skeleton.BONES, skeleton.BONE_SIDES, thick)
    for joint, score in enumerate(pose.scores[: skeleton.COUNT]):
        if score >= SURE_SCORE:
            centre, radius = tuple(points[joint]), thick << _SUBPIXEL_BITS
            cv2.circle(image, centre, radius, _DOT, -1, cv2.LINE_AA, _SUBPIXEL_BITS)


def _draw_lines(
    image: NDArray[np.uint8],
    points: NDArray[np.int_],
    pose: Pose,
    lines: Sequence[tuple[int, int]],
    sides: Sequence[skeleton.Side],
    thick: int,
) -> None:
    """Lines between a pose's joints at sub-pixel `points`; doubtful ones thin."""
    for (child, parent), side in zip(lines, sides, strict=True):
        score = float(min(pose.scores[child], pose.scores[parent]))
        if score < HIDDEN_SCORE:
            continue
        sure = score >= SURE_SCORE
        thinner = max(1, thick // 3)
        # What cannot be drawn thinner is drawn darker.
        light = 1.0 if sure or thinner < thick else _DOUBTFUL_LIGHT
        red, green, blue = skeleton.COLOURS[side]
        cv2.line(
            image,
            tuple(points[child]),
            tuple(points[parent]),
            (blue * light, green * light, red * light),
            thick if sure else thinner,
            cv2.LINE_AA,
            _SUBPIXEL_BITS,
        )


def fit_into(image: NDArray[np.uint8], width: int, height: int) -> NDArray[np.uint8]:
    """The whole image, as large as it fits into that size, in the middle of black."""
    if image.shape[:2] == (height, width):
        return image
    scale = min(width / image.shape[1], height / image.shape[0])
    if not 0 <= scale - 1 < 2 / min(width, height):  # else only made even
        size = (max(1, round(image.shape[1] * scale)), max(1, round(image.shape[0] * scale)))
        image = np.asarray(cv2.resize(image, size), np.uint8)
    out = np.zeros((height, width, 3), np.uint8)
    h, w = min(image.shape[0], height), min(image.shape[1], width)
    top, left = (height - h) // 2, (width - w) // 2
    out[top : top + h, left : left + w] = image[:h, :w]
    return out
