"""Public layouts are recognised, read to the same table, and complained of when broken."""

from __future__ import annotations

import json
import os
import pickle
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import h5py
import numpy as np
import pytest
from scipy.io import loadmat, savemat

from posecam import skeleton
from posecam.errors import PosecamError
from posecam.geometry import in_camera
from tests.fakes.standing import standing
from tests.training import layouts
from training.datasets import read
from training.datasets.coco import COCO_NAMES
from training.datasets.h36m import h36m_bone_sum
from training.datasets.h36m_cameras import read_cameras

AT = skeleton.INDEX


def test_lsp_is_told_from_lspet_and_halved(tmp_path: Path) -> None:
    joints = layouts.write_lsp(tmp_path)
    train, test = read(tmp_path, "train"), read(tmp_path, "val")
    assert (train.name, len(train), len(test)) == ("lsp", 4, 4)
    assert train.known[:, : skeleton.COUNT].all()  # hidden joints are labelled
    np.testing.assert_allclose(test.joints_2d[0, AT["head_top"]], joints[:2, 13, 4], rtol=1e-6)
    np.testing.assert_allclose(test.joints_2d[0, AT["r_wrist"]], joints[:2, 6, 4], rtol=1e-6)


@pytest.mark.parametrize("one_file", [False, True])
def test_mpii(tmp_path: Path, one_file: bool) -> None:
    layouts.write_mpii(tmp_path, one_file=one_file)
    train, held_out = read(tmp_path, "train"), read(tmp_path, "val")
    assert (train.name, len(train), len(held_out)) == ("mpii", 2, 1)
    assert len(read(tmp_path)) == 3
    # The files count from one, we from zero.
    np.testing.assert_allclose(train.joints_2d[0, : skeleton.COUNT], layouts.mpii_joints(0) - 1)
    assert train.known[0, : skeleton.COUNT].all()
    assert train.known[1].sum() == 15
    assert not train.known[1, AT["r_ankle"]]
    # To train the joints' own box, to test the protocol's square: 200 px x 0.2 x 1.25 after the
    # crop's margin, its middle 15 px x 0.2 below the centre.
    np.testing.assert_allclose(train.box[0], [9, 10, 30, 30])
    side = 200 * 0.2 * 1.25 / 1.35
    np.testing.assert_allclose(
        held_out.box[0], [30 - side / 2, 43 - side / 2, side, side], rtol=1e-6
    )
    if one_file:
        assert np.isnan(held_out.head_px).all()
    else:
        assert held_out.head_px[0] == pytest.approx(0.6 * 5)


def test_coco(tmp_path: Path) -> None:
    keypoints = layouts.write_coco(tmp_path)
    records = read(tmp_path, "val")
    assert (records.name, len(records)) == ("coco", 1)
    assert Path(str(records.files[0])).is_file()
    np.testing.assert_allclose(
        records.joints_2d[0, AT["r_knee"]], keypoints[COCO_NAMES.index("r_knee"), :2]
    )
    unknown = {"l_wrist", "upper_neck", "head_top"}
    assert {
        skeleton.NAMES[j] for j in np.flatnonzero(~records.known[0, : skeleton.COUNT])
    } == unknown
    hips = keypoints[[COCO_NAMES.index("l_hip"), COCO_NAMES.index("r_hip")], :2]
    np.testing.assert_allclose(records.joints_2d[0, skeleton.ROOT], hips.mean(0))
    np.testing.assert_allclose(records.box[0], [4, 5, 50, 40])
    assert records.area[0] == 900
    assert len(read(tmp_path, "train")) == 0


