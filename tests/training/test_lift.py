"""The lifter: what it is shown is right, and it learns from it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from posecam import skeleton
from posecam.errors import PosecamError
from tests.fakes.standing import standing
from training.__main__ import main
from training.augment import NONE, make_sample
from training.batches import collate
from training.datasets import read
from training.datasets.records import with_all_keypoints
from training.datasets.store import open_store
from training.lift import train_lifter
from training.network import build
from training.network.lift import DEPTH_UNIT, Lifter, Standard, features_under, places
from training.network.lite import HourglassLite
from training.options import TrainOptions
from training.trainer import Trainer
from training.views import bone_ratios, chest, known_poses, turn, varied, views

SIZE = 192
SMALL = "hourglass-lite-small"


def some_poses(count: int = 200, spread_mm: float = 60) -> torch.Tensor:
    rng = np.random.default_rng(0)
    bodies = standing() + rng.normal(0, spread_mm, (count, skeleton.COUNT, 3))
    bodies -= bodies[:, skeleton.ROOT : skeleton.ROOT + 1]
    return torch.from_numpy(with_all_keypoints(bodies.astype(np.float32)))


def one_standing() -> torch.Tensor:
    return torch.from_numpy(with_all_keypoints(standing().astype(np.float32)[None]))


def bone_lengths(bodies: torch.Tensor) -> torch.Tensor:
    child, parent = torch.tensor(skeleton.BONES).T
    lengths: torch.Tensor = (bodies[:, child] - bodies[:, parent]).norm(dim=-1)
    return lengths


@pytest.mark.parametrize("axis", [0, 1, 2])
def test_turns_are_rotations(axis: int) -> None:
    matrices = turn(axis, torch.linspace(-3, 3, 7))
    identity = torch.eye(3).expand(7, 3, 3)
    torch.testing.assert_close(matrices @ matrices.transpose(1, 2), identity)
    torch.testing.assert_close(torch.linalg.det(matrices), torch.ones(7))


def test_views_keep_one_scale_and_one_handedness(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bones of a view, x and y from the image and z from the depth, have the body's ratios."""
    monkeypatch.setattr("training.views._ERROR", 0.0)
    torch.manual_seed(0)
    body = one_standing()
    positions, scores, depth, weight = views(body, 4000, SIZE)
    unit = DEPTH_UNIT * SIZE
    solid = torch.cat([positions / unit, depth[..., None]], -1)
    certain = (weight == 1)[:, :16].all(1) & (scores > 0.55)[:, :16].all(1)
    at = skeleton.INDEX
    thigh = (solid[:, at["r_knee"]] - solid[:, at["r_hip"]]).norm(dim=-1)
    shin = (solid[:, at["r_ankle"]] - solid[:, at["r_knee"]]).norm(dim=-1)
    ratio = (thigh / shin)[certain]
    assert abs(ratio.median().item() - 443 / 454) < 0.03

    # Forward, from the left shoulder's side, is where the canonical wrists are: never mirrored.
    across = solid[:, at["l_shoulder"]] - solid[:, at["r_shoulder"]]
    up = solid[:, at["thorax"]] - solid[:, skeleton.ROOT]
    forward = torch.linalg.cross(across, up)
    wrists = (
        solid[:, at["l_wrist"]] + solid[:, at["r_wrist"]]
        - solid[:, at["l_elbow"]] - solid[:, at["r_elbow"]]
    )  # fmt: skip
    same = torch.nn.functional.cosine_similarity(forward, wrists) > 0
    assert same[certain].float().mean() > 0.99


