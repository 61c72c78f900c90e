"""Thirty-one keypoints: sets that know them, photos that are told of them, and which way is up."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from posecam import skeleton
from posecam.contract import CONTRACTS, check_contract, load_network
from posecam.errors import NetworkError, PosecamError
from posecam.estimation.crops import Crop
from posecam.estimation.inference import PoseNetwork
from posecam.geometry import crop_rotation
from posecam.pose import Frame
from tests.fakes.standing import standing
from tests.training.test_datasets import make_lspet, make_teacher
from training.augment import NONE, make_sample
from training.batches import collate
from training.datasets import Records, read
from training.datasets.landmarks import HANGS_ON, LANDMARKS
from training.datasets.records import with_all_keypoints
from training.datasets.store import open_store
from training.export import export
from training.keypoint_metrics import keypoint_figures
from training.losses import depth_likelihood, geometric_loss, up_loss
from training.network import build
from training.network.lift import Lifter
from training.network.upright import NEAR, up_score
from training.predict import Predictions, predict
from training.views import bone_ratios, known_poses, views

AT = skeleton.KEYPOINT_INDEX
LEVEL = np.array([0.0, -1.0, 0.0])


def know_everything(folder: Path, up: np.ndarray) -> None:
    """Let an annotated folder know all keypoints, each a little off its parent, and up."""
    path = folder / "annotations.npz"
    with np.load(path) as stored:
        data = dict(stored)
    for name in ("joints_2d", "joints_3d"):
        data[name] = with_all_keypoints(data[name])
        for keypoint in range(skeleton.COUNT, skeleton.KEYPOINT_COUNT):
            held = data[name][:, skeleton.KEYPOINT_PARENTS[keypoint]]
            data[name][:, keypoint] = held + (5 if name == "joints_2d" else 50)
    data["visible"] = np.ones((12, skeleton.KEYPOINT_COUNT), bool)
    data["joint_names"] = np.array(skeleton.KEYPOINT_NAMES)
    data["up"] = np.tile(up, (12, 1)).astype(np.float32)
    np.savez(path, **data)


def test_a_set_of_all_keypoints(annotated_folder: Path) -> None:
    know_everything(annotated_folder, LEVEL)
    records = read(annotated_folder)
    assert records.known.all()
    assert np.isfinite(records.depth_px).all()
    np.testing.assert_allclose(
        records.joints_2d[:, AT["l_big_toe"]], records.joints_2d[:, AT["l_ankle"]] + 5, rtol=1e-5
    )
    np.testing.assert_allclose(records.up, np.tile(LEVEL, (12, 1)))
    poses = known_poses([records])
    assert poses.isfinite().all()
    positions, scores, depth, weight = views(poses, 64, 192)
    for values in (positions, scores, depth, weight):
        assert values.shape[:2] == (64, 31)
        assert values.isfinite().all()
    assert (weight[:, AT["l_heel"]] > 0).all()


def test_what_a_set_does_not_know_counts_nothing(
    annotated_folder: Path, training_cache: Path
) -> None:
    records = read(annotated_folder)
    sample = make_sample(
        records, open_store(records), 0, 96, replace(NONE, flip=1.0), np.random.default_rng(0)
    )
    extra = slice(skeleton.COUNT, None)
    assert (sample.weight[extra] == 0).all()
    assert (sample.depth_weight[extra] == 0).all()
    assert (sample.up == 0).all()
    _, _, _, weight = views(known_poses([records]), 64, 192)
    assert (weight[:, extra] == 0).all()
    assert (weight[:, : skeleton.COUNT] > 0).all()


def test_a_foot_out_of_order_is_refused(annotated_folder: Path) -> None:
    know_everything(annotated_folder, LEVEL)
    path = annotated_folder / "annotations.npz"
    with np.load(path) as stored:
        data = dict(stored)
    data["joint_names"] = data["joint_names"][::-1]
    np.savez(path, **data)
    with pytest.raises(PosecamError, match="the order must be"):
        read(annotated_folder)


@pytest.fixture
def told(tmp_path: Path) -> Records:
    """Photos with landmarks that fit the labels, but: one left ankle far off, one hidden nose."""
    labels = make_lspet(tmp_path)
    make_teacher(tmp_path, 12, labels)
    plain = read(tmp_path, teacher=True)
    names = sorted({j for on in HANGS_ON.values() for j in on}) + [
        {"r_big_toe": "r_foot_index", "l_big_toe": "l_foot_index"}.get(n, n) for n in HANGS_ON
    ]
    said = np.zeros((12, len(names), 3), np.float32)
    said[..., 2] = 0.9
    for name in {j for on in HANGS_ON.values() for j in on}:
        said[:, names.index(name), :2] = plain.joints_2d[:, AT[name]]
    for name in HANGS_ON:
        column = names.index(
            {"r_big_toe": "r_foot_index", "l_big_toe": "l_foot_index"}.get(name, name)
        )
        said[:, column, :2] = 7 + AT[name]
    said[2, names.index("l_ankle"), :2] += 1000
    said[3, names.index("nose"), 2] = 0.1
    said[5] = np.nan
    np.savez(tmp_path / LANDMARKS, blazepose33_2d=said, names=np.array(names))
    return read(tmp_path, teacher=True)


def test_landmarks_are_believed_as_far_as_their_limb_agrees(told: Records) -> None:
    toes = [AT["l_heel"], AT["l_big_toe"]]
    assert told.known[4, toes].all()
    np.testing.assert_allclose(told.joints_2d[4, AT["l_big_toe"]], 7 + AT["l_big_toe"])
    assert not told.known[2, toes].any(), "its ankle is elsewhere"
    assert told.known[2, [AT["r_heel"], AT["nose"]]].all()
    assert not told.known[3, AT["nose"]], "hidden"
    assert not told.known[5, skeleton.COUNT :].any(), "no person found"
    assert not told.known[:, [AT["r_small_toe"], AT["l_small_toe"]]].any()
    assert 0 < told.reliable[4, AT["l_heel"]] < 1, "never as much as a click"
    assert (told.reliable[~told.known] == 0).all()


def test_broken_landmarks_get_a_sentence(told: Records) -> None:
    folder = Path(str(told.files[0])).parents[1]
    np.savez(folder / LANDMARKS, blazepose33_2d=np.zeros((3, 2, 3)), names=np.array(["a", "b"]))
    with pytest.raises(PosecamError, match=r"has shape \(3, 2, 3\) for 12 photos"):
        read(folder, teacher=True)


def test_a_crops_frame_looks_along_its_ray() -> None:
    centre, towards = np.array([100.0, 80.0]), np.array([300.0, 20.0])
    rotation = crop_rotation(200.0, centre, towards)
    np.testing.assert_allclose(rotation @ rotation.T, np.eye(3), atol=1e-12)
    assert np.linalg.det(rotation) == pytest.approx(1)
    ray = np.append((towards - centre) / 200.0, 1)
    np.testing.assert_allclose(rotation @ (ray / np.linalg.norm(ray)), [0, 0, 1], atol=1e-12)
    np.testing.assert_allclose(crop_rotation(200.0, centre, centre), np.eye(3), atol=1e-12)
    # A camera that looks ahead sees the ground's normal lean away from a crop below its middle.
    below = crop_rotation(200.0, centre, centre + np.array([0, 200]))
    np.testing.assert_allclose(below @ LEVEL, [0, -math.sqrt(0.5), -math.sqrt(0.5)], atol=1e-12)


def test_up_turns_with_the_image_and_is_mirrored_with_it(
    annotated_folder: Path, training_cache: Path
) -> None:
    leaning = np.array([0.3, -0.9, 0.2])
    leaning /= np.linalg.norm(leaning)
    know_everything(annotated_folder, leaning)
    records = read(annotated_folder)
    store = open_store(records)

    def up(**strength: float) -> np.ndarray:
        sample = make_sample(
            records, store, 1, 96, replace(NONE, **strength), np.random.default_rng(4)
        )
        return np.concatenate([sample.up, sample.joints[skeleton.INDEX["upper_neck"]]])

    np.testing.assert_allclose(up()[:3], leaning, atol=1e-6)
    np.testing.assert_allclose(up(flip=1.0)[:3], leaning * [-1, 1, 1], atol=1e-6)
    turned = up(full_rotation_prob=1.0)
    assert np.linalg.norm(turned[:3]) == pytest.approx(1, abs=1e-5)
    assert turned[2] == pytest.approx(leaning[2], abs=1e-6)
    # It turns by the angle by which the pixels turn about the crop's middle.
    before, after = up()[3:] - 47.5, turned[3:] - 47.5
    by_pixels = math.atan2(after[1], after[0]) - math.atan2(before[1], before[0])
    by_up = math.atan2(turned[1], turned[0]) - math.atan2(leaning[1], leaning[0])
    assert math.remainder(by_pixels - by_up, 2 * math.pi) == pytest.approx(0, abs=1e-4)


def test_the_likelihood_teaches_how_far_depth_is_off() -> None:
    generator = torch.Generator().manual_seed(0)
    target = torch.randn(4000, 2, generator=generator)
    scale = torch.tensor([0.1, 0.6])
    noise = torch.rand(4000, 2, generator=generator) - 0.5
    said = target - scale * noise.sign() * torch.log1p(-2 * noise.abs())  # Laplace
    spread = torch.zeros(2, requires_grad=True)
    optimiser = torch.optim.Adam([spread], lr=0.05)
    for _ in range(300):
        loss = depth_likelihood(said, spread.expand(4000, 2), target, torch.ones(4000, 2))
        optimiser.zero_grad()
        torch.autograd.backward(loss)
        optimiser.step()
    torch.testing.assert_close(spread.exp().detach(), scale, rtol=0.08, atol=0)


def test_depth_that_is_unknown_teaches_nothing() -> None:
    depth, spread = (torch.ones(2, 31, requires_grad=True) for _ in range(2))
    loss = depth_likelihood(depth, spread, torch.zeros(2, 31), torch.zeros(2, 31))
    torch.autograd.backward(loss)
    assert depth.grad is not None
    assert loss.item() == 0
    assert not depth.grad.any()


def test_up_is_an_angle_and_only_where_it_is_known() -> None:
    level = torch.tensor([[0.0, -1.0, 0.0]])
    tilted = torch.tensor([[0.0, -math.cos(0.5), math.sin(0.5)]], requires_grad=True)
    spread = torch.full((1,), math.log(0.5), requires_grad=True)
    loss = up_loss(tilted, spread, level)
    assert loss.item() == pytest.approx(0.5 + 0.1 * (1 + math.log(0.5)), abs=1e-3)
    torch.autograd.backward(loss)
    assert spread.grad is not None
    assert spread.grad.item() == pytest.approx(0, abs=1e-3), "the scale is the error's"
    assert up_loss(tilted, spread, torch.zeros(1, 3)).item() == 0
    assert up_score(torch.tensor([math.log(NEAR)])).item() == pytest.approx(1 - math.exp(-1))


def test_feet_keep_their_proportions_under_the_constraint() -> None:
    joints, known = torch.zeros(1, 31, 3), torch.zeros(1, 31, dtype=torch.bool)
    for side in ("r", "l"):
        known[0, [AT[f"{side}_ankle"], AT[f"{side}_heel"]]] = True
    canonical = bone_ratios(None)
    rows = [skeleton.KEYPOINT_BONES.index((AT[f"{s}_heel"], AT[f"{s}_ankle"])) for s in "rl"]
    for side, row in zip("rl", rows, strict=True):
        joints[0, AT[f"{side}_heel"], 1] = canonical[row]
    assert geometric_loss(joints, known, canonical).item() == pytest.approx(0, abs=1e-6)
    joints[0, AT["l_heel"]] *= 3  # ratios 1 and 3 about their mean of 2
    assert geometric_loss(joints, known, canonical).item() == pytest.approx(1.0, rel=1e-3)


def test_the_lifter_sees_all_keypoints() -> None:
    lifter = Lifter(192, width=32).eval()
    body = torch.from_numpy(with_all_keypoints(standing().astype(np.float32)[None], 0.0))
    positions, scores = body[..., :2].clone(), torch.ones(1, 31)
    with torch.no_grad():
        before = lifter(positions, scores)[0]
        positions[0, AT["l_big_toe"]] += 30
        assert not torch.allclose(lifter(positions, scores)[0], before)


def test_batches_carry_up(annotated_folder: Path, training_cache: Path) -> None:
    know_everything(annotated_folder, LEVEL)
    records = read(annotated_folder)
    store, rng = open_store(records), np.random.default_rng(0)
    batch = collate([make_sample(records, store, row, 64, NONE, rng) for row in range(3)])
    assert batch.up.shape == (3, 3)
    sixteen = batch.first(skeleton.COUNT)
    assert sixteen.joints.shape == (3, 16, 2)
    assert sixteen.depth_weight.shape == (3, 16)
    assert sixteen.up is batch.up


def found_of(records: Records, **changes: Any) -> Predictions:
    """Predictions that are right."""
    right = Predictions(
        joints_2d=records.joints_2d.copy(),
        joints_3d=records.joints_3d - records.joints_3d[:, skeleton.ROOT, None],
        scores=np.ones(records.known.shape, np.float32),
        unreadable=(),
        depth_px=records.depth_px.copy(),
        spread_px=np.ones_like(records.depth_px),
        up=records.up.copy(),
    )
    return replace(right, **changes)


def test_figures_of_feet_face_hands_spread_and_up(annotated_folder: Path) -> None:
    know_everything(annotated_folder, LEVEL)
    records = read(annotated_folder)
    figures = keypoint_figures(found_of(records), records)
    assert {figures[f"pck@0.2 {part}"] for part in ("feet", "face", "hands")} == {1.0}
    assert figures["depth_within_68"] == 1
    assert figures["up_median_deg"] == pytest.approx(0, abs=0.05)

    flat, depth = records.joints_2d.copy(), records.depth_px.copy()
    flat[:, AT["nose"]] += 500
    depth[:, ::2] += 1.2  # a little more than the 1.139 scales of 68 %
    tilted = np.tile([0, -math.cos(0.2), math.sin(0.2)], (12, 1)).astype(np.float32)
    found = found_of(records, joints_2d=flat, depth_px=depth, up=tilted)
    figures = keypoint_figures(found, records)
    assert figures["pck@0.2 face"] == pytest.approx(4 / 5)
    assert figures["pck@0.2 feet"] == 1
    assert figures["depth_within_68"] == pytest.approx(15 / 30), "the pelvis is not asked"
    assert figures["up_median_deg"] == pytest.approx(math.degrees(0.2), abs=0.01)


def test_a_network_of_sixteen_has_no_such_figures(annotated_folder: Path) -> None:
    records = read(annotated_folder)
    found = found_of(records)
    sixteen = replace(
        found,
        joints_2d=found.joints_2d[:, : skeleton.COUNT],
        spread_px=np.full((12, skeleton.COUNT), np.nan, np.float32),
    )
    assert keypoint_figures(sixteen, records) == {}


def test_up_is_told_in_the_cameras_frame(annotated_folder: Path) -> None:
    know_everything(annotated_folder, LEVEL)
    path = annotated_folder / "annotations.npz"
    with np.load(path) as stored:
        data = dict(stored)
    focal = 150.0
    data["camera"] = np.tile([[focal, 0, 20.0], [0, focal, 0.0], [0, 0, 1]], (12, 1, 1))
    np.savez(path, **data)
    records = read(annotated_folder)

    def run(images: np.ndarray) -> dict[str, np.ndarray]:
        count = len(images)
        return {
            "joints": np.random.default_rng(0).uniform(0, 64, (count, 31, 3)).astype(np.float32),
            "scores": np.ones((count, 31), np.float32),
            "spread": np.full((count, 31), 2, np.float32),
            "up": np.tile(LEVEL, (count, 1)).astype(np.float32),
        }

    found = predict(run, 64, records, progress=False)
    towards = records.box[3, :2] + records.box[3, 2:] / 2
    rotation = crop_rotation(focal, np.array([20.0, 0.0]), towards)
    np.testing.assert_allclose(rotation @ found.up[3], LEVEL, atol=1e-5)
    assert np.isfinite(found.spread_px).all()
    assert (found.depth_px[:, skeleton.ROOT] == 0).all()


def test_the_application_takes_the_first_sixteen_of_all_keypoints(tmp_path: Path) -> None:
    torch.manual_seed(0)
    network = build("fast", 96)
    checkpoint, path = tmp_path / "any.pt", tmp_path / "any.onnx"
    torch.save(
        {
            "configuration": "fast",
            "size": 96,
            "stage": 3,
            "step": 1,
            "average": network.state_dict(),
        },
        checkpoint,
    )
    export(checkpoint, path)
    engine = load_network(path, backend="onnxruntime", precision="fp32")
    try:
        assert engine.metadata["contract"] == CONTRACTS[1]
        image = np.random.default_rng(0).integers(0, 255, (120, 160, 3)).astype(np.uint8)
        (seen,) = PoseNetwork(engine).infer(
            Frame(image, 0, 0.0, 0), [Crop(80, 60, 100)], [[]], {"crop": 0.0, "network": 0.0}
        )
    finally:
        engine.close()
    assert seen.joints.shape == (skeleton.KEYPOINT_COUNT, 3)
    assert seen.scores.shape == (skeleton.KEYPOINT_COUNT,)
    assert seen.spread is not None
    assert seen.spread.shape == (skeleton.KEYPOINT_COUNT,)
    assert seen.up is not None
    assert np.linalg.norm(seen.up) == pytest.approx(1, abs=1e-3)
    assert 0 < seen.up_score < 1
    with pytest.raises(NetworkError, match="other joints"):
        check_contract(
            "x.onnx",
            {"contract": CONTRACTS[1], "joint_names": json.dumps(skeleton.NAMES[::-1]),
             "input_size": "[96, 96]"},
            (3, 96, 96),
        )  # fmt: skip


def test_files_of_the_first_contract_still_load() -> None:
    for contract in ("posecam-1", "posecam-pose-1"):
        metadata = {
            "contract": contract,
            "joint_names": json.dumps(skeleton.NAMES),
            "input_size": "[64, 64]",
        }
        check_contract("x.onnx", metadata, (3, 64, 64))
        with pytest.raises(NetworkError, match="other joints"):
            check_contract(
                "x.onnx",
                metadata | {"joint_names": json.dumps(skeleton.KEYPOINT_NAMES)},
                (3, 64, 64),
            )