@pytest.mark.parametrize("metadata", [True, False])
def test_h36m(tmp_path: Path, metadata: bool) -> None:
    world = layouts.write_h36m(tmp_path, metadata=metadata)
    records = read(tmp_path, "val")
    # Images 1, 6 and 11 are five frames apart; 3 is too near, 12 has no joints.
    assert [Path(f).stem[-2:] for f in records.files] == ["01", "06", "11"]
    assert {Path(f).name.split("_")[0] for f in records.files} == {"S9"}
    rotation = layouts.look_at(np.array(layouts.POSITION), np.array([0, 0, 900.0]))
    wanted = (world[5, 26] - np.array(layouts.POSITION)) @ rotation.T  # the right elbow
    np.testing.assert_allclose(records.joints_3d[1, AT["r_elbow"]], wanted, atol=0.1)
    shoulders = (world[5, 17] + world[5, 25]) / 2
    thorax = (shoulders - np.array(layouts.POSITION)) @ rotation.T
    np.testing.assert_allclose(records.joints_3d[1, AT["thorax"]], thorax, atol=0.1)
    # A person five metres away, upright, in the middle of the image.
    assert records.joints_2d[1, AT["head_top"], 1] < records.joints_2d[1, AT["r_ankle"], 1]
    assert 250 < records.box[1, 3] < 500
    np.testing.assert_allclose(records.camera[1], [1144.415, 512.54, 515.45], rtol=1e-5)
    assert records.h36m is not None
    assert set(records.h36m.action) == {"Walking"}
    # The mean is that of the training subjects, who are smaller.
    train = read(tmp_path, "train")
    assert train.h36m is not None
    own = h36m_bone_sum(train.h36m.joints).mean()
    assert records.h36m.bone_sum_mm == pytest.approx(own, rel=1e-4)
    assert h36m_bone_sum(records.h36m.joints[0]) == pytest.approx(1.1 * own, rel=1e-4)


def test_depth_of_h36m_leads_back_to_its_joints(tmp_path: Path) -> None:
    layouts.write_h36m(tmp_path)
    records = read(tmp_path, "val")
    seen = np.column_stack([records.joints_2d[1], records.depth_px[1]]).astype(np.float64)
    towards = records.box[1, :2] + records.box[1, 2:] / 2
    focal = float(records.camera[1, 0])
    found = in_camera(seen, focal, records.camera[1, 1:].astype(float), towards)
    solid = records.joints_3d[1].astype(float)
    expected = (solid - solid[skeleton.ROOT]) * focal / solid[skeleton.ROOT, 2]
    # The lens bends by less than a pixel here.
    np.testing.assert_allclose(found, expected, atol=1.5)


def test_a_point_through_the_lens_of_h36m(tmp_path: Path) -> None:
    layouts.write_h36m(tmp_path)
    camera = read_cameras(tmp_path)["S5", "60457274"]
    x, y = 0.2, -0.1  # by hand, with r2 = 0.05
    k1, k2, k3, p1, p2 = layouts.LENS[4:]
    bent = 1 + k1 * 0.05 + k2 * 0.0025 + k3 * 0.000125 + p1 * y + p2 * x
    wanted = [
        1145.05 * (x * bent + p2 * 0.05) + 512.54,
        1143.78 * (y * bent + p1 * 0.05) + 515.45,
    ]
    np.testing.assert_allclose(camera.project(np.array([400.0, -200.0, 2000.0])), wanted)


