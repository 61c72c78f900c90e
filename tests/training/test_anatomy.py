"""Labels on the outside of the body are found out, and moved to the joints' centres."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from posecam import skeleton
from posecam.errors import PosecamError
from tests.fakes.standing import standing
from tests.training.test_datasets import make_lspet
from training.datasets.anatomy import (
    JOINTS,
    Pose,
    frames,
    measure,
    moved_to_centres,
    read_offsets,
    write_offsets,
)
from training.datasets.records import Records, make_records
from training.options import TrainOptions
from training.train import training_sets

AT = skeleton.INDEX
#: From what is labelled to the centre: outward, up, forward, trunk lengths.
TRUE = {"hip": [-0.06, -0.04, 0.03], "shoulder": [0.05, 0.0, 0.0], "ankle": [0.03, 0.05, 0.0]}


def turned(count: int) -> np.ndarray:
    """(count, 16, 3) px: a person seen from everywhere, leaning a little."""
    rng = np.random.default_rng(0)
    body = standing() * 0.2
    out = []
    for angle, lean in zip(
        rng.uniform(0, 2 * np.pi, count), rng.normal(0, 0.4, count), strict=True
    ):
        c, s = np.cos(angle), np.sin(angle)
        about = np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])
        c, s = np.cos(lean), np.sin(lean)
        out.append(body @ about.T @ np.array([[1, 0, 0], [0, c, -s], [0, s, c]]).T)
    return np.array(out)


def labelled_outside(count: int = 120) -> tuple[Records, Pose]:
    """Labels that are off by `TRUE`, one in ten of them by far more, and what is right."""
    true = turned(count)
    labels = true[..., :2].copy()
    for joint, offset in TRUE.items():
        for side in "rl":
            labels[:, AT[f"{side}_{joint}"]] -= frames(true, joint, side)[:, :2] @ np.array(offset)
    labels[::10, AT["r_hip"]] += 60
    labels[:, AT["pelvis"]] = (labels[:, AT["r_hip"]] + labels[:, AT["l_hip"]]) / 2
    files = [Path(f"{i}.jpg") for i in range(count)]
    records = make_records("people", files, labels, np.ones((count, 16), bool))
    return records, Pose(true, np.full((count, 16), 0.9))


def test_the_frame_of_a_joint_is_the_bodys_own() -> None:
    body = standing()[None]
    for side, sign in (("r", 1), ("l", -1)):
        axes = frames(body, "hip", side)[0]
        outward, up, forward = axes.T / np.linalg.norm(axes.T, axis=-1, keepdims=True)
        across = body[0, AT["r_hip"]] - body[0, AT["l_hip"]]
        assert outward @ across * sign > 0.9 * np.linalg.norm(across)
        assert up[1] < -0.9
        wrists = body[0, [AT["r_wrist"], AT["l_wrist"]]] - body[0, [AT["r_elbow"], AT["l_elbow"]]]
        assert (wrists @ forward > 0).all(), "forearms point forward in the canonical pose"


def test_offsets_are_found_and_taken_away() -> None:
    records, pose = labelled_outside()
    found = measure(records, pose)
    assert set(found) == set(JOINTS)
    for joint, offset in TRUE.items():
        np.testing.assert_allclose(found[joint], offset, atol=0.004)
    moved = moved_to_centres(records, pose, found, trust=0.7)
    good = np.arange(len(records)) % 10 != 0
    for joint in ("r_hip", "l_hip", "l_shoulder", "r_ankle"):
        error = np.linalg.norm(
            moved.joints_2d[good, AT[joint]] - pose.joints[good, AT[joint], :2], axis=-1
        )
        assert error.max() < 1.0
    np.testing.assert_allclose(
        moved.joints_2d[good, AT["pelvis"]],
        (pose.joints[good, AT["r_hip"], :2] + pose.joints[good, AT["l_hip"], :2]) / 2,
        atol=1.0,
    )
    assert (moved.reliable[:, AT["l_hip"]] == np.float32(0.7)).all()
    np.testing.assert_array_equal(
        moved.joints_2d[:, AT["l_knee"]], records.joints_2d[:, AT["l_knee"]]
    )


def test_where_the_body_is_not_seen_nothing_moves() -> None:
    records, pose = labelled_outside()
    unsure = Pose(pose.joints, np.full_like(pose.scores, 0.2))
    np.testing.assert_array_equal(
        moved_to_centres(records, unsure, TRUE).joints_2d, records.joints_2d
    )
    with pytest.raises(PosecamError, match="only 0 hips on which label and network are sure"):
        measure(records, unsure)


def test_offsets_are_kept_in_a_file(tmp_path: Path) -> None:
    path = tmp_path / "offsets.json"
    write_offsets(path, "some.onnx", {"lspet": TRUE})
    assert read_offsets(path) == {"lspet": TRUE}
    path.write_text('{"sets": {"lspet": {"nose": [0, 0, 0]}}}')
    with pytest.raises(PosecamError, match="three numbers of hip, shoulder, ankle"):
        read_offsets(path)
    with pytest.raises(PosecamError, match="holds no offsets"):
        read_offsets(tmp_path / "absent.json")


def test_a_training_set_is_moved_by_the_file(
    tmp_path: Path, training_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "lspet"
    make_lspet(folder)
    plain = TrainOptions(tmp_path / "run", data=(str(folder),))
    ((before, _),) = training_sets(plain, tmp_path)
    seen = np.random.default_rng(0).uniform(0, 80, (len(before), 16, 3))
    monkeypatch.setattr(
        "training.anatomy.pose_of", lambda *_: Pose(seen, np.ones((len(before), 16)))
    )
    write_offsets(tmp_path / "o.json", "some.onnx", {"lspet": TRUE})
    moved = replace(plain, anatomy=tmp_path / "o.json", anatomy_trust=0.5)
    ((after, share),) = training_sets(moved, tmp_path)
    assert share == 1
    known = before.known[:, AT["l_hip"]]
    assert (after.joints_2d != before.joints_2d)[known, AT["l_hip"]].any(-1).all()
    np.testing.assert_allclose(
        after.reliable[known, AT["l_hip"]], before.reliable[known, AT["l_hip"]] / 2
    )
    elsewhere = replace(plain, anatomy=tmp_path / "o.json", data=(str(folder),))
    write_offsets(tmp_path / "o.json", "some.onnx", {"ccp": TRUE})
    ((same, _),) = training_sets(elsewhere, tmp_path)
    np.testing.assert_array_equal(same.joints_2d, before.joints_2d)
