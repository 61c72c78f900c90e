"""The motion network puts depth right from the last half second, whatever the camera's rate."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engines import load
from posecam import resources, skeleton
from posecam.errors import NetworkError
from posecam.estimation.crops import Crop
from posecam.estimation.inference import Observation
from posecam.estimation.motion import Camera, MotionNetwork, MotionStage, load_motion
from posecam.estimation.motion_window import MotionWindow
from posecam.estimation.options import EstimatorOptions
from posecam.estimation.pose_filter import PoseFilter
from tests.fakes.people import make_frame
from tests.training.motion.people import lengths, observed

torch = pytest.importorskip("torch")

from training.motion.export import export  # noqa: E402
from training.motion.network import OUTPUTS  # noqa: E402
from training.motion.network import MotionNetwork as Trained  # noqa: E402
from training.motion.train import gated  # noqa: E402
from training.motion.windows import windows_of  # noqa: E402

FOCAL, SIDE = 600.0, 500.0


@pytest.fixture(scope="module")
def checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A network that was not trained but says something."""
    torch.manual_seed(1)
    network = Trained()
    torch.nn.init.normal_(network.out.weight, 0, 0.03)
    # Surer than what it was told, so that what it says is taken.
    network.out.bias.data[40:60] = 1.5
    path = tmp_path_factory.mktemp("motion") / "motion.pt"
    torch.save({"network": network.state_dict(), "lengths": [float(v) for v in lengths()]}, path)
    return path


@pytest.fixture(scope="module")
def network(checkpoint: Path) -> MotionNetwork:
    made = load_motion(export(checkpoint, checkpoint.with_suffix(".onnx"), depth_trust=0.5))
    assert made is not None
    return made


def said(moments: object, row: int) -> Observation:
    """What an image network says of a moment, in a frame of 640 x 480."""
    crop = Crop(320 - 0.1 * SIDE, 240 + 0.05 * SIDE, SIDE)
    joints = moments.joints[row].astype(float) * SIDE  # type: ignore[attr-defined]
    joints[:, :2] += (crop.cx, crop.cy)
    return Observation(
        crop,
        joints,
        moments.scores[row],  # type: ignore[attr-defined]
        300.0,
        0.9,
        moments.spread[row] * SIDE,  # type: ignore[attr-defined]
        moments.up[row],  # type: ignore[attr-defined]
        float(moments.up_score[row]),  # type: ignore[attr-defined]
    )


def test_the_application_gives_the_network_what_it_was_trained_on(
    checkpoint: Path, network: MotionNetwork
) -> None:
    moments = observed(moments=30, sequences=1, fall=0.2)
    windows, metres = windows_of(moments, network.lengths_m)
    stage = MotionStage(network)
    ours = network.lengths_m
    fifteen = np.zeros(len(skeleton.BONES))
    fifteen[network.bone_rows[network.bone_rows >= 0]] = ours[network.bone_rows >= 0] * 1000
    trained = Trained()
    trained.load_state_dict(torch.load(checkpoint, weights_only=True)["network"])
    with torch.no_grad():
        wanted = dict(zip(OUTPUTS, trained.eval()(torch.from_numpy(windows)), strict=True))
    taken = gated(wanted, 0.5) * 1000
    camera = Camera(FOCAL, np.array([320.0, 240.0]))
    for row in range(30):
        moment = stage.see(said(moments, row), row / 30, camera, 1000 * metres[row] / SIDE, fifteen)
        expected = np.zeros(skeleton.KEYPOINT_COUNT)
        expected[network.rows] = taken[row]
        expected[skeleton.ROOT] = 0
        assert np.allclose(moment.depth_mm, expected, atol=1.5), row
        assert np.allclose(moment.touching, wanted["touching"][row], atol=0.02)
    assert np.abs(taken).max() > 10
    assert np.linalg.norm(moment.up) == pytest.approx(1, abs=1e-3)


