"""Pictures and their truth, rendered with the stick body."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest

from posecam import skeleton
from posecam.errors import PosecamError
from training.datasets.folder import read_folder
from training.synthesis import generate
from training.synthesis.__main__ import main
from training.synthesis.scene import SIZE, Sample, Studio

INDEX = skeleton.INDEX


@pytest.fixture(scope="module")
def samples(bodies_path: Path, can_render: None) -> Iterator[list[Sample]]:
    studio = Studio(bodies_path, None)
    yield [studio.sample(np.random.default_rng([7, i])) for i in range(24)]
    studio.close()


def test_two_and_three_dimensions_agree(samples: list[Sample]) -> None:
    for s in samples:
        flat = s.joints_3d @ s.camera.T
        pixels = flat[:, :2] / flat[:, 2:]
        assert np.abs(pixels - s.joints_2d)[s.visible].max() < 1e-3
        assert s.joints_3d[s.visible, 2].min() > 0


def test_left_is_left_of_the_nose(samples: list[Sample]) -> None:
    agree = 0
    for s in samples:
        left = s.joints_3d[INDEX["l_shoulder"]] - s.joints_3d[INDEX["r_shoulder"]]
        up = s.joints_3d[INDEX["thorax"]] - s.joints_3d[INDEX["pelvis"]]
        agree += float(np.cross(left, up) @ s.nose) > 0
    assert agree == len(samples)


def test_joints_lie_on_the_silhouette(samples: list[Sample]) -> None:
    inside, of = 0, 0
    for s in samples:
        shown = s.visible & ~s.occluded
        near = cv2.dilate(s.mask.astype(np.uint8), np.ones((7, 7), np.uint8))
        at = np.clip(np.rint(s.joints_2d[shown]).astype(int), 0, SIZE - 1)
        inside += int(near[at[:, 1], at[:, 0]].sum())
        of += int(shown.sum())
    assert of > 150
    assert inside / of > 0.97


def test_limbs_have_human_lengths(samples: list[Sample]) -> None:
    for s in samples:
        for name, low, high in (("ankle", 380, 560), ("knee", 350, 500), ("elbow", 220, 340)):
            child = INDEX[f"l_{name}"]
            length = np.linalg.norm(s.joints_3d[child] - s.joints_3d[skeleton.PARENTS[child]])
            assert low < length < high, name


def test_boxes_are_tight_round_what_is_seen(samples: list[Sample]) -> None:
    for s in samples:
        seen = s.joints_2d[s.visible]
        assert s.box[:2] == pytest.approx(seen.min(0))
        assert s.box[:2] + s.box[2:] == pytest.approx(seen.max(0))
        assert not (s.occluded & ~s.visible).any()


def test_same_seed_same_picture(samples: list[Sample], bodies_path: Path) -> None:
    again = Studio(bodies_path, None)
    other = again.sample(np.random.default_rng([7, 5]))
    again.close()
    assert np.array_equal(other.picture, samples[5].picture)
    assert np.array_equal(other.joints_3d, samples[5].joints_3d)
    assert not np.array_equal(samples[5].picture, samples[6].picture)


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
    first = (out / "images" / "0000001.jpg").read_bytes()
    (out / "images" / "0000001.jpg").write_bytes(b"kept")
    assert main([*arguments, "--count", "5"]) == 0
    assert (out / "images" / "0000001.jpg").read_bytes() == b"kept", "finished chunks are kept"
    (out / "images" / "0000001.jpg").write_bytes(first)
    records = read_folder(out)
    assert len(records) == 5
    picture = cv2.imread(records.files[4])
    assert picture is not None
    assert picture.shape == (SIZE, SIZE, 3)
    mask = cv2.imread(str(out / "masks" / "0000004.png"), cv2.IMREAD_UNCHANGED)
    assert mask is not None
    assert set(np.unique(mask)) <= {0, 255}
    assert np.isfinite(records.joints_3d).all()


def test_another_seed_is_refused(
    tmp_path: Path, cache: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "recipe.json").write_text(json.dumps({"seed": 1}))
    with pytest.raises(PosecamError, match="choose another folder"):
        generate.synthesize(None, 1, tmp_path, workers=1, seed=2)


@pytest.mark.parametrize(("count", "workers"), [(0, 1), (1, 0)])
def test_numbers_must_be_positive(count: int, workers: int, tmp_path: Path) -> None:
    with pytest.raises(PosecamError, match="at least one"):
        generate.synthesize(None, count, tmp_path, workers=workers)


def test_a_folder_without_assets_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "out")
    assert main(["synthesize", "--assets", str(tmp_path), "--count", "1", "--out", out]) == 2
    assert f"{tmp_path} is no folder of assets" in capsys.readouterr().err


def test_a_broken_file_of_bodies_is_named(tmp_path: Path) -> None:
    path = tmp_path / "bodies.npz"
    path.write_bytes(b"not a zip")
    with pytest.raises(PosecamError, match=r"bodies\.npz cannot be read"):
        Studio(path, None)


def test_a_sheet_shows_the_folder(tmp_path: Path, cache: Path, can_render: None) -> None:
    out, sheet = tmp_path / "made", tmp_path / "sheet.png"
    generate.synthesize(None, 2, out, workers=1, seed=1)
    assert main(["sheet", str(out), "--out", str(sheet)]) == 0
    drawn = cv2.imread(str(sheet))
    assert drawn is not None
    assert drawn.shape == (6 * SIZE, 6 * SIZE, 3)
    first = cv2.imread(str(out / "images" / "0000000.jpg"))
    assert first is not None
    changed = np.abs(drawn[:SIZE, :SIZE].astype(int) - first).max(-1) > 40
    assert 20 < changed.sum() < SIZE * SIZE / 4, "joints are drawn over the picture"
    assert drawn[SIZE:].max() == 0
