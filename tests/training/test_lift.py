"""The lifter: what it is shown is right, and it learns from it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from posecam import skeleton
from posecam.errors import PosecamError
from tests.fakes.standing import standing
from training.__main__ import main
from training.lift import read_poses, train_lifter, turn, views
from training.network import build
from training.network.lift import DEPTH_UNIT, Lifter
from training.network.lite import HourglassLite

SIZE = 192
SMALL = "hourglass-lite-small"


def some_poses(count: int = 200) -> torch.Tensor:
    rng = np.random.default_rng(0)
    bodies = standing() + rng.normal(0, 60, (count, skeleton.COUNT, 3))
    bodies -= bodies[:, skeleton.ROOT : skeleton.ROOT + 1]
    return torch.from_numpy(bodies.astype(np.float32))


@pytest.mark.parametrize("axis", [0, 1, 2])
def test_turns_are_rotations(axis: int) -> None:
    matrices = turn(axis, torch.linspace(-3, 3, 7))
    identity = torch.eye(3).expand(7, 3, 3)
    torch.testing.assert_close(matrices @ matrices.transpose(1, 2), identity)
    torch.testing.assert_close(torch.linalg.det(matrices), torch.ones(7))


def test_views_keep_one_scale_and_one_handedness() -> None:
    """Bones of a view, x and y from the picture and z from the depth, have the body's ratios."""
    torch.manual_seed(0)
    body = torch.from_numpy(standing().astype(np.float32))[None]
    positions, scores, depth, weight = views(body, 4000, SIZE)
    unit = DEPTH_UNIT * SIZE
    solid = torch.cat([positions / unit, depth[..., None]], -1)
    certain = (weight == 1).all(1) & (scores > 0.55).all(1)
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
    assert same[certain].float().mean() > 0.97


def test_it_learns() -> None:
    torch.manual_seed(0)
    lifter, poses = Lifter(SIZE, width=64), some_poses()
    loss = train_lifter(lifter, poses, SIZE, steps=300, batch=256)
    positions, scores, depth, weight = views(poses, 512, SIZE)
    lifter.eval()
    with torch.no_grad():
        found = lifter(positions, scores)
    assert (found[:, skeleton.ROOT] == 0).all()
    error = ((found - depth).abs() * weight).sum() / weight.sum()
    flat = (depth.abs() * weight).sum() / weight.sum()
    assert error < 0.8 * flat
    assert loss < flat


def test_where_the_person_stands_in_the_crop_does_not_matter() -> None:
    lifter = Lifter(SIZE, width=32).eval()
    positions, scores = torch.rand(2, 16, 2) * SIZE, torch.rand(2, 16)
    with torch.no_grad():
        torch.testing.assert_close(
            lifter(positions, scores), lifter(positions + 20.0, scores), atol=1e-5, rtol=1e-4
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
    assert main([*command, "--steps", "3", "--share", "0.5"]) == 0
    old, new = before.state_dict(), torch.load(out, weights_only=True)["average"]
    moved = {name.split(".")[0] for name in old if not torch.equal(old[name], new[name])}
    assert moved == {"lift", "lifted_share"}
    assert new["lifted_share"].item() == 0.5


def test_an_untrained_lifter_has_no_say() -> None:
    network = build(SMALL).eval()
    assert isinstance(network, HourglassLite)
    picture = torch.rand(1, 3, SIZE, SIZE) * 255
    with torch.no_grad():
        plain = network(picture).depth
        for parameter in network.lift.parameters():
            parameter.add_(1.0)
        torch.testing.assert_close(network(picture).depth, plain)
        network.lifted_share.fill_(1.0)
        assert not torch.allclose(network(picture).depth, plain)


def test_without_poses_there_is_a_sentence(annotated_folder: Path) -> None:
    with np.load(annotated_folder / "annotations.npz") as stored:
        data = dict(stored)
    data["joints_3d"][:, 3] = np.nan
    np.savez(annotated_folder / "annotations.npz", **data)
    with pytest.raises(PosecamError, match="sixteen joints are known in 3D"):
        read_poses([annotated_folder])