def test_varied_poses_keep_their_bones_and_are_new() -> None:
    torch.manual_seed(0)
    body = one_standing()
    raised = body.clone()
    wrists = [skeleton.INDEX["r_wrist"], skeleton.INDEX["l_wrist"]]
    elbows = [skeleton.INDEX["r_elbow"], skeleton.INDEX["l_elbow"]]
    raised[:, wrists] = raised[:, elbows] - (body[:, wrists] - body[:, elbows])
    found = varied(torch.cat([body, raised]), 500)
    torch.testing.assert_close(
        bone_lengths(found), bone_lengths(body).expand(500, -1), atol=0.05, rtol=1e-4
    )
    trunk = [skeleton.INDEX[n] for n in ("pelvis", "r_hip", "l_hip", "thorax", "r_shoulder")]
    assert torch.equal(found[:, trunk], body[:, trunk].expand(500, -1, -1))
    assert len(np.unique(found.flatten(1).numpy(), axis=0)) == 500
    upward = found[:, wrists, 1] < found[:, elbows, 1]  # y is down
    mixed = (upward[:, 0] != upward[:, 1]).float().mean()
    assert 0.05 < mixed < 0.2, "one arm of one pose, the other of the other"


def test_the_chest_is_a_right_handed_frame() -> None:
    frame = chest(one_standing())
    torch.testing.assert_close(frame @ frame.transpose(1, 2), torch.eye(3)[None])
    right, up, forward = frame[0]
    assert up[1] < -0.9
    torch.testing.assert_close(torch.linalg.cross(forward, up), right)


def test_it_learns() -> None:
    torch.manual_seed(0)
    lifter, poses = Lifter(SIZE, width=64), some_poses(spread_mm=20)
    loss = train_lifter(lifter, poses, SIZE, steps=300, batch=256)
    positions, scores, depth, weight = views(poses, 512, SIZE)
    lifter.eval()
    with torch.no_grad():
        found, _, _ = lifter(positions, scores)
    assert (found[:, skeleton.ROOT] == 0).all()
    error = ((found - depth).abs() * weight).sum() / weight.sum()
    flat = (depth.abs() * weight).sum() / weight.sum()
    assert error < 0.8 * flat
    assert loss < flat


def test_where_the_person_stands_in_the_crop_does_not_matter() -> None:
    lifter = Lifter(SIZE, width=32).eval()
    positions, scores = torch.rand(2, 31, 2) * SIZE, torch.rand(2, 31)
    with torch.no_grad():
        torch.testing.assert_close(
            lifter(positions, scores)[0], lifter(positions + 20.0, scores)[0], atol=1e-5, rtol=1e-4
        )


def test_the_command_trains_the_lifter_and_nothing_else(
    tmp_path: Path, annotated_folder: Path
) -> None:
    torch.manual_seed(0)
    before = build(SMALL)
    assert isinstance(before, HourglassLite)
    start, out = tmp_path / "start.pt", tmp_path / "out.pt"
    torch.save(
        {"configuration": SMALL, "stage": 2, "step": 9, "average": before.state_dict()}, start
    )
    command = ["lift", str(start), "--data", str(annotated_folder), "--out", str(out)]
    assert main([*command, "--steps", "3"]) == 0
    old, new = before.state_dict(), torch.load(out, weights_only=True)["average"]
    moved = {name.split(".")[0] for name in old if not torch.equal(old[name], new[name])}
    assert moved == {"lift", "fusion"}
    assert new["fusion.out.weight"].abs().max() == 0


def test_the_image_corrects_the_lifter_and_not_at_first() -> None:
    torch.manual_seed(0)
    network = build(SMALL).eval()
    assert isinstance(network, HourglassLite)
    image = torch.rand(2, 3, SIZE, SIZE) * 255
    with torch.no_grad():
        plain = network(image)
        assert plain.positions is not None
        assert plain.scores is not None
        lifted, _, _ = network.lift(plain.positions, plain.scores)
        torch.testing.assert_close(plain.depth, lifted)
        torch.nn.init.normal_(network.fusion.out.weight)
        corrected = network(image).depth
    assert not torch.allclose(corrected, lifted)
    assert corrected[:, skeleton.ROOT].abs().max() < 1e-4


