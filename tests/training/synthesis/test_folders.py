"""Annotated folders of rendered people: written, continued, annotated again, shown."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import cv2
import numpy as np
import pytest

from posecam import skeleton
from posecam.errors import PosecamError
from tests.fakes.waiting import wait_until
from training.synthesis import generate
from training.synthesis.__main__ import main
from training.synthesis.generate import Job, Machine
from training.synthesis.renderer import Renderer
from training.synthesis.scene import SIZE

ONE = Machine(workers=1)
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def cache(bodies_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("POSECAM_TRAINING_CACHE", str(bodies_path.parent))
    return bodies_path.parent


def test_a_folder_is_written_and_continued(
    tmp_path: Path, cache: Path, can_render: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(generate, "CHUNK", 3)
    out = tmp_path / "made"
    arguments = ["synthesize", "--out", str(out), "--workers", "1", "--seed", "3"]
    assert main([*arguments, "--count", "3"]) == 0
    (out / "images" / "0000001.jpg").write_bytes(b"kept")
    assert main([*arguments, "--count", "5"]) == 0
    assert (out / "images" / "0000001.jpg").read_bytes() == b"kept", "finished chunks are kept"
    with np.load(out / "annotations.npz") as table:
        assert tuple(table["joint_names"]) == skeleton.KEYPOINT_NAMES
        assert table["joints_2d"].shape == (5, 31, 2)
        assert table["visible"].shape == table["occluded"].shape == (5, 31)
        assert table["up"].shape == (5, 3)
        assert table["field_of_view"].shape == table["distance"].shape == (5,)
        assert np.isfinite(table["joints_3d"]).all()
        assert table["files"].tolist() == [f"{i:07d}.jpg" for i in range(5)]
    image = cv2.imread(str(out / "images" / "0000004.jpg"))
    assert image is not None
    assert image.shape == (SIZE, SIZE, 3)
    mask = cv2.imread(str(out / "masks" / "0000004.png"), cv2.IMREAD_UNCHANGED)
    assert mask is not None
    assert set(np.unique(mask)) <= {0, 255}


def test_no_worker_goes_on_drawing_when_the_first_process_is_killed(
    tmp_path: Path, cache: Path, can_render: None
) -> None:
    out = tmp_path / "made"
    command = [sys.executable, "-m", "training.synthesis", "synthesize", "--out", str(out)]
    first = subprocess.Popen([*command, "--count", "100000", "--workers", "1"], cwd=ROOT)
    images = out / "images"
    wait_until(lambda: images.is_dir() and any(images.iterdir()), 120)
    first.kill()
    first.wait()

    def still() -> bool:
        before = len(list(images.iterdir()))
        time.sleep(1.0)
        return len(list(images.iterdir())) == before

    wait_until(still, 30)


def test_annotating_again_draws_nothing_and_says_the_same(
    tmp_path: Path, cache: Path, mocap_path: Path, can_render: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    out = tmp_path / "made"
    generate.synthesize(Job(out, 3, 4, mocap=mocap_path), ONE)
    with np.load(out / "annotations.npz") as table:
        before = {k: table[k] for k in table.files}
    wrong = {k: np.zeros_like(v) if k.startswith("joints_") else v for k, v in before.items()}
    np.savez(out / "annotations.npz", **wrong)
    monkeypatch.setattr("training.synthesis.scene.Renderer", None)
    assert main(["annotate", str(out), "--mocap", str(mocap_path)]) == 0
    with np.load(out / "annotations.npz") as table:
        assert set(table.files) == set(before)
        for key, value in before.items():
            assert np.array_equal(table[key], value), key


def test_a_sequence_is_one_person_in_order(
    tmp_path: Path, cache: Path, mocap_path: Path, can_render: None
) -> None:
    out = tmp_path / "sequences"
    arguments = ["synthesize", "--sequences", "--mocap", str(mocap_path), "--seed", "2"]
    assert main([*arguments, "--out", str(out), "--count", "2", "--workers", "1"]) == 0
    with np.load(out / "annotations.npz") as table:
        assert table["sequence"].tolist() == [0] * 16 + [1] * 16
        assert table["time"][:16] == pytest.approx(np.arange(16) / 30)
        for first in (0, 16):
            camera = table["camera"][first : first + 16]
            assert np.ptp(camera, axis=0).max() == 0, "the camera stands still"
            joints = table["joints_3d"][first : first + 16]
            thigh = np.linalg.norm(joints[:, 1] - joints[:, 2], axis=1)
            assert np.ptp(thigh) < 0.5, "one body"
            assert np.linalg.norm(np.diff(joints, axis=0), axis=-1).max() < 200, "no jumps"


def test_sequences_need_motion(tmp_path: Path, cache: Path) -> None:
    with pytest.raises(PosecamError, match="--mocap"):
        generate.synthesize(Job(tmp_path / "out", 0, 1, sequences=True), ONE)


def test_another_seed_is_refused(tmp_path: Path, cache: Path) -> None:
    (tmp_path / "recipe.json").write_text(json.dumps({"seed": 1}))
    with pytest.raises(PosecamError, match="choose another folder"):
        generate.synthesize(Job(tmp_path, 2, 1), ONE)


@pytest.mark.parametrize(("count", "workers"), [(0, 1), (1, 0)])
def test_numbers_must_be_positive(count: int, workers: int, tmp_path: Path) -> None:
    with pytest.raises(PosecamError, match="at least one"):
        generate.synthesize(Job(tmp_path, 0, count), Machine(workers))


def test_a_folder_without_assets_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "out")
    assert main(["synthesize", "--assets", str(tmp_path), "--count", "1", "--out", out]) == 2
    assert f"{tmp_path} is no folder of assets" in capsys.readouterr().err


def test_a_file_that_is_no_motion_is_named(
    tmp_path: Path, cache: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mocap.npz"
    path.write_bytes(b"not a zip")
    arguments = ["annotate", str(tmp_path), "--mocap", str(path)]
    assert main(arguments) == 2
    assert "is no folder of rendered images" in capsys.readouterr().err


def test_a_sheet_shows_the_folder(tmp_path: Path, cache: Path, can_render: None) -> None:
    out, sheet = tmp_path / "made", tmp_path / "sheet.png"
    generate.synthesize(Job(out, 1, 2), ONE)
    assert main(["sheet", str(out), "--out", str(sheet)]) == 0
    drawn = cv2.imread(str(sheet))
    assert drawn is not None
    assert drawn.shape == (6 * SIZE, 6 * SIZE, 3)
    first = cv2.imread(str(out / "images" / "0000000.jpg"))
    assert first is not None
    changed = np.abs(drawn[:SIZE, :SIZE].astype(int) - first).max(-1) > 40
    assert 20 < changed.sum() < SIZE * SIZE / 4, "keypoints are drawn over the image"
    assert drawn[SIZE:].max() == 0


def test_a_device_that_is_not_there_is_named(can_render: None) -> None:
    with pytest.raises(PosecamError, match="device index 99"):
        Renderer((8, 8), device=99)
    first = Renderer((8, 8), device=0)
    assert first.device_name
    first.close()
