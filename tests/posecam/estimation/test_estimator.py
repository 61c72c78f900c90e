"""Found, followed, lost, found again: with an engine that sees a bright figure."""

from __future__ import annotations

from collections.abc import Mapping

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from engines.engine import EngineInfo
from posecam import skeleton
from posecam.estimation.detector import Detection
from posecam.estimation.estimator import Estimator, EstimatorOptions, person_score
from posecam.pose import Frame
from tests.fakes.standing import standing

SIZE = 64
BODY = standing()
HEIGHT = float(np.ptp(BODY[:, 1]))


class SpotEngine:
    """An engine that knows one figure: a white upright rectangle, as tall as the body."""

    def __init__(self) -> None:
        self.batches: list[int] = []
        self.info = EngineInfo("fake", "1", "none", "fp32", "spot", "0")
        self.metadata: Mapping[str, str] = {}
        self.input_shape = (3, SIZE, SIZE)

    def run(self, batch: NDArray[np.float32]) -> dict[str, NDArray[np.float32]]:
        self.batches.append(len(batch))
        joints = np.zeros((len(batch), 16, 3), np.float32)
        scores = np.zeros((len(batch), 16), np.float32)
        for i, image in enumerate(batch):
            bright = image[0] > 100
            if bright.sum() < 8:
                continue
            rows, columns = np.nonzero(bright)
            # The edges are grey by the share of them that the figure covers: no crop is too coarse.
            covered = np.clip((image[0].max(1) - 30) / 225, 0, 1)
            covered[: max(rows.min() - 1, 0)] = covered[rows.max() + 2 :] = 0
            tall = covered.sum()
            top = (covered * np.arange(SIZE)).sum() / tall - (tall - 1) / 2
            scale = tall / HEIGHT
            middle = np.array([columns.mean(), top - BODY[:, 1].min() * scale, 0])
            joints[i] = BODY * scale + middle
            joints[i, :, 2] = BODY[:, 2] * scale
            scores[i] = 0.9
        return {"joints": joints, "scores": scores}

    def close(self) -> None:
        pass


