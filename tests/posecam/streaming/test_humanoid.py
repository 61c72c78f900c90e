"""The rotations that are sent, checked by forward kinematics in Unity's own terms."""

from __future__ import annotations

import time
from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray

from posecam.pose import Frame, Pose
from posecam.skeleton import INDEX
from posecam.streaming.humanoid import Figure, Humanoid
from tests.fakes.keypoints import with_extras
from tests.fakes.motion import Array, X, Y, about, body
from tests.posecam.streaming.unity import ENDS, POINTS, forward, turn

Y_UP = np.array([1.0, -1.0, -1.0])
IMAGE = np.zeros((480, 640, 3), np.uint8)


def pose_of(
    joints: Array, seconds: float = 0.0, root: tuple[float, float, float] = (0, 0, 3000)
) -> Pose:
    frame = Frame(IMAGE, round(seconds * 30), seconds, time.perf_counter_ns())
    return Pose(
        frame.frame_id,
        seconds,
        0,
        np.zeros((len(joints), 2), np.float32),
        joints.astype(np.float32),
        np.full(len(joints), 0.9, np.float32),
        np.array(root, np.float32),
        np.zeros(4, np.float32),
    )


def unseen(pose: Pose, *names: str) -> Pose:
    """The same pose, its joints of these names out of view and anywhere."""
    joints, scores = pose.joints_3d.copy(), pose.scores.copy()
    for name in names:
        joints[INDEX[name]] = (9999, -5000, 7)
        scores[INDEX[name]] = 0.0
    return Pose(
        pose.frame_id, pose.time, 0, pose.joints_2d.copy(), joints, scores, pose.root.copy(),
        pose.box.copy(),
    )  # fmt: skip


def sent(figure: Figure) -> dict[str, tuple[float, ...]]:
    return {name: (*bone.position, *bone.rotation) for name, bone in figure.bones.items()}


def in_unity(joints: NDArray[np.floating]) -> Array:
    """Camera frame (x right, y down, z away) to Unity as the figure sees it: all three turned."""
    return np.asarray(-joints.astype(np.float64))


def off_degrees(figure: Figure, joints: NDArray[np.floating]) -> dict[str, float]:
    """Angle between each bone as an avatar would draw it and as the joints have it."""
    _, rotations = forward(sent(figure))
    points = in_unity(joints)
    out = {}
    for name, (start, end) in ENDS.items():
        wanted = points[INDEX[end]] - points[INDEX[start]]
        drawn = turn(rotations[name], np.array(POINTS[name], float))
        cosine = drawn @ wanted / np.linalg.norm(wanted)
        out[name] = float(np.degrees(np.arccos(np.clip(cosine, -1, 1))))
    return out


MOTIONS = [
    body(1),
    body(1, yaw=70, hip_flexion=80, knee=95, shoulder_elevation=100, shoulder_plane=60, elbow=80),
    body(1, yaw=-150, trunk_flexion=40, trunk_lateral=15, trunk_rotation=30, elbow=120),
    body(1, hip_abduction=35, thigh_twist=20, knee=40, shoulder_elevation=175, arm_twist=50),
]


@pytest.mark.parametrize("joints", MOTIONS)
def test_forward_kinematics_gives_back_the_directions_of_the_bones(joints: Array) -> None:
    figure = Humanoid().update(pose_of(joints[0]))
    off = off_degrees(figure, joints[0])
    assert off.pop("Spine") < 3  # it begins above the pelvis, at right angles to the hips
    assert max(off.values()) < 0.05
    for bone in figure.bones.values():
        assert np.linalg.norm(bone.rotation) == pytest.approx(1, abs=1e-6)


def test_a_person_who_faces_the_camera_stands_as_in_the_t_pose_but_for_the_arms() -> None:
    figure = Humanoid().update(pose_of(body(1, shoulder_elevation=90)[0]))
    for name, bone in figure.bones.items():
        assert bone.rotation == pytest.approx((0, 0, 0, 1), abs=1e-3), name
    places, _ = forward(sent(figure), figure.root)
    assert places["LeftHand"][0] < -0.5 < 0.5 < places["RightHand"][0]
    assert places["Hips"][1] == pytest.approx(0.977, abs=0.01)
    assert places["LeftFoot"][1] == pytest.approx(0.08, abs=0.01)


def test_a_hand_lifted_forward_points_forward() -> None:
    figure = Humanoid().update(pose_of(body(1, shoulder_elevation=90, shoulder_plane=90)[0]))
    places, _ = forward(sent(figure))
    assert places["LeftHand"][2] > 0.4
    assert places["RightHand"][2] > 0.4


