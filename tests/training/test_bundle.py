"""Packing a training for another machine, and unpacking it there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest
from scipy.io import loadmat, savemat

from posecam.errors import PosecamError
from training.__main__ import main
from training.bundle import bundle
from training.datasets import read
from training.unpack import MANIFEST, unpack

JOINTS = 14


def make_set(folder: Path, count: int = 6) -> None:
    """Photos of 600 x 400 with a white dot at the first joint, as LSPET and its teachers say."""
    (folder / "images").mkdir(parents=True)
    rng = np.random.default_rng(1)
    joints = np.ones((JOINTS, 3, count))
    joints[:, 0], joints[:, 1] = (
        rng.uniform(40, 560, (JOINTS, count)),
        rng.uniform(40, 360, (JOINTS, count)),
    )
    for i in range(count):
        image = np.zeros((400, 600, 3), np.uint8)
        cv2.circle(image, (round(joints[0, 0, i]), round(joints[0, 1, i])), 12, (255, 255, 255), -1)
        cv2.imwrite(str(folder / "images" / f"{i:04d}.jpg"), image)
    savemat(folder / "joints.mat", {"joints": joints})
    limbs = rng.uniform(40, 360, (count, 12, 3))
    np.savez(
        folder / "teacher.npz", movenet_2d=limbs, blazepose_2d=limbs, blazepose_3d=limbs,
        person_boxes=np.full((3, 5), 100.0), person_box_image=np.array([0, 2, 5]),
    )  # fmt: skip


def centre_of_dot(path: Path) -> np.ndarray:
    image = cv2.imread(str(path), cv2.IMREAD_GRAYSCALE)
    assert image is not None
    rows, columns = np.nonzero(image > 128)
    return np.array([columns.mean(), rows.mean()])


def test_labels_move_with_photos_that_become_smaller(tmp_path: Path) -> None:
    make_set(tmp_path / "lspet")
    parts = bundle(tmp_path / "out", data=[tmp_path / "lspet"], side=300)
    assert parts
    unpack(tmp_path / "out", tmp_path / "there")
    folder = tmp_path / "there" / "data" / "lspet"
    joints = loadmat(folder / "joints.mat")["joints"]
    for i, path in enumerate(sorted((folder / "images").iterdir())):
        image = cv2.imread(str(path))
        assert image is not None
        assert image.shape == (200, 300, 3)
        assert centre_of_dot(path) == pytest.approx(joints[0, :2, i], abs=0.5)
    before, after = (np.load(f / "teacher.npz") for f in (tmp_path / "lspet", folder))
    wanted = (before["movenet_2d"][..., :2] + 0.5) / 2 - 0.5
    assert after["movenet_2d"][..., :2] == pytest.approx(wanted)
    assert after["movenet_2d"][..., 2] == pytest.approx(before["movenet_2d"][..., 2])
    assert after["blazepose_3d"] == pytest.approx(before["blazepose_3d"])
    assert after["person_boxes"][1] == pytest.approx([49.75, 49.75, 50, 50, 100])
    assert len(read(folder, "all")) == 6


def test_an_annotated_folder_keeps_its_camera(tmp_path: Path, annotated_folder: Path) -> None:
    bundle(tmp_path / "out", data=[annotated_folder], side=100)
    unpack(tmp_path / "out", tmp_path / "there")
    before, after = (
        read(annotated_folder, "all"),
        read(tmp_path / "there/data" / annotated_folder.name, "all"),
    )
    sizes = [cv2.imread(str(f)).shape for f in before.files]  # type: ignore[union-attr]
    scale = np.array([100 / max(s[:2]) for s in sizes])
    assert after.box[:, 2] == pytest.approx(before.box[:, 2] * scale, rel=1e-4)
    assert after.joints_2d[before.known] == pytest.approx(
        (((before.joints_2d + 0.5) * scale[:, None, None]) - 0.5)[before.known], abs=1e-3
    )
    known = np.isfinite(before.camera).all(-1)
    assert after.camera[known, 0] == pytest.approx(before.camera[known, 0] * scale[known], rel=1e-4)


def test_code_that_was_unpacked_runs_there(tmp_path: Path) -> None:
    weights = tmp_path / "weights.onnx"
    weights.write_bytes(b"w" * 2_500_000)
    parts = bundle(tmp_path / "out", extra=[weights], part_mb=1)
    assert [p.name for p in parts] == [f"part-{i:03d}" for i in range(len(parts))]
    assert len(parts) >= 3
    assert all(p.stat().st_size == 1_000_000 for p in parts[:-1])
    unpack(tmp_path / "out", tmp_path / "there")
    assert (tmp_path / "there/extra/weights.onnx").read_bytes() == weights.read_bytes()
    code = tmp_path / "there" / "code"
    assert not list(code.rglob("__pycache__"))
    shown = subprocess.run(
        [sys.executable, "-c", "import training; print(training.__file__)"],
        cwd=code, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert str(code) in shown.stdout


def test_a_missing_or_changed_part_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    weights = tmp_path / "weights.onnx"
    weights.write_bytes(np.random.default_rng(0).bytes(2_500_000))
    parts = bundle(tmp_path / "out", extra=[weights], part_mb=1)
    changed = bytearray(parts[1].read_bytes())
    changed[500_000] ^= 1
    kept = parts[1].read_bytes()
    parts[1].write_bytes(changed)
    with pytest.raises(PosecamError, match=r"part-001 is not the part that was packed"):
        unpack(tmp_path / "out", tmp_path / "there")
    parts[1].write_bytes(kept)
    parts[2].unlink()
    with pytest.raises(PosecamError, match=rf"part-002 is missing: the bundle has {len(parts)}"):
        unpack(tmp_path / "out", tmp_path / "there")
    assert not (tmp_path / "there").exists()
    (tmp_path / "out" / MANIFEST).write_text("{}")
    with pytest.raises(PosecamError, match="cannot be read"):
        unpack(tmp_path / "out", tmp_path / "there")
    with pytest.raises(PosecamError, match="is no bundle"):
        unpack(tmp_path, tmp_path / "there")


def test_both_are_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_set(tmp_path / "lspet")
    out, there = tmp_path / "out", tmp_path / "there"
    assert main(["bundle", "--out", str(out), "--data", str(tmp_path / "lspet")]) == 0
    assert main(["unpack", str(out), "--into", str(there)]) == 0
    assert len(list((there / "data/lspet/images").iterdir())) == 6
    assert main(["unpack", str(tmp_path), "--into", str(there)]) == 2
    assert "is no bundle" in capsys.readouterr().err


def test_labels_of_photos_that_are_not_there_are_refused(tmp_path: Path) -> None:
    make_set(tmp_path / "lspet")
    (tmp_path / "lspet/images/0005.jpg").unlink()
    with pytest.raises(PosecamError, match=r"its 5 photos|are 5 photos"):
        bundle(tmp_path / "out", data=[tmp_path / "lspet"])


def test_what_cannot_be_packed_is_said(tmp_path: Path) -> None:
    with pytest.raises(PosecamError, match="not there"):
        bundle(tmp_path / "out", data=[tmp_path / "none"])
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "file").touch()
    with pytest.raises(PosecamError, match="not empty"):
        bundle(tmp_path / "full")
    (tmp_path / "a" / "x").mkdir(parents=True)
    (tmp_path / "b" / "x").mkdir(parents=True)
    with pytest.raises(PosecamError, match="called x"):
        bundle(tmp_path / "out", extra=[tmp_path / "a/x", tmp_path / "b/x"])