def test_features_are_taken_under_keypoints_and_bones() -> None:
    """Bilinear, at every stride alike; from outside the nearest cell."""
    positions = torch.full((1, skeleton.KEYPOINT_COUNT, 2), 30.0)
    positions[0, skeleton.INDEX["r_ankle"]] = torch.tensor([10.0, 50.0])
    positions[0, skeleton.INDEX["r_wrist"]] = torch.tensor([-40.0, 200.0])
    rows, columns = torch.meshgrid(torch.arange(64.0), torch.arange(64.0), indexing="ij")
    fine = torch.stack([columns, rows])[None]
    coarse = torch.nn.functional.avg_pool2d(fine, 4)
    looked_at = places(positions)
    under = features_under(looked_at, [fine, coarse], 64)[0]
    torch.testing.assert_close(under[:, :2], looked_at[0].clamp(0, 63))
    inner = looked_at[0].clamp(1.5, 61.5)
    torch.testing.assert_close(under[:, 2:], inner)
    shin = skeleton.KEYPOINT_COUNT + next(
        row
        for row, (child, _) in enumerate(skeleton.KEYPOINT_BONES)
        if child == skeleton.INDEX["r_ankle"]
    )
    torch.testing.assert_close(under[shin, :2], torch.tensor([20.0, 40.0]))


def test_features_are_taken_in_deviations_from_their_mean() -> None:
    torch.manual_seed(0)
    values = torch.randn(50, 7, 3) * torch.tensor([1.0, 100.0, 0.01]) + 5
    standard = Standard(3)
    torch.testing.assert_close(standard(values * 0 + 2), values * 0 + 2)
    standard.settle(values)
    found = standard(values)
    assert found.mean((0, 1)).abs().max() < 1e-3
    torch.testing.assert_close(found.std((0, 1)), torch.ones(3), rtol=0.02, atol=0)
    assert standard(values * 1e6).abs().max() <= Standard.LIMIT


def test_images_leave_the_lifter_as_it_is(annotated_folder: Path, tmp_path: Path) -> None:
    options = TrainOptions(tmp_path / "run", stage=3, configuration=SMALL, batch=2)
    start = build(SMALL)
    torch.save({"configuration": SMALL, "average": start.state_dict()}, tmp_path / "start.pt")
    records = read(annotated_folder)
    trainer = Trainer(
        replace(options, start=tmp_path / "start.pt"), tmp_path, known_poses([records])
    )
    assert isinstance(trainer.network, HourglassLite)
    samples = [
        make_sample(
            records, open_store(records, tmp_path), row, SIZE, NONE, np.random.default_rng(0)
        )
        for row in range(2)
    ]
    before = {k: v.clone() for k, v in trainer.network.state_dict().items()}
    parts = trainer.learn(collate(samples))
    assert parts["depth"] > 0
    moved = {k for k, v in trainer.network.state_dict().items() if not torch.equal(v, before[k])}
    assert not any(name.startswith("lift.") for name in moved)
    assert any(name.startswith("fusion.") for name in moved)
    assert any(name.startswith("trunk.") for name in moved)


def test_bones_of_a_body_in_parts_of_their_mean() -> None:
    ratios = bone_ratios(one_standing())[: len(skeleton.BONES)]
    expected = skeleton.BONE_LENGTHS_MM / skeleton.BONE_LENGTHS_MM.mean()
    np.testing.assert_allclose(ratios.numpy(), expected, rtol=1e-3)


def test_without_poses_there_is_a_sentence(annotated_folder: Path) -> None:
    with np.load(annotated_folder / "annotations.npz") as stored:
        data = dict(stored)
    data["joints_3d"][:, 3] = np.nan
    np.savez(annotated_folder / "annotations.npz", **data)
    with pytest.raises(PosecamError, match="sixteen joints are known in 3D"):
        known_poses([read(annotated_folder)])