def test_the_positions_follow_the_bones_of_the_person() -> None:
    small = body(1, knee=30, elbow=40)[0] * 0.8
    humanoid = Humanoid()
    for k in range(200):
        figure = humanoid.update(pose_of(small, k / 30))
    places, _ = forward(sent(figure))
    points = in_unity(small) / 1000
    points += places["Hips"] - points[INDEX["pelvis"]]
    for name, joint in (("LeftHand", "l_wrist"), ("RightFoot", "r_ankle"), ("Neck", "upper_neck")):
        assert places[name] == pytest.approx(points[INDEX[joint]], abs=0.005)


def test_walking_moves_the_root_and_squatting_lowers_the_hips() -> None:
    humanoid = Humanoid()
    humanoid.update(pose_of(body(1)[0]))
    # One metre to the camera's right, half a metre nearer to it.
    figure = humanoid.update(pose_of(body(1)[0], 0.1, (1000, 0, 2500)))
    assert figure.root == pytest.approx((-1.0, 0.0, 0.5), abs=1e-6)
    squat = humanoid.update(pose_of(body(1, hip_flexion=60, knee=120)[0], 0.2))
    assert squat.bones["Hips"].position[1] < figure.bones["Hips"].position[1] - 0.3


def up_of(figure: Figure, bone: str) -> Array:
    _, rotations = forward(sent(figure))
    return turn(rotations[bone], np.array([0.0, 1.0, 0.0]))


def whole(seconds: float = 0.0, **turned: Array) -> Pose:
    """Thirty-one keypoints of a person who stands in a T with head, hands or feet turned."""
    joints = body(1, shoulder_elevation=90) * Y_UP
    return pose_of((with_extras(joints, **turned) * Y_UP)[0], seconds)


def test_head_hands_and_feet_turn_as_their_keypoints_do() -> None:
    turned = {"head": about(Y, 40)[0], "hand": about(X, 50)[0], "foot": about(Y, 30)[0]}
    figure = Humanoid().update(whole(**turned))
    _, rotations = forward(sent(figure))
    # Facing +Z in a left-handed world, the person's left is at -X.
    ahead = turn(rotations["Head"], np.array([0.0, 0.0, 1.0]))
    assert np.degrees(np.arctan2(-ahead[0], ahead[2])) == pytest.approx(40, abs=1)
    toes = turn(rotations["LeftToes"], np.array([0.0, 0.0, 1.0]))
    assert np.degrees(np.arctan2(-toes[0], toes[2])) == pytest.approx(30, abs=1.5)
    for bone, degrees in (("LeftHand", 50), ("LeftLowerArm", 25)):
        palm = turn(rotations[bone], np.array([0.0, -1.0, 0.0]))
        assert np.degrees(np.arccos(-palm[1])) == pytest.approx(degrees, abs=1), bone
    places, _ = forward(sent(figure), figure.root)
    assert places["LeftToes"][1] < places["LeftFoot"][1]


def test_a_head_that_is_misjudged_for_one_frame_turns_little() -> None:
    humanoid = Humanoid()
    still = humanoid.update(whole(0.0))
    for k in range(1, 10):
        still = humanoid.update(whole(k / 30))
    wild = humanoid.update(whole(10 / 30, head=about(Y, 80)[0]))
    assert angle_between(still.bones["Head"].rotation, wild.bones["Head"].rotation) < 25
    for k in range(11, 40):
        turned = humanoid.update(whole(k / 30, head=about(Y, 80)[0]))
    _, rotations = forward(sent(turned))
    ahead = turn(rotations["Head"], np.array([0.0, 0.0, 1.0]))
    assert np.degrees(np.arctan2(-ahead[0], ahead[2])) == pytest.approx(80, abs=2)


def test_feet_stand_flat_in_a_squat_and_go_with_a_kick() -> None:
    squat = Humanoid().update(pose_of(body(1, hip_flexion=70, knee=100)[0]))
    assert np.degrees(np.arccos(up_of(squat, "LeftLowerLeg")[1])) > 25
    for foot in ("LeftFoot", "RightFoot"):
        assert up_of(squat, foot)[1] == pytest.approx(1, abs=1e-4)
    joints = body(1)[0]
    kick = body(1, hip_flexion=60)[0]
    for name in ("l_knee", "l_ankle"):
        joints[INDEX[name]] = kick[INDEX[name]]
    kicking = Humanoid().update(pose_of(joints))
    assert up_of(kicking, "LeftFoot") == pytest.approx(up_of(kicking, "LeftLowerLeg"), abs=1e-6)
    assert up_of(kicking, "RightFoot")[1] == pytest.approx(1, abs=1e-4)


