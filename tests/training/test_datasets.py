"""Readers of the layouts, and what they say of broken folders."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from scipy.io import savemat

from posecam import skeleton
from posecam.errors import PosecamError
from posecam.geometry import in_camera
from tests.fakes.standing import standing
from training.datasets import read, read_teacher_alone
from training.datasets.records import Records
from training.datasets.store import open_store
from training.metrics import pa_mpjpe, pck, scaled_mpjpe


def make_lspet(folder: Path, count: int = 12) -> np.ndarray:
    """A tiny LSPET folder; returns its labels (14, 3, N)."""
    rng = np.random.default_rng(0)
    (folder / "images").mkdir(parents=True)
    labels = np.zeros((14, 3, count), np.float32)
    for i in range(count):
        cv2.imwrite(str(folder / "images" / f"im{i:05d}.jpg"), np.full((90, 80, 3), i, np.uint8))
        labels[:, :2, i] = rng.uniform(5, 75, (14, 2))
        labels[:, 2, i] = 1
    labels[0, 2, 1] = 0  # one ankle not labelled
    savemat(folder / "joints.mat", {"joints": labels})
    return labels


def make_teacher(folder: Path, count: int, labels: np.ndarray | None = None) -> None:
    rng = np.random.default_rng(1)
    limbs = rng.uniform(5, 75, (count, 12, 3)).astype(np.float32)
    if labels is not None:
        limbs[..., :2] = labels[:12, :2].transpose(2, 0, 1)
    limbs[..., 2] = 0.9
    solid = np.concatenate([limbs[..., :2] * 10, rng.normal(0, 100, (count, 12, 1))], -1)
    np.savez(
        folder / "teacher.npz", movenet_2d=limbs, blazepose_2d=limbs,
        blazepose_3d=solid.astype(np.float32),
    )  # fmt: skip


def test_lspet(tmp_path: Path) -> None:
    labels = make_lspet(tmp_path)
    records = read(tmp_path)
    assert len(records) == 12
    wrist = skeleton.INDEX["l_wrist"]
    np.testing.assert_allclose(records.joints_2d[3, wrist], labels[11, :2, 3])
    np.testing.assert_allclose(
        records.joints_2d[3, skeleton.ROOT], (labels[2, :2, 3] + labels[3, :2, 3]) / 2
    )
    assert not records.known[1, skeleton.INDEX["r_ankle"]]
    assert records.known[0, : skeleton.COUNT].all()
    assert not records.known[:, skeleton.COUNT :].any()


def test_splits_are_fixed_and_apart(tmp_path: Path) -> None:
    make_lspet(tmp_path, 40)
    train, val, everything = (read(tmp_path, split) for split in ("train", "val", "all"))
    assert len(train) + len(val) == len(everything) == 40
    assert not set(train.files) & set(val.files)
    assert list(read(tmp_path, "val").files) == list(val.files)
    with pytest.raises(PosecamError, match="no split"):
        read(tmp_path, "test")


def test_teacher_gives_depth_and_mends_swaps(tmp_path: Path) -> None:
    labels = make_lspet(tmp_path)
    make_teacher(tmp_path, 12, labels)
    swapped = labels.copy()
    swapped[[0, 1, 2, 3, 4, 5], :, 4] = labels[[5, 4, 3, 2, 1, 0], :, 4]
    savemat(tmp_path / "joints.mat", {"joints": swapped})
    plain, taught = read(tmp_path), read(tmp_path, teacher=True)
    ankle = skeleton.INDEX["r_ankle"]
    np.testing.assert_allclose(plain.joints_2d[4, ankle], labels[5, :2, 4])
    np.testing.assert_allclose(taught.joints_2d[4, ankle], labels[0, :2, 4])
    assert taught.depth_weight[0] > 0.9
    assert taught.depth_px[0, skeleton.ROOT] == 0
    # 10 mm a px in x and y, so depth in px is a tenth of the teacher's millimetres.
    solid = np.load(tmp_path / "teacher.npz")["blazepose_3d"][0]
    hips = solid[[2, 3], 2].mean()
    np.testing.assert_allclose(taught.depth_px[0, ankle], (solid[0, 2] - hips) / 10, rtol=1e-3)


def test_a_folder_of_photos_with_only_a_teacher(tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    for i in range(10):
        cv2.imwrite(str(tmp_path / "images" / f"{i}.jpg"), np.zeros((80, 80, 3), np.uint8))
    make_teacher(tmp_path, 10)
    records = read(tmp_path)
    assert records.known[:, list(skeleton.LIMBS)].all()
    assert not records.known[:, skeleton.INDEX["head_top"]].any()


def test_the_teachers_3d_counts_as_true_where_both_agree_in_2d(tmp_path: Path) -> None:
    make_teacher(tmp_path, 12, make_lspet(tmp_path))
    with np.load(tmp_path / "teacher.npz") as stored:
        data = dict(stored)
    data["blazepose_2d"] = data["blazepose_2d"].copy()
    data["blazepose_2d"][3, :, :2] += 60
    np.savez(tmp_path / "teacher.npz", **data)
    records, limbs = read_teacher_alone(tmp_path), list(skeleton.LIMBS)
    np.testing.assert_allclose(records.joints_3d[0, limbs], data["blazepose_3d"][0])
    assert np.isnan(records.joints_3d[3]).all()
    others = [i for i in range(skeleton.COUNT) if i not in limbs]
    assert np.isnan(records.joints_3d[:, others]).all()
    assert np.isnan(read(tmp_path, teacher=True).joints_3d).all()


def test_annotated_folder(annotated_folder: Path) -> None:
    records = read(annotated_folder)
    assert len(records) == 12
    body = slice(skeleton.COUNT)
    assert np.isfinite(records.depth_px[:, body]).all()
    assert np.isnan(records.joints_3d[:, skeleton.COUNT :]).all()
    # The figures were drawn at 0.1 px a millimetre with their depth kept.
    expected = (records.joints_3d[:, :, 2] - records.joints_3d[:, skeleton.ROOT, None, 2]) / 10
    np.testing.assert_allclose(records.depth_px, expected, atol=1e-3)


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        ("empty", "its layout is not known"),
        ("text", "cannot be read"),
        ("lacks", "lacks the arrays joints_3d"),
        ("order", "the order must be"),
        ("shape", "has shape"),
        ("lspet", "MATLAB"),
        ("lspet-shape", r"\(14, 3, 0\) is needed"),
        ("missing", "is no folder"),
    ],
)
def test_broken_folders_are_named(
    tmp_path: Path, annotated_folder: Path, spoil: str, says: str
) -> None:
    folder = tmp_path / "broken"
    if spoil != "missing":
        folder.mkdir()
    with np.load(annotated_folder / "annotations.npz") as stored:
        data = dict(stored)
    if spoil == "text":
        (folder / "annotations.npz").write_text("nothing")
    elif spoil == "lspet":
        (folder / "joints.mat").write_text("nothing")
    elif spoil == "lspet-shape":
        savemat(folder / "joints.mat", {"joints": np.zeros((14, 3, 5))})
    elif spoil in {"lacks", "order", "shape"}:
        if spoil == "lacks":
            del data["joints_3d"]
        elif spoil == "order":
            data["joint_names"] = data["joint_names"][::-1]
        else:
            data["box"] = data["box"][:, :3]
        np.savez(folder / "annotations.npz", **data)
    with pytest.raises(PosecamError, match=says):
        read(folder)


def test_a_corrupt_image_is_skipped_and_named(
    annotated_folder: Path, training_cache: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (annotated_folder / "images" / "00004.jpg").write_bytes(b"not a jpeg")
    store = open_store(read(annotated_folder), size=64)
    assert not store.readable[4]
    assert store.readable.sum() == 11
    assert "00004.jpg" in capsys.readouterr().out + capsys.readouterr().err
    again = open_store(read(annotated_folder), size=64)  # from the cache, without decoding
    np.testing.assert_array_equal(again.images, store.images)


def test_scores_of_perfect_and_of_moved_joints(annotated_folder: Path) -> None:
    records: Records = read(annotated_folder)
    assert pck(records.joints_2d, records, 0.01) == 1.0
    assert pa_mpjpe(records.joints_3d, records) == pytest.approx(0, abs=0.01)
    assert scaled_mpjpe(records.joints_3d * 0.5, records) == pytest.approx(0, abs=0.01)
    assert pck(records.joints_2d + 1000, records, 0.5) == 0.0
    # one wrist pulled away in depth: neither rotation nor scale undoes it
    moved = records.joints_3d.copy()
    moved[:, skeleton.INDEX["l_wrist"], 2] += 600
    assert 20 < pa_mpjpe(moved, records) < 200
    assert scaled_mpjpe(moved, records) > 30


def test_a_known_camera_gives_depth_along_the_ray(annotated_folder: Path) -> None:
    """What the records say of depth, `in_camera` turns back into the joints."""
    with np.load(annotated_folder / "annotations.npz") as stored:
        data = dict(stored)
    count = len(data["files"])
    focal, middle = 300.0, np.array([99.5, 129.5])
    body = np.stack([standing() for _ in range(count)]) * 0.5 + [400.0, -200.0, 1500.0]
    data["joints_3d"] = body.astype(np.float32)
    data["joints_2d"] = (body[..., :2] / body[..., 2:] * focal + middle).astype(np.float32)
    low, high = data["joints_2d"].min(1), data["joints_2d"].max(1)
    data["box"] = np.concatenate([low, high - low], 1)
    data["camera"] = np.tile(
        [[focal, 0, middle[0]], [0, focal, middle[1]], [0, 0, 1]], (count, 1, 1)
    )
    data["camera"][0, 0, 0] = 3.0  # no lens is that wide
    np.savez(annotated_folder / "annotations.npz", **data)
    records = read(annotated_folder)
    assert np.isnan(records.depth_px[0]).all()
    assert records.depth_weight[0] == 0
    towards = records.box[1, :2] + records.box[1, 2:] / 2
    depth = records.depth_px[1, : skeleton.COUNT]
    seen = np.column_stack([data["joints_2d"][1], depth]).astype(np.float64)
    found = in_camera(seen, focal, records.camera[1, 1:], towards)
    expected = (body[1] - body[1, skeleton.ROOT]) * focal / body[1, skeleton.ROOT, 2]
    np.testing.assert_allclose(found, expected, atol=0.05)


def test_depth_of_a_person_half_out_of_the_image(annotated_folder: Path) -> None:
    """Legs and pelvis unseen: their heatmaps are unknown, but the depth's scale is the same."""
    whole = read(annotated_folder)
    with np.load(annotated_folder / "annotations.npz") as stored:
        data = dict(stored)
    data["visible"][:, :7] = False
    np.savez(annotated_folder / "annotations.npz", **data)
    half = read(annotated_folder)
    assert not half.known[:, :7].any()
    np.testing.assert_allclose(half.depth_px, whole.depth_px, rtol=1e-5)
