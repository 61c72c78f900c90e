"""Standing upright for three seconds: what is asked for, and what it tells."""

from __future__ import annotations

import math
from dataclasses import replace

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from posecam.contract import load_network
from posecam.estimation.bones import apply_bone_lengths
from posecam.estimation.calibration import Calibration, CalibrationStep, Calibrator
from posecam.estimation.estimator import Estimator
from posecam.estimation.options import EstimatorOptions
from posecam.geometry import focal_length_px
from posecam.kinematics.floor import FloorFinder
from posecam.pose import Frame, FrameResult, Pose
from posecam.resources import resource
from posecam.skeleton import BONE_LENGTHS_MM, BONES, INDEX
from tests.fakes.motion import body

Array = NDArray[np.float64]
SIZE = (1280, 720)
BLANK = np.zeros((SIZE[1], SIZE[0], 3), np.uint8)
FOCAL = focal_length_px(SIZE, 60.0)
ROOT = np.array([0.0, 150.0, 3800.0])
BESIDE = np.array([300.0, 150.0, 3800.0])
STANDING = body(shoulder_elevation=12)[0]


def tilted(joints: Array, degrees: float) -> Array:
    """As a camera sees them that looks down by so much."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return np.asarray(joints @ np.array([[1, 0, 0], [0, c, -s], [0, s, c]]).T)


def result(
    number: int, joints: Array = STANDING, root: Array = ROOT, scores: Array | None = None
) -> FrameResult:
    """A person seen by a camera at the origin, 30 frames a second."""
    frame = Frame(BLANK, number, number / 30, 0)
    world = joints + root
    joints_2d = world[:, :2] / world[:, 2:] * FOCAL + (np.array(SIZE) - 1) / 2
    pose = Pose(
        number,
        number / 30,
        7,
        joints_2d.astype(np.float32),
        (joints - joints[INDEX["pelvis"]]).astype(np.float32),
        (np.full(16, 0.8) if scores is None else scores).astype(np.float32),
        root.astype(np.float32),
        np.array([0, 0, 700, 700], np.float32),
    )
    return FrameResult(frame, (pose,), main_id=7)


def stand(joints: Array = STANDING, root: Array = ROOT) -> CalibrationStep:
    calibrator = Calibrator(1750.0, 60.0)
    for number in range(120):
        step = calibrator.add(result(number, joints, root))
        if step.done is not None or step.problem:
            return step
    return step


def test_three_seconds_are_enough_and_progress_is_told() -> None:
    calibrator = Calibrator(1750.0, 60.0)
    steps = [calibrator.add(result(number)) for number in range(91)]
    assert [step.problem for step in steps] == [""] * 91
    progress = [step.progress for step in steps]
    assert progress == sorted(progress)
    assert all(step.done is None for step in steps[:-1])
    made = steps[-1].done
    assert made is not None
    assert progress[-1] == 1.0


def test_camera_height_and_level() -> None:
    made = stand().done
    assert made is not None
    np.testing.assert_allclose(made.up, (0, -1, 0), atol=0.02)
    ankles = STANDING[[INDEX["r_ankle"], INDEX["l_ankle"]], 1].mean()
    assert made.camera_height_mm == pytest.approx(ROOT[1] + ankles + 80, abs=25)


def test_a_camera_that_looks_down() -> None:
    made = stand(tilted(STANDING, 20)).done
    assert made is not None
    assert made.tilt_deg == pytest.approx(20, abs=1.5)


def test_proportions_of_long_legs() -> None:
    ratios = np.ones(len(BONES))
    for row, (child, _) in enumerate(BONES):
        if child in (INDEX[f"{side}_{part}"] for side in "rl" for part in ("knee", "ankle")):
            ratios[row] = 1.15
    made = stand(apply_bone_lengths(STANDING, BONE_LENGTHS_MM * ratios)).done
    assert made is not None
    found = np.array(made.bone_ratios)
    thigh, trunk = (
        BONES.index(bone)
        for bone in (
            (INDEX["r_knee"], INDEX["r_hip"]),
            (INDEX["thorax"], INDEX["pelvis"]),
        )
    )
    assert found[thigh] / found[trunk] == pytest.approx(1.15, abs=0.03)
    tall = [BONES.index((INDEX[a], INDEX[b])) for a, b in (
        ("r_ankle", "r_knee"), ("r_knee", "r_hip"), ("thorax", "pelvis"),
        ("upper_neck", "thorax"), ("head_top", "upper_neck"),
    )]  # fmt: skip
    assert (found * BONE_LENGTHS_MM)[tall].sum() + 80 == pytest.approx(1750, abs=5)


def low(*names: str) -> Array:
    scores = np.full(16, 0.8)
    scores[[INDEX[name] for name in names]] = 0.0
    return scores


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        (result(0, scores=low("l_ankle")), "feet"),
        (result(0, scores=low("head_top")), "head"),
        (result(0, scores=low("r_knee")), "clearly"),
        (result(0, scores=low("r_wrist")), "arms"),
        (result(0, body(trunk_flexion=50, hip_flexion=50)[0]), "upright"),
        (result(0, body(hip_flexion=70, knee=90)[0]), "legs straight"),
        (result(0, body(yaw=85)[0]), "Face the camera"),
        (result(0, tilted(STANDING, 60), np.array([0, 0, 6000.0])), "steeply"),
        (FrameResult(Frame(BLANK, 0, 0.0, 0), ()), "Step into view"),
    ],
)
def test_what_is_wrong_is_said(seen: FrameResult, said: str) -> None:
    step = Calibrator(1750.0, 60.0).add(seen)
    assert said in step.problem
    assert step.problem.endswith(".")
    assert step.progress == 0


def test_moving_starts_again() -> None:
    calibrator = Calibrator(1750.0, 60.0)
    for number in range(60):
        calibrator.add(result(number))
    step = calibrator.add(result(60, root=BESIDE))
    assert (step.problem, step.progress) == ("Stand still.", 0.0)
    after = [calibrator.add(result(n, root=BESIDE)) for n in range(61, 151)]
    assert after[-1].done is not None


def test_a_pause_of_the_camera_starts_again() -> None:
    calibrator = Calibrator(1750.0, 60.0)
    for number in range(60):
        calibrator.add(result(number))
    assert calibrator.add(result(90)).progress == 0


def test_it_survives_a_settings_file() -> None:
    made = stand(tilted(STANDING, 10)).done
    assert made is not None
    assert Calibration.from_table(made.table()) == made
    for broken in (
        {},
        made.table() | {"up": [0, 0, 0]},
        made.table() | {"bone_ratios": [1.0] * 3},
        made.table() | {"bone_ratios": [float("nan")] * 15},
        made.table() | {"camera_height_mm": "high"},
    ):
        assert Calibration.from_table(broken) is None


def test_what_is_measured_and_what_assumed() -> None:
    made = stand().done
    usual = EstimatorOptions()
    assert (usual.basis.size, usual.basis.floor) == ("assumed", "assumed")
    assert replace(usual, subject_height_mm=1820.0).basis.size == "set"
    calibrated = replace(usual, calibration=made).basis
    assert (calibrated.size, calibrated.floor) == ("set", "measured")
    assert calibrated.shape == "measured"


def test_the_floor_is_under_the_feet_of_who_stands_and_of_who_squats() -> None:
    finder = FloorFinder()
    assert finder.find(None, None) is None
    for number in range(90):
        (pose,) = result(number).poses
        floor = finder.find(pose, None)
    assert floor is not None
    assert not floor.measured
    heights = floor.heights(pose.joints_3d + pose.root)
    assert heights[INDEX["l_ankle"]] == pytest.approx(80, abs=15)
    assert heights[INDEX["head_top"]] == pytest.approx(1700, abs=60)
    made = stand(tilted(STANDING, 20)).done
    assert made is not None
    floor = finder.find(None, made.floor)
    assert floor is not None
    assert floor.measured
    feet = (tilted(STANDING, 20) + ROOT).astype(np.float32)[[INDEX["r_ankle"], INDEX["l_ankle"]]]
    np.testing.assert_allclose(floor.heights(feet), 80, atol=25)


def test_the_demo_tells_the_height_and_tilt_of_its_camera() -> None:
    """The shipped networks on the demo's first image: 1.2 m high, looking down 3.9 degrees."""
    estimator = Estimator(load_network(), EstimatorOptions(1680.0, 66.0))
    with av.open(str(resource("demo.mp4"))) as container:
        image = next(container.decode(video=0)).to_ndarray(format="bgr24")
    calibrator = Calibrator(1680.0, 66.0)
    rng = np.random.default_rng(0)
    made = None
    for number in range(32):
        noisy = np.clip(image + rng.normal(0, 2, image.shape), 0, 255).astype(np.uint8)
        step = calibrator.add(estimator.update(Frame(noisy, number, number / 10, 0)))
        assert step.problem == ""
        made = made or step.done
    assert made is not None
    assert made.tilt_deg == pytest.approx(3.9, abs=4.0)
    assert made.camera_height_mm == pytest.approx(1200, abs=250)
    estimator.options = EstimatorOptions(1680.0, 66.0, calibration=made)
    result = estimator.update(Frame(np.asarray(image, np.uint8), 32, 3.2, 0))
    estimator.close()
    assert result.floor is not None
    (pose,) = result.poses
    heights = result.floor.heights(pose.root + pose.joints_3d)
    np.testing.assert_allclose(heights[[INDEX["r_ankle"], INDEX["l_ankle"]]], 80, atol=60)
    assert heights[INDEX["head_top"]] == pytest.approx(1680, abs=100)