def test_a_person_who_kneels_has_no_broken_ankles() -> None:
    kneeling = Humanoid().update(pose_of(body(1, knee=90)[0]))
    shin, foot = up_of(kneeling, "LeftLowerLeg"), up_of(kneeling, "LeftFoot")
    assert np.degrees(np.arccos(np.clip(shin @ foot, -1, 1))) < 60


def test_a_tilted_camera_is_set_upright() -> None:
    upright = body(1, yaw=20, knee=30)[0]
    tilt = np.radians(20.0)
    c, s = np.cos(tilt), np.sin(tilt)
    turned = np.array([[1, 0, 0], [0, c, -s], [0, s, c]])
    seen = upright @ turned.T
    up = tuple((turned @ np.array([0.0, -1.0, 0.0])).tolist())
    straight = Humanoid().update(pose_of(upright))
    through = Humanoid().update(pose_of(seen), up)
    for name, bone in straight.bones.items():
        assert through.bones[name].rotation == pytest.approx(bone.rotation, abs=1e-3), name


def angle_between(a: tuple[float, ...], b: tuple[float, ...]) -> float:
    return float(np.degrees(2 * np.arccos(min(abs(float(np.dot(a, b))), 1.0))))


def test_no_bone_jumps_while_a_limb_straightens_and_bends_again() -> None:
    seconds = np.arange(240) / 30
    bend = 60 + 60 * np.cos(2 * np.pi * seconds / 4)  # 120 .. 0 degrees
    # While an arm is straight no one can see it turn: it comes back elsewhere.
    twist = 90 * np.cos(2 * np.pi * seconds / 8)
    motion = body(240, elbow=bend, knee=bend, shoulder_elevation=50, arm_twist=twist)
    noise = np.random.default_rng(0).normal(0, 2, motion.shape)  # mm
    humanoid = Humanoid()
    figures = [
        humanoid.update(pose_of(joints, t))
        for joints, t in zip(motion + noise, seconds.tolist(), strict=True)
    ]
    worst = {}
    for name in figures[0].bones:
        if "Upper" in name or "Lower" in name:
            worst[name] = max(
                angle_between(a.bones[name].rotation, b.bones[name].rotation)
                for a, b in pairwise(figures)
            )
    # The turn that no one saw is 75 degrees; at once it would be a jump.
    assert max(worst.values()) < 20


def test_the_hinge_decides_the_twist_of_a_bent_limb() -> None:
    """The same direction of the upper arm with the forearm to the front and upwards."""
    rolled = []
    for twist in (0, 60):
        humanoid = Humanoid()
        joints = body(1, shoulder_elevation=90, arm_twist=twist, elbow=90)[0]
        rolled.append(humanoid.update(pose_of(joints)).bones["LeftUpperArm"].rotation)
    assert angle_between(*rolled) == pytest.approx(60, abs=1)


def test_what_is_not_seen_stays_as_it_was() -> None:
    humanoid = Humanoid()
    before = humanoid.update(pose_of(body(1, knee=50, elbow=70)[0]))
    hidden = unseen(pose_of(body(1, elbow=20)[0], 0.1), "l_ankle", "l_wrist")
    after = humanoid.update(hidden)
    for name in ("LeftLowerLeg", "LeftLowerArm"):
        assert after.bones[name].rotation == pytest.approx(before.bones[name].rotation, abs=1e-6)
    assert angle_between(
        after.bones["RightLowerArm"].rotation, before.bones["RightLowerArm"].rotation
    ) == pytest.approx(50, abs=1)


def test_a_person_at_a_desk_sits_upright_and_moves_their_arms() -> None:
    legs = [f"{s}_{j}" for s in "lr" for j in ("hip", "knee", "ankle")]
    joints = body(1, yaw=25, shoulder_elevation=70, elbow=100)[0]
    figure = Humanoid().update(unseen(pose_of(joints), "pelvis", *legs))
    off = off_degrees(figure, joints)
    for name in ("Head", "LeftUpperArm", "LeftLowerArm", "RightLowerArm"):
        assert off[name] < 0.1, name
    assert figure.bones["LeftUpperLeg"].rotation == pytest.approx((0, 0, 0, 1), abs=1e-6)
    _, rotations = forward(sent(figure))
    heading = turn(rotations["Hips"], np.array([0.0, 0.0, 1.0]))
    assert heading[1] == pytest.approx(0, abs=1e-6)
    assert abs(np.degrees(np.arctan2(heading[0], heading[2]))) == pytest.approx(25, abs=1)


def test_joints_that_are_no_numbers_are_not_seen() -> None:
    joints = body(1)[0]
    joints[INDEX["l_wrist"]] = np.nan
    figure = Humanoid().update(pose_of(joints, root=(float("nan"),) * 3))
    assert all(np.isfinite(value).all() for value in sent(figure).values())
    assert figure.root == (0, 0, 0)
