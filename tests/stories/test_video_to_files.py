"""A video becomes a session, the session becomes files: with the shipped network."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
import pytest

from posecam import skeleton
from posecam.capture import open_source
from posecam.cli import main
from posecam.contract import shipped_network
from posecam.offline import process
from posecam.session.reader import Session


@pytest.fixture(scope="module")
def take(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo clip, processed once for all tests of this file."""
    folder = tmp_path_factory.mktemp("takes") / "demo"
    assert main(["process", "demo", "--out", str(folder), "--overlay", "--smoothness", "0"]) == 0
    return folder


def test_every_frame_of_the_demo_has_its_person(take: Path) -> None:
    session = Session.open(take)
    assert session.warnings == []
    assert session.finished
    assert len(session) == 360
    people = [len(people) for people in session.frames]
    assert people == [1] * 360
    assert np.isfinite(session.joints_3d).all()
    assert len({pose.person_id for frame in session.frames for pose in frame}) == 1


def test_the_pose_is_that_of_the_person_shown(take: Path) -> None:
    """Upright at the start: head over pelvis over ankles, the left hand on the image's right."""
    session = Session.open(take)
    flat, solid = session.joints_2d[0], session.joints_3d[0]
    at = skeleton.INDEX
    assert flat[at["head_top"], 1] < flat[at["pelvis"], 1] < flat[at["l_ankle"], 1]
    assert flat[at["l_wrist"], 0] > flat[at["pelvis"], 0] > flat[at["r_wrist"], 0]
    # 175 cm assumed: ankles hang 0.9 m below the pelvis, the head stands 0.8 m above it.
    assert 700 < solid[at["l_ankle"], 1] < 1050
    assert -900 < solid[at["head_top"], 1] < -550
    assert solid[at["l_shoulder"], 0] - solid[at["r_shoulder"], 0] > 200


def test_the_overlay_is_a_video_of_the_same_length(take: Path) -> None:
    source = open_source(str(take / process.OVERLAY))
    try:
        frames = 0
        blue = np.array(skeleton.COLOURS["left"][::-1], int)
        while (frame := source.read()) is not None:
            if frames == 0:
                near = np.abs(frame.image.astype(int) - blue).sum(-1) < 90
                assert near.sum() > 50
            frames += 1
    finally:
        source.close()
    assert frames == 360


def test_files_for_other_programs(take: Path, tmp_path: Path) -> None:
    assert main(["export", str(take), "--format", "csv,json,npz", "--out", str(tmp_path)]) == 0
    data = json.loads((tmp_path / "demo.json").read_text())
    names = data["joint_names"]
    assert names in (list(skeleton.NAMES), list(skeleton.KEYPOINT_NAMES))
    assert len(data["frames"]) == 360
    person = data["frames"][10]["people"][0]
    assert np.array(person["joints_2d"]).shape == (len(names), 2)
    assert np.array(person["joints_3d"]).shape == (len(names), 3)
    assert len(person["scores"]) == len(names)
    assert data["frames"][30]["time"] == pytest.approx(1.0, abs=0.01)
    with np.load(tmp_path / "demo.npz") as arrays:
        np.testing.assert_allclose(arrays["joints_3d"][10], person["joints_3d"], atol=0.1)
    with (tmp_path / "demo.csv").open(newline="") as stream:
        assert len(list(csv.DictReader(stream))) == 360
    # a second time nothing is overwritten unless asked for
    assert main(["export", str(take), "--format", "json", "--out", str(tmp_path)]) == 2
    assert main(["export", str(take), "--format", "json", "--out", str(tmp_path), "--force"]) == 0


def test_no_person_is_seen_where_there_is_none(tmp_path: Path) -> None:
    """A dim room of planks, a door and a lamp: sixty frames, no skeleton."""
    import cv2

    folder = tmp_path / "room"
    folder.mkdir()
    rng = np.random.default_rng(0)
    for i in range(60):
        room = np.full((360, 640, 3), (90, 110, 130), np.uint8)
        for y in range(220, 360, 14):
            cv2.line(room, (0, y), (640, y - 6), (60, 80, 100), 2)
        cv2.rectangle(room, (420, 60), (500, 260), (50, 70, 90), -1)
        cv2.circle(room, (200, 90), 26, (180, 220, 235), -1)
        cv2.line(room, (200, 116), (200, 300), (40, 40, 40), 5)
        noise = rng.normal(0, 4, room.shape)
        image = np.clip(room + noise, 0, 255).astype(np.uint8)
        cv2.imwrite(str(folder / f"{i:03d}.jpg"), image)
    out = tmp_path / "take"
    assert main(["process", str(folder), "--out", str(out)]) == 0
    session = Session.open(out)
    assert len(session) == 60
    assert sum(len(people) for people in session.frames) == 0


def test_the_shipped_network_is_small_enough_to_ship() -> None:
    assert shipped_network().stat().st_size <= 20e6


def test_bench_prints_what_it_measured(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "demo", "--frames", "40", "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert result["frames"] == 40
    assert result["frames_with_person"] == 40
    assert result["fps"] > 5
    assert {"decode", "crop", "network", "smooth"} <= set(result["stages_ms"])
    assert result["latency_ms"]["median"] <= result["latency_ms"]["p95"]
    assert main(["bench", "demo", "--frames", "20"]) == 0
    assert "fps" in capsys.readouterr().out
