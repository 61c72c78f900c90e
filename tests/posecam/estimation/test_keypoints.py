"""A network of thirty-one keypoints: all are carried, and the sixteen are followed as ever."""

from __future__ import annotations

from dataclasses import replace

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from posecam.estimation.bones import apply_bone_lengths
from posecam.estimation.estimator import Estimator, EstimatorOptions
from posecam.geometry import crop_rotation, focal_length_px
from posecam.pose import TOUCHING, Frame, Pose
from posecam.skeleton import (
    BONE_LENGTHS_MM,
    COUNT,
    KEYPOINT_COUNT,
    KEYPOINT_INDEX,
    KEYPOINT_PARENTS,
    NAMES,
)
from tests.fakes.standing import standing
from tests.posecam.estimation.test_estimator import SpotDetector, SpotEngine

SPREAD = np.linspace(1, 4, KEYPOINT_COUNT, dtype=np.float32)
UP = np.array([0.0, -0.8, 0.6], np.float32)


class WholeEngine(SpotEngine):
    """Says of the figure what follows the sixteen too: 2 px beside the joint that each hangs on.

    Feet, face and knuckles are told as the surest of all, and far from the body when `astray`.
    """

    def __init__(self, *, astray: bool = False) -> None:
        super().__init__()
        self._off = 30.0 if astray else 2.0

    def run(self, batch: NDArray[np.float32]) -> dict[str, NDArray[np.float32]]:
        out = super().run(batch)
        joints, scores = out["joints"], out["scores"]
        for keypoint in range(COUNT, KEYPOINT_COUNT):
            beside = joints[:, [KEYPOINT_PARENTS[keypoint]]] + np.array(
                [self._off, 0, 0], np.float32
            )
            joints = np.concatenate([joints, beside], 1)
        more = np.minimum(scores[:, :1] * 10, 1).repeat(KEYPOINT_COUNT - COUNT, 1)
        count = len(batch)
        return {
            "joints": joints,
            "scores": np.concatenate([scores, more], 1),
            "spread": np.tile(SPREAD, (count, 1)),
            "up": np.tile(UP, (count, 1)),
            "up_score": np.full(count, 0.7, np.float32),
        }


def frames(count: int) -> list[Frame]:
    """A white figure that walks from the left to the right."""
    made = []
    for number in range(count):
        image = np.full((480, 960, 3), 30, np.uint8)
        left = 200 + 12 * number
        cv2.rectangle(image, (left, 160), (left + 30, 399), (255, 255, 255), -1)
        made.append(Frame(image, number, number / 30, 0))
    return made


def poses(engine: SpotEngine, smoothness: float = 0.5, count: int = 20) -> list[Pose]:
    estimator = Estimator(engine, EstimatorOptions(smoothness=smoothness), SpotDetector())
    found = [estimator.update(frame).poses for frame in frames(count)]
    assert all(len(people) == 1 for people in found)
    return [people[0] for people in found]


@pytest.mark.parametrize("smoothness", [0.0, 0.5])
@pytest.mark.parametrize("astray", [False, True])
def test_the_sixteen_are_as_a_network_of_sixteen_says_them(
    smoothness: float, *, astray: bool
) -> None:
    narrow, wide = poses(SpotEngine(), smoothness), poses(WholeEngine(astray=astray), smoothness)
    for one, other in zip(narrow, wide, strict=True):
        for name in ("joints_2d", "joints_3d", "scores"):
            np.testing.assert_array_equal(getattr(other, name)[:COUNT], getattr(one, name))
        np.testing.assert_array_equal(other.box, one.box)
        np.testing.assert_array_equal(other.root, one.root)
        assert other.score == one.score
        assert (one.spread, one.up, one.up_score, one.contacts) == (None, None, 0.0, None)


