"""Clips with marker mocap: read, followed with the shipped network, scored."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from posecam import skeleton
from posecam.errors import PosecamError
from training import mocap_clips
from training.evaluate import evaluate, runner, shipped_network
from training.mocap_clips import (
    ClipPredictions,
    MocapClip,
    has_mocap_clips,
    mocap_figures,
    predict_clip,
    read_mocap_clips,
    read_take,
)
from training.predict import assumed_camera

DEMO = Path(__file__).resolve().parents[2] / "resources" / "demo.mp4"
LIMBS = list(skeleton.LIMBS)


def standing(knee_deg: float = 0.0) -> np.ndarray:
    """(16, 3) mm of an upright person in the camera frame, the knees bent by an angle."""
    places = {
        "hip": (110, 0, 0), "knee": (110, 440, 0), "shoulder": (180, -500, 0),
        "elbow": (190, -220, 0), "wrist": (200, 30, 40),
    }  # fmt: skip
    joints = np.zeros((16, 3))
    for name, (x, y, z) in places.items():
        joints[skeleton.INDEX[f"r_{name}"]] = (-x, y, z)
        joints[skeleton.INDEX[f"l_{name}"]] = (x, y, z)
    bend = np.radians(knee_deg)
    for side in "rl":
        shin = 430 * np.array([0, np.cos(bend), np.sin(bend)])
        joints[skeleton.INDEX[f"{side}_ankle"]] = joints[skeleton.INDEX[f"{side}_knee"]] + shin
    return joints


def clip_of(bends: np.ndarray) -> MocapClip:
    """What markers say of a person who bends the knees, at 100 Hz, y up."""
    joints = np.stack([standing(b)[LIMBS] * (1, -1, -1) for b in bends])
    return MocapClip(Path("clip.mp4"), np.arange(len(bends)) / 100, joints)


def found(joints: np.ndarray) -> ClipPredictions:
    """Predictions at 100 Hz of a network that says nothing of up."""
    count = len(joints)
    unknown = np.full((count, 3), np.nan)
    flat, person = joints[..., :2], np.zeros(count, int)
    return ClipPredictions(np.arange(count) / 100, joints, unknown, flat, person)


def test_right_joints_have_no_error() -> None:
    bends = np.linspace(0, 90, 101)
    figures = mocap_figures(clip_of(bends), found(np.stack([standing(b) for b in bends])))
    assert np.isnan(figures.pop("up_deg"))
    assert all(abs(value) < 1e-6 for value in figures.values()), figures


def test_knees_that_move_too_little_read_bent_when_straight_and_straight_when_bent() -> None:
    bends = np.linspace(0, 90, 101)
    joints = np.stack([standing(10 + 0.7 * b) for b in bends])
    figures = mocap_figures(clip_of(bends), found(joints))
    assert figures["straight_knees_deg"] == pytest.approx(10 - 0.3 * 11.25, abs=1)
    assert figures["bent_knees_deg"] == pytest.approx(10 - 0.3 * 78.75, abs=1)
    assert figures["pa_mpjpe_mm"] > 5


def test_a_leaning_figure_is_measured_though_pa_cannot_see_it() -> None:
    turn = np.radians(20)
    rotation = np.array(
        [[1, 0, 0], [0, np.cos(turn), -np.sin(turn)], [0, np.sin(turn), np.cos(turn)]]
    )
    joints = np.stack([standing() @ rotation.T] * 50)
    figures = mocap_figures(clip_of(np.zeros(50)), found(joints))
    assert figures["lean_deg"] == pytest.approx(20, abs=1e-6)
    assert figures["pa_mpjpe_mm"] < 1e-6


def test_up_is_measured_against_the_vertical_of_a_level_camera() -> None:
    turn = np.radians(np.full(50, 7.0))
    up = np.stack([np.sin(turn), -np.cos(turn), np.zeros(50)], 1)
    said = replace(found(np.stack([standing()] * 50)), up=up)
    assert mocap_figures(clip_of(np.zeros(50)), said)["up_deg"] == pytest.approx(7)


def test_the_network_follows_a_person_through_a_clip(tmp_path: Path) -> None:
    demo = cv2.VideoCapture(str(DEMO))
    size = (int(demo.get(cv2.CAP_PROP_FRAME_WIDTH)), int(demo.get(cv2.CAP_PROP_FRAME_HEIGHT)))
    short = cv2.VideoWriter(str(tmp_path / "demo.mp4"), cv2.VideoWriter.fourcc(*"mp4v"), 30.0, size)
    for _ in range(12):
        short.write(demo.read()[1])
    short.release()
    run, side = runner(shipped_network(), "fp32")
    followed = predict_clip(run, side, tmp_path / "demo.mp4", progress=False)
    joints = followed.joints_3d
    assert followed.times == pytest.approx(np.arange(12) / 30, abs=1e-3)
    assert joints.shape == (12, 16, 3)
    shins = np.linalg.norm(
        joints[:, skeleton.INDEX["r_knee"]] - joints[:, skeleton.INDEX["r_ankle"]], axis=-1
    )
    assert ((shins > 300) & (shins < 550)).all(), shins
    steps = np.linalg.norm(np.diff(joints, axis=0), axis=-1)
    assert np.median(steps) < 40  # the crop does not jump


def test_a_broken_folder_is_said_in_a_sentence(tmp_path: Path) -> None:
    assert not has_mocap_clips(tmp_path)
    np.savez(tmp_path / "a_truth.npz", joints=np.zeros((4, 12, 3)), time=np.arange(4))
    assert has_mocap_clips(tmp_path)
    with pytest.raises(PosecamError, match="no video a"):
        read_mocap_clips(tmp_path)
    (tmp_path / "a.mp4").write_bytes(b"no video")
    with pytest.raises(PosecamError, match="lacks the arrays offset"):
        read_mocap_clips(tmp_path)
    np.savez(tmp_path / "a_truth.npz", joints=np.zeros((4, 5, 3)), time=np.arange(4), offset=0.0)
    with pytest.raises(PosecamError, match="shape"):
        read_mocap_clips(tmp_path)
    run, side = runner(shipped_network(), "fp32")
    with pytest.raises(PosecamError, match="cannot be read as a video"):
        predict_clip(run, side, tmp_path / "a.mp4", progress=False)


def test_a_take_of_the_application_is_scored_like_a_network(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clip = clip_of(np.linspace(0, 90, 101))
    (tmp_path / "a.mp4").write_bytes(b"not looked at")
    joints = clip.joints / 1000.0
    np.savez(tmp_path / "a_truth.npz", joints=joints, time=clip.time, offset=0.0)
    takes = tmp_path / "takes"
    takes.mkdir()
    bent = np.stack([standing(b + 10) for b in np.linspace(0, 90, 101)])
    bent[50] = np.nan  # a frame without a person
    np.savez(takes / "a.npz", joints_3d=bent, joints_2d=bent[..., :2], times=clip.time)
    (figures,) = evaluate([tmp_path], takes=takes)
    assert figures["knee_deg"] == pytest.approx(10, abs=0.1)
    assert "a: 100 frames" in capsys.readouterr().out
    with pytest.raises(PosecamError, match="give their folder"):
        evaluate([takes], takes=takes)


def test_a_take_that_is_none_is_said_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.npz"
    with pytest.raises(PosecamError, match=r"a\.npz cannot be read as a take"):
        read_take(path)
    several = np.zeros((4, 2, 16, 3))
    np.savez(path, joints_3d=several, joints_2d=several[..., :2], times=np.arange(4))
    with pytest.raises(PosecamError, match="export the main person alone"):
        read_take(path)
    empty = np.full((4, 16, 3), np.nan)
    np.savez(path, joints_3d=empty, joints_2d=empty[..., :2], times=np.arange(4))
    with pytest.raises(PosecamError, match="no person"):
        read_take(path)


def test_a_person_who_is_small_in_the_first_frame_is_found_whole() -> None:
    """A network that is sure of a person only where they fill the crop."""
    person = np.array([700.0, 300.0, 80.0, 200.0])
    image = np.zeros((1280, 720, 3), np.uint8)
    x, y, width, height = person.astype(int)
    image[y : y + height, x - 100 : x - 100 + width] = 255

    def run(crops: np.ndarray) -> dict[str, np.ndarray]:
        white = float((crops[0, 0] > 127).mean())
        joints = np.full((1, 16, 3), 32.0)
        return {"joints": joints, "scores": np.full((1, 16), min(1.0, 4 * white))}

    box = mocap_clips._likeliest(run, 64, image, assumed_camera(image.shape))
    assert box[2] < 0.6 * 1280
    middle = np.array([x - 100 + width / 2, y + height / 2])
    assert (box[:2] < middle).all()
    assert (middle < box[:2] + box[2:]).all()
