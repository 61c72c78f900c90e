"""The table of joints hangs together."""

from __future__ import annotations

import numpy as np

from posecam import skeleton


def test_order_is_mpii() -> None:
    assert skeleton.COUNT == 16
    assert skeleton.NAMES[0] == "r_ankle"
    assert skeleton.NAMES[skeleton.ROOT] == "pelvis"
    assert skeleton.NAMES[9] == "head_top"
    assert skeleton.NAMES[15] == "l_wrist"


def test_every_joint_hangs_from_the_pelvis() -> None:
    for joint in range(skeleton.COUNT):
        steps, at = 0, joint
        while at != skeleton.ROOT:
            at = skeleton.PARENTS[at]
            steps += 1
            assert steps < skeleton.COUNT
    assert len(skeleton.BONES) == skeleton.COUNT - 1


def test_flip_exchanges_left_and_right_and_nothing_else() -> None:
    for joint, other in enumerate(skeleton.FLIP):
        assert skeleton.FLIP[other] == joint
        swapped = {"left": "right", "right": "left", "centre": "centre"}
        assert skeleton.SIDES[other] == swapped[skeleton.SIDES[joint]]
        length = skeleton.JOINTS[joint].length_mm
        assert skeleton.JOINTS[other].length_mm == length


def test_the_canonical_height_is_that_of_its_bones() -> None:
    length = {joint.name: joint.length_mm for joint in skeleton.JOINTS}
    bones = ("r_ankle", "r_knee", "thorax", "upper_neck", "head_top")
    standing = sum(length[name] for name in bones) + 80
    assert abs(standing - skeleton.CANONICAL_HEIGHT_MM) < 15


def test_human36m_and_back() -> None:
    rng = np.random.default_rng(0)
    joints = rng.normal(size=(5, 16, 3))
    theirs = skeleton.to_h36m(joints)
    assert theirs.shape == (5, 17, 3)
    back = theirs[:, skeleton.FROM_H36M]
    # The table's thorax is not in Human3.6M: its place there is the spine's.
    same = [j for j in range(16) if skeleton.NAMES[j] != "thorax"]
    np.testing.assert_array_equal(back[:, same], joints[:, same])
    neck = joints[:, skeleton.INDEX["upper_neck"]]
    np.testing.assert_allclose(theirs[:, 7], (joints[:, skeleton.ROOT] + neck) / 2)
    np.testing.assert_allclose(theirs[:, 9], (neck + joints[:, skeleton.INDEX["head_top"]]) / 2)


def test_the_sixteen_come_first_among_the_thirty_one() -> None:
    count = skeleton.COUNT
    assert skeleton.KEYPOINT_COUNT == 31
    assert skeleton.KEYPOINT_NAMES[:count] == skeleton.NAMES
    assert skeleton.KEYPOINT_PARENTS[:count] == skeleton.PARENTS
    assert skeleton.KEYPOINT_FLIP[:count] == skeleton.FLIP
    assert skeleton.KEYPOINT_SIDES[:count] == skeleton.SIDES
    assert skeleton.KEYPOINT_BONES[: count - 1] == skeleton.BONES
    assert skeleton.KEYPOINT_NAMES[count:] == (
        "r_heel", "r_big_toe", "r_small_toe", "l_heel", "l_big_toe", "l_small_toe",
        "nose", "r_eye", "l_eye", "r_ear", "l_ear", "r_index", "r_pinky", "l_index", "l_pinky",
    )  # fmt: skip


def test_every_keypoint_hangs_from_the_pelvis_and_has_its_mirror_image() -> None:
    swapped = {"left": "right", "right": "left", "centre": "centre"}
    for keypoint, other in enumerate(skeleton.KEYPOINT_FLIP):
        assert skeleton.KEYPOINT_FLIP[other] == keypoint
        assert skeleton.KEYPOINT_SIDES[other] == swapped[skeleton.KEYPOINT_SIDES[keypoint]]
        mine, theirs = skeleton.KEYPOINTS[keypoint], skeleton.KEYPOINTS[other]
        assert mine.length_mm == theirs.length_mm
        parent = skeleton.KEYPOINT_PARENTS[keypoint]
        if parent >= 0:
            assert skeleton.KEYPOINT_FLIP[parent] == skeleton.KEYPOINT_PARENTS[other]
            at, steps = keypoint, 0
            while at != skeleton.ROOT:
                at, steps = skeleton.KEYPOINT_PARENTS[at], steps + 1
                assert steps < skeleton.KEYPOINT_COUNT