def test_what_the_network_says_beside_them_is_carried() -> None:
    pose = poses(WholeEngine(), smoothness=0)[-1]
    assert pose.joints_2d.shape == (KEYPOINT_COUNT, 2)
    assert pose.up_score == pytest.approx(0.7)
    beside = pose.joints_2d[COUNT:] - pose.joints_2d[list(KEYPOINT_PARENTS[COUNT:])]
    scale = pose.box[2] / 64
    np.testing.assert_allclose(beside, np.tile([2 * scale, 0], (len(beside), 1)), atol=0.05)
    # As the 3D joints: px of the crop, then millimetres of the body.
    mm_per_px = np.linalg.norm(pose.joints_3d[7] - pose.joints_3d[6]) / np.linalg.norm(
        pose.joints_2d[7] - pose.joints_2d[6]
    )
    assert pose.spread is not None
    np.testing.assert_allclose(pose.spread, SPREAD * scale * mm_per_px, rtol=0.02)


def test_feet_that_slide_along_with_a_walking_figure_do_not_rest() -> None:
    told = [pose.contacts for pose in poses(WholeEngine())]
    assert all(one is not None for one in told)
    assert (np.array(told[5:]) < TOUCHING).all()


def test_up_is_told_in_the_camera_frame() -> None:
    pose = poses(WholeEngine())[-1]
    x, y, width, height = pose.box
    centre = np.array([479.5, 239.5])
    options = EstimatorOptions()
    focal = focal_length_px((960, 480), options.field_of_view_deg)
    turn = crop_rotation(focal, centre, np.array([x + width / 2, y + height / 2]))
    assert pose.up is not None
    np.testing.assert_allclose(turn @ pose.up, UP, atol=0.01)
    assert np.linalg.norm(pose.up) == pytest.approx(1, abs=1e-6)


def test_a_network_of_another_number_takes_over_between_two_frames() -> None:
    estimator = Estimator(SpotEngine(), EstimatorOptions(), SpotDetector())
    numbers, counts = [], []
    for frame in frames(24):
        if frame.frame_id in {8, 16}:
            estimator.engine = WholeEngine() if frame.frame_id == 8 else SpotEngine()
        (pose,) = estimator.update(frame).poses
        numbers.append(pose.person_id)
        counts.append(len(pose.scores))
        assert np.isfinite(pose.joints_3d).all()
    assert numbers == [0] * 24
    assert counts == [16] * 8 + [31] * 8 + [16] * 8


def test_feet_and_hands_go_with_the_bones_that_are_laid() -> None:
    body = standing()
    more = [body[NAMES.index(name)] for name in ("r_ankle", "upper_neck", "l_wrist")]
    whole = np.zeros((KEYPOINT_COUNT, 3))
    whole[:COUNT] = body
    names = ("r_big_toe", "l_eye", "l_index")
    for name, at in zip(names, more, strict=True):
        whole[KEYPOINT_INDEX[name]] = at + np.array([0, 10, -100])
    longer = apply_bone_lengths(whole, BONE_LENGTHS_MM * 1.2)
    for name, held_by in zip(names, ("r_ankle", "upper_neck", "l_wrist"), strict=True):
        off = longer[KEYPOINT_INDEX[name]] - longer[NAMES.index(held_by)]
        np.testing.assert_allclose(off, [0, 10, -100], atol=1e-6)
    np.testing.assert_array_equal(longer[:COUNT], apply_bone_lengths(body, BONE_LENGTHS_MM * 1.2))


def test_a_pose_has_as_many_of_everything() -> None:
    pose = poses(WholeEngine(), count=1)[0]
    with pytest.raises(ValueError, match=r"^joints_2d of a pose is"):
        replace(pose, joints_2d=np.zeros((COUNT, 2), np.float32))
    with pytest.raises(ValueError, match=r"^spread of a pose is"):
        replace(pose, spread=np.zeros(COUNT, np.float32))
    with pytest.raises(ValueError, match=r"^up of a pose is"):
        replace(pose, up=np.zeros(2, np.float32))
    few = {
        name: getattr(pose, name)[:15] for name in ("joints_2d", "joints_3d", "scores", "spread")
    }
    with pytest.raises(ValueError, match=r"^a pose has 16 to 31 keypoints, not 15$"):
        replace(pose, **few)