class SpotDetector:
    """Finds bright rectangles; counts how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    def find(self, image: NDArray[np.uint8]) -> Detection:
        self.asked += 1
        _, _, stats, _ = cv2.connectedComponentsWithStats((image[..., 0] > 100).astype(np.uint8))
        boxes = stats[1:, :4].astype(np.float32)
        return Detection(boxes, np.full(len(boxes), 0.9, np.float32))

    def close(self) -> None:
        pass


def image(left: float | None, size: tuple[int, int] = (640, 480)) -> NDArray[np.uint8]:
    image = np.full((size[1], size[0], 3), 30, np.uint8)
    if left is not None:
        x = round(left)
        cv2.rectangle(image, (x, 140), (x + 30, 379), (255, 255, 255), -1)
    return image


def frame(index: int, left: float | None, size: tuple[int, int] = (640, 480)) -> Frame:
    return Frame(image(left, size), index, index / 30, 0)


def make(smoothness: float = 0.0) -> tuple[Estimator, SpotEngine]:
    engine = SpotEngine()
    return Estimator(engine, EstimatorOptions(smoothness=smoothness), SpotDetector()), engine


def test_the_first_frame_already_has_the_pose() -> None:
    estimator, _ = make()
    result = estimator.update(frame(0, 300.0))
    (pose,) = result.poses
    assert pose.frame_id == 0
    head = pose.joints_2d[skeleton.INDEX["head_top"]]
    assert head == pytest.approx([315, 140], abs=6)
    assert {"crop", "network", "smooth", "total"} <= set(result.stages_ms)


def test_the_3d_is_in_millimetres_of_the_height_set() -> None:
    estimator, _ = make()
    # From far away with a long lens: the engine knows no perspective.
    estimator.options = EstimatorOptions(
        subject_height_mm=1900, smoothness=0, field_of_view_deg=2.0
    )
    (pose,) = estimator.update(frame(0, 300.0)).poses
    np.testing.assert_array_equal(pose.joints_3d[skeleton.ROOT], 0)
    np.testing.assert_allclose(pose.joints_3d, BODY * 1900 / skeleton.CANONICAL_HEIGHT_MM, atol=6.0)
    assert pose.root[2] > 1000  # metres away, not millimetres


def test_a_moving_person_keeps_the_number() -> None:
    estimator, engine = make()
    for i in range(60):
        (pose,) = estimator.update(frame(i, 60.0 + 8 * i)).poses
        assert pose.person_id == 0
        assert pose.joints_2d[skeleton.ROOT, 0] == pytest.approx(75 + 8 * i, abs=8)
    assert engine.batches.count(1) >= 50  # one look a frame while following


def test_back_soon_and_near_is_the_same_person() -> None:
    estimator, _ = make()
    assert estimator.update(frame(0, 300.0)).poses
    for i in range(1, 20):
        assert estimator.update(frame(i, None)).poses == ()
    (pose,) = estimator.update(frame(20, 280.0)).poses
    assert pose.person_id == 0


def test_back_much_later_is_another_person() -> None:
    estimator, _ = make()
    assert estimator.update(frame(0, 300.0)).poses
    for i in range(1, 150):
        assert estimator.update(frame(i, None)).poses == ()
    (pose,) = estimator.update(frame(150, 280.0)).poses
    assert pose.person_id == 1


def test_at_the_other_end_of_the_image_is_another_person() -> None:
    estimator, _ = make()
    assert estimator.update(frame(0, 20.0)).poses
    assert estimator.update(frame(1, None)).poses == ()
    for i in range(2, 6):
        poses = estimator.update(frame(i, 580.0)).poses
    assert [pose.person_id for pose in poses] == [1]


def test_one_bad_frame_loses_no_person() -> None:
    estimator, _ = make()
    estimator.update(frame(0, 300.0))
    assert estimator.update(frame(1, None)).poses == ()
    (pose,) = estimator.update(frame(2, 300.0)).poses
    assert pose.person_id == 0


def test_an_empty_image_has_no_person() -> None:
    estimator, _ = make()
    for i in range(6):
        assert estimator.update(frame(i, None)).poses == ()


def test_the_image_may_change_its_size() -> None:
    estimator, _ = make()
    estimator.update(frame(0, 300.0))
    (pose,) = estimator.update(frame(1, 900.0, (1280, 720))).poses
    assert pose.joints_2d[skeleton.ROOT, 0] == pytest.approx(915, abs=8)


def test_smoothness_changes_while_running() -> None:
    estimator, _ = make(smoothness=1.0)
    estimator.update(frame(0, 300.0))
    estimator.options = EstimatorOptions(smoothness=0.0)
    (pose,) = estimator.update(frame(1, 330.0)).poses
    assert pose.joints_2d[skeleton.ROOT, 0] == pytest.approx(345, abs=3)


def test_poses_cannot_be_written_into() -> None:
    estimator, _ = make()
    (pose,) = estimator.update(frame(0, 300.0)).poses
    with pytest.raises(ValueError, match="read-only"):
        pose.joints_2d[0] = 0


def test_a_person_without_legs_is_a_person() -> None:
    scores = np.zeros(16)
    scores[7:16] = 0.8
    assert person_score(scores) == pytest.approx(0.8)


def test_the_distance_does_not_jump_with_one_frame() -> None:
    """A person who grows by a third in one frame has not come a metre nearer in a thirtieth."""
    estimator, _ = make()
    depths = []
    for i in range(90):
        image = np.full((480, 640, 3), 30, np.uint8)
        tall = 240 if i != 30 else 320
        cv2.rectangle(image, (300, 240 - tall // 2), (330, 239 + tall // 2), (255, 255, 255), -1)
        result = estimator.update(Frame(image, i, i / 30, 0))
        if result.poses:
            depths.append(float(result.poses[0].root[2]))
    depths_array = np.array(depths)
    assert len(depths) > 80
    assert np.ptp(depths_array) < 0.08 * depths_array.mean()
