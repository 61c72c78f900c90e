"""Where the estimator looks."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from posecam.estimation.crops import (
    Crop,
    Cropper,
    crop_around,
    follow,
    to_frame,
)


@pytest.mark.parametrize("side", [100.0, 260.0, 1400.0])
def test_points_come_back_to_the_frame(side: float) -> None:
    """A bright spot, found in the crop's image, is where it was in the frame."""
    frame = np.zeros((900, 1600, 3), np.uint8)
    spot = np.array([611.0, 402.0])
    blob = max(2.0, side / 60)
    rows, columns = np.mgrid[:900, :1600]
    glow = np.exp(-((columns - spot[0]) ** 2 + (rows - spot[1]) ** 2) / (2 * blob**2))
    frame[...] = np.round(255 * glow)[..., None].astype(np.uint8)
    batch, back = Cropper(224).crop(frame, [Crop(620.0, 410.0, side)])
    assert batch.shape == (1, 3, 224, 224)
    image = batch[0, 1]
    ys, xs = np.mgrid[:224, :224]
    centroid = np.array([(image * xs).sum(), (image * ys).sum()]) / image.sum()
    found = to_frame(centroid[None], back[0])[0]
    assert np.abs(found - spot).max() < 0.01 * side + 0.2


def test_colours_arrive_as_rgb() -> None:
    frame = np.zeros((50, 50, 3), np.uint8)
    frame[...] = (255, 128, 1)  # blue, green, red
    batch, _ = Cropper(32).crop(frame, [Crop(24.5, 24.5, 40)])
    np.testing.assert_allclose(batch[0, :, 16, 16], [1, 128, 255])


def test_a_crop_goes_round_the_joints_that_are_seen() -> None:
    joints = np.tile(np.array([200.0, 200.0]), (16, 1))
    joints[:6] = [[150, 150], [250, 150], [150, 350], [250, 350], [200, 250], [5000, 5000]]
    scores = np.zeros(16)
    scores[:6] = 0.9
    crop = crop_around(joints, scores, (640, 480))
    assert crop is not None
    assert (crop.cx, crop.cy) == (200.0, 250.0)
    assert crop.side == pytest.approx(200 * 1.35)
    scores[3:] = 0
    assert crop_around(joints, scores, (640, 480)) is None


def test_crops_grow_at_once_and_shrink_slowly() -> None:
    small, large = Crop(0, 0, 100), Crop(0, 0, 200)
    assert follow(small, large).side == 200
    assert 170 < follow(large, small).side < 200


def test_crops_of_odd_frames() -> None:
    thin = np.zeros((40, 3000, 3), np.uint8)
    cv2.circle(thin, (1500, 20), 10, (255, 255, 255), -1)
    batch, _ = Cropper(224).crop(thin, [Crop(1499.5, 19.5, 3000.0)])
    assert batch.max() > 50