def test_ticks_lie_between_the_frames_of_any_camera() -> None:
    for rate in (15, 24, 60, 120):
        window = MotionWindow(10, 1 / 30)
        for number in range(3 * rate):
            time = number / rate
            window.add(time, np.array([2 * time, 1.0]))
        ticks = window.ticks()
        wanted = 2 * (time + (np.arange(10) - 9) / 30)
        assert np.allclose(ticks[:, 0], wanted), rate
        assert (ticks[:, 1] == 1).all()


def test_before_the_first_moment_and_over_a_gap_nothing_is_known() -> None:
    window = MotionWindow(10, 1 / 30)
    for number in range(4):
        window.add(number / 30, np.array([5.0, 1.0]))
    assert window.ticks()[:, 1].tolist() == [0] * 6 + [1] * 4
    window.add(2.0, np.array([5.0, 1.0]))
    assert window.ticks()[:, 1].tolist() == [0] * 9 + [1]


def test_a_frame_told_twice_or_earlier_begins_anew() -> None:
    window = MotionWindow(4, 1 / 30)
    for time in (0.0, 1 / 30, 1 / 30):
        window.add(time, np.array([1.0]))
    assert window.ticks()[:, 0].tolist() == [0, 0, 0, 1]


def test_sixteen_keypoints_are_put_right_too(network: MotionNetwork) -> None:
    moments = observed(moments=3, sequences=1)
    seen = said(moments, 0)
    sixteen = Observation(seen.crop, seen.joints[:16], seen.scores[:16], seen.size, seen.score)
    camera = Camera(FOCAL, np.array([320.0, 240.0]))
    moment = MotionStage(network).see(sixteen, 0.0, camera, 3.0, skeleton.BONE_LENGTHS_MM)
    assert moment.depth_mm.shape == (16,)
    assert np.isfinite(moment.depth_mm).all()


def test_sides_exchanged_in_the_past_are_exchanged_in_the_window(network: MotionNetwork) -> None:
    moments = observed(moments=8, sequences=1)
    camera = Camera(FOCAL, np.array([320.0, 240.0]))
    order = np.array(skeleton.KEYPOINT_FLIP)

    def last(stage: MotionStage, *, flipped: int, told: bool) -> np.ndarray:
        for row in range(8):
            seen = said(moments, row)
            if row < flipped:
                assert seen.spread is not None
                seen = replace(seen, joints=seen.joints[order], spread=seen.spread[order])
            if told and row == flipped:
                stage.exchange(order)
            moment = stage.see(seen, row / 30, camera, 3.5, skeleton.BONE_LENGTHS_MM)
        return moment.depth_mm

    right = last(MotionStage(network), flipped=0, told=False)
    mended = last(MotionStage(network), flipped=6, told=True)
    mixed = last(MotionStage(network), flipped=6, told=False)
    assert np.allclose(mended, right)
    assert not np.allclose(mixed, right)


def test_where_no_file_ships_there_is_no_motion_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> Path:
        raise FileNotFoundError(name)

    monkeypatch.setattr("posecam.estimation.motion.resource", missing)
    assert load_motion() is None


def test_another_network_is_refused_by_name() -> None:
    engine = load(resources.network(), precision="fp32", threads=1)
    with pytest.raises(NetworkError, match=r"is no motion network"):
        MotionNetwork(engine)
    engine.close()


def test_a_pose_has_up_of_the_last_half_second(network: MotionNetwork) -> None:
    moments = observed(moments=4, sequences=1)
    options = EstimatorOptions()
    alone, both = PoseFilter(options), PoseFilter(options, MotionStage(network))
    for row in range(4):
        frame = make_frame(row, size=(640, 480))
        single = alone.pose(frame, said(moments, row), 0)
        pose = both.pose(frame, said(moments, row), 0)
    assert single.up is not None
    assert pose.up is not None
    assert np.linalg.norm(pose.up) == pytest.approx(1, abs=1e-3)
    assert not np.allclose(pose.up, single.up)
    assert 0 < pose.up_score < 1
    assert np.array_equal(pose.joints_2d, single.joints_2d)
    assert not np.allclose(pose.joints_3d, single.joints_3d)