def test_joints_of_h36m_are_read_as_arrays_and_nothing_else(tmp_path: Path) -> None:
    layouts.write_h36m(tmp_path)

    class Trap:
        def __reduce__(self) -> tuple[Callable[..., Any], tuple[str]]:
            return os.mkdir, (str(tmp_path / "sprung"),)

    path = tmp_path / "data_3d_h36m.npz"
    header = b"\x93NUMPY\x01\x00v\x00" + (
        b"{'descr': '|O', 'fortran_order': False, 'shape': (), }".ljust(117) + b"\n"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("positions_3d.npy", header + pickle.dumps(Trap()))
    with pytest.raises(PosecamError, match="no business"):
        read(tmp_path)
    assert not (tmp_path / "sprung").exists()


def test_h36m_challenge(tmp_path: Path) -> None:
    layouts.write_h36m_challenge(tmp_path)
    train, held_out = read(tmp_path, "train"), read(tmp_path, "val")
    assert (len(train), len(held_out)) == (2, 1)  # the third fits nothing that was found
    assert len(read(tmp_path / "Val", "val")) == 1
    np.testing.assert_allclose(
        train.joints_2d[1, : skeleton.COUNT], standing()[:, :2] * 0.05 + 50, atol=1e-3
    )
    depth = standing()[AT["r_wrist"], 2] * 0.05
    assert train.depth_px[0, AT["r_wrist"]] == pytest.approx(depth, rel=1e-4)
    assert held_out.h36m is not None
    body = h36m_bone_sum(skeleton.to_h36m(standing()))
    assert held_out.h36m.bone_sum_mm == pytest.approx(body * (1 + 2 + 3) / 3)


def test_mpi_inf_3dhp(tmp_path: Path) -> None:
    layouts.write_3dhp(tmp_path)
    train, test = read(tmp_path, "train"), read(tmp_path, "val")
    assert len(train) == 4  # frames 1 and 6 of two subjects; 2 is too near, 40 has no joints
    assert [Path(f).name for f in test.files] == ["img_000001.jpg", "img_000003.jpg"]
    cells = loadmat(tmp_path / "S1" / "Seq1" / "annot.mat")["annot3"]
    solid = cells[0, 0].reshape(12, 28, 3)
    np.testing.assert_allclose(train.joints_3d[1, AT["l_knee"]], solid[5, 19], rtol=1e-5)
    np.testing.assert_allclose(train.joints_3d[1, AT["r_wrist"]], solid[5, 16], rtol=1e-5)
    with h5py.File(tmp_path / "TS1" / "annot_data.mat") as stored:
        np.testing.assert_allclose(
            test.joints_3d[1, AT["r_shoulder"]], stored["annot3"][2, 0, 2], rtol=1e-5
        )
    for records in (train, test):
        np.testing.assert_allclose(records.camera[0], [1500, 1024, 1030], rtol=1e-5)


def test_without_a_test_set_the_last_subject_is_held_out(tmp_path: Path) -> None:
    layouts.write_3dhp(tmp_path, test=False)
    assert {Path(f).parts[-5] for f in read(tmp_path, "train").files} == {"S1"}
    assert {Path(f).parts[-5] for f in read(tmp_path, "val").files} == {"S8"}
    assert len(read(tmp_path)) == 4


def _spoil_mpii(folder: Path) -> None:
    layouts.write_mpii(folder)
    path = folder / "annot" / "train.json"
    people = json.loads(path.read_text())
    people[1]["joints"] = people[1]["joints"][:9]
    path.write_text(json.dumps(people))


def _lose_validation(folder: Path) -> None:
    layouts.write_mpii(folder)
    (folder / "annot" / "valid.json").unlink()


def _spoil_heads(folder: Path) -> None:
    layouts.write_mpii(folder)
    savemat(folder / "annot" / "gt_valid.mat", {"headboxes_src": np.zeros((2, 2, 9))})


def _spoil_coco(folder: Path) -> None:
    layouts.write_coco(folder)
    (folder / "annotations" / "person_keypoints_val2017.json").write_text("{")


def _lose_cameras(folder: Path) -> None:
    layouts.write_h36m(folder)
    (folder / "metadata.xml").unlink()


def _spoil_cameras(folder: Path) -> None:
    layouts.write_h36m(folder)
    (folder / "metadata.xml").write_text("<w0>[1 2 3]</w0>")


def _lose_images(folder: Path) -> None:
    layouts.write_h36m(folder)
    for path in folder.rglob("*.jpg"):
        path.unlink()


def _lose_places(folder: Path) -> None:
    layouts.write_h36m_challenge(folder)
    (folder / "Train" / "joints_2d.npz").unlink()


def _spoil_pose(folder: Path) -> None:
    layouts.write_h36m_challenge(folder)
    (folder / "Train" / "POSE" / "00002.csv").write_text("1,2,3\n")


def _spoil_3dhp(folder: Path) -> None:
    layouts.write_3dhp(folder, test=False)
    savemat(folder / "S1" / "Seq1" / "annot.mat", {"annot2": np.zeros(3)})


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (_spoil_mpii, r"train\.json is not of MPII's form"),
        (_lose_validation, r"valid\.json cannot be read"),
        (_spoil_heads, r"gt_valid\.mat.*\(2, 2, 1\) is needed"),
        (_spoil_coco, r"person_keypoints_val2017\.json cannot be read"),
        (_lose_cameras, "neither metadata.xml nor camera-parameters.json"),
        (_spoil_cameras, r"metadata\.xml holds no cameras.*3 numbers, not 300"),
        (_lose_images, "has no images of S1"),
        (_lose_places, r"put joints_2d\.npz"),
        (_spoil_pose, r"00002\.csv has \(1, 3\) numbers"),
        (_spoil_3dhp, r"annot\.mat lacks the array 'annot3'"),
    ],
)
def test_what_is_broken_is_named(tmp_path: Path, spoil: Callable[[Path], None], says: str) -> None:
    spoil(tmp_path)
    with pytest.raises(PosecamError, match=says):
        read(tmp_path, "all")


@pytest.mark.parametrize(
    "write",
    [layouts.write_lsp, layouts.write_mpii, layouts.write_coco, layouts.write_h36m,
     layouts.write_h36m_challenge, layouts.write_3dhp],
)  # fmt: skip
def test_a_split_that_no_set_has(tmp_path: Path, write: Callable[[Path], Any]) -> None:
    write(tmp_path)
    with pytest.raises(PosecamError, match="no split 'test'"):
        read(tmp_path, "test")
